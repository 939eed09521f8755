// Takes over a schema that waits for it, as somebody does who confirms. Says when it has, unless it was killed before.
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { clockFrom } from '#kernel';
import { actorOf, openDatabase, parseTenantId } from '#platform';
import { authorOf } from '../use-cases/author.ts';
import { applyEinlesung, beginEinlesung } from '../use-cases/einlesen.ts';
import { schemaLeser } from '../use-cases/schema-leser.ts';

const [, , url = '', tenantText = '', file = ''] = process.argv;
const author = authorOf({
  kind: 'mitglied',
  actor: actorOf('system', 'killed'),
  tenant: parseTenantId(tenantText),
  permissions: new Set(['workshop.author']),
});
if (!author.ok) throw new Error(author.refusal.message);
const deps = {
  db: openDatabase(url, { max: 2 }),
  clock: clockFrom(() => new Date('2026-11-22T12:00:00Z')),
  leser: schemaLeser(setImmediate),
};
const datei = { name: 'schema.xml', bytes: await readFile(file), quelle: 'Quelle', lizenz: 'frei' };
const begun = await beginEinlesung(deps, author.value, datei);
if (!begun.ok) throw new Error(begun.refusal.message);
process.stdout.write(`waiting ${begun.value}\n`);
const applied = await applyEinlesung(deps, author.value, begun.value);
process.stdout.write(applied.ok ? 'applied\n' : `${applied.refusal.code}\n`);
await deps.db.close();
