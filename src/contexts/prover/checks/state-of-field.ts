import type { Evaluation } from '#forms';
import type { ModelField } from '../model/model.ts';
import { type Term, variable } from '../model/term.ts';

export type FieldState = Evaluation['pages'][number]['fields'][number];

export function answered(key: string): Term {
  return { op: 'answered', id: `answered(${key})`, term: variable(key) };
}

export function hasField(evaluation: Evaluation, { field, group }: ModelField): boolean {
  const states = evaluation.pages.flatMap(({ fields }) => fields);
  return states.some((state) => state.field.id === (group ?? field).id && state.visible);
}

export function isSeen({ field }: ModelField): boolean {
  return isSeenField(field.compiled);
}

export function isSeenField(field: ModelField['field']['compiled']): boolean {
  return field.kind !== 'calculated' || field.definition.show === true;
}
