import { defineConfig } from 'vitest/config';

const project = (WEBSET, options) => ({
  test: { name: WEBSET, include: ['works.test.js'], environment: WEBSET, env: { WEBSET }, ...options },
});

export default defineConfig({
  test: {
    globalSetup: './simulator.js',
    projects: [
      project('node'),
      project('fake-timers', { include: ['fake-timers.test.js'], environment: 'node' }),
      project('jsdom'),
      // happy-dom brings a `fetch` of its own, which asks servers for leave as a browser does.
      project('happy-dom', {
        environmentOptions: { happyDOM: { settings: { fetch: { disableSameOriginPolicy: true } } } },
      }),
    ],
  },
});
