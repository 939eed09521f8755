import { ok } from '#kernel';
import type { Command } from '#platform';
import { aussehenCommands } from './cli-aussehen.ts';
import { staffCommands } from './cli-staff.ts';
import type { PortalDoorDeps } from './deps.ts';
import { wochentage, wochentagLabel } from './domain/opening-hours.ts';
import { formatZeiten } from './domain/parse-opening-hours.ts';
import { publishedSite, publishedSites } from './use-cases/read-sites.ts';
import type { ServiceView } from './use-cases/service-view.ts';
import { auskunftFor, searchSite, serviceOfSite, servicesOfSite } from './use-cases/visitor-reads.ts';
import { angebotAnswer, officeAnswer, serviceAnswer, siteAnswer } from './views.ts';

/** This context on the command line. */
export function portalCommands(deps: PortalDoorDeps): readonly Command[] {
  return [
    ...visitorCommands(deps),
    ...serviceCommands(deps),
    ...staffCommands(deps),
    ...aussehenCommands(deps),
  ];
}

function visitorCommands(deps: PortalDoorDeps): readonly Command[] {
  return [
    {
      capability: 'portal.sites',
      name: 'portal list',
      usage: '',
      summary: 'Die öffentlichen Auftritte der Kommunen',
      arity: [0, 0],
      run: async () => {
        const sites = await publishedSites(deps);
        const lines = sites.map(({ slug, name }) => `${name}  ${deps.originOf(slug)}`);
        return ok({
          json: { portale: sites.map(siteAnswer) },
          text: lines.join('\n') || 'Noch ist kein Auftritt öffentlich.',
        });
      },
    },
    {
      capability: 'portal.information',
      name: 'portal show',
      usage: '<Name des Auftritts>',
      summary: 'Kontakt, Öffnungszeiten und Ämter einer Kommune',
      arity: [1, 1],
      run: async ({ positionals: [slug = ''] }) => {
        const found = await publishedSite(deps, slug);
        if (!found.ok) return found;
        const { site, offices } = found.value;
        const week = wochentage.map(
          (tag) =>
            `${wochentagLabel[tag]}: ${formatZeiten(site.oeffnungszeiten.woche[tag]) || 'geschlossen'}`,
        );
        const lines = [site.name, site.anschrift, site.telefon, site.email, ...week];
        return ok({
          json: { portal: siteAnswer(site), aemter: offices.map(officeAnswer) },
          text: [...lines, ...offices.map(({ name, telefon }) => `${name}  ${telefon}`)].join('\n'),
        });
      },
    },
    {
      capability: 'portal.search',
      name: 'portal search',
      usage: '<Name des Auftritts> <Wörter>',
      summary: 'Leistungen suchen, wie Bürgerinnen und Bürger es tun',
      arity: [2, 20],
      run: async ({ positionals: [slug = '', ...words] }) => {
        const treffer = await searchSite(deps, slug, words.join(' '));
        if (!treffer.ok) return treffer;
        const lines = treffer.value.map(
          ({ id, name, art, stelle }) => `${id}  ${name}  ${stelle ? `zuständig: ${stelle}` : art}`,
        );
        return ok({ json: { treffer: treffer.value }, text: lines.join('\n') || 'Keine Treffer.' });
      },
    },
  ];
}

function serviceCommands(deps: PortalDoorDeps): readonly Command[] {
  return [
    {
      capability: 'portal.answer',
      name: 'auskunft',
      usage: '<Leistung> <Ort>',
      summary: 'Eine Leistung an einem Ort: Texte, zuständige Stelle, Amt und Onlinedienst',
      arity: [2, 2],
      run: async ({ positionals: [leistung = '', ort = ''] }) => {
        const view = await auskunftFor(deps, leistung, ort);
        return view.ok ? ok(printedService(view.value)) : view;
      },
    },
    {
      capability: 'portal.services',
      name: 'portal services',
      usage: '<Name des Auftritts>',
      summary: 'Alle beschriebenen Leistungen einer Kommune',
      arity: [1, 1],
      run: async ({ positionals: [slug = ''] }) => {
        const angebote = await servicesOfSite(deps, slug);
        if (!angebote.ok) return angebote;
        const lines = angebote.value.map(
          ({ id, name, online }) => `${id}  ${name}${online ? '  online' : ''}`,
        );
        return ok({
          json: { leistungen: angebote.value.map(angebotAnswer) },
          text: lines.join('\n') || 'Noch ist nichts beschrieben.',
        });
      },
    },
    {
      capability: 'portal.service',
      name: 'portal service',
      usage: '<Name des Auftritts> <Leistung|Onlinedienst>',
      summary: 'Eine Leistung, wie die Kommune sie zeigt',
      arity: [2, 2],
      run: async ({ positionals: [slug = '', id = ''] }) => {
        const view = await serviceOfSite(deps, slug, id);
        return view.ok ? ok(printedService(view.value)) : view;
      },
    },
  ];
}

function printedService(view: ServiceView) {
  const json = serviceAnswer(view);
  const lines = [
    json.name,
    view.route === null ? '' : `Zuständig: ${json.zustaendig ?? 'offen'}`,
    isOnline(json)
      ? `online${json.onlinedienst ? `: ${json.onlinedienst.href}` : ''}`
      : 'hier noch nicht online',
    ...json.texte.map(({ text }) => text.join('\n')),
    ...json.stellen.map(({ name, telefon }) => (telefon === '' ? name : `${name}, ${telefon}`)),
  ];
  return { json, text: lines.filter((line) => line !== '').join('\n') };
}

function isOnline({ online, onlinedienst }: ReturnType<typeof serviceAnswer>): boolean {
  return online?.ausgesetzt === null || onlinedienst !== null;
}
