import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type AntragWorld, furnishAntraege } from '../support/antrag-world.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

interface Ausgabe {
  readonly xml: string;
  readonly herkunft: string;
  readonly ohnePlatz: readonly string[];
  readonly befunde: readonly { readonly schwere: string }[];
}

describe('the answers of a case under the ids of FIM', () => {
  let app: RunningApp;
  let office: Visitor;
  let world: AntragWorld;
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-fachdaten-'));
  before(async () => {
    app = await runningApp();
    world = await furnishAntraege(app, await signedIn(app, 'lemgo'));
    office = await signedIn(app, 'lemgo-fachbereich');
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await app[Symbol.asyncDispose]();
  });

  test('go out as page, file and command, alike, and come back as the same answers; the audit trail says who read', async () => {
    const at = `/eingang/${world.fachnummer}/fachdaten`;
    const page = await office.get(at);
    assert.equal(page.status, 200);
    assert.match(page.text, /S00000000364, Version 1\.0\.0/);
    assert.match(page.text, /nach dem veröffentlichten Datenschema/);
    const xml = await office.get(`${at}.xml`);
    assert.match(xml.headers['content-disposition'] ?? '', /-fachdaten\.xml/);
    assert.match(
      xml.text,
      /<xfd:F60000000319V1\.3\.0>Muster &amp; Töchter<\/xfd:F60000000319V1\.3\.0><xfd:G60000000086V2\.1\.0><xfd:F60000000243V1\.2\.0>Mittelstr\./,
    );
    const json = await office.get(`${at}.json`);
    assert.equal(JSON.parse(json.text).daten['F00000003445V1.0.0'], 'false');
    const kommune = { organisation: '05766044' };
    const said = (await runCommand(app, 'eingang fachdaten', [world.fachnummer], kommune)) as Ausgabe;
    assert.equal(said.xml, xml.text);
    assert.equal(said.ohnePlatz[0], 'Was trifft auf Ihr Unternehmen zu?');
    assert.equal(said.ohnePlatz.length, 2);
    for (const [name, text] of [
      ['fachdaten.xml', xml.text],
      ['fachdaten.json', json.text],
    ] as const) {
      const file = join(folder, name);
      writeFileSync(file, text);
      const checked = await runCommand(app, 'fachdaten pruefen', [file], {
        ...kommune,
        dienst: 'heimarbeit',
      });
      const { answers, befunde } = checked as Ausgabe & { readonly answers: Record<string, unknown> };
      assert.deepEqual(
        befunde.filter(({ schwere }) => schwere === 'fehler'),
        [],
      );
      assert.deepEqual(answers, {
        name: 'Muster & Töchter',
        anschrift: { street: 'Mittelstr.', number: '12a', plz: '32657', city: 'Lemgo' },
        branche: 'Spielwaren',
        andereStelle: false,
      });
    }
    const trail = await runCommand(app, 'audit search', [], { ...kommune, action: 'inbox.fachdaten.read' });
    assert.match(JSON.stringify(trail), new RegExp(world.fachnummer));
  });

  test('a case that came from no schema, or that is not yours, has none', async () => {
    const none = await office.get(`/eingang/${world.nummer}/fachdaten`);
    assert.equal(none.status, 404);
    assert.match(none.text, /anderes Programm geschrieben/);
    const detmold = await signedIn(app, 'detmold');
    assert.ok([403, 404].includes((await detmold.get(`/eingang/${world.fachnummer}/fachdaten.xml`)).status));
  });

  test('whoever checks a document reads what is wrong in it; one that cannot be read is refused', async () => {
    const post = (dokument: string, dienst = 'heimarbeit') =>
      office.post('/fachdaten/pruefen', { dienst, fassung: '', dokument });
    const wrong = await post(
      '<x:S00000000364V1.0.0 xmlns:x="urn:fim-de:xfall:datenschema:xdf3"><x:F1V1>a</x:F1V1></x:S00000000364V1.0.0>',
    );
    assert.equal(wrong.status, 200);
    assert.match(wrong.text, /F1V1 gibt es hier im Schema nicht/);
    const broken = await post('<!DOCTYPE x><x/>');
    assert.equal(broken.status, 422);
    assert.match(broken.text, /DOCTYPE/);
    assert.equal((await post('<x/>', 'mond')).status, 404);
    assert.match((await post('<x/>', 'hund-anmelden')).text, /nicht aus einem Datenschema/);
  });
});
