import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import type { FieldsDeps } from '../deps.ts';
import { changed, leereEingabe } from '../domain/check-field.ts';
import { addField, changeField } from '../use-cases/change-field.ts';
import { checkValues } from '../use-cases/check-values.ts';
import { type Editor, editorOf, readerOf } from '../use-cases/person.ts';
import { type Felderstand, readKind, readKinds } from '../use-cases/read-fields.ts';
import { definitionFile, exportDefinition, importDefinition } from '../use-cases/transfer-definition.ts';
import { checkAnswer, kindAnswer } from '../views.ts';
import { manage } from './answers.ts';
import {
  addBody,
  changeBody,
  checkBody,
  checkedSchema,
  importBody,
  importedSchema,
  kindSchema,
  savedSchema,
} from './schemas.ts';

const artParams = z.object({ art: z.string().max(40) });
const fieldParams = artParams.extend({ key: z.string().max(60) });

/** The API of this context. */
export function fieldsOperations(deps: FieldsDeps): readonly Operation[] {
  return [...readOperations(deps), ...changeOperations(deps)];
}

function readOperations(deps: FieldsDeps): readonly Operation[] {
  const stand = { access: 'signed-in', params: artParams } as const;
  return [
    operation({
      capability: 'fields.kinds',
      method: 'get',
      path: '/felder',
      summary: 'Arten von Einträgen mit ihren Feldern',
      access: 'signed-in',
      response: z.object({ arten: z.array(kindSchema) }),
      handle: async ({ principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        return ok({ arten: (await readKinds(deps, reader.value)).map(kindAnswer) });
      },
    }),
    operation({
      ...stand,
      capability: 'fields.kind',
      method: 'get',
      path: '/felder/{art}',
      summary: 'Die Felder einer Art, wie sie für die eigene Organisation gelten',
      response: kindSchema,
      handle: ({ principal, params }) => answered(deps, principal, params.art, kindAnswer),
    }),
    operation({
      ...stand,
      capability: 'fields.export',
      method: 'get',
      path: '/felder/{art}/definition',
      summary: 'Was die eigene Organisation zu den Feldern einer Art sagt, als Datei',
      response: definitionFile,
      handle: ({ principal, params }) => answered(deps, principal, params.art, exportDefinition),
    }),
    operation({
      ...stand,
      capability: 'fields.check',
      method: 'post',
      path: '/felder/{art}/pruefung',
      summary:
        'Werte ausprobieren: was nicht passt, was fehlt, wie vollständig sie sind; gespeichert wird nichts',
      body: checkBody,
      response: checkedSchema,
      handle: ({ principal, params, body }) =>
        answered(deps, principal, params.art, ({ felder }) =>
          checkAnswer(checkValues(felder, (key) => valueIn(body.werte, key), deps.clock.today())),
        ),
    }),
  ];
}

function changeOperations(deps: FieldsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'fields.field.add',
      method: 'post',
      path: '/felder/{art}',
      summary: 'Ein eigenes Feld ergänzen',
      access: manage,
      params: artParams,
      body: addBody,
      response: savedSchema,
      status: 201,
      handle: ({ principal, params, body: { grundlage, typ, ...said } }) =>
        edited(deps, principal, (editor) =>
          addField(deps, editor, { ...params, grundlage }, changed({ ...leereEingabe, typ }, said)),
        ),
    }),
    operation({
      capability: 'fields.field.change',
      method: 'patch',
      path: '/felder/{art}/{key}',
      summary: 'Beschriftung, Hilfe und Pflichten eines Feldes ändern; was nicht genannt ist, bleibt',
      access: manage,
      params: fieldParams,
      body: changeBody,
      response: savedSchema,
      handle: ({ principal, params, body: { grundlage, ...said } }) =>
        edited(deps, principal, (editor) => changeField(deps, editor, { ...params, grundlage }, said)),
    }),
    operation({
      capability: 'fields.import',
      method: 'put',
      path: '/felder/{art}/definition',
      summary: 'Eine Definition übernehmen; eigene Felder, die nicht darin stehen, bleiben',
      access: manage,
      params: artParams,
      body: importBody,
      response: importedSchema,
      handle: ({ principal, params, body: { grundlage, definition } }) =>
        edited(deps, principal, (editor) =>
          importDefinition(deps, editor, { ...params, grundlage }, definition),
        ),
    }),
  ];
}

async function answered<T>(
  deps: FieldsDeps,
  principal: Principal | null,
  art: string,
  answer: (stand: Felderstand) => T,
): Promise<Result<T>> {
  const reader = await readerOf(deps, principal);
  if (!reader.ok) return reader;
  const stand = await readKind(deps, reader.value, art);
  return stand.ok ? ok(answer(stand.value)) : stand;
}

async function edited<T>(
  deps: FieldsDeps,
  principal: Principal | null,
  act: (editor: Editor) => Promise<Result<T>>,
): Promise<Result<T>> {
  const editor = await editorOf(deps, principal);
  return editor.ok ? act(editor.value) : editor;
}

function valueIn(werte: Readonly<Record<string, string | null>>, key: string): string | null {
  return Object.hasOwn(werte, key) ? (werte[key] ?? null) : null;
}
