import type { LocalDate } from '#kernel';
import type { Anbindung } from '../domain/anbindung.ts';
import { type CheckItem, missingOf } from '../domain/check-item.ts';
import { valuesAt } from '../domain/parameter-facts.ts';
import type { LueckenView } from '../use-cases/find-gaps.ts';
import type { AnbindungDetail, AnbindungView } from '../use-cases/read-anbindungen.ts';
import type { AngebotDetail, AngebotRow } from '../use-cases/read-angebote.ts';
import type { FreigabeView } from '../use-cases/read-freigaben.ts';

/** The gaps as API and command line give them. */
export function lueckenAnswer({ body, date, luecken, pflichten, online }: LueckenView) {
  return {
    kommune: { ...body },
    date,
    pflichten,
    online,
    luecken: luecken.map(({ leistung, verdict, offen, angebote, ausgesetzt }) => ({
      id: leistung.id,
      leika: leistung.leika,
      name: leistung.name,
      verdict,
      offen,
      onlinedienste: angebote.map(({ dienst }) => dienst),
      ausgesetzt: ausgesetzt !== null,
    })),
  };
}

export function angebotAnswer({ angebot: { dienst, fassung, anbieter, data }, live }: AngebotRow) {
  const { title, summary } = data;
  return {
    dienst,
    fassung,
    titel: title,
    kurz: summary,
    anbieter,
    live,
    leika: data.covers.map(({ leika }) => leika),
  };
}

export function angebotDetailAnswer({ angebot, abdeckung, kommunen }: AngebotDetail) {
  const live = kommunen.filter(({ ausgesetztGrund }) => ausgesetztGrund === null).length;
  return {
    ...angebotAnswer({ angebot, live }),
    abdeckung: abdeckung.map(({ leika, leistung, normen, abweichungen, katalog }) => ({
      leika,
      id: leistung?.id ?? null,
      name: leistung?.name ?? null,
      normen: normen.map((norm) => ({ ...norm })),
      katalogangabe2019: [...katalog],
      abweichungen: abweichungen.map((each) => ({ ...each })),
    })),
    parameter: angebot.data.parameters.map(({ id, label, kind, required, norm }) => ({
      id,
      label,
      kind,
      required,
      norm,
    })),
    kommunen: kommunen.map(({ ags, kommune, seit, fassung, ausgesetztGrund }) => ({
      ags,
      name: kommune,
      seit,
      fassung,
      ausgesetzt: ausgesetztGrund,
    })),
  };
}

export function stateAnswer({ dienst, fassung, zustand, version, geplantAm, liveSeit, grund }: Anbindung) {
  return { dienst, fassung, zustand, version, geplantAm, liveSeit, grund };
}

export function anbindungAnswer({ anbindung, angebot, newest }: AnbindungView) {
  return { ...stateAnswer(anbindung), titel: angebot.data.title, neuesteFassung: newest.fassung };
}

export function anbindungDetailAnswer(
  detail: AnbindungDetail,
  items: readonly CheckItem[],
  today: LocalDate,
) {
  return {
    ...anbindungAnswer(detail),
    parameter: valuesAt(detail.facts, { date: today }),
    geplant: detail.facts
      .filter(({ giltAb }) => giltAb > today)
      .map(({ name, wert, giltAb }) => ({ name, wert, giltAb })),
    bereit: missingOf(items).length === 0,
    pruefliste: items.map((item) => ({ ...item })),
  };
}

export function freigabeAnswer({ leistung, freigabe, ende }: FreigabeView) {
  return {
    leistung: leistung.id,
    leika: leistung.leika,
    name: leistung.name,
    nummer: freigabe?.nummer ?? 0,
    text: freigabe?.text ?? null,
    beendet: ende,
  };
}
