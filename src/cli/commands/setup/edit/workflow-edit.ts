import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Scalar, type YAMLMap } from 'yaml';
import { isRecord } from '../../../../json.ts';
import { endOf, scalarText } from './config-edit.ts';
import { applyEdits, linesOf, type LineEdit } from './line-edits.ts';

/** What a workflow is to have. */
export interface WorkflowNeeds {
  /** The path of the file that the step of the report names by `config`. */
  readonly config: string;
  /** The inputs that the file has: in the step, they would take precedence over it. */
  readonly keys: readonly string[];
  /** The time zone of its schedules, by its IANA name. */
  readonly timeZone?: string | undefined;
}

/** How a workflow that people have edited gets what it is to have. */
export type WorkflowEdit =
  | { readonly kind: 'edits'; readonly edits: readonly LineEdit[] }
  /** Somebody has to do it: sentences about what to write where. */
  | { readonly kind: 'by-hand'; readonly steps: readonly string[] };

/** The step of the report in the root of the action's repository, or of a fork of it: not that of a folder of it. */
const REPORT_ACTION = /^[\w.-]+\/mailbox-report@/;
const REUSABLE = /^[\w.-]+\/mailbox-report\/\.github\/workflows\/report\.yml@/;
const PERMISSIONS = { contents: 'read', 'id-token': 'write', actions: 'read' } as const;

/** The file that the step of the report names by `config`. Undefined if there is none, or several steps differ. */
export function configOf(workflow: string): string | undefined {
  const names = new Set(reportSteps(parseDocument(workflow)).map(({ step }) => inputsOf(step).get('config')));
  const [first] = names;
  return names.size === 1 ? first : undefined;
}

/**
 * The changes that give a workflow what it needs: `config` in the step of the report, the permission for the OIDC token, the time zone.
 * Nothing else is touched, and nothing that is not understood: what it is to have is then said.
 */
export function workflowEdit(text: string, needs: WorkflowNeeds): WorkflowEdit {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const source = { text, lineOf: (offset: number) => lines.linePos(offset).line - 1 };
  const parts = [
    configPart(document, needs, source),
    permissionPart(document, source),
    ...(needs.timeZone === undefined ? [] : [timeZonePart(document, needs.timeZone, source)]),
  ];
  const steps = parts.flatMap((part) => (typeof part === 'string' ? [part] : []));
  const edits = parts.flatMap((part) => (typeof part === 'string' ? [] : part));
  if (steps.length > 0) return { kind: 'by-hand', steps };
  const byHand: WorkflowEdit = {
    kind: 'by-hand',
    steps: [
      `Add "config: ${needs.config}" to the step of the report, and "id-token: write" to its permissions${needs.timeZone === undefined ? '' : `, and "timezone: ${needs.timeZone}" to its schedules`}.`,
    ],
  };
  return isWhatIsWanted(document, applyEdits(text, edits), needs) ? { kind: 'edits', edits } : byHand;
}

interface Source {
  readonly text: string;
  readonly lineOf: (offset: number) => number;
}

type Part = readonly LineEdit[] | string;

interface ReportStep {
  readonly job: YAMLMap;
  readonly step: YAMLMap;
}

function reportSteps(document: Document): readonly ReportStep[] {
  const jobs = document.get('jobs');
  if (document.errors.length > 0 || !isMap(jobs)) return [];
  return jobs.items.flatMap(({ value: job }) => {
    if (!isMap(job)) return [];
    const steps = job.get('steps');
    const all = isSeq(steps) ? steps.items : [];
    return all.flatMap((step) => (isMap(step) && REPORT_ACTION.test(String(step.get('uses'))) ? [{ job, step }] : []));
  });
}

/** The inputs of a step that are texts. */
function inputsOf(step: YAMLMap): ReadonlyMap<string, string> {
  const inputs = step.get('with');
  if (!isMap(inputs)) return new Map();
  return new Map(
    inputs.items.flatMap(({ key, value }) =>
      isScalar(key) && isScalar(value) ? [[String(key.value), String(value.value)] as const] : [],
    ),
  );
}

function configPart(document: Document, { config, keys }: WorkflowNeeds, source: Source): Part {
  const steps = reportSteps(document);
  const [first, second] = steps;
  if (first === undefined) {
    return usesReusable(document)
      ? `Add "config: ${config}" below "with" of the job that calls report.yml.`
      : `Add a step of the report with "config: ${config}": the workflow has none.`;
  }
  if (second !== undefined)
    return `Add "config: ${config}" to the step of the report that is meant: there are ${steps.length}.`;
  const { step } = first;
  const inputs = inputsOf(step);
  if (inputs.get('config') === config) return [];
  const own = keys.filter((key) => inputs.has(key));
  if (own.length > 0 || inputs.has('config')) {
    const less =
      own.length === 0 ? '' : `, and take ${own.join(', ')} out of it, since an input counts more than the file`;
    return `Set "config: ${config}" in the step of the report${less}.`;
  }
  const map: unknown = step.get('with', true);
  const line = `config: ${scalarText(config)}`;
  if (map === undefined || (isScalar(map) && map.value === null)) {
    if (map !== undefined || step.flow === true)
      return `Add "config: ${config}" below "with" of the step of the report.`;
    const uses = step.get('uses', true);
    const indent = indentOf(step, source);
    const behind = isScalar(uses) ? source.lineOf(uses.range?.[0] ?? 0) + 1 : endOf(step, source);
    return [{ line: behind, removed: 0, added: [`${indent}with:`, `${indent}  ${line}`] }];
  }
  if (!isPlainMap(map)) return `Add "config: ${config}" below "with" of the step of the report.`;
  return [{ line: endOf(map, source), removed: 0, added: [`${indentOf(map, source)}${line}`] }];
}

function usesReusable(document: Document): boolean {
  const jobs = document.get('jobs');
  return isMap(jobs) && jobs.items.some(({ value }) => isMap(value) && REUSABLE.test(String(value.get('uses'))));
}

/** The token of a job has the permissions of the job, else those of the workflow. */
function permissionPart(document: Document, source: Source): Part {
  const [first] = reportSteps(document);
  if (first === undefined) return [];
  const permissions: unknown = first.job.get('permissions', true) ?? document.get('permissions', true);
  const byHand = 'Add "id-token: write" to the permissions of the job of the report.';
  if (isScalar(permissions) && permissions.value === 'write-all') return [];
  if (!isMap(permissions)) return byHand;
  const missing = Object.entries(PERMISSIONS).filter(([name, level]) => !hasPermission(permissions, name, level));
  if (missing.length === 0) return [];
  // Another level is somebody's decision.
  if (!isPlainMap(permissions) || missing.some(([name]) => permissions.has(name))) {
    return `Set ${missing.map(([name, level]) => `"${name}: ${level}"`).join(', ')} in the permissions of the job of the report.`;
  }
  const indent = indentOf(permissions, source);
  return [
    {
      line: endOf(permissions, source),
      removed: 0,
      added: missing.map(([name, level]) => `${indent}${name}: ${level}`),
    },
  ];
}

function hasPermission(permissions: YAMLMap, name: string, level: 'read' | 'write'): boolean {
  const is = permissions.get(name);
  return is === level || is === 'write';
}

function timeZonePart(document: Document, timeZone: string, source: Source): Part {
  const schedules = schedulesOf(document);
  if (schedules === undefined) return `Add "timezone: ${timeZone}" to the schedules of the workflow.`;
  return schedules.flatMap((schedule): readonly LineEdit[] => {
    const present = schedule.get('timezone', true);
    if (isScalar(present)) {
      if (present.value === timeZone) return [];
      const line = source.lineOf(present.range?.[0] ?? 0);
      return [{ line, removed: 1, added: [replaced(present, timeZone, source)] }];
    }
    return [
      { line: endOf(schedule, source), removed: 0, added: [`${indentOf(schedule, source)}timezone: ${timeZone}`] },
    ];
  });
}

function schedulesOf(document: Document): readonly YAMLMap[] | undefined {
  const on = document.get('on');
  const schedule = isMap(on) ? on.get('schedule') : undefined;
  if (!isSeq(schedule)) return undefined;
  const maps = schedule.items.filter((item) => isMap(item)).filter(isPlainMap);
  return maps.length > 0 && maps.length === schedule.items.length ? maps : undefined;
}

/** The line of a scalar with another value; what stands behind it stays. */
function replaced(scalar: Scalar, value: string, { text, lineOf }: Source): string {
  const [start = 0, end = 0] = scalar.range ?? [];
  const line = linesOf(text)[lineOf(start)] ?? '';
  const column = start - text.lastIndexOf('\n', start - 1) - 1;
  return `${line.slice(0, column)}${scalarText(value)}${line.slice(column + end - start)}`;
}

/** Whether lines can be added to a map: it is not on one line, and nothing else refers to it. */
function isPlainMap(node: unknown): node is YAMLMap {
  return isMap(node) && node.flow !== true && node.anchor === undefined && node.items.length > 0;
}

/** The blanks before the first key of a map: one that stands behind a dash has blanks in its place. */
function indentOf(map: YAMLMap, { text }: Source): string {
  const start = map.range?.[0] ?? 0;
  return ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
}

/** Whether the workflow has what it is to have, and all else is as it was. */
function isWhatIsWanted(before: Document, text: string, { config, timeZone }: WorkflowNeeds): boolean {
  const after = parseDocument(text);
  if (before.errors.length > 0 || after.errors.length > 0 || configOf(text) !== config) return false;
  const zones = (schedulesOf(after) ?? []).map((schedule) => schedule.get('timezone'));
  if (timeZone !== undefined && zones.some((zone) => zone !== timeZone)) return false;
  return isDeepStrictEqual(withoutNeeds(before), withoutNeeds(after));
}

/** What a workflow says besides what is added to it. */
function withoutNeeds(document: Document): unknown {
  return JSON.parse(
    JSON.stringify(document.toJS(), (key, value: unknown) => {
      if (key === 'timezone' || key === 'config') return undefined;
      const isWanted = ([name, level]: [string, unknown]): boolean =>
        Object.entries(PERMISSIONS).some(([one, as]) => one === name && as === level);
      if (key === 'permissions' && isRecord(value))
        return Object.fromEntries(Object.entries(value).filter((entry) => !isWanted(entry)));
      return key === 'with' && isRecord(value) && Object.keys(value).every((name) => name === 'config')
        ? undefined
        : value;
    }),
  );
}
