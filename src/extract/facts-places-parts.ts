/** Places told by a part of them ("the outskirts of Leeds"), and bodies told by their seat ("Google's headquarters"). */
import { type FactDraft, type FactScene, innerMentions, spanOf, typeOf } from './facts-scene';
import { childrenBy, prepositionsOf, textOf } from './tree';

/** A place, or a country as one. */
export const isPlace = (type: ReturnType<typeof typeOf>) => type === 'Place' || type === 'Country';

/** A draft of LOCATED_IN. */
export function draft(source: number, target: number, token: number, confidence: number, rule: string): FactDraft {
  return {
    type: 'LOCATED_IN',
    source,
    target,
    trigger: spanOf(token),
    title: null,
    verb: -1,
    confidence,
    rule: `place.${rule}`,
  };
}

/** The name of a mention, or the mention itself where it has none. */
export const words = (scene: FactScene, m: number): string => {
  const mention = scene.doc.mentions[m];
  const name = scene.doc.names[mention?.name ?? -1] ?? mention;
  return scene.doc.tokens
    .slice(name?.start, name?.end)
    .map((t) => t.text)
    .join(' ');
};

/** Nouns for places and sites. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  `city town village capital port province region state district suburb island county municipality
  settlement neighborhood neighbourhood resort area community enclave stronghold township
  governorate hamlet peninsula republic territory airport base camp stadium square river lake
  mountain hospital school university church mosque museum prison hotel headquarters`.split(/\s+/),
);

/** Nouns for a part of a place: what lies there lies in the place. */
const PARTS =
  /^(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|end|side|part|parts|cent(?:re|er)|heart|middle|outskirts|edge|coast|shores?|banks?|mouth|suburbs?|slopes|foothills|border|vicinity|corner|area|interior|tip|foot)$/;

/** The place that the token names, or that it is a part of ("in the eastern end of the lake"); -1 where neither. */
export function whereAt(scene: FactScene, token: number): number {
  const { doc, tree } = scene;
  const own = scene.headed[token] ?? -1;
  const kind = typeOf(doc, own);
  if ((kind === 'Place' || kind === 'Country') && doc.mentions[own]?.kind === 'name') return own;
  if (!PARTS.test(textOf(tree, token))) return own;
  const whole = childrenBy(tree, token, 'nmod')
    .filter((c) => prepositionsOf(tree, c).includes('of'))
    .map((c) => scene.headed[c] ?? -1)
    .find((m) => typeOf(doc, m) === 'Place' || typeOf(doc, m) === 'Country');
  return whole ?? own;
}

/** "Google's headquarters in California", "the UN office in Geneva": the body itself lies there. */
export function bodyOf(scene: FactScene, m: number): number {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (!mention || !/^(?:headquarters|offices?|campus|hq)$/.test(textOf(tree, mention.head))) return m;
  const inner = innerMentions(doc, m).filter((i) => (doc.mentions[i]?.end ?? 0) <= mention.head);
  return inner.find((i) => typeOf(doc, i) === 'Organization') ?? m;
}

/** Last words of bodies that stand in one town. */
export const SEATED =
  /^(?:university|college|school|institute|hospital|court|museum|academy|clinic|hotel|church|cathedral|mosque|temple|factory|prison|jail|bank|centre|center|library|theatre|theater|embassy|consulate|headquarters|house|hall|palace|stadium|arena|barracks|campus|complex|secretariat|airport|mall|tower)$/i;
