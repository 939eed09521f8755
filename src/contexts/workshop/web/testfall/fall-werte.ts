import { html } from 'hono/html';
import type { ParameterDefinition } from '#forms';
import { beispielwerte, inEuro } from '#forms/testfaelle';
import type { Refusal } from '#kernel';
import { accordion, errorOf, type Html, inputField, selectField } from '#ui';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { FallAngaben } from './fall-angaben.ts';

type Definitionen = Readonly<Record<string, ParameterDefinition>>;

const prefix = 'wert.';

/** Values that are no single field are changed as JSON. */
const einzeln: ReadonlySet<string> = new Set([
  'text',
  'url',
  'integer',
  'decimal',
  'money',
  'boolean',
  'date',
]);

/** The values of a Kommune with which a case is played; what is left empty has an example. */
export function werteDerKommune(
  definitionen: Definitionen,
  { parameter }: FallAngaben,
  reason: Refusal | null,
): Html {
  const beispiele = beispielwerte(definitionen);
  const entries = Object.entries(definitionen).filter(([, { type }]) => einzeln.has(type));
  if (entries.length === 0) return html``;
  const fields = entries.map(([name, { type, label }]) =>
    feld({
      ...{ name: prefix + name, type, label: String(label) },
      wert: parameter[name],
      beispiel: beispiele[name],
      error: errorOf(reason?.fields, prefix + name),
    }),
  );
  const tables = Object.keys(definitionen).length > entries.length;
  return accordion({
    title: 'Werte der Kommune in diesem Fall',
    open: Object.keys(parameter).length > 0,
    body: html`<div class="lw-stack"><p class="kern-body">Leer: Es gilt der Beispielwert.${tables ? ' Tabellen der Kommune stehen unten bei „Als JSON“.' : ''}</p>${fields}</div>`,
  });
}

function feld(options: {
  readonly name: string;
  readonly type: ParameterDefinition['type'];
  readonly label: string;
  readonly wert: Json | undefined;
  readonly beispiel: unknown;
  readonly error: string | null;
}): Html {
  const { name, type, wert, beispiel, error } = options;
  const common = {
    name,
    label: type === 'money' ? `${options.label} (Euro)` : options.label,
    error,
    optional: true,
  };
  if (type === 'boolean')
    return selectField({
      ...common,
      placeholder: 'Beispielwert',
      options: [
        { value: 'ja', label: 'ja' },
        { value: 'nein', label: 'nein' },
      ],
      value: wert === true ? 'ja' : wert === false ? 'nein' : null,
    });
  return inputField({
    ...common,
    hint: `Beispielwert: ${geschrieben(type, beispiel)}`,
    value: geschrieben(type, wert),
    ...(type === 'date' ? { type: 'date' as const } : {}),
  });
}

function geschrieben(type: ParameterDefinition['type'], wert: unknown): string {
  if (wert === undefined || wert === null) return '';
  if (type === 'money' && typeof wert === 'number') return inEuro(wert);
  return typeof wert === 'number' ? String(wert).replace('.', ',') : String(wert);
}

/** The values as the page sent them, over those that it does not ask for. */
export function gelesneWerte(definitionen: Definitionen, sent: URLSearchParams, old: JsonObject): JsonObject {
  const read: Record<string, Json> = { ...old };
  for (const [name, { type }] of Object.entries(definitionen)) {
    const typed = sent.get(prefix + name)?.trim();
    if (typed === undefined || !einzeln.has(type)) continue;
    if (typed === '') delete read[name];
    else read[name] = wertAus(type, typed);
  }
  return read;
}

/** What is no number stays as it was typed; playing the case says so. */
function wertAus(type: ParameterDefinition['type'], typed: string): Json {
  if (type === 'boolean') return typed === 'ja';
  if (type !== 'integer' && type !== 'decimal' && type !== 'money') return typed;
  const number = Number(typed.replace(',', '.'));
  if (!Number.isFinite(number)) return typed;
  return type === 'money' ? Math.round(number * 100) : number;
}
