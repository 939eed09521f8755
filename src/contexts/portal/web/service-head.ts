import { html, raw } from 'hono/html';
import type { Html } from '#ui';
import type { Anlaufstelle, ServiceView } from '../use-cases/service-view.ts';

/** What machines read of a service page: where it really stands, and the service as schema.org describes one. */
export function serviceHead(view: ServiceView, canonical: string): Html {
  return html`${canonicalLink(canonical)}<script type="application/ld+json">${raw(scriptSafe(governmentService(view, canonical)))}</script>`;
}

/** The address under which a page is to be known. */
export function canonicalLink(href: string): Html {
  return html`<link rel="canonical" href="${href}">`;
}

/** JSON that cannot end the element it stands in. */
function scriptSafe(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

const described = new Set(['24', '05']);

function governmentService(view: ServiceView, url: string): object {
  const { name, texte, place, route, stand } = view;
  const short = texte.find(({ modul }) => described.has(modul))?.inhalt;
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name,
    url,
    ...(short === undefined ? {} : { description: short.slice(0, 1_000) }),
    ...(route?.leika ? { identifier: route.leika } : {}),
    ...(stand === null ? {} : { subjectOf: { '@type': 'WebPage', url, dateModified: stand } }),
    ...(place === null
      ? {}
      : { areaServed: { '@type': 'AdministrativeArea', name: place.name, identifier: place.ars } }),
    ...(route?.stelle
      ? { serviceOperator: { '@type': 'GovernmentOrganization', name: route.stelle.name } }
      : {}),
    availableChannel: channels(view, url),
  };
}

function channels({ online, route, stellen }: ServiceView, url: string): readonly object[] {
  const own = online?.ausgesetzt === null ? new URL(`/antrag/${online.dienst}`, url).href : null;
  const address = own ?? route?.onlinedienst?.href ?? null;
  return [
    ...(address === null ? [] : [{ '@type': 'ServiceChannel', serviceUrl: address }]),
    ...stellen.map(channelOf),
  ];
}

function channelOf({ name, anschrift, telefon, email }: Anlaufstelle): object {
  const contact = {
    ...(telefon === '' ? {} : { telephone: telefon }),
    ...(email === '' ? {} : { email }),
  };
  return {
    '@type': 'ServiceChannel',
    name,
    ...(Object.keys(contact).length === 0 ? {} : { servicePhone: { '@type': 'ContactPoint', ...contact } }),
    ...(anschrift === ''
      ? {}
      : { serviceLocation: { '@type': 'Place', name, address: anschrift.replaceAll('\n', ', ') } }),
  };
}
