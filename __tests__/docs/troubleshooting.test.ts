import { describe, expect, test } from '@jest/globals';
import { explanations } from '../../src/auth/entra-explanations.ts';
import { readPkcs12 } from '../../src/auth/pfx/read.ts';
import { batchOutcomes, type Outcome } from '../../src/graph/outcome.ts';
import { userErrorOf } from '../auth/thrown.ts';
import { ERROR_CODES } from '../../src/errors.ts';
import { codeIn, inlineCode, tableOf, tablesOf } from './markdown.ts';
import { textOf } from './repository.ts';

function documentedCodes(file: string): string[] {
  return tablesOf(textOf(file))
    .filter(({ header }) => header[0] === 'Code')
    .flatMap(({ rows }) => rows.flatMap(([codes = '']) => inlineCode(codes)));
}

describe('troubleshooting', () => {
  test('explains every error code once, and no other', () => {
    const entra = Object.keys(explanations).map((number) => `AADSTS${number}`);
    expect(documentedCodes('docs/troubleshooting.md').sort()).toEqual([...ERROR_CODES, ...entra].sort());
  });

  test('links to the commands for encoding a PFX that the error contains', () => {
    const { hint } = userErrorOf(() => readPkcs12('%%%', '', new Date()));
    const commands = ['base64 -w0 app.pfx', 'base64 -i app.pfx', '[IO.File]::ReadAllBytes("$PWD\\app.pfx")'];
    for (const command of commands) {
      expect(hint).toContain(command);
      expect(textOf('docs/setup.md')).toContain(command.replace('app.pfx', 'mailbox-report.pfx'));
    }
  });
});

const RETRIED = { read: '', final: 'no', retry: 'yes', token: 'with a new token', alone: '' };

/** The outcome of a batch's only item. */
function outcomeOf(status: number, code: string, message: string): Outcome {
  const text = JSON.stringify({ responses: [{ id: '0', status, body: { error: { code, message } } }] });
  const response = { status: 200, headers: {}, text, clientRequestId: '', renewToken: () => Promise.resolve() };
  const [outcome] = batchOutcomes(response, 1, 0);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

describe('the table of Graph errors', () => {
  const { rows } = tableOf(textOf('docs/troubleshooting.md'), 'Code in `Error`');
  const answers = rows.flatMap(([codes = '', http = '', status = '', again = '']) => {
    const others = /\bany\b/.test(codes) ? ['AnyOther'] : [];
    return inlineCode(http).flatMap((number) =>
      [...inlineCode(codes), ...others].map((code) => ({ http: number, status: codeIn(status), again, code })),
    );
  });

  test.each(answers)(
    'has for $http $code the status "$status" and the retry "$again" of the reader',
    ({ http, code, status, again }) => {
      const outcome = outcomeOf(Number(http), code, 'said so');
      expect(RETRIED[outcome.kind]).toBe(again);
      expect('status' in outcome ? outcome.status : 'failed').toBe(status);
    },
  );

  test('lists each code of a status once', () => {
    const documented = answers.map(({ http, code }) => `${http} ${code}`);
    expect(documented).toEqual([...new Set(documented)]);
  });

  test('explains that a missing root folder means no mailbox', () => {
    const failure = outcomeOf(404, 'ErrorItemNotFound', 'The root not found');
    expect(failure).toMatchObject({ kind: 'final', status: 'no-mailbox' });
  });
});
