'use strict';
// The running program, and what the tests need of it.
const crypto = require('node:crypto');

const url = process.env.CHATBOT_URL;
const secret = process.env.CHATBOT_SECRET;
if (!url || !secret) throw new Error('Set CHATBOT_URL and CHATBOT_SECRET, or run tests/peers/run.sh');

const domain = `${url}/v3/directline`;
const somebody = () => `dl_${crypto.randomBytes(8).toString('hex')}`;

async function call(method, path, bearer, body) {
  const answer = await fetch(domain + path, {
    method,
    headers: { authorization: `Bearer ${bearer}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

/** A token for somebody new, or for the person named. */
async function token(user = somebody()) {
  const { body } = await call('POST', '/tokens/generate', secret, { user: { id: user } });
  return { user, token: body.token, conversation: body.conversationId };
}

/** Waits until something is so, and says what it was; fails after the given seconds. */
async function until(what, isSo, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await isSo();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await new Promise(go => setTimeout(go, 50));
  }
}

module.exports = { url, secret, domain, somebody, call, token, until };
