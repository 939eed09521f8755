import { changeZustellpunkt } from '#delivery';
import { type Editor, parametersOf } from '#efa';
import {
  type Anbindung,
  parseZustand,
  readAnbindung,
  readAnbindungen,
  takeBack,
  type Vorher,
} from '#efa/many';
import { parseLocalDate } from '#kernel';
import type { TenantId } from '#platform';
import type { CockpitDeps } from '../cockpit-deps.ts';
import type { Danach, Davor, Sammelzeile } from '../domain/sammellauf.ts';
import { dropAnnahmen } from '../store-annahme.ts';
import type { Zeilenergebnis } from '../store-sammel.ts';
import type { Leader } from './cockpit-actors.ts';
import { antraegeOf } from './schalte-kommune.ts';

/** Takes a step back in one Kommune, where nothing happened there since. Done again it finds that it was taken back. */
export async function nimmZurueck(
  deps: CockpitDeps,
  leader: Leader,
  dienst: string,
  zeile: Sammelzeile,
  kommune: TenantId,
): Promise<Zeilenergebnis> {
  const { vorher, nachher, ags, name } = zeile;
  if (vorher === null || nachher === null)
    return { ergebnis: 'geblieben', meldung: 'Es gibt nichts zurückzunehmen.' };
  const editor: Editor = { actor: leader.actor, kommune: { tenant: kommune, ags, name } };
  const current = await deps.db.withTenant(kommune, editor.actor, (tx) => readAnbindung(tx, dienst));
  const before = vorherOf(vorher);
  if (!isTakenBack(current, nachher, before)) {
    if ((await antraegeOf(deps, editor, dienst)) > nachher.antraege)
      return { ergebnis: 'geblieben', meldung: 'Seitdem ist ein Antrag eingegangen.' };
    const ref = { dienst, version: nachher.version };
    const back = await takeBack(deps.efa, editor, ref, { vorher: before, gesetzt: nachher.gesetzt });
    if (!back.ok) return { ergebnis: 'geblieben', meldung: back.refusal.message };
  }
  await deps.db.withTenant(kommune, editor.actor, (tx) => dropAnnahmen(tx, dienst, nachher.gesetzt));
  for (const id of nachher.zustellpunkte)
    if (!(await isUsed(deps, editor, id)))
      await changeZustellpunkt(deps, { tenant: kommune, actor: editor.actor }, id, 'suspend');
  return { ergebnis: 'zurueckgenommen', meldung: '' };
}

function vorherOf({ anbindung }: Davor): Vorher {
  if (anbindung === null) return null;
  const { zustand, geplantAm, liveSeit, ...rest } = anbindung;
  return { ...rest, zustand: parseZustand(zustand), geplantAm: dayOf(geplantAm), liveSeit: dayOf(liveSeit) };
}

/** A worker that was killed had taken it back, but not noted it. */
function isTakenBack(current: Anbindung | null, { version }: Danach, before: Vorher): boolean {
  return (
    current !== null && current.version === version + 1 && current.zustand === (before?.zustand ?? 'beendet')
  );
}

/** Whether another Anbindung of the Kommune, or this one still, sends its Anträge there. */
function isUsed(
  { db, clock }: CockpitDeps,
  { actor, kommune }: Editor,
  zustellpunkt: string,
): Promise<boolean> {
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    for (const { dienst, zustand } of await readAnbindungen(tx)) {
      if (zustand === 'beendet') continue;
      const values = await parametersOf(tx, dienst, { date: clock.today() });
      if (Object.values(values).includes(zustellpunkt)) return true;
    }
    return false;
  });
}

function dayOf(text: string | null) {
  if (text === null) return null;
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(`„${text}“ is no day`);
  return day.value;
}
