/** Nouns for parts of a body, shared by the rules of ties. */
import type { FactScene } from './facts-scene';
import { textOf } from './tree';

/** Parts of a body. */
export const ORGANS =
  /^(?:office|department|ministry|unit|wing|branch|arm|committee|bureau|forces?|troops?|army|navy|military|division|agency|council|board|panel|parliament|court|government|police|commission|authority|team|delegation|mission|embassy|command|brigade|battalion|corps|guard|service|services|chapter|faction|bloc|caucus|secretariat|administration|cabinet|leadership|staff|intelligence|fleet|squadron|soldiers|marines|fighters|senate|assembly|union|party|coalition|tribunal|garrison)$/;
/** Parts of a university or a hospital that have names. */
export const CHAIRS =
  /^(?:faculty|museum|gallery|galleries|library|project|programme|program|hospital|lab|school|institute|center|centre|college|laboratory|clinic|academy|observatory)$/;

/** Who stands outside of whose they are. */
export const OUTSIDERS =
  /^(?:enem(?:y|ies)|rivals?|neighbou?rs?|friends?|foes?|opponents?|adversar(?:y|ies)|competitors?|creditors?|critics?|lenders?|donors?|counterparts?|countries|nations|visitors|guests?|hosts?|invaders?|occupiers?|captors?|customers?|suppliers?|victims?)$/;

/** "Nordbank's parent company", "the parent of Nordbank" as a firm. */
export const isParent = (scene: FactScene, head: number): boolean => textOf(scene.tree, head - 1) === 'parent';
