// Whoever signs out here gets no notices on this device any more: the next one at it must not read them.
(() => {
  const most = 2000;

  async function forget(form) {
    const registration = await navigator.serviceWorker?.getRegistration('/staff/');
    const known = await registration?.pushManager?.getSubscription();
    if (!known) return;
    form.elements.may.value = known.endpoint;
    await known.unsubscribe();
  }

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (!form.matches('[data-leave]')) return;
    event.preventDefault();
    // A browser that does not answer keeps nobody from leaving.
    await Promise.race([forget(form).catch(() => {}), new Promise(done => setTimeout(done, most))]);
    form.submit();
  });
})();
