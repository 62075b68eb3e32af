import { Line } from './line.js';
import { memory } from './memory.js';
import { Outgoing } from './outgoing.js';
import { find, icon, make } from './parts.js';
import { View } from './view.js';

const LONGEST = 8000;
const TITLE = document.title;
const TOPICS = [
  ['wage', 'Tiền lương', 'Công ty chậm trả lương phải làm sao?'],
  ['leave', 'Nghỉ việc', 'Nghỉ việc phải báo trước bao lâu?'],
  ['baby', 'Thai sản', 'Nghỉ thai sản được mấy tháng?'],
  ['shield', 'BHXH một lần', 'Khi nào được rút BHXH một lần?'],
  ['search', 'Thất nghiệp', 'Làm sao nhận trợ cấp thất nghiệp?'],
  ['person', 'Gặp tư vấn viên', 'Gặp tư vấn viên'],
];
const PRIVACY = `Công đoàn giữ nội dung bạn nhắn ở đây để trả lời bạn, không chuyển cho công ty của bạn. Bạn không cần nêu tên thật.

Trang này không dùng cookie theo dõi; máy bạn chỉ nhớ cuộc trò chuyện để lần sau mở lại. Dùng máy chung, bạn chọn “Cuộc trò chuyện mới” khi xong.

Muốn xóa khỏi hệ thống, chọn “Xóa dữ liệu của tôi”.`;

const framed = window.parent !== window;
const field = find('words');
const wide = matchMedia('(hover: hover)').matches;
let visible = !framed;
let unread = 0;
let quietly = 0;

const say = words => outgoing.add(words);
const view = new View({ tap: say, again: id => outgoing.again(id) });
const line = new Line({
  activities: list => {
    const news = view.show(list);
    welcome();
    speaker(list);
    if (loaded) count(news.length);
  },
  state: word => {
    loaded ||= word === 'online';
    network(word);
    if (word === 'online') {
      welcome();
      outgoing.flush();
    }
  },
  lost: () => {
    view.clear();
    view.note('Cuộc trò chuyện trước không còn mở lại được, nên mình bắt đầu cuộc mới.');
    memory.waiting.forEach(it => view.outgoing(it));
  },
});
const outgoing = new Outgoing(line, message => {
  view.outgoing(message);
  welcome();
});
let loaded = false;

// The greeting stands only where nothing was said, and not before we know that.
function welcome() {
  find('welcome').hidden = !loaded || !view.empty;
}

function speaker(list) {
  const last = list.filter(it => it.type === 'message' && it.from?.role !== 'user').pop();
  if (!last) return;
  const person = last.from.id === 'tu-van-vien';
  find('speaker').className = person ? 'person' : '';
  find('speaker').textContent = person ? `${last.from.name} · người thật` : 'Trợ lý tự động của Công đoàn';
}

// A short break is nobody's business.
function network(word) {
  clearTimeout(quietly);
  if (word === 'online') find('network').textContent = '';
  else quietly = setTimeout(() => {
    find('network').textContent = navigator.onLine ? 'Đang kết nối lại…' : 'Mất mạng. Tin bạn gửi sẽ tự đi khi có mạng.';
  }, 1500);
}

function count(news) {
  unread = visible && !document.hidden ? 0 : unread + news;
  document.title = unread ? `(${unread}) ${TITLE}` : TITLE;
  if (framed) parent.postMessage({ congDoanChat: 'unread', unread }, '*');
}

function grow() {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
  find('send').setAttribute('aria-disabled', String(!field.value.trim()));
  find('trouble').textContent = '';
}

function send() {
  const text = field.value.trim();
  if (!text) return;
  if (text.length > LONGEST) {
    find('trouble').textContent = `Tin dài quá ${LONGEST.toLocaleString('vi-VN')} chữ, bạn chia làm mấy tin giúp mình.`;
    return;
  }
  field.value = '';
  grow();
  say({ text });
}

// One after the other: a phone's line is thin. What was sent appears in the conversation by itself.
async function bring(files) {
  for (const file of files) {
    find('trouble').textContent = `Đang gửi “${file.name}”…`;
    try {
      await line.upload(file);
      find('trouble').textContent = '';
    } catch ({ status }) {
      find('trouble').textContent = status === 413 ? `“${file.name}” nặng quá nên chưa gửi được. Bạn gửi ảnh nhỏ hơn.`
        : status === 429 ? 'Bạn gửi nhiều tệp quá nhanh. Chờ một lát rồi gửi tiếp.'
        : `Chưa gửi được “${file.name}” vì mạng yếu. Bạn chọn lại tệp để gửi.`;
      return;
    }
  }
}

async function ask(title, text, yes, no = 'Thôi') {
  const dialog = find('ask');
  find('ask-title').textContent = title;
  find('ask-text').textContent = text;
  find('ask-yes').textContent = yes;
  find('ask-no').hidden = !no;
  dialog.returnValue = '';
  dialog.showModal();
  await new Promise(closed => dialog.addEventListener('close', closed, { once: true }));
  return dialog.returnValue === 'yes';
}

function fresh(note) {
  memory.forget();
  line.stop();
  view.clear();
  speaker([{ type: 'message', from: { id: '' } }]);
  if (note) view.note(note);
  line.start();
  welcome();
}

// Whoever does it: we believe it when none of our words is left on the server.
async function watchForgetting() {
  for (let tries = 0; tries < 15; tries++) {
    await new Promise(go => setTimeout(go, 1500));
    const left = await line.all().catch(() => null);
    if (left && !left.some(it => it.from?.role === 'user')) return fresh('Nội dung trò chuyện của bạn đã được xóa khỏi hệ thống.');
  }
}

const menu = {
  advisor: () => say({ text: 'Gặp tư vấn viên' }),
  privacy: () => ask('Quyền riêng tư', PRIVACY, 'Đã hiểu', ''),
  fresh: async () => {
    if (await ask('Bắt đầu cuộc trò chuyện mới?', 'Nội dung cũ sẽ không còn hiện trên máy này.', 'Bắt đầu mới')) fresh();
  },
  forget: async () => {
    if (!await ask('Xóa dữ liệu của bạn?', 'Toàn bộ nội dung cuộc trò chuyện này sẽ bị xóa khỏi hệ thống của Công đoàn. Việc này không lấy lại được.', 'Xóa hết')) return;
    say({ text: 'Đồng ý xóa' });
    watchForgetting();
  },
};

function toggle(open) {
  find('options').hidden = !open;
  find('more').setAttribute('aria-expanded', String(open));
}

find('more').onclick = () => toggle(find('options').hidden);
document.addEventListener('click', ({ target }) => {
  const what = target.closest('[data-do]')?.dataset.do;
  if (!target.closest('#more')) toggle(false);
  if (what) menu[what]();
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || find('ask').open) return;
  if (!find('options').hidden) {
    toggle(false);
    find('more').focus();
  } else if (framed) parent.postMessage({ congDoanChat: 'close' }, '*');
});

let composing = false;
field.addEventListener('compositionend', () => { composing = false; });
field.addEventListener('input', event => {
  composing = event.isComposing;
  grow();
});
field.addEventListener('keydown', event => {
  // 229: an input method still has the key, also where isComposing is false already.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  send();
});
// The keyboard of the phone stays; a word still being composed is finished first.
find('send').addEventListener('mousedown', event => composing || event.preventDefault());
find('form').addEventListener('submit', event => {
  event.preventDefault();
  send();
});

find('files').addEventListener('change', ({ target }) => {
  bring([...target.files]);
  target.value = '';
});

// Where the browser lays its keyboard over the page, the page makes room.
if (window.visualViewport)
  visualViewport.addEventListener('resize', () => {
    document.documentElement.style.setProperty('--height', `${visualViewport.height}px`);
    scrollTo(0, 0);
  });

if (framed) {
  document.body.classList.add('framed');
  find('close').hidden = false;
  find('close').onclick = () => parent.postMessage({ congDoanChat: 'close' }, '*');
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || !data?.congDoanChat) return;
    visible = data.congDoanChat === 'opened';
    if (!visible) return;
    count(0);
    view.toEnd();
    if (wide) field.focus();
  });
}
document.addEventListener('visibilitychange', () => document.hidden || count(0));

find('topics').append(...TOPICS.map(([picture, title, question]) => {
  const button = make('button', '', make('b', '', icon(picture), title), make('span', '', title === question ? 'Người của công đoàn trả lời' : question));
  button.type = 'button';
  button.onclick = () => say({ text: question });
  return make('li', '', button);
}));

grow();
if (wide && !framed) field.focus();
memory.waiting.forEach(it => view.outgoing(it));
line.start();
