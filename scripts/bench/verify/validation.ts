import { readFile } from 'node:fs/promises';
import { bundledContract } from '../../../dist/contract/index.js';
import { interleaved, type Samples } from '../measure.ts';
import { enrichment } from './corpus.ts';

/** Nanoseconds of processor for each item; what is computed is kept alive. */
function nanoseconds<T>(items: readonly T[], run: (item: T) => unknown): number {
  const before = process.cpuUsage();
  let last: unknown;
  for (const item of items) last = run(item);
  const { user, system } = process.cpuUsage(before);
  if (last === undefined) throw new Error('nothing was computed');
  return ((user + system) * 1000) / items.length;
}

const ROUNDS = 40;
const WARM_UP = 30;
const CANCEL = 'websets-enrichments-cancel';

export const VALIDATORS = [
  'JSON.parse',
  'exa-enrichments',
  'openapi-response-validator',
  'openapi-backend',
] as const;
type Validating = (typeof VALIDATORS)[number];

/** What it takes to say of parsed bodies of one size whether they are as documented, in ns of processor for each. */
export interface Validation {
  /** Characters of a body. */
  readonly size: number;
  readonly samples: Samples<Validating, number>;
}

type Judge = (body: unknown) => boolean;

export async function validation(): Promise<readonly Validation[]> {
  const judges = await inSilence(createJudges);
  const results: Validation[] = [];
  for (const { options, count } of [
    { options: 0, count: 5000 },
    { options: 1130, count: 25 },
  ]) {
    const texts = Array.from({ length: count }, (_, index) => JSON.stringify(enrichment(index, options)));
    // As a reader has them: what is put together in a program has other texts in it than what was parsed.
    const bodies = texts.map((text) => JSON.parse(text) as Record<string, unknown>);
    await inSilence(() => refuseWrongJudges(judges, bodies[0] as Record<string, unknown>));
    const measure = (name: Validating): number =>
      name === 'JSON.parse'
        ? nanoseconds(texts, (text) => JSON.parse(text) as unknown)
        : nanoseconds(bodies, judges[name]);
    for (const name of VALIDATORS) for (let round = 0; round < WARM_UP; round += 1) measure(name);
    results.push({
      size: texts[0]?.length ?? 0,
      samples: await interleaved(ROUNDS, VALIDATORS, measure),
    });
  }
  return results;
}

/** All of them with the description of this package; compiled before the clock runs. */
async function createJudges(): Promise<Record<Exclude<Validating, 'JSON.parse'>, Judge>> {
  const { OpenAPIBackend } = await import('openapi-backend');
  const { default: found } = await import('openapi-response-validator');
  // The class is the `default` of a CommonJS module, which loaders unwrap once or twice.
  const OpenAPIResponseValidator = 'default' in found ? found.default : found;
  const text = await readFile(new URL('../../../generated/openapi.json', import.meta.url), 'utf8');
  const definition = JSON.parse(text);
  const operation = bundledContract.operations.find(({ operationId }) => operationId === CANCEL);
  const schema = operation?.responses['200']?.content['application/json']?.schema ?? '';
  const fits = bundledContract.validators[schema] as Judge;

  const { responses } = definition.paths[operation?.path ?? ''].post;
  const validator = new OpenAPIResponseValidator({
    responses: { 200: responses['200'] },
    components: definition.components,
  });
  const backend = new OpenAPIBackend({ definition, quick: true });
  await backend.init();
  return {
    'exa-enrichments': fits,
    'openapi-response-validator': (body) => validator.validateResponse(200, body) === undefined,
    'openapi-backend': (body) => backend.validateResponse(body, CANCEL, 200).valid,
  };
}

/** ajv warns of every format that a validator was not told to check, hundreds of times. */
async function inSilence<T>(run: () => T): Promise<Awaited<T>> {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await run();
  } finally {
    console.warn = warn;
  }
}

/** One that lets everything pass would be fast. */
function refuseWrongJudges(judges: Readonly<Record<string, Judge>>, body: Record<string, unknown>): void {
  for (const [name, judge] of Object.entries(judges)) {
    if (!judge(body)) throw new Error(`${name} refuses a body that is as documented`);
    if (judge({ ...body, status: 'running' }))
      throw new Error(`${name} takes a status that is not documented`);
  }
}
