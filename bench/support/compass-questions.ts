import {
  answerAbdeckung,
  answerVerlauf,
  answerVerteilung,
} from '../../src/contexts/compass/figures/answer-figures.ts';
import { answerPaare } from '../../src/contexts/compass/figures/answer-paare.ts';
import type { Figures } from '../../src/contexts/compass/figures/open-figures.ts';
import { alles, type Umfang } from '../../src/contexts/compass/figures/umfang.ts';
import type { VisibleBodies } from '../../src/contexts/compass/figures/visible-bodies.ts';
import { type LocalDate, localDate } from '../../src/kernel/index.ts';

/** Who asks, and for which day. */
export interface Asker {
  readonly figures: Figures;
  readonly visible: VisibleBodies;
  readonly today: LocalDate;
}

type Question = (asker: Asker, umfang: Umfang, index: number) => Promise<unknown>;

const earlier = ['2026-10-31', '2026-08-31', '2025-12-31', '2025-11-22'].map((day) => localDate(day));

const pick = <T>(items: readonly T[], index: number): T | undefined => items[(index * 7919) % items.length];

const themenfeldOf = ({ figures }: Asker, index: number) => {
  const found = pick(figures.world.catalogue.themenfelder, index)?.id;
  return found === undefined ? null : [found];
};

const bodyOf = ({ figures }: Asker, index: number) => {
  const found = pick(figures.matrix.bodies, index)?.ags;
  return found === undefined ? null : [found];
};

/** The kinds of questions that the pages of the figures ask, over all 427 bodies. */
export const questions: Readonly<Record<string, Question>> = {
  'coverage of everything': (asker, umfang) => answerAbdeckung({ ...asker, umfang }, 'gesamt'),
  'coverage by Themenfeld': (asker, umfang) => answerAbdeckung({ ...asker, umfang }, 'themenfeld'),
  'coverage by Leistung': (asker, umfang) => answerAbdeckung({ ...asker, umfang }, 'leistung'),
  'coverage by Kommune': (asker, umfang) => answerAbdeckung({ ...asker, umfang }, 'kommune'),
  'coverage by OZG-Leistung of a class': (asker, umfang) =>
    answerAbdeckung({ ...asker, umfang: { ...umfang, klassen: ['kreisangehoerige-gemeinde'] } }, 'ozg'),
  'coverage by Kreis from Reifegrad 3': (asker, umfang) =>
    answerAbdeckung({ ...asker, umfang: { ...umfang, mindestens: 3 } }, 'kreis'),
  'coverage of one Kommune by Themenfeld': (asker, umfang, index) =>
    answerAbdeckung({ ...asker, umfang: { ...umfang, kommunen: bodyOf(asker, index) } }, 'themenfeld'),
  'coverage of an earlier day': (asker, umfang, index) => {
    const datum = pick(earlier, index) ?? umfang.datum;
    return answerAbdeckung({ ...asker, umfang: { ...umfang, datum, pflichtenVom: datum } }, 'themenfeld');
  },
  'pivot Themenfeld by Zustand': (asker, umfang) =>
    answerVerteilung({ ...asker, umfang }, 'themenfeld', 'zustand'),
  'pivot class by Reifegrad': (asker, umfang) =>
    answerVerteilung({ ...asker, umfang }, 'klasse', 'reifegrad11'),
  'pivot Kommune by Zustand in a Themenfeld': (asker, umfang, index) =>
    answerVerteilung(
      { ...asker, umfang: { ...umfang, themenfelder: themenfeldOf(asker, index) } },
      'kommune',
      'zustand',
    ),
  'pivot over the whole matrix': (asker, umfang) =>
    answerVerteilung({ ...asker, umfang: { ...umfang, nurPflichten: false } }, 'themenfeld', 'zustand'),
  'progress of 24 months': (asker, umfang) => answerVerlauf({ ...asker, umfang }, 24),
  'progress of a Themenfeld': (asker, umfang, index) =>
    answerVerlauf({ ...asker, umfang: { ...umfang, themenfelder: themenfeldOf(asker, index) } }, 24),
  'pairs filtered and sorted': async (asker, umfang) => {
    const ordnung = [{ nach: 'fallzahl', absteigend: true }] as const;
    const found = await answerPaare(
      { ...asker, umfang: { ...umfang, zustaende: [6] } },
      { suche: '', ordnung },
    );
    return [...found.from(0, 25)];
  },
  'pairs searched': async (asker, umfang) => {
    const ordnung = [{ nach: 'leistung', absteigend: false }] as const;
    const found = await answerPaare({ ...asker, umfang }, { suche: 'anmeldung', ordnung });
    return [...found.from(0, 25)];
  },
};

/** One question of the mixture: every kind in turn. */
export function askOne(
  asker: Asker,
  index: number,
): { readonly kind: string; readonly answer: Promise<unknown> } {
  const kinds = Object.entries(questions);
  const [kind, question] = kinds[index % kinds.length] ?? ['nothing', async () => null];
  return { kind, answer: question(asker, alles(asker.today), Math.floor(index / kinds.length)) };
}
