/** Files that the bundles read at run time and that lie beside them. */
export const ASSETS: readonly { readonly name: string; readonly path: string }[];
