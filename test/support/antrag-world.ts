import assert from 'node:assert/strict';
import { deliver, sealingKeyOf, sealSubmission } from '#delivery';
import { inboxHandlers } from '#inbox';
import { actorOf } from '#platform';
import { hundValues } from '../../src/contexts/forms/testing/kommune-values.ts';
import { antragData } from '../../src/contexts/inbox/testing/world.ts';
import { checklisteErklaert } from './checkliste.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';
import type { Visitor } from './visitor.ts';

/** What was made around Anträge, by the parts of its addresses. */
export interface AntragWorld {
  readonly amt: string;
  readonly nummer: string;
  /** A case whose form came from a schema of FIM. */
  readonly fachnummer: string;
  readonly zustellpunkt: string;
  /** The member who works on cases. */
  readonly fachbereich: string;
}

const standard = {
  stelleName: 'Steueramt',
  stelleAnschrift: 'Musterplatz 1\n00000 Musterstadt',
  stelleTelefon: '05261 000-3',
  stelleEmail: 'steueramt@demo.invalid',
  stelleOeffnungszeiten: 'Mo–Fr 8–12 Uhr',
  datenschutzVerantwortlich: 'Stadt (erfunden)',
  datenschutzKontakt: 'datenschutz@demo.invalid',
};

/** A Kommune with an Onlinedienst live, one that tests it and has an office and a case in the inbox, with long texts. */
export async function furnishAntraege(app: RunningApp, lemgo: Visitor): Promise<AntragWorld> {
  await connect(app, '05766020', ['testen', 'live-schalten']);
  await connect(app, '05766044', ['testen']);
  const zustellpunkt = await zustellpunktOf(app, '05766044');
  const made = await lemgo.post('/portal/aemter', {
    name: 'Amt für Ordnung, Steuern und Straßenverkehrsangelegenheiten (erfunden)',
    anschrift: 'Musterplatz 1\n00000 Lemgo',
    telefon: '05261 000-4',
    email: 'amt@lemgo.demo.invalid',
    leistungen: 'L02950',
    mo: '8–12 Uhr',
    version: '0',
  });
  assert.equal(made.status, 303);
  const amt = /portal\/aemter\/([0-9a-f-]{36})/.exec((await lemgo.get('/portal')).text)?.[1] ?? '';
  const listed = await runCommand(app, 'member list', [], { organisation: '05766044' });
  const { members } = listed as { readonly members: readonly { id: string; roles: readonly string[] }[] };
  const fachbereich = members.find(({ roles }) => roles.includes('fachbereich'))?.id ?? '';
  const nummer = 'LW-2026-PROB-E001';
  const words = `Bello-${'Donaudampfschifffahrtsgesellschaft'.repeat(4)} ${'und noch ein Wort '.repeat(30)}`;
  await fileCase(app, zustellpunkt, nummer, antragData(nummer, words));
  const fachnummer = 'LW-2026-PROB-E002';
  await fileCase(app, zustellpunkt, fachnummer, heimarbeitOf(fachnummer));
  return { amt, nummer, fachnummer, zustellpunkt, fachbereich };
}

const dienst = 'hund-anmelden';

async function zustellpunktOf(app: RunningApp, organisation: string): Promise<string> {
  const listed = await runCommand(app, 'zustellpunkt list', [], { organisation });
  const [first] = listed as readonly { readonly id: string }[];
  assert.ok(first);
  return first.id;
}

async function connect(app: RunningApp, kommune: string, steps: readonly string[]): Promise<void> {
  const id = await zustellpunktOf(app, kommune);
  await runCommand(app, 'anbindung interest', [dienst], { kommune });
  const offices = { zustellpunktSteueramt: id, zustellpunktOrdnungsamt: id };
  const values = JSON.stringify({ ...hundValues, ...standard, ...offices });
  await runCommand(app, 'anbindung parameters', [dienst], { kommune, values });
  for (const step of steps) {
    if (step === 'live-schalten') await checklisteErklaert(app, dienst, kommune);
    await runCommand(app, 'anbindung step', [dienst, step], { kommune });
  }
}

/** What somebody answered to a form that came from a schema of FIM. */
function heimarbeitOf(nummer: string) {
  const anschrift = { street: 'Mittelstr.', number: '12a', plz: '32657', city: 'Lemgo' };
  const antworten = {
    heimarbeit: 'ja',
    name: 'Muster & Töchter',
    anschrift,
    branche: 'Spielwaren',
    andereStelle: false,
  };
  return { ...antragData(nummer, 'Muster'), dienst: 'heimarbeit', fassung: '1', antworten };
}

/** Sends an Antrag to the office as a portal does, and lets the worker make a case of it. */
async function fileCase(
  app: RunningApp,
  zustellpunkt: string,
  nummer: string,
  content: object,
): Promise<void> {
  const { delivery, inbox, portal } = app.contexts;
  const kommune = await portal.kommuneOf('05766044');
  assert.ok(kommune);
  const { tenant } = kommune;
  const now = delivery.clock.now();
  const key = await delivery.db.withPublic((tx) => sealingKeyOf(tx, tenant, zustellpunkt, now));
  assert.ok(key.ok);
  const sealed = await sealSubmission(key.value, {
    data: Buffer.from(JSON.stringify(content)),
    mimeType: 'application/json',
    schemaUri: 'urn:leitwerk:antrag:1',
    attachments: [],
    senderReference: nummer,
  });
  const sent = await delivery.db.withTenant(tenant, actorOf('system', 'antrag'), (tx) =>
    deliver(tx, sealed, { idempotencyKey: nummer, leistung: dienst, now }),
  );
  assert.ok(sent.ok);
  const payload = { submission: sent.value.submissionId, empfaenger: tenant };
  const context = { eventId: 1, tenant, attempt: 1, lastAttempt: false };
  await inboxHandlers(inbox)['delivery.submitted']?.(payload, context);
}
