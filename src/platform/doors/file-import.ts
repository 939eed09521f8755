import { ok, type Refusal, type Result } from '#kernel';
import { page, refusal, refusedPage } from './page-answers.ts';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from './page-route.ts';
import { atFile, type SentFile, sentFile } from './sent-file.ts';

/** What a page of an import does for somebody who may. */
export type ImportAct<Who> = (who: Who, request: PageRequest) => Promise<PageAnswer>;

/** The pages on which a file is sent, looked at and taken over: who may, what is done, and what each page says. */
export interface FileImport<Who, Found, Taken> {
  /** Where the form stands, with parameters; what becomes of a kept file stands below it. */
  readonly address: string;
  readonly uploadLimit: number;
  /** A page of those who may. */
  readonly route: (step: Pick<PageRoute, 'method' | 'path'>, act: ImportAct<Who>) => PageRoute;
  readonly missing: Refusal;
  /** Refused where what the file is for is not there. */
  readonly form: (request: PageRequest, reason: Refusal | null) => PageContent | Promise<Result<PageContent>>;
  /** Keeps the file, and gives the id under which it waits. */
  readonly begin: (who: Who, file: SentFile, request: PageRequest) => Promise<Result<string>>;
  /** What a kept file would change; changes nothing. */
  readonly find: (who: Who, id: string, request: PageRequest) => Promise<Result<Found>>;
  readonly preview: (request: PageRequest, found: Found, shown: ShownImport) => PageContent;
  /** What somebody has to say before the file is taken, where they have not. */
  readonly objection?: (found: Found, form: URLSearchParams) => string | null;
  /** `found` is what `objection` was asked about; `null` where nothing is to be said first. */
  readonly take: (who: Who, id: string, request: PageRequest, found: Found | null) => Promise<Result<Taken>>;
  /** Whether a refusal of `take` is one that can be mended on the preview; it is shown there again with the reason. */
  readonly mendable?: (reason: Refusal) => boolean;
  readonly taken: (taken: Taken, request: PageRequest) => PageAnswer;
}

/** A preview on its page. */
export interface ShownImport {
  /** Its address, without parameters. */
  readonly here: string;
  /** Where it is taken over. */
  readonly takeOver: string;
  readonly objection: string | null;
  /** Why the file was not taken over just now. */
  readonly reason: Refusal | null;
}

const take = '/uebernehmen';

/** The four routes of an import. A refused file leaves the form as it was, with the reason at its field. */
export function fileImportRoutes<Who, Found, Taken>(
  how: FileImport<Who, Found, Taken>,
): readonly PageRoute[] {
  const { address, uploadLimit, route } = how;
  const kept = `${address}/:einlesung`;
  return [
    route({ method: 'GET', path: address }, (_, request) => formPage(how, request, null)),
    {
      ...route({ method: 'POST', path: address }, (who, request) => receive(how, who, request)),
      uploadLimit,
    },
    route({ method: 'GET', path: kept }, (who, request) => look(how, who, request)),
    route({ method: 'POST', path: `${kept}${take}` }, (who, request) => takeOver(how, who, request)),
  ];
}

async function receive<Who, Found, Taken>(
  how: FileImport<Who, Found, Taken>,
  who: Who,
  request: PageRequest,
): Promise<PageAnswer> {
  const file = await sentFile(request, how.missing);
  const begun = file.ok ? await how.begin(who, file.value, request) : file;
  if (begun.ok) return { kind: 'redirect', to: `${request.path}/${begun.value}` };
  return formPage(how, request, atFile(begun.refusal));
}

async function formPage<Who, Found, Taken>(
  how: FileImport<Who, Found, Taken>,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const made = await how.form(request, reason);
  const content = 'main' in made ? ok(made) : made;
  if (!content.ok) return refusal(content.refusal);
  return reason === null ? page(content.value) : refusedPage(content.value, reason);
}

async function look<Who, Found, Taken>(
  how: FileImport<Who, Found, Taken>,
  who: Who,
  request: PageRequest,
): Promise<PageAnswer> {
  const found = await how.find(who, idOf(request), request);
  return found.ok ? page(how.preview(request, found.value, shownAt(request, null))) : refusal(found.refusal);
}

async function takeOver<Who, Found, Taken>(
  how: FileImport<Who, Found, Taken>,
  who: Who,
  request: PageRequest,
): Promise<PageAnswer> {
  if (!how.objection) return settle(how, who, request, null);
  const found = await how.find(who, idOf(request), request);
  if (!found.ok) return refusal(found.refusal);
  const objected = how.objection(found.value, request.form);
  return objected === null
    ? settle(how, who, request, found.value)
    : again(how, request, found.value, objected);
}

async function settle<Who, Found, Taken>(
  how: FileImport<Who, Found, Taken>,
  who: Who,
  request: PageRequest,
  found: Found | null,
): Promise<PageAnswer> {
  const id = idOf(request);
  const taken = await how.take(who, id, request, found);
  if (taken.ok) return how.taken(taken.value, request);
  if (!how.mendable?.(taken.refusal)) return refusal(taken.refusal);
  const now = await how.find(who, id, request);
  return now.ok ? again(how, request, now.value, taken.refusal) : refusal(now.refusal);
}

/** The preview once more, with why the file was not taken over. */
function again<Who, Found, Taken>(
  { preview }: Pick<FileImport<Who, Found, Taken>, 'preview'>,
  request: PageRequest,
  found: Found,
  why: Refusal | string,
): PageAnswer {
  const content = preview(request, found, shownAt(request, why));
  return typeof why === 'string' ? page({ ...content, error: true }, 422) : refusedPage(content, why);
}

function idOf({ params }: PageRequest): string {
  return params.einlesung ?? '';
}

function shownAt({ path }: PageRequest, why: Refusal | string | null): ShownImport {
  const here = path.endsWith(take) ? path.slice(0, -take.length) : path;
  const [objection, reason] = typeof why === 'string' ? [why, null] : [null, why];
  return { here, takeOver: `${here}${take}`, objection, reason };
}
