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

/** What the door calls a file field that was left empty. */
const nameless = 'datei';

/** Files count by their name only: nobody looks inside, and they are gone with the request. A field left empty sent none. */
export function dateien(
  uploads: ReadonlyMap<string, readonly Upload[]>,
): ReadonlyMap<string, readonly FileAnswer[]> {
  return new Map(
    [...uploads].flatMap(([name, sent]) => {
      const files = sent.filter(({ bytes, fileName }) => bytes > 0 || fileName !== nameless);
      return files.length === 0 ? [] : [[name, files.map(angabe)] as const];
    }),
  );
}

function angabe({ fileName, bytes }: Upload, index: number): FileAnswer {
  return {
    id: `vorschau-${index + 1}`,
    name: fileName,
    type: arten[fileName.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'unbekannt',
    bytes,
  };
}
