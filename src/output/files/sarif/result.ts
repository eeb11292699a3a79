import { createHash } from 'node:crypto';
import { findingText, type Finding } from '../../../policy/verdict.ts';
import { visibleLine } from '../../../text/display.ts';

/**
 * A finding as a SARIF result (section 3.27) on one line. Its location is the line of the mailbox in its list, which is what
 * a developer can change. `ruleIndex`: position of the rule in the driver's rules.
 */
export function sarifResult(
  finding: Finding,
  {
    ruleIndex,
    fingerprint,
    hasBaseline,
  }: { readonly ruleIndex: number; readonly fingerprint: string; readonly hasBaseline: boolean },
): string {
  const { rule, mailbox } = finding;
  return JSON.stringify({
    ruleId: rule.id,
    ruleIndex,
    level: rule.severity,
    message: { text: unlinked(`${visibleLine(mailbox.address)}: ${findingText(finding)}.`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(mailbox.file), uriBaseId: '%SRCROOT%' },
          region: { startLine: mailbox.line },
        },
      },
    ],
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
 * Fingerprints of the findings of one mailbox. They depend neither on the line of the list nor on the value found, so that
 * GitHub does not close an alert and open another one when these change.
 */
export class Fingerprints {
  /** A mailbox can have two inbox rules of one name. */
  readonly #occurrences = new Map<string, number>();

  of({ rule, mailbox, item, column }: Finding): string {
    const subject = JSON.stringify([rule.id, mailbox.address.toLowerCase(), rule.report, column, item]);
    const hash = createHash('sha256').update(subject).digest('hex');
    const ordinal = (this.#occurrences.get(hash) ?? 0) + 1;
    this.#occurrences.set(hash, ordinal);
    return `${hash}:${ordinal}`;
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
