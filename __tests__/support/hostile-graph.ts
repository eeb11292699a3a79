import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isRecord, jsonOrUndefined } from '../../src/json.ts';
import { listening } from './listening.ts';

/** The response of a tenant for a mailbox. */
export interface HostileAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface HostileGraph {
  /** Serves as authority and as Graph. */
  readonly origin: string;
  close(): Promise<void>;
}

/** A server for Entra and Graph that grants every token and returns the given response for each mailbox by position. */
export async function hostileGraph(answers: readonly HostileAnswer[]): Promise<HostileGraph> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = jsonOrUndefined(Buffer.concat(chunks).toString('utf8'));
    const requests: readonly unknown[] = isRecord(body) && Array.isArray(body.requests) ? body.requests : [];
    const responses = requests.map((item, at) => ({ id: isRecord(item) ? item.id : '', ...answers[at] }));
    const token = { token_type: 'Bearer', expires_in: 3599, access_token: 'opaque-token-of-a-test' };
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(request.url?.endsWith('/token') === true ? token : { responses }));
  };
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  return listening(server);
}
