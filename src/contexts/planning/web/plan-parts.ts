import { html } from 'hono/html';
import { formatQuartal } from '#kernel';
import {
  accordion,
  alert,
  descriptionList,
  emptyState,
  formatNumber,
  type Html,
  heatMap,
  section,
  table,
  textLink,
} from '#ui';
import { auslastungOf, engpaesse } from '../domain/auslastung.ts';
import { lueckeOf, zielsatz } from '../domain/kosten.ts';
import { preisOf, spaeteWuensche } from '../domain/preis.ts';
import { ohnePlatz, type Planungsproblem, type Zuteilung } from '../domain/problem.ts';
import { pruefe } from '../domain/pruefung.ts';
import { platzText, prozent, verstossText } from '../messages.ts';
import type { FertigerPlan } from '../use-cases/read-plan.ts';
import { preisText } from '../views/preis-text.ts';

const klassen = [
  { from: 0, label: 'unter 50 % belegt' },
  { from: 0.5, label: '50 bis 79 %' },
  { from: 0.8, label: '80 bis 94 %' },
  { from: 0.95, label: '95 bis 100 %' },
  { from: 1.0001, label: 'über 100 %: von Hand überlastet' },
] as const;

/** What the plan is worth, what is proven of it, and what whoever reads it has to know. */
export function kopfSection({ plan, fassung }: FertigerPlan): Html {
  const { annahmen, hinweise, einheiten, quartale } = plan.problem;
  const broken = pruefe(plan.problem, fassung.zuteilung);
  const wishes = einheiten.filter(({ ags }) => ags !== null).length;
  const placed = einheiten.filter(
    ({ ags }, index) => ags !== null && fassung.zuteilung[index] !== ohnePlatz,
  ).length;
  const first = quartale[0];
  const last = quartale.at(-1);
  return html`${
    broken.length > 0
      ? alert({
          kind: 'danger',
          title: `Von Hand verschoben: Der Plan bricht ${broken.length === 1 ? 'eine Regel' : `${broken.length} Regeln`}`,
          body: html`<ul class="kern-list kern-list--bullet">${broken.slice(0, 20).map((one) => html`<li>${verstossText(plan.problem, one)}</li>`)}</ul>`,
        })
      : ''
  }${hinweise.length > 0 ? alert({ kind: 'warning', title: 'Bitte beachten', body: html`<ul class="kern-list kern-list--bullet">${hinweise.map((one) => html`<li>${one}</li>`)}</ul>` }) : ''}<p class="kern-body lw-measure">${zielsatz}</p>${descriptionList(
    [
      ['Zeitraum', first && last ? `${formatQuartal(first)} bis ${formatQuartal(last)}` : ''],
      ['Eingeplant', `${formatNumber(placed)} von ${formatNumber(wishes)} Wünschen`],
      ['Verspätung insgesamt', `${formatNumber(fassung.zielwert)} (Gewicht mal Quartale)`],
      ['Abstand zum Besten', guete(fassung, broken.length)],
      ['Annahmen', annahmen.join('; ')],
    ],
  )}`;
}

function guete({ zielwert, schranke }: FertigerPlan['fassung'], broken: number): string {
  if (broken > 0) return 'nicht vergleichbar, weil der Plan Regeln bricht';
  const luecke = lueckeOf(zielwert, schranke);
  if (luecke === 0) return 'bewiesen: Kein Plan ist besser.';
  return `höchstens ${prozent(luecke)}: Kein Plan kommt unter ${formatNumber(schranke)}.`;
}

/** How full each team is, quarter by quarter, and where work had to wait. */
export function engpassSection({ plan: { problem }, fassung }: FertigerPlan): Html {
  const rows = auslastungOf(problem, fassung.zuteilung);
  const tight = engpaesse(problem, fassung.zuteilung);
  const shown = problem.teams
    .map((team, index) => ({ team, index, most: Math.max(...(rows[index] ?? []).map(anteilOf)) }))
    .filter(({ team, most }) => team.ags === null || most >= 0.95)
    .slice(0, 40);
  const sentences = tight.map(
    ({ team, quartal, anteil, wartende }) =>
      `„${problem.teams[team]?.name ?? ''}“ ist im ${platzText(problem, quartal)} zu ${prozent(anteil)} belegt; ${wartende === 1 ? 'eine Einführung wartet' : `${formatNumber(wartende)} Einführungen warten`} darauf.`,
  );
  return section(
    'Engpässe',
    html`${
      sentences.length > 0
        ? html`<ol class="kern-list kern-list--number">${sentences.map((one) => html`<li>${one}</li>`)}</ol>`
        : html`<p class="kern-body">Kein Team hält etwas auf.</p>`
    }${heatMap({
      id: 'auslastung',
      caption: 'Belegung der Teams je Quartal',
      description: 'Belegte Personentage in Prozent. Eigene Teams und Fachbereiche, die voll sind.',
      rowLabel: 'Team',
      columns: problem.quartale.map((quartal) => ({ label: `${quartal.slice(5)}/${quartal.slice(2, 4)}` })),
      rows: shown.map(({ team, index }) => ({
        label: team.name,
        values: (rows[index] ?? []).map((one) =>
          one.kapazitaet === 0 && one.belegt === 0 ? null : anteilOf(one),
        ),
      })),
      classes: klassen,
      format: (value) => `${Math.floor(value * 100)} %`,
    })}`,
  );
}

function anteilOf({ belegt, kapazitaet }: { readonly belegt: number; readonly kapazitaet: number }): number {
  return kapazitaet === 0 ? (belegt > 0 ? 2 : 0) : belegt / kapazitaet;
}

/** What comes in which quarter, for whom. */
export function wellenSection({ plan: { problem }, fassung }: FertigerPlan): Html {
  const waves = [...problem.quartale.keys(), ohnePlatz].map((platz) => ({
    platz,
    rows: rowsOf(problem, fassung.zuteilung, platz),
  }));
  return section(
    'Wellen',
    html`${waves
      .filter(({ platz, rows }) => platz !== ohnePlatz || rows.length > 0)
      .map(({ platz, rows }, index) =>
        accordion({
          title: `${platz === ohnePlatz ? 'Ohne Platz' : platzText(problem, platz)}: ${countText(rows)}`,
          open: index === 0,
          body: table({
            caption: platzText(problem, platz),
            captionHidden: true,
            small: true,
            columns: [{ label: 'Maßnahme' }, { label: 'Für' }, { label: 'Gegenüber dem Wunsch' }],
            rows: rows.map(({ titel, fuer, spaet }) => [titel, fuer, spaet]),
            empty: html`<p class="kern-body">In diesem Quartal wird nichts eingeführt.</p>`,
          }),
        }),
      )}`,
    { id: 'wellen' },
  );
}

interface Wellenzeile {
  readonly titel: string;
  readonly fuer: string;
  readonly zahl: number;
  readonly spaet: string;
}

function rowsOf(problem: Planungsproblem, zuteilung: Zuteilung, platz: number): readonly Wellenzeile[] {
  const here = problem.einheiten.flatMap((einheit, index) => (zuteilung[index] === platz ? [einheit] : []));
  const namen = new Map(problem.kommunen.map(({ ags, name }) => [ags, name]));
  return [...Map.groupBy(here, ({ massnahme }) => massnahme)].map(([massnahme, list]) => {
    const kommunen = list.filter(({ ags }) => ags !== null);
    const late = kommunen.filter(({ wunsch }) => platz !== ohnePlatz && platz > wunsch).length;
    const once = kommunen.length < list.length ? ['einmaliger Teil'] : [];
    return {
      titel: problem.massnahmen[massnahme]?.titel ?? '',
      fuer: [...once, ...kommunen.map(({ ags }) => namen.get(ags ?? '') ?? ags ?? '')].join(', '),
      zahl: kommunen.length,
      spaet: platz === ohnePlatz ? 'kein Platz' : late === 0 ? 'wie gewünscht' : `${late} später`,
    };
  });
}

function countText(rows: readonly Wellenzeile[]): string {
  const count = rows.reduce((sum, { zahl }) => sum + zahl, 0);
  return count === 1 ? 'eine Einführung' : `${formatNumber(count)} Einführungen`;
}

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
