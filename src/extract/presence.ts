import { type ActorFinder, actorsOf, chainOf, directActor, typeOf } from './actors';
import { contextOf } from './context';
import type { Draft } from './draft';
import type { EventLexicon } from './lexicon';
import { baseRelation, childBy, childrenOf, lemmaOf, prepositionsOf } from './tree';

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
    if (!childrenOf(tree, place).some((c) => isTime(lemmaOf(tree, c), baseRelation(tree, c)))) return;
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
  return [...drafts, ...findCaptions(finder, lexicon)];
}

/** A caption without a verb: "Ruiz with Minister Jens Holm in Oslo on May 3". */
function findCaptions(finder: ActorFinder, lexicon: EventLexicon): Draft[] {
  const { tree, doc } = finder;
  const drafts: Draft[] = [];
  for (const sentence of doc.sentences) {
    if (sentence.end - sentence.start > 40) continue;
    const words = Array.from({ length: sentence.end - sentence.start }, (_, i) => sentence.start + i);
    if (words.some((t) => doc.upos[t] === 'VERB' || doc.upos[t] === 'AUX')) continue;
    const root = words.find((t) => (doc.heads[t] ?? -1) < 0);
    if (root === undefined) continue;
    const first = directActor(finder, root);
    if (first < 0 || typeOf(doc, first) !== 'Person') continue;
    const partner = childrenOf(tree, root).find(
      (c) => prepositionsOf(tree, c).includes('with') && typeOf(doc, directActor(finder, c)) === 'Person',
    );
    if (partner === undefined || chainOf(doc, directActor(finder, partner)) === chainOf(doc, first)) continue;
    drafts.push({
      type: 'MET_WITH',
      head: root,
      words: [],
      sources: [{ mention: first, steps: 0, via: '' }],
      targets: [{ mention: directActor(finder, partner), steps: 0, via: '' }],
      context: contextOf(finder, lexicon, root),
      theme: -1,
      rule: 'presence',
      pos: 'noun',
      trace: ['a caption shows them together'],
    });
  }
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
const isTime = (lemma: string, base: string): boolean =>
  TIMES.has(lemma) && (base === 'obl' || base === 'advmod' || base === 'nmod');
