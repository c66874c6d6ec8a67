import type { ServerResponse } from 'node:http';
import type { Caller } from './job-token.ts';

/** What answers a call, by `Service/Method`: the message of the answer as JSON, or a thrown `Refusal`. */
export type Methods = Readonly<Record<string, (body: unknown, caller: Caller) => unknown>>;

/** An error in the words of Twirp, which the protocol is spoken in. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What the generated message classes have in common. */
interface MessageClass<T extends object> {
  fromJson(json: unknown, options: { readonly ignoreUnknownFields: boolean }): T;
  toJson(
    message: T,
    options: { readonly useProtoFieldName: boolean; readonly emitDefaultValues: boolean },
  ): unknown;
  create(value: Partial<T>): T;
}

/** A message of a request; a field that the protocol does not know is refused. */
export function decode<T extends object>(type: MessageClass<T>, json: unknown): T {
  try {
    return type.fromJson(json, { ignoreUnknownFields: false });
  } catch (error) {
    throw new Refusal(400, 'malformed', (error as Error).message);
  }
}

/** The service writes the field names of the protocol's description, and fields that hold their default. */
export function encode<T extends object>(type: MessageClass<T>, value: Partial<T>): unknown {
  return type.toJson(type.create(value), { useProtoFieldName: true, emitDefaultValues: true });
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** The content of a blob when it has the size that the client told. */
export function requireSize(content: Buffer | null, told: string): Buffer {
  if (content === null) throw new Refusal(412, 'failed_precondition', 'nothing was uploaded');
  if (String(content.length) === told) return content;
  throw new Refusal(400, 'invalid_argument', `size ${told}, ${content.length} were uploaded`);
}
