import { completenessAnswer } from '#fields';
import type { LocalDate } from '#kernel';
import type { Foerderfrist } from '../domain/foerderfristen.ts';
import type { Interesse } from '../domain/interesse.ts';
import type { Lueckenwirkung } from '../projects-deps.ts';
import type { GeplanteZeile } from '../use-cases/geplante-zeile.ts';
import type { Projektdetail } from '../use-cases/read-projekt.ts';
import type { Projektzeile } from '../use-cases/read-projekte.ts';
import { windowOf, type Zeitplanzeile } from '../use-cases/zeitplan.ts';

/** A project as API and command line give it. */
export function projektAnswer(zeile: Projektzeile) {
  const { projekt, phase, verzug, interessierte, eigenesInteresse, gefuehrt, intern } = zeile;
  return {
    id: projekt.id,
    fassung: projekt.fassung,
    haus: projekt.haus,
    stand: projekt.stand,
    phase,
    verzug,
    interessierte,
    eigenesInteresse,
    gefuehrt,
    inhalt: projekt.inhalt,
    intern,
  };
}

/** A project with its former plans and those who want to join. */
export function detailAnswer(detail: Projektdetail) {
  const { plaene, interesse, angeschrieben, wirkung, loesungNamen, projekt } = detail;
  return {
    ...projektAnswer(detail),
    plaene,
    genannteKommunen: interesse.genannte,
    interessenten: angeschrieben.map(interessentAnswer),
    loesungen: projekt.inhalt.loesungen.map((id) => ({ id, name: loesungNamen?.get(id) ?? null })),
    wirkung: wirkung && {
      kommunen: wirkung.liste.length,
      woher: wirkung.woher,
      liste: wirkung.liste.map(kommuneAnswer),
    },
    vollstaendigkeit: completenessAnswer(detail.vollstaendigkeit),
    fassungen: detail.verlauf.map(({ fassung, stand, haus }) => ({ fassung, stand, haus })),
  };
}

function kommuneAnswer({ ags, name, leistungen, ohneAngabe }: Lueckenwirkung['liste'][number]) {
  return { ags, name, leistungen: [...leistungen], ohneAngabe: [...ohneAngabe] };
}

export function interessentAnswer({ ags, kommune, genannt, bemerkung, stand }: Interesse) {
  return { ags, kommune, genannt, bemerkung, stand };
}

export function fristAnswer({ projekt, art, am, versaeumt }: Foerderfrist) {
  return { projekt: projekt.id, titel: projekt.titel, programm: projekt.programm, art, am, versaeumt };
}

/** The lines of the timetable. */
export function zeitplanAnswer(zeilen: readonly Zeitplanzeile[], from: LocalDate) {
  const [von, bis] = windowOf(from);
  return {
    von,
    bis,
    zeilen: zeilen.map(({ zeile: { projekt }, gruppe, phasenzeile }) => ({
      projekt: projekt.id,
      titel: projekt.inhalt.titel,
      themenfeld: gruppe,
      ...phasenzeile,
    })),
  };
}

export function einleseAnswer({ zeile, art, kennung, titel, aenderungen, fehler }: GeplanteZeile) {
  return { zeile, art, kennung, titel, aenderungen, fehler };
}
