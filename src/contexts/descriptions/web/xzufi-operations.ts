import { Readable } from 'node:stream';
import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import { xzufiFassungen } from '#standards/xzufi';
import { type DescriptionsDeps, descriptionsPermissions } from '../deps.ts';
import { type Einlesung, umfaenge } from '../domain/einlesung.ts';
import { fileMissing } from '../errors.ts';
import { areaOfText } from '../use-cases/area-of-text.ts';
import { beginReading, resumeReading } from '../use-cases/begin-reading.ts';
import { exportPart } from '../use-cases/export-feed.ts';
import { findReading, readOverview } from '../use-cases/read-readings.ts';
import { describeSource } from '../use-cases/sources.ts';
import { discardReading, takeOver } from '../use-cases/take-over.ts';
import { einlesungSchema, jsonOfEinlesung, quelleSchema } from '../views/xzufi-json.ts';

const access = { permission: descriptionsPermissions.import } as const;
const params = z.object({ nummer: z.coerce.number().int().min(1) });

/** Sources and readings of feeds, and the way out, shaped like the PVOG's Bereitstelldienst. */
export function xzufiOperations(deps: DescriptionsDeps): readonly Operation[] {
  return [...sourceOperations(deps), beginOperation(deps), ...readingOperations(deps), exportOperation(deps)];
}

function sourceOperations(deps: DescriptionsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'descriptions.xzufi.list',
      method: 'get',
      path: '/xzufi',
      summary: 'Die Quellen und die neuesten Lieferungen',
      access,
      response: z.object({ quellen: z.array(quelleSchema), einlesungen: z.array(einlesungSchema) }),
      handle: async () => {
        const { quellen, einlesungen } = await readOverview(deps);
        return ok({ quellen, einlesungen: einlesungen.map(jsonOfEinlesung) });
      },
    }),
    operation({
      capability: 'descriptions.xzufi.source',
      method: 'put',
      path: '/xzufi/quellen/{id}',
      summary: 'Eine Quelle anlegen oder ändern',
      access,
      params: z.object({ id: z.string().max(40) }),
      body: z.strictObject({ name: z.string().max(400), gebiet: z.string().max(100) }),
      response: quelleSchema,
      handle: ({ principal, params: { id }, body }) =>
        describeSource(deps, known(principal), { id, ...body }),
    }),
  ];
}

function beginOperation(deps: DescriptionsDeps): Operation {
  return operation({
    capability: 'descriptions.xzufi.begin',
    method: 'post',
    path: '/xzufi/einlesungen',
    summary: 'Eine XZuFi-Lieferung einlesen; übernommen wird sie erst auf Bestätigung',
    access,
    bodyLimit: 40_000_000,
    status: 202,
    body: z.strictObject({
      quelle: z.string().max(40),
      umfang: z.enum(umfaenge),
      dateiname: z.string().max(200).default('lieferung.xml'),
      base64: z.string().describe('Die Datei; größere nimmt die Seite oder das Kommando'),
    }),
    response: einlesungSchema,
    handle: async ({ principal, body: { base64, ...wanted } }) => {
      const bytes = Buffer.from(base64, 'base64');
      if (bytes.length === 0) return refuse(fileMissing);
      const kept = await deps.feeds.keep(Readable.from([bytes]));
      const begun = await beginReading(deps, known(principal), {
        ...wanted,
        datei: kept.id,
        dateiHash: kept.hash,
        bytes: kept.bytes,
      });
      if (!begun.ok || begun.value.datei !== kept.id) await deps.feeds.remove(kept.id);
      return answered(begun);
    },
  });
}

function readingOperations(deps: DescriptionsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'descriptions.xzufi.read',
      method: 'get',
      path: '/xzufi/einlesungen/{nummer}',
      summary: 'Eine Lieferung: wie weit sie gelesen ist, was sie ändern würde',
      access,
      params,
      response: einlesungSchema,
      handle: async ({ params: { nummer } }) => answered(await findReading(deps, nummer)),
    }),
    operation({
      capability: 'descriptions.xzufi.take-over',
      method: 'post',
      path: '/xzufi/einlesungen/{nummer}/uebernahme',
      summary: 'Eine gelesene Lieferung übernehmen',
      access,
      params,
      body: z.strictObject({
        endenBestaetigt: z.boolean().default(false).describe('Nötig, wo mehr als ein Zehntel enden würde'),
      }),
      response: z.object({ einlesung: einlesungSchema, geaendert: z.boolean() }),
      handle: async ({ principal, params: { nummer }, body }) => {
        const taken = await takeOver(deps, known(principal), nummer, body);
        if (!taken.ok) return taken;
        const { einlesung, changed } = taken.value;
        return ok({ einlesung: jsonOfEinlesung(einlesung), geaendert: changed });
      },
    }),
    operation({
      capability: 'descriptions.xzufi.discard',
      method: 'post',
      path: '/xzufi/einlesungen/{nummer}/verwerfung',
      summary: 'Eine Lieferung verwerfen; der Bestand bleibt, wie er ist',
      access,
      params,
      response: einlesungSchema,
      handle: async ({ principal, params: { nummer } }) =>
        answered(await discardReading(deps, known(principal), nummer)),
    }),
    operation({
      capability: 'descriptions.xzufi.resume',
      method: 'post',
      path: '/xzufi/einlesungen/{nummer}/fortsetzung',
      summary: 'Eine Lieferung weiterlesen, wo sie aufgehört hat',
      access,
      params,
      response: einlesungSchema,
      handle: async ({ principal, params: { nummer } }) =>
        answered(await resumeReading(deps, known(principal), nummer)),
    }),
  ];
}

function exportOperation(deps: DescriptionsDeps): Operation {
  return operation({
    capability: 'descriptions.xzufi.export',
    method: 'get',
    path: '/xzufi/verwaltungsobjekte',
    summary: 'Alles Sichtbare als XZuFi, in Teilen wie beim Bereitstelldienst des PVOG',
    access: 'public',
    query: z.object({
      fassung: z.enum(xzufiFassungen).default('2.3.1'),
      gebiet: z
        .string()
        .max(100)
        .optional()
        .describe('Kommune, Land oder Regionalschlüssel; ohne Angabe alles'),
      index: z.string().max(20).default('').describe('Was der Teil davor als naechsterIndex nannte'),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.object({
      vollstaendig: z.boolean(),
      naechsterIndex: z.string().nullable(),
      xzufiObjekte: z
        .string()
        .describe('Eine XZuFi-Nachricht; Reihenfolge und Objekte außer leistung nicht gegen XSD geprüft'),
    }),
    handle: async ({ query: { fassung, gebiet, index, limit } }) => {
      const area = gebiet === undefined ? null : await areaOfText(deps, gebiet);
      if (area && !area.ok) return area;
      return ok(await exportPart(deps, { fassung, ars: area?.value ?? null }, index, limit));
    },
  });
}

function answered(result: Result<Einlesung>): Result<ReturnType<typeof jsonOfEinlesung>> {
  return result.ok ? ok(jsonOfEinlesung(result.value)) : result;
}

function known(principal: Principal | null): Principal {
  if (principal === null) throw new Error('an operation of the import was reached without a principal');
  return principal;
}
