import { html } from 'hono/html';
import { addDays, formatLocalDate, type LocalDate } from '#kernel';
import { emptyState, section, table, timetable } from '#ui';
import { phasen } from '../domain/phase.ts';
import type { Planverlauf } from '../domain/planverlauf.ts';
import type { Projektinhalt } from '../domain/projekt.ts';
import { verzugOf } from '../domain/verzug.ts';
import { phasenzeilen } from '../domain/zeitplan.ts';
import { projektphaseLabel, tageText, terminLabel } from '../messages.ts';
import { dayText } from '../views/projekt-parts.ts';

/** The phases: planned beside actual, the slip of each in days, and the picture of them. */
export function phasenSection(inhalt: Projektinhalt, day: LocalDate, verzug: string) {
  return section(
    'Phasen',
    html`<div class="lw-stack"><div>${phasenTable(inhalt, day)}</div><div>${bild(inhalt, day)}</div></div>`,
    {
      lead: `Größter Verzug: ${verzug}. Ein geplanter Tag, der verstrichen ist, ändert die Phase nicht.`,
    },
  );
}

function phasenTable(inhalt: Projektinhalt, day: LocalDate) {
  return table({
    caption: 'Phasen, geplant und tatsächlich',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Phase' },
      { label: 'Geplant' },
      { label: 'Tatsächlich' },
      { label: 'Beginn' },
      { label: 'Ende' },
      { label: 'Bemerkung' },
    ],
    rows: phasen.map((phase) => {
      const { planBeginn, planEnde, istBeginn, istEnde, bemerkung } = inhalt.phasen[phase];
      return [
        projektphaseLabel[phase],
        stretch(planBeginn, planEnde),
        stretch(istBeginn, istEnde),
        slip(inhalt, phase, 'beginn', day),
        slip(inhalt, phase, 'ende', day),
        bemerkung || '–',
      ];
    }),
  });
}

/** „05.02.2026 bis 06.05.2026“, with one of them where the other is missing. */
export function stretch(from: LocalDate | null, to: LocalDate | null): string {
  if (from === null && to === null) return '–';
  if (to === null) return `ab ${dayText(from)}`;
  return from === null ? `bis ${dayText(to)}` : `${dayText(from)} bis ${dayText(to)}`;
}

function slip(
  inhalt: Projektinhalt,
  phase: (typeof phasen)[number],
  termin: 'beginn' | 'ende',
  day: LocalDate,
): string {
  const found = verzugOf(inhalt, phase, termin, day);
  return found ? tageText(found.tage, found.offen) : '–';
}

function bild(inhalt: Projektinhalt, day: LocalDate) {
  const rows = phasenzeilen(inhalt, day);
  const [first] = rows
    .flatMap(({ geplant, tatsaechlich }) => [geplant?.from, tatsaechlich?.from])
    .flatMap((from) => from ?? [])
    .toSorted();
  if (first === undefined)
    return emptyState({
      title: 'Noch keine Termine',
      body: 'Sobald jemand geplante oder tatsächliche Tage nennt, steht hier der Zeitplan.',
    });
  // Two years around today; a project that is over shows its own two years.
  const from = first < addDays(day, -365) && last(rows) >= addDays(day, -365) ? addDays(day, -365) : first;
  return timetable({
    id: 'phasen',
    caption: 'Zeitplan des Projekts',
    description: `Geplante und tatsächliche Phasen über 24 Monate, gesehen am ${formatLocalDate(day)}.`,
    from,
    today: day,
    rowLabel: 'Phase',
    rows: rows.map(({ phase, geplant, tatsaechlich }) => ({
      label: projektphaseLabel[phase],
      planned: geplant,
      actual: tatsaechlich,
    })),
  });
}

function last(rows: ReturnType<typeof phasenzeilen>): string {
  return (
    rows
      .flatMap(({ geplant, tatsaechlich }) => [geplant?.to, tatsaechlich?.to ?? tatsaechlich?.from])
      .flatMap((to) => to ?? [])
      .toSorted()
      .at(-1) ?? ''
  );
}

/** Every planned day that was moved, with all days that it had before. */
export function planverlaufSection(plaene: readonly Planverlauf[]) {
  const moved = plaene.filter(({ tage }) => tage.length > 1);
  if (moved.length === 0) return '';
  return section(
    'Frühere Pläne',
    table({
      caption: 'Geplante Tage, die sich geändert haben',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Termin' },
        { label: 'Geplante Tage, der Reihe nach', width: 'wide' },
        { label: 'Verschoben' },
      ],
      rows: moved.map(({ phase, termin, tage, verschobenUm }) => [
        `${projektphaseLabel[phase]}, ${terminLabel[termin]}`,
        html`<ol class="kern-list kern-list--number">${tage.map(
          ({ tag, stand }) =>
            html`<li>${tag === null ? 'zurückgenommen' : formatLocalDate(tag)} (so seit ${formatLocalDate(stand)})</li>`,
        )}</ol>`,
        verschobenUm === null ? '–' : tageText(verschobenUm, false),
      ]),
    }),
    { lead: 'Jeder frühere geplante Tag bleibt stehen.' },
  );
}
