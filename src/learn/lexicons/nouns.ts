import type { EntityType } from '../../ontology';
import { readRows } from './rows';
import type { Gender } from './titles';

/** A row of `nouns.tsv`: what a common noun names. */
export interface Noun {
  /** Lemma, singular, lower case. */
  readonly noun: string;
  /** Of the singular; several persons are a Group. */
  readonly type: EntityType;
  readonly gender: Gender;
  /** True for singular forms that mean several ("police"). */
  readonly plural: boolean;
}

/** `text`: the whole of `nouns.tsv`. */
export function parseNouns(text: string): Noun[] {
  return readRows(text, 4).map(([noun = '', type = '', gender = '', number = '']) => ({
    noun,
    type: type as EntityType,
    gender: gender === 'm' || gender === 'f' ? gender : null,
    plural: number === 'plur',
  }));
}
