// TensorFlow.js publishes ES modules behind CommonJS entry points; the tests load the modules that the bundle holds.
const tensorflow = ['core', 'layers', 'backend-cpu', 'backend-wasm'];
// GitHub's workflow parser and language service import JSON in a form that only bundlers take.
const transformed = '@tensorflow/|@actions/(workflow-parser|languageservice)/';
const transform = '<rootDir>/test/support/esbuild-transform.mjs';

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // The runner of workflows lives on bash and on groups of processes, which Windows has not.
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(process.platform === 'win32' ? ['[\\\\/]test[\\\\/]workflow(s|-runner)[\\\\/]'] : []),
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': transform, [`/node_modules/(${transformed}).+\\.js$`]: transform },
  transformIgnorePatterns: [`/node_modules/(?!${transformed})`],
  moduleNameMapper: Object.fromEntries(
    tensorflow.map((name) => [
      `^@tensorflow/tfjs-${name}$`,
      `<rootDir>/node_modules/@tensorflow/tfjs-${name}/dist/index.js`,
    ]),
  ),
  // The suite starts child processes; more workers than cores only makes their time limits tight.
  testTimeout: 90_000,
  // Contexts of ES modules are never freed: one process for every suite ran out of its 4 GB of heap. Jest replaces a
  // worker that holds more than this, and with a limit it never runs the suites in its own process.
  workerIdleMemoryLimit: '1GB',
};
