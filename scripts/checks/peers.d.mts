export function findDuckDb(): string | null;
