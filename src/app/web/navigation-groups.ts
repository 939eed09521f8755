import type { Principal } from '#platform';
import type { FrameSession } from './frame-session.ts';

export interface Item {
  readonly label: string;
  readonly href: string;
  /** Further parts of the site that belong to this entry and are reached from its page. */
  readonly with?: readonly string[];
  readonly when: (principal: Principal | null, session: FrameSession | null) => boolean;
}

const always = () => true;

const withPermission = (permission: string) => (principal: Principal | null) =>
  principal?.permissions.has(permission) === true;

const anyOf =
  (...permissions: readonly string[]) =>
  (principal: Principal | null) =>
    permissions.some((each) => principal?.permissions.has(each) === true);

const seesFigures = (principal: Principal | null) =>
  withPermission('compass.stand.read')(principal) || withPermission('circle.read')(principal);

/** What belongs together, named once; its entries stand in a second row while one is in it. */
interface Group {
  readonly label: string;
  readonly items: readonly Item[];
}

export const groups: readonly Group[] = [
  { label: 'Start', items: [{ label: 'Start', href: '/', when: always }] },
  {
    label: 'Umsetzung',
    items: [
      { label: 'Übersicht', href: '/uebersicht', when: seesFigures },
      { label: 'Zuständigkeiten', href: '/ueberblick', when: withPermission('circle.read') },
      { label: 'Pflichten', href: '/pflichten', when: (_, session) => session?.ags != null },
      {
        label: 'Stand',
        href: '/stand',
        with: ['/fachbereiche', '/fachverfahren', '/loesungen-vorschlaege', '/meine-aenderungen'],
        when: withPermission('compass.stand.read'),
      },
      {
        label: 'Bündel',
        href: '/buendel',
        when: seesFigures,
      },
      {
        label: 'Zahlen',
        href: '/zahlen',
        with: ['/karte', '/vergleich'],
        when: seesFigures,
      },
      { label: 'Berichte', href: '/berichte', when: withPermission('compass.stand.read') },
      { label: 'Neuerungen', href: '/neuerungen', when: (_, session) => session?.ags != null },
    ],
  },
  {
    label: 'Planung',
    items: [
      {
        label: 'Nächste Schritte',
        href: '/naechste-schritte',
        with: ['/planung/teams'],
        when: withPermission('compass.stand.read'),
      },
      {
        label: 'Bedarf',
        href: '/bedarf',
        when: (principal) => seesFigures(principal) || withPermission('surveys.answer')(principal),
      },
      {
        label: 'Prioritäten',
        href: '/prioritaeten',
        with: ['/einfuehrungsstrategie'],
        when: seesFigures,
      },
      { label: 'Planung', href: '/planung', when: withPermission('planning.manage') },
      {
        label: 'Arbeitsgruppe',
        href: '/arbeitsgruppe',
        when: (principal) =>
          withPermission('workgroup.join')(principal) || withPermission('workgroup.manage')(principal),
      },
    ],
  },
  {
    label: 'Lösungen',
    items: [
      { label: 'Lösungen', href: '/loesungen', when: always },
      { label: 'Projekte', href: '/projekte', when: always },
      { label: 'Werkstatt', href: '/werkstatt', when: withPermission('workshop.author') },
      { label: 'FIM', href: '/fim', when: withPermission('workshop.author') },
    ],
  },
  {
    label: 'EfA',
    items: [
      {
        label: 'Marktplatz',
        href: '/marktplatz',
        with: ['/rahmenvereinbarungen', '/zeichnungsbefugnisse', '/sammelbestellungen'],
        when: always,
      },
      {
        label: 'Bestellungen',
        href: '/bestellungen',
        when: anyOf('marketplace.prepare', 'marketplace.order', 'marketplace.manage', 'costs.read'),
      },
      {
        label: 'Interessierte',
        href: '/interessierte',
        when: withPermission('marketplace.manage'),
      },
      { label: 'Lücken', href: '/luecken', when: withPermission('efa.anbindung.manage') },
      {
        label: 'Anbindungen',
        href: '/anbindungen',
        when: withPermission('efa.anbindung.manage'),
      },
      { label: 'Cockpit', href: '/cockpit', with: ['/rollout'], when: withPermission('connection.manage') },
      {
        label: 'Fristen',
        href: '/fristen',
        when: anyOf('efa.anbindung.manage', 'connection.manage', 'connection.secrets'),
      },
      { label: 'Zugangsdaten', href: '/zugangsdaten', when: withPermission('connection.secrets') },
      { label: 'Parameter', href: '/parameter', when: anyOf('efa.anbindung.manage', 'circle.read') },
      {
        label: 'Fassungen',
        href: '/fassungen',
        with: ['/wartung'],
        when: anyOf('releases.manage', 'efa.anbindung.manage'),
      },
      {
        label: 'Onlinedienste',
        href: '/onlinedienste',
        with: ['/pakete'],
        when: withPermission('efa.angebot.manage'),
      },
      {
        label: 'Kosten',
        href: '/kosten',
        with: ['/abrechnungen'],
        when: anyOf('costs.manage', 'costs.read'),
      },
    ],
  },
  {
    label: 'Bürger',
    items: [
      { label: 'Eingang', href: '/eingang', when: withPermission('inbox.read') },
      { label: 'Bürgerportal', href: '/portal', with: ['/freigaben'], when: withPermission('portal.manage') },
      {
        label: 'Redaktion',
        href: '/redaktion',
        with: ['/suche', '/lebenslagen'],
        when: withPermission('finder.edit'),
      },
      {
        label: 'Zustellpunkte',
        href: '/zustellpunkte',
        when: withPermission('delivery.zustellpunkt.manage'),
      },
    ],
  },
  {
    label: 'Rückfragen',
    items: [
      { label: 'Rückfragen', href: '/rueckfragen', when: (principal) => principal?.kind === 'mitglied' },
    ],
  },
  {
    label: 'Nachschlagen',
    items: [
      { label: 'Katalog', href: '/katalog', with: ['/offene-daten'], when: always },
      { label: 'Kommunen', href: '/kommunen', with: ['/groessenklassen', '/einwohner'], when: always },
      { label: 'Regeln', href: '/regeln', with: ['/delegationen'], when: always },
      { label: 'Wege', href: '/wege', with: ['/orte'], when: always },
      { label: 'OZG 2.0', href: '/ozg2', with: ['/akteure', '/wer-macht-was'], when: always },
      { label: 'Bestimmungen', href: '/bestimmungen', when: (principal) => principal?.kind === 'mitglied' },
    ],
  },
  {
    label: 'Einrichtung',
    items: [
      { label: 'Mitglieder', href: '/mitglieder', when: withPermission('members.manage') },
      { label: 'Betreute Kommunen', href: '/betreuung', when: withPermission('kommune.onboard') },
      { label: 'Felder', href: '/felder', when: withPermission('fields.manage') },
      { label: 'Ansichten', href: '/ansichten', when: (principal) => principal?.kind === 'mitglied' },
      { label: 'Organisation', href: '/organisation', when: withPermission('organisation.manage') },
      { label: 'Zugänge', href: '/zugaenge', when: withPermission('tokens.manage') },
      { label: 'Rundmails', href: '/rundmails', with: ['/verteiler'], when: withPermission('notices.send') },
      { label: 'Webhooks', href: '/webhooks', when: withPermission('notices.webhooks') },
      { label: 'Prüfspur', href: '/pruefspur', when: withPermission('audit.read') },
      { label: 'Referenzdaten', href: '/referenzdaten', when: withPermission('reference.import') },
    ],
  },
];
