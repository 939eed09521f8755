import { z } from 'zod';
import { type CompassDeps, digestFor } from '#compass';
import { gemeldet, gemeldetEvent } from '#costs';
import { type DutiesDeps, newsForMember } from '#duties';
import { arrivedEvent, handedOverEvent } from '#inbox';
import {
  bestellNews,
  type MarketplaceDeps,
  orderAnswered,
  orderEnded,
  orderInvited,
  orderSigned,
} from '#marketplace';
import {
  type DigestSource,
  type NoticesDeps,
  rundmailFinished,
  type WebhookEvent,
  type WebhookSource,
  webhookCaller,
} from '#notices';
import { parseTenantId } from '#platform';
import type { Services } from '../services.ts';
import { digestPart } from './digest-part.ts';

/** What a webhook can be told of. Each name is what a source below announces. */
export const webhookEvents: readonly WebhookEvent[] = [
  { name: 'antrag.eingegangen', label: 'Ein Antrag ist eingegangen' },
  { name: 'antrag.zugeleitet', label: 'Ein Antrag ging an eine andere Stelle im Haus' },
  {
    name: 'stand.angegeben',
    label: 'Zu Leistungen gibt es neue oder zurückgenommene Angaben zum Umsetzungsstand',
  },
  { name: 'bestellung.eingegangen', label: 'Eine Bestellung wartet auf Ihre Annahme' },
  { name: 'bestellung.beantwortet', label: 'Ein Anbieter hat eine Bestellung angenommen oder abgelehnt' },
  { name: 'bestellung.beendet', label: 'Eine Bestellung ist zurückgezogen oder beendet' },
  { name: 'bestellung.eingeladen', label: 'Ein Anbieter lädt ein, zu bestellen' },
  { name: 'abrechnung.gestellt', label: 'Ein IT-Dienstleister hat Ihnen etwas abgerechnet' },
  { name: 'abrechnung.korrigiert', label: 'Eine Abrechnung an Sie ist durch eine neue ersetzt' },
  { name: 'abrechnung.aufgehoben', label: 'Eine Abrechnung an Sie ist zurückgenommen' },
  { name: 'rundmail.abgeschlossen', label: 'Eine Rundmail ist abgeschlossen' },
];

const eingang = z.object({ eingang: z.string() });
const rundmail = z.object({ rundmail: z.string() });
const order = z.object({ bestellung: z.string(), kommune: z.string(), anbieter: z.string() });
const invited = z.object({ dienst: z.string(), kommune: z.string() });
const stated = z.object({ anzahl: z.number(), leistung: z.string().nullable() });

/** An event of an order, told to the house that did not cause it. */
function orderTold(payload: unknown, event: string, side: 'kommune' | 'anbieter') {
  const ids = order.parse(payload);
  const to = parseTenantId(ids[side]);
  return to && { event, ids: { bestellung: ids.bestellung }, apiPath: `/bestellungen/${ids.bestellung}`, to };
}

/**
 * The events of the outbox that webhooks hear of. A context adds its own here: the name of its event, and what is told of
 * it, ids only; its label stands above.
 */
export const webhookSources: Readonly<Record<string, WebhookSource>> = {
  [arrivedEvent]: async (payload, { tenant }) =>
    tenant && { event: 'antrag.eingegangen', ids: eingang.parse(payload), apiPath: '/eingang', to: tenant },
  [handedOverEvent]: async (payload, { tenant }) =>
    tenant && { event: 'antrag.zugeleitet', ids: eingang.parse(payload), apiPath: '/eingang', to: tenant },
  'compass.stand.stated': async (payload, { tenant }) => {
    const { leistung } = stated.parse(payload);
    const [ids, apiPath] = leistung ? [{ leistung }, `/stand/${leistung}`] : [{}, '/stand'];
    return tenant && { event: 'stand.angegeben', ids, apiPath, to: tenant };
  },
  [orderSigned]: async (payload) => orderTold(payload, 'bestellung.eingegangen', 'anbieter'),
  [orderAnswered]: async (payload) => orderTold(payload, 'bestellung.beantwortet', 'kommune'),
  [orderEnded]: async (payload) => orderTold(payload, 'bestellung.beendet', 'anbieter'),
  [orderInvited]: async (payload) => {
    const { dienst, kommune } = invited.parse(payload);
    const to = parseTenantId(kommune);
    return to && { event: 'bestellung.eingeladen', ids: { dienst }, apiPath: `/marktplatz/${dienst}`, to };
  },
  [gemeldetEvent]: async (payload) => {
    const { an, abrechnung, was, nummer } = gemeldet.parse(payload);
    const to = parseTenantId(an);
    const ids = { abrechnung, ...(nummer === undefined ? {} : { nummer }) };
    return to && { event: `abrechnung.${was}`, ids, apiPath: `/abrechnungen/${abrechnung}`, to };
  },
  [rundmailFinished]: async (payload, { tenant }) => {
    const ids = rundmail.parse(payload);
    return (
      tenant && { event: 'rundmail.abgeschlossen', ids, apiPath: `/rundmails/${ids.rundmail}`, to: tenant }
    );
  },
};

/** What became of the orders of a member's house, for the digest. */
export function bestellSource(marketplace: MarketplaceDeps): DigestSource {
  return {
    key: 'bestellungen',
    label: 'Bestellungen',
    href: '/bestellungen',
    since: (reader, since) => bestellNews(marketplace, { ...reader, kind: 'mitglied' }, since),
  };
}

/** Wires Rundmails, summaries and webhooks. A context with news for a member adds its part to `digestSources`. */
export function noticesDeps(
  services: Services,
  duties: DutiesDeps,
  compass: CompassDeps,
  further: readonly DigestSource[] = [],
): NoticesDeps {
  const { db, keys, clock, demo, logger, mailer, hosts, config } = services;
  return {
    db,
    keys,
    clock,
    demo,
    logger,
    sendMail: mailer.send,
    staffOrigin: hosts.originOf('staff'),
    apiOrigin: hosts.originOf('api'),
    mailRate: config.mailRate,
    webhookEvents,
    postWebhook: webhookCaller({ allowPrivate: demo }),
    digestSources: [
      {
        key: 'neuerungen',
        label: 'Neuerungen im Katalog',
        href: '/neuerungen',
        since: (reader, since) => newsForMember(duties, reader, since),
      },
      {
        key: 'stand',
        label: 'Änderungen an Ihren Leistungen',
        href: '/meine-aenderungen',
        since: standNews(compass),
      },
      ...further,
    ],
  };
}

/** What others changed in the cells of a member: the names of the Leistungen, nobody's name. */
function standNews(compass: CompassDeps): DigestSource['since'] {
  return async (reader, since) => {
    const kommune = await compass.ownKommune({ ...reader, kind: 'mitglied' });
    if (kommune === null || !reader.permissions.has('compass.stand.read')) return digestPart([]);
    const news = await digestFor(compass, { kommune, mitglied: reader.memberId }, since);
    return digestPart(news.ok ? news.value.map(({ name }) => name) : []);
  };
}
