'use strict';
// Plays Meta's Graph: takes what comes with the right token and proof, and tells under /carried what it was asked. run.sh starts it.
const crypto = require('node:crypto');
const http = require('node:http');

const { Messenger__AppSecret: appSecret = '', Messenger__Pages__0__AccessToken: token = '' } = process.env;
const proof = crypto.createHmac('sha256', appSecret).update(token).digest('hex');

const read = async request => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** A form as the JSON it stands for, the file as its name, kind and bytes. */
async function form(bytes, type) {
  const parts = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(await Promise.all([...parts].map(async ([name, value]) => [name,
    typeof value !== 'string' ? { name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()).toString('base64') }
      : value.startsWith('{') ? JSON.parse(value) : value])));
}

async function asked(request) {
  const { pathname, searchParams } = new URL(request.url, 'http://graph');
  const [bytes, type] = [await read(request), request.headers['content-type']];
  const body = bytes.length === 0 ? undefined : type.startsWith('multipart/') ? await form(bytes, type) : JSON.parse(bytes);
  return { method: request.method, path: pathname, query: Object.fromEntries([...searchParams].sort()), type: bytes.length === 0 ? undefined : type.split('; boundary')[0], body };
}

const error = code => [400, { error: { message: 'false Graph', type: 'OAuthException', code, fbtrace_id: 'A1' } }];

function answer({ method, path, query, body }, place) {
  if (query.access_token !== token || query.appsecret_proof !== proof) return error(190);
  if (method === 'GET') return [200, { id: '1023', name: 'Trang Mẫu' }];
  if (path.endsWith('/messenger_profile')) return [200, { result: 'success' }];
  if (!path.endsWith('/messages') || !body.recipient || !body.message === !body.sender_action) return error(100);
  return [200, { recipient_id: body.recipient.id, ...(body.message ? { message_id: `m_out_${place}` } : {}) }];
}

/** Opens one; port 0 takes any. */
async function open(port) {
  const carried = [];
  const server = http.createServer(async (request, response) => {
    const [status, said] = request.url === '/carried' ? [200, carried] : await asked(request).then(it => answer(it, carried.push(it)), () => error(100));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });
  await new Promise(ready => server.listen(port, '127.0.0.1', ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, carried, close: () => { server.close(); server.closeAllConnections(); } };
}

module.exports = { open };
if (require.main === module) open(process.argv[2]);
