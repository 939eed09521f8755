import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { EfaDeps } from '../doors-deps.ts';
import { countRollout } from '../use-cases/count-rollout.ts';
import { anbieterOf, asEditor, readerOf } from '../use-cases/editor.ts';
import { findLuecken } from '../use-cases/find-gaps.ts';
import { offerOnlinedienst } from '../use-cases/offer-onlinedienst.ts';
import { listAngebote, readAngebotDetail } from '../use-cases/read-angebote.ts';
import { listFreigaben } from '../use-cases/read-freigaben.ts';
import { releaseText, withdrawText } from '../use-cases/release-text.ts';
import { angebotAnswer, angebotDetailAnswer, freigabeAnswer, lueckenAnswer } from '../views/answers.ts';
import { anbindungOperations } from './anbindung-operations.ts';
import {
  angebotDetailSchema,
  angebotSchema,
  freigabeSchema,
  lueckenSchema,
  rolloutSchema,
  textSchema,
} from './schemas.ts';

const manage = { permission: 'efa.anbindung.manage' } as const;
const dienstParams = z.object({ dienst: z.string().describe('Kennung des Onlinedienstes') });

/** This context in the JSON API. What is public in the portal needs no token. */
export function efaOperations(deps: EfaDeps): readonly Operation[] {
  return [
    ...publicOperations(deps),
    ...providerOperations(deps),
    ...anbindungOperations(deps),
    ...freigabeOperations(deps),
  ];
}

function publicOperations(deps: EfaDeps): readonly Operation[] {
  return [
    operation({
      capability: 'efa.gaps',
      method: 'get',
      path: '/kommunen/{body}/gaps',
      summary: 'Pflichten einer Kommune ohne Onlinedienst, mit den Angeboten, die sie schließen',
      access: 'public',
      params: z.object({ body: z.string().describe('AGS, ARS oder Name der Kommune') }),
      response: lueckenSchema,
      handle: async ({ params }) => {
        const view = await findLuecken(deps, params.body);
        return view.ok ? ok(lueckenAnswer(view.value)) : view;
      },
    }),
    operation({
      capability: 'efa.onlinedienste',
      method: 'get',
      path: '/onlinedienste',
      summary: 'Alle angebotenen Onlinedienste',
      access: 'public',
      response: z.object({ onlinedienste: z.array(angebotSchema) }),
      handle: async () => ok({ onlinedienste: (await listAngebote(deps)).map(angebotAnswer) }),
    }),
    operation({
      capability: 'efa.onlinedienst',
      method: 'get',
      path: '/onlinedienste/{dienst}',
      summary: 'Ein Onlinedienst: was er abdeckt, nach welcher Norm, und wer ihn nutzt',
      access: 'public',
      params: dienstParams,
      response: angebotDetailSchema,
      handle: async ({ params }) => {
        const detail = await readAngebotDetail(deps, params.dienst);
        return detail.ok ? ok(angebotDetailAnswer(detail.value)) : detail;
      },
    }),
  ];
}

function providerOperations(deps: EfaDeps): readonly Operation[] {
  return [
    operation({
      capability: 'efa.angebot.offer',
      method: 'post',
      path: '/onlinedienste/{dienst}/offer',
      summary: 'Einen Onlinedienst in seiner vorliegenden Fassung allen anbieten',
      access: { permission: 'efa.angebot.manage' },
      params: dienstParams,
      response: z.object({ dienst: z.string(), fassung: z.string(), neu: z.boolean() }),
      handle: async ({ params, principal }) => {
        const anbieter = await anbieterOf(deps, principal);
        return anbieter.ok ? offerOnlinedienst(deps, anbieter.value, params.dienst) : anbieter;
      },
    }),
    operation({
      capability: 'efa.rollout',
      method: 'get',
      path: '/rollout',
      summary: 'Wie viele betreute Kommunen jeden Onlinedienst live haben, und wie viele Anträge kamen',
      access: { permission: 'circle.read' },
      response: rolloutSchema,
      handle: async ({ principal }) => {
        const rows = await countRollout(deps, principal);
        return rows.ok ? ok({ onlinedienste: rows.value }) : rows;
      },
    }),
  ];
}

function freigabeOperations(deps: EfaDeps): readonly Operation[] {
  const leistung = z.object({ leistung: z.string().describe('LeiKa-Schlüssel oder eigene Nummer') });
  const nummer = z
    .number()
    .int()
    .min(0)
    .describe('Nummer der Freigabe, auf der die Änderung beruht; 0: noch keine');
  const written = z.object({ leistungId: z.string(), nummer: z.number() });
  return [
    operation({
      capability: 'efa.freigaben',
      method: 'get',
      path: '/freigaben',
      summary: 'Die Texte, die die eigene Kommune für Bürgerinnen und Bürger freigegeben hat',
      access: 'signed-in',
      response: z.object({ freigaben: z.array(freigabeSchema) }),
      handle: async ({ principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        return ok({ freigaben: (await listFreigaben(deps, reader.value)).map(freigabeAnswer) });
      },
    }),
    operation({
      capability: 'efa.freigabe.release',
      method: 'put',
      path: '/freigaben/{leistung}',
      summary: 'Den Text einer Leistung freigeben',
      access: manage,
      params: leistung,
      body: z.strictObject({ nummer, text: textSchema }),
      response: written,
      handle: ({ params, body, principal }) =>
        asEditor(deps, principal, (editor) => {
          const text = Object.fromEntries(
            Object.entries(body.text).map(([part, value]) => [part, value ?? '']),
          );
          return releaseText(deps, editor, { leistung: params.leistung, nummer: body.nummer, text });
        }),
    }),
    operation({
      capability: 'efa.freigabe.withdraw',
      method: 'post',
      path: '/freigaben/{leistung}/withdraw',
      summary: 'Einen freigegebenen Text zurückziehen',
      access: manage,
      params: leistung,
      body: z.strictObject({ nummer }),
      response: written,
      handle: ({ params, body, principal }) =>
        asEditor(deps, principal, (editor) =>
          withdrawText(deps, editor, { leistung: params.leistung, nummer: body.nummer }),
        ),
    }),
  ];
}
