/** Calls made to say something: "rang Ruiz to thank him" is the caller's thanks, "called Ruiz to testify" Ruiz's testimony. */
import { isInfinitive } from './phrases';
import { baseRelation, childBy, headOf, lemmaOf, type Tree } from './tree';

const CALLING: ReadonlySet<string> = new Set('call phone telephone ring cable'.split(' '));
/** What is said at the telephone. */
const TOLD: ReadonlySet<string> = new Set(
  `apologize apologise assure brief commend complain condemn confirm congratulate convey deliver discuss emphasise emphasize express
  extend inform notify offer pledge praise promise reaffirm reassure reiterate relay reject renew review share talk tell thank update
  voice warn wish`.split(/\s+/),
);

/** The verb of the call (of somebody, not "on somebody") whose purpose the infinitive tells, or -1. */
export function callBehind(tree: Tree, verb: number): number {
  const call = headOf(tree, verb);
  if (call < 0 || !CALLING.has(lemmaOf(tree, call)) || !TOLD.has(lemmaOf(tree, verb))) return -1;
  if (!['advcl', 'xcomp', 'ccomp'].includes(baseRelation(tree, verb)) || !isInfinitive(tree, verb)) return -1;
  return childBy(tree, call, 'obj') >= 0 ? call : -1;
}
