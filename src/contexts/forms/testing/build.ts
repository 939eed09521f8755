import { localDate, type Refusal, type Result } from '#kernel';
import { compileForm } from '../domain/compile/compile-form.ts';
import type { Form } from '../domain/compile/form.ts';
import { type Definition, definitionSchema } from '../domain/definition/definition-schema.ts';
import type { ParameterDefinitions } from '../domain/definition/parameter-schema.ts';
import type { FormContext } from '../domain/evaluate/evaluation.ts';
import type { Onlinedienst } from '../domain/onlinedienst/onlinedienst.ts';
import { parseParameters } from '../domain/parameters/parse-parameters.ts';
import { loadOnlinedienste } from '../load-onlinedienste.ts';

export const today = localDate('2026-11-21');

/** The value, or a failed test that says what the refusal says. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(
    `${result.refusal.code}: ${result.refusal.message}\n${JSON.stringify(result.refusal.fields, null, 1)}`,
  );
}

export function refused(result: Result<unknown>): Refusal {
  if (!result.ok) return result.refusal;
  throw new Error('should have been refused');
}

/** A definition with these pages; anything else of it is filled in. */
export function definitionOf(pages: unknown, fee?: unknown): Definition {
  return definitionSchema.parse({
    format: 'leitwerk/formular@1',
    id: 'probe',
    version: 1,
    title: 'Probe',
    pages,
    ...(fee === undefined ? {} : { fee }),
  });
}

export function formOf(pages: unknown, parameters: ParameterDefinitions = {}, fee?: unknown): Form {
  return must(compileForm(definitionOf(pages, fee), parameters));
}

export function contextOf(parameters: ParameterDefinitions = {}, values: unknown = {}): FormContext {
  return { parameters: must(parseParameters(parameters, values)), today };
}

const folder = new URL('../../../../data/onlinedienste', import.meta.url).pathname;

/** An Onlinedienst as the product ships it. */
export async function shippedDienst(id: string): Promise<Onlinedienst> {
  const found = must(await loadOnlinedienste(folder)).find((dienst) => dienst.id === id);
  if (!found) throw new Error(`no Onlinedienst ${id}`);
  return found;
}
