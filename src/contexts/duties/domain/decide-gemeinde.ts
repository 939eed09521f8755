import { type EvidenceGrade, weakestGrade } from '#kernel';
import { bestimmungslage } from './bestimmung.ts';
import { bestimmungenFor } from './compiled-duties.ts';
import { type Decision, decided, type Found, offen } from './decision.ts';
import type { Frage } from './frage.ts';
import type { KlasseOn } from './groessenklasse.ts';
import type { Regel, Verteilungswert } from './regel.ts';
import { follow, type Uebernehmer } from './uebertragung.ts';
import type { OpenReasonCode } from './verdict.ts';

/** What is settled before the kind of body matters: the deciding rule, its value for the class, the class. */
export interface Grundlage {
  readonly regel: Regel;
  readonly wert: Verteilungswert;
  readonly klasse: KlasseOn;
}

export function decideGemeinde(frage: Frage, grundlage: Grundlage): Decision {
  const found = foundOf(grundlage);
  switch (grundlage.wert) {
    case '-':
      return decided('nicht einschlägig', gradeOf(grundlage, found), found);
    case 'L':
    case 'X':
      return decideByNamedStelle(grundlage);
    case 'S':
      return decideAlongTransfers(frage, grundlage, frage.body, found);
    case 'K':
      return decideByKreis(frage, grundlage, found);
    case 'A':
      return decideByBestimmung(frage, grundlage);
  }
}

/** L and X: the rule itself names who acts. */
export function decideByNamedStelle(grundlage: Grundlage): Decision {
  const found = foundOf(grundlage);
  const { stelle } = grundlage.regel;
  if (stelle === null) return offen('stelle-fehlt', found);
  const verdict = grundlage.wert === 'L' ? 'Land' : 'andere Stelle';
  return decided(verdict, gradeOf(grundlage, found), { ...found, stelle: { name: stelle, ags: null } });
}

function decideByBestimmung(frage: Frage, grundlage: Grundlage): Decision {
  const lage = bestimmungslage(
    bestimmungenFor(frage.duties, frage.body.ags, grundlage.regel.aufgabeId),
    frage.date,
  );
  if (lage.art === 'keine') return offen('bestimmung-fehlt', foundOf(grundlage));
  const found = { ...foundOf(grundlage), bestimmungen: lage.belege };
  if (lage.art === 'widerspruch') return offen('bestimmung-widerspruch', found);
  return lage.bestimmt
    ? decideAlongTransfers(frage, grundlage, frage.body, found)
    : decideByKreis(frage, grundlage, found);
}

function decideByKreis(frage: Frage, grundlage: Grundlage, found: Found): Decision {
  const { kreisAgs } = frage.body;
  const kreis = kreisAgs === null ? undefined : frage.duties.bodyByAgs.get(kreisAgs);
  if (kreis === undefined) return offen('kreis-fehlt', found);
  return decideAlongTransfers(frage, grundlage, kreis, found);
}

const openByWeg: Readonly<Record<'ungeklaert' | 'widerspruch' | 'kreislauf', OpenReasonCode>> = {
  ungeklaert: 'uebertragung-ungeklaert',
  widerspruch: 'uebertragung-widerspruch',
  kreislauf: 'uebertragung-widerspruch',
};

/** From the body that the norm names to the one that acts, over all transfers that hold. */
export function decideAlongTransfers(
  { duties, fall, body, date }: Frage,
  grundlage: Grundlage,
  start: Uebernehmer,
  found: Found,
): Decision {
  const aufgabe = { aufgabeId: grundlage.regel.aufgabeId, gebiet: body.ags, date };
  const weg = follow(start, fall.uebertragungen, aufgabe);
  if (weg.art !== 'ziel') return offen(openByWeg[weg.art], { ...found, strittig: weg.belege });
  const { ziel, schritte } = weg;
  const along = { ...found, schritte };
  const known = ziel.ags === null ? ziel : duties.bodyByAgs.get(ziel.ags);
  if (known === undefined) return offen('stelle-fehlt', along);
  const verdict = ziel.ags === body.ags ? 'selbst' : ziel.ags === body.kreisAgs ? 'Kreis' : 'andere Stelle';
  const stelle = { name: known.name, ags: known.ags };
  return decided(ziel.ags === null ? 'andere Stelle' : verdict, gradeOf(grundlage, along), {
    ...along,
    stelle,
  });
}

export function foundOf(grundlage: Grundlage): Found {
  return { regeln: [grundlage.regel], wert: grundlage.wert, klasse: grundlage.klasse };
}

/**
 * The weakest link decides. The Typisierung is left out: here it only does not stand in the way, the norm carries the
 * verdict alone; and of several agreeing sources the first, best one counts.
 */
function gradeOf(grundlage: Grundlage, found: Found): EvidenceGrade {
  return weakestGrade([
    grundlage.regel.evidenz,
    grundlage.klasse.grade,
    ...(found.bestimmungen ?? []).slice(0, 1).map((bestimmung) => bestimmung.evidenz),
    ...(found.schritte ?? []).flatMap((schritt) => schritt.belege.slice(0, 1).map((beleg) => beleg.evidenz)),
  ]);
}
