import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { clockFrom } from '#kernel';
import { actorOf, type Principal } from '#platform';
import { must, refused, shippedDienst } from '../forms/testing/build.ts';
import { proverCommands } from './cli.ts';
import type { ProverDeps } from './deps.ts';
import { proverOperations } from './web/operations.ts';
import { proverPages } from './web/pages.ts';

const principal: Principal = {
  kind: 'betreiber',
  actor: actorOf('system', 'test'),
  tenant: null,
  permissions: new Set(),
};
const deps: ProverDeps = {
  clock: clockFrom(() => new Date('2026-11-22T08:00:00Z')),
  dienste: async () => [await shippedDienst('hund-anmelden')],
  variantsOf: async ({ form }) => [{ name: 'Grunddefinition', form, values: null }],
};
const shipped = new URL('../../../data/onlinedienste/hund-anmelden', import.meta.url).pathname;

function run(target: string) {
  const [command] = proverCommands(deps);
  assert.ok(command);
  return command.run({ positionals: [target], values: {}, principal, say: () => {} });
}

describe('leitwerk dienst pruefen', () => {
  it('takes a name, a folder, a folder of folders and a file, and finds nothing in what is shipped', async () => {
    for (const target of ['hund-anmelden', shipped, join(shipped, '..'), join(shipped, 'formular.json')]) {
      const { text, found } = must(await run(target));
      assert.match(text, /hund-anmelden: 0 Fehler, 0 Hinweise, 0 nicht entschieden/);
      assert.equal(found, false);
    }
  });

  it('says what is wrong, why, and with which answers, and that something was found', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pruefen-'));
    try {
      await cp(shipped, join(folder, 'hund-anmelden'), { recursive: true });
      const file = join(folder, 'hund-anmelden', 'formular.json');
      const text = await readFile(file, 'utf8');
      await writeFile(
        file,
        text.replace(`"condition": "any(hunde, row.gross)"`, `"condition": "any(hunde, row.hoehe > 130)"`),
      );
      const broken = must(await run(join(folder, 'hund-anmelden')));
      assert.equal(broken.found, true);
      assert.match(broken.text, /FEHLER {2}pages\[5\] {2}Seite erscheint nie/);
      assert.match(broken.text, /weil pages\[5\]\.condition: any\(hunde, row\.hoehe > 130\)/);
      await writeFile(file, '{');
      assert.match(must(await run(join(folder, 'hund-anmelden'))).text, /nicht schlüssig/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    assert.equal(refused(await run('/nirgends')).code, 'PROVER_UNREADABLE');
  });
});

describe('The proof', () => {
  it('is the same by API and page', async () => {
    const [operation] = proverOperations(deps);
    assert.ok(operation);
    const raw = {
      params: { dienst: 'hund-anmelden' },
      query: {},
      body: undefined,
      principal,
      clientAddress: '',
    };
    const answer = must(await operation.invoke(raw));
    assert.deepEqual(operation.schemas.response.safeParse(answer).error?.issues ?? [], []);
    assert.equal(
      refused(await operation.invoke({ ...raw, params: { dienst: 'mond' } })).code,
      'PROVER_DIENST_UNKNOWN',
    );
    const [page, before] = proverPages(deps);
    const request = {
      method: 'GET' as const,
      path: '/onlinedienste/hund-anmelden/pruefung',
      params: { dienst: 'hund-anmelden' },
      query: new URLSearchParams(),
      form: new URLSearchParams(),
      uploads: new Map(),
      principal,
      csrfToken: 'token',
      clientAddress: '',
      userAgent: '',
      cookies: new Map(),
      origin: '',
    };
    const shown = await page?.handle(request);
    assert.deepEqual(await before?.handle(request), { kind: 'redirect', to: request.path });
    assert.ok(shown?.kind === 'page');
    assert.match(String(await shown.content.main), /Keine Fehler und keine Hinweise/);
  });
});
