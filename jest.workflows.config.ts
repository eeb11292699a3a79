import type { Config } from 'jest';
import usual from './jest.config.ts';

/** The tests that run whole workflows by nektos/act, which has to be installed: `npm run test:workflows`. */
const config: Config = {
  ...usual,
  testMatch: ['<rootDir>/__tests__/workflows/**/*.act.ts'],
  collectCoverage: false,
  maxWorkers: 1,
};

export default config;
