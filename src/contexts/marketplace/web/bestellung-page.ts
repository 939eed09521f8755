import { html } from 'hono/html';
import { formatLocalDate, ok, parseLocalDate, type Refusal, type Result, refuse } from '#kernel';
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
import { descriptionList, refusalNotice, section } from '#ui';
import type { Bestellung } from '../domain/bestellung.ts';
import { invalidField } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { vergabeLabel, zustandText } from '../messages.ts';
import { acceptOrder, declineOrder, endOrder, withdrawOrder } from '../use-cases/bestellschritte.ts';
import { documentName, orderPdf } from '../use-cases/dokument.ts';
import {
  type Bestelldetail,
  type Betrachtende,
  betrachtendeOf,
  readBestelldetail,
} from '../use-cases/read-bestellungen.ts';
import { anbietendeOf, bestellendeOf } from '../use-cases/wer.ts';
import { recordPaper, signOrder } from '../use-cases/zeichnen.ts';
import { done, type FlashName, fileOf, flashOf, noFile } from './answers.ts';
import { documentsOfOrder, priceFacts, signatureFacts } from './bestellung-facts.ts';
import { stepsSection } from './bestellung-steps.ts';
import { bestellBadge, bestellungHref } from './parts.ts';

const prepare = { permission: 'marketplace.prepare' } as const;
const order = { permission: 'marketplace.order' } as const;
const provide = { permission: 'marketplace.manage' } as const;

type Act = (
  request: PageRequest,
  ref: { readonly id: string; readonly version: number },
) => Promise<Result<Bestellung>>;

/** One order: what it says, its document, and what can be done with it by whoever looks. */
export function bestellungRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  const post = (
    capability: string,
    ending: string,
    access: PageRoute['access'],
    flash: FlashName,
    act: Act,
  ): PageRoute => ({
    capability,
    method: 'POST',
    path: `/bestellungen/:id/${ending}`,
    access,
    handle: (request) => receive(deps, request, flash, act),
  });
  return [
    {
      capability: 'marketplace.order',
      method: 'GET',
      path: '/bestellungen/:id',
      access: 'signed-in',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'marketplace.order.document',
      method: 'GET',
      path: '/bestellungen/:id/dokument.pdf',
      access: 'signed-in',
      handle: (request) => document(deps, request),
    },
    post('marketplace.order.sign', 'zeichnen', order, 'bestellt', async ({ principal }, ref) => {
      const wer = await bestellendeOf(deps, principal, 'bestellen');
      return wer.ok ? signOrder(deps, wer.value, ref) : wer;
    }),
    {
      ...post('marketplace.order.paper', 'papier', prepare, 'papier', (request, ref) =>
        paper(deps, request, ref),
      ),
      uploadLimit: largestDocument,
      admitUpload: ({ principal }) => bestellendeOf(deps, principal, 'vorbereiten'),
    },
    post(
      'marketplace.order.withdraw',
      'zurueckziehen',
      'signed-in',
      'zurueckgezogen',
      async (request, ref) => {
        const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
        return wer.ok ? withdrawOrder(deps, wer.value, ref, formField(request.form, 'grund')) : wer;
      },
    ),
    post('marketplace.order.accept', 'annehmen', provide, 'angenommen', async ({ principal }, ref) => {
      const wer = await anbietendeOf(deps, principal);
      return wer.ok ? acceptOrder(deps, wer.value, ref) : wer;
    }),
    post('marketplace.order.decline', 'ablehnen', provide, 'abgelehnt', async (request, ref) => {
      const wer = await anbietendeOf(deps, request.principal);
      return wer.ok ? declineOrder(deps, wer.value, ref, formField(request.form, 'grund')) : wer;
    }),
    post('marketplace.order.end', 'beenden', order, 'beendet', async (request, ref) => {
      const wer = await bestellendeOf(deps, request.principal, 'bestellen');
      if (!wer.ok) return wer;
      const zum = dayOf(request, 'zum');
      return zum.ok ? endOrder(deps, wer.value, ref, zum.value) : zum;
    }),
  ];
}

function dayOf({ form }: PageRequest, field: string) {
  const parsed = parseLocalDate(formField(form, field));
  return parsed.ok ? parsed : refuse(invalidField(field, parsed.refusal.message));
}

async function paper(
  deps: MarketplaceDeps,
  request: PageRequest,
  ref: { readonly id: string; readonly version: number },
): Promise<Result<Bestellung>> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return wer;
  const befugnis = formField(request.form, 'befugnis');
  if (befugnis === '') return refuse(invalidField('befugnis', 'Bitte wählen Sie, wer unterschrieben hat.'));
  const am = dayOf(request, 'am');
  if (!am.ok) return am;
  const file = (await fileOf(request)) ?? noFile;
  return recordPaper(deps, wer.value, { ...ref, befugnis, am: am.value, file });
}

async function receive(
  deps: MarketplaceDeps,
  request: PageRequest,
  flash: FlashName,
  act: Act,
): Promise<PageAnswer> {
  const id = request.params.id ?? '';
  const result = await act(request, { id, version: numberIn(request.form.get('version')) });
  if (result.ok) return done(bestellungHref(id), flash);
  const { kind } = result.refusal;
  return kind === 'not-found' || kind === 'forbidden'
    ? refusal(result.refusal)
    : show(deps, request, result.refusal);
}

async function readShown(deps: MarketplaceDeps, { principal, params }: PageRequest) {
  const who = await betrachtendeOf(deps, principal);
  if (!who.ok) return who;
  const detail = await readBestelldetail(deps, who.value, params.id ?? '');
  return detail.ok ? ok({ who: who.value, detail: detail.value }) : detail;
}

async function show(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const shown = await readShown(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  const made = content(shown.value.who, shown.value.detail, request, reason);
  return reason === null ? page(made) : refusedPage(made, reason);
}

async function document(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const shown = await readShown(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  const { detail } = shown.value;
  const body = new Uint8Array(await orderPdf(detail, deps.clock.now()));
  return { kind: 'download', fileName: documentName(detail), contentType: 'application/pdf', body };
}

function content(
  who: Betrachtende,
  detail: Bestelldetail,
  request: PageRequest,
  reason: Refusal | null,
): PageContent {
  const { bestellung, regel } = detail;
  const { inhalt, zustand, kommune, id } = bestellung;
  return {
    title: `Bestellung: ${inhalt.titel}`,
    preline: kommune,
    lead: html`${bestellBadge(zustand)} ${zustandText[zustand]}`,
    wide: true,
    breadcrumb: [{ label: 'Bestellungen', href: '/bestellungen' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${stepsSection(who, detail, request, reason)}${section('Preis und Wert', priceFacts(detail))}${section(
      'Grundlagen',
      descriptionList([
        ['Anbieter', inhalt.haus],
        [
          'Leistungen',
          html`${inhalt.leistungen.map(({ name, leika }) => html`<div>${name} (${leika})</div>`)}`,
        ],
        ['Rahmenvereinbarung', inhalt.rahmen?.titel ?? 'nicht nötig'],
        ['Vergabe', [vergabeLabel[inhalt.vergabe], inhalt.vergabeGrund].filter(Boolean).join('. ')],
        ['Laufende Verwaltung', inhalt.laufendeVerwaltung ? `ja: ${inhalt.laufendGrund}` : 'nein'],
        ['Gewünschter Beginn', inhalt.beginn ? formatLocalDate(inhalt.beginn) : 'so bald wie möglich'],
        ['Bemerkung', inhalt.bemerkung],
        [regel.annahme ? `${regel.norm} (Annahme)` : regel.norm, regel.text],
      ]),
    )}${section('Unterschrift und Antwort', signatureFacts(bestellung))}${documentsOfOrder(detail)}`,
    nextSteps: [
      ...(zustand === 'vorbereitet'
        ? []
        : [{ label: 'Dokument als PDF', href: `${bestellungHref(id)}/dokument.pdf` }]),
      { label: 'Zum Onlinedienst', href: `/marktplatz/${bestellung.dienst}` },
    ],
  };
}
