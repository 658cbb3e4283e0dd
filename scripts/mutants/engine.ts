import { bundledContract, verifyExchange } from 'exa-enrichments/contract';
import type { Judge } from './judge.ts';

/** An error of ours refuses; a warning, as of a property that is not described, does not. */
export const engine: Judge = {
  name: 'verify',
  judge: async (exchanges) =>
    exchanges.map((exchange) =>
      verifyExchange(bundledContract, exchange)
        .filter(({ severity }) => severity === 'error')
        .map(({ check, dataPath = '', message }) => `${check} ${dataPath}: ${message}`),
    ),
};
