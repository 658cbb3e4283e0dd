// Jest without flags knows CommonJS only: the package and what it imports have to be transformed with the tests.
export default {
  globalSetup: '<rootDir>/simulator.js',
  globalTeardown: '<rootDir>/close-simulator.js',
  testMatch: ['<rootDir>/{works,fake-timers}.test.js'],
  testEnvironment: 'node',
  globals: { webset: 'commonjs' },
  transform: { '\\.js$': ['babel-jest', { plugins: ['@babel/plugin-transform-modules-commonjs'] }] },
  transformIgnorePatterns: ['/node_modules/(?!(exa-enrichments|openapi-fetch)/)'],
};
