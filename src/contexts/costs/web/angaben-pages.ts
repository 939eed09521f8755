import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { listEndings, refusalNotice } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { hausKennung } from '../domain/rechnungsangaben.ts';
import { zahlerName } from '../domain/zahler-name.ts';
import type { Manager } from '../use-cases/actors.ts';
import { angabenverlauf, saveAngaben } from '../use-cases/rechnungsangaben.ts';
import { angabenListe, vonLabel } from './angaben-list.ts';
import { angabenForm, angabenIn, verlaufSection } from './angaben-parts.ts';
import { angabenPath, done, kosten, managerRoute } from './answers.ts';

/** What electronic bills say of the house and of its payers: all of it, and one with its history. */
export function angabenRoutes(deps: CostsDeps): readonly PageRoute[] {
  const one = `${angabenPath}/:kennung`;
  return [
    ...listEndings.map((ending) =>
      managerRoute(deps, 'costs.particulars', 'GET', `${angabenPath}${ending}`, (who, request) =>
        angabenListe(deps, who, request),
      ),
    ),
    managerRoute(deps, 'costs.particulars.save', 'POST', angabenPath, async (_, request) =>
      toOne(formField(request.form, 'kennung')),
    ),
    managerRoute(deps, 'costs.particular', 'GET', one, (who, request) => show(deps, who, request, null)),
    managerRoute(deps, 'costs.particulars.save', 'POST', one, (who, request) => save(deps, who, request)),
  ];
}

function toOne(typed: string): PageAnswer {
  return { kind: 'redirect', to: `${angabenPath}/${encodeURIComponent(typed.trim() || hausKennung)}` };
}

async function save(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const kennung = request.params.kennung ?? '';
  const wunsch = { kennung, grundlage: numberIn(request.form.get('grundlage')) };
  const saved = await saveAngaben(deps, who, { ...wunsch, angaben: angabenIn(request.form, kennung) });
  return saved.ok ? done(angabenPath, 'angaben') : show(deps, who, request, saved.refusal);
}

async function show(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const kennung = request.params.kennung ?? '';
  const found = await angabenverlauf(deps, who, kennung);
  if (!found.ok) return refusal(found.refusal);
  const own = kennung === hausKennung;
  const [newest] = found.value;
  const shown = { action: `${angabenPath}/${kennung}`, cancelHref: angabenPath, kennung };
  const typed = { ...shown, angaben: newest?.angaben, fassung: newest?.fassung ?? 0 };
  const verlauf = found.value.map((one) => ({ ...one, wer: vonLabel[one.von] }));
  const content = {
    title: own ? who.anbieter.name : zahlerName(await deps.territory(), kennung),
    preline: 'Rechnungsangaben',
    lead: own
      ? 'Was auf jeder XRechnung über Ihr Haus steht. Name und Anschrift so, wie sie rechtlich gelten.'
      : 'An wen die XRechnung geht. Name und Anschrift so, wie sie rechtlich gelten, zum Beispiel „Alte Hansestadt Lemgo“.',
    breadcrumb: [kosten, { label: 'Rechnungsangaben', href: angabenPath }],
    main: html`${refusalNotice(reason)}${angabenForm(request, typed, reason)}${verlaufSection('Frühere Fassungen', verlauf)}`,
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}
