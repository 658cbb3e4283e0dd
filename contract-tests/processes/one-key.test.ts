import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type BulkCancel, startBulkCancel } from './bulk-cancel.ts';
import { killCommands, runCommand } from './running-command.ts';

let bulk: BulkCancel;
afterEach(async () => {
  killCommands();
  await bulk.close();
});

describe('three processes that share a key', () => {
  it('get all through that a server takes in time, though each sends as much as the key may make', async () => {
    const count = 25;
    bulk = await startBulkCancel(3 * count, { rateLimit: 10 });
    const refs = (await readFile(bulk.list, 'utf8')).trimEnd().split('\n');
    const lists = [0, 1, 2].map((part) => join(bulk.folder, `part${part}`));
    for (const [part, list] of lists.entries())
      await writeFile(list, refs.slice(part * count, (part + 1) * count).join('\n'));
    const ends = await Promise.all(lists.map((list) => runCommand(['cancel', '--from', list, ...bulk.at])));
    for (const { code, out } of ends)
      expect({ code, out }).toEqual({
        code: 0,
        out: expect.stringMatching(/^25 references: 25 accepted \(/),
      });
    // They did get in each other's way, or this would show nothing.
    const statuses = bulk.simulator.requests.map(({ status }) => status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status === 200)).toHaveLength(3 * count);
  }, 60_000);
});
