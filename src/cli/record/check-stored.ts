import { printable } from '../../contract/printable.ts';
import { type Terminal, wantsColor } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { compareRecordings } from './compare.ts';
import type { Finish } from './record-options.ts';
import { storedExchanges } from './stored.ts';

/** Reads the stored recording, to hold a new one against it. @throws UsageError if there is none */
export async function prepareCheck(output: string, { out, err, env }: Terminal): Promise<Finish> {
  const stored = await storedExchanges(output);
  const name = printable(output);
  if (stored === undefined) throw new UsageError(`${name} is not there to be checked`);
  return async ({ exchanges }) => {
    const difference = compareRecordings(name, stored, exchanges, wantsColor(out, env));
    if (difference === undefined)
      err.write(`As stored in ${name}; ids, dates and free texts were not compared.\n`);
    else out.write(difference);
    return difference === undefined;
  };
}
