import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { hakenStaende } from '../domain/haken.ts';
import type { FimDeps } from '../fim-deps.ts';
import { hakeAb } from '../use-cases/abhaken.ts';
import { authorOf } from '../use-cases/author.ts';
import { readSchema } from '../use-cases/read-schema.ts';
import { punktAnswer } from '../views/answers.ts';
import { punktSchema } from './schemas.ts';

const access = { permission: 'workshop.author' } as const;

const params = z.object({ id: z.string().describe('Kennung des Datenschemas, S…') });

const query = z.object({ version: z.string().optional().describe('Vorgabe: die neueste') });

export function pointsOperation(deps: FimDeps): Operation {
  return operation({
    capability: 'fim.points',
    method: 'get',
    path: '/fim/schemas/{id}/arbeitspunkte',
    summary: 'Was nach der Übernahme ein Mensch prüft, mit den Maschinenregeln daneben',
    access,
    params,
    query,
    response: z.object({ arbeitspunkte: z.array(punktSchema) }),
    handle: async ({ params: { id }, query: { version }, principal }) => {
      const author = authorOf(principal);
      if (!author.ok) return author;
      const detail = await readSchema(deps, author.value, id, version ?? null);
      return detail.ok ? ok({ arbeitspunkte: detail.value.punkte.map(punktAnswer) }) : detail;
    },
  });
}

export function tickOperation(deps: FimDeps): Operation {
  return operation({
    capability: 'fim.tick',
    method: 'post',
    path: '/fim/schemas/{id}/arbeitspunkte',
    summary: 'Einen Arbeitspunkt abhaken oder wieder öffnen',
    access,
    params,
    body: z.strictObject({
      schluessel: z.string().min(1).max(300),
      stand: z.enum(hakenStaende),
      notiz: z.string().max(1_000).default(''),
      version: z.string().optional(),
    }),
    response: z.object({ schluessel: z.string(), stand: z.string(), person: z.string(), am: z.string() }),
    handle: async ({ params: { id }, body: { version, ...said }, principal }) => {
      const author = authorOf(principal);
      if (!author.ok) return author;
      const done = await hakeAb(deps, author.value, { id, version: version ?? null, ...said });
      if (!done.ok) return done;
      const { schluessel, stand, person, angegebenAm } = done.value;
      return ok({ schluessel, stand, person, am: angegebenAm.toISOString() });
    },
  });
}
