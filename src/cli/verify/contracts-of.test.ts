import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from '../../contract/recordings/source.test-support.ts';
import { contractsOf, descriptionFiles } from './contracts-of.ts';

const OPENAPI = (ref: string): string => `openapi: 3.1.1
info: { title: t, version: "1" }
paths: { /a: { get: { operationId: a, responses: { "200": { $ref: ${ref} } } } } }
`;

describe('the files of a description', () => {
  it('are all that it was read from', async () => {
    await inFolder({ 'api.yaml': OPENAPI('ok.yaml') }, async (folder) => {
      await writeFile(join(folder, 'ok.yaml'), 'description: ok\nx-more: { $ref: more.yaml }\n');
      await writeFile(join(folder, 'more.yaml'), 'a: 1\n');
      const files = await descriptionFiles(await contractsOf({ apis: [join(folder, 'api.yaml')] }));
      expect(files.map(({ file }) => file)).toEqual(
        ['api.yaml', 'ok.yaml', 'more.yaml'].map((name) => join(folder, name)),
      );
    });
  });

  it('of this package are those of the fragment, though it was compiled ahead', async () => {
    const files = (await descriptionFiles(await contractsOf({ apis: [] }))).map(({ file }) => String(file));
    const root = fileURLToPath(new URL('../../../openapi/openapi.yaml', import.meta.url));
    expect(files).toContain(root);
    const refs = [...(await readFile(root, 'utf8')).matchAll(/\$ref: (\S+\.yaml)/g)];
    expect(refs).not.toEqual([]);
    expect(files).toEqual(expect.arrayContaining(refs.map(([, ref = '']) => join(root, '..', ref))));
  });
});
