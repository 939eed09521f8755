import type { FieldProblem, Refusal } from '#kernel';
import type { Konflikt } from './domain/unterschied.ts';
import { feldLabel } from './messages.ts';
import type { NichtVerglichen } from './use-cases/vergleichen.ts';
import { ausschlussText } from './views/vergleich-text.ts';

export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'COMPASS_NOT_ALLOWED',
  message:
    'Den Umsetzungsstand pflegen die Mitglieder der Kommune, die dieses Recht haben. Bitte melden Sie sich mit einem solchen Konto an oder fragen Sie Ihre Administration.',
};

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

export const kommuneMissing: Refusal = {
  kind: 'invalid',
  code: 'COMPASS_KOMMUNE_MISSING',
  message: 'Für welche Kommune? Bitte nennen Sie sie, auf der Befehlszeile als erstes Wort.',
};

export function kommuneWithoutOrganisation(name: string): Refusal {
  return {
    kind: 'not-found',
    code: 'COMPASS_KOMMUNE_UNKNOWN',
    message: `${name} nutzt diese Installation noch nicht. Der IT-Dienstleister kann die Kommune aufnehmen.`,
  };
}

export function leistungUnknown(text: string): Refusal {
  return {
    kind: 'not-found',
    code: 'COMPASS_LEISTUNG_UNKNOWN',
    message: `Die Leistung „${text.slice(0, 80)}“ steht nicht im Katalog. Nichts wurde geändert.`,
  };
}

export function namedTwice(leistungId: string): Refusal {
  return {
    kind: 'invalid',
    code: 'COMPASS_STAND_TWICE',
    message: `Die Leistung ${leistungId} kommt mehrfach vor. Nur die erste Angabe wurde berücksichtigt.`,
  };
}

/** Something of a statement is wrong; every problem stands at its field. */
export function invalidStand(fields: readonly FieldProblem[]): Refusal {
  const [first] = fields;
  const message =
    fields.length === 1 && first
      ? first.message
      : 'Bitte prüfen Sie die markierten Felder. Es wurde noch nichts gespeichert.';
  return { kind: 'invalid', code: 'COMPASS_STAND_INVALID', message, fields };
}

/** Somebody else stated something about the cell after this person had read it; both statements are told. */
export interface StandKonflikt extends Refusal {
  readonly konflikt: Konflikt;
}

export function changedMeanwhile(konflikt: Konflikt): StandKonflikt {
  const { strittig, nurMeine } = konflikt;
  const named = strittig.map((feld) => feldLabel[feld]).join(', ');
  const message =
    strittig.length > 0
      ? `Inzwischen hat jemand anderes diese Leistung geändert. Unterschiedlich sind: ${named}. Ihre Angabe ist noch nicht gespeichert und nicht verloren: Bitte entscheiden Sie, was gilt.`
      : 'Inzwischen hat jemand anderes diese Leistung geändert, aber andere Felder als Sie. Sie können beides zusammenführen.';
  const fields = [...strittig, ...nurMeine].map((feld) => ({
    field: feld,
    message: `${feldLabel[feld]}: inzwischen ${shown(konflikt.inzwischen[feld])}, Ihre Angabe ${shown(konflikt.meine[feld])}`,
  }));
  return { kind: 'conflict', code: 'COMPASS_STAND_CHANGED_MEANWHILE', message, fields, konflikt };
}

/** Whether a refusal tells of two people at one cell. */
export function isKonflikt(refusal: Refusal): refusal is StandKonflikt {
  return 'konflikt' in refusal;
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'leer';
  return `„${typeof value === 'object' ? JSON.stringify(value) : String(value)}“`;
}

export const fachbereichUnknown: Refusal = {
  kind: 'not-found',
  code: 'COMPASS_FACHBEREICH_UNKNOWN',
  message: 'Diesen Fachbereich gibt es in Ihrer Kommune nicht (mehr).',
};

export const fachbereichChanged: Refusal = {
  kind: 'conflict',
  code: 'COMPASS_FACHBEREICH_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes diesen Fachbereich geändert. Bitte laden Sie die Seite neu und prüfen Sie Ihre Änderung.',
};

export function nameTaken(name: string): Refusal {
  const message = `Einen Fachbereich „${name}“ gibt es schon. Bitte wählen Sie einen anderen Namen.`;
  return {
    kind: 'invalid',
    code: 'COMPASS_FACHBEREICH_NAME_TAKEN',
    message,
    fields: [{ field: 'name', message }],
  };
}

export function invalidFachbereich(field: string, message: string): Refusal {
  return { kind: 'invalid', code: 'COMPASS_FACHBEREICH_INVALID', message, fields: [{ field, message }] };
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
