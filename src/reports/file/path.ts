import { shownText } from '../../text/display.ts';

/** What is wrong with a value, as the rest of a sentence after its name, and what to do. */
export interface ValueProblem {
  readonly message: string;
  readonly hint: string;
}

const MAX_LENGTH = 1000;
const ABOVE = /^\/?(?:(?:v1\.0|beta)\/)?(?:users\/[^/]*|me)(?:\/|$)/i;
/** The characters of a path in RFC 3986. https://www.rfc-editor.org/rfc/rfc3986#section-3.3 */
const PATH = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;
const BELOW = 'The path is relative to /users/{mailbox}/, for example mailFolders/inbox/messageRules.';

/**
 * What is wrong with the path of a report's request; undefined if nothing is. It must stay below `/users/{mailbox}/`,
 * however a server decodes it, and name a resource that Graph returns as JSON.
 */
export function pathProblem(path: string): ValueProblem | undefined {
  if (path.length > MAX_LENGTH) return { message: `is longer than ${MAX_LENGTH} characters.`, hint: BELOW };
  if (path !== path.trim()) return { message: 'begins or ends with a blank.', hint: 'Remove the blank.' };
  return addressProblem(path) ?? characterProblem(path) ?? segmentsProblem(path);
}

/** The same for the path of child rows, in which `{id}` is replaced with the row's id. */
export function childrenPathProblem(path: string): ValueProblem | undefined {
  const ids = path.split('{id}').length - 1;
  if (ids === 1) return pathProblem(path.replace('{id}', 'id'));
  return {
    message: ids === 0 ? 'has no "{id}".' : 'has more than one "{id}".',
    hint: 'Write {id} once, where the id of the row belongs, for example mailFolders/{id}/childFolders.',
  };
}

function addressProblem(path: string): ValueProblem | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) {
    return { message: 'is a complete URL.', hint: `Remove the scheme, the host and the version. ${BELOW}` };
  }
  const [above] = ABOVE.exec(path) ?? [];
  if (above !== undefined) return { message: `begins with ${shownText(above)}.`, hint: `Remove this part. ${BELOW}` };
  return path.startsWith('/') ? { message: 'begins with a slash.', hint: `Remove it. ${BELOW}` } : undefined;
}

function characterProblem(path: string): ValueProblem | undefined {
  if (path.includes('?'))
    return { message: 'contains a query.', hint: 'Remove the ? and move the options to "query".' };
  if (path.includes('#')) return { message: 'contains a #.', hint: 'Write a # in a name as %23.' };
  if (path.includes('\\')) return { message: 'contains a backslash.', hint: 'Separate segments with /.' };
  if (/[{}]/.test(path)) {
    return {
      message: 'contains braces.',
      hint: 'Remove them: only the path of "children" has a placeholder, {id}. Leave out {mailbox}.',
    };
  }
  const [strange] = /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/]/u.exec(path) ?? [];
  if (PATH.test(path) || strange === undefined) return undefined;
  return {
    message: `contains ${shownText(strange)}, which is not allowed in a path.`,
    hint: `Percent-encode it${strange.isWellFormed() ? `: ${encodeURIComponent(strange)}` : ''}.`,
  };
}

function segmentsProblem(path: string): ValueProblem | undefined {
  for (const segment of path.split('/')) {
    const problem = segmentProblem(segment);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function segmentProblem(segment: string): ValueProblem | undefined {
  if (segment === '')
    return { message: 'has an empty segment.', hint: 'Write one / between segments, and none at the end.' };
  const decoded = decodedOrUndefined(segment);
  if (decoded === undefined) {
    return { message: `has an invalid percent-encoding in ${shownText(segment)}.`, hint: 'Write a % as %25.' };
  }
  // A server may decode more than once, or after it has split the path.
  if (/[/\\%\p{Cc}]/u.test(decoded)) {
    return {
      message: `has an encoded character in ${shownText(segment)} that is not allowed.`,
      hint: 'Encoded / \\ % and control characters are not allowed.',
    };
  }
  if (/^\.+$/.test(decoded)) {
    return { message: `has the relative segment ${shownText(segment)}.`, hint: `Write the path without it. ${BELOW}` };
  }
  if (decoded.startsWith('$')) {
    const hint = 'Name a resource that Graph returns as JSON. Options such as $count and $top belong under "query".';
    return { message: `names ${shownText(segment)}, which has no rows.`, hint };
  }
  return undefined;
}

function decodedOrUndefined(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
