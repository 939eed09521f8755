import { type FieldProblem, type LocalDate, parseLocalDate } from '#kernel';
import { type Feld, type FeldTyp, giltAm } from './feld.ts';

/** Values of own fields as records keep them: text by key, a number with a point, a day as JJJJ-MM-TT, „ja“ or „nein“. */
export type EigeneWerte = Readonly<Record<string, string>>;

/** What was typed, and what of it does not fit. */
export interface GeleseneWerte {
  readonly werte: EigeneWerte;
  readonly problems: readonly FieldProblem[];
}

const longestText = 2000;

/** A typed text in the form in which it is kept, or the reason why it does not fit. */
type Read = { readonly wert: string } | { readonly problem: string };

const readers: Readonly<Record<FeldTyp, (text: string, feld: Feld) => Read>> = {
  text: (text) => ({ wert: text }),
  zahl: (text) => {
    const plain = text.replaceAll(/\s/g, '');
    const german = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replaceAll('.', '') : plain;
    const wert = german.replace(',', '.');
    return /^-?\d{1,15}(\.\d{1,6})?$/.test(wert)
      ? { wert: unmistakable(wert) }
      : { problem: 'Bitte geben Sie eine Zahl an, zum Beispiel 1.250 oder 12,5.' };
  },
  datum: (text) => {
    const day = parseLocalDate(text);
    return day.ok ? { wert: day.value } : { problem: day.refusal.message };
  },
  'ja-nein': (text) =>
    text === 'ja' || text === 'nein' ? { wert: text } : { problem: 'Bitte wählen Sie ja oder nein.' },
  auswahl: (text, { optionen }) =>
    optionen.some(({ wert }) => wert === text)
      ? { wert: text }
      : { problem: `„${text.slice(0, 60)}“ steht nicht zur Wahl.` },
  link: (text) =>
    URL.canParse(text) && /^https?:\/\//i.test(text)
      ? { wert: text }
      : { problem: 'Bitte geben Sie eine vollständige Adresse an, die mit https:// beginnt.' },
};

/** „1.125“ would be read as a thousand and some the next time; „1.1250“ is the same number and is not. */
function unmistakable(wert: string): string {
  return /^-?\d{1,3}\.\d{3}$/.test(wert) ? `${wert}0` : wert;
}

/**
 * Reads what was typed into the fields that are asked for on a day. A field that ended, or that nobody knows any more,
 * keeps its value; so does a choice that is no longer offered.
 */
export function readValues(
  felder: readonly Feld[],
  typed: (key: string) => string | null,
  before: EigeneWerte,
  day: LocalDate,
): GeleseneWerte {
  const werte: Record<string, string> = { ...before };
  const problems: FieldProblem[] = [];
  for (const feld of felder.filter((one) => giltAm(one, day))) {
    const text = typed(feld.key)?.trim() ?? werte[feld.key] ?? '';
    if (text === werte[feld.key]) continue;
    delete werte[feld.key];
    if (text === '') continue;
    const read: Read =
      text.length > longestText
        ? { problem: `Erlaubt sind ${longestText} Zeichen.` }
        : readers[feld.typ](text, feld);
    if ('wert' in read) werte[feld.key] = read.wert;
    else problems.push({ field: feldName(feld.key), message: `${feld.label}: ${read.problem}` });
  }
  return { werte, problems };
}

/** The name of a field in forms. */
export function feldName(key: string): string {
  return `feld.${key}`;
}
