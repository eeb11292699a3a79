import { expect, test } from '@jest/globals';
import { superfluousRoles } from '../../../../src/cli/commands/doctor/sign-in-checks.ts';

test('reports neither required nor missing roles', () => {
  expect(superfluousRoles(['MailboxSettings.Read'], ['MailboxSettings.Read'])).toBeUndefined();
  expect(superfluousRoles(['Mail.ReadBasic'], ['Mail.ReadBasic.All'])).toBeUndefined();
  expect(superfluousRoles([], ['MailboxSettings.Read'])).toBeUndefined();
});

test('recommends to add the right role before removing one that replaces it', () => {
  const message = superfluousRoles(['MailboxSettings.ReadWrite'], ['MailboxSettings.Read', 'MailboxSettings.Read']);
  expect(message).toContain('It has MailboxSettings.ReadWrite in place of MailboxSettings.Read: first add');
  expect(message).toContain('then remove MailboxSettings.ReadWrite');
  expect(message).not.toContain('also has');
});

test('recommends to remove a role at once if the right role is assigned', () => {
  const message = superfluousRoles(['MailboxSettings.Read', 'MailboxSettings.ReadWrite'], ['MailboxSettings.Read']);
  expect(message).toContain('It also has MailboxSettings.ReadWrite: remove');
  expect(message).not.toContain('in place of');
});

test('accepts one required role that covers another required role', () => {
  const message = superfluousRoles(['Mail.Read', 'Mail.ReadWrite'], ['Mail.Read', 'Mail.ReadBasic.All']);
  expect(message).toContain('It also has Mail.ReadWrite: remove');
  expect(message).not.toContain('in place of');
});

test('names several replacing roles together, and apart from unused roles', () => {
  const message = superfluousRoles(['Mail.Read', 'Mail.ReadWrite', 'Files.Read.All'], ['Mail.ReadBasic.All']);
  expect(message).toContain('It has Mail.Read, Mail.ReadWrite in place of Mail.ReadBasic.All');
  expect(message).toContain('It also has Files.Read.All: remove');
});

test('recommends to add the right role first if one role replaces it and is unused for another report', () => {
  const message = superfluousRoles(['Calendars.ReadWrite'], ['Calendars.Read', 'Calendars.ReadBasic']);
  expect(message).toContain('in place of Calendars.Read:');
  expect(message).not.toContain('also has');
});
