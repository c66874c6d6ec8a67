import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A misfortune for the next requests of a kind. The toolkit repeats a Twirp call up to five times after 3 s and more, so
 * that each refused call costs a test these seconds; the Blob client repeats a cut or refused upload at once, then after
 * 4 s and more.
 */
export type Fault = {
  /** As in `requests`, e.g. `ArtifactService/CreateArtifact`, `PUT blob block` or `GET blob`. */
  readonly request: string;
  /** So many requests meet it; 1 without it. */
  readonly times?: number;
  /** So many requests are answered rightly first; 0 without it. */
  readonly after?: number;
} & (
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection breaks when so many bytes of the request have come; nothing is kept. */
  | { readonly kind: 'cut-request'; readonly bytes?: number }
  /** The request is done, but the connection breaks before the answer is written, or after so many bytes of it. */
  | { readonly kind: 'cut-response'; readonly bytes?: number }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** What GitHub answers to a creation when the account's storage is full. */
  | { readonly kind: 'quota' }
  /** The signature of the address that is given out is wrong: the blob store will refuse it. */
  | { readonly kind: 'wrong-signature' }
);

export interface Faults {
  inject(fault: Fault): void;
  /** Faults that no request has met to the full; a test that expects to have tested something finds it empty. */
  readonly pending: readonly Fault[];
}

export class FaultList implements Faults {
  readonly #faults: { fault: Fault; after: number; times: number }[] = [];

  inject(fault: Fault): void {
    this.#faults.push({ fault, after: fault.after ?? 0, times: fault.times ?? 1 });
  }

  get pending(): readonly Fault[] {
    return this.#faults.filter(({ times }) => times > 0).map(({ fault }) => fault);
  }

  /** The fault that a request of this name meets, which is used up by it. */
  take(request: string): Fault | undefined {
    const due = this.#faults.find(({ fault, times }) => fault.request === request && times > 0);
    if (due === undefined) return undefined;
    if (due.after > 0) {
      due.after -= 1;
      return undefined;
    }
    due.times -= 1;
    return due.fault;
  }
}

/** Reads a body; null when the fault cut the connection on the way. */
export async function readBody(
  request: IncomingMessage,
  fault: Fault | undefined,
): Promise<Buffer | null> {
  const limit = fault?.kind === 'cut-request' ? (fault.bytes ?? 1) : Number.POSITIVE_INFINITY;
  // Leaving the loop takes the socket away from the request.
  const { socket } = request;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes >= limit) break;
  }
  if (bytes >= limit || fault?.kind === 'cut-request') {
    socket.destroy();
    return null;
  }
  return Buffer.concat(chunks);
}

/** Whether the fault alone answers the request. */
export async function answerByFault(
  fault: Fault | undefined,
  response: ServerResponse,
): Promise<boolean> {
  if (fault?.kind === 'slow') await wait(fault.milliseconds);
  if (fault?.kind === 'quota') {
    const message = { code: 'permission_denied', msg: 'insufficient usage to create the entry' };
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end(JSON.stringify(message));
    return true;
  }
  if (fault?.kind === 'status') {
    const message = { code: 'unavailable', msg: `the service answers ${fault.status}` };
    response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
    response.end(JSON.stringify(message));
    return true;
  }
  return false;
}

/** Breaks the connection after the head and `bytes` bytes of what would have been answered. */
export function cutResponse(response: ServerResponse, bytes: number): void {
  const { socket } = response;
  const end = response.end.bind(response);
  response.end = ((content?: unknown) => {
    const body =
      content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(String(content ?? ''));
    if (bytes === 0) socket?.destroy();
    else response.write(body.subarray(0, bytes), () => socket?.destroy());
    return response;
  }) as typeof end;
}
