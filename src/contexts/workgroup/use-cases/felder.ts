import { type FieldProblem, isUuid, type LocalDate, parseLocalDate } from '#kernel';

/** What forms, API and commands bring: fields as text. */
export type Felder = Readonly<Record<string, string>>;

/** Reads fields one by one and keeps what is wrong with them, so that a person hears of all at once. */
export interface FeldLeser {
  readonly probleme: FieldProblem[];
  /** Trimmed text of a length; line breaks stay where `zeilen` says so. */
  readonly text: (name: string, length: readonly [number, number], was: string, zeilen?: boolean) => string;
  readonly wahl: <T extends string>(name: string, aus: readonly T[], was: string) => T;
  readonly tag: (name: string, was: string) => LocalDate | null;
  /** A whole number in a range; `null` where the field is empty. */
  readonly zahl: (name: string, range: readonly [number, number], was: string) => number | null;
  /** An id, or `null` where the field is empty. */
  readonly id: (name: string, was: string) => string | null;
}

/** A reader of these fields. */
export function leserVon(felder: Felder): FeldLeser {
  const probleme: FieldProblem[] = [];
  const wrong = (field: string, message: string) => void probleme.push({ field, message });
  const typed = (name: string) => (felder[name] ?? '').trim();
  return {
    probleme,
    text: (name, [least, most], was, zeilen = false) => {
      const raw = typed(name).replaceAll('\r\n', '\n');
      const text = zeilen ? raw : raw.replaceAll(/\s+/gu, ' ');
      if (text.length < least)
        wrong(name, `Bitte geben Sie ${was} an${least > 1 ? `, mindestens ${least} Zeichen` : ''}.`);
      if (text.length > most)
        wrong(name, `Bitte kürzen Sie ${was} auf ${most} Zeichen; es sind ${text.length}.`);
      return text;
    },
    wahl: (name, aus, was) => {
      const found = aus.find((one) => one === typed(name));
      const [first] = aus;
      if (found !== undefined) return found;
      if (first === undefined) throw new Error(`${name} offers no choice`);
      wrong(name, `Bitte wählen Sie ${was}: ${aus.join(', ')}.`);
      return first;
    },
    tag: (name, was) => {
      if (typed(name) === '') return null;
      const parsed = parseLocalDate(typed(name));
      if (parsed.ok) return parsed.value;
      wrong(name, `${was}: ${parsed.refusal.message}`);
      return null;
    },
    zahl: (name, [least, most], was) => {
      if (typed(name) === '') return null;
      const value = /^\d{1,6}$/.test(typed(name)) ? Number(typed(name)) : Number.NaN;
      if (value >= least && value <= most) return value;
      wrong(name, `Bitte geben Sie ${was} als ganze Zahl von ${least} bis ${most} an.`);
      return null;
    },
    id: (name, was) => {
      if (typed(name) === '' || isUuid(typed(name))) return typed(name) || null;
      wrong(name, `${was} gibt es nicht.`);
      return null;
    },
  };
}
