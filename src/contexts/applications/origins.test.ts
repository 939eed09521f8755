import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSubmission } from '#delivery';
import type { AnswerDocument, KnownValues } from '#forms';
import type { Konten } from './konten.ts';
import { type ApplicationsWorld, openApplicationsWorld, valueIn } from './testing/applications-world.ts';
import { actionOf, begun, citizenOf, filled, htmlOf, submitted } from './web/testing/citizen.ts';

const known: KnownValues = new Map([
  ['konto.nachname', { value: 'Muster', origin: { kind: 'account', level: 'high', on: '2026-11-21' } }],
  ['konto.vorname', { value: 'Erika Maria', origin: { kind: 'account', level: 'high', on: '2026-11-21' } }],
] as const);

const konten: Konten = {
  hinweis: 'Ein Konto der Prüfung',
  auswahl: [{ id: 'erika', label: 'Konto von Erika', hint: '' }],
  bekannt: (id) => (id === 'erika' ? known : null),
};

/** The form of the service asks an account for both names, and speaks English. */
async function extended(world: ApplicationsWorld): Promise<void> {
  const [row] = await world.owner("select formular from efa.angebot where dienst = 'hund-anmelden'");
  const formular = JSON.parse(JSON.stringify(row?.formular));
  for (const field of formular.pages.flatMap((page: { fields: object[] }) => page.fields))
    if (field.id === 'vorname' || field.id === 'nachname') field.prefill = `konto.${field.id}`;
  formular.translations = { en: { 'page.person.title': 'About you', 'field.nachname.label': 'Family name' } };
  await world.owner(
    `insert into efa.angebot (dienst, fassung, anbieter_id, anbieter, inhalt, definition, formular, hash, angeboten_am)
      select dienst, '2', anbieter_id, anbieter, inhalt, definition, $1, 'hash2', angeboten_am
      from efa.angebot where dienst = 'hund-anmelden'`,
    [JSON.stringify(formular)],
  );
  await world.owner("update efa.live_dienst set fassung = '2' where dienst = 'hund-anmelden'");
}

test('what an account told is shown with its origin, may be changed, and the office sees both', async () => {
  await using world = await openApplicationsWorld();
  await extended(world);
  const citizen = citizenOf({ deps: { ...world.deps, konten } }, world.lemgo);
  assert.match(await htmlOf(await citizen.get('/antrag/hund-anmelden')), /Konto von Erika/);
  const none = await citizen.post('/antrag/hund-anmelden', { konto: 'niemand' });
  assert.ok(none.kind === 'refusal' && none.refusal.code === 'ANTRAG_KONTO_UNKNOWN');
  const own = await begun(citizen, 'erika');
  await filled(citizen, own);
  assert.match(
    await htmlOf(await citizen.get(`${own}/seite/person`)),
    /aus Ihrem Konto \(Vertrauensniveau hoch\)/,
  );
  const check = await htmlOf(await citizen.get(`${own}/pruefen`));
  assert.match(check, /Muster<br><span[^>]*>aus Ihrem Konto \(Vertrauensniveau hoch\)<\/span>/);
  assert.match(
    check,
    /Erika<br><span[^>]*>aus Ihrem Konto \(Vertrauensniveau hoch\), danach von Ihnen geändert/,
  );
  await submitted(citizen, own);
  assert.match(await htmlOf(await citizen.get(`${own}/angaben`)), /Muster<br><span[^>]*>aus Ihrem Konto/);
  const data = await received(world);
  const document: AnswerDocument = JSON.parse(data).dokument;
  const rows = document.sections.flatMap((section) => section.rows);
  const origins = Object.fromEntries(rows.map(({ field, origin }) => [field, origin]));
  assert.equal(origins.nachname, 'aus Ihrem Konto (Vertrauensniveau hoch)');
  assert.match(origins.vorname ?? '', /danach von Ihnen geändert/);
  assert.equal(origins.geburtsdatum, undefined);
  assert.match(data, /"provenance":\{"kind":"account","level":"high","on":"2026-11-21","edited":true\}/);
});

test('who answers in English keeps it to the receipt; the office reads German, and what was read beside it', async () => {
  await using world = await openApplicationsWorld();
  await extended(world);
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  const action = await actionOf(await citizen.get(`${own}/seite/person`), '/seite/');
  await citizen.post(action, { _action: 'language:en', _fields: '' });
  assert.match(await htmlOf(await citizen.get(`${own}/seite/person`)), /lang="en".*Family name/s);
  assert.match(await htmlOf(await citizen.get(`${own}/pruefen`)), /Family name/);
  await submitted(citizen, own);
  assert.match(await htmlOf(await citizen.get(`${own}/angaben`)), /Family name/);
  const data = JSON.parse(await received(world));
  assert.match(JSON.stringify(data.dokument), /Nachname/);
  assert.equal(data.dokumentInSprache.language, 'en');
  assert.match(JSON.stringify(data.dokumentInSprache), /Family name/);
});

/** The data that reached the office. */
async function received(world: ApplicationsWorld): Promise<string> {
  const [row] = await world.owner('select submission_id from applications.sendung');
  const { tenant, actor } = world.office;
  const opened = await world.deps.db.withTenant(tenant, actor, (tx) =>
    openSubmission(tx, world.delivery, tenant, String(row?.submission_id)),
  );
  return Buffer.from(valueIn(opened).data).toString();
}
