import { isRecord } from '../../src/json.ts';
import type { Expected } from '../../tenant/tenant.ts';
import { expectedCells } from './expected-row.ts';

type Cells = Readonly<Record<string, string>>;

/**
 * The rows of a mailbox in each report, read from the response of Graph without code of the action, so that the two
 * readings check each other. Without `MailboxName`, `Status` and `Error`; none for a mailbox that has nothing of the kind.
 */
export const expectedReports: Readonly<Record<string, (expected: Expected) => readonly Cells[]>> = {
  'mailbox-settings': (expected) => [expectedCells(expected)],
  'automatic-replies': (expected) => [replies(expected)],
  'inbox-rules': ({ rules = [] }) => rules.map(rule),
  'calendar-permissions': ({ calendarPermissions = [] }) => calendarPermissions.map(grant),
  folders: ({ folders = [] }) => folders.map(folder),
};

/** The rows of `inbox-rules` in a run that reads `folders` too: with the paths of folders. */
export function rulesWithPaths({ rules = [], folders = [] }: Expected): readonly Cells[] {
  const paths = new Map(folders.map((one) => [text(one.folder, 'id'), folder(one).FolderPath]));
  return rules.map(rule).map((cells) => {
    const { MoveToFolder = '' } = cells;
    return { ...cells, MoveToFolder: paths.get(MoveToFolder) ?? MoveToFolder };
  });
}

/** The words of a text, which are enough to compare it, without apostrophes, which a CSV has before formulas. */
export function words(text: string | undefined): string {
  return (text ?? '').replaceAll("'", '').split(/\s+/).filter(Boolean).join(' ');
}

function replies(expected: Expected): Cells {
  const { AutomaticReplyStatus, AutomaticReplyExternalAudience, AutomaticReplyStart, AutomaticReplyEnd } =
    expectedCells(expected);
  const setting = member(expected.settings, 'automaticRepliesSetting');
  return {
    AutomaticReplyStatus: AutomaticReplyStatus ?? '',
    AutomaticReplyExternalAudience: AutomaticReplyExternalAudience ?? '',
    AutomaticReplyStart: AutomaticReplyStart ?? '',
    AutomaticReplyEnd: AutomaticReplyEnd ?? '',
    InternalReply: wordsOfHtml(text(setting, 'internalReplyMessage')),
    ExternalReply: wordsOfHtml(text(setting, 'externalReplyMessage')),
  };
}

/** Removes scripts and tags, which is enough for these messages. */
function wordsOfHtml(html: string): string {
  return words(
    html
      .replaceAll(/<script>.*?<\/script>/g, '')
      .replaceAll(/<[a-z/][^>]*>/gi, ' ')
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

const SENDING = ['forwardTo', 'redirectTo', 'forwardAsAttachmentTo'];

function rule(found: unknown): Cells {
  const actions = member(found, 'actions');
  const isReadOnly = member(found, 'isReadOnly') === true;
  const targets = SENDING.flatMap((action) => targetsOf(member(actions, action)));
  // The user principal name of a guest belongs to an external address.
  const inside = /^(?!.*#EXT#).*@(?:[^@]*\.)?contoso\.(?:com|onmicrosoft\.com)$/i;
  const resolved = SENDING.flatMap((action) => recipientsOf(member(actions, action)))
    .filter((emailAddress) => /^[^/].*@/.test(text(emailAddress, 'address')))
    .map((emailAddress) => shownTarget(emailAddress));
  const outside = distinct(resolved.filter((target) => !inside.test(target)));
  const unresolved = distinct(targets.filter((target) => !resolved.includes(target)));
  const hides =
    member(actions, 'delete') === true ||
    member(actions, 'permanentDelete') === true ||
    (text(actions, 'moveToFolder') !== '' && member(actions, 'markAsRead') === true);
  return {
    RuleName: text(found, 'displayName'),
    Sequence: String(member(found, 'sequence')),
    Enabled: String(member(found, 'isEnabled')),
    HasError: String(member(found, 'hasError')),
    ReadOnly: String(member(found, 'isReadOnly')),
    ForwardTo: targetsOf(member(actions, 'forwardTo')).join('; '),
    RedirectTo: targetsOf(member(actions, 'redirectTo')).join('; '),
    ForwardAsAttachmentTo: targetsOf(member(actions, 'forwardAsAttachmentTo')).join('; '),
    ExternalTargets:
      (isReadOnly || unresolved.length > 0) && outside.length === 0 ? 'inconclusive' : outside.join('; '),
    UnresolvedTargets: unresolved.join('; '),
    Hides: isReadOnly && !hides ? 'inconclusive' : String(hides),
    MoveToFolder: text(actions, 'moveToFolder'),
    Conditions: isRecord(member(found, 'conditions')) ? JSON.stringify(member(found, 'conditions')) : '',
  };
}

function targetsOf(recipients: unknown): string[] {
  return recipientsOf(recipients).map(shownTarget);
}

function recipientsOf(recipients: unknown): unknown[] {
  return Array.isArray(recipients) ? recipients.map((recipient) => member(recipient, 'emailAddress')) : [];
}

function shownTarget(emailAddress: unknown): string {
  const { address, name } = record(emailAddress);
  const shown = [address, name].find((value) => typeof value === 'string' && value !== '');
  return String(shown).replace(/^smtp:/i, '');
}

function distinct(targets: readonly string[]): string[] {
  return targets.filter(
    (target, at) => targets.findIndex((other) => other.toLowerCase() === target.toLowerCase()) === at,
  );
}

function grant(found: unknown): Cells {
  const roles = member(found, 'allowedRoles');
  return {
    GrantedTo: text(member(found, 'emailAddress'), 'name'),
    GrantedToAddress: text(member(found, 'emailAddress'), 'address'),
    Role: text(found, 'role'),
    AllowedRoles: Array.isArray(roles) ? roles.join('; ') : '',
    InsideOrganization: String(member(found, 'isInsideOrganization')),
    Removable: String(member(found, 'isRemovable')),
  };
}

function folder({ path, folder: found }: NonNullable<Expected['folders']>[number]): Cells {
  const names = path.map((name) => name.replaceAll('\\', '\\\\').replaceAll('/', '\\/'));
  return {
    FolderPath: names.join('/'),
    Folder: path.at(-1) ?? '',
    Items: JSON.stringify(found.totalItemCount),
    UnreadItems: JSON.stringify(found.unreadItemCount),
    ChildFolders: JSON.stringify(found.childFolderCount),
    SearchFolder: String(found['@odata.type'] === '#microsoft.graph.mailSearchFolder'),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function member(value: unknown, name: string): unknown {
  return record(value)[name];
}

function text(value: unknown, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : '';
}
