/**
 * The value that flows through the house: an Article grows into a Document, one readonly layer a stage.
 *
 *   Tokenised < Tagged < Parsed < Named < Chained < Extracted < Resolved
 *
 * Units, everywhere:
 *  - TextSpan: UTF-16 code units into `article.text`, half-open. The text is never changed after ingest.
 *  - TokenSpan: indices into `document.tokens` (whole document, not sentence), half-open.
 *  - A layer is an array parallel to `tokens` or a list of spans over it; a stage adds its own and changes no other.
 */
import type { EntityType, EventType, FactType, Modality, Polarity } from './ontology';

/** Half-open range of UTF-16 code units into `article.text`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Half-open range of indices into `document.tokens`. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}

/** Parts of the text that belong to the wire, not to the story. All but `title` are left out of the tokens. */
export type FurnitureKind = 'title' | 'byline' | 'dateline' | 'date' | 'section' | 'credit' | 'caption-credit';

export interface Furniture extends TextSpan {
  readonly kind: FurnitureKind;
}

export interface Contributor {
  readonly name: string;
  readonly outlet: string | null;
}

export interface Article {
  /** The file's name without its extension, or the id of the JSONL line. */
  readonly id: string;
  /** sha256 (hex) of the canonical URL, or else of the text: the id in every store. */
  readonly storeId: string;
  readonly title: string | null;
  /** ISO date (YYYY-MM-DD) or null; never guessed. */
  readonly published: string | null;
  /** The place of a dateline as written ("WASHINGTON"), or null. */
  readonly dateline: string | null;
  readonly section: string | null;
  readonly byline: readonly string[];
  readonly contributors: readonly Contributor[];
  readonly source: string | null;
  readonly url: string | null;
  readonly text: string;
  /** Sorted by start, not overlapping. */
  readonly furniture: readonly Furniture[];
}

export interface Token extends TextSpan {
  /** `article.text.slice(start, end)`, except for tokens given from CoNLL-U, where it is FORM. */
  readonly text: string;
}

export interface Sentence extends TokenSpan {
  /** Index of the paragraph, from 0. */
  readonly paragraph: number;
  /** True for the article's title line. */
  readonly title: boolean;
}

export interface Tokenised {
  readonly article: Article;
  readonly tokens: readonly Token[];
  /** They cover all tokens, in order. */
  readonly sentences: readonly Sentence[];
}

/** Parallel to `tokens`. UD v2 tags; `feats` as in CoNLL-U ("Number=Sing|Person=3"), '' where there are none. */
export interface Tagged extends Tokenised {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly lemmas: readonly string[];
  readonly feats: readonly string[];
}

/** Parallel to `tokens`. `heads[i]` is the document index of the head of token i, or -1 for the root of its sentence. */
export interface Parsed extends Tagged {
  readonly heads: readonly number[];
  /** Full UD relations with subtypes ("nsubj:pass"). */
  readonly deprels: readonly string[];
}

/** GPE is a country or other territory with a government (countries told from places by the gazetteer); NORP a nationality or faith ("Iraqi"); MISC any other name (a work, an event, a product). */
export type NameType = 'PER' | 'ORG' | 'LOC' | 'GPE' | 'NORP' | 'MISC';

export interface Name extends TokenSpan {
  readonly type: NameType;
}

/** Not overlapping, sorted by start. */
export interface Named extends Parsed {
  readonly names: readonly Name[];
}

export type MentionKind = 'name' | 'nominal' | 'pronoun';

export interface Mention extends TokenSpan {
  /** Document index of the syntactic head token. */
  readonly head: number;
  readonly kind: MentionKind;
  /** Index into `names`, or -1. */
  readonly name: number;
  /** Index into `chains`. Each mention is in exactly one chain; a chain may have one mention. */
  readonly chain: number;
}

export interface Chain {
  /** Indices into `mentions`, ascending. */
  readonly mentions: readonly number[];
  /** null: a thing or an idea, never an actor. */
  readonly type: EntityType | null;
  /** The fullest form in the text, without article and title ("Adel Abdul-Mahdi"; "Iraqi lawmakers"). */
  readonly name: string;
}

export interface Quotation extends TextSpan {
  /** Index of the speaker's mention, or -1. */
  readonly speaker: number;
  /** Document index of the cue's token ("said"), or -1. */
  readonly cue: number;
}

/** Mentions sorted by start, then by end descending (outer first). Mentions may nest, never cross. */
export interface Chained extends Named {
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  readonly quotations: readonly Quotation[];
}

export interface DateValue {
  /** YYYY, YYYY-MM or YYYY-MM-DD: as precise as the text allows. */
  readonly value: string;
  readonly granularity: 'day' | 'month' | 'year';
  /** Said in the text, or taken from the article's date. */
  readonly source: 'text' | 'published';
  /** The words that say it, where the text does. */
  readonly span: TextSpan | null;
}

export type CountKind = 'killed' | 'injured' | 'arrested' | 'votesFor' | 'votesAgainst';

/** What an event and a fact have in common. Arguments are indices into `mentions`. */
interface ClaimBase {
  /** Index into `sentences`. */
  readonly sentence: number;
  readonly trigger: TokenSpan;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly tense: 'past' | 'present' | 'future' | null;
  /** Index of the mention of who says so, or -1 where the text itself does. */
  readonly attributedTo: number;
  /** The word of saying ("said"), or null. */
  readonly cue: string | null;
  readonly date: DateValue | null;
  /** 0 to 1, calibrated. */
  readonly confidence: number;
  /** Which frames and rules made it, for `explain`. */
  readonly trace: readonly string[];
}

/** One verb or noun of one sentence with its participants. Compound actors stay one event with lists. */
export interface EventClaim extends ClaimBase {
  readonly type: EventType;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** The words of what was asked, voted, promised. */
  readonly theme: TokenSpan | null;
  /** Index of a mention, or -1. */
  readonly place: number;
  readonly instrument: TokenSpan | null;
  readonly counts: Readonly<Partial<Record<CountKind, number>>>;
}

/** A lasting fact between two mentions. */
export interface FactClaim extends ClaimBase {
  readonly type: FactType;
  readonly source: number;
  readonly target: number;
  /** Of HOLDS_POSITION: "prime minister". */
  readonly title: string | null;
}

export interface Extracted extends Chained {
  readonly events: readonly EventClaim[];
  readonly facts: readonly FactClaim[];
}

export interface Entity {
  /** "person:mike-pompeo", "country:irq". */
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  /** Other names and descriptions in the text, no pronouns; sorted. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-3, or null. */
  readonly country: string | null;
  /** PLOVER sector: GOV, MIL, LEG, JUD, PTY, REB, ... or null. */
  readonly sector: string | null;
  readonly wikidataId: string | null;
  /** Indices into `mentions` of this document, ascending. */
  readonly mentions: readonly number[];
}

/** `entities` are the ones worth a node in the graph: every name, and every description that takes part in a relation. Ids are shared by all documents of a set. */
export interface Resolved extends Extracted {
  readonly entities: readonly Entity[];
  /** For each mention the index into `entities`, or -1. */
  readonly entityOf: readonly number[];
}
