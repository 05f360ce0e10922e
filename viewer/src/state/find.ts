import MiniSearch from 'minisearch';
import type { GraphModel } from './model';
import { relationOf } from './model';
import { edgeWords, nameOf } from './words';

export interface Found {
  readonly kind: 'node' | 'edge';
  readonly row: number;
  readonly id: string;
  /** The name, or the relation as a sentence. */
  readonly text: string;
  /** The alias that matched, where it is not in the name, or ''. */
  readonly also: string;
}

export interface Finder {
  find(query: string): Found[];
}

const NODES = 8;
const EDGES = 6;

/** Without accents and case: "Müller" is found by "muller". */
export function fold(term: string): string {
  return term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

interface Entry {
  id: number;
  name: string;
  also: string;
}

/** Entities by name and alias, and relations by the words of their sentence. */
export function createFinder(model: GraphModel): Finder {
  const options = {
    fields: ['name', 'also'],
    processTerm: fold,
    searchOptions: { prefix: true, combineWith: 'AND' as const },
  };
  const nodes = new MiniSearch<Entry>({ ...options, idField: 'id' });
  const edges = new MiniSearch<Entry>({ ...options, idField: 'id' });
  nodes.addAll(
    model.payload.nodes.name.map((name, id) => ({ id, name, also: model.payload.nodes.aliases[id]!.join(' \n ') })),
  );
  edges.addAll(
    model.payload.edges.id.map((_, id) => ({
      id,
      name: edgeWords(model, id),
      also: relationOf(model, id).type.replaceAll('_', ' '),
    })),
  );
  return {
    find(query) {
      const asked = query.replaceAll('→', ' ').trim();
      if (asked === '') return [];
      const fuzzy = asked.length > 4 ? 0.2 : false;
      const foundNodes = nodes
        .search(asked, {
          fuzzy,
          boost: { name: 2 },
          boostDocument: (id) => 1 + Math.log1p(model.edgesOf[id as number]!.length),
        })
        .slice(0, NODES)
        .map((hit): Found => nodeFound(model, hit.id as number, asked));
      const foundEdges = edges
        .search(asked, { fuzzy: false, boostDocument: (id) => 1 + Math.log1p(model.claims[id as number]!) })
        .slice(0, EDGES)
        .map((hit): Found => {
          const row = hit.id as number;
          return { kind: 'edge', row, id: model.payload.edges.id[row]!, text: edgeWords(model, row), also: '' };
        });
      return [...foundNodes, ...foundEdges];
    },
  };
}

function nodeFound(model: GraphModel, row: number, query: string): Found {
  const text = nameOf(model, row);
  const terms = fold(query).split(/\s+/);
  const isIn = (name: string) => terms.every((term) => fold(name).includes(term));
  const also = isIn(text) ? '' : (model.payload.nodes.aliases[row]!.find(isIn) ?? '');
  return { kind: 'node', row, id: model.payload.nodes.id[row]!, text, also };
}
