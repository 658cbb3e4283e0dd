import base from '../../jest.config.js';

export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/contract-tests/faults/faults.test.ts'],
  testPathIgnorePatterns: [],
  reporters: ['<rootDir>/contract-tests/faults/table-reporter.js'],
  // Which of them are tried at a time is said by schedule.ts: it knows which must have nothing beside them.
  maxConcurrency: 10_000,
  // Counted from when all others began: a busy machine takes its time.
  testTimeout: 900_000,
};
