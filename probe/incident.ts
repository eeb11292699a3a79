import { all, answers, body, cmdlet, lists, own, page, rows, type Assumptions } from './assumption.ts';
import { must, needs, textsOf } from './answer.ts';

const GRAPH_API = 'https://learn.microsoft.com/graph/api';
const GRAPH2OTEL = 'https://github.com/rknightion/graph2otel';
const CIPP = 'https://github.com/KelvinTegelaar/CIPP-API';
const INVESTIGATE = 'https://learn.microsoft.com/purview/audit-log-investigate-accounts';
const LIMITS = 'https://learn.microsoft.com/graph/throttling-limits#identity-and-access-reports-best-practices';
const DAY = 86_400_000;
const AUDITS = '/v1.0/auditLogs/directoryAudits';

function since(days: number): string {
  return `activityDateTime%20ge%20${new Date(Date.now() - days * DAY).toISOString().slice(0, 19)}Z`;
}

/** The messages of two days, which the cmdlet returns without bounds. */
const traced = cmdlet('Get-MessageTraceV2', 'MessageTraceId Received SenderAddress RecipientAddress', {
  ResultSize: 1000,
});

/** What the action relies on about the logs and what people sign in with. */
export const INCIDENT: Assumptions = {
  'GRAPH-60': {
    statement:
      'Sign-ins of `v1.0` are interactive ones, and do not name their type. A success has `errorCode` 0; place and device may be null.',
    observed: GRAPH2OTEL,
    method: 'Requests the first five. Needs `AuditLog.Read.All` and Microsoft Entra ID P1.',
    check: lists(page('/v1.0/auditLogs/signIns?$top=5'), {
      createdDateTime: 'text',
      userId: 'text',
      appId: 'text null',
      ipAddress: 'text null',
      status: 'object',
      location: 'object null',
      deviceDetail: 'object null',
      signInEventTypes: 'absent',
    }),
  },
  'GRAPH-61': {
    statement:
      'Sign-ins of a person can be filtered by `userId` and by success, those that are not interactive in `beta`.',
    observed: `${CIPP}; ${GRAPH2OTEL}`,
    method:
      'Requests those of the first mailbox. Needs `AuditLog.Read.All`, `User.Read.All` and Microsoft Entra ID P1.',
    check: async (services) => {
      const [id = ''] = textsOf(await body(own('?$select=id'))(services), 'id');
      needs(id !== '', 'The first mailbox has no account.');
      const filter = `userId eq '${id.toLowerCase()}' and status/errorCode eq 0 and signInEventTypes/any(t: t eq 'nonInteractiveUser')`;
      const found = await rows(page(`/beta/auditLogs/signIns?$filter=${encodeURIComponent(filter)}&$top=5`))(services);
      needs(found.length > 0, 'The log has no such sign-in of the first mailbox.');
      const others = textsOf(found, 'userId').filter((one) => one.toLowerCase() !== id.toLowerCase()).length;
      must(others === 0, 'only the person', `${others} of others`);
    },
  },
  'GRAPH-62': {
    statement: 'Audits of the directory name activity, result, initiator and targets.',
    documented: `${GRAPH_API}/resources/directoryaudit`,
    method: 'Requests the first five of a week. Needs `AuditLog.Read.All`.',
    check: lists(page(`${AUDITS}?$filter=${since(6)}&$top=5`), {
      activityDateTime: 'text',
      activityDisplayName: 'text',
      result: 'text',
      initiatedBy: 'object null',
      targetResources: 'list',
    }),
  },
  'GRAPH-63': {
    statement: 'Audits of the directory that begin before what the tenant keeps are refused, with the first day.',
    observed: 'A public report of 2026-09: 90 days were refused, and the minimum allowed date was 30 days ago',
    method: 'Requests those of 90 days. Needs `AuditLog.Read.All`.',
    check: answers(page(`${AUDITS}?$filter=${since(90)}&$top=1`), 400),
  },
  'GRAPH-64': {
    statement:
      'Methods of authentication have a type; a date may be null or missing, and there is no option of a query.',
    documented: `${GRAPH_API}/authentication-list-methods`,
    method: 'Requests those of the first mailbox. Needs `UserAuthenticationMethod.Read.All`.',
    check: lists(own('authentication/methods'), {
      '@odata.type': 'text',
      id: 'text',
      createdDateTime: 'text null absent',
    }),
  },
  'GRAPH-65': {
    statement: 'Registered devices have a name and a date, which may be null.',
    documented: `${GRAPH_API}/user-list-registereddevices`,
    method: 'Requests those of the first mailbox. Needs `Directory.Read.All`.',
    check: lists(own('registeredDevices/microsoft.graph.device?$select=id,displayName,registrationDateTime'), {
      id: 'text',
      displayName: 'text null',
      registrationDateTime: 'text null',
    }),
  },
  'GRAPH-66': {
    statement: 'Applications that a person consented to are assigned to it, with a date and their name.',
    inferred: `${GRAPH_API}/user-list-approleassignments (the list, without what a consent adds to it)`,
    method: 'Requests those of the first mailbox. Needs `Directory.Read.All`.',
    check: lists(own('appRoleAssignments'), {
      resourceId: 'text',
      resourceDisplayName: 'text null',
      createdDateTime: 'text null',
    }),
  },
  'GRAPH-67': {
    statement:
      'Records of `MailItemsAccessed` have the type `exchangeItemAggregated` and are found by the owner of the mailbox, not by the actor of a query. `Sync` is a whole folder; after 1,000 records `IsThrottled` says that more are missing for 24 hours.',
    documented: INVESTIGATE,
    method: 'A query of the audit log takes minutes.',
  },
  'GRAPH-68': {
    statement:
      'Sign-ins and audits of the directory accept 5 requests in 10 seconds, and may name no time after which to retry.',
    documented: LIMITS,
    method: 'The limit would have to be exceeded.',
  },
  'GRAPH-69': {
    statement:
      'The activities `User registered security info`, `Consent to application` and `Add app role assignment to service principal` begin so in all tenants.',
    observed: `${CIPP}; https://github.com/invictus-ir/Microsoft-Extractor-Suite`,
    method: 'They would have to be caused.',
  },
  'EXCHANGE-120': {
    statement: '`Get-MessageTraceV2` has a row for each recipient of a message, and may repeat rows.',
    observed: GRAPH2OTEL,
    method: 'Runs it, of two days.',
    check: all(
      lists(traced, { MessageTraceId: 'text', Received: 'text', SenderAddress: 'text', RecipientAddress: 'text' }),
      async (services) => {
        const found = await rows(traced)(services);
        must(found.length <= 1000, 'at most ResultSize rows', `${found.length} rows`);
      },
    ),
  },
  'EXCHANGE-121': {
    statement:
      'A full page of `Get-MessageTraceV2` has a warning and no link; the next one begins with its last recipient and time.',
    observed: `${GRAPH2OTEL}; ${CIPP}`,
    method: 'It would need more messages than a page has.',
  },
};
