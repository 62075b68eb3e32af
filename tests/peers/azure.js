'use strict';
// Plays Azure Bot Service for the running program: the keys of its channels, the tokens for our answers, and the Connector.
const crypto = require('node:crypto');
const fs = require('node:fs');
const http = require('node:http');
const jwt = require('jsonwebtoken');

const url = process.env.CHATBOT_AZURE;
const appId = process.env.CHATBOT_APP_ID;
const deskAppId = process.env.CHATBOT_DESK_APP_ID;
const privateKey = url && crypto.createPrivateKey(fs.readFileSync(process.env.CHATBOT_AZURE_KEY));
const publicKey = url && crypto.createPublicKey(privateKey);
const metadata = `${url}/openid`;
const serviceUrl = `${url}/`;
const issuer = 'https://api.botframework.com';

/** What the Connector was asked to carry: { method, path, bearer, body }. */
const carried = [];

// One key under three names: endorsed for some channels, for another one, and not at all.
const keys = () => [['k1', ['webchat', 'facebook', 'emulator']], ['k2', ['msteams']], ['k3']].map(([kid, endorsements]) =>
  ({ kty: 'RSA', use: 'sig', kid, n: publicKey.export({ format: 'jwk' }).n, e: publicKey.export({ format: 'jwk' }).e, endorsements }));

const answers = {
  '/openid': () => ({ issuer, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'] }),
  '/keys': () => ({ keys: keys() }),
  '/botframework.com/oauth2/v2.0/token': body => ({ token_type: 'Bearer', expires_in: 3600, access_token: tokenFor(new URLSearchParams(body).get('scope')) }),
};

const tokenFor = scope => scope === 'https://api.botframework.com/.default' ? 'our-token' : entra(appId, scope.replace('/.default', ''));

const read = request => new Promise(done => {
  let body = '';
  request.on('data', piece => { body += piece; });
  request.on('end', () => done(body));
});

const server = http.createServer(async (request, response) => {
  const body = await read(request);
  response.setHeader('content-type', 'application/json');
  if (request.url.startsWith('/v3/'))
    carried.push({ method: request.method, path: decodeURIComponent(request.url), bearer: request.headers.authorization, body: JSON.parse(body || '{}') });
  response.end(JSON.stringify(answers[request.url]?.(body) ?? { id: `out-${carried.length}` }));
});

const open = () => new Promise(ready => server.listen(new URL(url).port, '127.0.0.1', ready));

function close() {
  server.close();
  server.closeAllConnections();
}

const now = () => Math.floor(Date.now() / 1000);

/** A token as Azure's channels have it. `claims` replace its own; undefined leaves one out. */
function mint({ claims = {}, key = privateKey, alg = 'RS256', kid = 'k1' } = {}) {
  const all = { iss: issuer, aud: appId, nbf: now(), exp: now() + 3600, serviceurl: serviceUrl, ...claims };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return jwt.sign(given, key, { algorithm: alg, noTimestamp: true, ...(kid === undefined ? {} : { keyid: kid }) });
}

/** A token as Entra ID gives it to one app for another. */
const entra = (from, to, claims = {}) => mint({
  kid: 'k3', claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', aud: to, ver: '1.0', appid: from, serviceurl: undefined, ...claims },
});

/** An activity of a person in Azure's web chat. */
const activity = (text, change = {}) => ({
  type: 'message', id: crypto.randomUUID(), timestamp: new Date().toISOString(), serviceUrl, channelId: 'webchat',
  from: { id: 'dl_u1', name: 'Anh Ba', role: 'user' }, conversation: { id: crypto.randomUUID() },
  recipient: { id: 'tro-ly', name: 'Trợ lý', role: 'bot' }, text, locale: 'vi-VN', ...change,
});

const post = (given, header = `Bearer ${mint()}`) => fetch(`${process.env.CHATBOT_URL}/api/messages`, {
  method: 'POST', headers: { 'content-type': 'application/json', ...(header ? { authorization: header } : {}) }, body: JSON.stringify(given),
});

module.exports = { url, appId, deskAppId, publicKey, metadata, serviceUrl, carried, open, close, now, mint, entra, activity, post };
