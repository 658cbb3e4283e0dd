import base from '../../jest.config.js';

/** `npm run test:action`: what CI systems run of us, on an example repository. npx installs what the package depends on. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/scripts/action/*.test.ts'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 180_000,
};
