import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Operation, operation, type Principal, type Upload } from '#platform';
import { findWork, type HeldUpload } from '../reference/index.ts';
import { applyOperation, findDraft, signIn } from './apply-operation.ts';
import { beginTables, type Origin, originProblems, previewAgain } from './begin.ts';
import { type Draft, decisionSchema, readDraft, type TableKind, tableKinds, writeDraft } from './draft.ts';
import {
  begun,
  columnsSchema,
  type fileSchema,
  idParams,
  orderSchema,
  stateSchema,
} from './order-schemas.ts';
import { readPreview } from './preview.ts';
import type { TableDeps } from './tables-deps.ts';

const access = { permission: 'reference.import' } as const;

/** Tables of the catalogue in the JSON API; the files come base64-coded, the work is the worker's. */
export function tableOperations(deps: TableDeps): Operation[] {
  return [beginOperation(deps), stateOperation(deps), decideOperation(deps), applyOperation(deps)];
}

function beginOperation(deps: TableDeps): Operation {
  return operation({
    capability: 'catalogue.import',
    method: 'post',
    path: '/katalog/einlesen',
    summary: 'Tabellen (CSV, XLSX) prüfen lassen; ändert nichts. Die Antwort nennt, wo die Vorschau entsteht',
    access,
    status: 202,
    bodyLimit: 30_000_000,
    body: orderSchema,
    response: begun,
    handle: async ({ body, principal }) => {
      if (!principal) return refuse(signIn);
      const origin: Origin = { ...body, complete: !body.teilliste };
      const given = tableKinds.filter((kind) => body[kind] !== undefined);
      const fields = [
        ...originProblems(deps, origin),
        ...(given.length === 0 ? [{ field: 'leistungen', message: 'Es kam keine Tabelle.' }] : []),
      ];
      if (fields.length > 0)
        return refuse({ ...wrongOrder, message: `${wrongOrder.message} ${fields[0]?.message}`, fields });
      const files = tableKinds.flatMap((kind) => (body[kind] ? [[kind, body[kind]] as const] : []));
      const upload = await keepFiles(deps, principal, files, origin);
      return ok({ upload: upload.id });
    },
  });
}

async function keepFiles(
  deps: TableDeps,
  principal: Principal,
  files: readonly (readonly [TableKind, z.output<typeof fileSchema>])[],
  origin: Origin,
): Promise<HeldUpload> {
  const folder = await mkdtemp(join(tmpdir(), 'leitwerk-tabellen-'));
  try {
    const uploads = new Map<TableKind, Upload>();
    const mappings: Draft['mappings'] = {};
    for (const [kind, { name, base64, spalten }] of files) {
      const path = join(folder, randomUUID());
      const bytes = Buffer.from(base64, 'base64');
      await writeFile(path, bytes, { mode: 0o600 });
      uploads.set(kind, {
        fileName: name,
        bytes: bytes.length,
        scanned: null,
        open: () => createReadStream(path),
      });
      if (spalten) mappings[kind] = spalten;
    }
    return await beginTables(deps, principal, uploads, origin, mappings);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function stateOperation(deps: TableDeps): Operation {
  return operation({
    capability: 'catalogue.import.state',
    method: 'get',
    path: '/katalog/einlesen/{upload}',
    summary: 'Wie weit Prüfung oder Übernahme ist, und was die Tabellen ändern würden',
    access,
    params: idParams,
    response: stateSchema,
    handle: async ({ params, principal }) => {
      const upload = await findDraft(deps, principal, params.upload);
      if (!upload.ok) return upload;
      const { held, principal: who } = upload.value;
      const work = await findWork(deps.db, who, held.apply ?? held.preview ?? '');
      if (!work.ok) return work;
      const { state, percent, message, result } = work.value;
      const vorschau = state === 'done' ? await readPreview(deps.uploads, held.id) : null;
      return ok({ state, percent, message, uebernahme: held.apply === null ? null : result, vorschau });
    },
  });
}

function decideOperation(deps: TableDeps): Operation {
  return operation({
    capability: 'catalogue.import.decide',
    method: 'post',
    path: '/katalog/einlesen/{upload}/entscheidungen',
    summary: 'Spalten zuordnen und über Vorschläge entscheiden; danach wird neu geprüft',
    access,
    params: idParams,
    body: z.strictObject({
      spalten: z
        .strictObject({ leistungen: columnsSchema.optional(), ozg: columnsSchema.optional() })
        .default({}),
      entscheidungen: z.record(z.string(), decisionSchema).default({}),
    }),
    status: 202,
    response: begun,
    handle: async ({ params, body, principal }) => {
      const upload = await findDraft(deps, principal, params.upload);
      if (!upload.ok) return upload;
      const { held, principal: who } = upload.value;
      const draft = await readDraft(deps.uploads, held.id);
      await writeDraft(deps.uploads, held.id, {
        ...draft,
        mappings: {
          ...draft.mappings,
          ...(body.spalten.leistungen ? { leistungen: body.spalten.leistungen } : {}),
          ...(body.spalten.ozg ? { ozg: body.spalten.ozg } : {}),
        },
        decisions: { ...draft.decisions, ...body.entscheidungen },
      });
      await previewAgain(deps, who, held);
      return ok({ upload: held.id });
    },
  });
}

const wrongOrder = {
  kind: 'invalid',
  code: 'CATALOGUE_TABLE_ORIGIN',
  message: 'So lassen sich die Tabellen nicht prüfen. Es wurde nichts übernommen.',
} as const;
