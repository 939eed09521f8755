import { type FieldProblem, formatLocalDate, type LocalDate, type Refusal } from '#kernel';

export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'PORTAL_NOT_ALLOWED',
  message:
    'Den Auftritt einer Kommune beschreibt, wer dort dieses Recht hat. Bitte melden Sie sich mit einem solchen Konto an.',
};

export const kommuneMissing: Refusal = {
  kind: 'invalid',
  code: 'PORTAL_KOMMUNE_MISSING',
  message: 'Für welche Kommune? Bitte nennen Sie sie, auf der Befehlszeile mit --kommune <Name|AGS>.',
};

export function kommuneWithoutOrganisation(name: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PORTAL_KOMMUNE_UNKNOWN',
    message: `${name} nutzt diese Installation noch nicht. Der IT-Dienstleister kann die Kommune aufnehmen.`,
  };
}

export function siteUnknown(slug: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PORTAL_SITE_UNKNOWN',
    message: `Unter „${slug.slice(0, 80)}“ steht hier kein Auftritt einer Kommune.`,
  };
}

export const siteMissing: Refusal = {
  kind: 'conflict',
  code: 'PORTAL_SITE_MISSING',
  message: 'Beschreiben Sie zuerst den Auftritt Ihrer Kommune, dann ihre Ämter.',
};

export const siteTaken: Refusal = {
  kind: 'conflict',
  code: 'PORTAL_SITE_TAKEN',
  message: 'Für diese Kommune steht schon ein Auftritt. Bitte wenden Sie sich an Ihren IT-Dienstleister.',
};

export const officeUnknown: Refusal = {
  kind: 'not-found',
  code: 'PORTAL_OFFICE_UNKNOWN',
  message: 'Dieses Amt gibt es nicht oder nicht mehr. Alle stehen unter „Auftritt“.',
};

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'PORTAL_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes das geändert. Es wurde nichts überschrieben. Bitte laden Sie die Seite neu und ändern Sie dann.',
};

export function invalidInput(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'PORTAL_INPUT_INVALID',
    message: 'Einige Angaben passen noch nicht. Es wurde nichts gespeichert.',
    fields,
  };
}

export function serviceUnknown(site: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PORTAL_SERVICE_UNKNOWN',
    message: `Diese Leistung finden wir bei ${site} nicht. Bitte nutzen Sie die Suche.`,
  };
}

/** An address of old: says until when there was something. */
export function serviceEnded(name: string, last: LocalDate): Refusal {
  return {
    kind: 'not-found',
    code: 'PORTAL_SERVICE_ENDED',
    message: `„${name}“ gab es bis zum ${formatLocalDate(last)}. Seitdem gibt es diese Leistung nicht mehr. Über die Suche finden Sie, was es heute gibt.`,
  };
}

export const themaUnknown: Refusal = {
  kind: 'not-found',
  code: 'PORTAL_TOPIC_UNKNOWN',
  message: 'Dieses Thema gibt es hier nicht. Alle Themen stehen auf der Startseite.',
};

export const notPublished: Refusal = {
  kind: 'not-found',
  code: 'PORTAL_NOT_PUBLISHED',
  message: 'Dieser Auftritt wird noch vorbereitet.',
};

export function leistungUnknown(id: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PORTAL_LEISTUNG_UNKNOWN',
    message: `Unter „${id.slice(0, 80)}“ kennt der Katalog keine Leistung. Bitte nutzen Sie die Suche.`,
  };
}

export function lookUnknown(nummer: number): Refusal {
  return {
    kind: 'not-found',
    code: 'PORTAL_LOOK_UNKNOWN',
    message: `Eine Fassung ${nummer} des Aussehens gibt es nicht. Alle stehen unter „Aussehen“.`,
  };
}

export const fileUnknown: Refusal = {
  kind: 'not-found',
  code: 'PORTAL_FILE_UNKNOWN',
  message: 'Diese Datei gibt es hier nicht.',
};
