import type { LocalDate } from '#kernel';

/** With whom a view is shared: nobody, the own organisation, or the Kommunen that an IT-Dienstleister cares for. */
export const teilungen = ['nein', 'organisation', 'kreis'] as const;
export type Teilung = (typeof teilungen)[number];

/** A saved view: the address of a list under a name. It holds no rows, so it opens with those of the day. */
export interface Ansicht {
  readonly id: string;
  readonly tenant: string;
  /** The member whose view it is; `null` where a machine or the operator saved it for the organisation. */
  readonly besitzer: string | null;
  readonly name: string;
  readonly pfad: string;
  /** The query of the address, without question mark. */
  readonly abfrage: string;
  /** What the list is called. */
  readonly liste: string;
  readonly geteilt: Teilung;
  /** The organisation that saved it. */
  readonly haus: string;
  readonly version: number;
  readonly geaendertAm: Date;
  /** Whether its list opens with it for the one who reads. */
  readonly start: boolean;
}

/** The parameter that names the view with which a list was opened. */
export const viewParameter = 'ansicht';

/** What it takes to see a list as it is although it has a start view. */
export const withoutView = 'ohne';

/** Parameters that say nothing of what a list shows. */
const passing = new Set([viewParameter, 'seite', 'getan', 'csrf', 'meldung']);

/**
 * What an address asks of its list, without the page one happens to be on. A date that is today's goes too: such a view
 * goes with the days.
 */
export function lastingQuery(query: URLSearchParams, today: LocalDate): string {
  const lasting = new URLSearchParams();
  for (const [name, value] of query) {
    if (passing.has(name) || value === '' || (name === 'datum' && value === today)) continue;
    lasting.append(name, value);
  }
  return lasting.toString();
}

/** The address under which a view opens. */
export function addressOf({ pfad, abfrage, id }: Pick<Ansicht, 'pfad' | 'abfrage' | 'id'>): string {
  const query = new URLSearchParams(abfrage);
  query.set(viewParameter, id);
  return `${pfad}?${query}`;
}

/** Whether somebody filters or sorts otherwise than a view does; the order of parameters says nothing. */
export function differs(
  { abfrage }: Pick<Ansicht, 'abfrage'>,
  query: URLSearchParams,
  today: LocalDate,
): boolean {
  return sorted(abfrage) !== sorted(lastingQuery(query, today));
}

function sorted(query: string): string {
  return [...new URLSearchParams(query)]
    .map((pair) => JSON.stringify(pair))
    .toSorted()
    .join();
}

/** The parameters of a view that its list does not know any more. */
export function forgottenParameters(
  { abfrage }: Pick<Ansicht, 'abfrage'>,
  known: readonly string[],
): readonly string[] {
  const names = new Set(new URLSearchParams(abfrage).keys());
  return [...names].filter((name) => !known.includes(name));
}
