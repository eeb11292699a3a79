import { expect } from '@jest/globals';
import type { RunOutcome } from './action-run.ts';
import type { TestCredential } from './credential.ts';

/** Expects neither an input secret nor a masked value (assertions, tokens) in any output. */
export function expectNoSecret(run: RunOutcome, { pfx, password }: TestCredential): void {
  const left = [run.printed, run.summary, run.csv ?? '', ...Object.values(run.outputs)].join('\n');
  const pieces = [0, 500, 1000].map((from) => pfx.slice(from, from + 40)).filter((piece) => piece.length === 40);
  const secrets = [...new Set([password, ...pieces, ...run.masked])].filter((secret) => secret !== '');
  // A failing test must not print the secret either.
  expect(secrets.filter((secret) => left.includes(secret)).map((secret) => `${secret.length} characters`)).toEqual([]);
}
