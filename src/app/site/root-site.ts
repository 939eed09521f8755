import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Hosts } from '#platform';
import { card, cardGrid, pageLayout } from '#ui';

/** What answers on the bare address: a page of links, and whether the server is ready. No session, no forms. */
export function rootSite(hosts: Hosts, demo: boolean, ready: () => Promise<boolean>, api: Hono): Hono {
  const app = new Hono();
  app.get('/', (context) => context.html(linksPage(hosts, demo)));
  app.get('/bereit', async (context) =>
    (await ready()) ? context.json({ ready: true }) : context.json({ ready: false }, 503),
  );
  app.get('/robots.txt', (context) =>
    context.text(demo ? 'User-agent: *\nDisallow: /\n' : 'User-agent: *\nAllow: /\n'),
  );
  app.route('/', api);
  return app;
}

function linksPage(hosts: Hosts, demo: boolean) {
  const staff = hosts.originOf('staff');
  const api = hosts.originOf('api');
  return pageLayout({
    title: 'Leitwerk',
    lead: 'Von „Was schulden wir online?“ bis „Es wird genutzt“.',
    demo,
    user: null,
    homeHref: '/',
    footer: [
      { label: 'Impressum', href: `${staff}/impressum` },
      { label: 'Datenschutz', href: `${staff}/datenschutz` },
      { label: 'Barrierefreiheit', href: `${staff}/barrierefreiheit` },
      { label: 'Barriere oder Fehler melden', href: `${staff}/feedback` },
    ],
    main: html`${cardGrid(
      card({ title: 'Verwaltung', href: staff, body: `Anmelden, Pflichten, Katalog: ${staff}` }),
      card({
        title: 'Schnittstelle',
        href: `${api}/api/v1/openapi.json`,
        body: `JSON-API mit Beschreibung: ${api}/api/v1`,
      }),
    )}`,
  });
}
