import base from '../../jest.config.js';

/** `npm run test:long`: what takes long by nature, `*.long.test.ts`. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/{src,scripts,contract-tests}/**/*.long.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
