import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { appRoles } from '../../../src/auth/access-token.ts';
import { TokenSource } from '../../../src/auth/token-source.ts';
import { keptReports } from '../../../src/history/kept-report.ts';
import { newDispatcher } from '../../../src/http/dispatcher.ts';
import { askQuestions } from '../../../src/incident/answers.ts';
import type { Answer, Containment } from '../../../src/incident/answer.ts';
import { containmentPlan } from '../../../src/incident/containment-plan.ts';
import { readNights } from '../../../src/incident/kept-nights.ts';
import type { Question } from '../../../src/incident/question.ts';
import type { LoggedRequest } from '../../../src/incident/reads/request-log.ts';
import { readReportInputs } from '../../../src/run/read-inputs.ts';
import { servicesOf } from '../../../src/source/services.ts';
import { thisMachine } from '../../../src/http/machine.ts';
import { endpointLines } from '../../../tenant/endpoints.ts';
import { FRIENDLY } from '../../../tenant/habits.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../../tenant/tenant.ts';
import { newFolder } from '../../support/new-folder.ts';
import { storedRun, type StoredRun } from '../../support/rows-file.ts';

export const DAY = 86_400_000;

/** All that the questions need of Graph. */
export const ROLES: readonly string[] = [
  'MailboxSettings.Read',
  'Calendars.ReadBasic.All',
  'User.Read.All',
  'Directory.Read.All',
  'AuditLog.Read.All',
  'UserAuthenticationMethod.Read.All',
  'AuditLogsQuery-Exchange.Read.All',
];

/** A person of a tenant, and when things happened. */
export interface Person {
  readonly tenant: Tenant;
  /** The user principal name, which is the address too. */
  readonly who: string;
  readonly id: string;
  /** Epoch ms of so many days before now. */
  readonly ago: (days: number) => number;
  readonly iso: (days: number) => string;
}

/** A state of a tenant, in which a question is asked. */
export interface Case {
  readonly options?: TenantOptions;
  readonly happens?: (person: Person) => void;
  /** The cells of the mailbox in the report of the first day before `--since`, and of the last night, by report. */
  readonly nights?: Readonly<Record<string, KeptRows>>;
  /** Another mailbox of both nights, with its rows by report; without rows, they could not read it. */
  readonly colleague?: { readonly address: string; readonly rows?: Readonly<Record<string, KeptRows['last']>> };
  /** `--since`, in days; 7 if not given. */
  readonly since?: number;
  readonly searchesAudit?: boolean;
}

interface KeptRows {
  readonly columns: readonly string[];
  readonly many?: boolean;
  /** Undefined: the night did not read them. */
  readonly before: StoredRun['mailboxes'][string][number]['rows'];
  readonly last: StoredRun['mailboxes'][string][number]['rows'];
}

export interface Asked {
  readonly answers: readonly Answer[];
  readonly requests: readonly LoggedRequest[];
  readonly containment: readonly Containment[];
}

/** Starts a tenant, lets things happen in it, and asks questions about its first user. */
export async function asked(questions: readonly Question[], { options, happens, ...given }: Case): Promise<Asked> {
  const habits = { ...FRIENDLY, kinds: [], protocolUse: [0, 0, 0] as const };
  const tenant = await startTenant({
    mailboxes: 6,
    habits,
    roles: ROLES,
    inFlightMs: 0,
    auditLog: { pendingPolls: 0 },
    ...options,
  });
  const dispatcher = newDispatcher();
  try {
    const [who = ''] = tenant.addresses;
    const now = Date.now();
    const ago = (days: number): number => now - days * DAY;
    const iso = (days: number): string => `${new Date(ago(days)).toISOString().slice(0, 19)}Z`;
    const { id = '' } = tenant.account(who) === undefined ? {} : idOf(tenant, who);
    happens?.({ tenant, who, id, ago, iso });
    return await answered(questions, { tenant, dispatcher, who, now }, given);
  } finally {
    await dispatcher.destroy();
    await tenant.close();
  }
}

function idOf(tenant: Tenant, who: string): { readonly id: string } {
  const user = tenant.listed('users', ['id', 'userPrincipalName']).find((one) => one.userPrincipalName === who);
  return { id: typeof user?.id === 'string' ? user.id : '' };
}

interface Place {
  readonly tenant: Tenant;
  readonly dispatcher: ReturnType<typeof newDispatcher>;
  readonly who: string;
  readonly now: number;
}

async function answered(
  questions: readonly Question[],
  { tenant, dispatcher, who, now }: Place,
  { nights, colleague, since = 7, searchesAudit = true }: Omit<Case, 'options' | 'happens'>,
): Promise<Asked> {
  const inputs = readReportInputs({
    'INPUT_TENANT-ID': tenant.tenantId,
    'INPUT_CLIENT-ID': tenant.clientId,
    INPUT_PFX: 'MIIK',
    INPUT_MAILBOXES: '-',
    INPUT_ENDPOINTS: endpointLines(tenant),
  });
  const tokensFor = (service: 'graph' | 'exchange'): TokenSource =>
    new TokenSource(
      {
        send: async () => {
          const value = await tenant.accessToken(service);
          return { value, expiresAt: Date.now() + 3_600_000, roles: appRoles(value) };
        },
      },
      Date.now,
    );
  const { signal } = new AbortController();
  const runner = { ...thisMachine(), dispatcher, signal };
  const signedIn = { tokens: tokensFor('graph'), exchangeTokens: tokensFor('exchange') };
  const { graph, exchange } = servicesOf({ inputs, signedIn, runner });
  if (exchange === undefined) throw new Error('there are tokens for Exchange Online');
  const folder = keptFolder(who, nights ?? {}, { first: now - (since + 1) * DAY, last: now - DAY / 2, colleague });
  const { incident, answers } = await askQuestions({
    address: who,
    since: new Date(now - since * DAY),
    searchesAudit,
    questions,
    graph,
    exchange,
    origin: { tenant: 'contoso.com', cloud: 'global', shown: { tenant: '', cloud: 'global' }, certificate: undefined },
    readNights: async (addresses) => {
      const kept = await keptReports(folder, newFolder(), (file) => file, new Date(0));
      return readNights('the folder', kept, addresses, newFolder(), () => undefined);
    },
    ...thisMachine(),
    signal,
    progress: () => undefined,
  });
  return { answers, requests: incident.requests.entries, containment: containmentPlan(incident, answers) };
}

function keptFolder(
  who: string,
  reports: Readonly<Record<string, KeptRows>>,
  { first, last, colleague }: { readonly first: number; readonly last: number; readonly colleague: Case['colleague'] },
): string {
  const folder = newFolder();
  const names = Object.keys(reports);
  if (names.length === 0) return folder;
  const columns = Object.fromEntries(
    names.map((name) => [name, { columns: reports[name]?.columns ?? [], many: reports[name]?.many ?? false }]),
  );
  for (const [night, time] of [
    ['before', first],
    ['last', last],
  ] as const) {
    const results = names.map((name) => {
      const rows = reports[name]?.[night];
      return rows === undefined ? { status: 'failed' } : { rows };
    });
    const ofColleague = names.map((name) => {
      const rows = colleague?.rows?.[name];
      return rows === undefined ? { status: 'failed' } : { rows };
    });
    const others = colleague === undefined ? undefined : { [colleague.address]: ofColleague };
    const started = new Date(time).toISOString();
    const place = path.join(folder, night);
    mkdirSync(place);
    writeFileSync(
      path.join(place, 'rows.ndjson.gz'),
      storedRun({ started, reports: columns, mailboxes: { [who]: results, ...others } }),
    );
  }
  return folder;
}
