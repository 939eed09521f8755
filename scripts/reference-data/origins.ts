import type { Origin } from './write-set.ts';

export const ozgDatenbank: Origin = {
  stand: '2019-10-05',
  quelle:
    'OZG-Datenbank NRW des KDN, Auszug aus OZG-Umsetzungskatalog (IT-Planungsrat, BMI) und LeiKa (heute FIM-Leistungskatalog)',
  quelleUrl: 'https://github.com/kdn-nrw/OZG-Datenbank-NRW',
  lizenz: 'MIT, © 2020 Gert Hammes',
  evidenz: 'sekundaerquelle',
  hinweis: 'Testeinträge und Personendaten der Quelle sind nicht enthalten.',
};

export const verrichtungen: Origin = {
  ...ozgDatenbank,
  evidenz: 'einschaetzung',
  hinweis:
    'Die Bezeichnungen sind aus dem Katalog abgeleitet (Name mit Verrichtung minus Name des Leistungsobjekts); für 265 gibt es keine.',
};

export const typisierungen: Origin = {
  stand: '2026',
  quelle:
    'FIM Portal API 0.24.0 (Codes), digital-direkt.nrw (Typen 1 bis 5), docs.fitko.de (Typen 6 bis 8, Zusatz a und b)',
  quelleUrl: 'https://digital-direkt.nrw/faq-items/leika-typ/',
  lizenz: 'Fakten ohne Schutz, eigene Zusammenstellung',
  evidenz: 'sekundaerquelle',
  hinweis:
    'Jede Zeile nennt ihre eigene Evidenz. „1, 2“ und „1, 2/3“ sind Verbindungen, die der Katalog von 2019 nutzt.',
};

export const gemeindeverzeichnis: Origin = {
  stand: '2020-12-31',
  quelle:
    'Gemeindeverzeichnis-Informationssystem GV-ISys, Auszug AuszugGV4QAktuell (Gebietsstand 31.12.2020) in grundeinkommensbuero/backend',
  quelleUrl: 'https://github.com/grundeinkommensbuero/backend',
  lizenz:
    '© Statistisches Bundesamt (Destatis), Vervielfältigung und Verbreitung mit Quellenangabe gestattet',
  evidenz: 'sekundaerquelle',
  hinweis:
    'Seit dem Gebietsstand ist in NRW keine Änderung bekannt; 25 Gemeinden gegen den Stand 31.12.2025 geprüft.',
};

export const einwohner2019: Origin = {
  ...gemeindeverzeichnis,
  stand: '2019-12-31',
  hinweis: 'Bevölkerungsfortschreibung zum Stichtag 31.12.2019.',
};

export const zensus2022: Origin = {
  stand: '2022-05-15',
  quelle:
    'Zensus 2022, Statistische Ämter des Bundes und der Länder, Tabelle 1000A-0000 in hdigital/data-snippets',
  quelleUrl: 'https://github.com/hdigital/data-snippets',
  lizenz: 'Datenlizenz Deutschland Namensnennung 2.0 (dl-de/by-2-0)',
  evidenz: 'sekundaerquelle',
  hinweis: '14 Gemeinden außerhalb von NRW haben nach Gebietsänderungen 2021 und 2022 keinen Wert.',
};

export const verordnungGroessenklassen: Origin = {
  stand: '2025-01-01',
  quelle: 'Verordnung vom 13.11.1979 nach § 4 GO NRW, Fassung vom 01.01.2025',
  quelleUrl: 'https://recht.nrw.de/lmi/owa/br_text_anzeigen?bes_ab=01012025&bes_id=51029&show_preview=0',
  lizenz: 'amtliches Werk, § 5 UrhG',
  evidenz: 'norm-gelesen',
  hinweis:
    'Am amtlichen Text gelesen: alle 35 Großen und die ersten 37 Mittleren; die übrigen nach zwei unabhängigen, in allen 167 Schlüsseln gleichen Abschriften (vizsim/wer-ist-zustaendig, bvbjon0914-commits/jhmln). Wer nicht in der Verordnung steht, ist kreisangehörige Gemeinde. Für die Zeit vor dem 01.01.2025 nicht belegt.',
};

export const rechtsstellung: Origin = {
  ...gemeindeverzeichnis,
  hinweis:
    'Kreise, StädteRegion und kreisfreie Städte nach dem Gemeindeverzeichnis, belegt ab dem Gebietsstand. Die Stadt Aachen hat den Status einer kreisfreien Stadt in der StädteRegion (staedteregion-aachen.de).',
};

export const websites: Origin = {
  ...ozgDatenbank,
  stand: '2019',
  hinweis:
    'Adressen von 2019. „ungeprüft“ heißt: seither nicht nachgesehen. Adressen, die einer anderen Gemeinde gehören, sind verworfen.',
};

export const postleitzahlen: Origin = {
  stand: '2021-02',
  quelle:
    'OpenStreetMap, Zuordnung PLZ zu Gemeinde von suche-postleitzahl.org (Februar 2021) in grundeinkommensbuero/backend',
  quelleUrl: 'https://github.com/grundeinkommensbuero/backend',
  lizenz: 'Open Database License (ODbL) 1.0, © OpenStreetMap-Mitwirkende',
  evidenz: 'sekundaerquelle',
  hinweis:
    'Eine PLZ kann zu mehreren Gemeinden gehören. Diese Datei steht unter der ODbL; Bearbeitungen sind unter derselben Lizenz weiterzugeben.',
};

export const itDienstleister: Origin = {
  ...ozgDatenbank,
  evidenz: 'einschaetzung',
  hinweis:
    'Kommunale IT-Dienstleister nach dem Stand von 2019, seither nicht geprüft. Ohne Anschriften und Personen.',
};

export const kacheln: Origin = {
  ...gemeindeverzeichnis,
  evidenz: 'einschaetzung',
  hinweis:
    'Lage berechnet aus den Koordinaten und Flächen des Gemeindeverzeichnisses (ETRS89/UTM 32): jede Gemeinde ein Sechseck gleicher Größe, möglichst nahe an ihrem Ort und bei ihrem Kreis. Keine amtlichen Grenzen.',
};
