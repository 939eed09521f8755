import type { FieldProblem, LocalDate } from '#kernel';
import type { Feldangabe } from './angabe.ts';
import type { DeklariertesFeld, Feld, FeldTyp } from './feld.ts';

/** Everything about a field that a person can say; `typ` counts only for a new field of one's own. */
export interface Feldeingabe {
  readonly label: string;
  readonly tooltip: string;
  readonly hilfe: string;
  readonly pflicht: boolean;
  readonly zaehlt: boolean;
  readonly gruppe: string;
  readonly position: number | null;
  readonly typ: FeldTyp;
  readonly optionen: readonly string[];
  readonly gueltigVon: LocalDate | null;
  readonly gueltigBis: LocalDate | null;
}

/** Some of it; what is left out stays. The type of a field never changes. */
export type Feldaenderung = {
  readonly [Key in keyof Omit<Feldeingabe, 'typ'>]?: Feldeingabe[Key] | undefined;
};

/** A new field of which only its type is said. */
export const leereEingabe: Omit<Feldeingabe, 'typ'> = {
  label: '',
  tooltip: '',
  hilfe: '',
  pflicht: false,
  zaehlt: false,
  gruppe: '',
  position: null,
  optionen: [],
  gueltigVon: null,
  gueltigBis: null,
};

/** A field after a change. */
export function changed(eingabe: Feldeingabe, change: Feldaenderung): Feldeingabe {
  return {
    typ: eingabe.typ,
    label: change.label ?? eingabe.label,
    tooltip: change.tooltip ?? eingabe.tooltip,
    hilfe: change.hilfe ?? eingabe.hilfe,
    pflicht: change.pflicht ?? eingabe.pflicht,
    zaehlt: change.zaehlt ?? eingabe.zaehlt,
    gruppe: change.gruppe ?? eingabe.gruppe,
    position: change.position === undefined ? eingabe.position : change.position,
    optionen: change.optionen ?? eingabe.optionen,
    gueltigVon: change.gueltigVon === undefined ? eingabe.gueltigVon : change.gueltigVon,
    gueltigBis: change.gueltigBis === undefined ? eingabe.gueltigBis : change.gueltigBis,
  };
}

const longest = { label: 80, tooltip: 200, hilfe: 2000, gruppe: 40 } as const;
const longestOption = 100;
const mostOptions = 100;
const names = {
  label: 'Die Beschriftung',
  tooltip: 'Der Kurzhinweis',
  hilfe: 'Der Hilfetext',
  gruppe: 'Die Gruppe',
};

/** What does not fit in what was said about a field; `others` are the fields beside it. */
export function problemsOfField(
  eingabe: Feldeingabe,
  eigen: boolean,
  others: readonly Feld[],
): readonly FieldProblem[] {
  const lengths = (['label', 'tooltip', 'hilfe', 'gruppe'] as const)
    .filter((name) => eingabe[name].length > longest[name])
    .map((name) => problem(name, `${names[name]} ist zu lang. Erlaubt sind ${longest[name]} Zeichen.`));
  return [
    ...lengths,
    ...labelProblems(eingabe.label, others),
    ...(eingabe.position !== null && !isPosition(eingabe.position)
      ? [problem('position', 'Die Position ist eine ganze Zahl von 1 bis 99999.')]
      : []),
    ...(eigen ? ownProblems(eingabe) : []),
  ];
}

function labelProblems(label: string, others: readonly Feld[]): readonly FieldProblem[] {
  if (label === '') return [problem('label', 'Bitte geben Sie eine Beschriftung an.')];
  const same = others.find((other) => other.label.toLowerCase() === label.toLowerCase());
  return same
    ? [problem('label', `Die Beschriftung „${label.slice(0, 80)}“ hat schon ein anderes Feld.`)]
    : [];
}

function isPosition(position: number): boolean {
  return Number.isInteger(position) && position >= 1 && position <= 99_999;
}

function ownProblems({ typ, optionen, gueltigVon, gueltigBis }: Feldeingabe): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (typ === 'auswahl' && optionen.length < 2)
    problems.push(problem('optionen', 'Eine Auswahl braucht mindestens zwei Möglichkeiten, je Zeile eine.'));
  if (optionen.length > mostOptions)
    problems.push(problem('optionen', `Erlaubt sind ${mostOptions} Möglichkeiten.`));
  if (optionen.some((option) => option.length > longestOption))
    problems.push(problem('optionen', `Eine Möglichkeit hat höchstens ${longestOption} Zeichen.`));
  if (new Set(optionen).size < optionen.length)
    problems.push(problem('optionen', 'Eine Möglichkeit steht zweimal da.'));
  if (gueltigVon !== null && gueltigBis !== null && gueltigBis < gueltigVon)
    problems.push(problem('gueltigBis', 'Der letzte Tag liegt vor dem ersten.'));
  return problems;
}

function problem(field: string, message: string): FieldProblem {
  return { field, message };
}

/** What was said, as it is kept: of a declared field only what differs from the code's own words. */
export function angabeOf(
  key: string,
  eingabe: Feldeingabe,
  declared: { readonly feld: DeklariertesFeld; readonly position: number } | null,
): Feldangabe {
  const { typ, optionen, gueltigVon, gueltigBis } = eingabe;
  const { label, tooltip, hilfe, pflicht, zaehlt, gruppe, position } = eingabe;
  if (declared === null) {
    const offered = typ === 'auswahl' ? optionen : [];
    const eigen = { typ, optionen: offered, gueltigVon, gueltigBis };
    return { key, label, tooltip, hilfe, pflicht, zaehlt, gruppe, position, eigen };
  }
  const { feld } = declared;
  return {
    key,
    label: differing(label, feld.label),
    tooltip: differing(tooltip, feld.tooltip ?? ''),
    hilfe: differing(hilfe, feld.hilfe ?? ''),
    pflicht: differing(pflicht, feld.pflicht ?? false),
    zaehlt: differing(zaehlt, feld.zaehlt ?? false),
    gruppe: differing(gruppe, feld.gruppe ?? ''),
    position: position === null ? null : differing(position, declared.position),
    eigen: null,
  };
}

function differing<T extends string | number | boolean>(said: T, declared: T): T | null {
  return said === declared ? null : said;
}

/** A field as it holds, as somebody would have said it. */
export function eingabeOf(feld: Feld): Feldeingabe {
  const { label, tooltip, hilfe, pflicht, zaehlt, position, typ, gueltigVon, gueltigBis } = feld;
  return {
    label,
    tooltip,
    hilfe,
    pflicht,
    zaehlt,
    gruppe: feld.gruppe ?? '',
    position,
    typ,
    optionen: feld.optionen.map(({ wert }) => wert),
    gueltigVon,
    gueltigBis,
  };
}
