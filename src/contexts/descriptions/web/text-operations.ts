import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { DescriptionsDeps } from '../deps.ts';
import { describeFor, listTexts, readText } from '../use-cases/read-texts.ts';
import {
  areaSchema,
  detailSchema,
  jsonOfArea,
  jsonOfDetail,
  jsonOfList,
  listSchema,
} from '../views/texts-json.ts';
import { asEditor, edit, kommune, params, query, sprache } from './text-operation-parts.ts';
import { writeOperations } from './text-write-operations.ts';

/** Descriptions of all levels for everybody, and the own texts of a Kommune for its editors. */
export function textOperations(deps: DescriptionsDeps): readonly Operation[] {
  return [describeOperation(deps), ...readOperations(deps), ...writeOperations(deps)];
}

function describeOperation(deps: DescriptionsDeps): Operation {
  return operation({
    capability: 'descriptions.describe',
    method: 'get',
    path: '/beschreibungen/{leistung}',
    summary: 'Was Bund, Land, Kreis und Kommune zu einer Leistung sagen, und was davon gilt',
    access: 'public',
    params,
    query: z.object({
      gebiet: z.string().max(100).describe('Kommune, Land, „Bund“ oder Regionalschlüssel'),
      sprache,
    }),
    response: areaSchema,
    handle: async ({ params: { leistung }, query: asked }) => {
      const found = await describeFor(deps, { leistung, ...asked });
      return found.ok ? ok(jsonOfArea(found.value)) : found;
    },
  });
}

function readOperations(deps: DescriptionsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'descriptions.text.list',
      method: 'get',
      path: '/texte',
      summary: 'Die eigenen Texte einer Kommune, fällige zuerst',
      access: edit,
      query: z.object({ kommune }),
      response: listSchema,
      handle: ({ principal, query: asked }) =>
        asEditor(deps, principal, asked.kommune, async (editor) =>
          ok(jsonOfList(editor.kommune.name, await listTexts(deps, editor))),
        ),
    }),
    operation({
      capability: 'descriptions.text.read',
      method: 'get',
      path: '/texte/{leistung}',
      summary: 'Ein eigener Text mit Entwurf, Fassungen und dem, was die Ebenen darüber sagen',
      access: edit,
      params,
      query,
      response: detailSchema,
      handle: ({ principal, params: { leistung }, query: asked }) =>
        asEditor(deps, principal, asked.kommune, async (editor) => {
          const found = await readText(deps, editor, { leistung, sprache: asked.sprache });
          return found.ok ? ok(jsonOfDetail(found.value)) : found;
        }),
    }),
  ];
}
