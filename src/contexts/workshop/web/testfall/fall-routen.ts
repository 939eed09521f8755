import { inEuro } from '#forms/testfaelle';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import { formField, numberIn, type PageAnswer, type PageRoute, page, refusedPage } from '#platform';
import type { WorkshopDeps } from '../../deps.ts';
import { isObject, type Json, listAt, textAt } from '../../domain/json.ts';
import { invalidEntwurf } from '../../errors.ts';
import { dienstVon } from '../../use-cases/pruefstand.ts';
import { speichereTestfall } from '../../use-cases/testfaelle.ts';
import { adresse, getan, type Offen, route, withEntwurf } from '../answers.ts';
import { felder } from '../vorschau-felder.ts';
import { angabenVon, type FallAngaben, gesendeterFall, jsonObject, leererFall } from './fall-angaben.ts';
import { type GespielterFall, laufDesFalls } from './fall-lauf.ts';
import { fallAus } from './fall-lesen.ts';
import { fallSeite } from './fall-seite.ts';
import { gelesneWerte } from './fall-werte.ts';

/** One test case: made out of the preview, shown, changed, taken away. */
export function fallRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.edit', '/:dienst/testfall', (request) => withEntwurf(deps, request, show)),
    route('POST', 'workshop.edit', '/:dienst/testfall', (request) => withEntwurf(deps, request, receive)),
    route('POST', 'workshop.edit', '/:dienst/testfall/aus-vorschau', (request) =>
      withEntwurf(deps, request, ausVorschau),
    ),
  ];
}

async function show(offen: Offen): Promise<PageAnswer> {
  const today = offen.deps.clock.today();
  const fall = gemerkt(offen, offen.request.query.get('id') ?? '');
  return page(
    fallSeite(
      offen,
      fall === null ? neuerFall(offen, leererFall(today)) : gespielt(offen, angabenVon(fall, today)),
    ),
  );
}

function gemerkt({ entwurf }: Offen, id: string): Json | null {
  return listAt(entwurf.dokumente.testfaelle, 'cases').find((each) => textAt(each, 'id') === id) ?? null;
}

/** The answers of the preview: of a new case, or in the place of those of a kept one. */
async function ausVorschau(offen: Offen): Promise<PageAnswer> {
  const { request, deps } = offen;
  const today = deps.clock.today();
  const antworten = jsonObject(request.form.get(felder.antworten));
  const fall = gemerkt(offen, request.query.get('testfall') ?? '');
  return page(
    fallSeite(
      offen,
      fall === null
        ? neuerFall(offen, { ...leererFall(today), antworten })
        : gespielt(offen, { ...angabenVon(fall, today), antworten }),
    ),
  );
}

function gespielt({ entwurf, deps }: Offen, angaben: FallAngaben): GespielterFall {
  return { angaben, lauf: laufDesFalls(entwurf.dokumente, angaben, deps.clock.today()) };
}

/** A new case begins with what comes today; the author changes what should be otherwise. */
function neuerFall(offen: Offen, angaben: FallAngaben): GespielterFall {
  const { lauf } = gespielt(offen, angaben);
  if (!lauf.ok) return { angaben, lauf };
  const { seiten, ende, maengel, gebuehrCent } = lauf.value.ergebnis;
  const heute = {
    seiten,
    maengel,
    ergebnis: ende === 'end' ? 'ausgang' : maengel.length > 0 ? 'maengel' : 'vollstaendig',
    gebuehr: gebuehrCent === null ? '' : inEuro(gebuehrCent),
  } as const;
  return { angaben: { ...angaben, ...heute }, lauf };
}

async function receive(offen: Offen): Promise<PageAnswer> {
  const { request } = offen;
  const angaben = gesendet(offen);
  const again = (reason: Refusal) => refusedPage(fallSeite(offen, gespielt(offen, angaben), reason), reason);
  if (request.form.has('entfernen')) return gespeichert(offen, angaben.id, null, again);
  const json = request.form.get('json');
  const read = json === null ? ausAngaben(offen, angaben) : ausJson(json, angaben.id);
  if (!read.ok) return again(read.refusal);
  if (json === null) {
    const { lauf } = gespielt(offen, angaben);
    if (!lauf.ok) return again(lauf.refusal);
  }
  return gespeichert(offen, textAt(read.value, 'id'), read.value, again);
}

function gesendet(offen: Offen): FallAngaben {
  const { entwurf, request, deps } = offen;
  const today = deps.clock.today();
  if (request.form.has('json')) {
    const known = gemerkt(offen, formField(request.form, 'id'));
    return known === null ? leererFall(today) : angabenVon(known, today);
  }
  const sent = gesendeterFall(request, today);
  const dienst = dienstVon(entwurf.dokumente);
  if (!dienst.ok) return sent;
  const { parameters } = dienst.value.definition;
  return { ...sent, parameter: gelesneWerte(parameters, request.form, sent.parameter) };
}

function ausAngaben({ entwurf }: Offen, angaben: FallAngaben): Result<Json> {
  const { problems, fall } = fallAus(angaben, entwurf.dokumente);
  return problems.length > 0 ? refuse(invalidEntwurf(problems)) : ok(fall);
}

function ausJson(text: string, id: string): Result<Json> {
  const wrong = (message: string) => refuse(invalidEntwurf([{ field: 'json', message }]));
  try {
    const fall = JSON.parse(text) as Json;
    if (!isObject(fall) || textAt(fall, 'id') === '')
      return wrong('Der Testfall braucht einen Kurznamen („id“).');
    return id !== '' && textAt(fall, 'id') !== id ? wrong(`Der Kurzname muss „${id}“ bleiben.`) : ok(fall);
  } catch (fault) {
    return wrong(`Das ist kein gültiges JSON: ${fault instanceof Error ? fault.message : ''}`);
  }
}

async function gespeichert(
  { deps, autor, entwurf, request }: Offen,
  id: string,
  fall: Json | null,
  again: (reason: Refusal) => PageAnswer | Promise<PageAnswer>,
): Promise<PageAnswer> {
  const grundlage = numberIn(request.form.get('grundlage'));
  const saved = await speichereTestfall(deps, autor, entwurf.dienst, { id, fall, grundlage });
  return saved.ok ? getan(adresse(entwurf.dienst, 'testfaelle'), 'gespeichert') : again(saved.refusal);
}
