import type { GroupField } from '../definition/field-schema.ts';
import { checkId, compileField } from './compile-field.ts';
import { type Compiler, complain, optionalTemplate, template, test } from './compiler.ts';
import { type Declarations, type DeclaredGroup, scopeOf } from './declarations.ts';
import type { RepeatedGroup } from './form.ts';

/** A repeated group: its fields see the fields before it and, as `row.…`, those before them in the row. */
export function compileGroup(
  compiler: Compiler,
  place: string,
  group: GroupField,
  declarations: Declarations,
): RepeatedGroup {
  const { id, min = 1, max = 20 } = group;
  const scope = scopeOf(declarations);
  checkId(compiler, place, id, declarations);
  if (min > max)
    complain(
      compiler,
      `${place}.min`,
      `Mindestens ${min} und höchstens ${max} Einträge schließen einander aus.`,
    );
  const declared: DeclaredGroup = {
    id,
    index: declarations.groups.size,
    fields: new Map(),
    places: new Map(group.fields.map((field, index) => [field.id, `${place}.fields[${index}]`])),
    slots: 0,
  };
  const common = {
    label: template(compiler, `${place}.label`, group.label, scope),
    hint: optionalTemplate(compiler, `${place}.hint`, group.hint, scope),
    condition: test(compiler, `${place}.condition`, group.condition, scope),
  };
  const fields = group.fields.map((field, index) =>
    compileField(compiler, `${place}.fields[${index}]`, field, declarations, declared),
  );
  declarations.groups.set(id, declared);
  return {
    kind: 'group',
    id,
    ...common,
    definition: group,
    index: declared.index,
    min,
    max,
    slots: declared.slots,
    fields,
  };
}
