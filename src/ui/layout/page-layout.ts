import { html } from 'hono/html';
import { alert } from '../alert.ts';
import { assetUrl } from '../assets.ts';
import { breadcrumb } from '../breadcrumb.ts';
import { attributes, classes, type Html } from '../html.ts';
import { icon } from '../icon.ts';
import { messages } from '../messages.ts';
import type { NextStep, Page } from './page.ts';
import { sessionNotice } from './session-notice.ts';
import { siteFooter } from './site-footer.ts';
import { siteHeader } from './site-header.ts';

const defaultProduct = 'Leitwerk';

/** A whole page: frame, heading, content. The content starts below the heading of level 1. */
export function pageLayout(page: Page): Html {
  return html`<!doctype html>
<html${attributes({ lang: page.lang ?? 'de' })}>
${head(page)}
<body class="lw-page">
<a class="lw-skip kern-link" href="#inhalt">${messages.frame.skip}</a>
${siteHeader(page)}
${breadcrumb([...(page.breadcrumb ?? [])], page.title, page.homeHref)}
<main id="inhalt" tabindex="-1"${attributes({ class: classes('lw-main', 'lw-container', page.wide && 'lw-main--wide') })}>
${page.flash ? html`<div class="lw-flash">${alert({ live: true, ...page.flash })}</div>` : ''}
<div class="lw-title">
${page.preline ? html`<p class="kern-preline">${page.preline}</p>` : ''}
<h1 class="kern-heading-large">${page.title}</h1>
${page.lead ? html`<div class="lw-lead kern-body kern-body--large">${page.lead}</div>` : ''}
</div>
<div class="lw-content">${page.main}</div>
${nextSteps(page.nextSteps ?? [])}
</main>
${page.sessionWarning ? sessionNotice(page.sessionWarning) : ''}
${siteFooter(page.footer, page.demo)}
</body>
</html>`;
}

function head(page: Page): Html {
  const title = `${page.hasErrors ? messages.frame.errorPrefix : ''}${page.title} – ${page.area ? `${page.area} – ` : ''}${page.product ?? defaultProduct}`;
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${page.noindex || page.demo ? html`<meta name="robots" content="noindex, nofollow">` : ''}
${page.refreshSeconds ? html`<noscript><meta http-equiv="refresh" content="${page.refreshSeconds}"></noscript>` : ''}
<link rel="icon" href="${assetUrl('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetUrl('kern.css')}">
<link rel="stylesheet" href="${assetUrl('app.css')}">
<script type="module" src="${assetUrl('app.js')}" data-fonts="${assetUrl('fonts.css')}"></script>
${(page.scripts ?? []).map((name) => html`<script type="module" src="${assetUrl(`${name}.js`)}"></script>`)}
${page.head ?? ''}
</head>`;
}

function nextSteps(steps: readonly NextStep[]): Html | '' {
  if (steps.length === 0) return '';
  return html`<aside class="lw-next" aria-labelledby="naechste-schritte">
<h2 class="kern-heading-medium" id="naechste-schritte">${messages.frame.nextSteps}</h2>
<ul class="lw-next__list">${steps.map(
    (
      step,
    ) => html`<li class="lw-next__item">${icon('arrow-forward')}<div><a class="kern-link kern-link--no-visited-state" href="${step.href}">${step.label}</a>
${step.detail ? html`<p class="kern-body kern-body--small kern-body--muted">${step.detail}</p>` : ''}</div></li>`,
  )}</ul>
</aside>`;
}
