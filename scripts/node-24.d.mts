export function findNode24(): string;
export function fetchNode(specification: string): string;
export function installAside(specification: string, folder: string): void;
