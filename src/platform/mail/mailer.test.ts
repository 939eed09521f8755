import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { createMailer } from './mailer.ts';

const mail = {
  to: 'person@example.invalid',
  subject: 'Einladung\r\nBcc: fremd@example.invalid',
  text: 'Guten Tag',
};

test('the demo keeps mails, newest first, and sends nothing', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'leitwerk-mail-'));
  const mailer = createMailer({ mode: 'demo', smtpUrl: null, mailFrom: 'x@localhost', dataFolder });
  await mailer.send(mail);
  const later = Array.from({ length: 20 }, (_, i) => `Mail ${i}`);
  for (const subject of later) await mailer.send({ ...mail, subject });
  assert.deepEqual(
    (await mailer.caught()).map(({ subject }) => subject),
    [...later.toReversed(), mail.subject],
  );
  rmSync(dataFolder, { recursive: true });
});

test('in production a mail goes to one recipient by SMTP, whatever its subject says', async () => {
  const received: { to: readonly string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const mailer = createMailer({
    mode: 'production',
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'leitwerk@example.invalid',
    dataFolder: '/nonexistent',
  });
  await mailer.send(mail);
  assert.deepEqual(
    received.map(({ to }) => to),
    [['person@example.invalid']],
  );
  assert.doesNotMatch(received[0]?.text ?? '', /^Bcc:/m);
  assert.deepEqual(await mailer.caught(), []);
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

test('a mail server that cannot be reached is an error, not a silent loss', async () => {
  const mailer = createMailer({
    mode: 'production',
    smtpUrl: 'smtp://127.0.0.1:1',
    mailFrom: 'a@example.invalid',
    dataFolder: '/nonexistent',
  });
  await assert.rejects(mailer.send(mail), /ECONNREFUSED|connect/i);
});
