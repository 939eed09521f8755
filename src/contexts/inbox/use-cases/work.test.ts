import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, countOf, need } from '../../delivery/testing/world.ts';
import { inboxHandlers } from '../handlers.ts';
import { arrived, type InboxWorld, openWorld, says, send } from '../testing/world.ts';
import { openEingang } from './read.ts';
import { receive } from './receive.ts';
import { addNote, askBack, closeCase, decide, handOn, take } from './work.ts';

const nummer = 'LEM-2026-000001';
/** The worker hears of what the applicant wrote. */
async function post(world: InboxWorld, submission: string): Promise<void> {
  const context = { eventId: 1, attempt: 1, lastAttempt: false, tenant: world.tenant };
  await inboxHandlers(world.deps)['inbox.post']?.({ submission }, context);
}

const at = (version: number) => ({ nummer, version });

test('a case is taken, asked about, answered, handed on and decided; the applicant learns just what is meant for them', async () => {
  await using world = await openWorld();
  const { deps, anna, boris, told } = world;
  const submission = await arrived(world);
  const { mitglied } = boris;
  assert.ok(mitglied);
  assert.equal(need(await take(deps, anna, at(1))).zustand, 'in-bearbeitung');
  assert.equal(
    need(await askBack(deps, anna, { ...at(2), text: ' Wie groß ist der Hund? ' })).zustand,
    'rueckfrage',
  );
  await says(world, submission, 'nachricht', '45 cm');
  await says(world, submission, 'kontakt', 'Neue Straße 2');
  await post(world, submission);
  assert.equal(need(await openEingang(deps, anna, nummer)).eingang.zustand, 'antwort-da');
  need(await addNote(deps, anna, { ...at(5), text: 'interne Notiz' }));
  assert.equal(need(await handOn(deps, anna, { ...at(6), mitglied })).bearbeiter, mitglied);
  const decided = need(await decide(deps, boris, { ...at(7), ergebnis: 'stattgegeben', text: 'passt' }));
  assert.deepEqual([decided.zustand, decided.version, decided.loeschenAm], ['entschieden', 8, '2027-11-21']);
  assert.deepEqual(
    told.map(({ schritt, text }) => [schritt, text]),
    [
      ['bearbeiten', null],
      ['rueckfragen', 'Wie groß ist der Hund?'],
      ['entscheiden', null],
    ],
  );
  assert.deepEqual(told[0]?.nummer, nummer);
  const { verlauf } = need(await openEingang(deps, anna, nummer));
  assert.deepEqual(
    verlauf.map(({ art }) => art),
    ['eingegangen', 'uebernommen', 'rueckfrage', 'nachricht', 'kontakt', 'notiz', 'abgegeben', 'entschieden'],
  );
  const { rows } = await world.delivery.t.superuser.query('select delete_on from delivery.submission');
  assert.equal(rows.length, 1);
  assert.notEqual(rows[0].delete_on, null);
});

test('two decide at once: one wins, the other learns who was faster and when, and nothing is overwritten', async () => {
  await using world = await openWorld();
  const { deps, anna, boris } = world;
  await arrived(world);
  need(await take(deps, anna, at(1)));
  const results = await Promise.all([
    decide(deps, anna, { ...at(2), ergebnis: 'stattgegeben', text: '' }),
    decide(deps, boris, { ...at(2), ergebnis: 'abgelehnt', text: '' }),
  ]);
  assert.deepEqual(results.map(codeOf).sort(), ['INBOX_CHANGED_MEANWHILE', 'done']);
  const winner = results[0]?.ok ? 'Anna Amt' : 'Boris Büro';
  const lost = results.find((result) => !result.ok);
  assert.ok(lost && !lost.ok);
  assert.equal(lost.refusal.kind, 'conflict');
  assert.match(
    lost.refusal.message,
    new RegExp(`Inzwischen hat ${winner} .*entschieden, 21\\.11\\.2026, 09:00 Uhr`),
  );
  const { verlauf } = need(await openEingang(deps, anna, nummer));
  assert.equal(verlauf.filter(({ art }) => art === 'entschieden').length, 1);
});

test('who decides while the applicant withdraws learns that the applicant was faster, worker or not', async () => {
  await using world = await openWorld();
  const submission = await arrived(world);
  need(await take(world.deps, world.anna, at(1)));
  await says(world, submission, 'ruecknahme', 'Der Hund ist weggezogen.');
  const late = await decide(world.deps, world.anna, { ...at(2), ergebnis: 'abgelehnt', text: '' });
  assert.ok(!late.ok);
  assert.match(late.refusal.message, /Inzwischen hat die antragstellende Person .*zurückgezogen/);
  assert.equal(need(await openEingang(world.deps, world.anna, nummer)).eingang.zustand, 'zurueckgezogen');
});

test('what the portal refuses to note undoes the step at the authority, unless it knows no such Antrag any more', async () => {
  await using world = await openWorld();
  await arrived(world);
  const refusal = { kind: 'conflict', code: 'ANTRAG_STATE', message: 'Zurückgezogen.' } as const;
  const deps = { ...world.deps, tellApplicant: async () => ({ ok: false, refusal }) as const };
  assert.equal(codeOf(await take(deps, world.anna, at(1))), 'ANTRAG_STATE');
  const { eingang, verlauf } = need(await openEingang(world.deps, world.anna, nummer));
  assert.deepEqual([eingang.zustand, eingang.version, verlauf.length], ['neu', 1, 1]);
  const gone = { ...refusal, kind: 'not-found', code: 'ANTRAG_UNKNOWN' } as const;
  const forgotten = { ...world.deps, tellApplicant: async () => ({ ok: false, refusal: gone }) as const };
  need(await take(forgotten, world.anna, at(1)));
});

test('what an applicant writes before the worker made a case of it, and after its end, lies with the case', async () => {
  await using world = await openWorld();
  const submissionId = await send(world);
  await says(world, submissionId, 'nachricht', 'Noch etwas');
  await post(world, submissionId);
  need(await receive(world.deps, { submissionId, tenant: world.tenant }));
  need(await closeCase(world.deps, world.anna, { ...at(2), text: 'Unzuständig.' }));
  await says(world, submissionId, 'ruecknahme', 'Doch nicht.');
  await post(world, submissionId);
  const { eingang, verlauf } = need(await openEingang(world.deps, world.anna, nummer));
  assert.equal(eingang.zustand, 'abgeschlossen');
  assert.deepEqual(
    verlauf.map((each) => ('text' in each ? each.text : each.art)),
    ['eingegangen', 'Noch etwas', 'Unzuständig.', 'Rücknahme, nach dem Ende eingegangen: Doch nicht.'],
  );
  assert.equal(await countOf(world.delivery, 'inbox.post'), 0);
});

test('a case that nobody took cannot be decided; texts that must be there are asked for', async () => {
  await using world = await openWorld();
  const { deps, anna } = world;
  await arrived(world);
  const refused = await decide(deps, anna, { ...at(1), ergebnis: 'stattgegeben', text: '' });
  assert.equal(codeOf(refused), 'INBOX_STEP_IMPOSSIBLE');
  for (const text of ['', '   ', 'x'.repeat(5001)])
    assert.equal(codeOf(await closeCase(deps, anna, { ...at(1), text })), 'INBOX_FIELD_INVALID');
  assert.equal(codeOf(await handOn(deps, anna, { ...at(1), mitglied: 'niemand' })), 'INBOX_FIELD_INVALID');
  assert.equal(codeOf(await take(deps, { ...anna, mitglied: null }, at(1))), 'INBOX_MEMBER_NEEDED');
  assert.equal(codeOf(await take(deps, anna, { nummer: 'XYZ-1', version: 1 })), 'INBOX_UNKNOWN');
  const closed = need(await closeCase(deps, anna, { ...at(1), text: 'Bitte an Detmold wenden.' }));
  assert.equal(closed.zustand, 'abgeschlossen');
  assert.deepEqual(world.told.at(-1)?.text, 'Bitte an Detmold wenden.');
});
