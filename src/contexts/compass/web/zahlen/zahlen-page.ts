import { html } from 'hono/html';
import type { PageAnswer, PageRoute } from '#platform';
import { alert, section, textLink } from '#ui';
import type { CompassDeps } from '../../doors-deps.ts';
import { answerVerlauf } from '../../figures/answer-figures.ts';
import { gesamteAbdeckung, ohneAngabenFilter } from '../../use-cases/abdeckung-fragen.ts';
import { eigeneFrage, type GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { werGezaehltIst } from '../../views/zahlen-saetze.ts';
import { abdeckungTiles } from './abdeckung-page.ts';
import { umfangForm } from './umfang-form.ts';
import { onlineChart } from './verlauf-charts.ts';
import { zeilenOf } from './verlauf-list.ts';
import { addressOf, zahlenPage, zahlenRoutes } from './zahlen-route.ts';

const path = '/zahlen';

/** The first page of the figures: the own Kommune, and all that share. */
export function zahlenStartRoutes(deps: CompassDeps): readonly PageRoute[] {
  return zahlenRoutes(deps, { capability: 'compass.zahlen', path, formats: false }, (frage) =>
    answer(ohneAngabenFilter(frage)),
  );
}

async function answer(frage: GestellteFrage): Promise<PageAnswer> {
  const eigene = eigeneFrage(frage);
  return zahlenPage(frage, path, {
    title: 'Zahlen zum Umsetzungsstand',
    lead: 'Abdeckung heißt hier: wie viel von dem, was die Kommunen anbieten müssen, wirklich online ist. Ein Angebot in einer einzigen Kommune zählt nur für diese.',
    main: html`${umfangForm(frage, path)}
      ${eigene ? await part(eigene, eigene.betrachter.eigene?.name ?? 'Ihre Kommune') : ''}
      ${await part(frage, eigene ? 'Alle Kommunen, die mit Ihnen teilen' : 'Ihre Kommunen')}
      ${section('Wie es sich entwickelt hat', onlineChart(zeilenOf(await answerVerlauf(eigene ?? frage, 24))), { lead: werGezaehltIst(eigene ?? frage) })}
      ${hinweis(frage)}`,
    nextSteps: [
      {
        label: 'Abdeckung nach Themenfeld, Leistung und Kommune',
        href: addressOf('/zahlen/abdeckung', frage.parameters),
      },
      { label: 'Fairer Vergleich mit ähnlichen Kommunen', href: '/vergleich' },
      { label: 'Karte', href: addressOf('/karte', frage.parameters) },
    ],
  });
}

async function part(frage: GestellteFrage, heading: string) {
  return section(
    heading,
    html`${abdeckungTiles(frage, await gesamteAbdeckung(frage))}
      <p class="kern-body">${textLink(addressOf('/zahlen/abdeckung', frage.parameters), 'Woraus sich das zusammensetzt')}</p>`,
    { lead: werGezaehltIst(frage) },
  );
}

function hinweis({ betrachter, visible }: GestellteFrage) {
  const others = visible.bodies.reduce((sum, each) => sum + each, 0) - (betrachter.eigene ? 1 : 0);
  if (others > 0) return '';
  return alert({
    kind: 'info',
    title: 'Bisher teilt keine andere Kommune ihre Angaben mit Ihnen',
    body: html`Ob sie teilt, entscheidet jede Kommune selbst unter ${textLink('/organisation', 'Organisation')}.`,
  });
}
