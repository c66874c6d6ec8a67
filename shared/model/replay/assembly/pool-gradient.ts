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
        for (let channel = 0; channel < channels; channel++) {
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
          if (place >= 0) {
            const to = result + ((<usize>place) << 2);
            store<f32>(to, load<f32>(to) + load<f32>(gradients));
          }
          gradients += 4;
        }
      }
    }
  }
}
