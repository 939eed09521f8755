import type { Refusal, Suggestion } from '#kernel';

export const cockpitNotAllowed: Refusal = {
  kind: 'forbidden',
  code: 'COCKPIT_NOT_ALLOWED',
  message:
    'Das Cockpit führen IT-Dienstleister, Länder und Bündler für die Kommunen ihres Kreises. Bitte melden Sie sich mit einem Konto an, das dieses Recht hat, auf der Befehlszeile mit --organisation.',
};

export function cockpitDienstUnknown(dienst: string, suggestions: readonly Suggestion[]): Refusal {
  return {
    kind: 'not-found',
    code: 'COCKPIT_DIENST_UNKNOWN',
    message: `Den Onlinedienst „${dienst.slice(0, 80)}“ bietet niemand an.`,
    suggestions,
  };
}

export const laufUnknown: Refusal = {
  kind: 'not-found',
  code: 'COCKPIT_ZUG_UNKNOWN',
  message: 'Diesen Zug gibt es nicht. Eine Vorschau, die niemand bestätigt, verfällt nach einem Tag.',
};

export const laufSchritt: Refusal = {
  kind: 'conflict',
  code: 'COCKPIT_ZUG_STATE',
  message: 'Das geht in diesem Zustand des Zuges nicht. Bitte sehen Sie seinen Stand an.',
};

export const nobodyChosen: Refusal = {
  kind: 'invalid',
  code: 'COCKPIT_NOBODY',
  message:
    'Diese Auswahl trifft keine Kommune. Bitte wählen Sie andere Kommunen, einen anderen Kreis, eine andere Größenklasse oder ein Land.',
};

export const nobodyTicked: Refusal = {
  kind: 'invalid',
  code: 'COCKPIT_NOBODY',
  message: 'Bitte haken Sie in der Liste mindestens eine Kommune an.',
};

export const nobodyToDo: Refusal = {
  kind: 'conflict',
  code: 'COCKPIT_NOTHING_TO_DO',
  message: 'In diesem Zug ist keine Kommune an der Reihe. Die Vorschau sagt zu jeder, warum.',
};

const zuKurz =
  'Bitte schreiben Sie in mindestens zehn Zeichen, worauf sich stützt, dass alle Checklisten erledigt sind.';

export const erklaerungKurz: Refusal = {
  kind: 'invalid',
  code: 'COCKPIT_ERKLAERUNG_KURZ',
  message: zuKurz,
  fields: [{ field: 'erklaerung', message: zuKurz }],
};

export const grundMissing: Refusal = {
  kind: 'invalid',
  code: 'COCKPIT_GRUND_MISSING',
  message:
    'Bitte sagen Sie den Bürgerinnen und Bürgern in höchstens 500 Zeichen, warum der Onlinedienst ruht.',
  fields: [
    {
      field: 'grund',
      message: 'Bitte sagen Sie den Bürgerinnen und Bürgern, warum der Onlinedienst ruht.',
    },
  ],
};

export const noDemoValues: Refusal = {
  kind: 'invalid',
  code: 'COCKPIT_NO_DEMO_VALUES',
  message: 'Erfundene Werte gibt es nur in der Vorführung, und nicht zu jedem Onlinedienst.',
};

export function landUnknown(land: string): Refusal {
  return {
    kind: 'invalid',
    code: 'COCKPIT_LAND_UNKNOWN',
    message: `Das Land „${land.slice(0, 40)}“ gibt es nicht. Bitte nennen Sie den Länderschlüssel, zum Beispiel 05.`,
    fields: [{ field: 'land', message: 'Bitte einen Länderschlüssel von 01 bis 16 angeben.' }],
  };
}

export function kreisUnknown(kreis: string): Refusal {
  const message = `„${kreis.slice(0, 40)}“ ist kein Kreis, der hier bekannt ist. Bitte nennen Sie seinen Namen oder seinen Schlüssel mit fünf Ziffern, zum Beispiel 05766.`;
  return { kind: 'invalid', code: 'COCKPIT_KREIS_UNKNOWN', message, fields: [{ field: 'kreis', message }] };
}

/** What is stated for all does not fit the service. */
export function werteInvalid(problems: readonly string[]): Refusal {
  const fields = problems.map((message) => ({ field: 'werte', message }));
  return { kind: 'invalid', code: 'COCKPIT_WERTE_INVALID', message: problems.join(' '), fields };
}
