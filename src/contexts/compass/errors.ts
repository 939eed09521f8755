import type { FieldProblem, Refusal } from '#kernel';
import type { Stand } from './domain/stand.ts';
import { type Konflikt, konfliktOf } from './domain/unterschied.ts';
import { feldLabel } from './messages.ts';

export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'COMPASS_NOT_ALLOWED',
  message:
    'Den Umsetzungsstand pflegen die Mitglieder der Kommune, die dieses Recht haben. Bitte melden Sie sich mit einem solchen Konto an oder fragen Sie Ihre Administration.',
};

/** Whoever works for a Fachbereich changes its Leistungen; the others it may read. */
export function notYourFachbereich(name: string | null): Refusal {
  const message =
    name === null
      ? 'Diese Leistung ist noch keinem Fachbereich zugeordnet. Ändern kann sie die OZG-Koordination.'
      : `Diese Leistung gehört zum Fachbereich „${name}“. Ändern können sie dessen Mitglieder und Vertretungen und die OZG-Koordination.`;
  return { kind: 'forbidden', code: 'COMPASS_NOT_YOUR_FACHBEREICH', message };
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

/** Somebody else took back what this person had before their eyes. */
export function takenBackMeanwhile(fassung: number): Refusal {
  return {
    kind: 'conflict',
    code: 'COMPASS_STAND_TAKEN_BACK_MEANWHILE',
    message: `Inzwischen hat jemand anderes diese Angabe zurückgenommen (Fassung ${fassung}). Ihre Änderung ist noch nicht gespeichert. Soll sie trotzdem gelten, geben Sie bitte alles an, auch den Zustand, und speichern Sie noch einmal.`,
  };
}

/** Somebody else stated something about a cell that this person wants to take back. */
export function changedBeforeTakingBack(gelesen: Stand | null, inzwischen: Stand): StandKonflikt {
  return {
    kind: 'conflict',
    code: 'COMPASS_STAND_CHANGED_MEANWHILE',
    message: `Inzwischen hat jemand anderes diese Leistung geändert (Fassung ${inzwischen.fassung}). Sie ist nicht zurückgenommen. Bitte sehen Sie sich an, was jetzt gilt.`,
    konflikt: konfliktOf(gelesen, inzwischen, {}),
  };
}

export const nothingStated: Refusal = {
  kind: 'conflict',
  code: 'COMPASS_STAND_NOT_STATED',
  message: 'Zu dieser Leistung gilt keine eigene Angabe. Es gibt nichts zurückzunehmen.',
};

/** Whether a refusal tells of two people at one cell. */
export function isKonflikt(refusal: Refusal): refusal is StandKonflikt {
  return 'konflikt' in refusal;
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'leer';
  return `„${typeof value === 'object' ? JSON.stringify(value) : String(value)}“`;
}

export function invalidEvidence(field: string, message: string): Refusal {
  return { kind: 'invalid', code: 'COMPASS_EVIDENCE_INVALID', message, fields: [{ field, message }] };
}

/** A plan is no state: there is none of a day to come. */
export const standOfTomorrow: Refusal = invalidStand([
  { field: 'date', message: 'Der Stichtag liegt in der Zukunft. Bitte wählen Sie heute oder früher.' },
]);

export const evidenceGone: Refusal = {
  kind: 'not-found',
  code: 'COMPASS_EVIDENCE_GONE',
  message: 'Diese Datei gibt es zu dieser Leistung nicht (mehr).',
};

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

export function invalidHandOver(field: string, message: string): Refusal {
  return { kind: 'invalid', code: 'COMPASS_HAND_OVER_INVALID', message, fields: [{ field, message }] };
}

export const handOverChanged: Refusal = {
  kind: 'conflict',
  code: 'COMPASS_HAND_OVER_CHANGED_MEANWHILE',
  message:
    'Seit der Vorschau hat sich etwas geändert. Es wurde noch nichts übergeben. Bitte sehen Sie die Vorschau neu an.',
};

export const sammelUnknown: Refusal = {
  kind: 'not-found',
  code: 'COMPASS_BULK_UNKNOWN',
  message:
    'Diese Sammeländerung gibt es nicht (mehr). Eine Vorschau bleibt eine Woche, eine übernommene Änderung einen Monat.',
};

export const sammelNichtGut: Refusal = {
  kind: 'invalid',
  code: 'COMPASS_BULK_REFUSED_ROWS',
  message:
    'Einige Zeilen können nicht übernommen werden. Bitte bestätigen Sie, dass nur die guten Zeilen gemeint sind. Es wurde noch nichts gespeichert.',
};

export const schonZurueck: Refusal = {
  kind: 'conflict',
  code: 'COMPASS_BULK_ALREADY_UNDONE',
  message: 'Diese Sammeländerung ist schon rückgängig gemacht.',
};

export const mitgliedMissing: Refusal = {
  kind: 'invalid',
  code: 'COMPASS_MEMBER_MISSING',
  message:
    'Neuigkeiten gibt es für ein Mitglied der Kommune. Bitte nennen Sie es (auf der Befehlszeile: --member <Kennung>).',
};
