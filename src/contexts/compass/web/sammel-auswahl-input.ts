import type { Refusal } from '#kernel';
import { parseAenderung } from '../domain/parse-aenderung.ts';
import type { StandAenderung, StandFeld } from '../domain/stand.ts';
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

/** Filled fields are set, ticked ones emptied; at least one of either. */
export function aenderungIn(
  given: URLSearchParams,
): { readonly ok: true; readonly value: StandAenderung } | { readonly ok: false; readonly refusal: Refusal } {
  const leeren = new Set(given.getAll('leeren'));
  const eingabe = Object.fromEntries(
    sammelFelder.flatMap((feld): [string, unknown][] => {
      const text = given.get(feld)?.trim() ?? '';
      if (text !== '') return [[feld, text]];
      return leeren.has(feld) && feld !== 'zustand' ? [[feld, null]] : [];
    }),
  );
  if (Object.keys(eingabe).length === 0)
    return {
      ok: false,
      refusal: invalidStand([{ field: 'zustand', message: 'Bitte füllen Sie wenigstens ein Feld aus.' }]),
    };
  const parsed = parseAenderung(eingabe);
  return parsed.ok ? parsed : { ok: false, refusal: invalidStand(parsed.refusal) };
}
