/**
 * Entity, event and relation types with their codes, roles, and an example each.
 * PLOVER: manual draft 0.8 (2021); CAMEO: Gerner et al. (2002); quad classes by the CAMEO root, as GDELT has them.
 * VOTE is our own extension of PLOVER, which has none.
 */

export const ENTITY_TYPES = ['Person', 'Organization', 'Country', 'Group', 'Place'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const POLARITIES = ['positive', 'negative'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const MODALITIES = ['actual', 'planned', 'possible', 'hypothetical', 'requested'] as const;
export type Modality = (typeof MODALITIES)[number];

export const FACTUALITIES = ['fact', 'claim', 'planned', 'negated'] as const;
export type Factuality = (typeof FACTUALITIES)[number];

export const PLOVER_CLASSES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type PloverClass = (typeof PLOVER_CLASSES)[number];

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export type QuadClass = 1 | 2 | 3 | 4;

export interface RelationInfo {
  /** FACT and VOTE are what PLOVER lacks. */
  readonly plover: PloverClass | 'FACT' | 'VOTE';
  /** CAMEO code, or null where none fits. */
  readonly cameo: string | null;
  readonly quadClass: QuadClass | null;
  /** True where the relation lasts (HOLDS_POSITION): a fact, no event. */
  readonly lasting: boolean;
  /** True where source and target may change places. */
  readonly symmetric: boolean;
  readonly readAs: string;
  readonly example: string;
}

/** The closed list of relation types between entities. */
export const RELATIONS = {
  AGREED_WITH: {
    plover: 'AGREE',
    cameo: '030',
    quadClass: 1,
    lasting: false,
    symmetric: true,
    readAs: 'X agreed (to do something) with Y',
    example: 'The two countries agreed to a ceasefire.',
  },
  PROMISED: {
    plover: 'AGREE',
    cameo: '030',
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X promised Y something',
    example: 'Canada pledged troops to the mission.',
  },
  MET_WITH: {
    plover: 'CONSULT',
    cameo: '040',
    quadClass: 1,
    lasting: false,
    symmetric: true,
    readAs: 'X met, held talks with Y',
    example: 'A delegation from Chile was at the ministry.',
  },
  CALLED: {
    plover: 'CONSULT',
    cameo: '041',
    quadClass: 1,
    lasting: false,
    symmetric: true,
    readAs: 'X telephoned Y',
    example: 'The two ministers spoke by telephone.',
  },
  VISITED: {
    plover: 'CONSULT',
    cameo: '042',
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X went to see Y (a place or its people)',
    example: 'Kerry travelled to Cairo.',
  },
  HOSTED: {
    plover: 'CONSULT',
    cameo: '043',
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X received Y',
    example: 'Macron hosted Merkel.',
  },
  MEDIATED_BETWEEN: {
    plover: 'CONSULT',
    cameo: '045',
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X mediated; every party is a target',
    example: 'Qatar brokered talks between A and B.',
  },
  NEGOTIATED_WITH: {
    plover: 'CONSULT',
    cameo: '046',
    quadClass: 1,
    lasting: false,
    symmetric: true,
    readAs: 'X negotiated with Y',
    example: 'Iran negotiated with the six powers.',
  },
  PRAISED: {
    plover: 'SUPPORT',
    cameo: '051',
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X praised Y',
    example: 'The UN praised Jordan.',
  },
  SUPPORTED: {
    plover: 'SUPPORT',
    cameo: '051',
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X backed, endorsed, defended Y',
    example: 'The union endorsed the senator.',
  },
  RECOGNIZED: {
    plover: 'SUPPORT',
    cameo: '054',
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X recognised Y diplomatically',
    example: 'Sweden recognised Palestine.',
  },
  SIGNED_WITH: {
    plover: 'SUPPORT',
    cameo: '057',
    quadClass: 1,
    lasting: false,
    symmetric: true,
    readAs: 'X signed an agreement with Y',
    example: 'Russia signed the treaty with China.',
  },
  APOLOGIZED_TO: {
    plover: 'CONCEDE',
    cameo: '055',
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X apologised to Y',
    example: 'The firm apologised to its customers.',
  },
  CONCEDED_TO: {
    plover: 'CONCEDE',
    cameo: '080',
    quadClass: 2,
    lasting: false,
    symmetric: false,
    readAs: 'X gave in to Y, eased a rule, pardoned',
    example: 'The government lifted the curfew.',
  },
  COOPERATED_WITH: {
    plover: 'COOPERATE',
    cameo: '060',
    quadClass: 2,
    lasting: false,
    symmetric: true,
    readAs: 'X worked, traded, shared intelligence with Y',
    example: 'Police worked with the FBI.',
  },
  AIDED: {
    plover: 'AID',
    cameo: '070',
    quadClass: 2,
    lasting: false,
    symmetric: false,
    readAs: 'X gave money, arms, relief, asylum to Y; rescued Y',
    example: 'Norway sent relief to Mozambique.',
  },
  TRAINED: {
    plover: 'AID',
    cameo: '072',
    quadClass: 2,
    lasting: false,
    symmetric: false,
    readAs: 'X trained Y',
    example: 'French instructors trained the coast guard.',
  },
  RELEASED: {
    plover: 'RETREAT',
    cameo: '084',
    quadClass: 2,
    lasting: false,
    symmetric: false,
    readAs: 'X freed or returned Y',
    example: 'Hamas released two hostages.',
  },
  WITHDREW_FROM: {
    plover: 'RETREAT',
    cameo: '087',
    quadClass: 2,
    lasting: false,
    symmetric: false,
    readAs: 'X left, pulled its people out of Y',
    example: 'Spain withdrew its engineers from Mali.',
  },
  RESIGNED_FROM: {
    plover: 'RETREAT',
    cameo: null,
    quadClass: 2,
    lasting: false,
    symmetric: false,
    readAs: 'X stepped down from Y',
    example: 'He resigned from the party.',
  },
  REQUESTED: {
    plover: 'REQUEST',
    cameo: '020',
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X asked Y for something',
    example: 'Togo asked Ghana for grain.',
  },
  URGED: {
    plover: 'REQUEST',
    cameo: '020',
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X called on Y',
    example: 'The Council urged all parties to stay calm.',
  },
  DEMANDED: {
    plover: 'REQUEST',
    cameo: '100',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X demanded something of Y',
    example: 'Ankara demanded an apology from Athens.',
  },
  ORDERED: {
    plover: 'REQUEST',
    cameo: '100',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X ordered Y (to act)',
    example: 'The king ordered the army to stop.',
  },
  ACCUSED: {
    plover: 'ACCUSE',
    cameo: '112',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X accused, blamed Y',
    example: 'Kyiv accused Moscow of lying.',
  },
  CRITICIZED: {
    plover: 'ACCUSE',
    cameo: '111',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X criticised, condemned, denounced Y',
    example: 'The EU condemned the arrests.',
  },
  OBJECTED_TO: {
    plover: 'ACCUSE',
    cameo: '111',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X objected to, opposed, complained about Y',
    example: 'He objected to the violations.',
  },
  INVESTIGATED: {
    plover: 'ACCUSE',
    cameo: '090',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X investigated, questioned Y',
    example: 'Police investigated the firm.',
  },
  SUED: {
    plover: 'ACCUSE',
    cameo: '115',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X sued, charged, prosecuted Y',
    example: 'Prosecutors charged the banker.',
  },
  REJECTED: {
    plover: 'REJECT',
    cameo: '120',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: "X rejected, refused, vetoed Y's wish or Y",
    example: 'Iran rejected the proposal.',
  },
  REBUFFED: {
    plover: 'REJECT',
    cameo: '120',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X rebuffed, turned down, pushed back against Y',
    example: "The bank rebuffed the firm's offer.",
  },
  THREATENED: {
    plover: 'THREATEN',
    cameo: '130',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X threatened Y',
    example: 'The general threatened the province.',
  },
  WARNED: {
    plover: 'THREATEN',
    cameo: '130',
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X warned Y',
    example: 'The ministry warned travellers.',
  },
  PROTESTED_AGAINST: {
    plover: 'PROTEST',
    cameo: '140',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X demonstrated, struck, boycotted against Y',
    example: 'Thousands marched against the law.',
  },
  SANCTIONED: {
    plover: 'SANCTION',
    cameo: '163',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X put sanctions on Y, cut aid or ties',
    example: 'Washington sanctioned the bank.',
  },
  EXPELLED: {
    plover: 'SANCTION',
    cameo: '166',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X expelled Y',
    example: 'Spain expelled four diplomats.',
  },
  CONVICTED: {
    plover: 'SANCTION',
    cameo: null,
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X convicted, sentenced, fined Y',
    example: 'The court fined the bank.',
  },
  DESIGNATED: {
    plover: 'SANCTION',
    cameo: null,
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X put Y on a list (terrorist, wanted)',
    example: 'Canada listed the group as terrorist.',
  },
  DEPLOYED_TO: {
    plover: 'MOBILIZE',
    cameo: '150',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X moved forces to Y, went on alert against Y',
    example: 'The UK sent ships to the Gulf.',
  },
  ARRESTED: {
    plover: 'COERCE',
    cameo: '173',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X arrested, detained, jailed, held Y captive',
    example: 'Police arrested the mayor.',
  },
  DEPORTED: {
    plover: 'COERCE',
    cameo: '174',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X deported, turned Y away',
    example: 'Hungary deported the students.',
  },
  SEIZED: {
    plover: 'COERCE',
    cameo: '171',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X seized, confiscated, took over Y',
    example: 'The army seized the airport.',
  },
  BANNED: {
    plover: 'COERCE',
    cameo: '172',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X banned, restricted, blocked, censored Y',
    example: 'China blocked the site.',
  },
  HACKED: {
    plover: 'COERCE',
    cameo: '176',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: "X attacked Y's computers",
    example: 'The group took down the website.',
  },
  ATTACKED: {
    plover: 'ASSAULT',
    cameo: '190',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X attacked, shelled, fired on, struck Y',
    example: 'The rebels shelled the airport.',
  },
  KILLED: {
    plover: 'ASSAULT',
    cameo: '190',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X killed Y (people)',
    example: 'A landmine killed two farmers.',
  },
  INJURED: {
    plover: 'ASSAULT',
    cameo: null,
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X injured Y',
    example: 'The blast injured six soldiers.',
  },
  BOMBED: {
    plover: 'ASSAULT',
    cameo: '183',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X bombed Y',
    example: 'Jets bombed the depot.',
  },
  FOUGHT: {
    plover: 'ASSAULT',
    cameo: '190',
    quadClass: 4,
    lasting: false,
    symmetric: true,
    readAs: 'X fought Y',
    example: 'Government forces fought the rebels.',
  },
  DEFEATED: {
    plover: 'ASSAULT',
    cameo: null,
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X defeated, routed, beat Y (in war, a vote, a match)',
    example: 'The alliance routed the rebels.',
  },
  ABDUCTED: {
    plover: 'ASSAULT',
    cameo: '181',
    quadClass: 4,
    lasting: false,
    symmetric: false,
    readAs: 'X kidnapped Y',
    example: 'Gunmen abducted the aid worker.',
  },
  VOTED: {
    plover: 'VOTE',
    cameo: null,
    quadClass: null,
    lasting: false,
    symmetric: false,
    readAs: 'X voted on something that concerns Y, side unclear or described',
    example: 'The council voted to close the port.',
  },
  VOTED_FOR: {
    plover: 'VOTE',
    cameo: null,
    quadClass: 1,
    lasting: false,
    symmetric: false,
    readAs: 'X voted for, elected, passed Y',
    example: "Parliament voted for the bill's sponsor.",
  },
  VOTED_AGAINST: {
    plover: 'VOTE',
    cameo: null,
    quadClass: 3,
    lasting: false,
    symmetric: false,
    readAs: 'X voted against Y',
    example: 'Greece voted against the bailout.',
  },
  APPOINTED: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: false,
    symmetric: false,
    readAs: 'X named, hired, nominated Y',
    example: 'The president nominated Haley.',
  },
  DISMISSED: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: false,
    symmetric: false,
    readAs: 'X fired, removed Y from office',
    example: 'The board dismissed its chief.',
  },
  HOLDS_POSITION: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: true,
    symmetric: false,
    readAs: 'person X holds, held an office at Y (property `title`)',
    example: 'Danish Foreign Minister Jens Holm',
  },
  LEADS: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: true,
    symmetric: false,
    readAs: 'X heads Y',
    example: "the group's leader",
  },
  SPOKESPERSON_OF: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: true,
    symmetric: false,
    readAs: 'X speaks for Y',
    example: "the ministry's spokeswoman, Ana Prieto",
  },
  MEMBER_OF: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: true,
    symmetric: false,
    readAs: 'X belongs to Y (party, alliance, crew)',
    example: 'a member of NATO',
  },
  PART_OF: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: true,
    symmetric: false,
    readAs: 'X is a part, organ, unit of Y',
    example: 'the Kenyan Treasury',
  },
  CITIZEN_OF: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: true,
    symmetric: false,
    readAs: 'X is a national, resident of Y',
    example: 'a Danish engineer',
  },
  LOCATED_IN: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: true,
    symmetric: false,
    readAs: 'X is, lies in Y',
    example: 'Arles, a town in France',
  },
  OWNS: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: true,
    symmetric: false,
    readAs: 'X owns, founded, built Y',
    example: 'the family that owns the newspaper',
  },
  FAMILY_OF: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: true,
    symmetric: true,
    readAs: 'X is kin of Y',
    example: 'her mother',
  },
  ALLIED_WITH: {
    plover: 'FACT',
    cameo: null,
    quadClass: null,
    lasting: true,
    symmetric: true,
    readAs: 'X and Y are allies',
    example: 'its coalition partners',
  },
} as const satisfies Record<string, RelationInfo>;

export type RelationType = keyof typeof RELATIONS;
export type FactType = {
  [T in RelationType]: (typeof RELATIONS)[T]['lasting'] extends true ? T : never;
}[RelationType];
export type EventType = Exclude<RelationType, FactType>;

export const RELATION_TYPES = Object.keys(RELATIONS) as RelationType[];
export const EVENT_TYPES = RELATION_TYPES.filter((t): t is EventType => !RELATIONS[t].lasting);
export const FACT_TYPES = RELATION_TYPES.filter((t): t is FactType => RELATIONS[t].lasting);

/** The type's row, widened: `RELATIONS[t]` alone has the literal types. */
export function relationInfo(type: RelationType): RelationInfo {
  return RELATIONS[type];
}

/**
 * The class as PLOVER's manual codes this claim: planned cooperation is AGREE, a planned retreat CONCEDE;
 * null for votes and facts.
 */
export function ploverOf(type: RelationType, modality: Modality): PloverClass | null {
  const plover = relationInfo(type).plover;
  if (plover === 'FACT' || plover === 'VOTE') return null;
  if (modality === 'actual') return plover;
  if (plover === 'CONSULT' || plover === 'SUPPORT' || plover === 'COOPERATE' || plover === 'AID') return 'AGREE';
  return plover === 'RETREAT' ? 'CONCEDE' : plover;
}

/** negated where polarity is negative; else planned where modality is not actual; else claim where somebody is named as saying so; else fact. */
export function factualityOf(polarity: Polarity, modality: Modality, attributed: boolean): Factuality {
  if (polarity === 'negative') return 'negated';
  if (modality !== 'actual') return 'planned';
  return attributed ? 'claim' : 'fact';
}

/** What is done to a place as such: one without a name ("a base", "the border") is told of only as struck, taken or closed. */
export const STRIKES: ReadonlySet<RelationType> = new Set<RelationType>([
  'ATTACKED',
  'BOMBED',
  'SEIZED',
  'HACKED',
  'DEPLOYED_TO',
  'BANNED',
]);
