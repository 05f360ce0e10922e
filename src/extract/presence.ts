import { type ActorFinder, actorsOf, chainOf, directActor, typeOf } from './actors';
import { contextOf } from './context';
import type { Draft } from './events';
import type { EventLexicon } from './lexicon';
import { baseRelation, childBy, childrenOf, lemmaOf, prepositionsOf, relationOf } from './tree';

/** Being somewhere at a time: "a delegation from the league was at the ministry on Monday". */
export function findPresence(finder: ActorFinder, lexicon: EventLexicon): Draft[] {
  const { tree, doc } = finder;
  const drafts: Draft[] = [];
  doc.tokens.forEach((_, place) => {
    const copula = childBy(tree, place, 'cop');
    const subject = childBy(tree, place, 'nsubj');
    if (copula < 0 || subject < 0 || !prepositionsOf(tree, place).some((p) => p === 'at' || p === 'in')) return;
    const target = directActor(finder, place);
    const kind = target < 0 ? null : typeOf(doc, target);
    if (kind !== 'Organization' && kind !== 'Place' && kind !== 'Country') return;
    if (!childrenOf(tree, place).some((c) => isTime(lemmaOf(tree, c), relationOf(tree, c), baseRelation(tree, c))))
      return;
    const sources = actorsOf(finder, subject, 'agent').filter(
      (a) => typeOf(doc, a.mention) !== 'Place' && chainOf(doc, a.mention) !== chainOf(doc, target),
    );
    if (sources.length === 0) return;
    drafts.push({
      type: kind === 'Organization' ? 'MET_WITH' : 'VISITED',
      head: copula,
      words: [],
      sources,
      targets: [{ mention: target, steps: 0, via: '' }],
      context: contextOf(finder, lexicon, place),
      theme: -1,
      rule: 'presence',
      pos: 'verb',
      trace: ['somebody was there at that time'],
    });
  });
  return drafts;
}

const TIMES = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'today',
  'yesterday',
  'tomorrow',
  'week',
  'month',
  'morning',
  'evening',
]);
const isTime = (lemma: string, relation: string, base: string): boolean =>
  TIMES.has(lemma) && (base === 'obl' || base === 'advmod' || relation === 'nmod:unmarked');
