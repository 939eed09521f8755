import type { Refusal, Suggestion } from '#kernel';

/** Nobody knows a Leistung by this name or key; the near ones are offered. */
export function leistungUnknown(text: string, suggestions: readonly Suggestion[]): Refusal {
  const hint =
    suggestions.length > 0 ? ' Meinten Sie eine der folgenden?' : ' Suchen Sie mit anderen Wörtern.';
  return {
    kind: 'not-found',
    code: 'CATALOGUE_LEISTUNG_UNKNOWN',
    message: `Im Katalog steht keine Leistung „${text}“.${hint}`,
    suggestions,
  };
}
