import { POPULATION, type EvidenceControl } from '../../../controls/evidence.ts';
import type { KeptEvidence } from '../../../history/period/kept-files.ts';
import type { Json } from '../../../json.ts';
import { wholeSection } from '../../../outputs/markdown.ts';
import { capitalized } from '../../../text/display.ts';
import { blocksText } from '../../section-text.ts';
import { jsonText, printRecord, terminalText, type Terminal } from '../../terminal.ts';
import type { EvidenceOptions, EvidencePeriod } from './evidence-period.ts';
import { changeText, everyText, exceptionText, gapsIn, periodSection, remediationText } from './period-section.ts';

/** Prints what the runs of a period say. Everything in it is hostile text. */
export function printPeriod(result: EvidencePeriod, format: EvidenceOptions['format'], terminal: Terminal): void {
  if (format === 'csv') printCsv(result, terminal);
  else if (format === 'json') terminal.out(jsonText(periodJson(result, terminal.now())));
  else if (format === 'markdown') terminal.out(wholeSection(periodSection(result, terminal.now())));
  else {
    const { title, blocks } = periodSection(result, terminal.now());
    terminal.out(`${terminal.style('bold', terminalText(title))}\n${blocksText(blocks, terminal.style)}`);
  }
}

const PLACE = ['Kind', 'Catalogue', 'Control', 'Title', 'Subject', 'Night'] as const;
const RUN = ['Started', 'Run', 'Attempt', 'Commit', 'Digest', 'Counted'] as const;
const JUDGED = ['Result', 'Covered', 'Basis', 'Rules'] as const;
const COLUMNS = [...PLACE, ...RUN, ...JUDGED, ...POPULATION.map(capitalized), 'Note'];

/** Cells by the name of their column. */
type Cells = Readonly<Record<string, Json>>;

/** A line for each control, subject and run, then those of gaps and of what else the period has, by `Kind`. */
function printCsv(
  { nights, controls, changes, exceptions, remediations, unused }: EvidencePeriod,
  terminal: Terminal,
): void {
  const nightOf = new Map(nights.flatMap(({ runs, start }) => runs.map((run) => [run, start.toISOString()] as const)));
  const print = (cells: Cells): void => {
    printRecord(
      COLUMNS.map((column) => cells[column] ?? null),
      terminal,
    );
  };
  printRecord(COLUMNS, terminal);
  for (const { catalogue, control, runs } of controls) {
    for (const { run, isCounted, lines } of runs) {
      const place = { Kind: 'control', Catalogue: catalogue, Control: control, Night: nightOf.get(run) ?? '' };
      for (const line of lines)
        print({ ...place, ...runCells(run), Counted: isCounted ? 'yes' : 'no', ...lineCells(line) });
    }
  }
  for (const { start, reason, isGap } of gapsIn(nights))
    print({ Kind: isGap ? 'gap' : 'note', Night: start.toISOString(), Note: reason });
  for (const change of changes) print({ Kind: 'policy', ...runCells(change.to), Note: changeText(change) });
  for (const exception of exceptions) {
    print({ Kind: 'exception', ...runCells(exception.last), Rules: [exception.rule], Note: exceptionText(exception) });
  }
  for (const one of remediations) {
    const { applied, run, plan } = one;
    const cells = { Started: applied?.toISOString() ?? '', Run: run, Digest: plan, Note: remediationText(one) };
    print({ Kind: 'remediation', ...cells });
  }
  for (const { name, reason, started } of unused)
    print({ Kind: 'unused', Started: started?.toISOString() ?? '', Note: `${name}: ${reason}` });
}

function runCells({ evidence: { run }, started, digest, name }: KeptEvidence): Cells {
  const { id, attempt, commit } = run;
  return {
    Started: started.toISOString(),
    Run: id === '' ? name : id,
    Attempt: attempt,
    Commit: commit,
    Digest: digest,
  };
}

function lineCells({ title, subject, result, covered, basis, rules, population }: EvidenceControl): Cells {
  const numbers = POPULATION.map((name) => [capitalized(name), population[name]] as const);
  return {
    Title: title,
    Subject: subject,
    Result: result,
    Covered: covered,
    Basis: basis,
    Rules: [...rules],
    ...Object.fromEntries(numbers),
  };
}

/** Times are ISO 8601 in UTC. Null is unknown. */
function periodJson(result: EvidencePeriod, now: number): object {
  const { period, nights, runs, controls, changes, exceptions, remediations, unused, notes } = result;
  const own = runs[0]?.run.evidence;
  const gaps = gapsIn(nights);
  return {
    ok: true,
    tenant: own?.tenant,
    cloud: own?.cloud,
    repository: own?.run.repository,
    made: new Date(now).toISOString(),
    from: period.from.toISOString(),
    to: new Date(period.end.getTime() - 1).toISOString(),
    every: everyText(period.every),
    nights: {
      expected: nights.filter(({ isExpected }) => isExpected).length,
      run: nights.filter(({ isExpected, counted }) => isExpected && counted !== undefined).length,
      gaps: gaps.filter(({ isGap }) => isGap).map(nightJson),
      notes: gaps.filter(({ isGap }) => !isGap).map(nightJson),
    },
    controls: controls.map(({ catalogue, control, title, runs: ofControl, nights: byResult, without }) => ({
      catalogue,
      control,
      title,
      nights: Object.fromEntries(byResult),
      without,
      runs: ofControl.map(({ run, isCounted, result: ofRun, lines }) => ({
        ...runJson(run),
        counted: isCounted,
        result: ofRun,
        lines: lines.map(({ subject, covered, basis, rules, missing, population }) => ({
          subject,
          covered,
          basis,
          rules,
          missing,
          population,
        })),
      })),
    })),
    runs: runs.map(({ run, isCounted }) => {
      const { evidence } = run;
      const { product, digests, reports } = evidence;
      const { ended, url, actor } = evidence.run;
      return {
        ...runJson(run),
        counted: isCounted,
        ended,
        url,
        actor,
        result: evidence.result,
        product,
        digests,
        reports,
      };
    }),
    changes: changes.map(({ from, to, what, before, after }) => ({
      what,
      before: before ?? null,
      after: after ?? null,
      from: runJson(from),
      to: runJson(to),
    })),
    exceptions: exceptions.map(({ first, last, ...exception }) => ({
      ...exception,
      first: runJson(first),
      last: runJson(last),
    })),
    remediations: remediations.map(({ name, applied, run, actor, approvers, plan, changes: counts, recorded }) => ({
      name,
      applied: applied?.toISOString() ?? null,
      run,
      actor,
      approvers: approvers ?? null,
      plan,
      changes: counts === undefined ? null : Object.fromEntries(counts),
      recorded: recorded ?? null,
    })),
    unused: unused.map(({ name, reason, started }) => ({ name, reason, started: started?.toISOString() ?? null })),
    notes,
  };
}

function runJson({ name, evidence: { run }, started, digest }: KeptEvidence) {
  return { name, run: run.id, attempt: run.attempt, started: started.toISOString(), commit: run.commit, digest };
}

function nightJson({
  start,
  end,
  reason,
}: {
  readonly start: Date;
  readonly end: Date;
  readonly reason: string;
}): object {
  return { start: start.toISOString(), end: end.toISOString(), reason };
}
