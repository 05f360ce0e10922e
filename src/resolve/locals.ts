/**
 * What one document has that is worth a node: its chains, those of one country or one name put together.
 * A chain with a name always, a description only where it takes part in a relation, a thing or an idea never.
 */
import type { Extracted, Mention } from '../document';
import { countryIdentity, countryOf, homeCountry, type Identity, identify, nameText, textOf } from './identity';
import type { Lookups } from './lookups';
import { normaliseName, stripArticle } from './names';
import { actingMentions, relatedMentions } from './roles';

export interface LocalEntity extends Identity {
  /** Other names and descriptions, no pronouns. */
  readonly aliases: ReadonlySet<string>;
  readonly mentions: readonly number[];
}

interface Draft extends Omit<LocalEntity, 'aliases'> {
  readonly aliases: Set<string>;
  readonly mentions: number[];
}

export function localEntities(doc: Extracted, lookups: Lookups): LocalEntity[] {
  const related = relatedMentions(doc);
  const acting = actingMentions(doc);
  const home = homeCountry(doc, lookups);
  const drafts = new Map<string, Draft>();
  doc.chains.forEach((chain, index) => {
    const named = chain.mentions.filter((m) => isNaming(doc, doc.mentions[m], lookups));
    const type = chain.type;
    const worth = named.length > 0 || chain.mentions.some((m) => related.has(m));
    if (type === null || !worth || chain.mentions.every((m) => doc.mentions[m]?.kind === 'pronoun')) return;
    const whole = identify(doc, index, type, named, lookups, home);
    if (!whole) return;
    const capital =
      type === 'Place' || type === 'Organization' ? lookups.capitals.get(normaliseName(chain.name)) : undefined;
    const governing = capital && whole.type === 'Place' ? chain.mentions.filter((m) => acting.has(m)) : [];
    // "Nairobi rejected": those mentions are the country; the city as such stays a place
    if (governing.length > 0 && capital) add(drafts, doc, countryIdentity(capital, lookups), governing);
    const rest = chain.mentions.filter((m) => !governing.includes(m));
    if (rest.length > 0) add(drafts, doc, whole, rest);
  });
  return [...drafts.values()].map((draft) => ({ ...draft, mentions: draft.mentions.sort((a, b) => a - b) }));
}

function add(drafts: Map<string, Draft>, doc: Extracted, identity: Identity, mentions: readonly number[]): void {
  const known = drafts.get(identity.key);
  const draft = known ?? { ...identity, aliases: new Set<string>(), mentions: [] };
  if (!known) drafts.set(identity.key, draft);
  else if (identity.type !== 'Country') draft.aliases.add(identity.name);
  draft.mentions.push(...mentions);
  for (const index of mentions) for (const form of formsOf(doc, doc.mentions[index])) draft.aliases.add(form);
}

/** A name of an actor or a place; a faith or a work is none. */
function isNaming(doc: Extracted, mention: Mention | undefined, lookups: Lookups): boolean {
  if (mention?.kind !== 'name') return false;
  const type = doc.names[mention.name]?.type;
  if (type === 'MISC') return false;
  return type !== 'NORP' || countryOf(doc, mention, lookups) !== undefined;
}

/** What a mention adds to the aliases: the name, the words up to its end or the head, and all of them. */
function formsOf(doc: Extracted, mention: Mention | undefined): string[] {
  if (!mention || mention.kind === 'pronoun') return [];
  const name = doc.names[mention.name];
  const core = textOf(doc, {
    start: mention.start,
    end: name && name.end <= mention.end ? name.end : mention.head + 1,
  });
  const forms = [core];
  if (name) forms.push(nameText(doc, mention));
  // "Afghan refugees" of "some 3,000 Afghan refugees"
  else forms.push(textOf(doc, { start: uncounted(doc, mention), end: mention.head + 1 }));
  // a description of a dozen words is still one; a paragraph is not
  if (mention.end - mention.start <= 12) forms.push(textOf(doc, mention));
  return forms.map((form) => stripArticle(form.replace(/[,;:\s]+$/, '')).replace(/['’]s$/, ''));
}

const COUNTING =
  /^(?:about|around|some|nearly|almost|over|more|than|at|least|most|up|to|only|just|roughly|approximately|several|many|a|an|the|few|all|other|these|those|estimated|record|hundreds|thousands|dozens|of)$/i;

function uncounted(doc: Extracted, mention: Mention): number {
  let start = mention.start;
  while (start < mention.head && (doc.upos[start] === 'NUM' || COUNTING.test(doc.tokens[start]?.text ?? ''))) start++;
  return start;
}
