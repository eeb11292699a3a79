import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorOf, openOffice, type Office } from './collection-reader.ts';

const CHILDREN = 'mailFolders/inbox/childFolders';
const RULES = 'mailFolders/inbox/messageRules';
const CATEGORIES = 'outlook/masterCategories';

let office: Office;
let large: string;

beforeAll(async () => {
  office = await openOffice({ mailboxes: 100, large: { folders: 200, rules: 1100 } });
  large = office.tenant.largeMailbox ?? '';
});
afterAll(() => office.close());

describe('a query that Graph does not support', () => {
  test.each([
    ['$top=0', "Invalid value '0' for $top query option found."],
    ['$top=ten', "Invalid value 'ten' for $top query option found."],
    ['$top=1001', "The limit of '1000' for Top query has been exceeded."],
    ['$top=1&$top=2', "Query option '$top' was specified more than once"],
    ['$skip=-1', "Invalid value '-1' for $skip query option found."],
    ['$filter=nothing eq 1', "Could not find a property named 'nothing' on type 'microsoft.graph."],
    ['$filter=not (id eq 1)', 'is not simulated by the embedded tenant'],
    ['$search="x"', 'is not simulated by the embedded tenant'],
    ['$frobnicate=1', "'$frobnicate' is not supported"],
    ['$select=id,nothing', "Could not find a property named 'nothing' on type 'microsoft.graph."],
  ])('such as %s is rejected everywhere', async (query, message) => {
    for (const below of [CHILDREN, RULES, 'calendar/calendarPermissions', CATEGORIES]) {
      const answer = await office.ask(large, `${below}?${query.replaceAll(' ', '%20')}`);
      expect([below, answer.status, errorOf(answer).code]).toEqual([below, 400, 'BadRequest']);
      expect(errorOf(answer).message).toContain(message);
    }
  });

  test.each([
    ['messages', 'is not simulated by the embedded tenant'],
    ['mailFolder', "Resource not found for the segment 'mailFolder'."],
    ['calendar/calendarPermissions/x/y', "Resource not found for the segment 'y'."],
  ])('such as %s is rejected', async (below, message) => {
    const answer = await office.ask(large, below);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toContain(message);
  });
});

test('empty pages precede each page, and no row is lost', async () => {
  for (const below of [`${RULES}?$top=400`, `${CHILDREN}?$top=100`, 'calendar/calendarPermissions']) {
    office.tenant.setFaults({});
    const sound = await office.readAll(large, below);
    office.tenant.setFaults({ emptyPages: { addresses: [large.toUpperCase()], pages: 2 } });
    expect(await office.readAll(large, below)).toEqual({ items: sound.items, pages: 3 * sound.pages });
  }
});
