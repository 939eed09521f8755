import { changeState, type Editor } from '#efa';
import type { Anbindung } from '#efa/many';
import { addDays, type Refusal } from '#kernel';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { readAnnahmen } from '../store-annahme.ts';
import { type Leader, withinCircle } from './cockpit-actors.ts';
import { erklaereIn } from './erklaere.ts';
import type { Verbindung } from './verbindung.ts';

/** Goes live where the step asks for it and everything that the go-live check wants is there. */
export async function goLive(
  deps: CockpitDeps,
  { auftrag, leader, angebot: { dienst } }: Verbindung,
  editor: Editor,
  anbindung: Anbindung,
): Promise<{ readonly anbindung: Anbindung; readonly hindernis: readonly string[] }> {
  if (auftrag.bis !== 'live' || anbindung.zustand !== 'test') return { anbindung, hindernis: [] };
  const open = await assumptionsOpen(deps, editor, dienst);
  if (open > 0 && !auftrag.annahmenGenuegen)
    return { anbindung, hindernis: [`${open} angenommene Werte sind noch zu bestätigen.`] };
  await declare(deps, leader, editor, dienst, auftrag.erklaerung);
  const live = await changeState(deps.efa, editor, {
    dienst,
    version: anbindung.version,
    schritt: 'live-schalten',
  });
  return live.ok
    ? { anbindung: live.value, hindernis: [] }
    : { anbindung, hindernis: [live.refusal.message] };
}

/** How long a receiving key that was made on the way counts; its last whole day. */
export const keyDays = 364;

/** Ticks every open line of the checklist off where the step says on what that rests; done again it finds nothing open. */
async function declare(
  deps: CockpitDeps,
  leader: Leader,
  { kommune }: Editor,
  dienst: string,
  grund: string,
): Promise<void> {
  if (grund.trim() === '') return;
  const gueltigBis = addDays(deps.clock.today(), keyDays);
  const wunsch = { grund, gueltigBis, auchGegenPruefung: true };
  const wer = { haus: leader.anbieter.name, kommune, befunde: new Map() };
  await withinCircle(deps, leader, (tx) => erklaereIn(tx, deps, wer, dienst, wunsch));
}

function assumptionsOpen({ db }: CockpitDeps, { actor, kommune }: Editor, dienst: string): Promise<number> {
  return db.withTenant(
    kommune.tenant,
    actor,
    async (tx) => (await readAnnahmen(tx, dienst)).filter(({ bestaetigtAm }) => bestaetigtAm === null).length,
  );
}

/** Why the Kommune has no public site yet, where the step shall make one. */
export async function makeSite(
  deps: CockpitDeps,
  { auftrag, koerper }: Verbindung,
  { actor, kommune }: Editor,
): Promise<readonly string[]> {
  if (!auftrag.auftritt) return [];
  const made = await deps.auftritt(actor, kommune, koerper);
  return made.ok ? [] : [`Ihr Auftritt fehlt: ${refusalText(made.refusal)}`];
}

function refusalText({ message, fields }: Refusal): string {
  return [message, ...(fields ?? []).map((field) => field.message)].join(' ');
}
