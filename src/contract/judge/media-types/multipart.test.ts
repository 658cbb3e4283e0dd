import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { type VerifyExchangeOptions, verifyExchange } from '../../contract-run.ts';
import { compileObject } from '../../description/compile.test-support.ts';
import { anExchange } from '../../exchange.test-support.ts';

const FORM = {
  type: 'object',
  required: ['image', 'about'],
  properties: {
    image: { type: 'string', format: 'binary', maxLength: 3 },
    about: { type: 'object', required: ['by'], properties: { by: { type: 'integer' } } },
    name: { type: 'string', maxLength: 3 },
    count: { type: ['integer', 'string'], maximum: 9, pattern: '^x' },
    tags: { type: 'array', items: { type: 'integer' }, maxItems: 2 },
    addresses: { type: 'array', items: { type: 'object', required: ['city'] } },
    any: {},
  },
  additionalProperties: false,
};
const ENCODING = {
  image: {
    contentType: 'image/png, image/j*, image/*',
    headers: { 'X-Width': { required: true, schema: { type: 'integer' } } },
  },
};

function sending(type: string, media: object, openapi = '3.2.0'): Promise<Contract> {
  const operation = {
    requestBody: { required: true, content: { [type]: media } },
    responses: { 204: { description: 'ok' } },
  };
  return compileObject({ openapi, paths: { '/a': { post: operation } } });
}

type Part = readonly [headers: string, content: string | Uint8Array];

function multipart(parts: readonly Part[], boundary = 'Xx'): Uint8Array {
  const pieces = parts.flatMap(([headers, content]) => [
    `--${boundary}\r\n${headers}\r\n\r\n`,
    content,
    '\r\n',
  ]);
  return Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece as string)));
}

const named = (name: string, content: string | Uint8Array, ...headers: string[]): Part => [
  [`Content-Disposition: form-data; name="${name}"`, ...headers].join('\r\n'),
  content,
];
const typed = (type: string): string => `Content-Type: ${type}`;
const IMAGE = named('image', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), typed('image/png'), 'X-Width: 4');
const ABOUT = named('about', '{"by":1}', typed('application/json'));

function findings(
  contract: Contract,
  type: string,
  body: Uint8Array | string,
  options?: VerifyExchangeOptions,
) {
  const bytes = Buffer.from(body as string);
  const exchange = anExchange({
    method: 'POST',
    url: 'https://x.test/a',
    requestHeaders: { 'content-type': type },
    status: 204,
    body: '',
  });
  const sent = { ...exchange, request: { ...exchange.request, body: bytes } };
  return verifyExchange(contract, sent, options).filter(({ target }) => target === 'request');
}

const FORM_DATA = 'multipart/form-data; boundary=Xx';

describe('the parts of a form', () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await sending('multipart/form-data', { schema: FORM, encoding: ENCODING });
  });
  const places = (parts: readonly Part[], options?: VerifyExchangeOptions): string[] =>
    findings(contract, FORM_DATA, multipart(parts), options).map(
      ({ severity, dataPath, keyword }) => `${severity} ${dataPath} ${keyword}`,
    );

  it.each<[string, readonly Part[], string[]]>([
    ['all that is required', [IMAGE, ABOUT], []],
    ['each of its type', [IMAGE, ABOUT, named('name', 'abc'), named('count', '3'), named('any', 'x')], []],
    ['a list by a name that comes again', [IMAGE, ABOUT, named('tags', '1'), named('tags', '2')], []],
    ['a list of one', [IMAGE, ABOUT, named('tags', '1')], []],
    ['a list as one part of JSON', [IMAGE, ABOUT, named('tags', '[1,2]', typed('application/json'))], []],
    ['a list of objects', [IMAGE, ABOUT, named('addresses', '{"city":"a"}', typed('application/json'))], []],
    ['no image', [ABOUT], ['error  required']],
    ['no object', [IMAGE], ['error  required']],
    [
      'an image of another type',
      [named('image', 'x', typed('text/plain'), 'X-Width: 4'), ABOUT],
      ['error /image contentType'],
    ],
    [
      'an image without its header',
      [named('image', 'x', typed('image/gif')), ABOUT],
      ['error /image headers'],
    ],
    [
      'a header of another type',
      [named('image', 'x', typed('image/gif'), 'x-width: b'), ABOUT],
      ['error /image headers'],
    ],
    [
      'an object with another type in it',
      [IMAGE, named('about', '{"by":"x"}', typed('application/json'))],
      ['error /about/by type'],
    ],
    [
      'an object that is no JSON',
      [IMAGE, named('about', '{', typed('application/json'))],
      ['error /about type'],
    ],
    [
      'an object that is an image',
      [IMAGE, named('about', '{"by":1}', typed('image/png'))],
      ['error /about contentType'],
    ],
    ['a text that is too long', [IMAGE, ABOUT, named('name', 'abcd')], ['error /name maxLength']],
    ['a number that is too high', [IMAGE, ABOUT, named('count', '10')], ['error /count pattern']],
    [
      'an item of another type',
      [IMAGE, ABOUT, named('tags', '1'), named('tags', 'z')],
      ['error /tags/1 type'],
    ],
    [
      'too many items',
      [IMAGE, ABOUT, ...['1', '2', '3'].map((tag) => named('tags', tag))],
      ['error /tags maxItems'],
    ],
    [
      'an item that lacks something',
      [IMAGE, ABOUT, named('addresses', '{}', typed('application/json'))],
      ['error /addresses/0 required'],
    ],
    [
      'one value that comes twice',
      [IMAGE, ABOUT, named('name', 'a'), named('name', 'b')],
      ['error /name type'],
    ],
    ['a name that is not documented', [IMAGE, ABOUT, named('other', 'a')], ['error  additionalProperties']],
    [
      'an image whose content is not judged, and a fault',
      [IMAGE, ABOUT, named('name', 'abcd')],
      ['error /name maxLength'],
    ],
    [
      'placeholders',
      [IMAGE, ABOUT, named('name', '<A_LONG_NAME>'), named('tags', '<TAG>')],
      ['info undefined undefined'],
    ],
  ])('are judged: %s', (_, parts, expected) => {
    expect(places(parts)).toEqual(expected);
  });

  it('without a content-type are what is documented, unless all is judged as it stands', () => {
    const parts = [IMAGE, named('about', '{"by":1}')];
    expect(places(parts)).toEqual([]);
    expect(places([IMAGE, named('about', '{"by":"x"}')])).toEqual(['error /about/by type']);
    expect(places(parts, { strict: true })).toEqual(['error /about contentType']);
  });

  it('that are files are not judged by their content, also where all is judged as it stands', () => {
    expect(places([IMAGE, ABOUT], { strict: true })).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['no boundary', 'multipart/form-data', 'x', 'has no parts, for its content-type names no boundary.'],
    ['another boundary', 'multipart/form-data; boundary=xX', '--Xx--', 'does not end with the boundary'],
    [
      'what is cut off',
      FORM_DATA,
      '--Xx\r\nContent-Disposition: form-data; name="a"\r\n\r\nx',
      'does not end with',
    ],
    [
      'a header that is none',
      FORM_DATA,
      '--Xx\r\nnone\r\n\r\nx\r\n--Xx--',
      'has a part whose headers can not be read.',
    ],
  ])('can not be read of %s', (_, type, body, reason) => {
    expect(findings(contract, type, body).map(({ message }) => message)).toEqual([
      expect.stringContaining(`The request's body ${reason}`),
    ]);
  });

  it('are told with what is documented', () => {
    const parts = [named('image', 'x', typed('text/plain'), 'X-Width: 4'), ABOUT];
    expect(findings(contract, FORM_DATA, multipart(parts))).toMatchObject([
      {
        check: 'request-conformance',
        message: 'The part /image is of another type.',
        received: 'text/plain',
        documented: 'image/png, image/j*, image/*',
        spec: {
          pointer: '/paths/~1a/post/requestBody/content/multipart~1form-data/encoding/image/contentType',
        },
      },
    ]);
  });
});

describe('parts without names', () => {
  const media = {
    schema: { type: 'array', prefixItems: [{ type: 'object', required: ['id'] }, {}], maxItems: 2 },
    prefixEncoding: [{}, { contentType: 'image/*' }],
  };
  const json = [typed('application/json'), '{"id":1}'] as const;
  const image = [typed('image/png'), 'x'] as const;

  it.each<[string, readonly Part[], string[]]>([
    ['each in its place', [json, image], []],
    ['one that lacks something', [[typed('application/json'), '{}'], image], ['/0']],
    ['one of another type', [json, [typed('text/html'), 'x']], ['/1']],
    ['too many', [json, image, image], ['']],
  ])('are judged: %s', async (_, parts, expected) => {
    const contract = await sending('multipart/mixed', media);
    const told = findings(contract, 'multipart/mixed; boundary="Xx"', multipart(parts));
    expect(told.map(({ dataPath }) => dataPath)).toEqual(expected);
  });

  it('are judged each by itemSchema and itemEncoding', async () => {
    const contract = await sending('multipart/mixed', {
      itemSchema: { type: 'object', required: ['id'] },
      itemEncoding: { contentType: 'application/json' },
    });
    const parts = [json, [typed('application/json'), '{}'], image] as const;
    const told = findings(contract, 'multipart/mixed; boundary=Xx', multipart(parts));
    expect(told.map(({ dataPath, keyword }) => `${dataPath} ${keyword}`)).toEqual([
      '/2 contentType',
      '/1 required',
    ]);
  });

  it('are not judged by an object', async () => {
    const contract = await sending('multipart/mixed', { schema: FORM }, '3.1.1');
    expect(contract.limitations.map(({ what }) => what)).toEqual([
      'bodies of type multipart/mixed are not judged: their parts have no names, and their schema is no list',
    ]);
    expect(findings(contract, 'multipart/mixed; boundary=Xx', multipart([json]))).toEqual([]);
  });
});

it.each<[string, object, string, string[]]>([
  [
    'a style of 3.1',
    { style: 'deepObject' },
    '3.1.1',
    ['forms whose property name is encoded like this are not judged'],
  ],
  ['a style that means nothing in 3.0', { style: 'deepObject' }, '3.0.3', []],
  ['multipart in a part', { prefixEncoding: [{}] }, '3.2.0', ['multipart bodies in parts are not judged']],
])('what is not judged of an encoding is told: %s', async (_, encoding, version, expected) => {
  const schema = { type: 'object', properties: { name: { type: 'string' } } };
  const contract = await sending('multipart/form-data', { schema, encoding: { name: encoding } }, version);
  expect(contract.limitations.map(({ what }) => what)).toEqual(expected);
});
