import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { section } from '#ui';
import { readOffices } from '../store.ts';
import { momentOf, type Visit } from './context.ts';
import { anlaufstelle, contactList, hoursTable, openNow } from './hours-parts.ts';

/** How to reach the Kommune and each of its offices. */
export async function contactPage({ deps, site, description }: Visit): Promise<PageContent> {
  const offices = await deps.db.withPublic((tx) => readOffices(tx, site.tenant));
  const moment = momentOf(deps);
  const { oeffnungszeiten, name } = description;
  return {
    title: 'Kontakt und Öffnungszeiten',
    main: html`${section(name, html`${contactList(description)}<p class="kern-body"><strong>${openNow(oeffnungszeiten, moment)}</strong></p>${hoursTable(oeffnungszeiten, name, moment.tag)}`, { id: 'kommune' })}
      ${
        offices.length > 0
          ? section(
              'Ämter',
              html`${offices.map((office) =>
                anlaufstelle(
                  {
                    ...office,
                    anschrift: office.anschrift || description.anschrift,
                    zeiten: office.oeffnungszeiten,
                  },
                  moment,
                ),
              )}`,
            )
          : ''
      }`,
  };
}
