import {
  dayInGermany,
  type FieldProblem,
  formatLocalDate,
  type LocalDate,
  type Refusal,
  type Suggestion,
} from '#kernel';
import type { Hindernis } from './domain/befugnis.ts';
import type { Bestellzustand } from './domain/bestellung.ts';
import { euro } from './geld.ts';
import { hindernisText, zustandLabel } from './messages.ts';

const refusal = (kind: Refusal['kind'], code: string, message: string): Refusal => ({
  kind,
  code: `MARKETPLACE_${code}`,
  message,
});

export const notKommune = refusal(
  'forbidden',
  'NOT_KOMMUNE',
  'Das steht der OZG-Koordination und der Leitung einer Kommune offen. Bitte melden Sie sich mit einem solchen Konto an.',
);

export const notProvider = refusal(
  'forbidden',
  'NOT_PROVIDER',
  'Das steht nur der OZG-Leitung eines IT-Dienstleisters offen. Bitte melden Sie sich mit einem solchen Konto an.',
);

export const notSigner = refusal(
  'forbidden',
  'NOT_SIGNER',
  'Verbindlich bestellt, wer die Kommune binden darf. Sie können die Bestellung vorbereiten und unterschreiben lassen.',
);

export function dienstUnknown(dienst: string, suggestions: readonly Suggestion[] = []): Refusal {
  return {
    ...refusal(
      'not-found',
      'DIENST_UNKNOWN',
      `Den Onlinedienst „${dienst.slice(0, 80)}“ gibt es auf dem Marktplatz nicht. Alle stehen unter „Marktplatz“.`,
    ),
    suggestions,
  };
}

export function offeredByOther(haus: string): Refusal {
  return refusal(
    'forbidden',
    'OFFERED_BY_OTHER',
    `Diesen Onlinedienst bietet ${haus} an. Angaben und Preise kommen von dort.`,
  );
}

export function invalid(fields: readonly FieldProblem[]): Refusal {
  return {
    ...refusal('invalid', 'INVALID', 'Einige Angaben passen noch nicht. Es wurde nichts gespeichert.'),
    fields,
  };
}

export function invalidField(field: string, message: string): Refusal {
  return invalid([{ field, message }]);
}

export const changedMeanwhile = refusal(
  'conflict',
  'CHANGED_MEANWHILE',
  'Inzwischen hat jemand anderes etwas geändert. Es wurde nichts überschrieben. Bitte sehen Sie den neuen Stand an und entscheiden Sie dann.',
);

export const nobodyInvited: Refusal = {
  ...refusal('invalid', 'NOBODY_INVITED', 'Bitte wählen Sie mindestens eine Kommune.'),
  fields: [{ field: 'kommunen', message: 'Bitte wählen Sie mindestens eine Kommune.' }],
};

export function alreadyOrdered(dienst: string): Refusal {
  return refusal(
    'conflict',
    'ALREADY_ORDERED',
    `Ihre Kommune hat für „${dienst}“ schon eine Bestellung, vielleicht hat sie gerade jemand anderes angelegt. Sie steht unter „Bestellungen“. Eine zweite wurde nicht angelegt.`,
  );
}

export function orderedForAll(auftraggeber: string): Refusal {
  return refusal(
    'conflict',
    'ORDERED_FOR_ALL',
    `${auftraggeber} hat diesen Onlinedienst für alle bestellt, auch für Ihre Kommune. Eine eigene Bestellung ist nicht nötig. Beginnen Sie gleich mit der Anbindung.`,
  );
}

export function serviceEnded(titel: string, zum: LocalDate): Refusal {
  return refusal(
    'conflict',
    'SERVICE_ENDED',
    `„${titel}“ wird nur bis zum ${formatLocalDate(zum)} angeboten und kann deshalb nicht bestellt werden. Bitte suchen Sie auf dem Marktplatz nach einem anderen Onlinedienst für Ihre Lücke.`,
  );
}

export function noPrice(warum: string): Refusal {
  return refusal(
    'conflict',
    'NO_PRICE',
    `Ohne Preis lässt sich nicht bestellen. ${warum} Bitte fragen Sie beim Anbieter nach. Interesse können Sie schon bekunden.`,
  );
}

export function frameworkMissing(haus: string): Refusal {
  return refusal(
    'conflict',
    'FRAMEWORK_MISSING',
    `Mit ${haus} gilt heute keine Rahmenvereinbarung. Bitte schließen Sie sie einmal und tragen Sie sie unter „Rahmenvereinbarungen“ ein. Danach rufen Sie jeden Onlinedienst einzeln ab.`,
  );
}

export function frameworkOverlaps(haus: string): Refusal {
  return invalidField(
    'gueltigVon',
    `Mit ${haus} ist für einen Teil dieser Zeit schon eine Rahmenvereinbarung eingetragen. Bitte kündigen Sie zuerst die alte, oder wählen Sie einen späteren Beginn.`,
  );
}

export const frameworkUnknown = refusal(
  'not-found',
  'FRAMEWORK_UNKNOWN',
  'Diese Rahmenvereinbarung gibt es nicht, oder sie ist schon gekündigt.',
);

export const orderUnknown = refusal(
  'not-found',
  'ORDER_UNKNOWN',
  'Diese Bestellung gibt es nicht, oder sie geht Ihre Organisation nichts an.',
);

export const fileUnknown = refusal('not-found', 'FILE_UNKNOWN', 'Diese Datei gibt es nicht.');

export function documentWithdrawn({ am, grund }: { readonly am: Date; readonly grund: string }): Refusal {
  return refusal(
    'not-found',
    'DOCUMENT_WITHDRAWN',
    `Der Anbieter hat dieses Dokument am ${formatLocalDate(dayInGermany(am))} zurückgenommen: „${grund}“ Was heute gilt, steht beim Onlinedienst unter „Dokumente“. Wer vorher bestellt hat, liest es nach der Anmeldung bei seiner Bestellung.`,
  );
}

export const documentGone = refusal(
  'conflict',
  'DOCUMENT_GONE',
  'Dieses Dokument ist schon zurückgenommen, vielleicht hat es gerade jemand anderes getan. Es wurde nichts geändert.',
);

export const signerUnknown = refusal(
  'not-found',
  'SIGNER_UNKNOWN',
  'Diese Zeichnungsbefugnis gibt es nicht, oder sie ist schon widerrufen.',
);

export const ownSigner = invalidField(
  'mitglied',
  'Die eigene Zeichnungsbefugnis trägt jemand anderes ein. Bitte wenden Sie sich an die OZG-Koordination.',
);

export const personUnknown = invalidField(
  'mitglied',
  'Diese Person hat in Ihrer Kommune keinen Zugang. Bitte wählen Sie jemand anderes, oder lassen Sie das Feld leer.',
);

/** The person may not bind the Kommune; says what stands in the way and what to do. */
export function mayNotBind(hindernis: Hindernis, grenzeCent: number | null, wertCent: number): Refusal {
  const figures =
    hindernis === 'grenze' && grenzeCent !== null
      ? ` Grenze: ${euro(grenzeCent)}, Wert: ${euro(wertCent)}.`
      : '';
  return refusal(
    'conflict',
    `MAY_NOT_BIND_${hindernis.replaceAll('-', '_').toUpperCase()}`,
    `${hindernisText[hindernis]}${figures}`,
  );
}

export function paperNeeded(norm: string): Refusal {
  return refusal(
    'conflict',
    'PAPER_NEEDED',
    `Nach ${norm} wird hier auf Papier unterschrieben. Bitte bereiten Sie die Bestellung vor, lassen Sie das Dokument unterschreiben und laden Sie es hoch.`,
  );
}

export function stepImpossible(zustand: Bestellzustand): Refusal {
  const contract =
    zustand === 'angenommen'
      ? ' Der Vertrag besteht schon: Er lässt sich nur noch beenden, mit der vereinbarten Frist.'
      : '';
  return refusal(
    'conflict',
    'STEP_IMPOSSIBLE',
    `Das geht nicht mehr: Die Bestellung ist ${zustandLabel[zustand]}.${contract} Bitte sehen Sie den neuen Stand an.`,
  );
}

export function tooEarlyEnd(fruehestens: LocalDate): Refusal {
  return invalidField(
    'zum',
    `Die vereinbarte Frist lässt ein Ende frühestens zum ${formatLocalDate(fruehestens)} zu.`,
  );
}

export const jointUnknown = refusal(
  'not-found',
  'JOINT_UNKNOWN',
  'Diese Sammelbestellung gibt es nicht, oder sie geht nicht an Ihr Haus.',
);

export const jointDecided = refusal(
  'conflict',
  'JOINT_DECIDED',
  'Über diese Sammelbestellung ist schon entschieden. Bitte sehen Sie den neuen Stand an.',
);
