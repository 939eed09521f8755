import { html, raw } from 'hono/html';
import type { Refusal } from '#kernel';
import type { Html, PageContent, PageRequest } from '#platform';
import type { PortalSite } from '#portal';
import { pageLayout } from '#ui';
import { refusalPage } from './refusal-page.ts';

// Stands where the Wappen will: a shield without charge. Nobody may show a Wappen that the Kommune did not give.
const placeholder = raw(
  '<svg class="lw-mark" width="36" height="36" viewBox="0 0 36 36" aria-hidden="true" focusable="false"><path class="lw-mark__fin" d="M6 4h24v13c0 8-5 13-12 16C11 30 6 25 6 17z"/></svg>',
);

const navigation = [
  { label: 'Startseite', href: '/' },
  { label: 'Leistungen', href: '/leistungen' },
  { label: 'Lebenslagen', href: '/lebenslagen' },
  { label: 'Kontakt', href: '/kontakt' },
];

const footer = [
  { label: 'Impressum', href: '/impressum' },
  { label: 'Datenschutz', href: '/datenschutz' },
  { label: 'Barrierefreiheit', href: '/barrierefreiheit' },
  { label: 'Leichte Sprache', href: '/leichte-sprache' },
  { label: 'Gebärdensprache', href: '/gebaerdensprache' },
  { label: 'Suchfeld für andere Websites', href: '/suchfeld' },
  { label: 'Barriere oder Fehler melden', href: '/feedback' },
];

/** Puts a Kommune's name, its demo line and the legal links around a page of its site; nothing of the staff area. */
export function portalFrame(demo: boolean, site: Pick<PortalSite, 'name'>) {
  return (content: PageContent, request: PageRequest): Html =>
    pageLayout({
      title: content.title,
      main: content.main as string,
      lead: content.lead as string,
      preline: content.preline,
      wide: content.wide,
      flash: content.flash as undefined,
      product: 'Bürgerportal',
      area: site.name,
      mark: placeholder,
      demo,
      homeHref: '/',
      user: null,
      navigation: navigation.map((link) => ({ ...link, current: link.href === request.path })),
      breadcrumb: (content.breadcrumb ?? []).flatMap(({ label, href }) =>
        // The frame itself leads to the start.
        href && href !== '/' ? [{ label, href }] : [],
      ),
      nextSteps: content.nextSteps,
      footer,
      scripts: content.scripts,
      hasErrors: content.error,
      // No script of these pages reloads them, so this must not wait for scripts being off.
      head: html`${content.refreshSeconds ? html`<meta http-equiv="refresh" content="${content.refreshSeconds}">` : ''}${content.head as string}`,
      sessionWarning: null,
    });
}

/** The same with what helps where an address leads nowhere: a search and near Leistungen. */
export function helpfulRefusalPage(help: (request: PageRequest) => Html) {
  return (refusal: Refusal, request: PageRequest): PageContent => {
    const content = portalRefusalPage(refusal, request);
    if (refusal.kind !== 'not-found' || refusal.code === 'PORTAL_NOT_PUBLISHED') return content;
    return {
      ...content,
      main: html`${content.main as string}${help(request) as string}`,
      scripts: ['suggest'],
    };
  };
}

/** The page that says what was refused on a Kommune's site, and where to go on. */
export function portalRefusalPage(refusal: Refusal, request: PageRequest): PageContent {
  const page = refusalPage(refusal, request);
  const nextSteps = [
    { label: 'Zur Startseite', href: '/' },
    { label: 'Leistungen suchen', href: '/suche' },
  ];
  return { ...page, nextSteps };
}
