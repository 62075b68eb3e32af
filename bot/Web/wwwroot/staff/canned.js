// Canned replies: a "/" at the start opens the list; arrows and Enter or a tap choose; the first blank is selected, to be typed over.
(() => {
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const listOf = box => box.form.querySelector('.canned');
  const isOpen = box => box.matches?.('textarea[data-draft]') && !listOf(box).hidden;
  const replies = new WeakMap();

  function shut(box) {
    listOf(box).hidden = true;
    box.removeAttribute('aria-activedescendant');
    box.form.querySelector('[data-found]').textContent = '';
  }

  function mark(box, option) {
    for (const it of listOf(box).children) it.setAttribute('aria-selected', it === option);
    if (!option) return;
    box.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  function line(reply, i) {
    const option = document.createElement('li'), name = document.createElement('b'), text = document.createElement('span');
    option.id = `cau-mau-${i}`;
    option.role = 'option';
    option.dataset.text = reply.text;
    name.textContent = `/${reply.shortcut} · ${reply.title}${reply.isShared ? '' : ' (của bạn)'}`;
    text.textContent = reply.text;
    option.append(name, text);
    return option;
  }

  function show(box, found) {
    const list = listOf(box), said = box.form.querySelector('[data-found]');
    list.replaceChildren(...found.map(line));
    list.hidden = found.length === 0;
    said.textContent = found.length ? `${found.length} câu mẫu, chọn bằng phím mũi tên` : 'Không có câu mẫu nào như vậy';
    said.classList.toggle('unseen', found.length > 0);
    mark(box, list.firstElementChild);
  }

  async function offer(box) {
    const asked = text => text.match(/^\/([^\n]{0,40})$/)?.[1];
    const server = desk.server(box.form);
    if (asked(box.value) === undefined || !server || box.form.querySelector('.send').disabled) return shut(box);
    if (box.value === '/' || !replies.has(box)) replies.set(box, server.invokeMethodAsync('Canned'));
    const all = await replies.get(box).catch(() => []), words = asked(box.value);
    if (words === undefined) return shut(box);
    show(box, all.filter(it => fold(words).split(/\s+/).every(word => (it.folded ?? '').includes(word))));
  }

  function choose(box, option) {
    desk.put(box, option.dataset.text);
    shut(box);
    box.focus();
    const blank = box.value.match(/\{[^{}\n]+\}/);
    if (blank) box.setSelectionRange(blank.index, blank.index + blank[0].length);
  }

  document.addEventListener('input', ({ target }) => target.matches('textarea[data-draft]') && offer(target));
  // Before the composer hears it: Enter chooses while the list is open.
  document.addEventListener('keydown', event => {
    const box = event.target;
    if (!isOpen(box) || event.isComposing || event.ctrlKey || event.altKey) return;
    const options = [...listOf(box).children], at = options.findIndex(it => it.ariaSelected === 'true');
    const deed = {
      ArrowDown: () => mark(box, options[(at + 1) % options.length]),
      ArrowUp: () => mark(box, options.at(at - 1)),
      Enter: () => choose(box, options[at]),
      Escape: () => shut(box),
    }[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  }, true);
  document.addEventListener('click', ({ target }) => {
    const option = target.closest('.canned > li'), slash = target.closest('[data-slash]');
    if (option) choose(option.closest('form').querySelector('textarea'), option);
    if (!slash) return;
    const box = slash.form.querySelector('textarea');
    // What was written already is not pushed away.
    if (!box.value) desk.put(box, '/');
    box.focus();
    offer(box);
  });
})();
