import { tmpdir } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import { stepEnvironment } from '../../src/run/runner.ts';

describe('the variables of the runner', () => {
  test.each([
    ['empty', { GITHUB_WORKSPACE: '', RUNNER_TEMP: '', GITHUB_SERVER_URL: '', GITHUB_RUN_ATTEMPT: '' }],
    ['missing', {}],
  ])('have defaults if they are %s', (_, env) => {
    expect(stepEnvironment(env)).toMatchObject({
      workspace: process.cwd(),
      tempFolder: tmpdir(),
      serverUrl: 'https://github.com',
      attempt: 1,
    });
  });
});
