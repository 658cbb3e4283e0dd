// The package is of ES modules. Here jest takes it as it is: `node --experimental-vm-modules node_modules/jest/bin/jest.js`.
const project = (webset, file, options) => ({
  displayName: webset,
  testMatch: [`<rootDir>/${file}.test.js`],
  transform: {},
  globals: { webset },
  ...options,
});

export default {
  globalSetup: '<rootDir>/simulator.js',
  globalTeardown: '<rootDir>/close-simulator.js',
  projects: [
    project('node', '{works,contract}', { testEnvironment: 'node' }),
    project('fake-timers', 'fake-timers', { testEnvironment: 'node' }),
    // jsdom with Node's own `fetch`, `Request` and `AbortSignal`.
    project('fixed-jsdom', 'works', { testEnvironment: 'jest-fixed-jsdom' }),
    // jsdom alone has no `fetch`.
    project('jsdom', 'without-fetch', { testEnvironment: 'jsdom' }),
    // happy-dom brings a `fetch` of its own, which asks servers for leave as a browser does.
    project('happy-dom', 'works', {
      testEnvironment: '@happy-dom/jest-environment',
      testEnvironmentOptions: { settings: { fetch: { disableSameOriginPolicy: true } } },
    }),
  ],
};
