export {
  type Abschnitt,
  type Beschreibung,
  type MergedAbschnitt,
  type MergedBeschreibung,
  mergeBeschreibung,
  textmodule,
} from './domain/beschreibung.ts';
export type {
  Fremddienst,
  Linkparameter,
  Organisationseinheit,
  Zustaendigkeit,
} from './domain/fremddienst.ts';
export { arsOfBody, bundArs, type Ebene, ebeneOf, kettenOf } from './domain/gebiet.ts';
export { type Textblock, textBlocks } from './domain/text-blocks.ts';
export { readFremddienste, readOrganisationseinheiten } from './store-dienste.ts';
export { type BeschreibungKurz, eachBeschreibung } from './store-each.ts';
export {
  type AskBeschreibung,
  descriptionsCounter,
  descriptionsVersion,
  readBeschreibungen,
} from './store-read.ts';
