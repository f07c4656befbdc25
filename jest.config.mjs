// How test files are run, and on what: test/support/jest/native-runner.mjs.
const shared = {
  testEnvironment: 'node',
  testRunner: '<rootDir>/test/support/jest/native-runner.mjs',
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.kenes/'],
};

export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/jest/sequencer.mjs',
  // Two cores may be busy with other things: a slow test is no failed one.
  testTimeout: 180_000,
  projects: [
    { ...shared, displayName: 'rules', testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}'] },
    {
      ...shared,
      displayName: 'app',
      testMatch: ['<rootDir>/test/**/*.spec.{ts,tsx}'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
