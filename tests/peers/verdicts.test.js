'use strict';
// The official validator and our endpoint are shown the same tokens, and must come to the same verdict.
const { before, after, describe, test } = require('node:test');
const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const { AuthenticationConstants, ChannelValidation, JwtTokenValidation, SimpleCredentialProvider } = require('botframework-connector');
const { url, appId, publicKey, metadata, serviceUrl, open, close, now, mint, activity, post } = require('./azure.js');

const minutes = n => now() + n * 60;
const stranger = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const elliptic = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const part = value => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const sts = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const entra = 'https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0';
const emulator = claims => mint({ claims: { iss: sts, serviceurl: undefined, ver: '1.0', appid: appId, ...claims } });

/** Changes one part of a good token. */
function tamper(place, change) {
  const parts = mint().split('.');
  parts[place] = change(parts[place]);
  return parts.join('.');
}

const claims = change => () => mint({ claims: change() });
const payload = change => () => tamper(1, it => part({ ...JSON.parse(Buffer.from(it, 'base64url')), ...change }));

// [what, token, its activity]
const cases = [
  ['a good token', mint],
  ['a good token, RS384', () => mint({ alg: 'RS384' })],
  ['a good token, RS512', () => mint({ alg: 'RS512' })],
  ['a good token with other claims', claims(() => ({ tid: 'x', deep: { a: [1] }, ngày: 'hôm nay' }))],
  ['a good token of 8 KB', claims(() => ({ long: 'a'.repeat(6000) }))],
  ['a good token of Facebook', mint, { channelId: 'facebook' }],
  ['a key without endorsements', () => mint({ kid: 'k3' })],
  ['a key without endorsements, another channel', () => mint({ kid: 'k3' }), { channelId: 'line' }],
  ['a key endorsed for this channel alone', () => mint({ kid: 'k2' }), { channelId: 'msteams' }],
  ['a key not endorsed for this channel', () => mint({ kid: 'k2' })],
  ['a channel its key is not endorsed for', mint, { channelId: 'msteams' }],
  ['a channel in other letters', mint, { channelId: 'WebChat' }],
  ['no channel', mint, { channelId: undefined }],
  ['ended 4 minutes ago', claims(() => ({ nbf: minutes(-90), exp: minutes(-4) }))],
  ['ended 6 minutes ago', claims(() => ({ nbf: minutes(-90), exp: minutes(-6) }))],
  ['ended a day ago', claims(() => ({ nbf: minutes(-1500), exp: minutes(-1440) }))],
  ['begins in 4 minutes', claims(() => ({ nbf: minutes(4) }))],
  ['begins in 6 minutes', claims(() => ({ nbf: minutes(6) }))],
  ['begins tomorrow', claims(() => ({ nbf: minutes(1440), exp: minutes(1500) }))],
  ['without a beginning', claims(() => ({ nbf: undefined }))],
  ['another audience', claims(() => ({ aud: crypto.randomUUID() }))],
  ['no audience', claims(() => ({ aud: undefined }))],
  ['an empty audience', claims(() => ({ aud: '' }))],
  ['two audiences', claims(() => ({ aud: [appId, 'x'] }))],
  ['the audience in other letters', claims(() => ({ aud: appId.toUpperCase() }))],
  ['another issuer', claims(() => ({ iss: 'https://api.botframework.example' }))],
  ['no issuer', claims(() => ({ iss: undefined }))],
  ['the issuer with a slash', claims(() => ({ iss: 'https://api.botframework.com/' }))],
  ['the issuer of governments', claims(() => ({ iss: 'https://api.botframework.us' }))],
  ['another service address', claims(() => ({ serviceurl: 'https://another.example/' }))],
  ['the service address without its slash', claims(() => ({ serviceurl: serviceUrl.slice(0, -1) }))],
  ['the service address in other letters', claims(() => ({ serviceurl: serviceUrl.toUpperCase() }))],
  ['serviceUrl, which is another claim', claims(() => ({ serviceurl: undefined, serviceUrl }))],
  ['no service address', claims(() => ({ serviceurl: undefined }))],
  ['a number as the service address', claims(() => ({ serviceurl: 7 }))],
  ['an activity with another service address', mint, { serviceUrl: 'https://another.example/' }],
  ['an unknown key', () => mint({ kid: 'k9' })],
  ['no key named', () => mint({ kid: undefined })],
  ["a stranger's key under our name", () => mint({ key: stranger })],
  ["a stranger's key under its own", () => mint({ key: stranger, kid: 'k9' })],
  ['tampered: the audience', payload({ aud: 'another' })],
  ['tampered: the end', payload({ exp: 4102444800 })],
  ['tampered: the service address', payload({ serviceurl: 'https://another.example/' })],
  ['tampered: the signature', () => tamper(2, it => (it[9] === 'A' ? 'B' : 'A') + it.slice(1))],
  ['the signature cut off', () => tamper(2, () => '')],
  ['the signature of another token', () => tamper(2, () => mint({ claims: { jti: 'x' } }).split('.')[2])],
  ['alg none', () => `${part({ alg: 'none', kid: 'k1' })}.${mint().split('.')[1]}.`],
  ['alg none, signature kept', () => tamper(0, () => part({ alg: 'none', typ: 'JWT', kid: 'k1' }))],
  ['HS256 with the public key as the secret', () => {
    const head = `${part({ alg: 'HS256', typ: 'JWT', kid: 'k1' })}.${mint().split('.')[1]}`;
    return `${head}.${crypto.createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' })).update(head).digest('base64url')}`;
  }],
  ['PS256', () => mint({ alg: 'PS256' })],
  ['ES256', () => mint({ key: elliptic, alg: 'ES256' })],
  ['five parts', () => `${mint()}.a.b`],
  ['two parts', () => mint().split('.').slice(0, 2).join('.')],
  ['a payload that is no JSON', () => tamper(1, () => part('không phải JSON'))],
  ['a header that is no JSON', () => tamper(0, () => part('không phải JSON'))],
  ['no token at all', () => 'abc'],
  ['the Emulator, version 1', () => emulator()],
  ['the Emulator without a version', () => emulator({ ver: undefined })],
  ['the Emulator, version 2', () => emulator({ iss: entra, ver: '2.0', appid: undefined, azp: appId })],
  ['the Emulator, version 2 without azp', () => emulator({ iss: entra, ver: '2.0' })],
  ['the Emulator, version 3', () => emulator({ ver: '3.0' })],
  ['the Emulator with the token of another app', () => emulator({ appid: crypto.randomUUID() })],
  ['the Emulator with another audience', () => emulator({ aud: crypto.randomUUID() })],
  ['the Emulator, ended', () => emulator({ nbf: minutes(-90), exp: minutes(-6) })],
  ['the Emulator, ended 4 minutes ago', () => emulator({ nbf: minutes(-90), exp: minutes(-4) })],
  ["the Emulator, a stranger's key", () => mint({ key: stranger, claims: { iss: sts, ver: '1.0', appid: appId } })],
  ['the Emulator of an unknown tenant', () => emulator({ iss: 'https://sts.windows.net/11111111-2222-4333-8444-555555555555/' })],
];

const headers = [
  ['no header', ''],
  ['another scheme', `Basic ${part('a:b')}`],
  ['the scheme alone', 'Bearer'],
  ['the scheme in small letters', () => `bearer ${mint()}`],
  ['a token without a scheme', () => mint()],
  ['two tokens', () => `Bearer ${mint()} ${mint()}`],
];

// Where we are stricter or laxer, on purpose.
const differences = [
  ['a token that never ends is refused', () => mint({ claims: { exp: undefined } }), false],
  ['one audience in a list is one audience (RFC 7519, 4.1.3)', () => mint({ claims: { aud: [appId] } }), true],
  ['an oversized token is refused', () => mint({ claims: { long: 'a'.repeat(40000) } }), false],
];

async function official(header, given) {
  try {
    await JwtTokenValidation.authenticateRequest(given, header, new SimpleCredentialProvider(appId, 'x'), '', undefined);
    return true;
  } catch {
    return false;
  }
}

async function ours(header, given) {
  const { status } = await post(given, header);
  assert.ok([200, 400, 401, 403, 431].includes(status), `unexpected ${status}`);
  return status === 200;
}

describe('verdicts on tokens', { skip: !url }, () => {
  const { error } = console;
  before(async () => {
    await open();
    ChannelValidation.OpenIdMetadataEndpoint = metadata;
    AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl = metadata;
    // The validator writes the key to the screen at each refusal.
    console.error = () => {};
  });
  after(() => {
    console.error = error;
    close();
  });

  const seen = { true: 0, false: 0 };
  const all = [...cases.map(([what, token, change]) => [what, () => `Bearer ${token()}`, change]), ...headers.map(([what, header]) => [what, () => typeof header === 'string' ? header : header()])];
  for (const [what, header, change] of all)
    test(what, async () => {
      const [given, shown] = [activity('Xin chào', change), header()];
      const verdict = await official(shown, given);
      assert.equal(await ours(shown, given), verdict);
      seen[verdict]++;
    });

  test('both verdicts were seen, and often', () => assert.ok(seen.true >= 12 && seen.false >= 28, JSON.stringify(seen)));

  for (const [what, token, expected] of differences)
    test(`on purpose otherwise: ${what}`, async () => {
      const [given, shown] = [activity('Xin chào'), `Bearer ${token()}`];
      assert.equal(await ours(shown, given), expected);
      assert.equal(await official(shown, given), !expected);
    });
});
