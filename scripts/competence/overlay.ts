import type { Ausnahme, Vorbehalt } from '../../src/contexts/duties/domain/regel.ts';
import { keineReichweite, type Reichweite } from '../../src/contexts/duties/domain/reichweite.ts';

/** What the source table leaves to a reader: names, dates, authorities, and what the text of a rule names. */
export interface Overlay {
  readonly id: string;
  /** The rule's task exactly as the source names it; the build fails where the source has another one. */
  readonly aufgabe: string;
  /** The norm in full where the source only says „ebd.“. */
  readonly norm?: string;
  /** Titles for the addresses in the source, in its order. */
  readonly quellen: readonly string[];
  /** Only where the source gives the day. */
  readonly gueltigVon?: string;
  readonly gueltigBis?: string;
  /** The authority behind L. */
  readonly stelle?: string;
  readonly auchTyp1?: string;
  /** Instead of these OZG-Leistungen the rule reaches the given objects. */
  readonly statt?: { readonly ozgIds: readonly number[]; readonly objekte: readonly string[] };
  /** The rule warns of itself: its remark is the reason, except for what its text names. */
  readonly vorbehalt?: { readonly ausser: readonly Ausnahme[] };
  /** Leistungen that stand in a reached OZG-Leistung although the text of the rule does not speak of them. */
  readonly nichtGemeint?: readonly Vorbehalt[];
}

const mik = 'Ministerium des Innern NRW (mik.nrw.de)';
const baetge = 'F. Bätge, Kommunalrecht NRW, Rn. 14';
const mettmann = 'Kreis Mettmann: Aufgaben';

function reach(part: Partial<Reichweite>): Reichweite {
  return { ...keineReichweite, ...part };
}

function notMeant(grund: string, part: Partial<Reichweite>): Vorbehalt {
  return { grund, fuer: reach(part), ausser: [] };
}

export const overlays: readonly Overlay[] = [
  {
    id: 'bauaufsicht',
    aufgabe: 'Untere Bauaufsichtsbehörde (Baugenehmigung, Bauvorbescheid, Abbruch, Abnahme)',
    quellen: ['BauO NRW 2018 (recht.nrw.de)', `${mik}: Aufgabenmodell`],
    nichtGemeint: [
      notMeant(
        'Der Text der Regel nennt Bauaufsicht. Schutzzonen nach einer Deichschutzverordnung und die baufachliche Beurteilung von Baumaßnahmen nennt er nicht.',
        { leistungen: ['L00310', 'L00907'] },
      ),
    ],
  },
  {
    id: 'baulastenverzeichnis',
    aufgabe: 'Baulastenverzeichnis',
    quellen: ['BauO NRW 2018 (recht.nrw.de)', `${mik}: Aufgabenmodell`],
  },
  {
    id: 'auslaenderbehoerde',
    aufgabe: 'Untere Ausländerbehörde (Aufenthaltstitel, Verpflichtungserklärung, Reiseausweise)',
    quellen: ['ZustAVO NRW (justiz-nrw.wolterskluwer-online.de)'],
    gueltigBis: '2024-12-31',
  },
  {
    id: 'zentrale-auslaenderbehoerden',
    aufgabe: 'Zentrale Ausländerbehörden',
    quellen: ['ZustAVO NRW (justiz-nrw.wolterskluwer-online.de)'],
    gueltigBis: '2024-12-31',
  },
  {
    id: 'einbuergerung',
    aufgabe: 'Staatsangehörigkeit/Einbürgerung',
    quellen: ['VO vom 03.06.2008 (recht.nrw.de)'],
  },
  {
    id: 'staatsangehoerigkeit-bezirksregierung',
    aufgabe: 'Beibehaltung/Entlassung/Verzicht Staatsangehörigkeit',
    norm: '§ 1 Abs. 2 VO über die Zuständigkeit in Staatsangehörigkeitsangelegenheiten v. 03.06.2008',
    quellen: ['VO vom 03.06.2008 (recht.nrw.de)'],
    stelle: 'Bezirksregierung',
    auchTyp1:
      'Der Katalog führt OZG 10275 als Typ 1 (Bund). Die Norm benennt die Bezirksregierungen ausdrücklich und geht vor',
  },
  {
    id: 'fahrerlaubnis',
    aufgabe: 'Fahrerlaubnisbehörde (Führerschein)',
    quellen: ['ZustVO Straßenverkehr (Abschrift umwelt-online.de)'],
    nichtGemeint: [
      notMeant(
        'Der Text der Regel nennt die Fahrerlaubnisbehörde. Gnadenerweise, Kurse zur Kraftfahreignung und Mofaprüfungen nennt er nicht.',
        { objekte: ['99023004', '99075003', '99075008'] },
      ),
    ],
  },
  {
    id: 'kfz-zulassung',
    aufgabe: 'Kfz-Zulassungsbehörde',
    norm: '§§ 17-19 ZustVO Straßenverkehr und Güterbeförderung NRW v. 05.07.2016 (FZV)',
    quellen: [mettmann],
  },
  {
    id: 'strassenverkehr-45-stvo',
    aufgabe: 'Straßenverkehrsbehörde: Maßnahmen nach § 45 StVO (Verkehrszeichen, Baustellen)',
    quellen: ['Abschrift der ZustVO, Fassung 07.11.2025 (vizsim/wer-ist-zustaendig)'],
    vorbehalt: {
      ausser: [
        {
          grund:
            'Baustellen: Der Katalog nennt für die Erlaubnis bei Baumaßnahmen § 45 StVO als Rechtsgrundlage.',
          reichweite: reach({ schluessel: ['99108012005003'] }),
        },
        {
          grund:
            'Verkehrszeichen: Parkmöglichkeiten kennzeichnet die Behörde nach § 45 Absatz 1b Nummer 2 StVO (Rechtsgrundlage im Katalog).',
          reichweite: reach({ schluessel: ['99108037226000', '99108037226001'] }),
        },
      ],
    },
  },
  {
    id: 'jugendamt',
    aufgabe:
      'Örtlicher Träger der Jugendhilfe / Jugendamt (Kita, Adoption, Pflegekinder, Sorgeerklärung, Unterhaltsvorschuss)',
    quellen: ['AG-KJHG NRW (recht.nrw.de)'],
  },
  {
    id: 'waffenrecht',
    aufgabe: 'Waffenrecht',
    quellen: ['VO vom 08.04.2003 (recht.nrw.de)'],
    stelle: 'Kreispolizeibehörde (Polizeipräsidium oder Landrat)',
  },
  {
    id: 'jagd',
    aufgabe: 'Untere Jagdbehörde (Jagdschein)',
    quellen: ['LJG NRW § 46 (Abschrift anwalt24.de)'],
    nichtGemeint: [
      notMeant('Der Text der Regel nennt die Jagdbehörde. Die Jagdsteuer nennt er nicht.', {
        objekte: ['99067005'],
      }),
    ],
  },
  {
    id: 'denkmal',
    aufgabe: 'Untere Denkmalbehörde',
    quellen: ['DSchG NRW, alte Fassung (Abschrift lexmea.de)'],
    vorbehalt: { ausser: [] },
  },
  {
    id: 'standesamt',
    aufgabe: 'Standesamt (Eheschließung, Geburts-/Sterbefall, Urkunden)',
    quellen: ['PStVO NRW (recht.nrw.de)'],
    nichtGemeint: [
      notMeant(
        'Der Text der Regel nennt Personenstandsfälle und ihre Urkunden. Leichenpass und Todesbescheinigung nennt er nicht.',
        { objekte: ['99101003', '99101007'] },
      ),
    ],
  },
  {
    id: 'meldebehoerde',
    aufgabe: 'Meldebehörde (Wohnsitz, Meldebescheinigung, Sperren)',
    quellen: [`${mik}: Aufgaben`],
    nichtGemeint: [
      notMeant(
        'Der Text der Regel nennt das Meldewesen. Steuerliche Bescheinigungen zu Doppelbesteuerungsabkommen nennt er nicht.',
        { objekte: ['99102057'] },
      ),
    ],
  },
  { id: 'pass-ausweis', aufgabe: 'Personalausweis- und Passbehörde', quellen: [`${mik}: Aufgaben`] },
  {
    id: 'wohngeld',
    aufgabe: 'Wohngeldbehörde',
    quellen: ['Erlass vom 13.05.2005 (recht.nrw.de)', 'Oberbergischer Kreis: Wohngeld'],
  },
  {
    id: 'schwerbehindertenrecht',
    aufgabe: 'Schwerbehindertenrecht (GdB, Ausweis)',
    quellen: ['Zweites Straffungsgesetz vom 30.10.2007 (recht.nrw.de)'],
  },
  {
    id: 'elterngeld',
    aufgabe: 'Elterngeld',
    quellen: ['Ratsvorlage Bergkamen zum Aufgabenübergang'],
    gueltigVon: '2008-01-01',
  },
  {
    id: 'gewerbeanzeige',
    aufgabe: 'Gewerbeanzeige (An-, Um-, Abmeldung), Gewerberegister',
    quellen: ['GewRV NRW (recht.nrw.de)', 'Stadt Waltrop: Gewerbe'],
    vorbehalt: {
      ausser: [
        {
          grund: 'Der Text der Regel nennt An-, Um- und Abmeldung des Gewerbes.',
          reichweite: reach({ schluessel: ['99050012104000', '99050012071000', '99050012070000'] }),
        },
        {
          grund: 'Der Text der Regel nennt das Gewerberegister.',
          reichweite: reach({ objekte: ['99052001'] }),
        },
      ],
    },
  },
  {
    id: 'gewrv-grosse-staedte',
    aufgabe: 'Ordnungsbehördliche Erlaubnisse, die die GewRV Großen kreisangehörigen Städten zuweist',
    quellen: ['GewRV NRW (recht.nrw.de)', 'Stadt Waltrop: Gewerbe'],
  },
  {
    id: 'gesundheit-veterinaer',
    aufgabe: 'Gesundheitsamt, Veterinär-/Lebensmittelüberwachung',
    quellen: [baetge],
    nichtGemeint: [
      notMeant(
        'Der Text der Regel nennt das Gesundheitsamt. Leistungen für Krankenversicherte nennt er nicht.',
        { objekte: ['99134018', '99134021', '99134022', '99134025', '99134026'] },
      ),
    ],
  },
  { id: 'wasserbehoerde', aufgabe: 'Untere Wasserbehörde', quellen: [baetge] },
  { id: 'liegenschaftskataster', aufgabe: 'Liegenschaftskataster', quellen: [mettmann] },
  {
    id: 'sozialhilfe',
    aufgabe: 'Örtlicher Sozialhilfeträger (SGB XII)',
    quellen: [mettmann],
    vorbehalt: { ausser: [] },
  },
  {
    id: 'abfall',
    aufgabe: 'Abfallbeseitigung (Entsorgung)',
    quellen: [mettmann],
    vorbehalt: { ausser: [] },
  },
  {
    id: 'feuerwache-vhs',
    aufgabe: 'Hauptamtlich besetzte Feuerwache, Weiterbildung (VHS)',
    quellen: [`${mik}: Aufgabenmodell`],
  },
  { id: 'rettungswache', aufgabe: 'Rettungswache', quellen: [`${mik}: Aufgabenmodell`] },
  {
    id: 'kommunalaufsicht',
    aufgabe: 'Kommunalaufsicht, Schulamt, obere Bauaufsicht, obere Denkmalbehörde',
    quellen: [mettmann],
  },
  {
    id: 'schulverwaltung-abwasser',
    aufgabe: 'Schulverwaltung, Kindergärten, Abwasser, Gleichstellung',
    quellen: [`${mik}: Aufgaben`],
    nichtGemeint: [
      notMeant('Der Text der Regel nennt Abwasser. Wasserentnahme und Wasserabgabe nennt er nicht.', {
        objekte: ['99129028', '99129032'],
      }),
    ],
  },
  {
    id: 'kommunale-steuern',
    aufgabe: 'Kommunale Steuern (Zweitwohnung, Vergnügung, Hund, Gewerbe-/Grundsteuerhebung)',
    quellen: [`${mik}: Aufgaben`],
    statt: { ozgIds: [10160], objekte: ['99102013'] },
    nichtGemeint: [
      notMeant(
        'Der Text der Regel nennt die Erhebung der Grundsteuer. Den Grundsteuermessbetrag nennt er nicht.',
        { objekte: ['99102056'] },
      ),
    ],
  },
];
