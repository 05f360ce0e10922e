export { cypherScript, type LoadStatements } from './cypher';
export { type Literal, literal } from './literal';
