import { html } from 'hono/html';
import { type PageAnswer, type PageRoute, page } from '#platform';
import { alert, badge, emptyState, section, table, textLink } from '#ui';
import type { VerorteterBefund } from '../befund.ts';
import type { WorkshopDeps } from '../deps.ts';
import { hindernisse, pruefung } from '../use-cases/pruefstand.ts';
import { angabeWort } from './angabe-wort.ts';
import { adresse, entwurfSeite, type Offen, route, withEntwurf } from './answers.ts';

/** Everything that is wrong or could be better with a draft. */
export function pruefungRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [route('GET', 'workshop.check', '/:dienst/pruefung', (request) => withEntwurf(deps, request, show))];
}

async function show(offen: Offen): Promise<PageAnswer> {
  const { deps, entwurf } = offen;
  const stand = await pruefung(deps, entwurf.dokumente);
  const stops = hindernisse(stand);
  const verdict =
    stops.length === 0
      ? alert({ kind: 'success', title: 'Der Entwurf kann veröffentlicht werden.' })
      : alert({
          kind: 'danger',
          title:
            stops.length === 1
              ? 'Ein Fehler verhindert die Veröffentlichung.'
              : `${stops.length} Fehler verhindern die Veröffentlichung.`,
        });
  const [errors, hints] = [
    stand.befunde.filter(({ schwere }) => schwere === 'fehler'),
    stand.befunde.filter(({ schwere }) => schwere === 'hinweis'),
  ];
  const main = html`${verdict}${section('Fehler', befundTabelle(entwurf.dienst, errors, 'Fehler'), { id: 'fehlerliste' })}${section('Hinweise', befundTabelle(entwurf.dienst, hints, 'Hinweise'), { id: 'hinweise' })}${section(
    'Testfälle',
    html`<p class="kern-body">${stand.durchlauf === null ? 'Die Testfälle laufen erst, wenn die Fehler behoben sind.' : textLink(adresse(entwurf.dienst, 'testfaelle'), testWort(stand.durchlauf.ergebnisse))}</p>`,
    { id: 'testfaelle' },
  )}`;
  return page(entwurfSeite(offen, 'pruefung', { title: 'Prüfung', main, wide: true }));
}

export function testWort(results: readonly { readonly bestanden: boolean }[]): string {
  if (results.length === 0) return 'Noch kein Testfall';
  const failed = results.filter(({ bestanden }) => !bestanden).length;
  if (results.length === 1) return `Der Testfall ist ${failed === 0 ? 'bestanden' : 'nicht bestanden'}`;
  return failed === 0
    ? `Alle ${results.length} Testfälle bestanden`
    : `${failed} von ${results.length} Testfällen nicht bestanden`;
}

export function befundTabelle(dienst: string, befunde: readonly VerorteterBefund[], caption: string) {
  return table({
    caption,
    captionHidden: true,
    columns: [{ label: 'Wo' }, { label: 'Was', width: 'wide' }, { label: 'Abhilfe', width: 'wide' }],
    rows: befunde.map(({ ort, ortTitel, angabe, art, was, abhilfe, weg, schwere }) => [
      html`${textLink(adresse(dienst, 'teil', { ort }), ortTitel)}${angabe ? html`<br><span class="kern-body kern-body--small kern-body--muted">${angabeWort(angabe)}</span>` : ''}`,
      html`${badge(schwere === 'fehler' ? 'danger' : 'warning', art)} ${was}${weg ? html`<br><span class="kern-body kern-body--small">Zum Beispiel mit diesen Antworten: <code>${JSON.stringify(weg.antworten)}</code>${weg.seiten.length > 0 ? `, Weg: ${weg.seiten.join(' › ')}` : ''}</span>` : ''}`,
      abhilfe ?? '',
    ]),
    empty: emptyState({
      title: 'Nichts gefunden',
      body: 'Hier steht, was die Prüfung an diesem Entwurf findet.',
    }),
  });
}
