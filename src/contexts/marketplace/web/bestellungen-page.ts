import { formatLocalDate } from '#kernel';
import { type PageContent, type PageRequest, type PageRoute, refusal } from '#platform';
import { type AnsweredList, emptyState, linkButton, listEndings, listPage } from '#ui';
import type { Bestellung } from '../domain/bestellung.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { type Betrachtende, betrachtendeOf, listBestellungen } from '../use-cases/read-bestellungen.ts';
import { flashOf, listAnswer } from './answers.ts';
import { bestellListe } from './bestellungen-list.ts';
import { krumeMarkt } from './parts.ts';

const address = '/bestellungen';

/** All orders of a Kommune, or those that go to the asking IT-Dienstleister. */
export function bestellungenRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'marketplace.orders',
    method: 'GET',
    path: `${address}${ending}`,
    access: 'signed-in',
    handle: async (request) => {
      const who = await betrachtendeOf(deps, request.principal);
      if (!who.ok) return refusal(who.refusal);
      const rows = await listBestellungen(deps, who.value);
      const definition = bestellListe(who.value.seite === 'anbieter');
      const today = deps.clock.today();
      const file = {
        fileName: `bestellungen-${today}`,
        title: 'Bestellungen',
        source: 'Bestellungen in dieser Installation',
        state: formatLocalDate(today),
      };
      return listAnswer(deps, request, { definition, rows }, file, (list) =>
        content(who.value, definition, list, request),
      );
    },
  }));
}

function content(
  who: Betrachtende,
  definition: ReturnType<typeof bestellListe>,
  { result, problems }: AnsweredList<Bestellung>,
  request: PageRequest,
): PageContent {
  const provider = who.seite === 'anbieter';
  return {
    title: 'Bestellungen',
    preline: provider ? who.wer.anbieter.name : who.wer.kommune.name,
    lead: provider
      ? 'Was Kommunen bei Ihnen unterschrieben bestellt haben. Vorbereitete Bestellungen sehen Sie noch nicht.'
      : 'Was Ihre Kommune vorbereitet, bestellt und vereinbart hat.',
    wide: true,
    breadcrumb: [krumeMarkt],
    ...flashOf(request),
    main: listPage(definition, result, {
      action: address,
      caption: 'Bestellungen',
      problems,
      noun: ['Bestellung', 'Bestellungen'],
      emptyState: emptyState({
        title: 'Noch keine Bestellung',
        body: provider
          ? 'Hier stehen Bestellungen, sobald eine Kommune sie unterschrieben hat.'
          : 'Wählen Sie auf dem Marktplatz einen Onlinedienst, der eine Ihrer Lücken schließt.',
        action: linkButton('Zum Marktplatz', '/marktplatz'),
      }),
    }),
    nextSteps: [
      { label: 'Rahmenvereinbarungen', href: '/rahmenvereinbarungen' },
      { label: 'Bestellungen für alle Kommunen', href: '/sammelbestellungen' },
      ...(provider
        ? []
        : [{ label: 'Wer für die Kommune unterschreiben darf', href: '/zeichnungsbefugnisse' }]),
    ],
  };
}
