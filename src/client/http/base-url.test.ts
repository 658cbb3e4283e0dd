import { describe, expect, it } from '@jest/globals';
import { isConfigurationError } from '../errors.ts';
import { DEFAULT_BASE_URL, parseBaseUrl } from './address.ts';

describe('a base URL', () => {
  it.each([
    [DEFAULT_BASE_URL, 'https://api.exa.ai/websets'],
    ['https://api.exa.ai/websets/', 'https://api.exa.ai/websets'],
    ['https://api.exa.ai/websets//', 'https://api.exa.ai/websets'],
    ['https://api.exa.ai', 'https://api.exa.ai'],
    ['HTTPS://API.Exa.AI:443/websets', 'https://api.exa.ai/websets'],
    ['https://proxy.example/a/../b', 'https://proxy.example/b'],
    ['http://localhost:3000/websets', 'http://localhost:3000/websets'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://127.9.8.7', 'http://127.9.8.7'],
    ['http://0x7f.1', 'http://127.0.0.1'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
  ])('%s is taken for %s', (given, want) => {
    expect(parseBaseUrl(given)).toBe(want);
  });

  it.each([
    ['api.exa.ai', 'not an absolute URL'],
    ['', 'not an absolute URL'],
    ['/websets', 'not an absolute URL'],
    ['http://api.exa.ai/websets', 'must be https'],
    ['http://127.0.0.1.evil.example', 'must be https'],
    ['http://localhost.evil.example', 'must be https'],
    ['http://128.0.0.1', 'must be https'],
    ['http://[::2]', 'must be https'],
    ['ftp://localhost', 'must be https'],
    ['file:///etc/passwd', 'must be https'],
    ['javascript:alert(1)', 'must be https'],
    ['https://user@api.exa.ai', 'must not hold'],
    ['https://:secret@api.exa.ai', 'must not hold'],
    ['https://api.exa.ai/websets?', 'must not hold'],
    ['https://api.exa.ai/websets?a=b', 'must not hold'],
    ['https://api.exa.ai/websets#', 'must not hold'],
    ['https://api.exa.ai/{webset}', 'must not hold'],
    ['https://api.exa.ai\\websets', 'must not hold'],
  ])('%s is refused: %s', (given, want) => {
    let error: unknown;
    try {
      parseBaseUrl(given);
    } catch (caught) {
      error = caught;
    }
    expect(isConfigurationError(error)).toBe(true);
    expect((error as Error).message).toContain(want);
    // A password in it must not be printed.
    expect((error as Error).message).not.toContain('secret');
  });
});
