import { hundValues } from '../../src/contexts/forms/testing/kommune-values.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';

/** What `zustellpunkt list --json` gives. */
type Places = readonly { readonly id: string; readonly name: string }[];

/** What Lemgo states for „Hund anmelden“; all of it invented. */
export function lemgoValues(places: Places): Readonly<Record<string, unknown>> {
  const placeOf = (office: string) => places.find(({ name }) => name.startsWith(office))?.id;
  return {
    ...hundValues,
    ermaessigungen: [],
    kommuneName: 'Lemgo',
    zustellpunktSteueramt: placeOf('Steueramt'),
    zustellpunktOrdnungsamt: placeOf('Ordnungsamt'),
    stelleName: 'Steueramt (erfunden)',
    stelleAnschrift: 'Musterplatz 1 (erfunden)',
    stelleTelefon: '05261 000-2',
    stelleEmail: 'steueramt@lemgo.demo.invalid',
    stelleOeffnungszeiten: 'Mo 8–12',
    datenschutzVerantwortlich: 'Stadt Lemgo (erfunden)',
    datenschutzKontakt: 'datenschutz@lemgo.demo.invalid',
  };
}

/** Takes „Hund anmelden“ live in Lemgo by commands. */
export async function hundLive(app: RunningApp): Promise<void> {
  const kommune = { kommune: 'Lemgo' };
  const places = await runCommand(app, 'zustellpunkt list', [], { organisation: 'Lemgo' });
  const values = JSON.stringify(lemgoValues(places as Places));
  await runCommand(app, 'anbindung interest', ['hund-anmelden'], kommune);
  await runCommand(app, 'anbindung parameters', ['hund-anmelden'], { ...kommune, values });
  await runCommand(app, 'anbindung step', ['hund-anmelden', 'testen'], kommune);
  await runCommand(app, 'anbindung step', ['hund-anmelden', 'live-schalten'], kommune);
}
