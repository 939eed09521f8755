import type { Transporter } from 'nodemailer';
import type { Config } from '../config.ts';
import { type CaughtMail, catchMail, listCaughtMails } from './mail-catcher.ts';
import type { OutgoingMail } from './outgoing-mail.ts';
import { retryTemporary } from './retry-temporary.ts';

/** Sends mails; in the demo nothing goes outward, the catcher keeps them. */
export interface Mailer {
  /** Resolves when the mail server has taken the mail; rejects where it did not. */
  readonly send: (mail: OutgoingMail) => Promise<void>;
  /** What the demo caught, newest first; always empty in production. */
  readonly caught: () => Promise<readonly CaughtMail[]>;
}

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** The mailer of an installation: SMTP where configured, otherwise the demo's catcher. */
export function createMailer(config: Pick<Config, 'mode' | 'smtpUrl' | 'mailFrom' | 'dataFolder'>): Mailer {
  if (config.mode === 'demo' || config.smtpUrl === null) {
    return {
      send: (mail) => catchMail(config.dataFolder, mail),
      caught: () => listCaughtMails(config.dataFolder),
    };
  }
  const server = { url: config.smtpUrl, ...timeouts };
  let opened: Promise<Transporter> | null = null;
  const open = async () => (await import('nodemailer')).createTransport(server, { from: config.mailFrom });
  return {
    send: async (mail) => {
      // An address object, not a string: a comma or line break in it must not become a second recipient.
      const { to, subject, ...content } = mail;
      const letter = { to: { name: '', address: to }, subject: oneLine(subject), ...contentOf(content) };
      opened ??= open();
      const transport = await opened;
      await retryTemporary(() => transport.sendMail(letter));
    },
    caught: async () => [],
  };
}

function contentOf({
  text,
  html,
  messageId,
  calendar,
  unsubscribeHref,
}: Omit<OutgoingMail, 'to' | 'subject'>) {
  return {
    text,
    ...(html === undefined ? {} : { html }),
    ...(calendar === undefined ? {} : { icalEvent: { ...calendar, filename: 'termin.ics' } }),
    ...(messageId === undefined ? {} : { messageId: oneLine(messageId) }),
    ...(unsubscribeHref === undefined ? {} : { list: { unsubscribe: oneLine(unsubscribeHref) } }),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}
