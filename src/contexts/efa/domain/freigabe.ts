import { type FieldProblem, ok, type Result, refuse } from '#kernel';

/** The parts of a service page, in the order in which citizens read them. */
export const abschnitte = ['was', 'fuerWen', 'benoetigt', 'kosten', 'dauer', 'frist', 'recht'] as const;
export type Abschnitt = (typeof abschnitte)[number];

export const abschnittLabel: Readonly<Record<Abschnitt, string>> = {
  was: 'Worum geht es?',
  fuerWen: 'Für wen ist das?',
  benoetigt: 'Was brauchen Sie?',
  kosten: 'Was kostet es?',
  dauer: 'Wie lange dauert es?',
  frist: 'Welche Frist gilt?',
  recht: 'Rechtsgrundlage',
};

/** The text of a service page. Parts without a text are not shown. */
export type Freigabetext = Readonly<Record<Abschnitt, string>>;

/** What a Kommune released for one Leistung; the text is null once it is withdrawn. */
export interface Freigabe {
  readonly tenant: string;
  readonly ags: string;
  readonly leistungId: string;
  readonly nummer: number;
  readonly text: Freigabetext | null;
  readonly freigegebenAm: Date;
}

const longest = 4000;

/** Reads the parts of a service page; the first one is required. */
export function parseFreigabetext(
  raw: Readonly<Record<string, string>>,
): Result<Freigabetext, readonly FieldProblem[]> {
  const text = (part: Abschnitt) => (raw[part] ?? '').trim();
  const problems: FieldProblem[] = abschnitte
    .filter((part) => text(part).length > longest)
    .map((part) => ({
      field: part,
      message: `„${abschnittLabel[part]}“: Bitte höchstens ${longest} Zeichen.`,
    }));
  if (text('was') === '') {
    const message = 'Bitte sagen Sie unter „Worum geht es?“ in ein paar Sätzen, was die Leistung ist.';
    problems.unshift({ field: 'was', message });
  }
  if (problems.length > 0) return refuse(problems);
  const [was, fuerWen, benoetigt] = [text('was'), text('fuerWen'), text('benoetigt')];
  const [kosten, dauer, frist, recht] = [text('kosten'), text('dauer'), text('frist'), text('recht')];
  return ok({ was, fuerWen, benoetigt, kosten, dauer, frist, recht });
}
