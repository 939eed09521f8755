import { html } from 'hono/html';
import { accordion, button, buttonRow, checkboxGroup, form, type Html, section } from '#ui';
import { type Teilnahme, teilnahmenIn } from '../domain/sitzung.ts';
import { teilnahmeLabel } from '../messages.ts';
import { type SitzungBlick, sitzName } from '../use-cases/read-sitzung.ts';
import { anwesendText } from '../views/dokumente.ts';
import type { Stelle } from './sitzung-schritte.ts';
import { sitzungHref } from './teile.ts';

const knopf: Readonly<Record<Teilnahme, string>> = {
  'vor-ort': 'Ich komme vor Ort',
  online: 'Ich bin online dabei',
  nein: 'Ich kann nicht',
};

/** Registration: one's own, and who else comes. */
export function anmeldungSection({ blick, request }: Stelle): Html | '' {
  const { sitzung, eigener, anmeldungen } = blick;
  if (sitzung.zustand === 'entwurf' || sitzung.zustand === 'abgesagt') return '';
  const open = sitzung.zustand === 'eingeladen' || sitzung.zustand === 'laeuft';
  const mine = anmeldungen.find(({ sitzId }) => sitzId === eigener?.id);
  const ask = open && eigener !== null;
  return section(
    'Anmeldung',
    html`${uebersicht(blick)}${
      ask
        ? html`<p class="kern-body">${mine ? `Ihre Rückmeldung: ${eigener.haus} ${teilnahmeLabel[mine.teilnahme]}.` : 'Sie haben sich noch nicht zurückgemeldet.'}</p>${form(
            {
              action: `${sitzungHref(sitzung.id)}/anmeldung`,
              csrfToken: request.csrfToken,
              label: 'Anmeldung',
            },
            buttonRow(
              ...teilnahmenIn(sitzung.form).map((value) =>
                button(knopf[value], { kind: 'secondary', name: 'teilnahme', value }),
              ),
            ),
          )}`
        : ''
    }${open && eigener === null ? html`<p class="kern-body">Sie haben in dieser Arbeitsgruppe keinen Sitz und können sich nicht anmelden.</p>` : ''}`,
    { id: 'anmeldung' },
  );
}

function uebersicht({ anmeldungen, sitze }: SitzungBlick): Html {
  const groups = (['vor-ort', 'online', 'nein'] as const).map((art) => {
    const names = anmeldungen
      .filter(({ teilnahme }) => teilnahme === art)
      .map(({ sitzId }) => sitzName(sitze, sitzId) ?? '');
    return names.length === 0
      ? ''
      : html`<p class="kern-body lw-measure"><strong>${teilnahmeLabel[art]} (${names.length}):</strong> ${names.toSorted((a, b) => a.localeCompare(b, 'de')).join(', ')}</p>`;
  });
  return anmeldungen.length === 0
    ? html`<p class="kern-body">Es hat sich noch niemand zurückgemeldet.</p>`
    : html`${groups}`;
}

/** Who was there; whoever leads ticks it. */
export function anwesenheitSection({ blick, request }: Stelle): Html | '' {
  const { sitzung, wer, sitze, gaeste, anwesend, anmeldungen } = blick;
  if (sitzung.zustand !== 'laeuft' && sitzung.zustand !== 'abgeschlossen') return '';
  const shown = html`<p class="kern-body lw-measure">${anwesendText(blick)}</p>`;
  if (!wer.leitet) return section('Anwesend', shown, { id: 'anwesend' });
  const coming = anmeldungen
    .filter(({ teilnahme }) => teilnahme !== 'nein')
    .map(({ sitzId }) => `sitz:${sitzId}`);
  const options = [
    ...sitze
      .filter(({ id, bis }) => bis === null || anwesend.includes(`sitz:${id}`))
      .map(({ id, haus }) => ({ value: `sitz:${id}`, label: haus })),
    ...gaeste.map(({ id, name, organisation }) => ({
      value: `gast:${id}`,
      label: `${name}, ${organisation} (Gast)`,
    })),
  ];
  const values = anwesend.length > 0 ? anwesend : coming;
  return section(
    'Anwesend',
    html`${shown}${accordion({
      title: 'Anwesenheit festhalten',
      open: sitzung.zustand === 'laeuft',
      body: form(
        {
          action: `${sitzungHref(sitzung.id)}/anwesenheit`,
          csrfToken: request.csrfToken,
          label: 'Anwesenheit',
        },
        html`<div class="lw-columns">${checkboxGroup({ name: 'anwesend', label: 'Wer ist da?', hint: anwesend.length > 0 ? '' : 'Angekreuzt ist, wer sich angemeldet hat.', options, values })}</div>${button('Anwesenheit speichern', { kind: 'secondary' })}`,
      ),
    })}`,
    { id: 'anwesend' },
  );
}
