import { listObjects, type ListingOptions } from '../../graph/graph-listing.ts';
import type { Machine } from '../../http/machine.ts';
import type { JsonObject } from '../../json.ts';
import type { QueryFailure, QueryResult } from '../../mailboxes/mailbox-answer.ts';
import { known, reasonOf, unknownBecause, type Known, type UnknownValue } from '../../reports/known.ts';
import type { RequestLog } from './request-log.ts';

/** What a request is for, which is said if there is no answer. */
export interface GraphNeed {
  /** What is read, with its article, such as `the sign-ins`. */
  readonly what: string;
  /** The least application permission. */
  readonly permission: string;
  /** The license without which Graph does not show it, such as `Entra ID P1`. */
  readonly license?: string;
}

export interface GraphReadsOptions extends Pick<Machine, 'now' | 'sleep'> {
  readonly listing: ListingOptions;
  readonly requests: RequestLog;
  readonly signal: AbortSignal;
}

/** The command that registers an application with all permissions of the questions. */
export const SETUP = 'mailbox-report setup --incident';
/** https://learn.microsoft.com/graph/throttling-limits: of sign-ins and directory audits, without a Retry-After. */
const [REPORTS_IN_WINDOW, WINDOW_MS] = [5, 10_000];
const REPORTS_PATH = /^\/(?:v1\.0|beta)\/auditLogs\//;
const UNLICENSED =
  /Authentication_RequestFromNonPremiumTenantOrB2CTenant|doesn't have premium license|tenant is not licensed/i;

/** Reads Graph for the questions. Each path is requested once, and its answer shared. */
export class GraphReads {
  readonly #options: GraphReadsOptions;
  readonly #lists = new Map<string, Promise<QueryResult<readonly JsonObject[]>>>();
  readonly #objects = new Map<string, Promise<QueryResult<JsonObject>>>();
  /** When the latest requests to the reporting service were sent (epoch ms). */
  readonly #reportTimes: number[] = [];

  constructor(options: GraphReadsOptions) {
    this.#options = options;
  }

  /**
   * All objects of a listing. A part of a listing is unknown, and never the whole.
   *
   * @param path with version and query, such as `/v1.0/users/ID/oauth2PermissionGrants`
   */
  async list(path: string, need: GraphNeed): Promise<Known<readonly JsonObject[]>> {
    const answer = this.#lists.get(path) ?? listObjects(path, this.listing);
    this.#lists.set(path, answer);
    return knownResult(await answer, need);
  }

  /** An object. One that does not exist is unknown with the reason `not-in-the-answer`. */
  async get(path: string, need: GraphNeed): Promise<Known<JsonObject>> {
    const answer = this.#objects.get(path) ?? this.#get(path);
    this.#objects.set(path, answer);
    return knownResult(await answer, need);
  }

  /** The same for code that reads listings by itself. */
  get listing(): ListingOptions {
    return { ...this.#options.listing, get: (path) => this.#get(path) };
  }

  async #get(path: string): Promise<QueryResult<JsonObject>> {
    const { listing, requests } = this.#options;
    if (REPORTS_PATH.test(path)) await this.#reportsPermit();
    return requests.logged('Microsoft Graph', `GET ${path}`, listing.get(path), (result) =>
      result.status === 'ok' ? 'ok' : [result.status, result.error].filter(Boolean).join(': '),
    );
  }

  /** Waits until the reporting service accepts another request. */
  async #reportsPermit(): Promise<void> {
    const { now, signal, sleep } = this.#options;
    const earlier = this.#reportTimes.at(-REPORTS_IN_WINDOW);
    const at = Math.max(now(), earlier === undefined ? 0 : earlier + WINDOW_MS);
    this.#reportTimes.push(at);
    if (at > now()) await sleep(at - now(), signal);
  }
}

function knownResult<T>(result: QueryResult<T>, need: GraphNeed): Known<T> {
  return result.status === 'ok' ? known(result.value) : unknownResult(result, need);
}

/** Whether Graph refuses something because the tenant lacks Microsoft Entra ID P1. */
export function isUnlicensed(error: string): boolean {
  return UNLICENSED.test(error);
}

function unknownResult(failure: QueryFailure, { what, permission, license }: GraphNeed): UnknownValue<never> {
  const { error, status } = failure;
  if (isUnlicensed(error)) {
    return unknownBecause('license', `Graph does not show ${what}: the tenant needs ${license ?? 'Entra ID P1'}.`);
  }
  if (status === 'access-denied') {
    const detail = `Graph refuses ${what}: grant the application ${permission}, or use one that "${SETUP}" registers.`;
    return unknownBecause('permission', detail);
  }
  const cause = error === '' ? status : error.replace(/\.?$/, '');
  return unknownBecause(reasonOf(failure), `Graph does not return ${what} (${cause}).`);
}
