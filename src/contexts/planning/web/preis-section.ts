import { html } from 'hono/html';
import { emptyState, type Html, section, table, textLink } from '#ui';
import { preisOf } from '../domain/preis.ts';
import { spaeteWuensche } from '../domain/spaete-wuensche.ts';
import type { FertigerPlan } from '../use-cases/read-plan.ts';
import { preisText } from '../views/preis-text.ts';

const shownPrices = 6;

/** What the costliest late wishes would cost the others. */
export function preisSection({ plan, fassung }: FertigerPlan): Html {
  const { problem } = plan;
  const late = spaeteWuensche(problem, fassung.zuteilung);
  const rows = late.slice(0, shownPrices).map((wuensche) => {
    const { massnahme = -1 } = problem.einheiten[wuensche[0]?.einheit ?? -1] ?? {};
    const { titel = '', id = '' } = problem.massnahmen[massnahme] ?? {};
    const count = wuensche.length === 1 ? 'eine Kommune' : `${wuensche.length} Kommunen`;
    return [
      html`${textLink(`/planung/plaene/${plan.id}/wunsch?massnahme=${id}`, titel)}`,
      count,
      preisText(problem, preisOf(problem, fassung.zuteilung, wuensche)),
    ];
  });
  return section(
    'Preis der Wünsche',
    table({
      caption: 'Was es kostet, verspätete Wünsche doch zu erfüllen',
      captionHidden: true,
      columns: [{ label: 'Wunsch' }, { label: 'Verspätet für' }, { label: 'Wenn er erfüllt würde' }],
      rows,
      empty: emptyState({
        title: 'Kein Wunsch ist verspätet',
        body: 'Alle kommen in ihrem Quartal oder früher.',
        icon: 'success',
      }),
    }),
    {
      id: 'preise',
      lead:
        late.length > shownPrices
          ? `Die ${shownPrices} teuersten von ${late.length} verspäteten Maßnahmen. Gesucht ist ein Weg, der geht; der billigste ist es nicht immer.`
          : 'Gesucht ist ein Weg, der geht; der billigste ist es nicht immer.',
    },
  );
}
