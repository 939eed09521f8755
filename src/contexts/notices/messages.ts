import type { Contact } from '#identity';
import type { OutgoingMail } from '#platform';
import { fillIn, mailHtml } from './domain/render-text.ts';
import type { DueEmpfaenger } from './store-empfaenger.ts';

interface MailFooting {
  /** `null`: about running the system, nobody can unsubscribe. */
  readonly unsubscribe: string | null;
  readonly origin: string;
}

/** A Rundmail for one person, as plain text and as simple HTML. Its id is the same for every try. */
export function rundmailMail(
  due: Pick<DueEmpfaenger, 'rundmailId' | 'memberId' | 'betreff' | 'text' | 'kommune'>,
  contact: Contact,
  { unsubscribe, origin }: MailFooting,
): OutgoingMail {
  const values = { Name: contact.name, Kommune: due.kommune };
  const subject = fillIn(due.betreff, values);
  const text = fillIn(due.text, values);
  const footer =
    unsubscribe === null
      ? 'Diese Mail betrifft den Betrieb von Leitwerk. Sie geht an alle, die es angeht, und lässt sich nicht abbestellen.'
      : `Sie bekommen diese Rundmail, weil Sie in Leitwerk für ${due.kommune} arbeiten.\nRundmails abbestellen: ${unsubscribe}`;
  return {
    to: contact.email,
    subject,
    text: `${text}\n\n-- \n${footer}\n`,
    html: mailHtml(subject, text, footer),
    messageId: messageIdOf(`${due.rundmailId}.${due.memberId}`, origin),
    ...(unsubscribe === null ? {} : { unsubscribeHref: unsubscribe }),
  };
}

/** One part of a summary as it stands in the mail and on the page. */
export interface SummaryPart {
  readonly label: string;
  readonly href: string;
  readonly count: number;
  readonly lines: readonly string[];
}

/** The summary of what is new for one person. */
export function summaryMail(
  contact: Contact,
  parts: readonly SummaryPart[],
  { id, origin, since }: { readonly id: string; readonly origin: string; readonly since: string },
): OutgoingMail {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const subject = total === 1 ? 'Leitwerk: eine Neuerung für Sie' : `Leitwerk: ${total} Neuerungen für Sie`;
  const body = parts.map(
    ({ label, href, count, lines }) =>
      `${label}: ${count}\n${lines.map((line) => `- ${line}`).join('\n')}\n${origin}${href}`,
  );
  const text = [`Guten Tag ${contact.name},`, `das ist seit dem ${since} neu für Sie:`, ...body].join('\n\n');
  const footer = `Wie oft diese Mail kommt, legen Sie selbst fest: ${origin}/benachrichtigungen`;
  return {
    to: contact.email,
    subject,
    text: `${text}\n\n-- \n${footer}\n`,
    html: mailHtml(subject, text, footer),
    messageId: messageIdOf(id, origin),
  };
}

/** Tells an administrator that a webhook was switched off. */
export function webhookOffMail(
  contact: Contact,
  {
    bezeichnung,
    grund,
    href,
  }: { readonly bezeichnung: string; readonly grund: string; readonly href: string },
): OutgoingMail {
  return {
    to: contact.email,
    subject: `Leitwerk: Webhook „${bezeichnung}“ abgeschaltet`,
    text: `Guten Tag ${contact.name},

der Webhook „${bezeichnung}“ Ihrer Organisation ist abgeschaltet. ${grund}

Was nicht ankam, steht im Protokoll und kann von dort noch einmal gesendet werden:
${href}

Wenn die Gegenstelle wieder antwortet, speichern Sie den Webhook neu; damit ist er wieder eingeschaltet.
`,
  };
}

function messageIdOf(id: string, origin: string): string {
  return `<${id}@${new URL(origin).hostname}>`;
}
