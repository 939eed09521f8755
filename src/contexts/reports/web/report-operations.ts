import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Operation, operation } from '#platform';
import { pdfWaits } from '../errors.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { pdfOf } from '../use-cases/make-pdf.ts';
import { berichteOf, readBericht } from '../use-cases/read-reports.ts';
import { berichtJson, berichtSchema, kurzJson, kurzSchema } from '../views/report-json.ts';
import { asPerson } from './as-person.ts';
import { reportStepOperations } from './report-step-operations.ts';
import { reportWriteOperations } from './report-write-operations.ts';

const read = { permission: 'compass.stand.read' } as const;
const params = z.object({ id: z.string() });
const version = z.object({ fassung: z.coerce.number().int().positive().optional() });

/** The reports of the own Kommune. */
export function reportOperations(deps: ReportsDeps): readonly Operation[] {
  return [...reading(deps), ...reportWriteOperations(deps), ...reportStepOperations(deps)];
}

function reading(deps: ReportsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'reports.list',
      method: 'get',
      path: '/berichte',
      summary: 'Die Berichte der eigenen Kommune',
      access: read,
      response: z.object({ berichte: z.array(kurzSchema) }),
      handle: ({ principal }) =>
        asPerson(deps, principal, 'lesen', async ({ reader }) =>
          ok({ berichte: (await berichteOf(deps, reader)).map(kurzJson) }),
        ),
    }),
    operation({
      capability: 'reports.show',
      method: 'get',
      path: '/berichte/{id}',
      summary: 'Ein Bericht mit allen Zahlen und den Leistungen dahinter',
      access: read,
      params,
      query: version,
      response: berichtSchema,
      handle: ({ principal, params: { id }, query }) =>
        asPerson(deps, principal, 'lesen', async ({ reader }) => {
          const found = await readBericht(deps, reader, id, query.fassung);
          return found.ok ? ok(berichtJson(found.value)) : found;
        }),
    }),
    operation({
      capability: 'reports.pdf',
      method: 'get',
      path: '/berichte/{id}/pdf',
      summary: 'Der Bericht als PDF; wird er noch erstellt, antwortet die Adresse mit 409',
      access: read,
      params,
      query: version,
      response: z.object({ dateiname: z.string(), inhalt: z.string().describe('base64') }),
      handle: ({ principal, params: { id }, query }) =>
        asPerson(deps, principal, 'lesen', async ({ reader }) => {
          const found = await pdfOf(deps, reader, id, query.fassung);
          if (!found.ok) return found;
          const { fileName, pdf } = found.value;
          return pdf ? ok({ dateiname: fileName, inhalt: pdf.toString('base64') }) : refuse(pdfWaits);
        }),
    }),
  ];
}
