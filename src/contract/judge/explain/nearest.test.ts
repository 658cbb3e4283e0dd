import { describe, expect, it } from '@jest/globals';
import { nearest } from './nearest.ts';

const STATUSES = ['pending', 'canceled', 'completed'];

describe('the nearest documented word', () => {
  it.each([
    ['cancelled', STATUSES, 'canceled'],
    ['cancled', STATUSES, 'canceled'],
    ['PENDING', STATUSES, 'pending'],
    ['pednign', STATUSES, 'pending'],
    ['complete', STATUSES, 'completed'],
    ['websetID', ['id', 'websetId', 'title'], 'websetId'],
    ['created_at', ['createdAt', 'updatedAt'], 'createdAt'],
  ])('of %j in %j is %j', (word, candidates, want) => {
    expect(nearest(word, candidates)).toBe(want);
  });

  it.each([
    ['running', STATUSES],
    ['ab', ['cd', 'ef']],
    ['', STATUSES],
    ['pending', ['pending']],
    ['x'.repeat(65), ['x'.repeat(64)]],
  ])('of %j is none, for nothing comes close', (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });
});
