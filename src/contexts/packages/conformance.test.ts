import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { jsonSchemas as formSchemas, loadTestfaelle } from '#forms/onlinedienst';
import { parseTestfaelle } from '#forms/testfaelle';
import { formatEins, formatZwei, newSignierschluessel, paketleser } from '#standards/leitwerk-paket';
import { faehigkeiten } from './domain/faehigkeit.ts';
import { parsePortalprofil } from './domain/portalprofil.ts';
import { schluesseldateiOf } from './domain/schluesseldatei.ts';
import { urteileUeber } from './domain/urteil.ts';
import { jsonSchemas } from './json-schemas.ts';
import { bedarfOf } from './konformitaet/bedarf.ts';
import { spieleAuf } from './konformitaet/spielen.ts';
import { inhaltOf } from './paketinhalt.ts';
import { must, shippedDienste, shippedProfil } from './testing/installation.ts';
import { urteilAccordion } from './web/parts.ts';

/** What the published reader offers; it is written in plain JavaScript and shares nothing with us. */
interface Leser {
  readonly openPaket: (
    text: string,
    key: unknown,
  ) => {
    readonly teile: {
      readonly 'testfaelle.json': {
        readonly cases: readonly { readonly answers: { readonly hunde: readonly { hoehe: number }[] } }[];
      };
    };
  };
  readonly playPaket: (
    paket: unknown,
  ) => readonly { readonly id: string; readonly differences: readonly string[] }[];
}

const root = new URL('../../../', import.meta.url);
const reader: Leser = await import(new URL('docs/paket-leser.mjs', root).href);
const dienste = await shippedDienste();
const leser = paketleser([formatEins, formatZwei]);
const key = newSignierschluessel();

const dienstNamed = (id: string) => dienste.find((dienst) => dienst.id === id) ?? assert.fail(id);
const fallDatei = async (id: string) =>
  must(await loadTestfaelle(new URL(`data/onlinedienste/${id}`, root).pathname));

async function paketOf(id: string): Promise<string> {
  const sealed = must(leser.seal(inhaltOf(dienstNamed(id), await fallDatei(id)), key));
  return Buffer.from(sealed.bytes).toString('utf8');
}

describe('the shipped services', () => {
  for (const dienst of dienste)
    test(`${dienst.id}: its hand-written cases come out, and lead to every page`, async () => {
      const faelle = must(parseTestfaelle(await fallDatei(dienst.id)));
      assert.ok(faelle.length >= 7);
      assert.ok(faelle.some(({ expect }) => expect.problems.length > 0));
      assert.ok(faelle.some(({ expect }) => expect.end === 'end'));
      const urteil = urteileUeber(bedarfOf(dienst), shippedProfil('leitwerk'));
      assert.deepEqual([urteil.art, urteil.gruende], ['voll', []]);
      const { durchlauf } = spieleAuf(dienst, faelle, urteil);
      assert.deepEqual(
        durchlauf?.ergebnisse
          .filter(({ bestanden }) => !bestanden)
          .map(({ id, abweichungen }) => [id, abweichungen]),
        [],
      );
      assert.deepEqual(durchlauf?.unbesucht, []);
    });

  test('run on other portals fully, worse or not at all', () => {
    const artOn = (profil: string) =>
      dienste.map((dienst) => `${dienst.id} ${urteileUeber(bedarfOf(dienst), shippedProfil(profil)).art}`);
    assert.deepEqual(artOn('serviceportal'), [
      'bewohnerparkausweis eingeschraenkt',
      'heimarbeit eingeschraenkt',
      'hund-anmelden eingeschraenkt',
      'jagdschein nicht',
      'kindertagespflege nicht',
    ]);
    assert.ok(artOn('kommunalportal').includes('heimarbeit voll'));
  });

  test('a person reads what has no replacement, and whether that is known or only assumed', async () => {
    const bedarf = bedarfOf(dienstNamed('hund-anmelden'));
    const satz = async (urteil: ReturnType<typeof urteileUeber>) =>
      String(await urteilAccordion(urteil, null));
    const assumed = await satz(urteileUeber(bedarf, shippedProfil('kommunalportal')));
    assert.match(assumed, /9 Fähigkeiten fehlen; ohne Ersatz ist: „Auswahl aus einer Tabelle der Kommune“\./);
    assert.match(assumed, /nur angenommen: Fragen Sie seinen Betreiber/);
    const own = shippedProfil('leitwerk');
    const cannot = { kann: false, quelle: Object.keys(own.quellen)[0] ?? '' };
    const faehigkeiten = { ...own.faehigkeiten, 'auswahl.parameter': cannot };
    const known = await satz(urteileUeber(bedarf, { ...own, faehigkeiten }));
    assert.match(known, /Eine Fähigkeit fehlt; ohne Ersatz ist/);
    assert.doesNotMatch(known, /Fragen Sie seinen Betreiber/);
  });

  test('a reason names the places in the form, and where the profile knows it from', () => {
    const urteil = urteileUeber(bedarfOf(dienstNamed('jagdschein')), shippedProfil('serviceportal'));
    const [first] = urteil.gruende;
    assert.deepEqual(first?.stellen, [
      { place: 'formular.json: pages[4].fields[4]', worte: 'Seite „Ihre Person“, „Geburtsdatum“' },
    ]);
    assert.equal(first?.beleg?.art, 'quelle');
    assert.match(first?.beleg?.url ?? '', /^https:\/\/github\.com\/OZG-Hub\/prozess-scripting-api\//);
  });
});

describe('what a service needs is worked out from its definition', () => {
  const needs = (id: string) => bedarfOf(dienstNamed(id)).map(({ faehigkeit }) => faehigkeit);

  test('fields, conditions, expressions, parameters, fee and offices', () => {
    assert.deepEqual(
      [
        'gruppe',
        'gebuehr',
        'mehrere-stellen',
        'ausdruck.zeilen',
        'pflicht.bedingt',
        'parameter.tabelle',
        'ausgang',
      ].filter((id) => !needs('hund-anmelden').includes(id)),
      [],
    );
    assert.ok(needs('bewohnerparkausweis').includes('ausdruck.strasse'));
    assert.ok(
      needs('heimarbeit').every((id) => !id.startsWith('ausdruck') && id !== 'gruppe' && id !== 'gebuehr'),
    );
  });

  test('names only what the catalogue of capabilities knows', () => {
    for (const { id } of dienste)
      assert.deepEqual(
        needs(id).filter((each) => !faehigkeiten.has(each)),
        [],
      );
  });
});

describe('profiles of portals', () => {
  for (const id of ['leitwerk', 'serviceportal', 'kommunalportal'])
    test(`${id}: each capability names its source or says that it is assumed`, () => {
      const profil = shippedProfil(id);
      assert.deepEqual(Object.keys(profil.faehigkeiten).toSorted(), [...faehigkeiten.keys()].toSorted());
      for (const { quelle, annahme } of Object.values(profil.faehigkeiten))
        assert.ok(Boolean(quelle) !== Boolean(annahme));
    });

  test('a statement without source, or with one that is not there, is refused with its place', () => {
    const good = shippedProfil('leitwerk');
    const bare = parsePortalprofil({ ...good, faehigkeiten: { gruppe: { kann: true } } });
    assert.match(bare.ok ? '' : bare.refusal.message, /faehigkeiten\.gruppe: Jede Angabe nennt eine Quelle/);
    const dangling = parsePortalprofil({
      ...good,
      faehigkeiten: { gruppe: { kann: true, quelle: 'fehlt' } },
    });
    assert.match(dangling.ok ? '' : dangling.refusal.message, /„fehlt“ steht nicht unter quellen/);
  });

  test('what a profile does not name, a portal cannot do', () => {
    const profil = { ...shippedProfil('leitwerk'), faehigkeiten: {} };
    const urteil = urteileUeber(bedarfOf(dienstNamed('heimarbeit')), profil);
    assert.equal(urteil.art, 'nicht');
    assert.ok(urteil.gruende.every(({ beleg }) => beleg === null));
  });
});

describe('the published reader', () => {
  const ownKey = schluesseldateiOf(key.x, 'Haus Muster', null);

  test('has at most 300 lines and shares no code with the product', () => {
    const text = readFileSync(new URL('docs/paket-leser.mjs', root), 'utf8');
    assert.ok(text.trimEnd().split('\n').length <= 300);
    assert.deepEqual(
      [...text.matchAll(/from '(.*)'/g)].map(([, from]) => from),
      ['node:crypto', 'node:fs'],
    );
  });

  for (const { id } of dienste)
    test(`replays the cases of ${id}`, async () => {
      const played = reader.playPaket(reader.openPaket(await paketOf(id), ownKey));
      assert.ok(played.length >= 7);
      assert.deepEqual(
        played.filter(({ differences }) => differences.length > 0),
        [],
      );
    });

  test('says what comes out differently', async () => {
    const paket = reader.openPaket(await paketOf('hund-anmelden'), ownKey);
    const { cases } = paket.teile['testfaelle.json'];
    const dog = cases[0]?.answers.hunde[0] ?? assert.fail();
    dog.hoehe = 40;
    const [first] = reader.playPaket(paket);
    assert.equal(first?.differences.length, 4);
    assert.match(first.differences.join(), /feeCents: 12000.*offices: \["ordnungsamt","steueramt"\]/);
  });

  test('refuses what was altered, and another key', async () => {
    const text = await paketOf('heimarbeit');
    assert.throws(() => reader.openPaket(text.replace('Homeoffice', 'Homeofice'), ownKey), /Verändert/);
    assert.throws(() => reader.openPaket(`${text} `, ownKey), /nicht kanonisch/);
    const other = schluesseldateiOf(newSignierschluessel().x, 'Anderes Haus', null);
    assert.throws(() => reader.openPaket(text, other), /ein anderer Schlüssel/);
  });

  test('opens the package that was kept', () => {
    const kept = (name: string) => readFileSync(new URL(`test/fixtures/pakete/${name}`, root), 'utf8');
    const opened = reader.openPaket(
      kept('hund-anmelden.format-2.paket.json'),
      JSON.parse(kept('schluessel.json')),
    );
    assert.ok(reader.playPaket(opened).every(({ differences }) => differences.length === 0));
  });
});

test('the published JSON Schemas are current (scripts/write-form-schemas.ts)', () => {
  for (const [name, text] of [...jsonSchemas(), ...formSchemas()])
    assert.equal(readFileSync(new URL(`data/schemas/${name}`, root), 'utf8'), text, name);
});
