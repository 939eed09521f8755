import type { Refusal, Suggestion } from '#kernel';

/** No Gemeinde is known by this name, key or position; near ones are offered. */
export function placeUnknown(text: string, suggestions: readonly Suggestion[]): Refusal {
  const hint =
    suggestions.length > 0
      ? ' Meinten Sie einen der folgenden?'
      : ' Nennen Sie Postleitzahl, Gemeinde oder Gemeindeschlüssel, zum Beispiel 32657 oder Lemgo.';
  return {
    kind: 'not-found',
    code: 'ROUTING_PLACE_UNKNOWN',
    message: `Einen Ort „${text}“ kennt Leitwerk nicht.${hint}`,
    suggestions,
  };
}

/** Several Gemeinden are meant; the person must say which one. */
export function placeAmbiguous(frage: string, suggestions: readonly Suggestion[]): Refusal {
  return { kind: 'ambiguous', code: 'ROUTING_PLACE_AMBIGUOUS', message: frage, suggestions };
}

/** The catalogue does not hold this Leistung. */
export function leistungUnknown(id: string): Refusal {
  return {
    kind: 'not-found',
    code: 'ROUTING_LEISTUNG_UNKNOWN',
    message: `Eine Leistung „${id}“ steht nicht im Katalog.`,
  };
}

/** The question for a place names none, or two ways at once. */
export const placeMissing: Refusal = {
  kind: 'invalid',
  code: 'ROUTING_PLACE_MISSING',
  message: 'Nennen Sie genau eines: ort (Name, Postleitzahl, Adresse), ags, ars oder lat und lon.',
};

/** For whom one asks is one of two. */
export const audienceUnknown: Refusal = {
  kind: 'invalid',
  code: 'ROUTING_AUDIENCE_UNKNOWN',
  message: 'Für wen: buerger oder unternehmen.',
};
