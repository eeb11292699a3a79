import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { RequestFault } from './faults.ts';
import type { GraphAnswer } from './graph-errors.ts';
import { send } from './http.ts';
import type { Host } from './listen.ts';

/** A fault that modifies the response of a request after it ran. */
export type SpoilingFault = Extract<RequestFault, { kind: 'malformed' | 'reset-within' } | { kind: 'slow' }>;

export function isSpoiling(fault: RequestFault): fault is SpoilingFault {
  return fault.kind === 'malformed' || fault.kind === 'reset-within' || fault.kind === 'slow';
}

export const GATEWAY_PAGE =
  '<!DOCTYPE html>\r\n<html><head><title>Bad Gateway</title></head>\r\n<body><center><h1>Bad Gateway</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2</center></body></html>\r\n';

/** A response with truncated JSON, a closed connection, or a slow body. */
export async function sendSpoiled(
  response: ServerResponse,
  { status, body }: GraphAnswer,
  headers: OutgoingHttpHeaders,
  fault: SpoilingFault,
  { pause }: Host,
): Promise<void> {
  const bytes = Buffer.from(body);
  const half = Math.floor(bytes.length / 2);
  if (fault.kind === 'malformed') {
    send(response, status, headers, bytes.subarray(0, half));
    return;
  }
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length });
  response.write(bytes.subarray(0, half));
  if (fault.kind === 'slow') {
    const pieces = 4;
    for (let piece = 0; piece < pieces; piece++) {
      await pause(fault.ms / pieces);
      if (response.destroyed) return;
      const from = half + Math.floor((piece * (bytes.length - half)) / pieces);
      response.write(bytes.subarray(from, half + Math.floor(((piece + 1) * (bytes.length - half)) / pieces)));
    }
    response.end();
    return;
  }
  // The first half must be sent before the connection is closed.
  await pause(5);
  response.destroy();
}
