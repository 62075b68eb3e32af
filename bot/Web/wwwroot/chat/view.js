// The conversation as it is seen: lines in the order of the transcript, and after them those that have not left yet.
import { sameDay, sayDay, sayTime } from './dates.js';
import { action, attachment, find, icon, make, words } from './parts.js';

const TOGETHER = 5 * 60e3;
const STATES = { waiting: 'Chờ gửi…', sending: 'Đang gửi…', sent: 'Đã gửi' };

const scroll = find('scroll');
const log = find('log');
const choices = find('choices');
const typing = find('typing');
const down = find('down');

export class View {
  #lines = new Map();
  #mine = new Map();
  #typingEnds = 0;

  /** @param {{tap(words), again(id)}} does */
  constructor(does) {
    this.does = does;
    scroll.addEventListener('scroll', () => { down.hidden = this.#atEnd(); }, { passive: true });
    down.onclick = () => this.toEnd();
  }

  get empty() { return !log.firstChild; }

  clear() {
    log.replaceChildren();
    choices.replaceChildren();
    this.#lines.clear();
    this.#mine.clear();
    this.typing(false);
  }

  note(text) {
    log.append(make('p', 'note', text));
    this.toEnd();
  }

  /** Shows what the stream brought; returns the lines others have newly said. */
  show(activities) {
    const followed = this.#atEnd();
    const fresh = activities.filter(it => it.type === 'message' && !this.#lines.has(it.id) && !this.#isSilent(it));
    const shown = fresh.map(it => this.#place(it));
    const others = shown.filter(it => !it.matches('.me'));
    if (others.length) this.typing(false);
    if (activities.some(it => it.type === 'typing')) this.typing(true);
    if (followed) this.#follow(others[0]);
    else down.hidden = !others.length && down.hidden;
    return others;
  }

  /** Shows a message of our own in its present state. */
  outgoing(message) {
    let line = this.#mine.get(message.id);
    if (!line) {
      line = this.#make('me', 'Bạn', message.at, [words(message.text)]);
      line.dataset.waits = '';
      this.#mine.set(message.id, line);
      log.append(line);
      this.#dress(line);
      choices.replaceChildren();
      this.toEnd();
    }
    // What the transcript shows is said already, and at the server's time.
    if ('waits' in line.dataset) this.#say(line, message);
  }

  typing(on) {
    clearTimeout(this.#typingEnds);
    typing.hidden = !on;
    if (on) this.#typingEnds = setTimeout(() => this.typing(false), 15e3);
  }

  toEnd() {
    scroll.scrollTop = scroll.scrollHeight;
  }

  // The official client's silent buttons: their text is a payload, not words.
  #isSilent = ({ channelData, value }) => channelData?.postBack && value === undefined;

  #place(activity) {
    const own = activity.from?.role === 'user';
    const line = own && this.#mine.get(activity.channelData?.clientActivityID) || this.#fromServer(activity, own);
    delete line.dataset.waits;
    this.#lines.set(activity.id, line);
    const after = line.nextElementSibling;
    log.insertBefore(line, log.querySelector('[data-waits]'));
    if (own) this.#say(line, { state: 'sent', at: activity.timestamp });
    for (const it of [line, line.nextElementSibling, after]) if (it) this.#dress(it);
    if (own) {
      choices.replaceChildren();
    } else if (activity.suggestedActions?.actions?.length) {
      this.#offer(activity.suggestedActions.actions);
    } else if (line.matches('.advisor')) {
      choices.replaceChildren();
    }
    return line;
  }

  #fromServer(activity, own) {
    const parts = (activity.attachments ?? []).map(it => attachment(it, this.does.tap));
    if (activity.text) parts.unshift(words(activity.text));
    const kind = own ? 'me' : activity.from?.id === 'tu-van-vien' ? 'advisor' : 'bot';
    return this.#make(kind, own ? 'Bạn' : activity.from?.name || 'Trợ lý tự động', activity.timestamp, parts);
  }

  #make(kind, name, at, parts) {
    const row = make('div', 'row', make('div', 'bubble', ...parts));
    if (kind !== 'me') row.prepend(make('span', 'face', icon(kind === 'bot' ? 'bot' : 'person')));
    const who = make('p', kind === 'me' ? 'who unseen' : 'who', kind === 'advisor' ? `${name} · người thật` : name);
    const line = make('article', `msg ${kind}`, who, row, make('p', 'meta', sayTime(new Date(at))));
    Object.assign(line.dataset, { kind, name, at });
    return line;
  }

  #say(line, { id, state, at }) {
    const meta = line.querySelector('.meta');
    const failed = state === 'failed';
    meta.className = state === 'sent' ? 'meta' : 'meta stays';
    if (failed) {
      const again = make('button', '', 'Chưa gửi được – chạm để gửi lại');
      again.onclick = () => this.does.again(id);
      meta.replaceChildren(again);
    } else {
      const words = state === 'waiting' && !navigator.onLine ? 'Chờ có mạng để gửi' : STATES[state];
      meta.replaceChildren(`${sayTime(new Date(at))} · ${words}`);
    }
    line.dataset.at = at ?? line.dataset.at;
  }

  // A line's day, and whether it goes on from the one before it.
  #dress(line) {
    if (!line.matches('.msg')) return;
    let before = line.previousElementSibling;
    while (before && !before.matches('.msg')) before = before.previousElementSibling;
    const [now, then] = [new Date(line.dataset.at), before && new Date(before.dataset.at)];
    const newDay = !before || !sameDay(now, then);
    line.querySelector('.day')?.remove();
    if (newDay) line.prepend(make('p', 'day', sayDay(now)));
    const same = !newDay && before.dataset.kind === line.dataset.kind && before.dataset.name === line.dataset.name && now - then < TOGETHER;
    line.classList.toggle('same', same);
    before?.classList.toggle('followed', same);
  }

  #offer(actions) {
    const buttons = actions.map(it => action(it, this.does.tap));
    choices.replaceChildren(...buttons);
    choices.className = buttons.some(it => it.className?.includes('long')) ? 'list' : '';
  }

  #atEnd() {
    return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  }

  // To the end, but never past the beginning of what was just said.
  #follow(first) {
    this.toEnd();
    if (first) scroll.scrollTop = Math.min(scroll.scrollTop, first.offsetTop - 12);
  }
}
