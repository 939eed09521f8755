import type { FileAnswer } from '#forms';
import type { Upload } from '#platform';

const arten: Readonly<Record<string, string>> = {
  pdf: 'pdf',
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
  heic: 'heic',
  docx: 'docx',
  odt: 'odt',
  txt: 'txt',
};

/** Files count by their name only: nobody looks inside, and they are gone with the request. */
export function dateien(
  uploads: ReadonlyMap<string, readonly Upload[]>,
): ReadonlyMap<string, readonly FileAnswer[]> {
  return new Map(
    [...uploads].map(([name, files]) => [
      name,
      files.map(({ fileName, bytes }, index) => ({
        id: `vorschau-${index + 1}`,
        name: fileName,
        type: arten[fileName.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'unbekannt',
        bytes,
      })),
    ]),
  );
}
