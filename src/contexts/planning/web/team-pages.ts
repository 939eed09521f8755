import type { Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { invalid, teamUnknown } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { type CapacityOwner, capacityOwnerOf } from '../use-cases/actors.ts';
import { saveTeam, teamsFor } from '../use-cases/save-team.ts';
import { done } from './answers.ts';
import { teamsPath } from './paths.ts';
import { formContent } from './team-form.ts';
import { readForm, typedOf } from './team-form-input.ts';
import { list } from './team-list.ts';

/** Teams and Fachbereiche with their person-days: a list, and a form for each. */
export function teamRoutes(deps: PlanningDeps): readonly PageRoute[] {
  const route = (
    capability: string,
    method: 'GET' | 'POST',
    path: string,
    act: (owner: CapacityOwner, request: PageRequest) => Promise<PageAnswer>,
  ): PageRoute => ({
    capability,
    method,
    path,
    access: 'signed-in',
    handle: async (request) => {
      const owner = await capacityOwnerOf(deps, request.principal);
      return owner.ok ? act(owner.value, request) : refusal(owner.refusal);
    },
  });
  const read = (owner: CapacityOwner, request: PageRequest) => show(deps, owner, request);
  const write = (owner: CapacityOwner, request: PageRequest) => save(deps, owner, request);
  return [
    route('planning.teams', 'GET', teamsPath, (owner, request) => list(deps, owner, request)),
    route('planning.team.save', 'GET', `${teamsPath}/neu`, read),
    route('planning.team.save', 'POST', `${teamsPath}/neu`, write),
    route('planning.team.save', 'GET', `${teamsPath}/:team`, read),
    route('planning.team.save', 'POST', `${teamsPath}/:team`, write),
  ];
}

async function ownTeam(deps: PlanningDeps, owner: CapacityOwner, { params }: PageRequest) {
  if (params.team === undefined) return null;
  const teams = await teamsFor(deps, owner);
  return (
    teams.find(({ id, ags }) => id === params.team && ags === (owner.kommune?.ags ?? null)) ?? teamUnknown
  );
}

async function show(deps: PlanningDeps, owner: CapacityOwner, request: PageRequest): Promise<PageAnswer> {
  const team = await ownTeam(deps, owner, request);
  if (team !== null && 'code' in team) return refusal(team);
  return page(
    formContent(deps, owner, request, { team, typed: team ? typedOf(team) : new Map(), reason: null }),
  );
}

async function save(deps: PlanningDeps, owner: CapacityOwner, request: PageRequest): Promise<PageAnswer> {
  const team = await ownTeam(deps, owner, request);
  if (team !== null && 'code' in team) return refusal(team);
  const typed = new Map([...request.form.keys()].map((name) => [name, formField(request.form, name)]));
  const again = (reason: Refusal) =>
    refusedPage(formContent(deps, owner, request, { team, typed, reason }), reason);
  const read = readForm(typed, team);
  if (!('name' in read)) return again(invalid(read));
  const grundlage = numberIn(request.form.get('grundlage'));
  const saved = await saveTeam(deps, owner, { id: team?.id ?? null, grundlage, inhalt: read });
  return saved.ok ? done(teamsPath, 'team') : again(saved.refusal);
}
