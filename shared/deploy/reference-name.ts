import { UserError } from '../errors/index.ts';

/**
 * Throws a `UserError` for a tag or branch that breaks those rules of `git check-ref-format` which the characters that
 * the configuration allows can break. `template`: how the user wrote it, and where.
 */
export function requireReferenceName(name: string, template: string): void {
  const parts = name.split('/');
  const broken =
    /\.\.|[{}]/.test(name) ||
    name.startsWith('-') ||
    name.endsWith('.') ||
    parts.some((part) => part === '' || part.startsWith('.') || part.endsWith('.lock'));
  if (!broken) return;
  throw new UserError({
    what: `${template} becomes "${name}", which git does not take`,
    remedy: 'Use letters, digits, "-" and single dots, with {model} and {version}',
  });
}
