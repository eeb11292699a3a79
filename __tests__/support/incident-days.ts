import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jest } from '@jest/globals';
import { parseJson, property, textIn, type Json, type JsonObject } from '../../src/json.ts';
import { endpointLines } from '../../tenant/endpoints.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { runProgram, type ProgramRun } from '../cli/command-line.ts';
import { newCredential, type TestCredential } from './credential.ts';
import { mailboxesOf, setRights } from './mailbox-rights.ts';
import { newFolder } from './new-folder.ts';

/** All that the questions need of Graph. */
export const INCIDENT_ROLES = [
  'MailboxSettings.Read',
  'Calendars.ReadBasic.All',
  'User.Read.All',
  'Directory.Read.All',
  'AuditLog.Read.All',
  'UserAuthenticationMethod.Read.All',
  'AuditLogsQuery-Exchange.Read.All',
];
/** What a nightly run reads. */
const REPORTS = [
  'inbox-rules',
  'calendar-permissions',
  'automatic-replies',
  'mailbox-properties',
  'mailbox-permissions',
  'applications',
];
/** Of the clock, only the date is set: it goes on, and waits end, in real time. */
const REAL = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** The answers of `incident`. */
export interface IncidentRun extends ProgramRun {
  readonly json: Json;
  /** `yes`, `no` or `unknown` by question. */
  readonly answers: Readonly<Record<string, string>>;
  /** Where the files are. */
  readonly folder: string;
  /** What was found, by question. */
  readonly found: Readonly<Record<string, readonly string[]>>;
}

/** Epoch ms of a time of November 2026, in UTC. */
export function november(day: number, hour = 1, minute = 0): number {
  return Date.UTC(2026, 10, day, hour, minute);
}

/** A tenant over some days, of which each night keeps a report. Its first mailbox is that of the person. */
export class IncidentDays {
  readonly tenant: Tenant;
  readonly person: string;
  /** With the kept reports. */
  readonly kept = newFolder();
  readonly #credential: TestCredential;
  readonly #home = newFolder();

  private constructor(tenant: Tenant, credential: TestCredential, person: string) {
    this.tenant = tenant;
    this.#credential = credential;
    this.person = person;
    writeFileSync(path.join(this.#home, 'report.pfx'), Buffer.from(credential.pfx, 'base64'));
  }

  /** Starts on the first of November with mailboxes in which nothing is unusual, each held and audited. */
  static async start(options: Partial<TenantOptions> = {}): Promise<IncidentDays> {
    jest.useFakeTimers({ now: november(1), doNotFake: [...REAL], advanceTimers: true });
    const credential = await newCredential();
    const tenant = await startTenant({
      mailboxes: 12,
      habits: {
        ...FRIENDLY,
        kinds: [],
        rulesOutside: 0,
        forwarding: 0,
        openMailboxes: 0,
        goneTrustees: 0,
        calendarsOutside: 0,
      },
      roles: INCIDENT_ROLES,
      certificates: [credential.certificate],
      log: true,
      ...options,
    });
    const all = mailboxesOf(tenant);
    for (const address of all) {
      const before = '2026-03-01T08:00:00Z';
      tenant.editAccount(address, {
        accountEnabled: true,
        lastPasswordChangeDateTime: before,
        signInSessionsValidFromDateTime: before,
      });
      tenant.setRules(address, []);
      setRights(tenant, address);
      tenant.edit(address, { automaticRepliesSetting: { status: 'disabled' } });
      tenant.editExchange(address, {
        ForwardingAddress: null,
        ForwardingSmtpAddress: null,
        LitigationHoldEnabled: true,
        AuditEnabled: true,
        AuditOwner: ['MailItemsAccessed', 'Send', 'UpdateInboxRules'],
      });
    }
    return new IncidentDays(tenant, credential, all[0] ?? '');
  }

  /** Keeps the report of a night. */
  async night(day: number): Promise<void> {
    jest.setSystemTime(november(day));
    const folder = path.join(this.kept, `2026-11-${String(day).padStart(2, '0')}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(this.#home, 'list.txt'), `${mailboxesOf(this.tenant).join('\n')}\n`);
    const options = [
      '--mailboxes',
      'list.txt',
      '--report',
      REPORTS.join('\n'),
      '--formats',
      'json',
      '--output-directory',
      folder,
    ];
    const run = await this.#run('report', options);
    if (run.code !== 0) throw new Error(run.stderr + run.stdout);
  }

  /** Runs `incident` about the person. */
  async incident(
    day: number,
    args: readonly string[] = [],
    address = this.person,
    kept: string | null = this.kept,
  ): Promise<IncidentRun> {
    jest.setSystemTime(november(day, 9));
    const folder = path.join(newFolder(), 'incident');
    const places = [address, ...(kept === null ? [] : [kept])];
    const run = await this.#run('incident', [...places, '--output-directory', folder, '--json', ...args]);
    const json = parseJson(run.stdout);
    const questions = property(json, 'questions');
    const list = Array.isArray(questions) ? questions : [];
    return {
      ...run,
      json,
      folder,
      answers: Object.fromEntries(list.map((one) => [textIn(one, 'id'), textIn(one, 'answer')])),
      found: Object.fromEntries(list.map((one) => [textIn(one, 'id'), foundIn(one)])),
    };
  }

  #run(command: string, options: readonly string[]): Promise<ProgramRun> {
    const { tenant } = this;
    const signIn = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', 'report.pfx'];
    const env = { MAILBOX_REPORT_PFX_PASSWORD: this.#credential.password };
    return runProgram([command, ...options, ...signIn, '--endpoints', endpointLines(tenant)], env, this.#home, {
      now: () => Date.now(),
    });
  }

  async close(): Promise<void> {
    jest.useRealTimers();
    await this.tenant.close();
  }
}

function foundIn(question: Json): readonly string[] {
  const evidence = property(question, 'evidence');
  const found = (Array.isArray(evidence) ? evidence : []).filter((one) => property(one, 'finding') === true);
  return found.map((one) => textIn(one, 'what'));
}

/** A rule of the inbox. */
export function inboxRule(name: string, actions: JsonObject, conditions: JsonObject = {}): JsonObject {
  const id = Buffer.alloc(8);
  id.writeBigUInt64LE(BigInt(0xd5a28004) * 0x100000000n + BigInt(name.length + 1));
  return {
    id: id.toString('base64'),
    displayName: name,
    sequence: 1,
    isEnabled: true,
    hasError: false,
    isReadOnly: false,
    conditions,
    actions,
  };
}
