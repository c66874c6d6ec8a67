export function findAct(): string | null;
