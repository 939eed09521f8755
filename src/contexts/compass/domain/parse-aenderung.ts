import { type FieldProblem, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { parseNachweis } from './parse-nachweis.ts';
import { parseKriterien, parseLevel } from './parse-reifegrad.ts';
import {
  fallzahlArten,
  levels11,
  levels20,
  prioritaeten,
  type StandAenderung,
  type StandFeld,
  standFelder,
} from './stand.ts';
import { typed } from './typed.ts';
import { parseZustand, zustaende } from './zustand.ts';

/** What a form, a table, the API or the command line says; `null` and blank text take a value away. */
export type StandEingabe = Readonly<Record<string, unknown>>;

export const longestGrund = 500;
const longestText = 2000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Parser = (value: unknown) => Result<StandAenderung, string>;

/** Parses what somebody wants to change. Names that are no field and values that are none are told, each at its place. */
export function parseAenderung(eingabe: StandEingabe): Result<StandAenderung, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  let aenderung: StandAenderung = {};
  for (const [field, raw] of Object.entries(eingabe)) {
    if (raw === undefined) continue;
    const name = standFelder.find((each) => each === field);
    const parsed: Result<StandAenderung, string> = name
      ? parsers[name](typeof raw === 'string' ? raw.trim() : raw)
      : refuse(`Das Feld „${field.slice(0, 60)}“ gibt es nicht.`);
    if (parsed.ok) aenderung = { ...aenderung, ...parsed.value };
    else problems.push({ field, message: parsed.refusal });
  }
  return problems.length > 0 ? refuse(problems) : ok(aenderung);
}

const isBlank = (value: unknown) => value === null || value === '';

const parsers: Readonly<Record<StandFeld, Parser>> = {
  zustand: (value) => {
    const zustand = typeof value === 'string' ? parseZustand(value) : null;
    return zustand ? ok({ zustand }) : refuse(`Bitte wählen Sie einen Zustand: ${zustaende.join(', ')}.`);
  },
  giltAb: (value) => {
    const day = dayIn(value);
    return day.ok && day.value !== null ? ok({ giltAb: day.value }) : refuse(dayWanted(day));
  },
  grund: (value) => textIn(value, longestGrund, (grund) => ({ grund })),
  geplantFuer: (value) => optionalDay(value, (geplantFuer) => ({ geplantFuer })),
  umgesetztAm: (value) => optionalDay(value, (umgesetztAm) => ({ umgesetztAm })),
  abgeschaltetAm: (value) => optionalDay(value, (abgeschaltetAm) => ({ abgeschaltetAm })),
  reifegrad11: (value) => parseLevel(value, levels11, (reifegrad11) => ({ reifegrad11 })),
  reifegrad20: (value) => parseLevel(value, levels20, (reifegrad20) => ({ reifegrad20 })),
  kriterien11: (value) => parseKriterien(value, (kriterien11) => ({ kriterien11 })),
  kriterien20: (value) => parseKriterien(value, (kriterien20) => ({ kriterien20 })),
  fallzahl: (value) => numberIn(value, [0, 100_000_000], 'Fallzahl', (fallzahl) => ({ fallzahl })),
  fallzahlJahr: (value) => numberIn(value, [1990, 2100], 'Jahr', (fallzahlJahr) => ({ fallzahlJahr })),
  fallzahlArt: (value) => {
    if (isBlank(value)) return ok({ fallzahlArt: null });
    const art = fallzahlArten.find((each) => each === value);
    return art ? ok({ fallzahlArt: art }) : refuse('Bitte wählen Sie „gezaehlt“ oder „geschaetzt“.');
  },
  loesungId: (value) => textIn(value, 80, (loesungId) => ({ loesungId })),
  prioritaet: (value) => {
    if (isBlank(value)) return ok({ prioritaet: null });
    const prioritaet = prioritaeten.find((each) => String(each) === typed(value));
    return prioritaet ? ok({ prioritaet }) : refuse('Die Priorität ist 1 (hoch), 2 oder 3 (niedrig).');
  },
  fachbereichId: (value) =>
    idIn(value, 'Diesen Fachbereich gibt es nicht.', (fachbereichId) => ({ fachbereichId })),
  zustaendig: (value) => idIn(value, 'Diese Person gibt es nicht.', (zustaendig) => ({ zustaendig })),
  vertretung: (value) => idIn(value, 'Diese Person gibt es nicht.', (vertretung) => ({ vertretung })),
  nachweis: parseNachweis,
  bemerkung: (value) => textIn(value, longestText, (bemerkung) => ({ bemerkung })),
  felder: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse('Eigene Felder kommen als Objekt aus Kennung und Text.');
    // A blank one stays named: it takes the value away, and what is not named stays.
    const entries = Object.entries(value).map(([key, text]) => [key, text ?? ''] as const);
    const texts = entries.flatMap(([key, text]) =>
      typeof text === 'string' ? [[key, text.trim()] as const] : [],
    );
    if (texts.length < entries.length || texts.some(([, text]) => text.length > longestText))
      return refuse(`Eigene Felder enthalten Text mit höchstens ${longestText} Zeichen.`);
    return ok({ felder: Object.fromEntries(texts) });
  },
};

function textIn(
  value: unknown,
  longest: number,
  make: (text: string | null) => StandAenderung,
): Result<StandAenderung, string> {
  if (isBlank(value)) return ok(make(null));
  if (typeof value !== 'string') return refuse('Hier steht Text.');
  return value.length > longest ? refuse(`Bitte höchstens ${longest} Zeichen.`) : ok(make(value));
}

function numberIn(
  value: unknown,
  [least, most]: readonly [number, number],
  what: string,
  make: (value: number | null) => StandAenderung,
): Result<StandAenderung, string> {
  if (isBlank(value)) return ok(make(null));
  // „1.234“ is how Germans write a thousand and some; anything else with a dot or comma is no count.
  const text = typed(value).replace(/^(\d{1,3})((?:\.\d{3})+)$/, (all) => all.replaceAll('.', ''));
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(number) || number < least || number > most)
    return refuse(`${what}: Bitte eine ganze Zahl von ${least} bis ${most}.`);
  return ok(make(number));
}

function idIn(
  value: unknown,
  unknown: string,
  make: (id: string | null) => StandAenderung,
): Result<StandAenderung, string> {
  if (isBlank(value)) return ok(make(null));
  return typeof value === 'string' && uuid.test(value) ? ok(make(value)) : refuse(unknown);
}

/** Reads a day as the API or a person writes it; `null` where nothing is said. */
export function dayIn(value: unknown): Result<LocalDate | null, string> {
  if (isBlank(value)) return ok(null);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed(value));
  const [, day = '', month = '', year = ''] = german ?? [];
  const parsed = parseLocalDate(
    german ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed(value),
  );
  return parsed.ok ? parsed : refuse(parsed.refusal.message);
}

function dayWanted(day: Result<LocalDate | null, string>): string {
  return day.ok ? 'Bitte nennen Sie den Tag, ab dem die Angabe gilt.' : day.refusal;
}

function optionalDay(
  value: unknown,
  make: (day: LocalDate | null) => StandAenderung,
): Result<StandAenderung, string> {
  const day = dayIn(value);
  return day.ok ? ok(make(day.value)) : day;
}
