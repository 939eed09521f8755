import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorOf, type Principal } from '#platform';
import { codeOf, openWorld, valueIn, type World } from '../testing/world.ts';
import { ask } from './ask.ts';
import { contribute } from './contribute.ts';
import { editBeitrag } from './edit.ts';
import { follow, keepSeen, markRead } from './keep-reading.ts';
import { notifyReaders } from './notify.ts';
import { publishAnswer, takeBack } from './publish-answer.ts';
import { countUnread, readPublished, readRueckfragen, readThread } from './read.ts';

const lemgo = 'lemgo/koordination';
const kollegin = 'lemgo/stand-pflege';
const lead = 'verbund/ozg-leitung';
const detmold = 'detmold/koordination';

async function asked(world: World, adressat = 'dienstleister', text = 'Wer ist zuständig?'): Promise<string> {
  const input = { zu: 'leistung:L1', adressat, betreff: 'Zuständigkeit', text };
  return valueIn(await ask(world.deps, world.as(lemgo), input)).id;
}

async function open(world: World, key: string, id: string): Promise<void> {
  await keepSeen(world.deps, valueIn(await readThread(world.deps, world.as(key), id)));
}

const add = (world: World, key: string, id: string, art: string, text = 'Weil es so ist.') =>
  contribute(world.deps, world.as(key), id, { art, text });

const notify = (world: World, id: string) => notifyReaders(world.deps, { id, tenant: world.tenant('lemgo') });

test('a question goes its way: answered, opened again with a reason, answered; a withdrawn one is over', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  const zustand = async () => valueIn(await readThread(world.deps, world.as(lemgo), id)).zeile.zustand;
  assert.equal(await zustand(), 'offen');
  assert.equal(codeOf(await add(world, lemgo, id, 'wieder-offen')), 'DISCUSSION_STATE');
  valueIn(await add(world, lead, id, 'antwort'));
  assert.equal(await zustand(), 'beantwortet');
  assert.equal(codeOf(await add(world, lead, id, 'wieder-offen')), 'DISCUSSION_ONLY_ASKING');
  assert.equal(codeOf(await add(world, lemgo, id, 'wieder-offen', ' ')), 'DISCUSSION_INVALID');
  valueIn(await add(world, lemgo, id, 'wieder-offen'));
  assert.equal(await zustand(), 'wieder-offen');
  assert.equal(codeOf(await add(world, lead, id, 'zurueckgezogen')), 'DISCUSSION_ONLY_ASKING');
  valueIn(await add(world, kollegin, id, 'zurueckgezogen'));
  for (const art of ['antwort', 'ergaenzung', 'wieder-offen', 'zurueckgezogen'])
    assert.equal(codeOf(await add(world, lemgo, id, art)), 'DISCUSSION_STATE', art);
});

test('whoever may not write reads along and is refused with the reason; strangers learn nothing', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  assert.equal(codeOf(await add(world, 'lemgo/lesen', id, 'antwort')), 'DISCUSSION_NOT_ALLOWED');
  assert.ok((await readThread(world.deps, world.as('lemgo/lesen'), id)).ok);
  assert.equal(codeOf(await add(world, detmold, id, 'antwort')), 'DISCUSSION_UNKNOWN');
  assert.equal(
    codeOf(await readThread(world.deps, world.as(detmold), 'gibt-es-nicht')),
    'DISCUSSION_UNKNOWN',
  );
  assert.equal(codeOf(await readThread(world.deps, null, id)), 'DISCUSSION_NO_ORGANISATION');
});

test('ten who write at the same moment all stand in the thread, each once and in order', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  const writers = [lemgo, kollegin, lead];
  const outcomes = await Promise.all(
    Array.from({ length: 9 }, (_, at) => add(world, writers[at % 3] ?? lead, id, 'ergaenzung', `Satz ${at}`)),
  );
  const written = outcomes.filter(({ ok }) => ok).length;
  const { beitraege } = valueIn(await readThread(world.deps, world.as(lead), id));
  assert.deepEqual(
    beitraege.map(({ nr }) => nr),
    Array.from({ length: written + 1 }, (_, at) => at + 1),
  );
  assert.equal(new Set(beitraege.map(({ fassungen }) => fassungen[0]?.text)).size, written + 1);
  for (const outcome of outcomes) if (!outcome.ok) assert.equal(outcome.refusal.code, 'DISCUSSION_OVERTAKEN');
});

test('of an answer and a withdrawal at the same moment just one stands, and the other is told', async () => {
  await using world = await openWorld();
  for (let round = 0; round < 5; round += 1) {
    const id = await asked(world);
    const both = await Promise.all([
      add(world, lead, id, 'antwort'),
      add(world, lemgo, id, 'zurueckgezogen'),
    ]);
    assert.equal(both.filter(({ ok }) => ok).length, 1);
  }
});

test('what somebody has read does not come back, and what comes later is unread again (Fehler 7 der OZG-Datenbank)', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  const unread = () => countUnread(world.deps, world.as(lead));
  assert.equal(await unread(), 1);
  const page = valueIn(await readThread(world.deps, world.as(lead), id));
  valueIn(await add(world, kollegin, id, 'ergaenzung'));
  await keepSeen(world.deps, page);
  assert.equal(await unread(), 1, 'what came after the page was made is not read');
  await open(world, lead, id);
  assert.equal(await unread(), 0);
  await keepSeen(world.deps, page);
  assert.equal(await unread(), 0, 'an older page takes nothing back');
  valueIn(await add(world, lead, id, 'antwort'));
  assert.equal(await unread(), 0, 'one’s own answer is no news');
  valueIn(await markRead(world.deps, world.as(lemgo), null));
  assert.equal(await countUnread(world.deps, world.as(lemgo)), 0);
});

test('names of people stand only within their house, also where they are mentioned', async () => {
  await using world = await openWorld();
  const name = world.person(kollegin).name;
  const id = await asked(world, 'dienstleister', `Weißt du das, @${name}?`);
  const inside = valueIn(await readThread(world.deps, world.as(kollegin), id)).beitraege[0];
  assert.equal(inside?.von, world.person(lemgo).name);
  assert.equal(inside?.fassungen[0]?.text, `Weißt du das, @${name}?`);
  const outside = valueIn(await readThread(world.deps, world.as(lead), id)).beitraege[0];
  assert.equal(outside?.von, 'LEMGO');
  assert.equal(outside?.fassungen[0]?.text, 'Weißt du das, @jemand von LEMGO?');
  const { rows } = await world.t.superuser.query('select text from discussion.beitrag');
  assert.ok(!JSON.stringify(rows).includes(name), 'no name lies in clear in the database');
  const [zeile] = valueIn(await readRueckfragen(world.deps, world.as(lead)));
  assert.ok(!zeile?.frage.includes(name));
});

test('a mention reaches whoever turned the thread off; an unknown name is told with those that exist', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  await open(world, kollegin, id);
  valueIn(await follow(world.deps, world.as(kollegin), id, false));
  valueIn(await add(world, lead, id, 'ergaenzung'));
  assert.equal(await countUnread(world.deps, world.as(kollegin)), 0);
  const wrong = await add(world, lemgo, id, 'ergaenzung', 'Bitte @Kolegin schauen');
  assert.ok(!wrong.ok && wrong.refusal.fields?.[0]?.message.includes(world.person(kollegin).name));
  assert.equal(
    codeOf(await add(world, lead, id, 'antwort', `@${world.person(kollegin).name}`)),
    'DISCUSSION_INVALID',
  );
  valueIn(await add(world, lemgo, id, 'ergaenzung', `Bitte @${world.person(kollegin).name} schauen`));
  assert.equal(await countUnread(world.deps, world.as(kollegin)), 1);
});

test('an own contribution can be mended for an hour, with every version kept', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  const edit = (key: string, text: string, nr = 1) =>
    editBeitrag(world.deps, world.as(key), { id, nr, text });
  assert.equal(codeOf(await edit(kollegin, 'Anders')), 'DISCUSSION_NOT_YOURS');
  assert.equal(codeOf(await edit(lemgo, 'Wer ist zuständig?')), 'DISCUSSION_INVALID');
  assert.equal(codeOf(await edit(lemgo, `Wer, @${world.person(kollegin).name}?`)), 'DISCUSSION_INVALID');
  assert.equal(codeOf(await edit(lemgo, 'Anders', 7)), 'DISCUSSION_UNKNOWN');
  valueIn(await edit(lemgo, 'Wer ist heute zuständig?'));
  world.turnClock(59);
  valueIn(await edit(lemgo, 'Wer ist ab 2027 zuständig?'));
  world.turnClock(2);
  assert.equal(codeOf(await edit(lemgo, 'Zu spät')), 'DISCUSSION_EDIT_TOO_LATE');
  const [first] = valueIn(await readThread(world.deps, world.as(lead), id)).beitraege;
  assert.deepEqual(
    first?.fassungen.map(({ text }) => text),
    ['Wer ist zuständig?', 'Wer ist heute zuständig?', 'Wer ist ab 2027 zuständig?'],
  );
});

test('one mail a thread until it is read; a mail that fails is sent later and holds up nobody', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  world.dead.add(lead);
  await assert.rejects(notify(world, id), AggregateError);
  assert.deepEqual(world.mails, [kollegin]);
  world.dead.clear();
  await notify(world, id);
  await notify(world, id);
  assert.deepEqual(world.mails, [kollegin, lead]);
  valueIn(await add(world, lemgo, id, 'ergaenzung'));
  await notify(world, id);
  assert.deepEqual(world.mails, [kollegin, lead], 'both have not read it yet');
  await open(world, lead, id);
  valueIn(await add(world, lemgo, id, 'ergaenzung'));
  await notify(world, id);
  assert.deepEqual(world.mails, [kollegin, lead, lead]);
});

test('an answered question is published for all Kommunen of the provider, without who asked', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  const words = { frage: 'Wer ist zuständig?', antwort: 'Der Kreis.' };
  assert.equal(codeOf(await publishAnswer(world.deps, world.as(lead), id, words)), 'DISCUSSION_NOT_ANSWERED');
  valueIn(await add(world, lead, id, 'antwort'));
  assert.equal(
    codeOf(await publishAnswer(world.deps, world.as(lemgo), id, words)),
    'DISCUSSION_ONLY_PROVIDER',
  );
  const published = valueIn(await publishAnswer(world.deps, world.as(lead), id, words));
  assert.equal(codeOf(await publishAnswer(world.deps, world.as(lead), id, words)), 'DISCUSSION_PUBLISHED');
  for (const key of [detmold, 'blomberg/lesen', lead]) {
    const [one] = valueIn(await readPublished(world.deps, world.as(key)));
    assert.equal(one?.antwort, 'Der Kreis.', key);
    assert.ok(!JSON.stringify(one).toLowerCase().includes('lemgo'));
  }
  assert.deepEqual(valueIn(await readPublished(world.deps, world.as('aachen/koordination'))), []);
  assert.equal(
    codeOf(await takeBack(world.deps, world.as('fremd/ozg-leitung'), published.id)),
    'DISCUSSION_ANSWER_UNKNOWN',
  );
  valueIn(await takeBack(world.deps, world.as(lead), published.id));
  assert.deepEqual(valueIn(await readPublished(world.deps, world.as(detmold))), []);
});

test('a Kommune that withdraws its consent reads the circle no more, and its own questions still', async () => {
  await using world = await openWorld();
  const input = { zu: 'leistung:L1', adressat: 'verbund', betreff: 'Frage', text: 'Wer hat Erfahrung?' };
  const own = valueIn(await ask(world.deps, world.as(detmold), input)).id;
  const other = await asked(world, 'verbund');
  await world.t.superuser.query('update identity.einwilligung set valid_to = $1 where tenant_id = $2', [
    '2021-12-31',
    world.tenant('detmold'),
  ]);
  const seen = valueIn(await readRueckfragen(world.deps, world.as(detmold))).map(({ id }) => id);
  assert.deepEqual(seen, [own]);
  assert.equal(codeOf(await add(world, detmold, other, 'antwort')), 'DISCUSSION_UNKNOWN');
});

test('every change stands in the audit trail of whoever made it, without a word of what was said', async () => {
  await using world = await openWorld();
  const id = await asked(world, 'dienstleister', 'Geheimer Wortlaut');
  valueIn(await add(world, lead, id, 'antwort', 'Geheime Antwort'));
  const { rows } = await world.t.superuser.query<{ tenant_id: string; action: string }>(
    "select tenant_id, action, summary from platform.audit where object_type = 'rueckfrage' order by at",
  );
  assert.deepEqual(
    rows.map(({ tenant_id, action }) => [tenant_id, action]),
    [
      [world.tenant('lemgo'), 'discussion.rueckfrage.asked'],
      [world.tenant('verbund'), 'discussion.rueckfrage.contributed'],
    ],
  );
  assert.ok(!JSON.stringify(rows).includes('Geheim'));
});

test('a deputy reads for themselves, and is reached by mentions of whom they stand in for', async () => {
  await using world = await openWorld();
  const id = await asked(world);
  const leser = world.person('lemgo/lesen');
  const deputy: Principal = {
    ...world.as('lemgo/fachbereich'),
    actor: actorOf('mitglied', `${world.person('lemgo/fachbereich').id}+vertretung:${leser.id}`),
    permissions: leser.principal.permissions,
  };
  assert.equal(await countUnread(world.deps, deputy), 0);
  valueIn(await add(world, lemgo, id, 'ergaenzung', `@${leser.name}, bitte lesen`));
  assert.equal(await countUnread(world.deps, deputy), 1);
  valueIn(await markRead(world.deps, deputy, [id]));
  assert.equal(await countUnread(world.deps, deputy), 0);
  assert.equal(await countUnread(world.deps, leser.principal), 1, 'the person themselves has not read it');
});
