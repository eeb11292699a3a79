import type { Field } from '../../files/fields.ts';
import type { JsonObject } from '../../json.ts';
import type { YamlValue } from '../../files/yaml-value.ts';
import { shownText } from '../../text/display.ts';

interface Refusal {
  /** The JSON Schema has it too, which knows no flags. */
  readonly pattern: RegExp;
  /** Follows the name of the path. `found`: what the pattern, or its first group, matched. */
  readonly message: (part: string) => string;
  readonly hint: string | ((part: string) => string);
}

const MAX_LENGTH = 1000;
const BELOW = 'The path is relative to /users/{mailbox}/, for example mailFolders/inbox/messageRules.';
const OF_TENANT =
  "The listing is relative to the version, for example users, subscribedSkus or reports/getMailboxUsageDetail(period='D7').";
const NO_ROWS = 'Name a resource that Graph returns as JSON. Options such as $count and $top belong under "query".';

const BRACES: Refusal = {
  pattern: /[{}]/,
  message: () => 'contains braces.',
  hint: 'Remove them: only the path of "children" has a placeholder, {id}. Leave out {mailbox}.',
};

/** In this order. A path stays below `/users/{mailbox}/`, however a server decodes it. */
const REFUSALS: readonly Refusal[] = [
  { pattern: /^\s|\s$/, message: () => 'begins or ends with a blank.', hint: 'Remove the blank.' },
  {
    pattern: /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/,
    message: () => 'is a complete URL.',
    hint: `Remove the scheme, the host and the version. ${BELOW}`,
  },
  {
    pattern: /^\/?(?:(?:[vV]1\.0|[bB][eE][tT][aA])\/)?(?:[uU][sS][eE][rR][sS]\/[^/]*|[mM][eE])(?:\/|$)/,
    message: (part) => `begins with ${shownText(part)}.`,
    hint: `Remove this part. ${BELOW}`,
  },
  { pattern: /^\//, message: () => 'begins with a slash.', hint: `Remove it. ${BELOW}` },
  { pattern: /\?/, message: () => 'contains a query.', hint: 'Remove the ? and move the options to "query".' },
  { pattern: /#/, message: () => 'contains a #.', hint: 'Write a # in a name as %23.' },
  { pattern: /\\/, message: () => 'contains a backslash.', hint: 'Separate segments with /.' },
  BRACES,
  {
    // The characters of a path in RFC 3986. https://www.rfc-editor.org/rfc/rfc3986#section-3.3
    pattern: /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/{}]/u,
    message: (part) => `contains ${shownText(part)}, which is not allowed in a path.`,
    hint: (part) => `Percent-encode it${part.isWellFormed() ? `: ${encodeURIComponent(part)}` : ''}.`,
  },
  {
    pattern: /(?:^|\/)(?:\/|$)/,
    message: () => 'has an empty segment.',
    hint: 'Write one / between segments, and none at the end.',
  },
  {
    pattern: /([^/]*%(?![0-9A-Fa-f]{2})[^/]*)/,
    message: (part) => `has an invalid percent-encoding in ${shownText(part)}.`,
    hint: 'Write a % as %25.',
  },
  {
    // A server may decode more than once, or after it has split the path.
    pattern: /([^/]*%(?:25|2[fF]|5[cC]|7[fF]|[01][0-9A-Fa-f]|[cC]2%[89])[^/]*)/,
    message: (part) => `has an encoded character in ${shownText(part)} that is not allowed.`,
    hint: 'Encoded / \\ % and control characters are not allowed.',
  },
  {
    pattern: /(?:^|\/)((?:\.|%2[eE])+)(?:\/|$)/,
    message: (part) => `has the relative segment ${shownText(part)}.`,
    hint: `Write the path without it. ${BELOW}`,
  },
  {
    pattern: /(?:^|\/)((?:\$|%24)[^/]*)/,
    message: (part) => `names ${shownText(part)}, which has no rows.`,
    hint: NO_ROWS,
  },
];

/** The path of a report's request; '' for the user itself. */
export const PATH: Field<string> = {
  schema: { anyOf: [{ const: '' }, schemaOf(REFUSALS)] },
  read: (value) => (value.node !== null && 'value' in value.node && value.node.value === '' ? '' : readPath(value)),
};

/** The path of a listing of the tenant. A user's own collections are no listing. */
export const LISTING_PATH: Field<string> = {
  schema: schemaOf(REFUSALS),
  read: (value) => readPath(value, '', OF_TENANT),
};

/** The path of child rows, in which `{id}` is replaced with the row's id. */
export const CHILDREN_PATH: Field<string> = {
  schema: {
    ...schemaOf(REFUSALS.filter((refusal) => refusal !== BRACES)),
    pattern: '^[^{}]*\\{id\\}[^{}]*$',
    examples: ['mailFolders/{id}/childFolders'],
  },
  read: (value) => readPath(value, '{id}'),
};

function schemaOf(refusals: readonly Refusal[]): JsonObject {
  const anyOf = refusals.map(({ pattern }) => ({ pattern: pattern.source }));
  return { type: 'string', maxLength: MAX_LENGTH, not: { anyOf } };
}

/** @param below what the path is relative to */
function readPath(value: YamlValue, placeholder = '', below = BELOW): string | undefined {
  const text = value.text();
  if (text === undefined) return undefined;
  const count = placeholder === '' ? 1 : text.split(placeholder).length - 1;
  if (count !== 1) {
    const hint = 'Write {id} once, where the id of the row belongs, for example mailFolders/{id}/childFolders.';
    return value.reject(count === 0 ? `has no "${placeholder}".` : `has more than one "${placeholder}".`, hint);
  }
  const path = placeholder === '' ? text : text.replace(placeholder, 'id');
  if (path.length > MAX_LENGTH) return value.reject(`is longer than ${MAX_LENGTH} characters.`, below);
  for (const { pattern, message, hint } of REFUSALS) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const part = match[1] ?? match[0];
    return value.reject(message(part), (typeof hint === 'string' ? hint : hint(part)).replace(BELOW, below));
  }
  const segment = path.split('/').find((one) => !isDecodable(one));
  if (segment === undefined) return text;
  return value.reject(`has an invalid percent-encoding in ${shownText(segment)}.`, 'Write a % as %25.');
}

/** Whether the encoded bytes are UTF-8. */
function isDecodable(segment: string): boolean {
  try {
    decodeURIComponent(segment);
    return true;
  } catch {
    return false;
  }
}
