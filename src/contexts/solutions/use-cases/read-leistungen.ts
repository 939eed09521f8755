import { resolveLeistung } from '#catalogue';
import { type EnthalteneLeistung, loesungsstatus } from '../domain/loesung.ts';
import type { LeistungInput } from '../domain/loesung-input.ts';
import { statusLabel } from '../messages.ts';
import { choice, comment, level, type Reader } from './read-fields.ts';

/** The field of one contained Leistung, such as `leistung-1`. */
export function leistungField(index: number, part = 'leistung'): string {
  return `${part}-${index + 1}`;
}

/** The contained Leistungen; each must stand in the catalogue, and only once. */
export function readLeistungen(
  reader: Reader,
  given: readonly LeistungInput[],
): readonly EnthalteneLeistung[] {
  const seen = new Set<string>();
  return given.flatMap((each, index) => {
    if (each.leistung.trim() === '') return [];
    const read = readLeistung(reader, each, index);
    if (read === null) return [];
    if (seen.has(read.leistungId)) {
      reader.problems.push({
        field: leistungField(index),
        message: `„${each.leistung.slice(0, 80)}“ steht schon in der Liste. Bitte nur einmal nennen.`,
      });
    }
    seen.add(read.leistungId);
    return [read];
  });
}

function readLeistung(reader: Reader, given: LeistungInput, index: number): EnthalteneLeistung | null {
  const found = resolveLeistung(reader.catalogue, given.leistung);
  if (!found.ok) {
    const near = (found.refusal.suggestions ?? []).slice(0, 2).map(({ label }) => `„${label}“`);
    const message = [found.refusal.message, near.join(' oder ')].join(' ').trim();
    reader.problems.push({ field: leistungField(index), message });
    return null;
  }
  const status = choice(
    reader,
    leistungField(index, 'leistungStatus'),
    given.status,
    loesungsstatus,
    statusLabel,
  );
  return {
    leistungId: found.value.id,
    status: status ?? 'verfuegbar',
    reifegrad11: level(reader, leistungField(index, 'reifegrad11'), given.reifegrad11, 4),
    reifegrad20: level(reader, leistungField(index, 'reifegrad20'), given.reifegrad20, 7),
    kommentar: comment(reader, leistungField(index, 'kommentar'), given.kommentar),
  };
}
