import { type EvidenceGrade, evidenceGrades, type LocalDate } from '#kernel';
import type { Body } from '#territory';
import { type DutyStatistics, dutyStatistics } from '../domain/duty-statistics.ts';
import { type Groessenklasse, groessenklasseLabel } from '../domain/groessenklasse.ts';
import type { VerdictWord } from '../domain/verdict.ts';
import type { DutiesWorld } from '../duties-world.ts';

/** One body in the overview of a provider. */
export interface OverviewRow {
  readonly body: Body;
  readonly klasse: string;
  readonly statistics: DutyStatistics;
}

/** What a provider sees of its Kommunen: each with its figures, and all together. */
export interface Overview {
  readonly rows: readonly OverviewRow[];
  readonly total: DutyStatistics;
}

/** The figures of the named bodies on a day; unknown keys are passed over. */
export function overviewOf(world: DutiesWorld, agsList: readonly string[], date: LocalDate): Overview {
  const bodies = agsList.flatMap((ags) => world.duties.bodyByAgs.get(ags) ?? []);
  const rows = bodies.map((body) => ({
    body,
    klasse: klasseLabel(world.duties.facts.klasseOn(body.ags, date)?.klasse),
    statistics: dutyStatistics(world.duties, [body], date),
  }));
  return { rows, total: sumOf(rows.map(({ statistics }) => statistics)) };
}

function klasseLabel(klasse: Groessenklasse | undefined): string {
  return klasse === undefined ? 'ohne' : groessenklasseLabel[klasse];
}

function sumOf(all: readonly DutyStatistics[]): DutyStatistics {
  const byVerdict: Record<VerdictWord, number> = {
    selbst: 0,
    Kreis: 0,
    Land: 0,
    Bund: 0,
    'andere Stelle': 0,
    'nicht einschlägig': 0,
    offen: 0,
  };
  const decidedByGrade: Record<EvidenceGrade, number> = {
    'norm-gelesen': 0,
    sekundaerquelle: 0,
    einschaetzung: 0,
  };
  let pairs = 0;
  let decided = 0;
  for (const statistics of all) {
    pairs += statistics.pairs;
    decided += statistics.decided;
    for (const [word, count] of Object.entries(statistics.byVerdict)) byVerdict[word as VerdictWord] += count;
    for (const grade of evidenceGrades) decidedByGrade[grade] += statistics.decidedByGrade[grade];
  }
  return { pairs, decided, byVerdict, decidedByGrade };
}
