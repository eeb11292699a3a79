import { isSeq } from 'yaml';
import type { FileProblems } from '../yaml/problems.ts';
import { isMailboxId, MAX_ADDRESS_LENGTH } from '../mailboxes/address.ts';
import { shownText } from '../text/display.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { given, isBlank, list, record, text, type KnownKeys, type YamlValue } from '../yaml/value.ts';
import type { Exemption } from './definition.ts';
import { lastDay } from './expiry-date.ts';
import { lineOfText } from './line-of-text.ts';
import { isPattern } from './wildcard.ts';

const KEYS: KnownKeys = { required: ['rule', 'mailboxes', 'reason', 'owner', 'expires'], optional: [] };
const MOST = 5000;
const LONGEST_REASON = 500;
const LONGEST_OWNER = 200;

type Pattern = Exemption['mailboxes'][number];

/**
 * The exemptions of a policy file. What is wrong is added to the problems.
 *
 * @param ids those of the policy's rules; undefined where they cannot be told: then any will do
 */
export function policyExemptions(
  value: YamlValue,
  ids: readonly string[] | undefined,
  problems: FileProblems,
): readonly Exemption[] {
  // What is left once the last one was taken out.
  if (isBlank(value)) return [];
  const items = list(value, problems) ?? [];
  if (items.length > MOST) {
    problems.add(value.offset, `There are more than ${MOST} exemptions.`, 'Leave some out.');
    return [];
  }
  const exemptions = items.flatMap((item) => exemptionOf(item, ids, problems) ?? []);
  const patterns = exemptions.reduce((count, { mailboxes }) => count + mailboxes.length, 0);
  if (patterns > MOST) {
    const hint = 'Use patterns such as *@partners.contoso.com, or a "when" in the rule.';
    problems.add(value.offset, `The exemptions name more than ${MOST} mailboxes.`, hint);
  }
  return exemptions;
}

function exemptionOf(
  item: YamlValue,
  ids: readonly string[] | undefined,
  problems: FileProblems,
): Exemption | undefined {
  const keys = record(item, KEYS, problems);
  if (keys === undefined) return undefined;
  const rule = given(keys, 'rule', (value) => ruleId(value, ids, problems));
  const mailboxes = given(keys, 'mailboxes', (value) => patternsOf(value, problems));
  const reason = given(keys, 'reason', (value) => lineOfText(value, LONGEST_REASON, problems));
  const owner = given(keys, 'owner', (value) => lineOfText(value, LONGEST_OWNER, problems));
  const expires = given(keys, 'expires', (value) => lastDay(value, problems));
  if (rule === undefined || mailboxes === undefined || reason === undefined) return undefined;
  if (owner === undefined || expires === undefined) return undefined;
  return { rule, mailboxes, reason, owner, expires, place: problems.placeOf(item.offset) };
}

function ruleId(value: YamlValue, ids: readonly string[] | undefined, problems: FileProblems): string | undefined {
  const id = text(value, problems);
  if (id === undefined || ids === undefined || ids.includes(id)) return id;
  const meant = didYouMean(id, ids);
  const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}An exemption names the id of one rule of this file.`;
  problems.add(value.offset, `There is no rule ${shownText(id)}.`, hint);
  return undefined;
}

function patternsOf(value: YamlValue, problems: FileProblems): readonly Pattern[] | undefined {
  const items = isSeq(value.node) ? list(value, problems) : [value];
  if (items === undefined || items.length === 0) {
    problems.add(
      value.offset,
      `${shownText(value.name)} has no mailbox.`,
      'Name one, or a pattern such as *@contoso.com.',
    );
    return undefined;
  }
  if (items.length > MOST) {
    problems.add(value.offset, `${shownText(value.name)} has more than ${MOST} mailboxes.`, 'Use patterns with *.');
    return undefined;
  }
  const patterns = items.map((item) => patternOf(item, problems));
  return patterns.every((pattern) => pattern !== undefined) ? patterns : undefined;
}

function patternOf(value: YamlValue, problems: FileProblems): Pattern | undefined {
  const pattern = text(value, problems)?.trim();
  if (pattern === undefined) return undefined;
  if (pattern.startsWith('!')) {
    const hint = 'Nothing is taken out of a pattern: name the mailboxes that are meant, or give the rule a "when".';
    problems.add(value.offset, `${shownText(value.name)} begins with "!".`, hint);
    return undefined;
  }
  if (canMatch(pattern)) return { pattern, place: problems.placeOf(value.offset) };
  problems.add(
    value.offset,
    `${shownText(value.name)} is no address that a mailbox could have, and no pattern of one.`,
    /[,;\s]/.test(pattern)
      ? 'Write each address as an item of a list.'
      : 'Give an address, or a pattern in which * stands for any characters and ? for one, such as *@contoso.com.',
  );
  return undefined;
}

/** Whether a mailbox can have such an address, as far as that can be told from its characters. */
function canMatch(pattern: string): boolean {
  if (!isPattern(pattern)) return isMailboxId(pattern);
  if (pattern.length > MAX_ADDRESS_LENGTH || /[\s\p{Cc}\p{Cf}\p{Cs}"<>()[\],;:\\]/u.test(pattern)) return false;
  return pattern.includes('@') || pattern.includes('*');
}
