import { computed, effect, signal } from '@preact/signals';
import type { Theme } from '../stage/palette';
import { choose, type Picture } from './choose';
import { buildModel, type GraphModel } from './model';
import { server } from './server';
import { formatView, parseView, type View } from './view';

/** The graph as loaded; null while it comes. */
export const model = signal<GraphModel | null>(null);
/** Why there is no graph, or ''. */
export const problem = signal('');
/** True where the store's graph is another one by now. */
export const outdated = signal(false);

export const view = signal<View>(parseView(location.search));
/** What the pointer or the keyboard is on, "n:ID" or "e:ID"; not part of the address. */
export const hovered = signal('');
/** Where the keyboard is on the stage. */
export const current = signal('');
/** Said to a screen reader. */
export const announcement = signal('');
export const helpOpen = signal(false);
/** On a narrow screen the filters lie in a sheet. */
export const filtersOpen = signal(false);
export const webgl = signal(hasWebGl());

/** The article that is open and the ids of the relations that it tells; null where none is open or loaded. */
export const reading = signal<{ readonly article: string; readonly edges: readonly string[] } | null>(null);

export const picture = computed<Picture | null>(() => {
  const graph = model.value;
  if (!graph) return null;
  const read = reading.value;
  if (read?.article !== view.value.article) return choose(graph, view.value);
  // an article that tells nothing draws nothing: the picture is its own, never that of all articles
  const rows = read.edges.map((id) => graph.rowOfEdge.get(id) ?? -1);
  return choose(graph, view.value, new Set(rows.filter((row) => row >= 0)));
});

/** Each change of the view is a step in the browser's history. */
export function change(next: Partial<View>): void {
  const changed = { ...view.value, ...next };
  const address = formatView(changed);
  if (address === formatView(view.value)) {
    view.value = changed;
    return;
  }
  history.pushState(null, '', address === '' ? location.pathname : address);
  view.value = changed;
}

export function selectNode(id: string): void {
  change({ selected: `n:${id}`, article: '', at: -1 });
}

export function selectEdge(id: string): void {
  change({ selected: `e:${id}`, article: '', at: -1 });
}

export function readArticle(article: string, at = -1): void {
  change({ article, at });
}

export function expand(id: string): void {
  const { expanded } = view.value;
  if (!expanded.includes(id)) change({ expanded: [...expanded, id], selected: `n:${id}`, article: '' });
}

export async function loadGraph(): Promise<void> {
  try {
    const payload = await server.graph();
    model.value = buildModel(payload);
    outdated.value = false;
    problem.value = '';
  } catch (error) {
    problem.value = error instanceof Error ? error.message : String(error);
  }
}

const LOOK_EVERY_MS = 5000;

/** Asks now and then whether the store's graph is still the one on the page. */
export function watchStore(): void {
  setInterval(async () => {
    if (document.hidden || !model.value) return;
    try {
      outdated.value = (await server.status()).stamp !== model.value.payload.stamp;
    } catch {
      // The server has stopped; the page goes on with what it has.
    }
  }, LOOK_EVERY_MS);
}

const THEME_KEY = 'dateline-theme';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** The reader's choice, or '' for the system's. */
const chosenTheme = signal<Theme | ''>(readTheme());
const systemTheme = signal<Theme>(prefersDark.matches ? 'dark' : 'light');
export const theme = computed<Theme>(() => chosenTheme.value || systemTheme.value);

export function toggleTheme(): void {
  const next: Theme = theme.value === 'dark' ? 'light' : 'dark';
  chosenTheme.value = next === systemTheme.value ? '' : next;
  try {
    localStorage.setItem(THEME_KEY, chosenTheme.value);
  } catch {
    // Storage may be refused; the choice then lasts as long as the page.
  }
}

function readTheme(): Theme | '' {
  try {
    const kept = localStorage.getItem(THEME_KEY);
    return kept === 'dark' || kept === 'light' ? kept : '';
  } catch {
    return '';
  }
}

/** What tests may look at, as window.__viewer; the stage adds where things lie. */
export const watched = {
  get state() {
    return view.value;
  },
  get picture() {
    return picture.value;
  },
};

export function start(): void {
  Object.assign(window, { __viewer: watched });
  addEventListener('popstate', () => {
    view.value = parseView(location.search);
  });
  prefersDark.addEventListener('change', () => {
    systemTheme.value = prefersDark.matches ? 'dark' : 'light';
  });
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
  void loadGraph();
  watchStore();
}

function hasWebGl(): boolean {
  const canvas = document.createElement('canvas');
  return canvas.getContext('webgl2') !== null || canvas.getContext('webgl') !== null;
}
