import { FOLDER_LOOKUP } from '../src/exchange/cmdlets.ts';
import { isObject, type JsonObject } from '../src/json.ts';
import { GROUP_PROPERTIES, GROUP_TYPES } from '../src/source/exchange-source.ts';
import { allMatch, codeOf, must, needs, rowsOf, textsOf, typed, type Answer } from './answer.ts';
import { mailboxes, ofMailbox } from './admin-api.ts';
import { answers, lists, type Assumption, type Check, type Question } from './assumption.ts';
import type { Services } from './services.ts';

const MODULE = 'https://learn.microsoft.com/powershell/module/exchange';
const GRAPH2OTEL = 'https://github.com/rknightion/graph2otel';
const DSC = 'https://github.com/microsoft/Microsoft365DSC';
const FIRST_PAGE = 'Reads the first page of mailboxes.';
const SIZE = /^(?:Unlimited|[\d.]+ [KMGT]?B \([\d,]+ bytes\))$/;

/** What the action relies on in the objects that cmdlets of Exchange Online return. */
export const EXCHANGE_OBJECTS: readonly Assumption[] = [
  {
    id: 'EXCHANGE-40',
    statement: 'Properties of a mailbox are JSON booleans, texts and lists; any may be absent, which is not "no".',
    basis: 'observed',
    source: GRAPH2OTEL,
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
  {
    id: 'EXCHANGE-41',
    statement: 'A mailbox has `ExternalDirectoryObjectId` and `Guid` as texts, by which other listings name it.',
    basis: 'observed',
    source: GRAPH2OTEL,
    method: FIRST_PAGE,
    check: lists(mailboxes, { ExternalDirectoryObjectId: 'text', Guid: 'text' }),
  },
  {
    id: 'EXCHANGE-42',
    statement: 'Sizes have their bytes in brackets, as `99 GB (106,300,440,576 bytes)`, or are `Unlimited`.',
    basis: 'observed',
    source: GRAPH2OTEL,
    method: FIRST_PAGE,
    check: async (services) => {
      const rows = rowsOf(await mailboxes(services));
      allMatch(rows, 'ProhibitSendReceiveQuota', SIZE, 'a size with its bytes');
      allMatch(rows, 'MaxSendSize', SIZE, 'a size with its bytes');
    },
  },
  {
    id: 'EXCHANGE-43',
    statement: 'Time spans are `14.00:00:00`.',
    basis: 'observed',
    source: GRAPH2OTEL,
    method: FIRST_PAGE,
    check: async (services) => {
      const pattern = /^(?:Unlimited|(?:\d+\.)?\d\d:\d\d:\d\d(?:\.\d+)?)$/;
      allMatch(rowsOf(await mailboxes(services)), 'RetainDeletedItemsFor', pattern, 'days, hours, minutes and seconds');
    },
  },
  {
    id: 'EXCHANGE-44',
    statement: 'Dates are ISO 8601 with a zone.',
    basis: 'observed',
    source: GRAPH2OTEL,
    method: FIRST_PAGE,
    check: async (services) => {
      const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
      allMatch(rowsOf(await mailboxes(services)), 'WhenCreated', pattern, 'a date with a zone');
    },
  },
  {
    id: 'EXCHANGE-45',
    statement: 'Forwarding to an address is null or a text that begins with `smtp:`.',
    basis: 'observed',
    source: 'https://github.com/KelvinTegelaar/CIPP-API',
    method: `${FIRST_PAGE} Needs one that forwards so.`,
    check: async (services) => {
      const rows = rowsOf(await mailboxes(services));
      typed(rows, { ForwardingSmtpAddress: 'null text absent' });
      allMatch(rows, 'ForwardingSmtpAddress', /^smtp:[^@\s]+@[^@\s]+$/i, 'smtp: and an address');
    },
  },
  {
    id: 'EXCHANGE-46',
    statement: 'Forwarding to a recipient is null or a text that names it.',
    basis: 'inferred',
    source: 'captured answers, in which it is null',
    method: `${FIRST_PAGE} Needs one that forwards so.`,
    check: async (services) => {
      const rows = rowsOf(await mailboxes(services));
      typed(rows, { ForwardingAddress: 'null text absent' });
      needs(textsOf(rows, 'ForwardingAddress').length > 0, 'The mailboxes that were read have no ForwardingAddress.');
    },
  },
  {
    id: 'EXCHANGE-47',
    statement: 'Who may send on behalf is a list of texts that name recipients.',
    basis: 'inferred',
    source: 'captured answers, in which it is empty',
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
  {
    id: 'EXCHANGE-48',
    statement:
      'Without switches, `Get-Mailbox` leaves out mailboxes of groups and of deleted users, and lists that for discovery.',
    basis: 'observed',
    source: `${MODULE}/get-mailbox (the switches); ${GRAPH2OTEL}`,
    method: FIRST_PAGE,
    check: async (services) => {
      const types = textsOf(rowsOf(await mailboxes(services)), 'RecipientTypeDetails');
      const systemTypes = types.filter((type) =>
        /^(?:Arbitration|AuditLog|GroupMailbox|PublicFolder|Monitoring)/i.test(type),
      );
      must(systemTypes.length === 0, 'no such mailbox', `${systemTypes.length} such mailboxes`);
    },
  },
  {
    id: 'EXCHANGE-49',
    statement:
      'Whether access is logged depends on `AuditDisabled` of the organization, the bypass, and `AuditEnabled`.',
    basis: 'documented',
    source: 'https://learn.microsoft.com/purview/audit-mailboxes',
    method: 'Checks the types of all three.',
    check: async (services) => {
      const organization = await services.command('Get-OrganizationConfig', ['AuditDisabled']);
      typed(rowsOf(organization), { AuditDisabled: 'boolean' });
      typed(rowsOf(await bypasses(services)), { AuditBypassEnabled: 'boolean' });
      typed(rowsOf(await mailboxes(services)), { AuditEnabled: 'boolean absent' });
    },
  },
  {
    id: 'EXCHANGE-50',
    statement: 'The listing of bypasses names a mailbox by `Guid`.',
    basis: 'observed',
    source: GRAPH2OTEL,
    method: 'Reads the first page of bypasses.',
    check: lists(bypasses, { Guid: 'text' }),
  },
  {
    id: 'EXCHANGE-51',
    statement:
      '`EwsEnabled` of the organization is a boolean, or null: not set, or since 2026-10-01 set to null by an administrator.',
    basis: 'documented',
    source: `${MODULE}/set-organizationconfig`,
    method: 'Reads it.',
    check: lists((services) => services.command('Get-OrganizationConfig', ['EwsEnabled']), {
      EwsEnabled: 'boolean null absent',
    }),
  },
  {
    id: 'EXCHANGE-52',
    statement: 'Protocols of a mailbox are booleans; `SmtpClientAuthenticationDisabled` and `EwsEnabled` may be null.',
    basis: 'documented',
    source: `${MODULE}/set-casmailbox`,
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
  {
    id: 'EXCHANGE-53',
    statement: '`Get-CASMailbox` names a mailbox by `PrimarySmtpAddress` and `Guid`.',
    basis: 'inferred',
    source: `${MODULE}/get-casmailbox (without the form over REST)`,
    method: 'Reads the first page of client access.',
    check: lists(clientAccess, { PrimarySmtpAddress: 'text', Guid: 'text' }),
  },
  {
    id: 'EXCHANGE-54',
    statement: '`SmtpClientAuthenticationDisabled` of the organization is a boolean.',
    basis: 'documented',
    source: `${MODULE}/set-transportconfig`,
    method: 'Reads it.',
    check: lists((services) => services.command('Get-TransportConfig', ['SmtpClientAuthenticationDisabled']), {
      SmtpClientAuthenticationDisabled: 'boolean',
    }),
  },
  {
    id: 'EXCHANGE-55',
    statement: 'Accepted domains have a name and `MatchSubDomains`.',
    basis: 'documented',
    source: `${MODULE}/get-accepteddomain`,
    method: 'Reads the accepted domains.',
    check: lists((services) => services.command('Get-AcceptedDomain', ['DomainName', 'MatchSubDomains', 'Default']), {
      DomainName: 'text',
      MatchSubDomains: 'boolean',
      Default: 'boolean',
    }),
  },
  {
    id: 'EXCHANGE-56',
    statement: 'Rights on a mailbox are texts joined by commas in a list; `Deny` and `IsInherited` are booleans.',
    basis: 'observed',
    source: GRAPH2OTEL,
    method: 'Reads the rights on the first mailbox.',
    check: lists(permissions, {
      User: 'text',
      AccessRights: 'list',
      Deny: 'boolean',
      IsInherited: 'boolean',
    }),
  },
  {
    id: 'EXCHANGE-57',
    statement: 'Every mailbox has an entry of its own, `NT AUTHORITY\\SELF`.',
    basis: 'observed',
    source: GRAPH2OTEL,
    method: 'Reads the rights on the first mailbox.',
    check: async (services) => {
      const selfEntries = textsOf(rowsOf(await permissions(services)), 'User').filter((user) => /\\SELF$/i.test(user));
      must(selfEntries.length > 0, 'an entry of its own', 'no such entry');
    },
  },
  {
    id: 'EXCHANGE-58',
    statement:
      '`Get-MailboxPermission` accepts the switches for unresolved trustees and those of deleted users together.',
    basis: 'inferred',
    source: `${MODULE}/get-mailboxpermission (each switch, not both)`,
    method: 'Reads the rights on the first mailbox with both.',
    check: answers((services) => permissions(services, services.mailbox, ALL_TRUSTEES), 200),
  },
  {
    id: 'EXCHANGE-59',
    statement: 'Without these switches, trustees that no longer exist are left out.',
    basis: 'documented',
    source: `${MODULE}/get-mailboxpermission, https://github.com/MicrosoftDocs/office-docs-powershell/issues/9089`,
    method: 'Reads the rights on up to ten mailboxes with and without them. Needs a trustee that is an SID.',
    check: async (services) => {
      let hidden = 0;
      for (const mailbox of services.options.addresses) {
        const all = await permissions(services, mailbox, ALL_TRUSTEES);
        const defaultAnswer = await permissions(services, mailbox);
        if (all.status === 404 || defaultAnswer.status === 404) continue;
        const sidCount = sidsIn(defaultAnswer);
        must(sidCount === 0, 'no SID among the trustees without the switches', `${sidCount} SIDs`);
        hidden += sidsIn(all);
      }
      needs(hidden > 0, 'The mailboxes that were read have no such trustee.');
    },
  },
  {
    id: 'EXCHANGE-60',
    statement: '`Get-RecipientPermission` lists the whole organization without a mailbox.',
    basis: 'inferred',
    source: `${MODULE}/get-recipientpermission (the mailbox is optional), ${DSC} (with the module)`,
    method: 'Requests the first objects of the listing.',
    check: answers(recipientPermissions, 200),
  },
  {
    id: 'EXCHANGE-61',
    statement: 'Send As permissions have a trustee, a list of rights and `Allow` or `Deny`, and no `IsInherited`.',
    basis: 'observed',
    source: `${GRAPH2OTEL} (https://github.com/KelvinTegelaar/CIPP-API reads IsInherited)`,
    method: 'Checks the objects of EXCHANGE-60.',
    check: lists(recipientPermissions, {
      Identity: 'text',
      Trustee: 'text',
      AccessRights: 'list',
      AccessControlType: 'text',
      IsInherited: 'absent',
    }),
  },
  {
    id: 'EXCHANGE-62',
    statement: 'Inbox rules have a name, `Enabled`, `RuleIdentity` with up to 20 digits, and lists of targets or null.',
    basis: 'observed',
    source: GRAPH2OTEL,
    method: 'Reads the rules of up to three mailboxes.',
    check: async (services) => {
      typed(await rulesOf(services), {
        Name: 'text',
        Enabled: 'boolean',
        RuleIdentity: 'number text',
        ForwardTo: 'list null absent',
        RedirectTo: 'list null absent',
        ForwardAsAttachmentTo: 'list null absent',
      });
    },
  },
  {
    id: 'EXCHANGE-63',
    statement: 'Targets of inbox rules are `"Name" [EX:...]` in the organization and `"Name" [SMTP:...]` outside.',
    basis: 'inferred',
    source: `${GRAPH2OTEL} (the first form)`,
    method: 'Reads the rules of up to ten mailboxes. Needs one that forwards.',
    check: async (services) => {
      const rules = await rulesOf(services);
      const targets = rules.flatMap((rule) => {
        const value = rule.ForwardTo ?? rule.RedirectTo ?? rule.ForwardAsAttachmentTo;
        return Array.isArray(value) ? value.map((target): JsonObject => ({ target })) : [];
      });
      allMatch(targets, 'target', /^".*" \[(?:EX|SMTP):[^\]]+\]$/i, 'a name with [EX:...] or [SMTP:...]');
    },
  },
  {
    id: 'EXCHANGE-64',
    statement: 'Hidden inbox rules are listed with `IncludeHidden` only.',
    basis: 'observed',
    source: GRAPH2OTEL,
    method: 'Compares the rules of the first mailbox with and without the switch.',
    check: async (services) => {
      const all = rowsOf(await rules(services, services.mailbox)).length;
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
  {
    id: 'EXCHANGE-65',
    statement: 'Statistics have a size with its bytes and a number of items.',
    basis: 'documented',
    source: `${MODULE}/get-mailboxstatistics`,
    method: 'Reads the statistics of the first mailbox.',
    check: async (services) => {
      const rows = rowsOf(await statistics(services));
      typed(rows, { TotalItemSize: 'text', ItemCount: 'number' });
      allMatch(rows, 'TotalItemSize', SIZE, 'a size with its bytes');
    },
  },
  {
    id: 'EXCHANGE-66',
    statement: 'Statistics have `LastInteractionTime` and `LastUserActionTime` beside `LastLogonTime`.',
    basis: 'observed',
    source: 'https://petri.com/exchange-online-exposes-new-mailbox-activity-data/',
    method: 'Reads the statistics of the first mailbox.',
    check: lists(statistics, {
      LastLogonTime: 'text null',
      LastInteractionTime: 'text null',
      LastUserActionTime: 'text null',
    }),
  },
  {
    id: 'EXCHANGE-67',
    statement: 'The audited actions of administrators, delegates and owners are lists of texts.',
    basis: 'documented',
    source: `${MODULE}/set-mailbox`,
    method: 'Reads them of the first mailbox.',
    check: lists(ownProperties('AuditAdmin', 'AuditDelegate', 'AuditOwner'), {
      AuditAdmin: 'list',
      AuditDelegate: 'list',
      AuditOwner: 'list',
    }),
  },
  {
    id: 'EXCHANGE-68',
    statement: 'The role "Audit Logs" has the audit parameters of `Set-Mailbox`.',
    basis: 'inferred',
    source: `${DSC} (the role of the bypass)`,
    method: 'Runs `Get-ManagementRole`.',
    check: hasRole('Set-Mailbox', 'AuditEnabled', ['Audit Logs']),
  },
  {
    id: 'EXCHANGE-69',
    statement:
      '"Mail Recipients" or "Organization Client Access" has the parameters of `Set-CASMailbox` for SMTP AUTH.',
    basis: 'observed',
    source: `${DSC} (names one in older versions and the other in newer ones)`,
    method: 'Runs `Get-ManagementRole`.',
    check: hasRole('Set-CASMailbox', 'SmtpClientAuthenticationDisabled', [
      'Mail Recipients',
      'Organization Client Access',
    ]),
  },
  {
    id: 'EXCHANGE-70',
    statement:
      '`Get-Mailbox` has `IsExchangeCloudManaged`: attributes of a synchronized mailbox can be managed in the cloud.',
    basis: 'documented',
    source: `${MODULE}/set-mailbox`,
    method: 'Selects it of the first mailbox.',
    check: lists(ownProperties('IsExchangeCloudManaged'), { IsExchangeCloudManaged: 'boolean' }),
  },
  {
    id: 'EXCHANGE-71',
    statement:
      'The organization has the applications that may use EWS in `EwsAllowedAppIDs`, with `-RetrieveEwsOperationAccessPolicy` alone.',
    basis: 'documented',
    source: `${MODULE}/set-organizationconfig`,
    method: 'Selects it with the switch.',
    check: lists(
      (services) =>
        services.command('Get-OrganizationConfig', ['Identity', 'EwsAllowedAppIDs'], {
          RetrieveEwsOperationAccessPolicy: true,
        }),
      { EwsAllowedAppIDs: 'text list null' },
    ),
  },
  {
    id: 'EXCHANGE-72',
    statement: '`Get-Recipient` lists groups by type, with names, addresses and the ID that Graph has for them.',
    basis: 'documented',
    source: `${MODULE}/get-recipient`,
    method: 'Runs it. Needs a group.',
    check: async (services) => {
      const parameters = { ResultSize: 'Unlimited', RecipientTypeDetails: GROUP_TYPES };
      const select = [...GROUP_PROPERTIES, 'RecipientTypeDetails'];
      const groups = rowsOf(await services.command('Get-Recipient', select, parameters));
      typed(groups, {
        Name: 'text',
        DisplayName: 'text',
        PrimarySmtpAddress: 'text',
        EmailAddresses: 'list',
        ExternalDirectoryObjectId: 'text null',
      });
      allMatch(groups, 'RecipientTypeDetails', new RegExp(`^(?:${GROUP_TYPES.join('|')})$`), 'a requested type');
    },
  },
  {
    id: 'EXCHANGE-73',
    statement: `\`${FOLDER_LOOKUP}\` names the calendar by its type, and cmdlets about folders find it by MAILBOX:FOLDERID.`,
    basis: 'observed',
    source: 'https://github.com/KelvinTegelaar/CIPP-API',
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
  {
    id: 'EXCHANGE-80',
    statement: 'Exchange attributes of synchronized mailboxes must be changed on premises.',
    basis: 'inferred',
    source: 'the text of the refusal in public reports',
    method: 'The probe only reads.',
  },
  {
    id: 'EXCHANGE-81',
    statement: 'Listings are requested without a filter, because a filter hides how many mailboxes were examined.',
    basis: 'inferred',
    source: 'https://learn.microsoft.com/powershell/exchange/filter-properties',
    method: 'A choice of the action.',
  },
  {
    id: 'EXCHANGE-82',
    statement: 'Disabling or removing an inbox rule by cmdlet deletes the rules that only Outlook runs.',
    basis: 'documented',
    source: `${MODULE}/disable-inboxrule`,
    method: 'The probe only reads.',
  },
];

function bypasses(services: Services): Promise<Answer> {
  const select = ['Identity', 'Guid', 'AuditBypassEnabled'];
  return services.command('Get-MailboxAuditBypassAssociation', select, { ResultSize: 'Unlimited' });
}

function clientAccess(services: Services): Promise<Answer> {
  const select = [
    'Identity',
    'PrimarySmtpAddress',
    'Guid',
    'ImapEnabled',
    'PopEnabled',
    'OWAEnabled',
    'MAPIEnabled',
    'ActiveSyncEnabled',
    'SmtpClientAuthenticationDisabled',
    'EwsEnabled',
  ];
  return services.command('Get-CASMailbox', select, { ResultSize: 'Unlimited' });
}

function permissions(services: Services, mailbox = services.mailbox, switches: JsonObject = {}): Promise<Answer> {
  const select = ['Identity', 'User', 'AccessRights', 'Deny', 'IsInherited'];
  return services.command('Get-MailboxPermission', select, { Identity: mailbox, ...switches });
}

const ALL_TRUSTEES = { IncludeUnresolvedPermissions: true, IncludeSoftDeletedUserPermissions: true };

/** How many trustees have no name. */
function sidsIn(answer: Answer): number {
  return textsOf(rowsOf(answer), 'User').filter((user) => user.startsWith('S-1-5-21-')).length;
}

function recipientPermissions(services: Services): Promise<Answer> {
  const select = ['Identity', 'Trustee', 'AccessRights', 'AccessControlType'];
  return services.command('Get-RecipientPermission', select, { ResultSize: 'Unlimited' }, { size: 100 });
}

function rules(services: Services, mailbox: string): Promise<Answer> {
  const select = ['Name', 'Enabled', 'RuleIdentity', 'ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo', 'Identity'];
  return services.command('Get-InboxRule', select, { Mailbox: mailbox, IncludeHidden: true });
}

/** The rules of the mailboxes that exist in Exchange Online. */
async function rulesOf(services: Services): Promise<JsonObject[]> {
  const inboxRules: JsonObject[] = [];
  for (const mailbox of services.options.addresses) {
    const answer = await rules(services, mailbox);
    if (answer.status !== 404) inboxRules.push(...rowsOf(answer));
  }
  return inboxRules.filter(isObject);
}

/** Checks that one of the roles has a parameter of a cmdlet, whether the application has the role or not. */
function hasRole(cmdlet: string, parameter: string, roles: readonly string[]): Check {
  return async (services) => {
    const parameters = { Cmdlet: cmdlet, CmdletParameters: [parameter] };
    const answer = await services.command('Get-ManagementRole', ['Name'], parameters);
    needs(codeOf(answer) !== 'CommandNotFoundException', 'The application has no role for Get-ManagementRole.');
    const names = textsOf(rowsOf(answer), 'Name');
    const isFound = roles.some((role) => names.includes(role));
    must(isFound, roles.join(' or '), `${names.length} other roles`);
  };
}

/** Selects properties of the first mailbox. */
function ownProperties(...names: readonly string[]): Question {
  return (services) => services.command('Get-Mailbox', ['Identity', ...names], ofMailbox(services));
}

function statistics(services: Services): Promise<Answer> {
  const select = [
    'Identity',
    'TotalItemSize',
    'ItemCount',
    'LastLogonTime',
    'LastInteractionTime',
    'LastUserActionTime',
  ];
  return services.command('Get-MailboxStatistics', select, ofMailbox(services));
}
