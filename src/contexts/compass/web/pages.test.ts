import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import { askerOf, downloadOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { compassCommands } from '../cli.ts';
import {
  type CompassWorld,
  editorFor,
  openCompassWorld,
  operator,
  principalOf,
  stated,
} from '../testing/compass-world.ts';
import { standOf } from '../use-cases/read-stand.ts';
import { compassOperations } from './operations.ts';
import { compassPages } from './pages.ts';

const leistung = 'L02950';
const address = `/stand/${leistung}`;

function redirectOf(answer: { readonly kind: string; readonly to?: string }): string {
  assert.equal(answer.kind, 'redirect', JSON.stringify(answer).slice(0, 800));
  return answer.to ?? '';
}

describe('Seiten zum Umsetzungsstand', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const open = () => {
    const me = principalOf(world.lemgo.koordination);
    const ask = askerOf(compassPages(world.deps));
    return { me, ask, show: async (path: string, as = me) => pageOf(await ask.get(path, as)) };
  };

  test('die Koordinatorin findet eine Leistung, gibt sie an und sieht sie mit Namen und Tag im Verlauf', async () => {
    const { me, ask, show } = open();
    const list = await show('/stand?suche=Hundesteuer+Festsetzung');
    assert.match(list.query.get('row', 'Hundesteuer Festsetzung').text, /keine Angabe/);
    const fresh = await show(address);
    assert.match(fresh.query.text, /Noch keine Angabe/);
    const form = {
      zustand: 'online',
      umgesetztAm: '2026-09-01',
      fallzahl: '1.234',
      fallzahlJahr: '2025',
      fallzahlArt: 'gezaehlt',
      grundlage: '0',
    };
    assert.equal(redirectOf(await ask.post(address, form, me)), `${address}?getan=gespeichert`);
    const after = await show(`${address}?getan=gespeichert`);
    assert.equal(after.flash?.title, 'Ihre Angabe ist gespeichert.');
    assert.match(
      after.query.get('row', '21.11.2026').text,
      /Mara Feldweg.*umgesetzt am: 01.09.2026.*Fallzahl: 1234.*Zustand: online/,
    );
    assert.match(
      (await show('/stand?zustand=online')).query.get('row', 'Hundesteuer Festsetzung').text,
      /online.*seit 01.09.2026/,
    );
  });

  test('was fehlt, steht am Feld, und nichts Getipptes geht verloren', async () => {
    const { me, ask } = open();
    const form = {
      zustand: 'nicht-anwendbar',
      umgesetztAm: '2027-01-01',
      bemerkung: 'Lange überlegt',
      fallzahl: 'viele',
      grundlage: '0',
    };
    const answer = await ask.post('/stand/L00001', form, me);
    assert.ok(answer.kind === 'page' && answer.status === 422);
    const refused = await pageOf(answer);
    assert.match(refused.query.text, /Fallzahl: Bitte eine ganze Zahl/);
    assert.match(refused.html, /Lange überlegt/);
    assert.match(refused.html, /value="viele"/);
    assert.equal(await standOf(world.deps, world.lemgo.koordination, 'L00001'), null);
  });

  test('zum Anfang genügen Zustand und Tag: das Übrige ist eingeklappt, und was etwas enthält, fehlt oder sein muss, steht offen', async () => {
    const { me, ask, show } = open();
    const partsOf = ({ html }: { readonly html: string }) =>
      Object.fromEntries(
        [...html.matchAll(/<details class="kern-accordion"( open)?><summary[^>]*><span[^>]*>([^<]+)</g)].map(
          ([, opened, title = '']) => [title, opened !== undefined],
        ),
      );
    const path = '/stand/L00011';
    assert.partialDeepStrictEqual(partsOf(await show(path)), {
      'Reifegrad: keine Angabe': false,
      'Zuständige und Priorität: keine Angabe': false,
      'Fallzahl: keine Angabe': false,
      'Lösung, Nachweis, Bemerkung: keine Angabe': false,
      'Weitere Angaben: keine Angabe': false,
    });
    const wrong = await ask.post(path, { zustand: 'online', fallzahl: 'viele', grundlage: '0' }, me);
    assert.partialDeepStrictEqual(partsOf(await pageOf(wrong)), {
      'Fallzahl: bitte prüfen': true,
      'Reifegrad: keine Angabe': false,
    });
    const kept = {
      nachweisArt: 'notiz',
      nachweisText: 'Akte 7',
      bemerkung: 'läuft',
      'feld.eigen-kostenstelle': '4711',
    };
    redirectOf(
      await ask.post(path, { zustand: 'online', ...kept, 'kriterien20.zugang': '', grundlage: '0' }, me),
    );
    assert.partialDeepStrictEqual(partsOf(await show(path)), {
      'Lösung, Nachweis, Bemerkung: 2 Angaben': true,
      'Weitere Angaben: 1 Angabe': true,
      'Reifegrad: keine Angabe': false,
    });
    const place = world.felder.findIndex(({ key }) => key === 'zustaendig');
    const [before] = world.felder.slice(place, place + 1);
    assert.ok(before);
    world.felder[place] = { ...before, pflicht: true };
    assert.equal(partsOf(await show('/stand/L00012'))['Zuständige und Priorität: keine Angabe'], true);
    world.felder[place] = before;
  });

  test('zwei speichern dieselbe Leistung: die zweite Person sieht beides, entscheidet je Feld, und nichts wird überschrieben', async () => {
    const { me, ask } = open();
    const path = '/stand/L00003';
    await stated(world, world.lemgo, { leistungId: 'L00003', aenderung: { zustand: 'geplant' } });
    const other = editorFor(world.lemgo.kommune, world.lemgo.personen[1]?.id ?? '');
    await ask.post(
      path,
      { zustand: 'online', prioritaet: '1', bemerkung: 'von Oke', grundlage: '1' },
      principalOf(other),
    );
    const mine = { zustand: 'in-umsetzung', prioritaet: '', bemerkung: 'von Mara', grundlage: '1' };
    const answer = await ask.post(path, mine, me);
    assert.ok(answer.kind === 'page' && answer.status === 409);
    const conflict = await pageOf(answer);
    assert.match(conflict.query.text, /Zuletzt gespeichert hat Oke Sandgrund/);
    assert.match(conflict.query.text, /Ihre Angabe: in Umsetzung.*Inzwischen gespeichert: online/);
    const decided = {
      ...mine,
      prioritaet: '1',
      grundlage: '2',
      'gilt.zustand': 'inzwischen',
      'gilt.bemerkung': 'meine',
    };
    assert.equal(redirectOf(await ask.post(path, decided, me)), `${path}?getan=gespeichert`);
    const now = await standOf(world.deps, world.lemgo.koordination, 'L00003');
    assert.deepEqual(
      [now?.fassung, now?.zustand, now?.prioritaet, now?.bemerkung],
      [3, 'online', 1, 'von Mara'],
    );
  });

  test('alle Kriterien beantwortet: das niedrigste entscheidet, und die Seite nennt den günstigsten Schritt', async () => {
    const { me, ask, show } = open();
    const { kriterien } = world.deps.modelle.modell11;
    const answers = kriterien.map(
      ({ key }) => [`kriterien11.${key}`, key === 'bezahlung' ? '2' : '4'] as const,
    );
    const form = { zustand: 'online', reifegrad11: '', grundlage: '0', ...Object.fromEntries(answers) };
    redirectOf(await ask.post('/stand/L00004', form, me));
    const page = await show('/stand/L00004');
    assert.match(page.query.text, /Modell 1.1: Stufe 2 von 4.*Es entscheidet: Bezahlprozess/);
    assert.match(page.query.get('row', 'Bezahlprozess').text, /lassen sich online bezahlen.*3/);
  });

  test('die Liste zeigt, was an einem früheren Tag galt: auf der Seite, in der Schnittstelle, als Befehl; ändern lässt sich nur heute', async () => {
    const { me, show, ask } = open();
    const leistungId = 'L02949';
    const before = { zustand: 'geplant', giltAb: localDate('2026-03-01') } as const;
    await stated(world, world.lemgo, { leistungId, aenderung: before });
    await stated(world, world.lemgo, { leistungId, grundlage: 1, aenderung: { zustand: 'online' } });
    for (const [day, said] of [
      ['', /online/],
      ['&datum=2026-03-01', /geplant/],
      ['&datum=2026-02-28', /keine Angabe/],
    ] as const) {
      const list = await show(`/stand?suche=Hundesteuer+Befreiung${day}`);
      assert.match(list.query.get('row', 'Hundesteuer Befreiung').text, said, day);
    }
    const then = await show('/stand?datum=2026-03-01');
    assert.match(then.query.text, /So stand es am 01\.03\.2026/);
    assert.doesNotMatch(then.html, /Gemeinsam ändern|Als Tabelle bearbeiten/);
    for (const [, href = ''] of then.html.matchAll(/href="(\/stand\?umfang=[^"#]*)/g))
      assert.match(href, /datum=2026-03-01/);
    assert.match(then.html, /<input type="hidden" name="datum" value="2026-03-01">/);
    assert.match(
      refusalOf(await ask.get('/stand?datum=2027-01-01', me)).message,
      /Stichtag liegt in der Zukunft/,
    );
    const operation = compassOperations(world.deps).find(({ capability }) => capability === 'compass.stand');
    const query = { date: localDate('2026-03-01'), umfang: 'pflichten' };
    const answered = await operation?.invoke({
      params: {},
      query,
      body: undefined,
      principal: me,
      clientAddress: '',
    });
    assert.ok(answered?.ok);
    assert.match(JSON.stringify(answered.value), /"leistungId":"L02949".{0,600}"zustand":"geplant"/);
    const command = compassCommands(world.deps).find(({ name }) => name === 'stand');
    const printed = await command?.run({
      ...{ positionals: ['Lemgo'], values: { date: '2026-03-01' }, principal: operator, say: () => {} },
    });
    assert.ok(printed?.ok);
    assert.match(printed.value.text, /L02949 {2}geplant/);
  });

  test('eine Person bestätigt mit einem Druck, dass alles noch stimmt', async () => {
    const { me, ask } = open();
    await stated(world, world.lemgo, { leistungId: 'L00005', aenderung: { zustand: 'geplant' } });
    const to = redirectOf(await ask.post('/stand/L00005/bestaetigen', { grundlage: '1' }, me));
    assert.equal(to, '/stand/L00005?getan=bestaetigt');
    assert.equal((await standOf(world.deps, world.lemgo.koordination, 'L00005'))?.fassung, 2);
  });

  test('eine Angabe zurücknehmen: erst bestätigen, dann gilt „keine Angabe“, und der Verlauf sagt wer und warum', async () => {
    const { me, ask, show } = open();
    const [path, to] = ['/stand/L00006', '/stand/L00006/zuruecknehmen'];
    assert.equal((await show(path)).query.find('button', 'Angabe zurücknehmen'), undefined);
    await stated(world, world.lemgo, { leistungId: 'L00006', aenderung: { zustand: 'online' } });
    assert.ok((await show(path)).query.get('button', 'Angabe zurücknehmen'));
    const unsaid = await ask.post(to, { grundlage: '1', grundZurueck: 'Lange überlegt' }, me);
    assert.ok(unsaid.kind === 'page' && unsaid.status === 422);
    const told = await pageOf(unsaid);
    assert.match(told.query.text, /Bitte kreuzen Sie an, dass die Angabe zurückgenommen/);
    assert.match(told.html, /value="Lange überlegt"/);
    const other = editorFor(world.lemgo.kommune, world.lemgo.personen[1]?.id ?? '');
    await ask.post(path, { zustand: 'online', prioritaet: '1', grundlage: '1' }, principalOf(other));
    const form = { zuruecknehmen: 'ja', grundZurueck: 'Versehen' };
    const late = await ask.post(to, { ...form, grundlage: '1' }, me);
    assert.ok(late.kind === 'page' && late.status === 409);
    assert.match((await pageOf(late)).query.text, /geändert \(Fassung 2\). Sie ist nicht zurückgenommen/);
    const done = redirectOf(await ask.post(to, { ...form, grundlage: '2' }, me));
    const after = await show(done);
    assert.match(after.flash?.title ?? '', /wieder „keine Angabe“/);
    assert.match(after.query.text, /keine Angabe; zurückgenommen von Mara Feldweg/);
    assert.match(after.query.get('row', 'Versehen').text, /Mara Feldweg.*Angabe zurückgenommen: Versehen/);
    assert.equal(after.query.find('button', 'Angabe zurücknehmen'), undefined);
    assert.equal(after.query.find('button', 'Stimmt noch'), undefined);
    const typed = await ask.post(path, { zustand: 'geplant', bemerkung: 'mein Text', grundlage: '2' }, me);
    assert.ok(typed.kind === 'page' && typed.status === 409);
    assert.match((await pageOf(typed)).html, /zurückgenommen \(Fassung 3\)[\s\S]*mein Text/);
    redirectOf(await ask.post(path, { zustand: 'geplant', grundlage: '0' }, me));
    assert.equal((await standOf(world.deps, world.lemgo.koordination, 'L00006'))?.fassung, 4);
    const csv = (await downloadOf(await ask.get('/stand.csv?umfang=alle&suche=L00006', me))).toString('utf8');
    assert.doesNotMatch(csv, /Versehen/);
  });

  test('wer nur liest, sieht kein Formular; wer nicht zur Kommune gehört, nichts', async () => {
    const { show, ask } = open();
    const reader = principalOf(world.lemgo.koordination, ['compass.stand.read']);
    const page = await show(address, reader);
    assert.equal(page.query.find('button', 'Speichern'), undefined);
    const stranger = principalOf(world.lemgo.koordination, []);
    assert.equal(refusalOf(await ask.get('/stand', stranger)).code, 'COMPASS_NOT_ALLOWED');
    assert.equal(
      refusalOf(await ask.post(address, { zustand: 'online' }, reader)).code,
      'COMPASS_NOT_ALLOWED',
    );
  });

  test('Fachbereich anlegen, Themenfeld zuordnen, Person eintragen, übergeben: ohne Skript', async () => {
    const { me, ask, show } = open();
    const [, oke, svea] = world.lemgo.personen;
    const made = redirectOf(await ask.post('/fachbereiche', { name: 'Bauamt' }, me)).replace(
      '?getan=angelegt',
      '',
    );
    redirectOf(await ask.post(`${made}/zuordnen`, { themenfeld: '1', nummer: '' }, me));
    redirectOf(await ask.post(`${made}/zuordnen`, { themenfeld: '', nummer: 'l00001' }, me));
    const person = { mitgliedId: oke?.id ?? '', rolle: 'leitung', von: '', bis: '' };
    redirectOf(await ask.post(`${made}/personen`, person, me));
    const page = await show(made);
    assert.match(page.query.get('row', 'Oke Sandgrund').text, /Leitung.*21.11.2026.*ohne Ende/);
    assert.match((await show('/fachbereiche')).query.get('row', 'Bauamt').text, /Oke Sandgrund/);
    const mine = await show(
      '/stand',
      principalOf(editorFor(world.lemgo.kommune, oke?.id ?? ''), [
        'compass.stand.read',
        'compass.stand.edit',
      ]),
    );
    assert.match(mine.query.text, /Meine Leistungen/);
    assert.match(mine.html, /aria-current="page"[^>]*>Meine Leistungen/);
    const preview = await show(`/stand/uebergabe?von=${oke?.id}&an=${svea?.id}`);
    assert.match(preview.query.text, /0 Leistungen und 1 Aufgabe in/);
    const moved = await ask.post(
      '/stand/uebergabe',
      { von: oke?.id ?? '', an: svea?.id ?? '', anzahl: '1' },
      me,
    );
    assert.equal(redirectOf(moved), '/fachbereiche?getan=uebergeben');
    const taken = { name: 'bauamt' };
    const again = await ask.post('/fachbereiche', taken, me);
    assert.ok(again.kind === 'page' && again.status === 422);
  });

  test('die Dateien enthalten alle Spalten und dieselbe Auswahl', async () => {
    const { me, ask } = open();
    const csv = (await downloadOf(await ask.get('/stand.csv?umfang=alle&zustand=online', me))).toString(
      'utf8',
    );
    assert.match(csv, /Nummer.*LeiKa-Schlüssel.*Fachbereich.*Fassung.*Fallzahl.*Bemerkung/);
    assert.match(csv, /L02950/);
    assert.ok((await downloadOf(await ask.get('/stand.xlsx', me))).length > 5000);
  });
});
