import { type FieldProblem, formatLocalDate, type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Ring } from './ausrollung.ts';

/** A Kommune that uses the service in an earlier version. */
export interface Teilnehmer {
  readonly ags: string;
  readonly name: string;
  readonly ruht: boolean;
}

/** A ring as it was asked for: Kommunen by name or key. */
export interface Ringwunsch {
  readonly name: string;
  readonly ab: LocalDate;
  readonly kommunen: readonly string[];
}

/** Pilotkommunen first, then waves, then all that are left from a day on. */
export interface Ringplan {
  readonly pilot: Ringwunsch;
  readonly wellen: readonly Ringwunsch[];
  readonly alleAb: LocalDate;
}

/**
 * Makes rings of a wish: every Kommune named is there and stands in one ring only, at least one Pilotkommune has the service
 * live, and no ring comes before the one that it waits for. A mended security fault may reach all on one day.
 */
export function ringeVon(
  { pilot, wellen, alleAb }: Ringplan,
  teilnehmer: readonly Teilnehmer[],
  today: LocalDate,
  sicherheit: boolean,
): Result<readonly Ring[], readonly FieldProblem[]> {
  const named = [pilot, ...wellen];
  const fields = named.map((_, index) => (index === 0 ? 'pilot' : `welle${index}`));
  const found = named.map(({ kommunen }) => kommunen.map((word) => [word, find(teilnehmer, word)] as const));
  const problems = [
    ...found.flatMap((words, index) => unknown(fields[index] ?? '', words)),
    ...pilotProblems(found[0] ?? []),
    ...twice(found, fields),
    ...dayProblems([...named.map(({ ab }) => ab), alleAb], fields, today, sicherheit),
  ];
  if (problems.length > 0) return refuse(problems);
  const rings = named.map(({ name, ab }, index): Ring => {
    const kommunen = (found[index] ?? []).flatMap(([, one]) => one?.ags ?? []);
    return { name, ab, kommunen: [...new Set(kommunen)] };
  });
  return ok([...rings, { name: 'Alle übrigen', ab: alleAb, kommunen: null }]);
}

type Found = readonly (readonly [word: string, one: Teilnehmer | undefined])[];

function find(all: readonly Teilnehmer[], word: string): Teilnehmer | undefined {
  const wanted = word.trim().toLowerCase();
  return all.find(({ ags, name }) => ags === wanted || name.toLowerCase() === wanted);
}

function unknown(field: string, words: Found): readonly FieldProblem[] {
  return words
    .filter(([, one]) => one === undefined)
    .map(([word]) => ({
      field,
      message: `„${word.slice(0, 80)}“ nutzt diesen Onlinedienst nicht in einer früheren Fassung. Bitte prüfen Sie Name oder Schlüssel.`,
    }));
}

function pilotProblems(words: Found): readonly FieldProblem[] {
  const field = 'pilot';
  const known = words.flatMap(([, one]) => one ?? []);
  if (words.length === 0)
    return [
      { field, message: 'Bitte nennen Sie mindestens eine Pilotkommune: Sie bekommt die Fassung zuerst.' },
    ];
  return known
    .filter(({ ruht }) => ruht)
    .map(({ name }) => ({
      field,
      message: `In ${name} ruht der Onlinedienst. An einer Kommune, in der ihn niemand nutzt, zeigt sich kein Fehler. Bitte wählen Sie eine andere Pilotkommune.`,
    }));
}

function twice(found: readonly Found[], fields: readonly string[]): readonly FieldProblem[] {
  const seen = new Map<string, number>();
  const problems: FieldProblem[] = [];
  for (const [index, words] of found.entries())
    for (const [, one] of words) {
      if (one === undefined) continue;
      const before = seen.get(one.ags);
      if (before !== undefined && before !== index)
        problems.push({
          field: fields[index] ?? '',
          message: `${one.name} steht schon in einem früheren Ring.`,
        });
      else seen.set(one.ags, index);
    }
  return problems;
}

function dayProblems(
  days: readonly LocalDate[],
  fields: readonly string[],
  today: LocalDate,
  sicherheit: boolean,
): readonly FieldProblem[] {
  return days.flatMap((day, index): readonly FieldProblem[] => {
    const before = days[index - 1];
    const field = index < fields.length ? `${fields[index]}Ab` : 'alleAb';
    if (day < today) return [{ field, message: `Der ${formatLocalDate(day)} ist schon vorbei.` }];
    if (before === undefined) return [];
    if (day < before || (day === before && !sicherheit))
      return [
        {
          field,
          message: `Dieser Ring beginnt nach dem vorigen, also nach dem ${formatLocalDate(before)}: Erst zeigt sich dort, ob alles läuft.`,
        },
      ];
    return [];
  });
}
