import { type FieldProblem, formatLocalDate, type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Ring } from './ausrollung.ts';
import { aehnlichText, type Genannte, mehrdeutigText, type Verstanden, versteher } from './nennung.ts';

/** A Kommune that uses the service in an earlier version. */
export interface Teilnehmer extends Genannte {
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

/** The name of the last ring. */
export const uebrige = 'Alle übrigen';

/** What is said of a rollout that nobody gets first. */
export const pilotFehlt = 'Bitte nennen Sie mindestens eine Pilotkommune: Sie bekommt die Fassung zuerst.';

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
  const verstehe = versteher(teilnehmer);
  const found = named.map(({ kommunen }) => verstehe(kommunen));
  const problems = [
    ...found.flatMap((words, index) => misunderstood(fields[index] ?? '', words)),
    ...pilotProblems(pilot, found[0]?.gefunden ?? []),
    ...twice(found, fields),
    ...dayProblems([...named, { name: uebrige, ab: alleAb }], fields, today, sicherheit),
  ];
  if (problems.length > 0) return refuse(problems);
  const rings = named.map(({ name, ab }, index): Ring => {
    return { name, ab, kommunen: (found[index]?.gefunden ?? []).map(({ ags }) => ags) };
  });
  return ok([...rings, { name: uebrige, ab: alleAb, kommunen: null }]);
}

function misunderstood(field: string, { unbekannt, mehrdeutig }: Verstanden): readonly FieldProblem[] {
  return [
    ...unbekannt.map((each) => ({
      field,
      message: `„${each.wort.slice(0, 80)}“ nutzt diesen Onlinedienst nicht in einer früheren Fassung. ${aehnlichText(each) || 'Bitte prüfen Sie Name oder Schlüssel.'}`,
    })),
    ...mehrdeutig.map((each) => ({ field, message: mehrdeutigText(each) })),
  ];
}

function pilotProblems({ kommunen }: Ringwunsch, known: readonly Teilnehmer[]): readonly FieldProblem[] {
  const field = 'pilot';
  if (kommunen.length === 0) return [{ field, message: pilotFehlt }];
  return known
    .filter(({ ruht }) => ruht)
    .map(({ name }) => ({
      field,
      message: `In ${name} ruht der Onlinedienst. An einer Kommune, in der ihn niemand nutzt, zeigt sich kein Fehler. Bitte wählen Sie eine andere Pilotkommune.`,
    }));
}

function twice(found: readonly Verstanden[], fields: readonly string[]): readonly FieldProblem[] {
  const seen = new Set<string>();
  const problems: FieldProblem[] = [];
  for (const [index, { gefunden }] of found.entries())
    for (const { ags, name } of gefunden) {
      if (seen.has(ags))
        problems.push({ field: fields[index] ?? '', message: `${name} steht schon in einem früheren Ring.` });
      seen.add(ags);
    }
  return problems;
}

function dayProblems(
  rings: readonly Pick<Ringwunsch, 'name' | 'ab'>[],
  fields: readonly string[],
  today: LocalDate,
  sicherheit: boolean,
): readonly FieldProblem[] {
  return rings.flatMap(({ name, ab }, index): readonly FieldProblem[] => {
    const before = rings[index - 1]?.ab;
    const field = index < fields.length ? `${fields[index]}Ab` : 'alleAb';
    if (ab < today) return [{ field, message: `${name}: Der ${formatLocalDate(ab)} ist schon vorbei.` }];
    if (before === undefined) return [];
    if (ab < before || (ab === before && !sicherheit))
      return [
        {
          field,
          message: `${name}: Dieser Ring beginnt nach dem vorigen, also nach dem ${formatLocalDate(before)}: Erst zeigt sich dort, ob alles läuft.`,
        },
      ];
    return [];
  });
}
