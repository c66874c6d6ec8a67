export function findPython(packages?: readonly string[]): string | null;
