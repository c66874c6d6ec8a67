/**
 * A step of Adam (Kingma and Ba 2015, algorithm 1). `beta1`, `beta2`: decay of the moments, `rest1`, `rest2`: 1 − each of
 * them; `correction1`, `correction2`: 1 − their powers; `negativeRate`: minus the learning rate.
 */
export function adam(
  weights: usize,
  gradient: usize,
  first: usize,
  second: usize,
  count: u32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
  correction1: f32,
  correction2: f32,
  epsilon: f32,
  negativeRate: f32,
): void {
  const end = weights + (<usize>count << 2);
  for (; weights + 16 <= end; weights += 16) {
    const slope = v128.load(gradient);
    const mean = f32x4.add(
      f32x4.mul(v128.load(first), f32x4.splat(beta1)),
      f32x4.mul(slope, f32x4.splat(rest1)),
    );
    const square = f32x4.add(
      f32x4.mul(v128.load(second), f32x4.splat(beta2)),
      f32x4.mul(f32x4.mul(slope, slope), f32x4.splat(rest2)),
    );
    v128.store(first, mean);
    v128.store(second, square);
    const scale = f32x4.add(
      f32x4.sqrt(f32x4.div(square, f32x4.splat(correction2))),
      f32x4.splat(epsilon),
    );
    const step = f32x4.div(f32x4.div(mean, f32x4.splat(correction1)), scale);
    v128.store(weights, f32x4.add(f32x4.mul(step, f32x4.splat(negativeRate)), v128.load(weights)));
    gradient += 16;
    first += 16;
    second += 16;
  }
  for (; weights < end; weights += 4) {
    const slope = load<f32>(gradient);
    const mean = load<f32>(first) * beta1 + slope * rest1;
    const square = load<f32>(second) * beta2 + slope * slope * rest2;
    store<f32>(first, mean);
    store<f32>(second, square);
    const step = mean / correction1 / (sqrt<f32>(square / correction2) + epsilon);
    store<f32>(weights, step * negativeRate + load<f32>(weights));
    gradient += 4;
    first += 4;
    second += 4;
  }
}

/** weights += negativeRate · gradient. */
export function sgd(weights: usize, gradient: usize, count: u32, negativeRate: f32): void {
  const end = weights + (<usize>count << 2);
  const rate = f32x4.splat(negativeRate);
  for (; weights + 16 <= end; weights += 16) {
    const moved = f32x4.add(f32x4.mul(rate, v128.load(gradient)), v128.load(weights));
    v128.store(weights, moved);
    gradient += 16;
  }
  for (; weights < end; weights += 4) {
    store<f32>(weights, negativeRate * load<f32>(gradient) + load<f32>(weights));
    gradient += 4;
  }
}

/**
 * A step of gradient descent with momentum: velocity = decay · velocity + gradient, weights += negativeRate · velocity, or, as
 * Nesterov does it, negativeRate · (gradient + decay · velocity).
 */
export function momentum(
  weights: usize,
  gradient: usize,
  velocity: usize,
  count: u32,
  decay: f32,
  isNesterov: bool,
  negativeRate: f32,
): void {
  const end = weights + (<usize>count << 2);
  for (; weights + 16 <= end; weights += 16) {
    const slope = v128.load(gradient);
    const moved = f32x4.add(f32x4.mul(f32x4.splat(decay), v128.load(velocity)), slope);
    v128.store(velocity, moved);
    const step = isNesterov ? f32x4.add(slope, f32x4.mul(moved, f32x4.splat(decay))) : moved;
    v128.store(weights, f32x4.add(f32x4.mul(f32x4.splat(negativeRate), step), v128.load(weights)));
    gradient += 16;
    velocity += 16;
  }
  for (; weights < end; weights += 4) {
    const slope = load<f32>(gradient);
    const moved = decay * load<f32>(velocity) + slope;
    store<f32>(velocity, moved);
    const step = isNesterov ? slope + moved * decay : moved;
    store<f32>(weights, negativeRate * step + load<f32>(weights));
    gradient += 4;
    velocity += 4;
  }
}

/** A step of RMSprop (Hinton 2012) as Keras takes it; `rest`: 1 − decay of the mean square. */
export function rmsprop(
  weights: usize,
  gradient: usize,
  meanSquare: usize,
  count: u32,
  decay: f32,
  rest: f32,
  epsilon: f32,
  rate: f32,
): void {
  const end = weights + (<usize>count << 2);
  for (; weights + 16 <= end; weights += 16) {
    const slope = v128.load(gradient);
    const square = f32x4.add(
      f32x4.mul(v128.load(meanSquare), f32x4.splat(decay)),
      f32x4.mul(f32x4.mul(slope, slope), f32x4.splat(rest)),
    );
    v128.store(meanSquare, square);
    const step = f32x4.div(
      f32x4.mul(slope, f32x4.splat(rate)),
      f32x4.sqrt(f32x4.add(square, f32x4.splat(epsilon))),
    );
    v128.store(weights, f32x4.sub(v128.load(weights), step));
    gradient += 16;
    meanSquare += 16;
  }
  for (; weights < end; weights += 4) {
    const slope = load<f32>(gradient);
    const square = load<f32>(meanSquare) * decay + slope * slope * rest;
    store<f32>(meanSquare, square);
    store<f32>(weights, load<f32>(weights) - (slope * rate) / sqrt<f32>(square + epsilon));
    gradient += 4;
    meanSquare += 4;
  }
}
