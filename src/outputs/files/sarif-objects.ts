import { hash } from 'node:crypto';
import type { JsonObject } from '../../json.ts';
import type { Rule } from '../../policy/policy-definition.ts';
import { addressOf, placeOf, subjectLabel } from '../../policy/subject.ts';
import type { Finding } from '../../policy/verdict.ts';
import type { ColumnSchemas } from '../../reports/highlight.ts';
import { MAILBOX_COLUMN } from '../../reports/definition.ts';
import type { CellSchema } from '../../schema/cell-schema.ts';
import { expectedText } from '../../schema/expected-text.ts';
import { markdownCode, markdownLink, markdownText } from '../markdown.ts';
import { capitalized, cellText, shortened, visibleLine } from '../../text/display.ts';

/** GitHub's limit. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
const MAX_DESCRIPTION = 1_024;

/** A rule of the policy as a `reportingDescriptor`, section 3.49 of https://docs.oasis-open.org/sarif/sarif/v2.1.0 */
export function sarifRule(rule: Rule): JsonObject {
  const { id, report, title, severity, help } = rule;
  const name = pascalCase(id);
  const helpUri = help === undefined ? undefined : uriOf(help);
  return {
    id,
    // Section 3.49.7: omit a name that repeats the id.
    ...(name.toLowerCase() === id.toLowerCase() ? {} : { name }),
    shortDescription: { text: described(title) },
    fullDescription: { text: described(`${ended(title)} ${sentences(rule).join(' ')}`) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: severity },
    properties: { tags: ['exchange-online', 'policy', report] },
  };
}

/**
 * A link as a URI of RFC 3986, which readers of SARIF require and browsers do not. Without a user name; undefined if it
 * cannot be parsed. https://www.rfc-editor.org/rfc/rfc3986#appendix-A
 */
function uriOf(link: string): string | undefined {
  const url = URL.parse(link);
  if (url === null) return undefined;
  const hash = url.hash === '' ? '' : `#${encoded(url.hash.slice(1))}`;
  return url.origin + encoded(url.pathname + url.search) + hash;
}

function encoded(text: string): string {
  return text.replace(/[^\w\-.~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g, encodeURIComponent);
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map(capitalized)
    .join('');
}

function described(text: string): string {
  return shortened(visibleLine(text), MAX_DESCRIPTION);
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The rows to which the rule applies, and what it expects of them. */
function sentences({ report, when, expect }: Rule): string[] {
  const where = Object.keys(when).length === 0 ? '' : ` where ${conditions(when).join(' and ')}`;
  return [
    `Applies to ${where === '' ? 'every row' : 'rows'} of the report ${report}${where}.`,
    `Expected: ${conditions(expect).join('; ')}.`,
  ];
}

function conditions(columns: ColumnSchemas): string[] {
  return Object.entries(columns).map(([column, schema]) => `${column} is ${expectedOf(column, schema)}`);
}

function expectedOf(column: string, schema: CellSchema): string {
  return expectedText(schema, column === MAILBOX_COLUMN ? 'addresses' : 'cells');
}

function helpText(rule: Rule): string {
  const more = rule.help === undefined ? [] : [`See ${rule.help}`];
  return [ended(rule.title), ...sentences(rule), ...more].map(visibleLine).join('\n');
}

function helpMarkdown({ report, title, when, expect, help }: Rule): string {
  const rows = Object.keys(when).length === 0 ? ['every row'] : columnList(when);
  return [
    `**${markdownText(title)}**`,
    `Applies, in the report ${markdownCode(report)}, to:`,
    rows.map((line) => `- ${line}`).join('\n'),
    'Expected:',
    columnList(expect)
      .map((line) => `- ${line}`)
      .join('\n'),
    ...(help === undefined ? [] : [markdownLink('More about this rule', help)]),
  ].join('\n\n');
}

function columnList(columns: ColumnSchemas): string[] {
  return Object.entries(columns).map(
    ([column, schema]) => `${markdownText(column)}: ${markdownText(expectedOf(column, schema))}`,
  );
}

/**
 * A finding as a SARIF result (section 3.27) on one line. Its location is the line that a developer can change. `ruleIndex`: position of the rule in the driver's rules.
 */
export function sarifResult(
  finding: Finding,
  {
    ruleIndex,
    fingerprint,
    hasBaseline,
  }: { readonly ruleIndex: number; readonly fingerprint: string; readonly hasBaseline: boolean },
): string {
  const { rule, message, item, column, found, expected } = finding;
  const { file, line } = placeOf(finding);
  return JSON.stringify({
    ruleId: rule.id,
    ruleIndex,
    level: rule.severity,
    message: { text: unlinked(ended(`${visibleLine(subjectLabel(finding))}: ${message}`)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: line },
        },
      },
    ],
    properties: {
      ...(item === '' ? {} : { item: described(item) }),
      column,
      found: described(cellText(found)),
      expected: described(expected),
    },
    // Without this key GitHub makes a fingerprint of the line's text, which all findings of a mailbox share.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    // Section 3.27.24. Violations of mailboxes that the earlier run could not read have no state.
    ...(finding.novelty === undefined ? {} : { baselineState: finding.novelty }),
    // All results of a run have suppressions, or none has (section 3.27.23).
    ...(hasBaseline ? { suppressions: suppressionsOf(finding) } : {}),
  });
}

function suppressionsOf({ verdict, addedOn = '' }: Finding): readonly object[] {
  if (verdict !== 'known') return [];
  return [{ kind: 'external', status: 'accepted', justification: `In the baseline since ${visibleLine(addedOn)}.` }];
}

/**
 * Fingerprints of the findings of one mailbox or table. They depend neither on the line of the list nor on the value found, so that
 * GitHub does not close an alert and open another one when these change. A changed row has another fingerprint, so that a
 * dismissed alert does not hide it.
 */
export class Fingerprints {
  /** A mailbox can have two inbox rules of one name. */
  readonly #occurrences = new Map<string, number>();

  of({ rule, subject, item, rowDigest, column }: Finding): string {
    const address = addressOf(subject).toLowerCase();
    const digest = hash('sha256', JSON.stringify([rule.id, address, rule.report, column, item, rowDigest]));
    const ordinal = (this.#occurrences.get(digest) ?? 0) + 1;
    this.#occurrences.set(digest, ordinal);
    return `${digest}:${ordinal}`;
  }
}

/**
 * In a message `[text](target)` is a link (section 3.11.6); an invisible character prevents it. Braces have a meaning only
 * in a message with arguments.
 */
function unlinked(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}

/** https://www.rfc-editor.org/rfc/rfc3986#section-2.1 */
function relativeUri(file: string): string {
  return file
    .toWellFormed()
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}
