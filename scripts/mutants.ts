import type { Exchange } from 'exa-enrichments/contract';
import { bodyMutants, bodyVariations } from '../contract-tests/mutants/body-changes.ts';
import { httpMutants, httpVariations } from '../contract-tests/mutants/http-changes.ts';
import type { Change, Judge } from './mutants/drift.ts';
import { drift, engine, markdownTable } from './mutants/drift.ts';
import { prism } from './mutants/prism.ts';
import { responseValidator } from './mutants/response-validator.ts';

// Mutants and variations of what the fragment describes, judged by the engine and by others. A change counts as
// refused where something is said of it that is not said of its original. Fails where the engine errs.

const GROUPS: Readonly<Record<string, readonly Change[]>> = {
  'body mutants': bodyMutants,
  'HTTP mutants': httpMutants,
  'body variations': bodyVariations,
  'HTTP variations': httpVariations,
};
const changes = Object.values(GROUPS).flat();
const originals = [...new Map(changes.map(({ original }) => [JSON.stringify(original), original])).values()];
const exchanges = [...originals, ...changes.map(({ exchange }) => exchange)];

interface Result {
  readonly name: string;
  readonly seconds: number;
  readonly refused: ReadonlySet<Change>;
  readonly refusedOriginals: readonly Exchange[];
}

async function resultOf(judge: Judge): Promise<Result> {
  const started = performance.now();
  const said = await judge.judge(exchanges);
  const seconds = (performance.now() - started) / 1000;
  const before = new Map(originals.map((original, index) => [JSON.stringify(original), said[index] ?? []]));
  const refused = changes.filter(({ original }, index) => {
    const known = before.get(JSON.stringify(original)) ?? [];
    return said[originals.length + index]?.some((one) => !known.includes(one));
  });
  const refusedOriginals = originals.filter((_, index) => (said[index]?.length ?? 0) > 0);
  return { name: judge.name, seconds, refused: new Set(refused), refusedOriginals };
}

const others = [await responseValidator(), prism()].filter((judge) => judge !== undefined);
const results: Result[] = [];
for (const judge of [engine, drift, ...others]) results.push(await resultOf(judge));

const row = (label: string, chosen: readonly Change[]): string[] => [
  label,
  String(chosen.length),
  ...results.map(({ refused }) => String(chosen.filter((change) => refused.has(change)).length)),
];
const rows = Object.entries(GROUPS).flatMap(([group, all]) => [
  ...[...new Set(all.map(({ part }) => part))].map((part) =>
    row(
      `${group}: ${part}`,
      all.filter((change) => change.part === part),
    ),
  ),
  row(`**${group}**`, all),
]);
console.log(
  markdownTable([
    ['refused', 'of', ...results.map(({ name }) => name)],
    ...rows,
    [
      'unchanged',
      String(originals.length),
      ...results.map(({ refusedOriginals }) => String(refusedOriginals.length)),
    ],
    ['seconds', '', ...results.map(({ seconds }) => seconds.toFixed(1))],
  ]),
);
if (others.length === 0) console.log('\nThe other judges can not be installed here: no columns.');

const ofAnyOperation = ({ name }: Change): string => name.replace(/^[\w-]+: /, '');
for (const { name, refused } of results.slice(1)) {
  const passed = new Set(httpMutants.filter((change) => !refused.has(change)).map(ofAnyOperation));
  console.log(`\n${name} passes over: ${[...passed].join('; ')}.`);
}

const [ours] = results;
const missed = [...bodyMutants, ...httpMutants].filter((change) => !ours?.refused.has(change));
const wronged = [...bodyVariations, ...httpVariations].filter((change) => ours?.refused.has(change));
for (const { name } of missed) console.error(`missed: ${name}`);
for (const { name } of wronged) console.error(`refused: ${name}`);
for (const { request } of ours?.refusedOriginals ?? []) console.error(`refused as it is: ${request.url}`);
process.exitCode = missed.length + wronged.length + (ours?.refusedOriginals.length ?? 0) > 0 ? 1 : 0;
