/**
 * The gradient of a convolution by its filter (NHWC), for a number of filters that 4 divides: for each place of the filter and
 * channel the sum over examples and places of the output, in their order, of the image's number times the gradient.
 */
export function filterGradient(
  images: usize,
  gradients: usize,
  result: usize,
  examples: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filters: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  top: i32,
  left: i32,
): void {
  for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
    for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
      const first = max(0, (left - filterColumn + strideWidth - 1) / strideWidth);
      const beyond = width - 1 + left - filterColumn;
      const end = beyond < 0 ? 0 : min(outWidth, beyond / strideWidth + 1);
      for (let channel = 0; channel < channels; channel++) {
        let filter = 0;
        for (; filter + 8 <= filters; filter += 8) {
          let low = f32x4.splat(0);
          let high = low;
          for (let example = 0; example < examples; example++) {
            for (let outRow = 0; outRow < outHeight; outRow++) {
              const row = outRow * strideHeight + filterRow - top;
              if (row < 0 || row >= height) continue;
              let from =
                images +
                ((<usize>(
                  (((example * height + row) * width + first * strideWidth + filterColumn - left) *
                    channels +
                    channel)
                )) <<
                  2);
              let slope =
                gradients +
                ((<usize>(
                  (((example * outHeight + outRow) * outWidth + first) * filters + filter)
                )) <<
                  2);
              for (let outColumn = first; outColumn < end; outColumn++) {
                const value = v128.load32_splat(from);
                low = f32x4.add(low, f32x4.mul(value, v128.load(slope)));
                high = f32x4.add(high, f32x4.mul(value, v128.load(slope, 16)));
                from += (<usize>(strideWidth * channels)) << 2;
                slope += (<usize>filters) << 2;
              }
            }
          }
          v128.store(result, low);
          v128.store(result, high, 16);
          result += 32;
        }
        for (; filter < filters; filter += 4) {
          let sums = f32x4.splat(0);
          for (let example = 0; example < examples; example++) {
            for (let outRow = 0; outRow < outHeight; outRow++) {
              const row = outRow * strideHeight + filterRow - top;
              if (row < 0 || row >= height) continue;
              let from =
                images +
                ((<usize>(
                  (((example * height + row) * width + first * strideWidth + filterColumn - left) *
                    channels +
                    channel)
                )) <<
                  2);
              let slope =
                gradients +
                ((<usize>(
                  (((example * outHeight + outRow) * outWidth + first) * filters + filter)
                )) <<
                  2);
              for (let outColumn = first; outColumn < end; outColumn++) {
                sums = f32x4.add(sums, f32x4.mul(v128.load32_splat(from), v128.load(slope)));
                from += (<usize>(strideWidth * channels)) << 2;
                slope += (<usize>filters) << 2;
              }
            }
          }
          v128.store(result, sums);
          result += 16;
        }
      }
    }
  }
}
