/** The gradient of max pooling (NHWC): of equal numbers of a window the first gets it. */
export function poolGradient(
  images: usize,
  gradients: usize,
  result: usize,
  examples: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  top: i32,
  left: i32,
): void {
  memory.fill(result, 0, (<usize>(examples * height * width * channels)) << 2);
  for (let example = 0; example < examples; example++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      const row = outRow * strideHeight - top;
      const firstRow = max(0, row);
      const endRow = min(height, row + windowHeight);
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const column = outColumn * strideWidth - left;
        const firstColumn = max(0, column);
        const endColumn = min(width, column + windowWidth);
        let channel = 0;
        for (; channel + 4 <= channels; channel += 4) {
          let largest = f32x4.splat(-Infinity);
          let places = i32x4.splat(-1);
          for (let y = firstRow; y < endRow; y++) {
            let at = ((example * height + y) * width + firstColumn) * channels + channel;
            for (let x = firstColumn; x < endColumn; x++) {
              const values = v128.load(images + (<usize>at << 2));
              const isLarger = f32x4.gt(values, largest);
              largest = v128.bitselect(values, largest, isLarger);
              places = v128.bitselect(i32x4.splat(at), places, isLarger);
              at += channels;
            }
          }
          addAt(result, i32x4.extract_lane(places, 0), gradients);
          addAt(result + 4, i32x4.extract_lane(places, 1), gradients + 4);
          addAt(result + 8, i32x4.extract_lane(places, 2), gradients + 8);
          addAt(result + 12, i32x4.extract_lane(places, 3), gradients + 12);
          gradients += 16;
        }
        for (; channel < channels; channel++) {
          let largest: f32 = -Infinity;
          let place = -1;
          for (let y = firstRow; y < endRow; y++) {
            let at = ((example * height + y) * width + firstColumn) * channels + channel;
            for (let x = firstColumn; x < endColumn; x++) {
              const value = load<f32>(images + ((<usize>at) << 2));
              if (value > largest) {
                largest = value;
                place = at;
              }
              at += channels;
            }
          }
          addAt(result, place, gradients);
          gradients += 4;
        }
      }
    }
  }
}

/** Adds a gradient to the number at this place; -1: no number of the window is larger than −∞. */
@inline
function addAt(result: usize, place: i32, gradient: usize): void {
  if (place < 0) return;
  const to = result + (<usize>place << 2);
  store<f32>(to, load<f32>(to) + load<f32>(gradient));
}
