/** The conditions of a sense: what must and what must not stand with the word. */
import type { ActorFinder } from './actors';
import { actorsOf, directActor, nounOf, typeOf } from './actors';
import { makersOf } from './arguments-behind';
import {
  complementOf,
  indirectObjects,
  isInfinitive,
  isStatement,
  logicalObjects,
  logicalSubjects,
  obliquesOf,
} from './clause';
import { DEEP, deepObliques } from './deep-obliques';
import type { Condition, EventLexicon } from './lexicon';
import { childrenBy, isNominal, isVerb, lemmaOf, type Tree, uposOf } from './tree';

/** The tokens that fill a slot named in a condition. */
export function slotTokens(
  finder: ActorFinder,
  lexicon: EventLexicon,
  head: number,
  words: readonly number[],
  slot: string,
): number[] {
  const { tree } = finder;
  switch (slot) {
    case 'subj':
      return isNominal(tree, head) || uposOf(tree, head) === 'ADJ'
        ? childrenBy(tree, head, 'nsubj')
        : logicalSubjects(tree, lexicon, head);
    case 'doer': {
      const subjects = logicalSubjects(tree, lexicon, head);
      return subjects.length > 0 ? subjects : childrenBy(tree, head, 'nsubj');
    }
    case 'obj':
      return logicalObjects(tree, lexicon, head);
    case 'iobj':
      return indirectObjects(tree, lexicon, head);
    case 'comp': {
      const complement = complementOf(tree, head);
      return complement >= 0 ? [complement] : askedOf(finder, head);
    }
    case 'inf': {
      // '"To win is hard," she told the Herald': what stands before the verb is said, not ordered
      const complement = complementOf(tree, head);
      return complement > head && isInfinitive(tree, complement) ? [complement] : askedOf(finder, head);
    }
    case 'case':
      return childrenBy(tree, head, 'case');
    case 'wish': {
      const complement = complementOf(tree, head);
      return complement >= 0 && !isStatement(tree, complement) ? [complement] : [];
    }
    case 'ccomp':
      return childrenBy(tree, head, 'ccomp');
    case 'quote':
      return childrenBy(tree, head, 'ccomp', 'parataxis');
    case 'cop':
      return childrenBy(tree, head, 'cop');
    case 'poss':
      return childrenBy(tree, head, 'nmod:poss');
    case 'mod':
      // of the noun, or of the nouns of a verb's phrase ("launched a MILITARY operation")
      return [head, ...words].flatMap((node) => childrenBy(tree, node, 'amod', 'compound'));
    case 'prt':
      return childrenBy(tree, head, 'compound:prt');
    case 'pred':
      return predicatesOf(tree, head);
    case 'sport':
      return finder.sport[tree.sentenceOf[head] ?? -1] === true ? [head] : [];
    default:
      return obliquesOf(tree, [head, ...words, ...childrenBy(tree, head, 'obj')], slot);
  }
}

/** What the object is called, made or held to be: "called him STUPID", "held them RESPONSIBLE", "named Ruiz CHIEF". */
function predicatesOf(tree: Tree, verb: number): number[] {
  const objects = childrenBy(tree, verb, 'obj');
  return [
    ...childrenBy(tree, verb, 'xcomp').filter((c) => !isVerb(tree, c)),
    ...objects.slice(1),
    ...objects.flatMap((o) => childrenBy(tree, o, 'amod').filter((a) => a > o)),
  ];
}

/** "persuaded the driver TO LEAVE": what an actor is to do, hung on that actor. */
function askedOf(finder: ActorFinder, verb: number): number[] {
  const { tree } = finder;
  return childrenBy(tree, verb, 'obj', 'iobj')
    .filter((object) => object > verb && directActor(finder, object) >= 0)
    .flatMap((object) => childrenBy(tree, object, 'acl').filter((clause) => isInfinitive(tree, clause)));
}

/** Whether the text fulfils the condition of a sense that fires at the token. */
export function holds(
  finder: ActorFinder,
  lexicon: EventLexicon,
  head: number,
  words: readonly number[],
  condition: Condition,
): boolean {
  const { tree } = finder;
  const tokens = slotTokens(finder, lexicon, head, words, condition.slot);
  switch (condition.kind) {
    case 'has':
      return tokens.length > 0 || (DEEP.has(condition.slot) && isToldFar(finder, head, words, condition.slot));
    case 'lacks':
      return tokens.length === 0;
    case 'is':
      return tokens.some((t) => condition.values.has(lemmaOf(tree, t)));
    case 'isnt':
      return !tokens.some((t) => condition.values.has(lemmaOf(tree, t)));
    case 'type':
      if (tokens.length === 0 && DEEP.has(condition.slot) && isVerb(tree, head))
        return deepObliques(tree, head, words, condition.slot).some((t) => isOfType(finder, lexicon, t, condition));
      return (condition.optional && tokens.length === 0) || tokens.some((t) => isOfType(finder, lexicon, t, condition));
    case 'untyped':
      return !tokens.some((t) => isOfType(finder, lexicon, t, condition));
  }
}

/** A token's actors, of which one has a type of the condition. A subject may be the actor's act or thing, a doer is the actor itself. */
function isOfType(finder: ActorFinder, lexicon: EventLexicon, token: number, { slot, values }: Condition): boolean {
  const { doc } = finder;
  const whose = slot === 'subj' || (slot === 'doer' && UNDERTAKINGS.has(lemmaOf(finder.tree, nounOf(finder, token))));
  const own = actorsOf(finder, token, whose ? 'agent' : 'none');
  // "issued a statement criticising the mine": it speaks for whoever issued it
  const actors = own.length === 0 && slot === 'subj' ? makersOf(finder, lexicon, token) : own;
  return actors.some(({ mention }) => {
    const type = typeOf(doc, mention);
    if (type === null) return false;
    if (values.has('actor')) return true;
    if (values.has('name') && doc.mentions[mention]?.kind === 'name') return true;
    if (values.has('human') && (type === 'Person' || type === 'Group')) return true;
    return values.has(type.toLowerCase());
  });
}

/** What is there to do something: its owner does it. */
const UNDERTAKINGS = new Set(
  'plan programme program project operation mission initiative scheme campaign effort force troops aid sanction raid strike attack'.split(
    ' ',
  ),
);

/** A phrase that hangs too deep counts where it names somebody. */
const isToldFar = (finder: ActorFinder, head: number, words: readonly number[], preposition: string): boolean =>
  (isVerb(finder.tree, head) || uposOf(finder.tree, head) === 'NOUN') &&
  deepObliques(finder.tree, head, words, preposition).some((t) => actorsOf(finder, t, 'none').length > 0);
