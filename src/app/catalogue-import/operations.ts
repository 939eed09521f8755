import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { type Operation, operation, type Principal, type Upload } from '#platform';
import { findWork, type HeldUpload } from '../reference/index.ts';
import { beginApply, beginTables, type Origin, originProblems, previewAgain } from './begin.ts';
import { type Draft, decisionSchema, readDraft, type TableKind, tableKinds, writeDraft } from './draft.ts';
import { previewSchema, readPreview } from './preview.ts';
import type { TableDeps } from './tables-deps.ts';

const access = { permission: 'reference.import' } as const;

const columnsSchema = z.record(z.string(), z.int().min(0).max(199)).describe('Feld zu Spalte, von 0 gezählt');

const fileSchema = z.strictObject({
  name: z.string().min(1).max(120),
  base64: z.base64().max(14_000_000),
  spalten: columnsSchema.optional(),
});

const orderSchema = z.strictObject({
  leistungen: fileSchema.optional(),
  ozg: fileSchema.optional(),
  stand: z.string().describe('JJJJ-MM-TT'),
  quelle: z.string().max(500),
  quelleUrl: z.string().max(500).default(''),
  lizenz: z.string().max(200),
  teilliste: z.boolean().default(false),
});

const begun = z.object({ upload: z.uuid() });
const idParams = z.object({ upload: z.string().max(60) });

const stateSchema = z.object({
  state: z.enum(['queued', 'running', 'done', 'failed']),
  percent: z.int(),
  message: z.string(),
  uebernahme: z.unknown(),
  vorschau: previewSchema.nullable(),
});

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

function applyOperation(deps: TableDeps): Operation {
  return operation({
    capability: 'catalogue.import.apply',
    method: 'post',
    path: '/katalog/einlesen/{upload}/uebernahme',
    summary: 'Die geprüften Tabellen als neue Fassung übernehmen, alles oder nichts',
    access,
    params: idParams,
    body: z.strictObject({
      grundlage: z.int().describe('„base“ der Vorschau, die bestätigt wird'),
      fehlerhafteAuslassen: z.boolean().default(false),
      beenden: z.boolean().default(false),
    }),
    status: 202,
    response: begun,
    handle: async ({ params, body, principal }) => {
      const upload = await findDraft(deps, principal, params.upload);
      if (!upload.ok) return upload;
      const { held, principal: who } = upload.value;
      const draft = await readDraft(deps.uploads, held.id);
      const consent = {
        skipBroken: body.fehlerhafteAuslassen,
        endMissing: body.beenden,
        base: body.grundlage,
      };
      await beginApply(deps, who, held, { ...draft, consent });
      return ok({ upload: held.id });
    },
  });
}

async function findDraft({ uploads }: TableDeps, principal: Principal | null, id: string) {
  if (!principal) return refuse(signIn);
  const held: Result<HeldUpload> = await uploads.find(id, principal);
  return held.ok ? ok({ held: held.value, principal }) : held;
}

const signIn = {
  kind: 'unauthenticated',
  code: 'SIGN_IN_REQUIRED',
  message: 'Dafür braucht es ein Token.',
} as const;

const wrongOrder = {
  kind: 'invalid',
  code: 'CATALOGUE_TABLE_ORIGIN',
  message: 'So lassen sich die Tabellen nicht prüfen. Es wurde nichts übernommen.',
} as const;
