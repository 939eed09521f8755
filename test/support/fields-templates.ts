import type { PageTemplates } from './page-templates.ts';

const as = 'ozg-leitung' as const;
const kommune = 'lemgo' as const;

/** Labels and fields, with one field of the IT-Dienstleister that has a long help. */
export const fieldsTemplates: PageTemplates = {
  '/felder': [
    { name: 'provider', address: '/felder', as },
    { name: 'Kommune', address: '/felder', as: kommune },
    { name: 'reading', address: '/felder', as: 'lemgo-admin' },
  ],
  '/felder/:art': [
    { name: 'long', address: '/felder/stand', as },
    { name: 'Kommune', address: '/felder/stand', as: kommune },
    { name: 'error', address: '/felder/stand', as, press: 'Einlesen', status: 422 },
    { name: 'unknown', address: '/felder/gibt-es-nicht', as, status: 404 },
  ],
  '/felder/:art/neu': [
    { name: 'empty', address: '/felder/stand/neu', as },
    { name: 'error', address: '/felder/stand/neu', as: kommune, press: 'Speichern', status: 422 },
  ],
  '/felder/:art/feld/:key': [
    { name: 'declared', address: '/felder/stand/feld/zustand', as },
    { name: 'long', address: '/felder/stand/feld/eigen-vertriebskanal', as },
    { name: 'of somebody else', address: '/felder/stand/feld/zustand', as: kommune, status: 403 },
  ],
  '/felder/:art/vorschau': [
    { name: 'long', address: '/felder/stand/vorschau', as },
    { name: 'error', address: '/felder/stand/vorschau', as, press: 'Prüfen', status: 422 },
    { name: 'link', address: '/felder/loesung/vorschau', as: kommune },
  ],
};
