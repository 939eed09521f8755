import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { createEffectives, openServing } from '#overlays';
import { openInForce } from '#parameters';
import { openDienstReader } from '#portal';
import { openApplicationsWorld } from '../../contexts/applications/testing/applications-world.ts';
import { layDienst } from './parameters.ts';

const dienst = 'hund-anmelden';

test('the service page of a portal says what the Land lays over it, filled with the values that count', async () => {
  await using world = await openApplicationsWorld();
  const { lemgo, owner } = world;
  await owner(`alter table efa.angebot disable trigger append_only`);
  await owner(
    `update efa.angebot set definition = jsonb_set(definition, '{open}',
      '[{"path": "dienst.texts.deadline", "levels": ["land"], "change": ["set"]}]') where dienst = $1`,
    [dienst],
  );
  const layer = {
    ...{
      format: 'leitwerk/overlay@1',
      dienst,
      level: 'land',
      gebiet: '05',
      name: 'Land NRW',
      version: 1,
      basis: { from: 1 },
    },
    changes: [{ do: 'set', path: 'dienst.texts.deadline', value: 'Landesweit: {param.anmeldefrist}' }],
  };
  await owner(
    `insert into overlays.schicht (tenant_id, dienst, ebene, gebiet, version, inhalt, veroeffentlicht_am, veroeffentlicht_von)
      values ($1, $2, 'land', '05', 1, $3, '2026-01-01', 'test')`,
    [lemgo.tenant, dienst, JSON.stringify(layer)],
  );
  await owner(
    `insert into efa.vorgabe (tenant_id, dienst, gebiet, name, wert, verbindlich, grundlage, sagt, gilt_ab, erfasst_am, erfasst_von)
      values ($1, $2, '05', 'anmeldefrist', '"Vier Wochen."', true, 'Norm (erfunden)', 'Land', '2026-01-01', '2026-01-01', 'test')`,
    [lemgo.tenant, dienst],
  );
  const key = { dienst, fassung: '1' };
  const today = localDate('2026-11-22');
  const laid = await openDienstReader(world.t.db, layDienst(openInForce(openServing(createEffectives()))))(
    lemgo.tenant,
    key,
    today,
  );
  assert.equal(laid?.texte?.deadline, 'Landesweit: Vier Wochen.');
  const bare = await openDienstReader(world.t.db)(lemgo.tenant, key, today);
  assert.equal(bare?.texte?.deadline, 'Vier Wochen.');
});
