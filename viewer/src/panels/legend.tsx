import { computed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { EntityType } from '../../../src/ontology';
import type { Status } from '../../../src/serve/api';
import { START_NODES } from '../state/choose';
import { familyOf, type GraphModel, isRealised, STATUSES, typeOf } from '../state/model';
import { change, model as modelSignal, picture, view } from '../state/store';
import { showOnly, toggleHidden } from '../state/view';
import { FAMILY_NAMES, FAMILY_ORDER, number, STATUS_NAMES, TYPE_NAMES } from '../state/words';
import { LineMark, TypeMark } from './marks';

interface Tally {
  readonly seen: ReadonlyMap<string, number>;
  readonly all: ReadonlyMap<string, number>;
}

/** Counts by every key that can be filtered: what is in the picture, and what is in the graph. */
const tally = computed<Tally>(() => {
  const graph = modelSignal.value;
  const drawn = picture.value;
  const seen = new Map<string, number>();
  const all = new Map<string, number>();
  if (!graph || !drawn) return { seen, all };
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
  const addEdge = (to: Map<string, number>, edge: number) => {
    add(to, `family-${familyOf(graph, edge)}`);
    add(to, graph.payload.relations[graph.payload.edges.type[edge]!]!.type);
    for (const status of STATUSES) if (graph.payload.edges[status][edge]! > 0) add(to, status);
  };
  for (let node = 0; node < graph.nodeCount; node++) add(all, typeOf(graph, node));
  for (let edge = 0; edge < graph.edgeCount; edge++) addEdge(all, edge);
  for (const node of drawn.nodes) add(seen, typeOf(graph, node));
  for (const edge of drawn.edges) addEdge(seen, edge);
  return { seen, all };
});

/** The key to the picture, each line of which shows, hides, or leaves alone. */
export function Legend({ model }: { model: GraphModel }) {
  const { payload } = model;
  const types = payload.entityTypes.filter((type) => (tally.value.all.get(type) ?? 0) > 0);
  const families = FAMILY_ORDER.filter((f) => (tally.value.all.get(`family-${f}`) ?? 0) > 0);
  const familyKeys = families.map((f) => `family-${f}`);
  return (
    <div class="legend">
      <h2>Who and what</h2>
      <ul>
        {types.map((type) => (
          <FilterLine key={type} id={type} group={types} label={TYPE_NAMES[type] ?? type}>
            <TypeMark type={type as EntityType} />
          </FilterLine>
        ))}
      </ul>
      <h2>Relations</h2>
      <ul>
        {families.map((family) => (
          <FilterLine
            key={family}
            id={`family-${family}`}
            group={familyKeys}
            label={FAMILY_NAMES[family]}
            more={<Verbs model={model} family={family} />}
          >
            <LineMark family={family} />
          </FilterLine>
        ))}
      </ul>
      <h2>Certainty</h2>
      <ul>
        {STATUSES.filter((status) => (tally.value.all.get(status) ?? 0) > 0).map((status) => (
          <FilterLine key={status} id={status} group={STATUSES} label={STATUS_NAMES[status]}>
            <LineMark family={0} look={lookOf(status)} />
          </FilterLine>
        ))}
      </ul>
      {model.payload.edges.id.some((_, edge) => !isRealised(model, edge)) && (
        <p class="meta">
          What is only planned or denied is drawn too, but not told as done: the store keeps it as a claim, without an
          arrow for Cypher to find.
        </p>
      )}
      {payload.articleCount > 1 && <Agreement model={model} />}
      <h2>How much</h2>
      <Amount model={model} />
      {view.value.hidden.length > 0 && (
        <p>
          <button type="button" onClick={() => change({ hidden: [], minArticles: 1 })}>
            Show all again
          </button>
        </p>
      )}
    </div>
  );
}

function lookOf(status: Status): 'stated' | 'unsure' | 'denied' {
  return status === 'stated' || status === 'denied' ? status : 'unsure';
}

function FilterLine(props: {
  id: string;
  group: readonly string[];
  label: string;
  children?: ComponentChildren;
  /** What unfolds under the line. */
  more?: ComponentChildren;
}) {
  const { id, group, label } = props;
  const unfolded = useSignal(false);
  const shown = !view.value.hidden.includes(id);
  const seen = tally.value.seen.get(id) ?? 0;
  const all = tally.value.all.get(id) ?? 0;
  return (
    <li class={shown ? '' : 'is-hidden'}>
      <div class="filter-line">
        <label>
          <input type="checkbox" checked={shown} onChange={() => change(toggleHidden(view.value, id))} />
          {props.children}
          <span class="name">{label}</span>
        </label>
        {props.more && (
          <button
            type="button"
            class="unfold"
            aria-expanded={unfolded.value}
            aria-label={`Verbs of ${label}`}
            onClick={() => {
              unfolded.value = !unfolded.value;
            }}
          >
            {unfolded.value ? '▾' : '▸'}
          </button>
        )}
        {group.length > 1 && (
          <button
            type="button"
            class="only"
            aria-label={`Only ${label}`}
            onClick={() => change(showOnly(view.value, id, group))}
          >
            only
          </button>
        )}
        <span class="count" title={`${number(seen)} in view, ${number(all)} in all`}>
          {seen === all ? number(all) : `${number(seen)} / ${number(all)}`}
        </span>
      </div>
      {unfolded.value && props.more}
    </li>
  );
}

function Verbs({ model, family }: { model: GraphModel; family: number }) {
  const relations = model.payload.relations.filter(
    (r) => r.family === family && (tally.value.all.get(r.type) ?? 0) > 0,
  );
  const keys = relations.map((r) => r.type);
  const ranked = [...relations].sort((a, b) => tally.value.all.get(b.type)! - tally.value.all.get(a.type)!);
  return (
    <ul class="verbs">
      {ranked.map((relation) => (
        <FilterLine key={relation.type} id={relation.type} group={keys} label={relation.phrase} />
      ))}
    </ul>
  );
}

/** How many articles must say it. */
function Agreement({ model }: { model: GraphModel }) {
  const most = Math.min(10, Math.max(1, ...model.payload.edges.articles));
  if (most === 1) return null;
  return (
    <label class="slider">
      <span>
        In at least <strong>{view.value.minArticles}</strong> {view.value.minArticles === 1 ? 'article' : 'articles'}
      </span>
      <input
        type="range"
        min={1}
        max={most}
        value={view.value.minArticles}
        onChange={(event) => change({ minArticles: Number(event.currentTarget.value) })}
      />
    </label>
  );
}

/** Milliseconds of layout an entity costs, seen on a slow machine; only for the warning. */
const MS_PER_NODE = 4;

function Amount({ model }: { model: GraphModel }) {
  const alone = model.edgesOf.filter((edges) => edges.length === 0).length;
  const withRelations = model.nodeCount - alone;
  const seconds = Math.max(1, Math.round((model.nodeCount * MS_PER_NODE) / 1000));
  return (
    <ul>
      {withRelations > START_NODES && (
        <li>
          <label class="filter-line">
            <input type="checkbox" checked={view.value.all} onChange={() => change({ all: !view.value.all })} />
            <span class="name">
              All {number(withRelations)} entities{withRelations > 500 ? ` (about ${seconds} s)` : ''}
            </span>
          </label>
        </li>
      )}
      {alone > 0 && (
        <li>
          <label class="filter-line">
            <input type="checkbox" checked={view.value.alone} onChange={() => change({ alone: !view.value.alone })} />
            <span class="name">Those without a relation</span>
            <span class="count">{number(alone)}</span>
          </label>
        </li>
      )}
      {withRelations <= START_NODES && alone === 0 && <li class="meta">Everything is in the picture.</li>}
    </ul>
  );
}
