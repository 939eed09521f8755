import { Readable } from 'node:stream';
import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Operation, operation } from '#platform';
import { xzufiFassungen } from '#standards/xzufi';
import type { DescriptionsDeps } from '../deps.ts';
import { umfaenge } from '../domain/einlesung.ts';
import { fileMissing } from '../errors.ts';
import { areaOfText } from '../use-cases/area-of-text.ts';
import { beginReading } from '../use-cases/begin-reading.ts';
import { exportPart } from '../use-cases/export-feed.ts';
import { readOverview } from '../use-cases/read-readings.ts';
import { describeSource } from '../use-cases/sources.ts';
import { einlesungSchema, jsonOfEinlesung, quelleSchema } from '../views/xzufi-json.ts';
import { readingOperations } from './reading-operations.ts';
import { access, answered, known } from './xzufi-operation-parts.ts';

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
