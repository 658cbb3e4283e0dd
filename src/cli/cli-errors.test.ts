import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, ConnectionError, InvalidArgumentError, TimeoutError } from '../index.ts';
import { exitOfError, explainError } from './cli-errors.ts';

describe('an error of the client', () => {
  it.each([
    ['`baseUrl` must be https.', '--base-url must be https.'],
    [
      'no answer came within 30000 ms. Try again later, or raise `timeout`.',
      'no answer came within 30000 ms. Try again later.',
    ],
    [
      'it was not done within 5 ms. Try again later, or raise `totalTimeout` (of a wait, `timeout`).',
      'it was not done within 5 ms. Try again later, or raise --timeout.',
    ],
  ])('speaks of the options as they are typed: %s', (message, told) => {
    expect(explainError(new ConfigurationError(message))).toBe(told);
  });

  it('is one line that can not steer a terminal, whatever the server said', () => {
    expect(explainError(new ConnectionError('a\u001b[2J\nb\u202e'))).toBe('a\\u{1b}[2J\\nb\\u{202e}');
  });

  it('names the request, so that support can find it', () => {
    expect(explainError(new ConnectionError('It broke.', { requestId: 'r1' }))).toBe(
      'It broke. (request r1)',
    );
  });

  it.each([
    [2, new ConfigurationError('x')],
    [2, new InvalidArgumentError('x')],
    [1, new ConnectionError('x')],
    [1, new TimeoutError('x', { phase: 'total', timeoutMs: 5 })],
  ])('exits %i: %s', (code, error) => {
    expect(exitOfError(error)).toBe(code);
  });
});
