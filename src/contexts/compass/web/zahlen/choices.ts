import { namesOf } from '../../figures/matrix-names.ts';
import { teileNach } from '../../figures/teile.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The Kommunen whose data somebody may see, in German order. */
export function sichtbareKommunen({ figures, visible }: GestellteFrage): readonly Choice[] {
  const { names, rank } = namesOf(figures).bodies;
  return figures.matrix.bodies
    .map(({ ags }, at) => ({ value: ags, label: names[at] ?? ags, rank: rank[at] ?? 0, at }))
    .filter(({ at }) => visible.bodies[at] === 1)
    .sort((a, b) => a.rank - b.rank)
    .map(({ value, label }) => ({ value, label }));
}

/** The parts of a division in which there is a Kommune that somebody may see. */
export function sichtbareTeile(frage: GestellteFrage, by: 'kreis' | 'klasse'): readonly Choice[] {
  const { dimension, parts } = teileNach(frage.figures, by);
  const shown = new Set(dimension.part.filter((_, at) => frage.visible.bodies[at] === 1));
  return parts.filter((_, at) => shown.has(at)).map(({ key, label }) => ({ value: key, label }));
}

/** The parts of a division that is the same for everybody. */
export function alleTeile(
  { figures }: GestellteFrage,
  by: 'themenfeld' | 'zustand' | 'reifegrad11' | 'reifegrad20',
): readonly Choice[] {
  return teileNach(figures, by).parts.map(({ key, label }) => ({ value: key, label }));
}
