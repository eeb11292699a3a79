import { createHash } from 'node:crypto';
import type { Finding } from '../policy/verdict.ts';
import { findingText } from './sink.ts';
import { visibleLine } from '../text/display.ts';

/**
 * Findings of one mailbox as SARIF results, section 3.27 of https://docs.oasis-open.org/sarif/sarif/v2.1.0, each as JSON on
 * a line. The place is the mailbox's in its list, which is what a developer can change.
 */
export class SarifResults {
  /** How often a fingerprint came already: a mailbox can have two rules of one name. */
  readonly #seen = new Map<string, number>();

  /** `ruleIndex`: position of the rule in the driver's. */
  text(finding: Finding, ruleIndex: number): string {
    const { rule, mailbox, verdict } = finding;
    return JSON.stringify({
      ruleId: rule.id,
      ruleIndex,
      level: verdict === 'fail' ? 'error' : 'warning',
      message: { text: unlinked(`${visibleLine(mailbox.address)}: ${findingText(finding)}.`) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: relativeUri(mailbox.file), uriBaseId: '%SRCROOT%' },
            region: { startLine: mailbox.line },
          },
        },
      ],
      // Under any other key GitHub would make a fingerprint of the line's text, and two findings of a mailbox were one.
      partialFingerprints: { primaryLocationLineHash: this.#fingerprint(finding) },
    });
  }

  /**
   * Stays the same while a finding stands, wherever the list has the mailbox and whatever exactly was found, so that an
   * alert is neither closed nor opened without cause.
   */
  #fingerprint({ rule, mailbox, item, column }: Finding): string {
    const subject = JSON.stringify([rule.id, mailbox.address.toLowerCase(), rule.report, column, item]);
    const hash = createHash('sha256').update(subject).digest('hex');
    const ordinal = (this.#seen.get(hash) ?? 0) + 1;
    this.#seen.set(hash, ordinal);
    return `${hash}:${ordinal}`;
  }
}

/**
 * In a message `[text](target)` is a link (section 3.11.6): a character that does not show takes that from foreign text.
 * Braces are left: they mean something only where a message has arguments.
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
