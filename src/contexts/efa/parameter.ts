// The door for whoever works with parameters: what counts, who says it, and what may be said.

export { allParameters } from './domain/all-parameters.ts';
export {
  abschnittText,
  type Bezirk,
  bezirkeIn,
  bezirkProblems,
  clash,
  foldBezirk,
} from './domain/bezirke.ts';
export { checkParameters, missingParameters } from './domain/check-parameters.ts';
export type { ParameterDefinition, ParameterRow, ParameterValue } from './domain/onlinedienst.ts';
export {
  changeDays,
  type Ebene,
  type ParameterFact,
  valuesAt,
  type WirksamerWert,
  wirksamAt,
} from './domain/parameter-facts.ts';
export { parameterTopic } from './domain/standard-parameters.ts';
export { foldStrasse, luecken } from './domain/strassen.ts';
export { vorgabenFor } from './domain/vorgaben-for.ts';
export { readAnbindung, readParameterFacts, werteThemen } from './store-anbindung.ts';
export { readLiveOfDienst } from './store-public.ts';
export {
  type AngebundeneKommune,
  readAngebundene,
  readStated,
  readVorgaben,
  type Vorgabe,
} from './store-vorgabe.ts';
export { stateVorgabe, type VorgabeInput, vorgebbar } from './use-cases/state-vorgabe.ts';
export { fieldText, readableText, rowsIn } from './views/parameter-text.ts';
