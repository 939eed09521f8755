import { z } from 'zod';
import { type CompassDeps, digestFor } from '#compass';
import { type DutiesDeps, newsForMember } from '#duties';
import { arrivedEvent, handedOverEvent } from '#inbox';
import {
  type DigestSource,
  type NoticesDeps,
  rundmailFinished,
  type WebhookEvent,
  type WebhookSource,
  webhookCaller,
} from '#notices';
import type { Services } from './services.ts';

/** What a webhook can be told of. Each name is what a source below announces. */
export const webhookEvents: readonly WebhookEvent[] = [
  { name: 'antrag.eingegangen', label: 'Ein Antrag ist eingegangen' },
  { name: 'antrag.zugeleitet', label: 'Ein Antrag ging an eine andere Stelle im Haus' },
  { name: 'stand.angegeben', label: 'Zu Leistungen gibt es neue Angaben zum Umsetzungsstand' },
  { name: 'rundmail.abgeschlossen', label: 'Eine Rundmail ist abgeschlossen' },
];

const eingang = z.object({ eingang: z.string() });
const rundmail = z.object({ rundmail: z.string() });
const stated = z.object({ anzahl: z.number(), leistung: z.string().nullable() });

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
  [rundmailFinished]: async (payload, { tenant }) => {
    const ids = rundmail.parse(payload);
    return (
      tenant && { event: 'rundmail.abgeschlossen', ids, apiPath: `/rundmails/${ids.rundmail}`, to: tenant }
    );
  },
};

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

const nothing = { count: 0, lines: [] };
const mostLines = 5;

/** What others changed in the cells of a member: the names of the Leistungen, nobody's name. */
function standNews(compass: CompassDeps): DigestSource['since'] {
  return async (reader, since) => {
    const kommune = await compass.ownKommune({ ...reader, kind: 'mitglied' });
    if (kommune === null || !reader.permissions.has('compass.stand.read')) return nothing;
    const news = await digestFor(compass, { kommune, mitglied: reader.memberId }, since);
    if (!news.ok) return nothing;
    return { count: news.value.length, lines: news.value.slice(0, mostLines).map(({ name }) => name) };
  };
}
