import { ok, type Result, refuse } from '#kernel';
import type { Definition, FeeLine, PageDefinition } from '../definition/definition-schema.ts';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import { compileField } from './compile-field.ts';
import { compileGroup } from './compile-group.ts';
import { type Compiler, complain, expression, optionalTemplate, template, test } from './compiler.ts';
import { createDeclarations, type Declarations, scopeOf } from './declarations.ts';
import type { Form, FormFeeLine, FormPage } from './form.ts';
import { unreachablePages } from './reachable.ts';

/** Addresses that the portal needs for itself below a form. */
const reservedPages: ReadonlySet<string> = new Set(['pruefen', 'absenden', 'start', 'eingang']);

/**
 * Proves a definition and makes it ready to run: names unique, expressions typed and pointing back (so there is no
 * circle), pages reachable. Refuses with every violation, its place and its remedy (`FORM_DEFINITION_UNSOUND`).
 */
export function compileForm(definition: Definition, parameters: ParameterDefinitions = {}): Result<Form> {
  const compiler: Compiler = { problems: [], conditions: new Map() };
  const declarations = createDeclarations(definition, parameters);
  const pageIndex = new Map<string, number>();
  const title = template(compiler, 'title', definition.title, scopeOf(declarations));
  const pages = definition.pages.map((page, index) =>
    compilePage(compiler, page, index, declarations, pageIndex),
  );
  const fee = compileFee(compiler, definition, declarations);
  if (compiler.problems.length === 0) {
    for (const { place, message } of unreachablePages(definition, compiler.conditions))
      complain(compiler, place, message);
  }
  const { problems } = compiler;
  if (problems.length > 0) return unsound(definition, problems);
  return ok({
    definition,
    parameters,
    title,
    pages,
    pageIndex,
    fee,
    slots: declarations.slots,
    groups: declarations.groups.size,
  });
}

function unsound(definition: Definition, problems: Compiler['problems']): Result<never> {
  const [first] = problems;
  const count = problems.length === 1 ? 'einen Fehler' : `${problems.length} Fehler`;
  const message = `Das Formular „${definition.id}“ hat ${count}, zuerst ${first?.field}: ${first?.message}`;
  return refuse({
    kind: 'invalid',
    code: 'FORM_DEFINITION_UNSOUND',
    message,
    fields: problems.slice(0, 200),
  });
}

function compilePage(
  compiler: Compiler,
  page: PageDefinition,
  index: number,
  declarations: Declarations,
  pageIndex: Map<string, number>,
): FormPage {
  const place = `pages[${index}]`;
  if (pageIndex.has(page.id))
    complain(
      compiler,
      `${place}.id`,
      `Die Seite „${page.id}“ gibt es schon. Geben Sie jeder Seite einen eigenen Namen.`,
    );
  if (reservedPages.has(page.id))
    complain(
      compiler,
      `${place}.id`,
      `„${page.id}“ braucht das Portal selbst. Wählen Sie einen anderen Namen.`,
    );
  if (page.exit && page.fields.some((field) => field.type !== 'info')) {
    complain(
      compiler,
      `${place}.fields`,
      'Auf einer Seite, an der der Weg endet, stehen nur Hinweise (info).',
    );
  }
  pageIndex.set(page.id, index);
  const scope = scopeOf(declarations);
  return {
    id: page.id,
    index,
    title: template(compiler, `${place}.title`, page.title, scope),
    lead: optionalTemplate(compiler, `${place}.lead`, page.lead, scope),
    condition: test(compiler, `${place}.condition`, page.condition, scope),
    exit: page.exit ?? false,
    fields: page.fields.map((field, position) => {
      const at = `${place}.fields[${position}]`;
      if (field.type === 'group') return compileGroup(compiler, at, field, declarations);
      return compileField(compiler, at, field, declarations, null);
    }),
  };
}

function compileFee(compiler: Compiler, definition: Definition, declarations: Declarations): Form['fee'] {
  if (!definition.fee) return null;
  const ids = new Set<string>();
  return {
    note: optionalTemplate(compiler, 'fee.note', definition.fee.note, scopeOf(declarations)),
    lines: definition.fee.lines.map((line, index) => {
      const place = `fee.lines[${index}]`;
      if (ids.has(line.id)) complain(compiler, `${place}.id`, `Die Zeile „${line.id}“ gibt es schon.`);
      ids.add(line.id);
      return feeLine(compiler, place, line, declarations);
    }),
  };
}

function feeLine(compiler: Compiler, place: string, line: FeeLine, declarations: Declarations): FormFeeLine {
  const group = line.forEach === undefined ? null : (declarations.groups.get(line.forEach) ?? null);
  if (line.forEach !== undefined && !group)
    complain(compiler, `${place}.forEach`, `Eine Gruppe „${line.forEach}“ gibt es nicht.`);
  const scope = scopeOf(declarations, group);
  const amount = expression(compiler, `${place}.amount`, line.amount, scope, ['money']);
  return {
    definition: line,
    label: template(compiler, `${place}.label`, line.label, scope),
    condition: test(compiler, `${place}.condition`, line.condition, scope),
    amount: amount?.run ?? (() => undefined),
    group: group?.index ?? null,
  };
}
