import type { Path } from './search/witness.ts';

/** What the prover can find, with how much it weighs and what it is called. */
export const findingKinds = {
  unschluessig: { severity: 'error', label: 'Definition ist nicht schlüssig' },
  'seite-tot': { severity: 'error', label: 'Seite erscheint nie' },
  'feld-tot': { severity: 'error', label: 'Feld erscheint nie' },
  'option-tot': { severity: 'error', label: 'Auswahl ist nie möglich' },
  'datei-nie-verlangt': { severity: 'error', label: 'Datei wird nie verlangt' },
  reihenfolge: { severity: 'error', label: 'Ergebnis hängt an der Reihenfolge' },
  widerspruch: { severity: 'error', label: 'Bedingungen schließen einander aus' },
  'bedingung-immer': { severity: 'warning', label: 'Bedingung gilt immer' },
  'pflicht-versteckt': { severity: 'error', label: 'Pflicht, wo das Feld nicht zu sehen ist' },
  sackgasse: { severity: 'error', label: 'Sackgasse' },
  'leere-seite': { severity: 'error', label: 'Seite ohne Inhalt' },
  'ende-unerreichbar': { severity: 'error', label: 'Niemand kommt ans Ende' },
  'gebuehr-nie': { severity: 'error', label: 'Gebühr wird nie berechnet' },
  'gebuehr-luecke': { severity: 'warning', label: 'Gebühr hat eine Lücke' },
  'sprache-fehlt': { severity: 'error', label: 'Sprache ist unvollständig' },
  'hilfe-fehlt': { severity: 'warning', label: 'Hilfetext fehlt' },
  lesbarkeit: { severity: 'warning', label: 'Text ist schwer zu lesen' },
  barriere: { severity: 'error', label: 'Barriere auf der Seite' },
  werte: { severity: 'error', label: 'Werte der Kommune passen nicht' },
} as const satisfies Readonly<Record<string, { severity: 'error' | 'warning'; label: string }>>;

export type FindingKind = keyof typeof findingKinds;

/** Something that is wrong with a definition, proven, with the answers that show it. */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: 'error' | 'warning';
  /** `pages[2].fields[1].condition`. */
  readonly place: string;
  readonly message: string;
  /** How to mend it. */
  readonly remedy: string;
  /** The expressions that together make it so. */
  readonly because: readonly string[];
  /** Answers that show it, where answers can. */
  readonly path: Path | null;
  /** For which Kommunen or overlays. */
  readonly variants: readonly string[];
}

/** A question that the search gave up on; it is neither a finding nor a proof. */
export interface Undecided {
  readonly place: string;
  readonly question: string;
  readonly cases: number;
  readonly variants: readonly string[];
}

/** Collects what is found in one variant. */
export interface Report {
  readonly findings: Omit<Finding, 'variants'>[];
  readonly undecided: Omit<Undecided, 'variants'>[];
}

export interface Remark {
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
  readonly because?: readonly string[];
  readonly path?: Path | null;
}

export function add(report: Report, kind: FindingKind, remark: Remark): void {
  const { place, message, remedy, because = [], path = null } = remark;
  const { severity } = findingKinds[kind];
  report.findings.push({
    kind,
    severity,
    place,
    message,
    remedy,
    because,
    path: path && { answers: path.answers, pages: path.pages },
  });
}
