import assert from 'node:assert/strict';
import { ausgeschrieben } from '../../src/contexts/workshop/testing/ausgeschrieben.ts';
import { geruest } from '../../src/contexts/workshop/use-cases/geruest.ts';
import type { PageTemplates } from './page-templates.ts';
import type { Visitor } from './visitor.ts';

const as = 'ozg-leitung' as const;
const home = '/werkstatt/laubsaecke';
const waiting = '/werkstatt/wartet';

/** Begins a service with long texts, and a draft of a shipped one. */
export async function furnishWerkstatt(author: Visitor): Promise<void> {
  const begun = await author.post('/werkstatt/neu', {
    titel: 'Laubsäcke bestellen',
    dienst: 'laubsaecke',
    leika: '99003002000000',
    leistung: 'Abfallentsorgung',
    stelle: 'abfallwirtschaft',
  });
  assert.equal(begun.status, 303, begun.text.slice(-500));
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ';
  const added = await author.post(`${home}/aufbau`, {
    tun: 'neues-feld',
    grundlage: '1',
    typ: 'choice',
    in: 'person',
    label: long.repeat(4),
  });
  assert.equal(added.status, 303, added.text.slice(-500));
  assert.equal((await author.post('/werkstatt/neu', { vorlage: 'hund-anmelden' })).status, 303);
  await propose(author);
}

/** A draft with a test case and every text written, that waits for a second person. */
async function propose(author: Visitor): Promise<void> {
  const neu = { dienst: 'wartet', titel: 'Wartet auf Freigabe', leika: '99003002000000' };
  const begun = geruest({ ...neu, leistung: 'Abfallentsorgung', stelle: 'abfallwirtschaft' }, '2026-11-22');
  const { dienst, formular } = ausgeschrieben(begun);
  const fall = {
    ...{ id: 'nachname-fehlt', title: 'Der Nachname fehlt', today: '2026-11-22' },
    answers: { name: { given: 'Erika' } },
    expect: { pages: ['person'], problems: ['name.family'] },
  };
  const testfaelle = { format: 'leitwerk/testfaelle@1', cases: [fall] };
  const files = Object.entries({ dienst, formular, testfaelle }).map(
    ([name, each]) => [name, JSON.stringify(each)] as const,
  );
  await author.upload('/werkstatt/einlesen', Object.fromEntries(files));
  const proposed = await author.post(`${waiting}/vorlegen`, { grundlage: '1', nachricht: 'Bitte ansehen' });
  assert.equal(proposed.status, 303, proposed.text.slice(-500));
}

/** The pages of the workshop. */
export const werkstattTemplates: PageTemplates = {
  '/werkstatt': [
    { name: 'filled', address: '/werkstatt', as },
    { name: 'forbidden', address: '/werkstatt', as: 'lemgo', status: 403 },
  ],
  '/werkstatt/neu': [
    { name: 'empty', address: '/werkstatt/neu', as },
    { name: 'error', address: '/werkstatt/neu', as, press: 'Beginnen', status: 422 },
  ],
  '/werkstatt/einlesen': [
    { name: 'empty', address: '/werkstatt/einlesen', as },
    { name: 'error', address: '/werkstatt/einlesen', as, press: 'Einlesen', status: 422 },
  ],
  '/werkstatt/:dienst': [
    { name: 'long', address: home, as },
    { name: 'error', address: '/werkstatt/gibt-es-nicht', as, status: 404 },
  ],
  '/werkstatt/:dienst/teil': [
    { name: 'group', address: '/werkstatt/hund-anmelden/teil?ort=teil/hunde/hunde', as },
    {
      name: 'condition',
      address: '/werkstatt/hund-anmelden/teil?ort=teil/person',
      as,
      press: 'Bedingung zusammenstellen',
    },
    { name: 'long condition', address: '/werkstatt/hund-anmelden/teil?ort=teil/sachkunde-nachweis', as },
    { name: 'whole service', address: '/werkstatt/hund-anmelden/teil?ort=bereich/gebuehr', as },
  ],
  '/werkstatt/:dienst/vorschau': [{ name: 'filled', address: `${home}/vorschau`, as }],
  '/werkstatt/:dienst/pruefung': [{ name: 'filled', address: `${home}/pruefung`, as }],
  '/werkstatt/:dienst/testfaelle': [
    { name: 'empty', address: `${home}/testfaelle`, as },
    { name: 'filled', address: `${waiting}/testfaelle`, as },
  ],
  '/werkstatt/:dienst/testfall': [
    { name: 'empty', address: `${home}/testfall`, as },
    { name: 'filled', address: `${waiting}/testfall?id=nachname-fehlt`, as },
    { name: 'error', address: `${home}/testfall`, as, press: 'Als Testfall behalten', status: 422 },
  ],
  '/werkstatt/:dienst/unterschied': [
    { name: 'filled', address: `${home}/unterschied?von=schritt-1&bis=jetzt`, as },
    { name: 'empty', address: '/werkstatt/hund-anmelden/unterschied', as },
  ],
  '/werkstatt/:dienst/verlauf': [{ name: 'filled', address: `${home}/verlauf`, as }],
  '/werkstatt/:dienst/dateien': [{ name: 'filled', address: `${home}/dateien`, as }],
  '/werkstatt/:dienst/veroeffentlichen': [
    { name: 'filled', address: `${home}/veroeffentlichen`, as },
    { name: 'proposed', address: `${waiting}/veroeffentlichen`, as },
  ],
  '/marktplatz/:dienst/formular': [
    { name: 'filled', address: '/marktplatz/hund-anmelden/formular', as: 'lemgo' },
    { name: 'error', address: '/marktplatz/gibt-es-nicht/formular', as: 'lemgo', status: 404 },
  ],
  '/anbindungen/:dienst/formular': [
    { name: 'filled', address: '/anbindungen/hund-anmelden/formular', as: 'lemgo' },
    { name: 'error', address: '/anbindungen/gibt-es-nicht/formular', as: 'lemgo', status: 404 },
  ],
};
