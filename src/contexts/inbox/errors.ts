import type { Refusal, RefusalKind } from '#kernel';
import { formatInstant } from '#ui';
import type { Aktion, Zustand } from './domain/zustand.ts';
import { aktionLabel, zustandLabel } from './messages.ts';

function refusal(kind: RefusalKind, code: string, message: string): Refusal {
  return { kind, code, message };
}

/** The refusals of this context. Codes are stable; the README lists them. */
export const notAllowed = refusal(
  'forbidden',
  'INBOX_NOT_ALLOWED',
  'Den Eingang sieht nur, wer für eine Kommune Anträge bearbeitet. Bitte melden Sie sich mit einem Konto an, das dieses Recht hat.',
);

export const eingangUnknown = refusal(
  'not-found',
  'INBOX_UNKNOWN',
  'Einen Vorgang mit dieser Nummer gibt es bei Ihren Stellen nicht. Vielleicht hat ihn jemand an eine andere Stelle im Haus gegeben.',
);

export const deletedAlready = refusal(
  'conflict',
  'INBOX_DELETED',
  'Der Inhalt dieses Vorgangs wurde nach der Löschregel gelöscht. Es bleibt der Nachweis darüber.',
);

/** Somebody changed the case after this person read it. */
export function changedMeanwhile(zustand: Zustand, name: string, at: Date): Refusal {
  return refusal(
    'conflict',
    'INBOX_CHANGED_MEANWHILE',
    `Inzwischen hat ${name} diesen Vorgang geändert: ${zustandLabel[zustand]}, ${formatInstant(at)}. Ihre Eingabe hat nichts überschrieben. Bitte sehen Sie den neuen Stand an und entscheiden Sie dann.`,
  );
}

export function stepImpossible(zustand: Zustand, aktion: Aktion): Refusal {
  return refusal(
    'conflict',
    'INBOX_STEP_IMPOSSIBLE',
    `„${aktionLabel[aktion]}“ geht nicht, solange der Vorgang im Zustand „${zustandLabel[zustand]}“ ist. Nichts wurde geändert.`,
  );
}

export function invalidField(field: string, message: string): Refusal {
  return { kind: 'invalid', code: 'INBOX_FIELD_INVALID', message, fields: [{ field, message }] };
}

export const memberNeeded = refusal(
  'invalid',
  'INBOX_MEMBER_NEEDED',
  'Einen Vorgang kann nur eine Person übernehmen. Bitte nennen Sie das Mitglied, das ihn bearbeiten soll.',
);

/** Another office had the case before, and nobody of the new one has taken it. */
export const takeFirst = refusal(
  'conflict',
  'INBOX_TAKE_FIRST',
  'Diesen Vorgang bearbeitet noch niemand. Bitte übernehmen Sie ihn, bevor Sie entscheiden.',
);

export const attachmentUnknown = refusal(
  'not-found',
  'INBOX_ATTACHMENT_UNKNOWN',
  'Diese Anlage gibt es in diesem Vorgang nicht.',
);

export const attachmentInfected = refusal(
  'conflict',
  'INBOX_ATTACHMENT_INFECTED',
  'In dieser Anlage wurde Schadsoftware gefunden. Sie wird nicht herausgegeben. Bitte fragen Sie die antragstellende Person nach einer anderen Datei.',
);

/** A scanner is configured but gives no answer, and nobody has looked into the file before. */
export const scannerSilent = refusal(
  'unavailable',
  'INBOX_SCANNER_SILENT',
  'Diese Anlage wurde noch nicht auf Schadsoftware geprüft, und der Virenscanner antwortet gerade nicht. Sie wird erst nach der Prüfung herausgegeben. Bitte versuchen Sie es in einigen Minuten noch einmal und verständigen Sie sonst den Betrieb.',
);

export const attachmentTooLargeToScan = refusal(
  'unavailable',
  'INBOX_ATTACHMENT_TOO_LARGE_TO_SCAN',
  'Diese Anlage ist größer, als der Virenscanner annimmt, und wird deshalb nicht herausgegeben. Bitte verständigen Sie den Betrieb: Die Grenze des Virenscanners (StreamMaxLength) muss erhöht werden.',
);

/** One at a time, so that the applicant always knows what is still wanted. */
export const askedAlready = refusal(
  'conflict',
  'INBOX_ASKED_ALREADY',
  'Zu diesem Vorgang ist schon eine Nachforderung offen. Warten Sie die Antwort ab, oder nehmen Sie sie zurück und stellen Sie eine neue.',
);

export const nothingAsked = refusal(
  'conflict',
  'INBOX_NOTHING_ASKED',
  'Zu diesem Vorgang ist keine Nachforderung offen. Vielleicht ist die Antwort gerade gekommen. Nichts wurde geändert.',
);

export const organisationMissing = refusal(
  'invalid',
  'INBOX_ORGANISATION_MISSING',
  'Für welche Behörde? Bitte nennen Sie sie mit --organisation <AGS|Name|Kennung>.',
);

export const keineFachdaten: Refusal = {
  kind: 'not-found',
  code: 'INBOX_NO_FACHDATEN',
  message:
    'Diese Daten hat ein anderes Programm geschrieben. Fachdaten mit den Kennungen von FIM gibt es nur zu Anträgen aus Onlinediensten von hier.',
};
