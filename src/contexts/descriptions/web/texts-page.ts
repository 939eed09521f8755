import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type Principal,
  page,
  refusal,
} from '#platform';
import {
  badge,
  button,
  buttonRow,
  emptyState,
  form,
  inputField,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import { type DescriptionsDeps, descriptionsPermissions } from '../deps.ts';
import { textSprachen } from '../domain/eigener-text.ts';
import { listTexts, type TextListRow } from '../use-cases/read-texts.ts';
import { type TextEditor, textEditor } from '../use-cases/text-editor.ts';
import { flashOf } from './answers.ts';
import { carried, paths } from './paths.ts';
import { spracheLabel } from './text-parts.ts';

/** The own texts of a Kommune; a provider first chooses one of its circle. */
export async function showTexts(
  deps: DescriptionsDeps,
  request: PageRequest,
  principal: Principal,
): Promise<PageAnswer> {
  const named = request.query.get('kommune') ?? '';
  const circle = await deps.circleOf(principal);
  const own = await deps.ownKommune(principal);
  if (own === null && named === '')
    return page({ ...chooseContent(circle ?? []), nextSteps: nextSteps(request) });
  const editor = await textEditor(deps, principal, named);
  if (!editor.ok) return refusal(editor.refusal);
  const rows = await listTexts(deps, editor.value);
  return page(listContent(request, editor.value, rows, named));
}

const title = 'Eigene Texte';

function chooseContent(circle: readonly { readonly ags: string; readonly name: string }[]): PageContent {
  const options = circle
    .map(({ ags, name }) => ({ value: ags, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'de'));
  return {
    title,
    lead: 'Für welche Kommune schreiben Sie? Ihr Text steht dort über dem von Land und Bund.',
    main:
      options.length === 0
        ? emptyState({
            title: 'Noch keine Kommune',
            body: 'Hier stehen die Kommunen, die Sie betreuen.',
          })
        : form(
            { action: paths.texte, method: 'get', label: 'Kommune wählen' },
            html`${selectField({ name: 'kommune', label: 'Kommune', options })}${buttonRow(button('Texte zeigen'))}`,
          ),
  };
}

function listContent(
  request: PageRequest,
  { kommune }: TextEditor,
  rows: readonly TextListRow[],
  named: string,
): PageContent {
  const due = rows.filter(({ faellig }) => faellig).length;
  return {
    title,
    preline: kommune.name,
    lead:
      due === 0
        ? 'Was Sie hier schreiben, steht über dem Text von Land und Bund.'
        : `${due} ${due === 1 ? 'Text ist' : 'Texte sind'} zur Durchsicht fällig.`,
    ...flashOf(request),
    main: html`${table({
      caption: title,
      captionHidden: true,
      columns: [{ label: 'Leistung' }, { label: 'Sprache' }, { label: 'Stand' }, { label: 'Durchsicht bis' }],
      rows: rows.map((row) => rowOf(row, named)),
      empty: emptyState({
        title: 'Noch kein eigener Text',
        body: 'Wählen Sie unten eine Leistung. Bis dahin lesen Ihre Bürgerinnen und Bürger, was Land und Bund schreiben.',
      }),
    })}${section('Einen Text schreiben', newForm(named))}`,
    nextSteps: nextSteps(request),
  };
}

/** Where else one edits; feeds are for those who may read them in. */
function nextSteps({ principal }: PageRequest): NonNullable<PageContent['nextSteps']> {
  const desk = { label: 'Zur Redaktion', href: paths.redaktion };
  return principal?.permissions.has(descriptionsPermissions.import)
    ? [desk, { label: 'Texte aus XZuFi-Lieferungen', href: paths.xzufi }]
    : [desk];
}

function rowOf({ leistung, sprache, text, entwurf, faellig }: TextListRow, kommune: string) {
  const state = text?.inhalt
    ? badge('success', `Veröffentlicht (Fassung ${text.nummer})`)
    : badge('neutral', 'Nicht veröffentlicht');
  const until = text?.inhalt ? formatLocalDate(text.inhalt.pruefenBis) : '';
  return [
    textLink(carried(paths.text(leistung.id), { kommune, sprache }), leistung.name),
    spracheLabel[sprache] ?? sprache,
    html`${state}${entwurf ? badge('info', 'Entwurf') : ''}`,
    faellig ? badge('warning', `fällig seit ${until}`) : until,
  ];
}

function newForm(kommune: string) {
  return form(
    {
      action: `${paths.texte}/oeffnen`,
      method: 'get',
      label: 'Einen Text schreiben',
      hidden: kommune === '' ? {} : { kommune },
    },
    html`${inputField({
      name: 'leistung',
      label: 'Leistung',
      hint: 'Name, LeiKa-Schlüssel oder Nummer, zum Beispiel L02950.',
      autocomplete: 'off',
    })}${selectField({
      name: 'sprache',
      label: 'Sprache',
      value: 'de',
      placeholder: null,
      options: textSprachen.map((value) => ({ value, label: spracheLabel[value] ?? value })),
    })}${buttonRow(button('Öffnen'))}`,
  );
}
