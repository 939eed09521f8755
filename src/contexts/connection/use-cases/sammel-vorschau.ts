import { type Angebot, type Kommune, readAnbindungenOf } from '#efa';
import {
  type AnbindungOf,
  allParameters,
  checkParameters,
  dutyItems,
  missingOf,
  missingParameters,
  nachSchritt,
  schrittLabel,
  zustandLabel,
} from '#efa/many';
import { ok, type Result, refuse } from '#kernel';
import { newId, type TenantId } from '#platform';
import { type CockpitDeps, type Koerper, koerperFor } from '../cockpit-deps.ts';
import { bekannteWerte, mergedAnnahmen, vorgabenFor } from '../domain/annahmen.ts';
import { type Auswahl, gewaehlt } from '../domain/auswahl.ts';
import { officeLabel } from '../domain/office-label.ts';
import type { Sammelauftrag, Sammelzeile, Verbinden, Weiterschalten } from '../domain/sammellauf.ts';
import { grundMissing, landUnknown, nobodyChosen } from '../errors-cockpit.ts';
import { titelOf } from '../messages-cockpit.ts';
import { insertLauf, readTakenBack } from '../store-sammel.ts';
import { type Leader, newestAngebot, within, withinCircle } from './cockpit-actors.ts';
import { punktZeilen } from './punkt-zeilen.ts';

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

/** What the rows of a preview rest on. */
export interface Lage {
  readonly angebot: Angebot;
  readonly bodies: readonly Koerper[];
  readonly circle: ReadonlyMap<string, TenantId>;
  readonly organisationen: ReadonlyMap<string, TenantId>;
  readonly anbindungen: ReadonlyMap<string, AnbindungOf>;
  readonly zurueckgenommen: ReadonlySet<string>;
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
      return ok(await connectZeilen(deps, lage.value, auftrag));
    case 'schritt':
      if (auftrag.schritt === 'aussetzen' && auftrag.grund.trim() === '') return refuse(grundMissing);
      return ok(lage.value.bodies.map((body) => stepZeile(lage.value, body, auftrag)));
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
    bodies: gewaehlt(auswahl, all, new Set(circle.keys())),
    circle,
    organisationen,
    anbindungen: new Map(anbindungen.map((each) => [each.ags, each])),
    zurueckgenommen,
  });
}

/** The chosen Kommunen of the circle. */
function kommunenOf({ bodies, circle }: Lage): readonly Kommune[] {
  return bodies.flatMap(({ ags, name }) => {
    const tenant = circle.get(ags);
    return tenant === undefined ? [] : [{ tenant, ags, name }];
  });
}

const base = { vorher: null, nachher: null } as const;

function left(body: Koerper, von: string | null, kommune: TenantId | null, why: string): Sammelzeile {
  const { ags, name } = body;
  return { ...base, ags, name, kommune, von, nach: von ?? 'keine', ergebnis: 'ausgelassen', meldung: why };
}

async function connectZeilen(
  deps: CockpitDeps,
  lage: Lage,
  auftrag: Verbinden,
): Promise<readonly Sammelzeile[]> {
  const zeilen: Sammelzeile[] = [];
  for (const body of lage.bodies) {
    const zeile = await connectZeile(deps, lage, auftrag, body);
    if (zeile !== null) zeilen.push(zeile);
  }
  return zeilen;
}

async function connectZeile(
  { efa, clock }: CockpitDeps,
  lage: Lage,
  auftrag: Verbinden,
  body: Koerper,
): Promise<Sammelzeile | null> {
  const { ags, name } = body;
  const kommune = lage.circle.get(ags) ?? null;
  const von = lage.anbindungen.get(ags)?.zustand ?? null;
  const { data } = lage.angebot;
  if (data.land !== null && data.land !== body.land)
    return left(
      body,
      von,
      kommune,
      `Der Onlinedienst folgt dem Recht des Landes mit dem Schlüssel ${data.land}.`,
    );
  const wrong = missingOf(await dutyItems(efa, { kommune: body, dienst: data, date: clock.today() }));
  // Of the two levels only one is competent; the other is no news in a list of a whole Land.
  if (wrong.length > 0 && ags.length === 5 && von === null) return null;
  if (wrong.length > 0) return left(body, von, kommune, wrong.map(({ how }) => how).join(' '));
  if (kommune === null && lage.organisationen.has(ags))
    return left(
      body,
      von,
      null,
      'Sie nutzt diese Installation schon und gehört nicht zu Ihrem Kreis. Sie bindet sich selbst an.',
    );
  if (von === 'live' || von === 'ausgesetzt')
    return left(body, von, kommune, `Sie ist schon angebunden (${zustandLabel[von]}).`);
  if (von === 'beendet' && !lage.zurueckgenommen.has(ags))
    return left(body, von, kommune, 'Sie hat ihre Anbindung beendet. Neu beginnt nur sie selbst.');
  return {
    ...base,
    ags,
    name,
    kommune,
    von,
    ergebnis: 'offen',
    ...erwartet(lage.angebot, auftrag, body, von),
  };
}

/** Where a Kommune will probably come; one that has stated values of its own may come further. */
function erwartet(
  { data }: Angebot,
  { bis, werte, annahmenGenuegen }: Verbinden,
  body: Koerper,
  von: string | null,
): Pick<Sammelzeile, 'nach' | 'meldung'> {
  const definitions = allParameters(data).filter(({ kind }) => kind !== 'zustellpunkt');
  const known = new Set(definitions.map(({ id }) => id));
  const annahmen = mergedAnnahmen(
    bekannteWerte(body, officeLabel(data.covers[0]?.office ?? '')),
    vorgabenFor(werte, body),
  ).filter(({ parameter }) => known.has(parameter));
  const checked = checkParameters(
    definitions,
    Object.fromEntries(annahmen.map(({ parameter, wert }) => [parameter, wert])),
  );
  const values = Object.fromEntries(
    Object.entries(checked.values).flatMap(([name, wert]) => (wert === null ? [] : [[name, wert]])),
  );
  const labels = new Map(definitions.map(({ id, label }) => [id, `„${label}“`]));
  const open = missingParameters(definitions, values).map(({ field }) => labels.get(field) ?? field);
  if (open.length > 0 && (von === null || von === 'beendet'))
    return { nach: 'parameter', meldung: `Danach fehlt noch: ${open.join(', ')}.` };
  if (bis === 'live' && !annahmenGenuegen)
    return { nach: 'test', meldung: 'Vor dem Start bestätigt die Kommune die angenommenen Werte.' };
  return { nach: bis, meldung: `${annahmen.length} Werte werden angenommen, soweit sie fehlen.` };
}

function stepZeile(lage: Lage, body: Koerper, { schritt }: Weiterschalten): Sammelzeile {
  const { ags, name } = body;
  const kommune = lage.circle.get(ags) ?? null;
  const anbindung = lage.anbindungen.get(ags);
  if (kommune === null || anbindung === undefined)
    return left(body, null, kommune, 'Sie ist an diesen Onlinedienst nicht angebunden.');
  const nach = nachSchritt(anbindung.zustand, schritt);
  if (nach === null) {
    const why = `„${schrittLabel[schritt]}“ geht nicht im Zustand „${zustandLabel[anbindung.zustand]}“.`;
    return left(body, anbindung.zustand, kommune, why);
  }
  return { ...base, ags, name, kommune, von: anbindung.zustand, nach, ergebnis: 'offen', meldung: '' };
}
