import { property, type Json, type JsonObject } from '../json.ts';
import type { Access } from './access.ts';
import { cmdletNamed } from './cmdlets.ts';
import {
  badRequest,
  expiredPage,
  JSON_TYPE,
  missingParameter,
  unavailable,
  unknownCmdlet,
  unknownColumns,
  unknownParameters,
  type ExchangeAnswer,
} from './errors.ts';
import type { ExchangeFaultPlan, ListingFaults } from './faults.ts';
import { commandMark, LINK_LIFETIME_MS, openToken, pageSize, routesTo, sealToken, type PageToken } from './paging.ts';
import { bindParameters, resultSize } from './parameters.ts';
import type { RowSource } from './rows.ts';
import type { OrganisationData } from './surroundings.ts';

/** A request to run a cmdlet: alone, or an item of a batch. */
export interface Command {
  readonly body: Json;
  /** Of its address. */
  readonly query: URLSearchParams;
  readonly anchor: string | undefined;
  readonly prefer: string | undefined;
}

/** Where and when a command is run. */
export interface Running {
  readonly surroundings: OrganisationData;
  readonly access: Access;
  readonly faults: ExchangeFaultPlan;
  readonly clientId: string;
  /** Names of the tenant that route to it: its ID and its initial domain. */
  readonly realms: readonly string[];
  /** The most rows on a page. */
  readonly mostAPage: number;
  /** Origin and path up to `InvokeCommand`. */
  readonly root: string;
  /** Epoch ms. */
  readonly now: number;
}

const MORE =
  'There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.';

/** The name of the cmdlet that a body names; undefined for a body that is no command. */
export function cmdletIn(body: Json | undefined): string | undefined {
  const name = property(property(body, 'CmdletInput'), 'CmdletName');
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** The parameters that a body gives. */
export function parametersIn(body: Json | undefined): Json | undefined {
  return property(property(body, 'CmdletInput'), 'Parameters');
}

/** Runs a command. Errors are responses too. */
export function invoke(command: Command, running: Running): ExchangeAnswer {
  const { body, query } = command;
  const { access, faults, surroundings, clientId } = running;
  const name = cmdletIn(body);
  if (name === undefined) return badRequest('The request must contain a CmdletInput with a CmdletName.');
  const cmdlet = cmdletNamed(name);
  if (cmdlet === undefined) return unknownCmdlet(name);
  if (!access.allows(cmdlet)) return access.refusal(cmdlet, clientId);
  const given = parametersIn(body);
  const unknown = faults.unknownParameters(cmdlet.name).filter((one) => property(given, one) !== undefined);
  if (unknown.length > 0) return unknownParameters(unknown);
  const values = bindParameters(given, access.parametersOf(cmdlet), cmdlet.mandatory);
  if ('status' in values) return values;
  if (faults.needsIdentity(cmdlet.name) && !values.has('Identity')) return missingParameter('Identity');
  const lacks = (address: string, column: string): boolean => faults.lacks(cmdlet.name, address, column);
  const losesWrite = (address: string): boolean => faults.losesWrite(address);
  const lag = (address: string) => faults.lag(address, running.now);
  const { writeAnswer } = faults;
  const source = cmdlet.run(values, { ...surroundings, lacks, losesWrite, lag, writeAnswer });
  if ('status' in source) return source;
  const token = tokenOf(command, running, cmdlet.name);
  if ('status' in token) return token;
  const known = new Set(source.properties.map((column) => column.toLowerCase()));
  const unknownNames = token.select?.filter((column) => !known.has(column)) ?? [];
  if (unknownNames.length > 0) return unknownColumns(unknownNames);
  const isFirst = !query.has('$skiptoken');
  const most = resultSize(values.get('ResultSize')) ?? (cmdlet.parameters.ResultSize === undefined ? Infinity : 1000);
  const size = Math.min(cmdlet.hasOnePage === true ? Infinity : pageSize(command.prefer, running.mostAPage), most);
  if (Math.min(size, source.count - token.offset) > faults.mostRows(cmdlet.name)) return unavailable(504, undefined);
  const warnings = [
    ...(cmdlet.warnings ?? []),
    ...(source.warnings ?? []),
    ...(isFirst && source.count > most ? [MORE] : []),
  ];
  return page(source, token, { size, isFirst, warnings, faults: faults.listing(cmdlet.name), running });
}

/** The start of the page: the first row, or the position in a link that is valid for this command. */
function tokenOf(
  { query, body, anchor }: Command,
  { now, faults, realms }: Running,
  cmdlet: string,
): PageToken | ExchangeAnswer {
  const text = query.get('$skiptoken');
  if (text === null) {
    const select = query.get('$select');
    return {
      offset: 0,
      select: select === null ? null : select.split(',').map((column) => column.trim().toLowerCase()),
      created: now,
      afterEmpty: false,
      command: commandMark(body),
      anchor: anchor ?? null,
    };
  }
  const token = openToken(text);
  if (token === undefined) return expiredPage();
  const isValid =
    token.command === commandMark(body) &&
    now - token.created < LINK_LIFETIME_MS &&
    routesTo(token, anchor, realms) &&
    !faults.nextLinkExpired(cmdlet);
  return isValid ? token : expiredPage();
}

interface Paging {
  readonly size: number;
  readonly isFirst: boolean;
  readonly warnings: readonly string[];
  readonly faults: ListingFaults;
  readonly running: Running;
}

function page(
  source: RowSource,
  token: PageToken,
  { size, isFirst, warnings, faults, running }: Paging,
): ExchangeAnswer {
  const isEmpty = faults.empty && !token.afterEmpty;
  const start = token.offset;
  // A listing that is cut short need not be longer than a page.
  const isTruncated = faults.truncated && isFirst && source.count > 1;
  const last = isTruncated ? Math.ceil(source.count / 2) : source.count;
  const end = isEmpty ? start : Math.min(last, start + size);
  const select = token.select === null || (faults.forgetsSelect && !isFirst) ? undefined : new Set(token.select);
  const next: PageToken = { ...token, offset: end, created: running.now, afterEmpty: isEmpty };
  const hasNext = !isTruncated && (faults.foreign !== undefined || isEmpty || end < source.count);
  const { root } = running;
  const linkRoot = faults.foreign === undefined ? root : faults.foreign + new URL(root).pathname;
  const body: JsonObject = {
    '@odata.context': `${root}/$metadata#Collection(Exchange.GenericHashTable)`,
    'adminapi.warnings@odata.type': '#Collection(String)',
    '@adminapi.warnings': isTruncated ? [MORE] : [...warnings],
    ...(hasNext ? { '@odata.nextLink': `${linkRoot}/InvokeCommand?%24skiptoken=${sealToken(next)}` } : {}),
    value: source.rows(start, end, select),
  };
  // A number beyond 2^53, which JavaScript has only as a text.
  const text = JSON.stringify(body).replace(/"RuleIdentity":"(\d+)"/g, '"RuleIdentity":$1');
  return { status: 200, body: text, headers: { 'Content-Type': JSON_TYPE } };
}
