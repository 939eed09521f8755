import type { XzufiFassung } from './fassung.ts';
import leistung220 from './model/leistung-2.2.0.json' with { type: 'json' };
import leistung231 from './model/leistung-2.3.1.json' with { type: 'json' };

/** One element of a type: the types that it may have, and how often it may come. */
export interface ModelElement {
  readonly typen: readonly string[];
  readonly oft: 'einmal' | 'hoechstens-einmal' | 'mehrmals';
}

export type ModelType = ReadonlyMap<string, ModelElement>;

/** The types of one version by name; `Leistung` is the outermost. */
export type Model = ReadonlyMap<string, ModelType>;

const files: Readonly<Record<XzufiFassung, { readonly typen: Readonly<Record<string, object>> }>> = {
  '2.2.0': leistung220,
  '2.3.1': leistung231,
};

const models: Readonly<Record<XzufiFassung, Model>> = {
  '2.2.0': modelFrom('2.2.0'),
  '2.3.1': modelFrom('2.3.1'),
};

/** The published object model of a Leistung in one version, with the names of elements in XML. */
export function modelOf(fassung: XzufiFassung): Model {
  return models[fassung];
}

function modelFrom(fassung: XzufiFassung): Model {
  return new Map(
    Object.entries(files[fassung].typen).map(([name, elements]) => [
      name,
      new Map(Object.entries(elements).map(([element, type]) => [element, elementFrom(String(type))])),
    ]),
  );
}

/** `Identifikator*`, `Code?`, `Code|string?`. */
function elementFrom(text: string): ModelElement {
  const oft = text.endsWith('*') ? 'mehrmals' : text.endsWith('?') ? 'hoechstens-einmal' : 'einmal';
  return { typen: text.replace(/[*?]$/, '').split('|'), oft };
}
