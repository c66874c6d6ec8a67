export function findDataPackage(name: 'mnist' | 'vega-datasets'): string;
