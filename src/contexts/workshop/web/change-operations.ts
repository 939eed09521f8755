import { z } from 'zod';
import { keineTestfaelle } from '#forms/testfaelle';
import { type Operation, operation } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { jsonOf } from '../domain/json.ts';
import { beginneMit, beginneNeu, lies } from '../use-cases/beginne.ts';
import { geheZurueckOderVor } from '../use-cases/zurueck-oder-vor.ts';
import * as view from '../views/json.ts';
import { access, als, entwurfAnswer, grundlage, params } from './operations-zugang.ts';

export function changeOperations(deps: WorkshopDeps): readonly Operation[] {
  return [
    operation({
      capability: 'workshop.begin',
      method: 'post',
      path: '/werkstatt',
      summary: 'Einen Onlinedienst beginnen: neu, oder mit der neuesten Fassung eines vorhandenen',
      access,
      status: 201,
      body: z.union([
        z.strictObject({ vorlage: z.string().max(60).describe('Kurzname eines vorhandenen Onlinedienstes') }),
        z.strictObject({
          titel: z.string().max(200),
          dienst: z.string().max(60).default(''),
          leika: z.string().max(20),
          leistung: z.string().max(500).default('').describe('Leer: wie der Katalog sie nennt'),
          stelle: z.string().max(40),
        }),
      ]),
      response: view.entwurfSchema,
      handle: ({ body, principal }) =>
        als(deps, principal, async (autor) =>
          entwurfAnswer(
            'vorlage' in body
              ? await beginneMit(deps, autor, body.vorlage)
              : await beginneNeu(deps, autor, body),
          ),
        ),
    }),
    operation({
      capability: 'workshop.edit',
      method: 'put',
      path: '/werkstatt/{dienst}/dateien',
      summary: 'Die Dateien eines Entwurfs ersetzen; ohne „grundlage“ beginnt er damit',
      access,
      params,
      bodyLimit: 3_500_000,
      body: view.dokumenteSchema.extend({ grundlage: grundlage.nullable().default(null) }).strict(),
      response: view.entwurfSchema,
      handle: ({ params: { dienst }, body, principal }) =>
        als(deps, principal, async (autor) => {
          const { grundlage: read, testfaelle = keineTestfaelle, ...rest } = body;
          const dokumente = {
            dienst: jsonOf(rest.dienst),
            formular: jsonOf(rest.formular),
            testfaelle: jsonOf(testfaelle),
          };
          return entwurfAnswer(await lies(deps, autor, dienst, dokumente, read));
        }),
    }),
    operation({
      capability: 'workshop.undo',
      method: 'post',
      path: '/werkstatt/{dienst}/schritte',
      summary: 'Den letzten Schritt zurücknehmen oder wiederholen',
      access,
      params,
      body: z.strictObject({ art: z.enum(['zurueck', 'vor']), grundlage }),
      response: view.entwurfSchema,
      handle: ({ params: { dienst }, body, principal }) =>
        als(deps, principal, async (autor) =>
          entwurfAnswer(await geheZurueckOderVor(deps, autor, dienst, body.art, body.grundlage)),
        ),
    }),
  ];
}
