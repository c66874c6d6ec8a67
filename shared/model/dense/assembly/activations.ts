/** gradient *= 1 where the output is above 0, else 0: multiplied, as an infinite gradient times 0 is no number. */
export function reluGradient(gradient: usize, output: usize, count: u32): void {
  const end = gradient + (<usize>count << 2);
  const one = f32x4.splat(1);
  for (; gradient + 16 <= end; gradient += 16) {
    const slope = v128.and(one, f32x4.gt(v128.load(output), f32x4.splat(0)));
    v128.store(gradient, f32x4.mul(v128.load(gradient), slope));
    output += 16;
  }
  for (; gradient < end; gradient += 4) {
    const slope: f32 = load<f32>(output) > 0 ? 1 : 0;
    store<f32>(gradient, load<f32>(gradient) * slope);
    output += 4;
  }
}

/** In place: tanhf of musl, which the backend of TensorFlow.js has, with its limits between the formulas. */
export function tanh(values: usize, count: u32): void {
  const end = values + (<usize>count << 2);
  for (; values < end; values += 4) store<f32>(values, tanhOf(load<f32>(values)));
}

function tanhOf(value: f32): f32 {
  const size = abs<f32>(value);
  let result: f32;
  if (size > 10) {
    result = 1;
  } else if (size > reinterpret<f32>(0x3f0c9f54)) {
    const grown = expm1(2 * size);
    result = 1 - 2 / (grown + 2);
  } else if (size > reinterpret<f32>(0x3e82c578)) {
    const grown = expm1(2 * size);
    result = grown / (grown + 2);
  } else {
    const shrunk = Mathf.expm1(-2 * size);
    result = size < reinterpret<f32>(0x00800000) ? size : -shrunk / (shrunk + 2);
  }
  // No comparison holds for what is no number: it comes from the last formula.
  return copysign<f32>(result, value);
}

const LN2_HIGH: f32 = reinterpret<f32>(0x3f317180);
const LN2_LOW: f32 = reinterpret<f32>(0x3717f7d1);
const INVERSE_LN2: f32 = reinterpret<f32>(0x3fb8aa3b);

/**
 * eˣ − 1, x up to 20, by the method of fdlibm (Sun Microsystems 1993): x = k · ln 2 + r, a rational approximation of eʳ − 1 and
 * its scaling by 2ᵏ. Where k is 2 or more AssemblyScript's own adds in another order than musl, and rounds otherwise.
 */
function expm1(x: f32): f32 {
  if (x < reinterpret<f32>(0x3f851592)) return Mathf.expm1(x);
  const k = <i32>(INVERSE_LN2 * x + <f32>0.5);
  const multiple = <f32>k;
  const high = x - multiple * LN2_HIGH;
  const low = multiple * LN2_LOW;
  const rest = high - low;
  const correction = high - rest - low;
  const half: f32 = <f32>0.5 * rest;
  const square = rest * half;
  const series: f32 =
    <f32>1 + square * (reinterpret<f32>(0xbd088868) + square * reinterpret<f32>(0x3acf3010));
  const divisor: f32 = <f32>3 - series * half;
  let error = square * ((series - divisor) / (<f32>6 - rest * divisor));
  error = rest * (error - correction) - correction;
  error -= square;
  const scale = reinterpret<f32>((0x7f + k) << 23);
  const inverse = reinterpret<f32>((0x7f - k) << 23);
  if (k < 23) return (rest - error + (<f32>1 - inverse)) * scale;
  return (rest - (error + inverse) + <f32>1) * scale;
}

/** gradient *= 1 − output². */
export function tanhGradient(gradient: usize, output: usize, count: u32): void {
  const end = gradient + (<usize>count << 2);
  const one = f32x4.splat(1);
  for (; gradient + 16 <= end; gradient += 16) {
    const value = v128.load(output);
    const slope = f32x4.sub(one, f32x4.mul(value, value));
    v128.store(gradient, f32x4.mul(slope, v128.load(gradient)));
    output += 16;
  }
  for (; gradient < end; gradient += 4) {
    const value = load<f32>(output);
    store<f32>(gradient, ((<f32>1) - value * value) * load<f32>(gradient));
    output += 4;
  }
}
