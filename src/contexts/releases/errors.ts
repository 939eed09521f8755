import type { FieldProblem, Refusal } from '#kernel';
import type { Schritt, Zustand } from './domain/zustand.ts';
import { schrittLabel, zustandLabel } from './messages.ts';

export const notLead: Refusal = {
  kind: 'forbidden',
  code: 'RELEASES_NOT_ALLOWED',
  message:
    'Fassungen rollt die OZG-Leitung des IT-Dienstleisters aus, der den Onlinedienst anbietet. Bitte melden Sie sich mit einem solchen Konto an, auf der Befehlszeile mit --organisation <Name>.',
};

export const notViewer: Refusal = {
  kind: 'forbidden',
  code: 'RELEASES_NOT_VIEWER',
  message:
    'Fassungen sehen die Kommunen, die einen Onlinedienst nutzen, und der IT-Dienstleister, der ihn anbietet. Bitte melden Sie sich mit einem solchen Konto an.',
};

/** A Kommune asks for a service that it never used, or no longer does. */
export function notUsing(titel: string): Refusal {
  return {
    ...notViewer,
    message: `Ihre Kommune nutzt „${titel}“ nicht oder nicht mehr; hier gibt es dazu nichts zu sehen. Was sie nutzt, steht unter „Fassungen“.`,
  };
}

export const notCoordinator: Refusal = {
  kind: 'forbidden',
  code: 'RELEASES_NOT_COORDINATOR',
  message: 'Bei einer Fassung hält die OZG-Koordination einer Kommune fest, die den Onlinedienst nutzt.',
};

export function notOwner(anbieter: string): Refusal {
  return {
    kind: 'forbidden',
    code: 'RELEASES_NOT_OWNER',
    message: `Diesen Onlinedienst bietet ${anbieter} an. Nur von dort kommen Fassungen und Meldungen dazu.`,
  };
}

export function dienstUnknown(dienst: string): Refusal {
  return {
    kind: 'not-found',
    code: 'RELEASES_DIENST_UNKNOWN',
    message: `Den Onlinedienst „${dienst.slice(0, 80)}“ bietet niemand an. Alle stehen unter „Fassungen“.`,
  };
}

export const noneUnderWay: Refusal = {
  kind: 'not-found',
  code: 'RELEASES_NONE',
  message: 'Für diesen Onlinedienst gibt es keine Ausrollung. Planen Sie zuerst eine.',
};

/** Two people pressed; the second learns of the first. */
export function alreadyUnderWay(fassung: string): Refusal {
  return {
    kind: 'conflict',
    code: 'RELEASES_UNDER_WAY',
    message: `Für diesen Onlinedienst ist schon eine Ausrollung geplant oder unterwegs (Fassung ${fassung}). Es wurde keine zweite begonnen. Sehen Sie sich die erste an; schließen oder verwerfen Sie sie, bevor Sie eine neue planen.`,
  };
}

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'RELEASES_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes das geändert. Es wurde nichts überschrieben. Bitte sehen Sie sich den neuen Stand an und entscheiden Sie dann.',
};

export function stepImpossible(zustand: Zustand, schritt: Schritt): Refusal {
  return {
    kind: 'conflict',
    code: 'RELEASES_STEP_IMPOSSIBLE',
    message: `„${schrittLabel[schritt]}“ geht nicht: Die Ausrollung ist ${zustandLabel[zustand]}.`,
  };
}

export function invalid(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'RELEASES_INVALID',
    message: `Einige Angaben passen noch nicht. Es wurde nichts gespeichert. ${fields.map(({ message }) => message).join(' ')}`,
    fields,
  };
}

export function nobodyToMove(fassung: string): Refusal {
  return {
    kind: 'conflict',
    code: 'RELEASES_NOBODY',
    message: `Die Fassung ${fassung} haben schon alle Kommunen, die den Onlinedienst nutzen. Es gibt nichts auszurollen.`,
  };
}

/** The version from which Kommunen came is not offered any more. */
export function noWayBack(fassungen: readonly string[]): Refusal {
  return {
    kind: 'conflict',
    code: 'RELEASES_NO_WAY_BACK',
    message: `Zurück geht es nicht: Die Fassung ${fassungen.join(', ')} wird nicht mehr angeboten. Bieten Sie eine neue Fassung an, die den Fehler nicht hat.`,
  };
}

export const securityStays: Refusal = {
  kind: 'conflict',
  code: 'RELEASES_SECURITY_STAYS',
  message:
    'Diese Fassung behebt eine Sicherheitslücke. Wer sie zurücknimmt, öffnet die Lücke wieder. Bestätigen Sie das ausdrücklich, und nennen Sie den Grund.',
  fields: [
    {
      field: 'trotzSicherheit',
      message: 'Bitte bestätigen Sie, dass die Sicherheitslücke wieder offen ist.',
    },
  ],
};

export const securityCannotWait: Refusal = {
  kind: 'conflict',
  code: 'RELEASES_SECURITY_CANNOT_WAIT',
  message:
    'Die neue Fassung behebt eine Sicherheitslücke. Bei der alten kann niemand bleiben, auch Ihre Kommune nicht.',
};

export function meldungUnknown(): Refusal {
  return {
    kind: 'not-found',
    code: 'RELEASES_NOTICE_UNKNOWN',
    message: 'Diese Meldung gibt es nicht, oder sie gehört einem anderen Haus.',
  };
}

export const pilotsGone =
  'Keine Pilotkommune hat die neue Fassung in Betrieb. Ohne Erfahrung geht es nicht weiter.';
