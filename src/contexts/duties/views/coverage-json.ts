import { breiteLabel, breiten, type CoverageFigures } from '../domain/coverage.ts';
import { openReasonLabel } from '../domain/verdict.ts';
import type { CoverageAnswer, OpenLeistung } from '../use-cases/answer-coverage.ts';

/** The figures of the coverage as JSON. */
export function coverageJson({ date, figures: all, themen, seed, sample }: CoverageAnswer) {
  return {
    date,
    ...figuresJson(all),
    themenfelder: themen.map(({ name, figures: own }) => ({ name, ...figuresJson(own) })),
    seed,
    sample: sample.map(({ leistung, regel }) => ({
      leistung: leistung.id,
      name: leistung.name,
      regel: regel.id,
      norm: regel.norm,
    })),
  };
}

function figuresJson({ total, decided, byGrade, byBreite, byOpen }: CoverageFigures) {
  return {
    total,
    decided,
    byGrade: { ...byGrade },
    byBreadth: Object.fromEntries(breiten.map((breite) => [breiteLabel[breite], byBreite[breite]])),
    openByReason: Object.fromEntries([...byOpen].map(([code, count]) => [openReasonLabel[code], count])),
  };
}

/** A Leistung about which something is open as JSON. */
export function openJson({ leistung, themenfeld, ozg, open, regeln }: OpenLeistung) {
  const { id, leika, name } = leistung;
  return {
    id,
    leika,
    name,
    themenfeld,
    ozg,
    reason: openReasonLabel[open],
    regeln: regeln.map((regel) => regel.id),
  };
}
