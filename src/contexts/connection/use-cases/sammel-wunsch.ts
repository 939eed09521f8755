import { allParameters } from '#efa/many';
import { ok, type Result, refuse } from '#kernel';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { type Auswahl, ganzerKreis } from '../domain/auswahl.ts';
import type { JsonValue } from '../domain/json-value.ts';
import { type Sammelauftrag, sammelschritte, ziele } from '../domain/sammellauf.ts';
import { noDemoValues, werteInvalid } from '../errors-cockpit.ts';
import { newestAngebot } from './cockpit-actors.ts';

/** The parameters that a service asks for and that can be stated for all, for forms and help. */
export async function statable(deps: CockpitDeps, dienst: string) {
  const angebot = await newestAngebot(deps, dienst);
  if (!angebot.ok) return angebot;
  const parameter = allParameters(angebot.value.data).filter(({ kind }) => kind !== 'zustellpunkt');
  return ok({ angebot: angebot.value, parameter });
}

/** Values for all, over the invented ones of the demonstration where they are wanted. */
export async function withDemoValues(
  deps: Pick<CockpitDeps, 'vorfuehrwerte'>,
  dienst: string,
  werte: Readonly<Record<string, JsonValue>>,
  erfunden: boolean,
): Promise<Result<Readonly<Record<string, JsonValue>>>> {
  if (!erfunden) return ok(werte);
  const invented = await deps.vorfuehrwerte(dienst);
  return invented === null ? refuse(noDemoValues) : ok({ ...invented, ...werte });
}

/** What the demonstration says of checklists that nobody worked through. */
const erfundeneErklaerung = 'Erfundene Erklärung der Vorführung, ohne Nachweis';

/** On what it rests that the checklists are done: what was written, or for invented values an invented word. */
export function erklaerungOf(text: string, erfunden: boolean): string {
  const written = text.trim().slice(0, 1000);
  return written === '' && erfunden ? erfundeneErklaerung : written;
}

/** Reads values as somebody types them, one a line: `name = Wert`. */
export function parseWerte(text: string): Result<Readonly<Record<string, string>>> {
  const werte: Record<string, string> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, name, wert] = /^\s*([A-Za-z]\w{0,59})\s*=\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || wert === undefined)
      return refuse(werteInvalid([`Zeile ${index + 1} hat nicht die Form „name = Wert“.`]));
    // A line break inside a value is written as \n.
    werte[name] = wert.trim().replaceAll('\\n', '\n');
  }
  return ok(werte);
}

/** The fields of the form that connects many, as they are typed. */
export async function wunschOfForm(
  deps: CockpitDeps,
  dienst: string,
  form: URLSearchParams,
): Promise<Result<{ readonly auftrag: Sammelauftrag; readonly auswahl: Auswahl }>> {
  const text = (name: string) => (form.get(name) ?? '').trim();
  const typed = parseWerte(form.get('werte') ?? '');
  if (!typed.ok) return typed;
  const werte = await withDemoValues(deps, dienst, typed.value, text('erfunden') === 'ja');
  if (!werte.ok) return werte;
  return ok({
    auftrag: {
      art: 'verbinden',
      bis: ziele.find((ziel) => ziel === text('bis')) ?? 'live',
      werte: werte.value,
      annahmenGenuegen: text('annahmenGenuegen') === 'ja',
      auftritt: text('auftritt') === 'ja',
      nachweis: text('nachweis').slice(0, 1000),
      erklaerung: erklaerungOf(text('erklaerung'), text('erfunden') === 'ja'),
    },
    auswahl: {
      ...ganzerKreis,
      land: text('land') || null,
      kreis: text('kreis') || null,
      klasse: text('klasse') || null,
    },
  });
}

/** What the bar below the list wants with the ticked Kommunen. */
export function auftragOfBar(form: URLSearchParams): Result<Sammelauftrag> {
  const was = (form.get('was') ?? '').trim();
  const angabe = (form.get('angabe') ?? '').trim();
  const nachweis = angabe.slice(0, 1000);
  const [art, rest = ''] = was.split(':');
  const schritt = sammelschritte.find((each) => each === rest);
  if (art === 'schritt' && schritt !== undefined)
    return ok({ art: 'schritt', schritt, grund: angabe.slice(0, 500) });
  if (art === 'punkt' && rest !== '') return ok({ art: 'punkt', punkt: rest.slice(0, 60), nachweis });
  if (was === 'verbinden')
    return ok({
      art: 'verbinden',
      bis: 'test',
      werte: {},
      annahmenGenuegen: false,
      auftritt: false,
      nachweis,
      erklaerung: '',
    });
  const message = 'Bitte wählen Sie, was mit den Kommunen geschehen soll.';
  return refuse({
    kind: 'invalid',
    code: 'COCKPIT_WAS_MISSING',
    message,
    fields: [{ field: 'was', message }],
  });
}
