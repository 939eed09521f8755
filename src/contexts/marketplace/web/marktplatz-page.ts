import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageContent, PageRequest, PageRoute } from '#platform';
import { type AnsweredList, emptyState, formatNumber, listEndings, listPage, section, statTiles } from '#ui';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { type Marktplatz, type Marktzeile, readMarktplatz } from '../use-cases/read-marktplatz.ts';
import { flashOf, listAnswer } from './answers.ts';
import { hatPreis, marktliste } from './marktplatz-list.ts';

const address = '/marktplatz';

/** All services with what they cost and bring, as page and as files. */
export function marktplatzRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'marketplace.list',
    method: 'GET',
    path: `${address}${ending}`,
    access: 'public',
    handle: async (request) => {
      const markt = await readMarktplatz(deps, request.principal);
      const today = deps.clock.today();
      const definition = marktliste(markt.wer !== null);
      const file = {
        fileName: `marktplatz-${today}`,
        title: markt.wer ? `Marktplatz für ${markt.wer.kommune.name}` : 'Marktplatz der Onlinedienste',
        source: 'Angebote und Preisblätter der IT-Dienstleister in dieser Installation',
        state: formatLocalDate(today),
      };
      return listAnswer(deps, request, { definition, rows: markt.zeilen }, file, (list) =>
        content(markt, definition, list, request),
      );
    },
  }));
}

function content(
  markt: Marktplatz,
  definition: ReturnType<typeof marktliste>,
  { result, problems }: AnsweredList<Marktzeile>,
  request: PageRequest,
): PageContent {
  const { wer } = markt;
  return {
    title: 'Marktplatz',
    preline: wer ? wer.kommune.name : 'Einer für Alle',
    lead: wer
      ? 'Onlinedienste, die schon gebaut sind: was sie Ihre Kommune im Jahr kosten, was sie brauchen und welche Ihrer Lücken sie schließen.'
      : 'Onlinedienste, die schon gebaut sind und die jede Kommune nutzen kann: was sie kosten und was sie brauchen.',
    wide: true,
    ...flashOf(request),
    main: html`${tiles(markt)}${section(
      'Alle Onlinedienste',
      listPage(definition, result, {
        action: address,
        caption: 'Onlinedienste auf dem Marktplatz',
        problems,
        noun: ['Onlinedienst', 'Onlinedienste'],
        emptyState: emptyState({
          title: 'Noch kein Angebot',
          body: 'Hier stehen Onlinedienste, sobald ein IT-Dienstleister sie anbietet.',
        }),
      }),
    )}`,
    nextSteps: wer
      ? [
          { label: 'Ihre Bestellungen', href: '/bestellungen' },
          { label: 'Ihre Lücken', href: '/luecken' },
          { label: 'Rahmenvereinbarungen', href: '/rahmenvereinbarungen' },
          { label: 'Wer für die Kommune unterschreiben darf', href: '/zeichnungsbefugnisse' },
        ]
      : [{ label: 'Bestellungen für alle Kommunen', href: '/sammelbestellungen' }],
  };
}

function tiles({ zeilen, wer }: Marktplatz) {
  const priced = zeilen.filter((zeile) => hatPreis(zeile, wer !== null)).length;
  const closing = zeilen.filter(({ luecken }) => (luecken ?? 0) > 0).length;
  const ordered = zeilen.filter(
    ({ stand }) => stand === 'gezeichnet' || stand === 'angenommen' || stand === 'fuer-alle',
  );
  return statTiles([
    { label: 'Onlinedienste', value: formatNumber(zeilen.length), href: `${address}#liste` },
    {
      label: wer ? 'mit Preis' : 'mit Preisblatt',
      value: formatNumber(priced),
      note: wer ? 'für Ihre Kommune' : 'als Stufen oder als ein Preis für alle',
      href: `${address}?preis=ja#liste`,
    },
    ...(wer
      ? [
          {
            label: 'schließen Lücken',
            value: formatNumber(closing),
            note: 'Ihrer Kommune',
            href: `${address}?luecke=ja#liste`,
          },
          {
            label: 'bestellt',
            value: formatNumber(ordered.length),
            note: 'von Ihnen oder für Sie',
            href: '/bestellungen',
          },
        ]
      : []),
  ]);
}
