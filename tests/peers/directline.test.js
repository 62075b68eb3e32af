'use strict';
// botframework-directlinejs, the official client, talks to our Direct Line.
const { after, test } = require('node:test');
const assert = require('node:assert/strict');
const { secret, domain, call, token, until } = require('./program.js');

const sockets = [];
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = class extends require('ws') {
  constructor(...given) {
    super(...given);
    sockets.push(this);
  }
};
const { ConnectionStatus, DirectLine } = require('botframework-directlinejs');

const open = [];
after(() => open.forEach(line => line.end()));

function talk(options) {
  const line = new DirectLine({ domain, ...options });
  const heard = [];
  const states = [];
  open.push(line);
  // A line that ends, as all do after the tests, says so as an error.
  const ended = () => {};
  line.connectionStatus$.subscribe(state => states.push(ConnectionStatus[state]), ended);
  line.activity$.subscribe(activity => heard.push(activity), ended);
  const say = (text, id = Math.random().toString(36).slice(2)) => new Promise((resolve, reject) =>
    line.postActivity({ type: 'message', from: { id: 'x' }, text, locale: 'vi-VN', channelData: { clientActivityID: id } }).subscribe(resolve, reject));
  const reply = (after = 0) => until('a reply', () => heard.slice(after).find(it => it.type === 'message' && it.from.role === 'bot' && it.suggestedActions));
  return { line, heard, states, say, reply };
}

const ids = heard => heard.filter(it => it.type === 'message').map(it => it.id);
const noneTwice = heard => assert.equal(new Set(ids(heard)).size, ids(heard).length);

test('a question with a token over a WebSocket: own echo, then the reply, in the name of the token', async () => {
  const given = await token();
  const { heard, states, say, reply } = talk({ token: given.token, webSocket: true });

  const id = await say('Nghỉ việc phải báo trước bao lâu?', 'first');
  await reply();

  assert.match(id, new RegExp(`^${given.conversation}\\|\\d{7}$`));
  const messages = heard.filter(it => it.type === 'message');
  assert.equal(messages[0].id, id);
  assert.equal(messages[0].from.id, given.user);
  assert.equal(messages[0].channelData.clientActivityID, 'first');
  assert.ok(messages.slice(1).every(it => it.from.role === 'bot'));
  assert.deepEqual(states.slice(0, 3), ['Uninitialized', 'Connecting', 'Online']);
  noneTwice(heard);
});

test('the same by polling', async () => {
  const given = await token();
  const { heard, states, say, reply } = talk({ token: given.token, webSocket: false, pollingInterval: 300 });

  await say('Tôi bị nợ lương');
  await reply();
  await say('Nghỉ thai sản mấy tháng?');
  await reply(heard.length);

  assert.ok(states.includes('Online'));
  noneTwice(heard);
  assert.deepEqual(ids(heard), [...ids(heard)].sort());
});

test('the secret begins a conversation of its own', async () => {
  const { heard, say, reply } = talk({ secret, webSocket: true });

  await say('Xin chào');
  await reply();

  assert.equal(heard[0].from.id, 'x');
  noneTwice(heard);
});

test('a killed socket is replaced, goes on from the watermark, and brings nothing twice', { timeout: 60e3 }, async () => {
  const given = await token();
  const { heard, say, reply } = talk({ token: given.token, webSocket: true });
  await say('Xin chào');
  await reply();
  const before = heard.length;

  sockets.at(-1).terminate();
  // Said by the same person elsewhere while the line is down.
  await call('POST', `/conversations/${given.conversation}/activities`, given.token, { type: 'message', text: 'Tôi bị nợ lương' });
  await reply(before);

  assert.ok(heard.slice(before).some(it => it.text === 'Tôi bị nợ lương'));
  noneTwice(heard);
});

test('a second client of the same person first hears all that was said', async () => {
  const given = await token();
  const first = talk({ token: given.token, webSocket: true });
  await first.say('Xin chào');
  await first.reply();

  const second = talk({ token: (await token(given.user)).token, webSocket: true });

  await until('the history', () => ids(second.heard).length >= ids(first.heard).length);
  assert.deepEqual(ids(second.heard), ids(first.heard));
});

test('a false token is reported as expired, not as a broken line', async () => {
  const { states } = talk({ token: 'a.b.c', webSocket: true });

  await until('ExpiredToken', () => states.includes('ExpiredToken') || states.includes('FailedToConnect'));
});
