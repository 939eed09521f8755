import type { FieldProblem } from '#kernel';
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
import { knopf } from '../bedingung/felder.ts';
import type { WorkshopDeps } from '../deps.ts';
import { type Json, textAt, valueAt } from '../domain/json.ts';
import { placeUnknown } from '../errors.ts';
import { type Ort, ortText, ortVon } from '../settings/ort.ts';
import { gelesen } from '../settings/read-form.ts';
import { aendereSprache, speichereAngaben, stelleVon } from '../use-cases/bauen.ts';
import { adresse, getan, type Offen, orRefusal, route, withAutor, withEntwurf } from './answers.ts';
import { nurZeigen } from './settings-feld.ts';
import { content, problemeVon } from './teil-ansicht.ts';
import { zurueckZum } from './zurueck-zum.ts';

/** The settings of one page, field or part of the service, and its questions. */
export function teilRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.show', '/:dienst/teil', (request) => withEntwurf(deps, request, show)),
    route('POST', 'workshop.edit', '/:dienst/teil', (request) => withEntwurf(deps, request, receive)),
    route('POST', 'workshop.edit', '/:dienst/sprache', (request) => language(deps, request)),
  ];
}

async function show(offen: Offen): Promise<PageAnswer> {
  const { entwurf, request } = offen;
  const ort = ortVon(request.query.get('ort') ?? '', entwurf.dokumente.formular);
  if (ort === null) return refusal(placeUnknown);
  const wert = valueAt(entwurf.dokumente[ort.dokument], ort.pointer) ?? {};
  const problems = problemeVon(offen, ort);
  return page(await content(offen, { ort, wert, problems, mehr: null, reason: null }));
}

async function receive(offen: Offen): Promise<PageAnswer> {
  const { deps, autor, entwurf, request } = offen;
  const ort = ortVon(formField(request.form, 'ort'), entwurf.dokumente.formular);
  if (ort === null) return refusal(placeUnknown);
  const old = valueAt(entwurf.dokumente[ort.dokument], ort.pointer) ?? {};
  const wert = gelesen(ort.teile, request.form, old);
  const mehr = request.form.get(nurZeigen.mehr);
  if (mehr !== null || request.form.has(nurZeigen.zweig) || request.form.has(knopf))
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
    ? zurueckZum(entwurf.dienst, ort)
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
