// Direct Line 3.0: the stream over a WebSocket, over polling where no WebSocket gets through, and back by watermark after every break.
import { memory } from './memory.js';

const BASE = new URL('v3/directline/', document.baseURI);
const FRESH = 120e3; // a token with less time left than this is exchanged first
const ASK_AFTER = 20e3; // how often we ask whether a silent line still stands
const ANSWER_IN = 10e3;
const LIVES_AFTER = 5e3;
const SOCKET_AGAIN = 60e3; // after this long polling, a WebSocket is tried again

/** An answer that is not 2xx. */
export class Refused extends Error {
  constructor(status, wait) {
    super(`HTTP ${status}`);
    this.status = status;
    this.wait = wait;
  }
}

async function ask(url, options = {}) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), options.body instanceof FormData ? 120e3 : 10e3);
  try {
    const answer = await fetch(url, { ...options, signal: patience.signal, credentials: 'omit', cache: 'no-store' });
    if (!answer.ok) throw new Refused(answer.status, Number(answer.headers.get('Retry-After')) || 0);
    return await answer.json();
  } finally {
    clearTimeout(timer);
  }
}

export class Line {
  #ends = 0;
  #watermark = '';
  #socket = null;
  #timers = [];
  #failures = 0;
  #deaf = 0;
  #pollSince = 0;
  #round = 0;

  /** @param {{activities(list), state(word), lost()}} hears */
  constructor(hears) {
    this.hears = hears;
    addEventListener('online', () => this.#soon());
    addEventListener('offline', () => this.#broke(this.#round));
    document.addEventListener('visibilitychange', () => document.hidden || this.up || this.#soon());
  }

  up = false;

  start() {
    this.#watermark = '';
    this.#failures = 0;
    this.#connect();
  }

  stop() {
    this.#round++;
    this.up = false;
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
    if (this.#socket) {
      this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
      this.#socket.close();
      this.#socket = null;
    }
  }

  /** Posts an activity; resolves once the server has it on disk. */
  post(activity) {
    return this.#call('/activities', { method: 'POST', body: JSON.stringify(activity) });
  }

  /** Sends a file; resolves once the server has it on disk. */
  upload(file) {
    const body = new FormData();
    body.append('file', file, file.name || 'anh.jpg');
    return this.#call('/upload', { method: 'POST', body });
  }

  /** Everything that stands in the conversation now, at most a hundred lines. */
  async all() {
    return (await this.#call('/activities?watermark=')).activities;
  }

  async #call(path, options = {}, again = true) {
    await this.#token();
    try {
      return await ask(new URL(`conversations/${memory.conversation}${path}`, BASE), {
        ...options,
        headers: { Authorization: `Bearer ${memory.token}`, ...(typeof options.body === 'string' ? { 'Content-Type': 'application/json' } : {}) },
      });
    } catch (trouble) {
      if (trouble.status !== 403 || !again) throw trouble;
      this.#ends = 0;
      return this.#call(path, options, false);
    }
  }

  async #token() {
    if (memory.token && this.#ends - Date.now() > FRESH) return;
    this.asking ??= ask(new URL('chat/token', document.baseURI), {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token: memory.token }),
    }).finally(() => { this.asking = null; });
    const answer = await this.asking;
    const lost = memory.conversation && memory.conversation !== answer.conversationId;
    this.#ends = Date.now() + answer.expires_in * 1000;
    memory.keep({ token: answer.token, conversation: answer.conversationId });
    if (lost) {
      this.#watermark = '';
      this.hears.lost();
    }
  }

  async #connect() {
    this.stop();
    const round = this.#round;
    this.hears.state('connecting');
    try {
      await this.#token();
      if (this.#deaf >= 2 && Date.now() - this.#pollSince < SOCKET_AGAIN) return await this.#poll(round);
      const { streamUrl } = await this.#call(`?watermark=${this.#watermark}`);
      if (round === this.#round) this.#open(streamUrl, round);
    } catch {
      this.#broke(round);
    }
  }

  #open(streamUrl, round) {
    const url = new URL(streamUrl);
    // The page knows best how it was reached, whatever stands between it and the server.
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    url.host = location.host;
    const socket = this.#socket = new WebSocket(url);
    let heard = 0;
    let lives = false;
    this.#later(ANSWER_IN, () => socket.readyState === WebSocket.OPEN || socket.onclose());
    socket.onopen = () => {
      this.#online();
      this.#later(LIVES_AFTER, () => { lives = true; });
      this.#listenFor(socket, () => heard);
    };
    socket.onmessage = ({ data }) => {
      heard = Date.now();
      lives = true;
      this.#deaf = 0;
      if (data) this.#take(JSON.parse(data));
    };
    socket.onclose = () => {
      // Some networks refuse the socket, and some let it open and then cut it.
      if (!lives && ++this.#deaf >= 2) this.#pollSince = Date.now();
      this.#broke(round);
    };
  }

  // A phone that changes its network leaves the socket open and dead; an empty frame that comes back proves it alive.
  #listenFor(socket, heard) {
    this.#later(ASK_AFTER, () => {
      const asked = Date.now();
      socket.send('');
      this.#later(ANSWER_IN, () => heard() < asked ? socket.onclose() : this.#listenFor(socket, heard));
    });
  }

  async #poll(round) {
    while (round === this.#round) {
      this.#take(await this.#call(`/activities?watermark=${this.#watermark}`));
      if (round !== this.#round) return;
      this.#online();
      await new Promise(go => this.#later(document.hidden ? 6e3 : 1.5e3, go));
      if (Date.now() - this.#pollSince >= SOCKET_AGAIN) {
        this.#deaf = 1;
        this.#connect();
        return;
      }
    }
  }

  #take({ activities, watermark }) {
    if (watermark) this.#watermark = watermark;
    if (activities.length) this.hears.activities(activities);
  }

  #online() {
    if (this.up) return;
    this.up = true;
    this.#failures = 0;
    this.hears.state('online');
  }

  #broke(round) {
    if (round !== this.#round) return;
    this.stop();
    this.hears.state('offline');
    const wait = Math.min(30e3, 1e3 * 2 ** this.#failures++) * (0.7 + Math.random() * 0.6);
    this.#later(wait, () => this.#connect());
  }

  #soon() {
    this.#failures = 0;
    this.stop();
    this.#later(100, () => this.#connect());
  }

  #later(wait, what) {
    this.#timers.push(setTimeout(what, wait));
  }
}
