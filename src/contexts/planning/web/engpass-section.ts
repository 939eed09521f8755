import { html } from 'hono/html';
import { formatNumber, type Html, heatMap, section } from '#ui';
import { auslastungOf, engpaesse } from '../domain/auslastung.ts';
import { platzText, prozent } from '../messages.ts';
import type { FertigerPlan } from '../use-cases/read-plan.ts';

const klassen = [
  { from: 0, label: 'unter 50 % belegt' },
  { from: 0.5, label: '50 bis 79 %' },
  { from: 0.8, label: '80 bis 94 %' },
  { from: 0.95, label: '95 bis 100 %' },
  { from: 1.0001, label: 'über 100 %: von Hand überlastet' },
] as const;

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
