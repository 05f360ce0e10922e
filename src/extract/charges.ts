import { type ActorFinder, actorsOf, chainOf, typeOf } from './actors';
import { logicalSubjects } from './clause';
import { contextOf } from './context';
import type { Draft } from './draft';
import type { EventLexicon } from './lexicon';
import { childBy, isVerb, lemmaOf, xposOf } from './tree';

/** Verbs that tell a wrong of their subject, whatever their object. */
const WRONGS: ReadonlySet<string> = new Set([
  'betray',
  'breach',
  'cheat',
  'collude',
  'conspire',
  'deceive',
  'defraud',
  'discriminate',
  'distort',
  'embezzle',
  'endanger',
  'exploit',
  'fabricate',
  'falsify',
  'flout',
  'harass',
  'incite',
  'infringe',
  'interfere',
  'intimidate',
  'jeopardise',
  'jeopardize',
  'lie',
  'loot',
  'manipulate',
  'meddle',
  'mislead',
  'mismanage',
  'mistreat',
  'neglect',
  'obstruct',
  'oppress',
  'overstep',
  'persecute',
  'plunder',
  'provoke',
  'sabotage',
  'trample',
  'undermine',
  'usurp',
  'victimise',
  'victimize',
  'violate',
]);

/** "The centre said the ministry had violated the nuns' rights": who says so accuses the ministry. */
export function findCharges(finder: ActorFinder, lexicon: EventLexicon): Draft[] {
  const { tree, doc } = finder;
  const drafts: Draft[] = [];
  doc.tokens.forEach((_, verb) => {
    if (!isVerb(tree, verb) || !WRONGS.has(lemmaOf(tree, verb))) return;
    // "face charges, including violating the law": said of nobody as done
    if (xposOf(tree, verb) === 'VBG' && childBy(tree, verb, 'aux') < 0) return;
    const context = contextOf(finder, lexicon, verb);
    if (context.attributedTo < 0 || context.polarity === 'negative' || context.modality !== 'actual') return;
    const own = chainOf(doc, context.attributedTo);
    const targets = logicalSubjects(tree, lexicon, verb)
      .flatMap((t) => actorsOf(finder, t, 'agent'))
      .filter((a) => chainOf(doc, a.mention) !== own && typeOf(doc, a.mention) !== 'Place');
    if (targets.length === 0) return;
    drafts.push({
      type: 'ACCUSED',
      head: verb,
      words: [],
      sources: [{ mention: context.attributedTo, steps: 0, via: 'speaker' }],
      targets,
      context: { polarity: 'positive', modality: 'actual', tense: 'past', attributedTo: -1, cue: null },
      theme: -1,
      rule: 'opinion',
      pos: 'verb',
      trace: [`says that they "${lemmaOf(tree, verb)}"`],
    });
  });
  return drafts;
}
