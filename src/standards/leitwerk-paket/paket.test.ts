import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Result } from '#kernel';
import { canonicalJson } from './canonical-json.ts';
import { formatEins } from './format-eins.ts';
import { formatZwei } from './format-zwei.ts';
import type { Json, JsonObject } from './json.ts';
import type { Paketinhalt } from './paketinhalt.ts';
import { largestPaket, paketleser, type Schluesselurteil } from './paketleser.ts';
import { newSignierschluessel, type Signierschluessel } from './paketschluessel.ts';
import { joinTeile, splitDokumente } from './teile.ts';

const leser = paketleser([formatEins, formatZwei]);
const key = newSignierschluessel();

const dokumente = {
  dienst: { format: 'leitwerk/onlinedienst@1', id: 'probe', version: 3, texts: { what: 'Grüße' } },
  formular: {
    format: 'leitwerk/formular@1',
    codeLists: { rassen: { title: 'Rassen', entries: [{ value: '1', label: 'Dackel' }] } },
    translations: { en: { title: 'Sample' } },
    rules: [{ id: 'r1' }],
    pages: [],
  },
  testfaelle: { format: 'leitwerk/testfaelle@1', cases: [] },
};

const inhalt: Paketinhalt = {
  format: 2,
  kopf: { dienst: 'probe', version: 3, titel: 'Probe', faehigkeiten: ['feld.text', 'gruppe'] },
  teile: splitDokumente(dokumente),
};

function trusting(...keys: readonly Signierschluessel[]) {
  return (kid: string): Schluesselurteil | null => {
    const found = keys.find((each) => each.kid === kid);
    return found ? { kid, x: found.x, inhaber: 'Haus Muster', widerrufen: false } : null;
  };
}

function sealed(content = inhalt, major?: number): Buffer {
  const done = leser.seal(content, key, major);
  assert.ok(done.ok);
  return Buffer.from(done.value.bytes);
}

const open = (bytes: Uint8Array | string) => leser.open(Buffer.from(bytes), trusting(key));

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'opened' : result.refusal.code;
}

/** The package with something done to its JSON, written canonically again. */
function changed(change: (file: Record<string, Json>) => void, bytes = sealed()): string {
  const file: Record<string, Json> = JSON.parse(bytes.toString('utf8'));
  change(file);
  return canonicalJson(file);
}

describe('canonical JSON', () => {
  test('is what RFC 8785 shows', () => {
    const sample: Json = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    assert.equal(
      canonicalJson(sample),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const sorted: Json = JSON.parse(
      '{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7}',
    );
    assert.deepEqual(
      [...canonicalJson(sorted).matchAll(/:(\d)/g)].map(([, number]) => number),
      ['2', '4', '6', '7', '1', '5', '3'],
    );
  });

  test('equal values give equal text, whatever the order in which they were made', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        fc.pre(JSON.stringify(value).isWellFormed() && !JSON.stringify(value).includes('\\ud'));
        const mixed = Object.fromEntries(Object.entries(value).toReversed());
        const [a, b]: Json[] = [JSON.parse(JSON.stringify(value)), JSON.parse(JSON.stringify(mixed))];
        assert.equal(canonicalJson(a ?? null), canonicalJson(b ?? null));
        assert.deepEqual(JSON.parse(canonicalJson(a ?? null)), a);
      }),
    ));
});

describe('a package', () => {
  test('opens as it was sealed, and says who signed it', () => {
    const opened = open(sealed());
    assert.ok(opened.ok);
    assert.deepEqual(opened.value.inhalt, inhalt);
    assert.equal(opened.value.schluessel.inhaber, 'Haus Muster');
    assert.deepEqual(joinTeile(opened.value.inhalt.teile), dokumente);
  });

  test('of equal content has equal bytes, and another key changes only the signature', () => {
    const again = { ...inhalt, teile: Object.fromEntries(Object.entries(inhalt.teile).toReversed()) };
    assert.deepEqual(sealed(), sealed(again));
    const other = leser.seal(inhalt, newSignierschluessel());
    const own = open(sealed());
    assert.ok(other.ok && own.ok);
    assert.equal(other.value.summe, own.value.summe);
    assert.equal(leser.summeOf(inhalt), own.value.summe);
    assert.notDeepEqual(Buffer.from(other.value.bytes), sealed());
  });

  test('splits into parts and joins again, whichever parts it has', () =>
    fc.assert(
      fc.property(
        fc.record(
          {
            codeLists: fc.dictionary(fc.constantFrom('a', 'bB1'), fc.constant({ title: 'x' })),
            rules: fc.constant([]),
          },
          { requiredKeys: [] },
        ),
        (parts) => {
          const formular: JsonObject = JSON.parse(JSON.stringify({ pages: [], ...parts }));
          const joined = joinTeile(splitDokumente({ ...dokumente, formular }));
          const { codeLists } = parts;
          const empty = codeLists !== undefined && Object.keys(codeLists).length === 0;
          assert.deepEqual(
            joined.formular,
            empty ? JSON.parse(JSON.stringify({ pages: [], ...parts, codeLists: undefined })) : formular,
          );
        },
      ),
    ));

  test('does not open with any single byte changed', () => {
    for (const bytes of [sealed(), sealed(inhalt, 1)])
      fc.assert(
        fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
          const broken = Buffer.from(bytes);
          broken[at] = (broken[at] ?? 0) ^ by;
          assert.notEqual(codeOf(open(broken)), 'opened', `byte ${at} changed by ${by}`);
        }),
        { numRuns: 2_000 },
      );
  });

  test('does not open with any other character anywhere in its signature', () => {
    const bytes = sealed();
    const from = bytes.indexOf('"unterschrift"');
    for (let at = from; at < bytes.length; at += 1)
      for (const character of 'AQgw_-019') {
        if (bytes[at] === character.charCodeAt(0)) continue;
        const broken = Buffer.from(bytes);
        broken.write(character, at, 'ascii');
        assert.notEqual(codeOf(open(broken)), 'opened', `${character} at ${at}`);
      }
  });

  test('with one byte more or less does not open', () => {
    const bytes = sealed();
    for (const broken of [
      Buffer.concat([bytes, Buffer.from('\n')]),
      bytes.subarray(0, -1),
      bytes.subarray(1),
    ])
      assert.notEqual(codeOf(open(broken)), 'opened');
  });
});

describe('what is refused says what to do', () => {
  const message = (result: Result<unknown>) => (result.ok ? '' : result.refusal.message);

  test('packed files, and files that are too large, are not read at all', () => {
    const zip = open(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
    assert.equal(codeOf(zip), 'PAKET_PACKED');
    assert.match(message(zip), /nie ausgepackt\. Bitte laden Sie die Datei mit der Endung \.paket\.json/);
    assert.equal(codeOf(open(gzipSync(Buffer.alloc(50_000_000)))), 'PAKET_PACKED');
    const large = open(Buffer.alloc(largestPaket + 1, 0x20));
    assert.equal(codeOf(large), 'PAKET_TOO_LARGE');
    assert.match(message(large), /größer als 8 MB/);
  });

  test('depth does not exhaust the stack', () =>
    assert.equal(
      codeOf(open(`{"format":"leitwerk/paket@2","a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)),
      'PAKET_BROKEN',
    ));

  test('no JSON, no text and no package', () => {
    assert.equal(codeOf(open('nichts')), 'PAKET_BROKEN');
    assert.match(message(open('nichts')), /^Die Datei lässt sich nicht lesen: .*\. Bitte lassen Sie sich/);
    assert.doesNotMatch(message(open('nichts')), /token|valid/);
    assert.equal(codeOf(open(Buffer.from([0x22, 0xff, 0x22]))), 'PAKET_BROKEN');
    assert.equal(codeOf(open('\uFEFF{}')), 'PAKET_BROKEN');
    assert.match(message(open('{"pages":[]}')), /Das ist kein Paket .* Endung \.paket\.json/);
  });

  test('a package from the future names the way out', () => {
    const future = open(changed((file) => (file.format = 'leitwerk/paket@3')));
    assert.equal(codeOf(future), 'PAKET_FROM_FUTURE');
    assert.match(
      message(future),
      /Format 3; diese Installation liest Pakete bis Format 2.*--format 2.*aktualisieren Sie/,
    );
  });

  test('the format of a file cannot be exchanged, though its signature stays', () =>
    assert.notEqual(codeOf(open(changed((file) => (file.format = 'leitwerk/paket@1')))), 'opened'));

  test('the same JSON written differently counts as altered', () => {
    const pretty = JSON.stringify(JSON.parse(sealed().toString('utf8')), null, 1);
    assert.match(message(open(pretty)), /verändert.*noch einmal schicken/);
    assert.equal(
      codeOf(open(sealed().toString('utf8').replace('{"format"', '{"format":"x","format"'))),
      'PAKET_ALTERED',
    );
  });

  test('names that lead elsewhere are names of nothing', () => {
    for (const name of [
      '../../etc/passwd',
      '/etc/passwd',
      'codelisten/../dienst.json',
      'codelisten/__proto__.json',
      'c:\\x.json',
      'skript.js',
    ]) {
      const evil = open(
        changed((file) => {
          const teile: Json = { ...(file.teile as JsonObject), [name]: {} };
          file.teile = teile;
        }),
      );
      assert.equal(codeOf(evil), 'PAKET_MEMBER_NAME', name);
    }
    assert.match(
      message(open(changed((file) => (file.teile = { ...(file.teile as JsonObject), '../x': {} })))),
      /„\.\.\/x“.*nichts übernommen/,
    );
  });

  test('a part that is missing, exchanged or added is told', () => {
    const teile = JSON.parse(sealed().toString('utf8')).teile as JsonObject;
    const { 'regeln.json': _, ...without } = teile;
    assert.match(message(open(changed((file) => (file.teile = without)))), /„regeln\.json“ fehlt/);
    const other = { ...teile, 'regeln.json': { rules: [] } };
    assert.match(
      message(open(changed((file) => (file.teile = other)))),
      /„regeln\.json“ hat nicht die Prüfsumme/,
    );
    const more = { ...teile, 'texte/fr.json': {} };
    assert.equal(codeOf(open(changed((file) => (file.teile = more)))), 'PAKET_ALTERED');
  });

  test('unsigned, unknown, revoked', () => {
    const unsigned = open(changed((file) => (file.unterschrift = null)));
    assert.match(message(unsigned), /keine Unterschrift.*Bitte den Absender/);
    const stranger = leser.open(sealed(), trusting(newSignierschluessel()));
    assert.equal(codeOf(stranger), 'PAKET_KEY_UNKNOWN');
    assert.match(message(stranger), new RegExp(`${key.kid}.*am Telefon.*„Schlüssel“ auf`));
    const revoked = leser.open(sealed(), (kid) => ({
      kid,
      x: key.x,
      inhaber: 'Haus Muster',
      widerrufen: true,
    }));
    assert.equal(codeOf(revoked), 'PAKET_KEY_REVOKED');
  });

  test('another key under the name of a known one does not help', () => {
    const other = newSignierschluessel();
    const forged = leser.open(sealed(), (kid) => ({
      kid,
      x: other.x,
      inhaber: 'Haus Muster',
      widerrufen: false,
    }));
    assert.match(message(forged), /Die Unterschrift passt nicht zum Inhalt/);
  });

  test('an unknown older format cannot be written', () =>
    assert.equal(codeOf(leser.seal(inhalt, key, 7)), 'PAKET_FORMAT_UNKNOWN'));
});

describe('older formats', () => {
  test('are written, read and lead to the same content, but for what they did not know', () => {
    const opened = open(sealed(inhalt, 1));
    assert.ok(opened.ok);
    assert.equal(opened.value.format, 1);
    assert.deepEqual(opened.value.inhalt, { ...inhalt, kopf: { ...inhalt.kopf, faehigkeiten: null } });
  });

  test('the packages of each format that were kept open for ever', () => {
    const folder = new URL('../../../test/fixtures/pakete/', import.meta.url);
    const { jwk, inhaber, kid } = JSON.parse(readFileSync(new URL('schluessel.json', folder), 'utf8'));
    const keyOf = () => ({ kid, x: jwk.x, inhaber, widerrufen: false });
    const summen = [1, 2].map((format) => {
      const opened = leser.open(
        readFileSync(new URL(`hund-anmelden.format-${format}.paket.json`, folder)),
        keyOf,
      );
      assert.ok(opened.ok, opened.ok ? '' : opened.refusal.message);
      assert.equal(opened.value.format, format);
      assert.equal(opened.value.inhalt.kopf.dienst, 'hund-anmelden');
      const { faehigkeiten, ...kopf } = opened.value.inhalt.kopf;
      return leser.summeOf({ ...opened.value.inhalt, kopf: { ...kopf, faehigkeiten: [] } });
    });
    assert.equal(summen[0], summen[1]);
  });
});
