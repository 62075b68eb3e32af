// The line to the server: comes back by itself, and says so while it is away.
(() => {
  const soon = tries => tries > 400 ? null : Math.min(200 * 1.6 ** tries, 5000);
  Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 400, retryIntervalMilliseconds: soon } } });

  const box = document.getElementById('components-reconnect-modal');
  let away = false;
  box.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
    away = state !== 'hide';
    document.dispatchEvent(new CustomEvent(away ? 'line-lost' : 'line-back'));
    // The server knows this page no more, it was started anew: a fresh page shows the same, and drafts are kept.
    if (state === 'rejected' || state === 'resume-failed') location.reload();
  });

  async function again() {
    if (!away) return;
    try {
      if (!await Blazor.reconnect()) location.reload();
    } catch { /* still away: whoever waits sees it */ }
  }
  box.querySelector('[data-again]').addEventListener('click', again);
  addEventListener('online', again);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && box.classList.contains('components-reconnect-failed') && again());
})();
