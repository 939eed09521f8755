import type { Principal } from '#platform';
import type { FrameSession } from './frame-session.ts';

interface Item {
  readonly label: string;
  readonly href: string;
  /** Further parts of the site that belong to this entry and are reached from its page. */
  readonly with?: readonly string[];
  readonly when: (principal: Principal | null, session: FrameSession | null) => boolean;
}

const always = () => true;
const withPermission = (permission: string) => (principal: Principal | null) =>
  principal?.permissions.has(permission) === true;

const items: readonly Item[] = [
  { label: 'Start', href: '/', when: always },
  {
    label: 'Übersicht',
    href: '/uebersicht',
    when: (principal) =>
      principal?.permissions.has('compass.stand.read') === true ||
      principal?.permissions.has('circle.read') === true,
  },
  { label: 'Pflichten', href: '/pflichten', when: (_, session) => session?.ags != null },
  { label: 'Neuerungen', href: '/neuerungen', when: (_, session) => session?.ags != null },
  { label: 'Überblick', href: '/ueberblick', when: withPermission('circle.read') },
  { label: 'Eingang', href: '/eingang', when: withPermission('inbox.read') },
  { label: 'Stand', href: '/stand', with: ['/fachbereiche'], when: withPermission('compass.stand.read') },
  { label: 'Berichte', href: '/berichte', when: withPermission('compass.stand.read') },
  { label: 'Lücken', href: '/luecken', when: withPermission('efa.anbindung.manage') },
  { label: 'Anbindungen', href: '/anbindungen', when: withPermission('efa.anbindung.manage') },
  { label: 'Bürgerportal', href: '/portal', when: withPermission('portal.manage') },
  { label: 'Rollout', href: '/rollout', when: withPermission('circle.read') },
  { label: 'Onlinedienste', href: '/onlinedienste', when: withPermission('efa.angebot.manage') },
  { label: 'Rückfragen', href: '/rueckfragen', when: (principal) => principal?.kind === 'mitglied' },
  { label: 'Katalog', href: '/katalog', with: ['/offene-daten'], when: always },
  { label: 'Lösungen', href: '/loesungen', when: always },
  { label: 'Kommunen', href: '/kommunen', with: ['/groessenklassen', '/einwohner'], when: always },
  { label: 'Regeln', href: '/regeln', with: ['/delegationen'], when: always },
  { label: 'OZG 2.0', href: '/ozg2', with: ['/akteure', '/wer-macht-was'], when: always },
  { label: 'Bestimmungen', href: '/bestimmungen', when: (principal) => principal?.kind === 'mitglied' },
  { label: 'Mitglieder', href: '/mitglieder', when: withPermission('members.manage') },
  { label: 'Betreute Kommunen', href: '/betreuung', when: withPermission('kommune.onboard') },
  {
    label: 'Zustellpunkte',
    href: '/zustellpunkte',
    when: withPermission('delivery.zustellpunkt.manage'),
  },
  { label: 'Organisation', href: '/organisation', when: withPermission('organisation.manage') },
  { label: 'Zugänge', href: '/zugaenge', when: withPermission('tokens.manage') },
  { label: 'Prüfspur', href: '/pruefspur', when: withPermission('audit.read') },
  { label: 'Referenzdaten', href: '/referenzdaten', when: withPermission('reference.import') },
];

/** The main navigation: what this person may open, with the current part marked. */
export function navigationFor(
  principal: Principal | null,
  session: FrameSession | null,
  path: string,
  unread: number,
) {
  return items
    .filter((item) => item.when(principal, session))
    .map(({ label, href, with: further = [] }) => ({
      label: href === '/rueckfragen' && unread > 0 ? `${label} (${unread} neu)` : label,
      href,
      current: [href, ...further].some((part) => isWithin(path, part)),
    }));
}

function isWithin(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
