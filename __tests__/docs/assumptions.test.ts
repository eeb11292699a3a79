import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ASSUMPTIONS_FILE, assumptionsDocument } from '../../scripts/assumptions.ts';
import { PROBE_FILE } from '../../probe/probe.ts';
import { isRecord } from '../../src/json.ts';
import { textOf } from './repository.ts';

test('assumptions.md is what `npm run build` writes', () => {
  expect(textOf(ASSUMPTIONS_FILE)).toBe(assumptionsDocument());
  // A mark of the sentence would be a part of the link.
  expect(textOf(ASSUMPTIONS_FILE)).not.toMatch(/<https:[^>]*[;:,.]>/);
});

test('the issue form and the set-up guide name the file of the probe and each other', () => {
  const form = textOf('.github/ISSUE_TEMPLATE/probe.yml');
  expect(isRecord(parse(form))).toBe(true);
  expect(form).toContain(PROBE_FILE);
  expect(form).toContain('docs/setup.md#probe');
  expect(textOf('docs/setup.md')).toContain(PROBE_FILE);
  expect(textOf('docs/setup.md')).toContain('issues/new?template=probe.yml');
});
