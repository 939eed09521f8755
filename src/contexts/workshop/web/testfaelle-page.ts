import { html } from 'hono/html';
import { type Ergebnis, euro } from '#forms/testfaelle';
import { type PageAnswer, type PageRoute, page } from '#platform';
import { alert, badge, buttonRow, emptyState, type Html, linkButton, table, textLink } from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { worteVon } from '../domain/worte.ts';
import { type Pruefstand, pruefung } from '../use-cases/pruefstand.ts';
import { adresse, entwurfSeite, type Offen, route, withEntwurf } from './answers.ts';
import { testWort } from './pruefung-page.ts';

/** The test cases of a draft: played anew on every look. */
export function testfaelleRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.play', '/:dienst/testfaelle', (request) => withEntwurf(deps, request, show)),
  ];
}

async function show(offen: Offen): Promise<PageAnswer> {
  const { deps, entwurf } = offen;
  const main = testfaelle(
    entwurf.dienst,
    await pruefung(deps, entwurf.dokumente),
    worteVon(entwurf.dokumente.formular).seite,
  );
  const add = buttonRow(
    linkButton('Vorschau ausfüllen', adresse(entwurf.dienst, 'vorschau'), { kind: 'secondary' }),
    linkButton('Testfall ohne Eingaben', adresse(entwurf.dienst, 'testfall'), { kind: 'tertiary' }),
  );
  const lead =
    'Ein Testfall hält Eingaben fest und was herauskommen muss. Er läuft bei jedem Stand mit, vorwärts und zurück; schlägt einer fehl, lässt sich nichts veröffentlichen. Einen neuen machen Sie in der Vorschau: ausfüllen, dann „Diese Eingaben als Testfall behalten“.';
  return page(
    entwurfSeite(offen, 'testfaelle', { title: 'Testfälle', lead, main: html`${main}${add}`, wide: true }),
  );
}

/** All cases of a state with what came of them. */
export function testfaelle(dienst: string, { durchlauf }: Pruefstand, seite: (id: string) => string): Html {
  if (durchlauf === null)
    return alert({
      kind: 'warning',
      title: 'Die Testfälle laufen erst, wenn der Entwurf schlüssig ist.',
      body: textLink(adresse(dienst, 'pruefung'), 'Was noch nicht stimmt'),
    });
  const { ergebnisse, unbesucht, bestanden } = durchlauf;
  const verdict =
    ergebnisse.length === 0
      ? ''
      : alert({ kind: bestanden ? 'success' : 'danger', title: testWort(ergebnisse) });
  const missed =
    ergebnisse.length > 0 && unbesucht.length > 0
      ? html`<p class="kern-body">Kein Testfall führt auf: ${unbesucht.map(seite).join(', ')}.</p>`
      : '';
  return html`${verdict}${tabelle(dienst, ergebnisse, seite)}${missed}`;
}

function tabelle(dienst: string, ergebnisse: readonly Ergebnis[], seite: (id: string) => string): Html {
  return table({
    caption: 'Testfälle',
    captionHidden: true,
    columns: [
      { label: 'Testfall' },
      { label: 'Ergebnis' },
      { label: 'Diese Seiten kamen', width: 'wide' },
      { label: 'Gebühr' },
    ],
    rows: ergebnisse.map(({ id, titel, bestanden, abweichungen, seiten, ende, gebuehrCent }) => [
      textLink(adresse(dienst, 'testfall', { id }), titel),
      html`${badge(bestanden ? 'success' : 'danger', bestanden ? 'Bestanden' : 'Nicht bestanden')}${abweichungen.map((each) => html`<br>${each}`)}`,
      `${seiten.map(seite).join(' › ')}${ende === 'end' ? ' (hier endet der Weg)' : ''}`,
      gebuehrCent === null ? 'offen' : euro(gebuehrCent),
    ]),
    empty: emptyState({
      title: 'Noch kein Testfall',
      body: 'Füllen Sie die Vorschau aus und drücken Sie „Diese Eingaben als Testfall behalten“.',
    }),
  });
}
