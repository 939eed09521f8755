import { z } from 'zod';
import { ok } from '#kernel';
import { dateParameter, type Operation, operation } from '#platform';
import { registerNamen } from '../domain/eintrag.ts';
import type { LawDeps } from '../law-world.ts';
import { answerRadar } from '../use-cases/answer-radar.ts';
import { akteureOn, akteurJson, findAkteur } from '../use-cases/find-akteur.ts';
import {
  eintraegeOn,
  eintragJson,
  findEintrag,
  foundEintragJson,
  fristenOn,
  fristJson,
} from '../use-cases/find-eintrag.ts';
import { werMachtLeistung, werMachtOzg, werMachtWasJson } from '../use-cases/wer-macht-was.ts';
import { akteurSchema, eintragSchema, fristSchema, radarSchema, werMachtWasSchema } from './schemas.ts';

const date = z.object({ date: dateParameter });
const idParams = z.object({ id: z.string().min(1).max(300) });

/** This context in the JSON API; everybody may call it. */
export function lawOperations(deps: LawDeps): readonly Operation[] {
  return [...akteureOperations(deps), ...rollenOperations(deps), ...registerOperations(deps), radar(deps)];
}

function akteureOperations({ world, clock }: LawDeps): readonly Operation[] {
  return [
    operation({
      capability: 'law.akteure',
      method: 'get',
      path: '/akteure',
      summary: 'Die Akteure mit ihren belegten Rollen',
      access: 'public',
      query: date,
      response: z.object({ akteure: z.array(akteurSchema) }),
      handle: async ({ query }) => {
        const { law } = await world();
        return ok({ akteure: akteureOn(law, query.date ?? clock.today()).map(akteurJson) });
      },
    }),
    operation({
      capability: 'law.akteur',
      method: 'get',
      path: '/akteure/{id}',
      summary: 'Ein Akteur mit seinen Rollen',
      access: 'public',
      params: idParams,
      query: date,
      response: akteurSchema,
      handle: async ({ params, query }) => {
        const found = findAkteur((await world()).law, params.id, query.date ?? clock.today());
        return found.ok ? ok(akteurJson(found.value)) : found;
      },
    }),
  ];
}

function rollenOperations({ world, clock }: LawDeps): readonly Operation[] {
  return [
    operation({
      capability: 'law.rollen',
      method: 'get',
      path: '/wer-macht-was/leistungen/{id}',
      summary: 'Bund, Land, Kommune: Wer macht was bei einer Leistung?',
      access: 'public',
      params: idParams,
      query: date,
      response: werMachtWasSchema,
      handle: async ({ params, query }) => {
        const day = query.date ?? clock.today();
        const answer = werMachtLeistung(await world(), params.id, day);
        return answer.ok ? ok(werMachtWasJson(answer.value, day)) : answer;
      },
    }),
    operation({
      capability: 'law.rollen.ozg',
      method: 'get',
      path: '/wer-macht-was/ozg/{id}',
      summary: 'Bund, Land, Kommune: Wer macht was bei einer OZG-Leistung?',
      access: 'public',
      params: idParams,
      query: date,
      response: werMachtWasSchema,
      handle: async ({ params, query }) => {
        const day = query.date ?? clock.today();
        const answer = werMachtOzg(await world(), params.id, day);
        return answer.ok ? ok(werMachtWasJson(answer.value, day)) : answer;
      },
    }),
  ];
}

function registerOperations({ world, clock }: LawDeps): readonly Operation[] {
  return [
    operation({
      capability: 'law.register',
      method: 'get',
      path: '/ozg2',
      summary: 'Register und Fristen des OZG 2.0 an einem Tag',
      access: 'public',
      query: date.extend({ register: z.enum(registerNamen).optional() }),
      response: z.object({ eintraege: z.array(eintragSchema), fristen: z.array(fristSchema) }),
      handle: async ({ query }) => {
        const snapshot = await world();
        const day = query.date ?? clock.today();
        const eintraege = eintraegeOn(snapshot, day)
          .filter(({ register }) => query.register === undefined || register === query.register)
          .map(eintragJson);
        return ok({ eintraege, fristen: fristenOn(snapshot, day).map(fristJson) });
      },
    }),
    operation({
      capability: 'law.eintrag',
      method: 'get',
      path: '/ozg2/{id}',
      summary: 'Ein Eintrag eines Registers mit den Leistungen, die er nennt, und ob er am Stichtag gilt',
      access: 'public',
      params: idParams,
      query: date,
      response: eintragSchema.extend({ date: z.string(), gilt: z.boolean(), benannt: z.array(z.string()) }),
      handle: async ({ params, query }) => {
        const found = findEintrag(await world(), params.id);
        return found.ok ? ok(foundEintragJson(found.value, query.date ?? clock.today())) : found;
      },
    }),
  ];
}

function radar({ world, clock }: LawDeps): Operation {
  return operation({
    capability: 'law.radar',
    method: 'get',
    path: '/kommunen/{body}/radar',
    summary: 'Was auf eine Kommune zukommt: Fristen mit Vorlauf und nutzbare Erleichterungen',
    access: 'public',
    params: z.object({ body: z.string().describe('AGS, ARS oder Name der Kommune') }),
    query: date,
    response: radarSchema,
    handle: async ({ params, query }) => answerRadar(await world(), params.body, query.date ?? clock.today()),
  });
}
