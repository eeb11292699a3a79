/**
 * Reads mailbox settings with Microsoft's own client for JavaScript and its batch helper, as its documentation shows:
 * 20 requests a batch, one batch after another, each item's answer taken as it comes.
 * https://github.com/microsoftgraph/msgraph-sdk-javascript/blob/dev/docs/content/Batching.md
 */
import { BatchRequestContent, BatchResponseContent, Client } from '@microsoft/microsoft-graph-client';
import { BATCH_SIZE, mailboxUrl } from '../../src/graph/batch.ts';
import { isRecord, parseJson } from '../../src/json.ts';
import { RecordFile } from './csv-file.ts';
import { settingsRecord } from './settings-record.ts';
import { readTask } from './task.ts';

const { graphUrl, token, addresses, csvFile, inFlight } = readTask(process.env);
const client = Client.init({
  baseUrl: graphUrl,
  customHosts: new Set([new URL(graphUrl).hostname]),
  authProvider: (done) => {
    done(null, token);
  },
});
let throttled = 0;

async function readBatch(batch: readonly string[]): Promise<string[][]> {
  const steps = batch.map((address, at) => ({
    id: String(at),
    request: new Request(`https://graph.microsoft.com${mailboxUrl(address, 'mailboxSettings')}`, { method: 'GET' }),
  }));
  const content = await new BatchRequestContent(steps).getContent();
  const answer: unknown = await client.api('/$batch').post(content);
  if (!isBatchAnswer(answer)) throw new Error('no answer to a batch');
  const answers = new BatchResponseContent(answer);
  return Promise.all(
    batch.map(async (address, at) => {
      const response = answers.getResponseById(String(at));
      if (response.status === 429) throttled++;
      return settingsRecord(address, response.status, parseJson(await response.text()));
    }),
  );
}

function isBatchAnswer(answer: unknown): answer is { responses: Record<string, unknown>[] } {
  return isRecord(answer) && Array.isArray(answer.responses);
}

const file = new RecordFile(csvFile);
const started = performance.now();
for (let from = 0; from < addresses.length; from += BATCH_SIZE * inFlight) {
  const starts = Array.from({ length: inFlight }, (_, at) => from + at * BATCH_SIZE).filter(
    (start) => start < addresses.length,
  );
  const batches = await Promise.all(starts.map((start) => readBatch(addresses.slice(start, start + BATCH_SIZE))));
  for (const records of batches) await file.write(records);
}
const readingMs = performance.now() - started;
await file.close();
console.log(JSON.stringify({ readingMs, throttled }));
