/** What a pronoun says of itself. */
import type { EntityType } from '../../ontology';
import { fold } from './lexicons';
import { NO_WORDS, type Profile } from './phrase-words';

const PRONOUNS: Readonly<Record<string, Pick<Profile, 'number' | 'gender' | 'person' | 'type'>>> = {
  ...row('i me my mine myself', 's', null, 1, 'Person'),
  ...row("we us our ours ourselves 's", 'p', null, 1, null),
  ...row('you your yours u ya yourself', null, null, 2, 'Person'),
  ...row('yourselves', 'p', null, 2, 'Person'),
  ...row('he him his himself', 's', 'm', 3, 'Person'),
  ...row('she her hers herself', 's', 'f', 3, 'Person'),
  ...row('it its itself', 's', null, 3, null),
  ...row("they them their theirs themselves 'em em", 'p', null, 3, null),
  ...row('this that', 's', null, 3, null),
  ...row('these those', 'p', null, 3, null),
};

function row(
  words: string,
  number: Profile['number'],
  gender: Profile['gender'],
  person: Profile['person'],
  type: EntityType | null,
): Record<string, Pick<Profile, 'number' | 'gender' | 'person' | 'type'>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, { number, gender, person, type }]));
}

const MAX_PRONOUNS = 4096;
const pronouns = new Map<string, Profile>();

export function pronounProfile(text: string): Profile {
  let profile = pronouns.get(text);
  if (profile === undefined) {
    profile = profileOfPronoun(fold(text));
    if (pronouns.size >= MAX_PRONOUNS) pronouns.clear();
    pronouns.set(text, profile);
  }
  return profile;
}

function profileOfPronoun(lemma: string): Profile {
  const known = PRONOUNS[lemma] ?? { number: null, gender: null, person: 3 as const, type: null };
  return {
    ...known,
    determiner: 'none',
    lemma,
    words: [],
    modifiers: NO_WORDS,
    proper: NO_WORDS,
    quantity: null,
    country: null,
    nationality: null,
    titles: [],
  };
}
