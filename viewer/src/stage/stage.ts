import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { MouseCoords } from 'sigma/types';
import { EdgeArcProgram, type EdgeLook } from './edge-program';
import { arcPoint, distanceToArc, type Point } from './geometry';
import { drawLabels, type EdgeLabel, type NodeLabel } from './labels';
import { type Frame, layOut } from './layout';
import type { DrawnEdge, DrawnNode } from './looks';
import { type NodeLook, NodeShapeProgram } from './node-program';
import { blend, COLOURS, type Theme } from './palette';

export interface StageEvents {
  onNode(id: string): void;
  onEdge(id: string): void;
  onGround(): void;
  onExpand(id: string): void;
  /** What the pointer is over, or null: "n:ID" or "e:ID". */
  onHover(target: string | null): void;
}

export interface Emphasis {
  /** "n:ID", "e:ID" or ''. */
  readonly selected: string;
  readonly hovered: string;
  /** Where the keyboard is: an entity's id, or ''. */
  readonly current: string;
}

const NEAR_PIXELS = 8;
const FEW_EDGES = 60;
const MANY_EDGES = 2000;
/** Room that the buttons over the stage take, pixels. */
const TOOLS_HEIGHT = 44;
/** Above so many entities the picture is a map: small shapes, only the strongest labelled. */
const MAP_NODES = 300;
const SETTLE_MS = 350;
const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';

/** Everything that knows Sigma: the rest of the page says what to draw and hears what was pointed at. */
export class GraphStage {
  private readonly sigma: Sigma;
  private readonly graph = new MultiDirectedGraph();
  private readonly labels: CanvasRenderingContext2D;
  private readonly events: StageEvents;
  private readonly calm: boolean;
  private nodes: ReadonlyMap<string, DrawnNode> = new Map();
  private edges: ReadonlyMap<string, DrawnEdge> = new Map();
  private theme: Theme = 'light';
  private emphasis: Emphasis = { selected: '', hovered: '', current: '' };
  /** Ids of what is emphasised; null where nothing is. */
  private bright: { nodes: ReadonlySet<string>; edges: ReadonlySet<string>; fade: number } | null = null;
  private readonly pinned = new Set<string>();
  private frame: Frame = { width: 800, height: 600 };
  private dragged: string | null = null;
  private hover: string | null = null;
  private moving = 0;

  constructor(container: HTMLElement, events: StageEvents) {
    this.events = events;
    this.calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      defaultNodeType: 'shape',
      defaultEdgeType: 'arc',
      nodeProgramClasses: { shape: NodeShapeProgram },
      nodeHoverProgramClasses: {},
      edgeProgramClasses: { arc: EdgeArcProgram },
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: false,
      enableCameraRotation: false,
      defaultDrawNodeHover: () => {},
      stagePadding: 0,
      zIndex: true,
      minCameraRatio: 0.08,
      maxCameraRatio: 4,
      minEdgeThickness: 0.5,
      doubleClickTimeout: 300,
      zoomDuration: this.calm ? 0 : 250,
      inertiaDuration: this.calm ? 0 : 200,
      nodeReducer: (id, data) => this.reduceNode(id, data),
      edgeReducer: (id, data) => this.reduceEdge(id, data),
    });
    const canvas = this.sigma.createCanvas('datelineLabels', { afterLayer: 'nodes', style: { pointerEvents: 'none' } });
    this.labels = canvas.getContext('2d')!;
    this.sigma.on('afterRender', () => this.drawLabels());
    this.listen();
  }

  /** Draws these; who was there stays where it was, who is new is placed beside its neighbours. */
  setPicture(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[], theme: Theme): void {
    const kept = new Map<string, Point>();
    for (const node of nodes) if (this.graph.hasNode(node.id)) kept.set(node.id, this.placeOf(node.id));
    const isNew = kept.size < nodes.length * 0.4;
    this.theme = theme;
    this.nodes = new Map(nodes.map((n) => [n.id, n]));
    this.edges = new Map(edges.map((e) => [e.id, e]));
    if (isNew) this.frame = this.visibleFrame();
    const places = kept.size === nodes.length ? kept : this.layOutPicture(nodes, edges, isNew ? new Map() : kept);
    this.graph.clear();
    for (const node of nodes) this.graph.addNode(node.id, { ...this.toGraph(places.get(node.id)!), ...nodeLook(node) });
    for (const edge of edges) this.graph.addEdgeWithKey(edge.id, edge.source, edge.target, edgeLook(edge));
    this.sigma.setCustomBBox({ x: [0, this.frame.width], y: [0, this.frame.height] });
    this.brighten();
    this.sigma.refresh();
    if (isNew) this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    else this.showAll();
  }

  setEmphasis(emphasis: Emphasis): void {
    this.emphasis = emphasis;
    this.brighten();
    this.sigma.refresh({ skipIndexation: true });
  }

  private brighten(): void {
    const { emphasis } = this;
    const lead = emphasis.hovered || emphasis.selected;
    this.bright = lead === '' ? null : this.brightOf(lead, emphasis.hovered !== '' ? 0.72 : 0.5);
    if (this.bright && emphasis.selected !== '' && emphasis.hovered !== '') {
      const also = this.brightOf(emphasis.selected, 0);
      if (also) {
        this.bright = {
          nodes: new Set([...this.bright.nodes, ...also.nodes]),
          edges: new Set([...this.bright.edges, ...also.edges]),
          fade: this.bright.fade,
        };
      }
    }
  }

  /** Lays everything out anew, except what was dragged to its place. */
  arrange(): void {
    this.frame = this.visibleFrame();
    const fixed = new Map<string, Point>();
    for (const id of this.pinned) if (this.graph.hasNode(id)) fixed.set(id, this.placeOf(id));
    const places = this.layOutPicture([...this.nodes.values()], [...this.edges.values()], fixed);
    this.sigma.setCustomBBox({ x: [0, this.frame.width], y: [0, this.frame.height] });
    for (const [id, place] of places) this.graph.mergeNodeAttributes(id, this.toGraph(place));
    this.fit();
  }

  fit(): void {
    this.moveCamera({ x: 0.5, y: 0.5, ratio: 1 });
  }

  zoom(factor: number): void {
    this.moveCamera({ ratio: this.sigma.getCamera().getBoundedRatio(this.sigma.getCamera().ratio / factor) });
  }

  /** Brings an entity into view where it is not. */
  reveal(id: string): void {
    const at = this.nodeAt(id);
    if (!at) return;
    const { width, height } = this.sigma.getDimensions();
    if (at.x > 40 && at.x < width - 40 && at.y > 40 && at.y < height - 40) return;
    const data = this.sigma.getNodeDisplayData(id);
    if (data) this.moveCamera({ x: data.x, y: data.y });
  }

  /** Pixels from the stage's corner, or null. */
  nodeAt(id: string): Point | null {
    if (!this.graph.hasNode(id)) return null;
    return this.sigma.graphToViewport(this.graph.getNodeAttributes(id) as unknown as Point);
  }

  /** The middle of a line. */
  edgeAt(id: string): Point | null {
    const edge = this.edges.get(id);
    const a = edge && this.nodeAt(edge.source);
    const b = edge && this.nodeAt(edge.target);
    return edge && a && b ? arcPoint(a, b, edge.bend, 0.5) : null;
  }

  /** The entity that lies next in a direction (of length 1) from another, or null. */
  nextNode(from: string, direction: Point): string | null {
    const start = this.nodeAt(from);
    if (!start) return this.nodes.keys().next().value ?? null;
    let best: string | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const id of this.nodes.keys()) {
      const at = this.nodeAt(id);
      if (!at || id === from) continue;
      const ahead = (at.x - start.x) * direction.x + (at.y - start.y) * direction.y;
      const aside = Math.abs((at.x - start.x) * direction.y - (at.y - start.y) * direction.x);
      const cost = ahead + 2 * aside;
      if (ahead > 4 && aside < ahead * 2 && cost < bestCost) {
        best = id;
        bestCost = cost;
      }
    }
    return best;
  }

  /** A picture of what is drawn, with its ground. */
  async picture(): Promise<Blob | null> {
    const { width, height } = this.sigma.getDimensions();
    const ratio = Math.min(2, 4096 / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const context = canvas.getContext('2d')!;
    context.fillStyle = COLOURS[this.theme].ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    // WebGL forgets its pixels after the frame: draw and copy in one go.
    this.sigma.refresh();
    const layers = this.sigma.getCanvases();
    for (const id of ['edges', 'nodes', 'datelineLabels']) {
      const layer = layers[id];
      if (layer) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
    }
    return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  }

  resize(): void {
    this.sigma.resize();
    this.sigma.scheduleRender();
  }

  kill(): void {
    this.sigma.kill();
  }

  private visibleFrame(): Frame {
    const { width, height } = this.sigma.getDimensions();
    return { width: Math.max(300, width), height: Math.max(240, height) };
  }

  private toGraph(place: Point): { x: number; y: number } {
    return { x: place.x, y: this.frame.height - place.y };
  }

  private placeOf(id: string): Point {
    const { x, y } = this.graph.getNodeAttributes(id) as { x: number; y: number };
    return { x, y: this.frame.height - y };
  }

  private layOutPicture(
    nodes: readonly DrawnNode[],
    edges: readonly DrawnEdge[],
    fixed: ReadonlyMap<string, Point>,
  ): ReadonlyMap<string, Point> {
    this.labels.font = `13px ${FONT}`;
    return layOut(
      nodes.map((node) => {
        const place = fixed.get(node.id);
        const labelWidth = this.labels.measureText(node.label).width;
        return { id: node.id, size: node.size, labelWidth, ...(place ? { fixed: place } : {}) };
      }),
      edges.map((edge) => ({ source: edge.source, target: edge.target, weight: edge.size })),
      this.frame,
    );
  }

  /** Widens the view where something lies outside the frame. */
  private showAll(): void {
    const xs = this.graph.mapNodes((_, a) => a['x'] as number);
    const ys = this.graph.mapNodes((_, a) => a['y'] as number);
    if (xs.length === 0) return;
    const pad = 50;
    const box = {
      x: [Math.min(0, ...xs.map((x) => x - pad)), Math.max(this.frame.width, ...xs.map((x) => x + pad))] as [
        number,
        number,
      ],
      y: [Math.min(0, ...ys.map((y) => y - pad)), Math.max(this.frame.height, ...ys.map((y) => y + pad))] as [
        number,
        number,
      ],
    };
    this.sigma.setCustomBBox(box);
    this.sigma.refresh();
    this.fit();
  }

  private moveCamera(state: { x?: number; y?: number; ratio?: number }): void {
    if (this.calm) this.sigma.getCamera().setState(state);
    else void this.sigma.getCamera().animate(state, { duration: SETTLE_MS });
  }

  private brightOf(target: string, fade: number): typeof this.bright {
    const id = target.slice(2);
    if (target.startsWith('n:')) {
      if (!this.graph.hasNode(id)) return null;
      return {
        nodes: new Set([id, ...this.graph.neighbors(id)]),
        edges: new Set(this.graph.edges(id)),
        fade,
      };
    }
    const edge = this.edges.get(id);
    return edge ? { nodes: new Set([edge.source, edge.target]), edges: new Set([id]), fade } : null;
  }

  private reduceNode(id: string, data: Record<string, unknown>): Partial<NodeLook> {
    const node = this.nodes.get(id);
    if (!node) return data as Partial<NodeLook>;
    const colours = COLOURS[this.theme];
    const { selected, hovered, current } = this.emphasis;
    const isBright = !this.bright || this.bright.nodes.has(id);
    const edge = selected.startsWith('e:') ? this.edges.get(selected.slice(2)) : undefined;
    const isSelected = selected === `n:${id}` || edge?.source === id || edge?.target === id;
    const ring = current === id ? 3 : isSelected ? 2.2 : hovered === `n:${id}` ? 1.6 : this.pinned.has(id) ? 1 : 0;
    return {
      ...data,
      type: 'shape',
      color: isBright ? node.color : blend(node.color, colours.ground, this.bright?.fade ?? 0),
      ringColor: ring >= 2 ? colours.accent : colours.ink,
      ring,
      shape: node.shape,
      zIndex: isBright && this.bright ? 1 : 0,
    };
  }

  private reduceEdge(id: string, data: Record<string, unknown>): Partial<EdgeLook> {
    const edge = this.edges.get(id);
    if (!edge) return data as Partial<EdgeLook>;
    const isBright = !this.bright || this.bright.edges.has(id);
    const isLead = this.emphasis.selected === `e:${id}` || this.emphasis.hovered === `e:${id}`;
    const ground = COLOURS[this.theme].ground;
    return {
      ...data,
      type: 'arc',
      color: isBright ? edge.color : blend(edge.color, ground, Math.min(0.85, (this.bright?.fade ?? 0) + 0.12)),
      size: isLead ? edge.size + 1.6 : edge.size,
      zIndex: isLead ? 2 : isBright && this.bright ? 1 : 0,
    };
  }

  private drawLabels(): void {
    const canvas = this.labels.canvas;
    const { width, height } = this.sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    this.labels.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.labels.clearRect(0, 0, width, height);
    const colours = COLOURS[this.theme];
    const places = new Map<string, { at: Point; size: number }>();
    for (const [id, node] of this.nodes) {
      const at = this.nodeAt(id);
      if (!at || at.x < -20 || at.y < -20 || at.x > width + 20 || at.y > height + 20) continue;
      places.set(id, { at, size: this.sigma.scaleSize(node.size) });
    }
    const isStrong = (id: string) => this.bright?.nodes.has(id) ?? false;
    const lines = this.directions(places);
    const isMap = this.nodes.size > MAP_NODES;
    const nodeLabels: NodeLabel[] = [...this.nodes.values()]
      .filter((node) => places.has(node.id))
      .sort((a, b) => Number(isStrong(b.id)) - Number(isStrong(a.id)) || b.size - a.size || a.row - b.row)
      .slice(0, 260)
      .map((node) => ({
        text: node.label,
        ...places.get(node.id)!,
        strong: isStrong(node.id),
        faded: this.bright !== null && !isStrong(node.id),
        lines: lines.get(node.id) ?? [],
      }));
    drawLabels(this.labels, nodeLabels, this.edgeLabels(places), isMap ? [] : [...places.values()], {
      ink: colours.ink,
      faint: blend(colours.ink, colours.ground, 0.45),
      plate: colours.plate,
      family: FONT,
      width,
      height,
      top: TOOLS_HEIGHT,
    });
  }

  /** Where the lines of each entity in view leave it, as directions of length 1. */
  private directions(places: ReadonlyMap<string, { at: Point }>): Map<string, Point[]> {
    const all = new Map<string, Point[]>();
    if (this.edges.size > MANY_EDGES) return all;
    for (const edge of this.edges.values()) {
      if (this.bright && !this.bright.edges.has(edge.id)) continue;
      const a = places.get(edge.source)?.at;
      const b = places.get(edge.target)?.at;
      if (!a || !b) continue;
      for (const [id, from, near] of [
        [edge.source, a, arcPoint(a, b, edge.bend, 0.2)],
        [edge.target, b, arcPoint(a, b, edge.bend, 0.8)],
      ] as const) {
        const length = Math.max(1, Math.hypot(near.x - from.x, near.y - from.y));
        const directions = all.get(id) ?? [];
        directions.push({ x: (near.x - from.x) / length, y: (near.y - from.y) / length });
        all.set(id, directions);
      }
    }
    return all;
  }

  /** Verbs of what is emphasised; of everything where there is little in the picture. */
  private edgeLabels(places: ReadonlyMap<string, { at: Point }>): EdgeLabel[] {
    const colours = COLOURS[this.theme];
    const shown = [...this.edges.values()].filter((e) => this.bright?.edges.has(e.id) || this.edges.size <= FEW_EDGES);
    return shown
      .flatMap((edge) => {
        const a = places.get(edge.source)?.at;
        const b = places.get(edge.target)?.at;
        if (!a || !b) return [];
        const isBright = this.bright?.edges.has(edge.id) ?? false;
        if (!isBright && Math.hypot(a.x - b.x, a.y - b.y) < 70) return [];
        const isLead = this.emphasis.selected === `e:${edge.id}` || this.emphasis.hovered === `e:${edge.id}`;
        const own = edge.color;
        return [
          {
            text: edge.label,
            color: this.bright && !isBright ? blend(own, colours.ground, 0.5) : legible(own, colours.ink),
            spots: [0.5, 0.42, 0.58, 0.34, 0.66, 0.26].map((t) => arcPoint(a, b, edge.bend, t)),
            strong: isBright || edge.deadly,
            struck: edge.hollow,
            contested: edge.contested,
            always: isLead,
          },
        ];
      })
      .sort((a, b) => Number(b.always) - Number(a.always) || Number(b.strong) - Number(a.strong));
  }

  private listen(): void {
    const { sigma, events } = this;
    sigma.on('clickNode', ({ node }) => events.onNode(node));
    sigma.on('doubleClickNode', ({ node, event }) => {
      event.preventSigmaDefault();
      events.onExpand(node);
    });
    sigma.on('clickStage', ({ event }) => {
      const edge = this.edgeNear(event);
      if (edge) events.onEdge(edge);
      else events.onGround();
    });
    sigma.on('enterNode', ({ node }) => this.hoverOver(`n:${node}`));
    sigma.on('leaveNode', () => this.hoverOver(null));
    sigma.on('leaveStage', () => this.hoverOver(null));
    sigma.on('downNode', ({ node }) => {
      this.dragged = node;
      this.moving = 0;
    });
    sigma.getMouseCaptor().on('mousemovebody', (event) => this.onMove(event));
    sigma.getMouseCaptor().on('mouseup', () => {
      if (this.dragged && this.moving > 3) {
        this.pinned.add(this.dragged);
        this.sigma.refresh({ skipIndexation: true });
      }
      this.dragged = null;
    });
  }

  private onMove(event: MouseCoords): void {
    if (this.dragged) {
      this.moving++;
      if (this.moving > 3) this.graph.mergeNodeAttributes(this.dragged, this.sigma.viewportToGraph(event));
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
      return;
    }
    if (this.hover?.startsWith('n:')) return;
    const { width, height } = this.sigma.getDimensions();
    const isInside = event.x >= 0 && event.y >= 0 && event.x <= width && event.y <= height;
    const onStage = event.original.target instanceof Node && this.sigma.getContainer().contains(event.original.target);
    const edge = isInside && onStage ? this.edgeNear(event) : null;
    this.hoverOver(edge ? `e:${edge}` : null);
  }

  private hoverOver(target: string | null): void {
    if (this.hover === target) return;
    this.hover = target;
    this.sigma.getContainer().classList.toggle('over-something', target !== null);
    this.events.onHover(target);
  }

  /** The nearest line within reach: picking by pixels would ask for a hit on two of them. */
  private edgeNear(point: Point): string | null {
    let best: string | null = null;
    let nearest = NEAR_PIXELS;
    for (const edge of this.edges.values()) {
      const a = this.nodeAt(edge.source);
      const b = this.nodeAt(edge.target);
      if (!a || !b) continue;
      const reach = nearest + Math.abs(edge.bend) * Math.hypot(a.x - b.x, a.y - b.y);
      if (point.x < Math.min(a.x, b.x) - reach || point.x > Math.max(a.x, b.x) + reach) continue;
      if (point.y < Math.min(a.y, b.y) - reach || point.y > Math.max(a.y, b.y) + reach) continue;
      const distance = distanceToArc(point, a, b, edge.bend);
      if (distance < nearest) {
        nearest = distance;
        best = edge.id;
      }
    }
    return best;
  }
}

function nodeLook(node: DrawnNode): Record<string, unknown> {
  return { type: 'shape', size: node.size, color: node.color, shape: node.shape, ring: 0, ringColor: node.color };
}

function edgeLook({ size, color, bend, dashed, hollow, both }: DrawnEdge): Record<string, unknown> {
  return { type: 'arc', size, color, bend, dashed, hollow, both };
}

/** Lines may be pale, words may not. */
function legible(color: string, ink: string): string {
  return blend(color, ink, 0.25);
}
