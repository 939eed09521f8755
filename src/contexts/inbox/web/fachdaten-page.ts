import { html } from 'hono/html';
import type { Result } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal, refusedPage } from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  form,
  inputField,
  linkButton,
  problemsOf,
  refusalNotice,
  section,
  textareaField,
} from '#ui';
import type { Fachpruefung, InboxDeps } from '../ports.ts';
import { type FachdatenOfCase, readFachdaten } from '../use-cases/fachdaten.ts';
import { workerOf } from '../use-cases/worker.ts';
import { befundePart, schemaPart } from './fachdaten-parts.ts';

const access = { permission: 'inbox.read' } as const;

/** The answers of a case under FIM's ids, to look at and to save; and a check of any such document. */
export function fachdatenRoutes(deps: InboxDeps): readonly PageRoute[] {
  const route = (path: string, answer: (found: FachdatenOfCase) => PageAnswer): PageRoute => ({
    capability: 'inbox.fachdaten',
    method: 'GET',
    path,
    access,
    handle: async (request) => {
      const found = await ofCase(deps, request);
      return found.ok ? answer(found.value) : refusal(found.refusal);
    },
  });
  return [
    route('/eingang/:nummer/fachdaten', overview),
    route('/eingang/:nummer/fachdaten.xml', (found) => file(found, 'xml', found.xml)),
    route('/eingang/:nummer/fachdaten.json', (found) =>
      file(found, 'json', `${JSON.stringify(found.daten, null, 2)}\n`),
    ),
    {
      capability: 'inbox.fachdaten.check',
      method: 'GET',
      path: '/fachdaten/pruefen',
      access,
      handle: async (request) => page(checkContent(request, null)),
    },
    {
      capability: 'inbox.fachdaten.check',
      method: 'POST',
      path: '/fachdaten/pruefen',
      access,
      handle: (request) => check(deps, request),
    },
  ];
}

async function ofCase(deps: InboxDeps, { principal, params }: PageRequest): Promise<Result<FachdatenOfCase>> {
  const worker = workerOf(principal, 'inbox.read');
  return worker.ok ? readFachdaten(deps, worker.value, params.nummer ?? '') : worker;
}

function file({ nummer }: FachdatenOfCase, ending: 'xml' | 'json', body: string): PageAnswer {
  return {
    kind: 'download',
    fileName: `${nummer}-fachdaten.${ending}`,
    contentType: `application/${ending}; charset=utf-8`,
    body,
  };
}

function overview(found: FachdatenOfCase): PageAnswer {
  const { nummer, titel, ohnePlatz, befunde } = found;
  const at = `/eingang/${nummer}/fachdaten`;
  const files = buttonRow(
    linkButton('Als XML herunterladen', `${at}.xml`),
    linkButton('Als JSON herunterladen', `${at}.json`, { kind: 'secondary' }),
  );
  const without =
    ohnePlatz.length === 0
      ? ''
      : section(
          'Ohne Platz im Schema',
          html`<ul class="kern-list kern-list--bullet">${ohnePlatz.map((frage) => html`<li>${frage}</li>`)}</ul>`,
          { lead: 'Das fragt das Formular zusätzlich. Es steht im Antrag, aber nicht in diesen Daten.' },
        );
  return page({
    title: 'Fachdaten',
    preline: `${nummer}, ${titel}`,
    lead: 'Die Angaben mit den Kennungen des Datenschemas, für ein Fachverfahren. Dateien stehen darin mit ihrer Kennung. Dass jemand sie abruft, steht in der Prüfspur.',
    breadcrumb: [
      { label: 'Eingang', href: '/eingang' },
      { label: nummer, href: `/eingang/${nummer}` },
    ],
    main: html`${files}${schemaPart(found)}${befundePart(befunde)}${without}`,
    nextSteps: [
      { label: 'Zum Vorgang', href: `/eingang/${nummer}` },
      { label: 'Fachdaten prüfen', href: '/fachdaten/pruefen' },
    ],
  });
}

async function check(deps: InboxDeps, request: PageRequest): Promise<PageAnswer> {
  const worker = workerOf(request.principal, 'inbox.read');
  if (!worker.ok) return refusal(worker.refusal);
  const typed = (name: string) => request.form.get(name)?.trim() ?? '';
  const done = await deps.fachdaten.pruefung(typed('dienst'), typed('fassung') || null, typed('dokument'));
  return done.ok ? page(checkContent(request, done)) : refusedPage(checkContent(request, done), done.refusal);
}

function checkContent(request: PageRequest, done: Result<Fachpruefung> | null) {
  const reason = done && !done.ok ? done.refusal : null;
  const problems = problemsOf(reason);
  const field = (name: string) => ({
    name,
    id: `feld-${name}`,
    value: request.form.get(name),
    error: errorOf(problems, name),
  });
  const result = done?.ok
    ? html`${schemaPart(done.value)}${befundePart(done.value.befunde)}${section(
        'Die Angaben darin',
        html`<pre class="lw-code" tabindex="0"><code>${JSON.stringify(done.value.answers, null, 2)}</code></pre>`,
      )}`
    : '';
  return {
    title: 'Fachdaten prüfen',
    lead: 'Prüft ein Dokument gegen das Datenschema eines Onlinedienstes und liest die Angaben wieder heraus. Gespeichert wird nichts.',
    breadcrumb: [{ label: 'Eingang', href: '/eingang' }],
    main: html`${refusalNotice(reason)}${result}${form(
      { action: '/fachdaten/pruefen', csrfToken: request.csrfToken, label: 'Fachdaten prüfen' },
      html`${inputField({ ...field('dienst'), label: 'Onlinedienst', hint: 'Seine Kennung, zum Beispiel jagdschein' })}${inputField(
        { ...field('fassung'), label: 'Fassung', optional: true, hint: 'Ohne Angabe die jetzige' },
      )}${textareaField({ ...field('dokument'), label: 'Dokument', hint: 'XML oder JSON, wie es hier herauskommt', rows: 12 })}${button('Prüfen')}`,
    )}`,
  };
}
