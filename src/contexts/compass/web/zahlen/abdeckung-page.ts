import { html } from 'hono/html';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  answerList,
  emptyState,
  formatNumber,
  formatShare,
  listPage,
  section,
  stackedBars,
  statTiles,
} from '#ui';
import type { CompassDeps } from '../../doors-deps.ts';
import { type Abdeckung, answerAbdeckung } from '../../figures/answer-figures.ts';
import { gezaehlteKommunen } from '../../figures/frage.ts';
import { type Abdeckungsgliederung, abdeckungsgliederungen } from '../../figures/teile.ts';
import { gesamteAbdeckung, ohneAngabenFilter, teilParameter } from '../../use-cases/abdeckung-fragen.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { gliederungLabel } from '../../views/gliederung-label.ts';
import { abdeckungSaetze, anteil, werGezaehltIst } from '../../views/zahlen-saetze.ts';
import { abdeckungDefinition } from './abdeckung-list.ts';
import { fileOf } from './file-of.ts';
import { umfangForm } from './umfang-form.ts';
import { addressOf, askedOf, paareHref, zahlenPage, zahlenRoutes } from './zahlen-route.ts';

const address = '/zahlen/abdeckung';

/** How far duties are covered, part by part. */
export function abdeckungRoutes(deps: CompassDeps): readonly PageRoute[] {
  return zahlenRoutes(deps, { capability: 'compass.abdeckung', path: address }, (frage, request) =>
    answer(deps, ohneAngabenFilter(frage), request),
  );
}

async function answer(deps: CompassDeps, frage: GestellteFrage, request: PageRequest): Promise<PageAnswer> {
  const nach = abdeckungsgliederungen.find((each) => each === request.query.get('nach')) ?? 'themenfeld';
  const zeilen = await answerAbdeckung(frage, nach);
  const definition = abdeckungDefinition(frage, nach);
  const list = await answerList(
    deps,
    { definition, rows: zeilen },
    askedOf(request, frage, { nach }),
    fileOf(frage, `abdeckung-${nach}`, `Abdeckung nach ${gliederungLabel[nach]}`),
  );
  if (list.kind !== 'list') return list;
  return zahlenPage(frage, address, {
    title: 'Abdeckung',
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: `Wie viel von dem, was die Kommunen anbieten müssen, ist online? ${werGezaehltIst(frage)}`,
    main: html`${umfangForm(frage, address, [nachChoice], withNach(frage, nach))}
      ${zeilen.length === 0 ? '' : section('Alles zusammen', abdeckungTiles(frage, await gesamteAbdeckung(frage)))}
      ${zeilen.length > 1 && zeilen.length <= 60 ? chart(frage, nach, zeilen) : ''}
      ${section(
        `Nach ${gliederungLabel[nach]}`,
        listPage(definition, list.result, {
          action: address,
          caption: `Abdeckung nach ${gliederungLabel[nach]}`,
          problems: list.problems,
          noun: ['Zeile', 'Zeilen'],
          emptyState: nothingCounted,
        }),
      )}`,
  });
}

const nachChoice = {
  name: 'nach',
  label: 'Aufgeteilt nach',
  options: abdeckungsgliederungen
    .filter((each) => each !== 'gesamt')
    .map((value) => ({ value, label: gliederungLabel[value] })),
};

/** What a page of figures says where a choice matches nothing. */
export const nothingCounted = emptyState({
  title: 'Dazu gibt es nichts zu zählen',
  body: 'Zu dieser Auswahl gibt es keine Kommune, deren Angaben Sie sehen dürfen, oder keine Leistung.',
});

function withNach({ parameters }: GestellteFrage, nach: string): URLSearchParams {
  return new URLSearchParams([...parameters, ['nach', nach]]);
}

/** The three shares with their sentences, each leading to the pairs that it counts. */
export function abdeckungTiles(frage: GestellteFrage, abdeckung: Abdeckung | null) {
  if (abdeckung === null) return nothingCounted;
  const { parameters } = frage;
  const saetze = abdeckungSaetze(abdeckung, frage);
  const { kommunen, einwohner, faelle, ohneAngabe } = abdeckung;
  const online = paareHref(parameters, { zustand: 'online' });
  return statTiles([
    { label: 'Anteil der Pflichten', value: anteil(kommunen), note: saetze.kommunen, href: online },
    // Of a single Kommune all pairs weigh the same.
    ...(gezaehlteKommunen(frage).length === 1
      ? []
      : [{ label: 'nach Einwohnern', value: anteil(einwohner), note: saetze.einwohner }]),
    {
      label: 'nach Fällen',
      value: anteil(faelle),
      note: saetze.faelle,
      href: paareHref(parameters, { fallzahl: 'bekannt', mindestens: null }),
    },
    {
      label: 'ohne Angabe',
      value: formatNumber(ohneAngabe),
      note: saetze.ohneAngabe,
      href: paareHref(parameters, { zustand: 'keine-angabe', mindestens: null }),
    },
  ]);
}

function chart({ parameters }: GestellteFrage, nach: Abdeckungsgliederung, zeilen: readonly Abdeckung[]) {
  return stackedBars({
    id: 'abdeckung',
    caption: `Online, andere Angabe, keine Angabe nach ${gliederungLabel[nach]}`,
    description: `Jeder Balken ist ein Ganzes. Am weitesten: ${best(zeilen)}.`,
    asShares: true,
    rowLabel: gliederungLabel[nach],
    parts: [
      { label: 'online', tone: '1' },
      { label: 'andere Angabe', tone: '3' },
      { label: 'keine Angabe', tone: 'none' },
    ],
    rows: zeilen.map(({ key, label, kommunen: { part, whole }, ohneAngabe }) => ({
      label,
      href: addressOf('/zahlen/paare', teilParameter(parameters, nach, key)),
      values: [part, whole - part - ohneAngabe, ohneAngabe],
    })),
  });
}

function best(zeilen: readonly Abdeckung[]): string {
  const share = ({ kommunen }: Abdeckung) => kommunen.part / kommunen.whole;
  const [first] = zeilen.toSorted((a, b) => share(b) - share(a));
  return first ? `${first.label} mit ${formatShare(first.kommunen.part, first.kommunen.whole)}` : '–';
}
