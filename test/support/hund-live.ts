import { hundValues } from '../../src/contexts/forms/testing/kommune-values.ts';
import { checklisteErklaert } from './checkliste.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';

/** What `zustellpunkt list --json` gives. */
type Places = readonly { readonly id: string; readonly name: string }[];

/** What a Kommune, else Lemgo, states for „Hund anmelden“; all of it invented. */
export function lemgoValues(places: Places, name = 'Lemgo'): Readonly<Record<string, unknown>> {
  const placeOf = (office: string) => places.find(({ name }) => name.startsWith(office))?.id;
  return {
    ...hundValues,
    ermaessigungen: [],
    kommuneName: name,
    zustellpunktSteueramt: placeOf('Steueramt'),
    zustellpunktOrdnungsamt: placeOf('Ordnungsamt'),
    stelleName: 'Steueramt (erfunden)',
    stelleAnschrift: 'Musterplatz 1 (erfunden)',
    stelleTelefon: '05261 000-2',
    stelleEmail: 'steueramt@lemgo.demo.invalid',
    stelleOeffnungszeiten: 'Mo 8–12',
    datenschutzVerantwortlich: `Stadt ${name} (erfunden)`,
    datenschutzKontakt: 'datenschutz@lemgo.demo.invalid',
  };
}

/** Takes „Hund anmelden“ live in Lemgo, or in another Kommune that has Zustellpunkte, by commands. */
export async function hundLive(app: RunningApp, name = 'Lemgo'): Promise<void> {
  const kommune = { kommune: name };
  const places = await runCommand(app, 'zustellpunkt list', [], { organisation: name });
  const values = JSON.stringify(lemgoValues(places as Places, name));
  await runCommand(app, 'anbindung interest', ['hund-anmelden'], kommune);
  await runCommand(app, 'anbindung parameters', ['hund-anmelden'], { ...kommune, values });
  await runCommand(app, 'anbindung step', ['hund-anmelden', 'testen'], kommune);
  await checklisteErklaert(app, 'hund-anmelden', name);
  await runCommand(app, 'anbindung step', ['hund-anmelden', 'live-schalten'], kommune);
}
