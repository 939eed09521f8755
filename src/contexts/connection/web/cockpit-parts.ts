import { html } from 'hono/html';
import { formatNumber, type Html, heatMap, pointMap, section, stackedBar, statTiles, table } from '#ui';
import { type Phase, phasen } from '../domain/phase.ts';
import { gruppen, type Partei, type Punkt, parteien } from '../domain/punkt.ts';
import type { Punktstand } from '../domain/stand.ts';
import { gruppeLabel, parteiLabel, phaseLabel } from '../messages.ts';
import type { Cockpitzeile } from '../use-cases/read-cockpit.ts';
import { phaseText } from '../views/phase-text.ts';
import { checklistPath, dienstPath } from './cockpit-paths.ts';

/** How many Kommunen there are in each phase, and the figures above. */
export function phaseOverview(dienst: string, zeilen: readonly Cockpitzeile[]): Html {
  const count = (phase: Phase | null) => zeilen.filter((zeile) => zeile.phase === phase).length;
  const ended = zeilen.filter(({ zustand }) => zustand === 'beendet').length;
  const connected = zeilen.length - count(null) - ended;
  const live = zeilen.filter(({ zustand }) => zustand === 'live').length;
  const annahmen = zeilen.reduce((sum, zeile) => sum + zeile.annahmen, 0);
  const here = dienstPath(dienst);
  return html`${statTiles([
    { label: 'Kommunen im Kreis', value: formatNumber(zeilen.length) },
    {
      label: 'Angebunden',
      value: formatNumber(connected),
      note: `${formatNumber(count(null))} noch nicht${ended > 0 ? `, ${formatNumber(ended)} beendet` : ''}`,
    },
    { label: 'Live', value: formatNumber(live) },
    {
      label: 'Offene Annahmen',
      value: formatNumber(annahmen),
      note: 'Werte, die die Kommune noch bestätigt',
      href: `${here}?sortierung=-annahmen#liste`,
    },
  ])}${stackedBar({
    id: 'phasen',
    caption: 'Wie weit die Kommunen sind',
    description: 'Jeder Teil ist eine Phase der Anbindung.',
    parts: [
      ...phasen.map((phase) => ({ label: phaseLabel[phase], value: count(phase) })),
      { label: 'nicht angebunden', value: count(null) },
    ].filter(({ value }) => value > 0),
  })}`;
}

/** Who is waited for, in how many Kommunen, and for how long. */
export function clocks(zeilen: readonly Cockpitzeile[]): Html {
  const rows = parteien.flatMap((partei) => {
    const tage = daysOf(zeilen, partei);
    if (tage.length === 0) return [];
    const sum = tage.reduce((total, each) => total + each, 0);
    return [
      [parteiLabel[partei], tage.length, Math.max(...tage), Math.round(sum / tage.length)].map(cellText),
    ];
  });
  return table({
    caption: 'Wer gerade am Zug ist',
    captionHidden: true,
    columns: [
      { label: 'Wartet auf' },
      { label: 'Kommunen', numeric: true },
      { label: 'Längstes Warten in Tagen', numeric: true },
      { label: 'Im Mittel in Tagen', numeric: true },
    ],
    rows,
    empty: html`<p class="kern-body">Gerade wartet keine Anbindung auf jemanden.</p>`,
  });
}

function daysOf(zeilen: readonly Cockpitzeile[], partei: Partei): readonly number[] {
  return zeilen.flatMap(({ wartet }) =>
    wartet.flatMap((each) => (each.partei === partei ? [each.tage] : [])),
  );
}

function cellText(value: string | number): string {
  return typeof value === 'number' ? formatNumber(value) : value;
}

/** Kommunen by groups of steps, or by every line of the checklist; the rows are those that the list shows. */
export function stepsHeatMap(
  dienst: string,
  zeilen: readonly Cockpitzeile[],
  punkte: readonly Punkt[],
  every: boolean,
): Html {
  const rows = zeilen.map((zeile) => ({
    label: zeile.name,
    href: zeile.zustand === null ? undefined : checklistPath(dienst, zeile.ags),
    values: every ? punkte.map(({ id }) => standValue(zeile.staende.get(id))) : groupValues(zeile),
  }));
  const common = { id: 'schritte', rowLabel: 'Kommune', rows };
  if (every)
    return heatMap({
      ...common,
      caption: 'Jeder Punkt der Checkliste',
      description:
        'Ein Punkt wartet, wenn zuerst ein anderer zu erledigen ist. Die Zeilen sind die der Liste unten.',
      columns: punkte.map(({ titel }) => ({ label: titel })),
      classes: [
        { from: 0, label: 'wartet', sign: '…' },
        { from: 1, label: 'offen', sign: '○' },
        { from: 2, label: 'abgelaufen', sign: '!' },
        { from: 3, label: 'erledigt', sign: '✓' },
      ],
      format: (value) => ['wartet', 'offen', 'abgelaufen', 'erledigt'][value] ?? '',
    });
  return heatMap({
    ...common,
    caption: 'Kommunen und Schritte',
    description:
      'Jede Zelle: wie viel Prozent der geforderten Punkte dieser Gruppe erledigt sind, abgerundet. Die Zeilen sind die der Liste unten.',
    columns: gruppen.map((gruppe) => ({ label: gruppeLabel[gruppe] })),
    classes: [
      { from: 0, label: 'nichts erledigt' },
      { from: 1, label: 'begonnen' },
      { from: 50, label: 'mindestens die Hälfte' },
      { from: 100, label: 'alles erledigt' },
    ],
    format: (value) => `${value} %`,
  });
}

function groupValues({ gruppen: progress }: Cockpitzeile): readonly (number | null)[] {
  return gruppen.map((gruppe) => {
    const { erledigt, gefordert } = progress.get(gruppe) ?? { erledigt: 0, gefordert: 0 };
    return gefordert === 0 ? null : Math.floor((100 * erledigt) / gefordert);
  });
}

const order: Readonly<Record<Punktstand, number | null>> = {
  wartet: 0,
  offen: 1,
  abgelaufen: 2,
  erledigt: 3,
  entfaellt: null,
};

function standValue(stand: Punktstand | undefined): number | null {
  return stand === undefined ? null : order[stand];
}

const mapClasses = [
  { from: 0, label: 'Interesse, vereinbart oder beauftragt' },
  { from: 3, label: 'Parameter oder Technik' },
  { from: 5, label: 'Test oder Abnahme' },
  { from: 7, label: 'am Start oder im Betrieb' },
] as const;

/** The Land as points, one for each Gemeinde of the circle, deeper the further its Anbindung is. */
export function landMap(dienst: string, zeilen: readonly Cockpitzeile[]): Html | '' {
  const placed = zeilen.flatMap(({ ags, name, kreis, punkt }) =>
    punkt === null ? [] : [{ ags, name, group: kreis, ...punkt }],
  );
  if (placed.length === 0) return '';
  const phaseAt = new Map(zeilen.map((zeile) => [zeile.ags, phaseIndex(zeile)]));
  return section(
    'Karte',
    pointMap({
      id: 'anbindungen',
      caption: 'Wo die Anbindungen stehen',
      description: 'Sie zeigt zu jeder Gemeinde, wie weit ihre Anbindung ist. Kreise haben keinen Punkt.',
      points: placed,
      values: phaseAt,
      legend: { title: 'Phase der Anbindung', classes: mapClasses },
      href: (ags) => checklistPath(dienst, ags),
      format: (value) => phaseText({ phase: phasen[value] ?? null }),
    }),
  );
}

/** The place of a phase in their order; an ended Anbindung is no further than none. */
function phaseIndex({ phase }: Cockpitzeile): number | null {
  return phase === null || phase === 'ende' ? null : phasen.indexOf(phase);
}
