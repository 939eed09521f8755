import { languageReports } from '#forms';
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
  'help',
  'text',
  'message',
  'invalid',
  'note',
  'purpose',
  'withdrawal',
]);

/** Texts in other languages, code lists of others and what an import keeps are not the author's German. */
const skipped = new Set(['translations', 'codeLists', 'source', 'rules']);

/** Every text that citizens read, wherever a kind of field keeps it. */
export function textsOf(definition: unknown): readonly PlacedText[] {
  return textsAt(definition, '', '');
}

function textsAt(value: unknown, place: string, name: string): readonly PlacedText[] {
  if (typeof value === 'string') return isRead(place, name) ? [{ place, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsAt(item, `${place}[${index}]`, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !skipped.has(key))
    .flatMap(([key, inner]) => textsAt(inner, place ? `${place}.${key}` : key, key));
}

function isRead(place: string, name: string): boolean {
  return readNames.has(name) || place.endsWith('messages.required');
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
  checkLanguages(inspection.form.definition, report);
}

/** A language that is offered is offered for every text. */
function checkLanguages(definition: Model['inspection']['form']['definition'], report: Report): void {
  for (const { language, texts, missing } of languageReports(definition)) {
    const [first] = missing;
    if (first === undefined) continue;
    add(report, 'sprache-fehlt', {
      place: `translations.${language}`,
      message: `In der Sprache „${language}“ fehlen ${missing.length} von ${texts} Texten, zuerst „${first}“.`,
      remedy: 'Übersetzen Sie alle Texte, oder bieten Sie die Sprache noch nicht an.',
      because: missing.slice(0, 20),
    });
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
    remedy: 'Schreiben Sie in den Hinweis unter der Frage (hint), wie die Angabe aussieht und wo sie steht.',
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
    remedy: 'Ergänzen Sie einen Hinweis mit Text oder Verweis.',
  });
}
