import { html } from 'hono/html';
import { formatQuartal } from '#kernel';
import { accordion, alert, descriptionList, formatNumber, type Html, section, table } from '#ui';
import { lueckeOf, zielsatz } from '../domain/kosten.ts';
import { ohnePlatz, type Planungsproblem, type Zuteilung } from '../domain/problem.ts';
import { pruefe } from '../domain/pruefung.ts';
import { platzText, prozent, verstossText } from '../messages.ts';
import type { FertigerPlan } from '../use-cases/read-plan.ts';

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
