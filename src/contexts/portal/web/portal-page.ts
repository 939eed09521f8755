import { html, raw } from 'hono/html';
import type { Html, PageContent } from '#platform';
import { pageLayout } from '#ui';

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

/** What is the Kommune's own on each page of its site. */
export interface PortalLook {
  /** The name above the page. */
  readonly name: string;
  readonly css: string | null;
  readonly wappen: string | null;
}

/** Puts a Kommune's name, Wappen, colours and the legal links around a page of its site; nothing of the staff area. */
export function portalPage(
  { name, css, wappen }: PortalLook,
  content: PageContent,
  { demo, path, notices }: { readonly demo: boolean; readonly path: string; readonly notices: Html },
): Html {
  return pageLayout({
    title: content.title,
    main: html`${notices as string}${content.main as string}`,
    lead: content.lead as string,
    preline: content.preline,
    wide: content.wide,
    flash: content.flash as undefined,
    product: 'Bürgerportal',
    area: name,
    mark: wappen === null ? placeholder : html`<img class="lw-wappen" src="${wappen}" alt="" height="44">`,
    demo,
    homeHref: '/',
    user: null,
    navigation: navigation.map((link) => ({ ...link, current: link.href === path })),
    breadcrumb: (content.breadcrumb ?? []).flatMap(({ label, href }) =>
      // The frame itself leads to the start.
      href && href !== '/' ? [{ label, href }] : [],
    ),
    nextSteps: content.nextSteps,
    footer,
    scripts: content.scripts,
    hasErrors: content.error,
    // No script of these pages reloads them, so this must not wait for scripts being off.
    head: html`${css === null ? '' : html`<link rel="stylesheet" href="${css}">`}${content.refreshSeconds ? html`<meta http-equiv="refresh" content="${content.refreshSeconds}">` : ''}${content.head as string}`,
    sessionWarning: null,
  });
}
