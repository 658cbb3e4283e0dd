import type { Plugin } from 'esbuild';

/** Leaves the commands out of what starts them: each is built by itself, and lies beside it as `<command>.js`. */
export const eachCommandAlone: Plugin = {
  name: 'each-command-alone',
  setup: (build) => {
    build.onResolve({ filter: /^\.\/commands\/[\w-]+\.ts$/ }, ({ path }) => ({
      path: path.replace(/^\.\/commands\/(.*)\.ts$/, './$1.js'),
      external: true,
    }));
  },
};
