import { useEffect, useRef } from 'preact/hooks';
import { CypherConsole } from './panels/console';
import { EntityPanel } from './panels/entity';
import { EvidencePanel } from './panels/evidence';
import { Help } from './panels/help';
import { Legend } from './panels/legend';
import { ListView } from './panels/list';
import { OverviewPanel } from './panels/overview';
import { ReaderPanel } from './panels/reader';
import { Search } from './panels/search';
import { StageView } from './panels/stage-view';
import type { GraphModel } from './state/model';
import {
  announcement,
  change,
  filtersOpen,
  helpOpen,
  loadGraph,
  model,
  outdated,
  picture,
  problem,
  theme,
  toggleTheme,
  view,
  webgl,
} from './state/store';
import { nameOf } from './state/words';

export function App() {
  const graph = model.value;
  const asList = view.value.list || !webgl.value;
  return (
    <>
      <a class="skip" href="#panel">
        Skip to the text
      </a>
      <TopBar graph={graph} asList={asList} />
      {outdated.value && (
        <div class="notice" role="status">
          The graph in the store has changed.{' '}
          <button type="button" onClick={() => void loadGraph()}>
            Show the new one
          </button>
        </div>
      )}
      <main
        class={`workspace ${view.value.article !== '' ? 'is-reading' : ''} ${view.value.cypher ? 'with-console' : ''}`}
      >
        <aside class={`left ${filtersOpen.value ? 'is-open' : ''}`} aria-label="Filters">
          <button
            type="button"
            class="close-filters"
            onClick={() => {
              filtersOpen.value = false;
            }}
          >
            Done
          </button>
          {graph && <Legend model={graph} />}
        </aside>
        <section class="centre" aria-label={asList ? 'Relations as a list' : 'Relations as a graph'}>
          {graph && <Trail graph={graph} />}
          {!graph && problem.value === '' && <p class="waiting">Fetching the graph …</p>}
          {problem.value !== '' && <p class="problem">{problem.value}</p>}
          {graph && graph.edgeCount === 0 && (
            <p class="waiting">No relation between two entities was found in the articles of this store.</p>
          )}
          {graph && asList && picture.value && <ListView model={graph} picture={picture.value} />}
          {graph && !asList && <StageView model={graph} />}
          {!webgl.value && <p class="stage-status">This browser draws no WebGL; the list holds the same relations.</p>}
        </section>
        <aside class="right" id="panel" aria-label="What is selected" tabIndex={-1}>
          {graph && <RightPanel graph={graph} />}
        </aside>
        {graph && view.value.cypher && <CypherConsole model={graph} />}
      </main>
      <Help />
      <div class="announcement" role="status" aria-live="polite">
        {announcement.value}
      </div>
    </>
  );
}

function TopBar({ graph, asList }: { graph: GraphModel | null; asList: boolean }) {
  const share = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      announcement.value = 'Link copied.';
    } catch {
      announcement.value = 'The address of this page is the link.';
    }
  };
  return (
    <header class="top">
      <h1>
        <a href={location.pathname} onClick={home}>
          Dateline
        </a>
      </h1>
      {graph && <Search model={graph} />}
      <nav aria-label="Views">
        <button
          type="button"
          class="filters-button"
          onClick={() => {
            filtersOpen.value = true;
          }}
        >
          Filters
        </button>
        <button
          type="button"
          aria-pressed={asList}
          disabled={!webgl.value}
          onClick={() => change({ list: !view.value.list })}
        >
          List
        </button>
        <button type="button" aria-pressed={view.value.cypher} onClick={() => change({ cypher: !view.value.cypher })}>
          Cypher
        </button>
        <button type="button" onClick={() => void share()}>
          Copy link
        </button>
        <button
          type="button"
          aria-label={theme.value === 'dark' ? 'Light colours' : 'Dark colours'}
          onClick={toggleTheme}
        >
          {theme.value === 'dark' ? '☀' : '☾'}
        </button>
        <button
          type="button"
          aria-label="Keys and lines"
          onClick={() => {
            helpOpen.value = true;
          }}
        >
          ?
        </button>
      </nav>
    </header>
  );
}

function home(event: MouseEvent): void {
  event.preventDefault();
  change({
    selected: '',
    article: '',
    at: -1,
    focus: '',
    expanded: [],
    hidden: [],
    minArticles: 1,
    all: false,
    alone: false,
  });
}

/** The steps that led here; each can be gone back to. */
function Trail({ graph }: { graph: GraphModel }) {
  const { focus, expanded, article } = view.value;
  const nameOfId = (id: string) => nameOf(graph, graph.rowOfNode.get(id) ?? -1) || id;
  if (article !== '') {
    return (
      <nav class="trail" aria-label="Steps">
        <button type="button" onClick={() => change({ article: '', at: -1 })}>
          All
        </button>
        <span>→ what this article says</span>
      </nav>
    );
  }
  if (focus === '' && expanded.length === 0) return null;
  return (
    <nav class="trail" aria-label="Steps">
      <button type="button" onClick={() => change({ focus: '', expanded: [] })}>
        All
      </button>
      {focus !== '' && (
        <>
          <span aria-hidden="true"> → </span>
          <button type="button" onClick={() => change({ expanded: [] })}>
            {nameOfId(focus)} and neighbours
          </button>
        </>
      )}
      {expanded.map((id, index) => (
        <span key={id}>
          <span aria-hidden="true"> → </span>
          <button type="button" onClick={() => change({ expanded: expanded.slice(0, index + 1) })}>
            + {nameOfId(id)}
          </button>
        </span>
      ))}
    </nav>
  );
}

function RightPanel({ graph }: { graph: GraphModel }) {
  const { selected, article } = view.value;
  const place = useRef<HTMLDivElement>(null);
  const key = article !== '' ? `a:${article}` : selected;
  useEffect(() => {
    document.getElementById('panel')?.scrollTo({ top: 0 });
    const title = place.current?.querySelector('.headline')?.textContent;
    if (title && key !== '') announcement.value = title;
  }, [key]);
  return <div ref={place}>{panelFor(graph, selected, article)}</div>;
}

function panelFor(graph: GraphModel, selected: string, article: string) {
  if (article !== '') return <ReaderPanel model={graph} id={article} />;
  if (selected === '') return <OverviewPanel model={graph} />;
  const rows = selected.startsWith('n:') ? graph.rowOfNode : graph.rowOfEdge;
  const row = rows.get(selected.slice(2));
  if (row === undefined) return <p class="problem">What this link points to is not in the graph any more.</p>;
  return selected.startsWith('n:') ? (
    <EntityPanel model={graph} row={row} />
  ) : (
    <EvidencePanel model={graph} row={row} />
  );
}
