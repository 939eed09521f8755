import { listZustellpunkte } from '#delivery';
import { type Angebot, changeState, type Editor, parametersOf } from '#efa';
import { type Anbindung, allParameters, carryForward, readAnbindung } from '#efa/many';
import { takeInKommune } from '#identity';
import { ok, type Refusal, type Result } from '#kernel';
import type { CockpitDeps, Koerper } from '../cockpit-deps.ts';
import { type Annahme, bekannteWerte, mergedAnnahmen, vorgabenFor } from '../domain/annahmen.ts';
import { officeLabel } from '../domain/office-label.ts';
import type { Davor, Sammelzeile, Verbinden } from '../domain/sammellauf.ts';
import { noteAnnahmen, readAnnahmen } from '../store-annahme.ts';
import { noteDavor, type Zeilenergebnis } from '../store-sammel.ts';
import { type Leader, within } from './cockpit-actors.ts';
import { ensureZustellpunkt } from './ensure-zustellpunkt.ts';
import { antraegeOf } from './schalte-kommune.ts';

/** A Kommune that is being connected with many others. */
export interface Verbindung {
  readonly leader: Leader;
  readonly lauf: string;
  readonly angebot: Angebot;
  readonly auftrag: Verbinden;
  readonly zeile: Sammelzeile;
  readonly koerper: Koerper;
  /** It was connected by an earlier step that was taken back. */
  readonly neuBeginnen: boolean;
}

/**
 * Connects one Kommune as far as it goes: organisation, Zustellpunkte with keys, values, test, start. Done again it finds
 * what is there and goes on; nothing is made twice, nothing that the Kommune stated is overwritten.
 */
export async function verbindeKommune(deps: CockpitDeps, verbindung: Verbindung): Promise<Zeilenergebnis> {
  const { leader, koerper } = verbindung;
  const caller = { tenant: leader.anbieter.tenant, actor: leader.actor };
  const taken = await takeInKommune(deps, caller, { key: koerper.ags, name: koerper.name });
  if (!taken.ok) return { ergebnis: 'ausgelassen', meldung: taken.refusal.message };
  const kommune = { tenant: taken.value.organisation.id, ags: koerper.ags, name: taken.value.organisation.name };
  const connected = await connect(deps, verbindung, { actor: leader.actor, kommune });
  if (connected.ok) return { ...connected.value, kommune: kommune.tenant };
  return { ergebnis: 'gescheitert', meldung: connected.refusal.message, kommune: kommune.tenant };
}

async function connect(
  deps: CockpitDeps,
  verbindung: Verbindung,
  editor: Editor,
): Promise<Result<Zeilenergebnis>> {
  const { angebot, zeile } = verbindung;
  const { dienst } = angebot;
  const now = await readNow(deps, editor, angebot);
  // A worker that was killed has left the first sight of this Kommune; only that one is „before“.
  const davor = zeile.vorher ?? (await noteFirstSight(deps, verbindung, now));
  if (zeile.vorher === null && now.anbindung !== null && istLive(now.anbindung))
    return ok({ ergebnis: 'ausgelassen', meldung: 'Sie ist inzwischen angebunden.' });
  const ziele = await zustellpunkteFor(deps, verbindung, editor, now.werte);
  if (!ziele.ok) return ziele;
  const annahmen = annahmenFor(verbindung);
  const werte = {
    ...Object.fromEntries(annahmen.map(({ parameter, wert }) => [parameter, wert])),
    ...ziele.value,
  };
  const carried = await carryTwice(deps, editor, { dienst, werte, neuBeginnen: verbindung.neuBeginnen });
  if (!carried.ok) return carried;
  const { nachher, gesetzt, fehlt } = carried.value;
  await noteAnnahmenOf(deps, editor, dienst, annahmen, gesetzt);
  const live = await goLive(deps, verbindung, editor, nachher);
  const site = await makeSite(deps, verbindung, editor);
  const meldung = [...fehlt.map(({ message }) => message), ...live.hindernis, ...site].join(' ');
  const reached = live.anbindung.zustand === verbindung.auftrag.bis && site.length === 0;
  const left = {
    version: live.anbindung.version,
    gesetzt: davor.fehlend.filter((name) => name in werte && !fehlt.some(({ field }) => field === name)),
    zustellpunkte: Object.values(ziele.value).filter((id) => !davor.empfangend.includes(id)),
    antraege: await antraegeOf(deps, editor, dienst),
  };
  return ok({ ergebnis: reached ? 'erledigt' : 'teilweise', meldung, nachher: left });
}

interface Jetzt {
  readonly anbindung: Anbindung | null;
  readonly werte: Readonly<Record<string, unknown>>;
  readonly fehlend: readonly string[];
  readonly empfangend: readonly string[];
}

function readNow(
  { db, clock }: CockpitDeps,
  { actor, kommune }: Editor,
  { dienst, data }: Angebot,
): Promise<Jetzt> {
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    const werte = await parametersOf(tx, dienst, { date: clock.today() });
    const zustellpunkte = await listZustellpunkte(tx, kommune.tenant, clock.now());
    return {
      anbindung: await readAnbindung(tx, dienst),
      werte,
      fehlend: allParameters(data).flatMap(({ id }) => (werte[id] === undefined ? [id] : [])),
      empfangend: zustellpunkte.flatMap(({ id, state }) => (state === 'active' ? [id] : [])),
    };
  });
}

async function noteFirstSight(
  deps: CockpitDeps,
  { leader, lauf, zeile }: Verbindung,
  { anbindung, fehlend, empfangend }: Jetzt,
): Promise<Davor> {
  const davor: Davor = { anbindung: anbindung && davorOf(anbindung), fehlend, empfangend };
  await within(deps, leader, (tx) => noteDavor(tx, lauf, zeile.ags, davor));
  return davor;
}

function istLive({ zustand }: Anbindung): boolean {
  return zustand === 'live' || zustand === 'ausgesetzt';
}

function davorOf({ zustand, fassung, geplantAm, liveSeit, grund }: Anbindung): Davor['anbindung'] {
  return { zustand, fassung, geplantAm, liveSeit, grund };
}

/** For each office that the service names, a Zustellpunkt that receives, where the Kommune has not chosen one. */
async function zustellpunkteFor(
  deps: CockpitDeps,
  { angebot, koerper }: Verbindung,
  { actor, kommune }: Editor,
  stated: Readonly<Record<string, unknown>>,
): Promise<Result<Readonly<Record<string, string>>>> {
  const werte: Record<string, string> = {};
  const offices = new Set(angebot.data.covers.map(({ office }) => office));
  for (const office of offices) {
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
  }
  return ok(werte);
}

/** What is known of a Kommune, and what is stated for all of them, as far as the service asks for it. */
export function annahmenFor({
  angebot: { data },
  auftrag,
  koerper,
}: Pick<Verbindung, 'angebot' | 'auftrag' | 'koerper'>): readonly Annahme[] {
  const asked = new Set(allParameters(data).map(({ id }) => id));
  const office = officeLabel(data.covers[0]?.office ?? '');
  return mergedAnnahmen(bekannteWerte(koerper, office), vorgabenFor(auftrag.werte, koerper)).filter(
    ({ parameter }) => asked.has(parameter),
  );
}

/** Of two steps that meet at one Kommune the second reads anew and goes on. */
async function carryTwice(deps: CockpitDeps, editor: Editor, wunsch: Parameters<typeof carryForward>[2]) {
  const first = await carryForward(deps.efa, editor, wunsch);
  return !first.ok && first.refusal.kind === 'conflict' ? carryForward(deps.efa, editor, wunsch) : first;
}

async function noteAnnahmenOf(
  { db, clock }: CockpitDeps,
  { actor, kommune }: Editor,
  dienst: string,
  annahmen: readonly Annahme[],
  gesetzt: readonly string[],
): Promise<void> {
  const made = annahmen.filter(({ parameter }) => gesetzt.includes(parameter));
  if (made.length > 0)
    await db.withTenant(kommune.tenant, actor, (tx) =>
      noteAnnahmen(tx, kommune.tenant, dienst, made, clock.now()),
    );
}

/** Goes live where the step asks for it and everything that the go-live check wants is there. */
async function goLive(
  deps: CockpitDeps,
  { auftrag, angebot: { dienst } }: Verbindung,
  editor: Editor,
  anbindung: Anbindung,
): Promise<{ readonly anbindung: Anbindung; readonly hindernis: readonly string[] }> {
  if (auftrag.bis !== 'live' || anbindung.zustand !== 'test') return { anbindung, hindernis: [] };
  const open = await assumptionsOpen(deps, editor, dienst);
  if (open > 0 && !auftrag.annahmenGenuegen)
    return { anbindung, hindernis: [`${open} angenommene Werte sind noch zu bestätigen.`] };
  const live = await changeState(deps.efa, editor, { dienst, version: anbindung.version, schritt: 'live-schalten' });
  return live.ok ? { anbindung: live.value, hindernis: [] } : { anbindung, hindernis: [live.refusal.message] };
}

function assumptionsOpen({ db }: CockpitDeps, { actor, kommune }: Editor, dienst: string): Promise<number> {
  return db.withTenant(
    kommune.tenant,
    actor,
    async (tx) => (await readAnnahmen(tx, dienst)).filter(({ bestaetigtAm }) => bestaetigtAm === null).length,
  );
}

/** Why the Kommune has no public site yet, where the step shall make one. */
async function makeSite(
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
