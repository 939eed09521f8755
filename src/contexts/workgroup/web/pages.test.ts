import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Principal } from '#platform';
import { askerOf, downloadOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { openWorkgroupWorld, sitzungIn, termin, type WorkgroupWorld } from '../testing/workgroup-world.ts';
import { workgroupPages } from './pages.ts';

const home = '/arbeitsgruppe';
const hostile = '<img src=x onerror=alert(1)>"\'&';

function seiten(w: WorkgroupWorld) {
  const ask = askerOf(workgroupPages(w.deps));
  return {
    get: async (path: string, who: Principal) => pageOf(await ask.get(home + path, who)),
    raw: (path: string, who: Principal) => ask.get(home + path, who),
    post: (path: string, form: Readonly<Record<string, string>>, who: Principal) =>
      ask.post(home + path, form, who),
  };
}

test('from founding a group to its first session, page by page', async () => {
  await using w = await openWorkgroupWorld();
  const { get, post } = seiten(w);
  assert.match((await get('', w.leitung)).html, /Noch keine Arbeitsgruppe/);
  const founded = await post('/gruppen', { name: 'Digitale Kommunen', zweck: hostile }, w.leitung);
  assert.deepEqual(founded, { kind: 'redirect', to: '/arbeitsgruppe/mitglieder?getan=gegruendet' });
  const members = await get('/mitglieder', w.leitung);
  assert.doesNotMatch(members.html, /<img/);
  const [, gruppe] = /gruppen\/([0-9a-f-]{36})\/sitze/.exec(members.html) ?? [];
  await post(`/gruppen/${gruppe}/sitze`, { kommunen: 'Lemgo, Detmold' }, w.leitung);
  const [lemgo] = w.koordination;
  assert.ok(lemgo);
  assert.match((await get('/mitglieder', lemgo)).html, /Sitz einnehmen/);
  await post(`/gruppen/${gruppe}/beitreten`, {}, lemgo);
  assert.doesNotMatch((await get('/mitglieder', lemgo)).html, /Sitz einnehmen/);
  const planned = await post(
    `/gruppen/${gruppe}/sitzungen`,
    { ...termin, titel: `Sitzung ${hostile}` },
    w.leitung,
  );
  assert.ok(planned.kind === 'redirect');
  const page = await get(planned.to.slice(home.length).split('?')[0] ?? '', w.leitung);
  assert.equal(page.title, `Sitzung ${hostile}`);
  assert.match(page.html, /Jetzt einladen/);
});

test('a form that is refused says what is wrong at its field, and keeps what was typed', async () => {
  await using w = await openWorkgroupWorld();
  const { gruppe, id } = await sitzungIn(w);
  const { post } = seiten(w);
  const again = await pageOf(
    await post(`/gruppen/${gruppe}/sitzungen`, { ...termin, titel: hostile, tag: '2026-02-30' }, w.leitung),
  );
  assert.ok(again.error);
  assert.match(again.html, /Den Tag 2026-02-30 gibt es im Kalender nicht/);
  assert.match(again.html, /id="feld-tag"/);
  assert.match(again.html, /&lt;img src=x/);
  const moved = await pageOf(
    await post(`/sitzungen/${id}/aendern`, { ...termin, tag: '2026-12-17', grundlage: '7' }, w.leitung),
  );
  assert.match(moved.html, /Inzwischen hat jemand anderes die Sitzung geändert/);
  assert.match(moved.html, /Jetzt gilt: 10\.12\.2026/);
  const decision = await pageOf(
    await post(`/sitzungen/${id}/punkte`, { titel: '', minuten: 'viele' }, w.leitung),
  );
  assert.match(decision.html, /href="#feld-minuten"/);
  assert.match(decision.html, /id="feld-minuten"/);
});

test('the script that saves while somebody types hears the new version, and a plain form leads back to the page', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await sitzungIn(w);
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  await w.getan(w.leitung, 'workgroup.session.beginnen', { id });
  const { get, post } = seiten(w);
  const { html } = await get(`/sitzungen/${id}/protokoll`, w.leitung);
  const [, notiz = ''] = /name="notiz" value="([0-9a-f-]{36})"/.exec(html) ?? [];
  const typed = await post(
    `/sitzungen/${id}/notizen`,
    { notiz, grundlage: '0', text: hostile, antwort: 'json' },
    w.leitung,
  );
  assert.deepEqual(typed, { kind: 'json', body: { ok: true, id: notiz, fassung: 1, hinweis: null } });
  const sent = await post(
    `/sitzungen/${id}/notizen`,
    { notiz, grundlage: '1', text: `${hostile} fertig` },
    w.leitung,
  );
  assert.deepEqual(sent, { kind: 'redirect', to: `/arbeitsgruppe/sitzungen/${id}/protokoll?getan=notiz` });
  const shown = await get(`/sitzungen/${id}/protokoll`, w.leitung);
  assert.match(shown.html, /&lt;img src=x[^<]*fertig/);
  assert.doesNotMatch(shown.html, /<img src=x/);
});

test('the calendar file is there from the invitation on, and nobody of another circle gets anything', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await sitzungIn(w);
  const { raw, get } = seiten(w);
  assert.equal(refusalOf(await raw(`/sitzungen/${id}/termin.ics`, w.leitung)).code, 'WORKGROUP_STATE');
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  const [lemgo] = w.koordination;
  assert.ok(lemgo);
  assert.match(
    (await downloadOf(await raw(`/sitzungen/${id}/termin.ics`, lemgo))).toString(),
    /METHOD:REQUEST/,
  );
  for (const path of [
    `/sitzungen/${id}`,
    `/sitzungen/${id}/neues`,
    `/sitzungen/${id}/protokoll`,
    `/sitzungen/${id}/termin.ics`,
  ])
    assert.equal(refusalOf(await raw(path, w.fremd)).code, 'WORKGROUP_SESSION_UNKNOWN', path);
  assert.match((await get('', w.fremd)).html, /Noch keine Arbeitsgruppe/);
});
