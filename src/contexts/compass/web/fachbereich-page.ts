import { html } from 'hono/html';
import { formatLocalDate, type Refusal, type Result, refuse } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { refusalNotice } from '#ui';
import { istBeendet } from '../domain/fachbereich.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { fachbereichUnknown } from '../errors.ts';
import { type Editor, managerOf, readerOf } from '../use-cases/editor.ts';
import { addPerson, removePerson } from '../use-cases/fachbereich-personen.ts';
import { assignLeistungen, changeFachbereich, fachbereicheOfKommune } from '../use-cases/fachbereiche.ts';
import { done, type FlashName, flashOf } from './answers.ts';
import type { AskedFachbereich as Asked } from './fachbereich-asked.ts';
import { changePart, peoplePart } from './fachbereich-people.ts';
import { rulesPart } from './fachbereich-rules.ts';

/** One Fachbereich: its name and end, its Leistungen, its people. */
export function fachbereichRoutes(deps: CompassDeps): readonly PageRoute[] {
  const post = (
    capability: string,
    ending: string,
    flash: FlashName,
    act: (editor: Editor, id: string, form: URLSearchParams) => Promise<Result<unknown>>,
  ): PageRoute => ({
    capability,
    method: 'POST',
    path: `/fachbereiche/:id/${ending}`,
    access: { permission: 'compass.manage' },
    handle: (request) => receive(deps, request, flash, act),
  });
  return [
    {
      capability: 'compass.fachbereiche',
      method: 'GET',
      path: '/fachbereiche/:id',
      access: { permission: 'compass.stand.read' },
      handle: async (request) => {
        const asked = await ask(deps, request);
        return asked.ok ? page(content(asked.value, request, null)) : refusal(asked.refusal);
      },
    },
    post('compass.fachbereich.change', 'aendern', 'geaendert', (editor, id, given) =>
      changeFachbereich(deps, editor, {
        id,
        fassung: numberIn(given.get('fassung')),
        name: given.get('name') ?? '',
        endetAm: given.get('endetAm') || null,
      }),
    ),
    post('compass.fachbereich.assign', 'zuordnen', 'zugeordnet', (editor, id, given) =>
      assignLeistungen(deps, editor, { ...zielIn(given), fachbereichId: given.has('wegnehmen') ? null : id }),
    ),
    post('compass.fachbereich.person', 'personen', 'person', (editor, id, given) =>
      addPerson(deps, editor, {
        fachbereichId: id,
        mitgliedId: given.get('mitgliedId') ?? '',
        rolle: given.get('rolle') ?? '',
        von: given.get('von') ?? '',
        bis: given.get('bis') || null,
      }),
    ),
    post('compass.fachbereich.person-end', 'personen-ende', 'person-beendet', (editor, _id, given) =>
      removePerson(deps, editor, given.get('person') ?? ''),
    ),
  ];
}

/** A Themenfeld comes from its list; OZG-Leistung and Leistung are typed by their number. */
function zielIn(given: URLSearchParams): { readonly art: string; readonly ziel: string } {
  const nummer = (given.get('nummer') ?? '').trim().toUpperCase();
  if (given.has('wegnehmen')) return { art: given.get('art') ?? '', ziel: given.get('ziel') ?? '' };
  if (nummer === '') return { art: 'themenfeld', ziel: given.get('themenfeld') ?? '' };
  return { art: /^\d{5}$/.test(nummer) ? 'ozg' : 'leistung', ziel: nummer };
}

async function ask(deps: CompassDeps, { principal, params }: PageRequest): Promise<Result<Asked>> {
  const reader = await readerOf(deps, principal);
  if (!reader.ok) return reader;
  const all = await fachbereicheOfKommune(deps, reader.value);
  const fachbereich = all.fachbereiche.find(({ id }) => id === params.id);
  if (!fachbereich) return refuse(fachbereichUnknown);
  const { actor, kommune } = reader.value;
  const [personen, { catalogue }] = [await deps.personen(actor, kommune), await deps.world()];
  const beendet = istBeendet(fachbereich, deps.clock.today());
  return { ok: true, value: { reader: reader.value, fachbereich, all, personen, catalogue, beendet } };
}

async function receive(
  deps: CompassDeps,
  request: PageRequest,
  flash: FlashName,
  act: (editor: Editor, id: string, form: URLSearchParams) => Promise<Result<unknown>>,
): Promise<PageAnswer> {
  const editor = await managerOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const id = request.params.id ?? '';
  const result = await act(editor.value, id, request.form);
  if (result.ok) return done(`/fachbereiche/${id}`, flash);
  const asked = await ask(deps, request);
  return asked.ok
    ? refusedPage(content(asked.value, request, result.refusal), result.refusal)
    : refusal(result.refusal);
}

function content(asked: Asked, request: PageRequest, reason: Refusal | null): PageContent {
  const { reader, fachbereich, beendet } = asked;
  const manage = reader.darfVerwalten;
  return {
    title: fachbereich.name,
    preline:
      beendet && fachbereich.endetAm
        ? `Fachbereich, beendet am ${formatLocalDate(fachbereich.endetAm)}`
        : 'Fachbereich',
    breadcrumb: [
      { label: 'Umsetzungsstand', href: '/stand' },
      { label: 'Fachbereiche', href: '/fachbereiche' },
    ],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${rulesPart(asked, request, reason)}${peoplePart(asked, request, reason)}${manage ? changePart(asked, request, reason) : ''}`,
    nextSteps: [
      {
        label: 'Leistungen dieses Fachbereichs',
        href: `/stand?umfang=pflichten&fachbereich=${encodeURIComponent(fachbereich.name)}`,
      },
    ],
  };
}
