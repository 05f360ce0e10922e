/**
 * Who owns a part of a firm: "holds a 30 percent stake in Zentra", "60 percent of Zentra is held by Nordbank",
 * "Nordbank's stake in Zentra".
 */
import { antecedent, nominalAt } from './facts-bearers';
import { type FactDraft, type FactScene, spanOf, typeOf } from './facts-scene';
import { agentsOf, subjectsOf } from './facts-verbs';
import { childrenBy, headOf, isPassive, isVerb, lemmaOf, prepositionsOf, relationOf, type Tree, textOf } from './tree';

const STAKES = /^(?:stakes?|shareholdings?|interests?)$/i;
/** A part that is a stake only where it is said whose: "60 percent of Zentra", "the majority of shares in Zentra". */
const PARTS = /^(?:percent|per cent|%|shares?|majority|half)$/i;
const HOLDS = new Set(['hold', 'have', 'own', 'control', 'retain', 'keep', 'buy', 'acquire', 'purchase', 'possess']);

export function findStakes(scene: FactScene): FactDraft[] {
  const { doc, tree } = scene;
  return doc.tokens.flatMap((_, token): FactDraft[] => {
    const text = textOf(tree, token);
    const isStake = STAKES.test(text);
    if (!isStake && !PARTS.test(text)) return [];
    const owned = isStake ? [] : partOwned(scene, token);
    if (owned.length > 0) return owned;
    // "its interest in the plan"
    const keen =
      /^interests?$/.test(text) && !/^(?:%|percent|majority|minority|controlling|stake)$/.test(textOf(tree, token - 1));
    if (keen) return [];
    const told = firmOf(scene, token, isStake);
    const firm = told < 0 && isStake ? firmBefore(scene, token) : told;
    if (firm < 0) return [];
    const { verb, holders } = holdersOf(tree, token, isStake);
    return holders.flatMap((holder): FactDraft[] => {
      const source = nominalAt(scene, holder);
      const kind = typeOf(doc, source);
      if (kind === null || kind === 'Place' || source === firm) return [];
      const rule = `stake.${verb < 0 ? 'possessor' : 'verb'}`;
      const trigger = spanOf(verb < 0 ? token : verb);
      return [{ type: 'OWNS', source, target: firm, trigger, title: null, verb, confidence: 0.7, rule }];
    });
  });
}

/** "Zentra, which is 51 percent owned by Nordbank", "Zentra is half owned by the state". */
function partOwned(scene: FactScene, token: number): FactDraft[] {
  const { doc, tree } = scene;
  const verb = childrenBy(tree, token, 'acl').find((c) => /^(?:owned|held|controlled)$/.test(textOf(tree, c)));
  const subject = childrenBy(tree, token, 'nsubj', 'nsubj:pass')[0];
  if (verb === undefined || subject === undefined) return [];
  const relative = /^(?:which|that)$/.test(textOf(tree, subject));
  const firm = nominalAt(scene, relative ? antecedent(scene, subject, headOf(tree, token)) : subject);
  if (typeOf(doc, firm) !== 'Organization') return [];
  return agentsOf(tree, verb).flatMap((agent): FactDraft[] => {
    const source = nominalAt(scene, agent);
    const kind = typeOf(doc, source);
    if (kind === null || kind === 'Place') return [];
    const trigger = spanOf(verb);
    return [{ type: 'OWNS', source, target: firm, trigger, title: null, verb, confidence: 0.7, rule: 'stake.part' }];
  });
}

/** "Zentra, in which Nordbank holds a stake". */
function firmBefore(scene: FactScene, token: number): number {
  const { doc, tree } = scene;
  const verb = headOf(tree, token);
  if (relationOf(tree, verb) !== 'acl:relcl') return -1;
  const which = childrenBy(tree, verb, 'obl').find(
    (c) => textOf(tree, c) === 'which' && prepositionsOf(tree, c).includes('in'),
  );
  const firm = which === undefined ? -1 : nominalAt(scene, headOf(tree, verb));
  return typeOf(doc, firm) === 'Organization' ? firm : -1;
}

const PURCHASES = /^(?:acquisition|takeover|buyout|purchase)$/;

/** "completed its acquisition of Zentra", "the takeover of Zentra by Nordbank". */
export function findPurchases(scene: FactScene): FactDraft[] {
  const { doc, tree } = scene;
  return doc.tokens.flatMap((_, token): FactDraft[] => {
    if (!PURCHASES.test(textOf(tree, token))) return [];
    const planned = childrenBy(tree, token, 'amod').some((c) =>
      /^(?:proposed|planned|potential|possible|attempted|hostile|failed|pending)$/.test(textOf(tree, c)),
    );
    const phrases = childrenBy(tree, token, 'nmod');
    const firm = phrases
      .filter((c) => prepositionsOf(tree, c).includes('of'))
      .map((c) => nominalAt(scene, c))
      .find((m) => typeOf(doc, m) === 'Organization' && doc.mentions[m]?.kind === 'name');
    if (planned || firm === undefined) return [];
    const verb = headOf(tree, token);
    const buyers = [
      ...childrenBy(tree, token, 'nmod:poss'),
      ...phrases.filter((c) => prepositionsOf(tree, c).includes('by')),
      ...(relationOf(tree, token) === 'obj' && /^(?:complete|finalise|finalize|close|seal)$/.test(lemmaOf(tree, verb))
        ? subjectsOf(tree, verb, false)
        : []),
    ].map((c) => nominalAt(scene, c));
    const source = buyers.find((m) => /^(?:Organization|Person|Country|Group)$/.test(typeOf(doc, m) ?? ''));
    if (source === undefined) return [];
    const said = verb >= 0 && isVerb(tree, verb) ? verb : -1;
    return [
      {
        type: 'OWNS',
        source,
        target: firm,
        trigger: spanOf(token),
        title: null,
        verb: said,
        confidence: 0.65,
        rule: 'stake.purchase',
      },
    ];
  });
}

/** "in Zentra", "of Zentra", or "of shares in Zentra": the body's mention, or -1. */
function firmOf(scene: FactScene, token: number, isStake: boolean): number {
  const { doc, tree } = scene;
  for (const child of childrenBy(tree, token, 'nmod')) {
    const by = prepositionsOf(tree, child);
    if (!by.includes('in') && (isStake || !by.includes('of'))) continue;
    if (PARTS.test(textOf(tree, child))) return firmOf(scene, child, false);
    const mention = nominalAt(scene, child);
    const kind = typeOf(doc, mention);
    // a mine, a hotel: a stake in a place that is a business; a share of a country is a statistic
    return kind === 'Organization' || (isStake && kind === 'Place') ? mention : -1;
  }
  return -1;
}

/** Who holds it: the subject of the verb that it is the object of, the agent of its passive, or its possessor. */
function holdersOf(tree: Tree, token: number, isStake: boolean): { verb: number; holders: number[] } {
  const head = headOf(tree, token);
  if (head >= 0 && isVerb(tree, head) && HOLDS.has(lemmaOf(tree, head))) {
    const relation = relationOf(tree, token);
    if (relation === 'obj') return { verb: head, holders: subjectsOf(tree, head, isPassive(tree, head)) };
    if (relation === 'nsubj:pass') return { verb: head, holders: agentsOf(tree, head) };
  }
  // "Nordbank's majority stake": the possessor may hang on the word between
  const owned = [token, ...childrenBy(tree, token, 'compound')];
  return { verb: -1, holders: isStake ? owned.flatMap((of) => childrenBy(tree, of, 'nmod:poss')) : [] };
}
