/** How well a fact is sourced, best first. */
export const evidenceGrades = ['norm-gelesen', 'sekundaerquelle', 'einschaetzung'] as const;

/** `norm-gelesen`: the norm's own text was read; `sekundaerquelle`: an authority's or the press's word; `einschaetzung`: neither. */
export type EvidenceGrade = (typeof evidenceGrades)[number];

export const evidenceLabel: Readonly<Record<EvidenceGrade, string>> = {
  'norm-gelesen': 'Norm gelesen',
  sekundaerquelle: 'Sekundärquelle',
  einschaetzung: 'Einschätzung',
};

/** The weakest of some grades; a chain is as good as its weakest link. */
export function weakestGrade(grades: readonly EvidenceGrade[]): EvidenceGrade {
  let weakest = 0;
  for (const grade of grades) weakest = Math.max(weakest, evidenceGrades.indexOf(grade));
  return evidenceGrades[weakest] ?? 'einschaetzung';
}

/** Where a fact comes from: a title to show, and an address where there is one. */
export interface Source {
  readonly title: string;
  readonly url: string | null;
}
