import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  Abs,
  Acos,
  Acosh,
  Add,
  AddN,
  All,
  Any,
  ArgMax,
  ArgMin,
  Asin,
  Asinh,
  Atan,
  Atan2,
  Atanh,
  AvgPool,
  AvgPool3D,
  AvgPool3DGrad,
  AvgPoolGrad,
  BatchMatMul,
  BatchToSpaceND,
  Bincount,
  BitwiseAnd,
  BroadcastArgs,
  Cast,
  Ceil,
  ClipByValue,
  Concat,
  Conv2D,
  Conv2DBackpropInput,
  Conv3D,
  Conv3DBackpropFilterV2,
  Conv3DBackpropInputV2,
  Cos,
  Cosh,
  CropAndResize,
  Cumprod,
  Cumsum,
  DataStorage,
  DenseBincount,
  DepthToSpace,
  DepthwiseConv2dNative,
  Diag,
  Dilation2D,
  Dilation2DBackpropFilter,
  Dilation2DBackpropInput,
  Elu,
  EluGrad,
  Equal,
  Erf,
  Exp,
  ExpandDims,
  Expm1,
  Fill,
  FlipLeftRight,
  Floor,
  FloorDiv,
  FusedBatchNorm,
  FusedConv2D,
  FusedDepthwiseConv2D,
  GatherNd,
  GatherV2,
  Greater,
  GreaterEqual,
  Identity,
  IsFinite,
  IsInf,
  IsNan,
  KernelBackend,
  LRN,
  LRNGrad,
  LeakyRelu,
  Less,
  LessEqual,
  LinSpace,
  Log,
  Log1p,
  LogicalAnd,
  LogicalNot,
  LogicalOr,
  LogicalXor,
  Max,
  MaxPool,
  MaxPool3D,
  MaxPool3DGrad,
  MaxPoolGrad,
  MaxPoolWithArgmax,
  Maximum,
  Mean,
  Min,
  Minimum,
  MirrorPad,
  Mod,
  Multinomial,
  Multiply,
  Neg,
  NonMaxSuppressionV3,
  NonMaxSuppressionV4,
  NonMaxSuppressionV5,
  NotEqual,
  OneHot,
  OnesLike,
  Pack,
  PadV2,
  Pow,
  Prelu,
  Prod,
  Range,
  RealDiv,
  Reciprocal,
  Relu,
  Relu6,
  Reshape,
  ResizeBilinear,
  ResizeBilinearGrad,
  ResizeNearestNeighbor,
  ResizeNearestNeighborGrad,
  Reverse,
  RotateWithOffset,
  Round,
  Rsqrt,
  ScatterNd,
  SearchSorted,
  SeededRandom,
  Select,
  Selu,
  Sigmoid,
  Sign,
  Sin,
  Sinh,
  Slice,
  Softmax,
  Softplus,
  SpaceToBatchND,
  SparseFillEmptyRows,
  SparseReshape,
  SparseSegmentMean,
  SparseSegmentSum,
  SparseToDense,
  SplitV,
  Sqrt,
  Square,
  SquaredDifference,
  Step,
  StridedSlice,
  StringNGrams,
  StringSplit,
  StringToHashBucketFast,
  Sub,
  Sum,
  Tan,
  Tanh,
  Tensor,
  TensorScatterUpdate,
  Tile,
  TopK,
  Transform,
  Transpose,
  Unique,
  Unpack,
  ZerosLike,
  _FusedMatMul,
  __commonJS,
  __name,
  __require,
  __toESM,
  abs,
  acos,
  acosh,
  add,
  addN,
  all,
  any,
  argMax,
  argMin,
  asin,
  asinh,
  assert,
  atan,
  atan2,
  atanh,
  avgPool,
  backend,
  backend_util_exports,
  batchNorm,
  batchToSpaceND,
  broadcastTo,
  broadcast_util_exports,
  cast,
  ceil,
  clipByValue,
  concat,
  concatImpl,
  conv1d,
  conv2d,
  conv2dTranspose,
  cos,
  cosh,
  cumprod,
  cumsum,
  customGrad,
  depthToSpace,
  depthwiseConv2d,
  dilation2d,
  div,
  divNoNan,
  dot,
  elu,
  enableProdMode,
  engine,
  env,
  equal,
  erf,
  euclideanNorm,
  exp,
  expandDims,
  expm1,
  exports_layers_exports,
  fft,
  findBackend,
  floor,
  floorDiv,
  gather,
  gather_nd_util_exports,
  getBackend,
  getGlobalTensorClass,
  getKernel,
  getKernelsForBackend,
  greater,
  greaterEqual,
  ifft,
  input,
  irfft,
  isFinite as isFinite2,
  isInf,
  isNaN as isNaN2,
  keep,
  leakyRelu,
  less,
  lessEqual,
  localResponseNormalization,
  log,
  log1p,
  logSigmoid,
  logSoftmax,
  logSumExp,
  logicalAnd,
  logicalNot,
  logicalOr,
  logicalXor,
  matMul,
  max,
  maxPool,
  maximum,
  mean,
  min,
  minimum,
  mirrorPad,
  mod,
  model,
  mul,
  neg,
  norm,
  notEqual,
  oneHot,
  onesLike,
  pad,
  pool,
  pow,
  prelu,
  prod,
  rangeImpl,
  reciprocal,
  registerBackend,
  registerKernel,
  relu,
  relu6,
  reshape,
  resizeBilinear,
  resizeNearestNeighbor,
  reverse,
  rfft,
  round,
  rsqrt,
  scalar,
  scatter_nd_util_exports,
  selu,
  separableConv2d,
  sequential,
  setBackend,
  sigmoid,
  sign,
  sin,
  sinh,
  slice,
  sliceImpl,
  slice_util_exports,
  softmax,
  softplus,
  spaceToBatchND,
  split,
  sqrt,
  square,
  squaredDifference,
  squeeze,
  stack,
  step,
  stridedSlice,
  stringNGramsImpl,
  stringSplitImpl,
  stringToHashBucketFastImpl,
  sub,
  sum,
  tan,
  tanh,
  tensor,
  tensor2d,
  tidy,
  tile,
  topk,
  train,
  transpose,
  unique,
  uniqueImpl,
  unregisterKernel,
  unsortedSegmentSum,
  unstack,
  util_exports,
  variable,
  variableGrads,
  where,
  zeros,
  zerosLike
} from "./chunk-TWC5ALDV.js";

// node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js
var require_tfjs_backend_wasm_threaded_simd = __commonJS({
  "node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js"(exports, module) {
    var WasmBackendModuleThreadedSimd2 = (() => {
      var _scriptDir = typeof document !== "undefined" && document.currentScript ? document.currentScript.src : void 0;
      if (typeof __filename !== "undefined") _scriptDir = _scriptDir || __filename;
      return (function(WasmBackendModuleThreadedSimd3) {
        WasmBackendModuleThreadedSimd3 = WasmBackendModuleThreadedSimd3 || {};
        function GROWABLE_HEAP_I8() {
          if (wasmMemory.buffer != buffer) {
            updateGlobalBufferAndViews(wasmMemory.buffer);
          }
          return HEAP8;
        }
        __name(GROWABLE_HEAP_I8, "GROWABLE_HEAP_I8");
        function GROWABLE_HEAP_U8() {
          if (wasmMemory.buffer != buffer) {
            updateGlobalBufferAndViews(wasmMemory.buffer);
          }
          return HEAPU8;
        }
        __name(GROWABLE_HEAP_U8, "GROWABLE_HEAP_U8");
        function GROWABLE_HEAP_I16() {
          if (wasmMemory.buffer != buffer) {
            updateGlobalBufferAndViews(wasmMemory.buffer);
          }
          return HEAP16;
        }
        __name(GROWABLE_HEAP_I16, "GROWABLE_HEAP_I16");
        function GROWABLE_HEAP_I32() {
          if (wasmMemory.buffer != buffer) {
            updateGlobalBufferAndViews(wasmMemory.buffer);
          }
          return HEAP32;
        }
        __name(GROWABLE_HEAP_I32, "GROWABLE_HEAP_I32");
        function GROWABLE_HEAP_U32() {
          if (wasmMemory.buffer != buffer) {
            updateGlobalBufferAndViews(wasmMemory.buffer);
          }
          return HEAPU32;
        }
        __name(GROWABLE_HEAP_U32, "GROWABLE_HEAP_U32");
        function GROWABLE_HEAP_F32() {
          if (wasmMemory.buffer != buffer) {
            updateGlobalBufferAndViews(wasmMemory.buffer);
          }
          return HEAPF32;
        }
        __name(GROWABLE_HEAP_F32, "GROWABLE_HEAP_F32");
        function GROWABLE_HEAP_F64() {
          if (wasmMemory.buffer != buffer) {
            updateGlobalBufferAndViews(wasmMemory.buffer);
          }
          return HEAPF64;
        }
        __name(GROWABLE_HEAP_F64, "GROWABLE_HEAP_F64");
        var Module = typeof WasmBackendModuleThreadedSimd3 != "undefined" ? WasmBackendModuleThreadedSimd3 : {};
        var readyPromiseResolve, readyPromiseReject;
        Module["ready"] = new Promise(function(resolve, reject) {
          readyPromiseResolve = resolve;
          readyPromiseReject = reject;
        });
        var beforeListeners;
        if (typeof process !== "undefined" && process.listeners) {
          beforeListeners = { uncaughtException: process.listeners("uncaughtException"), unhandledRejection: process.listeners("unhandledRejection") };
        }
        var moduleOverrides = Object.assign({}, Module);
        var arguments_ = [];
        var thisProgram = "./this.program";
        var quit_ = /* @__PURE__ */ __name((status, toThrow) => {
          throw toThrow;
        }, "quit_");
        var ENVIRONMENT_IS_WEB = typeof window == "object";
        var ENVIRONMENT_IS_WORKER = typeof importScripts == "function";
        var ENVIRONMENT_IS_NODE = typeof process == "object" && typeof process.versions == "object" && typeof process.versions.node == "string";
        var ENVIRONMENT_IS_PTHREAD = Module["ENVIRONMENT_IS_PTHREAD"] || false;
        var scriptDirectory = "";
        function locateFile(path) {
          if (Module["locateFile"]) {
            return Module["locateFile"](path, scriptDirectory);
          }
          return scriptDirectory + path;
        }
        __name(locateFile, "locateFile");
        var read_, readAsync, readBinary, setWindowTitle;
        function logExceptionOnExit(e) {
          if (e instanceof ExitStatus) return;
          let toLog = e;
          err("exiting due to exception: " + toLog);
        }
        __name(logExceptionOnExit, "logExceptionOnExit");
        if (ENVIRONMENT_IS_NODE) {
          var fs = __require("fs");
          var nodePath = __require("path");
          if (ENVIRONMENT_IS_WORKER) {
            scriptDirectory = nodePath.dirname(scriptDirectory) + "/";
          } else {
            scriptDirectory = __dirname + "/";
          }
          read_ = /* @__PURE__ */ __name((filename, binary) => {
            filename = isFileURI(filename) ? new URL(filename) : nodePath.normalize(filename);
            return fs.readFileSync(filename, binary ? void 0 : "utf8");
          }, "read_");
          readBinary = /* @__PURE__ */ __name((filename) => {
            var ret = read_(filename, true);
            if (!ret.buffer) {
              ret = new Uint8Array(ret);
            }
            return ret;
          }, "readBinary");
          readAsync = /* @__PURE__ */ __name((filename, onload, onerror) => {
            filename = isFileURI(filename) ? new URL(filename) : nodePath.normalize(filename);
            fs.readFile(filename, function(err2, data) {
              if (err2) onerror(err2);
              else onload(data.buffer);
            });
          }, "readAsync");
          if (process["argv"].length > 1) {
            thisProgram = process["argv"][1].replace(/\\/g, "/");
          }
          arguments_ = process["argv"].slice(2);
          process["on"]("uncaughtException", function(ex) {
            if (!(ex instanceof ExitStatus)) {
              throw ex;
            }
          });
          process["on"]("unhandledRejection", function(reason) {
            throw reason;
          });
          quit_ = /* @__PURE__ */ __name((status, toThrow) => {
            if (keepRuntimeAlive()) {
              process["exitCode"] = status;
              throw toThrow;
            }
            logExceptionOnExit(toThrow);
            process["exit"](status);
          }, "quit_");
          Module["inspect"] = function() {
            return "[Emscripten Module object]";
          };
          let nodeWorkerThreads;
          try {
            nodeWorkerThreads = __require("worker_threads");
          } catch (e) {
            console.error('The "worker_threads" module is not supported in this node.js build - perhaps a newer version is needed?');
            throw e;
          }
          global.Worker = nodeWorkerThreads.Worker;
        } else if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
          if (ENVIRONMENT_IS_WORKER) {
            scriptDirectory = self.location.href;
          } else if (typeof document != "undefined" && document.currentScript) {
            scriptDirectory = document.currentScript.src;
          }
          if (typeof _scriptDir !== "undefined" && _scriptDir) {
            scriptDirectory = _scriptDir;
          }
          if (scriptDirectory.indexOf("blob:") !== 0) {
            scriptDirectory = scriptDirectory.substr(0, scriptDirectory.replace(/[?#].*/, "").lastIndexOf("/") + 1);
          } else {
            scriptDirectory = "";
          }
          if (!ENVIRONMENT_IS_NODE) {
            read_ = /* @__PURE__ */ __name((url) => {
              var xhr = new XMLHttpRequest();
              xhr.open("GET", url, false);
              xhr.send(null);
              return xhr.responseText;
            }, "read_");
            if (ENVIRONMENT_IS_WORKER) {
              readBinary = /* @__PURE__ */ __name((url) => {
                var xhr = new XMLHttpRequest();
                xhr.open("GET", url, false);
                xhr.responseType = "arraybuffer";
                xhr.send(null);
                return new Uint8Array(xhr.response);
              }, "readBinary");
            }
            readAsync = /* @__PURE__ */ __name((url, onload, onerror) => {
              var xhr = new XMLHttpRequest();
              xhr.open("GET", url, true);
              xhr.responseType = "arraybuffer";
              xhr.onload = () => {
                if (xhr.status == 200 || xhr.status == 0 && xhr.response) {
                  onload(xhr.response);
                  return;
                }
                onerror();
              };
              xhr.onerror = onerror;
              xhr.send(null);
            }, "readAsync");
          }
          setWindowTitle = /* @__PURE__ */ __name((title) => document.title = title, "setWindowTitle");
        } else {
        }
        if (ENVIRONMENT_IS_NODE) {
          if (typeof performance == "undefined") {
            global.performance = __require("perf_hooks").performance;
          }
        }
        var defaultPrint = console.log.bind(console);
        var defaultPrintErr = console.warn.bind(console);
        if (ENVIRONMENT_IS_NODE) {
          defaultPrint = /* @__PURE__ */ __name((str) => fs.writeSync(1, str + "\n"), "defaultPrint");
          defaultPrintErr = /* @__PURE__ */ __name((str) => fs.writeSync(2, str + "\n"), "defaultPrintErr");
        }
        var out = Module["print"] || defaultPrint;
        var err = Module["printErr"] || defaultPrintErr;
        Object.assign(Module, moduleOverrides);
        moduleOverrides = null;
        if (Module["arguments"]) arguments_ = Module["arguments"];
        if (Module["thisProgram"]) thisProgram = Module["thisProgram"];
        if (Module["quit"]) quit_ = Module["quit"];
        var POINTER_SIZE = 4;
        var Atomics_load = Atomics.load;
        var Atomics_store = Atomics.store;
        var Atomics_compareExchange = Atomics.compareExchange;
        var wasmBinary;
        if (Module["wasmBinary"]) wasmBinary = Module["wasmBinary"];
        var noExitRuntime = Module["noExitRuntime"] || true;
        if (typeof WebAssembly != "object") {
          abort("no native wasm support detected");
        }
        var wasmMemory;
        var wasmModule;
        var ABORT = false;
        var EXITSTATUS;
        function assert2(condition, text2) {
          if (!condition) {
            abort(text2);
          }
        }
        __name(assert2, "assert");
        var UTF8Decoder = typeof TextDecoder != "undefined" ? new TextDecoder("utf8") : void 0;
        function UTF8ArrayToString(heapOrArray, idx, maxBytesToRead) {
          idx >>>= 0;
          var endIdx = idx + maxBytesToRead;
          var endPtr = idx;
          while (heapOrArray[endPtr] && !(endPtr >= endIdx)) ++endPtr;
          if (endPtr - idx > 16 && heapOrArray.buffer && UTF8Decoder) {
            return UTF8Decoder.decode(heapOrArray.buffer instanceof SharedArrayBuffer ? heapOrArray.slice(idx, endPtr) : heapOrArray.subarray(idx, endPtr));
          }
          var str = "";
          while (idx < endPtr) {
            var u0 = heapOrArray[idx++];
            if (!(u0 & 128)) {
              str += String.fromCharCode(u0);
              continue;
            }
            var u1 = heapOrArray[idx++] & 63;
            if ((u0 & 224) == 192) {
              str += String.fromCharCode((u0 & 31) << 6 | u1);
              continue;
            }
            var u2 = heapOrArray[idx++] & 63;
            if ((u0 & 240) == 224) {
              u0 = (u0 & 15) << 12 | u1 << 6 | u2;
            } else {
              u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
            }
            if (u0 < 65536) {
              str += String.fromCharCode(u0);
            } else {
              var ch = u0 - 65536;
              str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
            }
          }
          return str;
        }
        __name(UTF8ArrayToString, "UTF8ArrayToString");
        function UTF8ToString(ptr, maxBytesToRead) {
          ptr >>>= 0;
          return ptr ? UTF8ArrayToString(GROWABLE_HEAP_U8(), ptr, maxBytesToRead) : "";
        }
        __name(UTF8ToString, "UTF8ToString");
        function stringToUTF8Array(str, heap, outIdx, maxBytesToWrite) {
          outIdx >>>= 0;
          if (!(maxBytesToWrite > 0)) return 0;
          var startIdx = outIdx;
          var endIdx = outIdx + maxBytesToWrite - 1;
          for (var i = 0; i < str.length; ++i) {
            var u = str.charCodeAt(i);
            if (u >= 55296 && u <= 57343) {
              var u1 = str.charCodeAt(++i);
              u = 65536 + ((u & 1023) << 10) | u1 & 1023;
            }
            if (u <= 127) {
              if (outIdx >= endIdx) break;
              heap[outIdx++ >>> 0] = u;
            } else if (u <= 2047) {
              if (outIdx + 1 >= endIdx) break;
              heap[outIdx++ >>> 0] = 192 | u >> 6;
              heap[outIdx++ >>> 0] = 128 | u & 63;
            } else if (u <= 65535) {
              if (outIdx + 2 >= endIdx) break;
              heap[outIdx++ >>> 0] = 224 | u >> 12;
              heap[outIdx++ >>> 0] = 128 | u >> 6 & 63;
              heap[outIdx++ >>> 0] = 128 | u & 63;
            } else {
              if (outIdx + 3 >= endIdx) break;
              heap[outIdx++ >>> 0] = 240 | u >> 18;
              heap[outIdx++ >>> 0] = 128 | u >> 12 & 63;
              heap[outIdx++ >>> 0] = 128 | u >> 6 & 63;
              heap[outIdx++ >>> 0] = 128 | u & 63;
            }
          }
          heap[outIdx >>> 0] = 0;
          return outIdx - startIdx;
        }
        __name(stringToUTF8Array, "stringToUTF8Array");
        function stringToUTF8(str, outPtr, maxBytesToWrite) {
          return stringToUTF8Array(str, GROWABLE_HEAP_U8(), outPtr, maxBytesToWrite);
        }
        __name(stringToUTF8, "stringToUTF8");
        var buffer, HEAP8, HEAPU8, HEAP16, HEAPU16, HEAP32, HEAPU32, HEAPF32, HEAPF64;
        if (ENVIRONMENT_IS_PTHREAD) {
          buffer = Module["buffer"];
        }
        function updateGlobalBufferAndViews(buf) {
          buffer = buf;
          Module["HEAP8"] = HEAP8 = new Int8Array(buf);
          Module["HEAP16"] = HEAP16 = new Int16Array(buf);
          Module["HEAP32"] = HEAP32 = new Int32Array(buf);
          Module["HEAPU8"] = HEAPU8 = new Uint8Array(buf);
          Module["HEAPU16"] = HEAPU16 = new Uint16Array(buf);
          Module["HEAPU32"] = HEAPU32 = new Uint32Array(buf);
          Module["HEAPF32"] = HEAPF32 = new Float32Array(buf);
          Module["HEAPF64"] = HEAPF64 = new Float64Array(buf);
        }
        __name(updateGlobalBufferAndViews, "updateGlobalBufferAndViews");
        var INITIAL_MEMORY = Module["INITIAL_MEMORY"] || 16777216;
        if (ENVIRONMENT_IS_PTHREAD) {
          wasmMemory = Module["wasmMemory"];
          buffer = Module["buffer"];
        } else {
          if (Module["wasmMemory"]) {
            wasmMemory = Module["wasmMemory"];
          } else {
            wasmMemory = new WebAssembly.Memory({ "initial": INITIAL_MEMORY / 65536, "maximum": 4294967296 / 65536, "shared": true });
            if (!(wasmMemory.buffer instanceof SharedArrayBuffer)) {
              err("requested a shared WebAssembly.Memory but the returned buffer is not a SharedArrayBuffer, indicating that while the browser has SharedArrayBuffer it does not have WebAssembly threads support - you may need to set a flag");
              if (ENVIRONMENT_IS_NODE) {
                err("(on node you may need: --experimental-wasm-threads --experimental-wasm-bulk-memory and/or recent version)");
              }
              throw Error("bad memory");
            }
          }
        }
        if (wasmMemory) {
          buffer = wasmMemory.buffer;
        }
        INITIAL_MEMORY = buffer.byteLength;
        updateGlobalBufferAndViews(buffer);
        var wasmTable;
        var __ATPRERUN__ = [];
        var __ATINIT__ = [];
        var __ATPOSTRUN__ = [];
        var runtimeInitialized = false;
        function keepRuntimeAlive() {
          return noExitRuntime;
        }
        __name(keepRuntimeAlive, "keepRuntimeAlive");
        function preRun() {
          if (Module["preRun"]) {
            if (typeof Module["preRun"] == "function") Module["preRun"] = [Module["preRun"]];
            while (Module["preRun"].length) {
              addOnPreRun(Module["preRun"].shift());
            }
          }
          callRuntimeCallbacks(__ATPRERUN__);
        }
        __name(preRun, "preRun");
        function initRuntime() {
          runtimeInitialized = true;
          if (ENVIRONMENT_IS_PTHREAD) return;
          callRuntimeCallbacks(__ATINIT__);
        }
        __name(initRuntime, "initRuntime");
        function postRun() {
          if (ENVIRONMENT_IS_PTHREAD) return;
          if (Module["postRun"]) {
            if (typeof Module["postRun"] == "function") Module["postRun"] = [Module["postRun"]];
            while (Module["postRun"].length) {
              addOnPostRun(Module["postRun"].shift());
            }
          }
          callRuntimeCallbacks(__ATPOSTRUN__);
        }
        __name(postRun, "postRun");
        function addOnPreRun(cb) {
          __ATPRERUN__.unshift(cb);
        }
        __name(addOnPreRun, "addOnPreRun");
        function addOnInit(cb) {
          __ATINIT__.unshift(cb);
        }
        __name(addOnInit, "addOnInit");
        function addOnPostRun(cb) {
          __ATPOSTRUN__.unshift(cb);
        }
        __name(addOnPostRun, "addOnPostRun");
        var runDependencies = 0;
        var runDependencyWatcher = null;
        var dependenciesFulfilled = null;
        function addRunDependency(id) {
          runDependencies++;
          if (Module["monitorRunDependencies"]) {
            Module["monitorRunDependencies"](runDependencies);
          }
        }
        __name(addRunDependency, "addRunDependency");
        function removeRunDependency(id) {
          runDependencies--;
          if (Module["monitorRunDependencies"]) {
            Module["monitorRunDependencies"](runDependencies);
          }
          if (runDependencies == 0) {
            if (runDependencyWatcher !== null) {
              clearInterval(runDependencyWatcher);
              runDependencyWatcher = null;
            }
            if (dependenciesFulfilled) {
              var callback = dependenciesFulfilled;
              dependenciesFulfilled = null;
              callback();
            }
          }
        }
        __name(removeRunDependency, "removeRunDependency");
        function abort(what) {
          if (Module["onAbort"]) {
            Module["onAbort"](what);
          }
          what = "Aborted(" + what + ")";
          err(what);
          ABORT = true;
          EXITSTATUS = 1;
          what += ". Build with -sASSERTIONS for more info.";
          var e = new WebAssembly.RuntimeError(what);
          readyPromiseReject(e);
          throw e;
        }
        __name(abort, "abort");
        var dataURIPrefix = "data:application/octet-stream;base64,";
        function isDataURI(filename) {
          return filename.startsWith(dataURIPrefix);
        }
        __name(isDataURI, "isDataURI");
        function isFileURI(filename) {
          return filename.startsWith("file://");
        }
        __name(isFileURI, "isFileURI");
        var wasmBinaryFile;
        wasmBinaryFile = "tfjs-backend-wasm-threaded-simd.wasm";
        if (!isDataURI(wasmBinaryFile)) {
          wasmBinaryFile = locateFile(wasmBinaryFile);
        }
        function getBinary(file) {
          try {
            if (file == wasmBinaryFile && wasmBinary) {
              return new Uint8Array(wasmBinary);
            }
            if (readBinary) {
              return readBinary(file);
            }
            throw "both async and sync fetching of the wasm failed";
          } catch (err2) {
            abort(err2);
          }
        }
        __name(getBinary, "getBinary");
        function getBinaryPromise() {
          if (!wasmBinary && (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER)) {
            if (typeof fetch == "function" && !isFileURI(wasmBinaryFile)) {
              return fetch(wasmBinaryFile, { credentials: "same-origin" }).then(function(response) {
                if (!response["ok"]) {
                  throw "failed to load wasm binary file at '" + wasmBinaryFile + "'";
                }
                return response["arrayBuffer"]();
              }).catch(function() {
                return getBinary(wasmBinaryFile);
              });
            } else {
              if (readAsync) {
                return new Promise(function(resolve, reject) {
                  readAsync(wasmBinaryFile, function(response) {
                    resolve(new Uint8Array(response));
                  }, reject);
                });
              }
            }
          }
          return Promise.resolve().then(function() {
            return getBinary(wasmBinaryFile);
          });
        }
        __name(getBinaryPromise, "getBinaryPromise");
        function createWasm() {
          var info = { "env": asmLibraryArg, "wasi_snapshot_preview1": asmLibraryArg };
          function receiveInstance(instance, module2) {
            var exports3 = instance.exports;
            Module["asm"] = exports3;
            registerTLSInit(Module["asm"]["_emscripten_tls_init"]);
            wasmTable = Module["asm"]["__indirect_function_table"];
            addOnInit(Module["asm"]["__wasm_call_ctors"]);
            wasmModule = module2;
            if (!ENVIRONMENT_IS_PTHREAD) {
              var numWorkersToLoad = PThread.unusedWorkers.length;
              PThread.unusedWorkers.forEach(function(w) {
                PThread.loadWasmModuleToWorker(w, function() {
                  if (!--numWorkersToLoad) removeRunDependency("wasm-instantiate");
                });
              });
            }
          }
          __name(receiveInstance, "receiveInstance");
          if (!ENVIRONMENT_IS_PTHREAD) {
            addRunDependency("wasm-instantiate");
          }
          function receiveInstantiationResult(result) {
            receiveInstance(result["instance"], result["module"]);
          }
          __name(receiveInstantiationResult, "receiveInstantiationResult");
          function instantiateArrayBuffer(receiver) {
            return getBinaryPromise().then(function(binary) {
              return WebAssembly.instantiate(binary, info);
            }).then(function(instance) {
              return instance;
            }).then(receiver, function(reason) {
              err("failed to asynchronously prepare wasm: " + reason);
              abort(reason);
            });
          }
          __name(instantiateArrayBuffer, "instantiateArrayBuffer");
          function instantiateAsync() {
            if (!wasmBinary && typeof WebAssembly.instantiateStreaming == "function" && !isDataURI(wasmBinaryFile) && !isFileURI(wasmBinaryFile) && !ENVIRONMENT_IS_NODE && typeof fetch == "function") {
              return fetch(wasmBinaryFile, { credentials: "same-origin" }).then(function(response) {
                var result = WebAssembly.instantiateStreaming(response, info);
                return result.then(receiveInstantiationResult, function(reason) {
                  err("wasm streaming compile failed: " + reason);
                  err("falling back to ArrayBuffer instantiation");
                  return instantiateArrayBuffer(receiveInstantiationResult);
                });
              });
            } else {
              return instantiateArrayBuffer(receiveInstantiationResult);
            }
          }
          __name(instantiateAsync, "instantiateAsync");
          if (Module["instantiateWasm"]) {
            try {
              var exports2 = Module["instantiateWasm"](info, receiveInstance);
              return exports2;
            } catch (e) {
              err("Module.instantiateWasm callback failed with error: " + e);
              readyPromiseReject(e);
            }
          }
          instantiateAsync().catch(readyPromiseReject);
          return {};
        }
        __name(createWasm, "createWasm");
        var tempDouble;
        var tempI64;
        var ASM_CONSTS = {};
        function ExitStatus(status) {
          this.name = "ExitStatus";
          this.message = "Program terminated with exit(" + status + ")";
          this.status = status;
        }
        __name(ExitStatus, "ExitStatus");
        function killThread(pthread_ptr) {
          var worker = PThread.pthreads[pthread_ptr];
          delete PThread.pthreads[pthread_ptr];
          worker.terminate();
          __emscripten_thread_free_data(pthread_ptr);
          PThread.runningWorkers.splice(PThread.runningWorkers.indexOf(worker), 1);
          worker.pthread_ptr = 0;
        }
        __name(killThread, "killThread");
        function cancelThread(pthread_ptr) {
          var worker = PThread.pthreads[pthread_ptr];
          worker.postMessage({ "cmd": "cancel" });
        }
        __name(cancelThread, "cancelThread");
        function cleanupThread(pthread_ptr) {
          var worker = PThread.pthreads[pthread_ptr];
          assert2(worker);
          PThread.returnWorkerToPool(worker);
        }
        __name(cleanupThread, "cleanupThread");
        function spawnThread(threadParams) {
          var worker = PThread.getNewWorker();
          if (!worker) {
            return 6;
          }
          PThread.runningWorkers.push(worker);
          PThread.pthreads[threadParams.pthread_ptr] = worker;
          worker.pthread_ptr = threadParams.pthread_ptr;
          var msg = { "cmd": "run", "start_routine": threadParams.startRoutine, "arg": threadParams.arg, "pthread_ptr": threadParams.pthread_ptr };
          worker.runPthread = () => {
            if (ENVIRONMENT_IS_NODE) {
              worker.ref();
            }
            worker.postMessage(msg, threadParams.transferList);
            delete worker.runPthread;
          };
          if (worker.loaded) {
            worker.runPthread();
          }
          return 0;
        }
        __name(spawnThread, "spawnThread");
        var SYSCALLS = { varargs: void 0, get: /* @__PURE__ */ __name(function() {
          SYSCALLS.varargs += 4;
          var ret = GROWABLE_HEAP_I32()[SYSCALLS.varargs - 4 >>> 2];
          return ret;
        }, "get"), getStr: /* @__PURE__ */ __name(function(ptr) {
          var ret = UTF8ToString(ptr);
          return ret;
        }, "getStr") };
        function _proc_exit(code) {
          if (ENVIRONMENT_IS_PTHREAD) return _emscripten_proxy_to_main_thread_js(1, 1, code);
          EXITSTATUS = code;
          if (!keepRuntimeAlive()) {
            PThread.terminateAllThreads();
            if (Module["onExit"]) Module["onExit"](code);
            ABORT = true;
          }
          quit_(code, new ExitStatus(code));
        }
        __name(_proc_exit, "_proc_exit");
        function exitJS(status, implicit) {
          EXITSTATUS = status;
          if (!implicit) {
            if (ENVIRONMENT_IS_PTHREAD) {
              exitOnMainThread(status);
              throw "unwind";
            } else {
            }
          }
          _proc_exit(status);
        }
        __name(exitJS, "exitJS");
        var _exit = exitJS;
        function handleException(e) {
          if (e instanceof ExitStatus || e == "unwind") {
            return EXITSTATUS;
          }
          quit_(1, e);
        }
        __name(handleException, "handleException");
        var PThread = { unusedWorkers: [], runningWorkers: [], tlsInitFunctions: [], pthreads: {}, init: /* @__PURE__ */ __name(function() {
          if (ENVIRONMENT_IS_PTHREAD) {
            PThread.initWorker();
          } else {
            PThread.initMainThread();
          }
        }, "init"), initMainThread: /* @__PURE__ */ __name(function() {
          var pthreadPoolSize = 8;
          while (pthreadPoolSize--) {
            PThread.allocateUnusedWorker();
          }
        }, "initMainThread"), initWorker: /* @__PURE__ */ __name(function() {
          noExitRuntime = false;
        }, "initWorker"), setExitStatus: /* @__PURE__ */ __name(function(status) {
          EXITSTATUS = status;
        }, "setExitStatus"), terminateAllThreads: /* @__PURE__ */ __name(function() {
          for (var worker of Object.values(PThread.pthreads)) {
            PThread.returnWorkerToPool(worker);
          }
          for (var worker of PThread.unusedWorkers) {
            worker.terminate();
          }
          PThread.unusedWorkers = [];
        }, "terminateAllThreads"), returnWorkerToPool: /* @__PURE__ */ __name(function(worker) {
          var pthread_ptr = worker.pthread_ptr;
          delete PThread.pthreads[pthread_ptr];
          PThread.unusedWorkers.push(worker);
          PThread.runningWorkers.splice(PThread.runningWorkers.indexOf(worker), 1);
          worker.pthread_ptr = 0;
          if (ENVIRONMENT_IS_NODE) {
            worker.unref();
          }
          __emscripten_thread_free_data(pthread_ptr);
        }, "returnWorkerToPool"), receiveObjectTransfer: /* @__PURE__ */ __name(function(data) {
        }, "receiveObjectTransfer"), threadInitTLS: /* @__PURE__ */ __name(function() {
          PThread.tlsInitFunctions.forEach((f) => f());
        }, "threadInitTLS"), loadWasmModuleToWorker: /* @__PURE__ */ __name(function(worker, onFinishedLoading) {
          worker.onmessage = (e) => {
            var d = e["data"];
            var cmd = d["cmd"];
            if (worker.pthread_ptr) PThread.currentProxiedOperationCallerThread = worker.pthread_ptr;
            if (d["targetThread"] && d["targetThread"] != _pthread_self()) {
              var targetWorker = PThread.pthreads[d.targetThread];
              if (targetWorker) {
                targetWorker.postMessage(d, d["transferList"]);
              } else {
                err('Internal error! Worker sent a message "' + cmd + '" to target pthread ' + d["targetThread"] + ", but that thread no longer exists!");
              }
              PThread.currentProxiedOperationCallerThread = void 0;
              return;
            }
            if (cmd === "processProxyingQueue") {
              executeNotifiedProxyingQueue(d["queue"]);
            } else if (cmd === "spawnThread") {
              spawnThread(d);
            } else if (cmd === "cleanupThread") {
              cleanupThread(d["thread"]);
            } else if (cmd === "killThread") {
              killThread(d["thread"]);
            } else if (cmd === "cancelThread") {
              cancelThread(d["thread"]);
            } else if (cmd === "loaded") {
              worker.loaded = true;
              if (ENVIRONMENT_IS_NODE) {
                worker.unref();
              }
              if (onFinishedLoading) onFinishedLoading(worker);
              if (worker.runPthread) {
                worker.runPthread();
              }
            } else if (cmd === "print") {
              out("Thread " + d["threadId"] + ": " + d["text"]);
            } else if (cmd === "printErr") {
              err("Thread " + d["threadId"] + ": " + d["text"]);
            } else if (cmd === "alert") {
              alert("Thread " + d["threadId"] + ": " + d["text"]);
            } else if (d.target === "setimmediate") {
              worker.postMessage(d);
            } else if (cmd === "callHandler") {
              Module[d["handler"]](...d["args"]);
            } else if (cmd) {
              err("worker sent an unknown command " + cmd);
            }
            PThread.currentProxiedOperationCallerThread = void 0;
          };
          worker.onerror = (e) => {
            var message = "worker sent an error!";
            err(message + " " + e.filename + ":" + e.lineno + ": " + e.message);
            throw e;
          };
          if (ENVIRONMENT_IS_NODE) {
            worker.on("message", function(data) {
              worker.onmessage({ data });
            });
            worker.on("error", function(e) {
              worker.onerror(e);
            });
            worker.on("detachedExit", function() {
            });
          }
          var handlers = [];
          var knownHandlers = ["onExit", "onAbort", "print", "printErr"];
          for (var handler of knownHandlers) {
            if (Module.hasOwnProperty(handler)) {
              handlers.push(handler);
            }
          }
          worker.postMessage({ "cmd": "load", "handlers": handlers, "urlOrBlob": Module["mainScriptUrlOrBlob"] || _scriptDir, "wasmMemory": wasmMemory, "wasmModule": wasmModule });
        }, "loadWasmModuleToWorker"), allocateUnusedWorker: /* @__PURE__ */ __name(function() {
          var worker;
          var pthreadMainJs = locateFile("tfjs-backend-wasm-threaded-simd.worker.js");
          worker = new Worker(pthreadMainJs);
          PThread.unusedWorkers.push(worker);
        }, "allocateUnusedWorker"), getNewWorker: /* @__PURE__ */ __name(function() {
          if (PThread.unusedWorkers.length == 0) {
            PThread.allocateUnusedWorker();
            PThread.loadWasmModuleToWorker(PThread.unusedWorkers[0]);
          }
          return PThread.unusedWorkers.pop();
        }, "getNewWorker") };
        Module["PThread"] = PThread;
        function callRuntimeCallbacks(callbacks) {
          while (callbacks.length > 0) {
            callbacks.shift()(Module);
          }
        }
        __name(callRuntimeCallbacks, "callRuntimeCallbacks");
        function establishStackSpace() {
          var pthread_ptr = _pthread_self();
          var stackTop = GROWABLE_HEAP_I32()[pthread_ptr + 52 >>> 2];
          var stackSize = GROWABLE_HEAP_I32()[pthread_ptr + 56 >>> 2];
          var stackMax = stackTop - stackSize;
          _emscripten_stack_set_limits(stackTop, stackMax);
          stackRestore(stackTop);
        }
        __name(establishStackSpace, "establishStackSpace");
        Module["establishStackSpace"] = establishStackSpace;
        function exitOnMainThread(returnCode) {
          if (ENVIRONMENT_IS_PTHREAD) return _emscripten_proxy_to_main_thread_js(2, 0, returnCode);
          try {
            _exit(returnCode);
          } catch (e) {
            handleException(e);
          }
        }
        __name(exitOnMainThread, "exitOnMainThread");
        var wasmTableMirror = [];
        function getWasmTableEntry(funcPtr) {
          var func = wasmTableMirror[funcPtr];
          if (!func) {
            if (funcPtr >= wasmTableMirror.length) wasmTableMirror.length = funcPtr + 1;
            wasmTableMirror[funcPtr] = func = wasmTable.get(funcPtr);
          }
          return func;
        }
        __name(getWasmTableEntry, "getWasmTableEntry");
        function invokeEntryPoint(ptr, arg) {
          var result = getWasmTableEntry(ptr)(arg);
          if (keepRuntimeAlive()) {
            PThread.setExitStatus(result);
          } else {
            __emscripten_thread_exit(result);
          }
        }
        __name(invokeEntryPoint, "invokeEntryPoint");
        Module["invokeEntryPoint"] = invokeEntryPoint;
        function registerTLSInit(tlsInitFunc) {
          PThread.tlsInitFunctions.push(tlsInitFunc);
        }
        __name(registerTLSInit, "registerTLSInit");
        function ___emscripten_init_main_thread_js(tb) {
          __emscripten_thread_init(tb, !ENVIRONMENT_IS_WORKER, 1, !ENVIRONMENT_IS_WEB);
          PThread.threadInitTLS();
        }
        __name(___emscripten_init_main_thread_js, "___emscripten_init_main_thread_js");
        function ___emscripten_thread_cleanup(thread) {
          if (!ENVIRONMENT_IS_PTHREAD) cleanupThread(thread);
          else postMessage({ "cmd": "cleanupThread", "thread": thread });
        }
        __name(___emscripten_thread_cleanup, "___emscripten_thread_cleanup");
        function pthreadCreateProxied(pthread_ptr, attr, startRoutine, arg) {
          if (ENVIRONMENT_IS_PTHREAD) return _emscripten_proxy_to_main_thread_js(3, 1, pthread_ptr, attr, startRoutine, arg);
          return ___pthread_create_js(pthread_ptr, attr, startRoutine, arg);
        }
        __name(pthreadCreateProxied, "pthreadCreateProxied");
        function ___pthread_create_js(pthread_ptr, attr, startRoutine, arg) {
          if (typeof SharedArrayBuffer == "undefined") {
            err("Current environment does not support SharedArrayBuffer, pthreads are not available!");
            return 6;
          }
          var transferList = [];
          var error = 0;
          if (ENVIRONMENT_IS_PTHREAD && (transferList.length === 0 || error)) {
            return pthreadCreateProxied(pthread_ptr, attr, startRoutine, arg);
          }
          if (error) return error;
          var threadParams = { startRoutine, pthread_ptr, arg, transferList };
          if (ENVIRONMENT_IS_PTHREAD) {
            threadParams.cmd = "spawnThread";
            postMessage(threadParams, transferList);
            return 0;
          }
          return spawnThread(threadParams);
        }
        __name(___pthread_create_js, "___pthread_create_js");
        function __emscripten_default_pthread_stack_size() {
          return 65536;
        }
        __name(__emscripten_default_pthread_stack_size, "__emscripten_default_pthread_stack_size");
        var nowIsMonotonic = true;
        function __emscripten_get_now_is_monotonic() {
          return nowIsMonotonic;
        }
        __name(__emscripten_get_now_is_monotonic, "__emscripten_get_now_is_monotonic");
        function executeNotifiedProxyingQueue(queue) {
          Atomics.store(GROWABLE_HEAP_I32(), queue >> 2, 1);
          if (_pthread_self()) {
            __emscripten_proxy_execute_task_queue(queue);
          }
          Atomics.compareExchange(GROWABLE_HEAP_I32(), queue >> 2, 1, 0);
        }
        __name(executeNotifiedProxyingQueue, "executeNotifiedProxyingQueue");
        Module["executeNotifiedProxyingQueue"] = executeNotifiedProxyingQueue;
        function __emscripten_notify_task_queue(targetThreadId, currThreadId, mainThreadId, queue) {
          if (targetThreadId == currThreadId) {
            setTimeout(() => executeNotifiedProxyingQueue(queue));
          } else if (ENVIRONMENT_IS_PTHREAD) {
            postMessage({ "targetThread": targetThreadId, "cmd": "processProxyingQueue", "queue": queue });
          } else {
            var worker = PThread.pthreads[targetThreadId];
            if (!worker) {
              return;
            }
            worker.postMessage({ "cmd": "processProxyingQueue", "queue": queue });
          }
          return 1;
        }
        __name(__emscripten_notify_task_queue, "__emscripten_notify_task_queue");
        function __emscripten_set_offscreencanvas_size(target, width, height) {
          return -1;
        }
        __name(__emscripten_set_offscreencanvas_size, "__emscripten_set_offscreencanvas_size");
        function _abort() {
          abort("");
        }
        __name(_abort, "_abort");
        function warnOnce(text2) {
          if (!warnOnce.shown) warnOnce.shown = {};
          if (!warnOnce.shown[text2]) {
            warnOnce.shown[text2] = 1;
            if (ENVIRONMENT_IS_NODE) text2 = "warning: " + text2;
            err(text2);
          }
        }
        __name(warnOnce, "warnOnce");
        function _emscripten_check_blocking_allowed() {
          if (ENVIRONMENT_IS_NODE) return;
          if (ENVIRONMENT_IS_WORKER) return;
          warnOnce("Blocking on the main thread is very dangerous, see https://emscripten.org/docs/porting/pthreads.html#blocking-on-the-main-browser-thread");
        }
        __name(_emscripten_check_blocking_allowed, "_emscripten_check_blocking_allowed");
        function _emscripten_date_now() {
          return Date.now();
        }
        __name(_emscripten_date_now, "_emscripten_date_now");
        function getHeapMax() {
          return 4294901760;
        }
        __name(getHeapMax, "getHeapMax");
        function _emscripten_get_heap_max() {
          return getHeapMax();
        }
        __name(_emscripten_get_heap_max, "_emscripten_get_heap_max");
        var _emscripten_get_now;
        if (ENVIRONMENT_IS_NODE) {
          _emscripten_get_now = /* @__PURE__ */ __name(() => {
            var t = process["hrtime"]();
            return t[0] * 1e3 + t[1] / 1e6;
          }, "_emscripten_get_now");
        } else _emscripten_get_now = /* @__PURE__ */ __name(() => performance.timeOrigin + performance.now(), "_emscripten_get_now");
        function _emscripten_memcpy_big(dest, src, num) {
          GROWABLE_HEAP_U8().copyWithin(dest >>> 0, src >>> 0, src + num >>> 0);
        }
        __name(_emscripten_memcpy_big, "_emscripten_memcpy_big");
        function _emscripten_num_logical_cores() {
          if (ENVIRONMENT_IS_NODE) return __require("os").cpus().length;
          return navigator["hardwareConcurrency"];
        }
        __name(_emscripten_num_logical_cores, "_emscripten_num_logical_cores");
        function withStackSave(f) {
          var stack2 = stackSave();
          var ret = f();
          stackRestore(stack2);
          return ret;
        }
        __name(withStackSave, "withStackSave");
        function _emscripten_proxy_to_main_thread_js(index, sync) {
          var numCallArgs = arguments.length - 2;
          var outerArgs = arguments;
          return withStackSave(() => {
            var serializedNumCallArgs = numCallArgs;
            var args = stackAlloc(serializedNumCallArgs * 8);
            var b = args >> 3;
            for (var i = 0; i < numCallArgs; i++) {
              var arg = outerArgs[2 + i];
              GROWABLE_HEAP_F64()[b + i >>> 0] = arg;
            }
            return _emscripten_run_in_main_runtime_thread_js(index, serializedNumCallArgs, args, sync);
          });
        }
        __name(_emscripten_proxy_to_main_thread_js, "_emscripten_proxy_to_main_thread_js");
        var _emscripten_receive_on_main_thread_js_callArgs = [];
        function _emscripten_receive_on_main_thread_js(index, numCallArgs, args) {
          _emscripten_receive_on_main_thread_js_callArgs.length = numCallArgs;
          var b = args >> 3;
          for (var i = 0; i < numCallArgs; i++) {
            _emscripten_receive_on_main_thread_js_callArgs[i] = GROWABLE_HEAP_F64()[b + i >>> 0];
          }
          var isEmAsmConst = index < 0;
          var func = !isEmAsmConst ? proxiedFunctionTable[index] : ASM_CONSTS[-index - 1];
          return func.apply(null, _emscripten_receive_on_main_thread_js_callArgs);
        }
        __name(_emscripten_receive_on_main_thread_js, "_emscripten_receive_on_main_thread_js");
        function emscripten_realloc_buffer(size) {
          try {
            wasmMemory.grow(size - buffer.byteLength + 65535 >>> 16);
            updateGlobalBufferAndViews(wasmMemory.buffer);
            return 1;
          } catch (e) {
          }
        }
        __name(emscripten_realloc_buffer, "emscripten_realloc_buffer");
        function _emscripten_resize_heap(requestedSize) {
          var oldSize = GROWABLE_HEAP_U8().length;
          requestedSize = requestedSize >>> 0;
          if (requestedSize <= oldSize) {
            return false;
          }
          var maxHeapSize = getHeapMax();
          if (requestedSize > maxHeapSize) {
            return false;
          }
          let alignUp = /* @__PURE__ */ __name((x, multiple) => x + (multiple - x % multiple) % multiple, "alignUp");
          for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
            var overGrownHeapSize = oldSize * (1 + 0.2 / cutDown);
            overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
            var newSize = Math.min(maxHeapSize, alignUp(Math.max(requestedSize, overGrownHeapSize), 65536));
            var replacement = emscripten_realloc_buffer(newSize);
            if (replacement) {
              return true;
            }
          }
          return false;
        }
        __name(_emscripten_resize_heap, "_emscripten_resize_heap");
        function _emscripten_unwind_to_js_event_loop() {
          throw "unwind";
        }
        __name(_emscripten_unwind_to_js_event_loop, "_emscripten_unwind_to_js_event_loop");
        function _fd_close(fd) {
          if (ENVIRONMENT_IS_PTHREAD) return _emscripten_proxy_to_main_thread_js(4, 1, fd);
          return 52;
        }
        __name(_fd_close, "_fd_close");
        function _fd_seek(fd, offset_low, offset_high, whence, newOffset) {
          if (ENVIRONMENT_IS_PTHREAD) return _emscripten_proxy_to_main_thread_js(5, 1, fd, offset_low, offset_high, whence, newOffset);
          return 70;
        }
        __name(_fd_seek, "_fd_seek");
        var printCharBuffers = [null, [], []];
        function printChar(stream, curr) {
          var buffer2 = printCharBuffers[stream];
          if (curr === 0 || curr === 10) {
            (stream === 1 ? out : err)(UTF8ArrayToString(buffer2, 0));
            buffer2.length = 0;
          } else {
            buffer2.push(curr);
          }
        }
        __name(printChar, "printChar");
        function _fd_write(fd, iov, iovcnt, pnum) {
          if (ENVIRONMENT_IS_PTHREAD) return _emscripten_proxy_to_main_thread_js(6, 1, fd, iov, iovcnt, pnum);
          var num = 0;
          for (var i = 0; i < iovcnt; i++) {
            var ptr = GROWABLE_HEAP_U32()[iov >>> 2];
            var len = GROWABLE_HEAP_U32()[iov + 4 >>> 2];
            iov += 8;
            for (var j = 0; j < len; j++) {
              printChar(fd, GROWABLE_HEAP_U8()[ptr + j >>> 0]);
            }
            num += len;
          }
          GROWABLE_HEAP_U32()[pnum >>> 2] = num;
          return 0;
        }
        __name(_fd_write, "_fd_write");
        function getCFunc(ident) {
          var func = Module["_" + ident];
          return func;
        }
        __name(getCFunc, "getCFunc");
        function writeArrayToMemory(array, buffer2) {
          GROWABLE_HEAP_I8().set(array, buffer2 >>> 0);
        }
        __name(writeArrayToMemory, "writeArrayToMemory");
        function ccall(ident, returnType, argTypes, args, opts) {
          var toC = { "string": /* @__PURE__ */ __name((str) => {
            var ret2 = 0;
            if (str !== null && str !== void 0 && str !== 0) {
              var len = (str.length << 2) + 1;
              ret2 = stackAlloc(len);
              stringToUTF8(str, ret2, len);
            }
            return ret2;
          }, "string"), "array": /* @__PURE__ */ __name((arr) => {
            var ret2 = stackAlloc(arr.length);
            writeArrayToMemory(arr, ret2);
            return ret2;
          }, "array") };
          function convertReturnValue(ret2) {
            if (returnType === "string") {
              return UTF8ToString(ret2);
            }
            if (returnType === "boolean") return Boolean(ret2);
            return ret2;
          }
          __name(convertReturnValue, "convertReturnValue");
          var func = getCFunc(ident);
          var cArgs = [];
          var stack2 = 0;
          if (args) {
            for (var i = 0; i < args.length; i++) {
              var converter = toC[argTypes[i]];
              if (converter) {
                if (stack2 === 0) stack2 = stackSave();
                cArgs[i] = converter(args[i]);
              } else {
                cArgs[i] = args[i];
              }
            }
          }
          var ret = func.apply(null, cArgs);
          function onDone(ret2) {
            if (stack2 !== 0) stackRestore(stack2);
            return convertReturnValue(ret2);
          }
          __name(onDone, "onDone");
          ret = onDone(ret);
          return ret;
        }
        __name(ccall, "ccall");
        function cwrap(ident, returnType, argTypes, opts) {
          argTypes = argTypes || [];
          var numericArgs = argTypes.every((type) => type === "number" || type === "boolean");
          var numericRet = returnType !== "string";
          if (numericRet && numericArgs && !opts) {
            return getCFunc(ident);
          }
          return function() {
            return ccall(ident, returnType, argTypes, arguments, opts);
          };
        }
        __name(cwrap, "cwrap");
        PThread.init();
        var proxiedFunctionTable = [null, _proc_exit, exitOnMainThread, pthreadCreateProxied, _fd_close, _fd_seek, _fd_write];
        var asmLibraryArg = { "__emscripten_init_main_thread_js": ___emscripten_init_main_thread_js, "__emscripten_thread_cleanup": ___emscripten_thread_cleanup, "__pthread_create_js": ___pthread_create_js, "_emscripten_default_pthread_stack_size": __emscripten_default_pthread_stack_size, "_emscripten_get_now_is_monotonic": __emscripten_get_now_is_monotonic, "_emscripten_notify_task_queue": __emscripten_notify_task_queue, "_emscripten_set_offscreencanvas_size": __emscripten_set_offscreencanvas_size, "abort": _abort, "emscripten_check_blocking_allowed": _emscripten_check_blocking_allowed, "emscripten_date_now": _emscripten_date_now, "emscripten_get_heap_max": _emscripten_get_heap_max, "emscripten_get_now": _emscripten_get_now, "emscripten_memcpy_big": _emscripten_memcpy_big, "emscripten_num_logical_cores": _emscripten_num_logical_cores, "emscripten_receive_on_main_thread_js": _emscripten_receive_on_main_thread_js, "emscripten_resize_heap": _emscripten_resize_heap, "emscripten_unwind_to_js_event_loop": _emscripten_unwind_to_js_event_loop, "exit": _exit, "fd_close": _fd_close, "fd_seek": _fd_seek, "fd_write": _fd_write, "memory": wasmMemory || Module["wasmMemory"] };
        var asm = createWasm();
        var ___wasm_call_ctors = Module["___wasm_call_ctors"] = function() {
          return (___wasm_call_ctors = Module["___wasm_call_ctors"] = Module["asm"]["__wasm_call_ctors"]).apply(null, arguments);
        };
        var _init = Module["_init"] = function() {
          return (_init = Module["_init"] = Module["asm"]["init"]).apply(null, arguments);
        };
        var _init_with_threads_count = Module["_init_with_threads_count"] = function() {
          return (_init_with_threads_count = Module["_init_with_threads_count"] = Module["asm"]["init_with_threads_count"]).apply(null, arguments);
        };
        var _get_threads_count = Module["_get_threads_count"] = function() {
          return (_get_threads_count = Module["_get_threads_count"] = Module["asm"]["get_threads_count"]).apply(null, arguments);
        };
        var _register_tensor = Module["_register_tensor"] = function() {
          return (_register_tensor = Module["_register_tensor"] = Module["asm"]["register_tensor"]).apply(null, arguments);
        };
        var _dispose_data = Module["_dispose_data"] = function() {
          return (_dispose_data = Module["_dispose_data"] = Module["asm"]["dispose_data"]).apply(null, arguments);
        };
        var _dispose = Module["_dispose"] = function() {
          return (_dispose = Module["_dispose"] = Module["asm"]["dispose"]).apply(null, arguments);
        };
        var _Abs = Module["_Abs"] = function() {
          return (_Abs = Module["_Abs"] = Module["asm"]["Abs"]).apply(null, arguments);
        };
        var _Acos = Module["_Acos"] = function() {
          return (_Acos = Module["_Acos"] = Module["asm"]["Acos"]).apply(null, arguments);
        };
        var _Acosh = Module["_Acosh"] = function() {
          return (_Acosh = Module["_Acosh"] = Module["asm"]["Acosh"]).apply(null, arguments);
        };
        var _Add = Module["_Add"] = function() {
          return (_Add = Module["_Add"] = Module["asm"]["Add"]).apply(null, arguments);
        };
        var _AddN = Module["_AddN"] = function() {
          return (_AddN = Module["_AddN"] = Module["asm"]["AddN"]).apply(null, arguments);
        };
        var _All = Module["_All"] = function() {
          return (_All = Module["_All"] = Module["asm"]["All"]).apply(null, arguments);
        };
        var _Any = Module["_Any"] = function() {
          return (_Any = Module["_Any"] = Module["asm"]["Any"]).apply(null, arguments);
        };
        var _ArgMax = Module["_ArgMax"] = function() {
          return (_ArgMax = Module["_ArgMax"] = Module["asm"]["ArgMax"]).apply(null, arguments);
        };
        var _ArgMin = Module["_ArgMin"] = function() {
          return (_ArgMin = Module["_ArgMin"] = Module["asm"]["ArgMin"]).apply(null, arguments);
        };
        var _Asin = Module["_Asin"] = function() {
          return (_Asin = Module["_Asin"] = Module["asm"]["Asin"]).apply(null, arguments);
        };
        var _Asinh = Module["_Asinh"] = function() {
          return (_Asinh = Module["_Asinh"] = Module["asm"]["Asinh"]).apply(null, arguments);
        };
        var _Atan = Module["_Atan"] = function() {
          return (_Atan = Module["_Atan"] = Module["asm"]["Atan"]).apply(null, arguments);
        };
        var _Atan2 = Module["_Atan2"] = function() {
          return (_Atan2 = Module["_Atan2"] = Module["asm"]["Atan2"]).apply(null, arguments);
        };
        var _Atanh = Module["_Atanh"] = function() {
          return (_Atanh = Module["_Atanh"] = Module["asm"]["Atanh"]).apply(null, arguments);
        };
        var _AvgPool = Module["_AvgPool"] = function() {
          return (_AvgPool = Module["_AvgPool"] = Module["asm"]["AvgPool"]).apply(null, arguments);
        };
        var _AvgPool3D = Module["_AvgPool3D"] = function() {
          return (_AvgPool3D = Module["_AvgPool3D"] = Module["asm"]["AvgPool3D"]).apply(null, arguments);
        };
        var _AvgPool3DGrad = Module["_AvgPool3DGrad"] = function() {
          return (_AvgPool3DGrad = Module["_AvgPool3DGrad"] = Module["asm"]["AvgPool3DGrad"]).apply(null, arguments);
        };
        var _AvgPoolGrad = Module["_AvgPoolGrad"] = function() {
          return (_AvgPoolGrad = Module["_AvgPoolGrad"] = Module["asm"]["AvgPoolGrad"]).apply(null, arguments);
        };
        var _BatchMatMul = Module["_BatchMatMul"] = function() {
          return (_BatchMatMul = Module["_BatchMatMul"] = Module["asm"]["BatchMatMul"]).apply(null, arguments);
        };
        var _Bincount = Module["_Bincount"] = function() {
          return (_Bincount = Module["_Bincount"] = Module["asm"]["Bincount"]).apply(null, arguments);
        };
        var _BitwiseAnd = Module["_BitwiseAnd"] = function() {
          return (_BitwiseAnd = Module["_BitwiseAnd"] = Module["asm"]["BitwiseAnd"]).apply(null, arguments);
        };
        var _Ceil = Module["_Ceil"] = function() {
          return (_Ceil = Module["_Ceil"] = Module["asm"]["Ceil"]).apply(null, arguments);
        };
        var _ClipByValue = Module["_ClipByValue"] = function() {
          return (_ClipByValue = Module["_ClipByValue"] = Module["asm"]["ClipByValue"]).apply(null, arguments);
        };
        var _Conv2D = Module["_Conv2D"] = function() {
          return (_Conv2D = Module["_Conv2D"] = Module["asm"]["Conv2D"]).apply(null, arguments);
        };
        var _Conv2DBackpropInput = Module["_Conv2DBackpropInput"] = function() {
          return (_Conv2DBackpropInput = Module["_Conv2DBackpropInput"] = Module["asm"]["Conv2DBackpropInput"]).apply(null, arguments);
        };
        var _Conv3D = Module["_Conv3D"] = function() {
          return (_Conv3D = Module["_Conv3D"] = Module["asm"]["Conv3D"]).apply(null, arguments);
        };
        var _Conv3DBackpropFilterV2 = Module["_Conv3DBackpropFilterV2"] = function() {
          return (_Conv3DBackpropFilterV2 = Module["_Conv3DBackpropFilterV2"] = Module["asm"]["Conv3DBackpropFilterV2"]).apply(null, arguments);
        };
        var _Conv3DBackpropInputV2 = Module["_Conv3DBackpropInputV2"] = function() {
          return (_Conv3DBackpropInputV2 = Module["_Conv3DBackpropInputV2"] = Module["asm"]["Conv3DBackpropInputV2"]).apply(null, arguments);
        };
        var _Cos = Module["_Cos"] = function() {
          return (_Cos = Module["_Cos"] = Module["asm"]["Cos"]).apply(null, arguments);
        };
        var _Cosh = Module["_Cosh"] = function() {
          return (_Cosh = Module["_Cosh"] = Module["asm"]["Cosh"]).apply(null, arguments);
        };
        var _CropAndResize = Module["_CropAndResize"] = function() {
          return (_CropAndResize = Module["_CropAndResize"] = Module["asm"]["CropAndResize"]).apply(null, arguments);
        };
        var _Cumprod = Module["_Cumprod"] = function() {
          return (_Cumprod = Module["_Cumprod"] = Module["asm"]["Cumprod"]).apply(null, arguments);
        };
        var _Cumsum = Module["_Cumsum"] = function() {
          return (_Cumsum = Module["_Cumsum"] = Module["asm"]["Cumsum"]).apply(null, arguments);
        };
        var _DenseBincount = Module["_DenseBincount"] = function() {
          return (_DenseBincount = Module["_DenseBincount"] = Module["asm"]["DenseBincount"]).apply(null, arguments);
        };
        var _DepthToSpace = Module["_DepthToSpace"] = function() {
          return (_DepthToSpace = Module["_DepthToSpace"] = Module["asm"]["DepthToSpace"]).apply(null, arguments);
        };
        var _DepthwiseConv2dNative = Module["_DepthwiseConv2dNative"] = function() {
          return (_DepthwiseConv2dNative = Module["_DepthwiseConv2dNative"] = Module["asm"]["DepthwiseConv2dNative"]).apply(null, arguments);
        };
        var _Diag = Module["_Diag"] = function() {
          return (_Diag = Module["_Diag"] = Module["asm"]["Diag"]).apply(null, arguments);
        };
        var _Dilation2D = Module["_Dilation2D"] = function() {
          return (_Dilation2D = Module["_Dilation2D"] = Module["asm"]["Dilation2D"]).apply(null, arguments);
        };
        var _Dilation2DBackpropFilter = Module["_Dilation2DBackpropFilter"] = function() {
          return (_Dilation2DBackpropFilter = Module["_Dilation2DBackpropFilter"] = Module["asm"]["Dilation2DBackpropFilter"]).apply(null, arguments);
        };
        var _Dilation2DBackpropInput = Module["_Dilation2DBackpropInput"] = function() {
          return (_Dilation2DBackpropInput = Module["_Dilation2DBackpropInput"] = Module["asm"]["Dilation2DBackpropInput"]).apply(null, arguments);
        };
        var _Elu = Module["_Elu"] = function() {
          return (_Elu = Module["_Elu"] = Module["asm"]["Elu"]).apply(null, arguments);
        };
        var _EluGrad = Module["_EluGrad"] = function() {
          return (_EluGrad = Module["_EluGrad"] = Module["asm"]["EluGrad"]).apply(null, arguments);
        };
        var _Equal = Module["_Equal"] = function() {
          return (_Equal = Module["_Equal"] = Module["asm"]["Equal"]).apply(null, arguments);
        };
        var _Erf = Module["_Erf"] = function() {
          return (_Erf = Module["_Erf"] = Module["asm"]["Erf"]).apply(null, arguments);
        };
        var _Exp = Module["_Exp"] = function() {
          return (_Exp = Module["_Exp"] = Module["asm"]["Exp"]).apply(null, arguments);
        };
        var _Expm1 = Module["_Expm1"] = function() {
          return (_Expm1 = Module["_Expm1"] = Module["asm"]["Expm1"]).apply(null, arguments);
        };
        var _FlipLeftRight = Module["_FlipLeftRight"] = function() {
          return (_FlipLeftRight = Module["_FlipLeftRight"] = Module["asm"]["FlipLeftRight"]).apply(null, arguments);
        };
        var _Floor = Module["_Floor"] = function() {
          return (_Floor = Module["_Floor"] = Module["asm"]["Floor"]).apply(null, arguments);
        };
        var _FloorDiv = Module["_FloorDiv"] = function() {
          return (_FloorDiv = Module["_FloorDiv"] = Module["asm"]["FloorDiv"]).apply(null, arguments);
        };
        var _FusedBatchNorm = Module["_FusedBatchNorm"] = function() {
          return (_FusedBatchNorm = Module["_FusedBatchNorm"] = Module["asm"]["FusedBatchNorm"]).apply(null, arguments);
        };
        var _FusedConv2D = Module["_FusedConv2D"] = function() {
          return (_FusedConv2D = Module["_FusedConv2D"] = Module["asm"]["FusedConv2D"]).apply(null, arguments);
        };
        var _FusedDepthwiseConv2D = Module["_FusedDepthwiseConv2D"] = function() {
          return (_FusedDepthwiseConv2D = Module["_FusedDepthwiseConv2D"] = Module["asm"]["FusedDepthwiseConv2D"]).apply(null, arguments);
        };
        var _Gather = Module["_Gather"] = function() {
          return (_Gather = Module["_Gather"] = Module["asm"]["Gather"]).apply(null, arguments);
        };
        var _GatherNd = Module["_GatherNd"] = function() {
          return (_GatherNd = Module["_GatherNd"] = Module["asm"]["GatherNd"]).apply(null, arguments);
        };
        var _Greater = Module["_Greater"] = function() {
          return (_Greater = Module["_Greater"] = Module["asm"]["Greater"]).apply(null, arguments);
        };
        var _GreaterEqual = Module["_GreaterEqual"] = function() {
          return (_GreaterEqual = Module["_GreaterEqual"] = Module["asm"]["GreaterEqual"]).apply(null, arguments);
        };
        var _IsFinite = Module["_IsFinite"] = function() {
          return (_IsFinite = Module["_IsFinite"] = Module["asm"]["IsFinite"]).apply(null, arguments);
        };
        var _IsInf = Module["_IsInf"] = function() {
          return (_IsInf = Module["_IsInf"] = Module["asm"]["IsInf"]).apply(null, arguments);
        };
        var _IsNan = Module["_IsNan"] = function() {
          return (_IsNan = Module["_IsNan"] = Module["asm"]["IsNan"]).apply(null, arguments);
        };
        var _LRN = Module["_LRN"] = function() {
          return (_LRN = Module["_LRN"] = Module["asm"]["LRN"]).apply(null, arguments);
        };
        var _LRNGrad = Module["_LRNGrad"] = function() {
          return (_LRNGrad = Module["_LRNGrad"] = Module["asm"]["LRNGrad"]).apply(null, arguments);
        };
        var _LeakyRelu = Module["_LeakyRelu"] = function() {
          return (_LeakyRelu = Module["_LeakyRelu"] = Module["asm"]["LeakyRelu"]).apply(null, arguments);
        };
        var _Less = Module["_Less"] = function() {
          return (_Less = Module["_Less"] = Module["asm"]["Less"]).apply(null, arguments);
        };
        var _LessEqual = Module["_LessEqual"] = function() {
          return (_LessEqual = Module["_LessEqual"] = Module["asm"]["LessEqual"]).apply(null, arguments);
        };
        var _LinSpace = Module["_LinSpace"] = function() {
          return (_LinSpace = Module["_LinSpace"] = Module["asm"]["LinSpace"]).apply(null, arguments);
        };
        var _Log = Module["_Log"] = function() {
          return (_Log = Module["_Log"] = Module["asm"]["Log"]).apply(null, arguments);
        };
        var _Log1p = Module["_Log1p"] = function() {
          return (_Log1p = Module["_Log1p"] = Module["asm"]["Log1p"]).apply(null, arguments);
        };
        var _LogicalAnd = Module["_LogicalAnd"] = function() {
          return (_LogicalAnd = Module["_LogicalAnd"] = Module["asm"]["LogicalAnd"]).apply(null, arguments);
        };
        var _LogicalNot = Module["_LogicalNot"] = function() {
          return (_LogicalNot = Module["_LogicalNot"] = Module["asm"]["LogicalNot"]).apply(null, arguments);
        };
        var _LogicalOr = Module["_LogicalOr"] = function() {
          return (_LogicalOr = Module["_LogicalOr"] = Module["asm"]["LogicalOr"]).apply(null, arguments);
        };
        var _LogicalXor = Module["_LogicalXor"] = function() {
          return (_LogicalXor = Module["_LogicalXor"] = Module["asm"]["LogicalXor"]).apply(null, arguments);
        };
        var _Max = Module["_Max"] = function() {
          return (_Max = Module["_Max"] = Module["asm"]["Max"]).apply(null, arguments);
        };
        var _MaxPool = Module["_MaxPool"] = function() {
          return (_MaxPool = Module["_MaxPool"] = Module["asm"]["MaxPool"]).apply(null, arguments);
        };
        var _MaxPool3D = Module["_MaxPool3D"] = function() {
          return (_MaxPool3D = Module["_MaxPool3D"] = Module["asm"]["MaxPool3D"]).apply(null, arguments);
        };
        var _MaxPool3DGrad = Module["_MaxPool3DGrad"] = function() {
          return (_MaxPool3DGrad = Module["_MaxPool3DGrad"] = Module["asm"]["MaxPool3DGrad"]).apply(null, arguments);
        };
        var _MaxPoolGrad = Module["_MaxPoolGrad"] = function() {
          return (_MaxPoolGrad = Module["_MaxPoolGrad"] = Module["asm"]["MaxPoolGrad"]).apply(null, arguments);
        };
        var _MaxPoolWithArgmax = Module["_MaxPoolWithArgmax"] = function() {
          return (_MaxPoolWithArgmax = Module["_MaxPoolWithArgmax"] = Module["asm"]["MaxPoolWithArgmax"]).apply(null, arguments);
        };
        var _Maximum = Module["_Maximum"] = function() {
          return (_Maximum = Module["_Maximum"] = Module["asm"]["Maximum"]).apply(null, arguments);
        };
        var _Mean = Module["_Mean"] = function() {
          return (_Mean = Module["_Mean"] = Module["asm"]["Mean"]).apply(null, arguments);
        };
        var _Min = Module["_Min"] = function() {
          return (_Min = Module["_Min"] = Module["asm"]["Min"]).apply(null, arguments);
        };
        var _Minimum = Module["_Minimum"] = function() {
          return (_Minimum = Module["_Minimum"] = Module["asm"]["Minimum"]).apply(null, arguments);
        };
        var _MirrorPad = Module["_MirrorPad"] = function() {
          return (_MirrorPad = Module["_MirrorPad"] = Module["asm"]["MirrorPad"]).apply(null, arguments);
        };
        var _Mod = Module["_Mod"] = function() {
          return (_Mod = Module["_Mod"] = Module["asm"]["Mod"]).apply(null, arguments);
        };
        var _Multinomial = Module["_Multinomial"] = function() {
          return (_Multinomial = Module["_Multinomial"] = Module["asm"]["Multinomial"]).apply(null, arguments);
        };
        var _Multiply = Module["_Multiply"] = function() {
          return (_Multiply = Module["_Multiply"] = Module["asm"]["Multiply"]).apply(null, arguments);
        };
        var _Neg = Module["_Neg"] = function() {
          return (_Neg = Module["_Neg"] = Module["asm"]["Neg"]).apply(null, arguments);
        };
        var _NonMaxSuppressionV3 = Module["_NonMaxSuppressionV3"] = function() {
          return (_NonMaxSuppressionV3 = Module["_NonMaxSuppressionV3"] = Module["asm"]["NonMaxSuppressionV3"]).apply(null, arguments);
        };
        var _NonMaxSuppressionV4 = Module["_NonMaxSuppressionV4"] = function() {
          return (_NonMaxSuppressionV4 = Module["_NonMaxSuppressionV4"] = Module["asm"]["NonMaxSuppressionV4"]).apply(null, arguments);
        };
        var _NonMaxSuppressionV5 = Module["_NonMaxSuppressionV5"] = function() {
          return (_NonMaxSuppressionV5 = Module["_NonMaxSuppressionV5"] = Module["asm"]["NonMaxSuppressionV5"]).apply(null, arguments);
        };
        var _NotEqual = Module["_NotEqual"] = function() {
          return (_NotEqual = Module["_NotEqual"] = Module["asm"]["NotEqual"]).apply(null, arguments);
        };
        var _OneHot = Module["_OneHot"] = function() {
          return (_OneHot = Module["_OneHot"] = Module["asm"]["OneHot"]).apply(null, arguments);
        };
        var _PadV2 = Module["_PadV2"] = function() {
          return (_PadV2 = Module["_PadV2"] = Module["asm"]["PadV2"]).apply(null, arguments);
        };
        var _Pow = Module["_Pow"] = function() {
          return (_Pow = Module["_Pow"] = Module["asm"]["Pow"]).apply(null, arguments);
        };
        var _Prelu = Module["_Prelu"] = function() {
          return (_Prelu = Module["_Prelu"] = Module["asm"]["Prelu"]).apply(null, arguments);
        };
        var _Prod = Module["_Prod"] = function() {
          return (_Prod = Module["_Prod"] = Module["asm"]["Prod"]).apply(null, arguments);
        };
        var _RealDiv = Module["_RealDiv"] = function() {
          return (_RealDiv = Module["_RealDiv"] = Module["asm"]["RealDiv"]).apply(null, arguments);
        };
        var _Reciprocal = Module["_Reciprocal"] = function() {
          return (_Reciprocal = Module["_Reciprocal"] = Module["asm"]["Reciprocal"]).apply(null, arguments);
        };
        var _Relu = Module["_Relu"] = function() {
          return (_Relu = Module["_Relu"] = Module["asm"]["Relu"]).apply(null, arguments);
        };
        var _Relu6 = Module["_Relu6"] = function() {
          return (_Relu6 = Module["_Relu6"] = Module["asm"]["Relu6"]).apply(null, arguments);
        };
        var _ResizeBilinear = Module["_ResizeBilinear"] = function() {
          return (_ResizeBilinear = Module["_ResizeBilinear"] = Module["asm"]["ResizeBilinear"]).apply(null, arguments);
        };
        var _ResizeBilinearGrad = Module["_ResizeBilinearGrad"] = function() {
          return (_ResizeBilinearGrad = Module["_ResizeBilinearGrad"] = Module["asm"]["ResizeBilinearGrad"]).apply(null, arguments);
        };
        var _ResizeNearestNeighbor = Module["_ResizeNearestNeighbor"] = function() {
          return (_ResizeNearestNeighbor = Module["_ResizeNearestNeighbor"] = Module["asm"]["ResizeNearestNeighbor"]).apply(null, arguments);
        };
        var _ResizeNearestNeighborGrad = Module["_ResizeNearestNeighborGrad"] = function() {
          return (_ResizeNearestNeighborGrad = Module["_ResizeNearestNeighborGrad"] = Module["asm"]["ResizeNearestNeighborGrad"]).apply(null, arguments);
        };
        var _Reverse = Module["_Reverse"] = function() {
          return (_Reverse = Module["_Reverse"] = Module["asm"]["Reverse"]).apply(null, arguments);
        };
        var _RotateWithOffset = Module["_RotateWithOffset"] = function() {
          return (_RotateWithOffset = Module["_RotateWithOffset"] = Module["asm"]["RotateWithOffset"]).apply(null, arguments);
        };
        var _Round = Module["_Round"] = function() {
          return (_Round = Module["_Round"] = Module["asm"]["Round"]).apply(null, arguments);
        };
        var _Rsqrt = Module["_Rsqrt"] = function() {
          return (_Rsqrt = Module["_Rsqrt"] = Module["asm"]["Rsqrt"]).apply(null, arguments);
        };
        var _ScatterNd = Module["_ScatterNd"] = function() {
          return (_ScatterNd = Module["_ScatterNd"] = Module["asm"]["ScatterNd"]).apply(null, arguments);
        };
        var _SearchSorted = Module["_SearchSorted"] = function() {
          return (_SearchSorted = Module["_SearchSorted"] = Module["asm"]["SearchSorted"]).apply(null, arguments);
        };
        var _SelectV2 = Module["_SelectV2"] = function() {
          return (_SelectV2 = Module["_SelectV2"] = Module["asm"]["SelectV2"]).apply(null, arguments);
        };
        var _Selu = Module["_Selu"] = function() {
          return (_Selu = Module["_Selu"] = Module["asm"]["Selu"]).apply(null, arguments);
        };
        var _Sigmoid = Module["_Sigmoid"] = function() {
          return (_Sigmoid = Module["_Sigmoid"] = Module["asm"]["Sigmoid"]).apply(null, arguments);
        };
        var _Sign = Module["_Sign"] = function() {
          return (_Sign = Module["_Sign"] = Module["asm"]["Sign"]).apply(null, arguments);
        };
        var _Sin = Module["_Sin"] = function() {
          return (_Sin = Module["_Sin"] = Module["asm"]["Sin"]).apply(null, arguments);
        };
        var _Sinh = Module["_Sinh"] = function() {
          return (_Sinh = Module["_Sinh"] = Module["asm"]["Sinh"]).apply(null, arguments);
        };
        var _Softmax = Module["_Softmax"] = function() {
          return (_Softmax = Module["_Softmax"] = Module["asm"]["Softmax"]).apply(null, arguments);
        };
        var _Softplus = Module["_Softplus"] = function() {
          return (_Softplus = Module["_Softplus"] = Module["asm"]["Softplus"]).apply(null, arguments);
        };
        var _SparseFillEmptyRows = Module["_SparseFillEmptyRows"] = function() {
          return (_SparseFillEmptyRows = Module["_SparseFillEmptyRows"] = Module["asm"]["SparseFillEmptyRows"]).apply(null, arguments);
        };
        var _SparseReshape = Module["_SparseReshape"] = function() {
          return (_SparseReshape = Module["_SparseReshape"] = Module["asm"]["SparseReshape"]).apply(null, arguments);
        };
        var _SparseSegmentReduction = Module["_SparseSegmentReduction"] = function() {
          return (_SparseSegmentReduction = Module["_SparseSegmentReduction"] = Module["asm"]["SparseSegmentReduction"]).apply(null, arguments);
        };
        var _SparseToDense = Module["_SparseToDense"] = function() {
          return (_SparseToDense = Module["_SparseToDense"] = Module["asm"]["SparseToDense"]).apply(null, arguments);
        };
        var _Sqrt = Module["_Sqrt"] = function() {
          return (_Sqrt = Module["_Sqrt"] = Module["asm"]["Sqrt"]).apply(null, arguments);
        };
        var _Square = Module["_Square"] = function() {
          return (_Square = Module["_Square"] = Module["asm"]["Square"]).apply(null, arguments);
        };
        var _SquaredDifference = Module["_SquaredDifference"] = function() {
          return (_SquaredDifference = Module["_SquaredDifference"] = Module["asm"]["SquaredDifference"]).apply(null, arguments);
        };
        var _Step = Module["_Step"] = function() {
          return (_Step = Module["_Step"] = Module["asm"]["Step"]).apply(null, arguments);
        };
        var _StridedSlice = Module["_StridedSlice"] = function() {
          return (_StridedSlice = Module["_StridedSlice"] = Module["asm"]["StridedSlice"]).apply(null, arguments);
        };
        var _Sub = Module["_Sub"] = function() {
          return (_Sub = Module["_Sub"] = Module["asm"]["Sub"]).apply(null, arguments);
        };
        var _Sum = Module["_Sum"] = function() {
          return (_Sum = Module["_Sum"] = Module["asm"]["Sum"]).apply(null, arguments);
        };
        var _Tan = Module["_Tan"] = function() {
          return (_Tan = Module["_Tan"] = Module["asm"]["Tan"]).apply(null, arguments);
        };
        var _Tanh = Module["_Tanh"] = function() {
          return (_Tanh = Module["_Tanh"] = Module["asm"]["Tanh"]).apply(null, arguments);
        };
        var _TensorScatterUpdate = Module["_TensorScatterUpdate"] = function() {
          return (_TensorScatterUpdate = Module["_TensorScatterUpdate"] = Module["asm"]["TensorScatterUpdate"]).apply(null, arguments);
        };
        var _Tile = Module["_Tile"] = function() {
          return (_Tile = Module["_Tile"] = Module["asm"]["Tile"]).apply(null, arguments);
        };
        var _TopK = Module["_TopK"] = function() {
          return (_TopK = Module["_TopK"] = Module["asm"]["TopK"]).apply(null, arguments);
        };
        var _Transform = Module["_Transform"] = function() {
          return (_Transform = Module["_Transform"] = Module["asm"]["Transform"]).apply(null, arguments);
        };
        var _Transpose = Module["_Transpose"] = function() {
          return (_Transpose = Module["_Transpose"] = Module["asm"]["Transpose"]).apply(null, arguments);
        };
        var __FusedMatMul = Module["__FusedMatMul"] = function() {
          return (__FusedMatMul = Module["__FusedMatMul"] = Module["asm"]["_FusedMatMul"]).apply(null, arguments);
        };
        var _malloc = Module["_malloc"] = function() {
          return (_malloc = Module["_malloc"] = Module["asm"]["malloc"]).apply(null, arguments);
        };
        var _free = Module["_free"] = function() {
          return (_free = Module["_free"] = Module["asm"]["free"]).apply(null, arguments);
        };
        var __emscripten_tls_init = Module["__emscripten_tls_init"] = function() {
          return (__emscripten_tls_init = Module["__emscripten_tls_init"] = Module["asm"]["_emscripten_tls_init"]).apply(null, arguments);
        };
        var _pthread_self = Module["_pthread_self"] = function() {
          return (_pthread_self = Module["_pthread_self"] = Module["asm"]["pthread_self"]).apply(null, arguments);
        };
        var ___errno_location = Module["___errno_location"] = function() {
          return (___errno_location = Module["___errno_location"] = Module["asm"]["__errno_location"]).apply(null, arguments);
        };
        var __emscripten_thread_init = Module["__emscripten_thread_init"] = function() {
          return (__emscripten_thread_init = Module["__emscripten_thread_init"] = Module["asm"]["_emscripten_thread_init"]).apply(null, arguments);
        };
        var __emscripten_thread_crashed = Module["__emscripten_thread_crashed"] = function() {
          return (__emscripten_thread_crashed = Module["__emscripten_thread_crashed"] = Module["asm"]["_emscripten_thread_crashed"]).apply(null, arguments);
        };
        var _emscripten_main_thread_process_queued_calls = Module["_emscripten_main_thread_process_queued_calls"] = function() {
          return (_emscripten_main_thread_process_queued_calls = Module["_emscripten_main_thread_process_queued_calls"] = Module["asm"]["emscripten_main_thread_process_queued_calls"]).apply(null, arguments);
        };
        var _emscripten_main_browser_thread_id = Module["_emscripten_main_browser_thread_id"] = function() {
          return (_emscripten_main_browser_thread_id = Module["_emscripten_main_browser_thread_id"] = Module["asm"]["emscripten_main_browser_thread_id"]).apply(null, arguments);
        };
        var _emscripten_run_in_main_runtime_thread_js = Module["_emscripten_run_in_main_runtime_thread_js"] = function() {
          return (_emscripten_run_in_main_runtime_thread_js = Module["_emscripten_run_in_main_runtime_thread_js"] = Module["asm"]["emscripten_run_in_main_runtime_thread_js"]).apply(null, arguments);
        };
        var _emscripten_dispatch_to_thread_ = Module["_emscripten_dispatch_to_thread_"] = function() {
          return (_emscripten_dispatch_to_thread_ = Module["_emscripten_dispatch_to_thread_"] = Module["asm"]["emscripten_dispatch_to_thread_"]).apply(null, arguments);
        };
        var __emscripten_proxy_execute_task_queue = Module["__emscripten_proxy_execute_task_queue"] = function() {
          return (__emscripten_proxy_execute_task_queue = Module["__emscripten_proxy_execute_task_queue"] = Module["asm"]["_emscripten_proxy_execute_task_queue"]).apply(null, arguments);
        };
        var __emscripten_thread_free_data = Module["__emscripten_thread_free_data"] = function() {
          return (__emscripten_thread_free_data = Module["__emscripten_thread_free_data"] = Module["asm"]["_emscripten_thread_free_data"]).apply(null, arguments);
        };
        var __emscripten_thread_exit = Module["__emscripten_thread_exit"] = function() {
          return (__emscripten_thread_exit = Module["__emscripten_thread_exit"] = Module["asm"]["_emscripten_thread_exit"]).apply(null, arguments);
        };
        var _emscripten_stack_set_limits = Module["_emscripten_stack_set_limits"] = function() {
          return (_emscripten_stack_set_limits = Module["_emscripten_stack_set_limits"] = Module["asm"]["emscripten_stack_set_limits"]).apply(null, arguments);
        };
        var stackSave = Module["stackSave"] = function() {
          return (stackSave = Module["stackSave"] = Module["asm"]["stackSave"]).apply(null, arguments);
        };
        var stackRestore = Module["stackRestore"] = function() {
          return (stackRestore = Module["stackRestore"] = Module["asm"]["stackRestore"]).apply(null, arguments);
        };
        var stackAlloc = Module["stackAlloc"] = function() {
          return (stackAlloc = Module["stackAlloc"] = Module["asm"]["stackAlloc"]).apply(null, arguments);
        };
        var dynCall_iijjiiii = Module["dynCall_iijjiiii"] = function() {
          return (dynCall_iijjiiii = Module["dynCall_iijjiiii"] = Module["asm"]["dynCall_iijjiiii"]).apply(null, arguments);
        };
        var dynCall_jiji = Module["dynCall_jiji"] = function() {
          return (dynCall_jiji = Module["dynCall_jiji"] = Module["asm"]["dynCall_jiji"]).apply(null, arguments);
        };
        Module["keepRuntimeAlive"] = keepRuntimeAlive;
        Module["wasmMemory"] = wasmMemory;
        Module["cwrap"] = cwrap;
        Module["ExitStatus"] = ExitStatus;
        Module["PThread"] = PThread;
        var calledRun;
        dependenciesFulfilled = /* @__PURE__ */ __name(function runCaller() {
          if (!calledRun) run();
          if (!calledRun) dependenciesFulfilled = runCaller;
        }, "runCaller");
        function run(args) {
          args = args || arguments_;
          if (runDependencies > 0) {
            return;
          }
          if (ENVIRONMENT_IS_PTHREAD) {
            readyPromiseResolve(Module);
            initRuntime();
            startWorker(Module);
            return;
          }
          preRun();
          if (runDependencies > 0) {
            return;
          }
          function doRun() {
            if (calledRun) return;
            calledRun = true;
            Module["calledRun"] = true;
            if (ABORT) return;
            initRuntime();
            readyPromiseResolve(Module);
            if (Module["onRuntimeInitialized"]) Module["onRuntimeInitialized"]();
            postRun();
          }
          __name(doRun, "doRun");
          if (Module["setStatus"]) {
            Module["setStatus"]("Running...");
            setTimeout(function() {
              setTimeout(function() {
                Module["setStatus"]("");
              }, 1);
              doRun();
            }, 1);
          } else {
            doRun();
          }
        }
        __name(run, "run");
        if (Module["preInit"]) {
          if (typeof Module["preInit"] == "function") Module["preInit"] = [Module["preInit"]];
          while (Module["preInit"].length > 0) {
            Module["preInit"].pop()();
          }
        }
        run();
        var listenersAdded;
        if (beforeListeners) {
          listenersAdded = { uncaughtException: process.listeners("uncaughtException").filter(function(listener) {
            return !beforeListeners.uncaughtException.indexOf(listener) > -1;
          }), unhandledRejection: process.listeners("unhandledRejection").filter(function(listener) {
            return !beforeListeners.unhandledRejection.indexOf(listener) > -1;
          }) };
        }
        var actualModule;
        if (typeof WasmBackendModule !== "undefined") {
          actualModule = WasmBackendModule;
        } else if (typeof WasmBackendModuleThreadedSimd3 !== "undefined") {
          actualModule = WasmBackendModuleThreadedSimd3;
        } else {
          throw new Error("Could not find wasm module in post.js");
        }
        if (listenersAdded) {
          var tmpDispose = actualModule["_dispose"];
          actualModule["_dispose"] = function() {
            tmpDispose();
            listenersAdded.uncaughtException.forEach(function(listener) {
              process.removeListener("uncaughtException", listener);
            });
            listenersAdded.unhandledRejection.forEach(function(listener) {
              process.removeListener("unhandledRejection", listener);
            });
          };
        }
        return WasmBackendModuleThreadedSimd3.ready;
      });
    })();
    if (typeof exports === "object" && typeof module === "object")
      module.exports = WasmBackendModuleThreadedSimd2;
    else if (typeof define === "function" && define["amd"])
      define([], function() {
        return WasmBackendModuleThreadedSimd2;
      });
    else if (typeof exports === "object")
      exports["WasmBackendModuleThreadedSimd"] = WasmBackendModuleThreadedSimd2;
  }
});

// node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.worker.js
var require_tfjs_backend_wasm_threaded_simd_worker = __commonJS({
  "node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.worker.js"(exports, module) {
    module.exports.wasmWorkerContents = `"use strict";var Module={};var ENVIRONMENT_IS_NODE=typeof process=="object"&&typeof process.versions=="object"&&typeof process.versions.node=="string";if(ENVIRONMENT_IS_NODE){var nodeWorkerThreads=require("worker_threads");var parentPort=nodeWorkerThreads.parentPort;parentPort.on("message",data=>onmessage({data:data}));var fs=require("fs");Object.assign(global,{self:global,require:require,Module:Module,location:{href:__filename},Worker:nodeWorkerThreads.Worker,importScripts:function(f){(0,eval)(fs.readFileSync(f,"utf8")+"//# sourceURL="+f)},postMessage:function(msg){parentPort.postMessage(msg)},performance:global.performance||{now:function(){return Date.now()}}})}var initializedJS=false;var pendingNotifiedProxyingQueues=[];function threadPrintErr(){var text=Array.prototype.slice.call(arguments).join(" ");if(ENVIRONMENT_IS_NODE){fs.writeSync(2,text+"
");return}console.error(text)}function threadAlert(){var text=Array.prototype.slice.call(arguments).join(" ");postMessage({cmd:"alert",text:text,threadId:Module["_pthread_self"]()})}var err=threadPrintErr;self.alert=threadAlert;Module["instantiateWasm"]=(info,receiveInstance)=>{var instance=new WebAssembly.Instance(Module["wasmModule"],info);receiveInstance(instance);Module["wasmModule"]=null;return instance.exports};self.onunhandledrejection=e=>{throw e.reason??e};self.startWorker=instance=>{Module=instance;postMessage({"cmd":"loaded"})};self.onmessage=e=>{try{if(e.data.cmd==="load"){Module["wasmModule"]=e.data.wasmModule;for(const handler of e.data.handlers){Module[handler]=function(){postMessage({cmd:"callHandler",handler:handler,args:[...arguments]})}}Module["wasmMemory"]=e.data.wasmMemory;Module["buffer"]=Module["wasmMemory"].buffer;Module["ENVIRONMENT_IS_PTHREAD"]=true;if(typeof e.data.urlOrBlob=="string"){importScripts(e.data.urlOrBlob)}else{var objectUrl=URL.createObjectURL(e.data.urlOrBlob);importScripts(objectUrl);URL.revokeObjectURL(objectUrl)}WasmBackendModuleThreadedSimd(Module)}else if(e.data.cmd==="run"){Module["__emscripten_thread_init"](e.data.pthread_ptr,0,0,1);Module["establishStackSpace"]();Module["PThread"].receiveObjectTransfer(e.data);Module["PThread"].threadInitTLS();if(!initializedJS){pendingNotifiedProxyingQueues.forEach(queue=>{Module["executeNotifiedProxyingQueue"](queue)});pendingNotifiedProxyingQueues=[];initializedJS=true}try{Module["invokeEntryPoint"](e.data.start_routine,e.data.arg)}catch(ex){if(ex!="unwind"){if(ex instanceof Module["ExitStatus"]){if(Module["keepRuntimeAlive"]()){}else{Module["__emscripten_thread_exit"](ex.status)}}else{throw ex}}}}else if(e.data.cmd==="cancel"){if(Module["_pthread_self"]()){Module["__emscripten_thread_exit"](-1)}}else if(e.data.target==="setimmediate"){}else if(e.data.cmd==="processProxyingQueue"){if(initializedJS){Module["executeNotifiedProxyingQueue"](e.data.queue)}else{pendingNotifiedProxyingQueues.push(e.data.queue)}}else if(e.data.cmd){err("worker.js received unknown command "+e.data.cmd);err(e.data)}}catch(ex){if(Module["__emscripten_thread_crashed"]){Module["__emscripten_thread_crashed"]()}throw ex}};`;
  }
});

// node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js
var require_tfjs_backend_wasm = __commonJS({
  "node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js"(exports, module) {
    var WasmBackendModule2 = (() => {
      var _scriptDir = typeof document !== "undefined" && document.currentScript ? document.currentScript.src : void 0;
      if (typeof __filename !== "undefined") _scriptDir = _scriptDir || __filename;
      return (function(WasmBackendModule3) {
        WasmBackendModule3 = WasmBackendModule3 || {};
        var Module = typeof WasmBackendModule3 != "undefined" ? WasmBackendModule3 : {};
        var readyPromiseResolve, readyPromiseReject;
        Module["ready"] = new Promise(function(resolve, reject) {
          readyPromiseResolve = resolve;
          readyPromiseReject = reject;
        });
        var beforeListeners;
        if (typeof process !== "undefined" && process.listeners) {
          beforeListeners = { uncaughtException: process.listeners("uncaughtException"), unhandledRejection: process.listeners("unhandledRejection") };
        }
        var moduleOverrides = Object.assign({}, Module);
        var arguments_ = [];
        var thisProgram = "./this.program";
        var quit_ = /* @__PURE__ */ __name((status, toThrow) => {
          throw toThrow;
        }, "quit_");
        var ENVIRONMENT_IS_WEB = typeof window == "object";
        var ENVIRONMENT_IS_WORKER = typeof importScripts == "function";
        var ENVIRONMENT_IS_NODE = typeof process == "object" && typeof process.versions == "object" && typeof process.versions.node == "string";
        var scriptDirectory = "";
        function locateFile(path) {
          if (Module["locateFile"]) {
            return Module["locateFile"](path, scriptDirectory);
          }
          return scriptDirectory + path;
        }
        __name(locateFile, "locateFile");
        var read_, readAsync, readBinary, setWindowTitle;
        function logExceptionOnExit(e) {
          if (e instanceof ExitStatus) return;
          let toLog = e;
          err("exiting due to exception: " + toLog);
        }
        __name(logExceptionOnExit, "logExceptionOnExit");
        if (ENVIRONMENT_IS_NODE) {
          var fs = __require("fs");
          var nodePath = __require("path");
          if (ENVIRONMENT_IS_WORKER) {
            scriptDirectory = nodePath.dirname(scriptDirectory) + "/";
          } else {
            scriptDirectory = __dirname + "/";
          }
          read_ = /* @__PURE__ */ __name((filename, binary) => {
            filename = isFileURI(filename) ? new URL(filename) : nodePath.normalize(filename);
            return fs.readFileSync(filename, binary ? void 0 : "utf8");
          }, "read_");
          readBinary = /* @__PURE__ */ __name((filename) => {
            var ret = read_(filename, true);
            if (!ret.buffer) {
              ret = new Uint8Array(ret);
            }
            return ret;
          }, "readBinary");
          readAsync = /* @__PURE__ */ __name((filename, onload, onerror) => {
            filename = isFileURI(filename) ? new URL(filename) : nodePath.normalize(filename);
            fs.readFile(filename, function(err2, data) {
              if (err2) onerror(err2);
              else onload(data.buffer);
            });
          }, "readAsync");
          if (process["argv"].length > 1) {
            thisProgram = process["argv"][1].replace(/\\/g, "/");
          }
          arguments_ = process["argv"].slice(2);
          process["on"]("uncaughtException", function(ex) {
            if (!(ex instanceof ExitStatus)) {
              throw ex;
            }
          });
          process["on"]("unhandledRejection", function(reason) {
            throw reason;
          });
          quit_ = /* @__PURE__ */ __name((status, toThrow) => {
            if (keepRuntimeAlive()) {
              process["exitCode"] = status;
              throw toThrow;
            }
            logExceptionOnExit(toThrow);
            process["exit"](status);
          }, "quit_");
          Module["inspect"] = function() {
            return "[Emscripten Module object]";
          };
        } else if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
          if (ENVIRONMENT_IS_WORKER) {
            scriptDirectory = self.location.href;
          } else if (typeof document != "undefined" && document.currentScript) {
            scriptDirectory = document.currentScript.src;
          }
          if (_scriptDir) {
            scriptDirectory = _scriptDir;
          }
          if (scriptDirectory.indexOf("blob:") !== 0) {
            scriptDirectory = scriptDirectory.substr(0, scriptDirectory.replace(/[?#].*/, "").lastIndexOf("/") + 1);
          } else {
            scriptDirectory = "";
          }
          {
            read_ = /* @__PURE__ */ __name((url) => {
              var xhr = new XMLHttpRequest();
              xhr.open("GET", url, false);
              xhr.send(null);
              return xhr.responseText;
            }, "read_");
            if (ENVIRONMENT_IS_WORKER) {
              readBinary = /* @__PURE__ */ __name((url) => {
                var xhr = new XMLHttpRequest();
                xhr.open("GET", url, false);
                xhr.responseType = "arraybuffer";
                xhr.send(null);
                return new Uint8Array(xhr.response);
              }, "readBinary");
            }
            readAsync = /* @__PURE__ */ __name((url, onload, onerror) => {
              var xhr = new XMLHttpRequest();
              xhr.open("GET", url, true);
              xhr.responseType = "arraybuffer";
              xhr.onload = () => {
                if (xhr.status == 200 || xhr.status == 0 && xhr.response) {
                  onload(xhr.response);
                  return;
                }
                onerror();
              };
              xhr.onerror = onerror;
              xhr.send(null);
            }, "readAsync");
          }
          setWindowTitle = /* @__PURE__ */ __name((title) => document.title = title, "setWindowTitle");
        } else {
        }
        var out = Module["print"] || console.log.bind(console);
        var err = Module["printErr"] || console.warn.bind(console);
        Object.assign(Module, moduleOverrides);
        moduleOverrides = null;
        if (Module["arguments"]) arguments_ = Module["arguments"];
        if (Module["thisProgram"]) thisProgram = Module["thisProgram"];
        if (Module["quit"]) quit_ = Module["quit"];
        var POINTER_SIZE = 4;
        var wasmBinary;
        if (Module["wasmBinary"]) wasmBinary = Module["wasmBinary"];
        var noExitRuntime = Module["noExitRuntime"] || true;
        if (typeof WebAssembly != "object") {
          abort("no native wasm support detected");
        }
        var wasmMemory;
        var ABORT = false;
        var EXITSTATUS;
        function assert2(condition, text2) {
          if (!condition) {
            abort(text2);
          }
        }
        __name(assert2, "assert");
        var UTF8Decoder = typeof TextDecoder != "undefined" ? new TextDecoder("utf8") : void 0;
        function UTF8ArrayToString(heapOrArray, idx, maxBytesToRead) {
          idx >>>= 0;
          var endIdx = idx + maxBytesToRead;
          var endPtr = idx;
          while (heapOrArray[endPtr] && !(endPtr >= endIdx)) ++endPtr;
          if (endPtr - idx > 16 && heapOrArray.buffer && UTF8Decoder) {
            return UTF8Decoder.decode(heapOrArray.subarray(idx, endPtr));
          }
          var str = "";
          while (idx < endPtr) {
            var u0 = heapOrArray[idx++];
            if (!(u0 & 128)) {
              str += String.fromCharCode(u0);
              continue;
            }
            var u1 = heapOrArray[idx++] & 63;
            if ((u0 & 224) == 192) {
              str += String.fromCharCode((u0 & 31) << 6 | u1);
              continue;
            }
            var u2 = heapOrArray[idx++] & 63;
            if ((u0 & 240) == 224) {
              u0 = (u0 & 15) << 12 | u1 << 6 | u2;
            } else {
              u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
            }
            if (u0 < 65536) {
              str += String.fromCharCode(u0);
            } else {
              var ch = u0 - 65536;
              str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
            }
          }
          return str;
        }
        __name(UTF8ArrayToString, "UTF8ArrayToString");
        function UTF8ToString(ptr, maxBytesToRead) {
          ptr >>>= 0;
          return ptr ? UTF8ArrayToString(HEAPU8, ptr, maxBytesToRead) : "";
        }
        __name(UTF8ToString, "UTF8ToString");
        function stringToUTF8Array(str, heap, outIdx, maxBytesToWrite) {
          outIdx >>>= 0;
          if (!(maxBytesToWrite > 0)) return 0;
          var startIdx = outIdx;
          var endIdx = outIdx + maxBytesToWrite - 1;
          for (var i = 0; i < str.length; ++i) {
            var u = str.charCodeAt(i);
            if (u >= 55296 && u <= 57343) {
              var u1 = str.charCodeAt(++i);
              u = 65536 + ((u & 1023) << 10) | u1 & 1023;
            }
            if (u <= 127) {
              if (outIdx >= endIdx) break;
              heap[outIdx++ >>> 0] = u;
            } else if (u <= 2047) {
              if (outIdx + 1 >= endIdx) break;
              heap[outIdx++ >>> 0] = 192 | u >> 6;
              heap[outIdx++ >>> 0] = 128 | u & 63;
            } else if (u <= 65535) {
              if (outIdx + 2 >= endIdx) break;
              heap[outIdx++ >>> 0] = 224 | u >> 12;
              heap[outIdx++ >>> 0] = 128 | u >> 6 & 63;
              heap[outIdx++ >>> 0] = 128 | u & 63;
            } else {
              if (outIdx + 3 >= endIdx) break;
              heap[outIdx++ >>> 0] = 240 | u >> 18;
              heap[outIdx++ >>> 0] = 128 | u >> 12 & 63;
              heap[outIdx++ >>> 0] = 128 | u >> 6 & 63;
              heap[outIdx++ >>> 0] = 128 | u & 63;
            }
          }
          heap[outIdx >>> 0] = 0;
          return outIdx - startIdx;
        }
        __name(stringToUTF8Array, "stringToUTF8Array");
        function stringToUTF8(str, outPtr, maxBytesToWrite) {
          return stringToUTF8Array(str, HEAPU8, outPtr, maxBytesToWrite);
        }
        __name(stringToUTF8, "stringToUTF8");
        var buffer, HEAP8, HEAPU8, HEAP16, HEAPU16, HEAP32, HEAPU32, HEAPF32, HEAPF64;
        function updateGlobalBufferAndViews(buf) {
          buffer = buf;
          Module["HEAP8"] = HEAP8 = new Int8Array(buf);
          Module["HEAP16"] = HEAP16 = new Int16Array(buf);
          Module["HEAP32"] = HEAP32 = new Int32Array(buf);
          Module["HEAPU8"] = HEAPU8 = new Uint8Array(buf);
          Module["HEAPU16"] = HEAPU16 = new Uint16Array(buf);
          Module["HEAPU32"] = HEAPU32 = new Uint32Array(buf);
          Module["HEAPF32"] = HEAPF32 = new Float32Array(buf);
          Module["HEAPF64"] = HEAPF64 = new Float64Array(buf);
        }
        __name(updateGlobalBufferAndViews, "updateGlobalBufferAndViews");
        var INITIAL_MEMORY = Module["INITIAL_MEMORY"] || 16777216;
        var wasmTable;
        var __ATPRERUN__ = [];
        var __ATINIT__ = [];
        var __ATPOSTRUN__ = [];
        var runtimeInitialized = false;
        function keepRuntimeAlive() {
          return noExitRuntime;
        }
        __name(keepRuntimeAlive, "keepRuntimeAlive");
        function preRun() {
          if (Module["preRun"]) {
            if (typeof Module["preRun"] == "function") Module["preRun"] = [Module["preRun"]];
            while (Module["preRun"].length) {
              addOnPreRun(Module["preRun"].shift());
            }
          }
          callRuntimeCallbacks(__ATPRERUN__);
        }
        __name(preRun, "preRun");
        function initRuntime() {
          runtimeInitialized = true;
          callRuntimeCallbacks(__ATINIT__);
        }
        __name(initRuntime, "initRuntime");
        function postRun() {
          if (Module["postRun"]) {
            if (typeof Module["postRun"] == "function") Module["postRun"] = [Module["postRun"]];
            while (Module["postRun"].length) {
              addOnPostRun(Module["postRun"].shift());
            }
          }
          callRuntimeCallbacks(__ATPOSTRUN__);
        }
        __name(postRun, "postRun");
        function addOnPreRun(cb) {
          __ATPRERUN__.unshift(cb);
        }
        __name(addOnPreRun, "addOnPreRun");
        function addOnInit(cb) {
          __ATINIT__.unshift(cb);
        }
        __name(addOnInit, "addOnInit");
        function addOnPostRun(cb) {
          __ATPOSTRUN__.unshift(cb);
        }
        __name(addOnPostRun, "addOnPostRun");
        var runDependencies = 0;
        var runDependencyWatcher = null;
        var dependenciesFulfilled = null;
        function addRunDependency(id) {
          runDependencies++;
          if (Module["monitorRunDependencies"]) {
            Module["monitorRunDependencies"](runDependencies);
          }
        }
        __name(addRunDependency, "addRunDependency");
        function removeRunDependency(id) {
          runDependencies--;
          if (Module["monitorRunDependencies"]) {
            Module["monitorRunDependencies"](runDependencies);
          }
          if (runDependencies == 0) {
            if (runDependencyWatcher !== null) {
              clearInterval(runDependencyWatcher);
              runDependencyWatcher = null;
            }
            if (dependenciesFulfilled) {
              var callback = dependenciesFulfilled;
              dependenciesFulfilled = null;
              callback();
            }
          }
        }
        __name(removeRunDependency, "removeRunDependency");
        function abort(what) {
          if (Module["onAbort"]) {
            Module["onAbort"](what);
          }
          what = "Aborted(" + what + ")";
          err(what);
          ABORT = true;
          EXITSTATUS = 1;
          what += ". Build with -sASSERTIONS for more info.";
          var e = new WebAssembly.RuntimeError(what);
          readyPromiseReject(e);
          throw e;
        }
        __name(abort, "abort");
        var dataURIPrefix = "data:application/octet-stream;base64,";
        function isDataURI(filename) {
          return filename.startsWith(dataURIPrefix);
        }
        __name(isDataURI, "isDataURI");
        function isFileURI(filename) {
          return filename.startsWith("file://");
        }
        __name(isFileURI, "isFileURI");
        var wasmBinaryFile;
        wasmBinaryFile = "tfjs-backend-wasm.wasm";
        if (!isDataURI(wasmBinaryFile)) {
          wasmBinaryFile = locateFile(wasmBinaryFile);
        }
        function getBinary(file) {
          try {
            if (file == wasmBinaryFile && wasmBinary) {
              return new Uint8Array(wasmBinary);
            }
            if (readBinary) {
              return readBinary(file);
            }
            throw "both async and sync fetching of the wasm failed";
          } catch (err2) {
            abort(err2);
          }
        }
        __name(getBinary, "getBinary");
        function getBinaryPromise() {
          if (!wasmBinary && (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER)) {
            if (typeof fetch == "function" && !isFileURI(wasmBinaryFile)) {
              return fetch(wasmBinaryFile, { credentials: "same-origin" }).then(function(response) {
                if (!response["ok"]) {
                  throw "failed to load wasm binary file at '" + wasmBinaryFile + "'";
                }
                return response["arrayBuffer"]();
              }).catch(function() {
                return getBinary(wasmBinaryFile);
              });
            } else {
              if (readAsync) {
                return new Promise(function(resolve, reject) {
                  readAsync(wasmBinaryFile, function(response) {
                    resolve(new Uint8Array(response));
                  }, reject);
                });
              }
            }
          }
          return Promise.resolve().then(function() {
            return getBinary(wasmBinaryFile);
          });
        }
        __name(getBinaryPromise, "getBinaryPromise");
        function createWasm() {
          var info = { "env": asmLibraryArg, "wasi_snapshot_preview1": asmLibraryArg };
          function receiveInstance(instance, module2) {
            var exports3 = instance.exports;
            Module["asm"] = exports3;
            wasmMemory = Module["asm"]["memory"];
            updateGlobalBufferAndViews(wasmMemory.buffer);
            wasmTable = Module["asm"]["__indirect_function_table"];
            addOnInit(Module["asm"]["__wasm_call_ctors"]);
            removeRunDependency("wasm-instantiate");
          }
          __name(receiveInstance, "receiveInstance");
          addRunDependency("wasm-instantiate");
          function receiveInstantiationResult(result) {
            receiveInstance(result["instance"]);
          }
          __name(receiveInstantiationResult, "receiveInstantiationResult");
          function instantiateArrayBuffer(receiver) {
            return getBinaryPromise().then(function(binary) {
              return WebAssembly.instantiate(binary, info);
            }).then(function(instance) {
              return instance;
            }).then(receiver, function(reason) {
              err("failed to asynchronously prepare wasm: " + reason);
              abort(reason);
            });
          }
          __name(instantiateArrayBuffer, "instantiateArrayBuffer");
          function instantiateAsync() {
            if (!wasmBinary && typeof WebAssembly.instantiateStreaming == "function" && !isDataURI(wasmBinaryFile) && !isFileURI(wasmBinaryFile) && !ENVIRONMENT_IS_NODE && typeof fetch == "function") {
              return fetch(wasmBinaryFile, { credentials: "same-origin" }).then(function(response) {
                var result = WebAssembly.instantiateStreaming(response, info);
                return result.then(receiveInstantiationResult, function(reason) {
                  err("wasm streaming compile failed: " + reason);
                  err("falling back to ArrayBuffer instantiation");
                  return instantiateArrayBuffer(receiveInstantiationResult);
                });
              });
            } else {
              return instantiateArrayBuffer(receiveInstantiationResult);
            }
          }
          __name(instantiateAsync, "instantiateAsync");
          if (Module["instantiateWasm"]) {
            try {
              var exports2 = Module["instantiateWasm"](info, receiveInstance);
              return exports2;
            } catch (e) {
              err("Module.instantiateWasm callback failed with error: " + e);
              readyPromiseReject(e);
            }
          }
          instantiateAsync().catch(readyPromiseReject);
          return {};
        }
        __name(createWasm, "createWasm");
        var tempDouble;
        var tempI64;
        function ExitStatus(status) {
          this.name = "ExitStatus";
          this.message = "Program terminated with exit(" + status + ")";
          this.status = status;
        }
        __name(ExitStatus, "ExitStatus");
        function callRuntimeCallbacks(callbacks) {
          while (callbacks.length > 0) {
            callbacks.shift()(Module);
          }
        }
        __name(callRuntimeCallbacks, "callRuntimeCallbacks");
        function _abort() {
          abort("");
        }
        __name(_abort, "_abort");
        function getHeapMax() {
          return 4294901760;
        }
        __name(getHeapMax, "getHeapMax");
        function _emscripten_get_heap_max() {
          return getHeapMax();
        }
        __name(_emscripten_get_heap_max, "_emscripten_get_heap_max");
        function _emscripten_memcpy_big(dest, src, num) {
          HEAPU8.copyWithin(dest >>> 0, src >>> 0, src + num >>> 0);
        }
        __name(_emscripten_memcpy_big, "_emscripten_memcpy_big");
        function emscripten_realloc_buffer(size) {
          try {
            wasmMemory.grow(size - buffer.byteLength + 65535 >>> 16);
            updateGlobalBufferAndViews(wasmMemory.buffer);
            return 1;
          } catch (e) {
          }
        }
        __name(emscripten_realloc_buffer, "emscripten_realloc_buffer");
        function _emscripten_resize_heap(requestedSize) {
          var oldSize = HEAPU8.length;
          requestedSize = requestedSize >>> 0;
          var maxHeapSize = getHeapMax();
          if (requestedSize > maxHeapSize) {
            return false;
          }
          let alignUp = /* @__PURE__ */ __name((x, multiple) => x + (multiple - x % multiple) % multiple, "alignUp");
          for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
            var overGrownHeapSize = oldSize * (1 + 0.2 / cutDown);
            overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
            var newSize = Math.min(maxHeapSize, alignUp(Math.max(requestedSize, overGrownHeapSize), 65536));
            var replacement = emscripten_realloc_buffer(newSize);
            if (replacement) {
              return true;
            }
          }
          return false;
        }
        __name(_emscripten_resize_heap, "_emscripten_resize_heap");
        var SYSCALLS = { varargs: void 0, get: /* @__PURE__ */ __name(function() {
          SYSCALLS.varargs += 4;
          var ret = HEAP32[SYSCALLS.varargs - 4 >>> 2];
          return ret;
        }, "get"), getStr: /* @__PURE__ */ __name(function(ptr) {
          var ret = UTF8ToString(ptr);
          return ret;
        }, "getStr") };
        function _fd_close(fd) {
          return 52;
        }
        __name(_fd_close, "_fd_close");
        function _fd_seek(fd, offset_low, offset_high, whence, newOffset) {
          return 70;
        }
        __name(_fd_seek, "_fd_seek");
        var printCharBuffers = [null, [], []];
        function printChar(stream, curr) {
          var buffer2 = printCharBuffers[stream];
          if (curr === 0 || curr === 10) {
            (stream === 1 ? out : err)(UTF8ArrayToString(buffer2, 0));
            buffer2.length = 0;
          } else {
            buffer2.push(curr);
          }
        }
        __name(printChar, "printChar");
        function _fd_write(fd, iov, iovcnt, pnum) {
          var num = 0;
          for (var i = 0; i < iovcnt; i++) {
            var ptr = HEAPU32[iov >>> 2];
            var len = HEAPU32[iov + 4 >>> 2];
            iov += 8;
            for (var j = 0; j < len; j++) {
              printChar(fd, HEAPU8[ptr + j >>> 0]);
            }
            num += len;
          }
          HEAPU32[pnum >>> 2] = num;
          return 0;
        }
        __name(_fd_write, "_fd_write");
        function getCFunc(ident) {
          var func = Module["_" + ident];
          return func;
        }
        __name(getCFunc, "getCFunc");
        function writeArrayToMemory(array, buffer2) {
          HEAP8.set(array, buffer2 >>> 0);
        }
        __name(writeArrayToMemory, "writeArrayToMemory");
        function ccall(ident, returnType, argTypes, args, opts) {
          var toC = { "string": /* @__PURE__ */ __name((str) => {
            var ret2 = 0;
            if (str !== null && str !== void 0 && str !== 0) {
              var len = (str.length << 2) + 1;
              ret2 = stackAlloc(len);
              stringToUTF8(str, ret2, len);
            }
            return ret2;
          }, "string"), "array": /* @__PURE__ */ __name((arr) => {
            var ret2 = stackAlloc(arr.length);
            writeArrayToMemory(arr, ret2);
            return ret2;
          }, "array") };
          function convertReturnValue(ret2) {
            if (returnType === "string") {
              return UTF8ToString(ret2);
            }
            if (returnType === "boolean") return Boolean(ret2);
            return ret2;
          }
          __name(convertReturnValue, "convertReturnValue");
          var func = getCFunc(ident);
          var cArgs = [];
          var stack2 = 0;
          if (args) {
            for (var i = 0; i < args.length; i++) {
              var converter = toC[argTypes[i]];
              if (converter) {
                if (stack2 === 0) stack2 = stackSave();
                cArgs[i] = converter(args[i]);
              } else {
                cArgs[i] = args[i];
              }
            }
          }
          var ret = func.apply(null, cArgs);
          function onDone(ret2) {
            if (stack2 !== 0) stackRestore(stack2);
            return convertReturnValue(ret2);
          }
          __name(onDone, "onDone");
          ret = onDone(ret);
          return ret;
        }
        __name(ccall, "ccall");
        function cwrap(ident, returnType, argTypes, opts) {
          argTypes = argTypes || [];
          var numericArgs = argTypes.every((type) => type === "number" || type === "boolean");
          var numericRet = returnType !== "string";
          if (numericRet && numericArgs && !opts) {
            return getCFunc(ident);
          }
          return function() {
            return ccall(ident, returnType, argTypes, arguments, opts);
          };
        }
        __name(cwrap, "cwrap");
        var asmLibraryArg = { "abort": _abort, "emscripten_get_heap_max": _emscripten_get_heap_max, "emscripten_memcpy_big": _emscripten_memcpy_big, "emscripten_resize_heap": _emscripten_resize_heap, "fd_close": _fd_close, "fd_seek": _fd_seek, "fd_write": _fd_write };
        var asm = createWasm();
        var ___wasm_call_ctors = Module["___wasm_call_ctors"] = function() {
          return (___wasm_call_ctors = Module["___wasm_call_ctors"] = Module["asm"]["__wasm_call_ctors"]).apply(null, arguments);
        };
        var _init = Module["_init"] = function() {
          return (_init = Module["_init"] = Module["asm"]["init"]).apply(null, arguments);
        };
        var _init_with_threads_count = Module["_init_with_threads_count"] = function() {
          return (_init_with_threads_count = Module["_init_with_threads_count"] = Module["asm"]["init_with_threads_count"]).apply(null, arguments);
        };
        var _get_threads_count = Module["_get_threads_count"] = function() {
          return (_get_threads_count = Module["_get_threads_count"] = Module["asm"]["get_threads_count"]).apply(null, arguments);
        };
        var _register_tensor = Module["_register_tensor"] = function() {
          return (_register_tensor = Module["_register_tensor"] = Module["asm"]["register_tensor"]).apply(null, arguments);
        };
        var _dispose_data = Module["_dispose_data"] = function() {
          return (_dispose_data = Module["_dispose_data"] = Module["asm"]["dispose_data"]).apply(null, arguments);
        };
        var _dispose = Module["_dispose"] = function() {
          return (_dispose = Module["_dispose"] = Module["asm"]["dispose"]).apply(null, arguments);
        };
        var _Abs = Module["_Abs"] = function() {
          return (_Abs = Module["_Abs"] = Module["asm"]["Abs"]).apply(null, arguments);
        };
        var _Acos = Module["_Acos"] = function() {
          return (_Acos = Module["_Acos"] = Module["asm"]["Acos"]).apply(null, arguments);
        };
        var _Acosh = Module["_Acosh"] = function() {
          return (_Acosh = Module["_Acosh"] = Module["asm"]["Acosh"]).apply(null, arguments);
        };
        var _Add = Module["_Add"] = function() {
          return (_Add = Module["_Add"] = Module["asm"]["Add"]).apply(null, arguments);
        };
        var _AddN = Module["_AddN"] = function() {
          return (_AddN = Module["_AddN"] = Module["asm"]["AddN"]).apply(null, arguments);
        };
        var _All = Module["_All"] = function() {
          return (_All = Module["_All"] = Module["asm"]["All"]).apply(null, arguments);
        };
        var _Any = Module["_Any"] = function() {
          return (_Any = Module["_Any"] = Module["asm"]["Any"]).apply(null, arguments);
        };
        var _ArgMax = Module["_ArgMax"] = function() {
          return (_ArgMax = Module["_ArgMax"] = Module["asm"]["ArgMax"]).apply(null, arguments);
        };
        var _ArgMin = Module["_ArgMin"] = function() {
          return (_ArgMin = Module["_ArgMin"] = Module["asm"]["ArgMin"]).apply(null, arguments);
        };
        var _Asin = Module["_Asin"] = function() {
          return (_Asin = Module["_Asin"] = Module["asm"]["Asin"]).apply(null, arguments);
        };
        var _Asinh = Module["_Asinh"] = function() {
          return (_Asinh = Module["_Asinh"] = Module["asm"]["Asinh"]).apply(null, arguments);
        };
        var _Atan = Module["_Atan"] = function() {
          return (_Atan = Module["_Atan"] = Module["asm"]["Atan"]).apply(null, arguments);
        };
        var _Atan2 = Module["_Atan2"] = function() {
          return (_Atan2 = Module["_Atan2"] = Module["asm"]["Atan2"]).apply(null, arguments);
        };
        var _Atanh = Module["_Atanh"] = function() {
          return (_Atanh = Module["_Atanh"] = Module["asm"]["Atanh"]).apply(null, arguments);
        };
        var _AvgPool = Module["_AvgPool"] = function() {
          return (_AvgPool = Module["_AvgPool"] = Module["asm"]["AvgPool"]).apply(null, arguments);
        };
        var _AvgPool3D = Module["_AvgPool3D"] = function() {
          return (_AvgPool3D = Module["_AvgPool3D"] = Module["asm"]["AvgPool3D"]).apply(null, arguments);
        };
        var _AvgPool3DGrad = Module["_AvgPool3DGrad"] = function() {
          return (_AvgPool3DGrad = Module["_AvgPool3DGrad"] = Module["asm"]["AvgPool3DGrad"]).apply(null, arguments);
        };
        var _AvgPoolGrad = Module["_AvgPoolGrad"] = function() {
          return (_AvgPoolGrad = Module["_AvgPoolGrad"] = Module["asm"]["AvgPoolGrad"]).apply(null, arguments);
        };
        var _BatchMatMul = Module["_BatchMatMul"] = function() {
          return (_BatchMatMul = Module["_BatchMatMul"] = Module["asm"]["BatchMatMul"]).apply(null, arguments);
        };
        var _Bincount = Module["_Bincount"] = function() {
          return (_Bincount = Module["_Bincount"] = Module["asm"]["Bincount"]).apply(null, arguments);
        };
        var _BitwiseAnd = Module["_BitwiseAnd"] = function() {
          return (_BitwiseAnd = Module["_BitwiseAnd"] = Module["asm"]["BitwiseAnd"]).apply(null, arguments);
        };
        var _Ceil = Module["_Ceil"] = function() {
          return (_Ceil = Module["_Ceil"] = Module["asm"]["Ceil"]).apply(null, arguments);
        };
        var _ClipByValue = Module["_ClipByValue"] = function() {
          return (_ClipByValue = Module["_ClipByValue"] = Module["asm"]["ClipByValue"]).apply(null, arguments);
        };
        var _Conv2D = Module["_Conv2D"] = function() {
          return (_Conv2D = Module["_Conv2D"] = Module["asm"]["Conv2D"]).apply(null, arguments);
        };
        var _Conv2DBackpropInput = Module["_Conv2DBackpropInput"] = function() {
          return (_Conv2DBackpropInput = Module["_Conv2DBackpropInput"] = Module["asm"]["Conv2DBackpropInput"]).apply(null, arguments);
        };
        var _Conv3D = Module["_Conv3D"] = function() {
          return (_Conv3D = Module["_Conv3D"] = Module["asm"]["Conv3D"]).apply(null, arguments);
        };
        var _Conv3DBackpropFilterV2 = Module["_Conv3DBackpropFilterV2"] = function() {
          return (_Conv3DBackpropFilterV2 = Module["_Conv3DBackpropFilterV2"] = Module["asm"]["Conv3DBackpropFilterV2"]).apply(null, arguments);
        };
        var _Conv3DBackpropInputV2 = Module["_Conv3DBackpropInputV2"] = function() {
          return (_Conv3DBackpropInputV2 = Module["_Conv3DBackpropInputV2"] = Module["asm"]["Conv3DBackpropInputV2"]).apply(null, arguments);
        };
        var _Cos = Module["_Cos"] = function() {
          return (_Cos = Module["_Cos"] = Module["asm"]["Cos"]).apply(null, arguments);
        };
        var _Cosh = Module["_Cosh"] = function() {
          return (_Cosh = Module["_Cosh"] = Module["asm"]["Cosh"]).apply(null, arguments);
        };
        var _CropAndResize = Module["_CropAndResize"] = function() {
          return (_CropAndResize = Module["_CropAndResize"] = Module["asm"]["CropAndResize"]).apply(null, arguments);
        };
        var _Cumprod = Module["_Cumprod"] = function() {
          return (_Cumprod = Module["_Cumprod"] = Module["asm"]["Cumprod"]).apply(null, arguments);
        };
        var _Cumsum = Module["_Cumsum"] = function() {
          return (_Cumsum = Module["_Cumsum"] = Module["asm"]["Cumsum"]).apply(null, arguments);
        };
        var _DenseBincount = Module["_DenseBincount"] = function() {
          return (_DenseBincount = Module["_DenseBincount"] = Module["asm"]["DenseBincount"]).apply(null, arguments);
        };
        var _DepthToSpace = Module["_DepthToSpace"] = function() {
          return (_DepthToSpace = Module["_DepthToSpace"] = Module["asm"]["DepthToSpace"]).apply(null, arguments);
        };
        var _DepthwiseConv2dNative = Module["_DepthwiseConv2dNative"] = function() {
          return (_DepthwiseConv2dNative = Module["_DepthwiseConv2dNative"] = Module["asm"]["DepthwiseConv2dNative"]).apply(null, arguments);
        };
        var _Diag = Module["_Diag"] = function() {
          return (_Diag = Module["_Diag"] = Module["asm"]["Diag"]).apply(null, arguments);
        };
        var _Dilation2D = Module["_Dilation2D"] = function() {
          return (_Dilation2D = Module["_Dilation2D"] = Module["asm"]["Dilation2D"]).apply(null, arguments);
        };
        var _Dilation2DBackpropFilter = Module["_Dilation2DBackpropFilter"] = function() {
          return (_Dilation2DBackpropFilter = Module["_Dilation2DBackpropFilter"] = Module["asm"]["Dilation2DBackpropFilter"]).apply(null, arguments);
        };
        var _Dilation2DBackpropInput = Module["_Dilation2DBackpropInput"] = function() {
          return (_Dilation2DBackpropInput = Module["_Dilation2DBackpropInput"] = Module["asm"]["Dilation2DBackpropInput"]).apply(null, arguments);
        };
        var _Elu = Module["_Elu"] = function() {
          return (_Elu = Module["_Elu"] = Module["asm"]["Elu"]).apply(null, arguments);
        };
        var _EluGrad = Module["_EluGrad"] = function() {
          return (_EluGrad = Module["_EluGrad"] = Module["asm"]["EluGrad"]).apply(null, arguments);
        };
        var _Equal = Module["_Equal"] = function() {
          return (_Equal = Module["_Equal"] = Module["asm"]["Equal"]).apply(null, arguments);
        };
        var _Erf = Module["_Erf"] = function() {
          return (_Erf = Module["_Erf"] = Module["asm"]["Erf"]).apply(null, arguments);
        };
        var _Exp = Module["_Exp"] = function() {
          return (_Exp = Module["_Exp"] = Module["asm"]["Exp"]).apply(null, arguments);
        };
        var _Expm1 = Module["_Expm1"] = function() {
          return (_Expm1 = Module["_Expm1"] = Module["asm"]["Expm1"]).apply(null, arguments);
        };
        var _FlipLeftRight = Module["_FlipLeftRight"] = function() {
          return (_FlipLeftRight = Module["_FlipLeftRight"] = Module["asm"]["FlipLeftRight"]).apply(null, arguments);
        };
        var _Floor = Module["_Floor"] = function() {
          return (_Floor = Module["_Floor"] = Module["asm"]["Floor"]).apply(null, arguments);
        };
        var _FloorDiv = Module["_FloorDiv"] = function() {
          return (_FloorDiv = Module["_FloorDiv"] = Module["asm"]["FloorDiv"]).apply(null, arguments);
        };
        var _FusedBatchNorm = Module["_FusedBatchNorm"] = function() {
          return (_FusedBatchNorm = Module["_FusedBatchNorm"] = Module["asm"]["FusedBatchNorm"]).apply(null, arguments);
        };
        var _FusedConv2D = Module["_FusedConv2D"] = function() {
          return (_FusedConv2D = Module["_FusedConv2D"] = Module["asm"]["FusedConv2D"]).apply(null, arguments);
        };
        var _FusedDepthwiseConv2D = Module["_FusedDepthwiseConv2D"] = function() {
          return (_FusedDepthwiseConv2D = Module["_FusedDepthwiseConv2D"] = Module["asm"]["FusedDepthwiseConv2D"]).apply(null, arguments);
        };
        var _Gather = Module["_Gather"] = function() {
          return (_Gather = Module["_Gather"] = Module["asm"]["Gather"]).apply(null, arguments);
        };
        var _GatherNd = Module["_GatherNd"] = function() {
          return (_GatherNd = Module["_GatherNd"] = Module["asm"]["GatherNd"]).apply(null, arguments);
        };
        var _Greater = Module["_Greater"] = function() {
          return (_Greater = Module["_Greater"] = Module["asm"]["Greater"]).apply(null, arguments);
        };
        var _GreaterEqual = Module["_GreaterEqual"] = function() {
          return (_GreaterEqual = Module["_GreaterEqual"] = Module["asm"]["GreaterEqual"]).apply(null, arguments);
        };
        var _IsFinite = Module["_IsFinite"] = function() {
          return (_IsFinite = Module["_IsFinite"] = Module["asm"]["IsFinite"]).apply(null, arguments);
        };
        var _IsInf = Module["_IsInf"] = function() {
          return (_IsInf = Module["_IsInf"] = Module["asm"]["IsInf"]).apply(null, arguments);
        };
        var _IsNan = Module["_IsNan"] = function() {
          return (_IsNan = Module["_IsNan"] = Module["asm"]["IsNan"]).apply(null, arguments);
        };
        var _LRN = Module["_LRN"] = function() {
          return (_LRN = Module["_LRN"] = Module["asm"]["LRN"]).apply(null, arguments);
        };
        var _LRNGrad = Module["_LRNGrad"] = function() {
          return (_LRNGrad = Module["_LRNGrad"] = Module["asm"]["LRNGrad"]).apply(null, arguments);
        };
        var _LeakyRelu = Module["_LeakyRelu"] = function() {
          return (_LeakyRelu = Module["_LeakyRelu"] = Module["asm"]["LeakyRelu"]).apply(null, arguments);
        };
        var _Less = Module["_Less"] = function() {
          return (_Less = Module["_Less"] = Module["asm"]["Less"]).apply(null, arguments);
        };
        var _LessEqual = Module["_LessEqual"] = function() {
          return (_LessEqual = Module["_LessEqual"] = Module["asm"]["LessEqual"]).apply(null, arguments);
        };
        var _LinSpace = Module["_LinSpace"] = function() {
          return (_LinSpace = Module["_LinSpace"] = Module["asm"]["LinSpace"]).apply(null, arguments);
        };
        var _Log = Module["_Log"] = function() {
          return (_Log = Module["_Log"] = Module["asm"]["Log"]).apply(null, arguments);
        };
        var _Log1p = Module["_Log1p"] = function() {
          return (_Log1p = Module["_Log1p"] = Module["asm"]["Log1p"]).apply(null, arguments);
        };
        var _LogicalAnd = Module["_LogicalAnd"] = function() {
          return (_LogicalAnd = Module["_LogicalAnd"] = Module["asm"]["LogicalAnd"]).apply(null, arguments);
        };
        var _LogicalNot = Module["_LogicalNot"] = function() {
          return (_LogicalNot = Module["_LogicalNot"] = Module["asm"]["LogicalNot"]).apply(null, arguments);
        };
        var _LogicalOr = Module["_LogicalOr"] = function() {
          return (_LogicalOr = Module["_LogicalOr"] = Module["asm"]["LogicalOr"]).apply(null, arguments);
        };
        var _LogicalXor = Module["_LogicalXor"] = function() {
          return (_LogicalXor = Module["_LogicalXor"] = Module["asm"]["LogicalXor"]).apply(null, arguments);
        };
        var _Max = Module["_Max"] = function() {
          return (_Max = Module["_Max"] = Module["asm"]["Max"]).apply(null, arguments);
        };
        var _MaxPool = Module["_MaxPool"] = function() {
          return (_MaxPool = Module["_MaxPool"] = Module["asm"]["MaxPool"]).apply(null, arguments);
        };
        var _MaxPool3D = Module["_MaxPool3D"] = function() {
          return (_MaxPool3D = Module["_MaxPool3D"] = Module["asm"]["MaxPool3D"]).apply(null, arguments);
        };
        var _MaxPool3DGrad = Module["_MaxPool3DGrad"] = function() {
          return (_MaxPool3DGrad = Module["_MaxPool3DGrad"] = Module["asm"]["MaxPool3DGrad"]).apply(null, arguments);
        };
        var _MaxPoolGrad = Module["_MaxPoolGrad"] = function() {
          return (_MaxPoolGrad = Module["_MaxPoolGrad"] = Module["asm"]["MaxPoolGrad"]).apply(null, arguments);
        };
        var _MaxPoolWithArgmax = Module["_MaxPoolWithArgmax"] = function() {
          return (_MaxPoolWithArgmax = Module["_MaxPoolWithArgmax"] = Module["asm"]["MaxPoolWithArgmax"]).apply(null, arguments);
        };
        var _Maximum = Module["_Maximum"] = function() {
          return (_Maximum = Module["_Maximum"] = Module["asm"]["Maximum"]).apply(null, arguments);
        };
        var _Mean = Module["_Mean"] = function() {
          return (_Mean = Module["_Mean"] = Module["asm"]["Mean"]).apply(null, arguments);
        };
        var _Min = Module["_Min"] = function() {
          return (_Min = Module["_Min"] = Module["asm"]["Min"]).apply(null, arguments);
        };
        var _Minimum = Module["_Minimum"] = function() {
          return (_Minimum = Module["_Minimum"] = Module["asm"]["Minimum"]).apply(null, arguments);
        };
        var _MirrorPad = Module["_MirrorPad"] = function() {
          return (_MirrorPad = Module["_MirrorPad"] = Module["asm"]["MirrorPad"]).apply(null, arguments);
        };
        var _Mod = Module["_Mod"] = function() {
          return (_Mod = Module["_Mod"] = Module["asm"]["Mod"]).apply(null, arguments);
        };
        var _Multinomial = Module["_Multinomial"] = function() {
          return (_Multinomial = Module["_Multinomial"] = Module["asm"]["Multinomial"]).apply(null, arguments);
        };
        var _Multiply = Module["_Multiply"] = function() {
          return (_Multiply = Module["_Multiply"] = Module["asm"]["Multiply"]).apply(null, arguments);
        };
        var _Neg = Module["_Neg"] = function() {
          return (_Neg = Module["_Neg"] = Module["asm"]["Neg"]).apply(null, arguments);
        };
        var _NonMaxSuppressionV3 = Module["_NonMaxSuppressionV3"] = function() {
          return (_NonMaxSuppressionV3 = Module["_NonMaxSuppressionV3"] = Module["asm"]["NonMaxSuppressionV3"]).apply(null, arguments);
        };
        var _NonMaxSuppressionV4 = Module["_NonMaxSuppressionV4"] = function() {
          return (_NonMaxSuppressionV4 = Module["_NonMaxSuppressionV4"] = Module["asm"]["NonMaxSuppressionV4"]).apply(null, arguments);
        };
        var _NonMaxSuppressionV5 = Module["_NonMaxSuppressionV5"] = function() {
          return (_NonMaxSuppressionV5 = Module["_NonMaxSuppressionV5"] = Module["asm"]["NonMaxSuppressionV5"]).apply(null, arguments);
        };
        var _NotEqual = Module["_NotEqual"] = function() {
          return (_NotEqual = Module["_NotEqual"] = Module["asm"]["NotEqual"]).apply(null, arguments);
        };
        var _OneHot = Module["_OneHot"] = function() {
          return (_OneHot = Module["_OneHot"] = Module["asm"]["OneHot"]).apply(null, arguments);
        };
        var _PadV2 = Module["_PadV2"] = function() {
          return (_PadV2 = Module["_PadV2"] = Module["asm"]["PadV2"]).apply(null, arguments);
        };
        var _Pow = Module["_Pow"] = function() {
          return (_Pow = Module["_Pow"] = Module["asm"]["Pow"]).apply(null, arguments);
        };
        var _Prelu = Module["_Prelu"] = function() {
          return (_Prelu = Module["_Prelu"] = Module["asm"]["Prelu"]).apply(null, arguments);
        };
        var _Prod = Module["_Prod"] = function() {
          return (_Prod = Module["_Prod"] = Module["asm"]["Prod"]).apply(null, arguments);
        };
        var _RealDiv = Module["_RealDiv"] = function() {
          return (_RealDiv = Module["_RealDiv"] = Module["asm"]["RealDiv"]).apply(null, arguments);
        };
        var _Reciprocal = Module["_Reciprocal"] = function() {
          return (_Reciprocal = Module["_Reciprocal"] = Module["asm"]["Reciprocal"]).apply(null, arguments);
        };
        var _Relu = Module["_Relu"] = function() {
          return (_Relu = Module["_Relu"] = Module["asm"]["Relu"]).apply(null, arguments);
        };
        var _Relu6 = Module["_Relu6"] = function() {
          return (_Relu6 = Module["_Relu6"] = Module["asm"]["Relu6"]).apply(null, arguments);
        };
        var _ResizeBilinear = Module["_ResizeBilinear"] = function() {
          return (_ResizeBilinear = Module["_ResizeBilinear"] = Module["asm"]["ResizeBilinear"]).apply(null, arguments);
        };
        var _ResizeBilinearGrad = Module["_ResizeBilinearGrad"] = function() {
          return (_ResizeBilinearGrad = Module["_ResizeBilinearGrad"] = Module["asm"]["ResizeBilinearGrad"]).apply(null, arguments);
        };
        var _ResizeNearestNeighbor = Module["_ResizeNearestNeighbor"] = function() {
          return (_ResizeNearestNeighbor = Module["_ResizeNearestNeighbor"] = Module["asm"]["ResizeNearestNeighbor"]).apply(null, arguments);
        };
        var _ResizeNearestNeighborGrad = Module["_ResizeNearestNeighborGrad"] = function() {
          return (_ResizeNearestNeighborGrad = Module["_ResizeNearestNeighborGrad"] = Module["asm"]["ResizeNearestNeighborGrad"]).apply(null, arguments);
        };
        var _Reverse = Module["_Reverse"] = function() {
          return (_Reverse = Module["_Reverse"] = Module["asm"]["Reverse"]).apply(null, arguments);
        };
        var _RotateWithOffset = Module["_RotateWithOffset"] = function() {
          return (_RotateWithOffset = Module["_RotateWithOffset"] = Module["asm"]["RotateWithOffset"]).apply(null, arguments);
        };
        var _Round = Module["_Round"] = function() {
          return (_Round = Module["_Round"] = Module["asm"]["Round"]).apply(null, arguments);
        };
        var _Rsqrt = Module["_Rsqrt"] = function() {
          return (_Rsqrt = Module["_Rsqrt"] = Module["asm"]["Rsqrt"]).apply(null, arguments);
        };
        var _ScatterNd = Module["_ScatterNd"] = function() {
          return (_ScatterNd = Module["_ScatterNd"] = Module["asm"]["ScatterNd"]).apply(null, arguments);
        };
        var _SearchSorted = Module["_SearchSorted"] = function() {
          return (_SearchSorted = Module["_SearchSorted"] = Module["asm"]["SearchSorted"]).apply(null, arguments);
        };
        var _SelectV2 = Module["_SelectV2"] = function() {
          return (_SelectV2 = Module["_SelectV2"] = Module["asm"]["SelectV2"]).apply(null, arguments);
        };
        var _Selu = Module["_Selu"] = function() {
          return (_Selu = Module["_Selu"] = Module["asm"]["Selu"]).apply(null, arguments);
        };
        var _Sigmoid = Module["_Sigmoid"] = function() {
          return (_Sigmoid = Module["_Sigmoid"] = Module["asm"]["Sigmoid"]).apply(null, arguments);
        };
        var _Sign = Module["_Sign"] = function() {
          return (_Sign = Module["_Sign"] = Module["asm"]["Sign"]).apply(null, arguments);
        };
        var _Sin = Module["_Sin"] = function() {
          return (_Sin = Module["_Sin"] = Module["asm"]["Sin"]).apply(null, arguments);
        };
        var _Sinh = Module["_Sinh"] = function() {
          return (_Sinh = Module["_Sinh"] = Module["asm"]["Sinh"]).apply(null, arguments);
        };
        var _Softmax = Module["_Softmax"] = function() {
          return (_Softmax = Module["_Softmax"] = Module["asm"]["Softmax"]).apply(null, arguments);
        };
        var _Softplus = Module["_Softplus"] = function() {
          return (_Softplus = Module["_Softplus"] = Module["asm"]["Softplus"]).apply(null, arguments);
        };
        var _SparseFillEmptyRows = Module["_SparseFillEmptyRows"] = function() {
          return (_SparseFillEmptyRows = Module["_SparseFillEmptyRows"] = Module["asm"]["SparseFillEmptyRows"]).apply(null, arguments);
        };
        var _SparseReshape = Module["_SparseReshape"] = function() {
          return (_SparseReshape = Module["_SparseReshape"] = Module["asm"]["SparseReshape"]).apply(null, arguments);
        };
        var _SparseSegmentReduction = Module["_SparseSegmentReduction"] = function() {
          return (_SparseSegmentReduction = Module["_SparseSegmentReduction"] = Module["asm"]["SparseSegmentReduction"]).apply(null, arguments);
        };
        var _SparseToDense = Module["_SparseToDense"] = function() {
          return (_SparseToDense = Module["_SparseToDense"] = Module["asm"]["SparseToDense"]).apply(null, arguments);
        };
        var _Sqrt = Module["_Sqrt"] = function() {
          return (_Sqrt = Module["_Sqrt"] = Module["asm"]["Sqrt"]).apply(null, arguments);
        };
        var _Square = Module["_Square"] = function() {
          return (_Square = Module["_Square"] = Module["asm"]["Square"]).apply(null, arguments);
        };
        var _SquaredDifference = Module["_SquaredDifference"] = function() {
          return (_SquaredDifference = Module["_SquaredDifference"] = Module["asm"]["SquaredDifference"]).apply(null, arguments);
        };
        var _Step = Module["_Step"] = function() {
          return (_Step = Module["_Step"] = Module["asm"]["Step"]).apply(null, arguments);
        };
        var _StridedSlice = Module["_StridedSlice"] = function() {
          return (_StridedSlice = Module["_StridedSlice"] = Module["asm"]["StridedSlice"]).apply(null, arguments);
        };
        var _Sub = Module["_Sub"] = function() {
          return (_Sub = Module["_Sub"] = Module["asm"]["Sub"]).apply(null, arguments);
        };
        var _Sum = Module["_Sum"] = function() {
          return (_Sum = Module["_Sum"] = Module["asm"]["Sum"]).apply(null, arguments);
        };
        var _Tan = Module["_Tan"] = function() {
          return (_Tan = Module["_Tan"] = Module["asm"]["Tan"]).apply(null, arguments);
        };
        var _Tanh = Module["_Tanh"] = function() {
          return (_Tanh = Module["_Tanh"] = Module["asm"]["Tanh"]).apply(null, arguments);
        };
        var _TensorScatterUpdate = Module["_TensorScatterUpdate"] = function() {
          return (_TensorScatterUpdate = Module["_TensorScatterUpdate"] = Module["asm"]["TensorScatterUpdate"]).apply(null, arguments);
        };
        var _Tile = Module["_Tile"] = function() {
          return (_Tile = Module["_Tile"] = Module["asm"]["Tile"]).apply(null, arguments);
        };
        var _TopK = Module["_TopK"] = function() {
          return (_TopK = Module["_TopK"] = Module["asm"]["TopK"]).apply(null, arguments);
        };
        var _Transform = Module["_Transform"] = function() {
          return (_Transform = Module["_Transform"] = Module["asm"]["Transform"]).apply(null, arguments);
        };
        var _Transpose = Module["_Transpose"] = function() {
          return (_Transpose = Module["_Transpose"] = Module["asm"]["Transpose"]).apply(null, arguments);
        };
        var __FusedMatMul = Module["__FusedMatMul"] = function() {
          return (__FusedMatMul = Module["__FusedMatMul"] = Module["asm"]["_FusedMatMul"]).apply(null, arguments);
        };
        var _malloc = Module["_malloc"] = function() {
          return (_malloc = Module["_malloc"] = Module["asm"]["malloc"]).apply(null, arguments);
        };
        var _free = Module["_free"] = function() {
          return (_free = Module["_free"] = Module["asm"]["free"]).apply(null, arguments);
        };
        var ___errno_location = Module["___errno_location"] = function() {
          return (___errno_location = Module["___errno_location"] = Module["asm"]["__errno_location"]).apply(null, arguments);
        };
        var stackSave = Module["stackSave"] = function() {
          return (stackSave = Module["stackSave"] = Module["asm"]["stackSave"]).apply(null, arguments);
        };
        var stackRestore = Module["stackRestore"] = function() {
          return (stackRestore = Module["stackRestore"] = Module["asm"]["stackRestore"]).apply(null, arguments);
        };
        var stackAlloc = Module["stackAlloc"] = function() {
          return (stackAlloc = Module["stackAlloc"] = Module["asm"]["stackAlloc"]).apply(null, arguments);
        };
        var dynCall_iijjiiii = Module["dynCall_iijjiiii"] = function() {
          return (dynCall_iijjiiii = Module["dynCall_iijjiiii"] = Module["asm"]["dynCall_iijjiiii"]).apply(null, arguments);
        };
        var dynCall_jiji = Module["dynCall_jiji"] = function() {
          return (dynCall_jiji = Module["dynCall_jiji"] = Module["asm"]["dynCall_jiji"]).apply(null, arguments);
        };
        Module["cwrap"] = cwrap;
        var calledRun;
        dependenciesFulfilled = /* @__PURE__ */ __name(function runCaller() {
          if (!calledRun) run();
          if (!calledRun) dependenciesFulfilled = runCaller;
        }, "runCaller");
        function run(args) {
          args = args || arguments_;
          if (runDependencies > 0) {
            return;
          }
          preRun();
          if (runDependencies > 0) {
            return;
          }
          function doRun() {
            if (calledRun) return;
            calledRun = true;
            Module["calledRun"] = true;
            if (ABORT) return;
            initRuntime();
            readyPromiseResolve(Module);
            if (Module["onRuntimeInitialized"]) Module["onRuntimeInitialized"]();
            postRun();
          }
          __name(doRun, "doRun");
          if (Module["setStatus"]) {
            Module["setStatus"]("Running...");
            setTimeout(function() {
              setTimeout(function() {
                Module["setStatus"]("");
              }, 1);
              doRun();
            }, 1);
          } else {
            doRun();
          }
        }
        __name(run, "run");
        if (Module["preInit"]) {
          if (typeof Module["preInit"] == "function") Module["preInit"] = [Module["preInit"]];
          while (Module["preInit"].length > 0) {
            Module["preInit"].pop()();
          }
        }
        run();
        var listenersAdded;
        if (beforeListeners) {
          listenersAdded = { uncaughtException: process.listeners("uncaughtException").filter(function(listener) {
            return !beforeListeners.uncaughtException.indexOf(listener) > -1;
          }), unhandledRejection: process.listeners("unhandledRejection").filter(function(listener) {
            return !beforeListeners.unhandledRejection.indexOf(listener) > -1;
          }) };
        }
        var actualModule;
        if (typeof WasmBackendModule3 !== "undefined") {
          actualModule = WasmBackendModule3;
        } else if (typeof WasmBackendModuleThreadedSimd !== "undefined") {
          actualModule = WasmBackendModuleThreadedSimd;
        } else {
          throw new Error("Could not find wasm module in post.js");
        }
        if (listenersAdded) {
          var tmpDispose = actualModule["_dispose"];
          actualModule["_dispose"] = function() {
            tmpDispose();
            listenersAdded.uncaughtException.forEach(function(listener) {
              process.removeListener("uncaughtException", listener);
            });
            listenersAdded.unhandledRejection.forEach(function(listener) {
              process.removeListener("unhandledRejection", listener);
            });
          };
        }
        return WasmBackendModule3.ready;
      });
    })();
    if (typeof exports === "object" && typeof module === "object")
      module.exports = WasmBackendModule2;
    else if (typeof define === "function" && define["amd"])
      define([], function() {
        return WasmBackendModule2;
      });
    else if (typeof exports === "object")
      exports["WasmBackendModule"] = WasmBackendModule2;
  }
});

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS, "isAlias");
    var isDocument = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC, "isDocument");
    var isMap2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP, "isMap");
    var isPair2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR, "isPair");
    var isScalar2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR, "isScalar");
    var isSeq = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ, "isSeq");
    function isCollection2(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    __name(isCollection2, "isCollection");
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    __name(isNode, "isNode");
    var hasAnchor = /* @__PURE__ */ __name((node) => (isScalar2(node) || isCollection2(node)) && !!node.anchor, "hasAnchor");
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection2;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode;
    exports.isPair = isPair2;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit2(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity2.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    __name(visit2, "visit");
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity2.isNode(ctrl) || identity2.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity2.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity2.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    __name(visit_, "visit_");
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity2.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    __name(visitAsync, "visitAsync");
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity2.isNode(ctrl) || identity2.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity2.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity2.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    __name(visitAsync_, "visitAsync_");
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    __name(initVisitor, "initVisitor");
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity2.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity2.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity2.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity2.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity2.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    __name(callVisitor, "callVisitor");
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity2.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity2.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity2.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity2.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    __name(replaceNode, "replaceNode");
    exports.visit = visit2;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var visit2 = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = /* @__PURE__ */ __name((tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]), "escapeTagName");
    var Directives = class _Directives {
      static {
        __name(this, "Directives");
      }
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version2] = parts;
            if (version2 === "1.1" || version2 === "1.2") {
              this.yaml.version = version2;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version2);
              onError(6, `Unsupported YAML version ${version2}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity2.isNode(doc.contents)) {
          const tags = {};
          visit2.visit(doc.contents, (_key, node) => {
            if (identity2.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var visit2 = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    __name(anchorIsValid, "anchorIsValid");
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit2.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    __name(anchorNames, "anchorNames");
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    __name(findNewAnchor, "findNewAnchor");
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: /* @__PURE__ */ __name((source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        }, "onAnchor"),
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: /* @__PURE__ */ __name(() => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity2.isScalar(ref.node) || identity2.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        }, "setAnchors"),
        sourceObjects
      };
    }
    __name(createNodeAnchors, "createNodeAnchors");
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    __name(applyReviver, "applyReviver");
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity2.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    __name(toJS, "toJS");
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity2 = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      static {
        __name(this, "NodeBase");
      }
      constructor(type) {
        Object.defineProperty(this, identity2.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity2.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit2 = require_visit();
    var identity2 = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      static {
        __name(this, "Alias");
      }
      constructor(source) {
        super(identity2.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit2.visit(doc, {
            Node: /* @__PURE__ */ __name((_key, node) => {
              if (identity2.isAlias(node) || identity2.hasAnchor(node))
                nodes.push(node);
            }, "Node")
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity2.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity2.isCollection(node)) {
        let count2 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
      } else if (identity2.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    __name(getAliasCount, "getAliasCount");
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = /* @__PURE__ */ __name((value) => !value || typeof value !== "function" && typeof value !== "object", "isScalarValue");
    var Scalar = class extends Node.NodeBase {
      static {
        __name(this, "Scalar");
      }
      constructor(value) {
        super(identity2.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    __name(findTagObject, "findTagObject");
    function createNode(value, tagName, ctx) {
      if (identity2.isDocument(value))
        value = value.contents;
      if (identity2.isNode(value))
        return value;
      if (identity2.isPair(value)) {
        const map = ctx.schema[identity2.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity2.MAP] : Symbol.iterator in Object(value) ? schema[identity2.SEQ] : schema[identity2.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    __name(createNode, "createNode");
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity2 = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: /* @__PURE__ */ __name(() => {
          throw new Error("This should not happen, please report a bug.");
        }, "onAnchor"),
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    __name(collectionFromPath, "collectionFromPath");
    var isEmptyPath = /* @__PURE__ */ __name((path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done, "isEmptyPath");
    var Collection = class extends Node.NodeBase {
      static {
        __name(this, "Collection");
      }
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity2.isNode(it) || identity2.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity2.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity2.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity2.isScalar(node) ? node.value : node;
        else
          return identity2.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity2.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity2.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity2.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity2.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = /* @__PURE__ */ __name((str) => str.replace(/^(?!$)(?: $)?/gm, "#"), "stringifyComment");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    __name(indentComment, "indentComment");
    var lineComment = /* @__PURE__ */ __name((str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment, "lineComment");
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text2.length <= endStep)
        return text2;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split3 = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text2, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text2[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text2[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text2, i, indent.length);
          end = i + indent.length + endStep;
          split3 = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text2[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split3 = i;
          }
          if (i >= end) {
            if (split3) {
              folds.push(split3);
              end = split3 + endStep;
              split3 = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text2[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text2;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split3 = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text2;
      if (onFold)
        onFold();
      let res = text2.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text2.length;
        if (fold === 0)
          res = `
${indent}${text2.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text2[fold]}\\`;
          res += `
${indent}${text2.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    __name(foldFlowLines, "foldFlowLines");
    function consumeMoreIndentedLines(text2, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text2[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text2[++i];
        } else {
          do {
            ch = text2[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text2[start];
        }
      }
      return end;
    }
    __name(consumeMoreIndentedLines, "consumeMoreIndentedLines");
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = /* @__PURE__ */ __name((ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    }), "getFoldOptions");
    var containsDocumentMarker = /* @__PURE__ */ __name((str) => /^(%|---|\.\.\.)/m.test(str), "containsDocumentMarker");
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    __name(lineLengthOverLimit, "lineLengthOverLimit");
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    __name(doubleQuotedString, "doubleQuotedString");
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    __name(singleQuotedString, "singleQuotedString");
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    __name(quotedString, "quotedString");
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    __name(blockString, "blockString");
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = /* @__PURE__ */ __name((tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str), "test");
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    __name(plainString, "plainString");
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = /* @__PURE__ */ __name((_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      }, "_stringify");
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    __name(stringifyString, "stringifyString");
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity2 = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    __name(createStringifyContext, "createStringifyContext");
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity2.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    __name(getTagObject, "getTagObject");
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity2.isScalar(node) || identity2.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    __name(stringifyProps, "stringifyProps");
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity2.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity2.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity2.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: /* @__PURE__ */ __name((o) => tagObj = o, "onTagObj") });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity2.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity2.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    __name(stringify, "stringify");
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity2.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity2.isCollection(key) || !identity2.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity2.isCollection(key) || (identity2.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity2.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity2.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity2.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity2.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    __name(stringifyPair, "stringifyPair");
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    __name(debug, "debug");
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    __name(warn, "warn");
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge2 = {
      identify: /* @__PURE__ */ __name((value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY, "identify"),
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: /* @__PURE__ */ __name(() => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }), "resolve"),
      stringify: /* @__PURE__ */ __name(() => MERGE_KEY, "stringify")
    };
    var isMergeKey = /* @__PURE__ */ __name((ctx, key) => (merge2.identify(key) || identity2.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default), "isMergeKey");
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity2.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    __name(addMergeToJSMap, "addMergeToJSMap");
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity2.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    __name(mergeValue, "mergeValue");
    function resolveAliasValue(ctx, value) {
      return ctx && identity2.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    __name(resolveAliasValue, "resolveAliasValue");
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log2 = require_log();
    var merge2 = require_merge();
    var stringify = require_stringify();
    var identity2 = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity2.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge2.isMergeKey(ctx, key))
        merge2.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    __name(addPairToJSMap, "addPairToJSMap");
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity2.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log2.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    __name(stringifyKey, "stringifyKey");
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity2 = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    __name(createPair, "createPair");
    var Pair = class _Pair {
      static {
        __name(this, "Pair");
      }
      constructor(key, value = null) {
        Object.defineProperty(this, identity2.NODE_TYPE, { value: identity2.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity2.isNode(key))
          key = key.clone(schema);
        if (identity2.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    __name(stringifyCollection, "stringifyCollection");
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity2.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity2.isPair(item)) {
          const ik = identity2.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    __name(stringifyBlockCollection, "stringifyBlockCollection");
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity2.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity2.isPair(item)) {
          const ik = identity2.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity2.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum3, line) => sum3 + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum3, line) => sum3 + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    __name(stringifyFlowCollection, "stringifyFlowCollection");
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    __name(addCommentBefore, "addCommentBefore");
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity2.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity2.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity2.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    __name(findPair, "findPair");
    var YAMLMap = class extends Collection.Collection {
      static {
        __name(this, "YAMLMap");
      }
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity2.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add2 = /* @__PURE__ */ __name((key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        }, "add");
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add2(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add2(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity2.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity2.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity2.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity2.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity2.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: /* @__PURE__ */ __name((schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx), "createNode")
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static {
        __name(this, "YAMLSeq");
      }
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity2.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity2.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity2.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity2.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    __name(asItemIndex, "asItemIndex");
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity2.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: /* @__PURE__ */ __name((schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx), "createNode")
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "string", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: /* @__PURE__ */ __name((str) => str, "resolve"),
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: /* @__PURE__ */ __name((value) => value == null, "identify"),
      createNode: /* @__PURE__ */ __name(() => new Scalar.Scalar(null), "createNode"),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: /* @__PURE__ */ __name(() => new Scalar.Scalar(null), "resolve"),
      stringify: /* @__PURE__ */ __name(({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr, "stringify")
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "boolean", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: /* @__PURE__ */ __name((str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"), "resolve"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    __name(stringifyNumber, "stringifyNumber");
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: /* @__PURE__ */ __name((str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: /* @__PURE__ */ __name((str) => parseFloat(str), "resolve"),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot2 = str.indexOf(".");
        if (dot2 !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot2 - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = /* @__PURE__ */ __name((value) => typeof value === "bigint" || Number.isInteger(value), "intIdentify");
    var intResolve = /* @__PURE__ */ __name((str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix), "intResolve");
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    __name(intStringify, "intStringify");
    var intOct = {
      identify: /* @__PURE__ */ __name((value) => intIdentify(value) && value >= 0, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 8, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 8, "0o"), "stringify")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 0, 10, opt), "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: /* @__PURE__ */ __name((value) => intIdentify(value) && value >= 0, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 16, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 16, "0x"), "stringify")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    __name(intIdentify, "intIdentify");
    var stringifyJSON = /* @__PURE__ */ __name(({ value }) => JSON.stringify(value), "stringifyJSON");
    var jsonScalars = [
      {
        identify: /* @__PURE__ */ __name((value) => typeof value === "string", "identify"),
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: /* @__PURE__ */ __name((str) => str, "resolve"),
        stringify: stringifyJSON
      },
      {
        identify: /* @__PURE__ */ __name((value) => value == null, "identify"),
        createNode: /* @__PURE__ */ __name(() => new Scalar.Scalar(null), "createNode"),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: /* @__PURE__ */ __name(() => null, "resolve"),
        stringify: stringifyJSON
      },
      {
        identify: /* @__PURE__ */ __name((value) => typeof value === "boolean", "identify"),
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: /* @__PURE__ */ __name((str) => str === "true", "resolve"),
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: /* @__PURE__ */ __name((str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10), "resolve"),
        stringify: /* @__PURE__ */ __name(({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value), "stringify")
      },
      {
        identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: /* @__PURE__ */ __name((str) => parseFloat(str), "resolve"),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: /* @__PURE__ */ __name((value) => value instanceof Uint8Array, "identify"),
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity2.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity2.isPair(item))
            continue;
          else if (identity2.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity2.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    __name(resolvePairs, "resolvePairs");
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    __name(createPairs, "createPairs");
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      static {
        __name(this, "YAMLOMap");
      }
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity2.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: /* @__PURE__ */ __name((value) => value instanceof Map, "identify"),
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity2.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: /* @__PURE__ */ __name((schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx), "createNode")
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    __name(boolStringify, "boolStringify");
    var trueTag = {
      identify: /* @__PURE__ */ __name((value) => value === true, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: /* @__PURE__ */ __name(() => new Scalar.Scalar(true), "resolve"),
      stringify: boolStringify
    };
    var falseTag = {
      identify: /* @__PURE__ */ __name((value) => value === false, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: /* @__PURE__ */ __name(() => new Scalar.Scalar(false), "resolve"),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: /* @__PURE__ */ __name((str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: /* @__PURE__ */ __name((str) => parseFloat(str.replace(/_/g, "")), "resolve"),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot2 = str.indexOf(".");
        if (dot2 !== -1) {
          const f = str.substring(dot2 + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = /* @__PURE__ */ __name((value) => typeof value === "bigint" || Number.isInteger(value), "intIdentify");
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign2 = str[0];
      if (sign2 === "-" || sign2 === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign2 === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign2 === "-" ? -1 * n : n;
    }
    __name(intResolve, "intResolve");
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    __name(intStringify, "intStringify");
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 2, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 2, "0b"), "stringify")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 1, 8, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 8, "0"), "stringify")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 0, 10, opt), "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 16, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 16, "0x"), "stringify")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      static {
        __name(this, "YAMLSet");
      }
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity2.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity2.isPair(pair) ? identity2.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: /* @__PURE__ */ __name((value) => value instanceof Set, "identify"),
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: /* @__PURE__ */ __name((schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx), "createNode"),
      resolve(map, onError) {
        if (identity2.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign2 = str[0];
      const parts = sign2 === "-" || sign2 === "+" ? str.substring(1) : str;
      const num = /* @__PURE__ */ __name((n) => asBigInt ? BigInt(n) : Number(n), "num");
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign2 === "-" ? num(-1) * res : res;
    }
    __name(parseSexagesimal, "parseSexagesimal");
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = /* @__PURE__ */ __name((n) => n, "num");
      if (typeof value === "bigint")
        num = /* @__PURE__ */ __name((n) => BigInt(n), "num");
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign2 = "";
      if (value < 0) {
        sign2 = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign2 + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    __name(stringifySexagesimal, "stringifySexagesimal");
    var intTime = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "bigint" || Number.isInteger(value), "identify"),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt), "resolve"),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: /* @__PURE__ */ __name((str) => parseSexagesimal(str, false), "resolve"),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: /* @__PURE__ */ __name((value) => value instanceof Date, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: /* @__PURE__ */ __name(({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? "", "stringify")
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge2.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    __name(getTags, "getTags");
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = /* @__PURE__ */ __name((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0, "sortMapEntriesByKey");
    var Schema = class _Schema {
      static {
        __name(this, "Schema");
      }
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity2.MAP, { value: map.map });
        Object.defineProperty(this, identity2.SCALAR, { value: string.string });
        Object.defineProperty(this, identity2.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity2.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    __name(stringifyDocument, "stringifyDocument");
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      static {
        __name(this, "Document");
      }
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity2.NODE_TYPE, { value: identity2.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version: version2 } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version2 = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version: version2 });
        this.setSchema(version2, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity2.NODE_TYPE]: { value: identity2.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity2.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = /* @__PURE__ */ __name((v) => typeof v === "number" || v instanceof String || v instanceof Number, "keyToStr");
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity2.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity2.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity2.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity2.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity2.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity2.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version2, options = {}) {
        if (typeof version2 === "number")
          version2 = String(version2);
        let opt;
        switch (version2) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version2;
            else
              this.directives = new directives.Directives({ version: version2 });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version2);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity2.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    __name(assertCollection, "assertCollection");
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      static {
        __name(this, "YAMLError");
      }
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      static {
        __name(this, "YAMLParseError");
      }
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      static {
        __name(this, "YAMLWarning");
      }
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = /* @__PURE__ */ __name((src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    }, "prettifyError");
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last2 = tokens[tokens.length - 1];
      const end = last2 ? last2.offset + last2.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    __name(resolveProps, "resolveProps");
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    __name(containsNewline, "containsNewline");
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    __name(flowIndentCheck, "flowIndentCheck");
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity2.isScalar(a) && identity2.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
    }
    __name(mapIncludes, "mapIncludes");
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    __name(resolveBlockMap, "resolveBlockMap");
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    __name(resolveBlockSeq, "resolveBlockSeq");
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep + cb;
              sep = "";
              break;
            }
            case "newline":
              if (comment)
                sep += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    __name(resolveEnd, "resolveEnd");
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = /* @__PURE__ */ __name((token) => token && (token.type === "block-map" || token.type === "block-seq"), "isBlock");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity2.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep)
                for (const st of sep) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    __name(resolveFlowCollection, "resolveFlowCollection");
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    __name(resolveCollection, "resolveCollection");
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity2.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    __name(composeCollection, "composeCollection");
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar2, onError) {
      const start = scalar2.offset;
      const header = parseBlockScalarHeader(scalar2, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar2.source ? splitLines(scalar2.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar2.source)
          end2 += scalar2.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar2.indent + header.indent;
      let offset = scalar2.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep === " ")
            sep = "\n";
          else if (!prevMoreIndented && sep === "\n")
            sep = "\n\n";
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep === "\n")
            value += "\n";
          else
            sep = "\n";
        } else {
          value += sep + content;
          sep = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar2.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    __name(resolveBlockScalar, "resolveBlockScalar");
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    __name(parseBlockScalarHeader, "parseBlockScalarHeader");
    function splitLines(source) {
      const split3 = source.split(/\n( *)/);
      const first2 = split3[0];
      const m = first2.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first2.slice(m[1].length)] : ["", first2];
      const lines = [line0];
      for (let i = 1; i < split3.length; i += 2)
        lines.push([split3[i], split3[i + 1]]);
      return lines;
    }
    __name(splitLines, "splitLines");
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar2, strict, onError) {
      const { offset, type, source, end } = scalar2;
      let _type;
      let value;
      const _onError = /* @__PURE__ */ __name((rel, code, msg) => onError(offset + rel, code, msg), "_onError");
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar2, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    __name(resolveFlowScalar, "resolveFlowScalar");
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    __name(plainValue, "plainValue");
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    __name(singleQuotedValue, "singleQuotedValue");
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep === "\n")
            res += sep;
          else
            sep = "\n";
        } else {
          res += sep + lm;
          sep = " ";
        }
        pos = line.lastIndex;
      }
      const last2 = /[ \t]*(.*)/sy;
      last2.lastIndex = pos;
      match = last2.exec(source);
      return res + sep + (match?.[1] ?? "");
    }
    __name(unfoldLines, "unfoldLines");
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    __name(doubleQuotedValue, "doubleQuotedValue");
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    __name(foldNewline, "foldNewline");
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    __name(parseCharCode, "parseCharCode");
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity2 = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range: range2 } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity2.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity2.SCALAR];
      let scalar2;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar2 = identity2.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar2 = new Scalar.Scalar(value);
      }
      scalar2.range = range2;
      scalar2.source = value;
      if (type)
        scalar2.type = type;
      if (tagName)
        scalar2.tag = tagName;
      if (tag.format)
        scalar2.format = tag.format;
      if (comment)
        scalar2.comment = comment;
      return scalar2;
    }
    __name(composeScalar, "composeScalar");
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity2.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity2.SCALAR];
    }
    __name(findScalarTagByName, "findScalarTagByName");
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity2.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity2.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    __name(findScalarTagByTest, "findScalarTagByTest");
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    __name(emptyScalarPosition, "emptyScalarPosition");
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity2 = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity2.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    __name(composeNode, "composeNode");
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    __name(composeEmptyNode, "composeEmptyNode");
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    __name(composeAlias, "composeAlias");
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    __name(composeDoc, "composeDoc");
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity2 = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    __name(getErrorPos, "getErrorPos");
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    __name(parsePrelude, "parsePrelude");
    var Composer = class {
      static {
        __name(this, "Composer");
      }
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity2.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity2.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = /* @__PURE__ */ __name((pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        }, "_onError");
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    __name(resolveAsScalar, "resolveAsScalar");
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    __name(createScalarToken, "createScalarToken");
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    __name(setScalarValue, "setScalarValue");
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    __name(setBlockScalarValue, "setBlockScalarValue");
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    __name(addEndtoBlockProps, "addEndtoBlockProps");
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    __name(setFlowScalarValue, "setFlowScalarValue");
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = /* @__PURE__ */ __name((cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst), "stringify");
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    __name(stringifyToken, "stringifyToken");
    function stringifyItem({ start, key, sep, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep)
        for (const st of sep)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    __name(stringifyItem, "stringifyItem");
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit2(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    __name(visit2, "visit");
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    visit2.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit2.parentCollection = (cst, path) => {
      const parent = visit2.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    __name(_visit, "_visit");
    exports.visit = visit2;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection2 = /* @__PURE__ */ __name((token) => !!token && "items" in token, "isCollection");
    var isScalar2 = /* @__PURE__ */ __name((token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar"), "isScalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    __name(prettyToken, "prettyToken");
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    __name(tokenType, "tokenType");
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection2;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    __name(isEmpty, "isEmpty");
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = /* @__PURE__ */ __name((ch) => !ch || invalidAnchorChars.has(ch), "isNotAnchorChar");
    var Lexer = class {
      static {
        __name(this, "Lexer");
      }
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      static {
        __name(this, "LineCounter");
      }
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list3, type) {
      for (let i = 0; i < list3.length; ++i)
        if (list3[i].type === type)
          return true;
      return false;
    }
    __name(includesToken, "includesToken");
    function findNonEmptyIndex(list3) {
      for (let i = 0; i < list3.length; ++i) {
        switch (list3[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    __name(findNonEmptyIndex, "findNonEmptyIndex");
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    __name(isFlowToken, "isFlowToken");
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    __name(getPrevProps, "getPrevProps");
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    __name(getFirstKeyStartProps, "getFirstKeyStartProps");
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    __name(arrayPushArray, "arrayPushArray");
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    __name(fixFlowSeqItems, "fixFlowSeqItems");
    var Parser = class {
      static {
        __name(this, "Parser");
      }
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last2 = token.items[token.items.length - 1];
            if (last2 && !last2.sep && !last2.value && last2.start.length > 0 && findNonEmptyIndex(last2.start) === -1 && (token.indent === 0 || last2.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last2.start;
              else
                top.items.push({ start: last2.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar2) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep;
          if (scalar2.end) {
            sep = scalar2.end;
            sep.push(this.sourceToken);
            delete scalar2.end;
          } else
            sep = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar2.offset,
            indent: scalar2.indent,
            items: [{ start, key: scalar2, sep }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar2);
      }
      *blockScalar(scalar2) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar2.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar2.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last2 = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last2?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last2 = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last2?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log2 = require_log();
    var identity2 = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    __name(parseOptions, "parseOptions");
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    __name(parseAllDocuments, "parseAllDocuments");
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    __name(parseDocument2, "parseDocument");
    function parse3(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log2.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    __name(parse3, "parse");
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity2.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    __name(stringify, "stringify");
    exports.parse = parse3;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity2 = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit2 = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity2.isAlias;
    exports.isCollection = identity2.isCollection;
    exports.isDocument = identity2.isDocument;
    exports.isMap = identity2.isMap;
    exports.isNode = identity2.isNode;
    exports.isPair = identity2.isPair;
    exports.isScalar = identity2.isScalar;
    exports.isSeq = identity2.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit2.visit;
    exports.visitAsync = visit2.visitAsync;
  }
});

// shared/model/engine.ts
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/types.js
var CppDType;
(function(CppDType2) {
  CppDType2[CppDType2["float32"] = 0] = "float32";
  CppDType2[CppDType2["int32"] = 1] = "int32";
  CppDType2[CppDType2["bool"] = 2] = "bool";
  CppDType2[CppDType2["string"] = 3] = "string";
  CppDType2[CppDType2["complex64"] = 4] = "complex64";
})(CppDType || (CppDType = {}));
var FusableActivation;
(function(FusableActivation2) {
  FusableActivation2[FusableActivation2["linear"] = 0] = "linear";
  FusableActivation2[FusableActivation2["relu"] = 1] = "relu";
  FusableActivation2[FusableActivation2["relu6"] = 2] = "relu6";
  FusableActivation2[FusableActivation2["prelu"] = 3] = "prelu";
  FusableActivation2[FusableActivation2["leakyrelu"] = 4] = "leakyrelu";
  FusableActivation2[FusableActivation2["sigmoid"] = 5] = "sigmoid";
  FusableActivation2[FusableActivation2["elu"] = 6] = "elu";
})(FusableActivation || (FusableActivation = {}));

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/_FusedMatMul.js
var wasmFusedMatMul;
function setup(backend2) {
  wasmFusedMatMul = backend2.wasm.cwrap(_FusedMatMul, null, [
    "number",
    "array",
    "number",
    "number",
    "array",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup, "setup");
function fusedBatchMatMul(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { a, b, bias, preluActivationWeights } = inputs;
  if (a.dtype !== "float32" || b.dtype !== "float32") {
    throw new Error(`_FusedMatMul for non non-float32 tensors not yet supported.`);
  }
  const { transposeA, transposeB, activation: activation2, leakyreluAlpha } = attrs;
  const aId = backend2.dataIdMap.get(a.dataId).id;
  const bId = backend2.dataIdMap.get(b.dataId).id;
  let biasId = 0;
  if (bias != null) {
    const biasData = backend2.dataIdMap.get(bias.dataId);
    if (biasData.shape.length !== 1) {
      throw new Error(`_FusedMatMul only supports rank-1 bias but got rank ${biasData.shape.length}.`);
    }
    biasId = biasData.id;
  }
  const preluActivationWeightsId = preluActivationWeights == null ? 0 : backend2.dataIdMap.get(preluActivationWeights.dataId).id;
  const fusedActivation = FusableActivation[activation2];
  if (fusedActivation == null) {
    throw new Error(`${activation2} activation not yet supported for FusedConv2D in the wasm backend.`);
  }
  const leftDim = transposeA ? a.shape[2] : a.shape[1];
  const rightDim = transposeB ? b.shape[1] : b.shape[2];
  const batchDims = broadcast_util_exports.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const out = backend2.makeOutput([...batchDims, leftDim, rightDim], a.dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const aShapeBytes = new Uint8Array(new Int32Array(a.shape).buffer);
  const bShapeBytes = new Uint8Array(new Int32Array(b.shape).buffer);
  wasmFusedMatMul(aId, aShapeBytes, a.shape.length, bId, bShapeBytes, b.shape.length, transposeA, transposeB, fusedActivation, biasId, preluActivationWeightsId, leakyreluAlpha || 0, outId);
  return out;
}
__name(fusedBatchMatMul, "fusedBatchMatMul");
var _fusedMatMulConfig = {
  kernelName: _FusedMatMul,
  backendName: "wasm",
  setupFunc: setup,
  kernelFunc: fusedBatchMatMul
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/unary_kernel.js
function createUnaryKernelConfig(kernelName, outType) {
  let wasmFunc8;
  function setupFunc3(backend2) {
    wasmFunc8 = backend2.wasm.cwrap(kernelName, null, [
      "number",
      "number",
      "number"
      // out_id
    ]);
  }
  __name(setupFunc3, "setupFunc");
  function kernelFunc3(args) {
    const { backend: backend2, inputs: { x } } = args;
    const xId = backend2.dataIdMap.get(x.dataId).id;
    const out = backend2.makeOutput(x.shape, outType || x.dtype);
    const outId = backend2.dataIdMap.get(out.dataId).id;
    if (util_exports.sizeFromShape(out.shape) === 0) {
      return out;
    }
    wasmFunc8(xId, CppDType[x.dtype], outId);
    return out;
  }
  __name(kernelFunc3, "kernelFunc");
  return { kernelName, backendName: "wasm", setupFunc: setupFunc3, kernelFunc: kernelFunc3 };
}
__name(createUnaryKernelConfig, "createUnaryKernelConfig");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Abs.js
var absConfig = createUnaryKernelConfig(Abs);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Acos.js
var acosConfig = createUnaryKernelConfig(Acos);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Acosh.js
var acoshConfig = createUnaryKernelConfig(Acosh);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/binary_kernel.js
function createBinaryKernelConfig(kernelName, supportsFullBroadcast20, dtype) {
  let wasmFunc8;
  function setupFunc3(backend2) {
    wasmFunc8 = backend2.wasm.cwrap(kernelName, null, [
      "number",
      "array",
      "number",
      "number",
      "array",
      "number",
      "number",
      "number"
      // out_id
    ]);
  }
  __name(setupFunc3, "setupFunc");
  function kernelFunc3(args) {
    const { backend: backend2, inputs } = args;
    const { a, b } = inputs;
    const aId = backend2.dataIdMap.get(a.dataId).id;
    const bId = backend2.dataIdMap.get(b.dataId).id;
    const outputType = dtype != null ? dtype : a.dtype;
    const newShape = backend_util_exports.assertAndGetBroadcastShape(a.shape, b.shape);
    const out = backend2.makeOutput(newShape, outputType);
    if (util_exports.sizeFromShape(newShape) === 0) {
      return out;
    }
    const aShapeBytes = new Uint8Array(new Int32Array(a.shape).buffer);
    const bShapeBytes = new Uint8Array(new Int32Array(b.shape).buffer);
    const outId = backend2.dataIdMap.get(out.dataId).id;
    const kernelFunc4 = /* @__PURE__ */ __name(() => wasmFunc8(aId, aShapeBytes, a.shape.length, bId, bShapeBytes, b.shape.length, CppDType[a.dtype], outId), "kernelFunc");
    kernelFunc4();
    return out;
  }
  __name(kernelFunc3, "kernelFunc");
  return { kernelName, backendName: "wasm", setupFunc: setupFunc3, kernelFunc: kernelFunc3 };
}
__name(createBinaryKernelConfig, "createBinaryKernelConfig");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Add.js
var supportsFullBroadcast = true;
var addConfig = createBinaryKernelConfig(Add, supportsFullBroadcast);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/AddN.js
var wasmFunc;
function setupFunc(backend2) {
  wasmFunc = backend2.wasm.cwrap(AddN, null, [
    "array",
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setupFunc, "setupFunc");
function addn(args) {
  const { inputs, backend: backend2 } = args;
  const out = backend2.makeOutput(inputs[0].shape, inputs[0].dtype);
  if (util_exports.sizeFromShape(out.shape) === 0) {
    return out;
  }
  const inputIds = inputs.map((x) => backend2.dataIdMap.get(x.dataId).id);
  const inputIdsBytes = new Uint8Array(new Int32Array(inputIds).buffer);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmFunc(inputIdsBytes, inputIds.length, CppDType[out.dtype], outId);
  return out;
}
__name(addn, "addn");
var addNConfig = {
  kernelName: AddN,
  backendName: "wasm",
  setupFunc,
  kernelFunc: addn
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Identity.js
function identity(args) {
  const { inputs: { x }, backend: backend2 } = args;
  if (x.dtype === "string") {
    return tensor(backend2.readSync(x.dataId), x.shape, x.dtype);
  }
  const out = backend2.makeOutput(x.shape, x.dtype);
  const inVals = backend2.typedArrayFromHeap(x);
  const outVals = backend2.typedArrayFromHeap(out);
  outVals.set(inVals);
  return out;
}
__name(identity, "identity");
var identityConfig = {
  kernelName: Identity,
  backendName: "wasm",
  kernelFunc: identity
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Transpose.js
var wasmTranspose;
function setup2(backend2) {
  wasmTranspose = backend2.wasm.cwrap(Transpose, null, [
    "number",
    "array",
    "number",
    "number",
    "number",
    "array",
    "number"
    // perm.length
  ]);
}
__name(setup2, "setup");
function transpose2(args) {
  const { inputs, backend: backend2, attrs } = args;
  const [reducedShape, perm] = removeOneSizeDims(inputs.x.shape, attrs.perm);
  let permIsNoOp = true;
  for (let i = 0; i < perm.length; i++) {
    if (perm[i] !== i) {
      permIsNoOp = false;
    }
  }
  const outShape = computeOutShape(inputs.x.shape, attrs.perm);
  const x = {
    dataId: inputs.x.dataId,
    shape: reducedShape,
    dtype: inputs.x.dtype
  };
  if (permIsNoOp) {
    const cloned = identity({ inputs, backend: backend2 });
    cloned.shape = outShape;
    return cloned;
  }
  const out = backend2.makeOutput(outShape, x.dtype);
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const permBytes = new Uint8Array(new Int32Array(perm).buffer);
  const xShapeBytes = new Uint8Array(new Int32Array(x.shape).buffer);
  wasmTranspose(xId, xShapeBytes, x.shape.length, CppDType[x.dtype], outId, permBytes, perm.length);
  return out;
}
__name(transpose2, "transpose");
function computeOutShape(inShape, perm) {
  const outShape = new Array(inShape.length);
  for (let i = 0; i < outShape.length; i++) {
    outShape[i] = inShape[perm[i]];
  }
  return outShape;
}
__name(computeOutShape, "computeOutShape");
function removeOneSizeDims(shape, perm) {
  const newShape = [];
  const newPerm = [];
  for (let i = 0; i < shape.length; ++i) {
    if (shape[i] !== 1) {
      newShape.push(shape[i]);
    }
    if (shape[perm[i]] !== 1) {
      newPerm.push(perm[i]);
    }
  }
  for (let i = 0; i < newPerm.length; ++i) {
    let minValIdx = -1;
    for (let j = 0; j < newPerm.length; ++j) {
      if (newPerm[j] >= i && (minValIdx === -1 || newPerm[minValIdx] > newPerm[j])) {
        minValIdx = j;
      }
    }
    newPerm[minValIdx] = i;
  }
  return [newShape, newPerm];
}
__name(removeOneSizeDims, "removeOneSizeDims");
var transposeConfig = {
  kernelName: Transpose,
  backendName: "wasm",
  kernelFunc: transpose2,
  setupFunc: setup2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/kernel_utils.js
function permuteAxesAndTranspose(x, axis2, backend2) {
  const xShape = x.shape;
  const xRank = x.shape.length;
  const originalAxes = util_exports.parseAxisParam(axis2, xShape);
  let axes = originalAxes;
  const permutedAxes = backend_util_exports.getAxesPermutation(axes, xRank);
  let xTransposed = null;
  let inputWasTransposed = false;
  if (permutedAxes != null) {
    const newShape = new Array(xRank);
    for (let i = 0; i < newShape.length; i++) {
      newShape[i] = xShape[permutedAxes[i]];
    }
    axes = backend_util_exports.getInnerMostAxes(axes.length, xRank);
    xTransposed = transpose2({ inputs: { x }, attrs: { perm: permutedAxes }, backend: backend2 });
    const xId = backend2.dataIdMap.get(x.dataId).id;
    const transposedId = backend2.dataIdMap.get(xTransposed.dataId).id;
    if (transposedId !== xId) {
      inputWasTransposed = true;
    }
  }
  return { transposed: xTransposed, originalAxes, axes, inputWasTransposed };
}
__name(permuteAxesAndTranspose, "permuteAxesAndTranspose");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/All.js
var wasmAll;
function setup3(backend2) {
  wasmAll = backend2.wasm.cwrap(All, null, ["number, number, number"]);
}
__name(setup3, "setup");
function all2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { axis: axis2, keepDims } = attrs;
  const { x } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  let inputId = xId;
  let input2 = x;
  const { transposed, axes, originalAxes, inputWasTransposed } = permuteAxesAndTranspose(x, axis2, backend2);
  if (inputWasTransposed) {
    const transposedId = backend2.dataIdMap.get(transposed.dataId).id;
    input2 = transposed;
    inputId = transposedId;
  }
  const inputRank = input2.shape.length;
  backend_util_exports.assertAxesAreInnerMostDims("all", axes, inputRank);
  const [outShape, reduceShape] = backend_util_exports.computeOutAndReduceShapes(input2.shape, axes);
  const reduceSize = util_exports.sizeFromShape(reduceShape);
  const out = backend2.makeOutput(outShape, x.dtype);
  if (util_exports.sizeFromShape(input2.shape) !== 0) {
    const outId = backend2.dataIdMap.get(out.dataId).id;
    wasmAll(inputId, reduceSize, outId);
  }
  if (inputWasTransposed) {
    backend2.disposeData(transposed.dataId);
  }
  if (keepDims) {
    const newShape = backend_util_exports.expandShapeToKeepDim(out.shape, originalAxes);
    out.shape = newShape;
  }
  return out;
}
__name(all2, "all");
var allConfig = {
  kernelName: All,
  backendName: "wasm",
  setupFunc: setup3,
  kernelFunc: all2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Any.js
var wasmAny;
function setup4(backend2) {
  wasmAny = backend2.wasm.cwrap(Any, null, ["number, number, number"]);
}
__name(setup4, "setup");
function any2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { axis: axis2, keepDims } = attrs;
  const { x } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  let inputId = xId;
  let input2 = x;
  const { transposed, axes, originalAxes, inputWasTransposed } = permuteAxesAndTranspose(x, axis2, backend2);
  if (inputWasTransposed) {
    const transposedId = backend2.dataIdMap.get(transposed.dataId).id;
    input2 = transposed;
    inputId = transposedId;
  }
  const inputRank = input2.shape.length;
  backend_util_exports.assertAxesAreInnerMostDims("any", axes, inputRank);
  const [outShape, reduceShape] = backend_util_exports.computeOutAndReduceShapes(input2.shape, axes);
  const reduceSize = util_exports.sizeFromShape(reduceShape);
  const out = backend2.makeOutput(outShape, x.dtype);
  if (util_exports.sizeFromShape(input2.shape) !== 0) {
    const outId = backend2.dataIdMap.get(out.dataId).id;
    wasmAny(inputId, reduceSize, outId);
  }
  if (inputWasTransposed) {
    backend2.disposeData(transposed.dataId);
  }
  if (keepDims) {
    const newShape = backend_util_exports.expandShapeToKeepDim(out.shape, originalAxes);
    out.shape = newShape;
  }
  return out;
}
__name(any2, "any");
var anyConfig = {
  kernelName: Any,
  backendName: "wasm",
  setupFunc: setup4,
  kernelFunc: any2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/argminmax_kernel.js
function createArgMinMaxKernelConfig(kernelName) {
  let wasmFunc8;
  function setupFunc3(backend2) {
    wasmFunc8 = backend2.wasm.cwrap(kernelName, null, [
      "number",
      "number",
      "number",
      "number",
      "number"
      // out_id
    ]);
  }
  __name(setupFunc3, "setupFunc");
  function kernelFunc3(args) {
    const { backend: backend2, inputs, attrs } = args;
    const { axis: axis2 } = attrs;
    const { x } = inputs;
    const xId = backend2.dataIdMap.get(x.dataId).id;
    let inputId = xId;
    let input2 = x;
    const { transposed, axes, inputWasTransposed } = permuteAxesAndTranspose(x, axis2, backend2);
    if (inputWasTransposed) {
      const transposedId = backend2.dataIdMap.get(transposed.dataId).id;
      if (transposedId !== xId) {
        input2 = transposed;
        inputId = transposedId;
      }
    }
    const outShape = input2.shape.slice(0, -1);
    const out = backend2.makeOutput(outShape, "int32");
    const outId = backend2.dataIdMap.get(out.dataId).id;
    const outerSize = util_exports.sizeFromShape(out.shape);
    const innerSize = input2.shape[axes[0]];
    wasmFunc8(inputId, CppDType[input2.dtype], outerSize, innerSize, outId);
    if (inputWasTransposed) {
      backend2.disposeData(transposed.dataId);
    }
    return out;
  }
  __name(kernelFunc3, "kernelFunc");
  return {
    kernelName,
    backendName: "wasm",
    setupFunc: setupFunc3,
    kernelFunc: kernelFunc3
  };
}
__name(createArgMinMaxKernelConfig, "createArgMinMaxKernelConfig");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/ArgMax.js
var argMaxConfig = createArgMinMaxKernelConfig(ArgMax);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/ArgMin.js
var argMinConfig = createArgMinMaxKernelConfig(ArgMin);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Asin.js
var asinConfig = createUnaryKernelConfig(Asin);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Asinh.js
var asinhConfig = createUnaryKernelConfig(Asinh);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Atan.js
var atanConfig = createUnaryKernelConfig(Atan);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Atan2.js
var atan2Config = createBinaryKernelConfig(
  Atan2,
  /*supportsFullBroadcast=*/
  false
);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Atanh.js
var atanhConfig = createUnaryKernelConfig(Atanh);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/AvgPool.js
var wasmAvgPool;
function setup5(backend2) {
  wasmAvgPool = backend2.wasm.cwrap(AvgPool, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup5, "setup");
function avgPool2(args) {
  const { inputs, attrs, backend: backend2 } = args;
  const x = inputs.x;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const { filterSize, strides, pad: pad3, dimRoundingMode } = attrs;
  const convInfo = backend_util_exports.computePool2DInfo(x.shape, filterSize, strides, 1, pad3, dimRoundingMode);
  const filterHeight = convInfo.filterHeight;
  const filterWidth = convInfo.filterWidth;
  const padTop = convInfo.padInfo.top;
  const padRight = convInfo.padInfo.right;
  const padBottom = convInfo.padInfo.bottom;
  const padLeft = convInfo.padInfo.left;
  const strideHeight = convInfo.strideHeight;
  const strideWidth = convInfo.strideWidth;
  const channels = convInfo.inChannels;
  if (convInfo.dataFormat !== "channelsLast") {
    throw new Error(`wasm backend does not support dataFormat:'${convInfo.dataFormat}'. Please use 'channelsLast'.`);
  }
  if (convInfo.dilationWidth !== 1 || convInfo.dilationHeight !== 1) {
    throw new Error(`was backend only supports average pooling with dilation = [1, 1], got [${convInfo.dilationHeight}, ${convInfo.dilationWidth}].`);
  }
  const out = backend2.makeOutput(convInfo.outShape, "float32");
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmAvgPool(xId, x.shape[0], x.shape[1], x.shape[2], filterHeight, filterWidth, padTop, padRight, padBottom, padLeft, strideHeight, strideWidth, channels, outId);
  return out;
}
__name(avgPool2, "avgPool");
var avgPoolConfig = {
  kernelName: AvgPool,
  backendName: "wasm",
  setupFunc: setup5,
  kernelFunc: avgPool2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/AvgPool3D.js
var wasmAvgPool3D;
function setup6(backend2) {
  wasmAvgPool3D = backend2.wasm.cwrap("AvgPool3D", null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup6, "setup");
function avgPool3D(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const { filterSize, strides, pad: pad3, dimRoundingMode, dataFormat } = attrs;
  const convInfo = backend_util_exports.computePool3DInfo(
    x.shape,
    filterSize,
    strides,
    /*dilations=*/
    1,
    pad3,
    dimRoundingMode,
    dataFormat
  );
  const out = backend2.makeOutput(convInfo.outShape, x.dtype);
  wasmAvgPool3D(
    backend2.dataIdMap.get(x.dataId).id,
    backend2.dataIdMap.get(out.dataId).id,
    convInfo.batchSize,
    // Since Pool3D ops (AvgPool3D and MaxPool3D) support 3D filter only, in
    // channels should always equal to out channels.
    /*channelSize=*/
    convInfo.inChannels,
    convInfo.inDepth,
    convInfo.inHeight,
    convInfo.inWidth,
    convInfo.outDepth,
    convInfo.outHeight,
    convInfo.outWidth,
    convInfo.strideDepth,
    convInfo.strideHeight,
    convInfo.strideWidth,
    convInfo.dilationDepth,
    convInfo.dilationHeight,
    convInfo.dilationWidth,
    convInfo.effectiveFilterDepth,
    convInfo.effectiveFilterHeight,
    convInfo.effectiveFilterWidth,
    convInfo.padInfo.front,
    convInfo.padInfo.top,
    convInfo.padInfo.left
  );
  return out;
}
__name(avgPool3D, "avgPool3D");
var avgPool3DConfig = {
  kernelName: AvgPool3D,
  backendName: "wasm",
  setupFunc: setup6,
  kernelFunc: avgPool3D
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/AvgPool3DGrad.js
var wasmAvgPool3DGrad;
function setup7(backend2) {
  wasmAvgPool3DGrad = backend2.wasm.cwrap("AvgPool3DGrad", null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // filterWidth
  ]);
}
__name(setup7, "setup");
function avgPool3DGrad(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { dy, input: input2 } = inputs;
  const { filterSize, strides, pad: pad3, dimRoundingMode } = attrs;
  const convInfo = backend_util_exports.computePool3DInfo(
    input2.shape,
    filterSize,
    strides,
    /*dilations=*/
    1,
    pad3,
    dimRoundingMode
  );
  const dx = backend2.makeOutput(input2.shape, input2.dtype);
  wasmAvgPool3DGrad(
    backend2.dataIdMap.get(dy.dataId).id,
    backend2.dataIdMap.get(dx.dataId).id,
    convInfo.batchSize,
    // Since Pool3D ops (AvgPool3D and MaxPool3D) support 3D filter only, in
    // channels should always equal to out channels.
    /*channelSize=*/
    convInfo.inChannels,
    convInfo.inDepth,
    convInfo.inHeight,
    convInfo.inWidth,
    convInfo.outDepth,
    convInfo.outHeight,
    convInfo.outWidth,
    convInfo.strideDepth,
    convInfo.strideHeight,
    convInfo.strideWidth,
    convInfo.dilationDepth,
    convInfo.dilationHeight,
    convInfo.dilationWidth,
    convInfo.effectiveFilterDepth,
    convInfo.effectiveFilterHeight,
    convInfo.effectiveFilterWidth,
    convInfo.padInfo.front,
    convInfo.padInfo.top,
    convInfo.padInfo.left,
    convInfo.filterDepth,
    convInfo.filterHeight,
    convInfo.filterWidth
  );
  return dx;
}
__name(avgPool3DGrad, "avgPool3DGrad");
var avgPool3DGradConfig = {
  kernelName: AvgPool3DGrad,
  backendName: "wasm",
  setupFunc: setup7,
  kernelFunc: avgPool3DGrad
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/AvgPoolGrad.js
var wasmAvgPoolGrad;
function setup8(backend2) {
  wasmAvgPoolGrad = backend2.wasm.cwrap("AvgPoolGrad", null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // filterWidth
  ]);
}
__name(setup8, "setup");
function avgPoolGrad(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { dy, input: input2 } = inputs;
  const { filterSize, strides, pad: pad3 } = attrs;
  const convInfo = backend_util_exports.computePool2DInfo(
    input2.shape,
    filterSize,
    strides,
    /*dilations=*/
    1,
    pad3
  );
  const dx = backend2.makeOutput(input2.shape, input2.dtype);
  wasmAvgPoolGrad(
    backend2.dataIdMap.get(dy.dataId).id,
    backend2.dataIdMap.get(dx.dataId).id,
    convInfo.batchSize,
    // Since Pool ops (AvgPool and MaxPool) support 2D filter only, in
    // channels should always equal to out channels.
    /*channelSize=*/
    convInfo.inChannels,
    convInfo.inHeight,
    convInfo.inWidth,
    convInfo.outHeight,
    convInfo.outWidth,
    convInfo.strideHeight,
    convInfo.strideWidth,
    convInfo.dilationHeight,
    convInfo.dilationWidth,
    convInfo.effectiveFilterHeight,
    convInfo.effectiveFilterWidth,
    convInfo.padInfo.top,
    convInfo.padInfo.left,
    convInfo.filterHeight,
    convInfo.filterWidth
  );
  return dx;
}
__name(avgPoolGrad, "avgPoolGrad");
var avgPoolGradConfig = {
  kernelName: AvgPoolGrad,
  backendName: "wasm",
  setupFunc: setup8,
  kernelFunc: avgPoolGrad
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Reshape.js
function reshape2(args) {
  const { inputs, attrs } = args;
  const { x } = inputs;
  const { shape } = attrs;
  const xSize = util_exports.sizeFromShape(x.shape);
  const $shape = util_exports.inferFromImplicitShape(shape, xSize);
  util_exports.assert(xSize === util_exports.sizeFromShape($shape), () => `new shape: ${$shape}, old shape: ${x.shape}. New shape and old shape must have the same number of elements.`);
  args.backend.incRef(x.dataId);
  return { dataId: x.dataId, shape: $shape, dtype: x.dtype };
}
__name(reshape2, "reshape");
var reshapeConfig = {
  kernelName: Reshape,
  backendName: "wasm",
  kernelFunc: reshape2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/BatchMatMul.js
var wasmBatchMatMul;
function setup9(backend2) {
  wasmBatchMatMul = backend2.wasm.cwrap(BatchMatMul, null, [
    "number",
    "array",
    "number",
    "number",
    "array",
    "number",
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup9, "setup");
function batchMatMul(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { a, b } = inputs;
  const { transposeA, transposeB } = attrs;
  if (a.dtype !== "float32" || b.dtype !== "float32") {
    throw new Error(`BatchMatMul for non non-float32 tensors not yet supported.`);
  }
  const aRank = a.shape.length;
  const bRank = b.shape.length;
  const innerShapeA = transposeA ? a.shape[aRank - 2] : a.shape[aRank - 1];
  const innerShapeB = transposeB ? b.shape[bRank - 1] : b.shape[bRank - 2];
  const outerShapeA = transposeA ? a.shape[aRank - 1] : a.shape[aRank - 2];
  const outerShapeB = transposeB ? b.shape[bRank - 2] : b.shape[bRank - 1];
  const outerDimsA = a.shape.slice(0, -2);
  const outerDimsB = b.shape.slice(0, -2);
  const batchDimA = util_exports.sizeFromShape(outerDimsA);
  const batchDimB = util_exports.sizeFromShape(outerDimsB);
  const outShapeOuterDims = broadcast_util_exports.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const outShape = outShapeOuterDims.concat([outerShapeA, outerShapeB]);
  util_exports.assert(innerShapeA === innerShapeB, () => `Error in matMul: inner shapes (${innerShapeA}) and (${innerShapeB}) of Tensors with shapes ${a.shape} and ${b.shape} and transposeA=${transposeA} and transposeB=${transposeB} must match.`);
  const a3dShape = transposeA ? [batchDimA, innerShapeA, outerShapeA] : [batchDimA, outerShapeA, innerShapeA];
  const b3dShape = transposeB ? [batchDimB, outerShapeB, innerShapeB] : [batchDimB, innerShapeB, outerShapeB];
  const a3d = reshape2({ inputs: { x: a }, backend: backend2, attrs: { shape: a3dShape } });
  const b3d = reshape2({ inputs: { x: b }, backend: backend2, attrs: { shape: b3dShape } });
  const a3dId = backend2.dataIdMap.get(a3d.dataId).id;
  const b3dId = backend2.dataIdMap.get(b3d.dataId).id;
  const leftDim = transposeA ? a3d.shape[2] : a3d.shape[1];
  const rightDim = transposeB ? b3d.shape[1] : b3d.shape[2];
  const batchDim = Math.max(batchDimA, batchDimB);
  const out = backend2.makeOutput([batchDim, leftDim, rightDim], a3d.dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const aShapeBytes = new Uint8Array(new Int32Array(a3d.shape).buffer);
  const bShapeBytes = new Uint8Array(new Int32Array(b3d.shape).buffer);
  wasmBatchMatMul(a3dId, aShapeBytes, a3d.shape.length, b3dId, bShapeBytes, b3d.shape.length, transposeA, transposeB, outId);
  backend2.disposeData(a3d.dataId);
  backend2.disposeData(b3d.dataId);
  out.shape = outShape;
  return out;
}
__name(batchMatMul, "batchMatMul");
var batchMatMulConfig = {
  kernelName: BatchMatMul,
  backendName: "wasm",
  setupFunc: setup9,
  kernelFunc: batchMatMul
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Slice.js
function slice2(args) {
  const { inputs: { x }, attrs: { begin, size }, backend: backend2 } = args;
  const [begin_, size_] = slice_util_exports.parseSliceParams(x, begin, size);
  const isContinous = slice_util_exports.isSliceContinous(x.shape, begin_, size_);
  const xVals = backend2.readSync(x.dataId);
  const out = backend2.makeOutput(size_, x.dtype);
  const xStrides = util_exports.computeStrides(x.shape);
  const outData = backend2.dataIdMap.get(out.dataId);
  if (isContinous) {
    const flatOffset = slice_util_exports.computeFlatOffset(begin_, xStrides);
    if (x.dtype === "string") {
      outData.stringBytes = xVals.slice(flatOffset, flatOffset + util_exports.sizeFromShape(size_));
    } else {
      const outVals2 = backend2.typedArrayFromHeap(out);
      outVals2.set(xVals.subarray(flatOffset, flatOffset + util_exports.sizeFromShape(size_)));
    }
    return out;
  }
  if (x.dtype === "string") {
    const res = sliceImpl(xVals, begin_, size_, x.shape, x.dtype);
    outData.stringBytes = res;
    return out;
  }
  const outVals = backend2.typedArrayFromHeap(out);
  const rank = x.shape.length;
  if (rank === 2) {
    slice2d(xVals, xStrides[0], outVals, begin_, size_);
  } else if (rank === 3) {
    slice3d(xVals, xStrides[0], xStrides[1], outVals, begin_, size_);
  } else if (rank === 4) {
    slice4d(xVals, xStrides[0], xStrides[1], xStrides[2], outVals, begin_, size_);
  } else {
    const res = sliceImpl(xVals, begin_, size_, x.shape, x.dtype);
    outVals.set(res);
  }
  return out;
}
__name(slice2, "slice");
function slice2d(xVals, xStride, outVals, begin, size) {
  let outOffset = 0;
  const beginI = begin[0];
  const beginJ = begin[1];
  const endI = beginI + size[0];
  for (let i = beginI; i < endI; i++) {
    const xOffset = i * xStride + beginJ;
    outVals.set(xVals.subarray(xOffset, xOffset + size[1]), outOffset);
    outOffset += size[1];
  }
}
__name(slice2d, "slice2d");
function slice3d(xVals, xStride1, xStride2, outVals, begin, size) {
  let outOffset = 0;
  const beginI = begin[0];
  const beginJ = begin[1];
  const beginK = begin[2];
  const endI = beginI + size[0];
  const endJ = beginJ + size[1];
  for (let i = beginI; i < endI; i++) {
    for (let j = beginJ; j < endJ; j++) {
      const xOffset = i * xStride1 + j * xStride2 + beginK;
      outVals.set(xVals.subarray(xOffset, xOffset + size[2]), outOffset);
      outOffset += size[2];
    }
  }
}
__name(slice3d, "slice3d");
function slice4d(xVals, xStride1, xStride2, xStride3, outVals, begin, size) {
  let outOffset = 0;
  const beginI = begin[0];
  const beginJ = begin[1];
  const beginK = begin[2];
  const endI = beginI + size[0];
  const endJ = beginJ + size[1];
  const endK = beginK + size[2];
  const beginL = begin[3];
  for (let i = beginI; i < endI; i++) {
    for (let j = beginJ; j < endJ; j++) {
      for (let k = beginK; k < endK; k++) {
        const xOffset = i * xStride1 + j * xStride2 + k * xStride3 + beginL;
        outVals.set(xVals.subarray(xOffset, xOffset + size[3]), outOffset);
        outOffset += size[3];
      }
    }
  }
}
__name(slice4d, "slice4d");
var sliceConfig = {
  kernelName: Slice,
  backendName: "wasm",
  kernelFunc: slice2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/BatchToSpaceND.js
function batchToSpaceND2(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const { blockShape, crops } = attrs;
  const prod3 = blockShape.reduce((a, b) => a * b);
  const reshaped = backend_util_exports.getReshaped(x.shape, blockShape, prod3);
  const permuted = backend_util_exports.getPermuted(reshaped.length, blockShape.length);
  const reshapedPermuted = backend_util_exports.getReshapedPermuted(x.shape, blockShape, prod3);
  const sliceBeginCoords = backend_util_exports.getSliceBeginCoords(crops, blockShape.length);
  const sliceSize = backend_util_exports.getSliceSize(reshapedPermuted, crops, blockShape.length);
  const xReshaped = reshape2({ inputs: { x }, backend: backend2, attrs: { shape: reshaped } });
  const xTransposed = transpose2({ inputs: { x: xReshaped }, backend: backend2, attrs: { perm: permuted } });
  const xTransposedReshaped = reshape2({ inputs: { x: xTransposed }, backend: backend2, attrs: { shape: reshapedPermuted } });
  const result = slice2({
    inputs: { x: xTransposedReshaped },
    backend: backend2,
    attrs: { begin: sliceBeginCoords, size: sliceSize }
  });
  backend2.disposeData(xReshaped.dataId);
  backend2.disposeData(xTransposed.dataId);
  backend2.disposeData(xTransposedReshaped.dataId);
  return result;
}
__name(batchToSpaceND2, "batchToSpaceND");
var batchToSpaceNDConfig = {
  kernelName: BatchToSpaceND,
  backendName: "wasm",
  kernelFunc: batchToSpaceND2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Bincount.js
var wasmBincount;
function setup10(backend2) {
  wasmBincount = backend2.wasm.cwrap(Bincount, null, [
    "number",
    "number",
    "boolean",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup10, "setup");
function bincount(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { x, weights } = inputs;
  const { size } = attrs;
  const hasWeights = weights.shape.reduce((p, v) => p * v, 1) !== 0;
  const outShape = x.shape.length === 1 ? [size] : [x.shape[0], size];
  const out = backend2.makeOutput(outShape, weights.dtype);
  function tensorId(x2) {
    return backend2.dataIdMap.get(x2.dataId).id;
  }
  __name(tensorId, "tensorId");
  wasmBincount(tensorId(x), size, hasWeights, tensorId(weights), CppDType[weights.dtype], tensorId(out));
  return out;
}
__name(bincount, "bincount");
var bincountConfig = {
  kernelName: Bincount,
  backendName: "wasm",
  setupFunc: setup10,
  kernelFunc: bincount
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/BitwiseAnd.js
var supportsFullBroadcast2 = true;
var bitwiseAndConfig = createBinaryKernelConfig(BitwiseAnd, supportsFullBroadcast2);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/BroadcastArgs.js
function broadcastArgs(args) {
  const { inputs, backend: backend2 } = args;
  const { s0, s1 } = inputs;
  const s0Vals = backend2.typedArrayFromHeap(s0);
  const s1Vals = backend2.typedArrayFromHeap(s1);
  const broadcastShape = backend_util_exports.assertAndGetBroadcastShape(Array.from(s0Vals), Array.from(s1Vals));
  return backend2.makeOutput(
    [broadcastShape.length],
    "int32",
    /*memoryOffset=*/
    void 0,
    /*values=*/
    new Int32Array(broadcastShape)
  );
}
__name(broadcastArgs, "broadcastArgs");
var broadcastArgsConfig = {
  kernelName: BroadcastArgs,
  backendName: "wasm",
  kernelFunc: broadcastArgs
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Cast.js
function cast2(args) {
  const { inputs: { x }, attrs: { dtype }, backend: backend2 } = args;
  const out = backend2.makeOutput(x.shape, dtype);
  const inVals = backend2.typedArrayFromHeap(x);
  const outVals = backend2.typedArrayFromHeap(out);
  outVals.set(inVals);
  return out;
}
__name(cast2, "cast");
var castConfig = {
  kernelName: Cast,
  backendName: "wasm",
  kernelFunc: cast2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Ceil.js
var ceilConfig = createUnaryKernelConfig(Ceil);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/ClipByValue.js
var wasmClip;
function setup11(backend2) {
  wasmClip = backend2.wasm.cwrap(ClipByValue, null, [
    "number",
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup11, "setup");
function clip(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const { clipValueMin, clipValueMax } = attrs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const out = backend2.makeOutput(x.shape, x.dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmClip(xId, clipValueMin, clipValueMax, outId);
  return out;
}
__name(clip, "clip");
var clipByValueConfig = {
  kernelName: ClipByValue,
  backendName: "wasm",
  setupFunc: setup11,
  kernelFunc: clip
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Concat.js
function concat2(args) {
  const { inputs, backend: backend2 } = args;
  const axis2 = util_exports.parseAxisParam(args.attrs.axis, inputs[0].shape)[0];
  const shapes = inputs.map((t) => t.shape);
  backend_util_exports.assertParamsConsistent(shapes, axis2);
  let outShape = backend_util_exports.computeOutShape(inputs.map((t) => t.shape), axis2);
  const $inputs = inputs.filter((t) => util_exports.sizeFromShape(t.shape) > 0);
  if ($inputs.length === 1) {
    return identity({ inputs: { x: $inputs[0] }, backend: backend2 });
  }
  const out = backend2.makeOutput(outShape, inputs[0].dtype);
  if (util_exports.sizeFromShape(outShape) === 0) {
    return out;
  }
  if ($inputs[0].dtype === "string") {
    const inputs2D = $inputs.map((t) => {
      const innerSize = util_exports.sizeFromShape(t.shape.slice(axis2));
      const shape = [-1, innerSize];
      return reshape2({ inputs: { x: t }, backend: backend2, attrs: { shape } });
    });
    const inputsValShapes = inputs2D.map((t) => {
      return { vals: backend2.readSync(t.dataId), shape: t.shape };
    });
    outShape = backend_util_exports.computeOutShape(
      inputs2D.map((t) => t.shape),
      1
      /* axis */
    );
    const simplyConcat = inputs2D[0].shape[0] === 1;
    const outVals2 = concatImpl(inputsValShapes, outShape, inputs[0].dtype, simplyConcat);
    const finalOutShape = backend_util_exports.computeOutShape($inputs.map((t) => t.shape), axis2);
    out.shape = finalOutShape;
    const outData = backend2.dataIdMap.get(out.dataId);
    outData.stringBytes = backend_util_exports.fromStringArrayToUint8(outVals2);
    inputs2D.forEach((t) => backend2.disposeData(t.dataId));
    return out;
  }
  const batchDim = util_exports.sizeFromShape($inputs[0].shape.slice(0, axis2));
  let sumInnerDims = 0;
  const innerDims = $inputs.map((input2) => {
    const innerDim = util_exports.sizeFromShape(input2.shape.slice(axis2));
    sumInnerDims += innerDim;
    return innerDim;
  });
  const inVals = $inputs.map((input2) => backend2.typedArrayFromHeap(input2));
  const outVals = backend2.typedArrayFromHeap(out);
  for (let b = 0; b < batchDim; b++) {
    let outOffset = b * sumInnerDims;
    for (let i = 0; i < inVals.length; i++) {
      const innerDim = innerDims[i];
      const inOffset = b * innerDim;
      const vals = inVals[i].subarray(inOffset, inOffset + innerDim);
      outVals.set(vals, outOffset);
      outOffset += innerDim;
    }
  }
  return out;
}
__name(concat2, "concat");
var concatConfig = {
  kernelName: Concat,
  backendName: "wasm",
  kernelFunc: concat2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Conv2D.js
var wasmConv2d;
function setup12(backend2) {
  wasmConv2d = backend2.wasm.cwrap(Conv2D, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup12, "setup");
function conv2d2(args) {
  const { inputs, attrs, backend: backend2 } = args;
  const { x, filter } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const filterId = backend2.dataIdMap.get(filter.dataId).id;
  const { strides, dilations, pad: pad3, dimRoundingMode, dataFormat } = attrs;
  const $dataFormat = backend_util_exports.convertConv2DDataFormat(dataFormat);
  const convInfo = backend_util_exports.computeConv2DInfo(x.shape, filter.shape, strides, dilations, pad3, dimRoundingMode, false, $dataFormat);
  const filterHeight = convInfo.filterHeight;
  const filterWidth = convInfo.filterWidth;
  const padTop = convInfo.padInfo.top;
  const padRight = convInfo.padInfo.right;
  const padBottom = convInfo.padInfo.bottom;
  const padLeft = convInfo.padInfo.left;
  const dilationHeight = convInfo.dilationHeight;
  const dilationWidth = convInfo.dilationWidth;
  const strideHeight = convInfo.strideHeight;
  const strideWidth = convInfo.strideWidth;
  const inputChannels = convInfo.inChannels;
  const outputChannels = convInfo.outChannels;
  const isSamePad = convInfo.padInfo.type === "SAME" ? 1 : 0;
  if (convInfo.dataFormat !== "channelsLast") {
    throw new Error(`wasm backend Conv2D does not support dataFormat:'${convInfo.dataFormat}'. Please use 'channelsLast'.`);
  }
  const out = backend2.makeOutput(convInfo.outShape, "float32");
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmConv2d(xId, x.shape[0], x.shape[1], x.shape[2], filterId, filterHeight, filterWidth, padTop, padRight, padBottom, padLeft, isSamePad, dilationHeight, dilationWidth, strideHeight, strideWidth, inputChannels, outputChannels, outId);
  return out;
}
__name(conv2d2, "conv2d");
var conv2DConfig = {
  kernelName: Conv2D,
  backendName: "wasm",
  setupFunc: setup12,
  kernelFunc: conv2d2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Conv2DBackpropInput.js
var wasmConv2DBackpropInput;
function setup13(backend2) {
  wasmConv2DBackpropInput = backend2.wasm.cwrap(Conv2DBackpropInput, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup13, "setup");
function conv2DBackpropInput(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { dy, filter } = inputs;
  const { strides, pad: pad3, dataFormat, dimRoundingMode, inputShape } = attrs;
  const dilations = 1;
  const $dataFormat = backend_util_exports.convertConv2DDataFormat(dataFormat);
  const convInfo = backend_util_exports.computeConv2DInfo(inputShape, filter.shape, strides, dilations, pad3, dimRoundingMode, false, $dataFormat);
  const { batchSize, filterHeight, filterWidth, inChannels, inHeight, inWidth, outChannels, outHeight, outWidth, strideHeight, strideWidth } = convInfo;
  const topPad = filterHeight - 1 - convInfo.padInfo.top;
  const leftPad = filterWidth - 1 - convInfo.padInfo.left;
  const isChannelsLast = convInfo.dataFormat === "channelsLast";
  const dxStrides = util_exports.computeStrides(convInfo.inShape);
  const dyStrides = util_exports.computeStrides(dy.shape);
  const [fltS0, fltS1, fltS2] = util_exports.computeStrides(filter.shape);
  const xBatchStride = dxStrides[0];
  const xRowStride = isChannelsLast ? dxStrides[1] : dxStrides[2];
  const xColStride = isChannelsLast ? dxStrides[2] : 1;
  const xChannelStride = isChannelsLast ? 1 : dxStrides[1];
  const yBatchStride = dyStrides[0];
  const yRowStride = isChannelsLast ? dyStrides[1] : dyStrides[2];
  const yColStride = isChannelsLast ? dyStrides[2] : 1;
  const yChannelStride = isChannelsLast ? 1 : dyStrides[1];
  const out = backend2.makeOutput(convInfo.inShape, "float32");
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const dyId = backend2.dataIdMap.get(dy.dataId).id;
  const filterId = backend2.dataIdMap.get(filter.dataId).id;
  wasmConv2DBackpropInput(dyId, filterId, batchSize, filterHeight, filterWidth, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, strideHeight, strideWidth, topPad, leftPad, fltS0, fltS1, fltS2, xBatchStride, xRowStride, xColStride, xChannelStride, yBatchStride, yRowStride, yColStride, yChannelStride, outId);
  return out;
}
__name(conv2DBackpropInput, "conv2DBackpropInput");
var conv2DBackpropInputConfig = {
  kernelName: Conv2DBackpropInput,
  backendName: "wasm",
  setupFunc: setup13,
  kernelFunc: conv2DBackpropInput
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Conv3D.js
var wasmConv3D;
function setup14(backend2) {
  wasmConv3D = backend2.wasm.cwrap(Conv3D, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup14, "setup");
function conv3D(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x, filter } = inputs;
  const { strides, pad: pad3, dilations } = attrs;
  if (x.dtype !== "float32") {
    throw new Error(`Tensor x must have dtype float32, got ${x.dtype}`);
  }
  if (filter.dtype !== "float32") {
    throw new Error(`Tensor filter must have dtype float32, got ${filter.dtype}`);
  }
  const convInfo = backend_util_exports.computeConv3DInfo(x.shape, filter.shape, strides, dilations, pad3);
  const out = backend2.makeOutput(convInfo.outShape, x.dtype);
  wasmConv3D(backend2.dataIdMap.get(x.dataId).id, backend2.dataIdMap.get(filter.dataId).id, backend2.dataIdMap.get(out.dataId).id, convInfo.batchSize, convInfo.inDepth, convInfo.inHeight, convInfo.inWidth, convInfo.inChannels, convInfo.outDepth, convInfo.outHeight, convInfo.outWidth, convInfo.outChannels, convInfo.strideDepth, convInfo.strideHeight, convInfo.strideWidth, convInfo.dilationDepth, convInfo.dilationHeight, convInfo.dilationWidth, convInfo.filterDepth, convInfo.filterHeight, convInfo.filterWidth, convInfo.padInfo.front, convInfo.padInfo.top, convInfo.padInfo.left);
  return out;
}
__name(conv3D, "conv3D");
var conv3DConfig = {
  kernelName: Conv3D,
  backendName: "wasm",
  setupFunc: setup14,
  kernelFunc: conv3D
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Conv3DBackpropFilterV2.js
var wasmConv3DBackpropFilterV2;
function setup15(backend2) {
  wasmConv3DBackpropFilterV2 = backend2.wasm.cwrap(Conv3DBackpropFilterV2, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup15, "setup");
function conv3DBackpropFilterV2(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x, dy } = inputs;
  const { strides, pad: pad3, filterShape } = attrs;
  if (x.dtype !== "float32") {
    throw new Error(`Tensor dy must have dtype float32, got ${x.dtype}`);
  }
  if (dy.dtype !== "float32") {
    throw new Error(`Tensor filter must have dtype float32, got ${dy.dtype}`);
  }
  const convInfo = backend_util_exports.computeConv3DInfo(
    x.shape,
    filterShape,
    strides,
    /*dilations=*/
    1,
    pad3
  );
  const dw = backend2.makeOutput(convInfo.filterShape, dy.dtype);
  wasmConv3DBackpropFilterV2(backend2.dataIdMap.get(x.dataId).id, backend2.dataIdMap.get(dy.dataId).id, backend2.dataIdMap.get(dw.dataId).id, convInfo.batchSize, convInfo.inDepth, convInfo.inHeight, convInfo.inWidth, convInfo.inChannels, convInfo.outDepth, convInfo.outHeight, convInfo.outWidth, convInfo.outChannels, convInfo.strideDepth, convInfo.strideHeight, convInfo.strideWidth, convInfo.dilationDepth, convInfo.dilationHeight, convInfo.dilationWidth, convInfo.filterDepth, convInfo.filterHeight, convInfo.filterWidth, convInfo.padInfo.front, convInfo.padInfo.top, convInfo.padInfo.left);
  return dw;
}
__name(conv3DBackpropFilterV2, "conv3DBackpropFilterV2");
var conv3DBackpropFilterV2Config = {
  kernelName: Conv3DBackpropFilterV2,
  backendName: "wasm",
  setupFunc: setup15,
  kernelFunc: conv3DBackpropFilterV2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Conv3DBackpropInputV2.js
var wasmConv3DBackpropInputV2;
function setup16(backend2) {
  wasmConv3DBackpropInputV2 = backend2.wasm.cwrap(Conv3DBackpropInputV2, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup16, "setup");
function conv3DBackpropInputV2(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { dy, filter } = inputs;
  const { pad: pad3, strides, inputShape } = attrs;
  if (dy.dtype !== "float32") {
    throw new Error(`Tensor dy must have dtype float32, got ${dy.dtype}`);
  }
  if (filter.dtype !== "float32") {
    throw new Error(`Tensor filter must have dtype float32, got ${filter.dtype}`);
  }
  const convInfo = backend_util_exports.computeConv3DInfo(
    inputShape,
    filter.shape,
    strides,
    /*dilations=*/
    1,
    pad3
  );
  const dx = backend2.makeOutput(convInfo.inShape, dy.dtype);
  wasmConv3DBackpropInputV2(backend2.dataIdMap.get(filter.dataId).id, backend2.dataIdMap.get(dy.dataId).id, backend2.dataIdMap.get(dx.dataId).id, convInfo.batchSize, convInfo.inDepth, convInfo.inHeight, convInfo.inWidth, convInfo.inChannels, convInfo.outDepth, convInfo.outHeight, convInfo.outWidth, convInfo.outChannels, convInfo.strideDepth, convInfo.strideHeight, convInfo.strideWidth, convInfo.dilationDepth, convInfo.dilationHeight, convInfo.dilationWidth, convInfo.filterDepth, convInfo.filterHeight, convInfo.filterWidth, convInfo.padInfo.front, convInfo.padInfo.top, convInfo.padInfo.left);
  return dx;
}
__name(conv3DBackpropInputV2, "conv3DBackpropInputV2");
var conv3DBackpropInputV2Config = {
  kernelName: Conv3DBackpropInputV2,
  backendName: "wasm",
  setupFunc: setup16,
  kernelFunc: conv3DBackpropInputV2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Cos.js
var cosConfig = createUnaryKernelConfig(Cos);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Cosh.js
var coshConfig = createUnaryKernelConfig(Cosh);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/CropAndResize.js
var InterpolationMethod;
(function(InterpolationMethod2) {
  InterpolationMethod2[InterpolationMethod2["bilinear"] = 0] = "bilinear";
  InterpolationMethod2[InterpolationMethod2["nearest"] = 1] = "nearest";
})(InterpolationMethod || (InterpolationMethod = {}));
var wasmCropAndResize;
function setup17(backend2) {
  wasmCropAndResize = backend2.wasm.cwrap(CropAndResize, null, [
    "number",
    "number",
    "number",
    "number",
    "array",
    "number",
    "number",
    "number",
    "number",
    "number"
    // out id
  ]);
}
__name(setup17, "setup");
function cropAndResize(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { method, extrapolationValue, cropSize } = attrs;
  const { image, boxes, boxInd } = inputs;
  const numBoxes = boxes.shape[0];
  const [cropHeight, cropWidth] = cropSize;
  const outShape = [numBoxes, cropHeight, cropWidth, image.shape[3]];
  let imagesData = backend2.dataIdMap.get(image.dataId);
  let castedData;
  if (image.dtype !== "float32") {
    castedData = cast2({ backend: backend2, inputs: { x: image }, attrs: { dtype: "float32" } });
    imagesData = backend2.dataIdMap.get(castedData.dataId);
  }
  const imagesId = imagesData.id;
  const boxesId = backend2.dataIdMap.get(boxes.dataId).id;
  const boxIndId = backend2.dataIdMap.get(boxInd.dataId).id;
  const out = backend2.makeOutput(outShape, "float32");
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const imagesShapeBytes = new Uint8Array(new Int32Array(image.shape).buffer);
  wasmCropAndResize(imagesId, boxesId, boxIndId, numBoxes, imagesShapeBytes, cropHeight, cropWidth, InterpolationMethod[method], extrapolationValue, outId);
  if (castedData != null) {
    backend2.disposeData(castedData.dataId);
  }
  return out;
}
__name(cropAndResize, "cropAndResize");
var cropAndResizeConfig = {
  kernelName: CropAndResize,
  backendName: "wasm",
  setupFunc: setup17,
  kernelFunc: cropAndResize
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Cumprod.js
var wasmCumprod;
function setup18(backend2) {
  wasmCumprod = backend2.wasm.cwrap(Cumprod, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // dtype
  ]);
}
__name(setup18, "setup");
function cumprod2(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const { axis: axis2, exclusive, reverse: reverse3 } = attrs;
  const xRank = x.shape.length;
  util_exports.assert(x.dtype === "float32" || x.dtype === "int32", () => `cumprod does not support ${x.dtype} tensors in the WASM backend`);
  const permutation = backend_util_exports.getAxesPermutation([axis2], xRank);
  let permutedX = x;
  if (permutation !== null) {
    permutedX = transpose2({ inputs: { x }, attrs: { perm: permutation }, backend: backend2 });
  }
  const permutedAxis = backend_util_exports.getInnerMostAxes(1, xRank)[0];
  backend_util_exports.assertAxesAreInnerMostDims("cumprod", [permutedAxis], xRank);
  const permutedOut = backend2.makeOutput(permutedX.shape, permutedX.dtype);
  const finalDim = permutedX.shape[permutedAxis];
  const permutedXId = backend2.dataIdMap.get(permutedX.dataId).id;
  const permutedOutId = backend2.dataIdMap.get(permutedOut.dataId).id;
  wasmCumprod(permutedXId, exclusive ? 1 : 0, reverse3 ? 1 : 0, finalDim, permutedOutId, CppDType[x.dtype]);
  let out = permutedOut;
  if (permutation !== null) {
    const undoPermutation = backend_util_exports.getUndoAxesPermutation(permutation);
    out = transpose2({ inputs: { x: permutedOut }, attrs: { perm: undoPermutation }, backend: backend2 });
    backend2.disposeData(permutedX.dataId);
    backend2.disposeData(permutedOut.dataId);
  }
  return out;
}
__name(cumprod2, "cumprod");
var cumprodConfig = {
  kernelName: Cumprod,
  backendName: "wasm",
  setupFunc: setup18,
  kernelFunc: cumprod2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Cumsum.js
var wasmCumsum;
function setup19(backend2) {
  wasmCumsum = backend2.wasm.cwrap(Cumsum, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // dtype
  ]);
}
__name(setup19, "setup");
function cumsum2(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const { axis: axis2, exclusive, reverse: reverse3 } = attrs;
  const xRank = x.shape.length;
  util_exports.assert(x.dtype === "float32" || x.dtype === "int32", () => `cumsum does not support ${x.dtype} tensors in the WASM backend`);
  const permutation = backend_util_exports.getAxesPermutation([axis2], xRank);
  let permutedX = x;
  if (permutation !== null) {
    permutedX = transpose2({ inputs: { x }, attrs: { perm: permutation }, backend: backend2 });
  }
  const permutedAxis = backend_util_exports.getInnerMostAxes(1, xRank)[0];
  backend_util_exports.assertAxesAreInnerMostDims("cumsum", [permutedAxis], xRank);
  const permutedOut = backend2.makeOutput(permutedX.shape, permutedX.dtype);
  const finalDim = permutedX.shape[permutedAxis];
  const permutedXId = backend2.dataIdMap.get(permutedX.dataId).id;
  const permutedOutId = backend2.dataIdMap.get(permutedOut.dataId).id;
  wasmCumsum(permutedXId, exclusive ? 1 : 0, reverse3 ? 1 : 0, finalDim, permutedOutId, CppDType[x.dtype]);
  let out = permutedOut;
  if (permutation !== null) {
    const undoPermutation = backend_util_exports.getUndoAxesPermutation(permutation);
    out = transpose2({ inputs: { x: permutedOut }, attrs: { perm: undoPermutation }, backend: backend2 });
    backend2.disposeData(permutedX.dataId);
    backend2.disposeData(permutedOut.dataId);
  }
  return out;
}
__name(cumsum2, "cumsum");
var cumsumConfig = {
  kernelName: Cumsum,
  backendName: "wasm",
  setupFunc: setup19,
  kernelFunc: cumsum2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/DenseBincount.js
var wasmDenseBincount;
function setup20(backend2) {
  wasmDenseBincount = backend2.wasm.cwrap("DenseBincount", null, [
    "number",
    "array",
    "number",
    "number",
    "boolean",
    "number",
    "number",
    "boolean",
    "number"
    // outId
  ]);
}
__name(setup20, "setup");
function denseBincount(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { x, weights } = inputs;
  const { size, binaryOutput } = attrs;
  const hasWeights = weights.shape.reduce((p, v) => p * v, 1) !== 0;
  const outShape = x.shape.length === 1 ? [size] : [x.shape[0], size];
  const out = backend2.makeOutput(outShape, weights.dtype);
  function tensorId(x2) {
    return backend2.dataIdMap.get(x2.dataId).id;
  }
  __name(tensorId, "tensorId");
  wasmDenseBincount(tensorId(x), new Uint8Array(new Int32Array(x.shape).buffer), x.shape.length, size, hasWeights, tensorId(weights), CppDType[weights.dtype], binaryOutput, tensorId(out));
  return out;
}
__name(denseBincount, "denseBincount");
var denseBincountConfig = {
  kernelName: DenseBincount,
  backendName: "wasm",
  setupFunc: setup20,
  kernelFunc: denseBincount
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/DepthToSpace.js
var wasmDepthToSpace;
function setup21(backend2) {
  wasmDepthToSpace = backend2.wasm.cwrap(DepthToSpace, null, [
    "number",
    "number",
    "number",
    "array",
    "number",
    "array",
    "array",
    "number",
    "number"
    // outId
  ]);
}
__name(setup21, "setup");
function depthToSpace2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { x } = inputs;
  const { blockSize, dataFormat } = attrs;
  const batchSize = x.shape[0];
  const inputHeight = dataFormat === "NHWC" ? x.shape[1] : x.shape[2];
  const inputWidth = dataFormat === "NHWC" ? x.shape[2] : x.shape[3];
  const inputDepth = dataFormat === "NHWC" ? x.shape[3] : x.shape[1];
  const outputHeight = inputHeight * blockSize;
  const outputWidth = inputWidth * blockSize;
  const outputDepth = inputDepth / (blockSize * blockSize);
  const outputShape = dataFormat === "NHWC" ? [batchSize, outputHeight, outputWidth, outputDepth] : [batchSize, outputDepth, outputHeight, outputWidth];
  const out = backend2.makeOutput(outputShape, "float32");
  const xData = backend2.dataIdMap.get(x.dataId);
  const xId = xData.id;
  const xStridesBytes = new Uint8Array(new Int32Array(util_exports.computeStrides(x.shape)).buffer);
  const outputShapeBytes = new Uint8Array(new Int32Array(outputShape).buffer);
  const outStridesBytes = new Uint8Array(new Int32Array(util_exports.computeStrides(outputShape)).buffer);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const channelsLast = dataFormat === "NHWC" ? 1 : 0;
  wasmDepthToSpace(xId, blockSize, channelsLast, xStridesBytes, x.shape.length - 1, outputShapeBytes, outStridesBytes, outputShape.length, outId);
  return out;
}
__name(depthToSpace2, "depthToSpace");
var depthToSpaceConfig = {
  kernelName: DepthToSpace,
  backendName: "wasm",
  setupFunc: setup21,
  kernelFunc: depthToSpace2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/DepthwiseConv2dNative.js
var wasmDepthwiseConv2d;
function setup22(backend2) {
  wasmDepthwiseConv2d = backend2.wasm.cwrap(DepthwiseConv2dNative, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup22, "setup");
function depthwiseConv2d2(args) {
  const { inputs, attrs, backend: backend2 } = args;
  const { x, filter } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const filterId = backend2.dataIdMap.get(filter.dataId).id;
  const { strides, dilations, pad: pad3, dimRoundingMode } = attrs;
  const $dilations = dilations == null ? [1, 1] : dilations;
  const convInfo = backend_util_exports.computeConv2DInfo(
    x.shape,
    filter.shape,
    strides,
    $dilations,
    pad3,
    dimRoundingMode,
    true
    /* depthwise */
  );
  const filterHeight = convInfo.filterHeight;
  const filterWidth = convInfo.filterWidth;
  const padTop = convInfo.padInfo.top;
  const padRight = convInfo.padInfo.right;
  const padBottom = convInfo.padInfo.bottom;
  const padLeft = convInfo.padInfo.left;
  const dilationHeight = convInfo.dilationHeight;
  const dilationWidth = convInfo.dilationWidth;
  const strideHeight = convInfo.strideHeight;
  const strideWidth = convInfo.strideWidth;
  const inputChannels = convInfo.inChannels;
  const outputChannels = convInfo.outChannels;
  const isSamePad = convInfo.padInfo.type === "SAME" ? 1 : 0;
  if (convInfo.dataFormat !== "channelsLast") {
    throw new Error(`wasm backend DepthwiseConv2dNative does not support dataFormat:'${convInfo.dataFormat}'. Please use 'channelsLast'.`);
  }
  const out = backend2.makeOutput(convInfo.outShape, "float32");
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmDepthwiseConv2d(xId, x.shape[0], x.shape[1], x.shape[2], filterId, filterHeight, filterWidth, padTop, padRight, padBottom, padLeft, isSamePad, dilationHeight, dilationWidth, strideHeight, strideWidth, inputChannels, outputChannels, outId);
  return out;
}
__name(depthwiseConv2d2, "depthwiseConv2d");
var depthwiseConv2dNativeConfig = {
  kernelName: DepthwiseConv2dNative,
  backendName: "wasm",
  setupFunc: setup22,
  kernelFunc: depthwiseConv2d2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Diag.js
var wasmDiag;
function setup23(backend2) {
  wasmDiag = backend2.wasm.cwrap("Diag", null, [
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup23, "setup");
function diag(args) {
  const { inputs, backend: backend2 } = args;
  const { x } = inputs;
  const xSize = util_exports.sizeFromShape(x.shape);
  const out = backend2.makeOutput([...x.shape, ...x.shape], x.dtype);
  wasmDiag(backend2.dataIdMap.get(x.dataId).id, CppDType[x.dtype], xSize, backend2.dataIdMap.get(out.dataId).id);
  return out;
}
__name(diag, "diag");
var diagConfig = {
  kernelName: Diag,
  backendName: "wasm",
  setupFunc: setup23,
  kernelFunc: diag
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Dilation2D.js
var wasmDilation2D;
function setup24(backend2) {
  wasmDilation2D = backend2.wasm.cwrap(Dilation2D, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup24, "setup");
function dilation2D(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x, filter } = inputs;
  const { strides, pad: pad3, dilations } = attrs;
  if (x.dtype !== filter.dtype) {
    throw new Error(`Dilation2D error: x must have the same dtype as filter. Got ${x.dtype} and ${filter.dtype}`);
  }
  const dilationInfo = backend_util_exports.computeDilation2DInfo(
    x.shape,
    filter.shape,
    strides,
    pad3,
    /*dataFormat=*/
    "NHWC",
    dilations
  );
  const out = backend2.makeOutput(dilationInfo.outShape, x.dtype);
  wasmDilation2D(
    backend2.dataIdMap.get(x.dataId).id,
    backend2.dataIdMap.get(filter.dataId).id,
    backend2.dataIdMap.get(out.dataId).id,
    CppDType[x.dtype],
    dilationInfo.batchSize,
    /*depth=*/
    dilationInfo.inChannels,
    dilationInfo.inHeight,
    dilationInfo.inWidth,
    dilationInfo.outHeight,
    dilationInfo.outWidth,
    dilationInfo.strideHeight,
    dilationInfo.strideWidth,
    dilationInfo.dilationHeight,
    dilationInfo.dilationWidth,
    dilationInfo.filterHeight,
    dilationInfo.filterWidth,
    dilationInfo.padInfo.top,
    dilationInfo.padInfo.left
  );
  return out;
}
__name(dilation2D, "dilation2D");
var dilation2DConfig = {
  kernelName: Dilation2D,
  backendName: "wasm",
  setupFunc: setup24,
  kernelFunc: dilation2D
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Dilation2DBackpropFilter.js
var wasmDilation2DBackpropFilter;
function setup25(backend2) {
  wasmDilation2DBackpropFilter = backend2.wasm.cwrap(Dilation2DBackpropFilter, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup25, "setup");
function dilation2DBackpropFilter(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x, filter, dy } = inputs;
  const { strides, pad: pad3, dilations } = attrs;
  if (x.dtype !== filter.dtype || x.dtype !== dy.dtype) {
    throw new Error(`Dilation2DBackpropFilter error: x must have the same dtype as filter and dy. Got ${x.dtype}, ${filter.dtype}, and ${dy.dtype}`);
  }
  const dilationInfo = backend_util_exports.computeDilation2DInfo(
    x.shape,
    filter.shape,
    strides,
    pad3,
    /*dataFormat=*/
    "NHWC",
    dilations
  );
  const gradients = backend2.makeOutput(filter.shape, filter.dtype);
  wasmDilation2DBackpropFilter(
    backend2.dataIdMap.get(x.dataId).id,
    backend2.dataIdMap.get(filter.dataId).id,
    backend2.dataIdMap.get(dy.dataId).id,
    backend2.dataIdMap.get(gradients.dataId).id,
    CppDType[x.dtype],
    dilationInfo.batchSize,
    /*depth=*/
    dilationInfo.inChannels,
    dilationInfo.inHeight,
    dilationInfo.inWidth,
    dilationInfo.outHeight,
    dilationInfo.outWidth,
    dilationInfo.strideHeight,
    dilationInfo.strideWidth,
    dilationInfo.dilationHeight,
    dilationInfo.dilationWidth,
    dilationInfo.filterHeight,
    dilationInfo.filterWidth,
    dilationInfo.padInfo.top,
    dilationInfo.padInfo.left
  );
  return gradients;
}
__name(dilation2DBackpropFilter, "dilation2DBackpropFilter");
var dilation2DBackpropFilterConfig = {
  kernelName: Dilation2DBackpropFilter,
  backendName: "wasm",
  setupFunc: setup25,
  kernelFunc: dilation2DBackpropFilter
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Dilation2DBackpropInput.js
var wasmDilation2DBackpropInput;
function setup26(backend2) {
  wasmDilation2DBackpropInput = backend2.wasm.cwrap(Dilation2DBackpropInput, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup26, "setup");
function dilation2DBackpropInput(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x, filter, dy } = inputs;
  const { strides, pad: pad3, dilations } = attrs;
  if (x.dtype !== filter.dtype || x.dtype !== dy.dtype) {
    throw new Error(`Dilation2DBackpropInput error: x must have the same dtype as filter and dy. Got ${x.dtype}, ${filter.dtype}, and ${dy.dtype}`);
  }
  const dilationInfo = backend_util_exports.computeDilation2DInfo(
    x.shape,
    filter.shape,
    strides,
    pad3,
    /*dataFormat=*/
    "NHWC",
    dilations
  );
  const gradients = backend2.makeOutput(x.shape, x.dtype);
  wasmDilation2DBackpropInput(
    backend2.dataIdMap.get(x.dataId).id,
    backend2.dataIdMap.get(filter.dataId).id,
    backend2.dataIdMap.get(dy.dataId).id,
    backend2.dataIdMap.get(gradients.dataId).id,
    CppDType[x.dtype],
    dilationInfo.batchSize,
    /*depth=*/
    dilationInfo.inChannels,
    dilationInfo.inHeight,
    dilationInfo.inWidth,
    dilationInfo.outHeight,
    dilationInfo.outWidth,
    dilationInfo.strideHeight,
    dilationInfo.strideWidth,
    dilationInfo.dilationHeight,
    dilationInfo.dilationWidth,
    dilationInfo.filterHeight,
    dilationInfo.filterWidth,
    dilationInfo.padInfo.top,
    dilationInfo.padInfo.left
  );
  return gradients;
}
__name(dilation2DBackpropInput, "dilation2DBackpropInput");
var dilation2DBackpropInputConfig = {
  kernelName: Dilation2DBackpropInput,
  backendName: "wasm",
  setupFunc: setup26,
  kernelFunc: dilation2DBackpropInput
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Elu.js
var eluConfig = createUnaryKernelConfig(Elu);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/EluGrad.js
var wasmEluGrad;
function setup27(backend2) {
  wasmEluGrad = backend2.wasm.cwrap(EluGrad, null, [
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup27, "setup");
function eluGrad(args) {
  const { inputs, backend: backend2 } = args;
  const { dy, y } = inputs;
  const out = backend2.makeOutput(y.shape, "float32");
  const tensorId = /* @__PURE__ */ __name((x) => {
    return backend2.dataIdMap.get(x.dataId).id;
  }, "tensorId");
  wasmEluGrad(tensorId(y), tensorId(dy), tensorId(out));
  return out;
}
__name(eluGrad, "eluGrad");
var eluGradConfig = {
  kernelName: EluGrad,
  backendName: "wasm",
  setupFunc: setup27,
  kernelFunc: eluGrad
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Equal.js
var supportsFullBroadcast3 = false;
var equalConfig = createBinaryKernelConfig(Equal, supportsFullBroadcast3, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Erf.js
var erfConfig = createUnaryKernelConfig(Erf);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Exp.js
var expConfig = createUnaryKernelConfig(Exp, "float32");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/ExpandDims.js
function expandDims2(args) {
  const { inputs, attrs, backend: backend2 } = args;
  const { input: input2 } = inputs;
  const { dim } = attrs;
  const inputRank = input2.shape.length;
  const newShape = input2.shape.slice();
  let $dim = dim;
  if (dim < 0) {
    util_exports.assert(-(inputRank + 1) <= dim, () => `Axis must be in the interval [${-(inputRank + 1)}, ${inputRank}]`);
    $dim = inputRank + dim + 1;
  }
  newShape.splice($dim, 0, 1);
  return reshape2({ inputs: { x: input2 }, backend: backend2, attrs: { shape: newShape } });
}
__name(expandDims2, "expandDims");
var expandDimsConfig = {
  kernelName: ExpandDims,
  backendName: "wasm",
  kernelFunc: expandDims2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Expm1.js
var expm1Config = createUnaryKernelConfig(Expm1, "float32");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Fill.js
function fill(args) {
  const { attrs: { shape, value }, backend: backend2 } = args;
  let { attrs: { dtype } } = args;
  dtype = dtype || util_exports.inferDtype(value);
  const out = backend2.makeOutput(shape, dtype);
  const outVals = backend2.typedArrayFromHeap(out);
  outVals.fill(value);
  return out;
}
__name(fill, "fill");
var fillConfig = {
  kernelName: Fill,
  backendName: "wasm",
  kernelFunc: fill
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/FlipLeftRight.js
var wasmFlipLeftRight;
function setup28(backend2) {
  wasmFlipLeftRight = backend2.wasm.cwrap(FlipLeftRight, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup28, "setup");
function flipLeftRight(args) {
  const { inputs, backend: backend2 } = args;
  const { image } = inputs;
  const out = backend2.makeOutput(image.shape, image.dtype);
  const imageId = backend2.dataIdMap.get(image.dataId).id;
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const [batch, imageHeight, imageWidth, numChannels] = image.shape;
  wasmFlipLeftRight(imageId, batch, imageHeight, imageWidth, numChannels, outId);
  return out;
}
__name(flipLeftRight, "flipLeftRight");
var flipLeftRightConfig = {
  kernelName: FlipLeftRight,
  backendName: "wasm",
  kernelFunc: flipLeftRight,
  setupFunc: setup28
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Floor.js
var floorConfig = createUnaryKernelConfig(Floor);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/FloorDiv.js
var supportsFullBroadcast4 = false;
var floorDivConfig = createBinaryKernelConfig(FloorDiv, supportsFullBroadcast4);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/FusedBatchNorm.js
var wasmBatchNorm;
function setup29(backend2) {
  wasmBatchNorm = backend2.wasm.cwrap(FusedBatchNorm, null, ["number", "number", "number", "number", "number", "number", "number"]);
}
__name(setup29, "setup");
function fusedBatchNorm(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { varianceEpsilon } = attrs;
  const { x, mean: mean3, variance, offset, scale } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const meanId = backend2.dataIdMap.get(mean3.dataId).id;
  const varianceId = backend2.dataIdMap.get(variance.dataId).id;
  const offsetId = offset != null ? backend2.dataIdMap.get(offset.dataId).id : 0;
  const scaleId = scale != null ? backend2.dataIdMap.get(scale.dataId).id : 0;
  const out = backend2.makeOutput(x.shape, x.dtype);
  if (util_exports.sizeFromShape(x.shape) === 0) {
    return out;
  }
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmBatchNorm(xId, meanId, varianceId, offsetId, scaleId, varianceEpsilon, outId);
  return out;
}
__name(fusedBatchNorm, "fusedBatchNorm");
var fusedBatchNormConfig = {
  kernelName: FusedBatchNorm,
  backendName: "wasm",
  setupFunc: setup29,
  kernelFunc: fusedBatchNorm
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D.js
var wasmFusedConv2d;
function setup30(backend2) {
  wasmFusedConv2d = backend2.wasm.cwrap(FusedConv2D, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup30, "setup");
function fusedConv2d(args) {
  const { inputs, attrs, backend: backend2 } = args;
  const { x, filter, bias, preluActivationWeights } = inputs;
  const { strides, pad: pad3, dilations, dataFormat, dimRoundingMode, activation: activation2, leakyreluAlpha } = attrs;
  const convInfo = backend_util_exports.computeConv2DInfo(x.shape, filter.shape, strides, dilations, pad3, dimRoundingMode);
  const fusedActivation = FusableActivation[activation2];
  if (fusedActivation == null) {
    throw new Error(`${activation2} activation not yet supported for FusedConv2D in the wasm backend.`);
  }
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const filterId = backend2.dataIdMap.get(filter.dataId).id;
  const outputChannels = convInfo.outChannels;
  let biasId = 0;
  if (bias != null) {
    const biasData = backend2.dataIdMap.get(bias.dataId);
    if (biasData.shape.length !== 1) {
      throw new Error(`FusedConv2D only supports rank-1 bias but got rank ${biasData.shape.length}.`);
    }
    if (biasData.shape[0] !== outputChannels) {
      throw new Error(`FusedConv2D bias shape (${biasData.shape}) does not match the number of output channels (${outputChannels})`);
    }
    biasId = biasData.id;
  }
  const filterHeight = convInfo.filterHeight;
  const filterWidth = convInfo.filterWidth;
  const padTop = convInfo.padInfo.top;
  const padRight = convInfo.padInfo.right;
  const padBottom = convInfo.padInfo.bottom;
  const padLeft = convInfo.padInfo.left;
  const dilationHeight = convInfo.dilationHeight;
  const dilationWidth = convInfo.dilationWidth;
  const strideHeight = convInfo.strideHeight;
  const strideWidth = convInfo.strideWidth;
  const inputChannels = convInfo.inChannels;
  const isSamePad = convInfo.padInfo.type === "SAME" ? 1 : 0;
  const batchSize = convInfo.batchSize;
  const inHeight = convInfo.inHeight;
  const inWidth = convInfo.inWidth;
  if (dataFormat !== "NHWC") {
    throw new Error(`wasm backend FusedConv2D does not support dataFormat:'${dataFormat}'. Please use 'NHWC'.`);
  }
  const out = backend2.makeOutput(convInfo.outShape, "float32");
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const preluActivationWeightsId = preluActivationWeights == null ? 0 : backend2.dataIdMap.get(preluActivationWeights.dataId).id;
  wasmFusedConv2d(xId, batchSize, inHeight, inWidth, filterId, filterHeight, filterWidth, biasId, padTop, padRight, padBottom, padLeft, isSamePad, dilationHeight, dilationWidth, strideHeight, strideWidth, inputChannels, outputChannels, fusedActivation, preluActivationWeightsId, leakyreluAlpha || 0, outId);
  return out;
}
__name(fusedConv2d, "fusedConv2d");
var fusedConv2DConfig = {
  kernelName: FusedConv2D,
  backendName: "wasm",
  setupFunc: setup30,
  kernelFunc: fusedConv2d
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/FusedDepthwiseConv2D.js
var wasmFusedDepthwiseConv2d;
function setup31(backend2) {
  wasmFusedDepthwiseConv2d = backend2.wasm.cwrap(FusedDepthwiseConv2D, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup31, "setup");
function fusedDepthwiseConv2d(args) {
  const { inputs, attrs, backend: backend2 } = args;
  const { x, filter, bias, preluActivationWeights } = inputs;
  const { strides, pad: pad3, dilations, dataFormat, dimRoundingMode, activation: activation2, leakyreluAlpha } = attrs;
  const convInfo = backend_util_exports.computeConv2DInfo(
    x.shape,
    filter.shape,
    strides,
    dilations,
    pad3,
    dimRoundingMode,
    true
    /* depthwise */
  );
  const fusedActivation = FusableActivation[activation2];
  if (fusedActivation == null) {
    throw new Error(`${activation2} activation not yet supported for FusedDepthwiseConv2D in the wasm backend.`);
  }
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const filterId = backend2.dataIdMap.get(filter.dataId).id;
  const outputChannels = convInfo.outChannels;
  let biasId = 0;
  if (bias != null) {
    const biasData = backend2.dataIdMap.get(bias.dataId);
    if (biasData.shape.length !== 1) {
      throw new Error(`FusedDepthwiseConv2D only supports rank-1 bias but got rank ${biasData.shape.length}.`);
    }
    if (biasData.shape[0] !== outputChannels) {
      throw new Error(`FusedDepthwiseConv2D bias shape (${biasData.shape}) does not match the number of output channels (${outputChannels})`);
    }
    biasId = biasData.id;
  }
  const filterHeight = convInfo.filterHeight;
  const filterWidth = convInfo.filterWidth;
  const padTop = convInfo.padInfo.top;
  const padRight = convInfo.padInfo.right;
  const padBottom = convInfo.padInfo.bottom;
  const padLeft = convInfo.padInfo.left;
  const dilationHeight = convInfo.dilationHeight;
  const dilationWidth = convInfo.dilationWidth;
  const strideHeight = convInfo.strideHeight;
  const strideWidth = convInfo.strideWidth;
  const inputChannels = convInfo.inChannels;
  const isSamePad = convInfo.padInfo.type === "SAME" ? 1 : 0;
  const batchSize = convInfo.batchSize;
  const inHeight = convInfo.inHeight;
  const inWidth = convInfo.inWidth;
  if (dataFormat !== "NHWC") {
    throw new Error(`wasm backend FusedDepthwiseConv2D does not support dataFormat:'${dataFormat}'. Please use 'NHWC'.`);
  }
  const out = backend2.makeOutput(convInfo.outShape, "float32");
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const preluActivationWeightsId = preluActivationWeights == null ? 0 : backend2.dataIdMap.get(preluActivationWeights.dataId).id;
  wasmFusedDepthwiseConv2d(xId, batchSize, inHeight, inWidth, filterId, filterHeight, filterWidth, biasId, padTop, padRight, padBottom, padLeft, isSamePad, dilationHeight, dilationWidth, strideHeight, strideWidth, inputChannels, outputChannels, fusedActivation, preluActivationWeightsId, leakyreluAlpha || 0, outId);
  return out;
}
__name(fusedDepthwiseConv2d, "fusedDepthwiseConv2d");
var fusedDepthwiseConv2DConfig = {
  kernelName: FusedDepthwiseConv2D,
  backendName: "wasm",
  setupFunc: setup31,
  kernelFunc: fusedDepthwiseConv2d
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/GatherNd.js
var wasmGatherNd;
function setup32(backend2) {
  wasmGatherNd = backend2.wasm.cwrap(GatherNd, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "array",
    "number"
    // outId
  ]);
}
__name(setup32, "setup");
function gatherNd(args) {
  const { backend: backend2, inputs } = args;
  const { params, indices } = inputs;
  const [resultShape, numSlices, sliceSize, strides] = gather_nd_util_exports.prepareAndValidate(params, indices);
  const out = backend2.makeOutput(resultShape, params.dtype);
  if (numSlices === 0) {
    return out;
  }
  const indicesShape = indices.shape;
  const sliceRank = indicesShape[indicesShape.length - 1];
  const xData = backend2.dataIdMap.get(params.dataId);
  const xId = xData.id;
  const indicesData = backend2.dataIdMap.get(indices.dataId);
  const indicesId = indicesData.id;
  const stridesBytes = new Uint8Array(new Int32Array(strides).buffer);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmGatherNd(xId, CppDType[params.dtype], indicesId, numSlices, sliceRank, sliceSize, stridesBytes, outId);
  return out;
}
__name(gatherNd, "gatherNd");
var gatherNdConfig = {
  kernelName: GatherNd,
  backendName: "wasm",
  setupFunc: setup32,
  kernelFunc: gatherNd
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/GatherV2.js
var wasmGather;
function setup33(backend2) {
  wasmGather = backend2.wasm.cwrap("Gather", null, [
    "number",
    "number",
    "array",
    "number",
    "number",
    "number",
    "array",
    "number"
    // outId
  ]);
}
__name(setup33, "setup");
function gatherV2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { x, indices } = inputs;
  const { axis: axis2, batchDims } = attrs;
  const parsedAxis = util_exports.parseAxisParam(axis2, x.shape)[0];
  const indicesVals = backend2.readSync(indices.dataId);
  const axisDim = x.shape[parsedAxis];
  for (let i = 0; i < indicesVals.length; ++i) {
    const index = indicesVals[i];
    util_exports.assert(index <= axisDim - 1 && index >= 0, () => `GatherV2: the index value ${index} is not in [0, ${axisDim - 1}]`);
  }
  const shapeInfo = backend_util_exports.segment_util.collectGatherOpShapeInfo(x, indices, parsedAxis, batchDims);
  const flattenX = reshape2({
    inputs: { x },
    attrs: {
      shape: [
        shapeInfo.batchSize,
        shapeInfo.outerSize,
        shapeInfo.dimSize,
        shapeInfo.sliceSize
      ]
    },
    backend: backend2
  });
  const indicesSize = util_exports.sizeFromShape(indices.shape);
  const flattenIndex = reshape2({
    inputs: { x: indices },
    attrs: { shape: [shapeInfo.batchSize, indicesSize / shapeInfo.batchSize] },
    backend: backend2
  });
  const flattenOutputShape = [
    shapeInfo.batchSize,
    shapeInfo.outerSize,
    indicesSize / shapeInfo.batchSize,
    shapeInfo.sliceSize
  ];
  const out = backend2.makeOutput(flattenOutputShape, x.dtype);
  if (util_exports.sizeFromShape(x.shape) === 0) {
    return out;
  }
  const stridesSize = flattenX.shape.length - 1;
  const xData = backend2.dataIdMap.get(flattenX.dataId);
  const xId = xData.id;
  const indicesData = backend2.dataIdMap.get(flattenIndex.dataId);
  const indicesId = indicesData.id;
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const xStridesBytes = new Uint8Array(new Int32Array(util_exports.computeStrides(flattenX.shape)).buffer);
  const outStridesBytes = new Uint8Array(new Int32Array(util_exports.computeStrides(flattenOutputShape)).buffer);
  wasmGather(xId, CppDType[x.dtype], xStridesBytes, stridesSize, indicesId, shapeInfo.batchSize, outStridesBytes, outId);
  backend2.disposeData(flattenX.dataId);
  backend2.disposeData(flattenIndex.dataId);
  out.shape = shapeInfo.outputShape;
  return out;
}
__name(gatherV2, "gatherV2");
var gatherV2Config = {
  kernelName: GatherV2,
  backendName: "wasm",
  setupFunc: setup33,
  kernelFunc: gatherV2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Greater.js
var supportsFullBroadcast5 = false;
var greaterConfig = createBinaryKernelConfig(Greater, supportsFullBroadcast5, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/GreaterEqual.js
var supportsFullBroadcast6 = false;
var greaterEqualConfig = createBinaryKernelConfig(GreaterEqual, supportsFullBroadcast6, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/IsFinite.js
var isFiniteConfig = createUnaryKernelConfig(IsFinite, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/IsInf.js
var isInfConfig = createUnaryKernelConfig(IsInf, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/IsNan.js
var isNaNConfig = createUnaryKernelConfig(IsNan, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/LeakyRelu.js
var wasmFunc2;
function setupFunc2(backend2) {
  wasmFunc2 = backend2.wasm.cwrap(LeakyRelu, null, [
    "number",
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setupFunc2, "setupFunc");
function leakyRelu2(args) {
  const { inputs: { x }, attrs: { alpha }, backend: backend2 } = args;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const out = backend2.makeOutput(x.shape, "float32");
  if (util_exports.sizeFromShape(x.shape) !== 0) {
    const outId = backend2.dataIdMap.get(out.dataId).id;
    wasmFunc2(xId, CppDType[x.dtype], alpha, outId);
  }
  return out;
}
__name(leakyRelu2, "leakyRelu");
var leakyReluConfig = {
  kernelName: LeakyRelu,
  backendName: "wasm",
  setupFunc: setupFunc2,
  kernelFunc: leakyRelu2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Less.js
var supportsFullBroadcast7 = false;
var lessConfig = createBinaryKernelConfig(Less, supportsFullBroadcast7, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/LessEqual.js
var supportsFullBroadcast8 = false;
var lessEqualConfig = createBinaryKernelConfig(LessEqual, supportsFullBroadcast8, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/LinSpace.js
var wasmLinSpace;
function setup34(backend2) {
  wasmLinSpace = backend2.wasm.cwrap(LinSpace, null, [
    "number",
    "number",
    "number",
    "number"
    // num
  ]);
}
__name(setup34, "setup");
function linSpace(args) {
  const { attrs, backend: backend2 } = args;
  const { start, stop, num } = attrs;
  const numInt = Math.floor(num);
  const out = backend2.makeOutput([numInt], "float32");
  wasmLinSpace(backend2.dataIdMap.get(out.dataId).id, start, stop, numInt);
  return out;
}
__name(linSpace, "linSpace");
var linSpaceConfig = {
  kernelName: LinSpace,
  backendName: "wasm",
  setupFunc: setup34,
  kernelFunc: linSpace
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Log.js
var logConfig = createUnaryKernelConfig(Log);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Log1p.js
var log1pConfig = createUnaryKernelConfig(Log1p);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/LogicalAnd.js
var supportsFullBroadcast9 = false;
var logicalAndConfig = createBinaryKernelConfig(LogicalAnd, supportsFullBroadcast9, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/LogicalNot.js
var logicalNotConfig = createUnaryKernelConfig(LogicalNot);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/LogicalOr.js
var supportsFullBroadcast10 = false;
var logicalOrConfig = createBinaryKernelConfig(LogicalOr, supportsFullBroadcast10, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/LogicalXor.js
var supportsFullBroadcast11 = false;
var logicalXorConfig = createBinaryKernelConfig(LogicalXor, supportsFullBroadcast11, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/LRN.js
var wasmLRN;
function setup35(backend2) {
  wasmLRN = backend2.wasm.cwrap(LRN, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // beta
  ]);
}
__name(setup35, "setup");
function lrn(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const { depthRadius, bias, alpha, beta } = attrs;
  if (x.dtype !== "float32") {
    throw new Error("LRN error: x must have dtype float32");
  }
  const out = backend2.makeOutput(x.shape, x.dtype);
  wasmLRN(
    backend2.dataIdMap.get(x.dataId).id,
    backend2.dataIdMap.get(out.dataId).id,
    /*channels=*/
    x.shape[3],
    depthRadius,
    bias,
    alpha,
    beta
  );
  return out;
}
__name(lrn, "lrn");
var lrnConfig = {
  kernelName: LRN,
  backendName: "wasm",
  setupFunc: setup35,
  kernelFunc: lrn
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/LRNGrad.js
var wasmLRNGrad;
function setup36(backend2) {
  wasmLRNGrad = backend2.wasm.cwrap(LRNGrad, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // beta
  ]);
}
__name(setup36, "setup");
function lrnGrad(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x, y, dy } = inputs;
  const { depthRadius, bias, alpha, beta } = attrs;
  if (x.dtype !== "float32" || y.dtype !== "float32" || dy.dtype !== "float32") {
    throw new Error("LRNGrad error: x, y, and dy must have dtype float32");
  }
  const dx = backend2.makeOutput(x.shape, x.dtype);
  wasmLRNGrad(
    backend2.dataIdMap.get(x.dataId).id,
    backend2.dataIdMap.get(y.dataId).id,
    backend2.dataIdMap.get(dy.dataId).id,
    backend2.dataIdMap.get(dx.dataId).id,
    /*channels=*/
    dy.shape[3],
    depthRadius,
    bias,
    alpha,
    beta
  );
  return dx;
}
__name(lrnGrad, "lrnGrad");
var lrnGradConfig = {
  kernelName: LRNGrad,
  backendName: "wasm",
  setupFunc: setup36,
  kernelFunc: lrnGrad
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Max.js
var wasmMax;
function setup37(backend2) {
  wasmMax = backend2.wasm.cwrap(Max, null, [
    "number",
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup37, "setup");
function max2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { reductionIndices: axis2, keepDims } = attrs;
  const { x } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  let inputId = xId;
  let input2 = x;
  const { transposed, axes, originalAxes, inputWasTransposed } = permuteAxesAndTranspose(x, axis2, backend2);
  if (inputWasTransposed) {
    const transposedId = backend2.dataIdMap.get(transposed.dataId).id;
    input2 = transposed;
    inputId = transposedId;
  }
  const inputRank = input2.shape.length;
  backend_util_exports.assertAxesAreInnerMostDims("max", axes, inputRank);
  const [outShape, reduceShape] = backend_util_exports.computeOutAndReduceShapes(input2.shape, axes);
  const reduceSize = util_exports.sizeFromShape(reduceShape);
  const out = backend2.makeOutput(outShape, x.dtype);
  if (util_exports.sizeFromShape(input2.shape) !== 0) {
    const outId = backend2.dataIdMap.get(out.dataId).id;
    wasmMax(inputId, CppDType[x.dtype], reduceSize, outId);
  }
  if (inputWasTransposed) {
    backend2.disposeData(transposed.dataId);
  }
  if (keepDims) {
    const newShape = backend_util_exports.expandShapeToKeepDim(out.shape, originalAxes);
    out.shape = newShape;
  }
  return out;
}
__name(max2, "max");
var maxConfig = {
  kernelName: Max,
  backendName: "wasm",
  setupFunc: setup37,
  kernelFunc: max2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Maximum.js
var supportsFullBroadcast12 = false;
var maximumConfig = createBinaryKernelConfig(Maximum, supportsFullBroadcast12);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPool.js
var wasmMaxPool;
function setup38(backend2) {
  wasmMaxPool = backend2.wasm.cwrap(MaxPool, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup38, "setup");
function maxPool2(args) {
  const { inputs, attrs, backend: backend2 } = args;
  const x = inputs.x;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  util_exports.assert(x.dtype === "float32", () => `Error in MaxPool: only float32 input is supported. Got ${x.dtype}.`);
  const { filterSize, strides, pad: pad3, dimRoundingMode } = attrs;
  const convInfo = backend_util_exports.computePool2DInfo(x.shape, filterSize, strides, 1, pad3, dimRoundingMode);
  const filterHeight = convInfo.filterHeight;
  const filterWidth = convInfo.filterWidth;
  const padTop = convInfo.padInfo.top;
  const padRight = convInfo.padInfo.right;
  const padBottom = convInfo.padInfo.bottom;
  const padLeft = convInfo.padInfo.left;
  const dilationHeight = convInfo.dilationHeight;
  const dilationWidth = convInfo.dilationWidth;
  const strideHeight = convInfo.strideHeight;
  const strideWidth = convInfo.strideWidth;
  const inputChannels = convInfo.inChannels;
  const outputChannels = convInfo.outChannels;
  if (convInfo.dataFormat !== "channelsLast") {
    throw new Error(`wasm backend does not support dataFormat:'${convInfo.dataFormat}'. Please use 'channelsLast'.`);
  }
  const out = backend2.makeOutput(convInfo.outShape, "float32");
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmMaxPool(xId, x.shape[0], x.shape[1], x.shape[2], filterHeight, filterWidth, padTop, padRight, padBottom, padLeft, dilationHeight, dilationWidth, strideHeight, strideWidth, inputChannels, outputChannels, outId);
  return out;
}
__name(maxPool2, "maxPool");
var maxPoolConfig = {
  kernelName: MaxPool,
  backendName: "wasm",
  setupFunc: setup38,
  kernelFunc: maxPool2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPool3D.js
var wasmMaxPool3D;
function setup39(backend2) {
  wasmMaxPool3D = backend2.wasm.cwrap("MaxPool3D", null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup39, "setup");
function maxPool3D(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const { filterSize, strides, pad: pad3, dimRoundingMode, dataFormat } = attrs;
  const convInfo = backend_util_exports.computePool3DInfo(
    x.shape,
    filterSize,
    strides,
    /*dilations=*/
    1,
    pad3,
    dimRoundingMode,
    dataFormat
  );
  const out = backend2.makeOutput(convInfo.outShape, x.dtype);
  wasmMaxPool3D(
    backend2.dataIdMap.get(x.dataId).id,
    backend2.dataIdMap.get(out.dataId).id,
    convInfo.batchSize,
    // Since Pool3D ops (AvgPool3D and MaxPool3D) support 3D filter only, in
    // channels should always equal to out channels.
    /*channelSize=*/
    convInfo.inChannels,
    convInfo.inDepth,
    convInfo.inHeight,
    convInfo.inWidth,
    convInfo.outDepth,
    convInfo.outHeight,
    convInfo.outWidth,
    convInfo.strideDepth,
    convInfo.strideHeight,
    convInfo.strideWidth,
    convInfo.dilationDepth,
    convInfo.dilationHeight,
    convInfo.dilationWidth,
    convInfo.effectiveFilterDepth,
    convInfo.effectiveFilterHeight,
    convInfo.effectiveFilterWidth,
    convInfo.padInfo.front,
    convInfo.padInfo.top,
    convInfo.padInfo.left
  );
  return out;
}
__name(maxPool3D, "maxPool3D");
var maxPool3DConfig = {
  kernelName: MaxPool3D,
  backendName: "wasm",
  setupFunc: setup39,
  kernelFunc: maxPool3D
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPool3DGrad.js
var wasmMaxPool3DGrad;
function setup40(backend2) {
  wasmMaxPool3DGrad = backend2.wasm.cwrap("MaxPool3DGrad", null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup40, "setup");
function maxPool3DGrad(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { dy, input: input2 } = inputs;
  const { filterSize, strides, pad: pad3, dimRoundingMode } = attrs;
  const convInfo = backend_util_exports.computePool3DInfo(
    input2.shape,
    filterSize,
    strides,
    /*dilations=*/
    1,
    pad3,
    dimRoundingMode
  );
  const dx = backend2.makeOutput(input2.shape, input2.dtype);
  wasmMaxPool3DGrad(
    backend2.dataIdMap.get(input2.dataId).id,
    backend2.dataIdMap.get(dy.dataId).id,
    backend2.dataIdMap.get(dx.dataId).id,
    convInfo.batchSize,
    // Since Pool3D ops (MaxPool3D and MaxPool3D) support 3D filter only, in
    // channels should always equal to out channels.
    /*channelSize=*/
    convInfo.inChannels,
    convInfo.inDepth,
    convInfo.inHeight,
    convInfo.inWidth,
    convInfo.outDepth,
    convInfo.outHeight,
    convInfo.outWidth,
    convInfo.strideDepth,
    convInfo.strideHeight,
    convInfo.strideWidth,
    convInfo.dilationDepth,
    convInfo.dilationHeight,
    convInfo.dilationWidth,
    convInfo.effectiveFilterDepth,
    convInfo.effectiveFilterHeight,
    convInfo.effectiveFilterWidth,
    convInfo.padInfo.front,
    convInfo.padInfo.top,
    convInfo.padInfo.left
  );
  return dx;
}
__name(maxPool3DGrad, "maxPool3DGrad");
var maxPool3DGradConfig = {
  kernelName: MaxPool3DGrad,
  backendName: "wasm",
  setupFunc: setup40,
  kernelFunc: maxPool3DGrad
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPoolGrad.js
var wasmMaxPoolGrad;
function setup41(backend2) {
  wasmMaxPoolGrad = backend2.wasm.cwrap("MaxPoolGrad", null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup41, "setup");
function maxPoolGrad(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { dy, input: input2 } = inputs;
  const { filterSize, strides, pad: pad3, dimRoundingMode } = attrs;
  const convInfo = backend_util_exports.computePool2DInfo(
    input2.shape,
    filterSize,
    strides,
    /*dilations=*/
    1,
    pad3,
    dimRoundingMode
  );
  const dx = backend2.makeOutput(input2.shape, input2.dtype);
  wasmMaxPoolGrad(
    backend2.dataIdMap.get(input2.dataId).id,
    backend2.dataIdMap.get(dy.dataId).id,
    backend2.dataIdMap.get(dx.dataId).id,
    convInfo.batchSize,
    // Since Pool ops (MaxPool and MaxPool) support 2D filter only, in
    // channels should always equal to out channels.
    /*channelSize=*/
    convInfo.inChannels,
    convInfo.inHeight,
    convInfo.inWidth,
    convInfo.outHeight,
    convInfo.outWidth,
    convInfo.strideHeight,
    convInfo.strideWidth,
    convInfo.dilationHeight,
    convInfo.dilationWidth,
    convInfo.effectiveFilterHeight,
    convInfo.effectiveFilterWidth,
    convInfo.padInfo.top,
    convInfo.padInfo.left
  );
  return dx;
}
__name(maxPoolGrad, "maxPoolGrad");
var maxPoolGradConfig = {
  kernelName: MaxPoolGrad,
  backendName: "wasm",
  setupFunc: setup41,
  kernelFunc: maxPoolGrad
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPoolWithArgmax.js
var wasmMaxPoolWithArgmax;
function setup42(backend2) {
  wasmMaxPoolWithArgmax = backend2.wasm.cwrap("MaxPoolWithArgmax", null, [
    "number",
    "number",
    "number",
    "number",
    "boolean",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // padLeft
  ]);
}
__name(setup42, "setup");
function maxPoolWithArgmax(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const { filterSize, strides, pad: pad3, includeBatchInIndex } = attrs;
  util_exports.assert(x.shape.length === 4, () => `Error in maxPool: input must be rank 4 but got rank ${x.shape.length}.`);
  const dilations = [1, 1];
  util_exports.assert(backend_util_exports.eitherStridesOrDilationsAreOne(strides, dilations), () => `Error in maxPool: Either strides or dilations must be 1. Got strides ${strides} and dilations '${dilations}'`);
  const convInfo = backend_util_exports.computePool2DInfo(x.shape, filterSize, strides, [1, 1], pad3);
  const pooled = backend2.makeOutput(convInfo.outShape, x.dtype);
  const indexes = backend2.makeOutput(convInfo.outShape, "int32");
  wasmMaxPoolWithArgmax(backend2.dataIdMap.get(x.dataId).id, backend2.dataIdMap.get(pooled.dataId).id, backend2.dataIdMap.get(indexes.dataId).id, CppDType[x.dtype], includeBatchInIndex, convInfo.batchSize, convInfo.inChannels, convInfo.inHeight, convInfo.inWidth, convInfo.outHeight, convInfo.outWidth, convInfo.strideHeight, convInfo.strideWidth, convInfo.dilationHeight, convInfo.dilationWidth, convInfo.effectiveFilterHeight, convInfo.effectiveFilterWidth, convInfo.padInfo.top, convInfo.padInfo.left);
  return [pooled, indexes];
}
__name(maxPoolWithArgmax, "maxPoolWithArgmax");
var maxPoolWithArgmaxConfig = {
  kernelName: MaxPoolWithArgmax,
  backendName: "wasm",
  setupFunc: setup42,
  kernelFunc: maxPoolWithArgmax
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Mean.js
var wasmMean;
function setup43(backend2) {
  wasmMean = backend2.wasm.cwrap(Mean, null, ["number, number, number"]);
}
__name(setup43, "setup");
function mean2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { axis: axis2, keepDims } = attrs;
  const { x } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  let inputId = xId;
  let input2 = x;
  const { transposed, axes, originalAxes, inputWasTransposed } = permuteAxesAndTranspose(x, axis2, backend2);
  let reductionAxes = axes;
  if (inputWasTransposed) {
    const transposedId = backend2.dataIdMap.get(transposed.dataId).id;
    if (transposedId !== xId) {
      input2 = transposed;
      inputId = transposedId;
      reductionAxes = backend_util_exports.getInnerMostAxes(reductionAxes.length, input2.shape.length);
    }
  }
  backend_util_exports.assertAxesAreInnerMostDims("mean", reductionAxes, input2.shape.length);
  const [outShape, reduceShape] = backend_util_exports.computeOutAndReduceShapes(input2.shape, reductionAxes);
  const reduceSize = util_exports.sizeFromShape(reduceShape);
  let castedInput = input2;
  if (input2.dtype !== "float32") {
    castedInput = cast2({ backend: backend2, inputs: { x: input2 }, attrs: { dtype: "float32" } });
    inputId = backend2.dataIdMap.get(castedInput.dataId).id;
  }
  const out = backend2.makeOutput(outShape, "float32");
  if (util_exports.sizeFromShape(input2.shape) !== 0) {
    const outId = backend2.dataIdMap.get(out.dataId).id;
    wasmMean(inputId, reduceSize, outId);
  }
  if (inputWasTransposed) {
    backend2.disposeData(transposed.dataId);
  }
  if (keepDims) {
    const newShape = backend_util_exports.expandShapeToKeepDim(out.shape, originalAxes);
    out.shape = newShape;
  }
  if (input2.dtype !== "float32") {
    backend2.disposeData(castedInput.dataId);
  }
  return out;
}
__name(mean2, "mean");
var meanConfig = {
  kernelName: Mean,
  backendName: "wasm",
  setupFunc: setup43,
  kernelFunc: mean2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Min.js
var wasmMin;
function setup44(backend2) {
  wasmMin = backend2.wasm.cwrap(Min, null, [
    "number",
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup44, "setup");
function min2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { axis: axis2, keepDims } = attrs;
  const { x } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  let inputId = xId;
  let input2 = x;
  const { transposed, axes, originalAxes, inputWasTransposed } = permuteAxesAndTranspose(x, axis2, backend2);
  if (inputWasTransposed) {
    const transposedId = backend2.dataIdMap.get(transposed.dataId).id;
    if (transposedId !== xId) {
      input2 = transposed;
      inputId = transposedId;
    }
  }
  const inputRank = input2.shape.length;
  backend_util_exports.assertAxesAreInnerMostDims("min", axes, inputRank);
  const [outShape, reduceShape] = backend_util_exports.computeOutAndReduceShapes(input2.shape, axes);
  const reduceSize = util_exports.sizeFromShape(reduceShape);
  const out = backend2.makeOutput(outShape, input2.dtype);
  if (util_exports.sizeFromShape(input2.shape) !== 0) {
    const outId = backend2.dataIdMap.get(out.dataId).id;
    wasmMin(inputId, CppDType[x.dtype], reduceSize, outId);
  }
  if (inputWasTransposed) {
    backend2.disposeData(transposed.dataId);
  }
  if (keepDims) {
    const newShape = backend_util_exports.expandShapeToKeepDim(out.shape, originalAxes);
    out.shape = newShape;
  }
  return out;
}
__name(min2, "min");
var minConfig = {
  kernelName: Min,
  backendName: "wasm",
  setupFunc: setup44,
  kernelFunc: min2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Minimum.js
var supportsFullBroadcast13 = false;
var minimumConfig = createBinaryKernelConfig(Minimum, supportsFullBroadcast13);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/MirrorPad.js
var MirrorPaddingMode;
(function(MirrorPaddingMode2) {
  MirrorPaddingMode2[MirrorPaddingMode2["reflect"] = 0] = "reflect";
  MirrorPaddingMode2[MirrorPaddingMode2["symmetric"] = 1] = "symmetric";
})(MirrorPaddingMode || (MirrorPaddingMode = {}));
var wasmMirrorPad;
function setup45(backend2) {
  wasmMirrorPad = backend2.wasm.cwrap(MirrorPad, null, [
    "number",
    "array",
    "number",
    "number",
    "array",
    "array",
    "number",
    "number"
    // outId
  ]);
}
__name(setup45, "setup");
function mirrorPad2(args) {
  const { inputs: { x }, backend: backend2, attrs: { paddings, mode } } = args;
  const outShape = paddings.map(
    (p, i) => p[0] + x.shape[i] + p[1]
    /* afterPad */
  );
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const out = backend2.makeOutput(outShape, x.dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const xShapeBytes = new Uint8Array(new Int32Array(x.shape).buffer);
  const prePaddingsFlat = paddings.map((padTuple) => padTuple[0]);
  const postPaddingsFlat = paddings.map((padTuple) => padTuple[1]);
  const prePaddingsBytes = new Uint8Array(new Int32Array(prePaddingsFlat).buffer);
  const postPaddingsBytes = new Uint8Array(new Int32Array(postPaddingsFlat).buffer);
  wasmMirrorPad(xId, xShapeBytes, x.shape.length, CppDType[x.dtype], prePaddingsBytes, postPaddingsBytes, MirrorPaddingMode[mode], outId);
  return out;
}
__name(mirrorPad2, "mirrorPad");
var mirrorPadConfig = {
  kernelName: MirrorPad,
  backendName: "wasm",
  kernelFunc: mirrorPad2,
  setupFunc: setup45
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Softmax.js
var wasmFunc3;
function setup46(backend2) {
  wasmFunc3 = backend2.wasm.cwrap(Softmax, null, [
    "number",
    "number",
    "number",
    "number"
    // batch
  ]);
}
__name(setup46, "setup");
function softmax2(args) {
  const { backend: backend2, inputs: { logits }, attrs: { dim } } = args;
  const xId = backend2.dataIdMap.get(logits.dataId).id;
  const out = backend2.makeOutput(logits.shape, logits.dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const channels = logits.shape[dim];
  const batch = util_exports.sizeFromShape(logits.shape) / channels;
  if (util_exports.sizeFromShape(out.shape) === 0) {
    return out;
  }
  wasmFunc3(xId, outId, channels, batch);
  return out;
}
__name(softmax2, "softmax");
var softmaxConfig = {
  kernelName: Softmax,
  backendName: "wasm",
  setupFunc: setup46,
  kernelFunc: softmax2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Multinomial.js
var wasmMultinomial;
function setup47(backend2) {
  wasmMultinomial = backend2.wasm.cwrap(Multinomial, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup47, "setup");
function multinomial(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { logits } = inputs;
  const { numSamples, seed, normalized: normalized2 } = attrs;
  if (logits.dtype !== "float32") {
    throw new Error(`Tensor logits must have dtype float32, got ${logits.dtype}`);
  }
  const probabilities = normalized2 ? logits : softmax2({
    inputs: { logits },
    backend: backend2,
    attrs: { dim: logits.shape.length - 1 }
  });
  const [batchSize, numEvents] = probabilities.shape;
  const out = backend2.makeOutput([batchSize, numSamples], "int32");
  wasmMultinomial(backend2.dataIdMap.get(probabilities.dataId).id, batchSize, numEvents, numSamples, seed, backend2.dataIdMap.get(out.dataId).id);
  if (!normalized2) {
    backend2.disposeData(probabilities.dataId);
  }
  return out;
}
__name(multinomial, "multinomial");
var multinomialConfig = {
  kernelName: Multinomial,
  backendName: "wasm",
  setupFunc: setup47,
  kernelFunc: multinomial
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Mod.js
var modConfig = createBinaryKernelConfig(
  Mod,
  /*supportsFullBroadcast=*/
  true
);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply.js
var supportsFullBroadcast14 = true;
var multiplyConfig = createBinaryKernelConfig(Multiply, supportsFullBroadcast14);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Neg.js
var negConfig = createUnaryKernelConfig(Neg);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/NonMaxSuppression_util.js
function parseResultStruct(backend2, resOffset) {
  const result = new Int32Array(backend2.wasm.HEAPU8.buffer, resOffset, 4);
  const pSelectedIndices = result[0];
  const selectedSize = result[1];
  const pSelectedScores = result[2];
  const pValidOutputs = result[3];
  backend2.wasm._free(resOffset);
  return { pSelectedIndices, selectedSize, pSelectedScores, pValidOutputs };
}
__name(parseResultStruct, "parseResultStruct");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/NonMaxSuppressionV3.js
var wasmFunc4;
function setup48(backend2) {
  wasmFunc4 = backend2.wasm.cwrap(
    NonMaxSuppressionV3,
    "number",
    // Result*
    [
      "number",
      "number",
      "number",
      "number",
      "number"
      // scoreThreshold
    ]
  );
}
__name(setup48, "setup");
function kernelFunc(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { iouThreshold, maxOutputSize, scoreThreshold } = attrs;
  const { boxes, scores } = inputs;
  const boxesId = backend2.dataIdMap.get(boxes.dataId).id;
  const scoresId = backend2.dataIdMap.get(scores.dataId).id;
  const resOffset = wasmFunc4(boxesId, scoresId, maxOutputSize, iouThreshold, scoreThreshold);
  const { pSelectedIndices, selectedSize, pSelectedScores, pValidOutputs } = parseResultStruct(backend2, resOffset);
  backend2.wasm._free(pSelectedScores);
  backend2.wasm._free(pValidOutputs);
  const selectedIndicesTensor = backend2.makeOutput([selectedSize], "int32", pSelectedIndices);
  return selectedIndicesTensor;
}
__name(kernelFunc, "kernelFunc");
var nonMaxSuppressionV3Config = {
  kernelName: NonMaxSuppressionV3,
  backendName: "wasm",
  setupFunc: setup48,
  kernelFunc
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/NonMaxSuppressionV4.js
var wasmFunc5;
function setup49(backend2) {
  wasmFunc5 = backend2.wasm.cwrap(
    NonMaxSuppressionV4,
    "number",
    // Result*
    [
      "number",
      "number",
      "number",
      "number",
      "number",
      "bool"
      // padToMaxOutputSize
    ]
  );
}
__name(setup49, "setup");
function nonMaxSuppressionV4(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { iouThreshold, maxOutputSize, scoreThreshold, padToMaxOutputSize } = attrs;
  const { boxes, scores } = inputs;
  const boxesId = backend2.dataIdMap.get(boxes.dataId).id;
  const scoresId = backend2.dataIdMap.get(scores.dataId).id;
  const resOffset = wasmFunc5(boxesId, scoresId, maxOutputSize, iouThreshold, scoreThreshold, padToMaxOutputSize);
  const { pSelectedIndices, selectedSize, pSelectedScores, pValidOutputs } = parseResultStruct(backend2, resOffset);
  backend2.wasm._free(pSelectedScores);
  const selectedIndicesTensor = backend2.makeOutput([selectedSize], "int32", pSelectedIndices);
  const validOutputsTensor = backend2.makeOutput([], "int32", pValidOutputs);
  return [selectedIndicesTensor, validOutputsTensor];
}
__name(nonMaxSuppressionV4, "nonMaxSuppressionV4");
var nonMaxSuppressionV4Config = {
  kernelName: NonMaxSuppressionV4,
  backendName: "wasm",
  setupFunc: setup49,
  kernelFunc: nonMaxSuppressionV4
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/NonMaxSuppressionV5.js
var wasmFunc6;
function setup50(backend2) {
  wasmFunc6 = backend2.wasm.cwrap(
    NonMaxSuppressionV5,
    "number",
    // Result*
    [
      "number",
      "number",
      "number",
      "number",
      "number",
      "number"
      // softNmsSigma
    ]
  );
}
__name(setup50, "setup");
function kernelFunc2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { iouThreshold, maxOutputSize, scoreThreshold, softNmsSigma } = attrs;
  const { boxes, scores } = inputs;
  const boxesId = backend2.dataIdMap.get(boxes.dataId).id;
  const scoresId = backend2.dataIdMap.get(scores.dataId).id;
  const resOffset = wasmFunc6(boxesId, scoresId, maxOutputSize, iouThreshold, scoreThreshold, softNmsSigma);
  const { pSelectedIndices, selectedSize, pSelectedScores, pValidOutputs } = parseResultStruct(backend2, resOffset);
  backend2.wasm._free(pValidOutputs);
  const selectedIndicesTensor = backend2.makeOutput([selectedSize], "int32", pSelectedIndices);
  const selectedScoresTensor = backend2.makeOutput([selectedSize], "float32", pSelectedScores);
  return [selectedIndicesTensor, selectedScoresTensor];
}
__name(kernelFunc2, "kernelFunc");
var nonMaxSuppressionV5Config = {
  kernelName: NonMaxSuppressionV5,
  backendName: "wasm",
  setupFunc: setup50,
  kernelFunc: kernelFunc2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/NotEqual.js
var supportsFullBroadcast15 = false;
var notEqualConfig = createBinaryKernelConfig(NotEqual, supportsFullBroadcast15, "bool");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/OneHot.js
var wasmOneHot;
function setup51(backend2) {
  wasmOneHot = backend2.wasm.cwrap(OneHot, null, [
    "number",
    "number",
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup51, "setup");
function oneHot2(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { indices } = inputs;
  const { dtype, depth, onValue, offValue } = attrs;
  const out = backend2.makeOutput([...indices.shape, depth], dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const indicesData = backend2.dataIdMap.get(indices.dataId);
  const indicesId = indicesData.id;
  wasmOneHot(indicesId, depth, onValue, offValue, outId);
  return out;
}
__name(oneHot2, "oneHot");
var oneHotConfig = {
  kernelName: OneHot,
  backendName: "wasm",
  setupFunc: setup51,
  kernelFunc: oneHot2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/OnesLike.js
function onesLike2(args) {
  const { inputs: { x }, backend: backend2 } = args;
  const out = backend2.makeOutput(x.shape, x.dtype);
  const outVals = backend2.typedArrayFromHeap(out);
  outVals.fill(1);
  return out;
}
__name(onesLike2, "onesLike");
var onesLikeConfig = {
  kernelName: OnesLike,
  backendName: "wasm",
  kernelFunc: onesLike2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Pack.js
function pack(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { axis: axis2 } = attrs;
  if (inputs.length === 1) {
    return expandDims2({ inputs: { input: inputs[0] }, backend: backend2, attrs: { dim: axis2 } });
  }
  const shape = inputs[0].shape;
  const dtype = inputs[0].dtype;
  inputs.forEach((t) => {
    util_exports.assertShapesMatch(shape, t.shape, "All tensors passed to stack must have matching shapes");
    util_exports.assert(dtype === t.dtype, () => "All tensors passed to stack must have matching dtypes");
  });
  const intermediateTensorInfos = [];
  const expandedTensors = inputs.map((t) => {
    const expandedT = expandDims2({ inputs: { input: t }, backend: backend2, attrs: { dim: axis2 } });
    intermediateTensorInfos.push(expandedT);
    return expandedT;
  });
  const result = concat2({ inputs: expandedTensors, backend: backend2, attrs: { axis: axis2 } });
  intermediateTensorInfos.forEach((t) => backend2.disposeData(t.dataId));
  return result;
}
__name(pack, "pack");
var packConfig = {
  kernelName: Pack,
  backendName: "wasm",
  kernelFunc: pack
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/PadV2.js
var wasmPadV2;
function setup52(backend2) {
  wasmPadV2 = backend2.wasm.cwrap(PadV2, null, [
    "number",
    "array",
    "number",
    "number",
    "array",
    "array",
    "number",
    "number"
    // outId
  ]);
}
__name(setup52, "setup");
function pad2(args) {
  const { inputs: { x }, backend: backend2, attrs: { paddings, constantValue } } = args;
  const outShape = paddings.map(
    (p, i) => p[0] + x.shape[i] + p[1]
    /* afterPad */
  );
  if (util_exports.sizeFromShape(x.shape) === 0) {
    return fill({
      backend: backend2,
      attrs: { shape: outShape, value: constantValue, dtype: x.dtype }
    });
  }
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const out = backend2.makeOutput(outShape, x.dtype);
  const outTensorData = backend2.dataIdMap.get(out.dataId);
  const outId = outTensorData.id;
  const xShapeBytes = new Uint8Array(new Int32Array(x.shape).buffer);
  const prePaddingsFlat = paddings.map((padTuple) => padTuple[0]);
  const postPaddingsFlat = paddings.map((padTuple) => padTuple[1]);
  const prePaddingsBytes = new Uint8Array(new Int32Array(prePaddingsFlat).buffer);
  const postPaddingsBytes = new Uint8Array(new Int32Array(postPaddingsFlat).buffer);
  wasmPadV2(xId, xShapeBytes, x.shape.length, CppDType[x.dtype], prePaddingsBytes, postPaddingsBytes, constantValue, outId);
  return out;
}
__name(pad2, "pad");
var padV2Config = {
  kernelName: PadV2,
  backendName: "wasm",
  kernelFunc: pad2,
  setupFunc: setup52
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Pow.js
var supportsFullBroadcast16 = false;
var powConfig = createBinaryKernelConfig(Pow, supportsFullBroadcast16);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Prelu.js
var wasmPrelu;
function setup53(backend2) {
  wasmPrelu = backend2.wasm.cwrap(Prelu, null, [
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup53, "setup");
function prelu2(args) {
  const { inputs, backend: backend2 } = args;
  const { x, alpha } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const weightsId = backend2.dataIdMap.get(alpha.dataId).id;
  let inputId = xId;
  const input2 = x;
  let castedInput = input2;
  if (input2.dtype !== "float32") {
    castedInput = cast2({ backend: backend2, inputs: { x }, attrs: { dtype: "float32" } });
    inputId = backend2.dataIdMap.get(castedInput.dataId).id;
  }
  const out = backend2.makeOutput(x.shape, "float32");
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmPrelu(inputId, weightsId, outId);
  if (input2.dtype !== "float32") {
    backend2.disposeData(castedInput.dataId);
  }
  return out;
}
__name(prelu2, "prelu");
var preluConfig = {
  kernelName: Prelu,
  backendName: "wasm",
  setupFunc: setup53,
  kernelFunc: prelu2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Prod.js
var wasmProd;
function setup54(backend2) {
  wasmProd = backend2.wasm.cwrap(Prod, null, [
    "number",
    "number",
    "number",
    "number"
  ]);
}
__name(setup54, "setup");
function prod2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { axis: axis2, keepDims } = attrs;
  const { x } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  let inputId = xId;
  let input2 = x;
  const { transposed, axes, originalAxes, inputWasTransposed } = permuteAxesAndTranspose(x, axis2, backend2);
  let reductionAxes = axes;
  if (inputWasTransposed) {
    const transposedId = backend2.dataIdMap.get(transposed.dataId).id;
    if (transposedId !== xId) {
      input2 = transposed;
      inputId = transposedId;
      reductionAxes = backend_util_exports.getInnerMostAxes(reductionAxes.length, input2.shape.length);
    }
  }
  backend_util_exports.assertAxesAreInnerMostDims("prod", reductionAxes, input2.shape.length);
  const [outShape, reduceShape] = backend_util_exports.computeOutAndReduceShapes(input2.shape, reductionAxes);
  const reduceSize = util_exports.sizeFromShape(reduceShape);
  const out = backend2.makeOutput(outShape, input2.dtype);
  if (util_exports.sizeFromShape(input2.shape) !== 0) {
    const outId = backend2.dataIdMap.get(out.dataId).id;
    wasmProd(inputId, reduceSize, CppDType[out.dtype], outId);
  }
  if (inputWasTransposed) {
    backend2.disposeData(transposed.dataId);
  }
  if (keepDims) {
    const newShape = backend_util_exports.expandShapeToKeepDim(out.shape, originalAxes);
    out.shape = newShape;
  }
  return out;
}
__name(prod2, "prod");
var prodConfig = {
  kernelName: Prod,
  backendName: "wasm",
  setupFunc: setup54,
  kernelFunc: prod2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Range.js
var range = /* @__PURE__ */ __name((args) => {
  const { backend: backend2, attrs } = args;
  const { start, stop, step: step3, dtype } = attrs;
  const values = rangeImpl(start, stop, step3, dtype);
  const out = backend2.makeOutput([values.length], dtype);
  const outVals = backend2.typedArrayFromHeap(out);
  outVals.set(values);
  return out;
}, "range");
var rangeConfig = {
  kernelName: Range,
  backendName: "wasm",
  kernelFunc: range
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/RealDiv.js
var supportsFullBroadcast17 = true;
var realDivConfig = createBinaryKernelConfig(RealDiv, supportsFullBroadcast17);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Reciprocal.js
var reciprocalConfig = createUnaryKernelConfig(Reciprocal);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Relu.js
var reluConfig = createUnaryKernelConfig(Relu);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Relu6.js
var relu6Config = createUnaryKernelConfig(Relu6);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/ResizeBilinear.js
var wasmResizeBilinear;
function setup55(backend2) {
  wasmResizeBilinear = backend2.wasm.cwrap(ResizeBilinear, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup55, "setup");
function resizeBilinear2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { images } = inputs;
  const { alignCorners, halfPixelCenters, size } = attrs;
  const [newHeight, newWidth] = size;
  const [batch, oldHeight, oldWidth, numChannels] = images.shape;
  const outShape = [batch, newHeight, newWidth, numChannels];
  let xData = backend2.dataIdMap.get(images.dataId);
  let castedData;
  if (xData.dtype !== "float32") {
    castedData = cast2({ backend: backend2, inputs: { x: images }, attrs: { dtype: "float32" } });
    xData = backend2.dataIdMap.get(castedData.dataId);
  }
  const xId = xData.id;
  const out = backend2.makeOutput(outShape, "float32");
  if (util_exports.sizeFromShape(images.shape) === 0) {
    return out;
  }
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmResizeBilinear(xId, batch, oldHeight, oldWidth, numChannels, newHeight, newWidth, alignCorners ? 1 : 0, halfPixelCenters ? 1 : 0, outId);
  if (castedData != null) {
    backend2.disposeData(castedData.dataId);
  }
  return out;
}
__name(resizeBilinear2, "resizeBilinear");
var resizeBilinearConfig = {
  kernelName: ResizeBilinear,
  backendName: "wasm",
  setupFunc: setup55,
  kernelFunc: resizeBilinear2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/ResizeBilinearGrad.js
var wasmResizeBilinearGrad;
function setup56(backend2) {
  wasmResizeBilinearGrad = backend2.wasm.cwrap(ResizeBilinearGrad, null, [
    "number",
    "number",
    "number",
    "array",
    "array",
    "boolean"
    // alignCorners
  ]);
}
__name(setup56, "setup");
function resizeBilinearGrad(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { images, dy } = inputs;
  const { alignCorners } = attrs;
  const dx = backend2.makeOutput(images.shape, "float32");
  let xData = backend2.dataIdMap.get(images.dataId);
  let castedData;
  if (xData.dtype !== "float32") {
    castedData = cast2({
      backend: backend2,
      inputs: { x: images },
      attrs: { dtype: "float32" }
    });
    xData = backend2.dataIdMap.get(castedData.dataId);
  }
  wasmResizeBilinearGrad(backend2.dataIdMap.get(images.dataId).id, backend2.dataIdMap.get(dy.dataId).id, backend2.dataIdMap.get(dx.dataId).id, new Uint8Array(new Int32Array(images.shape).buffer), new Uint8Array(new Int32Array(dy.shape).buffer), alignCorners);
  if (castedData != null) {
    backend2.disposeData(castedData.dataId);
  }
  return dx;
}
__name(resizeBilinearGrad, "resizeBilinearGrad");
var resizeBilinearGradConfig = {
  kernelName: ResizeBilinearGrad,
  backendName: "wasm",
  setupFunc: setup56,
  kernelFunc: resizeBilinearGrad
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/ResizeNearestNeighbor.js
var wasmResizeNearestNeighbor;
function setup57(backend2) {
  wasmResizeNearestNeighbor = backend2.wasm.cwrap(ResizeNearestNeighbor, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup57, "setup");
function resizeNearestNeighbor2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { images } = inputs;
  const { alignCorners, halfPixelCenters, size } = attrs;
  const [newHeight, newWidth] = size;
  const [batch, oldHeight, oldWidth, numChannels] = images.shape;
  const outShape = [batch, newHeight, newWidth, numChannels];
  const out = backend2.makeOutput(outShape, "float32");
  if (util_exports.sizeFromShape(images.shape) === 0) {
    return out;
  }
  let xData = backend2.dataIdMap.get(images.dataId);
  let castedData;
  if (xData.dtype !== "float32") {
    castedData = cast2({
      backend: backend2,
      inputs: { x: images },
      attrs: { dtype: "float32" }
    });
    xData = backend2.dataIdMap.get(castedData.dataId);
  }
  const xId = xData.id;
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmResizeNearestNeighbor(xId, batch, oldHeight, oldWidth, numChannels, newHeight, newWidth, alignCorners ? 1 : 0, halfPixelCenters ? 1 : 0, outId);
  if (castedData != null) {
    backend2.disposeData(castedData.dataId);
  }
  return out;
}
__name(resizeNearestNeighbor2, "resizeNearestNeighbor");
var resizeNearestNeighborConfig = {
  kernelName: ResizeNearestNeighbor,
  backendName: "wasm",
  setupFunc: setup57,
  kernelFunc: resizeNearestNeighbor2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/ResizeNearestNeighborGrad.js
var wasmResizeNearestNeighborGrad;
function setup58(backend2) {
  wasmResizeNearestNeighborGrad = backend2.wasm.cwrap(ResizeNearestNeighborGrad, null, [
    "number",
    "number",
    "number",
    "array",
    "array",
    "boolean"
    // alignCorners
  ]);
}
__name(setup58, "setup");
function resizeNearestNeighborGrad(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { images, dy } = inputs;
  const { alignCorners } = attrs;
  const dx = backend2.makeOutput(images.shape, "float32");
  let xData = backend2.dataIdMap.get(images.dataId);
  let castedData;
  if (xData.dtype !== "float32") {
    castedData = cast2({
      backend: backend2,
      inputs: { x: images },
      attrs: { dtype: "float32" }
    });
    xData = backend2.dataIdMap.get(castedData.dataId);
  }
  wasmResizeNearestNeighborGrad(backend2.dataIdMap.get(images.dataId).id, backend2.dataIdMap.get(dy.dataId).id, backend2.dataIdMap.get(dx.dataId).id, new Uint8Array(new Int32Array(images.shape).buffer), new Uint8Array(new Int32Array(dy.shape).buffer), alignCorners);
  if (castedData != null) {
    backend2.disposeData(castedData.dataId);
  }
  return dx;
}
__name(resizeNearestNeighborGrad, "resizeNearestNeighborGrad");
var resizeNearestNeighborGradConfig = {
  kernelName: ResizeNearestNeighborGrad,
  backendName: "wasm",
  setupFunc: setup58,
  kernelFunc: resizeNearestNeighborGrad
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Reverse.js
var wasmReverse;
function setup59(backend2) {
  wasmReverse = backend2.wasm.cwrap(Reverse, null, [
    "number",
    "array",
    "number",
    "array",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup59, "setup");
function reverse2(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const { dims } = attrs;
  const axes = util_exports.parseAxisParam(dims, x.shape);
  if (x.shape.length === 0) {
    return identity({ inputs: { x }, backend: backend2 });
  }
  const out = backend2.makeOutput(x.shape, x.dtype);
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const axesBytes = new Uint8Array(new Int32Array(axes).buffer);
  const outShapeBytes = new Uint8Array(new Int32Array(x.shape).buffer);
  wasmReverse(xId, axesBytes, axes.length, outShapeBytes, x.shape.length, outId);
  const reshaped = reshape2({ inputs: { x: out }, attrs: { shape: x.shape }, backend: backend2 });
  backend2.disposeData(out.dataId);
  return reshaped;
}
__name(reverse2, "reverse");
var reverseConfig = {
  kernelName: Reverse,
  backendName: "wasm",
  kernelFunc: reverse2,
  setupFunc: setup59
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/RotateWithOffset.js
var wasmRotate;
function setup60(backend2) {
  wasmRotate = backend2.wasm.cwrap(RotateWithOffset, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "array",
    "number",
    "number"
    // outId
  ]);
}
__name(setup60, "setup");
function rotateWithOffset(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { image } = inputs;
  const { radians, fillValue, center } = attrs;
  const out = backend2.makeOutput(image.shape, image.dtype);
  const imageId = backend2.dataIdMap.get(image.dataId).id;
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const [batch, imageHeight, imageWidth, numChannels] = image.shape;
  const [centerX, centerY] = backend_util_exports.getImageCenter(center, imageHeight, imageWidth);
  const fillIsBlack = fillValue === 0;
  const fullOpacityValue = 255;
  const fillValues = typeof fillValue === "number" ? [fillValue, fillValue, fillValue, fillIsBlack ? 0 : fullOpacityValue] : [...fillValue, fullOpacityValue];
  const fillBytes = new Uint8Array(new Int32Array(fillValues).buffer);
  wasmRotate(imageId, batch, imageHeight, imageWidth, numChannels, radians, centerX, centerY, fillBytes, fillValues.length, outId);
  return out;
}
__name(rotateWithOffset, "rotateWithOffset");
var rotateWithOffsetConfig = {
  kernelName: RotateWithOffset,
  backendName: "wasm",
  kernelFunc: rotateWithOffset,
  setupFunc: setup60
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Round.js
var roundConfig = createUnaryKernelConfig(Round);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Rsqrt.js
var rsqrtConfig = createUnaryKernelConfig(Rsqrt);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/ScatterNd.js
var wasmScatterNd;
function setup61(backend2) {
  wasmScatterNd = backend2.wasm.cwrap(ScatterNd, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "array",
    "number",
    "number"
    // outId
  ]);
}
__name(setup61, "setup");
function scatterNd(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { indices, updates } = inputs;
  const { shape } = attrs;
  const out = backend2.makeOutput(shape, updates.dtype);
  if (util_exports.sizeFromShape(shape) === 0) {
    return out;
  }
  const { sliceRank, numUpdates, sliceSize, strides, outputSize } = scatter_nd_util_exports.calculateShapes(updates, indices, shape);
  const indicesData = backend2.dataIdMap.get(indices.dataId);
  const indicesId = indicesData.id;
  const updatesData = backend2.dataIdMap.get(updates.dataId);
  const updatesId = updatesData.id;
  const stridesBytes = new Uint8Array(new Int32Array(strides).buffer);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmScatterNd(indicesId, updatesId, CppDType[updates.dtype], sliceRank, numUpdates, sliceSize, stridesBytes, outputSize, outId);
  return out;
}
__name(scatterNd, "scatterNd");
var scatterNdConfig = {
  kernelName: ScatterNd,
  backendName: "wasm",
  setupFunc: setup61,
  kernelFunc: scatterNd
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/SearchSorted.js
var wasmSearchSorted;
function setup62(backend2) {
  wasmSearchSorted = backend2.wasm.cwrap(SearchSorted, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "bool",
    "number"
    // outId
  ]);
}
__name(setup62, "setup");
function searchSorted(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { sortedSequence, values } = inputs;
  const { side } = attrs;
  if (sortedSequence.dtype !== values.dtype) {
    throw new Error(`SearchSorted error: sorted_sequence must have the same dtype as values. Got ${sortedSequence.dtype} and ${values.dtype}`);
  }
  const out = backend2.makeOutput(values.shape, "int32");
  function tensorId(x) {
    return backend2.dataIdMap.get(x.dataId).id;
  }
  __name(tensorId, "tensorId");
  wasmSearchSorted(
    tensorId(sortedSequence),
    tensorId(values),
    /*batchSize=*/
    sortedSequence.shape[0],
    /*sequenceSize=*/
    sortedSequence.shape[1],
    /*valuesSize=*/
    values.shape[1],
    /*dtype=*/
    CppDType[sortedSequence.dtype],
    /*isSideLeft=*/
    side === "left",
    tensorId(out)
  );
  return out;
}
__name(searchSorted, "searchSorted");
var searchSortedConfig = {
  kernelName: SearchSorted,
  backendName: "wasm",
  setupFunc: setup62,
  kernelFunc: searchSorted
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Select.js
var wasmSelect;
function setup63(backend2) {
  wasmSelect = backend2.wasm.cwrap("SelectV2", null, [
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup63, "setup");
function select(args) {
  const { inputs, backend: backend2 } = args;
  const { condition, t, e } = inputs;
  const conditionId = backend2.dataIdMap.get(condition.dataId).id;
  const tId = backend2.dataIdMap.get(t.dataId).id;
  const eId = backend2.dataIdMap.get(e.dataId).id;
  const out = backend2.makeOutput(t.shape, t.dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const cRank = condition.shape.length;
  const tRank = t.shape.length;
  const offset = cRank === 0 || cRank > 1 || tRank === 1 ? 1 : util_exports.sizeFromShape(t.shape.slice(1));
  wasmSelect(conditionId, tId, eId, offset, outId);
  return out;
}
__name(select, "select");
var selectConfig = {
  kernelName: Select,
  backendName: "wasm",
  kernelFunc: select,
  setupFunc: setup63
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Selu.js
var seluConfig = createUnaryKernelConfig(Selu);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Sigmoid.js
var wasmFunc7;
function setup64(backend2) {
  wasmFunc7 = backend2.wasm.cwrap(Sigmoid, null, ["number", "number"]);
}
__name(setup64, "setup");
function sigmoid2(args) {
  const { backend: backend2, inputs: { x } } = args;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const out = backend2.makeOutput(x.shape, x.dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  if (util_exports.sizeFromShape(out.shape) === 0) {
    return out;
  }
  wasmFunc7(xId, outId);
  return out;
}
__name(sigmoid2, "sigmoid");
var sigmoidConfig = {
  kernelName: "Sigmoid",
  backendName: "wasm",
  setupFunc: setup64,
  kernelFunc: sigmoid2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Sign.js
var signConfig = createUnaryKernelConfig(Sign);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Sin.js
var sinConfig = createUnaryKernelConfig(Sin);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Sinh.js
var sinhConfig = createUnaryKernelConfig(Sinh);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Softplus.js
var softplusConfig = createUnaryKernelConfig(Softplus);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/SpaceToBatchND.js
function spaceToBatchND2(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const { blockShape, paddings } = attrs;
  const prod3 = util_exports.sizeFromShape(blockShape);
  const completePaddings = [[0, 0]];
  completePaddings.push(...paddings);
  for (let i = 1 + blockShape.length; i < x.shape.length; ++i) {
    completePaddings.push([0, 0]);
  }
  const paddedX = padV2Config.kernelFunc({
    inputs: { x },
    backend: backend2,
    attrs: { paddings: completePaddings, constantValue: 0 }
  });
  const reshapedPaddedShape = backend_util_exports.getReshaped(paddedX.shape, blockShape, prod3, false);
  const permutedReshapedPaddedPermutation = backend_util_exports.getPermuted(reshapedPaddedShape.length, blockShape.length, false);
  const flattenShape = backend_util_exports.getReshapedPermuted(paddedX.shape, blockShape, prod3, false);
  const reshapeInputs = { x: paddedX };
  const reshapeAttrs = { shape: reshapedPaddedShape };
  const paddedXReshaped = reshape2({ inputs: reshapeInputs, backend: backend2, attrs: reshapeAttrs });
  const transposeInputs = { x: paddedXReshaped };
  const transposeAttrs = { perm: permutedReshapedPaddedPermutation };
  const paddedXT = transpose2({ inputs: transposeInputs, backend: backend2, attrs: transposeAttrs });
  const resultReshapeInputs = { x: paddedXT };
  const resultReshapeAttrs = { shape: flattenShape };
  const result = reshape2({ inputs: resultReshapeInputs, backend: backend2, attrs: resultReshapeAttrs });
  backend2.disposeData(paddedX.dataId);
  backend2.disposeData(paddedXReshaped.dataId);
  backend2.disposeData(paddedXT.dataId);
  return result;
}
__name(spaceToBatchND2, "spaceToBatchND");
var spaceToBatchNDConfig = {
  kernelName: SpaceToBatchND,
  backendName: "wasm",
  kernelFunc: spaceToBatchND2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/SparseFillEmptyRows.js
var wasmSparseFillEmptyRows;
function setup65(backend2) {
  wasmSparseFillEmptyRows = backend2.wasm.cwrap("SparseFillEmptyRows", "number", [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // exceptionValuesId
  ]);
}
__name(setup65, "setup");
function sparseFillEmptyRows(args) {
  const { backend: backend2, inputs } = args;
  const { indices, values, denseShape, defaultValue } = inputs;
  const indicesCount = indices.shape[0];
  const rank = indices.shape[1];
  const denseRows = backend2.readSync(denseShape.dataId)[0];
  const maxOutputIndicesShape = [indicesCount + denseRows, rank];
  const indicesId = backend2.dataIdMap.get(indices.dataId).id;
  const valuesId = backend2.dataIdMap.get(values.dataId).id;
  const defaultValueId = backend2.dataIdMap.get(defaultValue.dataId).id;
  const outputIndices = backend2.makeOutput(maxOutputIndicesShape, indices.dtype);
  const outputIndicesId = backend2.dataIdMap.get(outputIndices.dataId).id;
  const outputValues = backend2.makeOutput(maxOutputIndicesShape.slice(0, 1), values.dtype);
  const outputValuesId = backend2.dataIdMap.get(outputValues.dataId).id;
  const emptyRowIndicator = backend2.makeOutput([denseRows], "bool");
  const emptyRowIndicatorId = backend2.dataIdMap.get(emptyRowIndicator.dataId).id;
  const reverseIndexMap = backend2.makeOutput([indicesCount], indices.dtype);
  const reverseIndexMapId = backend2.dataIdMap.get(reverseIndexMap.dataId).id;
  const exceptionValues = backend2.makeOutput([4], "int32");
  const exceptionValuesId = backend2.dataIdMap.get(exceptionValues.dataId).id;
  const outputRows = wasmSparseFillEmptyRows(indicesId, valuesId, CppDType[values.dtype], indicesCount, denseRows, rank, defaultValueId, outputIndicesId, outputValuesId, emptyRowIndicatorId, reverseIndexMapId, exceptionValuesId);
  const exceptionValuesArray = backend2.readSync(exceptionValues.dataId);
  let exceptionMessage;
  switch (exceptionValuesArray[0]) {
    case 1: {
      exceptionMessage = backend_util_exports.getSparseFillEmptyRowsIndicesDenseShapeMismatch(exceptionValuesArray[1]);
      break;
    }
    case 2: {
      exceptionMessage = backend_util_exports.getSparseFillEmptyRowsNegativeIndexErrorMessage(exceptionValuesArray[1], exceptionValuesArray[2]);
      break;
    }
    case 3:
      exceptionMessage = backend_util_exports.getSparseFillEmptyRowsOutOfRangeIndexErrorMessage(exceptionValuesArray[1], exceptionValuesArray[2], exceptionValuesArray[3]);
      break;
    default:
      exceptionMessage = "";
  }
  backend2.disposeData(exceptionValues.dataId);
  if (exceptionMessage) {
    backend2.disposeData(outputIndices.dataId);
    backend2.disposeData(outputValues.dataId);
    backend2.disposeData(emptyRowIndicator.dataId);
    backend2.disposeData(reverseIndexMap.dataId);
    throw new Error(exceptionMessage);
  }
  let resizedIndices = outputIndices;
  let resizedValues = outputValues;
  if (outputRows !== maxOutputIndicesShape[0]) {
    resizedIndices = slice2({
      inputs: { x: outputIndices },
      attrs: { begin: 0, size: [outputRows, rank] },
      backend: backend2
    });
    resizedValues = slice2({
      inputs: { x: outputValues },
      attrs: { begin: 0, size: outputRows },
      backend: backend2
    });
    backend2.disposeData(outputIndices.dataId);
    backend2.disposeData(outputValues.dataId);
  }
  return [resizedIndices, resizedValues, emptyRowIndicator, reverseIndexMap];
}
__name(sparseFillEmptyRows, "sparseFillEmptyRows");
var sparseFillEmptyRowsConfig = {
  kernelName: SparseFillEmptyRows,
  backendName: "wasm",
  setupFunc: setup65,
  kernelFunc: sparseFillEmptyRows
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/SparseReshape.js
var wasmSparseReshape;
function setup66(backend2) {
  wasmSparseReshape = backend2.wasm.cwrap(SparseReshape, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // exceptionValuesId
  ]);
}
__name(setup66, "setup");
function sparseReshape(args) {
  const { backend: backend2, inputs } = args;
  const { inputIndices, inputShape, newShape } = inputs;
  if (inputIndices.shape.length !== 2) {
    throw new Error(`Input indices should be a matrix but received shape
        ${inputIndices.shape}`);
  }
  if (inputShape.shape.length !== 1) {
    throw new Error(`Input shape should be a vector but received shape
        ${inputShape.shape}`);
  }
  if (newShape.shape.length !== 1) {
    throw new Error(`Target shape should be a vector but received shape ${newShape.shape}`);
  }
  const inputIndicesId = backend2.dataIdMap.get(inputIndices.dataId).id;
  const inputShapeId = backend2.dataIdMap.get(inputShape.dataId).id;
  const newShapeId = backend2.dataIdMap.get(newShape.dataId).id;
  const nnz = inputIndices.shape[0];
  const outputRank = util_exports.sizeFromShape(newShape.shape);
  const newIndices = backend2.makeOutput([nnz, outputRank], inputIndices.dtype);
  const newIndicesId = backend2.dataIdMap.get(newIndices.dataId).id;
  const outputShape = backend2.makeOutput([outputRank], newShape.dtype);
  const outputShapeId = backend2.dataIdMap.get(outputShape.dataId).id;
  const exceptionValues = backend2.makeOutput([3], "int32");
  const exceptionValuesId = backend2.dataIdMap.get(exceptionValues.dataId).id;
  wasmSparseReshape(inputIndicesId, inputShapeId, newShapeId, nnz, newIndicesId, outputShapeId, exceptionValuesId);
  const exceptionValuesArray = backend2.readSync(exceptionValues.dataId);
  let exceptionMessage;
  switch (exceptionValuesArray[0]) {
    case 0: {
      exceptionMessage = backend_util_exports.getSparseReshapeMultipleNegativeOneOutputDimErrorMessage(exceptionValuesArray[1], exceptionValuesArray[2]);
      break;
    }
    case 1: {
      exceptionMessage = backend_util_exports.getSparseReshapeNegativeOutputDimErrorMessage(exceptionValuesArray[1], exceptionValuesArray[2]);
      break;
    }
    case 2:
      exceptionMessage = backend_util_exports.getSparseReshapeEmptyTensorZeroOutputDimErrorMessage();
      break;
    case 3: {
      const inputShapeValues = Array.from(backend2.readSync(inputShape.dataId)), outputShapeValues = Array.from(backend2.readSync(outputShape.dataId));
      exceptionMessage = backend_util_exports.getSparseReshapeInputOutputMultipleErrorMessage(inputShapeValues, outputShapeValues);
      break;
    }
    case 4: {
      const inputShapeValues = Array.from(backend2.readSync(inputShape.dataId)), outputShapeValues = Array.from(backend2.readSync(outputShape.dataId));
      exceptionMessage = backend_util_exports.getSparseReshapeInputOutputMismatchErrorMessage(inputShapeValues, outputShapeValues);
      break;
    }
    default:
      exceptionMessage = "";
  }
  backend2.disposeData(exceptionValues.dataId);
  if (exceptionMessage) {
    backend2.disposeData(newIndices.dataId);
    backend2.disposeData(outputShape.dataId);
    throw new Error(exceptionMessage);
  }
  return [newIndices, outputShape];
}
__name(sparseReshape, "sparseReshape");
var sparseReshapeConfig = {
  kernelName: SparseReshape,
  backendName: "wasm",
  setupFunc: setup66,
  kernelFunc: sparseReshape
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/SparseSegmentReduction.js
var wasmSparseSegmentReduction;
function setup67(backend2) {
  wasmSparseSegmentReduction = backend2.wasm.cwrap("SparseSegmentReduction", null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number"
    // defaultValue
  ]);
}
__name(setup67, "setup");
function sparseSegmentReduction(args, isMean) {
  const { backend: backend2, inputs } = args;
  const { data, indices, segmentIds } = inputs;
  const numIndices = indices.shape[0];
  const segmentIdsBack = backend2.readSync(segmentIds.dataId, numIndices - 1, numIndices)[0];
  const lastSegmentIdPlusOne = numIndices > 0 ? segmentIdsBack + 1 : 0;
  const outputRows = lastSegmentIdPlusOne;
  if (outputRows < 0) {
    throw new Error(backend_util_exports.getSparseSegmentReductionNegativeSegmentIdsErrorMessage());
  }
  const outputShape = data.shape.slice();
  outputShape[0] = outputRows;
  const dataId = backend2.dataIdMap.get(data.dataId).id;
  const indicesId = backend2.dataIdMap.get(indices.dataId).id;
  const segmentIdsId = backend2.dataIdMap.get(segmentIds.dataId).id;
  const output2 = backend2.makeOutput(outputShape, data.dtype);
  const outputId = backend2.dataIdMap.get(output2.dataId).id;
  const exceptionValues = backend2.makeOutput([4], "int32");
  const exceptionValuesId = backend2.dataIdMap.get(exceptionValues.dataId).id;
  wasmSparseSegmentReduction(dataId, CppDType[data.dtype], data.shape[0], indicesId, segmentIdsId, outputId, exceptionValuesId, isMean, 0);
  const exceptionValuesArray = backend2.readSync(exceptionValues.dataId);
  let exceptionMessage;
  switch (exceptionValuesArray[0]) {
    case 0: {
      exceptionMessage = backend_util_exports.getSparseSegmentReductionNegativeSegmentIdsErrorMessage();
      break;
    }
    case 1: {
      exceptionMessage = backend_util_exports.getSparseSegmentReductionNonIncreasingSegmentIdsErrorMessage();
      break;
    }
    case 2:
      exceptionMessage = backend_util_exports.getSparseSegmentReductionSegmentIdOutOfRangeErrorMessage(exceptionValuesArray[1], exceptionValuesArray[2]);
      break;
    case 3:
      exceptionMessage = backend_util_exports.getSparseSegmentReductionIndicesOutOfRangeErrorMessage(exceptionValuesArray[1], exceptionValuesArray[2], exceptionValuesArray[3]);
      break;
    default:
      exceptionMessage = "";
  }
  backend2.disposeData(exceptionValues.dataId);
  if (exceptionMessage) {
    backend2.disposeData(output2.dataId);
    throw new Error(exceptionMessage);
  }
  return output2;
}
__name(sparseSegmentReduction, "sparseSegmentReduction");

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/SparseSegmentMean.js
function sparseSegmentMean(args) {
  return sparseSegmentReduction(args, true);
}
__name(sparseSegmentMean, "sparseSegmentMean");
var sparseSegmentMeanConfig = {
  kernelName: SparseSegmentMean,
  backendName: "wasm",
  setupFunc: setup67,
  kernelFunc: sparseSegmentMean
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/SparseSegmentSum.js
function sparseSegmentSum(args) {
  return sparseSegmentReduction(args, false);
}
__name(sparseSegmentSum, "sparseSegmentSum");
var sparseSegmentSumConfig = {
  kernelName: SparseSegmentSum,
  backendName: "wasm",
  setupFunc: setup67,
  kernelFunc: sparseSegmentSum
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/SparseToDense.js
var wasmSparseToDense;
function setup68(backend2) {
  wasmSparseToDense = backend2.wasm.cwrap(SparseToDense, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "array",
    "number",
    "number"
    // outId
  ]);
}
__name(setup68, "setup");
function sparseToDense(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { sparseIndices, sparseValues, defaultValue } = inputs;
  const { outputShape } = attrs;
  const out = backend2.makeOutput(outputShape, defaultValue.dtype);
  if (util_exports.sizeFromShape(outputShape) === 0) {
    return out;
  }
  const { sliceRank, numUpdates, sliceSize, strides, outputSize } = backend_util_exports.calculateShapes(sparseValues, sparseIndices, outputShape);
  const sparseIndicesId = backend2.dataIdMap.get(sparseIndices.dataId).id;
  const sparseValuesId = backend2.dataIdMap.get(sparseValues.dataId).id;
  const defaultValueId = backend2.dataIdMap.get(defaultValue.dataId).id;
  const stridesBytes = new Uint8Array(new Int32Array(strides).buffer);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmSparseToDense(sparseIndicesId, sparseValuesId, sparseValues.shape.length, defaultValueId, CppDType[defaultValue.dtype], sliceRank, numUpdates, sliceSize, stridesBytes, outputSize, outId);
  return out;
}
__name(sparseToDense, "sparseToDense");
var sparseToDenseConfig = {
  kernelName: SparseToDense,
  backendName: "wasm",
  setupFunc: setup68,
  kernelFunc: sparseToDense
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/SplitV.js
function splitV(args) {
  const { inputs, attrs, backend: backend2 } = args;
  const { x } = inputs;
  const { numOrSizeSplits, axis: axis2 } = attrs;
  const $axis = util_exports.parseAxisParam(axis2, x.shape)[0];
  const splitSizes = backend_util_exports.prepareSplitSize(x, numOrSizeSplits, $axis);
  const begin = new Array(x.shape.length).fill(0);
  const size = x.shape.slice();
  return splitSizes.map((s) => {
    const xSliceSize = [...size];
    xSliceSize[$axis] = s;
    const xSlice = slice2({ inputs: { x }, attrs: { begin, size: xSliceSize }, backend: backend2 });
    begin[$axis] += s;
    return xSlice;
  });
}
__name(splitV, "splitV");
var splitVConfig = {
  kernelName: SplitV,
  backendName: "wasm",
  kernelFunc: splitV
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Sqrt.js
var sqrtConfig = createUnaryKernelConfig(Sqrt);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Square.js
var squareConfig = createUnaryKernelConfig(Square);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/SquaredDifference.js
var supportsFullBroadcast18 = true;
var squaredDifferenceConfig = createBinaryKernelConfig(SquaredDifference, supportsFullBroadcast18);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Step.js
var wasmStep;
function setup69(backend2) {
  wasmStep = backend2.wasm.cwrap(Step, null, [
    "number",
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup69, "setup");
function step2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { alpha } = attrs;
  const { x } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const out = backend2.makeOutput(x.shape, x.dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmStep(xId, alpha, CppDType[x.dtype], outId);
  return out;
}
__name(step2, "step");
var stepConfig = {
  kernelName: Step,
  backendName: "wasm",
  setupFunc: setup69,
  kernelFunc: step2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/StridedSlice.js
var wasmStridedSlice;
function setup70(backend2) {
  wasmStridedSlice = backend2.wasm.cwrap(StridedSlice, null, [
    "number",
    "array",
    "number",
    "array",
    "array",
    "array",
    "array",
    "array",
    "number",
    "number"
    // outId
  ]);
}
__name(setup70, "setup");
function stridedSlice2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { x } = inputs;
  const { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask } = attrs;
  const { finalShapeSparse, finalShape, isIdentity, sliceDim0, isSimpleSlice, begin: $begin, end: $end, strides: $strides } = slice_util_exports.sliceInfo(x.shape, begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask);
  let result;
  if (isIdentity) {
    result = reshape2({ inputs: { x }, backend: backend2, attrs: { shape: finalShape } });
  } else if (sliceDim0 || isSimpleSlice) {
    util_exports.assert(x.shape.length >= 1, () => `Input must have rank at least 1, got: ${x.shape.length}`);
    const size = slice_util_exports.computeOutShape($begin, $end, $strides);
    const sliced = slice2({ inputs: { x }, backend: backend2, attrs: { begin: $begin, size } });
    result = reshape2({ inputs: { x: sliced }, backend: backend2, attrs: { shape: finalShape } });
    backend2.disposeData(sliced.dataId);
  } else {
    const out = backend2.makeOutput(finalShapeSparse, "float32");
    const xId = backend2.dataIdMap.get(x.dataId).id;
    const xStridesBytes = new Uint8Array(new Int32Array(util_exports.computeStrides(x.shape)).buffer);
    const beginBytes = new Uint8Array(new Int32Array($begin).buffer);
    const endBytes = new Uint8Array(new Int32Array($end).buffer);
    const stridesBytes = new Uint8Array(new Int32Array($strides).buffer);
    const outputShapeBytes = new Uint8Array(new Int32Array(finalShapeSparse).buffer);
    const outStridesBytes = new Uint8Array(new Int32Array(util_exports.computeStrides(finalShapeSparse)).buffer);
    const outId = backend2.dataIdMap.get(out.dataId).id;
    wasmStridedSlice(xId, xStridesBytes, x.shape.length, beginBytes, endBytes, stridesBytes, outputShapeBytes, outStridesBytes, finalShapeSparse.length, outId);
    result = reshape2({ inputs: { x: out }, backend: backend2, attrs: { shape: finalShape } });
    backend2.disposeData(out.dataId);
  }
  return result;
}
__name(stridedSlice2, "stridedSlice");
var stridedSliceConfig = {
  kernelName: StridedSlice,
  backendName: "wasm",
  setupFunc: setup70,
  kernelFunc: stridedSlice2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/StringNGrams.js
function stringNGrams(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { data, dataSplits } = inputs;
  const { separator, nGramWidths, leftPad, rightPad, padWidth, preserveShortSequences } = attrs;
  const $data = backend2.readSync(data.dataId);
  const $dataSplits = backend2.readSync(dataSplits.dataId);
  const [nGrams, nGramsSplits] = stringNGramsImpl($data, $dataSplits, separator, nGramWidths, leftPad, rightPad, padWidth, preserveShortSequences);
  const nGramsOut = backend2.makeOutput([nGrams.length], "string");
  const nGramsOutData = backend2.dataIdMap.get(nGramsOut.dataId);
  nGramsOutData.stringBytes = nGrams;
  const nGramsSplitsOut = backend2.makeOutput(dataSplits.shape, "int32");
  const nGramsSplitsOutVals = backend2.typedArrayFromHeap(nGramsSplitsOut);
  nGramsSplitsOutVals.set(nGramsSplits);
  return [nGramsOut, nGramsSplitsOut];
}
__name(stringNGrams, "stringNGrams");
var stringNGramsConfig = {
  kernelName: StringNGrams,
  backendName: "wasm",
  kernelFunc: stringNGrams
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/StringSplit.js
function stringSplit(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { input: input2, delimiter } = inputs;
  const { skipEmpty } = attrs;
  const inputVals = backend2.readSync(input2.dataId);
  const delimiterVals = backend2.readSync(delimiter.dataId);
  const [indices, values, shape] = stringSplitImpl(inputVals, delimiterVals[0], skipEmpty);
  const outputSize = values.length;
  const indicesOut = backend2.makeOutput([outputSize, 2], "int32");
  const indicesOutVals = backend2.typedArrayFromHeap(indicesOut);
  indicesOutVals.set(indices);
  const valuesOut = backend2.makeOutput([outputSize], "string");
  const valuesOutData = backend2.dataIdMap.get(valuesOut.dataId);
  valuesOutData.stringBytes = values;
  const shapeOut = backend2.makeOutput([2], "int32");
  const shapeOutVals = backend2.typedArrayFromHeap(shapeOut);
  shapeOutVals.set(shape);
  return [indicesOut, valuesOut, shapeOut];
}
__name(stringSplit, "stringSplit");
var stringSplitConfig = {
  kernelName: StringSplit,
  backendName: "wasm",
  kernelFunc: stringSplit
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/StringToHashBucketFast.js
function stringToHashBucketFast(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { input: input2 } = inputs;
  const { numBuckets } = attrs;
  const inputVals = backend2.readSync(input2.dataId);
  const values = stringToHashBucketFastImpl(inputVals, numBuckets);
  const out = backend2.makeOutput(input2.shape, "int32");
  const outVals = backend2.typedArrayFromHeap(out);
  outVals.set(values);
  return out;
}
__name(stringToHashBucketFast, "stringToHashBucketFast");
var stringToHashBucketFastConfig = {
  kernelName: StringToHashBucketFast,
  backendName: "wasm",
  kernelFunc: stringToHashBucketFast
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Sub.js
var supportsFullBroadcast19 = true;
var subConfig = createBinaryKernelConfig(Sub, supportsFullBroadcast19);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Sum.js
var wasmSum;
function setup71(backend2) {
  wasmSum = backend2.wasm.cwrap(Sum, null, [
    "number",
    "number",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup71, "setup");
function sum2(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { axis: axis2, keepDims } = attrs;
  const { x } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  let inputId = xId;
  let input2 = x;
  const { transposed, axes, originalAxes, inputWasTransposed } = permuteAxesAndTranspose(x, axis2, backend2);
  let reductionAxes = axes;
  if (inputWasTransposed) {
    const transposedId = backend2.dataIdMap.get(transposed.dataId).id;
    if (transposedId !== xId) {
      input2 = transposed;
      inputId = transposedId;
      reductionAxes = backend_util_exports.getInnerMostAxes(reductionAxes.length, input2.shape.length);
    }
  }
  backend_util_exports.assertAxesAreInnerMostDims("sum", reductionAxes, input2.shape.length);
  const [outShape, reduceShape] = backend_util_exports.computeOutAndReduceShapes(input2.shape, reductionAxes);
  const reduceSize = util_exports.sizeFromShape(reduceShape);
  const out = backend2.makeOutput(outShape, input2.dtype);
  if (util_exports.sizeFromShape(input2.shape) !== 0) {
    const outId = backend2.dataIdMap.get(out.dataId).id;
    wasmSum(inputId, reduceSize, CppDType[out.dtype], outId);
  }
  if (inputWasTransposed) {
    backend2.disposeData(transposed.dataId);
  }
  if (keepDims) {
    const newShape = backend_util_exports.expandShapeToKeepDim(out.shape, originalAxes);
    out.shape = newShape;
  }
  return out;
}
__name(sum2, "sum");
var sumConfig = {
  kernelName: Sum,
  backendName: "wasm",
  setupFunc: setup71,
  kernelFunc: sum2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Tan.js
var tanConfig = createUnaryKernelConfig(Tan);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Tanh.js
var tanhConfig = createUnaryKernelConfig(Tanh);

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/TensorScatterUpdate.js
var wasmTensorScatterUpdate;
function setup72(backend2) {
  wasmTensorScatterUpdate = backend2.wasm.cwrap(TensorScatterUpdate, null, [
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "array",
    "number",
    "number",
    "number"
    // tensorId
  ]);
}
__name(setup72, "setup");
function tensorScatterUpdate(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { tensor: tensor2, indices, updates } = inputs;
  const {} = attrs;
  const out = backend2.makeOutput(tensor2.shape, tensor2.dtype);
  if (util_exports.sizeFromShape(tensor2.shape) === 0) {
    return out;
  }
  const { sliceRank, numUpdates, sliceSize, strides, outputSize } = scatter_nd_util_exports.calculateShapes(updates, indices, tensor2.shape);
  const indicesData = backend2.dataIdMap.get(indices.dataId);
  const indicesId = indicesData.id;
  const updatesData = backend2.dataIdMap.get(updates.dataId);
  const updatesId = updatesData.id;
  const tensorData = backend2.dataIdMap.get(tensor2.dataId);
  const tensorId = tensorData.id;
  const stridesBytes = new Uint8Array(new Int32Array(strides).buffer);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmTensorScatterUpdate(indicesId, updatesId, CppDType[updates.dtype], sliceRank, numUpdates, sliceSize, stridesBytes, outputSize, outId, tensorId);
  return out;
}
__name(tensorScatterUpdate, "tensorScatterUpdate");
var tensorScatterUpdateConfig = {
  kernelName: TensorScatterUpdate,
  backendName: "wasm",
  setupFunc: setup72,
  kernelFunc: tensorScatterUpdate
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Tile.js
var wasmTile;
function setup73(backend2) {
  wasmTile = backend2.wasm.cwrap(Tile, null, [
    "number",
    "array",
    "number",
    "array",
    "number",
    "number"
    // out_id
  ]);
}
__name(setup73, "setup");
function tile2(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { x } = inputs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const { reps } = attrs;
  const newShape = new Array(x.shape.length);
  for (let i = 0; i < newShape.length; i++) {
    newShape[i] = x.shape[i] * reps[i];
  }
  const xShapeBytes = new Uint8Array(new Int32Array(x.shape).buffer);
  const newShapeBytes = new Uint8Array(new Int32Array(newShape).buffer);
  const out = backend2.makeOutput(newShape, x.dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  wasmTile(xId, xShapeBytes, x.shape.length, newShapeBytes, newShape.length, CppDType[out.dtype], outId);
  return out;
}
__name(tile2, "tile");
var tileConfig = {
  kernelName: Tile,
  backendName: "wasm",
  setupFunc: setup73,
  kernelFunc: tile2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/TopK.js
var wasmTopK;
function setup74(backend2) {
  wasmTopK = backend2.wasm.cwrap(TopK, null, [
    "number",
    "array",
    "number",
    "number",
    "number",
    "bool",
    "number",
    "number"
    // outIndicesId
  ]);
}
__name(setup74, "setup");
var topk2 = /* @__PURE__ */ __name(({ inputs, backend: backend2, attrs }) => {
  const { x } = inputs;
  const { k, sorted } = attrs;
  const xId = backend2.dataIdMap.get(x.dataId).id;
  const xShapeBytes = new Uint8Array(new Int32Array(x.shape).buffer);
  const outputShape = x.shape.slice();
  outputShape[outputShape.length - 1] = k;
  const outValues = backend2.makeOutput(outputShape, x.dtype);
  const outValuesId = backend2.dataIdMap.get(outValues.dataId).id;
  const outIndices = backend2.makeOutput(outputShape, "int32");
  const outIndicesId = backend2.dataIdMap.get(outIndices.dataId).id;
  wasmTopK(xId, xShapeBytes, x.shape.length, CppDType[x.dtype], k, sorted, outValuesId, outIndicesId);
  return [outValues, outIndices];
}, "topk");
var topKConfig = {
  kernelName: TopK,
  backendName: "wasm",
  setupFunc: setup74,
  kernelFunc: topk2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Transform.js
var wasmTransform;
function setup75(backend2) {
  wasmTransform = backend2.wasm.cwrap(Transform, null, [
    "number",
    "number",
    "bool",
    "number",
    "number",
    "number",
    "number",
    "number",
    "number",
    "array",
    "number",
    "array",
    "number",
    "number",
    "number",
    "number",
    "number"
    // outId
  ]);
}
__name(setup75, "setup");
function transform(args) {
  const { backend: backend2, inputs, attrs } = args;
  const { image, transforms } = inputs;
  const { interpolation, fillMode, fillValue, outputShape } = attrs;
  const [batch, imageHeight, imageWidth, numChannels] = image.shape;
  const [outHeight, outWidth] = outputShape != null ? outputShape : [imageHeight, imageWidth];
  const outShape = [
    batch,
    outHeight,
    outWidth,
    numChannels
  ];
  const inputStrides = new Uint8Array(new Int32Array(util_exports.computeStrides(image.shape)).buffer);
  const outputStrides = new Uint8Array(new Int32Array(util_exports.computeStrides(outShape)).buffer);
  const out = backend2.makeOutput(outShape, image.dtype);
  const outId = backend2.dataIdMap.get(out.dataId).id;
  const imageData = backend2.dataIdMap.get(image.dataId);
  const imageId = imageData.id;
  const transformsData = backend2.dataIdMap.get(transforms.dataId);
  const transformsId = transformsData.id;
  const interpolationModeId = interpolation === "nearest" ? 1 : 2;
  let fillModeId;
  switch (fillMode) {
    case "constant":
      fillModeId = 1;
      break;
    case "reflect":
      fillModeId = 2;
      break;
    case "wrap":
      fillModeId = 3;
      break;
    case "nearest":
      fillModeId = 4;
      break;
    default:
      fillModeId = 1;
      break;
  }
  wasmTransform(imageId, transformsId, transforms.shape[0] > 1, batch, outHeight, outWidth, numChannels, imageWidth, imageHeight, inputStrides, image.shape.length - 1, outputStrides, outShape.length - 1, interpolationModeId, fillModeId, fillValue, outId);
  return out;
}
__name(transform, "transform");
var transformConfig = {
  kernelName: Transform,
  backendName: "wasm",
  setupFunc: setup75,
  kernelFunc: transform
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Unique.js
function unique2(args) {
  const { inputs, attrs, backend: backend2 } = args;
  const { axis: axis2 } = attrs;
  const { x } = inputs;
  const { outputValues, outputShape, indices } = uniqueImpl(backend2.readSync(x.dataId), axis2, x.shape, x.dtype);
  return [
    backend2.makeOutput(
      outputShape,
      x.dtype,
      /*memoryOffset=*/
      void 0,
      outputValues
    ),
    backend2.makeOutput(
      [indices.length],
      "int32",
      /*memoryOffset=*/
      void 0,
      indices
    )
  ];
}
__name(unique2, "unique");
var uniqueConfig = {
  kernelName: Unique,
  backendName: "wasm",
  kernelFunc: unique2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/Unpack.js
function unpack(args) {
  const { inputs, backend: backend2, attrs } = args;
  const { value } = inputs;
  let { axis: axis2 } = attrs;
  if (axis2 < 0) {
    axis2 += value.shape.length;
  }
  const numOutputs = value.shape[axis2];
  const rank = value.shape.length;
  const outShape = new Array(rank - 1);
  let outIndex = 0;
  for (let i = 0; i < rank; i++) {
    if (i !== axis2) {
      outShape[outIndex++] = value.shape[i];
    }
  }
  const outs = new Array(numOutputs);
  const begin = new Array(rank).fill(0);
  const size = value.shape.slice();
  size[axis2] = 1;
  for (let i = 0; i < outs.length; i++) {
    begin[axis2] = i;
    outs[i] = slice2({ inputs: { x: value }, attrs: { begin, size }, backend: backend2 });
  }
  return outs.map(({ dataId, dtype }) => ({ dataId, dtype, shape: outShape }));
}
__name(unpack, "unpack");
var unpackConfig = {
  kernelName: Unpack,
  backendName: "wasm",
  kernelFunc: unpack
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels/ZerosLike.js
function zerosLike2(args) {
  const { inputs: { x }, backend: backend2 } = args;
  const out = backend2.makeOutput(x.shape, x.dtype);
  const outVals = backend2.typedArrayFromHeap(out);
  outVals.fill(0);
  return out;
}
__name(zerosLike2, "zerosLike");
var zerosLikeConfig = {
  kernelName: ZerosLike,
  backendName: "wasm",
  kernelFunc: zerosLike2
};

// node_modules/@tensorflow/tfjs-backend-wasm/dist/register_all_kernels.js
var kernelConfigs = [
  _fusedMatMulConfig,
  absConfig,
  acosConfig,
  acoshConfig,
  addConfig,
  addNConfig,
  allConfig,
  anyConfig,
  argMaxConfig,
  argMinConfig,
  asinConfig,
  asinhConfig,
  atanConfig,
  atan2Config,
  atanhConfig,
  avgPoolConfig,
  avgPoolGradConfig,
  avgPool3DConfig,
  avgPool3DGradConfig,
  batchMatMulConfig,
  batchToSpaceNDConfig,
  bincountConfig,
  bitwiseAndConfig,
  broadcastArgsConfig,
  castConfig,
  ceilConfig,
  clipByValueConfig,
  concatConfig,
  conv2DConfig,
  conv2DBackpropInputConfig,
  conv3DConfig,
  conv3DBackpropFilterV2Config,
  conv3DBackpropInputV2Config,
  cosConfig,
  coshConfig,
  cropAndResizeConfig,
  cumprodConfig,
  cumsumConfig,
  denseBincountConfig,
  depthToSpaceConfig,
  depthwiseConv2dNativeConfig,
  diagConfig,
  dilation2DConfig,
  dilation2DBackpropFilterConfig,
  dilation2DBackpropInputConfig,
  eluConfig,
  eluGradConfig,
  equalConfig,
  erfConfig,
  expConfig,
  expandDimsConfig,
  expm1Config,
  fillConfig,
  flipLeftRightConfig,
  floorConfig,
  floorDivConfig,
  fusedBatchNormConfig,
  fusedConv2DConfig,
  fusedDepthwiseConv2DConfig,
  gatherNdConfig,
  gatherV2Config,
  greaterConfig,
  greaterEqualConfig,
  identityConfig,
  isFiniteConfig,
  isInfConfig,
  isNaNConfig,
  leakyReluConfig,
  lessConfig,
  lessEqualConfig,
  linSpaceConfig,
  log1pConfig,
  logConfig,
  logicalAndConfig,
  logicalNotConfig,
  logicalOrConfig,
  logicalXorConfig,
  lrnConfig,
  lrnGradConfig,
  maxConfig,
  maximumConfig,
  maxPoolConfig,
  maxPool3DConfig,
  maxPool3DGradConfig,
  maxPoolGradConfig,
  maxPoolWithArgmaxConfig,
  meanConfig,
  minConfig,
  minimumConfig,
  mirrorPadConfig,
  multinomialConfig,
  modConfig,
  multiplyConfig,
  negConfig,
  nonMaxSuppressionV3Config,
  nonMaxSuppressionV4Config,
  nonMaxSuppressionV5Config,
  notEqualConfig,
  oneHotConfig,
  onesLikeConfig,
  packConfig,
  padV2Config,
  powConfig,
  preluConfig,
  prodConfig,
  rangeConfig,
  realDivConfig,
  reciprocalConfig,
  reluConfig,
  relu6Config,
  reshapeConfig,
  resizeBilinearConfig,
  resizeBilinearGradConfig,
  resizeNearestNeighborConfig,
  resizeNearestNeighborGradConfig,
  reverseConfig,
  rotateWithOffsetConfig,
  roundConfig,
  rsqrtConfig,
  scatterNdConfig,
  searchSortedConfig,
  selectConfig,
  seluConfig,
  sigmoidConfig,
  signConfig,
  sinConfig,
  sinhConfig,
  sliceConfig,
  softmaxConfig,
  softplusConfig,
  spaceToBatchNDConfig,
  sparseFillEmptyRowsConfig,
  sparseReshapeConfig,
  sparseSegmentMeanConfig,
  sparseSegmentSumConfig,
  sparseToDenseConfig,
  splitVConfig,
  sqrtConfig,
  squareConfig,
  squaredDifferenceConfig,
  stepConfig,
  stridedSliceConfig,
  stringNGramsConfig,
  stringSplitConfig,
  stringToHashBucketFastConfig,
  subConfig,
  sumConfig,
  tanConfig,
  tanhConfig,
  tensorScatterUpdateConfig,
  tileConfig,
  topKConfig,
  transformConfig,
  transposeConfig,
  uniqueConfig,
  unpackConfig,
  zerosLikeConfig
];
for (const kernelConfig of kernelConfigs) {
  registerKernel(kernelConfig);
}

// node_modules/@tensorflow/tfjs-backend-wasm/dist/flags_wasm.js
var ENV = env();
ENV.registerFlag("WASM_HAS_SIMD_SUPPORT", async () => {
  try {
    return WebAssembly.validate(new Uint8Array([
      0,
      97,
      115,
      109,
      1,
      0,
      0,
      0,
      1,
      4,
      1,
      96,
      0,
      0,
      3,
      2,
      1,
      0,
      10,
      9,
      1,
      7,
      0,
      65,
      0,
      253,
      15,
      26,
      11
    ]));
  } catch (e) {
    return false;
  }
});
ENV.registerFlag("WASM_HAS_MULTITHREAD_SUPPORT", async () => {
  if (ENV.get("IS_NODE")) {
    return false;
  }
  try {
    new MessageChannel().port1.postMessage(new SharedArrayBuffer(1));
    return WebAssembly.validate(new Uint8Array([
      0,
      97,
      115,
      109,
      1,
      0,
      0,
      0,
      1,
      4,
      1,
      96,
      0,
      0,
      3,
      2,
      1,
      0,
      5,
      4,
      1,
      3,
      1,
      1,
      10,
      11,
      1,
      9,
      0,
      65,
      0,
      254,
      16,
      2,
      0,
      26,
      11
    ]));
  } catch (e) {
    return false;
  }
});

// node_modules/@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js
var wasmFactoryThreadedSimd_import = __toESM(require_tfjs_backend_wasm_threaded_simd());
var import_tfjs_backend_wasm_threaded_simd_worker = __toESM(require_tfjs_backend_wasm_threaded_simd_worker());
var wasmFactory_import = __toESM(require_tfjs_backend_wasm());
var wasmFactoryThreadedSimd = wasmFactoryThreadedSimd_import.default || wasmFactoryThreadedSimd_import;
var wasmFactory = wasmFactory_import.default || wasmFactory_import;
var BackendWasm = class extends KernelBackend {
  static {
    __name(this, "BackendWasm");
  }
  constructor(wasm) {
    super();
    this.wasm = wasm;
    this.dataIdNextNumber = 1;
    this.wasm.tfjs.initWithThreadsCount(threadsCount);
    actualThreadsCount = this.wasm.tfjs.getThreadsCount();
    this.dataIdMap = new DataStorage(this, engine());
  }
  write(values, shape, dtype) {
    const dataId = { id: this.dataIdNextNumber++ };
    this.move(dataId, values, shape, dtype, 1);
    return dataId;
  }
  numDataIds() {
    return this.dataIdMap.numDataIds();
  }
  async time(f) {
    const start = util_exports.now();
    f();
    const kernelMs = util_exports.now() - start;
    return { kernelMs };
  }
  move(dataId, values, shape, dtype, refCount) {
    const id = this.dataIdNextNumber++;
    if (dtype === "string") {
      const stringBytes = values;
      this.dataIdMap.set(dataId, { id, stringBytes, shape, dtype, memoryOffset: null, refCount });
      return;
    }
    const size = util_exports.sizeFromShape(shape);
    const numBytes = size * util_exports.bytesPerElement(dtype);
    const memoryOffset = this.wasm._malloc(numBytes) >>> 0;
    this.dataIdMap.set(dataId, { id, memoryOffset, shape, dtype, refCount });
    this.wasm.tfjs.registerTensor(id, size, memoryOffset);
    if (values != null) {
      this.wasm.HEAPU8.set(new Uint8Array(values.buffer, values.byteOffset, numBytes), memoryOffset);
    }
  }
  async read(dataId) {
    return this.readSync(dataId);
  }
  readSync(dataId, start, end) {
    const { memoryOffset, dtype, shape, stringBytes } = this.dataIdMap.get(dataId);
    if (dtype === "string") {
      if ((start == null || start === 0) && (end == null || end >= stringBytes.length)) {
        return stringBytes;
      }
      return stringBytes.slice(start, end);
    }
    start = start || 0;
    end = end || util_exports.sizeFromShape(shape);
    const bytesPerElement = util_exports.bytesPerElement(dtype);
    const bytes = this.wasm.HEAPU8.slice(memoryOffset + start * bytesPerElement, memoryOffset + end * bytesPerElement);
    return typedArrayFromBuffer(bytes.buffer, dtype);
  }
  /**
   * Dispose the memory if the dataId has 0 refCount. Return true if the memory
   * is released, false otherwise.
   * @param dataId
   * @oaram force Optional, remove the data regardless of refCount
   */
  disposeData(dataId, force = false) {
    if (this.dataIdMap.has(dataId)) {
      const data = this.dataIdMap.get(dataId);
      data.refCount--;
      if (!force && data.refCount > 0) {
        return false;
      }
      this.wasm._free(data.memoryOffset);
      this.wasm.tfjs.disposeData(data.id);
      this.dataIdMap.delete(dataId);
    }
    return true;
  }
  /** Return refCount of a `TensorData`. */
  refCount(dataId) {
    if (this.dataIdMap.has(dataId)) {
      const tensorData = this.dataIdMap.get(dataId);
      return tensorData.refCount;
    }
    return 0;
  }
  incRef(dataId) {
    const data = this.dataIdMap.get(dataId);
    if (data != null) {
      data.refCount++;
    }
  }
  floatPrecision() {
    return 32;
  }
  // Returns the memory offset of a tensor. Useful for debugging and unit
  // testing.
  getMemoryOffset(dataId) {
    return this.dataIdMap.get(dataId).memoryOffset;
  }
  dispose() {
    this.wasm.tfjs.dispose();
    if ("PThread" in this.wasm) {
      this.wasm.PThread.terminateAllThreads();
    }
    this.wasm = null;
  }
  memory() {
    return { unreliable: false };
  }
  /**
   * Make a tensor info for the output of an op. If `memoryOffset` is not
   * present, this method allocates memory on the WASM heap. If `memoryOffset`
   * is present, the memory was allocated elsewhere (in c++) and we just record
   * the pointer where that memory lives.
   */
  makeOutput(shape, dtype, memoryOffset, values) {
    let dataId;
    if (memoryOffset == null) {
      dataId = this.write(values !== null && values !== void 0 ? values : null, shape, dtype);
    } else {
      const id = this.dataIdNextNumber++;
      dataId = { id };
      this.dataIdMap.set(dataId, { id, memoryOffset, shape, dtype, refCount: 1 });
      const size = util_exports.sizeFromShape(shape);
      this.wasm.tfjs.registerTensor(id, size, memoryOffset);
    }
    return { dataId, shape, dtype };
  }
  typedArrayFromHeap({ shape, dtype, dataId }) {
    const buffer = this.wasm.HEAPU8.buffer;
    const { memoryOffset } = this.dataIdMap.get(dataId);
    const size = util_exports.sizeFromShape(shape);
    switch (dtype) {
      case "float32":
        return new Float32Array(buffer, memoryOffset, size);
      case "int32":
        return new Int32Array(buffer, memoryOffset, size);
      case "bool":
        return new Uint8Array(buffer, memoryOffset, size);
      default:
        throw new Error(`Unknown dtype ${dtype}`);
    }
  }
};
function createInstantiateWasmFunc(path) {
  return (imports, callback) => {
    util_exports.fetch(path, { credentials: "same-origin" }).then((response) => {
      if (!response["ok"]) {
        imports.env.a(`failed to load wasm binary file at '${path}'`);
      }
      response.arrayBuffer().then((binary) => {
        WebAssembly.instantiate(binary, imports).then((output2) => {
          callback(output2.instance, output2.module);
        });
      });
    });
    return {};
  };
}
__name(createInstantiateWasmFunc, "createInstantiateWasmFunc");
function getPathToWasmBinary(simdSupported, threadsSupported, wasmModuleFolder) {
  if (wasmPath != null) {
    return wasmPath;
  }
  let path = "tfjs-backend-wasm.wasm";
  if (simdSupported && threadsSupported) {
    path = "tfjs-backend-wasm-threaded-simd.wasm";
  } else if (simdSupported) {
    path = "tfjs-backend-wasm-simd.wasm";
  }
  if (wasmFileMap != null) {
    if (wasmFileMap[path] != null) {
      return wasmFileMap[path];
    }
  }
  return wasmModuleFolder + path;
}
__name(getPathToWasmBinary, "getPathToWasmBinary");
async function init() {
  const [simdSupported, threadsSupported] = await Promise.all([
    env().getAsync("WASM_HAS_SIMD_SUPPORT"),
    env().getAsync("WASM_HAS_MULTITHREAD_SUPPORT")
  ]);
  return new Promise((resolve, reject) => {
    const factoryConfig = {};
    factoryConfig.locateFile = (path, prefix) => {
      if (path.endsWith(".worker.js")) {
        const response = import_tfjs_backend_wasm_threaded_simd_worker.wasmWorkerContents.replace(/\n/g, "\\n");
        const blob = new Blob([response], { type: "application/javascript" });
        return URL.createObjectURL(blob);
      }
      if (path.endsWith(".wasm")) {
        return getPathToWasmBinary(simdSupported, threadsSupported, wasmPathPrefix != null ? wasmPathPrefix : prefix);
      }
      return prefix + path;
    };
    if (customFetch) {
      factoryConfig.instantiateWasm = createInstantiateWasmFunc(getPathToWasmBinary(simdSupported, threadsSupported, wasmPathPrefix != null ? wasmPathPrefix : ""));
    }
    let initialized = false;
    factoryConfig.onAbort = () => {
      if (initialized) {
        return;
      }
      if (initAborted) {
        return;
      }
      initAborted = true;
      const rejectMsg = "Make sure the server can serve the `.wasm` file relative to the bundled js file. For more details see https://github.com/tensorflow/tfjs/blob/master/tfjs-backend-wasm/README.md#using-bundlers";
      reject({ message: rejectMsg });
    };
    let wasm;
    if (threadsSupported && simdSupported && wasmPath == null) {
      factoryConfig.mainScriptUrlOrBlob = new Blob([`var WasmBackendModuleThreadedSimd = ` + wasmFactoryThreadedSimd.toString()], { type: "text/javascript" });
      wasm = wasmFactoryThreadedSimd(factoryConfig);
    } else {
      wasm = wasmFactory(factoryConfig);
    }
    wasm.then((module) => {
      initialized = true;
      initAborted = false;
      const voidReturnType = null;
      module.tfjs = {
        init: module.cwrap("init", null, []),
        initWithThreadsCount: module.cwrap("init_with_threads_count", null, ["number"]),
        getThreadsCount: module.cwrap("get_threads_count", "number", []),
        registerTensor: module.cwrap("register_tensor", null, [
          "number",
          "number",
          "number"
          // memoryOffset
        ]),
        disposeData: module.cwrap("dispose_data", voidReturnType, ["number"]),
        dispose: module.cwrap("dispose", voidReturnType, [])
      };
      resolve({ wasm: module });
    }).catch(reject);
  });
}
__name(init, "init");
function typedArrayFromBuffer(buffer, dtype) {
  switch (dtype) {
    case "float32":
      return new Float32Array(buffer);
    case "int32":
      return new Int32Array(buffer);
    case "bool":
      return new Uint8Array(buffer);
    default:
      throw new Error(`Unknown dtype ${dtype}`);
  }
}
__name(typedArrayFromBuffer, "typedArrayFromBuffer");
var wasmBinaryNames = [
  "tfjs-backend-wasm.wasm",
  "tfjs-backend-wasm-simd.wasm",
  "tfjs-backend-wasm-threaded-simd.wasm"
];
var wasmPath = null;
var wasmPathPrefix = null;
var wasmFileMap = {};
var initAborted = false;
var customFetch = false;
function setWasmPaths(prefixOrFileMap, usePlatformFetch = false) {
  if (initAborted) {
    throw new Error("The WASM backend was already initialized. Make sure you call `setWasmPaths()` before you call `tf.setBackend()` or `tf.ready()`");
  }
  if (typeof prefixOrFileMap === "string") {
    wasmPathPrefix = prefixOrFileMap;
  } else {
    wasmFileMap = prefixOrFileMap;
    const missingPaths = wasmBinaryNames.filter((name) => wasmFileMap[name] == null);
    if (missingPaths.length > 0) {
      throw new Error(`There were no entries found for the following binaries: ${missingPaths.join(",")}. Please either call setWasmPaths with a map providing a path for each binary, or with a string indicating the directory where all the binaries can be found.`);
    }
  }
  customFetch = usePlatformFetch;
}
__name(setWasmPaths, "setWasmPaths");
var threadsCount = -1;
var actualThreadsCount = -1;

// node_modules/@tensorflow/tfjs-backend-wasm/dist/base.js
var WASM_PRIORITY = 2;
registerBackend("wasm", async () => {
  const { wasm } = await init();
  return new BackendWasm(wasm);
}, WASM_PRIORITY);

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/abs.js
getGlobalTensorClass().prototype.abs = function() {
  this.throwIfDisposed();
  return abs(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/acos.js
getGlobalTensorClass().prototype.acos = function() {
  this.throwIfDisposed();
  return acos(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/acosh.js
getGlobalTensorClass().prototype.acosh = function() {
  this.throwIfDisposed();
  return acosh(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/add.js
getGlobalTensorClass().prototype.add = function(b) {
  this.throwIfDisposed();
  return add(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/all.js
getGlobalTensorClass().prototype.all = function(axis2, keepDims) {
  this.throwIfDisposed();
  return all(this, axis2, keepDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/any.js
getGlobalTensorClass().prototype.any = function(axis2, keepDims) {
  this.throwIfDisposed();
  return any(this, axis2, keepDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/arg_max.js
getGlobalTensorClass().prototype.argMax = function(axis2) {
  this.throwIfDisposed();
  return argMax(this, axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/arg_min.js
getGlobalTensorClass().prototype.argMin = function(axis2) {
  this.throwIfDisposed();
  return argMin(this, axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/as_scalar.js
getGlobalTensorClass().prototype.asScalar = function() {
  this.throwIfDisposed();
  assert(this.size === 1, () => "The array must have only 1 element.");
  return reshape(this, []);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/as_type.js
getGlobalTensorClass().prototype.asType = function(dtype) {
  this.throwIfDisposed();
  return cast(this, dtype);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/as1d.js
getGlobalTensorClass().prototype.as1D = function() {
  this.throwIfDisposed();
  return reshape(this, [this.size]);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/as2d.js
getGlobalTensorClass().prototype.as2D = function(rows, columns) {
  this.throwIfDisposed();
  return reshape(this, [rows, columns]);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/as3d.js
getGlobalTensorClass().prototype.as3D = function(rows, columns, depth) {
  this.throwIfDisposed();
  return reshape(this, [rows, columns, depth]);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/as4d.js
getGlobalTensorClass().prototype.as4D = function(rows, columns, depth, depth2) {
  this.throwIfDisposed();
  return reshape(this, [rows, columns, depth, depth2]);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/as5d.js
getGlobalTensorClass().prototype.as5D = function(rows, columns, depth, depth2, depth3) {
  this.throwIfDisposed();
  return reshape(this, [rows, columns, depth, depth2, depth3]);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/asin.js
getGlobalTensorClass().prototype.asin = function() {
  this.throwIfDisposed();
  return asin(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/asinh.js
getGlobalTensorClass().prototype.asinh = function() {
  this.throwIfDisposed();
  return asinh(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/atan.js
getGlobalTensorClass().prototype.atan = function() {
  this.throwIfDisposed();
  return atan(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/atan2.js
getGlobalTensorClass().prototype.atan2 = function(b) {
  this.throwIfDisposed();
  return atan2(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/atanh.js
getGlobalTensorClass().prototype.atanh = function() {
  this.throwIfDisposed();
  return atanh(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/avg_pool.js
getGlobalTensorClass().prototype.avgPool = function(filterSize, strides, pad3, dimRoundingMode) {
  this.throwIfDisposed();
  return avgPool(this, filterSize, strides, pad3, dimRoundingMode);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/batch_to_space_nd.js
getGlobalTensorClass().prototype.batchToSpaceND = function(blockShape, crops) {
  this.throwIfDisposed();
  return batchToSpaceND(this, blockShape, crops);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/batchnorm.js
getGlobalTensorClass().prototype.batchNorm = function(mean3, variance, offset, scale, varianceEpsilon) {
  this.throwIfDisposed();
  return batchNorm(this, mean3, variance, offset, scale, varianceEpsilon);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/broadcast_to.js
getGlobalTensorClass().prototype.broadcastTo = function(shape) {
  this.throwIfDisposed();
  return broadcastTo(this, shape);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/cast.js
getGlobalTensorClass().prototype.cast = function(dtype) {
  this.throwIfDisposed();
  return cast(this, dtype);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/ceil.js
getGlobalTensorClass().prototype.ceil = function() {
  this.throwIfDisposed();
  return ceil(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/clip_by_value.js
getGlobalTensorClass().prototype.clipByValue = function(min3, max3) {
  this.throwIfDisposed();
  return clipByValue(this, min3, max3);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/concat.js
getGlobalTensorClass().prototype.concat = function(x, axis2) {
  this.throwIfDisposed();
  if (x instanceof Tensor) {
    x = [x];
  }
  return concat([this, ...x], axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/conv1d.js
getGlobalTensorClass().prototype.conv1d = function(filter, stride, pad3, dataFormat, dilation, dimRoundingMode) {
  this.throwIfDisposed();
  return conv1d(this, filter, stride, pad3, dataFormat, dilation, dimRoundingMode);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/conv2d_transpose.js
getGlobalTensorClass().prototype.conv2dTranspose = function(filter, outputShape, strides, pad3, dimRoundingMode) {
  this.throwIfDisposed();
  return conv2dTranspose(this, filter, outputShape, strides, pad3, dimRoundingMode);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/conv2d.js
getGlobalTensorClass().prototype.conv2d = function(filter, strides, pad3, dataFormat, dilations, dimRoundingMode) {
  this.throwIfDisposed();
  return conv2d(this, filter, strides, pad3, dataFormat, dilations, dimRoundingMode);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/cos.js
getGlobalTensorClass().prototype.cos = function() {
  this.throwIfDisposed();
  return cos(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/cosh.js
getGlobalTensorClass().prototype.cosh = function() {
  this.throwIfDisposed();
  return cosh(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/cumprod.js
getGlobalTensorClass().prototype.cumprod = function(axis2, exclusive, reverse3) {
  this.throwIfDisposed();
  return cumprod(this, axis2, exclusive, reverse3);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/cumsum.js
getGlobalTensorClass().prototype.cumsum = function(axis2, exclusive, reverse3) {
  this.throwIfDisposed();
  return cumsum(this, axis2, exclusive, reverse3);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/depth_to_space.js
getGlobalTensorClass().prototype.depthToSpace = function(blockSize, dataFormat) {
  this.throwIfDisposed();
  return depthToSpace(this, blockSize, dataFormat);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/depthwise_conv2d.js
getGlobalTensorClass().prototype.depthwiseConv2d = function(filter, strides, pad3, dataFormat, dilations, dimRoundingMode) {
  this.throwIfDisposed();
  return depthwiseConv2d(this, filter, strides, pad3, dataFormat, dilations, dimRoundingMode);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/dilation2d.js
getGlobalTensorClass().prototype.dilation2d = function(filter, strides, pad3, dilations, dataFormat) {
  this.throwIfDisposed();
  return dilation2d(this, filter, strides, pad3, dilations, dataFormat);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/div_no_nan.js
getGlobalTensorClass().prototype.divNoNan = function(b) {
  this.throwIfDisposed();
  return divNoNan(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/div.js
getGlobalTensorClass().prototype.div = function(b) {
  this.throwIfDisposed();
  return div(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/dot.js
getGlobalTensorClass().prototype.dot = function(b) {
  this.throwIfDisposed();
  return dot(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/elu.js
getGlobalTensorClass().prototype.elu = function() {
  this.throwIfDisposed();
  return elu(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/equal.js
getGlobalTensorClass().prototype.equal = function(b) {
  this.throwIfDisposed();
  return equal(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/erf.js
getGlobalTensorClass().prototype.erf = function() {
  this.throwIfDisposed();
  return erf(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/euclidean_norm.js
getGlobalTensorClass().prototype.euclideanNorm = function(axis2, keepDims) {
  this.throwIfDisposed();
  return euclideanNorm(this, axis2, keepDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/exp.js
getGlobalTensorClass().prototype.exp = function() {
  this.throwIfDisposed();
  return exp(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/expand_dims.js
getGlobalTensorClass().prototype.expandDims = function(axis2) {
  this.throwIfDisposed();
  return expandDims(this, axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/expm1.js
getGlobalTensorClass().prototype.expm1 = function() {
  this.throwIfDisposed();
  return expm1(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/fft.js
getGlobalTensorClass().prototype.fft = function() {
  this.throwIfDisposed();
  return fft(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/flatten.js
getGlobalTensorClass().prototype.flatten = function() {
  this.throwIfDisposed();
  return reshape(this, [this.size]);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/floor.js
getGlobalTensorClass().prototype.floor = function() {
  this.throwIfDisposed();
  return floor(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/floorDiv.js
getGlobalTensorClass().prototype.floorDiv = function(b) {
  this.throwIfDisposed();
  return floorDiv(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/gather.js
getGlobalTensorClass().prototype.gather = function(indices, axis2, batchDims) {
  this.throwIfDisposed();
  return gather(this, indices, axis2, batchDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/greater_equal.js
getGlobalTensorClass().prototype.greaterEqual = function(b) {
  this.throwIfDisposed();
  return greaterEqual(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/greater.js
getGlobalTensorClass().prototype.greater = function(b) {
  this.throwIfDisposed();
  return greater(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/ifft.js
getGlobalTensorClass().prototype.ifft = function() {
  this.throwIfDisposed();
  return ifft(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/irfft.js
getGlobalTensorClass().prototype.irfft = function() {
  this.throwIfDisposed();
  return irfft(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/is_finite.js
getGlobalTensorClass().prototype.isFinite = function() {
  this.throwIfDisposed();
  return isFinite2(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/is_inf.js
getGlobalTensorClass().prototype.isInf = function() {
  this.throwIfDisposed();
  return isInf(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/is_nan.js
getGlobalTensorClass().prototype.isNaN = function() {
  this.throwIfDisposed();
  return isNaN2(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/leaky_relu.js
getGlobalTensorClass().prototype.leakyRelu = function(alpha) {
  this.throwIfDisposed();
  return leakyRelu(this, alpha);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/less_equal.js
getGlobalTensorClass().prototype.lessEqual = function(b) {
  this.throwIfDisposed();
  return lessEqual(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/less.js
getGlobalTensorClass().prototype.less = function(b) {
  this.throwIfDisposed();
  return less(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/local_response_normalization.js
getGlobalTensorClass().prototype.localResponseNormalization = function(depthRadius, bias, alpha, beta) {
  this.throwIfDisposed();
  return localResponseNormalization(this, depthRadius, bias, alpha, beta);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/log_sigmoid.js
getGlobalTensorClass().prototype.logSigmoid = function() {
  this.throwIfDisposed();
  return logSigmoid(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/log_softmax.js
getGlobalTensorClass().prototype.logSoftmax = function(axis2) {
  this.throwIfDisposed();
  return logSoftmax(this, axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/log_sum_exp.js
getGlobalTensorClass().prototype.logSumExp = function(axis2, keepDims) {
  this.throwIfDisposed();
  return logSumExp(this, axis2, keepDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/log.js
getGlobalTensorClass().prototype.log = function() {
  this.throwIfDisposed();
  return log(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/log1p.js
getGlobalTensorClass().prototype.log1p = function() {
  this.throwIfDisposed();
  return log1p(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/logical_and.js
getGlobalTensorClass().prototype.logicalAnd = function(b) {
  this.throwIfDisposed();
  return logicalAnd(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/logical_not.js
getGlobalTensorClass().prototype.logicalNot = function() {
  this.throwIfDisposed();
  return logicalNot(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/logical_or.js
getGlobalTensorClass().prototype.logicalOr = function(b) {
  this.throwIfDisposed();
  return logicalOr(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/logical_xor.js
getGlobalTensorClass().prototype.logicalXor = function(b) {
  this.throwIfDisposed();
  return logicalXor(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/mat_mul.js
getGlobalTensorClass().prototype.matMul = function(b, transposeA, transposeB) {
  this.throwIfDisposed();
  return matMul(this, b, transposeA, transposeB);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/max_pool.js
getGlobalTensorClass().prototype.maxPool = function(filterSize, strides, pad3, dimRoundingMode) {
  this.throwIfDisposed();
  return maxPool(this, filterSize, strides, pad3, dimRoundingMode);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/max.js
getGlobalTensorClass().prototype.max = function(axis2, keepDims) {
  this.throwIfDisposed();
  return max(this, axis2, keepDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/maximum.js
getGlobalTensorClass().prototype.maximum = function(b) {
  this.throwIfDisposed();
  return maximum(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/mean.js
getGlobalTensorClass().prototype.mean = function(axis2, keepDims) {
  this.throwIfDisposed();
  return mean(this, axis2, keepDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/min.js
getGlobalTensorClass().prototype.min = function(axis2, keepDims) {
  this.throwIfDisposed();
  return min(this, axis2, keepDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/minimum.js
getGlobalTensorClass().prototype.minimum = function(b) {
  this.throwIfDisposed();
  return minimum(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/mirror_pad.js
getGlobalTensorClass().prototype.mirrorPad = function(paddings, mode) {
  this.throwIfDisposed();
  return mirrorPad(this, paddings, mode);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/mod.js
getGlobalTensorClass().prototype.mod = function(b) {
  this.throwIfDisposed();
  return mod(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/mul.js
getGlobalTensorClass().prototype.mul = function(b) {
  this.throwIfDisposed();
  return mul(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/neg.js
getGlobalTensorClass().prototype.neg = function() {
  this.throwIfDisposed();
  return neg(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/norm.js
getGlobalTensorClass().prototype.norm = function(ord, axis2, keepDims) {
  this.throwIfDisposed();
  return norm(this, ord, axis2, keepDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/not_equal.js
getGlobalTensorClass().prototype.notEqual = function(b) {
  this.throwIfDisposed();
  return notEqual(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/one_hot.js
getGlobalTensorClass().prototype.oneHot = function(depth, onValue = 1, offValue = 0) {
  this.throwIfDisposed();
  return oneHot(this, depth, onValue, offValue);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/ones_like.js
getGlobalTensorClass().prototype.onesLike = function() {
  this.throwIfDisposed();
  return onesLike(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/pad.js
getGlobalTensorClass().prototype.pad = function(paddings, constantValue) {
  this.throwIfDisposed();
  return pad(this, paddings, constantValue);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/pool.js
getGlobalTensorClass().prototype.pool = function(windowShape, poolingType, padding2, dilationRate, strides, dimRoundingMode) {
  this.throwIfDisposed();
  return pool(this, windowShape, poolingType, padding2, dilationRate, strides, dimRoundingMode);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/pow.js
getGlobalTensorClass().prototype.pow = function(exp2) {
  this.throwIfDisposed();
  return pow(this, exp2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/prelu.js
getGlobalTensorClass().prototype.prelu = function(alpha) {
  this.throwIfDisposed();
  return prelu(this, alpha);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/prod.js
getGlobalTensorClass().prototype.prod = function(axis2, keepDims) {
  this.throwIfDisposed();
  return prod(this, axis2, keepDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/reciprocal.js
getGlobalTensorClass().prototype.reciprocal = function() {
  this.throwIfDisposed();
  return reciprocal(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/relu.js
getGlobalTensorClass().prototype.relu = function() {
  this.throwIfDisposed();
  return relu(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/relu6.js
getGlobalTensorClass().prototype.relu6 = function() {
  this.throwIfDisposed();
  return relu6(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/reshape_as.js
getGlobalTensorClass().prototype.reshapeAs = function(x) {
  this.throwIfDisposed();
  return reshape(this, x.shape);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/reshape.js
getGlobalTensorClass().prototype.reshape = function(shape) {
  this.throwIfDisposed();
  return reshape(this, shape);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/resize_bilinear.js
getGlobalTensorClass().prototype.resizeBilinear = function(newShape2D, alignCorners, halfPixelCenters) {
  this.throwIfDisposed();
  return resizeBilinear(this, newShape2D, alignCorners, halfPixelCenters);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/resize_nearest_neighbor.js
getGlobalTensorClass().prototype.resizeNearestNeighbor = function(newShape2D, alignCorners, halfFloatCenters) {
  this.throwIfDisposed();
  return resizeNearestNeighbor(this, newShape2D, alignCorners, halfFloatCenters);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/reverse.js
getGlobalTensorClass().prototype.reverse = function(axis2) {
  this.throwIfDisposed();
  return reverse(this, axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/rfft.js
getGlobalTensorClass().prototype.rfft = function() {
  this.throwIfDisposed();
  return rfft(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/round.js
getGlobalTensorClass().prototype.round = function() {
  this.throwIfDisposed();
  return round(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/rsqrt.js
getGlobalTensorClass().prototype.rsqrt = function() {
  this.throwIfDisposed();
  return rsqrt(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/selu.js
getGlobalTensorClass().prototype.selu = function() {
  this.throwIfDisposed();
  return selu(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/separable_conv2d.js
getGlobalTensorClass().prototype.separableConv2d = function(depthwiseFilter, pointwiseFilter, strides, pad3, dilation, dataFormat) {
  this.throwIfDisposed();
  return separableConv2d(this, depthwiseFilter, pointwiseFilter, strides, pad3, dilation, dataFormat);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/sigmoid.js
getGlobalTensorClass().prototype.sigmoid = function() {
  this.throwIfDisposed();
  return sigmoid(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/sign.js
getGlobalTensorClass().prototype.sign = function() {
  this.throwIfDisposed();
  return sign(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/sin.js
getGlobalTensorClass().prototype.sin = function() {
  this.throwIfDisposed();
  return sin(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/sinh.js
getGlobalTensorClass().prototype.sinh = function() {
  this.throwIfDisposed();
  return sinh(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/slice.js
getGlobalTensorClass().prototype.slice = function(begin, size) {
  this.throwIfDisposed();
  return slice(this, begin, size);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/softmax.js
getGlobalTensorClass().prototype.softmax = function(dim) {
  this.throwIfDisposed();
  return softmax(this, dim);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/softplus.js
getGlobalTensorClass().prototype.softplus = function() {
  this.throwIfDisposed();
  return softplus(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/space_to_batch_nd.js
getGlobalTensorClass().prototype.spaceToBatchND = function(blockShape, paddings) {
  this.throwIfDisposed();
  return spaceToBatchND(this, blockShape, paddings);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/split.js
getGlobalTensorClass().prototype.split = function(numOrSizeSplits, axis2) {
  this.throwIfDisposed();
  return split(this, numOrSizeSplits, axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/sqrt.js
getGlobalTensorClass().prototype.sqrt = function() {
  this.throwIfDisposed();
  return sqrt(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/square.js
getGlobalTensorClass().prototype.square = function() {
  this.throwIfDisposed();
  return square(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/squared_difference.js
getGlobalTensorClass().prototype.squaredDifference = function(b) {
  this.throwIfDisposed();
  return squaredDifference(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/squeeze.js
getGlobalTensorClass().prototype.squeeze = function(axis2) {
  this.throwIfDisposed();
  return squeeze(this, axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/stack.js
getGlobalTensorClass().prototype.stack = function(x, axis2) {
  this.throwIfDisposed();
  const tensorsToBeStacked = x instanceof Tensor ? [this, x] : [this, ...x];
  return stack(tensorsToBeStacked, axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/step.js
getGlobalTensorClass().prototype.step = function(alpha) {
  this.throwIfDisposed();
  return step(this, alpha);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/strided_slice.js
getGlobalTensorClass().prototype.stridedSlice = function(begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask) {
  this.throwIfDisposed();
  return stridedSlice(this, begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/sub.js
getGlobalTensorClass().prototype.sub = function(b) {
  this.throwIfDisposed();
  return sub(this, b);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/sum.js
getGlobalTensorClass().prototype.sum = function(axis2, keepDims) {
  this.throwIfDisposed();
  return sum(this, axis2, keepDims);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/tan.js
getGlobalTensorClass().prototype.tan = function() {
  this.throwIfDisposed();
  return tan(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/tanh.js
getGlobalTensorClass().prototype.tanh = function() {
  this.throwIfDisposed();
  return tanh(this);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/tile.js
getGlobalTensorClass().prototype.tile = function(reps) {
  this.throwIfDisposed();
  return tile(this, reps);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/to_bool.js
getGlobalTensorClass().prototype.toBool = function() {
  this.throwIfDisposed();
  return cast(this, "bool");
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/to_float.js
getGlobalTensorClass().prototype.toFloat = function() {
  this.throwIfDisposed();
  return cast(this, "float32");
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/to_int.js
getGlobalTensorClass().prototype.toInt = function() {
  this.throwIfDisposed();
  return cast(this, "int32");
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/topk.js
getGlobalTensorClass().prototype.topk = function(k, sorted) {
  this.throwIfDisposed();
  return topk(this, k, sorted);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/transpose.js
getGlobalTensorClass().prototype.transpose = function(perm) {
  this.throwIfDisposed();
  return transpose(this, perm);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/unique.js
getGlobalTensorClass().prototype.unique = function(axis2) {
  this.throwIfDisposed();
  return unique(this, axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/unsorted_segment_sum.js
getGlobalTensorClass().prototype.unsortedSegmentSum = function(segmentIds, numSegments) {
  this.throwIfDisposed();
  return unsortedSegmentSum(this, segmentIds, numSegments);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/unstack.js
getGlobalTensorClass().prototype.unstack = function(axis2) {
  this.throwIfDisposed();
  return unstack(this, axis2);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/where.js
getGlobalTensorClass().prototype.where = function(condition, x) {
  this.throwIfDisposed();
  return where(condition, this, x);
};

// node_modules/@tensorflow/tfjs-core/dist/public/chained_ops/zeros_like.js
getGlobalTensorClass().prototype.zerosLike = function() {
  this.throwIfDisposed();
  return zerosLike(this);
};

// shared/errors/index.ts
var USER_ERROR = /* @__PURE__ */ Symbol.for("mlops-actions.user-error");
var UserError = class extends Error {
  static {
    __name(this, "UserError");
  }
  problems;
  constructor(problems, options) {
    const list3 = Array.isArray(problems) ? problems : [problems];
    const [first2, ...rest] = list3;
    if (first2 === void 0) throw new TypeError("a UserError needs at least one problem");
    super(list3.map(formatProblem).join("\n"), options);
    this.name = "UserError";
    this.problems = [first2, ...rest];
    Object.defineProperty(this, USER_ERROR, { value: true });
  }
};
function formatProblem(problem) {
  const place = problem.where === void 0 ? "" : `${formatLocation(problem.where)}: `;
  const remedy = problem.remedy === void 0 ? "" : ` ${asSentence(capitalize(problem.remedy))}`;
  return `${place}${asSentence(problem.what)}${remedy}`;
}
__name(formatProblem, "formatProblem");
function formatLocation({ file, line, column }) {
  return [file, line, column].filter((part) => part !== void 0).join(":");
}
__name(formatLocation, "formatLocation");
function capitalize(text2) {
  return text2.slice(0, 1).toUpperCase() + text2.slice(1);
}
__name(capitalize, "capitalize");
function asSentence(text2) {
  return /[.!?]$/.test(text2) ? text2 : `${text2}.`;
}
__name(asSentence, "asSentence");

// shared/model/engine-memory.ts
var ADDRESSABLE_BYTES = 2 ** 32;
function guardAllocation(backend2) {
  const wasm = backend2.wasm;
  wasm._free(wasm._malloc(1));
  const allocate = wasm._malloc;
  wasm._malloc = (bytes) => {
    const address = bytes < ADDRESSABLE_BYTES ? allocate(bytes) : 0;
    if (address === 0 && bytes > 0) throw outOfMemory();
    return address;
  };
}
__name(guardAllocation, "guardAllocation");
async function explainEngineErrors(work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Error && error.name === "RuntimeError" ? outOfMemory(error) : error;
  }
}
__name(explainEngineErrors, "explainEngineErrors");
function outOfMemory(cause) {
  return new UserError(
    {
      what: "The model and its batches need more than the 4 GB of memory that WebAssembly can address",
      remedy: "Use a smaller training.batch-size, fewer hidden units, or leave columns with many categories out"
    },
    { cause }
  );
}
__name(outOfMemory, "outOfMemory");

// shared/model/kernels/convolution-geometry.ts
function convolutionGeometry(inputShape, filterShape, { strides, pad: pad3, dataFormat, dimRoundingMode, dilations }, depthwise = false) {
  return backend_util_exports.computeConv2DInfo(
    inputShape,
    filterShape,
    strides,
    dilations ?? 1,
    pad3,
    dimRoundingMode,
    depthwise,
    backend_util_exports.convertConv2DDataFormat(dataFormat ?? "NHWC")
  );
}
__name(convolutionGeometry, "convolutionGeometry");
function poolingGeometry(input2, {
  filterSize,
  strides,
  pad: pad3,
  dimRoundingMode
}) {
  return backend_util_exports.computePool2DInfo(
    input2.shape,
    filterSize,
    strides,
    1,
    pad3,
    dimRoundingMode
  );
}
__name(poolingGeometry, "poolingGeometry");

// shared/model/kernels/images-as-columns.ts
var PIECE = 1 << 20;
function examplesAtOnce(geometry) {
  const { batchSize, outHeight, outWidth } = geometry;
  const each = outHeight * outWidth * windowSize(geometry);
  return Math.max(1, Math.min(batchSize, Math.floor(PIECE / Math.max(1, each))));
}
__name(examplesAtOnce, "examplesAtOnce");
function windowSize({ filterHeight, filterWidth, inChannels }) {
  return filterHeight * filterWidth * inChannels;
}
__name(windowSize, "windowSize");
function writeColumns(images, columns, geometry, first2, examples) {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } = geometry;
  const { strideHeight, strideWidth, padInfo } = geometry;
  const step3 = strideWidth * inChannels;
  let at2 = 0;
  for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
    for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
      const left = filterColumn - padInfo.left;
      for (let channel = 0; channel < inChannels; channel++) {
        for (let example = first2; example < first2 + examples; example++) {
          for (let outRow = 0; outRow < outHeight; outRow++) {
            const row = outRow * strideHeight + filterRow - padInfo.top;
            if (row < 0 || row >= inHeight) {
              columns.fill(0, at2, at2 + outWidth);
              at2 += outWidth;
              continue;
            }
            let column = left;
            let from = ((example * inHeight + row) * inWidth + left) * inChannels + channel;
            for (let outColumn = 0; outColumn < outWidth; outColumn++) {
              columns[at2++] = column >= 0 && column < inWidth ? images[from] : 0;
              column += strideWidth;
              from += step3;
            }
          }
        }
      }
    }
  }
}
__name(writeColumns, "writeColumns");
function addColumns(columns, images, geometry, first2, examples) {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } = geometry;
  const { strideHeight, strideWidth, padInfo } = geometry;
  let from = 0;
  for (let example = first2; example < first2 + examples; example++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
          const row = outRow * strideHeight + filterRow - padInfo.top;
          for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
            const column = outColumn * strideWidth + filterColumn - padInfo.left;
            if (row < 0 || row >= inHeight || column < 0 || column >= inWidth) {
              from += inChannels;
              continue;
            }
            const to = ((example * inHeight + row) * inWidth + column) * inChannels;
            for (let channel = 0; channel < inChannels; channel++) {
              images[to + channel] = images[to + channel] + columns[from++];
            }
          }
        }
      }
    }
  }
}
__name(addColumns, "addColumns");

// shared/model/kernels/cpu-kernel.ts
function cpuKernel(kernelName) {
  const found = getKernel(kernelName, "cpu");
  if (found === void 0) throw new Error(`the cpu backend has no kernel ${kernelName}`);
  return ({ inputs, attrs, backend: backend2 }) => {
    const wasm = backend2;
    const cpu = findBackend("cpu");
    const copies = [];
    const copyOut = /* @__PURE__ */ __name((tensor2) => {
      const copy = cpu.makeTensorInfo(tensor2.shape, tensor2.dtype, wasm.readSync(tensor2.dataId));
      copies.push(copy);
      return copy;
    }, "copyOut");
    const outputs = found.kernelFunc({
      inputs: mapInputs(inputs, copyOut),
      backend: cpu,
      ...attrs === void 0 ? {} : { attrs }
    });
    const list3 = Array.isArray(outputs) ? outputs : [outputs];
    const results = list3.map((output2) => copyIn(output2, cpu, wasm));
    for (const tensor2 of [...list3, ...copies]) cpu.disposeIntermediateTensorInfo(tensor2);
    return Array.isArray(outputs) ? results : results[0];
  };
}
__name(cpuKernel, "cpuKernel");
function mapInputs(inputs, map) {
  if (Array.isArray(inputs)) return inputs.map(map);
  return Object.fromEntries(
    Object.entries(inputs).flatMap(
      ([name, tensor2]) => tensor2 == null ? [] : [[name, map(tensor2)]]
    )
  );
}
__name(mapInputs, "mapInputs");
function copyIn(output2, cpu, wasm) {
  const values = cpu.data.get(output2.dataId).values;
  const result = wasm.makeOutput(output2.shape, output2.dtype);
  if (output2.dtype === "string") {
    wasm.dataIdMap.get(result.dataId).stringBytes = values;
  } else {
    wasm.typedArrayFromHeap(result).set(values);
  }
  return result;
}
__name(copyIn, "copyIn");

// shared/model/kernels/heap.ts
function heapNumbers(wasm, tensor2) {
  return wasm.typedArrayFromHeap(tensor2);
}
__name(heapNumbers, "heapNumbers");

// shared/model/kernels/registry.ts
function replaceKernel(kernelName, kernelFunc3) {
  if (getKernel(kernelName, "wasm") !== void 0) unregisterKernel(kernelName, "wasm");
  registerKernel({ kernelName, backendName: "wasm", kernelFunc: kernelFunc3 });
}
__name(replaceKernel, "replaceKernel");
function registeredKernel(kernelName) {
  const found = getKernel(kernelName, "wasm");
  if (found === void 0) throw new Error(`the wasm backend has no kernel ${kernelName}`);
  return found.kernelFunc;
}
__name(registeredKernel, "registeredKernel");
function kernel(kernelName) {
  const kernelFunc3 = registeredKernel(kernelName);
  return (inputs, backend2, attributes = {}) => kernelFunc3({ inputs: { ...inputs }, backend: backend2, attrs: { ...attributes } });
}
__name(kernel, "kernel");

// shared/model/kernels/convolution-gradients.ts
var STRAIGHT = { transposeA: false, transposeB: false };
function convolutionFilterGradient() {
  const multiply2 = kernel("BatchMatMul");
  const slice3 = kernel("Slice");
  const rare = cpuKernel("Conv2DBackpropFilter");
  return (call) => {
    const wasm = call.backend;
    const { x, dy } = call.inputs;
    const attributes = call.attrs;
    const geometry = convolutionGeometry(x.shape, attributes.filterShape, attributes);
    if (geometry.dataFormat !== "channelsLast") return rare(call);
    const { batchSize, outHeight, outWidth, outChannels } = geometry;
    const window2 = windowSize(geometry);
    const total = wasm.makeOutput(attributes.filterShape, "float32");
    heapNumbers(wasm, total).fill(0);
    const atOnce = examplesAtOnce(geometry);
    for (let first2 = 0; first2 < batchSize; first2 += atOnce) {
      const examples = Math.min(atOnce, batchSize - first2);
      const places = examples * outHeight * outWidth;
      const columns = wasm.makeOutput([window2, places], "float32");
      writeColumns(heapNumbers(wasm, x), heapNumbers(wasm, columns), geometry, first2, examples);
      const piece = slice3({ x: dy }, wasm, {
        begin: [first2, 0, 0, 0],
        size: [examples, outHeight, outWidth, outChannels]
      });
      const gradients = { ...piece, shape: [places, outChannels] };
      const product = multiply2({ a: columns, b: gradients }, wasm, STRAIGHT);
      addTo(heapNumbers(wasm, total), heapNumbers(wasm, product));
      for (const temporary of [columns, piece, product]) wasm.disposeData(temporary.dataId);
    }
    return total;
  };
}
__name(convolutionFilterGradient, "convolutionFilterGradient");
function addTo(total, part) {
  for (let index = 0; index < total.length; index++) {
    total[index] = total[index] + part[index];
  }
}
__name(addTo, "addTo");
function convolutionInputGradient() {
  const rare = cpuKernel("Conv2DBackpropInput");
  const convolve = kernel("Conv2D");
  const multiply2 = kernel("BatchMatMul");
  const slice3 = kernel("Slice");
  return (call) => {
    const wasm = call.backend;
    const { dy, filter } = call.inputs;
    const attributes = call.attrs;
    const geometry = convolutionGeometry(attributes.inputShape, filter.shape, attributes);
    if (geometry.dataFormat !== "channelsLast") return rare(call);
    const pad3 = reversePadding(geometry);
    return pad3 === null ? byColumns(dy, filter, geometry, wasm, multiply2, slice3) : byTurnedFilter(dy, filter, pad3, wasm, convolve);
  };
}
__name(convolutionInputGradient, "convolutionInputGradient");
function reversePadding(geometry) {
  const { strideHeight, strideWidth, filterHeight, filterWidth, padInfo } = geometry;
  if (strideHeight !== 1 || strideWidth !== 1) return null;
  const top = filterHeight - 1 - padInfo.top;
  const left = filterWidth - 1 - padInfo.left;
  const bottom = geometry.inHeight + filterHeight - 1 - geometry.outHeight - top;
  const right = geometry.inWidth + filterWidth - 1 - geometry.outWidth - left;
  if (Math.min(top, left, bottom, right) < 0) return null;
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0]
  ];
}
__name(reversePadding, "reversePadding");
function byTurnedFilter(dy, filter, pad3, wasm, convolve) {
  const [height, width, channels, filters] = filter.shape;
  const turned = wasm.makeOutput([height, width, filters, channels], "float32");
  const source = heapNumbers(wasm, filter);
  const target = heapNumbers(wasm, turned);
  const places = height * width;
  for (let place = 0; place < places; place++) {
    const from = (places - 1 - place) * channels * filters;
    const to = place * channels * filters;
    for (let channel = 0; channel < channels; channel++) {
      for (let index = 0; index < filters; index++) {
        target[to + index * channels + channel] = source[from + channel * filters + index];
      }
    }
  }
  const attributes = { strides: [1, 1], pad: pad3, dataFormat: "NHWC", dilations: [1, 1] };
  const images = convolve({ x: dy, filter: turned }, wasm, attributes);
  wasm.disposeData(turned.dataId);
  return images;
}
__name(byTurnedFilter, "byTurnedFilter");
function byColumns(dy, filter, geometry, wasm, multiply2, slice3) {
  const { batchSize, outHeight, outWidth, outChannels } = geometry;
  const window2 = windowSize(geometry);
  const images = wasm.makeOutput(geometry.inShape, "float32");
  heapNumbers(wasm, images).fill(0);
  const turned = kernel("Transpose")({ x: { ...filter, shape: [window2, outChannels] } }, wasm, {
    perm: [1, 0]
  });
  const atOnce = examplesAtOnce(geometry);
  for (let first2 = 0; first2 < batchSize; first2 += atOnce) {
    const examples = Math.min(atOnce, batchSize - first2);
    const piece = slice3({ x: dy }, wasm, {
      begin: [first2, 0, 0, 0],
      size: [examples, outHeight, outWidth, outChannels]
    });
    const gradients = { ...piece, shape: [examples * outHeight * outWidth, outChannels] };
    const columns = multiply2({ a: gradients, b: turned }, wasm, STRAIGHT);
    addColumns(heapNumbers(wasm, columns), heapNumbers(wasm, images), geometry, first2, examples);
    for (const temporary of [piece, columns]) wasm.disposeData(temporary.dataId);
  }
  wasm.disposeData(turned.dataId);
  return images;
}
__name(byColumns, "byColumns");

// shared/model/kernels/depthwise-gradients.ts
function depthwiseInputGradient() {
  return ({ inputs, attrs, backend: backend2 }) => {
    const wasm = backend2;
    const { dy, filter } = inputs;
    const attributes = attrs;
    const geometry = convolutionGeometry(attributes.inputShape, filter.shape, attributes, true);
    const result = wasm.makeOutput(geometry.inShape, "float32");
    const images = heapNumbers(wasm, result).fill(0);
    const gradients = heapNumbers(wasm, dy);
    const weights = heapNumbers(wasm, filter);
    const { inChannels } = geometry;
    const multiplier = geometry.outChannels / inChannels;
    forEachSight(geometry, (output2, input2, weight2) => {
      for (let channel = 0; channel < inChannels; channel++) {
        let sum3 = images[input2 + channel];
        for (let index = 0; index < multiplier; index++) {
          const place = channel * multiplier + index;
          sum3 += gradients[output2 + place] * weights[weight2 + place];
        }
        images[input2 + channel] = sum3;
      }
    });
    return result;
  };
}
__name(depthwiseInputGradient, "depthwiseInputGradient");
function depthwiseFilterGradient() {
  return ({ inputs, attrs, backend: backend2 }) => {
    const wasm = backend2;
    const { x, dy } = inputs;
    const attributes = attrs;
    const geometry = convolutionGeometry(x.shape, attributes.filterShape, attributes, true);
    const result = wasm.makeOutput(geometry.filterShape, "float32");
    const weights = heapNumbers(wasm, result).fill(0);
    const images = heapNumbers(wasm, x);
    const gradients = heapNumbers(wasm, dy);
    const { inChannels } = geometry;
    const multiplier = geometry.outChannels / inChannels;
    forEachSight(geometry, (output2, input2, weight2) => {
      for (let channel = 0; channel < inChannels; channel++) {
        const seen = images[input2 + channel];
        for (let index = 0; index < multiplier; index++) {
          const place = channel * multiplier + index;
          weights[weight2 + place] = weights[weight2 + place] + gradients[output2 + place] * seen;
        }
      }
    });
    return result;
  };
}
__name(depthwiseFilterGradient, "depthwiseFilterGradient");
function forEachSight(geometry, see) {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = geometry;
  const { filterHeight, filterWidth, padInfo } = geometry;
  for (let example = 0; example < batchSize; example++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const output2 = ((example * outHeight + outRow) * outWidth + outColumn) * outChannels;
        for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
          const row = outRow * geometry.strideHeight + filterRow * geometry.dilationHeight - padInfo.top;
          if (row < 0 || row >= inHeight) continue;
          for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
            const column = outColumn * geometry.strideWidth + filterColumn * geometry.dilationWidth - padInfo.left;
            if (column < 0 || column >= inWidth) continue;
            const input2 = ((example * inHeight + row) * inWidth + column) * inChannels;
            see(output2, input2, (filterRow * filterWidth + filterColumn) * outChannels);
          }
        }
      }
    }
  }
}
__name(forEachSight, "forEachSight");

// shared/model/kernels/no-such-row.ts
function noSuchRow(rows, row) {
  return new UserError({
    what: `An embedding layer has rows for the numbers 0 to ${rows - 1}, and got ${row ?? "another one"}`,
    remedy: "Let it read tokens alone, and give it a row for each of their ids (inputDim)"
  });
}
__name(noSuchRow, "noSuchRow");

// shared/model/kernels/embedding-rows.ts
function segmentSum() {
  const rare = cpuKernel("UnsortedSegmentSum");
  return (call) => {
    const wasm = call.backend;
    const { x, segmentIds } = call.inputs;
    if (x.dtype !== "float32" || segmentIds.dtype !== "int32") return rare(call);
    const { numSegments } = call.attrs;
    const rowShape = x.shape.slice(segmentIds.shape.length);
    const width = util_exports.sizeFromShape(rowShape);
    const result = wasm.makeOutput([numSegments, ...rowShape], "float32");
    const sums = heapNumbers(wasm, result).fill(0);
    const values = heapNumbers(wasm, x);
    const segments = wasm.typedArrayFromHeap(segmentIds);
    let from = 0;
    for (const segment of segments) {
      const end = from + width;
      if (segment < 0 || segment >= numSegments) {
        from = end;
        continue;
      }
      for (let to = segment * width; from < end; from++, to++) {
        sums[to] = sums[to] + values[from];
      }
    }
    return result;
  };
}
__name(segmentSum, "segmentSum");
function gatherRows() {
  const general = registeredKernel("GatherV2");
  return (call) => {
    const wasm = call.backend;
    const { x, indices } = call.inputs;
    const { axis: axis2, batchDims } = call.attrs;
    const isTable = util_exports.parseAxisParam(axis2, x.shape)[0] === 0 && (batchDims ?? 0) === 0;
    if (!isTable || x.dtype !== "float32" || indices.dtype !== "int32") return general(call);
    const [rows = 0, ...rowShape] = x.shape;
    const width = util_exports.sizeFromShape(rowShape);
    const result = wasm.makeOutput([...indices.shape, ...rowShape], "float32");
    const gathered = heapNumbers(wasm, result);
    const table = heapNumbers(wasm, x);
    let to = 0;
    for (const row of wasm.typedArrayFromHeap(indices)) {
      if (row < 0 || row >= rows) {
        wasm.disposeData(result.dataId);
        throw noSuchRow(rows, row);
      }
      const end = to + width;
      for (let from = row * width; to < end; to++, from++) gathered[to] = table[from];
    }
    return result;
  };
}
__name(gatherRows, "gatherRows");

// shared/model/kernels/packed-operand.ts
var columnsOf = /* @__PURE__ */ new WeakMap();
function packedInOneShape(operand, wasm) {
  const columns = operand.shape.at(-1) ?? 1;
  const known = columnsOf.get(operand.dataId);
  if (known === void 0) columnsOf.set(operand.dataId, columns);
  if (known === void 0 || known === columns) return operand;
  const copy = wasm.makeOutput(operand.shape, "float32");
  heapNumbers(wasm, copy).set(heapNumbers(wasm, operand));
  return copy;
}
__name(packedInOneShape, "packedInOneShape");

// shared/model/kernels/matrix-multiplication.ts
function matrixMultiplication() {
  const multiply2 = kernel("BatchMatMul");
  const transpose3 = kernel("Transpose");
  const rare = cpuKernel("BatchMatMul");
  return (call) => {
    const { inputs, attrs, backend: backend2 } = call;
    const wasm = backend2;
    const { a, b } = inputs;
    const transposed = attrs;
    if (a.dtype !== "float32" || b.dtype !== "float32") return rare(call);
    if (!isSingle(a) || !isSingle(b)) return multiply2({ a, b }, wasm, transposed);
    const temporary = [];
    const straighten = /* @__PURE__ */ __name((matrix, turned) => {
      if (!turned) return matrix;
      const result = transpose3({ x: matrix }, wasm, { perm: lastTwoSwapped(matrix.shape.length) });
      temporary.push(result);
      return result;
    }, "straighten");
    const operands = {
      a: straighten(a, transposed.transposeA),
      b: straighten(b, transposed.transposeB)
    };
    const packed = packedInOneShape(operands.b, wasm);
    if (packed !== operands.b) temporary.push(packed);
    const product = multiply2({ a: operands.a, b: packed }, wasm, {
      transposeA: false,
      transposeB: false
    });
    for (const tensor2 of temporary) wasm.disposeData(tensor2.dataId);
    return product;
  };
}
__name(matrixMultiplication, "matrixMultiplication");
function isSingle(tensor2) {
  return util_exports.sizeFromShape(tensor2.shape.slice(0, -2)) === 1;
}
__name(isSingle, "isSingle");
function lastTwoSwapped(rank) {
  return [...Array(rank - 2).keys(), rank - 1, rank - 2];
}
__name(lastTwoSwapped, "lastTwoSwapped");

// shared/model/kernels/fused-matrix-multiplication.ts
function fusedMatrixMultiplication() {
  const fused = kernel("_FusedMatMul");
  const multiply2 = kernel("BatchMatMul");
  const add2 = kernel("Add");
  return ({ inputs, attrs, backend: backend2 }) => {
    const wasm = backend2;
    const { a, b, bias, preluActivationWeights } = inputs;
    const attributes = attrs;
    const { transposeA, transposeB } = attributes;
    if (!transposeA && !transposeB && isSingle(a) && isSingle(b)) {
      const packed = packedInOneShape(b, wasm);
      const given = inputs;
      const product = fused({ ...given, b: packed }, wasm, attributes);
      if (packed !== b) wasm.disposeData(packed.dataId);
      return product;
    }
    const steps2 = [];
    if (bias != null) steps2.push((value2) => add2({ a: value2, b: bias }, wasm));
    const activate = findActivation(attributes, preluActivationWeights);
    if (activate !== void 0) steps2.push((value2) => activate({ x: value2 }, wasm));
    let value = multiply2({ a, b }, wasm, { transposeA, transposeB });
    for (const step3 of steps2) {
      const next = step3(value);
      wasm.disposeData(value.dataId);
      value = next;
    }
    return value;
  };
}
__name(fusedMatrixMultiplication, "fusedMatrixMultiplication");
var ACTIVATIONS = /* @__PURE__ */ new Map([
  ["relu", "Relu"],
  ["relu6", "Relu6"],
  ["elu", "Elu"],
  ["sigmoid", "Sigmoid"]
]);
function findActivation({ activation: activation2, leakyreluAlpha }, slopes) {
  if (activation2 === "linear") return void 0;
  if (activation2 === "prelu" && slopes != null) {
    return ({ x }, wasm) => kernel("Prelu")({ x, alpha: slopes }, wasm);
  }
  if (activation2 === "leakyrelu") {
    return (inputs, wasm) => kernel("LeakyRelu")(inputs, wasm, { alpha: leakyreluAlpha ?? 0.2 });
  }
  const name = ACTIVATIONS.get(activation2);
  if (name === void 0) throw new Error(`no fused activation ${activation2}`);
  return kernel(name);
}
__name(findActivation, "findActivation");

// shared/model/kernels/max-pooling-gradient.ts
function maxPoolingGradient() {
  return ({ inputs, attrs, backend: backend2 }) => {
    const wasm = backend2;
    const { dy, input: input2 } = inputs;
    const geometry = poolingGeometry(
      input2,
      attrs
    );
    const result = wasm.makeOutput(input2.shape, "float32");
    const target = heapNumbers(wasm, result).fill(0);
    const upstream = heapNumbers(wasm, dy);
    const values = heapNumbers(wasm, input2);
    const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = geometry;
    let output2 = 0;
    for (let example = 0; example < batchSize; example++) {
      for (let outRow = 0; outRow < outHeight; outRow++) {
        const top = outRow * geometry.strideHeight - padInfo.top;
        const firstRow = Math.max(0, top);
        const endRow = Math.min(inHeight, top + geometry.effectiveFilterHeight);
        for (let outColumn = 0; outColumn < outWidth; outColumn++) {
          const left = outColumn * geometry.strideWidth - padInfo.left;
          const firstColumn = Math.max(0, left);
          const endColumn = Math.min(inWidth, left + geometry.effectiveFilterWidth);
          for (let channel = 0; channel < inChannels; channel++, output2++) {
            let largest = Number.NEGATIVE_INFINITY;
            let place = -1;
            for (let row = firstRow; row < endRow; row++) {
              let at2 = ((example * inHeight + row) * inWidth + firstColumn) * inChannels + channel;
              for (let column = firstColumn; column < endColumn; column++, at2 += inChannels) {
                const value = values[at2];
                if (value > largest) {
                  largest = value;
                  place = at2;
                }
              }
            }
            if (place >= 0)
              target[place] = target[place] + upstream[output2];
          }
        }
      }
    }
    return result;
  };
}
__name(maxPoolingGradient, "maxPoolingGradient");

// shared/model/kernels/same-padding.ts
function withPaddingInNumbers(kernelName, depthwise) {
  const convolve = registeredKernel(kernelName);
  return (call) => {
    const attributes = call.attrs;
    if (attributes.pad !== "same" || attributes.dataFormat === "NCHW") return convolve(call);
    const { x, filter } = call.inputs;
    const { padInfo } = convolutionGeometry(x.shape, filter.shape, attributes, depthwise);
    const { top, bottom, left, right } = padInfo;
    const pad3 = [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0]
    ];
    return convolve({ ...call, attrs: { ...attributes, pad: pad3 } });
  };
}
__name(withPaddingInNumbers, "withPaddingInNumbers");

// shared/model/kernels/mend-kernels.ts
var WRONG = [
  // Takes 0 for the maximum of a window whose numbers are all ≤ 0.
  "MaxPool3D",
  "MaxPool3DGrad",
  // Wrong with strides.
  "Conv3DBackpropFilterV2",
  // Wrong for every input.
  "Conv3DBackpropInputV2",
  // Wrong from the second example of a batch on.
  "ResizeNearestNeighborGrad",
  // Draws other numbers than every other backend for the same seed.
  "Multinomial"
];
var NOT_COPYABLE = /* @__PURE__ */ new Set(["Complex", "ComplexAbs", "Real", "Imag", "FFT", "IFFT", "Draw"]);
function mendKernels() {
  replaceKernel("BatchMatMul", matrixMultiplication());
  replaceKernel("_FusedMatMul", fusedMatrixMultiplication());
  for (const name of ["Conv2D", "FusedConv2D"]) {
    replaceKernel(name, withPaddingInNumbers(name, false));
  }
  for (const name of ["DepthwiseConv2dNative", "FusedDepthwiseConv2D"]) {
    replaceKernel(name, withPaddingInNumbers(name, true));
  }
  replaceKernel("Conv2DBackpropFilter", convolutionFilterGradient());
  replaceKernel("Conv2DBackpropInput", convolutionInputGradient());
  replaceKernel("DepthwiseConv2dNativeBackpropInput", depthwiseInputGradient());
  replaceKernel("DepthwiseConv2dNativeBackpropFilter", depthwiseFilterGradient());
  replaceKernel("MaxPoolGrad", maxPoolingGradient());
  replaceKernel("UnsortedSegmentSum", segmentSum());
  replaceKernel("GatherV2", gatherRows());
  for (const name of WRONG) replaceKernel(name, cpuKernel(name));
  const present = new Set(getKernelsForBackend("wasm").map(({ kernelName }) => kernelName));
  for (const { kernelName } of getKernelsForBackend("cpu")) {
    if (present.has(kernelName) || NOT_COPYABLE.has(kernelName)) continue;
    replaceKernel(kernelName, cpuKernel(kernelName));
  }
}
__name(mendKernels, "mendKernels");

// shared/model/replay/backend-memory.ts
var memory = null;
async function keepBackendMemory(start) {
  const scope = globalThis.WebAssembly;
  const { instantiate } = scope;
  scope.instantiate = async (...words) => {
    const result = await instantiate(...words);
    const found = Object.values(result.instance?.exports ?? {}).find(isMemory);
    memory = found ?? memory;
    return result;
  };
  try {
    return await start();
  } finally {
    scope.instantiate = instantiate;
  }
}
__name(keepBackendMemory, "keepBackendMemory");
function backendMemory(bytes) {
  return memory !== null && memory.buffer === bytes ? memory : null;
}
__name(backendMemory, "backendMemory");
function isMemory(value) {
  return Object.prototype.toString.call(value) === "[object WebAssembly.Memory]";
}
__name(isMemory, "isMemory");

// shared/model/engine.ts
var started = /* @__PURE__ */ new Map();
async function startEngine(name = "wasm") {
  const start = started.get(name) ?? (name === "wasm" ? startWasm() : startRegistered(name));
  started.set(name, start);
  await start;
  if (getBackend() !== name) await setBackend(name);
}
__name(startEngine, "startEngine");
async function startRegistered(name) {
  if (!await setBackend(name)) throw new Error(`the engine ${name} could not be started`);
  enableProdMode();
}
__name(startRegistered, "startRegistered");
async function startWasm() {
  setWasmPaths({
    "tfjs-backend-wasm.wasm": findBinary("tfjs-backend-wasm.wasm"),
    "tfjs-backend-wasm-simd.wasm": findBinary("tfjs-backend-wasm-simd.wasm"),
    // Never loaded: the backend uses no threads in Node. The entry must be there all the same.
    "tfjs-backend-wasm-threaded-simd.wasm": findBinary("tfjs-backend-wasm-simd.wasm")
  });
  const started3 = await withoutNewListeners(
    () => withDirectoryName(() => keepBackendMemory(() => setBackend("wasm")))
  );
  if (!started3) {
    throw new Error("the WebAssembly backend of TensorFlow.js could not be started");
  }
  enableProdMode();
  guardAllocation(backend());
  mendKernels();
}
__name(startWasm, "startWasm");
function findBinary(name) {
  const beside = fileURLToPath(new URL(`./${name}`, import.meta.url));
  if (existsSync(beside)) return beside;
  const resolveFrom = createRequire(import.meta.url);
  return resolveFrom.resolve(`@tensorflow/tfjs-backend-wasm/dist/${name}`);
}
__name(findBinary, "findBinary");
async function withoutNewListeners(work) {
  const events = ["uncaughtException", "unhandledRejection"];
  const before = new Map(events.map((event) => [event, new Set(process.rawListeners(event))]));
  try {
    return await work();
  } finally {
    for (const [event, known] of before) {
      for (const listener of process.rawListeners(event)) {
        if (!known.has(listener)) process.removeListener(event, listener);
      }
    }
  }
}
__name(withoutNewListeners, "withoutNewListeners");
async function withDirectoryName(work) {
  const scope = globalThis;
  scope.__dirname = fileURLToPath(new URL(".", import.meta.url));
  try {
    return await work();
  } finally {
    delete scope.__dirname;
  }
}
__name(withDirectoryName, "withDirectoryName");

// shared/model/examples.ts
var ExamplesInMemory = class {
  static {
    __name(this, "ExamplesInMemory");
  }
  rows;
  window;
  #order;
  constructor(examples) {
    this.window = examples;
    this.rows = examples.features.rows;
    this.#order = Uint32Array.from(examples.labels, (_, row) => row);
  }
  *shuffled(random) {
    random.shuffle(this.#order);
    yield this.#order;
  }
  skip(random) {
    random.shuffle(this.#order);
  }
  *inOrder() {
    yield this.window;
  }
};

// shared/config/array-features.ts
var MOST_ARRAY_NUMBERS = 2 ** 20;

// shared/config/configuration.ts
var VALIDATION_SHARE_OF_TRAIN = 1 / 8;

// shared/config/training-configuration.ts
var DEFAULT_WEIGHT_DECAY = 0.01;

// shared/config/load-configuration.ts
var import_yaml2 = __toESM(require_dist(), 1);

// shared/config/metrics.ts
var CLASSIFICATION_METRICS = [
  "accuracy",
  "macro-f1",
  "weighted-f1",
  "log-loss",
  "roc-auc",
  "pr-auc"
];
var REGRESSION_METRICS = ["rmse", "mae", "r2"];
var METRICS = [...CLASSIFICATION_METRICS, ...REGRESSION_METRICS];

// shared/config/yaml-document.ts
var import_yaml = __toESM(require_dist(), 1);

// shared/network/layer-fields.ts
var BadField = class {
  static {
    __name(this, "BadField");
  }
  field;
  must;
  constructor(field, must) {
    this.field = field;
    this.must = must;
  }
};
var MOST_UNITS = 2 ** 24;
var LAYER_ACTIVATIONS = [
  ...["linear", "relu", "relu6", "elu", "selu", "sigmoid", "hard_sigmoid", "softplus"],
  ...["softsign", "tanh", "softmax", "swish"]
];
var count = /* @__PURE__ */ __name((least = 1, most = MOST_UNITS, otherwise) => (value, field) => {
  const given = value ?? otherwise;
  if (Number.isInteger(given) && given >= least && given <= most) {
    return given;
  }
  throw new BadField(field, `must be a whole number from ${least} to ${most}`);
}, "count");
var number = /* @__PURE__ */ __name((least, below, otherwise) => (value, field) => {
  const given = value ?? otherwise;
  if (typeof given === "number" && given >= least && given < below) return given;
  throw new BadField(field, `must be a number from ${least} to below ${below}`);
}, "number");
var truth = /* @__PURE__ */ __name((otherwise) => (value, field) => {
  const given = value ?? otherwise;
  if (typeof given === "boolean") return given;
  throw new BadField(field, "must be true or false");
}, "truth");
var oneOf = /* @__PURE__ */ __name((known, otherwise) => (value, field) => {
  const given = value ?? otherwise;
  if (typeof given === "string" && known.includes(given)) return given;
  throw new BadField(field, `must be one of: ${known.join(", ")}`);
}, "oneOf");
var counts = /* @__PURE__ */ __name((length, most, otherwise) => (value, field) => {
  const given = value ?? otherwise;
  const list3 = Array.isArray(given) ? given : Array(length).fill(given);
  if (list3.length !== length) throw new BadField(field, `must have ${length} numbers`);
  return list3.map((one) => count(1, most)(one, field));
}, "counts");
var sizes = /* @__PURE__ */ __name((value, field) => {
  if (!Array.isArray(value) || value.length === 0 || value.length > 6) {
    throw new BadField(field, "must be a list of at most 6 sizes");
  }
  return value.map((one) => one === null || one === -1 ? -1 : count()(one, field));
}, "sizes");
function readFields(given, readers) {
  for (const [field, value] of Object.entries(given)) {
    if (Object.hasOwn(readers, field) || isNeutral(field, value)) continue;
    throw new BadField(
      field,
      REFUSALS.find(([end]) => field.endsWith(end))?.[1] ?? "is not known here"
    );
  }
  return Object.fromEntries(
    Object.entries(readers).map(([field, read]) => [field, read(given[field], field)])
  );
}
__name(readFields, "readFields");
var REFUSALS = [
  ["_regularizer", "must be left out: training.l1 and training.l2 penalise kernels"],
  ["_constraint", "must be left out: training knows no constraints"],
  ["seed", "must be left out: training.seed decides"],
  ["trainable", "must be true: every layer is trained"],
  ["dropout", "must be 0: put a Dropout layer behind it"],
  ["mask_zero", "must be false: padding is read like any other id"]
];
function isNeutral(field, value) {
  if (value === null || value === void 0 || field === "name") return true;
  if (field.endsWith("_initializer") || field === "batch_input_shape") return true;
  const only = {
    dtype: ["float32", "int32"],
    trainable: [true],
    data_format: ["channels_last"],
    mask_zero: [false],
    stateful: [false],
    unroll: [false],
    reset_after: [false],
    return_state: [false],
    sparse: [false],
    dropout: [0],
    recurrent_dropout: [0],
    implementation: [1, 2],
    input_length: [value]
  };
  return Object.hasOwn(only, field) && only[field]?.includes(value) === true;
}
__name(isNeutral, "isNeutral");

// shared/network/layers-part.ts
function sizeOf(shape) {
  return shape.reduce((product, size) => product * size, 1);
}
__name(sizeOf, "sizeOf");
function listLayerWeights({ nodes }) {
  return nodes.flatMap(({ weights }) => weights);
}
__name(listLayerWeights, "listLayerWeights");
function listPartInputs({ nodes }) {
  let offset = 0;
  return nodes.filter(({ className }) => className === "InputLayer").map(({ name, shape }) => {
    const width = sizeOf(shape);
    offset += width;
    return { name, offset: offset - width, width };
  });
}
__name(listPartInputs, "listPartInputs");
function outputActivationOf(part) {
  const last2 = lastNode(part);
  if (last2.className === "Softmax") return "softmax";
  return endsInActivation(last2) ? last2.config.activation : "linear";
}
__name(outputActivationOf, "outputActivationOf");
function withoutActivationOf(part) {
  const last2 = lastNode(part);
  const rest = part.nodes.slice(0, -1);
  if (last2.className === "Softmax") {
    return {
      nodes: [...rest, { ...last2, className: "Activation", config: { activation: "linear" } }]
    };
  }
  if (!endsInActivation(last2)) return part;
  return { nodes: [...rest, { ...last2, config: { ...last2.config, activation: "linear" } }] };
}
__name(withoutActivationOf, "withoutActivationOf");
function endsInActivation({ className }) {
  return className === "Dense" || className === "Activation";
}
__name(endsInActivation, "endsInActivation");
function lastNode({ nodes }) {
  return nodes.at(-1);
}
__name(lastNode, "lastNode");

// shared/network/layer-classes.ts
var BadShape = class {
  static {
    __name(this, "BadShape");
  }
  what;
  constructor(what) {
    this.what = what;
  }
};
var LARGEST_WINDOW = 1024;
var activation = oneOf(LAYER_ACTIVATIONS, "linear");
var padding = oneOf(["valid", "same"], "valid");
var useBias = truth(true);
var first = /* @__PURE__ */ __name((inputs, rank) => {
  const [input2 = []] = inputs;
  if (rank === void 0 || input2.length === rank) return input2;
  throw new BadShape(`reads ${rank} sizes an example, and gets [${input2.join(", ")}]`);
}, "first");
var same = /* @__PURE__ */ __name((_, inputs) => first(inputs), "same");
var last = /* @__PURE__ */ __name((shape) => shape.at(-1) ?? 1, "last");
var list = /* @__PURE__ */ __name((value) => value, "list");
function weight(name, kind, ...shape) {
  return { name, kind, shape };
}
__name(weight, "weight");
function windows(config, input2, size) {
  return list(config[size]).map((width, axis2) => {
    const stride = list(config.strides)[axis2] ?? 1;
    const length = input2[axis2] ?? 0;
    if (config.padding === "same") return Math.ceil(length / stride);
    if (width <= length) return Math.floor((length - width) / stride) + 1;
    throw new BadShape(`has a window of ${width}, wider than the ${length} numbers that it reads`);
  });
}
__name(windows, "windows");
function convolution(rank) {
  return {
    fields: {
      filters: count(),
      kernel_size: counts(rank, LARGEST_WINDOW),
      strides: counts(rank, LARGEST_WINDOW, 1),
      padding,
      // The library has no gradients of others.
      dilation_rate: counts(rank, 1, 1),
      activation,
      use_bias: useBias
    },
    shape: /* @__PURE__ */ __name((config, inputs) => [
      ...windows(config, first(inputs, rank + 1), "kernel_size"),
      config.filters
    ], "shape"),
    weights: /* @__PURE__ */ __name(({ kernel_size, filters, use_bias }, input2) => [
      weight("kernel", "kernel", ...list(kernel_size), last(input2), filters),
      ...use_bias === true ? [weight("bias", "bias", filters)] : []
    ], "weights"),
    initializers: ["kernel_initializer", "bias_initializer"]
  };
}
__name(convolution, "convolution");
var depthMultiplier = count(1, LARGEST_WINDOW, 1);
var depthwiseFields = {
  kernel_size: counts(2, LARGEST_WINDOW),
  strides: equal2(counts(2, LARGEST_WINDOW, 1)),
  padding,
  // The library has no gradients of others.
  dilation_rate: counts(2, 1, 1),
  depth_multiplier: depthMultiplier,
  activation,
  use_bias: useBias
};
function equal2(read) {
  return (value, field) => {
    const [one, other] = list(read(value, field));
    if (one === other) return [one, other];
    throw new BadField(field, "must be the same in both directions");
  };
}
__name(equal2, "equal");
function depthwiseKernel({ kernel_size, depth_multiplier }, input2) {
  const sizes2 = [...list(kernel_size), last(input2), depth_multiplier];
  return weight("depthwise_kernel", "kernel", ...sizes2);
}
__name(depthwiseKernel, "depthwiseKernel");
var depthwiseConvolution = {
  fields: depthwiseFields,
  shape: /* @__PURE__ */ __name((config, inputs) => {
    const input2 = first(inputs, 3);
    const channels = last(input2) * config.depth_multiplier;
    return [...windows(config, input2, "kernel_size"), channels];
  }, "shape"),
  weights: /* @__PURE__ */ __name((config, input2) => [
    depthwiseKernel(config, input2),
    ...config.use_bias === true ? [weight("bias", "bias", last(input2) * config.depth_multiplier)] : []
  ], "weights"),
  initializers: ["depthwise_initializer", "bias_initializer"]
};
var separableConvolution = {
  fields: { filters: count(), ...depthwiseFields },
  shape: /* @__PURE__ */ __name((config, inputs) => [
    ...windows(config, first(inputs, 3), "kernel_size"),
    config.filters
  ], "shape"),
  weights: /* @__PURE__ */ __name((config, input2) => {
    const { filters, depth_multiplier, use_bias } = config;
    const channels = last(input2) * depth_multiplier;
    return [
      depthwiseKernel(config, input2),
      weight("pointwise_kernel", "kernel", 1, 1, channels, filters),
      ...use_bias === true ? [weight("bias", "bias", filters)] : []
    ];
  }, "weights"),
  initializers: ["depthwise_initializer", "pointwise_initializer", "bias_initializer"]
};
var margins = /* @__PURE__ */ __name((value, field) => {
  const given = value ?? 1;
  const pair = Array.isArray(given) ? given : [given, given];
  if (pair.length !== 2) throw new BadField(field, "must have 2 pairs of numbers");
  return pair.map((one) => {
    const both2 = Array.isArray(one) ? one : [one, one];
    if (both2.length !== 2) throw new BadField(field, "must have 2 pairs of numbers");
    return both2.map((side) => count(0, LARGEST_WINDOW)(side, field));
  });
}, "margins");
var zeroPadding = {
  fields: { padding: margins },
  shape: /* @__PURE__ */ __name(({ padding: sides }, inputs) => {
    const [height = 1, width = 1, channels = 1] = first(inputs, 3);
    const [[above = 0, below = 0] = [], [left = 0, right = 0] = []] = sides;
    return [above + height + below, left + width + right, channels];
  }, "shape")
};
function pooling(rank) {
  return {
    fields: {
      pool_size: counts(rank, LARGEST_WINDOW, 2),
      strides: counts(rank, LARGEST_WINDOW, 2),
      padding
    },
    shape: /* @__PURE__ */ __name((config, inputs) => {
      const input2 = first(inputs, rank + 1);
      return [...windows(config, input2, "pool_size"), last(input2)];
    }, "shape")
  };
}
__name(pooling, "pooling");
function globalPooling(rank) {
  return { fields: {}, shape: /* @__PURE__ */ __name((_, inputs) => [last(first(inputs, rank + 1))], "shape") };
}
__name(globalPooling, "globalPooling");
function recurrent(gates, more = {}) {
  return {
    fields: {
      units: count(),
      activation: oneOf(LAYER_ACTIVATIONS, "tanh"),
      use_bias: useBias,
      return_sequences: truth(false),
      go_backwards: truth(false),
      ...more
    },
    shape: /* @__PURE__ */ __name(({ units, return_sequences }, inputs) => {
      const [steps2 = 1] = first(inputs, 2);
      return return_sequences === true ? [steps2, units] : [units];
    }, "shape"),
    weights: /* @__PURE__ */ __name(({ units, use_bias }, input2) => {
      const width = gates * units;
      return [
        weight("kernel", "kernel", last(input2), width),
        weight("recurrent_kernel", "kernel", units, width),
        ...use_bias === true ? [weight("bias", "bias", width)] : []
      ];
    }, "weights"),
    initializers: ["kernel_initializer", "recurrent_initializer", "bias_initializer"]
  };
}
__name(recurrent, "recurrent");
var recurrentActivation = { recurrent_activation: oneOf(LAYER_ACTIVATIONS, "hard_sigmoid") };
var merge = {
  fields: {},
  isMerge: true,
  shape: /* @__PURE__ */ __name((_, inputs) => {
    const shape = first(inputs);
    if (inputs.every((other) => other.join() === shape.join())) return shape;
    const shapes = inputs.map((other) => `[${other.join(", ")}]`);
    throw new BadShape(`reads layers of different shapes: ${shapes.join(" and ")}`);
  }, "shape")
};
function isLastAxis(axis2, { length }) {
  const [one] = Array.isArray(axis2) ? axis2 : [axis2];
  return one === -1 || one === length;
}
__name(isLastAxis, "isLastAxis");
var axis = /* @__PURE__ */ __name((value) => {
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value ?? -1;
  return one === -1 ? -1 : count(1, 6)(one, "axis");
}, "axis");
function overLastAxis(config, inputs) {
  const input2 = first(inputs);
  if (isLastAxis(config.axis, input2)) return input2;
  throw new BadShape("works along another axis than the last one");
}
__name(overLastAxis, "overLastAxis");
var MOST_NORMALIZED = 3;
function normalized(config, inputs) {
  const { length } = first(inputs);
  if (length <= MOST_NORMALIZED) return overLastAxis(config, inputs);
  throw new BadShape(`normalises ${length} sizes, more than ${MOST_NORMALIZED}`);
}
__name(normalized, "normalized");
var LAYER_CLASSES = {
  Dense: {
    fields: { units: count(), activation, use_bias: useBias },
    shape: /* @__PURE__ */ __name(({ units }, inputs) => [...first(inputs).slice(0, -1), units], "shape"),
    weights: /* @__PURE__ */ __name(({ units, use_bias }, input2) => [
      weight("kernel", "kernel", last(input2), units),
      ...use_bias === true ? [weight("bias", "bias", units)] : []
    ], "weights"),
    initializers: ["kernel_initializer", "bias_initializer"]
  },
  Dropout: { fields: { rate: number(0, 1) }, shape: same },
  Activation: { fields: { activation: oneOf(LAYER_ACTIVATIONS) }, shape: same },
  ReLU: { fields: {}, shape: same },
  LeakyReLU: { fields: { alpha: number(0, 1e6, 0.3) }, shape: same },
  Softmax: { fields: { axis }, shape: overLastAxis },
  Flatten: {
    fields: {},
    shape: /* @__PURE__ */ __name((_, inputs) => {
      const input2 = first(inputs);
      if (input2.length > 1) return [sizeOf(input2)];
      throw new BadShape(`reads a vector already: [${input2.join(", ")}]`);
    }, "shape")
  },
  Reshape: {
    fields: { target_shape: sizes },
    shape: /* @__PURE__ */ __name(({ target_shape }, inputs) => {
      const size = sizeOf(first(inputs));
      const known = list(target_shape).filter((one) => one !== -1);
      const rest = size / sizeOf(known);
      const open = list(target_shape).length - known.length;
      if (open > 1 || (open === 0 ? rest !== 1 : !Number.isInteger(rest))) {
        throw new BadShape(`makes [${list(target_shape).join(", ")}] of ${size} numbers`);
      }
      return list(target_shape).map((one) => one === -1 ? rest : one);
    }, "shape")
  },
  Permute: {
    fields: { dims: sizes },
    shape: /* @__PURE__ */ __name(({ dims }, inputs) => {
      const input2 = first(inputs);
      const order = list(dims).toSorted((left, right) => left - right);
      if (order.join() !== input2.map((_, index) => index + 1).join()) {
        throw new BadShape(`orders [${list(dims).join(", ")}] of ${input2.length} sizes`);
      }
      return list(dims).map((dimension) => input2[dimension - 1] ?? 1);
    }, "shape")
  },
  RepeatVector: {
    fields: { n: count(1, 65536) },
    shape: /* @__PURE__ */ __name(({ n }, inputs) => [n, ...first(inputs, 1)], "shape")
  },
  Embedding: {
    fields: { input_dim: count(), output_dim: count() },
    shape: /* @__PURE__ */ __name(({ output_dim }, inputs) => [...first(inputs), output_dim], "shape"),
    weights: /* @__PURE__ */ __name(({ input_dim, output_dim }) => [
      weight("embeddings", "other", input_dim, output_dim)
    ], "weights"),
    initializers: ["embeddings_initializer"]
  },
  Conv1D: convolution(1),
  Conv2D: convolution(2),
  DepthwiseConv2D: depthwiseConvolution,
  SeparableConv2D: separableConvolution,
  ZeroPadding2D: zeroPadding,
  MaxPooling1D: pooling(1),
  MaxPooling2D: pooling(2),
  AveragePooling1D: pooling(1),
  AveragePooling2D: pooling(2),
  GlobalMaxPooling1D: globalPooling(1),
  GlobalMaxPooling2D: globalPooling(2),
  GlobalAveragePooling1D: globalPooling(1),
  GlobalAveragePooling2D: globalPooling(2),
  SimpleRNN: recurrent(1),
  GRU: recurrent(3, recurrentActivation),
  LSTM: recurrent(4, { ...recurrentActivation, unit_forget_bias: truth(true) }),
  BatchNormalization: {
    fields: {
      axis,
      momentum: number(0, 1, 0.99),
      epsilon: number(1e-7, 1, 1e-3),
      center: truth(true),
      scale: truth(true)
    },
    shape: normalized,
    weights: /* @__PURE__ */ __name(({ center, scale }, input2) => [
      ...scale === true ? [weight("gamma", "other", last(input2))] : [],
      ...center === true ? [weight("beta", "other", last(input2))] : [],
      weight("moving_mean", "state", last(input2)),
      weight("moving_variance", "state", last(input2))
    ], "weights")
  },
  LayerNormalization: {
    fields: {
      axis,
      epsilon: number(1e-7, 1, 1e-3),
      center: truth(true),
      scale: truth(true)
    },
    shape: normalized,
    weights: /* @__PURE__ */ __name(({ center, scale }, input2) => [
      ...scale === true ? [weight("gamma", "other", last(input2))] : [],
      ...center === true ? [weight("beta", "other", last(input2))] : []
    ], "weights")
  },
  Add: merge,
  Multiply: merge,
  Average: merge,
  Maximum: merge,
  Concatenate: {
    fields: { axis },
    isMerge: true,
    shape: /* @__PURE__ */ __name((config, inputs) => {
      const shape = first(inputs);
      const rest = /* @__PURE__ */ __name((one) => one.slice(0, -1).join(), "rest");
      if (inputs.some((one) => rest(one) !== rest(shape) || !isLastAxis(config.axis, one))) {
        const shapes = inputs.map((other) => `[${other.join(", ")}]`);
        throw new BadShape(`joins ${shapes.join(" and ")}, which differ beside their last size`);
      }
      return [...shape.slice(0, -1), inputs.reduce((sum3, one) => sum3 + last(one), 0)];
    }, "shape")
  }
};

// shared/network/model-files.ts
var MODEL_FILES = {
  model: "model.json",
  weights: "weights.bin",
  transform: "transform.json"
};

// shared/network/parse-layers-part.ts
var MOST_SIZES = 4;
var MOST_NODES = 512;
var BadLayers = class {
  static {
    __name(this, "BadLayers");
  }
  what;
  constructor(what) {
    this.what = what;
  }
};
function planLayersPart(layers, { inputs, output: output2 }) {
  if (layers.length > MOST_NODES) {
    throw new BadLayers(`it has ${layers.length} layers, more than ${MOST_NODES}`);
  }
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  if (byName.size < layers.length) throw new BadLayers("two layers have one name");
  const shapes = /* @__PURE__ */ new Map();
  const nodes = sortLayers(byName, inputs, output2).map((layer) => {
    const node = planNode(layer, shapes);
    shapes.set(node.name, node.shape);
    return node;
  });
  return { nodes };
}
__name(planLayersPart, "planLayersPart");
function networkOfLayers(name, layers, ends) {
  const layersPart = planLayersPart(layers, ends);
  const inputs = listPartInputs(layersPart).reduce((sum3, { width }) => sum3 + width, 0);
  return { name, inputs, layers: [], layersPart };
}
__name(networkOfLayers, "networkOfLayers");
function sortLayers(byName, inputs, output2) {
  for (const name of inputs) {
    if (byName.get(name)?.className !== "InputLayer") throw new BadLayers(`"${name}" is no input`);
  }
  if (new Set(inputs).size < inputs.length) throw new BadLayers("an input is named twice");
  const sorted = [];
  const done = /* @__PURE__ */ new Set();
  const take = /* @__PURE__ */ __name((layer) => {
    sorted.push(layer);
    done.add(layer.name);
  }, "take");
  for (const name of inputs) take(byName.get(name));
  let rest = [...byName.values()].filter(({ name }) => !done.has(name));
  while (rest.length > 0) {
    const ready = rest.filter(({ from }) => from.length > 0 && from.every((one) => done.has(one))).sort((a, b) => a.name < b.name ? -1 : 1);
    const [layer] = rest;
    if (ready.length === 0) throw new BadLayers(whyNotReady(layer, byName));
    for (const one of ready) if (one.name !== output2) take(one);
    const left = rest.filter(({ name }) => !done.has(name));
    const isOnlyOutput = left.length === 1 && left[0]?.name === output2;
    if (isOnlyOutput) {
      const [end] = left;
      if (!end.from.every((one) => done.has(one))) throw new BadLayers(whyNotReady(end, byName));
      take(end);
      break;
    }
    if (left.length === rest.length)
      throw new BadLayers(whyNotReady(left[0], byName));
    rest = left;
  }
  if (sorted.at(-1)?.name !== output2) throw new BadLayers(`there is no layer "${output2}"`);
  const read = new Set(sorted.flatMap(({ from }) => from));
  const unread = sorted.find(({ name }) => name !== output2 && !read.has(name));
  if (unread !== void 0) throw new BadLayers(`nothing reads layer "${unread.name}"`);
  if (read.has(output2)) throw new BadLayers(`the output "${output2}" is read by another layer`);
  return sorted;
}
__name(sortLayers, "sortLayers");
function whyNotReady({ name, from }, byName) {
  const missing = from.find((one) => !byName.has(one));
  if (missing !== void 0) return `layer "${name}" reads "${missing}", which is not there`;
  return from.length === 0 ? `layer "${name}" reads nothing` : `layer "${name}" is part of a circle`;
}
__name(whyNotReady, "whyNotReady");
function planNode(layer, shapes) {
  const { name, className, from } = layer;
  if (className === "InputLayer") return planInput(layer);
  const known = Object.hasOwn(LAYER_CLASSES, className) ? LAYER_CLASSES[className] : void 0;
  if (known === void 0) throw new BadLayers(`layer "${name}" is a ${className} layer`);
  if (known.isMerge === true ? from.length < 2 : from.length !== 1) {
    const wanted = known.isMerge === true ? "at least two" : "one";
    throw new BadLayers(`layer "${name}" reads ${from.length} layers, not ${wanted}`);
  }
  try {
    return describeNode(
      layer,
      known,
      from.map((one) => shapes.get(one) ?? [])
    );
  } catch (error) {
    if (error instanceof BadField) {
      throw new BadLayers(`${error.field} of layer "${name}" (${className}) ${error.must}`);
    }
    if (error instanceof BadShape) throw new BadLayers(`layer "${name}" ${error.what}`);
    throw error;
  }
}
__name(planNode, "planNode");
function describeNode({ name, className, config: given, from }, known, inputs) {
  const config = readFields(given, known.fields);
  const shape = known.shape(config, inputs);
  if (shape.length > MOST_SIZES)
    throw new BadShape(`has a result of more than ${MOST_SIZES} sizes`);
  const weights = known.weights?.(config, inputs[0] ?? []) ?? [];
  for (const size of [shape, ...weights.map((weight2) => weight2.shape)].map(sizeOf)) {
    if (size > MOST_UNITS) throw new BadShape(`has more than ${MOST_UNITS} numbers`);
  }
  return {
    name,
    className,
    // Written in the one way: counted from the batch it is the same axis, and the library computes no size that is left open.
    config: {
      ...config,
      ...config.axis === void 0 ? {} : { axis: -1 },
      ...config.target_shape === void 0 ? {} : { target_shape: shape }
    },
    from,
    shape,
    weights: weights.map((weight2) => ({ ...weight2, name: `${name}/${weight2.name}` }))
  };
}
__name(describeNode, "describeNode");
function planInput({ name, config }) {
  const shape = config.batch_input_shape;
  const [batch, width] = Array.isArray(shape) && shape.length === 2 ? shape : [];
  if (batch !== null || !Number.isInteger(width) || width < 1 || width > MOST_UNITS) {
    throw new BadLayers(`the input "${name}" is no vector: its shape must be [null, numbers]`);
  }
  return { name, className: "InputLayer", config: {}, from: [], shape: [width], weights: [] };
}
__name(planInput, "planInput");

// shared/network/encoder-networks.ts
var WINDOW = 3;
function describeEncoderNetwork(architecture, {
  outputs,
  activation: activation2,
  blocks
}) {
  const layers = new LayerList();
  const { kind } = architecture;
  const read = readBlocks(architecture, blocks);
  const vectors = read.map(({ block, width }, index) => {
    const name = `input_${index + 1}`;
    layers.inputs.push(layers.add(name, "InputLayer", { batch_input_shape: [null, width] }, []));
    return block === null ? name : encode(layers, architecture, block, name, index + 1);
  });
  let last2 = vectors.length === 1 ? vectors[0] : layers.add("features", "Concatenate", { axis: -1 }, vectors);
  for (const [index, units] of architecture.hidden.entries()) {
    const settings = { units, activation: architecture.activation };
    last2 = layers.add(`hidden_${index + 1}`, "Dense", settings, [last2]);
    if (architecture.dropout > 0)
      last2 = layers.add(`dropout_${index + 1}`, "Dropout", { rate: architecture.dropout }, [last2]);
  }
  const output2 = layers.add("output", "Dense", { units: outputs, activation: activation2 }, [last2]);
  try {
    return networkOfLayers(kind.replace("-", "_"), layers.all, { inputs: layers.inputs, output: output2 });
  } catch (error) {
    if (!(error instanceof BadLayers)) throw error;
    throw new UserError({
      what: `The features don't fit training.architecture.kind: ${kind}: ${error.what}`,
      remedy: "Change the shape of the feature, or the settings of the architecture"
    });
  }
}
__name(describeEncoderNetwork, "describeEncoderNetwork");
var LayerList = class {
  static {
    __name(this, "LayerList");
  }
  all = [];
  inputs = [];
  /** Returns the name. */
  add(name, className, config, from) {
    this.all.push({ name, className, config, from });
    return name;
  }
};
function readBlocks(architecture, blocks) {
  const { kind } = architecture;
  const inputs = [];
  for (const block of blocks) {
    const { width } = block;
    const last2 = inputs.at(-1);
    const own2 = encodedBlock(kind, block);
    if (own2 !== null) inputs.push({ block: own2, width });
    else if (block.meaning === "tokens") throw strayTokens(kind);
    else if (last2?.block === null)
      inputs[inputs.length - 1] = { block: null, width: last2.width + width };
    else inputs.push({ block: null, width });
  }
  if (inputs.some(({ block }) => block !== null)) return inputs;
  const [wanted, example] = WANTED[kind];
  throw new UserError({
    what: `training.architecture.kind: ${kind} needs ${wanted}, and there is none among the features`,
    remedy: `Make one, e.g. ${example}, or choose kind: mlp`
  });
}
__name(readBlocks, "readBlocks");
var WANTED = {
  cnn: [
    "an image, or an array of two or three sizes",
    "features: { photo: { kind: image, size: [28, 28] } }"
  ],
  text: ["a text as tokens", "features: { review: tokens }"],
  "time-series": [
    "an array of one or two sizes, the first of which is time",
    'features: { load: { kind: array, columns: ["h_*"], shape: [24] } }'
  ]
};
function encodedBlock(kind, block) {
  if (block.meaning === "tokens") return kind === "text" ? block : null;
  if (block.meaning !== "array") return null;
  const rank = block.shape.length;
  const isRead = kind === "cnn" ? rank === 2 || rank === 3 : kind === "time-series" && rank <= 2;
  return isRead ? block : null;
}
__name(encodedBlock, "encodedBlock");
function strayTokens(kind) {
  return new UserError({
    what: `Tokens are not read by training.architecture.kind: ${kind}, to which they would be quantities`,
    remedy: "Use kind: text for this feature, or training.architecture.kind: text"
  });
}
__name(strayTokens, "strayTokens");
function encode(layers, architecture, block, input2, place) {
  let last2 = input2;
  const then = /* @__PURE__ */ __name((name, className, config) => {
    last2 = layers.add(`${name}_${place}`, className, config, [last2]);
  }, "then");
  if (block.meaning === "tokens") {
    if (architecture.kind !== "text") throw new Error("tokens are read by texts alone");
    then("embedding", "Embedding", { input_dim: block.ids, output_dim: architecture.embedding });
    if (architecture.encoder === "average") then("average", "GlobalAveragePooling1D", {});
    else encodeSequence(architecture, then);
    return last2;
  }
  const [first2 = 1, second = 1, third = 1] = block.shape;
  if (architecture.kind === "cnn") {
    then("image", "Reshape", { target_shape: [first2, second, third] });
    let [height, width] = [first2, second];
    for (const [index, filters] of architecture.filters.entries()) {
      const { kernel: kernel2, activation: activation2 } = architecture;
      then(`convolution_${index + 1}`, "Conv2D", {
        filters,
        kernel_size: kernel2,
        padding: "same",
        activation: activation2
      });
      if (height < 2 || width < 2) continue;
      then(`pool_${index + 1}`, "MaxPooling2D", {});
      [height, width] = [Math.floor(height / 2), Math.floor(width / 2)];
    }
    then("flat", "Flatten", {});
    return last2;
  }
  if (architecture.kind !== "time-series") throw new Error("arrays are not read by texts");
  then("series", "Reshape", { target_shape: [first2, second] });
  encodeSequence(architecture, then);
  return last2;
}
__name(encode, "encode");
function encodeSequence(architecture, then) {
  const { kind, encoder, units, activation: activation2 } = architecture;
  if (encoder === "cnn") {
    then("convolution", "Conv1D", {
      filters: units,
      kernel_size: WINDOW,
      padding: "same",
      activation: activation2
    });
    then("pool", "GlobalMaxPooling1D", {});
    return;
  }
  const className = encoder === "gru" ? "GRU" : "LSTM";
  then(encoder, className, { units, ...kind === "text" ? { go_backwards: true } : {} });
}
__name(encodeSequence, "encodeSequence");

// shared/network/wide-and-deep.ts
function listNetworkInputs(blocks) {
  const inputs = [];
  for (const { meaning, offset, width } of blocks) {
    const use = useOf(meaning);
    const last2 = inputs.at(-1);
    if (last2?.use === use && use !== "both") {
      inputs[inputs.length - 1] = { ...last2, width: last2.width + width };
    } else {
      inputs.push({ name: nameInput(use, inputs.length), use, offset, width });
    }
  }
  return inputs;
}
__name(listNetworkInputs, "listNetworkInputs");
function useOf(meaning) {
  switch (meaning) {
    case "numbers":
    case "array":
      return "deep";
    case "categories":
      return "both";
    case "cross":
      return "wide";
    case "tokens":
      throw new Error("ids of words are no input of a wide-and-deep network");
  }
}
__name(useOf, "useOf");
function nameInput(use, index) {
  return `${use}_${index + 1}`;
}
__name(nameInput, "nameInput");
function embeddingName(input2) {
  return `${input2.name}_embedding`;
}
__name(embeddingName, "embeddingName");
function firstLayerInputs({ inputs, wideAndDeep }) {
  if (wideAndDeep === void 0) return inputs;
  return wideAndDeep.inputs.reduce((sum3, { use, width }) => {
    if (use === "wide") return sum3;
    return sum3 + (use === "deep" ? width : wideAndDeep.embedding);
  }, 0);
}
__name(firstLayerInputs, "firstLayerInputs");
function wideWidth({ inputs }) {
  return inputs.reduce((sum3, { use, width }) => use === "deep" ? sum3 : sum3 + width, 0);
}
__name(wideWidth, "wideWidth");
function listGraph(network) {
  const { wideAndDeep, layers } = network;
  if (wideAndDeep === void 0) throw new Error(`${network.name} is a chain`);
  const nodes = [];
  const add2 = /* @__PURE__ */ __name((name, layer, from) => {
    nodes.push({ name, layer, from });
    return name;
  }, "add");
  const join = /* @__PURE__ */ __name((name, from) => from.length === 1 ? from[0] : add2(name, { kind: "concatenate" }, from), "join");
  const { inputs, embedding } = wideAndDeep;
  for (const { name, width } of inputs) add2(name, { kind: "input", width }, []);
  const embed = { kind: "dense", units: embedding, activation: "linear", bias: false };
  const deep = inputs.filter(({ use }) => use !== "wide").map(
    (input2) => input2.use === "deep" ? input2.name : add2(embeddingName(input2), embed, [input2.name])
  );
  const output2 = layers.at(-1);
  if (output2?.kind !== "dense") throw new Error(`${network.name} ends in no dense layer`);
  let last2 = join("deep", deep);
  for (const layer of layers.slice(0, -1)) {
    last2 = layer.kind === "dropout" ? add2(layer.name, { kind: "dropout", rate: layer.rate }, [last2]) : add2(layer.name, denseNode(layer.units, layer.activation, true), [last2]);
  }
  const wide = join(
    "wide",
    inputs.filter(({ use }) => use !== "deep").map(({ name }) => name)
  );
  const summands = [
    add2(WIDE_LAYER, denseNode(output2.units, "linear", false), [wide]),
    add2(output2.name, denseNode(output2.units, "linear", true), [last2])
  ];
  const sum3 = add2("sum", { kind: "add" }, summands);
  add2("prediction", { kind: "activation", activation: output2.activation }, [sum3]);
  return nodes;
}
__name(listGraph, "listGraph");
var WIDE_LAYER = "wide_output";
function denseNode(units, activation2, bias) {
  return { kind: "dense", units, activation: activation2, bias };
}
__name(denseNode, "denseNode");

// shared/network/network.ts
var OUTPUT_ACTIVATIONS = {
  "binary-classification": "sigmoid",
  "multiclass-classification": "softmax",
  regression: "linear"
};
function isEncoderArchitecture(architecture) {
  return ["cnn", "text", "time-series"].includes(architecture.kind);
}
__name(isEncoderArchitecture, "isEncoderArchitecture");
function describeNetwork(task, architecture, {
  inputs,
  outputs,
  blocks = []
}) {
  const output2 = {
    kind: "dense",
    name: "output",
    units: outputs,
    activation: OUTPUT_ACTIVATIONS[task]
  };
  if (architecture.kind === "linear") return { name: "linear", inputs, layers: [output2] };
  if (isEncoderArchitecture(architecture)) {
    const { activation: activation3 } = output2;
    return describeEncoderNetwork(architecture, { outputs, activation: activation3, blocks });
  }
  if (architecture.kind === "module") throw new Error("a module makes its network by itself");
  const { hidden, activation: activation2, dropout } = architecture;
  const layers = hidden.flatMap((units, index) => {
    const dense = { kind: "dense", name: `hidden_${index + 1}`, units, activation: activation2 };
    return dropout === 0 ? [dense] : [dense, { kind: "dropout", name: `dropout_${index + 1}`, rate: dropout }];
  });
  const network = { name: "mlp", inputs, layers: [...layers, output2] };
  if (architecture.kind === "mlp") return network;
  const { embedding } = architecture;
  return {
    ...network,
    name: "wide_and_deep",
    wideAndDeep: { inputs: listNetworkInputs(blocks), embedding }
  };
}
__name(describeNetwork, "describeNetwork");
function withoutOutputActivation(network) {
  if (network.layersPart !== void 0) {
    return { ...network, layersPart: withoutActivationOf(network.layersPart) };
  }
  const last2 = network.layers.at(-1);
  if (last2?.kind !== "dense") return network;
  return {
    ...network,
    layers: [...network.layers.slice(0, -1), { ...last2, activation: "linear" }]
  };
}
__name(withoutOutputActivation, "withoutOutputActivation");
function listParameters(network) {
  if (network.layersPart === void 0) return listDenseParameters(network);
  return listLayerWeights(network.layersPart).map((weight2) => ({
    ...weight2,
    size: sizeOf(weight2.shape)
  }));
}
__name(listParameters, "listParameters");
function listDenseParameters(network) {
  const { wideAndDeep } = network;
  const parameters = wideAndDeep === void 0 ? [] : wideAndDeep.inputs.flatMap(embeddingOf);
  let inputs = firstLayerInputs(network);
  for (const layer of network.layers) {
    if (layer.kind !== "dense") continue;
    const { name, units } = layer;
    if (wideAndDeep !== void 0 && layer === network.layers.at(-1)) {
      parameters.push(kernelOf(WIDE_LAYER, wideWidth(wideAndDeep), units));
    }
    parameters.push(
      {
        name: `${name}/kernel`,
        kind: "kernel",
        layer,
        shape: [inputs, units],
        size: inputs * units
      },
      { name: `${name}/bias`, kind: "bias", layer, shape: [units], size: units }
    );
    inputs = units;
  }
  return parameters;
  function embeddingOf(input2) {
    if (input2.use !== "both" || wideAndDeep === void 0) return [];
    return [kernelOf(embeddingName(input2), input2.width, wideAndDeep.embedding)];
  }
  __name(embeddingOf, "embeddingOf");
}
__name(listDenseParameters, "listDenseParameters");
function kernelOf(name, rows, units) {
  const layer = { kind: "dense", name, units, activation: "linear" };
  return {
    name: `${name}/kernel`,
    kind: "kernel",
    layer,
    shape: [rows, units],
    size: rows * units
  };
}
__name(kernelOf, "kernelOf");
function countParameters(network) {
  return listParameters(network).reduce((sum3, { size }) => sum3 + size, 0);
}
__name(countParameters, "countParameters");
function widestLayer(network) {
  if (network.layersPart !== void 0) {
    return Math.max(...network.layersPart.nodes.map(({ shape }) => sizeOf(shape)));
  }
  return network.layers.reduce(
    (widest, layer) => layer.kind === "dense" ? Math.max(widest, layer.units) : widest,
    Math.max(network.inputs, firstLayerInputs(network))
  );
}
__name(widestLayer, "widestLayer");
function countOutputs(network) {
  if (network.layersPart !== void 0) return sizeOf(lastNode(network.layersPart).shape);
  return network.layers.reduce(
    (units, layer) => layer.kind === "dense" ? layer.units : units,
    network.inputs
  );
}
__name(countOutputs, "countOutputs");

// shared/network/network-of-topology.ts
var NAME = /^[A-Za-z0-9_.-]{1,100}$/;
function networkOfTopology(topology, wanted) {
  const { layers, inputs, output: output2 } = readTopology(topology);
  const shapes = inputs.map((name) => {
    const layer = layers.find((one) => one.name === name);
    return { name, shape: exampleShape(name, layer?.config.batch_input_shape) };
  });
  checkInputs(shapes, wanted);
  const read = /* @__PURE__ */ new Map();
  const first2 = shapes.flatMap(({ name, shape }, index) => {
    const input2 = `input_${index + 1}`;
    const [width] = [sizeOf(shape)];
    const config = { batch_input_shape: [null, width] };
    const vector = { name: input2, className: "InputLayer", config, from: [] };
    if (shape.length === 1) {
      read.set(name, input2);
      return [vector];
    }
    const reshaped = `input_${index + 1}_shape`;
    read.set(name, reshaped);
    const settings = { target_shape: shape };
    return [vector, { name: reshaped, className: "Reshape", config: settings, from: [input2] }];
  });
  const others = layers.filter(({ name }) => !inputs.includes(name)).map((layer) => ({ ...layer, from: layer.from.map((name) => read.get(name) ?? name) }));
  const network = networkOfLayers("module", [...first2, ...others], {
    inputs: shapes.map((_, index) => `input_${index + 1}`),
    output: read.get(output2) ?? output2
  });
  checkOutput(network, wanted);
  return network;
}
__name(networkOfTopology, "networkOfTopology");
function checkInputs(shapes, { inputs, widths }) {
  const sizes2 = shapes.map(({ shape }) => sizeOf(shape));
  if (sizes2.length === 1 && sizes2[0] === inputs) return;
  if (sizes2.length > 1 && sizes2.join() === widths.join()) return;
  const found = shapes.map(({ name, shape }) => `"${name}" [${shape.join(", ")}]`).join(", ");
  const each = widths.length > 1 ? `, or ${widths.length} of ${shorten(widths)} numbers` : "";
  throw new BadLayers(
    `its inputs are ${found}: it needs one of ${inputs} numbers (inputs)${each} (features)`
  );
}
__name(checkInputs, "checkInputs");
function shorten(widths) {
  return widths.length > 8 ? `${widths.slice(0, 8).join(", ")}, \u2026` : widths.join(", ");
}
__name(shorten, "shorten");
function checkOutput({ layersPart }, { task, outputs }) {
  if (layersPart === void 0) throw new Error("a model of layers has a part of layers");
  const { name, shape } = lastNode(layersPart);
  if (shape.length !== 1 || shape[0] !== outputs) {
    throw new BadLayers(
      `its last layer "${name}" gives [${shape.join(", ")}], and a ${task} needs [${outputs}] (outputs)`
    );
  }
  const activation2 = outputActivationOf(layersPart);
  const expected = OUTPUT_ACTIVATIONS[task];
  if (activation2 === expected) return;
  throw new BadLayers(
    `its last layer "${name}" has the activation ${activation2}, and a ${task} needs ${expected}`
  );
}
__name(checkOutput, "checkOutput");
function readTopology(topology) {
  const { class_name: kind, config } = record(topology);
  if (kind === "Sequential") return readChain(list2(record(config).layers));
  if (kind !== "Model" && kind !== "Functional")
    throw new BadLayers(`it is a ${text(kind)}, no Sequential model and no functional one`);
  const { layers, input_layers, output_layers } = record(config);
  const outputs = list2(output_layers).map(reference);
  const [output2 = "", ...others] = outputs;
  if (others.length > 0) throw new BadLayers(`it has ${outputs.length} outputs`);
  return {
    layers: list2(layers).map((entry) => {
      const { class_name, config: settings, inbound_nodes } = record(entry);
      const nodes = list2(inbound_nodes);
      const name = nameOf(settings);
      if (nodes.length > 1) throw new BadLayers(`layer "${name}" is used ${nodes.length} times`);
      const from = nodes.flatMap((node) => list2(node).map(reference));
      return { name, className: text(class_name), config: record(settings), from };
    }),
    inputs: list2(input_layers).map(reference),
    output: output2
  };
}
__name(readTopology, "readTopology");
function readChain(entries) {
  const chain = entries.map((entry) => {
    const { class_name, config } = record(entry);
    return { name: nameOf(config), className: text(class_name), config: record(config) };
  });
  const [head] = chain;
  if (head === void 0) throw new BadLayers("it has no layers");
  const { batch_input_shape } = head.config;
  const input2 = {
    name: `${head.name}_input`,
    className: "InputLayer",
    config: { batch_input_shape }
  };
  const whole = head.className === "InputLayer" ? chain : [input2, ...chain];
  const layers = whole.map((layer, index) => ({
    ...layer,
    from: index === 0 ? [] : [whole[index - 1]?.name]
  }));
  return { layers, inputs: [layers[0]?.name], output: layers.at(-1)?.name };
}
__name(readChain, "readChain");
function exampleShape(name, shape) {
  const [batch, ...sizes2] = Array.isArray(shape) ? shape : [0];
  const isFixed = sizes2.length > 0 && sizes2.every((size) => Number.isInteger(size) && size !== 0);
  if (batch === null && isFixed) return sizes2;
  throw new BadLayers(`the shape of its input "${name}" is not fixed: give inputShape or shape`);
}
__name(exampleShape, "exampleShape");
function reference(value) {
  const [name, call, result] = list2(value);
  if (call !== 0 || result !== 0) throw new BadLayers(`layer "${text(name)}" is used twice`);
  return text(name);
}
__name(reference, "reference");
function nameOf(config) {
  const { name } = record(config);
  if (typeof name === "string" && NAME.test(name)) return name;
  throw new BadLayers(
    `a layer is called ${JSON.stringify(name)}: a name has at most 100 letters, digits, "_", "." and "-"`
  );
}
__name(nameOf, "nameOf");
function record(value) {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value;
  throw new BadLayers("its description is not that of a model of TensorFlow.js");
}
__name(record, "record");
function list2(value) {
  if (Array.isArray(value)) return value;
  throw new BadLayers("its description is not that of a model of TensorFlow.js");
}
__name(list2, "list");
function text(value) {
  if (typeof value === "string") return value;
  throw new BadLayers("its description is not that of a model of TensorFlow.js");
}
__name(text, "text");

// shared/network/parse-topology.ts
var MOST_UNITS2 = 2 ** 24;

// shared/network/refuse-empty-part.ts
function refuseEmptyPart({ wideAndDeep }) {
  if (wideAndDeep === void 0) return;
  const uses = wideAndDeep.inputs.map(({ use }) => use);
  if (uses.every((use) => use === "deep")) {
    throw new UserError({
      what: "A wide-and-deep model has no feature for its wide part: no column is a category, buckets, a text or a cross",
      remedy: "Use training.architecture.kind: mlp, or make a feature of kind one-hot, hashing, quantile-buckets, text or cross"
    });
  }
  if (uses.every((use) => use === "wide")) {
    throw new UserError({
      what: "A wide-and-deep model has no feature for its deep part: crosses are read by the wide part alone",
      remedy: "Use training.architecture.kind: linear, or learn from a column besides the crosses"
    });
  }
}
__name(refuseEmptyPart, "refuseEmptyPart");
var MOST_INPUTS = 4e3;
function refuseManyInputs({ wideAndDeep }) {
  const count2 = wideAndDeep?.inputs.length ?? 0;
  if (count2 <= MOST_INPUTS) return;
  throw new UserError({
    what: `A wide-and-deep model of ${count2} columns is too large: at most ${MOST_INPUTS} can be read`,
    remedy: "Use training.architecture.kind: mlp, or learn from fewer columns (data.features)"
  });
}
__name(refuseManyInputs, "refuseManyInputs");

// shared/model/clip-gradients.ts
function clipGradients(gradients, { by, limit }) {
  if (by === "value") {
    for (const values of gradients) {
      for (let index = 0; index < values.length; index++) {
        values[index] = Math.max(-limit, Math.min(limit, values[index]));
      }
    }
    return;
  }
  let squares = 0;
  for (const values of gradients) {
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      squares += value * value;
    }
  }
  const norm2 = Math.sqrt(squares);
  if (!(norm2 > limit) || norm2 === Number.POSITIVE_INFINITY) return;
  const scale = limit / norm2;
  for (const values of gradients) {
    for (let index = 0; index < values.length; index++) {
      values[index] = values[index] * scale;
    }
  }
}
__name(clipGradients, "clipGradients");

// shared/model/lasso-penalty.ts
function addLassoPenalty(gradient, weights, l1) {
  const rounded = Math.fround(l1);
  for (let index = 0; index < gradient.length; index++) {
    const weight2 = weights[index];
    if (weight2 > 0) gradient[index] = gradient[index] + rounded;
    else if (weight2 < 0) gradient[index] = gradient[index] - rounded;
  }
}
__name(addLassoPenalty, "addLassoPenalty");

// shared/model/build-layers-part.ts
var MAKERS = {
  ReLU: "reLU",
  LeakyReLU: "leakyReLU",
  SimpleRNN: "simpleRNN",
  GRU: "gru",
  LSTM: "lstm"
};
function buildLayersPart(name, { nodes }) {
  const results = /* @__PURE__ */ new Map();
  const inputs = [];
  let last2;
  for (const node of nodes) {
    if (node.className === "InputLayer") {
      last2 = input({ name: node.name, shape: [...node.shape] });
      inputs.push(last2);
    } else {
      const from = node.from.map((one) => results.get(one));
      last2 = makeLayer(node).apply(
        from.length === 1 ? from[0] : from
      );
    }
    results.set(node.name, last2);
  }
  return model({ name, inputs, outputs: last2 });
}
__name(buildLayersPart, "buildLayersPart");
function makeLayer({ name, className, config }) {
  const maker = MAKERS[className] ?? className.charAt(0).toLowerCase() + className.slice(1).replace(/(\d)D$/, "$1d");
  const make = exports_layers_exports[maker];
  if (make === void 0) throw new Error(`the library has no layer ${className}`);
  const zeros2 = LAYER_CLASSES[className]?.initializers ?? [];
  const settings = Object.entries(config).map(([field, value]) => {
    const isActivation = field.endsWith("activation");
    return [toCamelCase(field), isActivation ? toCamelCase(value) : value];
  });
  return make({
    name,
    ...Object.fromEntries(zeros2.map((field) => [toCamelCase(field), "zeros"])),
    ...Object.fromEntries(settings)
  });
}
__name(makeLayer, "makeLayer");
function toCamelCase(text2) {
  return text2.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}
__name(toCamelCase, "toCamelCase");

// shared/model/layers-model.ts
function buildLayersModel(network, weights) {
  const model2 = buildModel(network);
  assignWeights(model2, network, weights);
  return model2;
}
__name(buildLayersModel, "buildLayersModel");
function buildModel(network) {
  const { name, wideAndDeep, layersPart } = network;
  if (layersPart !== void 0) return buildLayersPart(name, layersPart);
  return wideAndDeep === void 0 ? buildChain(network) : buildGraph(network);
}
__name(buildModel, "buildModel");
function buildChain(network) {
  const model2 = sequential({ name: network.name });
  for (const [index, layer] of network.layers.entries()) {
    model2.add(buildLayer(layer, index === 0 ? { inputShape: [network.inputs] } : {}));
  }
  return model2;
}
__name(buildChain, "buildChain");
function buildGraph(network) {
  const results = /* @__PURE__ */ new Map();
  const inputs = [];
  let last2;
  for (const node of listGraph(network)) {
    const from = node.from.map((name) => results.get(name));
    last2 = buildNode(node, from);
    if (node.layer.kind === "input") inputs.push(last2);
    results.set(node.name, last2);
  }
  return model({ name: network.name, inputs, outputs: last2 });
}
__name(buildGraph, "buildGraph");
function buildNode({ name, layer }, from) {
  const [first2] = from;
  switch (layer.kind) {
    case "input":
      return input({ name, shape: [layer.width] });
    case "concatenate":
      return exports_layers_exports.concatenate({ name }).apply(from);
    case "add":
      return exports_layers_exports.add({ name }).apply(from);
    case "activation":
      return exports_layers_exports.activation({ name, activation: layer.activation }).apply(first2);
    case "dropout":
      return exports_layers_exports.dropout({ name, rate: layer.rate }).apply(first2);
    case "dense":
      return exports_layers_exports.dense({
        name,
        units: layer.units,
        activation: layer.activation,
        useBias: layer.bias,
        kernelInitializer: "zeros"
      }).apply(first2);
  }
}
__name(buildNode, "buildNode");
function findVariables(model2, network) {
  const byName = new Map(
    model2.weights.map((weight2) => [weight2.originalName, weight2.read()])
  );
  const parameters = listParameters(network);
  if (byName.size !== parameters.length) {
    throw new Error(`the model has ${byName.size} weights, the network ${parameters.length}`);
  }
  return parameters.map(({ name, shape }) => {
    const variable2 = byName.get(name);
    if (variable2 === void 0 || variable2.shape.join() !== shape.join()) {
      throw new Error(`the model has no weight ${name} of shape [${shape.join(", ")}]`);
    }
    return variable2;
  });
}
__name(findVariables, "findVariables");
function assignWeights(model2, network, weights) {
  tidy(() => {
    for (const [index, variable2] of findVariables(model2, network).entries()) {
      const values = weights[index];
      if (values === void 0) throw new Error(`no weights for parameter ${index}`);
      variable2.assign(tensor(values, variable2.shape, "float32"));
    }
  });
}
__name(assignWeights, "assignWeights");
function buildLayer(layer, input2) {
  if (layer.kind === "dropout")
    return exports_layers_exports.dropout({ name: layer.name, rate: layer.rate, ...input2 });
  return exports_layers_exports.dense({
    name: layer.name,
    units: layer.units,
    activation: layer.activation,
    // The weights come from elsewhere, so that no random number of the library's is drawn.
    kernelInitializer: "zeros",
    ...input2
  });
}
__name(buildLayer, "buildLayer");
function splitRows(network, rows) {
  const inputs = listInputs(network);
  const columns = network.inputs;
  if (inputs.length < 2) return [rows];
  const count2 = rows.length / columns;
  return inputs.map(({ offset, width }) => {
    const block = new Float32Array(count2 * width);
    for (let row = 0; row < count2; row++) {
      const start = row * columns + offset;
      block.set(rows.subarray(start, start + width), row * width);
    }
    return block;
  });
}
__name(splitRows, "splitRows");
function toInputs(blocks, rows) {
  const tensors = blocks.map((block) => tensor2d(block, [rows, block.length / rows]));
  return tensors.length === 1 ? tensors[0] : tensors;
}
__name(toInputs, "toInputs");
function listInputs({ wideAndDeep, layersPart }) {
  return layersPart === void 0 ? wideAndDeep?.inputs ?? [] : listPartInputs(layersPart);
}
__name(listInputs, "listInputs");
function predictRows(model2, network, rows) {
  const result = tidy(
    () => model2.apply(toInputs(splitRows(network, rows), rows.length / network.inputs), {
      training: false
    })
  );
  const values = result.dataSync();
  result.dispose();
  return values;
}
__name(predictRows, "predictRows");

// shared/model/loss.ts
function computeLoss(task, logits, labels, outputs, weights) {
  if (task === "multiclass-classification") {
    return softmaxCrossEntropy(logits, labels, outputs, weights);
  }
  if (task === "binary-classification") return sigmoidCrossEntropy(logits, labels, weights);
  return squaredError(logits, labels, weights);
}
__name(computeLoss, "computeLoss");
function softmaxCrossEntropy(logits, labels, classes, weights) {
  const gradient = new Float32Array(logits.length);
  let sum3 = 0;
  let correct = 0;
  for (const [row, label] of labels.entries()) {
    const weight2 = weights?.[row] ?? 1;
    const start = row * classes;
    let best = 0;
    for (let index = 1; index < classes; index++) {
      if (at(logits, start + index) > at(logits, start + best)) best = index;
    }
    if (best === label) correct++;
    const largest = at(logits, start + best);
    let total = 0;
    for (let index = 0; index < classes; index++) {
      total += Math.exp(at(logits, start + index) - largest);
    }
    sum3 += weight2 * (Math.log(total) + largest - at(logits, start + label));
    for (let index = 0; index < classes; index++) {
      const probability = Math.exp(at(logits, start + index) - largest) / total;
      gradient[start + index] = weight2 * (probability - (index === label ? 1 : 0)) / labels.length;
    }
  }
  return { loss: sum3 / labels.length, gradient, correct };
}
__name(softmaxCrossEntropy, "softmaxCrossEntropy");
function sigmoidCrossEntropy(logits, labels, weights) {
  const gradient = new Float32Array(logits.length);
  let sum3 = 0;
  let correct = 0;
  for (const [row, label] of labels.entries()) {
    const weight2 = weights?.[row] ?? 1;
    const logit = at(logits, row);
    const shrunk = Math.exp(-Math.abs(logit));
    sum3 += weight2 * (Math.max(logit, 0) - logit * label + Math.log1p(shrunk));
    const probability = logit >= 0 ? 1 / (1 + shrunk) : shrunk / (1 + shrunk);
    gradient[row] = weight2 * (probability - label) / labels.length;
    if (logit > 0 === (label === 1)) correct++;
  }
  return { loss: sum3 / labels.length, gradient, correct };
}
__name(sigmoidCrossEntropy, "sigmoidCrossEntropy");
function squaredError(predictions, labels, weights) {
  const gradient = new Float32Array(predictions.length);
  let sum3 = 0;
  for (const [row, label] of labels.entries()) {
    const weight2 = weights?.[row] ?? 1;
    const difference = at(predictions, row) - label;
    sum3 += weight2 * difference * difference;
    gradient[row] = weight2 * 2 * difference / labels.length;
  }
  return { loss: sum3 / labels.length, gradient, correct: 0 };
}
__name(squaredError, "squaredError");
function at(values, index) {
  return values[index];
}
__name(at, "at");

// shared/model/prediction.ts
var NUMBERS_AT_ONCE = 2 ** 22;
function predictMatrix(model2, network, features) {
  if (features.columns !== network.inputs) {
    throw new Error(`the model reads ${network.inputs} numbers, not ${features.columns}`);
  }
  const columns = countOutputs(network);
  const block = Math.max(1, Math.floor(NUMBERS_AT_ONCE / widestLayer(network)));
  const data = new Float32Array(features.rows * columns);
  for (let start = 0; start < features.rows; start += block) {
    const end = Math.min(start + block, features.rows);
    const rows = features.data.subarray(start * features.columns, end * features.columns);
    data.set(predictRows(model2, network, rows), start * columns);
  }
  return { data, rows: features.rows, columns };
}
__name(predictMatrix, "predictMatrix");

// shared/model/layers-training-step.ts
function makeOptimizer(settings) {
  const { kind, learningRate, momentum, nesterov } = settings;
  if (kind === "adam" || kind === "adamw") return train.adam(learningRate);
  if (kind === "rmsprop") return train.rmsprop(learningRate, RMSPROP_DECAY, 0, RMSPROP_EPSILON);
  return momentum === void 0 ? train.sgd(learningRate) : train.momentum(learningRate, momentum, nesterov === true);
}
__name(makeOptimizer, "makeOptimizer");
var [RMSPROP_DECAY, RMSPROP_EPSILON] = [0.9, 1e-7];
function setLearningRate(optimizer, rate) {
  if ("setLearningRate" in optimizer) optimizer.setLearningRate(rate);
  else optimizer.learningRate = rate;
}
__name(setLearningRate, "setLearningRate");
var LayersTrainingStep = class {
  static {
    __name(this, "LayersTrainingStep");
  }
  #network;
  #request;
  model;
  optimizer;
  learningRate;
  variables;
  /** All weights, in the order of the network's; the others have those that are trained. */
  #parameters;
  #kernels;
  /** Layers that draw a mask by their seed. */
  dropouts;
  #masks;
  /** `model`: that of the network, with its initial weights. It is disposed with the step. */
  constructor(network, initial, request, model2 = buildLayersModel(network, initial)) {
    this.#network = network;
    this.#request = request;
    this.model = model2;
    this.optimizer = makeOptimizer(request.training.optimizer);
    this.learningRate = request.training.optimizer.learningRate;
    this.#masks = new SeededRandom(request.training.seed, "dropout");
    this.variables = this.model.trainableWeights.map((weight2) => weight2.read());
    const parameters = listParameters(network);
    this.#parameters = parameters.length === 0 ? this.variables : findVariables(model2, network);
    this.#kernels = this.#parameters.filter((_, index) => parameters[index]?.kind === "kernel");
    this.dropouts = this.model.layers.filter(isDropout);
  }
  weights() {
    return this.#parameters.map((variable2) => variable2.dataSync());
  }
  state() {
    const moments = this.#moments().map(
      (kind) => kind.map(({ variable: variable2 }) => variable2.dataSync().slice())
    );
    return { weights: this.weights().map((values) => values.slice()), moments };
  }
  resume({ weights, moments }, steps2) {
    tidy(() => {
      for (const [index, variable2] of this.#parameters.entries()) {
        variable2.assign(tensor(weights[index], variable2.shape, "float32"));
      }
    });
    const optimizer = this.optimizer;
    if (isAdam(optimizer)) this.#resumeAdam(optimizer, moments, steps2);
    if (isMomentum(optimizer)) optimizer.accumulations = this.#restore(moments[0], "momentum");
    if (isRmsprop(optimizer)) optimizer.accumulatedMeanSquares = this.#restore(moments[0], "rms");
    for (let drawn = 0; drawn < steps2 * this.dropouts.length; drawn++) this.#masks.uint32();
  }
  /** By `setWeights` of the library the powers would be others in their last bits: it computes them at once. */
  #resumeAdam(adam, [first2, second], steps2) {
    adam.accumulatedFirstMoment = this.#restore(first2, "m");
    adam.accumulatedSecondMoment = this.#restore(second, "v");
    tidy(() => {
      adam.accBeta1.assign(powerAfter(adam.accBeta1, adam.beta1, steps2));
      adam.accBeta2.assign(powerAfter(adam.accBeta2, adam.beta2, steps2));
    });
  }
  #restore(kind = [], suffix) {
    return this.variables.map(({ name, shape }, index) => ({
      originalName: `${name}/${suffix}`,
      variable: variable(tensor(kind[index], shape, "float32"), false)
    }));
  }
  #moments() {
    const optimizer = this.optimizer;
    if (isAdam(optimizer)) {
      return [optimizer.accumulatedFirstMoment, optimizer.accumulatedSecondMoment];
    }
    if (isMomentum(optimizer)) return [optimizer.accumulations];
    return isRmsprop(optimizer) ? [optimizer.accumulatedMeanSquares] : [];
  }
  predict(features) {
    return predictMatrix(this.model, this.#network, features);
  }
  dispose() {
    this.model.dispose();
    this.optimizer.dispose();
    if (isMomentum(this.optimizer)) this.optimizer.c.dispose();
  }
  run(rows, learningRate) {
    if (learningRate !== this.learningRate) {
      setLearningRate(this.optimizer, learningRate);
      this.learningRate = learningRate;
    }
    const { task, outputs, train: train2 } = this.#request;
    const batch = gatherRows2(train2, rows);
    for (const layer of this.dropouts) layer.seed = this.#masks.uint32();
    let loss = Number.NaN;
    const judge = /* @__PURE__ */ __name((logits) => {
      const value = computeLoss(task, logits, batch.labels, outputs, batch.weights);
      loss = value.loss;
      return value.gradient;
    }, "judge");
    tidy(() => {
      const grads = this.#adjust(this.differentiate(batch.features, judge));
      this.#decay(learningRate);
      this.applyGradients(grads);
    });
    return loss;
  }
  /** Gradients of the loss and its penalties by each variable. `judge` gives the gradient by the logits that it is given. */
  differentiate(features, judge) {
    const lossOf = customGrad((logits) => {
      const { shape } = logits;
      const gradient = judge(logits.dataSync());
      return {
        // Nobody asks for it: `judge` knows the loss.
        value: scalar(0),
        gradFunc: /* @__PURE__ */ __name((upstream) => mul(upstream, tensor(gradient, shape, "float32")), "gradFunc")
      };
    });
    const { grads } = variableGrads(() => {
      const inputs = this.splitFeatures(features);
      const rows = features.length / this.#network.inputs;
      const logits = this.model.apply(toInputs(inputs, rows), { training: true });
      return this.#penalize(lossOf(logits), this.#request.training.l2);
    }, this.variables);
    return grads;
  }
  /** What each input of the model reads. */
  splitFeatures(features) {
    return splitRows(this.#network, features);
  }
  applyGradients(grads) {
    this.optimizer.applyGradients(grads);
  }
  /** What makes Adam AdamW (Loshchilov and Hutter 2019): the library has it not. */
  #decay(learningRate) {
    const { kind, weightDecay = DEFAULT_WEIGHT_DECAY } = this.#request.training.optimizer;
    if (kind !== "adamw") return;
    for (const kernel2 of this.#kernels) {
      kernel2.assign(add(mul(kernel2, -(learningRate * weightDecay)), kernel2));
    }
  }
  /** What the library has not, or not to the bits of the kernel. */
  #adjust(grads) {
    const { clip: clip2, l1 } = this.#request.training;
    if (clip2 === void 0 && l1 === void 0) return grads;
    const tensors = this.variables.map(({ name }) => grads[name]);
    const values = tensors.map((tensor2) => tensor2.dataSync().slice());
    if (l1 !== void 0) {
      for (const [index, variable2] of this.variables.entries()) {
        if (!this.#kernels.includes(variable2)) continue;
        addLassoPenalty(values[index], variable2.dataSync(), l1);
      }
    }
    if (clip2 !== void 0) clipGradients(values, clip2);
    return Object.fromEntries(
      this.variables.map(({ name, shape }, index) => [
        name,
        tensor(values[index], shape, "float32")
      ])
    );
  }
  #penalize(loss, l2) {
    if (l2 === 0 || this.#kernels.length === 0) return loss;
    const squares = this.#kernels.map((kernel2) => sum(square(kernel2)));
    return add(loss, mul(addN(squares), l2));
  }
};
function isAdam(optimizer) {
  return "accumulatedFirstMoment" in optimizer && "accBeta1" in optimizer;
}
__name(isAdam, "isAdam");
function isMomentum(optimizer) {
  return "accumulations" in optimizer;
}
__name(isMomentum, "isMomentum");
function isRmsprop(optimizer) {
  return "accumulatedMeanSquares" in optimizer;
}
__name(isRmsprop, "isRmsprop");
function powerAfter(power, beta, steps2) {
  let [value = 0] = power.dataSync();
  for (let step3 = 0; step3 < steps2; step3++) value = Math.fround(value * Math.fround(beta));
  return scalar(value);
}
__name(powerAfter, "powerAfter");
function isDropout(layer) {
  return layer.getClassName() === "Dropout";
}
__name(isDropout, "isDropout");
function gatherRows2({ features, labels, weights }, rows) {
  const { data, columns } = features;
  const gathered = new Float32Array(rows.length * columns);
  for (const [index, row] of rows.entries()) {
    gathered.set(data.subarray(row * columns, (row + 1) * columns), index * columns);
  }
  return {
    features: gathered,
    labels: Float32Array.from(rows, (row) => labels[row]),
    ...weights === void 0 ? {} : { weights: Float64Array.from(rows, (row) => weights[row]) }
  };
}
__name(gatherRows2, "gatherRows");

// shared/model/load-predictor.ts
async function loadPredictor({ network, weights }, engine2 = "wasm") {
  await startEngine(engine2);
  const model2 = await explainEngineErrors(() => buildLayersModel(network, weights));
  return {
    inputs: network.inputs,
    outputs: countOutputs(network),
    predict: /* @__PURE__ */ __name((features) => predictMatrix(model2, network, features), "predict"),
    dispose: /* @__PURE__ */ __name(() => {
      model2.dispose();
    }, "dispose")
  };
}
__name(loadPredictor, "loadPredictor");

// shared/engine/describe-engine.ts
var TENSORFLOW_VERSION = "4.22.0";
var { WebAssembly: WebAssembly2 } = globalThis;
var SIMD_MODULE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3],
  ...[2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11]
);
function describeEngine(name = "wasm") {
  return {
    name,
    version: TENSORFLOW_VERSION,
    simd: name === "wasm" && WebAssembly2.validate(SIMD_MODULE)
  };
}
__name(describeEngine, "describeEngine");

// shared/engine/divergence.ts
var DIVERGENCE = /* @__PURE__ */ Symbol.for("mlops-actions.divergence");
function divergence(epoch, when) {
  const error = new UserError({
    what: `The loss stopped being a number in epoch ${epoch} ${when}`,
    remedy: "Lower training.optimizer.learning-rate; if that does not help, look for extreme values in the features and the label"
  });
  return Object.defineProperty(error, DIVERGENCE, { value: true });
}
__name(divergence, "divergence");

// shared/model/alea.ts
var TWO_TO_32 = 2 ** 32;
function seedAlea(seed) {
  const mash = new Mash();
  const state = [mash.add(" "), mash.add(" "), mash.add(" ")].map((start) => {
    const value = start - mash.add(seed);
    return value < 0 ? value + 1 : value;
  });
  return state;
}
__name(seedAlea, "seedAlea");
function fillUniform(values, seed) {
  let [s0, s1, s2] = seedAlea(String(seed));
  let carry = 1;
  for (let index = 0; index < values.length; index++) {
    const sum3 = 2091639 * s0 + carry / TWO_TO_32;
    [s0, s1] = [s1, s2];
    carry = sum3 | 0;
    s2 = sum3 - carry;
    values[index] = s2;
  }
}
__name(fillUniform, "fillUniform");
var Mash = class {
  static {
    __name(this, "Mash");
  }
  #value = 4022871197;
  add(text2) {
    for (let index = 0; index < text2.length; index++) {
      this.#value += text2.charCodeAt(index);
      const scaled = 0.02519603282416938 * this.#value;
      const whole = scaled >>> 0;
      const product = (scaled - whole) * whole;
      const low = product >>> 0;
      this.#value = low + (product - low) * TWO_TO_32;
    }
    return (this.#value >>> 0) / TWO_TO_32;
  }
};

// shared/web-assembly/index.ts
var { Module: WasmModule, Instance: WasmInstance } = globalThis.WebAssembly;

// shared/model/replay/replay-kernel-bytes.ts
var REPLAY_KERNEL_BASE64 = "AGFzbQEAAAABhgEMYAZ/f39/f38AYAV/f39/fwBgBH9/f38AYAF9AX1gC39/f39/f39/f39/AGAGf39/f39/AX9gD39/f39/f39/f39/f39/fwBgEH9/f39/f39/f39/f39/f38AYAR/f399AGANf39/f399fX19fX19fQBgDH9/f39/f39/f39/fwBgAn9/AAISAQNlbnYGbWVtb3J5AgFAgIAEAxYVAwEDBQAGBwAAAAEBAggJBAQKAgILB9sBEgR0YW5oABQKY29sdW1uU3VtcwATCXRyYW5zcG9zZQASDW1hdHJpeFByb2R1Y3QAEQRhZGFtAA4Dc2dkAA0EYm90aAAMBmNob29zZQALEWNvbXBhcmVXaXRoTnVtYmVyAAoHY29tYmluZQABEWNvbWJpbmVXaXRoTnVtYmVyAAkOY29tYmluZVdpdGhSb3cACAljb3B5QmxvY2sABw5maWx0ZXJHcmFkaWVudAAGDHBvb2xHcmFkaWVudAAFB2FkZFJvd3MABAh0YWtlUm93cwADBm1lbW9yeQIACuc8FeUDAgN/BH0gALwiA0H/////B3EhAiADQR92IQMgAkHE8NaMBE8EQCACQYCAgPwHSwRAIAAPCyADBEBDAACAvw8LIAJBl+TFlQRLBEAgAEMAAAB/lA8LCyACQZjkxfUDSwRAIABBASADQQF0ayAAQzuquD+UQwAAAD8gAJiS/AAgAkGSq5T8A0kbIgGyIgBDgHExP5STIgQgBCAAQ9H3FzeUIgSTIgCTIASTIQQFIAJBgICAmANJBEAgAA8LC0MAAEBAIAAgAEMAAAA/lCIGlCIFIAVDEDDPOpRDaIgIvZKUQwAAgD+SIgcgBpSTIQYgBSAHIAaTQwAAwEAgACAGlJOVlCEGIAFFBEAgACAAIAaUIAWTkw8LIAAgBiAEk5QgBJMgBZMhBCABQX9GBEAgACAEk0MAAAA/lEMAAAC/kg8LIAFBAUYEQCAAQwAAgL5dBEAgBCAAQwAAAD+Sk0MAAADAlA8LIAAgBJNDAAAAQJRDAACAP5IPCyABQf8AakEXdL4hBSABQQBIIAFBOEpyBEAgACAEk0MAAIA/kiIAIACSQwAAAH+UIAAgBZQgAUGAAUYbQwAAgL+SDwsgAEMAAIA/Qf8AIAFrQRd0viIAkyAEk0MAAIA/IAQgAJKTIAFBFEgbkiAFlAvuAwAgAARAIABBAUYEQCADIARBAnRqIQQDQCADQRBqIgAgBE0EQCADIAH9AAQAIAL9AAQA/eUB/QsEACABQRBqIQEgAkEQaiECIAAhAwwBCwsDQCADIARJBEAgAyABKgIAIAIqAgCTOAIAIAFBBGohASACQQRqIQIgA0EEaiEDDAELCwUgAEECRgRAIAMgBEECdGohBANAIANBEGoiACAETQRAIAMgAf0ABAAgAv0ABAD95gH9CwQAIAFBEGohASACQRBqIQIgACEDDAELCwNAIAMgBEkEQCADIAEqAgAgAioCAJQ4AgAgAUEEaiEBIAJBBGohAiADQQRqIQMMAQsLBSADIARBAnRqIQQDQCADQRBqIgAgBE0EQCADIAH9AAQAIAL9AAQA/ecB/QsEACABQRBqIQEgAkEQaiECIAAhAwwBCwsDQCADIARJBEAgAyABKgIAIAIqAgCVOAIAIAFBBGohASACQQRqIQIgA0EEaiEDDAELCwsLBSADIARBAnRqIQQDQCADQRBqIgAgBE0EQCADIAH9AAQAIAL9AAQA/eQB/QsEACABQRBqIQEgAkEQaiECIAAhAwwBCwsDQCADIARJBEAgAyABKgIAIAIqAgCSOAIAIAFBBGohASACQQRqIQIgA0EEaiEDDAELCwsL4QECAX8EfSAAQ5IVhT9dBEAgABAADwsgACAAQzuquD+UQwAAAD+S/AAiAbIiAEOAcTE/lJMiAiACIABD0fcXN5QiAJMiApMgAJMhA0MAAEBAIAIgAkMAAAA/lCIElCIAIABDEDDPOpRDaIgIvZKUQwAAgD+SIgUgBJSTIQQgAiAAIAUgBJNDAADAQCACIASUk5WUIAOTlCADkyAAkyEAIAFB/wBqQRd0viEDQf8AIAFrQRd0viEEIAFBF0gEQCACIACTQwAAgD8gBJOSIAOUDwsgAiAAIASSk0MAAIA/kiADlAtUAQJ/IARBAnQhBANAIAUgBkoEQCABIAZBAnRqKAIAIgdBAEggAyAHTHIEQEEADwsgAiAAIAQgB2xqIAT8CgAAIAIgBGohAiAGQQFqIQYMAQsLQQELugEBBH8gAkEAIARBAnQiByADbPwLAANAIAUgCEoEQAJAIAEgCEECdGooAgAiBEEASCADIARMcgRAIAAgB2ohAAwBCyAHIAIgBCAHbGoiBGohCQNAIARBEGoiBiAJTQRAIAQgBP0ABAAgAP0ABAD95AH9CwQAIABBEGohACAGIQQMAQsLA0AgBCAJSQRAIAQgBCoCACAAKgIAkjgCACAAQQRqIQAgBEEEaiEEDAELCwsgCEEBaiEIDAELCwu3BQMMfwJ9BHsgAkEAIAMgBGwgBWwgBmxBAnT8CwADQCADIBZKBEBBACEXA0AgByAXSgRAIAsgF2wgDWsiD0EAIA9BAE4bIREgBCAJIA9qIg8gBCAPSBshGUEAIRgDQCAIIBhKBEAgDCAYbCAOayIPQQAgD0EAThshEiAFIAogD2oiDyAFIA9IGyEaQQAhFQNAIBVBBGogBkwEQP0MAACA/wAAgP8AAID/AACA/yEe/Qz/////////////////////IR0gESEQA0AgECAZSARAIAQgFmwgEGogBWwgEmogBmwgFWohDyASIRMDQCATIBpIBEAgACAPQQJ0av0ABAAiICAe/UQhHyAgIB4gH/1SIR4gD/0RIB0gH/1SIR0gBiAPaiEPIBNBAWohEwwBCwsgEEEBaiEQDAELCyAd/RsAIg9BAE4EQCACIA9BAnRqIg8gDyoCACABKgIAkjgCAAsgHf0bASIPQQBOBEAgAkEEaiAPQQJ0aiIPIA8qAgAgASoCBJI4AgALIB39GwIiD0EATgRAIAJBCGogD0ECdGoiDyAPKgIAIAEqAgiSOAIACyAd/RsDIg9BAE4EQCACQQxqIA9BAnRqIg8gDyoCACABKgIMkjgCAAsgAUEQaiEBIBVBBGohFQwBCwsDQCAGIBVKBEBDAACA/yEbQX8hDyARIRADQCAQIBlIBEAgBCAWbCAQaiAFbCASaiAGbCAVaiETIBIhFANAIBQgGkgEQCAAIBNBAnRqKgIAIhwgG14EQCAcIRsgEyEPCyAGIBNqIRMgFEEBaiEUDAELCyAQQQFqIRAMAQsLIA9BAE4EQCACIA9BAnRqIg8gDyoCACABKgIAkjgCAAsgAUEEaiEBIBVBAWohFQwBCwsgGEEBaiEYDAELCyAXQQFqIRcMAQsLIBZBAWohFgwBCwsL0wUCC38DewNAIAogE0oEQEEAIRYDQCALIBZKBEAgDyAWayANakEBayANbSIQQQAgEEEAThshESAFQQFrIA9qIBZrIhBBAEgEf0EABSAIIBAgDW1BAWoiECAIIBBIGwshEkEAIRQDQCAGIBRKBEBBACEYA0AgGEEIaiAJTARA/QwAAAAAAAAAAAAAAAAAAAAAIRz9DAAAAAAAAAAAAAAAAAAAAAAhHUEAIRoDQCADIBpKBEBBACEZA0AgByAZSgRAIAwgGWwgE2ogDmsiEEEASCAEIBBMckUEQCAAIAQgGmwgEGogBWwgDSARbGogFmogD2sgBmwgFGpBAnRqIRUgASAHIBpsIBlqIAhsIBFqIAlsIBhqQQJ0aiEXIBEhEANAIBAgEkgEQCAcIBX9CQIAIhsgF/0ABAD95gH95AEhHCAdIBsgF/0ABBD95gH95AEhHSAVIAYgDWxBAnRqIRUgFyAJQQJ0aiEXIBBBAWohEAwBCwsLIBlBAWohGQwBCwsgGkEBaiEaDAELCyACIBz9CwQAIAIgHf0LBBAgAkEgaiECIBhBCGohGAwBCwsDQCAJIBhKBED9DAAAAAAAAAAAAAAAAAAAAAAhHUEAIRoDQCADIBpKBEBBACEZA0AgByAZSgRAIAwgGWwgE2ogDmsiEEEASCAEIBBMckUEQCAAIAQgGmwgEGogBWwgDSARbGogFmogD2sgBmwgFGpBAnRqIRcgASAHIBpsIBlqIAhsIBFqIAlsIBhqQQJ0aiEVIBEhEANAIBAgEkgEQCAdIBf9CQIAIBX9AAQA/eYB/eQBIR0gFyAGIA1sQQJ0aiEXIBUgCUECdGohFSAQQQFqIRAMAQsLCyAZQQFqIRkMAQsLIBpBAWohGgwBCwsgAiAd/QsEACACQRBqIQIgGEEEaiEYDAELCyAUQQFqIRQMAQsLIBZBAWohFgwBCwsgE0EBaiETDAELCws5AQF/A0AgBCAGSgRAIAIgACAFQQJ0/AoAACAAIAFBAnRqIQAgAiADQQJ0aiECIAZBAWohBgwBCwsLOQECfyAFQQJ0IQYDQCAEIAdKBEAgACABIAIgAyAFEAEgASAGaiEBIAMgBmohAyAHQQFqIQcMAQsLC5UEAgJ9AnsgAioCACEGIAAEQCAAQQFGBEAgBCAFQQJ0aiECIAb9EyEIA0AgBEEQaiIAIAJNBEAgBCAIIAH9AAQAIgn95QEgCSAI/eUBIAMb/QsEACABQRBqIQEgACEEDAELCwNAIAIgBEsEQCAEIAYgASoCACIHkyAHIAaTIAMbOAIAIAFBBGohASAEQQRqIQQMAQsLBSAAQQJGBEAgBCAFQQJ0aiECIAb9EyEIA0AgBEEQaiIAIAJNBEAgBCAIIAH9AAQAIgn95gEgCSAI/eYBIAMb/QsEACABQRBqIQEgACEEDAELCwNAIAIgBEsEQCAEIAYgASoCACIHlCAHIAaUIAMbOAIAIAFBBGohASAEQQRqIQQMAQsLBSAEIAVBAnRqIQIgBv0TIQgDQCAEQRBqIgAgAk0EQCAEIAggAf0ABAAiCf3nASAJIAj95wEgAxv9CwQAIAFBEGohASAAIQQMAQsLA0AgAiAESwRAIAQgBiABKgIAIgeVIAcgBpUgAxs4AgAgAUEEaiEBIARBBGohBAwBCwsLCwUgBCAFQQJ0aiECIAb9EyEIA0AgBEEQaiIAIAJNBEAgBCAIIAH9AAQAIgn95AEgCSAI/eQBIAMb/QsEACABQRBqIQEgACEEDAELCwNAIAIgBEsEQCAEIAYgASoCACIHkiAHIAaSIAMbOAIAIAFBBGohASAEQQRqIQQMAQsLCwtEAQJ9IAIqAgAhBSADIARqIQIDQCACIANLBEAgAyABKgIAIgYgBWAgBSAGYCAAGzoAACABQQRqIQEgA0EBaiEDDAELCwtKACADIARBAnRqIQQDQCADIARJBEAgAyABKAIAIAIoAgAgAC0AABs2AgAgAEEBaiEAIAFBBGohASACQQRqIQIgA0EEaiEDDAELCwt1AQF/IAIgA2ohBANAIAJBEGoiAyAETQRAIAIgAP0ABAAgAf0ABAD9Tv0LBAAgAEEQaiEAIAFBEGohASADIQIMAQsLA0AgAiAESQRAIAIgAC0AACABLQAAcToAACAAQQFqIQAgAUEBaiEBIAJBAWohAgwBCwsLewIBfwF7IAAgAkECdGohBCAD/RMhBQNAIABBEGoiAiAETQRAIAAgBSAB/QAEAP3mASAA/QAEAP3kAf0LBAAgAUEQaiEBIAIhAAwBCwsDQCAAIARJBEAgACADIAEqAgCUIAAqAgCSOAIAIAFBBGohASAAQQRqIQAMAQsLC78CAwJ7AX8CfSAAIARBAnRqIQ8DQCAAQRBqIgQgD00EQCAC/QAEACAF/RP95gEgAf0ABAAiDiAG/RP95gH95AEhDSAD/QAEACAH/RP95gEgDiAO/eYBIAj9E/3mAf3kASEOIAIgDf0LBAAgAyAO/QsEACAAIA0gCf0T/ecBIA4gCv0T/ecB/eMBIAv9E/3kAf3nASAM/RP95gEgAP0ABAD95AH9CwQAIAFBEGohASACQRBqIQIgA0EQaiEDIAQhAAwBCwsDQCAAIA9JBEAgAioCACAFlCABKgIAIhEgBpSSIRAgAyoCACAHlCARIBGUIAiUkiERIAIgEDgCACADIBE4AgAgACAQIAmVIBEgCpWRIAuSlSAMlCAAKgIAkjgCACABQQRqIQEgAkEEaiECIANBBGohAyAAQQRqIQAMAQsLC4MGAgt7A38gACABaiIWIAFqIhcgAWohASAIBHsgCP0ABAAF/QwAAAAAAAAAAAAAAAAAAAAACyINIREgDSILIQ8gCAR7IAj9AAQQBf0MAAAAAAAAAAAAAAAAAAAAAAsiDiESIA4iDCEQA0AgByAYSgRAIA0gAP0JAgAiFCAD/QAEACIT/eYB/eQBIQ0gDiAUIAP9AAQQIhT95gH95AEhDiARIBb9CQIAIhUgE/3mAf3kASERIBIgFSAU/eYB/eQBIRIgCyAX/QkCACIVIBP95gH95AEhCyAMIBUgFP3mAf3kASEMIA8gAf0JAgAiFSAT/eYB/eQBIQ8gECAVIBT95gH95AEhECAAIAJqIQAgAiAWaiEWIAIgF2ohFyABIAJqIQEgAyAEaiEDIBhBAWohGAwBCwsgCQRAIA0gCf0ABAD95AEhDQsgBSANIA39DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIA0gChv9CwQAIAlBEGpBACAJGyIABEAgDiAA/QAEAP3kASEOCyAFIA4gDv0MAAAAAAAAAAAAAAAAAAAAAP1F/U8gDiAKG/0LBBAgCQRAIBEgCf0ABAD95AEhEQsgBSAGaiIBIBEgEf0MAAAAAAAAAAAAAAAAAAAAAP1F/U8gESAKG/0LBAAgAARAIBIgAP0ABAD95AEhEgsgASASIBL9DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIBIgChv9CwQQIAkEQCALIAn9AAQA/eQBIQsLIAEgBmoiASALIAv9DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIAsgChv9CwQAIAAEQCAMIAD9AAQA/eQBIQwLIAEgDCAM/QwAAAAAAAAAAAAAAAAAAAAA/UX9TyAMIAob/QsEECAJBEAgDyAJ/QAEAP3kASEPCyABIAZqIgEgDyAP/QwAAAAAAAAAAAAAAAAAAAAA/UX9TyAPIAob/QsEACAABEAgECAA/QAEAP3kASEQCyABIBAgEP0MAAAAAAAAAAAAAAAAAAAAAP1F/U8gECAKG/0LBBALigcDBn0GfwF7IAgEfSAIKgIABUMAAAAACyEMIAFBBEYEQANAIBFBBGogBkwEQCAM/RMhFyAAIBFBAnRqIRIgAyEIQQAhEwNAIAcgE0oEQCAXIBL9AAQAIAj9CQIA/eYB/eQBIRcgAiASaiESIAQgCGohCCATQQFqIRMMAQsLIBf9HwAhCyAJBEAgCyAJKgIAkiELCyAFIAQgEWxqIghDAAAAACALIAtDAAAAAF9BACAKGxs4AgAgF/0fASELIAkEQCALIAkqAgCSIQsLIAQgCGpDAAAAACALIAtDAAAAAF9BACAKGxs4AgAgF/0fAiELIAkEQCALIAkqAgCSIQsLIAggBEEBdGpDAAAAACALIAtDAAAAAF9BACAKGxs4AgAgF/0fAyELIAkEQCALIAkqAgCSIQsLIAggBEEDbGpDAAAAACALIAtDAAAAAF9BACAKGxs4AgAgEUEEaiERDAELCwUDQCARQQRqIAZMBEAgACABIBFsaiISIAFqIhMgAWoiFCABaiEVIAMhCCAMIgshDyALIg0hDkEAIRYDQCAHIBZKBEAgCyASKgIAIAgqAgAiEJSSIQsgDyATKgIAIBCUkiEPIA0gFCoCACAQlJIhDSAOIBUqAgAgEJSSIQ4gAiASaiESIAIgE2ohEyACIBRqIRQgAiAVaiEVIAQgCGohCCAWQQFqIRYMAQsLIAv9EyAP/SABIA39IAIgDv0gAyIX/R8AIQsgCQRAIAsgCSoCAJIhCwsgBSAEIBFsaiIIQwAAAAAgCyALQwAAAABfQQAgChsbOAIAIBf9HwEhCyAJBEAgCyAJKgIAkiELCyAEIAhqQwAAAAAgCyALQwAAAABfQQAgChsbOAIAIBf9HwIhCyAJBEAgCyAJKgIAkiELCyAIIARBAXRqQwAAAAAgCyALQwAAAABfQQAgChsbOAIAIBf9HwMhCyAJBEAgCyAJKgIAkiELCyAIIARBA2xqQwAAAAAgCyALQwAAAABfQQAgChsbOAIAIBFBBGohEQwBCwsLA0AgBiARSgRAIAwhCyAAIAEgEWxqIRIgAyEIQQAhEwNAIAcgE0oEQCALIBIqAgAgCCoCAJSSIQsgAiASaiESIAQgCGohCCATQQFqIRMMAQsLIAkEQCALIAkqAgCSIQsLIAUgBCARbGpDAAAAACALIAtDAAAAAF9BACAKGxs4AgAgEUEBaiERDAELCwvXCgIFewp/IAFBAnQhFSACQQJ0IRcgB0ECdCESIAVBEE4iAQRAIAdBCEohAQsgAQR/IAasIAesfkKAIFUFIAELIRMDQCAUQSBqIBJNBEAgAyAUaiECIBIhByATBEAgCyEHQQAhEQNAIAYgEUoEQCAHIAL9AAQA/QsEACAHIAL9AAQQ/QsEECAHQSBqIQcgAiASaiECIBFBAWohEQwBCwtBICEHIAshAgsgCCAUakEAIAgbIRkgCSAUakEAIAkbIRpBACEBA0AgAUEEaiIRIAVMBEAgACABIBVsaiAVIBcgAiAHIAQgASASbGogFGogEiAGIBkgGiAKEA8gESEBDAELCwNAIAEgBUgEQCAAIAEgFWxqIRYgAiERIBkEeyAZ/QAEAAX9DAAAAAAAAAAAAAAAAAAAAAALIQwgGQR7IBn9AAQQBf0MAAAAAAAAAAAAAAAAAAAAAAshDUEAIRgDQCAGIBhKBEAgDCAW/QkCACIOIBH9AAQA/eYB/eQBIQwgDSAOIBH9AAQQ/eYB/eQBIQ0gFiAXaiEWIAcgEWohESAYQQFqIRgMAQsLIBoEQCAMIBr9AAQA/eQBIQwLIAQgASASbGogFGoiESAMIAz9DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIAwgChv9CwQAIBEgGkEQakEAIBobIhEEQCANIBH9AAQA/eQBIQ0LIA0gDf0MAAAAAAAAAAAAAAAAAAAAAP1F/U8gDSAKG/0LBBAgAUEBaiEBDAELCyAUQSBqIRQMAQsLA0AgFEEQaiASTQRAIAggFGpBACAIGyETIAkgFGpBACAJGyEZQQAhCwNAIAtBBGoiAiAFTARAIAAgCyAVbGohGCADIBRqIQEgBCALIBJsaiAUaiEaQQAhCyAVIBUgGGoiB2oiFiAVaiERIBMEeyAT/QAEAAX9DAAAAAAAAAAAAAAAAAAAAAALIg0hDyANIg4hDANAIAYgC0oEQCANIBj9CQIAIAH9AAQAIhD95gH95AEhDSAPIAf9CQIAIBD95gH95AEhDyAOIBb9CQIAIBD95gH95AEhDiAMIBH9CQIAIBD95gH95AEhDCAXIBhqIRggByAXaiEHIBYgF2ohFiARIBdqIREgASASaiEBIAtBAWohCwwBCwsgGQRAIA0gGf0ABAD95AEhDQsgGiANIA39DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIA0gChv9CwQAIBkEQCAPIBn9AAQA/eQBIQ8LIBIgGmogDyAP/QwAAAAAAAAAAAAAAAAAAAAA/UX9TyAPIAob/QsEACAZBEAgDiAZ/QAEAP3kASEOCyAaIBJBAXRqIA4gDv0MAAAAAAAAAAAAAAAAAAAAAP1F/U8gDiAKG/0LBAAgGQRAIAwgGf0ABAD95AEhDAsgGiASQQNsaiAMIAz9DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIAwgChv9CwQAIAIhCwwBCwsDQCAFIAtKBEAgACALIBVsaiERIAMgFGohASATBHsgE/0ABAAF/QwAAAAAAAAAAAAAAAAAAAAACyEMQQAhBwNAIAYgB0oEQCAMIBH9CQIAIAH9AAQA/eYB/eQBIQwgESAXaiERIAEgEmohASAHQQFqIQcMAQsLIBkEQCAMIBn9AAQA/eQBIQwLIAQgCyASbGogFGogDCAM/QwAAAAAAAAAAAAAAAAAAAAA/UX9TyAMIAob/QsEACALQQFqIQsMAQsLIBRBEGohFAwBCwsDQCASIBRLBEAgACAVIBcgAyAUaiASIAQgFGogBSAGIAggFGpBACAIGyAJIBRqQQAgCRsgChAQIBRBBGohFAwBCwsLWQEEfyACQQJ0IQcDQCACIARKBEAgASAEQQJ0aiEFQQAhBgNAIAMgBkoEQCAFIAAqAgA4AgAgAEEEaiEAIAUgB2ohBSAGQQFqIQYMAQsLIARBAWohBAwBCwsLzQEDA38BewF9IANBAnQhBgNAIARBEGogBk0EQP0MAAAAAAAAAAAAAAAAAAAAACEHIAAgBGohA0EAIQUDQCACIAVKBEAgByAD/QAEAP3kASEHIAMgBmohAyAFQQFqIQUMAQsLIAEgBGogB/0LBAAgBEEQaiEEDAELCwNAIAQgBkkEQEMAAAAAIQggACAEaiEDQQAhBQNAIAIgBUoEQCAIIAMqAgCSIQggAyAGaiEDIAVBAWohBQwBCwsgASAEaiAIOAIAIARBBGohBAwBCwsLqgEBAn0gACABQQJ0aiEBA0AgACABSQRAIAAgACoCACICiyIDQwAAIEFeBH1DAACAPwUgA0NUnww/XgR9QwAAgD9DAAAAQCADIAOSEAJDAAAAQJKVkwUgA0N4xYI+XgR9IAMgA5IQAiIDIANDAAAAQJKVBSADQwAAgABdBH0gAwUgA0MAAADAlBAAIgOMIANDAAAAQJKVCwsLCyACmDgCACAAQQRqIQAMAQsLCw==";

// shared/model/replay/replay-kernel.ts
var started2 = null;
function startReplayKernel(backend2) {
  if (started2?.backend === backend2) return started2.kernel;
  const memory2 = backendMemory(allocator(backend2).HEAPU8.buffer);
  if (memory2 === null) return null;
  const module = new WasmModule(Buffer.from(REPLAY_KERNEL_BASE64, "base64"));
  const imports = { env: { memory: memory2 } };
  started2 = { backend: backend2, kernel: new WasmInstance(module, imports).exports };
  return started2.kernel;
}
__name(startReplayKernel, "startReplayKernel");
function allocator(backend2) {
  return backend2.wasm;
}
__name(allocator, "allocator");
function addressOf(backend2, { dataId }) {
  return backend2.dataIdMap.get(dataId).memoryOffset;
}
__name(addressOf, "addressOf");
function forgetPacked(backend2, { dataId, shape }) {
  const { id, memoryOffset } = backend2.dataIdMap.get(dataId);
  const { tfjs } = allocator(backend2);
  tfjs.disposeData(id);
  tfjs.registerTensor(
    id,
    shape.reduce((product, size) => product * size, 1),
    memoryOffset
  );
}
__name(forgetPacked, "forgetPacked");

// shared/model/replay/move-in-place.ts
function canMoveInPlace(optimizer) {
  if (isAdam(optimizer)) return optimizer.accumulatedFirstMoment.length > 0;
  return !isMomentum(optimizer) && !isRmsprop(optimizer);
}
__name(canMoveInPlace, "canMoveInPlace");
function moveInPlace(variables, grads, { optimizer, learningRate, backend: backend2, kernel: kernel2 }) {
  const at2 = /* @__PURE__ */ __name((tensor2) => addressOf(backend2, tensor2), "at");
  for (const [index, variable2] of variables.entries()) {
    const gradient = grads[variable2.name];
    if (gradient === void 0) continue;
    own(variable2, backend2);
    if (isAdam(optimizer)) {
      const first2 = own(optimizer.accumulatedFirstMoment[index]?.variable, backend2);
      const second = own(
        optimizer.accumulatedSecondMoment[index]?.variable,
        backend2
      );
      kernel2.adam(
        at2(variable2),
        at2(gradient),
        at2(first2),
        at2(second),
        variable2.size,
        optimizer.beta1,
        1 - optimizer.beta1,
        optimizer.beta2,
        1 - optimizer.beta2,
        1 - numberOf(optimizer.accBeta1, backend2),
        1 - numberOf(optimizer.accBeta2, backend2),
        optimizer.epsilon,
        -learningRate
      );
      forgetPacked(backend2, first2);
      forgetPacked(backend2, second);
    } else {
      kernel2.sgd(at2(variable2), at2(gradient), variable2.size, -learningRate);
    }
    forgetPacked(backend2, variable2);
  }
  if (isAdam(optimizer)) raisePowers(optimizer, backend2);
}
__name(moveInPlace, "moveInPlace");
function raisePowers({ accBeta1, accBeta2, beta1, beta2 }, backend2) {
  for (const [power, beta] of [
    [accBeta1, beta1],
    [accBeta2, beta2]
  ]) {
    const value = numberOf(power, backend2) * Math.fround(beta);
    backend2.typedArrayFromHeap(own(power, backend2))[0] = value;
    forgetPacked(backend2, power);
  }
}
__name(raisePowers, "raisePowers");
function numberOf(scalar2, backend2) {
  return backend2.typedArrayFromHeap(scalar2)[0];
}
__name(numberOf, "numberOf");
function own(variable2, backend2) {
  if (backend2.refCount(variable2.dataId) > 1) {
    tidy(() => {
      variable2.assign(tensor(variable2.dataSync().slice(), variable2.shape, "float32"));
    });
  }
  return variable2;
}
__name(own, "own");

// shared/model/replay/proved-layers.ts
var PROVED = /* @__PURE__ */ new Set([
  ...["InputLayer", "Dense", "Dropout", "ReLU", "LeakyReLU", "Softmax", "LayerNormalization"],
  "BatchNormalization",
  ...[
    "Add",
    "Multiply",
    "Average",
    "Maximum",
    "Concatenate",
    "Activation",
    "Flatten",
    "Reshape",
    "Permute",
    "RepeatVector"
  ],
  ...["Embedding", "Conv1D", "Conv2D", "MaxPooling1D", "MaxPooling2D", "AveragePooling1D"],
  ...["DepthwiseConv2D", "SeparableConv2D", "ZeroPadding2D"],
  ...["AveragePooling2D", "GlobalAveragePooling1D", "GlobalAveragePooling2D"],
  ...["GlobalMaxPooling1D", "LSTM", "GRU", "SimpleRNN"]
]);
function isProved(model2) {
  return model2.layers.every((layer) => {
    const { dropout, recurrentDropout, stateful, maskZero } = layer.getConfig();
    const draws = Boolean(dropout) || Boolean(recurrentDropout);
    return PROVED.has(layer.getClassName()) && !draws && stateful !== true && maskZero !== true;
  });
}
__name(isProved, "isProved");

// shared/model/replay/recording.ts
function record2(backend2, work) {
  const calls = [];
  const made2 = [];
  const reads = [];
  let isInKernel = false;
  const configs = getKernelsForBackend("wasm");
  const originals = configs.map(({ kernelFunc: kernelFunc3 }) => kernelFunc3);
  for (const config of configs) {
    const { kernelName: name, kernelFunc: kernelFunc3 } = config;
    config.kernelFunc = (call) => {
      if (isInKernel) return kernelFunc3(call);
      isInKernel = true;
      try {
        const result = kernelFunc3(call);
        const outputs = (Array.isArray(result) ? result : [result]).map(toInfo);
        const { inputs, inputList } = copyInputs(call.inputs);
        for (const { dataId } of [...outputs, ...inputList]) backend2.incRef(dataId);
        calls.push({ name, kernelFunc: kernelFunc3, inputs, inputList, attributes: call.attrs, outputs });
        return result;
      } finally {
        isInKernel = false;
      }
    };
  }
  const { write, readSync } = backend2;
  backend2.write = (values, shape, dtype) => {
    const dataId = write.call(backend2, values, shape, dtype);
    if (!isInKernel) made2.push({ dataId, values });
    return dataId;
  };
  backend2.readSync = (dataId, ...range2) => {
    if (!isInKernel) reads.push({ dataId, after: calls.length });
    return readSync.call(backend2, dataId, ...range2);
  };
  try {
    return { result: work(), recording: { calls, made: made2, reads } };
  } catch (error) {
    release(backend2, { calls, made: made2, reads }, /* @__PURE__ */ new Set());
    throw error;
  } finally {
    for (const [index, config] of configs.entries()) {
      config.kernelFunc = originals[index];
    }
    Reflect.deleteProperty(backend2, "write");
    Reflect.deleteProperty(backend2, "readSync");
  }
}
__name(record2, "record");
function release(backend2, { calls }, kept) {
  const seen = /* @__PURE__ */ new Set();
  for (const { inputList, outputs } of calls) {
    for (const { dataId } of [...outputs, ...inputList]) {
      if (kept.has(dataId) && !seen.has(dataId)) seen.add(dataId);
      else backend2.disposeData(dataId);
    }
  }
}
__name(release, "release");
function toInfo({ dataId, shape, dtype }) {
  return { dataId, shape: [...shape], dtype };
}
__name(toInfo, "toInfo");
function copyInputs(inputs) {
  const pairs = Object.entries(inputs).flatMap(
    ([name, tensor2]) => tensor2 == null ? [] : [[name, toInfo(tensor2)]]
  );
  const inputList = pairs.map(([, tensor2]) => tensor2);
  return { inputList, inputs: Array.isArray(inputs) ? inputList : Object.fromEntries(pairs) };
}
__name(copyInputs, "copyInputs");

// shared/model/replay/fast-call.ts
var sizeOf2 = /* @__PURE__ */ __name(({ shape }) => util_exports.sizeFromShape(shape), "sizeOf");
function named({ call }) {
  return call.inputs;
}
__name(named, "named");
function areNumbers(...tensors) {
  return tensors.every((tensor2) => tensor2?.dtype === "float32" && sizeOf2(tensor2) > 0);
}
__name(areNumbers, "areNumbers");
function output({ backend: backend2, call }, write) {
  const [{ shape, dtype }] = call.outputs;
  const address = /* @__PURE__ */ __name((tensor2) => addressOf(backend2, tensor2), "address");
  return () => {
    const result = backend2.makeOutput([...shape], dtype);
    write(addressOf(backend2, result), address);
    return result;
  };
}
__name(output, "output");

// shared/model/replay/fast-rows.ts
function gatherRows3(place) {
  const { x, indices } = named(place);
  const { axis: axis2, batchDims } = place.call.attributes;
  const isTable = util_exports.parseAxisParam(axis2, x.shape)[0] === 0 && (batchDims ?? 0) === 0;
  if (!isTable || !areNumbers(x) || indices.dtype !== "int32") return null;
  const [rows = 0] = x.shape;
  const [width, count2] = [sizeOf2(x) / rows, sizeOf2(indices)];
  return output(place, (to, at2) => {
    if (place.kernel.takeRows(at2(x), at2(indices), to, rows, width, count2) === 0) {
      throw noSuchRow(rows);
    }
  });
}
__name(gatherRows3, "gatherRows");
function sumSegments(place) {
  const { x, segmentIds } = named(place);
  if (!areNumbers(x) || segmentIds.dtype !== "int32") return null;
  const [{ shape }] = place.call.outputs;
  const [rows = 0] = shape;
  const count2 = sizeOf2(segmentIds);
  const width = sizeOf2(x) / count2;
  return output(
    place,
    (to, at2) => place.kernel.addRows(at2(x), at2(segmentIds), to, rows, width, count2)
  );
}
__name(sumSegments, "sumSegments");

// shared/model/replay/fast-windows.ts
function poolGradient(place) {
  const { dy, input: input2 } = named(place);
  const attributes = place.call.attributes;
  if (!areNumbers(dy, input2)) return null;
  const geometry = poolingGeometry(input2, attributes);
  const { effectiveFilterHeight, effectiveFilterWidth } = geometry;
  const words = [
    ...extent(geometry, geometry.batchSize),
    ...[effectiveFilterHeight, effectiveFilterWidth],
    ...steps(geometry)
  ];
  return output(place, (to, at2) => place.kernel.poolGradient(at2(input2), at2(dy), to, ...words));
}
__name(poolGradient, "poolGradient");
function filterGradient(place) {
  const { backend: backend2, kernel: kernel2 } = place;
  const { x, dy } = named(place);
  const attributes = place.call.attributes;
  const geometry = convolutionGeometry(x.shape, attributes.filterShape, attributes);
  const { batchSize, outChannels, filterHeight, filterWidth, dilationHeight, dilationWidth } = geometry;
  if (!areNumbers(x, dy) || geometry.dataFormat !== "channelsLast" || outChannels % 4 !== 0) {
    return null;
  }
  if (dilationHeight !== 1 || dilationWidth !== 1) return null;
  const [{ shape }] = place.call.outputs;
  const size = shape.reduce((product, length) => product * length, 1);
  const atOnce = examplesAtOnce(geometry);
  const imageBytes = 4 * sizeOf2(x) / batchSize;
  const gradientBytes = 4 * sizeOf2(dy) / batchSize;
  const { _malloc: allocate, _free: free } = allocator(backend2);
  return output(place, (to, at2) => {
    const part = allocate(4 * size) >>> 0;
    for (let first2 = 0; first2 < batchSize; first2 += atOnce) {
      const examples = Math.min(atOnce, batchSize - first2);
      kernel2.filterGradient(
        at2(x) + first2 * imageBytes,
        at2(dy) + first2 * gradientBytes,
        first2 === 0 ? to : part,
        ...extent(geometry, examples),
        outChannels,
        filterHeight,
        filterWidth,
        ...steps(geometry)
      );
      if (first2 > 0) kernel2.combine(0, to, part, to, size);
    }
    free(part);
  });
}
__name(filterGradient, "filterGradient");
function extent({ inHeight, inWidth, inChannels, outHeight, outWidth }, examples) {
  return [examples, inHeight, inWidth, inChannels, outHeight, outWidth];
}
__name(extent, "extent");
function steps({ strideHeight, strideWidth, padInfo }) {
  return [strideHeight, strideWidth, padInfo.top, padInfo.left];
}
__name(steps, "steps");

// shared/model/replay/fast-calls.ts
var OPERATIONS = ["Add", "Sub", "Multiply", "RealDiv"];
function findFastCall(call, backend2, kernel2) {
  return FAST[call.name]?.({ call, backend: backend2, kernel: kernel2 }) ?? null;
}
__name(findFastCall, "findFastCall");
var FAST = {
  ...Object.fromEntries(OPERATIONS.map((name, index) => [name, (place) => combine(place, index)])),
  BatchMatMul: multiply,
  _FusedMatMul: multiply,
  GreaterEqual: /* @__PURE__ */ __name((place) => compare(place, true), "GreaterEqual"),
  LessEqual: /* @__PURE__ */ __name((place) => compare(place, false), "LessEqual"),
  Select: choose,
  SplitV: split2,
  Concat: concatenate,
  Sum: sumColumns,
  Tanh: tanh2,
  LogicalAnd: both,
  GatherV2: gatherRows3,
  UnsortedSegmentSum: sumSegments,
  MaxPoolGrad: poolGradient,
  Conv2DBackpropFilter: filterGradient
};
function combine(place, operation) {
  const { kernel: kernel2 } = place;
  const { a, b } = named(place);
  if (!areNumbers(a, b)) return null;
  const [countA, countB] = [sizeOf2(a), sizeOf2(b)];
  if (util_exports.arraysEqual(a.shape, b.shape)) {
    return output(place, (to, at2) => kernel2.combine(operation, at2(a), at2(b), to, countA));
  }
  if (countB === 1) {
    return output(
      place,
      (to, at2) => kernel2.combineWithNumber(operation, at2(a), at2(b), false, to, countA)
    );
  }
  if (countA === 1) {
    return output(
      place,
      (to, at2) => kernel2.combineWithNumber(operation, at2(b), at2(a), true, to, countB)
    );
  }
  if (countB !== b.shape.at(-1) || countB !== a.shape.at(-1)) return null;
  return output(
    place,
    (to, at2) => kernel2.combineWithRow(operation, at2(a), at2(b), to, countA / countB, countB)
  );
}
__name(combine, "combine");
function compare(place, isAtLeast) {
  const { a, b } = named(place);
  if (!areNumbers(a, b) || sizeOf2(b) !== 1) return null;
  const count2 = sizeOf2(a);
  return output(
    place,
    (to, at2) => place.kernel.compareWithNumber(isAtLeast, at2(a), at2(b), to, count2)
  );
}
__name(compare, "compare");
function tanh2(place) {
  const { x } = named(place);
  if (!areNumbers(x)) return null;
  const count2 = sizeOf2(x);
  return output(place, (to, at2) => {
    place.kernel.copyBlock(at2(x), count2, to, count2, 1, count2);
    place.kernel.tanh(to, count2);
  });
}
__name(tanh2, "tanh");
function both(place) {
  const { a, b } = named(place);
  const areBytes = a.dtype === "bool" && b.dtype === "bool";
  if (!areBytes || !util_exports.arraysEqual(a.shape, b.shape)) return null;
  const count2 = sizeOf2(a);
  return output(place, (to, at2) => place.kernel.both(at2(a), at2(b), to, count2));
}
__name(both, "both");
function choose(place) {
  const { condition, t, e } = named(place);
  if (!areNumbers(t, e) || condition.dtype !== "bool") return null;
  if (!util_exports.arraysEqual(condition.shape, t.shape) || !util_exports.arraysEqual(t.shape, e.shape)) {
    return null;
  }
  const count2 = sizeOf2(t);
  return output(place, (to, at2) => place.kernel.choose(at2(condition), at2(t), at2(e), to, count2));
}
__name(choose, "choose");
function split2(place) {
  const { backend: backend2, call, kernel: kernel2 } = place;
  const { x } = named(place);
  const [rows = 0, columns = 0] = x.shape;
  const widths = call.outputs.map(({ shape }) => shape[1] ?? 0);
  const isByColumn = x.shape.length === 2 && call.outputs.every(({ shape }) => shape.length === 2 && shape[0] === rows) && widths.reduce((sum3, width) => sum3 + width, 0) === columns;
  if (!areNumbers(x) || !isByColumn) return null;
  return () => {
    const parts = widths.map((width) => backend2.makeOutput([rows, width], "float32"));
    let from = addressOf(backend2, x);
    for (const [index, part] of parts.entries()) {
      const width = widths[index];
      kernel2.copyBlock(from, columns, addressOf(backend2, part), width, rows, width);
      from += 4 * width;
    }
    return parts;
  };
}
__name(split2, "split");
function concatenate(place) {
  const { call, kernel: kernel2 } = place;
  const parts = call.inputList;
  const [{ shape }] = call.outputs;
  const [rows = 0, columns = 0] = shape;
  const widths = parts.map((part) => part.shape[1] ?? 0);
  const isByColumn = shape.length === 2 && parts.every((part) => part.shape.length === 2 && part.shape[0] === rows) && widths.reduce((sum3, width) => sum3 + width, 0) === columns;
  if (!areNumbers(...parts) || !isByColumn) return null;
  return output(place, (to, at2) => {
    let place2 = to;
    for (const [index, part] of parts.entries()) {
      const width = widths[index];
      kernel2.copyBlock(at2(part), width, place2, columns, rows, width);
      place2 += 4 * width;
    }
  });
}
__name(concatenate, "concatenate");
function sumColumns(place) {
  const { x } = named(place);
  const [{ shape }] = place.call.outputs;
  const { axis: axis2 } = place.call.attributes;
  const axes = util_exports.parseAxisParam(axis2, x.shape);
  const rank = x.shape.length;
  if (!areNumbers(x) || rank < 2 || axes.length !== rank - 1 || axes.includes(rank - 1))
    return null;
  const columns = x.shape[rank - 1];
  if (util_exports.sizeFromShape(shape) !== columns) return null;
  const rows = sizeOf2(x) / columns;
  return output(place, (to, at2) => place.kernel.columnSums(at2(x), to, rows, columns));
}
__name(sumColumns, "sumColumns");
function multiply(place) {
  const { backend: backend2, kernel: kernel2 } = place;
  const { a, b, bias } = named(place);
  const { transposeA, transposeB, activation: activation2 } = place.call.attributes;
  if (!areNumbers(a, b) || !isMatrix(a) || !isMatrix(b)) return null;
  if (activation2 !== void 0 && activation2 !== null && activation2 !== "linear") return null;
  const [rowsOfB, columnsOfB] = b.shape.slice(-2);
  const [rowsOfA, columnsOfA] = a.shape.slice(-2);
  const [rows, inner] = transposeA ? [columnsOfA, rowsOfA] : [rowsOfA, columnsOfA];
  const columns = transposeB ? rowsOfB : columnsOfB;
  if (bias !== void 0 && (!areNumbers(bias) || sizeOf2(bias) !== columns)) return null;
  if (bias !== void 0 && (transposeA || transposeB)) return null;
  const [rowStride, innerStride] = transposeA ? [1, rows] : [inner, 1];
  const { _malloc: allocate, _free: free } = allocator(backend2);
  return output(place, (to, at2) => {
    const panel = allocate(4 * (8 * inner + (transposeB ? inner * columns : 0))) >>> 0;
    let right = at2(b);
    if (transposeB) {
      right = panel + 32 * inner;
      kernel2.transpose(at2(b), right, columns, inner);
    }
    kernel2.matrixProduct(
      at2(a),
      rowStride,
      innerStride,
      right,
      to,
      rows,
      inner,
      columns,
      bias === void 0 ? 0 : at2(bias),
      0,
      false,
      panel
    );
    free(panel);
  });
}
__name(multiply, "multiply");
function isMatrix({ shape }) {
  return shape.length >= 2 && util_exports.sizeFromShape(shape.slice(0, -2)) === 1;
}
__name(isMatrix, "isMatrix");

// shared/model/replay/step-plan.ts
var SHAPE_ONLY = /* @__PURE__ */ new Set(["ZerosLike", "OnesLike"]);
var StepPlan = class {
  static {
    __name(this, "StepPlan");
  }
  #backend;
  #live;
  #first;
  #second;
  #middle;
  #results;
  #data;
  #isHeld;
  #constants;
  /** Takes over the recording's hold on its data. */
  constructor(backend2, kernel2, recording, { live, middle, middleAfter, results }) {
    this.#backend = backend2;
    const slots = /* @__PURE__ */ new Map();
    const data = [];
    const isConstant = [];
    const add2 = /* @__PURE__ */ __name((dataId, constant) => {
      slots.set(dataId, data.length);
      isConstant.push(constant);
      return data.push(dataId) - 1;
    }, "add");
    this.#live = live.map(({ recorded, now }) => ({ slot: add2(recorded, false), now }));
    const held = this.#live.length;
    const slotOf = /* @__PURE__ */ __name((dataId) => slots.get(dataId) ?? add2(dataId, true), "slotOf");
    const steps2 = [];
    for (const [index, call] of recording.calls.entries()) {
      const inputs = call.inputList.map(({ dataId }) => slotOf(dataId));
      if (call.outputs.every(({ dataId }) => slots.has(dataId))) continue;
      const [first2] = call.outputs;
      if (call.name === "Identity") {
        slots.set(first2.dataId, inputs[0]);
        continue;
      }
      const constant = SHAPE_ONLY.has(call.name) || inputs.every((slot) => isConstant[slot]);
      const outputs = call.outputs.map(({ dataId }) => slots.get(dataId) ?? add2(dataId, constant));
      if (!constant) steps2.push({ call, inputs, outputs, isSecond: index >= middleAfter });
    }
    this.#middle = slotOf(middle);
    this.#results = results.map(slotOf);
    const needed = /* @__PURE__ */ new Set([this.#middle, ...this.#results]);
    const planned = steps2.reverse().filter(({ inputs, outputs }) => {
      if (!outputs.some((slot) => needed.has(slot))) return false;
      for (const slot of inputs) needed.add(slot);
      return true;
    }).reverse();
    this.#isHeld = data.map((_, slot) => slot < held || isConstant[slot] === true);
    const calls = planned.map(
      ({ call, inputs, outputs }) => plan(call, inputs, outputs, backend2, kernel2)
    );
    this.#freeEarly(calls);
    const firstOfSecond = planned.findIndex(({ isSecond }) => isSecond);
    const split3 = firstOfSecond < 0 ? calls.length : firstOfSecond;
    this.#first = calls.slice(0, split3);
    this.#second = calls.slice(split3);
    const constants = new Set(
      data.filter((_, slot) => slot >= held && isConstant[slot] && needed.has(slot))
    );
    release(backend2, recording, constants);
    this.#constants = [...constants];
    this.#data = data.map((dataId) => constants.has(dataId) ? dataId : null);
  }
  /** How many calls a replay makes. */
  get size() {
    return this.#first.length + this.#second.length;
  }
  /** Up to the middle, whose data it gives: it stays the plan's. */
  runFirst() {
    for (const { slot, now } of this.#live) this.#data[slot] = now();
    this.#run(this.#first);
    return this.#data[this.#middle];
  }
  /** The rest. The caller disposes the data of each result once. */
  runSecond() {
    this.#run(this.#second);
    const seen = /* @__PURE__ */ new Set();
    const results = this.#results.map((slot) => {
      const dataId = this.#data[slot];
      if (this.#isHeld[slot] || seen.has(slot)) this.#backend.incRef(dataId);
      seen.add(slot);
      return dataId;
    });
    if (!this.#isHeld[this.#middle] && !seen.has(this.#middle)) {
      this.#backend.disposeData(this.#data[this.#middle]);
    }
    return results;
  }
  dispose() {
    for (const dataId of this.#constants) this.#backend.disposeData(dataId);
  }
  #run(calls) {
    const data = this.#data;
    for (const { inputs, outputs, run, free } of calls) {
      for (const [tensor2, slot] of inputs) tensor2.dataId = data[slot];
      const result = run();
      if (Array.isArray(result)) {
        for (const [index, { dataId }] of result.entries()) data[outputs[index]] = dataId;
      } else {
        data[outputs[0]] = result.dataId;
      }
      for (const slot of free) this.#backend.disposeData(data[slot]);
    }
  }
  #freeEarly(calls) {
    const last2 = /* @__PURE__ */ new Map();
    for (const call of calls) {
      for (const slot of call.outputs) last2.set(slot, call);
      for (const [, slot] of call.inputs) last2.set(slot, call);
    }
    for (const slot of [this.#middle, ...this.#results]) last2.delete(slot);
    const free = /* @__PURE__ */ new Map();
    for (const [slot, call] of last2) {
      if (!this.#isHeld[slot]) free.set(call, [...free.get(call) ?? [], slot]);
    }
    for (const [call, slots] of free) call.free = slots;
  }
};
function plan(call, inputs, outputs, backend2, kernel2) {
  const { kernelFunc: kernelFunc3, inputList, inputs: given, attributes } = call;
  const words = {
    inputs: given,
    backend: backend2,
    ...attributes === void 0 ? {} : { attrs: attributes }
  };
  return {
    inputs: inputList.map((tensor2, index) => [tensor2, inputs[index]]),
    outputs,
    run: findFastCall(call, backend2, kernel2) ?? (() => kernelFunc3(words)),
    free: []
  };
}
__name(plan, "plan");

// shared/model/replay/replay-training-step.ts
var ReplayTrainingStep = class extends LayersTrainingStep {
  static {
    __name(this, "ReplayTrainingStep");
  }
  #backend;
  #kernel;
  #replays = /* @__PURE__ */ new Map();
  #isRefused;
  #columns;
  /** Of the step that is being recorded. */
  #inputs = [];
  constructor(network, initial, request, model2) {
    super(network, initial, request, model2);
    this.#columns = network.inputs;
    const { simd } = request.engine ?? describeEngine();
    const canReplay = getBackend() === "wasm" && simd && isProved(this.model);
    this.#backend = canReplay ? backend() : null;
    this.#kernel = this.#backend === null ? null : startReplayKernel(this.#backend);
    this.#isRefused = this.#kernel === null;
  }
  /** Whether batches of this size are replayed by now. */
  isReplaying(rows) {
    return !this.#isRefused && this.#replays.get(rows)?.isProved === true;
  }
  dispose() {
    this.#forget();
    super.dispose();
  }
  differentiate(features, judge) {
    if (this.#isRefused) return super.differentiate(features, judge);
    const rows = features.length / this.#columns;
    const replay = this.#replays.get(rows);
    if (replay === void 0) return this.#record(features, judge, rows);
    const { grads: found, states } = this.#replay(replay, features, judge);
    if (replay.isProved) {
      for (const [index, variable2] of replay.states.entries())
        variable2.assign(states[index]);
      return found;
    }
    const expected = super.differentiate(features, judge);
    replay.isProved = this.variables.every(
      ({ name }) => haveSameBytes(expected[name], found[name])
    ) && replay.states.every((variable2, index) => haveSameBytes(variable2, states[index]));
    if (!replay.isProved) {
      this.#isRefused = true;
      this.#forget();
    }
    return expected;
  }
  applyGradients(grads) {
    const { optimizer } = this;
    if (this.#isRefused || this.#kernel === null || this.#backend === null || !canMoveInPlace(optimizer)) {
      super.applyGradients(grads);
      return;
    }
    moveInPlace(this.variables, grads, {
      optimizer,
      learningRate: this.learningRate,
      backend: this.#backend,
      kernel: this.#kernel
    });
  }
  splitFeatures(features) {
    this.#inputs = super.splitFeatures(features);
    return this.#inputs;
  }
  #record(features, judge, rows) {
    const backend2 = this.#backend;
    let gradient = new Float32Array();
    this.#inputs = [];
    const judgeOnce = /* @__PURE__ */ __name((logits) => {
      gradient = judge(logits);
      return gradient;
    }, "judgeOnce");
    const variables = this.model.weights.map((weight2) => {
      const variable2 = weight2.read();
      return { variable: variable2, before: variable2.dataId };
    });
    const { result, recording } = record2(backend2, () => super.differentiate(features, judgeOnce));
    const replay = this.#plan(recording, result, { gradient, rows, variables });
    if (replay === null) this.#isRefused = true;
    else this.#replays.set(rows, replay);
    return result;
  }
  /** Null where the step did not go as one of plain layers does. */
  #plan(recording, grads, {
    gradient,
    rows,
    variables
  }) {
    const backend2 = this.#backend;
    const madeOf = /* @__PURE__ */ __name((numbers) => recording.made.find(({ values }) => values === numbers)?.dataId, "madeOf");
    const gradientId = madeOf(gradient);
    const featureIds = this.#inputs.map(madeOf);
    const masks = this.dropouts.map(({ seed }) => findMask(recording, seed));
    const [read, ...otherReads] = recording.reads;
    const tensors = this.variables.map(({ name }) => grads[name]);
    if (featureIds.includes(void 0) || masks.includes(void 0) || gradientId === void 0 || read === void 0 || otherReads.length > 0 || tensors.some((tensor2) => tensor2 == null)) {
      release(backend2, recording, /* @__PURE__ */ new Set());
      return null;
    }
    const inputs = {
      features: this.#inputs.map(({ length }) => keep(zeros([rows, length / rows]))),
      masks: masks.map((mask) => keep(zeros([mask?.length ?? 0]))),
      gradient: keep(zeros([gradient.length]))
    };
    const given = /* @__PURE__ */ __name((recorded, tensor2) => ({
      recorded,
      now: /* @__PURE__ */ __name(() => tensor2.dataId, "now")
    }), "given");
    const live = [
      ...variables.map(({ variable: variable2, before }) => ({
        recorded: before,
        now: /* @__PURE__ */ __name(() => variable2.dataId, "now")
      })),
      ...featureIds.map((recorded, index) => given(recorded, inputs.features[index])),
      ...masks.map((mask, index) => given(mask?.dataId, inputs.masks[index])),
      given(gradientId, inputs.gradient)
    ];
    const states = variables.filter(({ variable: variable2, before }) => variable2.dataId !== before).map(({ variable: variable2 }) => variable2);
    const plan2 = new StepPlan(backend2, this.#kernel, recording, {
      live,
      middle: read.dataId,
      middleAfter: read.after,
      results: [...tensors, ...states].map(({ dataId }) => dataId)
    });
    return { plan: plan2, ...inputs, states, isProved: false };
  }
  #replay({ plan: plan2, features, masks, gradient, states }, numbers, judge) {
    const backend2 = this.#backend;
    const write = /* @__PURE__ */ __name((tensor2, values) => {
      backend2.typedArrayFromHeap(tensor2).set(values);
      forgetPacked(backend2, tensor2);
    }, "write");
    for (const [index, values] of super.splitFeatures(numbers).entries())
      write(features[index], values);
    for (const [index, mask] of masks.entries()) {
      const values = backend2.typedArrayFromHeap(mask);
      fillUniform(values, this.dropouts[index]?.seed ?? 0);
    }
    const logits = backend2.typedArrayFromHeap({ ...toInfo2(gradient), dataId: plan2.runFirst() });
    write(gradient, judge(logits.slice()));
    const results = plan2.runSecond();
    const tensors = [...this.variables, ...states].map(({ shape }, index) => {
      const dataId = results[index];
      return engine().makeTensorFromTensorInfo({ dataId, shape, dtype: "float32" });
    });
    return {
      grads: Object.fromEntries(
        this.variables.map(({ name }, index) => [name, tensors[index]])
      ),
      states: tensors.slice(this.variables.length)
    };
  }
  #forget() {
    for (const { plan: plan2, features, masks, gradient } of this.#replays.values()) {
      plan2.dispose();
      for (const tensor2 of [...features, ...masks, gradient]) tensor2.dispose();
    }
    this.#replays.clear();
  }
};
function findMask({ made: made2 }, seed) {
  const [first2] = drawUniform(1, seed);
  for (const { dataId, values } of made2) {
    if (!(values instanceof Float32Array) || values[0] !== first2) continue;
    const expected = drawUniform(values.length, seed);
    if (values.every((value, index) => value === expected[index])) {
      return { dataId, length: values.length };
    }
  }
  return void 0;
}
__name(findMask, "findMask");
function drawUniform(length, seed) {
  const values = new Float32Array(length);
  fillUniform(values, seed);
  return values;
}
__name(drawUniform, "drawUniform");
function toInfo2({ dataId, shape, dtype }) {
  return { dataId, shape, dtype };
}
__name(toInfo2, "toInfo");
function haveSameBytes(one, other) {
  const bytes = /* @__PURE__ */ __name((tensor2) => Buffer.from(tensor2.dataSync().slice().buffer), "bytes");
  return bytes(one).equals(bytes(other));
}
__name(haveSameBytes, "haveSameBytes");

// shared/model/streamed-examples.ts
var WINDOW_ROWS = 65536;
var WINDOW_NUMBERS = 2 ** 24;
var BLOCK_ROWS = 256;
var StreamedExamples = class {
  static {
    __name(this, "StreamedExamples");
  }
  rows;
  window;
  #file;
  /** A multiple of the batch: no batch but the last one is smaller. */
  #blockRows;
  #windowBlocks;
  /** Of blocks; of rows where there is one window only. */
  #order;
  #isWhole;
  /** `windowRows`: of the window at most. */
  constructor(file, batchSize, windowRows = WINDOW_ROWS) {
    this.#file = file;
    this.rows = file.rows;
    this.#blockRows = Math.max(1, Math.ceil(BLOCK_ROWS / batchSize)) * batchSize;
    const most = Math.min(windowRows, Math.floor(WINDOW_NUMBERS / Math.max(1, file.columns)));
    this.#windowBlocks = Math.max(1, Math.floor(most / this.#blockRows));
    const capacity = this.#windowBlocks * this.#blockRows;
    this.#isWhole = file.rows <= capacity;
    const rows = this.#isWhole ? file.rows : capacity;
    this.window = {
      features: { data: new Float32Array(rows * file.columns), rows, columns: file.columns },
      labels: new Float32Array(rows),
      ...file.isWeighted ? { weights: new Float64Array(rows) } : {}
    };
    const places = this.#isWhole ? file.rows : Math.ceil(file.rows / this.#blockRows);
    this.#order = Uint32Array.from({ length: places }, (_, place) => place);
    if (this.#isWhole) this.#read(0, 0, file.rows);
  }
  *shuffled(random) {
    random.shuffle(this.#order);
    if (this.#isWhole) {
      yield this.#order;
      return;
    }
    for (const blocks of this.#windows()) {
      let filled = 0;
      for (const block of blocks) {
        const count2 = this.#sizeOf(block);
        this.#read(block * this.#blockRows, filled, count2);
        filled += count2;
      }
      const rows = inOrder(filled);
      random.shuffle(rows);
      yield rows;
    }
  }
  skip(random) {
    random.shuffle(this.#order);
    if (this.#isWhole) return;
    for (const blocks of this.#windows()) {
      const filled = blocks.reduce((sum3, block) => sum3 + this.#sizeOf(block), 0);
      random.shuffle(inOrder(filled));
    }
  }
  *inOrder() {
    if (this.#isWhole) {
      yield this.window;
      return;
    }
    const { features, labels, weights } = this.window;
    for (let first2 = 0; first2 < this.rows; first2 += features.rows) {
      const count2 = Math.min(features.rows, this.rows - first2);
      this.#read(first2, 0, count2);
      yield {
        features: {
          data: features.data.subarray(0, count2 * features.columns),
          rows: count2,
          columns: features.columns
        },
        labels: labels.subarray(0, count2),
        ...weights === void 0 ? {} : { weights: weights.subarray(0, count2) }
      };
    }
  }
  *#windows() {
    for (let start = 0; start < this.#order.length; start += this.#windowBlocks)
      yield this.#order.subarray(start, start + this.#windowBlocks);
  }
  #sizeOf(block) {
    return Math.min(this.#blockRows, this.rows - block * this.#blockRows);
  }
  /** `count` examples from `first` on, to the window's rows from `at` on. */
  #read(first2, at2, count2) {
    const { features, labels, weights } = this.window;
    const { columns } = features;
    this.#file.read(
      first2,
      features.data.subarray(at2 * columns, (at2 + count2) * columns),
      labels.subarray(at2, at2 + count2),
      weights?.subarray(at2, at2 + count2)
    );
  }
};
function inOrder(length) {
  return Uint32Array.from({ length }, (_, row) => row);
}
__name(inOrder, "inOrder");

// shared/model/draw-layer-weights.ts
var EMBEDDING_LIMIT = 0.05;
function drawLayerWeights({ nodes }, seed) {
  const random = new SeededRandom(seed, "initial weights");
  return nodes.flatMap((node) => node.weights.map((weight2) => drawWeight(node, weight2, random)));
}
__name(drawLayerWeights, "drawLayerWeights");
function drawWeight(node, { name, shape }, random) {
  const values = new Float32Array(sizeOf(shape));
  const uniform = /* @__PURE__ */ __name((limit) => values.map(() => (2 * random.uniform() - 1) * limit), "uniform");
  switch (name.slice(node.name.length + 1)) {
    case "kernel":
    case "depthwise_kernel":
    case "pointwise_kernel":
      return uniform(limitOf(node, shape));
    case "recurrent_kernel":
      return orthonormalRows(shape, random);
    case "embeddings":
      return uniform(EMBEDDING_LIMIT);
    case "gamma":
    case "moving_variance":
      return values.fill(1);
    case "bias": {
      const units = node.config.units;
      const hasForgetGate = node.className === "LSTM" && node.config.unit_forget_bias === true;
      return hasForgetGate ? values.fill(1, units, 2 * units) : values;
    }
    default:
      return values;
  }
}
__name(drawWeight, "drawWeight");
function limitOf({ config }, shape) {
  const window2 = sizeOf(shape.slice(0, -2));
  const [inputs = 1, outputs = 1] = shape.slice(-2);
  return Math.sqrt(6 / (window2 * (config.activation === "relu" ? inputs : inputs + outputs)));
}
__name(limitOf, "limitOf");
function orthonormalRows([rows = 1, columns = 1], random) {
  const found = [];
  for (let row = 0; row < rows; row++) {
    const values = Float64Array.from(
      { length: columns },
      () => random.uniform() + random.uniform() + random.uniform() - 1.5
    );
    for (const other of found) {
      const share = values.reduce(
        (sum3, value, column) => sum3 + value * other[column],
        0
      );
      for (const [column, value] of other.entries())
        values[column] = values[column] - share * value;
    }
    const length = Math.sqrt(values.reduce((sum3, value) => sum3 + value * value, 0));
    found.push(values.map((value) => value / length));
  }
  const matrix = new Float32Array(rows * columns);
  for (const [row, values] of found.entries()) matrix.set(values, row * columns);
  return matrix;
}
__name(orthonormalRows, "orthonormalRows");

// shared/model/initial-weights.ts
var EMBEDDING_LIMIT2 = 0.05;
function drawInitialWeights(network, seed, used) {
  if (network.layersPart !== void 0) return drawLayerWeights(network.layersPart, seed);
  const random = new SeededRandom(seed, "initial weights");
  const places = listPlaces(network);
  const embeddings = new Set(network.wideAndDeep?.inputs.map(embeddingName));
  return listDenseParameters(network).map((parameter) => {
    const values = new Float32Array(parameter.size);
    const limit = limitOf2(parameter, network, embeddings);
    if (limit === 0) return values;
    for (let index = 0; index < values.length; index++) {
      values[index] = (2 * random.uniform() - 1) * limit;
    }
    const { units, name } = parameter.layer;
    for (const [row, place] of (places.get(name) ?? []).entries()) {
      if (place !== null && used[place] === 0) values.fill(0, row * units, (row + 1) * units);
    }
    return values;
  });
}
__name(drawInitialWeights, "drawInitialWeights");
function limitOf2({ kind, layer, shape }, { wideAndDeep }, embeddings) {
  if (kind === "bias") return 0;
  if (wideAndDeep !== void 0 && layer.name === WIDE_LAYER) return 0;
  if (embeddings.has(layer.name)) return EMBEDDING_LIMIT2;
  const [rows = 1, units = 1] = shape;
  return Math.sqrt(6 / (layer.activation === "relu" ? rows : rows + units));
}
__name(limitOf2, "limitOf");
function listPlaces({ inputs, layers, wideAndDeep }) {
  const places = /* @__PURE__ */ new Map();
  const first2 = layers.find(({ kind }) => kind === "dense")?.name ?? "";
  const range2 = /* @__PURE__ */ __name((offset, width) => Array.from({ length: width }, (_, index) => offset + index), "range");
  if (wideAndDeep === void 0) return places.set(first2, range2(0, inputs));
  const deep = [];
  for (const input2 of wideAndDeep.inputs) {
    const own2 = range2(input2.offset, input2.width);
    if (input2.use === "both") {
      places.set(embeddingName(input2), own2);
      for (let index = 0; index < wideAndDeep.embedding; index++) deep.push(null);
    } else if (input2.use === "deep") {
      for (const place of own2) deep.push(place);
    }
  }
  return places.set(first2, deep);
}
__name(listPlaces, "listPlaces");
function findUsedInputs(examples, columns) {
  const used = new Uint8Array(columns);
  for (const { features, weights } of examples) {
    for (let row = 0; row < features.rows; row++) {
      if (weights !== void 0 && weights[row] === 0) continue;
      const start = row * columns;
      for (let column = 0; column < columns; column++) {
        if (features.data[start + column] !== 0) used[column] = 1;
      }
    }
  }
  return used;
}
__name(findUsedInputs, "findUsedInputs");

// shared/model/model-file.ts
async function saveModel(network, weights) {
  const model2 = buildLayersModel(network, weights);
  let files;
  try {
    await model2.save({
      save: /* @__PURE__ */ __name(async (artifacts) => {
        files = renderFiles({ ...artifacts, ...weightsInOrder(network, weights) });
        return { modelArtifactsInfo: { dateSaved: /* @__PURE__ */ new Date(0), modelTopologyType: "JSON" } };
      }, "save")
    });
  } finally {
    model2.dispose();
  }
  if (files === void 0) throw new Error("the model was not saved");
  return files;
}
__name(saveModel, "saveModel");
function weightsInOrder(network, weights) {
  if (network.layersPart === void 0) return {};
  return {
    weightSpecs: listParameters(network).map(({ name, shape }) => ({
      name,
      shape: [...shape],
      dtype: "float32"
    })),
    weightData: weights.map((values) => new Float32Array(values).buffer)
  };
}
__name(weightsInOrder, "weightsInOrder");
function renderFiles(artifacts) {
  const { modelTopology, format, generatedBy, weightSpecs, weightData } = artifacts;
  const parts = Array.isArray(weightData) ? weightData : [weightData ?? new ArrayBuffer(0)];
  const model2 = {
    format,
    generatedBy,
    convertedBy: null,
    modelTopology,
    weightsManifest: [{ paths: [MODEL_FILES.weights], weights: weightSpecs }]
  };
  return {
    modelJson: `${JSON.stringify(model2, null, 2)}
`,
    weights: Buffer.concat(parts.map((part) => new Uint8Array(part)))
  };
}
__name(renderFiles, "renderFiles");

// shared/model/training-loop.ts
import { setImmediate as nextTurn } from "node:timers/promises";

// shared/model/dense/dense-kernel-bytes.ts
var DENSE_KERNEL_BASE64 = "AGFzbQEAAAABbgxgBH9/f38AYAF9AX1gBH9/f30AYAt/f39/f39/f39/fwBgA39/fwBgCH9/f399fX19AGAHf39/f31/fQBgDX9/f39/fX19fX19fX0AYAx/f39/f39/f39/f38AYAZ/f3x8fH0AYAABf2ACf38AAxMSAQECBQYHAwMICQoAAAACBAsEBQYBAUCAgAQHqQEPCWhlYXBTdGFydAAKCmFkZFBlbmFsdHkADgpjb2x1bW5TdW1zAA0IbXVsdGlwbHkADAl0cmFuc3Bvc2UACwhkcmF3TWFzawAJDW1hdHJpeFByb2R1Y3QACAxyZWx1R3JhZGllbnQAEQR0YW5oABAMdGFuaEdyYWRpZW50AA8EYWRhbQAFCG1vbWVudHVtAAQHcm1zcHJvcAADA3NnZAACBm1lbW9yeQIACr0tEuUDAgN/BH0gALwiA0H/////B3EhAiADQR92IQMgAkHE8NaMBE8EQCACQYCAgPwHSwRAIAAPCyADBEBDAACAvw8LIAJBl+TFlQRLBEAgAEMAAAB/lA8LCyACQZjkxfUDSwRAIABBASADQQF0ayAAQzuquD+UQwAAAD8gAJiS/AAgAkGSq5T8A0kbIgGyIgBDgHExP5STIgQgBCAAQ9H3FzeUIgSTIgCTIASTIQQFIAJBgICAmANJBEAgAA8LC0MAAEBAIAAgAEMAAAA/lCIGlCIFIAVDEDDPOpRDaIgIvZKUQwAAgD+SIgcgBpSTIQYgBSAHIAaTQwAAwEAgACAGlJOVlCEGIAFFBEAgACAAIAaUIAWTkw8LIAAgBiAEk5QgBJMgBZMhBCABQX9GBEAgACAEk0MAAAA/lEMAAAC/kg8LIAFBAUYEQCAAQwAAgL5dBEAgBCAAQwAAAD+Sk0MAAADAlA8LIAAgBJNDAAAAQJRDAACAP5IPCyABQf8AakEXdL4hBSABQQBIIAFBOEpyBEAgACAEk0MAAIA/kiIAIACSQwAAAH+UIAAgBZQgAUGAAUYbQwAAgL+SDwsgAEMAAIA/Qf8AIAFrQRd0viIAkyAEk0MAAIA/IAQgAJKTIAFBFEgbkiAFlAvhAQIBfwR9IABDkhWFP10EQCAAEAAPCyAAIABDO6q4P5RDAAAAP5L8ACIBsiIAQ4BxMT+UkyICIAIgAEPR9xc3lCIAkyICkyAAkyEDQwAAQEAgAiACQwAAAD+UIgSUIgAgAEMQMM86lENoiAi9kpRDAACAP5IiBSAElJMhBCACIAAgBSAEk0MAAMBAIAIgBJSTlZQgA5OUIAOTIACTIQAgAUH/AGpBF3S+IQNB/wAgAWtBF3S+IQQgAUEXSARAIAIgAJNDAACAPyAEk5IgA5QPCyACIAAgBJKTQwAAgD+SIAOUC3sCAX8BeyAAIAJBAnRqIQQgA/0TIQUDQCAAQRBqIgIgBE0EQCAAIAUgAf0ABAD95gEgAP0ABAD95AH9CwQAIAFBEGohASACIQAMAQsLA0AgACAESQRAIAAgAyABKgIAlCAAKgIAkjgCACABQQRqIQEgAEEEaiEADAELCwvfAQMBfwJ7An0gACADQQJ0aiEIA0AgAEEQaiIDIAhNBEAgAiAC/QAEACAE/RP95gEgAf0ABAAiCSAJ/eYBIAX9E/3mAf3kASIK/QsEACAAIAD9AAQAIAkgB/0T/eYBIAogBv0T/eQB/eMB/ecB/eUB/QsEACABQRBqIQEgAkEQaiECIAMhAAwBCwsDQCAAIAhJBEAgAiACKgIAIASUIAEqAgAiCyALlCAFlJIiDDgCACAAIAAqAgAgCyAHlCAMIAaSkZWTOAIAIAFBBGohASACQQRqIQIgAEEEaiEADAELCwvTAQMBfwN7An0gACADQQJ0aiEHA0AgAEEQaiIDIAdNBEAgAiAE/RMiCSAC/QAEAP3mASAB/QAEACIK/eQBIgj9CwQAIAAgBv0TIAogCCAJ/eYB/eQBIAggBRv95gEgAP0ABAD95AH9CwQAIAFBEGohASACQRBqIQIgAyEADAELCwNAIAAgB0kEQCACIAQgAioCAJQgASoCACIMkiILOAIAIAAgBiAMIAsgBJSSIAsgBRuUIAAqAgCSOAIAIAFBBGohASACQQRqIQIgAEEEaiEADAELCwu/AgMCewF/An0gACAEQQJ0aiEPA0AgAEEQaiIEIA9NBEAgAv0ABAAgBf0T/eYBIAH9AAQAIg4gBv0T/eYB/eQBIQ0gA/0ABAAgB/0T/eYBIA4gDv3mASAI/RP95gH95AEhDiACIA39CwQAIAMgDv0LBAAgACANIAn9E/3nASAOIAr9E/3nAf3jASAL/RP95AH95wEgDP0T/eYBIAD9AAQA/eQB/QsEACABQRBqIQEgAkEQaiECIANBEGohAyAEIQAMAQsLA0AgACAPSQRAIAIqAgAgBZQgASoCACIRIAaUkiEQIAMqAgAgB5QgESARlCAIlJIhESACIBA4AgAgAyAROAIAIAAgECAJlSARIAqVkSALkpUgDJQgACoCAJI4AgAgAUEEaiEBIAJBBGohAiADQQRqIQMgAEEEaiEADAELCwuDBgILewN/IAAgAWoiFiABaiIXIAFqIQEgCAR7IAj9AAQABf0MAAAAAAAAAAAAAAAAAAAAAAsiDSERIA0iCyEPIAgEeyAI/QAEEAX9DAAAAAAAAAAAAAAAAAAAAAALIg4hEiAOIgwhEANAIAcgGEoEQCANIAD9CQIAIhQgA/0ABAAiE/3mAf3kASENIA4gFCAD/QAEECIU/eYB/eQBIQ4gESAW/QkCACIVIBP95gH95AEhESASIBUgFP3mAf3kASESIAsgF/0JAgAiFSAT/eYB/eQBIQsgDCAVIBT95gH95AEhDCAPIAH9CQIAIhUgE/3mAf3kASEPIBAgFSAU/eYB/eQBIRAgACACaiEAIAIgFmohFiACIBdqIRcgASACaiEBIAMgBGohAyAYQQFqIRgMAQsLIAkEQCANIAn9AAQA/eQBIQ0LIAUgDSAN/QwAAAAAAAAAAAAAAAAAAAAA/UX9TyANIAob/QsEACAJQRBqQQAgCRsiAARAIA4gAP0ABAD95AEhDgsgBSAOIA79DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIA4gChv9CwQQIAkEQCARIAn9AAQA/eQBIRELIAUgBmoiASARIBH9DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIBEgChv9CwQAIAAEQCASIAD9AAQA/eQBIRILIAEgEiAS/QwAAAAAAAAAAAAAAAAAAAAA/UX9TyASIAob/QsEECAJBEAgCyAJ/QAEAP3kASELCyABIAZqIgEgCyAL/QwAAAAAAAAAAAAAAAAAAAAA/UX9TyALIAob/QsEACAABEAgDCAA/QAEAP3kASEMCyABIAwgDP0MAAAAAAAAAAAAAAAAAAAAAP1F/U8gDCAKG/0LBBAgCQRAIA8gCf0ABAD95AEhDwsgASAGaiIBIA8gD/0MAAAAAAAAAAAAAAAAAAAAAP1F/U8gDyAKG/0LBAAgAARAIBAgAP0ABAD95AEhEAsgASAQIBD9DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIBAgChv9CwQQC4oHAwZ9Bn8BeyAIBH0gCCoCAAVDAAAAAAshDCABQQRGBEADQCARQQRqIAZMBEAgDP0TIRcgACARQQJ0aiESIAMhCEEAIRMDQCAHIBNKBEAgFyAS/QAEACAI/QkCAP3mAf3kASEXIAIgEmohEiAEIAhqIQggE0EBaiETDAELCyAX/R8AIQsgCQRAIAsgCSoCAJIhCwsgBSAEIBFsaiIIQwAAAAAgCyALQwAAAABfQQAgChsbOAIAIBf9HwEhCyAJBEAgCyAJKgIAkiELCyAEIAhqQwAAAAAgCyALQwAAAABfQQAgChsbOAIAIBf9HwIhCyAJBEAgCyAJKgIAkiELCyAIIARBAXRqQwAAAAAgCyALQwAAAABfQQAgChsbOAIAIBf9HwMhCyAJBEAgCyAJKgIAkiELCyAIIARBA2xqQwAAAAAgCyALQwAAAABfQQAgChsbOAIAIBFBBGohEQwBCwsFA0AgEUEEaiAGTARAIAAgASARbGoiEiABaiITIAFqIhQgAWohFSADIQggDCILIQ8gCyINIQ5BACEWA0AgByAWSgRAIAsgEioCACAIKgIAIhCUkiELIA8gEyoCACAQlJIhDyANIBQqAgAgEJSSIQ0gDiAVKgIAIBCUkiEOIAIgEmohEiACIBNqIRMgAiAUaiEUIAIgFWohFSAEIAhqIQggFkEBaiEWDAELCyAL/RMgD/0gASAN/SACIA79IAMiF/0fACELIAkEQCALIAkqAgCSIQsLIAUgBCARbGoiCEMAAAAAIAsgC0MAAAAAX0EAIAobGzgCACAX/R8BIQsgCQRAIAsgCSoCAJIhCwsgBCAIakMAAAAAIAsgC0MAAAAAX0EAIAobGzgCACAX/R8CIQsgCQRAIAsgCSoCAJIhCwsgCCAEQQF0akMAAAAAIAsgC0MAAAAAX0EAIAobGzgCACAX/R8DIQsgCQRAIAsgCSoCAJIhCwsgCCAEQQNsakMAAAAAIAsgC0MAAAAAX0EAIAobGzgCACARQQRqIREMAQsLCwNAIAYgEUoEQCAMIQsgACABIBFsaiESIAMhCEEAIRMDQCAHIBNKBEAgCyASKgIAIAgqAgCUkiELIAIgEmohEiAEIAhqIQggE0EBaiETDAELCyAJBEAgCyAJKgIAkiELCyAFIAQgEWxqQwAAAAAgCyALQwAAAABfQQAgChsbOAIAIBFBAWohEQwBCwsL1woCBXsKfyABQQJ0IRYgAkECdCEXIAdBAnQhEiAFQRBOIgEEQCAHQQhKIQELIAEEfyAGrCAHrH5CgCBVBSABCyETA0AgFEEgaiASTQRAIAMgFGohAiASIQcgEwRAIAshB0EAIREDQCAGIBFKBEAgByAC/QAEAP0LBAAgByAC/QAEEP0LBBAgB0EgaiEHIAIgEmohAiARQQFqIREMAQsLQSAhByALIQILIAggFGpBACAIGyEZIAkgFGpBACAJGyEaQQAhAQNAIAFBBGoiESAFTARAIAAgASAWbGogFiAXIAIgByAEIAEgEmxqIBRqIBIgBiAZIBogChAGIBEhAQwBCwsDQCABIAVIBEAgACABIBZsaiEYIAIhESAZBHsgGf0ABAAF/QwAAAAAAAAAAAAAAAAAAAAACyEMIBkEeyAZ/QAEEAX9DAAAAAAAAAAAAAAAAAAAAAALIQ1BACEVA0AgBiAVSgRAIAwgGP0JAgAiDiAR/QAEAP3mAf3kASEMIA0gDiAR/QAEEP3mAf3kASENIBcgGGohGCAHIBFqIREgFUEBaiEVDAELCyAaBEAgDCAa/QAEAP3kASEMCyAEIAEgEmxqIBRqIhEgDCAM/QwAAAAAAAAAAAAAAAAAAAAA/UX9TyAMIAob/QsEACARIBpBEGpBACAaGyIRBEAgDSAR/QAEAP3kASENCyANIA39DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIA0gChv9CwQQIAFBAWohAQwBCwsgFEEgaiEUDAELCwNAIBRBEGogEk0EQCAIIBRqQQAgCBshEyAJIBRqQQAgCRshGUEAIQsDQCALQQRqIgIgBUwEQCAAIAsgFmxqIRUgAyAUaiEBIAQgCyASbGogFGohGkEAIQsgFiAVIBZqIgdqIhggFmohESATBHsgE/0ABAAF/QwAAAAAAAAAAAAAAAAAAAAACyINIQ8gDSIOIQwDQCAGIAtKBEAgDSAV/QkCACAB/QAEACIQ/eYB/eQBIQ0gDyAH/QkCACAQ/eYB/eQBIQ8gDiAY/QkCACAQ/eYB/eQBIQ4gDCAR/QkCACAQ/eYB/eQBIQwgFSAXaiEVIAcgF2ohByAXIBhqIRggESAXaiERIAEgEmohASALQQFqIQsMAQsLIBkEQCANIBn9AAQA/eQBIQ0LIBogDSAN/QwAAAAAAAAAAAAAAAAAAAAA/UX9TyANIAob/QsEACAZBEAgDyAZ/QAEAP3kASEPCyASIBpqIA8gD/0MAAAAAAAAAAAAAAAAAAAAAP1F/U8gDyAKG/0LBAAgGQRAIA4gGf0ABAD95AEhDgsgGiASQQF0aiAOIA79DAAAAAAAAAAAAAAAAAAAAAD9Rf1PIA4gChv9CwQAIBkEQCAMIBn9AAQA/eQBIQwLIBogEkEDbGogDCAM/QwAAAAAAAAAAAAAAAAAAAAA/UX9TyAMIAob/QsEACACIQsMAQsLA0AgBSALSgRAIAAgCyAWbGohESADIBRqIQEgEwR7IBP9AAQABf0MAAAAAAAAAAAAAAAAAAAAAAshDEEAIQcDQCAGIAdKBEAgDCAR/QkCACAB/QAEAP3mAf3kASEMIBEgF2ohESABIBJqIQEgB0EBaiEHDAELCyAZBEAgDCAZ/QAEAP3kASEMCyAEIAsgEmxqIBRqIAwgDP0MAAAAAAAAAAAAAAAAAAAAAP1F/U8gDCAKG/0LBAAgC0EBaiELDAELCyAUQRBqIRQMAQsLA0AgEiAUSwRAIAAgFiAXIAMgFGogEiAEIBRqIAUgBiAIIBRqQQAgCBsgCSAUakEAIAkbIAoQByAUQQRqIRQMAQsLC2kBAXwgACABQQJ0aiEBRAAAAAAAAPA/IQYDQCAAIAFJBEAgAkQAAAAAd+o/QaIgBkQAAAAAAADwPaKgIQYgAyECIAQhAyAAIAYgBvwCtyIGoSIEtiAFko4gBZU4AgAgAEEEaiEADAELCwsFAEGACAtZAQR/IAJBAnQhBwNAIAIgBEoEQCABIARBAnRqIQVBACEGA0AgAyAGSgRAIAUgACoCADgCACAAQQRqIQAgBSAHaiEFIAZBAWohBgwBCwsgBEEBaiEEDAELCwt5AQF/IAIgA0ECdGohBANAIAJBEGoiAyAETQRAIAIgAP0ABAAgAf0ABAD95gH9CwQAIABBEGohACABQRBqIQEgAyECDAELCwNAIAIgBEkEQCACIAAqAgAgASoCAJQ4AgAgAEEEaiEAIAFBBGohASACQQRqIQIMAQsLC80BAwN/AXsBfSADQQJ0IQYDQCAEQRBqIAZNBED9DAAAAAAAAAAAAAAAAAAAAAAhByAAIARqIQNBACEFA0AgAiAFSgRAIAcgA/0ABAD95AEhByADIAZqIQMgBUEBaiEFDAELCyABIARqIAf9CwQAIARBEGohBAwBCwsDQCAEIAZJBEBDAAAAACEIIAAgBGohA0EAIQUDQCACIAVKBEAgCCADKgIAkiEIIAMgBmohAyAFQQFqIQUMAQsLIAEgBGogCDgCACAEQQRqIQQMAQsLC5YBAgF/AXsgACACQQJ0aiEEIAP9EyEFA0AgAEEQaiICIARNBEAgACAA/QAEACAFIAH9AAQA/QwAAABAAAAAQAAAAEAAAABA/eYB/eYB/eQB/QsEACABQRBqIQEgAiEADAELCwNAIAAgBEkEQCAAIAAqAgAgAyABKgIAQwAAAECUlJI4AgAgAUEEaiEBIABBBGohAAwBCwsLlgEDAX8BewF9IAAgAkECdGohAwNAIABBEGoiAiADTQRAIAD9DAAAgD8AAIA/AACAPwAAgD8gAf0ABAAiBCAE/eYB/eUBIAD9AAQA/eYB/QsEACABQRBqIQEgAiEADAELCwNAIAAgA0kEQCAAQwAAgD8gASoCACIFIAWUkyAAKgIAlDgCACABQQRqIQEgAEEEaiEADAELCwuqAQECfSAAIAFBAnRqIQEDQCAAIAFJBEAgACAAKgIAIgKLIgNDAAAgQV4EfUMAAIA/BSADQ1SfDD9eBH1DAACAP0MAAABAIAMgA5IQAUMAAABAkpWTBSADQ3jFgj5eBH0gAyADkhABIgMgA0MAAABAkpUFIANDAACAAF0EfSADBSADQwAAAMCUEAAiA4wgA0MAAABAkpULCwsLIAKYOAIAIABBBGohAAwBCwsLpAEBAX8gACACQQJ0aiEDA0AgAEEQaiICIANNBEAgACAA/QAEAP0MAACAPwAAgD8AAIA/AACAPyAB/QAEAP0MAAAAAAAAAAAAAAAAAAAAAP1E/U795gH9CwQAIAFBEGohASACIQAMAQsLA0AgACADSQRAIAAgACoCAEMAAIA/QwAAAAAgASoCAEMAAAAAXhuUOAIAIAFBBGohASAAQQRqIQAMAQsLCw==";

// shared/model/dense/dense-kernel.ts
var compiled = null;
function startDenseKernel() {
  compiled ??= new WasmModule(Buffer.from(DENSE_KERNEL_BASE64, "base64"));
  return new WasmInstance(compiled, {}).exports;
}
__name(startDenseKernel, "startDenseKernel");

// shared/model/dense/dense-optimizer.ts
var BETA1 = 0.9;
var BETA2 = 0.999;
var EPSILON = 1e-7;
var DECAY = 0.9;
function countMoments({ kind, momentum }) {
  if (kind === "adam" || kind === "adamw") return 2;
  return kind === "sgd" && momentum === void 0 ? 0 : 1;
}
__name(countMoments, "countMoments");
function makeDenseOptimizer(kernel2, plan2, { kind, momentum, nesterov, weightDecay = DEFAULT_WEIGHT_DECAY }) {
  const { weights, gradients, firstMoments, secondMoments, parameters, layers } = plan2;
  if (kind === "sgd" && momentum !== void 0) {
    return {
      move: /* @__PURE__ */ __name((learningRate) => kernel2.momentum(
        weights,
        gradients,
        firstMoments,
        parameters,
        momentum,
        nesterov === true,
        -learningRate
      ), "move"),
      moments: [firstMoments],
      skip: /* @__PURE__ */ __name(() => void 0, "skip")
    };
  }
  if (kind === "rmsprop") {
    return {
      move: /* @__PURE__ */ __name((learningRate) => kernel2.rmsprop(
        weights,
        gradients,
        firstMoments,
        parameters,
        DECAY,
        1 - DECAY,
        EPSILON,
        learningRate
      ), "move"),
      moments: [firstMoments],
      skip: /* @__PURE__ */ __name(() => void 0, "skip")
    };
  }
  if (kind === "sgd") {
    return {
      move: /* @__PURE__ */ __name((learningRate) => kernel2.sgd(weights, gradients, parameters, -learningRate), "move"),
      moments: [],
      skip: /* @__PURE__ */ __name(() => void 0, "skip")
    };
  }
  let power1 = Math.fround(BETA1);
  let power2 = Math.fround(BETA2);
  const raisePowers2 = /* @__PURE__ */ __name(() => {
    power1 = Math.fround(power1 * Math.fround(BETA1));
    power2 = Math.fround(power2 * Math.fround(BETA2));
  }, "raisePowers");
  const move = /* @__PURE__ */ __name((learningRate) => {
    if (kind === "adamw") {
      for (const { kernel: at2, inputs, units } of layers) {
        kernel2.sgd(at2, at2, inputs * units, -(learningRate * weightDecay));
      }
    }
    kernel2.adam(
      weights,
      gradients,
      firstMoments,
      secondMoments,
      parameters,
      BETA1,
      1 - BETA1,
      BETA2,
      1 - BETA2,
      1 - power1,
      1 - power2,
      EPSILON,
      -learningRate
    );
    raisePowers2();
  }, "move");
  const skip = /* @__PURE__ */ __name((steps2) => {
    for (let step3 = 0; step3 < steps2; step3++) raisePowers2();
  }, "skip");
  return { move, moments: [firstMoments, secondMoments], skip };
}
__name(makeDenseOptimizer, "makeDenseOptimizer");

// shared/model/dense/dense-plan.ts
function planDenseTraining({ network, batchSize, moments }, start) {
  if (network.wideAndDeep !== void 0 || network.layersPart !== void 0) return null;
  let end = start;
  const reserve = /* @__PURE__ */ __name((numbers) => {
    const at2 = end;
    end += Math.ceil(numbers / 4) * 16;
    return at2;
  }, "reserve");
  const parameters = countParameters(network);
  const weights = reserve(parameters);
  const gradients = reserve(parameters);
  const firstMoments = moments > 0 ? reserve(parameters) : 0;
  const secondMoments = moments > 1 ? reserve(parameters) : 0;
  const layers = [];
  let inputs = network.inputs;
  let longest = Math.max(inputs, batchSize);
  const input2 = reserve(batchSize * inputs);
  let from = input2;
  let offset = 0;
  for (const [index, layer] of network.layers.entries()) {
    if (layer.kind === "dropout") {
      if (network.layers[index - 1]?.kind !== "dense") return null;
      continue;
    }
    const { units } = layer;
    const activation2 = knownActivation(layer);
    if (activation2 === null) return null;
    const next = network.layers[index + 1];
    const bias = offset + 4 * inputs * units;
    const plan2 = {
      inputs,
      units,
      activation: activation2,
      kernel: weights + offset,
      bias: weights + bias,
      kernelGradient: gradients + offset,
      biasGradient: gradients + bias,
      transposedKernel: layers.length === 0 ? 0 : reserve(inputs * units),
      input: from,
      output: reserve(batchSize * units),
      outputGradient: reserve(batchSize * units),
      dropout: next?.kind === "dropout" ? {
        rate: next.rate,
        mask: reserve(batchSize * units),
        output: reserve(batchSize * units)
      } : null
    };
    layers.push(plan2);
    from = plan2.dropout?.output ?? plan2.output;
    offset = bias + 4 * units;
    inputs = units;
    longest = Math.max(longest, units);
  }
  const panel = reserve(8 * longest);
  return {
    ...{ layers, input: input2, weights, gradients, firstMoments, secondMoments, parameters, panel },
    end
  };
}
__name(planDenseTraining, "planDenseTraining");
function knownActivation({ activation: activation2 }) {
  return activation2 === "linear" || activation2 === "relu" || activation2 === "tanh" ? activation2 : null;
}
__name(knownActivation, "knownActivation");

// shared/model/dense/dense-training-step.ts
var PAGE_BYTES = 65536;
var MOST_BYTES = 2 ** 32 - PAGE_BYTES;
var LONG_ROW = 64;
var DenseTrainingStep = class _DenseTrainingStep {
  static {
    __name(this, "DenseTrainingStep");
  }
  #network;
  #request;
  #kernel;
  #plan;
  #model;
  #optimizer;
  #masks;
  #outputs;
  // The memory does not grow any more, so that views on it stay.
  #weights;
  #moments;
  /** Of the layers, without their biases. */
  #kernels;
  /** All of them in one. */
  #gradients;
  #input;
  #logits;
  #lossGradient;
  #labels;
  #exampleWeights;
  /**
   * Null where it can't be had: with another engine than WebAssembly, without SIMD instructions, for a layer that the kernel has not, and where the training
   * does not fit in the memory of a kernel. `network`: without its output activation.
   */
  static start(network, initial, request) {
    if (!(request.engine ?? describeEngine()).simd) return null;
    const { training, train: train2 } = request;
    const batchSize = Math.min(training.batchSize, train2.features.rows);
    const moments = countMoments(training.optimizer);
    const kernel2 = startDenseKernel();
    const plan2 = planDenseTraining({ network, batchSize, moments }, kernel2.heapStart());
    if (plan2 === null || !makeRoom(kernel2, plan2.end)) return null;
    return new _DenseTrainingStep(kernel2, plan2, { network, initial, request, batchSize });
  }
  constructor(kernel2, plan2, {
    network,
    initial,
    request,
    batchSize
  }) {
    this.#network = network;
    this.#request = request;
    this.#kernel = kernel2;
    this.#plan = plan2;
    this.#optimizer = makeDenseOptimizer(kernel2, plan2, request.training.optimizer);
    this.#masks = new SeededRandom(request.training.seed, "dropout");
    this.#outputs = countOutputs(network);
    const numbers = /* @__PURE__ */ __name((at2, count2) => new Float32Array(kernel2.memory.buffer, at2, count2), "numbers");
    this.#kernels = plan2.layers.map(({ kernelGradient, kernel: at2, inputs, units }) => ({
      gradient: numbers(kernelGradient, inputs * units),
      weights: numbers(at2, inputs * units)
    }));
    this.#gradients = [numbers(plan2.gradients, plan2.parameters)];
    const parameters = listParameters(network);
    const views = /* @__PURE__ */ __name((start) => {
      let at2 = start;
      return parameters.map(({ size }) => {
        const values = numbers(at2, size);
        at2 += 4 * size;
        return values;
      });
    }, "views");
    this.#weights = views(plan2.weights);
    copyInto(this.#weights, initial);
    this.#moments = this.#optimizer.moments.map(views);
    const last2 = plan2.layers.at(-1);
    this.#input = numbers(plan2.input, batchSize * network.inputs);
    this.#logits = numbers(last2.output, batchSize * this.#outputs);
    this.#lossGradient = numbers(last2.outputGradient, batchSize * this.#outputs);
    this.#labels = new Float32Array(batchSize);
    this.#exampleWeights = request.train.weights === void 0 ? void 0 : new Float64Array(batchSize);
    this.#model = buildLayersModel(network, initial);
  }
  run(rows, learningRate) {
    const { task, training } = this.#request;
    const count2 = rows.length;
    this.#gather(rows);
    for (const layer of this.#plan.layers) this.#forward(layer, count2);
    const { loss, gradient } = computeLoss(
      task,
      this.#logits.subarray(0, count2 * this.#outputs),
      this.#labels.subarray(0, count2),
      this.#outputs,
      this.#exampleWeights?.subarray(0, count2)
    );
    this.#lossGradient.set(gradient);
    for (let index = this.#plan.layers.length - 1; index >= 0; index--) {
      const layer = this.#plan.layers[index];
      this.#backward(layer, this.#plan.layers[index - 1], count2);
      if (training.l2 === 0) continue;
      const { kernelGradient, kernel: kernel2, inputs, units } = layer;
      this.#kernel.addPenalty(kernelGradient, kernel2, inputs * units, training.l2);
    }
    if (training.l1 !== void 0) {
      for (const { gradient: gradient2, weights } of this.#kernels)
        addLassoPenalty(gradient2, weights, training.l1);
    }
    if (training.clip !== void 0) clipGradients(this.#gradients, training.clip);
    this.#optimizer.move(learningRate);
    return loss;
  }
  weights() {
    return this.#weights.map((values) => values.slice());
  }
  state() {
    return {
      weights: this.weights(),
      moments: this.#moments.map((kind) => kind.map((values) => values.slice()))
    };
  }
  resume({ weights, moments }, steps2) {
    copyInto(this.#weights, weights);
    for (const [index, kind] of this.#moments.entries()) copyInto(kind, moments[index] ?? []);
    this.#optimizer.skip(steps2);
    const masks = this.#plan.layers.filter(({ dropout }) => dropout !== null).length;
    for (let drawn = 0; drawn < steps2 * masks; drawn++) this.#masks.uint32();
  }
  predict(features) {
    assignWeights(this.#model, this.#network, this.#weights);
    return predictMatrix(this.#model, this.#network, features);
  }
  dispose() {
    this.#model.dispose();
  }
  #gather(rows) {
    const { features, labels, weights } = this.#request.train;
    const exampleWeights = this.#exampleWeights;
    const { data, columns } = features;
    const input2 = this.#input;
    for (let index = 0, to = 0; index < rows.length; index++) {
      const row = rows[index];
      const from = row * columns;
      this.#labels[index] = labels[row];
      if (exampleWeights !== void 0) exampleWeights[index] = weights?.[row];
      if (columns >= LONG_ROW) {
        input2.set(data.subarray(from, from + columns), to);
        to += columns;
      } else {
        for (let column = 0; column < columns; column++) {
          input2[to++] = data[from + column];
        }
      }
    }
  }
  #forward(layer, count2) {
    const { inputs, units, output: output2, dropout, activation: activation2, bias } = layer;
    const isLinear = activation2 === "linear";
    this.#kernel.matrixProduct(
      layer.input,
      inputs,
      1,
      layer.kernel,
      output2,
      count2,
      inputs,
      units,
      isLinear ? bias : 0,
      isLinear ? 0 : bias,
      activation2 === "relu",
      this.#plan.panel
    );
    if (activation2 === "tanh") this.#kernel.tanh(output2, count2 * units);
    if (dropout === null) return;
    const [s0, s1, s2] = seedAlea(String(this.#masks.uint32()));
    this.#kernel.drawMask(dropout.mask, count2 * units, s0, s1, s2, 1 - dropout.rate);
    this.#kernel.multiply(output2, dropout.mask, dropout.output, count2 * units);
  }
  /** From the gradient by the layer's output: those by its weights, and that by the output of the layer before. */
  #backward(layer, before, count2) {
    const kernel2 = this.#kernel;
    const { panel } = this.#plan;
    const { inputs, units, input: input2, outputGradient, transposedKernel } = layer;
    const size = count2 * units;
    if (layer.dropout !== null) {
      kernel2.multiply(outputGradient, layer.dropout.mask, outputGradient, size);
    }
    if (layer.activation === "relu") kernel2.reluGradient(outputGradient, layer.output, size);
    if (layer.activation === "tanh") kernel2.tanhGradient(outputGradient, layer.output, size);
    kernel2.matrixProduct(
      input2,
      1,
      inputs,
      outputGradient,
      layer.kernelGradient,
      inputs,
      count2,
      units,
      0,
      0,
      false,
      panel
    );
    kernel2.columnSums(outputGradient, layer.biasGradient, count2, units);
    if (before === void 0) return;
    kernel2.transpose(layer.kernel, transposedKernel, inputs, units);
    kernel2.matrixProduct(
      outputGradient,
      units,
      1,
      transposedKernel,
      before.outputGradient,
      count2,
      units,
      inputs,
      0,
      0,
      false,
      panel
    );
  }
};
function copyInto(to, from) {
  for (const [index, values] of to.entries()) values.set(from[index]);
}
__name(copyInto, "copyInto");
function makeRoom({ memory: memory2 }, end) {
  if (end > MOST_BYTES) return false;
  const missing = end - memory2.buffer.byteLength;
  if (missing <= 0) return true;
  try {
    memory2.grow(Math.ceil(missing / PAGE_BYTES));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "RangeError") return false;
    throw error;
  }
}
__name(makeRoom, "makeRoom");

// shared/model/early-stopping.ts
var EarlyStopping = class {
  static {
    __name(this, "EarlyStopping");
  }
  #rule;
  #best = Number.POSITIVE_INFINITY;
  /** The loss that an epoch must fall below by `minDelta` to count as an improvement. */
  #reference = Number.POSITIVE_INFINITY;
  #epochsWithoutImprovement = 0;
  #bestEpoch = 0;
  /** `null`: never stop, only remember the best epoch. */
  constructor(rule) {
    this.#rule = rule;
  }
  /** The epoch with the lowest loss, the first of equals; 0 before any was judged. */
  get bestEpoch() {
    return this.#bestEpoch;
  }
  get isOver() {
    return this.#rule !== null && this.#epochsWithoutImprovement >= this.#rule.patience;
  }
  /** Returns whether this epoch is the best so far. */
  judge(epoch, loss) {
    if (loss < this.#reference - (this.#rule?.minDelta ?? 0)) {
      this.#reference = loss;
      this.#epochsWithoutImprovement = 0;
    } else {
      this.#epochsWithoutImprovement++;
    }
    if (loss >= this.#best) return false;
    this.#best = loss;
    this.#bestEpoch = epoch;
    return true;
  }
};

// shared/model/learning-rate.ts
var LearningRate = class {
  static {
    __name(this, "LearningRate");
  }
  #settings;
  #stepsPerEpoch;
  #plateau;
  #lowest = Number.POSITIVE_INFINITY;
  #epochsWithoutImprovement = 0;
  constructor(settings, stepsPerEpoch) {
    this.#settings = settings;
    this.#stepsPerEpoch = stepsPerEpoch;
    this.#plateau = settings.optimizer.learningRate;
  }
  /** `epoch` and `step` from 1; the step within the epoch. */
  at(epoch, step3) {
    const { optimizer, epochs, schedule } = this.#settings;
    const rate = optimizer.learningRate;
    if (schedule === void 0) return rate;
    if (schedule.kind === "plateau") return this.#plateau;
    const time = epoch - 1 + (step3 - 1) / this.#stepsPerEpoch;
    if (schedule.kind === "exponential") return rate * schedule.factor ** time;
    if (schedule.kind === "step") {
      return rate * schedule.factor ** Math.floor((epoch - 1) / schedule.every);
    }
    const { warmUp, end } = schedule;
    if (time < warmUp) return rate * time / warmUp;
    const progress = (time - warmUp) / (epochs - warmUp);
    return rate * (end + (1 - end) * (1 + Math.cos(Math.PI * progress)) / 2);
  }
  /** After an epoch: what its validation loss was. */
  judge(validationLoss) {
    const { schedule } = this.#settings;
    if (schedule?.kind !== "plateau") return;
    if (validationLoss < this.#lowest - schedule.minDelta) {
      this.#lowest = validationLoss;
      this.#epochsWithoutImprovement = 0;
      return;
    }
    this.#epochsWithoutImprovement++;
    if (this.#epochsWithoutImprovement < schedule.patience) return;
    this.#epochsWithoutImprovement = 0;
    if (this.#plateau > schedule.minimum) {
      this.#plateau = Math.max(this.#plateau * schedule.factor, schedule.minimum);
    }
  }
};

// shared/model/training-loop.ts
var LONGEST_TURN = 250;
var startFastest = /* @__PURE__ */ __name((network, initial, request) => DenseTrainingStep.start(network, initial, request) ?? new ReplayTrainingStep(network, initial, request), "startFastest");
async function fitWeights(network, initial, request, startStep = startFastest) {
  const { training, checkpoints, onEpoch, isTimeUp, stopAfter } = request;
  const { train: train2, validation } = request.sources ?? {
    train: new ExamplesInMemory(request.train),
    validation: new ExamplesInMemory(request.validation)
  };
  const stopping = new EarlyStopping(training.earlyStopping);
  const step3 = startStep(withoutOutputActivation(network), initial, request);
  const stepsPerEpoch = Math.ceil(train2.rows / training.batchSize);
  const rate = new LearningRate(training, stepsPerEpoch);
  const shuffle = new SeededRandom(training.seed, "shuffle");
  const history = [];
  let weights = initial;
  const last2 = Math.min(training.epochs, stopAfter ?? training.epochs);
  let isOutOfTime = false;
  try {
    if (checkpoints?.from !== void 0) {
      const { from } = checkpoints;
      for (const record3 of from.history) {
        train2.skip(shuffle);
        rate.judge(record3.validationLoss);
        stopping.judge(record3.epoch, record3.validationLoss);
        history.push(record3);
      }
      weights = from.bestWeights;
      step3.resume(from.optimizer, history.length * stepsPerEpoch);
    }
    for (let epoch = history.length + 1; epoch <= last2 && !stopping.isOver && !isOutOfTime; epoch++) {
      const trainLoss = await runEpoch(step3, {
        epoch,
        examples: train2,
        shuffle,
        rate,
        batchSize: training.batchSize
      });
      const record3 = {
        epoch,
        trainLoss,
        ...validate(step3, request.task, validation),
        ...training.schedule === void 0 ? {} : { learningRate: Number(rate.at(epoch, stepsPerEpoch).toPrecision(9)) }
      };
      const current = step3.weights();
      if (!Number.isFinite(record3.validationLoss) || !current.every(areFinite)) {
        throw divergence(epoch, "after its last step");
      }
      history.push(record3);
      rate.judge(record3.validationLoss);
      if (stopping.judge(epoch, record3.validationLoss)) {
        weights = current;
      }
      onEpoch?.(record3);
      if (epoch < training.epochs && !stopping.isOver) {
        isOutOfTime = isTimeUp?.() === true;
        await checkpoints?.afterEpoch(epoch, () => ({
          history: [...history],
          optimizer: step3.state(),
          bestWeights: weights
        }));
      }
      await nextTurn();
    }
  } finally {
    step3.dispose();
  }
  return {
    weights,
    history,
    bestEpoch: stopping.bestEpoch,
    stoppedEarly: history.length < training.epochs,
    isCutOff: history.length < training.epochs && !stopping.isOver
  };
}
__name(fitWeights, "fitWeights");
function areFinite(values) {
  return values.every((value) => Number.isFinite(value));
}
__name(areFinite, "areFinite");
async function runEpoch(step3, {
  epoch,
  examples,
  shuffle,
  rate,
  batchSize
}) {
  let sum3 = 0;
  let number2 = 0;
  let turn = performance.now();
  for (const order of examples.shuffled(shuffle)) {
    for (let start = 0; start < order.length; start += batchSize) {
      const rows = order.subarray(start, start + batchSize);
      number2++;
      const loss = step3.run(rows, rate.at(epoch, number2));
      if (!Number.isFinite(loss)) throw divergence(epoch, `in step ${number2}`);
      sum3 += loss * rows.length;
      if (performance.now() - turn < LONGEST_TURN) continue;
      await nextTurn();
      turn = performance.now();
    }
  }
  return sum3 / examples.rows;
}
__name(runEpoch, "runEpoch");
function validate(step3, task, examples) {
  let sum3 = 0;
  let correct = 0;
  for (const { features, labels, weights } of examples.inOrder()) {
    const logits = step3.predict(features);
    const judged = computeLoss(task, logits.data, labels, logits.columns, weights);
    sum3 += judged.loss * (labels.length / examples.rows);
    correct += judged.correct;
  }
  return task === "regression" ? { validationLoss: sum3 } : { validationLoss: sum3, validationAccuracy: correct / examples.rows };
}
__name(validate, "validate");

// shared/model/train-model.ts
var MOST_PARAMETERS = 2 ** 27;
async function trainModel(request) {
  const { task, architecture, outputs, train: train2, training, blocks = [] } = request;
  const inputs = train2.features.columns;
  const network = request.network ?? describeNetwork(task, architecture, { inputs, outputs, blocks });
  refuseEmptyPart(network);
  refuseManyInputs(network);
  const parameters = countParameters(network);
  if (parameters > MOST_PARAMETERS) {
    throw new UserError({
      what: `The model would have ${parameters} trained numbers, more than the ${MOST_PARAMETERS} that fit in memory`,
      remedy: architecture.kind === "module" ? "Let createModel make fewer or smaller layers" : network.wideAndDeep === void 0 ? "Use fewer or smaller layers in training.architecture.hidden" : "Use fewer or smaller layers in training.architecture.hidden, or a smaller training.architecture.embedding"
    });
  }
  const engine2 = request.engine ?? describeEngine();
  await startEngine(engine2.name);
  return explainEngineErrors(async () => {
    const initial = request.initialWeights ?? drawInitialWeights(
      network,
      training.seed,
      findUsedInputs((request.sources?.train ?? new ExamplesInMemory(train2)).inOrder(), inputs)
    );
    const { weights, ...course } = await fitWeights(network, initial, request);
    const files = await saveModel(network, weights);
    return { files, engine: engine2, parameters, ...course };
  });
}
__name(trainModel, "trainModel");

// shared/model/user-module.ts
import { types } from "node:util";

// shared/model/module-place.ts
import { fileURLToPath as fileURLToPath2 } from "node:url";
var PLACES = [/(file:\/\/[^\s()]+?):(\d+):(\d+)/g, /^((?:\/|[A-Za-z]:\\)[^\n]+?):(\d+)()$/gm];
function placeInModule(stack2, root, own2) {
  const folder = root.replaceAll("\\", "/").replace(/\/?$/, "/");
  for (const pattern of PLACES) {
    for (const [, address = "", line = "", column = ""] of stack2.matchAll(pattern)) {
      const path = toPath(address).replaceAll("\\", "/");
      if (!path.startsWith(folder) || path.includes("/node_modules/")) continue;
      if (address.startsWith(own2.href)) continue;
      return {
        file: path.slice(folder.length),
        line: Number(line),
        ...column === "" ? {} : { column: Number(column) }
      };
    }
  }
  return null;
}
__name(placeInModule, "placeInModule");
function toPath(address) {
  if (!address.startsWith("file:")) return address;
  try {
    return fileURLToPath2(address);
  } catch {
    return "";
  }
}
__name(toPath, "toPath");

// shared/model/user-module.ts
var OWN_FOLDER = new URL(".", import.meta.url);
var TIMEOUT_SECONDS = 300;
async function createUserModel({ path }, request, ports) {
  const { files, modules, log: log2, signal } = ports;
  if (!await files.exists(path)) {
    throw new UserError({
      what: `training.architecture.path names ${path}, which is not there`,
      where: { file: path },
      remedy: "Write it, or correct the path, which begins at the folder of mlops.yml"
    });
  }
  const end = await modules.run({
    program: new URL(isBundled() ? "./module-worker.js" : "./module-worker.ts", OWN_FOLDER),
    input: { address: modules.address(path), request },
    timeoutSeconds: TIMEOUT_SECONDS,
    onLine: /* @__PURE__ */ __name((text2) => log2.info(text2), "onLine"),
    ...signal === void 0 ? {} : { signal }
  });
  const { topology, weights } = made(end, path, files);
  try {
    const network = networkOfTopology(parse2(topology), {
      ...request,
      widths: request.features.map(({ width }) => width)
    });
    return { network, weights: orderWeights(network, weights, path) };
  } catch (error) {
    if (!(error instanceof BadLayers)) throw error;
    throw new UserError({
      what: `The model of createModel can't be trained: ${error.what}`,
      where: { file: path },
      remedy: "Change createModel; docs/training.md lists the layers that a model may be made of"
    });
  }
}
__name(createUserModel, "createUserModel");
function parse2(topology) {
  try {
    return JSON.parse(topology);
  } catch {
    return null;
  }
}
__name(parse2, "parse");
function isBundled() {
  return true;
}
__name(isBundled, "isBundled");
function made(end, path, files) {
  const where2 = { file: path };
  if (end.kind === "timeout") {
    throw new UserError({
      what: `createModel took more than ${TIMEOUT_SECONDS} seconds`,
      where: where2,
      remedy: "Let it make the model alone: train-model trains it"
    });
  }
  if (end.kind === "ended") {
    throw new UserError({
      what: "The module ended its thread before it had made a model",
      where: where2,
      remedy: "Remove process.exit"
    });
  }
  if (end.kind === "failed") throw thrown(end.error, path, files);
  const answer = readAnswer(end.answer);
  if (answer.kind === "thrown") throw thrown(answer, path, files);
  if (answer.kind === "made") return answer;
  throw new UserError({
    what: `The module ${answer.what}`,
    where: where2,
    remedy: "Write export function createModel({ tf, inputs, outputs }) { \u2026 return model; }"
  });
}
__name(made, "made");
function readAnswer(value) {
  const answer = typeof value === "object" && value !== null ? value : {};
  const { kind } = answer;
  const isText = /* @__PURE__ */ __name((...fields) => fields.every((name) => typeof answer[name] === "string"), "isText");
  if (kind === "thrown" && isText("message", "stack")) return answer;
  if (kind === "wrong" && isText("what")) return answer;
  const { weights } = answer;
  const areWeights = Array.isArray(weights) && weights.every(
    (weight2) => typeof weight2?.name === "string" && Array.isArray(weight2.shape) && types.isFloat32Array(weight2.values)
  );
  if (kind === "made" && isText("topology") && areWeights) {
    return answer;
  }
  return { kind: "wrong", what: "posts messages to the thread that has started it" };
}
__name(readAnswer, "readAnswer");
var LONGEST_MESSAGE = 500;
function thrown({ message, stack: stack2 = "" }, path, files) {
  const place = placeInModule(stack2, files.absolute("."), OWN_FOLDER);
  return new UserError({
    what: `The module that makes the model failed: ${message.slice(0, LONGEST_MESSAGE)}`,
    where: place ?? { file: path },
    remedy: place === null ? `Try it with node --check ${path}` : "Correct it; docs/training.md says what createModel is given"
  });
}
__name(thrown, "thrown");
function orderWeights(network, weights, path) {
  const byName = new Map(weights.map((weight2) => [weight2.name, weight2]));
  return listParameters(network).map(({ name, shape, size }) => {
    const found = byName.get(name);
    if (found === void 0 || found.shape.join() !== shape.join()) {
      throw new BadLayers(`it has no weight ${name} of shape [${shape.join(", ")}]`);
    }
    if (found.values.length === size && found.values.every(Number.isFinite)) return found.values;
    throw new UserError({
      what: `The weight ${name} of the model of createModel is not all numbers`,
      where: { file: path },
      remedy: "Initialise it with numbers"
    });
  });
}
__name(orderWeights, "orderWeights");
export {
  ExamplesInMemory,
  LayersTrainingStep,
  ReplayTrainingStep,
  StreamedExamples,
  createUserModel,
  loadPredictor,
  startEngine,
  trainModel
};
