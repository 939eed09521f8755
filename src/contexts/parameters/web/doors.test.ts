import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  askerOf,
  downloadOf,
  type PageAsker,
  pageOf,
  refusalOf,
} from '../../../../test/support/page-request.ts';
import { coordinator, lead, operator, refusalIn, valueIn } from '../../efa/testing/efa-world.ts';
import { parametersCommands } from '../cli.ts';
import { openParametersWorld, type ParametersWorld } from '../testing/parameters-world.ts';
import { parametersOperations } from './operations.ts';
import { parametersPages } from './pages.ts';

const path = '/parameter/hund-anmelden';

describe('The doors of parameters', () => {
  let world: ParametersWorld;
  let ask: PageAsker;
  before(async () => {
    world = await openParametersWorld();
    ask = askerOf(parametersPages(world.deps));
  });
  after(() => world[Symbol.asyncDispose]());

  const lemgo = () => coordinator(world.efa.lemgo);
  const provider = () => lead(world.efa.provider);

  it('whoever acts for nobody is told who sees parameters', async () => {
    assert.match(
      refusalOf(await ask.get('/parameter')).message,
      /Parameter sehen Kommunen und IT-Dienstleister/,
    );
    assert.match(refusalOf(await ask.get('/parameter/hund-anmeldn', lemgo())).message, /bietet niemand an/);
  });

  it('every page opens for a Kommune and for a provider', async () => {
    for (const part of ['', '/pruefung', '/vergleich', '/erbe', '/vorschau', '/einlesen'])
      for (const who of [lemgo(), provider()])
        assert.match((await pageOf(await ask.get(path + part, who))).title, /Hund anmelden/);
    assert.match(
      (await pageOf(await ask.get('/parameter', lemgo()))).html,
      /darf keine Werte für Sie eintragen/,
    );
  });

  it('the provider states a value; the form that is refused says it at its field and keeps what was typed', async () => {
    const form = {
      gebiet: '05',
      name: 'gebuehr',
      wert: 'viel',
      grundlage: 'Verordnung (erfunden)',
      giltAb: '2026-12-01',
    };
    const refused = await pageOf(await ask.post(`${path}/erbe`, form, provider()));
    assert.equal(refused.error, true);
    assert.match(refused.html, /Bitte einen Betrag in Euro angeben/);
    assert.match(refused.html, />viel<\/textarea>/);
    assert.deepEqual(await ask.post(`${path}/erbe`, { ...form, wert: '26,00' }, provider()), {
      kind: 'redirect',
      to: `${path}/erbe?getan=vorgabe`,
    });
    const seen = await pageOf(await ask.get(`${path}/erbe`, lemgo()));
    for (const words of ['26,00 Euro', 'Land Nordrhein-Westfalen', 'Verordnung (erfunden)', 'geplant'])
      assert.ok(seen.html.includes(words), words);
    assert.doesNotMatch(seen.html, /Einen Wert vorgeben/);
  });

  it('the comparison goes out as a table that the import takes back without a change', async () => {
    const body = (await downloadOf(await ask.get(`${path}/vergleich.csv`, lemgo()))).toString('utf8');
    assert.match(body, /Lemgo/);
    const import_ =
      parametersOperations(world.deps).find(({ capability }) => capability === 'parameters.import') ??
      assert.fail();
    const answered = await import_.invoke({
      params: { dienst: 'hund-anmelden' },
      query: {},
      body: { name: 'vergleich.csv', base64: Buffer.from(body).toString('base64') },
      principal: lemgo(),
      clientAddress: '',
    });
    const { zeilen } = JSON.parse(JSON.stringify(valueIn(answered)));
    const own = zeilen.find(({ ags }: { readonly ags: string }) => ags === '05766044');
    assert.deepEqual([own.art, own.fehler], ['unveraendert', []]);
  });

  it('the side-by-side page holds a frame for each Kommune, and the frame carries no script', async () => {
    const shown = await pageOf(await ask.get(`${path}/vorschau?kommune=05766044&kommune=05766020`, lemgo()));
    assert.equal(shown.html.match(/<iframe/g)?.length, 2);
    assert.match(shown.html, /Ordnungsamt Detmold/);
    const frame = await ask.get(`${path}/vorschau/seite?kommune=05766020`, lemgo());
    assert.ok(frame.kind === 'text' && frame.framed && !frame.body.includes('<script'));
    assert.match(frame.body, /Name des Hundes/);
    const five = await pageOf(await ask.get(`${path}/vorschau?kommune=1&kommune=2&weiter=ja`, lemgo()));
    assert.match(five.html, /nicht angebunden oder teilt ihre Werte nicht mit Ihnen/);
  });

  it('the command line says the same, and ends with 1 where the linter found an error', async () => {
    const run = (name: string, positionals: readonly string[], values: Readonly<Record<string, string>>) => {
      const command = parametersCommands(world.deps).find((each) => each.name === name) ?? assert.fail(name);
      return command.run({ positionals, values, principal: operator, say: () => {} });
    };
    const detmold = { organisation: 'Detmold' };
    assert.match(valueIn(await run('parameter', [], detmold)).text, /hund-anmelden +\d+ eigene/);
    assert.match(
      valueIn(await run('parameter werte', ['hund-anmelden'], detmold)).text,
      /Gebühr der Anzeige: 30,00 Euro\n {4}Von Ihrer Kommune/,
    );
    assert.equal(valueIn(await run('parameter pruefen', ['hund-anmelden'], detmold)).found, false);
    const pair = { ...detmold, kommunen: 'Lemgo,Detmold' };
    assert.match(
      valueIn(await run('parameter nebeneinander', ['hund-anmelden'], pair)).text,
      /Kosten\n {4}Lemgo:/,
    );
    assert.equal(refusalIn(await run('parameter vergleich', ['hund-anmelden'], {})).code, 'COMMAND_USAGE');
  });
});
