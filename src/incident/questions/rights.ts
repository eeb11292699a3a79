import { calendarPermissions } from '../../reports/built-in/calendar-permissions.ts';
import { mailboxPermissions } from '../../reports/built-in/mailbox-permissions.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { unknownBecause, valueOf, type UnknownValue } from '../../reports/known.ts';
import { shownText as cellShown } from '../../reports/row-view.ts';
import { textIn } from '../../json.ts';
import { shownText, visibleLine } from '../../text/display.ts';
import { utcText } from '../../text/numbers.ts';
import { commandText } from '../../text/power-shell.ts';
import { rightText } from '../../text/rights.ts';
import { agedRows, type AgedRow } from '../aged-rows.ts';
import type { Containment, Evidence, Finding, Observations } from '../answer.ts';
import { containment } from '../commands.ts';
import type { Incident } from '../incident.ts';
import { cellsWith, nightsText, readKey, readReports, unshownOf, type KeptCell } from '../kept-nights.ts';
import { liveRows } from '../live-night.ts';
import type { Question } from '../question.ts';

type Part = Pick<Observations, 'findings' | 'seen' | 'missing'>;

/** Of the calendar, what everyone inside and nobody in particular have. */
const EVERYONE = ['My Organization', 'Default', 'Anonymous'];
const REPORTS = [mailboxPermissions.name, calendarPermissions.name];
const GIVING = [
  'Add-MailboxPermission',
  'Add-RecipientPermission',
  'Add-MailboxFolderPermission',
  'Set-MailboxFolderPermission',
];

/** Whether there are rights on the mailbox or its calendar, or of the person elsewhere, that are new. */
export const rights: Question = {
  id: 'rights',
  question: 'Are there rights on the mailbox or its calendar, or of this person elsewhere, that are new?',
  permissions: [{ name: 'Calendars.ReadBasic.All', why: 'the rights on the calendar' }],
  cmdlets: [
    { name: 'Get-MailboxPermission', why: 'who has full access to the mailbox' },
    { name: 'Get-RecipientPermission', why: 'who can send as the mailbox' },
    { name: 'Get-Recipient', why: 'the addresses of those who can send on behalf' },
  ],
  reports: REPORTS,
  audit: {
    exchangeAdmin: [
      'Add-MailboxPermission',
      'Remove-MailboxPermission',
      'Add-RecipientPermission',
      'Remove-RecipientPermission',
      'Set-Mailbox',
      'Add-MailboxFolderPermission',
      'Set-MailboxFolderPermission',
    ],
    exchangeItem: ['AddFolderPermissions', 'ModifyFolderPermissions', 'UpdateCalendarDelegation'],
  },
  look: async (incident) => {
    const parts = await Promise.all([
      ofReport(incident, mailboxPermissions, 'Get-MailboxPermission'),
      ofReport(incident, calendarPermissions, 'Microsoft Graph'),
      elsewhere(incident),
    ]);
    return {
      findings: parts.flatMap(({ findings }) => findings),
      seen: [...ofShared(incident), ...parts.flatMap(({ seen }) => seen)],
      missing: [...new Set(parts.flatMap(({ missing }) => missing))],
      summary: 'No right on the mailbox, on its calendar or of the person elsewhere is new.',
      sources: [
        'Get-MailboxPermission',
        'Get-RecipientPermission',
        'Microsoft Graph',
        nightsText(incident.kept),
        'audit log',
      ],
    };
  },
};

/** Nobody signs in to a shared mailbox: those who open it do. */
function ofShared({ mailbox, live }: Incident): readonly Evidence[] {
  if (!mailbox.isKnown || textIn(mailbox.value, 'RecipientTypeDetails') !== 'SharedMailbox') return [];
  const rows = liveRows(live, mailboxPermissions);
  const opening = rows.isKnown ? rows.value.filter((row) => cellShown(row.cell('Right')) === 'FullAccess') : [];
  const names = opening.map((row) => visibleLine(cellShown(row.cell('Trustee'))));
  const who =
    names.length === 0 ? 'no account is known to open it' : `ask about the accounts that open it: ${names.join(', ')}`;
  return [{ what: `The mailbox is shared, and ${who}`, time: undefined, source: 'Get-MailboxPermission' }];
}

async function ofReport(incident: Incident, definition: ReportDefinition, source: string): Promise<Part> {
  const report = definition.name;
  const rows = await agedRows(incident, definition, source);
  if (!rows.isKnown) return { findings: [], seen: [], missing: [rows] };
  const findings: Finding[] = [];
  const seen: Evidence[] = [];
  const missing: UnknownValue<unknown>[] = [];
  for (const aged of rows.value) {
    const { age, isThere, time, after, by, source: from, indicators } = aged;
    const isGrant = report === mailboxPermissions.name ? grants(aged) : opens(aged);
    const text = report === mailboxPermissions.name ? mailboxRight(incident, aged) : calendarRight(incident, aged);
    const evidence = { what: `${text.what}${isThere ? '' : ', and has it no longer'}`, time, after, by, source: from };
    if (!isGrant || age === 'old') seen.push(evidence);
    else if (age === 'new')
      findings.push({
        ...evidence,
        indicators,
        containment: isThere ? text.commands : [],
        of: { report, item: aged.item },
      });
    else {
      seen.push(evidence);
      const before = utcText(incident.since.getTime());
      missing.push(
        unknownBecause(
          'retention',
          `No report from before ${before} and no whole audit log say whether this is new: ${text.what}.`,
        ),
      );
    }
  }
  const { missing: ofAudit } = await incident.audit;
  if (missing.length > 0 && ofAudit !== undefined) missing.push(ofAudit);
  return { findings, seen, missing };
}

function grants({ row }: AgedRow): boolean {
  return valueOf(row.cell('Deny')) !== true && valueOf(row.cell('Inherited')) !== true;
}

function opens({ row }: AgedRow): boolean {
  const isEveryone = EVERYONE.includes(cellShown(row.cell('GrantedTo')));
  const role = valueOf(row.cell('Role'));
  return role !== 'none' && !(isEveryone && role === 'freeBusyRead');
}

interface RightText {
  readonly what: string;
  readonly commands: readonly Containment[];
}

function mailboxRight({ address }: Incident, { row }: AgedRow): RightText {
  const cell = (column: string): string => cellShown(row.cell(column));
  const [trustee, right] = [cell('Trustee'), cell('Right')];
  const what = `${visibleLine(trustee)} has a right on the mailbox: ${rightText(right)}`;
  const template = mailboxPermissions.removal?.commands[right];
  if (template === undefined) return { what, commands: [] };
  const command = commandText(template, (column) => (column === 'Trustee' ? trustee : address));
  return {
    what,
    commands: [{ step: 'rights', about: `Take ${rightText(right)} from ${visibleLine(trustee)}`, command }],
  };
}

function calendarRight({ address }: Incident, { row }: AgedRow): RightText {
  const cell = (column: string): string => cellShown(row.cell(column));
  const who = cell('GrantedToAddress') || cell('GrantedTo');
  const what = `${visibleLine(who)} has the role ${cell('Role')} on the calendar`;
  const remove = containment(
    'rights',
    `Take the role on the calendar from ${visibleLine(who)}`,
    'Remove-MailboxFolderPermission',
    [
      ['Identity', `${address}:\\Calendar`],
      ['User', who],
    ],
  );
  return { what, commands: [remove] };
}

/** Rights of the person on other mailboxes: those of the last night that the last one before the incident lacks, and what the audit log says. */
async function elsewhere(incident: Incident): Promise<Part> {
  const { kept, since, names } = incident;
  const audit = await incident.audit;
  const own = names;
  const given = audit.records.flatMap(({ time, operation, actor, parameters, mailboxes, data }): Finding[] => {
    const who = [parameters.get('user'), parameters.get('trustee'), parameters.get('grantsendonbehalfto')];
    const isToPerson = who.some((one) => one !== undefined && own.has(one.toLowerCase()));
    if (!GIVING.includes(operation) || !isToPerson || mailboxes.some((one) => own.has(one)) || time < since) return [];
    const [place = textIn(data, 'ObjectId')] = mailboxes;
    const right = parameters.get('accessrights') ?? 'a right';
    return [
      { what: `The person got ${visibleLine(right)} on ${visibleLine(place)}`, time, by: actor, source: 'audit log' },
    ];
  });
  // A whole log has the rights that nightly reports do not show.
  const isLogged = audit.missing === undefined;
  const last = kept.reports.at(-1);
  const before = kept.reports.findLast(({ ended }) => ended !== undefined && ended <= since);
  if (last === undefined || before === undefined || last === before) {
    const detail =
      'No kept reports from before and after the incident say which rights the person has on other mailboxes.';
    return { findings: given, seen: [], missing: isLogged ? [] : [unknownBecause('retention', detail)] };
  }
  const [rightsBefore, rightsNow] = await Promise.all(
    [before, last].map(async (report) =>
      (await cellsWith(report, names, kept.tempFolder)).filter(isRightElsewhere(names)),
    ),
  );
  const known = new Set(rightsBefore?.map(keyOf));
  const found = rightsNow?.filter((one) => !known.has(keyOf(one))) ?? [];
  const read = await readReports(before, new Set(found.map(({ mailbox }) => mailbox.toLowerCase())), kept.tempFolder);
  const findings: Finding[] = [...given];
  const later = `No report and no whole audit log say which rights the person got on other mailboxes since the report of ${utcText(last.run.run.started.getTime())}.`;
  const missing: UnknownValue<unknown>[] = isLogged
    ? []
    : [...(await unshownOf(last, REPORTS, names, kept.tempFolder)), unknownBecause('not-read', later)];
  for (const { mailbox, item, report } of found) {
    const what = `The person has a right on ${visibleLine(mailbox)}: ${shownText(item)} of ${report}`;
    if (read.has(readKey(mailbox, report)))
      findings.push({ what, time: last.run.run.started, after: before.ended, source: last.name });
    else
      missing.push(
        unknownBecause(
          'not-read',
          `${before.name} did not read the ${report} of ${visibleLine(mailbox)}, so it is not known whether this is new: ${what}.`,
        ),
      );
  }
  return { findings, seen: [], missing };
}

function isRightElsewhere(names: ReadonlySet<string>) {
  return ({ mailbox, report, column }: KeptCell): boolean =>
    !names.has(mailbox.toLowerCase()) &&
    ((report === mailboxPermissions.name && column === 'Trustee') ||
      (report === calendarPermissions.name && column === 'GrantedToAddress'));
}

function keyOf({ mailbox, report, item }: KeptCell): string {
  return JSON.stringify([mailbox.toLowerCase(), report, item]);
}
