import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { readerOf } from '../use-cases/actors.ts';
import { dokumentJetzt } from '../use-cases/dokumente.ts';
import {
  archivWunsch,
  type Dokumentwunsch,
  pdfWunsch,
  stornoWunsch,
  xrechnungWunsch,
} from '../use-cases/dokumentwunsch.ts';
import { manage } from './answers.ts';
import { asManager } from './as-manager.ts';

const params = z.object({ id: z.string().describe('Abrechnung') });
const waits = 'wird die Datei noch erstellt, antwortet die Adresse mit 409';
const file = z.object({ dateiname: z.string(), base64: z.string() });

const share = z.object({
  zahler: z.string().default('').describe('Kennung des Zahlers; eine Kommune bekommt immer ihre eigene'),
  teil: z.coerce.number().int().min(1).default(1).describe('2, wo ein Anteil zwei Rechnungen ergibt'),
});

/** Files of a bill in the JSON API; those that take long are made by the worker. */
export function documentOperations(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.bill.pdf',
      method: 'get',
      path: '/abrechnungen/{id}/pdf',
      summary: `Das PDF als base64; ${waits}`,
      access: 'signed-in',
      params,
      query: z.object({ zahler: z.string().default('').describe('Nur der Anteil dieses Zahlers') }),
      response: z.object({ base64: z.string() }),
      handle: async ({ params: { id }, query: { zahler }, principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const made = await fileOf(deps, await pdfWunsch(deps, reader.value, id, zahler));
        return made.ok ? ok({ base64: made.value.base64 }) : made;
      },
    }),
    operation({
      capability: 'costs.bill.xrechnung',
      method: 'get',
      path: '/abrechnungen/{id}/xrechnung',
      summary: `Eine XRechnung (UBL) als base64; was dazu fehlt, sagt die Ablehnung; ${waits}`,
      access: 'signed-in',
      params,
      query: share,
      response: file,
      handle: async ({ params: { id }, query, principal }) => {
        const reader = await readerOf(deps, principal);
        return reader.ok ? fileOf(deps, await xrechnungWunsch(deps, reader.value, id, query)) : reader;
      },
    }),
    operation({
      capability: 'costs.bill.storno',
      method: 'get',
      path: '/abrechnungen/{id}/storno',
      summary: `Die Stornorechnung zu einem Anteil einer ersetzten Abrechnung als base64; ${waits}`,
      access: 'signed-in',
      params,
      query: share.extend({ format: z.enum(['xml', 'pdf']).default('xml') }),
      response: file,
      handle: async ({ params: { id }, query, principal }) => {
        const reader = await readerOf(deps, principal);
        return reader.ok ? fileOf(deps, await stornoWunsch(deps, reader.value, id, query)) : reader;
      },
    }),
    operation({
      capability: 'costs.bill.xrechnungen',
      method: 'get',
      path: '/abrechnungen/{id}/xrechnungen',
      summary: `Alle XRechnungen einer Abrechnung als ZIP in base64; ${waits}`,
      access: manage,
      params,
      response: file,
      handle: ({ params: { id }, principal }) =>
        asManager(deps, principal, async (who) => fileOf(deps, await archivWunsch(deps, who, id))),
    }),
  ];
}

async function fileOf(
  deps: CostsDeps,
  wunsch: Result<Dokumentwunsch>,
): Promise<Result<z.output<typeof file>>> {
  if (!wunsch.ok) return wunsch;
  const made = await dokumentJetzt(deps, wunsch.value);
  if (!made.ok) return made;
  return ok({ dateiname: wunsch.value.dateiname, base64: made.value.toString('base64') });
}
