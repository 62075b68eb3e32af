// Notices on this device: says how it stands with them, and switches them on or off.
(async () => {
  const form = document.querySelector('[data-push]');
  const [state, button] = [form.querySelector('[data-push-state]'), form.querySelector('[data-push-switch]')];
  const isApple = /iPhone|iPad/.test(navigator.userAgent);
  const worker = () => navigator.serviceWorker.register('/staff/worker.js');
  const coded = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const key = () => Uint8Array.from(atob(form.dataset.push.replace(/-/g, '+').replace(/_/g, '/')), it => it.charCodeAt(0));

  function show(text, deed) {
    state.textContent = text;
    button.hidden = !deed;
    button.textContent = deed === 'off' ? 'Tắt thông báo trên máy này' : 'Bật thông báo trên máy này';
    button.dataset.deed = deed ?? '';
  }

  async function tell(address, fields) {
    const body = new FormData(form);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const answer = await fetch(address, { method: 'POST', body, redirect: 'error' });
    if (!answer.ok) throw new Error(answer.status);
  }

  const give = it => tell(form.dataset.on, { endpoint: it.endpoint, key: coded(it.getKey('p256dh')), secret: coded(it.getKey('auth')) });

  async function look() {
    if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
      return show(isApple ? 'Trên iPhone, iPad: bấm Chia sẻ, chọn “Thêm vào MH chính”, rồi mở bàn tư vấn từ biểu tượng đó và vào lại trang này.' : 'Trình duyệt này không nhận được thông báo. Bạn thử Chrome, Edge hoặc Firefox; trang phải mở bằng https.');
    if (Notification.permission === 'denied')
      return show('Thông báo đang bị chặn. Bạn mở phần cài đặt của trang này trong trình duyệt (biểu tượng cạnh địa chỉ), cho phép Thông báo, rồi tải lại trang.');
    const known = await (await worker()).pushManager.getSubscription();
    if (!known) return show('Đang tắt trên máy này.', 'on');
    // Who used this browser before may have had it switched on: now it is this person's.
    await give(known);
    show('Đang bật trên máy này.', 'off');
  }

  async function switchOver() {
    const manager = (await worker()).pushManager;
    if (button.dataset.deed === 'off') {
      const known = await manager.getSubscription();
      if (known) {
        await tell(form.dataset.off, { endpoint: known.endpoint });
        await known.unsubscribe();
      }
    } else if (await Notification.requestPermission() === 'granted') {
      await navigator.serviceWorker.ready;
      await give(await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key() }));
    }
  }

  async function attempt(deed) {
    button.disabled = true;
    try {
      await deed();
    } catch {
      show('Chưa làm được, chưa có gì thay đổi. Bạn kiểm tra mạng rồi thử lại.', button.dataset.deed || 'on');
    }
    button.disabled = false;
  }

  button.addEventListener('click', () => attempt(async () => { await switchOver(); await look(); }));
  await attempt(look);
})();
