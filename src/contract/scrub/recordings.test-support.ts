import { gzipSync } from 'node:zlib';

/** An exchange of which a test says what matters. */
export interface Sample {
  readonly url?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

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
