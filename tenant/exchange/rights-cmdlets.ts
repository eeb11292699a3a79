import type { Cmdlet } from './cmdlet.ts';
import { missingParameter, objectNotFound, unsuitableValue, type ExchangeAnswer } from './errors.ts';
import { isSet, textOf, textsIn, type ParameterTypes, type ParameterValues } from './parameters.ts';
import type { Grant, RightsCmdlet } from './permissions.ts';
import type { Principal } from './rights.ts';
import { answer } from './set-cmdlets.ts';
import type { Surroundings } from './surroundings.ts';

/** https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission#-accessrights */
const MAILBOX_RIGHTS = [
  'ChangeOwner',
  'ChangePermission',
  'DeleteItem',
  'ExternalAccount',
  'FullAccess',
  'ReadPermission',
];
const RIGHTS: Readonly<Record<RightsCmdlet, readonly string[]>> = { mailbox: MAILBOX_RIGHTS, recipient: ['SendAs'] };

const COMMON: ParameterTypes = { Identity: 'text', AccessRights: 'texts', Confirm: 'switch' };

/**
 * The cmdlets that give and take rights. A right that is there already, or absent, is a warning with success.
 * https://learn.microsoft.com/powershell/module/exchange/remove-mailboxpermission
 */
export const RIGHTS_CMDLETS: readonly Cmdlet[] = [
  rightsCmdlet('Add-MailboxPermission', 'mailbox', {
    User: 'text',
    InheritanceType: 'text',
    AutoMapping: 'truth',
    Deny: 'switch',
    Owner: 'other',
  }),
  rightsCmdlet('Remove-MailboxPermission', 'mailbox', {
    User: 'text',
    InheritanceType: 'text',
    Deny: 'switch',
    BypassMasterAccountSid: 'other',
    ClearAutoMapping: 'other',
    ResetDefault: 'other',
  }),
  // Unlike the others, it has no parameter Deny.
  rightsCmdlet('Add-RecipientPermission', 'recipient', { Trustee: 'text' }),
  rightsCmdlet('Remove-RecipientPermission', 'recipient', { Trustee: 'text', Deny: 'switch' }),
];

function rightsCmdlet(name: string, kind: RightsCmdlet, parameters: ParameterTypes): Cmdlet {
  return {
    name,
    role: 'Mail Recipients',
    parameters: { ...COMMON, ...parameters },
    mandatory: 'Identity',
    run: (values, surroundings) => change(name.startsWith('Add'), kind, values, surroundings),
  };
}

function change(
  adds: boolean,
  kind: RightsCmdlet,
  values: ParameterValues,
  { directory, losesWrite, lag, writeAnswer }: Surroundings,
): ExchangeAnswer {
  const identity = textOf(values, 'Identity') ?? '';
  const mailbox = directory.find(identity);
  if (mailbox === undefined) return objectNotFound(identity);
  const parameter = kind === 'mailbox' ? 'User' : 'Trustee';
  const trustee = textOf(values, parameter);
  if (trustee === undefined) return missingParameter(parameter);
  // All but Add-MailboxPermission pause for a confirmation, which REST cannot give.
  if (!(adds && kind === 'mailbox') && values.get('Confirm') !== false) return missingParameter('Confirm');
  const rights = rightsIn(values, kind);
  if ('status' in rights) return rights;
  const principal = directory.rights.principal(trustee);
  if (principal === undefined) return objectNotFound(trustee);
  const before = directory.rights.present(kind, mailbox);
  const own = { isDenied: isSet(values, 'Deny'), inheritance: textOf(values, 'InheritanceType') ?? 'All' };
  const after = adds
    ? withRights(before, mailbox.name, principal, rights, own)
    : before.flatMap((grant) => without(grant, principal, rights, own));
  const address = mailbox.userPrincipalName;
  const isChanged = JSON.stringify(after) !== JSON.stringify(before);
  if (isChanged && !losesWrite(address)) directory.rights.replace(kind, mailbox, after, lag(address));
  if (writeAnswer !== 'list') return { status: writeAnswer === 'empty' ? 200 : 204, body: '' };
  return isChanged ? answer({ value: [] }, []) : answer({ value: [] }, [unchanged(adds, kind, mailbox.name, trustee)]);
}

function rightsIn(values: ParameterValues, kind: RightsCmdlet): readonly string[] | ExchangeAnswer {
  const written = textsIn(values.get('AccessRights'));
  if (written === undefined) return missingParameter('AccessRights');
  const rights = written.map((text) => RIGHTS[kind].find((right) => right.toLowerCase() === text.toLowerCase()));
  const reason = `Cannot convert value "${written.join(', ')}" to one of: ${RIGHTS[kind].join(', ')}.`;
  const found = rights.filter((right) => right !== undefined);
  return found.length < written.length ? unsuitableValue('AccessRights', reason) : found;
}

/** A trustee has an entry of its own for what is denied. */
type Own = Pick<Grant, 'isDenied'> & { readonly inheritance: string };

function withRights(
  grants: readonly Grant[],
  identity: string,
  { name: trustee, sid }: Principal,
  rights: readonly string[],
  own: Own,
): readonly Grant[] {
  const held = grants.filter((grant) => isOwn(grant, sid, own)).flatMap((grant) => grant.rights.split(', '));
  const added = rights.filter((right) => !held.includes(right));
  if (added.length === 0) return grants;
  return [...grants, { identity, trustee, sid, rights: added.join(', '), isInherited: false, ...own }];
}

/** An entry keeps its other rights. An inherited entry stays. */
function without(grant: Grant, { sid }: Principal, rights: readonly string[], own: Own): Grant[] {
  if (!isOwn(grant, sid, own)) return [grant];
  const rest = grant.rights.split(', ').filter((right) => !rights.includes(right));
  return rest.length === 0 ? [] : [{ ...grant, rights: rest.join(', ') }];
}

function isOwn({ sid, isInherited, isDenied, inheritance = 'All' }: Grant, ownSid: string, own: Own): boolean {
  return sid === ownSid && !isInherited && isDenied === own.isDenied && inheritance === own.inheritance;
}

function unchanged(adds: boolean, kind: RightsCmdlet, mailbox: string, trustee: string): string {
  if (adds)
    return `The appropriate access control entry is already present on the object "${mailbox}" for account "${trustee}".`;
  const reason = kind === 'mailbox' ? `the ACE doesn't exist on the object` : `the ACE isn't present`;
  return `Can't remove the access control entry on the object "${mailbox}" for the user account "${trustee}" because ${reason}.`;
}
