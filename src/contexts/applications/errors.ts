import type { Refusal, RefusalKind } from '#kernel';

function refusal(kind: RefusalKind, code: string, message: string): Refusal {
  return { kind, code, message };
}

/** The refusals of this context. Codes are stable; the README lists them. */
export const dienstNotOffered = refusal(
  'not-found',
  'DIENST_NOT_OFFERED',
  'Diesen Onlinedienst gibt es hier nicht oder nicht mehr. Haben Sie schon einen Antrag begonnen, bleiben Ihre Angaben bis zu dem genannten Tag gespeichert. Bitte wenden Sie sich an die zuständige Stelle; Sie finden sie über die Suche.',
);

export const dienstUnfit = refusal(
  'unavailable',
  'DIENST_UNFIT',
  'Dieser Onlinedienst ist zurzeit nicht vollständig eingerichtet. Ihre Angaben bleiben gespeichert. Bitte versuchen Sie es später oder wenden Sie sich an die zuständige Stelle.',
);

export const kontoUnknown = refusal(
  'invalid',
  'ANTRAG_KONTO_UNKNOWN',
  'Dieses Konto gibt es nicht. Bitte beginnen Sie den Antrag noch einmal, mit einem der genannten Konten oder ohne Konto. Es wurde noch nichts angelegt.',
);

/** A service that the Kommune has suspended, with the reason that it gives. */
export function dienstSuspended(grund: string): Refusal {
  return refusal(
    'unavailable',
    'DIENST_SUSPENDED',
    `Dieser Onlinedienst ruht zurzeit: ${grund} Was Sie schon eingegeben haben, bleibt gespeichert; gesendet wurde nichts.`,
  );
}

/** One answer for forged, expired, foreign and deleted links, so that none tells whether there was an Antrag. */
export const linkInvalid = refusal(
  'not-found',
  'ANTRAG_LINK_INVALID',
  'Dieser Link öffnet keinen Antrag. Entweder fehlt ein Teil der Adresse, der Link gehört zu einer anderen Kommune, oder seine Zeit ist abgelaufen und die Angaben sind gelöscht. Bitte prüfen Sie die Adresse oder beginnen Sie neu. Haben Sie den Antrag schon abgeschickt, nennen Sie der Stelle Ihre Nummer.',
);

export const incomplete = refusal(
  'conflict',
  'ANTRAG_INCOMPLETE',
  'Es fehlen noch Angaben. Gesendet wurde nichts; Ihre Angaben sind gespeichert.',
);

export const changedElsewhere = refusal(
  'conflict',
  'ANTRAG_CHANGED_ELSEWHERE',
  'In einem anderen Fenster wurde an diesem Antrag weitergearbeitet. Gesendet wurde nichts. Bitte prüfen Sie die Angaben noch einmal.',
);

export const uploadNotAsked = refusal(
  'invalid',
  'UPLOAD_NOT_ASKED',
  'Auf dieser Seite wird nach keiner Datei gefragt. Die Datei wurde nicht gespeichert.',
);

export const destinationMissing = refusal(
  'unavailable',
  'DESTINATION_MISSING',
  'Für diesen Onlinedienst ist zurzeit keine empfangende Stelle eingerichtet. Ihre Angaben bleiben gespeichert; gesendet wurde nichts. Bitte versuchen Sie es später.',
);

export const stepImpossible = refusal(
  'conflict',
  'ANTRAG_STATE',
  'Das ist bei diesem Stand des Antrags nicht mehr möglich. Nichts wurde geändert.',
);

/** What was never asked here, was taken back, or goes with an Antrag that ended. */
export const nachforderungUnknown = refusal(
  'not-found',
  'NACHFORDERUNG_UNKNOWN',
  'Diese Nachforderung gibt es zu Ihrem Antrag nicht. Bitte öffnen Sie Ihren Antrag; dort steht, was die Stelle noch braucht.',
);

export const nachforderungOver = refusal(
  'conflict',
  'NACHFORDERUNG_OVER',
  'Diese Nachforderung ist erledigt: Die Stelle hat sie zurückgenommen, oder über den Antrag ist schon entschieden. Gesendet wurde nichts.',
);

export const antragUnknown = refusal('not-found', 'ANTRAG_UNKNOWN', 'Diesen Antrag gibt es hier nicht.');

/** Something wrong in one field. */
export function invalidField(field: string, message: string): Refusal {
  return { ...refusal('invalid', 'ANTRAG_FIELD_INVALID', message), fields: [{ field, message }] };
}

/** Too many calls in a short time. */
export function throttled(seconds: number): Refusal {
  return {
    ...refusal(
      'throttled',
      'ANTRAG_THROTTLED',
      `Von Ihrem Anschluss oder an diese Kommune kommen gerade sehr viele Anfragen. Was gespeichert war, bleibt gespeichert. Bitte versuchen Sie es in ${seconds} Sekunden noch einmal.`,
    ),
    retryAfterSeconds: seconds,
  };
}
