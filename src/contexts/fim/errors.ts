import type { FieldProblem, Refusal, Suggestion } from '#kernel';

export const notAuthor: Refusal = {
  kind: 'forbidden',
  code: 'FIM_NOT_AUTHOR',
  message:
    'Datenschemata liest und übernimmt, wer Onlinedienste baut. Bitte melden Sie sich mit einem Konto an, das dieses Recht hat, auf der Befehlszeile mit --organisation <Name>.',
};

export function schemaUnknown(
  id: string,
  version: string | null,
  suggestions: readonly Suggestion[] = [],
): Refusal {
  const which =
    version === null ? `„${id.slice(0, 40)}“` : `„${id.slice(0, 40)}“ in Version ${version.slice(0, 40)}`;
  return {
    kind: 'not-found',
    code: 'FIM_SCHEMA_UNKNOWN',
    message: `Das Datenschema ${which} ist hier nicht eingelesen.`,
    suggestions,
  };
}

export function alreadyHeld(id: string, version: string): Refusal {
  return {
    kind: 'conflict',
    code: 'FIM_ALREADY_HELD',
    message: `Genau diese Datei ist schon eingelesen: ${id}, Version ${version}. Es wurde nichts geändert.`,
    fields: [{ field: 'datei', message: 'Diese Datei ist schon eingelesen.' }],
  };
}

export const einlesungGone: Refusal = {
  kind: 'not-found',
  code: 'FIM_IMPORT_GONE',
  message:
    'Diese Datei liegt nicht mehr vor: Eine Vorschau gilt einen Tag. Es wurde nichts übernommen. Bitte laden Sie die Datei noch einmal hoch.',
};

export function pointUnknown(schluessel: string): Refusal {
  return {
    kind: 'not-found',
    code: 'FIM_POINT_UNKNOWN',
    message: `Den Arbeitspunkt „${schluessel.slice(0, 120)}“ gibt es in diesem Schema nicht.`,
  };
}

/** The file could not be read; says so at its field. */
export function unreadable({ code, message, kind }: Pick<Refusal, 'code' | 'message' | 'kind'>): Refusal {
  return { kind, code, message, fields: [{ field: 'datei', message }] };
}

/** What came beside the form is no file that can be read. */
export function noFile(message: string): Refusal {
  return unreadable({ kind: 'invalid', code: 'FIM_FILE', message });
}

export function invalidList(fields: readonly FieldProblem[]): Refusal {
  const message = `Die Codeliste wurde nicht übernommen. ${fields[0]?.message ?? ''}`;
  return { kind: 'invalid', code: 'FIM_LIST_INVALID', message, fields };
}

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'FIM_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes diese Codeliste eingelesen. Es wurde nichts überschrieben. Bitte sehen Sie den neuen Stand an.',
};

export const noForm: Refusal = {
  kind: 'conflict',
  code: 'FIM_NO_FORM',
  message:
    'Aus diesem Schema lässt sich kein Formular beweisen. Der Bericht nennt die Stellen. Das Schema selbst können Sie ausgeben.',
};

export function fachdatenUnreadable(why: string): Refusal {
  const message = `Diese Fachdaten lassen sich nicht lesen. ${why}`;
  return {
    kind: 'invalid',
    code: 'FIM_FACHDATEN_UNREADABLE',
    message,
    fields: [{ field: 'dokument', message: why }],
  };
}

export function ohneSchema(dienst: string): Refusal {
  return {
    kind: 'not-found',
    code: 'FIM_NO_SCHEMA',
    message: `„${dienst}“ ist nicht aus einem Datenschema von FIM entstanden. Deshalb gibt es keine Fachdaten mit dessen Kennungen, nur die Angaben selbst.`,
  };
}
