// What judging costs, without reading: the validator beside JSON.parse of the same body, and a whole exchange beside
// JSON.parse of the HAR entry that holds it. Usage: npm run build && tsx scripts/bench/verify-core.ts [rounds]
import { bundledContract, type Exchange, headerMap, startContractRun } from '../../dist/contract/index.js';
import { inEachRound, interleaved } from './interleaved.ts';
import { median, quartiles } from './statistics.ts';

const rounds = Number(process.argv[2] ?? 15);
const BATCH = 5000;

const ID = '01k9xyz0abcdefghjkmnpqrst';

/** The 200 body of some enrichment; each has ids of its own. */
function enrichment(index: number, options: number): Record<string, unknown> {
  const id = ID.slice(0, -6) + index.toString(36).padStart(6, '0');
  return {
    id: `wenrich_${id}`,
    object: 'webset_enrichment',
    status: ['pending', 'canceled', 'completed'][index % 3],
    websetId: `webset_${id}`,
    title: null,
    description: 'Find the name of the CEO',
    format: 'text',
    options:
      options === 0 ? null : Array.from({ length: options }, (_, at) => ({ label: `Option ${at} of ${id}` })),
    instructions: null,
    metadata: {},
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-02T03:04:05.678Z',
  };
}

function harEntry({ request, response }: Exchange): string {
  const fields = (headers: Exchange['request']['headers']): unknown[] =>
    Object.entries(headers).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  return JSON.stringify({
    startedDateTime: '2026-01-02T03:04:05.678Z',
    time: 123,
    request: {
      ...request,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: fields(request.headers),
      queryString: [],
    },
    response: {
      status: response.status,
      statusText: 'OK',
      headers: fields(response.headers),
      content: { size: response.body?.length, mimeType: 'application/json', text: response.body },
    },
    cache: {},
    timings: { send: 0, wait: 120, receive: 3 },
  });
}

function exchangeOf(index: number, body: Record<string, unknown>): Exchange {
  return {
    request: {
      method: 'POST',
      url: `https://api.exa.ai/websets/v0/websets/${body['websetId']}/enrichments/${body['id']}/cancel`,
      headers: headerMap([
        ['x-api-key', 'REDACTED'],
        ['accept', 'application/json'],
      ]),
      body: undefined,
    },
    response: {
      status: 200,
      headers: headerMap([
        ['content-type', 'application/json; charset=utf-8'],
        ['date', 'Sun, 23 Nov 2025 00:39:20 GMT'],
        ['etag', `W/"14a-${index}"`],
        ['vary', 'Origin'],
        ['cf-ray', `9a2${index}-FRA`],
        ['server', 'cloudflare'],
      ]),
      body: JSON.stringify(body),
    },
    recording: { file: 'bench', index },
  };
}

const operation = bundledContract.operations.find(({ method }) => method === 'POST');
const schema = operation?.responses['200']?.content['application/json']?.schema ?? '';
const fits = bundledContract.fits[schema] as (value: unknown) => boolean;

/** Nanoseconds of processor for each item; what is computed is kept alive. */
function nanoseconds<T>(items: readonly T[], run: (item: T) => unknown): number {
  const before = process.cpuUsage();
  let last: unknown;
  for (const item of items) last = run(item);
  const { user, system } = process.cpuUsage(before);
  if (last === undefined) throw new Error('nothing was computed');
  return ((user + system) * 1000) / items.length;
}

async function compare(
  title: string,
  contenders: Readonly<Record<string, () => number>>,
  base: string,
  goal?: string,
): Promise<void> {
  const names = Object.keys(contenders);
  const measure = (name: string): number => (contenders[name] as () => number)();
  for (const name of names) for (let warmUp = 0; warmUp < 40; warmUp++) measure(name);
  const samples = await interleaved(rounds, names, measure);
  console.log(`\n${title}${goal === undefined ? '' : ` (goal: ${goal})`}`);
  for (const name of names) {
    const ratios = inEachRound(samples, name, base, (value, other) => value / other);
    const [low, high] = quartiles(ratios);
    const time = `${Math.round(median(samples[name] ?? []))} ns`.padStart(12);
    console.log(
      `  ${name.padEnd(34)}${time}  ${median(ratios).toFixed(2)}x  (${low.toFixed(2)} to ${high.toFixed(2)})`,
    );
  }
}

for (const [options, goal] of [
  [0, '0.20x'],
  [1500, '0.30x'],
] as const) {
  const bodies = Array.from({ length: options === 0 ? BATCH : 40 }, (_, index) => enrichment(index, options));
  const texts = bodies.map((body) => JSON.stringify(body));
  const values = texts.map((text) => JSON.parse(text) as unknown);
  await compare(
    `A body of ${texts[0]?.length} bytes`,
    {
      'JSON.parse': () => nanoseconds(texts, (text) => JSON.parse(text) as unknown),
      validator: () => nanoseconds(values, fits),
    },
    'JSON.parse',
    goal,
  );
}

const exchanges = Array.from({ length: BATCH }, (_, index) => exchangeOf(index, enrichment(index, 0)));
const entries = exchanges.map(harEntry);
const run = startContractRun(bundledContract);
await compare(
  `An exchange, as a HAR entry of ${entries[0]?.length} bytes`,
  {
    'JSON.parse of the entry': () => nanoseconds(entries, (text) => JSON.parse(text) as unknown),
    'JSON.parse of the body': () =>
      nanoseconds(exchanges, ({ response }) => JSON.parse(response.body as string) as unknown),
    'all checks and coverage': () => nanoseconds(exchanges, (exchange) => run.add(exchange)),
  },
  'JSON.parse of the entry',
);
const { findings } = run.report().summary;
console.log(`\nfindings: ${JSON.stringify(findings)}`);
