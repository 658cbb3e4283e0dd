import { gzipSync } from 'node:zlib';
import { random, SHAPED_KEYS } from '../../secrets/known-keys.test-support.ts';

/** An exchange of which a test says what matters. */
export interface Sample {
  readonly url?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const KEY: string = random(32);
const KEY_BASE64 = Buffer.from(`someone:${KEY}`).toString('base64');
export const USER_URL = 'https://joe:hunter2x@api.example.test/e';
const OPEN_LINK =
  'https://b.s3.amazonaws.com/k?X-Amz-Date=20260101T000000Z&X-Amz-Expires=600&X-Amz-Signature=';

/** A credential of each kind in each place: where it is, what it is, and what is to stand there instead. */
export const CASES: readonly (readonly [
  place: string,
  sample: Sample,
  secret: string,
  placeholder: string,
])[] = [
  ['a bearer token', { requestHeaders: { Authorization: `Bearer ${KEY}` } }, KEY, '<TOKEN>'],
  [
    'user and password',
    { requestHeaders: { authorization: `Basic ${KEY_BASE64}` } },
    KEY_BASE64,
    '<CREDENTIAL>',
  ],
  ['a key', { requestHeaders: { 'X-Api-Key': KEY } }, KEY, '<API_KEY>'],
  ['a short key', { requestHeaders: { 'x-api-key': 'a1b2-c3' } }, 'a1b2-c3', '<API_KEY>'],
  ['a cookie that is sent', { requestHeaders: { Cookie: 'lang=en; sid=q7Zz; dark=1' } }, 'q7Zz', '<COOKIE>'],
  ['a cookie without a name', { requestHeaders: { Cookie: 'q7Zz9x; lang=en' } }, 'q7Zz9x', '<COOKIE>'],
  ['a cookie that is given', { headers: { 'Set-Cookie': `id=${KEY}; Path=/; HttpOnly` } }, KEY, '<COOKIE>'],
  ['a token that is given', { headers: { 'x-auth-token': KEY } }, KEY, '<TOKEN>'],
  [
    'an address that is given',
    { headers: { Location: `https://a.example/#access_token=${KEY}` } },
    KEY,
    '%3CTOKEN%3E',
  ],
  ['the password in the URL', { url: USER_URL }, 'hunter2x', '%3CPASSWORD%3E'],
  ['a member that is sent', { requestBody: JSON.stringify({ clientSecret: KEY, a: 1 }) }, KEY, '<SECRET>'],
  ['a password that is sent', { requestBody: '{"password":"swordfish"}' }, 'swordfish', '<PASSWORD>'],
  ['a field of a form', { requestBody: `a=1&client_secret=${KEY}` }, KEY, '%3CSECRET%3E'],
  ['a member that is received', { body: JSON.stringify({ data: { access_token: KEY } }) }, KEY, '<TOKEN>'],
  ['one of a list', { body: JSON.stringify({ apiKeys: [KEY] }) }, KEY, '<API_KEY>'],
  ['beside its name', { body: JSON.stringify([{ name: 'x-api-key', value: KEY }]) }, KEY, '<API_KEY>'],
  ['JSON within JSON', { body: JSON.stringify({ log: JSON.stringify({ token: KEY }) }) }, KEY, '<TOKEN>'],
  ['a signed link', { body: JSON.stringify({ at: OPEN_LINK + KEY }) }, KEY, '%3CSIGNATURE%3E'],
  ...SHAPED_KEYS.map(
    ([what, key]) =>
      [what, { body: `It is ${key}.` }, key, /^(?:sk|A[KS]IA)/.test(key) ? '<API_KEY>' : '<TOKEN>'] as const,
  ),
];

const URL_OF_ALL = 'https://api.example.test/e/1?n=1';

type Write = (sample: Sample) => string;

/** The formats as text that is written by hand: each has what no reader of ours knows. */
export const PLAIN_FORMATS: Readonly<Record<string, Write>> = {
  nock: (sample) => nock(sample, parsed(sample.requestBody), parsed(sample.body)),
  'nock, bodies as text': (sample) => nock(sample, sample.requestBody ?? '', sample.body ?? ''),
  VCR: (sample) => vcr(sample, (body) => `      encoding: UTF-8\n      string: ${quoted(body)}\n`),
  'VCR in blocks': (sample) => vcr(sample, (body) => `      string: |-\n        ${body} # text\n`),
  'VCR in JSON': (sample) =>
    JSON.stringify({ http_interactions: [cassette(sample)], recorded_with: 'x' }, null, '\t'),
  vcrpy: (sample) =>
    `interactions:\n- request: # by hand\n    body: ${quoted(sample.requestBody ?? '')}\n    headers:\n${lists(sample.requestHeaders)}    method: POST\n    uri: ${sample.url ?? URL_OF_ALL}\n  response:\n    body: {string: ${quoted(sample.body ?? '')}}\n    headers:\n${lists(sample.headers)}    status: {code: ${sample.status ?? 200}, message: OK}\nversion: 1\n`,
  HAR: (sample) =>
    `{ "log": {"version":"1.2", "_unknown": [1.0, 1e2,"a\\u00e9\\/"],\r\n  "entries": [\r\n${JSON.stringify(entry(sample), null, 1).replaceAll('\n', '\r\n')} ] } }`,
  Newman: (sample) => {
    const response = {
      code: sample.status ?? 200,
      header: keyed(sample.headers),
      stream: Buffer.from(sample.body ?? ''),
    };
    const execution = { cursor: { ref: 'x' }, item: { id: 'a' }, request: postmanRequest(sample), response };
    const collection = { _: { postman_id: 'x' }, item: [] };
    return JSON.stringify({ collection, run: { executions: [execution], failures: [] } }, null, 2);
  },
  Postman: (sample) => {
    const request = postmanRequest(sample);
    const example = {
      originalRequest: request,
      code: sample.status ?? 200,
      header: keyed(sample.headers),
      cookie: [],
      body: sample.body,
    };
    const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
    const item = [{ name: 'folder', item: [{ name: 'x', request, response: [example] }] }];
    return JSON.stringify({ info: { name: 'x', schema }, item }, null, '\t');
  },
  WireMock: (sample) => {
    const request = {
      url: pathOf(sample),
      method: 'POST',
      headers: Object.fromEntries(
        Object.entries(sample.requestHeaders ?? {}).map(([name, equalTo]) => [name, { equalTo }]),
      ),
      bodyPatterns: [{ equalTo: sample.requestBody ?? '' }],
    };
    const response = { status: sample.status ?? 200, headers: sample.headers, body: sample.body };
    return JSON.stringify({ mappings: [{ id: 'x', request, response }] }, null, 2);
  },
  'Pact 2': (sample) => {
    const [path, query] = pathOf(sample).split('?');
    return pact(sample, { path, query }, (body) => parsed(body));
  },
  'Pact 4': (sample) =>
    pact(sample, pactAddress(sample), (content) => ({
      content: parsed(content),
      contentType: 'application/json',
      encoded: false,
    })),
  NDJSON: (sample) => `${JSON.stringify(entry(sample))}\n\n${JSON.stringify(entry({}))}\n`,
};

/** The same with bodies that are encoded, be it zipped. */
export const ENCODED_FORMATS: Readonly<Record<string, Write>> = {
  'nock in hexadecimal': (sample) =>
    nock(sample, hex(sample.requestBody), hex(sample.body), {
      requestIsBinary: true,
      responseIsBinary: true,
    }),
  'nock, zipped in chunks': (sample) => {
    const digits = gzipSync(sample.body ?? '').toString('hex');
    const headers = { ...sample.headers, 'content-encoding': 'gzip' };
    return nock({ ...sample, headers }, sample.requestBody ?? '', [digits.slice(0, 30), digits.slice(30)]);
  },
  'VCR in base64': (sample) =>
    vcr(sample, (body) => `      base64_string: |\n${base64Lines(Buffer.from(body))}`),
  'VCR, zipped': (sample) =>
    vcr(
      { ...sample, headers: { ...sample.headers, 'Content-Encoding': 'gzip' } },
      (body) => `      string: !binary |-\n${base64Lines(gzipSync(body))}`,
    ),
  'Pact 4 in base64': (sample) =>
    pact(sample, pactAddress(sample), (body) => ({
      content: Buffer.from(body).toString('base64'),
      contentType: 'application/json',
      encoded: 'base64',
    })),
  'WireMock in base64': (sample) => {
    const response = {
      status: sample.status ?? 200,
      headers: sample.headers,
      base64Body: Buffer.from(sample.body ?? '').toString('base64'),
    };
    return JSON.stringify({ id: 'x', request: { url: pathOf(sample), method: 'POST' }, response });
  },
  'HAR in base64': (sample) => {
    const { response, ...others } = entry(sample);
    const content = { text: Buffer.from(sample.body ?? '').toString('base64'), encoding: 'base64' };
    return JSON.stringify({ log: { entries: [{ ...others, response: { ...response, content } }] } });
  },
  'Polly.JS, zipped': (sample) => {
    const base64 = gzipSync(sample.body ?? '').toString('base64');
    const { response, ...others } = entry({
      ...sample,
      headers: { ...sample.headers, 'content-encoding': 'gzip' },
    });
    const content = { text: JSON.stringify([base64.slice(0, 40), base64.slice(40)]), encoding: 'base64' };
    return JSON.stringify({
      log: { _recordingName: 'x', entries: [{ ...others, response: { ...response, content } }] },
    });
  },
};

function nock(sample: Sample, body: unknown, response: unknown, others: object = {}): string {
  const { origin, username, password, pathname, search } = new URL(sample.url ?? URL_OF_ALL);
  const user = username === '' ? '' : `${username}:${password}@`;
  const definition = {
    scope: `${origin.replace('//', `//${user}`)}:443`,
    method: 'POST',
    path: pathname + search,
    body,
    status: sample.status ?? 200,
    response,
    rawHeaders: Object.entries(sample.headers ?? {}).flat(),
    reqheaders: sample.requestHeaders ?? {},
    unknown: { a: [null, true] },
    ...others,
  };
  return `${JSON.stringify([definition], null, 4)}\n`;
}

const keyed = (headers: Sample['headers'] = {}): object[] =>
  Object.entries(headers).map(([key, value]) => ({ key, value, system: true }));

function postmanRequest({ url = URL_OF_ALL, requestHeaders, requestBody: raw }: Sample): object {
  const { protocol, hostname, username, password, pathname, searchParams } = new URL(url);
  const parts = {
    protocol: protocol.slice(0, -1),
    ...(username !== '' && { auth: { user: username, password } }),
    host: hostname.split('.'),
    path: pathname.slice(1).split('/'),
    query: Array.from(searchParams, ([key, value]) => ({ key, value })),
  };
  return { method: 'POST', header: keyed(requestHeaders), body: { mode: 'raw', raw }, url: parts };
}

function pathOf({ url = URL_OF_ALL }: Sample): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function pactAddress(sample: Sample): object {
  const { pathname: path, searchParams } = new URL(pathOf(sample), URL_OF_ALL);
  return { path, query: Object.fromEntries(Array.from(searchParams, ([name, value]) => [name, [value]])) };
}

function pact(sample: Sample, address: object, bodyOf: (text: string) => unknown): string {
  const { requestHeaders, requestBody = '', status = 200, headers, body = '' } = sample;
  const request = { method: 'POST', ...address, headers: requestHeaders, body: bodyOf(requestBody) };
  const response = { status, headers, body: bodyOf(body) };
  const isV4 = 'encoded' in Object(request.body);
  const interaction = { description: 'x', ...(isV4 && { type: 'Synchronous/HTTP' }), request, response };
  return JSON.stringify(
    { consumer: { name: 'a' }, provider: { name: 'b' }, interactions: [interaction] },
    null,
    2,
  );
}

function vcr(sample: Sample, body: (text: string) => string): string {
  return `---\nhttp_interactions: # by hand\n- request:\n    method: post\n    uri: ${sample.url ?? URL_OF_ALL}\n    body:\n${body(sample.requestBody ?? '')}    headers:\n${lists(sample.requestHeaders)}  response:\n    status:\n      code: ${sample.status ?? 200}\n      message: OK\n    headers:\n${lists(sample.headers)}    body:\n${body(sample.body ?? '')}  recorded_at: Thu, 15 Jan 2026 09:30:00 GMT\n  unknown: &it [0x10, *it2]\nrecorded_with: VCR 6.3.1\n`.replace(
    ', *it2',
    '',
  );
}

function lists(headers: Sample['headers'] = {}): string {
  const all = { Accept: '*/*', ...headers };
  return Object.entries(all)
    .map(([name, value]) => `      ${name}:\n      - ${quoted(value)}\n`)
    .join('');
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function base64Lines(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,60}/g) ?? [''];
  return lines.map((line) => `        ${line}\n`).join('');
}

function cassette({
  url = URL_OF_ALL,
  requestHeaders,
  requestBody = '',
  status = 200,
  headers,
  body = '',
}: Sample): object {
  const several = (all: Sample['headers'] = {}): object =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]]));
  return {
    request: { method: 'post', uri: url, body: { string: requestBody }, headers: several(requestHeaders) },
    response: { status: { code: status }, headers: several(headers), body: { string: body } },
  };
}

function entry({
  url = URL_OF_ALL,
  requestHeaders = {},
  requestBody = '',
  status = 200,
  headers = {},
  body = '',
}: Sample) {
  const pairs = (all: Readonly<Record<string, string>>): object[] =>
    Object.entries(all).map(([name, value]) => ({ value, name }));
  return {
    startedDateTime: '2026-01-15T09:30:00.000Z',
    request: {
      method: 'POST',
      url,
      headers: pairs(requestHeaders),
      queryString: Array.from(new URL(url).searchParams, ([name, value]) => ({ name, value })),
      postData: { mimeType: 'text/plain', text: requestBody },
    },
    response: { status, headers: pairs(headers), content: { size: -1, text: body }, _unknown: 'a/b' },
  };
}

const parsed = (body = ''): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const hex = (text = ''): string => Buffer.from(text).toString('hex');
