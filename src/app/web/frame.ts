import type { PageContent, PageRequest, Principal } from '#platform';
import { pageLayout } from '#ui';
import { footerLinks } from './footer-links.ts';
import type { FrameSession } from './frame-session.ts';
import { navigationFor } from './navigation.ts';

/** Puts head, navigation, demo line, session warning and footer around a page of the staff area. */
export function staffFrame(demo: boolean, unread: (principal: Principal | null) => Promise<number>) {
  return async (
    content: PageContent,
    request: PageRequest,
    session: FrameSession | null,
  ): Promise<string> => {
    const neu = await unread(request.principal);
    const navigation = navigationFor(request.principal, session, request.path, neu);
    return String(
      await pageLayout({
        title: content.title,
        main: content.main as string,
        lead: content.lead as string,
        preline: content.preline,
        wide: content.wide,
        flash: content.flash as undefined,
        area: 'Verwaltung',
        demo,
        noindex: true,
        homeHref: '/',
        user: session ? userOf(session, request) : null,
        navigation: navigation.parts,
        navigationWithin: navigation.within,
        breadcrumb: breadcrumbOf(content),
        nextSteps: content.nextSteps,
        footer: footerLinks(''),
        scripts: content.scripts,
        hasErrors: content.error,
        refreshSeconds: content.refreshSeconds,
        sessionWarning: session
          ? {
              expiresAt: session.expiresAt,
              extendAction: `/sitzung/verlaengern?weiter=${encodeURIComponent(addressOf(request))}`,
              csrfToken: request.csrfToken,
            }
          : null,
      }),
    );
  };
}

/** Where the person is; after a form there is no address to come back to. */
function addressOf({ method, path, query }: PageRequest): string {
  if (method === 'POST') return '/';
  return query.size > 0 ? `${path}?${query}` : path;
}

function userOf(session: FrameSession, request: PageRequest) {
  return {
    name: session.name,
    organisation: session.organisation,
    signOutAction: '/abmelden',
    csrfToken: request.csrfToken,
    profileHref: '/konto',
  };
}

function breadcrumbOf(content: PageContent) {
  return (content.breadcrumb ?? []).flatMap(({ label, href }) => (href ? [{ label, href }] : []));
}
