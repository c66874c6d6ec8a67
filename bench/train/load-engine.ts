// node bench/train/load-engine.ts [<name>]: what a process costs that does nothing, or that loads and starts an engine.
import { reportUsage } from '../usage.ts';

const [name] = process.argv.slice(2);
if (name === 'wasm' || name === 'cpu') {
  // The same bundle, so that what is not used is not loaded either.
  const engine = './engine.js';
  const { loadPredictor } = (await import(engine)) as typeof import('../../shared/model/index.ts');
  const network = {
    name: 'one',
    inputs: 1,
    layers: [{ kind: 'dense', name: 'out', units: 1, activation: 'linear' }],
  } as const;
  const weights = [Float32Array.of(1), Float32Array.of(0)];
  const predictor = await loadPredictor({ network, weights } as never, name);
  predictor.dispose();
}
reportUsage({ rows: 1 });
