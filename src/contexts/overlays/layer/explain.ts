import type { Origin } from './apply-overlay.ts';
import type { Effective } from './effective.ts';
import { type Json, leavesOf } from './tree.ts';

/** One text, field or rule of an effective definition, and who says so. */
export interface Explained {
  readonly path: string;
  readonly value: Json;
  readonly origin: Origin;
  readonly sentence: string;
}

const nouns: Readonly<Record<string, string>> = {
  condition: 'Diese Bedingung',
  required: 'Diese Pflicht',
  holds: 'Diese Prüfung',
  amount: 'Dieser Betrag',
  from: 'Diese Grenze',
  to: 'Diese Grenze',
  min: 'Diese Grenze',
  max: 'Diese Grenze',
  maxLength: 'Diese Grenze',
  minLength: 'Diese Grenze',
};

const textNames = new Set([
  'title',
  'lead',
  'label',
  'hint',
  'help',
  'text',
  'message',
  'note',
  'summary',
  'item',
  'purpose',
  'withdrawal',
]);

function nounOf(path: string): string {
  const last = path.split('.').at(-1) ?? '';
  if (textNames.has(last) || path.startsWith('dienst.texts.')) return 'Dieser Text';
  return nouns[last] ?? 'Diese Angabe';
}

/** „vom Land NRW, Fassung 3“, as a person says it. */
export function originInWords({ level, name, version }: Origin): string {
  if (level === 'grund') return `aus der Grunddefinition, Fassung ${version}`;
  return level === 'kommune' ? `von ${name}` : `von ${name}, Fassung ${version}`;
}

/** Every text, field and rule of an effective definition with its origin, in the order of the definition. */
export function explain({ dienst, origins, base }: Effective): readonly Explained[] {
  const tree: Json = JSON.parse(
    JSON.stringify({ dienst: dienst.definition, formular: dienst.form.definition }),
  );
  return leavesOf(tree).map(({ path, value }) => {
    const origin = origins.get(path) ?? base;
    return { path, value, origin, sentence: `${nounOf(path)} kommt ${originInWords(origin)}.` };
  });
}

/** What layers took away; it stands in no definition any more. */
export function removedParts({
  dienst,
  origins,
}: Effective): readonly { readonly path: string; readonly sentence: string }[] {
  const tree: Json = JSON.parse(
    JSON.stringify({ dienst: dienst.definition, formular: dienst.form.definition }),
  );
  const present = new Set(leavesOf(tree).map(({ path }) => path));
  return [...origins]
    .filter(([path]) => !present.has(path))
    .map(([path, origin]) => ({ path, sentence: `Gestrichen ${originInWords(origin)}.` }));
}
