import type { Ergebnis } from './domain/link.ts';
import type { Zustaendig } from './use-cases/gather-facts.ts';
import type { QualityRow } from './use-cases/read-quality.ts';

export const zustaendigLabel: Readonly<Record<Zustaendig, string>> = {
  selbst: 'selbst',
  andere: 'andere Stelle',
  offen: 'offen',
};

export const onlineLabel: Readonly<Record<QualityRow['online'], string>> = {
  eigen: 'eigener',
  fremd: 'eines anderen',
  keiner: 'keiner',
};

const ergebnisLabel: Readonly<Record<Ergebnis, string>> = {
  erreichbar: 'erreichbar',
  fehler: 'Fehler',
  'antwortet-nicht': 'antwortet nicht',
  'nicht-erlaubt': 'nicht https oder nicht öffentlich',
};

/** What became of the last look at a link. */
export function ergebnisText(ergebnis: Ergebnis | null, status: number | null): string {
  if (ergebnis === null) return 'noch nicht geprüft';
  return status === null ? ergebnisLabel[ergebnis] : `${ergebnisLabel[ergebnis]} (${status})`;
}

export const bands = [
  { value: 'schwach', label: 'unter 40 Punkte', least: 0 },
  { value: 'mittel', label: '40 bis 69 Punkte', least: 40 },
  { value: 'gut', label: 'ab 70 Punkte', least: 70 },
] as const;

/** In which band some points lie. */
export function bandOf(punkte: number): string {
  return bands.findLast(({ least }) => punkte >= least)?.value ?? 'schwach';
}

/** The levels that have a text, the most special first; a word where none has. */
export function levelsOf({ texts }: Pick<QualityRow, 'texts'>): readonly string[] {
  const levels = [...new Set(texts.map(({ ebene }) => ebene))];
  return levels.length > 0 ? levels : ['ohne Text'];
}
