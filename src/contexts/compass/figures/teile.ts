import type { Dimension } from '../domain/columns/pivot.ts';
import { zustaende } from '../domain/zustand.ts';
import { keineAngabe, zustandLabel } from '../messages.ts';
import type { Figures } from './open-figures.ts';

/** By what a figure is divided, as addresses name it. */
export const gliederungen = [
  'gesamt',
  'themenfeld',
  'ozg',
  'leistung',
  'kommune',
  'klasse',
  'zustand',
  'reifegrad11',
  'reifegrad20',
] as const;

export type Gliederung = (typeof gliederungen)[number];

/** A division of the cells with a key and a name for each part. */
export interface Teile {
  readonly dimension: Dimension;
  readonly parts: readonly { readonly key: string; readonly label: string }[];
}

/** Makes the division that a word names. */
export function teileNach({ world, matrix }: Pick<Figures, 'world' | 'matrix'>, by: Gliederung): Teile {
  const { catalogue } = world;
  const { bodies, leistungen } = matrix;
  switch (by) {
    case 'gesamt':
      return parts('leistung', leistungen, () => ({ key: 'gesamt', label: 'Alle' }));
    case 'themenfeld':
      return parts('leistung', leistungen, ({ themenfeldId }) =>
        named(themenfeldId, catalogue.themenfeldById.get(themenfeldId ?? -1)?.name, 'ohne Themenfeld'),
      );
    case 'ozg':
      return parts('leistung', leistungen, ({ ozgId }) =>
        named(ozgId, catalogue.ozgById.get(ozgId ?? -1)?.name, 'ohne OZG-Leistung'),
      );
    case 'leistung':
      return parts('leistung', leistungen, ({ id }) => named(id, catalogue.leistungById.get(id)?.name, id));
    case 'kommune':
      return parts('body', bodies, ({ ags, name }) => ({ key: ags, label: name }));
    case 'klasse':
      return parts('body', bodies, ({ klasse }) => named(klasse, klasse ?? undefined, 'ohne Größenklasse'));
    case 'zustand':
      return values('zustand', [
        { key: 'keine-angabe', label: keineAngabe },
        ...zustaende.map((key) => ({ key, label: zustandLabel[key] })),
      ]);
    case 'reifegrad11':
      return values('reifegrad11', levels(4));
    case 'reifegrad20':
      return values('reifegrad20', levels(7));
  }
}

interface Part {
  readonly key: string;
  readonly label: string;
}

function named(key: string | number | null, label: string | undefined, otherwise: string): Part {
  return key === null ? { key: 'ohne', label: otherwise } : { key: String(key), label: label ?? String(key) };
}

function levels(highest: number): readonly Part[] {
  const known = Array.from({ length: highest + 1 }, (_, level) => ({
    key: String(level),
    label: `Stufe ${level}`,
  }));
  return [{ key: 'unbekannt', label: 'ohne Reifegrad' }, ...known];
}

/** Numbers the parts in the order in which they first appear. */
function parts<T>(by: 'body' | 'leistung', items: readonly T[], partOf: (item: T) => Part): Teile {
  const numbers = new Map<string, number>();
  const found: Part[] = [];
  const part = Uint16Array.from(items, (item) => {
    const each = partOf(item);
    const known = numbers.get(each.key);
    if (known !== undefined) return known;
    found.push(each);
    numbers.set(each.key, found.length - 1);
    return found.length - 1;
  });
  return { dimension: { by, part, size: found.length }, parts: found };
}

function values(by: 'zustand' | 'reifegrad11' | 'reifegrad20', found: readonly Part[]): Teile {
  const part = Uint16Array.from(found, (_, index) => index);
  return { dimension: { by, part, size: found.length }, parts: found };
}
