import type { Principal } from '#platform';
import type { NavigationLink } from '#ui';
import type { FrameSession } from './frame-session.ts';
import { groups, type Item } from './navigation-groups.ts';

/** The navigation of a page: what this person may open, part by part, and the entries of the part where one is. */
export interface Navigation {
  readonly parts: readonly NavigationLink[];
  readonly within: { readonly label: string; readonly links: readonly NavigationLink[] } | null;
}

/** Makes the navigation; a part with a single entry is that entry. `unread` Rückfragen are told. */
export function navigationFor(
  principal: Principal | null,
  session: FrameSession | null,
  path: string,
  unread: number,
): Navigation {
  const parts = groups.flatMap(({ label, items }) => {
    const links = items
      .filter((item) => item.when(principal, session))
      .map((item) => linkTo(item, path, unread));
    const [first] = links;
    if (first === undefined) return [];
    const current = links.some((link) => link.current);
    return [{ part: links.length === 1 ? first : { label, href: first.href, current }, links, current }];
  });
  const here = parts.find(({ current, links }) => current && links.length > 1);
  return {
    parts: parts.map(({ part }) => part),
    within: here ? { label: here.part.label, links: here.links } : null,
  };
}

function linkTo({ label, href, with: further = [] }: Item, path: string, unread: number) {
  return {
    label,
    href,
    news: href === '/rueckfragen' && unread > 0 ? `${unread} neu` : undefined,
    current: [href, ...further].some((part) => isWithin(path, part)),
  };
}

function isWithin(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
