import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@jest/globals';
import { isMap, isSeq, parseDocument } from 'yaml';
import { parseEvidence, POPULATION, type Evidence } from '../../src/controls/evidence.ts';
import { capitalized } from '../../src/text/display.ts';
import type { RunOutcome } from './action-run.ts';
import { parsedCsv } from './parsed-csv.ts';

/** The `evidence.json` of a run; undefined if it has none. */
export async function evidenceIn(folder: string): Promise<Evidence | undefined> {
  const file = path.join(folder, 'evidence.json');
  if (!existsSync(file)) return undefined;
  const evidence = parseEvidence(await readFile(file, 'utf8'));
  if ('problem' in evidence) throw new Error(evidence.problem);
  return evidence;
}

/** Expects the counts of controls of a run to add up, and to be the same in both files. */
export async function expectSums(outputs: RunOutcome['outputs']): Promise<void> {
  const folder = outputs['output-directory'] ?? '';
  const evidence = await evidenceIn(folder);
  if (evidence === undefined) return;
  const { controls } = evidence;
  for (const { rules, subject, population } of controls) {
    const { tenant, ...numbers } = population;
    const [listed, read, concerned, passed, failed, warned, known, exempt, inconclusive, unread] = Object.values(
      numbers,
    ).map((number) => number ?? 0);
    const sum = [passed, failed, warned, known, exempt, inconclusive].reduce((all, one = 0) => (all ?? 0) + one, 0);
    const expected = rules.length === 0 ? 0 : subject === 'organization' ? 1 : Number(outputs['mailbox-count']);
    expect({ listed, concerned }).toEqual({ listed: expected, concerned: sum });
    expect(listed).toBe((read ?? 0) + (unread ?? 0));
    expect(concerned).toBeLessThanOrEqual(read ?? 0);
    expect(Object.values(numbers).every((number) => (number === null) === (rules.length === 0))).toBe(true);
    expect(subject === 'mailboxes' || tenant === null).toBe(true);
  }
  const rows = parsedCsv(await readFile(path.join(folder, 'controls.csv'), 'utf8'));
  const textsOf = (row: Readonly<Record<string, string>>): readonly unknown[] =>
    POPULATION.map((name) => row[capitalized(name)]);
  expect(rows.map((row) => [row.Catalogue, row.Control, row.Subject, row.Result, ...textsOf(row)])).toEqual(
    controls.map(({ catalogue, control, subject, result, population }) => {
      return [catalogue, control, subject, result, ...POPULATION.map((name) => String(population[name] ?? ''))];
    }),
  );
  const unmet = controls.filter(({ result }) => result === 'not-met' || result === 'unknown');
  const names = new Set(unmet.map(({ catalogue, control }) => `${catalogue}/${control}`));
  expect(outputs['unmet-control-count']).toBe(String(names.size));
}

const CATALOGUE = 'every-rule.yml';

/** A control that all rules of a policy decide. */
const CONTROL_OF_ALL = `title: Every rule
source: test
as-of: 2026-12-01
checked: 2026-12-01
controls:
  - { id: all, title: All rules, parts: [{ subject: mailboxes, covered: whole }] }
`;

/** The files of a workspace with a control that every rule of a policy decides. Undefined without that policy. */
export function withControls(
  files: Readonly<Record<string, string | Uint8Array>>,
  policy: string | undefined,
): Readonly<Record<string, string | Uint8Array>> | undefined {
  const text = policy === undefined ? undefined : files[policy];
  if (policy === undefined || typeof text !== 'string') return undefined;
  const document = parseDocument(text);
  const rules = document.get('rules');
  if (!isSeq(rules)) return undefined;
  for (const rule of rules.items) {
    if (isMap(rule) && !rule.has('controls')) rule.set('controls', [`${CATALOGUE}/all`]);
  }
  return { ...files, [policy]: document.toString(), [CATALOGUE]: CONTROL_OF_ALL };
}
