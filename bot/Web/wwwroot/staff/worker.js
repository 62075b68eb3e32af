// Shows reminders while the desk is closed, and opens it when one is tapped.
addEventListener('push', event => {
  const { title, text } = event.data.json();
  event.waitUntil(registration.showNotification(title, { body: text, tag: title, renotify: true, icon: '/staff/icon-192.png', lang: 'vi' }));
});

addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil((async () => {
    const open = (await clients.matchAll({ type: 'window' })).find(it => new URL(it.url).pathname.startsWith('/staff'));
    return open ? open.focus() : clients.openWindow('/staff');
  })());
});
