import { html } from 'hono/html';
import { languageReports, parseDefinition } from '#forms';
import type { FieldProblem, Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  accordion,
  alert,
  button,
  buttonRow,
  errorOf,
  fieldset,
  form,
  type Html,
  inputField,
  linkButton,
  refusalNotice,
  section,
  selectField,
  textareaField,
} from '#ui';
import { entwurfArt, type WorkshopDeps } from '../deps.ts';
import { alleElemente, elementeOf } from '../domain/elemente.ts';
import { isObject, type Json, listAt, property, textAt, valueAt } from '../domain/json.ts';
import { placeUnknown } from '../errors.ts';
import { settingLabel, typeLabel } from '../settings/labels.ts';
import { type Ort, ortText, ortVon, textKey } from '../settings/ort.ts';
import { gelesen } from '../settings/read-form.ts';
import { aendereSprache, speichereAngaben, stelleVon, textFeld } from '../use-cases/bauen.ts';
import { dienstVon, schnellPruefung } from '../use-cases/pruefstand.ts';
import { angabeWort } from './angabe-wort.ts';
import {
  adresse,
  entwurfSeite,
  getan,
  type Offen,
  orRefusal,
  route,
  withAutor,
  withEntwurf,
} from './answers.ts';
import { namenFuerAusdruecke } from './namen.ts';
import { rahmen } from './rahmen.ts';
import { nurZeigen, settingsFields } from './render-settings.ts';

/** The settings of one page, field or part of the service, and its questions. */
export function teilRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.show', '/:dienst/teil', (request) => withEntwurf(deps, request, show)),
    route('POST', 'workshop.edit', '/:dienst/teil', (request) => withEntwurf(deps, request, receive)),
    route('POST', 'workshop.edit', '/:dienst/sprache', (request) => language(deps, request)),
  ];
}

/** What the page shows of a place: its value, and what is wrong with it. */
interface Gezeigt {
  readonly ort: Ort;
  readonly wert: Json;
  readonly problems: readonly FieldProblem[];
  readonly mehr: string | null;
  readonly reason: Refusal | null;
}

async function show(offen: Offen): Promise<PageAnswer> {
  const { entwurf, request } = offen;
  const ort = ortVon(request.query.get('ort') ?? '', entwurf.dokumente.formular);
  if (ort === null) return refusal(placeUnknown);
  const wert = valueAt(entwurf.dokumente[ort.dokument], ort.pointer) ?? {};
  const problems = problemeVon(offen, ort);
  return page(await content(offen, { ort, wert, problems, mehr: null, reason: null }));
}

/** What does not compile at this place, by the name of its setting. */
function problemeVon({ entwurf }: Offen, { text }: Ort): readonly FieldProblem[] {
  return schnellPruefung(entwurf.dokumente)
    .befunde.filter(({ ort }) => ort === text)
    .map(({ angabe, was }) => ({ field: angabe, message: was }));
}

async function receive(offen: Offen): Promise<PageAnswer> {
  const { deps, autor, entwurf, request } = offen;
  const ort = ortVon(formField(request.form, 'ort'), entwurf.dokumente.formular);
  if (ort === null) return refusal(placeUnknown);
  const old = valueAt(entwurf.dokumente[ort.dokument], ort.pointer) ?? {};
  const wert = gelesen(ort.teile, request.form, old);
  const mehr = request.form.get(nurZeigen.mehr);
  if (mehr !== null || request.form.has(nurZeigen.zweig))
    return page(await content(offen, { ort, wert, problems: [], mehr, reason: null }));
  const grundlage = numberIn(request.form.get('grundlage'));
  const saved = await speichereAngaben(deps, autor, entwurf.dienst, {
    ort: ort.text,
    grundlage,
    sent: request.form,
  });
  if (!saved.ok) {
    const problems = amOrt(saved.refusal.fields ?? [], ort);
    const reason = { ...saved.refusal, fields: problems };
    return refusedPage(await content(offen, { ort, wert, problems, mehr: null, reason }), saved.refusal);
  }
  const to = request.form.has('fertig')
    ? adresse(entwurf.dienst)
    : adresse(entwurf.dienst, 'teil', { ort: umbenannt(ort, wert) });
  return getan(to, 'gespeichert');
}

/** The place after its own id was changed. */
function umbenannt({ text, element }: Ort, wert: Json): string {
  return element === null ? text : ortText([...element.weg.slice(0, -1), textAt(wert, 'id')]);
}

/** Problems of the files as problems of this form: those elsewhere keep their place. */
function amOrt(fields: readonly FieldProblem[], ort: Ort): readonly FieldProblem[] {
  const own = `${ort.dokument}.json: ${stelleVon(ort)}`;
  return fields.map(({ field, message }) => ({
    field: field.startsWith(own) ? field.slice(own.length).replace(/^\./, '') : field,
    message,
  }));
}

function language(deps: WorkshopDeps, request: PageRequest): Promise<PageAnswer> {
  return withAutor(deps, request, async (autor) => {
    const { dienst = '' } = request.params;
    const sprache = formField(request.form, 'sprache');
    const weg = request.form.has('weg');
    const grundlage = numberIn(request.form.get('grundlage'));
    const done = await aendereSprache(deps, autor, dienst, { sprache, weg, grundlage });
    return orRefusal(done, () => getan(adresse(dienst, 'teil', { ort: 'bereich/formular' }), 'gespeichert'));
  });
}

async function content(offen: Offen, gezeigt: Gezeigt) {
  const { deps, entwurf, request } = offen;
  const { ort, wert, problems, mehr, reason } = gezeigt;
  const fields = settingsFields(ort.teile, wert, { problems, mehr });
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
${buttonRow(linkButton('Zurück zum Aufbau', adresse(entwurf.dienst), { kind: 'tertiary' }), linkButton('Ansehen', adresse(entwurf.dienst, 'vorschau', seite ? { seite } : {}), { kind: 'tertiary' }))}`;
  const beside =
    seite === undefined
      ? main
      : html`<div class="lw-werkstatt-zwei"><div>${main}</div>${ansicht(offen, seite)}</div>`;
  const shown = { title: `${ort.art}: ${ort.titel}`, main: beside, wide: seite !== undefined, frames: true };
  return entwurfSeite(offen, 'teil', shown, reason);
}

/** The page as it is kept now, beside its settings; it comes anew with every saving. */
function ansicht({ entwurf }: Offen, seite: string): Html {
  if (!dienstVon(entwurf.dokumente).ok)
    return html`<p class="kern-body">Die Vorschau erscheint hier, sobald der Entwurf schlüssig ist.</p>`;
  const src = adresse(entwurf.dienst, 'vorschau/formular', { seite });
  return html`<div><h2 class="kern-heading-small">So sieht die Seite aus</h2>${rahmen(src, false)}</div>`;
}

/** What is wrong but has no field of its own here. */
function elsewhere(problems: readonly FieldProblem[]): Html {
  if (problems.length === 0) return html``;
  const items = problems.map(
    ({ field, message }) => html`<li>${field === '' ? '' : `${angabeWort(field)}: `}${message}</li>`,
  );
  return alert({
    kind: 'warning',
    title: 'Hier stimmt noch etwas nicht',
    body: html`<ul class="kern-list kern-list--bullet">${items}</ul>`,
  });
}

/** The texts of this element in the other languages of the form. */
function texte({ entwurf }: Offen, { element }: Ort): Html {
  const { formular } = entwurf.dokumente;
  const languages = Object.entries(sprachenVon(formular));
  if (element === null || languages.length === 0) return html``;
  const parsed = parseDefinition(JSON.stringify(formular));
  if (!parsed.ok) return html``;
  const own = textKey(formular, element.weg);
  const inner = element.kinder.map(({ weg }) => `${textKey(formular, weg)}.`);
  // A language without texts misses all of them: so the report names every key.
  const [report] = languageReports({ ...parsed.value, translations: { de: {} } });
  const keys = (report?.missing ?? []).filter(
    (key) => key.startsWith(`${own}.`) && !inner.some((each) => key.startsWith(each)),
  );
  return html`${languages.map(([name, texts]) =>
    accordion({
      title: `Texte: ${sprachWort(name)}`,
      open: keys.some((key) => property(texts, key) === undefined),
      body: html`<div class="lw-stack">${keys.map((key) => {
        const part = key.slice(own.length + 1);
        return textareaField({
          name: `${textFeld}${name}.${key}`,
          label: textWort(part),
          hint: deutsch(element.wert, part),
          value: textAt(texts, key),
          rows: 2,
          optional: true,
        });
      })}</div>`,
    }),
  )}`;
}

/** `option.holz.label` as somebody reads it. */
function textWort(part: string): string {
  const [kind = '', ...rest] = part.split('.');
  return rest.length === 0
    ? settingLabel(kind)
    : `${settingLabel(kind === 'option' ? 'options' : kind)}: ${rest.join(' ')}`;
}

/** The German text that a translation stands for. */
function deutsch(wert: Json, part: string): string {
  const [kind = '', name = ''] = part.split('.');
  const list = kind === 'option' ? listAt(wert, 'options') : kind === 'row' ? listAt(wert, 'rows') : [];
  const entry = list.find((each) => textAt(each, 'value') === name);
  return entry === undefined
    ? textAt(kind === 'messages' ? property(wert, kind) : wert, kind === 'messages' ? name : kind)
    : textAt(entry, part.endsWith('.hint') ? 'hint' : 'label');
}

function sprachenVon(formular: Json): Readonly<Record<string, Json>> {
  const found = property(formular, 'translations');
  return isObject(found) ? found : {};
}

const bekannt: Readonly<Record<string, string>> = {
  'de-simple': 'Leichte Sprache',
  en: 'Englisch',
  uk: 'Ukrainisch',
  tr: 'Türkisch',
  ar: 'Arabisch',
  fr: 'Französisch',
};

export function sprachWort(name: string): string {
  return bekannt[name] ?? name;
}

function sprachen({ entwurf, request }: Offen): Html {
  const languages = Object.keys(sprachenVon(entwurf.dokumente.formular));
  const hidden = { grundlage: String(entwurf.nummer) };
  const action = adresse(entwurf.dienst, 'sprache');
  const remove = languages.map((name) =>
    form(
      { action, csrfToken: request.csrfToken, hidden: { ...hidden, sprache: name, weg: 'ja' } },
      button(`${sprachWort(name)} mit allen Texten entfernen`, { kind: 'tertiary', small: true }),
    ),
  );
  const add = form(
    { action, csrfToken: request.csrfToken, hidden },
    html`${inputField({ name: 'sprache', label: 'Sprache hinzufügen', hint: 'Kürzel, zum Beispiel en, uk; de-simple ist Leichte Sprache. Danach hat jede Seite und jede Frage Felder für ihre Texte.', width: 'narrow', error: errorOf([], 'sprache') })}${buttonRow(button('Sprache hinzufügen', { kind: 'secondary' }))}`,
  );
  return section('Weitere Sprachen', html`<div class="lw-stack">${remove}${add}</div>`, { id: 'sprachen' });
}

/** Moves a part into another page or group. */
function verschieben({ entwurf, request }: Offen, { element }: Ort): Html {
  if (element === null || element.weg.length < 2) return html``;
  const here = element.weg.slice(0, -1).join('/');
  const targets = alleElemente(elementeOf(entwurf.dokumente.formular)).filter(
    ({ behaelter, weg }) =>
      behaelter && weg.join('/') !== here && !weg.join('/').startsWith(element.weg.join('/')),
  );
  if (targets.length === 0) return html``;
  return section(
    'An eine andere Stelle',
    form(
      {
        action: adresse(entwurf.dienst, 'aufbau'),
        csrfToken: request.csrfToken,
        hidden: { grundlage: String(entwurf.nummer), tun: `verschieben:${element.weg.join('/')}` },
      },
      fieldset(
        'Verschieben',
        html`${selectField({ name: 'ziel', label: 'Ziel', placeholder: null, options: targets.map(({ weg, titel, art }) => ({ value: weg.join('/'), label: `${'– '.repeat(weg.length - 1)}${typeLabel(art)}: ${titel}` })) })}${buttonRow(button('Verschieben', { kind: 'secondary' }))}`,
      ),
    ),
    { id: 'verschieben' },
  );
}
