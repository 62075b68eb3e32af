'use strict';
// Talks with the program as Azure's channels do; the published schema and the official reference bot judge what comes back.
const { before, after, describe, test } = require('node:test');
const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const { Activity } = require('@microsoft/agents-activity');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
const { url, carried, open, close, activity, post } = require('./azure.js');
const { until } = require('./program.js');
const { serve } = require('./reference.js');
const { talks, meant, answered } = require('./talks.js');

const says = [
  'Xin chào', 'nghỉ việc phải báo trước bao lâu', '#bai:nghi-viec-bao-truoc-bao-lau', '#chi-tiet:nghi-viec-bao-truoc-bao-lau', '👎', 'hợp đồng', '1', '0',
  'thời tiết hôm nay', 'What is my salary?', 'công ty đang đình công', 'hỏi bot', 'gặp tư vấn viên', 'hỏi bot', 'xóa dữ liệu của tôi',
];

const of = conversation => carried.filter(it => it.body.conversation?.id === conversation.id && it.body.type !== 'typing');

/** Says something, and waits for what is said to it. */
async function say(text, change) {
  const before = of(change.conversation).length;
  assert.equal((await post(activity(text, change))).status, 200);
  await until(`an answer to ${text}`, () => of(change.conversation).slice(before).some(it => it.body.type === 'message'));
}

describe('talks through Azure', { skip: !url }, () => {
  before(open);
  after(close);

  for (const channelId of ['webchat', 'facebook', 'emulator'])
    test(`every activity of a long talk on ${channelId} fits the published schema`, { timeout: 180e3 }, async () => {
      const conversation = { id: crypto.randomUUID() };
      assert.equal((await post(activity(undefined, { type: 'conversationUpdate', channelId, conversation, membersAdded: [{ id: 'dl_u1' }] }))).status, 200);
      for (const text of says)
        await say(text, { channelId, conversation });

      const said = of(conversation);
      assert.ok(said.length > says.length, `only ${said.length} activities`);
      for (const { body, bearer } of [...said, ...carried.filter(it => it.body.type === 'typing')]) {
        Activity.fromObject(body);
        assert.equal(bearer, 'Bearer our-token');
      }
      assert.ok(said.some(it => it.body.suggestedActions), 'no suggested actions were seen');
      assert.ok(said.some(it => it.body.attachments?.some(card => card.contentType.endsWith('card.hero'))), 'no card was seen');
    });

  for (const { name, says: lines } of talks)
    test(`every activity of the talk ${name} fits the published schema behind Facebook`, { timeout: 60e3 }, async () => {
      const conversation = { id: crypto.randomUUID() };
      const said = () => of(conversation).map(it => it.body);
      for (const line of lines) {
        const before = said().length;
        assert.equal((await post(activity(undefined, { channelId: 'facebook', conversation, membersAdded: [{ id: 'dl_u1' }], ...meant(line, said()) }))).status, 200);
        await answered(() => said().length > before);
      }

      assert.ok(said().length > 0, 'the bot said nothing');
      for (const it of said()) Activity.fromObject(it);
    });

  test('the desk behind the channel is called with a transcript of the schema', async () => {
    const conversation = { id: crypto.randomUUID() };
    await say('Tôi bị nợ lương ba tháng', { conversation });
    await say('gặp tư vấn viên', { conversation });

    const call = await until('the call', () => of(conversation).find(it => it.body.name === 'handoff.initiate'));
    Activity.fromObject(call.body);
    const { activities } = call.body.attachments.find(it => it.name === 'Transcript').content;
    assert.ok(activities.length >= 2);
    for (const line of activities) Activity.fromObject(line);
    assert.equal(activities[0].text, 'Tôi bị nợ lương ba tháng');
  });

  test('expected replies fit the schema and answer what was asked', async () => {
    const given = activity('nghỉ việc phải báo trước bao lâu', { deliveryMode: 'expectReplies' });
    const { activities } = await (await post(given)).json();

    assert.ok(activities.length >= 1);
    for (const reply of activities) {
      Activity.fromObject(reply);
      assert.equal(reply.replyToId, given.id);
    }
    assert.deepEqual(of(given.conversation), []);
  });

  test('our traffic is addressed as that of the official reference bot', async () => {
    const reference = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '', MicrosoftAppPassword: '', MicrosoftAppType: 'MultiTenant' }));
    const bot = await serve(reference, context => context.sendActivity('Chào'));
    try {
      const given = activity('Xin chào');
      await fetch(bot.address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(given) });
      const theirs = of(given.conversation).find(it => it.body.text === 'Chào');
      const again = { ...given, conversation: { id: crypto.randomUUID() } };
      await say(again.text, again);
      const ours = of(again.conversation)[0];

      const addressed = ({ method, path, body }, conversation) => JSON.parse(JSON.stringify({
        method, path, type: body.type, from: body.from.id, recipient: body.recipient.id, conversation: body.conversation.id,
        replyToId: body.replyToId, channelId: body.channelId, serviceUrl: body.serviceUrl, locale: body.locale, inputHint: body.inputHint,
      }).replaceAll(conversation.id, 'C'));
      assert.deepEqual(addressed(ours, again.conversation), addressed(theirs, given.conversation));
    } finally {
      bot.close();
    }
  });
});
