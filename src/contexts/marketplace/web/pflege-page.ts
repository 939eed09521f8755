import { html } from 'hono/html';
import { ok, type Refusal, refuse } from '#kernel';
import {
  formField,
  largestDocument,
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { refusalNotice, section } from '#ui';
import { ohneAngaben } from '../domain/angaben.ts';
import type { Dienstdokument } from '../domain/dienstdokument.ts';
import { readPreisText } from '../domain/preis-text.ts';
import { invalid } from '../errors.ts';
import { centOfText, euroField } from '../geld.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readDokumente } from '../store/dokumente.ts';
import { describeDienst, statePrice } from '../use-cases/describe.ts';
import { addDokument, withdrawDokument } from '../use-cases/dienstdokumente.ts';
import { type Offering, ownOffering } from '../use-cases/offering.ts';
import { anbietendeOf } from '../use-cases/wer.ts';
import { done, fileOf, flashOf, noFile } from './answers.ts';
import { dokumentForm, ruecknahmeSection } from './dokument-forms.ts';
import { dayReader } from './form-days.ts';
import { dienstHref, krumeMarkt } from './parts.ts';
import { angabenForm, readAngabenForm } from './pflege-forms.ts';
import { preisForm, readPreisFields } from './preis-form.ts';

const manage = { permission: 'marketplace.manage' } as const;
const geld = { read: centOfText, write: euroField };

/** What the provider says of its own service: details, prices, documents. */
export function pflegeRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return [
    {
      capability: 'marketplace.describe',
      method: 'GET',
      path: '/marktplatz/:dienst/pflegen',
      access: manage,
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'marketplace.describe',
      method: 'POST',
      path: '/marktplatz/:dienst/angaben',
      access: manage,
      handle: (request) => receiveAngaben(deps, request),
    },
    {
      capability: 'marketplace.price',
      method: 'POST',
      path: '/marktplatz/:dienst/preis',
      access: manage,
      handle: (request) => receivePreis(deps, request),
    },
    {
      capability: 'marketplace.document.add',
      method: 'POST',
      path: '/marktplatz/:dienst/dokumente',
      access: manage,
      uploadLimit: largestDocument,
      admitUpload: ({ principal }) => anbietendeOf(deps, principal),
      handle: (request) => receiveDokument(deps, request),
    },
    {
      capability: 'marketplace.document.withdraw',
      method: 'POST',
      path: '/marktplatz/:dienst/dokumente/ruecknahme',
      access: manage,
      handle: (request) => receiveRuecknahme(deps, request),
    },
  ];
}

async function show(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const dienst = request.params.dienst ?? '';
  const found = await deps.db.withPublic(async (tx) => {
    const offering = await ownOffering(tx, deps, wer.value, dienst);
    return offering.ok
      ? ok({ offering: offering.value, dokumente: await readDokumente(tx, dienst) })
      : offering;
  });
  if (!found.ok) return refusal(found.refusal);
  const shown = content(found.value, request, reason, deps.clock.today());
  return reason === null ? page(shown) : refusedPage(shown, reason);
}

async function receiveAngaben(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const { inhalt, problems } = readAngabenForm(request.form);
  const grundlage = numberIn(request.form.get('grundlage'));
  const dienst = request.params.dienst ?? '';
  const saved =
    problems.length > 0
      ? refuse(invalid(problems))
      : await describeDienst(deps, wer.value, dienst, { grundlage, inhalt });
  return saved.ok ? done(dienstHref(dienst), 'angaben') : show(deps, request, saved.refusal);
}

async function receivePreis(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const { inhalt, problems } = readPreisText(readPreisFields(request.form), geld);
  const days = dayReader(request.form);
  const gueltigAb = days.required('gueltigAb', deps.clock.today());
  const wrong = [...problems, ...days.problems];
  const dienst = request.params.dienst ?? '';
  const grundlage = numberIn(request.form.get('grundlage'));
  const saved =
    wrong.length > 0
      ? refuse(invalid(wrong))
      : await statePrice(deps, wer.value, dienst, { grundlage, gueltigAb, inhalt });
  return saved.ok ? done(dienstHref(dienst), 'preis') : show(deps, request, saved.refusal);
}

async function receiveDokument(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const dienst = request.params.dienst ?? '';
  const file = (await fileOf(request)) ?? noFile;
  const added = await addDokument(deps, wer.value, dienst, { titel: formField(request.form, 'titel'), file });
  return added.ok ? done(dienstHref(dienst), 'dokument') : show(deps, request, added.refusal);
}

async function receiveRuecknahme(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const dienst = request.params.dienst ?? '';
  const wish = { id: formField(request.form, 'dokument'), grund: formField(request.form, 'grund') };
  const gone = await withdrawDokument(deps, wer.value, dienst, wish);
  return gone.ok ? done(dienstHref(dienst), 'ruecknahme') : show(deps, request, gone.refusal);
}

function content(
  { offering, dokumente }: { readonly offering: Offering; readonly dokumente: readonly Dienstdokument[] },
  request: PageRequest,
  reason: Refusal | null,
  today: string,
): PageContent {
  const { dienst, data, anbieter } = offering.angebot;
  const state = { request, reason, dienst };
  return {
    title: `Angaben und Preise: ${data.title}`,
    preline: anbieter,
    lead: 'Was Kommunen auf dem Marktplatz lesen. Preise und Angaben werden nie überschrieben.',
    breadcrumb: [krumeMarkt, { label: data.title, href: dienstHref(dienst) }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${section(
      'Neues Preisblatt',
      preisForm(state, offering.preise.at(-1)?.nummer ?? 0, offering.preise.at(-1)?.inhalt ?? null, today),
      { id: 'preis', lead: 'In den vier Teilen, in denen Marktplätze Preise nennen.' },
    )}${section(
      'Angaben',
      angabenForm(state, offering.angaben?.nummer ?? 0, offering.angaben?.inhalt ?? ohneAngaben),
      { id: 'angaben' },
    )}${section('Dokument hinzufügen', dokumentForm(state), { id: 'dokument' })}${ruecknahmeSection(state, dokumente)}`,
  };
}
