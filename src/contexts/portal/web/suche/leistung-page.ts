import { html } from 'hono/html';
import type { Place } from '#routing';
import { alert, type Html, textLink } from '#ui';
import { auskunft } from '../../use-cases/auskunft.ts';
import { type Ortsantwort, placeIn } from '../../use-cases/ortsantwort.ts';
import type { ServiceView } from '../../use-cases/service-view.ts';
import { momentOf } from '../context.ts';
import { countOpened } from '../count-opened.ts';
import { leistungByKey } from '../leistung-by-key.ts';
import { leistungHref } from '../leistung-href.ts';
import { placeNote } from '../place-note.ts';
import { serviceHead } from '../service-head.ts';
import { serviceContent } from '../service-page.ts';
import { fieldValue, placeOfAddress, type SucheAnswer, type SucheVisit } from './context.ts';
import { placeForm } from './place-form.ts';

/** A Leistung for any place: what it is, who is competent there and why, and how to get it. */
export async function sucheLeistung(visit: SucheVisit): Promise<SucheAnswer> {
  const { deps, request } = visit;
  const id = request.params.leistung ?? '';
  const moved = await leistungByKey(deps, request, id);
  if (moved) return moved;
  await countOpened(deps, request);
  const ort = await placeOfAddress(visit);
  const place = placeIn(ort);
  const view = await auskunft(deps, id, place);
  if (!view.ok) return { refusal: view.refusal };
  const content = serviceContent(view.value, null, momentOf(deps));
  const kommune = place && (await kommunePage(visit, id, place));
  const own = `${deps.sucheOrigin}${request.path}${place === null ? '' : `?ort=${place.ags}`}`;
  // The Kommune's page stands for its own place, so it says none in its address.
  const canonical = kommune?.split('?')[0] ?? own;
  const shown = await fieldValue(visit, place);
  return {
    ...content,
    head: serviceHead(view.value, canonical),
    scripts: ['position'],
    nextSteps: [...kommuneStep(kommune, place, view.value), ...(content.nextSteps ?? [])],
    main: html`${whichPlace(ort, request.path)}${content.main as string}
      ${placeForm(request.path, shown, place)}`,
  };
}

/** The page of the same Leistung on the public site of the place's Kommune. */
async function kommunePage({ deps }: SucheVisit, id: string, place: Place): Promise<string | null> {
  const href = leistungHref(await deps.routing.world(), deps, '')(id, place);
  return href.startsWith(deps.sucheOrigin) ? null : href;
}

/** Unless the way online leads there already. */
function kommuneStep(kommune: string | null, place: Place | null, { route }: ServiceView) {
  if (kommune === null || place === null || route?.onlinedienst?.href === kommune) return [];
  return [{ label: `Diese Leistung auf der Seite von ${place.name}`, href: kommune }];
}

function whichPlace(ort: Ortsantwort, path: string): Html | '' {
  if (ort.kind !== 'keiner') return placeNote(ort, (ags) => `${path}?ort=${ags}`, '', null);
  return alert({
    kind: 'info',
    title: 'Wer zuständig ist, hängt vom Ort ab',
    body: html`<p>${textLink('#ort', 'Nennen Sie Ihren Ort')}, dann steht hier die Stelle mit Anschrift und Telefon.</p>`,
  });
}
