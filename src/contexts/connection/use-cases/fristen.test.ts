import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { addDays, localDate } from '#kernel';
import { dutiesWorlds } from '../../efa/testing/efa-world.ts';
import { type Ablauf, monatsblatt, nachbarmonat, stufen, stufeOn } from '../domain/ablauf.ts';
import { fristenKalender } from '../kalender.ts';
import {
  type ConnectionWorld,
  connected,
  mailable,
  openConnectionWorld,
  personOf,
  tick,
} from '../testing/connection-world.ts';
import { readFristen } from './fristen.ts';
import { fristenNews } from './fristen-news.ts';
import { hinweisZeilen, sendHinweise } from './hinweise.ts';

const ablauf = (bis: string, titel = 'AVV'): Ablauf => ({
  was: 'nachweis x avv',
  art: 'nachweis',
  titel,
  kommune: 'Lemgo',
  dienst: 'x',
  dienstTitel: null,
  bis: localDate(bis),
  href: '/fristen',
});

test('nothing expires without five notices before, and on no day two stages count at once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (offset) => {
      const bis = addDays(localDate('2026-01-01'), offset);
      const seen = new Set<number>();
      for (let before = 120; before >= -30; before -= 1) {
        const stufe = stufeOn(bis, addDays(bis, -before));
        if (stufe !== null) seen.add(stufe);
        assert.equal(stufe === null, before > 90);
      }
      assert.deepEqual([...seen], [...stufen]);
    }),
    { numRuns: 20 },
  );
});

test('the month shows every day once, Monday first', () => {
  const weeks = monatsblatt('2026-11', [ablauf('2026-11-01'), ablauf('2026-11-30')]);
  assert.equal(weeks.length, 6);
  assert.deepEqual(
    weeks.flat().flatMap((day) => (day ? [Number(day.tag.slice(8))] : [])),
    Array.from({ length: 30 }, (_, i) => i + 1),
  );
  assert.equal(weeks[0]?.[6]?.tag, '2026-11-01');
  assert.equal(weeks[5]?.[0]?.ablaeufe.length, 1);
  assert.deepEqual([nachbarmonat('2026-01', -1), nachbarmonat('2026-12', 1)], ['2025-12', '2027-01']);
});

test('the calendar can be read by others; whoever types a line break begins no line of their own', () => {
  const wish = { origin: 'http://verwaltung.localhost', stempel: new Date('2026-11-22T00:00:00Z') };
  const text = fristenKalender([ablauf('2026-12-24', 'AVV\r\nBEGIN:VALARM')], wish);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  assert.equal(events.length, 1);
  assert.equal(events[0]?.getFirstPropertyValue('dtstart')?.toString(), '2026-12-24');
  assert.equal(events[0]?.getAllSubcomponents('valarm').length, 0);
});

test('a mail about hundreds of things names the first and says how many more there are', () => {
  const many = Array.from({ length: 995 }, (_, i) => ablauf('2026-12-24', `Schlüssel ${i + 1}`));
  const lines = hinweisZeilen(many, localDate('2026-12-01'));
  assert.equal(lines.length, 41);
  assert.match(lines[0] ?? '', /Schlüssel 1 \(Lemgo\): gilt bis zum 24\.12\.2026/);
  assert.equal(lines.at(-1), '- und 955 weitere');
  assert.equal(hinweisZeilen(many.slice(0, 40), localDate('2026-12-01')).length, 40);
});

describe('expiries of an Anbindung', () => {
  let world: ConnectionWorld;
  before(async () => {
    world = await openConnectionWorld((await dutiesWorlds()).shipped);
    await connected(world);
    await tick(world, 'rahmenvereinbarung', '2026-12-10');
    await tick(world, 'avv', '2027-11-01');
  });
  after(() => world[Symbol.asyncDispose]());

  test('a Kommune sees its own, its IT-Dienstleister those of all that it cares for', async () => {
    const own = await readFristen(world.deps, { ...world.lemgo, kommunen: [world.lemgo.kommune] });
    assert.deepEqual(
      own.map(({ titel, bis }) => [titel, bis]),
      [
        ['Rahmenvereinbarung gezeichnet', '2026-12-10'],
        ['Auftragsverarbeitung oder gemeinsame Verantwortung vereinbart', '2027-11-01'],
      ],
    );
    const all = await readFristen(world.deps, { ...world.lead, kommunen: [world.lemgo.kommune] });
    assert.deepEqual(
      all.map(({ kommune }) => kommune),
      ['Lemgo', 'Lemgo'],
    );
    assert.match(all[0]?.href ?? '', /\?kommune=05766044/);
    const { tenant } = world.lemgo.kommune;
    // Two Kommunen may have the same name: what they were told of must not be taken for one.
    assert.ok(all.every(({ was }) => was.includes(tenant)));
    const ends = [{ tenant, name: 'Ordnungsamt', bis: localDate('2027-03-01') }];
    const deps = { ...world.deps, schluesselEnden: async () => ends };
    const keyOf = async (wer: ConnectionWorld['lemgo']) =>
      (await readFristen(deps, { ...wer, kommunen: [world.lemgo.kommune] })).find(
        ({ art }) => art === 'schluessel',
      );
    assert.equal((await keyOf(world.lead))?.href, '/zustellpunkte?kommune=05766044');
    assert.equal((await keyOf(world.lemgo))?.href, '/zustellpunkte');
  });

  test('a member is mailed each stage once, however often the worker comes by', async () => {
    await mailable(world);
    assert.equal(await sendHinweise(world.deps), 1);
    assert.equal(await sendHinweise(world.deps), 0);
    assert.match(
      world.mails[0]?.text ?? '',
      /Rahmenvereinbarung gezeichnet \(Lemgo\): gilt bis zum 10.12.2026/,
    );
    assert.ok(!world.mails[0]?.text.includes('Auftragsverarbeitung'));
    world.efa.turnClock(7);
    assert.equal(await sendHinweise(world.deps), 1);
    world.efa.turnClock(40);
    assert.equal(await sendHinweise(world.deps), 1);
    assert.match(world.mails[2]?.text ?? '', /ist abgelaufen am 10.12.2026/);
    assert.equal(await sendHinweise(world.deps), 0);
  });

  test('the digest names what came nearer to its end since the last one', async () => {
    const person = personOf(world.lemgo);
    const week = new Date(world.deps.clock.now().getTime() - 40 * 86_400_000);
    const news = await fristenNews(world.deps, person, week);
    assert.equal(news.count, 1);
    assert.match(news.lines[0] ?? '', /^Rahmenvereinbarung gezeichnet \(Lemgo\)/);
    assert.equal((await fristenNews(world.deps, person, world.deps.clock.now())).count, 0);
  });
});
