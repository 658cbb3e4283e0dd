import base from '../../jest.config.js';

/**
 * `npm run test:quick`: each module of `src/` by itself. A test that needs more, such as processes, threads or a browser,
 * says so by a word more in its name, `html.browser.test.ts`, and is none of these.
 */
export default { ...base, rootDir: '../..', testMatch: ['<rootDir>/src/**/+([^.]).test.ts'] };
