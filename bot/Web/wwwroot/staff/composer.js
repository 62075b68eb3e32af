// What is being written stays in the browser, letter by letter, and is handed over once, on sending.
window.desk = (() => {
  const MOST = 20000, servers = new WeakMap(), bottoms = new WeakMap(), sure = new WeakMap();
  let away = false;

  const key = box => `draft:${box.dataset.draft}`;
  const boxOf = form => form.querySelector('textarea');
  const read = box => JSON.parse(sessionStorage.getItem(key(box)) ?? '{}');
  const say = (form, text) => { form.querySelector('[data-trouble]').textContent = text ?? ''; };

  function keep(box, sending = false, note = false) {
    sessionStorage.removeItem(key(box));
    try {
      if (box.value || sending) sessionStorage.setItem(key(box), JSON.stringify({ text: box.value, sending, note }));
    } catch { /* a browser keeps a few million letters at most; what is longer stays in the box, which says that it is too long */ }
  }

  const tooLong = 'Tin dài quá 20.000 chữ. Bạn chia thành nhiều tin.';

  function grow(box) {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  }

  function empty(box) {
    box.value = '';
    keep(box);
    grow(box);
  }

  function gone(form, note) {
    document.dispatchEvent(new Event('composer-sent'));
    empty(boxOf(form));
    if (!note) deskFiles.clear(form);
  }

  function hold(form, busy) {
    form.classList.toggle('sending', busy);
    boxOf(form).readOnly = busy;
  }

  // Resolves once the line has been away and back for a moment: an answer that was on its way then may never come.
  const lineWasLost = () => new Promise(done => document.addEventListener('line-back', () => setTimeout(done, 2000, 'lost'), { once: true }));

  async function settle(form, text, note, files) {
    if (await servers.get(form).invokeMethodAsync('IsSaid', text, note, files)) gone(form, note);
    else { keep(boxOf(form)); say(form, 'Tin này chưa gửi vì mất kết nối. Bạn bấm Gửi lần nữa.'); }
  }

  // Of a canned reply: asked about once, and sent as it stands when the same text is sent again.
  function hasBlank(form, text) {
    const blank = text.match(/\{[^{}\n]+\}/);
    if (!blank || sure.get(form) === text) return false;
    sure.set(form, text);
    say(form, `Còn chỗ chưa điền: ${blank[0]}. Bạn điền rồi gửi, hoặc bấm Gửi lần nữa để gửi nguyên như vậy.`);
    boxOf(form).focus();
    boxOf(form).setSelectionRange(blank.index, blank.index + blank[0].length);
    return true;
  }

  async function send(form, note = false) {
    const box = boxOf(form), text = box.value;
    if (box.readOnly || !text.trim() && (note || !deskFiles.any(form)) || !note && form.querySelector('.send').disabled) return;
    if (text.length > MOST) return say(form, tooLong);
    if (away || !servers.has(form)) return say(form, 'Đang mất kết nối. Chữ của bạn được giữ; nối lại xong, bạn bấm Gửi.');
    if (!note && hasBlank(form, text)) return;
    hold(form, true);
    try {
      const files = note ? [] : await deskFiles.ready(form);
      if (!files) return;
      say(form);
      keep(box, true, note);
      const trouble = await Promise.race([servers.get(form).invokeMethodAsync('Send', { text, isNote: note, seen: Number(form.dataset.seen), files }), lineWasLost()]);
      if (trouble === 'lost') await settle(form, text, note, files);
      else if (trouble) { keep(box); say(form, trouble); }
      else gone(form, note);
    } catch {
      keep(box);
      say(form, 'Chưa gửi được. Chữ của bạn vẫn còn; bạn thử lại.');
    } finally {
      hold(form, false);
      if (matchMedia('(pointer: fine)').matches) box.focus();
    }
  }

  function tend() {
    for (const box of document.querySelectorAll('textarea[data-draft]:not([data-tended])')) {
      box.dataset.tended = '';
      box.value ||= read(box).text ?? '';
      keep(box, read(box).sending, read(box).note);
      grow(box);
    }
    for (const pane of document.querySelectorAll('[data-stick]'))
      if (bottoms.get(pane) !== false) pane.scrollTop = pane.scrollHeight;
  }

  document.addEventListener('input', ({ target }) => {
    if (!target.matches('textarea[data-draft]')) return;
    keep(target);
    grow(target);
    if (target.value.length > MOST) say(target.form, tooLong);
    else if (target.form.querySelector('[data-trouble]').textContent === tooLong) say(target.form);
  });
  document.addEventListener('submit', event => {
    if (!event.target.matches('[data-composer]')) return;
    event.preventDefault();
    send(event.target, event.submitter?.matches('[data-note]'));
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.ctrlKey && !event.isComposing && event.target.matches('textarea[data-draft]')) {
      event.preventDefault();
      send(event.target.form, event.altKey);
    }
    if (event.key === 'Escape') document.querySelector('.account[open]')?.removeAttribute('open');
  });
  document.addEventListener('click', ({ target }) => {
    // A dialog is its own backdrop: what is pressed beside its contents closes it.
    if (target.matches('dialog')) target.close();
    document.getElementById(target.closest('[data-dialog]')?.dataset.dialog)?.showModal();
    target.closest('[data-close]')?.closest('dialog').close();
    const open = document.querySelector('.account[open]');
    if (open && (!open.contains(target) || target.closest('.sheet a'))) open.removeAttribute('open');
  });
  document.addEventListener('scroll', ({ target }) => {
    if (target.matches?.('[data-stick]')) bottoms.set(target, target.scrollHeight - target.scrollTop - target.clientHeight < 60);
  }, true);
  document.addEventListener('line-lost', () => { away = true; });
  document.addEventListener('line-back', () => { away = false; });

  // The keyboard of some phones covers the page instead of making it smaller.
  const fit = () => { document.documentElement.style.setProperty('--height', `${visualViewport.height}px`); tend(); };
  visualViewport?.addEventListener('resize', fit);
  new MutationObserver(tend).observe(document, { childList: true, subtree: true });
  tend();

  return {
    put(box, text) {
      box.value = text;
      keep(box);
      grow(box);
    },
    server: form => away ? null : servers.get(form),
    attach(form, server) {
      servers.set(form, server);
      tend();
      deskFiles.show(form);
      document.dispatchEvent(new Event('composer-ready'));
      const { text, sending, note } = read(boxOf(form));
      if (sending) deskFiles.ready(form).then(files => settle(form, text, note ?? false, note ? [] : files));
    },
    focus(form) {
      if (matchMedia('(pointer: fine)').matches) boxOf(form).focus();
    },
  };
})();
