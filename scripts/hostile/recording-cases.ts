import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, symlink, writeFile as write } from 'node:fs/promises';
import { join } from 'node:path';
import { createGzip, gzipSync } from 'node:zlib';
import { entry } from '../bench/verify/corpus.ts';
import { type HostileCase, USUAL } from './watched-run.ts';

/** Writes a text, then a piece of text so many times, then the end; gzipped on the way where asked for. */
async function writeFile(
  file: string,
  parts: {
    readonly start?: string;
    readonly piece: string;
    readonly times: number;
    readonly end?: string;
    readonly zip?: boolean;
  },
): Promise<void> {
  const out = createWriteStream(file);
  const sink = parts.zip === true ? createGzip({ level: 9 }) : out;
  if (sink !== out) sink.pipe(out);
  const write = async (text: string): Promise<void> => {
    if (!sink.write(text)) await once(sink, 'drain');
  };
  await write(parts.start ?? '');
  const together = Math.max(1, Math.floor((1024 * 1024) / parts.piece.length));
  const block = parts.piece.repeat(together);
  for (let left = parts.times; left > 0; left -= together)
    await write(left >= together ? block : parts.piece.repeat(left));
  sink.end(parts.end ?? '');
  await once(out, 'finish');
}

const MB = 1_000_000;
const HAR = '{"log":{"version":"1.2","entries":[';
const ENTRY = JSON.stringify(entry(1));

function oneFile(name: string, parts: Parameters<typeof writeFile>[1], options: readonly string[] = []) {
  return async (folder: string): Promise<readonly string[]> => {
    const file = join(folder, name);
    await writeFile(file, parts);
    return ['verify', file, ...options];
  };
}

const withBody = (content: object): string => {
  const exchange = entry(1) as { response: object };
  return JSON.stringify({ ...exchange, response: { ...exchange.response, content } });
};

const VALID = JSON.parse((entry(1) as { response: { content: { text: string } } }).response.content.text);

/** Recordings that are made to hurt whoever reads them. */
export const RECORDING_CASES: readonly HostileCase[] = [
  ...['1', '2'].map((workers) => ({
    name: `a HAR of 1 GB that was cut off, ${workers} thread${workers === '1' ? '' : 's'}`,
    make: oneFile(
      'cut.har',
      { start: HAR, piece: `${ENTRY},`, times: (1000 * MB) / (ENTRY.length + 1), end: ENTRY.slice(0, 500) },
      ['--workers', workers],
    ),
    exit: 2,
    says: /cut\.har: broken JSON at byte \d+: expected .*, but the text ends/,
    bounds: { seconds: 120, megabytes: 300 },
  })),
  {
    name: 'a HAR whose one entry is a string of 1 GB',
    make: oneFile('long.har', { start: `${HAR}{"request":"`, piece: 'x'.repeat(1000), times: MB }),
    exit: 2,
    says: /long\.har: a value is longer than 67108864 bytes/,
    bounds: USUAL,
  },
  {
    name: 'NDJSON of one line of 1 GB',
    make: oneFile('long.ndjson', { start: '{"request":"', piece: 'x'.repeat(1000), times: MB }),
    exit: 2,
    says: /long\.ndjson: a line is longer than 67108864 bytes/,
    bounds: USUAL,
  },
  {
    name: 'an entry of 64 MB of empty objects',
    make: oneFile('many.har', { start: `${HAR}{"request":[{}`, piece: ',{}', times: 22 * MB, end: ']}]}}' }),
    exit: 2,
    says: /many\.har: exchange 0: request is not an object, but a list/,
    // JSON.parse makes 22 million objects of it: the most that one entry can be.
    bounds: { seconds: 120, megabytes: 4_000 },
  },
  ...(['har', 'ndjson', 'json'] as const).map((kind) => ({
    name: `nesting of 50 million levels (${kind})`,
    make: oneFile(`deep.${kind}`, {
      start: { har: HAR, ndjson: '{"request":', json: '[' }[kind],
      piece: '['.repeat(1000),
      times: 50_000,
    }),
    exit: 2,
    says: /nested deeper than 100000 levels/,
    bounds: USUAL,
  })),
  {
    name: 'a gzip file of 10 MB that unzips to 10 GB of nothing',
    make: oneFile('zeros.ndjson.gz', {
      start: `${ENTRY}\n`,
      piece: '\n'.repeat(1000),
      times: 10 * MB,
      zip: true,
    }),
    exit: 2,
    says: /zeros\.ndjson\.gz: unzips to more than 200 times its size/,
    bounds: USUAL,
  },
  {
    name: 'a gzip file that unzips to a HAR of one value',
    make: oneFile('value.har.gz', {
      start: `${HAR}{"request":"`,
      piece: 'x'.repeat(1000),
      times: 5 * MB,
      zip: true,
    }),
    exit: 2,
    says: /value\.har\.gz: (?:a value is longer than|unzips to more than)/,
    bounds: USUAL,
  },
  {
    name: 'a body in base64 that unzips to 10 GB',
    make: async (folder) => {
      const bomb = gzipSync(gzipSync(Buffer.alloc(1000 * MB), { level: 9 }), { level: 9 });
      const polly = entry(1) as { response: object };
      const response = {
        ...polly.response,
        headers: [{ name: 'content-encoding', value: 'gzip, gzip' }],
        content: { encoding: 'base64', text: JSON.stringify([bomb.toString('base64')]) },
      };
      const file = join(folder, 'bomb.har');
      await write(file, JSON.stringify({ log: { entries: [{ ...polly, response }] } }));
      return ['verify', file];
    },
    exit: 1,
    says: /The body can not be decoded, and was therefore not judged: it has more than 67108864 bytes once decoded/,
    bounds: USUAL,
  },
  {
    name: 'a body that is nested a million levels deep',
    make: oneFile('body.har', {
      start: HAR,
      piece: withBody({ text: `${'['.repeat(MB)}${']'.repeat(MB)}` }),
      times: 1,
      end: ']}}',
    }),
    exit: 1,
    says: /1 exchange verified: \d+ error/,
    bounds: USUAL,
  },
  {
    name: '300,000 exchanges with eleven findings each',
    make: oneFile('bad.ndjson', { piece: `${withBody({ text: '{"id":1}' })}\n`, times: 300_000 }),
    exit: 1,
    says: /300000 exchanges verified: 3300000 errors/,
    bounds: { seconds: 240, megabytes: 300 },
  },
  {
    name: '100,000 exchanges no two of whose findings are alike',
    make: async (folder) => {
      const file = join(folder, 'unlike.ndjson');
      const lines = Array.from({ length: 100_000 }, (_, at) =>
        withBody({ text: JSON.stringify({ ...VALID, metadata: { [`m${at}`]: at } }) }),
      );
      await write(file, `${lines.join('\n')}\n`);
      return ['verify', file, '--workers', '2'];
    },
    exit: 1,
    says: /100000 exchanges verified: \d{6,} errors/,
    bounds: { seconds: 240, megabytes: 600 },
  },
  {
    name: 'YAML whose aliases multiply to 10^9 values',
    make: async (folder) => {
      const lists = Array.from({ length: 9 }, (_, level) => {
        const item = level === 0 ? 'x' : `*a${level - 1}`;
        return `a${level}: &a${level} [${Array(10).fill(item).join(', ')}]`;
      });
      const file = join(folder, 'aliases.yml');
      await write(file, `${lists.join('\n')}\nhttp_interactions: *a8\n`);
      return ['verify', file];
    },
    exit: 2,
    says: /aliases\.yml: /,
    bounds: USUAL,
  },
  {
    name: 'YAML with a million aliases',
    make: oneFile('aliases.yml', { start: 'a: &a x\nhttp_interactions:\n', piece: '- *a\n', times: MB }),
    exit: 2,
    says: /aliases\.yml: has more than 10000 YAML anchors and aliases/,
    bounds: USUAL,
  },
  {
    name: 'YAML of 1 GB',
    make: oneFile('large.yml', { start: 'http_interactions:\n', piece: '- a: b\n', times: 150 * MB }),
    exit: 2,
    says: /large\.yml: is longer than the 67108864 bytes of this format that are read at once/,
    bounds: USUAL,
  },
  {
    name: 'file names that steer a terminal',
    make: async (folder) => {
      await write(join(folder, 'a\n\u001b[2J\u202e::error::x.har'), `${HAR}${withBody({ text: '{}' })}]}}`);
      return ['verify', folder];
    },
    exit: 1,
    says: /a\\n\\u\{1b\}\[2J\\u\{202e\}::error::x\.har/,
    bounds: USUAL,
  },
  {
    name: 'folders that are links to themselves',
    make: async (folder) => {
      await mkdir(join(folder, 'a'));
      for (let link = 0; link < 20; link += 1) await symlink('.', join(folder, 'a', `l${link}`));
      await write(join(folder, 'a', 'x.har'), `${HAR}${ENTRY}]}}`);
      return ['verify', folder, join(folder, '**/*.har')];
    },
    exit: 0,
    says: /2 exchanges verified: 0 errors/,
    bounds: USUAL,
  },
  {
    name: 'a link that leads to itself',
    make: async (folder) => {
      await symlink('x.har', join(folder, 'x.har'));
      return ['verify', folder];
    },
    exit: 2,
    says: /x\.har: is a symbolic link to itself/,
    bounds: USUAL,
  },
  {
    name: 'a device that never ends',
    make: async () => ['verify', '/dev/zero'],
    exit: 2,
    says: /\/dev\/zero: is not a recording/,
    bounds: USUAL,
  },
  {
    name: 'a thousand headers that look like keys',
    make: oneFile('keys.har', {
      start: `${HAR}`,
      piece: JSON.stringify({
        ...(entry(1) as object),
        request: {
          ...(entry(1) as { request: object }).request,
          headers: Array.from({ length: 1000 }, (_, index) => ({
            name: `x-api-key-${index}`,
            value: `sk-${createHash('sha256').update(String(index)).digest('base64url').replace(/\W/g, '')}`,
          })),
        },
      }),
      times: 1,
      end: ']}}',
    }),
    exit: 1,
    says: /recorded-credential/,
    bounds: USUAL,
  },
  {
    name: 'a pipe that nobody writes to',
    make: async (folder) => {
      const pipe = join(folder, 'pipe.har');
      execFileSync('mkfifo', [pipe]);
      return ['verify', pipe];
    },
    exit: 2,
    says: /pipe\.har/,
    bounds: USUAL,
  },
];
