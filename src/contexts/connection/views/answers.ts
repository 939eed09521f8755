import type { SecretNote } from '#platform';
import type { Ablauf } from '../domain/ablauf.ts';
import type { Erklaert } from '../domain/erklaerung.ts';
import { prozentOf } from '../domain/fortschritt.ts';
import type { Probelauf } from '../store-probelauf.ts';
import type { Gate } from '../use-cases/gate.ts';
import type { Anbindungsstand } from '../use-cases/read-stand.ts';
import type { PunktZeile } from './zeilen.ts';

/** A checklist as API and command line give it. */
export function checklisteAnswer(
  { kommune, anbindung, phase, fortschritt, uhr }: Anbindungsstand,
  zeilen: readonly PunktZeile[],
) {
  return {
    kommune: { ags: kommune.ags, name: kommune.name },
    dienst: anbindung.dienst,
    zustand: anbindung.zustand,
    phase,
    erledigt: fortschritt.erledigt,
    gefordert: fortschritt.gefordert,
    prozent: prozentOf(fortschritt),
    wartetAuf: uhr.map(({ partei, seit, tage }) => ({ partei, seit: seit?.toISOString() ?? null, tage })),
    punkte: zeilen.map(punktAnswer),
  };
}

function punktAnswer({ punkt, stand, fakt, faelligAm, ueberfaellig, befund }: PunktZeile) {
  const { id, titel, wer, gruppe, pflicht, was, wie, wo, haengtAb, quelle } = punkt;
  return {
    ...{ id, titel, wer, gruppe, pflicht, was, wie, wo, haengtAb: [...haengtAb], quelle },
    stand,
    nummer: fakt?.nummer ?? 0,
    nachweis: fakt?.nachweis ?? null,
    grund: fakt?.grund ?? null,
    gueltigBis: fakt?.gueltigBis ?? null,
    haus: fakt?.haus ?? null,
    am: fakt?.am.toISOString() ?? null,
    faelligAm,
    ueberfaellig,
    befund,
  };
}

/** What an explanation came to. */
export function erklaertAnswer({ zeilen, bleibt }: Erklaert) {
  return {
    erledigt: zeilen.map(({ punkt }) => ({ id: punkt.id, titel: punkt.titel })),
    bleibt: bleibt.map(({ punkt, warum }) => ({ id: punkt.id, titel: punkt.titel, warum })),
  };
}

export function gateAnswer({ bereit, gruppen }: Gate) {
  return {
    bereit,
    gruppen: gruppen.map(({ thema, fehlen, zeilen }) => ({
      thema,
      fehlen,
      zeilen: zeilen.map((zeile) => ({ ...zeile })),
    })),
  };
}

export function probelaufAnswer({ nummer, fassung, bestanden, schritte, am, haus }: Probelauf) {
  return {
    ...{ nummer, fassung, bestanden, haus },
    am: am.toISOString(),
    schritte: schritte.map((schritt) => ({ ...schritt })),
  };
}

export function ablaufAnswer({ art, titel, kommune, dienst, bis, href }: Ablauf) {
  return { art, titel, kommune, dienst, bis, href };
}

/** What is shown of a secret: never its value. */
export function zugangsdatenAnswer({
  id,
  name,
  purpose,
  subject,
  version,
  validUntil,
  enteredAt,
  enteredBy,
}: SecretNote) {
  return {
    ...{ id, name, zweck: purpose, dienst: subject, version, gueltigBis: validUntil },
    eingegebenAm: enteredAt.toISOString(),
    eingegebenVon: enteredBy,
  };
}
