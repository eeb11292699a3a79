import {
  asText,
  isObject,
  itemsOf,
  known,
  member,
  partly,
  plainCell,
  textCell,
  UNKNOWN,
  type Cell,
  type Row,
} from '../cells.ts';
import type { Json, JsonObject, MailboxFacts } from '../facts.ts';

const SENDING = ['forwardTo', 'redirectTo', 'forwardAsAttachmentTo'];

/** The rows of `inbox-rules`. @param internal domains of the input `internal-domains` */
export function ruleRows({ rules, folders }: MailboxFacts, internal: readonly string[], readsFolders: boolean): Row[] {
  const pathOf = (id: string): string | undefined => {
    const found = folders.find(({ folder }) => folder.id === id);
    return found === undefined ? undefined : folderPath(found.path);
  };
  return rules.map((rule) => ruleRow(rule, internal, readsFolders ? pathOf : () => undefined));
}

function ruleRow(rule: JsonObject, internal: readonly string[], pathOf: (id: string) => string | undefined): Row {
  const { actions } = rule;
  const isReadOnly = rule.isReadOnly === true;
  /** Of a read-only rule, what is blank or false may be hidden. */
  const hidden = (cell: Cell): Cell => {
    if (!isReadOnly || cell.is !== 'known') return cell;
    const isBlank =
      cell.value === null || cell.value === false || (Array.isArray(cell.value) && cell.value.length === 0);
    return isBlank ? UNKNOWN : cell;
  };
  const targets = SENDING.flatMap((action) => recipientsOf(member(actions, action)));
  const addressed = targets.filter(hasAddress);
  const outside = distinct(addressed.map(shown).filter((address) => !isInside(address, internal)));
  const unresolved = distinct(targets.filter((target) => !hasAddress(target)).map(shown));
  const external = unresolved.length > 0 || isReadOnly ? partly(outside) : known(outside);
  const hides =
    member(actions, 'delete') === true ||
    member(actions, 'permanentDelete') === true ||
    (typeof member(actions, 'moveToFolder') === 'string' && member(actions, 'markAsRead') === true);
  const ofAction = (name: string): Cell => hidden(known(member(actions, name) ?? null));
  const own = (name: string): Cell => (name === 'displayName' ? hidden(textCell(rule, name)) : plainCell(rule, name));
  /** The CSV has the path, and rules the ID. */
  const folder = (name: string): Cell => {
    const cell = ofAction(name);
    const path = cell.is === 'known' && typeof cell.value === 'string' ? pathOf(cell.value) : undefined;
    return path === undefined || cell.is !== 'known' ? cell : { is: 'known', value: cell.value, display: path };
  };
  /** A name is shown in place of an address that is not known. */
  const list = (name: string): Cell => {
    const recipients = recipientsOf(member(actions, name));
    const texts = recipients.map(shown);
    return recipients.every(isNamedByAddress) ? hidden(known(texts)) : partly(texts);
  };
  return {
    RuleName: own('displayName'),
    Sequence: own('sequence'),
    Enabled: own('isEnabled'),
    HasError: own('hasError'),
    ReadOnly: own('isReadOnly'),
    ForwardTo: list('forwardTo'),
    RedirectTo: list('redirectTo'),
    ForwardAsAttachmentTo: list('forwardAsAttachmentTo'),
    ExternalTargets: external,
    UnresolvedTargets: hidden(known(unresolved)),
    Hides: isReadOnly && !hides ? UNKNOWN : known(hides),
    Delete: ofAction('delete'),
    PermanentDelete: ofAction('permanentDelete'),
    MoveToFolder: folder('moveToFolder'),
    CopyToFolder: folder('copyToFolder'),
    MarkAsRead: ofAction('markAsRead'),
    MarkImportance: ofAction('markImportance'),
    AssignCategories: hidden(known(member(actions, 'assignCategories') ?? [])),
    StopProcessingRules: ofAction('stopProcessingRules'),
    Conditions: hidden(known(rule.conditions ?? null)),
    Exceptions: hidden(known(rule.exceptions ?? null)),
  };
}

function recipientsOf(recipients: Json | undefined): readonly JsonObject[] {
  return itemsOf(recipients).flatMap((recipient) => {
    const address = member(recipient, 'emailAddress');
    return isObject(address) ? [address] : [];
  });
}

/** An SMTP address: an X.500 address begins with a slash. */
/** An X.500 address is one too. */
function isNamedByAddress({ address }: JsonObject): boolean {
  return typeof address === 'string' && address !== '';
}

function hasAddress({ address }: JsonObject): boolean {
  return typeof address === 'string' && /^[^/].*@/.test(address);
}

function shown({ address, name }: JsonObject): string {
  const text = [address, name].find((value) => typeof value === 'string' && value !== '');
  return asText(text).replace(/^smtp:/i, '');
}

/** Whether an address is clearly in an internal domain or a subdomain. Guests are external. */
export function isInside(address: string, internal: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (/#ext#/i.test(address) || address.split('@').length !== 2) return false;
  return internal.some((each) => domain === each || domain.endsWith(`.${each}`));
}

export function distinct(texts: readonly string[]): string[] {
  return texts.filter((one, at) => texts.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === at);
}

/** The rows of `calendar-permissions`. */
export function grantRows({ calendarPermissions }: MailboxFacts): Row[] {
  return calendarPermissions.map((grant) => {
    const { emailAddress } = grant;
    const address = member(emailAddress, 'address');
    const name = member(emailAddress, 'name');
    // Only `My Organization` has no address.
    const isBlank = typeof address !== 'string' || address === '';
    return {
      GrantedTo: textCell(emailAddress, 'name'),
      GrantedToAddress: isBlank ? (name === 'My Organization' ? known(null) : UNKNOWN) : known(address),
      Role: textCell(grant, 'role'),
      AllowedRoles: plainCell(grant, 'allowedRoles'),
      InsideOrganization: plainCell(grant, 'isInsideOrganization'),
      Removable: plainCell(grant, 'isRemovable'),
    };
  });
}

function folderPath(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[\\/]/g, String.raw`\$&`)).join('/');
}

/** The rows of `folders`. */
export function folderRows({ folders }: MailboxFacts): Row[] {
  return folders.map(({ path, folder }) => ({
    FolderPath: known(folderPath(path)),
    Folder: known(path.at(-1) ?? ''),
    Items: plainCell(folder, 'totalItemCount'),
    UnreadItems: plainCell(folder, 'unreadItemCount'),
    ChildFolders: plainCell(folder, 'childFolderCount'),
    SearchFolder: known(folder['@odata.type'] === '#microsoft.graph.mailSearchFolder'),
  }));
}
