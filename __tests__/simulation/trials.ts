/** What simulated time and the dispatcher without sockets do, as JSON: nothing of this runs in the process of a test, which never idles. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip, gzipSync } from 'node:zlib';
import { request, type Dispatcher } from 'undici';
import { DirectDispatcher } from '../../simulation/run/direct-dispatcher.ts';
import { SimulatedTime } from '../../simulation/run/simulated-time.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { readBody, send } from '../../tenant/http.ts';

const START = Date.UTC(2026, 2, 2);
const LARGE = 'x'.repeat(3_000_000);

/** What happens in which order, with the ms since the start. */
async function timeline(): Promise<readonly string[]> {
  const time = new SimulatedTime(START);
  const events: string[] = [];
  const note = (what: string): void => void events.push(`${time.now() - START} ${what}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'simulation-'));
  await time.during(async () => {
    const cancel = time.timer(5, () => note('cancelled'));
    time.timer(20, () => note('twenty'));
    time.timer(10, () => note('first of two'));
    time.timer(10, () => note('second of two'));
    cancel();
    const work = writeFile(path.join(folder, 'file'), LARGE)
      .then(() => promisify(gzip)(LARGE))
      .then(() => note('written and compressed'));
    const stop = new AbortController();
    const stopped = time.sleep(3_600_000, stop.signal).catch((error: unknown) => note(String(error)));
    await Promise.all([
      work,
      time.sleep(3_600_000).then(() => note('an hour')),
      time.sleep(15).then(() => stop.abort('stopped')),
    ]);
    await stopped;
  });
  rmSync(folder, { recursive: true });
  return events;
}

/** Why work is given up that waits for nothing, or that never ends. */
async function givenUp(): Promise<readonly string[]> {
  const time = new SimulatedTime(START);
  const nothing = time.during(() => new Promise(() => undefined)).catch(String);
  const reasons = [String(await nothing)];
  const endless = async (): Promise<never> => {
    for (;;) await time.sleep(86_400_000);
  };
  return [...reasons, await time.during(endless).catch(String)];
}

async function handler(received: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(received, 10_000_000);
  const head = { 'Content-Type': 'text/plain' };
  const { url = '' } = received;
  switch (url) {
    case '/echo':
      send(response, 201, { ...head, 'X-Method': received.method }, body);
      break;
    case '/large':
      send(response, 200, head, LARGE);
      break;
    case '/gzip':
      send(response, 200, { ...head, 'Content-Encoding': 'gzip' }, gzipSync('compressed'));
      break;
    case '/cut':
      received.socket.destroy();
      break;
    case '/cut-within':
      response.writeHead(200, { ...head, 'Content-Length': 10 });
      response.write('half');
      setImmediate(() => response.destroy());
      break;
    case '/chunks':
      response.writeHead(200, head);
      for (const chunk of ['a', 'b', 'c']) response.write(chunk);
      response.end();
      break;
    default:
    // No answer.
  }
}

/** What a client sees of each request. */
async function seen(origin: string, dispatcher: Dispatcher): Promise<readonly string[]> {
  const asked = async (url: string, options: object = {}): Promise<string> => {
    try {
      const { statusCode, headers, body } = await request(`${origin}${url}`, { dispatcher, ...options });
      const bytes = Buffer.from(await body.arrayBuffer());
      const text = (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
      return `${url} ${statusCode} ${String(headers['x-method'])} ${text.length > 100 ? text.length : text} ${typeof headers.date}`;
    } catch (error) {
      return `${url} ${error instanceof Error ? `${error.name} ${'code' in error ? String(error.code) : ''}` : String(error)}`;
    }
  };
  const post = { method: 'POST', body: LARGE };
  const answers = [await asked('/echo', post), await asked('/large'), await asked('/gzip'), await asked('/chunks')];
  answers.push(await asked('/cut'), await asked('/cut-within'));
  answers.push(await asked('/silent', { headersTimeout: 1_000 }));
  const stop = new AbortController();
  const aborted = asked('/silent', { signal: stop.signal });
  stop.abort(new Error('aborted'));
  return [...answers, await aborted];
}

async function bySockets(): Promise<readonly string[]> {
  const server = createServer((received, response) => void handler(received, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const dispatcher = newDispatcher();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const answers = await seen(`http://127.0.0.1:${port}`, dispatcher);
  await dispatcher.destroy();
  server.closeAllConnections();
  server.close();
  return answers;
}

async function directly(): Promise<readonly string[]> {
  const time = new SimulatedTime(START);
  const timeouts = { connect: 10_000, headers: 60_000, body: 60_000, total: 180_000 };
  const dispatcher = new DirectDispatcher({ time, timeouts, delay: () => 50 });
  const { origin } = await dispatcher.serve(handler, (error) => console.error(error));
  return time.during(() => seen(origin, dispatcher));
}

const sockets = await bySockets();
const result = { timeline: await timeline(), givenUp: await givenUp(), sockets, direct: await directly() };
process.stdout.write(JSON.stringify(result));
