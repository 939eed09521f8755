import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import { dutiesWorlds } from '../testing/efa-world.ts';
import { type DutySubject, dutyItems } from './duty-items.ts';

const heimarbeit = '99006012169000';
const jagdschein = '99067004001000';

describe('Zuständigkeit einer Behörde des Landes', () => {
  let deps: Parameters<typeof dutyItems>[0];
  before(async () => {
    const { shipped } = await dutiesWorlds();
    deps = { world: async () => shipped, ended: async () => new Map() };
  });
  const subject = (ags: string, leika: string): DutySubject => ({
    kommune: { ags, name: 'Behörde' },
    dienst: { covers: [{ leika }] },
    date: localDate('2026-11-21'),
  });

  test('was die Regeln der Bezirksregierung geben, bietet sie für ihren Regierungsbezirk an', async () => {
    const [item, ...others] = await dutyItems(deps, subject('05700', heimarbeit));
    assert.deepEqual(others, []);
    assert.ok(item?.ok);
    assert.match(item.how, /von jeder Gemeinde des Regierungsbezirks aus/);
  });

  test('was Sache des Kreises ist, bietet sie nicht an, und in einem fremden Bezirk nichts', async () => {
    for (const [ags, leika] of [
      ['05700', jagdschein],
      ['05800', heimarbeit],
      ['05766', heimarbeit],
    ] as const) {
      const items = await dutyItems(deps, subject(ags, leika));
      assert.ok(
        items.every(({ ok, required }) => !ok && required),
        `${ags} ${leika}`,
      );
      assert.equal(items.length, 2);
    }
  });

  test('außerhalb der Länder mit Regeln zählt die Angabe des Dienstes, als Annahme; was der Bund ausführt, nicht', async () => {
    const world = await deps.world();
    const bund = world.catalogue.leistungen.find(({ typ, leika }) => typ === '1' && leika !== null);
    const [items, refused] = await Promise.all([
      dutyItems(deps, subject('09162000', jagdschein)),
      dutyItems(deps, subject('09162000', bund?.leika ?? '')),
    ]);
    assert.equal(items.length, 1);
    assert.match(items[0]?.how ?? '', /^Annahme: Für Bayern sind keine Regeln/);
    assert.ok(items[0]?.ok);
    assert.ok(refused.every(({ ok }) => !ok));
    const nowhere = await dutyItems(deps, subject('77162000', jagdschein));
    assert.match(nowhere[0]?.how ?? '', /steht nicht im Verzeichnis/);
  });
});
