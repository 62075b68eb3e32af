'use strict';
// What the workers of tests/conversations say, talk by talk.
const fs = require('node:fs');
const path = require('node:path');

const folder = path.join(__dirname, '..', 'conversations');

/** [{ name, says: ['em muốn nghỉ việc', '[Chi tiết]', '(ảnh)', …] }] */
const talks = fs.readdirSync(folder).filter(it => it.endsWith('.txt')).sort().map(name => ({
  name: name.replace('.txt', ''),
  says: fs.readFileSync(path.join(folder, name), 'utf8').split('\n').filter(it => it.startsWith('> ')).map(it => it.slice(2).trim()),
}));

const buttons = activity => [
  ...(activity.suggestedActions?.actions ?? []),
  ...(activity.attachments ?? []).flatMap(it => it.content?.buttons ?? []),
];

/** A line of a talk as the activity a channel makes of it; a tap says what the button that was offered says. */
function meant(line, heard) {
  if (line.startsWith('(ảnh)'))
    return { type: 'message', text: line.slice(5).trim(), attachments: [{ contentType: 'image/png', contentUrl: 'https://files.example/1.png', name: '1.png' }] };
  if (line === '(mở trò chuyện)') return { type: 'conversationUpdate' };
  if (!line.startsWith('[')) return { type: 'message', text: line };
  const title = line.slice(1, -1);
  const offered = heard.flatMap(buttons).findLast(it => it.title === title);
  return { type: 'message', text: String(offered?.value ?? title) };
}

/** Waits for an answer as long as one usually takes; where a person has been called there is none. */
async function answered(isThere) {
  for (const end = Date.now() + 2000; Date.now() < end && !await isThere();)
    await new Promise(done => setTimeout(done, 100));
}

module.exports = { talks, meant, answered };
