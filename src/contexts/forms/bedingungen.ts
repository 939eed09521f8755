// The door for whoever reads or puts together conditions: names, lines and sentences over the one expression language.

export { alleBedingungen, istBedingung } from './domain/bedingung/alle-bedingungen.ts';
export { type Angebot, angebote, gruppen } from './domain/bedingung/angebot.ts';
export { baueAusdruck, type Luecke } from './domain/bedingung/baue.ts';
export { gleicheBedingung } from './domain/bedingung/gleicher-baum.ts';
export { liesAusdruck } from './domain/bedingung/lies.ts';
export type { Sicht } from './domain/bedingung/name.ts';
export { namenVon } from './domain/bedingung/namen.ts';
export { type Saetze, saetzeVon } from './domain/bedingung/saetze.ts';
export { inWorten } from './domain/bedingung/satz.ts';
export { sichtVon } from './domain/bedingung/stelle.ts';
export {
  type Block,
  type Gegenstand,
  istBlock,
  leererBlock,
  leereZeile,
  meisteZeilen,
  passtZu,
  type Quantor,
  type Vergleich,
  vergleiche,
  werteZahl,
  type Zeile,
  type Zusammenstellung,
} from './domain/bedingung/zusammenstellung.ts';
