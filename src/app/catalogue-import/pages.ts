import { z } from 'zod';
import type { FieldProblem } from '#kernel';
import {
  evilIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  type Principal,
  type Upload,
} from '#platform';
import { findWork, type HeldUpload } from '../reference/index.ts';
import { beginTables, isOver, type Origin, originProblems } from './begin.ts';
import { readDraft, type TableKind, tableKinds } from './draft.ts';
import { apply, decide, remap } from './draft-actions.ts';
import { draftPage } from './draft-page.ts';
import { readPreview } from './preview.ts';
import { problemsFile } from './problems-file.ts';
import type { TableDeps } from './tables-deps.ts';
import { importAddress, uploadPage } from './upload-page.ts';
import { failed, lost, standing, waiting } from './waiting-page.ts';

/** The most bytes that both tables may have together. */
const uploadLimit = 25_000_000;

const begin = 'catalogue.import';

const look = 'catalogue.import.state';

const decision = 'catalogue.import.decide';

const confirm = 'catalogue.import.apply';

type Handle = (request: PageRequest, principal: Principal) => Promise<PageAnswer>;

type DraftHandle = (upload: HeldUpload, request: PageRequest, principal: Principal) => Promise<PageAnswer>;

/** The pages on which tables become a Fassung of the catalogue. The work itself is the worker's. */
export function tablePages(deps: TableDeps): PageRoute[] {
  const withDraft =
    (then: DraftHandle): Handle =>
    async (request, principal) => {
      const upload = await deps.uploads.find(request.params.upload ?? '', principal);
      return upload.ok
        ? then(upload.value, request, principal)
        : { kind: 'refusal', refusal: upload.refusal };
    };
  const draft = `${importAddress}/:upload`;
  return [
    route(begin, 'GET', importAddress, async ({ csrfToken }) => page(uploadPage(csrfToken))),
    {
      ...route(begin, 'POST', importAddress, (request, principal) => receive(deps, request, principal)),
      uploadLimit,
    },
    route(
      look,
      'GET',
      draft,
      withDraft((upload, request, principal) => show(deps, upload, request, principal)),
    ),
    route(
      look,
      'GET',
      `${draft}/stand`,
      withDraft((upload, _request, principal) => standing(deps, upload, principal)),
    ),
    route(
      look,
      'GET',
      `${draft}/fehler`,
      withDraft((upload) => problemsFile(deps, upload)),
    ),
    route(
      decision,
      'POST',
      `${draft}/spalten`,
      withDraft((upload, request, principal) => remap(deps, upload, request, principal)),
    ),
    route(
      decision,
      'POST',
      `${draft}/entscheidungen`,
      withDraft((upload, request, principal) => decide(deps, upload, request, principal)),
    ),
    route(
      confirm,
      'POST',
      `${draft}/uebernehmen`,
      withDraft((upload, request, principal) => apply(deps, upload, request, principal)),
    ),
  ];
}

async function receive(deps: TableDeps, request: PageRequest, principal: Principal): Promise<PageAnswer> {
  const { form, uploads } = request;
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const origin: Origin = {
    stand: text('stand'),
    quelle: text('quelle'),
    quelleUrl: text('quelleUrl'),
    lizenz: text('lizenz'),
    complete: text('umfang') !== 'teilliste',
  };
  const files = new Map(
    tableKinds.flatMap((kind): [TableKind, Upload][] => {
      const given = uploads.get(kind)?.find(({ bytes }) => bytes > 0);
      return given ? [[kind, given]] : [];
    }),
  );
  const missing: readonly FieldProblem[] =
    files.size === 0
      ? [
          {
            field: 'leistungen',
            message: 'Bitte wählen Sie mindestens eine Tabelle aus, die nicht leer ist.',
          },
        ]
      : [];
  const evil = [...files].flatMap(([field, file]) => {
    const message = evilIn(file);
    return message === null ? [] : [{ field, message }];
  });
  const problems = [...missing, ...evil, ...originProblems(deps, origin)];
  if (problems.length > 0)
    return { kind: 'page', content: uploadPage(request.csrfToken, form, problems), status: 422 };
  const upload = await beginTables(deps, principal, files, origin);
  return { kind: 'redirect', to: `${importAddress}/${upload.id}` };
}

async function show(
  deps: TableDeps,
  upload: HeldUpload,
  { csrfToken, query }: PageRequest,
  principal: Principal,
): Promise<PageAnswer> {
  const found = await findWork(deps.db, principal, upload.apply ?? upload.preview ?? '');
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const vorgang = found.value;
  if (!isOver(vorgang)) return page(waiting(upload, vorgang));
  const applied = upload.apply === null ? null : appliedResult.parse(vorgang.result ?? failed(vorgang));
  if (applied?.ok) {
    deps.changed();
    return { kind: 'redirect', to: appliedAddress(applied.value) };
  }
  const preview = await readPreview(deps.uploads, upload.id);
  if (preview === null) return page(lost(vorgang));
  const refused = applied === null ? null : applied.refusal.message;
  const said =
    query.get('offen') === 'ja' ? 'Bitte setzen Sie die Haken, die Sie bestätigen wollen.' : refused;
  return page(draftPage(upload.id, csrfToken, await readDraft(deps.uploads, upload.id), preview, said));
}

const appliedResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.object({ fassung: z.int(), changed: z.boolean() }) }),
  z.object({ ok: z.literal(false), refusal: z.object({ message: z.string() }) }),
]);

function appliedAddress({
  fassung,
  changed,
}: {
  readonly fassung: number;
  readonly changed: boolean;
}): string {
  return changed
    ? `/katalog/aenderungen?bis=${fassung}&meldung=uebernommen`
    : '/katalog/fassungen?meldung=gleich';
}

function page(content: Extract<PageAnswer, { kind: 'page' }>['content']): PageAnswer {
  return { kind: 'page', content };
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
