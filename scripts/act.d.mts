export function findAct(): string | null;
export function installAct(): string | null;
