import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, type Tx } from '#platform';
import { abgabeUebergaenge, schrittNachAntwort } from '../domain/abgabe.ts';
import { type Antwort, type Felder, felderOf, ohneAntwort, werteOf } from '../domain/antwort.ts';
import { type Feldkonflikt, fuehreZusammen } from '../domain/zusammenfuehren.ts';
import { annahmeIn, zustandOn } from '../domain/zustand.ts';
import {
  changedMeanwhile,
  closed,
  invalidAntwort,
  leistungNotAsked,
  notYours,
  umfrageUnknown,
} from '../errors.ts';
import { insertAbgabe, noteAntworten } from '../store-abgabe.ts';
import {
  appendAntworten,
  insertVerwahrt,
  queueForZelle,
  readAntwortVerlauf,
  readZelle,
  type Zelle,
} from '../store-antwort.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import type { Antwortende } from './people.ts';

/** What somebody typed about a Leistung. */
export interface Antwortwunsch {
  readonly leistungId: string;
  /** The version that the person had before their eyes; 0 where there was none. */
  readonly grundlage: number;
  /** The values that stood in the form; what differs from them was typed. `null`: the version itself. */
  readonly gelesen: Felder | null;
  /** Fields that are not named stay. */
  readonly felder: Felder;
}

export interface Gespeichert {
  readonly antwort: Antwort | null;
  /** Whether a version was added. */
  readonly neu: boolean;
  readonly spaet: boolean;
  /** Fields that somebody else wrote differently; what was typed into them is kept aside. */
  readonly konflikte: readonly Feldkonflikt[];
}

type Deps = Pick<SurveysDeps, 'db' | 'clock'>;

/** Saves what was typed about one Leistung. Nothing typed is lost: what cannot be an answer is kept aside and told. */
export function saveAntwort(
  { db, clock }: Deps,
  who: Antwortende,
  umfrageId: string,
  wunsch: Antwortwunsch,
): Promise<Result<Gespeichert>> {
  return db.withTenant(who.kommune.tenant, who.actor, (tx) => saveIn(tx, clock, who, umfrageId, wunsch));
}

/** Saves several, each by itself: what is refused stops none of the others, and no two people wait for each other. */
export async function saveAntworten(
  deps: Deps,
  who: Antwortende,
  umfrageId: string,
  wuensche: readonly Antwortwunsch[],
): Promise<readonly Result<Gespeichert>[]> {
  const answers: Result<Gespeichert>[] = [];
  for (const wunsch of wuensche) answers.push(await saveAntwort(deps, who, umfrageId, wunsch));
  return answers;
}

/** Of two who save at once the second reads again, and from then on waits for its turn. */
const mostTries = 20;

async function saveIn(
  tx: Tx,
  clock: SurveysDeps['clock'],
  who: Antwortende,
  umfrageId: string,
  wunsch: Antwortwunsch,
): Promise<Result<Gespeichert>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const zelle = await readZelle(tx, umfrageId, wunsch.leistungId);
    const admitted = admit(zelle, who, clock.today());
    if (!admitted.ok) return admitted;
    const saved = await saveInto(tx, { clock, who, umfrageId, zelle: admitted.value }, wunsch);
    if (saved !== 'taken') return saved;
    await queueForZelle(tx, umfrageId, wunsch.leistungId);
  }
  return refuse(changedMeanwhile);
}

function admit(zelle: Zelle | null, who: Antwortende, today: LocalDate): Result<Zelle> {
  if (zelle === null || zustandOn(zelle, today) === 'entwurf') return refuse(umfrageUnknown);
  if (!zelle.dabei) return refuse(leistungNotAsked);
  return darfAntwortenAuf(who, zelle.mitglied) ? ok(zelle) : refuse(notYours);
}

/** Whether somebody may answer for a Leistung that was given to a member, or to nobody. */
export function darfAntwortenAuf(who: Antwortende, mitglied: string | null): boolean {
  return who.darfVerteilen || (who.darfAntworten && who.mitglied !== null && who.mitglied === mitglied);
}

interface Lage {
  readonly clock: SurveysDeps['clock'];
  readonly who: Antwortende;
  readonly umfrageId: string;
  readonly zelle: Zelle;
}

async function saveInto(tx: Tx, lage: Lage, wunsch: Antwortwunsch): Promise<Result<Gespeichert> | 'taken'> {
  const { clock, umfrageId, zelle } = lage;
  const typed = werteOf(wunsch.felder, zelle.fragen, clock.today());
  if (typed.problems.length > 0) return refuse(invalidAntwort(typed.problems));
  const named = { ...leer(wunsch.felder), ...felderOf(typed.werte) };
  const aktuell = felderOf(zelle.antwort ?? ohneAntwort);
  const { ergebnis, konflikte, neu } = fuehreZusammen(
    await gelesenOf(tx, lage, wunsch, aktuell),
    aktuell,
    named,
  );
  const annahme = annahmeIn(zustandOn(zelle, clock.today()));
  if (annahme === 'nicht') {
    const kept = neu || konflikte.length > 0;
    if (kept) await keepAside(tx, lage, wunsch.leistungId, 'geschlossen', differing(named, aktuell));
    return refuse(closed(zelle.nachfrist ?? zelle.frist, kept));
  }
  if (konflikte.length > 0) {
    const mine = Object.fromEntries(konflikte.map(({ feld, meins }) => [feld, meins]));
    await keepAside(tx, lage, wunsch.leistungId, 'konflikt', mine);
  }
  const spaet = annahme === 'spaet';
  if (!neu) return ok({ antwort: zelle.antwort, neu: false, spaet, konflikte });
  const next = {
    ...werteOf(ergebnis, zelle.fragen, clock.today()).werte,
    leistungId: wunsch.leistungId,
    fassung: (zelle.antwort?.fassung ?? 0) + 1,
    vorbelegt: false,
    spaet,
    angegebenAm: clock.now(),
  };
  const taken = await appendAntworten(tx, umfrageId, [next]);
  if (!taken.has(next.leistungId)) return 'taken';
  await noteSaved(tx, lage, zelle.antwort === null ? 1 : 0);
  return ok({ antwort: { ...next, angegebenVon: lage.who.actor }, neu, spaet, konflikte });
}

/** What a person had before their eyes: the present version, what the form said, or an older version. */
async function gelesenOf(
  tx: Tx,
  { umfrageId, zelle }: Lage,
  { grundlage, gelesen, leistungId }: Antwortwunsch,
  aktuell: Felder,
): Promise<Felder> {
  if (grundlage === (zelle.antwort?.fassung ?? 0)) return aktuell;
  if (gelesen !== null) return gelesen;
  const verlauf = await readAntwortVerlauf(tx, umfrageId, leistungId);
  return felderOf(verlauf.find(({ fassung }) => fassung === grundlage) ?? ohneAntwort);
}

/** The named fields, each empty: a field that is sent without a text empties the answer. */
function leer(felder: Felder): Felder {
  return Object.fromEntries(Object.keys(felder).map((name) => [name, '']));
}

function differing(named: Felder, aktuell: Felder): Felder {
  return Object.fromEntries(Object.entries(named).filter(([feld, text]) => text !== (aktuell[feld] ?? '')));
}

function keepAside(
  tx: Tx,
  { umfrageId, clock }: Lage,
  leistungId: string,
  art: 'konflikt' | 'geschlossen',
  felder: Felder,
): Promise<void> {
  return insertVerwahrt(tx, umfrageId, { id: newId(), leistungId, art, felder, am: clock.now() });
}

async function noteSaved(tx: Tx, { clock, who, umfrageId, zelle }: Lage, neue: number): Promise<void> {
  const schritt = schrittNachAntwort(zelle.abgabe);
  const zustand = (schritt && abgabeUebergaenge[zelle.abgabe][schritt]) ?? zelle.abgabe;
  const am = clock.now();
  await noteAntworten(tx, umfrageId, { ags: who.kommune.ags, gefragt: zelle.gefragt, neue, zustand, am });
  if (schritt !== null) await insertAbgabe(tx, umfrageId, { art: schritt, grund: null, am });
}
