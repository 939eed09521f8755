import { runCommand } from '../support/run-command.ts';
import type { RunningApp } from '../support/running-app.ts';
import type { Typed } from './antrag-steps.ts';

/** What Lemgo states for the Bewohnerparkausweis; all of it invented. */
export const parkedValues: Typed = {
  kommuneName: 'Lemgo',
  stelle: 'Ordnungsamt (erfunden), Telefon 05261 000-1',
  gebieteAdresse: 'https://lemgo.invalid/gebiete',
  gebuehrenordnungTitel: 'Gebührenordnung (erfunden)',
  'zonen.0.zone': 'A',
  'zonen.0.name': 'Gebiet A, Altstadt',
  'zonen.0.strassen': 'Mittelstraße',
  'gebuehren.0.zone': 'A',
  'gebuehren.0.dauer': 'jahr1',
  'gebuehren.0.name': 'ein Jahr',
  'gebuehren.0.betrag': '40,01',
  ohneStellplatz: 'ja',
  bearbeitungszeit: 'Meist eine Woche (erfunden).',
  stelleName: 'Ordnungsamt (erfunden)',
  stelleAnschrift: 'Musterplatz 1\n32657 Lemgo',
  stelleTelefon: '05261 000-1',
  stelleEmail: 'ordnungsamt@lemgo.demo.invalid',
  stelleOeffnungszeiten: 'Montag bis Freitag 8 bis 12 Uhr',
  datenschutzVerantwortlich: 'Stadt Lemgo (erfunden), Musterplatz 1, 32657 Lemgo',
  datenschutzKontakt: 'datenschutz@lemgo.demo.invalid',
};

interface Checkliste {
  readonly punkte: readonly { readonly id: string; readonly wer: string; readonly stand: string }[];
}

const haus = 'IT-Verbund Musterland (erfunden)';
/** No payment service is used: the fee is paid at the counter. */
const notNeeded: ReadonlySet<string> = new Set(['bezahldienst']);

/** Ticks line after line, each as the house whose line it is, until only those are open that wait for `last`. */
export async function tickUntil(app: RunningApp, dienst: string, last: readonly string[]): Promise<void> {
  const ready = (await openPoints(app, dienst)).filter(({ id }) => !last.includes(id));
  for (const { id, wer } of ready) {
    const who = wer === 'kommune' ? { organisation: 'Lemgo' } : { organisation: haus, kommune: 'Lemgo' };
    const [art, words] = notNeeded.has(id)
      ? ['entfaellt', { grund }]
      : ['erledigt', { nachweis, grund: bestaetigt }];
    const until = id === 'empfangsschluessel' ? { bis: '2099-12-31' } : {};
    await runCommand(app, 'anbindung punkt', [dienst, id, art], { ...who, ...words, ...until });
  }
  // What waited for these lines is open now.
  if (ready.length > 0) await tickUntil(app, dienst, last);
}

const nachweis = 'Akte 17 (erfunden)';
const bestaetigt = 'Vom zuständigen Amt bestätigt (erfunden).';
const grund = 'Die Gebühr wird im Bürgerbüro gezahlt (erfunden).';

async function openPoints(app: RunningApp, dienst: string): Promise<Checkliste['punkte']> {
  const answer = await runCommand(app, 'anbindung checkliste', [dienst], { organisation: 'Lemgo' });
  return (answer as Checkliste).punkte.filter(({ stand }) => stand === 'offen');
}
