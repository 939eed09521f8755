import { html } from 'hono/html';
import type { Themenfeld } from '#catalogue';
import { formatLocalDate, parseLocalDate } from '#kernel';
import {
  dayOfAddress,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import { button, emptyState, form, inputField, selectField, timetable } from '#ui';
import { type Phase, phasen } from '../domain/phase.ts';
import { projektphaseLabel } from '../messages.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { readZeitplan, usualBegin, type ZeitplanFrage, type Zeitplanzeile } from '../use-cases/zeitplan.ts';

const address = '/projekte/zeitplan';

/** The timetable of all projects over 24 months, by Themenfeld. */
export function zeitplanRoutes(deps: ProjectsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'projects.timetable',
      method: 'GET',
      path: address,
      access: 'public',
      handle: (request) => answer(deps, request),
    },
  ];
}

async function answer(deps: ProjectsDeps, request: PageRequest): Promise<PageAnswer> {
  const day = dayOfAddress(request.query, deps.clock);
  if (!day.ok) return refusal(day.refusal);
  const given = request.query.get('von') ?? '';
  const from = given === '' ? null : parseLocalDate(given);
  if (from && !from.ok) return refusal(from.refusal);
  const frage: ZeitplanFrage = {
    day: day.value,
    from: from?.value ?? usualBegin(day.value),
    phase: phasen.find((phase) => phase === request.query.get('phase')) ?? null,
    themenfeldId: Number(request.query.get('themenfeld')) || null,
  };
  const { themenfelder } = await deps.catalogue();
  return page(content(frage, await readZeitplan(deps, request.principal, frage), themenfelder));
}

function content(
  frage: ZeitplanFrage,
  zeilen: readonly Zeitplanzeile[],
  themenfelder: readonly Themenfeld[],
): PageContent {
  const { day, from, phase } = frage;
  const rows = zeilen.map(({ zeile, gruppe, phasenzeile }) => ({
    label: labelOf(zeile.projekt.inhalt.titel, phasenzeile.phase, phase),
    href: `/projekte/${zeile.projekt.id}?datum=${day}`,
    group: gruppe,
    planned: phasenzeile.geplant,
    actual: phasenzeile.tatsaechlich,
  }));
  return {
    title: 'Zeitplan der Umsetzungsprojekte',
    preline: 'Umsetzungsprojekte',
    lead: 'Über 24 Monate, nach Themenfeldern: was geplant war, was geschah und wie weit beides auseinanderliegt.',
    wide: true,
    breadcrumb: [{ label: 'Umsetzungsprojekte', href: '/projekte' }],
    main: html`<div class="lw-stack"><div>${chooser(frage, themenfelder)}</div><div>${
      rows.length === 0
        ? emptyState({
            title: 'In diesem Zeitraum ist nichts geplant',
            body: 'Wählen Sie einen anderen Zeitraum oder eine andere Phase.',
          })
        : timetable({
            id: 'zeitplan',
            caption: phase
              ? `${projektphaseLabel[phase]}: geplant und tatsächlich`
              : 'Phasen: geplant und tatsächlich',
            description: `24 Monate ab ${formatLocalDate(from)}, Plan und Stand vom ${formatLocalDate(day)}. Jede Zeile zeigt die Tage genau der genannten Phase.`,
            from,
            today: day,
            rowLabel: 'Projekt und Phase',
            rows,
          })
    }</div></div>`,
    nextSteps: [{ label: 'Alle Projekte als Liste', href: `/projekte?datum=${day}` }],
  };
}

function labelOf(titel: string, phase: Phase, chosen: Phase | null): string {
  return chosen ? titel : `${titel}: ${projektphaseLabel[phase]}`;
}

function chooser({ day, from, phase, themenfeldId }: ZeitplanFrage, themenfelder: readonly Themenfeld[]) {
  const fields = html`${inputField({ name: 'von', label: 'Zeitraum ab', type: 'date', value: from })}${selectField(
    {
      name: 'phase',
      label: 'Phase',
      placeholder: 'Alle Phasen',
      optional: true,
      value: phase ?? '',
      options: phasen.map((value) => ({ value, label: projektphaseLabel[value] })),
    },
  )}${selectField({
    name: 'themenfeld',
    label: 'Themenfeld',
    placeholder: 'Alle Themenfelder',
    optional: true,
    value: themenfeldId === null ? '' : String(themenfeldId),
    options: themenfelder.map(({ id, name }) => ({ value: String(id), label: name })),
  })}${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: day })}`;
  return form(
    { action: address, method: 'get', label: 'Zeitplan wählen' },
    html`<div class="lw-inline-form">${fields}${button('Anzeigen', { kind: 'secondary' })}</div>`,
  );
}
