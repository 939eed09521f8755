import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { FimDeps } from '../fim-deps.ts';
import { alsFormular, alsXdatenfelder } from '../use-cases/ausgeben.ts';
import { authorOf } from '../use-cases/author.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import { readSchema, readSchemas } from '../use-cases/read-schema.ts';
import { readUnterschiede } from '../use-cases/unterschiede.ts';
import { detailAnswer, vergleichAnswer, vorschauAnswer, zeileAnswer } from '../views/answers.ts';
import { codelistenOperations } from './codelisten-operations.ts';
import { pointsOperation, tickOperation } from './points-operations.ts';
import { detailSchema, vergleichSchema, vorschauSchema, zeileSchema } from './schemas.ts';

const access = { permission: 'workshop.author' } as const;

const params = z.object({ id: z.string().describe('Kennung des Datenschemas, S…') });

const query = z.object({ version: z.string().optional().describe('Vorgabe: die neueste') });

/** This context in the JSON API. */
export function fimOperations(deps: FimDeps): readonly Operation[] {
  return [
    ...readOperations(deps),
    ...exportOperations(deps),
    pointsOperation(deps),
    tickOperation(deps),
    importOperation(deps),
    ...codelistenOperations(deps),
  ];
}

function readOperations(deps: FimDeps): readonly Operation[] {
  return [
    operation({
      capability: 'fim.list',
      method: 'get',
      path: '/fim/schemas',
      summary: 'Eingelesene FIM-Datenschemata mit Zahlen und offenen Arbeitspunkten',
      access,
      response: z.object({ schemas: z.array(zeileSchema) }),
      handle: async ({ principal }) => {
        const author = authorOf(principal);
        return author.ok ? ok({ schemas: (await readSchemas(deps, author.value)).map(zeileAnswer) }) : author;
      },
    }),
    operation({
      capability: 'fim.show',
      method: 'get',
      path: '/fim/schemas/{id}',
      summary: 'Ein Datenschema mit dem Bericht seiner Übernahme',
      access,
      params,
      query,
      response: detailSchema,
      handle: async ({ params: { id }, query: { version }, principal }) => {
        const author = authorOf(principal);
        if (!author.ok) return author;
        const detail = await readSchema(deps, author.value, id, version ?? null);
        return detail.ok ? ok(detailAnswer(detail.value)) : detail;
      },
    }),
    operation({
      capability: 'fim.diff',
      method: 'get',
      path: '/fim/schemas/{id}/unterschiede',
      summary: 'Was zwei Versionen eines Datenschemas unterscheidet',
      access,
      params,
      query: z.object({ von: z.string().optional(), zu: z.string().optional() }),
      response: vergleichSchema.extend({ von: z.string(), zu: z.string() }),
      handle: async ({ params: { id }, query: { von, zu }, principal }) => {
        const author = authorOf(principal);
        if (!author.ok) return author;
        const asked = { von: von ?? null, zu: zu ?? null };
        const found = await readUnterschiede(deps, author.value, id, asked);
        if (!found.ok) return found;
        const { von: from, zu: to, vergleich } = found.value;
        return ok({ von: from.version, zu: to.version, ...vergleichAnswer(vergleich) });
      },
    }),
  ];
}

function exportOperations(deps: FimDeps): readonly Operation[] {
  return [
    operation({
      capability: 'fim.export',
      method: 'get',
      path: '/fim/schemas/{id}/ausgabe',
      summary: 'Ein Datenschema als XDatenfelder 3.0.0 und als Formular (leitwerk/formular@1)',
      access,
      params,
      query,
      response: z.object({
        xdatenfelder: z.string(),
        formular: z
          .record(z.string(), z.unknown())
          .nullable()
          .describe('null: Es lässt sich kein Formular beweisen'),
      }),
      handle: async ({ params: { id }, query: { version }, principal }) => {
        const author = authorOf(principal);
        if (!author.ok) return author;
        const detail = await readSchema(deps, author.value, id, version ?? null);
        if (!detail.ok) return detail;
        const formular = alsFormular(detail.value);
        return ok({
          xdatenfelder: alsXdatenfelder(detail.value),
          formular: formular.ok ? { ...formular.value } : null,
        });
      },
    }),
  ];
}

function importOperation(deps: FimDeps): Operation {
  return operation({
    capability: 'fim.import',
    method: 'post',
    path: '/fim/schemas',
    summary: 'Ein Datenschema einlesen (XDatenfelder 2 oder 3): erst die Vorschau, mit „uebernehmen“ ganz',
    access,
    bodyLimit: 28_000_000,
    body: z.strictObject({
      name: z.string().min(1).max(200),
      base64: z.base64().max(27_000_000),
      quelle: z.string().min(1).max(500),
      lizenz: z.string().min(1).max(200),
      uebernehmen: z.boolean().default(false),
    }),
    response: vorschauSchema,
    handle: async ({ body: { base64, uebernehmen, ...file }, principal }) => {
      const author = authorOf(principal);
      if (!author.ok) return author;
      const begun = await beginEinlesung(deps, author.value, {
        ...file,
        bytes: Buffer.from(base64, 'base64'),
      });
      if (!begun.ok) return begun;
      const act = uebernehmen ? applyEinlesung : previewEinlesung;
      const done = await act(deps, author.value, begun.value);
      return done.ok ? ok(vorschauAnswer(done.value, uebernehmen)) : done;
    },
  });
}
