import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { random } from '../../secrets/known-keys.test-support.ts';
import { fixture, inFolder } from '../recordings/source.test-support.ts';
import { scrubRecording } from './scrub-recording.ts';

const NEWMAN = 'newman-6.2.2.json';
const POSTMAN = 'postman-collection-4.4.0.json';
const PACT = 'pact-v3.json';
const WIREMOCK = 'wiremock/mappings/v1_things-6d3b0f14-92dd-4b66-b9e4-e72b8aeb907b.json';

/** A file of the real tool in which something else stands at a path. */
async function withValue(name: string, path: string, value: unknown): Promise<string> {
  const recording = JSON.parse(await readFile(fixture(name), 'utf8'));
  const names = path.split('/');
  const last = names.pop() ?? '';
  let at = recording;
  for (const each of names) {
    at[each] ??= {};
    at = at[each];
  }
  at[last] = value;
  return JSON.stringify(recording);
}

const setting = (key: string) => (value: string) => [{ type: 'any', key, value }];
const bearer = (value: string) => ({ type: 'bearer', bearer: [{ type: 'string', key: 'token', value }] });
const exactly = (name: string) => (equalTo: string) => ({ [name]: { equalTo } });

/** Where each holds credentials beside the usual; none of them tells by its form that it is one. */
const PLACES: readonly (readonly [
  file: string,
  path: string,
  holding: (secret: string) => unknown,
  placeholder: string,
])[] = [
  [NEWMAN, 'environment/values', setting('apiKey'), '<API_KEY>'],
  [NEWMAN, 'globals/values', setting('token'), '<TOKEN>'],
  [NEWMAN, 'globals/values', (value) => [{ type: 'secret', key: 'mine', value }], '<SECRET>'],
  [NEWMAN, 'collection/variable', setting('password'), '<PASSWORD>'],
  [NEWMAN, 'collection/auth', bearer, '<TOKEN>'],
  [NEWMAN, 'collection/item/0/item/0/request/auth', bearer, '<TOKEN>'],
  [NEWMAN, 'run/executions/0/item/request/header', setting('X-Api-Key'), '<API_KEY>'],
  [NEWMAN, 'run/executions/0/request/auth', bearer, '<TOKEN>'],
  [NEWMAN, 'run/executions/1/request/body/raw', (secret) => `{"clientSecret":"${secret}"}`, '<SECRET>'],
  [NEWMAN, 'run/executions/2/request/body/urlencoded', setting('api_key'), '<API_KEY>'],
  [NEWMAN, 'run/executions/3/request/body/formdata', setting('password'), '<PASSWORD>'],
  [NEWMAN, 'run/executions/0/response/cookie', setting('id'), '<COOKIE>'],
  [NEWMAN, 'run/failures/0/source/request/auth', bearer, '<TOKEN>'],
  [POSTMAN, 'auth', bearer, '<TOKEN>'],
  [
    POSTMAN,
    'auth',
    (value) => ({
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'x-access-key' },
        { key: 'value', value },
      ],
    }),
    '<API_KEY>',
  ],
  [POSTMAN, 'auth', (token) => ({ type: 'bearer', bearer: { token } }), '<TOKEN>'],
  [POSTMAN, 'variable', setting('token'), '<TOKEN>'],
  [
    POSTMAN,
    'item/0/item/0/request/header',
    (secret) => `Accept: */*\nX-Api-Key: ${secret}\nA: b`,
    '<API_KEY>',
  ],
  [POSTMAN, 'item/0/item/0/request/url/raw', (secret) => `{{baseUrl}}/x?api_key=${secret}`, '%3CAPI_KEY%3E'],
  [WIREMOCK, 'request/headers', exactly('Authorization'), '<CREDENTIAL>'],
  [WIREMOCK, 'request/queryParameters', exactly('api_key'), '<API_KEY>'],
  [WIREMOCK, 'request/cookies', exactly('id'), '<COOKIE>'],
  [WIREMOCK, 'request/formParameters', exactly('client_secret'), '<SECRET>'],
  [WIREMOCK, 'response/additionalProxyRequestHeaders', (secret) => ({ 'X-Api-Key': secret }), '<API_KEY>'],
  [WIREMOCK, 'request/basicAuthCredentials', (password) => ({ username: 'joe', password }), '<PASSWORD>'],
  [
    WIREMOCK,
    'request/bodyPatterns',
    (apiKey) => [{ equalToJson: JSON.stringify({ apiKey }) }, { equalToJson: { apiKey } }],
    '<API_KEY>',
  ],
  [PACT, 'interactions/0/request/query', (secret) => `a=1&api_key=${secret}`, '%3CAPI_KEY%3E'],
  [PACT, 'interactions/0/request/query', (secret) => ({ api_key: [secret] }), '<API_KEY>'],
  [
    PACT,
    'interactions/0/providerStates',
    (apiKey) => [{ name: 'with a key', params: { apiKey } }],
    '<API_KEY>',
  ],
];

describe('a file of a real tool', () => {
  it.each(PLACES)('%s loses what it has at %s', async (file, path, holding, placeholder) => {
    const { recording, struck } = await scrubRecording(await withValue(file, path, holding('sw0rd-fish')), {
      file: 'a',
    });
    expect(recording).toBe(await withValue(file, path, holding(placeholder)));
    expect(struck).toEqual([{ placeholder: decodeURIComponent(placeholder), times: expect.any(Number) }]);
    expect((await scrubRecording(recording, { file: 'a' })).recording).toBe(recording);
  });

  it.each<[string, string, unknown]>([
    [
      NEWMAN,
      'run/executions/0/request/header',
      setting('Postman-Token')('d7ede242-8941-4f5b-9c13-7faf2c095a84'),
    ],
    [NEWMAN, 'environment/values', setting('baseUrl')('https://api.example.test/v1')],
    [POSTMAN, 'auth', bearer('{{token}}')],
    [WIREMOCK, 'request/headers', { Authorization: { matches: '^Bearer [a-z0-9]{20}$' } }],
  ])('%s keeps at %s what is no credential', async (file, path, value) => {
    const text = await withValue(file, path, value);
    expect(await scrubRecording(text, { file: 'a' })).toEqual({ recording: text, struck: [] });
  });
});

describe('a recording with bodies in files of their own', () => {
  const har = (holder: object): string => {
    const request = { method: 'POST', url: 'https://a.example/', headers: [], ...holder };
    return JSON.stringify({
      log: { entries: [{ request, response: { status: 204, headers: [], content: {} } }] },
    });
  };
  const posted = har({ postData: { mimeType: 'application/json', _file: 'body.json' } });
  const mapping =
    '{"request":{"url":"/x","method":"GET"},"response":{"status":200,"bodyFileName":"body.json"}}';

  it.each([
    ['a HAR', 'x.har', posted, 'body.json', '{"password":"sw0rd-fish"}'],
    ['a mapping', 'mappings/x.json', mapping, '__files/body.json', `{"access_token":"${random(30)}"}`],
  ])('is refused where one of them holds a credential: %s', (_, name, recording, body, text) =>
    inFolder({ [name]: recording, [body]: text }, async (folder) => {
      const scrubbed = scrubRecording(recording, { file: `${folder}/${name}` });
      await expect(scrubbed).rejects.toThrow(
        /has a body in the file "?body\.json"? that holds credentials, and attached files are not scrubbed/,
      );
    }),
  );

  it('is scrubbed where none of them does', () =>
    inFolder({ 'x.har': posted, 'body.json': '{"password":"<PASSWORD>"}' }, async (folder) => {
      const { struck } = await scrubRecording(posted, { file: `${folder}/x.har` });
      expect(struck).toEqual([]);
    }));

  it('is told as not scrubbed where it is a zip', async () => {
    const bytes = await readFile(fixture('playwright-1.65.1.har.zip'));
    await expect(scrubRecording(bytes, { file: 'a.har.zip' })).rejects.toThrow(
      /is a zip, which is not scrubbed/,
    );
  });
});
