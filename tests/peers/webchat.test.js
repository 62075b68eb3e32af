'use strict';
// The full botframework-webchat bundle, rendered without a browser, from a site of another origin.
const { test } = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { JSDOM, VirtualConsole } = require('jsdom');
const { domain, token, until } = require('./program.js');

const bundle = path.join(__dirname, 'node_modules/botframework-webchat/dist/webchat-es5.js');

/** A site that shows Web Chat: its origin is not ours, so CORS is enforced. */
const site = () => new Promise(ready => {
  const server = http.createServer((request, response) => request.url === '/webchat.js'
    ? fs.createReadStream(bundle).pipe(response.setHeader('content-type', 'text/javascript'))
    : response.setHeader('content-type', 'text/html').end('<!doctype html><script src="/webchat.js"></script><div id="webchat"></div>'));
  server.listen(0, '127.0.0.1', () => ready({ server, address: `http://127.0.0.1:${server.address().port}/` }));
});

const nothing = () => {};

/** What jsdom does not have and the bundle asks for. */
function furnish(w) {
  class Observer { observe() {} unobserve() {} disconnect() {} }
  Object.assign(w, { fetch, TextEncoder, TextDecoder, structuredClone, ResizeObserver: Observer, IntersectionObserver: Observer });
  w.matchMedia = () => ({ matches: false, addListener: nothing, removeListener: nothing, addEventListener: nothing, removeEventListener: nothing });
  w.HTMLElement.prototype.scrollTo = nothing;
  w.URL.createObjectURL = () => 'blob:x';
  w.URL.revokeObjectURL = nothing;
}

test('Web Chat shows the question, the answer and its suggested actions, and a tap on one is understood', { timeout: 120e3 }, async () => {
  const { server, address } = await site();
  const given = await token();
  const dom = await JSDOM.fromURL(address, {
    runScripts: 'dangerously', resources: 'usable', pretendToBeVisual: true, virtualConsole: new VirtualConsole(), beforeParse: furnish,
  });
  try {
    const w = dom.window;
    await until('the bundle', () => w.WebChat, 60);
    w.eval(`
      window.store = WebChat.createStore();
      WebChat.renderWebChat({
        directLine: WebChat.createDirectLine({ domain: ${JSON.stringify(domain)}, token: ${JSON.stringify(given.token)} }),
        store: window.store, locale: 'vi-VN', username: 'Anh Ba',
      }, document.getElementById('webchat'));`);
    await until('the line', () => w.store.getState().connectivityStatus === 'connected');
    w.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: 'nghỉ việc phải báo trước bao lâu' }, meta: { method: 'keyboard' } });

    const words = () => w.document.getElementById('webchat').textContent;
    await until('the question', () => words().includes('nghỉ việc phải báo trước bao lâu'));
    await until('the answer', () => words().includes('Công đoàn'));
    assert.ok(words().includes('Đã gửi'), 'the question is marked as sent');
    const advisor = () => [...w.document.querySelectorAll('button')].find(it => it.textContent.includes('Gặp tư vấn viên'));
    await until('a suggested action', advisor);
    await until('what the button leads to', () => {
      // A button just drawn may not be wired yet; once tapped it is gone.
      advisor()?.click();
      return words().includes('Mình đã chuyển');
    });
  } finally {
    dom.window.close();
    server.close();
    server.closeAllConnections();
  }
});
