import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  uploadBytes,
} from '#platform';
import {
  alert,
  badge,
  button,
  buttonRow,
  emptyState,
  form,
  formatInstant,
  type Html,
  linkButton,
  refusalNotice,
  section,
  table,
} from '#ui';
import type { PortalStaffDeps } from '../deps.ts';
import { type AussehenEingabe, aussehenFelder, typedOf } from '../domain/aussehen.ts';
import type { AussehenFassung, Veroeffentlicht } from '../store-aussehen.ts';
import { ownAussehen, publishAussehen, saveAussehen, type WappenEingang } from '../use-cases/aussehen.ts';
import { type Editor, editorOf } from '../use-cases/editor.ts';
import { aussehenForm } from './aussehen-form.ts';
import { previewFile, previewPage } from './aussehen-preview.ts';
import { done, flashOf, manage } from './staff-answers.ts';

const uploadLimit = 400_000;

/** How the site looks: typed, looked at, published; every state is kept. */
export function aussehenRoutes(deps: PortalStaffDeps): readonly PageRoute[] {
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
    ...(capability === 'portal.look.save' ? { uploadLimit } : {}),
    handle: async (request) => {
      const editor = await editorOf(deps, request.principal);
      return editor.ok ? answer(request, editor.value) : refusal(editor.refusal);
    },
  });
  return [
    route('GET', '/portal/aussehen', 'portal.look', async (request, editor) =>
      page(await content(deps, editor, request, null)),
    ),
    route('POST', '/portal/aussehen', 'portal.look.save', async (request, editor) => {
      const saved = await saveAussehen(deps, editor, {
        felder: typedIn(request.form),
        nummer: numberIn(request.form.get('nummer')),
        wappen: await wappenOf(request),
      });
      if (saved.ok) return done('/portal/aussehen', 'aussehen');
      return refusedPage(await content(deps, editor, request, saved.refusal), saved.refusal);
    }),
    route('POST', '/portal/aussehen/veroeffentlichen', 'portal.look.publish', async (request, editor) => {
      const shown = await publishAussehen(deps, editor, numberIn(request.form.get('nummer')));
      return shown.ok ? done('/portal/aussehen', 'aussehen-oeffentlich') : refusal(shown.refusal);
    }),
    route('GET', '/portal/aussehen/vorschau/:nummer', 'portal.look', (request, editor) =>
      previewPage(deps, editor, request),
    ),
    route('GET', '/portal/aussehen/vorschau/:nummer/:datei', 'portal.look', (request, editor) =>
      previewFile(deps, editor, request),
    ),
  ];
}

function typedIn(values: URLSearchParams): AussehenEingabe {
  const entries = aussehenFelder.map((name) => [name, formField(values, name)] as const);
  return Object.fromEntries(entries) as AussehenEingabe;
}

async function wappenOf({ form: typed, uploads }: PageRequest): Promise<WappenEingang | 'behalten' | 'ohne'> {
  const [file] = uploads.get('wappen') ?? [];
  if (file && file.bytes > 0) return { bytes: await uploadBytes(file), scanned: file.scanned };
  return typed.get('ohneWappen') === 'ja' ? 'ohne' : 'behalten';
}

async function content(
  deps: PortalStaffDeps,
  editor: Editor,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageContent> {
  const { fassungen, oeffentlich } = await ownAussehen(deps, editor);
  const newest = fassungen[0] ?? null;
  const typed = reason ? typedIn(request.form) : typedOf(newest);
  const nummer = reason ? numberIn(request.form.get('nummer')) : (newest?.nummer ?? 0);
  const { csrfToken } = request;
  return {
    title: 'Aussehen des Bürgerportals',
    preline: editor.kommune.name,
    lead: 'Wappen, Name und Farben Ihrer Kommune auf dem neutralen Aufbau aller Portale. Was hier gespeichert ist, sieht noch niemand: Erst die Vorschau, dann veröffentlichen.',
    breadcrumb: [{ label: 'Auftritt der Kommune', href: '/portal' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${stateOf(oeffentlich, newest)}
    ${aussehenForm({ typed, nummer, csrfToken, reason, hasWappen: newest?.wappenArt != null })}
    ${section('Fassungen', versionTable(fassungen, oeffentlich, csrfToken), { id: 'fassungen' })}`,
    nextSteps: [{ label: 'Anschrift, Öffnungszeiten und Ämter', href: '/portal' }],
  };
}

function stateOf(oeffentlich: Veroeffentlicht | null, newest: AussehenFassung | null): Html | '' {
  if (newest === null || oeffentlich?.nummer === newest.nummer) return '';
  return alert({
    kind: 'info',
    title: `Fassung ${newest.nummer} ist gespeichert, aber noch nicht öffentlich`,
    body: html`<p class="kern-body">${linkButton('Vorschau ansehen', `/portal/aussehen/vorschau/${newest.nummer}`, { kind: 'secondary' })}</p>`,
  });
}

function versionTable(
  fassungen: readonly AussehenFassung[],
  oeffentlich: Veroeffentlicht | null,
  csrfToken: string,
): Html {
  if (fassungen.length === 0)
    return emptyState({
      title: 'Noch keine eigene Fassung',
      body: 'Ihr Portal zeigt das neutrale Aussehen mit einem leeren Schild.',
    });
  const current = oeffentlich?.nummer ?? 0;
  const publish = (nummer: number) =>
    form(
      {
        action: '/portal/aussehen/veroeffentlichen',
        csrfToken,
        hidden: { nummer: String(nummer) },
        label: nummer === 0 ? 'Neutrales Aussehen veröffentlichen' : `Fassung ${nummer} veröffentlichen`,
      },
      buttonRow(button('Veröffentlichen', { kind: 'secondary', small: true })),
    );
  const rows = fassungen.map(({ nummer, gespeichertAm, farben, wappenArt }) => [
    html`Fassung ${nummer} ${nummer === current ? badge('success', 'öffentlich') : ''}`,
    formatInstant(gespeichertAm),
    html`${farben ? `Farbe ${farben.akzent}, im Dunkeln ${farben.akzentDunkel}` : 'neutrale Farben'}, ${wappenArt ? 'mit Wappen' : 'ohne Wappen'}`,
    html`${linkButton('Vorschau', `/portal/aussehen/vorschau/${nummer}`, { kind: 'tertiary', small: true })}${nummer === current ? '' : publish(nummer)}`,
  ]);
  const plain = [
    html`Neutral ${current === 0 ? badge('success', 'öffentlich') : ''}`,
    '–',
    'neutrale Farben, leeres Schild',
    current === 0 ? '' : publish(0),
  ];
  return table({
    caption: 'Fassungen des Aussehens',
    captionHidden: true,
    columns: [
      { label: 'Fassung' },
      { label: 'Gespeichert' },
      { label: 'Inhalt', width: 'wide' },
      { label: 'Schritte' },
    ],
    rows: [...rows, plain],
  });
}
