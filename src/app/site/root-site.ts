import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { denialOf, type Hosts, type Metrics, problem } from '#platform';
import { card, cardGrid, pageLayout } from '#ui';
import type { Identification } from '../identification.ts';
import { footerLinks } from '../web/footer-links.ts';

/** What the bare address needs. */
export interface RootSiteOptions {
  readonly hosts: Hosts;
  readonly demo: boolean;
  readonly ready: () => Promise<boolean>;
  readonly api: Hono;
  readonly metrics: Metrics;
  readonly principalOf: Identification['principalOf'];
}

/** What answers on the bare address: a page of links, and whether the server is ready. No session, no forms. */
export function rootSite(options: RootSiteOptions): Hono {
  const { hosts, demo, ready, api } = options;
  const app = new Hono();
  app.get('/metrics', (context) => metrics(context, options));
  app.get('/', (context) => context.html(linksPage(hosts, demo)));
  app.get('/bereit', async (context) =>
    (await ready()) ? context.json({ ready: true }) : context.json({ ready: false }, 503),
  );
  app.get('/robots.txt', (context) =>
    context.text(demo ? 'User-agent: *\nDisallow: /\n' : 'User-agent: *\nAllow: /\n'),
  );
  app.route('/', api);
  app.notFound((context) => problem(context, unknownAddress(context.req.path)));
  return app;
}

function unknownAddress(path: string): Refusal {
  const message = `${path} gibt es hier nicht. Diese Adresse führt nur zur Suche, zur Verwaltung und zur Schnittstelle.`;
  return { kind: 'not-found', code: 'PAGE_UNKNOWN', message };
}

/** Figures of the running processes, for machines whose token may read them. */
async function metrics(context: Context, options: RootSiteOptions): Promise<Response> {
  const token = context.req.header('authorization')?.replace(/^Bearer /i, '') ?? '';
  const principal = await options.principalOf(token);
  if (!principal.ok) return problem(context, principal.refusal);
  const denial = denialOf({ permission: 'metrics.read' }, principal.value);
  if (denial) return problem(context, denial);
  const { contentType, body } = await options.metrics.print();
  return context.body(body, 200, { 'Content-Type': contentType });
}

function linksPage(hosts: Hosts, demo: boolean) {
  const staff = hosts.originOf('staff');
  const api = hosts.originOf('api');
  const suche = hosts.originOf('suche');
  return pageLayout({
    title: 'Leitwerk',
    lead: 'Von „Was schulden wir online?“ bis „Es wird genutzt“.',
    demo,
    user: null,
    homeHref: '/',
    footer: footerLinks(staff),
    main: html`${cardGrid(
      card({
        title: 'Suche für alle',
        href: suche,
        body: `Was möchten Sie erledigen, und wo? Für jede Gemeinde in Deutschland: ${suche}`,
      }),
      card({ title: 'Verwaltung', href: staff, body: `Anmelden, Pflichten, Katalog: ${staff}` }),
      card({
        title: 'Schnittstelle',
        href: `${api}/api/v1/openapi.json`,
        body: `JSON-API mit Beschreibung: ${api}/api/v1`,
      }),
    )}`,
  });
}
