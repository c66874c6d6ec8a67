export * from './digest.ts';
export * from './model-card.ts';
export * from './model-card-json.ts';
export * from './parse-run-record.ts';
export * from './provenance.ts';
export * from './run-record.ts';
