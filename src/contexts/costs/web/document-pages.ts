import type { Refusal, Result } from '#kernel';
import { numberIn, type PageAnswer, type PageRequest, type PageRoute, refusal, refusedPage } from '#platform';
import { refusalNotice } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { billUnknown, documentFailed, particularsMissing } from '../errors.ts';
import type { Reader } from '../use-cases/actors.ts';
import { abgewartet, vorgangOf } from '../use-cases/dokumente.ts';
import {
  archivWunsch,
  type Dokumentwunsch,
  pdfWunsch,
  stornoPdfWunsch,
  xrechnungWunsch,
} from '../use-cases/dokumentwunsch.ts';
import {
  abrechnungen,
  angabenPath,
  eigeneAngabenPath,
  manage,
  managerRoute,
  readerRoute,
} from './answers.ts';
import { waitingPage } from './waiting-page.ts';

/** Files of a bill that take long: made by the worker, with their progress. */
export function documentRoutes(deps: CostsDeps): readonly PageRoute[] {
  const bill = '/abrechnungen/:id';
  return [
    readerRoute(deps, 'costs.bill.pdf', `${bill}/pdf`, async (reader, request) => {
      const { params, query } = request;
      const zahler = query.get('zahler') ?? '';
      return waited(deps, request, await pdfWunsch(deps, reader, params.id ?? '', zahler));
    }),
    ...(['xrechnung', 'storno'] as const).map((kind) =>
      readerRoute(deps, `costs.bill.${kind}`, `${bill}/${kind}`, async (reader, request) => {
        const { params, query } = request;
        const wanted = {
          ...{ zahler: query.get('zahler') ?? '', teil: numberIn(query.get('teil')) || 1 },
          art: kind === 'storno' ? kind : ('rechnung' as const),
        };
        return waited(deps, request, await xrechnungWunsch(deps, reader, params.id ?? '', wanted));
      }),
    ),
    readerRoute(deps, 'costs.bill.storno', `${bill}/stornopdf`, async (reader, request) => {
      const { params, query } = request;
      return waited(
        deps,
        request,
        await stornoPdfWunsch(deps, reader, params.id ?? '', query.get('zahler') ?? ''),
      );
    }),
    managerRoute(deps, 'costs.bill.xrechnungen', 'GET', `${bill}/xrechnungen`, async (who, request) =>
      waited(deps, request, await archivWunsch(deps, who, request.params.id ?? '')),
    ),
    readerRoute(deps, 'costs.bill.pdf', '/abrechnungen/datei/:vorgang', (reader, request) =>
      standing(deps, reader, request),
    ),
  ];
}

function download(fileName: string, contentType: string, bytes: Buffer): PageAnswer {
  return { kind: 'download', fileName, contentType, body: new Uint8Array(bytes) };
}

/** The file, or a page that waits for it; a piece of work that failed says why. */
async function waited(
  deps: CostsDeps,
  { params, query, path, principal }: PageRequest,
  wunsch: Result<Dokumentwunsch>,
): Promise<PageAnswer> {
  if (!wunsch.ok) return notYet(wunsch.refusal, params.id ?? '', statesAt(principal));
  const { dateiname, contentType } = wunsch.value;
  const asked = query.get('vorgang') ?? '';
  const { inhalt, vorgang } = await abgewartet(deps, wunsch.value, asked);
  if (inhalt !== null) return download(dateiname, contentType, inhalt);
  if (vorgang === null || vorgang.state === 'failed')
    return refusal(documentFailed(vorgang?.message ?? 'Die Datei konnte nicht erstellt werden.'));
  const waiting = new URLSearchParams(query);
  waiting.set('vorgang', vorgang.id);
  const here = `${path}?${waiting}`;
  if (asked !== vorgang.id) return { kind: 'redirect', to: here };
  return waitingPage(vorgang, here, {
    title: 'Die Datei wird erstellt',
    breadcrumb: [abrechnungen, { label: 'Abrechnung', href: `/abrechnungen/${params.id}` }],
    ...{ label: dateiname, again: 'Datei abrufen' },
  });
}

/** What is missing for an electronic bill is told on a page of its own, with the way back. */
function notYet(reason: Refusal, id: string, states: string | null): PageAnswer {
  if (reason.code !== particularsMissing('').code) return refusal(reason);
  const content = {
    title: 'Noch keine XRechnung möglich',
    breadcrumb: [abrechnungen, { label: 'Abrechnung', href: `/abrechnungen/${id}` }],
    main: refusalNotice(reason),
    nextSteps: [
      ...(states === null ? [] : [{ label: 'Rechnungsangaben ansehen und ergänzen', href: states }]),
      { label: 'Zurück zur Abrechnung', href: `/abrechnungen/${id}` },
    ],
  };
  return refusedPage(content, reason);
}

/** Where somebody can state what is missing. */
function statesAt(principal: PageRequest['principal']): string | null {
  if (principal?.permissions.has(manage.permission)) return angabenPath;
  return principal?.permissions.has('costs.particulars') ? eigeneAngabenPath : null;
}

/** How far a file is, for the script of the page that waits. */
async function standing(deps: CostsDeps, reader: Reader, { params }: PageRequest): Promise<PageAnswer> {
  const found = await vorgangOf(deps, reader, params.vorgang ?? '');
  if (found === null) return refusal(billUnknown);
  const done = found.state === 'done' || found.state === 'failed';
  return { kind: 'json', body: { value: found.percent, max: 100, text: found.message, done } };
}
