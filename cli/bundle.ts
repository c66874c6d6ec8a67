/** The shared bundle: what the entry files of dist/ import. */
export { main } from './main.ts';
export { runStep } from './step.ts';
