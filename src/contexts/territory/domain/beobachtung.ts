import { isValidOn, type LocalDate } from '#kernel';
import { groessenklasseOn } from './groessenklasse-on.ts';
import { meets, type Schwelle } from './schwelle.ts';
import { isStichtag, stichtagBefore, stichtagUntil } from './stichtage.ts';
import type { Einwohner, Territory } from './territory.ts';

/** How near a Gemeinde is to a threshold: what would count is a status by ordinance, never this. */
export const beobachtungsstaende = ['erfuellt', 'im-lauf', 'nicht-im-lauf', 'ohne-zahlen'] as const;

export type Beobachtungsstand = (typeof beobachtungsstaende)[number];

/** One threshold watched over the population series of one Gemeinde. */
export interface Beobachtung {
  readonly schwelle: Schwelle;
  readonly stand: Beobachtungsstand;
  /** How many known Stichtage in a row, the newest known one among them, are on the side that counts. */
  readonly inFolge: number;
  /** How many more are needed. */
  readonly noch: number;
  readonly letzter: Einwohner | null;
  /** Stichtage since the newest known one whose figure nobody has brought. */
  readonly fehlend: number;
  /** The row ends where no figure is known, so that it may be longer. */
  readonly davorUnbekannt: boolean;
}

/** All thresholds that are open to the class of a Gemeinde on a day, the nearest first. */
export function beobachtungen(territory: Territory, ags: string, date: LocalDate): readonly Beobachtung[] {
  const klasse = groessenklasseOn(territory, ags, date)?.klasse;
  if (klasse === undefined || ags.length !== 8) return [];
  const zahlen = territory.einwohnerByAgs.get(ags) ?? [];
  return territory.schwellen
    .filter((schwelle) => isValidOn(schwelle, date) && schwelle.von.includes(klasse))
    .map((schwelle) => beobachte(schwelle, zahlen, date))
    .toSorted(nearestFirst);
}

/** Watches one threshold over a series of figures, as far as it is known on the day. */
export function beobachte(schwelle: Schwelle, zahlen: readonly Einwohner[], date: LocalDate): Beobachtung {
  const counting = new Map(
    zahlen.filter((each) => counts(schwelle, each, date)).map((each) => [each.stichtag, each]),
  );
  const [newest] = [...counting.keys()].toSorted().toReversed();
  const letzter = (newest && counting.get(newest)) ?? null;
  if (newest === undefined || letzter === null)
    return {
      schwelle,
      stand: 'ohne-zahlen',
      inFolge: 0,
      noch: schwelle.stichtage,
      letzter,
      fehlend: 0,
      davorUnbekannt: true,
    };
  const { inFolge, davorUnbekannt } = rowUntil(schwelle, counting, newest);
  const noch = Math.max(0, schwelle.stichtage - inFolge);
  const stand = noch === 0 ? 'erfuellt' : inFolge > 0 ? 'im-lauf' : 'nicht-im-lauf';
  return {
    schwelle,
    stand,
    inFolge,
    noch,
    letzter,
    fehlend: missingSince(schwelle, newest, date),
    davorUnbekannt,
  };
}

function counts({ tage, zaehltAb }: Schwelle, { stichtag }: Einwohner, date: LocalDate): boolean {
  return stichtag <= date && isStichtag(stichtag, tage) && (zaehltAb === null || zaehltAb <= stichtag);
}

/** Goes back from the newest figure while every Stichtag is known and on the side that counts. */
function rowUntil(
  schwelle: Schwelle,
  counting: ReadonlyMap<LocalDate, Einwohner>,
  newest: LocalDate,
): Pick<Beobachtung, 'inFolge' | 'davorUnbekannt'> {
  let inFolge = 0;
  for (let day: LocalDate | null = newest; day !== null; day = stichtagBefore(day, schwelle.tage)) {
    const figure = counting.get(day);
    if (figure === undefined)
      return { inFolge, davorUnbekannt: schwelle.zaehltAb === null || schwelle.zaehltAb <= day };
    if (!meets(schwelle, figure.zahl)) return { inFolge, davorUnbekannt: false };
    inFolge += 1;
  }
  return { inFolge, davorUnbekannt: false };
}

function missingSince({ tage }: Schwelle, newest: LocalDate, date: LocalDate): number {
  let missing = 0;
  for (let day = stichtagUntil(date, tage); day !== null && day > newest; day = stichtagBefore(day, tage))
    missing += 1;
  return missing;
}

function nearestFirst(a: Beobachtung, b: Beobachtung): number {
  return (
    beobachtungsstaende.indexOf(a.stand) - beobachtungsstaende.indexOf(b.stand) ||
    a.noch - b.noch ||
    Number(a.schwelle.art === 'auf-antrag') - Number(b.schwelle.art === 'auf-antrag')
  );
}
