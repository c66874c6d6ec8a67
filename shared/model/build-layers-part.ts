import {
  input,
  type LayersModel,
  layers,
  model,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import { LAYER_CLASSES, type LayerNode, type LayersPart } from '../network/index.ts';

/** A member of the library's namespace `layers`. */
type MakeLayer = (settings: object) => { apply(from: SymbolicTensor | SymbolicTensor[]): unknown };

const MAKERS: Readonly<Record<string, string>> = {
  ReLU: 'reLU',
  LeakyReLU: 'leakyReLU',
  SimpleRNN: 'simpleRNN',
  GRU: 'gru',
  LSTM: 'lstm',
};

/** The model without its weights: those of every layer begin at 0, so that no random number of the library's is drawn. */
export function buildLayersPart(name: string, { nodes }: LayersPart): LayersModel {
  const results = new Map<string, SymbolicTensor>();
  const inputs: SymbolicTensor[] = [];
  let last: SymbolicTensor | undefined;
  for (const node of nodes) {
    if (node.className === 'InputLayer') {
      last = input({ name: node.name, shape: [...node.shape] });
      inputs.push(last);
    } else {
      const from = node.from.map((one) => results.get(one) as SymbolicTensor);
      last = makeLayer(node).apply(
        from.length === 1 ? (from[0] as SymbolicTensor) : from,
      ) as SymbolicTensor;
    }
    results.set(node.name, last);
  }
  return model({ name, inputs, outputs: last as SymbolicTensor });
}

function makeLayer({ name, className, config }: LayerNode) {
  const maker =
    MAKERS[className] ??
    className.charAt(0).toLowerCase() + className.slice(1).replace(/(\d)D$/, '$1d');
  const make = (layers as unknown as Record<string, MakeLayer>)[maker];
  if (make === undefined) throw new Error(`the library has no layer ${className}`);
  const zeros = LAYER_CLASSES[className]?.initializers ?? [];
  const settings = Object.entries(config).map(([field, value]) => {
    const isActivation = field.endsWith('activation');
    return [toCamelCase(field), isActivation ? toCamelCase(value as string) : value];
  });
  return make({
    name,
    ...Object.fromEntries(zeros.map((field) => [toCamelCase(field), 'zeros'])),
    ...Object.fromEntries(settings),
  });
}

function toCamelCase(text: string): string {
  return text.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
