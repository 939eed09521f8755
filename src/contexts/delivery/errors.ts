import type { Refusal, RefusalKind } from '#kernel';

function refusal(kind: RefusalKind, code: string, message: string): Refusal {
  return { kind, code, message };
}

function invalidField(code: string, field: string, message: string): Refusal {
  return { ...refusal('invalid', code, message), fields: [{ field, message }] };
}

/** The refusals of this context. Codes are stable; the README lists them. */
export const zustellpunktUnknown = refusal(
  'not-found',
  'ZUSTELLPUNKT_UNKNOWN',
  'Diesen Zustellpunkt gibt es nicht.',
);

export const zustellpunktActionImpossible = refusal(
  'conflict',
  'ZUSTELLPUNKT_STATE',
  'Das ist in diesem Zustand des Zustellpunkts nicht möglich. Nichts wurde geändert.',
);

export const zustellpunktNameInvalid = invalidField(
  'ZUSTELLPUNKT_NAME',
  'name',
  'Der Name der Stelle muss 2 bis 200 Zeichen lang sein.',
);

export const postfachInvalid = invalidField(
  'ZUSTELLPUNKT_MAILBOX',
  'postfach',
  'Das ist keine E-Mail-Adresse. Sie sieht so aus: ordnungsamt@stadt.de.',
);

/** No Kommune is named, or one that is not theirs. */
export const ownerMissing = refusal(
  'not-found',
  'ZUSTELLPUNKT_OWNER',
  'Diese Kommune betreuen Sie nicht. Nennen Sie eine mit ihrem Schlüssel (kommune=<AGS>).',
);

export const zustellpunktClosed = refusal(
  'unavailable',
  'ZUSTELLPUNKT_CLOSED',
  'Die zuständige Stelle nimmt hier zurzeit keine Anträge an. Ihre Angaben bleiben erhalten. Bitte versuchen Sie es später oder wenden Sie sich an die Stelle.',
);

export const receivingKeyExpired = refusal(
  'unavailable',
  'RECEIVING_KEY_EXPIRED',
  'Der Schlüssel, mit dem Ihr Antrag für die zuständige Stelle verschlüsselt wird, ist abgelaufen. Ihre Angaben bleiben erhalten; gesendet wurde nichts. Bitte versuchen Sie es später noch einmal.',
);

/** The same for who manages the Zustellpunkt. */
export const keyNeeded: Refusal = {
  ...receivingKeyExpired,
  message: 'Der Zustellpunkt hat keinen gültigen Schlüssel. Bitte erneuern Sie zuerst den Schlüssel.',
};

export const receivingKeyMissing = refusal(
  'unavailable',
  'RECEIVING_KEY_MISSING',
  'Der private Schlüssel zu dieser Sendung ist auf diesem Rechner nicht vorhanden. Bitte holen Sie den Ordner der Schlüssel aus seiner Sicherung zurück.',
);

export const repeatedDifferently = refusal(
  'conflict',
  'SUBMISSION_REPEATED_DIFFERENTLY',
  'Dieser Antrag wurde schon an eine andere Stelle oder für eine andere Leistung gesendet. Es gilt die erste Sendung.',
);

export const attachmentGone = refusal(
  'conflict',
  'ATTACHMENT_GONE',
  'Eine Anlage ist nicht mehr vorhanden, weil der Entwurf zu lange lag oder sie entfernt wurde. Bitte laden Sie sie noch einmal hoch; gesendet wurde nichts.',
);

export const attachmentTooLarge = refusal(
  'too-large',
  'ATTACHMENT_TOO_LARGE',
  'Diese Datei ist größer als erlaubt. Ihre übrigen Angaben bleiben erhalten.',
);

export const submissionUnknown = refusal(
  'not-found',
  'SUBMISSION_UNKNOWN',
  'Diese Sendung gibt es bei Ihrer Stelle nicht.',
);

export const submissionActionImpossible = refusal(
  'conflict',
  'SUBMISSION_STATE',
  'Das ist in diesem Zustand der Sendung nicht möglich: Sie wurde schon weitergeleitet, abgelehnt oder gelöscht. Nichts wurde geändert.',
);

export const submissionDeleted = refusal(
  'conflict',
  'SUBMISSION_DELETED',
  'Der Inhalt dieser Sendung wurde gelöscht; es bleibt der Nachweis darüber.',
);

export const reasonsInvalid = refusal(
  'invalid',
  'SUBMISSION_REASONS',
  'Für eine Ablehnung ist mindestens ein Grund aus der Liste nötig.',
);

/** What was found wrong with a submission as it is stored. */
export type Damage = 'chain' | 'content' | 'metadata' | 'data' | 'attachment' | 'attachments-announced';

/** A submission that was changed after it was sent, or arrived incomplete. */
export function submissionDamaged(damage: Damage): Refusal {
  return {
    ...refusal(
      'conflict',
      'SUBMISSION_DAMAGED',
      `Diese Sendung ist nicht so gespeichert, wie sie abgeschickt wurde (${damage}). Bitte lehnen Sie sie nicht ab, sondern holen Sie den Betrieb dazu.`,
    ),
    fields: [{ field: damage, message: 'Die Prüfung ist fehlgeschlagen.' }],
  };
}
