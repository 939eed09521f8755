import type { Definition, RuleDefinition } from '../definition/definition-schema.ts';
import type { Field } from '../definition/field-schema.ts';
import { type Compiler, complain } from './compiler.ts';

/** Machine rules need a question that they are checked at; ids are unique, and open work has no check that is done. */
export function checkRules(compiler: Compiler, { rules = [], pages }: Definition): void {
  if (rules.length === 0) return;
  const questions = new Set(pages.flatMap(({ fields }) => questionPaths(fields, '')));
  const ids = new Set<string>();
  for (const [index, { id, field, holds, state }] of rules.entries()) {
    const at = `rules[${index}]`;
    if (ids.has(id)) complain(compiler, `${at}.id`, `Die Regel „${id}“ gibt es schon.`);
    ids.add(id);
    if (field !== undefined && !questions.has(field))
      complain(compiler, `${at}.field`, `Eine Frage „${field}“ gibt es nicht.`);
    if (holds !== undefined && field === undefined)
      complain(compiler, `${at}.field`, 'Nennen Sie das Feld, bei dem die Regel geprüft wird.');
    checkState(compiler, at, state, holds !== undefined);
  }
}

/** What is done by a check of its own has one; what conditions do has none. */
function checkState(compiler: Compiler, at: string, state: RuleDefinition['state'], hasCheck: boolean): void {
  if (state === 'done' && !hasCheck)
    complain(compiler, `${at}.holds`, 'Umgesetzt (done) ist eine Regel erst mit einer Prüfung in holds.');
  if (state === 'in-condition' && hasCheck)
    complain(
      compiler,
      `${at}.state`,
      'Eine Regel mit eigener Prüfung in holds ist „done“, nicht „in-condition“.',
    );
}

/** The names of all questions, in groups with the names of the groups. */
function questionPaths(fields: readonly Field[], before: string): string[] {
  return fields.flatMap((field) => {
    if (field.type === 'section') return questionPaths(field.fields, before);
    if (field.type === 'group') return questionPaths(field.fields, `${before}${field.id}.`);
    if (field.type === 'table') return questionPaths(field.columns, `${before}${field.id}.`);
    const isQuestion = field.type !== 'info' && field.type !== 'calculated' && field.type !== 'summary';
    return isQuestion ? [before + field.id] : [];
  });
}
