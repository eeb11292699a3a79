import type { Answer, Containment, Evidence } from './answer.ts';
import type { Incident } from './incident.ts';
import { detailOf } from '../reports/known.ts';

/** What an incident is about, and from when on. */
export interface IncidentResult {
  readonly incident: Incident;
  /** Why `since` is when it is. */
  readonly sinceReason: string;
  readonly answers: readonly Answer[];
  readonly containment: readonly Containment[];
}

/** Whether anything is yes (1), else unknown (3), or everything no (0). */
export function exitCodeOf(answers: readonly Answer[]): 0 | 1 | 3 {
  if (answers.some(({ answer }) => answer === 'yes')) return 1;
  return answers.some(({ answer }) => answer === 'unknown') ? 3 : 0;
}

/** The result as data. `files`: their paths. */
export function incidentJson(
  { incident, sinceReason, answers, containment }: IncidentResult,
  files: readonly string[],
): object {
  const { named, since } = incident;
  return {
    address: named,
    since: since.toISOString(),
    sinceReason,
    questions: answers.map((answer) => ({
      id: answer.id,
      question: answer.question,
      answer: answer.answer,
      text: answer.text,
      evidence: evidenceOf(answer).map(evidenceJson),
      since: answer.since?.toISOString() ?? null,
      by: answer.by === '' ? null : answer.by,
      source: answer.sources.join(', '),
      missing: answer.missing.length === 0 ? null : answer.missing.map((one) => detailOf(one)).join(' '),
    })),
    containment: containment.map(({ step, about, command = null }) => ({ step, about, command })),
    files,
  };
}

/** What was found, then what was only seen. */
export function evidenceOf({ findings, seen }: Answer): readonly (Evidence & { readonly isFinding: boolean })[] {
  return [
    ...findings.map((one) => ({ ...one, isFinding: true })),
    ...seen.map((one) => ({ ...one, isFinding: false })),
  ];
}

function evidenceJson({
  what,
  time,
  after,
  by,
  source,
  isFinding,
}: Evidence & { readonly isFinding: boolean }): object {
  return {
    what,
    finding: isFinding,
    time: time?.toISOString() ?? null,
    after: after?.toISOString() ?? null,
    by: by ?? null,
    source,
  };
}
