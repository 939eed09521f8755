import { addDays } from '#kernel';
import type { Principal } from '#platform';
import { type Mitwirkende, mitwirkendeOf, readSitzungBlick, type WorkgroupDeps } from '#workgroup';
import { need } from '../need.ts';
import type { Vergangen } from '../sitzungen.ts';
import { einladen, onDay, type Runde, tageBisWerktag, tue } from './schritte.ts';

export async function vergangeneSitzung(
  { services, workgroup, leitung, people, gruppe, today }: Runde,
  plan: Vergangen,
): Promise<void> {
  const versatz = tageBisWerktag(today, -plan.vor);
  const deps = onDay(services, workgroup, versatz);
  const id = await tue(
    deps,
    leitung,
    'workgroup.session.plan',
    { gruppe },
    { ...plan.termin, tag: addDays(today, versatz), abstandMonate: '3' },
  );
  const punkte: string[] = [];
  for (const punkt of plan.punkte)
    punkte.push(await tue(deps, leitung, 'workgroup.agenda.add', { id }, punkt));
  await einladen(deps, leitung, id);
  for (const [at, person] of people.entries())
    await tue(
      deps,
      person,
      'workgroup.session.register',
      { id },
      { teilnahme: plan.termin.form === 'hybrid' && at % 2 === 0 ? 'vor-ort' : 'online' },
    );
  await tue(deps, leitung, 'workgroup.session.beginnen', { id });
  const wer = need(await mitwirkendeOf(deps, leitung, 'leiten'));
  const { sitze, gaeste } = need(await readSitzungBlick(deps, wer, id));
  const there = [
    ...sitze.slice(0, 27).map((sitz) => `sitz:${sitz.id}`),
    ...gaeste.map((gast) => `gast:${gast.id}`),
  ];
  await tue(deps, leitung, 'workgroup.session.attend', { id }, { anwesend: there.join(',') });
  for (const { punkt, text } of plan.protokoll)
    await tue(
      deps,
      leitung,
      'workgroup.minutes.write',
      { id },
      { text, grundlage: '0', punkt: punkte[punkt] ?? '' },
    );
  await beschliessen(deps, { leitung, people, id, punkt: punkte[1] ?? '' }, plan);
  for (const [at, { titel, tage }] of plan.aufgaben.entries()) {
    const zustaendig = sitzOf(sitze, people[at % people.length], wer) ?? '';
    await tue(
      deps,
      leitung,
      'workgroup.task.add',
      { id },
      { titel, faellig: addDays(today, tage), zustaendig },
    );
  }
  await tue(deps, leitung, 'workgroup.session.abschliessen', { id });
}

interface Saal {
  readonly leitung: Principal;
  readonly people: readonly Principal[];
  readonly id: string;
  readonly punkt: string;
}

async function beschliessen(
  deps: WorkgroupDeps,
  { leitung, people, id, punkt }: Saal,
  plan: Vergangen,
): Promise<void> {
  for (const { stimmen, ...felder } of plan.beschluesse) {
    const beschluss = await tue(deps, leitung, 'workgroup.decision.propose', { id }, { ...felder, punkt });
    await tue(
      deps,
      leitung,
      stimmen.length === 0 ? 'workgroup.decision.festhalten' : 'workgroup.decision.oeffnen',
      { id: beschluss },
    );
    if (stimmen.length === 0) continue;
    for (const [at, person] of people.entries())
      await tue(
        deps,
        person,
        'workgroup.decision.vote',
        { id: beschluss },
        { wahl: stimmen[at % stimmen.length] ?? 'ja' },
      );
    await tue(deps, leitung, 'workgroup.decision.schliessen', { id: beschluss });
  }
}

function sitzOf(
  sitze: readonly { readonly id: string; readonly hausId: string; readonly memberId: string | null }[],
  person: Principal | undefined,
  wer: Mitwirkende,
): string | null {
  const haus = person?.tenant ?? wer.tenant;
  return sitze.find(({ hausId, memberId }) => hausId === haus && memberId !== null)?.id ?? null;
}
