import type { Json, JsonObject } from '../../json.ts';
import { CALENDAR_RIGHT, MAILBOX_RIGHTS } from '../../text/rights.ts';
import { changesByItself, type ColumnSentence, type MadeReport, type ReportDefinition } from '../definition.ts';
import { anyYes, firstKnown, firstRead, joined, union, type DerivedColumn, type Reading } from '../derived-column.ts';
import { isCertainly, known, NOT_KNOWN, valueOf, type Known, type RowView } from '../known.ts';
import { accounts } from './accounts.ts';
import { clientAccess } from './client-access.ts';
import { onHold } from './mailbox-holds.ts';
import { MAILBOX_TYPES, mailboxProperties } from './mailbox-properties.ts';
import { mailboxUsage } from './mailbox-usage.ts';
import { NUMBER, oneOf, TEXT, TEXTS, TRUTH, typedColumns, WHOLE_NUMBER } from './column-types.ts';

const YES_OR_NO = oneOf('yes', 'no');
const SETTING = oneOf('enabled', 'disabled');

/** The cell of a report with one row a mailbox. */
function cell(column: string): Reading {
  return ([row]) => row?.cell(column);
}

/** A value instead of true, and one instead of false. */
function ifTrueElse(column: string, ifTrue: Json, ifFalse: Json): Reading {
  return ([row]) => {
    const one = row?.cell(column);
    return one?.isKnown === true && typeof one.value === 'boolean' ? known(one.value ? ifTrue : ifFalse) : undefined;
  };
}

function isEmpty(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** Graph's words for types of Exchange Online, of those that it names. */
const TYPES_OF_PURPOSES: ReadonlyMap<string, string> = new Map([
  ['user', 'UserMailbox'],
  ['linked', 'LinkedMailbox'],
  ['shared', 'SharedMailbox'],
  ['room', 'RoomMailbox'],
  ['equipment', 'EquipmentMailbox'],
]);

const typeOfPurpose: Reading = ([row]) => {
  const purpose = valueOf(row?.cell('UserPurpose'));
  const type = typeof purpose === 'string' ? TYPES_OF_PURPOSES.get(purpose.toLowerCase()) : undefined;
  return row && (type === undefined ? NOT_KNOWN : known(type));
};

const archiveStatus: Reading = ([row]) => {
  const status = row?.cell('ArchiveStatus');
  if (status?.isKnown !== true || typeof status.value !== 'string') return undefined;
  return known(status.value.toLowerCase() === 'none' ? 'no' : 'yes');
};

/** A rule may hide mail if Graph does not say whether it is enabled. */
const hidesMail: Reading = (rows) => {
  const rules = rows.map((row) => [row.cell('Enabled'), row.cell('Hides')]);
  if (rules.some((rule) => rule.every((one) => isCertainly(one, true)))) return known('yes');
  return rules.every((rule) => rule.some((one) => isCertainly(one, false))) ? known('no') : undefined;
};

/** The addresses outside of the rules that are enabled. */
const ruleTargets: Reading = (rows) =>
  union(
    rows.map((row) => {
      const [enabled, targets] = [row.cell('Enabled'), row.cell('ExternalTargets')];
      if (isCertainly(enabled, false) || (targets?.isKnown === true && isEmpty(targets.value))) return known([]);
      return isCertainly(enabled, true) ? targets : NOT_KNOWN;
    }),
  );

/** @param counts whether a grant counts; undefined if it is not known */
function trusteesOf(counts: (row: RowView) => boolean | undefined): (rows: readonly RowView[]) => Known<Json> {
  return (rows) =>
    union(
      rows.map((row) => {
        const isCounted = counts(row);
        if (isCounted === false) return known([]);
        const trustee = row.cell('Trustee');
        return isCounted === true && trustee?.isKnown === true ? known([trustee.value]) : NOT_KNOWN;
      }),
    );
}

/** Whether a grant is of a right that counts; undefined if it is not known. */
function hasRight(right: Known<Json> | undefined, counts: (right: Json) => boolean): boolean | undefined {
  return right?.isKnown === true ? counts(right.value) : undefined;
}

function ofMailbox(right: Json): boolean {
  return typeof right === 'string' && MAILBOX_RIGHTS.includes(right);
}

function opensMailboxOrCalendar(right: Json): boolean {
  return ofMailbox(right) || (typeof right === 'string' && right.startsWith(CALENDAR_RIGHT));
}

/** The grants without groups: any trustee may be a group, so that only their absence says how many people there are. */
const grants = trusteesOf((row) =>
  isCertainly(row.cell('Deny'), true) ? false : hasRight(row.cell('Right'), ofMailbox),
);
const noGrants: Reading = (rows) => {
  const trustees = grants(rows);
  return trustees.isKnown && isEmpty(trustees.value) ? known(0) : undefined;
};

const people = trusteesOf((row) => hasRight(row.cell('Right'), ofMailbox));
const numberOfPeople: Reading = (rows) => {
  const trustees = people(rows);
  return trustees.isKnown && Array.isArray(trustees.value) ? known(trustees.value.length) : undefined;
};

const outsiders = trusteesOf((row) => {
  const [opens, inside] = [hasRight(row.cell('Right'), opensMailboxOrCalendar), row.cell('Inside')];
  if (opens === false || isCertainly(inside, true)) return false;
  return opens === true && inside?.isKnown === true ? true : undefined;
});

const COLUMNS: Readonly<Record<string, readonly [type: JsonObject, DerivedColumn]>> = {
  DisplayName: [TEXT, firstKnown({ 'mailbox-properties': cell('DisplayName'), accounts: cell('DisplayName') })],
  PrimarySmtpAddress: [TEXT, firstKnown({ 'mailbox-properties': cell('PrimarySmtpAddress') })],
  Type: [
    oneOf(...MAILBOX_TYPES),
    firstRead({ 'mailbox-properties': cell('RecipientTypeDetails'), 'mailbox-settings': typeOfPurpose }),
  ],
  AccountEnabled: [
    TRUTH,
    firstKnown({
      accounts: cell('AccountEnabled'),
      'mailbox-properties': ifTrueElse('AccountDisabled', false, true),
    }),
  ],
  Licenses: [TEXTS, joined({ accounts: cell('Licenses') })],
  Department: [TEXT, firstKnown({ accounts: cell('Department') })],
  UsedGB: [NUMBER, firstKnown({ 'mailbox-usage': cell('UsedGB') })],
  QuotaPercent: [NUMBER, firstKnown({ 'mailbox-usage': cell('QuotaPercent') })],
  Archive: [
    YES_OR_NO,
    anyYes({ 'mailbox-properties': archiveStatus, 'mailbox-usage': ifTrueElse('HasArchive', 'yes', 'no') }),
  ],
  OnHold: [YES_OR_NO, firstKnown({ 'mailbox-properties': onHold })],
  LastActivityDate: [TEXT, firstKnown({ 'mailbox-usage': cell('LastActivityDate') })],
  DaysSinceSignIn: [WHOLE_NUMBER, firstKnown({ accounts: cell('DaysSinceSignIn') })],
  SendsOutside: [TEXTS, joined({ 'mailbox-properties': cell('ExternalTargets'), 'inbox-rules': ruleTargets })],
  HidesMail: [YES_OR_NO, firstKnown({ 'inbox-rules': hidesMail })],
  Delegates: [
    WHOLE_NUMBER,
    {
      ...firstKnown({ access: numberOfPeople, 'mailbox-permissions': noGrants }),
      needs: 'all',
      through: { access: ['mailbox-permissions'] },
    },
  ],
  OutsideAccess: [
    TEXTS,
    { ...joined({ access: outsiders }), through: { access: ['mailbox-permissions', 'calendar-permissions'] } },
  ],
  SmtpAuth: [SETTING, firstKnown({ 'client-access': cell('SmtpAuth') })],
  SmtpAuthUsed: [YES_OR_NO, firstKnown({ 'protocol-use': cell('SmtpUsed') })],
  Imap: [SETTING, firstKnown({ 'client-access': ifTrueElse('ImapEnabled', 'enabled', 'disabled') })],
  Pop: [SETTING, firstKnown({ 'client-access': ifTrueElse('PopEnabled', 'enabled', 'disabled') })],
  AutomaticReply: [YES_OR_NO, firstKnown({ 'mailbox-settings': cell('AutomaticReplyActive') })],
  MfaRegistered: [TRUTH, firstKnown({ accounts: cell('MfaRegistered') })],
  HiddenFromAddressLists: [TRUTH, firstKnown({ 'mailbox-properties': cell('HiddenFromAddressListsEnabled') })],
  IsDirSynced: [TRUTH, firstKnown({ 'mailbox-properties': cell('IsDirSynced') })],
};

/** The sentences about columns that have the same name and cells as in another report. */
function sentencesOf({ sentences = {} }: ReportDefinition, columns: readonly string[]): Record<string, ColumnSentence> {
  return Object.fromEntries(Object.entries(sentences).filter(([column]) => columns.includes(column)));
}

const made = Object.fromEntries(Object.entries(COLUMNS).map(([name, [, column]]) => [name, column]));

/** One row a mailbox with what people ask first, as far as the other reports of the run say it. It requests nothing. */
export const mailboxes: MadeReport = {
  name: 'mailboxes',
  answers: 'The key facts of each mailbox, from the other reports',
  revision: 2,
  source: 'reports',
  deriver: 'columns',
  from: [...new Set(Object.values(made).flatMap(({ sources }) => Object.keys(sources)))],
  made,
  permissions: [],
  members: {},
  ...typedColumns(Object.fromEntries(Object.entries(COLUMNS).map(([name, [type]]) => [name, [name, type] as const]))),
  notApplicable: { MfaRegistered: { column: 'AccountEnabled', is: false } },
  sentences: {
    ...sentencesOf(accounts, [
      'DisplayName',
      'AccountEnabled',
      'Licenses',
      'Department',
      'DaysSinceSignIn',
      'MfaRegistered',
    ]),
    ...sentencesOf(mailboxProperties, ['PrimarySmtpAddress', 'IsDirSynced']),
    ...sentencesOf(mailboxUsage, ['UsedGB', 'LastActivityDate']),
    ...sentencesOf(clientAccess, ['SmtpAuth']),
    Type: 'The mailbox is of the type {Type}',
    QuotaPercent: 'The mailbox is {QuotaPercent} % full',
    Archive: { yes: 'There is an archive', no: 'There is no archive' },
    OnHold: { yes: 'The mailbox is on hold', no: 'The mailbox is not on hold' },
    SendsOutside: { '': 'No mail is sent outside', '*': 'Mail is sent outside, to {SendsOutside}' },
    HidesMail: { yes: 'An inbox rule hides mail', no: 'No inbox rule hides mail' },
    Delegates: '{Delegates} people have a right to the mailbox',
    OutsideAccess: {
      '': 'No person outside can open the mailbox or its calendar',
      '*': '{OutsideAccess} can open the mailbox or its calendar from outside',
    },
    SmtpAuthUsed: { yes: 'SMTP was used in 30 days', no: 'SMTP was not used in 30 days' },
    Imap: { enabled: 'IMAP is enabled', disabled: 'IMAP is disabled' },
    Pop: { enabled: 'POP is enabled', disabled: 'POP is disabled' },
    AutomaticReply: { yes: 'Automatic replies are sent now', no: 'No automatic replies are sent now' },
    HiddenFromAddressLists: {
      true: 'The mailbox is hidden from address lists',
      false: 'The mailbox is in address lists',
    },
  },
  // The reports that it is made of are compared.
  compare: {
    ignore: Object.keys(COLUMNS),
    repeats: Object.keys(COLUMNS).filter(
      (column) => !changesByItself(accounts, column) && !changesByItself(mailboxUsage, column),
    ),
  },
};
