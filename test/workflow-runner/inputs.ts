import { type InputDefinition, WorkflowRefused } from './workflow-file.ts';

/**
 * The context `inputs` from what was given, by the definitions of `workflow_call` or `workflow_dispatch`. Throws
 * {@link WorkflowRefused} for an input that is missing, unknown or of another type.
 */
export function readWorkflowInputs(
  definitions: Readonly<Record<string, InputDefinition | null>>,
  given: Readonly<Record<string, unknown>>,
  defaultOf: (template: unknown) => unknown = (template) => template,
): Record<string, unknown> {
  const unknown = Object.keys(given).filter((name) => !(name in definitions));
  if (unknown.length > 0) {
    throw new WorkflowRefused(`Invalid input, ${unknown.join(', ')} is not defined`);
  }
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => {
      const { required = false, default: initial, type = 'string' } = definition ?? {};
      const value = given[name] ?? (initial === undefined ? undefined : defaultOf(initial));
      if (value === undefined && required) {
        throw new WorkflowRefused(`Input ${name} is required, but not provided while calling.`);
      }
      return [name, convert(name, type, value)];
    }),
  );
}

function convert(name: string, type: string, value: unknown): unknown {
  if (type === 'boolean') {
    if (value === undefined) return false;
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
  } else if (type === 'number') {
    if (value === undefined) return 0;
    if (!Number.isNaN(Number(value))) return Number(value);
  } else {
    return value === undefined ? '' : String(value);
  }
  throw new WorkflowRefused(`Input ${name} is ${JSON.stringify(value)}, not a ${type}`);
}
