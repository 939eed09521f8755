import type { EvidenceGrade, LocalDate } from '#kernel';
import type { CompiledDuties } from './compiled-duties.ts';
import type { Fall } from './fall.ts';
import { groessenklassen } from './groessenklasse.ts';
import { contradictionFor, regellageOn } from './rechtslage.ts';
import type { Regel } from './regel.ts';
import { type DutyLeistung, type Rang, rang } from './reichweite.ts';
import { isCommunalTyp } from './typisierung.ts';
import type { OpenReasonCode } from './verdict.ts';

/** How broadly the deciding rule speaks, the most special first. */
export const breiteLabel: Readonly<Record<Exclude<Rang, 0>, string>> = {
  [rang.leistung]: 'einzelne Leistung',
  [rang.objektVerrichtung]: 'Objekt, auf Verrichtungen eingeengt',
  [rang.objekt]: 'Objekt',
  [rang.ozgLeistungVerrichtung]: 'OZG-Leistung, auf Verrichtungen eingeengt',
  [rang.ozgLeistung]: 'OZG-Leistung',
};

export const breiten = [5, 4, 3, 2, 1] as const satisfies readonly Exclude<Rang, 0>[];

/** What the rules say about a Leistung of the communal catalogue, before anybody asks which body. */
export type Coverage =
  | { readonly decided: true; readonly regel: Regel; readonly breite: Exclude<Rang, 0> }
  | { readonly decided: false; readonly open: OpenReasonCode; readonly regeln: readonly Regel[] };

export interface CoveredLeistung<L extends DutyLeistung = DutyLeistung> {
  readonly leistung: L;
  readonly coverage: Coverage;
}

/**
 * The communal catalogue with its coverage on a day. Decided is what is open for none of the six classes. It is asked what
 * the rules say; that a Leistung has ended is no gap in them, so an ended one counts as the rules leave it.
 */
export function coverageOn<L extends DutyLeistung>(
  duties: CompiledDuties<L>,
  land: string,
  date: LocalDate,
): readonly CoveredLeistung<L>[] {
  const byFall = duties.faelle.map((fall) => coverageOfFall(fall, land, date));
  return duties.facts.leistungen.flatMap((leistung, index) => {
    const coverage = byFall[duties.fallByLeistung[index] ?? 0];
    return isCommunalTyp(leistung.typ) && coverage ? [{ leistung, coverage }] : [];
  });
}

/** Counts of the communal catalogue: decided by grade and by breadth, open by reason. */
export interface CoverageFigures {
  readonly total: number;
  readonly decided: number;
  readonly byGrade: Readonly<Record<EvidenceGrade, number>>;
  readonly byBreite: Readonly<Record<Exclude<Rang, 0>, number>>;
  readonly byOpen: ReadonlyMap<OpenReasonCode, number>;
}

export function coverageFigures(rows: readonly CoveredLeistung[]): CoverageFigures {
  const byGrade: Record<EvidenceGrade, number> = { 'norm-gelesen': 0, sekundaerquelle: 0, einschaetzung: 0 };
  const byBreite: Record<Exclude<Rang, 0>, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  const byOpen = new Map<OpenReasonCode, number>();
  let decided = 0;
  for (const { coverage } of rows) {
    if (coverage.decided) {
      decided += 1;
      byGrade[coverage.regel.evidenz] += 1;
      byBreite[coverage.breite] += 1;
    } else byOpen.set(coverage.open, (byOpen.get(coverage.open) ?? 0) + 1);
  }
  return { total: rows.length, decided, byGrade, byBreite, byOpen };
}

/** The share of the decided that somebody has read in the norm or found with an authority; 0 where nothing is decided. */
export function sourcedShare({ decided, byGrade }: CoverageFigures): number {
  return decided === 0 ? 0 : (decided - byGrade.einschaetzung) / decided;
}

function coverageOfFall(fall: Fall, land: string, date: LocalDate): Coverage {
  const lage = regellageOn(fall, land, date);
  if (lage.art === 'entschieden') {
    const { open, regeln } = lage.decision;
    return { decided: false, open: open ?? 'keine-regel', regeln };
  }
  const [{ regel, rang: breite }] = lage.kandidaten;
  const other = groessenklassen
    .map((klasse) => contradictionFor(lage.kandidaten, klasse))
    .find((each) => each !== undefined);
  if (other) return { decided: false, open: 'widerspruch', regeln: [regel, other.regel] };
  return breite === rang.keine
    ? { decided: false, open: 'keine-regel', regeln: [] }
    : { decided: true, regel, breite };
}
