export function findAct(): string | null;
export const ACT: { readonly name: string; readonly module: string; readonly version: string };
