import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parametersOf, zustellpunktFor } from '#efa';
import { localDate } from '#kernel';
import { antragActor } from './antrag-actor.ts';
import {
  type ApplicationsWorld,
  openApplicationsWorld,
  setParameter,
  valueIn,
} from './testing/applications-world.ts';
import { begun, citizenOf, filled, htmlOf, submitted } from './web/testing/citizen.ts';

const dienst = 'hund-anmelden';

/** What the Kommune decided, from which day it counts, and when it became known. */
async function decided(
  world: ApplicationsWorld,
  cents: number,
  giltAb: string,
  erfasstAm: string,
): Promise<void> {
  await world.owner(
    `insert into efa.parameter (tenant_id, dienst, name, wert, gilt_ab, erfasst_am, erfasst_von)
      values ($1, $2, 'hundesteuer', $3, $4, $5, 'test')`,
    [
      world.lemgo.tenant,
      dienst,
      JSON.stringify([{ klasse: 'normal', abHunden: 1, betrag: cents }]),
      giltAb,
      erfasstAm,
    ],
  );
}

async function stated(
  world: ApplicationsWorld,
  wert: string,
  more: readonly [gebiet: string, verbindlich: boolean],
) {
  await world.owner(
    `insert into efa.vorgabe (tenant_id, dienst, gebiet, name, wert, verbindlich, grundlage, sagt, gilt_ab, erfasst_am, erfasst_von)
      values ($1, $2, $3, 'anmeldefrist', $4, $5, 'Norm (erfunden)', 'Land NRW', '2026-01-01', '2026-01-01', 'test')`,
    [world.lemgo.tenant, dienst, more[0], JSON.stringify(wert), more[1]],
  );
}

describe('An Antrag is priced by the law in force at its arrival', () => {
  let world: ApplicationsWorld;
  before(async () => {
    world = await openApplicationsWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const feeAt = async (eingangstag: string, eingegangenAm: string) => {
    const made = {
      dienst,
      fassung: '1',
      eingangstag: localDate(eingangstag),
      eingegangenAm: new Date(eingegangenAm),
    };
    const offer = await world.deps.db.withTenant(world.lemgo.tenant, antragActor, (tx) =>
      world.deps.offers.version(tx, world.lemgo, made),
    );
    return valueIn(offer).onArrival.parameters.tables.hundesteuer?.[0]?.betrag;
  };

  it('a Satzung for 1 January that becomes known on 10 December changes nothing that arrived before, and later not even when looked at again', async () => {
    await decided(world, 15_000, '2027-01-01', '2026-12-10T10:00:00Z');
    assert.equal(await feeAt('2026-12-31', '2026-12-31T12:00:00Z'), 10_001, 'known, but not yet in force');
    assert.equal(await feeAt('2027-01-02', '2027-01-02T12:00:00Z'), 15_000, 'in force and known');
    assert.equal(
      await feeAt('2027-01-02', '2026-12-05T12:00:00Z'),
      10_001,
      'in force that day, but nobody knew it then',
    );
    world.turnClock(40);
    const citizen = citizenOf(world, world.lemgo);
    const own = await begun(citizen);
    await filled(citizen, own);
    await submitted(citizen, own);
    assert.match(await htmlOf(await citizen.get(`${own}/quittung`)), /100,01/, 'arrived on 31 December');
    world.turnClock(20);
    assert.match(await htmlOf(await citizen.get(`${own}/quittung`)), /100,01/);
    const later = citizenOf(world, world.lemgo);
    const next = await begun(later);
    await filled(later, next);
    await submitted(later, next);
    assert.match(await htmlOf(await later.get(`${next}/quittung`)), /150,00/, 'arrived in January');
  });

  it('a correction that becomes known on 15 January for 1 January leaves the Antrag of 2 January as it was', async () => {
    await decided(world, 20_000, '2027-01-01', '2027-01-15T10:00:00Z');
    assert.equal(await feeAt('2027-01-02', '2027-01-02T12:00:00Z'), 15_000);
    assert.equal(await feeAt('2027-01-16', '2027-01-16T12:00:00Z'), 20_000);
  });
});

describe('What a Land and a Kommune lay over a service is what citizens meet', () => {
  let world: ApplicationsWorld;
  before(async () => {
    world = await openApplicationsWorld();
    await world.owner(`alter table efa.angebot disable trigger append_only`);
    await world.owner(
      `update efa.angebot set definition = jsonb_set(definition, '{open}',
      '[{"path": "formular.pages.*.lead", "levels": ["land", "kommune"], "change": ["set"]}]') where dienst = $1`,
      [dienst],
    );
  });
  after(() => world[Symbol.asyncDispose]());

  const publish = (
    level: string,
    gebiet: string,
    version: number,
    value: string,
    more: object = {},
    at = '2026-11-01',
  ) =>
    world.owner(
      `insert into overlays.schicht (tenant_id, dienst, ebene, gebiet, version, inhalt, veroeffentlicht_am, veroeffentlicht_von)
        values ($1, $2, $3, $4, $5, $6, $7, 'test')`,
      [
        world.lemgo.tenant,
        dienst,
        level,
        gebiet,
        version,
        JSON.stringify({
          ...{
            format: 'leitwerk/overlay@1',
            dienst,
            level,
            gebiet,
            name: `Schicht ${gebiet}`,
            version,
            basis: { from: 1 },
          },
          changes: [{ do: 'set', path: 'formular.pages.person.lead', value }],
          ...more,
        }),
        at,
      ],
    );

  it('the layer of the Land stands on the page, and that of the Kommune over it; another Land has no part in it', async () => {
    await publish('land', '05', 1, 'Das Land fragt das.');
    await publish('land', '09', 1, 'Bayern fragt das.');
    const citizen = citizenOf(world, world.lemgo);
    const own = await begun(citizen);
    await filled(citizen, own);
    assert.match(await htmlOf(await citizen.get(`${own}/seite/person`)), /Das Land fragt das\./);
    await publish('kommune', '05766044', 1, 'Lemgo fragt das.');
    assert.match(await htmlOf(await citizen.get(`${own}/seite/person`)), /Lemgo fragt das\./);
    await publish('kommune', '05766044', 2, 'Für andere Fassungen.', { basis: { from: 7 } });
    assert.match(await htmlOf(await citizen.get(`${own}/seite/person`)), /Das Land fragt das\./);
  });

  it('an Antrag keeps the layers that were known when it arrived', async () => {
    const offerAt = async (instant: string) => {
      const made = {
        dienst,
        fassung: '1',
        eingangstag: localDate('2026-11-21'),
        eingegangenAm: new Date(instant),
      };
      const offer = await world.deps.db.withTenant(world.lemgo.tenant, antragActor, (tx) =>
        world.deps.offers.version(tx, world.lemgo, made),
      );
      return JSON.stringify(valueIn(offer).dienst.form.definition);
    };
    assert.doesNotMatch(await offerAt('2026-10-01T00:00:00Z'), /fragt das/);
    assert.match(await offerAt('2026-11-02T00:00:00Z'), /Das Land fragt das/);
  });

  it('a value of the Land counts for a Kommune that says nothing, and a binding one over what it says', async () => {
    const textAt = async () => {
      const offer = await world.deps.db.withTenant(world.lemgo.tenant, antragActor, (tx) =>
        world.deps.offers.read(tx, world.lemgo, dienst),
      );
      return valueIn(offer).context.parameters.single.anmeldefrist;
    };
    await stated(world, 'Vier Wochen.', ['05', false]);
    assert.equal(await textAt(), 'Melden Sie den Hund in zwei Wochen an (erfunden).');
    await stated(world, 'Drei Wochen.', ['05766', true]);
    assert.equal(await textAt(), 'Drei Wochen.');
  });

  it('a layer that no longer fits closes the service with words, instead of showing a form without its law', async () => {
    await publish('land', '05', 2, 'x', {
      changes: [{ do: 'set', path: 'formular.title', value: 'Anders' }],
    });
    const offer = await world.deps.db.withTenant(world.lemgo.tenant, antragActor, (tx) =>
      world.deps.offers.read(tx, world.lemgo, dienst),
    );
    assert.ok(!offer.ok);
    assert.equal(offer.refusal.code, 'DIENST_UNFIT');
    assert.match(offer.refusal.message, /nicht vollständig eingerichtet.*zuständige Stelle/);
  });
});

describe('Several offices in one town', () => {
  it('the Antrag goes to the office of its house number, else of its Postleitzahl, one from elsewhere to the office for all', async () => {
    await using world = await openApplicationsWorld();
    const { lemgo, zustellpunkt, ordnungsamt } = world;
    await setParameter(world.owner, lemgo, dienst, 'zustellpunktSteueramt', zustellpunkt, '2026-01-01');
    const rows = [
      { bezirk: '32657', ziel: ordnungsamt },
      { bezirk: null, strasse: 'Bismarckstraße', von: '2', bis: '20', seite: 'gerade', ziel: ordnungsamt },
    ];
    await setParameter(world.owner, lemgo, dienst, 'bezirkeSteueramt', rows, '2026-01-01');
    const destinationOf: typeof world.deps.destinationOf = async (tx, site, id, office, ort) => {
      const values = await parametersOf(tx, id, { date: world.deps.clock.today() });
      const to = zustellpunktFor(values, office, ort);
      return to === null ? null : { tenant: site.tenant, zustellpunkt: to, name: office };
    };
    const seen = new Set<unknown>();
    const sentTo = async (plz: string, more: Readonly<Record<string, string>> = {}) => {
      const citizen = citizenOf({ deps: { ...world.deps, destinationOf } }, lemgo);
      const own = await begun(citizen);
      await filled(citizen, own, { 'anschrift.plz': plz, ...more });
      await submitted(citizen, own);
      const sent = await world.owner('select id, zustellpunkt_id from delivery.submission');
      const fresh = sent.find(({ id: submission }) => !seen.has(submission));
      seen.add(fresh?.id);
      return fresh?.zustellpunkt_id;
    };
    assert.equal(await sentTo('32657'), ordnungsamt);
    assert.equal(await sentTo('32758'), zustellpunkt);
    const at = (number: string) =>
      sentTo('32758', { 'anschrift.street': 'Bismarckstr.', 'anschrift.number': number });
    assert.equal(await at('14 b'), ordnungsamt);
    assert.equal(await at('15'), zustellpunkt);
  });

  it('people read before they begin when the office is closed', async () => {
    await using world = await openApplicationsWorld();
    const rows = [
      { von: '2026-12-24', bis: '2026-12-31', anlass: 'Betriebsferien' },
      { von: '2025-12-24', bis: null, anlass: 'Heiligabend' },
    ];
    await setParameter(world.owner, world.lemgo, dienst, 'stelleSchliesstage', rows, '2026-01-01');
    const page = await htmlOf(await citizenOf(world, world.lemgo).get(`/antrag/${dienst}`));
    assert.match(page, /Die Stelle ist geschlossen: 24\.12\.2026 bis 31\.12\.2026, Betriebsferien\./);
    assert.doesNotMatch(page, /Heiligabend/);
  });
});
