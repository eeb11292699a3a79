import { APP_ROLE } from '../src/exchange/cmdlets.ts';
import { BATCH_SIZE } from '../src/exchange/command-runner.ts';
import { outcomeOf } from '../src/exchange/exchange-outcome.ts';
import { property, type JsonObject } from '../src/json.ts';
import {
  decided,
  codeOf,
  itemsOf,
  member,
  must,
  needs,
  readable,
  rowsOf,
  statusText,
  typeOf,
  type Answer,
} from './answer.ts';
import { answers, answersEach, cmdlet, ofMailbox, type Assumptions, type Check, type Question } from './assumption.ts';
import type { Services } from './services.ts';

const LEARN = 'https://learn.microsoft.com';
const CIPP = 'https://github.com/KelvinTegelaar/CIPP-API';
const SCUBA = 'https://github.com/cisagov/ScubaGear';
const GRAPH2OTEL = 'https://github.com/rknightion/graph2otel';
const EXO_HELPER = 'https://github.com/GreyCorbel/ExoHelper';
const GREATER = 'The organization has too few mailboxes.';
const MAY_NOT_LIST = 'The application may not even list mailboxes.';

const PAGE = 2;
const JSON_HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };
const FEW = ['Identity', 'PrimarySmtpAddress'];
const DOMAINS: JsonObject = { CmdletInput: { CmdletName: 'Get-AcceptedDomain', Parameters: {} } };

/** The first page of the mailboxes of the organization, with what checks of objects need. */
export const mailboxes = cmdlet(
  'Get-Mailbox',
  'Identity PrimarySmtpAddress UserPrincipalName EmailAddresses ExternalDirectoryObjectId Guid RecipientTypeDetails ' +
    'WhenCreated ForwardingAddress ForwardingSmtpAddress GrantSendOnBehalfTo DeliverToMailboxAndForward ' +
    'HiddenFromAddressListsEnabled LitigationHoldEnabled InPlaceHolds IsDirSynced AuditEnabled AuditLogAgeLimit ' +
    'RetainDeletedItemsFor ProhibitSendReceiveQuota MaxSendSize',
  { ResultSize: 'Unlimited' },
);
const few = (parameters: Parameters<typeof cmdlet>[2], size?: number): Question =>
  cmdlet('Get-Mailbox', FEW.join(' '), parameters, size);
const firstPage = few({ ResultSize: 'Unlimited' }, PAGE);
const unknownMailbox = few(({ unknownAddress }) => ({ Identity: unknownAddress }));
const batch: Question = (services) => {
  const command = { cmdlet: 'Get-Mailbox', parameters: ofMailbox(services), select: FEW };
  return services.commandBatch(Array.from({ length: BATCH_SIZE }, () => command));
};

/** What the action relies on in the admin API of Exchange Online: requests, pages, batches and errors. */
export const ADMIN_API: Assumptions = {
  'EXCHANGE-1': {
    statement: `The admin API of the cloud accepts a token for its own origin with the app role \`${APP_ROLE}\`.`,
    documented: `${LEARN}/powershell/exchange/app-only-auth-powershell-v2 (the app role; the scope for the preview v2.0)`,
    method: 'Lists mailboxes.',
    check: async (services) => {
      const { roles } = await services.token('Exchange');
      needs(roles?.includes(APP_ROLE) !== false, `The token has no ${APP_ROLE}.`);
      const answer = await mailboxes(services);
      must(answer.status !== 401, 'any status but HTTP 401', statusText(answer));
      decided(answer);
    },
  },
  'EXCHANGE-2': {
    statement: '`POST beta/{tenant}/InvokeCommand` runs a cmdlet and returns its objects in the list `value`.',
    observed: `${SCUBA}, ${CIPP}`,
    method: 'Lists mailboxes.',
    check: async (services) => {
      must(rowsOf(await mailboxes(services)).length > 0, 'mailboxes', 'an empty list');
    },
  },
  'EXCHANGE-3': {
    statement: '`v1.0` does not run cmdlets: 405.',
    inferred: `${CIPP}, which sends every cmdlet to beta`,
    method: 'Sends `Get-AcceptedDomain` there.',
    check: answers((services) => services.adminApi('POST', 'v1.0/{tenant}/InvokeCommand', DOMAINS), 405),
  },
  'EXCHANGE-4': {
    statement: `The documented preview \`v2.0\` refuses a token with \`${APP_ROLE}\`: it has an app role of its own.`,
    documented: `${LEARN}/exchange/reference/admin-api-authentication`,
    method: 'Sends `Get-AcceptedDomain` there. Any status but 200 will do: not every organization has the preview.',
    check: async (services) => {
      const { roles = [] } = await services.token('Exchange');
      needs(!roles.some((role) => role.endsWith('V2')), 'The token has the app role of v2.0 too.');
      const answer = await services.adminApi('POST', 'v2.0/{tenant}/AcceptedDomain', DOMAINS);
      must(answer.status !== 200, 'any status but HTTP 200', statusText(answer));
    },
  },
  'EXCHANGE-5': {
    statement: '`@adminapi.warnings` is a list, also without warnings.',
    observed: GRAPH2OTEL,
    method: 'Checks the list of mailboxes.',
    check: async (services) => {
      const warnings = property(readable(await mailboxes(services)).json, '@adminapi.warnings');
      must(Array.isArray(warnings), '@adminapi.warnings: list', `@adminapi.warnings: ${typeOf(warnings)}`);
    },
  },
  'EXCHANGE-6': {
    statement: '`$select` limits the properties to the selected ones, with annotations beside them.',
    observed: CIPP,
    method: 'Selects two properties of a mailbox.',
    check: onlySelected(few(ofMailbox)),
  },
  'EXCHANGE-7': {
    statement: '`$select` ignores the case of names, and the answer has its own.',
    inferred: `${CIPP} (reads names in another case than it selects)`,
    method: 'Selects a property of a mailbox in lower case.',
    check: async (services) => {
      const [row] = rowsOf(await cmdlet('Get-Mailbox', 'primarysmtpaddress', ofMailbox)(services));
      const type = typeOf(member(row, 'PrimarySmtpAddress'));
      must(type === 'text', 'PrimarySmtpAddress: text', `PrimarySmtpAddress: ${type}`);
    },
  },
  'EXCHANGE-8': {
    statement: '`Prefer: odata.maxpagesize` limits a page, and a longer listing has a link to the next.',
    observed: GRAPH2OTEL,
    method: 'Requests a page of two mailboxes.',
    check: async (services) => {
      const answer = await firstPage(services);
      const { length } = rowsOf(answer);
      must(length <= PAGE, `at most ${PAGE} objects`, `${length} objects`);
      needs(rowsOf(await mailboxes(services)).length > PAGE, GREATER);
      must(linkIn(answer) !== undefined, '@odata.nextLink: text', '@odata.nextLink: absent');
    },
  },
  'EXCHANGE-9': {
    statement: 'Every page but the last is full.',
    inferred: 'no client has reported a shorter one',
    method: 'Counts the page of EXCHANGE-8.',
    check: async (services) => {
      const answer = await firstPage(services);
      needs(linkIn(answer) !== undefined, GREATER);
      const { length } = rowsOf(answer);
      must(length === PAGE, `${PAGE} objects`, `${length} objects`);
    },
  },
  'EXCHANGE-10': {
    statement: 'The link to the next page leads to the admin API of the tenant, at its own host or a region of it.',
    observed: CIPP,
    method: 'Checks the link of EXCHANGE-8.',
    check: async (services) => {
      const link = linkIn(await firstPage(services));
      needs(link !== undefined, GREATER);
      const [url, base] = [URL.parse(link ?? ''), new URL(services.options.exchangeUrl)];
      const isOwn = url !== null && (url.host === base.host || url.host.endsWith(`.${base.host}`));
      must(isOwn, 'the host of the cloud', url === null ? 'no URL' : 'another host');
      must(/^\/adminapi\/beta\/[^/]+\//i.test(url?.pathname ?? ''), '/adminapi/beta/{tenant}/', 'another path');
    },
  },
  'EXCHANGE-11': {
    statement:
      'A POST to the link with the same body, and the tenant by its GUID in `X-AnchorMailbox`, gets the next page.',
    inferred: `${GRAPH2OTEL} (fails without the header)`,
    method: 'Requests the page after that of EXCHANGE-8.',
    check: async (services) => {
      rowsOf(await secondPage(services));
    },
  },
  'EXCHANGE-12': {
    statement: 'The pages after the first have the same `$select`.',
    inferred: 'the link has an opaque token, and clients do not add the option again',
    method: 'Checks the page of EXCHANGE-11.',
    check: onlySelected(secondPage),
  },
  'EXCHANGE-13': {
    statement: '`ResultSize` limits a page, not the listing: a longer listing has a link and a warning.',
    inferred: `${GRAPH2OTEL}, in part`,
    method: 'Lists mailboxes with `ResultSize` 1.',
    check: async (services) => {
      needs(rowsOf(await mailboxes(services)).length > 1, GREATER);
      const answer = await few({ ResultSize: 1 })(services);
      const { length } = rowsOf(answer);
      must(
        length === 1 && linkIn(answer) !== undefined,
        '1 object and a link',
        `${length} objects, ${linkText(answer)}`,
      );
    },
  },
  'EXCHANGE-14': {
    statement: `A batch of ${BATCH_SIZE} commands is accepted.`,
    observed: CIPP,
    method: 'Sends a batch that reads a mailbox ten times.',
    check: answers(batch, 200),
  },
  'EXCHANGE-15': {
    statement: 'A batch has one response to each command, found by its `id`; their order means nothing.',
    inferred: `${LEARN}/graph/json-batching (the same format)`,
    method: 'Counts the responses to the batch of EXCHANGE-14.',
    check: answersEach(batch, BATCH_SIZE),
  },
  'EXCHANGE-16': {
    statement: 'The commands of a batch run as the same commands alone do.',
    observed: CIPP,
    method: 'Checks the responses to the batch of EXCHANGE-14.',
    check: async (services) => {
      needs(rowsOf(await few(ofMailbox)(services)).length > 0, 'There is no mailbox.');
      for (const [answer] of itemsOf(await batch(services)).values()) {
        if (answer === undefined) continue;
        must(answer.status === 200, 'HTTP 200', statusText(answer));
        must(rowsOf(answer).length === 1, '1 object', `${rowsOf(answer).length} objects`);
      }
    },
  },
  'EXCHANGE-17': {
    statement:
      'Each command of a batch needs the token in a header of its own; without it, it is refused with 401 or 403.',
    inferred: `${CIPP} and Microsoft's module, which send it in each`,
    method: 'Sends a batch of one command without it.',
    check: async (services) => {
      readable(await mailboxes(services));
      const root = `${services.options.exchangeUrl}/adminapi/beta/{tenant}`;
      const request = { id: '0', method: 'POST', url: `${root}/InvokeCommand`, headers: JSON_HEADERS, body: DOMAINS };
      const answer = await services.adminApi('POST', 'beta/{tenant}/$batch', { requests: [request] });
      if (answer.status === 401 || answer.status === 403) return;
      for (const [item = answer] of itemsOf(answer).values()) {
        must(item.status === 401 || item.status === 403, 'HTTP 401 or 403', statusText(item));
      }
    },
  },
  'EXCHANGE-18': {
    statement: 'An unknown mailbox has status 404 and `ManagementObjectNotFoundException`.',
    observed: CIPP,
    method: 'Requests a random address in the domain of the first mailbox.',
    check: answers(unknownMailbox, 404, 'ManagementObjectNotFoundException'),
  },
  'EXCHANGE-19': {
    statement:
      'An unknown parameter has status 400 and `AmbiguousParameterSetException`; the outer message is general.',
    observed: GRAPH2OTEL,
    method: 'Runs `Get-AcceptedDomain` with a parameter that it does not have.',
    check: answers(
      (services) => services.command('Get-AcceptedDomain', [], { MailboxReportProbe: true }),
      400,
      'AmbiguousParameterSetException',
    ),
  },
  'EXCHANGE-20': {
    statement: 'A cmdlet that needs a mailbox fails with status 400 without one.',
    observed: GRAPH2OTEL,
    method: 'Runs `Get-MailboxPermission` without a mailbox.',
    check: answers(cmdlet('Get-MailboxPermission', 'Identity', { ResultSize: 1 }), 400),
  },
  'EXCHANGE-21': {
    statement:
      'A cmdlet that no role of the application has is refused as an unknown one is: 403 or `CommandNotFoundException`.',
    observed: GRAPH2OTEL,
    method: 'Runs a cmdlet that does not exist.',
    check: async (services) => {
      needs((await mailboxes(services)).status === 200, MAY_NOT_LIST);
      const answer = await services.command('Get-MailboxReportProbe', [], {});
      const isRefused = answer.status === 403 || codeOf(answer) === 'CommandNotFoundException';
      must(isRefused, 'HTTP 403, or CommandNotFoundException', statusText(answer));
    },
  },
  'EXCHANGE-22': {
    statement: 'Names of servers in the texts of errors have forms that the action removes.',
    inferred: 'names in captured answers',
    method: 'Looks for host names of Outlook in the text of EXCHANGE-18, after the removal.',
    check: async (services) => {
      const outcome = outcomeOf({ ...decided(await unknownMailbox(services)), text: '' }, services.options.now());
      const text = outcome.kind === 'read' ? '' : outcome.error;
      const isClean = !/[\w-]+\.[\w.-]*(?:outlook|exchangelabs|office365)\.(?:com|us|cn)\b/i.test(text);
      must(isClean, 'no name of a server', 'a name of a server');
    },
  },
  'EXCHANGE-23': {
    statement: '`GET v1.0/{tenant}/EXOModuleFile` lists the cmdlets that an application may run.',
    inferred: `${CIPP} (with the token of a user)`,
    method: 'Requests the list.',
    check: async (services) => {
      const path = 'v1.0/{tenant}/EXOModuleFile?Version=3.9.2';
      const [first] = rowsOf(await services.adminApi('GET', path, undefined, { commandname: '*' }));
      const cmdlets = property(first, 'exportedCmdlets');
      must(typeof cmdlets === 'string', 'exportedCmdlets: text', `exportedCmdlets: ${typeOf(cmdlets)}`);
      const hasMailbox = typeof cmdlets === 'string' && /(?:^|,)\s*Get-Mailbox\s*(?:,|$)/i.test(cmdlets);
      must(hasMailbox, 'Get-Mailbox among the cmdlets', 'a list without Get-Mailbox');
    },
  },
  'EXCHANGE-24': {
    statement: 'A role that allows `Get-Mailbox` also allows the other cmdlets about recipients.',
    inferred: 'https://github.com/microsoft/Microsoft365DSC (its lists of roles)',
    method: 'Runs four cmdlets about the first mailbox.',
    check: async (services) => {
      needs((await mailboxes(services)).status === 200, MAY_NOT_LIST);
      for (const name of ['Get-CASMailbox', 'Get-MailboxPermission', 'Get-MailboxStatistics', 'Get-InboxRule']) {
        const parameters = name === 'Get-InboxRule' ? { Mailbox: services.mailbox } : ofMailbox(services);
        mustBeAllowed(name, await cmdlet(name, 'Identity', parameters)(services));
      }
    },
  },
  'EXCHANGE-25': {
    statement: 'A link expires after 5 to 30 minutes, and the listing must then begin again: a link cannot be renewed.',
    inferred: 'the text of the error, and the excerpt of a documentation page, which name different times',
    method: 'It would take longer than a probe may.',
  },
  'EXCHANGE-26': {
    statement: 'A busy service names it in the text of an error, with any status: the maximum of concurrent requests.',
    observed: EXO_HELPER,
    method: 'The probe does not provoke throttling.',
  },
  'EXCHANGE-27': {
    statement: 'An organization that is served by a region is redirected by 302 to a host of that region.',
    observed: SCUBA,
    method: 'Few organizations are redirected, and the action follows.',
  },
  'EXCHANGE-28': {
    statement:
      'A command about one mailbox takes about a second, and a page of a thousand objects far less than a minute.',
    inferred: `${GRAPH2OTEL} (0.6 to 1.0 seconds in an organization with three mailboxes)`,
    method: 'Not compared, since it depends on the organization. The result of the probe has the time of each answer.',
  },
  'EXCHANGE-29': {
    statement:
      'A command that changes something has any status of 2xx, with an empty body, `value: []` or only warnings.',
    inferred: `${EXO_HELPER} (handles 204)`,
    method: 'The probe only reads.',
  },
  'EXCHANGE-30': {
    statement: 'The recipe as a whole, as a direct REST client without the module, works for an application.',
    inferred: 'parts of it, each used by a public client',
    method: 'Lists mailboxes, follows a link and runs a batch, as a run does.',
    check: async (services) => {
      readable(await mailboxes(services));
      if (linkIn(await firstPage(services)) !== undefined) readable(await secondPage(services));
      readable(await batch(services));
    },
  },
};

async function secondPage(services: Services): Promise<Answer> {
  const link = linkIn(await firstPage(services));
  needs(link !== undefined, GREATER);
  const page = link === undefined ? { size: PAGE } : { size: PAGE, link };
  return services.command('Get-Mailbox', FEW, { ResultSize: 'Unlimited' }, page);
}

function linkIn(answer: Answer): string | undefined {
  const link = property(readable(answer).json, '@odata.nextLink');
  return typeof link === 'string' ? link : undefined;
}

function linkText(answer: Answer): string {
  return linkIn(answer) === undefined ? 'no link' : 'a link';
}

function mustBeAllowed(cmdlet: string, answer: Answer): void {
  const isDenied = answer.status === 401 || answer.status === 403 || codeOf(answer) === 'CommandNotFoundException';
  must(!isDenied, `${cmdlet} is allowed`, `${cmdlet}: ${statusText(answer)}`);
}

/** Checks that there are no other properties than the selected ones. */
function onlySelected(question: Question): Check {
  return async (services) => {
    const [row = {}] = rowsOf(await question(services));
    const names = Object.keys(row).filter((name) => !name.includes('@'));
    const surplus = names.filter((name) => !FEW.some((one) => one.toLowerCase() === name.toLowerCase()));
    must(surplus.length === 0, 'only selected properties', `${surplus.length} other properties`);
  };
}
