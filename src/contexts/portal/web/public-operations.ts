import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PortalReadDeps } from '../deps.ts';
import { publishedSite, publishedSites } from '../use-cases/read-sites.ts';
import { auskunftFor, searchSite, serviceOfSite, servicesOfSite } from '../use-cases/visitor-reads.ts';
import { angebotAnswer, officeAnswer, serviceAnswer, siteAnswer } from '../views.ts';
import { angebotSchema, officeSchema, serviceSchema, siteSchema, trefferSchema } from './schemas.ts';

const params = z.object({
  slug: z.string().max(80).describe('Der Name des Auftritts, wie in seiner Adresse'),
});

/** Reading the published sites. */
export function publicOperations(deps: PortalReadDeps): readonly Operation[] {
  return [
    operation({
      capability: 'portal.sites',
      method: 'get',
      path: '/portale',
      summary: 'Die öffentlichen Auftritte der Kommunen',
      access: 'public',
      response: z.object({ portale: z.array(siteSchema) }),
      handle: async () => ok({ portale: (await publishedSites(deps)).map(siteAnswer) }),
    }),
    operation({
      capability: 'portal.information',
      method: 'get',
      path: '/portale/{slug}',
      summary: 'Kontakt, Öffnungszeiten und Ämter einer Kommune',
      access: 'public',
      params,
      response: z.object({ portal: siteSchema, aemter: z.array(officeSchema) }),
      handle: async ({ params: { slug } }) => {
        const found = await publishedSite(deps, slug);
        if (!found.ok) return found;
        return ok({ portal: siteAnswer(found.value.site), aemter: found.value.offices.map(officeAnswer) });
      },
    }),
    operation({
      capability: 'portal.search',
      method: 'get',
      path: '/portale/{slug}/suche',
      summary: 'Leistungen einer Kommune suchen, mit der zuständigen Stelle, wo sie es nicht selbst ist',
      access: 'public',
      params,
      query: z.object({ suche: z.string().max(200) }),
      response: z.object({ treffer: z.array(trefferSchema) }),
      handle: async ({ params: { slug }, query: { suche } }) => {
        const treffer = await searchSite(deps, slug, suche);
        return treffer.ok ? ok({ treffer: treffer.value }) : treffer;
      },
    }),
    ...serviceOperations(deps),
  ];
}

function serviceOperations(deps: PortalReadDeps): readonly Operation[] {
  return [
    operation({
      capability: 'portal.answer',
      method: 'get',
      path: '/auskunft/{leistung}',
      summary: 'Eine Leistung an einem Ort: Texte, zuständige Stelle mit Gründen, Amt und Onlinedienst',
      access: 'public',
      params: z.object({ leistung: z.string().max(300).describe('Kennung, LeiKa-Schlüssel oder Name') }),
      query: z.object({ ort: z.string().max(300).describe('Name, PLZ, Adresse, AGS oder ARS') }),
      response: serviceSchema,
      handle: async ({ params: { leistung }, query: { ort } }) => {
        const view = await auskunftFor(deps, leistung, ort);
        return view.ok ? ok(serviceAnswer(view.value)) : view;
      },
    }),
    operation({
      capability: 'portal.services',
      method: 'get',
      path: '/portale/{slug}/leistungen',
      summary: 'Alle beschriebenen Leistungen einer Kommune',
      access: 'public',
      params,
      response: z.object({ leistungen: z.array(angebotSchema) }),
      handle: async ({ params: { slug } }) => {
        const angebote = await servicesOfSite(deps, slug);
        return angebote.ok ? ok({ leistungen: angebote.value.map(angebotAnswer) }) : angebote;
      },
    }),
    operation({
      capability: 'portal.service',
      method: 'get',
      path: '/portale/{slug}/leistungen/{leistung}',
      summary: 'Eine Leistung oder ein Onlinedienst, wie die Kommune sie zeigt',
      access: 'public',
      params: params.extend({
        leistung: z.string().max(80).describe('Zum Beispiel L02950 oder hund-anmelden'),
      }),
      response: serviceSchema,
      handle: async ({ params: { slug, leistung } }) => {
        const view = await serviceOfSite(deps, slug, leistung);
        return view.ok ? ok(serviceAnswer(view.value)) : view;
      },
    }),
  ];
}
