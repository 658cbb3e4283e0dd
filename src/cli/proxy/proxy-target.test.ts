import { describe, expect, it } from '@jest/globals';
import { askedOf, cookieThere, locationThere, targetOf } from './proxy-target.ts';

const PROXY = 'http://localhost:4010';
const plain = targetOf('https://api.example.com/');
const based = targetOf('https://api.example.com/v1/');

describe('the target', () => {
  it.each([
    ['https://api.example.com', { origin: 'https://api.example.com', host: 'api.example.com', basePath: '' }],
    ['http://[::1]:80/v1//', { origin: 'http://[::1]', host: '[::1]', basePath: '/v1' }],
  ])('is %s', (text, want) => {
    expect(targetOf(text)).toEqual(want);
  });

  it.each([
    ['api.example.com', /must be the address of a server/],
    ['ftp://api.example.com', /must be the address of a server/],
    ['https://user:pass@api.example.com', /has a user or password in it/],
    ['https://api.example.com/?a=b', /neither a query nor a fragment/],
  ])('is not %s', (text, message) => {
    expect(() => targetOf(text)).toThrow(message);
  });

  it.each<[string, string | undefined, unknown]>([
    ['/a?b', '127.0.0.1:4010', { path: '/a?b' }],
    ['/a', 'me.localhost', { path: '/a' }],
    ['/a', '[::1]:4010', { path: '/a' }],
    ['/a', 'API.example.com.', { path: '/a' }],
    ['/a', undefined, { path: '/a' }],
    ['http://api.example.com/a', 'other.example.com', { path: '/a' }],
    ['http://api.example.com?a', 'api.example.com', { path: '/?a' }],
    ['/a', 'evil.example.com', { status: 421 }],
    ['/a', '127.0.0.1.evil.example.com', { status: 421 }],
    ['http://evil.example.com/a', 'localhost', { status: 421 }],
    ['*', 'localhost', { status: 400 }],
  ])('is asked for %s as %s', (url, host, want) => {
    const headers = host === undefined ? {} : { host };
    expect(askedOf({ url, headers } as Parameters<typeof askedOf>[0], plain)).toMatchObject(want as object);
  });
});

describe('a redirect', () => {
  it.each([
    ['/b', '/b', 'https://api.example.com/b'],
    ['b?c', 'b?c', 'b?c'],
    ['', '', ''],
    ['/v1/b?c#d', '/v1/b?c#d', '/b?c#d'],
    ['/v1', '/v1', '/'],
    ['/login', '/login', 'https://api.example.com/login'],
    ['https://api.example.com/v1/b', `${PROXY}/v1/b`, `${PROXY}/b`],
    ['http://api.example.com/v1x', `${PROXY}/v1x`, 'http://api.example.com/v1x'],
    ['//api.example.com/v1/b', `${PROXY}/v1/b`, `${PROXY}/b`],
    ['https://other.example.com/b', 'https://other.example.com/b', 'https://other.example.com/b'],
    ['https://[', 'https://[', 'https://['],
    ['mailto:a@api.example.com', 'mailto:a@api.example.com', 'mailto:a@api.example.com'],
  ])('to %s leads to %s, below a base path to %s', (location, want, wantBased) => {
    expect(locationThere(location, '/a', plain, PROXY)).toBe(want);
    expect(locationThere(location, '/a', based, PROXY)).toBe(wantBased);
  });
});

describe('a cookie', () => {
  it.each([
    ['a=b; Domain=example.com; Path=/v1; Secure; HttpOnly', 'a=b; Path=/; HttpOnly'],
    ['a=b; path=/v1/x; Max-Age=1', 'a=b; path=/x; Max-Age=1'],
    ['a=b; Path=/other', 'a=b; Path=/other'],
    ['a=b; Secure; SameSite=None', 'a=b; Secure; SameSite=None'],
    ['__Host-a=b; Secure; Path=/', '__Host-a=b; Secure; Path=/'],
    ['a=domain=x', 'a=domain=x'],
  ])('%s is given as %s', (cookie, want) => {
    expect(cookieThere(cookie, based)).toBe(want);
  });
});
