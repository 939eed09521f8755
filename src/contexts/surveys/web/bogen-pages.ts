import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import { changedMeanwhile } from '../errors.ts';
import { done } from '../messages.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { abgabeWuensche, abgeben } from '../use-cases/abgeben.ts';
import type { Antwortende } from '../use-cases/people.ts';
import { readBogen } from '../use-cases/read-bogen.ts';
import { dropVerwahrtes, takeVerwahrtes } from '../use-cases/verwahrtes.ts';
import { readWahl } from './bogen-filter.ts';
import { bogenContent } from './bogen-page.ts';
import { saveOne, savePage } from './bogen-post.ts';
import { showKommune } from './umfrage-pages.ts';
import { address, asAntwortende } from './wer.ts';

const answer = { permission: 'surveys.answer' } as const;

/** The form of a Kommune: read, saved page by page or while typing, presented, released. */
export function bogenRoutes(deps: SurveysDeps): readonly PageRoute[] {
  return [
    {
      capability: 'surveys.answers',
      method: 'GET',
      path: '/bedarf/:id/antworten',
      access: 'signed-in',
      handle: asAntwortende(deps, 'lesen', (who, request) => show(deps, who, request)),
    },
    {
      capability: 'surveys.answer',
      method: 'POST',
      path: '/bedarf/:id/antworten',
      access: answer,
      handle: asAntwortende(deps, 'antworten', (who, request) => savePage(deps, who, request)),
    },
    {
      capability: 'surveys.answer',
      method: 'POST',
      path: '/bedarf/:id/antwort/:leistung',
      access: answer,
      handle: asAntwortende(deps, 'antworten', (who, request) => saveOne(deps, who, request)),
    },
    {
      capability: 'surveys.submit',
      method: 'POST',
      path: '/bedarf/:id/abgabe',
      access: 'signed-in',
      handle: asAntwortende(deps, 'lesen', (who, request) => submit(deps, who, request)),
    },
    {
      capability: 'surveys.kept',
      method: 'POST',
      path: '/bedarf/:id/verwahrt/:verwahrt',
      access: answer,
      handle: asAntwortende(deps, 'antworten', (who, request) => decide(deps, who, request)),
    },
  ];
}

async function show(deps: SurveysDeps, who: Antwortende, request: PageRequest): Promise<PageAnswer> {
  const bogen = await readBogen(deps, who, request.params.id ?? '');
  if (!bogen.ok) return refusal(bogen.refusal);
  const wahl = readWahl(request.query, who);
  return page(
    bogenContent(request, who, bogen.value, { wahl, heute: deps.clock.today(), zurueck: new Map() }),
  );
}

async function submit(deps: SurveysDeps, who: Antwortende, request: PageRequest): Promise<PageAnswer> {
  const { form, params } = request;
  const id = params.id ?? '';
  const art = abgabeWuensche.find((each) => each === form.get('art'));
  if (!art) return showKommune(deps, who, request, changedMeanwhile);
  const submitted = await abgeben(deps, who, id, {
    art,
    schritt: numberIn(form.get('schritt')),
    grund: formField(form, 'grund'),
  });
  return submitted.ok ? done(address(id), art) : showKommune(deps, who, request, submitted.refusal);
}

async function decide(deps: SurveysDeps, who: Antwortende, request: PageRequest): Promise<PageAnswer> {
  const { id = '', verwahrt = '' } = request.params;
  if (request.form.get('was') === 'verwerfen') {
    const dropped = await dropVerwahrtes(deps, who, id, verwahrt);
    return dropped.ok ? done(address(id), 'verworfen') : showKommune(deps, who, request, dropped.refusal);
  }
  const taken = await takeVerwahrtes(deps, who, id, verwahrt);
  return taken.ok ? done(address(id), 'uebernommen') : showKommune(deps, who, request, taken.refusal);
}
