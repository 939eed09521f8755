import { html } from 'hono/html';
import { type PageRoute, page, refusal } from '#platform';
import { descriptionList, formatNumber, section, stackedBars, table } from '#ui';
import { type Herkunft, kriterien } from '../domain/kriterium.ts';
import type { Bewertungswelt } from '../domain/rangfolge.ts';
import { kriteriumText } from '../messages.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { ohneWunsch, readRangfolge } from '../use-cases/read-rangfolge.ts';
import { viewerOf } from '../use-cases/viewer.ts';
import { paths } from './paths.ts';

/** What the criteria mean, how each becomes a value, where it comes from and of how many Leistungen it is known. */
export function criteriaRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return [
    {
      capability: 'priorities.criteria',
      method: 'GET',
      path: paths.kriterien,
      access: 'signed-in',
      handle: async ({ principal }) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return refusal(viewer.refusal);
        const ranked = await readRangfolge(deps, viewer.value, ohneWunsch);
        if (!ranked.ok) return refusal(ranked.refusal);
        return page({
          title: 'Woher die Werte kommen',
          preline: 'Prioritäten',
          lead: 'Acht Kriterien, jedes mit einer festen Regel. Jeder Wert liegt zwischen 0 und 1 und wird auf Tausendstel genau gerechnet, in ganzen Zahlen.',
          breadcrumb: [{ label: 'Prioritäten', href: paths.rang }],
          main: html`${coverageSection(ranked.value.welt)}${kriterien.map((kriterium) =>
            section(
              kriteriumText[kriterium].label,
              descriptionList([
                ['Regel', kriteriumText[kriterium].regel],
                ['Woher', kriteriumText[kriterium].quelle],
                ['Angabe', kriteriumText[kriterium].eingabe],
              ]),
            ),
          )}${sumsSection()}`,
          nextSteps: [
            { label: 'Zur Rangfolge', href: paths.rang },
            { label: 'Angaben zu den Kriterien', href: paths.angaben },
          ],
        });
      },
    },
  ];
}

const groups: readonly { readonly label: string; readonly of: readonly Herkunft[] }[] = [
  { label: 'Angaben', of: ['angabe', 'angabe-ozg'] },
  { label: 'andere Register', of: ['stand', 'loesungen', 'gesetz', 'bedarfsabfrage'] },
  { label: 'aus dem Katalog geschätzt', of: ['katalog'] },
  { label: 'unbekannt', of: ['unbekannt'] },
];

/** For each criterion how many Leistungen have a value, by where it comes from. */
export function coverageOf(welt: Bewertungswelt) {
  return kriterien.map((kriterium, column) => ({
    kriterium,
    anzahl: groups.map(
      ({ of }) => welt.belege.filter((row) => of.includes(row[column]?.herkunft ?? 'unbekannt')).length,
    ),
  }));
}

function coverageSection(welt: Bewertungswelt) {
  return section(
    'Was bekannt ist',
    stackedBars({
      id: 'datenlage',
      caption: `Bekannte Werte von ${formatNumber(welt.leistungen.length)} Leistungen`,
      description: 'Je Kriterium: von wie vielen Leistungen der Wert bekannt ist, und woher.',
      rowLabel: 'Kriterium',
      parts: groups.map(({ label }, index) => ({ label, tone: (['1', '2', '3', 'open'] as const)[index] })),
      rows: coverageOf(welt).map(({ kriterium, anzahl }) => ({
        label: kriteriumText[kriterium].label,
        values: anzahl,
      })),
    }),
  );
}

function sumsSection() {
  return section(
    'Wie daraus Plätze werden',
    html`${table({
      caption: 'Rechenweg',
      captionHidden: true,
      columns: [{ label: 'Schritt' }, { label: 'Regel' }],
      rows: [
        [
          'Beitrag',
          'Gewicht (0 bis 100) mal Wert in Tausendsteln (0 bis 1.000): eine ganze Zahl Rechenpunkte.',
        ],
        [
          'Unbekannt',
          'Zählt wie gewählt: Mitte der Skala, nichts oder voll. Üblich ist die Mitte, bei Fristen nichts.',
        ],
        [
          'Summe',
          'Alle Beiträge zusammen. Die größte Summe steht auf Platz 1; gleiche Summen teilen sich einen Platz.',
        ],
        [
          'Punkte',
          'Summe geteilt durch die Summe der Gewichte, abgerundet. Nur zum Lesen: Den Platz entscheidet die Summe.',
        ],
      ],
    })}`,
  );
}
