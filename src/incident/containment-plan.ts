import path from 'node:path';
import type { TimelineEntry } from '../history/mailbox-history.ts';
import { ROWS_FILE } from '../store/rows-file.ts';
import { cellText, shownText, visibleLine } from '../text/display.ts';
import { utcText } from '../text/numbers.ts';
import { powerShellText, powerShellValue } from '../text/power-shell.ts';
import { STEPS, type Answer, type Containment } from './answer.ts';
import { blockOf, holdOf, newPasswordOf, sessionsEndOf } from './commands.ts';
import type { Incident } from './incident.ts';
import { nightBefore, type Night } from './kept-nights.ts';

/** The reports that `remediate --restore` brings back. */
const RESTORED = [
  'mailbox-settings',
  'automatic-replies',
  'inbox-rules',
  'mailbox-properties',
  'client-access',
  'mailbox-permissions',
  'calendar-permissions',
];
const MAX_OTHERS = 10;

/** What a person does now, in the order of the playbooks. Nothing if no answer is yes. */
export function containmentPlan(incident: Incident, answers: readonly Answer[]): readonly Containment[] {
  const found = answers.filter(({ answer }) => answer === 'yes').flatMap(({ findings }) => findings);
  if (found.length === 0) return [];
  const all = [
    ...(answers.some(({ id, missing }) => id === 'evidence' && missing.length > 0) ? [holdOf(incident.address)] : []),
    ...found.flatMap((finding) => finding.containment ?? []),
    ...accountSteps(incident, answers),
    ...byPolicy(incident),
    ...byRestore(incident, answers),
  ];
  const distinct = [...new Map(all.map((one) => [`${one.step} ${one.command ?? one.about}`, one])).values()];
  return STEPS.flatMap((step) => distinct.filter((one) => one.step === step));
}

/** What the answer about the account would say if it were known. Nothing about a guest, whose account is elsewhere, or a deleted one. */
function accountSteps({ account }: Incident, answers: readonly Answer[]): readonly Containment[] {
  if (!account.isKnown || account.value.kind !== 'member') return [];
  if (answers.some(({ id, answer }) => id === 'account' && answer !== 'unknown')) return [];
  return [blockOf(account.value), sessionsEndOf(account.value), newPasswordOf(account.value, false)];
}

/** If the policy of the kept reports forbids what is new, a plan of it takes that back. */
function byPolicy({ kept, since, address }: Incident): readonly Containment[] {
  const violated = kept.entries.filter(({ kind, to }) => kind === 'new-violation' && (to?.ended ?? since) > since);
  const rules = [...new Set(violated.map(({ rule }) => rule))];
  if (rules.length === 0) return [];
  const about = `Plan what the policy requires. Rules that are violated since: ${rules.map(visibleLine).join(', ')}`;
  return [remediate(about, address, '--policy mailbox-policy.yml')];
}

/** The last night before the first yes. What is newer stays: rules and rights that were added are taken away by the commands above. */
function byRestore(incident: Incident, answers: readonly Answer[]): readonly Containment[] {
  const { kept, address } = incident;
  // What was there before the incident is not taken back.
  const first = answers
    .flatMap(({ findings }) => findings.flatMap(({ time, after }) => (after ?? time)?.getTime() ?? []))
    .filter((time) => time >= incident.since.getTime());
  const night = first.length === 0 ? undefined : nightBefore(kept, new Date(Math.min(...first)));
  if (night === undefined) return [];
  const { place, about: fetching } = placeOf(night);
  const started = utcText(night.report.run.run.started.getTime());
  const others = otherChanges(incident, answers, night);
  const also = others.length === 0 ? '' : ` It would also bring back: ${others.join('; ')}`;
  const about = `Plan to bring settings, and what was taken away, back to the report of ${started}, ${visibleLine(night.report.name)}. Rules and rights that are newer stay.${also}`;
  return [...fetching, remediate(about, address, `--restore ${place}`)];
}

function remediate(about: string, address: string, options: string): Containment {
  const list = powerShellValue(address);
  const command =
    list === undefined
      ? undefined
      : `${list} | Set-Content incident.txt; mailbox-report remediate plan --mailboxes incident.txt ${options}`;
  return { step: 'remediate', about, command };
}

/** Where the report of a night is, and how to get it from GitHub if the folder with it is temporary. */
function placeOf({ report: { name, file } }: Night): {
  readonly place: string;
  readonly about: readonly Containment[];
} {
  const [, repository, run] = /^https:\/\/[^/]+\/([^/]+\/[^/]+)\/actions\/runs\/(\d+)$/.exec(name) ?? [];
  if (repository === undefined || run === undefined) {
    const report = path.basename(file) === ROWS_FILE ? path.dirname(file) : file;
    return { place: powerShellText(report), about: [] };
  }
  const folder = `night-${run}`;
  const command = `gh run download ${run} --repo ${powerShellText(repository)} --dir ${folder}`;
  return { place: folder, about: [{ step: 'remediate', about: `Download the report of the run ${run}`, command }] };
}

/** What changed since a night and is no finding. Hidden characters are escaped. */
function otherChanges({ kept }: Incident, answers: readonly Answer[], night: Night): readonly string[] {
  const found = new Set(
    answers.flatMap(({ findings }) =>
      findings.flatMap(({ of }) => (of === undefined ? [] : [keyOf(of.report, of.item)])),
    ),
  );
  const changed = kept.entries.filter(
    (entry) =>
      ['changed', 'removed'].includes(entry.kind) &&
      RESTORED.includes(entry.report) &&
      (entry.to?.run.run.started ?? new Date(0)) > night.report.run.run.started &&
      !found.has(keyOf(entry.report, entry.item)),
  );
  const texts = [...new Set(changed.map(changeText))];
  const more = texts.length - MAX_OTHERS;
  return more > 0 ? [...texts.slice(0, MAX_OTHERS), `and ${more} more`] : texts;
}

function keyOf(report: string, item: string): string {
  return JSON.stringify([report, item]);
}

function changeText({ report, item, column, before, kind }: TimelineEntry): string {
  const subject = item === '' ? report : `${report} ${shownText(item)}`;
  return kind === 'removed' ? subject : `${subject} ${column} ${shownText(cellText(before))}`;
}
