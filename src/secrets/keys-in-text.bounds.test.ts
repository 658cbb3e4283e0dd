import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { keysInText } from './keys-in-text.ts';
import { random, SHAPED_KEYS } from './known-keys.test-support.ts';

const LINK = `https://x.test/v0/file?alt=media&token=${randomUUID()}`;
const KEY = randomUUID();
const OTHER = random(32);

describe('what stands on the web is no key', () => {
  it.each([
    'https://x.test/sk-engineering-1234567',
    'https://shop.test/p/sk-iphone-15pro-max256gb',
    'sk-spinner-wandering-cubes1x2',
    'sk-child-of-type-12345',
    LINK,
    'api_key=YOUR_API_KEY_GOES_HERE_123456',
    `https://x.test/a.png?X-Amz-Credential=AKIA${random(16, 'ABCDEFG234567')}%2F20260102%2Fus-east-1`,
  ])('such as %s', (text) => {
    expect(keysInText(JSON.stringify({ description: text }), { addresses: false })).toEqual([]);
  });

  it('but a link in what was sent, or in a header, may carry one', () => {
    expect(keysInText(LINK).map(({ name }) => name)).toEqual(['token']);
  });

  it.each(['sk-', 'sk-proj-', 'sk-ant-api03-'])('nor is a key overlooked that starts with %s', (prefix) => {
    const key = `${prefix}9aK3mQ7xLp2vRt8yBn4wZ6cD`;
    expect(keysInText(`see ${key}.`, { addresses: false })).toEqual([{ name: undefined, spellings: [key] }]);
  });

  it('and many are found in time that grows with their number, and not with its square', () => {
    const members = Array.from({ length: 20_000 }, () => `{"api_key":"${randomUUID()}"}`);
    const others = Array.from({ length: 20_000 }, () => `"Bearer ${randomUUID()}"`);
    const found = keysInText(`[${[...members, ...others].join()}]`);
    expect(found.length).toBeGreaterThan(39_000);
  });
});

describe('a key that tells its maker', () => {
  const places: readonly (readonly [where: string, around: (key: string) => string])[] = [
    ['alone', (key) => key],
    ['in a sentence', (key) => `The key ${key}, which was revoked.`],
    ['in a member of any name', (key) => JSON.stringify({ note: key })],
    ['in a list', (key) => JSON.stringify([1, key])],
    ['in JSON within a string', (key) => JSON.stringify({ a: JSON.stringify({ b: key }) })],
    ['in a line of code', (key) => `export X='${key}'\nexport Y=${key}`],
  ];

  it.each(SHAPED_KEYS)('is found whole: %s', (_, key) => {
    for (const [where, around] of places) {
      const spellings = keysInText(around(key), { addresses: false }).map((found) => found.spellings);
      expect([where, spellings]).toEqual([where, [[key]]]);
    }
  });
});

describe('a key that is told by its name', () => {
  it.each<[given: unknown, found: readonly (readonly [string, string])[]]>([
    [{ authorization: KEY }, [['authorization', KEY]]],
    [{ Authorization: `Bearer ${KEY}` }, [['Authorization', KEY]]],
    [
      { 'proxy-authorization': 'Basic dXNlcjpodW50ZXIyQWJjOQ==' },
      [['proxy-authorization', 'dXNlcjpodW50ZXIyQWJjOQ==']],
    ],
    [{ AUTHORIZATION: `Token ${OTHER}` }, [['AUTHORIZATION', OTHER]]],
    [{ passphrase: OTHER }, [['passphrase', OTHER]]],
    [{ privateKeyPassphrase: OTHER }, [['privateKeyPassphrase', OTHER]]],
    [{ PASSWORD: OTHER }, [['PASSWORD', OTHER]]],
    [{ jwt: OTHER }, [['jwt', OTHER]]],
    [{ userJwt: OTHER }, [['userJwt', OTHER]]],
    [{ bearer: OTHER }, [['bearer', OTHER]]],
    [{ 'x-functions-key': OTHER }, [['x-functions-key', OTHER]]],
    [{ apiKeys: [KEY] }, [['apiKeys', KEY]]],
    [
      { apiKeys: ['<redacted>', OTHER, KEY] },
      [
        ['apiKeys', OTHER],
        ['apiKeys', KEY],
      ],
    ],
    [{ 'x-api-key': [KEY] }, [['x-api-key', KEY]]],
    [
      { tokens: [OTHER], a: { SECRETS: [KEY] } },
      [
        ['tokens', OTHER],
        ['SECRETS', KEY],
      ],
    ],
    [{ headers: [{ name: 'x-api-key', value: KEY }] }, [['x-api-key', KEY]]],
    [{ headers: [{ value: KEY, comment: '', name: 'X-Api-Key' }] }, [['X-Api-Key', KEY]]],
    [{ headers: [{ name: 'Authorization', value: `Bearer ${OTHER}` }] }, [['Authorization', OTHER]]],
    [{ header: [{ key: 'x-api-key', type: 'text', value: KEY }] }, [['x-api-key', KEY]]],
    [{ rawHeaders: ['accept', 'application/json', 'x-api-key', KEY] }, [['x-api-key', KEY]]],
    [{ headers: [['x-api-key', KEY]] }, [['x-api-key', KEY]]],
    [{ type: 'password', apiSecret: KEY }, [['apiSecret', KEY]]],
    [['token', { apiSecret: KEY }], [['apiSecret', KEY]]],
  ])('%j', (given, found) => {
    const texts = [
      JSON.stringify(given),
      JSON.stringify(given, null, 2),
      JSON.stringify(JSON.stringify(given)),
    ];
    for (const text of texts) {
      const all = keysInText(text, { addresses: false });
      expect(all.map(({ name, spellings }) => [name, spellings[0]])).toEqual(found);
    }
  });
});

describe('no key is seen in', () => {
  const hex = randomBytes(16).toString('hex');

  it.each<[given: unknown]>([
    ['authorization failed: the jwt is no token, and the passphrase no secret'],
    [{ error: 'authorization', message: 'authorization failed', details: 'jwt expired' }],
    [{ authorization: 'none', passphrase: '', jwt: null, apiKeys: [], tokens: [1, 2] }],
    [{ authorization: '[redacted]', passphrase: '<your passphrase>', jwt: 'xxxx', apiKey: 'test-key' }],
    [
      {
        authorization: 'Bearer <redacted>',
        apiKeys: ['<your key>', 'your-api-key-goes-here', 'test-key-1234567890'],
      },
    ],
    [
      {
        headers: [
          { name: 'x-api-key', value: '<redacted>' },
          { name: 'etag', value: hex },
          { name: 'x-request-id', value: KEY },
        ],
      },
    ],
    [
      {
        headers: [
          ['x-api-key', '<redacted>'],
          ['x-request-id', KEY],
        ],
      },
    ],
    [{ rawHeaders: ['cf-ray', '9a1b2c3d4e5f6a7b-SJC', 'etag', `W/"${hex}"`] }],
    [
      {
        fields: [
          { name: 'key', value: KEY },
          { name: 'id', value: KEY },
          { name: 'pageToken', value: OTHER },
        ],
      },
    ],
    [{ keys: [KEY], ids: [KEY, hex], sortKeys: [OTHER], nextPageTokens: [KEY] }],
    [{ required: ['password', 'apiKey', 'enableAutomaticUpdates'] }],
    [{ usage: { prompt_tokens: 12, completion_tokens: 34 }, tokens: ['hel', 'lo'] }],
    [
      {
        id: 'wenr_01k6mz2x3c4v5b6n7m8a9s0d1f',
        websetId: 'webset_01k6mz2x3c4v5b6n7m8a9s0d1f',
        enrichment: 'wenrich_9aK3mQ7xLp2v',
      },
    ],
    [{ token: { id: KEY }, authorization: { id: KEY } }],
    ['ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    ['ghp_your-token-here gho_... ghs_1234567890abcdefghijklmnopqrstuvwxyz'],
    ['github_pat_XXXXXXXXXXXXXXXXXXXXXX_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX'],
    ['AKIAIOSFODNN7EXAMPLE AKIAXXXXXXXXXXXXXXXX ASIA AKIA1234567890ABCDEF EURASIA9K3MQ7XLP2VRT8YB'],
    ['xoxb-your-token-here xoxp-... xoxb-not-a-real-token-of-any-workspace'],
    ['sk-proj-... sk-your-key sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    ['sk-admin-panel-of-the-very-long-navigation-bar-that-nobody-reads'],
    ['eyJ.eyJ.sig, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.<signature>'],
  ])('%j', (given) => {
    const texts = [
      JSON.stringify(given),
      JSON.stringify(given, null, 2),
      JSON.stringify(JSON.stringify(given)),
    ];
    expect(texts.map((text) => keysInText(text, { addresses: false }))).toEqual([[], [], []]);
  });
});

describe('no key is seen in bytes that are written as text', () => {
  it.each(['base64', 'base64url', 'hex'] as const)('in %s', (encoding) => {
    const image = randomBytes(200_000).toString(encoding);
    const given = { a: `data:image/png;base64,${image}`, b: image, token: 'of the image' };
    expect(keysInText(JSON.stringify(given), { addresses: false })).toEqual([]);
  });
});

/** Where time grew with the square of it, this would take a minute. */
const LONG = 250_000;

describe('a long text that is made to be slow takes no longer than another', () => {
  const starts = [
    ...[
      '{',
      '{"',
      '{"name":"',
      '{"name":"jwt","value":"',
      '"jwt":[',
      '"jwt":["',
      '"jwt":"',
      '"jwt",',
      '"jwt","',
    ],
    ...[
      'ghp_',
      'github_pat_',
      'AKIA',
      'A',
      'xoxb-',
      'x-',
      'sk-proj-',
      'sk-a-',
      'sk-ant-api03-',
      'eyJhbGciO.',
      'jwt=',
    ],
    ...[
      '"jwt":"Bearer ',
      'Bearer  ',
      '[',
      ',"',
      '\\',
      '\\"',
      '"a" ',
      '"name":"jwt"',
      '"value":"',
      'Amz-Credential=',
      '&X-Amz-Signature=aaaaaaaaaaaaaaaa',
      '?Expires=1&Signature=aaaaaaaaaaaaaaaa ',
    ],
  ];
  const fillers = ['a-', ' ', '"'];

  it.each(starts)(
    '%j',
    (start) => {
      const repeated = (piece: string): string => `"token":"${piece.repeat(LONG / piece.length)}`;
      const texts = fillers.flatMap((filler) => [start + repeated(filler), repeated(start + filler)]);
      for (const text of [repeated(start), ...texts]) {
        const began = performance.now();
        keysInText(text);
        expect(performance.now() - began).toBeLessThan(1_500);
      }
    },
    30_000,
  );
});
