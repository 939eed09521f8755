import { type FieldProblem, type LocalDate, parseQuartal, type Quartal } from '#kernel';
import type { Frage } from './umfrage.ts';

export const bedarfe = ['ja', 'spaeter', 'nein'] as const;
export type Bedarf = (typeof bedarfe)[number];

export const vorarbeiten = ['keine', 'begonnen', 'abgeschlossen'] as const;
export type Vorarbeit = (typeof vorarbeiten)[number];

/** What a Kommune says of one Leistung. */
export interface Antwortwerte {
  readonly bedarf: Bedarf | null;
  readonly wunschquartal: Quartal | null;
  /** Cases a year. */
  readonly fallzahl: number | null;
  readonly vorarbeit: Vorarbeit | null;
  readonly bemerkung: string;
  /** Answers to the survey's own questions, by their id. */
  readonly frei: Readonly<Record<string, string>>;
}

/** One version of an answer; the newest one of a Leistung counts. */
export interface Antwort extends Antwortwerte {
  readonly leistungId: string;
  readonly fassung: number;
  /** Taken over as it was filled in, without a change. */
  readonly vorbelegt: boolean;
  /** Given after the deadline. */
  readonly spaet: boolean;
  readonly angegebenAm: Date;
  readonly angegebenVon: string;
}

export const ohneAntwort: Antwortwerte = {
  bedarf: null,
  wunschquartal: null,
  fallzahl: null,
  vorarbeit: null,
  bemerkung: '',
  frei: {},
};

/** An answer as forms and files carry it: every field a text, empty where nothing is said. */
export type Felder = Readonly<Record<string, string>>;

export const freiPrefix = 'frei.';
export const grundfelder = ['bedarf', 'wunschquartal', 'fallzahl', 'vorarbeit', 'bemerkung'] as const;

/** The names of all fields of a survey's answers. */
export function feldnamen(fragen: readonly Frage[]): readonly string[] {
  return [...grundfelder, ...fragen.map(({ id }) => `${freiPrefix}${id}`)];
}

/** An answer as texts, fields without a value left out. */
export function felderOf(werte: Antwortwerte): Felder {
  const own = Object.entries(werte.frei).map(([id, text]) => [`${freiPrefix}${id}`, text]);
  const all = Object.fromEntries([
    ['bedarf', werte.bedarf ?? ''],
    ['wunschquartal', werte.wunschquartal ?? ''],
    ['fallzahl', werte.fallzahl === null ? '' : String(werte.fallzahl)],
    ['vorarbeit', werte.vorarbeit ?? ''],
    ['bemerkung', werte.bemerkung],
    ...own,
  ]) as Record<string, string>;
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
}

export const bemerkungMax = 2000;
const freiMax = 500;
const fallzahlMax = 100_000_000;

/** Reads an answer from texts; every field that cannot be is told. Unknown fields are told, too. */
export function werteOf(
  felder: Felder,
  fragen: readonly Frage[],
  today: LocalDate,
): { readonly werte: Antwortwerte; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const tell = (field: string, message: string) => void problems.push({ field, message });
  const text = (name: string) => (felder[name] ?? '').trim();
  const known = new Set(feldnamen(fragen));
  for (const name of Object.keys(felder))
    if (!known.has(name)) tell(name, `Das Feld „${name}“ gibt es hier nicht.`);
  const werte = {
    bedarf: oneOf(bedarfe, text('bedarf'), () => tell('bedarf', 'Der Bedarf ist ja, spaeter oder nein.')),
    wunschquartal: readQuartal(text('wunschquartal'), today, (message) => tell('wunschquartal', message)),
    fallzahl: readFallzahl(text('fallzahl'), (message) => tell('fallzahl', message)),
    vorarbeit: oneOf(vorarbeiten, text('vorarbeit'), () =>
      tell('vorarbeit', 'Die eigene Vorarbeit ist keine, begonnen oder abgeschlossen.'),
    ),
    bemerkung: limited(text('bemerkung'), bemerkungMax, (message) => tell('bemerkung', message)),
    frei: readFrei(felder, fragen, tell),
  };
  return { werte, problems };
}

function oneOf<T extends string>(values: readonly T[], text: string, wrong: () => void): T | null {
  const found = values.find((value) => value === text) ?? null;
  if (found === null && text !== '') wrong();
  return found;
}

function readQuartal(text: string, today: LocalDate, wrong: (message: string) => void): Quartal | null {
  if (text === '') return null;
  const parsed = parseQuartal(text);
  if (!parsed.ok) {
    wrong(parsed.refusal.message);
    return null;
  }
  const first = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  if (parsed.value < first)
    wrong('Das Wunschquartal liegt in der Vergangenheit. Bitte wählen Sie ein späteres.');
  return parsed.value;
}

function readFallzahl(text: string, wrong: (message: string) => void): number | null {
  if (text === '') return null;
  const digits = text.replaceAll(/[.\s]/g, '');
  if (/^\d{1,9}$/.test(digits) && Number(digits) <= fallzahlMax) return Number(digits);
  wrong('Die Fallzahl ist eine ganze Zahl von 0 bis 100.000.000.');
  return null;
}

function limited(text: string, most: number, wrong: (message: string) => void): string {
  if (text.length > most) wrong(`Hier passen ${most} Zeichen hin, es sind ${text.length}.`);
  return text;
}

function readFrei(
  felder: Felder,
  fragen: readonly Frage[],
  tell: (field: string, message: string) => void,
): Readonly<Record<string, string>> {
  const filled = fragen.flatMap((frage) => {
    const name = `${freiPrefix}${frage.id}`;
    const text = limited((felder[name] ?? '').trim(), freiMax, (message) => tell(name, message));
    const wrong = freiProblem(frage, text);
    if (wrong !== null) tell(name, wrong);
    return text === '' ? [] : [[frage.id, text] as const];
  });
  return Object.fromEntries(filled);
}

function freiProblem({ art, optionen }: Frage, text: string): string | null {
  if (text === '' || art === 'text') return null;
  if (art === 'zahl')
    return /^-?\d{1,12}(,\d{1,4})?$/.test(text)
      ? null
      : 'Bitte geben Sie eine Zahl an, zum Beispiel 12 oder 12,5.';
  const allowed = art === 'ja-nein' ? ['ja', 'nein'] : optionen;
  return allowed.includes(text) ? null : `Bitte wählen Sie: ${allowed.join(', ')}.`;
}
