import { textIn, type JsonObject } from '../../json.ts';
import { unknownBecause, type UnknownValue } from '../../reports/known.ts';
import { shownText, visibleLine } from '../../text/display.ts';
import { listed, someNames, utcText } from '../../text/numbers.ts';
import { fullName } from '../../text/through.ts';
import {
  QUESTION_IDS,
  type Answer,
  type Finding,
  type Indicator,
  type Observations,
  type QuestionId,
} from '../answer.ts';
import type { Incident } from '../incident.ts';
import { cellsWith, unshownOf } from '../kept-nights.ts';
import type { Question } from '../question.ts';
import { retention } from '../reads/sign-ins.ts';

type Part = Pick<Observations, 'findings' | 'missing'>;

/** Addresses about which sign-in logs are asked: each is a request. */
const MAX_IPS = 3;
const MAX_NAMED = 5;
/** Their answers name nothing that could be elsewhere. */
const NAMELESS: readonly QuestionId[] = ['evidence', 'account'];
const WORDS: Readonly<Record<Indicator['kind'], string>> = {
  address: 'the address',
  ip: 'the IP address',
  application: 'the application',
  rule: 'an inbox rule with the name',
};

/** The reports that show an indicator, by its kind. */
const SHOWN_IN: Readonly<Record<Exclude<Indicator['kind'], 'ip'>, readonly string[]>> = {
  address: ['inbox-rules', 'mailbox-properties'],
  application: ['applications'],
  rule: ['inbox-rules'],
};

/** Whether what was found is in other mailboxes. */
export const others: Question = {
  id: 'others',
  question: 'Is one of these addresses, applications or rules in other mailboxes?',
  permissions: [
    { name: 'AuditLog.Read.All', why: 'sign-ins of others from the same IP address', license: 'Entra ID P1' },
  ],
  cmdlets: [],
  reports: ['inbox-rules', 'mailbox-properties', 'mailbox-permissions', 'applications'],
  look: async (incident) => {
    const ids = QUESTION_IDS.filter((id) => id !== 'others');
    const answers = (await Promise.all(ids.map((id) => incident.answer(id)))).filter((one) => one !== undefined);
    const indicators = distinct(answers.flatMap(({ findings }) => findings.flatMap((one) => one.indicators ?? [])));
    const looked = await Promise.all([inReports(incident, indicators), inSignIns(incident, indicators)]);
    const parts = [unanswered(answers), ...looked];
    const values = someNames(
      indicators.map(({ value }) => value),
      shownText,
      MAX_NAMED,
    );
    return {
      findings: parts.flatMap(({ findings }) => findings),
      missing: parts.flatMap(({ missing }) => missing),
      seen: [],
      summary:
        indicators.length === 0
          ? 'The other answers name nothing that could be looked for elsewhere.'
          : `No other mailbox or account has ${values}.`,
      sources: ['kept reports', 'sign-in logs'],
    };
  },
};

/** Of an application that several answers have, the name counts that one of them knows. */
function distinct(indicators: readonly Indicator[]): readonly Indicator[] {
  const found = new Map<string, Indicator>();
  for (const one of indicators) {
    const key = `${one.kind} ${one.value.toLowerCase()}`;
    found.set(key, { ...one, ...found.get(key) });
  }
  return [...found.values()];
}

/** What is not known of this mailbox cannot be looked for in others. */
function unanswered(answers: readonly Answer[]): Part {
  const unknown = answers.filter(({ id, missing }) => missing.length > 0 && !NAMELESS.includes(id)).map(({ id }) => id);
  if (unknown.length === 0) return { findings: [], missing: [] };
  const detail = `Not everything is known about ${listed(unknown, 'and')}, so neither is what to look for elsewhere.`;
  return { findings: [], missing: [unknownBecause('not-read', detail)] };
}

async function inReports({ kept, names, since }: Incident, indicators: readonly Indicator[]): Promise<Part> {
  const wanted = new Map(indicators.flatMap((one) => textsOf(one).map((text) => [text.toLowerCase(), one] as const)));
  if (wanted.size === 0) return { findings: [], missing: [] };
  const report = kept.reports.at(-1);
  if (report === undefined) {
    const detail = 'No kept report says what other mailboxes have: name a folder or --repository.';
    return { findings: [], missing: [unknownBecause('not-read', detail)] };
  }
  const [cells, unshown] = await Promise.all([
    cellsWith(report, new Set(wanted.keys()), kept.tempFolder),
    unshownOf(report, [...new Set([...wanted.values()].flatMap(reportsWith))], names, kept.tempFolder),
  ]);
  const old = `The last kept report, ${visibleLine(report.name)}, is from before --since.`;
  const isOld = report.run.run.started <= since;
  const found = cells.filter(({ mailbox, report: shownBy, column, text }) => {
    const kind = wanted.get(text.toLowerCase())?.kind;
    const isOfKind =
      (kind === 'rule') === (column === 'RuleName') && (kind === 'application') === (shownBy === 'applications');
    return !names.has(mailbox.toLowerCase()) && isOfKind;
  });
  const unnamed = [...wanted.values()].filter(({ kind, name }) => kind === 'application' && name === undefined);
  const byIndicator = Map.groupBy(found, ({ text }) => wanted.get(text.toLowerCase()));
  const findings = [...byIndicator].flatMap(([indicator, of]): Finding[] => {
    if (indicator === undefined) return [];
    const mailboxes = someNames([...new Set(of.map(({ mailbox }) => mailbox))], visibleLine, MAX_NAMED);
    const what = `Other mailboxes have ${WORDS[indicator.kind]} ${shownText(indicator.value)}: ${mailboxes}`;
    return [{ what, time: report.run.run.started, source: report.name }];
  });
  return {
    findings,
    missing: [...unshown, ...(isOld ? [unknownBecause('not-read', old)] : []), ...unnamed.map(ofUnnamed)],
  };
}

/** Reports list the applications that people consented to by name, and with the ID only if several applications have the name. */
function textsOf({ kind, value, name }: Indicator): readonly string[] {
  if (kind === 'ip') return [];
  return [value, ...(name === undefined ? [] : [name, fullName({ name, appId: value })])];
}

function ofUnnamed({ value }: Indicator): UnknownValue<never> {
  const detail = `The name of the application ${shownText(value)} is not known, so neither is who else consented to it.`;
  return unknownBecause('not-in-the-answer', detail);
}

function reportsWith({ kind }: Indicator): readonly string[] {
  return kind === 'ip' ? [] : SHOWN_IN[kind];
}

async function inSignIns(incident: Incident, indicators: readonly Indicator[]): Promise<Part> {
  const addresses = indicators.flatMap(({ kind, value }) => (kind === 'ip' ? [value] : []));
  const missing: UnknownValue<unknown>[] = [];
  const findings: Finding[] = [];
  for (const address of addresses.slice(0, MAX_IPS)) {
    const start = `${incident.since.toISOString().slice(0, 19)}Z`;
    const filter = `ipAddress eq '${address}' and createdDateTime ge ${start}`;
    const path = `/v1.0/auditLogs/signIns?$filter=${encodeURIComponent(filter)}`;
    const what = `sign-ins from ${address}`;
    const found = await incident.graph.list(path, { what, permission: 'AuditLog.Read.All', license: 'Entra ID P1' });
    if (!found.isKnown) {
      missing.push(found);
      continue;
    }
    const ofOthers = found.value.filter((one) => isOfOther(one, incident));
    if (ofOthers.length === 0) continue;
    const people = [...new Set(ofOthers.map((one) => textIn(one, 'userPrincipalName') || textIn(one, 'userId')))];
    const times = ofOthers
      .map((one) => Date.parse(textIn(one, 'createdDateTime')))
      .filter((time) => !Number.isNaN(time));
    const first = times.length === 0 ? undefined : new Date(Math.min(...times));
    const since = first === undefined ? '' : `, first at ${utcText(first.getTime())}`;
    const named = someNames(people, visibleLine, MAX_NAMED);
    findings.push({ what: `Others signed in from ${address}: ${named}${since}`, time: first, source: 'sign-in logs' });
  }
  if (addresses.length > 0) missing.push(...retention(incident.since, incident.now));
  const rest = addresses.slice(MAX_IPS);
  if (rest.length > 0)
    missing.push(unknownBecause('not-read', `Sign-ins of others were not looked for from ${rest.join(', ')}.`));
  return { findings, missing };
}

/** Only a sign-in that succeeded. */
function isOfOther(signIn: JsonObject, { names }: Incident): boolean {
  const status = signIn.status;
  const isSuccess = typeof status === 'object' && status !== null && !Array.isArray(status) && status.errorCode === 0;
  return isSuccess && !names.has(textIn(signIn, 'userId').toLowerCase());
}
