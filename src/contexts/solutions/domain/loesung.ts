import type { EvidenceGrade, LocalDate, Source } from '#kernel';
import type { EfaUrteile } from './efa-kriterien.ts';

export const loesungsarten = ['onlinedienst', 'efa-dienst', 'formularassistent', 'fachverfahren'] as const;
export type Loesungsart = (typeof loesungsarten)[number];

export const loesungsstatus = ['angekuendigt', 'in-entwicklung', 'verfuegbar', 'ausgelaufen'] as const;
export type Loesungsstatus = (typeof loesungsstatus)[number];

export const niveaus = ['ohne', 'untergeordnet', 'normal', 'substantiell', 'hoch'] as const;
export type Mindestniveau = (typeof niveaus)[number];

/** A Leistung inside a Lösung, with a state and maturity of its own. */
export interface EnthalteneLeistung {
  /** Our own id of the catalogue. */
  readonly leistungId: string;
  readonly status: Loesungsstatus;
  /** 0–4 after model 1.1, null where nobody said. */
  readonly reifegrad11: number | null;
  /** 0–7 after model 2.0, null where nobody said. */
  readonly reifegrad20: number | null;
  readonly kommentar: string | null;
}

/** Everything that the register says of a Lösung in one version. */
export interface LoesungInhalt {
  readonly name: string;
  readonly art: Loesungsart;
  readonly anbieter: string | null;
  readonly hersteller: string | null;
  readonly preisText: string | null;
  readonly preisEinmaligCent: number | null;
  readonly preisJaehrlichCent: number | null;
  readonly schnittstellen: readonly string[];
  /** The Fachverfahren of which it needs one; empty where it needs none or nobody said. */
  readonly fachverfahren: readonly string[];
  readonly voraussetzungen: string | null;
  readonly vertrauensniveau: Mindestniveau | null;
  readonly zahlverfahren: readonly string[];
  readonly portale: readonly string[];
  readonly verfuegbarAb: LocalDate | null;
  /** The last day on which it can be used. */
  readonly endetAm: LocalDate | null;
  readonly status: Loesungsstatus;
  readonly efa: EfaUrteile;
  readonly leistungen: readonly EnthalteneLeistung[];
  readonly url: string | null;
  readonly hinweis: string | null;
  readonly quelle: Source;
  readonly quelleStand: LocalDate;
  readonly evidenz: EvidenceGrade;
  /** Values of the IT-Dienstleister's own fields, by their key. */
  readonly felder: Readonly<Record<string, string>>;
}

export const anlaesse = ['neu', 'aendern', 'beenden', 'zusammenfuehren'] as const;
export type Anlass = (typeof anlaesse)[number];

/** One version: what counts from a day on, who said so and who took it over. */
export interface LoesungFassung {
  /** Counts the versions of a Lösung from 1. */
  readonly nummer: number;
  readonly giltAb: LocalDate;
  readonly anlass: Anlass | 'referenz' | 'angebot' | 'entfallen';
  /** Null once the Lösung went up in another one or left the reference data. */
  readonly inhalt: LoesungInhalt | null;
  readonly aufgegangenIn: string | null;
  /** The organisation that contributed, or where the reference comes from. */
  readonly haus: string;
  readonly uebernommenVon: string | null;
  /** Of the content; a change names the one that was read. */
  readonly hash: string;
}

export type Herkunft = 'referenz' | 'beitrag' | 'angebot';

/** A Lösung with all its versions, oldest first; there is at least one. */
export interface Loesung {
  readonly id: string;
  readonly herkunft: Herkunft;
  readonly fassungen: readonly LoesungFassung[];
}

/** A Lösung as it stood on a day. */
export interface LoesungStand {
  readonly id: string;
  readonly herkunft: Herkunft;
  readonly fassung: LoesungFassung;
  readonly inhalt: LoesungInhalt;
  /** What holds on the day: a Lösung past its last day has ended, whatever its version says. */
  readonly status: Loesungsstatus;
  /** A planned day went by and nobody said that it happened. */
  readonly terminVerstrichen: boolean;
}

/** The version that counts on a day: the newest of those that began; null before the first. */
export function fassungOn({ fassungen }: Loesung, date: LocalDate): LoesungFassung | null {
  return fassungen.findLast(({ giltAb }) => giltAb <= date) ?? null;
}

/** The Lösung on a day, or null where it was not yet, not any more, or stands in another one. */
export function standOn(loesung: Loesung, date: LocalDate): LoesungStand | null {
  const fassung = fassungOn(loesung, date);
  if (fassung === null || fassung.inhalt === null) return null;
  const { inhalt } = fassung;
  const { id, herkunft } = loesung;
  return {
    id,
    herkunft,
    fassung,
    inhalt,
    status: statusOn(inhalt, date),
    terminVerstrichen: terminVerstrichen(inhalt, date),
  };
}

function statusOn({ status, endetAm }: LoesungInhalt, date: LocalDate): Loesungsstatus {
  return endetAm !== null && endetAm < date ? 'ausgelaufen' : status;
}

/** A passed day never makes a Lösung available; it only raises the question. */
function terminVerstrichen({ status, verfuegbarAb }: LoesungInhalt, date: LocalDate): boolean {
  return (
    (status === 'angekuendigt' || status === 'in-entwicklung') && verfuegbarAb !== null && verfuegbarAb < date
  );
}

/** Whether it can be used on a day, as far as is known on the day of the question. */
export function verfuegbarBis({ status, inhalt, terminVerstrichen }: LoesungStand, day: LocalDate): boolean {
  if (status === 'ausgelaufen' || terminVerstrichen) return false;
  if (inhalt.endetAm !== null && inhalt.endetAm < day) return false;
  if (status === 'verfuegbar') return inhalt.verfuegbarAb === null || inhalt.verfuegbarAb <= day;
  return inhalt.verfuegbarAb !== null && inhalt.verfuegbarAb <= day;
}
