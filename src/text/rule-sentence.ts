import { isObject, jsonOrUndefined, property, textIn, type Json, type JsonObject } from '../json.ts';
import { visibleLine, withoutId } from './display.ts';
import { listed } from './numbers.ts';

/** The text of a cell of a row. */
type CellText = (column: string) => string;

/** Values of a list that are named. */
const MAX_NAMED = 5;

/**
 * What an inbox rule does, in a sentence: `moves mail with 'invoice' in the subject to Archive, marks it as read and forwards
 * it to x@example.com`. Hidden characters of its texts are escaped.
 *
 * @param cell reads the row of the report `inbox-rules`, in which a folder is a path, or an id if the path is not known
 */
export function ruleSentence(cell: CellText): string {
  const mail = `mail${conditionsText(cell('Conditions'))}${exceptionsText(cell('Exceptions'))}`;
  const actions = actionsOf(cell);
  const isPartly = isTrue(cell('ReadOnly'));
  if (actions.length === 0) {
    return isPartly ? `does something that Graph does not show with ${mail}` : `does nothing with ${mail}`;
  }
  const phrases = actions.map(([before, after], at) => `${before} ${at === 0 ? mail : 'it'}${after}`);
  if (isTrue(cell('StopProcessingRules'))) phrases.push('stops processing more rules');
  return `${listed(phrases, 'and')}${isPartly ? '; Graph does not show all of it' : ''}`;
}

/** The words before and after the mail. */
type Action = readonly [before: string, after: string];

function actionsOf(cell: CellText): readonly Action[] {
  const all: readonly (Action | undefined)[] = [
    when(cell('MoveToFolder'), (path) => ['moves', ` to ${visibleLine(withoutId(path))}`]),
    when(cell('CopyToFolder'), (path) => ['copies', ` to ${visibleLine(withoutId(path))}`]),
    isTrue(cell('Delete')) ? ['deletes', ''] : undefined,
    isTrue(cell('PermanentDelete')) ? ['deletes', ' permanently'] : undefined,
    isTrue(cell('MarkAsRead')) ? ['marks', ' as read'] : undefined,
    when(cell('MarkImportance'), (importance) => ['gives', ` the importance ${visibleLine(importance)}`]),
    when(cell('AssignCategories'), (names) => ['puts', ` in the category ${cellList(names, 'and')}`]),
    when(cell('ForwardTo'), (targets) => ['forwards', ` to ${cellList(targets, 'and')}`]),
    when(cell('ForwardAsAttachmentTo'), (targets) => ['forwards', ` as an attachment to ${cellList(targets, 'and')}`]),
    when(cell('RedirectTo'), (targets) => ['redirects', ` to ${cellList(targets, 'and')}`]),
  ];
  const found = all.filter((action) => action !== undefined);
  if (found.length > 0 || !isTrue(cell('StopProcessingRules'))) return found;
  return [['leaves', ' in the inbox']];
}

function when(text: string, action: (text: string) => Action): Action | undefined {
  return text === '' ? undefined : action(text);
}

function isTrue(text: string): boolean {
  return text === 'true';
}

/** A cell with a list, whose elements are joined by `; `. */
function cellList(text: string, word: 'and' | 'or'): string {
  return named(text.split('; '), word);
}

function conditionsText(json: string): string {
  const phrases = predicatePhrases(json);
  return phrases.length === 0 ? '' : ` ${listed(phrases, 'and')}`;
}

function exceptionsText(json: string): string {
  const phrases = predicatePhrases(json);
  return phrases.length === 0 ? '' : ` (except mail ${listed(phrases, 'or')})`;
}

/** The predicates in a cell, each as a phrase after "mail". https://learn.microsoft.com/graph/api/resources/messagerulepredicates */
function predicatePhrases(json: string): readonly string[] {
  if (json === '') return [];
  const predicates = jsonOrUndefined(json);
  if (!isObject(predicates)) return ['with conditions that cannot be shown'];
  return Object.entries(predicates).flatMap(([name, value]) => {
    if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return [];
    return [phraseOf(name, value)];
  });
}

/** After the words that a list contains. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ['subjectContains', 'in the subject'],
  ['bodyContains', 'in the body'],
  ['bodyOrSubjectContains', 'in the subject or body'],
  ['headerContains', 'in the headers'],
  ['senderContains', "in the sender's address"],
  ['recipientContains', "in a recipient's address"],
]);

/** Before one value or several. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['fromAddresses', 'from'],
  ['sentToAddresses', 'sent to'],
  ['categories', 'in the category'],
  ['importance', 'of importance'],
  ['sensitivity', 'of sensitivity'],
  ['messageActionFlag', 'flagged as'],
]);

const FACTS: ReadonlyMap<string, string> = new Map([
  ['hasAttachments', 'with attachments'],
  ['sentToMe', 'sent to the mailbox'],
  ['sentOnlyToMe', 'sent only to the mailbox'],
  ['sentCcMe', 'with the mailbox in Cc'],
  ['sentToOrCcMe', 'with the mailbox in To or Cc'],
  ['notSentToMe', 'not sent to the mailbox'],
  ['isApprovalRequest', 'that requests an approval'],
  ['isAutomaticForward', 'that was forwarded automatically'],
  ['isAutomaticReply', 'that is an automatic reply'],
  ['isEncrypted', 'that is encrypted'],
  ['isMeetingRequest', 'that is a meeting request'],
  ['isMeetingResponse', 'that responds to a meeting request'],
  ['isNonDeliveryReport', 'that reports a failed delivery'],
  ['isPermissionControlled', 'that is permission-controlled'],
  ['isReadReceipt', 'that is a read receipt'],
  ['isSigned', 'that is signed'],
  ['isVoicemail', 'that is a voice message'],
]);

function phraseOf(name: string, value: Json): string {
  const [place, prefix, fact] = [PLACES.get(name), PREFIXES.get(name), FACTS.get(name)];
  const texts = Array.isArray(value) ? value.map(textOf) : [textOf(value)];
  if (place !== undefined) return `with ${named(texts, 'or', quoted)} ${place}`;
  if (prefix !== undefined) return `${prefix} ${named(texts, 'or')}`;
  if (fact !== undefined && value === true) return fact;
  if (name === 'withinSizeRange' && isObject(value)) return sizePhrase(value);
  return `with ${visibleLine(name)} ${visibleLine(JSON.stringify(value))}`;
}

/** Sizes are in kilobytes. */
function sizePhrase({ minimumSize, maximumSize }: JsonObject): string {
  const [least, most] = [minimumSize, maximumSize].map((size) => (typeof size === 'number' ? size : undefined));
  if (most === undefined) return `of at least ${least ?? 0} kB`;
  return `of ${least ?? 0} to ${most} kB`;
}

/** A value of a predicate: a text, or a recipient. */
function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  const address = property(value, 'emailAddress') ?? value;
  return textIn(address, 'address') || textIn(address, 'name') || JSON.stringify(value);
}

function quoted(text: string): string {
  return `'${text}'`;
}

function named(texts: readonly string[], word: 'and' | 'or', shown: (text: string) => string = String): string {
  const names = texts.slice(0, MAX_NAMED).map((text) => shown(visibleLine(text)));
  const more = texts.length - names.length;
  return listed(more > 0 ? [...names, `${more} more`] : names, word);
}
