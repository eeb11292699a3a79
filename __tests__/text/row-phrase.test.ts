import { describe, expect, test } from '@jest/globals';
import { builtInReports } from '../../src/reports/built-in.ts';
import { phraseText } from '../../src/text/row-phrase.ts';

function rowText(report: string, cells: Readonly<Record<string, string>>): string {
  const { phrase = '' } = builtInReports.get(report)?.inView ?? {};
  if (typeof phrase === 'string') throw new Error('no phrase');
  return phraseText(phrase, (column) => cells[column] ?? '');
}

describe('a row in words', () => {
  test('says a right, and whether it is denied and inherited', () => {
    const right = { Trustee: 'a@x.y', Right: 'FullAccess', Deny: 'false', Inherited: 'false' };
    expect(rowText('mailbox-permissions', right)).toBe('a@x.y: FullAccess');
    const denied = { ...right, Deny: 'true', Inherited: 'true' };
    expect(rowText('mailbox-permissions', denied)).toBe('a@x.y: denied FullAccess (inherited)');
    expect(rowText('mailbox-permissions', { Deny: 'constructor' })).toBe('blank: blank');
  });

  test('has an address in brackets unless it was said', () => {
    const grant = { GrantedTo: 'Adele', GrantedToAddress: 'a@x.y', Role: 'read', InsideOrganization: 'false' };
    expect(rowText('calendar-permissions', grant)).toBe('Adele (a@x.y): read, outside');
    const inside = { ...grant, InsideOrganization: 'true' };
    expect(rowText('calendar-permissions', { ...inside, GrantedTo: 'a@x.y' })).toBe('a@x.y: read');
    expect(rowText('calendar-permissions', { ...inside, GrantedToAddress: '' })).toBe('Adele: read');
    expect(rowText('calendar-permissions', { ...inside, GrantedTo: 'A\u202e' })).not.toContain('\u202e');
  });

  test('names columns of its report', () => {
    for (const { columns, inView } of builtInReports.values()) {
      const parts = typeof inView?.phrase === 'object' ? inView.phrase : [];
      const cells = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.cell]));
      expect(Object.keys(columns)).toEqual(expect.arrayContaining(cells));
    }
  });
});
