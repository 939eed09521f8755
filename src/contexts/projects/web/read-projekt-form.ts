import { eigenesPrefix, type Felder, feldLabel } from '../felder/feldnamen.ts';
import { gelesenPrefix } from './projekt-form.ts';

/** The fields as typed; boxes that were ticked stand under one name, one to a line. */
export function fieldsIn(form: URLSearchParams): Felder {
  const own = [...new Set(form.keys())].filter((name) => name.startsWith(eigenesPrefix));
  return Object.fromEntries(
    [...Object.keys(feldLabel), ...own].map((name) => [
      name,
      form.getAll(name).join('\n').replaceAll('\r\n', '\n'),
    ]),
  );
}

/** The fields as they stood when the person opened the form. */
export function readIn(form: URLSearchParams): Felder {
  const read = [...form].filter(([name]) => name.startsWith(gelesenPrefix));
  return Object.fromEntries(
    read.map(([name, text]) => [name.slice(gelesenPrefix.length), text.replaceAll('\r\n', '\n')]),
  );
}

/** What the person changed stays as typed; what only others changed is taken from them. */
export function merged(typed: Felder, read: Felder, theirs: Felder): Felder {
  return Object.fromEntries(
    Object.keys(typed).map((name) => [
      name,
      ((typed[name] ?? '') === (read[name] ?? '') ? theirs : typed)[name] ?? '',
    ]),
  );
}

/** The number of a Fassung that a form carries; 0 where it is none, which no project has. */
export function numberIn(text: string | null): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
