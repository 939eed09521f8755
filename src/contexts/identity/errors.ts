import type { Refusal } from '#kernel';

/** The refusals of this context. Codes are stable; the README lists them. */
export const signInRefused: Refusal = {
  kind: 'unauthenticated',
  code: 'SIGN_IN_REFUSED',
  message:
    'E-Mail-Adresse oder Passwort stimmen nicht, oder der Zugang ist nicht aktiv. Bitte prüfen Sie beides oder setzen Sie das Passwort neu.',
};

export const signInExpired: Refusal = {
  kind: 'unauthenticated',
  code: 'SIGN_IN_EXPIRED',
  message: 'Diese Anmeldung ist abgelaufen. Bitte melden Sie sich noch einmal an.',
};

export const codeRefused: Refusal = {
  kind: 'invalid',
  code: 'CODE_REFUSED',
  message:
    'Dieser Code stimmt nicht oder wurde schon benutzt. Jeder Code gilt einmal; bitte warten Sie auf den nächsten in Ihrer App.',
  fields: [{ field: 'code', message: 'Der Code stimmt nicht oder wurde schon benutzt.' }],
};

export const passwordWrong: Refusal = {
  kind: 'invalid',
  code: 'PASSWORD_WRONG',
  message: 'Ihr bisheriges Passwort stimmt nicht. Nichts wurde geändert.',
  fields: [{ field: 'bisher', message: 'Das Passwort stimmt nicht.' }],
};

export const passkeyRefused: Refusal = {
  kind: 'unauthenticated',
  code: 'PASSKEY_REFUSED',
  message:
    'Dieser Passkey konnte nicht geprüft werden. Bitte versuchen Sie es noch einmal oder melden Sie sich mit Passwort und Code an.',
};

export const linkRefused: Refusal = {
  kind: 'not-found',
  code: 'LINK_UNKNOWN',
  message:
    'Dieser Link gilt nicht (mehr): Er wurde schon benutzt, ist abgelaufen oder unvollständig. Bitte fordern Sie einen neuen an; Einladungen erneuert, wer in Ihrer Organisation Mitglieder verwaltet.',
};

export const emailTaken: Refusal = {
  kind: 'conflict',
  code: 'EMAIL_TAKEN',
  message: 'Für diese E-Mail-Adresse kann keine Einladung angelegt werden: Sie gehört schon zu einem Zugang.',
  fields: [{ field: 'email', message: 'Diese Adresse gehört schon zu einem Zugang.' }],
};

export const memberUnknown: Refusal = {
  kind: 'not-found',
  code: 'MEMBER_UNKNOWN',
  message: 'Dieses Mitglied gibt es in Ihrer Organisation nicht.',
};

export const lastAdministrator: Refusal = {
  kind: 'conflict',
  code: 'LAST_ADMINISTRATOR',
  message:
    'Das ist die letzte Person, die hier Mitglieder verwaltet. Bitte geben Sie zuerst einer anderen Person diese Rolle; nichts wurde geändert.',
};

export const actionImpossible: Refusal = {
  kind: 'conflict',
  code: 'MEMBER_STATE',
  message: 'Das geht im jetzigen Zustand dieses Mitglieds nicht. Bitte laden Sie die Seite neu.',
};

export const vertretungUnknown: Refusal = {
  kind: 'not-found',
  code: 'VERTRETUNG_UNKNOWN',
  message: 'Diese Vertretung gibt es nicht, oder sie gilt heute nicht.',
};

export const secondFactorMissing: Refusal = {
  kind: 'forbidden',
  code: 'SECOND_FACTOR_MISSING',
  message:
    'Die vertretene Person braucht zur Anmeldung einen zweiten Faktor. Bitte richten Sie ihn unter „Mein Konto“ ein und melden Sie sich neu an.',
};

export const organisationUnknown: Refusal = {
  kind: 'not-found',
  code: 'ORGANISATION_UNKNOWN',
  message: 'Diese Organisation gibt es in dieser Installation nicht.',
};

export const kommuneTaken: Refusal = {
  kind: 'conflict',
  code: 'KOMMUNE_ALREADY_ONBOARDED',
  message: 'Diese Kommune hat in dieser Installation schon eine Organisation. Nichts wurde angelegt.',
};

export const kommuneOfOthers: Refusal = {
  kind: 'conflict',
  code: 'KOMMUNE_OF_OTHERS',
  message:
    'Diese Kommune nutzt diese Installation schon und gehört nicht zu Ihrem Kreis. Sie entscheidet selbst, wer sie betreut. Nichts wurde geändert.',
};

export const tokenRefused: Refusal = {
  kind: 'unauthenticated',
  code: 'TOKEN_REFUSED',
  message: 'Dieser Zugang ist unbekannt, abgelaufen oder widerrufen.',
};

export const tokenUnknown: Refusal = {
  kind: 'not-found',
  code: 'TOKEN_UNKNOWN',
  message: 'Diesen Zugang für Maschinen gibt es in Ihrer Organisation nicht.',
};

export const tenantMissing: Refusal = {
  kind: 'invalid',
  code: 'ORGANISATION_MISSING',
  message: 'Bitte nennen Sie die Organisation: leitwerk … --organisation <AGS, Name oder Kennung>.',
};

export const demoOnly: Refusal = {
  kind: 'forbidden',
  code: 'DEMO_ONLY',
  message: 'Das geht nur in der Vorführung. Hier sind echte Zugänge in Gebrauch.',
};

export function throttled(waitSeconds: number): Refusal {
  const wait = waitSeconds < 90 ? `${waitSeconds} Sekunden` : `${Math.ceil(waitSeconds / 60)} Minuten`;
  return {
    kind: 'throttled',
    code: 'SIGN_IN_THROTTLED',
    message: `Es gab zu viele Versuche. Bitte warten Sie ${wait}; danach geht es weiter. Ihr Zugang ist nicht gesperrt.`,
    retryAfterSeconds: waitSeconds,
  };
}

export const auditForbidden: Refusal = {
  kind: 'forbidden',
  code: 'AUDIT_FORBIDDEN',
  message: 'Diese Prüfspur dürfen Sie nicht lesen. Ihr Recht gilt nur für die eigene Organisation.',
};

export const alreadyHandedOver: Refusal = {
  kind: 'conflict',
  code: 'KOMMUNE_HANDED_OVER',
  message:
    'Diese Kommune hat ihre Organisation schon übernommen. Einladungen sendet jetzt ihre Administration.',
};
