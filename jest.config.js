// Native ES modules: the tests load the same module system that the package ships.
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2022',
          // `import … with { type: 'json' }` reaches the module system as it is written.
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // One for each processor, and not one less: the longest suites wait for processes and sockets.
  maxWorkers: '100%',
  // Five seconds are not enough for a test that starts a process, on a machine that has other work.
  testTimeout: 30_000,
  // A rejection that nobody handles fails the test that left it behind; it would end the whole run without naming it.
  waitForUnhandledRejections: true,
  testMatch: ['<rootDir>/{src,scripts,openapi,contract-tests}/**/*.test.ts'],
  // These have runs of their own: `npm run test:long`, `npm run test:action`, `npm run test:faults`.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/dist/',
    '[.]long[.]test[.]ts$',
    '<rootDir>/contract-tests/faults/faults.test.ts',
    '<rootDir>/scripts/action/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/package.json', '<rootDir>/scripts/bench/'],
};
