import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { loadOnlinedienste, type Onlinedienst } from '#forms/onlinedienst';
import { actorOf } from '#platform';
import { askerOf, pageOf } from '../../../test/support/page-request.ts';
import { coordinator, dutiesWorlds, openEfaWorld, valueIn } from './testing/efa-world.ts';
import { zustellpunkte } from './testing/sample-dienst.ts';
import { expressInterest } from './use-cases/express-interest.ts';
import { goLiveCheck } from './use-cases/go-live-check.ts';
import { offerOnlinedienst } from './use-cases/offer-onlinedienst.ts';
import { readDetail } from './use-cases/read-anbindungen.ts';
import { saveParameters } from './use-cases/save-parameters.ts';
import { efaPages } from './web/pages.ts';

const commonValues = {
  stelleName: 'Steueramt',
  stelleAnschrift: 'Marktplatz 1, 32657 Lemgo',
  stelleTelefon: '05261 213-0',
  stelleEmail: 'steueramt@lemgo.example',
  stelleOeffnungszeiten: 'Montag bis Freitag 8 bis 12 Uhr',
  datenschutzVerantwortlich: 'Alte Hansestadt Lemgo, Der Bürgermeister',
  datenschutzKontakt: 'datenschutz@lemgo.example',
};

describe('die mitgelieferten Onlinedienste', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  let shipped: readonly Onlinedienst[];
  before(async () => {
    duties = await dutiesWorlds();
    shipped = valueIn(await loadOnlinedienste(join(import.meta.dirname, '../../../data/onlinedienste')));
  });

  test('lassen sich anbieten, anbinden und mit ihren eigenen Feldern ausfüllen', async () => {
    await using world = await openEfaWorld(duties.shipped);
    world.folder.splice(0, 1, ...shipped);
    const party = { actor: actorOf('system', 'test'), anbieter: world.provider };
    const ask = askerOf(efaPages(world.deps));
    for (const { id, definition } of shipped) {
      valueIn(await offerOnlinedienst(world.deps, party, id));
      valueIn(await expressInterest(world.deps, world.lemgo, id));
      const page = await pageOf(await ask.get(`/anbindungen/${id}`, coordinator(world.lemgo)));
      const names = page.query.all('field').map(({ attributes }) => attributes.name);
      for (const [name, parameter] of Object.entries(definition.parameters)) {
        const first = parameter.type === 'table' ? `${name}.0.${Object.keys(parameter.columns)[0]}` : name;
        assert.ok(names.includes(first), first);
      }
      assert.ok(await pageOf(await ask.get(`/onlinedienste/${id}`)));
    }
  });

  test('nehmen Werte so an, wie das Formular sie braucht', async () => {
    await using world = await openEfaWorld(duties.shipped);
    world.folder.splice(0, 1, ...shipped);
    const party = { actor: actorOf('system', 'test'), anbieter: world.provider };
    for (const { id, definition } of shipped) {
      valueIn(await offerOnlinedienst(world.deps, party, id));
      valueIn(await expressInterest(world.deps, world.lemgo, id));
      const offices = Object.fromEntries(
        definition.covers.map(({ office }) => [
          `zustellpunkt${office.slice(0, 1).toUpperCase()}${office.slice(1)}`,
          zustellpunkte.steueramt,
        ]),
      );
      const values = { ...commonValues, ...offices, ...sampleValues(definition.parameters) };
      valueIn(await saveParameters(world.deps, world.lemgo, { dienst: id, version: 1, values }));
      const { facts } = valueIn(await readDetail(world.deps, world.lemgo, id));
      assert.ok(facts.length > 7);
      const items = valueIn(await goLiveCheck(world.deps, world.lemgo, id));
      const form = items.find((item) => item.id === 'formular');
      assert.equal(form?.ok, true, JSON.stringify(items.filter(({ ok }) => !ok)));
    }
  });
});

type Parameters = Onlinedienst['definition']['parameters'];

/** A value of every parameter, as somebody types it. */
function sampleValues(parameters: Parameters): Readonly<Record<string, unknown>> {
  const samples = {
    text: 'Text',
    url: 'https://www.lemgo.example/satzung',
    integer: '2',
    decimal: '2,5',
    money: '90,00',
    boolean: 'ja',
    date: '2026-12-01',
    texts: 'Breite Straße\nMittelstraße',
  } as const;
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => {
      if (parameter.type !== 'table') return [name, samples[parameter.type]];
      const row = Object.fromEntries(
        Object.entries(parameter.columns).map(([column, { type }]) => [column, samples[type]]),
      );
      return [name, Array.from({ length: Math.max(1, parameter.minRows ?? 1) }, () => row)];
    }),
  );
}
