import type { Samples } from '../interleaved.ts';
import type { OfLines, OfMany, OfOne } from './recordings.ts';
import type { ProcessCost } from './run-program.ts';
import type { Validation } from './validation.ts';

/** All that was measured in a run. */
export interface Measured {
  readonly validations: readonly Validation[];
  readonly one: Samples<OfOne, ProcessCost>;
  readonly many: Samples<OfMany, ProcessCost>;
  readonly lines: Samples<OfLines, ProcessCost>;
  /** Load average of a minute, at the start and at the end. */
  readonly load: readonly [number, number];
}
