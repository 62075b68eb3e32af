// Messages on their way out: one after the other, kept in the browser until the server has them, and sent again with the same id,
// so that the server keeps each once however often the line breaks.
import { memory } from './memory.js';

const GIVE_UP_AFTER = 6;
const letters = () => Array.from(crypto.getRandomValues(new Uint8Array(9)), byte => byte.toString(36).padStart(2, '0')).join('');

export class Outgoing {
  #busy = false;
  #timer = 0;

  /** @param changed called with each message whose state changes: waiting, sending, sent, failed */
  constructor(line, changed) {
    this.line = line;
    this.changed = changed;
    for (const message of memory.waiting) if (message.state === 'sending') message.state = 'waiting';
  }

  /** @param {{text: string, value?: any, silent?: boolean}} words a button that speaks silently has its payload in value */
  add(words) {
    const message = { id: letters(), at: new Date().toISOString(), state: 'waiting', tries: 0, ...words };
    memory.keep({ waiting: [...memory.waiting, message] });
    this.changed(message);
    this.flush();
  }

  again(id) {
    const message = memory.waiting.find(it => it.id === id);
    if (!message) return;
    message.tries = 0;
    this.#set(message, 'waiting');
    this.flush();
  }

  async flush() {
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    try {
      let next;
      while ((next = memory.waiting.find(it => it.state === 'waiting'))) {
        this.#set(next, 'sending');
        const wait = await this.#send(next);
        if (wait) {
          this.#timer = setTimeout(() => this.flush(), wait);
          break;
        }
      }
    } finally {
      this.#busy = false;
    }
  }

  /** Zero: go on with the next. Else how long to wait before this one is tried again. */
  async #send(message) {
    try {
      await this.line.post(this.#activity(message));
      memory.keep({ waiting: memory.waiting.filter(it => it !== message) });
      this.#set(message, 'sent');
      return 0;
    } catch (trouble) {
      const { status = 0, wait = 0 } = trouble;
      const never = status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
      // Without a network we wait for it; a server in trouble is asked a few times, and then the person decides.
      if (never || (status && ++message.tries >= GIVE_UP_AFTER)) {
        this.#set(message, 'failed');
        return 0;
      }
      this.#set(message, 'waiting');
      return wait * 1000 || Math.min(30e3, 1e3 * 2 ** message.tries + (status ? 0 : 3e3));
    }
  }

  #set(message, state) {
    message.state = state;
    memory.keep({});
    this.changed(message);
  }

  #activity({ id, at, text, value, silent }) {
    return {
      type: 'message', text, value, textFormat: 'plain', locale: 'vi-VN', localTimestamp: at,
      localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      from: { id: memory.conversation ?? 'me', role: 'user' },
      channelData: { clientActivityID: id, postBack: silent },
    };
  }
}
