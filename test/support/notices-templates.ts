import type { NoticesWorld } from './notices-world.ts';
import type { PageTemplates } from './page-templates.ts';

const unknownId = '00000000-0000-4000-8000-000000000009';

/** Rundmails, Verteiler, notices and webhooks. */
export function noticesTemplates(world: NoticesWorld): PageTemplates {
  return { ...rundmailTemplates(world), ...webhookTemplates(world) };
}

function rundmailTemplates({ draft, released, unsubscribe }: NoticesWorld): PageTemplates {
  const as = 'ozg-leitung';
  return {
    '/rundmails': [
      { name: 'filled', address: '/rundmails', as },
      { name: 'empty', address: '/rundmails?suche=gibtesnichtxyz', as },
      { name: 'forbidden', address: '/rundmails', as: 'lemgo', status: 403 },
    ],
    '/rundmails/neu': [
      { name: 'empty', address: '/rundmails/neu', as },
      { name: 'error', address: '/rundmails/neu', as, press: 'Entwurf speichern', status: 422 },
    ],
    '/rundmails/:id': [
      { name: 'draft', address: `/rundmails/${draft}`, as },
      { name: 'long', address: `/rundmails/${released}`, as },
      { name: 'unknown', address: `/rundmails/${unknownId}`, as, status: 404 },
    ],
    '/rundmails/:id/bearbeiten': [
      { name: 'filled', address: `/rundmails/${draft}/bearbeiten`, as },
      {
        name: 'error',
        address: `/rundmails/${draft}/bearbeiten`,
        as,
        fill: { Betreff: '' },
        press: 'Entwurf speichern',
        status: 422,
      },
      { name: 'released', address: `/rundmails/${released}/bearbeiten`, as, status: 409 },
    ],
    '/rundmails/verteiler': [
      { name: 'filled', address: '/rundmails/verteiler', as },
      { name: 'error', address: '/rundmails/verteiler', as, press: 'Verteiler speichern', status: 422 },
    ],
    '/benachrichtigungen': [
      { name: 'filled', address: '/benachrichtigungen', as: 'lemgo' },
      { name: 'saved', address: '/benachrichtigungen', as: 'lemgo', press: 'Speichern' },
    ],
    '/abbestellen/:link': [
      { name: 'filled', address: unsubscribe },
      { name: 'error', address: '/abbestellen/unsinn', status: 404 },
    ],
  };
}

function webhookTemplates({ webhook }: NoticesWorld): PageTemplates {
  const as = 'lemgo-admin';
  return {
    '/webhooks': [
      { name: 'filled', address: '/webhooks', as },
      { name: 'error', address: '/webhooks', as, press: 'Webhook einrichten', status: 422 },
      { name: 'forbidden', address: '/webhooks', as: 'lemgo', status: 403 },
    ],
    '/webhooks/:id': [
      { name: 'filled', address: `/webhooks/${webhook}`, as },
      {
        name: 'error',
        address: `/webhooks/${webhook}`,
        as,
        fill: { 'Adresse der Gegenstelle': 'unsinn' },
        press: 'Webhook speichern',
        status: 422,
      },
      { name: 'unknown', address: `/webhooks/${unknownId}`, as, status: 404 },
    ],
  };
}
