import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import type { PageAnswer, PageRequest, Principal } from '#platform';
import { coordinator, dutiesWorlds, refusalIn, tenantId, valueIn } from '../../efa/testing/efa-world.ts';
import { releasesCommands } from '../cli.ts';
import { releasesHandlers } from '../handlers.ts';
import {
  dienst,
  leadPrincipal,
  offerVersion,
  openReleasesWorld,
  type ReleasesWorld,
} from '../testing/releases-world.ts';
import { advance } from '../use-cases/advance.ts';
import { openMeldungen } from '../use-cases/hinweise.ts';
import { cancelMeldung, listMeldungen, saveMeldung } from '../use-cases/meldungen.ts';
import { neuigkeitenSeit } from '../use-cases/neuigkeiten.ts';
import { readFassungen } from '../use-cases/read-fassungen.ts';
import { releasesOperations } from './operations.ts';
import { releasesPages } from './pages.ts';

describe('Versions by page, API and command', () => {
  let world: ReleasesWorld;
  let lead: Principal;
  before(async () => {
    world = await openReleasesWorld((await dutiesWorlds()).shipped);
    await offerVersion(world, 2, { title: 'Hund an- und abmelden' });
    lead = leadPrincipal(world);
  });
  after(() => world[Symbol.asyncDispose]());

  async function ask(
    method: 'GET' | 'POST',
    path: string,
    principal: Principal,
    form: Readonly<Record<string, string>> = {},
  ): Promise<PageAnswer> {
    const url = new URL(path, 'http://verwaltung.localhost');
    for (const route of releasesPages(world.deps)) {
      const pattern = new RegExp(`^${route.path.replace('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
      const match = route.method === method ? pattern.exec(url.pathname) : null;
      if (!match) continue;
      const request: PageRequest = {
        ...{ method, path: url.pathname, params: { ...match.groups }, query: url.searchParams, principal },
        form: new URLSearchParams(form),
        uploads: new Map(),
        ...{ csrfToken: 'token', clientAddress: '192.0.2.1', userAgent: 'test', cookies: new Map() },
        origin: url.origin,
      };
      return route.handle(request);
    }
    throw new Error(`no route for ${method} ${path}`);
  }

  const text = async (answer: PageAnswer): Promise<string> => {
    assert.equal(answer.kind, 'page', JSON.stringify(answer).slice(0, 300));
    return answer.kind === 'page' ? `${answer.content.title} ${String(await answer.content.main)}` : '';
  };

  const rings = { fassung: '2', pilot: 'Lemgo', pilotAb: '2026-11-21', alleAb: '2026-11-28' };

  it('Kommunen are searched for and chosen, pasted and looked at, in up to eight waves', async () => {
    const address = `/fassungen/${dienst}/ausrollen/vorschau`;
    const found = await text(await ask('POST', address, lead, { ...rings, aktion: 'suchen', suche: 'det' }));
    assert.match(found, /1 gefunden[\s\S]*Detmold/);
    const chosen = { ...rings, welle1Ab: '2026-11-24', aktion: 'dazu', suche: 'det' };
    const added = await text(
      await ask('POST', address, lead, { ...chosen, wahl: '05766020', ziel: 'welle1' }),
    );
    assert.match(added, /name="welle1"[^>]*>Detmold \(05766020\)</);
    assert.match(added, /steht in Welle 1/);
    const moved = await text(
      await ask('POST', address, lead, { ...chosen, wahl: '05766044', ziel: 'welle1' }),
    );
    assert.match(moved, /name="pilot"[^>]*></, 'out of the ring where it stood');
    const pasted = { ...rings, pilot: 'Stadt Lemgo\t5766020\nAtlantis', aktion: 'pruefen' };
    const checked = await text(await ask('POST', address, lead, pasted));
    assert.match(checked, /Verstanden: 2 Kommunen: Lemgo \(05766044\), Detmold \(05766020\)/);
    assert.match(checked, /Nicht unter den Kommunen mit einer früheren Fassung: 1[\s\S]*„Atlantis“/);
    const days = Array.from({ length: 8 }, (_, index) => [`welle${index + 1}Ab`, `2026-12-0${index + 1}`]);
    const full = { ...rings, ...Object.fromEntries(days), alleAb: '2026-12-20' };
    assert.match(await text(await ask('POST', address, lead, { ...full, aktion: 'pruefen' })), /Welle 8/);
    assert.doesNotMatch(
      await text(await ask('POST', address, lead, { ...full, aktion: 'welle' })),
      /Welle 9|Weitere Welle/,
    );
    assert.match(await text(await ask('POST', address, lead, full)), /Vorschau: Fassung 2/);
  });

  it('what is missing is said of each ring by its name, and all of it at once', async () => {
    const nothing = { fassung: '2', pilot: '', pilotAb: '', welle1: 'Detmold', welle1Ab: '', alleAb: '' };
    const refused = await text(await ask('POST', `/fassungen/${dienst}/ausrollen/vorschau`, lead, nothing));
    for (const words of [
      'Bitte nennen Sie mindestens eine Pilotkommune',
      'Pilotkommunen: Bitte nennen Sie den Tag',
      'Welle 1: Bitte nennen Sie den Tag',
      'Alle übrigen: Bitte nennen Sie den Tag',
    ])
      assert.ok(refused.includes(words), words);
  });

  it('a rollout is typed, looked at, planned and begun; the worker shows how far it is', async () => {
    const preview = await text(await ask('POST', `/fassungen/${dienst}/ausrollen/vorschau`, lead, rings));
    assert.match(preview, /Vorschau: Fassung 2/);
    assert.match(preview, /Lemgo[\s\S]*Pilotkommunen[\s\S]*wird umgestellt/);
    const wrong = await ask('POST', `/fassungen/${dienst}/ausrollen/vorschau`, lead, {
      ...rings,
      pilot: 'Atlantis',
    });
    assert.equal(wrong.kind === 'page' && wrong.status, 422);
    assert.match(await text(wrong), /„Atlantis“ nutzt diesen Onlinedienst nicht/);
    const planned = await ask('POST', `/fassungen/${dienst}/ausrollen`, lead, rings);
    assert.equal(planned.kind === 'redirect' && planned.to, `/fassungen/${dienst}?getan=geplant`);
    const again = await ask('POST', `/fassungen/${dienst}/ausrollen`, lead, rings);
    assert.match(await text(again), /schon eine Ausrollung geplant oder unterwegs/);
    const second = await text(await ask('GET', `/fassungen/${dienst}/ausrollen`, lead));
    assert.match(second, /Fassung 2 ist schon geplant oder unterwegs/, 'before anything is typed');
    assert.doesNotMatch(second, /Vorschau zeigen/);
    const begun = await ask('POST', `/fassungen/${dienst}/schritt`, lead, {
      schritt: 'beginnen',
      version: '1',
    });
    const to = begun.kind === 'redirect' ? begun.to : '';
    assert.match(to, /\?vorgang=/);
    assert.match(await text(await ask('GET', to, lead)), /Kommunen werden umgestellt/);
    const stand = valueIn(await readFassungen(world.deps, { art: 'anbieter', lead: world.lead }, dienst));
    const handle = releasesHandlers(world.deps)['releases.wave.due'];
    const [vorgang = ''] = to.split('vorgang=').slice(1);
    await handle?.({ vorgang, ausrollung: stand.ausrollung?.id ?? '' }, {
      tenant: world.lead.anbieter.tenant,
    } as Parameters<NonNullable<typeof handle>>[1]);
    const state = await ask('GET', `/fassungen/${dienst}/fortschritt?vorgang=${vorgang}`, lead);
    assert.equal(state.kind === 'json' && (state.body as { readonly done: boolean }).done, true);
    const page = await text(await ask('GET', `/fassungen/${dienst}`, lead));
    assert.match(page, /Die Ausrollung hält von selbst an, wenn/);
    assert.match(page, /unsere Annahme/);
  });

  it('a coordinator sees what was done for the own Kommune and nothing of others', async () => {
    const own = coordinator(world.efa.lemgo);
    const page = await text(await ask('GET', `/fassungen/${dienst}`, own));
    assert.match(page, /Ihre Kommune ist umgestellt/);
    assert.doesNotMatch(page, /Detmold|Fassung zurücknehmen/);
    const waits = await text(await ask('GET', `/fassungen/${dienst}`, coordinator(world.efa.detmold)));
    assert.match(waits, /ab dem 28\.11\.2026 an der Reihe/);
    assert.match(waits, /Bei Ihrer Fassung bleiben/);
    const hold = { grund: 'Schulung', bis: '2026-12-05' };
    const detmold = coordinator(world.efa.detmold);
    assert.equal((await ask('POST', `/fassungen/${dienst}/festhalten`, detmold, hold)).kind, 'redirect');
    const held = await text(await ask('GET', `/fassungen/${dienst}`, detmold));
    assert.match(held, /hält aber bis zum 05\.12\.2026 an ihrer Fassung fest und kommt danach mit/);
    const loose = { loesen: 'ja' };
    assert.equal((await ask('POST', `/fassungen/${dienst}/festhalten`, detmold, loose)).kind, 'redirect');
    const { actor, kommune } = world.efa.lemgo;
    const stranger = { actor, kommune: { ...kommune, tenant: tenantId() } };
    const viewer = { art: 'kommune', editor: stranger, darfFesthalten: false } as const;
    const unused = refusalIn(await readFassungen(world.deps, viewer, dienst));
    assert.match(unused.message, /Ihre Kommune nutzt „Hund .*“ nicht oder nicht mehr/);
    const lines = await neuigkeitenSeit(world.deps, world.efa.lemgo, new Date(0));
    assert.deepEqual(lines, ['„Hund an- und abmelden“, Fassung 2: Ihre Kommune ist umgestellt.']);
    const note = { fassung: '2', text: 'Sie können den Hund jetzt\nauch abmelden.' };
    const noted = await ask('POST', `/fassungen/${dienst}/notiz`, lead, note);
    assert.equal(noted.kind, 'redirect');
    const news = await neuigkeitenSeit(world.deps, world.efa.detmold, new Date(0));
    assert.ok(
      news.includes('„Hund an- und abmelden“, Fassung 2: Sie können den Hund jetzt auch abmelden.'),
      'a note reaches who uses the service',
    );
    const refused = await ask('GET', `/fassungen/${dienst}`, { ...own, tenant: world.lead.anbieter.tenant });
    assert.equal(refused.kind, 'refusal');
  });

  it('maintenance reaches the citizens of the Kommunen that use the service, and calendars', async () => {
    const { db, clock } = world.deps;
    const typed = {
      ...{ art: 'wartung', titel: 'Wartung', text: '', vonTag: '2026-11-24', vonZeit: '22:00' },
      ...{ bisTag: '2026-11-24', bisZeit: '23:30', sichtbarAb: '', dienste: dienst, kommunen: 'Lemgo' },
    };
    const saved = await ask('POST', '/wartung', lead, typed);
    assert.equal(saved.kind === 'redirect' && saved.to, '/wartung?getan=meldung');
    const list = await text(await ask('GET', '/wartung', lead));
    assert.match(list, /„Hund an- und abmelden“; Lemgo/);
    assert.doesNotMatch(list, /<td[^>]*>hund-anmelden/);
    const nothing = await text(await ask('POST', '/wartung', lead, { ...typed, vonTag: '', bisZeit: '' }));
    assert.match(nothing, /den Tag des Beginns.*die Uhrzeit des Endes/s);
    const wrong = await ask('POST', '/wartung', lead, { ...typed, bisZeit: '21:00' });
    assert.match(await text(wrong), /Das Ende liegt nach dem Beginn/);
    const reader = openMeldungen(db, clock.now);
    assert.deepEqual(
      (await reader('05766044', dienst)).map(({ titel }) => titel),
      ['Wartung'],
    );
    assert.deepEqual(await reader('05766044', 'jagdschein'), [], 'not on the page of another service');
    assert.deepEqual(await reader('05766020', null), [], 'Detmold is not concerned');
    const file = await ask('GET', '/wartung.ics', coordinator(world.efa.lemgo));
    const event = new ICAL.Component(
      ICAL.parse(file.kind === 'download' ? String(file.body) : ''),
    ).getFirstSubcomponent('vevent');
    assert.equal(String(event?.getFirstPropertyValue('dtstart')), '2026-11-24T22:00:00');
    assert.equal(event?.getFirstProperty('dtstart')?.getParameter('tzid'), 'Europe/Berlin');
    const [meldung] = await listMeldungen(world.deps, { art: 'anbieter', lead: world.lead });
    assert.ok(meldung);
    const input = { ...typed, dienste: [dienst], kommunen: ['Lemgo'], id: meldung.id };
    valueIn(await saveMeldung(world.deps, world.lead, { ...input, fassung: 1 }));
    assert.match(
      refusalIn(await saveMeldung(world.deps, world.lead, { ...input, fassung: 1 })).message,
      /Inzwischen hat jemand anderes/,
    );
    valueIn(await cancelMeldung(world.deps, world.lead, { id: meldung.id, fassung: 2 }));
    assert.deepEqual(await openMeldungen(db, clock.now)('05766044', null), []);
    const gone = await ask('GET', '/wartung.ics', lead);
    assert.match(gone.kind === 'download' ? String(gone.body) : '', /STATUS:CANCELLED/);
  });

  it('API and command say the same as the page', async () => {
    const show = releasesOperations(world.deps).find(
      ({ method, path }) => method === 'get' && path === '/fassungen/{dienst}',
    );
    assert.ok(show);
    const none = { query: {}, body: undefined, clientAddress: '' };
    const answer = valueIn(await show.invoke({ params: { dienst }, principal: lead, ...none }));
    show.schemas.response.parse(answer);
    const list = releasesCommands(world.deps).find(({ name }) => name === 'fassung kommunen');
    assert.ok(list);
    const printed = valueIn(
      await list.run({
        positionals: [dienst],
        values: { organisation: 'x' },
        principal: lead,
        say: () => undefined,
      }),
    );
    assert.match(
      printed.text,
      /05766020 {4}1 {2}Detmold, wartet auf ihren Tag\n05766044 {4}2 {2}Lemgo, umgestellt/,
    );
    await advance(world.deps, world.lead.anbieter.tenant, 'no such rollout');
  });
});
