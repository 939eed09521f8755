import { html } from 'hono/html';
import { type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import { formField, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { refusalNotice, section } from '#ui';
import { invalid } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { addRahmen, giveNotice, listRahmen, type Rahmenwunsch, readHaeuser } from '../use-cases/rahmen.ts';
import { type Betrachtende, betrachtendeOf } from '../use-cases/read-bestellungen.ts';
import { flashOf } from './answers.ts';
import { dayReader } from './form-days.ts';
import { krumeMarkt } from './parts.ts';
import { addForm, address, list, type Shown } from './rahmen-parts.ts';
import { registerRoutes } from './register-routes.ts';

/** The contracts between a Kommune and its providers: once made, below them every service is called off. */
export function rahmenRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return registerRoutes(deps, {
    address,
    capabilities: {
      show: 'marketplace.frameworks',
      add: 'marketplace.framework.add',
      end: 'marketplace.framework.end',
    },
    ending: 'kuendigen',
    flashes: { added: 'rahmen', ended: 'gekuendigt' },
    content: (request, reason) => contentOf(deps, request, reason),
    read: readWunsch,
    add: (wer, wunsch, file) => addRahmen(deps, wer, wunsch, file),
    end: (wer, id, zum) => giveNotice(deps, wer, id, zum),
  });
}

async function contentOf(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<Result<PageContent>> {
  const who = await betrachtendeOf(deps, request.principal);
  if (!who.ok) return who;
  const all = await listRahmen(deps, who.value.wer);
  const haeuser = await deps.db.withPublic(readHaeuser);
  return ok(content(who.value, { all, haeuser, today: deps.clock.today() }, request, reason));
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
