import { type Result, refuse } from '#kernel';
import { limits } from '../limits.ts';
import { type Definition, definitionSchema } from './definition-schema.ts';
import { readBySchema } from './read-schema.ts';

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
    return { ok: true, value: JSON.parse(text) };
  } catch (fault) {
    const detail = fault instanceof Error ? fault.message : String(fault);
    return refuse({ kind: 'invalid', code, message: `${what} ist kein gültiges JSON: ${detail}` });
  }
}
