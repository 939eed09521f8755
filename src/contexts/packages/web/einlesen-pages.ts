import { html } from 'hono/html';
import { type Refusal, refuse } from '#kernel';
import {
  fileImportRoutes,
  type ImportAct,
  type PageContent,
  type PageRequest,
  type PageRoute,
  type ShownImport,
} from '#platform';
import { largestPaket } from '#standards/leitwerk-paket';
import {
  alert,
  button,
  buttonRow,
  checkboxField,
  descriptionList,
  form,
  formatNumber,
  type Html,
  linkButton,
  section,
  uploadForm,
} from '#ui';
import type { PackagesDeps } from '../deps.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung, type Vorschau } from '../use-cases/einlesen.ts';
import type { Lieferant } from '../use-cases/lieferant.ts';
import { laufText, summeCode, teileTable, unterschiedeTable, urteilAccordion } from './parts.ts';
import { address, done, lieferantRoute, start } from './route.ts';

const here = `${address}/einlesen`;

/** A package: sent, looked at, taken over. */
export function einlesenRoutes(deps: PackagesDeps): readonly PageRoute[] {
  return fileImportRoutes({
    address: here,
    uploadLimit: largestPaket,
    route: ({ method, path }, act: ImportAct<Lieferant>) => {
      const looks = path === here ? method === 'POST' : method === 'GET';
      const capability = looks ? 'packages.check' : 'packages.import';
      return lieferantRoute(deps, capability, [method, path.slice(address.length)], act);
    },
    missing: { kind: 'invalid', code: 'PAKET_FILE', message: 'Bitte wählen Sie die Datei eines Pakets aus.' },
    form: uploadContent,
    begin: async (lieferant, file) => {
      const begun = await beginEinlesung(deps, lieferant, file);
      return begun.ok ? begun : refuse(sayAtFile(begun.refusal));
    },
    find: (lieferant, id) => previewEinlesung(deps, lieferant, id),
    preview: previewContent,
    take: (lieferant, id, { form: sent }) =>
      applyEinlesung(deps, lieferant, id, sent.get('anbieten') === 'ja'),
    taken: ({ pruefung, angeboten }) =>
      done(`${address}/${pruefung.dienst.id}`, angeboten ? 'angeboten' : 'eingelesen'),
  });
}

function uploadContent({ csrfToken }: PageRequest, reason: Refusal | null): PageContent {
  return {
    title: 'Paket einlesen',
    preline: 'Pakete',
    lead: 'Ein Paket eines anderen IT-Dienstleisters. Sie sehen erst, was darin ist, von wem es stammt und ob der Dienst hier läuft.',
    breadcrumb: [start, { label: 'Einlesen' }],
    main: uploadForm({
      ...{ action: here, csrfToken, reason, cancelHref: address },
      label: 'Paket hochladen',
      file: {
        label: 'Datei',
        hint: 'Sie endet auf .paket.json und ist höchstens 8 MB groß.',
        accept: '.json',
      },
      submit: 'Vorschau zeigen',
    }),
  };
}

/** Whatever is wrong with a package is said at the field of its file. */
function sayAtFile(reason: Refusal): Refusal {
  const message = reason.message;
  return reason.fields?.some(({ field }) => field === 'datei')
    ? reason
    : { ...reason, fields: [{ field: 'datei', message }] };
}

function previewContent(
  request: PageRequest,
  { dateiname, pruefung, hindernis }: Vorschau,
  { takeOver }: ShownImport,
): PageContent {
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
    }${section('Inhalt', teileTable(teile))}${hindernis === null ? takeOverForm(request, takeOver) : buttonRow(linkButton('Zurück', address, { kind: 'secondary' }))}`,
  };
}

function takeOverForm({ csrfToken }: PageRequest, action: string): Html {
  return form(
    { action, csrfToken, label: 'Paket übernehmen' },
    html`${checkboxField({
      name: 'anbieten',
      value: 'ja',
      label: 'Gleich allen Kommunen anbieten',
      hint: 'Sonst liegt der Dienst bereit und Sie bieten ihn später unter „Onlinedienste“ an.',
    })}${buttonRow(button('Übernehmen'), linkButton('Abbrechen', address, { kind: 'tertiary' }))}`,
  );
}
