import { describe, expect, it } from '@jest/globals';
import type { Exchange } from '../../contract/exchange.ts';
import { describeRecording } from './keep-recording.ts';

const seen = (method: string, status: number, body: string): Exchange =>
  ({ request: { method }, response: { status, body } }) as Exchange;
const cancel = (status: number, body = '{}'): Exchange => seen('POST', status, body);
const read = (said: string): Exchange => seen('GET', 200, JSON.stringify({ status: said }));

describe('what a recording shows', () => {
  it.each<[Exchange[], string]>([
    [[cancel(200, '{"status":"canceled"}')], 'A cancel answered 200 canceled.'],
    [[cancel(404, '<html>')], 'A cancel answered 404.'],
    [[cancel(503), cancel(503)], 'A cancel answered 503.'],
    [[cancel(503), cancel(200)], 'A cancel answered 503, then 200.'],
    [
      [cancel(200, '{"status":"pending"}'), read('canceled')],
      'A cancel answered 200 pending; a read 200 canceled.',
    ],
    [
      [cancel(200, '{"status":"pending"}'), read('pending'), read('completed')],
      'A cancel answered 200 pending; 2 reads, the last 200 completed.',
    ],
  ])('is told in a sentence', (exchanges, sentence) => {
    expect(describeRecording(exchanges)).toBe(sentence);
  });
});
