import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openOffice, textAt, type Office } from './collection-reader.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(async () => {
  await office.close();
});

describe('categories', () => {
  test.each(['v1.0', 'beta'])('match the expected data in %s', async (version) => {
    for (const address of office.readable.slice(0, 60)) {
      const { body } = await office.ask(address, 'outlook/masterCategories', version);
      expect(body).toEqual({
        '@odata.context': `${office.tenant.graphUrl}/${version}/$metadata#users('${encodeURIComponent(address)}')/outlook/masterCategories`,
        value: office.tenant.expected(address).masterCategories,
      });
    }
  });

  test('have an id, a unique name in the mailbox, and one of the colours', () => {
    const counts = new Set<number>();
    const colors = new Set<string>();
    for (const address of office.readable) {
      const categories = office.tenant.expected(address).masterCategories ?? [];
      counts.add(categories.length);
      expect(new Set(categories.map(({ displayName }) => displayName)).size).toBe(categories.length);
      for (const category of categories) {
        expect(textAt(category, 'id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(textAt(category, 'color')).toMatch(/^(none|preset([0-9]|1[0-9]|2[0-4]))$/);
        colors.add(textAt(category, 'color'));
      }
    }
    expect(counts).toContain(0);
    expect(counts).toContain(6);
    expect(colors).toContain('none');
    expect(colors.size).toBeGreaterThan(15);
  });
});
