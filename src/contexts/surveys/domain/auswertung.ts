import type { Quartal } from '#kernel';
import type { Bedarf, Vorarbeit } from './antwort.ts';

/** A released answer as the evaluation reads it. */
export interface FreigegebeneAntwort {
  readonly tenant: string;
  readonly ags: string;
  readonly leistungId: string;
  readonly bedarf: Bedarf | null;
  readonly wunschquartal: Quartal | null;
  readonly fallzahl: number | null;
  readonly vorarbeit: Vorarbeit | null;
  readonly bemerkung: string;
  readonly frei: Readonly<Record<string, string>>;
  readonly vorbelegt: boolean;
  readonly spaet: boolean;
}

/** What all Kommunen together say of a Leistung: for pages, files and the published result. Counts only. */
export interface Ergebniszeile {
  readonly leistungId: string;
  /** How many Kommunen were asked, and how many of them said something. */
  readonly gefragt: number;
  readonly geantwortet: number;
  readonly ja: number;
  readonly spaeter: number;
  readonly nein: number;
  /** Cases a year at those that want it. */
  readonly faelle: number;
  /** Of how many Kommunen these cases are. */
  readonly faelleVon: number;
  readonly spaete: number;
  /** How many wish it in which quarter. */
  readonly quartale: Readonly<Record<string, number>>;
}

/** Counts the released answers of each Leistung that anybody was asked about. */
export function zaehleAus(
  gefragt: ReadonlyMap<string, number>,
  antworten: readonly FreigegebeneAntwort[],
): readonly Ergebniszeile[] {
  const byLeistung = Map.groupBy(antworten, ({ leistungId }) => leistungId);
  return [...gefragt].map(([leistungId, wieViele]) =>
    zeileOf(leistungId, wieViele, byLeistung.get(leistungId) ?? []),
  );
}

function zeileOf(
  leistungId: string,
  gefragt: number,
  antworten: readonly FreigegebeneAntwort[],
): Ergebniszeile {
  const said = antworten.filter(({ bedarf }) => bedarf !== null);
  const count = (wanted: Bedarf) => said.filter(({ bedarf }) => bedarf === wanted).length;
  const wollen = said.filter(({ bedarf }) => bedarf !== 'nein');
  const mitFaellen = wollen.filter(({ fallzahl }) => fallzahl !== null);
  const quartale: Record<string, number> = {};
  for (const { wunschquartal } of wollen)
    if (wunschquartal !== null) quartale[wunschquartal] = (quartale[wunschquartal] ?? 0) + 1;
  return {
    leistungId,
    gefragt,
    geantwortet: said.length,
    ja: count('ja'),
    spaeter: count('spaeter'),
    nein: count('nein'),
    faelle: mitFaellen.reduce((sum, { fallzahl }) => sum + (fallzahl ?? 0), 0),
    faelleVon: mitFaellen.length,
    spaete: said.filter(({ spaet }) => spaet).length,
    quartale,
  };
}

/** Whether as many Kommunen answered as the survey wants. */
export function quorumErreicht(quorum: number, freigegeben: number): boolean {
  return freigegeben >= quorum;
}
