import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { befugnisarten } from '../domain/befugnis.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { tag } from '../schema.ts';
import { addBefugnis, readBefugnisse, revokeSigner } from '../use-cases/befugnisse.ts';
import { addRahmen, giveNotice, listRahmen } from '../use-cases/rahmen.ts';
import { betrachtendeOf } from '../use-cases/read-bestellungen.ts';
import { bestellendeOf } from '../use-cases/wer.ts';
import { befugnisAnswer, rahmenAnswer } from '../views/answers.ts';
import { fileOfBody } from './file-body.ts';
import { befugnisSchema, fileBody, rahmenSchema } from './schemas.ts';

const prepare = { permission: 'marketplace.prepare' } as const;
const idParams = z.object({ id: z.string() });
const zum = z.strictObject({ zum: tag });
const cent = z.number().int().min(0).max(100_000_000_000);

/** What an order rests on: Rahmenvereinbarungen, and who may bind the Kommune. */
export function contractOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [...frameworkOperations(deps), ...signerOperations(deps)];
}

function frameworkOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [
    operation({
      capability: 'marketplace.frameworks',
      method: 'get',
      path: '/rahmenvereinbarungen',
      summary: 'Die Rahmenvereinbarungen der eigenen Kommune, oder die mit dem eigenen Haus',
      access: 'signed-in',
      response: z.object({ rahmenvereinbarungen: z.array(rahmenSchema) }),
      handle: async ({ principal }) => {
        const who = await betrachtendeOf(deps, principal);
        if (!who.ok) return who;
        return ok({ rahmenvereinbarungen: (await listRahmen(deps, who.value.wer)).map(rahmenAnswer) });
      },
    }),
    operation({
      capability: 'marketplace.framework.add',
      method: 'post',
      path: '/rahmenvereinbarungen',
      summary: 'Eine Rahmenvereinbarung mit einem Anbieter eintragen',
      access: prepare,
      status: 201,
      bodyLimit: 14_000_000,
      body: z.strictObject({
        anbieterId: z.string(),
        titel: z.string(),
        gueltigVon: tag,
        gueltigBis: tag.nullable().default(null),
        kuendigungMonate: z.number().int(),
        gezeichnetVon: z.string(),
        datei: fileBody.nullable().default(null),
      }),
      response: idParams,
      handle: async ({ principal, body }) => {
        const wer = await bestellendeOf(deps, principal, 'vorbereiten');
        if (!wer.ok) return wer;
        const { datei, ...wunsch } = body;
        return addRahmen(deps, wer.value, wunsch, datei && (await fileOfBody(deps, datei)));
      },
    }),
    operation({
      capability: 'marketplace.framework.end',
      method: 'post',
      path: '/rahmenvereinbarungen/{id}/end',
      summary: 'Die Kündigung einer Rahmenvereinbarung eintragen',
      access: prepare,
      params: idParams,
      body: zum,
      response: z.object({ gekuendigtZum: z.string() }),
      handle: async ({ principal, params, body }) => {
        const wer = await bestellendeOf(deps, principal, 'vorbereiten');
        if (!wer.ok) return wer;
        const ended = await giveNotice(deps, wer.value, params.id, body.zum);
        return ended.ok ? ok({ gekuendigtZum: body.zum }) : ended;
      },
    }),
  ];
}

function signerOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [
    operation({
      capability: 'marketplace.signers',
      method: 'get',
      path: '/zeichnungsbefugnisse',
      summary: 'Wer die Kommune binden darf, von wann bis wann und bis zu welchem Wert',
      access: 'signed-in',
      response: z.object({ befugnisse: z.array(befugnisSchema) }),
      handle: async ({ principal }) => {
        const wer = await bestellendeOf(deps, principal, 'lesen');
        if (!wer.ok) return wer;
        return ok({ befugnisse: (await readBefugnisse(deps, wer.value)).map(befugnisAnswer) });
      },
    }),
    operation({
      capability: 'marketplace.signer.add',
      method: 'post',
      path: '/zeichnungsbefugnisse',
      summary: 'Eintragen, wer die Kommune binden darf; eine Vollmacht mit Datei und Grenze',
      access: prepare,
      status: 201,
      bodyLimit: 14_000_000,
      body: z.strictObject({
        name: z.string(),
        mitglied: z.string().nullable().default(null),
        art: z.enum(befugnisarten),
        grenzeCent: cent.nullable().default(null),
        gueltigVon: tag,
        gueltigBis: tag.nullable().default(null),
        grundlage: z.string(),
        datei: fileBody.nullable().default(null),
      }),
      response: befugnisSchema,
      handle: async ({ principal, body }) => {
        const wer = await bestellendeOf(deps, principal, 'vorbereiten');
        if (!wer.ok) return wer;
        const { datei, ...wunsch } = body;
        const added = await addBefugnis(deps, wer.value, wunsch, datei && (await fileOfBody(deps, datei)));
        return added.ok ? ok(befugnisAnswer(added.value)) : added;
      },
    }),
    operation({
      capability: 'marketplace.signer.revoke',
      method: 'post',
      path: '/zeichnungsbefugnisse/{id}/revoke',
      summary: 'Eine Zeichnungsbefugnis ab einem Tag widerrufen',
      access: prepare,
      params: idParams,
      body: zum,
      response: z.object({ widerrufenZum: z.string() }),
      handle: async ({ principal, params, body }) => {
        const wer = await bestellendeOf(deps, principal, 'vorbereiten');
        if (!wer.ok) return wer;
        const revoked = await revokeSigner(deps, wer.value, params.id, body.zum);
        return revoked.ok ? ok({ widerrufenZum: body.zum }) : revoked;
      },
    }),
  ];
}
