import type { FieldProblem } from '#kernel';
import type { Definition, RuleDefinition } from '../definition/definition-schema.ts';
import { compileExpression, type Expression } from '../expression/compile-expression.ts';
import type { Scope } from '../expression/scope.ts';
import type { ExpressionProblem } from '../expression/syntax.ts';
import { compileTemplate, type Template } from '../expression/template.ts';
import type { ExprKind } from '../expression/types.ts';
import type { Choices } from '../fields/choice-fields.ts';
import { type Messages, messagesIn } from '../words/messages.ts';
import type { Test } from './form.ts';

/** Collects what is wrong with a definition, each with its place and how to mend it. */
export interface Compiler {
  readonly problems: FieldProblem[];
  /** Conditions by place, for the proof that every page can be reached. */
  readonly conditions: Map<string, Expression>;
  readonly language: string;
  readonly words: Messages;
  readonly codeLists: NonNullable<Definition['codeLists']>;
  /** The choices of whole code lists, which several fields share. */
  readonly lists: Map<string, Choices>;
  /** Machine rules by the field that they are checked at. */
  readonly rules: ReadonlyMap<string, readonly PlacedRule[]>;
}

export interface PlacedRule {
  readonly place: string;
  readonly rule: RuleDefinition;
}

/** A compiler for a definition; without one, for expressions that stand elsewhere. */
export function createCompiler(definition?: Definition): Compiler {
  const language = definition?.language ?? 'de';
  const rules = new Map<string, PlacedRule[]>();
  for (const [index, rule] of (definition?.rules ?? []).entries()) {
    const { field = '' } = rule;
    rules.set(field, [...(rules.get(field) ?? []), { place: `rules[${index}]`, rule }]);
  }
  return {
    problems: [],
    conditions: new Map(),
    language,
    words: messagesIn(language),
    codeLists: definition?.codeLists ?? {},
    lists: new Map(),
    rules,
  };
}

export function complain(compiler: Compiler, place: string, message: string): void {
  compiler.problems.push({ field: place, message });
}

function complainAll(compiler: Compiler, place: string, problems: readonly ExpressionProblem[]): void {
  for (const { at, message } of problems) complain(compiler, place, `Zeichen ${at + 1}: ${message}`);
}

/** An expression of one of the expected types, or null after a complaint. */
export function expression(
  compiler: Compiler,
  place: string,
  source: string,
  scope: Scope,
  expected: readonly ExprKind[] | null,
): Expression | null {
  const compiled = compileExpression(source, scope, expected);
  if (compiled.ok) return compiled.value;
  complainAll(compiler, place, compiled.problems);
  return null;
}

/** A condition; where there is none, or a broken one, null. */
export function test(
  compiler: Compiler,
  place: string,
  source: string | undefined,
  scope: Scope,
): Test | null {
  if (source === undefined) return null;
  const compiled = expression(compiler, place, source, scope, ['boolean']);
  if (!compiled) return null;
  compiler.conditions.set(place, compiled);
  return (env) => compiled.run(env) === true;
}

export function template(compiler: Compiler, place: string, source: string, scope: Scope): Template {
  const compiled = compileTemplate(source, scope);
  if (compiled.ok) return compiled.value;
  complainAll(compiler, place, compiled.problems);
  return () => source;
}

export function optionalTemplate(
  compiler: Compiler,
  place: string,
  source: string | undefined,
  scope: Scope,
): Template | null {
  return source === undefined ? null : template(compiler, place, source, scope);
}
