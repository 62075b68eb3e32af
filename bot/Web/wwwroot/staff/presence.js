// Tells the server now and then that a conversation is before somebody's eyes, and when they write; never what.
(() => {
  const READS = 10000, TYPES = 4000, RESTS = 5000;
  let typing = false, last = 0, rest = 0;

  function beat(isTyping) {
    const form = document.querySelector('[data-composer]');
    const server = document.visibilityState === 'visible' && form && desk.server(form);
    if (!server) return;
    [typing, last] = [isTyping, Date.now()];
    server.invokeMethodAsync('Beat', isTyping).catch(() => {});
  }

  document.addEventListener('input', ({ target }) => {
    if (!target.matches('textarea[data-draft]')) return;
    clearTimeout(rest);
    rest = setTimeout(() => beat(false), RESTS);
    if (!typing || Date.now() - last > TYPES) beat(true);
  });
  document.addEventListener('composer-ready', () => beat(false));
  document.addEventListener('composer-sent', () => { clearTimeout(rest); beat(false); });
  document.addEventListener('visibilitychange', () => beat(false));
  setInterval(() => { if (Date.now() - last > READS - 500) beat(typing); }, READS);
})();
