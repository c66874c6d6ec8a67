const TWO_TO_MINUS_32: f64 = 2.3283064365386963e-10;

/**
 * The factors of a dropout layer: 0, or 1 / keep with the probability `keep`. The random numbers are those of Alea
 * (Johannes Baagøe 2010) in the state that it has after its seed, as TensorFlow.js draws them.
 */
export function drawMask(result: usize, count: u32, s0: f64, s1: f64, s2: f64, keep: f32): void {
  const end = result + (<usize>count << 2);
  let carry: f64 = 1;
  for (; result < end; result += 4) {
    const next = 2091639 * s0 + carry * TWO_TO_MINUS_32;
    s0 = s1;
    s1 = s2;
    carry = <f64>(<i32>next);
    s2 = next - carry;
    store<f32>(result, floor<f32>(<f32>s2 + keep) / keep);
  }
}
