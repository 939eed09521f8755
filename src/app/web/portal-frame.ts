import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { Html, PageContent, PageRequest } from '#platform';
import { lookAddresses, type PortalDeps, type PortalSite, portalPage } from '#portal';
import { type Meldung, type MeldungenLeser, nichtsGehtVerloren, zeitraumText } from '#releases';
import { alert } from '#ui';
import { refusalPage } from './refusal-page.ts';

/** What the frame of a site asks besides: how it looks, and what its citizens are to be told now. */
export interface PortalFrameDeps {
  readonly demo: boolean;
  readonly aussehen: PortalDeps['aussehen'];
  readonly meldungen: MeldungenLeser;
}

/** Puts a Kommune's name, Wappen, colours, current announcements and the legal links around a page of its site. */
export function portalFrame(
  { demo, aussehen, meldungen }: PortalFrameDeps,
  site: Pick<PortalSite, 'name' | 'tenant' | 'ags'>,
) {
  return async (content: PageContent, request: PageRequest): Promise<Html> => {
    const { path } = request;
    const [look, shown] = await Promise.all([
      aussehen(site.tenant),
      meldungen(site.ags, content.dienst ?? dienstIn(path)),
    ]);
    const name = look?.anzeigename || site.name;
    return portalPage({ name, ...lookAddresses(look) }, content, {
      demo,
      path,
      notices: html`${shown.map((meldung) => meldungAlert(meldung, path.startsWith('/antrag/')))}`,
    });
  };
}

/** The service whose page somebody looks at; `null` on all others. */
function dienstIn(path: string): string | null {
  return /^\/(?:antrag|dienste)\/([a-z][a-z0-9-]+)$/.exec(path)?.[1] ?? null;
}

/** An announcement as citizens read it; with an Antrag open also that nothing is lost. */
function meldungAlert(meldung: Meldung, inAntrag: boolean): Html {
  const wartung = meldung.art === 'wartung';
  return alert({
    kind: wartung ? 'warning' : 'info',
    title: `${meldung.titel}, ${zeitraumText(meldung)}`,
    body: html`${meldung.text ? html`<p class="kern-body">${meldung.text}</p>` : ''}${wartung && inAntrag ? html`<p class="kern-body">${nichtsGehtVerloren}</p>` : ''}`,
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
