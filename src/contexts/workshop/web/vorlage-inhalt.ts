import { html } from 'hono/html';
import { buttonRow, type Html, linkButton, pageContents, section, table, textLink } from '#ui';
import { worteVon } from '../domain/worte.ts';
import type { Vorlage } from '../store-vorlage.ts';
import { pruefung } from '../use-cases/pruefstand.ts';
import { standNamens } from '../use-cases/staende.ts';
import { aenderungen } from './aenderungen.ts';
import { adresse, type Offen } from './answers.ts';
import { dienstListe } from './dienst-liste.ts';
import { formularListe } from './formular-liste.ts';
import { befunde, urteil } from './pruefung-page.ts';
import { testfaelle } from './testfaelle-page.ts';

/** All that somebody needs before a decision: what changes, the form, its test cases, the findings and the questions. */
export async function vorlageInhalt(offen: Offen, vorlage: Vorlage): Promise<Html> {
  const { deps, autor, entwurf } = offen;
  const name = `schritt-${vorlage.schritt}`;
  const found = await standNamens(deps, autor, entwurf.dienst, name);
  if (!found.ok) return html``;
  const dokumente = found.value;
  const stand = await pruefung(deps, dokumente);
  const { seite } = worteVon(dokumente.formular);
  return html`${inhalt}${section('Was sich ändert', await aenderungen(offen, dokumente), { id: 'aenderungen' })}${section(
    'Das Formular',
    html`${buttonRow(linkButton('Formular ausfüllen und ansehen', adresse(entwurf.dienst, 'vorschau', { stand: name }), { kind: 'secondary' }))}${formularListe(dokumente)}`,
    { id: 'formular', lead: 'Alle Seiten und Fragen in ihrer Reihenfolge, wie sie vorgelegt sind.' },
  )}${section('Leistungsseite, Gebühr und Werte', dienstListe(dokumente), { id: 'ganzes' })}${section('Testfälle', testfaelle(entwurf.dienst, stand, seite), { id: 'testfaelle' })}${section(
    'Prüfung',
    urteil(stand),
    { id: 'pruefung' },
  )}${befunde({ offen, dokumente, aenderbar: false }, stand)}${section('Rückfragen', await rueckfragen(offen), { id: 'rueckfragen' })}`;
}

const inhalt = pageContents([
  { id: 'aenderungen', label: 'Was sich ändert' },
  { id: 'formular', label: 'Das Formular' },
  { id: 'ganzes', label: 'Leistungsseite, Gebühr und Werte' },
  { id: 'testfaelle', label: 'Testfälle' },
  { id: 'pruefung', label: 'Prüfung' },
  { id: 'rueckfragen', label: 'Rückfragen' },
]);

async function rueckfragen({ deps, entwurf, request }: Offen): Promise<Html> {
  const all = await deps.anmerkungen(request.principal, entwurf.dienst);
  return table({
    caption: 'Rückfragen',
    captionHidden: true,
    columns: [{ label: 'Frage' }, { label: 'Wozu' }, { label: 'Stand' }],
    rows: all.map(({ betreff, frage, href, wozu, wartet }) => [
      html`${textLink(href, betreff)}<br>${frage}`,
      wozu,
      wartet ? 'Wartet auf eine Antwort' : 'Erledigt',
    ]),
    empty: html`<p class="kern-body">Zu diesem Entwurf gibt es keine Rückfrage.</p>`,
  });
}
