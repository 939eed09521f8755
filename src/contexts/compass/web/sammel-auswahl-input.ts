import { type Result, refuse } from '#kernel';
import { parseWunsch } from '../domain/parse-wunsch.ts';
import type { SammelWunsch } from '../domain/sammel.ts';
import type { StandFeld } from '../domain/stand.ts';
import { invalidStand } from '../errors.ts';

/** The fields that a bulk change can set. */
export const sammelFelder = [
  'zustand',
  'grund',
  'geplantFuer',
  'umgesetztAm',
  'abgeschaltetAm',
  'prioritaet',
  'zustaendig',
  'vertretung',
  'fachbereichId',
  'loesungId',
  'bemerkung',
] as const satisfies readonly StandFeld[];

export type SammelFeld = (typeof sammelFelder)[number];

/** The Leistungen that the form carries along, each once. */
export function leistungIdsIn(given: URLSearchParams): readonly string[] {
  return [...new Set((given.get('leistungen') ?? '').split(' ').filter((id) => /^L\d{5}$/.test(id)))];
}

/** Filled fields are set, ticked ones emptied; at least one of either. Statements may also be taken back. */
export function wunschIn(given: URLSearchParams): Result<Pick<SammelWunsch, 'aenderung' | 'zuruecknehmen'>> {
  const leeren = new Set(given.getAll('leeren'));
  const eingabe = Object.fromEntries(
    sammelFelder.flatMap((feld): [string, unknown][] => {
      const text = given.get(feld)?.trim() ?? '';
      if (text !== '') return [[feld, text]];
      return leeren.has(feld) && feld !== 'zustand' ? [[feld, null]] : [];
    }),
  );
  if (Object.keys(eingabe).length === 0)
    return refuse(invalidStand([{ field: 'zustand', message: 'Bitte füllen Sie wenigstens ein Feld aus.' }]));
  const parsed = parseWunsch(eingabe);
  return parsed.ok ? parsed : refuse(invalidStand(parsed.refusal));
}
