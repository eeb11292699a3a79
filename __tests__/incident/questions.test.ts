import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { answerOf, QUESTION_IDS, type Observations } from '../../src/incident/answer.ts';
import { QUESTIONS } from '../../src/incident/questions.ts';
import { unknownBecause } from '../../src/reports/known.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../src/incident/questions');

test('the table has the questions in their order, each in a file of its name', () => {
  const ids = QUESTIONS.map(({ id }) => id);
  expect(ids).toEqual(QUESTION_IDS.filter((id) => ids.includes(id)));
  expect(readdirSync(FOLDER)).toEqual(expect.arrayContaining(ids.map((id) => `${id}.ts`)));
});

test('every question only reads, and says why it needs what it reads', () => {
  for (const { question, permissions, cmdlets } of QUESTIONS) {
    expect(question).toMatch(/^[A-Z].*\?$/);
    for (const { name, why } of permissions)
      expect({ name, why }).toEqual({
        name: expect.stringMatching(/^[^W]+\.Read(?:Basic)?\b/),
        why: expect.stringMatching(/./),
      });
    for (const { name, why } of cmdlets)
      expect({ name, why }).toEqual({ name: expect.stringMatching(/^Get-/), why: expect.stringMatching(/./) });
  }
});

test('what could not be read makes an answer unknown, and never no', () => {
  const found = { what: 'x', time: new Date(2), source: 's', by: 'eve' };
  const missing = unknownBecause('permission', 'Grant X.');
  const base: Observations = { findings: [], seen: [], missing: [], summary: 'No.', sources: [] };
  const answers = [base, { ...base, missing: [missing] }, { ...base, findings: [found], missing: [missing] }].map(
    (one) => answerOf({ id: 'mail', question: '?' }, one),
  );
  expect(answers.map(({ answer }) => answer)).toEqual(['no', 'unknown', 'yes']);
  expect(answers[2]).toMatchObject({ since: new Date(2), by: 'eve' });
});
