export {
  type Ags,
  type Ars,
  agsOfArs,
  type BodyKey,
  bezirkKeyOf,
  isBezirkKey,
  type KreisAgs,
  type LandCode,
  type Plz,
  parseArs,
  parseBodyKey,
  parseKreisAgs,
} from './regional-keys.ts';
