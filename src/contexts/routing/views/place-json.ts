import type { Place, PlaceAnswer } from '../domain/place.ts';

/** An answer as JSON: one place with how one came to it, or several with the question to ask. */
export function placesJson(answer: Exclude<PlaceAnswer, { kind: 'none' }>): {
  readonly eindeutig: boolean;
  readonly orte: readonly Place[];
  readonly hinweis: string | null;
} {
  return answer.kind === 'one'
    ? { eindeutig: true, orte: [answer.place], hinweis: answer.via }
    : { eindeutig: false, orte: answer.places, hinweis: answer.frage };
}
