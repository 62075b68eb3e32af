'use strict';
// Talks with the program as Meta does; the client messaging-api-messenger and its types judge what Graph is asked.
const { before, after, describe, test } = require('node:test');
const assert = require('node:assert/strict');
const { execFile } = require('node:child_process');
const { promisify } = require('node:util');
const graph = require('./graph.js');
const { page, graphUrl, somebody, bring, text, tap, postback, attachment, referral, comment } = require('./meta.js');
const { onPurpose, asTheirs, callFor, literalsOf, referee } = require('./messenger.js');
const { complaints } = require('./types.js');
const { until } = require('./program.js');
const sent = require('../payloads/messenger-sent.json');

const article = 'nghi-viec-bao-truoc-bao-lau';
const talk = [
  postback('Bắt đầu', 'GET_STARTED'), text('Xin chào'), text('nghỉ việc phải báo trước bao lâu'), tap('Chi tiết', `#chi-tiet:${article}`), tap('Cần làm gì', `#can-lam-gi:${article}`),
  text('👎'), tap('Khó hiểu', '#ly-do:kho-hieu'), text('hợp đồng'), text('1'), text('0'), text('thời tiết hôm nay'), text('What is my salary?'),
  text(`Em kể hơi dài ạ. ${'Công ty em làm ở khu công nghiệp, tháng nào cũng trả lương chậm. '.repeat(40)}`), postback('Công ty nợ lương thì làm gì?', 'Công ty nợ lương thì làm gì?'),
  text('điều 35 bộ luật lao động'), attachment('audio', { url: 'https://cdn.fbsbx.com/v/1.mp4' }), attachment('image', { url: 'https://congdoan.example/anh.jpg' }), attachment('sticker', { sticker_id: 369239263222822 }),
  text('công ty đang đình công'), tap('Hỏi bot', '#hoi-bot'), text('tiền làm thêm giờ tính sao'), postback('Gặp tư vấn viên', '#gap-tu-van'), text('hỏi bot'), text('xóa dữ liệu của tôi'), text('đồng ý xóa'),
];

const kindsOfTheTalk = [
  'getPageInfo', 'sendButtonTemplate postback web_url, quick replies', 'sendSenderAction mark_seen', 'sendSenderAction typing_on', 'sendText', 'sendText to a comment', 'sendText, quick replies', 'setMessengerProfile',
];
const kindsOfTheFile = [
  'sendButtonTemplate postback web_url phone_number, quick replies', 'sendFile', 'sendGenericTemplate, quick replies', 'sendImage', 'sendText', 'sendText HUMAN_AGENT', 'sendText, quick replies',
];

/** What a request is, in words: `sendText, quick replies`. */
function kindOf(request) {
  const [method] = callFor(request);
  const { recipient, sender_action: action, tag, message } = request.body ?? {};
  const buttons = new Set(message?.attachment?.payload.buttons?.map(it => it.type));
  return [method, recipient?.comment_id && 'to a comment', action, tag, ...buttons].filter(Boolean).join(' ') + (message?.quick_replies ? ', quick replies' : '');
}

describe('talks through Messenger', { skip: !graphUrl }, () => {
  const origin = graphUrl && new URL(graphUrl).origin;
  const ours = [], written = [];
  let judge;

  const carried = async () => (await fetch(`${origin}/carried`)).json();
  const saidTo = async id => (await carried()).filter(it => it.body?.message && (it.body.recipient.id ?? it.body.recipient.comment_id) === id);

  /** Brings an event, and waits for what is said to it. */
  async function say(person, event) {
    const before = (await saidTo(person)).length;
    assert.equal((await bring(person, event)).status, 200);
    await until(`an answer to ${JSON.stringify(event)}`, async () => (await saidTo(person)).length > before);
  }

  async function talkOfAll() {
    const [one, other, asked] = [somebody(), somebody(), `${page}_${somebody()}`];
    for (const event of talk)
      await say(one, event);
    await until('the word that the picture was not fetched', async () => (await saidTo(one)).some(it => kindOf(it) === 'sendText'));
    await say(other, referral());
    await bring(other, { reaction: { action: 'react', mid: 'm_1', reaction: 'love', emoji: '❤' } });
    await comment(asked, 'Công ty nợ lương hai tháng thì em phải làm gì?');
    await until('the invitation', async () => (await saidTo(asked)).length === 1);
    await promisify(execFile)('dotnet', ['run', '--no-build', '-c', process.env.CHATBOT_CONFIGURATION ?? 'Release', '--project', '../../bot/Web', '--', 'messenger-profile'], { cwd: __dirname });
    await until('the question for the name of the page', async () => (await carried()).some(it => it.method === 'GET'), 90);
  }

  before(async () => {
    judge = await referee();
    await talkOfAll();
    ours.push(...await carried());
    const reader = await graph.open(0);
    for (const { Address, Type, Body } of sent)
      assert.equal((await fetch(reader.origin + Address, { method: 'POST', headers: { 'content-type': Type }, body: Body })).status, 200, Body);
    written.push(...reader.carried);
    reader.close();
  }, { timeout: 240e3 });
  after(() => judge.close());

  test('every kind of request was seen', t => {
    t.diagnostic(`${ours.length} requests of the talk, ${written.length} of the file`);
    assert.deepEqual([...new Set(ours.map(kindOf))].sort(), kindsOfTheTalk);
    assert.deepEqual([...new Set(written.map(kindOf))].sort(), kindsOfTheFile);
  });

  test('every request is the one the client makes when it is to say the same, but for the differences on purpose', async () => {
    const seen = new Set();
    for (const request of [...ours, ...written])
      (await judge.accepts(request)).forEach(it => seen.add(it));
    assert.deepEqual(onPurpose.map(it => it.what).filter(it => !seen.has(it)), [], 'a difference that is none any more');
  });

  test('every request fits the published types', () => {
    const literals = [...ours, ...written].flatMap(it => literalsOf(asTheirs(it).request));
    const found = complaints(literals).flatMap((texts, place) => texts.map(text => ({ text, ...literals[place] })));
    assert.deepEqual(found, []);
  });
});
