import { ok, quartalOf, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Teilnahme } from '../domain/abgabe.ts';
import { type Antwort, felderOf } from '../domain/antwort.ts';
import type { Umfrage } from '../domain/umfrage.ts';
import {
  type Anlass,
  anlassOf,
  type Bekanntes,
  type Vorbelegung,
  vorbelegungOf,
} from '../domain/vorbelegung.ts';
import { type Zustand, zustandOn } from '../domain/zustand.ts';
import { umfrageUnknown } from '../errors.ts';
import { type Abgabeschritt, readAbgaben, readEigeneTeilnahme } from '../store-abgabe.ts';
import { readAntworten, readVerwahrtes, type Verwahrtes } from '../store-antwort.ts';
import { readAuftraege } from '../store-auftrag.ts';
import { readGefragte } from '../store-gefragte.ts';
import { readUmfrage } from '../store-umfrage.ts';
import type { Kompasszeile, Person, SurveysDeps } from '../surveys-deps.ts';
import { type LeistungOrt, ortMitId } from './leistung-orte.ts';
import { type LetzteRunde, letzteRunde } from './letzte-runde.ts';
import type { Antwortende } from './people.ts';
import { darfAntwortenAuf } from './save-antwort.ts';

/** One Leistung in the form of a Kommune. */
export interface Bogenzeile {
  readonly ort: LeistungOrt;
  readonly fokus: boolean;
  readonly fachbereich: Kompasszeile['fachbereich'];
  readonly antwort: Antwort | null;
  readonly vorbelegung: Vorbelegung;
  /** Why the ten-minute mode asks about it; `null` where it does not. */
  readonly anlass: Anlass | null;
  readonly person: Person | null;
  /** Whether the asking person may answer. */
  readonly meine: boolean;
}

/** The form of a Kommune: everything that is asked, what is known, and what was answered. */
export interface Bogen {
  readonly umfrage: Umfrage;
  /** The state that holds today. */
  readonly zustand: Zustand;
  readonly zeilen: readonly Bogenzeile[];
  readonly verwahrt: readonly Verwahrtes[];
  readonly teilnahme: Teilnahme | null;
  readonly abgaben: readonly Abgabeschritt[];
  readonly personen: readonly Person[];
  /** The title of the round from which answers are carried; `null` in the first one. */
  readonly letzteRunde: string | null;
}

type Deps = Pick<SurveysDeps, 'db' | 'clock' | 'world' | 'kompass' | 'personen' | 'spielraum'>;

/** What a Kommune is asked, filled in with what is known of it. */
export async function readBogen(deps: Deps, who: Antwortende, id: string): Promise<Result<Bogen>> {
  const { kommune, actor } = who;
  const stored = await deps.db.withTenant(kommune.tenant, actor, (tx) => storedIn(tx, id));
  if (stored === null) return refuse(umfrageUnknown);
  const [kompass, personen, raeume, { catalogue }] = await Promise.all([
    deps.kompass(actor, kommune),
    deps.personen(actor, kommune),
    deps.spielraum?.(kommune, id) ?? null,
    deps.world(),
  ]);
  const { umfrage, leistungen, letzte } = stored;
  const beweglich = raeume ? letzte.bewegt(raeume) : letzte.bewegt(null);
  const byPerson = new Map(personen.map((person) => [person.id, person]));
  const heute = quartalOf(deps.clock.today());
  const zeilen = leistungen.map((leistungId): Bogenzeile => {
    const known = kompass.get(leistungId);
    const bekanntes = bekanntesOf(leistungId, known, letzte);
    const mitglied = stored.auftraege.get(leistungId) ?? null;
    const fokus = umfrage.umfang.fokus.includes(leistungId);
    return {
      ort: ortMitId(catalogue, leistungId),
      fokus,
      fachbereich: known?.fachbereich ?? null,
      antwort: stored.antworten.get(leistungId) ?? null,
      vorbelegung: vorbelegungOf(bekanntes, heute),
      anlass: anlassOf(bekanntes) ?? (fokus || beweglich.has(leistungId) ? 'rang' : null),
      person: byPerson.get(mitglied ?? '') ?? null,
      meine: darfAntwortenAuf(who, mitglied),
    };
  });
  return ok({
    umfrage,
    zustand: zustandOn(umfrage, deps.clock.today()),
    zeilen,
    verwahrt: stored.verwahrt,
    teilnahme: stored.teilnahme,
    abgaben: stored.abgaben,
    personen,
    letzteRunde: letzte.titel,
  });
}

function bekanntesOf(id: string, known: Kompasszeile | undefined, letzte: LetzteRunde): Bekanntes {
  return {
    pflicht: known?.pflicht ?? false,
    stand: known?.stand ?? null,
    letzte: letzte.antworten.get(id) ?? null,
    letzteTitel: letzte.titel ?? '',
  };
}

interface Gespeichertes {
  readonly umfrage: Umfrage;
  readonly leistungen: readonly string[];
  readonly antworten: ReadonlyMap<string, Antwort>;
  readonly auftraege: ReadonlyMap<string, string>;
  readonly verwahrt: readonly Verwahrtes[];
  readonly teilnahme: Teilnahme | null;
  readonly abgaben: readonly Abgabeschritt[];
  readonly letzte: LetzteRunde;
}

async function storedIn(tx: Tx, id: string): Promise<Gespeichertes | null> {
  const umfrage = await readUmfrage(tx, id);
  const [gefragt] = umfrage ? await readGefragte(tx, id) : [];
  if (!umfrage || !gefragt) return null;
  return {
    umfrage,
    leistungen: gefragt.leistungen,
    antworten: new Map((await readAntworten(tx, id)).map((each) => [each.leistungId, each])),
    auftraege: await readAuftraege(tx, id),
    verwahrt: await readVerwahrtes(tx, id),
    teilnahme: await readEigeneTeilnahme(tx, id),
    abgaben: await readAbgaben(tx, id),
    letzte: await letzteRunde(tx, umfrage),
  };
}

/** What stands in the form of a Leistung before somebody types: the answer, or else what is known. */
export function felderIn({ antwort, vorbelegung }: Pick<Bogenzeile, 'antwort' | 'vorbelegung'>) {
  return felderOf(antwort ?? vorbelegung.werte);
}

/** Whether the ten-minute mode still asks about a line. */
export function fragtKurz({ antwort, anlass }: Pick<Bogenzeile, 'antwort' | 'anlass'>): boolean {
  return anlass !== null || (antwort !== null && !antwort.vorbelegt);
}
