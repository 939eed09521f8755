import { parseLocalDate } from '#kernel';
import { formField, numberIn } from '#platform';
import { type Frage, frageArten, type Umfrageinhalt, zusatzfragen } from '../domain/umfrage.ts';
import type { Umfragewunsch } from '../use-cases/keep-umfrage.ts';

/** How many questions of its own the form of a survey offers. */
export const frageZeilen = 4;

/** Reads the form of a survey. Days that are none become `null` and are named. */
export function readUmfrageForm(form: URLSearchParams): {
  readonly inhalt: Umfrageinhalt;
  readonly tage: Pick<Umfragewunsch, 'frist' | 'nachfrist'>;
  readonly unlesbar: readonly { readonly field: string; readonly message: string }[];
} {
  const frist = readDay(form, 'frist');
  const nachfrist = readDay(form, 'nachfrist');
  const inhalt: Umfrageinhalt = {
    titel: formField(form, 'titel'),
    beschreibung: formField(form, 'beschreibung'),
    umfang: {
      themenfelder: form
        .getAll('themenfelder')
        .map(numberIn)
        .filter((id) => id > 0),
      fokus: ids(formField(form, 'fokus')),
      liste: ids(formField(form, 'liste')),
      nurPflichten: form.get('nurPflichten') === 'ja',
      nurLuecken: form.get('nurLuecken') === 'ja',
    },
    zusatz: zusatzfragen.filter((each) => form.getAll('zusatz').includes(each)),
    fragen: Array.from({ length: frageZeilen }, (_, at) => readFrage(form, at)).filter(
      (each) => each !== null,
    ),
    quorum: numberIn(formField(form, 'quorum')),
    erinnerungen: formField(form, 'erinnerungen')
      .split(/[\s,;]+/)
      .filter((text) => /^\d{1,2}$/.test(text))
      .map(Number),
  };
  return {
    inhalt,
    tage: { frist: frist.day, nachfrist: nachfrist.day },
    unlesbar: [...frist.problems, ...nachfrist.problems],
  };
}

/** Ids of Leistungen between blanks, commas or line breaks. */
export function ids(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
}

function readDay(form: URLSearchParams, field: string) {
  const text = formField(form, field);
  if (text === '') return { day: null, problems: [] };
  const parsed = parseLocalDate(text);
  return parsed.ok
    ? { day: parsed.value, problems: [] }
    : { day: null, problems: [{ field, message: parsed.refusal.message }] };
}

function readFrage(form: URLSearchParams, at: number): Frage | null {
  const text = formField(form, `frage${at}`);
  if (text === '') return null;
  const art = frageArten.find((each) => each === form.get(`frageArt${at}`)) ?? 'text';
  const optionen = formField(form, `frageOptionen${at}`)
    .split(/[;\n]+/)
    .map((each) => each.trim())
    .filter(Boolean);
  return { id: formField(form, `frageId${at}`) || `frage-${at + 1}`, text, art, optionen };
}
