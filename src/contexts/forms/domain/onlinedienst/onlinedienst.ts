import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { compileForm } from '../compile/compile-form.ts';
import { complain, createCompiler, template, test } from '../compile/compiler.ts';
import { createDeclarations, scopeOf } from '../compile/declarations.ts';
import { declarationsOf } from '../compile/declared-by.ts';
import type { Form, Test } from '../compile/form.ts';
import { parseDefinition, parseJsonText } from '../definition/parse-definition.ts';
import { readBySchema } from '../definition/read-schema.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import type { Template } from '../expression/template.ts';
import { compileShares, type OfficeShare } from './office-shares.ts';
import { type OnlinedienstDefinition, onlinedienstSchema } from './onlinedienst-schema.ts';
import type { ServiceTexts } from './service-texts.ts';

/** A proven Onlinedienst: what it covers, what a Kommune states for it, and its form. Immutable. */
export interface Onlinedienst {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly definition: OnlinedienstDefinition;
  readonly form: Form;
  readonly covers: readonly { readonly leika: string; readonly office: string; readonly when: Test | null }[];
  readonly offices: readonly OfficeShare[];
  readonly texts: ServiceTexts<Template>;
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
  const compiler = createCompiler();
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
  const offices = compileShares(compiler, definition, form);
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
  return ok({ id, version, title, definition, form, covers, offices, texts: compiled });
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
