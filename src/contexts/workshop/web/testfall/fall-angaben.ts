import { inEuro } from '#forms/testfaelle';
import { formField, type PageRequest } from '#platform';
import { isObject, type Json, type JsonObject, listAt, property, textAt } from '../../domain/json.ts';

/** What must come of a case, in the words in which somebody chooses it. */
export const ergebnisse = {
  vollstaendig: 'Alles ist richtig ausgefüllt: Es geht zu „Angaben prüfen“.',
  maengel: 'Es fehlt etwas oder eine Angabe passt nicht.',
  ausgang: 'Der Weg endet vorher, auf einer Seite, die nicht weiterführt.',
} as const;

export type ErgebnisWahl = keyof typeof ergebnisse;

/** A test case as its page shows it and reads it back. */
export interface FallAngaben {
  /** Empty for one that is not kept yet. */
  readonly id: string;
  readonly titel: string;
  readonly tag: string;
  readonly antworten: JsonObject;
  readonly parameter: JsonObject;
  readonly seiten: readonly string[];
  readonly ergebnis: ErgebnisWahl;
  readonly maengel: readonly string[];
  /** In euros, as somebody types it. */
  readonly gebuehr: string;
}

export function leererFall(tag: string): FallAngaben {
  return {
    ...{ id: '', titel: '', tag, antworten: {}, parameter: {}, seiten: [] },
    ...{ ergebnis: 'vollstaendig', maengel: [], gebuehr: '' },
  };
}

/** A kept case. */
export function angabenVon(fall: Json, today: string): FallAngaben {
  const expect = property(fall, 'expect');
  const fee = property(expect, 'feeCents');
  const maengel = listAt(expect, 'problems').map(String);
  return {
    id: textAt(fall, 'id'),
    titel: textAt(fall, 'title'),
    tag: textAt(fall, 'today') || today,
    antworten: objectOf(property(fall, 'answers')),
    parameter: objectOf(property(fall, 'parameters')),
    seiten: listAt(expect, 'pages').map(String),
    ergebnis: textAt(expect, 'end') === 'end' ? 'ausgang' : maengel.length > 0 ? 'maengel' : 'vollstaendig',
    maengel,
    gebuehr: typeof fee === 'number' ? inEuro(fee) : '',
  };
}

/** The case as its page sent it. */
export function gesendeterFall({ form: sent }: PageRequest, today: string): FallAngaben {
  const ergebnis = formField(sent, 'ergebnis');
  return {
    id: formField(sent, 'id'),
    titel: formField(sent, 'titel'),
    tag: formField(sent, 'tag') || today,
    antworten: jsonObject(sent.get('antworten')),
    parameter: jsonObject(sent.get('parameter')),
    seiten: sent.getAll('seiten'),
    ergebnis: ergebnis === 'maengel' || ergebnis === 'ausgang' ? ergebnis : 'vollstaendig',
    maengel: [...new Set(sent.getAll('maengel'))],
    gebuehr: formField(sent, 'gebuehr'),
  };
}

/** JSON that travels with a page; whatever else somebody sends counts as nothing. */
export function jsonObject(text: string | null): JsonObject {
  try {
    return objectOf(JSON.parse(text ?? '{}') as Json);
  } catch {
    return {};
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
