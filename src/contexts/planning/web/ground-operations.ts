import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PlanningDeps } from '../planning-deps.ts';
import { massnahmeSchema, teamSchema, vorlageSchema } from '../shapes.ts';
import { capacityOwnerOf, plannerOf } from '../use-cases/actors.ts';
import { bestandOf } from '../use-cases/grundlage.ts';
import { saveMassnahme } from '../use-cases/save-massnahme.ts';
import { saveTeam, teamsFor } from '../use-cases/save-team.ts';
import { saveVorlage, vorlagenOf } from '../use-cases/save-vorlage.ts';
import { massnahmeAnswer, teamAnswer, vorlageAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import { bulkOperations } from './bulk-operations.ts';
import { massnahmeAnswerSchema } from './massnahme-schemas.ts';
import { teamAnswerSchema, vorlageAnswerSchema } from './schemas.ts';

const idParams = z.object({ id: z.string() });

const grundlage = z.int().min(0).default(0).describe('Die gelesene Fassung, 0 für etwas Neues');

const saved = z.object({ id: z.string(), fassung: z.int() });

/** What plans are made from: teams, templates, Massnahmen. */
export function groundOperations(deps: PlanningDeps): readonly Operation[] {
  return [
    ...teamOperations(deps),
    ...templateOperations(deps),
    ...measureOperations(deps),
    ...bulkOperations(deps),
  ];
}

function teamOperations(deps: PlanningDeps): readonly Operation[] {
  const save =
    (id: string | null) =>
    async (input: {
      readonly body: { readonly grundlage: number; readonly inhalt: z.output<typeof teamSchema> };
      readonly principal: Parameters<typeof capacityOwnerOf>[1];
    }) => {
      const owner = await capacityOwnerOf(deps, input.principal);
      if (!owner.ok) return owner;
      const team = await saveTeam(deps, owner.value, { id, ...input.body });
      return team.ok ? ok({ id: team.value.id, fassung: team.value.fassung }) : team;
    };
  const body = z.strictObject({ grundlage, inhalt: teamSchema });
  return [
    operation({
      capability: 'planning.teams',
      method: 'get',
      path: '/planung/teams',
      summary:
        'Teams oder Fachbereiche mit ihren Personentagen; ein IT-Dienstleister sieht auch die seiner Kommunen, die teilen',
      access: 'signed-in',
      response: z.object({ teams: z.array(teamAnswerSchema) }),
      handle: async ({ principal }) => {
        const owner = await capacityOwnerOf(deps, principal);
        return owner.ok ? ok({ teams: (await teamsFor(deps, owner.value)).map(teamAnswer) }) : owner;
      },
    }),
    operation({
      capability: 'planning.team.save',
      method: 'post',
      path: '/planung/teams',
      summary: 'Ein Team oder einen Fachbereich angeben',
      access: 'signed-in',
      body,
      response: saved,
      status: 201,
      handle: save(null),
    }),
    operation({
      capability: 'planning.team.save',
      method: 'put',
      path: '/planung/teams/{id}',
      summary: 'Ein Team oder einen Fachbereich ändern',
      access: 'signed-in',
      params: idParams,
      body,
      response: saved,
      handle: (input) => save(input.params.id)(input),
    }),
  ];
}

function templateOperations(deps: PlanningDeps): readonly Operation[] {
  return [
    operation({
      capability: 'planning.templates',
      method: 'get',
      path: '/planung/aufwaende',
      summary: 'Aufwandsvorlagen je Art der Maßnahme',
      access: manage,
      response: z.object({ vorlagen: z.array(vorlageAnswerSchema) }),
      handle: async ({ principal }) => {
        const planner = await plannerOf(deps, principal);
        return planner.ok
          ? ok({ vorlagen: (await vorlagenOf(deps, planner.value)).map(vorlageAnswer) })
          : planner;
      },
    }),
    operation({
      capability: 'planning.template.save',
      method: 'put',
      path: '/planung/aufwaende/{id}',
      summary: 'Eine Aufwandsvorlage anlegen oder ändern',
      access: manage,
      params: idParams,
      body: z.strictObject({ grundlage, inhalt: vorlageSchema }),
      response: saved,
      handle: async ({ params, body, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const vorlage = await saveVorlage(deps, planner.value, { id: params.id, ...body });
        return vorlage.ok ? ok({ id: vorlage.value.id, fassung: vorlage.value.fassung }) : vorlage;
      },
    }),
  ];
}

function measureOperations(deps: PlanningDeps): readonly Operation[] {
  return [
    operation({
      capability: 'planning.measures',
      method: 'get',
      path: '/planung/massnahmen',
      summary: 'Alle Maßnahmen',
      access: manage,
      response: z.object({ massnahmen: z.array(massnahmeAnswerSchema) }),
      handle: async ({ principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        return ok({ massnahmen: (await bestandOf(deps, planner.value)).massnahmen.map(massnahmeAnswer) });
      },
    }),
    operation({
      capability: 'planning.measure.save',
      method: 'put',
      path: '/planung/massnahmen/{id}',
      summary: 'Eine Maßnahme anlegen oder ändern',
      access: manage,
      params: idParams,
      body: z.strictObject({ grundlage, inhalt: massnahmeSchema, beendet: z.boolean().default(false) }),
      response: saved,
      handle: async ({ params, body, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const wunsch = { id: params.id, ...body, herkunft: 'hand' as const };
        const massnahme = await saveMassnahme(deps, planner.value, wunsch);
        return massnahme.ok ? ok({ id: massnahme.value.id, fassung: massnahme.value.fassung }) : massnahme;
      },
    }),
  ];
}
