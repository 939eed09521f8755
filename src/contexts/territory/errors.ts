import type { Refusal, Suggestion } from '#kernel';

/** Nobody knows a body by this name or key; the near ones are offered. */
export function bodyUnknown(text: string, suggestions: readonly Suggestion[]): Refusal {
  const hint =
    suggestions.length > 0
      ? ' Meinten Sie eine der folgenden?'
      : ' Geben Sie den Namen oder den Gemeindeschlüssel (AGS) an, zum Beispiel Lemgo oder 05766044.';
  return {
    kind: 'not-found',
    code: 'TERRITORY_BODY_UNKNOWN',
    message: `Eine Kommune „${text}“ ist nicht bekannt.${hint}`,
    suggestions,
  };
}

/** Several bodies bear this name; the person must say which one. */
export function bodyAmbiguous(text: string, suggestions: readonly Suggestion[]): Refusal {
  return {
    kind: 'ambiguous',
    code: 'TERRITORY_BODY_AMBIGUOUS',
    message: `„${text}“ heißen ${suggestions.length} Kommunen. Welche meinen Sie? Nennen Sie die Art dazu („Stadt …“, „Kreis …“) oder den Gemeindeschlüssel.`,
    suggestions,
  };
}

/** Nobody is signed in who could bring figures. */
export function notAllowedToReport(): Refusal {
  return {
    kind: 'forbidden',
    code: 'TERRITORY_NOT_ALLOWED',
    message: 'Einwohnerzahlen einlesen darf nur, wer Referenzdaten einspielt.',
  };
}
