import base from '../../jest.config.js';

/** A run of its own, `npm run test:action`: npx installs what the packed package depends on. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/scripts/action/*.test.ts'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
  testTimeout: 180_000,
};
