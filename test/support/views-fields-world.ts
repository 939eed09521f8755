import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';
import type { Visitor } from './visitor.ts';

/** Saves a long view of a list for somebody; gives its id. */
export async function furnishViews(someone: Visitor): Promise<string> {
  const saved = await someone.post('/ansichten', {
    adresse: `/katalog/leistungen?suche=${'hund '.repeat(30)}&typ=1&typ=5&sortierung=-name`,
    liste: 'Leistungen im Katalog',
    name: `Alles mit Hunden, ${'sehr genau '.repeat(5)}`,
    geteilt: 'organisation',
  });
  return new URL(saved.headers.location ?? '', 'http://x').searchParams.get('ansicht') ?? '';
}

/** Words fields and adds some, of every type, one of which has ended. */
export async function furnishFields(app: RunningApp): Promise<void> {
  const provider = { organisation: app.person('ozg-leitung').organisation };
  const add = (label: string, said: Record<string, string>) =>
    runCommand(app, 'felder add', ['stand', label], { ...provider, ...said });
  await add('Vertriebskanal', {
    typ: 'auswahl',
    optionen: 'Online;Schalter;Post',
    tooltip: 'Über welchen Weg kommen die meisten Anträge?',
    hilfe: `Bitte geben Sie den Weg an. ${'Noch ein Satz zur Erklärung. '.repeat(20)}`,
    pflicht: 'ja',
    zaehlt: 'ja',
  });
  await add('Barrierefrei geprüft', { typ: 'ja-nein', zaehlt: 'ja' });
  await add('Prüfbericht', { typ: 'link', gruppe: 'Bericht' });
  await add('Altes Feld', { typ: 'zahl', to: '2020-12-31' });
}
