/**
 * What a phrase says of a body or a group by what stands before its noun: "Iraqi forces", "the U.S. State Department",
 * "the Church's website", "the Monti government". What stands after it is told in `facts-ties-after`.
 */
import { bearer } from './facts-bearers';
import { chainAt, type FactDraft, type FactScene, roleLemma, spanOf, typeOf } from './facts-scene';
import { tiesAfter } from './facts-ties-after';
import { isParent, ORGANS, OUTSIDERS } from './facts-ties-nouns';
import { lemmaOf, textOf, uposOf } from './tree';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Things with a maker or an owner that the text treats as bodies. */
const OWNED =
  words(`website site homepage page newspaper magazine channel station broadcaster company firm subsidiary factory
  plant ship vessel tanker aircraft jet airline brand platform app hotel restaurant store bank refinery
  mine estate house home project club farm ranch villa mansion residence palace farmhouse`);
/** What a person heads where it is called by his name: "the Monti government", "Khan's militia". */
const HEADED = /^(?:government|administration|cabinet|units?|forces?|army|militia|regime|troops|junta|fighters)$/;
const RULING = /^(?:government|administration|cabinet|regime|junta)$/;
/** Several parts of a country. */
const REGIONS = /^(?:states|provinces|regions|cities|towns|villages|districts|islands|areas|ports|airports|counties)$/;
/** What a person belongs to where it is called his: "her party". */
const JOINED = /^(?:party|team|club|side|movement)$/;

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
  // "its enemies", "Chad's neighbours" are not of it
  if (OUTSIDERS.test(noun) && isPossessive(scene, inner)) return [];
  if (of === 'Country') {
    if (kind === 'Group' && REGIONS.test(noun)) return draft('LOCATED_IN', outer, inner, 0.7, 'nation');
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
    return roleBetween || (kind === 'Person' && roleLemma(scene, head) !== null) || isSite(scene, inner)
      ? []
      : draft('CITIZEN_OF', outer, inner, 0.6, 'place');
  return [];
}

/** "the airport's officials": nobody is a citizen of one. */
const SITE =
  /^(?:airport|airfield|base|station|port|harbou?r|prison|jail|camp|hospital|stadium|mine|refinery|plant|border|bridge|market)$/;
const isSite = (scene: FactScene, mention: number): boolean => {
  const { start = 0, end = 0 } = scene.doc.mentions[mention] ?? {};
  return Array.from({ length: end - start }, (_, i) => textOf(scene.tree, start + i)).some((word) => SITE.test(word));
};

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
