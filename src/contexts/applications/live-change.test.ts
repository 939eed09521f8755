import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shippedDienst } from '../forms/testing/build.ts';
import { type ApplicationsWorld, openApplicationsWorld } from './testing/applications-world.ts';
import { draftShapes } from './use-cases/draft-shapes.ts';
import {
  actionOf,
  begun,
  type Citizen,
  citizenOf,
  filled,
  htmlOf,
  submitted,
  targetOf,
} from './web/testing/citizen.ts';

type Rules = readonly Readonly<Record<string, unknown>>[];

/** Version 2 asks „einordnung“ under another name and with another value. */
async function releaseSecond(
  world: ApplicationsWorld,
  change: (formular: string) => string = renamed,
): Promise<void> {
  const dienst = await shippedDienst('hund-anmelden');
  const formular = change(JSON.stringify({ ...dienst.form.definition, version: 2 }));
  await world.owner(
    `insert into efa.angebot (dienst, fassung, anbieter_id, anbieter, inhalt, definition, formular, hash, angeboten_am)
      values ('hund-anmelden', '2', $1, 'Rechenzentrum', '{}', $2, $3, 'hash2', now())`,
    [world.lemgo.tenant, JSON.stringify(dienst.definition), formular],
  );
  await world.owner(`update efa.live_dienst set fassung = '2' where dienst = 'hund-anmelden'`);
}

const renamed = (formular: string) =>
  formular
    .replaceAll('"id":"einordnung","label"', '"id":"hundeart","label"')
    .replaceAll('einordnung in ', 'hundeart in ')
    .replaceAll('einordnung = ', 'hundeart = ');

async function publish(
  world: ApplicationsWorld,
  policy: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const rules: Rules = [{ do: 'rename', from: 'einordnung', to: 'hundeart' }];
  const inhalt = {
    format: 'leitwerk/uebergang@1',
    dienst: 'hund-anmelden',
    from: 1,
    to: 2,
    policy,
    rules,
    ...more,
  };
  await world.owner(
    `insert into overlays.uebergang (tenant_id, dienst, von, inhalt, veroeffentlicht_am, veroeffentlicht_von)
      values ($1, 'hund-anmelden', 1, $2, now(), 'system:test')`,
    [world.lemgo.tenant, JSON.stringify(inhalt)],
  );
}

async function begunWithAnswer(world: ApplicationsWorld): Promise<readonly [Citizen, string]> {
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  const action = await actionOf(await citizen.get(`${own}/seite/einordnung`), '/seite/');
  targetOf(await citizen.post(action, { einordnung: 'nein' }));
  return [citizen, own];
}

const versionOf = async (world: ApplicationsWorld) =>
  (await world.owner('select fassung, felder from applications.entwurf'))[0];

describe('A form that changes while drafts are open', () => {
  it('takes the answers along on the next visit, under their key, and counts shapes alone', async () => {
    await using world = await openApplicationsWorld();
    const [citizen, own] = await begunWithAnswer(world);
    await releaseSecond(world);
    await publish(world, 'move');
    assert.equal(targetOf(await citizen.get(own)), `${own}/seite/hunde`, 'nothing is asked twice');
    assert.match(await htmlOf(await citizen.get(`${own}/seite/einordnung`)), /value="nein" checked/);
    const shapes = await draftShapes(world.deps, [world.lemgo.tenant, world.detmold.tenant], 'hund-anmelden');
    assert.deepEqual(
      shapes.map(({ version, fields }) => [version, fields]),
      [[1, ['einordnung']]],
    );
    const action = await actionOf(await citizen.get(`${own}/seite/einordnung`), '/seite/');
    targetOf(await citizen.post(action, { hundeart: 'nein' }));
    assert.deepEqual(await versionOf(world), { fassung: '2', felder: ['hundeart'] });
  });

  it('goes back with its answers where the provider takes the version back, and what was sent stays as it was', async () => {
    await using world = await openApplicationsWorld();
    const [citizen, own] = await begunWithAnswer(world);
    const [earlier, sent] = await begunWithAnswer(world);
    await filled(earlier, sent);
    assert.equal(await submitted(earlier, sent), `${sent}/quittung`);
    await releaseSecond(world);
    await publish(world, 'move');
    const action = await actionOf(await citizen.get(`${own}/seite/einordnung`), '/seite/');
    targetOf(await citizen.post(action, { hundeart: 'nein' }));
    assert.deepEqual(await versionOf(world), { fassung: '2', felder: ['hundeart'] });
    await world.owner(`update efa.live_dienst set fassung = '1' where dienst = 'hund-anmelden'`);
    assert.match(
      await htmlOf(await citizen.get(`${own}/seite/einordnung`)),
      /name="einordnung" value="nein" checked/,
    );
    assert.equal(targetOf(await citizen.get(own)), `${own}/seite/hunde`, 'nothing is asked twice');
    const [antrag] = await world.owner('select fassung from applications.antrag');
    assert.equal(antrag?.fassung, '1');
    assert.match(await htmlOf(await earlier.get(`${sent}/angaben`)), /Ihre Angaben/);
  });

  it('stays with its version where the provider says so, and can be submitted there', async () => {
    await using world = await openApplicationsWorld();
    const [citizen, own] = await begunWithAnswer(world);
    await releaseSecond(world);
    await publish(world, 'pin');
    const page = await htmlOf(await citizen.get(`${own}/seite/einordnung`));
    assert.match(page, /name="einordnung" value="nein" checked|name="einordnung"[^>]*checked/);
    assert.doesNotMatch(page, /neue Fassung/);
    await filled(citizen, own);
    assert.equal((await versionOf(world))?.fassung, '1');
    assert.equal(await submitted(citizen, own), `${own}/quittung`);
  });

  it('asks the applicant where the provider says so, and moves when they say yes', async () => {
    await using world = await openApplicationsWorld();
    const [citizen, own] = await begunWithAnswer(world);
    await releaseSecond(world);
    await publish(world, 'ask', { cutoff: '2027-01-01', cutoffBasis: 'Änderung der Satzung (erfunden)' });
    const page = await htmlOf(await citizen.get(`${own}/seite/hunde`));
    assert.match(page, /eine neue Fassung/);
    assert.match(page, /Ab dem 01\.01\.2027 gilt nur noch die neue/);
    assert.equal(targetOf(await citizen.post(`${own}/fassung`)), own);
    assert.deepEqual(await versionOf(world), { fassung: '2', felder: ['hundeart'] });
    assert.doesNotMatch(await htmlOf(await citizen.get(`${own}/seite/hunde`)), /eine neue Fassung/);
    const again = await citizen.post(`${own}/fassung`);
    assert.equal(again.kind, 'refusal');
  });

  it('moves everybody from the day on which the law says so', async () => {
    await using world = await openApplicationsWorld();
    const [citizen, own] = await begunWithAnswer(world);
    await releaseSecond(world);
    await publish(world, 'pin', { cutoff: '2026-11-23', cutoffBasis: 'Gesetz (erfunden)' });
    assert.match(await htmlOf(await citizen.get(`${own}/seite/einordnung`)), /name="einordnung"/);
    world.turnClock(2);
    assert.match(await htmlOf(await citizen.get(`${own}/seite/einordnung`)), /name="hundeart"/);
  });

  it('leaves drafts where they are when a change would break their answers and nobody said how', async () => {
    await using world = await openApplicationsWorld();
    const [citizen, own] = await begunWithAnswer(world);
    await releaseSecond(world, (formular) =>
      formular
        .replace(
          /"type":"choice","id":"einordnung"(.*?)"options":\[.*?\]\}\]\}/,
          '"type":"date","id":"einordnung"$1"to":"today"}]}',
        )
        .replaceAll("einordnung in ['gefaehrlich', 'einzelfall']", 'year(einordnung) = 1900')
        .replaceAll("einordnung = 'rasse'", 'year(einordnung) = 1901'),
    );
    const page = await htmlOf(await citizen.get(`${own}/seite/einordnung`));
    assert.match(page, /value="nein" checked/);
  });

  it('opens a draft of every version that was ever published, within its storage period', async () => {
    await using world = await openApplicationsWorld();
    const [citizen, own] = await begunWithAnswer(world);
    await releaseSecond(world);
    for (const policy of ['move', 'pin', 'ask', 'move']) {
      await publish(world, policy);
      for (const fassung of ['1', '2']) {
        await world.owner(`update applications.entwurf set fassung = $1`, [fassung]);
        const answer = await citizen.get(`${own}/seite/einordnung`);
        assert.equal(answer.kind, 'page', `${policy}, ${fassung}`);
        await world.owner(`update efa.live_dienst set fassung = '1' where dienst = 'hund-anmelden'`);
        assert.equal(
          (await citizen.get(`${own}/seite/einordnung`)).kind,
          'page',
          `${policy}, back to ${fassung}`,
        );
        await world.owner(`update efa.live_dienst set fassung = '2' where dienst = 'hund-anmelden'`);
      }
    }
    world.turnClock(29);
    assert.equal((await citizen.get(`${own}/seite/einordnung`)).kind, 'page');
  });
});
