import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distributionsPanel, repliesPanel } from '../../../../src/outputs/page/panels/distributions.ts';
import { ReportCounts } from '../../../../src/totals/report-counts.ts';
import type { ReportDefinition } from '../../../../src/reports/definition.ts';
import { anyCodePoint } from '../../../support/code-point.ts';
import { readRow } from '../../rows.ts';

const REPORT: ReportDefinition = {
  name: 'mailbox-settings',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  columns: {
    ...{ TimeZone: 'timeZone', AutomaticReplyStatus: 'status' },
    AutomaticReplyExternalAudience: 'externalAudience',
  },
};

function countsOf(rows: readonly (readonly string[])[]): ReportCounts {
  const counts = new ReportCounts(REPORT, 0);
  for (const [at, cells] of rows.entries()) counts.add([readRow(`m${at}@x.y`, [...cells])]);
  return counts;
}

function numbersIn(text = ''): readonly number[] {
  return [...text.matchAll(/<td [^>]*class="number"[^>]*>([\d,]+)<\/td>/g)].map(([, digits]) =>
    Number(digits?.replaceAll(',', '')),
  );
}

describe('the panel of automatic replies', () => {
  test('counts the mailboxes that reply by audience, case-insensitively, the largest first', () => {
    const counts = countsOf([
      ['UTC', 'disabled', 'all'],
      ['UTC', 'scheduled', 'none'],
      ['UTC', 'Scheduled', 'All'],
      ['UTC', 'alwaysEnabled', 'all'],
    ]);
    const { text = '' } = repliesPanel([counts]) ?? {};
    expect(numbersIn(text)).toEqual([1, 1, 0, 1]);
    expect(text).toContain('>3 mailboxes</a>');
    expect(text).toMatch(
      /href="#report=mailbox-settings&amp;view=replies&amp;is\.AutomaticReplyExternalAudience=none"/,
    );
    expect(repliesPanel([countsOf([['UTC', 'disabled', 'all']])])).toBeUndefined();
  });
});

describe('the panel of distributions', () => {
  const texts = fc.oneof(
    fc.constantFrom('', ' ', 'UTC', 'utc', '<script>', '"', '&amp;', '\u0000', '\ud800', '__proto__', 'x'.repeat(300)),
    fc.string({ unit: anyCodePoint, maxLength: 60 }),
  );

  test('counts every mailbox once, in eleven rows at most, and escapes the values', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 60 }), (zones) => {
        const { text = '' } = distributionsPanel([countsOf(zones.map((zone) => [zone, '', '']))]) ?? {};
        const numbers = numbersIn(text);
        expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(zones.length);
        expect(numbers.length).toBeLessThanOrEqual(11);
        expect(text).not.toContain('<script');
        expect(text).not.toContain('\0');
      }),
      { numRuns: 50 },
    );
    expect(distributionsPanel([countsOf([])])).toBeUndefined();
  });
});
