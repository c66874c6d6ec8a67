import type { LayersModel } from '@tensorflow/tfjs-layers';

/**
 * Layers whose steps are kernel calls and nothing else, the same ones in every step: a test holds a training by replay of each
 * against one by the layers, byte by byte. Not among them is what nests layers. The masks of dropout are drawn anew for each replay.
 */
const PROVED: ReadonlySet<string> = new Set([
  ...['InputLayer', 'Dense', 'Dropout', 'ReLU', 'LeakyReLU', 'Softmax', 'LayerNormalization'],
  'BatchNormalization',
  ...[
    'Add',
    'Multiply',
    'Average',
    'Maximum',
    'Concatenate',
    'Activation',
    'Flatten',
    'Reshape',
    'Permute',
    'RepeatVector',
  ],
  ...['Embedding', 'Conv1D', 'Conv2D', 'MaxPooling1D', 'MaxPooling2D', 'AveragePooling1D'],
  ...['DepthwiseConv2D', 'SeparableConv2D', 'ZeroPadding2D'],
  ...['AveragePooling2D', 'GlobalAveragePooling1D', 'GlobalAveragePooling2D'],
  ...['GlobalMaxPooling1D', 'LSTM', 'GRU', 'SimpleRNN'],
]);

/** Whether every layer of a model is one that replay is proved for, as it is set here. */
export function isProved(model: LayersModel): boolean {
  return model.layers.every((layer) => {
    const { dropout, recurrentDropout, stateful, maskZero } = layer.getConfig() as Record<
      string,
      unknown
    >;
    const draws = Boolean(dropout) || Boolean(recurrentDropout);
    return PROVED.has(layer.getClassName()) && !draws && stateful !== true && maskZero !== true;
  });
}
