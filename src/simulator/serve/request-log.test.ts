import { describe, expect, it } from '@jest/globals';
import { array, assert, constantFrom, property, string, tuple } from 'fast-check';
import { REDACTED } from '../../secrets/redact-by-name.ts';
import type { SeenExchange } from '../index.ts';
import { addressOf } from '../testing/addresses.test-support.ts';
import { stepped } from '../testing/stepped.test-support.ts';
import { createRedactors } from './request-log.ts';

const KEY = 'k3y/of="somebody"';

async function shownOf(headers: Record<string, string>, keys?: readonly string[]): Promise<string> {
  const seen: SeenExchange[] = [];
  const simulator = stepped({ onExchange: (each) => seen.push(each), ...(keys && { keys }) });
  const address = addressOf({ webset: KEY, enrichment: `e-${KEY}` });
  const body = JSON.stringify({ key: KEY });
  await simulator.fetch(`${address}/cancel?token=${encodeURIComponent(KEY)}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'x-other': KEY },
    body,
  });
  expect(seen).toHaveLength(1);
  return JSON.stringify([simulator.requests, seen]);
}

describe('what is shown of a request', () => {
  it.each([
    ['x-api-key', { 'x-api-key': KEY }, undefined],
    ['a bearer token', { authorization: `Bearer ${KEY}` }, undefined],
    ['no header, but accepted', {}, [KEY]],
  ])('holds the key nowhere, where it came by %s', async (_, headers, keys) => {
    const shown = await shownOf(headers as Record<string, string>, keys);
    expect(shown).not.toContain('k3y');
    expect(shown).toContain('/v0/websets/<redacted>/enrichments/e-<redacted>/cancel');
  });

  it('is left alone by a key that is but a word', async () => {
    const simulator = stepped();
    await simulator.fetch(addressOf({ webset: 'w', enrichment: 'e' }), { headers: { 'x-api-key': 'v0' } });
    expect(simulator.requests[0]?.path).toBe('/websets/v0/websets/w/enrichments/e');
  });
});

/** Printable ASCII, as keys are. */
const key = array(
  string({
    unit: constantFrom(...Array.from('!"%%25+,-./0aZ:=\\\\~', String)),
    minLength: 1,
    maxLength: 1,
  }),
  { minLength: 6, maxLength: 30 },
)
  .map((characters) => `k${characters.join('')}y`)
  // Dashes and backslashes say nothing: what is left without them is what is sought.
  .filter((text) => !REDACTED.includes(text) && text.replace(/[\\-]/g, '').length >= 6);

const hex = (character: string): string =>
  Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(
    '',
  );

/** The ways to write a character: as it is, as a URL has it, and as JSON does. */
const spellings: readonly ((character: string) => string)[] = [
  (character) => character,
  (character) => hex(character),
  (character) => hex(character).toUpperCase(),
  (character) => JSON.stringify(character).slice(1, -1),
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  (character) => (character === '/' ? '\\/' : character),
];

/** What a whole text is written in: a URL and JSON both escape the character that their escapes begin with. */
const inUrl = spellings.slice(0, 3);
const inJson = spellings.slice(3);

function redactorOf(secret: string): (text: string) => string {
  return createRedactors(undefined)(new Headers({ 'x-api-key': secret }));
}

describe('a key', () => {
  it.each([
    ['a URL', inUrl, '%'],
    ['JSON', inJson, '\\'],
  ])('is found however %s spells each of its characters', (_, ways, mark) => {
    const cases = key.chain((secret) =>
      tuple(...Array.from(secret, () => constantFrom(...ways))).map((chosen): [string, string] => [
        secret,
        Array.from(secret, (character, index) => {
          // As it is, the mark would be the beginning of an escape.
          const way = character === mark ? (ways.at(1) ?? chosen[index]) : chosen[index];
          return way?.(character) ?? '';
        }).join(''),
      ]),
    );
    assert(
      property(cases, ([secret, spelled]) => {
        const shown = redactorOf(secret)(`<${spelled}>`);
        expect(shown).toContain(REDACTED);
        expect(shown.length).toBeLessThanOrEqual(`<${REDACTED}>`.length);
      }),
    );
  });

  it.each([
    ['ab%2fcd+ef=gh', 'in part and in small letters'],
    ['%61%62%2F%63d%2Bef=gh', 'where there is no need to'],
  ])('is found in the path %s, encoded %s', async (spelled) => {
    const seen: SeenExchange[] = [];
    const simulator = stepped({ onExchange: (each) => seen.push(each) });
    await simulator.fetch(`https://api.exa.ai/websets/v0/websets/${spelled}/enrichments/e`, {
      headers: { 'x-api-key': 'ab/cd+ef=gh' },
    });

    expect(seen[0]?.request.url).toBe('https://api.exa.ai/websets/v0/websets/<redacted>/enrichments/e');
    expect(seen[0]?.entry.path).toBe('/websets/v0/websets/<redacted>/enrichments/e');
    expect(JSON.parse(seen[0]?.response.body ?? '')).toMatchObject({
      path: '/v0/websets/<redacted>/enrichments/e',
    });
  });

  it('is found in a request for a host that does not resolve', async () => {
    const shown: unknown[] = [];
    const simulator = stepped({ onRequest: (entry) => shown.push(entry) });
    const url = 'https://secretkey123.invalid/websets/v0/websets/secretkey123/enrichments/a';
    await simulator.fetch(url, { headers: { 'x-api-key': 'secretkey123' } }).catch(() => undefined);

    expect(JSON.stringify([shown, simulator.requests])).not.toContain('secretkey123');
    expect(simulator.requests[0]).toMatchObject({
      origin: 'https://<redacted>.invalid',
      path: '/websets/v0/websets/<redacted>/enrichments/a',
      status: 0,
    });
  });

  it('is found though it holds a comma', () => {
    expect(redactorOf('abcd,efgh')('/abcd,efgh/')).toBe('/<redacted>/');
  });
});
