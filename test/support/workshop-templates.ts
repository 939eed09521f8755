import type { PageTemplates } from './page-templates.ts';

const json = 'Inhalt der Datei (leitwerk/overlay@1)';
const transition = 'Inhalt der Datei (leitwerk/uebergang@1)';

/** Proof, layers and versions of an Onlinedienst. */
export const workshopTemplates: PageTemplates = {
  '/onlinedienste/:dienst/pruefung': [
    { name: 'filled', address: '/onlinedienste/hund-anmelden/pruefung', as: 'ozg-leitung' },
    { name: 'error', address: '/onlinedienste/mond/pruefung', as: 'ozg-leitung', status: 404 },
  ],
  '/werkstatt/wirksam/:dienst': [
    { name: 'filled', address: '/werkstatt/wirksam/bewohnerparkausweis', as: 'ozg-leitung' },
    {
      name: 'error',
      address: '/werkstatt/wirksam/bewohnerparkausweis',
      as: 'ozg-leitung',
      fill: { [json]: '{' },
      press: 'Schicht veröffentlichen',
      status: 422,
    },
  ],
  '/werkstatt/unterschied/:dienst': [
    { name: 'no difference', address: '/werkstatt/unterschied/bewohnerparkausweis', as: 'ozg-leitung' },
    {
      name: 'error',
      address: '/werkstatt/unterschied/bewohnerparkausweis',
      as: 'ozg-leitung',
      fill: { [transition]: '{}' },
      press: 'Übergang veröffentlichen',
      status: 422,
    },
  ],
};
