import { fieldEnd, leftArguments, rightArguments } from './facts-arguments';
import { holderOf } from './facts-holders';
import { firmOf, GUESS, homeOf, isNational, RIVAL } from './facts-home';
import { factOfNamed, factType, isOffice } from './facts-kinds';
import { kinNamedTogether, othersOf } from './facts-listed';
import { type Argument, kinBeside } from './facts-owners';
import { bodyOfTitle, isBareNoun, ministryOf, namedAlike } from './facts-role-bodies';
import {
  chainAt,
  type FactDraft,
  type FactScene,
  mentionFrom,
  nameEnd,
  personNamedAt,
  roleLemma,
  spanOf,
  titleSpan,
  typeOf,
} from './facts-scene';
import { OUTSIDERS } from './facts-ties-nouns';
import { officeOf, skipQuoteOrRank, titleOf } from './facts-titles';
import { baseRelation, childBy, childrenBy, headOf, textOf, uposOf } from './tree';

export function findRoles(scene: FactScene): FactDraft[] {
  const drafts: FactDraft[] = [];
  for (let token = 0; token < scene.doc.tokens.length; token++) {
    const role = roleLemma(scene, token);
    if (role === null || insideBody(scene, token) || isModifier(scene, token)) continue;
    drafts.push(...factsOfRole(scene, token, role));
  }
  return [...drafts, ...kinNamedTogether(scene)];
}

/** "the prime minister's office", "Council of Ministers": the noun is a part of a body's name. */
function insideBody(scene: FactScene, token: number): boolean {
  return scene.bodyTokens.has(token);
}

/** "minister" of "minister level", not of "Minister Jones" or "minister's". */
function isModifier(scene: FactScene, token: number): boolean {
  const { tree } = scene;
  const head = headOf(tree, token);
  if (baseRelation(tree, token) !== 'compound' || head <= token) return false;
  // "Zentra CEO and Managing Director"
  if (textOf(tree, token + 1) === 'and' || textOf(tree, token + 1) === ',') return false;
  // "police spokesman Lt. Col. Ali Musa": ranks between
  if (personNamedAt(scene, skipQuoteOrRank(scene, token + 1)) >= 0) return false;
  return uposOf(tree, head) === 'NOUN' || roleLemma(scene, head) !== null;
}

function factsOfRole(scene: FactScene, token: number, role: string): FactDraft[] {
  const { doc, tree } = scene;
  const office = officeOf(scene, token);
  const left = kinBeside(scene, token, role) ?? leftArguments(scene, office.start);
  if (left.length === 0) left.push(...bodyOfTitle(scene, office, token));
  const paired = textOf(tree, office.start - 1) === 'and' && roleLemma(scene, office.start - 2) !== null;
  // "the union's founder and president": of the union both; "founder and president of the union" as well
  if (left.length === 0 && paired) left.push(...leftArguments(scene, titleSpan(scene, office.start - 2).start));
  let right = rightArguments(scene, office.end);
  const joins = textOf(tree, office.end) === 'and' && roleLemma(scene, office.end + 1) !== null;
  if (joins && left.length + right.arguments.length === 0) right = rightArguments(scene, office.end + 2);
  // "Minister of Health and Welfare Ann Lee", whose title the list knows in part
  const goesOn = office.end > token + 2 && /^(?:and|,|&)$/.test(textOf(tree, office.end));
  const of = goesOn && textOf(tree, token + 1) === 'of' ? token + 1 : -1;
  if (right.arguments.length === 0 && of >= 0 && fieldEnd(scene, of) > office.end)
    right = { ...right, end: fieldEnd(scene, of) };
  // "the union's Chad director": where it works for somebody
  const bodies = [...left, ...right.arguments].some((a) => typeOf(doc, a.mention) === 'Organization');
  const holder = holderOf(scene, token, right.end, role);
  if (holder.mention < 0) return [];
  const own = chainAt(doc, holder.mention);
  if (!scene.engaged.has(own)) return [];
  if (left.length + right.arguments.length === 0 && holder.way === 'title')
    left.push(...kinOfSubject(scene, token, role));
  // "disco club owner Ann Lee of Studio Blue": the club has a name
  const unnamed = left.every((a) => a.by === 'left' && !scene.named.has(chainAt(doc, a.mention)));
  if (unnamed && right.arguments.length === 0 && holder.way === 'title')
    right.arguments.push(...bodyAfterName(scene, holder.mention, role));
  const whole = right.arguments.length === 0 ? { start: office.start, end: Math.max(office.end, right.end) } : office;
  const title = titleOf(scene, whole, left);
  const ministry = left.length + right.arguments.length === 0 && holder.way === 'title' ? ministryOf(scene, title) : -1;
  if (ministry >= 0) left.push({ mention: ministry, by: 'left' });
  const isBare = left.length + right.arguments.length === 0 && /^(?:title|before|after)$/.test(holder.way);
  // "vice-president for Research" is of no state
  const field = /president$/.test(title) && /^(?:for|of)$/.test(textOf(scene.tree, office.end));
  const home = isBare && !field && !foreignBefore(scene, token) ? homeOf(scene, title) : -1;
  // "She is the new president" of the firm that the text is about
  const bareSaid = left.length + right.arguments.length === 0 && /^(?:copula|as|post|conj)$/.test(holder.way);
  const the = bareSaid && childrenBy(tree, token, 'det').some((c) => textOf(tree, c) === 'the');
  const named = uposOf(tree, right.end) === 'PROPN' && holder.way !== 'title';
  const firm = ((isBare && home < 0) || the) && !named ? firmOf(scene, title, the) : -1;
  const guess = home >= 0 ? home : firm;
  if (guess >= 0) left.push({ mention: guess, by: 'left' });
  const rivals = isBare && !field && isNational(title) ? scene.rivals : [];
  left.push(...rivals.map((mention) => ({ mention, by: 'left' })));
  const drafts: FactDraft[] = [];
  const taken = new Set<number>();
  for (const argument of [...left, ...right.arguments]) {
    const chain = chainAt(doc, argument.mention);
    if (chain === own || taken.has(chain)) continue;
    const kind = typeOf(doc, argument.mention);
    const body = kind === 'Organization' ? (doc.chains[chain]?.name ?? '') : 'state';
    const told = factOfNamed(factType(role, typeOf(doc, holder.mention), kind, argument.by), role, body);
    const type =
      told === 'LEADS' && kind === 'Organization' && isOneOfSeveral(scene, argument, title) ? 'HOLDS_POSITION' : told;
    if (bodies && isField(scene, argument, role)) continue;
    // "Chad's rivals" are not of it, "Danish rivals" are
    const possessor = /^['’]s?$/.test(textOf(tree, doc.mentions[argument.mention]?.end ?? -1));
    if (type === 'CITIZEN_OF' && possessor && OUTSIDERS.test(textOf(tree, token))) continue;
    // "curator of the Leeds Museum in Hull": the museum lies there
    if (bodies && type === 'CITIZEN_OF' && argument.by === 'in') continue;
    if (/^(?:HOLDS_POSITION|LEADS)$/.test(type ?? '') && PARTS_OF_WORLD.test(doc.chains[chain]?.name ?? '')) continue;
    if (
      type === null ||
      (type === 'ALLIED_WITH' && (tellsKind(scene, argument) || TRADING.test(textOf(scene.tree, token - 1))))
    )
      continue;
    // "police officers", "a college student": all of them are
    const bare = argument.by === 'left' && isBareNoun(scene, argument.mention);
    // "party leader Ann Lee", where the text names one party
    const called =
      bare && (doc.xpos[token] !== 'NNS' || holder.way === 'self')
        ? namedAlike(scene, textOf(tree, doc.mentions[argument.mention]?.head ?? -1))
        : -1;
    if (type !== 'FAMILY_OF' && bare && called < 0 && !(POLICE_OFFICE.test(role) && holder.way === 'title')) continue;
    taken.add(chain);
    drafts.push({
      type,
      source: holder.mention,
      target: called < 0 ? argument.mention : called,
      trigger: spanOf(token),
      title: type === 'HOLDS_POSITION' ? title : null,
      verb: holder.verb,
      confidence: guess < 0 && rivals.length === 0 ? holder.confidence : 0.6,
      rule: rivals.includes(argument.mention) ? RIVAL : guess >= 0 ? GUESS : `role.${holder.way}.${argument.by}`,
    });
  }
  const others = othersOf(scene, token, right.end, holder);
  // "officials of the bank, namely Ann Lee": she has an office there; "Labour MPs" are of the party
  const held = holder.way === 'self' && isOffice(role) ? title : null;
  const alike = (draft: FactDraft): FactDraft => {
    if (held === null || !/^(?:MEMBER_OF|CITIZEN_OF|PART_OF)$/.test(draft.type)) return draft;
    const type = factOfNamed('HOLDS_POSITION', role, doc.chains[chainAt(doc, draft.target)]?.name ?? '');
    return type === 'HOLDS_POSITION' ? { ...draft, type, title: held } : draft;
  };
  return [
    ...drafts,
    ...others.flatMap((source) => drafts.map((draft) => ({ ...alike(draft), source, confidence: 0.8 }))),
  ];
}

/** "club owner Ann Lee of Studio Blue": what the name is followed by is what the office is of. */
function bodyAfterName(scene: FactScene, person: number, role: string): Argument[] {
  const { doc, tree } = scene;
  const end = nameEnd(doc, person);
  const by = textOf(tree, end);
  const body = by === 'of' || by === 'at' || by === 'from' ? mentionFrom(scene, end + 1) : -1;
  // "Senator Ann Lee of Ohio"
  const seat = by === 'of' && LOCAL_OFFICE.test(role) && /^(?:Place|Country)$/.test(typeOf(doc, body) ?? '');
  return (typeOf(doc, body) === 'Organization' || seat) && doc.mentions[body]?.kind === 'name'
    ? [{ mention: body, by }]
    : [];
}

/** "he performed with wife Ann Lee": his who performed. */
function kinOfSubject(scene: FactScene, token: number, role: string): Argument[] {
  const { tree } = scene;
  if (factType(role, 'Person', 'Person', 'left') !== 'FAMILY_OF' || !/^(?:with|by)$/.test(textOf(tree, token - 1)))
    return [];
  let at = headOf(tree, token);
  for (let steps = 0; at >= 0 && steps < 5; steps++, at = headOf(tree, at)) {
    const subject = childBy(tree, at, 'nsubj', 'nsubj:pass');
    const person = subject < 0 ? -1 : (scene.headed[subject] ?? -1);
    if (subject >= 0) return typeOf(scene.doc, person) === 'Person' ? [{ mention: person, by: 'left' }] : [];
  }
  return [];
}

/** "The Chinese ministry said that the deputy minister, Ann Lee, ...": another country than the text's stands before the office. */
function foreignBefore(scene: FactScene, token: number): boolean {
  const { doc, tree, homeland } = scene;
  const sentence = doc.sentences[tree.sentenceOf[token] ?? -1];
  const home = chainAt(doc, homeland);
  let told = false;
  for (let i = sentence?.start ?? token; i < token; i++) {
    const m = scene.headed[i] ?? -1;
    if (typeOf(doc, m) !== 'Country') continue;
    if (chainAt(doc, m) === home) return false;
    // "Afghan refugees" have no president there
    if (!(scene.around[i] ?? []).some((g) => typeOf(doc, g) === 'Group')) told = true;
  }
  return told;
}

/** "director of sales for North America" of a firm: no office of the continent. */
const PARTS_OF_WORLD =
  /^(?:the )?(?:(?:north|south|latin|central) american?|(?:(?:north|south|east|west|sub-saharan|southern|eastern|northern) )?(?:africa|asia|europe)|middle east|caribbean|oceania|asia[ -]pacific|americas)$/i;

/** A senior leader of a party is not the one who heads it. */
const ONE_OF_SEVERAL = /\b(?:senior|top|local|regional|veteran|prominent|influential|leading|student|deputy)\b/;

function isOneOfSeveral({ doc, tree }: FactScene, { mention }: Argument, title: string): boolean {
  const start = doc.mentions[mention]?.start ?? 0;
  return [title, textOf(tree, start - 1), textOf(tree, start)].some((words) => ONE_OF_SEVERAL.test(words));
}

/** A trading partner is no ally. */
const TRADING = /^(?:trading|trade|business|commercial|development|sexual|dance|export|domestic)$/;

const LOCAL_OFFICE =
  /^(?:senator|governor|mayor|congress(?:wo)?man|representative|king|queen|prince|princess|emir|sultan|bishop|archbishop|president|premier|minister)$/;

/** "police chief Ann Lee": an office of that force, where "police officer" tells what somebody is. */
const POLICE_OFFICE = /^(?:spokes(?:man|woman|person)|chief|commissioner|commander|inspector-general)$/;

/** "Chad" of "the union's Chad director": a country's noun straight before an office that no state has. */
function isField(scene: FactScene, argument: Argument, role: string): boolean {
  const { doc, tree } = scene;
  const mention = doc.mentions[argument.mention];
  const type = typeOf(doc, argument.mention);
  if (argument.by !== 'left' || (type !== 'Country' && type !== 'Place') || !mention) return false;
  if (uposOf(tree, mention.head) === 'ADJ' || /^['’]s?$/.test(textOf(tree, mention.end))) return false;
  return /^(?:director|coordinator|representative|head|chief|correspondent|editor|manager|specialist|researcher|analyst)$/.test(
    role,
  );
}

/** "coalition partners": the noun before tells what kind of partners, not whose. */
function tellsKind(scene: FactScene, argument: Argument): boolean {
  const mention = scene.doc.mentions[argument.mention];
  return (
    argument.by === 'left' &&
    mention?.kind === 'nominal' &&
    !/^['’]s?$/.test(textOf(scene.tree, mention.end - 1)) &&
    !/^['’]s?$/.test(textOf(scene.tree, mention.end))
  );
}
