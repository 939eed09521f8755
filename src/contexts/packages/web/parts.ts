import { html } from 'hono/html';
import type { Durchlauf } from '#forms/testfaelle';
import { accordion, alert, badge, externalLink, formatNumber, type Html, table } from '#ui';
import {
  type Beleg,
  type Grund,
  type Stelle,
  type Urteil,
  type Urteilsart,
  urteilLabel,
} from '../domain/urteil.ts';
import type { Probelauf } from '../konformitaet/spielen.ts';
import type { Teil } from '../use-cases/lesen.ts';
import type { Teilunterschied } from '../use-cases/vergleichen.ts';

const badgeOf = { voll: 'success', eingeschraenkt: 'warning', nicht: 'danger' } as const;

const kurz = { voll: 'ganz', eingeschraenkt: 'eingeschränkt', nicht: 'nicht' } as const;

/** A verdict in a list: in a word, and how much of it is only assumed. */
export function urteilKurz(urteil: Urteil | undefined): Html {
  if (urteil === undefined) return html``;
  const { art, annahmen } = urteil;
  const word = badge(badgeOf[art], kurz[art]);
  return annahmen === 0
    ? word
    : html`${word} <span class="kern-body--muted">${formatNumber(annahmen)} ${annahmen === 1 ? 'Annahme' : 'Annahmen'}</span>`;
}

/** A hash in a form that fits every line; the whole of it can be copied. */
export function summeCode(summe: string): Html {
  return html`<code class="lw-long-address">${summe}</code>`;
}

export function belegText(beleg: Beleg | null): Html {
  if (beleg === null) return html`Das Profil nennt diese Fähigkeit nicht; sie gilt als nicht vorhanden.`;
  if (beleg.art === 'annahme') return html`${badge('neutral', 'Annahme')} ${beleg.text}`;
  return beleg.url === null
    ? html`Quelle: ${beleg.text}`
    : html`Quelle: ${externalLink(beleg.url, beleg.text)}`;
}

const mostStellen = 12;

function stellenList(stellen: readonly Stelle[]): Html {
  const rest = stellen.length - mostStellen;
  return html`<ul class="kern-list">${stellen
    .slice(0, mostStellen)
    .map(
      ({ worte, place }) =>
        html`<li>${worte} <span class="kern-body--muted lw-long-address">${place}</span></li>`,
    )}${rest > 0 ? html`<li>und ${formatNumber(rest)} weitere Stellen</li>` : ''}</ul>`;
}

/** What becomes of a service on one portal, why, and where in the form. */
export function urteilAccordion(
  { profil, art, gruende, annahmen }: Urteil,
  lauf: Probelauf | null,
  open = false,
): Html {
  return accordion({
    title: `${profil.name}: ${urteilLabel[art]}`,
    open,
    body: html`<p class="kern-body">${urteilSatz(art, gruende)} ${
      annahmen > 0
        ? `${annahmen === 1 ? 'Eine der benötigten Fähigkeiten ist' : `${formatNumber(annahmen)} der benötigten Fähigkeiten sind`} für dieses Portal nur angenommen.`
        : ''
    }</p>${
      gruende.length === 0
        ? ''
        : table({
            caption: `Was auf „${profil.name}“ anders ist`,
            captionHidden: true,
            small: true,
            columns: [
              { label: 'Fähigkeit' },
              { label: 'Was dort geschieht' },
              { label: 'Wo im Formular', width: 'wide' },
              { label: 'Woher wir das wissen' },
            ],
            rows: gruende.map(({ faehigkeit, stellen, beleg }) => [
              faehigkeit.label,
              faehigkeit.ersatz ?? html`<strong>Der Dienst läuft dort nicht.</strong>`,
              stellenList(stellen),
              belegText(beleg),
            ]),
          })
    }${lauf === null ? '' : laufText(lauf)}<p class="kern-body--muted">${profil.hinweis}</p>`,
  });
}

function urteilSatz(art: Urteilsart, gruende: readonly Grund[]): string {
  if (art === 'voll') return 'Dieses Portal kann alles, was der Dienst braucht.';
  const zahl = gruende.length;
  const what = zahl === 1 ? 'Eine Fähigkeit fehlt' : `${formatNumber(zahl)} Fähigkeiten fehlen`;
  if (art !== 'nicht') return `${what}; für jede gibt es einen Ersatz.`;
  const ohne = gruende.filter(({ faehigkeit }) => faehigkeit.ersatz === null);
  const names = ohne.map(({ faehigkeit }) => `„${faehigkeit.label}“`).join(', ');
  const isAssumed = ohne.every(({ beleg }) => beleg?.art !== 'quelle');
  return `${what}; ohne Ersatz ist: ${names}. ${isAssumed ? 'Dass das Portal es nicht kann, ist nur angenommen: Fragen Sie seinen Betreiber, bevor Sie den Dienst dafür umbauen.' : ''}`;
}

/** What came of the test cases. */
export function laufText({ durchlauf, ausgelassen, ungeprueft }: Probelauf): Html {
  if (durchlauf === null)
    return html`<p class="kern-body">Testfälle wurden nicht gespielt: Wo ein Dienst nicht läuft, gibt es nichts zu vergleichen.</p>`;
  const { ergebnisse } = durchlauf;
  const failed = ergebnisse.filter(({ bestanden }) => !bestanden);
  const without = ungeprueft.length > 0 ? `, ohne ${ungeprueft.join(' und ')}` : '';
  return html`${alert({
    kind: failed.length === 0 ? 'success' : 'danger',
    title: `${formatNumber(ergebnisse.length - failed.length)} von ${formatNumber(ergebnisse.length)} Testfällen bestehen${without}.`,
    body:
      ausgelassen.length === 0
        ? ''
        : html`Nicht gespielt: ${ausgelassen.map(({ titel, grund }) => `„${titel}“ (${grund})`).join(' ')}`,
  })}${failed.length === 0 ? '' : faelleTable(durchlauf)}`;
}

export function faelleTable({ ergebnisse, bestanden: alle }: Durchlauf): Html {
  return table({
    caption: 'Testfälle',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Testfall', width: 'wide' },
      { label: 'Ergebnis' },
      ...(alle ? [] : [{ label: 'Was anders kam', width: 'wide' } as const]),
    ],
    rows: ergebnisse.map(({ titel, bestanden, abweichungen }) => [
      titel,
      bestanden ? badge('success', 'besteht') : badge('danger', 'weicht ab'),
      ...(alle ? [] : [abweichungen.join(' ')]),
    ]),
  });
}

export function teileTable(teile: readonly Teil[]): Html {
  return table({
    caption: 'Teile des Pakets',
    captionHidden: true,
    small: true,
    columns: [{ label: 'Teil' }, { label: 'Bytes', numeric: true }, { label: 'SHA-256', width: 'wide' }],
    rows: teile.map(({ name, bytes, sha256 }) => [name, formatNumber(bytes), summeCode(sha256)]),
  });
}

const artLabel = { gleich: 'gleich', geaendert: 'geändert', neu: 'neu', entfallen: 'entfallen' } as const;

export function unterschiedeTable(unterschiede: readonly Teilunterschied[]): Html {
  return table({
    caption: 'Unterschiede Teil für Teil',
    captionHidden: true,
    small: true,
    columns: [{ label: 'Teil' }, { label: 'Was' }, { label: 'Stellen', width: 'wide' }],
    rows: unterschiede.map(({ name, art, stellen }) => [
      name,
      artLabel[art],
      html`<span class="lw-long-address">${stellen.join(', ')}</span>`,
    ]),
  });
}
