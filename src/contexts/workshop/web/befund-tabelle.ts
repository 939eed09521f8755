import { html } from 'hono/html';
import { badge, button, emptyState, form, type Html, table, textLink } from '#ui';
import { bedingungenInWorten } from '../bedingung/saetze.ts';
import { dateiUndStelle, type VerorteterBefund } from '../befund.ts';
import { angabeAmOrt, antwortWort, inWorten } from '../befund-worte.ts';
import { platzhalterIn } from '../domain/platzhalter.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { worteVon } from '../domain/worte.ts';
import { stelleWort } from '../settings/angabe-wort.ts';
import { adresse, type Offen } from './answers.ts';

/** What a table of Befunde is about: a draft that can be changed here, or a state that can only be read. */
export interface Geprueft {
  readonly offen: Offen;
  readonly dokumente: Dokumente;
  readonly aenderbar: boolean;
}

/** Befunde with place, what is wrong, the answers that show it, and how it is mended. */
export function befundTabelle(
  geprueft: Geprueft,
  befunde: readonly VerorteterBefund[],
  caption: string,
): Html {
  const { offen, dokumente } = geprueft;
  const bedingungen = bedingungenInWorten(dokumente);
  return table({
    caption,
    captionHidden: true,
    columns: [{ label: 'Wo' }, { label: 'Was', width: 'wide' }, { label: 'Abhilfe', width: 'wide' }],
    rows: befunde.map((befund) => [
      wo(offen.entwurf.dienst, befund),
      html`${badge(befund.schwere === 'fehler' ? 'danger' : 'warning', befund.art)} ${befund.was}${gruende(dokumente, bedingungen, befund)}${beispiel(dokumente, befund)}`,
      html`${befund.abhilfe ?? ''}${bestaetigen(geprueft, befund)}`,
    ]),
    empty: emptyState({
      title: 'Nichts gefunden',
      body: 'Hier steht, was die Prüfung an diesem Entwurf findet.',
    }),
  });
}

/** Where something is mended. */
function wo(dienst: string, befund: VerorteterBefund): Html {
  const { ort, ortTitel, art } = befund;
  if (art === 'Testfälle') return textLink(adresse(dienst, 'testfaelle'), 'Testfälle');
  return html`${textLink(adresse(dienst, 'teil', { ort }), ortTitel)}${angabeAmOrt(befund) ? html`<br><span class="kern-body kern-body--small kern-body--muted">${angabeAmOrt(befund)}</span>` : ''}`;
}

/** The condition that it is about and those that make it so, each with its place and as a sentence. */
function gruende(
  dokumente: Dokumente,
  bedingungen: ReturnType<typeof bedingungenInWorten>,
  { stelle, weil = [] }: VerorteterBefund,
): Html {
  const named = new Set([stelle, ...weil.map((each) => `formular.json: ${each.split(': ')[0]}`)]);
  const said = bedingungen.flatMap(({ stelle: at, inWorten: satz }) => {
    const { place } = dateiUndStelle(at);
    return named.has(at) && satz !== null ? [html`<li>${ortWort(place, dokumente)}: ${satz}</li>`] : [];
  });
  return said.length === 0
    ? html``
    : html`<p class="kern-body kern-body--small">Die Bedingung dazu:</p><ul class="kern-list kern-list--bullet">${said}</ul>`;
}

/** `pages[1].condition` as „„Fotos“, Erscheint nur, wenn“. */
function ortWort(place: string, { formular }: Dokumente): string {
  return place.startsWith('pages') ? inWorten(place, formular) : stelleWort(place);
}

function beispiel({ formular }: Dokumente, { weg }: VerorteterBefund): Html {
  if (weg === null) return html``;
  const { frage, seite } = worteVon(formular);
  const answers = Object.entries(weg.antworten).map(
    ([name, wert]) => html`<li>${frage(name)}: ${antwortWort(formular, name, wert)}</li>`,
  );
  return html`<p class="kern-body kern-body--small">${answers.length > 0 ? 'Zum Beispiel mit diesen Antworten:' : 'Schon ohne Antworten.'}</p>${answers.length > 0 ? html`<ul class="kern-list kern-list--bullet">${answers}</ul>` : ''}${weg.seiten.length > 0 ? html`<p class="kern-body kern-body--small">Weg: ${weg.seiten.map(seite).join(' › ')}</p>` : ''}`;
}

/** A text that was only proposed is confirmed where it is complained about. */
function bestaetigen({ offen, dokumente, aenderbar }: Geprueft, { art, stelle }: VerorteterBefund): Html {
  if (art !== 'Platzhalter' || !aenderbar) return html``;
  const { dokument, place } = dateiUndStelle(stelle);
  const found = platzhalterIn(dokumente[dokument]).find((each) => each.place === place);
  if (!found?.vorschlag) return html``;
  const { entwurf, request } = offen;
  return form(
    {
      action: adresse(entwurf.dienst, 'bestaetigen'),
      csrfToken: request.csrfToken,
      label: `Bestätigen: ${found.vorschlag}`,
      hidden: { dokument, stelle: place, grundlage: String(entwurf.nummer) },
    },
    html`${button('So stimmt es', { kind: 'secondary', small: true })}<span class="kern-sr-only">: ${found.vorschlag}</span>`,
  );
}
