import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { MouseCoords } from 'sigma/types';
import { drawCaptions, FONT } from './captions';
import { EdgeArcProgram, type EdgeLook } from './edge-program';
import { arcPoint, type Point } from './geometry';
import { type Frame, fitToFrame, type LayoutNode, layOut } from './layout';
import type { DrawnEdge, DrawnNode } from './looks';
import { type NodeLook, NodeShapeProgram } from './node-program';
import { blend, COLOURS, type Theme } from './palette';
import { nearestEdge, nextPlace } from './picking';
import { EMPTY_SCENE, type Emphasis, emphasise, type Scene, sceneOf } from './scene';

export interface StageEvents {
  onNode(id: string): void;
  onEdge(id: string): void;
  onGround(): void;
  onExpand(id: string): void;
  /** What the pointer is over, or null: "n:ID" or "e:ID". */
  onHover(target: string | null): void;
}

const SETTLE_MS = 350;
/** Natural logarithm of how much wider or narrower the stage must become for its picture to follow. */
const RESHAPE = 0.15;

/** Everything that knows Sigma: the rest of the page says what to draw and hears what was pointed at. */
export class GraphStage {
  private readonly sigma: Sigma;
  private readonly graph = new MultiDirectedGraph();
  private readonly labels: CanvasRenderingContext2D;
  private readonly events: StageEvents;
  private readonly calm: boolean;
  private scene: Scene = EMPTY_SCENE;
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
    this.scene = sceneOf(nodes, edges, theme, this.scene.emphasis);
    if (isNew) this.frame = this.visibleFrame();
    const places = kept.size === nodes.length ? kept : this.layOutPicture(nodes, edges, isNew ? new Map() : kept);
    this.graph.clear();
    for (const node of nodes) this.graph.addNode(node.id, { ...this.toGraph(places.get(node.id)!), ...nodeLook(node) });
    for (const edge of edges) this.graph.addEdgeWithKey(edge.id, edge.source, edge.target, edgeLook(edge));
    this.sigma.setCustomBBox({ x: [0, this.frame.width], y: [0, this.frame.height] });
    this.sigma.refresh();
    if (isNew) this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    else this.showAll();
  }

  setEmphasis(emphasis: Emphasis): void {
    this.scene = emphasise(this.scene, emphasis);
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Lays everything out anew, except what was dragged to its place. */
  arrange(): void {
    this.frame = this.visibleFrame();
    const fixed = new Map<string, Point>();
    for (const id of this.pinned) if (this.graph.hasNode(id)) fixed.set(id, this.placeOf(id));
    const places = this.layOutPicture([...this.scene.nodes.values()], [...this.scene.edges.values()], fixed);
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
    const edge = this.scene.edges.get(id);
    const a = edge && this.nodeAt(edge.source);
    const b = edge && this.nodeAt(edge.target);
    return edge && a && b ? arcPoint(a, b, edge.bend, 0.5) : null;
  }

  /** The entity that lies next in a direction (of length 1) from another, or null. */
  nextNode(from: string, direction: Point): string | null {
    const start = this.nodeAt(from);
    const [first] = this.scene.nodes.keys();
    if (!start) return first ?? null;
    const others = [...this.scene.nodes.keys()].filter((id) => id !== from);
    return nextPlace(
      start,
      direction,
      others.map((id) => [id, this.nodeAt(id)!] as const),
    );
  }

  /** A picture of what is drawn, with its ground. */
  async picture(): Promise<Blob | null> {
    const { width, height } = this.sigma.getDimensions();
    const ratio = Math.min(2, 4096 / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const context = canvas.getContext('2d')!;
    context.fillStyle = COLOURS[this.scene.theme].ground;
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

  /** Follows the size of its container; where its shape becomes another one, so does the picture's. */
  resize(): void {
    this.sigma.resize();
    const next = this.visibleFrame();
    const change = next.width / next.height / (this.frame.width / this.frame.height);
    if (Math.abs(Math.log(change)) > RESHAPE && this.graph.order > 0) {
      const places = new Map(this.graph.mapNodes((id) => [id, this.placeOf(id)] as const));
      const moved = fitToFrame(this.layoutNodes([...this.scene.nodes.values()], new Map()), places, this.frame, next);
      this.frame = next;
      this.sigma.setCustomBBox({ x: [0, next.width], y: [0, next.height] });
      for (const [id, place] of moved) this.graph.mergeNodeAttributes(id, this.toGraph(place));
      this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 });
    }
    this.sigma.scheduleRefresh();
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
    return layOut(
      this.layoutNodes(nodes, fixed),
      edges.map((edge) => ({ source: edge.source, target: edge.target, weight: edge.size })),
      this.frame,
    );
  }

  private layoutNodes(nodes: readonly DrawnNode[], fixed: ReadonlyMap<string, Point>): LayoutNode[] {
    this.labels.font = `13px ${FONT}`;
    return nodes.map((node) => {
      const place = fixed.get(node.id);
      const labelWidth = this.labels.measureText(node.label).width;
      return { id: node.id, size: node.size, labelWidth, ...(place ? { fixed: place } : {}) };
    });
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

  private reduceNode(id: string, data: Record<string, unknown>): Partial<NodeLook> {
    const { nodes, edges, theme, bright, emphasis } = this.scene;
    const node = nodes.get(id);
    if (!node) return data as Partial<NodeLook>;
    const { selected, hovered, current } = emphasis;
    const isBright = !bright || bright.nodes.has(id);
    const edge = selected.startsWith('e:') ? edges.get(selected.slice(2)) : undefined;
    const isSelected = selected === `n:${id}` || edge?.source === id || edge?.target === id;
    const ring = current === id ? 3 : isSelected ? 2.2 : hovered === `n:${id}` ? 1.6 : this.pinned.has(id) ? 1 : 0;
    return {
      ...data,
      type: 'shape',
      color: isBright ? node.color : blend(node.color, COLOURS[theme].ground, bright.fade),
      ringColor: ring >= 2 ? COLOURS[theme].accent : COLOURS[theme].ink,
      ring,
      shape: node.shape,
      zIndex: isBright && bright ? 1 : 0,
    };
  }

  private reduceEdge(id: string, data: Record<string, unknown>): Partial<EdgeLook> {
    const { edges, theme, bright, emphasis } = this.scene;
    const edge = edges.get(id);
    if (!edge) return data as Partial<EdgeLook>;
    const isBright = !bright || bright.edges.has(id);
    const isLead = emphasis.selected === `e:${id}` || emphasis.hovered === `e:${id}`;
    return {
      ...data,
      type: 'arc',
      color: isBright ? edge.color : blend(edge.color, COLOURS[theme].ground, Math.min(0.85, bright.fade + 0.12)),
      size: isLead ? edge.size + 1.6 : edge.size,
      zIndex: isLead ? 2 : isBright && bright ? 1 : 0,
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
    const places = new Map<string, { at: Point; size: number }>();
    for (const [id, node] of this.scene.nodes) {
      const at = this.nodeAt(id);
      if (!at || at.x < -20 || at.y < -20 || at.x > width + 20 || at.y > height + 20) continue;
      places.set(id, { at, size: this.sigma.scaleSize(node.size) });
    }
    drawCaptions(this.labels, this.scene, { of: places, width, height });
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

  private edgeNear(point: Point): string | null {
    return nearestEdge(point, this.scene.edges.values(), (id) => this.nodeAt(id));
  }
}

function nodeLook(node: DrawnNode): Record<string, unknown> {
  return { type: 'shape', size: node.size, color: node.color, shape: node.shape, ring: 0, ringColor: node.color };
}

function edgeLook({ size, color, bend, dashed, hollow, both }: DrawnEdge): Record<string, unknown> {
  return { type: 'arc', size, color, bend, dashed, hollow, both };
}
