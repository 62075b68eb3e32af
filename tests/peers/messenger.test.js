'use strict';
// Talks with the program as Meta does; the client messaging-api-messenger and its types judge what Graph is asked.
const { before, after, describe, test } = require('node:test');
const assert = require('node:assert/strict');
const { execFile } = require('node:child_process');
const { promisify } = require('node:util');
const { MessengerClient } = require('messaging-api-messenger');
const graph = require('./graph.js');
const { page, graphUrl, somebody, bring, text, tap, postback, attachment, referral, comment } = require('./meta.js');
const { onPurpose, asTheirs, callFor, literalsOf } = require('./messenger.js');
const { complaints } = require('./types.js');
const { until } = require('./program.js');

const article = 'nghi-viec-bao-truoc-bao-lau';
const talk = [
  postback('Bắt đầu', 'GET_STARTED'), text('Xin chào'), text('nghỉ việc phải báo trước bao lâu'), tap('Chi tiết', `#chi-tiet:${article}`), tap('Cần làm gì', `#can-lam-gi:${article}`),
  text('👎'), tap('Khó hiểu', '#ly-do:kho-hieu'), text('hợp đồng'), text('1'), text('0'), text('thời tiết hôm nay'), text('What is my salary?'),
  text(`Em kể hơi dài ạ. ${'Công ty em làm ở khu công nghiệp, tháng nào cũng trả lương chậm. '.repeat(40)}`), postback('Công ty nợ lương thì làm gì?', 'Công ty nợ lương thì làm gì?'),
  text('điều 35 bộ luật lao động'), attachment('audio', { url: 'https://cdn.fbsbx.com/v/1.mp4' }), attachment('image', { url: 'https://congdoan.example/anh.jpg' }), attachment('sticker', { sticker_id: 369239263222822 }),
  text('công ty đang đình công'), tap('Hỏi bot', '#hoi-bot'), text('tiền làm thêm giờ tính sao'), postback('Gặp tư vấn viên', '#gap-tu-van'), text('hỏi bot'), text('xóa dữ liệu của tôi'), text('đồng ý xóa'),
];

describe('talks through Messenger', { skip: !graphUrl }, () => {
  const origin = graphUrl && new URL(graphUrl).origin;
  let reference, client, ours;

  const carried = async () => (await fetch(`${origin}/carried`)).json();
  const saidTo = async id => (await carried()).filter(it => it.body?.message && (it.body.recipient.id ?? it.body.recipient.comment_id) === id);

  /** Brings an event, and waits for what is said to it. */
  async function say(person, event) {
    const before = (await saidTo(person)).length;
    assert.equal((await bring(person, event)).status, 200);
    await until(`an answer to ${JSON.stringify(event)}`, async () => (await saidTo(person)).length > before);
  }

  /** The request the client makes when it is to say the same. */
  async function theirs(request) {
    const [method, ...given] = callFor(request);
    await client[method](...given);
    return JSON.parse(JSON.stringify(reference.carried.at(-1)));
  }

  before(async () => {
    const { Messenger__AppSecret: appSecret, Messenger__Pages__0__AccessToken: accessToken } = process.env;
    reference = await graph.open(0);
    client = new MessengerClient({ accessToken, appSecret, version: new URL(graphUrl).pathname.slice(1), origin: reference.origin });

    const [one, other, asked] = [somebody(), somebody(), `${page}_${somebody()}`];
    for (const event of talk)
      await say(one, event);
    await say(other, referral());
    await bring(other, { reaction: { action: 'react', mid: 'm_1', reaction: 'love', emoji: '❤' } });
    await comment(asked, 'Công ty nợ lương hai tháng thì em phải làm gì?');
    await until('the invitation', async () => (await saidTo(asked)).length === 1);
    await promisify(execFile)('dotnet', ['run', '--no-build', '-c', process.env.CHATBOT_CONFIGURATION ?? 'Release', '--project', '../../bot/Web', '--', 'messenger-profile'], { cwd: __dirname });
    await until('the question for the name of the page', async () => (await carried()).some(it => it.method === 'GET'), 90);
    ours = await carried();
  }, { timeout: 300e3 });
  after(() => reference.close());

  test('every request is the one the client makes when it is to say the same, but for the differences on purpose', async () => {
    const seen = new Set();
    for (const one of ours) {
      const { request, changed } = asTheirs(one);
      changed.forEach(it => seen.add(it));
      assert.deepEqual(request, await theirs(request));
    }
    assert.deepEqual(onPurpose.map(it => it.what).filter(it => !seen.has(it)), [], 'a difference that is none any more');
  });

  test('every request fits the published types', () => {
    const literals = ours.flatMap(it => literalsOf(asTheirs(it).request));
    const found = complaints(literals).flatMap((texts, place) => texts.map(text => ({ text, ...literals[place] })));
    assert.deepEqual(found, []);
  });
});
