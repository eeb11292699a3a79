import type { Json, JsonObject } from '../../../json.ts';
import { FORWARDING_COLUMNS, REMOVABLE_RIGHTS, TARGET_COLUMNS, type Holdings } from './holdings.ts';
import type { Person } from '../../../source/person.ts';

/** How each file begins that the command writes: others are never replaced. */
export const POLICY_START = '{"rules":[{"id":"leaver-rights",';

const NONE = { type: 'null' };
const NO_ITEMS = { maxItems: 0 };

/**
 * The policy that takes away what a person has, as JSON on one line, which is YAML too. Its rules name the person by all addresses, IDs
 * and names that are not those of others.
 *
 * @param reply the automatic reply of the person's mailbox; undefined: it stays as it is
 */
export function leaverPolicy(person: Person, holdings: Holdings, reply: string | undefined): string {
  const { addresses, sid, recipientName } = person;
  const trustee = anyOf([sid, ...holdings.trusteeNames]);
  const address = anyOf(addresses);
  const recipient = anyOf([...addresses, recipientName]);
  const ofPerson = { MailboxName: anyOf(holdings.mailboxNames) };
  const forwarding = Object.fromEntries(FORWARDING_COLUMNS.map((column) => [column, null]));
  const rules: JsonObject[] = [
    {
      id: 'leaver-rights',
      title: 'The person who leaves has no right to a mailbox',
      report: 'mailbox-permissions',
      when: { Right: { enum: REMOVABLE_RIGHTS }, Deny: { const: false } },
      expect: { Trustee: { not: trustee } },
      set: 'remove',
    },
    {
      id: 'leaver-calendars',
      title: 'The person who leaves has no permission on a calendar',
      report: 'calendar-permissions',
      when: { Role: { not: { const: 'none' } } },
      expect: { GrantedToAddress: { not: address } },
      set: 'remove',
    },
    {
      id: 'leaver-gets-no-mail',
      title: 'No mailbox forwards to the person who leaves',
      report: 'mailbox-properties',
      expect: Object.fromEntries(FORWARDING_COLUMNS.map((column) => [column, { not: recipient }])),
      set: forwarding,
    },
    {
      id: 'leaver-forwarding',
      title: 'The mailbox of the person who leaves forwards nowhere',
      report: 'mailbox-properties',
      when: ofPerson,
      expect: Object.fromEntries(FORWARDING_COLUMNS.map((column) => [column, NONE])),
      set: forwarding,
    },
    {
      id: 'leaver-rules',
      title: 'No inbox rule of the person who leaves sends mail outside',
      report: 'inbox-rules',
      when: { ...ofPerson, Enabled: { not: { const: false } } },
      expect: { ExternalTargets: NO_ITEMS },
      set: { isEnabled: false },
    },
  ];
  if (holdings.ruleMailboxes.size > 0) {
    rules.push({
      id: 'leaver-gets-no-mail-by-rules',
      title: 'No inbox rule sends mail to the person who leaves alone',
      report: 'inbox-rules',
      when: {
        MailboxName: anyOf([...holdings.ruleMailboxes]),
        Enabled: { not: { const: false } },
        ReadOnly: { const: false },
        ...Object.fromEntries(TARGET_COLUMNS.map((column) => [column, { items: recipient }])),
      },
      expect: Object.fromEntries(TARGET_COLUMNS.map((column) => [column, NO_ITEMS])),
      // Under each column: a rule with one of several columns is to be turned off by any.
      set: Object.fromEntries(TARGET_COLUMNS.map((column) => [column, { isEnabled: false }])),
    });
  }
  if (reply !== undefined) rules.push(replyRule(reply, ofPerson));
  return `${JSON.stringify({ rules })}\n`;
}

function replyRule(reply: string, when: JsonObject): JsonObject {
  // As reports show it: messages are HTML, which joins blanks.
  const shown = reply.trim().replaceAll(/\s+/g, ' ');
  const message = shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return {
    id: 'leaver-reply',
    title: 'The mailbox of the person who leaves answers',
    report: 'automatic-replies',
    when,
    expect: {
      AutomaticReplyStatus: { const: 'alwaysEnabled' },
      InternalReply: { const: shown },
      ExternalReply: { const: shown },
    },
    set: {
      automaticRepliesSetting: {
        status: 'alwaysEnabled',
        internalReplyMessage: message,
        externalReplyMessage: message,
      },
    },
  };
}

/** The schema of a text that is one of several, without case. */
function anyOf(texts: readonly string[]): Record<string, Json> {
  const escaped = [...new Set(texts)].flatMap((text) =>
    text === '' ? [] : text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`),
  );
  return { type: 'string', pattern: `(?i)^(?:${escaped.join('|')})$` };
}
