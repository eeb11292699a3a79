import { rolesCommand } from '../../exchange/cmdlets.ts';
import { objectsOf, selectedProperties } from '../../exchange/command.ts';
import { outcomeOf, writeOutcomeOf } from '../../exchange/exchange-outcome.ts';
import { isGuid, type JsonObject } from '../../json.ts';
import { reportsWriting } from '../../reports/built-in.ts';
import { counted } from '../../text/numbers.ts';
import {
  answered,
  failed,
  failedRequest,
  type Answer,
  type FailedRequest,
  type TargetService,
} from './service-answer.ts';
import { hasOnly, settingsOf, type Place, type Placed, type Services, type WriteTarget } from './target.ts';

/** A cmdlet of Exchange Online that changes properties of mailboxes. */
interface SetCmdlet extends Pick<WriteTarget<null>, 'notes' | 'alsoReads' | 'together'> {
  /** The name of the target, too. */
  readonly name: string;
  readonly readBy: string;
}

/** Exchange ignores the address while a recipient is set, so that without the recipient it would forward where nothing was forwarded. */
export const FORWARDING: readonly string[] = [
  'ForwardingAddress',
  'ForwardingSmtpAddress',
  'DeliverToMailboxAndForward',
];

/** To add a cmdlet, add a row, and name the target in the report that shows its parameters. */
const SET_CMDLETS: readonly SetCmdlet[] = [
  {
    name: 'Set-Mailbox',
    readBy: 'Get-Mailbox',
    // Whether the properties of a synchronized mailbox are managed in the cloud.
    alsoReads: ['IsExchangeCloudManaged'],
    together: FORWARDING,
  },
  {
    name: 'Set-CASMailbox',
    readBy: 'Get-CASMailbox',
    // https://learn.microsoft.com/powershell/module/exchangepowershell/set-casmailbox
    notes: (changes) => {
      const blocked = changes.filter(({ setting, after }) => setting === 'OWAEnabled' && after === false);
      const mailboxes = new Set(blocked.map(({ address }) => address.toLowerCase())).size;
      if (mailboxes === 0) return [];
      return [
        `The plan sets OWAEnabled to false in ${counted(mailboxes, 'mailbox', 'mailboxes')}, which blocks Outlook on the web and ` +
          'the new Outlook for Windows.',
      ];
    },
  },
];

/** The properties of a mailbox that a cmdlet of Exchange Online changes, a target for each cmdlet. */
export const mailboxCmdlets: readonly WriteTarget<null>[] = SET_CMDLETS.map(
  ({ readBy, alsoReads = [], ...cmdlet }) => ({
    ...cmdlet,
    alsoReads: ['Guid', ...alsoReads],
    service: 'exchange',
    needs: { cmdlets: [cmdlet.name] },
    restoredAs: 'settings',
    ofRow: (_, { isWhole }) => (isWhole ? 'hidden' : { entry: null }),
    keyOf: () => [],
    toFile: () => ({ cmdlet: cmdlet.name }),
    fromFile: (members) => (hasOnly(members, 'cmdlet') && members.cmdlet === cmdlet.name ? null : undefined),
    // An object as the value of a parameter can make a cmdlet do something else.
    takes: ({ setting, before, after }) =>
      [before, after].every((value) => typeof value !== 'object' || value === null) &&
      Object.hasOwn(settingsOf(cmdlet.name), setting),
    canSet: (setting, value) => settingsOf(cmdlet.name)[setting]?.accepts(value) === true,
    open: (services) => propertiesService(cmdlet.name, readBy, services),
    cmdletOf: () => cmdlet.name,
  }),
);

/** Reads and changes properties of mailboxes by the cmdlets of Exchange Online. */
function propertiesService(
  cmdlet: string,
  readBy: string,
  { exchange, now, selectOf }: Services,
): TargetService<Placed<null>> {
  if (exchange === undefined) throw new Error(`${cmdlet} without Exchange Online`);
  const { client } = exchange;
  return {
    read: (place, settings) =>
      answered(async () => {
        const identity = identityOf(place);
        const select = [...new Set(['Guid', ...selectOf(reportsWriting(cmdlet)[0] ?? ''), ...settings])];
        const response = await client.invoke({ cmdlet: readBy, parameters: { Identity: identity }, select });
        const outcome = outcomeOf(response, now());
        if (outcome.kind !== 'read') return failedRequest(response.status, outcome);
        return propertiesIn(outcome.body, identity, { select, settings });
      }),
    write: (place, values) =>
      answered(async () => {
        const command = { cmdlet, parameters: { Identity: identityOf(place), ...values }, select: [] };
        const response = await client.invoke(command, undefined, true);
        const outcome = writeOutcomeOf(response, now());
        if (outcome.kind === 'read') return { kind: 'ok', value: {} };
        return withRoleHint(failedRequest(response.status, outcome), cmdlet, values);
      }),
  };
}

function identityOf({ guid }: Place): string {
  if (!isGuid(guid)) throw new Error('a mailbox of Exchange Online without its GUID');
  return guid;
}

/** The properties of the one mailbox that was asked for. */
function propertiesIn(
  body: JsonObject,
  identity: string,
  { select, settings }: { readonly select: readonly string[]; readonly settings: readonly string[] },
): Answer {
  const [item, ...furtherItems] = selectedProperties(objectsOf(body), select);
  const isOther = !isGuid(item?.Guid) || item.Guid.toLowerCase() !== identity.toLowerCase();
  if (item === undefined || furtherItems.length > 0 || isOther)
    return failed('Exchange Online returned another mailbox');
  const absentSetting = settings.find((setting) => !Object.hasOwn(item, setting));
  return absentSetting === undefined
    ? { kind: 'ok', value: item }
    : failed(`Exchange Online does not show ${absentSetting}`);
}

/** How Exchange says that a parameter does not exist: in general, or for the roles of the application. */
const REJECTED_PARAMETER = /Invalid cmdlet parameters specified|cannot be found that matches parameter name/i;

function withRoleHint(failure: FailedRequest, cmdlet: string, values: JsonObject): FailedRequest {
  if (!REJECTED_PARAMETER.test(failure.error)) return failure;
  const command = rolesCommand(cmdlet, Object.keys(values));
  return { ...failure, error: `${failure.error}. No role of the application may have it: ${command} lists the roles` };
}
