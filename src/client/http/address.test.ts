import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isInvalidArgumentError } from '../errors.ts';
import { addressOf } from './address.ts';

const BASE = 'https://api.exa.ai/websets';
const CANCEL = '/v0/websets/{webset}/enrichments/{id}/cancel';

const cancelUrl = (webset: unknown, id: unknown): string => addressOf(BASE, CANCEL, { webset, id });

describe('the address of an operation', () => {
  it.each([
    { id: 'wenrich_01', want: 'wenrich_01' },
    { id: 'a/b', want: 'a%2Fb' },
    { id: '../../cancel', want: '..%2F..%2Fcancel' },
    { id: '%2e%2e', want: '%252e%252e' },
    { id: '%2E.', want: '%252E.' },
    { id: '...', want: '...' },
    { id: '..;', want: '..%3B' },
    { id: '.\t.', want: '.%09.' },
    { id: ' .. ', want: '%20..%20' },
    { id: '\\..\\', want: '%5C..%5C' },
    { id: '?x=1#y', want: '%3Fx%3D1%23y' },
    { id: '{webset}', want: '%7Bwebset%7D' },
    { id: '\u0000', want: '%00' },
    { id: 'Ünïcødé 🦊', want: '%C3%9Cn%C3%AFc%C3%B8d%C3%A9%20%F0%9F%A6%8A' },
    { id: '．．', want: '%EF%BC%8E%EF%BC%8E' },
    { id: '__proto__', want: '__proto__' },
  ])('writes the enrichment $id as one segment', ({ id, want }) => {
    expect(cancelUrl('webset_01', id)).toBe(`${BASE}/v0/websets/webset_01/enrichments/${want}/cancel`);
  });

  it.each([
    { value: '', why: 'is empty' },
    { value: '.', why: 'is "."' },
    { value: '..', why: 'is ".."' },
    { value: '\ud800', why: 'surrogate' },
    { value: 'a\udc00b', why: 'surrogate' },
    { value: undefined, why: 'not undefined' },
    { value: null, why: 'not null' },
    { value: 7, why: 'not number' },
    { value: ['..'], why: 'not object' },
    { value: { toString: () => 'x' }, why: 'not object' },
    { value: new String('x'), why: 'not object' },
    { value: Symbol('x'), why: 'not symbol' },
  ])('refuses an id that $why', ({ value, why }) => {
    for (const build of [() => cancelUrl(value, 'wenrich_01'), () => cancelUrl('webset_01', value)]) {
      expect(build).toThrow(why);
      try {
        build();
      } catch (error) {
        expect(isInvalidArgumentError(error)).toBe(true);
      }
    }
  });

  it('names the id that it refuses', () => {
    expect(() => cancelUrl('', 'x')).toThrow('The webset id'.toLowerCase());
    expect(() => cancelUrl('x', '')).toThrow('the enrichment id');
  });

  // Half of the strings are made of what path tricks are made of.
  const tricky = fc.string({
    unit: fc.constantFrom(
      '.',
      '%',
      '2',
      'e',
      'E',
      'f',
      'F',
      '/',
      '\\',
      '?',
      '#',
      ';',
      '\t',
      '\n',
      '{',
      '}',
      ':',
      '@',
      'id',
    ),
  });
  const anyId = fc.oneof(
    tricky,
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
  );

  it('has no id that can reach another path', () => {
    fc.assert(
      fc.property(anyId, anyId, (webset, id) => {
        let url: string;
        try {
          url = cancelUrl(webset, id);
        } catch (error) {
          return isInvalidArgumentError(error);
        }
        // What would be sent: the URL parser must leave every character where it is.
        const sent = new URL(new Request(url, { method: 'POST' }).url);
        const [, ...segments] = sent.pathname.split('/');
        return (
          sent.href === url &&
          sent.search === '' &&
          sent.hash === '' &&
          segments.length === 7 &&
          segments.join('/') === `websets/v0/websets/${segments[3]}/enrichments/${segments[5]}/cancel` &&
          decodeURIComponent(segments[3] ?? '') === webset &&
          decodeURIComponent(segments[5] ?? '') === id
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('gives different enrichments different addresses', () => {
    fc.assert(
      fc.property(anyId, anyId, (one, other) => {
        fc.pre(one !== other);
        try {
          return cancelUrl('w', one) !== cancelUrl('w', other);
        } catch {
          return true;
        }
      }),
    );
  });
});
