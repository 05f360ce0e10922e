/**
 * What the server says to the page; the page imports these types and nothing else.
 * Offsets are UTF-16 code units into the article's text, half-open: [start, end].
 */
import type { EntityType, RelationType } from '../ontology';

export type Offsets = readonly [start: number, end: number];

/** How a claim is put: said by the article itself, said by somebody in it, not yet done, or said not to be so. */
export type Status = 'stated' | 'reported' | 'planned' | 'denied';

/** 0 facts and votes of unclear side; 1 words, cooperative; 2 deeds, cooperative; 3 words, conflict; 4 deeds, conflict. */
export type Family = 0 | 1 | 2 | 3 | 4;

export interface RelationWords {
  readonly type: RelationType;
  readonly family: Family;
  /** Between the two names: "rebuffed", "is part of". */
  readonly phrase: string;
  readonly readAs: string;
  /** Words rather than deeds, and votes: drawn dashed. */
  readonly dashed: boolean;
  readonly symmetric: boolean;
}

/** Columns: row i of each array is entity i. Sorted by strength, strongest first. */
export interface NodeColumns {
  readonly id: readonly string[];
  readonly name: readonly string[];
  /** Index into `entityTypes`. */
  readonly type: readonly number[];
  readonly aliases: readonly (readonly string[])[];
  readonly country: readonly (string | null)[];
  readonly mentions: readonly number[];
  readonly articles: readonly number[];
}

/** Columns: row i of each array is one (source, relation type, target) with all its claims. */
export interface EdgeColumns {
  readonly id: readonly string[];
  /** Rows of `nodes`. */
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** Index into `relations`. */
  readonly type: readonly number[];
  /** What is said between the two names where it is not the relation's own phrase: "is prime minister of". */
  readonly phrase: readonly (string | null)[];
  /** Claims by status. */
  readonly stated: readonly number[];
  readonly reported: readonly number[];
  readonly planned: readonly number[];
  readonly denied: readonly number[];
  /** Articles that say it, in any way. */
  readonly articles: readonly number[];
  /** ISO dates, as precise as the text allows, or null. */
  readonly firstDate: readonly (string | null)[];
  readonly lastDate: readonly (string | null)[];
}

export interface GraphPayload {
  /** Changes whenever the documents of the store do. */
  readonly stamp: string;
  /** The store, as a reader would name it. */
  readonly store: string;
  readonly articleCount: number;
  /** First and last publication date, or null. */
  readonly period: readonly [string, string] | null;
  readonly entityTypes: readonly EntityType[];
  readonly relations: readonly RelationWords[];
  readonly nodes: NodeColumns;
  readonly edges: EdgeColumns;
}

export interface ArticleLine {
  /** Id in the store. */
  readonly id: string;
  /** The file's name or the record's id. */
  readonly name: string;
  /** The title, or else the first words of the text. */
  readonly headline: string;
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
}

/** Different relations that an article tells. */
export interface RelationCounts {
  /** Those that it states or reports: the store has an edge for each. */
  readonly relations: number;
  /** Those that it only plans or denies. */
  readonly unrealised: number;
}

export interface ArticleSummary extends ArticleLine, RelationCounts {}

/** A participant's words in a sentence. */
export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly at: Offsets;
  readonly pronoun: boolean;
}

export interface Speaker {
  /** Entity, where the graph has one. */
  readonly id: string | null;
  readonly name: string;
  readonly type: EntityType | null;
}

export interface Evidence {
  readonly claim: string;
  readonly edge: string;
  readonly article: ArticleLine;
  readonly sentence: Offsets;
  readonly text: string;
  /** The sentences around it, or ''. */
  readonly before: string;
  readonly after: string;
  readonly subject: Participant;
  readonly object: Participant;
  readonly trigger: Offsets;
  /** What was asked, voted, promised. */
  readonly theme: Offsets | null;
  readonly status: Status;
  readonly attributedTo: Speaker | null;
  readonly date: string | null;
  /** True where the date is the article's own rather than said in the text. */
  readonly dateFromArticle: boolean;
  /** Of an office: "prime minister". */
  readonly title: string | null;
  /** "killed 10", "49 votes for". */
  readonly counts: readonly string[];
  readonly confidence: number;
}

export interface EdgeAnswer {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

export interface Role {
  readonly title: string;
  readonly at: { readonly id: string; readonly name: string };
  readonly edge: string;
}

export interface NodeAnswer {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly sector: string | null;
  readonly wikidataId: string | null;
  readonly mentions: number;
  readonly roles: readonly Role[];
  readonly articles: readonly (ArticleLine & { readonly mentions: number })[];
}

/** One claim of an article, standing off its text. */
export interface ArticleRelation {
  readonly claim: string;
  readonly edge: string;
  readonly sentence: Offsets;
  readonly subject: Offsets;
  readonly trigger: Offsets;
  readonly object: Offsets;
  readonly family: Family;
  readonly status: Status;
}

export interface ArticleAnswer extends ArticleLine {
  readonly dateline: string | null;
  readonly byline: readonly string[];
  readonly text: string;
  readonly furniture: readonly Offsets[];
  readonly entities: readonly { readonly id: string; readonly type: EntityType; readonly at: Offsets }[];
  readonly relations: readonly ArticleRelation[];
  readonly counts: RelationCounts;
}

export interface Question {
  /** "who-did-what" */
  readonly name: string;
  /** The first words of the file's header. */
  readonly about: string;
  readonly query: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface CypherAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** True where there were more rows than the limit. */
  readonly truncated: boolean;
  readonly milliseconds: number;
}

export interface ProblemAnswer {
  readonly error: string;
}

export interface StatusAnswer {
  readonly stamp: string;
}
