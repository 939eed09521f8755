import type { FieldProblem, Refusal } from '#kernel';

export const notManager: Refusal = {
  kind: 'forbidden',
  code: 'COSTS_NOT_ALLOWED',
  message:
    'Kosten erfasst, verteilt und rechnet die OZG-Leitung eines IT-Dienstleisters ab. Bitte melden Sie sich mit einem Konto an, das dieses Recht hat, auf der Befehlszeile mit --organisation <Name>.',
};

export const notPayer: Refusal = {
  kind: 'forbidden',
  code: 'COSTS_NOT_PAYER',
  message:
    'Kosten und Abrechnungen einer Kommune sehen ihre OZG-Koordination, ihre Verwaltungsleitung und ihre Kämmerei. Bitte melden Sie sich mit einem solchen Konto an, auf der Befehlszeile mit --organisation <Name|AGS>.',
};

export const notStater: Refusal = {
  kind: 'forbidden',
  code: 'COSTS_NOT_STATER',
  message:
    'Die Rechnungsangaben einer Kommune geben ihre Verwaltungsleitung und ihre Kämmerei an. Bitte melden Sie sich mit einem solchen Konto an.',
};

export function serviceUnknown(dienst: string): Refusal {
  return {
    kind: 'not-found',
    code: 'COSTS_SERVICE_UNKNOWN',
    message: `Den Onlinedienst „${dienst.slice(0, 60)}“ bietet Ihr Haus nicht an. Bitte prüfen Sie die Kennung unter „Onlinedienste“.`,
  };
}

export const planUnknown: Refusal = {
  kind: 'not-found',
  code: 'COSTS_PLAN_UNKNOWN',
  message:
    'Für diesen Dienst und dieses Jahr gibt es noch keinen Kostenplan. Bitte legen Sie unter „Kosten“ einen an.',
};

export const planExists: Refusal = {
  kind: 'conflict',
  code: 'COSTS_PLAN_EXISTS',
  message: 'Für diesen Dienst und dieses Jahr gibt es schon einen Kostenplan. Bitte ändern Sie den.',
};

export const keyUnknown: Refusal = {
  kind: 'not-found',
  code: 'COSTS_TABLE_UNKNOWN',
  message: 'Diesen Schlüssel gibt es nicht, oder er gehört einem anderen Haus.',
};

export const billUnknown: Refusal = {
  kind: 'not-found',
  code: 'COSTS_BILL_UNKNOWN',
  message: 'Diese Abrechnung gibt es nicht, oder sie richtet sich nicht an Ihre Kommune.',
};

export const programmeUnknown: Refusal = {
  kind: 'not-found',
  code: 'COSTS_PROGRAMME_UNKNOWN',
  message: 'Dieses Förderprogramm gibt es nicht, oder ein anderes Haus führt es.',
};

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'COSTS_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes das geändert. Es wurde nichts überschrieben, Ihre Eingaben stehen noch da. Bitte laden Sie die Seite neu und vergleichen Sie.',
};

export const basisChanged: Refusal = {
  kind: 'conflict',
  code: 'COSTS_BASIS_CHANGED',
  message:
    'Der Kostenplan wurde nach diesem Entwurf geändert. Es wurde nichts gestellt. Bitte verwerfen Sie den Entwurf und rechnen Sie neu ab.',
};

export const otherBillIssued: Refusal = {
  kind: 'conflict',
  code: 'COSTS_OTHER_BILL_ISSUED',
  message:
    'Für diesen Dienst und dieses Jahr ist schon eine Abrechnung gestellt. Eine gestellte Abrechnung wird nie geändert: Bitte korrigieren Sie sie durch eine neue.',
};

export function stepImpossible(zustand: string, schritt: string): Refusal {
  return {
    kind: 'conflict',
    code: 'COSTS_STEP_IMPOSSIBLE',
    message: `Diese Abrechnung ist im Zustand „${zustand}“. ${schritt} geht von dort aus nicht. Bitte laden Sie die Seite neu.`,
  };
}

export function invalid(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'COSTS_INVALID',
    message: `Einige Angaben passen noch nicht. Es wurde nichts gespeichert. ${fields.map(({ message }) => message).join(' ')}`,
    fields,
  };
}

export function invalidField(field: string, message: string): Refusal {
  return invalid([{ field, message }]);
}

export function idTaken(id: string): Refusal {
  const message = `Die Kennung „${id}“ ist vergeben. Bitte wählen Sie eine andere.`;
  return { kind: 'conflict', code: 'COSTS_ID_TAKEN', message, fields: [{ field: 'name', message }] };
}

export const einlesungGone: Refusal = {
  kind: 'not-found',
  code: 'COSTS_IMPORT_GONE',
  message:
    'Diese Datei liegt nicht mehr vor: Eine Vorschau gilt einen Tag. Es wurde nichts übernommen. Bitte laden Sie die Datei noch einmal hoch.',
};

export function invalidTable(message: string): Refusal {
  return { kind: 'invalid', code: 'COSTS_TABLE_INVALID', message, fields: [{ field: 'datei', message }] };
}

export const payerUnknown: Refusal = {
  kind: 'not-found',
  code: 'COSTS_PAYER_UNKNOWN',
  message:
    'Diese Kennung gehört niemandem, der zahlt. Bitte geben Sie einen AGS, die zwei Ziffern eines Landes, „BUND“ oder „HAUS“ an.',
};

export function particularsMissing(message: string): Refusal {
  return { kind: 'conflict', code: 'COSTS_PARTICULARS_MISSING', message };
}

export const notIssued: Refusal = {
  kind: 'conflict',
  code: 'COSTS_NOT_ISSUED',
  message: 'Diese Abrechnung ist noch nicht gestellt. Eine XRechnung gibt es erst, wenn sie eine Nummer hat.',
};

export const noAccountYet: Refusal = {
  kind: 'conflict',
  code: 'COSTS_NOT_ISSUED',
  message: 'Diese Abrechnung ist noch nicht gestellt. Zahlungen gibt es erst, wenn sie eine Nummer hat.',
};

export const notCancelled: Refusal = {
  kind: 'not-found',
  code: 'COSTS_NOT_CANCELLED',
  message:
    'Zu diesem Anteil gibt es keine Stornorechnung. Es gibt sie, wenn eine korrigierte Abrechnung einen Zahler weglässt oder ihm nichts mehr abrechnet; bitte rufen Sie sie bei der früheren Abrechnung ab.',
};

export const documentWaits: Refusal = {
  kind: 'conflict',
  code: 'COSTS_DOCUMENT_WAITS',
  message: 'Die Datei wird gerade erstellt. Bitte fragen Sie in wenigen Sekunden noch einmal.',
};

export function documentFailed(message: string): Refusal {
  return { kind: 'conflict', code: 'COSTS_DOCUMENT_FAILED', message };
}

export function goodRowsOnly(bad: number): Refusal {
  return invalid([
    {
      field: 'nurgute',
      message: `${bad === 1 ? 'Eine Zeile ist' : `${bad} Zeilen sind`} fehlerhaft. Bitte bestätigen Sie, dass nur die guten Zeilen übernommen werden.`,
    },
  ]);
}
