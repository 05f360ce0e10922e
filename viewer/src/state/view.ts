/**
 * What the reader has chosen, as one value that the address holds: each change of it is a step in the browser's
 * history, so Back undoes it and a copied address shows the same.
 *
 *   ?sel=country:irq&hide=Place,planned&focus=country:irq&list=1
 */
export interface View {
  /** `n:ID` an entity, `e:ID` a relation, '' nothing. */
  readonly selected: string;
  /** Store id of the article that is open, or ''. */
  readonly article: string;
  /** Code unit of the article's text to scroll to, or -1. */
  readonly at: number;
  /** Entity types, families ("family-3"), relation types and statuses that are not shown. */
  readonly hidden: readonly string[];
  /** Only relations that at least so many articles say. */
  readonly minArticles: number;
  /** Only this entity and its neighbours, or ''. */
  readonly focus: string;
  /** Entities whose neighbours were added. */
  readonly expanded: readonly string[];
  /** Everything, not only the strongest. */
  readonly all: boolean;
  /** Entities without a relation too. */
  readonly alone: boolean;
  readonly list: boolean;
  readonly cypher: boolean;
}

export const EMPTY_VIEW: View = {
  selected: '',
  article: '',
  at: -1,
  hidden: [],
  minArticles: 1,
  focus: '',
  expanded: [],
  all: false,
  alone: false,
  list: false,
  cypher: false,
};

export function parseView(search: string): View {
  const params = new URLSearchParams(search);
  const text = (name: string) => params.get(name) ?? '';
  const whole = (name: string, otherwise: number) => (/^\d{1,9}$/.test(text(name)) ? Number(text(name)) : otherwise);
  return {
    selected: /^[ne]:./.test(text('sel')) ? text('sel') : '',
    article: text('article'),
    at: whole('at', -1),
    hidden: text('hide').split(',').filter(Boolean),
    minArticles: Math.max(1, whole('articles', 1)),
    focus: text('focus'),
    expanded: params.getAll('with'),
    all: params.has('all'),
    alone: params.has('alone'),
    list: params.has('list'),
    cypher: params.has('cypher'),
  };
}

/** The query part of the address with its "?", or '' for the start; ids stay readable. */
export function formatView(view: View): string {
  const parts: string[] = [];
  const put = (name: string, value: string) => {
    if (value !== '') parts.push(`${name}=${readable(value)}`);
  };
  put('sel', view.selected);
  put('article', view.article);
  put('at', view.at >= 0 ? String(view.at) : '');
  put('hide', view.hidden.join(','));
  put('articles', view.minArticles > 1 ? String(view.minArticles) : '');
  put('focus', view.focus);
  for (const id of view.expanded) put('with', id);
  for (const flag of ['all', 'alone', 'list', 'cypher'] as const) put(flag, view[flag] ? '1' : '');
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Colons, commas and tildes may stand in a query as they are. */
function readable(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** Shows what was hidden, hides what was shown. */
export function toggleHidden(view: View, key: string): View {
  const hidden = view.hidden.includes(key) ? view.hidden.filter((k) => k !== key) : [...view.hidden, key].sort();
  return { ...view, hidden };
}

/** Hides all of a group but one; where it already is the only one, shows all again. */
export function showOnly(view: View, key: string, group: readonly string[]): View {
  const others = group.filter((k) => k !== key);
  const rest = view.hidden.filter((k) => !group.includes(k));
  const alone = !view.hidden.includes(key) && others.every((k) => view.hidden.includes(k));
  return { ...view, hidden: alone ? rest : [...rest, ...others].sort() };
}
