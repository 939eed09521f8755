import type { LocalDate } from '#kernel';

/** A Land, or a Bündler for the Kommunen it looks after, orders for all of them on a dated legal basis. */
export interface Sammelbestellung {
  readonly tenant: string;
  readonly id: string;
  readonly dienst: string;
  readonly anbieterId: string;
  /** Who orders: „Land Nordrhein-Westfalen“. */
  readonly auftraggeber: string;
  /** The Länderschlüssel for which it counts; `null` where it counts for the named Kommunen alone. */
  readonly land: string | null;
  readonly ags: readonly string[];
  readonly rechtsgrundlage: string;
  readonly quelle: string;
  readonly gueltigVon: LocalDate;
  readonly gueltigBis: LocalDate | null;
  readonly zahlt: 'auftraggeber' | 'kommune';
  readonly gezeichnetVon: string;
  readonly gezeichnetAm: LocalDate;
  readonly angenommenAm: LocalDate | null;
  readonly abgelehntAm: LocalDate | null;
  readonly grund: string | null;
}

/** Whether it counts for a Kommune on a day: accepted, in its time, and naming it or its Land. */
export function giltFuer(sammel: Sammelbestellung, ags: string, day: LocalDate): boolean {
  const { land, gueltigVon, gueltigBis, angenommenAm, abgelehntAm } = sammel;
  const named = land === null ? sammel.ags.includes(ags) : ags.startsWith(land);
  const inTime = gueltigVon <= day && (gueltigBis === null || day <= gueltigBis);
  return named && inTime && angenommenAm !== null && abgelehntAm === null;
}
