import base from '../../jest.config.js';

/**
 * `npm run test:quick`: each module of the libraries by itself. The tests of the command run it as a whole, which takes
 * as long as all of these. A test that needs more, such as processes, threads or a browser, or holds time and memory, says so by a word more in its
 * name, `html.browser.test.ts`, and is none of these either.
 */
export default {
  ...base,
  rootDir: '../..',
  testMatch: [
    '<rootDir>/src/+([^.]).test.ts',
    '<rootDir>/src/{client,contract,secrets,simulator}/**/+([^.]).test.ts',
  ],
};
