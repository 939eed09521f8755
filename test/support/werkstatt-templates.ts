import assert from 'node:assert/strict';
import type { PageTemplates } from './page-templates.ts';
import type { Visitor } from './visitor.ts';

const as = 'ozg-leitung' as const;
const home = '/werkstatt/laubsaecke';

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
    { name: 'whole service', address: '/werkstatt/hund-anmelden/teil?ort=bereich/gebuehr', as },
  ],
  '/werkstatt/:dienst/vorschau': [{ name: 'filled', address: `${home}/vorschau`, as }],
  '/werkstatt/:dienst/pruefung': [{ name: 'filled', address: `${home}/pruefung`, as }],
  '/werkstatt/:dienst/testfaelle': [{ name: 'empty', address: `${home}/testfaelle`, as }],
  '/werkstatt/:dienst/testfall': [
    { name: 'empty', address: `${home}/testfall`, as },
    { name: 'error', address: `${home}/testfall`, as, press: 'Speichern', status: 422 },
  ],
  '/werkstatt/:dienst/unterschied': [
    { name: 'filled', address: `${home}/unterschied?von=schritt-1&bis=jetzt`, as },
    { name: 'empty', address: '/werkstatt/hund-anmelden/unterschied', as },
  ],
  '/werkstatt/:dienst/verlauf': [{ name: 'filled', address: `${home}/verlauf`, as }],
  '/werkstatt/:dienst/dateien': [{ name: 'filled', address: `${home}/dateien`, as }],
  '/werkstatt/:dienst/veroeffentlichen': [{ name: 'filled', address: `${home}/veroeffentlichen`, as }],
};
