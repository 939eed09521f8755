import { addDays, type LocalDate, localDate } from '#kernel';
import type { Principal } from '#platform';
import type { Phase } from '../domain/phase.ts';
import { liegtIn, type Phasenzeile, phasenzeilen } from '../domain/zeitplan.ts';
import { keineAngabe } from '../messages.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { type Projektzeile, readProjekte } from './read-projekte.ts';

/** Which part of the timetable is asked for. */
export interface ZeitplanFrage {
  readonly day: LocalDate;
  /** The timetable begins with the month of this day. */
  readonly from: LocalDate;
  /** `null` for all phases. */
  readonly phase: Phase | null;
  /** `null` for all Themenfelder. */
  readonly themenfeldId: number | null;
}

export interface Zeitplanzeile {
  readonly zeile: Projektzeile;
  readonly gruppe: string;
  readonly phasenzeile: Phasenzeile;
}

const german = new Intl.Collator('de', { numeric: true });

/** Where a timetable begins that nobody asked to begin elsewhere: half a year back. */
export function usualBegin(day: LocalDate): LocalDate {
  return addDays(day, -183);
}

/** The timetable as somebody may see it, by Themenfeld. */
export async function readZeitplan(
  deps: Pick<ProjectsDeps, 'db' | 'catalogue'>,
  principal: Principal | null,
  frage: ZeitplanFrage,
): Promise<readonly Zeitplanzeile[]> {
  const { themenfeldById } = await deps.catalogue();
  const groupOf = ({ projekt: { inhalt } }: Projektzeile) =>
    themenfeldById.get(inhalt.themenfeldId ?? 0)?.name ?? `Themenfeld: ${keineAngabe}`;
  return zeitplanOf(await readProjekte(deps, principal, frage.day), frage, groupOf);
}

/** The phases that have a day within 24 months, by group, project and order of phases. */
export function zeitplanOf(
  zeilen: readonly Projektzeile[],
  { day, from, phase, themenfeldId }: ZeitplanFrage,
  groupOf: (zeile: Projektzeile) => string,
): readonly Zeitplanzeile[] {
  const [first, until] = windowOf(from);
  return zeilen
    .filter(({ projekt }) => themenfeldId === null || projekt.inhalt.themenfeldId === themenfeldId)
    .map((zeile) => ({ zeile, gruppe: groupOf(zeile) }))
    .toSorted(
      (a, b) =>
        german.compare(a.gruppe, b.gruppe) ||
        german.compare(a.zeile.projekt.inhalt.titel, b.zeile.projekt.inhalt.titel),
    )
    .flatMap(({ zeile, gruppe }) =>
      phasenzeilen(zeile.projekt.inhalt, day)
        .filter((one) => (phase === null || one.phase === phase) && liegtIn(one, first, until, day))
        .map((phasenzeile) => ({ zeile, gruppe, phasenzeile })),
    );
}

/** The first day of a day's month and the last of the 24 months from there. */
export function windowOf(from: LocalDate): readonly [LocalDate, LocalDate] {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const last = new Date(Date.UTC(year, month - 1 + 24, 0)).toISOString().slice(0, 10);
  return [localDate(`${from.slice(0, 7)}-01`), localDate(last)];
}
