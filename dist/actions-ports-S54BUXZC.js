import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  Cancellation,
  FileSystem,
  LostAnswerError,
  PATIENCE,
  REPEATABLE,
  UserError,
  commandRunner,
  fitMarkdown,
  formatBytes,
  formatCount,
  installedPackages,
  isNewer,
  isOutcomeUnknown,
  isSameText,
  moduleThreads,
  neutralize,
  neutralizeLine,
  newestText,
  openTracking,
  patientRequests,
  pause,
  readMlflowSettings,
  redactor,
  stampOf,
  stampText,
  statusOf,
  throttleProgress
} from "./chunk-ESCC765B.js";
import {
  getOctokit
} from "./chunk-5PRJ6UA5.js";
import {
  debug,
  error,
  info,
  notice,
  setOutput,
  setSecret,
  summary,
  warning
} from "./chunk-74AH4F72.js";
import {
  HttpClient
} from "./chunk-FFSHWU4O.js";
import {
  __commonJS,
  __name,
  __require,
  __toESM
} from "./chunk-7UH2FPMM.js";

// node_modules/pend/index.js
var require_pend = __commonJS({
  "node_modules/pend/index.js"(exports, module) {
    module.exports = Pend;
    function Pend() {
      this.pending = 0;
      this.max = Infinity;
      this.listeners = [];
      this.waiting = [];
      this.error = null;
    }
    __name(Pend, "Pend");
    Pend.prototype.go = function(fn) {
      if (this.pending < this.max) {
        pendGo(this, fn);
      } else {
        this.waiting.push(fn);
      }
    };
    Pend.prototype.wait = function(cb) {
      if (this.pending === 0) {
        cb(this.error);
      } else {
        this.listeners.push(cb);
      }
    };
    Pend.prototype.hold = function() {
      return pendHold(this);
    };
    function pendHold(self) {
      self.pending += 1;
      var called = false;
      return onCb;
      function onCb(err) {
        if (called) throw new Error("callback called twice");
        called = true;
        self.error = self.error || err;
        self.pending -= 1;
        if (self.waiting.length > 0 && self.pending < self.max) {
          pendGo(self, self.waiting.shift());
        } else if (self.pending === 0) {
          var listeners = self.listeners;
          self.listeners = [];
          listeners.forEach(cbListener);
        }
      }
      __name(onCb, "onCb");
      function cbListener(listener) {
        listener(self.error);
      }
      __name(cbListener, "cbListener");
    }
    __name(pendHold, "pendHold");
    function pendGo(self, fn) {
      fn(pendHold(self));
    }
    __name(pendGo, "pendGo");
  }
});

// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = __commonJS({
  "node_modules/yauzl/fd-slicer.js"(exports) {
    var fs = __require("fs");
    var util = __require("util");
    var stream = __require("stream");
    var Readable = stream.Readable;
    var PassThrough = stream.PassThrough;
    var Pend = require_pend();
    var EventEmitter = __require("events").EventEmitter;
    exports.BufferSlicer = BufferSlicer;
    exports.FdSlicer = FdSlicer;
    util.inherits(FdSlicer, EventEmitter);
    function FdSlicer(fd) {
      EventEmitter.call(this);
      this.fd = fd;
      this.pend = new Pend();
      this.pend.max = 1;
      this.refCount = 0;
    }
    __name(FdSlicer, "FdSlicer");
    FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
      var self = this;
      self.pend.go(function(cb) {
        fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer2) {
          cb();
          callback(err, bytesRead, buffer2);
        });
      });
    };
    FdSlicer.prototype.createReadStream = function(options2) {
      return new ReadStream(this, options2);
    };
    FdSlicer.prototype.ref = function() {
      this.refCount += 1;
    };
    FdSlicer.prototype.unref = function() {
      var self = this;
      self.refCount -= 1;
      if (self.refCount < 0) throw new Error("invalid unref");
      if (self.refCount > 0) return;
      fs.close(self.fd, onCloseDone);
      function onCloseDone(err) {
        if (err) {
          self.emit("error", err);
        } else {
          self.emit("close");
        }
      }
      __name(onCloseDone, "onCloseDone");
    };
    util.inherits(ReadStream, Readable);
    function ReadStream(context, options2) {
      options2 = options2 || {};
      Readable.call(this, options2);
      this.context = context;
      this.context.ref();
      this.start = options2.start || 0;
      this.endOffset = options2.end;
      this.pos = this.start;
    }
    __name(ReadStream, "ReadStream");
    ReadStream.prototype._read = function(n) {
      var self = this;
      var toRead = Math.min(self._readableState.highWaterMark, n);
      if (self.endOffset != null) {
        toRead = Math.min(toRead, self.endOffset - self.pos);
      }
      if (toRead <= 0) {
        self.push(null);
        this._cleanup();
        return;
      }
      self.context.pend.go(function(cb) {
        var buffer = Buffer.allocUnsafe(toRead);
        fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
          if (err) {
            self.destroy(err);
          } else if (bytesRead === 0) {
            self.push(null);
            self._cleanup();
          } else {
            self.pos += bytesRead;
            self.push(buffer.slice(0, bytesRead));
          }
          cb();
        });
      });
    };
    ReadStream.prototype._destroy = function(err, cb) {
      this._cleanup();
      cb(err);
    };
    ReadStream.prototype._cleanup = function() {
      if (this.context != null) {
        this.context.unref();
        this.context = null;
      }
    };
    util.inherits(BufferSlicer, EventEmitter);
    function BufferSlicer(buffer) {
      EventEmitter.call(this);
      this.refCount = 0;
      this.buffer = buffer;
    }
    __name(BufferSlicer, "BufferSlicer");
    BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
      if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
      if (position < 0) throw new RangeError("position is negative: " + position);
      if (offset + length > buffer.length) {
        length = buffer.length - offset;
      }
      if (position + length > this.buffer.length) {
        length = this.buffer.length - position;
      }
      if (length <= 0) {
        setImmediate(function() {
          callback(null, 0);
        });
        return;
      }
      this.buffer.copy(buffer, offset, position, position + length);
      setImmediate(function() {
        callback(null, length);
      });
    };
    BufferSlicer.prototype.createReadStream = function(options2) {
      options2 = options2 || {};
      var readStream = new PassThrough(options2);
      readStream.start = options2.start || 0;
      readStream.endOffset = options2.end;
      readStream.pos = readStream.endOffset || this.buffer.length;
      var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
      var maxChunkSize = 65536;
      var offset = 0;
      while (true) {
        var nextOffset = offset + maxChunkSize;
        if (nextOffset >= entireSlice.length) {
          if (offset < entireSlice.length) {
            readStream.write(entireSlice.slice(offset, entireSlice.length));
          }
          break;
        }
        readStream.write(entireSlice.slice(offset, nextOffset));
        offset = nextOffset;
      }
      readStream.end();
      return readStream;
    };
    BufferSlicer.prototype.ref = function() {
      this.refCount += 1;
    };
    BufferSlicer.prototype.unref = function() {
      this.refCount -= 1;
      if (this.refCount < 0) {
        throw new Error("invalid unref");
      }
    };
  }
});

// node_modules/yauzl/crc32.js
var require_crc32 = __commonJS({
  "node_modules/yauzl/crc32.js"(exports, module) {
    var CRC_TABLE = new Int32Array([
      0,
      1996959894,
      3993919788,
      2567524794,
      124634137,
      1886057615,
      3915621685,
      2657392035,
      249268274,
      2044508324,
      3772115230,
      2547177864,
      162941995,
      2125561021,
      3887607047,
      2428444049,
      498536548,
      1789927666,
      4089016648,
      2227061214,
      450548861,
      1843258603,
      4107580753,
      2211677639,
      325883990,
      1684777152,
      4251122042,
      2321926636,
      335633487,
      1661365465,
      4195302755,
      2366115317,
      997073096,
      1281953886,
      3579855332,
      2724688242,
      1006888145,
      1258607687,
      3524101629,
      2768942443,
      901097722,
      1119000684,
      3686517206,
      2898065728,
      853044451,
      1172266101,
      3705015759,
      2882616665,
      651767980,
      1373503546,
      3369554304,
      3218104598,
      565507253,
      1454621731,
      3485111705,
      3099436303,
      671266974,
      1594198024,
      3322730930,
      2970347812,
      795835527,
      1483230225,
      3244367275,
      3060149565,
      1994146192,
      31158534,
      2563907772,
      4023717930,
      1907459465,
      112637215,
      2680153253,
      3904427059,
      2013776290,
      251722036,
      2517215374,
      3775830040,
      2137656763,
      141376813,
      2439277719,
      3865271297,
      1802195444,
      476864866,
      2238001368,
      4066508878,
      1812370925,
      453092731,
      2181625025,
      4111451223,
      1706088902,
      314042704,
      2344532202,
      4240017532,
      1658658271,
      366619977,
      2362670323,
      4224994405,
      1303535960,
      984961486,
      2747007092,
      3569037538,
      1256170817,
      1037604311,
      2765210733,
      3554079995,
      1131014506,
      879679996,
      2909243462,
      3663771856,
      1141124467,
      855842277,
      2852801631,
      3708648649,
      1342533948,
      654459306,
      3188396048,
      3373015174,
      1466479909,
      544179635,
      3110523913,
      3462522015,
      1591671054,
      702138776,
      2966460450,
      3352799412,
      1504918807,
      783551873,
      3082640443,
      3233442989,
      3988292384,
      2596254646,
      62317068,
      1957810842,
      3939845945,
      2647816111,
      81470997,
      1943803523,
      3814918930,
      2489596804,
      225274430,
      2053790376,
      3826175755,
      2466906013,
      167816743,
      2097651377,
      4027552580,
      2265490386,
      503444072,
      1762050814,
      4150417245,
      2154129355,
      426522225,
      1852507879,
      4275313526,
      2312317920,
      282753626,
      1742555852,
      4189708143,
      2394877945,
      397917763,
      1622183637,
      3604390888,
      2714866558,
      953729732,
      1340076626,
      3518719985,
      2797360999,
      1068828381,
      1219638859,
      3624741850,
      2936675148,
      906185462,
      1090812512,
      3747672003,
      2825379669,
      829329135,
      1181335161,
      3412177804,
      3160834842,
      628085408,
      1382605366,
      3423369109,
      3138078467,
      570562233,
      1426400815,
      3317316542,
      2998733608,
      733239954,
      1555261956,
      3268935591,
      3050360625,
      752459403,
      1541320221,
      2607071920,
      3965973030,
      1969922972,
      40735498,
      2617837225,
      3943577151,
      1913087877,
      83908371,
      2512341634,
      3803740692,
      2075208622,
      213261112,
      2463272603,
      3855990285,
      2094854071,
      198958881,
      2262029012,
      4057260610,
      1759359992,
      534414190,
      2176718541,
      4139329115,
      1873836001,
      414664567,
      2282248934,
      4279200368,
      1711684554,
      285281116,
      2405801727,
      4167216745,
      1634467795,
      376229701,
      2685067896,
      3608007406,
      1308918612,
      956543938,
      2808555105,
      3495958263,
      1231636301,
      1047427035,
      2932959818,
      3654703836,
      1088359270,
      936918e3,
      2847714899,
      3736837829,
      1202900863,
      817233897,
      3183342108,
      3401237130,
      1404277552,
      615818150,
      3134207493,
      3453421203,
      1423857449,
      601450431,
      3009837614,
      3294710456,
      1567103746,
      711928724,
      3020668471,
      3272380065,
      1510334235,
      755167117
    ]);
    function crc322(buf) {
      let crc = -1;
      for (let x of buf) {
        crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
      }
      return (crc ^ -1) >>> 0;
    }
    __name(crc322, "crc32");
    module.exports = crc322;
  }
});

// node_modules/yauzl/index.js
var require_yauzl = __commonJS({
  "node_modules/yauzl/index.js"(exports) {
    var fs = __require("fs");
    var zlib = __require("zlib");
    var fd_slicer = require_fd_slicer();
    var util = __require("util");
    var EventEmitter = __require("events").EventEmitter;
    var Transform = __require("stream").Transform;
    var PassThrough = __require("stream").PassThrough;
    var Writable = __require("stream").Writable;
    var crc322 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
    exports.open = open;
    exports.fromFd = fromFd;
    exports.fromBuffer = fromBuffer;
    exports.fromRandomAccessReader = fromRandomAccessReader;
    exports.openPromise = openPromise2;
    exports.fromFdPromise = fromFdPromise;
    exports.fromBufferPromise = fromBufferPromise2;
    exports.fromRandomAccessReaderPromise = fromRandomAccessReaderPromise;
    exports.dosDateTimeToDate = dosDateTimeToDate;
    exports.getFileNameLowLevel = getFileNameLowLevel;
    exports.validateFileName = validateFileName;
    exports.parseExtraFields = parseExtraFields;
    exports.ZipFile = ZipFile;
    exports.Entry = Entry;
    exports.LocalFileHeader = LocalFileHeader;
    exports.RandomAccessReader = RandomAccessReader;
    function openPromise2(path, options2) {
      return new Promise((resolve, reject) => {
        open(path, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    __name(openPromise2, "openPromise");
    function fromFdPromise(fd, options2) {
      return new Promise((resolve, reject) => {
        fromFd(fd, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    __name(fromFdPromise, "fromFdPromise");
    function fromBufferPromise2(buffer, options2) {
      return new Promise((resolve, reject) => {
        fromBuffer(buffer, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    __name(fromBufferPromise2, "fromBufferPromise");
    function fromRandomAccessReaderPromise(reader, totalSize, options2) {
      return new Promise((resolve, reject) => {
        fromRandomAccessReader(reader, totalSize, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    __name(fromRandomAccessReaderPromise, "fromRandomAccessReaderPromise");
    function open(path, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = true;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      fs.open(path, "r", function(err, fd) {
        if (err) return callback(err);
        fromFd(fd, options2, function(err2, zipfile) {
          if (err2) fs.close(fd, defaultCallback);
          callback(err2, zipfile);
        });
      });
    }
    __name(open, "open");
    function fromFd(fd, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = false;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      fs.fstat(fd, function(err, stats) {
        if (err) return callback(err);
        var reader = new fd_slicer.FdSlicer(fd);
        fromRandomAccessReader(reader, stats.size, options2, callback);
      });
    }
    __name(fromFd, "fromFd");
    function fromBuffer(buffer, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      options2.autoClose = false;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      var reader = new fd_slicer.BufferSlicer(buffer);
      fromRandomAccessReader(reader, buffer.length, options2, callback);
    }
    __name(fromBuffer, "fromBuffer");
    function fromRandomAccessReader(reader, totalSize, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = true;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      var decodeStrings = !!options2.decodeStrings;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
      if (totalSize > Number.MAX_SAFE_INTEGER) {
        throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
      }
      reader.ref();
      var eocdrWithoutCommentSize = 22;
      var zip64EocdlSize = 20;
      var maxCommentSize = 65535;
      var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + maxCommentSize, totalSize);
      var buffer = newBuffer(bufferSize);
      var bufferReadStart = totalSize - buffer.length;
      readAndAssertNoEof(reader, buffer, 0, bufferSize, bufferReadStart, function(err) {
        if (err) return callback(err);
        for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
          if (buffer.readUInt32LE(i) !== 101010256) continue;
          var eocdrBuffer = buffer.subarray(i);
          var diskNumber = eocdrBuffer.readUInt16LE(4);
          var entryCount = eocdrBuffer.readUInt16LE(10);
          var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
          var commentLength = eocdrBuffer.readUInt16LE(20);
          var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
          if (commentLength !== expectedCommentLength) {
            return callback(new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK\u263A\u263B` in the comment?"));
          }
          var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
          if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
            var zip64EocdlBuffer = buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize);
            var zip64EocdrOffset = readUInt64LE(zip64EocdlBuffer, 8);
            var zip64EocdrBuffer = newBuffer(56);
            return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err2) {
              if (err2) return callback(err2);
              if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) {
                return callback(new Error("invalid zip64 end of central directory record signature"));
              }
              diskNumber = zip64EocdrBuffer.readUInt32LE(16);
              if (diskNumber !== 0) {
                return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
              }
              entryCount = readUInt64LE(zip64EocdrBuffer, 32);
              centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
              return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options2.autoClose, options2.lazyEntries, decodeStrings, options2.validateEntrySizes, options2.strictFileNames));
            });
          }
          if (diskNumber !== 0) {
            return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
          }
          return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options2.autoClose, options2.lazyEntries, decodeStrings, options2.validateEntrySizes, options2.strictFileNames));
        }
        callback(new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
      });
    }
    __name(fromRandomAccessReader, "fromRandomAccessReader");
    util.inherits(ZipFile, EventEmitter);
    function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
      var self = this;
      EventEmitter.call(self);
      self.reader = reader;
      self.reader.on("error", function(err) {
        emitError(self, err);
      });
      self.reader.once("close", function() {
        self.emit("close");
      });
      self.readEntryCursor = centralDirectoryOffset;
      self.fileSize = fileSize;
      self.entryCount = entryCount;
      self.comment = comment;
      self.entriesRead = 0;
      self.autoClose = !!autoClose;
      self.lazyEntries = !!lazyEntries;
      self.decodeStrings = !!decodeStrings;
      self.validateEntrySizes = !!validateEntrySizes;
      self.strictFileNames = !!strictFileNames;
      self.isOpen = true;
      self.emittedError = false;
      self.hasEachEntryBeenCalled = false;
      if (!self.lazyEntries) self._readEntry();
    }
    __name(ZipFile, "ZipFile");
    ZipFile.prototype.close = function() {
      if (!this.isOpen) return;
      this.isOpen = false;
      this.reader.unref();
    };
    function emitErrorAndAutoClose(self, err) {
      if (self.autoClose) self.close();
      emitError(self, err);
    }
    __name(emitErrorAndAutoClose, "emitErrorAndAutoClose");
    function emitError(self, err) {
      if (self.emittedError) return;
      self.emittedError = true;
      self.emit("error", err);
    }
    __name(emitError, "emitError");
    ZipFile.prototype.readEntry = function() {
      if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
      this._readEntry();
    };
    ZipFile.prototype._readEntry = function() {
      var self = this;
      if (self.entryCount === self.entriesRead) {
        setImmediate(function() {
          if (self.autoClose) self.close();
          if (self.emittedError) return;
          self.emit("end");
        });
        return;
      }
      if (self.emittedError) return;
      var buffer = newBuffer(46);
      readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
        if (err) return emitErrorAndAutoClose(self, err);
        if (self.emittedError) return;
        var entry = new Entry();
        var signature = buffer.readUInt32LE(0);
        if (signature !== 33639248) return emitErrorAndAutoClose(self, new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
        entry.versionMadeBy = buffer.readUInt16LE(4);
        entry.versionNeededToExtract = buffer.readUInt16LE(6);
        entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
        entry.compressionMethod = buffer.readUInt16LE(10);
        entry.lastModFileTime = buffer.readUInt16LE(12);
        entry.lastModFileDate = buffer.readUInt16LE(14);
        entry.crc32 = buffer.readUInt32LE(16);
        entry.compressedSize = buffer.readUInt32LE(20);
        entry.uncompressedSize = buffer.readUInt32LE(24);
        entry.fileNameLength = buffer.readUInt16LE(28);
        entry.extraFieldLength = buffer.readUInt16LE(30);
        entry.fileCommentLength = buffer.readUInt16LE(32);
        entry.internalFileAttributes = buffer.readUInt16LE(36);
        entry.externalFileAttributes = buffer.readUInt32LE(38);
        entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
        if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, new Error("strong encryption is not supported"));
        self.readEntryCursor += 46;
        buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
        readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err2) {
          if (err2) return emitErrorAndAutoClose(self, err2);
          if (self.emittedError) return;
          entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
          var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
          entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
          entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
          try {
            entry.extraFields = parseExtraFields(entry.extraFieldRaw);
          } catch (err3) {
            return emitErrorAndAutoClose(self, err3);
          }
          if (self.decodeStrings) {
            var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
            entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
            entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
            var errorMessage = validateFileName(entry.fileName);
            if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
          } else {
            entry.fileComment = entry.fileCommentRaw;
            entry.fileName = entry.fileNameRaw;
          }
          entry.comment = entry.fileComment;
          self.readEntryCursor += buffer.length;
          self.entriesRead += 1;
          for (var i = 0; i < entry.extraFields.length; i++) {
            var extraField = entry.extraFields[i];
            if (extraField.id !== 1) continue;
            var zip64EiefBuffer = extraField.data;
            var index = 0;
            if (entry.uncompressedSize === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include uncompressed size"));
              }
              entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            if (entry.compressedSize === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include compressed size"));
              }
              entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            if (entry.relativeOffsetOfLocalHeader === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include relative header offset"));
              }
              entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            break;
          }
          if (self.validateEntrySizes && entry.compressionMethod === 0) {
            var expectedCompressedSize = entry.uncompressedSize;
            if (entry.isEncrypted()) {
              expectedCompressedSize += 12;
            }
            if (entry.compressedSize !== expectedCompressedSize) {
              var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
              return emitErrorAndAutoClose(self, new Error(msg));
            }
          }
          self.emit("entry", entry);
          if (!self.lazyEntries) self._readEntry();
        });
      });
    };
    ZipFile.prototype.eachEntry = function() {
      const self = this;
      if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
      if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
      self.hasEachEntryBeenCalled = true;
      let pendingResolveReject = null;
      self.on("entry", onEntry);
      self.on("end", onEnd);
      self.on("error", onError);
      function cleanup() {
        self.removeListener("entry", onEntry);
        self.removeListener("end", onEnd);
        self.removeListener("error", onError);
        if (self.autoClose) self.close();
      }
      __name(cleanup, "cleanup");
      function onEntry(entry) {
        let { resolve } = pendingResolveReject;
        pendingResolveReject = null;
        resolve({ value: entry });
      }
      __name(onEntry, "onEntry");
      function onEnd() {
        let { resolve } = pendingResolveReject;
        pendingResolveReject = null;
        cleanup();
        resolve({ done: true });
      }
      __name(onEnd, "onEnd");
      function onError(err) {
        let { reject } = pendingResolveReject;
        pendingResolveReject = null;
        cleanup();
        reject(err);
      }
      __name(onError, "onError");
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        next() {
          const promise = new Promise((resolve, reject) => {
            if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
            pendingResolveReject = { resolve, reject };
          });
          self.readEntry();
          return promise;
        },
        return(value) {
          cleanup();
          return Promise.resolve({ done: true, value });
        },
        throw(value) {
          cleanup();
          return Promise.reject(value);
        }
      };
    };
    ZipFile.prototype.openReadStream = function(entry, options2, callback) {
      var self = this;
      var relativeStart = 0;
      var relativeEnd = entry.compressedSize;
      if (callback == null) {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) {
        options2 = {};
      } else {
        if (options2.decodeFileData === false) {
          if (options2.decrypt != null) {
            throw new Error("cannot use options.decrypt when options.decodeFileData === false");
          }
          if (options2.decompress != null) {
            throw new Error("cannot use options.decompress when options.decodeFileData === false");
          }
        } else {
          if (options2.decrypt != null) {
            if (!entry.isEncrypted()) {
              throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
            }
            if (options2.decrypt !== false) throw new Error("invalid options.decrypt value: " + options2.decrypt);
            if (entry.isCompressed()) {
              if (options2.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
            }
          }
          if (options2.decompress != null) {
            if (!entry.isCompressed()) {
              throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
            }
            if (!(options2.decompress === false || options2.decompress === true)) {
              throw new Error("invalid options.decompress value: " + options2.decompress);
            }
            decompress = options2.decompress;
          }
        }
        if (options2.start != null) {
          relativeStart = options2.start;
          if (relativeStart < 0) throw new Error("options.start < 0");
          if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
        }
        if (options2.end != null) {
          relativeEnd = options2.end;
          if (relativeEnd < 0) throw new Error("options.end < 0");
          if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
          if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
        }
      }
      var rawMode = options2.decodeFileData === false || // Explicitly requested raw.
      (entry.compressionMethod === 0 || // Naturally without compression.
      entry.compressionMethod === 8 && options2.decompress === false) && (!entry.isEncrypted() || // Naturally without encryption.
      options2.decrypt === false);
      if (options2.start != null || options2.end != null) {
        if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
      }
      if (!self.isOpen) return callback(new Error("closed"));
      if (entry.isEncrypted() && !rawMode) {
        if (options2.decrypt !== false) return callback(new Error("entry is encrypted, and options.decodeFileData !== false"));
      }
      var decompress;
      if (rawMode) {
        decompress = false;
      } else if (entry.compressionMethod === 8) {
        decompress = options2.decodeFileData !== true;
      } else {
        return callback(new Error("unsupported compression method: " + entry.compressionMethod));
      }
      self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
        if (err) return callback(err);
        self.openReadStreamLowLevel(
          localFileHeader.fileDataStart,
          entry.compressedSize,
          relativeStart,
          relativeEnd,
          decompress,
          entry.uncompressedSize,
          callback
        );
      });
    };
    ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
      var self = this;
      var fileDataEnd = fileDataStart + compressedSize;
      var readStream = self.reader.createReadStream({
        start: fileDataStart + relativeStart,
        end: fileDataStart + relativeEnd
      });
      var endpointStream = readStream;
      if (decompress) {
        var destroyed = false;
        var inflateFilter = zlib.createInflateRaw();
        readStream.on("error", function(err) {
          setImmediate(function() {
            if (!destroyed) inflateFilter.emit("error", err);
          });
        });
        readStream.pipe(inflateFilter);
        if (self.validateEntrySizes) {
          endpointStream = new AssertByteCountStream(uncompressedSize);
          inflateFilter.on("error", function(err) {
            setImmediate(function() {
              if (!destroyed) endpointStream.emit("error", err);
            });
          });
          inflateFilter.pipe(endpointStream);
        } else {
          endpointStream = inflateFilter;
        }
        installDestroyFn(endpointStream, function() {
          destroyed = true;
          if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
          readStream.unpipe(inflateFilter);
          readStream.destroy();
        });
      }
      callback(null, endpointStream);
    };
    ZipFile.prototype.readLocalFileHeader = function(entry, options2, callback) {
      var self = this;
      if (callback == null) {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      self.reader.ref();
      var buffer = newBuffer(30);
      readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
        try {
          if (err) return callback(err);
          var signature = buffer.readUInt32LE(0);
          if (signature !== 67324752) {
            return callback(new Error("invalid local file header signature: 0x" + signature.toString(16)));
          }
          var fileNameLength = buffer.readUInt16LE(26);
          var extraFieldLength = buffer.readUInt16LE(28);
          var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
          if (fileDataStart + entry.compressedSize > self.fileSize) {
            return callback(new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
          }
          if (options2.minimal) {
            return callback(null, { fileDataStart });
          }
          var localFileHeader = new LocalFileHeader();
          localFileHeader.fileDataStart = fileDataStart;
          localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
          localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
          localFileHeader.compressionMethod = buffer.readUInt16LE(8);
          localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
          localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
          localFileHeader.crc32 = buffer.readUInt32LE(14);
          localFileHeader.compressedSize = buffer.readUInt32LE(18);
          localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
          localFileHeader.fileNameLength = fileNameLength;
          localFileHeader.extraFieldLength = extraFieldLength;
          buffer = newBuffer(fileNameLength + extraFieldLength);
          self.reader.ref();
          readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err2) {
            try {
              if (err2) return callback(err2);
              localFileHeader.fileName = buffer.subarray(0, fileNameLength);
              localFileHeader.extraField = buffer.subarray(fileNameLength);
              return callback(null, localFileHeader);
            } finally {
              self.reader.unref();
            }
          });
        } finally {
          self.reader.unref();
        }
      });
    };
    ZipFile.prototype.openReadStreamPromise = function(entry, options2) {
      return new Promise((resolve, reject) => {
        this.openReadStream(entry, options2, function(err, readStream) {
          if (err) return reject(err);
          resolve(readStream);
        });
      });
    };
    ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
      return new Promise((resolve, reject) => {
        this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
          if (err) return reject(err);
          resolve(readStream);
        });
      });
    };
    ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options2) {
      return new Promise((resolve, reject) => {
        this.readLocalFileHeader(entry, options2, function(err, localFileHeader) {
          if (err) return reject(err);
          resolve(localFileHeader);
        });
      });
    };
    function Entry() {
    }
    __name(Entry, "Entry");
    Entry.prototype.getLastModDate = function(options2) {
      if (options2 == null) options2 = {};
      if (!options2.forceDosFormat) {
        for (var i = 0; i < this.extraFields.length; i++) {
          var extraField = this.extraFields[i];
          if (extraField.id === 21589) {
            var data = extraField.data;
            if (data.length < 5) continue;
            var flags = data[0];
            var HAS_MTIME = 1;
            if (!(flags & HAS_MTIME)) continue;
            var posixTimestamp = data.readInt32LE(1);
            return new Date(posixTimestamp * 1e3);
          } else if (extraField.id === 10) {
            var data = extraField.data;
            if (data.length !== 32) continue;
            if (data.readUInt16LE(4) !== 1) continue;
            if (data.readUInt16LE(6) !== 24) continue;
            var hundredNanoSecondsSince1601 = data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12);
            var millisecondsSince1970 = hundredNanoSecondsSince1601 / 1e4 - 116444736e5;
            return new Date(millisecondsSince1970);
          }
        }
      }
      return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options2.timezone);
    };
    Entry.prototype.canDecodeFileData = function() {
      return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
    };
    Entry.prototype.isEncrypted = function() {
      return (this.generalPurposeBitFlag & 1) !== 0;
    };
    Entry.prototype.isCompressed = function() {
      return this.compressionMethod === 8;
    };
    function LocalFileHeader() {
    }
    __name(LocalFileHeader, "LocalFileHeader");
    function dosDateTimeToDate(date, time, timezone) {
      var day = date & 31;
      var month = (date >> 5 & 15) - 1;
      var year = (date >> 9 & 127) + 1980;
      var millisecond = 0;
      var second = (time & 31) * 2;
      var minute = time >> 5 & 63;
      var hour = time >> 11 & 31;
      if (timezone == null || timezone === "local") {
        return new Date(year, month, day, hour, minute, second, millisecond);
      } else if (timezone === "UTC") {
        return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
      } else {
        throw new Error("unrecognized options.timezone: " + options.timezone);
      }
    }
    __name(dosDateTimeToDate, "dosDateTimeToDate");
    function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
      var fileName = null;
      for (var i = 0; i < extraFields.length; i++) {
        var extraField = extraFields[i];
        if (extraField.id === 28789) {
          if (extraField.data.length < 6) {
            continue;
          }
          if (extraField.data.readUInt8(0) !== 1) {
            continue;
          }
          var oldNameCrc32 = extraField.data.readUInt32LE(1);
          if (crc322(fileNameBuffer) !== oldNameCrc32) {
            continue;
          }
          fileName = decodeBuffer(extraField.data.subarray(5), true);
          break;
        }
      }
      if (fileName == null) {
        var isUtf8 = (generalPurposeBitFlag & 2048) !== 0;
        fileName = decodeBuffer(fileNameBuffer, isUtf8);
      }
      if (!strictFileNames) {
        fileName = fileName.replace(/\\/g, "/");
      }
      return fileName;
    }
    __name(getFileNameLowLevel, "getFileNameLowLevel");
    function validateFileName(fileName) {
      if (fileName.indexOf("\\") !== -1) {
        return "invalid characters in fileName: " + fileName;
      }
      if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) {
        return "absolute path: " + fileName;
      }
      if (fileName.split("/").indexOf("..") !== -1) {
        return "invalid relative path: " + fileName;
      }
      return null;
    }
    __name(validateFileName, "validateFileName");
    function parseExtraFields(extraFieldBuffer) {
      var extraFields = [];
      var i = 0;
      while (i < extraFieldBuffer.length - 3) {
        var headerId = extraFieldBuffer.readUInt16LE(i + 0);
        var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
        var dataStart = i + 4;
        var dataEnd = dataStart + dataSize;
        if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
        var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
        extraFields.push({
          id: headerId,
          data: dataBuffer
        });
        i = dataEnd;
      }
      return extraFields;
    }
    __name(parseExtraFields, "parseExtraFields");
    function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
      if (length === 0) {
        return setImmediate(function() {
          callback(null, newBuffer(0));
        });
      }
      reader.read(buffer, offset, length, position, function(err, bytesRead) {
        if (err) return callback(err);
        if (bytesRead < length) {
          return callback(new Error("unexpected EOF"));
        }
        callback();
      });
    }
    __name(readAndAssertNoEof, "readAndAssertNoEof");
    util.inherits(AssertByteCountStream, Transform);
    function AssertByteCountStream(byteCount) {
      Transform.call(this);
      this.actualByteCount = 0;
      this.expectedByteCount = byteCount;
    }
    __name(AssertByteCountStream, "AssertByteCountStream");
    AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
      this.actualByteCount += chunk.length;
      if (this.actualByteCount > this.expectedByteCount) {
        var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
        return cb(new Error(msg));
      }
      cb(null, chunk);
    };
    AssertByteCountStream.prototype._flush = function(cb) {
      if (this.actualByteCount < this.expectedByteCount) {
        var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
        return cb(new Error(msg));
      }
      cb();
    };
    util.inherits(RandomAccessReader, EventEmitter);
    function RandomAccessReader() {
      EventEmitter.call(this);
      this.refCount = 0;
    }
    __name(RandomAccessReader, "RandomAccessReader");
    RandomAccessReader.prototype.ref = function() {
      this.refCount += 1;
    };
    RandomAccessReader.prototype.unref = function() {
      var self = this;
      self.refCount -= 1;
      if (self.refCount > 0) return;
      if (self.refCount < 0) throw new Error("invalid unref");
      self.close(onCloseDone);
      function onCloseDone(err) {
        if (err) return self.emit("error", err);
        self.emit("close");
      }
      __name(onCloseDone, "onCloseDone");
    };
    RandomAccessReader.prototype.createReadStream = function(options2) {
      if (options2 == null) options2 = {};
      var start = options2.start;
      var end = options2.end;
      if (start === end) {
        var emptyStream = new PassThrough();
        setImmediate(function() {
          emptyStream.end();
        });
        return emptyStream;
      }
      var stream = this._readStreamForRange(start, end);
      var destroyed = false;
      var refUnrefFilter = new RefUnrefFilter(this);
      stream.on("error", function(err) {
        setImmediate(function() {
          if (!destroyed) refUnrefFilter.emit("error", err);
        });
      });
      installDestroyFn(refUnrefFilter, function() {
        stream.unpipe(refUnrefFilter);
        refUnrefFilter.unref();
        stream.destroy();
      });
      var byteCounter = new AssertByteCountStream(end - start);
      refUnrefFilter.on("error", function(err) {
        setImmediate(function() {
          if (!destroyed) byteCounter.emit("error", err);
        });
      });
      installDestroyFn(byteCounter, function() {
        destroyed = true;
        refUnrefFilter.unpipe(byteCounter);
        refUnrefFilter.destroy();
      });
      return stream.pipe(refUnrefFilter).pipe(byteCounter);
    };
    RandomAccessReader.prototype._readStreamForRange = function(start, end) {
      throw new Error("not implemented");
    };
    RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
      var readStream = this.createReadStream({ start: position, end: position + length });
      var writeStream = new Writable();
      var written = 0;
      writeStream._write = function(chunk, encoding, cb) {
        chunk.copy(buffer, offset + written, 0, chunk.length);
        written += chunk.length;
        cb();
      };
      writeStream.on("finish", callback);
      readStream.on("error", function(error2) {
        callback(error2);
      });
      readStream.pipe(writeStream);
    };
    RandomAccessReader.prototype.close = function(callback) {
      setImmediate(callback);
    };
    util.inherits(RefUnrefFilter, PassThrough);
    function RefUnrefFilter(context) {
      PassThrough.call(this);
      this.context = context;
      this.context.ref();
      this.unreffedYet = false;
    }
    __name(RefUnrefFilter, "RefUnrefFilter");
    RefUnrefFilter.prototype._flush = function(cb) {
      this.unref();
      cb();
    };
    RefUnrefFilter.prototype.unref = function(cb) {
      if (this.unreffedYet) return;
      this.unreffedYet = true;
      this.context.unref();
    };
    var cp437 = "\0\u263A\u263B\u2665\u2666\u2663\u2660\u2022\u25D8\u25CB\u25D9\u2642\u2640\u266A\u266B\u263C\u25BA\u25C4\u2195\u203C\xB6\xA7\u25AC\u21A8\u2191\u2193\u2192\u2190\u221F\u2194\u25B2\u25BC !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u2302\xC7\xFC\xE9\xE2\xE4\xE0\xE5\xE7\xEA\xEB\xE8\xEF\xEE\xEC\xC4\xC5\xC9\xE6\xC6\xF4\xF6\xF2\xFB\xF9\xFF\xD6\xDC\xA2\xA3\xA5\u20A7\u0192\xE1\xED\xF3\xFA\xF1\xD1\xAA\xBA\xBF\u2310\xAC\xBD\xBC\xA1\xAB\xBB\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255D\u255C\u255B\u2510\u2514\u2534\u252C\u251C\u2500\u253C\u255E\u255F\u255A\u2554\u2569\u2566\u2560\u2550\u256C\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256B\u256A\u2518\u250C\u2588\u2584\u258C\u2590\u2580\u03B1\xDF\u0393\u03C0\u03A3\u03C3\xB5\u03C4\u03A6\u0398\u03A9\u03B4\u221E\u03C6\u03B5\u2229\u2261\xB1\u2265\u2264\u2320\u2321\xF7\u2248\xB0\u2219\xB7\u221A\u207F\xB2\u25A0\xA0";
    function decodeBuffer(buffer, isUtf8) {
      if (isUtf8) {
        return buffer.toString("utf8");
      } else {
        var result = "";
        for (var i = 0; i < buffer.length; i++) {
          result += cp437[buffer[i]];
        }
        return result;
      }
    }
    __name(decodeBuffer, "decodeBuffer");
    function readUInt64LE(buffer, offset) {
      var lower32 = buffer.readUInt32LE(offset);
      var upper32 = buffer.readUInt32LE(offset + 4);
      return upper32 * 4294967296 + lower32;
    }
    __name(readUInt64LE, "readUInt64LE");
    var newBuffer;
    if (typeof Buffer.allocUnsafe === "function") {
      newBuffer = /* @__PURE__ */ __name(function(len) {
        return Buffer.allocUnsafe(len);
      }, "newBuffer");
    } else {
      newBuffer = /* @__PURE__ */ __name(function(len) {
        return new Buffer(len);
      }, "newBuffer");
    }
    function installDestroyFn(stream, fn) {
      if (typeof stream.destroy === "function") {
        stream._destroy = function(err, cb) {
          fn();
          if (cb != null) cb(err);
        };
      } else {
        stream.destroy = fn;
      }
    }
    __name(installDestroyFn, "installDestroyFn");
    function defaultCallback(err) {
      if (err) throw err;
    }
    __name(defaultCallback, "defaultCallback");
  }
});

// shared/platform/artifacts-port.ts
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// shared/platform/zip-archive.ts
var import_yauzl = __toESM(require_yauzl(), 1);
import { crc32 } from "node:zlib";
var MOST_ENTRIES = 1e4;
var MOST_EXPANDED_BYTES = 512 * 1024 * 1024;
var ArchiveRefused = class extends Error {
  static {
    __name(this, "ArchiveRefused");
  }
};
async function readZip(archive, wanted) {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  return await refusing(async () => {
    const zip = await (0, import_yauzl.fromBufferPromise)(bytes, { strictFileNames: true });
    const entries = await listEntries(zip);
    const found = /* @__PURE__ */ new Map();
    let room = MOST_EXPANDED_BYTES;
    for (const { path, mostBytes, optional: optional2 } of wanted) {
      const entry = entries.get(path);
      if (entry === void 0) continue;
      const { uncompressedSize: size } = entry;
      if (size > mostBytes && optional2 === true) continue;
      if (size > mostBytes || size > room) {
        throw new ArchiveRefused(
          `${path} has ${formatCount(size)} bytes, more than ${formatCount(Math.min(mostBytes, room))}`
        );
      }
      room -= size;
      found.set(path, await readEntry(zip, entry));
    }
    return found;
  });
}
__name(readZip, "readZip");
async function readWholeZip(path, mostBytes) {
  return await refusing(async () => {
    const zip = await (0, import_yauzl.openPromise)(path, { strictFileNames: true, autoClose: false });
    try {
      const entries = await listEntries(zip);
      const total = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
      if (total > mostBytes) {
        throw new ArchiveRefused(
          `its files have ${formatCount(total)} bytes, more than ${formatCount(mostBytes)}`
        );
      }
      const found = /* @__PURE__ */ new Map();
      for (const [name, entry] of entries) found.set(name, await readEntry(zip, entry));
      return found;
    } finally {
      zip.close();
    }
  });
}
__name(readWholeZip, "readWholeZip");
async function refusing(work) {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ArchiveRefused) throw cause;
    throw new ArchiveRefused(`it is no sound zip archive: ${cause.message}`, { cause });
  }
}
__name(refusing, "refusing");
async function listEntries(zip) {
  if (zip.entryCount > MOST_ENTRIES) {
    throw new ArchiveRefused(
      `it has ${formatCount(zip.entryCount)} entries, more than ${formatCount(MOST_ENTRIES)}`
    );
  }
  const entries = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Set();
  for await (const entry of zip.eachEntry()) {
    const why = whyRefused(entry);
    if (why !== void 0) throw new ArchiveRefused(`its entry ${quote(entry.fileName)} ${why}`);
    const name = entry.fileName.replace(/\/$/, "").normalize("NFC").toLowerCase();
    if (names.has(name)) {
      throw new ArchiveRefused(`its entry ${quote(entry.fileName)} is there twice`);
    }
    names.add(name);
    if (!entry.fileName.endsWith("/")) entries.set(entry.fileName, entry);
  }
  return entries;
}
__name(listEntries, "listEntries");
var KIND_MASK = 61440;
var PLAIN_KINDS = [0, 32768, 16384];
function whyRefused(entry) {
  const { fileName } = entry;
  if (entry.isEncrypted()) return "is encrypted";
  if (!PLAIN_KINDS.includes(entry.externalFileAttributes >>> 16 & KIND_MASK)) {
    return "is a link or a device";
  }
  const steps = fileName.replace(/\/$/, "").split("/");
  if (steps.some((step) => step === "" || step === ".")) return "has a name that is no plain path";
  return /[\u0000-\u001f\u007f:]/.test(fileName) ? "has a character that no file needs" : void 0;
}
__name(whyRefused, "whyRefused");
async function readEntry(zip, entry) {
  const parts = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
  const content = Buffer.concat(parts);
  if (crc32(content) !== entry.crc32) {
    throw new ArchiveRefused(`its entry ${quote(entry.fileName)} has another checksum`);
  }
  return content;
}
__name(readEntry, "readEntry");
var LONGEST_NAME = 100;
function quote(name) {
  return `"${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}\u2026` : name}"`;
}
__name(quote, "quote");

// shared/platform/artifacts-port.ts
var MOST_BYTES = 2 * 1024 ** 3;
var KEPT = ".kept-";
function artifactsPort(files, log, temporary = tmpdir()) {
  return {
    upload: /* @__PURE__ */ __name(async (name, root, paths) => {
      const client = await openClient();
      const send = /* @__PURE__ */ __name(async (as) => {
        await client.uploadArtifact(
          as,
          paths.map((path) => files.absolute(path)),
          files.absolute(root)
        );
      }, "send");
      const lasting = `All results are still in ${root}`;
      const earlier = await listOf(client, name).catch((cause) => {
        throw uploadFailure(name, lasting, cause);
      });
      const copy = `${name}${KEPT}${randomBytes(6).toString("hex")}`;
      if (earlier.current !== void 0) {
        await replace(client, name, copy, send, lasting);
      } else {
        try {
          await send(name);
        } catch (cause) {
          if (!isTaken(cause)) throw uploadFailure(name, lasting, cause);
          await send(copy).catch((second) => {
            throw uploadFailure(name, lasting, second);
          });
          log.warning(standsIn(name, copy));
          return;
        }
      }
      for (const { name: old } of earlier.copies) await discard(client, old, log);
    }, "upload"),
    download: /* @__PURE__ */ __name(async (name) => {
      try {
        const client = await openClient();
        const { current, copies } = await listOf(client, name);
        const found = current ?? copies[0];
        if (found === void 0) return null;
        if (current === void 0) {
          log.warning(
            `A job failed to replace "${name}": its files are taken from "${found.name}"`
          );
        }
        return await fetchFiles(client, found, temporary);
      } catch (cause) {
        throw downloadFailure(name, cause);
      }
    }, "download")
  };
  async function replace(client, name, copy, send, lasting) {
    await send(copy).catch((cause) => {
      throw uploadFailure(name, `${lasting}; what earlier jobs left is still in "${name}"`, cause);
    });
    try {
      await client.deleteArtifact(name);
      await send(name);
    } catch (cause) {
      if (!isTaken(cause)) {
        throw uploadFailure(name, `${lasting}, and in the artifact "${copy}"`, cause);
      }
      log.warning(standsIn(name, copy));
      return;
    }
    await discard(client, copy, log);
  }
  __name(replace, "replace");
}
__name(artifactsPort, "artifactsPort");
async function openClient() {
  const { DefaultArtifactClient } = await import("./artifact-Q2AO2NC2.js");
  return new DefaultArtifactClient();
}
__name(openClient, "openClient");
async function listOf(client, name) {
  const { artifacts } = await client.listArtifacts({ latest: true });
  return {
    current: artifacts.find((artifact) => artifact.name === name),
    copies: artifacts.filter((artifact) => artifact.name.startsWith(`${name}${KEPT}`)).sort((a, b) => b.id - a.id)
  };
}
__name(listOf, "listOf");
async function discard(client, name, log) {
  await client.deleteArtifact(name).catch((cause) => {
    log.debug(`The artifact "${name}" was not deleted: ${cause.message}`);
  });
}
__name(discard, "discard");
async function fetchFiles(client, { id, size, digest }, temporary) {
  if (size > MOST_BYTES) {
    throw new ArchiveRefused(
      `it has ${formatBytes(size)}, and at most ${formatBytes(MOST_BYTES)} are read`
    );
  }
  const folder = await mkdtemp(join(temporary, "mlops-artifact-"));
  try {
    const { digestMismatch } = await client.downloadArtifact(id, {
      path: folder,
      skipDecompress: true,
      ...digest === void 0 ? {} : { expectedHash: digest }
    });
    if (digestMismatch === true) {
      throw new ArchiveRefused("its digest is another one than GitHub names");
    }
    const [archive] = await readdir(folder);
    if (archive === void 0) throw new Error("nothing has been downloaded");
    return await readWholeZip(join(folder, archive), MOST_BYTES);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
__name(fetchFiles, "fetchFiles");
function isTaken(cause) {
  return /\(409\)/.test(cause.message);
}
__name(isTaken, "isTaken");
function standsIn(name, copy) {
  return `The name "${name}" is lost to this run: an upload of it was cut off, or another job uploads it at this moment. The files are in the artifact "${copy}", where later jobs of this run find them; for other runs, start a new run`;
}
__name(standsIn, "standsIn");
function uploadFailure(name, lasting, cause) {
  return new UserError(
    {
      what: `The artifact "${name}" can't be uploaded (${cause.message}). ${lasting}`,
      remedy: 'Check the artifact quota and the status of GitHub, then run the job again; a step with "if: always()" can save the folder'
    },
    { cause }
  );
}
__name(uploadFailure, "uploadFailure");
function downloadFailure(name, cause) {
  if (cause instanceof UserError) return cause;
  if (cause instanceof ArchiveRefused) {
    return new UserError(
      {
        what: `The artifact "${name}" is not read: ${cause.message}`,
        remedy: 'Another job or action of this run has made it: give "artifact-name" another name'
      },
      { cause }
    );
  }
  return new UserError(
    {
      what: `The artifact "${name}" can't be downloaded (${cause.message})`,
      remedy: "Check the name and the status of GitHub; then run the job again"
    },
    { cause }
  );
}
__name(downloadFailure, "downloadFailure");

// shared/platform/cache-port.ts
function cachePort(log) {
  const attempt = /* @__PURE__ */ __name(async (what, otherwise, work) => {
    try {
      return await work();
    } catch (cause) {
      log.warning(`The cache was not ${what}: ${cause.message}`);
      return otherwise;
    }
  }, "attempt");
  return {
    restore: /* @__PURE__ */ __name((key, directory) => attempt("read", false, async () => {
      const cache = await import("./cache-LNPIV22I.js");
      if (!cache.isFeatureAvailable()) return false;
      return await cache.restoreCache([directory], key) !== void 0;
    }), "restore"),
    restoreNewest: /* @__PURE__ */ __name((prefix, directory) => attempt("read", false, async () => {
      const cache = await import("./cache-LNPIV22I.js");
      if (!cache.isFeatureAvailable()) return false;
      return await cache.restoreCache([directory], prefix, [prefix]) !== void 0;
    }), "restoreNewest"),
    save: /* @__PURE__ */ __name((key, directory) => attempt("written", void 0, async () => {
      const cache = await import("./cache-LNPIV22I.js");
      if (cache.isFeatureAvailable()) await cache.saveCache([directory], key);
    }), "save")
  };
}
__name(cachePort, "cachePort");

// shared/platform/artifact-download.ts
import { createHash } from "node:crypto";
import { setTimeout as pause2 } from "node:timers/promises";
var MOST_ARCHIVE_BYTES = 256 * 1024 * 1024;
var PAUSES = [1e3, 4e3];
var SILENCE = 3e4;
async function downloadArchive(client, artifact) {
  refuseSize(artifact.bytes);
  for (let attempt = 0; ; attempt++) {
    const address = await signedAddress(client, artifact);
    try {
      const archive = await fetchBounded(address);
      verifyDigest(archive, artifact);
      return archive;
    } catch (cause) {
      if (!(cause instanceof CutDownload)) throw cause;
      const wait = PAUSES[attempt];
      if (wait === void 0) {
        throw new UserError(
          {
            what: `The artifact "${artifact.name}" can't be downloaded (${cause.message})`,
            remedy: "Run the job again; if it fails again, look at the status of GitHub"
          },
          { cause }
        );
      }
      await pause2(wait);
    }
  }
}
__name(downloadArchive, "downloadArchive");
var CutDownload = class extends Error {
  static {
    __name(this, "CutDownload");
  }
};
async function signedAddress({ octokit, place }, { id }) {
  const response = await octokit.rest.actions.downloadArtifact({
    ...place,
    artifact_id: id,
    archive_format: "zip",
    // Followed here and not by the client, which would read all of the answer, however long.
    request: { redirect: "manual" }
  });
  const { location } = response.headers;
  if (location === void 0 || !URL.canParse(location)) {
    throw new CutDownload("GitHub named no address for it");
  }
  const address = new URL(location);
  const { protocol } = new URL(octokit.request.endpoint.DEFAULTS.baseUrl);
  if (address.protocol === "https:" || address.protocol === protocol) return address;
  throw new CutDownload("its address is not encrypted");
}
__name(signedAddress, "signedAddress");
async function fetchBounded(address) {
  const client = new HttpClient("mlops-actions", [], {
    allowRedirects: false,
    socketTimeout: SILENCE
  });
  try {
    const { message } = await client.get(address.href).catch(() => {
      throw new CutDownload("the storage of artifacts did not answer");
    });
    const { statusCode = 0 } = message;
    if (statusCode !== 200) {
      message.destroy();
      throw new CutDownload(`the storage of artifacts answered ${statusCode}`);
    }
    return await readBounded(message);
  } finally {
    client.dispose();
  }
}
__name(fetchBounded, "fetchBounded");
async function readBounded(message) {
  const parts = [];
  let bytes = 0;
  try {
    message.setTimeout(SILENCE, () => message.destroy());
    for await (const part of message) {
      bytes += part.byteLength;
      refuseSize(bytes);
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof ArchiveRefused) throw cause;
    throw new CutDownload(`the connection was cut after ${formatBytes(bytes)}`, { cause });
  }
  return Buffer.concat(parts);
}
__name(readBounded, "readBounded");
function refuseSize(bytes) {
  if (bytes <= MOST_ARCHIVE_BYTES) return;
  throw new ArchiveRefused(
    `it has ${formatBytes(bytes)} or more, and at most ${formatBytes(MOST_ARCHIVE_BYTES)} are read`
  );
}
__name(refuseSize, "refuseSize");
function verifyDigest(archive, { digest }) {
  if (digest === void 0) return;
  const found = `sha256:${createHash("sha256").update(archive).digest("hex")}`;
  if (found === digest.toLowerCase()) return;
  throw new ArchiveRefused("its digest is another one than GitHub names");
}
__name(verifyDigest, "verifyDigest");

// shared/platform/github-permission.ts
var ACCEPTED = /^[a-z_]+=[a-z]+(?:[,;] ?[a-z_]+=[a-z]+){0,9}$/;
async function permitted(permission, what, work, remedies = {}) {
  try {
    return await work();
  } catch (cause) {
    const status = statusOf(cause);
    if (status === void 0 && !(cause instanceof LostAnswerError)) throw cause;
    throw new UserError(
      {
        what: `GitHub ${isRefusal(status) ? "refused" : "was not able"} to ${what} (${status === void 0 ? "" : `${status}: `}${cause.message}${acceptedPermissions(cause)})`,
        remedy: remedyForState(cause) ?? remedies[status ?? 0] ?? remedyFor(status, permission)
      },
      { cause }
    );
  }
}
__name(permitted, "permitted");
function isRefusal(status) {
  return status !== void 0 && status < 500;
}
__name(isRefusal, "isRefusal");
function remedyForState(cause) {
  const status = statusOf(cause);
  const { message } = cause;
  if (status === 403 && /\blocked\b/i.test(message)) return "Unlock the conversation";
  if (status === 403 && /\barchived\b/i.test(message))
    return "Take the repository out of the archive";
  if (status === 410 && /issues.*disabled/i.test(message)) {
    return "Turn on issues in the settings of the repository (General, Features)";
  }
  return void 0;
}
__name(remedyForState, "remedyForState");
function acceptedPermissions(cause) {
  if (statusOf(cause) !== 403) return "";
  const { headers } = cause.response;
  const header = headers["x-accepted-github-permissions"];
  if (typeof header !== "string" || !ACCEPTED.test(header)) return "";
  const alternatives = header.split(";").map((all) => all.trim().replaceAll("_", "-").replaceAll("=", ": ").replaceAll(",", " with "));
  return `; it asks for ${alternatives.join(" or ")}`;
}
__name(acceptedPermissions, "acceptedPermissions");
function remedyFor(status, permission) {
  switch (status) {
    case 401:
      return 'Give a valid token in the input "token"';
    case 403:
    case 404:
      return `Add "${permission}" to the permissions of the job; a pull request from a fork never has it`;
    default:
      return "Run the job again; if it fails again, look at the status of GitHub";
  }
}
__name(remedyFor, "remedyFor");

// shared/platform/github-artifacts.ts
var PAGE = 100;
function runsPort(client) {
  const { octokit, place } = client;
  return {
    artifacts: /* @__PURE__ */ __name((name) => listArtifacts(client, name), "artifacts"),
    artifactsOf: /* @__PURE__ */ __name((run, name) => readable("actions: read", `list the artifacts of run ${run}`, async () => {
      const found = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, {
        ...place,
        run_id: run,
        name,
        per_page: PAGE
      });
      return newestFirst(found.map(toArtifact));
    }), "artifactsOf"),
    readArtifact: /* @__PURE__ */ __name(async (artifact, wanted) => {
      try {
        const archive = await readable(
          "actions: read",
          `give "${artifact.name}"`,
          () => downloadArchive(client, artifact)
        );
        return await readZip(archive, wanted);
      } catch (cause) {
        if (!(cause instanceof ArchiveRefused)) throw cause;
        throw refusedArtifact(artifact, cause.message, cause);
      }
    }, "readArtifact"),
    find: /* @__PURE__ */ __name((id) => readable("actions: read", `tell of run ${id}`, async () => {
      try {
        const { data } = await octokit.rest.actions.getWorkflowRun({ ...place, run_id: id });
        return toRun(data);
      } catch (error2) {
        if (statusOf(error2) === 404) return null;
        throw error2;
      }
    }), "find"),
    pullRequestsOf: /* @__PURE__ */ __name((run) => readable("pull-requests: read", "list pull requests", () => listPullRequests(client, run)), "pullRequestsOf")
  };
}
__name(runsPort, "runsPort");
async function* listArtifacts({ octokit, place }, name) {
  const pages = octokit.paginate.iterator(octokit.rest.actions.listArtifactsForRepo, { ...place, name, per_page: PAGE })[Symbol.asyncIterator]();
  while (true) {
    const page = await readable("actions: read", "list artifacts", () => pages.next());
    if (page.done === true) return;
    yield* newestFirst(page.value.data.map(toArtifact));
  }
}
__name(listArtifacts, "listArtifacts");
async function listPullRequests({ octokit, place }, { headRepository, branch }) {
  if (headRepository === null || branch === null) return [];
  const found = await octokit.paginate(octokit.rest.pulls.list, {
    ...place,
    state: "open",
    head: `${headRepository.split("/")[0]}:${branch}`,
    per_page: PAGE
  });
  return found.filter(({ head }) => head.repo?.full_name === headRepository && head.ref === branch).map(({ number, head }) => ({ number, commit: head.sha }));
}
__name(listPullRequests, "listPullRequests");
function newestFirst(artifacts) {
  return artifacts.toSorted(
    (a, b) => a.createdAt === b.createdAt ? b.id - a.id : a.createdAt < b.createdAt ? 1 : -1
  );
}
__name(newestFirst, "newestFirst");
function toArtifact(artifact) {
  const { id, name, size_in_bytes, expired, created_at, digest, workflow_run: run } = artifact;
  return {
    id,
    name,
    bytes: size_in_bytes,
    expired,
    createdAt: created_at ?? "",
    ...digest ? { digest } : {},
    ...run?.id === void 0 ? {} : {
      run: {
        id: run.id,
        ...run.head_branch ? { branch: run.head_branch } : {},
        fromFork: run.repository_id === void 0 || run.head_repository_id !== run.repository_id
      }
    }
  };
}
__name(toArtifact, "toArtifact");
function toRun(run) {
  const head = run.head_repository;
  return {
    id: run.id,
    event: run.event,
    completed: run.status === "completed",
    url: run.html_url,
    commit: run.head_sha,
    branch: run.head_branch,
    headRepository: head?.full_name ?? null,
    fromFork: head?.id !== run.repository.id
  };
}
__name(toRun, "toRun");
function readable(permission, what, work) {
  return permitted(permission, what, work, {
    403: `Add "${permission}" to the permissions of the job`,
    404: `Add "${permission}" to the permissions of the job, and check that it has not been deleted`,
    410: "It has expired: run the workflow that makes it again"
  });
}
__name(readable, "readable");
function refusedArtifact({ name, id, run }, why, cause) {
  return new UserError(
    {
      what: `The artifact "${name}" (${id}) of run ${run?.id ?? "unknown"} is not read: ${why}`,
      remedy: "Delete it, or run the workflow that makes it again"
    },
    { cause }
  );
}
__name(refusedArtifact, "refusedArtifact");

// shared/platform/github-client.ts
function openGitHub(options2) {
  const { token, repository, apiUrl, log, signal } = options2;
  const patience = { ...PATIENCE, ...options2.patience };
  const octokit = getOctokit(token, { baseUrl: apiUrl });
  octokit.hook.wrap("request", patientRequests(patience, log, signal));
  const [owner = "", repo = ""] = repository.split("/");
  return {
    octokit,
    place: { owner, repo },
    log,
    patience,
    ...signal === void 0 ? {} : { signal }
  };
}
__name(openGitHub, "openGitHub");
async function createOnce({ patience, log, signal }, { find, create: create2 }) {
  for (let tries = 0; ; tries++) {
    try {
      return await create2();
    } catch (error2) {
      const delay = patience.retryDelays[tries];
      if (delay === void 0 || !isOutcomeUnknown(error2)) throw error2;
      log.info(
        `GitHub: ${error2.message}; looking in ${delay / 1e3} s whether it was done`
      );
      await pause(delay, signal);
      const found = await find();
      if (found !== void 0) return found;
    }
  }
}
__name(createOnce, "createOnce");

// shared/platform/github-comments.ts
var MAY_WRITE = /* @__PURE__ */ new Set(["OWNER", "MEMBER", "COLLABORATOR"]);
var MOST_WRITES = 3;
async function publishComment(client, { pullRequest, marker, body, run }) {
  const { octokit, place } = client;
  const text = stampText(marker, run, body);
  const find = /* @__PURE__ */ __name(async () => (await findComments(client, pullRequest, marker))[0], "find");
  const mine = await find();
  if (mine !== void 0) return await updateComment(client, mine, text);
  const made = await createOnce(client, {
    find,
    create: /* @__PURE__ */ __name(async () => {
      const issue = { ...place, issue_number: pullRequest };
      return (await octokit.rest.issues.createComment({ ...issue, body: text })).data;
    }, "create")
  });
  const [kept = made, ...doubles] = await findComments(client, pullRequest, marker);
  const isOnlyOne = kept.id === made.id && doubles.length === 0;
  if (isOnlyOne && isSameText(kept.body, text)) return { url: made.html_url, action: "created" };
  const texts = [text, kept.body ?? "", ...doubles.map((comment) => comment.body ?? "")];
  const newest = newestText(texts) ?? text;
  const { url, action } = await updateComment(client, kept, newest);
  for (const double of doubles) await deleteComment(client, double);
  return { url, action: newest === text ? action : "outdated" };
}
__name(publishComment, "publishComment");
async function updateComment({ octokit, place }, { id, html_url: url }, text) {
  const comment = { ...place, comment_id: id };
  for (let writes = 0; ; writes++) {
    const { body } = (await octokit.rest.issues.getComment(comment)).data;
    if (isNewer(stampOf(body ?? ""), stampOf(text))) return { url, action: "outdated" };
    if (isSameText(body, text)) return { url, action: writes === 0 ? "unchanged" : "updated" };
    if (writes === MOST_WRITES) return { url, action: "updated" };
    await octokit.rest.issues.updateComment({ ...comment, body: text });
  }
}
__name(updateComment, "updateComment");
async function findComments({ octokit, place }, pullRequest, marker) {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    ...place,
    issue_number: pullRequest,
    per_page: 100
  });
  const marked = comments.filter((comment) => comment.body?.startsWith(marker)).sort((a, b) => a.id - b.id);
  const bots = marked.filter(({ user }) => user?.type === "Bot");
  return bots.length > 0 ? bots : marked.filter(({ author_association: role }) => MAY_WRITE.has(role ?? ""));
}
__name(findComments, "findComments");
async function deleteComment({ octokit, place, log }, { id, html_url: url }) {
  try {
    await octokit.rest.issues.deleteComment({ ...place, comment_id: id });
  } catch (error2) {
    const status = statusOf(error2);
    if (status === 404) return;
    if (status !== 403) throw error2;
    log.info(
      `Another comment of the same evaluation stays, since GitHub refuses to delete it: ${url}`
    );
  }
}
__name(deleteComment, "deleteComment");

// shared/platform/github-deployments.ts
var TASK = "deploy:model";
var FINAL = /* @__PURE__ */ new Set(["success", "failure", "error", "inactive"]);
function deploymentsPort(client) {
  const write = /* @__PURE__ */ __name((what, work) => permitted("deployments: write", what, work), "write");
  return {
    findUnfinished: /* @__PURE__ */ __name((planned) => write("list the deployments", () => findUnfinished(client, planned)), "findUnfinished"),
    create: /* @__PURE__ */ __name((planned) => write(
      "make a deployment",
      () => createOnce(client, {
        find: /* @__PURE__ */ __name(async () => await findUnfinished(client, planned) ?? void 0, "find"),
        create: /* @__PURE__ */ __name(() => create(client, planned), "create")
      })
    ), "create"),
    setStatus: /* @__PURE__ */ __name((id, status) => write("set the status of a deployment", () => setStatus(client, id, status)), "setStatus")
  };
}
__name(deploymentsPort, "deploymentsPort");
async function setStatus(client, id, { state, description, logUrl, environmentUrl }) {
  const { octokit, place } = client;
  const deployment = { ...place, deployment_id: id };
  await createOnce(client, {
    find: /* @__PURE__ */ __name(async () => await latestState(client, id) === state ? state : void 0, "find"),
    create: /* @__PURE__ */ __name(async () => {
      const { data } = await octokit.rest.repos.createDeploymentStatus({
        ...deployment,
        state,
        description,
        ...logUrl === void 0 ? {} : { log_url: logUrl },
        ...environmentUrl === void 0 ? {} : { environment_url: environmentUrl }
      });
      return data.state;
    }, "create")
  });
}
__name(setStatus, "setStatus");
async function latestState({ octokit, place }, id) {
  const { data } = await octokit.rest.repos.listDeploymentStatuses({
    ...place,
    deployment_id: id,
    per_page: 1
  });
  return data[0]?.state;
}
__name(latestState, "latestState");
async function create({ octokit, place }, { environment, commit, description, payload }) {
  const { data } = await octokit.rest.repos.createDeployment({
    ...place,
    ref: commit,
    task: TASK,
    environment,
    description,
    payload: { ...payload },
    // The gates of the model decide, and the branch is deployed as it is.
    required_contexts: [],
    auto_merge: false,
    production_environment: environment === "production"
  });
  if ("id" in data) return data.id;
  throw new Error(`GitHub made no deployment: ${data.message ?? "it did not say why"}`);
}
__name(create, "create");
async function findUnfinished(client, { environment, commit, payload }) {
  const { octokit, place } = client;
  const { data } = await octokit.rest.repos.listDeployments({
    ...place,
    sha: commit,
    task: TASK,
    environment,
    per_page: 30
  });
  const newest = data.find(({ payload: known }) => digestOf(known) === payload.modelDigest);
  if (newest === void 0) return null;
  const latest = await latestState(client, newest.id);
  return latest !== void 0 && FINAL.has(latest) ? null : newest.id;
}
__name(findUnfinished, "findUnfinished");
function digestOf(payload) {
  try {
    const value = typeof payload === "string" ? JSON.parse(payload) : payload;
    return value?.modelDigest;
  } catch {
    return void 0;
  }
}
__name(digestOf, "digestOf");

// shared/platform/github-dispatch.ts
async function sendDispatch({ octokit, place }, { type, payload }) {
  await octokit.rest.repos.createDispatchEvent({
    ...place,
    event_type: type,
    client_payload: { ...payload }
  });
}
__name(sendDispatch, "sendDispatch");

// shared/platform/github-issues.ts
var LABEL_COLOUR = "d4a72c";
var MOST_WRITES2 = 3;
async function publishIssue(client, { marker, label, title, body, run }) {
  const { octokit, place } = client;
  const text = stampText(marker, run, body);
  const find = /* @__PURE__ */ __name(async () => (await findIssues(client, label, marker))[0], "find");
  const known = await find();
  if (known !== void 0) return await updateIssue(client, known, { title, text });
  await ensureLabel(client, label);
  const made = await createOnce(client, {
    find,
    create: /* @__PURE__ */ __name(async () => {
      const issue = { ...place, title, body: text, labels: [label] };
      return (await octokit.rest.issues.create(issue)).data;
    }, "create")
  });
  const [kept = made, ...doubles] = await findIssues(client, label, marker);
  const isOnlyOne = kept.number === made.number && doubles.length === 0;
  if (isOnlyOne && isSameText(kept.body, text)) return { url: made.html_url, action: "created" };
  const texts = [text, kept.body ?? "", ...doubles.map((issue) => issue.body ?? "")];
  const newest = newestText(texts) ?? text;
  const { url, action } = await updateIssue(client, kept, { title, text: newest });
  for (const { number } of doubles) {
    await octokit.rest.issues.update({
      ...place,
      issue_number: number,
      state: "closed",
      state_reason: "not_planned"
    });
  }
  return { url, action: newest === text ? action : "outdated" };
}
__name(publishIssue, "publishIssue");
async function updateIssue({ octokit, place }, { number, html_url: url }, { title, text }) {
  const issue = { ...place, issue_number: number };
  for (let writes = 0; ; writes++) {
    const { body, title: known } = (await octokit.rest.issues.get(issue)).data;
    if (isNewer(stampOf(body ?? ""), stampOf(text))) return { url, action: "outdated" };
    if (isSameText(body, text) && known === title) {
      return { url, action: writes === 0 ? "unchanged" : "updated" };
    }
    if (writes === MOST_WRITES2) return { url, action: "updated" };
    await octokit.rest.issues.update({ ...issue, title, body: text });
  }
}
__name(updateIssue, "updateIssue");
async function closeIssue(client, { marker, label, comment, run }) {
  const { octokit, place } = client;
  const [known] = await findIssues(client, label, marker);
  if (known === void 0) return null;
  if (isNewer(stampOf(known.body ?? ""), run)) return { url: known.html_url, action: "outdated" };
  const issue = { ...place, issue_number: known.number };
  await createOnce(client, {
    find: /* @__PURE__ */ __name(async () => {
      const all = await octokit.paginate(octokit.rest.issues.listComments, {
        ...issue,
        per_page: 100
      });
      return all.find(({ body }) => isSameText(body, comment));
    }, "find"),
    create: /* @__PURE__ */ __name(async () => (await octokit.rest.issues.createComment({ ...issue, body: comment })).data, "create")
  });
  await octokit.rest.issues.update({ ...issue, state: "closed", state_reason: "completed" });
  return { url: known.html_url, action: "closed" };
}
__name(closeIssue, "closeIssue");
async function findIssues({ octokit, place }, label, marker) {
  const issues = await octokit.paginate(octokit.rest.issues.listForRepo, {
    ...place,
    labels: label,
    state: "open",
    per_page: 100
  });
  return issues.filter((issue) => issue.pull_request === void 0 && issue.body?.startsWith(marker) === true).sort((a, b) => a.number - b.number);
}
__name(findIssues, "findIssues");
async function ensureLabel({ octokit, place }, name) {
  try {
    await octokit.rest.issues.createLabel({
      ...place,
      name,
      color: LABEL_COLOUR,
      description: "Opened by mlops-actions",
      ...REPEATABLE
    });
  } catch (error2) {
    const alreadyThere = statusOf(error2) === 422;
    if (!alreadyThere) throw error2;
  }
}
__name(ensureLabel, "ensureLabel");

// shared/platform/github-pull-request.ts
var REGULAR_FILE = "100644";
var PROGRAM = "100755";
var FORBIDDEN_BY_SETTING = /not permitted to create or approve pull requests/i;
function proposalsPort(client) {
  const { octokit, place } = client;
  const write = /* @__PURE__ */ __name((what, work) => permitted("contents: write", what, work), "write");
  const propose = /* @__PURE__ */ __name((what, work) => permitted("pull-requests: write", what, work), "propose");
  return {
    readBranch: /* @__PURE__ */ __name((name, folder) => write("read the branch", async () => {
      const { data: repository } = await octokit.rest.repos.get({ ...place });
      const { default_branch: standard } = repository;
      const branch = await findBranch(client, name ?? standard, standard);
      if (branch === null) return null;
      const { sha, commit } = branch.commit;
      return {
        name: branch.name,
        isDefault: branch.name === standard,
        isProtected: branch.protected,
        commit: { sha, tree: commit.tree.sha, message: commit.message },
        files: await listFiles(client, commit.tree.sha, folder)
      };
    }), "readBranch"),
    readFile: /* @__PURE__ */ __name(({ sha }) => write("read a file of the branch", async () => {
      const { data } = await octokit.rest.git.getBlob({ ...place, file_sha: sha });
      return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
    }), "readFile"),
    contains: /* @__PURE__ */ __name((branch, commit) => write("compare the branches", async () => {
      const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
        ...place,
        basehead: `${branch}...${commit}`,
        per_page: 1
      });
      return data.ahead_by === 0;
    }), "contains"),
    pullRequestsOf: /* @__PURE__ */ __name((branch) => propose("list the pull requests", () => listPullRequests2(client, branch)), "pullRequestsOf"),
    commit: /* @__PURE__ */ __name((change) => write("make a commit", () => makeCommit(client, change)), "commit"),
    pointBranch: /* @__PURE__ */ __name((branch) => write(`write the branch ${branch.name}`, () => pointBranch(client, branch)), "pointBranch"),
    openPullRequest: /* @__PURE__ */ __name(({ branch, base, title, body }) => propose(
      "open a pull request",
      () => allowedBySetting(() => openPullRequest(client, { branch, base, title, body }))
    ), "openPullRequest"),
    updatePullRequest: /* @__PURE__ */ __name(({ number, base, title, body }) => propose(`update the pull request #${number}`, async () => {
      const { data } = await octokit.rest.pulls.update({
        ...place,
        pull_number: number,
        base,
        title,
        body
      });
      return toPullRequest(data);
    }), "updatePullRequest")
  };
}
__name(proposalsPort, "proposalsPort");
async function findBranch({ octokit, place }, branch, standard) {
  try {
    const { data } = await octokit.rest.repos.getBranch({ ...place, branch });
    return data.name === branch ? data : null;
  } catch (error2) {
    if (statusOf(error2) === 404 && branch !== standard) return null;
    throw error2;
  }
}
__name(findBranch, "findBranch");
async function listFiles({ octokit, place }, root, folder) {
  let tree = root;
  for (const step of folder.split("/")) {
    const { data: data2 } = await octokit.rest.git.getTree({ ...place, tree_sha: tree });
    const entry = data2.tree.find(({ path }) => path === step);
    if (entry === void 0) return [];
    if (entry.type !== "tree" || entry.sha === void 0) {
      throw new UserError({
        what: `"${step}" of the path ${folder} is no folder in the repository`,
        remedy: "Choose another path for the target"
      });
    }
    tree = entry.sha;
  }
  const { data } = await octokit.rest.git.getTree({ ...place, tree_sha: tree, recursive: "true" });
  if (data.truncated) {
    throw new UserError({
      what: `${folder} holds more files than GitHub lists`,
      remedy: 'Set "keep" of the target, or choose another path'
    });
  }
  return data.tree.flatMap(
    ({ path, mode, sha, size = 0 }) => (mode === REGULAR_FILE || mode === PROGRAM) && path !== void 0 && sha !== void 0 ? [{ path: `${folder}/${path}`, sha, bytes: size }] : []
  );
}
__name(listFiles, "listFiles");
async function makeCommit({ octokit, place }, { parent, files, removed, message }) {
  const tree = [];
  for (const { path, content } of files) {
    const { data } = await octokit.rest.git.createBlob({
      ...place,
      content: Buffer.from(content).toString("base64"),
      encoding: "base64",
      ...REPEATABLE
    });
    tree.push({ path, mode: REGULAR_FILE, type: "blob", sha: data.sha });
  }
  for (const path of removed) {
    tree.push({ path, mode: REGULAR_FILE, type: "blob", sha: null });
  }
  const { data: made } = await octokit.rest.git.createTree({
    ...place,
    base_tree: parent.tree,
    tree,
    ...REPEATABLE
  });
  const { data: commit } = await octokit.rest.git.createCommit({
    ...place,
    message: message(made.sha),
    tree: made.sha,
    parents: [parent.sha],
    ...REPEATABLE
    // of two, one is the branch's and the other nobody's
  });
  return { sha: commit.sha, author: commit.author.name };
}
__name(makeCommit, "makeCommit");
async function pointBranch(client, { name, commit, expected }) {
  const { octokit, place } = client;
  if (expected === null) {
    try {
      await octokit.rest.git.createRef({
        ...place,
        ref: `refs/heads/${name}`,
        sha: commit,
        ...REPEATABLE
      });
      return;
    } catch (error2) {
      if (!isAlreadyThere(error2)) throw error2;
      if (await readReference(client, name) === commit) return;
      throw movedMeanwhile(name, error2);
    }
  }
  if (await readReference(client, name) !== expected) throw movedMeanwhile(name);
  if (commit === expected) return;
  await octokit.rest.git.updateRef({ ...place, ref: `heads/${name}`, sha: commit, force: true });
}
__name(pointBranch, "pointBranch");
async function readReference({ octokit, place }, branch) {
  const { data } = await octokit.rest.git.getRef({ ...place, ref: `heads/${branch}` });
  return data.object.sha;
}
__name(readReference, "readReference");
function isAlreadyThere(error2) {
  return statusOf(error2) === 422 && /already exists/i.test(error2.message);
}
__name(isAlreadyThere, "isAlreadyThere");
function movedMeanwhile(branch, cause) {
  return new UserError(
    {
      what: `Somebody wrote to the branch ${branch} while this run prepared its commit`,
      remedy: "Run the job again; give it a concurrency group if two runs do this at once"
    },
    { cause }
  );
}
__name(movedMeanwhile, "movedMeanwhile");
async function listPullRequests2({ octokit, place }, branch) {
  const { data } = await octokit.rest.pulls.list({
    ...place,
    head: `${place.owner}:${branch}`,
    state: "all",
    sort: "created",
    direction: "desc",
    per_page: 100
  });
  return data.filter(({ head, base }) => head.repo?.id === base.repo.id).map(toPullRequest);
}
__name(listPullRequests2, "listPullRequests");
async function openPullRequest(client, { branch, base, title, body }) {
  const { octokit, place } = client;
  try {
    const { data } = await octokit.rest.pulls.create({
      ...place,
      head: branch,
      base,
      title,
      body,
      ...REPEATABLE
      // there can be one
    });
    return toPullRequest(data);
  } catch (error2) {
    if (!isAlreadyThere(error2)) throw error2;
    const requests = await listPullRequests2(client, branch);
    const ours = requests.find((request) => request.state === "open" && request.body === body);
    if (ours === void 0) throw error2;
    return ours;
  }
}
__name(openPullRequest, "openPullRequest");
async function allowedBySetting(work) {
  try {
    return await work();
  } catch (cause) {
    if (!FORBIDDEN_BY_SETTING.test(cause.message)) throw cause;
    throw new UserError(
      {
        what: "GitHub does not let workflows of this repository open pull requests",
        remedy: 'Turn on "Allow GitHub Actions to create and approve pull requests" under Settings \u2192 Actions \u2192 General, in the repository or its organisation; or give the input "token" the token of an app'
      },
      { cause }
    );
  }
}
__name(allowedBySetting, "allowedBySetting");
function toPullRequest(data) {
  const state = data.merged_at === null ? data.state === "open" ? "open" : "closed" : "merged";
  return {
    number: data.number,
    url: data.html_url,
    state,
    base: data.base.ref,
    body: data.body ?? "",
    author: data.user?.login ?? ""
  };
}
__name(toPullRequest, "toPullRequest");

// shared/platform/github-release.ts
import { createHash as createHash2 } from "node:crypto";
async function publishRelease(client, release) {
  const { octokit, place } = client;
  const known = await findRelease(client, release.tag);
  if (known !== void 0 && !known.draft) {
    const sameModel = release.marker !== void 0 && known.body?.includes(release.marker) === true;
    if (sameModel || hasAssets(known, release.assets)) {
      return { url: known.html_url, action: "unchanged" };
    }
    throw new UserError({
      what: `The release ${release.tag} exists already with other files`,
      remedy: "Put {version} into the tag of the release target, or delete that release"
    });
  }
  const draft = known ?? await createDraft(client, release);
  for (const leftover of draft.assets) await deleteAsset(client, leftover.id);
  for (const asset of release.assets) await uploadAsset(client, draft, asset);
  const { data } = await octokit.rest.repos.updateRelease({
    ...place,
    release_id: draft.id,
    name: release.name,
    body: release.notes,
    draft: false
  });
  return { url: data.html_url, action: "created" };
}
__name(publishRelease, "publishRelease");
async function isReleased(client, { tag, marker }) {
  const known = await findRelease(client, tag);
  return known !== void 0 && !known.draft && known.body?.includes(marker) === true;
}
__name(isReleased, "isReleased");
async function findRelease({ octokit, place }, tag) {
  const pages = octokit.paginate.iterator(octokit.rest.repos.listReleases, {
    ...place,
    per_page: 100
  });
  for await (const { data } of pages) {
    const found = data.find((release) => release.tag_name === tag);
    if (found !== void 0) return found;
  }
  return void 0;
}
__name(findRelease, "findRelease");
async function createDraft(client, release) {
  const { octokit, place } = client;
  return await createOnce(client, {
    find: /* @__PURE__ */ __name(() => findRelease(client, release.tag), "find"),
    create: /* @__PURE__ */ __name(async () => {
      const { data } = await octokit.rest.repos.createRelease({
        ...place,
        tag_name: release.tag,
        ...release.commit === void 0 ? {} : { target_commitish: release.commit },
        name: release.name,
        body: release.notes,
        draft: true
      });
      return data;
    }, "create")
  });
}
__name(createDraft, "createDraft");
async function uploadAsset(client, draft, asset) {
  const { octokit, place } = client;
  await createOnce(client, {
    find: /* @__PURE__ */ __name(async () => {
      const assets = await octokit.paginate(octokit.rest.repos.listReleaseAssets, {
        ...place,
        release_id: draft.id,
        per_page: 100
      });
      for (const half of assets.filter(({ name }) => name === asset.name)) {
        await deleteAsset(client, half.id);
      }
      return void 0;
    }, "find"),
    create: /* @__PURE__ */ __name(() => octokit.request({
      method: "POST",
      // GitHub gives a template, `…/assets{?name,label}`, on a host of its own.
      url: `${draft.upload_url.replace(/\{.*\}$/, "")}?name=${encodeURIComponent(asset.name)}`,
      data: asset.bytes,
      // No content-length: `fetch` sets it, and Node refuses to send it twice.
      headers: { "content-type": "application/octet-stream" }
    }), "create")
  });
}
__name(uploadAsset, "uploadAsset");
async function deleteAsset({ octokit, place }, id) {
  try {
    await octokit.rest.repos.deleteReleaseAsset({ ...place, asset_id: id });
  } catch (error2) {
    if (statusOf(error2) !== 404) throw error2;
  }
}
__name(deleteAsset, "deleteAsset");
function hasAssets(release, assets) {
  return assets.every(
    ({ name, bytes }) => release.assets.some(
      (known) => known.name === name && known.size === bytes.byteLength && (known.digest == null || known.digest === `sha256:${sha256(bytes)}`)
    )
  );
}
__name(hasAssets, "hasAssets");
function sha256(bytes) {
  return createHash2("sha256").update(bytes).digest("hex");
}
__name(sha256, "sha256");

// shared/platform/github-port.ts
var RELEASE_REMEDY = 'Add "contents: write" to the permissions of the job. If it has that, the files in .github/workflows of this commit differ from those of the default branch: run on the newest commit of the default branch, or give the token of an app with "contents: write" and "workflows: write" in the input "token"';
function githubPort(options2) {
  const client = openGitHub(options2);
  return {
    publishComment: /* @__PURE__ */ __name((comment) => permitted(
      "pull-requests: write",
      "comment on the pull request",
      () => publishComment(client, comment)
    ), "publishComment"),
    publishIssue: /* @__PURE__ */ __name((issue) => permitted("issues: write", "open or update an issue", () => publishIssue(client, issue)), "publishIssue"),
    closeIssue: /* @__PURE__ */ __name((issue) => permitted("issues: write", "close an issue", () => closeIssue(client, issue)), "closeIssue"),
    publishRelease: /* @__PURE__ */ __name((release) => permitted("contents: write", "make a release", () => publishRelease(client, release), {
      403: RELEASE_REMEDY,
      404: RELEASE_REMEDY
    }), "publishRelease"),
    isReleased: /* @__PURE__ */ __name((release) => permitted("contents: write", "list the releases", () => isReleased(client, release)), "isReleased"),
    dispatch: /* @__PURE__ */ __name((event) => permitted("contents: write", "start a workflow", () => sendDispatch(client, event)), "dispatch"),
    runs: runsPort(client),
    proposals: proposalsPort(client),
    deployments: deploymentsPort(client)
  };
}
__name(githubPort, "githubPort");

// shared/platform/run-context.ts
import { readFileSync } from "node:fs";
function readRunContext(environment) {
  const repository = environment.GITHUB_REPOSITORY;
  const runId = environment.GITHUB_RUN_ID;
  const server = environment.GITHUB_SERVER_URL ?? "https://github.com";
  const event = readEvent(environment.GITHUB_EVENT_PATH);
  const pullRequest = event.pull_request?.number ?? event.issue?.number;
  const head = event.pull_request?.head?.repo?.full_name;
  return {
    platform: "actions",
    ...optional("repository", repository),
    // On a pull request GITHUB_SHA is a merge commit that nobody ever pushed.
    ...optional("commit", event.pull_request?.head?.sha ?? environment.GITHUB_SHA),
    ...optional("ref", environment.GITHUB_HEAD_REF || environment.GITHUB_REF_NAME),
    ...optional("eventName", environment.GITHUB_EVENT_NAME),
    ...optional("runId", runId ? Number(runId) : void 0),
    ...optional("attempt", Number(environment.GITHUB_RUN_ATTEMPT) || void 0),
    ...optional("actor", environment.GITHUB_ACTOR),
    ...optional("job", environment.GITHUB_JOB),
    ...optional("jobFolder", environment.RUNNER_TEMP?.replaceAll("\\", "/")),
    ...optional(
      "runUrl",
      repository && runId ? `${server}/${repository}/actions/runs/${runId}` : void 0
    ),
    ...optional("pullRequest", pullRequest),
    ...optional("baseBranch", baseBranchOf(environment, event)),
    ...event.pull_request === void 0 ? {} : { fromFork: head !== repository }
  };
}
__name(readRunContext, "readRunContext");
function baseBranchOf(environment, event) {
  const merged = event.merge_group?.base_ref?.replace(/^refs\/heads\//, "");
  const base = event.pull_request?.base?.ref ?? merged ?? environment.GITHUB_BASE_REF;
  if (base) return base;
  const onBranch = event.pull_request === void 0 && !environment.GITHUB_HEAD_REF;
  return onBranch && environment.GITHUB_REF_TYPE !== "tag" ? environment.GITHUB_REF_NAME : void 0;
}
__name(baseBranchOf, "baseBranchOf");
function readEvent(path) {
  if (path === void 0 || path === "") return {};
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}
__name(readEvent, "readEvent");
function optional(key, value) {
  return value === void 0 || value === "" ? {} : { [key]: value };
}
__name(optional, "optional");

// shared/platform/actions-ports.ts
var ANNOTATIONS_OF_A_LEVEL = 10;
var SUMMARY_BYTES = 1e6;
function actionsPorts({
  environment,
  token,
  cancellation = new Cancellation(),
  patience
}) {
  const mlflow = readMlflowSettings(environment);
  for (const secret of [token, ...mlflow?.secrets ?? []]) {
    if (secret !== void 0) setSecret(secret);
  }
  const redact = redactor([
    token,
    environment.ACTIONS_RUNTIME_TOKEN,
    environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
    ...mlflow?.secrets ?? []
  ]);
  const log = {
    info: /* @__PURE__ */ __name((text) => info(neutralize(redact(text))), "info"),
    warning: /* @__PURE__ */ __name((text) => warning(neutralize(redact(text))), "warning"),
    debug: /* @__PURE__ */ __name((text) => debug(neutralize(redact(text))), "debug"),
    progress: throttleProgress((text) => info(neutralizeLine(redact(text))))
  };
  const run = readRunContext(environment);
  const files = new FileSystem(environment.GITHUB_WORKSPACE ?? process.cwd());
  return {
    log,
    outputs: { set: /* @__PURE__ */ __name((name, value) => setOutput(name, value), "set") },
    summary: {
      add: /* @__PURE__ */ __name(async (markdown) => {
        if (environment.GITHUB_STEP_SUMMARY === void 0) return;
        await summary.addRaw(`${fitMarkdown(redact(markdown), SUMMARY_BYTES)}
`).write();
      }, "add")
    },
    annotations: annotationsPort(redact),
    artifacts: environment.ACTIONS_RUNTIME_TOKEN === void 0 ? null : artifactsPort(files, log, environment.RUNNER_TEMP),
    cache: cachePort(log),
    github: token === void 0 || run.repository === void 0 ? null : githubPort({
      token,
      repository: run.repository,
      apiUrl: environment.GITHUB_API_URL ?? "https://api.github.com",
      log,
      signal: cancellation.signal,
      ...patience === void 0 ? {} : { patience }
    }),
    tracking: openTracking(mlflow, { log, signal: cancellation.signal }),
    files,
    commands: commandRunner(environment, token === void 0 ? [] : [token]),
    packages: installedPackages(
      (folder) => files.absolute(folder),
      token === void 0 ? [] : [token]
    ),
    modules: moduleThreads(
      (path) => files.absolute(path),
      environment,
      token === void 0 ? [] : [token]
    ),
    clock: { now: /* @__PURE__ */ __name(() => /* @__PURE__ */ new Date(), "now"), milliseconds: /* @__PURE__ */ __name(() => performance.now(), "milliseconds") },
    run,
    cancellation
  };
}
__name(actionsPorts, "actionsPorts");
function annotationsPort(redact) {
  const write = { error, warning, notice };
  const shown = { error: 0, warning: 0, notice: 0 };
  return {
    add: /* @__PURE__ */ __name(({ level, title, message, file, line, column }) => {
      if (shown[level]++ >= ANNOTATIONS_OF_A_LEVEL) return false;
      write[level](neutralize(redact(message)), {
        title: neutralizeLine(redact(title)),
        ...file === void 0 ? {} : { file },
        ...line === void 0 ? {} : { startLine: line },
        ...column === void 0 ? {} : { startColumn: column }
      });
      return true;
    }, "add")
  };
}
__name(annotationsPort, "annotationsPort");
export {
  actionsPorts
};
