import type { EnrichmentRef } from '../../index.ts';
import type { ScenarioName } from '../../simulator/index.ts';
import type { ConnectionValues } from '../connection.ts';
import type { Recorded, RecordingLimits } from './make-recording.ts';
import type { Target } from './target.ts';

export interface RecordOptions {
  /** Undefined: the one that the simulator has. */
  readonly ref: EnrichmentRef | undefined;
  readonly output: string;
  readonly format: 'nock' | 'har';
  readonly check: boolean;
  readonly shows: string | undefined;
  readonly yes: boolean;
  /** Of the simulator; undefined: live. */
  readonly scenario: ScenarioName | undefined;
  readonly connection: ConnectionValues;
  readonly limits: RecordingLimits;
}

/** What to do with a recording that was made; resolves with whether it is as it should be. */
export type Finish = (recorded: Recorded, target: Target) => Promise<boolean>;
