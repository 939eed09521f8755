import type { FinderIndex } from './finder-index.ts';
import type { FinderInput, LokalerText } from './finder-input.ts';
import { buildCore, type CoreIndex } from './index/core-index.ts';
import { collectLocal } from './index/local-index.ts';
import { buildSuggestions } from './index/suggest-index.ts';
import { collectNear } from './index/typos.ts';
import { collectVocabulary } from './index/vocabulary.ts';
import { standardWeights, type Weights } from './weights.ts';

/** An index in the making: local texts are handed over one by one, then it is finished; both in small steps. */
export interface IndexMaking {
  readonly addLocal: (text: LokalerText) => boolean;
  readonly finish: () => Generator<void, FinderIndex>;
}

/** Begins an index with catalogue and thesaurus. */
export function* beginIndex(
  input: FinderInput,
  weights: Weights = standardWeights,
): Generator<void, IndexMaking> {
  const words = collectVocabulary();
  const core = yield* buildCore(input, weights, words);
  const { stems, forms } = core.vocabulary;
  const near = yield* collectNear(stems.slice(), forms);
  yield;
  const sortedStems = stems.toSorted();
  yield;
  const suggestions = yield* buildSuggestions(core);
  const local = collectLocal(core.placeOfLeistung, words);
  return {
    addLocal: local.add,
    finish: function* () {
      return {
        core,
        near,
        sortedStems,
        suggestions,
        local: yield* local.finish(stems.length),
        leistungen: input.leistungen,
        members: membersOf(core, input),
        keys: keysOf(input),
        weights,
      };
    },
  };
}

/** The whole index at once; for commands, tests and small inputs. */
export function buildFinderIndex(input: FinderInput, weights: Weights = standardWeights): FinderIndex {
  const making = runThrough(beginIndex(input, weights));
  for (const text of input.beschreibungen) making.addLocal(text);
  return runThrough(making.finish());
}

function runThrough<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function keysOf({ leistungen }: FinderInput): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const [place, { id, leika }] of leistungen.entries()) {
    keys.set(id.toLowerCase(), place);
    if (leika !== null) keys.set(leika, place);
  }
  return keys;
}

/** The Leistungen of each group; first the one whose name is nearest to the group's, the shortest of several. */
function membersOf(
  { groups, groupOf }: CoreIndex,
  { leistungen }: FinderInput,
): readonly (readonly number[])[] {
  const members = groups.map((): number[] => []);
  for (const [place, group] of groupOf.entries()) members[group]?.push(place);
  return members.map((places, group) => {
    const name = groups[group]?.name.toLowerCase() ?? '';
    const rank = (place: number) => {
      const own = leistungen[place]?.name ?? '';
      return own.length + (own.toLowerCase().startsWith(name) ? 0 : 1_000);
    };
    return places.toSorted((a, b) => rank(a) - rank(b));
  });
}
