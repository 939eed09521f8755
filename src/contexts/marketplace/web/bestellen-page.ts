import { html } from 'hono/html';
import { ok, parseLocalDate, type Refusal, type Result, refuse } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { descriptionList, refusalNotice, section, textLink } from '#ui';
import { vergabearten } from '../domain/bestellung.ts';
import { vertretungsregel } from '../domain/vertretungsregeln.ts';
import { invalidField, noPrice, notKommune } from '../errors.ts';
import { euro } from '../geld.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { formLabel, preisluecke } from '../messages.ts';
import { type Bestellwunsch, orderNow, prepareOrder } from '../use-cases/bestellen.ts';
import { type Dienstseite, type EigeneSicht, readDienstseite } from '../use-cases/read-dienst.ts';
import { bestellendeOf } from '../use-cases/wer.ts';
import { done } from './answers.ts';
import { orderForm } from './bestell-form.ts';
import { einmaligText } from './einmalig-text.ts';
import { bestellungHref, dienstHref, krumeMarkt } from './parts.ts';

/** From a gap to an order in one step: those who may bind the Kommune order, everybody else prepares. */
export function bestellenRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  const route = (method: 'GET' | 'POST', handle: PageRoute['handle']): PageRoute => ({
    capability: 'marketplace.order.prepare',
    method,
    path: '/marktplatz/:dienst/bestellen',
    access: 'signed-in',
    handle,
  });
  return [
    route('GET', (request) => show(deps, request, null)),
    route('POST', (request) => receive(deps, request)),
  ];
}

async function show(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const found = await readDienstseite(deps, request.principal, request.params.dienst ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { eigene } = found.value;
  if (eigene === null) return refusal(notKommune);
  const { preis } = eigene.preis;
  if (preis.jahrCent === null) return refusal(noPrice(preisluecke[preis.luecke ?? 'kein-preisblatt']));
  const shown = content(found.value, eigene, request, reason);
  return reason === null ? page(shown) : refusedPage(shown, reason);
}

async function receive(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const wunsch = readWunsch(request);
  if (!wunsch.ok) return show(deps, request, wunsch.refusal);
  const now = request.form.get('aktion') === 'bestellen';
  const ordered = await (now ? orderNow : prepareOrder)(deps, wer.value, wunsch.value);
  if (!ordered.ok) return show(deps, request, ordered.refusal);
  return done(bestellungHref(ordered.value.id), now ? 'bestellt' : 'vorbereitet');
}

function readWunsch({ form: typed, params }: PageRequest): Result<Bestellwunsch> {
  const text = (name: string) => formField(typed, name);
  const years = text('laufzeit');
  if (years !== '' && !/^\d{1,2}$/.test(years))
    return refuse(
      invalidField(
        'laufzeit',
        'Bitte nennen Sie die Laufzeit in ganzen Jahren, oder lassen Sie das Feld leer.',
      ),
    );
  const vergabe = vergabearten.find((each) => each === text('vergabe'));
  if (!vergabe)
    return refuse(
      invalidField('vergabe', 'Bitte wählen Sie, auf welcher Grundlage Sie den Auftrag vergeben.'),
    );
  const beginn = text('beginn') === '' ? ok(null) : parseLocalDate(text('beginn'));
  if (!beginn.ok) return refuse(invalidField('beginn', beginn.refusal.message));
  return ok({
    dienst: params.dienst ?? '',
    laufzeitJahre: years === '' ? null : Number(years),
    laufendeVerwaltung: text('laufend') === 'ja',
    laufendGrund: text('laufendGrund'),
    vergabe,
    vergabeGrund: text('vergabeGrund'),
    beginn: beginn.value,
    bemerkung: text('bemerkung'),
  });
}

function content(
  { offering, inhalt }: Dienstseite,
  { preis, einmalig, wer, rahmen }: EigeneSicht,
  request: PageRequest,
  reason: Refusal | null,
): PageContent {
  const { data, dienst, anbieter } = offering.angebot;
  const regel = vertretungsregel(wer.kommune.ags);
  const { jahrCent, ersteCent } = preis.preis;
  return {
    title: wer.darfBestellen ? `Bestellen: ${data.title}` : `Bestellung vorbereiten: ${data.title}`,
    preline: wer.kommune.name,
    lead: wer.darfBestellen
      ? 'Bestellen bindet Ihre Kommune, sobald der Anbieter annimmt. Sie können die Bestellung auch nur vorbereiten.'
      : 'Vorbereiten bindet niemanden. Sie erhalten das Dokument, das unterschrieben wird.',
    breadcrumb: [krumeMarkt, { label: data.title, href: dienstHref(dienst) }],
    main: html`${refusalNotice(reason)}${section(
      'Was Sie bestellen',
      descriptionList([
        ['Onlinedienst', data.title],
        ['Anbieter', anbieter],
        ['Je Kalenderjahr', euro(jahrCent ?? 0)],
        ['Erste Periode', euro(ersteCent ?? 0)],
        ['Einmalig', einmaligText(einmalig)],
        [
          'Rahmenvereinbarung',
          rahmen?.titel ??
            (inhalt.rahmenNoetig
              ? html`fehlt noch. ${textLink('/rahmenvereinbarungen', 'Rahmenvereinbarung eintragen')}`
              : 'nicht nötig'),
        ],
        [
          regel.annahme ? `${regel.norm} (Annahme)` : regel.norm,
          `${regel.text} Hier: ${formLabel[regel.form]}.`,
        ],
      ]),
    )}${section('Angaben zur Bestellung', orderForm(dienst, wer.darfBestellen, request, reason))}`,
    nextSteps: [{ label: 'Wer für die Kommune unterschreiben darf', href: '/zeichnungsbefugnisse' }],
  };
}
