import { z } from 'zod';
import { ok } from '#kernel';
import { dateParameter, listQueryShape, type Operation, operation } from '#platform';
import { phasen } from '../domain/phase.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { coordinatorOf } from '../use-cases/actors.ts';
import { radarTage, readFristen } from '../use-cases/read-fristen.ts';
import { readProjektdetail } from '../use-cases/read-projekt.ts';
import { showInterest } from '../use-cases/show-interest.ts';
import { readZeitplan, usualBegin } from '../use-cases/zeitplan.ts';
import { detailAnswer, fristAnswer, projektAnswer, zeitplanAnswer } from '../views/answers.ts';
import { foundProjekte } from '../views/found-projekte.ts';
import { projektfilter } from '../views/list-filters.ts';
import { detailSchema, fristenSchema, projektSchema, zeitplanSchema } from './schemas.ts';
import { writeOperations } from './write-operations.ts';

const datum = z.object({ date: dateParameter });
const projektParams = z.object({ id: z.string().describe('Kennung des Projekts') });

/** This context in the JSON API. Fixed addresses stand before those with a project's id. */
export function projectsOperations(deps: ProjectsDeps): readonly Operation[] {
  return [...timeOperations(deps), ...readOperations(deps), joinOperation(deps), ...writeOperations(deps)];
}

function readOperations(deps: ProjectsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'projects.list',
      method: 'get',
      path: '/projekte',
      summary: 'Alle Umsetzungsprojekte, wie sie an einem Tag bekannt und geplant waren',
      access: 'public',
      query: z.object({ date: dateParameter, ...listQueryShape(projektfilter) }),
      response: z.object({ projekte: z.array(projektSchema) }),
      handle: async ({ query: { date, ...asked }, principal }) => {
        const found = await foundProjekte(deps, principal, date ?? deps.clock.today(), asked);
        return found.ok ? ok({ projekte: found.value.map(projektAnswer) }) : found;
      },
    }),
    operation({
      capability: 'projects.show',
      method: 'get',
      path: '/projekte/{id}',
      summary: 'Ein Umsetzungsprojekt mit allen früheren Plänen',
      access: 'public',
      params: projektParams,
      query: datum,
      response: detailSchema,
      handle: async ({ params, query, principal }) => {
        const detail = await readProjektdetail(deps, principal, params.id, query.date ?? deps.clock.today());
        return detail.ok ? ok(detailAnswer(detail.value)) : detail;
      },
    }),
  ];
}

function timeOperations(deps: ProjectsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'projects.timetable',
      method: 'get',
      path: '/projekte/zeitplan',
      summary: 'Geplante und tatsächliche Phasen über 24 Monate',
      access: 'public',
      query: z.object({
        date: dateParameter,
        von: dateParameter,
        phase: z.enum(phasen).optional(),
        themenfeld: z.coerce.number().int().optional().describe('Nummer des Themenfelds'),
      }),
      response: zeitplanSchema,
      handle: async ({ query, principal }) => {
        const day = query.date ?? deps.clock.today();
        const frage = {
          day,
          from: query.von ?? usualBegin(day),
          phase: query.phase ?? null,
          themenfeldId: query.themenfeld ?? null,
        };
        return ok(zeitplanAnswer(await readZeitplan(deps, principal, frage), frage.from));
      },
    }),
    operation({
      capability: 'projects.deadlines',
      method: 'get',
      path: '/projekte/fristen',
      summary: 'Förderfristen der nächsten 90 Tage; Verwendungsnachweise nur für das führende Haus',
      access: 'public',
      query: datum,
      response: fristenSchema,
      handle: async ({ query, principal }) => {
        const fristen = await readFristen(deps, principal, query.date ?? deps.clock.today());
        return ok({ tage: radarTage, fristen: fristen.map(fristAnswer) });
      },
    }),
  ];
}

function joinOperation(deps: ProjectsDeps): Operation {
  return operation({
    capability: 'projects.join',
    method: 'put',
    path: '/projekte/{id}/interesse',
    summary: 'Interesse der eigenen Kommune zeigen oder zurückziehen',
    access: { permission: 'projects.join' },
    params: projektParams,
    body: z.strictObject({
      interessiert: z.boolean(),
      genannt: z.boolean().default(false).describe('Der Name der Kommune darf öffentlich genannt werden'),
      bemerkung: z.string().max(1000).default(''),
    }),
    response: z.object({ interessiert: z.boolean(), genannt: z.boolean(), bemerkung: z.string() }),
    handle: async ({ params, body, principal }) => {
      const coordinator = await coordinatorOf(deps, principal);
      if (!coordinator.ok) return coordinator;
      const said = await showInterest(deps, coordinator.value, { projektId: params.id, ...body });
      if (!said.ok) return said;
      const { interessiert, genannt, bemerkung } = said.value ?? {
        interessiert: false,
        genannt: false,
        bemerkung: '',
      };
      return ok({ interessiert, genannt, bemerkung });
    },
  });
}
