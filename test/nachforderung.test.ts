import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { valueIn } from '../src/contexts/applications/testing/applications-world.ts';
import { maintainApplications } from '../src/contexts/applications/use-cases/maintain-applications.ts';
import {
  actionOf,
  begun,
  citizenOf,
  codeOf,
  filled,
  htmlOf,
  nummerIn,
  submitted,
  targetOf,
} from '../src/contexts/applications/web/testing/citizen.ts';
import { personForm } from '../src/contexts/applications/web/testing/hund-forms.ts';
import { uploadOf, uploads, withLargeDog } from '../src/contexts/applications/web/testing/large-dog.ts';
import { findInDatabase, findInFiles } from '../src/contexts/delivery/testing/canary.ts';
import { askablesOf } from '../src/contexts/inbox/domain/nachreichung.ts';
import { act } from '../src/contexts/inbox/use-cases/act.ts';
import { maintainInbox } from '../src/contexts/inbox/use-cases/delete-due.ts';
import { mailApplicant, remindApplicants } from '../src/contexts/inbox/use-cases/mail-applicant.ts';
import { openAttachment } from '../src/contexts/inbox/use-cases/open-attachment.ts';
import { filed, openBoth, send, wantedAt } from './support/both-sides.ts';

test('a picked field is asked for alone, answered once, and stands at the case beside what it was', async () => {
  await using both = await openBoth();
  const { citizen, own, nummer } = await filed(both);
  const felder = askablesOf((await both.open(nummer)).inhalt).map(({ place }) => place);
  assert.ok(
    felder.includes('nachname') && felder.includes('hunde.#1.name') && felder.includes('hunde'),
    felder.join(),
  );
  valueIn(await both.ask(nummer, ['nachname', 'hunde.#1.name']));
  const at = await wantedAt(citizen, own);
  const intro = await htmlOf(await citizen.get(at));
  assert.match(intro, /Der Name ist nicht lesbar/);
  assert.match(await htmlOf(await citizen.get(own)), /bis zum 05\.12\.2026/);
  const dogs = `${at}/seite/hunde`;
  const page = await htmlOf(await citizen.get(dogs));
  assert.match(page, /name="hunde\.0\.name"/);
  assert.doesNotMatch(page, /name="hunde\.0\.rasse"|add:hunde/);
  const rows = { 'hunde.n': '1', 'hunde.0.key': '1', _fields: 'hunde.0.name hunde.0.rasse' };
  const next = targetOf(
    await send(citizen, dogs, { ...rows, 'hunde.0.name': 'Bella', 'hunde.0.rasse': 'Wolf' }),
  );
  assert.equal(next, `${at}/seite/person`);
  assert.equal(codeOf(await citizen.get(`${at.slice(0, -36)}${randomUUID()}`)), 'NACHFORDERUNG_UNKNOWN');
  const faulty = await send(citizen, next, { nachname: '', _fields: 'nachname' });
  assert.equal(faulty.kind === 'page' && faulty.status, 422);
  // Left and resumed: the draft is where it was.
  const resumed = await htmlOf(await citizen.get(at));
  assert.match(resumed, /Weitermachen/);
  assert.equal(
    targetOf(await send(citizen, next, { nachname: 'Musterfrau', _fields: 'nachname' })),
    `${at}/pruefen`,
  );
  const check = await citizen.get(`${at}/pruefen`);
  assert.match(await htmlOf(check), /bisher: Bello[\s\S]*bisher: Muster/);
  const action = await actionOf(check, '/absenden');
  const sent = await Promise.all([citizen.post(action), citizen.post(action), citizen.post(action)]);
  assert.deepEqual(new Set(sent.map(targetOf)), new Set([`${own}?nachgereicht`]));
  assert.equal(targetOf(await citizen.post(action)), `${own}?nachgereicht`);
  assert.deepEqual(await both.arrive(), ['known', 'joined']);
  assert.deepEqual(await both.arrive(), ['known', 'known']);
  const detail = await both.open(nummer);
  assert.equal(detail.eingang.zustand, 'antwort-da');
  const answers = JSON.stringify(detail.inhalt.antrag.dokument);
  assert.match(answers, /"answer":"Bella","origin":"nachgereicht am 21\.11\.2026".*?"previous":"Bello"/);
  assert.doesNotMatch(answers, /Wolf/);
  assert.match(JSON.stringify(detail.ursprung.antrag.dokument), /"answer":"Bello"/);
  assert.deepEqual(
    detail.verlauf.map(({ art }) => art),
    ['eingegangen', 'uebernommen', 'nachgefordert', 'nachgereicht'],
  );
  assert.equal(detail.nachforderungen[0]?.zustand, 'beantwortet');
  assert.equal(detail.nachforderungen[0]?.verspaetet, false);
  const copy = await htmlOf(await citizen.get(`${own}/angaben`));
  assert.match(copy, /Nachgereicht am/);
  assert.match(copy, /bisher: Bello/);
  assert.match(await htmlOf(await citizen.get(`${own}/quittung`)), /Nachgereicht am/);
  // Asked again, it stands on what was handed in.
  valueIn(await both.ask(nummer, ['nachname']));
  assert.match(
    await htmlOf(await citizen.get(`${await wantedAt(citizen, own)}/seite/person`)),
    /value="Musterfrau"/,
  );
});

test('a document is handed in at one of two offices; its file opens there alone, also after the case went to another office', async () => {
  await using both = await openBoth();
  const { world, deps, worker } = both;
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await withLargeDog(citizen, own, 'Rex');
  await submitted(citizen, own);
  const nummer = `${nummerIn(await htmlOf(await citizen.get(`${own}/quittung`)))}-2`;
  await both.arrive();
  await both.take(nummer);
  valueIn(await both.ask(nummer, ['sachkundeNachweis'], '2026-12-05', 'Der Nachweis ist unscharf.'));
  const at = await wantedAt(citizen, own);
  const page = `${at}/seite/sachkunde-nachweis`;
  const html = await htmlOf(await citizen.get(page));
  const remove = /value="(file:sachkundeNachweis:[^"]+)"/.exec(html)?.[1] ?? '';
  targetOf(await send(citizen, page, { _action: remove }));
  const fresh = uploads('sachkundeNachweis', uploadOf('scharf.pdf', '%PDF-1.7 scharf'));
  targetOf(await send(citizen, page, {}, fresh));
  // Meanwhile the case goes to the other office of the house.
  const { version } = (await both.open(nummer)).eingang;
  const moved = { nummer, version, ziel: world.zustellpunkt, text: 'gehört zu euch' };
  valueIn(await act(deps, worker, 'zuleiten', moved));
  world.turnClock(20);
  const check = await citizen.get(`${at}/pruefen`);
  assert.match(await htmlOf(check), /Die Frist ist am 05\.12\.2026 abgelaufen/);
  targetOf(await citizen.post(await actionOf(check, '/absenden')));
  assert.deepEqual(await both.arrive(), ['known', 'known', 'joined']);
  const detail = await both.open(nummer);
  assert.equal(detail.nachforderungen[0]?.verspaetet, true);
  assert.deepEqual(detail.inhalt.anlagen.map(({ name }) => name).toSorted(), [
    'beleg.pdf',
    'police.pdf',
    'scharf.pdf',
  ]);
  assert.equal(detail.ursprung.anlagen.length, 2);
  const file = detail.inhalt.anlagen.find(({ name }) => name === 'scharf.pdf');
  const opened = valueIn(await openAttachment(deps, worker, { nummer, anlage: file?.id ?? '' }));
  const pieces = [];
  for await (const piece of opened.bytes) pieces.push(piece);
  assert.equal(Buffer.concat(pieces).toString(), '%PDF-1.7 scharf');
  const other = await both.open(nummer.replace(/-2$/, ''));
  assert.equal(other.nachforderungen.length, 0);
});

test('one at a time; taken back, nothing can be sent any more; an end of the case ends it too', async () => {
  await using both = await openBoth();
  const { deps, worker } = both;
  const { citizen, own, nummer } = await filed(both);
  for (const [felder, frist, text, field] of [
    [[], '2026-12-05', 'Grund', 'felder'],
    [['gibtEsNicht'], '2026-12-05', 'Grund', 'felder'],
    [['nachname'], '2026-11-21', 'Grund', 'frist'],
    [['nachname'], 'bald', 'Grund', 'frist'],
    [['nachname'], '2026-12-05', ' ', 'text'],
  ] as const) {
    const refused = await both.ask(nummer, felder, frist, text);
    assert.equal(refused.ok ? '' : refused.refusal.fields?.[0]?.field, field);
  }
  valueIn(await both.ask(nummer, ['nachname']));
  const twice = await both.ask(nummer, ['vorname']);
  assert.equal(twice.ok ? '' : twice.refusal.code, 'INBOX_ASKED_ALREADY');
  const at = await wantedAt(citizen, own);
  targetOf(await send(citizen, `${at}/seite/person`, { nachname: 'Neu', _fields: 'nachname' }));
  const action = await actionOf(await citizen.get(`${at}/pruefen`), '/absenden');
  const { version } = (await both.open(nummer)).eingang;
  valueIn(await act(deps, worker, 'nachforderung-zuruecknehmen', { nummer, version }));
  assert.equal(codeOf(await citizen.post(action)), 'NACHFORDERUNG_OVER');
  assert.match(await htmlOf(await citizen.get(own)), /nichts mehr nachreichen/);
  assert.equal((await both.open(nummer)).eingang.zustand, 'in-bearbeitung');
  const again = await act(deps, worker, 'nachforderung-zuruecknehmen', { nummer, version: version + 1 });
  assert.equal(again.ok ? '' : again.refusal.code, 'INBOX_NOTHING_ASKED');
  valueIn(await both.ask(nummer, ['nachname']));
  const then = (await both.open(nummer)).eingang.version;
  valueIn(await act(deps, worker, 'entscheiden', { nummer, version: then, ergebnis: 'abgelehnt' }));
  assert.doesNotMatch(await htmlOf(await citizen.get(own)), /nachforderung\//);
  assert.equal(await remindApplicants(deps), 0);
});

test('the applicant is mailed that something awaits and reminded once, without a word of the Antrag', async () => {
  await using both = await openBoth();
  const { world, deps, tenant, mails } = both;
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  const person = await citizen.get(`${own}/seite/person`);
  const fields = [...(await htmlOf(person)).matchAll(/name="([^"]*[Mm]ail[^"]*)"/g)];
  const named = Object.fromEntries(fields.map(([, name = '']) => [name, 'erika@example.org']));
  targetOf(await citizen.post(await actionOf(person, '/seite/'), { ...personForm, ...named }));
  await submitted(citizen, own);
  const nummer = nummerIn(await htmlOf(await citizen.get(`${own}/quittung`)));
  await both.arrive();
  await both.take(nummer);
  valueIn(await both.ask(nummer, ['nachname'], '2026-12-05', 'Kanarienvogel'));
  const [row] = await world.owner('select id from inbox.nachforderung');
  const nachforderung = String(row?.id);
  await mailApplicant(deps, { nachforderung, tenant, art: 'neu' });
  assert.deepEqual(
    mails.map(({ to, subject }) => [to, subject]),
    [['erika@example.org', `Neues zu Ihrem Antrag ${nummer}`]],
  );
  assert.doesNotMatch(JSON.stringify(mails), /Kanarienvogel|Hund|Muster|antrag\/weiter/);
  world.turnClock(10);
  assert.equal(await remindApplicants(deps), 0);
  world.turnClock(1);
  assert.deepEqual(
    await Promise.all([remindApplicants(deps), remindApplicants(deps)]).then((all) => all.toSorted()),
    [0, 1],
  );
  await mailApplicant(deps, { nachforderung, tenant, art: 'erinnerung' });
  assert.match(mails.at(-1)?.subject ?? '', /^Erinnerung/);
  assert.equal(await remindApplicants(deps), 0);
});

test('a marker in reason, draft, file and answer is found in no table and no file; all of it goes on its day', async () => {
  await using both = await openBoth();
  const { world, deps, worker, tenant } = both;
  const marker = 'Kanarienvogel-Möwe-7732';
  const { citizen, own, nummer } = await filed(both);
  valueIn(await both.ask(nummer, ['nachname'], '2026-12-05', `Wegen ${marker}.`));
  const at = await wantedAt(citizen, own);
  targetOf(await send(citizen, `${at}/seite/person`, { nachname: marker, _fields: 'nachname' }));
  assert.deepEqual(await findInDatabase(world.t.superuser, marker), []);
  targetOf(await citizen.post(await actionOf(await citizen.get(`${at}/pruefen`), '/absenden')));
  await both.arrive();
  assert.match(JSON.stringify((await both.open(nummer)).inhalt), /Kanarienvogel/);
  assert.deepEqual(await findInDatabase(world.t.superuser, marker), []);
  assert.deepEqual(findInFiles(world.folder, marker), []);
  const { version } = (await both.open(nummer)).eingang;
  valueIn(await act(deps, worker, 'entscheiden', { nummer, version, ergebnis: 'stattgegeben' }));
  const due = await world.owner('select delete_on::text as day from delivery.submission');
  assert.equal(new Set(due.map(({ day }) => String(day))).size, 1);
  world.turnClock(800);
  await maintainInbox(deps);
  await maintainApplications(world.deps, [tenant]);
  const [left] = await world.owner(`select (select count(*)::int from inbox.inhaltsfassung) as f,
    (select count(*)::int from inbox.nachforderung) as n, (select count(*)::int from applications.nachforderung) as a`);
  assert.deepEqual(left, { f: 0, n: 0, a: 0 });
});
