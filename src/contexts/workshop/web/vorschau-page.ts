import { html } from 'hono/html';
import { type PageAnswer, type PageRoute, page } from '#platform';
import { alert, button, buttonRow, checkboxField, form, type Html, selectField, textLink } from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { elementeOf } from '../domain/elemente.ts';
import { dienstVon } from '../use-cases/pruefstand.ts';
import { staendeVon } from '../use-cases/staende.ts';
import { adresse, entwurfSeite, type Offen, route, withEntwurf } from './answers.ts';
import { rahmen } from './rahmen.ts';
import { sprachWort } from './sprachwort.ts';

/** The draft as citizens will see it, in a frame of its own that stores nothing. */
export function vorschauRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.preview', '/:dienst/vorschau', (request) => withEntwurf(deps, request, show)),
  ];
}

async function show(offen: Offen): Promise<PageAnswer> {
  const { deps, entwurf, request } = offen;
  const { query } = request;
  const kommunen = request.principal === null ? [] : await deps.kommunen(request.principal, entwurf.dienst);
  const staende = await staendeVon(deps, entwurf);
  const compiled = dienstVon(entwurf.dokumente);
  const languages = compiled.ok ? [...compiled.value.form.translations.keys()] : [];
  const shown = Object.fromEntries(
    ['kommune', 'stand', 'sprache', 'seite', 'skript'].flatMap((name) => {
      const value = query.get(name) ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
  const src = adresse(entwurf.dienst, 'vorschau/formular', shown);
  const breit = query.get('breite') === 'breit';
  const main = html`${form(
    { action: adresse(entwurf.dienst, 'vorschau'), method: 'get', label: 'Vorschau einstellen' },
    html`<div class="lw-werkstatt-wahl">${selectField({
      name: 'kommune',
      label: 'Als Kommune',
      placeholder: 'Musterstadt mit Beispielwerten',
      options: kommunen.map(({ ags, name }) => ({ value: ags, label: name })),
      value: query.get('kommune'),
      optional: true,
    })}${selectField({
      name: 'seite',
      label: 'Ab Seite',
      placeholder: 'Vom Anfang an',
      options: elementeOf(entwurf.dokumente.formular).map(({ weg, titel }) => ({
        value: weg[0] ?? '',
        label: titel,
      })),
      value: query.get('seite'),
      optional: true,
    })}${selectField({
      name: 'stand',
      label: 'Stand',
      placeholder: null,
      options: staende.map(({ name, titel }) => ({ value: name, label: titel })),
      value: query.get('stand') ?? 'jetzt',
    })}${selectField({ name: 'sprache', label: 'Sprache', placeholder: 'Deutsch', options: languages.map((value) => ({ value, label: sprachWort(value) })), value: query.get('sprache'), optional: true })}${selectField(
      {
        name: 'breite',
        label: 'Breite',
        placeholder: null,
        options: [
          { value: 'telefon', label: 'Telefon' },
          { value: 'breit', label: 'Bildschirm' },
        ],
        value: breit ? 'breit' : 'telefon',
      },
    )}${checkboxField({ name: 'skript', label: 'Mit Skript', checked: query.get('skript') === 'ja', optional: true })}</div>${buttonRow(button('Ansehen'))}`,
  )}${compiled.ok ? '' : broken(offen)}${rahmen(src, breit)}<p class="kern-body">${textLink(src, 'Vorschau allein öffnen')}. Sie speichert nichts und schickt nichts ab.</p>`;
  return page(entwurfSeite(offen, 'vorschau', { title: 'Vorschau', main, wide: true, frames: true }));
}

function broken({ entwurf: { dienst } }: Offen): Html {
  return alert({
    kind: 'warning',
    title: 'Der Entwurf lässt sich noch nicht zeigen',
    body: html`<p class="kern-body">${textLink(adresse(dienst, 'pruefung'), 'Was noch nicht stimmt')}</p>`,
  });
}
