// Opens an installation in a process of its own, says so, and holds it: until its input ends the given time, or for good.
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { openInstance } from '../instance/open-instance.ts';

const wish = z.object({
  role: z.enum(['server', 'command']),
  dataFolder: z.string(),
  databaseUrl: z.string().nullable(),
  holdMs: z.number(),
  user: z.object({ uid: z.number(), gid: z.number() }).optional(),
});

const { role, user, holdMs, ...config } = wish.parse(JSON.parse(process.argv[2] ?? '{}'));
if (user) {
  process.setgroups?.([]);
  process.setgid?.(user.gid);
  process.setuid?.(user.uid);
}
const instance = await openInstance({ ...config, publicUrl: new URL('http://localhost:8080') }, { role });
if (!instance.ok) {
  process.stdout.write(`refused ${instance.refusal.code}: ${instance.refusal.message}\n`);
  process.exitCode = 69;
} else {
  await instance.value.db.withPublic(async () => {});
  process.stdout.write(`open ${instance.value.installationId}\n`);
  await delay(holdMs);
  await instance.value.release();
  process.stdout.write('released\n');
}
