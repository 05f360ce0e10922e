import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** Attributes of our lines besides Sigma's own; `size` is the width in pixels. */
export interface EdgeLook extends EdgeDisplayData {
  /** Height of the arc over its chord; see geometry.ts. */
  bend: number;
  dashed: boolean;
  /** Denied: only the outline of the head. */
  hollow: boolean;
  /** Reads both ways: a head at each end. */
  both: boolean;
}

const PIECES = 24;

const VERTEX = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_sourceSize;
attribute float a_targetSize;
attribute float a_width;
attribute float a_bend;
attribute float a_flags;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_place;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_dimensions;

varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_length;
varying float v_width;
varying vec2 v_head;
varying float v_flags;

const float bias = 255.0 / 254.0;

// Pixels from the middle of the stage, y downwards, as in geometry.ts.
vec2 toPixels(vec2 position) {
  vec2 clip = (u_matrix * vec3(position, 1.0)).xy;
  return vec2(clip.x, -clip.y) * u_dimensions * 0.5;
}

void main() {
  vec2 a = toPixels(a_source);
  vec2 b = toPixels(a_target);
  float width = a_width / sqrt(max(u_sizeRatio, 0.25));
  float headLength = 6.5 + width * 1.7;
  float headHalf = headLength * 0.42;
  float reach = max(headHalf, width * 0.5) + 1.5;

  vec2 chordVector = b - a;
  float chord = max(length(chordVector), 0.001);
  vec2 along = chordVector / chord;
  vec2 normal = vec2(along.y, -along.x);
  // Free space between an arrow and the shapes at its ends.
  float fromSource = a_sourceSize / u_sizeRatio + 2.5;
  float fromTarget = a_targetSize / u_sizeRatio + 2.5;

  vec2 point;
  vec2 outward;
  float total;
  float t0;
  float t1;
  float t;
  if (abs(a_bend) < 0.001) {
    total = chord;
    t0 = min(fromSource / chord, 0.5);
    t1 = max(1.0 - fromTarget / chord, t0);
    t = mix(t0, t1, a_place.x);
    point = a + chordVector * t;
    outward = normal;
  } else {
    float height = a_bend * chord;
    float radius = chord * chord / (8.0 * height) + height * 0.5;
    float half_ = 2.0 * atan(2.0 * a_bend);
    total = abs(radius * half_ * 2.0);
    t0 = min(asin(min(fromSource / abs(2.0 * radius), 1.0)) / abs(half_), 0.5);
    t1 = max(1.0 - asin(min(fromTarget / abs(2.0 * radius), 1.0)) / abs(half_), t0);
    t = mix(t0, t1, a_place.x);
    float angle = half_ * (2.0 * t - 1.0);
    vec2 centre = (a + b) * 0.5 - normal * (radius - height);
    outward = normal * cos(angle) + along * sin(angle);
    point = centre + radius * outward;
  }
  point += outward * a_place.y * reach;

  gl_Position = vec4(vec2(point.x, -point.y) * 2.0 / u_dimensions, 0.0, 1.0);
  v_across = a_place.y * reach;
  v_along = (t - t0) * total;
  v_length = (t1 - t0) * total;
  v_width = width;
  v_head = vec2(headLength, headHalf);
  v_flags = a_flags;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_length;
varying float v_width;
varying vec2 v_head;
varying float v_flags;

uniform float u_pixelRatio;

float cover(float distance, float soft) {
  return 1.0 - smoothstep(-soft, soft, distance);
}

void main() {
  float soft = 0.7 / u_pixelRatio;
  bool dashed = mod(v_flags, 2.0) > 0.5;
  bool hollow = mod(v_flags, 4.0) > 1.5;
  bool both = v_flags > 3.5;
  float across = abs(v_across);
  float toEnd = v_length - v_along;
  if (both) toEnd = min(toEnd, v_along);

  float body = cover(across - v_width * 0.5, soft);
  body *= cover((hollow ? v_head.x : v_head.x * 0.7) - toEnd, soft);
  if (dashed) {
    float dash = 3.0 + v_width * 2.2;
    float period = dash + 3.0 + v_width * 1.2;
    float place = mod(v_along, period);
    body *= cover(max(place - dash, -place), soft);
  }

  float slope = v_head.y / v_head.x;
  float head = max((across - toEnd * slope) / sqrt(1.0 + slope * slope), toEnd - v_head.x);
  float tip = hollow ? cover(abs(head + 0.9) - 0.8, soft) : cover(head, soft);
  float seen = max(body, tip);
  #ifdef PICKING_MODE
  gl_FragColor = seen > 0.5 ? v_color : vec4(0.0);
  #else
  gl_FragColor = v_color * seen;
  #endif
}
`;

const { UNSIGNED_BYTE, FLOAT, TRIANGLE_STRIP } = WebGLRenderingContext;
const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_dimensions', 'u_pixelRatio'] as const;

/** x: place along the line, 0 to 1; y: side. */
const RIBBON: number[][] = Array.from({ length: (PIECES + 1) * 2 }, (_, i) => [
  Math.floor(i / 2) / PIECES,
  i % 2 === 0 ? -1 : 1,
]);

/** One program for all lines: a ribbon bent along an arc of a circle, on which dashes and heads are drawn. */
export class EdgeArcProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: RIBBON.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_source', size: 2, type: FLOAT },
        { name: 'a_target', size: 2, type: FLOAT },
        { name: 'a_sourceSize', size: 1, type: FLOAT },
        { name: 'a_targetSize', size: 1, type: FLOAT },
        { name: 'a_width', size: 1, type: FLOAT },
        { name: 'a_bend', size: 1, type: FLOAT },
        { name: 'a_flags', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_place', size: 2, type: FLOAT }],
      CONSTANT_DATA: RIBBON,
    };
  }

  processVisibleItem(
    edgeIndex: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    const look = data as EdgeLook;
    const { array } = this;
    let at = start;
    array[at++] = source.x;
    array[at++] = source.y;
    array[at++] = target.x;
    array[at++] = target.y;
    array[at++] = source.size;
    array[at++] = target.size;
    array[at++] = look.size;
    array[at++] = look.bend;
    array[at++] = (look.dashed ? 1 : 0) + (look.hollow ? 2 : 0) + (look.both ? 4 : 0);
    array[at++] = floatColor(look.color);
    array[at++] = edgeIndex;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix);
    gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, params.sizeRatio);
    gl.uniform2f(uniformLocations['u_dimensions'] ?? null, params.width, params.height);
    gl.uniform1f(uniformLocations['u_pixelRatio'] ?? null, params.pixelRatio);
  }
}
