// Pieces of the page. Whatever anybody wrote goes in as text, never as markup.
export const find = id => document.getElementById(id);

export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** The address if it is one a button may open; else null. */
export function safe(address) {
  try {
    const url = new URL(address, document.baseURI);
    return ['http:', 'https:', 'tel:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function link(address, words, className) {
  const a = make('a', className, words);
  a.href = address;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  return a;
}

/** Text with its web addresses made into links; the paragraph that names the law is set apart. */
export const words = text => make('div', '', ...text.split(/\n(?=Căn cứ: )/).map((part, i) => linked(part, i ? 'source' : '')));

function linked(text, className) {
  const all = make('div', className);
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"“”]+/gi)) {
    const address = match[0].replace(/[.,;:!?)\]'’]+$/, '');
    all.append(text.slice(from, match.index), safe(address) ? link(safe(address), address) : address);
    from = match.index + address.length;
  }
  all.append(text.slice(from));
  return all;
}

/** A button as the Activity schema has it; `tap(words)` is told what it says. */
export function action({ type, title, value, text, displayText }, tap) {
  const shown = title || displayText || String(value ?? '');
  if (type === 'openUrl' || type === 'call') {
    const address = safe(type === 'call' && !/^tel:/i.test(value) ? `tel:${value}` : value);
    return address ? link(address, shown, 'act') : '';
  }
  const button = make('button', shown.length > 26 ? 'act long' : 'act', shown);
  button.type = 'button';
  // imBack says its value aloud; the others carry their payload silently and show their title.
  button.onclick = () => tap(type === 'imBack' ? { text: String(value ?? shown) } : { text: displayText || text || shown, value: value ?? text, silent: true });
  return button;
}

function picture(address, name) {
  const img = make('img');
  img.src = address;
  img.alt = name;
  return img;
}

/** A hero card, a picture, or the name of a file. */
export function attachment({ contentType, content, contentUrl, name }, tap) {
  if (contentType !== 'application/vnd.microsoft.card.hero') {
    const address = safe(contentUrl ?? 'x:'), shown = name || 'Tệp đính kèm';
    return address ? link(address, /^image\/(jpeg|png|gif|webp)$/.test(contentType) ? picture(address, shown) : shown, 'file') : make('span', 'file', shown);
  }

  const card = make('div', 'card');
  for (const [tag, part, className] of [['b', content?.title], ['p', content?.subtitle, 'sub'], ['p', content?.text]])
    if (part) card.append(make(tag, className, part));
  if (content?.buttons?.length) card.append(make('div', 'buttons', ...content.buttons.map(it => action(it, tap))));
  return card;
}
