import { groessenklasseLabel } from '#territory';
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
  'kreis',
  'zustand',
  'reifegrad11',
  'reifegrad20',
] as const;

export type Gliederung = (typeof gliederungen)[number];

const angaben = ['zustand', 'reifegrad11', 'reifegrad20'] as const;

/** A division by what does not depend on what was said: only by such can coverage be divided. */
export type Abdeckungsgliederung = Exclude<Gliederung, (typeof angaben)[number]>;

export const abdeckungsgliederungen: readonly Abdeckungsgliederung[] = gliederungen.filter(
  (each): each is Abdeckungsgliederung => !angaben.some((angabe) => angabe === each),
);

/** Divisions with few enough parts to stand side by side. */
export const spaltengliederungen: readonly Gliederung[] = gliederungen.filter(
  (each) => each !== 'ozg' && each !== 'leistung' && each !== 'kommune',
);

/** Whether a division is one of the bodies. */
export function isByBody(by: Gliederung): boolean {
  return by === 'kommune' || by === 'klasse' || by === 'kreis';
}

/** How addresses name what has no Themenfeld, no Größenklasse, no known level. */
export const ohneTeil = 'ohne';
export const unbekannt = 'unbekannt';

/** A division of the cells with a key and a name for each part. */
export interface Teile {
  readonly dimension: Dimension;
  readonly parts: readonly Teil[];
}

/** One part of a division: as addresses name it, and as people do. */
export interface Teil {
  readonly key: string;
  readonly label: string;
}

const klasseLabels: Readonly<Record<string, string>> = groessenklasseLabel;

/** What a Größenklasse is called. */
export function klasseLabel(klasse: string | null): string {
  return klasse === null ? 'ohne Größenklasse' : (klasseLabels[klasse] ?? klasse);
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
      return parts('body', bodies, ({ klasse }) => named(klasse, klasseLabel(klasse), 'ohne Größenklasse'));
    case 'kreis':
      return parts('body', bodies, ({ ags, name, kreisAgs }) => ({
        key: kreisAgs ?? ags,
        label: world.territory.bodyByAgs.get(kreisAgs ?? ags)?.name ?? name,
      }));
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

function named(key: string | number | null, label: string | undefined, otherwise: string): Teil {
  return key === null
    ? { key: ohneTeil, label: otherwise }
    : { key: String(key), label: label ?? String(key) };
}

function levels(highest: number): readonly Teil[] {
  const known = Array.from({ length: highest + 1 }, (_, level) => ({
    key: String(level),
    label: `Stufe ${level}`,
  }));
  return [{ key: unbekannt, label: 'ohne Reifegrad' }, ...known];
}

/** Numbers the parts in the order in which they first appear. */
function parts<T>(by: 'body' | 'leistung', items: readonly T[], partOf: (item: T) => Teil): Teile {
  const numbers = new Map<string, number>();
  const found: Teil[] = [];
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

function values(by: 'zustand' | 'reifegrad11' | 'reifegrad20', found: readonly Teil[]): Teile {
  const part = Uint16Array.from(found, (_, index) => index);
  return { dimension: { by, part, size: found.length }, parts: found };
}
