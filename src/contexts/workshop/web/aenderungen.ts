import { html } from 'hono/html';
import type { Html } from '#ui';
import { unterschiedeInWorten } from '../bedingung/unterschiede-in-worten.ts';
import type { Vorlage } from '../store-vorlage.ts';
import { staendeVon, standNamens } from '../use-cases/staende.ts';
import type { Offen } from './answers.ts';
import { unterschiedTabelle } from './unterschied-page.ts';

/** What the proposed state changes of the newest published version. */
export async function aenderungen({ deps, autor, entwurf }: Offen, vorlage: Vorlage): Promise<Html> {
  const newest = (await staendeVon(deps, entwurf)).find(({ name }) => name.startsWith('fassung-'));
  if (!newest)
    return html`<p class="kern-body">Es ist die erste Fassung. Neu ist alles, was unten steht.</p>`;
  const before = await standNamens(deps, autor, entwurf.dienst, newest.name);
  const after = await standNamens(deps, autor, entwurf.dienst, `schritt-${vorlage.schritt}`);
  return before.ok && after.ok
    ? unterschiedTabelle(entwurf.dienst, unterschiedeInWorten(before.value, after.value))
    : html``;
}
