import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import { type WorkshopDeps, workshopPermissions } from '../deps.ts';
import { jsonOf } from '../domain/json.ts';
import { unterschiede } from '../domain/unterschied.ts';
import { keineTestfaelle } from '../testfaelle/testfall.ts';
import { type Autor, autorVon } from '../use-cases/autor.ts';
import { beginneMit, beginneNeu, lies } from '../use-cases/beginne.ts';
import { type Entwurf, geheZurueckOderVor, openEntwurf } from '../use-cases/entwurf.ts';
import { listeWerke } from '../use-cases/liste.ts';
import { pruefung } from '../use-cases/pruefstand.ts';
import { standNamens } from '../use-cases/staende.ts';
import { entscheideGegen, legeVor, veroeffentliche } from '../use-cases/veroeffentlichen.ts';
import * as view from '../views/json.ts';

const access = { permission: workshopPermissions.author } as const;
const params = z.object({ dienst: z.string().max(80).describe('Kurzname des Onlinedienstes') });
const grundlage = z.number().int().min(0).describe('Der Schritt, den Sie gelesen haben');

/** The workshop in the JSON API. */
export function workshopOperations(deps: WorkshopDeps): readonly Operation[] {
  return [...readOperations(deps), ...changeOperations(deps), ...publishOperations(deps)];
}

async function als<T>(
  deps: WorkshopDeps,
  principal: Principal | null,
  run: (autor: Autor) => Promise<Result<T>>,
): Promise<Result<T>> {
  const autor = await autorVon(deps, principal);
  return autor.ok ? run(autor.value) : autor;
}

async function mit<T>(
  deps: WorkshopDeps,
  principal: Principal | null,
  dienst: string,
  run: (autor: Autor, entwurf: Entwurf) => Promise<Result<T>>,
): Promise<Result<T>> {
  return als(deps, principal, async (autor) => {
    const entwurf = await openEntwurf(deps, autor, dienst);
    return entwurf.ok ? run(autor, entwurf.value) : entwurf;
  });
}

function entwurfAnswer(result: Result<Entwurf>) {
  return result.ok ? ok(view.entwurfJson(result.value)) : result;
}

function readOperations(deps: WorkshopDeps): readonly Operation[] {
  return [
    operation({
      capability: 'workshop.list',
      method: 'get',
      path: '/werkstatt',
      summary: 'Alle Onlinedienste und Entwürfe des eigenen Hauses',
      access,
      response: z.object({ dienste: z.array(view.zeileSchema) }),
      handle: ({ principal }) =>
        als(deps, principal, async (autor) =>
          ok({ dienste: (await listeWerke(deps, autor)).map(view.zeileJson) }),
        ),
    }),
    operation({
      capability: 'workshop.show',
      method: 'get',
      path: '/werkstatt/{dienst}',
      summary: 'Ein Entwurf mit Schritten und Vorlagen',
      access,
      params,
      response: view.entwurfSchema,
      handle: ({ params: { dienst }, principal }) =>
        mit(deps, principal, dienst, async (_, entwurf) => ok(view.entwurfJson(entwurf))),
    }),
    operation({
      capability: 'workshop.export',
      method: 'get',
      path: '/werkstatt/{dienst}/dateien',
      summary: 'Die Dateien eines Entwurfs oder eines seiner Stände',
      access,
      params,
      query: z.object({
        stand: z.string().max(40).default('jetzt').describe('jetzt, schritt-3 oder fassung-2'),
      }),
      response: view.dokumenteSchema,
      handle: ({ params: { dienst }, query, principal }) =>
        als(deps, principal, async (autor) => {
          const found = await standNamens(deps, autor, dienst, query.stand);
          return found.ok ? ok(found.value) : found;
        }),
    }),
    operation({
      capability: 'workshop.check',
      method: 'get',
      path: '/werkstatt/{dienst}/pruefung',
      summary: 'Was an einem Entwurf nicht stimmt',
      access,
      params,
      response: view.pruefSchema,
      handle: ({ params: { dienst }, principal }) =>
        mit(deps, principal, dienst, async (_, entwurf) =>
          ok(view.pruefJson(await pruefung(deps, entwurf.dokumente))),
        ),
    }),
    operation({
      capability: 'workshop.play',
      method: 'get',
      path: '/werkstatt/{dienst}/testfaelle',
      summary: 'Was aus den Testfällen eines Entwurfs wird',
      access,
      params,
      response: view.spielSchema,
      handle: ({ params: { dienst }, principal }) =>
        mit(deps, principal, dienst, async (_, entwurf) =>
          ok(view.spielJson(await pruefung(deps, entwurf.dokumente))),
        ),
    }),
    operation({
      capability: 'workshop.diff',
      method: 'get',
      path: '/werkstatt/{dienst}/unterschied',
      summary: 'Was sich zwischen zwei Ständen unterscheidet, Element für Element',
      access,
      params,
      query: z.object({ von: z.string().max(40), bis: z.string().max(40).default('jetzt') }),
      response: view.unterschiedSchema,
      handle: ({ params: { dienst }, query, principal }) =>
        als(deps, principal, async (autor) => {
          const before = await standNamens(deps, autor, dienst, query.von);
          if (!before.ok) return before;
          const after = await standNamens(deps, autor, dienst, query.bis);
          return after.ok ? ok(view.unterschiedJson(unterschiede(before.value, after.value))) : after;
        }),
    }),
  ];
}

function changeOperations(deps: WorkshopDeps): readonly Operation[] {
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

function publishOperations(deps: WorkshopDeps): readonly Operation[] {
  const vorlage = z.number().int().min(1).describe('Nummer der Vorlage');
  return [
    operation({
      capability: 'workshop.propose',
      method: 'post',
      path: '/werkstatt/{dienst}/vorlagen',
      summary: 'Einen Entwurf zur Veröffentlichung vorlegen',
      access,
      params,
      status: 201,
      body: z.strictObject({ grundlage, nachricht: z.string().max(2_000).default('') }),
      response: view.entwurfSchema,
      handle: ({ params: { dienst }, body, principal }) =>
        als(deps, principal, async (autor) => entwurfAnswer(await legeVor(deps, autor, dienst, body))),
    }),
    operation({
      capability: 'workshop.publish',
      method: 'post',
      path: '/werkstatt/{dienst}/veroeffentlichen',
      summary: 'Veröffentlichen, was jemand anderes vorgelegt hat',
      access: { permission: workshopPermissions.publish },
      params,
      body: z.strictObject({ vorlage }),
      response: z.object({ dienst: z.string(), version: z.number() }),
      handle: ({ params: { dienst }, body, principal }) =>
        als(deps, principal, async (autor) => {
          const done = await veroeffentliche(deps, autor, dienst, body.vorlage);
          return done.ok ? ok({ dienst: done.value.entwurf.dienst, version: done.value.version }) : done;
        }),
    }),
    operation({
      capability: 'workshop.reject',
      method: 'post',
      path: '/werkstatt/{dienst}/ablehnen',
      summary: 'Eine Vorlage ablehnen, oder die eigene zurückziehen',
      access,
      params,
      body: z.strictObject({
        vorlage,
        art: z.enum(['abgelehnt', 'zurueckgezogen']).default('abgelehnt'),
        grund: z.string().max(2_000).default(''),
      }),
      response: view.entwurfSchema,
      handle: ({ params: { dienst }, body, principal }) =>
        als(deps, principal, async (autor) =>
          entwurfAnswer(await entscheideGegen(deps, autor, dienst, body)),
        ),
    }),
  ];
}
