/**
 * What a phrase says of a body or a group by what stands before its noun or after a preposition:
 *   "Iraqi forces", "the U.S. State Department", "the Church's website", "hopefuls from Chad and Mali",
 *   "Ann Lee of The Courier", "five Iraqis, including Ann Lee", "the Monti government".
 */
import type { TokenSpan } from '../document';
import { bearer, hangingOn } from './facts-bearers';
import { isOffice } from './facts-kinds';
import {
  chainAt,
  type FactDraft,
  type FactScene,
  nameEnd,
  nameStart,
  roleLemma,
  spanOf,
  titleSpan,
  typeOf,
} from './facts-scene';
import { baseRelation, childrenBy, headOf, isVerb, lemmaOf, prepositionsOf, textOf, uposOf } from './tree';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Things with a maker or an owner that the text treats as bodies. */
const OWNED =
  words(`website site homepage page newspaper magazine channel station broadcaster company firm subsidiary factory
  plant ship vessel tanker aircraft jet airline brand platform app hotel restaurant store bank refinery
  mine estate house home project club farm ranch villa mansion residence palace farmhouse`);
/** Parts of a body. */
const ORGANS =
  /^(?:office|department|ministry|unit|wing|branch|arm|committee|bureau|forces?|troops?|army|navy|military|division|agency|council|board|panel|parliament|court|government|police|commission|authority|team|delegation|mission|embassy|command|brigade|battalion|corps|guard|service|services|chapter|faction|bloc|caucus|secretariat|administration|cabinet|leadership|staff|intelligence|fleet|squadron|soldiers|marines|fighters|senate|assembly|union|party|coalition|tribunal|garrison)$/;
/** Parts of a university or a hospital that have names. */
const CHAIRS =
  /^(?:faculty|museum|gallery|galleries|library|project|programme|program|hospital|lab|school|institute|center|centre|college|laboratory|clinic|academy|observatory)$/;
/** What a person heads where it is called by his name: "the Monti government", "Khan's militia". */
const HEADED = /^(?:government|administration|cabinet|units?|forces?|army|militia|regime|troops|junta|fighters)$/;
const RULING = /^(?:government|administration|cabinet|regime|junta)$/;
/** What a person belongs to where it is called his: "her party". */
const JOINED = /^(?:party|team|club|side|movement)$/;
/** Verbs with an object and "of": "told Ann Lee of the plan". */
const OF_VERBS = words(
  `tell accuse warn inform convict remind rob suspect acquit notify relieve strip deprive assure advise`,
);

/** "the health ministry", "the forces": the mention's noun is a part of a body or a state. */
export const isOrgan = (scene: FactScene, m: number): boolean =>
  ORGANS.test(textOf(scene.tree, scene.doc.mentions[m]?.head ?? -1));

export function findTies(scene: FactScene): FactDraft[] {
  const { doc } = scene;
  const nested = nestedMentions(scene);
  return doc.mentions.flatMap((mention, m) => {
    const type = typeOf(doc, m);
    if (type === null || mention.kind === 'pronoun') return [];
    if (!scene.engaged.has(chainAt(doc, bearer(scene, m)))) return unitNamed(scene, m, nested[m] ?? []);
    return [
      ...(nested[m] ?? []).flatMap((inner) => tieOfNested(scene, m, inner)),
      ...unitNamed(scene, m, nested[m] ?? []),
      ...tiesAfter(scene, m),
    ];
  });
}

/** "Zentra's Alfatech unit": the firm named before the noun is the unit. */
function unitNamed(scene: FactScene, outer: number, inner: readonly number[]): FactDraft[] {
  const { doc, tree } = scene;
  const head = doc.mentions[outer]?.head ?? -1;
  if (
    !/^(?:unit|arm|subsidiary|division|brand|business|affiliate|branch|wing|newspaper|magazine|program|programme)$/.test(
      textOf(tree, head),
    )
  )
    return [];
  const owner = inner.find((i) => isPossessive(scene, i) && typeOf(doc, i) === 'Organization');
  const unit = inner.find(
    (i) => doc.mentions[i]?.end === head && doc.mentions[i]?.kind === 'name' && typeOf(doc, i) === 'Organization',
  );
  if (owner === undefined || unit === undefined) return [];
  return [
    {
      type: 'PART_OF',
      source: unit,
      target: owner,
      trigger: spanOf(head),
      title: null,
      verb: -1,
      confidence: 0.8,
      rule: 'tie.unit',
    },
  ];
}

/** For each mention the typed mentions before its head that no other typed mention of another chain holds. */
function nestedMentions(scene: FactScene): number[][] {
  const { doc, around } = scene;
  const nested: number[][] = doc.mentions.map(() => []);
  doc.mentions.forEach((inner, i) => {
    if (typeOf(doc, i) === null) return;
    const outer = (around[inner.start] ?? []).find((o) => {
      const m = doc.mentions[o];
      return (
        o !== i &&
        m !== undefined &&
        m.chain !== inner.chain &&
        m.start <= inner.start &&
        inner.end <= m.end &&
        (m.start < inner.start || inner.end < m.end)
      );
    });
    const head = doc.mentions[outer ?? -1]?.head ?? -1;
    // "the Saudi-led coalition", "the Leeds-based firm" say something else of it; "Representative to Japan Ann Lee" is no Japanese
    const within = inner.start > (doc.mentions[outer ?? -1]?.start ?? 0) || typeOf(doc, outer ?? -1) === 'Person';
    if (textOf(scene.tree, inner.end) === '-' || (within && uposOf(scene.tree, inner.start - 1) === 'ADP')) return;
    if (outer !== undefined && inner.end <= head) nested[outer]?.push(i);
  });
  return nested;
}

function tieOfNested(scene: FactScene, outer: number, inner: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[outer];
  if (!mention) return [];
  const head = mention.head;
  const noun = textOf(tree, head);
  const kind = typeOf(doc, outer);
  const of = typeOf(doc, inner);
  const draft = (
    type: FactDraft['type'],
    source: number,
    target: number,
    confidence: number,
    rule: string,
  ): FactDraft[] => [
    { type, source, target, trigger: spanOf(head), title: null, verb: -1, confidence, rule: `tie.${rule}` },
  ];
  // a role noun before a name or a role itself is told in `findRoles`
  const roleBetween = kind === 'Person' && rolesBetween(scene, doc.mentions[inner]?.end ?? head, head);
  const own = doc.mentions[inner];
  // a place in a person's own name ("Paris Hilton") tells nothing
  const name = doc.names[mention.name];
  if (kind === 'Person' && name && own && name.start <= own.start && own.end <= name.end) return [];
  // "the 81-nation coalition", "the refugee team": a noun that only tells the kind
  if (own?.kind === 'nominal' && !isPossessive(scene, inner)) return [];
  // "their" has too many readings to make an owner of a single body
  if (own?.kind === 'pronoun' && /^(?:their|theirs)$/.test(textOf(tree, own.head))) return [];
  if (of === 'Country') {
    if (kind === 'Organization') return draft('PART_OF', outer, inner, 0.85, 'nation');
    if (kind === 'Group')
      return roleLemma(scene, head)
        ? []
        : draft(ORGANS.test(noun) ? 'PART_OF' : 'CITIZEN_OF', outer, inner, 0.8, 'nation');
    if (kind === 'Person')
      return roleBetween || roleLemma(scene, head) ? [] : draft('CITIZEN_OF', outer, inner, 0.75, 'nation');
    if (kind === 'Place') return draft('LOCATED_IN', outer, inner, 0.7, 'nation');
    return [];
  }
  const owner = isPossessive(scene, inner);
  if (of === 'Organization' || of === 'Group') {
    if ((kind !== 'Organization' && kind !== 'Group') || uposOf(tree, own?.head ?? head) === 'ADJ') return [];
    // "the Monti government" is called by its head, whatever the namer made of him
    if (!owner && own?.kind === 'name' && /^(?:government|administration|cabinet|regime)$/.test(noun)) return [];
    const lemma = lemmaOf(tree, head);
    if (isParent(scene, head)) return owner ? draft('OWNS', outer, inner, 0.8, 'parent') : [];
    if (mention.kind === 'nominal' && (OWNED.has(noun) || OWNED.has(lemma)) && (owner || mention.kind === 'nominal'))
      return draft('OWNS', inner, outer, 0.8, 'owned');
    const isUnit =
      owner && mention.kind === 'name' && own?.kind === 'name' && of === 'Organization' && kind === 'Organization';
    if (isUnit || ORGANS.test(noun) || ORGANS.test(lemma))
      return draft('PART_OF', outer, inner, owner ? 0.8 : 0.7, 'organ');
    return [];
  }
  // "the Séléka militia" has its own name; "the Monti government" its head's
  if (of === 'Person' && kind === 'Organization' && HEADED.test(noun) && (owner || RULING.test(noun)))
    return draft('LEADS', inner, outer, 0.75, 'headed');
  if (of === 'Person' && kind === 'Organization' && owner && JOINED.test(noun))
    return draft('MEMBER_OF', inner, outer, 0.65, 'joined');
  if (of === 'Person' && (kind === 'Organization' || kind === 'Place') && owner && OWNED.has(noun))
    return draft('OWNS', inner, outer, 0.7, 'owned');
  if (of === 'Place' && kind === 'Place' && owner) return draft('LOCATED_IN', outer, inner, 0.7, 'place');
  if (of === 'Place' && kind === 'Organization') return draft('LOCATED_IN', outer, inner, 0.65, 'place');
  if (of === 'Place' && (kind === 'Person' || kind === 'Group'))
    return roleBetween || (kind === 'Person' && roleLemma(scene, head) !== null)
      ? []
      : draft('CITIZEN_OF', outer, inner, 0.6, 'place');
  return [];
}

/** "Nordbank's parent company", "the parent of Nordbank" as a firm. */
const isParent = (scene: FactScene, head: number): boolean => textOf(scene.tree, head - 1) === 'parent';

const isPossessive = (scene: FactScene, mention: number): boolean => {
  const end = scene.doc.mentions[mention]?.end ?? -1;
  return (
    [end - 1, end].some((i) => /^['’]s?$/.test(textOf(scene.tree, i))) ||
    scene.doc.mentions[mention]?.kind === 'pronoun'
  );
};

function rolesBetween(scene: FactScene, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (roleLemma(scene, i) !== null) return true;
  return false;
}

/** "the government of Chad", "hopefuls from Chad and Mali", "Ann Lee of The Courier". */
function tiesAfter(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (!mention) return [];
  const kind = typeOf(doc, m);
  const named = mention.kind === 'name';
  const drafts: FactDraft[] = [];
  for (const c of belongingPhrases(scene, m)) {
    const preposition = prepositionsOf(tree, c)[0] ?? '';
    if (preposition === 'with' && named && kind !== 'Person') continue;
    if (/^(?:at|with)$/.test(preposition) && !named && kind === 'Person') continue;
    if (tellsOf(scene, mention.head, preposition)) continue;
    for (const end of [c, ...childrenBy(tree, c, 'conj')]) {
      const target = scene.headed[end] ?? -1;
      if (target < 0 || chainAt(doc, target) === mention.chain) continue;
      const type = typeAfter(scene, m, typeOf(doc, target), preposition, doc.mentions[target]?.kind === 'name');
      // "President Ann Lee of Chad": the office before the name is held there
      const title = preposition === 'of' && type === 'CITIZEN_OF' ? titleBefore(scene, m) : null;
      if (type)
        drafts.push({
          type: title === null ? type : 'HOLDS_POSITION',
          source: m,
          target,
          trigger: title ?? spanOf(mention.head),
          title: title === null ? null : titleText(scene, title),
          verb: -1,
          confidence: preposition === 'of' ? 0.75 : 0.7,
          rule: `tie.${preposition}`,
        });
    }
  }
  return drafts;
}

const titleText = ({ tree }: FactScene, { start, end }: TokenSpan): string =>
  Array.from({ length: end - start }, (_, i) => textOf(tree, start + i)).join(' ');

/** The title in capitals right before a name, where it is an office of state. */
function titleBefore(scene: FactScene, m: number): TokenSpan | null {
  const { doc } = scene;
  const role = nameStart(doc, m) - 1;
  const text = doc.tokens[role]?.text ?? '';
  if (!/^[A-Z]/.test(text) || !isOffice(text.toLowerCase())) return null;
  return titleSpan(scene, role);
}

const BELONGING = new Set(['of', 'from', 'at', 'with', 'under', 'within']);

/** "hopefuls from Chad", "a team of scientists at Leeds University": the nouns after such a preposition. */
export function belongingPhrases(scene: FactScene, m: number): number[] {
  const { doc, tree } = scene;
  const phrases = hangingOn(scene, m, 'nmod').filter((c) => BELONGING.has(prepositionsOf(tree, c)[0] ?? ''));
  if (doc.mentions[m]?.kind !== 'nominal') return phrases;
  // of whom a team or a number of people is made
  const made = phrases.filter(
    (c) => prepositionsOf(tree, c).includes('of') && typeOf(doc, scene.headed[c] ?? -1) === 'Group',
  );
  const beyond = made.flatMap((c) =>
    childrenBy(tree, c, 'nmod').filter((n) => /^(?:from|at|with)$/.test(prepositionsOf(tree, n)[0] ?? '')),
  );
  return [...phrases, ...beyond];
}

/** "told Ann Lee of the plan": the phrase is the verb's. */
function tellsOf(scene: FactScene, head: number, preposition: string): boolean {
  const verb = headOf(scene.tree, head);
  return (
    preposition === 'of' &&
    isVerb(scene.tree, verb) &&
    OF_VERBS.has(lemmaOf(scene.tree, verb)) &&
    baseRelation(scene.tree, head).startsWith('obj')
  );
}

function typeAfter(
  scene: FactScene,
  m: number,
  target: ReturnType<typeof typeOf>,
  preposition: string,
  namedAt: boolean,
): FactDraft['type'] | null {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  const kind = typeOf(doc, m);
  const head = mention?.head ?? -1;
  const place = target === 'Country' || target === 'Place';
  if (preposition === 'under' || preposition === 'within')
    return kind === 'Organization' && target === 'Organization' ? 'PART_OF' : null;
  if (kind === 'Person') {
    // what a role is of is told in `findRoles`
    if (mention?.kind !== 'name')
      return preposition === 'from' && place && roleLemma(scene, head) === null ? 'CITIZEN_OF' : null;
    if (place) return preposition === 'of' || preposition === 'from' ? 'CITIZEN_OF' : null;
    return target === 'Organization' ? 'MEMBER_OF' : null;
  }
  if (kind === 'Group') {
    if (place)
      return preposition === 'from' ||
        (preposition === 'of' && /^(?:people|citizens?|residents?|nationals|inhabitants)$/.test(textOf(tree, head)))
        ? 'CITIZEN_OF'
        : null;
    return target === 'Organization' &&
      roleLemma(scene, head) === null &&
      (preposition !== 'of' || ORGANS.test(textOf(tree, head)))
      ? 'MEMBER_OF'
      : null;
  }
  if (kind === 'Organization') {
    if (isParent(scene, head)) return target === 'Organization' && preposition === 'of' ? 'OWNS' : null;
    if (target === 'Country') return preposition === 'with' ? null : 'PART_OF';
    if (target === 'Place') return preposition === 'with' || (preposition === 'at' && !namedAt) ? null : 'LOCATED_IN';
    // "a delegation from NATO" is NATO
    if (target === 'Organization' && preposition === 'at' && mention?.kind === 'name') {
      const last = textOf(tree, nameEnd(doc, m) - 1);
      return [textOf(tree, head), last].some((word) => CHAIRS.test(word) || ORGANS.test(word)) ? 'PART_OF' : null;
    }
    if (target === 'Organization' && (preposition === 'from' || preposition === 'at'))
      return textOf(tree, head) === 'delegation' ? null : 'MEMBER_OF';
    if (target === 'Organization' && preposition === 'of')
      return ORGANS.test(textOf(tree, head)) || (mention?.kind === 'name' && CHAIRS.test(textOf(tree, head)))
        ? 'PART_OF'
        : null;
  }
  return null;
}
