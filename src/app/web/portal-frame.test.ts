import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PageContent, type PageRequest, parseTenantId } from '#platform';
import type { Meldung } from '#releases';
import { portalFrame } from './portal-frame.ts';

const tenant = parseTenantId('aaaaaaaa-0000-4000-8000-000000000001');
const meldung: Meldung = {
  ...{
    tenant: 't',
    id: 'i',
    fassung: 1,
    art: 'wartung',
    titel: 'Wartung von „Hund anmelden“',
    text: 'Nachts.',
  },
  ...{ sichtbarAb: '2026-11-20 00:00', von: '2026-11-24 22:00', bis: '2026-11-24 23:30' },
  ...{ dienste: [], kommunen: [], entfallen: false, geschriebenAm: new Date(0) },
};

const request = (path: string): PageRequest => ({
  ...{ method: 'GET', path, params: {}, query: new URLSearchParams(), form: new URLSearchParams() },
  ...{
    uploads: new Map(),
    principal: null,
    csrfToken: '',
    clientAddress: '',
    userAgent: '',
    cookies: new Map(),
  },
  origin: 'http://lemgo.localhost',
});

const content: PageContent = { title: 'Seite', main: 'Inhalt' };

test('a citizen is told of maintenance on every page, and with a form open that nothing is lost', async () => {
  assert.ok(tenant);
  const asked: (string | null)[] = [];
  const frame = portalFrame(
    {
      demo: true,
      aussehen: async () => null,
      meldungen: async (_, dienst) => {
        asked.push(dienst);
        return [meldung];
      },
    },
    { name: 'Lemgo', tenant, ags: '05766044' },
  );
  const home = String(await frame(content, request('/')));
  assert.match(home, /Wartung von „Hund anmelden“, am 24\.11\.2026 von 22:00 bis 23:30 Uhr/);
  assert.doesNotMatch(home, /bleibt erhalten/);
  const form = String(await frame(content, request('/antrag/mein/x/seite/hunde')));
  assert.match(
    form,
    /gespeichert haben, bleibt erhalten\. Mit Ihrem persönlichen Link machen Sie danach weiter/,
  );
  await frame({ ...content, dienst: 'heimarbeit' }, request('/antrag/mein/x/seite/hunde'));
  await frame(content, request('/antrag/hund-anmelden'));
  await frame(content, request('/dienste/hund-anmelden'));
  assert.deepEqual(asked, [null, null, 'heimarbeit', 'hund-anmelden', 'hund-anmelden']);
});

test('without a look of its own a Kommune shows a shield without charge; with one its name, Wappen and colours from its own host', async () => {
  assert.ok(tenant);
  const site = { name: 'Lemgo', tenant, ags: '05766044' };
  const plain = portalFrame({ demo: true, aussehen: async () => null, meldungen: async () => [] }, site);
  const neutral = String(await plain(content, request('/')));
  assert.match(neutral, /lw-mark__fin/);
  assert.doesNotMatch(neutral, /\/aussehen\//);
  const look = {
    ...{
      tenant,
      nummer: 1,
      anzeigename: 'Unser Lemgo',
      impressum: '',
      datenschutz: '',
      barrierefreiheit: '',
    },
    farben: { akzent: '#1a5f3c', akzentDunkel: '#69a593', linie: '#1a5f3c', linieDunkel: '#69a593' },
    ...{ cssHash: 'a'.repeat(16), wappenArt: 'svg' as const, wappenHash: 'b'.repeat(16) },
    veroeffentlichtAm: new Date(0),
  };
  const own = portalFrame({ demo: true, aussehen: async () => look, meldungen: async () => [] }, site);
  const page = String(await own(content, request('/')));
  assert.match(page, /<link rel="stylesheet" href="\/aussehen\/a{16}\.css">/);
  assert.match(page, /<img class="lw-wappen" src="\/aussehen\/b{16}\.svg" alt=""/);
  assert.match(page, /Unser Lemgo/);
  assert.doesNotMatch(page, /style="/);
});
