import { posix } from 'node:path';

/** An error as MLflow answers it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const invalid = (message: string) => new Refusal(400, 'INVALID_PARAMETER_VALUE', message);
export const missing = (message: string) => new Refusal(404, 'RESOURCE_DOES_NOT_EXIST', message);

/** In characters. */
const LONGEST_KEY = 250;

/** https://github.com/mlflow/mlflow/blob/v3.17.2/mlflow/utils/validation.py */
export function checkKey(key: unknown): void {
  const text = textOf(key);
  if ([...text].length > LONGEST_KEY) throw invalid(`"${text}" exceeds the maximum length`);
  if (!/^[/\p{L}\p{N}_.\- :]+$/u.test(text)) throw invalid(`bad characters in "${text}"`);
  const plain = posix.normalize(text);
  if (plain !== text || plain === '.' || /^(\.\.|\/)/.test(plain) || text.endsWith('/')) {
    throw invalid(`"${text}" would resolve to "${plain}"`);
  }
}

/** `value`: a list of keys with their values, each of at most `longest` characters. */
export function pairsOf(value: unknown, longest: number): [string, string][] {
  return ((value ?? []) as { key: string; value: string }[]).map(({ key, value: text }) => {
    checkKey(key);
    if ([...textOf(text)].length > longest) throw invalid(`the value of "${key}" is too long`);
    if (!text.isWellFormed() || text.includes('\0')) throw invalid(`the value of "${key}"`);
    return [key, text];
  });
}

export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw invalid(`${JSON.stringify(value)} is no text`);
  return value;
}
