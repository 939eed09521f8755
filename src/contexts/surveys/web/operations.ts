import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { zustandOn } from '../domain/zustand.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { evaluate, evaluateLeistung } from '../use-cases/evaluate.ts';
import { readBeteiligung } from '../use-cases/participation.ts';
import { antwortendeOf, fragendeOf } from '../use-cases/people.ts';
import { readVeroeffentlichtes } from '../use-cases/read-bedarf.ts';
import { readBogen } from '../use-cases/read-bogen.ts';
import { readUmfrageFor } from '../use-cases/read-umfrage.ts';
import { asReader, readUmfragen, werOf } from '../use-cases/read-umfragen.ts';
import {
  auswertungJson,
  beteiligungJson,
  bogenJson,
  ergebnisJson,
  leistungsauswertungJson,
  umfrageJson,
  zeileJson,
} from '../views/json.ts';
import {
  auswertungSchema,
  beteiligungSchema,
  bogenSchema,
  idSchema,
  leistungParams,
  leistungsauswertungSchema,
  umfrageSchema,
  zeileSchema,
} from '../views/schemas.ts';
import { answerOperations } from './answer-operations.ts';
import { writeOperations } from './write-operations.ts';

const base = '/bedarfsabfragen';
const signedIn = { access: 'signed-in', method: 'get' } as const;

/** The Bedarfsabfragen in the JSON API. */
export function surveysOperations(deps: SurveysDeps): readonly Operation[] {
  return [
    ...readOperations(deps),
    ...countOperations(deps),
    ...writeOperations(deps),
    ...answerOperations(deps),
  ];
}

function readOperations(deps: SurveysDeps): readonly Operation[] {
  return [
    operation({
      ...signedIn,
      capability: 'surveys.list',
      path: base,
      summary: 'Die Bedarfsabfragen des eigenen Hauses, oder die, nach denen die eigene Kommune gefragt ist',
      response: z.object({ bedarfsabfragen: z.array(zeileSchema) }),
      handle: async ({ principal }) => {
        const wer = await werOf(deps, principal);
        return wer.ok ? ok({ bedarfsabfragen: (await readUmfragen(deps, wer.value)).map(zeileJson) }) : wer;
      },
    }),
    operation({
      ...signedIn,
      capability: 'surveys.show',
      path: `${base}/{id}`,
      summary: 'Eine Bedarfsabfrage',
      params: idSchema,
      response: umfrageSchema,
      handle: async ({ principal, params }) => {
        const wer = await werOf(deps, principal);
        if (!wer.ok) return wer;
        const umfrage = await readUmfrageFor(asReader(deps, wer.value), params.id);
        return umfrage.ok
          ? ok(umfrageJson(umfrage.value, zustandOn(umfrage.value, deps.clock.today())))
          : umfrage;
      },
    }),
    operation({
      ...signedIn,
      capability: 'surveys.answers',
      path: `${base}/{id}/antworten`,
      summary: 'Der Bogen der eigenen Kommune: was gefragt, was bekannt und was beantwortet ist',
      params: idSchema,
      response: bogenSchema,
      handle: async ({ principal, params }) => {
        const who = await antwortendeOf(deps, principal, 'lesen');
        if (!who.ok) return who;
        const bogen = await readBogen(deps, who.value, params.id);
        return bogen.ok ? ok(bogenJson(bogen.value)) : bogen;
      },
    }),
    operation({
      ...signedIn,
      capability: 'surveys.result',
      path: `${base}/{id}/ergebnis`,
      summary: 'Das veröffentlichte Ergebnis: Zahlen über alle Kommunen',
      params: idSchema,
      response: auswertungSchema.extend({ veroeffentlichtAm: z.string() }),
      handle: async ({ principal, params }) => {
        const wer = await werOf(deps, principal);
        if (!wer.ok) return wer;
        const found = await readVeroeffentlichtes(deps, asReader(deps, wer.value), params.id);
        return found.ok ? ok(ergebnisJson(found.value)) : found;
      },
    }),
  ];
}

function countOperations(deps: SurveysDeps): readonly Operation[] {
  return [
    operation({
      ...signedIn,
      capability: 'surveys.participation',
      path: `${base}/{id}/beteiligung`,
      summary: 'Wie weit die Kommunen jetzt sind',
      params: idSchema,
      response: beteiligungSchema,
      handle: async ({ principal, params }) => {
        const who = await fragendeOf(deps, principal, 'lesen');
        if (!who.ok) return who;
        const found = await readBeteiligung(deps, who.value, params.id);
        return found.ok ? ok(beteiligungJson(found.value)) : found;
      },
    }),
    operation({
      ...signedIn,
      capability: 'surveys.evaluate',
      path: `${base}/{id}/auswertung`,
      summary: 'Die freigegebenen Antworten, je Leistung gezählt',
      params: idSchema,
      response: auswertungSchema,
      handle: async ({ principal, params }) => {
        const who = await fragendeOf(deps, principal, 'lesen');
        if (!who.ok) return who;
        const found = await evaluate(deps, who.value, params.id);
        return found.ok ? ok(auswertungJson(found.value)) : found;
      },
    }),
    operation({
      ...signedIn,
      capability: 'surveys.leistung',
      path: `${base}/{id}/auswertung/{leistung}`,
      summary: 'Was jede Kommune zu einer Leistung sagt',
      params: leistungParams,
      response: leistungsauswertungSchema,
      handle: async ({ principal, params }) => {
        const who = await fragendeOf(deps, principal, 'lesen');
        if (!who.ok) return who;
        const found = await evaluateLeistung(deps, who.value, params.id, params.leistung);
        return found.ok ? ok(leistungsauswertungJson(found.value)) : found;
      },
    }),
  ];
}
