import { ok, type Refusal, type Result } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  type Principal,
  page,
  refusal,
  refusedPage,
} from '#platform';
import type { DescriptionsDeps } from '../deps.ts';
import { type Reader, resumeReading } from '../use-cases/begin-reading.ts';
import { findReading, readOverview } from '../use-cases/read-readings.ts';
import { describeSource } from '../use-cases/sources.ts';
import { discardReading, takeOver } from '../use-cases/take-over.ts';
import { done, routeFor } from './answers.ts';
import { einlesungContent, progressText } from './einlesung-page.ts';
import { exported } from './export-download.ts';
import { paths } from './paths.ts';
import { keepUpload } from './receive-feed.ts';
import { xzufiContent } from './xzufi-page.ts';

/** The most bytes of a feed that the page takes; the command line takes any. */
export const feedLimit = 500_000_000;

/** Reading feeds in, deciding about them, and giving everything out again. */
export function xzufiPages(deps: DescriptionsDeps): readonly PageRoute[] {
  const route = routeFor('import');
  const at = `${paths.xzufi}/:nummer`;
  const decide = (
    capability: string,
    path: string,
    run: (
      who: Reader,
      nummer: number,
      request: PageRequest,
    ) => Promise<Result<Parameters<typeof done>[1] | null>>,
  ) =>
    route(capability, 'POST', `${at}/${path}`, async (request, principal) => {
      const nummer = numberIn(request.params.nummer ?? null);
      const result = await run(principal, nummer, request);
      if (!result.ok) return shownReading(deps, request, nummer, result.refusal);
      const to = paths.einlesung(nummer);
      return result.value === null ? { kind: 'redirect', to } : done(to, result.value);
    });
  return [
    route('descriptions.xzufi.list', 'GET', paths.xzufi, async (request) =>
      page(xzufiContent(request, await readOverview(deps))),
    ),
    {
      ...route('descriptions.xzufi.begin', 'POST', paths.xzufi, (request, principal) =>
        receive(deps, request, principal),
      ),
      uploadLimit: feedLimit,
    },
    route('descriptions.xzufi.source', 'POST', `${paths.xzufi}/quellen`, async (request, principal) => {
      const [id = '', name = '', gebiet = ''] = ['id', 'name', 'gebiet'].map(
        (field) => request.form.get(field) ?? '',
      );
      const result = await describeSource(deps, principal, { id, name, gebiet });
      return result.ok ? done(paths.xzufi, 'quelle') : refusedOverview(deps, request, result.refusal);
    }),
    route('descriptions.xzufi.export', 'GET', `${paths.xzufi}/ausgabe`, (request) => exported(deps, request)),
    route('descriptions.xzufi.read', 'GET', at, (request) =>
      shownReading(deps, request, numberIn(request.params.nummer ?? null), null),
    ),
    route('descriptions.xzufi.read', 'GET', `${at}/stand`, (request) => standing(deps, request)),
    decide('descriptions.xzufi.take-over', 'uebernehmen', async (who, nummer, { form }) => {
      const taken = await takeOver(deps, who, nummer, { endenBestaetigt: form.get('enden') === 'ja' });
      return taken.ok ? ok(taken.value.changed ? 'uebernommen' : 'gleich') : taken;
    }),
    decide('descriptions.xzufi.discard', 'verwerfen', async (who, nummer) => {
      const gone = await discardReading(deps, who, nummer);
      return gone.ok ? ok('verworfen') : gone;
    }),
    decide('descriptions.xzufi.resume', 'weiter', async (who, nummer) => {
      const going = await resumeReading(deps, who, nummer);
      return going.ok ? ok(null) : going;
    }),
  ];
}

async function receive(
  deps: DescriptionsDeps,
  request: PageRequest,
  principal: Principal,
): Promise<PageAnswer> {
  const begun = await keepUpload(deps, request, principal);
  return begun.ok
    ? { kind: 'redirect', to: paths.einlesung(begun.value.nummer) }
    : refusedOverview(deps, request, begun.refusal);
}

async function refusedOverview(
  deps: DescriptionsDeps,
  request: PageRequest,
  reason: Refusal,
): Promise<PageAnswer> {
  return refusedPage(xzufiContent(request, await readOverview(deps), reason), reason);
}

async function shownReading(
  deps: DescriptionsDeps,
  request: PageRequest,
  nummer: number,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const found = await findReading(deps, nummer);
  if (!found.ok) return refusal(found.refusal);
  const content = einlesungContent(request, found.value, reason);
  return reason === null ? page(content) : refusedPage(content, reason);
}

async function standing(deps: DescriptionsDeps, { params }: PageRequest): Promise<PageAnswer> {
  const found = await findReading(deps, numberIn(params.nummer ?? null));
  if (!found.ok) return refusal(found.refusal);
  const { gelesenBytes, bytes, zustand } = found.value;
  return {
    kind: 'json',
    body: {
      value: gelesenBytes,
      max: Math.max(1, bytes),
      text: progressText(found.value),
      done: zustand !== 'liest',
    },
  };
}
