import { backend_util, type TensorInfo } from '@tensorflow/tfjs-core';

/** Where the windows of a convolution or pooling lie. Height and width are those of one image; all counts, no bytes. */
export type Geometry = ReturnType<typeof backend_util.computeConv2DInfo>;

type Shape4D = [number, number, number, number];
type Pad = Parameters<typeof backend_util.computeConv2DInfo>[4];
type Rounding = 'floor' | 'round' | 'ceil';

/** Attributes that the gradient kernels of convolutions and poolings have in common. */
export interface WindowAttributes {
  readonly strides: [number, number] | number;
  readonly pad: Pad;
  readonly dataFormat?: 'NHWC' | 'NCHW';
  readonly dimRoundingMode?: Rounding;
  readonly dilations?: [number, number] | number;
}

/** `inputShape`: that of the images, `filterShape`: height, width, channels, filters (depthwise: multiplier). */
export function convolutionGeometry(
  inputShape: readonly number[],
  filterShape: readonly number[],
  { strides, pad, dataFormat, dimRoundingMode, dilations }: WindowAttributes,
  depthwise = false,
): Geometry {
  return backend_util.computeConv2DInfo(
    inputShape as Shape4D,
    filterShape as Shape4D,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    depthwise,
    backend_util.convertConv2DDataFormat(dataFormat ?? 'NHWC'),
  );
}

export function poolingGeometry(
  input: TensorInfo,
  {
    filterSize,
    strides,
    pad,
    dimRoundingMode,
  }: WindowAttributes & { readonly filterSize: [number, number] | number },
): Geometry {
  return backend_util.computePool2DInfo(
    input.shape as Shape4D,
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
}
