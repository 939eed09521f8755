import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { alert, badge, emptyState, type Html, section, statTiles, table, textLink } from '#ui';
import type { ParametersDeps } from '../deps.ts';
import type { Befund } from '../lint/befund.ts';
import { regelLabel, schwereBadge, schwereLabel } from '../messages.ts';
import type { Asker } from '../use-cases/asker.ts';
import { type Kommunenbefund, pruefeDienst } from '../use-cases/pruefe-dienst.ts';
import { askerRoute, pathOf, root } from './answers.ts';

/** What is wrong with the values, each finding with its place and how it is mended. */
export function pruefungRoutes(deps: ParametersDeps): readonly PageRoute[] {
  return [
    askerRoute(
      deps,
      { capability: 'parameters.lint', method: 'GET', path: '/parameter/:dienst/pruefung' },
      (asker, request) => show(deps, asker, request),
    ),
  ];
}

async function show(deps: ParametersDeps, asker: Asker, { params }: PageRequest): Promise<PageAnswer> {
  const { dienst = '' } = params;
  const found = await pruefeDienst(deps, asker, dienst);
  if (!found.ok) return refusal(found.refusal);
  const { titel, kommunen } = found.value;
  const all = kommunen.flatMap(({ befunde }) => befunde);
  const counts = (['fehler', 'warnung', 'hinweis'] as const).map((schwere) => ({
    label: schwereLabel[schwere],
    value: String(all.filter((each) => each.schwere === schwere).length),
  }));
  const own = asker.art === 'kommune';
  return page({
    title: `Prüfung der Werte: ${titel}`,
    preline: own ? asker.kommune.name : asker.anbieter.name,
    lead: 'Was fehlt, abgelaufen ist, sich widerspricht oder schwer zu lesen ist. Aufgerufen wird keine Adresse; geprüft wird die Form.',
    wide: true,
    breadcrumb: [root, { label: titel, href: pathOf(dienst) }],
    main: html`${statTiles(counts)}${kommunen.length === 0 ? nobody(own) : kommunen.map((each) => part(each, dienst, own))}`,
    nextSteps: [
      { label: 'Mit anderen Kommunen vergleichen', href: pathOf(dienst, 'vergleich') },
      ...(own ? [{ label: 'Werte ändern', href: `/anbindungen/${dienst}` }] : []),
    ],
  });
}

function nobody(own: boolean): Html {
  return emptyState({
    title: own ? 'Ihre Kommune ist nicht angebunden' : 'Keine Kommune teilt ihre Werte mit Ihnen',
    body: own
      ? 'Prüfen lässt sich, was bei der Anbindung eingetragen ist.'
      : 'Eine Kommune teilt sie, sobald sie unter „Organisation“ einwilligt.',
  });
}

function part({ name, befunde }: Kommunenbefund, dienst: string, own: boolean): Html {
  const content =
    befunde.length === 0
      ? alert({
          kind: 'success',
          title: 'Nichts gefunden',
          body: 'Alle Angaben sind da und passen zusammen.',
        })
      : table({
          caption: `Befunde für ${name}`,
          captionHidden: true,
          columns: [
            { label: 'Wo' },
            { label: 'Was' },
            { label: 'Befund', width: 'wide' },
            { label: 'Was zu tun ist', width: 'wide' },
          ],
          rows: befunde.map((each) => row(each, dienst, own)),
        });
  return section(name, content);
}

function row({ schwere, regel, feld, ort, text, abhilfe }: Befund, dienst: string, own: boolean) {
  const href = `/anbindungen/${dienst}#feld-${feld.replaceAll('.', '-')}`;
  return [
    own && feld !== 'schicht' ? textLink(href, ort) : ort,
    html`${badge(schwereBadge[schwere], schwereLabel[schwere])} ${regelLabel[regel]}`,
    text,
    abhilfe,
  ];
}
