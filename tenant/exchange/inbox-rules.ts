import { hashed } from '../chance.ts';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import type { ExchangeMailbox } from './mailbox.ts';
import { isSet, type ParameterValues } from './parameters.ts';
import { rowsOfMailbox } from './per-mailbox.ts';
import type { Property, RowSource } from './rows.ts';
import type { ExchangeAnswer } from './errors.ts';
import type { Surroundings } from './surroundings.ts';

/** An inbox rule as Exchange shows it. */
interface InboxRule {
  readonly mailbox: ExchangeMailbox;
  /** As Graph has it. */
  readonly rule: JsonObject;
  readonly folderName: (id: string) => string;
}

/** The rule of the junk filter, which each mailbox has: a capture shows no more of it than its name, priority and state. */
const JUNK: JsonObject = { id: 'junk', displayName: 'Junk E-Mail Rule', sequence: 1000, isEnabled: true, actions: {} };
const PLACE = '/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=';

/** Omits hidden rules unless they are requested: no property says that a rule is one. */
export function mailboxRules(values: ParameterValues, surroundings: Surroundings): RowSource | ExchangeAnswer {
  const all = isSet(values, 'IncludeHidden');
  return rowsOfMailbox(
    values,
    surroundings,
    'Mailbox',
    (mailbox) => {
      const { shown, hidden, folderName } = surroundings.rulesOf(mailbox.position);
      const rules = all ? [...shown, ...hidden, JUNK] : shown;
      return rules.map((rule): InboxRule => ({ mailbox, rule, folderName }));
    },
    INBOX_RULE_PROPERTIES,
  );
}

/**
 * The number of a rule, beyond the safe integers of JavaScript: that Graph's ID has its bytes, the lowest first, is inferred from captures of both
 * (`AQAAA...` and 0x...00000001).
 */
function ruleNumber({ id = null }: JsonObject): string {
  const bytes = Buffer.from(typeof id === 'string' ? id : '', 'base64');
  if (bytes.length === 8) return bytes.readBigUInt64LE().toString();
  return ((BigInt(hashed(JSON.stringify(id)) | 0x80000000) << 32n) | 1n).toString().replace('-', '');
}

function action({ rule }: InboxRule, name: string): Json {
  return property(rule.actions, name) ?? null;
}

/** A recipient of the organization is named without an SMTP address, unlike others. */
function targets(shown: InboxRule, name: string): Json {
  const recipients = action(shown, name);
  if (!Array.isArray(recipients)) return null;
  const { organisation } = shown.mailbox;
  return recipients.map((recipient) => {
    const emailAddress = property(recipient, 'emailAddress');
    const address = property(emailAddress, 'address');
    const text = typeof address === 'string' ? address : '';
    const written = property(emailAddress, 'name');
    const label = typeof written === 'string' ? written : text;
    const position = organisation.people.find(text);
    if (position === undefined && text.includes('@')) return `"${label}" [SMTP:${text}]`;
    return `"${label}" [EX:${text.startsWith('/') ? text : PLACE + hashed(text).toString(16).padStart(32, '0')}]`;
  });
}

function folder(shown: InboxRule, name: string): Json {
  const id = action(shown, name);
  return typeof id === 'string' ? shown.folderName(id) : null;
}

function condition({ rule }: InboxRule, name: string): Json {
  return isObject(rule.conditions) ? (rule.conditions[name] ?? null) : null;
}

/** https://learn.microsoft.com/powershell/module/exchange/get-inboxrule */
const INBOX_RULE_PROPERTIES: readonly Property<InboxRule>[] = [
  ['Name', 'plain', ({ rule }) => rule.displayName ?? ''],
  ['Identity', 'plain', ({ mailbox, rule }) => `${mailbox.exchangeGuid}\\${ruleNumber(rule)}`],
  ['RuleIdentity', 'plain', ({ rule }) => ruleNumber(rule)],
  ['MailboxOwnerId', 'plain', ({ mailbox }) => mailbox.name],
  ['Enabled', 'plain', ({ rule }) => rule.isEnabled ?? true],
  ['Priority', 'int32', ({ rule }) => rule.sequence ?? 1],
  ['InError', 'plain', ({ rule }) => rule.hasError ?? false],
  ['SupportedByTask', 'plain', ({ rule }) => isObject(rule.actions)],
  ['SubjectContainsWords', 'list', (shown) => condition(shown, 'subjectContains')],
  ['ForwardTo', 'list', (shown) => targets(shown, 'forwardTo')],
  ['RedirectTo', 'list', (shown) => targets(shown, 'redirectTo')],
  ['ForwardAsAttachmentTo', 'list', (shown) => targets(shown, 'forwardAsAttachmentTo')],
  ['DeleteMessage', 'plain', (shown) => action(shown, 'delete') === true],
  ['SoftDeleteMessage', 'plain', (shown) => action(shown, 'permanentDelete') === true],
  ['MoveToFolder', 'plain', (shown) => folder(shown, 'moveToFolder')],
  ['CopyToFolder', 'plain', (shown) => folder(shown, 'copyToFolder')],
  ['MarkAsRead', 'plain', (shown) => action(shown, 'markAsRead') === true],
  ['StopProcessingRules', 'plain', (shown) => action(shown, 'stopProcessingRules') === true],
];
