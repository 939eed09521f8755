import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { pageLayout } from '#ui';
import { footerLinks } from './footer-links.ts';

/** The page for what ended in an error instead of an answer, such as a lost database: it needs neither session nor database. */
export function faultPage(demo: boolean) {
  return (refusal: Refusal) =>
    pageLayout({
      title: refusal.kind === 'invalid' ? 'Bitte prüfen Sie Ihre Angaben' : 'Gerade nicht möglich',
      main: html`<p class="kern-body kern-body--large">${refusal.message}</p><p class="kern-body kern-body--small kern-body--muted">Kennung: ${refusal.code}</p>`,
      demo,
      noindex: true,
      hasErrors: true,
      homeHref: '/',
      user: null,
      nextSteps: [{ label: 'Zur Startseite', href: '/' }],
      footer: footerLinks(''),
    });
}
