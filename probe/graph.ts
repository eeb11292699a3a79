import { covers } from '../src/auth/app-roles.ts';
import { BATCH_SIZE, mailboxUrl } from '../src/graph/batch.ts';
import { isAppUsed } from '../src/graph/usage-csv.ts';
import { GROUPS_PATH, MEMBERS_PATH, NAMES_PERMISSION } from '../src/access/groups.ts';
import { GROUPS_PERMISSION } from '../src/reports/built-in/access.ts';
import { firstValue } from '../src/http/headers.ts';
import { isObject, property, type JsonObject } from '../src/json.ts';
import {
  decided,
  codeOf,
  member,
  must,
  mustAnswer,
  needs,
  NotChecked,
  readable,
  rowsOf,
  statusText,
  textsOf,
  typed,
  typeOf,
  type Answer,
} from './answer.ts';
import {
  all,
  answers,
  answersEach,
  body,
  have,
  lists,
  objectsIn,
  own,
  page,
  rows,
  some,
  unknown,
  within,
  type Assumptions,
  type Check,
  type Objects,
  type Question,
} from './assumption.ts';
import type { Services } from './services.ts';

const GRAPH_DOCS = 'https://learn.microsoft.com/graph';
const SETTINGS_DOCS = `${GRAPH_DOCS}/api/resources/mailboxsettings`;
/** What the directory has of a user. */
const USER = 'accountEnabled,userType,assignedLicenses,proxyAddresses,otherMails,onPremisesSyncEnabled';
const WHERE_READ = 'Reads it of up to ten mailboxes.';
const SIGN_INS =
  "status/errorCode eq 0 and (clientAppUsed eq 'Authenticated SMTP' or clientAppUsed eq 'IMAP4')" +
  " and signInEventTypes/any(t: t eq 'interactiveUser' or t eq 'nonInteractiveUser')";

const USERS = '/v1.0/users?$select=id,userPrincipalName,accountEnabled,createdDateTime,assignedLicenses&$top=';
const DELIVERIES = /^(?:sendToDelegateAndInformationToPrincipal|sendToDelegateAndPrincipal|sendToDelegateOnly)$/i;

const replies = within(settings, 'automaticRepliesSetting');
const hours = within(settings, 'workingHours');
const rules: Objects = async (services) =>
  (await readableOf(services, 'mailFolders/inbox/messageRules')).flatMap(rowsOf);
const recipients = some(
  within(within(rules, 'actions'), 'forwardTo', 'redirectTo', 'forwardAsAttachmentTo'),
  'The mailboxes that were read have no rule that forwards.',
);
const signIns = page('/v1.0/users?$select=id,signInActivity&$top=500');

/** What the action relies on in Microsoft Graph. */
export const GRAPH: Assumptions = {
  'GRAPH-1': {
    statement: `\`$batch\` accepts ${BATCH_SIZE} requests.`,
    documented: `${GRAPH_DOCS}/json-batching`,
    method: 'Sends such a batch.',
    check: answers(batchOf(BATCH_SIZE), 200),
  },
  'GRAPH-2': {
    statement: 'A batch has one response to each request, found by its `id`, in any order.',
    documented: `${GRAPH_DOCS}/json-batching`,
    method: 'Counts the responses to the batch of GRAPH-1.',
    check: answersEach(batchOf(BATCH_SIZE), BATCH_SIZE),
  },
  'GRAPH-3': {
    statement: `A batch of ${BATCH_SIZE + 1} requests is refused as a whole with 400.`,
    documented: `${GRAPH_DOCS}/json-batching`,
    method: 'Sends such a batch.',
    check: answers(batchOf(BATCH_SIZE + 1), 400),
  },
  'GRAPH-4': {
    statement: 'A batch with a repeated `id` is refused as a whole with 400.',
    documented: `${GRAPH_DOCS}/json-batching`,
    method: 'Sends such a batch.',
    check: answers((services) => {
      const [request = {}] = settingsRequests(services, 1);
      return services.graphBatch([request, request]);
    }, 400),
  },
  'GRAPH-5': {
    statement: 'Every character of an address may be percent-encoded.',
    documented: `${GRAPH_DOCS}/api/user-get`,
    method: 'Reads a mailbox by an address with every character percent-encoded.',
    check: async (services) => {
      const encoded = [...Buffer.from(services.mailbox)]
        .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
        .join('');
      const [answer, plainAnswer] = await services.graphItems([
        `/users/${encoded}/mailboxSettings`,
        mailboxUrl(services.mailbox, 'mailboxSettings'),
      ]);
      if (answer === undefined || plainAnswer === undefined)
        throw new NotChecked('The batch has no response to a request.');
      needs(decided(plainAnswer).status === 200, 'The mailbox cannot be read by its usual address either.');
      readable(answer);
    },
  },
  'GRAPH-6': {
    statement:
      'Settings of an unknown address, or of a user that Exchange does not know yet, have `ErrorInvalidUser`, with status 404 or 400.',
    observed: 'https://github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/4038',
    method: 'Requests the settings of a random address in the domain of the first mailbox.',
    check: answers(unknown('mailboxSettings'), 404, 'ErrorInvalidUser'),
  },
  'GRAPH-7': {
    statement: 'An error has a text `code` and a text `message`; `innerError` may be missing.',
    documented: `${GRAPH_DOCS}/errors`,
    method: 'Checks the error of GRAPH-6.',
    check: async (services) => {
      const { json } = decided(await services.graph('mailboxSettings', services.unknownAddress));
      const error = property(json, 'error');
      must(isObject(error), 'error: object', `error: ${typeOf(error)}`);
      typed([error].filter(isObject), { code: 'text', message: 'text', innerError: 'object absent' });
    },
  },
  'GRAPH-8': {
    statement: 'A user that the directory does not have has status 404 and `Request_ResourceNotFound`.',
    observed: 'https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/3108',
    method: 'Requests the user of a random address. Needs `User.Read.All`.',
    check: answers(unknown('?$select=id'), 404, 'Request_ResourceNotFound'),
  },
  'GRAPH-9': {
    statement:
      'Users without a mailbox in Exchange Online have status 404 and a code other than `ErrorInvalidUser`; those with a mailbox on premises also 401 or 400 and `UnknownError` or `AuthenticationError`.',
    observed:
      'https://github.com/MicrosoftDocs/azure-docs/issues/27188; https://github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/2568',
    method: 'If a mailbox of the list has status 404: checks the code.',
    check: async (services) => {
      const notFoundAnswers = (await services.graphOfEach('mailboxSettings')).filter(({ status }) => status === 404);
      needs(notFoundAnswers.length > 0, 'All mailboxes that were read have a mailbox in Exchange Online.');
      for (const answer of notFoundAnswers) mustAnswer(answer, 404, ...NO_MAILBOX, 'ErrorInvalidUser');
    },
  },
  'GRAPH-10': {
    statement:
      'A request without its permission has status 403 and `ErrorAccessDenied`; a full mailbox or a disabled account has 403 and another code.',
    observed: 'https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/2141',
    method: 'Requests mail folders and calendar permissions. Needs an application without permission for one of them.',
    check: async (services) => {
      const urls = ['mailFolders', 'calendar/calendarPermissions'].map((path) => mailboxUrl(services.mailbox, path));
      const denials = (await services.graphItems(urls)).filter(({ status }) => status === 401 || status === 403);
      needs(denials.length > 0, 'The token has permission for both.');
      for (const answer of denials) {
        const isExpected = answer.status === 403 && codeOf(answer) === 'ErrorAccessDenied';
        must(isExpected, 'HTTP 403, ErrorAccessDenied', statusText(answer));
      }
    },
  },
  'GRAPH-11': {
    statement: 'A mailbox can be read by the object ID of its user, also where its address has `MailboxInfoStale`.',
    inferred: 'https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/2954 (the code, without the ID)',
    method: 'Reads the settings by object ID. Needs `User.Read.All`. The error itself is not provoked.',
    check: async (services) => {
      const id = member(readable(await services.graph('?$select=id')).json, 'id');
      must(typeof id === 'string', 'id: text', `id: ${typeOf(id)}`);
      readable(await services.graph('mailboxSettings', typeof id === 'string' ? id : ''));
    },
  },
  'GRAPH-12': {
    statement: 'Settings of a mailbox are texts and objects; any may be missing, and `userPurpose` may be an object.',
    documented: SETTINGS_DOCS,
    method: WHERE_READ,
    check: have(settings, {
      archiveFolder: 'text absent null',
      dateFormat: 'text absent null',
      timeFormat: 'text absent null',
      timeZone: 'text absent null',
      language: 'object absent null',
      userPurpose: 'text object absent null',
      automaticRepliesSetting: 'object absent null',
      workingHours: 'object absent null',
      delegateMeetingMessageDeliveryOptions: 'text absent null',
    }),
  },
  'GRAPH-13': {
    statement: 'The settings contain `archiveFolder`.',
    documented: SETTINGS_DOCS,
    method: `${WHERE_READ} At least one must have it.`,
    check: async (services) => {
      const all = await settings(services);
      const having = all.filter((each) => typeof each.archiveFolder === 'string').length;
      must(having > 0, 'archiveFolder: text', `archiveFolder: absent in ${all.length} mailboxes`);
    },
  },
  'GRAPH-14': {
    statement: 'Automatic replies have one of three states and of three audiences, compared without case.',
    documented: `${GRAPH_DOCS}/api/resources/automaticrepliessetting`,
    method: WHERE_READ,
    check: have(
      replies,
      {},
      {
        status: [/^(?:disabled|alwaysEnabled|scheduled)$/i, 'disabled, alwaysEnabled or scheduled'],
        externalAudience: [/^(?:none|contactsOnly|all)$/i, 'none, contactsOnly or all'],
      },
    ),
  },
  'GRAPH-15': {
    statement: 'Start and end of automatic replies are `{dateTime, timeZone}`, also without a schedule.',
    documented: `${GRAPH_DOCS}/api/resources/datetimetimezone`,
    method: WHERE_READ,
    check: have(
      within(replies, 'scheduledStartDateTime', 'scheduledEndDateTime'),
      { dateTime: 'text', timeZone: 'text' },
      { dateTime: [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?$/, 'a date and time without zone'] },
    ),
  },
  'GRAPH-16': {
    statement: 'Delivery of meeting messages to delegates has one of three values.',
    documented: SETTINGS_DOCS,
    method: WHERE_READ,
    check: have(settings, {}, { delegateMeetingMessageDeliveryOptions: [DELIVERIES, 'a documented value'] }),
  },
  'GRAPH-17': {
    statement: 'Working hours have a list of days, times without zone, and a time zone with a name.',
    documented: `${GRAPH_DOCS}/api/resources/workinghours`,
    method: WHERE_READ,
    check: all(
      have(hours, { daysOfWeek: 'list', startTime: 'text', endTime: 'text', timeZone: 'object' }),
      have(within(hours, 'timeZone'), { name: 'text' }),
      have(hours, {}, { startTime: [/^\d\d:\d\d:\d\d(?:\.\d+)?$/, 'a time of day'] }),
    ),
  },
  'GRAPH-18': {
    statement: '`$select` limits the settings to the selected ones.',
    documented: `${GRAPH_DOCS}/query-parameters#select-parameter`,
    method: 'Selects the time zone of a mailbox.',
    check: async (services) => {
      const selected = objectOf(readable(await services.graph('mailboxSettings?$select=timeZone')));
      const surplus = Object.keys(selected).filter((key) => !key.includes('@') && key !== 'timeZone');
      must(surplus.length === 0, 'timeZone only', `${surplus.length} other properties`);
    },
  },
  'GRAPH-19': {
    statement:
      'Inbox rules have a name, an order, `isEnabled`, `hasError` and `isReadOnly`; conditions may be missing.',
    documented: `${GRAPH_DOCS}/api/resources/messagerule`,
    method: WHERE_READ,
    check: have(rules, {
      id: 'text',
      displayName: 'text null absent',
      sequence: 'number',
      isEnabled: 'boolean',
      hasError: 'boolean absent',
      isReadOnly: 'boolean absent',
      conditions: 'object null absent',
      actions: 'object null absent',
    }),
  },
  'GRAPH-20': {
    statement:
      'Rules that forward or redirect name recipients as `{emailAddress: {name, address}}`, perhaps without either.',
    documented: `${GRAPH_DOCS}/api/resources/messageruleactions`,
    method: `${WHERE_READ} Needs a rule that forwards.`,
    check: all(
      have(recipients, { emailAddress: 'object' }),
      have(within(recipients, 'emailAddress'), { address: 'text null absent', name: 'text null absent' }),
    ),
  },
  'GRAPH-21': {
    statement: 'Categories have a name and a color.',
    documented: `${GRAPH_DOCS}/api/resources/outlookcategory`,
    method: 'Reads the categories of a mailbox.',
    check: lists(own('outlook/masterCategories'), { displayName: 'text', color: 'text' }),
  },
  'GRAPH-22': {
    statement:
      'Calendar permissions have a role; each calendar has the entry of the whole organization, without an address, and with the ID of the text "Default" in base64.',
    documented: `${GRAPH_DOCS}/api/resources/calendarpermission`,
    method: 'Reads the permissions of a calendar. Needs `Calendars.ReadBasic.All`.',
    check: async (services) => {
      const rows = rowsOf(await services.graph('calendar/calendarPermissions'));
      typed(rows, { role: 'text', allowedRoles: 'list', emailAddress: 'object', isInsideOrganization: 'boolean' });
      const ofOrganization = objectsIn(rows, 'emailAddress').filter(({ name }) => name === 'My Organization');
      must(ofOrganization.length > 0, 'an entry of the whole organization', 'no such entry');
      typed(ofOrganization, { address: 'absent null' });
    },
  },
  'GRAPH-23': {
    statement: 'Without `$top`, a page of mail folders has ten.',
    documented: `${GRAPH_DOCS}/api/user-list-mailfolders`,
    method: 'Reads the folders of up to ten mailboxes, with hidden ones. Needs `Mail.ReadBasic.All`.',
    check: async (services) => {
      const answers = await readableOf(services, 'mailFolders?includeHiddenFolders=true');
      const full = answers.filter((answer) => rowsOf(answer).length >= 10 || '@odata.nextLink' in objectOf(answer));
      needs(full.length > 0, 'The mailboxes that were read have fewer folders.');
      for (const answer of full) must(rowsOf(answer).length === 10, '10 folders', `${rowsOf(answer).length} folders`);
    },
  },
  'GRAPH-24': {
    statement: '`@odata.nextLink` leads to Graph itself; that of a usage report may leave the version.',
    documented: `${GRAPH_DOCS}/paging; ${GRAPH_DOCS}/api/reportroot-getformsuseractivityuserdetail`,
    method: 'Reads the first mail folder of a mailbox. Needs `Mail.ReadBasic.All`.',
    check: async (services) => {
      const link = member(readable(await services.graph('mailFolders?$top=1')).json, '@odata.nextLink');
      needs(link !== undefined, 'There is no next page.');
      const origin = typeof link === 'string' ? URL.parse(link)?.origin : undefined;
      const isOwn = origin === new URL(services.options.graphUrl).origin;
      must(isOwn, 'the origin of Graph', typeof link === 'string' ? 'another origin' : typeOf(link));
    },
  },
  'GRAPH-25': {
    statement: 'The directory has `accountEnabled`, licenses and addresses of a user.',
    documented: `${GRAPH_DOCS}/api/resources/user`,
    method: 'Reads them of the first mailbox. Needs `User.Read.All`.',
    check: have(body(own(`?$select=${USER}`)), {
      accountEnabled: 'boolean null',
      userType: 'text null',
      assignedLicenses: 'list',
      proxyAddresses: 'list',
      otherMails: 'list',
      onPremisesSyncEnabled: 'boolean null absent',
    }),
  },
  'GRAPH-26': {
    statement: 'A throttled item has status 429 and `Retry-After` in seconds, perhaps with a fraction, or as a date.',
    observed: `${GRAPH_DOCS}/throttling (seconds); https://github.com/rknightion/graph2otel (fractions)`,
    method: 'The probe does not provoke throttling.',
  },
  'GRAPH-27': {
    statement: 'A mailbox allows four concurrent requests of an application and 10,000 in 10 minutes.',
    documented: `${GRAPH_DOCS}/throttling-limits#outlook-service-limits (other versions of the page: four of an application, whatever the mailbox)`,
    method: 'The probe does not provoke throttling.',
  },
  'GRAPH-28': {
    statement: 'A PATCH of settings keeps members that it leaves out, and refuses a schedule that is over.',
    documented: `${GRAPH_DOCS}/api/user-update-mailboxsettings`,
    method: 'The probe only reads.',
  },
  'GRAPH-29': {
    statement: 'Automatic replies whose schedule is over keep the status `scheduled`.',
    inferred: 'Exchange Web Services has one state for a schedule before, during and after it',
    method: 'A mailbox with another status does not show that it had a schedule.',
  },
  'GRAPH-30': {
    statement: 'A PATCH of `language` can move the formats of date and time.',
    inferred: `${GRAPH_DOCS}/api/user-update-mailboxsettings: values may be "recalculated based on changes to other property values", without naming one`,
    method: 'The probe only reads.',
  },
  'GRAPH-31': {
    statement: 'A PATCH of an inbox rule can delete rules that only Outlook runs, as the cmdlets of Exchange do.',
    inferred: 'https://learn.microsoft.com/powershell/module/exchange/disable-inboxrule',
    method: 'The probe only reads.',
  },
  'GRAPH-32': {
    statement: 'The sign-in activity of a user cannot be read by address: 400.',
    observed: 'public reports of "Get By Key only supports UserId"',
    method: 'Requests it of the first mailbox. Needs `User.Read.All` and `AuditLog.Read.All`.',
    check: answers(own('?$select=signInActivity'), 400),
  },
  'GRAPH-33': {
    statement:
      'Users are listed 999 a page, with `id`, `userPrincipalName`, `accountEnabled` and a link to the next page.',
    documented: `${GRAPH_DOCS}/api/user-list`,
    method: 'Requests a page of 999 and a page of one. Needs `User.Read.All`.',
    check: all(
      lists(page(`${USERS}999`), {
        id: 'text',
        userPrincipalName: 'text',
        accountEnabled: 'boolean',
        createdDateTime: 'text null',
        assignedLicenses: 'list',
      }),
      have(async (services) => [objectOf(readable(await services.graphPage(`${USERS}1`)))], {
        '@odata.nextLink': 'text',
      }),
    ),
  },
  'GRAPH-34': {
    statement:
      'Listed sign-ins are left out for users who never signed in, and otherwise have three times or null: of the last two attempts, and of the last success.',
    documented: `${GRAPH_DOCS}/api/resources/signinactivity`,
    method: 'Requests a page of 500. Needs `User.Read.All`, `AuditLog.Read.All` and Microsoft Entra ID P1.',
    check: all(
      lists(signIns, { id: 'text', signInActivity: 'object absent null' }),
      have(within(rows(signIns), 'signInActivity'), {
        lastSignInDateTime: 'text null',
        lastNonInteractiveSignInDateTime: 'text null',
        lastSuccessfulSignInDateTime: 'text null',
      }),
    ),
  },
  'GRAPH-35': {
    statement:
      '`userRegistrationDetails` has the `id` of each user whose account is enabled, `isMfaRegistered` and `isMfaCapable`.',
    observed: `${GRAPH_DOCS}/api/authenticationmethodsroot-list-userregistrationdetails; https://github.com/MicrosoftDocs/entra-docs/issues/878 (disabled accounts)`,
    method: 'Requests its first page. Needs `AuditLog.Read.All` and Microsoft Entra ID P1.',
    check: lists(page('/v1.0/reports/authenticationMethods/userRegistrationDetails'), {
      id: 'text',
      isMfaRegistered: 'boolean',
      isMfaCapable: 'boolean',
    }),
  },
  'GRAPH-36': {
    statement: '`subscribedSkus` has the part number of each license.',
    documented: `${GRAPH_DOCS}/api/subscribedsku-list`,
    method: 'Requests it. Needs `LicenseAssignment.Read.All`.',
    check: lists(page('/v1.0/subscribedSkus'), { skuId: 'text', skuPartNumber: 'text' }),
  },
  'GRAPH-37': {
    statement: 'Mailbox usage of `v1.0` redirects to a CSV on another host, which the URL itself authenticates.',
    documented: `${GRAPH_DOCS}/api/reportroot-getmailboxusagedetail`,
    method: 'Requests it, and not the file. Needs `Reports.Read.All`.',
    check: redirects("/v1.0/reports/getMailboxUsageDetail(period='D7')"),
  },
  'GRAPH-38': {
    statement:
      'Successful sign-ins by SMTP AUTH can be filtered in `beta`, interactive and other ones together, and have a user principal ' +
      'name, client and time.',
    inferred:
      'https://github.com/KelvinTegelaar/CIPP-API (the client) and https://learn.microsoft.com/graph/api/signin-list?view=graph-rest-beta ' +
      '(whose example combines types in this form; https://github.com/rknightion/graph2otel says that four types cannot be combined)',
    method: 'Requests the first page. Needs `AuditLog.Read.All` and Microsoft Entra ID P1.',
    check: lists(page(`/beta/auditLogs/signIns?$filter=${encodeURIComponent(SIGN_INS)}`), {
      userPrincipalName: 'text',
      clientAppUsed: 'text',
      createdDateTime: 'text',
    }),
  },
  'GRAPH-39': {
    statement:
      'The usage of mail apps in `v1.0` redirects to a CSV on another host: a cell of an app has a version or Yes, or is blank or No.',
    observed: 'https://github.com/pnp/cli-microsoft365 (a file of a tenant; `Undetermined` is of the JSON of beta)',
    method:
      'Reads the first rows, and prints which words the cells of POP, IMAP and SMTP have. Needs `Reports.Read.All`.',
    check: async (services) => {
      const path = "/v1.0/reports/getEmailAppUsageUserDetail(period='D30')";
      await redirects(path)(services);
      const rows = await services.usageRows(path, 'userPrincipalName');
      needs(rows.length > 0, 'The file has no rows.');
      const words = ['smtpApp', 'imap4App', 'pop3App'].map((app) => `${app}: ${wordsOf(rows, app)}`).join('; ');
      must(!words.includes(OTHER_WORD), 'a version, Yes, No, Undetermined or a blank cell', words);
      services.found = words;
    },
  },
  'GRAPH-40': {
    statement: 'Groups with an address are listed 999 a page, with addresses and `visibility`, a text or null.',
    documented: `${GRAPH_DOCS}/api/group-list`,
    method: `Requests the first page. Needs \`${GROUPS_PERMISSION}\`.`,
    check: lists(page(GROUPS_PATH), {
      id: 'text',
      displayName: 'text',
      mail: 'text',
      proxyAddresses: 'list',
      visibility: 'text null',
    }),
  },
  'GRAPH-41': {
    statement: '`transitiveMembers` has the type and the ID of each member of a group and of the groups in it.',
    documented: `${GRAPH_DOCS}/api/group-list-transitivemembers`,
    method: `Requests the members of up to ten groups. Needs \`${GROUPS_PERMISSION}\`.`,
    check: have(members, { '@odata.type': 'text', id: 'text' }),
  },
  'GRAPH-42': {
    statement: `Users among members have a name and addresses with \`${NAMES_PERMISSION}\`, and nulls without.`,
    documented: `${GRAPH_DOCS}/permissions-overview#limited-information-returned-for-inaccessible-member-objects`,
    method: 'Checks the members of GRAPH-41.',
    check: async (services) => {
      const users = (await members(services)).filter((one) => one['@odata.type'] === '#microsoft.graph.user');
      const { roles } = await services.token('Graph');
      needs(roles !== undefined, 'The roles of the token cannot be read.');
      const isNamed = covers(roles ?? [], NAMES_PERMISSION);
      typed(users, {
        userPrincipalName: isNamed ? 'text' : 'null absent',
        ...(isNamed ? { displayName: 'text null', mail: 'text null' } : {}),
      });
    },
  },
  'GRAPH-43': {
    statement:
      'An application shows owners, and of client secrets all but the text. A restored one has its credentials again.',
    inferred: `${GRAPH_DOCS}/api/directory-deleteditems-restore (without credentials)`,
    method: 'The probe only reads.',
  },
  'GRAPH-44': {
    statement:
      'Records of the audit log have `CreationTime` with `Z` and `RecordType@odata.type`; a query may lack `isRecordCountLimitExceeded`.',
    observed: 'rknightion/graph2otel; four clients count only `true` as cut off',
    method: 'The probe only reads.',
  },
};

const NO_MAILBOX = [
  'MailboxNotEnabledForRESTAPI',
  'MailboxNotSupportedForRESTAPI',
  'ResourceNotFound',
  'ErrorNonExistentMailbox',
  'ErrorItemNotFound',
];

function settingsRequests({ options: { addresses } }: Services, count: number): JsonObject[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    method: 'GET',
    url: mailboxUrl(addresses[index % addresses.length] ?? '', 'mailboxSettings?$select=timeZone'),
  }));
}

function objectOf({ json }: Answer): JsonObject {
  return isObject(json) ? json : {};
}

/** A batch of requests for settings. */
function batchOf(count: number): Question {
  return (services) => services.graphBatch(settingsRequests(services, count));
}

/** The settings of the mailboxes that can be read. Rejects with NotChecked if none can. */
async function settings(services: Services): Promise<JsonObject[]> {
  return (await readableOf(services, 'mailboxSettings')).flatMap(({ json }) => (isObject(json) ? [json] : []));
}

/** The members of some groups that do not hide them. */
async function members(services: Services): Promise<JsonObject[]> {
  const groups = rowsOf(await services.graphPage(GROUPS_PATH)).filter(
    (group) => group.visibility !== 'HiddenMembership',
  );
  needs(groups.length > 0, 'The tenant has no group with an address.');
  const ids = textsOf(groups, 'id').slice(0, 10);
  const urls = ids.map((id) => `/groups/${encodeURIComponent(id)}/${MEMBERS_PATH}`);
  return (await services.graphItems(urls)).flatMap(rowsOf);
}

async function readableOf(services: Services, path: string): Promise<Answer[]> {
  const answers = await services.graphOfEach(path);
  const [first] = answers;
  const successes = answers.filter(({ status }) => status === 200);
  if (first !== undefined && successes.length === 0) readable(first);
  return successes;
}

const OTHER_WORD = 'another word';

/** How often cells have which words, without the words that no document or public file has. */
function wordsOf(rows: readonly JsonObject[], column: string): string {
  const words = Map.groupBy(rows, (row) => {
    const cell = property(row, column);
    if (cell === undefined) return 'no column';
    if (cell === null) return 'blank';
    if (cell === 'Yes' || cell === 'No' || cell === 'Undetermined') return cell;
    return isAppUsed(cell) === true ? 'a version' : OTHER_WORD;
  });
  return [...words].map(([word, { length }]) => `${length} ${word}`).join(', ');
}

/** Checks that a request is redirected to another host. */
function redirects(path: string): Check {
  return async (services) => {
    const answer = await services.graphPage(path);
    mustAnswer(answer, 302);
    const url = URL.parse(firstValue(answer.headers.location) ?? '');
    const isElsewhere = url !== null && url.origin !== new URL(services.options.graphUrl).origin;
    must(isElsewhere, 'a URL of another host', url === null ? 'no URL' : 'a URL of Graph');
  };
}
