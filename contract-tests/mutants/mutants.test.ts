import { describe, expect, it } from '@jest/globals';
import { bundledContract, type Exchange, verifyExchange } from 'exa-enrichments/contract';
import { bodyMutants, bodyVariations } from './body-changes.ts';
import { httpMutants, httpVariations } from './http-changes.ts';

const refuses = (exchange: Exchange): boolean =>
  verifyExchange(bundledContract, exchange).some(({ severity }) => severity === 'error');

describe('the engine', () => {
  it('starts from enough mutants and variations of each kind', () => {
    expect(bodyMutants.length).toBeGreaterThanOrEqual(150);
    expect(httpMutants.length).toBeGreaterThanOrEqual(40);
    expect(bodyVariations.length + httpVariations.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['body', bodyMutants],
    ['HTTP', httpMutants],
  ])('finds every %s mutant', (_, mutants) => {
    expect(mutants.filter(({ exchange }) => !refuses(exchange)).map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['body', bodyVariations],
    ['HTTP', httpVariations],
  ])('refuses no %s variation', (_, variations) => {
    expect(variations.filter(({ exchange }) => refuses(exchange)).map(({ name }) => name)).toEqual([]);
  });
});
