import { type FieldProblem, formatLocalDate, type LocalDate, type Refusal, type Suggestion } from '#kernel';
import { type CheckItem, missingOf } from './domain/check-item.ts';
import type { Schritt, Zustand } from './domain/zustand.ts';
import { schrittLabel, zustandLabel } from './messages.ts';

export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'EFA_NOT_ALLOWED',
  message:
    'Anbindungen verwaltet die OZG-Koordination einer Kommune. Bitte melden Sie sich mit einem Konto der Kommune an, das dieses Recht hat.',
};

export const notProvider: Refusal = {
  kind: 'forbidden',
  code: 'EFA_NOT_PROVIDER',
  message:
    'Das steht nur IT-Dienstleistern offen. Bitte melden Sie sich mit einem Konto des IT-Dienstleisters an.',
};

export const kommuneMissing: Refusal = {
  kind: 'invalid',
  code: 'EFA_KOMMUNE_MISSING',
  message: 'Für welche Kommune? Bitte nennen Sie sie, auf der Befehlszeile mit --kommune <Name|AGS>.',
};

export function kommuneWithoutOrganisation(name: string): Refusal {
  return {
    kind: 'not-found',
    code: 'EFA_KOMMUNE_UNKNOWN',
    message: `${name} nutzt diese Installation noch nicht. Der IT-Dienstleister kann die Kommune aufnehmen.`,
  };
}

export function dienstUnknown(dienst: string, suggestions: readonly Suggestion[] = []): Refusal {
  return {
    kind: 'not-found',
    code: 'EFA_DIENST_UNKNOWN',
    message: `Den Onlinedienst „${dienst.slice(0, 80)}“ bietet niemand an. Alle stehen unter „Onlinedienste“.`,
    suggestions,
  };
}

export function anbindungUnknown(dienst: string): Refusal {
  return {
    kind: 'not-found',
    code: 'EFA_ANBINDUNG_UNKNOWN',
    message: `Ihre Kommune ist an „${dienst.slice(0, 80)}“ nicht angebunden. Bekunden Sie zuerst Interesse.`,
  };
}

export const alreadyConnected: Refusal = {
  kind: 'conflict',
  code: 'EFA_ALREADY_CONNECTED',
  message: 'Ihre Kommune hat diese Anbindung schon begonnen. Sie steht unter „Anbindungen“.',
};

/** Somebody changed the Anbindung after this person read it. */
export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'EFA_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes diese Anbindung geändert. Es wurde nichts überschrieben. Bitte sehen Sie den neuen Stand an und entscheiden Sie dann.',
};

export function stepImpossible(zustand: Zustand, schritt: Schritt): Refusal {
  return {
    kind: 'conflict',
    code: 'EFA_STEP_IMPOSSIBLE',
    message: `„${schrittLabel[schritt]}“ geht nicht, solange die Anbindung im Zustand „${zustandLabel[zustand]}“ ist.`,
  };
}

export function invalidParameters(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'EFA_PARAMETERS_INVALID',
    message: 'Einige Angaben passen noch nicht. Es wurde nichts gespeichert.',
    fields,
  };
}

/** Somebody above says so for all; the Kommune cannot go its own way here. */
export function valueBound(fields: readonly FieldProblem[]): Refusal {
  const first = fields[0]?.message ?? '';
  const message = `${first} Es wurde nichts gespeichert. Lassen Sie diese Angabe, wie sie ist, oder wenden Sie sich an die Stelle, die sie vorgibt.`;
  return { kind: 'conflict', code: 'EFA_VALUE_BOUND', message, fields };
}

/** A value for all below is not stated for what each Kommune says of itself. */
export function vorgabeInvalid(fields: readonly FieldProblem[]): Refusal {
  const message = `Die Vorgabe passt noch nicht: ${fields[0]?.message ?? ''} Es wurde nichts gespeichert.`;
  return { kind: 'invalid', code: 'EFA_VORGABE_INVALID', message, fields };
}

export const vorgabeNotAllowed: Refusal = {
  kind: 'forbidden',
  code: 'EFA_VORGABE_NOT_ALLOWED',
  message:
    'Werte für alle darunter gibt vor, wer den Onlinedienst anbietet, und ein Kreis für seine Gemeinden. Mit diesem Konto geht das nicht.',
};

/** Live services below would lose a value that they need. */
export function vorgabeNeeded(name: string, kommunen: readonly string[]): Refusal {
  const some = kommunen.slice(0, 5).join(', ');
  const more = kommunen.length > 5 ? ` und ${kommunen.length - 5} weitere` : '';
  return {
    kind: 'conflict',
    code: 'EFA_VORGABE_NEEDED',
    message: `„${name}“ lässt sich nicht zurücknehmen: Der Onlinedienst ist live in ${some}${more} und braucht den Wert. Geben Sie einen anderen Wert vor, statt ihn zu streichen.`,
  };
}

export function invalidField(field: string, message: string): Refusal {
  return { kind: 'invalid', code: 'EFA_FIELD_INVALID', message, fields: [{ field, message }] };
}

/** Go-live is refused with everything that is missing; nothing overrides it. */
export function notReady(items: readonly CheckItem[]): Refusal {
  const missing = missingOf(items);
  const list = missing.map(({ what, who, how }) => `${what} (${who}): ${how}`).join(' ');
  return {
    kind: 'conflict',
    code: 'EFA_NOT_READY',
    message: `Der Onlinedienst kann noch nicht live gehen. Es fehlt: ${list}`,
    fields: missing.map(({ id, what, how }) => ({ field: id, message: `${what}: ${how}` })),
  };
}

export function definitionUnknown(dienst: string, suggestions: readonly Suggestion[]): Refusal {
  return {
    kind: 'not-found',
    code: 'EFA_DEFINITION_UNKNOWN',
    message: `Eine Definition „${dienst.slice(0, 80)}“ liegt nicht vor.`,
    suggestions,
  };
}

export function versionTaken(fassung: string): Refusal {
  return {
    kind: 'conflict',
    code: 'EFA_VERSION_TAKEN',
    message: `Die Fassung ${fassung} wird schon angeboten. Wer etwas ändert, gibt der Definition eine neue Fassung.`,
  };
}

export function offeredByOther(anbieter: string): Refusal {
  return {
    kind: 'conflict',
    code: 'EFA_OFFERED_BY_OTHER',
    message: `Diesen Onlinedienst bietet schon ${anbieter} für alle an. Neue Fassungen kommen von dort.`,
  };
}

export function leistungEnded(name: string, ende: LocalDate): Refusal {
  return {
    kind: 'conflict',
    code: 'EFA_LEISTUNG_ENDED',
    message: `„${name}“ gibt es seit dem ${formatLocalDate(ende)} nicht mehr. Beendete Leistungen werden Bürgerinnen und Bürgern nicht gezeigt.`,
  };
}

export function invalidFreigabe(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'EFA_FREIGABE_INVALID',
    message: 'Der Text ist noch nicht vollständig. Es wurde nichts freigegeben.',
    fields,
  };
}

/** Names the versions there are, so that nobody has to guess. */
export function versionUnknown(
  dienst: string,
  fassung: string,
  offered: readonly { readonly fassung: string; readonly zurueckgezogen: boolean }[],
): Refusal {
  const there = offered.filter(({ zurueckgezogen }) => !zurueckgezogen).map((each) => each.fassung);
  const list = there.length > 0 ? ` Angeboten: ${there.join(', ')}.` : '';
  return {
    kind: 'not-found',
    code: 'EFA_VERSION_UNKNOWN',
    message: `Die Fassung „${fassung.slice(0, 40)}“ von „${dienst.slice(0, 80)}“ wird nicht angeboten.${list}`,
    suggestions: there.map((key) => ({ key, label: `Fassung ${key}` })),
  };
}

export function versionWithdrawn(fassung: string): Refusal {
  return {
    kind: 'conflict',
    code: 'EFA_VERSION_WITHDRAWN',
    message: `Die Fassung ${fassung} ist zurückgezogen. Auf sie wird niemand mehr umgestellt.`,
  };
}

export function lastVersion(fassung: string): Refusal {
  return {
    kind: 'conflict',
    code: 'EFA_LAST_VERSION',
    message: `Die Fassung ${fassung} ist die letzte, die noch angeboten wird. Bieten Sie erst eine andere an; dann können Sie sie zurückziehen.`,
  };
}

/** A Kommune that lacks something for a version stays where it is and is told what. */
export function notReadyForVersion(fassung: string, items: readonly CheckItem[]): Refusal {
  const missing = missingOf(items);
  return {
    kind: 'conflict',
    code: 'EFA_NOT_READY_FOR_VERSION',
    message: `Die Anbindung bleibt bei ihrer Fassung. Für die Fassung ${fassung} fehlt: ${missing.map(({ what, who, how }) => `${what} (${who}): ${how}`).join(' ')}`,
    fields: missing.map(({ id, what, how }) => ({ field: id, message: `${what}: ${how}` })),
  };
}

/** Its provider rolls a version out; a Kommune does not run ahead. */
export function versionHeld(fassung: string, why: string): Refusal {
  return {
    kind: 'conflict',
    code: 'EFA_VERSION_HELD',
    message: `Die Fassung ${fassung} wird gerade ausgerollt. ${why}`,
  };
}
