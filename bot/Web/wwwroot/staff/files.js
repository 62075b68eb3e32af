// Files for the worker: each goes to the server when it is chosen, and its number is sent with the words. What was chosen survives a reload.
window.deskFiles = (() => {
  const MOST = 10;
  const chosen = new WeakMap();

  const boxOf = form => form.querySelector('textarea[data-draft]');
  const key = form => `files:${boxOf(form).dataset.draft}`;
  const size = bytes => bytes < 1048576 ? `${Math.max(1, Math.floor(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1).replace('.', ',').replace(',0', '')} MB`;
  const say = (form, text) => { form.querySelector('[data-trouble]').textContent = text ?? ''; };

  function of(form) {
    if (!chosen.has(form)) chosen.set(form, JSON.parse(sessionStorage.getItem(key(form)) ?? '[]'));
    return chosen.get(form);
  }

  function show(form) {
    const files = of(form), list = form.querySelector('[data-chosen]'), kept = files.filter(it => it.id);
    if (kept.length) sessionStorage.setItem(key(form), JSON.stringify(kept.map(({ id, name, size }) => ({ id, name, size }))));
    else sessionStorage.removeItem(key(form));
    list.hidden = !files.length;
    list.replaceChildren(...files.map(file => row(form, file)));
  }

  function row(form, file) {
    const line = document.createElement('li'), name = document.createElement('span'), state = document.createElement('small');
    name.textContent = file.name;
    state.textContent = file.lost ? 'chưa tải lên được' : file.id ? size(file.size) : `${size(file.size)} · đang tải lên…`;
    name.append(state);
    line.append(name);
    if (file.lost) line.append(button('Thử lại', `Tải lại ${file.name}`, () => bring(form, file)));
    line.append(button('Bỏ', `Bỏ tệp ${file.name}`, () => drop(form, file)));
    return line;
  }

  function button(text, label, act) {
    const it = document.createElement('button');
    it.type = 'button';
    it.textContent = text;
    it.setAttribute('aria-label', label);
    it.onclick = act;
    return it;
  }

  function drop(form, file) {
    const files = of(form);
    files.splice(files.indexOf(file), 1);
    if (file.id) fetch(`/staff/tep/${file.id}`, { method: 'DELETE', redirect: 'manual' }).catch(() => {});
    say(form);
    show(form);
    form.querySelector('[data-files]')?.focus();
  }

  const trouble = async answer =>
    answer.type === 'opaqueredirect' || answer.status === 401 ? 'Phiên làm việc đã hết. Bạn đăng nhập lại rồi chọn lại tệp; chữ đang viết vẫn được giữ.'
    : answer.ok ? null
    : 'Máy chủ chưa nhận được tệp. Bạn thử lại sau ít giây.';

  function bring(form, file) {
    file.lost = false;
    file.done = (async () => {
      try {
        const answer = await fetch(`/staff/tep?cuoc=${encodeURIComponent(boxOf(form).dataset.draft)}`, {
          method: 'POST', body: file.bytes, redirect: 'manual', headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) },
        });
        const wrong = await trouble(answer), said = wrong ? null : await answer.json();
        if (wrong) { file.lost = true; say(form, wrong); }
        else if (said.id) file.id = said.id;
        else refuse(form, file, said.trouble);
      } catch {
        file.lost = true;
        say(form, 'Chưa tải tệp lên được vì mất kết nối. Bạn bấm Thử lại khi có mạng; chữ và tệp vẫn còn.');
      }
      show(form);
    })();
    show(form);
  }

  function refuse(form, file, why) {
    const files = of(form);
    if (files.includes(file)) files.splice(files.indexOf(file), 1);
    say(form, `Không kèm được “${file.name}”. ${why}`);
  }

  function add(form, list) {
    const most = Number(form.querySelector('[data-files]').dataset.most);
    say(form);
    for (const bytes of list) {
      const file = { name: bytes.name || 'anh.png', size: bytes.size, bytes };
      if (of(form).length >= MOST) return say(form, `Mỗi lần gửi không quá ${MOST} tệp.`);
      if (file.size > most) say(form, `Không kèm được “${file.name}”. Tệp nặng ${size(file.size)}, nhiều hơn mức ${size(most)}.`);
      else { of(form).push(file); bring(form, file); }
    }
  }

  document.addEventListener('change', ({ target }) => {
    if (!target.matches('[data-files]')) return;
    add(target.form, [...target.files]);
    target.value = '';
  });
  document.addEventListener('paste', event => {
    const { target, clipboardData } = event;
    const input = target.matches?.('textarea[data-draft]') && target.form.querySelector('[data-files]');
    if (!input || input.disabled || !clipboardData.files.length || clipboardData.getData('text')) return;
    event.preventDefault();
    add(target.form, [...clipboardData.files]);
  });

  return {
    show,
    any: form => of(form).length > 0,
    /** The numbers of what is chosen, once all is there; null when something is in the way, which is said: nothing goes without what belongs to it. */
    async ready(form) {
      const files = [...of(form)];
      await Promise.all(files.map(it => it.done));
      if (files.every(it => it.id)) return files.map(it => it.id);
      if (files.some(it => it.lost)) say(form, 'Có tệp chưa tải lên được. Bạn bấm Thử lại hoặc Bỏ rồi gửi; chữ vẫn còn.');
      return null;
    },
    clear(form) {
      chosen.set(form, []);
      show(form);
    },
  };
})();
