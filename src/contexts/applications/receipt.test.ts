import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openApplicationsWorld } from './testing/applications-world.ts';
import { applicationHandlers, receiptRequested } from './use-cases/make-receipt.ts';
import { begun, citizenOf, filled, htmlOf, submitted, targetOf } from './web/testing/citizen.ts';

test('the worker makes the receipt on demand: a tagged PDF with number, service, Kommune and days, nothing of the person', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  await submitted(citizen, own);
  const pdf = `${own}/quittung.pdf`;
  assert.equal(targetOf(await citizen.post(pdf)), pdf);
  const waiting = await citizen.get(pdf);
  assert.equal(waiting.kind === 'page' && waiting.content.refreshSeconds, 2);
  const [event] = await world.owner(
    `select id, payload from platform.outbox where event = '${receiptRequested}'`,
  );
  assert.deepEqual(Object.keys(event?.payload ?? {}), ['antrag'], 'ids only');
  const handle = applicationHandlers(world.deps)[receiptRequested];
  const context = { eventId: 1, tenant: world.lemgo.tenant, attempt: 1, lastAttempt: false };
  await handle?.(event?.payload, context);
  await handle?.(event?.payload, context);
  const answer = await citizen.get(pdf);
  assert.equal(answer.kind, 'download');
  if (answer.kind !== 'download') return;
  const bytes = Buffer.from(await new Response(answer.body).arrayBuffer());
  const file = join(world.folder, 'quittung.pdf');
  writeFileSync(file, bytes);
  const run = (command: string, ...args: readonly string[]) =>
    execFileSync(command, [...args, file], { encoding: 'utf8' });
  assert.match(run('qpdf', '--check'), /No syntax or stream encoding errors/);
  const info = run('pdfinfo');
  assert.match(info, /Title: +Eingangsbestätigung/);
  assert.match(info, /Tagged: +yes/);
  const used = run('pdffonts').split('\n').slice(2).filter(Boolean);
  assert.ok(used.length > 0);
  for (const font of used)
    assert.match(font, /DejaVuSans.* yes yes yes +\d+ +0/, 'embedded, a subset, readable');
  const struct = run('pdfinfo', '-struct-text');
  for (const tag of ['Document', 'H1', 'Table', 'TR', 'TH', 'TD'])
    assert.match(struct, new RegExp(`^ *${tag}\\b`, 'm'), tag);
  const [row] = await world.owner('select nummer from applications.antrag');
  assert.match(struct, new RegExp(String(row?.nummer)));
  assert.match(struct, /19\.02\.2028/);
  assert.match(struct, /Zahlung nach Bescheid/);
  assert.match(struct, /Steueramt/);
  assert.doesNotMatch(struct, /Muster|Erika|Bello/);
  assert.match(bytes.toString('latin1'), /\/Lang \(de-DE\)/);
  assert.match(await htmlOf(await citizen.get(`${own}/quittung`)), /Bestätigung als PDF/);
});
