import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import type { PageContent } from '#platform';
import { button, buttonRow, errorOf, errorSummary, fileField, form, linkButton } from '#ui';
import type { ReferenceArea } from './areas.ts';
import { referenceAddress } from './state-page.ts';

/** The form that takes the files of an area. Nothing is imported before the preview was confirmed. */
export function uploadPage(
  area: ReferenceArea,
  files: readonly string[],
  csrfToken: string,
  problems: readonly FieldProblem[] = [],
): PageContent {
  const fields = files.map((name) =>
    fileField({
      name,
      label: `${area.folder}/${name}`,
      accept: '.jsonl',
      optional: true,
      error: errorOf(problems, name),
    }),
  );
  return {
    title: `${area.label}: neuen Stand hochladen`,
    lead: 'Wählen Sie die Dateien, die sich geändert haben. Danach sehen Sie, was anders würde. Übernommen wird erst, was Sie bestätigen.',
    error: problems.length > 0,
    breadcrumb: [{ label: 'Referenzdaten', href: referenceAddress }],
    main: html`
${errorSummary(problems)}
${form(
  { action: `${referenceAddress}/import/${area.id}`, csrfToken, multipart: true, label: 'Dateien hochladen' },
  html`${fields}${buttonRow(button('Änderungen zeigen'), linkButton('Abbrechen', referenceAddress, { kind: 'tertiary' }))}`,
)}`,
  };
}
