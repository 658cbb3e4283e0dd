import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { htmlThroughout, jsonThroughout, percentThroughout, SPELLINGS } from './spellings.test-support.ts';
import { createRedactor } from './strike-out.ts';

const KEY = '9a3f1c2e-5b7d-4e8f-a1b2-c3d4e5f60718';
const ODD = 's3cret"key/\\+&<é> of mine';
const strikeOut = createRedactor([KEY, ODD]);

/** Processor time, which other work on the machine does not move. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** What keys are made of, and what the escapes are made of, too. */
const key = fc
  .string({ unit: fc.constantFrom(...'!"#%&+,./09:;=?@AZ\\_abfuxz~-'), minLength: 4, maxLength: 50 })
  .map((text) => `k3${text}9y`)
  .filter((text) => text.replace(/[\\-]/g, '').length >= 6);

/** What may stand beside a key and is no part of one. */
const around = fc.string({ unit: fc.constantFrom(...' \n(){}[]<>'), maxLength: 12 });

/** What stands beside the secret in base64 is part of one run with it: some of the neighbours may stay. */
const tidy = (struck: string, mark: string): string =>
  struck.replace(new RegExp(`[\\w+/=%]{0,5}${mark}[\\w+/=%]{0,6}`), '~');

describe('a secret', () => {
  it.each(Object.entries(SPELLINGS))('is struck out of any text where it is %s', (_, spell) => {
    fc.assert(
      fc.property(key, around, around, (secret, before, after) => {
        const struck = createRedactor([secret], '~')(before + spell(secret) + after);
        expect(tidy(struck, '~')).toBe(`${before}~${after}`);
      }),
      { numRuns: 150 },
    );
  });

  it.each([KEY, ODD])('is struck out in every spelling: %s', (secret) => {
    for (const [name, spell] of Object.entries(SPELLINGS)) {
      const struck = strikeOut(`{"a":"${spell(secret)}"}`);
      expect([name, tidy(struck, '\\[redacted]')]).toEqual([name, '{"a":"~"}']);
    }
  });

  it('is struck out however each of its characters is spelled', () => {
    const ways = [(one: string) => one, percentThroughout, jsonThroughout, htmlThroughout] as const;
    const mixed = key.chain((secret) =>
      fc
        .array(fc.constantFrom(...ways), { minLength: secret.length, maxLength: secret.length })
        .map((chosen): [string, string] => [
          secret,
          // As they are, these would be the beginning of an escape.
          Array.from(secret, (one, at) => (/[%&\\~]/.test(one) ? ways[1] : chosen[at])?.(one)).join(''),
        ]),
    );
    fc.assert(
      fc.property(mixed, ([secret, spelled]) => {
        expect(createRedactor([secret])(`<${spelled}>`)).toBe('<[redacted]>');
      }),
    );
  });

  it.each([
    ['where capitals differ', KEY.toUpperCase()],
    ['without its dashes', KEY.replaceAll('-', '')],
    ['escaped twice for a URL', encodeURIComponent(percentThroughout(KEY))],
    ['in JSON in a string', jsonThroughout(KEY).replaceAll('\\', '\\\\')],
    ['as HTML escapes JSON', ODD.replaceAll('\\', '\\\\').replaceAll('"', '\\&quot;')],
    ['as a URL escapes JSON', encodeURIComponent(JSON.stringify(ODD).slice(1, -1))],
    ['as a form writes it', encodeURIComponent(ODD).replaceAll('%20', '+')],
    ['in a JSON Pointer, before a letter', ODD.replace('key/', 'key~1')],
    ['cut after twenty characters', KEY.slice(0, 24)],
    ['cut earlier, where an ellipsis says so', `${KEY.slice(0, 8)}…`],
    ['cut within an escape', `${percentThroughout(KEY.slice(0, 8))}%3…`],
  ])('is struck out %s', (_, spelled) => {
    expect(strikeOut(`"${spelled}"`).replace(/(%3)?…|\\/g, '')).toBe('"[redacted]"');
  });

  it.each(['', 'u', 'us', 'use', 'user'])(
    'is struck out of what a Basic header encodes, after %j',
    (user) => {
      const before = user === '' ? '' : `${user}:`;
      const struck = strikeOut(`Basic ${btoa(`${before}${KEY}`)}`);
      expect(struck).toMatch(
        new RegExp(`^Basic \\w{0,${Math.ceil((before.length * 4) / 3)}}\\[redacted]=*$`),
      );
    },
  );

  it('is struck out whatever script it is in', () => {
    const secret = '🔑 пароль 密码 key';
    for (const [name, spell] of Object.entries(SPELLINGS)) {
      expect([name, tidy(createRedactor([secret], '~')(`<${spell(secret)}>`), '~')]).toEqual([name, '<~>']);
    }
    const byCodePoint = Array.from(secret, (one) => `&#${one.codePointAt(0)};`).join('');
    expect(createRedactor([secret])(byCodePoint)).toBe('[redacted]');
  });

  it('leaves nothing of two that overlap, nor of one that holds another', () => {
    const [one, other] = ['abcdefghij', 'hijklmnopq'];
    expect(createRedactor([one, other, 'defghi'])('<abcdefghijklmnopq>')).toBe('<[redacted]>');
  });

  it('is struck out however many there are', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => `key-${(at * 7919).toString(36)}-of-many`);
    const text = many.map((each) => `<${each}>`).join('');
    const started = processorMs();
    expect(createRedactor(many)(text)).toBe('<[redacted]>'.repeat(2_000));
    expect(processorMs() - started).toBeLessThan(2_000);
  });
});

describe('a text that does not hold the secret', () => {
  it('comes back as it is', () => {
    const secret = fc.uuid();
    fc.assert(
      fc.property(secret, fc.string({ unit: 'binary', maxLength: 200 }), (given, text) => {
        expect(createRedactor([given])(text)).toBe(text);
      }),
    );
  });

  it.each([
    'https://api.exa.ai/websets/v0/websets/w?a=%2F%39&b=%',
    '{"a":"\\u0041\\n\\"","b":"&lt;&#39;&nbsp;&#x1F600;"}',
    KEY.slice(0, 20),
    `${KEY.slice(0, 5)}…`,
    '',
  ])('such as %j', (text) => {
    expect(strikeOut(text)).toBe(text);
  });

  it('nor where there is no secret', () => {
    expect(createRedactor([])('a')).toBe('a');
    expect(createRedactor(['', '--', '\\'])('a--\\b')).toBe('a--\\b');
  });
});

describe('a secret of less than six characters', () => {
  it.each([
    ['c', 'Check the key c, for "c" is none', 'Check the key [redacted], for "[redacted]" is none'],
    ['abc', 'ABC abcd a_abc abc-d /abc/', '[redacted] abcd a_abc abc-d /[redacted]/'],
    ['a/b', '?k=a%2Fb&l=a%2fbc', '?k=[redacted]&l=a%2fbc'],
    ['k', 'ok: k', 'ok: [redacted]'],
    ['v0', 'YQ== djA= 7630', 'YQ== djA= 7630'],
  ])('%j is struck out only where it stands by itself', (secret, text, want) => {
    expect(createRedactor([secret])(text)).toBe(want);
  });
});

describe('a long text', () => {
  it.each([
    ['%', '%'.repeat(30)],
    ['%25', '%'.repeat(30)],
    ['%25', '%25'.repeat(10)],
    ['\\', `${'\\'.repeat(30)}abcdef`],
    ['-', `abcdef${'-'.repeat(30)}`],
    ['a', `${'a'.repeat(5_000)}b`],
    ['a-', `${'a'.repeat(30)}b`],
    ['&amp;', '&amp;'.repeat(6)],
    ['&#00', '&#00000000'],
    ['\\u0061', 'a'.repeat(31)],
  ])('of %j takes time in proportion', (part, secret) => {
    const strike = createRedactor([`${secret}!`]);
    const took = (length: number): number => {
      const text = part.repeat(length / part.length);
      const started = processorMs();
      strike(text);
      return processorMs() - started;
    };
    took(5_000);
    expect(took(60_000)).toBeLessThan(3_000);
  });
});
