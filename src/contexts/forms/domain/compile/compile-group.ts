import type { Field, GroupField, SectionField, TableField } from '../definition/field-schema.ts';
import { limits } from '../limits.ts';
import { compileField } from './compile-field.ts';
import { complain, template } from './compiler.ts';
import { createGroup, depthOf, hiddenSlot } from './declarations.ts';
import type { FormField, FormSection, RepeatedGroup } from './form.ts';
import { checkId, commonParts, namesAt, type Place, scopeAt } from './place.ts';

/** The parts at a place, sections opened: a section comes before its parts, which name it. */
export function compileFields(
  place: Omit<Place, 'at' | 'path'>,
  fields: readonly Field[],
  at: string,
  path: string,
): FormField[] {
  if (place.depth > limits.containerDepth) {
    complain(
      place.compiler,
      at,
      `Abschnitte und Gruppen stehen höchstens ${limits.containerDepth} ineinander.`,
    );
    return [];
  }
  return fields.flatMap((field, index) => {
    const own: Place = { ...place, at: `${at}.fields[${index}]`, path: `${path}${field.id}` };
    if (field.type === 'group' || field.type === 'table') return [compileGroup(own, field)];
    return field.type === 'section' ? compileSection(own, field, path) : [compileField(own, field)];
  });
}

function compileSection(place: Place, field: SectionField, path: string): FormField[] {
  checkId(place, field.id);
  const section: FormSection = {
    kind: 'section',
    ...commonParts(place, field),
    definition: field,
    slot: hiddenSlot(namesAt(place)),
    level: (place.section?.level ?? 0) + 1,
  };
  const inner = { ...place, section, depth: place.depth + 1 };
  return [section, ...compileFields(inner, field.fields, place.at, path)];
}

/** A repeated group or a table: its fields see the fields before it and, as `row.…`, those before them in the row. */
function compileGroup(place: Place, group: GroupField | TableField): RepeatedGroup {
  const { compiler, at, declarations } = place;
  checkId(place, group.id);
  const [min, max] = countsOf(place, group);
  const fields = group.type === 'table' ? group.columns : group.fields;
  const names = namesAt(place);
  const declared = createGroup({ id: group.id, fields }, at, names);
  const depth = depthOf(declared);
  if (depth >= limits.groupDepth)
    complain(compiler, at, `Gruppen stehen höchstens ${limits.groupDepth} ineinander.`);
  const common = commonParts(place, group);
  const inner = { compiler, declarations, group: declared, section: null, depth: place.depth + 1 };
  const compiled = compileFields(inner, fields, at, `${place.path}.`);
  names.groups.set(group.id, declared);
  return {
    kind: 'group',
    ...common,
    definition: group,
    index: declared.index,
    depth,
    item: group.type === 'table' ? group.label : group.item,
    min,
    max,
    fixed: group.type === 'table' ? rowTitles(place, group) : null,
    slots: declared.slots,
    groups: declared.groups.size,
    fields: compiled,
  };
}

function countsOf({ compiler, at }: Place, group: GroupField | TableField): readonly [number, number] {
  if (group.type === 'table') return [group.rows.length, group.rows.length];
  const { min = 1, max = 20 } = group;
  if (min > max)
    complain(
      compiler,
      `${at}.min`,
      `Mindestens ${min} und höchstens ${max} Einträge schließen einander aus.`,
    );
  return [min, max];
}

function rowTitles(place: Place, { rows, columns }: TableField): RepeatedGroup['fixed'] {
  const { compiler, at } = place;
  const values = new Set(rows.map(({ value }) => value));
  if (values.size < rows.length)
    complain(compiler, `${at}.rows`, 'Ein Wert kommt zweimal vor. Geben Sie jeder Zeile einen eigenen.');
  if (rows.length * columns.length > limits.tableCells)
    complain(compiler, at, `Eine Tabelle hat höchstens ${limits.tableCells} Felder.`);
  return rows.map(({ label }, index) =>
    template(compiler, `${at}.rows[${index}].label`, label, scopeAt(place)),
  );
}
