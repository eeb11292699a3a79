import { textIn, type Json, type JsonObject } from '../../json.ts';
import { consentedPermission, isDelegatedMail } from '../../applications/permissions.ts';
import { applications } from '../../reports/built-in/applications.ts';
import { known, unknownAs, unknownBecause, valueOf, type Known, type UnknownValue } from '../../reports/known.ts';
import { counted, listed, utcText } from '../../text/numbers.ts';
import type { Containment, Evidence, Finding, Indicator } from '../answer.ts';
import { containment } from '../commands.ts';
import type { Account, Incident } from '../incident.ts';
import { changesIn, nightBefore, nightsText, rowsIn, type Night } from '../kept-nights.ts';
import type { Question } from '../question.ts';
import {
  AUDIT_NEED,
  auditsOfApplications,
  auditsOfPerson,
  type DirectoryAudit,
  type DirectoryAudits,
} from '../reads/directory-audits.ts';
import type { GraphNeed } from '../reads/graph-reads.ts';

const NEED: GraphNeed = { what: 'the consents of the person', permission: 'Directory.Read.All' };
const GRANTS = 'oauth2PermissionGrants';
const ASSIGNMENTS = 'appRoleAssignments';
const AUDITS = 'directory audits';
/** What applications ask for to sign somebody in. */
const SIGN_IN_SCOPES = new Set(['openid', 'profile', 'email', 'offline_access', 'User.Read']);
const CONSENT = /^consent to application|^add delegated permission grant/i;
const GIVES_PERMISSION =
  /^consent to application|^add delegated permission grant|^add app role assignment to service principal/i;
/** Columns that list applications by name. */
const REACHES: readonly (readonly [column: string, words: string])[] = [
  ['CanReadMail', 'can read mail'],
  ['CanWriteMail', 'can change mail'],
  ['CanSend', 'can send as the mailbox'],
  ['CanChangeSettings', 'can change settings'],
  ['CanUseCalendar', 'can use the calendar'],
  ['Delegated', 'can do what signed-in users can'],
];

interface Part {
  readonly findings: readonly Finding[];
  readonly seen: readonly Evidence[];
  readonly missing: readonly UnknownValue<unknown>[];
}

/** Whether an application gets in without the password. */
export const consents: Question = {
  id: 'consents',
  question: 'Is there a new application that the person consented to, or that can reach the mailbox?',
  permissions: [
    { name: NEED.permission, why: 'the applications that the person consented to' },
    { name: AUDIT_NEED.permission, why: 'when applications got their permissions, and by whom' },
  ],
  cmdlets: [],
  reports: [applications.name],
  look: async (incident) => {
    const parts = await Promise.all([ofPerson(incident), ofMailbox(incident)]);
    const missing = parts.flatMap((part) => part.missing);
    return {
      findings: parts.flatMap(({ findings }) => findings),
      seen: parts.flatMap(({ seen }) => seen),
      missing: [...new Map(missing.map((one) => [one.detail, one])).values()],
      summary: 'The person consented to no new application, and no new one can reach the mailbox.',
      sources: [GRANTS, ASSIGNMENTS, AUDITS, nightsText(incident.kept)],
    };
  },
};

/** A consent of the person alone, as the directory has it now. */
interface Consent {
  readonly grant: string;
  /** The object ID of the application's service principal, in lower case. */
  readonly client: string;
  /** '' if it is not known. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** When the application was assigned to the person, which its first consent does. */
  readonly assigned: Date | undefined;
}

async function ofPerson(incident: Incident): Promise<Part> {
  const { account, graph, since, now } = incident;
  if (!account.isKnown) return { findings: [], seen: [], missing: [account] };
  const [present, audits] = await Promise.all([
    presentConsents(incident, account.value),
    auditsOfPerson(graph, account.value.id, since, now),
  ]);
  const given = audits.audits.filter(({ activity }) => CONSENT.test(activity));
  const findings: Finding[] = [];
  const seen: Evidence[] = [];
  const missing: UnknownValue<unknown>[] = present.isKnown ? [] : [unknownAs(present)];
  const all = present.isKnown ? present.value : [];
  for (const consent of all) {
    const judgement = judge(consent, given, audits, incident);
    if (judgement.kind === 'unknown') missing.push(judgement.cause);
    else if (judgement.kind === 'new' && consent.scopes.every((scope) => SIGN_IN_SCOPES.has(scope)))
      seen.push(judgement.evidence);
    else if (judgement.kind === 'new') findings.push(await withSteps(judgement.evidence, consent, incident));
  }
  const clients = new Set(all.map(({ client }) => client));
  const others = given.filter(({ targets }) => !targets.some(({ id }) => clients.has(id)));
  // What the directory no longer has was taken away, or is a consent for everyone.
  for (const audit of others) {
    const what = `${audit.activity}: ${namesOf(audit)}`;
    const evidence = { what, time: audit.time, by: audit.by, source: AUDITS };
    if (isForEveryone(audit)) findings.push(evidence);
    else seen.push({ ...evidence, what: `${what}, which is no longer there` });
  }
  return { findings, seen, missing: [...missing, ...audits.missing] };
}

type Judgement =
  | { readonly kind: 'old' }
  | { readonly kind: 'new'; readonly evidence: Evidence }
  | { readonly kind: 'unknown'; readonly cause: UnknownValue<unknown> };

/** A consent has no date: an audit, the assignment to the person, or the report before say whether it is new. */
function judge(
  consent: Consent,
  given: readonly DirectoryAudit[],
  audits: DirectoryAudits,
  incident: Incident,
): Judgement {
  const { name, client, scopes, assigned } = consent;
  const shown = `Consent to ${name === '' ? client : name}: ${scopes.join(' ')}`;
  const audit = given.find(({ targets }) => targets.some(({ id }) => id === client));
  if (audit !== undefined)
    return { kind: 'new', evidence: { what: shown, time: audit.time, by: audit.by, source: AUDITS } };
  if (assigned !== undefined && assigned >= incident.since)
    return { kind: 'new', evidence: { what: shown, time: assigned, source: ASSIGNMENTS } };
  const night = nightBefore(incident.kept, incident.since, applications.name);
  if (audits.missing.length === 0 || assigned !== undefined || isConsentedIn(night, name)) return { kind: 'old' };
  const detail = `It is not known since when the person has consented to ${name === '' ? client : name}.`;
  return { kind: 'unknown', cause: unknownBecause('not-in-the-answer', detail) };
}

function isConsentedIn(night: Night | undefined, name: string): boolean {
  const rows = rowsIn(night, applications.name);
  return (
    name !== '' &&
    rows.isKnown &&
    rows.value.some((row) => textsIn(valueOf(row.cell('ConsentedByPerson'))).includes(name))
  );
}

/** The steps name the consent; the ID of the application is read for what else it reaches. */
async function withSteps(evidence: Evidence, { grant, client, name }: Consent, { graph }: Incident): Promise<Finding> {
  const path = `/v1.0/servicePrincipals/${client}?$select=id,appId,displayName`;
  const principal = await graph.get(path, { what: 'the application', permission: NEED.permission });
  const appId = principal.isKnown ? textIn(principal.value, 'appId').toLowerCase() : '';
  const label = (principal.isKnown && textIn(principal.value, 'displayName')) || name;
  const named = label === '' ? {} : { name: label };
  const indicators: readonly Indicator[] = appId === '' ? [] : [{ kind: 'application', value: appId, ...named }];
  const shown = name === '' ? client : name;
  const steps: readonly Containment[] = [
    containment('consents', `Take back the consent to ${shown}`, 'Remove-MgOauth2PermissionGrant', [
      ['OAuth2PermissionGrantId', grant],
    ]),
    containment('consents', `Disable ${shown} for everyone`, 'Update-MgServicePrincipal', [
      ['ServicePrincipalId', client],
      ['AccountEnabled:', false],
    ]),
  ];
  return { ...evidence, containment: steps, indicators };
}

async function presentConsents({ graph }: Incident, { id, kind }: Account): Promise<Known<readonly Consent[]>> {
  if (kind === 'deleted') return known([]);
  const [grants, assignments] = await Promise.all([
    graph.list(`/v1.0/users/${id}/${GRANTS}?$top=999`, NEED),
    graph.list(`/v1.0/users/${id}/${ASSIGNMENTS}?$top=999`, NEED),
  ]);
  if (!grants.isKnown) return unknownAs(grants);
  const assigned = new Map(
    (assignments.isKnown ? assignments.value : []).map(
      (one) => [textIn(one, 'resourceId').toLowerCase(), one] as const,
    ),
  );
  if (grants.value.some((grant) => textIn(grant, 'clientId') === '' || textIn(grant, 'id') === ''))
    return unknownBecause('not-in-the-answer', 'A consent of the person names no application.');
  return known(grants.value.map((grant) => consentIn(grant, assigned.get(textIn(grant, 'clientId').toLowerCase()))));
}

function consentIn(grant: JsonObject, assignment: JsonObject | undefined): Consent {
  const time = new Date(textIn(assignment, 'createdDateTime'));
  return {
    grant: textIn(grant, 'id'),
    client: textIn(grant, 'clientId').toLowerCase(),
    name: textIn(assignment, 'resourceDisplayName'),
    // Scopes may begin with a space.
    scopes: textIn(grant, 'scope').split(/\s+/).filter(Boolean),
    assigned: Number.isNaN(time.getTime()) ? undefined : time,
  };
}

function isForEveryone({ targets }: DirectoryAudit): boolean {
  return targets.some(({ changes }) =>
    changes.some(({ name, after }) => /IsAdminConsent|OnBehalfOfAll/i.test(name) && /true/i.test(after)),
  );
}

function namesOf({ targets }: DirectoryAudit): string {
  return targets.map(({ name, id }) => (name === '' ? id : name)).join(', ');
}

/** The applications that reach the mailbox for all, or with a permission of their own: reports say it by night, the audits since the last one. */
async function ofMailbox({ kept, since, graph, now }: Incident): Promise<Part> {
  const before = nightBefore(kept, since, applications.name);
  const last = nightBefore(kept, now, applications.name);
  const changes = changesIn(kept, applications.name, since);
  const findings = changes.flatMap(({ column, before: earlier, after, from, to }): readonly Finding[] => {
    const words = REACHES.find(([name]) => name === column)?.[1];
    const had = new Set(textsIn(earlier));
    const added = textsIn(after).filter((name) => !had.has(name));
    if (words === undefined || added.length === 0) return [];
    return [
      {
        what: `New: ${listed(added, 'and')} ${words}`,
        time: to?.run.run.started,
        after: from?.run.run.started,
        source: to?.name ?? applications.name,
      },
    ];
  });
  if (before === undefined || last === undefined) {
    const detail =
      'No kept report says which applications reached the mailbox before --since: keep the report applications.';
    return { findings, seen: [], missing: [unknownBecause('not-read', detail)] };
  }
  const ended = last.report.ended ?? last.report.run.run.started;
  const audits = await auditsOfApplications(graph, last.report.run.run.started, now);
  const later = audits.audits.filter(opensMail).map((audit): Finding => {
    const what = `${audit.activity}: ${namesOf(audit)}, after the last report`;
    return { what, time: audit.time, after: ended, by: audit.by, source: AUDITS };
  });
  return { findings: [...findings, ...later], seen: [], missing: [...undecided(last), ...audits.missing] };
}

function undecided(night: Night): readonly UnknownValue<unknown>[] {
  const rows = rowsIn(night, applications.name);
  const cells = rows.isKnown ? rows.value.map((row) => row.cell('Unknown')) : [];
  const texts = cells.flatMap((cell) => textsIn(valueOf(cell)));
  if (texts.length === 0) return [];
  const time = utcText(night.report.run.run.started.getTime());
  return [
    unknownBecause(
      'not-read',
      `The report of ${time} could not decide of ${counted(texts.length, 'application', 'applications')}: ${texts.join('; ')}.`,
    ),
  ];
}

/** Whether an audit names a permission to mailboxes among what it changed. */
function opensMail({ activity, targets }: DirectoryAudit): boolean {
  if (!GIVES_PERMISSION.test(activity)) return false;
  const words = targets.flatMap(({ changes }) =>
    changes.flatMap(({ after }) => after.match(/[A-Za-z_]+(?:\.[A-Za-z]+)*/g) ?? []),
  );
  return words.some((word) => isDelegatedMail(word) || isMailPermission(word));
}

function isMailPermission(word: string): boolean {
  return (
    word.includes('.') && (['graph', 'exchange'] as const).some((api) => consentedPermission(api, word) !== undefined)
  );
}

function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
