'use strict';
// The judges of our Messenger traffic do refuse: a good request, and the same one spoilt in one place.
const { before, after, describe, test } = require('node:test');
const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const { graphUrl } = require('./meta.js');
const { literalsOf, referee } = require('./messenger.js');
const { complaints } = require('./types.js');

const { Messenger__AppSecret: secret, Messenger__Pages__0__AccessToken: token } = process.env;
const request = body => ({
  method: 'POST', path: '/v25.0/me/messages', type: 'application/json', body,
  query: { access_token: token, appsecret_proof: graphUrl && crypto.createHmac('sha256', secret).update(token).digest('hex') },
});

const button = { type: 'postback', title: 'Chi tiết', payload: '#chi-tiet:a' };
const chips = [{ content_type: 'text', title: 'Có', payload: '#co' }];
const say = message => request({ recipient: { id: '24' }, messaging_type: 'RESPONSE', message });
const template = payload => say({ attachment: { type: 'template', payload } });

const good = {
  words: say({ text: 'Chào', quick_replies: chips }),
  tagged: request({ recipient: { id: '24' }, messaging_type: 'MESSAGE_TAG', message: { text: 'Chào' }, tag: 'HUMAN_AGENT' }),
  buttons: template({ template_type: 'button', text: 'Chào', buttons: [button] }),
  cards: template({ template_type: 'generic', elements: [{ title: 'Thai sản', subtitle: 'Nghỉ 6 tháng', buttons: [button] }] }),
  action: request({ recipient: { id: '24' }, sender_action: 'typing_on' }),
  profile: { ...request({ get_started: { payload: '#bat-dau' }, ice_breakers: [{ question: 'Hỏi', payload: 'Hỏi' }] }), path: '/v25.0/me/messenger_profile' },
};

const { words, tagged, buttons, cards, action, profile } = good;
const inBody = (it, change) => ({ ...it, body: { ...it.body, ...change } });
const inMessage = change => inBody(words, { message: { ...words.body.message, ...change } });

const otherwiseThanTheClient = {
  'another method': { ...words, method: 'PUT' },
  'another path': { ...words, path: '/v25.0/me/message' },
  'another version': { ...words, path: '/v24.0/me/messages' },
  'the token not in the query': { ...words, query: { appsecret_proof: words.query.appsecret_proof } },
  'no proof': { ...words, query: { access_token: token } },
  'a form instead of JSON': { ...words, type: 'application/x-www-form-urlencoded' },
  'a member beside the message': inBody(words, { reply: 'm_1' }),
  'a member of the message, misspelt': inMessage({ quick_reply: chips }),
  'a member of a template': template({ ...buttons.body.message.attachment.payload, title: 'Chào' }),
  'an attachment that is no template': say({ attachment: { type: 'picture', payload: { url: 'https://a.example/1.png' } } }),
  'metadata that is not ours': inMessage({ metadata: 'x' }),
};

const unlikeTheTypes = {
  'a member of the message that is none': inMessage({ quick_reply: chips }),
  'a text that is a number': inMessage({ text: 7 }),
  'a quick reply without a payload': inMessage({ quick_replies: [{ content_type: 'text', title: 'Có' }] }),
  'a quick reply of a kind that is none': inMessage({ quick_replies: [{ ...chips[0], content_type: 'words' }] }),
  'a quick reply with a link': inMessage({ quick_replies: [{ ...chips[0], url: 'https://a.example' }] }),
  'a messaging type that is none': inBody(words, { messaging_type: 'REPLY' }),
  'a tag that is none': inBody(tagged, { tag: 'HUMAN' }),
  'a recipient without an id': inBody(words, { recipient: {} }),
  'a recipient whose id is a number': inBody(words, { recipient: { id: 24 } }),
  'a template that is none': template({ template_type: 'list', elements: [] }),
  'a button without a title': template({ template_type: 'button', text: 'Chào', buttons: [{ type: 'postback', payload: '#a' }] }),
  'a button with a member that is none': template({ template_type: 'button', text: 'Chào', buttons: [{ ...button, value: '#a' }] }),
  'buttons without a text': template({ template_type: 'button', buttons: [button] }),
  'a card without a title': template({ template_type: 'generic', elements: [{ subtitle: 'Nghỉ 6 tháng' }] }),
  'a card whose button is none': template({ template_type: 'generic', elements: [{ title: 'Thai sản', buttons: ['Chi tiết'] }] }),
  'a sender action that is none': inBody(action, { sender_action: 'typing' }),
  'a profile whose start is a word': inBody(profile, { get_started: '#bat-dau' }),
  'a profile with a member that is none': inBody(profile, { menu: [] }),
};

describe('the judges of Messenger refuse', { skip: !graphUrl }, () => {
  let judge;
  before(async () => { judge = await referee(); });
  after(() => judge.close());

  test('not what is right', async () => {
    for (const it of Object.values(good)) await judge.accepts(it);
    assert.deepEqual(complaints(Object.values(good).flatMap(literalsOf)).flat(), []);
  });

  for (const [what, it] of Object.entries(otherwiseThanTheClient))
    test(`the client: ${what}`, () => assert.rejects(judge.accepts(it), trouble => !(trouble instanceof TypeError)));

  const literals = Object.entries(unlikeTheTypes).flatMap(([what, it]) => literalsOf(it).map(literal => ({ what, ...literal })));
  const found = new Set(graphUrl && complaints(literals).flatMap((texts, place) => texts.length > 0 ? [literals[place].what] : []));
  for (const what of Object.keys(unlikeTheTypes))
    test(`the types: ${what}`, () => assert.ok(found.has(what), 'the compiler said nothing'));
});
