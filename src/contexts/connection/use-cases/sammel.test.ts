import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { goLiveCheck, parametersOf, saveParameters } from '#efa';
import { countAnbindungenOfCircle, readAnbindung } from '#efa/many';
import { parseTenantId, type TenantId } from '#platform';
import { definitionOf } from '../../efa/testing/sample-dienst.ts';
import { ganzerKreis } from '../domain/auswahl.ts';
import { bilanzOf } from '../domain/sammellauf.ts';
import {
  type CockpitWorld,
  counted,
  foreignKommune,
  muenchen,
  offered,
  openCockpitWorld,
  previewed,
  refusalIn,
  stateOf,
  valueIn,
  verbinden,
  worked,
  workOn,
} from '../testing/cockpit-world.ts';
import { annahmenOf, confirm } from './annahmen.ts';
import { readCockpit, readUebersicht } from './read-cockpit.ts';
import { beginSammel, cancelSammel, takeBackSammel } from './sammel-steuern.ts';
import { previewSammel } from './sammel-vorschau.ts';

const dienst = 'hund-anmelden';
let world: CockpitWorld;

/** The Gemeinden of a Kreis. */
function kreis(key: string, first = 99): readonly string[] {
  return [...world.bodies.values()]
    .filter(({ kreisAgs }) => kreisAgs === key)
    .map(({ ags }) => ags)
    .toSorted()
    .slice(0, first);
}

async function tenantOf(ags: string): Promise<TenantId> {
  const tenant = (await world.deps.organisationen()).get(ags);
  assert.ok(tenant, ags);
  return tenant;
}

async function anbindungOf(ags: string) {
  const tenant = await tenantOf(ags);
  return world.deps.db.withTenant(tenant, world.leader.actor, (tx) => readAnbindung(tx, dienst));
}

const duplicates = `(select tenant_id, name from delivery.zustellpunkt where state = 'active'
  group by tenant_id, name having count(*) > 1) as double`;

describe('viele Kommunen in einem Zug', () => {
  before(async () => {
    world = await openCockpitWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  test('ein Kreis, der noch gar nicht da ist, geht aufgenommen, mit Schlüsseln und Werten live', async () => {
    const lippe = kreis('05766');
    const id = await previewed(world, lippe);
    const preview = await stateOf(world, id);
    assert.equal(bilanzOf(preview.zeilen).offen, 16);
    assert.equal(
      await counted(world, 'identity.organisation where body_key is not null'),
      0,
      'a preview changes nothing',
    );

    const { lauf, zeilen } = await worked(world, id);
    assert.equal(lauf.zustand, 'fertig');
    assert.deepEqual(
      zeilen.filter(({ ergebnis }) => ergebnis !== 'erledigt').map(({ name, meldung }) => [name, meldung]),
      [],
    );
    assert.equal(await counted(world, `efa.live_dienst where dienst = '${dienst}'`), 16);
    assert.equal(await counted(world, 'delivery.zustellpunkt_key'), 32, 'a key for each of two offices');
    const { zeilen: cockpit } = valueIn(await readCockpit(world.deps, world.leader, dienst));
    assert.equal(cockpit.length, 16);
    assert.ok(cockpit.every(({ zustand, annahmen }) => zustand === 'live' && annahmen > 0));
  });

  test('was angenommen ist, sagt woher, und die Kommune bestätigt es', async () => {
    const tenant = await tenantOf('05766044');
    const principal = {
      kind: 'mitglied',
      actor: world.leader.actor,
      tenant,
      permissions: new Set(['efa.anbindung.manage']),
    } as const;
    const before = valueIn(await annahmenOf(world.deps, principal, dienst));
    const anschrift = before.zeilen.find(({ parameter }) => parameter === 'stelleAnschrift');
    assert.match(anschrift?.quelle ?? '', /Straße und Hausnummer fehlen/);
    assert.equal(anschrift?.wert, 'Verwaltung Lemgo\n32657 Lemgo');
    assert.equal(valueIn(await confirm(world.deps, principal, dienst, ['stelleAnschrift'])), 1);
    assert.equal(valueIn(await confirm(world.deps, principal, dienst, ['stelleAnschrift'])), 0);
    const stranger = { ...principal, tenant: await tenantOf('05766020'), permissions: new Set<string>() };
    assert.equal(refusalIn(await annahmenOf(world.deps, stranger, dienst)).code, 'CONNECTION_NOT_ALLOWED');
  });

  test('ein zweiter Zug lässt aus, wer schon angebunden ist, und sagt es', async () => {
    const id = await previewed(world, ['05766044']);
    const { zeilen } = await stateOf(world, id);
    assert.deepEqual(
      zeilen.map(({ ergebnis, meldung }) => [ergebnis, meldung]),
      [['ausgelassen', 'Sie ist schon angebunden (live).']],
    );
    assert.equal(refusalIn(await beginSammel(world.deps, world.leader, id)).code, 'COCKPIT_NOTHING_TO_DO');
  });

  test('ausgelassen wird, wer zu einem anderen Kreis gehört, nicht zuständig ist oder anderem Landesrecht folgt', async () => {
    await foreignKommune(world, '05758004', 'Bünde');
    const id = await previewed(world, ['05758004', '05766', muenchen.ags, '05758008']);
    const { zeilen } = await stateOf(world, id);
    const why = new Map(zeilen.map(({ name, meldung }) => [name, meldung]));
    assert.match(why.get('Bünde') ?? '', /gehört nicht zu Ihrem Kreis/);
    assert.match(why.get('München') ?? '', /folgt dem Recht eines anderen Landes \(Nordrhein-Westfalen\)/);
    assert.ok(why.get('Kreis Lippe'), 'who was named is left out with a reason, not without a word');
    assert.equal(zeilen.find(({ name }) => name === 'Enger')?.ergebnis, 'offen');
  });

  test('alle Gemeinden eines Landes, eines Kreises, einer Größenklasse', async () => {
    const some = async (auswahl: object) => {
      const made = await previewSammel(world.deps, world.leader, {
        dienst,
        auftrag: verbinden,
        auswahl: { ...ganzerKreis, ...auswahl },
      });
      return (await stateOf(world, valueIn(made))).zeilen;
    };
    assert.equal((await some({ land: '05' })).length, 396);
    assert.equal((await some({ land: '05', kreis: '05770' })).length, 11);
    assert.equal((await some({ land: '05', klasse: 'kreisfreie-stadt' })).length, 23);
    assert.equal((await some({})).length, 16);
    const nobody = await previewSammel(world.deps, world.leader, {
      dienst,
      auftrag: verbinden,
      auswahl: { ...ganzerKreis, land: '77' },
    });
    assert.equal(
      refusalIn(nobody).message,
      'Das Land „77“ gibt es nicht. Bitte nennen Sie den Länderschlüssel, zum Beispiel 05.',
    );
  });

  test('ein Worker stirbt mittendrin: der nächste macht weiter, nichts geschieht doppelt, alles lässt sich zurücknehmen', async () => {
    const minden = kreis('05770', 6);
    const id = await previewed(world, minden);
    const lauf = valueIn(await beginSammel(world.deps, world.leader, id));
    for (const round of [4, 3, 3]) {
      let left = round;
      world.onKey.current = () => {
        left -= 1;
        if (left < 0) throw new Error('Connection terminated unexpectedly');
      };
      await assert.rejects(workOn(world, id, lauf.vorgang ?? '', world.deps));
    }
    world.onKey.current = () => {};
    await workOn(world, id, lauf.vorgang ?? '', world.deps);
    const { lauf: ended, zeilen } = await stateOf(world, id);
    assert.equal(ended.zustand, 'fertig');
    assert.equal(bilanzOf(zeilen).erledigt, 6, zeilen.map(({ meldung }) => meldung).join('; '));
    assert.equal(await counted(world, duplicates), 0);
    await workOn(world, id, lauf.vorgang ?? '', world.deps);
    assert.equal(
      bilanzOf((await stateOf(world, id)).zeilen).erledigt,
      6,
      'the event that comes again does nothing',
    );

    const back = valueIn(await takeBackSammel(world.deps, world.leader, id));
    await workOn(world, id, back.vorgang ?? '', world.deps);
    const after = await stateOf(world, id);
    assert.equal(
      bilanzOf(after.zeilen).zurueckgenommen,
      6,
      after.zeilen.map(({ meldung }) => meldung).join('; '),
    );
    for (const ags of minden) assert.equal((await anbindungOf(ags))?.zustand, 'beendet');
    assert.equal(await counted(world, `efa.live_dienst where ags like '05770%'`), 0);
  });

  test('was zurückgenommen ist, kann noch einmal verbunden werden, mit denselben Zustellpunkten', async () => {
    const before = await counted(world, 'delivery.zustellpunkt');
    const { zeilen } = await worked(world, await previewed(world, kreis('05770', 3)));
    assert.equal(bilanzOf(zeilen).erledigt, 3, zeilen.map(({ meldung }) => meldung).join('; '));
    assert.equal(await counted(world, 'delivery.zustellpunkt'), before);
  });

  test('eine Kommune, an der es allein scheitert, hält die anderen nicht auf; fortgesetzt geht auch sie', async () => {
    const coesfeld = kreis('05558', 5);
    const id = await previewed(world, coesfeld);
    let broken = 0;
    world.onKey.current = () => {
      broken += 1;
      if (broken === 3) throw new Error('this key cannot be kept');
    };
    const { zeilen } = await worked(world, id);
    world.onKey.current = () => {};
    const { erledigt, gescheitert } = bilanzOf(zeilen);
    assert.deepEqual([erledigt, gescheitert], [4, 1]);
    assert.match(
      zeilen.find(({ ergebnis }) => ergebnis === 'gescheitert')?.meldung ?? '',
      /Die anderen Kommunen sind nicht betroffen/,
    );
    assert.equal(world.faults.length, 1);
    assert.equal(bilanzOf((await worked(world, id)).zeilen).erledigt, 5);
  });

  test('zwei Züge zugleich über dieselben Kommunen: jede ist danach einmal verbunden', async () => {
    const herford = kreis('05758', 5).filter((ags) => ags !== '05758004');
    const [one, two] = [await previewed(world, herford), await previewed(world, herford)];
    const laeufe = [one, two].map(async (id) => worked(world, id));
    const [first, second] = await Promise.all(laeufe);
    for (const ags of herford) assert.equal((await anbindungOf(ags))?.zustand, 'live', ags);
    assert.equal(await counted(world, `efa.live_dienst where ags like '05758%'`), herford.length);
    assert.equal(await counted(world, duplicates), 0);
    const failed = [first, second]
      .flatMap((state) => state?.zeilen ?? [])
      .filter(({ ergebnis }) => ergebnis === 'gescheitert');
    assert.deepEqual(
      failed.map(({ name, meldung }) => [name, meldung]),
      [],
    );
  });

  test('abgebrochen bleibt stehen, was geschah; fortgesetzt kommt der Rest', async () => {
    const borken = kreis('05554', 6);
    const id = await previewed(world, borken);
    const lauf = valueIn(await beginSammel(world.deps, world.leader, id));
    let keys = 0;
    let cancelled: Promise<unknown> = Promise.resolve();
    world.onKey.current = () => {
      keys += 1;
      if (keys === 4) cancelled = cancelSammel(world.deps, world.leader, id);
    };
    await workOn(world, id, lauf.vorgang ?? '', world.deps);
    await cancelled;
    world.onKey.current = () => {};
    const stopped = await stateOf(world, id);
    assert.equal(stopped.lauf.zustand, 'abgebrochen');
    const { offen, erledigt } = bilanzOf(stopped.zeilen);
    assert.ok(offen > 0 && erledigt > 0, `${offen} left, ${erledigt} done`);
    assert.equal(bilanzOf((await worked(world, id)).zeilen).erledigt, 6);
  });

  test('zurückgenommen wird nur, wo danach nichts geschah', async () => {
    const olpe = kreis('05966', 3);
    const [changed = '', other = ''] = olpe;
    const id = await previewed(world, olpe);
    await worked(world, id);
    const tenant = await tenantOf(changed);
    const kommune = { tenant, ags: changed, name: 'Die Kommune' };
    const now = await anbindungOf(changed);
    valueIn(
      await saveParameters(
        world.deps.efa,
        { actor: world.leader.actor, kommune },
        {
          dienst,
          version: now?.version ?? 0,
          values: { gebuehr: '30,00' },
        },
      ),
    );
    const back = valueIn(await takeBackSammel(world.deps, world.leader, id));
    await workOn(world, id, back.vorgang ?? '', world.deps);
    const { zeilen } = await stateOf(world, id);
    assert.equal(bilanzOf(zeilen).zurueckgenommen, olpe.length - 1);
    const stayed = zeilen.find(({ ags }) => ags === changed);
    assert.equal(stayed?.ergebnis, 'geblieben');
    assert.match(stayed?.meldung ?? '', /hat jemand anderes diese Anbindung geändert/);
    assert.equal((await anbindungOf(changed))?.zustand, 'live');
    assert.equal((await anbindungOf(other))?.zustand, 'beendet');
  });

  test('wo inzwischen ein Antrag eingegangen ist, bleibt der Onlinedienst', async () => {
    const [ags = ''] = kreis('05974', 1);
    const id = await previewed(world, [ags]);
    await worked(world, id);
    world.antraege.set(dienst, 1);
    const back = valueIn(await takeBackSammel(world.deps, world.leader, id));
    await workOn(world, id, back.vorgang ?? '', world.deps);
    world.antraege.delete(dienst);
    const [zeile] = (await stateOf(world, id)).zeilen;
    assert.deepEqual([zeile?.ergebnis, zeile?.meldung], ['geblieben', 'Seitdem ist ein Antrag eingegangen.']);
  });

  test('was eine Kommune selbst angegeben hat, bleibt; ohne alle Werte endet der Zug bei den Parametern', async () => {
    const [ags = ''] = kreis('05970', 1);
    const nothing = await previewed(world, [ags], { ...verbinden, werte: {} });
    const first = await worked(world, nothing);
    assert.equal(first.zeilen[0]?.ergebnis, 'teilweise');
    assert.match(first.zeilen[0]?.meldung ?? '', /„Telefon“ fehlt noch/);
    const kommune = { tenant: await tenantOf(ags), ags, name: 'Die Kommune' };
    const now = await anbindungOf(ags);
    assert.equal(now?.zustand, 'parameter');
    valueIn(
      await saveParameters(
        world.deps.efa,
        { actor: world.leader.actor, kommune },
        {
          dienst,
          version: now?.version ?? 0,
          values: { gebuehr: '99,00' },
        },
      ),
    );
    const { zeilen } = await worked(world, await previewed(world, [ags]));
    assert.equal(zeilen[0]?.ergebnis, 'erledigt', zeilen[0]?.meldung);
    const werte = await world.deps.db.withTenant(kommune.tenant, world.leader.actor, (tx) =>
      parametersOf(tx, dienst, { date: world.deps.clock.today() }),
    );
    assert.equal(werte.gebuehr, 9900);
  });

  test('ohne Bestätigung der Annahmen bleibt es beim Test, bis die Kommune bestätigt', async () => {
    const [ags = ''] = kreis('05954', 1);
    const { zeilen } = await worked(
      world,
      await previewed(world, [ags], { ...verbinden, annahmenGenuegen: false }),
    );
    assert.equal(zeilen[0]?.ergebnis, 'teilweise');
    assert.match(zeilen[0]?.meldung ?? '', /angenommene Werte sind noch zu bestätigen/);
    assert.equal((await anbindungOf(ags))?.zustand, 'test');
  });

  test('ein Schritt für viele, mit Grund, und zurück', async () => {
    const lippe = kreis('05766', 4);
    const grund = { art: 'schritt', schritt: 'aussetzen', grund: 'Wartung am Wochenende' } as const;
    const without = await previewSammel(world.deps, world.leader, {
      dienst,
      auftrag: { ...grund, grund: ' ' },
      auswahl: { ...ganzerKreis, kommunen: lippe },
    });
    assert.equal(refusalIn(without).code, 'COCKPIT_GRUND_MISSING');
    const id = await previewed(world, lippe, grund);
    assert.equal(bilanzOf((await worked(world, id)).zeilen).erledigt, 4);
    for (const ags of lippe) assert.equal((await anbindungOf(ags))?.grund, 'Wartung am Wochenende');
    const back = valueIn(await takeBackSammel(world.deps, world.leader, id));
    await workOn(world, id, back.vorgang ?? '', world.deps);
    for (const ags of lippe) assert.equal((await anbindungOf(ags))?.zustand, 'live');
    const again = await previewed(world, lippe, { art: 'schritt', schritt: 'testen', grund: '' });
    assert.match(
      (await stateOf(world, again)).zeilen[0]?.meldung ?? '',
      /„Test beginnen“ geht nicht im Zustand „live“/,
    );
  });

  test('ohne Erklärung endet ein Zug im Test; mit ihr steht sie bei jedem Punkt und geht mit dem Zug zurück', async () => {
    const [ags = ''] = kreis('05754', 1);
    const id = await previewed(world, [ags], { ...verbinden, erklaerung: '' });
    const { zeilen } = await worked(world, id);
    assert.equal(zeilen[0]?.ergebnis, 'teilweise');
    assert.match(zeilen[0]?.meldung ?? '', /Rahmenvereinbarung gezeichnet \(Kommune\)/);
    assert.equal((await anbindungOf(ags))?.zustand, 'test');
    const short = {
      dienst,
      auftrag: { ...verbinden, erklaerung: 'kurz' },
      auswahl: { ...ganzerKreis, kommunen: [ags] },
    };
    assert.equal(
      refusalIn(await previewSammel(world.deps, world.leader, short)).code,
      'COCKPIT_ERKLAERUNG_KURZ',
    );
    const again = await previewed(world, [ags]);
    assert.equal((await worked(world, again)).zeilen[0]?.ergebnis, 'erledigt');
    const open = () =>
      counted(
        world,
        `(select distinct on (f.punkt) f.art from connection.fakt f join efa.anbindung a using (tenant_id, dienst)
          where a.ags = '${ags}' and f.grund is not null order by f.punkt, f.nummer desc) n where art = 'wieder-offen'`,
      );
    assert.equal(await open(), 0);
    const back = valueIn(await takeBackSammel(world.deps, world.leader, again));
    await workOn(world, again, back.vorgang ?? '', world.deps);
    assert.ok((await open()) >= 20);
  });

  test('ein Punkt der Checkliste für viele, und zurück', async () => {
    const lippe = kreis('05766', 6);
    const abhaken = { art: 'punkt', punkt: 'bekanntmachung', nachweis: 'Az. 12/26 des Landes' } as const;
    const id = await previewed(world, lippe, abhaken);
    const { zeilen } = await worked(world, id);
    assert.equal(bilanzOf(zeilen).erledigt, 6, zeilen.map(({ meldung }) => meldung).join('; '));
    const [first] = valueIn(await readCockpit(world.deps, world.leader, dienst)).zeilen.filter(
      ({ ags }) => ags === lippe[0],
    );
    assert.equal(first?.staende.get('bekanntmachung'), 'erledigt');
    const twice = await previewed(world, lippe, abhaken);
    assert.equal((await stateOf(world, twice)).zeilen[0]?.meldung, 'Dieser Punkt ist schon erledigt.');
    const back = valueIn(await takeBackSammel(world.deps, world.leader, id));
    await workOn(world, id, back.vorgang ?? '', world.deps);
    assert.equal(bilanzOf((await stateOf(world, id)).zeilen).zurueckgenommen, 6);
  });

  test('zwei drücken „Zug beginnen“: es läuft einer', async () => {
    const id = await previewed(world, kreis('05962', 2));
    const [one, two] = await Promise.all([
      beginSammel(world.deps, world.leader, id),
      beginSammel(world.deps, world.leader, id),
    ]);
    assert.equal(valueIn(one).vorgang, valueIn(two).vorgang);
    await workOn(world, id, valueIn(one).vorgang ?? '', world.deps);
    assert.equal(refusalIn(await cancelSammel(world.deps, world.leader, id)).code, 'COCKPIT_ZUG_STATE');
  });

  test('die Übersicht zählt, was die Kommunen des Kreises haben, und ein fremdes Haus sieht nichts davon', async () => {
    const { dienste } = await readUebersicht(world.deps, world.leader);
    const own = dienste.find((each) => each.dienst === dienst);
    assert.ok(own && own.live > 20 && own.live <= own.kommunen);
    const other = parseTenantId('00000000-0000-4000-8000-000000000042');
    assert.ok(other);
    const seen = await world.deps.db.withCircle(other, world.leader.actor, countAnbindungenOfCircle);
    assert.deepEqual(seen, []);
  });

  test('eine Kommune außerhalb von NRW geht mit einem Dienst ohne Landesrecht denselben Weg, die Zuständigkeit als Annahme', async () => {
    world.folder.splice(0, 1, definitionOf({ version: 2, land: null }));
    await offered(world, dienst);
    const id = await previewed(world, [muenchen.ags], verbinden);
    const { zeilen } = await worked(world, id);
    assert.deepEqual(
      zeilen.map(({ ergebnis, meldung }) => [ergebnis, meldung]),
      [['erledigt', '']],
    );
    assert.equal(await counted(world, `efa.live_dienst where ags = '${muenchen.ags}'`), 1);
    const kommune = { tenant: await tenantOf(muenchen.ags), ags: muenchen.ags, name: 'München' };
    const items = valueIn(await goLiveCheck(world.deps.efa, { actor: world.leader.actor, kommune }, dienst));
    const competence = items.filter(({ id: line }) => line.startsWith('zustaendigkeit'));
    assert.equal(competence.length, 2);
    for (const { how } of competence)
      assert.match(how, /^Annahme: Für Bayern sind keine Regeln der Zuständigkeit erfasst\./);
  });
});
