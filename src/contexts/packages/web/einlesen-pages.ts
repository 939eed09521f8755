import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  uploadBytes,
} from '#platform';
import { largestPaket } from '#standards/leitwerk-paket';
import {
  alert,
  button,
  buttonRow,
  checkboxField,
  descriptionList,
  errorOf,
  fileField,
  form,
  formatNumber,
  type Html,
  linkButton,
  refusalNotice,
  section,
} from '#ui';
import type { PackagesDeps } from '../deps.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung, type Vorschau } from '../use-cases/einlesen.ts';
import type { Lieferant } from '../use-cases/lieferant.ts';
import { laufText, summeCode, teileTable, unterschiedeTable, urteilAccordion } from './parts.ts';
import { address, done, lieferantRoute, start } from './route.ts';

const here = `${address}/einlesen`;

/** A package: sent, looked at, taken over. */
export function einlesenRoutes(deps: PackagesDeps): readonly PageRoute[] {
  return [
    lieferantRoute(deps, 'packages.import', ['GET', '/einlesen'], async (_, request) =>
      page(uploadContent(request, null)),
    ),
    {
      ...lieferantRoute(deps, 'packages.check', ['POST', '/einlesen'], (lieferant, request) =>
        receive(deps, lieferant, request),
      ),
      uploadLimit: largestPaket,
    },
    lieferantRoute(deps, 'packages.check', ['GET', '/einlesen/:einlesung'], async (lieferant, request) => {
      const found = await previewEinlesung(deps, lieferant, request.params.einlesung ?? '');
      return found.ok ? page(previewContent(request, found.value)) : refusal(found.refusal);
    }),
    lieferantRoute(
      deps,
      'packages.import',
      ['POST', '/einlesen/:einlesung/uebernehmen'],
      async (lieferant, request) => {
        const anbieten = request.form.get('anbieten') === 'ja';
        const applied = await applyEinlesung(deps, lieferant, request.params.einlesung ?? '', anbieten);
        if (!applied.ok) return refusal(applied.refusal);
        const { pruefung, angeboten } = applied.value;
        return done(`${address}/${pruefung.dienst.id}`, angeboten ? 'angeboten' : 'eingelesen');
      },
    ),
  ];
}

function uploadContent({ csrfToken }: PageRequest, reason: Refusal | null): PageContent {
  return {
    title: 'Paket einlesen',
    preline: 'Pakete',
    lead: 'Ein Paket eines anderen IT-Dienstleisters. Sie sehen erst, was darin ist, von wem es stammt und ob der Dienst hier läuft.',
    breadcrumb: [start, { label: 'Einlesen' }],
    main: html`${refusalNotice(reason)}${form(
      { action: here, csrfToken, multipart: true, label: 'Paket hochladen' },
      html`${fileField({
        name: 'datei',
        label: 'Datei',
        hint: 'Sie endet auf .paket.json und ist höchstens 8 MB groß.',
        accept: '.json',
        error: errorOf(reason?.fields, 'datei'),
      })}${buttonRow(button('Vorschau zeigen'), linkButton('Abbrechen', address, { kind: 'tertiary' }))}`,
    )}`,
  };
}

async function receive(deps: PackagesDeps, lieferant: Lieferant, request: PageRequest): Promise<PageAnswer> {
  const file = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  const refused = (reason: Refusal) => refusedPage(uploadContent(request, atFile(reason)), reason);
  if (!file) return refused(noFile('Bitte wählen Sie die Datei eines Pakets aus.'));
  if (file.scanned === 'infected')
    return refused(
      noFile(`In der Datei „${file.fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`),
    );
  const begun = await beginEinlesung(deps, lieferant, {
    name: file.fileName,
    bytes: await uploadBytes(file),
  });
  return begun.ok ? { kind: 'redirect', to: `${here}/${begun.value}` } : refused(begun.refusal);
}

function noFile(message: string): Refusal {
  return { kind: 'invalid', code: 'PAKET_FILE', message };
}

/** Whatever is wrong with a package is said at the field of its file. */
function atFile(reason: Refusal): Refusal {
  const message = reason.message;
  return reason.fields?.some(({ field }) => field === 'datei')
    ? reason
    : { ...reason, fields: [{ field: 'datei', message }] };
}

function previewContent(request: PageRequest, { dateiname, pruefung, hindernis }: Vorschau): PageContent {
  const { paket, dienst, teile, urteile, lauf, hier, faelle } = pruefung;
  const [eigenes] = urteile;
  return {
    title: `${dienst.title}: Vorschau`,
    preline: dateiname,
    lead: `Fassung ${dienst.version}, unterschrieben von ${paket.schluessel.inhaber}. Noch ist nichts übernommen.`,
    wide: true,
    breadcrumb: [start, { label: 'Einlesen', href: here }, { label: 'Vorschau' }],
    main: html`${hindernis === null ? '' : alert({ kind: 'warning', title: 'Dieses Paket lässt sich hier nicht übernehmen.', body: hindernis.message })}${descriptionList(
      [
        [
          'Unterschrift',
          html`gültig, Schlüssel <code class="lw-long-address">${paket.schluessel.kid}</code>`,
        ],
        ['Inhaltssumme', summeCode(paket.summe)],
        ['Format', formatNumber(paket.format)],
        ['Testfälle', formatNumber(faelle)],
        ['Hier', hier === null ? 'noch nicht vorhanden' : `vorhanden in Fassung ${hier.version}`],
      ],
    )}${section('Läuft der Dienst hier?', html`${urteilAccordion(eigenes, null, true)}${laufText(lauf)}`)}${
      hier === null
        ? ''
        : section(`Was sich gegenüber Fassung ${hier.version} ändert`, unterschiedeTable(hier.unterschiede))
    }${section('Inhalt', teileTable(teile))}${hindernis === null ? takeOver(request) : buttonRow(linkButton('Zurück', address, { kind: 'secondary' }))}`,
  };
}

function takeOver({ params, csrfToken }: PageRequest): Html {
  return form(
    { action: `${here}/${params.einlesung ?? ''}/uebernehmen`, csrfToken, label: 'Paket übernehmen' },
    html`${checkboxField({
      name: 'anbieten',
      value: 'ja',
      label: 'Gleich allen Kommunen anbieten',
      hint: 'Sonst liegt der Dienst bereit und Sie bieten ihn später unter „Onlinedienste“ an.',
    })}${buttonRow(button('Übernehmen'), linkButton('Abbrechen', address, { kind: 'tertiary' }))}`,
  );
}
