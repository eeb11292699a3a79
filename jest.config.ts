import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  // For what hangs: a machine that does other things too takes its time.
  testTimeout: 240_000,
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // A build of the terminal program has a package.json with the same name.
  modulePathIgnorePatterns: ['<rootDir>/cli/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript' },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // Twice the cores of a runner: scenarios wait for latency, for Retry-After, for a process to end.
  maxWorkers: 4,
  // Milliseconds. On a busy machine a worker without open handles takes longer than the default of half a second.
  workerGracefulExitTimeout: 10_000,
  coverageProvider: 'v8',
  // What runs in a browser is tested in one.
  collectCoverageFrom: ['src/**/*.ts', '!src/cli/**', '!src/page-app/**', '!src/**/*.d.ts'],
  coverageThreshold: { global: { lines: 95 } },
  coverageReporters: ['text-summary', 'lcov'],
  reporters: ['default', '<rootDir>/__tests__/support/slow-suites.ts'],
  globalSetup: '<rootDir>/__tests__/support/global-setup.ts',
  // A run of the action leaves its exit code behind; tests must not inherit it.
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/exit-code.ts'],
};

export default config;
