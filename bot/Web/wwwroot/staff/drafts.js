// A form marked data-keep stays in the browser, field by field, until the server has kept it: neither a reload nor a lost line loses a word.
(() => {
  const key = form => `form:${form.dataset.keep}`;
  const read = form => JSON.parse(sessionStorage.getItem(key(form)) ?? '{}');

  // The server hears of a field when it changes, as if it had just been typed.
  function bringBack(form, always) {
    for (const [id, text] of Object.entries(read(form))) {
      const field = form.elements.namedItem(id);
      if (!field || field.value === text && !always) continue;
      field.value = text;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  function tend() {
    for (const form of document.querySelectorAll('form[data-keep]:not([data-tended])')) {
      form.dataset.tended = '';
      bringBack(form, false);
    }
  }

  document.addEventListener('input', ({ target }) => {
    if (target.id && target.form?.dataset.keep)
      sessionStorage.setItem(key(target.form), JSON.stringify({ ...read(target.form), [target.id]: target.value }));
  });
  // What was typed while the line was away never reached the server.
  document.addEventListener('line-back', () => document.querySelectorAll('form[data-keep]').forEach(form => bringBack(form, true)));
  // Another name means that the server has kept what stood under the old one.
  new MutationObserver(changes => {
    for (const { oldValue } of changes.filter(it => it.type === 'attributes' && it.oldValue)) sessionStorage.removeItem(`form:${oldValue}`);
    tend();
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['data-keep'], attributeOldValue: true });
  tend();
})();
