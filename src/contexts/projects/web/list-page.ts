import { html } from 'hono/html';
import { addDays, formatLocalDate, type LocalDate } from '#kernel';
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
  answerList,
  dateForm,
  emptyState,
  formatNumber,
  linkButton,
  listEndings,
  listPage,
  section,
  statTiles,
} from '#ui';
import { foerderfristen } from '../domain/foerderfristen.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { nachschlagOf } from '../use-cases/nachschlag.ts';
import { radarTage } from '../use-cases/read-fristen.ts';
import { type Projektzeile, readProjekte } from '../use-cases/read-projekte.ts';
import { projektliste } from '../views/list-definition.ts';
import { flashOf } from './answers.ts';
import { fristenSection } from './fristen-section.ts';

const address = '/projekte';

/** The list of projects as page, CSV and XLSX, all with the same rows, as of a day. */
export function listRoutes(deps: ProjectsDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'projects.list',
    method: 'GET',
    path: `${address}${ending}`,
    access: 'public',
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: ProjectsDeps, request: PageRequest): Promise<PageAnswer> {
  const day = dayOfAddress(request.query, deps.clock);
  if (!day.ok) return refusal(day.refusal);
  const zeilen = await readProjekte(deps, request.principal, day.value);
  const namen = nachschlagOf(await deps.catalogue());
  const definition = projektliste(namen, day.value, {
    intern: zeilen.some(({ gefuehrt }) => gefuehrt),
    felder: await deps.felderOf(request.principal?.tenant ?? null),
  });
  const answered = await answerList(deps, { definition, rows: zeilen }, request, {
    fileName: `projekte-${day.value}`,
    title: 'Umsetzungsprojekte',
    source: 'Angaben der IT-Dienstleister und Einträge mit eigener Quelle in dieser Installation',
    state: `Stichtag ${formatLocalDate(day.value)}`,
  });
  return answered.kind === 'list'
    ? page(content(deps, request, { day: day.value, zeilen, definition, answered }))
    : answered;
}

interface Asked {
  readonly day: LocalDate;
  readonly zeilen: readonly Projektzeile[];
  readonly definition: ReturnType<typeof projektliste>;
  readonly answered: AnsweredList<Projektzeile>;
}

function content(deps: ProjectsDeps, request: PageRequest, asked: Asked): PageContent {
  const { day, zeilen, definition, answered } = asked;
  const manages = request.principal?.permissions.has('projects.manage') === true;
  const today = deps.clock.today();
  return {
    title: 'Umsetzungsprojekte',
    lead:
      day === today
        ? 'Was gerade gebaut oder übernommen wird, wann es kommt und wer mitmacht. Geplante und tatsächliche Tage stehen getrennt: Ein Plan macht nichts fertig.'
        : `So waren die Projekte am ${formatLocalDate(day)} bekannt und geplant.`,
    wide: true,
    ...flashOf(request),
    main: html`<div class="lw-stack"><div>${dateForm(address, day)}</div><div>${tiles(zeilen, day)}</div></div>${fristenSection(foerderfristen(zeilen, day, radarTage))}${section(
      'Alle Projekte',
      listPage(definition, answered.result, {
        action: address,
        caption: 'Umsetzungsprojekte',
        problems: answered.problems,
        noun: ['Projekt', 'Projekte'],
        emptyState: emptyState({
          title: 'Noch keine Projekte',
          body: 'Hier stehen die Umsetzungsprojekte, die IT-Dienstleister führen, mit Phasen, Terminen und Beteiligten.',
          ...(manages ? { action: linkButton('Erstes Projekt anlegen', `${address}/neu`) } : {}),
        }),
      }),
    )}`,
    nextSteps: [
      { label: 'Zeitplan über 24 Monate', href: `${address}/zeitplan` },
      { label: 'Förderfristen', href: `${address}/fristen` },
      ...(manages
        ? [
            { label: 'Projekt anlegen', href: `${address}/neu` },
            { label: 'Projekte aus einer Tabelle einlesen', href: `${address}/einlesen` },
          ]
        : []),
    ],
  };
}

function tiles(zeilen: readonly Projektzeile[], day: LocalDate) {
  const until = addDays(day, 365);
  const soon = zeilen.filter(({ projekt, phase }) => {
    const { planBeginn, istBeginn } = projekt.inhalt.phasen['rollout-nrw'];
    const open = istBeginn === null && phase !== 'abgebrochen' && phase !== 'abgeschlossen';
    return open && planBeginn !== null && planBeginn >= day && planBeginn <= until;
  });
  const running = zeilen.filter(({ phase }) => phase !== 'abgebrochen' && phase !== 'abgeschlossen');
  const late = zeilen.filter(({ verzug }) => verzug !== null);
  const kept = `datum=${day}`;
  return statTiles([
    {
      label: 'Projekte',
      value: formatNumber(zeilen.length),
      note: `${formatNumber(running.length)} davon nicht beendet`,
      href: `${address}?${kept}#liste`,
    },
    {
      label: 'Im Verzug',
      value: formatNumber(late.length),
      note: 'mindestens ein geplanter Tag wurde nicht gehalten',
      href: `${address}?${kept}&verzug=ja#liste`,
    },
    {
      label: 'Roll-out NRW geplant',
      value: formatNumber(soon.length),
      note: 'in den nächsten 12 Monaten, noch nicht begonnen',
      href: `${address}/zeitplan?${kept}&phase=rollout-nrw`,
    },
  ]);
}
