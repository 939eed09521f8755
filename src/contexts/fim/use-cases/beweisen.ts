import { compileForm, parseDefinition } from '#forms';
import type { FieldProblem, Result } from '#kernel';
import type { Befund } from '../domain/bericht.ts';
import type { Entwurf } from '../domain/uebernahme/entwurf.ts';

type Definition = Extract<ReturnType<typeof parseDefinition>, { readonly ok: true }>['value'];

/** A definition that was proven, or what stands against it; and what had to be taken back for it. */
export interface Beweis {
  readonly definition: Definition | null;
  readonly hindernisse: readonly FieldProblem[];
  readonly befunde: readonly Befund[];
}

/** What can be taken back without losing a question. */
const entbehrlich = new Set([
  'condition',
  'required',
  'pattern',
  'checks',
  'from',
  'to',
  'min',
  'max',
  'minLength',
  'minCount',
  'maxCount',
]);
const mostSteps = 200;

/**
 * Proves a definition as every other is proven. What the schema says and a form refuses, such as a pattern of another kind
 * or a rule that contradicts another one, is taken back and told, so that one rule does not cost the whole schema.
 */
export function beweise(entwurf: Entwurf, fimId: string): Beweis {
  const draft: Entwurf = structuredClone(entwurf);
  const befunde: Befund[] = [];
  for (let step = 0; step < mostSteps; step += 1) {
    const proven = bewiesen(draft);
    if (proven.ok) return { definition: proven.value, hindernisse: [], befunde };
    const problems = proven.refusal.fields ?? [{ field: '', message: proven.refusal.message }];
    const taken = problems
      .map((problem) => zurueck(draft, problem, fimId))
      .filter((befund) => befund !== null);
    if (taken.length === 0) return { definition: null, hindernisse: problems, befunde };
    befunde.push(...taken);
  }
  return { definition: null, hindernisse: [], befunde };
}

function bewiesen(draft: Entwurf): Result<Definition> {
  const parsed = parseDefinition(JSON.stringify(draft));
  if (!parsed.ok) return parsed;
  const compiled = compileForm(parsed.value, {});
  return compiled.ok ? parsed : compiled;
}

/** Removes what a problem names from the draft; `null` where it is not something that can go. */
function zurueck(draft: Entwurf, { field, message }: FieldProblem, fimId: string): Befund | null {
  const path = [...field.matchAll(/[A-Za-z]+|\d+/g)].map(([part]) => part);
  const last = path.findLastIndex((part) => entbehrlich.has(part));
  if (last < 0) return null;
  const [name = ''] = path.slice(last);
  const owner = path.slice(0, last).reduce<unknown>(inner, draft);
  if (!isObject(owner) || !(name in owner)) return null;
  const label = String(owner.label ?? owner.title ?? '');
  delete owner[name];
  return {
    art: name === 'pattern' ? 'muster' : 'regel-offen',
    gewicht: 'arbeit',
    fimId: idOf(owner) ?? fimId,
    ort: label,
    zeile: 0,
    text: `Das Formular nimmt „${name}“ hier nicht an: ${message} Die Angabe wurde weggelassen.`,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function inner(value: unknown, part: string): unknown {
  return isObject(value) ? value[part] : undefined;
}

function idOf({ source }: Record<string, unknown>): string | null {
  const id = inner(source, 'id');
  return typeof id === 'string' ? id : null;
}
