import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** Attributes of our nodes besides Sigma's own. */
export interface NodeLook extends NodeDisplayData {
  /** See SHAPE_NUMBERS. */
  shape: number;
  /** Colour of the ring around it; `ring` is its width in pixels, 0 for none. */
  ringColor: string;
  ring: number;
}

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ringColor;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_ring;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_dimensions;

varying vec4 v_color;
varying vec4 v_ringColor;
varying vec2 v_point;
varying float v_size;
varying float v_shape;
varying float v_ring;

const float bias = 255.0 / 254.0;
// Space around the shape for its corners, its ring and its soft edge, pixels.
const float margin = 8.0;

void main() {
  float pixels = a_size / u_sizeRatio;
  float reach = pixels * 1.45 + margin;
  vec2 offset = a_corner * reach;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + vec2(offset.x, -offset.y) * 2.0 / u_dimensions, 0.0, 1.0);
  v_point = offset;
  v_size = pixels;
  v_shape = a_shape;
  v_ring = a_ring;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_ringColor = a_ringColor;
  v_ringColor.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_ringColor;
varying vec2 v_point;
varying float v_size;
varying float v_shape;
varying float v_ring;

uniform float u_pixelRatio;

const vec4 none = vec4(0.0);

// Signed distance to a triangle that points up (y downwards here), of about the area of a circle of radius r.
float triangle(vec2 p, float r) {
  p.y -= r * 0.18;
  float h = r * 0.72;
  return max(abs(p.x) * 0.8660254 - p.y * 0.5 - h, p.y - h);
}

float shapeDistance(vec2 p, float r, float shape) {
  if (shape < 0.5) return length(p) - r;
  if (shape < 1.5) {
    vec2 d = abs(p) - vec2(r * 0.88);
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
  }
  if (shape < 2.5) return (abs(p.x) + abs(p.y) - r * 1.24) * 0.70710678;
  if (shape < 3.5) return triangle(p, r);
  return triangle(vec2(p.x, -p.y), r);
}

void main() {
  float distance = shapeDistance(v_point, v_size, v_shape);
  float soft = 0.7 / u_pixelRatio;
  #ifdef PICKING_MODE
  gl_FragColor = distance < 3.0 ? v_color : none;
  #else
  float inside = 1.0 - smoothstep(-soft, soft, distance);
  vec4 body = v_color * inside;
  float middle = 2.5 + v_ring * 0.5;
  float ring = v_ring > 0.0 ? 1.0 - smoothstep(v_ring * 0.5 - soft, v_ring * 0.5 + soft, abs(distance - middle)) : 0.0;
  gl_FragColor = mix(body, v_ringColor, ring);
  #endif
}
`;

const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_dimensions', 'u_pixelRatio'] as const;

/** One program for all shapes: a square of two triangles an entity, and the distance to its shape for each pixel. */
export class NodeShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_ring', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_ringColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [-1, 1],
        [1, -1],
        [1, 1],
      ],
    };
  }

  processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
    const look = data as NodeLook;
    const { array } = this;
    let at = start;
    array[at++] = look.x;
    array[at++] = look.y;
    array[at++] = look.size;
    array[at++] = look.shape;
    array[at++] = look.ring;
    array[at++] = floatColor(look.color);
    array[at++] = floatColor(look.ringColor);
    array[at++] = nodeIndex;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix);
    gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, params.sizeRatio);
    gl.uniform2f(uniformLocations['u_dimensions'] ?? null, params.width, params.height);
    gl.uniform1f(uniformLocations['u_pixelRatio'] ?? null, params.pixelRatio);
  }
}
