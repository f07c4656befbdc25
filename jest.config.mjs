import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
// A parser that takes TSX refuses generic arrow functions (`<T>(…) =>`), so only .tsx files get it.
const tsx = { ...swc, swcrc: false, jsc: { ...swc.jsc, parser: { ...swc.jsc.parser, tsx: true } } };

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', {}], '^.+\\.tsx$': ['@swc/jest', tsx] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.kenes/'],
};

export default {
  maxWorkers: 2,
  // Two cores may be busy with other things: a slow test is no failed one.
  testTimeout: 90_000,
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
