import { createDeclarations, type Declarations, type DeclaredGroup, declare } from './declarations.ts';
import type { Form, FormField } from './form.ts';

/** All answers of a proven form, so that `covers[].when` may name them. */
export function declarationsOf(form: Form): Declarations {
  const declarations = createDeclarations(form.definition, form.parameters);
  for (const field of form.pages.flatMap((page) => page.fields)) declareField(field, declarations);
  return declarations;
}

function declareField(field: FormField, declarations: Declarations): void {
  if (field.kind === 'input') declare(declarations, field.id, field.behaviour.type, field.behaviour.parts);
  if (field.kind === 'calculated') declare(declarations, field.id, { kind: field.type }, undefined);
  if (field.kind !== 'group') return;
  const group: DeclaredGroup = {
    id: field.id,
    index: field.index,
    fields: new Map(),
    places: new Map(),
    slots: 0,
  };
  for (const inner of field.fields) {
    if (inner.kind === 'input') declare(group, inner.id, inner.behaviour.type, inner.behaviour.parts);
    if (inner.kind === 'calculated') declare(group, inner.id, { kind: inner.type }, undefined);
  }
  declarations.groups.set(field.id, group);
}
