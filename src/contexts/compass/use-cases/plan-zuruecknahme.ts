import { ok, refuse } from '#kernel';
import { ohneAngabe, type Stand, type Zuruecknahme } from '../domain/stand.ts';
import { changedBeforeTakingBack, nothingStated } from '../errors.ts';
import { type Bekannt, zelle } from './bekannt.ts';
import type { Editor } from './editor.ts';
import type { StandErgebnis, StandWunsch } from './stand-wunsch.ts';

/** What would become of the wish that nothing be said any more. What somebody else stated meanwhile is not taken back. */
export function planZuruecknahme(
  { heute, jetzt, gelesen }: Pick<Bekannt, 'heute' | 'jetzt' | 'gelesen'>,
  { kommune, actor }: Editor,
  current: Stand | null,
  { leistungId, grundlage, zuruecknehmen }: StandWunsch,
): StandErgebnis {
  // What was carried along from another Leistung is no statement about this one.
  if (current === null || current.fassung === 0) return refuse(nothingStated);
  if (current.fassung !== grundlage)
    return refuse(changedBeforeTakingBack(gelesen.get(zelle(leistungId, grundlage)) ?? null, current));
  const stand: Zuruecknahme = {
    ...ohneAngabe,
    zustand: null,
    bemerkung: zuruecknehmen?.grund ?? null,
    giltAb: heute,
    tenant: kommune.tenant,
    ags: kommune.ags,
    leistungId,
    fassung: current.fassung + 1,
    angegebenAm: jetzt,
    angegebenVon: actor,
  };
  return ok({ stand, neu: true });
}
