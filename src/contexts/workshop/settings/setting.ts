import type { Json } from '../domain/json.ts';

/** What an author can set, as the published JSON Schema of the format says it. `nullbar`: left empty it is `null`. */
export type Setting = { readonly hinweis: string | null; readonly nullbar?: boolean } & (
  | {
      readonly art: 'text';
      readonly lang: boolean;
      readonly ausdruck: boolean;
      readonly hoechstens: number | null;
    }
  | { readonly art: 'zahl' }
  | { readonly art: 'janein' }
  | { readonly art: 'wahl'; readonly werte: readonly string[] }
  /** A value that never changes, such as the type that tells a branch. */
  | { readonly art: 'fest'; readonly wert: Json }
  /** Short values, one to a line. */
  | { readonly art: 'zeilen'; readonly teil: Setting }
  | { readonly art: 'auswahl'; readonly werte: readonly string[] }
  | { readonly art: 'liste'; readonly teil: Setting }
  | { readonly art: 'gruppe'; readonly teile: readonly Teil[] }
  /** Values by a name of their own. */
  | { readonly art: 'eintraege'; readonly teil: Setting }
  | { readonly art: 'entweder'; readonly zweige: readonly Zweig[] }
  /** Anything else: JSON as text. */
  | { readonly art: 'roh' }
);

export interface Teil {
  readonly name: string;
  readonly pflicht: boolean;
  readonly setting: Setting;
}

export interface Zweig {
  readonly name: string;
  readonly setting: Setting;
}

/** Which branch a value belongs to; the first where it fits none. */
export function zweigVon(zweige: readonly Zweig[], wert: Json | undefined): Zweig | undefined {
  return zweige.find(({ setting }) => passt(setting, wert)) ?? zweige[0];
}

function passt(setting: Setting, wert: Json | undefined): boolean {
  switch (setting.art) {
    case 'text':
    case 'wahl':
      return typeof wert === 'string';
    case 'zahl':
      return typeof wert === 'number';
    case 'janein':
      return typeof wert === 'boolean';
    case 'fest':
      return wert === setting.wert;
    case 'zeilen':
    case 'auswahl':
    case 'liste':
      return Array.isArray(wert);
    case 'gruppe':
      return passtGruppe(setting.teile, wert);
    case 'eintraege':
      return typeof wert === 'object' && wert !== null && !Array.isArray(wert);
    default:
      return wert !== undefined;
  }
}

/** An object belongs to a branch when what is fixed there fits and what must be there is there. */
function passtGruppe(teile: readonly Teil[], wert: Json | undefined): boolean {
  if (typeof wert !== 'object' || wert === null || Array.isArray(wert)) return false;
  const given = new Map(Object.entries(wert));
  const fixed = teile.filter(({ setting }) => setting.art === 'fest');
  if (fixed.length > 0)
    return fixed.every(({ name, setting }) => setting.art === 'fest' && given.get(name) === setting.wert);
  return teile.every(({ name, pflicht }) => !pflicht || given.has(name));
}
