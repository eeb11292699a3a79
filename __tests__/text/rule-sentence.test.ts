import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/json.ts';
import { ruleSentence } from '../../src/text/rule-sentence.ts';

function sentence(cells: Readonly<Record<string, string>>): string {
  return ruleSentence((column) => cells[column] ?? '');
}

function conditions(predicates: Readonly<Record<string, Json>>): string {
  return sentence({ Delete: 'true', Conditions: JSON.stringify(predicates) });
}

describe('an inbox rule in a sentence', () => {
  test('names the mail, its actions in order, and the folder', () => {
    expect(
      sentence({
        MoveToFolder: 'Archive',
        MarkAsRead: 'true',
        ForwardTo: 'x@y.example; z@y.example',
        Conditions: '{"subjectContains":["invoice"]}',
        StopProcessingRules: 'true',
      }),
    ).toBe(
      "moves mail with 'invoice' in the subject to Archive, marks it as read, forwards it to x@y.example and z@y.example" +
        ' and stops processing more rules',
    );
  });

  test('says what is not known', () => {
    expect(sentence({ CopyToFolder: 'AAMkAGVmMDEzMTM4LTZmYWUtNDdkNC1hMDZiLTU1OGY5OTZhYmY4OAAuAAA=' })).toBe(
      'copies mail to a folder',
    );
    expect(sentence({})).toBe('does nothing with mail');
    expect(sentence({ ReadOnly: 'true' })).toBe('does something that Graph does not show with mail');
    expect(sentence({ ReadOnly: 'true', Delete: 'true' })).toBe('deletes mail; Graph does not show all of it');
    expect(sentence({ Delete: 'true', Conditions: '{"subj' })).toBe(
      'deletes mail with conditions that cannot be shown',
    );
    expect(conditions({ newPredicate: ['a\u202Eb'] })).toBe('deletes mail with newPredicate ["a\\u{202e}b"]');
  });

  test('has conditions, exceptions and long lists', () => {
    const from = { emailAddress: { name: 'Adele', address: 'adele@contoso.com' } };
    expect(conditions({ fromAddresses: [from], hasAttachments: true, sentToMe: false, importance: null })).toBe(
      'deletes mail from adele@contoso.com and with attachments',
    );
    expect(conditions({ withinSizeRange: { minimumSize: 10, maximumSize: 20 } })).toBe('deletes mail of 10 to 20 kB');
    expect(conditions({ bodyContains: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })).toBe(
      "deletes mail with 'a', 'b', 'c', 'd', 'e' or 2 more in the body",
    );
    expect(sentence({ PermanentDelete: 'true', Exceptions: '{"senderContains":["boss"],"isSigned":true}' })).toBe(
      "deletes mail (except mail with 'boss' in the sender's address or that is signed) permanently",
    );
  });
});
