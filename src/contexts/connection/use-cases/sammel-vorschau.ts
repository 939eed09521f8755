import { type Angebot, readAnbindungenOf } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import { newId } from '#platform';
import { type CockpitDeps, koerperFor } from '../cockpit-deps.ts';
import { type Auswahl, gewaehlt } from '../domain/auswahl.ts';
import { kuerzesterGrund } from '../domain/pruefe-fakt.ts';
import type { Sammelauftrag, Sammelzeile } from '../domain/sammellauf.ts';
import { erklaerungKurz, grundMissing, landUnknown, nobodyChosen } from '../errors-cockpit.ts';
import { titelOf } from '../messages-cockpit.ts';
import { insertLauf, readTakenBack } from '../store-sammel.ts';
import { type Leader, newestAngebot, within, withinCircle } from './cockpit-actors.ts';
import { punktZeilen } from './punkt-zeilen.ts';
import { kommunenOf, type Lage } from './vorschau-lage.ts';
import { stepZeilen } from './vorschau-schritt.ts';
import { connectZeilen } from './vorschau-verbinden.ts';

/** What somebody wants to do for many. */
export interface Sammelwunsch {
  readonly dienst: string;
  readonly auftrag: Sammelauftrag;
  readonly auswahl: Auswahl;
}

/** Keeps what a step would do to each Kommune, and who is left out and why, until somebody begins it. Gives its id. */
export async function previewSammel(
  deps: CockpitDeps,
  leader: Leader,
  wunsch: Sammelwunsch,
): Promise<Result<string>> {
  const angebot = await newestAngebot(deps, wunsch.dienst);
  if (!angebot.ok) return angebot;
  const zeilen = await zeilenOf(deps, leader, angebot.value, wunsch);
  if (!zeilen.ok) return zeilen;
  if (zeilen.value.length === 0) return refuse(nobodyChosen);
  const id = newId();
  const { dienst, auftrag } = wunsch;
  const titel = titelOf(auftrag, angebot.value.data.title);
  await within(deps, leader, (tx) =>
    insertLauf(
      tx,
      leader.anbieter.tenant,
      { id, dienst, titel, auftrag, angelegtAm: deps.clock.now() },
      zeilen.value,
    ),
  );
  return ok(id);
}

async function zeilenOf(
  deps: CockpitDeps,
  leader: Leader,
  angebot: Angebot,
  { auftrag, auswahl }: Sammelwunsch,
): Promise<Result<readonly Sammelzeile[]>> {
  const lage = await lageOf(deps, leader, angebot, auswahl);
  if (!lage.ok) return lage;
  switch (auftrag.art) {
    case 'verbinden':
      if (auftrag.erklaerung !== '' && auftrag.erklaerung.length < kuerzesterGrund)
        return refuse(erklaerungKurz);
      return ok(await connectZeilen(deps, lage.value, auftrag));
    case 'schritt':
      if (auftrag.schritt === 'aussetzen' && auftrag.grund.trim() === '') return refuse(grundMissing);
      return ok(await stepZeilen(deps, leader, lage.value, auftrag));
    case 'punkt':
      return punktZeilen(deps, leader, angebot.dienst, kommunenOf(lage.value), auftrag);
  }
}

async function lageOf(
  deps: CockpitDeps,
  leader: Leader,
  angebot: Angebot,
  auswahl: Auswahl,
): Promise<Result<Lage>> {
  const [kommunen, organisationen] = await Promise.all([
    deps.betreute(leader.anbieter.tenant),
    deps.organisationen(),
  ]);
  const keys = auswahl.kommunen.length > 0 ? auswahl.kommunen : kommunen.map(({ ags }) => ags);
  const koerper = await koerperFor(deps, { keys, land: auswahl.land });
  const circle = new Map(kommunen.map(({ ags, tenant }) => [ags, tenant]));
  const all = [...koerper.values()];
  if (auswahl.land !== null && !all.some(({ land }) => land === auswahl.land))
    return refuse(landUnknown(auswahl.land));
  const [anbindungen, zurueckgenommen] = await Promise.all([
    withinCircle(deps, leader, (tx) => readAnbindungenOf(tx, angebot.dienst)),
    within(deps, leader, (tx) => readTakenBack(tx, angebot.dienst)),
  ]);
  return ok({
    angebot,
    laender: new Map((await deps.laender()).map(({ code, name }) => [code, name])),
    bodies: gewaehlt(auswahl, all, new Set(circle.keys())),
    circle,
    organisationen,
    anbindungen: new Map(anbindungen.map((each) => [each.ags, each])),
    zurueckgenommen,
  });
}
