/** What somebody is said to have done wrong, or left undone: who says so accuses or criticizes them. */
import type { EventType } from '../ontology';
import { type ActorFinder, actorsOf, chainOf, typeOf } from './actors';
import { complementOf, logicalObjects, logicalSubjects } from './clause';
import { contextOf } from './context';
import type { Draft } from './draft';
import type { EventLexicon } from './lexicon';
import { childBy, childrenBy, isVerb, lemmaOf, type Tree, textOf, xposOf } from './tree';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Verbs that tell a wrong of their subject, whatever their object. */
const WRONGS = words(
  `abandon betray breach cheat collude conspire deceive defame defraud desert discriminate distort embezzle endanger exploit extort fabricate
  falsify flout harass incite infringe interfere intimidate jeopardise jeopardize launder lie loot manipulate meddle
  misappropriate mislead mismanage mistreat misuse neglect obstruct oppress overstep persecute plunder provoke sabotage
  siphon smear squander tarnish trample undermine usurp victimise victimize vilify violate`,
);
/** Verbs that tell a wrong only with such an object, and the objects. */
const WRONGS_WITH: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  [
    words('spread publish disseminate broadcast peddle circulate print issue'),
    words('lie lies misinformation disinformation propaganda falsehood hatred hate rumor rumour slander'),
  ],
  [words('take accept pay receive solicit demand offer'), words('bribe bribery kickback')],
  [words('rig steal hijack'), words('election vote poll result referendum ballot contest')],
  [
    words('commit perpetrate'),
    words('crime atrocity genocide violation abuse fraud offence offense treason perjury massacre terrorism wrong'),
  ],
  [words('break'), words('law rule promise pledge ceasefire truce constitution agreement word treaty')],
  [words('abuse'), words('power office authority position right trust privilege')],
  [words('hide conceal withhold destroy suppress'), words('evidence truth fact information document record proof')],
  [
    words('fund finance sponsor support arm harbor harbour shelter aid back'),
    words('terrorism terrorist terror extremism extremist militant insurgent'),
  ],
  [
    words('plot plan stage orchestrate mastermind instigate foment engineer'),
    words('coup unrest violence revolution murder assassination rebellion riot attack'),
  ],
  [words('sow cause create'), words('discord division chaos panic confusion instability suffering havoc')],
];
const UNTRUE = words('false misleading fake fabricated inflammatory defamatory untrue slanderous');
/** Crimes that a prosecutor names are charges; told by others they are news. */
const CRIMES = words(
  'kill murder steal rob rape assault stab shoot abduct kidnap strangle bribe forge smuggle traffic',
);
const PROSECUTING = words('prosecutor prosecution attorney indictment state');
/** "failed to win": bad luck, no blame. */
const CHANCES = words(
  'win reach secure qualify score find agree beat gain attract advance materialise materialize make appear get',
);
const NOTHING = words('nothing little');

/** "The centre said the ministry had violated the nuns' rights": who says so accuses the ministry. */
export function findCharges(finder: ActorFinder, lexicon: EventLexicon): Draft[] {
  const { tree, doc } = finder;
  const drafts: Draft[] = [];
  doc.tokens.forEach((_, verb) => {
    if (!isVerb(tree, verb)) return;
    // "face charges, including violating the law": said of nobody as done
    if (xposOf(tree, verb) === 'VBG' && childBy(tree, verb, 'aux') < 0) return;
    // "if he violates the law, they will revoke it"
    if (childrenBy(tree, verb, 'mark').some((m) => ['if', 'unless', 'whether'].includes(textOf(tree, m)))) return;
    const wrong = isWrong(tree, lexicon, verb);
    const crime = !wrong && CRIMES.has(lemmaOf(tree, verb));
    const omission = !wrong && !crime && isOmission(tree, lexicon, verb);
    if (!wrong && !crime && !omission) return;
    const context = contextOf(finder, lexicon, verb);
    if (context.attributedTo < 0 || context.polarity === 'negative' || context.modality !== 'actual') return;
    if (crime && !prosecutes(finder, context.attributedTo)) return;
    const own = chainOf(doc, context.attributedTo);
    const targets = logicalSubjects(tree, lexicon, verb)
      .flatMap((t) => actorsOf(finder, t, 'agent'))
      .filter((a) => chainOf(doc, a.mention) !== own && typeOf(doc, a.mention) !== 'Place')
      .filter((a) => !omission || isAnswerable(finder, a.mention));
    if (targets.length === 0) return;
    drafts.push(charge(omission ? 'CRITICIZED' : 'ACCUSED', verb, context.attributedTo, targets, lemmaOf(tree, verb)));
  });
  return drafts;
}

const charge = (type: EventType, head: number, speaker: number, targets: Draft['targets'], lemma: string): Draft => ({
  type,
  head,
  words: [],
  sources: [{ mention: speaker, steps: 0, via: 'speaker' }],
  targets,
  context: { polarity: 'positive', modality: 'actual', tense: 'past', attributedTo: -1, cue: null },
  theme: -1,
  rule: 'opinion',
  pos: 'verb',
  trace: [`says that they "${lemma}"`],
});

function isWrong(tree: Tree, lexicon: EventLexicon, verb: number): boolean {
  const lemma = lemmaOf(tree, verb);
  if (WRONGS.has(lemma)) return true;
  const pairs = WRONGS_WITH.filter(([verbs]) => verbs.has(lemma));
  if (pairs.length === 0) return false;
  return logicalObjects(tree, lexicon, verb).some(
    (object) =>
      pairs.some(([, objects]) => objects.has(lemmaOf(tree, object)) || objects.has(textOf(tree, object))) ||
      (pairs[0] === WRONGS_WITH[0] && childrenBy(tree, object, 'amod').some((a) => UNTRUE.has(textOf(tree, a)))),
  );
}

/** "had failed to protect them", "has done nothing", "ignored the warnings". */
function isOmission(tree: Tree, lexicon: EventLexicon, verb: number): boolean {
  const lemma = lemmaOf(tree, verb);
  if (lemma === 'fail') {
    const what = complementOf(tree, verb);
    return what > verb && !CHANCES.has(lemmaOf(tree, what));
  }
  if (lemma === 'ignore') return logicalObjects(tree, lexicon, verb).length > 0;
  return lemma === 'do' && childrenBy(tree, verb, 'obj').some((o) => NOTHING.has(textOf(tree, o)));
}

/** A body, a state, somebody called by name: not "a driver who failed to stop". */
function isAnswerable({ doc }: ActorFinder, mention: number): boolean {
  const type = typeOf(doc, mention);
  if (type === 'Organization' || type === 'Country') return true;
  return type === 'Person' && doc.mentions[mention]?.kind === 'name';
}

function prosecutes({ doc, tree }: ActorFinder, speaker: number): boolean {
  const m = doc.mentions[speaker];
  if (m === undefined) return false;
  if (PROSECUTING.has(lemmaOf(tree, m.head))) return true;
  for (let i = m.start; i < m.end; i++) if (/^prosecut/.test(textOf(tree, i))) return true;
  return false;
}
