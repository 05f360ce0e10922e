/** What fact a role noun makes: by the noun, by who bears it, by what it is of and how that is joined. */
import type { EntityType, FactType } from '../ontology';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const SPOKES = words('spokesman spokeswoman spokesperson spokespeople mouthpiece');
const OWNERS = words('founder cofounder co-founder owner co-owner creator proprietor shareholder');
const MEMBERS =
  words(`member fighter militant supporter activist militiaman insider veteran player adherent employee worker
  staffer student alumnus graduate inmate volunteer star ace`);
const CITIZENS = words('citizen national resident native inhabitant immigrant refugee migrant tourist villager');
const ALLIES = words('ally partner');
const KIN =
  words(`father mother son daughter brother sister wife husband widow widower uncle aunt cousin nephew niece grandfather
  grandmother grandson granddaughter stepfather stepmother stepson stepdaughter father-in-law mother-in-law son-in-law
  daughter-in-law brother-in-law sister-in-law fiance fiancee fiancé fiancée spouse girlfriend boyfriend twin sibling parent child
  kid ex-wife ex-husband half-brother half-sister family relative mum mom dad grandparent grandchild`);
/** Several of them are the body that they serve in: "Iraqi soldiers". */
const SERVING = words('soldier trooper marine policeman policewoman officer sailor airman paratrooper peacekeeper');
/** Roles that are no tie to a body: who was hit, who won, who saw it. */
const PASSING =
  words(`victim suspect defendant survivor witness winner hostage prisoner passenger critic killer attacker opponent
  rival driver expert candidate nominee agent model`);
/** Who may be anywhere for a while. */
const SENT =
  words(`reporter correspondent journalist photographer cameraman soldier officer peacekeeper inspector analyst researcher
  observer monitor trainer instructor engineer nurse surgeon investigator detective agent spy adviser advisor consultant partner player
  pilot star veteran fan friend colleague boss patient worker specialist lawyer attorney professor student`);
/** Of a party: "the Unity candidate Ann Lee". */
const CANDIDATES = words('candidate nominee');
/** Offices, which one holds at a country; other trades of a country make a citizen ("a Danish engineer"). */
const OFFICES =
  /(?:minister|president|premier|chancellor|secretary|ambassador|envoy|king|queen|prince|princess|emir|sultan|emperor|governor|senator|congress(?:wo)?man|lawmaker|legislator|parliamentarian|mp|pm|official|diplomat|commander|general|admiral|colonel|chief|leader|ruler|head|director|judge|justice|prosecutor|mayor|speaker|consul|representative|delegate|negotiator|attorney|marshal|captain|coach|manager|goalkeeper|striker|defender|midfielder|whip|deputy|councill?or|undersecretary|dictator|chairman|chairwoman|chair|lieutenant|major|sergeant|brigadier|strongman|rapporteur|commissioner|minister-designate|monarch|czar|tsar|shah|caliph|ayatollah|pope|bishop|archbishop|vice-president|president-elect)$/;
/** A word for who holds an office of a state. */
export const isOffice = (role: string): boolean => OFFICES.test(role);
/** Who serves one person: "undersecretary to the prime minister", "a lawyer for Ann Lee", "Ann Lee's lawyer". */
const SERVANTS =
  /(?:adviser|advisor|aide|secretary|undersecretary|assistant|lawyer|attorney|solicitor|barrister|bodyguard|deputy|chief of staff|running mate)$/;

/** Who is attached to a body: "an adviser to the council", "the secretary to the cabinet". */
const ATTACHED =
  /(?:adviser|advisor|secretary|undersecretary|ambassador|envoy|representative|delegate|observer|assistant|consultant|counsel|attorney|aide|liaison|rapporteur|clerk|chaplain|spokes(?:man|woman|person))$/;

/** All nouns of these kinds: role nouns, whether the list of titles has them or not. */
export const KIND_NOUNS: ReadonlySet<string> = new Set([
  ...SPOKES,
  ...OWNERS,
  ...MEMBERS,
  ...CITIZENS,
  ...ALLIES,
  ...KIN,
  ...PASSING,
]);

/** `by`: "left" where the other end stands before the noun ("adjective" where it is one of a party, "people" of a people or faith), else the preposition after it. Null: no fact. */
export function factType(
  role: string,
  holder: EntityType | null,
  target: EntityType | null,
  by: string,
): FactType | null {
  if (target === null) return null;
  const state = target === 'Country' || target === 'Place';
  if (by === 'adjective') return holder === 'Person' && target === 'Group' ? 'MEMBER_OF' : null;
  if (by === 'people') return holder === 'Person' && /^(?:leader|chief|elder|king)$/.test(role) ? 'LEADS' : null;
  if (KIN.has(role) && target === 'Country') return by === 'left' ? 'CITIZEN_OF' : null;
  if (KIN.has(role)) return target === 'Person' && (by === 'left' || by === 'of' || by === 'to') ? 'FAMILY_OF' : null;
  if (ALLIES.has(role)) return allyFact(role, holder, target, by);
  if (holder === 'Organization' || holder === 'Country') return factOfBody(role, target, by);
  if (holder !== 'Person' && holder !== 'Group') return null;
  if (SPOKES.has(role)) return by === 'in' ? null : 'SPOKESPERSON_OF';
  if (target === 'Person')
    return holder === 'Person' && /^(?:to|for|of|left)$/.test(by) && SERVANTS.test(role) ? 'HOLDS_POSITION' : null;
  if (by === 'to') return target === 'Organization' && ATTACHED.test(role) ? 'HOLDS_POSITION' : null;
  if (OWNERS.has(role)) return target === 'Country' || (state && by !== 'of') ? null : 'OWNS';
  if (CITIZENS.has(role)) return state && by !== 'for' ? 'CITIZEN_OF' : null;
  if (MEMBERS.has(role)) return memberFact(role, state, by);
  if (CANDIDATES.has(role) && !state) return by === 'left' || by === 'of' ? 'MEMBER_OF' : null;
  if (PASSING.has(role)) return state && by === 'left' ? 'CITIZEN_OF' : null;
  // "Ann Lee, a baker in Leeds" lives there
  if (state && by === 'in' && holder === 'Person' && !OFFICES.test(role) && !SENT.has(role)) return 'CITIZEN_OF';
  // "a lawmaker in Rome", "the top commander in Chad": where somebody works is no office of that place
  if (state && (by === 'in' || by === 'at' || by === 'with')) return null;
  if (by === 'from') return state ? 'CITIZEN_OF' : 'MEMBER_OF';
  if (holder === 'Group' && SERVING.has(role) && by === 'left') return 'PART_OF';
  if (holder === 'Group') return state ? 'CITIZEN_OF' : 'MEMBER_OF';
  if (state && !OFFICES.test(role)) return by === 'left' ? 'CITIZEN_OF' : null;
  if (target === 'Group') return by === 'left' || by === 'of' ? factOfGroup(role) : null;
  return target === 'Organization' && /^(?:co-)?leader$/.test(role) ? 'LEADS' : 'HOLDS_POSITION';
}

/** Who is at the head of those whose he is: "the rebels' commander". */
const HEADS =
  /(?:leader|chief|head|commander|captain|coach|manager|president|chairman|chairwoman|chair|king|queen|emir|sultan|ruler|general|admiral|colonel|boss|strongman|director)$/;

/** "the rebels' commander", "the family's lawyer"; "their champion" and "their prophet" are no part of them. */
const factOfGroup = (role: string): FactType | null =>
  HEADS.test(role) ? 'LEADS' : OFFICES.test(role) || SERVANTS.test(role) ? 'HOLDS_POSITION' : null;

/** Who sits in a parliament for a party: "an SPD lawmaker" belongs to the party. */
const LEGISLATORS =
  words(`mp lawmaker legislator senator congressman congresswoman parliamentarian mep mla mlc mna mpa backbencher
  councillor councilor councilman councilwoman assemblyman assemblywoman parliamentarians frontbencher peer`);
const PARLIAMENT =
  /(?:parliament|assembly|senate|congress|house|council|legislature|sabha|knesset|duma|bundestag|bundesrat|diet|yuan|cortes|chamber|commons|lords|government|committee|state|legco)/i;

/** The fact, where the name of the body tells that it is a party and no parliament. */
export function factOfNamed(type: FactType | null, role: string, body: string): FactType | null {
  return type === 'HOLDS_POSITION' && LEGISLATORS.has(role) && !PARLIAMENT.test(body) ? 'MEMBER_OF' : type;
}

/** "his partner, Ann Lee" lives with him; "its ally Chad". */
function allyFact(role: string, holder: EntityType | null, target: EntityType, by: string): FactType | null {
  if (by !== 'left' && by !== 'of') return null;
  if (role === 'partner' && holder === 'Person') return target === 'Person' && by === 'left' ? 'FAMILY_OF' : null;
  return 'ALLIED_WITH';
}

/** "Turkey, a NATO member", "Nordbank, the owner of Zentra". */
function factOfBody(role: string, target: EntityType, by: string): FactType | null {
  if (role === 'shareholder') return target === 'Organization' && /^(?:in|of|left)$/.test(by) ? 'OWNS' : null;
  if (by !== 'left' && by !== 'of') return null;
  if (role === 'member') return target === 'Organization' || target === 'Group' ? 'MEMBER_OF' : null;
  return OWNERS.has(role) && (target === 'Organization' || (target === 'Place' && by === 'of')) ? 'OWNS' : null;
}

function memberFact(role: string, state: boolean, by: string): FactType | null {
  // "the member for Leeds" sits in a parliament
  if (state && role === 'member' && by === 'for') return 'HOLDS_POSITION';
  if (state) return by === 'left' || by === 'from' ? 'CITIZEN_OF' : null;
  return by === 'for' || by === 'with' ? null : 'MEMBER_OF';
}
