import type { FieldProblem, Refusal } from '#kernel';
import type { SitzungZustand } from './domain/sitzung.ts';
import { sitzungZustandLabel } from './messages.ts';

const notFound = (code: string, message: string): Refusal => ({ kind: 'not-found', code, message });
const conflict = (code: string, message: string): Refusal => ({ kind: 'conflict', code, message });

export const ohneOrganisation: Refusal = {
  kind: 'forbidden',
  code: 'WORKGROUP_NO_ORGANISATION',
  message:
    'In Arbeitsgruppen wirken Organisationen mit. Bitte melden Sie sich mit dem Konto Ihrer Organisation an.',
};

export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'WORKGROUP_NOT_ALLOWED',
  message:
    'Dafür fehlt Ihnen das Recht. Sitzungen leitet der IT-Dienstleister; mitwirken kann die OZG-Koordination.',
};

export const ohneSitz: Refusal = {
  kind: 'forbidden',
  code: 'WORKGROUP_NO_SEAT',
  message:
    'Sie haben in dieser Arbeitsgruppe keinen Sitz. Nehmen Sie ihn unter „Mitglieder und Gäste“ ein, dann geht es weiter.',
};

export const keinStimmrecht: Refusal = {
  kind: 'forbidden',
  code: 'WORKGROUP_NO_VOTE',
  message: 'Bei dieser Abstimmung stimmen die Kommunen ab. Der IT-Dienstleister hat keine Stimme.',
};

export const gruppeUnbekannt = notFound(
  'WORKGROUP_GROUP_UNKNOWN',
  'Diese Arbeitsgruppe gibt es nicht, oder Ihre Organisation gehört nicht dazu.',
);
export const sitzungUnbekannt = notFound(
  'WORKGROUP_SESSION_UNKNOWN',
  'Diese Sitzung gibt es nicht, oder Ihre Organisation gehört nicht zur Arbeitsgruppe.',
);
export const sitzUnbekannt = notFound('WORKGROUP_SEAT_UNKNOWN', 'Diesen Sitz gibt es nicht (mehr).');
export const gastUnbekannt = notFound(
  'WORKGROUP_GUEST_UNKNOWN',
  'Diesen Gast gibt es nicht, oder seine Daten sind schon gelöscht.',
);
export const punktUnbekannt = notFound(
  'WORKGROUP_ITEM_UNKNOWN',
  'Diesen Punkt der Tagesordnung gibt es nicht (mehr).',
);
export const materialUnbekannt = notFound('WORKGROUP_FILE_UNKNOWN', 'Diese Unterlage gibt es nicht (mehr).');
export const beschlussUnbekannt = notFound(
  'WORKGROUP_DECISION_UNKNOWN',
  'Diesen Beschluss gibt es nicht, oder Ihre Organisation gehört nicht zur Arbeitsgruppe.',
);
export const aufgabeUnbekannt = notFound(
  'WORKGROUP_TASK_UNKNOWN',
  'Diese Aufgabe gibt es nicht, oder Ihre Organisation gehört nicht zur Arbeitsgruppe.',
);
export const frageUnbekannt = notFound(
  'WORKGROUP_QUESTION_UNKNOWN',
  'Diese Frage an die Arbeitsgruppe gibt es nicht, oder Ihre Organisation liest sie nicht mit.',
);

export const inzwischenGeaendert = conflict(
  'WORKGROUP_CHANGED_MEANWHILE',
  'Inzwischen hat jemand anderes die Sitzung geändert. Ihre Änderung ist nicht gespeichert. Unten steht, was jetzt gilt; bitte prüfen Sie es und tragen Sie Ihre Änderung noch einmal ein.',
);

export const schonDabei = conflict(
  'WORKGROUP_SEATED',
  'Sie haben in dieser Arbeitsgruppe schon einen Sitz. Es wurde nichts geändert.',
);
export const abstimmungZu = conflict(
  'WORKGROUP_VOTE_CLOSED',
  'Über diesen Beschluss wird gerade nicht abgestimmt. Ihre Stimme ist nicht gezählt.',
);
export const gleichzeitig = conflict(
  'WORKGROUP_OVERTAKEN',
  'Gerade hat jemand anderes dasselbe getan. Es wurde nichts gespeichert. Bitte sehen Sie nach, was jetzt gilt.',
);
export const pdfWartet = conflict(
  'WORKGROUP_PDF_NOT_READY',
  'Das PDF wird gerade erstellt. Das dauert wenige Sekunden. Bitte fragen Sie gleich noch einmal.',
);

/** A step that the state of a thing does not allow. */
export function nichtInDiesemZustand(was: string, zustand: string): Refusal {
  return conflict(
    'WORKGROUP_STATE',
    `Das geht in diesem Zustand nicht: ${was} ist „${zustand}“. Es wurde nichts geändert.`,
  );
}

/** A session that is over or cancelled. */
export function sitzungZu(zustand: SitzungZustand): Refusal {
  return nichtInDiesemZustand('Die Sitzung', sitzungZustandLabel[zustand]);
}

/** Input that cannot be taken; every field says how to mend it. */
export function ungueltig(fields: readonly FieldProblem[]): Refusal {
  const [first] = fields;
  const message =
    fields.length === 1 && first
      ? first.message
      : 'Bitte prüfen Sie die markierten Felder. Es wurde nichts gespeichert.';
  return { kind: 'invalid', code: 'WORKGROUP_INVALID', message, fields };
}
