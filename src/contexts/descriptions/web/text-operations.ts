import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import { type DescriptionsDeps, descriptionsPermissions } from '../deps.ts';
import { describeFor, listTexts, readText } from '../use-cases/read-texts.ts';
import { type TextEditor, textEditor } from '../use-cases/text-editor.ts';
import { discardEntwurf, publishText, saveEntwurf, withdrawText } from '../use-cases/write-text.ts';
import {
  areaSchema,
  detailSchema,
  jsonOfArea,
  jsonOfDetail,
  jsonOfList,
  listSchema,
} from '../views/texts-json.ts';

const edit = { permission: descriptionsPermissions.edit } as const;
const kommune = z
  .string()
  .max(100)
  .default('')
  .describe('Für einen IT-Dienstleister: die betreute Kommune (Schlüssel oder Name)');
const sprache = z.string().max(3).default('de');
const params = z.object({ leistung: z.string().max(200).describe('Nummer, LeiKa-Schlüssel oder Name') });
const query = z.object({ kommune, sprache });
const kept = z.object({
  leistungId: z.string(),
  sprache: z.string(),
  stand: z.number().describe('Was die nächste Änderung als gelesen nennt'),
});

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

function writeOperations(deps: DescriptionsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'descriptions.text.draft',
      method: 'put',
      path: '/texte/{leistung}/entwurf',
      summary: 'Einen Entwurf speichern',
      access: edit,
      params,
      query,
      body: z.strictObject({
        version: z.int().min(0).describe('Die gelesene Version des Entwurfs; 0, wo es keinen gibt'),
        name: z.string().max(1_000).default('').describe('Ohne Angabe der Name der Leistung'),
        abschnitte: z
          .record(z.string(), z.string().max(20_000))
          .describe('Text nach dem Code des LeiKa-Textmoduls, zum Beispiel 05; Listen mit „- “'),
        suchbegriffe: z.array(z.string().max(200)).max(100).default([]),
        pruefenBis: z.string().max(10).default('').describe('JJJJ-MM-TT; ohne Angabe in einem Jahr'),
      }),
      response: kept,
      handle: ({ principal, params: { leistung }, query: asked, body }) =>
        asEditor(deps, principal, asked.kommune, (editor) =>
          saveEntwurf(
            deps,
            editor,
            { leistung, sprache: asked.sprache },
            { ...body, suchbegriffe: body.suchbegriffe.join('\n') },
          ),
        ),
    }),
    operation({
      capability: 'descriptions.text.publish',
      method: 'post',
      path: '/texte/{leistung}/veroeffentlichung',
      summary: 'Den Entwurf veröffentlichen',
      access: edit,
      params,
      query,
      body: z.strictObject({
        version: z.int().min(1).describe('Die gelesene Version des Entwurfs'),
        nummer: z.int().min(0).describe('Die gelesene Fassung; 0, wo nichts veröffentlicht war'),
      }),
      response: kept,
      handle: ({ principal, params: { leistung }, query: asked, body }) =>
        asEditor(deps, principal, asked.kommune, (editor) =>
          publishText(deps, editor, { leistung, sprache: asked.sprache }, body),
        ),
    }),
    operation({
      capability: 'descriptions.text.withdraw',
      method: 'post',
      path: '/texte/{leistung}/ruecknahme',
      summary: 'Den veröffentlichten Text zurückziehen',
      access: edit,
      params,
      query,
      body: z.strictObject({ nummer: z.int().min(1).describe('Die gelesene Fassung') }),
      response: kept,
      handle: ({ principal, params: { leistung }, query: asked, body: { nummer } }) =>
        asEditor(deps, principal, asked.kommune, (editor) =>
          withdrawText(deps, editor, { leistung, sprache: asked.sprache }, nummer),
        ),
    }),
    operation({
      capability: 'descriptions.text.discard',
      method: 'delete',
      path: '/texte/{leistung}/entwurf',
      summary: 'Den Entwurf verwerfen',
      access: edit,
      params,
      query,
      response: kept,
      handle: ({ principal, params: { leistung }, query: asked }) =>
        asEditor(deps, principal, asked.kommune, (editor) =>
          discardEntwurf(deps, editor, { leistung, sprache: asked.sprache }),
        ),
    }),
  ];
}

async function asEditor<T>(
  deps: DescriptionsDeps,
  principal: Principal | null,
  named: string,
  act: (editor: TextEditor) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (principal === null) throw new Error('an operation for editors was reached without a principal');
  const editor = await textEditor(deps, principal, named);
  return editor.ok ? act(editor.value) : editor;
}
