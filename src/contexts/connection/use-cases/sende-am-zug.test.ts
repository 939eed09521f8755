import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { dutiesWorlds } from '../../efa/testing/efa-world.ts';
import {
  type ConnectionWorld,
  connected,
  mailable,
  openConnectionWorld,
  personOf,
  tick,
} from '../testing/connection-world.ts';
import { amZugNews } from './am-zug-news.ts';
import { sendeAmZug } from './sende-am-zug.ts';

describe('who looks after an Anbindung is mailed what begins to wait for the house', () => {
  let world: ConnectionWorld;
  let member: string;
  before(async () => {
    world = await openConnectionWorld((await dutiesWorlds()).shipped);
    await connected(world);
    member = await mailable(world);
  });
  after(() => world[Symbol.asyncDispose]());
  const later = () => world.efa.turnClock(1);

  test('nobody is told what was there before the first look', async () => {
    assert.equal(await sendeAmZug(world.deps), 0);
    assert.deepEqual(world.mails, []);
  });

  test('what a step of somebody else opens comes in one mail, once', async () => {
    later();
    await tick(world, 'rahmenvereinbarung', '2026-12-31');
    assert.equal(await sendeAmZug(world.deps), 1);
    assert.equal(await sendeAmZug(world.deps), 0);
    const [mail] = world.mails;
    assert.equal(mail?.to, 'mara@lemgo.example');
    assert.match(mail?.subject ?? '', /Punkte? warte[nt]/);
    assert.match(mail?.text ?? '', /- Bewohnerparkausweis: Einzelabruf für diesen Onlinedienst erteilt/);
    assert.match(mail?.text ?? '', /Alle Anbindungen: \S+\/anbindungen\n/);
    assert.match(mail?.text ?? '', /\/benachrichtigungen$/);
  });

  test('who reads it in the summary, or wants no such mail, gets none, and none afterwards for what was meanwhile', async () => {
    world.ports.ohneMail = new Set([member]);
    later();
    await tick(world, 'einzelabruf');
    assert.equal(await sendeAmZug(world.deps), 0);
    world.ports.ohneMail = new Set();
    later();
    assert.equal(await sendeAmZug(world.deps), 0);
  });

  test('a mail that cannot be sent is tried again', async () => {
    later();
    await tick(world, 'parameter');
    const broken = { ...world.deps, sendMail: () => Promise.reject(new Error('the mail server is away')) };
    await assert.rejects(sendeAmZug(broken), /1 houses were not told/);
    assert.equal(await sendeAmZug(world.deps), 1);
    assert.match(world.mails.at(-1)?.text ?? '', /Gebühren nach geltender Satzung hinterlegt/);
  });

  test('each side is led to the page on which it sees them all', async () => {
    const long = new Date('2026-01-01');
    const own = await amZugNews(world.deps, personOf(world.lemgo), long);
    const lead = await amZugNews(world.deps, personOf(world.lead), long);
    assert.deepEqual([own.href, lead.href], ['/anbindungen', '/cockpit']);
    assert.ok(lead.count > 0);
  });
});
