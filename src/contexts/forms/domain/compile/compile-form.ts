import { ok, type Result, refuse } from '#kernel';
import type { Definition, FeeLine, PageDefinition } from '../definition/definition-schema.ts';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import { languageReports, translated } from '../definition/translate.ts';
import { checkRules } from './check-rules.ts';
import { compileFields } from './compile-group.ts';
import {
  type Compiler,
  complain,
  createCompiler,
  expression,
  optionalTemplate,
  template,
  test,
} from './compiler.ts';
import { createDeclarations, type Declarations, scopeOf } from './declarations.ts';
import type { Form, FormFeeLine, FormPage } from './form.ts';
import { questionsOneByOne } from './one-by-one.ts';
import { unreachablePages } from './reachable.ts';

/** Addresses that the portal needs for itself below a form. */
const reservedPages: ReadonlySet<string> = new Set(['pruefen', 'absenden', 'start', 'eingang']);

/**
 * Proves a definition and makes it ready to run: names unique, expressions typed and pointing back (so there is no
 * circle), pages reachable, texts sound in every language. Refuses with every violation, its place and its remedy
 * (`FORM_DEFINITION_UNSOUND`).
 */
export function compileForm(definition: Definition, parameters: ParameterDefinitions = {}): Result<Form> {
  const compiler = createCompiler(definition);
  const form = compileLanguage(compiler, definition, parameters);
  checkRules(compiler, definition);
  if (compiler.problems.length === 0) {
    for (const { place, message } of unreachablePages(definition, compiler.conditions))
      complain(compiler, place, message);
  }
  const translations =
    compiler.problems.length === 0 ? compileTranslations(compiler, definition, parameters) : new Map();
  return compiler.problems.length > 0
    ? unsound(definition, compiler.problems)
    : ok({ ...form, translations });
}

/** The form in the language of its texts; what is wrong with it is with the compiler. */
function compileLanguage(compiler: Compiler, definition: Definition, parameters: ParameterDefinitions): Form {
  const declarations = createDeclarations(definition, parameters);
  const title = template(compiler, 'title', definition.title, scopeOf(declarations));
  const pages = definition.pages
    .flatMap((page, index) => compilePage(compiler, page, index, definition, declarations))
    .map((page, index) => ({ ...page, index }));
  const pageIndex = indexOf(compiler, definition, pages);
  const fee = compileFee(compiler, definition, declarations);
  const { language, words } = compiler;
  const { slots, groups } = declarations;
  return {
    ...{ definition, parameters, language, words, title, pages, pageIndex, fee, slots },
    languages: languagesOf(definition),
    untranslated: 0,
    translations: new Map(),
    groups: groups.size,
  };
}

/** The form in each further language, so that a broken text is found before anybody reads it. */
function compileTranslations(
  compiler: Compiler,
  definition: Definition,
  parameters: ParameterDefinitions,
): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>();
  for (const { language, missing } of languageReports(definition)) {
    const inLanguage = translated(definition, language);
    const inner = createCompiler(inLanguage);
    const form = compileLanguage(inner, inLanguage, parameters);
    forms.set(language, {
      ...form,
      languages: languagesOf(definition),
      untranslated: missing.length,
      definition: { ...definition, language },
    });
    for (const { field, message } of inner.problems)
      complain(compiler, `translations.${language} (${field})`, message);
  }
  return forms;
}

function languagesOf({ language = 'de', translations = {} }: Definition): readonly string[] {
  return [...new Set([language, ...Object.keys(translations)])];
}

/** The form in a language; in its own where it does not speak it. */
export function formIn(form: Form, language: string): Form {
  return form.translations.get(language) ?? form;
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
  definition: Definition,
  declarations: Declarations,
): FormPage[] {
  const at = `pages[${index}]`;
  if (page.exit && page.fields.some((field) => field.type !== 'info')) {
    complain(compiler, `${at}.fields`, 'Auf einer Seite, an der der Weg endet, stehen nur Hinweise (info).');
  }
  const scope = scopeOf(declarations);
  const place = { compiler, declarations, group: null, section: null, depth: 0 };
  const compiled: FormPage = {
    id: page.id,
    index,
    authored: page.id,
    title: template(compiler, `${at}.title`, page.title, scope),
    lead: optionalTemplate(compiler, `${at}.lead`, page.lead, scope),
    condition: test(compiler, `${at}.condition`, page.condition, scope),
    exit: page.exit ?? false,
    fields: compileFields(place, page.fields, at, ''),
  };
  const questions = page.questions ?? definition.questions ?? 'together';
  return questions === 'one-by-one' ? questionsOneByOne(compiled) : [compiled];
}

function indexOf(
  compiler: Compiler,
  definition: Definition,
  pages: readonly FormPage[],
): ReadonlyMap<string, number> {
  const pageIndex = new Map<string, number>();
  for (const { id, index, authored } of pages) {
    const at = `pages[${definition.pages.findLastIndex((page) => page.id === authored)}].id`;
    if (pageIndex.has(id))
      complain(compiler, at, `Die Seite „${id}“ gibt es schon. Geben Sie jeder Seite einen eigenen Namen.`);
    if (reservedPages.has(id))
      complain(compiler, at, `„${id}“ braucht das Portal selbst. Wählen Sie einen anderen Namen.`);
    pageIndex.set(id, index);
  }
  return pageIndex;
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
