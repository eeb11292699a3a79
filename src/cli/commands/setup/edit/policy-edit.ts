import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLMap } from 'yaml';
import { isRecord } from '../../../../json.ts';
import { replaced } from './config-edit.ts';
import { applyEdits, type LineEdit } from './line-edits.ts';

/**
 * The changes by which rules of a policy fail the step: their severity is then `error`. Comments and order stay. Undefined if the file cannot
 * be changed like this, such as where two rules share a severity.
 */
export function severityEdits(text: string, rules: ReadonlySet<string>): readonly LineEdit[] | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) return undefined;
  const source = { text, lineOf: (offset: number) => lines.linePos(offset).line - 1 };
  const edits = rulesOf(document).flatMap((rule) => {
    const severity = rule.get('severity', true);
    const isWarning = rules.has(String(rule.get('id'))) && isScalar(severity) && severity.value === 'warning';
    return isWarning ? [replaced(severity, 'error', source)] : [];
  });
  const after = parseDocument(applyEdits(text, edits));
  return after.errors.length === 0 && isDeepStrictEqual(failing(document, rules), failing(after, new Set()))
    ? edits
    : undefined;
}

/** The rules of a policy whose violations fail the step: those of severity `error`, which is the usual one. */
export function failingRules(text: string): ReadonlySet<string> {
  const rules = rulesOf(parseDocument(text)).filter((rule) => rule.get('severity') !== 'warning');
  return new Set(rules.map((rule) => String(rule.get('id'))));
}

/** The IDs of the rules of a policy. */
export function ruleIds(text: string): ReadonlySet<string> {
  return new Set(rulesOf(parseDocument(text)).map((rule) => String(rule.get('id'))));
}

function rulesOf(document: Document): readonly YAMLMap[] {
  const rules = document.errors.length > 0 ? undefined : document.get('rules');
  return isSeq(rules) ? rules.items.filter((rule) => isMap(rule)) : [];
}

/** What a policy says if these rules fail the step. */
function failing(document: Document, ids: ReadonlySet<string>): unknown {
  return JSON.parse(
    JSON.stringify(document.toJS(), (_, value: unknown) =>
      isRecord(value) && ids.has(String(value.id)) && value.severity === 'warning'
        ? { ...value, severity: 'error' }
        : value,
    ),
  );
}
