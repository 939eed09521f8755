import { type FieldProblem, nearest, type Refusal } from '#kernel';
import type { Datensatzart, Feld } from './domain/feld.ts';

const suggested = 5;

export const organisationMissing: Refusal = {
  kind: 'invalid',
  code: 'FIELDS_ORGANISATION_MISSING',
  message:
    'Für welche Organisation? Bitte melden Sie sich mit ihrem Konto an oder nennen Sie sie mit --organisation <Name|Schlüssel>.',
};

export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'FIELDS_NOT_ALLOWED',
  message:
    'Felder pflegt die OZG-Leitung des IT-Dienstleisters für alle betreuten Kommunen; eine Kommune ergänzt eigene Felder für sich.',
};

export const notYours: Refusal = {
  kind: 'forbidden',
  code: 'FIELDS_NOT_YOURS',
  message:
    'Dieses Feld gehört nicht Ihrer Organisation. Eine Kommune ändert nur die Felder, die sie selbst angelegt hat.',
};

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'FIELDS_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes diese Felder geändert. Es wurde nichts überschrieben. Bitte laden Sie die Seite neu und ändern Sie dann.',
};

export const tooManyFields: Refusal = {
  kind: 'invalid',
  code: 'FIELDS_TOO_MANY',
  message: 'Mehr als 200 eigene Felder kann eine Organisation nicht anlegen.',
};

export function kindUnknown(art: string, kinds: readonly Datensatzart[]): Refusal {
  return {
    kind: 'not-found',
    code: 'FIELDS_KIND_UNKNOWN',
    message: `Eine Art „${art.slice(0, 80)}“ gibt es nicht. Möglich sind: ${kinds.map((one) => one.art).join(', ')}.`,
    suggestions: nearest(art, kinds, (one) => `${one.art} ${one.label}`, suggested).map((one) => ({
      key: one.art,
      label: one.label,
    })),
  };
}

export function fieldUnknown(key: string, felder: readonly Feld[]): Refusal {
  return {
    kind: 'not-found',
    code: 'FIELDS_FIELD_UNKNOWN',
    message: `Ein Feld „${key.slice(0, 80)}“ gibt es hier nicht.`,
    suggestions: nearest(key, felder, (feld) => `${feld.key} ${feld.label}`, suggested).map((feld) => ({
      key: feld.key,
      label: feld.label,
    })),
  };
}

export function invalidField(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'FIELDS_INVALID',
    message: `Einige Angaben passen noch nicht. Es wurde nichts gespeichert. ${fields.map(({ message }) => message).join(' ')}`,
    fields,
  };
}

export function invalidDefinition(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'FIELDS_DEFINITION_INVALID',
    message: `Diese Datei passt nicht. Es wurde nichts übernommen. ${fields.map(({ field, message }) => `${field}: ${message}`).join(' ')}`,
    fields,
  };
}
