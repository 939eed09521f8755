import type { FieldProblem, Refusal } from '#kernel';

export function lebenslageUnknown(
  id: string,
  known: readonly { readonly id: string; readonly titel: string }[],
): Refusal {
  return {
    kind: 'not-found',
    code: 'FINDER_LEBENSLAGE_UNKNOWN',
    message: `Die Lebenslage „${id.slice(0, 80)}“ gibt es hier nicht.`,
    suggestions: known.slice(0, 5).map((each) => ({ key: each.id, label: each.titel })),
  };
}

export function vorschlagInvalid(fields: readonly FieldProblem[]): Refusal {
  const message = fields.map((field) => field.message).join(' ');
  return { kind: 'invalid', code: 'FINDER_VORSCHLAG_INVALID', message, fields };
}

export const vorschlagUnknown: Refusal = {
  kind: 'not-found',
  code: 'FINDER_VORSCHLAG_UNKNOWN',
  message: 'Diesen Vorschlag gibt es nicht, oder er ist nicht an Sie gerichtet.',
};

export const vorschlagDecided: Refusal = {
  kind: 'conflict',
  code: 'FINDER_VORSCHLAG_DECIDED',
  message: 'Über diesen Vorschlag ist schon entschieden.',
};

export const fourEyes: Refusal = {
  kind: 'forbidden',
  code: 'FINDER_FOUR_EYES',
  message: 'Über einen Vorschlag entscheidet eine andere Person als die, die ihn gemacht hat.',
};

export const notAnEditor: Refusal = {
  kind: 'forbidden',
  code: 'FINDER_NOT_AN_EDITOR',
  message: 'Den Thesaurus bearbeiten nur Personen, deren Rolle das erlaubt.',
};

export const withoutProvider: Refusal = {
  kind: 'conflict',
  code: 'FINDER_WITHOUT_PROVIDER',
  message: 'Für Ihre Organisation ist kein IT-Dienstleister eingetragen, der über Vorschläge entscheidet.',
};
