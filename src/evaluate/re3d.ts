/** The entity and relation types of Dstl's re3d, and what of ours says the same. */
import type { EntityType, RelationType } from '../ontology';

/** Weapons, amounts, dates, vehicles and documents are no entities of ours. */
export const MARKED_ENTITIES: Readonly<Record<string, readonly EntityType[]>> = {
  Person: ['Person'],
  Organisation: ['Organization', 'Group', 'Country'],
  Location: ['Place', 'Country'],
  Nationality: ['Country', 'Group'],
};

interface MarkedRelation {
  readonly types: readonly RelationType[];
  /** True where it holds both ways. */
  readonly symmetric?: boolean;
}

/** What of our types says the same; a type may say two things: who holds an office at a body also belongs to it. */
export const MARKED_RELATIONS: Readonly<Record<string, MarkedRelation>> = {
  BelongsTo: { types: ['MEMBER_OF', 'PART_OF', 'CITIZEN_OF', 'HOLDS_POSITION', 'SPOKESPERSON_OF'] },
  // places that are held or taken too: "the rebels control the port"
  InChargeOf: { types: ['LEADS', 'HOLDS_POSITION', 'OWNS', 'SEIZED'] },
  HasAttrOf: { types: ['CITIZEN_OF', 'PART_OF', 'LOCATED_IN'] },
  CoLocated: { types: ['LOCATED_IN', 'VISITED', 'DEPLOYED_TO'], symmetric: true },
  Apart: { types: ['WITHDREW_FROM', 'EXPELLED', 'DEPORTED'], symmetric: true },
  CommWith: {
    types: [
      ...(['MET_WITH', 'CALLED', 'VISITED', 'HOSTED', 'MEDIATED_BETWEEN', 'NEGOTIATED_WITH', 'AGREED_WITH'] as const),
      ...([
        'SIGNED_WITH',
        'COOPERATED_WITH',
        'REQUESTED',
        'URGED',
        'DEMANDED',
        'ORDERED',
        'WARNED',
        'PROMISED',
      ] as const),
      ...(['TRAINED', 'APPOINTED'] as const),
    ],
    symmetric: true,
  },
  AlliesOf: {
    types: ['ALLIED_WITH', 'SUPPORTED', 'AIDED', 'TRAINED', 'COOPERATED_WITH', 'AGREED_WITH'],
    symmetric: true,
  },
  Likes: { types: ['PRAISED', 'SUPPORTED', 'RECOGNIZED', 'AIDED', 'COOPERATED_WITH', 'ALLIED_WITH', 'VOTED_FOR'] },
  Dislikes: {
    types: [
      ...(['CRITICIZED', 'ACCUSED', 'OBJECTED_TO', 'REJECTED', 'REBUFFED', 'THREATENED', 'WARNED'] as const),
      ...(['PROTESTED_AGAINST', 'SANCTIONED', 'DESIGNATED', 'BANNED', 'VOTED_AGAINST'] as const),
    ],
  },
  FightingAgainst: {
    types: ['FOUGHT', 'ATTACKED', 'KILLED', 'INJURED', 'BOMBED', 'DEFEATED', 'ABDUCTED', 'ARRESTED', 'HACKED'],
    symmetric: true,
  },
};
