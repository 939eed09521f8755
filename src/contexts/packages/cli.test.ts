import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { actorOf } from '#platform';
import { packagesCommands } from './cli.ts';
import { type Installation, openInstallation, shippedProfil } from './testing/installation.ts';

describe('leitwerk paket', () => {
  let here: Installation;
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-paket-'));
  const file = join(folder, 'heimarbeit.paket.json');
  before(async () => {
    here = await openInstallation({ haus: 'Haus Hier', profil: shippedProfil('leitwerk'), shipped: true });
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await here[Symbol.asyncDispose]();
  });

  async function run(name: string, positionals: readonly string[] = [], values: Record<string, string> = {}) {
    const command = packagesCommands(here.deps).find((each) => each.name === name) ?? assert.fail(name);
    const answer = await command.run({
      positionals,
      values: { organisation: 'Haus Hier', ...values },
      principal: {
        kind: 'betreiber',
        actor: actorOf('system', 'probe'),
        tenant: null,
        permissions: new Set(),
      },
      say: () => {},
    });
    return answer.ok ? answer.value : answer.refusal;
  }

  const textOf = async (...asked: Parameters<typeof run>) => {
    const answer = await run(...asked);
    return 'text' in answer ? answer.text : `${answer.code}: ${answer.message}`;
  };

  test('builds, checks and compares', async () => {
    assert.match(await textOf('paket'), /hund-anmelden +Fassung 2: Leitwerk läuft ganz/);
    assert.match(
      await textOf('paket bauen', ['heimarbeit'], { nach: file }),
      /Format 2\)\nInhaltssumme [0-9a-f]{64}/,
    );
    assert.match(
      await textOf('paket pruefen', [file]),
      /Hier: läuft ganz, 7 von 7 Testfällen bestehen\n.*nichts zu tun/,
    );
    const older = await run('paket bauen', ['heimarbeit'], { nach: file, format: '1' });
    const newer = await run('paket bauen', ['heimarbeit'], { nach: file });
    const summeOf = (answer: typeof newer) =>
      'json' in answer ? (answer.json as { readonly summe: string }).summe : '';
    assert.match(
      await textOf('paket vergleichen', [summeOf(older), summeOf(newer)]),
      /^gleich +dienst\.json$/m,
    );
    assert.match(
      await textOf('paket zeigen', ['hund-anmelden']),
      /Leitwerk läuft ganz, 11 von 11 Testfällen bestehen/,
    );
    assert.match(await textOf('paket portale'), /Leitwerk: 69 von 70 Fähigkeiten, 1 davon Annahmen/);
  });

  test('refuses with what to do', async () => {
    assert.match(
      await textOf('paket bauen', ['heimarbei']),
      /PAKET_DIENST_UNKNOWN: .*„heimarbei“ gibt es hier nicht/,
    );
    assert.match(
      await textOf('paket bauen', ['heimarbeit'], { format: '9' }),
      /Möglich sind die Formate 1 bis 2/,
    );
    assert.match(await textOf('paket pruefen', [join(folder, 'fehlt')]), /gibt es nicht/);
    writeFileSync(file, readFileSync(file, 'utf8').replace('Homeoffice', 'Homeofice'));
    assert.match(await textOf('paket einlesen', [file]), /PAKET_ALTERED/);
    assert.match(await textOf('paket schluessel-aendern', ['drehen']), /aufnehmen, widerrufen oder wechseln/);
  });

  test('lists and changes keys', async () => {
    assert.match(
      await textOf('paket schluessel'),
      /Haus Hier \(eigen\)\nZum Weitergeben: \{"format":"leitwerk\/paketschluessel@1"/,
    );
    const changed = await textOf('paket schluessel-aendern', ['wechseln']);
    assert.equal(changed.match(/\(eigen\)/g)?.length, 2);
    const [, newest = '', before = ''] = /^(\S+) .*\n(\S+) /.exec(changed) ?? [];
    const codes = await Promise.all(
      [newest, before].map((kid) =>
        textOf('paket schluessel-aendern', ['widerrufen', kid], { grund: 'Probe' }),
      ),
    );
    assert.equal(codes.filter((text) => text.startsWith('PAKET_OWN_KEY')).length, 1);
    assert.equal(codes.filter((text) => text.includes('(widerrufen) Probe')).length, 1);
  });
});
