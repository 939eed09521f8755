import { formatLocalDate, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import type { Kriterium } from './kriterium.ts';
import {
  ausFallzahl,
  ausKomplexitaet,
  ausMinuten,
  ausPrioritaet,
  ausStufe,
  ausTagen,
  tageBis,
} from './normieren.ts';

/** What a statement is about: one Leistung, or all of an OZG-Leistung. */
export const bezugArten = ['leistung', 'ozg'] as const;
export type BezugArt = (typeof bezugArten)[number];

/** One statement of the provider's people; `rohwert` empty takes the former one back. */
export interface Angabe {
  readonly bezugArt: BezugArt;
  readonly bezugId: string;
  readonly kriterium: Kriterium;
  readonly fassung: number;
  readonly rohwert: string | null;
  readonly quelle: string;
  readonly stand: LocalDate;
  readonly angegebenAm: Date;
}

interface Reading {
  /** Refuses with a sentence, or gives the text as it is kept. */
  readonly parse: (text: string) => Result<string>;
  readonly wert: (rohwert: string, stichtag: LocalDate) => number;
  readonly zeigen: (rohwert: string) => string;
}

function whole(most: number, from: number, sentence: string): Reading['parse'] {
  return (text) => {
    const digits = text.trim().replaceAll('.', '');
    const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
    return value >= from && value <= most ? ok(String(value)) : refuse(rohwertInvalid(sentence));
  };
}

function stufe(most: number, wert: (value: number) => number): Reading {
  return {
    parse: whole(most, 1, `Bitte eine Stufe von 1 bis ${most}.`),
    wert: (rohwert) => wert(Number(rohwert)),
    zeigen: (rohwert) => `Stufe ${rohwert} von ${most}`,
  };
}

/** How each criterion that can be stated is read; the demand comes from the survey alone. */
export const angabeLesen: Readonly<Record<Exclude<Kriterium, 'bedarf'>, Reading>> = {
  'ozg-prioritaet': stufe(4, ausPrioritaet),
  fallzahlen: {
    parse: whole(100_000_000, 0, 'Bitte eine ganze Zahl: Fälle im Jahr je 100.000 Einwohner.'),
    wert: (rohwert) => ausFallzahl(Number(rohwert)),
    zeigen: (rohwert) => `${rohwert} Fälle im Jahr je 100.000 Einwohner`,
  },
  komplexitaet: stufe(5, ausKomplexitaet),
  digitalisierungspotenzial: stufe(5, ausStufe),
  'kosten-zeit': {
    parse: whole(100_000, 0, 'Bitte Minuten als ganze Zahl.'),
    wert: (rohwert) => ausMinuten(Number(rohwert)),
    zeigen: (rohwert) => `${rohwert} Minuten je Fall`,
  },
  relevanz: stufe(5, ausStufe),
  frist: {
    parse: (text) => parseLocalDate(germanDay(text.trim())),
    wert: (rohwert, stichtag) => ausTagen(daysTo(rohwert, stichtag)),
    zeigen: (rohwert) => {
      const day = parseLocalDate(rohwert);
      return `Frist am ${day.ok ? formatLocalDate(day.value) : rohwert}`;
    },
  },
};

function germanDay(text: string): string {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month}-${day}`;
}

function daysTo(rohwert: string, stichtag: LocalDate): number {
  const day = parseLocalDate(rohwert);
  return day.ok ? tageBis(stichtag, day.value) : 0;
}

/** Reads what somebody typed for a criterion; an empty text takes the statement back. */
export function parseRohwert(kriterium: Kriterium, text: string): Result<string | null> {
  if (kriterium === 'bedarf')
    return refuse(rohwertInvalid('Der Bedarf kommt aus der Bedarfsabfrage und lässt sich nicht angeben.'));
  return text.trim() === '' ? ok(null) : angabeLesen[kriterium].parse(text);
}

function rohwertInvalid(message: string) {
  return {
    kind: 'invalid',
    code: 'PRIORITIES_VALUE_INVALID',
    message,
    fields: [{ field: 'wert', message }],
  } as const;
}
