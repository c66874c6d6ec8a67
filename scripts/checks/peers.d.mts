export function findDuckDb(): string | null;
export function findPython(): string | null;
