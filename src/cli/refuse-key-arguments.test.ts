import { describe, expect, it } from '@jest/globals';
import { run } from './terminal.test-support.ts';

const SECRET = '5ecret-0f-a-person';

describe('a key given as an argument', () => {
  it.each([
    [['cancel', 'w', 'e', '--api-key', SECRET]],
    [['cancel', 'w', 'e', `--api-key=${SECRET}`]],
    [['get', 'w', 'e', '--key', SECRET]],
    [['get', 'w', 'e', `-k${SECRET}`]],
    [['get', 'w', 'e', `--x-api-key=${SECRET}`]],
    [['get', 'w', 'e', `--EXA_API_KEY=${SECRET}`]],
    [[`--api-key=${SECRET}`, 'cancel', 'w', 'e']],
    [['verify', '.', '--token', SECRET]],
  ])('is refused without being repeated: %j', async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('a key is not taken as an argument');
    expect(err).toContain('--api-key-file FILE');
    expect(err).not.toContain(SECRET);
  });

  it.each([
    [['get', 'w', '--api-key-file', '/no/such/file', 'e']],
    [['get', '--api-key-file', '/no/such/file', '--', '--key', 'e']],
  ])('is not what %j is', async (args) => {
    const { err } = await run(args);
    expect(err).toContain("the key can't be read from /no/such/file");
  });
});
