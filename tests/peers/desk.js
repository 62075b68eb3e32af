'use strict';
// Another desk, built with the official bot library, behind our Direct Line: called by our program, it answers through our Connector.
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
const { ServiceClientCredentialsFactory } = require('botframework-connector');
const { deskAppId, appId, metadata, entra } = require('./azure.js');
const { serve } = require('./reference.js');

/** What carries a token; as the library's own credentials, without the way to Microsoft. */
const credentials = token => ({
  signRequest(request) {
    request.headers.set('authorization', `Bearer ${token()}`);
    return Promise.resolve(request);
  },
});

class Credentials extends ServiceClientCredentialsFactory {
  async isValidAppId(id) { return id === deskAppId; }
  async isAuthenticationDisabled() { return false; }
  async createCredentials(id, audience) { return credentials(() => entra(id, audience)); }
}

/** Only our program may call it. */
const validateClaims = async claims => {
  if (claims.find(it => it.type === 'appid')?.value !== appId) throw new Error('an unknown caller');
};

/** Opens the desk; `heard` are the activities it was told, as the library read them, `done` those it has dealt with. */
async function openDesk() {
  const heard = [], done = [];
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(
    { ToBotFromEmulatorOpenIdMetadataUrl: metadata, ToBotFromChannelOpenIdMetadataUrl: metadata }, new Credentials(), { requiredEndorsements: [], validateClaims }));
  const status = state => ({ type: 'event', name: 'handoff.status', value: { state } });
  const { close } = await serve(adapter, async context => {
    const { activity } = context;
    heard.push(activity);
    if (activity.name === 'handoff.initiate') {
      await context.sendActivity(status('accepted'));
      await context.sendActivity(`Luật sư đã đọc ${activity.attachments[0].content.activities.length} dòng.`);
    } else if (activity.text === 'xong rồi') {
      await context.sendActivity(status('completed'));
    } else if (activity.type === 'message') {
      await context.sendActivity(`Luật sư nghe: ${activity.text}`);
    }
    done.push(activity);
  }, new URL(process.env.CHATBOT_DESK).port);
  return { heard, done, close };
}

module.exports = { openDesk, credentials };
