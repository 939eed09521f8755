import type { z } from 'zod';
import type { Share } from '../domain/columns/coverage.ts';
import { zustaende } from '../domain/zustand.ts';
import type { Abdeckung } from '../figures/answer-figures.ts';
import type { Paar } from '../figures/answer-paare.ts';
import { gezaehlteKommunen } from '../figures/frage.ts';
import type { Teil } from '../figures/teile.ts';
import type { GestellteFrage } from '../use-cases/frage-stellen.ts';
import type { Vergleich } from '../use-cases/vergleichen.ts';
import type {
  AbdeckungAntwort,
  PaareAntwort,
  VergleichAntwort,
  VerlaufAntwort,
  VerteilungAntwort,
  ZahlenAntwort,
} from '../use-cases/zahlen-antworten.ts';
import { ausschlussText, bandLabel } from './vergleich-text.ts';
import { abdeckungSaetze, anteil, werGezaehltIst } from './zahlen-saetze.ts';
import type {
  abdeckungenSchema,
  abdeckungSchema,
  gezaehltSchema,
  paareSchema,
  paarSchema,
  vergleichAntwortSchema,
  vergleichSchema,
  verlaufSchema,
  verteilungSchema,
  zahlenSchema,
} from './zahlen-schemas.ts';

export function gezaehltJson(frage: GestellteFrage): z.input<typeof gezaehltSchema> {
  return {
    datum: frage.umfang.datum,
    kommunen: gezaehlteKommunen(frage).length,
    ohneEinwilligung: frage.visible.withoutConsent,
    satz: werGezaehltIst(frage),
  };
}

export function abdeckungJson(frage: GestellteFrage, each: Abdeckung): z.input<typeof abdeckungSchema> {
  const { key, label, kommunen, einwohner, faelle, ohneAngabe, ohneFallzahl, ohneEinwohner } = each;
  return {
    schluessel: key,
    name: label,
    kommunen: anteilJson(kommunen),
    einwohner: anteilJson(einwohner),
    faelle: anteilJson(faelle),
    ohneAngabe,
    ohneFallzahl,
    ohneEinwohner,
    saetze: Object.values(abdeckungSaetze(each, frage)),
  };
}

function anteilJson(share: Share) {
  return { teil: share.part, ganzes: share.whole, text: anteil(share) };
}

export function paarJson(paar: Paar): z.input<typeof paarSchema> {
  return { ...paar, zustand: zustaende[paar.zustand - 1] ?? 'keine-angabe' };
}

export function vergleichJson(vergleich: Vergleich): z.input<typeof vergleichSchema> {
  const { eigene, band, pflichten, feld, nichtVerglichen, vorspruenge } = vergleich;
  return {
    eigene,
    band: bandLabel[band],
    pflichten,
    feld: [...feld],
    nichtVerglichen: nichtVerglichen.map(({ ags, name, grund }) => ({
      ags,
      name,
      grund: ausschlussText(grund),
    })),
    vorspruenge: vorspruenge.map((each) => ({ ...each, voraus: [...each.voraus] })),
  };
}

export function zahlenJson({ frage, alle, eigene }: ZahlenAntwort): z.input<typeof zahlenSchema> {
  return {
    gezaehlt: gezaehltJson(frage),
    alle: alle && abdeckungJson(frage, alle),
    eigene: eigene && {
      gezaehlt: gezaehltJson(eigene.frage),
      abdeckung: eigene.abdeckung && abdeckungJson(eigene.frage, eigene.abdeckung),
    },
  };
}

export function abdeckungenJson({ frage, nach, teile }: AbdeckungAntwort): z.input<typeof abdeckungenSchema> {
  return { gezaehlt: gezaehltJson(frage), nach, teile: teile.map((each) => abdeckungJson(frage, each)) };
}

export function verteilungJson({ frage, verteilung }: VerteilungAntwort): z.input<typeof verteilungSchema> {
  const teilJson = ({ key, label }: Teil) => ({ schluessel: key, name: label });
  return {
    gezaehlt: gezaehltJson(frage),
    zeilen: verteilung.zeilen.map(teilJson),
    spalten: verteilung.spalten.map(teilJson),
    paare: verteilung.paare.map((row) => [...row]),
  };
}

export function verlaufJson({ frage, verlauf }: VerlaufAntwort): z.input<typeof verlaufSchema> {
  return {
    gezaehlt: gezaehltJson(frage),
    zustaende: ['keine-angabe', ...zustaende],
    tage: verlauf.tage.map((tag, at) => ({ tag, paare: [...(verlauf.paare[at] ?? [])] })),
  };
}

export function paareJson({ frage, anzahl, paare }: PaareAntwort): z.input<typeof paareSchema> {
  return { gezaehlt: gezaehltJson(frage), anzahl, paare: paare.map(paarJson) };
}

export function vergleichAntwortJson({
  frage,
  vergleich,
}: VergleichAntwort): z.input<typeof vergleichAntwortSchema> {
  return { gezaehlt: gezaehltJson(frage), ...vergleichJson(vergleich) };
}
