import { add, type Report } from '../finding.ts';
import type { InspectedField, Model } from '../model/model.ts';
import { nameOf } from './ask.ts';
import { tooHard } from './readability.ts';

interface PlacedText {
  readonly place: string;
  readonly text: string;
}

const readNames = new Set([
  'title',
  'lead',
  'label',
  'hint',
  'text',
  'message',
  'required',
  'invalid',
  'note',
]);

/** Every text that citizens read, wherever a kind of field keeps it. */
export function textsOf(definition: unknown): readonly PlacedText[] {
  const found: PlacedText[] = [];
  walk(definition, '', '', found);
  return found;
}

function walk(value: unknown, place: string, name: string, found: PlacedText[]): void {
  if (typeof value === 'string') {
    if (readNames.has(name) && !(name === 'required' && !place.includes('messages')))
      found.push({ place, text: value });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, `${place}[${index}]`, name, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      if (key !== 'languages' && key !== 'translations')
        walk(inner, place ? `${place}.${key}` : key, key, found);
  }
}

/** Texts that are hard to read, and fields that want a hint and have none. */
export function checkTexts({ inspection }: Model, report: Report): void {
  for (const { place, text } of textsOf(inspection.form.definition)) {
    const reason = tooHard(text);
    if (reason)
      add(report, 'lesbarkeit', {
        place,
        message: `${reason} „${text.length > 100 ? `${text.slice(0, 97)}…` : text}“`,
        remedy: 'Teilen Sie lange Sätze, und ersetzen Sie lange Wörter durch kürzere.',
      });
  }
  for (const page of inspection.pages) {
    for (const field of page.fields.flatMap((each) => [each, ...each.fields])) checkHelp(field, report);
    if (page.compiled.exit) checkExit(page, report);
  }
}

function written(field: InspectedField, name: string): unknown {
  const definition: object = field.compiled.definition;
  return Reflect.get(definition, name);
}

/** Who must keep to a form of writing has to know it before an error says so. */
function checkHelp(field: InspectedField, report: Report): void {
  if (field.kind !== 'input' || written(field, 'hint') !== undefined) return;
  const { type } = field.compiled.definition;
  const characters = written(field, 'characters');
  const strict =
    type === 'text' &&
    ((characters !== undefined && characters !== 'any') ||
      Number(written(field, 'minLength') ?? 1) > 1 ||
      written(field, 'pattern') !== undefined);
  if (!strict) return;
  add(report, 'hilfe-fehlt', {
    place: `${field.place}.hint`,
    message: `${nameOf(field)} nimmt nur bestimmte Zeichen oder Längen an, sagt das aber nicht vorher.`,
    remedy: 'Schreiben Sie in „hint“, wie die Angabe aussieht und wo sie steht.',
  });
}

/** Who cannot go on must read why and where to turn. */
function checkExit(page: Model['inspection']['pages'][number], report: Report): void {
  const says = page.fields.some(
    (field) => written(field, 'text') !== undefined || written(field, 'link') !== undefined,
  );
  if (says) return;
  add(report, 'hilfe-fehlt', {
    place: `${page.place}.fields`,
    message: `Die Seite „${page.id}“ beendet den Weg und sagt nicht, warum und an wen man sich wendet.`,
    remedy: 'Ergänzen Sie einen Hinweis (info) mit Text oder Verweis.',
  });
}
