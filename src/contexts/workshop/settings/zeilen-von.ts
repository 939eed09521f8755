import { zeichen } from './zeichen.ts';

/** The rows that were not taken away, each with the place that somebody gave it. */
export function zeilenVon(sent: URLSearchParams, path: string) {
  const count = Math.min(200, Number(sent.get(path + zeichen.anzahl) ?? 0) || 0);
  return Array.from({ length: count }, (_, index) => index)
    .filter((index) => sent.get(`${path}[${index}]${zeichen.weg}`) === null)
    .map((index) => {
      const typed = Number((sent.get(`${path}[${index}]${zeichen.platz}`) ?? '').replace(',', '.'));
      return {
        index,
        platz: typed > 0 && typed !== index + 1 ? typed - (typed <= index ? 0.5 : -0.5) : index + 1,
      };
    });
}
