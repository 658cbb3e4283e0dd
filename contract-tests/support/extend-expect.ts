import { expect } from '@jest/globals';
import { type MatchContractOptions, toMatchContract } from 'exa-enrichments/contract';

declare module 'expect' {
  interface Matchers<R> {
    /** The exchange is as the contract says. */
    toMatchContract(options?: MatchContractOptions): R;
  }
}

expect.extend({ toMatchContract });
