import type { Pattern } from './confidence';
import { type FactDraft, type FactScene, typeOf } from './facts-scene';

/** Weights for facts without any fitted: each rule's own confidence. */
export const OWN_CONFIDENCE: ReadonlyMap<string, number> = new Map([['fact.own', 1]]);

/** The pattern of a fact: its rule and what that is set to, its type, and ends that are less sure. */
export function factPattern({ doc, named }: FactScene, draft: FactDraft): Pattern {
  const source = doc.mentions[draft.source];
  const flag = (is: boolean): number => (is ? 1 : 0);
  return {
    'fact.bias': 1,
    'fact.own': Math.log(draft.confidence / (1 - draft.confidence)),
    [`fact.rule:${draft.rule}`]: 1,
    [`fact.type:${draft.type}`]: 1,
    'fact.s.group': flag(typeOf(doc, draft.source) === 'Group'),
    'fact.s.plural': flag(/^NNP?S$/.test(doc.xpos[source?.head ?? -1] ?? '')),
    'fact.t.unnamed': flag(!named.has(doc.mentions[draft.target]?.chain ?? -1)),
    'fact.t.country': flag(typeOf(doc, draft.target) === 'Country'),
  };
}
