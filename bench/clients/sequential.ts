/**
 * Reads mailbox settings as the PowerShell script of 2017 did: a request a mailbox, each once the one before is
 * answered, on a connection that is kept.
 */
import { mailboxUrl } from '../../src/graph/batch.ts';
import { parseJson } from '../../src/json.ts';
import { RecordFile } from './csv-file.ts';
import { settingsRecord } from './settings-record.ts';
import { readTask } from './task.ts';

const { graphUrl, token, addresses, csvFile } = readTask(process.env);
const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };

const file = new RecordFile(csvFile);
const started = performance.now();
for (const address of addresses) {
  const response = await fetch(`${graphUrl}/v1.0${mailboxUrl(address, 'mailboxSettings')}`, { headers });
  await file.write([settingsRecord(address, response.status, parseJson(await response.text()))]);
}
const readingMs = performance.now() - started;
await file.close();
console.log(JSON.stringify({ readingMs, throttled: 0 }));
