/**
 * The front door: what other programs may use.
 *
 *   const pipeline = loadPipeline();
 *   const document = pipeline.resolve([pipeline.extract(pipeline.annotate(ingest({ id: 'a', text })))])[0];
 *   articleGraph(document).relations
 */
export type * from './document';
export { Failure, type FailureKind, isFailure } from './errors';
export { type ArticleGraph, articleGraph } from './extract/article-graph';
export { buildGraph, type KnowledgeGraph } from './graph';
export { canonicalUrl, ingest, type RawArticle } from './ingest';
export { ENTITY_TYPES, type EntityType, RELATIONS, type RelationInfo, type RelationType } from './ontology';
export { loadPipeline, type Pipeline } from './pipeline';
export { type Documents, openDocuments, openStore, readDocuments, type Store } from './store';
