export const NATIVE_PACKAGE: { readonly name: string; readonly version: string };
export const LIBTENSORFLOW: string;
export function findNativeEngine(): { readonly folder: string } | { readonly missing: string };
