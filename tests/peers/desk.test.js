'use strict';
// A reference bot behind our Direct Line as another desk, and the official ConnectorClient against our Connector.
const { before, after, describe, test } = require('node:test');
const assert = require('node:assert/strict');
const { Activity } = require('@microsoft/agents-activity');
const { ConnectorClient } = require('botframework-connector');
const { url, appId, deskAppId, open, close, entra } = require('./azure.js');
const { call, token, until } = require('./program.js');
const { openDesk, credentials } = require('./desk.js');

describe('another desk', { skip: !url }, () => {
  let desk;
  before(async () => {
    await open();
    desk = await openDesk();
  });
  after(() => {
    desk.close();
    close();
  });

  /** A worker in our web chat: says something, and waits for what is said to them. */
  async function worker() {
    const given = await token();
    const read = async () => (await call('GET', `/conversations/${given.conversation}/activities`, given.token)).body.activities.filter(it => it.from.role === 'bot' && it.type === 'message').map(it => it.text);
    const say = text => call('POST', `/conversations/${given.conversation}/activities`, given.token, { type: 'message', text });
    const hears = what => until(what, async () => (await read()).some(it => it?.includes(what)));
    return { read, say, hears, told: (of = desk.heard) => of.filter(it => it.from.id === given.user) };
  }

  test('is called with the transcript, talks with the worker, and gives back to the bot', { timeout: 60e3 }, async () => {
    const { say, hears, read, told } = await worker();
    await say('nghỉ việc phải báo trước bao lâu');
    await hears('báo trước');
    await say('gặp tư vấn viên');
    await hears('Luật sư đã đọc');
    await say('em bị nợ lương');
    await hears('Luật sư nghe: em bị nợ lương');
    const before = (await read()).length;
    await say('xong rồi');
    await until('the end', () => told(desk.done).length >= 3);
    await say('nghỉ thai sản mấy tháng');
    await hears('6 tháng');

    assert.ok((await read()).slice(before).every(it => !it.startsWith('Luật sư')), 'the desk still speaks');
    const [initiate, ...others] = told();
    assert.equal(initiate.name, 'handoff.initiate');
    assert.deepEqual(others.map(it => it.text), ['em bị nợ lương', 'xong rồi']);
    for (const it of told()) {
      Activity.fromObject(JSON.parse(JSON.stringify(it)));
      assert.equal(it.recipient.id, deskAppId);
    }
    const transcript = initiate.attachments[0].content.activities;
    assert.equal(transcript[0].text, 'nghỉ việc phải báo trước bao lâu');
    for (const line of transcript) Activity.fromObject(line);
  });

  describe('ConnectorClient', () => {
    let client;
    let conversation;
    let one;
    const as = bearer => new ConnectorClient(credentials(bearer), { baseUri: client.baseUri, noRetryPolicy: true });
    const refused = (status, code) => error => {
      assert.equal(error.statusCode, status);
      assert.equal(error.body?.error?.code ?? error.response?.parsedBody?.error?.code, code);
      return true;
    };

    before(async () => {
      one = await worker();
      await one.say('gặp tư vấn viên');
      const called = await until('the call', () => one.told()[0]);
      conversation = called.conversation.id;
      client = new ConnectorClient(credentials(() => entra(deskAppId, appId)), { baseUri: called.serviceUrl, noRetryPolicy: true });
    });

    test('sends to the conversation, and the worker hears it', async () => {
      const { id } = await client.conversations.sendToConversation(conversation, { type: 'message', text: 'Một câu', from: { id: 'lan', name: 'Lan' } });
      assert.ok(id.length > 0);
      await one.hears('Một câu');
    });

    test('replies to an activity', async () => {
      const { id } = await client.conversations.replyToActivity(conversation, 'webchat|0000001', { type: 'message', text: 'Hai câu' });
      assert.ok(id.length > 0);
      await one.hears('Hai câu');
    });

    test('shows that somebody is typing', async () => {
      assert.ok((await client.conversations.sendToConversation(conversation, { type: 'typing' })).id);
    });

    test('reads the members, whole, by pages, and one', async () => {
      const members = await client.conversations.getConversationMembers(conversation);
      assert.deepEqual(members.map(it => it.role), ['user', 'bot']);
      assert.deepEqual((await client.conversations.getConversationPagedMembers(conversation, { pageSize: 50 })).members.map(it => it.id), members.map(it => it.id));
      assert.equal((await client.conversations.getConversationMember(conversation, members[0].id)).id, members[0].id);
      assert.deepEqual((await client.conversations.getActivityMembers(conversation, '1')).map(it => it.id), members.map(it => it.id));
    });

    for (const [what, ask] of [
      ['a change', it => it.updateActivity(conversation, '1', { type: 'message', text: 'khác' })],
      ['a deletion', it => it.deleteActivity(conversation, '1')],
      ['a new conversation', it => it.createConversation({ isGroup: false, bot: { id: 'b' }, members: [{ id: 'u' }], activity: { type: 'message', text: 'Chào' } })],
      ['a history', it => it.sendConversationHistory(conversation, { activities: [] })],
      ['a file', it => it.uploadAttachment(conversation, { type: 'text/plain', name: 'a.txt', originalBase64: new Uint8Array([65]) })],
    ])
      test(`is told that ${what} cannot be done here`, () => assert.rejects(ask(client.conversations), refused(405, 'MethodNotAllowed')));

    test('is told of an unknown conversation', () =>
      assert.rejects(client.conversations.sendToConversation('webchat:site:nobody', { type: 'message', text: 'Chào' }), refused(404, 'ConversationNotFound')));

    test('is told when a message says nothing', () =>
      assert.rejects(client.conversations.sendToConversation(conversation, { type: 'message' }), refused(400, 'BadArgument')));

    for (const [what, bearer] of [
      ['of another app', () => entra('11111111-2222-4333-8444-555555555555', appId)],
      ['for another app', () => entra(deskAppId, deskAppId)],
      ['that ended', () => entra(deskAppId, appId, { nbf: 1600000000, exp: 1600003600 })],
      ['of nobody', () => 'abc'],
    ])
      test(`does not get in with a token ${what}`, () =>
        assert.rejects(as(bearer).conversations.sendToConversation(conversation, { type: 'message', text: 'Chào' }), refused(401, 'Unauthorized')));
  });
});
