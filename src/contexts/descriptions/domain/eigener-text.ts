import {
  addDays,
  type FieldProblem,
  formatLocalDate,
  type LocalDate,
  ok,
  parseLocalDate,
  type Result,
  refuse,
} from '#kernel';
import { textmodule } from './beschreibung.ts';
import { tidy } from './characters.ts';
import type { Ebene } from './gebiet.ts';

/** What an editor writes for one Leistung, in one language. */
export interface TextInhalt {
  readonly name: string;
  readonly abschnitte: readonly {
    readonly modul: string;
    readonly sprache: string;
    readonly inhalt: string;
  }[];
  readonly suchbegriffe: readonly string[];
  /** The day until which somebody looks at it again. */
  readonly pruefenBis: LocalDate;
}

/** A published version of a text; `inhalt` is null where it took the text back. */
export interface EigenerText {
  readonly tenant: string;
  readonly leistungId: string;
  readonly sprache: string;
  readonly nummer: number;
  readonly ars: string;
  readonly ebene: Ebene;
  readonly redaktion: string;
  readonly inhalt: TextInhalt | null;
  readonly veroeffentlichtAm: Date;
  readonly veroeffentlichtVon: string;
}

/** A text before it is published. */
export interface TextEntwurf {
  readonly leistungId: string;
  readonly sprache: string;
  readonly version: number;
  readonly inhalt: TextInhalt;
  readonly geaendertAm: Date;
  readonly geaendertVon: string;
}

/** A text as it is typed: sections by the code of their module, search words parted by commas or lines. */
export interface TextInput {
  readonly name: string;
  readonly abschnitte: Readonly<Record<string, string>>;
  readonly suchbegriffe: string;
  readonly pruefenBis: string;
}

const longestName = 200;
const longestAbschnitt = 6_000;
const longestWord = 60;
const mostWords = 40;
const longestReview = 730;

/** The languages in which texts are written here; `de` is the one that everybody finds. */
export const textSprachen = ['de', 'en', 'tr', 'uk', 'ar'] as const;

/** Reads a typed text. At least one section says something; sections that say nothing are left to the levels above. */
export function parseText(
  input: TextInput,
  { standardName, sprache, today }: { standardName: string; sprache: string; today: LocalDate },
): Result<TextInhalt, readonly FieldProblem[]> {
  const name = tidy(input.name).replace(/\s+/g, ' ') || standardName;
  const abschnitte = textmodule.flatMap(({ modul }) => {
    const inhalt = tidy(input.abschnitte[modul] ?? '');
    return inhalt === '' ? [] : [{ modul, sprache, inhalt }];
  });
  const words = [
    ...new Set(
      input.suchbegriffe
        .split(/[,;\n]/)
        .map((word) => tidy(word).replace(/\s+/g, ' '))
        .filter((word) => word !== ''),
    ),
  ];
  const review = reviewDay(input.pruefenBis.trim(), today);
  const problems = [
    ...lengthProblems(name, abschnitte, words),
    ...unknownModules(input.abschnitte),
    ...(review.ok ? [] : [{ field: 'pruefenBis', message: review.refusal }]),
  ];
  if (abschnitte.length === 0)
    problems.unshift({
      field: 'abschnitte.05',
      message: 'Bitte füllen Sie mindestens einen Abschnitt aus, zum Beispiel „Worum geht es?“.',
    });
  if (problems.length > 0 || !review.ok) return refuse(problems);
  return ok({ name, abschnitte, suchbegriffe: words, pruefenBis: review.value });
}

function lengthProblems(
  name: string,
  abschnitte: TextInhalt['abschnitte'],
  words: readonly string[],
): FieldProblem[] {
  const problems: FieldProblem[] = abschnitte
    .filter(({ inhalt }) => inhalt.length > longestAbschnitt)
    .map(({ modul }) => ({ field: `abschnitte.${modul}`, message: 'Bitte höchstens 6.000 Zeichen.' }));
  if (name.length > longestName) problems.push({ field: 'name', message: 'Bitte höchstens 200 Zeichen.' });
  if (words.length > mostWords)
    problems.push({ field: 'suchbegriffe', message: 'Bitte höchstens 40 Suchbegriffe.' });
  if (words.some((word) => word.length > longestWord))
    problems.push({ field: 'suchbegriffe', message: 'Ein Suchbegriff hat höchstens 60 Zeichen.' });
  return problems;
}

function unknownModules(abschnitte: Readonly<Record<string, string>>): FieldProblem[] {
  const known = new Set(textmodule.map(({ modul }) => modul));
  return Object.keys(abschnitte)
    .filter((modul) => !known.has(modul))
    .map((modul) => ({
      field: `abschnitte.${modul.slice(0, 20)}`,
      message: `Diesen Abschnitt gibt es nicht. Es gibt: ${[...known].toSorted().join(', ')}.`,
    }));
}

/** A year from today where nothing is said. */
function reviewDay(text: string, today: LocalDate): Result<LocalDate, string> {
  if (text === '') return ok(addDays(today, 365));
  const day = parseLocalDate(text);
  if (!day.ok) return refuse(day.refusal.message);
  const last = addDays(today, longestReview);
  if (day.value <= today || day.value > last)
    return refuse(`Bitte einen Tag nach heute und bis zum ${formatLocalDate(last)}.`);
  return ok(day.value);
}

/** Whether somebody should look at a text again. */
export function isDue(inhalt: TextInhalt | null, today: LocalDate): boolean {
  return inhalt !== null && inhalt.pruefenBis <= today;
}
