import { html } from 'hono/html';
import { allLebenslagen } from '#finder';
import { formatLocalDate, type Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { alert, externalLink, linkButton, refusalNotice, section, table, textLink } from '#ui';
import type { PortalStaffDeps } from '../deps.ts';
import type { Office } from '../domain/office.ts';
import { isPublished, type Site } from '../domain/site.ts';
import { siteMissing } from '../errors.ts';
import { fieldsFrom, inputOf, siteFields, versionIn } from '../typed-input.ts';
import { describeSite } from '../use-cases/describe-site.ts';
import { type Editor, editorOf } from '../use-cases/editor.ts';
import { readAngebote } from '../use-cases/read-bestand.ts';
import { readOwn } from '../use-cases/read-sites.ts';
import { typedFieldsOf } from '../views.ts';
import { momentOf } from './context.ts';
import { homeContent } from './home-page.ts';
import { siteForm } from './site-form.ts';
import { done, flashOf, manage } from './staff-answers.ts';

/** Describing the site of the own Kommune, and looking at it before others do. */
export function siteStaffRoutes(deps: PortalStaffDeps): readonly PageRoute[] {
  const route = (
    method: 'GET' | 'POST',
    path: string,
    capability: string,
    answer: (request: PageRequest, editor: Editor) => Promise<PageAnswer>,
  ): PageRoute => ({
    capability,
    method,
    path,
    access: manage,
    handle: async (request) => {
      const editor = await editorOf(deps, request.principal);
      return editor.ok ? answer(request, editor.value) : refusal(editor.refusal);
    },
  });
  return [
    route('GET', '/portal', 'portal.own', async (request, editor) =>
      page(await content(deps, request, editor, null)),
    ),
    route('POST', '/portal', 'portal.site.describe', async (request, editor) => {
      const fields = fieldsFrom(request.form, siteFields);
      const version = versionIn(request.form.get('version'));
      const result = await describeSite(deps, editor, { ...inputOf(fields), version });
      if (result.ok) return done('/portal', 'auftritt');
      return refusedPage(await content(deps, request, editor, result.refusal), result.refusal);
    }),
    route('GET', '/portal/vorschau', 'portal.own', (_, editor) => preview(deps, editor)),
  ];
}

async function content(
  deps: PortalStaffDeps,
  request: PageRequest,
  editor: Editor,
  reason: Refusal | null,
): Promise<PageContent> {
  const { site, offices } = await readOwn(deps, editor);
  const fields = reason ? fieldsFrom(request.form, siteFields) : site ? typedFieldsOf(site) : {};
  const version = reason ? versionIn(request.form.get('version')) : (site?.version ?? 0);
  const problems = reason?.fields ?? [];
  return {
    title: 'Auftritt der Kommune',
    preline: editor.kommune.name,
    lead: 'Was hier steht, lesen alle: auf der Seite Ihrer Kommune, im Impressum und bei jeder Leistung.',
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${site ? stateOf(deps, site) : ''}
      ${siteForm({ fields, problems, csrfToken: request.csrfToken, version })}
      ${site ? officeSection(offices) : ''}`,
    nextSteps: [
      { label: 'Wappen, Name und Farben', href: '/portal/aussehen' },
      { label: 'Texte der Leistungen freigeben', href: '/freigaben' },
    ],
  };
}

function stateOf(deps: PortalStaffDeps, site: Site) {
  const address = deps.originOf(site.slug);
  if (isPublished(site, deps.clock.today()))
    return alert({
      kind: 'success',
      title: 'Der Auftritt ist öffentlich',
      body: externalLink(address, address),
    });
  const since = site.veroeffentlichtAb;
  const title = since
    ? `Der Auftritt wird am ${formatLocalDate(since)} öffentlich`
    : 'Der Auftritt ist noch nicht öffentlich';
  return alert({ kind: 'info', title, body: `Er wird unter ${address} stehen. Die Vorschau sehen nur Sie.` });
}

function officeSection(offices: readonly Office[]) {
  const list = table({
    caption: 'Ämter',
    captionHidden: true,
    columns: [{ label: 'Amt' }, { label: 'Telefon' }, { label: 'Leistungen', numeric: true }],
    rows: offices.map(({ id, name, telefon, leistungen }) => [
      textLink(`/portal/aemter/${id}`, name),
      telefon,
      leistungen.length,
    ]),
    empty: html`<p class="kern-body">Noch kein Amt. Bis dahin steht bei jeder Leistung das Rathaus.</p>`,
  });
  return section(
    'Ämter',
    html`${list}<p class="kern-body">${linkButton('Amt hinzufügen', '/portal/aemter/neu', { kind: 'secondary' })}</p>`,
  );
}

/** The start page as citizens will see it, inside the staff area: a site's own host knows nobody who is signed in. */
async function preview(deps: PortalStaffDeps, editor: Editor): Promise<PageAnswer> {
  const { site } = await readOwn(deps, editor);
  if (site === null) return refusal(siteMissing);
  const kommune = { ags: site.ags, tenant: editor.kommune.tenant };
  const [offered, lagen] = await Promise.all([readAngebote(deps, kommune), allLebenslagen(deps.finder)]);
  const home = homeContent(site, { ...offered, lagen }, momentOf(deps));
  return page({
    ...home,
    preline: 'Vorschau der Startseite',
    breadcrumb: [{ label: 'Auftritt der Kommune', href: '/portal' }],
    nextSteps: [{ label: 'Zurück zum Auftritt', href: '/portal' }],
    main: html`${alert({ kind: 'info', title: 'Vorschau', body: 'Die Verweise auf dieser Seite führen erst auf dem Auftritt selbst zum Ziel.' })}${home.main as string}`,
  });
}
