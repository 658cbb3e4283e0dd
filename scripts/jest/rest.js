import base from '../../jest.config.js';

/** What `npm test` runs after `quick.js`: all the others but those that take long. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: [
    '<rootDir>/src/**/*.*.test.ts',
    '<rootDir>/src/cli/**/*.test.ts',
    '<rootDir>/{scripts,openapi,contract-tests}/**/*.test.ts',
  ],
};
