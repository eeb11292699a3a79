import type { ControlResult, EvidenceControl, EvidenceException } from '../../controls/evidence.ts';
import type { KeptEvidence } from './kept-files.ts';
import type { Night } from './nights.ts';

/** A run as one that counts, or that a later run of its night replaces. */
export interface CountedRun {
  readonly run: KeptEvidence;
  readonly isCounted: boolean;
}

/** What a run says about a control. */
export interface ControlRun extends CountedRun {
  readonly result: ControlResult;
  /** A line for each subject. */
  readonly lines: readonly EvidenceControl[];
}

/** A control over a period. */
export interface ControlPeriod {
  /** By the name that rules use. */
  readonly catalogue: string;
  readonly control: string;
  /** As the newest run has it. */
  readonly title: string;
  /** By the start of the runs. */
  readonly runs: readonly ControlRun[];
  /** Of the nights whose run counts: how many have each result. */
  readonly nights: ReadonlyMap<ControlResult, number>;
  /** The nights whose run does not have the control. */
  readonly without: number;
}

/** The runs of all nights, by their start. */
export function runsIn(nights: readonly Night[]): readonly CountedRun[] {
  return nights.flatMap(({ runs, counted }) => runs.map((run) => ({ run, isCounted: run === counted })));
}

/**
 * The controls that runs have, in the order of the newest run that has them.
 *
 * @param isWanted whether a control is asked for
 */
export function controlsOver(
  runs: readonly CountedRun[],
  isWanted: (control: EvidenceControl) => boolean,
): readonly ControlPeriod[] {
  const byControl = new Map<string, ControlRun[]>();
  const keyOf = ({ catalogue, control }: EvidenceControl): string => JSON.stringify([catalogue, control]);
  for (const counted of runs.toReversed()) {
    const lines = Map.groupBy(counted.run.evidence.controls.filter(isWanted), keyOf);
    for (const [key, ofControl] of lines) {
      const [first] = ofControl;
      if (first === undefined) continue;
      const all = byControl.get(key) ?? [];
      all.unshift({ ...counted, result: first.result, lines: ofControl });
      byControl.set(key, all);
    }
  }
  const nightCount = runs.filter(({ isCounted }) => isCounted).length;
  return [...byControl.values()].flatMap((all) => {
    const newest = all.at(-1)?.lines[0];
    if (newest === undefined) return [];
    const { catalogue, control, title } = newest;
    const counting = all.filter(({ isCounted }) => isCounted);
    const groups = [...Map.groupBy(counting, ({ result }) => result)];
    const nights = new Map(groups.map(([result, ofResult]) => [result, ofResult.length]));
    return [{ catalogue, control, title, runs: all, nights, without: nightCount - counting.length }];
  });
}

/** A difference between what two runs that follow each other judged by. */
export interface PolicyChange {
  readonly from: KeptEvidence;
  readonly to: KeptEvidence;
  /** `policy`, `baseline`, `product` or the name of a catalogue. */
  readonly what: string;
  /** Digests, or versions of the product; undefined: there was none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What changed of that by which runs judge, in the order of the runs. */
export function policyChanges(runs: readonly CountedRun[]): readonly PolicyChange[] {
  return runs.slice(1).flatMap(({ run: to }, at) => {
    const from = runs[at]?.run;
    if (from === undefined) return [];
    const [earlier, later] = [basisOf(from), basisOf(to)];
    return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((what): readonly PolicyChange[] => {
      const [before, after] = [earlier.get(what), later.get(what)];
      return before === after ? [] : [{ from, to, what, before, after }];
    });
  });
}

function basisOf({ evidence: { product, digests } }: KeptEvidence): ReadonlyMap<string, string> {
  const { policy, baseline, catalogues } = digests;
  return new Map([
    ...(policy === null ? [] : [['policy', policy] as const]),
    ...(baseline === null ? [] : [['baseline', baseline] as const]),
    ...Object.entries(catalogues).map(([name, digest]) => [`catalogue ${name}`, digest] as const),
    ['product', product],
  ]);
}

/** An exemption, and the runs in which it was in force. */
export interface ExceptionPeriod extends Pick<EvidenceException, 'rule' | 'expires' | 'reason' | 'owner'> {
  readonly first: KeptEvidence;
  readonly last: KeptEvidence;
  /** How many mailboxes, or rows of a table, it exempted in each of them; null is unknown. */
  readonly numbers: readonly (number | null)[];
}

/** The exemptions that runs had. `rules`: the only rules that count; undefined: all. */
export function exceptionsOver(
  runs: readonly CountedRun[],
  rules: ReadonlySet<string> | undefined,
): readonly ExceptionPeriod[] {
  const inRuns = runs.flatMap(({ run }) => run.evidence.exceptions.map((exception) => ({ run, exception })));
  const groups = Map.groupBy(
    inRuns.filter(({ exception: { rule } }) => rules?.has(rule) ?? true),
    ({ exception: { rule, expires, reason, owner } }) => JSON.stringify([rule, expires, reason, owner]),
  );
  return [...groups.values()].flatMap((all) => {
    const [first, last] = [all[0], all.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { rule, expires, reason, owner } = last.exception;
    const numbers = all.map(({ exception: { mailboxes, items } }) => mailboxes ?? items);
    return [{ rule, expires, reason, owner, first: first.run, last: last.run, numbers }];
  });
}
