export {
  compilePredicates,
  compileSchema,
  type DataPredicates,
  type SchemaPredicates,
} from './compile-predicates.ts';
