import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, type Result } from '#kernel';
import {
  dayOfAddress,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  type AnsweredList,
  alert,
  answerList,
  dateForm,
  emptyState,
  type Html,
  listEndings,
  listFormatOf,
  listIndex,
  listPage,
  section,
  textLink,
} from '#ui';
import type { CompassDeps } from '../doors-deps.ts';
import { type Reader, readerOf } from '../use-cases/editor.ts';
import {
  type StandListe,
  type StandZeile,
  standListe,
  type Umfang,
  umfaenge,
  zeilenIn,
} from '../use-cases/stand-liste.ts';
import { standDefinition } from '../views/stand-list.ts';
import { transferColumns } from '../views/transfer-columns.ts';
import { flashOf } from './answers.ts';
import { carriedForm } from './carried-form.ts';
import { firstSteps } from './first-steps.ts';
import { standSelection } from './sammel-auswahl.ts';
import { standTiles, umfangTabs } from './stand-figures.ts';

interface Asked {
  readonly reader: Reader;
  readonly liste: StandListe;
  readonly umfang: Umfang;
  readonly zeilen: readonly StandZeile[];
  readonly csrfToken: string;
  /** The former day that is shown; null for today, which alone can be changed. */
  readonly frueher: LocalDate | null;
}

/** The Stand of the own Kommune: the page and its two files. */
export function standRoutes(deps: CompassDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'compass.stand',
    method: 'GET',
    path: `/stand${ending}`,
    access: { permission: 'compass.stand.read' },
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const asked = await ask(deps, request);
  if (!asked.ok) return refusal(asked.refusal);
  const { reader, liste, umfang, zeilen } = asked.value;
  const { name, ags } = reader.kommune;
  const list = await answerList(
    deps,
    {
      definition: await shownDefinition(deps, asked.value, listFormatOf(request.path) !== null),
      index: listIndex(standDefinition, zeilen),
    },
    { path: request.path, query: withUmfang(request.query, umfang) },
    {
      fileName: `stand-${ags}-${liste.date}`,
      title: `Umsetzungsstand ${name}`,
      source: `Angaben der Kommune ${name} in dieser Installation`,
      state: formatLocalDate(liste.date),
    },
  );
  return list.kind === 'list' ? page({ ...content(asked.value, list), ...flashOf(request) }) : list;
}

/** The page shows some columns; the files have everything, so that they can be read again. */
async function shownDefinition(deps: CompassDeps, { reader, liste, zeilen }: Asked, asFile: boolean) {
  if (!asFile) return standDefinition;
  const loesungen = await deps.loesungen();
  return {
    ...standDefinition,
    columns: transferColumns(reader.kommune.ags, { ...liste, loesungen }, zeilen),
  };
}

async function ask(deps: CompassDeps, { principal, query, csrfToken }: PageRequest): Promise<Result<Asked>> {
  const reader = await readerOf(deps, principal);
  if (!reader.ok) return reader;
  const day = dayOfAddress(query, deps.clock);
  if (!day.ok) return day;
  const liste = await standListe(deps, reader.value, day.value);
  if (!liste.ok) return liste;
  const meine = zeilenIn(liste.value, 'meine');
  const named = umfaenge.find((each) => each === query.get('umfang'));
  // Who works for a Fachbereich comes for its Leistungen; who coordinates comes for all.
  const umfang = named ?? (meine.length > 0 && !reader.value.darfVerwalten ? 'meine' : 'pflichten');
  const zeilen = zeilenIn(liste.value, umfang);
  const frueher = day.value === deps.clock.today() ? null : day.value;
  return {
    ok: true,
    value: { reader: reader.value, liste: liste.value, umfang, zeilen, csrfToken, frueher },
  };
}

function withUmfang(query: URLSearchParams, umfang: Umfang): URLSearchParams {
  const next = new URLSearchParams(query);
  next.set('umfang', umfang);
  return next;
}

const manyAtOnce = [
  { label: 'Als Tabelle bearbeiten', href: '/stand/matrix' },
  { label: 'Datei einlesen oder aus Excel einfügen', href: '/stand/einlesen' },
  { label: 'Sammeländerungen und Rückgängig', href: '/stand/sammel' },
];

function content(asked: Asked, list: AnsweredList<StandZeile>): PageContent {
  const { reader, liste, umfang, zeilen, csrfToken, frueher } = asked;
  const { name } = reader.kommune;
  const darfAendern = reader.darfPflegen && frueher === null;
  const beginning =
    darfAendern && umfang === 'pflichten' && liste.zeilen.every(({ stand }) => stand === null);
  // Whoever has chosen already looks at the list.
  const { search, filters } = list.result.query;
  const narrowed = search !== '' || Object.values(filters).some((values) => values.length > 0);
  return {
    title: `Umsetzungsstand ${name}`,
    preline: 'Stand',
    lead: `Was ${name} zu jeder Leistung angibt. Ohne Angabe steht „keine Angabe“: Das zählt nirgends als erledigt und nirgends als offen.`,
    wide: true,
    main: html`${frueher === null ? '' : formerDay(frueher)}${umfangTabs(liste, umfang, frueher)}${beginning ? (narrowed ? '' : firstSteps(zeilen)) : standTiles(zeilen, umfang, frueher)}${frueher === null ? carriedForm(asked, csrfToken) : ''}
      ${section(
        'Leistungen',
        listPage(standDefinition, list.result, {
          action: '/stand',
          caption: `Umsetzungsstand von ${name}`,
          problems: list.problems,
          noun: ['Leistung', 'Leistungen'],
          selection: darfAendern ? standSelection(csrfToken) : undefined,
          emptyState: emptyState({
            title: umfang === 'meine' ? 'Ihnen ist noch keine Leistung zugeordnet' : 'Keine Leistungen',
            body:
              umfang === 'meine'
                ? 'Ihre OZG-Koordination ordnet Leistungen einem Fachbereich oder Ihnen selbst zu. Alle Leistungen sehen Sie unter „Pflichten“.'
                : 'Zu dieser Auswahl gibt es nichts.',
          }),
        }),
      )}${beginning ? '' : section('Stand an einem früheren Tag', dateForm('/stand', liste.date, { umfang }))}`,
    nextSteps: [
      { label: 'Lücken und passende Lösungen', href: '/stand/luecken' },
      { label: 'Widersprüche in den Angaben', href: '/stand/widersprueche' },
      { label: 'Was sich für mich geändert hat', href: '/meine-aenderungen' },
      ...(darfAendern ? manyAtOnce : []),
      { label: 'Fachbereiche und Zuständige', href: '/fachbereiche' },
      { label: `Was ${name} schuldet, mit Gründen`, href: `/kommunen/${reader.kommune.ags}/pflichten` },
    ],
  };
}

function formerDay(day: LocalDate): Html {
  return alert({
    kind: 'info',
    title: `So stand es am ${formatLocalDate(day)}`,
    body: html`Das zeigt, was an diesem Tag galt. Ändern lässt sich nur der ${textLink('/stand', 'Stand von heute')}.`,
  });
}
