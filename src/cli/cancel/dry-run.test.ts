import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../terminal.test-support.ts';
import { fileOf, folder, server, start } from './cancel-many.test-support.ts';

describe('cancel --from --dry-run', () => {
  it('lists what would be sent, and sends nothing', async () => {
    const refs = await start([{}, {}]);
    const file = await fileOf([...refs, ...refs]);
    const { code, out } = await run(['cancel', '--from', file, '--dry-run', ...server.at], { env: {} });
    expect({ code, out }).toEqual({
      code: 0,
      out: 'would-cancel: e0 of w\nwould-cancel: e1 of w\n4 references: 2 would be canceled, 0 settled before, 2 repeated. Nothing was sent.\n',
    });
    expect(server.simulator.requestCount).toBe(0);
  });

  it('counts one as one', async () => {
    const file = await fileOf([{ webset: 'w', enrichment: 'e' }]);
    const { out } = await run(['cancel', '--from', file, '--dry-run']);
    expect(out).toContain('\n1 reference: 1 would be canceled');
  });

  it('reads the journal, and leaves it alone', async () => {
    const refs = await start([{}, {}]);
    const journal = join(folder, 'journal');
    const args = [
      'cancel',
      '--from',
      await fileOf(refs),
      '--journal',
      journal,
      '--dry-run',
      '--json',
      ...server.at,
    ];
    expect(JSON.parse((await run(args)).out)).toEqual({
      references: 2,
      wouldCancel: 2,
      repeated: 0,
      settledBefore: 0,
    });
    await expect(readFile(journal)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
