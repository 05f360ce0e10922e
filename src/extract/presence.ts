import { type ActorFinder, actorsOf, chainOf, directActor, typeOf } from './actors';
import { logicalSubjects } from './clause';
import { contextOf } from './context';
import type { Draft } from './draft';
import type { EventLexicon } from './lexicon';
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isVerb,
  lemmaOf,
  prepositionsOf,
  type Tree,
} from './tree';

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
  return [...drafts, ...findWitnesses(finder, lexicon), ...findCaptions(finder, lexicon)];
}

/** "Received the envoy in the presence of the prince", "At a meeting attended by the prince, the king said". */
function findWitnesses(finder: ActorFinder, lexicon: EventLexicon): Draft[] {
  const { tree, doc } = finder;
  const drafts: Draft[] = [];
  doc.tokens.forEach((_, token) => {
    const present = lemmaOf(tree, token) === 'presence' && prepositionsOf(tree, token).includes('in');
    const attended =
      lemmaOf(tree, token) === 'attend' && childrenOf(tree, token).some((c) => prepositionsOf(tree, c).includes('by'));
    if (!present && !attended) return;
    const verb = verbOver(tree, token);
    if (verb < 0 || verb === token) return;
    const witnesses = childrenOf(tree, token)
      .filter((c) => prepositionsOf(tree, c).includes(present ? 'of' : 'by'))
      .flatMap((c) => actorsOf(finder, c, 'none'));
    const met = witnesses.filter((a) => typeOf(doc, a.mention) === 'Person' || typeOf(doc, a.mention) === 'Group');
    const chains = new Set(met.map((a) => chainOf(doc, a.mention)));
    const sources = logicalSubjects(tree, lexicon, verb)
      .flatMap((t) => actorsOf(finder, t, 'none'))
      .filter((a) => typeOf(doc, a.mention) === 'Person' && !chains.has(chainOf(doc, a.mention)));
    const context = contextOf(finder, lexicon, verb);
    if (met.length === 0 || sources.length === 0 || context.polarity === 'negative' || context.modality !== 'actual')
      return;
    drafts.push({
      type: 'MET_WITH',
      head: token,
      words: [],
      sources,
      targets: met,
      context,
      theme: -1,
      rule: 'presence',
      pos: 'noun',
      trace: ['who was there when it was said or done'],
    });
  });
  return drafts;
}

/** The clause's verb over a phrase or participle, itself no participle of a noun. */
function verbOver(tree: Tree, token: number): number {
  let node = headOf(tree, token);
  for (let steps = 0; node >= 0 && steps < 5; steps++) {
    if (isVerb(tree, node) && childBy(tree, node, 'nsubj') >= 0) return node;
    node = headOf(tree, node);
  }
  return -1;
}

/** "with the minister", also where the parser hangs the preposition on a word of the title. */
const isWith = (tree: Tree, nominal: number): boolean =>
  [nominal, ...childrenBy(tree, nominal, 'amod', 'compound', 'nmod:desc')].some((t) =>
    prepositionsOf(tree, t).includes('with'),
  );

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
    // whatever the parser hangs the minister on: a caption has no verb that he could belong to
    const partner = words.find((c) => c > root && isWith(tree, c) && typeOf(doc, directActor(finder, c)) === 'Person');
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
