import { formatLocalDate } from '#kernel';
import type { Massnahme } from './massnahme.ts';
import type { Einheit, Planteam } from './problem.ts';
import type { Teil } from './problem-teil.ts';
import { formatTage } from './tage.ts';

export function hinweiseOf(
  teile: readonly Teil[],
  teams: readonly Planteam[],
  namen: ReadonlyMap<string, string>,
): readonly string[] {
  const ohne = [...new Set(teile.flatMap(({ ohneFachbereich }) => ohneFachbereich))];
  const stumm = ohne.map((ags) => namen.get(ags) ?? ags);
  return [
    ...teile.flatMap((teil) => [
      ...teil.ohneTeam.map((skill) => ohneTeamSatz(teil, skill)),
      ...fensterSatz(teil),
    ]),
    ...teile.flatMap((teil) => zuGrosseSaetze(teil, teams)),
    ...(stumm.length > 0
      ? [
          `Keinen Fachbereich angegeben ${stumm.length === 1 ? 'hat' : 'haben'}: ${stumm.join(', ')}. Dort sind nur die Tage des IT-Dienstleisters geprüft.`,
        ]
      : []),
  ];
}

function ohneTeamSatz({ massnahme }: Teil, skill: string): string {
  return `„${massnahme.inhalt.titel}“ findet keinen Platz: Kein Team kann „${skill}“.`;
}

function fensterSatz({ massnahme, einheiten, verfuegbarAb, ohneTeam }: Teil): readonly string[] {
  const { titel, frist } = massnahme.inhalt;
  const [first] = einheiten;
  if (!first || first.von <= first.bis || ohneTeam.length > 0) return [];
  const ab = verfuegbarAb ? formatLocalDate(verfuegbarAb) : '';
  if (!frist) return [`„${titel}“ findet keinen Platz: Erst ab ${ab} verfügbar, nach dem Ende des Plans.`];
  const bis = formatLocalDate(frist);
  return [
    verfuegbarAb
      ? `„${titel}“ findet keinen Platz: Frist ${bis}, verfügbar erst ab ${ab}. Dazwischen liegt kein ganzes Quartal des Plans.`
      : `„${titel}“ findet keinen Platz: Bis zur Frist ${bis} liegt kein ganzes Quartal des Plans.`,
  ];
}

function zuGrosseSaetze({ massnahme, einheiten }: Teil, teams: readonly Planteam[]): readonly string[] {
  const told = new Set<string>();
  for (const { lasten, ags } of einheiten satisfies readonly Einheit[])
    for (const { team, tage } of lasten) {
      const { name, kapazitaet } = teams[team] ?? { name: '', kapazitaet: [] };
      const most = Math.max(0, ...kapazitaet);
      if (tage > most)
        told.add(
          `„${massnahme.inhalt.titel}“ ${ags === null ? 'einmalig' : 'je Kommune'} braucht ${formatTage(tage)} Personentage von „${name}“, das in keinem Quartal mehr als ${formatTage(most)} hat. Teilen Sie die Maßnahme oder stocken Sie auf.`,
        );
    }
  return [...told];
}

export function titelOf(massnahmen: readonly Massnahme[], id: string): string {
  return massnahmen.find((one) => one.id === id)?.inhalt.titel ?? id;
}
