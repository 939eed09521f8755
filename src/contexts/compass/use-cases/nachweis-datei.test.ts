import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { PageRequest, Upload } from '#platform';
import { askerOf, pageOf } from '../../../../test/support/page-request.ts';
import {
  type CompassWorld,
  openCompassWorld,
  principalOf,
  refusalIn,
  stated,
  valueIn,
} from '../testing/compass-world.ts';
import { compassPages } from '../web/pages.ts';
import { changeStand } from './change-stand.ts';
import { deleteDueEvidence } from './delete-due-evidence.ts';
import { attachEvidence, deleteEvidence, openEvidence } from './nachweis-datei.ts';
import { readZelle } from './read-cell.ts';

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(150_000, 'Testnachweis ')]);
const file = { fileName: '../Abnahme "Hund".pdf', bytes: pdf, scanned: 'clean' } as const;

describe('evidence as a file', () => {
  let world: CompassWorld;
  let next = 200;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  async function begun(): Promise<string> {
    next += 1;
    const leistungId = `L00${next}`;
    await stated(world, world.lemgo, { leistungId, aenderung: { zustand: 'online' } });
    return leistungId;
  }

  async function attached(leistungId: string, grundlage = 1): Promise<string> {
    const { deps, lemgo } = world;
    const wunsch = { leistungId, grundlage, text: 'Abnahme' };
    const stand = valueIn(await attachEvidence(deps, lemgo.koordination, file, wunsch));
    assert.ok(stand.nachweis?.datei);
    return stand.nachweis.datei;
  }

  const deleteDue = () =>
    deleteDueEvidence({ ...world.deps, tenants: async () => [world.lemgo.kommune.tenant] });

  test('comes back byte by byte for the own Kommune, and for nobody else', async () => {
    const { deps, lemgo, detmold } = world;
    const leistungId = await begun();
    const id = await attached(leistungId);
    const opened = valueIn(await openEvidence(deps, lemgo.koordination, leistungId, id));
    assert.deepEqual(opened.inhalt, pdf);
    assert.equal(opened.datei.name, 'Abnahme Hund .pdf');
    assert.equal(refusalIn(await openEvidence(deps, detmold.koordination, leistungId, id)).kind, 'not-found');
    assert.equal(refusalIn(await openEvidence(deps, lemgo.koordination, 'L00999', id)).kind, 'not-found');
  });

  test('lies sealed: neither its words nor its name stand in the database', async () => {
    const id = await attached(await begun());
    const { rows } = await world.t.superuser.query(
      `select inhalt, name_sealed from compass.nachweis_datei where id = $1`,
      [id],
    );
    const [{ inhalt, name_sealed }] = rows;
    assert.ok(!inhalt.includes('Testnachweis') && !name_sealed.includes('Abnahme'));
    const audit = await world.t.superuser.query(
      `select summary::text from platform.audit where object_id = $1 and action = 'compass.evidence.attached'`,
      [id],
    );
    assert.equal(audit.rows.length, 1);
    assert.ok(!audit.rows[0].summary.includes('Abnahme'));
  });

  test('what is no PDF or picture, empty, too large, infected or unscanned is refused and not kept', async () => {
    const { deps, lemgo } = world;
    const wunsch = { leistungId: await begun(), grundlage: 1, text: '' };
    const bad = [
      { bytes: Buffer.from('MZ program') },
      { bytes: Buffer.alloc(0) },
      { bytes: Buffer.concat([pdf, Buffer.alloc(10_000_000)]) },
      { scanned: 'infected' },
      { scanned: 'silent' },
    ] as const;
    for (const change of bad) {
      const refusal = refusalIn(
        await attachEvidence(deps, lemgo.koordination, { ...file, ...change }, wunsch),
      );
      assert.deepEqual([refusal.code, refusal.fields?.[0]?.field], ['COMPASS_EVIDENCE_INVALID', 'datei']);
    }
    const stale = await attachEvidence(deps, lemgo.koordination, file, { ...wunsch, grundlage: 7 });
    assert.equal(refusalIn(stale).kind, 'conflict');
    const { rows } = await world.t.superuser.query(
      'select 1 from compass.nachweis_datei where leistung_id = $1',
      [wunsch.leistungId],
    );
    assert.equal(rows.length, 0, 'a refused statement keeps no file');
  });

  test('deleted by hand it is gone at once; what it was stays provable, and the Leistung has no evidence', async () => {
    const { deps, lemgo } = world;
    const leistungId = await begun();
    const id = await attached(leistungId);
    const stand = valueIn(await deleteEvidence(deps, lemgo.koordination, { leistungId, grundlage: 2, id }));
    assert.equal(stand.nachweis, null);
    assert.equal(
      refusalIn(await openEvidence(deps, lemgo.koordination, leistungId, id)).code,
      'COMPASS_EVIDENCE_GONE',
    );
    const { rows } = await world.t.superuser.query(
      'select inhalt, name_sealed, schluessel_sealed, sha256, geloescht_grund from compass.nachweis_datei where id = $1',
      [id],
    );
    const [{ sha256, geloescht_grund, ...content }] = rows;
    assert.deepEqual(content, { inhalt: null, name_sealed: null, schluessel_sealed: null });
    assert.match(`${geloescht_grund} ${sha256}`, /^von-hand [0-9a-f]{64}$/);
    const again = {
      leistungId,
      grundlage: 3,
      aenderung: { nachweis: { art: 'datei', link: null, text: null, datei: id } },
    } as const;
    assert.equal(refusalIn(await changeStand(deps, lemgo.koordination, again)).code, 'COMPASS_STAND_INVALID');
  });

  test('the present one stays, a replaced one goes a year later', async () => {
    const { deps, lemgo } = world;
    const [kept, replaced] = [await begun(), await begun()];
    const [present, former] = [await attached(kept), await attached(replaced)];
    await stated(world, lemgo, {
      leistungId: replaced,
      grundlage: 2,
      aenderung: { nachweis: { art: 'notiz', link: null, text: 'mündlich' } },
    });
    world.turnClock(364);
    await deleteDue();
    valueIn(await openEvidence(deps, lemgo.koordination, replaced, former));
    world.turnClock(2);
    await deleteDue();
    refusalIn(await openEvidence(deps, lemgo.koordination, replaced, former));
    valueIn(await openEvidence(deps, lemgo.koordination, kept, present));
    assert.equal(await deleteDue(), 0);
  });

  test('the page takes it, shows it with a link, and keeps it when something else is changed', async () => {
    const { deps, lemgo } = world;
    const leistungId = await begun();
    const me = principalOf(lemgo.koordination);
    const ask = askerOf(compassPages(deps));
    const route = compassPages(deps).find(({ path }) => path === '/stand/:leistung/nachweis');
    const upload: Upload = {
      fileName: 'Foto.pdf',
      bytes: pdf.length,
      scanned: null,
      open: async function* () {
        yield pdf;
      },
    };
    const answer = await route?.handle({
      method: 'POST',
      path: `/stand/${leistungId}/nachweis`,
      params: { leistung: leistungId },
      query: new URLSearchParams(),
      form: new URLSearchParams({ grundlage: '1', dateiText: 'Ansicht' }),
      uploads: new Map([['datei', [upload]]]),
      principal: me,
      csrfToken: 't',
      clientAddress: '127.0.0.1',
      userAgent: 'test',
      cookies: new Map(),
      origin: 'http://localhost',
    } satisfies PageRequest);
    assert.equal(answer?.kind, 'redirect');
    const page = await pageOf(await ask.get(`/stand/${leistungId}`, me));
    assert.match(page.html, /href="\/stand\/L\d+\/nachweis\/[0-9a-f-]{36}"[^>]*>Foto\.pdf</);
    const datei = /name="nachweisDatei" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const form = {
      grundlage: '2',
      zustand: 'online',
      prioritaet: '1',
      nachweisArt: 'datei',
      nachweisText: 'Ansicht',
      nachweisDatei: datei,
    };
    assert.equal((await ask.post(`/stand/${leistungId}`, form, me)).kind, 'redirect');
    const zelle = valueIn(await readZelle(deps, lemgo.koordination, leistungId));
    assert.deepEqual([zelle.stand?.prioritaet, zelle.nachweisDatei?.name], [1, 'Foto.pdf']);
  });
});
