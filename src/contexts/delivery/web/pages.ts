import { html } from 'hono/html';
import { ok, type Refusal, type Result, refuse, statusOfRefusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import { alert, button, buttonRow, emptyState, form, linkButton, section, table, textLink } from '#ui';
import { zustellpunktUnknown } from '../errors.ts';
import { listZustellpunkte, type Zustellpunkt } from '../use-cases/manage-zustellpunkt.ts';
import { openZustellpunkt } from '../use-cases/open-zustellpunkt.ts';
import { act, flashes, type PageAction, pageActions } from './actions.ts';
import { oneContent } from './one-content.ts';
import { type DeliveryWebDeps, type Managing, manage, managingFor, type Owner } from './owner.ts';
import { addressFor, createForm, keyText, notice, stateBadge } from './parts.ts';

/** The pages on which the Zustellpunkte of a Kommune are managed. */
export function deliveryPages(deps: DeliveryWebDeps): readonly PageRoute[] {
  const route = (
    verb: string,
    method: PageRoute['method'],
    path: string,
    handle: PageRoute['handle'],
  ): PageRoute => ({ capability: `delivery.zustellpunkt.${verb}`, method, path, access: manage, handle });
  const posts = (Object.keys(pageActions) as PageAction[]).map((action) =>
    route(pageActions[action], 'POST', `/zustellpunkte/:id/${action}`, (request) =>
      change(deps, request, action),
    ),
  );
  return [
    route('list', 'GET', '/zustellpunkte', (request) => showList(deps, request, null)),
    route('create', 'POST', '/zustellpunkte', (request) => create(deps, request)),
    route('list', 'GET', '/zustellpunkte/:id', (request) => showOne(deps, request, null)),
    route('end', 'GET', '/zustellpunkte/:id/beenden', (request) => confirmEnd(deps, request)),
    ...posts,
  ];
}

async function showList(
  deps: DeliveryWebDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const named = request.query.get('kommune');
  const owners = await deps.ownersFor(request.principal);
  if (!named && owners.length > 1) return page(chooser(owners));
  const managing = await managingFor(deps, request.principal, named);
  if (!managing.ok) return { kind: 'refusal', refusal: managing.refusal };
  const all = await readAll(deps, managing.value);
  return answer(listContent(deps, request, { managing: managing.value, all, reason }), reason);
}

interface Listed {
  readonly managing: Managing;
  readonly all: readonly Zustellpunkt[];
  readonly reason: Refusal | null;
}

function listContent(
  { clock }: DeliveryWebDeps,
  request: PageRequest,
  { managing, all, reason }: Listed,
): PageContent {
  const rows = all.map((one) => [
    textLink(addressFor(managing, `/zustellpunkte/${one.id}`), one.name),
    stateBadge(one.state),
    keyText(one, clock.now()),
    one.postfach ?? 'wie im Onlinedienst',
  ]);
  return {
    title: 'Zustellpunkte',
    preline: managing.owner.name,
    lead: 'Ein Zustellpunkt ist die Stelle, bei der Anträge verschlüsselt ankommen. Private Schlüssel verlassen den Server nie.',
    ...flashOf(request),
    main: html`${notice(reason)}${table({
      caption: 'Zustellpunkte',
      captionHidden: true,
      columns: [
        { label: 'Stelle' },
        { label: 'Zustand' },
        { label: 'Schlüssel gilt' },
        { label: 'Postfach' },
      ],
      rows,
      empty: emptyState({
        title: 'Noch kein Zustellpunkt',
        body: 'Legen Sie für jede Stelle, die Anträge bekommt, einen an.',
      }),
    })}${section('Zustellpunkt anlegen', createForm(managing, { csrfToken: request.csrfToken, problems: reason?.fields ?? [], typed: request.form }))}`,
    nextSteps: managing.several ? [{ label: 'Andere Kommune', href: '/zustellpunkte' }] : [],
  };
}

function chooser(owners: readonly Owner[]): PageContent {
  return {
    title: 'Zustellpunkte',
    lead: 'Für welche Kommune?',
    main: html`<ul class="lw-columns">${owners.map(({ ags, name }) => html`<li>${textLink(`/zustellpunkte?kommune=${ags}`, name)}</li>`)}</ul>`,
  };
}

async function showOne(
  deps: DeliveryWebDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const found = await readOne(deps, request);
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  return answer({ ...oneContent(deps, request, { ...found.value, reason }), ...flashOf(request) }, reason);
}

async function confirmEnd(deps: DeliveryWebDeps, request: PageRequest): Promise<PageAnswer> {
  const found = await readOne(deps, request);
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const { one, managing } = found.value;
  const path = `/zustellpunkte/${one.id}`;
  return page({
    title: `${one.name}: Zustellpunkt beenden?`,
    preline: managing.owner.name,
    breadcrumb: [{ label: 'Zustellpunkte', href: addressFor(managing, '/zustellpunkte') }],
    main: html`${alert({ kind: 'warning', title: 'Das lässt sich nicht rückgängig machen.', body: 'Neue Anträge kommen hier nicht mehr an. Onlinedienste, die ihn nutzen, nehmen keine Anträge mehr an, bis ein anderer Zustellpunkt gewählt ist. Was schon ankam, bleibt lesbar.' })}
      ${form({ action: addressFor(managing, `${path}/beenden`), csrfToken: request.csrfToken, label: 'Beenden' }, buttonRow(button('Zustellpunkt beenden'), linkButton('Abbrechen', addressFor(managing, path), { kind: 'secondary' })))}`,
  });
}

async function create(deps: DeliveryWebDeps, request: PageRequest): Promise<PageAnswer> {
  const managing = await managingFor(deps, request.principal, request.query.get('kommune'));
  if (!managing.ok) return { kind: 'refusal', refusal: managing.refusal };
  const [name, postfach] = [request.form.get('name') ?? '', request.form.get('postfach') ?? ''];
  const made = await openZustellpunkt(deps, managing.value.party, name, postfach);
  return made.ok ? done(managing.value, made.value.id, 'angelegt') : showList(deps, request, made.refusal);
}

async function change(deps: DeliveryWebDeps, request: PageRequest, action: PageAction): Promise<PageAnswer> {
  const managing = await managingFor(deps, request.principal, request.query.get('kommune'));
  if (!managing.ok) return { kind: 'refusal', refusal: managing.refusal };
  const { id = '' } = request.params;
  const changed = await act(deps, managing.value.party, id, action, request.form.get('postfach') ?? '');
  return changed.ok ? done(managing.value, id, action) : showOne(deps, request, changed.refusal);
}

async function readOne(
  deps: DeliveryWebDeps,
  request: PageRequest,
): Promise<Result<Omit<Parameters<typeof oneContent>[2], 'reason'>>> {
  const managing = await managingFor(deps, request.principal, request.query.get('kommune'));
  if (!managing.ok) return managing;
  const one = (await readAll(deps, managing.value)).find(({ id }) => id === request.params.id);
  return one ? ok({ one, managing: managing.value }) : refuse(zustellpunktUnknown);
}

function readAll({ db, clock }: DeliveryWebDeps, { owner }: Managing): Promise<readonly Zustellpunkt[]> {
  return db.withPublic((tx) => listZustellpunkte(tx, owner.tenant, clock.now()));
}

function page(content: PageContent): PageAnswer {
  return { kind: 'page', content };
}

function answer(content: PageContent, reason: Refusal | null): PageAnswer {
  if (reason === null) return page(content);
  return { kind: 'page', status: statusOfRefusal(reason.kind), content: { ...content, error: true } };
}

function done(managing: Managing, id: string, flash: keyof typeof flashes): PageAnswer {
  const address = addressFor(managing, `/zustellpunkte/${id}`);
  return { kind: 'redirect', to: `${address}${managing.several ? '&' : '?'}getan=${flash}` };
}

function flashOf({ query }: PageRequest): Pick<PageContent, 'flash'> {
  const name = query.get('getan') ?? '';
  const title = Object.entries(flashes).find(([key]) => key === name)?.[1];
  return title === undefined ? {} : { flash: { kind: 'success', title } };
}
