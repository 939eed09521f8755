import { type Angebot, readAnbindungenOf } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import { newId } from '#platform';
import { type CockpitDeps, type Koerper, koerperFor } from '../cockpit-deps.ts';
import { type Auswahl, gewaehlt } from '../domain/auswahl.ts';
import { punkteFor } from '../domain/katalog.ts';
import { kuerzesterGrund } from '../domain/pruefe-fakt.ts';
import type { Sammelauftrag, Sammelzeile, Verbinden } from '../domain/sammellauf.ts';
import { erklaerungKurz, grundMissing, kreisUnknown, landUnknown, nobodyChosen } from '../errors-cockpit.ts';
import { titelOf } from '../messages-cockpit.ts';
import { insertLauf, readTakenBack } from '../store-sammel.ts';
import { type Leader, newestAngebot, within, withinCircle } from './cockpit-actors.ts';
import { pruefeWerte } from './pruefe-werte.ts';
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
  const titel = titelOf(auftrag, angebot.value.data.title, punkteFor(deps.katalog, dienst));
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
      return connectRows(deps, lage.value, auftrag);
    case 'schritt':
      if (auftrag.schritt === 'aussetzen' && auftrag.grund.trim() === '') return refuse(grundMissing);
      return ok(await stepZeilen(deps, leader, lage.value, auftrag));
    case 'punkt':
      return punktZeilen(deps, leader, angebot.dienst, kommunenOf(lage.value), auftrag);
  }
}

async function connectRows(
  deps: CockpitDeps,
  lage: Lage,
  auftrag: Verbinden,
): Promise<Result<readonly Sammelzeile[]>> {
  const werte = pruefeWerte(lage.angebot, auftrag.werte, lage.bodies);
  return werte.ok ? ok(await connectZeilen(deps, lage, auftrag)) : werte;
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
  const kreis = auswahl.kreis === null ? ok(null) : kreisNamed(auswahl.kreis, all);
  if (!kreis.ok) return kreis;
  const [anbindungen, zurueckgenommen] = await Promise.all([
    withinCircle(deps, leader, (tx) => readAnbindungenOf(tx, angebot.dienst)),
    within(deps, leader, (tx) => readTakenBack(tx, angebot.dienst)),
  ]);
  return ok({
    angebot,
    laender: new Map((await deps.laender()).map(({ code, name }) => [code, name])),
    bodies: gewaehlt({ ...auswahl, kreis: kreis.value }, all, new Set(circle.keys())),
    namentlich: auswahl.kommunen.length > 0,
    circle,
    organisationen,
    anbindungen: new Map(anbindungen.map((each) => [each.ags, each])),
    zurueckgenommen,
  });
}

/** The key of the Kreis that somebody names by key or name. */
function kreisNamed(text: string, bodies: readonly Koerper[]): Result<string> {
  const wanted = text.trim().toLowerCase();
  const isNamed = (name: string) => [wanted, `kreis ${wanted}`].includes(name.toLowerCase());
  for (const { ags, name, kreisAgs, kreis } of bodies) {
    if (kreisAgs !== null && (kreisAgs === wanted || isNamed(kreis ?? ''))) return ok(kreisAgs);
    if (ags === wanted || (ags.length === 5 && isNamed(name))) return ok(ags);
  }
  return refuse(kreisUnknown(text));
}
