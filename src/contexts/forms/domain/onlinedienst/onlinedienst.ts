import { type FieldProblem, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { compileForm } from '../compile/compile-form.ts';
import { type Compiler, complain, template, test } from '../compile/compiler.ts';
import { createDeclarations, declare, scopeOf } from '../compile/declarations.ts';
import type { Form, FormField, Test } from '../compile/form.ts';
import { parseDefinition, parseJsonText } from '../definition/parse-definition.ts';
import { readBySchema } from '../definition/read-schema.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import type { Template } from '../expression/template.ts';
import type { ParameterValues } from '../expression/value.ts';
import { type OnlinedienstDefinition, onlinedienstSchema } from './onlinedienst-schema.ts';

/** A proven Onlinedienst: what it covers, what a Kommune states for it, and its form. Immutable. */
export interface Onlinedienst {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly definition: OnlinedienstDefinition;
  readonly form: Form;
  readonly covers: readonly { readonly leika: string; readonly office: string; readonly when: Test | null }[];
  readonly texts: ServiceTexts<Template>;
}

/** What the service page says. */
export interface ServiceTexts<T> {
  readonly what: T;
  readonly forWhom: T;
  readonly need: readonly T[];
  readonly cost: T;
  readonly time: T;
  readonly deadline: T;
  readonly law: T;
}

/**
 * Reads and proves an Onlinedienst from the texts of its two files. Refuses with the places of the file that is wrong:
 * `dienst.json: covers[0].when` (`FORM_ONLINEDIENST_INVALID`).
 */
export function parseOnlinedienst(dienstText: string, formularText: string): Result<Onlinedienst> {
  const json = parseJsonText(dienstText, 'FORM_ONLINEDIENST_INVALID', 'Die Datei dienst.json');
  const dienst = json.ok
    ? readBySchema(onlinedienstSchema, json.value, 'FORM_ONLINEDIENST_INVALID', 'Die Datei dienst.json')
    : json;
  if (!dienst.ok) return inFile('dienst.json', dienst.refusal);
  const definition = parseDefinition(formularText);
  if (!definition.ok) return inFile('formular.json', definition.refusal);
  const form = compileForm(definition.value, dienst.value.parameters);
  if (!form.ok) return inFile('formular.json', form.refusal);
  return compileDienst(dienst.value, form.value);
}

function inFile(
  file: string,
  refusal: { readonly message: string; readonly fields?: readonly FieldProblem[] },
): Result<never> {
  const fields = (refusal.fields ?? [{ field: '(Anfang)', message: refusal.message }]).map(
    ({ field, message }) => ({
      field: `${file}: ${field}`,
      message,
    }),
  );
  return refuse({
    kind: 'invalid',
    code: 'FORM_ONLINEDIENST_INVALID',
    message: `${file}: ${refusal.message}`,
    fields,
  });
}

function compileDienst(definition: OnlinedienstDefinition, form: Form): Result<Onlinedienst> {
  const compiler: Compiler = { problems: [], conditions: new Map() };
  const scope = scopeOf(declarationsOf(form));
  const onlyParameters = scopeOf(createDeclarations(form.definition, definition.parameters));
  const text = (place: string, source: string): Template => template(compiler, place, source, onlyParameters);
  const { texts } = definition;
  const compiled: ServiceTexts<Template> = {
    what: text('texts.what', texts.what),
    forWhom: text('texts.forWhom', texts.forWhom),
    need: texts.need.map((need, index) => text(`texts.need[${index}]`, need)),
    cost: text('texts.cost', texts.cost),
    time: text('texts.time', texts.time),
    deadline: text('texts.deadline', texts.deadline),
    law: text('texts.law', texts.law),
  };
  const covers = definition.covers.map(({ leika, office, when }, index) => ({
    leika,
    office,
    when: test(compiler, `covers[${index}].when`, when, scope),
  }));
  if (definition.id !== form.definition.id)
    complain(compiler, 'id', `Das Formular heißt „${form.definition.id}“. Beide brauchen denselben Namen.`);
  for (const [index, { leika }] of (form.definition.fee?.lines ?? []).entries()) {
    if (leika !== undefined && !covers.some((cover) => cover.leika === leika)) {
      complain(
        compiler,
        'covers',
        `fee.lines[${index}] nennt die Leistung ${leika}, die der Onlinedienst nicht abdeckt.`,
      );
    }
  }
  if (compiler.problems.length > 0) {
    const [first] = compiler.problems;
    return inFile('dienst.json', {
      message: `${first?.field}: ${first?.message}`,
      fields: compiler.problems,
    });
  }
  const { id, version, title } = definition;
  return ok({ id, version, title, definition, form, covers, texts: compiled });
}

/** All answers of a proven form, so that `covers[].when` may name them. */
function declarationsOf(form: Form): ReturnType<typeof createDeclarations> {
  const declarations = createDeclarations(form.definition, form.parameters);
  for (const field of form.pages.flatMap((page) => page.fields)) declareField(field, declarations);
  return declarations;
}

function declareField(field: FormField, declarations: ReturnType<typeof createDeclarations>): void {
  if (field.kind === 'input') declare(declarations, field.id, field.behaviour.type, field.behaviour.parts);
  if (field.kind === 'calculated') declare(declarations, field.id, { kind: field.type }, undefined);
  if (field.kind !== 'group') return;
  const group = {
    id: field.id,
    index: field.index,
    fields: new Map(),
    places: new Map<string, string>(),
    slots: 0,
  };
  for (const inner of field.fields) {
    if (inner.kind === 'input') declare(group, inner.id, inner.behaviour.type, inner.behaviour.parts);
    if (inner.kind === 'calculated') declare(group, inner.id, { kind: inner.type }, undefined);
  }
  declarations.groups.set(field.id, group);
}

/** Which of the covered Leistungen these answers concern, and which kind of office each goes to. */
export function coveredLeistungen(
  dienst: Onlinedienst,
  evaluation: Evaluation,
): readonly { readonly leika: string; readonly office: string }[] {
  return dienst.covers
    .filter(({ when }) => when === null || when(evaluation.env))
    .map(({ leika, office }) => ({ leika, office }));
}

/** The service page's texts with a Kommune's values filled in. */
export function serviceTexts(
  dienst: Onlinedienst,
  parameters: ParameterValues,
  today: LocalDate,
): ServiceTexts<string> {
  const env = { values: [], groups: [], parameters, today, row: undefined, entry: undefined };
  const { texts } = dienst;
  return {
    what: texts.what(env),
    forWhom: texts.forWhom(env),
    need: texts.need.map((need) => need(env)),
    cost: texts.cost(env),
    time: texts.time(env),
    deadline: texts.deadline(env),
    law: texts.law(env),
  };
}

/** The rule in force on a day for one kind of data, or null. */
export function deletionRule(
  dienst: Onlinedienst,
  data: OnlinedienstDefinition['deletion'][number]['data'],
  date: LocalDate,
): OnlinedienstDefinition['deletion'][number] | null {
  const inForce = dienst.definition.deletion.filter((rule) => {
    const from = parseLocalDate(rule.validFrom);
    return (
      rule.data === data && from.ok && from.value <= date && (rule.validTo === null || date <= rule.validTo)
    );
  });
  return inForce[0] ?? null;
}
