import type { Onlinedienst } from '#forms/onlinedienst';

export type Definition = Onlinedienst['form']['definition'];
export type Field = Definition['pages'][number]['fields'][number];

/** How much a change asks of drafts that were begun before it. */
export type ChangeClass = 'sicher' | 'zuordnung' | 'bruch';

/** A difference between two versions of a definition. */
export interface Change {
  readonly class: ChangeClass;
  /** Which answer it concerns, in groups with their names (`hunde.chip`); null where none. */
  readonly field: string | null;
  readonly what: string;
  readonly why: string;
  /** A rule that the author may take over, where one is likely. */
  readonly suggestion: Suggestion | null;
}

export type Suggestion =
  | { readonly do: 'rename'; readonly from: string; readonly to: string }
  | { readonly do: 'drop'; readonly field: string }
  | { readonly do: 'ask-again'; readonly field: string };

/** One question with its place among the answers. */
export interface Placed {
  readonly path: string;
  readonly page: string;
  readonly field: Field;
}

/** A change that asks nothing of drafts. */
export function safe(
  field: string | null,
  what: string,
  why = 'Vorhandene Antworten gelten weiter.',
): Change {
  return { class: 'sicher', field, what, why, suggestion: null };
}
