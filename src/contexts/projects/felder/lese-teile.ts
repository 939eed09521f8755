import type { FieldProblem } from '#kernel';
import { type Abschluss, abschlussArten } from '../domain/phase.ts';
import type { Dokument } from '../domain/projekt.ts';
import { projektphaseLabel } from '../messages.ts';
import type { Feldleser } from './feld-leser.ts';

/** Finds one of some values by itself or by its label. */
export function byLabel<T extends string>(values: readonly T[], label: Readonly<Record<T, string>>) {
  return (text: string): T | null =>
    values.find((value) => value === text || label[value].toLowerCase() === text.toLowerCase()) ?? null;
}

/** The end of a project: kind, day and reason stand or fall together. */
export function leseAbschluss(
  leser: Feldleser,
  before: Abschluss | null,
  problems: FieldProblem[],
): Abschluss | null {
  const art = leser.choice('abschluss', before?.art ?? null, byLabel(abschlussArten, projektphaseLabel));
  const am = leser.day('abschlussAm', before?.am ?? null);
  const grund = leser.text('abschlussGrund', before?.grund ?? '', 500);
  if (art === null) {
    if (am !== null || grund !== '')
      problems.push({
        field: 'abschluss',
        message: 'Ist das Projekt abgeschlossen oder abgebrochen? Sonst bleiben Tag und Grund leer.',
      });
    return null;
  }
  if (am === null) {
    problems.push({ field: 'abschlussAm', message: 'Bitte nennen Sie den Tag, an dem das Projekt endete.' });
    return before;
  }
  return { art, am, grund };
}

/** `Titel | https://adresse`, or the address alone. */
export function dokumentOf(line: string): Dokument | null {
  const match = /^(?:(.{1,200}?)\s*\|\s*)?(https?:\/\/\S{3,500})$/.exec(line);
  const url = match?.[2];
  return url && URL.canParse(url) ? { titel: match[1]?.trim() || url, url } : null;
}
