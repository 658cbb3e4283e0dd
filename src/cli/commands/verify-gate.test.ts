import { describe, expect, it } from '@jest/globals';
import { inFolder } from '../../contract/recordings/source.test-support.ts';
import { nockCancel } from '../nock-cancel.test-support.ts';
import { run } from '../terminal.test-support.ts';

const RECORDING = JSON.stringify([nockCancel()]);

describe('verify --min-coverage', () => {
  it.each(['pretty', 'json', 'junit', 'github', 'markdown', 'html', 'sarif'])(
    'says on stderr and in %s what is missing',
    async (format) => {
      await inFolder({ 'a.json': RECORDING }, async (folder) => {
        const { code, out, err } = await run(['verify', folder, '--min-coverage', '99', '--format', format]);
        expect(code).toBe(4);
        expect(err).toMatch(/^exa-enrichments: coverage [\d.]+ % is below --min-coverage 99\n$/);
        const plain = out.replaceAll('&#45;', '-').replaceAll('\\', '').replaceAll('%25', '%');
        if (format !== 'json') expect(plain).toMatch(/Coverage [\d.]+ % is below --min-coverage 99\./);
        if (format === 'junit') expect(out).toContain('failures="1"');
        if (format === 'markdown') expect(out).not.toContain('✅');
      });
    },
  );

  it('says nothing where there is enough', async () => {
    await inFolder({ 'a.json': RECORDING }, async (folder) => {
      const { code, out, err } = await run(['verify', folder, '--min-coverage', '1']);
      expect([code, err]).toEqual([0, '']);
      expect(out).not.toContain('--min-coverage');
    });
  });
});
