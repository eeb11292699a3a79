import { describe, expect, test } from '@jest/globals';
import type { Retirement } from '../../../src/reports/retirements.ts';
import { openSection } from '../../../src/outputs/markdown.ts';
import { panelHtml } from '../../../src/outputs/page/panels.ts';
import { retirementsSection } from '../../../src/outputs/sections/retirements.ts';

const STARTED = Date.parse('2026-11-28T23:59:59Z');

type Dates = Partial<Retirement['dates']>;

function found(
  affected: number,
  unknown = 0,
  dates: Dates = { defaultOff: '2026-12-31' },
  more: Partial<Retirement> = {},
) {
  const retirement: Retirement = {
    id: 'smtp',
    title: 'SMTP AUTH',
    what: 'Basic authentication for SMTP AUTH',
    asOf: '2026-11-28',
    dates: { announced: undefined, defaultOff: undefined, removed: undefined, ...dates },
    source: 'https://example.com/smtp',
    detect: { report: 'protocol-use', when: {}, found: 'used SMTP AUTH in the last 30 days' },
    ...more,
  };
  const mailboxes = Array.from({ length: Math.min(affected, 1000) }, (_, at) => `m${at}@x.y`);
  return { retirement, affected, unknown, mailboxes };
}

function markdown(...all: readonly ReturnType<typeof found>[]): string {
  const section = retirementsSection({ found: all, started: STARTED }, 'full');
  return section === undefined ? '' : openSection(section, 1000);
}

test.each<[string, Dates]>([
  ['is off by default in 33 days', { defaultOff: '2026-12-31' }],
  ['is off by default today', { defaultOff: '2026-11-28' }],
  ['is off by default in March 2027', { defaultOff: '2027-03', removed: '2029-01' }],
  ['ends in 1 day', { defaultOff: '2026-10-01', removed: '2026-11-29' }],
  ['ended on 2026-03-01', { removed: '2026-03-01' }],
  ['has been off by default since 2026-10-01', { announced: '2026-01-01', defaultOff: '2026-10-01' }],
  ['has been off by default since March 2026', { defaultOff: '2026-03' }],
  ['will end, as announced in January 2026', { announced: '2026-01' }],
  ['will end', {}],
])('the date is the next one, else the last: %s', (text, dates) => {
  expect(markdown(found(14, 0, dates))).toContain(
    `Basic authentication for SMTP AUTH ${text}. 14 mailboxes used SMTP AUTH in the last 30 days. [Source](https://example.com/smtp), as of 2026-11-28.`,
  );
});

describe('the affected mailboxes', () => {
  test('are counted separately from mailboxes for which it is unknown', () => {
    expect(markdown(found(1, 2))).toContain(
      '1 mailbox used SMTP AUTH in the last 30 days. It is unknown for 2 more mailboxes.',
    );
    expect(markdown(found(0, 2))).toContain('in 33 days. It is unknown for 2 mailboxes.');
    expect(markdown(found(0))).toContain('No mailbox used SMTP AUTH in the last 30 days.');
  });

  test('are listed, with the file that has the others', () => {
    const text = markdown(found(1200));
    expect(text).toContain('1,200 mailboxes used');
    expect(text).toContain('| `m999@x.y` |');
    expect(text).toContain('and 200 more: see protocol-use.csv');
    const section = retirementsSection({ found: [found(3)], started: STARTED }, 'counts');
    expect(JSON.stringify(section)).not.toContain('x.y');
  });

  test('have no text if the retirement is over and affects no mailbox', () => {
    expect(markdown(found(0, 0, { removed: '2026-03-01' }))).toBe('');
  });
});

test('texts of a list of the user are escaped', () => {
  const hostile = found(1, 0, {}, { title: '<b>|x', what: '[a](https://e.vil)', source: 'https://e.vil/)"><script>' });
  const section = retirementsSection({ found: [hostile], started: STARTED }, 'full');
  if (section === undefined) throw new Error('no section');
  expect(panelHtml(section).text).not.toMatch(/<b>|<script>/);
  expect(markdown(hostile)).not.toMatch(/<b>|<script>|\[a\]\(/);
});
