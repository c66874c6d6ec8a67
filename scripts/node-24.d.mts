export function findNode24(): string;
export function fetchNode(specification: string): string;
