import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import type { Bestellung } from '../domain/bestellung.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { tag } from '../schema.ts';
import { prepareOrder } from '../use-cases/bestellen.ts';
import { acceptOrder, declineOrder, endOrder, withdrawOrder } from '../use-cases/bestellschritte.ts';
import { openDatei } from '../use-cases/dateien.ts';
import { documentName, orderPdf } from '../use-cases/dokument.ts';
import { betrachtendeOf, listBestellungen, readBestelldetail } from '../use-cases/read-bestellungen.ts';
import { anbietendeOf, bestellendeOf } from '../use-cases/wer.ts';
import { recordPaper } from '../use-cases/zeichnen.ts';
import { bestellAnswer, bestelldetailAnswer } from '../views/answers.ts';
import { fileOfBody } from './file-body.ts';
import { bestellBody, bestelldetailSchema, bestellSchema, fileBody } from './schemas.ts';

const idParams = z.object({ id: z.string() });
const version = z.number().int().min(1).describe('Die gelesene Version');
const grund = z.string().min(3).max(1000);
const fileSchema = z.object({
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  base64: z.string(),
});

/** Orders: prepared and signed by a Kommune, answered by a provider. Signing here is a person's alone. */
export function orderOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [...readOperations(deps), prepareOperation(deps), paperOperation(deps), ...stepOperations(deps)];
}

function readOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [
    operation({
      capability: 'marketplace.orders',
      method: 'get',
      path: '/bestellungen',
      summary:
        'Die Bestellungen der eigenen Kommune, oder die unterschriebenen, die an das eigene Haus gehen',
      access: 'signed-in',
      response: z.object({ bestellungen: z.array(bestellSchema) }),
      handle: async ({ principal }) => {
        const who = await betrachtendeOf(deps, principal);
        if (!who.ok) return who;
        return ok({ bestellungen: (await listBestellungen(deps, who.value)).map(bestellAnswer) });
      },
    }),
    operation({
      capability: 'marketplace.order',
      method: 'get',
      path: '/bestellungen/{id}',
      summary: 'Eine Bestellung mit Preis, Grundlagen, Unterschrift und Antwort',
      access: 'signed-in',
      params: idParams,
      response: bestelldetailSchema,
      handle: async ({ principal, params }) => {
        const detail = await detailOf(deps, principal, params.id);
        return detail.ok ? ok(bestelldetailAnswer(detail.value)) : detail;
      },
    }),
    operation({
      capability: 'marketplace.order.document',
      method: 'get',
      path: '/bestellungen/{id}/dokument',
      summary: 'Das Dokument einer Bestellung als PDF, zum Unterschreiben oder wie unterschrieben',
      access: 'signed-in',
      params: idParams,
      response: z.object({ name: z.string(), base64: z.string() }),
      handle: async ({ principal, params }) => {
        const detail = await detailOf(deps, principal, params.id);
        if (!detail.ok) return detail;
        const file = await orderPdf(detail.value, deps.clock.now());
        return ok({ name: documentName(detail.value), base64: file.toString('base64') });
      },
    }),
    operation({
      capability: 'marketplace.file',
      method: 'get',
      path: '/bestellungen/dateien/{id}',
      summary: 'Ein unterschriebenes Papier, für die Kommune und für den Anbieter, an den es geht',
      access: 'signed-in',
      params: idParams,
      response: fileSchema,
      handle: async ({ principal, params }) => {
        const opened = await openDatei(deps, principal, params.id);
        if (!opened.ok) return opened;
        const { bytes, ...file } = opened.value;
        return ok({ ...file, base64: bytes.toString('base64') });
      },
    }),
  ];
}

async function detailOf(deps: MarketplaceDeps, principal: Principal | null, id: string) {
  const who = await betrachtendeOf(deps, principal);
  return who.ok ? readBestelldetail(deps, who.value, id) : who;
}

function prepareOperation(deps: MarketplaceDeps): Operation {
  return operation({
    capability: 'marketplace.order.prepare',
    method: 'post',
    path: '/marktplatz/{dienst}/bestellungen',
    summary: 'Eine Bestellung vorbereiten; sie bindet niemanden, bevor sie unterschrieben ist',
    access: { permission: 'marketplace.prepare' },
    status: 201,
    params: z.object({ dienst: z.string() }),
    body: z.strictObject({ ...bestellBody.shape, beginn: tag.nullable().default(null) }),
    response: bestellSchema,
    handle: async ({ principal, params, body }) => {
      const wer = await bestellendeOf(deps, principal, 'vorbereiten');
      if (!wer.ok) return wer;
      return answered(await prepareOrder(deps, wer.value, { dienst: params.dienst, ...body }));
    },
  });
}

function answered(result: Result<Bestellung>) {
  return result.ok ? ok(bestellAnswer(result.value)) : result;
}

function paperOperation(deps: MarketplaceDeps): Operation {
  return operation({
    capability: 'marketplace.order.paper',
    method: 'post',
    path: '/bestellungen/{id}/papier',
    summary: 'Erfassen, wer eine Bestellung wann auf Papier unterschrieben hat, mit dem Papier',
    access: { permission: 'marketplace.prepare' },
    params: idParams,
    bodyLimit: 14_000_000,
    body: z.strictObject({ version, befugnis: z.string(), am: tag, datei: fileBody }),
    response: bestellSchema,
    handle: async ({ principal, params, body }) => {
      const wer = await bestellendeOf(deps, principal, 'vorbereiten');
      if (!wer.ok) return wer;
      const { datei, ...papier } = body;
      const file = await fileOfBody(deps, datei);
      return answered(await recordPaper(deps, wer.value, { ...papier, id: params.id, file }));
    },
  });
}

function stepOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [
    operation({
      capability: 'marketplace.order.withdraw',
      method: 'post',
      path: '/bestellungen/{id}/withdraw',
      summary: 'Eine Bestellung zurückziehen, die der Anbieter noch nicht angenommen hat',
      access: 'signed-in',
      params: idParams,
      body: z.strictObject({ version, grund }),
      response: bestellSchema,
      handle: async ({ principal, params, body }) => {
        const wer = await bestellendeOf(deps, principal, 'vorbereiten');
        if (!wer.ok) return wer;
        const ref = { id: params.id, version: body.version };
        return answered(await withdrawOrder(deps, wer.value, ref, body.grund));
      },
    }),
    operation({
      capability: 'marketplace.order.accept',
      method: 'post',
      path: '/bestellungen/{id}/accept',
      summary: 'Eine Bestellung annehmen; die erste Periode folgt aus dem Tag',
      access: { permission: 'marketplace.manage' },
      params: idParams,
      body: z.strictObject({ version }),
      response: bestellSchema,
      handle: async ({ principal, params, body }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        return answered(await acceptOrder(deps, wer.value, { id: params.id, ...body }));
      },
    }),
    operation({
      capability: 'marketplace.order.decline',
      method: 'post',
      path: '/bestellungen/{id}/decline',
      summary: 'Eine Bestellung mit Begründung ablehnen',
      access: { permission: 'marketplace.manage' },
      params: idParams,
      body: z.strictObject({ version, grund }),
      response: bestellSchema,
      handle: async ({ principal, params, body }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const ref = { id: params.id, version: body.version };
        return answered(await declineOrder(deps, wer.value, ref, body.grund));
      },
    }),
    operation({
      capability: 'marketplace.order.end',
      method: 'post',
      path: '/bestellungen/{id}/end',
      summary: 'Einen Vertrag zu einem Tag beenden, mit der vereinbarten Frist',
      access: { permission: 'marketplace.order' },
      params: idParams,
      body: z.strictObject({ version, zum: tag }),
      response: bestellSchema,
      handle: async ({ principal, params, body }) => {
        const wer = await bestellendeOf(deps, principal, 'bestellen');
        if (!wer.ok) return wer;
        const ref = { id: params.id, version: body.version };
        return answered(await endOrder(deps, wer.value, ref, body.zum));
      },
    }),
  ];
}
