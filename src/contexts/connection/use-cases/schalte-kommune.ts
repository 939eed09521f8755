import { changeState, type Editor } from '#efa';
import { nachSchritt, readAnbindung } from '#efa/many';
import type { TenantId } from '#platform';
import type { CockpitDeps } from '../cockpit-deps.ts';
import type { Sammelzeile, Weiterschalten } from '../domain/sammellauf.ts';
import { noteDavor, type Zeilenergebnis } from '../store-sammel.ts';
import { type Leader, within } from './cockpit-actors.ts';

/** Takes the step of the state table for one of many Kommunen; done again it finds that it was taken. */
export async function schalteKommune(
  deps: CockpitDeps,
  leader: Leader,
  lauf: { readonly id: string; readonly dienst: string },
  zeile: Sammelzeile,
  kommune: TenantId,
  { schritt, grund }: Weiterschalten,
): Promise<Zeilenergebnis> {
  const editor: Editor = {
    actor: leader.actor,
    kommune: { tenant: kommune, ags: zeile.ags, name: zeile.name },
  };
  const { dienst } = lauf;
  const current = await deps.db.withTenant(kommune, editor.actor, (tx) => readAnbindung(tx, dienst));
  if (current === null) return { ergebnis: 'ausgelassen', meldung: 'Sie ist nicht mehr angebunden.' };
  const left = { gesetzt: [], zustellpunkte: [], antraege: await antraegeOf(deps, editor, dienst) };
  const before = zeile.vorher?.anbindung;
  if (before !== undefined && before !== null && current.zustand === zeile.nach)
    return { ergebnis: 'erledigt', meldung: '', nachher: { ...left, version: current.version } };
  const { zustand, fassung, geplantAm, liveSeit, grund: warum, version } = current;
  if (nachSchritt(zustand, schritt) === null)
    return { ergebnis: 'ausgelassen', meldung: 'Ihr Stand hat sich seit der Vorschau geändert.' };
  await within(deps, leader, (tx) =>
    noteDavor(tx, lauf.id, zeile.ags, {
      anbindung: { zustand, fassung, geplantAm, liveSeit, grund: warum },
      fehlend: [],
      empfangend: [],
    }),
  );
  const changed = await changeState(deps.efa, editor, { dienst, version, schritt, grund });
  if (!changed.ok) return { ergebnis: 'gescheitert', meldung: changed.refusal.message };
  return { ergebnis: 'erledigt', meldung: '', nachher: { ...left, version: changed.value.version } };
}

/** How many Anträge came to this service of the Kommune. */
export async function antraegeOf(
  { efa }: Pick<CockpitDeps, 'efa'>,
  { kommune }: Editor,
  dienst: string,
): Promise<number> {
  return (await efa.antragCounts([kommune])).get(dienst) ?? 0;
}
