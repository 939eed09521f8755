import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { patienceMs } from '../../../src/platform/testing/until.ts';
import { askApi } from '../api-client.ts';

/** A Kommune that answers by the JSON API, and what of it was acknowledged: by Leistung, the fields. */
export interface MachineKommune {
  readonly ags: string;
  readonly token: string;
  readonly acknowledged: Map<string, Readonly<Record<string, string>>>;
}

interface Bogen {
  readonly schritt: number;
  readonly leistungen: readonly {
    readonly leistung: string;
    readonly fassung: number;
    readonly felder: Readonly<Record<string, string>>;
  }[];
}

/** Sends until the program answers: while it is gone, nobody is told that something was saved. */
async function persistently(
  app: { readonly root: string },
  path: string,
  init: Parameters<typeof askApi>[2],
) {
  for (const end = Date.now() + patienceMs; ; await delay(150)) {
    const answer = await askApi(app, path, init).catch(() => null);
    if (answer && answer.status < 500) return answer;
    assert.ok(Date.now() < end, `${path} did not come back`);
  }
}

/** The form of a Kommune as it stands. */
export async function bogenOf(
  app: { readonly root: string },
  umfrage: string,
  { token }: MachineKommune,
): Promise<Bogen> {
  const answer = await persistently(app, `/bedarfsabfragen/${umfrage}/antworten`, { token });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body as Bogen;
}

/** Answers every Leistung, one after the other; `told` hears of each answer that was acknowledged. */
export async function answerAll(
  app: { readonly root: string },
  umfrage: string,
  kommune: MachineKommune,
  felderOf: (index: number) => Readonly<Record<string, string>>,
  told: () => void,
): Promise<void> {
  const { leistungen } = await bogenOf(app, umfrage, kommune);
  for (const [index, { leistung, fassung }] of leistungen.entries()) {
    const felder = felderOf(index);
    const answer = await persistently(app, `/bedarfsabfragen/${umfrage}/antworten/${leistung}`, {
      method: 'PUT',
      token: kommune.token,
      json: { grundlage: fassung, felder },
    });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    kommune.acknowledged.set(leistung, felder);
    told();
  }
}

/** Hands the answers to the second person. */
export async function present(
  app: { readonly root: string },
  umfrage: string,
  kommune: MachineKommune,
): Promise<void> {
  const { schritt } = await bogenOf(app, umfrage, kommune);
  const answer = await persistently(app, `/bedarfsabfragen/${umfrage}/abgabe`, {
    method: 'POST',
    token: kommune.token,
    json: { art: 'eingereicht', schritt },
  });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
}

/** Everything that was acknowledged stands in the form, letter by letter. */
export async function expectNothingLost(
  app: { readonly root: string },
  umfrage: string,
  kommune: MachineKommune,
): Promise<void> {
  const { leistungen } = await bogenOf(app, umfrage, kommune);
  const kept = new Map(leistungen.map(({ leistung, felder }) => [leistung, felder]));
  for (const [leistung, felder] of kommune.acknowledged)
    for (const [name, value] of Object.entries(felder))
      assert.equal(kept.get(leistung)?.[name], value, `${kommune.ags} ${leistung} ${name}`);
}
