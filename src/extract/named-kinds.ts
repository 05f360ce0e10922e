/** What a name's own last word says it is, where the namer took a body for a place or a place for a body. */
import type { Chain, Chained } from '../document';
import type { EntityType } from '../ontology';

const BODY =
  /^(?:university|college|institute|institution|academy|school|museum|gallery|galleries|hospital|clinic|ministry|department|agency|precinct|council|commission|parliament|assembly|senate|foundation|association|federation|company|corporation|inc|ltd|party|army|navy|authority|bureau|committee|society|orchestra|embassy|consulate)$/i;
/** Last words that no person and no place has: "Harwick Marine", "Kisan Sabha", "Nordfunk Telecom". */
const FIRM =
  /^(?:ltd|limited|inc|plc|llc|gmbh|corp|co|nv|n\.v\.|bv|holdings?|group|marine|shipping|maritime|logistics|airlines?|airways|railways?|motors|telecom|telecommunications|industries|enterprises|ventures|partners|pictures|records|studios|entertainment|pharma|pharmaceuticals|petroleum|chemicals|insurance|securities|technologies|solutions|electronics|networks|energy|bancorp|consulting|newspapers?|parishad|samiti|samity|sangha|sangh|sangathan|morcha|mahasabha|andolan|foundation|federation|commission|committee|ministry|association|council|university|institute|corporation|company|agency)$/i;
const SITE =
  /^(?:airport|river|street|avenue|road|square|bridge|islands?|peninsula|strait|ocean|mountains|desert|province|stadium|arena|highway|boulevard|township|governorate|prefecture|valley|lake|bay|beach|falls|palace|temple|mosque|cathedral|prison|jail|cemetery|checkpoint|lighthouse)$/i;

/** The document with the types of such chains mended: "Skidmore College" is a body, "Juba Airport" a place. */
export function withNamedKinds(doc: Chained): Chained {
  const chains = doc.chains.map((chain) => {
    const type = kindOf(doc, chain);
    const name = DAY.test(chain.name) ? beforeDay(doc, chain) : chain.name;
    return type === chain.type && name === chain.name ? chain : { ...chain, type, name };
  });
  return { ...doc, chains };
}

function kindOf(doc: Chained, chain: Chain): EntityType | null {
  if (chain.type === null) return peopleOf(doc, chain) ?? benchOf(doc, chain) ?? undertakingOf(doc, chain);
  if (chain.type !== 'Place' && chain.type !== 'Organization' && chain.type !== 'Person') return chain.type;
  const named = chain.mentions.find((m) => doc.mentions[m]?.kind === 'name');
  const name = doc.names[doc.mentions[named ?? -1]?.name ?? -1];
  if (name === undefined) return chain.type;
  const words = doc.tokens.slice(name.start, name.end).map((t) => t.text);
  // "Ann Lee (李安)": her name in another script
  if (/^\($/.test(doc.tokens[name.start - 1]?.text ?? '') && !/\p{Script=Latin}/u.test(words.join(''))) return null;
  if (words.length < 2 && chain.type === 'Person' && hasFounder(doc, chain)) return 'Organization';
  if (words.length < 2) return chain.type;
  const of = words.findIndex((word) => word === 'of' || word === 'for');
  // "University of Leeds", "Institute for Peace": the word before
  const last = (of > 0 ? words[of - 1] : words.filter((word) => !/^['’]s?$/.test(word)).at(-1)) ?? '';
  if (chain.type === 'Person' && hasFounder(doc, chain)) return 'Organization';
  // a missile, a programme, a score: nobody ("Kestrel 2", "Norway 1")
  if (/^\d{1,2}$/.test(last) && chain.type === 'Person') return null;
  if (chain.type !== 'Organization' && FIRM.test(last) && !isTitled(doc, name.start)) return 'Organization';
  if (chain.type === 'Place' && BODY.test(last)) return 'Organization';
  return chain.type !== 'Place' && of < 0 && SITE.test(last) && !isTitled(doc, name.start) ? 'Place' : chain.type;
}

/** Nouns for people that the list the nets are taught with lacks. */
const PEOPLE = new Set(
  `bandit rustler local expat grower wholesaler looter finalist semi-finalist appellant paramilitary reservist deserter
  squatter pastoralist enforcer fundamentalist miscreant infiltrator headman countryman violator beekeeper fraudster parolee
  islander polluter trucker exhibitor troublemaker imperialist coloniser colonizer awardee raider marauder hitman henchman`.split(
    /\s+/,
  ),
);

/** Last words of names for what is run by somebody, and has a head and parts. */
const UNDERTAKING = /^(?:project|programme|program|initiative|campaign|network|forum|taskforce|fund|trust|league)$/i;

/** "Joint Harbour Mapping Project": a name that the namer took for that of no body. */
function undertakingOf(doc: Chained, { mentions }: Chain): EntityType | null {
  const named = mentions.flatMap((m) => doc.names[doc.mentions[m]?.name ?? -1] ?? []);
  const is = named.some((name) => name.end - name.start > 1 && UNDERTAKING.test(doc.tokens[name.end - 1]?.text ?? ''));
  return is ? 'Organization' : null;
}

/** "the bandits", "two finalists": people. */
function peopleOf(doc: Chained, { mentions }: Chain): EntityType | null {
  const heads = mentions.flatMap((m) => (doc.mentions[m]?.kind === 'nominal' ? [doc.mentions[m].head] : []));
  const head = heads.find((h) => doc.upos[h] === 'NOUN' && PEOPLE.has((doc.lemmas[h] ?? '').toLowerCase()));
  if (head === undefined) return null;
  return doc.xpos[head] === 'NNS' ? 'Group' : 'Person';
}

/** "the bench of Justice Ann Lee", "the bench ruled": judges together. */
function benchOf(doc: Chained, { mentions }: Chain): EntityType | null {
  const sits = mentions.some((m) => {
    const mention = doc.mentions[m];
    if (mention?.kind !== 'nominal' || doc.tokens[mention.head]?.text !== 'bench') return false;
    const next = (doc.tokens[mention.head + 1]?.text ?? '').toLowerCase();
    return next === 'of' || next === 'comprising' || next === 'headed' || doc.deprels[mention.head] === 'nsubj';
  });
  return sits ? 'Organization' : null;
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

/** "Deported an old man Friday": the man is not called Friday. */
function beforeDay(doc: Chained, { mentions, name }: Chain): string {
  for (const m of mentions) {
    const mention = doc.mentions[m];
    if (mention === undefined || mention.kind === 'pronoun' || mention.head === mention.end) continue;
    const words = doc.tokens.slice(mention.start, mention.head + 1).map((t) => t.text);
    if (!DAY.test(words.at(-1) ?? ''))
      return words
        .join(' ')
        .replace(/^(?:an?|the) /i, '')
        .replace(/ - /g, '-');
  }
  return name;
}

/** "Mr. Marine", "General Lake": somebody. */
const isTitled = (doc: Chained, start: number): boolean => doc.deprels[start - 1] === 'nmod:desc';

/** "Harwick founder Ann Lee", "Kestrel CEO Bo Ek", never called Mr.: a firm. */
function hasFounder(doc: Chained, chain: Chain): boolean {
  const names = chain.mentions.flatMap((m) => doc.names[doc.mentions[m]?.name ?? -1] ?? []);
  if (names.some((name) => isTitled(doc, name.start))) return false;
  return names.some((name) => {
    const text = (i: number) => doc.tokens[i]?.text ?? '';
    // "Harwick's managing director"
    if (/^['’]s?$/.test(text(name.end)) && ofFirm(text(name.end + 1), text(name.end + 2))) return true;
    const first = doc.upos[name.end] === 'ADJ' ? name.end + 1 : name.end;
    // "co - founder" is three words here
    const at = /^co$/i.test(text(first)) && text(first + 1) === '-' ? first + 2 : first;
    const role = text(at).replace(/^(?!CEO)./, (c) => c.toLowerCase());
    const next = doc.names.find((n) => n.start === at + 1);
    return (
      /^(?:editor|correspondent|founder|co-founder|cofounder|CEO|chairman|chairwoman|chairperson|owner|co-owner)$/.test(
        role,
      ) && next?.type === 'PER'
    );
  });
}

/** Offices that only a firm has. */
const ofFirm = (first: string, second: string): boolean =>
  /^(?:CEO|CFO|COO|shareholders?|subsidiary|subsidiaries|headquarters)$/i.test(first) ||
  (/^managing$/i.test(first) && /^directors?$/i.test(second)) ||
  (/^chief$/i.test(first) && /^(?:executive|financial|operating|technology)$/i.test(second)) ||
  (/^board$/i.test(first) && /^of$/i.test(second));
