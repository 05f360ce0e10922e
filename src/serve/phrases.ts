import {
  factualityOf,
  type Modality,
  type Polarity,
  RELATION_TYPES,
  type RelationType,
  relationInfo,
} from '../ontology';
import type { Family, RelationWords, Status } from './api';

/** Where the type's own words do not stand well between two names. */
const PHRASES: Partial<Record<RelationType, string>> = {
  ALLIED_WITH: 'is allied with',
  CALLED: 'telephoned',
  CITIZEN_OF: 'is a citizen of',
  FAMILY_OF: 'is kin of',
  HOLDS_POSITION: 'holds office at',
  LOCATED_IN: 'is in',
  MEMBER_OF: 'is a member of',
  PART_OF: 'is part of',
  SPOKESPERSON_OF: 'speaks for',
  VOTED: 'voted on',
  VOTED_FOR: 'voted for',
};

export function phraseOf(type: RelationType): string {
  return PHRASES[type] ?? type.toLowerCase().replaceAll('_', ' ');
}

export function familyOf(type: RelationType): Family {
  return relationInfo(type).quadClass ?? 0;
}

/** Words (quad classes 1 and 3) and votes of unclear side are drawn dashed, deeds and facts solid. */
function isDashed(type: RelationType): boolean {
  const { quadClass, plover } = relationInfo(type);
  return quadClass === null ? plover === 'VOTE' : quadClass % 2 === 1;
}

export const RELATION_WORDS: readonly RelationWords[] = RELATION_TYPES.map((type) => ({
  type,
  family: familyOf(type),
  phrase: phraseOf(type),
  readAs: relationInfo(type).readAs,
  dashed: isDashed(type),
  symmetric: relationInfo(type).symmetric,
}));

const STATUS = { fact: 'stated', claim: 'reported', planned: 'planned', negated: 'denied' } as const;

export function statusOf(polarity: Polarity, modality: Modality, attributed: boolean): Status {
  return STATUS[factualityOf(polarity, modality, attributed)];
}
