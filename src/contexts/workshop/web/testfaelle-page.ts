import { html } from 'hono/html';
import { type Ergebnis, euro } from '#forms/testfaelle';
import type { Refusal } from '#kernel';
import { formField, numberIn, type PageAnswer, type PageRoute, page, refusedPage } from '#platform';
import { alert, badge, buttonRow, emptyState, type Html, linkButton, table, textLink } from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { listAt, textAt } from '../domain/json.ts';
import { invalidEntwurf } from '../errors.ts';
import { pruefung } from '../use-cases/pruefstand.ts';
import { speichereTestfall } from '../use-cases/testfaelle.ts';
import { adresse, entwurfSeite, getan, type Offen, route, withEntwurf } from './answers.ts';
import { testWort } from './pruefung-page.ts';
import { content, werteVon } from './testfall-form.ts';
import { fallAus } from './testfall-lesen.ts';

/** The test cases of a draft: played anew on every look, written by hand. */
export function testfaelleRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.play', '/:dienst/testfaelle', (request) => withEntwurf(deps, request, show)),
    route('GET', 'workshop.edit', '/:dienst/testfall', (request) => withEntwurf(deps, request, edit)),
    route('POST', 'workshop.edit', '/:dienst/testfall', (request) => withEntwurf(deps, request, receive)),
  ];
}

async function show(offen: Offen): Promise<PageAnswer> {
  const { deps, entwurf } = offen;
  const { durchlauf } = await pruefung(deps, entwurf.dokumente);
  const main =
    durchlauf === null
      ? alert({
          kind: 'warning',
          title: 'Die Testfälle laufen erst, wenn der Entwurf schlüssig ist.',
          body: textLink(adresse(entwurf.dienst, 'pruefung'), 'Was noch nicht stimmt'),
        })
      : html`${alert({ kind: durchlauf.bestanden ? 'success' : 'danger', title: testWort(durchlauf.ergebnisse) })}${tabelle(entwurf.dienst, durchlauf.ergebnisse)}${
          durchlauf.unbesucht.length > 0
            ? html`<p class="kern-body">Kein Testfall führt auf: ${durchlauf.unbesucht.join(', ')}.</p>`
            : ''
        }`;
  const add = buttonRow(
    linkButton('Testfall schreiben', adresse(entwurf.dienst, 'testfall'), { kind: 'secondary' }),
  );
  const lead =
    'Ein Testfall hält Antworten fest und was herauskommen muss. Er läuft bei jedem Stand mit, vorwärts und zurück; schlägt einer fehl, lässt sich nichts veröffentlichen.';
  return page(
    entwurfSeite(offen, 'testfaelle', { title: 'Testfälle', lead, main: html`${main}${add}`, wide: true }),
  );
}

function tabelle(dienst: string, ergebnisse: readonly Ergebnis[]): Html {
  return table({
    caption: 'Testfälle',
    captionHidden: true,
    columns: [
      { label: 'Testfall' },
      { label: 'Ergebnis' },
      { label: 'Weg', width: 'wide' },
      { label: 'Gebühr' },
    ],
    rows: ergebnisse.map(({ id, titel, bestanden, abweichungen, seiten, ende, gebuehrCent }) => [
      textLink(adresse(dienst, 'testfall', { id }), titel),
      html`${badge(bestanden ? 'success' : 'danger', bestanden ? 'Bestanden' : 'Nicht bestanden')}${abweichungen.map((each) => html`<br>${each}`)}`,
      `${seiten.join(' › ')}${ende === 'end' ? ' (Ausgang)' : ''}`,
      gebuehrCent === null ? 'offen' : euro(gebuehrCent),
    ]),
    empty: emptyState({
      title: 'Noch kein Testfall',
      body: 'Füllen Sie das Formular in der Vorschau aus: Am Ende stehen dort die Antworten zum Übernehmen.',
    }),
  });
}

async function edit(offen: Offen): Promise<PageAnswer> {
  const id = offen.request.query.get('id') ?? '';
  const fall =
    listAt(offen.entwurf.dokumente.testfaelle, 'cases').find((each) => textAt(each, 'id') === id) ?? null;
  return page(content(offen, werteVon(fall, offen.deps.clock.today()), null));
}

async function receive(offen: Offen): Promise<PageAnswer> {
  const { deps, autor, entwurf, request } = offen;
  const { form: sent } = request;
  const names = ['id', 'titel', 'tag', 'werte', 'antworten', 'seiten', 'ende', 'maengel', 'gebuehr'] as const;
  const given = Object.fromEntries(names.map((name) => [name, formField(sent, name)]));
  const werte = { ...werteVon(null, ''), ...given };
  const again = (reason: Refusal) => refusedPage(content(offen, werte, reason), reason);
  const fall = sent.has('entfernen')
    ? { problems: [], fall: null, id: werte.id }
    : fallAus(werte, entwurf.dokumente.testfaelle);
  if (fall.problems.length > 0) return again(invalidEntwurf(fall.problems));
  const grundlage = numberIn(sent.get('grundlage'));
  const saved = await speichereTestfall(deps, autor, entwurf.dienst, {
    id: fall.id,
    fall: fall.fall,
    grundlage,
  });
  return saved.ok ? getan(adresse(entwurf.dienst, 'testfaelle'), 'gespeichert') : again(saved.refusal);
}
