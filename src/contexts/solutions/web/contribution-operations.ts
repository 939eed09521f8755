import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { contributeChange, contributeNew, reviseContribution } from '../use-cases/contribute.ts';
import { contributeEnd, contributeMerge } from '../use-cases/end-or-merge.ts';
import { contributeRows, previewTable } from '../use-cases/import-table.ts';
import { inputOf } from '../use-cases/input-of.ts';
import { beitragJson, jsonOfBeitrag } from '../views/beitrag-json.ts';
import { inhaltBody } from '../views/loesung-json.ts';
import { jsonOfPlan, planJson } from '../views/plan-json.ts';
import { idParams, mapped, propose } from './operation-parts.ts';

const notes = {
  giltAb: z.string().default('').describe('JJJJ-MM-TT; ohne Angabe ab heute'),
  begruendung: z.string().default(''),
  entwurf: z.boolean().default(false).describe('bleibt bei der eigenen Organisation'),
};

const create = { access: propose, method: 'post', status: 201, response: beitragJson } as const;

/** Contributing to the register in the JSON API. */
export function contributionOperations(deps: SolutionsDeps): readonly Operation[] {
  return [...contentOperations(deps), ...endOperations(deps), importOperation(deps)];
}

function contentOperations(deps: SolutionsDeps): readonly Operation[] {
  return [
    operation({
      ...create,
      capability: 'solutions.contribute',
      path: '/loesungen/beitraege',
      summary: 'Eine Lösung beitragen, die noch nicht im Register steht',
      body: z.strictObject({ inhalt: inhaltBody, ...notes }),
      handle: async ({ body: { inhalt, ...rest }, principal }) =>
        mapped(await contributeNew(deps, principal, inputOf(inhalt), rest), jsonOfBeitrag),
    }),
    operation({
      ...create,
      capability: 'solutions.change',
      path: '/loesungen/{id}/beitraege',
      summary: 'Eine Änderung beitragen; „grundlage“ nennt die gelesene Fassung',
      params: idParams,
      body: z.strictObject({ grundlage: z.string(), inhalt: inhaltBody, ...notes }),
      handle: async ({ params, body: { inhalt, grundlage, ...rest }, principal }) => {
        const input = inputOf(inhalt);
        return mapped(
          await contributeChange(deps, principal, { id: params.id, grundlage }, input, rest),
          jsonOfBeitrag,
        );
      },
    }),
    operation({
      ...create,
      status: 200,
      method: 'put',
      capability: 'solutions.revise',
      path: '/loesungen/beitraege/{id}',
      summary: 'Einen eigenen offenen Beitrag überarbeiten; „version“ nennt die gelesene',
      params: idParams,
      body: z.strictObject({ version: z.int(), inhalt: inhaltBody, ...notes }),
      handle: async ({ params, body: { inhalt, version, ...rest }, principal }) => {
        const input = inputOf(inhalt);
        return mapped(
          await reviseContribution(deps, principal, { id: params.id, version }, input, rest),
          jsonOfBeitrag,
        );
      },
    }),
  ];
}

function endOperations(deps: SolutionsDeps): readonly Operation[] {
  return [
    operation({
      ...create,
      capability: 'solutions.end',
      path: '/loesungen/{id}/ende',
      summary: 'Das Ende einer Lösung mit Quelle beitragen',
      params: idParams,
      body: z.strictObject({ letzterTag: z.string().describe('JJJJ-MM-TT'), begruendung: z.string() }),
      handle: async ({ params, body, principal }) =>
        mapped(await contributeEnd(deps, principal, { id: params.id, ...body }), jsonOfBeitrag),
    }),
    operation({
      ...create,
      capability: 'solutions.merge',
      path: '/loesungen/{id}/doppel',
      summary: 'Melden, dass eine Lösung doppelt steht und in „inId“ aufgeht',
      params: idParams,
      body: z.strictObject({ inId: z.string().max(100), begruendung: z.string() }),
      handle: async ({ params, body, principal }) =>
        mapped(await contributeMerge(deps, principal, { id: params.id, ...body }), jsonOfBeitrag),
    }),
  ];
}

function importOperation(deps: SolutionsDeps): Operation {
  return operation({
    capability: 'solutions.import',
    method: 'post',
    path: '/loesungen/einlesen',
    summary: 'Eine Tabelle (CSV, XLSX) prüfen; mit „uebernehmen“ werden ihre guten Zeilen Beiträge',
    access: propose,
    bodyLimit: 3_000_000,
    body: z.strictObject({
      name: z.string().min(1).max(200),
      base64: z.base64().max(2_700_000),
      uebernehmen: z.boolean().default(false),
      trotzFehlern: z.boolean().default(false).describe('fehlerhafte Zeilen bleiben weg'),
    }),
    response: planJson.extend({ beitraege: z.array(z.string()) }),
    handle: async ({ body: { name, base64, uebernehmen, trotzFehlern }, principal }) => {
      const preview = await previewTable(deps, principal, Buffer.from(base64, 'base64'));
      if (!preview.ok) return preview;
      const { plan } = preview.value;
      if (!uebernehmen) return ok({ ...jsonOfPlan(plan), beitraege: [] });
      const taken = await contributeRows(deps, principal, plan, name, trotzFehlern);
      return mapped(taken, ({ beitraege }) => ({ ...jsonOfPlan(plan), beitraege }));
    },
  });
}
