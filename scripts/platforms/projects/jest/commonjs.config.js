// Jest without flags knows CommonJS only: the tests are transformed, and the package has a build for it.
export default {
  globalSetup: '<rootDir>/simulator.js',
  globalTeardown: '<rootDir>/close-simulator.js',
  testMatch: ['<rootDir>/{works,fake-timers,contract}.test.js'],
  testEnvironment: 'node',
  globals: { webset: 'commonjs' },
  transform: { '\\.js$': ['babel-jest', { plugins: ['@babel/plugin-transform-modules-commonjs'] }] },
};
