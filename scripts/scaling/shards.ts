import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { entry } from '../bench/verify/corpus.ts';
import { run } from '../check-package/steps.ts';
import { type Claim, claim } from '../claims/table.ts';
import { kill } from './redis.ts';

const FILES = 40;

/** Writes a million exchanges into files of NDJSON, one in a thousand of which is not as the description says. */
export async function writeMillion(folder: string): Promise<void> {
  await mkdir(folder);
  for (let file = 0; file < FILES; file += 1) {
    const out = createWriteStream(join(folder, `${String(file).padStart(2, '0')}.ndjson`));
    for (let at = 0; at < 25_000; at += 1000) {
      const lines = Array.from({ length: 1000 }, (_, i) => {
        const number = file * 25_000 + at + i;
        const text = JSON.stringify(entry(number));
        return i === 999
          ? text.replace('\\"object\\":\\"webset_enrichment\\"', '\\"object\\":\\"other\\"')
          : text;
      });
      if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
  }
}

/** As a pod of an Indexed Job is started: it takes its share from the environment. */
function shard(bin: string, folder: string, reports: string, index: number, of: number): ChildProcess {
  const options = ['--format', 'json', '--output', join(reports, `${index}.json`), '--workers', '1'];
  return spawn(process.execPath, [bin, 'verify', folder, '--shard', `auto/${of}`, ...options], {
    env: { ...process.env, JOB_COMPLETION_INDEX: String(index) },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
}

/** The report of one run, and of 1, 2, 4 and 8 shards; of the last, one is killed and started again. */
export async function shardsGiveOneReport(bin: string, folder: string, place: string): Promise<Claim[]> {
  const whole = join(place, 'whole.json');
  const started = Date.now();
  const alone = spawn(
    process.execPath,
    [bin, 'verify', folder, '--format', 'json', '--output', whole, '--workers', '1'],
    { stdio: 'ignore' },
  );
  await once(alone, 'exit');
  const one = Date.now() - started;
  const expected = withoutTime(await readFile(whole, 'utf8'));
  const claims: Claim[] = [];
  for (const of of [1, 2, 4, 8]) {
    claims.push(
      await claim(
        `a million exchanges in ${of} ${of === 1 ? 'shard' : 'shards'} give the report of one run`,
        async () => {
          const reports = join(place, `reports-${of}`);
          await mkdir(reports);
          const begun = Date.now();
          const children = Array.from({ length: of }, (_, index) => shard(bin, folder, reports, index, of));
          const ends = children.map((child) => once(child, 'exit'));
          if (of === 8) {
            await delay(1_500);
            await kill(children[3] as ChildProcess);
            const again = shard(bin, folder, reports, 3, of);
            ends.push(once(again, 'exit'));
          }
          await Promise.all(ends);
          const seconds = (Date.now() - begun) / 1000;
          const merged = join(place, `merged-${of}.json`);
          const args = ['merge-reports', reports, '--format', 'json', '--output', merged];
          // It has findings, for which it exits with 1.
          await run(process.execPath, [bin, ...args], place).catch(() => {});
          if (withoutTime(await readFile(merged, 'utf8')) !== expected) throw new Error('the reports differ');
          return `${seconds.toFixed(1)} s and ${((Date.now() - begun) / 1000 - seconds).toFixed(1)} s to merge; one run: ${(one / 1000).toFixed(1)} s`;
        },
      ),
    );
  }
  return claims;
}

/** When it was made is the only thing that may differ. */
function withoutTime(text: string): string {
  return text.replace(/"(createdAt|durationMs)": ?("[^"]*"|\d+),?\n?/g, '');
}
