import { chainStepLabel, type Verdict } from '#duties';
import { evidenceLabel } from '#kernel';
import type {
  Anlaufstelle,
  LocalDienst,
  Nutzergruppe,
  Reason,
  RouteDienst,
  Zielgruppe,
} from '../domain/route.ts';
import type { Stelle } from './route-stelle.ts';

/** Why this body is competent, link by link, with norm and grade; and why nobody is named where nobody is. */
export function competenceReasons({ chain, open }: Verdict): readonly Reason[] {
  const reasons = chain.map(({ step, text, source, grade, validFrom, validTo, note }) => ({
    schritt: chainStepLabel[step],
    text,
    quelle: source,
    evidenz: evidenceLabel[grade],
    gueltigVon: validFrom,
    gueltigBis: validTo,
    hinweis: note,
  }));
  return open === null ? reasons : [...reasons, plain('Offen', open.text)];
}

const onlyFor: Readonly<Record<string, Nutzergruppe>> = {
  'nur-personen': 'buerger',
  'nur-unternehmen': 'unternehmen',
};
const groupName = { buerger: 'Privatpersonen', unternehmen: 'Unternehmen' } as const;

/** Where the register says that a Leistung is for others alone than for whom was asked; contradicting entries say nothing. */
export function audienceReasons(eintraege: readonly Zielgruppe[], fuer: Nutzergruppe): readonly Reason[] {
  const arten = new Set(eintraege.map(({ art }) => art));
  const [eintrag] = eintraege;
  const group = arten.size === 1 && eintrag ? onlyFor[eintrag.art] : undefined;
  if (eintrag === undefined || group === undefined || group === fuer) return [];
  return [
    {
      schritt: 'Nutzergruppe',
      text: `Die Leistung ist nur für ${groupName[group]}: ${eintrag.aussage}`,
      quelle: eintrag.quelle,
      evidenz: evidenceLabel[eintrag.evidenz],
      gueltigVon: eintrag.validFrom,
      gueltigBis: eintrag.validTo,
      hinweis: `${eintrag.norm}. Gefragt wurde für ${groupName[fuer]}.`,
    },
  ];
}

const officeText: Readonly<Record<Anlaufstelle['herkunft'], string>> = {
  amt: 'Dieses Amt nennt die Kommune selbst für diese Leistung.',
  onlinedienst: 'Diese Stelle nennt der Onlinedienst der Kommune für diesen Tag.',
  feed: 'Diese Stelle nennt die veröffentlichte Beschreibung für das kleinste Gebiet, in dem der Ort liegt.',
  rathaus: 'Ein Amt ist für diese Leistung nicht benannt; das ist der allgemeine Kontakt.',
  website: 'Ein Kontakt ist nicht hinterlegt; bekannt ist nur die Website (Stand 2019).',
};

/** Why one turns to this office. */
export function officeReason(amt: Anlaufstelle | null, stelle: Stelle | null): readonly Reason[] {
  if (amt === null) return [];
  const hint = stelle === null ? 'Wer zuständig ist, ist offen: Fragen Sie zuerst hier.' : null;
  return [{ ...plain('Amt', officeText[amt.herkunft]), hinweis: hint }];
}

/** Why this Onlinedienst, or why none. */
export function dienstReason(online: RouteDienst | null, dienst: LocalDienst | null): readonly Reason[] {
  if (online?.quelle === 'eigen' && dienst)
    return [{ ...plain('Onlinedienst', `${online.name} ist hier angebunden.`), gueltigVon: dienst.seit }];
  if (online)
    return [
      plain('Onlinedienst', `${online.name} ist für das kleinste Gebiet beschrieben, in dem der Ort liegt.`),
    ];
  if (dienst?.ausgesetztGrund)
    return [plain('Onlinedienst', `${dienst.titel} ruht: ${dienst.ausgesetztGrund}`)];
  return [plain('Onlinedienst', 'Für diesen Ort ist kein Onlinedienst bekannt.')];
}

function plain(schritt: string, text: string): Reason {
  return { schritt, text, quelle: null, evidenz: null, gueltigVon: null, gueltigBis: null, hinweis: null };
}
