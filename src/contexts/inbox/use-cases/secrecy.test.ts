import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installJobQueue } from '../../../platform/jobs/install-job-queue.ts';
import { findInDatabase, findInFiles } from '../../delivery/testing/canary.ts';
import { codeOf, countOf, need } from '../../delivery/testing/world.ts';
import { arrivalMail } from '../messages.ts';
import { arrived, openWorld, otherAuthority, says } from '../testing/world.ts';
import { maintainInbox } from './delete-due.ts';
import { forward } from './forward.ts';
import { layPost } from './lay-post.ts';
import { notifyOffice } from './notify-office.ts';
import { openAttachment } from './open-attachment.ts';
import { listEingaenge, openEingang } from './read.ts';
import { receive } from './receive.ts';
import { addNote, askBack, decide, take } from './work.ts';

const marker = 'Kanarienvogel-Möwe-7731-Lemgo';
const nummer = 'LEM-2026-000001';

test('in clear stand number, Leistung, office, state, dates and assignee, beside ids and version: nothing else', async () => {
  await using world = await openWorld();
  const { rows } = await world.delivery.t.superuser.query(
    `select table_name || '.' || column_name as name, data_type as type from information_schema.columns
      where table_schema = 'inbox' order by 1`,
  );
  assert.deepEqual(
    rows.filter(({ type }) => type !== 'bytea').map(({ name }) => name),
    [
      'eingang.abgeschlossen_am',
      'eingang.bearbeiter',
      'eingang.eingegangen_am',
      'eingang.geaendert_am',
      'eingang.id',
      'eingang.leistung',
      'eingang.loeschen_am',
      'eingang.nummer',
      'eingang.stelle',
      'eingang.tenant_id',
      'eingang.version',
      'eingang.zustand',
      'eintrag.am',
      'eintrag.eingang_id',
      'eintrag.nr',
      'eintrag.tenant_id',
      'inhaltsfassung.am',
      'inhaltsfassung.eingang_id',
      'inhaltsfassung.nr',
      'inhaltsfassung.submission_id',
      'inhaltsfassung.tenant_id',
      'nachforderung.eingang_id',
      'nachforderung.erinnern_am',
      'nachforderung.erinnert_am',
      'nachforderung.erledigt_am',
      'nachforderung.frist',
      'nachforderung.gestellt_am',
      'nachforderung.id',
      'nachforderung.tenant_id',
      'nachforderung.verspaetet',
      'nachforderung.zustand',
      'post.am',
      'post.id',
      'post.nr',
      'post.submission_id',
      'post.tenant_id',
      'pruefung.am',
      'pruefung.anlage_id',
      'pruefung.eingang_id',
      'pruefung.tenant_id',
    ],
  );
});

test('a marker in answers, contact, file name, file, question, message, note and decision is found in no table and no file', async () => {
  await using world = await openWorld();
  await installJobQueue(world.delivery.t.ownerUrl);
  const { deps, anna, tenant } = world;
  const sending = { words: marker, file: `${'x'.repeat(50_000)}${marker}`, fileName: `${marker}.pdf` };
  const submission = await arrived(world, sending);
  await notifyOffice(deps, { eingang: submission, tenant }, arrivalMail);
  need(await take(deps, anna, { nummer, version: 1 }));
  need(await askBack(deps, anna, { nummer, version: 2, text: marker }));
  await says(world, submission, 'nachricht', marker);
  await says(world, submission, 'kontakt', marker);
  assert.deepEqual(await findInDatabase(world.delivery.t.superuser, marker), [], 'in the letterbox');
  const early = await addNote(deps, anna, { nummer, version: 3, text: marker });
  assert.equal(codeOf(early), 'INBOX_CHANGED_MEANWHILE', 'what the applicant wrote comes first');
  need(await addNote(deps, anna, { nummer, version: 5, text: marker }));
  need(await openEingang(deps, anna, nummer));
  const rows = await listEingaenge(deps, anna, true);
  assert.ok(rows[0]?.text.includes(marker), 'a search opens the cases');
  need(await decide(deps, anna, { nummer, version: 6, ergebnis: 'abgelehnt', text: marker }));
  assert.deepEqual(await findInDatabase(world.delivery.t.superuser, marker), []);
  assert.deepEqual(findInFiles(world.delivery.folder, marker), []);
  assert.ok(!JSON.stringify(world.mails).includes(marker));
});

test('a worker of another authority sees nothing: not in the list, not by the number, not by the file', async () => {
  await using world = await openWorld();
  await arrived(world, { file: 'Nachweis' });
  const { worker } = await otherAuthority(world);
  assert.deepEqual(await listEingaenge(world.deps, worker, true), []);
  assert.equal(codeOf(await openEingang(world.deps, worker, nummer)), 'INBOX_UNKNOWN');
  assert.equal(codeOf(await take(world.deps, worker, { nummer, version: 1 })), 'INBOX_UNKNOWN');
  const { anlagen } = need(await openEingang(world.deps, world.anna, nummer)).inhalt;
  const anlage = anlagen[0]?.id ?? '';
  assert.equal(codeOf(await openAttachment(world.deps, worker, { nummer, anlage })), 'INBOX_UNKNOWN');
});

test('reading personal data leaves a line of the audit trail: opening, searching, taking a file', async () => {
  await using world = await openWorld();
  await arrived(world, { file: 'Nachweis' });
  const { inhalt } = need(await openEingang(world.deps, world.anna, nummer));
  await listEingaenge(world.deps, world.anna, false);
  await listEingaenge(world.deps, world.anna, true);
  need(await openAttachment(world.deps, world.anna, { nummer, anlage: inhalt.anlagen[0]?.id ?? '' }));
  const { rows } = await world.delivery.t.superuser.query(
    `select action from platform.audit where actor = $1 order by seq`,
    [world.anna.actor],
  );
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['inbox.eingang.read', 'inbox.eingang.searched', 'inbox.attachment.read'],
  );
});

test('a case is forwarded: the other authority gets the Antrag, the files, the note and what was said since', async () => {
  await using world = await openWorld();
  const { deps, anna, tenant, told } = world;
  const submission = await arrived(world, { file: 'Nachweis' });
  const { worker, zustellpunkt } = await otherAuthority(world);
  await says(world, submission, 'nachricht', 'Der Hund ist 45 cm groß.');
  await deps.db.withTenant(tenant, anna.actor, (tx) => layPost(deps, tx, tenant, submission));
  const input = { nummer, version: 2, ziel: zustellpunkt, text: 'Für Sie: großer Hund.' };
  assert.equal(codeOf(await forward(deps, anna, { ...input, ziel: 'nirgends' })), 'INBOX_FIELD_INVALID');
  assert.equal(codeOf(await forward(deps, anna, { ...input, version: 1 })), 'INBOX_CHANGED_MEANWHILE');
  assert.equal(need(await forward(deps, anna, input)).zustand, 'weitergeleitet');
  assert.equal(codeOf(await forward(deps, anna, { ...input, version: 3 })), 'INBOX_STEP_IMPOSSIBLE');
  assert.deepEqual([told.at(-1)?.schritt, told.at(-1)?.text], ['weiterleiten', 'Kreis Lippe, Veterinäramt']);
  const { rows } = await world.delivery.t.superuser.query(
    'select id from delivery.submission where forwarded_from = $1',
    [submission],
  );
  assert.equal(rows.length, 1);
  need(await receive(deps, { submissionId: rows[0].id, tenant: worker.tenant }));
  const there = need(await openEingang(deps, worker, nummer));
  assert.match(
    there.inhalt.weiterleitung ?? '',
    /^Für Sie: großer Hund\.\n\nSeit dem Eingang:\n.*45 cm groß\./,
  );
  assert.deepEqual(
    there.inhalt.anlagen.map(({ name }) => name),
    ['nachweis.pdf'],
  );
});

test('on its day a case is deleted, the proof tells of nobody; an open case is never deleted', async () => {
  await using world = await openWorld();
  const { deps, anna, delivery } = world;
  await arrived(world, { words: marker });
  await arrived(world, { nummer: 'LEM-2026-000002' });
  need(await take(deps, anna, { nummer, version: 1 }));
  need(await decide(deps, anna, { nummer, version: 2, ergebnis: 'stattgegeben', text: marker }));
  delivery.turnClock(364);
  assert.equal(await maintainInbox(deps), 0);
  delivery.turnClock(1);
  assert.equal(await maintainInbox(deps), 1);
  assert.equal(await maintainInbox(deps), 0);
  assert.equal(codeOf(await openEingang(deps, anna, nummer)), 'INBOX_DELETED');
  assert.equal(codeOf(await take(deps, anna, { nummer, version: 4 })), 'INBOX_DELETED');
  const { rows } = await delivery.t.superuser.query(
    `select e.zustand, e.bearbeiter, e.inhalt, (select count(*)::int from inbox.eintrag where eingang_id = e.id) as lines
      from inbox.eingang e where nummer = $1`,
    [nummer],
  );
  assert.deepEqual(rows, [{ zustand: 'geloescht', bearbeiter: null, inhalt: null, lines: 0 }]);
  const proof = await delivery.t.superuser.query(
    `select summary from platform.audit where action = 'inbox.eingang.deleted'`,
  );
  assert.match(proof.rows[0].summary.contentHash, /^[0-9a-f]{64}$/);
  assert.deepEqual(
    (await listEingaenge(deps, anna, false)).map((row) => row.eingang.nummer),
    ['LEM-2026-000002'],
  );
});

test('post whose submission never became a case goes after a year', async () => {
  await using world = await openWorld();
  await says(world, '11111111-0000-4000-8000-000000000001', 'nachricht', 'Hallo?');
  world.delivery.turnClock(364);
  await maintainInbox(world.deps);
  assert.equal(await countOf(world.delivery, 'inbox.post'), 1);
  world.delivery.turnClock(2);
  await maintainInbox(world.deps);
  assert.equal(await countOf(world.delivery, 'inbox.post'), 0);
});

test('an infected file is not released; where no scanner is configured the file says so', async () => {
  await using world = await openWorld();
  await arrived(world, { file: 'Nachweis' });
  const anlage = need(await openEingang(world.deps, world.anna, nummer)).inhalt.anlagen[0]?.id ?? '';
  const open = (scan: typeof world.deps.scan) =>
    openAttachment({ ...world.deps, scan }, world.anna, { nummer, anlage });
  assert.equal(need(await open(null)).scanned, false);
  assert.equal(need(await open(async () => 'clean')).scanned, true);
  assert.equal(codeOf(await open(async () => 'infected')), 'INBOX_ATTACHMENT_INFECTED');
  const trail = await world.delivery.t.superuser.query(
    "select count(*)::int as n from platform.audit where action = 'inbox.attachment.infected'",
  );
  assert.equal(trail.rows[0].n, 1);
  assert.equal(
    codeOf(await openAttachment(world.deps, world.anna, { nummer, anlage: 'x' })),
    'INBOX_ATTACHMENT_UNKNOWN',
  );
});

test('what a scanner finds when somebody takes a file stays with the case, and the applicant is told', async () => {
  await using world = await openWorld();
  const submission = await arrived(world, { file: 'Nachweis' });
  const shown = async () => {
    const { inhalt, pruefungen } = need(await openEingang(world.deps, world.anna, nummer));
    return pruefungen.get(inhalt.anlagen[0]?.id ?? '');
  };
  assert.equal(await shown(), undefined);
  const anlage = need(await openEingang(world.deps, world.anna, nummer)).inhalt.anlagen[0]?.id ?? '';
  const open = (scan: typeof world.deps.scan) =>
    openAttachment({ ...world.deps, scan }, world.anna, { nummer, anlage });
  await open(async () => 'silent');
  assert.equal(await shown(), undefined, 'no verdict is no finding');
  need(await open(async () => 'clean'));
  const am = world.delivery.clock.now();
  assert.deepEqual(await shown(), { am, befund: 'sauber' });
  assert.equal(need(await open(async () => 'silent')).scanned, true, 'it was found clean before');
  world.delivery.turnClock(1);
  await open(async () => 'infected');
  assert.deepEqual(await shown(), { am: world.delivery.clock.now(), befund: 'schadsoftware' });
  for (const scan of [null, async () => 'silent' as const])
    assert.equal(codeOf(await open(scan)), 'INBOX_ATTACHMENT_INFECTED', 'it was found infected before');
  assert.deepEqual(
    world.scans.map(({ befund, anlage: file, submission: of }) => [befund, file, of]),
    [
      ['sauber', anlage, submission],
      ['schadsoftware', anlage, submission],
    ],
  );
  assert.deepEqual(await findInDatabase(world.delivery.t.superuser, 'schadsoftware'), []);
});

test('a file that nobody has scanned stays in the house while the scanner gives no verdict', async () => {
  await using world = await openWorld();
  await arrived(world, { file: 'Nachweis' });
  const anlage = need(await openEingang(world.deps, world.anna, nummer)).inhalt.anlagen[0]?.id ?? '';
  const open = (scan: typeof world.deps.scan) =>
    openAttachment({ ...world.deps, scan }, world.anna, { nummer, anlage });
  assert.equal(codeOf(await open(async () => 'silent')), 'INBOX_SCANNER_SILENT');
  assert.equal(codeOf(await open(async () => 'too-large')), 'INBOX_ATTACHMENT_TOO_LARGE_TO_SCAN');
});

test('a file that was found clean at its upload comes out while the scanner is silent, but not once it finds something', async () => {
  await using world = await openWorld();
  await arrived(world, { file: 'Nachweis', geprueft: true });
  const anlage = need(await openEingang(world.deps, world.anna, nummer)).inhalt.anlagen[0]?.id ?? '';
  const open = (scan: typeof world.deps.scan) =>
    openAttachment({ ...world.deps, scan }, world.anna, { nummer, anlage });
  assert.equal(need(await open(async () => 'silent')).scanned, true);
  assert.equal(codeOf(await open(async () => 'infected')), 'INBOX_ATTACHMENT_INFECTED');
});

test('files that another sender gave the same name are told apart', async () => {
  await using world = await openWorld();
  await arrived(world, { file: 'Nachweis', copies: 3 });
  const { anlagen } = need(await openEingang(world.deps, world.anna, nummer)).inhalt;
  assert.deepEqual(
    anlagen.map(({ name }) => name),
    ['nachweis.pdf', 'nachweis (2).pdf', 'nachweis (3).pdf'],
  );
});
