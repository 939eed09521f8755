import { readFileSync } from 'node:fs';
import { type Html, nrwMap } from '#ui';

/** A map with every class and some Kommunen that state nothing. */
export function galleryMap(): Html {
  const ags = readFileSync(new URL('../../data/karte/kacheln-nrw.jsonl', import.meta.url), 'utf8').match(
    /05\d{6}/g,
  );
  const values = new Map((ags ?? []).map((key, index) => [key, index % 7 === 0 ? null : (index * 37) % 101]));
  return nrwMap({
    id: 'online',
    caption: 'Anteil der eigenen Leistungen, die online sind',
    description: 'Im Ruhrgebiet sind mehr Leistungen online als in der Eifel.',
    values,
    legend: {
      title: 'Anteil online',
      classes: [
        { from: 0, label: 'unter 20 %' },
        { from: 20, label: '20 bis unter 40 %' },
        { from: 40, label: '40 bis unter 60 %' },
        { from: 60, label: '60 bis unter 80 %' },
        { from: 80, label: '80 % und mehr' },
      ],
    },
    href: (key) => `/kommunen/${key}`,
    format: (value) => `${value} %`,
  });
}
