import type { FieldProblem, Refusal } from '#kernel';
import type { NichtVerglichen } from './domain/vergleichbar.ts';
import { ausschlussText } from './views/vergleich-text.ts';

export const figuresNotAllowed: Refusal = {
  kind: 'forbidden',
  code: 'COMPASS_FIGURES_NOT_ALLOWED',
  message:
    'Zahlen zum Umsetzungsstand sehen die Mitglieder einer Kommune, die deren Stand sehen dürfen, und ihr IT-Dienstleister.',
};

export const organisationMissing: Refusal = {
  kind: 'invalid',
  code: 'COMPASS_ORGANISATION_MISSING',
  message:
    'Mit wessen Augen? Bitte nennen Sie eine Kommune oder einen IT-Dienstleister, auf der Befehlszeile als erstes Wort.',
};

/** Something of a question about figures is wrong; every problem stands at its field. */
export function invalidQuestion(fields: readonly FieldProblem[]): Refusal {
  const message = fields.map((problem) => problem.message).join(' ');
  return { kind: 'invalid', code: 'COMPASS_QUESTION_INVALID', message, fields };
}

export function tooManyForExcel(anzahl: number): Refusal {
  return {
    kind: 'too-large',
    code: 'COMPASS_TOO_MANY_FOR_EXCEL',
    message: `Eine Excel-Tabelle fasst 1.048.576 Zeilen, hier sind es ${anzahl.toLocaleString('de-DE')}. Es wurde nichts abgeschnitten. Bitte schränken Sie die Auswahl ein oder nehmen Sie die CSV-Datei.`,
  };
}

export function vergleichUnknown(ags: string): Refusal {
  return {
    kind: 'not-found',
    code: 'COMPASS_COMPARE_UNKNOWN',
    message: `Die Kommune „${ags.slice(0, 20)}“ gibt es nicht, oder sie teilt ihre Angaben nicht mit Ihnen.`,
  };
}

export const vergleichWithoutKommune: Refusal = {
  kind: 'invalid',
  code: 'COMPASS_COMPARE_KOMMUNE_MISSING',
  message: 'Welche Kommune soll verglichen werden? Bitte nennen Sie ihren AGS.',
};

export function nothingToCompare(name: string): Refusal {
  return {
    kind: 'invalid',
    code: 'COMPASS_COMPARE_NOTHING',
    message: `${name} hat in dieser Auswahl keine Pflicht. Bitte wählen Sie ein anderes Themenfeld.`,
  };
}

/** Somebody asked to compare what cannot be compared fairly; every reason is told. */
export function notComparable(name: string, others: readonly NichtVerglichen[]): Refusal {
  const reasons = others.map((other) => ({
    field: other.ags,
    message: `${other.name}: ${ausschlussText(other.grund)}`,
  }));
  return {
    kind: 'invalid',
    code: 'COMPASS_COMPARE_UNFAIR',
    message: `Das wäre kein fairer Vergleich mit ${name}. ${reasons.map(({ message }) => message).join(' ')}`,
    fields: reasons,
  };
}
