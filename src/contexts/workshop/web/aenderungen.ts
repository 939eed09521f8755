import { html } from 'hono/html';
import type { Html } from '#ui';
import { unterschiedeInWorten } from '../bedingung/unterschiede-in-worten.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { staendeVon, standNamens } from '../use-cases/staende.ts';
import type { Offen } from './answers.ts';
import { unterschiedTabelle } from './unterschied-page.ts';

/** What the proposed state changes of the newest published version. */
export async function aenderungen({ deps, autor, entwurf }: Offen, vorgelegt: Dokumente): Promise<Html> {
  const newest = (await staendeVon(deps, entwurf)).find(({ name }) => name.startsWith('fassung-'));
  if (!newest)
    return html`<p class="kern-body">Es ist die erste Fassung. Neu ist alles, was unten steht.</p>`;
  const before = await standNamens(deps, autor, entwurf.dienst, newest.name);
  return before.ok
    ? unterschiedTabelle(entwurf.dienst, unterschiedeInWorten(before.value, vorgelegt))
    : html``;
}
