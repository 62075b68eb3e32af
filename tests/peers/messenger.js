'use strict';
// The client messaging-api-messenger as judge: one of our requests to Graph, and what the client sends when it is to say the same.
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { camelcaseKeysDeep: camel } = require('messaging-api-common');
const { MessengerClient } = require('messaging-api-messenger');
const graph = require('./graph.js');

/** Stands in a call where the bytes of a file belong. */
const file = '@file';

/** Where we differ from the client on purpose: `as` writes our request the client's way. */
const onPurpose = [
  {
    what: 'the path names the page',
    why: 'one program answers for several pages; `me` is the page of the token',
    as: it => ({ ...it, path: it.path.replace(/^(\/v[\d.]+\/)\d+/, '$1me') }),
  },
  {
    what: 'Content-Type says utf-8',
    why: 'it is what the bytes are; Graph takes both',
    as: it => ({ ...it, type: it.type?.replace('; charset=utf-8', '') }),
  },
  {
    what: 'message.metadata',
    why: 'comes back in the echo: tells our message, even one whose outcome is unknown, from what a person typed in the Page inbox',
    as: it => ({ ...it, body: it.body?.message?.metadata?.startsWith('outbox:') ? { ...it.body, message: { ...it.body.message, metadata: undefined } } : it.body }),
  },
  {
    what: 'ice breakers by locale',
    why: 'as Meta documents them since the client was written; it knows the list alone',
    as: it => ({ ...it, body: it.body?.ice_breakers ? { ...it.body, ice_breakers: it.body.ice_breakers[0].call_to_actions } : it.body }),
  },
];

const plain = value => JSON.parse(JSON.stringify(value));

/** Our request as the client would write it, and what had to be changed for that. */
function asTheirs(request) {
  let now = plain(request);
  const changed = onPurpose.filter(({ as }) => {
    const before = JSON.stringify(now);
    now = plain(as(now));
    return JSON.stringify(now) !== before;
  });
  return { request: now, changed: changed.map(it => it.what) };
}

/** The name of the client's method and what it is given. What the client has no place for is left out: it is missing from what the client sends. */
function callFor({ method, path: to, query, body }) {
  if (method === 'GET') return ['getPageInfo', { fields: query.fields.split(',') }];
  if (to.endsWith('/messenger_profile')) return ['setMessengerProfile', camel(body)];
  const { recipient, senderAction, messagingType, tag, message } = camel(body);
  if (senderAction) return ['sendSenderAction', recipient, senderAction];
  const { type, payload = {} } = message.attachment ?? {};
  const options = plain({ messagingType, tag, quickReplies: message.quickReplies });
  if (body.filedata) return [type === 'image' ? 'sendImage' : 'sendFile', recipient, file, options];
  if (payload.templateType === 'generic') return ['sendGenericTemplate', recipient, payload.elements, options];
  return payload.templateType === 'button'
    ? ['sendButtonTemplate', recipient, payload.text, payload.buttons, options]
    : ['sendText', recipient, message.text, options];
}

/** The typed literals one of our requests stands for: the call's arguments, and the parts that have a type of their own. */
function literalsOf(request) {
  const [method, ...given] = callFor(request);
  const { recipient, message } = camel(request.body ?? {});
  const literals = [{ type: `Parameters<MessengerClient['${method}']>`, value: given }];
  if (method === 'setMessengerProfile') literals.push({ type: 'MessengerTypes.MessengerProfile', value: given[0] });
  if (recipient) literals.push({ type: `MessengerTypes.${recipient.commentId ? 'RecipientWithCommentId' : 'RecipientWithID'}`, value: recipient });
  if (message) literals.push({ type: `MessengerTypes.${request.body.filedata ? 'FileDataMediaAttachmentMessage' : message.attachment ? 'AttachmentMessage' : 'TextMessage'}`, value: message });
  return literals;
}

function streamOf({ name, bytes }) {
  const kept = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'peers-')), name);
  fs.writeFileSync(kept, Buffer.from(bytes, 'base64'));
  return fs.createReadStream(kept).on('close', () => fs.rmSync(path.dirname(kept), { recursive: true }));
}

/** The client, with a Graph of its own. `accepts` fails when the client would send otherwise, and tells the differences on purpose. */
async function referee() {
  const { Messenger__AppSecret: appSecret, Messenger__Pages__0__AccessToken: accessToken } = process.env;
  const { origin, carried, close } = await graph.open(0);
  const client = new MessengerClient({ accessToken, appSecret, version: 'v25.0', origin });

  async function accepts(one) {
    const { request, changed } = asTheirs(one);
    const [method, ...given] = callFor(request);
    await client[method](...given.map(it => it === file ? streamOf(request.body.filedata) : it));
    assert.deepEqual(request, plain(carried.at(-1)));
    return changed;
  }

  return { accepts, close };
}

module.exports = { file, onPurpose, asTheirs, callFor, literalsOf, referee };
