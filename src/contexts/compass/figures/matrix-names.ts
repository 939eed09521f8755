import { foldText } from '#ui';
import type { Figures } from './open-figures.ts';

/** Names of bodies and Leistungen by their place in the matrix: to show, to search, and their place in German order. */
export interface MatrixNames {
  readonly bodies: Names;
  readonly leistungen: Names;
}

interface Names {
  readonly names: readonly string[];
  readonly folded: readonly string[];
  readonly rank: Uint16Array;
}

const german = new Intl.Collator('de', { numeric: true });
const held = new WeakMap<Figures['matrix'], MatrixNames>();

/** The names of a matrix; worked out once. */
export function namesOf({ matrix, world }: Pick<Figures, 'matrix' | 'world'>): MatrixNames {
  const known = held.get(matrix);
  if (known) return known;
  const leistungName = (id: string) => world.catalogue.leistungById.get(id)?.name ?? id;
  const made = {
    bodies: prepared(
      matrix.bodies.map(({ name }) => name),
      matrix.bodies.map(({ ags }) => ags),
    ),
    leistungen: prepared(
      matrix.leistungen.map(({ id }) => leistungName(id)),
      matrix.leistungen.map(({ id }) => `${id} ${world.catalogue.leistungById.get(id)?.leika ?? ''}`),
    ),
  };
  held.set(matrix, made);
  return made;
}

function prepared(names: readonly string[], keys: readonly string[]): Names {
  const order = names.map((_, at) => at).sort((a, b) => german.compare(names[a] ?? '', names[b] ?? ''));
  const rank = new Uint16Array(names.length);
  for (const [place, at] of order.entries()) rank[at] = place;
  return { names, rank, folded: names.map((name, at) => foldText(`${name} ${keys[at]}`)) };
}
