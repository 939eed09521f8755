import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { saveParameters } from '#efa';
import { readAnbindung, stateVorgabe, type VorgabeInput } from '#efa/parameter';
import { localDate } from '#kernel';
import { coordinator, lead, refusalIn, valueIn } from '../../efa/testing/efa-world.ts';
import { zustellpunkte } from '../../efa/testing/sample-dienst.ts';
import { parametersHandlers } from '../handlers.ts';
import { dienst, openParametersWorld, type ParametersWorld } from '../testing/parameters-world.ts';
import { beauftrageEinlesen, standDesEinlesens } from './einlese-auftrag.ts';
import { beginneEinlesen, uebernimmEinlesen, zeigeEinlesen } from './einlesen.ts';
import { setzeRecht } from './eintragungsrecht.ts';
import { erbeOf } from './erbe.ts';
import { werteProbe } from './gate-probe.ts';
import { pruefeDienst } from './pruefe-dienst.ts';
import { vergleiche } from './vergleiche.ts';
import { nebeneinander } from './vorschau.ts';
import { werteOf } from './werte.ts';

const today = localDate('2026-11-21');

describe('Parameters over levels and Kommunen', () => {
  let world: ParametersWorld;
  before(async () => {
    world = await openParametersWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const state = (input: Partial<VorgabeInput>, principal = lead(world.efa.provider)) =>
    stateVorgabe(world.deps.efa, principal, {
      ...{ dienst, gebiet: '05', name: 'satzung', wert: 'https://land.example/satzung', verbindlich: false },
      ...{ grundlage: 'Muster des Landes (erfunden)', ...input },
    });
  const werte = async (tag = today) =>
    new Map(
      valueIn(await werteOf(world.deps, world.lemgo, dienst, tag)).werte.map((each) => [
        each.definition.id,
        each,
      ]),
    );
  const save = async (values: Readonly<Record<string, unknown>>, giltAb?: string) => {
    const { kommune, actor } = world.lemgo;
    const found = await world.deps.efa.db.withTenant(kommune.tenant, actor, (tx) =>
      readAnbindung(tx, dienst),
    );
    const version = found?.version ?? 0;
    return saveParameters(world.deps.efa, world.efa.lemgo, {
      dienst,
      version,
      values,
      ...(giltAb ? { giltAb } : {}),
    });
  };

  it('a value of the Land reaches a Kommune that says nothing, with its reason, and it may say otherwise and go back', async () => {
    valueIn(await state({}));
    const from = (await werte()).get('satzung');
    assert.equal(from?.text, 'https://land.example/satzung');
    assert.match(
      from.erklaerung,
      /Kommt von Land Nordrhein-Westfalen, seit dem 21\.11\.2026 \(Muster des Landes \(erfunden\)\)\. Sie dürfen etwas anderes festlegen/,
    );
    valueIn(await save({ satzung: 'https://lemgo.example/satzung' }));
    const own = (await werte()).get('satzung');
    assert.equal(own?.text, 'https://lemgo.example/satzung');
    assert.match(
      own.erklaerung,
      /Von Ihrer Kommune.*Land Nordrhein-Westfalen schlägt „https:\/\/land\.example\/satzung“ vor; Sie weichen davon ab/,
    );
    valueIn(await save({ satzung: '' }));
    assert.equal((await werte()).get('satzung')?.text, 'https://land.example/satzung');
  });

  it('a Kreis speaks over the Land; what it binds nobody below changes, and is told who binds it and why', async () => {
    valueIn(
      await state({
        gebiet: '05766',
        wert: 'https://lippe.example/satzung',
        verbindlich: true,
        grundlage: 'Kreistag (erfunden)',
      }),
    );
    assert.equal((await werte()).get('satzung')?.text, 'https://lippe.example/satzung');
    const refused = refusalIn(await save({ satzung: 'https://lemgo.example/eigen' }));
    assert.equal(refused.code, 'EFA_VALUE_BOUND');
    assert.match(
      refused.message,
      /„Satzung im Netz“ gibt Kreis Lippe verbindlich vor \(Kreistag \(erfunden\)\)\. Es wurde nichts gespeichert/,
    );
    valueIn(await state({ gebiet: '05766', wert: '' }));
    const lagen = valueIn(await erbeOf(world.deps, world.lemgo, dienst)).vorgaben.map(
      ({ sagt, lage }) => `${sagt} ${lage}`,
    );
    assert.deepEqual(lagen, ['Kreis Lippe gilt', 'Kreis Lippe abgelöst', 'Land Nordrhein-Westfalen gilt']);
  });

  it('nobody else states values for all, not for an office, not without a reason, not for yesterday', async () => {
    const codes = [
      await state({}, coordinator(world.efa.lemgo)),
      await state({ name: 'stelleName', wert: 'Amt' }),
      await state({ grundlage: '' }),
      await state({ giltAb: '2026-11-20' }),
      await state({ gebiet: '99' }),
      await state({ name: 'gebuehr', wert: 'viel' }),
    ].map((each) => refusalIn(each).code);
    assert.deepEqual(codes, ['EFA_VORGABE_NOT_ALLOWED', ...Array(5).fill('EFA_VORGABE_INVALID')]);
    const needed = refusalIn(await state({ name: 'gebuehr', wert: '' }));
    assert.match(
      needed.message,
      /„Gebühr der Anzeige“ lässt sich nicht zurücknehmen: Der Onlinedienst ist live in Detmold, Lemgo/,
    );
  });

  it('a planned fee stands beside the present one, and the day decides which counts', async () => {
    valueIn(await save({ gebuehr: '35,00' }, '2027-01-01'));
    assert.equal((await werte()).get('gebuehr')?.text, '25,00 Euro');
    assert.deepEqual((await werte()).get('gebuehr')?.geplant, [
      { giltAb: '2027-01-01', text: '35,00 Euro', von: 'Ihre Kommune' },
    ]);
    assert.equal((await werte(localDate('2027-01-01'))).get('gebuehr')?.text, '35,00 Euro');
  });

  it('the provider compares what is shared, and of others only what citizens read', async () => {
    const { zeilen } = valueIn(await vergleiche(world.deps, world.provider, dienst, today));
    const seen = zeilen.map(({ sicht, zellen }) => [
      sicht.name,
      sicht.alles,
      zellen.get('gebuehr')?.text,
      zellen.get('zustellpunktSteueramt')?.wert !== null,
    ]);
    assert.deepEqual(seen, [
      ['Detmold', false, '30,00 Euro', false],
      ['Lemgo', true, '25,00 Euro', true],
    ]);
    const own = valueIn(await vergleiche(world.deps, world.detmold, dienst, today)).zeilen;
    assert.deepEqual(
      own.map(({ sicht }) => sicht.alles),
      [true, false],
    );
  });

  it('the linter sees a Kommune’s own values and those that are shared', async () => {
    const checked = valueIn(await pruefeDienst(world.deps, world.provider, dienst));
    assert.deepEqual(
      checked.kommunen.map(({ name }) => name),
      ['Lemgo'],
    );
    const own = valueIn(await pruefeDienst(world.deps, world.detmold, dienst));
    assert.match(
      own.kommunen[0]?.befunde.map(({ text }) => text).join(' ') ?? '',
      /32657 liegt nicht in Detmold/,
    );
  });

  it('two pages side by side show what differs in text, fee, document and deadline', async () => {
    const asked = { kommunen: ['05766044', 'Detmold'], tag: today };
    const { bilder, unterschiede } = valueIn(await nebeneinander(world.deps, world.lemgo, dienst, asked));
    assert.deepEqual(
      bilder.map(({ name, problem }) => [name, problem]),
      [
        ['Lemgo', null],
        ['Detmold', null],
      ],
    );
    const cost = unterschiede.find(({ label }) => label === 'Kosten');
    assert.deepEqual(cost?.texte, [
      'Die Gebühr der Anzeige beträgt 25,00 €.',
      'Die Gebühr der Anzeige beträgt 30,00 €.',
    ]);
    assert.equal(unterschiede.find(({ label }) => label === 'Frist')?.gleich, true);
    const later = valueIn(
      await nebeneinander(world.deps, world.lemgo, dienst, { ...asked, tag: localDate('2027-01-01') }),
    );
    assert.match(later.unterschiede.find(({ label }) => label === 'Kosten')?.texte[0] ?? '', /35,00/);
    for (const kommunen of [['Lemgo'], ['Lemgo', 'Bielefeld'], ['1', '2', '3', '4', '5']])
      assert.equal(
        refusalIn(await nebeneinander(world.deps, world.lemgo, dienst, { kommunen, tag: today })).code,
        'PARAMETERS_PREVIEW_TOO_FEW',
      );
  });

  it('a live service gets no districts of which one has no office; the words say which', async () => {
    const { kommune, actor } = world.lemgo;
    const found = await world.deps.efa.db.withTenant(kommune.tenant, actor, (tx) =>
      readAnbindung(tx, dienst),
    );
    const guarded = { ...world.deps.efa, probes: [werteProbe(world.deps.efa)] };
    const values = { bezirkeSteueramt: [{ bezirk: '32600', ziel: zustellpunkte.ordnungsamt }] };
    const change = { dienst, version: found?.version ?? 0, values };
    const refused = refusalIn(await saveParameters(guarded, world.efa.lemgo, change));
    assert.equal(refused.code, 'EFA_NOT_READY');
    assert.match(
      refused.message,
      /Für jeden Bezirk ist genau eine Stelle genannt \(Kommune\): .*Für 32657 ist keine Stelle genannt\. Ergänzen Sie je eine Zeile/,
    );
  });

  it('a list of streets from a spreadsheet is one value: read, previewed, refused with the row that overlaps', async () => {
    const amt = 'Ordnungsamt';
    const read = async (lines: readonly string[]) => {
      const bytes = Buffer.from(
        ['Straße;von;bis;Seite;Postleitzahl;Zustellpunkt;Tabelle', ...lines, ''].join('\r\n'),
      );
      const id = valueIn(
        await beginneEinlesen(world.deps, world.lemgo, dienst, { name: 'strassen.csv', bytes }),
      );
      const { zeilen } = valueIn(await zeigeEinlesen(world.deps, world.lemgo, dienst, id));
      return { id, zeilen };
    };
    const good = [
      `Mittelstraße;1;19;ungerade;;${amt};bezirkeSteueramt`,
      `Mittelstraße;;;;;${amt};bezirkeSteueramt`,
    ];
    const { zeilen } = await read(good);
    assert.deepEqual(zeilen[0]?.fehler, []);
    assert.match(zeilen[0]?.aenderungen[0]?.nachher ?? '', /Mittelstraße.*1.*19.*ungerade/);
    const overlapping = await read([...good, `Mittelstr.;19;30;;;${amt};bezirkeSteueramt`]);
    assert.match(
      overlapping.zeilen[0]?.fehler.join(' ') ?? '',
      /Zeile 3: „Mittelstr\. 19 bis 30“ überschneidet sich mit Zeile 1/,
    );
    const nowhere = Buffer.from(`Straße;Zustellpunkt\r\nMittelstraße;${amt}\r\n`);
    const refused = refusalIn(
      await beginneEinlesen(world.deps, world.lemgo, dienst, { name: 's.csv', bytes: nowhere }),
    );
    assert.match(refused.message, /Spalte „Tabelle“.*bezirkeSteueramt/);
  });

  it('a provider enters values from a table only where the Kommune allows it; each row says what it would do', async () => {
    const table = [
      'AGS;Kommune;Gilt ab;Gebühr der Anzeige;Steuer nach Zahl und Art der Hunde',
      '05766044;Lemgo;01.02.2027;40,00;"Hund | 1 | 95,00\nHund | 2 | 110,00"',
      '05766020;Detmold;01.02.2027;41,00;',
      '05711000;Bielefeld;;42,00;',
      '05766044;Lemgo;01.02.2027;43,00;',
      '05766044;Lemgo;03.02.2027;viel;',
      '',
    ].join('\r\n');
    const begin = async (asker: ParametersWorld['lemgo'] | ParametersWorld['provider']) =>
      valueIn(
        await beginneEinlesen(world.deps, asker, dienst, { name: 'werte.csv', bytes: Buffer.from(table) }),
      );
    const before = valueIn(
      await zeigeEinlesen(world.deps, world.provider, dienst, await begin(world.provider)),
    );
    assert.match(before.zeilen[0]?.fehler[0] ?? '', /Lemgo hat Ihnen nicht erlaubt, Werte einzutragen/);
    const anbieter = world.efa.provider.name;
    valueIn(await setzeRecht(world.deps, world.lemgo, { anbieter, erteilt: true }));
    const id = await begin(world.provider);
    const shown = valueIn(await zeigeEinlesen(world.deps, world.provider, dienst, id)).zeilen;
    assert.deepEqual(
      shown.map(({ art }) => art),
      ['geaendert', 'fehler', 'fehler', 'fehler', 'fehler'],
    );
    assert.deepEqual(shown[0]?.aenderungen[1], {
      feld: 'Gebühr der Anzeige',
      vorher: '35,00 Euro',
      nachher: '40,00 Euro',
    });
    assert.match(shown[0]?.aenderungen[0]?.nachher ?? '', /Hund, 1, 95,00 Euro; Hund, 2, 110,00 Euro/);
    assert.match(shown[2]?.fehler[0] ?? '', /„Bielefeld“ gehört nicht zu den Kommunen, die Sie betreuen/);
    assert.match(shown[3]?.fehler[0] ?? '', /steht für denselben Tag schon in Zeile 2/);
    assert.match(shown[4]?.fehler[0] ?? '', /Bitte einen Betrag in Euro angeben/);
    assert.equal(
      (await werte(localDate('2027-02-01'))).get('gebuehr')?.text,
      '35,00 Euro',
      'a preview writes nothing',
    );
    valueIn(await uebernimmEinlesen(world.deps, world.provider, dienst, id));
    assert.equal((await werte(localDate('2027-02-01'))).get('gebuehr')?.text, '40,00 Euro');
    assert.equal(
      refusalIn(await zeigeEinlesen(world.deps, world.provider, dienst, id)).code,
      'PARAMETERS_IMPORT_GONE',
    );
    const own = valueIn(await zeigeEinlesen(world.deps, world.lemgo, dienst, await begin(world.lemgo)));
    assert.match(
      own.zeilen[1]?.fehler[0] ?? '',
      /Sie können nur für Lemgo einlesen\. Diese Zeile nennt „Detmold“/,
    );
    valueIn(await setzeRecht(world.deps, world.lemgo, { anbieter, erteilt: false }));
  });

  it('a broken row says all that is wrong with it at once, whoever it is about', async () => {
    const shown = async (asker: ParametersWorld['lemgo'] | ParametersWorld['provider'], text: string) => {
      const file = { name: 'werte.csv', bytes: Buffer.from(text) };
      const id = valueIn(await beginneEinlesen(world.deps, asker, dienst, file));
      return valueIn(await zeigeEinlesen(world.deps, asker, dienst, id)).zeilen;
    };
    const rows = [
      'AGS;Gilt ab;Gebühr der Anzeige;Telefon',
      '05766044;31.02.2027;viel;anrufen',
      'Lemgo;04.02.2027;44,00;',
      '05766044;04.02.2027;=B2+1;',
    ].join('\n');
    const own = await shown(world.lemgo, rows);
    assert.deepEqual(
      own[0]?.fehler.map((each) => each.slice(0, 12)),
      ['„Gilt ab“: „', '„Gebühr der ', '„Telefon“: B'],
    );
    assert.deepEqual([own[1]?.ags, own[1]?.art], ['05766044', 'geaendert'], 'a name where the key belongs');
    assert.match(own[2]?.fehler.join(' ') ?? '', /schon in Zeile 3\. In dieser Zeile steht eine Formel/);
    const nobody = await shown(world.provider, 'AGS;Telefon\n;05261 1\n');
    assert.match(nobody[0]?.fehler[0] ?? '', /^Diese Zeile nennt keine Kommune\. Bitte tragen Sie/);
    const twice = Buffer.from('AGS;Telefon;TELEFON\n05766044;1;2\n');
    const refused = refusalIn(
      await beginneEinlesen(world.deps, world.lemgo, dienst, { name: 'w.csv', bytes: twice }),
    );
    assert.match(refused.message, /„Telefon“ und „TELEFON“/);
  });

  it('a table with wrong days, formulas and unknown columns says of each what is wrong, and reads the rest', async () => {
    const shown = async (...lines: readonly string[]) => {
      const file = { name: 'werte.csv', bytes: Buffer.from(lines.join('\n')) };
      return beginneEinlesen(world.deps, world.lemgo, dienst, file);
    };
    const id = await shown(
      'AGS;Gilt ab;Gebühr der Anzeige;Gebür;Zustand',
      '5766044;31.02.2027;41,00;1;live',
      '05766044;morgen;41,00;1;live',
      '05766044;01.01.2020;41,00;1;live',
      '05766044;01.06.2027;=B2+1;1;live',
      '05766044;02.06.2027;41,00;=B2+1;live',
    );
    const { zeilen, nichtGelesen } = valueIn(
      await zeigeEinlesen(world.deps, world.lemgo, dienst, valueIn(id)),
    );
    assert.deepEqual(nichtGelesen, ['Gebür'], 'the columns of the comparison are known');
    assert.deepEqual(
      zeilen.map(({ art }) => art),
      ['fehler', 'fehler', 'fehler', 'fehler', 'geaendert'],
    );
    assert.match(zeilen[0]?.fehler[0] ?? '', /„31\.02\.2027“ ist kein Tag im Kalender\. .* wie 01\.01\.2027/);
    assert.match(zeilen[2]?.fehler[0] ?? '', /liegt in der Vergangenheit/);
    assert.match(zeilen[3]?.fehler[0] ?? '', /steht eine Formel/);
    const many = Array.from({ length: 10_000 }, (_, row) => `${10_000_000 + row};41,00`);
    assert.match(
      refusalIn(await shown('AGS;Gebühr der Anzeige', ...many)).message,
      /hat 10\.000 Zeilen; auf einmal gehen höchstens 2\.000/,
    );
  });

  it('the worker takes a large table over, says how far it is and which rows were refused, and may come twice', async () => {
    const rows = [
      'Kommune;Gilt ab;Gebühr der Anzeige',
      'Lemgo;01.05.2027;44,00',
      'Bielefeld;;45,00',
      '',
    ].join('\r\n');
    const bytes = Buffer.from(rows);
    const id = valueIn(await beginneEinlesen(world.deps, world.lemgo, dienst, { name: 'x.csv', bytes }));
    const vorgang = await beauftrageEinlesen(world.deps, world.lemgo, dienst, id);
    const { rows: events } = await world.efa.t.superuser.query(
      `select event, payload, tenant_id from platform.outbox where event = 'parameters.einlesen'`,
    );
    const [event] = events;
    const handler = parametersHandlers(world.deps)['parameters.einlesen'] ?? assert.fail();
    const told = { eventId: event.id, tenant: event.tenant_id, attempt: 1, lastAttempt: false };
    await handler(event.payload, told);
    const stand = valueIn(await standDesEinlesens(world.deps, world.lemgo, vorgang));
    assert.equal(stand.state, 'done');
    assert.equal(stand.message, '1 Kommunen haben neue Werte, 1 Zeilen wurden abgelehnt.');
    assert.equal((await werte(localDate('2027-05-01'))).get('gebuehr')?.text, '44,00 Euro');
    await handler(event.payload, told);
    assert.equal(valueIn(await standDesEinlesens(world.deps, world.lemgo, vorgang)).state, 'done');
  });
});
