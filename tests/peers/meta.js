'use strict';
// Plays Meta's side of the webhook: signed events of a person, the unicode escaped as Meta does.
const crypto = require('node:crypto');

const { CHATBOT_URL: url, Messenger__AppSecret: appSecret, Messenger__Pages__0__Id: page, Messenger__GraphUrl: graphUrl } = process.env;

const somebody = () => String(crypto.randomInt(1e14, 2e14));
const mid = () => `m_${crypto.randomUUID()}`;

const escaped = body => JSON.stringify(body).replace(/[\u0080-\uffff]/g, it => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`);

function post(entry) {
  const body = escaped({ object: 'page', entry: [{ id: page, time: Date.now(), ...entry }] });
  const signature = crypto.createHmac('sha256', appSecret).update(body).digest('hex');
  return fetch(`${url}/webhooks/messenger`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }, body });
}

/** Something a person does; see the kinds below. */
const bring = (person, event) => post({ messaging: [{ sender: { id: person }, recipient: { id: page }, timestamp: Date.now(), ...event }] });

const text = text => ({ message: { mid: mid(), text } });
const tap = (text, payload) => ({ message: { mid: mid(), text, quick_reply: { payload } } });
const postback = (title, payload) => ({ postback: { mid: mid(), title, payload } });
const attachment = (type, payload) => ({ message: { mid: mid(), attachments: [{ type, payload }] } });
const referral = () => ({ referral: { ref: 'to-roi', source: 'SHORTLINK', type: 'OPEN_THREAD' } });

const comment = (id, message) => post({
  changes: [{ field: 'feed', value: { item: 'comment', verb: 'add', from: { id: somebody() }, comment_id: id, created_time: Math.floor(Date.now() / 1000), message } }],
});

module.exports = { page, graphUrl, somebody, bring, text, tap, postback, attachment, referral, comment };
