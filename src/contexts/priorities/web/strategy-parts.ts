import { html } from 'hono/html';
import { formatLocalDate, formatQuartal, parseLocalDate } from '#kernel';
import { descriptionList, emptyState, formatInstant, section, table, textLink } from '#ui';
import { abweichungLabel, entscheidLabel } from '../messages.ts';
import type { Strategiedetail } from '../use-cases/strategie.ts';
import type { Viewer } from '../use-cases/viewer.ts';
import { paths } from './paths.ts';
import { entscheidBadge } from './strategy-definition.ts';

/** A service with its decision, as somebody sees it. */
export interface StrategieAnsicht {
  readonly viewer: Viewer;
  readonly detail: Strategiedetail;
  /** The names of its Leistungen, by id. */
  readonly namen: ReadonlyMap<string, string>;
}

/** What holds today, and what the register says. */
export function standSection({ detail: { dienst, stand }, viewer }: StrategieAnsicht) {
  const available = dienst.verfuegbarAb === null ? null : parseLocalDate(dienst.verfuegbarAb);
  const register = [
    ['Anbieter', dienst.anbieter],
    ['Stand im Register', dienst.status],
    ['Verfügbar ab', available?.ok ? formatLocalDate(available.value) : ''],
  ] as const;
  return section(
    'Was gilt',
    stand === null
      ? html`${emptyState({
          title: 'Noch nicht entschieden',
          body: viewer.darfFuehren
            ? 'Halten Sie fest, was die Gruppe entschieden hat.'
            : 'Sobald die Gruppe entschieden hat, steht es hier mit Grund, Quartal und Stelle.',
        })}${descriptionList(register)}`
      : descriptionList([
          ['Entscheid', html`${entscheidBadge(stand.entscheid)}`],
          ['Quartal', stand.quartal ? formatQuartal(stand.quartal) : ''],
          ['Grund', stand.grund],
          ['Verantwortlich', stand.verantwortlich],
          ['Entschieden', formatInstant(stand.entschiedenAm)],
          ['Beschluss der Sitzung', stand.sitzungsbeschluss],
          ...register,
        ]),
  );
}

/** Who does something else, as far as the viewer may see it. */
export function deviationsSection({ detail: { abweichungen }, viewer }: StrategieAnsicht) {
  const own = viewer.tenant === viewer.provider.id;
  return section(
    own ? 'Abweichungen der Kommunen' : 'Abweichung Ihrer Kommune',
    table({
      caption: 'Abweichungen',
      captionHidden: true,
      columns: [
        { label: 'Kommune' },
        { label: 'Tut' },
        { label: 'Quartal' },
        { label: 'Grund', width: 'wide' },
        { label: 'Angegeben' },
      ],
      rows: abweichungen.map(({ kommune, abweichung, quartal, grund, angegebenAm }) => [
        kommune,
        abweichungLabel[abweichung],
        quartal ? formatQuartal(quartal) : '–',
        grund,
        formatInstant(angegebenAm),
      ]),
      empty: emptyState({
        title: 'Keine Abweichung',
        body: 'Weicht eine Kommune ab, steht hier, was sie tut und warum.',
      }),
    }),
  );
}

/** Former decisions; nothing where there is one at most. */
export function historySection({ verlauf }: Strategiedetail) {
  if (verlauf.length < 2) return '';
  return section(
    'Verlauf',
    table({
      caption: 'Frühere Entscheide',
      captionHidden: true,
      columns: [
        { label: 'Entschieden' },
        { label: 'Entscheid' },
        { label: 'Quartal' },
        { label: 'Grund', width: 'wide' },
        { label: 'Verantwortlich' },
      ],
      rows: verlauf.map(({ entschiedenAm, entscheid, quartal, grund, verantwortlich }) => [
        formatInstant(entschiedenAm),
        entscheidLabel[entscheid],
        quartal ? formatQuartal(quartal) : '–',
        grund,
        verantwortlich,
      ]),
    }),
  );
}

/** The Leistungen of the service. */
export function leistungenSection({ detail: { dienst }, namen }: StrategieAnsicht) {
  return section(
    'Leistungen',
    dienst.leistungen.length === 0
      ? html`<p class="kern-body">Das Register nennt keine Leistung.</p>`
      : html`<ul class="kern-list kern-list--bullet">${dienst.leistungen.map((id) => html`<li>${textLink(paths.leistung(id), namen.get(id) ?? id)}</li>`)}</ul>`,
  );
}
