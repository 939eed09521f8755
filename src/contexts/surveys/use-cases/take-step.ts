import { type FieldProblem, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import { quorumErreicht, zaehleAus } from '../domain/auswertung.ts';
import type { Umfrage } from '../domain/umfrage.ts';
import {
  needsDay,
  needsReason,
  type SchrittArt,
  uebergaenge,
  type Zustand,
  zustandOn,
} from '../domain/zustand.ts';
import { changedMeanwhile, invalidUmfrage, nobodyToAsk, stepRefused, umfrageUnknown } from '../errors.ts';
import { readTeilnahmen } from '../store-abgabe.ts';
import { insertErgebnis, withdrawErgebnis } from '../store-ergebnis.ts';
import { readFreigegebene } from '../store-freigabe.ts';
import { readGefragte, replaceGefragte } from '../store-gefragte.ts';
import { insertSchritt, lockUmfrage, updateUmfrage } from '../store-umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { gefragtJeLeistung } from './evaluate.ts';
import type { Fragende } from './people.ts';
import { wenFragen } from './wen-fragen.ts';

/** A step that somebody wants to take with a survey. */
export interface Schrittwunsch {
  readonly art: SchrittArt;
  /** The Fassung that the person had before their eyes. */
  readonly fassung: number;
  readonly grund: string;
  /** The new last day, where the step sets one; empty otherwise. */
  readonly tag: string;
}

type Deps = Pick<SurveysDeps, 'db' | 'clock' | 'world' | 'betreute' | 'kompass'>;

/** Takes a step: opens, gives more time, closes, concludes, publishes, or goes one back with a reason. */
export async function takeStep(
  deps: Deps,
  { actor, anbieter }: Fragende,
  id: string,
  wunsch: Schrittwunsch,
): Promise<Result<Umfrage>> {
  const today = deps.clock.today();
  const seen = await deps.db.withTenant(anbieter.tenant, actor, (tx) => lockUmfrage(tx, id));
  if (!seen) return refuse(umfrageUnknown);
  // Whom to ask takes longer than a row should be held.
  const gefragte =
    wunsch.art === 'oeffnen' ? await wenFragen(deps, anbieter.tenant, seen.umfang, today) : null;
  if (gefragte?.length === 0) return refuse(nobodyToAsk);
  return deps.db.withCircle(anbieter.tenant, actor, async (tx) => {
    const current = await lockUmfrage(tx, id);
    if (!current) return refuse(umfrageUnknown);
    const planned = await planStep(tx, current, wunsch, today);
    if (!planned.ok) return planned;
    const { next, von, grund } = planned.value;
    const geoeffnetAm = wunsch.art === 'oeffnen' ? deps.clock.now() : current.geoeffnetAm;
    const umfrage = { ...next, geoeffnetAm };
    if (!(await updateUmfrage(tx, umfrage))) return refuse(changedMeanwhile);
    if (gefragte) await replaceGefragte(tx, id, gefragte);
    await insertSchritt(tx, id, { art: wunsch.art, von, nach: next.zustand, grund, am: deps.clock.now() });
    await publishOrWithdraw(tx, id, { von, nach: next.zustand, jetzt: deps.clock.now() });
    await recordAudit(tx, {
      action: `surveys.umfrage.${wunsch.art}`,
      object: { type: 'surveys.umfrage', id },
      summary: { von, nach: next.zustand },
    });
    return ok(umfrage);
  });
}

interface Geplant {
  readonly next: Umfrage;
  readonly von: Zustand;
  readonly grund: string | null;
}

async function planStep(
  tx: Tx,
  current: Umfrage,
  { art, fassung, grund: given, tag }: Schrittwunsch,
  today: LocalDate,
): Promise<Result<Geplant>> {
  const von = zustandOn(current, today);
  const nach = uebergaenge[von][art];
  if (nach === undefined) return refuse(stepRefused(von));
  if (current.fassung !== fassung) return refuse(changedMeanwhile);
  const grund = given.trim();
  const missed = art === 'auswerten' && !(await reachedQuorum(tx, current));
  const tagWunsch = needsDay(von, art) ? parseLocalDate(tag) : ok(null);
  const problems = [
    ...reasonProblems(grund, needsReason(von, art), missed),
    ...(tagWunsch.ok ? [] : [{ field: 'tag', message: tagWunsch.refusal.message }]),
  ];
  if (problems.length > 0 || !tagWunsch.ok) return refuse(invalidUmfrage(problems));
  const days = daysAfter(current, art, tagWunsch.value);
  const wrong = dayProblems(art, nach, days, today);
  if (wrong.length > 0) return refuse(invalidUmfrage(wrong));
  const next = { ...current, ...days, zustand: nach, fassung: current.fassung + 1 };
  return ok({ next, von, grund: grund === '' ? null : grund });
}

function reasonProblems(grund: string, needed: boolean, missedQuorum: boolean): readonly FieldProblem[] {
  if (grund.length > 1000)
    return [{ field: 'grund', message: 'Die Begründung hat höchstens 1.000 Zeichen.' }];
  if (grund !== '') return [];
  if (missedQuorum)
    return [
      {
        field: 'grund',
        message:
          'Das Quorum ist nicht erreicht. Bitte sagen Sie in einem Satz, warum trotzdem ausgewertet wird.',
      },
    ];
  return needed ? [{ field: 'grund', message: 'Bitte sagen Sie in einem Satz, warum.' }] : [];
}

async function reachedQuorum(tx: Tx, { id, quorum }: Umfrage): Promise<boolean> {
  const released = (await readTeilnahmen(tx, id)).filter(({ freigegebenAm }) => freigegebenAm !== null);
  return quorumErreicht(quorum, released.length);
}

/** The days of a survey after a step; a Nachfrist that a longer deadline overtakes falls away. */
function daysAfter(
  { frist, nachfrist }: Umfrage,
  art: SchrittArt,
  tag: LocalDate | null,
): Pick<Umfrage, 'frist' | 'nachfrist'> {
  if (tag === null) return { frist, nachfrist };
  if (art === 'nachfrist') return { frist, nachfrist: tag };
  return { frist: tag, nachfrist: nachfrist !== null && nachfrist > tag ? nachfrist : null };
}

function dayProblems(
  art: SchrittArt,
  nach: Zustand,
  { frist, nachfrist }: Pick<Umfrage, 'frist' | 'nachfrist'>,
  today: LocalDate,
): readonly FieldProblem[] {
  const field = art === 'oeffnen' ? 'frist' : 'tag';
  if (nach === 'offen' && (frist === null || frist < today))
    return [{ field, message: 'Bitte geben Sie eine Frist an, die nicht in der Vergangenheit liegt.' }];
  if (
    nach === 'nachfrist' &&
    frist !== null &&
    (nachfrist === null || nachfrist <= frist || nachfrist < today)
  )
    return [{ field: 'tag', message: 'Die Nachfrist endet nach der Frist und nicht in der Vergangenheit.' }];
  return [];
}

async function publishOrWithdraw(
  tx: Tx,
  id: string,
  { von, nach, jetzt }: { readonly von: Zustand; readonly nach: Zustand; readonly jetzt: Date },
): Promise<void> {
  if (von === 'veroeffentlicht') await withdrawErgebnis(tx, id);
  if (nach !== 'veroeffentlicht') return;
  const gefragte = await readGefragte(tx, id);
  const antworten = await readFreigegebene(tx, id);
  await insertErgebnis(tx, id, {
    kommunen: gefragte.length,
    beteiligt: new Set(antworten.map(({ tenant }) => tenant)).size,
    zeilen: zaehleAus(gefragtJeLeistung(gefragte), antworten),
    veroeffentlichtAm: jetzt,
  });
}
