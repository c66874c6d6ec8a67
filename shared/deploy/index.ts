export * from './deploy-model.ts';
export * from './deployment-gate.ts';
export * from './deployment-report.ts';
export type { EnvironmentReport, EnvironmentRequest } from './github-deployment.ts';
export * from './roll-back.ts';
export * from './summary.ts';
export {
  CHECKSUMS_FILE,
  CURRENT_FILE,
  type CurrentVersion,
  listVersions,
  READY_FILE,
  readCurrent,
  type VersionState,
  verifyVersion,
} from './version-folder.ts';
