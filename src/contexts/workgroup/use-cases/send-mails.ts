import { contactOf, reachableMembers } from '#identity';
import { formatLocalDate } from '#kernel';
import { actorOf, type OutgoingMail, parseTenantId, type TenantId, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { kalenderdatei } from '../kalender.ts';
import { readSitz, readSitze, type Sitz } from '../store/gruppen.ts';
import {
  lockNextZustellung,
  type MailArt,
  type MailInhalt,
  recordVersuch,
  type Versuch,
  type Zustellung,
} from '../store/zustellungen.ts';
import { gaesteIn } from './gaeste.ts';
import { mitwirken } from './wer.ts';

const system = actorOf('system', 'arbeitsgruppe');
const minutes = [5, 15, 60, 240, 720] as const;

type Deps = Pick<WorkgroupDeps, 'db' | 'clock' | 'keys' | 'sendMail' | 'staffOrigin' | 'mailFrom'>;

interface Empfaenger {
  readonly name: string;
  readonly email: string;
}

/**
 * Sends what is due of an IT-Dienstleister's sessions; gives how many were tried. One recipient, one transaction: lock,
 * send, note. A worker that dies between the mail server's „250“ and the commit sends once more, with the same
 * Message-ID and the same SEQUENCE, which calendars take as the same entry.
 */
export async function sendMails(deps: Deps, provider: TenantId): Promise<number> {
  let tried = 0;
  while (await sendNext(deps, provider)) tried += 1;
  return tried;
}

function sendNext(deps: Deps, provider: TenantId): Promise<boolean> {
  return deps.db.withTenant(provider, system, async (tx) => {
    const due = await lockNextZustellung(tx, deps.clock.now());
    if (due === null) return false;
    await recordVersuch(tx, due.id, await trySend(deps, tx, provider, due), deps.clock.now());
    return true;
  });
}

async function trySend(deps: Deps, tx: Tx, provider: TenantId, due: Zustellung): Promise<Versuch> {
  if (due.inhalt.termin.tag < deps.clock.today())
    return { zustand: 'aufgegeben', grund: 'Die Sitzung ist schon vorbei.', naechster: null };
  const to = await empfaengerOf(deps, tx, provider, due);
  if (to.length === 0)
    return {
      zustand: 'aufgegeben',
      grund: 'Für diesen Sitz oder Gast gibt es keine Adresse mehr.',
      naechster: null,
    };
  try {
    for (const one of to) await deps.sendMail(mailOf(deps, due, one));
    return { zustand: 'gesendet', grund: null, naechster: null };
  } catch {
    const wait = minutes[due.versuche];
    const naechster = wait === undefined ? null : new Date(deps.clock.now().getTime() + wait * 60_000);
    // In our own words: a mail server's may hold an address.
    const grund = 'Der Mailserver hat die Nachricht nicht angenommen.';
    return { zustand: naechster === null ? 'aufgegeben' : 'fehlgeschlagen', grund, naechster };
  }
}

/** Names and addresses stay with their organisation and are read there at the moment of sending. */
async function empfaengerOf(
  deps: Deps,
  tx: Tx,
  provider: TenantId,
  { empfaenger, art }: Zustellung,
): Promise<readonly Empfaenger[]> {
  const id = empfaenger.slice(5);
  if (empfaenger.startsWith('gast:'))
    return (await gaesteIn(tx, deps, provider)).filter((gast) => gast.id === id);
  const sitz = await readSitz(tx, id);
  const tenant = sitz === null ? null : parseTenantId(sitz.hausId);
  if (sitz === null || tenant === null || (sitz.bis !== null) !== (art === 'austritt')) return [];
  const still = art === 'austritt' ? await besetztVon(tx, sitz) : new Set<string>();
  return deps.db.withTenant(tenant, system, async (own) => {
    // A seat that nobody took yet is told to one who may take it: one mail, so that it is sent once.
    const members =
      sitz.memberId === null
        ? (await reachableMembers(own, deps, tenant))
            .filter(({ permissions }) => permissions.has(mitwirken))
            .slice(0, 1)
            .map((one) => one.id)
        : [sitz.memberId];
    const found = await Promise.all(
      members.filter((one) => !still.has(one)).map((member) => contactOf(own, deps, tenant, member)),
    );
    return found.flatMap((contact) => contact ?? []);
  });
}

/** Who of the same organisation has a seat in the group today: they stay invited by that one. */
async function besetztVon(tx: Tx, { gruppeId, hausId }: Sitz): Promise<ReadonlySet<string>> {
  const seats = (await readSitze(tx, gruppeId)).filter((one) => one.hausId === hausId && one.bis === null);
  return new Set(seats.flatMap(({ memberId }) => memberId ?? []));
}

function mailOf(
  { staffOrigin, mailFrom, clock }: Deps,
  { id, art, inhalt }: Zustellung,
  to: Empfaenger,
): OutgoingMail {
  const nurTeilnahme = art === 'austritt';
  const weg = nurTeilnahme || art === 'absage';
  const method = weg ? ('CANCEL' as const) : ('REQUEST' as const);
  const organizer = { name: inhalt.gruppe, email: mailFrom };
  const wunsch = { method, nurTeilnahme, origin: staffOrigin, organizer, attendee: to, stempel: clock.now() };
  return {
    to: to.email,
    subject: `${betreff[art]}: ${inhalt.termin.titel}, ${formatLocalDate(inhalt.termin.tag)}`,
    text: mailText(art, inhalt, to.name, staffOrigin),
    messageId: `<${id}@arbeitsgruppe.leitwerk>`,
    calendar: { method, content: kalenderdatei(inhalt.termin, wunsch) },
  };
}

const betreff: Readonly<Record<MailArt, string>> = {
  einladung: 'Einladung',
  aenderung: 'Neuer Termin',
  absage: 'Abgesagt',
  austritt: 'Nicht mehr eingeladen',
};

const anfang: Readonly<Record<MailArt, string>> = {
  einladung: 'Sie sind zu dieser Sitzung eingeladen:',
  aenderung: 'Diese Sitzung hat sich geändert. Jetzt gilt:',
  absage: 'Diese Sitzung findet nicht statt:',
  austritt:
    'Sie gehören dieser Arbeitsgruppe nicht mehr an und sind zu dieser Sitzung nicht mehr eingeladen:',
};

function mailText(
  art: MailArt,
  { gruppe, termin, grund, tagesordnung }: MailInhalt,
  name: string,
  origin: string,
): string {
  const weg = art === 'absage' || art === 'austritt';
  return [
    `Guten Tag ${name},`,
    anfang[art],
    [
      gruppe,
      termin.titel,
      `${formatLocalDate(termin.tag)}, ${termin.beginn} bis ${termin.ende} Uhr`,
      termin.ort,
      termin.link,
    ]
      .filter(Boolean)
      .join('\n'),
    ...(grund === '' ? [] : [`Grund: ${grund}`]),
    ...(weg || tagesordnung.length === 0
      ? []
      : [`Tagesordnung:\n${tagesordnung.map((titel, at) => `${at + 1}. ${titel}`).join('\n')}`]),
    ...(weg ? [] : [`Anmeldung und Unterlagen:\n${origin}/arbeitsgruppe/sitzungen/${termin.id}`]),
    weg
      ? 'Die beiliegende Kalenderdatei nimmt den Termin aus Ihrem Kalender.'
      : 'Der Termin liegt als Kalenderdatei bei.',
  ].join('\n\n');
}
