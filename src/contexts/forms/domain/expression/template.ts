import { compileExpression } from './compile-expression.ts';
import { formatValue } from './format-value.ts';
import type { Scope } from './scope.ts';
import type { ExpressionProblem } from './syntax.ts';
import type { Env } from './value.ts';

/** A text for people, filled in for one form: `Die Gebühr beträgt {param.gebuehr}.` */
export type Template = (env: Env) => string;

export type CompiledTemplate =
  | { readonly ok: true; readonly value: Template }
  | { readonly ok: false; readonly problems: readonly ExpressionProblem[] };

/** Compiles a text whose parts in braces are expressions; `{{` and `}}` stand for single braces. */
export function compileTemplate(source: string, scope: Scope): CompiledTemplate {
  if (!source.includes('{') && !source.includes('}')) return { ok: true, value: () => source };
  const parts: Template[] = [];
  const problems: ExpressionProblem[] = [];
  for (const match of source.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g)) {
    const [text, inner] = match;
    if (inner !== undefined) parts.push(filled(inner, match.index + 1, scope, problems));
    else if (text === '{' || text === '}') problems.push({ at: match.index, message: brace });
    else parts.push(() => (text === '{{' || text === '}}' ? text.slice(1) : text));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: (env) => parts.map((part) => part(env)).join('') };
}

const brace =
  'Eine geschweifte Klammer steht allein. Ein Ausdruck steht in {…}, ein Zeichen selbst als {{ oder }}.';

function filled(source: string, at: number, scope: Scope, problems: ExpressionProblem[]): Template {
  const compiled = compileExpression(source, scope, null);
  if (!compiled.ok) {
    problems.push(...compiled.problems.map((problem) => ({ ...problem, at: problem.at + at })));
    return () => '';
  }
  const { type, run } = compiled.value;
  return (env) => formatValue(type.kind, run(env));
}
