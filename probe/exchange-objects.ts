import { FOLDER_LOOKUP } from '../src/exchange/cmdlets.ts';
import type { JsonObject } from '../src/json.ts';
import { holdOf } from '../src/reports/built-in/mailbox-holds.ts';
import { GROUP_PROPERTIES, GROUP_TYPES } from '../src/source/exchange-source.ts';
import { must, needs, rowsOf, textsOf, typed, type Answer } from './answer.ts';
import { mailboxes } from './admin-api.ts';
import {
  all,
  allowed,
  answers,
  cmdlet,
  have,
  lists,
  ofMailbox,
  type Assumptions,
  type Check,
  type Form,
  type Question,
} from './assumption.ts';
import type { Services } from './services.ts';

const MODULE = 'https://learn.microsoft.com/powershell/module/exchange';
const GRAPH2OTEL = 'https://github.com/rknightion/graph2otel';
const DSC = 'https://github.com/microsoft/Microsoft365DSC';
/** `Get-RecipientPermission` lists `NT AUTHORITY\\SELF` of each mailbox. */
const SEND_AS_INVENTORY =
  'https://www.quadrotech-it.com/blog/how-to-get-a-complete-office-365-permissions-inventory-send-as/';
const FIRST_PAGE = 'Reads the first page of mailboxes.';
const SIZE: Form = [/^(?:Unlimited|[\d.]+ [KMGT]?B \([\d,]+ bytes\))$/, 'a size with its bytes'];
const SPAN = /^(?:Unlimited|(?:\d+\.)?\d\d:\d\d:\d\d(?:\.\d+)?)$/;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const ALL_TRUSTEES = { IncludeUnresolvedPermissions: true, IncludeSoftDeletedUserPermissions: true };
const UNLIMITED = { ResultSize: 'Unlimited' };

const organization = cmdlet('Get-OrganizationConfig', 'AuditDisabled EwsEnabled InPlaceHolds');
const bypasses = cmdlet('Get-MailboxAuditBypassAssociation', 'Identity Guid AuditBypassEnabled', UNLIMITED);
const clientAccess = cmdlet(
  'Get-CASMailbox',
  'Identity PrimarySmtpAddress Guid ImapEnabled PopEnabled OWAEnabled MAPIEnabled ActiveSyncEnabled SmtpClientAuthenticationDisabled EwsEnabled',
  UNLIMITED,
);
const recipientPermissions = cmdlet(
  'Get-RecipientPermission',
  'Identity Trustee AccessRights AccessControlType',
  UNLIMITED,
  100,
);
const recipientPermissionsOfMailbox = cmdlet('Get-RecipientPermission', 'Identity Trustee AccessRights', ofMailbox);
const statistics = cmdlet(
  'Get-MailboxStatistics',
  'Identity TotalItemSize ItemCount LastLogonTime LastInteractionTime LastUserActionTime',
  ofMailbox,
);

/** What the action relies on in the objects that cmdlets of Exchange Online return. */
export const EXCHANGE_OBJECTS: Assumptions = {
  'EXCHANGE-40': {
    statement: 'Properties of a mailbox are JSON booleans, texts and lists; any may be absent, which is not "no".',
    observed: GRAPH2OTEL,
    method: FIRST_PAGE,
    check: lists(mailboxes, {
      PrimarySmtpAddress: 'text',
      UserPrincipalName: 'text',
      EmailAddresses: 'list',
      RecipientTypeDetails: 'text',
      DeliverToMailboxAndForward: 'boolean absent',
      HiddenFromAddressListsEnabled: 'boolean absent',
      LitigationHoldEnabled: 'boolean absent',
      IsDirSynced: 'boolean absent',
    }),
  },
  'EXCHANGE-41': {
    statement: 'A mailbox has `ExternalDirectoryObjectId` and `Guid` as texts, by which other listings name it.',
    observed: GRAPH2OTEL,
    method: FIRST_PAGE,
    check: lists(mailboxes, { ExternalDirectoryObjectId: 'text', Guid: 'text' }),
  },
  'EXCHANGE-42': {
    statement: 'Sizes have their bytes in brackets, as `99 GB (106,300,440,576 bytes)`, or are `Unlimited`.',
    observed: GRAPH2OTEL,
    method: FIRST_PAGE,
    check: lists(mailboxes, {}, { ProhibitSendReceiveQuota: SIZE, MaxSendSize: SIZE }),
  },
  'EXCHANGE-43': {
    statement: 'Time spans are `14.00:00:00`.',
    observed: GRAPH2OTEL,
    method: FIRST_PAGE,
    check: lists(mailboxes, {}, { RetainDeletedItemsFor: [SPAN, 'days, hours, minutes and seconds'] }),
  },
  'EXCHANGE-44': {
    statement: 'Dates are ISO 8601 with a zone.',
    observed: GRAPH2OTEL,
    method: FIRST_PAGE,
    check: lists(mailboxes, {}, { WhenCreated: [DATE, 'a date with a zone'] }),
  },
  'EXCHANGE-45': {
    statement: 'Forwarding to an address is null or a text that begins with `smtp:`.',
    observed: 'https://github.com/KelvinTegelaar/CIPP-API',
    method: `${FIRST_PAGE} Needs one that forwards so.`,
    check: lists(
      mailboxes,
      { ForwardingSmtpAddress: 'null text absent' },
      { ForwardingSmtpAddress: [/^smtp:[^@\s]+@[^@\s]+$/i, 'smtp: and an address'] },
    ),
  },
  'EXCHANGE-46': {
    statement: 'Forwarding to a recipient is null or a text that names it.',
    inferred: 'captured answers, in which it is null',
    method: `${FIRST_PAGE} Needs one that forwards so.`,
    check: lists(mailboxes, { ForwardingAddress: 'null text absent' }, { ForwardingAddress: [/./s, 'a text'] }),
  },
  'EXCHANGE-47': {
    statement: 'Who may send on behalf is a list of texts that name recipients.',
    inferred: 'captured answers, in which it is empty',
    method: `${FIRST_PAGE} Needs one that has any.`,
    check: async (services) => {
      const rows = rowsOf(await mailboxes(services));
      typed(rows, { GrantSendOnBehalfTo: 'list absent' });
      const names = rows.flatMap((row) => row.GrantSendOnBehalfTo ?? []);
      needs(names.length > 0, 'The mailboxes that were read have no GrantSendOnBehalfTo.');
      const texts = names.filter((name) => typeof name === 'string').length;
      must(
        texts === names.length,
        'GrantSendOnBehalfTo: texts',
        `GrantSendOnBehalfTo: ${texts} texts of ${names.length}`,
      );
    },
  },
  'EXCHANGE-48': {
    statement:
      'Without switches, `Get-Mailbox` leaves out mailboxes of groups and of deleted users, and lists that for discovery.',
    observed: `${MODULE}/get-mailbox (the switches); ${GRAPH2OTEL}`,
    method: FIRST_PAGE,
    check: async (services) => {
      const types = textsOf(rowsOf(await mailboxes(services)), 'RecipientTypeDetails');
      const systemTypes = types.filter((type) =>
        /^(?:Arbitration|AuditLog|GroupMailbox|PublicFolder|Monitoring)/i.test(type),
      );
      must(systemTypes.length === 0, 'no such mailbox', `${systemTypes.length} such mailboxes`);
    },
  },
  'EXCHANGE-49': {
    statement:
      'Whether access is logged depends on `AuditDisabled` of the organization, the bypass, and `AuditEnabled`.',
    documented: 'https://learn.microsoft.com/purview/audit-mailboxes',
    method: 'Checks the types of all three.',
    check: all(
      lists(organization, { AuditDisabled: 'boolean' }),
      lists(bypasses, { AuditBypassEnabled: 'boolean' }),
      lists(mailboxes, { AuditEnabled: 'boolean absent' }),
    ),
  },
  'EXCHANGE-50': {
    statement: 'The listing of bypasses names a mailbox by `Guid`.',
    observed: GRAPH2OTEL,
    method: 'Reads the first page of bypasses.',
    check: lists(bypasses, { Guid: 'text' }),
  },
  'EXCHANGE-51': {
    statement:
      '`EwsEnabled` of the organization is a boolean, or null: not set, or since 2026-10-01 set to null by an administrator.',
    documented: `${MODULE}/set-organizationconfig`,
    method: 'Reads it.',
    check: lists(organization, { EwsEnabled: 'boolean null absent' }),
  },
  'EXCHANGE-52': {
    statement: 'Protocols of a mailbox are booleans; `SmtpClientAuthenticationDisabled` and `EwsEnabled` may be null.',
    documented: `${MODULE}/set-casmailbox`,
    method: 'Reads the first page of client access.',
    check: lists(clientAccess, {
      ImapEnabled: 'boolean',
      PopEnabled: 'boolean',
      OWAEnabled: 'boolean',
      MAPIEnabled: 'boolean',
      ActiveSyncEnabled: 'boolean',
      SmtpClientAuthenticationDisabled: 'boolean null',
      EwsEnabled: 'boolean null absent',
    }),
  },
  'EXCHANGE-53': {
    statement: '`Get-CASMailbox` names a mailbox by `PrimarySmtpAddress` and `Guid`.',
    inferred: `${MODULE}/get-casmailbox (without the form over REST)`,
    method: 'Reads the first page of client access.',
    check: lists(clientAccess, { PrimarySmtpAddress: 'text', Guid: 'text' }),
  },
  'EXCHANGE-54': {
    statement: '`SmtpClientAuthenticationDisabled` of the organization is a boolean.',
    documented: `${MODULE}/set-transportconfig`,
    method: 'Reads it.',
    check: lists(cmdlet('Get-TransportConfig', 'SmtpClientAuthenticationDisabled'), {
      SmtpClientAuthenticationDisabled: 'boolean',
    }),
  },
  'EXCHANGE-55': {
    statement: 'Accepted domains have a name and `MatchSubDomains`.',
    documented: `${MODULE}/get-accepteddomain`,
    method: 'Reads the accepted domains.',
    check: lists(cmdlet('Get-AcceptedDomain', 'DomainName MatchSubDomains Default'), {
      DomainName: 'text',
      MatchSubDomains: 'boolean',
      Default: 'boolean',
    }),
  },
  'EXCHANGE-56': {
    statement: 'Rights on a mailbox are texts joined by commas in a list; `Deny` and `IsInherited` are booleans.',
    observed: GRAPH2OTEL,
    method: 'Reads the rights on the first mailbox.',
    check: lists(permissions(), { User: 'text', AccessRights: 'list', Deny: 'boolean', IsInherited: 'boolean' }),
  },
  'EXCHANGE-57': {
    statement:
      'Every mailbox has an entry of its own, `NT AUTHORITY\\SELF`, in `Get-MailboxPermission` and `Get-RecipientPermission`.',
    observed: `${GRAPH2OTEL}, ${SEND_AS_INVENTORY}`,
    method: 'Reads both rights on the first mailbox.',
    check: async (services) => {
      const rights = textsOf(rowsOf(await permissions()(services)), 'User');
      const sendAs = textsOf(rowsOf(await recipientPermissionsOfMailbox(services)), 'Trustee');
      for (const trustees of [rights, sendAs]) {
        must(
          trustees.some((trustee) => /\\SELF$/i.test(trustee)),
          'an entry of its own',
          'no such entry',
        );
      }
    },
  },
  'EXCHANGE-58': {
    statement:
      '`Get-MailboxPermission` accepts the switches for unresolved trustees and those of deleted users together.',
    inferred: `${MODULE}/get-mailboxpermission (each switch, not both)`,
    method: 'Reads the rights on the first mailbox with both.',
    check: answers(permissions(ALL_TRUSTEES), 200),
  },
  'EXCHANGE-59': {
    statement: 'Without these switches, trustees that no longer exist are left out.',
    documented: `${MODULE}/get-mailboxpermission, https://github.com/MicrosoftDocs/office-docs-powershell/issues/9089`,
    method: 'Reads the rights on up to ten mailboxes with and without them. Needs a trustee that is an SID.',
    check: async (services) => {
      let hidden = 0;
      for (const mailbox of services.options.addresses) {
        const all = await permissions(ALL_TRUSTEES, mailbox)(services);
        const defaultAnswer = await permissions({}, mailbox)(services);
        if (all.status === 404 || defaultAnswer.status === 404) continue;
        const sidCount = sidsIn(defaultAnswer);
        must(sidCount === 0, 'no SID among the trustees without the switches', `${sidCount} SIDs`);
        hidden += sidsIn(all);
      }
      needs(hidden > 0, 'The mailboxes that were read have no such trustee.');
    },
  },
  'EXCHANGE-60': {
    statement: '`Get-RecipientPermission` lists the whole organization without a mailbox.',
    inferred: `${MODULE}/get-recipientpermission (the mailbox is optional), ${DSC} (with the module)`,
    method: 'Requests the first objects of the listing.',
    check: answers(recipientPermissions, 200),
  },
  'EXCHANGE-61': {
    statement: 'Send As permissions have a trustee, a list of rights and `Allow` or `Deny`, and no `IsInherited`.',
    observed: `${GRAPH2OTEL} (https://github.com/KelvinTegelaar/CIPP-API reads IsInherited)`,
    method: 'Checks the objects of EXCHANGE-60.',
    check: lists(recipientPermissions, {
      Identity: 'text',
      Trustee: 'text',
      AccessRights: 'list',
      AccessControlType: 'text',
      IsInherited: 'absent',
    }),
  },
  'EXCHANGE-62': {
    statement: 'Inbox rules have a name, `Enabled`, `RuleIdentity` with up to 20 digits, and lists of targets or null.',
    observed: GRAPH2OTEL,
    method: 'Reads the rules of up to three mailboxes.',
    check: have(rules, {
      Name: 'text',
      Enabled: 'boolean',
      RuleIdentity: 'number text',
      ForwardTo: 'list null absent',
      RedirectTo: 'list null absent',
      ForwardAsAttachmentTo: 'list null absent',
    }),
  },
  'EXCHANGE-63': {
    statement: 'Targets of inbox rules are `"Name" [EX:...]` in the organization and `"Name" [SMTP:...]` outside.',
    inferred: `${GRAPH2OTEL} (the first form)`,
    method: 'Reads the rules of up to ten mailboxes. Needs one that forwards.',
    check: have(targets, {}, { target: [/^".*" \[(?:EX|SMTP):[^\]]+\]$/i, 'a name with [EX:...] or [SMTP:...]'] }),
  },
  'EXCHANGE-64': {
    statement: 'Hidden inbox rules are listed with `IncludeHidden` only.',
    observed: GRAPH2OTEL,
    method: 'Compares the rules of the first mailbox with and without the switch.',
    check: async (services) => {
      const all = rowsOf(await rulesOf(services.mailbox)(services)).length;
      const defaultCount = rowsOf(
        await services.command('Get-InboxRule', ['Name'], { Mailbox: services.mailbox }),
      ).length;
      must(
        all >= defaultCount,
        'at least as many with the switch',
        `${all} with and ${defaultCount} without the switch`,
      );
    },
  },
  'EXCHANGE-65': {
    statement: 'Statistics have a size with its bytes and a number of items.',
    documented: `${MODULE}/get-mailboxstatistics`,
    method: 'Reads the statistics of the first mailbox.',
    check: lists(statistics, { TotalItemSize: 'text', ItemCount: 'number' }, { TotalItemSize: SIZE }),
  },
  'EXCHANGE-66': {
    statement: 'Statistics have `LastInteractionTime` and `LastUserActionTime` beside `LastLogonTime`.',
    observed: 'https://petri.com/exchange-online-exposes-new-mailbox-activity-data/',
    method: 'Reads the statistics of the first mailbox.',
    check: lists(statistics, {
      LastLogonTime: 'text null',
      LastInteractionTime: 'text null',
      LastUserActionTime: 'text null',
    }),
  },
  'EXCHANGE-67': {
    statement: 'The audited actions of administrators, delegates and owners are lists of texts.',
    documented: `${MODULE}/set-mailbox`,
    method: 'Reads them of the first mailbox.',
    check: lists(cmdlet('Get-Mailbox', 'Identity AuditAdmin AuditDelegate AuditOwner', ofMailbox), {
      AuditAdmin: 'list',
      AuditDelegate: 'list',
      AuditOwner: 'list',
    }),
  },
  'EXCHANGE-68': {
    statement: 'The role "Audit Logs" has the audit parameters of `Set-Mailbox`.',
    inferred: `${DSC} (the role of the bypass)`,
    method: 'Runs `Get-ManagementRole`.',
    check: hasRole('Set-Mailbox', 'AuditEnabled', ['Audit Logs']),
  },
  'EXCHANGE-69': {
    statement:
      '"Mail Recipients" or "Organization Client Access" has the parameters of `Set-CASMailbox` for SMTP AUTH.',
    observed: `${DSC} (names one in older versions and the other in newer ones)`,
    method: 'Runs `Get-ManagementRole`.',
    check: hasRole('Set-CASMailbox', 'SmtpClientAuthenticationDisabled', [
      'Mail Recipients',
      'Organization Client Access',
    ]),
  },
  'EXCHANGE-70': {
    statement:
      '`Get-Mailbox` has `IsExchangeCloudManaged`: attributes of a synchronized mailbox can be managed in the cloud.',
    inferred: `${MODULE}/set-mailbox (the page has the parameter without a description)`,
    method: 'Selects it of the first mailbox.',
    check: lists(cmdlet('Get-Mailbox', 'Identity IsExchangeCloudManaged', ofMailbox), {
      IsExchangeCloudManaged: 'boolean',
    }),
  },
  'EXCHANGE-71': {
    statement:
      'The organization has the applications that may use EWS in `EwsAllowedAppIDs`, with `-RetrieveEwsOperationAccessPolicy` alone.',
    documented: `${MODULE}/set-organizationconfig`,
    method: 'Selects it with the switch.',
    check: lists(
      cmdlet('Get-OrganizationConfig', 'Identity EwsAllowedAppIDs', { RetrieveEwsOperationAccessPolicy: true }),
      { EwsAllowedAppIDs: 'text list null' },
    ),
  },
  'EXCHANGE-72': {
    statement:
      '`Get-Recipient` lists groups by type, with names, addresses, a GUID, and the ID that Graph has for them.',
    documented: `${MODULE}/get-recipient`,
    method: 'Runs it. Needs a group.',
    check: lists(
      cmdlet('Get-Recipient', [...GROUP_PROPERTIES, 'Guid', 'RecipientTypeDetails'].join(' '), {
        ResultSize: 'Unlimited',
        RecipientTypeDetails: GROUP_TYPES,
      }),
      {
        Name: 'text',
        DisplayName: 'text',
        PrimarySmtpAddress: 'text',
        EmailAddresses: 'list',
        Guid: 'text',
        ExternalDirectoryObjectId: 'text null',
      },
      { RecipientTypeDetails: [new RegExp(`^(?:${GROUP_TYPES.join('|')})$`), 'a requested type'] },
    ),
  },
  'EXCHANGE-73': {
    statement: `\`${FOLDER_LOOKUP}\` names the calendar by its type, and cmdlets about folders find it by MAILBOX:FOLDERID.`,
    observed: 'https://github.com/KelvinTegelaar/CIPP-API',
    method: 'Runs it for the first mailbox, and reads who has access to the calendar.',
    check: async (services) => {
      const { mailbox } = services;
      const select = ['Identity', 'FolderType', 'FolderId'];
      const folders = rowsOf(
        await services.command(FOLDER_LOOKUP, select, { Identity: mailbox, FolderScope: 'Calendar' }),
      );
      const [id, ...others] = textsOf(
        folders.filter(({ FolderType }) => FolderType === 'Calendar'),
        'FolderId',
      );
      must(id !== undefined && others.length === 0, 'one calendar', `${folders.length} folders`);
      const Identity = `${mailbox}:${id}`;
      typed(rowsOf(await services.command('Get-MailboxFolderPermission', ['Identity', 'User'], { Identity })), {
        User: 'text',
      });
    },
  },
  'EXCHANGE-80': {
    statement: 'Exchange attributes of synchronized mailboxes must be changed on premises.',
    inferred: 'the text of the refusal in public reports',
    method: 'The probe only reads.',
  },
  'EXCHANGE-81': {
    statement: 'Listings are requested without a filter, because a filter hides how many mailboxes were examined.',
    inferred: 'https://learn.microsoft.com/powershell/exchange/filter-properties',
    method: 'A choice of the action.',
  },
  'EXCHANGE-82': {
    statement: 'Disabling or removing an inbox rule by cmdlet deletes the rules that only Outlook runs.',
    documented: `${MODULE}/disable-inboxrule`,
    method: 'The probe only reads.',
  },
  'EXCHANGE-95': {
    statement:
      '`InPlaceHolds` of mailboxes and of the organization has cases, and policies with what they do: `:1` deletes alone; `-mbx` excludes.',
    documented: 'https://learn.microsoft.com/purview/ediscovery-identify-a-hold-on-an-exchange-online-mailbox',
    method: 'Reads the first page of mailboxes, and the organization.',
    check: async (services) => {
      const holders = await Promise.all([mailboxes(services), organization(services)]);
      const objects = holders.flatMap((answer) => rowsOf(answer));
      typed(objects, { InPlaceHolds: 'list' });
      const identifiers = objects.flatMap(({ InPlaceHolds }) => (Array.isArray(InPlaceHolds) ? InPlaceHolds : []));
      const others = identifiers.filter((identifier) => holdOf(identifier).keeps === undefined).length;
      must(others === 0, 'documented forms', `${others} of ${identifiers.length} of another form`);
    },
  },
  'EXCHANGE-96': {
    statement: '`Get-SecurityPrincipal` finds a group by its SID.',
    documented: `${MODULE}/get-securityprincipal`,
    method: 'Asked only where a right of a group is given back.',
  },
  'EXCHANGE-97': {
    statement:
      'A renamed account keeps its IDs and rights. One that is made again has other IDs, and no rights of the first.',
    inferred: 'https://learn.microsoft.com/entra/fundamentals/users-restore (an ID is not used again)',
    method: 'The probe only reads.',
  },
  'EXCHANGE-98': {
    statement: 'A listing can answer 204 or `null` once, and then as usual.',
    inferred: 'answers of gateways of other services',
    method: 'Not seen on demand.',
  },
};

/** The rights on a mailbox, the first unless another is given. */
function permissions(switches: JsonObject = {}, address?: string): Question {
  return cmdlet('Get-MailboxPermission', 'Identity User AccessRights Deny IsInherited', ({ mailbox }) => ({
    Identity: address ?? mailbox,
    ...switches,
  }));
}

/** How many trustees have no name. */
function sidsIn(answer: Answer): number {
  return textsOf(rowsOf(answer), 'User').filter((user) => user.startsWith('S-1-5-21-')).length;
}

function rulesOf(mailbox: string): Question {
  const select = 'Name Enabled RuleIdentity ForwardTo RedirectTo ForwardAsAttachmentTo Identity';
  return cmdlet('Get-InboxRule', select, { Mailbox: mailbox, IncludeHidden: true });
}

/** The rules of the mailboxes that exist in Exchange Online. */
async function rules(services: Services): Promise<JsonObject[]> {
  const inboxRules: JsonObject[] = [];
  for (const mailbox of services.options.addresses) {
    const answer = await rulesOf(mailbox)(services);
    if (answer.status !== 404) inboxRules.push(...rowsOf(answer));
  }
  return inboxRules;
}

/** The targets of the rules, an object each. */
async function targets(services: Services): Promise<JsonObject[]> {
  return (await rules(services)).flatMap((rule) => {
    const value = rule.ForwardTo ?? rule.RedirectTo ?? rule.ForwardAsAttachmentTo;
    return Array.isArray(value) ? value.map((target) => ({ target })) : [];
  });
}

/** Checks that one of the roles has a parameter of a cmdlet, whether the application has the role or not. */
function hasRole(name: string, parameter: string, roles: readonly string[]): Check {
  return async (services) => {
    const role = 'Get-ManagementRole';
    const parameters = { Cmdlet: name, CmdletParameters: [parameter] };
    const names = textsOf(rowsOf(await allowed(role, cmdlet(role, 'Name', parameters))(services)), 'Name');
    const isFound = roles.some((role) => names.includes(role));
    must(isFound, roles.join(' or '), `${names.length} other roles`);
  };
}
