import type { Refusal } from '#kernel';
import type { Database, PageAnswer, PageContent, PageRequest, PageRoute, Principal } from '#platform';
import { areaOf, filesOf, germanyArea, type ReferenceArea } from './areas.ts';
import type { HeldUpload, HeldUploads } from './held-uploads.ts';
import { receiveUpload } from './receive-upload.ts';
import { referenceState } from './state.ts';
import { referenceAddress, statePage } from './state-page.ts';
import { uploadPage } from './upload-page.ts';
import { beginWork, findWork } from './work.ts';
import { appliedPage, previewPage, progressPage } from './work-pages.ts';

/** What the pages of the import door need. */
export interface ReferencePageDeps {
  readonly db: Database;
  readonly uploads: HeldUploads;
  /** The data that the product ships: it says which files belong to an area. */
  readonly dataFolder: string;
}

/** The most bytes that all files of an upload may have. */
const uploadLimit = 50_000_000;

type Handle = (request: PageRequest, principal: Principal) => Promise<PageAnswer>;

/** The import door: what is loaded, upload, preview, confirmation. The work itself is the worker's. */
export function referencePages(deps: ReferencePageDeps): PageRoute[] {
  const { db } = deps;
  return [
    route('reference.state', 'GET', referenceAddress, async ({ csrfToken }) =>
      page(statePage(await referenceState(db), csrfToken)),
    ),
    route('reference.import', 'GET', `${referenceAddress}/import/:area`, async (request) =>
      withArea(request.params.area, (area) =>
        page(uploadPage(area, filesOf(area, deps.dataFolder), request.csrfToken)),
      ),
    ),
    {
      ...route('reference.import', 'POST', `${referenceAddress}/import/:area`, (request, principal) =>
        withArea(request.params.area, (area) => receiveUpload(deps, area, request, principal)),
      ),
      uploadLimit,
    },
    route('reference.import', 'GET', `${referenceAddress}/vorschau/:upload`, async (request, principal) => {
      const upload = await deps.uploads.find(request.params.upload ?? '', principal);
      return upload.ok ? showUpload(deps, upload.value, request, principal) : refused(upload.refusal);
    }),
    route('reference.import', 'POST', `${referenceAddress}/vorschau/:upload`, async (request, principal) => {
      const upload = await deps.uploads.find(request.params.upload ?? '', principal);
      return upload.ok ? confirm(deps, upload.value, principal) : refused(upload.refusal);
    }),
    ...germanyRoutes(deps),
  ];
}

function germanyRoutes({ db }: ReferencePageDeps): PageRoute[] {
  return [
    route('reference.germany', 'POST', `${referenceAddress}/deutschland`, async (_request, principal) => {
      const vorgang = await beginWork(db, principal, 'reference.germany', null);
      return { kind: 'redirect', to: `${referenceAddress}/vorgang/${vorgang}` };
    }),
    route('reference.work', 'GET', `${referenceAddress}/vorgang/:vorgang`, async ({ params }, principal) => {
      const vorgang = await findWork(db, principal, params.vorgang ?? '');
      const area = areaOf(germanyArea);
      if (!vorgang.ok) return refused(vorgang.refusal);
      const over = vorgang.value.state === 'done' || vorgang.value.state === 'failed';
      return page(
        over && area
          ? appliedPage(area, vorgang.value)
          : progressPage('Rest von Deutschland laden', vorgang.value),
      );
    }),
    route(
      'reference.work',
      'GET',
      `${referenceAddress}/vorgang/:vorgang/stand`,
      async ({ params }, principal) => {
        const vorgang = await findWork(db, principal, params.vorgang ?? '');
        if (!vorgang.ok) return refused(vorgang.refusal);
        const { percent, message, state } = vorgang.value;
        return {
          kind: 'json',
          body: { value: percent, max: 100, text: message, done: state === 'done' || state === 'failed' },
        };
      },
    ),
  ];
}

async function showUpload(
  { db, dataFolder }: ReferencePageDeps,
  upload: HeldUpload,
  { csrfToken }: PageRequest,
  principal: Principal,
): Promise<PageAnswer> {
  const area = areaOf(upload.area);
  const found = await findWork(db, principal, upload.apply ?? upload.preview ?? '');
  if (!found.ok) return refused(found.refusal);
  if (!area) return refused(areaUnknown(upload.area));
  const vorgang = found.value;
  const kept = filesOf(area, dataFolder).filter((name) => !upload.files.includes(name));
  const title = upload.apply
    ? `${area.label}: Änderungen werden übernommen`
    : `${area.label}: Dateien werden geprüft`;
  if (vorgang.state !== 'done' && vorgang.state !== 'failed') return page(progressPage(title, vorgang));
  return page(
    upload.apply ? appliedPage(area, vorgang) : previewPage(area, upload, vorgang, { csrfToken, kept }),
  );
}

/** Begins the import once, however often the button is pressed. The worker reads and checks the files anew. */
async function confirm(
  { db, uploads }: ReferencePageDeps,
  upload: HeldUpload,
  principal: Principal,
): Promise<PageAnswer> {
  if (upload.apply === null) {
    const apply = await beginWork(db, principal, 'reference.apply', upload.id);
    await uploads.note(upload, { apply });
  }
  return { kind: 'redirect', to: `${referenceAddress}/vorschau/${upload.id}` };
}

async function withArea(
  id: string | undefined,
  then: (area: ReferenceArea) => PageAnswer | Promise<PageAnswer>,
): Promise<PageAnswer> {
  const area = areaOf(id ?? '');
  return area ? then(area) : refused(areaUnknown(id ?? ''));
}

function areaUnknown(id: string): Refusal {
  return {
    kind: 'not-found',
    code: 'REFERENCE_AREA_UNKNOWN',
    message: `Referenzdaten „${id.slice(0, 60)}“ gibt es nicht.`,
  };
}

function page(content: PageContent): PageAnswer {
  return { kind: 'page', content };
}

function refused(refusal: Refusal): PageAnswer {
  return { kind: 'refusal', refusal };
}

function route(capability: string, method: 'GET' | 'POST', path: string, handle: Handle): PageRoute {
  return {
    capability,
    method,
    path,
    access: { permission: 'reference.import' },
    handle: async (request) => {
      if (request.principal === null) throw new Error(`${path} was reached without a principal`);
      return handle(request, request.principal);
    },
  };
}
