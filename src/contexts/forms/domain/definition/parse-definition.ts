import { type Result, refuse } from '#kernel';
import { limits } from '../limits.ts';
import { type Definition, definitionSchema } from './definition-schema.ts';
import { placeOf, readBySchema } from './read-schema.ts';

/** Reads a form's definition from its JSON text; refuses with the places that do not fit (`FORM_DEFINITION_INVALID`). */
export function parseDefinition(text: string): Result<Definition> {
  const json = parseJsonText(text, 'FORM_DEFINITION_INVALID', 'Die Formulardefinition');
  return json.ok
    ? readBySchema(definitionSchema, json.value, 'FORM_DEFINITION_INVALID', 'Die Formulardefinition')
    : json;
}

/** JSON text of bounded size to a value of unknown shape. */
export function parseJsonText(text: string, code: string, what: string): Result<unknown> {
  if (text.length > limits.definitionBytes) {
    return refuse({ kind: 'too-large', code, message: `${what} ist größer als 1 MB.` });
  }
  try {
    const value: unknown = JSON.parse(text);
    const deep = placeTooDeep(value);
    if (deep === null) return { ok: true, value };
    const message = `${what} ist an der Stelle ${deep} zu tief verschachtelt.`;
    return refuse({ kind: 'invalid', code, message, fields: [{ field: deep, message }] });
  } catch (fault) {
    const detail = fault instanceof Error ? fault.message : String(fault);
    return refuse({ kind: 'invalid', code, message: `${what} ist kein gültiges JSON: ${detail}` });
  }
}

/** Where a value is deeper than any definition; without recursion, because such a value would exhaust the stack. */
function placeTooDeep(value: unknown): string | null {
  const open: { readonly value: unknown; readonly path: readonly PropertyKey[] }[] = [{ value, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.path.length >= limits.definitionDepth) return placeOf(next.path.slice(0, 6));
    const isList = Array.isArray(next.value);
    for (const [key, inner] of Object.entries(next.value))
      open.push({ value: inner, path: [...next.path, isList ? Number(key) : key] });
  }
  return null;
}
