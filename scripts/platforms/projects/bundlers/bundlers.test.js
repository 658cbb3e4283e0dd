// The client in a bundle for pages: made, loaded where there is no `process`, and held to a size.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { createSimulator } from 'exa-enrichments/simulator';

/** Kilobytes of 1,000 bytes, gzipped: the client with openapi-fetch. docs/benchmarks.md has what it is. */
const MOST_KB = 22;

const BUNDLERS = {
  async Vite() {
    const { build } = await import('vite');
    const lib = { entry: 'page.js', formats: ['iife'], name: 'page', fileName: 'page' };
    await build({ logLevel: 'error', configFile: false, build: { lib, outDir: 'vite', minify: 'esbuild' } });
    return readFile('vite/page.iife.js', 'utf8');
  },
  async webpack() {
    const { default: webpack } = await import('webpack');
    const output = {
      path: `${process.cwd()}/webpack`,
      filename: 'page.js',
      library: { name: 'page', type: 'var' },
    };
    const options = { mode: 'production', target: 'web', entry: './page.js', output };
    const stats = await new Promise((resolve, reject) =>
      webpack(options, (error, result) => (error === null ? resolve(result) : reject(error))),
    );
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'));
    return readFile('webpack/page.js', 'utf8');
  },
};

/** What this process has besides the language, without what Node alone has. */
function whatPagesHave() {
  const language = vm.runInNewContext('Object.getOwnPropertyNames(globalThis)');
  const node = ['process', 'Buffer', 'global', 'globalThis', 'setImmediate', 'clearImmediate', ...language];
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => !node.includes(name));
  return Object.fromEntries(names.map((name) => [name, globalThis[name]]));
}

for (const [name, bundle] of Object.entries(BUNDLERS)) {
  let code = '';
  test(`${name} makes a bundle, and warns of nothing`, async () => {
    code = await bundle();
    assert.doesNotMatch(code, /node:/);
  });

  test(`${name}: it does what it should in a page`, async () => {
    const simulator = createSimulator({
      rateLimit: 'off',
      timings: { cancelTakes: 100 },
      websets: [{ externalId: 'page', enrichments: [{ id: 'wenrich_page' }] }],
    });
    const { url, close } = await simulator.listen();
    try {
      const page = vm.createContext(whatPagesHave());
      vm.runInContext(code, page);
      assert.equal(await vm.runInContext('page', page).ask(url), 'canceled true');
    } finally {
      await close();
    }
  });

  test(`${name}: it is no larger than ${MOST_KB} kB`, () => {
    const kilobytes = gzipSync(code).length / 1000;
    assert.ok(kilobytes > 5 && kilobytes <= MOST_KB, `${kilobytes.toFixed(1)} kB`);
  });
}
