export type {
  XdfAnzahl,
  XdfBezug,
  XdfCodelisteReferenz,
  XdfDatenfeld,
  XdfDatenfeldgruppe,
  XdfKennung,
  XdfNachricht,
  XdfRegel,
  XdfStammdatenschema,
  XdfStruktur,
  XdfWert,
} from './modell.ts';
export { readXdatenfelder } from './read-xdatenfelder.ts';
export type { XdfRefusal } from './refusals.ts';
export { toFassung3 } from './to-fassung-3.ts';
export { writeXdatenfelder } from './write-xdatenfelder.ts';
export { type XdfZaehlung, zaehle } from './zaehlung.ts';
