import { changeZustellpunkt } from '#delivery';
import { type Editor, parametersOf } from '#efa';
import { ok, type Result } from '#kernel';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { officeLabel } from '../domain/office-label.ts';
import { ensureZustellpunkt } from './ensure-zustellpunkt.ts';
import type { Verbindung } from './verbindung.ts';

/** The Zustellpunkte of a Kommune for a service: their ids by parameter, and which were made just now. */
export interface Ziele {
  readonly werte: Readonly<Record<string, string>>;
  readonly neu: readonly string[];
}

/** For each office that the service names, a Zustellpunkt that receives, where the Kommune has not chosen one. */
export async function zustellpunkteFor(
  deps: CockpitDeps,
  { angebot, koerper }: Pick<Verbindung, 'angebot' | 'koerper'>,
  { actor, kommune }: Editor,
  stated: Readonly<Record<string, unknown>>,
): Promise<Result<Ziele>> {
  const werte: Record<string, string> = {};
  const neu: string[] = [];
  for (const office of new Set(angebot.data.covers.map((each) => each.office))) {
    const name = `zustellpunkt${office.slice(0, 1).toUpperCase()}${office.slice(1)}`;
    const chosen = stated[name];
    if (typeof chosen === 'string') {
      werte[name] = chosen;
      continue;
    }
    const postfach = deps.demo ? `${office}@${koerper.ags}.demo.invalid` : '';
    const ready = await ensureZustellpunkt(deps, actor, kommune, officeLabel(office), postfach);
    if (!ready.ok) return ready;
    werte[name] = ready.value.id;
    if (ready.value.neu) neu.push(ready.value.id);
  }
  return ok({ werte, neu });
}

/** Of two steps that meet at one Kommune one chooses; the Zustellpunkte that the other made meanwhile are ended. */
export async function endUnchosen(
  deps: CockpitDeps,
  dienst: string,
  { actor, kommune }: Editor,
  { neu }: Ziele,
): Promise<void> {
  if (neu.length === 0) return;
  const party = { tenant: kommune.tenant, actor };
  const werte = await deps.db.withTenant(kommune.tenant, actor, (tx) =>
    parametersOf(tx, dienst, { date: deps.clock.today() }),
  );
  const chosen = new Set<unknown>(Object.values(werte));
  for (const id of neu) if (!chosen.has(id)) await changeZustellpunkt(deps, party, id, 'end');
}
