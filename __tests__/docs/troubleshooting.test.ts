import { describe, expect, test } from '@jest/globals';
import { explanations } from '../../src/auth/entra-explanations.ts';
import { readPkcs12 } from '../../src/auth/pfx/read.ts';
import { userErrorOf } from '../auth/thrown.ts';
import { ERROR_CODES } from '../../src/errors.ts';
import { inlineCode, tablesOf } from './markdown.ts';
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
