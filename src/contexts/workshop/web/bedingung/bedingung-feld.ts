import { html } from 'hono/html';
import { baueAusdruck, inWorten, liesAusdruck, type Sicht, type Zusammenstellung } from '#forms/bedingungen';
import { accordion, buttonRow, errorOf, fieldId, type Html, textareaField } from '#ui';
import { offeneBedingung } from '../../bedingung/offene-bedingung.ts';
import type { Json } from '../../domain/json.ts';
import { zeichen } from '../../settings/zeichen.ts';
import type { Feld, Zeigen } from '../settings-feld.ts';
import { handgriffKnopf } from './handgriff-knopf.ts';
import type { Sichten } from './sichten.ts';
import { satzanfang } from './worte.ts';
import { zeilenFelder } from './zeilen-feld.ts';

/** A condition of the settings: said as a sentence, put together of lines or, where those do not reach, written as text. */
export function bedingungFeld(
  wert: Json | undefined,
  { path, label, pflicht }: Feld,
  zeigen: Zeigen,
  sichten: Sichten,
  hint?: string,
): Html {
  const stand = standVon(wert, sichten.eng, pflicht);
  const error = errorOf(zeigen.problems, path);
  const id = fieldId({ name: path });
  return html`<fieldset class="kern-fieldset lw-bedingung" id="${id}-bedingung" data-bedingung data-wahl="${path}${zeichen.zweig}">
<legend class="kern-label">${label}${pflicht ? '' : html` <span class="kern-label__optional">(freiwillig)</span>`}</legend>
<div class="kern-fieldset__body lw-bedingung-inhalt">${hint ? html`<div class="kern-hint">${hint}</div>` : ''}<p class="kern-body lw-bedingung-satz" role="status" data-satz>${satzVon(stand, path, sichten.weit)}</p>
${error === null ? '' : html`<p class="kern-error" id="${id}"><span class="kern-body">${error}</span></p>`}
<div data-teile>${teile(stand, { path, error, sichten, label })}</div></div></fieldset>`;
}

interface Stand {
  readonly zeilen: Zusammenstellung | null;
  readonly ausdruck: string;
  /** Somebody is working on it. */
  readonly offen: boolean;
  readonly alsText: boolean;
  readonly bei: readonly number[] | null;
}

function standVon(wert: Json | undefined, sicht: Sicht, pflicht: boolean): Stand {
  const offen = offeneBedingung(wert);
  if (offen?.zeilen) {
    const built = baueAusdruck(offen.zeilen);
    return { ...offen, zeilen: offen.zeilen, ausdruck: built.ok ? built.ausdruck : '', offen: true };
  }
  const ausdruck = offen?.text ?? (typeof wert === 'string' ? wert : '');
  const alsText = offen?.alsText ?? false;
  const lines = alsText || ausdruck === '' ? null : liesAusdruck(ausdruck, sicht);
  const first = ausdruck === '' && pflicht && !alsText ? { alle: true, teile: [] } : null;
  return { zeilen: lines ?? first, ausdruck, alsText, offen: offen !== null, bei: offen?.bei ?? null };
}

function satzVon({ zeilen, ausdruck }: Stand, path: string, sicht: Sicht): Html | string {
  if (ausdruck === '')
    return zeilen && zeilen.teile.length > 0 ? 'Noch nicht vollständig.' : 'Keine Bedingung.';
  const satz = inWorten(ausdruck, sicht);
  return satz === null ? html`${satzanfang(path)}: <code>${ausdruck}</code>` : `${satzanfang(path)} ${satz}.`;
}

function teile(
  stand: Stand,
  at: {
    readonly path: string;
    readonly error: string | null;
    readonly sichten: Sichten;
    readonly label: string;
  },
): Html {
  const { path, error, sichten } = at;
  const { zeilen, ausdruck, alsText, offen, bei } = stand;
  if (zeilen !== null) {
    const body = html`<div class="lw-stack">${zeilenFelder(zeilen, { path, bei, sicht: sichten.eng })}${buttonRow(handgriffKnopf('Als Ausdruck schreiben', 'text', path))}</div>`;
    return accordion({ title: 'Bedingung zusammenstellen', open: offen || error !== null, body });
  }
  if (ausdruck === '' && !alsText)
    return buttonRow(
      handgriffKnopf('Bedingung zusammenstellen', 'zeile', path),
      handgriffKnopf('Als Ausdruck schreiben', 'text', path),
    );
  const reason = alsText
    ? ''
    : html`<p class="kern-body">Diese Bedingung lässt sich nicht in Zeilen zeigen; Sie können sie hier als Ausdruck ändern.</p>`;
  const field = textareaField({
    name: path,
    label: `${at.label}: Ausdruck`,
    hint: "Zum Beispiel: anzahl > 2 and art = 'holz'",
    value: ausdruck,
    rows: 2,
    optional: true,
    id: fieldId({ name: `${path}-ausdruck` }),
  });
  const focus = bei === null ? '' : html`<p class="kern-sr-only" tabindex="-1" autofocus>Ausdruck</p>`;
  return html`${focus}${reason}${field}${buttonRow(alsText ? handgriffKnopf('In Zeilen zusammenstellen', 'zeilen', path) : handgriffKnopf('Neu in Zeilen zusammenstellen', 'zeile', path))}`;
}
