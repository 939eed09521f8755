import type { Befund, Pruefling, Pruefregel, Schwere } from './befund.ts';
import { bezirke } from './bezirke.ts';
import { kontakte } from './kontakt.ts';
import { staffeln } from './staffel.ts';
import { abgelaufen, fehlend, widersprueche } from './stand.ts';
import { adressen, platzhalter, zuLang, zuSchwer } from './texte.ts';

const regeln: readonly Pruefregel[] = [
  fehlend,
  staffeln,
  bezirke,
  widersprueche,
  abgelaufen,
  platzhalter,
  adressen,
  kontakte,
  zuLang,
  zuSchwer,
];

const rang: Readonly<Record<Schwere, number>> = { fehler: 0, warnung: 1, hinweis: 2 };

/** Everything that is wrong or could be better with the values of a Kommune, the worst first. */
export function pruefe(pruefling: Pruefling): readonly Befund[] {
  return regeln.flatMap((regel) => regel(pruefling)).toSorted((a, b) => rang[a.schwere] - rang[b.schwere]);
}
