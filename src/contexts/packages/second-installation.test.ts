import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readAngebote } from '#efa';
import { ok, type Result } from '#kernel';
import { formatEins, formatZwei, isObject, type Paketinhalt } from '#standards/leitwerk-paket';
import type { Paketformat } from '../../standards/leitwerk-paket/paketformat.ts';
import type { Portalprofil } from './domain/portalprofil.ts';
import { urteilLabel } from './domain/urteil.ts';
import { inhaltOf } from './paketinhalt.ts';
import { type Installation, must, openInstallation, shippedProfil } from './testing/installation.ts';
import { laterne } from './testing/laterne.ts';
import { bauePaket } from './use-cases/bauen.ts';
import { signierschluesselOf } from './use-cases/eigener-schluessel.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung, pruefeDatei } from './use-cases/einlesen.ts';
import { readDienst } from './use-cases/lesen.ts';
import { aendereSchluessel, readSchluessel } from './use-cases/schluessel.ts';
import { vergleichePakete } from './use-cases/vergleichen.ts';

/** A format that is yet to come: its file has another shape, and its content knows more than that of format 2. */
const formatDrei: Paketformat = {
  ...formatZwei,
  major: 3,
  write: (inhalt, unterschrift) => {
    const { inhalt: verzeichnis = null, teile = null } = formatZwei.write(inhalt, null);
    return {
      format: 'leitwerk/paket@3',
      koerper: { teile, verzeichnis },
      siegel: unterschrift && { ...unterschrift },
    };
  },
  read: ({ koerper, siegel = null }) => {
    const { teile = null, verzeichnis = null } = isObject(koerper) ? koerper : {};
    const read = formatZwei.read({
      format: 'leitwerk/paket@2',
      inhalt: verzeichnis,
      teile,
      unterschrift: siegel,
    });
    return read.ok ? ok({ ...read.value, inhalt: { ...read.value.inhalt, format: 3 } }) : read;
  },
  upgrade: (inhalt) => ({ ...inhalt, format: 3 }),
  downgrade: (inhalt) => ({ ...inhalt, format: 2 }),
};

/** A portal that computes no fee, repeats nothing and shows no map. */
function kleinesPortal(): Portalprofil {
  const own = shippedProfil('leitwerk');
  const cannot = ['gebuehr', 'bezahlen', 'gruppe', 'gruppe.mehrere', 'gruppe.verschachtelt', 'feld.location'];
  const faehigkeiten = Object.fromEntries(
    Object.entries(own.faehigkeiten).map(([id, angabe]) => [
      id,
      cannot.includes(id) ? { kann: false, annahme: 'Ein erfundenes kleines Portal.' } : angabe,
    ]),
  );
  return { ...own, id: 'klein', name: 'Kleines Portal', faehigkeiten };
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const messageOf = (result: Result<unknown>) => (result.ok ? '' : result.refusal.message);

describe('a second installation, a format ahead and on a smaller portal', () => {
  let here: Installation;
  let there: Installation;
  before(async () => {
    here = await openInstallation({ haus: 'Haus Hier', profil: shippedProfil('leitwerk'), shipped: true });
    there = await openInstallation({
      haus: 'Haus Dort',
      profil: kleinesPortal(),
      // The newest format there works out its content from all older ones.
      formats: [formatEins, formatZwei, formatDrei],
      shipped: false,
    });
  });
  after(async () => {
    await here[Symbol.asyncDispose]();
    await there[Symbol.asyncDispose]();
  });

  async function built(
    dienst: string,
    format?: number,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const paket = must(await bauePaket(here.deps, here.lieferant, dienst, format));
    return { name: `${dienst}.paket.json`, bytes: paket.bytes };
  }

  test('a package of an unknown house is refused, until its key is taken up', async () => {
    const datei = await built('bewohnerparkausweis');
    const refused = await beginEinlesung(there.deps, there.lieferant, datei);
    assert.equal(codeOf(refused), 'PAKET_KEY_UNKNOWN');
    assert.match(messageOf(refused), /am Telefon/);
    const { eigener } = await readSchluessel(here.deps, here.lieferant);
    const text = JSON.stringify(eigener);
    const broken = await aendereSchluessel(there.deps, there.lieferant, {
      art: 'aufnehmen',
      datei: text.replace(/"x":"(.)/, (_, first: string) => `"x":"${first === 'A' ? 'B' : 'A'}`),
    });
    assert.equal(codeOf(broken), 'PAKET_KEY_BROKEN');
    const liste = must(
      await aendereSchluessel(there.deps, there.lieferant, { art: 'aufnehmen', datei: text }),
    );
    assert.deepEqual(
      liste.liste.map(({ inhaber, art }) => [inhaber, art]),
      [['Haus Hier', 'aufgenommen']],
    );
    const again = await aendereSchluessel(there.deps, there.lieferant, { art: 'aufnehmen', datei: text });
    assert.equal(codeOf(again), 'PAKET_KEY_LISTED');
  });

  test('a service goes over: previewed, taken over, offered, its cases pass, the lost fee is told', async () => {
    const begun = must(await beginEinlesung(there.deps, there.lieferant, await built('bewohnerparkausweis')));
    const { pruefung, hindernis } = must(await previewEinlesung(there.deps, there.lieferant, begun));
    const [urteil] = pruefung.urteile;
    assert.equal(hindernis, null);
    assert.equal(urteilLabel[urteil.art], 'läuft eingeschränkt');
    assert.deepEqual(
      urteil.gruende.map(({ faehigkeit, stellen }) => [faehigkeit.ersatz, stellen[0]?.worte]),
      [['Die Gebühr steht nicht im Formular; sie nennt erst der Bescheid.', 'Gebühr „Bewohnerparkausweis“']],
    );
    const { durchlauf, ungeprueft } = pruefung.lauf;
    assert.deepEqual(
      [durchlauf?.ergebnisse.length, durchlauf?.bestanden, ungeprueft],
      [10, true, ['die Gebühr']],
    );
    assert.deepEqual(await there.deps.onlinedienste(), []);
    const taken = must(await applyEinlesung(there.deps, there.lieferant, begun, true));
    assert.ok(taken.angeboten);
    const angebote = await there.t.db.withPublic(readAngebote);
    assert.deepEqual(
      angebote.map(({ dienst, fassung, anbieter }) => [dienst, fassung, anbieter]),
      [['bewohnerparkausweis', '1', 'Haus Dort']],
    );
    const detail = must(await readDienst(there.deps, 'bewohnerparkausweis'));
    assert.equal(detail.faelle, 10);
    assert.equal(codeOf(await applyEinlesung(there.deps, there.lieferant, begun, true)), 'PAKET_IMPORT_GONE');
  });

  test('what went over comes back with the same content', async () => {
    const paket = must(await bauePaket(there.deps, there.lieferant, 'bewohnerparkausweis', 2));
    const own = must(await readDienst(here.deps, 'bewohnerparkausweis'));
    assert.equal(paket.summe, own.summe);
  });

  test('where nothing repeats, cases of several rows are left out, and said to be', async () => {
    const checked = must(await pruefeDatei(there.deps, there.lieferant, await built('hund-anmelden')));
    const { urteile, lauf } = checked.pruefung;
    const gruppe = urteile[0].gruende.find(({ faehigkeit }) => faehigkeit.id === 'gruppe');
    assert.match(gruppe?.faehigkeit.ersatz ?? '', /nur einen Eintrag/);
    assert.deepEqual(gruppe?.stellen, [
      { place: 'formular.json: pages[3].fields[0]', worte: 'Seite „Ihre Hunde“, „Hunde, die Sie anmelden“' },
    ]);
    assert.deepEqual(
      lauf.ausgelassen.map(({ id }) => id),
      ['zwei-hunde-lastschrift', 'erfahrung-und-ermaessigung'],
    );
    assert.deepEqual([lauf.durchlauf?.ergebnisse.length, lauf.durchlauf?.bestanden], [9, true]);
  });

  test('without a map the place is described in words; a repetition in a repetition does not run at all', async () => {
    const sample = laterne();
    here.addDienst(sample.dienst, sample.formular, sample.testfaelle);
    const flat = must(await pruefeDatei(there.deps, there.lieferant, await built('laterne-melden')));
    const [urteil] = flat.pruefung.urteile;
    assert.deepEqual(
      [urteil.art, urteil.gruende.map(({ faehigkeit }) => faehigkeit.id)],
      ['eingeschraenkt', ['feld.location', 'gebuehr', 'gruppe']],
    );
    assert.match(urteil.gruende[0]?.faehigkeit.ersatz ?? '', /eine Karte gibt es dort nicht/);
    const deep = laterne({ version: 2, nested: true });
    here.addDienst(deep.dienst, deep.formular, deep.testfaelle);
    const begun = must(await beginEinlesung(there.deps, there.lieferant, await built('laterne-melden')));
    const refused = await applyEinlesung(there.deps, there.lieferant, begun, false);
    assert.equal(codeOf(refused), 'PAKET_RUNS_NOT_HERE');
    assert.match(
      messageOf(refused),
      /Wiederholung in einer Wiederholung \(Seite „Welche Laternen\?“, „Fotos“\).*nichts übernommen/,
    );
  });

  test('a package of their format is from the future here; asked for in ours it opens', async () => {
    const { eigener } = await readSchluessel(there.deps, there.lieferant);
    must(
      await aendereSchluessel(here.deps, here.lieferant, {
        art: 'aufnehmen',
        datei: JSON.stringify(eigener),
      }),
    );
    const theirs = must(await bauePaket(there.deps, there.lieferant, 'bewohnerparkausweis'));
    assert.equal(theirs.format, 3);
    const future = await pruefeDatei(here.deps, here.lieferant, { name: 'x', bytes: theirs.bytes });
    assert.equal(codeOf(future), 'PAKET_FROM_FUTURE');
    assert.match(messageOf(future), /--format 2/);
    const ours = must(await bauePaket(there.deps, there.lieferant, 'bewohnerparkausweis', 2));
    const known = must(await pruefeDatei(here.deps, here.lieferant, { name: 'x', bytes: ours.bytes }));
    assert.equal(known.hindernis?.code, 'PAKET_ALREADY_HERE');
    assert.ok(known.pruefung.hier?.unterschiede.every(({ art }) => art === 'gleich'));
  });

  test('the oldest format goes over too', async () => {
    const begun = must(await beginEinlesung(there.deps, there.lieferant, await built('heimarbeit', 1)));
    const taken = must(await applyEinlesung(there.deps, there.lieferant, begun, false));
    assert.equal(taken.pruefung.paket.format, 1);
    assert.equal(taken.pruefung.lauf.durchlauf?.ergebnisse.length, 7);
    const [own, theirs] = [
      must(await readDienst(here.deps, 'heimarbeit')),
      must(await bauePaket(there.deps, there.lieferant, 'heimarbeit', 2)),
    ];
    assert.equal(own.summe, theirs.summe);
  });

  test('the same again, another content and an older version are refused, each with what to do', async () => {
    const same = must(await beginEinlesung(there.deps, there.lieferant, await built('heimarbeit')));
    const again = await applyEinlesung(there.deps, there.lieferant, same, false);
    assert.equal(codeOf(again), 'PAKET_ALREADY_HERE');
    const changed = laterne();
    const v2 = laterne({ version: 2 });
    there.addDienst(v2.dienst, { ...v2.formular, title: 'Anders' }, v2.testfaelle);
    const v2here = laterne({ version: 3 });
    here.addDienst({ ...v2here.dienst, version: 3 }, v2here.formular, changed.testfaelle);
    const newer = must(await pruefeDatei(there.deps, there.lieferant, await built('laterne-melden')));
    assert.equal(newer.hindernis, null);
    assert.ok(newer.pruefung.hier?.unterschiede.some(({ stellen }) => stellen.includes('title')));
    there.addDienst(
      { ...v2here.dienst, version: 3, summary: 'Anders.' },
      v2here.formular,
      changed.testfaelle,
    );
    const other = must(await pruefeDatei(there.deps, there.lieferant, await built('laterne-melden')));
    assert.equal(other.hindernis?.code, 'PAKET_VERSION_TAKEN');
    assert.match(other.hindernis?.message ?? '', /nichts überschrieben.*neue Fassung/);
    there.addDienst({ ...v2here.dienst, version: 4 }, v2here.formular);
    const older = must(await pruefeDatei(there.deps, there.lieferant, await built('laterne-melden')));
    assert.equal(older.hindernis?.code, 'PAKET_OLDER');
  });

  test('a case that comes out differently, and a capability that nobody knows, keep a service out', async () => {
    const { actor, anbieter } = here.lieferant;
    const key = await here.t.db.withReference(
      actor,
      (tx) => signierschluesselOf(here.deps, tx, here.lieferant),
      anbieter.tenant,
    );
    const sample = laterne({ version: 9 });
    const wrong = {
      ...sample.testfaelle.cases[0],
      expect: { ...sample.testfaelle.cases[0]?.expect, pages: ['andere'] },
    };
    const dienst = here.addDienst({ ...sample.dienst, id: 'probe' }, { ...sample.formular, id: 'probe' });
    const bytesOf = (inhalt: Paketinhalt) => ({
      name: 'x',
      bytes: must(here.deps.leser.seal(inhalt, key)).bytes,
    });
    const failing = inhaltOf(
      dienst,
      JSON.parse(JSON.stringify({ format: 'leitwerk/testfaelle@1', cases: [wrong] })),
    );
    const checked = must(await pruefeDatei(there.deps, there.lieferant, bytesOf(failing)));
    assert.equal(checked.hindernis?.code, 'PAKET_CASES_FAIL');
    assert.match(
      checked.hindernis?.message ?? '',
      /1 von 1 Testfällen.*„Eine Laterne“.*melden Sie das dem Absender/,
    );
    const faehigkeiten = [...(failing.kopf.faehigkeiten ?? []), 'feld.hologramm'];
    const strange = await pruefeDatei(
      there.deps,
      there.lieferant,
      bytesOf({ ...failing, kopf: { ...failing.kopf, faehigkeiten } }),
    );
    assert.equal(codeOf(strange), 'PAKET_CAPABILITY_UNKNOWN');
    assert.match(messageOf(strange), /„feld\.hologramm“.*aktualisieren Sie/);
  });

  test('a key is changed and confirmed by the one before; a revoked one lets nothing new in, and what runs stays', async () => {
    const before = await readSchluessel(here.deps, here.lieferant);
    const inUse = await aendereSchluessel(here.deps, here.lieferant, {
      art: 'widerrufen',
      kid: before.eigener?.kid ?? '',
      grund: 'Probe',
    });
    assert.equal(codeOf(inUse), 'PAKET_OWN_KEY');
    const { eigener } = must(await aendereSchluessel(here.deps, here.lieferant, { art: 'wechseln' }));
    assert.equal(eigener?.nachfolge?.von, before.eigener?.kid);
    const next = await built('jagdschein');
    assert.equal(codeOf(await pruefeDatei(there.deps, there.lieferant, next)), 'PAKET_KEY_UNKNOWN');
    const forged = { ...eigener, inhaber: 'Haus Fremd' };
    const stolen = await aendereSchluessel(there.deps, there.lieferant, {
      art: 'aufnehmen',
      datei: JSON.stringify(forged),
    });
    assert.match(messageOf(stolen), /Bestätigung des bisherigen Schlüssels passt nicht/);
    must(
      await aendereSchluessel(there.deps, there.lieferant, {
        art: 'aufnehmen',
        datei: JSON.stringify(eigener),
      }),
    );
    const { liste } = await readSchluessel(there.deps, there.lieferant);
    assert.equal(liste.find(({ kid }) => kid === eigener?.kid)?.art, 'nachfolge');
    assert.equal(must(await pruefeDatei(there.deps, there.lieferant, next)).pruefung.dienst.id, 'jagdschein');
    const kid = before.eigener?.kid ?? '';
    const silent = await aendereSchluessel(there.deps, there.lieferant, {
      art: 'widerrufen',
      kid,
      grund: ' ',
    });
    assert.equal(codeOf(silent), 'PAKET_REASON_MISSING');
    must(
      await aendereSchluessel(there.deps, there.lieferant, {
        art: 'widerrufen',
        kid,
        grund: 'Verlust gemeldet',
      }),
    );
    there.deps.changed();
    assert.ok((await there.deps.onlinedienste()).some(({ id }) => id === 'bewohnerparkausweis'));
  });

  test('equal content builds the equal package, once', async () => {
    const [first, second] = [
      must(await bauePaket(here.deps, here.lieferant, 'jagdschein')),
      must(await bauePaket(here.deps, here.lieferant, 'jagdschein')),
    ];
    assert.deepEqual([second.neu, Buffer.from(second.bytes).equals(first.bytes)], [false, true]);
    const older = must(await bauePaket(here.deps, here.lieferant, 'jagdschein', 1));
    const unterschiede = must(await vergleichePakete(here.deps, older.summe, first.summe));
    assert.ok(unterschiede.every(({ art }) => art === 'gleich'));
  });
});
