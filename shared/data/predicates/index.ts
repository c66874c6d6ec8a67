export {
  compilePredicates,
  compileSchema,
  type DataPredicates,
  predicatesOfColumns,
  type SchemaPredicates,
} from './compile-predicates.ts';
