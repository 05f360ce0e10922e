/** Who somebody must be for what is done to them: only people are arrested, whatever the lists know of "sharpshooters". */
import type { Chain, Chained } from '../document';
import type { EntityType } from '../ontology';

/** Verbs whose object is a person or several. */
const OF_PEOPLE = new Set(
  `arrest re-arrest apprehend jail imprison incarcerate deport extradite sentence convict acquit behead abduct kidnap assassinate murder
  interrogate handcuff hospitalize hospitalise marry indict arraign exile pardon lynch`.split(/\s+/),
);
/** Verbs whose object, where it is a name, is a person or a body. */
const OF_NAMED = new Set(
  'accuse detain blame sue sack thank congratulate urge summon appoint nominate interview'.split(' '),
);
/** Verbs whose subject, where it is a name, is a person or a body. */
const OF_SPEAKERS = new Set(
  `say tell add vow promise warn insist condemn denounce criticize criticise accuse urge deny claim pledge demand reject refuse order
  agree approve suspend veto ratify oppose pardon summon invite testify negotiate retaliate threaten withdraw
  resign apologize apologise congratulate thank announce arrest`.split(/\s+/),
);
const OF_BODIES = /^(?:for|of)$/;
/** What may be arrested, exiled or murdered in a figure of speech, or marked by a word for a person's lot. */
const NOT_PEOPLE = new Set(
  `ship vessel tanker boat truck plane aircraft cargo car dog cat animal bird lion elephant language song film hope dream idea body
  company firm attention term decline it that which this these those one what who whom`.split(/\s+/),
);

/** The document with a type for chains that have none and stand as the object of such a verb. */
export function withSelectedKinds(doc: Chained): Chained {
  const found = new Map<number, EntityType>();
  doc.mentions.forEach((mention) => {
    const chain = doc.chains[mention.chain];
    if (chain === undefined || chain.type !== null || found.has(mention.chain)) return;
    const type = kindOf(doc, mention.head);
    if (type !== null) found.set(mention.chain, type);
  });
  if (found.size === 0) return doc;
  const chains = doc.chains.map((chain, c): Chain => ({ ...chain, type: found.get(c) ?? chain.type }));
  return { ...doc, chains };
}

function kindOf(doc: Chained, head: number): EntityType | null {
  const upos = doc.upos[head];
  const lemma = (doc.lemmas[head] ?? '').toLowerCase();
  const verb = doc.heads[head] ?? -1;
  if (verb < 0 || doc.upos[verb] !== 'VERB' || NOT_PEOPLE.has(lemma)) return null;
  const relation = doc.deprels[head];
  if (
    upos === 'PROPN' &&
    doc.xpos[head] === 'NNP' &&
    relation === 'nsubj' &&
    OF_SPEAKERS.has((doc.lemmas[verb] ?? '').toLowerCase())
  )
    return named(doc, head);
  if (relation !== 'obj' && relation !== 'nsubj:pass') return null;
  const act = (doc.lemmas[verb] ?? '').toLowerCase();
  // "found Ruiz guilty"
  const judged = act === 'find' && /^(?:guilty|liable|innocent)$/i.test(doc.tokens[head + 1]?.text ?? '');
  if (upos === 'PROPN' && (judged || OF_PEOPLE.has(act) || OF_NAMED.has(act))) return named(doc, head);
  if (upos !== 'NOUN' || !OF_PEOPLE.has(act)) return null;
  return /^NNP?S$/.test(doc.xpos[head] ?? '') ? 'Group' : 'Person';
}

/** "Gulen" is a person, "Jurisdiction for Peace" a body. */
function named(doc: Chained, head: number): EntityType {
  const words = [doc.tokens[head - 1]?.text ?? '', doc.tokens[head + 1]?.text ?? ''];
  return OF_BODIES.test(words[1] ?? '') || /^the$/i.test(words[0] ?? '') ? 'Organization' : 'Person';
}
