import { type FieldProblem, formatLocalDate, type LocalDate, type Refusal } from '#kernel';
import type { Zustand } from './domain/zustand.ts';
import { zustandLabel } from './messages.ts';

/** Refusals of this context; the codes are stable. */
export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'SURVEYS_NOT_ALLOWED',
  message: 'Dafür fehlt Ihnen hier die Berechtigung.',
};

export const umfrageUnknown: Refusal = {
  kind: 'not-found',
  code: 'SURVEYS_UNKNOWN',
  message: 'Diese Bedarfsabfrage gibt es nicht, oder sie fragt Ihre Organisation nicht.',
};

export const leistungNotAsked: Refusal = {
  kind: 'not-found',
  code: 'SURVEYS_LEISTUNG_NOT_ASKED',
  message: 'Nach dieser Leistung fragt die Bedarfsabfrage Ihre Kommune nicht.',
};

export const notYours: Refusal = {
  kind: 'forbidden',
  code: 'SURVEYS_NOT_YOURS',
  message:
    'Diese Leistung ist Ihnen nicht zugeteilt. Die OZG-Koordination Ihrer Kommune kann sie Ihnen zuteilen oder selbst beantworten.',
};

export function invalidUmfrage(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'SURVEYS_INVALID',
    message: 'Einige Angaben passen nicht. Nichts wurde gespeichert.',
    fields,
  };
}

export function invalidAntwort(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'SURVEYS_ANSWER_INVALID',
    message: `Diese Antwort wurde nicht gespeichert: ${fields.map(({ message }) => message).join(' ')}`,
    fields,
  };
}

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'SURVEYS_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand etwas geändert. Bitte sehen Sie sich den neuen Stand an und versuchen Sie es noch einmal.',
};

export function stepRefused(zustand: Zustand): Refusal {
  return {
    kind: 'conflict',
    code: 'SURVEYS_STEP_REFUSED',
    message: `Das geht jetzt nicht: Die Bedarfsabfrage ist im Zustand „${zustandLabel[zustand]}“.`,
  };
}

export function onlyInEntwurf(zustand: Zustand): Refusal {
  return {
    kind: 'conflict',
    code: 'SURVEYS_NOT_DRAFT',
    message: `Ändern lässt sich eine Bedarfsabfrage nur als Entwurf. Diese ist im Zustand „${zustandLabel[zustand]}“.`,
  };
}

/** What was typed after the end is kept, and the person is told where. */
export function closed(frist: LocalDate | null, kept: boolean): Refusal {
  const since = frist === null ? '' : ` Die Frist endete am ${formatLocalDate(frist)}.`;
  const where = kept
    ? ' Ihre Eingabe ist verwahrt: Sie steht auf der Seite der Bedarfsabfrage unter „Verwahrte Eingaben“ und kann übernommen werden, sobald eine Nachfrist gilt.'
    : '';
  return {
    kind: 'conflict',
    code: 'SURVEYS_CLOSED',
    message: `Die Bedarfsabfrage nimmt keine Antworten mehr an.${since}${where}`,
  };
}

export const secondPersonNeeded: Refusal = {
  kind: 'forbidden',
  code: 'SURVEYS_SECOND_PERSON_NEEDED',
  message:
    'Wer die Antworten eingereicht hat, gibt sie nicht selbst frei. Bitte lassen Sie das eine zweite Person tun.',
};

export function abgabeRefused(zustand: string): Refusal {
  return {
    kind: 'conflict',
    code: 'SURVEYS_SUBMISSION_STATE',
    message: `Das geht jetzt nicht: Die Antworten Ihrer Kommune sind ${zustand}.`,
  };
}

export const nothingAnswered: Refusal = {
  kind: 'invalid',
  code: 'SURVEYS_NOTHING_ANSWERED',
  message: 'Ihre Kommune hat noch zu keiner Leistung etwas gesagt. Bitte antworten Sie zuerst.',
};

export const nobodyToAsk: Refusal = {
  kind: 'invalid',
  code: 'SURVEYS_NOBODY_TO_ASK',
  message:
    'Der Umfang trifft keine betreute Kommune: Niemand würde nach etwas gefragt. Bitte fassen Sie ihn weiter.',
};

export const resultMissing: Refusal = {
  kind: 'not-found',
  code: 'SURVEYS_NO_RESULT',
  message: 'Zu dieser Bedarfsabfrage ist kein Ergebnis veröffentlicht.',
};

export const personUnknown: Refusal = {
  kind: 'invalid',
  code: 'SURVEYS_PERSON_UNKNOWN',
  message: 'Bitte wählen Sie eine Person Ihrer Kommune, die Bedarfsabfragen beantworten darf.',
  fields: [{ field: 'person', message: 'Bitte wählen Sie eine Person Ihrer Kommune.' }],
};

export const nothingChosen: Refusal = {
  kind: 'invalid',
  code: 'SURVEYS_NOTHING_CHOSEN',
  message: 'Bitte wählen Sie, welche Leistungen zugeteilt werden.',
  fields: [{ field: 'was', message: 'Bitte wählen Sie, welche Leistungen zugeteilt werden.' }],
};

export const verwahrtUnknown: Refusal = {
  kind: 'not-found',
  code: 'SURVEYS_KEPT_TEXT_UNKNOWN',
  message: 'Diese Eingabe ist nicht mehr verwahrt: Jemand hat schon darüber entschieden.',
};

export function invalidTable(message: string): Refusal {
  return { kind: 'invalid', code: 'SURVEYS_TABLE_INVALID', message, fields: [{ field: 'datei', message }] };
}

export const einlesungGone: Refusal = {
  kind: 'not-found',
  code: 'SURVEYS_IMPORT_GONE',
  message:
    'Diese Tabelle wartet nicht mehr: Sie wurde übernommen, oder ein Tag ist vergangen. Bitte senden Sie sie noch einmal.',
};

export const remindedToday: Refusal = {
  kind: 'conflict',
  code: 'SURVEYS_REMINDED_TODAY',
  message: 'Heute wurde schon erinnert. Öfter als einmal am Tag bekommt niemand eine Erinnerung.',
};
