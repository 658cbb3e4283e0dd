import { join } from 'node:path';
import { interleaved, type Samples } from '../interleaved.ts';
import { writeCorpus } from './corpus.ts';
import { drift, NOTHING, parseLines, parseWhole, verify } from './programs.ts';
import { type ProcessCost, runProgram } from './run-program.ts';

type Programs<Name extends string> = Readonly<Record<Name, readonly string[]>>;
type Costs<Name extends string> = Promise<Samples<Name, ProcessCost>>;

export type OfOne = 'exa-enrichments' | 'redocly drift' | 'bare node';
export type OfMany = 'exa-enrichments' | 'exa-enrichments, one thread' | 'redocly drift' | 'JSON.parse alone';
type Threads = 'one thread' | 'two threads';
export type OfLines = Threads | 'reading and parsing alone' | `${Threads}, 10,000 lines`;

const runAll = <Name extends string>(rounds: number, programs: Programs<Name>): Costs<Name> =>
  interleaved(rounds, Object.keys(programs) as Name[], (name) => runProgram(programs[name]));

/** A HAR of one exchange: what it takes to start. */
export async function oneRecording(folder: string): Costs<OfOne> {
  const file = join(folder, 'one.har');
  await writeCorpus(file, 'har', 1);
  return runAll(15, {
    'exa-enrichments': verify(file),
    'redocly drift': drift(file),
    'bare node': NOTHING,
  });
}

/** A HAR of 200,000 exchanges. */
export async function manyExchanges(folder: string): Costs<OfMany> {
  const file = join(folder, 'many.har');
  await writeCorpus(file, 'har', 200_000);
  return runAll(5, {
    'exa-enrichments': verify(file),
    'exa-enrichments, one thread': verify(file, '--workers', '1'),
    'redocly drift': drift(file),
    'JSON.parse alone': parseWhole(file),
  });
}

/** NDJSON of 10,000 and of 1,000,000 lines. */
export async function millionLines(folder: string): Costs<OfLines> {
  const [few, many] = [join(folder, 'few.ndjson'), join(folder, 'many.ndjson')];
  await writeCorpus(few, 'ndjson', 10_000);
  await writeCorpus(many, 'ndjson', 1_000_000);
  return runAll(5, {
    'one thread': verify(many, '--workers', '1'),
    'two threads': verify(many, '--workers', '2'),
    'reading and parsing alone': parseLines(many),
    'one thread, 10,000 lines': verify(few, '--workers', '1'),
    'two threads, 10,000 lines': verify(few, '--workers', '2'),
  });
}
