import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page } from '#platform';
import {
  answerList,
  badge,
  buttonRow,
  emptyState,
  type ListDefinition,
  linkButton,
  listEndings,
  listPage,
  textLink,
} from '#ui';
import type { PackagesDeps } from '../deps.ts';
import { urteilLabel } from '../domain/urteil.ts';
import { type Dienstzeile, readDienste } from '../use-cases/lesen.ts';
import { urteilKurz } from './parts.ts';
import { address, flashOf, lieferantRoute } from './route.ts';

/** The list of services as page, CSV and XLSX, all with the same rows. */
export function listRoutes(deps: PackagesDeps): readonly PageRoute[] {
  return listEndings.map((ending) =>
    lieferantRoute(deps, 'packages.list', ['GET', ending], (_, request) => answer(deps, request)),
  );
}

function standOf({ gepackt, pakete }: Dienstzeile): string {
  if (gepackt) return 'gepackt';
  return pakete.length > 0 ? 'seither geändert' : 'noch kein Paket';
}

/** One column for each portal of the profiles. */
function listOf(zeilen: readonly Dienstzeile[]): ListDefinition<Dienstzeile> {
  const profile = zeilen[0]?.urteile.map(({ profil }) => profil) ?? [];
  const urteilOn = (zeile: Dienstzeile, id: string) => zeile.urteile.find(({ profil }) => profil.id === id);
  return {
    id: 'pakete',
    defaultSort: { key: 'titel', descending: false },
    search: ({ dienst }) => `${dienst.id} ${dienst.title}`,
    columns: [
      {
        key: 'titel',
        label: 'Onlinedienst',
        sortable: true,
        value: ({ dienst }) => dienst.title,
        cell: ({ dienst }) => textLink(`${address}/${dienst.id}`, dienst.title),
      },
      { key: 'kurzname', label: 'Kurzname', exportOnly: true, value: ({ dienst }) => dienst.id },
      {
        key: 'fassung',
        label: 'Fassung',
        kind: 'number',
        sortable: true,
        value: ({ dienst }) => dienst.version,
      },
      ...profile.map(({ id, name }) => ({
        key: id,
        label: name,
        sortable: true,
        value: (zeile: Dienstzeile) => urteilLabel[urteilOn(zeile, id)?.art ?? 'nicht'],
        cell: (zeile: Dienstzeile) => urteilKurz(urteilOn(zeile, id)),
      })),
      ...profile.map(({ id, name }) => ({
        key: `${id}-annahmen`,
        label: `${name}: Annahmen`,
        kind: 'number' as const,
        exportOnly: true,
        value: (zeile: Dienstzeile) => urteilOn(zeile, id)?.annahmen ?? 0,
      })),
      { key: 'faelle', label: 'Testfälle', kind: 'number', sortable: true, value: ({ faelle }) => faelle },
      {
        key: 'paket',
        label: 'Paket',
        sortable: true,
        value: standOf,
        cell: (zeile) => badge(zeile.gepackt ? 'success' : 'neutral', standOf(zeile)),
      },
      { key: 'summe', label: 'Inhaltssumme', exportOnly: true, value: ({ summe }) => summe },
    ],
    filters: [
      {
        key: 'paketstand',
        label: 'Paket',
        options: ['gepackt', 'seither geändert', 'noch kein Paket'].map((value) => ({ value, label: value })),
        values: standOf,
      },
    ],
  };
}

async function answer(deps: PackagesDeps, request: PageRequest): Promise<PageAnswer> {
  const zeilen = await readDienste(deps);
  const liste = listOf(zeilen);
  const today = deps.clock.today();
  const answered = await answerList(deps, { definition: liste, rows: zeilen }, request, {
    fileName: `pakete-${today}`,
    title: 'Pakete',
    source: 'Onlinedienste dieser Installation und Profile der Portale',
    state: `Stand ${formatLocalDate(today)}`,
  });
  if (answered.kind !== 'list') return answered;
  return page({
    title: 'Pakete',
    lead: 'Ein Paket trägt einen Onlinedienst unverändert auf ein anderes Portal: Formular, Codelisten, Texte, Regeln und Testfälle, unterschrieben. Hier steht, auf welchem Portal ein Dienst läuft: ganz, eingeschränkt oder nicht.',
    wide: true,
    ...flashOf(request),
    main: html`<div class="lw-stack">${buttonRow(
      linkButton('Paket einlesen', `${address}/einlesen`),
      linkButton('Was die Portale können', `${address}/portale`, { kind: 'secondary' }),
      linkButton('Schlüssel', `${address}/schluessel`, { kind: 'secondary' }),
    )}${listPage(liste, answered.result, {
      action: address,
      caption: 'Onlinedienste und die Portale, auf denen sie laufen',
      problems: answered.problems,
      noun: ['Onlinedienst', 'Onlinedienste'],
      emptyState: emptyState({
        title: 'Noch kein Onlinedienst',
        body: 'Lesen Sie ein Paket eines anderen IT-Dienstleisters ein, oder bauen Sie einen Dienst in der Werkstatt.',
        action: linkButton('Paket einlesen', `${address}/einlesen`),
      }),
    })}</div>`,
  });
}
