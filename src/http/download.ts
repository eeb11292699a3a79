import { request, type Dispatcher } from 'undici';

/** Of a file that is read as it arrives: a report of a million mailboxes has some 250 MB. */
const MAX_BYTES = 1024 ** 3;
/** A slow line needs more time than a response that is kept in memory. */
const MAX_MS = 900_000;

/** The host of a file answers with another status than 200. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly status: number;

  constructor(status: number) {
    super(`The host of the file answered with status ${status}.`);
    this.status = status;
  }
}

/**
 * The bytes of a file whose URL is its authentication: no token is sent, and no redirect is followed. Rejects with a HostError if the status
 * is not 200, and if the file is too large. The messages do not have the URL.
 */
export async function* download(
  url: URL,
  { dispatcher, signal }: { readonly dispatcher: Dispatcher; readonly signal: AbortSignal },
): AsyncGenerator<Buffer, void> {
  const options = { dispatcher, signal, headersTimeout: MAX_MS, maxBytes: MAX_BYTES };
  const { statusCode, body } = await request(url, options);
  if (statusCode !== 200) {
    await body.dump();
    throw new HostError(statusCode);
  }
  for await (const chunk of body) if (Buffer.isBuffer(chunk)) yield chunk;
}
