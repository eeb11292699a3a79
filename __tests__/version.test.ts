import { expect, test } from '@jest/globals';
import packageJson from '../package.json' with { type: 'json' };
import { VERSION } from '../src/version.ts';

test('the program has the version of its package', () => {
  expect(VERSION).toBe(packageJson.version);
});
