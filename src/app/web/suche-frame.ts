import { html } from 'hono/html';
import type { Html, PageContent, PageRequest } from '#platform';
import { pageLayout } from '#ui';
import { footerLinks } from './footer-links.ts';

const navigation = [
  { label: 'Suche', href: '/' },
  { label: 'Lebenslagen', href: '/lebenslagen' },
  { label: 'Suchfeld', href: '/suchfeld' },
];

/** The frame of the search that answers for every place; the legal pages stand at `legalOrigin`. */
export function sucheFrame(demo: boolean, legalOrigin: string) {
  return (content: PageContent, request: PageRequest): Html =>
    pageLayout({
      title: content.title,
      main: content.main as string,
      lead: content.lead as string,
      preline: content.preline,
      wide: content.wide,
      product: 'Leitwerk',
      area: 'Suche für alle Gemeinden',
      demo,
      homeHref: '/',
      user: null,
      navigation: navigation.map((link) => ({ ...link, current: link.href === request.path })),
      breadcrumb: (content.breadcrumb ?? []).flatMap(({ label, href }) =>
        href && href !== '/' ? [{ label, href }] : [],
      ),
      nextSteps: content.nextSteps,
      footer: footerLinks(legalOrigin),
      scripts: content.scripts,
      hasErrors: content.error,
      head: html`${content.head as string}`,
      sessionWarning: null,
    });
}
