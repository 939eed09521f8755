import { type Faehigkeit, faehigkeiten } from './faehigkeit.ts';
import type { Angabe, Portalprofil } from './portalprofil.ts';

/** Where a service needs something: for machines, and in the words of the form. */
export interface Stelle {
  readonly place: string;
  readonly worte: string;
}

/** A capability that a service needs, with every place that needs it. */
export interface Bedarf {
  readonly faehigkeit: string;
  readonly stellen: readonly Stelle[];
}

export type Urteilsart = 'voll' | 'eingeschraenkt' | 'nicht';

export const urteilLabel: Readonly<Record<Urteilsart, string>> = {
  voll: 'läuft ganz',
  eingeschraenkt: 'läuft eingeschränkt',
  nicht: 'läuft nicht',
};

/** Why a service runs worse, or not, on a portal. */
export interface Grund {
  readonly faehigkeit: Faehigkeit;
  readonly stellen: readonly Stelle[];
  /** Where the profile knows it from; `null` where the profile does not name the capability. */
  readonly beleg: Beleg | null;
}

export interface Beleg {
  readonly art: 'quelle' | 'annahme';
  readonly text: string;
  readonly url: string | null;
}

export interface Urteil {
  readonly profil: Pick<Portalprofil, 'id' | 'name' | 'hinweis' | 'stand'>;
  readonly art: Urteilsart;
  readonly gruende: readonly Grund[];
  /** How many of the needed capabilities the profile only assumes. */
  readonly annahmen: number;
}

/** What becomes of a service on a portal. What a profile does not name it cannot do. */
export function urteileUeber(bedarf: readonly Bedarf[], profil: Portalprofil): Urteil {
  const angabeOf = (id: string): Angabe | undefined =>
    Object.hasOwn(profil.faehigkeiten, id) ? profil.faehigkeiten[id] : undefined;
  const gruende = bedarf
    .filter(({ faehigkeit }) => angabeOf(faehigkeit)?.kann !== true)
    .map(({ faehigkeit, stellen }) => ({
      faehigkeit: faehigkeiten.get(faehigkeit) ?? { id: faehigkeit, label: faehigkeit, ersatz: null },
      stellen,
      beleg: belegOf(profil, angabeOf(faehigkeit)),
    }))
    .toSorted((a, b) => Number(a.faehigkeit.ersatz !== null) - Number(b.faehigkeit.ersatz !== null));
  const { id, name, hinweis, stand } = profil;
  return {
    profil: { id, name, hinweis, stand },
    art: artOf(gruende),
    gruende,
    annahmen: bedarf.filter(({ faehigkeit }) => angabeOf(faehigkeit)?.annahme !== undefined).length,
  };
}

function artOf(gruende: readonly Grund[]): Urteilsart {
  if (gruende.length === 0) return 'voll';
  return gruende.some(({ faehigkeit }) => faehigkeit.ersatz === null) ? 'nicht' : 'eingeschraenkt';
}

/** Where a profile knows something from. */
export function belegOf(profil: Portalprofil, angabe: Angabe | undefined): Beleg | null {
  if (angabe === undefined) return null;
  if (angabe.annahme !== undefined) return { art: 'annahme', text: angabe.annahme, url: null };
  const quelle = profil.quellen[angabe.quelle ?? ''];
  return quelle ? { art: 'quelle', text: quelle.titel, url: quelle.url } : null;
}
