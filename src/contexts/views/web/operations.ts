import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import type { ViewsDeps } from '../deps.ts';
import { type Ansicht, teilungen } from '../domain/ansicht.ts';
import { changeView, deleteView, setStartView } from '../use-cases/change-view.ts';
import { type Person, personOf } from '../use-cases/person.ts';
import { listViews, readView } from '../use-cases/read-views.ts';
import { saveView } from '../use-cases/save-view.ts';
import { viewAnswer } from '../views.ts';

const params = z.object({ id: z.string().max(40) });

const viewSchema = z.object({
  id: z.string(),
  name: z.string(),
  liste: z.string(),
  pfad: z.string(),
  abfrage: z.string(),
  adresse: z.string().describe('Adresse im Verwaltungsbereich, mit den Daten von heute'),
  geteilt: z.enum(teilungen),
  haus: z.string(),
  eigene: z.boolean(),
  aenderbar: z.boolean(),
  start: z.boolean(),
  version: z.int(),
  geaendertAm: z.string(),
});

const saveBody = z.strictObject({
  name: z.string(),
  adresse: z.string().describe('Pfad und Abfrage einer Liste: /katalog/leistungen?suche=hund'),
  liste: z.string().default('').describe('Wie die Liste heißt'),
  geteilt: z.enum(teilungen).default('organisation'),
});

const changeBody = z.strictObject({
  name: z.string().optional(),
  geteilt: z.enum(teilungen).optional(),
  adresse: z.string().optional(),
  version: z.int().describe('Version, die gelesen wurde'),
});

/** The API of this context. A machine saves views for its organisation; a start view belongs to a person. */
export function viewsOperations(deps: ViewsDeps): readonly Operation[] {
  return [...readOperations(deps), ...changeOperations(deps)];
}

function readOperations(deps: ViewsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'views.list',
      method: 'get',
      path: '/ansichten',
      summary: 'Gespeicherte Ansichten, die man sieht',
      access: 'signed-in',
      response: z.object({ ansichten: z.array(viewSchema) }),
      handle: ({ principal }) =>
        asPerson(principal, async (person) => {
          const all = await listViews(deps, person);
          return ok({ ansichten: all.map((one) => viewAnswer(person, one)) });
        }),
    }),
    operation({
      capability: 'views.read',
      method: 'get',
      path: '/ansichten/{id}',
      summary: 'Eine gespeicherte Ansicht',
      access: 'signed-in',
      params,
      response: viewSchema,
      handle: ({ principal, params: { id } }) => answered(principal, (person) => readView(deps, person, id)),
    }),
  ];
}

function changeOperations(deps: ViewsDeps): readonly Operation[] {
  const one = { access: 'signed-in', params } as const;
  return [
    operation({
      capability: 'views.save',
      method: 'post',
      path: '/ansichten',
      summary: 'Die Adresse einer Liste unter einem Namen speichern',
      access: 'signed-in',
      body: saveBody,
      response: viewSchema,
      status: 201,
      handle: ({ principal, body }) =>
        answered(principal, (person) => saveView(deps, person, { ...body, start: false })),
    }),
    operation({
      ...one,
      capability: 'views.change',
      method: 'patch',
      path: '/ansichten/{id}',
      summary:
        'Eine Ansicht umbenennen, anders teilen oder ihre Abfrage ersetzen; was nicht genannt ist, bleibt',
      body: changeBody,
      response: viewSchema,
      handle: ({ principal, params: { id }, body }) =>
        answered(principal, (person) => changeView(deps, person, id, body)),
    }),
    operation({
      ...one,
      capability: 'views.delete',
      method: 'delete',
      path: '/ansichten/{id}',
      summary: 'Eine Ansicht löschen',
      response: z.object({ id: z.string() }),
      handle: ({ principal, params: { id } }) =>
        asPerson(principal, (person) => deleteView(deps, person, id)),
    }),
    operation({
      ...one,
      capability: 'views.start',
      method: 'put',
      path: '/ansichten/{id}/start',
      summary: 'Eine Liste für sich mit dieser Ansicht öffnen lassen oder nicht mehr',
      body: z.strictObject({ start: z.boolean() }),
      response: viewSchema,
      handle: ({ principal, params: { id }, body: { start } }) =>
        answered(principal, (person) => setStartView(deps, person, id, start)),
    }),
  ];
}

async function asPerson<T>(
  principal: Principal | null,
  act: (person: Person) => Promise<Result<T>>,
): Promise<Result<T>> {
  const person = personOf(principal);
  return person.ok ? act(person.value) : person;
}

function answered(principal: Principal | null, act: (person: Person) => Promise<Result<Ansicht>>) {
  return asPerson(principal, async (person) => {
    const result = await act(person);
    return result.ok ? ok(viewAnswer(person, result.value)) : result;
  });
}
