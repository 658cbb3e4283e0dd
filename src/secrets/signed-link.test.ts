import { describe, expect, it } from '@jest/globals';
import { endOfSignedLink } from './signed-link.ts';

const END = Date.UTC(2013, 4, 24, 1);

describe('a signed link', () => {
  it.each([
    ['of AWS', '?X-Amz-Date=20130524T000000Z&X-Amz-Expires=3600&X-Amz-Signature=f'],
    ['of AWS, in any case', '?a=b&x-amz-expires=3600&x-amz-signature=f&x-amz-date=20130524T000000Z#x'],
    ['of Google', '?X-Goog-Date=20130524T000000Z&X-Goog-Expires=3600&X-Goog-Signature=f'],
    ['of CloudFront', `?Expires=${END / 1000}&Signature=f&Key-Pair-Id=K`],
    ['of Azure', '?sv=2024-11-04&se=2013-05-24T01%3A00%3A00Z&sp=r&sig=f'],
    ['of Azure, without escapes', '?se=2013-05-24T01:00:00Z&sig=f'],
  ])('%s ends when it says', (_, query) => {
    expect(endOfSignedLink(`https://x.test/a${query}`)).toBe(END);
  });

  it.each([
    '',
    '?X-Amz-Date=20130524T000000Z&X-Amz-Signature=f',
    '?X-Amz-Expires=3600&X-Amz-Signature=f',
    '?X-Amz-Date=20130524&X-Amz-Expires=3600',
    '?X-Amz-Date=20130524T000000Z&X-Amz-Expires=1h',
    '?Expires=1&token=f',
    '?Expires=soon&Signature=f',
    '?se=2013-05-24',
    '?se=never&sig=f',
    '?sig=f',
  ])('%s does not end', (query) => {
    expect(endOfSignedLink(`https://x.test/a${query}`)).toBe(Number.POSITIVE_INFINITY);
  });
});
