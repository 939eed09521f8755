import assert from 'node:assert/strict';
import { lemgoParameters } from '../acceptance/antrag-steps.ts';
import { erklaerungsgrund } from './checkliste.ts';
import { type SignInPlace, signedIn, type Visitor } from './visitor.ts';

const page = '/anbindungen/hund-anmelden';

/** Takes „Hund anmelden“ live in Lemgo, as its coordinator does through the pages. */
export async function takeHundAnmeldenLive(place: SignInPlace): Promise<void> {
  const coordinator = await signedIn(place, 'lemgo');
  await change(coordinator, '/onlinedienste/hund-anmelden/interesse', {});
  await change(coordinator, `${page}/parameter`, lemgoParameters);
  await change(coordinator, `${page}/testen`, {});
  await change(coordinator, `${page}/erklaerung`, {
    grund: erklaerungsgrund,
    gueltigBis: '2099-12-31',
    auchGegenPruefung: 'ja',
  });
  await change(coordinator, `${page}/live-schalten`, {});
}

/** Sends a form of the Anbindung on the version that its page shows now. */
async function change(
  coordinator: Visitor,
  path: string,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  const { text } = await coordinator.get(page);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  const form = Object.entries(typed).map(([name, value]) => [name, chosenIn(text, name, value)]);
  const answer = await coordinator.post(path, { ...Object.fromEntries(form), version });
  assert.equal(answer.status, 303, `${path}: ${answer.text.slice(-1500)}`);
}

/** The value of the option with that label where the field is a choice, or what was typed. */
function chosenIn(html: string, name: string, typed: string): string {
  const select = new RegExp(`<select[^>]* name="${name}".*?</select>`, 's').exec(html)?.[0] ?? '';
  const options = [...select.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)/g)];
  return options.find(([, , label]) => label === typed)?.[1] ?? typed;
}
