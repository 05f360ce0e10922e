/** "The editor was arrested in Niger": where nobody is named who did it, the state did whose law was enforced there. */
import type { EventType } from '../ontology';
import { type ActorFinder, actorsOf, typeOf } from './actors';
import { obliquesOf } from './clause';
import type { Draft } from './draft';
import { isPassive, isVerb } from './tree';

const STATE_ACTS: ReadonlySet<EventType> = new Set(['ARRESTED', 'CONVICTED', 'SUED', 'BANNED']);

export function heldIn(finder: ActorFinder, draft: Draft): Draft {
  const { doc, tree } = finder;
  if (draft.sources.length > 0 || draft.targets.length === 0 || !STATE_ACTS.has(draft.type)) return draft;
  if (!isVerb(tree, draft.head) || !isPassive(tree, draft.head)) return draft;
  const states = obliquesOf(tree, [draft.head], 'in')
    .flatMap((token) => actorsOf(finder, token, 'none'))
    .filter((a) => typeOf(doc, a.mention) === 'Country' && doc.mentions[a.mention]?.kind === 'name');
  const state = states[0];
  if (state === undefined) return draft;
  return {
    ...draft,
    sources: [{ ...state, steps: 2, via: 'in' }],
    trace: [...draft.trace, 'the state where it was done'],
  };
}
