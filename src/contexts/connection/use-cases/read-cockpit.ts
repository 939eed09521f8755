import { type Angebot, readAngebote } from '#efa';
import { countAnbindungenOfCircle, newestAngebote } from '#efa/many';
import { ok, type Result } from '#kernel';
import { type CockpitDeps, type Koerper, koerperFor } from '../cockpit-deps.ts';
import type { Fortschritt } from '../domain/fortschritt.ts';
import { punkteFor } from '../domain/katalog.ts';
import type { Phase } from '../domain/phase.ts';
import { type Gruppe, gruppen, type Partei, type Punkt } from '../domain/punkt.ts';
import { istErledigt, type Punktstand } from '../domain/stand.ts';
import { countOffeneAnnahmen } from '../store-annahme.ts';
import { readLaeufe, type Sammellauf } from '../store-sammel.ts';
import { type Leader, newestAngebot, within, withinCircle } from './cockpit-actors.ts';
import { type Anbindungsstand, readAnbindungsstand } from './read-stand.ts';

/** One Kommune in the cockpit of a service; without an Anbindung its phase is null. */
export interface Cockpitzeile {
  readonly ags: string;
  readonly name: string;
  readonly kreis: string;
  readonly land: string;
  readonly klasse: Koerper['klasse'];
  readonly punkt: Koerper['punkt'];
  readonly phase: Phase | null;
  readonly zustand: string | null;
  readonly fassung: string | null;
  readonly geplantAm: string | null;
  readonly liveSeit: string | null;
  readonly fortschritt: Fortschritt | null;
  /** Done required lines by group. */
  readonly gruppen: ReadonlyMap<Gruppe, Fortschritt>;
  readonly staende: ReadonlyMap<string, Punktstand>;
  /** Who has the ball now, and for how many days. */
  readonly wartet: readonly { readonly partei: Partei; readonly tage: number }[];
  /** Values that were assumed and that nobody has confirmed. */
  readonly annahmen: number;
}

/** The cockpit of one service. */
export interface Cockpit {
  readonly angebot: Angebot;
  readonly punkte: readonly Punkt[];
  readonly zeilen: readonly Cockpitzeile[];
  readonly laeufe: readonly Sammellauf[];
}

const day = 86_400_000;

/** Every Kommune of the circle with how far its Anbindung is: a few queries, for forty as for four hundred. */
export async function readCockpit(
  deps: CockpitDeps,
  leader: Leader,
  dienst: string,
): Promise<Result<Cockpit>> {
  const angebot = await newestAngebot(deps, dienst);
  if (!angebot.ok) return angebot;
  const kommunen = await deps.betreute(leader.anbieter.tenant);
  const koerper = await koerperFor(deps, { keys: kommunen.map(({ ags }) => ags), land: null });
  const { staende, annahmen } = await withinCircle(deps, leader, async (tx) => ({
    staende: await readAnbindungsstand(tx, deps, { dienst, kommunen }),
    annahmen: await countOffeneAnnahmen(tx, dienst),
  }));
  const laeufe = await within(deps, leader, (tx) => readLaeufe(tx, dienst));
  const standOf = new Map(staende.map((stand) => [stand.kommune.tenant, stand]));
  const punkte = punkteFor(deps.katalog, dienst);
  const now = deps.clock.now().getTime();
  const zeilen = kommunen.map(({ tenant, ags, name }) => {
    const stand = standOf.get(tenant);
    const place = placeOf(koerper.get(ags), name);
    // Nobody confirms values of what has ended.
    const open = stand?.anbindung.zustand === 'beendet' ? 0 : (annahmen.get(tenant) ?? 0);
    return { ags, name, ...place, annahmen: open, ...(stand ? connected(stand, punkte, now) : unconnected) };
  });
  return ok({ angebot: angebot.value, punkte, zeilen, laeufe });
}

const unconnected = {
  phase: null,
  zustand: null,
  fassung: null,
  geplantAm: null,
  liveSeit: null,
  fortschritt: null,
  gruppen: new Map<Gruppe, Fortschritt>(),
  staende: new Map<string, Punktstand>(),
  wartet: [],
} as const;

function placeOf(koerper: Koerper | undefined, name: string) {
  return {
    kreis: koerper?.kreis ?? name,
    land: koerper?.landName ?? '',
    klasse: koerper?.klasse ?? null,
    punkt: koerper?.punkt ?? null,
  };
}

function connected(stand: Anbindungsstand, punkte: readonly Punkt[], now: number) {
  const { phase, anbindung, fortschritt, staende, uhr } = stand;
  const { zustand, fassung, geplantAm, liveSeit } = anbindung;
  return {
    ...{ phase, zustand, fassung, geplantAm, liveSeit, fortschritt, staende },
    gruppen: new Map(gruppen.map((gruppe) => [gruppe, progressIn(punkte, staende, gruppe)])),
    wartet: uhr.flatMap(({ partei, seit }) =>
      seit === null ? [] : [{ partei, tage: Math.floor((now - seit.getTime()) / day) }],
    ),
  };
}

function progressIn(
  punkte: readonly Punkt[],
  staende: ReadonlyMap<string, Punktstand>,
  gruppe: Gruppe,
): Fortschritt {
  const required = punkte.filter(
    (punkt) => punkt.gruppe === gruppe && punkt.pflicht && staende.get(punkt.id) !== 'entfaellt',
  );
  return {
    erledigt: required.filter(({ id }) => istErledigt(staende.get(id))).length,
    gefordert: required.length,
  };
}

/** One service over the whole circle, as numbers. */
export interface Uebersichtszeile {
  readonly dienst: string;
  readonly titel: string;
  readonly anbieter: string;
  readonly angebunden: number;
  readonly live: number;
  readonly test: number;
  readonly kommunen: number;
}

/** Every offered service with how many Kommunen of the circle are how far, and the steps for many of the house. */
export async function readUebersicht(
  deps: CockpitDeps,
  leader: Leader,
): Promise<{ readonly dienste: readonly Uebersichtszeile[]; readonly laeufe: readonly Sammellauf[] }> {
  const [angebote, kommunen, zahlen, laeufe] = await Promise.all([
    deps.db.withPublic(readAngebote),
    deps.betreute(leader.anbieter.tenant),
    withinCircle(deps, leader, countAnbindungenOfCircle),
    within(deps, leader, (tx) => readLaeufe(tx)),
  ]);
  const dienste = newestAngebote(angebote).map(({ dienst, data, anbieter }) => {
    const own = zahlen.filter((each) => each.dienst === dienst);
    const count = (...states: readonly string[]) =>
      own.reduce((sum, { zustand, zahl }) => (states.includes(zustand) ? sum + zahl : sum), 0);
    return {
      ...{ dienst, titel: data.title, anbieter, kommunen: kommunen.length },
      angebunden: count('interesse', 'parameter', 'test', 'live', 'ausgesetzt'),
      live: count('live'),
      test: count('test'),
    };
  });
  return { dienste, laeufe };
}
