export type { ArtifactView, GivenArtifact } from './artifact-store.ts';
export type { CacheView } from './cache-service.ts';
export type { Fault, Faults } from './faults.ts';
export { type ResultsOptions, type ResultsService, startResultsService } from './service.ts';
export type { CacheAccess, RunDescription, WorkflowRun } from './workflow-runs.ts';
export { readZip, writeZip, type ZipEntry } from './zip.ts';
