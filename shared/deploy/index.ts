export * from './deploy-model.ts';
export * from './deployment-gate.ts';
export * from './deployment-report.ts';
export * from './summary.ts';
