import { html } from 'hono/html';
import { formatQuartal, nextQuartal, type Quartal, quartalOf } from '#kernel';
import { type PageAnswer, type PageRequest, page } from '#platform';
import { badge, buttonRow, emptyState, linkButton, section, table, textLink } from '#ui';
import { formatTage } from '../domain/tage.ts';
import { kapazitaetIn, type Team } from '../domain/team.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { CapacityOwner } from '../use-cases/actors.ts';
import { teamsFor } from '../use-cases/save-team.ts';
import { flashOf, planung } from './answers.ts';
import { teamsPath } from './paths.ts';

export async function list(
  deps: PlanningDeps,
  owner: CapacityOwner,
  request: PageRequest,
): Promise<PageAnswer> {
  const teams = await teamsFor(deps, owner);
  const kreis =
    owner.kommune === null ? await deps.kreis(owner.actor, { tenant: owner.tenant, name: '' }) : [];
  const namen = new Map(kreis.map(({ ags, name }) => [ags, name]));
  const first = quartalOf(deps.clock.today());
  const quartale = [1, 2, 3, 4].map((step) => nextQuartal(first, step));
  const [own, others] = [
    teams.filter(({ ags }) => ags === (owner.kommune?.ags ?? null)),
    teams.filter(({ ags }) => ags !== (owner.kommune?.ags ?? null)),
  ];
  const noun = owner.kommune === null ? 'Team' : 'Fachbereich';
  const add = linkButton(`${noun} angeben`, `${teamsPath}/neu`, { kind: 'secondary' });
  return page({
    title: owner.kommune === null ? 'Teams und ihre Personentage' : 'Personentage der Fachbereiche',
    lead: 'Angegeben wird je Team, nie je Person. Fehlt jemand, sind es in dem Monat weniger Tage; ein Grund steht hier nicht.',
    breadcrumb:
      owner.kommune === null ? [planung] : [{ label: 'Nächste Schritte', href: '/naechste-schritte' }],
    wide: true,
    ...flashOf(request),
    main: html`${section(
      owner.kommune === null ? 'Eigene Teams' : 'Eigene Fachbereiche',
      html`${teamTable(own, quartale, null, emptyState({ title: `Noch kein ${noun}`, body: 'Ohne Personentage lässt sich nicht planen.' }))}${buttonRow(add)}`,
    )}${
      owner.kommune === null
        ? section(
            'Fachbereiche der Kommunen',
            teamTable(
              others,
              quartale,
              namen,
              emptyState({
                title: 'Noch keine Angaben',
                body: 'Hier stehen die Fachbereiche der Kommunen, die ihren Stand mit Ihnen teilen und Personentage angegeben haben.',
              }),
            ),
          )
        : ''
    }`,
  });
}

function teamTable(
  teams: readonly Team[],
  quartale: readonly Quartal[],
  namen: ReadonlyMap<string, string> | null,
  empty: ReturnType<typeof emptyState>,
) {
  return table({
    caption: 'Personentage je Quartal',
    captionHidden: true,
    columns: [
      { label: namen ? 'Fachbereich' : 'Team' },
      ...(namen ? [{ label: 'Kommune' }] : []),
      { label: 'Kann' },
      ...quartale.map((quartal) => ({ label: formatQuartal(quartal), numeric: true })),
    ],
    rows: teams.map((team) => [
      namen
        ? team.name
        : html`${textLink(`${teamsPath}/${team.id}`, team.name)}${team.beendet ? html` ${badge('neutral', 'beendet')}` : ''}`,
      ...(namen ? [namen.get(team.ags ?? '') ?? team.ags ?? ''] : []),
      team.faehigkeiten.join(', ') || '–',
      ...quartale.map((quartal) => formatTage(kapazitaetIn(team, quartal))),
    ]),
    empty,
  });
}
