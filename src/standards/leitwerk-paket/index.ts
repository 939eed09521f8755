export { canonicalJson, sha256Hex } from './canonical-json.ts';
export { formatEins } from './format-eins.ts';
export { formatZwei } from './format-zwei.ts';
export { isObject, type Json, type JsonObject } from './json.ts';
export type { Paketdokumente, Paketinhalt, Paketkopf } from './paketinhalt.ts';
export {
  type GeoeffnetesPaket,
  largestPaket,
  type Paketleser,
  paketleser,
  type Schluesselurteil,
  type VersiegeltesPaket,
} from './paketleser.ts';
export {
  isSignedBy,
  kidOf,
  newSignierschluessel,
  type Paketschluessel,
  paketschluesselOf,
  type Signierschluessel,
  signPayload,
  type Unterschrift,
} from './paketschluessel.ts';
export { joinTeile, splitDokumente } from './teile.ts';
