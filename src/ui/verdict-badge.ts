import { type EvidenceGrade, evidenceLabel } from '#kernel';
import { type BadgeKind, badge } from './badge.ts';
import type { Html } from './html.ts';
import type { IconName } from './icon.ts';

/** Who carries a Leistung out, as the duties context decides it. */
export type VerdictWord =
  | 'selbst'
  | 'Kreis'
  | 'Land'
  | 'Bund'
  | 'andere Stelle'
  | 'nicht einschlägig'
  | 'offen';

const looks: Readonly<Record<VerdictWord, readonly [BadgeKind, IconName]>> = {
  selbst: ['strong', 'check'],
  Kreis: ['info', 'arrow-forward'],
  Land: ['neutral', 'arrow-forward'],
  Bund: ['neutral', 'arrow-forward'],
  'andere Stelle': ['neutral', 'arrow-forward'],
  'nicht einschlägig': ['neutral', 'close'],
  offen: ['warning', 'question-mark'],
};

/** The verdict as word, icon and colour; `detail` names the other body or the reason (`offen (Norm außer Kraft)`). */
export function verdictBadge(verdict: VerdictWord, detail?: string): Html {
  const [kind, iconName] = looks[verdict];
  return badge(kind, detail ? `${verdict} (${detail})` : verdict, iconName);
}

const evidenceLooks: Readonly<Record<EvidenceGrade, readonly [BadgeKind, IconName]>> = {
  'norm-gelesen': ['success', 'check'],
  sekundaerquelle: ['info', 'info'],
  einschaetzung: ['warning', 'question-mark'],
};

/** How well a fact is sourced, as word, icon and colour. */
export function evidenceBadge(grade: EvidenceGrade): Html {
  const [kind, iconName] = evidenceLooks[grade];
  return badge(kind, evidenceLabel[grade], iconName);
}
