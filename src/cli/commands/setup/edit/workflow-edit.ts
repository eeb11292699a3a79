import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLMap } from 'yaml';
import { isRecord } from '../../../../json.ts';
import { endOf, linesOfPair, replaced, scalarText, type Source } from './config-edit.ts';
import { applyEdits, type LineEdit } from './line-edits.ts';

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
export interface WorkflowEdit {
  readonly edits: readonly LineEdit[];
  /** What somebody has to do, a sentence each. */
  readonly steps: readonly string[];
  /** The same as changes, where setup knows them. */
  readonly patch: readonly LineEdit[];
}

/** The step of the report in the root of the action's repository, or of a fork of it: not that of a folder of it. */
const REPORT_ACTION = /^[\w.-]+\/mailbox-report@/;
const REUSABLE = /^[\w.-]+\/mailbox-report\/\.github\/workflows\/report\.yml@/;
const PERMISSIONS = { contents: 'read', 'id-token': 'write', actions: 'read' } as const;

/** The file that the step of the report names by `config`. Undefined if there is none, or several steps differ. */
export function configOf(workflow: string): string | undefined {
  const names = new Set(usesOf(parseDocument(workflow)).map(({ at }) => inputsOf(at).get('config')));
  const [first] = names;
  return names.size === 1 ? first : undefined;
}

/** The inputs of the only step of the report, as texts. Those of several steps are not known. */
export function stepInputsOf(workflow: string): ReadonlyMap<string, string> {
  const [first, second] = usesOf(parseDocument(workflow));
  return first === undefined || second !== undefined ? new Map() : inputsOf(first.at);
}

/** The name behind `@` of the steps of the report; undefined if there is none, or they differ. */
export function versionOf(workflow: string): string | undefined {
  const names = new Set(usesOf(parseDocument(workflow)).map(({ at }) => String(at.get('uses')).split('@')[1]));
  const [first] = names;
  return names.size === 1 ? first : undefined;
}

/** The time zone of the schedules; undefined if there is none, or they differ. */
export function timeZoneOf(workflow: string): string | undefined {
  const zones = new Set((schedulesOf(parseDocument(workflow)) ?? []).map((schedule) => schedule.get('timezone')));
  const [first] = zones;
  return zones.size === 1 && typeof first === 'string' ? first : undefined;
}

/**
 * The changes that give a workflow what it needs: `config` in the step of the report, the permission for the OIDC token, the time zone.
 * Nothing else is touched, and nothing that is not understood: what it is to have is then said.
 */
export function workflowEdit(text: string, needs: WorkflowNeeds): WorkflowEdit {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const source = { text, lineOf: (offset: number) => lines.linePos(offset).line - 1 };
  if (document.errors.length > 0) return { edits: [], steps: ['Correct its YAML: it cannot be read.'], patch: [] };
  const parts = [
    configPart(document, needs, source),
    permissionPart(document, source),
    ...(needs.timeZone === undefined ? [] : [timeZonePart(document, needs.timeZone, source)]),
  ];
  const edits = parts.flatMap((part) => ('step' in part ? [] : part));
  const steps = parts.flatMap((part) => ('step' in part ? [part.step] : []));
  const patch = parts.flatMap((part) => ('step' in part ? (part.patch ?? []) : []));
  if (isWhatIsWanted(document, applyEdits(text, edits), needs, parts)) return { edits, steps, patch };
  const zone = needs.timeZone === undefined ? '' : `, and "timezone: ${needs.timeZone}" to its schedules`;
  const all = `Add "config: ${needs.config}" to the step of the report, and "id-token: write" to its permissions${zone}.`;
  return { edits: [], steps: [all], patch: [] };
}

/** What a part of the edit changes, or what somebody has to do. */
type Part = readonly LineEdit[] | { readonly step: string; readonly patch?: readonly LineEdit[] };

/** A step of the report, or a job that calls the reusable workflow. */
interface ReportUse {
  readonly job: YAMLMap;
  readonly at: YAMLMap;
}

function usesOf(document: Document): readonly ReportUse[] {
  const jobs = document.errors.length > 0 ? undefined : document.get('jobs');
  if (!isMap(jobs)) return [];
  return jobs.items.flatMap(({ value: job }) => {
    if (!isMap(job)) return [];
    if (REUSABLE.test(String(job.get('uses')))) return [{ job, at: job }];
    const steps = job.get('steps');
    const all = isSeq(steps) ? steps.items : [];
    return all.flatMap((step) =>
      isMap(step) && REPORT_ACTION.test(String(step.get('uses'))) ? [{ job, at: step }] : [],
    );
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
  const uses = usesOf(document);
  const [first, second] = uses;
  if (first === undefined) return { step: `Add a step of the report with "config: ${config}": the workflow has none.` };
  const naming = uses.filter(({ at }) => inputsOf(at).get('config') === config);
  const [hiding] = naming.flatMap((use) => hiddenBy(use, keys, source) ?? []);
  if (hiding !== undefined)
    return {
      step: `Take ${hiding.names} out of the step of the report, since an input counts more than the file.`,
      patch: hiding.edits,
    };
  if (naming.length > 0) return [];
  if (second !== undefined)
    return { step: `Add "config: ${config}" to the step of the report that is meant: there are ${uses.length}.` };
  const added = withConfig(first.at, config, source);
  const own = hiddenBy(first, keys, source);
  if (own === undefined && added !== undefined) return added;
  const less = own === undefined ? '' : `, and take ${own.names} out of it, since an input counts more than the file`;
  const patch = added === undefined ? [] : [...(own?.edits ?? []), ...added];
  return { step: `Set "config: ${config}" below "with" of the step of the report${less}.`, patch };
}

/** The inputs of a step that hide keys of the file, and how they are taken away. */
function hiddenBy(
  { at }: ReportUse,
  keys: readonly string[],
  source: Source,
): { readonly names: string; readonly edits: readonly LineEdit[] } | undefined {
  const map: unknown = at.get('with', true);
  if (!isMap(map)) return undefined;
  const pairs = map.items.filter(({ key }) => isScalar(key) && keys.includes(String(key.value)));
  if (pairs.length === 0) return undefined;
  const names = pairs.map(({ key }) => (isScalar(key) ? String(key.value) : '')).join(', ');
  return { names, edits: isPlainMap(map) ? pairs.map((pair) => linesOfPair(pair, source)) : [] };
}

/** The lines that name the file in a step that names none; undefined if it names another, or has its inputs on one line. */
function withConfig(step: YAMLMap, config: string, source: Source): readonly LineEdit[] | undefined {
  const map: unknown = step.get('with', true);
  const line = `config: ${scalarText(config)}`;
  if (isPlainMap(map) && !map.has('config'))
    return [{ line: endOf(map, source), removed: 0, added: [`${indentOf(map, source)}${line}`] }];
  if (map !== undefined || step.flow === true) return undefined;
  const uses = step.get('uses', true);
  const indent = indentOf(step, source);
  const behind = isScalar(uses) ? source.lineOf(uses.range?.[0] ?? 0) + 1 : endOf(step, source);
  return [{ line: behind, removed: 0, added: [`${indent}with:`, `${indent}  ${line}`] }];
}

/** The token of a job has the permissions of the job, else those of the workflow. */
function permissionPart(document: Document, source: Source): Part {
  const [first] = usesOf(document);
  // Who signs in with a certificate needs no token.
  if (first === undefined || inputsOf(first.at).has('pfx')) return [];
  const permissions: unknown = first.job.get('permissions', true) ?? document.get('permissions', true);
  const byHand = { step: 'Add "id-token: write" to the permissions of the job of the report.' };
  if (isScalar(permissions) && permissions.value === 'write-all') return [];
  if (!isMap(permissions)) return byHand;
  const missing = Object.entries(PERMISSIONS).filter(([name, level]) => !hasPermission(permissions, name, level));
  if (missing.length === 0) return [];
  // Another level is somebody's decision.
  if (!isPlainMap(permissions) || missing.some(([name]) => permissions.has(name))) {
    const levels = missing.map(([name, level]) => `"${name}: ${level}"`).join(', ');
    return { step: `Set ${levels} in the permissions of the job of the report.` };
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
  if (schedules === undefined) return { step: `Add "timezone: ${timeZone}" to the schedules of the workflow.` };
  return schedules.flatMap((schedule): readonly LineEdit[] => {
    const present = schedule.get('timezone', true);
    if (isScalar(present)) {
      if (present.value === timeZone) return [];
      return [replaced(present, timeZone, source)];
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

/** Whether lines can be added to a map: it is not on one line, and nothing else refers to it. */
function isPlainMap(node: unknown): node is YAMLMap {
  return isMap(node) && node.flow !== true && node.anchor === undefined && node.items.length > 0;
}

/** The blanks before the first key of a map: one that stands behind a dash has blanks in its place. */
function indentOf(map: YAMLMap, { text }: Source): string {
  const start = map.range?.[0] ?? 0;
  return ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
}

/** Whether the workflow has what it is to have, but for what somebody has to do, and all else is as it was. */
function isWhatIsWanted(
  before: Document,
  text: string,
  { config, timeZone }: WorkflowNeeds,
  [ofConfig, , ofZone]: readonly Part[],
): boolean {
  const after = parseDocument(text);
  if (after.errors.length > 0) return false;
  const names = usesOf(after).map(({ at }) => inputsOf(at).get('config'));
  if (ofConfig !== undefined && !('step' in ofConfig) && !names.includes(config)) return false;
  const zones = (schedulesOf(after) ?? []).map((schedule) => schedule.get('timezone'));
  if (ofZone !== undefined && !('step' in ofZone) && zones.some((zone) => zone !== timeZone)) return false;
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
