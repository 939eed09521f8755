import type { Refusal } from '#kernel';
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
import { schrittArten } from '../domain/zustand.ts';
import { changedMeanwhile } from '../errors.ts';
import { done } from '../messages.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { readBeteiligung } from '../use-cases/participation.ts';
import type { Antwortende, Fragende } from '../use-cases/people.ts';
import { readBogen } from '../use-cases/read-bogen.ts';
import { werOf } from '../use-cases/read-umfragen.ts';
import { remind } from '../use-cases/remind.ts';
import { takeStep } from '../use-cases/take-step.ts';
import { beteiligungFacts, beteiligungText, houseContent } from './house-page.ts';
import { kommuneContent } from './kommune-page.ts';
import { address, asFragende } from './wer.ts';

const manage = { permission: 'surveys.manage' } as const;

/** A survey on both sides: the house sees the participation, a Kommune what it still has to do. */
export function umfrageRoutes(deps: SurveysDeps): readonly PageRoute[] {
  return [
    {
      capability: 'surveys.show',
      method: 'GET',
      path: '/bedarf/:id',
      access: 'signed-in',
      handle: (request) => show(deps, request),
    },
    {
      capability: 'surveys.participation',
      method: 'GET',
      path: '/bedarf/:id/beteiligung',
      access: 'signed-in',
      handle: asFragende(deps, 'lesen', (who, request) => poll(deps, who, request)),
    },
    {
      capability: 'surveys.step',
      method: 'POST',
      path: '/bedarf/:id/schritt',
      access: manage,
      handle: asFragende(deps, 'fuehren', (who, request) => step(deps, who, request)),
    },
    {
      capability: 'surveys.remind',
      method: 'POST',
      path: '/bedarf/:id/erinnern',
      access: manage,
      handle: asFragende(deps, 'fuehren', async (who, { params }) => {
        const reminded = await remind(deps, who, params.id ?? '');
        return reminded.ok ? done(address(params.id ?? ''), 'erinnert') : refusal(reminded.refusal);
      }),
    },
  ];
}

async function show(deps: SurveysDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await werOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  return wer.value.art === 'fragt'
    ? showHouse(deps, wer.value.fragende, request)
    : showKommune(deps, wer.value.antwortende, request, null);
}

async function showHouse(deps: SurveysDeps, who: Fragende, request: PageRequest): Promise<PageAnswer> {
  const found = await readBeteiligung(deps, who, request.params.id ?? '');
  return found.ok
    ? page(houseContent(request, found.value, who.darfFuehren, deps.clock.now()))
    : refusal(found.refusal);
}

/** The page of a Kommune, also with a refusal of what somebody tried there. */
export async function showKommune(
  deps: SurveysDeps,
  who: Antwortende,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const bogen = await readBogen(deps, who, request.params.id ?? '');
  if (!bogen.ok) return refusal(bogen.refusal);
  const content = kommuneContent(request, who, bogen.value, reason);
  return reason === null ? page(content) : refusedPage(content, reason);
}

async function poll(deps: SurveysDeps, who: Fragende, { params }: PageRequest): Promise<PageAnswer> {
  const found = await readBeteiligung(deps, who, params.id ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { zahlen } = found.value;
  return {
    kind: 'json',
    body: {
      value: zahlen.freigegeben,
      max: Math.max(1, zahlen.gefragt),
      text: beteiligungText(zahlen),
      facts: beteiligungFacts(zahlen),
      done: false,
    },
  };
}

async function step(deps: SurveysDeps, who: Fragende, request: PageRequest): Promise<PageAnswer> {
  const { form, params } = request;
  const id = params.id ?? '';
  const art = schrittArten.find((each) => each === form.get('art'));
  const taken = art
    ? await takeStep(deps, who, id, {
        art,
        fassung: numberIn(form.get('fassung')),
        grund: formField(form, 'grund'),
        tag: formField(form, 'tag'),
      })
    : { ok: false as const, refusal: changedMeanwhile };
  if (taken.ok) return done(address(id), 'schritt');
  const found = await readBeteiligung(deps, who, id);
  if (!found.ok) return refusal(taken.refusal);
  const refused = { art: art ?? '', reason: taken.refusal };
  return refusedPage(houseContent(request, found.value, true, deps.clock.now(), refused), taken.refusal);
}
