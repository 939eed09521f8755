import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { angabenSchema, preisSchema, tag } from '../schema.ts';
import { describeDienst, statePrice } from '../use-cases/describe.ts';
import { addDokument, openDokument, withdrawDokument } from '../use-cases/dienstdokumente.ts';
import { showInterest } from '../use-cases/interesse.ts';
import { readDienstseite } from '../use-cases/read-dienst.ts';
import { readMarktplatz } from '../use-cases/read-marktplatz.ts';
import { anbietendeOf, bestellendeOf } from '../use-cases/wer.ts';
import { dienstAnswer, marktAnswer } from '../views/answers.ts';
import { fileOfBody } from './file-body.ts';
import { dienstSchema, fileBody, marktSchema } from './schemas.ts';

const manage = { permission: 'marketplace.manage' } as const;
const dienstParams = z.object({ dienst: z.string().describe('Kennung des Onlinedienstes') });
const grundlage = z.number().int().min(0).describe('Die gelesene Nummer');

/** What is offered: read by everybody, stated by the provider. */
export function offeringOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [...readOperations(deps), interestOperation(deps), ...providerOperations(deps)];
}

function readOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [
    operation({
      capability: 'marketplace.list',
      method: 'get',
      path: '/marktplatz',
      summary:
        'Alle Onlinedienste mit Preis und Mindestkriterien; für eine Kommune mit ihrem Preis und ihren Lücken',
      access: 'public',
      response: z.object({ onlinedienste: z.array(marktSchema) }),
      handle: async ({ principal }) =>
        ok({ onlinedienste: (await readMarktplatz(deps, principal)).zeilen.map(marktAnswer) }),
    }),
    operation({
      capability: 'marketplace.show',
      method: 'get',
      path: '/marktplatz/{dienst}',
      summary:
        'Ein Onlinedienst: was er kostet, was er braucht, wie lange es dauert, welche Lücken er schließt',
      access: 'public',
      params: dienstParams,
      response: dienstSchema,
      handle: async ({ principal, params }) => {
        const seite = await readDienstseite(deps, principal, params.dienst);
        return seite.ok ? ok(dienstAnswer(seite.value)) : seite;
      },
    }),
    operation({
      capability: 'marketplace.document',
      method: 'get',
      path: '/marktplatz/{dienst}/dokumente/{id}',
      summary:
        'Ein Dokument eines Angebots; ein zurückgenommenes bekommt nur noch, wer bestellt hat, solange es galt',
      access: 'public',
      params: z.object({ dienst: z.string(), id: z.string() }),
      response: z.object({ name: z.string(), mediaType: z.string(), sha256: z.string(), base64: z.string() }),
      handle: async ({ principal, params }) => {
        const opened = await openDokument(deps, principal, params.dienst, params.id);
        if (!opened.ok) return opened;
        const { name, mediaType, sha256, inhalt } = opened.value;
        return ok({ name, mediaType, sha256, base64: inhalt.toString('base64') });
      },
    }),
  ];
}

function interestOperation(deps: MarketplaceDeps): Operation {
  return operation({
    capability: 'marketplace.interest',
    method: 'put',
    path: '/marktplatz/{dienst}/interesse',
    summary: 'Interesse der eigenen Kommune bekunden oder zurückziehen',
    access: { permission: 'marketplace.prepare' },
    params: dienstParams,
    body: z.strictObject({ interessiert: z.boolean(), bemerkung: z.string().max(1000).default('') }),
    response: z.object({ interessiert: z.boolean(), stand: z.string() }),
    handle: async ({ principal, params, body }) => {
      const wer = await bestellendeOf(deps, principal, 'vorbereiten');
      if (!wer.ok) return wer;
      const said = await showInterest(deps, wer.value, { dienst: params.dienst, ...body });
      return said.ok ? ok({ interessiert: said.value.interessiert, stand: said.value.stand }) : said;
    },
  });
}

function providerOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [
    operation({
      capability: 'marketplace.describe',
      method: 'put',
      path: '/marktplatz/{dienst}/angaben',
      summary: 'Angaben zu einem eigenen Onlinedienst neu fassen',
      access: manage,
      params: dienstParams,
      body: z.strictObject({ grundlage, inhalt: angabenSchema }),
      response: z.object({ nummer: z.number() }),
      handle: async ({ principal, params, body }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const saved = await describeDienst(deps, wer.value, params.dienst, body);
        return saved.ok ? ok({ nummer: saved.value.nummer }) : saved;
      },
    }),
    operation({
      capability: 'marketplace.price',
      method: 'post',
      path: '/marktplatz/{dienst}/preise',
      summary: 'Ein neues Preisblatt ab einem Tag; frühere bleiben',
      access: manage,
      status: 201,
      params: dienstParams,
      body: z.strictObject({ grundlage, gueltigAb: tag, inhalt: preisSchema }),
      response: z.object({ nummer: z.number(), gueltigAb: z.string() }),
      handle: async ({ principal, params, body }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const saved = await statePrice(deps, wer.value, params.dienst, body);
        return saved.ok ? ok({ nummer: saved.value.nummer, gueltigAb: saved.value.gueltigAb }) : saved;
      },
    }),
    operation({
      capability: 'marketplace.document.add',
      method: 'post',
      path: '/marktplatz/{dienst}/dokumente',
      summary: 'Ein Dokument (PDF, PNG, JPEG bis 10 MB) zu einem eigenen Onlinedienst, für alle lesbar',
      access: manage,
      status: 201,
      params: dienstParams,
      bodyLimit: 14_000_000,
      body: z.strictObject({ titel: z.string().min(2).max(200), datei: fileBody }),
      response: z.object({ id: z.string() }),
      handle: async ({ principal, params, body }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const file = await fileOfBody(deps, body.datei);
        return addDokument(deps, wer.value, params.dienst, { titel: body.titel, file });
      },
    }),
    operation({
      capability: 'marketplace.document.withdraw',
      method: 'post',
      path: '/marktplatz/{dienst}/dokumente/{id}/ruecknahme',
      summary: 'Ein Dokument zurücknehmen; wer bestellt hat, solange es galt, liest es weiter',
      access: manage,
      params: z.object({ dienst: z.string(), id: z.string() }),
      body: z.strictObject({ grund: z.string().max(500).describe('Wer das Dokument noch sucht, liest ihn') }),
      response: z.object({ id: z.string() }),
      handle: async ({ principal, params: { dienst, id }, body: { grund } }) => {
        const wer = await anbietendeOf(deps, principal);
        return wer.ok ? withdrawDokument(deps, wer.value, dienst, { id, grund }) : wer;
      },
    }),
  ];
}
