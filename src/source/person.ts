import { UserError } from '../errors.ts';
import { objectsOf, selectedProperties } from '../exchange/command.ts';
import { smtpAddresses } from '../exchange/matched-objects.ts';
import { listObjects } from '../graph/graph-listing.ts';
import { isGuid, property, textIn, type JsonObject } from '../json.ts';
import type { Exchange } from './exchange-source.ts';
import type { Graph } from './graph-source.ts';
import { shownText } from '../text/display.ts';

/** An account, with all by which services name it. */
export interface Person {
  /** The object ID in Entra ID, in lower case. */
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail: string;
  /** Its SMTP addresses, with the ID, and the user principal name unless that is the address of another account, in lower case. */
  readonly addresses: readonly string[];
  /** In Exchange Online; '' if it has none. */
  readonly sid: string;
  /** The name by which Exchange Online lists it as a delegate and a forwarding address; '' if it is no recipient. */
  readonly recipientName: string;
}

/** An ID or a name of an account that could not be read in Exchange Online, and why. */
type UnreadName = { readonly what: string; readonly error: string };

const SELECT = '$select=id,displayName,userPrincipalName,mail,proxyAddresses';
const PATH = '/v1.0/users';

/**
 * The account that a text names: by its user principal name, an address, an alias or its object ID. Rejects with the UserErrors
 * `PERSON_NOT_FOUND` for none, and `INPUT_INVALID` for several.
 */
export async function findPerson(
  text: string,
  graph: Pick<Graph, 'listing'>,
): Promise<Omit<Person, 'sid' | 'recipientName'>> {
  const wanted = text.trim().replace(/^smtp:/i, '');
  const accounts = await accountsNamed(wanted, graph);
  const [first, ...others] = accounts;
  if (first === undefined) {
    throw new UserError('PERSON_NOT_FOUND', `No account of the tenant has the name or address ${shownText(wanted)}.`, {
      hint: 'Check the spelling. Name the account by its user principal name, one of its addresses or its object ID.',
    });
  }
  if (others.length > 0) {
    const ids = accounts.map((one) => `${textIn(one, 'userPrincipalName')} (${textIn(one, 'id')})`);
    throw new UserError('INPUT_INVALID', `Several accounts have the name or address ${shownText(wanted)}.`, {
      hint: `Name the account by its object ID: ${ids.map(shownText).join(', ')}.`,
    });
  }
  const person = personIn(first);
  const smtp = new Set(smtpAddresses(property(first, 'proxyAddresses')).map((one) => one.toLowerCase()));
  const ofOthers = new Set<string>();
  for (const name of person.addresses.filter((one) => one !== person.id && !smtp.has(one))) {
    const named = await accountsNamed(name, graph);
    if (named.some((one) => textIn(one, 'id').toLowerCase() !== person.id)) ofOthers.add(name);
  }
  return { ...person, addresses: person.addresses.filter((one) => !ofOthers.has(one)) };
}

async function accountsNamed(wanted: string, { listing }: Pick<Graph, 'listing'>): Promise<readonly JsonObject[]> {
  const result = isGuid(wanted)
    ? await accountWithId(wanted, listing)
    : await listObjects(`${PATH}?${SELECT}&$filter=${encodeURIComponent(filterFor(wanted))}`, listing);
  if (result.status === 'ok') return result.value;
  if (result.status === 'not-found') return [];
  const isDenied = result.status === 'access-denied';
  throw new UserError(isDenied ? 'GRAPH_DENIED' : 'GRAPH_LISTING', `Graph does not show accounts: ${result.error}`, {
    hint: isDenied ? 'Grant the application User.Read.All, with admin consent.' : 'Try again.',
  });
}

async function accountWithId(id: string, { get }: Graph['listing']): Promise<Awaited<ReturnType<typeof listObjects>>> {
  const result = await get(`${PATH}/${encodeURIComponent(id)}?${SELECT}`);
  return result.status === 'ok' ? { ...result, value: [result.value] } : result;
}

/** https://learn.microsoft.com/graph/aad-advanced-queries: these properties can be compared for equality, without case. */
function filterFor(wanted: string): string {
  const text = `'${wanted.replaceAll("'", "''")}'`;
  const names = ['userPrincipalName', 'mail', 'mailNickname'].map((name) => `${name} eq ${text}`);
  return [...names, `proxyAddresses/any(p:p eq 'smtp:${text.slice(1)})`].join(' or ');
}

function personIn(user: JsonObject): Omit<Person, 'sid' | 'recipientName'> {
  const id = textIn(user, 'id').toLowerCase();
  const [userPrincipalName, mail] = [textIn(user, 'userPrincipalName'), textIn(user, 'mail')];
  // Without the ID, or a list of addresses, others could be taken for the person, or less than all be found.
  const proxies = property(user, 'proxyAddresses');
  if (!isGuid(id) || userPrincipalName === '' || !Array.isArray(proxies)) {
    throw new UserError('GRAPH_LISTING', 'Graph does not show the ID, the name and the addresses of the account.', {
      hint: 'Grant the application User.Read.All, with admin consent.',
    });
  }
  const addresses = [userPrincipalName, mail, ...smtpAddresses(proxies), id].filter((one) => one !== '');
  return {
    id,
    displayName: textIn(user, 'displayName'),
    userPrincipalName,
    mail,
    addresses: [...new Set(addresses.map((one) => one.toLowerCase()))],
  };
}

const COMMANDS = [
  { cmdlet: 'Get-User', select: ['Sid'] },
  { cmdlet: 'Get-Recipient', select: ['Name'] },
] as const;

/** The SID and the name of an account in Exchange Online, and what could not be read of them. */
export async function namesInExchange(
  id: string,
  { runner }: Pick<Exchange, 'runner'>,
): Promise<Pick<Person, 'sid' | 'recipientName'> & { readonly unread: readonly UnreadName[] }> {
  const parameters = { Identity: id };
  const outcomes = await runner.batch(COMMANDS.map((command) => ({ ...command, parameters })));
  const unread: UnreadName[] = [];
  const [sid = '', recipientName = ''] = COMMANDS.map(({ cmdlet, select }, at) => {
    const outcome = outcomes[at];
    if (outcome?.kind === 'read') {
      const [object] = selectedProperties(objectsOf(outcome.body), select);
      return object === undefined ? '' : textIn(object, select[0]);
    }
    // Without a mailbox, an account is no recipient.
    if (outcome?.kind === 'final' && outcome.status === 'not-found') return '';
    unread.push({ what: `${cmdlet} of the account`, error: outcome?.error ?? 'No result' });
    return '';
  });
  return { sid, recipientName, unread };
}
