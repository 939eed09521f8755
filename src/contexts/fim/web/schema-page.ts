import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import type { FimDeps } from '../fim-deps.ts';
import { alsFormular, alsXdatenfelder } from '../use-cases/ausgeben.ts';
import type { Author } from '../use-cases/author.ts';
import type { Schemadetail } from '../use-cases/read-schema.ts';
import { befundTabelle } from './bericht-parts.ts';
import { askedSchema, authorRoute, schemaHref } from './route.ts';
import { schemaFrame } from './schema-frame.ts';
import { overview } from './schema-overview.ts';

/** A schema: its facts, its structure, its report, and what can be taken away. */
export function schemaRoutes(deps: FimDeps): readonly PageRoute[] {
  return [
    authorRoute('fim.show', 'GET', '/:id', (author, request) => toNewest(deps, author, request)),
    authorRoute('fim.show', 'GET', '/:id/:version', (author, request) =>
      show(deps, author, request, overview),
    ),
    authorRoute('fim.show', 'GET', '/:id/:version/bericht', (author, request) =>
      show(deps, author, request, report),
    ),
    authorRoute('fim.export', 'GET', '/:id/:version/schema.xml', (author, request) =>
      xml(deps, author, request),
    ),
    authorRoute('fim.export', 'GET', '/:id/:version/formular.json', (author, request) =>
      definition(deps, author, request),
    ),
  ];
}

async function toNewest(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const detail = await askedSchema(deps, author, request);
  return detail.ok ? { kind: 'redirect', to: schemaHref(detail.value.fassung) } : refusal(detail.refusal);
}

async function show(
  deps: FimDeps,
  author: Author,
  request: PageRequest,
  content: (detail: Schemadetail, request: PageRequest) => PageContent,
): Promise<PageAnswer> {
  const detail = await askedSchema(deps, author, request);
  return detail.ok ? page(content(detail.value, request)) : refusal(detail.refusal);
}

function report(detail: Schemadetail): PageContent {
  return schemaFrame(
    detail,
    '/bericht',
    befundTabelle(detail.uebernahme.befunde),
    'Was im Formular anders steht als im Schema oder gar nicht. Eine Lücke lässt sich im Formular nicht schließen; über „Zu entscheiden“ entscheidet ein Mensch.',
  );
}

async function xml(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const detail = await askedSchema(deps, author, request);
  if (!detail.ok) return refusal(detail.refusal);
  const { id, version } = detail.value.fassung;
  return {
    kind: 'download',
    fileName: `${id}-${version}.xdf3.xml`,
    contentType: 'application/xml; charset=utf-8',
    body: alsXdatenfelder(detail.value),
  };
}

async function definition(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const detail = await askedSchema(deps, author, request);
  if (!detail.ok) return refusal(detail.refusal);
  const formular = alsFormular(detail.value);
  if (!formular.ok) return refusal(formular.refusal);
  return {
    kind: 'download',
    fileName: `${detail.value.fassung.id.toLowerCase()}-formular.json`,
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(formular.value, null, 2)}\n`,
  };
}
