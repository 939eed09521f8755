import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import { formatLocalDate, type Refusal, type Result, refuse } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import {
  button,
  emptyState,
  errorOf,
  form,
  type Html,
  inputField,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import {
  type Fachbereich,
  type Fachbereiche,
  type FachbereichRegel,
  istBeendet,
  personRollen,
} from '../domain/fachbereich.ts';
import type { CompassDeps, Person } from '../doors-deps.ts';
import { fachbereichUnknown } from '../errors.ts';
import { rolleLabel } from '../messages.ts';
import { type Editor, managerOf, type Reader, readerOf } from '../use-cases/editor.ts';
import {
  addPerson,
  assignLeistungen,
  changeFachbereich,
  fachbereicheOfKommune,
  removePerson,
} from '../use-cases/fachbereiche.ts';
import {
  done,
  type FlashName,
  fassungIn,
  flashOf,
  page,
  problemsOf,
  refusal,
  refusalNotice,
  refusedPage,
} from './answers.ts';

interface Asked {
  readonly reader: Reader;
  readonly fachbereich: Fachbereich;
  readonly all: Fachbereiche;
  readonly personen: readonly Person[];
  readonly catalogue: Catalogue;
  readonly beendet: boolean;
}

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
        fassung: fassungIn(given.get('fassung')),
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

function rulesPart(asked: Asked, request: PageRequest, reason: Refusal | null): Html {
  const { all, fachbereich, catalogue, reader, beendet } = asked;
  const own = all.regeln.filter(({ fachbereichId }) => fachbereichId === fachbereich.id);
  const list =
    own.length === 0
      ? emptyState({
          title: 'Noch nichts zugeordnet',
          body: 'Ordnen Sie ein Themenfeld, eine OZG-Leistung oder eine Leistung zu.',
        })
      : table({
          caption: 'Zugeordnete Leistungen',
          captionHidden: true,
          small: true,
          columns: [{ label: 'Was', width: 'wide' }, { label: 'Art' }, { label: 'Ändern' }],
          rows: own.map((regel) => [
            regelText(catalogue, regel),
            artLabel[regel.art],
            reader.darfVerwalten ? removeForm(fachbereich, regel, request) : '–',
          ]),
        });
  return section(
    'Welche Leistungen gehören dazu?',
    html`${list}${reader.darfVerwalten && !beendet ? assignForm(asked, request, reason) : ''}`,
    {
      lead: 'Die engste Zuordnung gilt: eine Leistung vor ihrer OZG-Leistung, diese vor dem Themenfeld. Was jemand an der Leistung selbst angibt, geht vor.',
    },
  );
}

const artLabel = { themenfeld: 'Themenfeld', ozg: 'OZG-Leistung', leistung: 'Leistung' } as const;

function regelText(catalogue: Catalogue, { art, ziel }: FachbereichRegel): Html | string {
  if (art === 'leistung')
    return textLink(
      `/stand/${ziel}`,
      catalogue.leistungById.get(ziel)?.name ?? `${ziel} (nicht mehr im Katalog)`,
    );
  if (art === 'ozg')
    return `${ziel} ${catalogue.ozgById.get(Number(ziel))?.name ?? '(nicht mehr im Katalog)'}`;
  return catalogue.themenfeldById.get(Number(ziel))?.name ?? `${ziel} (nicht mehr im Katalog)`;
}

function removeForm({ id }: Fachbereich, { art, ziel }: FachbereichRegel, request: PageRequest): Html {
  return form(
    {
      action: `/fachbereiche/${id}/zuordnen`,
      csrfToken: request.csrfToken,
      hidden: { art, ziel, wegnehmen: 'ja' },
      label: `${artLabel[art]} ${ziel} wegnehmen`,
    },
    button('Wegnehmen', { kind: 'tertiary', small: true }),
  );
}

function assignForm({ fachbereich, catalogue }: Asked, request: PageRequest, reason: Refusal | null): Html {
  const themenfelder = catalogue.themenfelder.map(({ id, name }) => ({ value: String(id), label: name }));
  return form(
    {
      action: `/fachbereiche/${fachbereich.id}/zuordnen`,
      csrfToken: request.csrfToken,
      label: 'Leistungen zuordnen',
    },
    html`${selectField({ name: 'themenfeld', label: 'Ganzes Themenfeld', optional: true, options: themenfelder })}${inputField(
      {
        name: 'nummer',
        label: 'Oder eine Nummer',
        hint: 'OZG-Leistung, zum Beispiel 10017, oder Leistung, zum Beispiel L00001',
        optional: true,
        width: 'medium',
        id: 'feld-ziel',
        error: errorOf(problemsOf(reason), 'ziel'),
      },
    )}${button('Zuordnen', { kind: 'secondary' })}`,
  );
}

function peoplePart(
  { all, fachbereich, personen, reader, beendet }: Asked,
  request: PageRequest,
  reason: Refusal | null,
): Html {
  const own = all.personen.filter(({ fachbereichId }) => fachbereichId === fachbereich.id);
  const names = new Map(personen.map((person) => [person.id, person]));
  const rows = own.map(({ id, mitgliedId, rolle, von, bis }) => {
    const person = names.get(mitgliedId);
    const name = `${person?.name ?? mitgliedId}${person?.entfernt ? ' (nicht mehr da)' : ''}`;
    return [
      name,
      rolleLabel[rolle],
      formatLocalDate(von),
      bis ? formatLocalDate(bis) : 'ohne Ende',
      reader.darfVerwalten && bis === null ? endForm(fachbereich, id, name, request) : '–',
    ];
  });
  const columns = [
    { label: 'Person' },
    { label: 'Rolle' },
    { label: 'Von' },
    { label: 'Bis' },
    { label: 'Ändern' },
  ];
  return section(
    'Wer arbeitet hier?',
    html`${rows.length > 0 ? table({ caption: 'Personen', captionHidden: true, small: true, columns, rows }) : emptyState({ title: 'Noch niemand', body: 'Wer eingetragen ist, findet diese Leistungen unter „Meine Leistungen“.' })}${reader.darfVerwalten && !beendet ? personForm(fachbereich, personen, request, reason) : ''}`,
  );
}

function endForm({ id }: Fachbereich, person: string, name: string, request: PageRequest): Html {
  return form(
    {
      action: `/fachbereiche/${id}/personen-ende`,
      csrfToken: request.csrfToken,
      hidden: { person },
      label: `${name}: Zuordnung beenden`,
    },
    button('Beenden', { kind: 'tertiary', small: true }),
  );
}

function personForm(
  { id }: Fachbereich,
  personen: readonly Person[],
  request: PageRequest,
  reason: Refusal | null,
): Html {
  const problems = problemsOf(reason);
  const people = personen.filter(({ entfernt }) => !entfernt);
  return form(
    { action: `/fachbereiche/${id}/personen`, csrfToken: request.csrfToken, label: 'Person eintragen' },
    html`${selectField({
      name: 'mitgliedId',
      label: 'Person',
      options: people.map((person) => ({ value: person.id, label: person.name })),
      value: request.form.get('mitgliedId'),
      error: errorOf(problems, 'mitgliedId'),
    })}${selectField({
      name: 'rolle',
      label: 'Rolle',
      options: personRollen.map((rolle) => ({ value: rolle, label: rolleLabel[rolle] })),
      value: request.form.get('rolle') ?? 'mitarbeit',
      error: errorOf(problems, 'rolle'),
    })}<div class="lw-inline-form">${inputField({ name: 'von', label: 'Von', type: 'date', optional: true, value: request.form.get('von'), error: errorOf(problems, 'von') })}${inputField({ name: 'bis', label: 'Bis', hint: 'Nötig bei einer Vertretung', type: 'date', optional: true, value: request.form.get('bis'), error: errorOf(problems, 'bis') })}</div>${button('Eintragen', { kind: 'secondary' })}`,
  );
}

function changePart({ fachbereich }: Asked, request: PageRequest, reason: Refusal | null): Html {
  const problems = problemsOf(reason);
  return section(
    'Umbenennen oder beenden',
    form(
      {
        action: `/fachbereiche/${fachbereich.id}/aendern`,
        csrfToken: request.csrfToken,
        hidden: { fassung: String(fachbereich.fassung) },
        label: 'Fachbereich ändern',
      },
      html`${inputField({
        name: 'name',
        label: 'Name',
        maxLength: 120,
        value: request.form.get('name') ?? fachbereich.name,
        error: errorOf(problems, 'name'),
      })}${inputField({
        name: 'endetAm',
        label: 'Letzter Tag',
        type: 'date',
        optional: true,
        hint: 'Danach zählen seine Zuordnungen nicht mehr. Angaben und Verlauf bleiben.',
        value: request.form.get('endetAm') ?? fachbereich.endetAm,
        error: errorOf(problems, 'endetAm'),
      })}${button('Speichern')}`,
    ),
  );
}
