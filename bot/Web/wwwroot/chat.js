// <script src="https://chat.example.vn/chat.js" async></script> puts a button for the union's chat into the corner of any page.
(() => {
  const script = document.currentScript;
  const page = new URL('.', script.src);
  const label = script.dataset.label || 'Hỏi Công đoàn';
  const style = `
    :host { all: initial; position: fixed; right: 0; bottom: 0; z-index: 2147483000; font: 600 16px/1.3 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
    [hidden] { display: none !important; }
    button { position: fixed; right: 16px; bottom: calc(16px + env(safe-area-inset-bottom)); display: flex; align-items: center; gap: 10px; min-height: 56px; padding: 8px 20px 8px 8px;
      border: 0; border-radius: 28px; background: #a3161c; color: #fff; font: inherit; cursor: pointer; box-shadow: 0 4px 20px rgb(60 10 10 / .35); }
    button:hover { background: #8f1318; }
    button:focus-visible { outline: 3px solid #1a56c4; outline-offset: 3px; }
    img { width: 40px; height: 40px; border-radius: 50%; }
    b { position: absolute; left: 36px; top: 2px; min-width: 22px; padding: 1px 5px; box-sizing: border-box; border-radius: 11px; background: #ffd36b; color: #4d0a0c; font-size: 13px; text-align: center; }
    iframe { position: fixed; right: 16px; bottom: 16px; width: 400px; height: min(680px, calc(100vh - 32px)); border: 0; border-radius: 20px; background: #f4ede6; box-shadow: 0 12px 48px rgb(40 10 10 / .35); }
    @media (max-width: 520px) { iframe { inset: 0; width: 100%; height: 100%; border-radius: 0; } }`;

  const host = document.createElement('cong-doan-chat');
  const root = host.attachShadow({ mode: 'open' });
  const add = (tag, parent, members) => parent.appendChild(Object.assign(document.createElement(tag), members));
  const button = add('button', root, { type: 'button' });
  add('img', button, { src: new URL('chat/mark.svg', page).href, alt: '' });
  add('span', button, { textContent: label });
  const badge = add('b', button, { hidden: true });
  let frame;

  // A style sheet made here passes where the site forbids inline styles.
  if (root.adoptedStyleSheets && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  } else add('style', root, { textContent: style });

  const tell = word => frame.contentWindow.postMessage({ congDoanChat: word }, page.origin);
  function show(open) {
    if (!frame) {
      frame = add('iframe', root, { src: page.href, title: label, allow: 'clipboard-write' });
      frame.onload = () => tell(frame.hidden ? 'closed' : 'opened');
    }
    frame.hidden = !open;
    button.hidden = open;
    button.setAttribute('aria-expanded', String(open));
    tell(open ? 'opened' : 'closed');
    (open ? frame : button).focus();
  }
  button.setAttribute('aria-expanded', 'false');
  button.onclick = () => show(true);
  addEventListener('message', ({ source, origin, data }) => {
    if (!frame || source !== frame.contentWindow || origin !== page.origin) return;
    if (data?.congDoanChat === 'close') show(false);
    if (data?.congDoanChat === 'unread') {
      badge.textContent = data.unread;
      badge.hidden = !data.unread;
    }
  });
  const place = () => document.body.append(host);
  if (document.body) place();
  else addEventListener('DOMContentLoaded', place);
})();
