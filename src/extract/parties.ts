/** The parties of a plural subject: "British and Irish envoys", "the armies of Peru and Chile", "UK and EU negotiators". */
import { type Actor, type ActorFinder, actorsOf, chainOf, directActor, typeOf } from './actors';
import { logicalObjects, logicalSubjects, obliquesOf } from './clause';
import type { EventLexicon } from './lexicon';
import type { Firing } from './match';
import {
  baseRelation,
  childrenBy,
  childrenOf,
  isPassive,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
} from './tree';

/** "the two countries", "both sides": those named before. */
export function isBoth({ doc, tree }: ActorFinder, actor: Actor): boolean {
  const mention = doc.mentions[actor.mention];
  if (mention === undefined || mention.kind !== 'nominal') return false;
  return [mention.start, mention.start + 1].some((t) => t < mention.head && ['two', 'both'].includes(textOf(tree, t)));
}

/** "British and Irish envoys agreed", "the armies of Peru and Chile held exercises", "the summit between A and B failed to reach a deal". */
export function partiesOf(finder: ActorFinder, lexicon: EventLexicon, firing: Firing): Actor[] {
  const { tree, doc } = finder;
  if (firing.sense.pos === 'noun') return [];
  const subjects = logicalSubjects(tree, lexicon, firing.head);
  // "relations between A and B were marked by mistrust"
  const undergone = isPassive(tree, firing.head) ? logicalObjects(tree, lexicon, firing.head) : [];
  for (const subject of [...subjects, ...undergone]) {
    for (const c of childrenOf(tree, subject)) {
      const relation = baseRelation(tree, c);
      const named = relation === 'amod' || relation === 'compound' || relationOf(tree, c) === 'nmod:poss';
      if (!named && !(relation === 'nmod' && prepositionsOf(tree, c).some((p) => PARTY_OF.has(p)))) continue;
      const parties: Actor[] = [];
      for (const one of [c, ...childrenBy(tree, c, 'conj')]) {
        const mention = directActor(finder, one);
        if (mention < 0 || parties.some((a) => chainOf(doc, a.mention) === chainOf(doc, mention))) continue;
        parties.push({ mention, steps: 1, via: 'party' });
      }
      if (parties.length > 1) return parties;
    }
    const before = wordsBefore(finder, subject);
    if (before.length > 1) return before;
  }
  return [];
}

/** "UK and EU negotiators", by the words alone, for the parser seldom hangs the first one right. */
function wordsBefore(finder: ActorFinder, noun: number): Actor[] {
  const { tree, doc } = finder;
  const named = (token: number): boolean => {
    const mention = directActor(finder, token);
    return mention >= 0 && doc.mentions[mention]?.kind === 'name' && typeOf(doc, mention) !== 'Person';
  };
  for (let i = noun - 1; i > noun - 4 && tree.sentenceOf[i - 2] === tree.sentenceOf[noun]; i--) {
    const after = textOf(tree, i) === 'the' ? i + 1 : i;
    const and = textOf(tree, i - 1);
    if (!named(after) || after === noun || and !== 'and' || !named(i - 2)) continue;
    return [i - 2, after].map((token) => ({ mention: directActor(finder, token), steps: 1, via: 'party' }));
  }
  return [];
}
const PARTY_OF: ReadonlySet<string> = new Set(['of', 'between', 'from']);

/** "the governments of Egypt and Sudan": of a plural the parties that its of-phrase names; [] where there are none. */
export function partiesInside(finder: ActorFinder, actor: Actor | undefined): Actor[] {
  const head = actor === undefined ? -1 : (finder.doc.mentions[actor.mention]?.head ?? -1);
  if (head < 0 || !/^NNP?S$/.test(finder.doc.xpos[head] ?? '')) return [];
  return obliquesOf(finder.tree, [head], 'of').flatMap((t) => {
    const parties = actorsOf(finder, t, 'none');
    return parties.length > 1 ? parties : [];
  });
}

/** "The king and the premier attended the council of the order": there they met one another too. */
export function withFellows(tree: Tree, { sense, head }: Firing, sources: readonly Actor[], targets: Actor[]): Actor[] {
  const together = sense.type === 'MET_WITH' && sense.words.length > 0 && ATTENDING.has(lemmaOf(tree, head));
  return together && targets.length > 0 && sources.length > 1 ? [...targets, ...sources.slice(1)] : targets;
}
const ATTENDING: ReadonlySet<string> = new Set(['attend', 'participate', 'take', 'join']);
