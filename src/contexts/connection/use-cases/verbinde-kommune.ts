import { listZustellpunkte } from '#delivery';
import { type Angebot, type Editor, parametersOf } from '#efa';
import { type Anbindung, allParameters, carryForward, istOeffentlich, readAnbindung } from '#efa/many';
import { takeInKommune } from '#identity';
import { ok, type Result } from '#kernel';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { type Annahme, bekannteWerte, mergedAnnahmen, vorgabenFor } from '../domain/annahmen.ts';
import { officeLabel } from '../domain/office-label.ts';
import type { Davor } from '../domain/sammellauf.ts';
import { noteAnnahmen } from '../store-annahme.ts';
import { noteDavor, type Zeilenergebnis } from '../store-sammel.ts';
import { within } from './cockpit-actors.ts';
import { antraegeOf } from './schalte-kommune.ts';
import type { Verbindung } from './verbindung.ts';
import { goLive, makeSite } from './verbindung-start.ts';
import { endUnchosen, zustellpunkteFor } from './verbindung-zustellpunkte.ts';

/**
 * Connects one Kommune as far as it goes: organisation, Zustellpunkte with keys, values, test, start. Done again it finds
 * what is there and goes on; nothing is made twice, nothing that the Kommune stated is overwritten.
 */
export async function verbindeKommune(deps: CockpitDeps, verbindung: Verbindung): Promise<Zeilenergebnis> {
  const { leader, koerper } = verbindung;
  const caller = { tenant: leader.anbieter.tenant, actor: leader.actor };
  const taken = await takeInKommune(deps, caller, { key: koerper.ags, name: koerper.name });
  if (!taken.ok) return { ergebnis: 'ausgelassen', meldung: taken.refusal.message };
  const kommune = {
    tenant: taken.value.organisation.id,
    ags: koerper.ags,
    name: taken.value.organisation.name,
  };
  const connected = await connect(deps, verbindung, { actor: leader.actor, kommune });
  return connected.ok ? connected.value : { ergebnis: 'gescheitert', meldung: connected.refusal.message };
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
  if (zeile.vorher === null && now.anbindung !== null && istOeffentlich(now.anbindung.zustand))
    return ok({ ergebnis: 'ausgelassen', meldung: 'Sie ist inzwischen angebunden.' });
  const ziele = await zustellpunkteFor(deps, verbindung, editor, now.werte);
  if (!ziele.ok) return ziele;
  const annahmen = annahmenFor(verbindung);
  const werte = {
    ...Object.fromEntries(annahmen.map(({ parameter, wert }) => [parameter, wert])),
    ...ziele.value.werte,
  };
  const carried = await carryTwice(deps, editor, { dienst, werte, neuBeginnen: verbindung.neuBeginnen });
  await endUnchosen(deps, dienst, editor, ziele.value);
  if (!carried.ok) return carried;
  const { nachher, fehlt } = carried.value;
  const filled = davor.fehlend.filter((name) => name in werte && !fehlt.some(({ field }) => field === name));
  await noteAnnahmenOf(deps, editor, dienst, annahmen, filled);
  const live = await goLive(deps, verbindung, editor, nachher);
  const site = await makeSite(deps, verbindung, editor);
  const meldung = [...fehlt.map(({ message }) => message), ...live.hindernis, ...site].join(' ');
  const reached = live.anbindung.zustand === verbindung.auftrag.bis && site.length === 0;
  const left = {
    version: live.anbindung.version,
    gesetzt: filled,
    zustellpunkte: Object.values(ziele.value.werte).filter((id) => !davor.empfangend.includes(id)),
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

function davorOf({ zustand, fassung, geplantAm, liveSeit, grund }: Anbindung): Davor['anbindung'] {
  return { zustand, fassung, geplantAm, liveSeit, grund };
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
