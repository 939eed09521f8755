import { html } from 'hono/html';
import { type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
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
import { badge, descriptionList, externalLink, refusalNotice, section } from '#ui';
import { befugnisarten } from '../domain/befugnis.ts';
import { vertretungsregel } from '../domain/vertretungsregeln.ts';
import { invalid, invalidField } from '../errors.ts';
import { centOfText } from '../geld.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { formLabel } from '../messages.ts';
import { addBefugnis, type Befugniswunsch, readBefugnisse, revokeSigner } from '../use-cases/befugnisse.ts';
import { bestellendeOf } from '../use-cases/wer.ts';
import { done, fileOf, flashOf } from './answers.ts';
import { addForm, address, list, type Shown } from './befugnis-parts.ts';
import { dayReader } from './form-days.ts';
import { krumeMarkt } from './parts.ts';

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
