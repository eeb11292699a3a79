import { expect, test } from '@jest/globals';
import { superfluousRoles } from '../../src/cli/superfluous-roles.ts';

test('nothing is said of what is needed, nor of what is missing', () => {
  expect(superfluousRoles(['MailboxSettings.Read'], ['MailboxSettings.Read'])).toBeUndefined();
  expect(superfluousRoles(['Mail.ReadBasic'], ['Mail.ReadBasic.All'])).toBeUndefined();
  expect(superfluousRoles([], ['MailboxSettings.Read'])).toBeUndefined();
});

test('a role that alone covers what is needed goes only once the right one is there', () => {
  const said = superfluousRoles(['MailboxSettings.ReadWrite'], ['MailboxSettings.Read', 'MailboxSettings.Read']);
  expect(said).toContain('It has MailboxSettings.ReadWrite in place of MailboxSettings.Read: first add');
  expect(said).toContain('then remove MailboxSettings.ReadWrite');
  expect(said).not.toContain('also has');
});

test('one that stands beside the right one can go at once', () => {
  const said = superfluousRoles(['MailboxSettings.Read', 'MailboxSettings.ReadWrite'], ['MailboxSettings.Read']);
  expect(said).toContain('It also has MailboxSettings.ReadWrite: remove');
  expect(said).not.toContain('in place of');
});

test('a needed role that covers another needed one is enough for both', () => {
  const said = superfluousRoles(['Mail.Read', 'Mail.ReadWrite'], ['Mail.Read', 'Mail.ReadBasic.All']);
  expect(said).toContain('It also has Mail.ReadWrite: remove');
  expect(said).not.toContain('in place of');
});

test('several that stand in are named together, and apart from those that do not', () => {
  const said = superfluousRoles(['Mail.Read', 'Mail.ReadWrite', 'Files.Read.All'], ['Mail.ReadBasic.All']);
  expect(said).toContain('It has Mail.Read, Mail.ReadWrite in place of Mail.ReadBasic.All');
  expect(said).toContain('It also has Files.Read.All: remove');
});

test('one that stands in for one report, and is over for another, is not to be removed first', () => {
  const said = superfluousRoles(['Calendars.ReadWrite'], ['Calendars.Read', 'Calendars.ReadBasic']);
  expect(said).toContain('in place of Calendars.Read:');
  expect(said).not.toContain('also has');
});
