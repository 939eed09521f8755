export { fimCommands } from './cli.ts';
export type { Arbeitspunkt, Befund, Maschinenregel } from './domain/bericht.ts';
export type { FimDeps } from './fim-deps.ts';
export { alsFormular, alsXdatenfelder } from './use-cases/ausgeben.ts';
export { type Author, authorOf } from './use-cases/author.ts';
export {
  type FachdatenAusgabe,
  fachdatenAusgabe,
  fachdatenPruefung,
  mitgelieferteStrukturen,
} from './use-cases/fachdaten.ts';
export { readSchema, readSchemas, type Schemadetail, type Schemazeile } from './use-cases/read-schema.ts';
export { schemaLeser } from './use-cases/schema-leser.ts';
export { type Uebernahme, uebernehme } from './use-cases/uebernehmen.ts';
export { fimOperations } from './web/operations.ts';
export { fimPages } from './web/pages.ts';
