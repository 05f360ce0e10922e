import { type EventType, type PloverClass, relationInfo } from '../ontology';
import { type Actor, type ActorFinder, actorsOf, chainOf } from './actors';
import { complementOf, isInfinitive } from './clause';
import type { Draft } from './draft';
import { childBy, childrenBy, childrenOf, headOf, lemmaOf, prepositionsOf, relationOf, textOf, xposOf } from './tree';

/** How many sentences an event may be taken up again by "the attack". */
const MEMORY_SENTENCES = 4;

/** "The attack was launched by a user": what was attacked is known from the event told before. */
export function inheritTargets(finder: ActorFinder, drafts: readonly Draft[]): Draft[] {
  const { doc, tree } = finder;
  const ordered = [...drafts].sort((a, b) => a.head - b.head);
  return ordered.map((draft, i) => {
    if (draft.targets.length > 0 || draft.sources.length === 0 || draft.rule !== 'frame' || draft.pos === 'noun')
      return draft;
    // who attends a meeting does not receive whoever was received there
    if (lemmaOf(tree, draft.head) === 'attend') return draft;
    const noun = [draft.head, ...draft.words].find(
      (t) => doc.upos[t] === 'NOUN' && finder.actNouns.has(lemmaOf(tree, t)),
    );
    if (
      noun === undefined ||
      !childrenBy(tree, noun, 'det').some((d) =>
        ['the', 'this', 'that', 'these', 'those'].includes((doc.tokens[d]?.text ?? '').toLowerCase()),
      )
    )
      return draft;
    const plover = relationInfo(draft.type).plover;
    const sentence = tree.sentenceOf[draft.head] ?? 0;
    const own = new Set(draft.sources.map((a) => chainOf(doc, a.mention)));
    for (let k = i - 1; k >= 0; k--) {
      const earlier = ordered[k];
      if (earlier === undefined || sentence - (tree.sentenceOf[earlier.head] ?? 0) > MEMORY_SENTENCES) break;
      if (
        relationInfo(earlier.type).plover !== plover ||
        earlier.targets.length === 0 ||
        earlier.targets.some((a) => own.has(chainOf(doc, a.mention)))
      )
        continue;
      return {
        ...draft,
        type: earlier.type,
        targets: earlier.targets.map((a) => ({ ...a, steps: a.steps + 2 })),
        trace: [...draft.trace, 'target from the event told before'],
      };
    }
    return draft;
  });
}

/** "Will not free them", "would never meet him": to say that one will not give, meet, yield is to refuse. */
export function refused(finder: ActorFinder, draft: Draft): Draft {
  const { polarity, modality } = draft.context;
  const bargained = BARGAINED.has(draft.type) && draft.pos === 'verb' && polarity === 'positive';
  if ((draft.type === 'REJECTED' || bargained) && draft.targets.length === 0)
    return { ...draft, targets: conditioned(finder, draft) };
  if (polarity !== 'negative' || (modality !== 'planned' && modality !== 'hypothetical')) return draft;
  const plover = relationInfo(draft.type).plover;
  if (plover === 'FACT' || plover === 'VOTE' || !GIVING.has(plover) || draft.sources.length === 0) return draft;
  // "if he fails to meet him" refuses nothing yet
  if (modality === 'hypothetical' && isInCondition(finder, draft.head)) return draft;
  return {
    ...draft,
    type: 'REJECTED',
    targets: draft.targets.length > 0 ? draft.targets : conditioned(finder, draft),
    context: { ...draft.context, polarity: 'positive', modality: 'actual' },
    trace: [...draft.trace, `will not do it: ${draft.type} is refused`],
  };
}

/** "(jailed) if he fails to meet the judge". */
function isInCondition({ tree }: ActorFinder, token: number): boolean {
  for (let node = token; node >= 0; node = headOf(tree, node))
    if (relationOf(tree, node) === 'advcl')
      return childrenBy(tree, node, 'mark').some((m) => ['if', 'unless'].includes(textOf(tree, m)));
  return false;
}

/** "will not end the strike until the mill pays": the one of whom it is made to depend. */
function conditioned(finder: ActorFinder, draft: Draft): Actor[] {
  const { tree, doc } = finder;
  const own = new Set(draft.sources.map((a) => chainOf(doc, a.mention)));
  // "threatened to close the road unless": hung on what is threatened or refused as well
  const told = childrenBy(tree, draft.head, 'xcomp', 'ccomp');
  for (const clause of [draft.head, ...draft.words, ...told].flatMap((node) => childrenBy(tree, node, 'advcl'))) {
    if (!childrenBy(tree, clause, 'mark').some((m) => CONDITIONS.has(textOf(tree, m)))) continue;
    // the clause, what else it asks, and what lies below it ("until he is satisfied that Chad pays")
    const further = childrenBy(tree, draft.head, 'conj').filter((c) => c > clause);
    for (const asked of [clause, ...childrenBy(tree, clause, 'conj', 'ccomp', 'xcomp'), ...further]) {
      // "until their demands are met by the mill": the mill
      for (const party of childrenBy(tree, asked, 'nsubj', 'nsubj:pass', 'obl:agent')) {
        const actors = actorsOf(finder, party, 'agent').filter((a) => !own.has(chainOf(doc, a.mention)));
        if (actors.length > 0) return actors;
      }
    }
  }
  return [];
}
/** What is said to move somebody is said to whoever can avert it. */
const BARGAINED: ReadonlySet<EventType> = new Set(['THREATENED', 'WARNED']);
const CONDITIONS: ReadonlySet<string> = new Set(['until', 'till', 'unless', 'before', 'if']);
const GIVING: ReadonlySet<PloverClass> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
]);

/** Cooperation that is agreed or promised and then told as its own event needs no second arrow. */
const PROMISES: ReadonlySet<EventType> = new Set(['AGREED_WITH', 'PROMISED']);
const HOSTILE: ReadonlySet<string> = new Set([
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'COERCE',
  'ASSAULT',
]);
/** A planned retreat is coded as a concession: the promise of it stays beside it. */
const YIELDING: ReadonlySet<string> = new Set(['RETREAT', 'CONCEDE']);

export function withoutDoubles(finder: ActorFinder, drafts: readonly Draft[]): Draft[] {
  const { doc, tree } = finder;
  const chains = (actors: readonly Actor[]): string =>
    actors
      .map((a) => chainOf(doc, a.mention))
      .sort((a, b) => a - b)
      .join(',');
  const key = (d: Draft): string => `${chains(d.sources)}>${chains(d.targets)}`;
  const seen = new Set<string>();
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const id = `${draft.type}|${tree.sentenceOf[draft.head]}|${key(draft)}`;
    if (draft.sources.length > 0 && seen.has(id)) continue;
    seen.add(id);
    const below = complementOf(tree, draft.head);
    // what was promised is told as its own event, or is nothing that the other would be promised ("vowed to strike the rebels")
    const told =
      PROMISES.has(draft.type) &&
      below >= 0 &&
      drafts.some(
        (d) =>
          d !== draft &&
          d.context.modality !== 'actual' &&
          (d.head === below || headOf(tree, d.head) === below) &&
          chains(d.targets) === chains(draft.targets) &&
          !YIELDING.has(relationInfo(d.type).plover),
      );
    // "refuses to resist the clan": to refuse a hostile act is no rejection of its victim
    const spared =
      draft.type === 'REJECTED' &&
      below >= 0 &&
      drafts.some(
        (d) =>
          d.head === below && HOSTILE.has(relationInfo(d.type).plover) && chains(d.targets) === chains(draft.targets),
      );
    if (told || spared) continue;
    kept.push(draft);
  }
  return kept;
}

const ASKING = new Set(['if', 'whether', 'who', 'what', 'why', 'how', 'when', 'where', 'which']);
/** Sentences in which an actor is only called by a name: "whom he called a friend", "called the envoy 'a traitor'". */
const QUOTES = new Set(['"', '“', "'", '‘', '«']);

const AIMING = new Set(['seek', 'hope', 'aim', 'want', 'look', 'try']);
const UNSURE: ReadonlySet<string> = new Set(['possible', 'hypothetical']);

/** "Asked him whether he would go", "called her father": words of asking and naming that ask and telephone nobody. */
export function isOnlyWords(finder: ActorFinder, draft: Draft): boolean {
  const { tree } = finder;
  const { head } = draft;
  if (draft.rule !== 'frame' || draft.pos !== 'verb') return false;
  // "said the bank should have paid": nobody is asked for it any more
  const modal = draft.words.find((w) => textOf(tree, w) === 'should');
  if (modal !== undefined && childrenBy(tree, headOf(tree, modal), 'aux').some((a) => textOf(tree, a) === 'have'))
    return true;
  const lemma = lemmaOf(tree, head);
  // "flew to Chad, seeking to mend ties": what one act is to lead to is nothing that was agreed
  if (draft.type === 'AGREED_WITH' && AIMING.has(lemma) && xposOf(tree, head) === 'VBG')
    return relationOf(tree, head) === 'advcl' && childBy(tree, head, 'aux', 'nsubj') < 0;
  if (draft.words.length > 0 && draft.type !== 'SEIZED') return false;
  if (draft.type === 'REQUESTED' && lemma === 'ask') {
    for (let i = head + 1; i <= head + 3; i++)
      if (ASKING.has(textOf(tree, i)) && textOf(tree, i) !== 'which') return true;
    const clause = childBy(tree, head, 'ccomp', 'xcomp', 'advcl', 'parataxis');
    if (clause < 0 || clause < head)
      return childrenOf(tree, head).some((c) => prepositionsOf(tree, c).includes('about'));
    const first = childrenOf(tree, clause).find((c) => ASKING.has(textOf(tree, c)) && c < clause);
    return first !== undefined && !isInfinitive(tree, clause);
  }
  // "might want him to go", "could want": a wish that nobody has said
  if (draft.type === 'REQUESTED' && lemma === 'want' && UNSURE.has(draft.context.modality)) return true;
  // "had expected them to march" foresaw it; "took over from the chief" succeeded him
  if (draft.type === 'URGED' && lemma === 'expect') return ['VBD', 'VBN'].includes(xposOf(tree, head));
  if (draft.type === 'SEIZED' && lemma === 'take')
    return (
      childrenOf(tree, head).some((c) => prepositionsOf(tree, c).includes('from')) && childBy(tree, head, 'obj') < 0
    );
  if (draft.type === 'CALLED' && lemma === 'call') {
    if (childrenBy(tree, head, 'iobj').length > 0 || childrenBy(tree, head, 'obj').length > 1) return true;
    // "was called irrelevant by"
    if (childrenBy(tree, head, 'xcomp').some((c) => !isInfinitive(tree, c))) return true;
    if (relationOf(tree, head) === 'acl:relcl') return true;
    for (let i = head + 1; i <= head + 6; i++) if (QUOTES.has(textOf(tree, i))) return true;
    return draft.targets.some((a) =>
      /(?:self|selves)$/.test(textOf(tree, finder.doc.mentions[a.mention]?.start ?? -1)),
    );
  }
  return false;
}

/** Words of asking, blaming and offering: turned down, they were said all the same. */
const SAID: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'AGREE', 'THREATEN']);
const TURNING_DOWN = new Set([
  'reject',
  'refuse',
  'decline',
  'dismiss',
  'ignore',
  'spurn',
  'rebuff',
  'deny',
  'turn',
  'rule',
]);

/** "Rejected repeated requests from the islanders": the requests were made. */
export function saidAllTheSame(finder: ActorFinder, draft: Draft): Draft {
  const { tree } = finder;
  if (draft.pos !== 'noun' || draft.context.polarity !== 'negative' || !SAID.has(relationInfo(draft.type).plover))
    return draft;
  const verb = headOf(tree, draft.head);
  const thing = relationOf(tree, draft.head) === 'obj' || relationOf(tree, draft.head) === 'nsubj:pass';
  if (verb < 0 || !thing || !TURNING_DOWN.has(lemmaOf(tree, verb))) return draft;
  return { ...draft, context: { ...draft.context, polarity: 'positive' } };
}
