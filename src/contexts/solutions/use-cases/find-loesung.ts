import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Loesung, LoesungStand } from '../domain/loesung.ts';
import { canonicalLoesung, type Register } from '../domain/register.ts';
import { loesungNotOnDay, loesungUnknown } from '../errors.ts';

/** A Lösung as it stood on a day, with the duplicate from which one came where the id was one. */
export interface FoundLoesung {
  readonly loesung: Loesung;
  readonly stand: LoesungStand;
  /** The id that was asked for, where it went up in this Lösung. */
  readonly aufgegangen: string | null;
}

/** Finds a Lösung by its id; a duplicate leads to the one in which it went up. */
export function findLoesung(register: Register, id: string, date: LocalDate): Result<FoundLoesung> {
  const asked = register.byId.get(id);
  if (asked === undefined) return refuse(loesungUnknown(id, register));
  const stand = canonicalLoesung(register, id, date);
  const loesung = stand === null ? undefined : register.byId.get(stand.id);
  if (stand === null || loesung === undefined) return refuse(loesungNotOnDay(newestName(asked), date));
  return ok({ loesung, stand, aufgegangen: stand.id === id ? null : id });
}

/** What a Lösung is called, by its newest version that has a name. */
export function newestName({ id, fassungen }: Loesung): string {
  return fassungen.findLast(({ inhalt }) => inhalt !== null)?.inhalt?.name ?? id;
}
