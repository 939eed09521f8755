import { type EvidenceGrade, evidenceLabel, type LocalDate, type Source } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import { decideUnder, landOf } from './decide.ts';
import type { Decision } from './decision.ts';
import type { Fall } from './fall.ts';
import type { Groessenklasse } from './groessenklasse.ts';
import { keptByDay } from './kept-by-day.ts';
import { rechtslageOn } from './rechtslage.ts';
import type { DutyLeistung } from './reichweite.ts';
import type { ChainStep, OpenReason, Stelle, VerdictWord } from './verdict.ts';
import { verdictOf } from './verdict-of.ts';

/** A Leistung as the answers name it. */
export interface NamedLeistung extends DutyLeistung {
  readonly name: string;
}

export interface DutyKommune {
  readonly ags: string;
  readonly name: string;
  readonly groessenklasse: Groessenklasse | null;
}

export interface DutyRow {
  readonly id: string;
  readonly leika: string | null;
  readonly ozgId: number | null;
  readonly name: string;
  readonly verdict: VerdictWord;
}

/** The answer of `duties`: every Leistung of the catalogue with its verdict. */
export interface DutyList {
  readonly kommune: DutyKommune;
  readonly date: LocalDate;
  readonly leistungen: readonly DutyRow[];
}

export interface DutyReason {
  readonly step: ChainStep;
  readonly text: string;
  readonly source: Source | null;
  /** The German label of the grade: „Norm gelesen“. */
  readonly evidence: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly note: string | null;
}

/** The answer of `duty`: one Leistung with its verdict and the chain of reasons. */
export interface Duty extends DutyRow {
  readonly kommune: DutyKommune;
  readonly date: LocalDate;
  readonly stelle: Stelle | null;
  readonly evidence: string | null;
  readonly offen: OpenReason | null;
  readonly reasons: readonly DutyReason[];
}

export function dutyList(duties: CompiledDuties<NamedLeistung>, body: DutyBody, date: LocalDate): DutyList {
  const decisions = decisionsOf(duties, body, date);
  const leistungen = duties.facts.leistungen.map((leistung, index) => ({
    ...idsOf(leistung),
    verdict: decisions[duties.fallByLeistung[index] ?? 0]?.verdict ?? 'offen',
  }));
  return { kommune: kommuneOf(duties, body, date), date, leistungen };
}

export function dutyOf(
  duties: CompiledDuties<NamedLeistung>,
  body: DutyBody,
  leistung: NamedLeistung,
  date: LocalDate,
): Duty {
  const { verdict, stelle, grade, open, chain } = verdictOf(duties, leistung, body, date);
  return {
    kommune: kommuneOf(duties, body, date),
    date,
    ...idsOf(leistung),
    verdict,
    stelle,
    evidence: labelOf(grade),
    offen: open,
    reasons: chain.map(({ step, text, source, grade, validFrom, validTo, note }) => ({
      step,
      text,
      source,
      evidence: evidenceLabel[grade],
      validFrom,
      validTo,
      note,
    })),
  };
}

const rechtslagenOn = keptByDay((duties, land, date) =>
  duties.faelle.map((fall) => rechtslageOn(fall, land, date)),
);

/** The decisions of one body, one for each Fall: what every list and statistic is read from. */
export function decisionsOf(duties: CompiledDuties, body: DutyBody, date: LocalDate): readonly Decision[] {
  return decisionsOn(duties, date)(body);
}

/** The same for many bodies on one day: what holds for all of a Land is looked up once. */
export function decisionsOn(
  duties: CompiledDuties,
  date: LocalDate,
): (body: DutyBody) => readonly Decision[] {
  return (body) => {
    const lagen = rechtslagenOn(duties, landOf(body), date);
    return lagen.map((lage, index) =>
      lage.art === 'entschieden'
        ? lage.decision
        : decideUnder({ duties, fall: fallAt(duties, index), body, date }, lage),
    );
  };
}

function fallAt({ faelle }: CompiledDuties, index: number): Fall {
  const fall = faelle[index];
  if (fall === undefined) throw new Error(`Es gibt keinen Fall ${index}.`);
  return fall;
}

function labelOf(grade: EvidenceGrade | null): string | null {
  return grade === null ? null : evidenceLabel[grade];
}

function idsOf({ id, leika, ozgId, name }: NamedLeistung) {
  return { id, leika, ozgId, name };
}

function kommuneOf(duties: CompiledDuties, body: DutyBody, date: LocalDate): DutyKommune {
  const groessenklasse = duties.facts.klasseOn(body.ags, date)?.klasse ?? null;
  return { ags: body.ags, name: body.name, groessenklasse };
}
