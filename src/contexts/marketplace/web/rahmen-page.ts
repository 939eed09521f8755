import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import {
  formField,
  largestDocument,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  accordion,
  button,
  emptyState,
  errorOf,
  fileField,
  form,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  table,
} from '#ui';
import { gilt, letzterTag, type Rahmenvereinbarung } from '../domain/rahmen.ts';
import { invalid } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import {
  addRahmen,
  giveNotice,
  type Haus,
  listRahmen,
  type Rahmenwunsch,
  readHaeuser,
} from '../use-cases/rahmen.ts';
import { type Betrachtende, betrachtendeOf } from '../use-cases/read-bestellungen.ts';
import { bestellendeOf } from '../use-cases/wer.ts';
import { done, fileOf, flashOf } from './answers.ts';
import { dayReader } from './form-days.ts';
import { krumeMarkt, paperLink } from './parts.ts';

const address = '/rahmenvereinbarungen';
const prepare = { permission: 'marketplace.prepare' } as const;

/** The contracts between a Kommune and its providers: once made, below them every service is called off. */
export function rahmenRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return [
    {
      capability: 'marketplace.frameworks',
      method: 'GET',
      path: address,
      access: 'signed-in',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'marketplace.framework.add',
      method: 'POST',
      path: address,
      access: prepare,
      uploadLimit: largestDocument,
      admitUpload: ({ principal }) => bestellendeOf(deps, principal, 'vorbereiten'),
      handle: (request) => add(deps, request),
    },
    {
      capability: 'marketplace.framework.end',
      method: 'POST',
      path: `${address}/:id/kuendigen`,
      access: prepare,
      handle: (request) => end(deps, request),
    },
  ];
}

async function show(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const who = await betrachtendeOf(deps, request.principal);
  if (!who.ok) return refusal(who.refusal);
  const all = await listRahmen(deps, who.value.wer);
  const haeuser = await deps.db.withPublic(readHaeuser);
  const made = content(who.value, { all, haeuser, today: deps.clock.today() }, request, reason);
  return reason === null ? page(made) : refusedPage(made, reason);
}

async function add(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const wunsch = readWunsch(request, deps.clock.today());
  const added = wunsch.ok ? await addRahmen(deps, wer.value, wunsch.value, await fileOf(request)) : wunsch;
  return added.ok ? done(address, 'rahmen') : show(deps, request, added.refusal);
}

function readWunsch({ form: typed }: PageRequest, today: LocalDate): Result<Rahmenwunsch> {
  const days = dayReader(typed);
  const months = formField(typed, 'kuendigungMonate');
  const wunsch = {
    anbieterId: formField(typed, 'anbieter'),
    titel: formField(typed, 'titel'),
    gueltigVon: days.required('gueltigVon', today),
    gueltigBis: days.optional('gueltigBis'),
    kuendigungMonate: /^\d{1,2}$/.test(months) ? Number(months) : -1,
    gezeichnetVon: formField(typed, 'gezeichnetVon'),
  };
  return days.problems.length > 0 ? refuse(invalid(days.problems)) : ok(wunsch);
}

async function end(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const days = dayReader(request.form);
  const zum = days.required('zum', deps.clock.today());
  const ended =
    days.problems.length > 0
      ? refuse(invalid(days.problems))
      : await giveNotice(deps, wer.value, request.params.id ?? '', zum);
  if (ended.ok) return done(address, 'gekuendigt');
  return ended.refusal.kind === 'not-found' ? refusal(ended.refusal) : show(deps, request, ended.refusal);
}

interface Shown {
  readonly all: readonly Rahmenvereinbarung[];
  readonly haeuser: readonly Haus[];
  readonly today: LocalDate;
}

function content(who: Betrachtende, shown: Shown, request: PageRequest, reason: Refusal | null): PageContent {
  const own = who.seite === 'kommune';
  const mayAdd = own && who.wer.darfVorbereiten;
  return {
    title: 'Rahmenvereinbarungen',
    preline: own ? who.wer.kommune.name : who.wer.anbieter.name,
    lead: own
      ? 'Einmal mit jedem Anbieter geschlossen. Danach rufen Sie jeden Onlinedienst einzeln ab.'
      : 'Was Kommunen mit Ihrem Haus vereinbart und hier eingetragen haben.',
    wide: true,
    breadcrumb: [krumeMarkt],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${list(shown, mayAdd, request, reason)}${mayAdd ? section('Rahmenvereinbarung eintragen', addForm(shown, request, reason), { id: 'eintragen' }) : ''}`,
    nextSteps: [
      { label: 'Bestellungen', href: '/bestellungen' },
      { label: 'Marktplatz', href: '/marktplatz' },
    ],
  };
}

function list({ all, today }: Shown, mayEnd: boolean, request: PageRequest, reason: Refusal | null) {
  if (all.length === 0)
    return emptyState({
      title: 'Noch keine Rahmenvereinbarung',
      body: 'Hier steht, mit wem eine Rahmenvereinbarung gilt, seit wann, und wie sie endet.',
    });
  return table({
    caption: 'Rahmenvereinbarungen',
    captionHidden: true,
    columns: [
      { label: 'Vereinbarung', width: 'wide' },
      { label: 'Zwischen' },
      { label: 'Gilt' },
      { label: 'Kündigungsfrist' },
      { label: 'Unterschrieben' },
      ...(mayEnd ? [{ label: 'Kündigen' }] : []),
    ],
    rows: all.map((each) => [
      html`${each.titel}${each.datei ? html`<p class="kern-body kern-body--small">${paperLink(each.datei, `Papier zu „${each.titel}“`)}</p>` : ''}`,
      `${each.kommune} und ${each.anbieter}`,
      spanText(each, today),
      `${each.kuendigungMonate} Monate zum Ende eines Jahres`,
      each.gezeichnetVon,
      ...(mayEnd ? [each.gekuendigtZum === null ? endForm(each, request, reason) : 'gekündigt'] : []),
    ]),
  });
}

function spanText(each: Rahmenvereinbarung, today: LocalDate): string {
  const last = letzterTag(each);
  const span = `ab ${formatLocalDate(each.gueltigVon)}${last ? ` bis ${formatLocalDate(last)}` : ', ohne Ende'}`;
  return gilt(each, today) ? span : `${span} (gilt heute nicht)`;
}

function endForm(
  { id, titel }: Rahmenvereinbarung,
  { csrfToken, params }: PageRequest,
  reason: Refusal | null,
) {
  const problem = params.id === id ? errorOf(problemsOf(reason), 'zum') : null;
  return accordion({
    title: 'Kündigung eintragen',
    open: problem !== null,
    body: form(
      { action: `${address}/${id}/kuendigen`, csrfToken, label: `Kündigung von „${titel}“` },
      html`${inputField({ name: 'zum', id: problem === null ? `feld-zum-${id}` : 'feld-zum', label: 'Zum', type: 'date', error: problem })}${button('Kündigung eintragen', { kind: 'secondary' })}`,
    ),
  });
}

function addForm(
  { haeuser }: Shown,
  { csrfToken, form: typed, params }: PageRequest,
  reason: Refusal | null,
) {
  const problems = params.id === undefined ? problemsOf(reason) : [];
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(problems, name) });
  return form(
    { action: address, csrfToken, multipart: true, label: 'Rahmenvereinbarung eintragen' },
    html`${selectField({
      ...field('anbieter'),
      label: 'Mit wem?',
      options: haeuser.map(({ id, name }) => ({ value: id, label: name })),
    })}${inputField({ ...field('titel'), label: 'Titel der Vereinbarung', maxLength: 200 })}${inputField({
      ...field('gueltigVon'),
      label: 'Gilt ab',
      type: 'date',
    })}${inputField({ ...field('gueltigBis'), label: 'Gilt bis', type: 'date', optional: true, hint: 'Leer heißt ohne Ende.' })}${inputField(
      {
        ...field('kuendigungMonate'),
        label: 'Kündigungsfrist in Monaten zum Ende eines Jahres',
        inputmode: 'numeric',
        width: 'narrow',
      },
    )}${inputField({
      ...field('gezeichnetVon'),
      label: 'Wer hat für die Kommune unterschrieben?',
      hint: 'Name und Amt.',
      maxLength: 200,
    })}${fileField({
      name: 'datei',
      label: 'Unterschriebenes Dokument',
      optional: true,
      hint: 'PDF, PNG oder JPEG, höchstens 10 MB. Auch der Anbieter kann es lesen.',
      accept: 'application/pdf,image/png,image/jpeg',
      error: errorOf(problems, 'datei'),
    })}${button('Rahmenvereinbarung eintragen')}`,
  );
}
