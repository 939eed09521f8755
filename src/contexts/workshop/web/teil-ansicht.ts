import { html } from 'hono/html';
import type { FieldProblem, Refusal } from '#kernel';
import { button, buttonRow, form, type Html, linkButton, refusalNotice } from '#ui';
import { entwurfArt } from '../deps.ts';
import type { Json } from '../domain/json.ts';
import type { Ort } from '../settings/ort.ts';
import { dienstVon, schnellPruefung } from '../use-cases/pruefstand.ts';
import { adresse, entwurfSeite, type Offen } from './answers.ts';
import { sichtenAm } from './bedingung/sichten.ts';
import { elsewhere } from './elsewhere.ts';
import { namenFuerAusdruecke } from './namen.ts';
import { rahmen } from './rahmen.ts';
import { settingsFields } from './render-settings.ts';
import { sprachen } from './sprachen-form.ts';
import { texte } from './texte-anderer-sprachen.ts';
import { verschieben } from './verschieben-form.ts';
import { zurueckZum } from './zurueck-zum.ts';

/** What the page shows of a place: its value, and what is wrong with it. */
interface Gezeigt {
  readonly ort: Ort;
  readonly wert: Json;
  readonly problems: readonly FieldProblem[];
  readonly mehr: string | null;
  readonly reason: Refusal | null;
}

/** What does not compile at this place, by the name of its setting. */
export function problemeVon({ entwurf }: Offen, { text }: Ort): readonly FieldProblem[] {
  return schnellPruefung(entwurf.dokumente)
    .befunde.filter(({ ort }) => ort === text)
    .map(({ angabe, was }) => ({ field: angabe, message: was }));
}

export async function content(offen: Offen, gezeigt: Gezeigt) {
  const { deps, entwurf, request } = offen;
  const { ort, wert, problems, mehr, reason } = gezeigt;
  const sichten = sichtenAm(ort, entwurf.dokumente);
  const fields = settingsFields(ort.teile, wert, { problems, mehr, sichten });
  const save = buttonRow(
    button('Speichern'),
    button('Speichern und zum Aufbau', { kind: 'secondary', name: 'fertig', value: 'ja' }),
  );
  const seite = ort.element?.weg[0];
  const main = html`${refusalNotice(reason)}${reason === null ? elsewhere(problems) : ''}${form(
    {
      action: adresse(entwurf.dienst, 'teil'),
      csrfToken: request.csrfToken,
      // After a conflict the person has seen what others did: saving again is on top of it.
      hidden: { ort: ort.text, grundlage: String(entwurf.nummer) },
    },
    // The first button is what the Enter key presses.
    html`<button type="submit" class="kern-sr-only" tabindex="-1" aria-hidden="true">Speichern</button>${fields}${texte(offen, ort)}${namenFuerAusdruecke(entwurf.dokumente)}${save}`,
  )}${ort.element ? verschieben(offen, ort) : ''}${ort.text === 'bereich/formular' ? sprachen(offen) : ''}
${await deps.rueckfragen(request.principal, { art: entwurfArt, id: `${entwurf.dienst}/${ort.text}` })}
${buttonRow(linkButton('Zurück zum Aufbau', zurueckZum(entwurf.dienst, ort), { kind: 'tertiary' }), linkButton('Ansehen', adresse(entwurf.dienst, 'vorschau', seite ? { seite } : {}), { kind: 'tertiary' }))}`;
  const beside =
    seite === undefined
      ? main
      : html`<div class="lw-werkstatt-zwei"><div class="lw-stack">${main}</div>${ansicht(offen, seite)}</div>`;
  const shown = {
    title: `${ort.art}: ${ort.titel}`,
    main: beside,
    wide: seite !== undefined,
    frames: true,
    scripts: ['bedingung'],
  };
  return entwurfSeite(offen, 'teil', shown, reason);
}

/** The page as it is kept now, beside its settings; it comes anew with every saving. */
function ansicht({ entwurf }: Offen, seite: string): Html {
  if (!dienstVon(entwurf.dokumente).ok)
    return html`<p class="kern-body">Die Vorschau erscheint hier, sobald der Entwurf schlüssig ist.</p>`;
  const src = adresse(entwurf.dienst, 'vorschau/formular', { seite });
  return html`<div><h2 class="kern-heading-small">So sieht die Seite aus</h2>${rahmen(src, false)}</div>`;
}
