import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Principal } from '#platform';
import { askerOf, pageOf } from '../../../../../test/support/page-request.ts';
import { operator, principalOf, refusalIn, valueIn } from '../../testing/compass-world.ts';
import { matchingCommands } from '../cli.ts';
import { hundesteuer, type MatchingWorld, openMatchingWorld } from '../testing/matching-world.ts';
import { matchingOperations } from './operations.ts';
import { matchingPages } from './pages.ts';

type Json = Readonly<Record<string, unknown>>;

describe('Lücken, Bündel und Widersprüche auf allen Wegen', () => {
  let world: MatchingWorld;
  let me: Principal;
  before(async () => {
    world = await openMatchingWorld();
    me = principalOf(world.lemgo.koordination);
    await world.share(world.lemgo);
    await world.share(world.detmold);
  });
  after(() => world[Symbol.asyncDispose]());

  const ask = async (
    method: string,
    path: string,
    { params = {}, body, as = me }: { params?: Json; body?: Json; as?: Principal } = {},
  ) => {
    const found = matchingOperations(world.deps).find((each) => each.method === method && each.path === path);
    assert.ok(found, `${method} ${path}`);
    const result = await found.invoke({ params, query: {}, body, principal: as, clientAddress: '127.0.0.1' });
    if (result.ok) found.schemas.response.parse(result.value);
    return result;
  };
  const run = async (name: string, positionals: readonly string[], values: Json = {}) => {
    const found = matchingCommands(world.deps).find((each) => each.name === name);
    assert.ok(found, name);
    const given = values as Readonly<Record<string, string>>;
    return found.run({ positionals, values: given, principal: operator, say: () => {} });
  };
  const show = async (path: string, as = me) =>
    pageOf(await askerOf(matchingPages(world.deps)).get(path, as));
  const press = (path: string, form: Readonly<Record<string, string>>) =>
    askerOf(matchingPages(world.deps)).post(path, form, me);

  test('wem eine Lösung hilft, sieht, wer dazugehört', async () => {
    const id = 'hund-plus';
    assert.match((await show(`/loesungen/${id}/nutzen`)).query.text, /Für Lemgo Schließt 1 von \d+ Lücken/);
    assert.match(
      (await show(`/loesungen/${id}/nutzen`, world.provider)).query.text,
      /Kommunen Ihres Verbunds/,
    );
    valueIn(await ask('get', '/loesungen/{loesung}/nutzen', { params: { loesung: id }, as: world.provider }));
    valueIn(await run('loesungen benefit', [id], { organisation: 'Lemgo' }));
    assert.equal(refusalIn(await run('loesungen benefit', [id])).code, 'COMPASS_ORGANISATION_MISSING');
    const stranger = principalOf(world.lemgo.koordination, []);
    const denied = await ask('get', '/buendel', { as: stranger });
    assert.equal(refusalIn(denied).kind, 'forbidden');
  });

  test('die Lückenliste nennt die beste Lösung mit Gründen, sucht und filtert', async () => {
    const list = await show('/stand/luecken?suche=Hundesteuer+Festsetzung&loesung=vorhanden');
    assert.match(
      list.query.get('row', 'Hundesteuer Festsetzung').text,
      /keine Angabe.*Hund.*Deckt 1 von \d+ Leistungen\. Schon verfügbar\./,
    );
    assert.match((await show('/stand/luecken?art=unter-reifegrad')).query.text, /0 Lücken/);
    const one = await show(`/stand/luecken/${hundesteuer}`);
    assert.match(one.query.text, /1\. Hund/);
    assert.match(one.query.text, /Summe/);
    assert.match((await show('/loesungen-vorschlaege')).query.text, /Hund plus/);
    assert.match(valueIn(await run('stand gaps', ['Lemgo'])).text, /Hundesteuer Festsetzung: Hund/);
    assert.match(valueIn(await run('stand gap', ['Lemgo', hundesteuer])).text, /Schon verfügbar/);
    assert.match(valueIn(await run('stand suggestions', ['Lemgo'])).text, /Hund plus/);
    valueIn(await ask('get', '/stand/luecken'));
    valueIn(await ask('get', '/stand/luecken/{leistung}', { params: { leistung: hundesteuer } }));
    valueIn(await ask('get', '/loesungen-vorschlaege'));
  });

  test('Interesse vormerken, einwilligen, einander kennenlernen, zurücknehmen', async () => {
    const refused = await press(`/stand/luecken/${hundesteuer}/interesse`, { quartal: '' });
    assert.ok(refused.kind === 'page' && refused.status === 422);
    const marked = await press(`/stand/luecken/${hundesteuer}/interesse`, { quartal: '2027-Q1' });
    assert.equal(marked.kind === 'redirect' && marked.to, '/buendel?getan=interesse');
    assert.match(
      valueIn(await run('buendel interest', [hundesteuer, '2027-Q1'], { kommune: 'Detmold' })).text,
      /2027/,
    );
    valueIn(await run('buendel consent', ['ja'], { kommune: 'Detmold' }));
    assert.match((await show('/buendel')).query.text, /Es gibt Kommunen mit demselben Bedarf/);
    assert.doesNotMatch((await show('/buendel')).query.text, /Detmold/);
    assert.equal((await press('/buendel/einwilligung', { einwilligung: 'ja' })).kind, 'redirect');
    const page = await show('/buendel?getan=eingewilligt');
    assert.equal(page.flash?.title, 'Ihre Kommune darf jetzt in Bündeln genannt werden.');
    assert.match(page.query.text, /Detmold \(Interesse vorgemerkt\)/);
    assert.match(page.html, /rueckfragen\/neu\?zu=leistung%3AL02950&(amp;)?adressat=verbund/);
    const provider = await show('/buendel', world.provider);
    assert.match(provider.query.text, /2 Kommunen/);
    assert.match(valueIn(await run('buendel', [], { organisation: 'Lemgo' })).text, /Detmold, Lemgo/);
    valueIn(await ask('get', '/buendel'));
    const params = { leistung: hundesteuer };
    valueIn(await ask('delete', '/stand/luecken/{leistung}/interesse', { params }));
    const path = '/stand/luecken/{leistung}/interesse';
    valueIn(await ask('put', path, { params, body: { quartal: '2027-Q2' } }));
    assert.equal((await press(`/buendel/interesse/${hundesteuer}/zuruecknehmen`, {})).kind, 'redirect');
    valueIn(await run('buendel withdraw', [hundesteuer], { kommune: 'Detmold' }));
    valueIn(await ask('put', '/buendel/einwilligung', { body: { einwilligung: false } }));
  });

  test('Fachverfahren eintragen und beenden', async () => {
    const refused = await press('/fachverfahren', { name: '', von: '31.02.2024' });
    assert.ok(refused.kind === 'page' && refused.status === 422);
    assert.equal((await press('/fachverfahren', { name: 'Steuerfix', von: '2020-01-01' })).kind, 'redirect');
    const { fachverfahren } = valueIn(await ask('get', '/fachverfahren')) as {
      fachverfahren: readonly { id: string }[];
    };
    const id = fachverfahren[0]?.id ?? '';
    assert.equal((await press(`/fachverfahren/${id}/beenden`, {})).kind, 'redirect');
    assert.match((await show('/fachverfahren')).query.get('row', 'Steuerfix').text, /21\.11\.2026/);
    const made = valueIn(await ask('post', '/fachverfahren', { body: { name: 'Bauakte', bis: null } })) as {
      id: string;
    };
    valueIn(await ask('post', '/fachverfahren/{id}/end', { params: { id: made.id }, body: {} }));
    const kommune = 'Detmold';
    const added = valueIn(await run('fachverfahren add', ['Melde', 'Plus'], { kommune })).json as {
      id: string;
    };
    valueIn(await run('fachverfahren end', [added.id], { kommune, bis: '2026-10-01' }));
    assert.match(valueIn(await run('fachverfahren', [], { kommune })).text, /Melde Plus, bis 2026-10-01/);
  });

  test('ein Widerspruch wird mit einem Klick behoben; wer zu spät kommt, erfährt es', async () => {
    const leika = (await world.deps.world()).catalogue.leistungById.get(hundesteuer)?.leika ?? '';
    const common = {
      loesungId: 'angebot-hund',
      titel: 'Hund anmelden',
      leika: [leika],
      ausgesetztGrund: null,
    };
    const { seit } = { seit: world.deps.clock.today() };
    for (const { kommune } of [world.lemgo, world.detmold])
      world.live.push({ ...common, ags: kommune.ags, seit });
    assert.match((await show('/stand/widersprueche')).query.text, /freigeschaltet, nicht online/);
    const form = { leistung: hundesteuer, art: 'live', korrektur: 'online', grundlage: '0' };
    assert.equal((await press('/stand/widersprueche', form)).kind, 'redirect');
    const late = await press('/stand/widersprueche', form);
    assert.ok(late.kind === 'page' && late.status === 409);
    assert.match((await show('/stand/widersprueche')).query.text, /Kein Widerspruch/);
    valueIn(await ask('get', '/stand/widersprueche'));
    const body = { leistungId: hundesteuer, art: 'live', korrektur: 'online', grundlage: 1 };
    assert.equal(refusalIn(await ask('post', '/stand/widersprueche', { body })).kind, 'conflict');
    assert.match(valueIn(await run('stand contradictions', ['Detmold'])).text, /L02950 {2}live/);
    const resolve = [hundesteuer, 'live', 'online'];
    assert.match(
      valueIn(await run('stand contradictions resolve', resolve, { kommune: 'Detmold' })).text,
      /Fassung 1/,
    );
  });
});
