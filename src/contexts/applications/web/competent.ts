import { html } from 'hono/html';
import type { Html } from '#ui';
import type { PortalSite } from '../portal-site.ts';
import type { Offer } from '../use-cases/read-offer.ts';

/** Which office answers for what is being filled in, and how to reach it; it stands on every page of a form. */
export function competentLine({ stelle }: Pick<Offer, 'stelle'>, { name }: Pick<PortalSite, 'name'>): Html {
  if (stelle === null) return html`<div><p class="kern-body">Zuständig: <strong>${name}</strong></p></div>`;
  const { telefon, email } = stelle;
  const ways = [
    telefon &&
      html`Telefon <a class="kern-link" href="tel:${telefon.replaceAll(/[^\d+]/g, '')}">${telefon}</a>`,
    email && html`E-Mail <a class="kern-link" href="mailto:${email}">${email}</a>`,
  ].filter(Boolean);
  return html`<div><p class="kern-body">Zuständig: <strong>${stelle.name}, ${name}</strong>${ways.map((way) => html`, ${way}`)}</p></div>`;
}
