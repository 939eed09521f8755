import {
  createDeclarations,
  type Declarations,
  type DeclaredGroup,
  declare,
  hiddenSlot,
} from './declarations.ts';
import type { Form, FormField } from './form.ts';

/** All answers of a proven form, so that `covers[].when` may name them. */
export function declarationsOf(form: Form): Declarations {
  const declarations = createDeclarations(form.definition, form.parameters);
  for (const field of form.pages.flatMap((page) => page.fields)) declareField(field, declarations);
  return declarations;
}

/** In the order of the form, so that the slots are the same. */
function declareField(field: FormField, names: Declarations | DeclaredGroup): void {
  if (field.kind === 'input') declare(names, field.id, field.behaviour.type, field.behaviour.parts);
  if (field.kind === 'calculated') declare(names, field.id, { kind: field.type }, undefined);
  if (field.kind === 'section') hiddenSlot(names);
  if (field.kind !== 'group') return;
  const group: DeclaredGroup = {
    id: field.id,
    index: field.index,
    parent: 'parent' in names ? names : null,
    fields: new Map(),
    groups: new Map(),
    places: new Map(),
    slots: 0,
  };
  for (const inner of field.fields) declareField(inner, group);
  names.groups.set(field.id, group);
}
