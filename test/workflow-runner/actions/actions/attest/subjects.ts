import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import * as glob from '@actions/glob';

export interface Subject {
  readonly name: string;
  readonly digest: Readonly<Record<string, string>>;
}

export interface SubjectInputs {
  readonly path: string;
  readonly digest: string;
  readonly name: string;
  readonly checksums: string;
}

/** GitHub's limits. */
const MAXIMUM_SUBJECTS = 1024;
const MAXIMUM_CHECKSUMS_BYTES = 512 * MAXIMUM_SUBJECTS;

export async function readSubjects(inputs: SubjectInputs): Promise<Subject[]> {
  const { path, digest, name, checksums } = inputs;
  if ([path, digest, checksums].filter((value) => value !== '').length !== 1) {
    throw new Error('One of subject-path, subject-digest, or subject-checksums must be provided');
  }
  if (checksums !== '') return limit(fromChecksums(checksums));
  if (path !== '') return limit(await fromFiles(path, name));
  if (name === '') throw new Error('subject-name must be provided when using subject-digest');
  if (!/^sha256:[A-Za-z0-9]{64}$/.test(digest)) {
    throw new Error('subject-digest must be in the format "sha256:<hex-digest>"');
  }
  return [{ name, digest: { sha256: digest.slice('sha256:'.length) } }];
}

async function fromFiles(patterns: string, name: string): Promise<Subject[]> {
  const globber = await glob.create(patterns, { implicitDescendants: false });
  const files = (await globber.glob()).filter((file) => statSync(file).isFile());
  if (files.length === 0) throw new Error(`Could not find subject at path ${patterns}`);
  return files.map((file) => ({
    name: name || basename(file),
    digest: { sha256: createHash('sha256').update(readFileSync(file)).digest('hex') },
  }));
}

/** Lines as `sha256sum` writes them, in a file or as the text itself. */
function fromChecksums(checksums: string): Subject[] {
  const text = existsSync(checksums) ? readChecksums(checksums) : checksums;
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, hex = '', name = ''] = /^(\S+) [ *]?(.+)$/.exec(line) ?? [];
    const algorithm = { 64: 'sha256', 128: 'sha512' }[hex.length];
    if (algorithm === undefined) throw new Error(`Unknown digest algorithm: ${line}`);
    if (!/^[0-9a-fA-F]+$/.test(hex)) throw new Error(`Invalid digest: ${hex}`);
    return { name, digest: { [algorithm]: hex } };
  });
}

function readChecksums(path: string): string {
  const { size } = statSync(path);
  if (size > MAXIMUM_CHECKSUMS_BYTES) {
    throw new Error(
      `subject checksums file exceeds maximum allowed size: ${MAXIMUM_CHECKSUMS_BYTES} bytes`,
    );
  }
  return readFileSync(path, 'utf8');
}

function limit(subjects: Subject[]): Subject[] {
  const distinct = new Map(subjects.map((subject) => [JSON.stringify(subject), subject]));
  if (distinct.size > MAXIMUM_SUBJECTS) {
    throw new Error(
      `Too many subjects specified. The maximum number of subjects is ${MAXIMUM_SUBJECTS}.`,
    );
  }
  if (distinct.size === 0) throw new Error('No subjects found');
  return [...distinct.values()];
}
