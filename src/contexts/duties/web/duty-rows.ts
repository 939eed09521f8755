import { type Catalogue, type Leistung, regelungOf } from '#catalogue';
import { type EvidenceGrade, evidenceLabel, type LocalDate } from '#kernel';
import type { Body } from '#territory';
import type { Decision } from '../domain/decision.ts';
import { type Herkunft, herkunftOf } from '../domain/herkunft.ts';
import { keptByDay } from '../domain/kept-by-day.ts';
import { openReasonOf } from '../domain/open-reason.ts';
import { type OpenReason, type Stelle, type VerdictWord, verdictWords } from '../domain/verdict.ts';
import type { DutiesWorld } from '../duties-world.ts';

/** One Leistung with its place in the catalogue: what the lists of all bodies share. */
export interface ListedLeistung {
  readonly leistung: Leistung;
  /** Its place in the catalogue's own order. */
  readonly position: number;
  readonly ozgName: string | null;
  readonly lage: string | null;
  readonly themenfeld: string | null;
  /** Who regulates, by the Typisierung. */
  readonly regelung: string | null;
}

/** One Leistung in the list of a body. */
export interface DutyListRow extends ListedLeistung {
  readonly verdict: VerdictWord;
  readonly stelle: Stelle | null;
  readonly grade: EvidenceGrade | null;
  readonly open: OpenReason | null;
  /** How many Gemeinden a Kreis acts for; null where it acts for none. */
  readonly handeltFuer: number | null;
  /** Where the deciding rule comes from; null only where the catalogue and the rules do not fit. */
  readonly herkunft: Herkunft | null;
}

/** Every Leistung of the catalogue with its place. */
export function listedLeistungen({ catalogue, duties }: DutiesWorld): readonly ListedLeistung[] {
  return duties.facts.leistungen.map((leistung, position) => ({
    leistung,
    position,
    regelung: regelungOf(catalogue, leistung).wer,
    ...placeOf(catalogue, leistung),
  }));
}

const herkuenfteOn = keptByDay((duties, land, date) =>
  duties.faelle.map((fall) => herkunftOf(fall, land, date)),
);

/** The `listed` Leistungen as `body` sees them on `date`, decided so: first what it does itself, last what is open. */
export function dutyRows(
  { duties }: DutiesWorld,
  listed: readonly ListedLeistung[],
  body: Body,
  date: LocalDate,
  decisions: readonly Decision[],
): readonly DutyListRow[] {
  const herkuenfte = herkuenfteOn(duties, body.land, date);
  const outcomes = decisions.map((decision, index) => {
    const fall = duties.faelle[index];
    return {
      verdict: decision.verdict,
      stelle: decision.stelle,
      grade: decision.grade,
      open: fall ? openReasonOf(decision, { duties, fall, body, date }) : null,
      handeltFuer: decision.gemeinden?.handeltFuer.length || null,
      herkunft: herkuenfte[index] ?? null,
    };
  });
  const rows = new Map<VerdictWord, DutyListRow[]>(verdictWords.map((word) => [word, []]));
  for (const one of listed) {
    const outcome = outcomes[duties.fallByLeistung[one.position] ?? 0];
    if (outcome) rows.get(outcome.verdict)?.push({ ...one, ...outcome });
  }
  return [...rows.values()].flat();
}

function placeOf(catalogue: Catalogue, leistung: Leistung) {
  const ozg = leistung.ozgId === null ? undefined : catalogue.ozgById.get(leistung.ozgId);
  const lage = ozg && catalogue.lageById.get(ozg.lageId);
  const themenfeld = lage && catalogue.themenfeldById.get(lage.themenfeldId);
  return { ozgName: ozg?.name ?? null, lage: lage?.name ?? null, themenfeld: themenfeld?.name ?? null };
}

/** „Norm gelesen“, or null where nothing is decided. */
export function gradeLabel(grade: EvidenceGrade | null): string | null {
  return grade === null ? null : evidenceLabel[grade];
}
