import { foreignReason } from '../../store/kept-report.ts';
import type { MissingReport } from '../kept-report.ts';
import type { KeptEvidence } from './kept-files.ts';

/** The evidence of one tenant and one workflow. */
export interface Series {
  /** By the start of their run. */
  readonly runs: readonly KeptEvidence[];
  /** Evidence of another series, and files that contradict each other. */
  readonly refused: readonly MissingReport[];
}

/**
 * The evidence of one series: that of the tenant, repository and workflow with most runs. Runs of several are not mixed.
 *
 * @param workflowOf undefined if it is not known
 */
export function oneSeries(
  found: readonly KeptEvidence[],
  workflowOf: (evidence: KeptEvidence) => number | undefined,
): Series {
  const refused: MissingReport[] = [];
  const isKnown = (one: KeptEvidence): boolean => workflowOf(one) !== undefined;
  const refuse = (reasonOf: (one: KeptEvidence) => string, all: readonly KeptEvidence[]): void => {
    refused.push(...all.map((one) => ({ name: one.name, reason: reasonOf(one), started: one.started })));
  };
  const distinct = [...Map.groupBy(found, runKey).values()].flatMap((copies) => {
    if (new Set(copies.map(({ digest }) => digest)).size === 1) return copies.find(isKnown) ?? copies.slice(0, 1);
    const names = copies.map(({ name }) => name);
    refuse(({ name }) => `It differs from ${names.filter((one) => one !== name).join(', ')}, of the same run.`, copies);
    return [];
  });
  const ofTenant = mostOf(distinct, ({ evidence: { tenant, cloud, run } }) =>
    JSON.stringify([tenant.toLowerCase(), cloud, run.repository?.toLowerCase()]),
  );
  const [own] = ofTenant;
  refuse(
    ({ evidence }) =>
      (own && foreignReason(evidence, own.evidence)) ??
      `It is of another repository, ${evidence.run.repository ?? 'or of no workflow'}.`,
    distinct.filter((one) => !ofTenant.includes(one)),
  );
  const ofWorkflow = mostOf(ofTenant.filter(isKnown), (one) => String(workflowOf(one)));
  const others = ofTenant.filter((one) => isKnown(one) && !ofWorkflow.includes(one));
  refuse(() => 'It is of another workflow of the repository. Each needs an artifact-name of its own.', others);
  const runs = ofTenant.filter((one) => !others.includes(one));
  return { runs: runs.sort((one, other) => one.started.getTime() - other.started.getTime()), refused };
}

/** A workflow run may have run several reports: of each tenant one can be told apart. */
function runKey({ evidence: { tenant, run } }: KeptEvidence): string {
  const { id, attempt, repository, started } = run;
  return JSON.stringify([tenant.toLowerCase(), ...(id === '' ? [started] : [repository?.toLowerCase(), id, attempt])]);
}

/** The largest group; of equal ones the one with the latest run. */
function mostOf(all: readonly KeptEvidence[], keyOf: (one: KeptEvidence) => string): readonly KeptEvidence[] {
  const latest = (group: readonly KeptEvidence[]): number => Math.max(...group.map(({ started }) => started.getTime()));
  const groups = [...Map.groupBy(all, keyOf).values()];
  return groups.sort((one, other) => other.length - one.length || latest(other) - latest(one))[0] ?? [];
}
