import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { isRecord, property, type Json } from '../src/json.ts';
import { HEADER, settingsRecord } from './clients/settings-record.ts';
import type { TenantProcess } from './tenant-process.ts';

const AT_A_TIME = 16;
const STATUS = HEADER.indexOf('Status');

/** The expected rows of addresses, by the data of the tenant, without the text of the error. */
export async function expectedRows(tenant: TenantProcess, addresses: readonly string[]): Promise<readonly string[]> {
  const rows: string[] = [];
  for (let from = 0; from < addresses.length; from += AT_A_TIME) {
    const some = addresses.slice(from, from + AT_A_TIME);
    rows.push(...(await Promise.all(some.map((address) => expectedRow(tenant, address)))));
  }
  return rows;
}

/** The number of wrong, missing and surplus rows of a CSV. */
export async function wrongRows(csvFile: string, expected: readonly string[]): Promise<number> {
  const records: unknown[] = parse(await readFile(csvFile), { bom: true, from: 2 });
  const wrong = records.filter((record, at) => rowText(record) !== expected[at]).length;
  return wrong + Math.max(0, expected.length - records.length);
}

async function expectedRow(tenant: TenantProcess, address: string): Promise<string> {
  const answer = await tenant.inspect(`expected?address=${encodeURIComponent(address)}`);
  const status = property(answer, 'status');
  return rowText(status === 'ok' ? settingsRecord(address, 200, settingsIn(answer)) : unreadableRow(address, status));
}

function settingsIn(answer: Json): Json {
  const settings = property(answer, 'settings');
  if (!isRecord(settings)) throw new Error('the tenant has no settings');
  return settings;
}

function unreadableRow(address: string, status: Json | undefined): string[] {
  const row = new Array<string>(HEADER.length).fill('');
  row[0] = address;
  if (typeof status === 'string') row[STATUS] = status;
  return row;
}

function rowText(record: unknown): string {
  return Array.isArray(record) ? JSON.stringify(record.slice(0, STATUS + 1)) : '';
}
