import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { OutgoingMail } from './outgoing-mail.ts';

/** A mail that the demo kept instead of sending it. */
export interface CaughtMail extends OutgoingMail {
  readonly at: Date;
}

const kept = z.object({
  at: z.coerce.date(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().exactOptional(),
  calendar: z.object({ method: z.enum(['REQUEST', 'CANCEL']), content: z.string() }).exactOptional(),
});
const mostKept = 200;

/** Keeps a mail as a file that only the operator's account can read; the oldest give way. */
export async function catchMail(dataFolder: string, mail: OutgoingMail): Promise<void> {
  const folder = folderOf(dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const at = new Date().toISOString();
  // Two mails of one millisecond keep their order too.
  const order = process.hrtime.bigint().toString().padStart(20, '0');
  const file = join(folder, `${at.replaceAll(/[:.]/g, '-')}-${order}-${randomUUID().slice(0, 8)}.json`);
  await writeFile(file, JSON.stringify({ at, ...mail }), { mode: 0o600 });
  const names = (await readdir(folder)).sort();
  await Promise.all(names.slice(0, -mostKept).map((name) => rm(join(folder, name), { force: true })));
}

/** The mails that were caught, newest first. */
export async function listCaughtMails(dataFolder: string): Promise<readonly CaughtMail[]> {
  const folder = folderOf(dataFolder);
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    names
      .sort()
      .reverse()
      .map((name) => readFile(join(folder, name), 'utf8')),
  );
  return texts.map((text) => kept.parse(JSON.parse(text)));
}

function folderOf(dataFolder: string): string {
  return join(dataFolder, 'caught-mail');
}
