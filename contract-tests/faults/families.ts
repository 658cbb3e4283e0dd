import { aborts } from './families/aborts.ts';
import { addresses } from './families/addresses.ts';
import { ambiguity } from './families/ambiguity.ts';
import { bodies } from './families/bodies.ts';
import { connections } from './families/connections.ts';
import { encodings } from './families/encodings.ts';
import { floods } from './families/floods.ts';
import { framing } from './families/framing.ts';
import { givenFetch } from './families/given-fetch.ts';
import { keys } from './families/keys.ts';
import { manyAtOnce } from './families/many.ts';
import { redirects } from './families/redirects.ts';
import { retryAfter } from './families/retry-after.ts';
import { sentAlong } from './families/sent-along.ts';
import { sizes } from './families/sizes.ts';
import { slow } from './families/slow.ts';
import { statuses } from './families/statuses.ts';
import { surroundings } from './families/surroundings.ts';
import { waits } from './families/waits.ts';
import type { Family } from './fault.ts';

/** In the order of the table, and of the run: one of the first takes the longest. */
export const families: readonly Family[] = [
  surroundings,
  connections,
  addresses,
  keys,
  sentAlong,
  givenFetch,
  redirects,
  bodies,
  sizes,
  framing,
  encodings,
  slow,
  statuses,
  retryAfter,
  aborts,
  ambiguity,
  waits,
  manyAtOnce,
  floods,
];
