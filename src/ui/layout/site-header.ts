import { html, raw } from 'hono/html';
import { csrfField } from '../forms/form.ts';
import { attributes, type Html } from '../html.ts';
import { icon } from '../icon.ts';
import { messages } from '../messages.ts';
import type { NavigationLink, Page, PageUser } from './page.ts';

const flag = raw(
  '<svg class="lw-flag" width="24" height="16" viewBox="0 0 24 16" aria-hidden="true" focusable="false"><rect width="24" height="6" fill="#000"/><rect y="5.333" width="24" height="5.4" fill="#d00"/><rect y="10.667" width="24" height="5.333" fill="#ffce00"/></svg>',
);

const mark = raw(
  '<svg class="lw-mark" width="36" height="36" viewBox="0 0 36 36" aria-hidden="true" focusable="false"><path class="lw-mark__fin" d="M5 29 17 6h7l-4 23z"/><path class="lw-mark__flap" d="M22.6 29 26.600 6H31v23z"/></svg>',
);

/** The head of every page: whose site it is, where one is, who is signed in. */
export function siteHeader(page: Page): Html {
  return html`<header class="lw-header">
${page.demo ? demoLine() : officialLine()}
<div class="lw-container lw-header__bar">
<a class="lw-brand" href="${page.homeHref ?? '/'}">${page.mark ?? mark}<span class="lw-brand__text"><span class="lw-brand__name">${page.product ?? 'Leitwerk'}</span>${page.area ? html`<span class="lw-brand__area">${page.area}</span>` : ''}</span></a>
${page.user ? userBox(page.user) : ''}
</div>
${navigation(page)}
</header>`;
}

function officialLine(): Html {
  return html`<div class="kern-kopfzeile"><div class="lw-container"><div class="kern-kopfzeile__content"><span class="kern-kopfzeile__flagge">${flag}</span><span class="kern-kopfzeile__label">${messages.frame.official}</span></div></div></div>`;
}

// A demo must not carry the mark of an official website, so its own line takes that place.
function demoLine(): Html {
  return html`<div class="kern-kopfzeile lw-demo"><div class="lw-container"><p class="kern-kopfzeile__content">${icon('warning')}<span class="kern-kopfzeile__label"><strong>${messages.frame.demo}.</strong> <span class="lw-demo__detail">${messages.frame.demoDetail}</span></span></p></div></div>`;
}

function userBox(user: PageUser): Html {
  const name = html`<span class="kern-sr-only">${messages.frame.signedInAs} </span><span class="lw-user__name">${user.name}</span>`;
  return html`<div class="lw-user">
<p class="lw-user__who">${icon('account-circle')}<span class="lw-user__text">${user.profileHref ? html`<a class="kern-link kern-link--no-visited-state" href="${user.profileHref}">${name}</a>` : name}<span class="lw-user__organisation">${user.organisation}</span></span></p>
<form method="post" action="${user.signOutAction}">${csrfField(user.csrfToken)}<button class="kern-btn kern-btn--tertiary kern-btn--x-small lw-user__out" type="submit"><span class="kern-label">${messages.frame.signOut}</span></button></form>
</div>`;
}

// As many stand in one row on a phone, or in two; more are folded there.
const mostUnfolded = 4;

function navigation({ navigation: parts = [], navigationWithin: within }: Page): Html | '' {
  if (parts.length === 0) return '';
  // A part is where one is, its entry is the page itself.
  const here = within ? 'true' : 'page';
  const second = within
    ? html`<nav class="lw-nav lw-nav--within" aria-label="${messages.frame.navigationWithin(within.label)}">${links(within.links, 'page')}</nav>`
    : '';
  const bars = html`<nav class="lw-nav" aria-label="${messages.frame.navigation}">${links(parts, here)}</nav>${second}`;
  return parts.length > mostUnfolded ? menu(bars, [...parts, ...(within?.links ?? [])]) : bars;
}

/** Wide screens show it open; on narrow ones it opens by a click, and says where one is and what is new meanwhile. */
function menu(bars: Html, all: readonly NavigationLink[]): Html {
  const here = all.filter(({ current }) => current).map(({ label }) => label);
  const news = all.flatMap((link) => link.news ?? []);
  return html`<details class="lw-menu"><summary class="lw-menu__summary"><span class="lw-menu__word">${messages.frame.menu}${news.map((each) => html` <span class="lw-menu__news">${each}</span>`)}</span> <span class="lw-menu__here">${here.join(' › ')}</span></summary>${bars}</details>`;
}

function links(items: readonly NavigationLink[], current: 'true' | 'page'): Html {
  return html`<ul class="lw-container lw-nav__list">${items.map(
    (item) =>
      html`<li><a${attributes({ class: 'lw-nav__link', href: item.href, 'aria-current': item.current ? current : undefined })}>${item.label}${item.news ? ` (${item.news})` : ''}</a></li>`,
  )}</ul>`;
}
