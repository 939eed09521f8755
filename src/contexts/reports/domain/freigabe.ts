import type { LocalDate } from '#kernel';
import type { Bestand, BestandZeile } from './bestand.ts';
import { count, isOnline, isSilent } from './zaehlen.ts';

/** What a Kommune can release singly. */
export const freigabeTeile = ['online', 'termine', 'anteil', 'reifegrad'] as const;
export type FreigabeTeil = (typeof freigabeTeile)[number];

export const teilNamen: Readonly<Record<FreigabeTeil, string>> = {
  online: 'Was man heute online erledigen kann',
  termine: 'Was wann kommt (nur die angegebenen Termine)',
  anteil: 'Wie viele der Pflichten online sind',
  reifegrad: 'Wie weit man online kommt (Reifegrad 1.1)',
};

/** A Leistung on the public page. */
export interface OeffentlicheLeistung {
  readonly id: string;
  readonly name: string;
  readonly themenfeld: string | null;
  readonly seit?: LocalDate | null;
  readonly termin?: LocalDate;
  readonly reifegrad11?: number | null;
}

/** Everything of a Kommune's Stand that is public, and nothing else. */
export interface OeffentlicherStand {
  readonly kommune: string;
  readonly ags: string;
  readonly stichtag: LocalDate;
  readonly teile: readonly FreigabeTeil[];
  readonly online: readonly OeffentlicheLeistung[] | null;
  readonly termine: readonly OeffentlicheLeistung[] | null;
  readonly anteil: {
    readonly pflichten: number;
    readonly online: number;
    readonly ohneAngabe: number;
  } | null;
}

const open: ReadonlySet<BestandZeile['zustand']> = new Set([
  'nicht-begonnen',
  'vorgemerkt',
  'geplant',
  'in-umsetzung',
  'in-erprobung',
]);

/** What a release of some parts makes public. A passed plan is no promise: it is left out. */
export function oeffentlichOf(bestand: Bestand, teile: readonly FreigabeTeil[]): OeffentlicherStand {
  const { kommune, ags, stichtag, pflichten } = bestand;
  const rated = teile.includes('reifegrad');
  const named = ({ id, name, themenfeld }: BestandZeile) => ({ id, name, themenfeld });
  const byName = <T extends { readonly name: string }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  return {
    kommune,
    ags,
    stichtag,
    teile: freigabeTeile.filter((teil) => teile.includes(teil)),
    online: teile.includes('online')
      ? byName(pflichten.filter(isOnline)).map((zeile) => ({
          ...named(zeile),
          seit: zeile.umgesetztAm,
          ...(rated ? { reifegrad11: zeile.reifegrad11 } : {}),
        }))
      : null,
    termine: teile.includes('termine')
      ? pflichten
          .flatMap((zeile) =>
            open.has(zeile.zustand) && zeile.geplantFuer !== null && zeile.geplantFuer >= stichtag
              ? [{ ...named(zeile), termin: zeile.geplantFuer }]
              : [],
          )
          .toSorted((a, b) => a.termin.localeCompare(b.termin) || a.name.localeCompare(b.name, 'de'))
      : null,
    anteil: teile.includes('anteil')
      ? {
          pflichten: pflichten.length,
          online: count(pflichten, isOnline),
          ohneAngabe: count(pflichten, isSilent),
        }
      : null,
  };
}
