import type { MatrixBody } from '../domain/columns/matrix.ts';
import type { Where } from '../domain/columns/pivot.ts';
import { type Scope, scopeOf } from '../domain/columns/scope.ts';
import type { Figures } from './open-figures.ts';
import type { Auswahl, Umfang } from './umfang.ts';
import type { VisibleBodies } from './visible-bodies.ts';

/** A question of somebody: the figures, whose data may be seen, and which cells count. */
export interface Frage {
  readonly figures: Figures;
  readonly visible: VisibleBodies;
  readonly umfang: Umfang;
}

/** The cells of a question: what it asks for, of what may be seen. */
export async function scopeFor({ figures, visible, umfang }: Frage): Promise<Scope> {
  const { themenfelder, ozgLeistungen, leistungen } = umfang;
  const pflicht = umfang.nurPflichten ? await figures.pflichtOn(umfang.pflichtenVom) : null;
  return scopeOf(figures.matrix, {
    body: countsBody({ visible, umfang }),
    leistung: ({ id, ozgId, themenfeldId }) =>
      within(themenfelder, themenfeldId) && within(ozgLeistungen, ozgId) && within(leistungen, id),
    pflicht,
  });
}

function within<T>(chosen: Auswahl<T>, value: T): boolean {
  return chosen === null || chosen.includes(value);
}

/** Whether a body counts for a question: asked for, and shown to whoever asks. */
function countsBody({ visible, umfang }: Pick<Frage, 'visible' | 'umfang'>) {
  const { kommunen, klassen, kreise } = umfang;
  return ({ ags, klasse, kreisAgs }: MatrixBody, index: number): boolean =>
    visible.bodies[index] === 1 &&
    within(kommunen, ags) &&
    within(klassen, klasse) &&
    (within(kreise, ags) || within(kreise, kreisAgs ?? ags));
}

/** The Kommunen whose data a question counts. */
export function gezaehlteKommunen(frage: Frage): readonly MatrixBody[] {
  return frage.figures.matrix.bodies.filter(countsBody(frage));
}

/** What must have been said of a cell so that a question counts it. */
export function whereOf({ zustaende, reifegrade11, reifegrade20, mindestens, fallzahl }: Umfang): Where {
  return {
    zustaende: bits(zustaende, 0),
    stufen11: bits(reifegrade11, 1),
    stufen20: bits(reifegrade20, 1),
    mindestens11: mindestens ?? -1,
    fallzahl,
  };
}

/** A bit for each chosen value, shifted so that the smallest is 0. */
function bits(chosen: Auswahl<number>, shift: number): number {
  return chosen === null ? 0xffff : chosen.reduce((all, value) => all | (1 << (value + shift)), 0);
}
