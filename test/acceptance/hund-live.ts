import { hundValues } from '../../src/contexts/forms/testing/kommune-values.ts';
import { runCommand } from '../support/run-command.ts';
import type { RunningApp } from '../support/running-app.ts';

/** Takes „Hund anmelden“ live in Lemgo by commands; all values are invented. */
export async function hundLive(app: RunningApp): Promise<void> {
  const kommune = { kommune: 'Lemgo' };
  const listed = await runCommand(app, 'zustellpunkt list', [], { organisation: 'Lemgo' });
  const places = listed as readonly { readonly id: string; readonly name: string }[];
  const placeOf = (office: string) => places.find(({ name }) => name.startsWith(office))?.id;
  const values = {
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
  await runCommand(app, 'anbindung interest', ['hund-anmelden'], kommune);
  const given = { ...kommune, values: JSON.stringify(values) };
  await runCommand(app, 'anbindung parameters', ['hund-anmelden'], given);
  await runCommand(app, 'anbindung step', ['hund-anmelden', 'testen'], kommune);
  await runCommand(app, 'anbindung step', ['hund-anmelden', 'live-schalten'], kommune);
}
