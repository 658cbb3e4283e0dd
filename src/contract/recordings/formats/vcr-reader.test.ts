import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { type Exchange, headerMap } from '../../exchange.ts';
import { readAll } from '../source.test-support.ts';
import { readVcr, vcr } from './vcr.ts';

const CASSETTE = `---
http_interactions:
- request:
    method: post
    uri: https://api.example.test/v0/things/../thing_1/cancel?x=%2F
    body:
      encoding: UTF-8
      string: "{}"
    headers:
      X-Api-Key:
      - "<KEY>"
      Accept:
      - "*/*"
  response:
    status:
      code: 200
      message: OK
    headers:
      Content-Type:
      - application/json; charset=utf-8
      Vary:
      - Origin
      - Accept
    body:
      encoding: ASCII-8BIT
      string: '{"id":"thing_1","description":"To
        be cancelled, it''s said","note":"é"}'
  recorded_at: Sun, 23 Nov 2025 00:39:22 GMT
- request:
    method: get
    uri: https://api.example.test/v0/things/thing_1
    body:
      encoding: US-ASCII
      string: ''
    headers: {}
  response:
    status:
      code: 200
      message:
    headers:
    body:
      encoding: ASCII-8BIT
      string: ''
  recorded_at: Sun, 23 Nov 2025 00:39:23 GMT
recorded_with: VCR 6.3.1
`;

const withBody = (body: string, headers = '{}'): string => `---
http_interactions:
- request: {method: get, uri: 'https://a.test/'}
  response:
    status: {code: 200}
    headers: ${headers}
    body: ${body}
`;

const bodyOf = async (cassette: string): Promise<Exchange['response']['body']> =>
  (await readAll(readVcr, cassette))[0]?.response.body;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('readVcr', () => {
  it('reads a cassette: folded strings, lists of header values, ASCII-8BIT as text', async () => {
    const [first, second] = await readAll(readVcr, CASSETTE);
    expect(first).toEqual({
      request: {
        method: 'POST',
        url: 'https://api.example.test/v0/things/../thing_1/cancel?x=%2F',
        headers: expect.objectContaining({ 'x-api-key': ['<KEY>'], accept: ['*/*'] }),
        body: '{}',
      },
      response: {
        status: 200,
        headers: expect.objectContaining({ vary: ['Origin', 'Accept'] }),
        body: '{"id":"thing_1","description":"To be cancelled, it\'s said","note":"é"}',
      },
      recorded: true,
      recording: { file: 'test.rec', index: 0 },
      recordedAt: Date.UTC(2025, 10, 23, 0, 39, 22),
    });
    expect(second?.request.body).toBeUndefined();
    expect(second?.response).toMatchObject({ body: '', headers: {} });
  });

  it('knows and reads it where all of it is indented', async () => {
    const indented = CASSETTE.replace(/^(?!---)/gm, '  ');
    expect(vcr.detect(indented)).toBe(true);
    expect(await readAll(readVcr, indented)).toEqual(await readAll(readVcr, CASSETTE));
    expect(vcr.detect('about:\n  http_interactions: []\n')).toBe(false);
  });

  it('reads the same cassette from JSON', async () => {
    const { parse } = await import('yaml');
    expect(await readAll(readVcr, parse(CASSETTE))).toEqual(await readAll(readVcr, CASSETTE));
  });

  describe('of vcrpy', () => {
    const zipped = base64(gzipSync('{"id":"é"}'));
    const cassette = `interactions:
- request:
    body: null
    headers:
      Accept:
      - '*/*'
    method: GET
    uri: https://a.test/things?x=1
  response:
    body:
      string: '{"id":"a"}'
    headers:
      Content-Type:
      - application/json
    status:
      code: 200
      message: OK
- request:
    body: '{"a": 1}'
    headers: {}
    method: POST
    uri: https://a.test/things
  response:
    body:
      string: !!binary |
        ${zipped}
    headers:
      content-encoding: [gzip]
    status: {code: 201, message: Created}
- request: {body: !!binary "/wA=", headers: {}, method: POST, uri: 'https://a.test/things'}
  response:
    body: {string: ''}
    headers: {}
    status: {code: 204, message: No Content}
version: 1
`;
    const expected = [
      {
        request: { method: 'GET', url: 'https://a.test/things?x=1', headers: { accept: ['*/*'] } },
        response: { status: 200, headers: { 'content-type': ['application/json'] }, body: '{"id":"a"}' },
      },
      { request: { body: '{"a": 1}' }, response: { status: 201, body: '{"id":"é"}' } },
      { request: { body: Uint8Array.of(0xff, 0) }, response: { status: 204, body: undefined } },
    ];

    it('reads a cassette in YAML', async () => {
      const read = await readAll(readVcr, cassette);
      expect(read).toMatchObject(expected);
      expect(read[0]?.request.body).toBeUndefined();
    });

    it('reads a cassette in JSON, its bytes in base64', async () => {
      const [first, second] = [0, 1].map((index) => ({
        request: {
          body: index === 0 ? null : '{"a": 1}',
          headers: { Accept: ['*/*'] },
          method: 'GET',
          uri: 'https://a.test/things?x=1',
        },
        response: {
          body: index === 0 ? { string: '{"id":"a"}' } : { base64_string: zipped },
          headers: { 'content-encoding': ['gzip'] },
          status: { code: 200, message: 'OK' },
        },
      }));
      const read = await readAll(readVcr, { version: 1, interactions: [first, second] });
      expect(read.map(({ request, response }) => [request.body, response.body])).toEqual([
        [undefined, '{"id":"a"}'],
        ['{"a": 1}', '{"id":"é"}'],
      ]);
    });
  });

  it.each([
    [
      '!binary text',
      withBody(`{encoding: ASCII-8BIT, string: !binary "${base64(Buffer.from('né'))}"}`),
      'né',
    ],
    [
      '!!binary text',
      withBody(`{encoding: ASCII-8BIT, string: !!binary "${base64(Buffer.from('né'))}"}`),
      'né',
    ],
    [
      '!binary over several lines',
      withBody('\n      string: !binary |-\n        eyJh\n        IjoxfQ=='),
      '{"a":1}',
    ],
    ['base64_string', withBody(`{base64_string: "${base64(Buffer.from('né'))}"}`), 'né'],
    ['base64_string over several lines', withBody('{base64_string: "eyJh\\nIjoxfQ==\\n"}'), '{"a":1}'],
    ['a bare string', withBody('plain'), 'plain'],
    ['no body', withBody('{}'), undefined],
  ])('reads %s', async (_, cassette, body) => {
    expect(await bodyOf(cassette)).toBe(body);
  });

  it('keeps bytes that are no text', async () => {
    expect(await bodyOf(withBody('{string: !binary "/wA="}'))).toEqual(Uint8Array.of(0xff, 0));
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateRawSync],
  ])('decodes bytes in %s', async (encoding, encode) => {
    const bytes = encode('{"id":"thing_1","note":"a longer body, é"}');
    const cassette = withBody(`{string: !binary "${base64(bytes)}"}`, `{Content-Encoding: [${encoding}]}`);
    expect(await bodyOf(cassette)).toBe('{"id":"thing_1","note":"a longer body, é"}');
  });

  it.each(['gzip', 'br', 'deflate'])(
    'does not decode twice what VCR decoded beneath a header of %s',
    async (encoding) => {
      const headers = `{Content-Encoding: [${encoding}]}`;
      expect(await bodyOf(withBody(`{base64_string: "${base64(Buffer.from('{"a":1}'))}"}`, headers))).toBe(
        '{"a":1}',
      );
      expect(await bodyOf(withBody(`{string: '{"a":1}'}`, headers))).toBe('{"a":1}');
    },
  );

  it('says so where bytes are neither text nor what the header says, and reads on', async () => {
    const cassette = withBody('{string: !binary "/wA="}', '{Content-Encoding: [gzip]}');
    const [read] = await readAll(readVcr, cassette);
    expect(read?.response).toMatchObject({ body: undefined, bodyFault: { reason: 'it is not gzip' } });
    const sent = withBody('x').replace(
      'uri:',
      'headers: {Content-Encoding: gzip}, body: !binary "/wA=", uri:',
    );
    const [exchange] = await readAll(readVcr, sent);
    expect(exchange?.request).toMatchObject({ body: undefined, bodyUnknown: true });
  });

  describe('of go-vcr', () => {
    const GO = `---
version: 1
interactions:
- request:
    body: ""
    form: {}
    headers:
      Accept:
      - application/json
    url: https://a.test/x?y=1
    method: GET
  response:
    body: '{"a": 1}'
    headers:
      Content-Type:
      - application/json
    status: 200 OK
    code: 200
    duration: 1.5ms
`;
    const GO_4 = `---
version: 2
interactions:
    - id: 0
      request:
        proto: HTTP/1.1
        proto_major: 1
        content_length: 3
        transfer_encoding: []
        trailer: {}
        host: a.test
        remote_addr: ""
        request_uri: ""
        body: a=1
        form:
            a:
                - "1"
        headers:
            Content-Type:
                - application/x-www-form-urlencoded
        url: https://a.test/x
        method: POST
      response:
        proto: HTTP/2.0
        content_length: -1
        uncompressed: true
        body: created
        headers: {}
        status: 201 Created
        code: 201
        duration: 96.1ms
`;

    it('is read as what it recorded, in its first form and in its newest', async () => {
      const [first] = await readAll(readVcr, GO);
      expect(first?.request).toEqual({
        method: 'GET',
        url: 'https://a.test/x?y=1',
        headers: headerMap([['accept', 'application/json']]),
        body: undefined,
      });
      expect(first?.response).toEqual({
        status: 200,
        headers: headerMap([['content-type', 'application/json']]),
        body: '{"a": 1}',
      });
      const [second] = await readAll(readVcr, GO_4);
      expect(second).toMatchObject({
        request: { method: 'POST', url: 'https://a.test/x', body: 'a=1' },
        response: { status: 201, body: 'created' },
      });
      expect([GO, GO_4].map((text) => vcr.detect(text))).toEqual([true, true]);
    });

    it('gives a form as it was sent where its text was not kept', async () => {
      const [read] = await readAll(
        readVcr,
        GO_4.replace('body: a=1', 'body: ""').replace('- "1"', '- "1 2"'),
      );
      expect(read?.request.body).toBe('a=1+2');
    });
  });

  it('is read where old betamax wrote it', async () => {
    const [read] = await readAll(readVcr, {
      http_interactions: [
        {
          recorded_at: '2013-09-28T01:25:38',
          request: { method: 'GET', uri: 'https://a.test/x', headers: { Accept: '*/*' }, body: '' },
          response: {
            status_code: 200,
            encoding: 'utf-8',
            url: 'https://a.test/x',
            headers: { 'Content-Encoding': 'gzip', 'content-type': 'application/json' },
            body: { encoding: 'utf-8', base64_string: gzipSync('{"a":1}').toString('base64') },
          },
        },
      ],
      recorded_with: 'betamax/{version}',
    });
    expect(read).toMatchObject({ request: { body: undefined }, response: { status: 200, body: '{"a":1}' } });
  });

  it("passes over Ruby's tags, and builds nothing from them", async () => {
    const tagged = CASSETTE.replace('---', '--- !ruby/hash:ActiveSupport::HashWithIndifferentAccess')
      .replace('- request:', '- !ruby/object:VCR::HTTPInteraction\n  request: !ruby/struct:VCR::Request')
      .replace('method: post', 'method: !ruby/symbol post');
    expect(await readAll(readVcr, tagged)).toEqual(await readAll(readVcr, CASSETTE));
  });

  it('follows the aliases that Ruby writes for a value met twice', async () => {
    const aliased = CASSETTE.replace('    headers: {}', '    headers: *h').replace(
      '    headers:\n      X',
      '    headers: &h\n      X',
    );
    const [first, second] = await readAll(readVcr, aliased);
    expect(second?.request.headers).toEqual(first?.request.headers);
  });

  it('refuses headers that aliases multiplied', async () => {
    const many = `{${Array.from({ length: 100 }, (_, at) => `h${at}: *l`).join(', ')}}`;
    const cassette = withBody('x', many).replace('uri:', `list: &l [${'a, '.repeat(101)}], uri:`);
    await expect(readAll(readVcr, cassette)).rejects.toThrow(
      'test.rec: exchange 0: has more than 10000 headers',
    );
  });

  it.each([
    ['an interaction that is none', 'http_interactions:\n- 7', 'exchange 0: is not a VCR interaction'],
    ['a missing list', 'recorded_with: VCR 6.3.1', 'http_interactions is not a list'],
    [
      'a missing response',
      'http_interactions:\n- request: {method: get, uri: x}',
      'exchange 0: response is missing',
    ],
    [
      'a missing status',
      withBody('x').replace('{code: 200}', '{}'),
      'exchange 0: response.status.code is missing',
    ],
    ['a missing address', withBody('x').replace('uri:', 'url:'), 'exchange 0: request.uri is missing'],
    [
      'a status without its object',
      withBody('x').replace('{code: 200}', '200'),
      'exchange 0: response.status is not an object, but a number',
    ],
    [
      'headers that are a text',
      withBody('x', "'Vary: Origin'"),
      'exchange 0: response.headers is not an object or a list, but a string',
    ],
    [
      'a header whose value is an object',
      withBody('x', '{Vary: {is: Origin}}'),
      'exchange 0: a value in response.headers is not a string, but an object',
    ],
    [
      'two lists of one name',
      `${CASSETTE}http_interactions: []\n`,
      'broken YAML at 46:1: duplicate key http_interactions',
    ],
    [
      'two strings of one body',
      withBody('{string: a, string: b}'),
      'broken YAML at 7:23: duplicate key string',
    ],
    ['two lists', `${CASSETTE}interactions: []\n`, 'has two lists: http_interactions and interactions'],
    [
      'two lists in JSON',
      '{"http_interactions":[],"interactions":[]}',
      'has two lists: http_interactions and interactions',
    ],
    [
      'two lists in JSON, the other first',
      '{"version":1,"http_interactions":[],"interactions":[]}',
      'has two lists: interactions and http_interactions',
    ],
  ])('refuses %s', async (_, cassette, reason) => {
    await expect(readAll(readVcr, cassette)).rejects.toThrow(`test.rec: ${reason}`);
  });

  // What is not kept as the format has it was once passed over, and its exchange counted as verified.
  it.each([
    ['a number', '123', 'is not a string or an object, but a number'],
    ['a boolean', 'true', 'is not a string or an object, but a boolean'],
    ['a list', '[1]', 'is not a string or an object, but a list'],
    ['parsed JSON', '{id: e, status: exploded}', 'has other members than encoding, string, base64_string'],
    [
      'parsed JSON beside text',
      '{string: x, id: e}',
      'has other members than encoding, string, base64_string',
    ],
    ['an object as its string', '{string: {status: exploded}}', '.string is not a string, but an object'],
    ['a number as its string', '{string: 123}', '.string is not a string, but a number'],
    ['a list as its string', '{encoding: UTF-8, string: [1]}', '.string is not a string, but a list'],
    ['an object as its bytes', '{base64_string: {}}', '.base64_string is not a string, but an object'],
  ])('refuses a body, sent or received, that is %s', async (_, body, reason) => {
    const isMember = reason.startsWith('.');
    const received = withBody(body);
    const sent = withBody('x').replace('uri:', `body: ${body}, uri:`);
    const told = (name: string): string => `test.rec: exchange 0: ${name}${isMember ? '' : ' '}${reason}`;
    await expect(readAll(readVcr, received)).rejects.toThrow(told('response.body'));
    // Without a single member of the format, a request's is what a client was given: see below.
    if (body !== '{id: e, status: exploded}')
      await expect(readAll(readVcr, sent)).rejects.toThrow(told('request.body'));
  });

  it('knows that a body was sent where vcrpy kept what the client was given, and not what it sent', async () => {
    const sent = withBody("'{}'").replace('uri:', 'body: {grant_type: x, scopes: [a, b]}, uri:');
    const [read] = await readAll(readVcr, sent);
    expect(read?.request).toMatchObject({ body: undefined, bodyUnknown: true });
    expect(read?.response.body).toBe('{}');
  });

  it.each<[string, string, string | undefined]>([
    ['an object', '{a: 1, b: [null, "2", 1.5], c: {}}', '{"a":1,"b":[null,"2",1.5],"c":{}}'],
    ['a list', '[{a: 1}]', '[{"a":1}]'],
    ['what JSON has not', '{a: .inf}', undefined],
    ['bytes', '{a: !!binary AAAA}', undefined],
    ['a bare text', "'{}'", undefined],
  ])('reads a parsed body, sent or received, that is %s', async (_, parsed, body) => {
    const cassette = withBody('x')
      .replace('body: x', `parsed_body: ${parsed}`)
      .replace('uri:', `parsed_body: ${parsed}, uri:`);
    const [read] = await readAll(readVcr, cassette);
    expect([read?.request.body, read?.response.body]).toEqual([body, body]);
  });

  it('reads the body where it was kept beside the parsed one', async () => {
    const [read] = await readAll(
      readVcr,
      withBody("{string: '[]'}").replace('body:', 'parsed_body: {}\n    body:'),
    );
    expect(read?.response.body).toBe('[]');
  });
});
