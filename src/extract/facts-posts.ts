/**
 * Offices told by a word for an office in general: "assumed the post of chairman", "was appointed to the position of secretary",
 * "his post as director"; and who was put on a body: "was appointed to the board".
 */
import { nominalAt } from './facts-bearers';
import { type FactDraft, type FactScene, spanOf, typeOf } from './facts-scene';
import { subjectsOf } from './facts-verbs';
import {
  baseRelation,
  childrenBy,
  headOf,
  isPassive,
  isVerb,
  lemmaOf,
  prepositionsOf,
  relationOf,
  textOf,
} from './tree';

/** Words for an office, or for the time in it. */
export const POSTS =
  /^(?:posts?|positions?|offices?|roles?|jobs?|titles?|ranks?|portfolios?|terms?|stints?|tenures?|mandates?|spells?|seats?|duties)$/;
/** What one does with a post that one has, gets or leaves. */
const HAVING =
  /^(?:assume|take|hold|accept|leave|quit|get|win|occupy|fill|resume|vacate|relinquish|retain|keep|gain|secure|land|inherit|resign|combine|begin|start|serve|do|have)$/;
/** With a person as object, and "to", "from" or "as". */
const PUTTING =
  /^(?:appoint|reappoint|elect|re-elect|name|nominate|promote|elevate|raise|call|assign|remove|dismiss|fire|sack|oust|suspend|recall|relieve|strip|confirm)$/;
const LEAVING = /^(?:resign|retire|step|withdraw|depart|return|rise|graduate|move|stand)$/;

/** Who is in the post that the office's noun is of; -1 where none. `verb`: which says so. */
export function postHolder(scene: FactScene, office: number): { readonly subject: number; readonly verb: number } {
  const { tree } = scene;
  const nobody = { subject: -1, verb: -1 };
  const post = headOf(tree, office);
  const joins = prepositionsOf(tree, office);
  if (post < 0 || baseRelation(tree, office) !== 'nmod' || !POSTS.test(textOf(tree, post))) return nobody;
  if (!joins.includes('of') && !joins.includes('as')) return nobody;
  // "his post as director", "Ann Lee's role as mayor"
  const owner = childrenBy(tree, post, 'nmod:poss')[0];
  if (owner !== undefined) return { subject: personAt(scene, owner), verb: -1 };
  const verb = headOf(tree, post);
  if (verb < 0 || !isVerb(tree, verb)) return nobody;
  const relation = relationOf(tree, post);
  const lemma = lemmaOf(tree, verb);
  if (relation === 'obj' && HAVING.test(lemma))
    return { subject: firstPerson(scene, subjectsOf(tree, verb, false)), verb };
  if (!relation.startsWith('obl')) return nobody;
  if (PUTTING.test(lemma)) return { subject: firstPerson(scene, putThere(scene, verb)), verb };
  return LEAVING.test(lemma) || HAVING.test(lemma)
    ? { subject: firstPerson(scene, subjectsOf(tree, verb, false)), verb }
    : nobody;
}

/** Who is appointed or removed: the subject of the passive, else the object. */
function putThere({ tree }: FactScene, verb: number): number[] {
  return isPassive(tree, verb) ? subjectsOf(tree, verb, true) : childrenBy(tree, verb, 'obj');
}

const firstPerson = (scene: FactScene, tokens: readonly number[]): number =>
  tokens.map((t) => personAt(scene, t)).find((m) => m >= 0) ?? -1;

function personAt(scene: FactScene, token: number): number {
  const m = nominalAt(scene, token);
  return typeOf(scene.doc, m) === 'Person' ? m : -1;
}

const TO_BODY = /^(?:appoint|reappoint|elect|re-elect|name|nominate|promote|elevate|induct|recruit|call)$/;

/** "was appointed to the board", "named Ann Lee to the cabinet". */
export function findSeats(scene: FactScene): FactDraft[] {
  const { doc, tree } = scene;
  return doc.tokens.flatMap((_, verb): FactDraft[] => {
    if (!isVerb(tree, verb) || !TO_BODY.test(lemmaOf(tree, verb))) return [];
    const body = childrenBy(tree, verb, 'obl')
      .filter((c) => prepositionsOf(tree, c).includes('to'))
      .map((c) => nominalAt(scene, c))
      .find((m) => typeOf(doc, m) === 'Organization');
    const placed = firstPerson(scene, putThere(scene, verb));
    if (body === undefined || placed < 0) return [];
    return [
      {
        type: 'MEMBER_OF',
        source: placed,
        target: body,
        trigger: spanOf(verb),
        title: null,
        verb,
        confidence: 0.7,
        rule: 'verb.seat',
      },
    ];
  });
}
