import type { FieldProblem, Refusal, Suggestion } from '#kernel';

export const notAuthor: Refusal = {
  kind: 'forbidden',
  code: 'WORKSHOP_NOT_AUTHOR',
  message: 'Onlinedienste bauen IT-Dienstleister. Ihr Konto hat dieses Recht nicht.',
};

export const notPublisher: Refusal = {
  kind: 'forbidden',
  code: 'WORKSHOP_NOT_PUBLISHER',
  message: 'Veröffentlichen darf Ihr Konto nicht. Bitte legen Sie den Entwurf jemandem mit diesem Recht vor.',
};

export function entwurfUnknown(dienst: string, suggestions: readonly Suggestion[]): Refusal {
  return {
    kind: 'not-found',
    code: 'WORKSHOP_UNKNOWN',
    message: `Einen Entwurf „${dienst.slice(0, 80)}“ gibt es in Ihrem Haus nicht. Alle stehen unter „Werkstatt“.`,
    suggestions,
  };
}

export function nameTaken(dienst: string): Refusal {
  const message = `Einen Onlinedienst „${dienst}“ gibt es schon. Bitte wählen Sie einen anderen Kurznamen oder arbeiten Sie an ihm weiter.`;
  return { kind: 'conflict', code: 'WORKSHOP_NAME_TAKEN', message, fields: [{ field: 'dienst', message }] };
}

export function offeredByOther(name: string): Refusal {
  return {
    kind: 'conflict',
    code: 'WORKSHOP_OFFERED_BY_OTHER',
    message: `Diesen Onlinedienst bietet „${name}“ an. Nur dieses Haus veröffentlicht neue Fassungen.`,
  };
}

export function invalidEntwurf(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'WORKSHOP_INVALID',
    message: `Einige Angaben passen noch nicht. Es wurde nichts gespeichert. Zuerst ${fields[0]?.field}: ${fields[0]?.message}`,
    fields,
  };
}

/** Somebody else changed the same meanwhile. */
export function changedMeanwhile(fields: readonly FieldProblem[] = []): Refusal {
  return {
    kind: 'conflict',
    code: 'WORKSHOP_CHANGED_MEANWHILE',
    message:
      'Inzwischen hat jemand dasselbe geändert. Es wurde nichts überschrieben. Bitte vergleichen Sie beides und speichern Sie dann noch einmal.',
    fields,
  };
}

/** Somebody's Kommune has no such Anbindung. */
export const probeUnknown: Refusal = {
  kind: 'not-found',
  code: 'WORKSHOP_PROBE_UNKNOWN',
  message: 'Ihre Kommune bindet diesen Onlinedienst nicht an.',
};

export const notToBeTried: Refusal = {
  kind: 'not-found',
  code: 'WORKSHOP_NOT_TO_BE_TRIED',
  message:
    'Dieser Onlinedienst wird nicht angeboten, oder seine angebotene Fassung liegt hier nicht vor. Alle Angebote stehen unter „Marktplatz“.',
};

export const placeUnknown: Refusal = {
  kind: 'not-found',
  code: 'WORKSHOP_PLACE_UNKNOWN',
  message: 'Diese Stelle gibt es im Entwurf nicht mehr. Vielleicht wurde sie umbenannt oder entfernt.',
};

export const stepImpossible: Refusal = {
  kind: 'conflict',
  code: 'WORKSHOP_STEP_IMPOSSIBLE',
  message: 'Das geht an dieser Stelle nicht. Der Entwurf ist, wie er war.',
};

export const nothingToUndo: Refusal = {
  kind: 'conflict',
  code: 'WORKSHOP_NOTHING_TO_UNDO',
  message: 'Es gibt keinen Schritt, der sich zurücknehmen oder wiederholen lässt.',
};

export const stepUnknown: Refusal = {
  kind: 'not-found',
  code: 'WORKSHOP_STEP_UNKNOWN',
  message: 'Diesen Stand gibt es nicht. Alle Stände stehen im Verlauf des Entwurfs.',
};

export const alreadyProposed: Refusal = {
  kind: 'conflict',
  code: 'WORKSHOP_ALREADY_PROPOSED',
  message: 'Dieser Entwurf liegt schon zur Veröffentlichung vor. Bitte ziehen Sie ihn erst zurück.',
};

export const nothingProposed: Refusal = {
  kind: 'conflict',
  code: 'WORKSHOP_NOTHING_PROPOSED',
  message: 'Dieser Entwurf liegt nicht zur Veröffentlichung vor.',
};

export const fourEyes: Refusal = {
  kind: 'forbidden',
  code: 'WORKSHOP_FOUR_EYES',
  message: 'Über einen Entwurf, den Sie vorgelegt haben, entscheidet eine zweite Person.',
};

export const notYours: Refusal = {
  kind: 'forbidden',
  code: 'WORKSHOP_NOT_YOURS',
  message: 'Zurückziehen kann eine Vorlage nur, wer sie vorgelegt hat.',
};

export function notReady(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'conflict',
    code: 'WORKSHOP_NOT_READY',
    message: `So kann der Entwurf nicht veröffentlicht werden: ${fields.length === 1 ? 'ein Fehler' : `${fields.length} Fehler`}. Zuerst: ${fields[0]?.message}`,
    fields,
  };
}

export const unchanged: Refusal = {
  kind: 'conflict',
  code: 'WORKSHOP_UNCHANGED',
  message: 'Der Entwurf ist gleich der veröffentlichten Fassung. Es gibt nichts zu veröffentlichen.',
};

export function brokenFile(file: string, detail: string): Refusal {
  const message = `Die Datei ${file} lässt sich nicht lesen: ${detail}`;
  return { kind: 'invalid', code: 'WORKSHOP_FILE_BROKEN', message, fields: [{ field: file, message }] };
}
