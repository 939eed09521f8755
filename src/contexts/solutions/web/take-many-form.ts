import { html } from 'hono/html';
import type { PageRequest } from '#platform';
import { alert, button, checkboxGroup, form, type Html, section, textLink } from '#ui';
import { type Beitrag, beitragStand } from '../domain/beitrag.ts';
import { beitragArtLabel } from '../messages.ts';
import { solutionsPermissions } from '../solutions-deps.ts';
import type { TakenMany } from '../use-cases/take-many.ts';
import { paths } from '../views/paths.ts';

/** A contribution and what it is about. */
export interface Row {
  readonly beitrag: Beitrag;
  readonly titel: string;
}

/** What became of several that were taken over at once. */
export function outcome({ taken, refused }: TakenMany): Html {
  const count = `${taken.length === 1 ? 'Ein Beitrag ist' : `${taken.length} Beiträge sind`} übernommen.`;
  return alert({
    kind: refused.length > 0 ? 'warning' : 'success',
    title: taken.length === 0 ? 'Es wurde nichts übernommen' : count,
    live: true,
    body:
      refused.length === 0
        ? ''
        : html`<ul class="kern-list kern-list--bullet">${refused.map(({ id, refusal }) => html`<li>${textLink(paths.beitrag(id), 'Beitrag')}: ${refusal.message}</li>`)}</ul>`,
  });
}

/** What waits for a decision of somebody else than its author, to take over at once. */
export function decideForm(rows: readonly Row[], { principal, csrfToken }: PageRequest): Html | '' {
  if (principal?.permissions.has(solutionsPermissions.moderate) !== true) return '';
  const open = rows.filter(
    ({ beitrag }) => beitragStand(beitrag) === 'wartet' && beitrag.beigetragenVon !== principal.actor,
  );
  if (open.length < 2) return '';
  return section(
    'Mehrere übernehmen',
    form(
      { action: `${paths.beitraege}/uebernehmen`, csrfToken, label: 'Mehrere Beiträge übernehmen' },
      html`${checkboxGroup({
        name: 'beitrag',
        label: 'Beiträge',
        options: open.map(({ beitrag, titel }) => ({
          value: beitrag.id,
          label: `${titel} (${beitragArtLabel[beitrag.art]}, ${beitrag.haus})`,
        })),
      })}${button('Ausgewählte übernehmen', { kind: 'secondary' })}`,
    ),
    { lead: 'Jeder wird für sich geprüft: Einer, der nicht mehr passt, hält die anderen nicht auf.' },
  );
}
