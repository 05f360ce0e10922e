import { takeSnapshot } from '../../src/serve/snapshot';
import { buildModel, type GraphModel } from '../../viewer/src/state/model';
import { seedDocuments } from '../support/seed';

/** The seed article's graph as the page holds it. */
export function seedModel(): GraphModel {
  return buildModel(takeSnapshot(seedDocuments(), { stamp: 'v1', store: 'test' }).graph);
}

export const REBUFFED = 'organization:state-department~REBUFFED~organization:iraqi-government';
