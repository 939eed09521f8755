import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { type PageAnswer, withSecret } from '#platform';
import { askerOf, pageOf } from '../../../../test/support/page-request.ts';
import { backupCluster } from '../../../platform/backup/backup-cluster.ts';
import { exportData } from '../../../platform/backup/export-data.ts';
import { findInDatabase, findInFiles, holds } from '../../delivery/testing/canary.ts';
import { dutiesWorlds, operator, refusalIn, valueIn } from '../../efa/testing/efa-world.ts';
import { connectionCommands } from '../cli.ts';
import { type ConnectionWorld, openConnectionWorld, personOf } from '../testing/connection-world.ts';
import { connectionOperations } from '../web/operations.ts';
import { connectionPages } from '../web/pages.ts';
import { readFristen } from './fristen.ts';
import {
  ersetzen,
  findZugangsdaten,
  hinterlegen,
  listZugangsdaten,
  loeschen,
  pruefen,
  verwahrerOf,
} from './zugangsdaten.ts';

const marker = 'Kanarienvogel-Zugang-Ölmühle-90417';
const typed = {
  name: 'ePayBL Produktion',
  zweck: 'bezahldienst',
  dienst: '',
  wert: marker,
  gueltigBis: '2026-12-10',
};

describe('secrets only go in (fault 2 of a peer: passwords in clear text, in audit tables and in the API)', () => {
  let world: ConnectionWorld;
  before(async () => {
    world = await openConnectionWorld((await dutiesWorlds()).shipped);
  });
  after(() => world[Symbol.asyncDispose]());
  const admin = () => personOf(world.lemgo, 'connection.secrets');
  const keeper = () => valueIn(verwahrerOf(admin()));

  test('a canary that was entered, replaced and probed through every door is found in no table, log, file, page, answer, export or backup', async () => {
    const lines: Buffer[] = [];
    const keep = (chunk: Buffer, _: string, next: () => void) => {
      lines.push(chunk);
      next();
    };
    const log = pino(new Writable({ write: keep }));
    const asker = askerOf(connectionPages(world.deps));
    const answers: unknown[] = [];
    const kept = async (answering: Promise<PageAnswer>) => {
      const answer = await answering;
      log.info({ answer }, 'answered');
      // As JSON the bytes of a file would hide what they hold.
      if (answer.kind === 'download')
        assert.equal(holds(Buffer.from(await new Response(answer.body).arrayBuffer()), marker), false);
      answers.push(answer, answer.kind === 'page' ? String(await answer.content.main) : '');
    };
    const post = (address: string, form: Record<string, string>) => kept(asker.post(address, form, admin()));
    await post('/zugangsdaten', { ...typed, zweck: '' });
    await post('/zugangsdaten', typed);
    const [note] = await listZugangsdaten(world.deps, keeper());
    assert.ok(note);
    const id = { id: note.id };
    const own = `/zugangsdaten/${note.id}`;
    await post(`${own}/ersetzen`, { wert: `${marker} neu`, gueltigBis: 'morgen', version: '1' });
    await post(`${own}/ersetzen`, { wert: `${marker} neu`, gueltigBis: '2026-12-10', version: '1' });
    await post(`${own}/pruefen`, {});
    for (const address of ['/zugangsdaten', own, '/fristen', '/fristen.csv', '/fristen.ics'])
      await kept(asker.get(address, admin()));
    for (const operation of connectionOperations(world.deps).filter(({ path }) =>
      path.startsWith('/zugangsdaten'),
    )) {
      const body = { ...typed, name: 'Zweite', version: 2 };
      answers.push(
        await operation.invoke({
          params: id,
          query: { version: '9' },
          body,
          principal: admin(),
          clientAddress: '',
        }),
      );
    }
    const file = join(world.folder, 'geheim.txt');
    writeFileSync(file, marker);
    for (const command of connectionCommands(world.deps).filter(({ name }) =>
      name.startsWith('zugangsdaten'),
    )) {
      const values = { organisation: 'Lemgo', datei: file, zweck: 'portal' };
      answers.push(
        await command.run({ positionals: ['Dritte'], values, principal: operator, say: () => {} }),
      );
    }
    rmSync(file);
    assert.ok((await listZugangsdaten(world.deps, keeper())).length > 0);
    assert.ok(answers.length > 20);
    assert.equal(holds(Buffer.from(JSON.stringify(answers)), marker), false);
    assert.equal(holds(Buffer.concat(lines), marker), false);
    assert.deepEqual(await findInDatabase(world.efa.t.superuser, marker), []);
    const dump = join(world.folder, 'export.jsonl.gz');
    await exportData(world.efa.t.ownerUrl, dump);
    for (const line of gunzipSync(readFileSync(dump)).toString('utf8').split('\n'))
      assert.equal(holds(Buffer.from(line), marker), false);
    assert.deepEqual(findInFiles(world.folder, marker), []);
    assert.deepEqual(await filesOfCluster(world), []);
    assert.deepEqual(await filesOfBackup(world), []);
  });

  test('the canary really lies there: a use in this process gets it, moved to another row it does not open', async () => {
    const [note] = await listZugangsdaten(world.deps, keeper());
    assert.ok(note);
    const { tenant, actor } = keeper();
    const used = (id: string) =>
      world.deps.db.withTenant(tenant, actor, (tx) =>
        withSecret(tx, world.deps.keys, tenant, id, (value) => value.startsWith(marker)),
      );
    assert.equal(await used(note.id), true);
    const other = valueIn(
      await hinterlegen(world.deps, keeper(), { ...typed, name: 'Anderer Zugang', wert: 'x' }),
    );
    await world.efa.t.superuser.query(
      'update platform.secret set sealed = (select sealed from platform.secret where id = $1) where id = $2',
      [note.id, other.id],
    );
    await assert.rejects(used(other.id));
  });

  test('of two who replace the same secret at once the second is told', async () => {
    const { id } = valueIn(await hinterlegen(world.deps, keeper(), { ...typed, name: 'Zu zweit' }));
    const replace = (wert: string) =>
      ersetzen(world.deps, keeper(), { id, version: 1, wert, gueltigBis: '' });
    const both = await Promise.all([replace('eins'), replace('zwei')]);
    assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
    const late = both.find(({ ok }) => !ok);
    assert.equal(late && refusalIn(late).code, 'CONNECTION_SECRET_CHANGED');
    assert.equal(refusalIn(await loeschen(world.deps, keeper(), id, 1)).code, 'CONNECTION_SECRET_CHANGED');
    valueIn(await loeschen(world.deps, keeper(), id, 2));
    assert.equal(
      refusalIn(await findZugangsdaten(world.deps, keeper(), id)).code,
      'CONNECTION_SECRET_UNKNOWN',
    );
  });

  test('whoever replaces them reads until when the old ones held, and a refused day stays typed', async () => {
    const first = { ...typed, name: 'Mit Ende', gueltigBis: '2026-12-20' };
    const { id } = valueIn(await hinterlegen(world.deps, keeper(), first));
    const asker = askerOf(connectionPages(world.deps));
    const shown = await pageOf(await asker.get(`/zugangsdaten/${id}`, admin()));
    assert.match(shown.html, /Die bisherigen gelten bis zum 20\.12\.2026\./);
    const form = { wert: '', gueltigBis: '2027-05-01', version: '1' };
    const refused = await pageOf(await asker.post(`/zugangsdaten/${id}/ersetzen`, form, admin()));
    assert.match(refused.html, /value="2027-05-01"/);
  });

  test('an expired or a wrong certificate is refused with words that say what to do', async () => {
    const enter = (wert: string, gueltigBis = '') =>
      hinterlegen(world.deps, keeper(), { ...typed, name: 'DVDV', zweck: 'zertifikat', wert, gueltigBis });
    const wrong = refusalIn(await enter('kein Zertifikat'));
    assert.match(wrong.fields?.[0]?.message ?? '', /beginnt mit „-----BEGIN CERTIFICATE-----“/);
    const past = refusalIn(
      await hinterlegen(world.deps, keeper(), { ...typed, name: 'Alt', gueltigBis: '2026-01-01' }),
    );
    assert.match(
      past.fields?.[0]?.message ?? '',
      /schon abgelaufen. Bitte lassen Sie sich zuerst neue geben/,
    );
    const twice = refusalIn(await hinterlegen(world.deps, keeper(), { ...typed, name: 'EPAYBL produktion' }));
    assert.equal(twice.code, 'CONNECTION_SECRET_NAME_TAKEN');
  });

  test('nobody else sees that there are any: not the IT-Dienstleister, not another Kommune, not somebody without the right', async () => {
    assert.equal(refusalIn(verwahrerOf(personOf(world.lemgo))).code, 'CONNECTION_SECRETS_NOT_ALLOWED');
    const provider = await readFristen(world.deps, { ...world.lead, kommunen: [world.lemgo.kommune] });
    assert.deepEqual(provider, []);
    const { actor, kommune } = world.efa.detmold;
    assert.deepEqual(await listZugangsdaten(world.deps, { tenant: kommune.tenant, actor }), []);
    const own = await readFristen(world.deps, { ...world.lemgo, kommunen: [world.lemgo.kommune] });
    assert.ok(own.some(({ art, titel }) => art === 'zugangsdaten' && titel.includes('Anderer Zugang')));
    const befund = valueIn(await pruefen(world.deps, keeper(), 'ePayBL Produktion'));
    assert.equal(befund.ok, true);
  });
});

/** The files of a backup of the database that hold the canary, among how many. */
async function filesOfBackup({ efa, folder }: ConnectionWorld): Promise<readonly string[]> {
  const { rows } = await efa.t.superuser.query('show data_directory');
  const to = join(folder, 'sicherung');
  const { files } = await backupCluster(efa.t.ownerUrl, String(rows[0].data_directory), to);
  assert.ok(files.length > 100);
  return filesBelow(to);
}

/** The database's own files that hold the canary: what a backup of the cluster copies, its log of changes included. */
async function filesOfCluster({ efa }: ConnectionWorld): Promise<readonly string[]> {
  await efa.t.superuser.query('checkpoint');
  const { rows } = await efa.t.superuser.query('show data_directory');
  return filesBelow(String(rows[0].data_directory));
}

function filesBelow(folder: string): readonly string[] {
  const plain = Buffer.from(marker, 'utf8');
  const needles = [plain, plain.toString('hex'), plain.toString('base64').slice(4, -4)];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = bytesOf(file);
      return needles.some((needle) => bytes.includes(needle));
    });
}

/** Empty where the server took the file away meanwhile: other tests drop their databases on it. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
