/** For shards' files that follow their schema and contradict themselves. */
export { demand, InconsistentState as InconsistentShard } from '../scan/index.ts';
