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
  badge,
  button,
  descriptionList,
  emptyState,
  errorOf,
  externalLink,
  fileField,
  form,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  table,
} from '#ui';
import { type Befugnis, befugnisarten, hindernisOf } from '../domain/befugnis.ts';
import { vertretungsregel } from '../domain/vertretungsregeln.ts';
import { invalid, invalidField } from '../errors.ts';
import { centOfText, euro } from '../geld.ts';
import type { MarketplaceDeps, Person } from '../marketplace-deps.ts';
import { befugnisLabel, formLabel } from '../messages.ts';
import { addBefugnis, type Befugniswunsch, readBefugnisse, revokeSigner } from '../use-cases/befugnisse.ts';
import { type Bestellende, bestellendeOf } from '../use-cases/wer.ts';
import { done, fileOf, flashOf } from './answers.ts';
import { dayReader } from './form-days.ts';
import { krumeMarkt, paperLink } from './parts.ts';

const address = '/zeichnungsbefugnisse';
const prepare = { permission: 'marketplace.prepare' } as const;

/** Who may bind the Kommune: dated records that the Kommune keeps. */
export function befugnisRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return [
    {
      capability: 'marketplace.signers',
      method: 'GET',
      path: address,
      access: 'signed-in',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'marketplace.signer.add',
      method: 'POST',
      path: address,
      access: prepare,
      uploadLimit: largestDocument,
      admitUpload: ({ principal }) => bestellendeOf(deps, principal, 'vorbereiten'),
      handle: (request) => add(deps, request),
    },
    {
      capability: 'marketplace.signer.revoke',
      method: 'POST',
      path: `${address}/:id/widerrufen`,
      access: prepare,
      handle: (request) => revoke(deps, request),
    },
  ];
}

async function show(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'lesen');
  if (!wer.ok) return refusal(wer.refusal);
  const shown = {
    wer: wer.value,
    all: await readBefugnisse(deps, wer.value),
    personen: wer.value.darfVorbereiten ? await deps.personen(wer.value.actor, wer.value.kommune) : [],
    today: deps.clock.today(),
  };
  const made = content(shown, request, reason);
  return reason === null ? page(made) : refusedPage(made, reason);
}

async function add(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const wunsch = readWunsch(request, deps.clock.today());
  const added = wunsch.ok ? await addBefugnis(deps, wer.value, wunsch.value, await fileOf(request)) : wunsch;
  return added.ok ? done(address, 'befugnis') : show(deps, request, added.refusal);
}

function readWunsch({ form: typed }: PageRequest, today: LocalDate): Result<Befugniswunsch> {
  const text = (name: string) => formField(typed, name);
  const days = dayReader(typed);
  const art = befugnisarten.find((each) => each === text('art'));
  if (!art) return refuse(invalidField('art', 'Bitte wählen Sie, als wer die Person unterschreibt.'));
  const grenzeCent = text('grenze') === '' ? null : centOfText(text('grenze'));
  if (text('grenze') !== '' && grenzeCent === null)
    return refuse(invalidField('grenze', 'Bitte schreiben Sie den Betrag wie 25.000,00.'));
  const wunsch = {
    name: text('name'),
    mitglied: text('mitglied') === '' ? null : text('mitglied'),
    art,
    grenzeCent,
    gueltigVon: days.required('gueltigVon', today),
    gueltigBis: days.optional('gueltigBis'),
    grundlage: text('grundlage'),
  };
  return days.problems.length > 0 ? refuse(invalid(days.problems)) : ok(wunsch);
}

async function revoke(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const days = dayReader(request.form);
  const zum = days.required('zum', deps.clock.today());
  const revoked =
    days.problems.length > 0
      ? refuse(invalid(days.problems))
      : await revokeSigner(deps, wer.value, request.params.id ?? '', zum);
  if (revoked.ok) return done(address, 'widerrufen');
  return revoked.refusal.kind === 'not-found'
    ? refusal(revoked.refusal)
    : show(deps, request, revoked.refusal);
}

interface Shown {
  readonly wer: Bestellende;
  readonly all: readonly Befugnis[];
  readonly personen: readonly Person[];
  readonly today: LocalDate;
}

function content(shown: Shown, request: PageRequest, reason: Refusal | null): PageContent {
  const { wer } = shown;
  const regel = vertretungsregel(wer.kommune.ags);
  return {
    title: 'Wer für die Kommune unterschreiben darf',
    preline: wer.kommune.name,
    lead: 'Nur wer hier steht, kann verbindlich bestellen. Niemand trägt die eigene Befugnis ein.',
    wide: true,
    breadcrumb: [krumeMarkt, { label: 'Bestellungen', href: '/bestellungen' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${list(shown, request, reason)}${section(
      'Die Regel',
      descriptionList([
        ['Norm', regel.annahme ? html`${regel.norm} ${badge('warning', 'Annahme')}` : regel.norm],
        ['Was sie verlangt', regel.text],
        ['Form', formLabel[regel.form]],
        [
          'Quelle',
          regel.source.url ? externalLink(regel.source.url, regel.source.title) : regel.source.title,
        ],
      ]),
    )}${wer.darfVorbereiten ? section('Zeichnungsbefugnis eintragen', addForm(shown, request, reason), { id: 'eintragen' }) : ''}`,
    nextSteps: [
      { label: 'Bestellungen', href: '/bestellungen' },
      { label: 'Rahmenvereinbarungen', href: '/rahmenvereinbarungen' },
    ],
  };
}

function list({ all, wer, today }: Shown, request: PageRequest, reason: Refusal | null) {
  if (all.length === 0)
    return emptyState({
      title: 'Noch niemand eingetragen',
      body: 'Solange hier niemand steht, lassen sich Bestellungen nur vorbereiten.',
    });
  const mayEnd = wer.darfVorbereiten;
  return table({
    caption: 'Zeichnungsbefugnisse',
    captionHidden: true,
    columns: [
      { label: 'Person', width: 'wide' },
      { label: 'Als' },
      { label: 'Bis zu welchem Wert' },
      { label: 'Gilt' },
      { label: 'Heute' },
      ...(mayEnd ? [{ label: 'Widerrufen' }] : []),
    ],
    rows: all.map((each) => [
      html`${each.name}<p class="kern-body kern-body--small kern-body--muted">${each.grundlage}${each.mitglied ? '' : ', ohne Zugang hier: unterschreibt auf Papier'}</p>${each.datei ? paperLink(each.datei, `Vollmacht für ${each.name}`) : ''}`,
      befugnisLabel[each.art],
      each.grenzeCent === null ? 'ohne Grenze' : euro(each.grenzeCent),
      `ab ${formatLocalDate(each.gueltigVon)}${each.gueltigBis ? ` bis ${formatLocalDate(each.gueltigBis)}` : ''}${each.widerrufenZum ? `, widerrufen zum ${formatLocalDate(each.widerrufenZum)}` : ''}`,
      todayBadge(each, today),
      ...(mayEnd ? [each.widerrufenZum === null ? revokeForm(each, request, reason) : 'widerrufen'] : []),
    ]),
  });
}

function todayBadge(befugnis: Befugnis, tag: LocalDate) {
  const hindernis = hindernisOf(befugnis, { tag, wertCent: 0, laufendeVerwaltung: true });
  if (hindernis === null) return badge('success', 'gilt');
  return badge(
    'neutral',
    hindernis === 'noch-nicht'
      ? 'gilt später'
      : hindernis === 'ohne-papier'
        ? 'ohne Papier'
        : 'gilt nicht mehr',
  );
}

function revokeForm({ id, name }: Befugnis, { csrfToken, params }: PageRequest, reason: Refusal | null) {
  const problem = params.id === id ? errorOf(problemsOf(reason), 'zum') : null;
  return accordion({
    title: 'Widerruf eintragen',
    open: problem !== null,
    body: form(
      { action: `${address}/${id}/widerrufen`, csrfToken, label: `Befugnis von ${name} widerrufen` },
      html`${inputField({ name: 'zum', id: problem === null ? `feld-zum-${id}` : 'feld-zum', label: 'Ab welchem Tag?', type: 'date', error: problem })}${button('Widerrufen', { kind: 'secondary' })}`,
    ),
  });
}

function addForm(
  { personen }: Shown,
  { csrfToken, form: typed, params }: PageRequest,
  reason: Refusal | null,
) {
  const problems = params.id === undefined ? problemsOf(reason) : [];
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(problems, name) });
  return form(
    { action: address, csrfToken, multipart: true, label: 'Zeichnungsbefugnis eintragen' },
    html`${inputField({ ...field('name'), label: 'Name', maxLength: 200 })}${selectField({
      ...field('mitglied'),
      label: 'Zugang hier',
      optional: true,
      placeholder: 'kein Zugang, unterschreibt auf Papier',
      options: personen.map(({ id, name, darfBestellen }) => ({
        value: id,
        label: darfBestellen ? name : `${name} (ohne die Rolle „Verwaltungsleitung“)`,
      })),
    })}${selectField({
      ...field('art'),
      label: 'Unterschreibt als',
      options: befugnisarten.map((each) => ({ value: each, label: befugnisLabel[each] })),
    })}${inputField({
      ...field('grenze'),
      label: 'Bis zu welchem Wert (Euro)',
      hint: 'Bei Vollmacht und laufender Verwaltung nötig.',
      inputmode: 'decimal',
      width: 'medium',
      optional: true,
    })}${inputField({ ...field('gueltigVon'), label: 'Gilt ab', type: 'date' })}${inputField({
      ...field('gueltigBis'),
      label: 'Gilt bis',
      type: 'date',
      optional: true,
    })}${inputField({
      ...field('grundlage'),
      label: 'Worauf beruht das?',
      hint: 'Zum Beispiel Wahl, Bestellung durch den Rat, Vollmacht vom …, Zuständigkeitsordnung.',
      maxLength: 500,
    })}${fileField({
      name: 'datei',
      label: 'Vollmacht als Datei',
      optional: true,
      hint: 'Bei einer Vollmacht nötig. PDF, PNG oder JPEG, höchstens 10 MB. Nur Ihre Kommune kann sie lesen.',
      accept: 'application/pdf,image/png,image/jpeg',
      error: errorOf(problems, 'datei'),
    })}${button('Zeichnungsbefugnis eintragen')}`,
  );
}
