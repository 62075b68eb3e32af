'use strict';
// The published schema of activities judges everything we say.
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { Activity } = require('@microsoft/agents-activity');
const { domain, call, token, until } = require('./program.js');
const { talks, meant, answered } = require('./talks.js');

const says = [
  'Xin chào', 'nghỉ việc phải báo trước bao lâu', '#bai:nghi-viec-bao-truoc-bao-lau', '#chi-tiet:nghi-viec-bao-truoc-bao-lau', '👎', 'Khó hiểu', 'hợp đồng', '1', '0', 'thời tiết hôm nay', 'What is my salary?',
  'công ty đang đình công', 'hỏi bot', 'gặp tư vấn viên', 'hỏi bot', 'xóa dữ liệu của tôi',
];

async function all({ conversation, token: bearer }) {
  const { body } = await call('GET', `/conversations/${conversation}/activities`, bearer);
  return body.activities;
}

async function answers(given, post) {
  const before = (await all(given)).length;
  await post();
  return until('an answer', async () => {
    const now = await all(given);
    return now.slice(before).some(it => it.from.role === 'bot') && now;
  });
}

test('every activity of a long talk fits the published schema', { timeout: 180e3 }, async () => {
  const given = await token();
  let said;
  for (const text of says)
    said = await answers(given, () => call('POST', `/conversations/${given.conversation}/activities`, given.token, { type: 'message', text }));

  assert.ok(said.length > 2 * says.length - 2, `only ${said.length} activities`);
  for (const activity of said) Activity.fromObject(activity);
  assert.ok(said.some(it => it.suggestedActions), 'no suggested actions were seen');
  assert.ok(said.some(it => it.attachments?.length), 'no card was seen');
});

for (const { name, says: lines } of talks)
  test(`every activity of the talk ${name} fits the published schema`, { timeout: 60e3 }, async () => {
    const given = await token();
    let said = [];
    for (const line of lines) {
      const before = said.length;
      await call('POST', `/conversations/${given.conversation}/activities`, given.token, meant(line, said));
      await answered(async () => (said = await all(given)).slice(before).some(it => it.from.role === 'bot'));
    }

    assert.ok(said.some(it => it.from.role === 'bot' && it.text), 'the bot said nothing');
    for (const activity of said) Activity.fromObject(activity);
  });

test('a file is answered in words, and what comes back fits the schema', async () => {
  const given = await token();
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify({ type: 'message', from: { id: given.user } })], { type: 'application/vnd.microsoft.activity' }));
  form.append('file', new Blob(['x'], { type: 'application/pdf' }), 'hop-dong.pdf');

  const said = await answers(given, async () => {
    const answer = await fetch(`${domain}/conversations/${given.conversation}/upload?userId=${given.user}`, {
      method: 'POST', headers: { authorization: `Bearer ${given.token}` }, body: form,
    });
    assert.equal(answer.status, 200);
  });

  assert.equal(said[0].attachments[0].name, 'hop-dong.pdf');
  for (const activity of said) Activity.fromObject(activity);
});
