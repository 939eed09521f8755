import { html } from 'hono/html';
import { type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import { formField, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { badge, descriptionList, externalLink, refusalNotice, section } from '#ui';
import { befugnisarten } from '../domain/befugnis.ts';
import { vertretungsregel } from '../domain/vertretungsregeln.ts';
import { invalid, invalidField } from '../errors.ts';
import { centOfText } from '../geld.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { formLabel } from '../messages.ts';
import { addBefugnis, type Befugniswunsch, readBefugnisse, revokeSigner } from '../use-cases/befugnisse.ts';
import { bestellendeOf } from '../use-cases/wer.ts';
import { flashOf } from './answers.ts';
import { addForm, address, list, type Shown } from './befugnis-parts.ts';
import { dayReader } from './form-days.ts';
import { krumeMarkt } from './parts.ts';
import { registerRoutes } from './register-routes.ts';

/** Who may bind the Kommune: dated records that the Kommune keeps. */
export function befugnisRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return registerRoutes(deps, {
    address,
    capabilities: {
      show: 'marketplace.signers',
      add: 'marketplace.signer.add',
      end: 'marketplace.signer.revoke',
    },
    ending: 'widerrufen',
    flashes: { added: 'befugnis', ended: 'widerrufen' },
    content: (request, reason) => contentOf(deps, request, reason),
    read: readWunsch,
    add: (wer, wunsch, file) => addBefugnis(deps, wer, wunsch, file),
    end: (wer, id, zum) => revokeSigner(deps, wer, id, zum),
  });
}

async function contentOf(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<Result<PageContent>> {
  const wer = await bestellendeOf(deps, request.principal, 'lesen');
  if (!wer.ok) return wer;
  const shown = {
    wer: wer.value,
    all: await readBefugnisse(deps, wer.value),
    personen: wer.value.darfVorbereiten ? await deps.personen(wer.value.actor, wer.value.kommune) : [],
    today: deps.clock.today(),
  };
  return ok(content(shown, request, reason));
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
