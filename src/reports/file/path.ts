import { shownText } from '../../text/display.ts';

/** What is wrong with a value, as a sentence's end after its name, and what was meant. */
export interface ValueProblem {
  readonly message: string;
  readonly hint: string;
}

const LONGEST = 1000;
const ABOVE = /^\/?(?:(?:v1\.0|beta)\/)?(?:users\/[^/]*|me)(?:\/|$)/i;
/** What RFC 3986 lets stand in a path. https://www.rfc-editor.org/rfc/rfc3986#section-3.3 */
const PATH = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;
const BELOW = 'The path begins below /users/{mailbox}/, such as mailFolders/inbox/messageRules.';

/**
 * What is wrong with the path of a report's request, undefined where nothing is. It must stay below `/users/{mailbox}/`,
 * however a server decodes it, and name something that Graph answers with JSON.
 */
export function pathProblem(path: string): ValueProblem | undefined {
  if (path.length > LONGEST) return { message: `is longer than ${LONGEST} characters.`, hint: BELOW };
  if (path !== path.trim()) return { message: 'begins or ends with a blank.', hint: 'Remove it.' };
  return addressProblem(path) ?? characterProblem(path) ?? segmentsProblem(path);
}

/** The same for the path of the rows inside a row, in which `{id}` stands for the row's own id. */
export function childrenPathProblem(path: string): ValueProblem | undefined {
  const ids = path.split('{id}').length - 1;
  if (ids === 1) return pathProblem(path.replace('{id}', 'id'));
  return {
    message: ids === 0 ? 'has no "{id}".' : 'has more than one "{id}".',
    hint: 'Put {id} once where the id of the row goes, such as mailFolders/{id}/childFolders.',
  };
}

function addressProblem(path: string): ValueProblem | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) {
    return { message: 'is a whole address.', hint: `Leave out the scheme, the host and the version. ${BELOW}` };
  }
  const [above] = ABOVE.exec(path) ?? [];
  if (above !== undefined) return { message: `begins with ${shownText(above)}.`, hint: `Leave that out. ${BELOW}` };
  return path.startsWith('/') ? { message: 'begins with a slash.', hint: `Leave it out. ${BELOW}` } : undefined;
}

function characterProblem(path: string): ValueProblem | undefined {
  if (path.includes('?'))
    return { message: 'holds a query.', hint: 'Leave out the ? and put what follows under "query".' };
  if (path.includes('#')) return { message: 'holds a #.', hint: 'Write a # that belongs to a name as %23.' };
  if (path.includes('\\')) return { message: 'holds a backslash.', hint: 'Separate segments with /.' };
  if (/[{}]/.test(path)) {
    return {
      message: 'holds braces.',
      hint: 'Nothing is filled in here: {id} has a meaning only in "children", once. Leave {mailbox} out.',
    };
  }
  const [strange] = /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/]/u.exec(path) ?? [];
  if (PATH.test(path) || strange === undefined) return undefined;
  return {
    message: `holds ${shownText(strange)}, which cannot stand in a path.`,
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
    return { message: 'has an empty segment.', hint: 'Write one / between segments, and none behind them.' };
  const decoded = decodedOrUndefined(segment);
  if (decoded === undefined) {
    return { message: `holds a broken percent-encoding in ${shownText(segment)}.`, hint: 'Write a % itself as %25.' };
  }
  // A server may decode more than once, or only after it has split the path.
  if (/[/\\%\p{Cc}]/u.test(decoded)) {
    return {
      message: `hides a character in ${shownText(segment)}.`,
      hint: 'No / \\ % or control character can be encoded here.',
    };
  }
  if (/^\.+$/.test(decoded)) {
    return { message: `leads elsewhere by ${shownText(segment)}.`, hint: `Write out where it leads. ${BELOW}` };
  }
  if (decoded.startsWith('$')) {
    const hint = 'Name what Graph answers with JSON; options such as $count and $top go under "query".';
    return { message: `names ${shownText(segment)}, which gives no rows.`, hint };
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
