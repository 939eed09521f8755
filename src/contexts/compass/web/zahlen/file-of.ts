import { formatLocalDate } from '#kernel';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { werGezaehltIst } from '../../views/zahlen-saetze.ts';

/** What a file of figures is called, and what stands above its rows. */
export function fileOf(frage: GestellteFrage, name: string, title: string) {
  const { datum } = frage.umfang;
  return {
    fileName: `${name}-${datum}`,
    title,
    source: `Angaben der Kommunen in dieser Installation. ${werGezaehltIst(frage)}`,
    state: formatLocalDate(datum),
  };
}
