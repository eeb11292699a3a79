import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, send } from './http.ts';

const MOST_BYTES = 256 * 1024 * 1024;
const VERSION = '2025-01-05';

interface Blob {
  bytes: Buffer | undefined;
  contentType: string;
  readonly blocks: Map<string, Buffer>;
}

/**
 * Block blobs behind signed URLs, as Azure Storage keeps artifacts.
 * https://learn.microsoft.com/rest/api/storageservices/put-block
 */
export class Blobs {
  readonly #blobs = new Map<string, Blob>();
  readonly #secret = randomBytes(32);
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Path and query of a URL that serves for an hour: to write (`cw`) or to read (`r`). */
  sign(path: string, permissions: 'cw' | 'r'): string {
    const query = new URLSearchParams({
      sv: VERSION,
      sr: 'b',
      sp: permissions,
      se: new Date(this.#clock() + 3_600_000).toISOString(),
    });
    query.set('sig', this.#signature(path, query).toString('base64'));
    return `${path}?${query.toString()}`;
  }

  /** The committed blob at a path. Undefined before the commit. */
  bytes(path: string): Buffer | undefined {
    return this.#blobs.get(decoded(path))?.bytes;
  }

  /** Stores a blob without a request. */
  write(path: string, bytes: Buffer, contentType: string): void {
    this.#blobs.set(decoded(path), { bytes, contentType, blocks: new Map<string, Buffer>() });
  }

  remove(path: string): void {
    this.#blobs.delete(decoded(path));
  }

  /** Handles a request and returns the status. */
  async handle(request: IncomingMessage, response: ServerResponse, fail: boolean): Promise<number> {
    const url = new URL(request.url ?? '/', 'http://blobs');
    const fault = (status: number, code: string): number => {
      const text = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
      send(
        response,
        status,
        { ...serviceHeaders(this.#clock()), 'Content-Type': 'application/xml', 'x-ms-error-code': code },
        text,
      );
      return status;
    };
    const body = await readBody(request, MOST_BYTES);
    const wanted = request.method === 'PUT' ? 'cw' : 'r';
    // https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes
    if (request.headers.authorization !== undefined) return fault(400, 'InvalidAuthenticationInfo');
    if (!this.#admits(url, wanted)) return fault(403, 'AuthenticationFailed');
    if (fail) return fault(403, 'AuthorizationFailure');
    if (body === undefined) return fault(413, 'RequestBodyTooLarge');
    const path = decoded(url.pathname);
    if (request.method === 'PUT') {
      const error = this.#put(path, url.searchParams, request, body);
      if (error !== undefined) return fault(400, error);
      send(response, 201, { ...serviceHeaders(this.#clock()), ETag: `"0x${randomBytes(8).toString('hex')}"` });
      return 201;
    }
    if (request.method !== 'GET') return fault(405, 'UnsupportedHttpVerb');
    const blob = this.#blobs.get(path);
    if (blob?.bytes === undefined) return fault(404, 'BlobNotFound');
    send(
      response,
      200,
      {
        ...serviceHeaders(this.#clock()),
        'Content-Type': blob.contentType,
        'Content-Disposition': `attachment; filename="${path.split('/').at(-1) ?? ''}"`,
      },
      blob.bytes,
    );
    return 200;
  }

  #put(path: string, query: URLSearchParams, request: IncomingMessage, body: Buffer): string | undefined {
    const blob = this.#blobs.get(path) ?? {
      bytes: undefined,
      contentType: 'application/octet-stream',
      blocks: new Map<string, Buffer>(),
    };
    this.#blobs.set(path, blob);
    const contentType = request.headers['x-ms-blob-content-type'];
    switch (query.get('comp')) {
      case 'block': {
        const id = query.get('blockid');
        if (id === null || id === '') return 'InvalidQueryParameterValue';
        blob.blocks.set(id, body);
        return undefined;
      }
      case 'blocklist': {
        const ids = [...body.toString('utf8').matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]*)</g)];
        const blocks = ids.map(([, id]) => blob.blocks.get(id ?? ''));
        const whole = blocks.filter((block) => block !== undefined);
        if (whole.length < blocks.length) return 'InvalidBlockList';
        blob.bytes = Buffer.concat(whole);
        blob.blocks.clear();
        break;
      }
      case null:
        if (request.headers['x-ms-blob-type'] !== 'BlockBlob') return 'MissingRequiredHeader';
        blob.bytes = body;
        break;
      default:
        return 'InvalidQueryParameterValue';
    }
    if (typeof contentType === 'string') blob.contentType = contentType;
    return undefined;
  }

  #admits({ pathname, searchParams }: URL, permissions: 'cw' | 'r'): boolean {
    const signature = Buffer.from(searchParams.get('sig') ?? '', 'base64');
    const own = this.#signature(pathname, searchParams);
    if (signature.length !== own.length || !timingSafeEqual(signature, own)) return false;
    return searchParams.get('sp') === permissions && Date.parse(searchParams.get('se') ?? '') > this.#clock();
  }

  #signature(path: string, query: URLSearchParams): Buffer {
    // A client may percent-encode more characters of a path than the original URL.
    const text = [decoded(path), query.get('sp'), query.get('se'), query.get('sv')].join('\n');
    return createHmac('sha256', this.#secret).update(text).digest();
  }
}

/** The unchanged text if its encoding is invalid, for which no signature is valid. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function serviceHeaders(now: number): Record<string, string> {
  return {
    'x-ms-request-id': randomUUID(),
    'x-ms-version': VERSION,
    'Last-Modified': new Date(now).toUTCString(),
  };
}
