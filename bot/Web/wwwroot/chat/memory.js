// What this browser keeps from one visit to the next: its token, its conversation, and messages that have not left yet.
// Where storage is refused (a strict frame, a private window) everything lasts as long as the page.
const KEY = 'cong-doan-chat';

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
};

const held = { token: null, conversation: null, waiting: [], ...read() };

export const memory = {
  get token() { return held.token; },
  get conversation() { return held.conversation; },
  get waiting() { return held.waiting; },

  keep(change) {
    Object.assign(held, change);
    try {
      localStorage.setItem(KEY, JSON.stringify(held));
    } catch {
      // Full or refused: see above.
    }
  },

  forget() {
    this.keep({ token: null, conversation: null, waiting: [] });
  },
};
