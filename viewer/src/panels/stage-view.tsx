import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { drawnEdges, drawnNodes } from '../stage/looks';
import { GraphStage } from '../stage/stage';
import type { GraphModel } from '../state/model';
import {
  announcement,
  change,
  current,
  expand,
  helpOpen,
  hovered,
  model as modelSignal,
  picture,
  selectEdge,
  selectNode,
  theme,
  view,
  watched,
} from '../state/store';
import { count, edgeCountWords, edgeWords, nameOf, pictureWords } from '../state/words';

const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The stage in the page: Sigma stays outside the component tree and is told what has changed. */
export function StageView({ model }: { model: GraphModel }) {
  const box = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<GraphStage | null>(null);

  useEffect(() => {
    const made = new GraphStage(box.current!, {
      onNode: selectNode,
      onEdge: selectEdge,
      onGround: () => {
        if (view.value.selected !== '') change({ selected: '', article: '', at: -1 });
      },
      onExpand: expand,
      onHover: (target) => {
        hovered.value = target ?? '';
      },
    });
    setStage(made);
    const stops = [
      effect(() => {
        const graph = modelSignal.value;
        const drawn = picture.value;
        if (!graph || !drawn) return;
        made.setPicture(drawnNodes(graph, drawn, theme.value), drawnEdges(graph, drawn, theme.value), theme.value);
      }),
      effect(() => {
        made.setEmphasis({ selected: view.value.selected, hovered: hovered.value, current: current.value });
      }),
      effect(() => {
        const { selected } = view.value;
        if (selected.startsWith('n:')) made.reveal(selected.slice(2));
      }),
    ];
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current!);
    Object.assign(watched, probe(made));
    return () => {
      for (const stop of stops) stop();
      observer.disconnect();
      made.kill();
    };
  }, []);

  return (
    <>
      <div
        ref={box}
        class="stage"
        role="application"
        aria-roledescription="graph"
        aria-label="The graph. Arrow keys go from name to name, N to its next relation, Enter opens, question mark lists the keys."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the focus and its own keys
        tabIndex={0}
        onKeyDown={(event) => onKey(event, model, stage)}
        onBlur={() => {
          current.value = '';
        }}
      />
      <div class="stage-tools" role="toolbar" aria-label="View of the graph">
        <button type="button" aria-label="Zoom in" onClick={() => stage?.zoom(1.4)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => stage?.zoom(1 / 1.4)}>
          −
        </button>
        <button type="button" onClick={() => stage?.fit()}>
          Fit
        </button>
        <button type="button" onClick={() => stage?.arrange()}>
          Arrange
        </button>
        <button type="button" onClick={() => void savePicture(stage)}>
          Save picture
        </button>
      </div>
      {picture.value && <p class="stage-status">{pictureWords(model, picture.value)}</p>}
    </>
  );
}

function onKey(event: KeyboardEvent, model: GraphModel, stage: GraphStage | null): void {
  if (!stage || event.ctrlKey || event.metaKey || event.altKey) return;
  const here = current.value || (view.value.selected.startsWith('n:') ? view.value.selected.slice(2) : '');
  const direction = ARROWS[event.key];
  if (direction) moveTo(model, stage, stage.nextNode(here, direction) ?? here);
  else if (event.key === 'Enter' || event.key === ' ') {
    if (hovered.value.startsWith('e:')) selectEdge(hovered.value.slice(2));
    else if (here) selectNode(here);
  } else if (event.key.toLowerCase() === 'n' && here) nextRelation(model, here, event.shiftKey ? -1 : 1);
  else if (event.key.toLowerCase() === 'e' && here) expand(here);
  else if (event.key.toLowerCase() === 'f') stage.fit();
  else if (event.key === '+') stage.zoom(1.4);
  else if (event.key === '-') stage.zoom(1 / 1.4);
  else if (event.key === 'Backspace') history.back();
  else if (event.key === 'Escape') change({ selected: '', article: '', at: -1 });
  else if (event.key === '?') helpOpen.value = true;
  else return;
  event.preventDefault();
}

function moveTo(model: GraphModel, stage: GraphStage, id: string): void {
  const row = model.rowOfNode.get(id);
  if (row === undefined) return;
  current.value = id;
  hovered.value = '';
  stage.reveal(id);
  const edges = model.edgesOf[row] ?? [];
  const first = edges[0];
  const also = first === undefined ? '' : `; ${edgeWords(model, first)}`;
  announcement.value = `${nameOf(model, row)}, ${model.payload.entityTypes[model.payload.nodes.type[row]!]}, ${edgeCountWords(model, edges)}${also}`;
}

/** Goes round the relations of an entity that are in the picture. */
function nextRelation(model: GraphModel, id: string, step: number): void {
  const row = model.rowOfNode.get(id);
  const drawn = new Set(picture.value?.edges);
  const edges = (row === undefined ? [] : (model.edgesOf[row] ?? [])).filter((edge) => drawn.has(edge));
  if (edges.length === 0) return;
  const at = edges.findIndex((edge) => hovered.value === `e:${model.payload.edges.id[edge]}`);
  const next = edges[(at + step + edges.length) % edges.length] ?? edges[0]!;
  current.value = id;
  hovered.value = `e:${model.payload.edges.id[next]!}`;
  announcement.value = `${edgeWords(model, next)}, ${count(model.claims[next]!, 'sentence')}`;
}

async function savePicture(stage: GraphStage | null): Promise<void> {
  const blob = await stage?.picture();
  if (!blob) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'dateline.png';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** For the tests, which click with the real mouse where something lies: pixels of the window. */
function probe(stage: GraphStage) {
  const inWindow = (point: { x: number; y: number } | null) => {
    const box = document.querySelector('.stage')!.getBoundingClientRect();
    return point && { x: point.x + box.left, y: point.y + box.top };
  };
  return {
    nodeAt: (id: string) => inWindow(stage.nodeAt(id)),
    edgeAt: (id: string) => inWindow(stage.edgeAt(id)),
  };
}
