import { html } from 'hono/html';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  accordion,
  button,
  buttonRow,
  descriptionList,
  form,
  formatInstant,
  formatNumber,
  type Html,
  linkButton,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import type { PackagesDeps } from '../deps.ts';
import { faehigkeiten } from '../domain/faehigkeit.ts';
import type { Bedarf } from '../domain/urteil.ts';
import type { Paketzeile } from '../store-paket.ts';
import { bauePaket } from '../use-cases/bauen.ts';
import { type Dienstdetail, readDienst, readPaketdatei } from '../use-cases/lesen.ts';
import { vergleichePakete } from '../use-cases/vergleichen.ts';
import { faelleTable, summeCode, teileTable, unterschiedeTable, urteilAccordion } from './parts.ts';
import { address, done, flashOf, lieferantRoute, start } from './route.ts';

/** One service: its package, what it needs, where it runs. */
export function dienstRoutes(deps: PackagesDeps): readonly PageRoute[] {
  return [
    lieferantRoute(deps, 'packages.build', ['GET', '/dateien/:summe'], (_, { params }) =>
      download(deps, params.summe ?? ''),
    ),
    lieferantRoute(deps, 'packages.show', ['GET', '/:dienst'], (_, request) => show(deps, request)),
    lieferantRoute(deps, 'packages.build', ['POST', '/:dienst/bauen'], async (lieferant, request) => {
      const { dienst = '' } = request.params;
      const format = numberIn(request.form.get('format'));
      const built = await bauePaket(deps, lieferant, dienst, format === 0 ? undefined : format);
      if (!built.ok) return refusal(built.refusal);
      return done(`${address}/${built.value.dienst}`, built.value.neu ? 'gebaut' : 'vorhanden');
    }),
    lieferantRoute(deps, 'packages.compare', ['GET', '/:dienst/vergleich'], (_, request) =>
      compare(deps, request),
    ),
  ];
}

async function show(deps: PackagesDeps, request: PageRequest): Promise<PageAnswer> {
  const detail = await readDienst(deps, request.params.dienst ?? '');
  if (!detail.ok) return refusal(detail.refusal);
  const { dienst, summe, teile, urteile, laeufe, bedarf, pakete, gepackt, faelle } = detail.value;
  return page({
    title: `${dienst.title}: Paket`,
    lead: `Fassung ${dienst.version}. ${gepackt ? 'Ein Paket mit genau diesem Inhalt liegt vor.' : 'Für diesen Inhalt gibt es noch kein unterschriebenes Paket.'}`,
    wide: true,
    ...flashOf(request),
    breadcrumb: [start, { label: dienst.title }],
    main: html`${descriptionList([
      ['Inhaltssumme', summeCode(summe)],
      ['Teile', formatNumber(teile.length)],
      ['Testfälle', formatNumber(faelle)],
      ['Benötigte Fähigkeiten', formatNumber(bedarf.length)],
    ])}${section(
      'Läuft der Dienst dort?',
      html`${urteile.map((urteil, index) => urteilAccordion(urteil, laeufe[index] ?? null, index === 0))}`,
      {
        lead: 'Ausgerechnet aus der Definition, nicht von Hand angegeben. Jeder Grund nennt die Stelle im Formular.',
      },
    )}${section(
      'Unterschriebene Pakete',
      html`${paketeTable(dienst.id, pakete)}${buildForm(detail.value, request.csrfToken, deps.leser.newest)}`,
      {
        id: 'pakete',
        lead: 'Gleicher Inhalt und gleicher Schlüssel geben Byte für Byte das gleiche Paket.',
      },
    )}${accordion({ title: `Inhalt: ${formatNumber(teile.length)} Teile mit Prüfsumme`, body: teileTable(teile) })}${accordion({ title: `Was der Dienst braucht: ${formatNumber(bedarf.length)} Fähigkeiten`, body: bedarfTable(bedarf) })}${testfaelle(detail.value)}`,
  });
}

function buildForm({ dienst, gepackt }: Dienstdetail, csrfToken: string, newest: number): Html {
  const formats = Array.from({ length: newest }, (_, index) => newest - index);
  return form(
    { action: `${address}/${dienst.id}/bauen`, csrfToken, label: 'Paket bauen' },
    html`${selectField({
      name: 'format',
      label: 'Format',
      hint: 'Ein älteres Format nur für Installationen, die das neue noch nicht lesen.',
      options: formats.map((major) => ({
        value: String(major),
        label: major === newest ? `Format ${major} (neuestes)` : `Format ${major}`,
      })),
      value: String(newest),
      placeholder: null,
    })}${buttonRow(button(gepackt ? 'Noch einmal bauen' : 'Bauen und unterschreiben', { kind: gepackt ? 'secondary' : 'primary' }))}`,
  );
}

function paketeTable(dienst: string, pakete: readonly Paketzeile[]): Html {
  const [newest] = pakete;
  return table({
    caption: 'Pakete dieses Dienstes',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Fassung', numeric: true },
      { label: 'Format', numeric: true },
      { label: 'Woher' },
      { label: 'Wann' },
      { label: 'Inhaltssumme', width: 'wide' },
      { label: 'Schlüssel' },
      { label: 'Datei' },
    ],
    rows: pakete.map(({ version, format, herkunft, am, summe, kid, bytes }) => [
      formatNumber(version),
      formatNumber(format),
      herkunft === 'gebaut' ? 'hier gebaut' : 'eingelesen',
      formatInstant(am),
      summeCode(summe),
      html`<code class="lw-long-address">${kid}</code>`,
      html`${textLink(`${address}/dateien/${summe}`, `Herunterladen (${formatNumber(Math.ceil(bytes / 1000))} kB)`)}${
        newest && newest.summe !== summe
          ? html`<br>${textLink(`${address}/${dienst}/vergleich?von=${summe}&zu=${newest.summe}`, 'Mit dem neuesten vergleichen')}`
          : ''
      }`,
    ]),
    empty: html`<p class="kern-body">Noch keines.</p>`,
  });
}

function bedarfTable(bedarf: readonly Bedarf[]): Html {
  return table({
    caption: 'Benötigte Fähigkeiten',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Fähigkeit' },
      { label: 'Stellen', numeric: true },
      { label: 'Zum Beispiel', width: 'wide' },
    ],
    rows: bedarf.map(({ faehigkeit, stellen }) => [
      faehigkeiten.get(faehigkeit)?.label ?? faehigkeit,
      formatNumber(stellen.length),
      stellen[0]?.worte ?? '',
    ]),
  });
}

function testfaelle({ laeufe }: Dienstdetail): Html {
  const durchlauf = laeufe.find(
    (lauf) => lauf.durchlauf !== null && lauf.ausgelassen.length === 0,
  )?.durchlauf;
  return section(
    'Testfälle',
    durchlauf && durchlauf.ergebnisse.length > 0
      ? faelleTable(durchlauf)
      : html`<p class="kern-body">Dieser Dienst hat keine Testfälle. Ein anderes Portal kann dann nicht nachprüfen, ob er sich dort gleich verhält.</p>`,
  );
}

async function download(deps: PackagesDeps, summe: string): Promise<PageAnswer> {
  const datei = await readPaketdatei(deps, summe);
  if (!datei.ok) return refusal(datei.refusal);
  const { zeile, bytes } = datei.value;
  return {
    kind: 'download',
    fileName: `${zeile.dienst}-${zeile.version}.format-${zeile.format}.paket.json`,
    contentType: 'application/json',
    body: bytes,
  };
}

async function compare(deps: PackagesDeps, { params, query }: PageRequest): Promise<PageAnswer> {
  const { dienst = '' } = params;
  const [von, zu] = [formField(query, 'von'), formField(query, 'zu')];
  const found = await vergleichePakete(deps, von, zu);
  if (!found.ok) return refusal(found.refusal);
  const changed = found.value.filter(({ art }) => art !== 'gleich').length;
  return page({
    title: 'Zwei Pakete im Vergleich',
    lead:
      changed === 0
        ? 'Beide haben den gleichen Inhalt.'
        : `Es unterscheiden sich ${formatNumber(changed)} von ${formatNumber(found.value.length)} Teilen.`,
    wide: true,
    breadcrumb: [start, { label: dienst, href: `${address}/${dienst}` }, { label: 'Vergleich' }],
    main: html`${descriptionList([
      ['Von', summeCode(von)],
      ['Zu', summeCode(zu)],
    ])}${unterschiedeTable(found.value)}${buttonRow(linkButton('Zurück zum Dienst', `${address}/${dienst}`, { kind: 'tertiary' }))}`,
  });
}
