import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __name = (target, value) => __defProp(target, "name", { value, configurable: true });
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/ajv-formats/dist/formats.js
var require_formats = __commonJS({
  "node_modules/ajv-formats/dist/formats.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
    function fmtDef(validate, compare) {
      return { validate, compare };
    }
    __name(fmtDef, "fmtDef");
    exports.fullFormats = {
      // date: http://tools.ietf.org/html/rfc3339#section-5.6
      date: fmtDef(date, compareDate),
      // date-time: http://tools.ietf.org/html/rfc3339#section-5.6
      time: fmtDef(getTime(true), compareTime),
      "date-time": fmtDef(getDateTime(true), compareDateTime),
      "iso-time": fmtDef(getTime(), compareIsoTime),
      "iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
      // duration: https://tools.ietf.org/html/rfc3339#appendix-A
      duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
      uri: uri2,
      "uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
      // uri-template: https://tools.ietf.org/html/rfc6570
      "uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
      // For the source: https://gist.github.com/dperini/729294
      // For test cases: https://mathiasbynens.be/demo/url-regex
      url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
      email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
      hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
      // optimized https://www.safaribooksonline.com/library/view/regular-expressions-cookbook/9780596802837/ch07s16.html
      ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
      ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
      regex,
      // uuid: http://tools.ietf.org/html/rfc4122
      uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
      // JSON-pointer: https://tools.ietf.org/html/rfc6901
      // uri fragment: https://tools.ietf.org/html/rfc3986#appendix-A
      "json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
      "json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
      // relative JSON-pointer: http://tools.ietf.org/html/draft-luff-relative-json-pointer-00
      "relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
      // the following formats are used by the openapi specification: https://spec.openapis.org/oas/v3.0.0#data-types
      // byte: https://github.com/miguelmota/is-base64
      byte,
      // signed 32 bit integer
      int32: { type: "number", validate: validateInt32 },
      // signed 64 bit integer
      int64: { type: "number", validate: validateInt64 },
      // C-type float
      float: { type: "number", validate: validateNumber },
      // C-type double
      double: { type: "number", validate: validateNumber },
      // hint to the UI to hide input strings
      password: true,
      // unchecked string payload
      binary: true
    };
    exports.fastFormats = {
      ...exports.fullFormats,
      date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
      time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
      "date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
      "iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
      "iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
      // uri: https://github.com/mafintosh/is-my-json-valid/blob/master/formats.js
      uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
      "uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
      // email (sources from jsen validator):
      // http://stackoverflow.com/questions/201323/using-a-regular-expression-to-validate-an-email-address#answer-8829363
      // http://www.w3.org/TR/html5/forms.html#valid-e-mail-address (search for 'wilful violation')
      email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
    };
    exports.formatNames = Object.keys(exports.fullFormats);
    function isLeapYear(year) {
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    }
    __name(isLeapYear, "isLeapYear");
    var DATE2 = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
    var DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    function date(str) {
      const matches = DATE2.exec(str);
      if (!matches)
        return false;
      const year = +matches[1];
      const month = +matches[2];
      const day = +matches[3];
      return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
    }
    __name(date, "date");
    function compareDate(d1, d2) {
      if (!(d1 && d2))
        return void 0;
      if (d1 > d2)
        return 1;
      if (d1 < d2)
        return -1;
      return 0;
    }
    __name(compareDate, "compareDate");
    var TIME2 = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
    function getTime(strictTimeZone) {
      return /* @__PURE__ */ __name(function time(str) {
        const matches = TIME2.exec(str);
        if (!matches)
          return false;
        const hr = +matches[1];
        const min = +matches[2];
        const sec = +matches[3];
        const tz = matches[4];
        const tzSign = matches[5] === "-" ? -1 : 1;
        const tzH = +(matches[6] || 0);
        const tzM = +(matches[7] || 0);
        if (tzH > 23 || tzM > 59 || strictTimeZone && !tz)
          return false;
        if (hr <= 23 && min <= 59 && sec < 60)
          return true;
        const utcMin = min - tzM * tzSign;
        const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
        return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
      }, "time");
    }
    __name(getTime, "getTime");
    function compareTime(s1, s2) {
      if (!(s1 && s2))
        return void 0;
      const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
      const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
      if (!(t1 && t2))
        return void 0;
      return t1 - t2;
    }
    __name(compareTime, "compareTime");
    function compareIsoTime(t1, t2) {
      if (!(t1 && t2))
        return void 0;
      const a1 = TIME2.exec(t1);
      const a2 = TIME2.exec(t2);
      if (!(a1 && a2))
        return void 0;
      t1 = a1[1] + a1[2] + a1[3];
      t2 = a2[1] + a2[2] + a2[3];
      if (t1 > t2)
        return 1;
      if (t1 < t2)
        return -1;
      return 0;
    }
    __name(compareIsoTime, "compareIsoTime");
    var DATE_TIME_SEPARATOR = /t|\s/i;
    function getDateTime(strictTimeZone) {
      const time = getTime(strictTimeZone);
      return /* @__PURE__ */ __name(function date_time(str) {
        const dateTime = str.split(DATE_TIME_SEPARATOR);
        return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
      }, "date_time");
    }
    __name(getDateTime, "getDateTime");
    function compareDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const d1 = new Date(dt1).valueOf();
      const d2 = new Date(dt2).valueOf();
      if (!(d1 && d2))
        return void 0;
      return d1 - d2;
    }
    __name(compareDateTime, "compareDateTime");
    function compareIsoDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
      const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
      const res = compareDate(d1, d2);
      if (res === void 0)
        return void 0;
      return res || compareTime(t1, t2);
    }
    __name(compareIsoDateTime, "compareIsoDateTime");
    var NOT_URI_FRAGMENT = /\/|:/;
    var URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
    function uri2(str) {
      return NOT_URI_FRAGMENT.test(str) && URI.test(str);
    }
    __name(uri2, "uri");
    var BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
    function byte(str) {
      BYTE.lastIndex = 0;
      return BYTE.test(str);
    }
    __name(byte, "byte");
    var MIN_INT32 = -(2 ** 31);
    var MAX_INT32 = 2 ** 31 - 1;
    function validateInt32(value) {
      return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
    }
    __name(validateInt32, "validateInt32");
    function validateInt64(value) {
      return Number.isInteger(value);
    }
    __name(validateInt64, "validateInt64");
    function validateNumber() {
      return true;
    }
    __name(validateNumber, "validateNumber");
    var Z_ANCHOR = /[^\\]\\Z/;
    function regex(str) {
      if (Z_ANCHOR.test(str))
        return false;
      try {
        new RegExp(str);
        return true;
      } catch (e) {
        return false;
      }
    }
    __name(regex, "regex");
  }
});

// node_modules/ajv/dist/compile/codegen/code.js
var require_code = __commonJS({
  "node_modules/ajv/dist/compile/codegen/code.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.regexpCode = exports.getEsmExportName = exports.getProperty = exports.safeStringify = exports.stringify = exports.strConcat = exports.addCodeArg = exports.str = exports._ = exports.nil = exports._Code = exports.Name = exports.IDENTIFIER = exports._CodeOrName = void 0;
    var _CodeOrName = class {
      static {
        __name(this, "_CodeOrName");
      }
    };
    exports._CodeOrName = _CodeOrName;
    exports.IDENTIFIER = /^[a-z$_][a-z$_0-9]*$/i;
    var Name = class extends _CodeOrName {
      static {
        __name(this, "Name");
      }
      constructor(s) {
        super();
        if (!exports.IDENTIFIER.test(s))
          throw new Error("CodeGen: name must be a valid identifier");
        this.str = s;
      }
      toString() {
        return this.str;
      }
      emptyStr() {
        return false;
      }
      get names() {
        return { [this.str]: 1 };
      }
    };
    exports.Name = Name;
    var _Code = class extends _CodeOrName {
      static {
        __name(this, "_Code");
      }
      constructor(code) {
        super();
        this._items = typeof code === "string" ? [code] : code;
      }
      toString() {
        return this.str;
      }
      emptyStr() {
        if (this._items.length > 1)
          return false;
        const item = this._items[0];
        return item === "" || item === '""';
      }
      get str() {
        var _a;
        return (_a = this._str) !== null && _a !== void 0 ? _a : this._str = this._items.reduce((s, c) => `${s}${c}`, "");
      }
      get names() {
        var _a;
        return (_a = this._names) !== null && _a !== void 0 ? _a : this._names = this._items.reduce((names, c) => {
          if (c instanceof Name)
            names[c.str] = (names[c.str] || 0) + 1;
          return names;
        }, {});
      }
    };
    exports._Code = _Code;
    exports.nil = new _Code("");
    function _(strs, ...args) {
      const code = [strs[0]];
      let i = 0;
      while (i < args.length) {
        addCodeArg(code, args[i]);
        code.push(strs[++i]);
      }
      return new _Code(code);
    }
    __name(_, "_");
    exports._ = _;
    var plus = new _Code("+");
    function str(strs, ...args) {
      const expr = [safeStringify(strs[0])];
      let i = 0;
      while (i < args.length) {
        expr.push(plus);
        addCodeArg(expr, args[i]);
        expr.push(plus, safeStringify(strs[++i]));
      }
      optimize(expr);
      return new _Code(expr);
    }
    __name(str, "str");
    exports.str = str;
    function addCodeArg(code, arg) {
      if (arg instanceof _Code)
        code.push(...arg._items);
      else if (arg instanceof Name)
        code.push(arg);
      else
        code.push(interpolate(arg));
    }
    __name(addCodeArg, "addCodeArg");
    exports.addCodeArg = addCodeArg;
    function optimize(expr) {
      let i = 1;
      while (i < expr.length - 1) {
        if (expr[i] === plus) {
          const res = mergeExprItems(expr[i - 1], expr[i + 1]);
          if (res !== void 0) {
            expr.splice(i - 1, 3, res);
            continue;
          }
          expr[i++] = "+";
        }
        i++;
      }
    }
    __name(optimize, "optimize");
    function mergeExprItems(a, b) {
      if (b === '""')
        return a;
      if (a === '""')
        return b;
      if (typeof a == "string") {
        if (b instanceof Name || a[a.length - 1] !== '"')
          return;
        if (typeof b != "string")
          return `${a.slice(0, -1)}${b}"`;
        if (b[0] === '"')
          return a.slice(0, -1) + b.slice(1);
        return;
      }
      if (typeof b == "string" && b[0] === '"' && !(a instanceof Name))
        return `"${a}${b.slice(1)}`;
      return;
    }
    __name(mergeExprItems, "mergeExprItems");
    function strConcat(c1, c2) {
      return c2.emptyStr() ? c1 : c1.emptyStr() ? c2 : str`${c1}${c2}`;
    }
    __name(strConcat, "strConcat");
    exports.strConcat = strConcat;
    function interpolate(x) {
      return typeof x == "number" || typeof x == "boolean" || x === null ? x : safeStringify(Array.isArray(x) ? x.join(",") : x);
    }
    __name(interpolate, "interpolate");
    function stringify(x) {
      return new _Code(safeStringify(x));
    }
    __name(stringify, "stringify");
    exports.stringify = stringify;
    function safeStringify(x) {
      return JSON.stringify(x).replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
    }
    __name(safeStringify, "safeStringify");
    exports.safeStringify = safeStringify;
    function getProperty(key) {
      return typeof key == "string" && exports.IDENTIFIER.test(key) ? new _Code(`.${key}`) : _`[${key}]`;
    }
    __name(getProperty, "getProperty");
    exports.getProperty = getProperty;
    function getEsmExportName(key) {
      if (typeof key == "string" && exports.IDENTIFIER.test(key)) {
        return new _Code(`${key}`);
      }
      throw new Error(`CodeGen: invalid export name: ${key}, use explicit $id name mapping`);
    }
    __name(getEsmExportName, "getEsmExportName");
    exports.getEsmExportName = getEsmExportName;
    function regexpCode(rx) {
      return new _Code(rx.toString());
    }
    __name(regexpCode, "regexpCode");
    exports.regexpCode = regexpCode;
  }
});

// node_modules/ajv/dist/compile/codegen/scope.js
var require_scope = __commonJS({
  "node_modules/ajv/dist/compile/codegen/scope.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ValueScope = exports.ValueScopeName = exports.Scope = exports.varKinds = exports.UsedValueState = void 0;
    var code_1 = require_code();
    var ValueError = class extends Error {
      static {
        __name(this, "ValueError");
      }
      constructor(name) {
        super(`CodeGen: "code" for ${name} not defined`);
        this.value = name.value;
      }
    };
    var UsedValueState;
    (function(UsedValueState2) {
      UsedValueState2[UsedValueState2["Started"] = 0] = "Started";
      UsedValueState2[UsedValueState2["Completed"] = 1] = "Completed";
    })(UsedValueState || (exports.UsedValueState = UsedValueState = {}));
    exports.varKinds = {
      const: new code_1.Name("const"),
      let: new code_1.Name("let"),
      var: new code_1.Name("var")
    };
    var Scope = class {
      static {
        __name(this, "Scope");
      }
      constructor({ prefixes, parent } = {}) {
        this._names = {};
        this._prefixes = prefixes;
        this._parent = parent;
      }
      toName(nameOrPrefix) {
        return nameOrPrefix instanceof code_1.Name ? nameOrPrefix : this.name(nameOrPrefix);
      }
      name(prefix) {
        return new code_1.Name(this._newName(prefix));
      }
      _newName(prefix) {
        const ng = this._names[prefix] || this._nameGroup(prefix);
        return `${prefix}${ng.index++}`;
      }
      _nameGroup(prefix) {
        var _a, _b;
        if (((_b = (_a = this._parent) === null || _a === void 0 ? void 0 : _a._prefixes) === null || _b === void 0 ? void 0 : _b.has(prefix)) || this._prefixes && !this._prefixes.has(prefix)) {
          throw new Error(`CodeGen: prefix "${prefix}" is not allowed in this scope`);
        }
        return this._names[prefix] = { prefix, index: 0 };
      }
    };
    exports.Scope = Scope;
    var ValueScopeName = class extends code_1.Name {
      static {
        __name(this, "ValueScopeName");
      }
      constructor(prefix, nameStr) {
        super(nameStr);
        this.prefix = prefix;
      }
      setValue(value, { property, itemIndex }) {
        this.value = value;
        this.scopePath = (0, code_1._)`.${new code_1.Name(property)}[${itemIndex}]`;
      }
    };
    exports.ValueScopeName = ValueScopeName;
    var line = (0, code_1._)`\n`;
    var ValueScope = class extends Scope {
      static {
        __name(this, "ValueScope");
      }
      constructor(opts) {
        super(opts);
        this._values = {};
        this._scope = opts.scope;
        this.opts = { ...opts, _n: opts.lines ? line : code_1.nil };
      }
      get() {
        return this._scope;
      }
      name(prefix) {
        return new ValueScopeName(prefix, this._newName(prefix));
      }
      value(nameOrPrefix, value) {
        var _a;
        if (value.ref === void 0)
          throw new Error("CodeGen: ref must be passed in value");
        const name = this.toName(nameOrPrefix);
        const { prefix } = name;
        const valueKey = (_a = value.key) !== null && _a !== void 0 ? _a : value.ref;
        let vs = this._values[prefix];
        if (vs) {
          const _name = vs.get(valueKey);
          if (_name)
            return _name;
        } else {
          vs = this._values[prefix] = /* @__PURE__ */ new Map();
        }
        vs.set(valueKey, name);
        const s = this._scope[prefix] || (this._scope[prefix] = []);
        const itemIndex = s.length;
        s[itemIndex] = value.ref;
        name.setValue(value, { property: prefix, itemIndex });
        return name;
      }
      getValue(prefix, keyOrRef) {
        const vs = this._values[prefix];
        if (!vs)
          return;
        return vs.get(keyOrRef);
      }
      scopeRefs(scopeName, values = this._values) {
        return this._reduceValues(values, (name) => {
          if (name.scopePath === void 0)
            throw new Error(`CodeGen: name "${name}" has no value`);
          return (0, code_1._)`${scopeName}${name.scopePath}`;
        });
      }
      scopeCode(values = this._values, usedValues, getCode) {
        return this._reduceValues(values, (name) => {
          if (name.value === void 0)
            throw new Error(`CodeGen: name "${name}" has no value`);
          return name.value.code;
        }, usedValues, getCode);
      }
      _reduceValues(values, valueCode, usedValues = {}, getCode) {
        let code = code_1.nil;
        for (const prefix in values) {
          const vs = values[prefix];
          if (!vs)
            continue;
          const nameSet = usedValues[prefix] = usedValues[prefix] || /* @__PURE__ */ new Map();
          vs.forEach((name) => {
            if (nameSet.has(name))
              return;
            nameSet.set(name, UsedValueState.Started);
            let c = valueCode(name);
            if (c) {
              const def = this.opts.es5 ? exports.varKinds.var : exports.varKinds.const;
              code = (0, code_1._)`${code}${def} ${name} = ${c};${this.opts._n}`;
            } else if (c = getCode === null || getCode === void 0 ? void 0 : getCode(name)) {
              code = (0, code_1._)`${code}${c}${this.opts._n}`;
            } else {
              throw new ValueError(name);
            }
            nameSet.set(name, UsedValueState.Completed);
          });
        }
        return code;
      }
    };
    exports.ValueScope = ValueScope;
  }
});

// node_modules/ajv/dist/compile/codegen/index.js
var require_codegen = __commonJS({
  "node_modules/ajv/dist/compile/codegen/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.or = exports.and = exports.not = exports.CodeGen = exports.operators = exports.varKinds = exports.ValueScopeName = exports.ValueScope = exports.Scope = exports.Name = exports.regexpCode = exports.stringify = exports.getProperty = exports.nil = exports.strConcat = exports.str = exports._ = void 0;
    var code_1 = require_code();
    var scope_1 = require_scope();
    var code_2 = require_code();
    Object.defineProperty(exports, "_", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2._;
    }, "get") });
    Object.defineProperty(exports, "str", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.str;
    }, "get") });
    Object.defineProperty(exports, "strConcat", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.strConcat;
    }, "get") });
    Object.defineProperty(exports, "nil", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.nil;
    }, "get") });
    Object.defineProperty(exports, "getProperty", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.getProperty;
    }, "get") });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.stringify;
    }, "get") });
    Object.defineProperty(exports, "regexpCode", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.regexpCode;
    }, "get") });
    Object.defineProperty(exports, "Name", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return code_2.Name;
    }, "get") });
    var scope_2 = require_scope();
    Object.defineProperty(exports, "Scope", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return scope_2.Scope;
    }, "get") });
    Object.defineProperty(exports, "ValueScope", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return scope_2.ValueScope;
    }, "get") });
    Object.defineProperty(exports, "ValueScopeName", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return scope_2.ValueScopeName;
    }, "get") });
    Object.defineProperty(exports, "varKinds", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return scope_2.varKinds;
    }, "get") });
    exports.operators = {
      GT: new code_1._Code(">"),
      GTE: new code_1._Code(">="),
      LT: new code_1._Code("<"),
      LTE: new code_1._Code("<="),
      EQ: new code_1._Code("==="),
      NEQ: new code_1._Code("!=="),
      NOT: new code_1._Code("!"),
      OR: new code_1._Code("||"),
      AND: new code_1._Code("&&"),
      ADD: new code_1._Code("+")
    };
    var Node = class {
      static {
        __name(this, "Node");
      }
      optimizeNodes() {
        return this;
      }
      optimizeNames(_names, _constants) {
        return this;
      }
    };
    var Def = class extends Node {
      static {
        __name(this, "Def");
      }
      constructor(varKind, name, rhs) {
        super();
        this.varKind = varKind;
        this.name = name;
        this.rhs = rhs;
      }
      render({ es5, _n }) {
        const varKind = es5 ? scope_1.varKinds.var : this.varKind;
        const rhs = this.rhs === void 0 ? "" : ` = ${this.rhs}`;
        return `${varKind} ${this.name}${rhs};` + _n;
      }
      optimizeNames(names, constants) {
        if (!names[this.name.str])
          return;
        if (this.rhs)
          this.rhs = optimizeExpr(this.rhs, names, constants);
        return this;
      }
      get names() {
        return this.rhs instanceof code_1._CodeOrName ? this.rhs.names : {};
      }
    };
    var Assign = class extends Node {
      static {
        __name(this, "Assign");
      }
      constructor(lhs, rhs, sideEffects) {
        super();
        this.lhs = lhs;
        this.rhs = rhs;
        this.sideEffects = sideEffects;
      }
      render({ _n }) {
        return `${this.lhs} = ${this.rhs};` + _n;
      }
      optimizeNames(names, constants) {
        if (this.lhs instanceof code_1.Name && !names[this.lhs.str] && !this.sideEffects)
          return;
        this.rhs = optimizeExpr(this.rhs, names, constants);
        return this;
      }
      get names() {
        const names = this.lhs instanceof code_1.Name ? {} : { ...this.lhs.names };
        return addExprNames(names, this.rhs);
      }
    };
    var AssignOp = class extends Assign {
      static {
        __name(this, "AssignOp");
      }
      constructor(lhs, op, rhs, sideEffects) {
        super(lhs, rhs, sideEffects);
        this.op = op;
      }
      render({ _n }) {
        return `${this.lhs} ${this.op}= ${this.rhs};` + _n;
      }
    };
    var Label = class extends Node {
      static {
        __name(this, "Label");
      }
      constructor(label) {
        super();
        this.label = label;
        this.names = {};
      }
      render({ _n }) {
        return `${this.label}:` + _n;
      }
    };
    var Break = class extends Node {
      static {
        __name(this, "Break");
      }
      constructor(label) {
        super();
        this.label = label;
        this.names = {};
      }
      render({ _n }) {
        const label = this.label ? ` ${this.label}` : "";
        return `break${label};` + _n;
      }
    };
    var Throw = class extends Node {
      static {
        __name(this, "Throw");
      }
      constructor(error) {
        super();
        this.error = error;
      }
      render({ _n }) {
        return `throw ${this.error};` + _n;
      }
      get names() {
        return this.error.names;
      }
    };
    var AnyCode = class extends Node {
      static {
        __name(this, "AnyCode");
      }
      constructor(code) {
        super();
        this.code = code;
      }
      render({ _n }) {
        return `${this.code};` + _n;
      }
      optimizeNodes() {
        return `${this.code}` ? this : void 0;
      }
      optimizeNames(names, constants) {
        this.code = optimizeExpr(this.code, names, constants);
        return this;
      }
      get names() {
        return this.code instanceof code_1._CodeOrName ? this.code.names : {};
      }
    };
    var ParentNode = class extends Node {
      static {
        __name(this, "ParentNode");
      }
      constructor(nodes = []) {
        super();
        this.nodes = nodes;
      }
      render(opts) {
        return this.nodes.reduce((code, n) => code + n.render(opts), "");
      }
      optimizeNodes() {
        const { nodes } = this;
        let i = nodes.length;
        while (i--) {
          const n = nodes[i].optimizeNodes();
          if (Array.isArray(n))
            nodes.splice(i, 1, ...n);
          else if (n)
            nodes[i] = n;
          else
            nodes.splice(i, 1);
        }
        return nodes.length > 0 ? this : void 0;
      }
      optimizeNames(names, constants) {
        const { nodes } = this;
        let i = nodes.length;
        while (i--) {
          const n = nodes[i];
          if (n.optimizeNames(names, constants))
            continue;
          subtractNames(names, n.names);
          nodes.splice(i, 1);
        }
        return nodes.length > 0 ? this : void 0;
      }
      get names() {
        return this.nodes.reduce((names, n) => addNames(names, n.names), {});
      }
    };
    var BlockNode = class extends ParentNode {
      static {
        __name(this, "BlockNode");
      }
      render(opts) {
        return "{" + opts._n + super.render(opts) + "}" + opts._n;
      }
    };
    var Root = class extends ParentNode {
      static {
        __name(this, "Root");
      }
    };
    var Else = class extends BlockNode {
      static {
        __name(this, "Else");
      }
    };
    Else.kind = "else";
    var If = class _If extends BlockNode {
      static {
        __name(this, "If");
      }
      constructor(condition, nodes) {
        super(nodes);
        this.condition = condition;
      }
      render(opts) {
        let code = `if(${this.condition})` + super.render(opts);
        if (this.else)
          code += "else " + this.else.render(opts);
        return code;
      }
      optimizeNodes() {
        super.optimizeNodes();
        const cond = this.condition;
        if (cond === true)
          return this.nodes;
        let e = this.else;
        if (e) {
          const ns = e.optimizeNodes();
          e = this.else = Array.isArray(ns) ? new Else(ns) : ns;
        }
        if (e) {
          if (cond === false)
            return e instanceof _If ? e : e.nodes;
          if (this.nodes.length)
            return this;
          return new _If(not(cond), e instanceof _If ? [e] : e.nodes);
        }
        if (cond === false || !this.nodes.length)
          return void 0;
        return this;
      }
      optimizeNames(names, constants) {
        var _a;
        this.else = (_a = this.else) === null || _a === void 0 ? void 0 : _a.optimizeNames(names, constants);
        if (!(super.optimizeNames(names, constants) || this.else))
          return;
        this.condition = optimizeExpr(this.condition, names, constants);
        return this;
      }
      get names() {
        const names = super.names;
        addExprNames(names, this.condition);
        if (this.else)
          addNames(names, this.else.names);
        return names;
      }
    };
    If.kind = "if";
    var For = class extends BlockNode {
      static {
        __name(this, "For");
      }
    };
    For.kind = "for";
    var ForLoop = class extends For {
      static {
        __name(this, "ForLoop");
      }
      constructor(iteration) {
        super();
        this.iteration = iteration;
      }
      render(opts) {
        return `for(${this.iteration})` + super.render(opts);
      }
      optimizeNames(names, constants) {
        if (!super.optimizeNames(names, constants))
          return;
        this.iteration = optimizeExpr(this.iteration, names, constants);
        return this;
      }
      get names() {
        return addNames(super.names, this.iteration.names);
      }
    };
    var ForRange = class extends For {
      static {
        __name(this, "ForRange");
      }
      constructor(varKind, name, from, to) {
        super();
        this.varKind = varKind;
        this.name = name;
        this.from = from;
        this.to = to;
      }
      render(opts) {
        const varKind = opts.es5 ? scope_1.varKinds.var : this.varKind;
        const { name, from, to } = this;
        return `for(${varKind} ${name}=${from}; ${name}<${to}; ${name}++)` + super.render(opts);
      }
      get names() {
        const names = addExprNames(super.names, this.from);
        return addExprNames(names, this.to);
      }
    };
    var ForIter = class extends For {
      static {
        __name(this, "ForIter");
      }
      constructor(loop, varKind, name, iterable) {
        super();
        this.loop = loop;
        this.varKind = varKind;
        this.name = name;
        this.iterable = iterable;
      }
      render(opts) {
        return `for(${this.varKind} ${this.name} ${this.loop} ${this.iterable})` + super.render(opts);
      }
      optimizeNames(names, constants) {
        if (!super.optimizeNames(names, constants))
          return;
        this.iterable = optimizeExpr(this.iterable, names, constants);
        return this;
      }
      get names() {
        return addNames(super.names, this.iterable.names);
      }
    };
    var Func = class extends BlockNode {
      static {
        __name(this, "Func");
      }
      constructor(name, args, async) {
        super();
        this.name = name;
        this.args = args;
        this.async = async;
      }
      render(opts) {
        const _async = this.async ? "async " : "";
        return `${_async}function ${this.name}(${this.args})` + super.render(opts);
      }
    };
    Func.kind = "func";
    var Return = class extends ParentNode {
      static {
        __name(this, "Return");
      }
      render(opts) {
        return "return " + super.render(opts);
      }
    };
    Return.kind = "return";
    var Try = class extends BlockNode {
      static {
        __name(this, "Try");
      }
      render(opts) {
        let code = "try" + super.render(opts);
        if (this.catch)
          code += this.catch.render(opts);
        if (this.finally)
          code += this.finally.render(opts);
        return code;
      }
      optimizeNodes() {
        var _a, _b;
        super.optimizeNodes();
        (_a = this.catch) === null || _a === void 0 ? void 0 : _a.optimizeNodes();
        (_b = this.finally) === null || _b === void 0 ? void 0 : _b.optimizeNodes();
        return this;
      }
      optimizeNames(names, constants) {
        var _a, _b;
        super.optimizeNames(names, constants);
        (_a = this.catch) === null || _a === void 0 ? void 0 : _a.optimizeNames(names, constants);
        (_b = this.finally) === null || _b === void 0 ? void 0 : _b.optimizeNames(names, constants);
        return this;
      }
      get names() {
        const names = super.names;
        if (this.catch)
          addNames(names, this.catch.names);
        if (this.finally)
          addNames(names, this.finally.names);
        return names;
      }
    };
    var Catch = class extends BlockNode {
      static {
        __name(this, "Catch");
      }
      constructor(error) {
        super();
        this.error = error;
      }
      render(opts) {
        return `catch(${this.error})` + super.render(opts);
      }
    };
    Catch.kind = "catch";
    var Finally = class extends BlockNode {
      static {
        __name(this, "Finally");
      }
      render(opts) {
        return "finally" + super.render(opts);
      }
    };
    Finally.kind = "finally";
    var CodeGen = class {
      static {
        __name(this, "CodeGen");
      }
      constructor(extScope, opts = {}) {
        this._values = {};
        this._blockStarts = [];
        this._constants = {};
        this.opts = { ...opts, _n: opts.lines ? "\n" : "" };
        this._extScope = extScope;
        this._scope = new scope_1.Scope({ parent: extScope });
        this._nodes = [new Root()];
      }
      toString() {
        return this._root.render(this.opts);
      }
      // returns unique name in the internal scope
      name(prefix) {
        return this._scope.name(prefix);
      }
      // reserves unique name in the external scope
      scopeName(prefix) {
        return this._extScope.name(prefix);
      }
      // reserves unique name in the external scope and assigns value to it
      scopeValue(prefixOrName, value) {
        const name = this._extScope.value(prefixOrName, value);
        const vs = this._values[name.prefix] || (this._values[name.prefix] = /* @__PURE__ */ new Set());
        vs.add(name);
        return name;
      }
      getScopeValue(prefix, keyOrRef) {
        return this._extScope.getValue(prefix, keyOrRef);
      }
      // return code that assigns values in the external scope to the names that are used internally
      // (same names that were returned by gen.scopeName or gen.scopeValue)
      scopeRefs(scopeName) {
        return this._extScope.scopeRefs(scopeName, this._values);
      }
      scopeCode() {
        return this._extScope.scopeCode(this._values);
      }
      _def(varKind, nameOrPrefix, rhs, constant) {
        const name = this._scope.toName(nameOrPrefix);
        if (rhs !== void 0 && constant)
          this._constants[name.str] = rhs;
        this._leafNode(new Def(varKind, name, rhs));
        return name;
      }
      // `const` declaration (`var` in es5 mode)
      const(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.const, nameOrPrefix, rhs, _constant);
      }
      // `let` declaration with optional assignment (`var` in es5 mode)
      let(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.let, nameOrPrefix, rhs, _constant);
      }
      // `var` declaration with optional assignment
      var(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.var, nameOrPrefix, rhs, _constant);
      }
      // assignment code
      assign(lhs, rhs, sideEffects) {
        return this._leafNode(new Assign(lhs, rhs, sideEffects));
      }
      // `+=` code
      add(lhs, rhs) {
        return this._leafNode(new AssignOp(lhs, exports.operators.ADD, rhs));
      }
      // appends passed SafeExpr to code or executes Block
      code(c) {
        if (typeof c == "function")
          c();
        else if (c !== code_1.nil)
          this._leafNode(new AnyCode(c));
        return this;
      }
      // returns code for object literal for the passed argument list of key-value pairs
      object(...keyValues) {
        const code = ["{"];
        for (const [key, value] of keyValues) {
          if (code.length > 1)
            code.push(",");
          code.push(key);
          if (key !== value || this.opts.es5) {
            code.push(":");
            (0, code_1.addCodeArg)(code, value);
          }
        }
        code.push("}");
        return new code_1._Code(code);
      }
      // `if` clause (or statement if `thenBody` and, optionally, `elseBody` are passed)
      if(condition, thenBody, elseBody) {
        this._blockNode(new If(condition));
        if (thenBody && elseBody) {
          this.code(thenBody).else().code(elseBody).endIf();
        } else if (thenBody) {
          this.code(thenBody).endIf();
        } else if (elseBody) {
          throw new Error('CodeGen: "else" body without "then" body');
        }
        return this;
      }
      // `else if` clause - invalid without `if` or after `else` clauses
      elseIf(condition) {
        return this._elseNode(new If(condition));
      }
      // `else` clause - only valid after `if` or `else if` clauses
      else() {
        return this._elseNode(new Else());
      }
      // end `if` statement (needed if gen.if was used only with condition)
      endIf() {
        return this._endBlockNode(If, Else);
      }
      _for(node, forBody) {
        this._blockNode(node);
        if (forBody)
          this.code(forBody).endFor();
        return this;
      }
      // a generic `for` clause (or statement if `forBody` is passed)
      for(iteration, forBody) {
        return this._for(new ForLoop(iteration), forBody);
      }
      // `for` statement for a range of values
      forRange(nameOrPrefix, from, to, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.let) {
        const name = this._scope.toName(nameOrPrefix);
        return this._for(new ForRange(varKind, name, from, to), () => forBody(name));
      }
      // `for-of` statement (in es5 mode replace with a normal for loop)
      forOf(nameOrPrefix, iterable, forBody, varKind = scope_1.varKinds.const) {
        const name = this._scope.toName(nameOrPrefix);
        if (this.opts.es5) {
          const arr = iterable instanceof code_1.Name ? iterable : this.var("_arr", iterable);
          return this.forRange("_i", 0, (0, code_1._)`${arr}.length`, (i) => {
            this.var(name, (0, code_1._)`${arr}[${i}]`);
            forBody(name);
          });
        }
        return this._for(new ForIter("of", varKind, name, iterable), () => forBody(name));
      }
      // `for-in` statement.
      // With option `ownProperties` replaced with a `for-of` loop for object keys
      forIn(nameOrPrefix, obj, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.const) {
        if (this.opts.ownProperties) {
          return this.forOf(nameOrPrefix, (0, code_1._)`Object.keys(${obj})`, forBody);
        }
        const name = this._scope.toName(nameOrPrefix);
        return this._for(new ForIter("in", varKind, name, obj), () => forBody(name));
      }
      // end `for` loop
      endFor() {
        return this._endBlockNode(For);
      }
      // `label` statement
      label(label) {
        return this._leafNode(new Label(label));
      }
      // `break` statement
      break(label) {
        return this._leafNode(new Break(label));
      }
      // `return` statement
      return(value) {
        const node = new Return();
        this._blockNode(node);
        this.code(value);
        if (node.nodes.length !== 1)
          throw new Error('CodeGen: "return" should have one node');
        return this._endBlockNode(Return);
      }
      // `try` statement
      try(tryBody, catchCode, finallyCode) {
        if (!catchCode && !finallyCode)
          throw new Error('CodeGen: "try" without "catch" and "finally"');
        const node = new Try();
        this._blockNode(node);
        this.code(tryBody);
        if (catchCode) {
          const error = this.name("e");
          this._currNode = node.catch = new Catch(error);
          catchCode(error);
        }
        if (finallyCode) {
          this._currNode = node.finally = new Finally();
          this.code(finallyCode);
        }
        return this._endBlockNode(Catch, Finally);
      }
      // `throw` statement
      throw(error) {
        return this._leafNode(new Throw(error));
      }
      // start self-balancing block
      block(body, nodeCount) {
        this._blockStarts.push(this._nodes.length);
        if (body)
          this.code(body).endBlock(nodeCount);
        return this;
      }
      // end the current self-balancing block
      endBlock(nodeCount) {
        const len = this._blockStarts.pop();
        if (len === void 0)
          throw new Error("CodeGen: not in self-balancing block");
        const toClose = this._nodes.length - len;
        if (toClose < 0 || nodeCount !== void 0 && toClose !== nodeCount) {
          throw new Error(`CodeGen: wrong number of nodes: ${toClose} vs ${nodeCount} expected`);
        }
        this._nodes.length = len;
        return this;
      }
      // `function` heading (or definition if funcBody is passed)
      func(name, args = code_1.nil, async, funcBody) {
        this._blockNode(new Func(name, args, async));
        if (funcBody)
          this.code(funcBody).endFunc();
        return this;
      }
      // end function definition
      endFunc() {
        return this._endBlockNode(Func);
      }
      optimize(n = 1) {
        while (n-- > 0) {
          this._root.optimizeNodes();
          this._root.optimizeNames(this._root.names, this._constants);
        }
      }
      _leafNode(node) {
        this._currNode.nodes.push(node);
        return this;
      }
      _blockNode(node) {
        this._currNode.nodes.push(node);
        this._nodes.push(node);
      }
      _endBlockNode(N1, N2) {
        const n = this._currNode;
        if (n instanceof N1 || N2 && n instanceof N2) {
          this._nodes.pop();
          return this;
        }
        throw new Error(`CodeGen: not in block "${N2 ? `${N1.kind}/${N2.kind}` : N1.kind}"`);
      }
      _elseNode(node) {
        const n = this._currNode;
        if (!(n instanceof If)) {
          throw new Error('CodeGen: "else" without "if"');
        }
        this._currNode = n.else = node;
        return this;
      }
      get _root() {
        return this._nodes[0];
      }
      get _currNode() {
        const ns = this._nodes;
        return ns[ns.length - 1];
      }
      set _currNode(node) {
        const ns = this._nodes;
        ns[ns.length - 1] = node;
      }
    };
    exports.CodeGen = CodeGen;
    function addNames(names, from) {
      for (const n in from)
        names[n] = (names[n] || 0) + (from[n] || 0);
      return names;
    }
    __name(addNames, "addNames");
    function addExprNames(names, from) {
      return from instanceof code_1._CodeOrName ? addNames(names, from.names) : names;
    }
    __name(addExprNames, "addExprNames");
    function optimizeExpr(expr, names, constants) {
      if (expr instanceof code_1.Name)
        return replaceName(expr);
      if (!canOptimize(expr))
        return expr;
      return new code_1._Code(expr._items.reduce((items, c) => {
        if (c instanceof code_1.Name)
          c = replaceName(c);
        if (c instanceof code_1._Code)
          items.push(...c._items);
        else
          items.push(c);
        return items;
      }, []));
      function replaceName(n) {
        const c = constants[n.str];
        if (c === void 0 || names[n.str] !== 1)
          return n;
        delete names[n.str];
        return c;
      }
      __name(replaceName, "replaceName");
      function canOptimize(e) {
        return e instanceof code_1._Code && e._items.some((c) => c instanceof code_1.Name && names[c.str] === 1 && constants[c.str] !== void 0);
      }
      __name(canOptimize, "canOptimize");
    }
    __name(optimizeExpr, "optimizeExpr");
    function subtractNames(names, from) {
      for (const n in from)
        names[n] = (names[n] || 0) - (from[n] || 0);
    }
    __name(subtractNames, "subtractNames");
    function not(x) {
      return typeof x == "boolean" || typeof x == "number" || x === null ? !x : (0, code_1._)`!${par(x)}`;
    }
    __name(not, "not");
    exports.not = not;
    var andCode = mappend(exports.operators.AND);
    function and(...args) {
      return args.reduce(andCode);
    }
    __name(and, "and");
    exports.and = and;
    var orCode = mappend(exports.operators.OR);
    function or(...args) {
      return args.reduce(orCode);
    }
    __name(or, "or");
    exports.or = or;
    function mappend(op) {
      return (x, y) => x === code_1.nil ? y : y === code_1.nil ? x : (0, code_1._)`${par(x)} ${op} ${par(y)}`;
    }
    __name(mappend, "mappend");
    function par(x) {
      return x instanceof code_1.Name ? x : (0, code_1._)`(${x})`;
    }
    __name(par, "par");
  }
});

// node_modules/ajv/dist/compile/util.js
var require_util = __commonJS({
  "node_modules/ajv/dist/compile/util.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.checkStrictMode = exports.getErrorPath = exports.Type = exports.useFunc = exports.setEvaluated = exports.evaluatedPropsToName = exports.mergeEvaluated = exports.eachItem = exports.unescapeJsonPointer = exports.escapeJsonPointer = exports.escapeFragment = exports.unescapeFragment = exports.schemaRefOrVal = exports.schemaHasRulesButRef = exports.schemaHasRules = exports.checkUnknownRules = exports.alwaysValidSchema = exports.toHash = void 0;
    var codegen_1 = require_codegen();
    var code_1 = require_code();
    function toHash(arr) {
      const hash = {};
      for (const item of arr)
        hash[item] = true;
      return hash;
    }
    __name(toHash, "toHash");
    exports.toHash = toHash;
    function alwaysValidSchema(it, schema) {
      if (typeof schema == "boolean")
        return schema;
      if (Object.keys(schema).length === 0)
        return true;
      checkUnknownRules(it, schema);
      return !schemaHasRules(schema, it.self.RULES.all);
    }
    __name(alwaysValidSchema, "alwaysValidSchema");
    exports.alwaysValidSchema = alwaysValidSchema;
    function checkUnknownRules(it, schema = it.schema) {
      const { opts, self } = it;
      if (!opts.strictSchema)
        return;
      if (typeof schema === "boolean")
        return;
      const rules = self.RULES.keywords;
      for (const key in schema) {
        if (!rules[key])
          checkStrictMode(it, `unknown keyword: "${key}"`);
      }
    }
    __name(checkUnknownRules, "checkUnknownRules");
    exports.checkUnknownRules = checkUnknownRules;
    function schemaHasRules(schema, rules) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (rules[key])
          return true;
      return false;
    }
    __name(schemaHasRules, "schemaHasRules");
    exports.schemaHasRules = schemaHasRules;
    function schemaHasRulesButRef(schema, RULES2) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (key !== "$ref" && RULES2.all[key])
          return true;
      return false;
    }
    __name(schemaHasRulesButRef, "schemaHasRulesButRef");
    exports.schemaHasRulesButRef = schemaHasRulesButRef;
    function schemaRefOrVal({ topSchemaRef, schemaPath }, schema, keyword, $data) {
      if (!$data) {
        if (typeof schema == "number" || typeof schema == "boolean")
          return schema;
        if (typeof schema == "string")
          return (0, codegen_1._)`${schema}`;
      }
      return (0, codegen_1._)`${topSchemaRef}${schemaPath}${(0, codegen_1.getProperty)(keyword)}`;
    }
    __name(schemaRefOrVal, "schemaRefOrVal");
    exports.schemaRefOrVal = schemaRefOrVal;
    function unescapeFragment(str) {
      return unescapeJsonPointer(decodeURIComponent(str));
    }
    __name(unescapeFragment, "unescapeFragment");
    exports.unescapeFragment = unescapeFragment;
    function escapeFragment(str) {
      return encodeURIComponent(escapeJsonPointer(str));
    }
    __name(escapeFragment, "escapeFragment");
    exports.escapeFragment = escapeFragment;
    function escapeJsonPointer(str) {
      if (typeof str == "number")
        return `${str}`;
      return str.replace(/~/g, "~0").replace(/\//g, "~1");
    }
    __name(escapeJsonPointer, "escapeJsonPointer");
    exports.escapeJsonPointer = escapeJsonPointer;
    function unescapeJsonPointer(str) {
      return str.replace(/~1/g, "/").replace(/~0/g, "~");
    }
    __name(unescapeJsonPointer, "unescapeJsonPointer");
    exports.unescapeJsonPointer = unescapeJsonPointer;
    function eachItem(xs, f) {
      if (Array.isArray(xs)) {
        for (const x of xs)
          f(x);
      } else {
        f(xs);
      }
    }
    __name(eachItem, "eachItem");
    exports.eachItem = eachItem;
    function makeMergeEvaluated({ mergeNames, mergeToName, mergeValues, resultToName }) {
      return (gen, from, to, toName) => {
        const res = to === void 0 ? from : to instanceof codegen_1.Name ? (from instanceof codegen_1.Name ? mergeNames(gen, from, to) : mergeToName(gen, from, to), to) : from instanceof codegen_1.Name ? (mergeToName(gen, to, from), from) : mergeValues(from, to);
        return toName === codegen_1.Name && !(res instanceof codegen_1.Name) ? resultToName(gen, res) : res;
      };
    }
    __name(makeMergeEvaluated, "makeMergeEvaluated");
    exports.mergeEvaluated = {
      props: makeMergeEvaluated({
        mergeNames: /* @__PURE__ */ __name((gen, from, to) => gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => {
          gen.if((0, codegen_1._)`${from} === true`, () => gen.assign(to, true), () => gen.assign(to, (0, codegen_1._)`${to} || {}`).code((0, codegen_1._)`Object.assign(${to}, ${from})`));
        }), "mergeNames"),
        mergeToName: /* @__PURE__ */ __name((gen, from, to) => gen.if((0, codegen_1._)`${to} !== true`, () => {
          if (from === true) {
            gen.assign(to, true);
          } else {
            gen.assign(to, (0, codegen_1._)`${to} || {}`);
            setEvaluated(gen, to, from);
          }
        }), "mergeToName"),
        mergeValues: /* @__PURE__ */ __name((from, to) => from === true ? true : { ...from, ...to }, "mergeValues"),
        resultToName: evaluatedPropsToName
      }),
      items: makeMergeEvaluated({
        mergeNames: /* @__PURE__ */ __name((gen, from, to) => gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => gen.assign(to, (0, codegen_1._)`${from} === true ? true : ${to} > ${from} ? ${to} : ${from}`)), "mergeNames"),
        mergeToName: /* @__PURE__ */ __name((gen, from, to) => gen.if((0, codegen_1._)`${to} !== true`, () => gen.assign(to, from === true ? true : (0, codegen_1._)`${to} > ${from} ? ${to} : ${from}`)), "mergeToName"),
        mergeValues: /* @__PURE__ */ __name((from, to) => from === true ? true : Math.max(from, to), "mergeValues"),
        resultToName: /* @__PURE__ */ __name((gen, items) => gen.var("items", items), "resultToName")
      })
    };
    function evaluatedPropsToName(gen, ps) {
      if (ps === true)
        return gen.var("props", true);
      const props = gen.var("props", (0, codegen_1._)`{}`);
      if (ps !== void 0)
        setEvaluated(gen, props, ps);
      return props;
    }
    __name(evaluatedPropsToName, "evaluatedPropsToName");
    exports.evaluatedPropsToName = evaluatedPropsToName;
    function setEvaluated(gen, props, ps) {
      Object.keys(ps).forEach((p) => gen.assign((0, codegen_1._)`${props}${(0, codegen_1.getProperty)(p)}`, true));
    }
    __name(setEvaluated, "setEvaluated");
    exports.setEvaluated = setEvaluated;
    var snippets = {};
    function useFunc(gen, f) {
      return gen.scopeValue("func", {
        ref: f,
        code: snippets[f.code] || (snippets[f.code] = new code_1._Code(f.code))
      });
    }
    __name(useFunc, "useFunc");
    exports.useFunc = useFunc;
    var Type;
    (function(Type2) {
      Type2[Type2["Num"] = 0] = "Num";
      Type2[Type2["Str"] = 1] = "Str";
    })(Type || (exports.Type = Type = {}));
    function getErrorPath(dataProp, dataPropType, jsPropertySyntax) {
      if (dataProp instanceof codegen_1.Name) {
        const isNumber = dataPropType === Type.Num;
        return jsPropertySyntax ? isNumber ? (0, codegen_1._)`"[" + ${dataProp} + "]"` : (0, codegen_1._)`"['" + ${dataProp} + "']"` : isNumber ? (0, codegen_1._)`"/" + ${dataProp}` : (0, codegen_1._)`"/" + ${dataProp}.replace(/~/g, "~0").replace(/\\//g, "~1")`;
      }
      return jsPropertySyntax ? (0, codegen_1.getProperty)(dataProp).toString() : "/" + escapeJsonPointer(dataProp);
    }
    __name(getErrorPath, "getErrorPath");
    exports.getErrorPath = getErrorPath;
    function checkStrictMode(it, msg, mode = it.opts.strictSchema) {
      if (!mode)
        return;
      msg = `strict mode: ${msg}`;
      if (mode === true)
        throw new Error(msg);
      it.self.logger.warn(msg);
    }
    __name(checkStrictMode, "checkStrictMode");
    exports.checkStrictMode = checkStrictMode;
  }
});

// node_modules/ajv/dist/compile/names.js
var require_names = __commonJS({
  "node_modules/ajv/dist/compile/names.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var names = {
      // validation function arguments
      data: new codegen_1.Name("data"),
      // data passed to validation function
      // args passed from referencing schema
      valCxt: new codegen_1.Name("valCxt"),
      // validation/data context - should not be used directly, it is destructured to the names below
      instancePath: new codegen_1.Name("instancePath"),
      parentData: new codegen_1.Name("parentData"),
      parentDataProperty: new codegen_1.Name("parentDataProperty"),
      rootData: new codegen_1.Name("rootData"),
      // root data - same as the data passed to the first/top validation function
      dynamicAnchors: new codegen_1.Name("dynamicAnchors"),
      // used to support recursiveRef and dynamicRef
      // function scoped variables
      vErrors: new codegen_1.Name("vErrors"),
      // null or array of validation errors
      errors: new codegen_1.Name("errors"),
      // counter of validation errors
      this: new codegen_1.Name("this"),
      // "globals"
      self: new codegen_1.Name("self"),
      scope: new codegen_1.Name("scope"),
      // JTD serialize/parse name for JSON string and position
      json: new codegen_1.Name("json"),
      jsonPos: new codegen_1.Name("jsonPos"),
      jsonLen: new codegen_1.Name("jsonLen"),
      jsonPart: new codegen_1.Name("jsonPart")
    };
    exports.default = names;
  }
});

// node_modules/ajv/dist/compile/errors.js
var require_errors = __commonJS({
  "node_modules/ajv/dist/compile/errors.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.extendErrors = exports.resetErrorsCount = exports.reportExtraError = exports.reportError = exports.keyword$DataError = exports.keywordError = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var names_1 = require_names();
    exports.keywordError = {
      message: /* @__PURE__ */ __name(({ keyword }) => (0, codegen_1.str)`must pass "${keyword}" keyword validation`, "message")
    };
    exports.keyword$DataError = {
      message: /* @__PURE__ */ __name(({ keyword, schemaType }) => schemaType ? (0, codegen_1.str)`"${keyword}" keyword must be ${schemaType} ($data)` : (0, codegen_1.str)`"${keyword}" keyword is invalid ($data)`, "message")
    };
    function reportError(cxt, error = exports.keywordError, errorPaths, overrideAllErrors) {
      const { it } = cxt;
      const { gen, compositeRule, allErrors } = it;
      const errObj = errorObjectCode(cxt, error, errorPaths);
      if (overrideAllErrors !== null && overrideAllErrors !== void 0 ? overrideAllErrors : compositeRule || allErrors) {
        addError(gen, errObj);
      } else {
        returnErrors(it, (0, codegen_1._)`[${errObj}]`);
      }
    }
    __name(reportError, "reportError");
    exports.reportError = reportError;
    function reportExtraError(cxt, error = exports.keywordError, errorPaths) {
      const { it } = cxt;
      const { gen, compositeRule, allErrors } = it;
      const errObj = errorObjectCode(cxt, error, errorPaths);
      addError(gen, errObj);
      if (!(compositeRule || allErrors)) {
        returnErrors(it, names_1.default.vErrors);
      }
    }
    __name(reportExtraError, "reportExtraError");
    exports.reportExtraError = reportExtraError;
    function resetErrorsCount(gen, errsCount) {
      gen.assign(names_1.default.errors, errsCount);
      gen.if((0, codegen_1._)`${names_1.default.vErrors} !== null`, () => gen.if(errsCount, () => gen.assign((0, codegen_1._)`${names_1.default.vErrors}.length`, errsCount), () => gen.assign(names_1.default.vErrors, null)));
    }
    __name(resetErrorsCount, "resetErrorsCount");
    exports.resetErrorsCount = resetErrorsCount;
    function extendErrors({ gen, keyword, schemaValue, data, errsCount, it }) {
      if (errsCount === void 0)
        throw new Error("ajv implementation error");
      const err = gen.name("err");
      gen.forRange("i", errsCount, names_1.default.errors, (i) => {
        gen.const(err, (0, codegen_1._)`${names_1.default.vErrors}[${i}]`);
        gen.if((0, codegen_1._)`${err}.instancePath === undefined`, () => gen.assign((0, codegen_1._)`${err}.instancePath`, (0, codegen_1.strConcat)(names_1.default.instancePath, it.errorPath)));
        gen.assign((0, codegen_1._)`${err}.schemaPath`, (0, codegen_1.str)`${it.errSchemaPath}/${keyword}`);
        if (it.opts.verbose) {
          gen.assign((0, codegen_1._)`${err}.schema`, schemaValue);
          gen.assign((0, codegen_1._)`${err}.data`, data);
        }
      });
    }
    __name(extendErrors, "extendErrors");
    exports.extendErrors = extendErrors;
    function addError(gen, errObj) {
      const err = gen.const("err", errObj);
      gen.if((0, codegen_1._)`${names_1.default.vErrors} === null`, () => gen.assign(names_1.default.vErrors, (0, codegen_1._)`[${err}]`), (0, codegen_1._)`${names_1.default.vErrors}.push(${err})`);
      gen.code((0, codegen_1._)`${names_1.default.errors}++`);
    }
    __name(addError, "addError");
    function returnErrors(it, errs) {
      const { gen, validateName, schemaEnv } = it;
      if (schemaEnv.$async) {
        gen.throw((0, codegen_1._)`new ${it.ValidationError}(${errs})`);
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, errs);
        gen.return(false);
      }
    }
    __name(returnErrors, "returnErrors");
    var E = {
      keyword: new codegen_1.Name("keyword"),
      schemaPath: new codegen_1.Name("schemaPath"),
      // also used in JTD errors
      params: new codegen_1.Name("params"),
      propertyName: new codegen_1.Name("propertyName"),
      message: new codegen_1.Name("message"),
      schema: new codegen_1.Name("schema"),
      parentSchema: new codegen_1.Name("parentSchema")
    };
    function errorObjectCode(cxt, error, errorPaths) {
      const { createErrors } = cxt.it;
      if (createErrors === false)
        return (0, codegen_1._)`{}`;
      return errorObject(cxt, error, errorPaths);
    }
    __name(errorObjectCode, "errorObjectCode");
    function errorObject(cxt, error, errorPaths = {}) {
      const { gen, it } = cxt;
      const keyValues = [
        errorInstancePath(it, errorPaths),
        errorSchemaPath(cxt, errorPaths)
      ];
      extraErrorProps(cxt, error, keyValues);
      return gen.object(...keyValues);
    }
    __name(errorObject, "errorObject");
    function errorInstancePath({ errorPath }, { instancePath }) {
      const instPath = instancePath ? (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(instancePath, util_1.Type.Str)}` : errorPath;
      return [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, instPath)];
    }
    __name(errorInstancePath, "errorInstancePath");
    function errorSchemaPath({ keyword, it: { errSchemaPath } }, { schemaPath, parentSchema }) {
      let schPath = parentSchema ? errSchemaPath : (0, codegen_1.str)`${errSchemaPath}/${keyword}`;
      if (schemaPath) {
        schPath = (0, codegen_1.str)`${schPath}${(0, util_1.getErrorPath)(schemaPath, util_1.Type.Str)}`;
      }
      return [E.schemaPath, schPath];
    }
    __name(errorSchemaPath, "errorSchemaPath");
    function extraErrorProps(cxt, { params, message }, keyValues) {
      const { keyword, data, schemaValue, it } = cxt;
      const { opts, propertyName, topSchemaRef, schemaPath } = it;
      keyValues.push([E.keyword, keyword], [E.params, typeof params == "function" ? params(cxt) : params || (0, codegen_1._)`{}`]);
      if (opts.messages) {
        keyValues.push([E.message, typeof message == "function" ? message(cxt) : message]);
      }
      if (opts.verbose) {
        keyValues.push([E.schema, schemaValue], [E.parentSchema, (0, codegen_1._)`${topSchemaRef}${schemaPath}`], [names_1.default.data, data]);
      }
      if (propertyName)
        keyValues.push([E.propertyName, propertyName]);
    }
    __name(extraErrorProps, "extraErrorProps");
  }
});

// node_modules/ajv/dist/compile/validate/boolSchema.js
var require_boolSchema = __commonJS({
  "node_modules/ajv/dist/compile/validate/boolSchema.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.boolOrEmptySchema = exports.topBoolOrEmptySchema = void 0;
    var errors_1 = require_errors();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var boolError = {
      message: "boolean schema is false"
    };
    function topBoolOrEmptySchema(it) {
      const { gen, schema, validateName } = it;
      if (schema === false) {
        falseSchemaError(it, false);
      } else if (typeof schema == "object" && schema.$async === true) {
        gen.return(names_1.default.data);
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, null);
        gen.return(true);
      }
    }
    __name(topBoolOrEmptySchema, "topBoolOrEmptySchema");
    exports.topBoolOrEmptySchema = topBoolOrEmptySchema;
    function boolOrEmptySchema(it, valid) {
      const { gen, schema } = it;
      if (schema === false) {
        gen.var(valid, false);
        falseSchemaError(it);
      } else {
        gen.var(valid, true);
      }
    }
    __name(boolOrEmptySchema, "boolOrEmptySchema");
    exports.boolOrEmptySchema = boolOrEmptySchema;
    function falseSchemaError(it, overrideAllErrors) {
      const { gen, data } = it;
      const cxt = {
        gen,
        keyword: "false schema",
        data,
        schema: false,
        schemaCode: false,
        schemaValue: false,
        params: {},
        it
      };
      (0, errors_1.reportError)(cxt, boolError, void 0, overrideAllErrors);
    }
    __name(falseSchemaError, "falseSchemaError");
  }
});

// node_modules/ajv/dist/compile/rules.js
var require_rules = __commonJS({
  "node_modules/ajv/dist/compile/rules.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getRules = exports.isJSONType = void 0;
    var _jsonTypes = ["string", "number", "integer", "boolean", "null", "object", "array"];
    var jsonTypes = new Set(_jsonTypes);
    function isJSONType(x) {
      return typeof x == "string" && jsonTypes.has(x);
    }
    __name(isJSONType, "isJSONType");
    exports.isJSONType = isJSONType;
    function getRules() {
      const groups = {
        number: { type: "number", rules: [] },
        string: { type: "string", rules: [] },
        array: { type: "array", rules: [] },
        object: { type: "object", rules: [] }
      };
      return {
        types: { ...groups, integer: true, boolean: true, null: true },
        rules: [{ rules: [] }, groups.number, groups.string, groups.array, groups.object],
        post: { rules: [] },
        all: {},
        keywords: {}
      };
    }
    __name(getRules, "getRules");
    exports.getRules = getRules;
  }
});

// node_modules/ajv/dist/compile/validate/applicability.js
var require_applicability = __commonJS({
  "node_modules/ajv/dist/compile/validate/applicability.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.shouldUseRule = exports.shouldUseGroup = exports.schemaHasRulesForType = void 0;
    function schemaHasRulesForType({ schema, self }, type) {
      const group = self.RULES.types[type];
      return group && group !== true && shouldUseGroup(schema, group);
    }
    __name(schemaHasRulesForType, "schemaHasRulesForType");
    exports.schemaHasRulesForType = schemaHasRulesForType;
    function shouldUseGroup(schema, group) {
      return group.rules.some((rule) => shouldUseRule(schema, rule));
    }
    __name(shouldUseGroup, "shouldUseGroup");
    exports.shouldUseGroup = shouldUseGroup;
    function shouldUseRule(schema, rule) {
      var _a;
      return schema[rule.keyword] !== void 0 || ((_a = rule.definition.implements) === null || _a === void 0 ? void 0 : _a.some((kwd) => schema[kwd] !== void 0));
    }
    __name(shouldUseRule, "shouldUseRule");
    exports.shouldUseRule = shouldUseRule;
  }
});

// node_modules/ajv/dist/compile/validate/dataType.js
var require_dataType = __commonJS({
  "node_modules/ajv/dist/compile/validate/dataType.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.reportTypeError = exports.checkDataTypes = exports.checkDataType = exports.coerceAndCheckDataType = exports.getJSONTypes = exports.getSchemaTypes = exports.DataType = void 0;
    var rules_1 = require_rules();
    var applicability_1 = require_applicability();
    var errors_1 = require_errors();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var DataType;
    (function(DataType2) {
      DataType2[DataType2["Correct"] = 0] = "Correct";
      DataType2[DataType2["Wrong"] = 1] = "Wrong";
    })(DataType || (exports.DataType = DataType = {}));
    function getSchemaTypes(schema) {
      const types = getJSONTypes(schema.type);
      const hasNull = types.includes("null");
      if (hasNull) {
        if (schema.nullable === false)
          throw new Error("type: null contradicts nullable: false");
      } else {
        if (!types.length && schema.nullable !== void 0) {
          throw new Error('"nullable" cannot be used without "type"');
        }
        if (schema.nullable === true)
          types.push("null");
      }
      return types;
    }
    __name(getSchemaTypes, "getSchemaTypes");
    exports.getSchemaTypes = getSchemaTypes;
    function getJSONTypes(ts) {
      const types = Array.isArray(ts) ? ts : ts ? [ts] : [];
      if (types.every(rules_1.isJSONType))
        return types;
      throw new Error("type must be JSONType or JSONType[]: " + types.join(","));
    }
    __name(getJSONTypes, "getJSONTypes");
    exports.getJSONTypes = getJSONTypes;
    function coerceAndCheckDataType(it, types) {
      const { gen, data, opts } = it;
      const coerceTo = coerceToTypes(types, opts.coerceTypes);
      const checkTypes = types.length > 0 && !(coerceTo.length === 0 && types.length === 1 && (0, applicability_1.schemaHasRulesForType)(it, types[0]));
      if (checkTypes) {
        const wrongType = checkDataTypes(types, data, opts.strictNumbers, DataType.Wrong);
        gen.if(wrongType, () => {
          if (coerceTo.length)
            coerceData(it, types, coerceTo);
          else
            reportTypeError(it);
        });
      }
      return checkTypes;
    }
    __name(coerceAndCheckDataType, "coerceAndCheckDataType");
    exports.coerceAndCheckDataType = coerceAndCheckDataType;
    var COERCIBLE = /* @__PURE__ */ new Set(["string", "number", "integer", "boolean", "null"]);
    function coerceToTypes(types, coerceTypes) {
      return coerceTypes ? types.filter((t) => COERCIBLE.has(t) || coerceTypes === "array" && t === "array") : [];
    }
    __name(coerceToTypes, "coerceToTypes");
    function coerceData(it, types, coerceTo) {
      const { gen, data, opts } = it;
      const dataType = gen.let("dataType", (0, codegen_1._)`typeof ${data}`);
      const coerced = gen.let("coerced", (0, codegen_1._)`undefined`);
      if (opts.coerceTypes === "array") {
        gen.if((0, codegen_1._)`${dataType} == 'object' && Array.isArray(${data}) && ${data}.length == 1`, () => gen.assign(data, (0, codegen_1._)`${data}[0]`).assign(dataType, (0, codegen_1._)`typeof ${data}`).if(checkDataTypes(types, data, opts.strictNumbers), () => gen.assign(coerced, data)));
      }
      gen.if((0, codegen_1._)`${coerced} !== undefined`);
      for (const t of coerceTo) {
        if (COERCIBLE.has(t) || t === "array" && opts.coerceTypes === "array") {
          coerceSpecificType(t);
        }
      }
      gen.else();
      reportTypeError(it);
      gen.endIf();
      gen.if((0, codegen_1._)`${coerced} !== undefined`, () => {
        gen.assign(data, coerced);
        assignParentData(it, coerced);
      });
      function coerceSpecificType(t) {
        switch (t) {
          case "string":
            gen.elseIf((0, codegen_1._)`${dataType} == "number" || ${dataType} == "boolean"`).assign(coerced, (0, codegen_1._)`"" + ${data}`).elseIf((0, codegen_1._)`${data} === null`).assign(coerced, (0, codegen_1._)`""`);
            return;
          case "number":
            gen.elseIf((0, codegen_1._)`${dataType} == "boolean" || ${data} === null
              || (${dataType} == "string" && ${data} && ${data} == +${data})`).assign(coerced, (0, codegen_1._)`+${data}`);
            return;
          case "integer":
            gen.elseIf((0, codegen_1._)`${dataType} === "boolean" || ${data} === null
              || (${dataType} === "string" && ${data} && ${data} == +${data} && !(${data} % 1))`).assign(coerced, (0, codegen_1._)`+${data}`);
            return;
          case "boolean":
            gen.elseIf((0, codegen_1._)`${data} === "false" || ${data} === 0 || ${data} === null`).assign(coerced, false).elseIf((0, codegen_1._)`${data} === "true" || ${data} === 1`).assign(coerced, true);
            return;
          case "null":
            gen.elseIf((0, codegen_1._)`${data} === "" || ${data} === 0 || ${data} === false`);
            gen.assign(coerced, null);
            return;
          case "array":
            gen.elseIf((0, codegen_1._)`${dataType} === "string" || ${dataType} === "number"
              || ${dataType} === "boolean" || ${data} === null`).assign(coerced, (0, codegen_1._)`[${data}]`);
        }
      }
      __name(coerceSpecificType, "coerceSpecificType");
    }
    __name(coerceData, "coerceData");
    function assignParentData({ gen, parentData, parentDataProperty }, expr) {
      gen.if((0, codegen_1._)`${parentData} !== undefined`, () => gen.assign((0, codegen_1._)`${parentData}[${parentDataProperty}]`, expr));
    }
    __name(assignParentData, "assignParentData");
    function checkDataType(dataType, data, strictNums, correct = DataType.Correct) {
      const EQ = correct === DataType.Correct ? codegen_1.operators.EQ : codegen_1.operators.NEQ;
      let cond;
      switch (dataType) {
        case "null":
          return (0, codegen_1._)`${data} ${EQ} null`;
        case "array":
          cond = (0, codegen_1._)`Array.isArray(${data})`;
          break;
        case "object":
          cond = (0, codegen_1._)`${data} && typeof ${data} == "object" && !Array.isArray(${data})`;
          break;
        case "integer":
          cond = numCond((0, codegen_1._)`!(${data} % 1) && !isNaN(${data})`);
          break;
        case "number":
          cond = numCond();
          break;
        default:
          return (0, codegen_1._)`typeof ${data} ${EQ} ${dataType}`;
      }
      return correct === DataType.Correct ? cond : (0, codegen_1.not)(cond);
      function numCond(_cond = codegen_1.nil) {
        return (0, codegen_1.and)((0, codegen_1._)`typeof ${data} == "number"`, _cond, strictNums ? (0, codegen_1._)`isFinite(${data})` : codegen_1.nil);
      }
      __name(numCond, "numCond");
    }
    __name(checkDataType, "checkDataType");
    exports.checkDataType = checkDataType;
    function checkDataTypes(dataTypes, data, strictNums, correct) {
      if (dataTypes.length === 1) {
        return checkDataType(dataTypes[0], data, strictNums, correct);
      }
      let cond;
      const types = (0, util_1.toHash)(dataTypes);
      if (types.array && types.object) {
        const notObj = (0, codegen_1._)`typeof ${data} != "object"`;
        cond = types.null ? notObj : (0, codegen_1._)`!${data} || ${notObj}`;
        delete types.null;
        delete types.array;
        delete types.object;
      } else {
        cond = codegen_1.nil;
      }
      if (types.number)
        delete types.integer;
      for (const t in types)
        cond = (0, codegen_1.and)(cond, checkDataType(t, data, strictNums, correct));
      return cond;
    }
    __name(checkDataTypes, "checkDataTypes");
    exports.checkDataTypes = checkDataTypes;
    var typeError = {
      message: /* @__PURE__ */ __name(({ schema }) => `must be ${schema}`, "message"),
      params: /* @__PURE__ */ __name(({ schema, schemaValue }) => typeof schema == "string" ? (0, codegen_1._)`{type: ${schema}}` : (0, codegen_1._)`{type: ${schemaValue}}`, "params")
    };
    function reportTypeError(it) {
      const cxt = getTypeErrorContext(it);
      (0, errors_1.reportError)(cxt, typeError);
    }
    __name(reportTypeError, "reportTypeError");
    exports.reportTypeError = reportTypeError;
    function getTypeErrorContext(it) {
      const { gen, data, schema } = it;
      const schemaCode = (0, util_1.schemaRefOrVal)(it, schema, "type");
      return {
        gen,
        keyword: "type",
        data,
        schema: schema.type,
        schemaCode,
        schemaValue: schemaCode,
        parentSchema: schema,
        params: {},
        it
      };
    }
    __name(getTypeErrorContext, "getTypeErrorContext");
  }
});

// node_modules/ajv/dist/compile/validate/defaults.js
var require_defaults = __commonJS({
  "node_modules/ajv/dist/compile/validate/defaults.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.assignDefaults = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    function assignDefaults(it, ty) {
      const { properties, items } = it.schema;
      if (ty === "object" && properties) {
        for (const key in properties) {
          assignDefault(it, key, properties[key].default);
        }
      } else if (ty === "array" && Array.isArray(items)) {
        items.forEach((sch, i) => assignDefault(it, i, sch.default));
      }
    }
    __name(assignDefaults, "assignDefaults");
    exports.assignDefaults = assignDefaults;
    function assignDefault(it, prop, defaultValue) {
      const { gen, compositeRule, data, opts } = it;
      if (defaultValue === void 0)
        return;
      const childData = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(prop)}`;
      if (compositeRule) {
        (0, util_1.checkStrictMode)(it, `default is ignored for: ${childData}`);
        return;
      }
      let condition = (0, codegen_1._)`${childData} === undefined`;
      if (opts.useDefaults === "empty") {
        condition = (0, codegen_1._)`${condition} || ${childData} === null || ${childData} === ""`;
      }
      gen.if(condition, (0, codegen_1._)`${childData} = ${(0, codegen_1.stringify)(defaultValue)}`);
    }
    __name(assignDefault, "assignDefault");
  }
});

// node_modules/ajv/dist/vocabularies/code.js
var require_code2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/code.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateUnion = exports.validateArray = exports.usePattern = exports.callValidateCode = exports.schemaProperties = exports.allSchemaProperties = exports.noPropertyInData = exports.propertyInData = exports.isOwnProperty = exports.hasPropFunc = exports.reportMissingProp = exports.checkMissingProp = exports.checkReportMissingProp = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var names_1 = require_names();
    var util_2 = require_util();
    function checkReportMissingProp(cxt, prop) {
      const { gen, data, it } = cxt;
      gen.if(noPropertyInData(gen, data, prop, it.opts.ownProperties), () => {
        cxt.setParams({ missingProperty: (0, codegen_1._)`${prop}` }, true);
        cxt.error();
      });
    }
    __name(checkReportMissingProp, "checkReportMissingProp");
    exports.checkReportMissingProp = checkReportMissingProp;
    function checkMissingProp({ gen, data, it: { opts } }, properties, missing) {
      return (0, codegen_1.or)(...properties.map((prop) => (0, codegen_1.and)(noPropertyInData(gen, data, prop, opts.ownProperties), (0, codegen_1._)`${missing} = ${prop}`)));
    }
    __name(checkMissingProp, "checkMissingProp");
    exports.checkMissingProp = checkMissingProp;
    function reportMissingProp(cxt, missing) {
      cxt.setParams({ missingProperty: missing }, true);
      cxt.error();
    }
    __name(reportMissingProp, "reportMissingProp");
    exports.reportMissingProp = reportMissingProp;
    function hasPropFunc(gen) {
      return gen.scopeValue("func", {
        // eslint-disable-next-line @typescript-eslint/unbound-method
        ref: Object.prototype.hasOwnProperty,
        code: (0, codegen_1._)`Object.prototype.hasOwnProperty`
      });
    }
    __name(hasPropFunc, "hasPropFunc");
    exports.hasPropFunc = hasPropFunc;
    function isOwnProperty(gen, data, property) {
      return (0, codegen_1._)`${hasPropFunc(gen)}.call(${data}, ${property})`;
    }
    __name(isOwnProperty, "isOwnProperty");
    exports.isOwnProperty = isOwnProperty;
    function propertyInData(gen, data, property, ownProperties) {
      const cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} !== undefined`;
      return ownProperties ? (0, codegen_1._)`${cond} && ${isOwnProperty(gen, data, property)}` : cond;
    }
    __name(propertyInData, "propertyInData");
    exports.propertyInData = propertyInData;
    function noPropertyInData(gen, data, property, ownProperties) {
      const cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} === undefined`;
      return ownProperties ? (0, codegen_1.or)(cond, (0, codegen_1.not)(isOwnProperty(gen, data, property))) : cond;
    }
    __name(noPropertyInData, "noPropertyInData");
    exports.noPropertyInData = noPropertyInData;
    function allSchemaProperties(schemaMap) {
      return schemaMap ? Object.keys(schemaMap).filter((p) => p !== "__proto__") : [];
    }
    __name(allSchemaProperties, "allSchemaProperties");
    exports.allSchemaProperties = allSchemaProperties;
    function schemaProperties(it, schemaMap) {
      return allSchemaProperties(schemaMap).filter((p) => !(0, util_1.alwaysValidSchema)(it, schemaMap[p]));
    }
    __name(schemaProperties, "schemaProperties");
    exports.schemaProperties = schemaProperties;
    function callValidateCode({ schemaCode, data, it: { gen, topSchemaRef, schemaPath, errorPath }, it }, func, context, passSchema) {
      const dataAndSchema = passSchema ? (0, codegen_1._)`${schemaCode}, ${data}, ${topSchemaRef}${schemaPath}` : data;
      const valCxt = [
        [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, errorPath)],
        [names_1.default.parentData, it.parentData],
        [names_1.default.parentDataProperty, it.parentDataProperty],
        [names_1.default.rootData, names_1.default.rootData]
      ];
      if (it.opts.dynamicRef)
        valCxt.push([names_1.default.dynamicAnchors, names_1.default.dynamicAnchors]);
      const args = (0, codegen_1._)`${dataAndSchema}, ${gen.object(...valCxt)}`;
      return context !== codegen_1.nil ? (0, codegen_1._)`${func}.call(${context}, ${args})` : (0, codegen_1._)`${func}(${args})`;
    }
    __name(callValidateCode, "callValidateCode");
    exports.callValidateCode = callValidateCode;
    var newRegExp = (0, codegen_1._)`new RegExp`;
    function usePattern({ gen, it: { opts } }, pattern) {
      const u = opts.unicodeRegExp ? "u" : "";
      const { regExp } = opts.code;
      const rx = regExp(pattern, u);
      return gen.scopeValue("pattern", {
        key: rx.toString(),
        ref: rx,
        code: (0, codegen_1._)`${regExp.code === "new RegExp" ? newRegExp : (0, util_2.useFunc)(gen, regExp)}(${pattern}, ${u})`
      });
    }
    __name(usePattern, "usePattern");
    exports.usePattern = usePattern;
    function validateArray(cxt) {
      const { gen, data, keyword, it } = cxt;
      const valid = gen.name("valid");
      if (it.allErrors) {
        const validArr = gen.let("valid", true);
        validateItems(() => gen.assign(validArr, false));
        return validArr;
      }
      gen.var(valid, true);
      validateItems(() => gen.break());
      return valid;
      function validateItems(notValid) {
        const len = gen.const("len", (0, codegen_1._)`${data}.length`);
        gen.forRange("i", 0, len, (i) => {
          cxt.subschema({
            keyword,
            dataProp: i,
            dataPropType: util_1.Type.Num
          }, valid);
          gen.if((0, codegen_1.not)(valid), notValid);
        });
      }
      __name(validateItems, "validateItems");
    }
    __name(validateArray, "validateArray");
    exports.validateArray = validateArray;
    function validateUnion(cxt) {
      const { gen, schema, keyword, it } = cxt;
      if (!Array.isArray(schema))
        throw new Error("ajv implementation error");
      const alwaysValid = schema.some((sch) => (0, util_1.alwaysValidSchema)(it, sch));
      if (alwaysValid && !it.opts.unevaluated)
        return;
      const valid = gen.let("valid", false);
      const schValid = gen.name("_valid");
      gen.block(() => schema.forEach((_sch, i) => {
        const schCxt = cxt.subschema({
          keyword,
          schemaProp: i,
          compositeRule: true
        }, schValid);
        gen.assign(valid, (0, codegen_1._)`${valid} || ${schValid}`);
        const merged = cxt.mergeValidEvaluated(schCxt, schValid);
        if (!merged)
          gen.if((0, codegen_1.not)(valid));
      }));
      cxt.result(valid, () => cxt.reset(), () => cxt.error(true));
    }
    __name(validateUnion, "validateUnion");
    exports.validateUnion = validateUnion;
  }
});

// node_modules/ajv/dist/compile/validate/keyword.js
var require_keyword = __commonJS({
  "node_modules/ajv/dist/compile/validate/keyword.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateKeywordUsage = exports.validSchemaType = exports.funcKeywordCode = exports.macroKeywordCode = void 0;
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var code_1 = require_code2();
    var errors_1 = require_errors();
    function macroKeywordCode(cxt, def) {
      const { gen, keyword, schema, parentSchema, it } = cxt;
      const macroSchema = def.macro.call(it.self, schema, parentSchema, it);
      const schemaRef = useKeyword(gen, keyword, macroSchema);
      if (it.opts.validateSchema !== false)
        it.self.validateSchema(macroSchema, true);
      const valid = gen.name("valid");
      cxt.subschema({
        schema: macroSchema,
        schemaPath: codegen_1.nil,
        errSchemaPath: `${it.errSchemaPath}/${keyword}`,
        topSchemaRef: schemaRef,
        compositeRule: true
      }, valid);
      cxt.pass(valid, () => cxt.error(true));
    }
    __name(macroKeywordCode, "macroKeywordCode");
    exports.macroKeywordCode = macroKeywordCode;
    function funcKeywordCode(cxt, def) {
      var _a;
      const { gen, keyword, schema, parentSchema, $data, it } = cxt;
      checkAsyncKeyword(it, def);
      const validate = !$data && def.compile ? def.compile.call(it.self, schema, parentSchema, it) : def.validate;
      const validateRef = useKeyword(gen, keyword, validate);
      const valid = gen.let("valid");
      cxt.block$data(valid, validateKeyword);
      cxt.ok((_a = def.valid) !== null && _a !== void 0 ? _a : valid);
      function validateKeyword() {
        if (def.errors === false) {
          assignValid();
          if (def.modifying)
            modifyData(cxt);
          reportErrs(() => cxt.error());
        } else {
          const ruleErrs = def.async ? validateAsync() : validateSync();
          if (def.modifying)
            modifyData(cxt);
          reportErrs(() => addErrs(cxt, ruleErrs));
        }
      }
      __name(validateKeyword, "validateKeyword");
      function validateAsync() {
        const ruleErrs = gen.let("ruleErrs", null);
        gen.try(() => assignValid((0, codegen_1._)`await `), (e) => gen.assign(valid, false).if((0, codegen_1._)`${e} instanceof ${it.ValidationError}`, () => gen.assign(ruleErrs, (0, codegen_1._)`${e}.errors`), () => gen.throw(e)));
        return ruleErrs;
      }
      __name(validateAsync, "validateAsync");
      function validateSync() {
        const validateErrs = (0, codegen_1._)`${validateRef}.errors`;
        gen.assign(validateErrs, null);
        assignValid(codegen_1.nil);
        return validateErrs;
      }
      __name(validateSync, "validateSync");
      function assignValid(_await = def.async ? (0, codegen_1._)`await ` : codegen_1.nil) {
        const passCxt = it.opts.passContext ? names_1.default.this : names_1.default.self;
        const passSchema = !("compile" in def && !$data || def.schema === false);
        gen.assign(valid, (0, codegen_1._)`${_await}${(0, code_1.callValidateCode)(cxt, validateRef, passCxt, passSchema)}`, def.modifying);
      }
      __name(assignValid, "assignValid");
      function reportErrs(errors) {
        var _a2;
        gen.if((0, codegen_1.not)((_a2 = def.valid) !== null && _a2 !== void 0 ? _a2 : valid), errors);
      }
      __name(reportErrs, "reportErrs");
    }
    __name(funcKeywordCode, "funcKeywordCode");
    exports.funcKeywordCode = funcKeywordCode;
    function modifyData(cxt) {
      const { gen, data, it } = cxt;
      gen.if(it.parentData, () => gen.assign(data, (0, codegen_1._)`${it.parentData}[${it.parentDataProperty}]`));
    }
    __name(modifyData, "modifyData");
    function addErrs(cxt, errs) {
      const { gen } = cxt;
      gen.if((0, codegen_1._)`Array.isArray(${errs})`, () => {
        gen.assign(names_1.default.vErrors, (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`).assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`);
        (0, errors_1.extendErrors)(cxt);
      }, () => cxt.error());
    }
    __name(addErrs, "addErrs");
    function checkAsyncKeyword({ schemaEnv }, def) {
      if (def.async && !schemaEnv.$async)
        throw new Error("async keyword in sync schema");
    }
    __name(checkAsyncKeyword, "checkAsyncKeyword");
    function useKeyword(gen, keyword, result) {
      if (result === void 0)
        throw new Error(`keyword "${keyword}" failed to compile`);
      return gen.scopeValue("keyword", typeof result == "function" ? { ref: result } : { ref: result, code: (0, codegen_1.stringify)(result) });
    }
    __name(useKeyword, "useKeyword");
    function validSchemaType(schema, schemaType, allowUndefined = false) {
      return !schemaType.length || schemaType.some((st) => st === "array" ? Array.isArray(schema) : st === "object" ? schema && typeof schema == "object" && !Array.isArray(schema) : typeof schema == st || allowUndefined && typeof schema == "undefined");
    }
    __name(validSchemaType, "validSchemaType");
    exports.validSchemaType = validSchemaType;
    function validateKeywordUsage({ schema, opts, self, errSchemaPath }, def, keyword) {
      if (Array.isArray(def.keyword) ? !def.keyword.includes(keyword) : def.keyword !== keyword) {
        throw new Error("ajv implementation error");
      }
      const deps = def.dependencies;
      if (deps === null || deps === void 0 ? void 0 : deps.some((kwd) => !Object.prototype.hasOwnProperty.call(schema, kwd))) {
        throw new Error(`parent schema must have dependencies of ${keyword}: ${deps.join(",")}`);
      }
      if (def.validateSchema) {
        const valid = def.validateSchema(schema[keyword]);
        if (!valid) {
          const msg = `keyword "${keyword}" value is invalid at path "${errSchemaPath}": ` + self.errorsText(def.validateSchema.errors);
          if (opts.validateSchema === "log")
            self.logger.error(msg);
          else
            throw new Error(msg);
        }
      }
    }
    __name(validateKeywordUsage, "validateKeywordUsage");
    exports.validateKeywordUsage = validateKeywordUsage;
  }
});

// node_modules/ajv/dist/compile/validate/subschema.js
var require_subschema = __commonJS({
  "node_modules/ajv/dist/compile/validate/subschema.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.extendSubschemaMode = exports.extendSubschemaData = exports.getSubschema = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    function getSubschema(it, { keyword, schemaProp, schema, schemaPath, errSchemaPath, topSchemaRef }) {
      if (keyword !== void 0 && schema !== void 0) {
        throw new Error('both "keyword" and "schema" passed, only one allowed');
      }
      if (keyword !== void 0) {
        const sch = it.schema[keyword];
        return schemaProp === void 0 ? {
          schema: sch,
          schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}`,
          errSchemaPath: `${it.errSchemaPath}/${keyword}`
        } : {
          schema: sch[schemaProp],
          schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}${(0, codegen_1.getProperty)(schemaProp)}`,
          errSchemaPath: `${it.errSchemaPath}/${keyword}/${(0, util_1.escapeFragment)(schemaProp)}`
        };
      }
      if (schema !== void 0) {
        if (schemaPath === void 0 || errSchemaPath === void 0 || topSchemaRef === void 0) {
          throw new Error('"schemaPath", "errSchemaPath" and "topSchemaRef" are required with "schema"');
        }
        return {
          schema,
          schemaPath,
          topSchemaRef,
          errSchemaPath
        };
      }
      throw new Error('either "keyword" or "schema" must be passed');
    }
    __name(getSubschema, "getSubschema");
    exports.getSubschema = getSubschema;
    function extendSubschemaData(subschema, it, { dataProp, dataPropType: dpType, data, dataTypes, propertyName }) {
      if (data !== void 0 && dataProp !== void 0) {
        throw new Error('both "data" and "dataProp" passed, only one allowed');
      }
      const { gen } = it;
      if (dataProp !== void 0) {
        const { errorPath, dataPathArr, opts } = it;
        const nextData = gen.let("data", (0, codegen_1._)`${it.data}${(0, codegen_1.getProperty)(dataProp)}`, true);
        dataContextProps(nextData);
        subschema.errorPath = (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(dataProp, dpType, opts.jsPropertySyntax)}`;
        subschema.parentDataProperty = (0, codegen_1._)`${dataProp}`;
        subschema.dataPathArr = [...dataPathArr, subschema.parentDataProperty];
      }
      if (data !== void 0) {
        const nextData = data instanceof codegen_1.Name ? data : gen.let("data", data, true);
        dataContextProps(nextData);
        if (propertyName !== void 0)
          subschema.propertyName = propertyName;
      }
      if (dataTypes)
        subschema.dataTypes = dataTypes;
      function dataContextProps(_nextData) {
        subschema.data = _nextData;
        subschema.dataLevel = it.dataLevel + 1;
        subschema.dataTypes = [];
        it.definedProperties = /* @__PURE__ */ new Set();
        subschema.parentData = it.data;
        subschema.dataNames = [...it.dataNames, _nextData];
      }
      __name(dataContextProps, "dataContextProps");
    }
    __name(extendSubschemaData, "extendSubschemaData");
    exports.extendSubschemaData = extendSubschemaData;
    function extendSubschemaMode(subschema, { jtdDiscriminator, jtdMetadata, compositeRule, createErrors, allErrors }) {
      if (compositeRule !== void 0)
        subschema.compositeRule = compositeRule;
      if (createErrors !== void 0)
        subschema.createErrors = createErrors;
      if (allErrors !== void 0)
        subschema.allErrors = allErrors;
      subschema.jtdDiscriminator = jtdDiscriminator;
      subschema.jtdMetadata = jtdMetadata;
    }
    __name(extendSubschemaMode, "extendSubschemaMode");
    exports.extendSubschemaMode = extendSubschemaMode;
  }
});

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = /* @__PURE__ */ __name(function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    }, "equal");
  }
});

// node_modules/json-schema-traverse/index.js
var require_json_schema_traverse = __commonJS({
  "node_modules/json-schema-traverse/index.js"(exports, module) {
    "use strict";
    var traverse = module.exports = function(schema, opts, cb) {
      if (typeof opts == "function") {
        cb = opts;
        opts = {};
      }
      cb = opts.cb || cb;
      var pre = typeof cb == "function" ? cb : cb.pre || function() {
      };
      var post = cb.post || function() {
      };
      _traverse(opts, pre, post, schema, "", schema);
    };
    traverse.keywords = {
      additionalItems: true,
      items: true,
      contains: true,
      additionalProperties: true,
      propertyNames: true,
      not: true,
      if: true,
      then: true,
      else: true
    };
    traverse.arrayKeywords = {
      items: true,
      allOf: true,
      anyOf: true,
      oneOf: true
    };
    traverse.propsKeywords = {
      $defs: true,
      definitions: true,
      properties: true,
      patternProperties: true,
      dependencies: true
    };
    traverse.skipKeywords = {
      default: true,
      enum: true,
      const: true,
      required: true,
      maximum: true,
      minimum: true,
      exclusiveMaximum: true,
      exclusiveMinimum: true,
      multipleOf: true,
      maxLength: true,
      minLength: true,
      pattern: true,
      format: true,
      maxItems: true,
      minItems: true,
      uniqueItems: true,
      maxProperties: true,
      minProperties: true
    };
    function _traverse(opts, pre, post, schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex) {
      if (schema && typeof schema == "object" && !Array.isArray(schema)) {
        pre(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
        for (var key in schema) {
          var sch = schema[key];
          if (Array.isArray(sch)) {
            if (key in traverse.arrayKeywords) {
              for (var i = 0; i < sch.length; i++)
                _traverse(opts, pre, post, sch[i], jsonPtr + "/" + key + "/" + i, rootSchema, jsonPtr, key, schema, i);
            }
          } else if (key in traverse.propsKeywords) {
            if (sch && typeof sch == "object") {
              for (var prop in sch)
                _traverse(opts, pre, post, sch[prop], jsonPtr + "/" + key + "/" + escapeJsonPtr(prop), rootSchema, jsonPtr, key, schema, prop);
            }
          } else if (key in traverse.keywords || opts.allKeys && !(key in traverse.skipKeywords)) {
            _traverse(opts, pre, post, sch, jsonPtr + "/" + key, rootSchema, jsonPtr, key, schema);
          }
        }
        post(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
      }
    }
    __name(_traverse, "_traverse");
    function escapeJsonPtr(str) {
      return str.replace(/~/g, "~0").replace(/\//g, "~1");
    }
    __name(escapeJsonPtr, "escapeJsonPtr");
  }
});

// node_modules/ajv/dist/compile/resolve.js
var require_resolve = __commonJS({
  "node_modules/ajv/dist/compile/resolve.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getSchemaRefs = exports.resolveUrl = exports.normalizeId = exports._getFullPath = exports.getFullPath = exports.inlineRef = void 0;
    var util_1 = require_util();
    var equal = require_fast_deep_equal();
    var traverse = require_json_schema_traverse();
    var SIMPLE_INLINED = /* @__PURE__ */ new Set([
      "type",
      "format",
      "pattern",
      "maxLength",
      "minLength",
      "maxProperties",
      "minProperties",
      "maxItems",
      "minItems",
      "maximum",
      "minimum",
      "uniqueItems",
      "multipleOf",
      "required",
      "enum",
      "const"
    ]);
    function inlineRef(schema, limit = true) {
      if (typeof schema == "boolean")
        return true;
      if (limit === true)
        return !hasRef(schema);
      if (!limit)
        return false;
      return countKeys(schema) <= limit;
    }
    __name(inlineRef, "inlineRef");
    exports.inlineRef = inlineRef;
    var REF_KEYWORDS = /* @__PURE__ */ new Set([
      "$ref",
      "$recursiveRef",
      "$recursiveAnchor",
      "$dynamicRef",
      "$dynamicAnchor"
    ]);
    function hasRef(schema) {
      for (const key in schema) {
        if (REF_KEYWORDS.has(key))
          return true;
        const sch = schema[key];
        if (Array.isArray(sch) && sch.some(hasRef))
          return true;
        if (typeof sch == "object" && hasRef(sch))
          return true;
      }
      return false;
    }
    __name(hasRef, "hasRef");
    function countKeys(schema) {
      let count = 0;
      for (const key in schema) {
        if (key === "$ref")
          return Infinity;
        count++;
        if (SIMPLE_INLINED.has(key))
          continue;
        if (typeof schema[key] == "object") {
          (0, util_1.eachItem)(schema[key], (sch) => count += countKeys(sch));
        }
        if (count === Infinity)
          return Infinity;
      }
      return count;
    }
    __name(countKeys, "countKeys");
    function getFullPath(resolver, id = "", normalize) {
      if (normalize !== false)
        id = normalizeId(id);
      const p = resolver.parse(id);
      return _getFullPath(resolver, p);
    }
    __name(getFullPath, "getFullPath");
    exports.getFullPath = getFullPath;
    function _getFullPath(resolver, p) {
      const serialized = resolver.serialize(p);
      return serialized.split("#")[0] + "#";
    }
    __name(_getFullPath, "_getFullPath");
    exports._getFullPath = _getFullPath;
    var TRAILING_SLASH_HASH = /#\/?$/;
    function normalizeId(id) {
      return id ? id.replace(TRAILING_SLASH_HASH, "") : "";
    }
    __name(normalizeId, "normalizeId");
    exports.normalizeId = normalizeId;
    function resolveUrl(resolver, baseId, id) {
      id = normalizeId(id);
      return resolver.resolve(baseId, id);
    }
    __name(resolveUrl, "resolveUrl");
    exports.resolveUrl = resolveUrl;
    var ANCHOR = /^[a-z_][-a-z0-9._]*$/i;
    function getSchemaRefs(schema, baseId) {
      if (typeof schema == "boolean")
        return {};
      const { schemaId, uriResolver } = this.opts;
      const schId = normalizeId(schema[schemaId] || baseId);
      const baseIds = { "": schId };
      const pathPrefix = getFullPath(uriResolver, schId, false);
      const localRefs = {};
      const schemaRefs = /* @__PURE__ */ new Set();
      traverse(schema, { allKeys: true }, (sch, jsonPtr, _, parentJsonPtr) => {
        if (parentJsonPtr === void 0)
          return;
        const fullPath = pathPrefix + jsonPtr;
        let innerBaseId = baseIds[parentJsonPtr];
        if (typeof sch[schemaId] == "string")
          innerBaseId = addRef.call(this, sch[schemaId]);
        addAnchor.call(this, sch.$anchor);
        addAnchor.call(this, sch.$dynamicAnchor);
        baseIds[jsonPtr] = innerBaseId;
        function addRef(ref) {
          const _resolve = this.opts.uriResolver.resolve;
          ref = normalizeId(innerBaseId ? _resolve(innerBaseId, ref) : ref);
          if (schemaRefs.has(ref))
            throw ambiguos(ref);
          schemaRefs.add(ref);
          let schOrRef = this.refs[ref];
          if (typeof schOrRef == "string")
            schOrRef = this.refs[schOrRef];
          if (typeof schOrRef == "object") {
            checkAmbiguosRef(sch, schOrRef.schema, ref);
          } else if (ref !== normalizeId(fullPath)) {
            if (ref[0] === "#") {
              checkAmbiguosRef(sch, localRefs[ref], ref);
              localRefs[ref] = sch;
            } else {
              this.refs[ref] = fullPath;
            }
          }
          return ref;
        }
        __name(addRef, "addRef");
        function addAnchor(anchor) {
          if (typeof anchor == "string") {
            if (!ANCHOR.test(anchor))
              throw new Error(`invalid anchor "${anchor}"`);
            addRef.call(this, `#${anchor}`);
          }
        }
        __name(addAnchor, "addAnchor");
      });
      return localRefs;
      function checkAmbiguosRef(sch1, sch2, ref) {
        if (sch2 !== void 0 && !equal(sch1, sch2))
          throw ambiguos(ref);
      }
      __name(checkAmbiguosRef, "checkAmbiguosRef");
      function ambiguos(ref) {
        return new Error(`reference "${ref}" resolves to more than one schema`);
      }
      __name(ambiguos, "ambiguos");
    }
    __name(getSchemaRefs, "getSchemaRefs");
    exports.getSchemaRefs = getSchemaRefs;
  }
});

// node_modules/ajv/dist/compile/validate/index.js
var require_validate = __commonJS({
  "node_modules/ajv/dist/compile/validate/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getData = exports.KeywordCxt = exports.validateFunctionCode = void 0;
    var boolSchema_1 = require_boolSchema();
    var dataType_1 = require_dataType();
    var applicability_1 = require_applicability();
    var dataType_2 = require_dataType();
    var defaults_1 = require_defaults();
    var keyword_1 = require_keyword();
    var subschema_1 = require_subschema();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var resolve_1 = require_resolve();
    var util_1 = require_util();
    var errors_1 = require_errors();
    function validateFunctionCode(it) {
      if (isSchemaObj(it)) {
        checkKeywords(it);
        if (schemaCxtHasRules(it)) {
          topSchemaObjCode(it);
          return;
        }
      }
      validateFunction(it, () => (0, boolSchema_1.topBoolOrEmptySchema)(it));
    }
    __name(validateFunctionCode, "validateFunctionCode");
    exports.validateFunctionCode = validateFunctionCode;
    function validateFunction({ gen, validateName, schema, schemaEnv, opts }, body) {
      if (opts.code.es5) {
        gen.func(validateName, (0, codegen_1._)`${names_1.default.data}, ${names_1.default.valCxt}`, schemaEnv.$async, () => {
          gen.code((0, codegen_1._)`"use strict"; ${funcSourceUrl(schema, opts)}`);
          destructureValCxtES5(gen, opts);
          gen.code(body);
        });
      } else {
        gen.func(validateName, (0, codegen_1._)`${names_1.default.data}, ${destructureValCxt(opts)}`, schemaEnv.$async, () => gen.code(funcSourceUrl(schema, opts)).code(body));
      }
    }
    __name(validateFunction, "validateFunction");
    function destructureValCxt(opts) {
      return (0, codegen_1._)`{${names_1.default.instancePath}="", ${names_1.default.parentData}, ${names_1.default.parentDataProperty}, ${names_1.default.rootData}=${names_1.default.data}${opts.dynamicRef ? (0, codegen_1._)`, ${names_1.default.dynamicAnchors}={}` : codegen_1.nil}}={}`;
    }
    __name(destructureValCxt, "destructureValCxt");
    function destructureValCxtES5(gen, opts) {
      gen.if(names_1.default.valCxt, () => {
        gen.var(names_1.default.instancePath, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.instancePath}`);
        gen.var(names_1.default.parentData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentData}`);
        gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentDataProperty}`);
        gen.var(names_1.default.rootData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.rootData}`);
        if (opts.dynamicRef)
          gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.dynamicAnchors}`);
      }, () => {
        gen.var(names_1.default.instancePath, (0, codegen_1._)`""`);
        gen.var(names_1.default.parentData, (0, codegen_1._)`undefined`);
        gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`undefined`);
        gen.var(names_1.default.rootData, names_1.default.data);
        if (opts.dynamicRef)
          gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`{}`);
      });
    }
    __name(destructureValCxtES5, "destructureValCxtES5");
    function topSchemaObjCode(it) {
      const { schema, opts, gen } = it;
      validateFunction(it, () => {
        if (opts.$comment && schema.$comment)
          commentKeyword(it);
        checkNoDefault(it);
        gen.let(names_1.default.vErrors, null);
        gen.let(names_1.default.errors, 0);
        if (opts.unevaluated)
          resetEvaluated(it);
        typeAndKeywords(it);
        returnResults(it);
      });
      return;
    }
    __name(topSchemaObjCode, "topSchemaObjCode");
    function resetEvaluated(it) {
      const { gen, validateName } = it;
      it.evaluated = gen.const("evaluated", (0, codegen_1._)`${validateName}.evaluated`);
      gen.if((0, codegen_1._)`${it.evaluated}.dynamicProps`, () => gen.assign((0, codegen_1._)`${it.evaluated}.props`, (0, codegen_1._)`undefined`));
      gen.if((0, codegen_1._)`${it.evaluated}.dynamicItems`, () => gen.assign((0, codegen_1._)`${it.evaluated}.items`, (0, codegen_1._)`undefined`));
    }
    __name(resetEvaluated, "resetEvaluated");
    function funcSourceUrl(schema, opts) {
      const schId = typeof schema == "object" && schema[opts.schemaId];
      return schId && (opts.code.source || opts.code.process) ? (0, codegen_1._)`/*# sourceURL=${schId} */` : codegen_1.nil;
    }
    __name(funcSourceUrl, "funcSourceUrl");
    function subschemaCode(it, valid) {
      if (isSchemaObj(it)) {
        checkKeywords(it);
        if (schemaCxtHasRules(it)) {
          subSchemaObjCode(it, valid);
          return;
        }
      }
      (0, boolSchema_1.boolOrEmptySchema)(it, valid);
    }
    __name(subschemaCode, "subschemaCode");
    function schemaCxtHasRules({ schema, self }) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (self.RULES.all[key])
          return true;
      return false;
    }
    __name(schemaCxtHasRules, "schemaCxtHasRules");
    function isSchemaObj(it) {
      return typeof it.schema != "boolean";
    }
    __name(isSchemaObj, "isSchemaObj");
    function subSchemaObjCode(it, valid) {
      const { schema, gen, opts } = it;
      if (opts.$comment && schema.$comment)
        commentKeyword(it);
      updateContext(it);
      checkAsyncSchema(it);
      const errsCount = gen.const("_errs", names_1.default.errors);
      typeAndKeywords(it, errsCount);
      gen.var(valid, (0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
    }
    __name(subSchemaObjCode, "subSchemaObjCode");
    function checkKeywords(it) {
      (0, util_1.checkUnknownRules)(it);
      checkRefsAndKeywords(it);
    }
    __name(checkKeywords, "checkKeywords");
    function typeAndKeywords(it, errsCount) {
      if (it.opts.jtd)
        return schemaKeywords(it, [], false, errsCount);
      const types = (0, dataType_1.getSchemaTypes)(it.schema);
      const checkedTypes = (0, dataType_1.coerceAndCheckDataType)(it, types);
      schemaKeywords(it, types, !checkedTypes, errsCount);
    }
    __name(typeAndKeywords, "typeAndKeywords");
    function checkRefsAndKeywords(it) {
      const { schema, errSchemaPath, opts, self } = it;
      if (schema.$ref && opts.ignoreKeywordsWithRef && (0, util_1.schemaHasRulesButRef)(schema, self.RULES)) {
        self.logger.warn(`$ref: keywords ignored in schema at path "${errSchemaPath}"`);
      }
    }
    __name(checkRefsAndKeywords, "checkRefsAndKeywords");
    function checkNoDefault(it) {
      const { schema, opts } = it;
      if (schema.default !== void 0 && opts.useDefaults && opts.strictSchema) {
        (0, util_1.checkStrictMode)(it, "default is ignored in the schema root");
      }
    }
    __name(checkNoDefault, "checkNoDefault");
    function updateContext(it) {
      const schId = it.schema[it.opts.schemaId];
      if (schId)
        it.baseId = (0, resolve_1.resolveUrl)(it.opts.uriResolver, it.baseId, schId);
    }
    __name(updateContext, "updateContext");
    function checkAsyncSchema(it) {
      if (it.schema.$async && !it.schemaEnv.$async)
        throw new Error("async schema in sync schema");
    }
    __name(checkAsyncSchema, "checkAsyncSchema");
    function commentKeyword({ gen, schemaEnv, schema, errSchemaPath, opts }) {
      const msg = schema.$comment;
      if (opts.$comment === true) {
        gen.code((0, codegen_1._)`${names_1.default.self}.logger.log(${msg})`);
      } else if (typeof opts.$comment == "function") {
        const schemaPath = (0, codegen_1.str)`${errSchemaPath}/$comment`;
        const rootName = gen.scopeValue("root", { ref: schemaEnv.root });
        gen.code((0, codegen_1._)`${names_1.default.self}.opts.$comment(${msg}, ${schemaPath}, ${rootName}.schema)`);
      }
    }
    __name(commentKeyword, "commentKeyword");
    function returnResults(it) {
      const { gen, schemaEnv, validateName, ValidationError, opts } = it;
      if (schemaEnv.$async) {
        gen.if((0, codegen_1._)`${names_1.default.errors} === 0`, () => gen.return(names_1.default.data), () => gen.throw((0, codegen_1._)`new ${ValidationError}(${names_1.default.vErrors})`));
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, names_1.default.vErrors);
        if (opts.unevaluated)
          assignEvaluated(it);
        gen.return((0, codegen_1._)`${names_1.default.errors} === 0`);
      }
    }
    __name(returnResults, "returnResults");
    function assignEvaluated({ gen, evaluated, props, items }) {
      if (props instanceof codegen_1.Name)
        gen.assign((0, codegen_1._)`${evaluated}.props`, props);
      if (items instanceof codegen_1.Name)
        gen.assign((0, codegen_1._)`${evaluated}.items`, items);
    }
    __name(assignEvaluated, "assignEvaluated");
    function schemaKeywords(it, types, typeErrors, errsCount) {
      const { gen, schema, data, allErrors, opts, self } = it;
      const { RULES: RULES2 } = self;
      if (schema.$ref && (opts.ignoreKeywordsWithRef || !(0, util_1.schemaHasRulesButRef)(schema, RULES2))) {
        gen.block(() => keywordCode(it, "$ref", RULES2.all.$ref.definition));
        return;
      }
      if (!opts.jtd)
        checkStrictTypes(it, types);
      gen.block(() => {
        for (const group of RULES2.rules)
          groupKeywords(group);
        groupKeywords(RULES2.post);
      });
      function groupKeywords(group) {
        if (!(0, applicability_1.shouldUseGroup)(schema, group))
          return;
        if (group.type) {
          gen.if((0, dataType_2.checkDataType)(group.type, data, opts.strictNumbers));
          iterateKeywords(it, group);
          if (types.length === 1 && types[0] === group.type && typeErrors) {
            gen.else();
            (0, dataType_2.reportTypeError)(it);
          }
          gen.endIf();
        } else {
          iterateKeywords(it, group);
        }
        if (!allErrors)
          gen.if((0, codegen_1._)`${names_1.default.errors} === ${errsCount || 0}`);
      }
      __name(groupKeywords, "groupKeywords");
    }
    __name(schemaKeywords, "schemaKeywords");
    function iterateKeywords(it, group) {
      const { gen, schema, opts: { useDefaults } } = it;
      if (useDefaults)
        (0, defaults_1.assignDefaults)(it, group.type);
      gen.block(() => {
        for (const rule of group.rules) {
          if ((0, applicability_1.shouldUseRule)(schema, rule)) {
            keywordCode(it, rule.keyword, rule.definition, group.type);
          }
        }
      });
    }
    __name(iterateKeywords, "iterateKeywords");
    function checkStrictTypes(it, types) {
      if (it.schemaEnv.meta || !it.opts.strictTypes)
        return;
      checkContextTypes(it, types);
      if (!it.opts.allowUnionTypes)
        checkMultipleTypes(it, types);
      checkKeywordTypes(it, it.dataTypes);
    }
    __name(checkStrictTypes, "checkStrictTypes");
    function checkContextTypes(it, types) {
      if (!types.length)
        return;
      if (!it.dataTypes.length) {
        it.dataTypes = types;
        return;
      }
      types.forEach((t) => {
        if (!includesType(it.dataTypes, t)) {
          strictTypesError(it, `type "${t}" not allowed by context "${it.dataTypes.join(",")}"`);
        }
      });
      narrowSchemaTypes(it, types);
    }
    __name(checkContextTypes, "checkContextTypes");
    function checkMultipleTypes(it, ts) {
      if (ts.length > 1 && !(ts.length === 2 && ts.includes("null"))) {
        strictTypesError(it, "use allowUnionTypes to allow union type keyword");
      }
    }
    __name(checkMultipleTypes, "checkMultipleTypes");
    function checkKeywordTypes(it, ts) {
      const rules = it.self.RULES.all;
      for (const keyword in rules) {
        const rule = rules[keyword];
        if (typeof rule == "object" && (0, applicability_1.shouldUseRule)(it.schema, rule)) {
          const { type } = rule.definition;
          if (type.length && !type.some((t) => hasApplicableType(ts, t))) {
            strictTypesError(it, `missing type "${type.join(",")}" for keyword "${keyword}"`);
          }
        }
      }
    }
    __name(checkKeywordTypes, "checkKeywordTypes");
    function hasApplicableType(schTs, kwdT) {
      return schTs.includes(kwdT) || kwdT === "number" && schTs.includes("integer");
    }
    __name(hasApplicableType, "hasApplicableType");
    function includesType(ts, t) {
      return ts.includes(t) || t === "integer" && ts.includes("number");
    }
    __name(includesType, "includesType");
    function narrowSchemaTypes(it, withTypes) {
      const ts = [];
      for (const t of it.dataTypes) {
        if (includesType(withTypes, t))
          ts.push(t);
        else if (withTypes.includes("integer") && t === "number")
          ts.push("integer");
      }
      it.dataTypes = ts;
    }
    __name(narrowSchemaTypes, "narrowSchemaTypes");
    function strictTypesError(it, msg) {
      const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
      msg += ` at "${schemaPath}" (strictTypes)`;
      (0, util_1.checkStrictMode)(it, msg, it.opts.strictTypes);
    }
    __name(strictTypesError, "strictTypesError");
    var KeywordCxt = class {
      static {
        __name(this, "KeywordCxt");
      }
      constructor(it, def, keyword) {
        (0, keyword_1.validateKeywordUsage)(it, def, keyword);
        this.gen = it.gen;
        this.allErrors = it.allErrors;
        this.keyword = keyword;
        this.data = it.data;
        this.schema = it.schema[keyword];
        this.$data = def.$data && it.opts.$data && this.schema && this.schema.$data;
        this.schemaValue = (0, util_1.schemaRefOrVal)(it, this.schema, keyword, this.$data);
        this.schemaType = def.schemaType;
        this.parentSchema = it.schema;
        this.params = {};
        this.it = it;
        this.def = def;
        if (this.$data) {
          this.schemaCode = it.gen.const("vSchema", getData(this.$data, it));
        } else {
          this.schemaCode = this.schemaValue;
          if (!(0, keyword_1.validSchemaType)(this.schema, def.schemaType, def.allowUndefined)) {
            throw new Error(`${keyword} value must be ${JSON.stringify(def.schemaType)}`);
          }
        }
        if ("code" in def ? def.trackErrors : def.errors !== false) {
          this.errsCount = it.gen.const("_errs", names_1.default.errors);
        }
      }
      result(condition, successAction, failAction) {
        this.failResult((0, codegen_1.not)(condition), successAction, failAction);
      }
      failResult(condition, successAction, failAction) {
        this.gen.if(condition);
        if (failAction)
          failAction();
        else
          this.error();
        if (successAction) {
          this.gen.else();
          successAction();
          if (this.allErrors)
            this.gen.endIf();
        } else {
          if (this.allErrors)
            this.gen.endIf();
          else
            this.gen.else();
        }
      }
      pass(condition, failAction) {
        this.failResult((0, codegen_1.not)(condition), void 0, failAction);
      }
      fail(condition) {
        if (condition === void 0) {
          this.error();
          if (!this.allErrors)
            this.gen.if(false);
          return;
        }
        this.gen.if(condition);
        this.error();
        if (this.allErrors)
          this.gen.endIf();
        else
          this.gen.else();
      }
      fail$data(condition) {
        if (!this.$data)
          return this.fail(condition);
        const { schemaCode } = this;
        this.fail((0, codegen_1._)`${schemaCode} !== undefined && (${(0, codegen_1.or)(this.invalid$data(), condition)})`);
      }
      error(append, errorParams, errorPaths) {
        if (errorParams) {
          this.setParams(errorParams);
          this._error(append, errorPaths);
          this.setParams({});
          return;
        }
        this._error(append, errorPaths);
      }
      _error(append, errorPaths) {
        ;
        (append ? errors_1.reportExtraError : errors_1.reportError)(this, this.def.error, errorPaths);
      }
      $dataError() {
        (0, errors_1.reportError)(this, this.def.$dataError || errors_1.keyword$DataError);
      }
      reset() {
        if (this.errsCount === void 0)
          throw new Error('add "trackErrors" to keyword definition');
        (0, errors_1.resetErrorsCount)(this.gen, this.errsCount);
      }
      ok(cond) {
        if (!this.allErrors)
          this.gen.if(cond);
      }
      setParams(obj, assign) {
        if (assign)
          Object.assign(this.params, obj);
        else
          this.params = obj;
      }
      block$data(valid, codeBlock, $dataValid = codegen_1.nil) {
        this.gen.block(() => {
          this.check$data(valid, $dataValid);
          codeBlock();
        });
      }
      check$data(valid = codegen_1.nil, $dataValid = codegen_1.nil) {
        if (!this.$data)
          return;
        const { gen, schemaCode, schemaType, def } = this;
        gen.if((0, codegen_1.or)((0, codegen_1._)`${schemaCode} === undefined`, $dataValid));
        if (valid !== codegen_1.nil)
          gen.assign(valid, true);
        if (schemaType.length || def.validateSchema) {
          gen.elseIf(this.invalid$data());
          this.$dataError();
          if (valid !== codegen_1.nil)
            gen.assign(valid, false);
        }
        gen.else();
      }
      invalid$data() {
        const { gen, schemaCode, schemaType, def, it } = this;
        return (0, codegen_1.or)(wrong$DataType(), invalid$DataSchema());
        function wrong$DataType() {
          if (schemaType.length) {
            if (!(schemaCode instanceof codegen_1.Name))
              throw new Error("ajv implementation error");
            const st = Array.isArray(schemaType) ? schemaType : [schemaType];
            return (0, codegen_1._)`${(0, dataType_2.checkDataTypes)(st, schemaCode, it.opts.strictNumbers, dataType_2.DataType.Wrong)}`;
          }
          return codegen_1.nil;
        }
        __name(wrong$DataType, "wrong$DataType");
        function invalid$DataSchema() {
          if (def.validateSchema) {
            const validateSchemaRef = gen.scopeValue("validate$data", { ref: def.validateSchema });
            return (0, codegen_1._)`!${validateSchemaRef}(${schemaCode})`;
          }
          return codegen_1.nil;
        }
        __name(invalid$DataSchema, "invalid$DataSchema");
      }
      subschema(appl, valid) {
        const subschema = (0, subschema_1.getSubschema)(this.it, appl);
        (0, subschema_1.extendSubschemaData)(subschema, this.it, appl);
        (0, subschema_1.extendSubschemaMode)(subschema, appl);
        const nextContext = { ...this.it, ...subschema, items: void 0, props: void 0 };
        subschemaCode(nextContext, valid);
        return nextContext;
      }
      mergeEvaluated(schemaCxt, toName) {
        const { it, gen } = this;
        if (!it.opts.unevaluated)
          return;
        if (it.props !== true && schemaCxt.props !== void 0) {
          it.props = util_1.mergeEvaluated.props(gen, schemaCxt.props, it.props, toName);
        }
        if (it.items !== true && schemaCxt.items !== void 0) {
          it.items = util_1.mergeEvaluated.items(gen, schemaCxt.items, it.items, toName);
        }
      }
      mergeValidEvaluated(schemaCxt, valid) {
        const { it, gen } = this;
        if (it.opts.unevaluated && (it.props !== true || it.items !== true)) {
          gen.if(valid, () => this.mergeEvaluated(schemaCxt, codegen_1.Name));
          return true;
        }
      }
    };
    exports.KeywordCxt = KeywordCxt;
    function keywordCode(it, keyword, def, ruleType) {
      const cxt = new KeywordCxt(it, def, keyword);
      if ("code" in def) {
        def.code(cxt, ruleType);
      } else if (cxt.$data && def.validate) {
        (0, keyword_1.funcKeywordCode)(cxt, def);
      } else if ("macro" in def) {
        (0, keyword_1.macroKeywordCode)(cxt, def);
      } else if (def.compile || def.validate) {
        (0, keyword_1.funcKeywordCode)(cxt, def);
      }
    }
    __name(keywordCode, "keywordCode");
    var JSON_POINTER = /^\/(?:[^~]|~0|~1)*$/;
    var RELATIVE_JSON_POINTER = /^([0-9]+)(#|\/(?:[^~]|~0|~1)*)?$/;
    function getData($data, { dataLevel, dataNames, dataPathArr }) {
      let jsonPointer;
      let data;
      if ($data === "")
        return names_1.default.rootData;
      if ($data[0] === "/") {
        if (!JSON_POINTER.test($data))
          throw new Error(`Invalid JSON-pointer: ${$data}`);
        jsonPointer = $data;
        data = names_1.default.rootData;
      } else {
        const matches = RELATIVE_JSON_POINTER.exec($data);
        if (!matches)
          throw new Error(`Invalid JSON-pointer: ${$data}`);
        const up = +matches[1];
        jsonPointer = matches[2];
        if (jsonPointer === "#") {
          if (up >= dataLevel)
            throw new Error(errorMsg("property/index", up));
          return dataPathArr[dataLevel - up];
        }
        if (up > dataLevel)
          throw new Error(errorMsg("data", up));
        data = dataNames[dataLevel - up];
        if (!jsonPointer)
          return data;
      }
      let expr = data;
      const segments = jsonPointer.split("/");
      for (const segment of segments) {
        if (segment) {
          data = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)((0, util_1.unescapeJsonPointer)(segment))}`;
          expr = (0, codegen_1._)`${expr} && ${data}`;
        }
      }
      return expr;
      function errorMsg(pointerType, up) {
        return `Cannot access ${pointerType} ${up} levels up, current level is ${dataLevel}`;
      }
      __name(errorMsg, "errorMsg");
    }
    __name(getData, "getData");
    exports.getData = getData;
  }
});

// node_modules/ajv/dist/runtime/validation_error.js
var require_validation_error = __commonJS({
  "node_modules/ajv/dist/runtime/validation_error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var ValidationError = class extends Error {
      static {
        __name(this, "ValidationError");
      }
      constructor(errors) {
        super("validation failed");
        this.errors = errors;
        this.ajv = this.validation = true;
      }
    };
    exports.default = ValidationError;
  }
});

// node_modules/ajv/dist/compile/ref_error.js
var require_ref_error = __commonJS({
  "node_modules/ajv/dist/compile/ref_error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var resolve_1 = require_resolve();
    var MissingRefError = class extends Error {
      static {
        __name(this, "MissingRefError");
      }
      constructor(resolver, baseId, ref, msg) {
        super(msg || `can't resolve reference ${ref} from id ${baseId}`);
        this.missingRef = (0, resolve_1.resolveUrl)(resolver, baseId, ref);
        this.missingSchema = (0, resolve_1.normalizeId)((0, resolve_1.getFullPath)(resolver, this.missingRef));
      }
    };
    exports.default = MissingRefError;
  }
});

// node_modules/ajv/dist/compile/index.js
var require_compile = __commonJS({
  "node_modules/ajv/dist/compile/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.resolveSchema = exports.getCompilingSchema = exports.resolveRef = exports.compileSchema = exports.SchemaEnv = void 0;
    var codegen_1 = require_codegen();
    var validation_error_1 = require_validation_error();
    var names_1 = require_names();
    var resolve_1 = require_resolve();
    var util_1 = require_util();
    var validate_1 = require_validate();
    var SchemaEnv = class {
      static {
        __name(this, "SchemaEnv");
      }
      constructor(env) {
        var _a;
        this.refs = {};
        this.dynamicAnchors = {};
        let schema;
        if (typeof env.schema == "object")
          schema = env.schema;
        this.schema = env.schema;
        this.schemaId = env.schemaId;
        this.root = env.root || this;
        this.baseId = (_a = env.baseId) !== null && _a !== void 0 ? _a : (0, resolve_1.normalizeId)(schema === null || schema === void 0 ? void 0 : schema[env.schemaId || "$id"]);
        this.schemaPath = env.schemaPath;
        this.localRefs = env.localRefs;
        this.meta = env.meta;
        this.$async = schema === null || schema === void 0 ? void 0 : schema.$async;
        this.refs = {};
      }
    };
    exports.SchemaEnv = SchemaEnv;
    function compileSchema2(sch) {
      const _sch = getCompilingSchema.call(this, sch);
      if (_sch)
        return _sch;
      const rootId = (0, resolve_1.getFullPath)(this.opts.uriResolver, sch.root.baseId);
      const { es5, lines } = this.opts.code;
      const { ownProperties } = this.opts;
      const gen = new codegen_1.CodeGen(this.scope, { es5, lines, ownProperties });
      let _ValidationError;
      if (sch.$async) {
        _ValidationError = gen.scopeValue("Error", {
          ref: validation_error_1.default,
          code: (0, codegen_1._)`require("ajv/dist/runtime/validation_error").default`
        });
      }
      const validateName = gen.scopeName("validate");
      sch.validateName = validateName;
      const schemaCxt = {
        gen,
        allErrors: this.opts.allErrors,
        data: names_1.default.data,
        parentData: names_1.default.parentData,
        parentDataProperty: names_1.default.parentDataProperty,
        dataNames: [names_1.default.data],
        dataPathArr: [codegen_1.nil],
        // TODO can its length be used as dataLevel if nil is removed?
        dataLevel: 0,
        dataTypes: [],
        definedProperties: /* @__PURE__ */ new Set(),
        topSchemaRef: gen.scopeValue("schema", this.opts.code.source === true ? { ref: sch.schema, code: (0, codegen_1.stringify)(sch.schema) } : { ref: sch.schema }),
        validateName,
        ValidationError: _ValidationError,
        schema: sch.schema,
        schemaEnv: sch,
        rootId,
        baseId: sch.baseId || rootId,
        schemaPath: codegen_1.nil,
        errSchemaPath: sch.schemaPath || (this.opts.jtd ? "" : "#"),
        errorPath: (0, codegen_1._)`""`,
        opts: this.opts,
        self: this
      };
      let sourceCode;
      try {
        this._compilations.add(sch);
        (0, validate_1.validateFunctionCode)(schemaCxt);
        gen.optimize(this.opts.code.optimize);
        const validateCode = gen.toString();
        sourceCode = `${gen.scopeRefs(names_1.default.scope)}return ${validateCode}`;
        if (this.opts.code.process)
          sourceCode = this.opts.code.process(sourceCode, sch);
        const makeValidate = new Function(`${names_1.default.self}`, `${names_1.default.scope}`, sourceCode);
        const validate = makeValidate(this, this.scope.get());
        this.scope.value(validateName, { ref: validate });
        validate.errors = null;
        validate.schema = sch.schema;
        validate.schemaEnv = sch;
        if (sch.$async)
          validate.$async = true;
        if (this.opts.code.source === true) {
          validate.source = { validateName, validateCode, scopeValues: gen._values };
        }
        if (this.opts.unevaluated) {
          const { props, items } = schemaCxt;
          validate.evaluated = {
            props: props instanceof codegen_1.Name ? void 0 : props,
            items: items instanceof codegen_1.Name ? void 0 : items,
            dynamicProps: props instanceof codegen_1.Name,
            dynamicItems: items instanceof codegen_1.Name
          };
          if (validate.source)
            validate.source.evaluated = (0, codegen_1.stringify)(validate.evaluated);
        }
        sch.validate = validate;
        return sch;
      } catch (e) {
        delete sch.validate;
        delete sch.validateName;
        if (sourceCode)
          this.logger.error("Error compiling schema, function code:", sourceCode);
        throw e;
      } finally {
        this._compilations.delete(sch);
      }
    }
    __name(compileSchema2, "compileSchema");
    exports.compileSchema = compileSchema2;
    function resolveRef(root, baseId, ref) {
      var _a;
      ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, ref);
      const schOrFunc = root.refs[ref];
      if (schOrFunc)
        return schOrFunc;
      let _sch = resolve.call(this, root, ref);
      if (_sch === void 0) {
        const schema = (_a = root.localRefs) === null || _a === void 0 ? void 0 : _a[ref];
        const { schemaId } = this.opts;
        if (schema)
          _sch = new SchemaEnv({ schema, schemaId, root, baseId });
      }
      if (_sch === void 0)
        return;
      return root.refs[ref] = inlineOrCompile.call(this, _sch);
    }
    __name(resolveRef, "resolveRef");
    exports.resolveRef = resolveRef;
    function inlineOrCompile(sch) {
      if ((0, resolve_1.inlineRef)(sch.schema, this.opts.inlineRefs))
        return sch.schema;
      return sch.validate ? sch : compileSchema2.call(this, sch);
    }
    __name(inlineOrCompile, "inlineOrCompile");
    function getCompilingSchema(schEnv) {
      for (const sch of this._compilations) {
        if (sameSchemaEnv(sch, schEnv))
          return sch;
      }
    }
    __name(getCompilingSchema, "getCompilingSchema");
    exports.getCompilingSchema = getCompilingSchema;
    function sameSchemaEnv(s1, s2) {
      return s1.schema === s2.schema && s1.root === s2.root && s1.baseId === s2.baseId;
    }
    __name(sameSchemaEnv, "sameSchemaEnv");
    function resolve(root, ref) {
      let sch;
      while (typeof (sch = this.refs[ref]) == "string")
        ref = sch;
      return sch || this.schemas[ref] || resolveSchema.call(this, root, ref);
    }
    __name(resolve, "resolve");
    function resolveSchema(root, ref) {
      const p = this.opts.uriResolver.parse(ref);
      const refPath = (0, resolve_1._getFullPath)(this.opts.uriResolver, p);
      let baseId = (0, resolve_1.getFullPath)(this.opts.uriResolver, root.baseId, void 0);
      if (Object.keys(root.schema).length > 0 && refPath === baseId) {
        return getJsonPointer.call(this, p, root);
      }
      const id = (0, resolve_1.normalizeId)(refPath);
      const schOrRef = this.refs[id] || this.schemas[id];
      if (typeof schOrRef == "string") {
        const sch = resolveSchema.call(this, root, schOrRef);
        if (typeof (sch === null || sch === void 0 ? void 0 : sch.schema) !== "object")
          return;
        return getJsonPointer.call(this, p, sch);
      }
      if (typeof (schOrRef === null || schOrRef === void 0 ? void 0 : schOrRef.schema) !== "object")
        return;
      if (!schOrRef.validate)
        compileSchema2.call(this, schOrRef);
      if (id === (0, resolve_1.normalizeId)(ref)) {
        const { schema } = schOrRef;
        const { schemaId } = this.opts;
        const schId = schema[schemaId];
        if (schId)
          baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
        return new SchemaEnv({ schema, schemaId, root, baseId });
      }
      return getJsonPointer.call(this, p, schOrRef);
    }
    __name(resolveSchema, "resolveSchema");
    exports.resolveSchema = resolveSchema;
    var PREVENT_SCOPE_CHANGE = /* @__PURE__ */ new Set([
      "properties",
      "patternProperties",
      "enum",
      "dependencies",
      "definitions"
    ]);
    function getJsonPointer(parsedRef, { baseId, schema, root }) {
      var _a;
      if (((_a = parsedRef.fragment) === null || _a === void 0 ? void 0 : _a[0]) !== "/")
        return;
      for (const part of parsedRef.fragment.slice(1).split("/")) {
        if (typeof schema === "boolean")
          return;
        const partSchema = schema[(0, util_1.unescapeFragment)(part)];
        if (partSchema === void 0)
          return;
        schema = partSchema;
        const schId = typeof schema === "object" && schema[this.opts.schemaId];
        if (!PREVENT_SCOPE_CHANGE.has(part) && schId) {
          baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
        }
      }
      let env;
      if (typeof schema != "boolean" && schema.$ref && !(0, util_1.schemaHasRulesButRef)(schema, this.RULES)) {
        const $ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schema.$ref);
        env = resolveSchema.call(this, root, $ref);
      }
      const { schemaId } = this.opts;
      env = env || new SchemaEnv({ schema, schemaId, root, baseId });
      if (env.schema !== env.root.schema)
        return env;
      return void 0;
    }
    __name(getJsonPointer, "getJsonPointer");
  }
});

// node_modules/ajv/dist/refs/data.json
var require_data = __commonJS({
  "node_modules/ajv/dist/refs/data.json"(exports, module) {
    module.exports = {
      $id: "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#",
      description: "Meta-schema for $data reference (JSON AnySchema extension proposal)",
      type: "object",
      required: ["$data"],
      properties: {
        $data: {
          type: "string",
          anyOf: [{ format: "relative-json-pointer" }, { format: "json-pointer" }]
        }
      },
      additionalProperties: false
    };
  }
});

// node_modules/fast-uri/lib/utils.js
var require_utils = __commonJS({
  "node_modules/fast-uri/lib/utils.js"(exports, module) {
    "use strict";
    var isUUID = RegExp.prototype.test.bind(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu);
    var isIPv4 = RegExp.prototype.test.bind(/^(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)$/u);
    var isPort = RegExp.prototype.test.bind(/^\d*$/u);
    var isHexPair = RegExp.prototype.test.bind(/^[\da-f]{2}$/iu);
    var isUnreserved = RegExp.prototype.test.bind(/^[\da-z\-._~]$/iu);
    var isPathCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/]$/u);
    var isQueryFragmentCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?]$/u);
    var isUserinfoCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:]$/u);
    var BYTE_HEX = new Array(256);
    {
      const HEX_DIGITS = "0123456789ABCDEF";
      for (let i = 0; i < 256; i++) {
        BYTE_HEX[i] = "%" + HEX_DIGITS[i >> 4] + HEX_DIGITS[i & 15];
      }
    }
    function percentEncodeNonAscii(cp) {
      if (cp < 2048) {
        return BYTE_HEX[192 | cp >> 6] + BYTE_HEX[128 | cp & 63];
      }
      if (cp < 65536) {
        return BYTE_HEX[224 | cp >> 12] + BYTE_HEX[128 | cp >> 6 & 63] + BYTE_HEX[128 | cp & 63];
      }
      return BYTE_HEX[240 | cp >> 18] + BYTE_HEX[128 | cp >> 12 & 63] + BYTE_HEX[128 | cp >> 6 & 63] + BYTE_HEX[128 | cp & 63];
    }
    __name(percentEncodeNonAscii, "percentEncodeNonAscii");
    function stringArrayToHexStripped(input) {
      let acc = "";
      let code = 0;
      let i = 0;
      for (i = 0; i < input.length; i++) {
        code = input[i].charCodeAt(0);
        if (code === 48) {
          continue;
        }
        if (!(code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102)) {
          return "";
        }
        acc += input[i];
        break;
      }
      for (i += 1; i < input.length; i++) {
        code = input[i].charCodeAt(0);
        if (!(code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102)) {
          return "";
        }
        acc += input[i];
      }
      return acc;
    }
    __name(stringArrayToHexStripped, "stringArrayToHexStripped");
    var isHextet = RegExp.prototype.test.bind(/^[\dA-Fa-f]{1,4}$/);
    var isIPvFuture = RegExp.prototype.test.bind(/^[vV][\dA-Fa-f]+\.[A-Za-z\d\-._~!$&'()*+,;=:]+$/);
    var isZoneCharacter = RegExp.prototype.test.bind(/^[A-Za-z\d\-._~]$/);
    var nonSimpleDomain = RegExp.prototype.test.bind(/[^!"$&'()*+,\-.;=_`a-z{}~]/u);
    function isZoneIdentifier(zone) {
      if (zone.length === 0) return false;
      for (let i = 0; i < zone.length; i++) {
        if (isZoneCharacter(zone[i])) continue;
        if (zone[i] === "%" && i + 2 < zone.length && isHexPair(zone.slice(i + 1, i + 3))) {
          i += 2;
          continue;
        }
        return false;
      }
      return true;
    }
    __name(isZoneIdentifier, "isZoneIdentifier");
    function compressIPv6ZeroRun(hextets) {
      let bestStart = -1;
      let bestLength = 0;
      let runStart = -1;
      let runLength = 0;
      for (let i = 0; i < hextets.length; i++) {
        if (hextets[i] === "0") {
          if (runStart === -1) runStart = i;
          runLength++;
          if (runLength > bestLength) {
            bestLength = runLength;
            bestStart = runStart;
          }
        } else {
          runStart = -1;
          runLength = 0;
        }
      }
      if (bestLength < 2) return hextets.join(":");
      const head = hextets.slice(0, bestStart).join(":");
      const tail = hextets.slice(bestStart + bestLength).join(":");
      return head + "::" + tail;
    }
    __name(compressIPv6ZeroRun, "compressIPv6ZeroRun");
    function normalizeIPv6Address(input) {
      const compression = input.indexOf("::");
      if (compression !== -1 && input.indexOf("::", compression + 1) !== -1) return void 0;
      const left = compression === -1 ? input.split(":") : input.slice(0, compression).split(":");
      const right = compression === -1 ? [] : input.slice(compression + 2).split(":");
      if (compression !== -1) {
        if (left.length === 1 && left[0] === "") left.length = 0;
        if (right.length === 1 && right[0] === "") right.length = 0;
      }
      const parts = left.concat(right);
      let hextetCount = 0;
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i];
        if (part === "") return void 0;
        if (part.indexOf(".") !== -1) {
          if (i !== parts.length - 1 || compression !== -1 && right.length === 0 || !isIPv4(part)) return void 0;
          hextetCount += 2;
          continue;
        }
        if (!isHextet(part)) return void 0;
        parts[i] = parseInt(part, 16).toString(16);
        hextetCount++;
      }
      if (compression === -1) {
        if (hextetCount !== 8) return void 0;
        return compressIPv6ZeroRun(parts);
      }
      if (hextetCount >= 8) return void 0;
      const expanded = parts.slice(0, left.length);
      for (let i = hextetCount; i < 8; i++) expanded.push("0");
      for (let i = left.length; i < parts.length; i++) expanded.push(parts[i]);
      return compressIPv6ZeroRun(expanded);
    }
    __name(normalizeIPv6Address, "normalizeIPv6Address");
    function normalizeIPv6(host) {
      const bracketed = host[0] === "[" && host[host.length - 1] === "]";
      const hasBracket = host[0] === "[" || host[host.length - 1] === "]";
      if (hasBracket && !bracketed) return { host, isIPV6: false, error: true };
      let input = bracketed ? host.slice(1, -1) : host;
      if (bracketed && isIPvFuture(input)) {
        input = input.toLowerCase();
        return { host: `[${input}]`, escapedHost: input, isIPV6: false, isIPVFuture: true };
      }
      if (findToken(input, ":") < 2) {
        return { host, isIPV6: false, error: bracketed };
      }
      let zoneIdentifier = "";
      const zoneSeparator = input.indexOf("%");
      if (zoneSeparator !== -1) {
        const separatorLength = input.slice(zoneSeparator, zoneSeparator + 3).toLowerCase() === "%25" ? 3 : 1;
        zoneIdentifier = input.slice(zoneSeparator + separatorLength);
        if (!isZoneIdentifier(zoneIdentifier)) return { host, isIPV6: false, error: true };
        input = input.slice(0, zoneSeparator);
      }
      const address = normalizeIPv6Address(input);
      if (address === void 0) return { host, isIPV6: false, error: true };
      return {
        host: address + (zoneIdentifier ? "%" + zoneIdentifier : ""),
        escapedHost: address + (zoneIdentifier ? "%25" + zoneIdentifier : ""),
        isIPV6: true
      };
    }
    __name(normalizeIPv6, "normalizeIPv6");
    function findToken(str, token) {
      let ind = 0;
      for (let i = 0; i < str.length; i++) {
        if (str[i] === token) ind++;
      }
      return ind;
    }
    __name(findToken, "findToken");
    function removeDotSegments(path) {
      let input = path;
      const output = [];
      let nextSlash = -1;
      let len = 0;
      while (len = input.length) {
        if (len === 1) {
          if (input === ".") {
            break;
          } else if (input === "/") {
            output.push("/");
            break;
          } else {
            output.push(input);
            break;
          }
        } else if (len === 2) {
          if (input[0] === ".") {
            if (input[1] === ".") {
              break;
            } else if (input[1] === "/") {
              input = input.slice(2);
              continue;
            }
          } else if (input[0] === "/") {
            if (input[1] === "." || input[1] === "/") {
              output.push("/");
              break;
            }
          }
        } else if (len === 3) {
          if (input === "/..") {
            if (output.length !== 0) {
              output.pop();
            }
            output.push("/");
            break;
          }
        }
        if (input[0] === ".") {
          if (input[1] === ".") {
            if (input[2] === "/") {
              input = input.slice(3);
              continue;
            }
          } else if (input[1] === "/") {
            input = input.slice(2);
            continue;
          }
        } else if (input[0] === "/") {
          if (input[1] === ".") {
            if (input[2] === "/") {
              input = input.slice(2);
              continue;
            } else if (input[2] === ".") {
              if (input[3] === "/") {
                input = input.slice(3);
                if (output.length !== 0) {
                  output.pop();
                }
                continue;
              }
            }
          }
        }
        if ((nextSlash = input.indexOf("/", 1)) === -1) {
          output.push(input);
          break;
        } else {
          output.push(input.slice(0, nextSlash));
          input = input.slice(nextSlash);
        }
      }
      return output.join("");
    }
    __name(removeDotSegments, "removeDotSegments");
    function removeDotSegmentsRelative(path) {
      if (path === "" || path[0] === "/") {
        return removeDotSegments(path);
      }
      const segments = path.split("/");
      const last = segments.length - 1;
      const output = [];
      let trailingDirectory = false;
      for (let i = 0; i <= last; i++) {
        const segment = segments[i];
        if (segment === "." || segment === "..") {
          if (segment === "..") {
            if (output.length !== 0 && output[output.length - 1] !== "..") {
              output.pop();
            } else {
              output.push("..");
            }
          }
          trailingDirectory = i === last;
        } else {
          output.push(segment);
        }
      }
      if (trailingDirectory && output[output.length - 1] !== "..") {
        output.push("");
      }
      if (output.length === 0 || output[0] === "" || output[0].includes(":")) {
        output.unshift(".");
      }
      return output.join("/");
    }
    __name(removeDotSegmentsRelative, "removeDotSegmentsRelative");
    var HOST_DELIMS = { "@": "%40", "/": "%2F", "?": "%3F", "#": "%23", ":": "%3A" };
    var HOST_DELIM_RE = /[@/?#:]/g;
    var HOST_DELIM_NO_COLON_RE = /[@/?#]/g;
    function reescapeHostDelimiters(host, isIP) {
      const re = isIP ? HOST_DELIM_NO_COLON_RE : HOST_DELIM_RE;
      re.lastIndex = 0;
      return host.replace(re, (ch) => HOST_DELIMS[ch]);
    }
    __name(reescapeHostDelimiters, "reescapeHostDelimiters");
    function normalizePercentEncoding(input, decodeUnreserved = false) {
      if (input.indexOf("%") === -1) {
        return input;
      }
      let output = "";
      for (let i = 0; i < input.length; i++) {
        if (input[i] === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            const normalizedHex = hex.toUpperCase();
            const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            if (decodeUnreserved && isUnreserved(decoded)) {
              output += decoded;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        output += input[i];
      }
      return output;
    }
    __name(normalizePercentEncoding, "normalizePercentEncoding");
    function normalizePathEncoding(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            const normalizedHex = hex.toUpperCase();
            const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            if (decoded !== "." && isUnreserved(decoded)) {
              output += decoded;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        if (isPathCharacter(ch)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += isEscapeSafe(code) ? ch : BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    __name(normalizePathEncoding, "normalizePathEncoding");
    function serializePathEncoding(input, pathNoScheme = false) {
      let output = "";
      let firstSegment = pathNoScheme && input[0] !== "/";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            output += "%" + hex.toUpperCase();
            i += 2;
            continue;
          }
        }
        if (ch === "/") {
          firstSegment = false;
        }
        if (isPathCharacter(ch) && (ch !== ":" || !firstSegment)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    __name(serializePathEncoding, "serializePathEncoding");
    function encodeComponent(input, isAllowed) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            output += "%" + hex.toUpperCase();
            i += 2;
            continue;
          }
        }
        if (isAllowed(ch)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    __name(encodeComponent, "encodeComponent");
    function encodeUserinfo(input) {
      return encodeComponent(input, isUserinfoCharacter);
    }
    __name(encodeUserinfo, "encodeUserinfo");
    function encodeQuery(input) {
      return encodeComponent(input, isQueryFragmentCharacter);
    }
    __name(encodeQuery, "encodeQuery");
    function encodeFragment(input) {
      return encodeComponent(input, isQueryFragmentCharacter);
    }
    __name(encodeFragment, "encodeFragment");
    function isEscapeSafe(cp) {
      return cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122 || cp === 42 || cp === 43 || cp === 45 || cp === 46 || cp === 47 || cp === 64 || cp === 95;
    }
    __name(isEscapeSafe, "isEscapeSafe");
    function normalizeQueryFragmentEncoding(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            const normalizedHex = hex.toUpperCase();
            const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            if (isUnreserved(decoded)) {
              output += decoded;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        if (isQueryFragmentCharacter(ch)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += isEscapeSafe(code) ? ch : BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    __name(normalizeQueryFragmentEncoding, "normalizeQueryFragmentEncoding");
    function escapePreservingEscapes(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        if (input[i] === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            output += "%" + hex.toUpperCase();
            i += 2;
            continue;
          }
        }
        output += escape(input[i]);
      }
      return output;
    }
    __name(escapePreservingEscapes, "escapePreservingEscapes");
    function recomposeAuthority(component) {
      const uriTokens = [];
      if (component.userinfo !== void 0) {
        uriTokens.push(encodeUserinfo(component.userinfo));
        uriTokens.push("@");
      }
      if (component.host !== void 0) {
        let host = component.host;
        if (!isIPv4(host)) {
          let ipV6res = normalizeIPv6(host);
          if (ipV6res.isIPV6 !== true && ipV6res.isIPVFuture !== true) {
            host = normalizePercentEncoding(host, true);
            ipV6res = normalizeIPv6(host);
          }
          if (ipV6res.isIPV6 === true || ipV6res.isIPVFuture === true) {
            host = `[${ipV6res.escapedHost}]`;
          } else {
            host = reescapeHostDelimiters(host, false);
          }
        }
        uriTokens.push(host);
      }
      if (typeof component.port === "number" || typeof component.port === "string") {
        const port = String(component.port);
        if (!isPort(port)) {
          throw new TypeError("URI port is malformed.");
        }
        uriTokens.push(":");
        uriTokens.push(port);
      }
      return uriTokens.length ? uriTokens.join("") : void 0;
    }
    __name(recomposeAuthority, "recomposeAuthority");
    module.exports = {
      nonSimpleDomain,
      recomposeAuthority,
      reescapeHostDelimiters,
      normalizePercentEncoding,
      normalizePathEncoding,
      serializePathEncoding,
      normalizeQueryFragmentEncoding,
      encodeUserinfo,
      encodeQuery,
      encodeFragment,
      escapePreservingEscapes,
      removeDotSegments,
      removeDotSegmentsRelative,
      isIPv4,
      isUUID,
      normalizeIPv6,
      stringArrayToHexStripped
    };
  }
});

// node_modules/fast-uri/lib/schemes.js
var require_schemes = __commonJS({
  "node_modules/fast-uri/lib/schemes.js"(exports, module) {
    "use strict";
    var { isUUID } = require_utils();
    var URN_REG = /^([\da-z][\d\-a-z]{0,31}):((?:[\w!$'()*+,\-./:;=@]|%[\da-f]{2})+)$/iu;
    var supportedSchemeNames = (
      /** @type {const} */
      [
        "http",
        "https",
        "ws",
        "wss",
        "urn",
        "urn:uuid"
      ]
    );
    function isValidSchemeName(name) {
      return supportedSchemeNames.indexOf(
        /** @type {*} */
        name
      ) !== -1;
    }
    __name(isValidSchemeName, "isValidSchemeName");
    function wsIsSecure(wsComponent) {
      if (wsComponent.secure === true) {
        return true;
      } else if (wsComponent.secure === false) {
        return false;
      } else if (wsComponent.scheme) {
        return wsComponent.scheme.length === 3 && (wsComponent.scheme[0] === "w" || wsComponent.scheme[0] === "W") && (wsComponent.scheme[1] === "s" || wsComponent.scheme[1] === "S") && (wsComponent.scheme[2] === "s" || wsComponent.scheme[2] === "S");
      } else {
        return false;
      }
    }
    __name(wsIsSecure, "wsIsSecure");
    function httpParse(component) {
      if (!component.host) {
        component.error = component.error || "HTTP URIs must have a host.";
      }
      return component;
    }
    __name(httpParse, "httpParse");
    function httpSerialize(component) {
      const secure = String(component.scheme).toLowerCase() === "https";
      if (component.port === (secure ? 443 : 80) || component.port === "") {
        component.port = void 0;
      }
      if (!component.path) {
        component.path = "/";
      }
      return component;
    }
    __name(httpSerialize, "httpSerialize");
    function wsParse(wsComponent) {
      wsComponent.secure = wsIsSecure(wsComponent);
      wsComponent.resourceName = (wsComponent.path || "/") + (wsComponent.query ? "?" + wsComponent.query : "");
      wsComponent.path = void 0;
      wsComponent.query = void 0;
      return wsComponent;
    }
    __name(wsParse, "wsParse");
    function wsSerialize(wsComponent) {
      if (wsComponent.port === (wsIsSecure(wsComponent) ? 443 : 80) || wsComponent.port === "") {
        wsComponent.port = void 0;
      }
      if (typeof wsComponent.secure === "boolean") {
        wsComponent.scheme = wsComponent.secure ? "wss" : "ws";
        wsComponent.secure = void 0;
      }
      if (wsComponent.resourceName) {
        const queryIndex = wsComponent.resourceName.indexOf("?");
        const path = queryIndex === -1 ? wsComponent.resourceName : wsComponent.resourceName.slice(0, queryIndex);
        wsComponent.path = path && path !== "/" ? path : void 0;
        wsComponent.query = queryIndex === -1 ? void 0 : wsComponent.resourceName.slice(queryIndex + 1);
        wsComponent.resourceName = void 0;
      }
      wsComponent.fragment = void 0;
      return wsComponent;
    }
    __name(wsSerialize, "wsSerialize");
    function urnParse(urnComponent, options) {
      if (!urnComponent.path) {
        urnComponent.error = "URN can not be parsed";
        return urnComponent;
      }
      const matches = urnComponent.path.match(URN_REG);
      if (matches && matches[0] === urnComponent.path) {
        const scheme = options.scheme || urnComponent.scheme || "urn";
        urnComponent.nid = matches[1].toLowerCase();
        urnComponent.nss = matches[2];
        const urnScheme = `${scheme}:${options.nid || urnComponent.nid}`;
        const schemeHandler = getSchemeHandler(urnScheme);
        urnComponent.path = void 0;
        if (schemeHandler) {
          urnComponent = schemeHandler.parse(urnComponent, options);
        }
      } else {
        urnComponent.error = urnComponent.error || "URN can not be parsed.";
      }
      return urnComponent;
    }
    __name(urnParse, "urnParse");
    function urnSerialize(urnComponent, options) {
      if (urnComponent.nid === void 0) {
        throw new Error("URN without nid cannot be serialized");
      }
      const scheme = options.scheme || urnComponent.scheme || "urn";
      const nid = urnComponent.nid.toLowerCase();
      const urnScheme = `${scheme}:${options.nid || nid}`;
      const schemeHandler = getSchemeHandler(urnScheme);
      if (schemeHandler) {
        urnComponent = schemeHandler.serialize(urnComponent, options);
      }
      const uriComponent = urnComponent;
      const nss = urnComponent.nss;
      uriComponent.path = `${nid || options.nid}:${nss}`;
      options.skipEscape = true;
      return uriComponent;
    }
    __name(urnSerialize, "urnSerialize");
    function urnuuidParse(urnComponent, options) {
      const uuidComponent = urnComponent;
      uuidComponent.uuid = uuidComponent.nss;
      uuidComponent.nss = void 0;
      if (!options.tolerant && (!uuidComponent.uuid || !isUUID(uuidComponent.uuid))) {
        uuidComponent.error = uuidComponent.error || "UUID is not valid.";
      }
      return uuidComponent;
    }
    __name(urnuuidParse, "urnuuidParse");
    function urnuuidSerialize(uuidComponent) {
      const urnComponent = uuidComponent;
      urnComponent.nss = (uuidComponent.uuid || "").toLowerCase();
      return urnComponent;
    }
    __name(urnuuidSerialize, "urnuuidSerialize");
    var http = (
      /** @type {SchemeHandler} */
      {
        scheme: "http",
        domainHost: true,
        parse: httpParse,
        serialize: httpSerialize
      }
    );
    var https = (
      /** @type {SchemeHandler} */
      {
        scheme: "https",
        domainHost: http.domainHost,
        parse: httpParse,
        serialize: httpSerialize
      }
    );
    var ws = (
      /** @type {SchemeHandler} */
      {
        scheme: "ws",
        domainHost: true,
        parse: wsParse,
        serialize: wsSerialize
      }
    );
    var wss = (
      /** @type {SchemeHandler} */
      {
        scheme: "wss",
        domainHost: ws.domainHost,
        parse: ws.parse,
        serialize: ws.serialize
      }
    );
    var urn = (
      /** @type {SchemeHandler} */
      {
        scheme: "urn",
        parse: urnParse,
        serialize: urnSerialize,
        skipNormalize: true
      }
    );
    var urnuuid = (
      /** @type {SchemeHandler} */
      {
        scheme: "urn:uuid",
        parse: urnuuidParse,
        serialize: urnuuidSerialize,
        skipNormalize: true
      }
    );
    var SCHEMES = (
      /** @type {Record<SchemeName, SchemeHandler>} */
      {
        http,
        https,
        ws,
        wss,
        urn,
        "urn:uuid": urnuuid
      }
    );
    Object.setPrototypeOf(SCHEMES, null);
    function getSchemeHandler(scheme) {
      return scheme && (SCHEMES[
        /** @type {SchemeName} */
        scheme
      ] || SCHEMES[
        /** @type {SchemeName} */
        scheme.toLowerCase()
      ]) || void 0;
    }
    __name(getSchemeHandler, "getSchemeHandler");
    module.exports = {
      wsIsSecure,
      SCHEMES,
      isValidSchemeName,
      getSchemeHandler
    };
  }
});

// node_modules/fast-uri/index.js
var require_fast_uri = __commonJS({
  "node_modules/fast-uri/index.js"(exports, module) {
    "use strict";
    var { normalizeIPv6, removeDotSegments, removeDotSegmentsRelative, recomposeAuthority, normalizePercentEncoding, normalizePathEncoding, serializePathEncoding, normalizeQueryFragmentEncoding, encodeQuery, encodeFragment, reescapeHostDelimiters, isIPv4, nonSimpleDomain } = require_utils();
    var { SCHEMES, getSchemeHandler } = require_schemes();
    var VALID_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/u;
    var MALFORMED_SCHEME_ERROR = "URI scheme is malformed.";
    var MALFORMED_HOST_ERROR = "URI host is malformed.";
    var FORBIDDEN_DOMAIN_HOST_CHARACTER = /[\0-\x20"#/:<>?@[\\\]^`{|}\x7F]/u;
    function validateScheme(scheme) {
      const stringScheme = String(scheme);
      if (!VALID_SCHEME.test(stringScheme)) {
        throw new TypeError(MALFORMED_SCHEME_ERROR);
      }
      return stringScheme;
    }
    __name(validateScheme, "validateScheme");
    function normalize(uri2, options) {
      if (typeof uri2 === "string") {
        uri2 = /** @type {T} */
        normalizeString(uri2, options);
      } else if (typeof uri2 === "object") {
        uri2 = /** @type {T} */
        parse(serialize(uri2, options), options);
      }
      return uri2;
    }
    __name(normalize, "normalize");
    function resolve(baseURI, relativeURI, options) {
      const schemelessOptions = options ? Object.assign({ scheme: "null" }, options) : { scheme: "null" };
      const {
        parsed: baseParsed,
        malformedAuthorityOrPort: baseMalformed,
        malformedPercentEncoding: baseMalformedPercentEncoding,
        malformedSchemeSpecific: baseMalformedSchemeSpecific,
        malformedHost: baseMalformedHost,
        malformedScheme: baseMalformedScheme
      } = parseWithStatus(baseURI, schemelessOptions);
      const {
        parsed: relativeParsed,
        malformedAuthorityOrPort: relativeMalformed,
        malformedPercentEncoding: relativeMalformedPercentEncoding,
        malformedSchemeSpecific: relativeMalformedSchemeSpecific,
        malformedHost: relativeMalformedHost,
        malformedScheme: relativeMalformedScheme
      } = parseWithStatus(relativeURI, schemelessOptions);
      if (baseMalformed || relativeMalformed || baseMalformedPercentEncoding || relativeMalformedPercentEncoding || baseMalformedSchemeSpecific || relativeMalformedSchemeSpecific || baseMalformedHost || relativeMalformedHost || baseMalformedScheme || relativeMalformedScheme) {
        throw new Error(baseParsed.error || relativeParsed.error || "URI is malformed.");
      }
      const resolved = resolveComponent(baseParsed, relativeParsed, schemelessOptions, true);
      const resolvedSchemeHandler = getSchemeHandler(options && options.scheme || resolved.scheme);
      const resolvedHost = resolved.host;
      const resolvedHostIsIP = resolvedHost !== void 0 && resolvedHost !== "" && (isIPv4(resolvedHost) || normalizeIPv6(resolvedHost).isIPV6);
      if (hasForbiddenDomainHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP)) {
        throw new Error(MALFORMED_HOST_ERROR);
      }
      canonicalizeHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP);
      const encodedASCIIHost = resolvedHost && resolvedHost.indexOf("%") !== -1 && !new RegExp("\\P{ASCII}", "u").test(resolvedHost);
      if (resolved.error && !encodedASCIIHost) {
        throw new Error(resolved.error);
      }
      schemelessOptions.skipEscape = true;
      return serialize(resolved, schemelessOptions);
    }
    __name(resolve, "resolve");
    function resolveComponent(base, relative, options, skipNormalization) {
      const target = {};
      if (!skipNormalization) {
        base = parse(serialize(base, options), options);
        relative = parse(serialize(relative, options), options);
      }
      options = options || {};
      if (!options.tolerant && relative.scheme) {
        target.scheme = relative.scheme;
        target.userinfo = relative.userinfo;
        target.host = relative.host;
        target.port = relative.port;
        target.path = removeDotSegments(relative.path || "");
        target.query = relative.query;
      } else {
        if (relative.userinfo !== void 0 || relative.host !== void 0 || relative.port !== void 0) {
          target.userinfo = relative.userinfo;
          target.host = relative.host;
          target.port = relative.port;
          target.path = removeDotSegments(relative.path || "");
          target.query = relative.query;
        } else {
          if (!relative.path) {
            target.path = base.path;
            if (relative.query !== void 0) {
              target.query = relative.query;
            } else {
              target.query = base.query;
            }
          } else {
            if (relative.path[0] === "/") {
              target.path = removeDotSegments(relative.path);
            } else {
              const baseHasAuthority = base.userinfo !== void 0 || base.host !== void 0 || base.port !== void 0;
              if (baseHasAuthority && !base.path) {
                target.path = "/" + relative.path;
              } else if (!base.path) {
                target.path = relative.path;
              } else {
                target.path = base.path.slice(0, base.path.lastIndexOf("/") + 1) + relative.path;
              }
              target.path = base.scheme === void 0 && !baseHasAuthority && target.path[0] !== "/" ? removeDotSegmentsRelative(target.path) : removeDotSegments(target.path);
            }
            target.query = relative.query;
          }
          target.userinfo = base.userinfo;
          target.host = base.host;
          target.port = base.port;
        }
        target.scheme = base.scheme;
      }
      target.fragment = relative.fragment;
      return target;
    }
    __name(resolveComponent, "resolveComponent");
    function equal(uriA, uriB, options) {
      const normalizedA = normalizeComparableURI(uriA, options);
      const normalizedB = normalizeComparableURI(uriB, options);
      return normalizedA !== void 0 && normalizedB !== void 0 && normalizedA === normalizedB;
    }
    __name(equal, "equal");
    function serialize(cmpts, opts) {
      const component = {
        host: cmpts.host,
        scheme: cmpts.scheme,
        userinfo: cmpts.userinfo,
        port: cmpts.port,
        path: cmpts.path,
        query: cmpts.query,
        nid: cmpts.nid,
        nss: cmpts.nss,
        uuid: cmpts.uuid,
        fragment: cmpts.fragment,
        reference: cmpts.reference,
        resourceName: cmpts.resourceName,
        secure: cmpts.secure,
        error: ""
      };
      const options = Object.assign({}, opts);
      const uriTokens = [];
      if (component.scheme) {
        component.scheme = validateScheme(component.scheme);
      }
      const schemeHandler = getSchemeHandler(options.scheme || component.scheme);
      if (schemeHandler && schemeHandler.serialize) schemeHandler.serialize(component, options);
      const hasAuthority = component.userinfo !== void 0 || component.host !== void 0 || component.port !== void 0;
      const schemelessReference = (component.scheme === void 0 || options.reference === "suffix") && !hasAuthority;
      const pathNoScheme = !options.skipEscape && schemelessReference;
      if (component.path !== void 0) {
        if (!options.skipEscape) {
          component.path = serializePathEncoding(component.path, pathNoScheme);
        } else {
          component.path = normalizePercentEncoding(component.path);
        }
      }
      if (options.reference !== "suffix" && component.scheme) {
        component.scheme = validateScheme(component.scheme);
        uriTokens.push(component.scheme, ":");
      }
      const authority = recomposeAuthority(component);
      if (authority !== void 0) {
        if (options.reference !== "suffix") {
          uriTokens.push("//");
        }
        uriTokens.push(authority);
        if (component.path && component.path[0] !== "/") {
          uriTokens.push("/");
        }
      }
      if (component.path !== void 0) {
        let s = component.path;
        if (!options.absolutePath && (!schemeHandler || !schemeHandler.absolutePath)) {
          s = schemelessReference && s[0] !== "/" ? removeDotSegmentsRelative(s) : removeDotSegments(s);
        }
        if (schemelessReference) {
          s = serializePathEncoding(s, true);
        }
        if (authority === void 0 && s[0] === "/" && s[1] === "/") {
          s = "/%2F" + s.slice(2);
        }
        uriTokens.push(s);
      }
      if (component.query !== void 0) {
        uriTokens.push("?", encodeQuery(component.query));
      }
      if (component.fragment !== void 0) {
        uriTokens.push("#", encodeFragment(component.fragment));
      }
      return uriTokens.join("");
    }
    __name(serialize, "serialize");
    var URI_PARSE = /^(?:([^#/:?]+):)?(?:\/\/((?:([^#/?@]*)@)?(\[[^#/?\]]+\]|[^#/:?]*)(?::(\d*))?))?([^#?]*)(?:\?([^#]*))?(?:#((?:.|[\n\r])*))?/u;
    var AUTHORITY_PREFIX = /^(?:[^#/:?]+:)?\/\/([^/?#]*)/;
    var AUTHORITY_INTRODUCER_REGION = /^(?:[^#/:?]+:)?([/\\\t\n\r]*)/;
    function getParseError(parsed, matches) {
      if (matches[2] !== void 0 && parsed.path && parsed.path[0] !== "/") {
        return 'URI path must start with "/" when authority is present.';
      }
      if (typeof parsed.port === "number" && (parsed.port < 0 || parsed.port > 65535)) {
        return "URI port is malformed.";
      }
      return void 0;
    }
    __name(getParseError, "getParseError");
    function hasMalformedPercentEncoding(component) {
      if (component === void 0) return false;
      let percent = component.indexOf("%");
      while (percent !== -1) {
        if (percent + 2 >= component.length || !/^[\da-f]{2}$/iu.test(component.slice(percent + 1, percent + 3))) {
          return true;
        }
        percent = component.indexOf("%", percent + 3);
      }
      return false;
    }
    __name(hasMalformedPercentEncoding, "hasMalformedPercentEncoding");
    function isIPLiteral(host) {
      return host[0] === "[" && host[host.length - 1] === "]";
    }
    __name(isIPLiteral, "isIPLiteral");
    function hasMalformedComponentPercentEncoding(matches) {
      const host = matches[4];
      return hasMalformedPercentEncoding(matches[3]) || host !== void 0 && !isIPLiteral(host) && hasMalformedPercentEncoding(host) || hasMalformedPercentEncoding(matches[6]) || hasMalformedPercentEncoding(matches[7]) || hasMalformedPercentEncoding(matches[8]);
    }
    __name(hasMalformedComponentPercentEncoding, "hasMalformedComponentPercentEncoding");
    function canonicalizeHost(parsed, options, schemeHandler, isIP) {
      if (hasForbiddenDomainHost(parsed, options, schemeHandler, isIP)) {
        parsed.error = parsed.error || MALFORMED_HOST_ERROR;
        return true;
      }
      if (!options.unicodeSupport && (!schemeHandler || !schemeHandler.unicodeSupport) && parsed.host && !isIPLiteral(parsed.host) && (options.domainHost || schemeHandler && schemeHandler.domainHost) && isIP === false && nonSimpleDomain(parsed.host)) {
        let url;
        try {
          url = new URL("http://" + parsed.host);
        } catch (e) {
          parsed.error = parsed.error || "Host's domain name can not be converted to ASCII: " + e;
          return true;
        }
        if (!isHostOnlyURL(url)) {
          parsed.error = parsed.error || MALFORMED_HOST_ERROR;
          return true;
        }
        parsed.host = url.hostname;
      }
      return false;
    }
    __name(canonicalizeHost, "canonicalizeHost");
    function hasForbiddenDomainHost(parsed, options, schemeHandler, isIP) {
      return Boolean(
        parsed.host && isIP === false && !isIPLiteral(parsed.host) && (options.domainHost || schemeHandler && schemeHandler.domainHost) && FORBIDDEN_DOMAIN_HOST_CHARACTER.test(parsed.host)
      );
    }
    __name(hasForbiddenDomainHost, "hasForbiddenDomainHost");
    function isHostOnlyURL(url) {
      return url.username === "" && url.password === "" && url.port === "" && url.pathname === "/" && url.search === "" && url.hash === "" && url.hostname !== "";
    }
    __name(isHostOnlyURL, "isHostOnlyURL");
    function parseWithStatus(uri2, opts) {
      const options = Object.assign({}, opts);
      const parsed = {
        scheme: void 0,
        userinfo: void 0,
        host: "",
        port: void 0,
        path: "",
        query: void 0,
        fragment: void 0
      };
      let malformedAuthorityOrPort = false;
      let malformedPercentEncoding = false;
      let malformedSchemeSpecific = false;
      let malformedHost = false;
      let malformedIPLiteral = false;
      let malformedScheme = false;
      let isIP = false;
      if (options.reference === "suffix") {
        if (options.scheme) {
          uri2 = options.scheme + ":" + uri2;
        } else {
          uri2 = "//" + uri2;
        }
      }
      const authorityMatch = uri2.match(AUTHORITY_PREFIX);
      if (authorityMatch !== null && authorityMatch[1].indexOf("\\") !== -1) {
        parsed.error = "URI authority must not contain a literal backslash.";
        malformedAuthorityOrPort = true;
      }
      const introducerMatch = uri2.match(AUTHORITY_INTRODUCER_REGION);
      if (introducerMatch !== null) {
        const region = introducerMatch[1];
        const normalizedRegion = region.replace(/[\t\n\r]/g, "");
        if (normalizedRegion.length >= 2) {
          if (normalizedRegion.slice(0, 2) !== "//") {
            parsed.error = parsed.error || "URI authority must not contain a literal backslash.";
            malformedAuthorityOrPort = true;
          } else if (region.length !== normalizedRegion.length) {
            parsed.error = parsed.error || "URI authority introducer must not contain whitespace.";
            malformedAuthorityOrPort = true;
          }
        }
      }
      const matches = uri2.match(URI_PARSE);
      if (matches) {
        parsed.scheme = matches[1];
        parsed.userinfo = matches[3];
        parsed.host = matches[4];
        parsed.port = parseInt(matches[5], 10);
        parsed.path = matches[6] || "";
        parsed.query = matches[7];
        parsed.fragment = matches[8];
        if (parsed.scheme !== void 0) {
          if (VALID_SCHEME.test(parsed.scheme)) {
            parsed.scheme = parsed.scheme.toLowerCase();
          } else {
            parsed.error = parsed.error || MALFORMED_SCHEME_ERROR;
            malformedScheme = true;
          }
        }
        malformedPercentEncoding = hasMalformedComponentPercentEncoding(matches);
        if (malformedPercentEncoding) {
          parsed.error = parsed.error || "URI contains malformed percent-encoding.";
        }
        if (isNaN(parsed.port)) {
          parsed.port = matches[5];
        }
        const parseError = getParseError(parsed, matches);
        if (parseError !== void 0) {
          parsed.error = parsed.error || parseError;
          malformedAuthorityOrPort = true;
        }
        if (parsed.host) {
          const ipv4result = isIPv4(parsed.host);
          if (ipv4result === false) {
            const bracketedIPLiteral = isIPLiteral(parsed.host);
            const hasIPLiteralBracket = parsed.host.indexOf("[") !== -1 || parsed.host.indexOf("]") !== -1;
            const ipv6result = normalizeIPv6(parsed.host);
            isIP = ipv6result.isIPV6 || ipv6result.isIPVFuture === true;
            malformedIPLiteral = hasIPLiteralBracket && (!bracketedIPLiteral || ipv6result.error === true);
            parsed.host = isIP ? ipv6result.host : ipv6result.host.toLowerCase();
            if (malformedIPLiteral) {
              parsed.error = parsed.error || MALFORMED_HOST_ERROR;
              malformedAuthorityOrPort = true;
            }
          } else {
            isIP = true;
          }
        }
        if (parsed.scheme === void 0 && parsed.userinfo === void 0 && parsed.host === void 0 && parsed.port === void 0 && parsed.query === void 0 && !parsed.path) {
          parsed.reference = "same-document";
        } else if (parsed.scheme === void 0) {
          parsed.reference = "relative";
        } else if (parsed.fragment === void 0) {
          parsed.reference = "absolute";
        } else {
          parsed.reference = "uri";
        }
        if (options.reference && options.reference !== "suffix" && options.reference !== parsed.reference) {
          parsed.error = parsed.error || "URI is not a " + options.reference + " reference.";
        }
        const schemeHandler = getSchemeHandler(options.scheme || parsed.scheme);
        if (!malformedIPLiteral) {
          malformedHost = canonicalizeHost(parsed, options, schemeHandler, isIP);
        }
        if (uri2.indexOf("%") !== -1 && parsed.host !== void 0 && !malformedIPLiteral) {
          let host = isIP ? parsed.host : normalizePercentEncoding(parsed.host, true);
          if (!isIP) {
            host = normalizePercentEncoding(host.toLowerCase());
          }
          parsed.host = isIP || options.scheme !== "null" ? reescapeHostDelimiters(host, isIP) : host;
        }
        if (!schemeHandler || schemeHandler && !schemeHandler.skipNormalize) {
          if (parsed.path) {
            parsed.path = normalizePathEncoding(parsed.path);
          }
          if (parsed.query) {
            parsed.query = normalizeQueryFragmentEncoding(parsed.query);
          }
          if (parsed.fragment) {
            parsed.fragment = normalizeQueryFragmentEncoding(parsed.fragment);
          }
        }
        if (schemeHandler && schemeHandler.parse) {
          schemeHandler.parse(parsed, options);
          if (schemeHandler === SCHEMES.urn && parsed.nid === void 0) {
            malformedSchemeSpecific = true;
          }
        }
      } else {
        parsed.error = parsed.error || "URI can not be parsed.";
      }
      return { parsed, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme };
    }
    __name(parseWithStatus, "parseWithStatus");
    function parse(uri2, opts) {
      return parseWithStatus(uri2, opts).parsed;
    }
    __name(parse, "parse");
    function normalizeString(uri2, opts) {
      return normalizeStringWithStatus(uri2, opts).normalized;
    }
    __name(normalizeString, "normalizeString");
    function normalizeStringWithStatus(uri2, opts) {
      const { parsed, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = parseWithStatus(uri2, opts);
      return {
        normalized: malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? uri2 : serialize(parsed, opts),
        malformedAuthorityOrPort,
        malformedPercentEncoding,
        malformedSchemeSpecific,
        malformedHost,
        malformedScheme
      };
    }
    __name(normalizeStringWithStatus, "normalizeStringWithStatus");
    function normalizeComparableURI(uri2, opts) {
      if (typeof uri2 !== "string" && typeof uri2 !== "object") {
        return void 0;
      }
      let value;
      try {
        value = typeof uri2 === "string" ? uri2 : serialize(uri2, opts);
      } catch {
        return void 0;
      }
      const { normalized, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = normalizeStringWithStatus(value, opts);
      return malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? void 0 : normalized;
    }
    __name(normalizeComparableURI, "normalizeComparableURI");
    var fastUri = {
      SCHEMES,
      normalize,
      resolve,
      resolveComponent,
      equal,
      serialize,
      parse
    };
    module.exports = fastUri;
    module.exports.default = fastUri;
    module.exports.fastUri = fastUri;
  }
});

// node_modules/ajv/dist/runtime/uri.js
var require_uri = __commonJS({
  "node_modules/ajv/dist/runtime/uri.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var uri2 = require_fast_uri();
    uri2.code = 'require("ajv/dist/runtime/uri").default';
    exports.default = uri2;
  }
});

// node_modules/ajv/dist/core.js
var require_core = __commonJS({
  "node_modules/ajv/dist/core.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = void 0;
    var validate_1 = require_validate();
    Object.defineProperty(exports, "KeywordCxt", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return validate_1.KeywordCxt;
    }, "get") });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports, "_", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1._;
    }, "get") });
    Object.defineProperty(exports, "str", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.str;
    }, "get") });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.stringify;
    }, "get") });
    Object.defineProperty(exports, "nil", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.nil;
    }, "get") });
    Object.defineProperty(exports, "Name", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.Name;
    }, "get") });
    Object.defineProperty(exports, "CodeGen", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.CodeGen;
    }, "get") });
    var validation_error_1 = require_validation_error();
    var ref_error_1 = require_ref_error();
    var rules_1 = require_rules();
    var compile_1 = require_compile();
    var codegen_2 = require_codegen();
    var resolve_1 = require_resolve();
    var dataType_1 = require_dataType();
    var util_1 = require_util();
    var $dataRefSchema = require_data();
    var uri_1 = require_uri();
    var defaultRegExp = /* @__PURE__ */ __name((str, flags) => new RegExp(str, flags), "defaultRegExp");
    defaultRegExp.code = "new RegExp";
    var META_IGNORE_OPTIONS = ["removeAdditional", "useDefaults", "coerceTypes"];
    var EXT_SCOPE_NAMES = /* @__PURE__ */ new Set([
      "validate",
      "serialize",
      "parse",
      "wrapper",
      "root",
      "schema",
      "keyword",
      "pattern",
      "formats",
      "validate$data",
      "func",
      "obj",
      "Error"
    ]);
    var removedOptions = {
      errorDataPath: "",
      format: "`validateFormats: false` can be used instead.",
      nullable: '"nullable" keyword is supported by default.',
      jsonPointers: "Deprecated jsPropertySyntax can be used instead.",
      extendRefs: "Deprecated ignoreKeywordsWithRef can be used instead.",
      missingRefs: "Pass empty schema with $id that should be ignored to ajv.addSchema.",
      processCode: "Use option `code: {process: (code, schemaEnv: object) => string}`",
      sourceCode: "Use option `code: {source: true}`",
      strictDefaults: "It is default now, see option `strict`.",
      strictKeywords: "It is default now, see option `strict`.",
      uniqueItems: '"uniqueItems" keyword is always validated.',
      unknownFormats: "Disable strict mode or pass `true` to `ajv.addFormat` (or `formats` option).",
      cache: "Map is used as cache, schema object as key.",
      serialize: "Map is used as cache, schema object as key.",
      ajvErrors: "It is default now."
    };
    var deprecatedOptions = {
      ignoreKeywordsWithRef: "",
      jsPropertySyntax: "",
      unicode: '"minLength"/"maxLength" account for unicode characters by default.'
    };
    var MAX_EXPRESSION = 200;
    function requiredOptions(o) {
      var _a, _b, _c, _d, _e, _f, _g, _h, _j, _k, _l, _m, _o, _p, _q, _r, _s, _t, _u, _v, _w, _x, _y, _z, _0;
      const s = o.strict;
      const _optz = (_a = o.code) === null || _a === void 0 ? void 0 : _a.optimize;
      const optimize = _optz === true || _optz === void 0 ? 1 : _optz || 0;
      const regExp = (_c = (_b = o.code) === null || _b === void 0 ? void 0 : _b.regExp) !== null && _c !== void 0 ? _c : defaultRegExp;
      const uriResolver = (_d = o.uriResolver) !== null && _d !== void 0 ? _d : uri_1.default;
      return {
        strictSchema: (_f = (_e = o.strictSchema) !== null && _e !== void 0 ? _e : s) !== null && _f !== void 0 ? _f : true,
        strictNumbers: (_h = (_g = o.strictNumbers) !== null && _g !== void 0 ? _g : s) !== null && _h !== void 0 ? _h : true,
        strictTypes: (_k = (_j = o.strictTypes) !== null && _j !== void 0 ? _j : s) !== null && _k !== void 0 ? _k : "log",
        strictTuples: (_m = (_l = o.strictTuples) !== null && _l !== void 0 ? _l : s) !== null && _m !== void 0 ? _m : "log",
        strictRequired: (_p = (_o = o.strictRequired) !== null && _o !== void 0 ? _o : s) !== null && _p !== void 0 ? _p : false,
        code: o.code ? { ...o.code, optimize, regExp } : { optimize, regExp },
        loopRequired: (_q = o.loopRequired) !== null && _q !== void 0 ? _q : MAX_EXPRESSION,
        loopEnum: (_r = o.loopEnum) !== null && _r !== void 0 ? _r : MAX_EXPRESSION,
        meta: (_s = o.meta) !== null && _s !== void 0 ? _s : true,
        messages: (_t = o.messages) !== null && _t !== void 0 ? _t : true,
        inlineRefs: (_u = o.inlineRefs) !== null && _u !== void 0 ? _u : true,
        schemaId: (_v = o.schemaId) !== null && _v !== void 0 ? _v : "$id",
        addUsedSchema: (_w = o.addUsedSchema) !== null && _w !== void 0 ? _w : true,
        validateSchema: (_x = o.validateSchema) !== null && _x !== void 0 ? _x : true,
        validateFormats: (_y = o.validateFormats) !== null && _y !== void 0 ? _y : true,
        unicodeRegExp: (_z = o.unicodeRegExp) !== null && _z !== void 0 ? _z : true,
        int32range: (_0 = o.int32range) !== null && _0 !== void 0 ? _0 : true,
        uriResolver
      };
    }
    __name(requiredOptions, "requiredOptions");
    var Ajv = class {
      static {
        __name(this, "Ajv");
      }
      constructor(opts = {}) {
        this.schemas = {};
        this.refs = {};
        this.formats = /* @__PURE__ */ Object.create(null);
        this._compilations = /* @__PURE__ */ new Set();
        this._loading = {};
        this._cache = /* @__PURE__ */ new Map();
        opts = this.opts = { ...opts, ...requiredOptions(opts) };
        const { es5, lines } = this.opts.code;
        this.scope = new codegen_2.ValueScope({ scope: {}, prefixes: EXT_SCOPE_NAMES, es5, lines });
        this.logger = getLogger(opts.logger);
        const formatOpt = opts.validateFormats;
        opts.validateFormats = false;
        this.RULES = (0, rules_1.getRules)();
        checkOptions.call(this, removedOptions, opts, "NOT SUPPORTED");
        checkOptions.call(this, deprecatedOptions, opts, "DEPRECATED", "warn");
        this._metaOpts = getMetaSchemaOptions.call(this);
        if (opts.formats)
          addInitialFormats.call(this);
        this._addVocabularies();
        this._addDefaultMetaSchema();
        if (opts.keywords)
          addInitialKeywords.call(this, opts.keywords);
        if (typeof opts.meta == "object")
          this.addMetaSchema(opts.meta);
        addInitialSchemas.call(this);
        opts.validateFormats = formatOpt;
      }
      _addVocabularies() {
        this.addKeyword("$async");
      }
      _addDefaultMetaSchema() {
        const { $data, meta, schemaId } = this.opts;
        let _dataRefSchema = $dataRefSchema;
        if (schemaId === "id") {
          _dataRefSchema = { ...$dataRefSchema };
          _dataRefSchema.id = _dataRefSchema.$id;
          delete _dataRefSchema.$id;
        }
        if (meta && $data)
          this.addMetaSchema(_dataRefSchema, _dataRefSchema[schemaId], false);
      }
      defaultMeta() {
        const { meta, schemaId } = this.opts;
        return this.opts.defaultMeta = typeof meta == "object" ? meta[schemaId] || meta : void 0;
      }
      validate(schemaKeyRef, data) {
        let v;
        if (typeof schemaKeyRef == "string") {
          v = this.getSchema(schemaKeyRef);
          if (!v)
            throw new Error(`no schema with key or ref "${schemaKeyRef}"`);
        } else {
          v = this.compile(schemaKeyRef);
        }
        const valid = v(data);
        if (!("$async" in v))
          this.errors = v.errors;
        return valid;
      }
      compile(schema, _meta) {
        const sch = this._addSchema(schema, _meta);
        return sch.validate || this._compileSchemaEnv(sch);
      }
      compileAsync(schema, meta) {
        if (typeof this.opts.loadSchema != "function") {
          throw new Error("options.loadSchema should be a function");
        }
        const { loadSchema } = this.opts;
        return runCompileAsync.call(this, schema, meta);
        async function runCompileAsync(_schema, _meta) {
          await loadMetaSchema.call(this, _schema.$schema);
          const sch = this._addSchema(_schema, _meta);
          return sch.validate || _compileAsync.call(this, sch);
        }
        __name(runCompileAsync, "runCompileAsync");
        async function loadMetaSchema($ref) {
          if ($ref && !this.getSchema($ref)) {
            await runCompileAsync.call(this, { $ref }, true);
          }
        }
        __name(loadMetaSchema, "loadMetaSchema");
        async function _compileAsync(sch) {
          try {
            return this._compileSchemaEnv(sch);
          } catch (e) {
            if (!(e instanceof ref_error_1.default))
              throw e;
            checkLoaded.call(this, e);
            await loadMissingSchema.call(this, e.missingSchema);
            return _compileAsync.call(this, sch);
          }
        }
        __name(_compileAsync, "_compileAsync");
        function checkLoaded({ missingSchema: ref, missingRef }) {
          if (this.refs[ref]) {
            throw new Error(`AnySchema ${ref} is loaded but ${missingRef} cannot be resolved`);
          }
        }
        __name(checkLoaded, "checkLoaded");
        async function loadMissingSchema(ref) {
          const _schema = await _loadSchema.call(this, ref);
          if (!this.refs[ref])
            await loadMetaSchema.call(this, _schema.$schema);
          if (!this.refs[ref])
            this.addSchema(_schema, ref, meta);
        }
        __name(loadMissingSchema, "loadMissingSchema");
        async function _loadSchema(ref) {
          const p = this._loading[ref];
          if (p)
            return p;
          try {
            return await (this._loading[ref] = loadSchema(ref));
          } finally {
            delete this._loading[ref];
          }
        }
        __name(_loadSchema, "_loadSchema");
      }
      // Adds schema to the instance
      addSchema(schema, key, _meta, _validateSchema = this.opts.validateSchema) {
        if (Array.isArray(schema)) {
          for (const sch of schema)
            this.addSchema(sch, void 0, _meta, _validateSchema);
          return this;
        }
        let id;
        if (typeof schema === "object") {
          const { schemaId } = this.opts;
          id = schema[schemaId];
          if (id !== void 0 && typeof id != "string") {
            throw new Error(`schema ${schemaId} must be string`);
          }
        }
        key = (0, resolve_1.normalizeId)(key || id);
        this._checkUnique(key);
        this.schemas[key] = this._addSchema(schema, _meta, key, _validateSchema, true);
        return this;
      }
      // Add schema that will be used to validate other schemas
      // options in META_IGNORE_OPTIONS are alway set to false
      addMetaSchema(schema, key, _validateSchema = this.opts.validateSchema) {
        this.addSchema(schema, key, true, _validateSchema);
        return this;
      }
      //  Validate schema against its meta-schema
      validateSchema(schema, throwOrLogError) {
        if (typeof schema == "boolean")
          return true;
        let $schema;
        $schema = schema.$schema;
        if ($schema !== void 0 && typeof $schema != "string") {
          throw new Error("$schema must be a string");
        }
        $schema = $schema || this.opts.defaultMeta || this.defaultMeta();
        if (!$schema) {
          this.logger.warn("meta-schema not available");
          this.errors = null;
          return true;
        }
        const valid = this.validate($schema, schema);
        if (!valid && throwOrLogError) {
          const message = "schema is invalid: " + this.errorsText();
          if (this.opts.validateSchema === "log")
            this.logger.error(message);
          else
            throw new Error(message);
        }
        return valid;
      }
      // Get compiled schema by `key` or `ref`.
      // (`key` that was passed to `addSchema` or full schema reference - `schema.$id` or resolved id)
      getSchema(keyRef) {
        let sch;
        while (typeof (sch = getSchEnv.call(this, keyRef)) == "string")
          keyRef = sch;
        if (sch === void 0) {
          const { schemaId } = this.opts;
          const root = new compile_1.SchemaEnv({ schema: {}, schemaId });
          sch = compile_1.resolveSchema.call(this, root, keyRef);
          if (!sch)
            return;
          this.refs[keyRef] = sch;
        }
        return sch.validate || this._compileSchemaEnv(sch);
      }
      // Remove cached schema(s).
      // If no parameter is passed all schemas but meta-schemas are removed.
      // If RegExp is passed all schemas with key/id matching pattern but meta-schemas are removed.
      // Even if schema is referenced by other schemas it still can be removed as other schemas have local references.
      removeSchema(schemaKeyRef) {
        if (schemaKeyRef instanceof RegExp) {
          this._removeAllSchemas(this.schemas, schemaKeyRef);
          this._removeAllSchemas(this.refs, schemaKeyRef);
          return this;
        }
        switch (typeof schemaKeyRef) {
          case "undefined":
            this._removeAllSchemas(this.schemas);
            this._removeAllSchemas(this.refs);
            this._cache.clear();
            return this;
          case "string": {
            const sch = getSchEnv.call(this, schemaKeyRef);
            if (typeof sch == "object")
              this._cache.delete(sch.schema);
            delete this.schemas[schemaKeyRef];
            delete this.refs[schemaKeyRef];
            return this;
          }
          case "object": {
            const cacheKey = schemaKeyRef;
            this._cache.delete(cacheKey);
            let id = schemaKeyRef[this.opts.schemaId];
            if (id) {
              id = (0, resolve_1.normalizeId)(id);
              delete this.schemas[id];
              delete this.refs[id];
            }
            return this;
          }
          default:
            throw new Error("ajv.removeSchema: invalid parameter");
        }
      }
      // add "vocabulary" - a collection of keywords
      addVocabulary(definitions) {
        for (const def of definitions)
          this.addKeyword(def);
        return this;
      }
      addKeyword(kwdOrDef, def) {
        let keyword;
        if (typeof kwdOrDef == "string") {
          keyword = kwdOrDef;
          if (typeof def == "object") {
            this.logger.warn("these parameters are deprecated, see docs for addKeyword");
            def.keyword = keyword;
          }
        } else if (typeof kwdOrDef == "object" && def === void 0) {
          def = kwdOrDef;
          keyword = def.keyword;
          if (Array.isArray(keyword) && !keyword.length) {
            throw new Error("addKeywords: keyword must be string or non-empty array");
          }
        } else {
          throw new Error("invalid addKeywords parameters");
        }
        checkKeyword.call(this, keyword, def);
        if (!def) {
          (0, util_1.eachItem)(keyword, (kwd) => addRule.call(this, kwd));
          return this;
        }
        keywordMetaschema.call(this, def);
        const definition = {
          ...def,
          type: (0, dataType_1.getJSONTypes)(def.type),
          schemaType: (0, dataType_1.getJSONTypes)(def.schemaType)
        };
        (0, util_1.eachItem)(keyword, definition.type.length === 0 ? (k) => addRule.call(this, k, definition) : (k) => definition.type.forEach((t) => addRule.call(this, k, definition, t)));
        return this;
      }
      getKeyword(keyword) {
        const rule = this.RULES.all[keyword];
        return typeof rule == "object" ? rule.definition : !!rule;
      }
      // Remove keyword
      removeKeyword(keyword) {
        const { RULES: RULES2 } = this;
        delete RULES2.keywords[keyword];
        delete RULES2.all[keyword];
        for (const group of RULES2.rules) {
          const i = group.rules.findIndex((rule) => rule.keyword === keyword);
          if (i >= 0)
            group.rules.splice(i, 1);
        }
        return this;
      }
      // Add format
      addFormat(name, format) {
        if (typeof format == "string")
          format = new RegExp(format);
        this.formats[name] = format;
        return this;
      }
      errorsText(errors = this.errors, { separator = ", ", dataVar = "data" } = {}) {
        if (!errors || errors.length === 0)
          return "No errors";
        return errors.map((e) => `${dataVar}${e.instancePath} ${e.message}`).reduce((text, msg) => text + separator + msg);
      }
      $dataMetaSchema(metaSchema, keywordsJsonPointers) {
        const rules = this.RULES.all;
        metaSchema = JSON.parse(JSON.stringify(metaSchema));
        for (const jsonPointer of keywordsJsonPointers) {
          const segments = jsonPointer.split("/").slice(1);
          let keywords = metaSchema;
          for (const seg of segments)
            keywords = keywords[seg];
          for (const key in rules) {
            const rule = rules[key];
            if (typeof rule != "object")
              continue;
            const { $data } = rule.definition;
            const schema = keywords[key];
            if ($data && schema)
              keywords[key] = schemaOrData(schema);
          }
        }
        return metaSchema;
      }
      _removeAllSchemas(schemas, regex) {
        for (const keyRef in schemas) {
          const sch = schemas[keyRef];
          if (!regex || regex.test(keyRef)) {
            if (typeof sch == "string") {
              delete schemas[keyRef];
            } else if (sch && !sch.meta) {
              this._cache.delete(sch.schema);
              delete schemas[keyRef];
            }
          }
        }
      }
      _addSchema(schema, meta, baseId, validateSchema = this.opts.validateSchema, addSchema = this.opts.addUsedSchema) {
        let id;
        const { schemaId } = this.opts;
        if (typeof schema == "object") {
          id = schema[schemaId];
        } else {
          if (this.opts.jtd)
            throw new Error("schema must be object");
          else if (typeof schema != "boolean")
            throw new Error("schema must be object or boolean");
        }
        let sch = this._cache.get(schema);
        if (sch !== void 0)
          return sch;
        baseId = (0, resolve_1.normalizeId)(id || baseId);
        const localRefs = resolve_1.getSchemaRefs.call(this, schema, baseId);
        sch = new compile_1.SchemaEnv({ schema, schemaId, meta, baseId, localRefs });
        this._cache.set(sch.schema, sch);
        if (addSchema && !baseId.startsWith("#")) {
          if (baseId)
            this._checkUnique(baseId);
          this.refs[baseId] = sch;
        }
        if (validateSchema)
          this.validateSchema(schema, true);
        return sch;
      }
      _checkUnique(id) {
        if (this.schemas[id] || this.refs[id]) {
          throw new Error(`schema with key or id "${id}" already exists`);
        }
      }
      _compileSchemaEnv(sch) {
        if (sch.meta)
          this._compileMetaSchema(sch);
        else
          compile_1.compileSchema.call(this, sch);
        if (!sch.validate)
          throw new Error("ajv implementation error");
        return sch.validate;
      }
      _compileMetaSchema(sch) {
        const currentOpts = this.opts;
        this.opts = this._metaOpts;
        try {
          compile_1.compileSchema.call(this, sch);
        } finally {
          this.opts = currentOpts;
        }
      }
    };
    Ajv.ValidationError = validation_error_1.default;
    Ajv.MissingRefError = ref_error_1.default;
    exports.default = Ajv;
    function checkOptions(checkOpts, options, msg, log = "error") {
      for (const key in checkOpts) {
        const opt = key;
        if (opt in options)
          this.logger[log](`${msg}: option ${key}. ${checkOpts[opt]}`);
      }
    }
    __name(checkOptions, "checkOptions");
    function getSchEnv(keyRef) {
      keyRef = (0, resolve_1.normalizeId)(keyRef);
      return this.schemas[keyRef] || this.refs[keyRef];
    }
    __name(getSchEnv, "getSchEnv");
    function addInitialSchemas() {
      const optsSchemas = this.opts.schemas;
      if (!optsSchemas)
        return;
      if (Array.isArray(optsSchemas))
        this.addSchema(optsSchemas);
      else
        for (const key in optsSchemas)
          this.addSchema(optsSchemas[key], key);
    }
    __name(addInitialSchemas, "addInitialSchemas");
    function addInitialFormats() {
      for (const name in this.opts.formats) {
        const format = this.opts.formats[name];
        if (format)
          this.addFormat(name, format);
      }
    }
    __name(addInitialFormats, "addInitialFormats");
    function addInitialKeywords(defs) {
      if (Array.isArray(defs)) {
        this.addVocabulary(defs);
        return;
      }
      this.logger.warn("keywords option as map is deprecated, pass array");
      for (const keyword in defs) {
        const def = defs[keyword];
        if (!def.keyword)
          def.keyword = keyword;
        this.addKeyword(def);
      }
    }
    __name(addInitialKeywords, "addInitialKeywords");
    function getMetaSchemaOptions() {
      const metaOpts = { ...this.opts };
      for (const opt of META_IGNORE_OPTIONS)
        delete metaOpts[opt];
      return metaOpts;
    }
    __name(getMetaSchemaOptions, "getMetaSchemaOptions");
    var noLogs = { log() {
    }, warn() {
    }, error() {
    } };
    function getLogger(logger) {
      if (logger === false)
        return noLogs;
      if (logger === void 0)
        return console;
      if (logger.log && logger.warn && logger.error)
        return logger;
      throw new Error("logger must implement log, warn and error methods");
    }
    __name(getLogger, "getLogger");
    var KEYWORD_NAME = /^[a-z_$][a-z0-9_$:-]*$/i;
    function checkKeyword(keyword, def) {
      const { RULES: RULES2 } = this;
      (0, util_1.eachItem)(keyword, (kwd) => {
        if (RULES2.keywords[kwd])
          throw new Error(`Keyword ${kwd} is already defined`);
        if (!KEYWORD_NAME.test(kwd))
          throw new Error(`Keyword ${kwd} has invalid name`);
      });
      if (!def)
        return;
      if (def.$data && !("code" in def || "validate" in def)) {
        throw new Error('$data keyword must have "code" or "validate" function');
      }
    }
    __name(checkKeyword, "checkKeyword");
    function addRule(keyword, definition, dataType) {
      var _a;
      const post = definition === null || definition === void 0 ? void 0 : definition.post;
      if (dataType && post)
        throw new Error('keyword with "post" flag cannot have "type"');
      const { RULES: RULES2 } = this;
      let ruleGroup = post ? RULES2.post : RULES2.rules.find(({ type: t }) => t === dataType);
      if (!ruleGroup) {
        ruleGroup = { type: dataType, rules: [] };
        RULES2.rules.push(ruleGroup);
      }
      RULES2.keywords[keyword] = true;
      if (!definition)
        return;
      const rule = {
        keyword,
        definition: {
          ...definition,
          type: (0, dataType_1.getJSONTypes)(definition.type),
          schemaType: (0, dataType_1.getJSONTypes)(definition.schemaType)
        }
      };
      if (definition.before)
        addBeforeRule.call(this, ruleGroup, rule, definition.before);
      else
        ruleGroup.rules.push(rule);
      RULES2.all[keyword] = rule;
      (_a = definition.implements) === null || _a === void 0 ? void 0 : _a.forEach((kwd) => this.addKeyword(kwd));
    }
    __name(addRule, "addRule");
    function addBeforeRule(ruleGroup, rule, before) {
      const i = ruleGroup.rules.findIndex((_rule) => _rule.keyword === before);
      if (i >= 0) {
        ruleGroup.rules.splice(i, 0, rule);
      } else {
        ruleGroup.rules.push(rule);
        this.logger.warn(`rule ${before} is not defined`);
      }
    }
    __name(addBeforeRule, "addBeforeRule");
    function keywordMetaschema(def) {
      let { metaSchema } = def;
      if (metaSchema === void 0)
        return;
      if (def.$data && this.opts.$data)
        metaSchema = schemaOrData(metaSchema);
      def.validateSchema = this.compile(metaSchema, true);
    }
    __name(keywordMetaschema, "keywordMetaschema");
    var $dataRef = {
      $ref: "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#"
    };
    function schemaOrData(schema) {
      return { anyOf: [schema, $dataRef] };
    }
    __name(schemaOrData, "schemaOrData");
  }
});

// node_modules/ajv/dist/vocabularies/core/id.js
var require_id = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/id.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var def = {
      keyword: "id",
      code() {
        throw new Error('NOT SUPPORTED: keyword "id", use "$id" for schema ID');
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/core/ref.js
var require_ref = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/ref.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.callRef = exports.getValidate = void 0;
    var ref_error_1 = require_ref_error();
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var compile_1 = require_compile();
    var util_1 = require_util();
    var def = {
      keyword: "$ref",
      schemaType: "string",
      code(cxt) {
        const { gen, schema: $ref, it } = cxt;
        const { baseId, schemaEnv: env, validateName, opts, self } = it;
        const { root } = env;
        if (($ref === "#" || $ref === "#/") && baseId === root.baseId)
          return callRootRef();
        const schOrEnv = compile_1.resolveRef.call(self, root, baseId, $ref);
        if (schOrEnv === void 0)
          throw new ref_error_1.default(it.opts.uriResolver, baseId, $ref);
        if (schOrEnv instanceof compile_1.SchemaEnv)
          return callValidate(schOrEnv);
        return inlineRefSchema(schOrEnv);
        function callRootRef() {
          if (env === root)
            return callRef(cxt, validateName, env, env.$async);
          const rootName = gen.scopeValue("root", { ref: root });
          return callRef(cxt, (0, codegen_1._)`${rootName}.validate`, root, root.$async);
        }
        __name(callRootRef, "callRootRef");
        function callValidate(sch) {
          const v = getValidate(cxt, sch);
          callRef(cxt, v, sch, sch.$async);
        }
        __name(callValidate, "callValidate");
        function inlineRefSchema(sch) {
          const schName = gen.scopeValue("schema", opts.code.source === true ? { ref: sch, code: (0, codegen_1.stringify)(sch) } : { ref: sch });
          const valid = gen.name("valid");
          const schCxt = cxt.subschema({
            schema: sch,
            dataTypes: [],
            schemaPath: codegen_1.nil,
            topSchemaRef: schName,
            errSchemaPath: $ref
          }, valid);
          cxt.mergeEvaluated(schCxt);
          cxt.ok(valid);
        }
        __name(inlineRefSchema, "inlineRefSchema");
      }
    };
    function getValidate(cxt, sch) {
      const { gen } = cxt;
      return sch.validate ? gen.scopeValue("validate", { ref: sch.validate }) : (0, codegen_1._)`${gen.scopeValue("wrapper", { ref: sch })}.validate`;
    }
    __name(getValidate, "getValidate");
    exports.getValidate = getValidate;
    function callRef(cxt, v, sch, $async) {
      const { gen, it } = cxt;
      const { allErrors, schemaEnv: env, opts } = it;
      const passCxt = opts.passContext ? names_1.default.this : codegen_1.nil;
      if ($async)
        callAsyncRef();
      else
        callSyncRef();
      function callAsyncRef() {
        if (!env.$async)
          throw new Error("async schema referenced by sync schema");
        const valid = gen.let("valid");
        gen.try(() => {
          gen.code((0, codegen_1._)`await ${(0, code_1.callValidateCode)(cxt, v, passCxt)}`);
          addEvaluatedFrom(v);
          if (!allErrors)
            gen.assign(valid, true);
        }, (e) => {
          gen.if((0, codegen_1._)`!(${e} instanceof ${it.ValidationError})`, () => gen.throw(e));
          addErrorsFrom(e);
          if (!allErrors)
            gen.assign(valid, false);
        });
        cxt.ok(valid);
      }
      __name(callAsyncRef, "callAsyncRef");
      function callSyncRef() {
        cxt.result((0, code_1.callValidateCode)(cxt, v, passCxt), () => addEvaluatedFrom(v), () => addErrorsFrom(v));
      }
      __name(callSyncRef, "callSyncRef");
      function addErrorsFrom(source) {
        const errs = (0, codegen_1._)`${source}.errors`;
        gen.assign(names_1.default.vErrors, (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`);
        gen.assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`);
      }
      __name(addErrorsFrom, "addErrorsFrom");
      function addEvaluatedFrom(source) {
        var _a;
        if (!it.opts.unevaluated)
          return;
        const schEvaluated = (_a = sch === null || sch === void 0 ? void 0 : sch.validate) === null || _a === void 0 ? void 0 : _a.evaluated;
        if (it.props !== true) {
          if (schEvaluated && !schEvaluated.dynamicProps) {
            if (schEvaluated.props !== void 0) {
              it.props = util_1.mergeEvaluated.props(gen, schEvaluated.props, it.props);
            }
          } else {
            const props = gen.var("props", (0, codegen_1._)`${source}.evaluated.props`);
            it.props = util_1.mergeEvaluated.props(gen, props, it.props, codegen_1.Name);
          }
        }
        if (it.items !== true) {
          if (schEvaluated && !schEvaluated.dynamicItems) {
            if (schEvaluated.items !== void 0) {
              it.items = util_1.mergeEvaluated.items(gen, schEvaluated.items, it.items);
            }
          } else {
            const items = gen.var("items", (0, codegen_1._)`${source}.evaluated.items`);
            it.items = util_1.mergeEvaluated.items(gen, items, it.items, codegen_1.Name);
          }
        }
      }
      __name(addEvaluatedFrom, "addEvaluatedFrom");
    }
    __name(callRef, "callRef");
    exports.callRef = callRef;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/core/index.js
var require_core2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var id_1 = require_id();
    var ref_1 = require_ref();
    var core = [
      "$schema",
      "$id",
      "$defs",
      "$vocabulary",
      { keyword: "$comment" },
      "definitions",
      id_1.default,
      ref_1.default
    ];
    exports.default = core;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitNumber.js
var require_limitNumber = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitNumber.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var ops = codegen_1.operators;
    var KWDs = {
      maximum: { okStr: "<=", ok: ops.LTE, fail: ops.GT },
      minimum: { okStr: ">=", ok: ops.GTE, fail: ops.LT },
      exclusiveMaximum: { okStr: "<", ok: ops.LT, fail: ops.GTE },
      exclusiveMinimum: { okStr: ">", ok: ops.GT, fail: ops.LTE }
    };
    var error = {
      message: /* @__PURE__ */ __name(({ keyword, schemaCode }) => (0, codegen_1.str)`must be ${KWDs[keyword].okStr} ${schemaCode}`, "message"),
      params: /* @__PURE__ */ __name(({ keyword, schemaCode }) => (0, codegen_1._)`{comparison: ${KWDs[keyword].okStr}, limit: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: Object.keys(KWDs),
      type: "number",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        cxt.fail$data((0, codegen_1._)`${data} ${KWDs[keyword].fail} ${schemaCode} || isNaN(${data})`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/multipleOf.js
var require_multipleOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/multipleOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1.str)`must be multiple of ${schemaCode}`, "message"),
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{multipleOf: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: "multipleOf",
      type: "number",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, schemaCode, it } = cxt;
        const prec = it.opts.multipleOfPrecision;
        const res = gen.let("res");
        const invalid = prec ? (0, codegen_1._)`Math.abs(Math.round(${res}) - ${res}) > 1e-${prec}` : (0, codegen_1._)`${res} !== parseInt(${res})`;
        cxt.fail$data((0, codegen_1._)`(${schemaCode} === 0 || (${res} = ${data}/${schemaCode}, ${invalid}))`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    __name(ucs2length, "ucs2length");
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitLength.js
var require_limitLength = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitLength.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var ucs2length_1 = require_ucs2length();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxLength" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} characters`;
      },
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: ["maxLength", "minLength"],
      type: "string",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode, it } = cxt;
        const op = keyword === "maxLength" ? codegen_1.operators.GT : codegen_1.operators.LT;
        const len = it.opts.unicode === false ? (0, codegen_1._)`${data}.length` : (0, codegen_1._)`${(0, util_1.useFunc)(cxt.gen, ucs2length_1.default)}(${data})`;
        cxt.fail$data((0, codegen_1._)`${len} ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/pattern.js
var require_pattern = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/pattern.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var util_1 = require_util();
    var codegen_1 = require_codegen();
    var error = {
      message: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1.str)`must match pattern "${schemaCode}"`, "message"),
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{pattern: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: "pattern",
      type: "string",
      schemaType: "string",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        const u = it.opts.unicodeRegExp ? "u" : "";
        if ($data) {
          const { regExp } = it.opts.code;
          const regExpCode = regExp.code === "new RegExp" ? (0, codegen_1._)`new RegExp` : (0, util_1.useFunc)(gen, regExp);
          const valid = gen.let("valid");
          gen.try(() => gen.assign(valid, (0, codegen_1._)`${regExpCode}(${schemaCode}, ${u}).test(${data})`), () => gen.assign(valid, false));
          cxt.fail$data((0, codegen_1._)`!${valid}`);
        } else {
          const regExp = (0, code_1.usePattern)(cxt, schema);
          cxt.fail$data((0, codegen_1._)`!${regExp}.test(${data})`);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitProperties.js
var require_limitProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxProperties" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} properties`;
      },
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: ["maxProperties", "minProperties"],
      type: "object",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        const op = keyword === "maxProperties" ? codegen_1.operators.GT : codegen_1.operators.LT;
        cxt.fail$data((0, codegen_1._)`Object.keys(${data}).length ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/required.js
var require_required = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/required.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { missingProperty } }) => (0, codegen_1.str)`must have required property '${missingProperty}'`, "message"),
      params: /* @__PURE__ */ __name(({ params: { missingProperty } }) => (0, codegen_1._)`{missingProperty: ${missingProperty}}`, "params")
    };
    var def = {
      keyword: "required",
      type: "object",
      schemaType: "array",
      $data: true,
      error,
      code(cxt) {
        const { gen, schema, schemaCode, data, $data, it } = cxt;
        const { opts } = it;
        if (!$data && schema.length === 0)
          return;
        const useLoop = schema.length >= opts.loopRequired;
        if (it.allErrors)
          allErrorsMode();
        else
          exitOnErrorMode();
        if (opts.strictRequired) {
          const props = cxt.parentSchema.properties;
          const { definedProperties } = cxt.it;
          for (const requiredKey of schema) {
            if ((props === null || props === void 0 ? void 0 : props[requiredKey]) === void 0 && !definedProperties.has(requiredKey)) {
              const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
              const msg = `required property "${requiredKey}" is not defined at "${schemaPath}" (strictRequired)`;
              (0, util_1.checkStrictMode)(it, msg, it.opts.strictRequired);
            }
          }
        }
        function allErrorsMode() {
          if (useLoop || $data) {
            cxt.block$data(codegen_1.nil, loopAllRequired);
          } else {
            for (const prop of schema) {
              (0, code_1.checkReportMissingProp)(cxt, prop);
            }
          }
        }
        __name(allErrorsMode, "allErrorsMode");
        function exitOnErrorMode() {
          const missing = gen.let("missing");
          if (useLoop || $data) {
            const valid = gen.let("valid", true);
            cxt.block$data(valid, () => loopUntilMissing(missing, valid));
            cxt.ok(valid);
          } else {
            gen.if((0, code_1.checkMissingProp)(cxt, schema, missing));
            (0, code_1.reportMissingProp)(cxt, missing);
            gen.else();
          }
        }
        __name(exitOnErrorMode, "exitOnErrorMode");
        function loopAllRequired() {
          gen.forOf("prop", schemaCode, (prop) => {
            cxt.setParams({ missingProperty: prop });
            gen.if((0, code_1.noPropertyInData)(gen, data, prop, opts.ownProperties), () => cxt.error());
          });
        }
        __name(loopAllRequired, "loopAllRequired");
        function loopUntilMissing(missing, valid) {
          cxt.setParams({ missingProperty: missing });
          gen.forOf(missing, schemaCode, () => {
            gen.assign(valid, (0, code_1.propertyInData)(gen, data, missing, opts.ownProperties));
            gen.if((0, codegen_1.not)(valid), () => {
              cxt.error();
              gen.break();
            });
          }, codegen_1.nil);
        }
        __name(loopUntilMissing, "loopUntilMissing");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitItems.js
var require_limitItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxItems" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} items`;
      },
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: ["maxItems", "minItems"],
      type: "array",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        const op = keyword === "maxItems" ? codegen_1.operators.GT : codegen_1.operators.LT;
        cxt.fail$data((0, codegen_1._)`${data}.length ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// node_modules/ajv/dist/vocabularies/validation/uniqueItems.js
var require_uniqueItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/uniqueItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dataType_1 = require_dataType();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { i, j } }) => (0, codegen_1.str)`must NOT have duplicate items (items ## ${j} and ${i} are identical)`, "message"),
      params: /* @__PURE__ */ __name(({ params: { i, j } }) => (0, codegen_1._)`{i: ${i}, j: ${j}}`, "params")
    };
    var def = {
      keyword: "uniqueItems",
      type: "array",
      schemaType: "boolean",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, parentSchema, schemaCode, it } = cxt;
        if (!$data && !schema)
          return;
        const valid = gen.let("valid");
        const itemTypes = parentSchema.items ? (0, dataType_1.getSchemaTypes)(parentSchema.items) : [];
        cxt.block$data(valid, validateUniqueItems, (0, codegen_1._)`${schemaCode} === false`);
        cxt.ok(valid);
        function validateUniqueItems() {
          const i = gen.let("i", (0, codegen_1._)`${data}.length`);
          const j = gen.let("j");
          cxt.setParams({ i, j });
          gen.assign(valid, true);
          gen.if((0, codegen_1._)`${i} > 1`, () => (canOptimize() ? loopN : loopN2)(i, j));
        }
        __name(validateUniqueItems, "validateUniqueItems");
        function canOptimize() {
          return itemTypes.length > 0 && !itemTypes.some((t) => t === "object" || t === "array");
        }
        __name(canOptimize, "canOptimize");
        function loopN(i, j) {
          const item = gen.name("item");
          const wrongType = (0, dataType_1.checkDataTypes)(itemTypes, item, it.opts.strictNumbers, dataType_1.DataType.Wrong);
          const indices = gen.const("indices", (0, codegen_1._)`{}`);
          gen.for((0, codegen_1._)`;${i}--;`, () => {
            gen.let(item, (0, codegen_1._)`${data}[${i}]`);
            gen.if(wrongType, (0, codegen_1._)`continue`);
            if (itemTypes.length > 1)
              gen.if((0, codegen_1._)`typeof ${item} == "string"`, (0, codegen_1._)`${item} += "_"`);
            gen.if((0, codegen_1._)`typeof ${indices}[${item}] == "number"`, () => {
              gen.assign(j, (0, codegen_1._)`${indices}[${item}]`);
              cxt.error();
              gen.assign(valid, false).break();
            }).code((0, codegen_1._)`${indices}[${item}] = ${i}`);
          });
        }
        __name(loopN, "loopN");
        function loopN2(i, j) {
          const eql = (0, util_1.useFunc)(gen, equal_1.default);
          const outer = gen.name("outer");
          gen.label(outer).for((0, codegen_1._)`;${i}--;`, () => gen.for((0, codegen_1._)`${j} = ${i}; ${j}--;`, () => gen.if((0, codegen_1._)`${eql}(${data}[${i}], ${data}[${j}])`, () => {
            cxt.error();
            gen.assign(valid, false).break(outer);
          })));
        }
        __name(loopN2, "loopN2");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/const.js
var require_const = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/const.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: "must be equal to constant",
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{allowedValue: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: "const",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schemaCode, schema } = cxt;
        if ($data || schema && typeof schema == "object") {
          cxt.fail$data((0, codegen_1._)`!${(0, util_1.useFunc)(gen, equal_1.default)}(${data}, ${schemaCode})`);
        } else {
          cxt.fail((0, codegen_1._)`${schema} !== ${data}`);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/enum.js
var require_enum = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/enum.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: "must be equal to one of the allowed values",
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{allowedValues: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: "enum",
      schemaType: "array",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        if (!$data && schema.length === 0)
          throw new Error("enum must have non-empty array");
        const useLoop = schema.length >= it.opts.loopEnum;
        let eql;
        const getEql = /* @__PURE__ */ __name(() => eql !== null && eql !== void 0 ? eql : eql = (0, util_1.useFunc)(gen, equal_1.default), "getEql");
        let valid;
        if (useLoop || $data) {
          valid = gen.let("valid");
          cxt.block$data(valid, loopEnum);
        } else {
          if (!Array.isArray(schema))
            throw new Error("ajv implementation error");
          const vSchema = gen.const("vSchema", schemaCode);
          valid = (0, codegen_1.or)(...schema.map((_x, i) => equalCode(vSchema, i)));
        }
        cxt.pass(valid);
        function loopEnum() {
          gen.assign(valid, false);
          gen.forOf("v", schemaCode, (v) => gen.if((0, codegen_1._)`${getEql()}(${data}, ${v})`, () => gen.assign(valid, true).break()));
        }
        __name(loopEnum, "loopEnum");
        function equalCode(vSchema, i) {
          const sch = schema[i];
          return typeof sch === "object" && sch !== null ? (0, codegen_1._)`${getEql()}(${data}, ${vSchema}[${i}])` : (0, codegen_1._)`${data} === ${sch}`;
        }
        __name(equalCode, "equalCode");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/index.js
var require_validation = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var limitNumber_1 = require_limitNumber();
    var multipleOf_1 = require_multipleOf();
    var limitLength_1 = require_limitLength();
    var pattern_1 = require_pattern();
    var limitProperties_1 = require_limitProperties();
    var required_1 = require_required();
    var limitItems_1 = require_limitItems();
    var uniqueItems_1 = require_uniqueItems();
    var const_1 = require_const();
    var enum_1 = require_enum();
    var validation = [
      // number
      limitNumber_1.default,
      multipleOf_1.default,
      // string
      limitLength_1.default,
      pattern_1.default,
      // object
      limitProperties_1.default,
      required_1.default,
      // array
      limitItems_1.default,
      uniqueItems_1.default,
      // any
      { keyword: "type", schemaType: ["string", "array"] },
      { keyword: "nullable", schemaType: "boolean" },
      const_1.default,
      enum_1.default
    ];
    exports.default = validation;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/additionalItems.js
var require_additionalItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/additionalItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateAdditionalItems = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`, "message"),
      params: /* @__PURE__ */ __name(({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`, "params")
    };
    var def = {
      keyword: "additionalItems",
      type: "array",
      schemaType: ["boolean", "object"],
      before: "uniqueItems",
      error,
      code(cxt) {
        const { parentSchema, it } = cxt;
        const { items } = parentSchema;
        if (!Array.isArray(items)) {
          (0, util_1.checkStrictMode)(it, '"additionalItems" is ignored when "items" is not an array of schemas');
          return;
        }
        validateAdditionalItems(cxt, items);
      }
    };
    function validateAdditionalItems(cxt, items) {
      const { gen, schema, data, keyword, it } = cxt;
      it.items = true;
      const len = gen.const("len", (0, codegen_1._)`${data}.length`);
      if (schema === false) {
        cxt.setParams({ len: items.length });
        cxt.pass((0, codegen_1._)`${len} <= ${items.length}`);
      } else if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
        const valid = gen.var("valid", (0, codegen_1._)`${len} <= ${items.length}`);
        gen.if((0, codegen_1.not)(valid), () => validateItems(valid));
        cxt.ok(valid);
      }
      function validateItems(valid) {
        gen.forRange("i", items.length, len, (i) => {
          cxt.subschema({ keyword, dataProp: i, dataPropType: util_1.Type.Num }, valid);
          if (!it.allErrors)
            gen.if((0, codegen_1.not)(valid), () => gen.break());
        });
      }
      __name(validateItems, "validateItems");
    }
    __name(validateAdditionalItems, "validateAdditionalItems");
    exports.validateAdditionalItems = validateAdditionalItems;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/items.js
var require_items = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/items.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateTuple = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    var def = {
      keyword: "items",
      type: "array",
      schemaType: ["object", "array", "boolean"],
      before: "uniqueItems",
      code(cxt) {
        const { schema, it } = cxt;
        if (Array.isArray(schema))
          return validateTuple(cxt, "additionalItems", schema);
        it.items = true;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        cxt.ok((0, code_1.validateArray)(cxt));
      }
    };
    function validateTuple(cxt, extraItems, schArr = cxt.schema) {
      const { gen, parentSchema, data, keyword, it } = cxt;
      checkStrictTuple(parentSchema);
      if (it.opts.unevaluated && schArr.length && it.items !== true) {
        it.items = util_1.mergeEvaluated.items(gen, schArr.length, it.items);
      }
      const valid = gen.name("valid");
      const len = gen.const("len", (0, codegen_1._)`${data}.length`);
      schArr.forEach((sch, i) => {
        if ((0, util_1.alwaysValidSchema)(it, sch))
          return;
        gen.if((0, codegen_1._)`${len} > ${i}`, () => cxt.subschema({
          keyword,
          schemaProp: i,
          dataProp: i
        }, valid));
        cxt.ok(valid);
      });
      function checkStrictTuple(sch) {
        const { opts, errSchemaPath } = it;
        const l = schArr.length;
        const fullTuple = l === sch.minItems && (l === sch.maxItems || sch[extraItems] === false);
        if (opts.strictTuples && !fullTuple) {
          const msg = `"${keyword}" is ${l}-tuple, but minItems or maxItems/${extraItems} are not specified or different at path "${errSchemaPath}"`;
          (0, util_1.checkStrictMode)(it, msg, opts.strictTuples);
        }
      }
      __name(checkStrictTuple, "checkStrictTuple");
    }
    __name(validateTuple, "validateTuple");
    exports.validateTuple = validateTuple;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/prefixItems.js
var require_prefixItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/prefixItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var items_1 = require_items();
    var def = {
      keyword: "prefixItems",
      type: "array",
      schemaType: ["array"],
      before: "uniqueItems",
      code: /* @__PURE__ */ __name((cxt) => (0, items_1.validateTuple)(cxt, "items"), "code")
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/items2020.js
var require_items2020 = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/items2020.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    var additionalItems_1 = require_additionalItems();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`, "message"),
      params: /* @__PURE__ */ __name(({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`, "params")
    };
    var def = {
      keyword: "items",
      type: "array",
      schemaType: ["object", "boolean"],
      before: "uniqueItems",
      error,
      code(cxt) {
        const { schema, parentSchema, it } = cxt;
        const { prefixItems } = parentSchema;
        it.items = true;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        if (prefixItems)
          (0, additionalItems_1.validateAdditionalItems)(cxt, prefixItems);
        else
          cxt.ok((0, code_1.validateArray)(cxt));
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/contains.js
var require_contains = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/contains.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { min, max } }) => max === void 0 ? (0, codegen_1.str)`must contain at least ${min} valid item(s)` : (0, codegen_1.str)`must contain at least ${min} and no more than ${max} valid item(s)`, "message"),
      params: /* @__PURE__ */ __name(({ params: { min, max } }) => max === void 0 ? (0, codegen_1._)`{minContains: ${min}}` : (0, codegen_1._)`{minContains: ${min}, maxContains: ${max}}`, "params")
    };
    var def = {
      keyword: "contains",
      type: "array",
      schemaType: ["object", "boolean"],
      before: "uniqueItems",
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, data, it } = cxt;
        let min;
        let max;
        const { minContains, maxContains } = parentSchema;
        if (it.opts.next) {
          min = minContains === void 0 ? 1 : minContains;
          max = maxContains;
        } else {
          min = 1;
        }
        const len = gen.const("len", (0, codegen_1._)`${data}.length`);
        cxt.setParams({ min, max });
        if (max === void 0 && min === 0) {
          (0, util_1.checkStrictMode)(it, `"minContains" == 0 without "maxContains": "contains" keyword ignored`);
          return;
        }
        if (max !== void 0 && min > max) {
          (0, util_1.checkStrictMode)(it, `"minContains" > "maxContains" is always invalid`);
          cxt.fail();
          return;
        }
        if ((0, util_1.alwaysValidSchema)(it, schema)) {
          let cond = (0, codegen_1._)`${len} >= ${min}`;
          if (max !== void 0)
            cond = (0, codegen_1._)`${cond} && ${len} <= ${max}`;
          cxt.pass(cond);
          return;
        }
        it.items = true;
        const valid = gen.name("valid");
        if (max === void 0 && min === 1) {
          validateItems(valid, () => gen.if(valid, () => gen.break()));
        } else if (min === 0) {
          gen.let(valid, true);
          if (max !== void 0)
            gen.if((0, codegen_1._)`${data}.length > 0`, validateItemsWithCount);
        } else {
          gen.let(valid, false);
          validateItemsWithCount();
        }
        cxt.result(valid, () => cxt.reset());
        function validateItemsWithCount() {
          const schValid = gen.name("_valid");
          const count = gen.let("count", 0);
          validateItems(schValid, () => gen.if(schValid, () => checkLimits(count)));
        }
        __name(validateItemsWithCount, "validateItemsWithCount");
        function validateItems(_valid, block) {
          gen.forRange("i", 0, len, (i) => {
            cxt.subschema({
              keyword: "contains",
              dataProp: i,
              dataPropType: util_1.Type.Num,
              compositeRule: true
            }, _valid);
            block();
          });
        }
        __name(validateItems, "validateItems");
        function checkLimits(count) {
          gen.code((0, codegen_1._)`${count}++`);
          if (max === void 0) {
            gen.if((0, codegen_1._)`${count} >= ${min}`, () => gen.assign(valid, true).break());
          } else {
            gen.if((0, codegen_1._)`${count} > ${max}`, () => gen.assign(valid, false).break());
            if (min === 1)
              gen.assign(valid, true);
            else
              gen.if((0, codegen_1._)`${count} >= ${min}`, () => gen.assign(valid, true));
          }
        }
        __name(checkLimits, "checkLimits");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/dependencies.js
var require_dependencies = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/dependencies.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateSchemaDeps = exports.validatePropertyDeps = exports.error = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    exports.error = {
      message: /* @__PURE__ */ __name(({ params: { property, depsCount, deps } }) => {
        const property_ies = depsCount === 1 ? "property" : "properties";
        return (0, codegen_1.str)`must have ${property_ies} ${deps} when property ${property} is present`;
      }, "message"),
      params: /* @__PURE__ */ __name(({ params: { property, depsCount, deps, missingProperty } }) => (0, codegen_1._)`{property: ${property},
    missingProperty: ${missingProperty},
    depsCount: ${depsCount},
    deps: ${deps}}`, "params")
      // TODO change to reference
    };
    var def = {
      keyword: "dependencies",
      type: "object",
      schemaType: "object",
      error: exports.error,
      code(cxt) {
        const [propDeps, schDeps] = splitDependencies(cxt);
        validatePropertyDeps(cxt, propDeps);
        validateSchemaDeps(cxt, schDeps);
      }
    };
    function splitDependencies({ schema }) {
      const propertyDeps = {};
      const schemaDeps = {};
      for (const key in schema) {
        if (key === "__proto__")
          continue;
        const deps = Array.isArray(schema[key]) ? propertyDeps : schemaDeps;
        deps[key] = schema[key];
      }
      return [propertyDeps, schemaDeps];
    }
    __name(splitDependencies, "splitDependencies");
    function validatePropertyDeps(cxt, propertyDeps = cxt.schema) {
      const { gen, data, it } = cxt;
      if (Object.keys(propertyDeps).length === 0)
        return;
      const missing = gen.let("missing");
      for (const prop in propertyDeps) {
        const deps = propertyDeps[prop];
        if (deps.length === 0)
          continue;
        const hasProperty = (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties);
        cxt.setParams({
          property: prop,
          depsCount: deps.length,
          deps: deps.join(", ")
        });
        if (it.allErrors) {
          gen.if(hasProperty, () => {
            for (const depProp of deps) {
              (0, code_1.checkReportMissingProp)(cxt, depProp);
            }
          });
        } else {
          gen.if((0, codegen_1._)`${hasProperty} && (${(0, code_1.checkMissingProp)(cxt, deps, missing)})`);
          (0, code_1.reportMissingProp)(cxt, missing);
          gen.else();
        }
      }
    }
    __name(validatePropertyDeps, "validatePropertyDeps");
    exports.validatePropertyDeps = validatePropertyDeps;
    function validateSchemaDeps(cxt, schemaDeps = cxt.schema) {
      const { gen, data, keyword, it } = cxt;
      const valid = gen.name("valid");
      for (const prop in schemaDeps) {
        if ((0, util_1.alwaysValidSchema)(it, schemaDeps[prop]))
          continue;
        gen.if(
          (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties),
          () => {
            const schCxt = cxt.subschema({ keyword, schemaProp: prop }, valid);
            cxt.mergeValidEvaluated(schCxt, valid);
          },
          () => gen.var(valid, true)
          // TODO var
        );
        cxt.ok(valid);
      }
    }
    __name(validateSchemaDeps, "validateSchemaDeps");
    exports.validateSchemaDeps = validateSchemaDeps;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/propertyNames.js
var require_propertyNames = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/propertyNames.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: "property name must be valid",
      params: /* @__PURE__ */ __name(({ params }) => (0, codegen_1._)`{propertyName: ${params.propertyName}}`, "params")
    };
    var def = {
      keyword: "propertyNames",
      type: "object",
      schemaType: ["object", "boolean"],
      error,
      code(cxt) {
        const { gen, schema, data, it } = cxt;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        const valid = gen.name("valid");
        gen.forIn("key", data, (key) => {
          cxt.setParams({ propertyName: key });
          cxt.subschema({
            keyword: "propertyNames",
            data: key,
            dataTypes: ["string"],
            propertyName: key,
            compositeRule: true
          }, valid);
          gen.if((0, codegen_1.not)(valid), () => {
            cxt.error(true);
            if (!it.allErrors)
              gen.break();
          });
        });
        cxt.ok(valid);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js
var require_additionalProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var util_1 = require_util();
    var error = {
      message: "must NOT have additional properties",
      params: /* @__PURE__ */ __name(({ params }) => (0, codegen_1._)`{additionalProperty: ${params.additionalProperty}}`, "params")
    };
    var def = {
      keyword: "additionalProperties",
      type: ["object"],
      schemaType: ["boolean", "object"],
      allowUndefined: true,
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, data, errsCount, it } = cxt;
        if (!errsCount)
          throw new Error("ajv implementation error");
        const { allErrors, opts } = it;
        it.props = true;
        if (opts.removeAdditional !== "all" && (0, util_1.alwaysValidSchema)(it, schema))
          return;
        const props = (0, code_1.allSchemaProperties)(parentSchema.properties);
        const patProps = (0, code_1.allSchemaProperties)(parentSchema.patternProperties);
        checkAdditionalProperties();
        cxt.ok((0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
        function checkAdditionalProperties() {
          gen.forIn("key", data, (key) => {
            if (!props.length && !patProps.length)
              additionalPropertyCode(key);
            else
              gen.if(isAdditional(key), () => additionalPropertyCode(key));
          });
        }
        __name(checkAdditionalProperties, "checkAdditionalProperties");
        function isAdditional(key) {
          let definedProp;
          if (props.length > 8) {
            const propsSchema = (0, util_1.schemaRefOrVal)(it, parentSchema.properties, "properties");
            definedProp = (0, code_1.isOwnProperty)(gen, propsSchema, key);
          } else if (props.length) {
            definedProp = (0, codegen_1.or)(...props.map((p) => (0, codegen_1._)`${key} === ${p}`));
          } else {
            definedProp = codegen_1.nil;
          }
          if (patProps.length) {
            definedProp = (0, codegen_1.or)(definedProp, ...patProps.map((p) => (0, codegen_1._)`${(0, code_1.usePattern)(cxt, p)}.test(${key})`));
          }
          return (0, codegen_1.not)(definedProp);
        }
        __name(isAdditional, "isAdditional");
        function deleteAdditional(key) {
          gen.code((0, codegen_1._)`delete ${data}[${key}]`);
        }
        __name(deleteAdditional, "deleteAdditional");
        function additionalPropertyCode(key) {
          if (opts.removeAdditional === "all" || opts.removeAdditional && schema === false) {
            deleteAdditional(key);
            return;
          }
          if (schema === false) {
            cxt.setParams({ additionalProperty: key });
            cxt.error();
            if (!allErrors)
              gen.break();
            return;
          }
          if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
            const valid = gen.name("valid");
            if (opts.removeAdditional === "failing") {
              applyAdditionalSchema(key, valid, false);
              gen.if((0, codegen_1.not)(valid), () => {
                cxt.reset();
                deleteAdditional(key);
              });
            } else {
              applyAdditionalSchema(key, valid);
              if (!allErrors)
                gen.if((0, codegen_1.not)(valid), () => gen.break());
            }
          }
        }
        __name(additionalPropertyCode, "additionalPropertyCode");
        function applyAdditionalSchema(key, valid, errors) {
          const subschema = {
            keyword: "additionalProperties",
            dataProp: key,
            dataPropType: util_1.Type.Str
          };
          if (errors === false) {
            Object.assign(subschema, {
              compositeRule: true,
              createErrors: false,
              allErrors: false
            });
          }
          cxt.subschema(subschema, valid);
        }
        __name(applyAdditionalSchema, "applyAdditionalSchema");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/properties.js
var require_properties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/properties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var validate_1 = require_validate();
    var code_1 = require_code2();
    var util_1 = require_util();
    var additionalProperties_1 = require_additionalProperties();
    var def = {
      keyword: "properties",
      type: "object",
      schemaType: "object",
      code(cxt) {
        const { gen, schema, parentSchema, data, it } = cxt;
        if (it.opts.removeAdditional === "all" && parentSchema.additionalProperties === void 0) {
          additionalProperties_1.default.code(new validate_1.KeywordCxt(it, additionalProperties_1.default, "additionalProperties"));
        }
        const allProps = (0, code_1.allSchemaProperties)(schema);
        for (const prop of allProps) {
          it.definedProperties.add(prop);
        }
        if (it.opts.unevaluated && allProps.length && it.props !== true) {
          it.props = util_1.mergeEvaluated.props(gen, (0, util_1.toHash)(allProps), it.props);
        }
        const properties = allProps.filter((p) => !(0, util_1.alwaysValidSchema)(it, schema[p]));
        if (properties.length === 0)
          return;
        const valid = gen.name("valid");
        for (const prop of properties) {
          if (hasDefault(prop)) {
            applyPropertySchema(prop);
          } else {
            gen.if((0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties));
            applyPropertySchema(prop);
            if (!it.allErrors)
              gen.else().var(valid, true);
            gen.endIf();
          }
          cxt.it.definedProperties.add(prop);
          cxt.ok(valid);
        }
        function hasDefault(prop) {
          return it.opts.useDefaults && !it.compositeRule && schema[prop].default !== void 0;
        }
        __name(hasDefault, "hasDefault");
        function applyPropertySchema(prop) {
          cxt.subschema({
            keyword: "properties",
            schemaProp: prop,
            dataProp: prop
          }, valid);
        }
        __name(applyPropertySchema, "applyPropertySchema");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/patternProperties.js
var require_patternProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/patternProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var util_2 = require_util();
    var def = {
      keyword: "patternProperties",
      type: "object",
      schemaType: "object",
      code(cxt) {
        const { gen, schema, data, parentSchema, it } = cxt;
        const { opts } = it;
        const patterns = (0, code_1.allSchemaProperties)(schema);
        const alwaysValidPatterns = patterns.filter((p) => (0, util_1.alwaysValidSchema)(it, schema[p]));
        if (patterns.length === 0 || alwaysValidPatterns.length === patterns.length && (!it.opts.unevaluated || it.props === true)) {
          return;
        }
        const checkProperties = opts.strictSchema && !opts.allowMatchingProperties && parentSchema.properties;
        const valid = gen.name("valid");
        if (it.props !== true && !(it.props instanceof codegen_1.Name)) {
          it.props = (0, util_2.evaluatedPropsToName)(gen, it.props);
        }
        const { props } = it;
        validatePatternProperties();
        function validatePatternProperties() {
          for (const pat of patterns) {
            if (checkProperties)
              checkMatchingProperties(pat);
            if (it.allErrors) {
              validateProperties(pat);
            } else {
              gen.var(valid, true);
              validateProperties(pat);
              gen.if(valid);
            }
          }
        }
        __name(validatePatternProperties, "validatePatternProperties");
        function checkMatchingProperties(pat) {
          for (const prop in checkProperties) {
            if (new RegExp(pat).test(prop)) {
              (0, util_1.checkStrictMode)(it, `property ${prop} matches pattern ${pat} (use allowMatchingProperties)`);
            }
          }
        }
        __name(checkMatchingProperties, "checkMatchingProperties");
        function validateProperties(pat) {
          gen.forIn("key", data, (key) => {
            gen.if((0, codegen_1._)`${(0, code_1.usePattern)(cxt, pat)}.test(${key})`, () => {
              const alwaysValid = alwaysValidPatterns.includes(pat);
              if (!alwaysValid) {
                cxt.subschema({
                  keyword: "patternProperties",
                  schemaProp: pat,
                  dataProp: key,
                  dataPropType: util_2.Type.Str
                }, valid);
              }
              if (it.opts.unevaluated && props !== true) {
                gen.assign((0, codegen_1._)`${props}[${key}]`, true);
              } else if (!alwaysValid && !it.allErrors) {
                gen.if((0, codegen_1.not)(valid), () => gen.break());
              }
            });
          });
        }
        __name(validateProperties, "validateProperties");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/not.js
var require_not = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/not.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: "not",
      schemaType: ["object", "boolean"],
      trackErrors: true,
      code(cxt) {
        const { gen, schema, it } = cxt;
        if ((0, util_1.alwaysValidSchema)(it, schema)) {
          cxt.fail();
          return;
        }
        const valid = gen.name("valid");
        cxt.subschema({
          keyword: "not",
          compositeRule: true,
          createErrors: false,
          allErrors: false
        }, valid);
        cxt.failResult(valid, () => cxt.reset(), () => cxt.error());
      },
      error: { message: "must NOT be valid" }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/anyOf.js
var require_anyOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/anyOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var def = {
      keyword: "anyOf",
      schemaType: "array",
      trackErrors: true,
      code: code_1.validateUnion,
      error: { message: "must match a schema in anyOf" }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/oneOf.js
var require_oneOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/oneOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: "must match exactly one schema in oneOf",
      params: /* @__PURE__ */ __name(({ params }) => (0, codegen_1._)`{passingSchemas: ${params.passing}}`, "params")
    };
    var def = {
      keyword: "oneOf",
      schemaType: "array",
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, it } = cxt;
        if (!Array.isArray(schema))
          throw new Error("ajv implementation error");
        if (it.opts.discriminator && parentSchema.discriminator)
          return;
        const schArr = schema;
        const valid = gen.let("valid", false);
        const passing = gen.let("passing", null);
        const schValid = gen.name("_valid");
        cxt.setParams({ passing });
        gen.block(validateOneOf);
        cxt.result(valid, () => cxt.reset(), () => cxt.error(true));
        function validateOneOf() {
          schArr.forEach((sch, i) => {
            let schCxt;
            if ((0, util_1.alwaysValidSchema)(it, sch)) {
              gen.var(schValid, true);
            } else {
              schCxt = cxt.subschema({
                keyword: "oneOf",
                schemaProp: i,
                compositeRule: true
              }, schValid);
            }
            if (i > 0) {
              gen.if((0, codegen_1._)`${schValid} && ${valid}`).assign(valid, false).assign(passing, (0, codegen_1._)`[${passing}, ${i}]`).else();
            }
            gen.if(schValid, () => {
              gen.assign(valid, true);
              gen.assign(passing, i);
              if (schCxt)
                cxt.mergeEvaluated(schCxt, codegen_1.Name);
            });
          });
        }
        __name(validateOneOf, "validateOneOf");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/allOf.js
var require_allOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/allOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: "allOf",
      schemaType: "array",
      code(cxt) {
        const { gen, schema, it } = cxt;
        if (!Array.isArray(schema))
          throw new Error("ajv implementation error");
        const valid = gen.name("valid");
        schema.forEach((sch, i) => {
          if ((0, util_1.alwaysValidSchema)(it, sch))
            return;
          const schCxt = cxt.subschema({ keyword: "allOf", schemaProp: i }, valid);
          cxt.ok(valid);
          cxt.mergeEvaluated(schCxt);
        });
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/if.js
var require_if = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/if.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params }) => (0, codegen_1.str)`must match "${params.ifClause}" schema`, "message"),
      params: /* @__PURE__ */ __name(({ params }) => (0, codegen_1._)`{failingKeyword: ${params.ifClause}}`, "params")
    };
    var def = {
      keyword: "if",
      schemaType: ["object", "boolean"],
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, parentSchema, it } = cxt;
        if (parentSchema.then === void 0 && parentSchema.else === void 0) {
          (0, util_1.checkStrictMode)(it, '"if" without "then" and "else" is ignored');
        }
        const hasThen = hasSchema(it, "then");
        const hasElse = hasSchema(it, "else");
        if (!hasThen && !hasElse)
          return;
        const valid = gen.let("valid", true);
        const schValid = gen.name("_valid");
        validateIf();
        cxt.reset();
        if (hasThen && hasElse) {
          const ifClause = gen.let("ifClause");
          cxt.setParams({ ifClause });
          gen.if(schValid, validateClause("then", ifClause), validateClause("else", ifClause));
        } else if (hasThen) {
          gen.if(schValid, validateClause("then"));
        } else {
          gen.if((0, codegen_1.not)(schValid), validateClause("else"));
        }
        cxt.pass(valid, () => cxt.error(true));
        function validateIf() {
          const schCxt = cxt.subschema({
            keyword: "if",
            compositeRule: true,
            createErrors: false,
            allErrors: false
          }, schValid);
          cxt.mergeEvaluated(schCxt);
        }
        __name(validateIf, "validateIf");
        function validateClause(keyword, ifClause) {
          return () => {
            const schCxt = cxt.subschema({ keyword }, schValid);
            gen.assign(valid, schValid);
            cxt.mergeValidEvaluated(schCxt, valid);
            if (ifClause)
              gen.assign(ifClause, (0, codegen_1._)`${keyword}`);
            else
              cxt.setParams({ ifClause: keyword });
          };
        }
        __name(validateClause, "validateClause");
      }
    };
    function hasSchema(it, keyword) {
      const schema = it.schema[keyword];
      return schema !== void 0 && !(0, util_1.alwaysValidSchema)(it, schema);
    }
    __name(hasSchema, "hasSchema");
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/thenElse.js
var require_thenElse = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/thenElse.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: ["then", "else"],
      schemaType: ["object", "boolean"],
      code({ keyword, parentSchema, it }) {
        if (parentSchema.if === void 0)
          (0, util_1.checkStrictMode)(it, `"${keyword}" without "if" is ignored`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/index.js
var require_applicator = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var additionalItems_1 = require_additionalItems();
    var prefixItems_1 = require_prefixItems();
    var items_1 = require_items();
    var items2020_1 = require_items2020();
    var contains_1 = require_contains();
    var dependencies_1 = require_dependencies();
    var propertyNames_1 = require_propertyNames();
    var additionalProperties_1 = require_additionalProperties();
    var properties_1 = require_properties();
    var patternProperties_1 = require_patternProperties();
    var not_1 = require_not();
    var anyOf_1 = require_anyOf();
    var oneOf_1 = require_oneOf();
    var allOf_1 = require_allOf();
    var if_1 = require_if();
    var thenElse_1 = require_thenElse();
    function getApplicator(draft2020 = false) {
      const applicator = [
        // any
        not_1.default,
        anyOf_1.default,
        oneOf_1.default,
        allOf_1.default,
        if_1.default,
        thenElse_1.default,
        // object
        propertyNames_1.default,
        additionalProperties_1.default,
        dependencies_1.default,
        properties_1.default,
        patternProperties_1.default
      ];
      if (draft2020)
        applicator.push(prefixItems_1.default, items2020_1.default);
      else
        applicator.push(additionalItems_1.default, items_1.default);
      applicator.push(contains_1.default);
      return applicator;
    }
    __name(getApplicator, "getApplicator");
    exports.default = getApplicator;
  }
});

// node_modules/ajv/dist/vocabularies/dynamic/dynamicAnchor.js
var require_dynamicAnchor = __commonJS({
  "node_modules/ajv/dist/vocabularies/dynamic/dynamicAnchor.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.dynamicAnchor = void 0;
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var compile_1 = require_compile();
    var ref_1 = require_ref();
    var def = {
      keyword: "$dynamicAnchor",
      schemaType: "string",
      code: /* @__PURE__ */ __name((cxt) => dynamicAnchor(cxt, cxt.schema), "code")
    };
    function dynamicAnchor(cxt, anchor) {
      const { gen, it } = cxt;
      it.schemaEnv.root.dynamicAnchors[anchor] = true;
      const v = (0, codegen_1._)`${names_1.default.dynamicAnchors}${(0, codegen_1.getProperty)(anchor)}`;
      const validate = it.errSchemaPath === "#" ? it.validateName : _getValidate(cxt);
      gen.if((0, codegen_1._)`!${v}`, () => gen.assign(v, validate));
    }
    __name(dynamicAnchor, "dynamicAnchor");
    exports.dynamicAnchor = dynamicAnchor;
    function _getValidate(cxt) {
      const { schemaEnv, schema, self } = cxt.it;
      const { root, baseId, localRefs, meta } = schemaEnv.root;
      const { schemaId } = self.opts;
      const sch = new compile_1.SchemaEnv({ schema, schemaId, root, baseId, localRefs, meta });
      compile_1.compileSchema.call(self, sch);
      return (0, ref_1.getValidate)(cxt, sch);
    }
    __name(_getValidate, "_getValidate");
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/dynamic/dynamicRef.js
var require_dynamicRef = __commonJS({
  "node_modules/ajv/dist/vocabularies/dynamic/dynamicRef.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.dynamicRef = void 0;
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var ref_1 = require_ref();
    var def = {
      keyword: "$dynamicRef",
      schemaType: "string",
      code: /* @__PURE__ */ __name((cxt) => dynamicRef(cxt, cxt.schema), "code")
    };
    function dynamicRef(cxt, ref) {
      const { gen, keyword, it } = cxt;
      if (ref[0] !== "#")
        throw new Error(`"${keyword}" only supports hash fragment reference`);
      const anchor = ref.slice(1);
      if (it.allErrors) {
        _dynamicRef();
      } else {
        const valid = gen.let("valid", false);
        _dynamicRef(valid);
        cxt.ok(valid);
      }
      function _dynamicRef(valid) {
        if (it.schemaEnv.root.dynamicAnchors[anchor]) {
          const v = gen.let("_v", (0, codegen_1._)`${names_1.default.dynamicAnchors}${(0, codegen_1.getProperty)(anchor)}`);
          gen.if(v, _callRef(v, valid), _callRef(it.validateName, valid));
        } else {
          _callRef(it.validateName, valid)();
        }
      }
      __name(_dynamicRef, "_dynamicRef");
      function _callRef(validate, valid) {
        return valid ? () => gen.block(() => {
          (0, ref_1.callRef)(cxt, validate);
          gen.let(valid, true);
        }) : () => (0, ref_1.callRef)(cxt, validate);
      }
      __name(_callRef, "_callRef");
    }
    __name(dynamicRef, "dynamicRef");
    exports.dynamicRef = dynamicRef;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/dynamic/recursiveAnchor.js
var require_recursiveAnchor = __commonJS({
  "node_modules/ajv/dist/vocabularies/dynamic/recursiveAnchor.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dynamicAnchor_1 = require_dynamicAnchor();
    var util_1 = require_util();
    var def = {
      keyword: "$recursiveAnchor",
      schemaType: "boolean",
      code(cxt) {
        if (cxt.schema)
          (0, dynamicAnchor_1.dynamicAnchor)(cxt, "");
        else
          (0, util_1.checkStrictMode)(cxt.it, "$recursiveAnchor: false is ignored");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/dynamic/recursiveRef.js
var require_recursiveRef = __commonJS({
  "node_modules/ajv/dist/vocabularies/dynamic/recursiveRef.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dynamicRef_1 = require_dynamicRef();
    var def = {
      keyword: "$recursiveRef",
      schemaType: "string",
      code: /* @__PURE__ */ __name((cxt) => (0, dynamicRef_1.dynamicRef)(cxt, cxt.schema), "code")
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/dynamic/index.js
var require_dynamic = __commonJS({
  "node_modules/ajv/dist/vocabularies/dynamic/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dynamicAnchor_1 = require_dynamicAnchor();
    var dynamicRef_1 = require_dynamicRef();
    var recursiveAnchor_1 = require_recursiveAnchor();
    var recursiveRef_1 = require_recursiveRef();
    var dynamic = [dynamicAnchor_1.default, dynamicRef_1.default, recursiveAnchor_1.default, recursiveRef_1.default];
    exports.default = dynamic;
  }
});

// node_modules/ajv/dist/vocabularies/validation/dependentRequired.js
var require_dependentRequired = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/dependentRequired.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dependencies_1 = require_dependencies();
    var def = {
      keyword: "dependentRequired",
      type: "object",
      schemaType: "object",
      error: dependencies_1.error,
      code: /* @__PURE__ */ __name((cxt) => (0, dependencies_1.validatePropertyDeps)(cxt), "code")
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/dependentSchemas.js
var require_dependentSchemas = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/dependentSchemas.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dependencies_1 = require_dependencies();
    var def = {
      keyword: "dependentSchemas",
      type: "object",
      schemaType: "object",
      code: /* @__PURE__ */ __name((cxt) => (0, dependencies_1.validateSchemaDeps)(cxt), "code")
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitContains.js
var require_limitContains = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitContains.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: ["maxContains", "minContains"],
      type: "array",
      schemaType: "number",
      code({ keyword, parentSchema, it }) {
        if (parentSchema.contains === void 0) {
          (0, util_1.checkStrictMode)(it, `"${keyword}" without "contains" is ignored`);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/next.js
var require_next = __commonJS({
  "node_modules/ajv/dist/vocabularies/next.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dependentRequired_1 = require_dependentRequired();
    var dependentSchemas_1 = require_dependentSchemas();
    var limitContains_1 = require_limitContains();
    var next = [dependentRequired_1.default, dependentSchemas_1.default, limitContains_1.default];
    exports.default = next;
  }
});

// node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedProperties.js
var require_unevaluatedProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var names_1 = require_names();
    var error = {
      message: "must NOT have unevaluated properties",
      params: /* @__PURE__ */ __name(({ params }) => (0, codegen_1._)`{unevaluatedProperty: ${params.unevaluatedProperty}}`, "params")
    };
    var def = {
      keyword: "unevaluatedProperties",
      type: "object",
      schemaType: ["boolean", "object"],
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, data, errsCount, it } = cxt;
        if (!errsCount)
          throw new Error("ajv implementation error");
        const { allErrors, props } = it;
        if (props instanceof codegen_1.Name) {
          gen.if((0, codegen_1._)`${props} !== true`, () => gen.forIn("key", data, (key) => gen.if(unevaluatedDynamic(props, key), () => unevaluatedPropCode(key))));
        } else if (props !== true) {
          gen.forIn("key", data, (key) => props === void 0 ? unevaluatedPropCode(key) : gen.if(unevaluatedStatic(props, key), () => unevaluatedPropCode(key)));
        }
        it.props = true;
        cxt.ok((0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
        function unevaluatedPropCode(key) {
          if (schema === false) {
            cxt.setParams({ unevaluatedProperty: key });
            cxt.error();
            if (!allErrors)
              gen.break();
            return;
          }
          if (!(0, util_1.alwaysValidSchema)(it, schema)) {
            const valid = gen.name("valid");
            cxt.subschema({
              keyword: "unevaluatedProperties",
              dataProp: key,
              dataPropType: util_1.Type.Str
            }, valid);
            if (!allErrors)
              gen.if((0, codegen_1.not)(valid), () => gen.break());
          }
        }
        __name(unevaluatedPropCode, "unevaluatedPropCode");
        function unevaluatedDynamic(evaluatedProps, key) {
          return (0, codegen_1._)`!${evaluatedProps} || !${evaluatedProps}[${key}]`;
        }
        __name(unevaluatedDynamic, "unevaluatedDynamic");
        function unevaluatedStatic(evaluatedProps, key) {
          const ps = [];
          for (const p in evaluatedProps) {
            if (evaluatedProps[p] === true)
              ps.push((0, codegen_1._)`${key} !== ${p}`);
          }
          return (0, codegen_1.and)(...ps);
        }
        __name(unevaluatedStatic, "unevaluatedStatic");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedItems.js
var require_unevaluatedItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`, "message"),
      params: /* @__PURE__ */ __name(({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`, "params")
    };
    var def = {
      keyword: "unevaluatedItems",
      type: "array",
      schemaType: ["boolean", "object"],
      error,
      code(cxt) {
        const { gen, schema, data, it } = cxt;
        const items = it.items || 0;
        if (items === true)
          return;
        const len = gen.const("len", (0, codegen_1._)`${data}.length`);
        if (schema === false) {
          cxt.setParams({ len: items });
          cxt.fail((0, codegen_1._)`${len} > ${items}`);
        } else if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
          const valid = gen.var("valid", (0, codegen_1._)`${len} <= ${items}`);
          gen.if((0, codegen_1.not)(valid), () => validateItems(valid, items));
          cxt.ok(valid);
        }
        it.items = true;
        function validateItems(valid, from) {
          gen.forRange("i", from, len, (i) => {
            cxt.subschema({ keyword: "unevaluatedItems", dataProp: i, dataPropType: util_1.Type.Num }, valid);
            if (!it.allErrors)
              gen.if((0, codegen_1.not)(valid), () => gen.break());
          });
        }
        __name(validateItems, "validateItems");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/unevaluated/index.js
var require_unevaluated = __commonJS({
  "node_modules/ajv/dist/vocabularies/unevaluated/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var unevaluatedProperties_1 = require_unevaluatedProperties();
    var unevaluatedItems_1 = require_unevaluatedItems();
    var unevaluated = [unevaluatedProperties_1.default, unevaluatedItems_1.default];
    exports.default = unevaluated;
  }
});

// node_modules/ajv/dist/vocabularies/format/format.js
var require_format = __commonJS({
  "node_modules/ajv/dist/vocabularies/format/format.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1.str)`must match format "${schemaCode}"`, "message"),
      params: /* @__PURE__ */ __name(({ schemaCode }) => (0, codegen_1._)`{format: ${schemaCode}}`, "params")
    };
    var def = {
      keyword: "format",
      type: ["number", "string"],
      schemaType: "string",
      $data: true,
      error,
      code(cxt, ruleType) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        const { opts, errSchemaPath, schemaEnv, self } = it;
        if (!opts.validateFormats)
          return;
        if ($data)
          validate$DataFormat();
        else
          validateFormat();
        function validate$DataFormat() {
          const fmts = gen.scopeValue("formats", {
            ref: self.formats,
            code: opts.code.formats
          });
          const fDef = gen.const("fDef", (0, codegen_1._)`${fmts}[${schemaCode}]`);
          const fType = gen.let("fType");
          const format = gen.let("format");
          gen.if((0, codegen_1._)`typeof ${fDef} == "object" && !(${fDef} instanceof RegExp)`, () => gen.assign(fType, (0, codegen_1._)`${fDef}.type || "string"`).assign(format, (0, codegen_1._)`${fDef}.validate`), () => gen.assign(fType, (0, codegen_1._)`"string"`).assign(format, fDef));
          cxt.fail$data((0, codegen_1.or)(unknownFmt(), invalidFmt()));
          function unknownFmt() {
            if (opts.strictSchema === false)
              return codegen_1.nil;
            return (0, codegen_1._)`${schemaCode} && !${format}`;
          }
          __name(unknownFmt, "unknownFmt");
          function invalidFmt() {
            const callFormat = schemaEnv.$async ? (0, codegen_1._)`(${fDef}.async ? await ${format}(${data}) : ${format}(${data}))` : (0, codegen_1._)`${format}(${data})`;
            const validData = (0, codegen_1._)`(typeof ${format} == "function" ? ${callFormat} : ${format}.test(${data}))`;
            return (0, codegen_1._)`${format} && ${format} !== true && ${fType} === ${ruleType} && !${validData}`;
          }
          __name(invalidFmt, "invalidFmt");
        }
        __name(validate$DataFormat, "validate$DataFormat");
        function validateFormat() {
          const formatDef = self.formats[schema];
          if (!formatDef) {
            unknownFormat();
            return;
          }
          if (formatDef === true)
            return;
          const [fmtType, format, fmtRef] = getFormat(formatDef);
          if (fmtType === ruleType)
            cxt.pass(validCondition());
          function unknownFormat() {
            if (opts.strictSchema === false) {
              self.logger.warn(unknownMsg());
              return;
            }
            throw new Error(unknownMsg());
            function unknownMsg() {
              return `unknown format "${schema}" ignored in schema at path "${errSchemaPath}"`;
            }
            __name(unknownMsg, "unknownMsg");
          }
          __name(unknownFormat, "unknownFormat");
          function getFormat(fmtDef) {
            const code = fmtDef instanceof RegExp ? (0, codegen_1.regexpCode)(fmtDef) : opts.code.formats ? (0, codegen_1._)`${opts.code.formats}${(0, codegen_1.getProperty)(schema)}` : void 0;
            const fmt = gen.scopeValue("formats", { key: schema, ref: fmtDef, code });
            if (typeof fmtDef == "object" && !(fmtDef instanceof RegExp)) {
              return [fmtDef.type || "string", fmtDef.validate, (0, codegen_1._)`${fmt}.validate`];
            }
            return ["string", fmtDef, fmt];
          }
          __name(getFormat, "getFormat");
          function validCondition() {
            if (typeof formatDef == "object" && !(formatDef instanceof RegExp) && formatDef.async) {
              if (!schemaEnv.$async)
                throw new Error("async format in sync schema");
              return (0, codegen_1._)`await ${fmtRef}(${data})`;
            }
            return typeof format == "function" ? (0, codegen_1._)`${fmtRef}(${data})` : (0, codegen_1._)`${fmtRef}.test(${data})`;
          }
          __name(validCondition, "validCondition");
        }
        __name(validateFormat, "validateFormat");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/format/index.js
var require_format2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/format/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var format_1 = require_format();
    var format = [format_1.default];
    exports.default = format;
  }
});

// node_modules/ajv/dist/vocabularies/metadata.js
var require_metadata = __commonJS({
  "node_modules/ajv/dist/vocabularies/metadata.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.contentVocabulary = exports.metadataVocabulary = void 0;
    exports.metadataVocabulary = [
      "title",
      "description",
      "default",
      "deprecated",
      "readOnly",
      "writeOnly",
      "examples"
    ];
    exports.contentVocabulary = [
      "contentMediaType",
      "contentEncoding",
      "contentSchema"
    ];
  }
});

// node_modules/ajv/dist/vocabularies/draft2020.js
var require_draft2020 = __commonJS({
  "node_modules/ajv/dist/vocabularies/draft2020.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var core_1 = require_core2();
    var validation_1 = require_validation();
    var applicator_1 = require_applicator();
    var dynamic_1 = require_dynamic();
    var next_1 = require_next();
    var unevaluated_1 = require_unevaluated();
    var format_1 = require_format2();
    var metadata_1 = require_metadata();
    var draft2020Vocabularies = [
      dynamic_1.default,
      core_1.default,
      validation_1.default,
      (0, applicator_1.default)(true),
      format_1.default,
      metadata_1.metadataVocabulary,
      metadata_1.contentVocabulary,
      next_1.default,
      unevaluated_1.default
    ];
    exports.default = draft2020Vocabularies;
  }
});

// node_modules/ajv/dist/vocabularies/discriminator/types.js
var require_types = __commonJS({
  "node_modules/ajv/dist/vocabularies/discriminator/types.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.DiscrError = void 0;
    var DiscrError;
    (function(DiscrError2) {
      DiscrError2["Tag"] = "tag";
      DiscrError2["Mapping"] = "mapping";
    })(DiscrError || (exports.DiscrError = DiscrError = {}));
  }
});

// node_modules/ajv/dist/vocabularies/discriminator/index.js
var require_discriminator = __commonJS({
  "node_modules/ajv/dist/vocabularies/discriminator/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var types_1 = require_types();
    var compile_1 = require_compile();
    var ref_error_1 = require_ref_error();
    var util_1 = require_util();
    var error = {
      message: /* @__PURE__ */ __name(({ params: { discrError, tagName } }) => discrError === types_1.DiscrError.Tag ? `tag "${tagName}" must be string` : `value of tag "${tagName}" must be in oneOf`, "message"),
      params: /* @__PURE__ */ __name(({ params: { discrError, tag, tagName } }) => (0, codegen_1._)`{error: ${discrError}, tag: ${tagName}, tagValue: ${tag}}`, "params")
    };
    var def = {
      keyword: "discriminator",
      type: "object",
      schemaType: "object",
      error,
      code(cxt) {
        const { gen, data, schema, parentSchema, it } = cxt;
        const { oneOf } = parentSchema;
        if (!it.opts.discriminator) {
          throw new Error("discriminator: requires discriminator option");
        }
        const tagName = schema.propertyName;
        if (typeof tagName != "string")
          throw new Error("discriminator: requires propertyName");
        if (schema.mapping)
          throw new Error("discriminator: mapping is not supported");
        if (!oneOf)
          throw new Error("discriminator: requires oneOf keyword");
        const valid = gen.let("valid", false);
        const tag = gen.const("tag", (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(tagName)}`);
        gen.if((0, codegen_1._)`typeof ${tag} == "string"`, () => validateMapping(), () => cxt.error(false, { discrError: types_1.DiscrError.Tag, tag, tagName }));
        cxt.ok(valid);
        function validateMapping() {
          const mapping = getMapping();
          gen.if(false);
          for (const tagValue in mapping) {
            gen.elseIf((0, codegen_1._)`${tag} === ${tagValue}`);
            gen.assign(valid, applyTagSchema(mapping[tagValue]));
          }
          gen.else();
          cxt.error(false, { discrError: types_1.DiscrError.Mapping, tag, tagName });
          gen.endIf();
        }
        __name(validateMapping, "validateMapping");
        function applyTagSchema(schemaProp) {
          const _valid = gen.name("valid");
          const schCxt = cxt.subschema({ keyword: "oneOf", schemaProp }, _valid);
          cxt.mergeEvaluated(schCxt, codegen_1.Name);
          return _valid;
        }
        __name(applyTagSchema, "applyTagSchema");
        function getMapping() {
          var _a;
          const oneOfMapping = {};
          const topRequired = hasRequired(parentSchema);
          let tagRequired = true;
          for (let i = 0; i < oneOf.length; i++) {
            let sch = oneOf[i];
            if ((sch === null || sch === void 0 ? void 0 : sch.$ref) && !(0, util_1.schemaHasRulesButRef)(sch, it.self.RULES)) {
              const ref = sch.$ref;
              sch = compile_1.resolveRef.call(it.self, it.schemaEnv.root, it.baseId, ref);
              if (sch instanceof compile_1.SchemaEnv)
                sch = sch.schema;
              if (sch === void 0)
                throw new ref_error_1.default(it.opts.uriResolver, it.baseId, ref);
            }
            const propSch = (_a = sch === null || sch === void 0 ? void 0 : sch.properties) === null || _a === void 0 ? void 0 : _a[tagName];
            if (typeof propSch != "object") {
              throw new Error(`discriminator: oneOf subschemas (or referenced schemas) must have "properties/${tagName}"`);
            }
            tagRequired = tagRequired && (topRequired || hasRequired(sch));
            addMappings(propSch, i);
          }
          if (!tagRequired)
            throw new Error(`discriminator: "${tagName}" must be required`);
          return oneOfMapping;
          function hasRequired({ required }) {
            return Array.isArray(required) && required.includes(tagName);
          }
          __name(hasRequired, "hasRequired");
          function addMappings(sch, i) {
            if (sch.const) {
              addMapping(sch.const, i);
            } else if (sch.enum) {
              for (const tagValue of sch.enum) {
                addMapping(tagValue, i);
              }
            } else {
              throw new Error(`discriminator: "properties/${tagName}" must have "const" or "enum"`);
            }
          }
          __name(addMappings, "addMappings");
          function addMapping(tagValue, i) {
            if (typeof tagValue != "string" || tagValue in oneOfMapping) {
              throw new Error(`discriminator: "${tagName}" values must be unique strings`);
            }
            oneOfMapping[tagValue] = i;
          }
          __name(addMapping, "addMapping");
        }
        __name(getMapping, "getMapping");
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/schema.json
var require_schema = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/schema.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/schema",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/core": true,
        "https://json-schema.org/draft/2020-12/vocab/applicator": true,
        "https://json-schema.org/draft/2020-12/vocab/unevaluated": true,
        "https://json-schema.org/draft/2020-12/vocab/validation": true,
        "https://json-schema.org/draft/2020-12/vocab/meta-data": true,
        "https://json-schema.org/draft/2020-12/vocab/format-annotation": true,
        "https://json-schema.org/draft/2020-12/vocab/content": true
      },
      $dynamicAnchor: "meta",
      title: "Core and Validation specifications meta-schema",
      allOf: [
        { $ref: "meta/core" },
        { $ref: "meta/applicator" },
        { $ref: "meta/unevaluated" },
        { $ref: "meta/validation" },
        { $ref: "meta/meta-data" },
        { $ref: "meta/format-annotation" },
        { $ref: "meta/content" }
      ],
      type: ["object", "boolean"],
      $comment: "This meta-schema also defines keywords that have appeared in previous drafts in order to prevent incompatible extensions as they remain in common use.",
      properties: {
        definitions: {
          $comment: '"definitions" has been replaced by "$defs".',
          type: "object",
          additionalProperties: { $dynamicRef: "#meta" },
          deprecated: true,
          default: {}
        },
        dependencies: {
          $comment: '"dependencies" has been split and replaced by "dependentSchemas" and "dependentRequired" in order to serve their differing semantics.',
          type: "object",
          additionalProperties: {
            anyOf: [{ $dynamicRef: "#meta" }, { $ref: "meta/validation#/$defs/stringArray" }]
          },
          deprecated: true,
          default: {}
        },
        $recursiveAnchor: {
          $comment: '"$recursiveAnchor" has been replaced by "$dynamicAnchor".',
          $ref: "meta/core#/$defs/anchorString",
          deprecated: true
        },
        $recursiveRef: {
          $comment: '"$recursiveRef" has been replaced by "$dynamicRef".',
          $ref: "meta/core#/$defs/uriReferenceString",
          deprecated: true
        }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/applicator.json
var require_applicator2 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/applicator.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/applicator",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/applicator": true
      },
      $dynamicAnchor: "meta",
      title: "Applicator vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        prefixItems: { $ref: "#/$defs/schemaArray" },
        items: { $dynamicRef: "#meta" },
        contains: { $dynamicRef: "#meta" },
        additionalProperties: { $dynamicRef: "#meta" },
        properties: {
          type: "object",
          additionalProperties: { $dynamicRef: "#meta" },
          default: {}
        },
        patternProperties: {
          type: "object",
          additionalProperties: { $dynamicRef: "#meta" },
          propertyNames: { format: "regex" },
          default: {}
        },
        dependentSchemas: {
          type: "object",
          additionalProperties: { $dynamicRef: "#meta" },
          default: {}
        },
        propertyNames: { $dynamicRef: "#meta" },
        if: { $dynamicRef: "#meta" },
        then: { $dynamicRef: "#meta" },
        else: { $dynamicRef: "#meta" },
        allOf: { $ref: "#/$defs/schemaArray" },
        anyOf: { $ref: "#/$defs/schemaArray" },
        oneOf: { $ref: "#/$defs/schemaArray" },
        not: { $dynamicRef: "#meta" }
      },
      $defs: {
        schemaArray: {
          type: "array",
          minItems: 1,
          items: { $dynamicRef: "#meta" }
        }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json
var require_unevaluated2 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/unevaluated",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/unevaluated": true
      },
      $dynamicAnchor: "meta",
      title: "Unevaluated applicator vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        unevaluatedItems: { $dynamicRef: "#meta" },
        unevaluatedProperties: { $dynamicRef: "#meta" }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/content.json
var require_content = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/content.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/content",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/content": true
      },
      $dynamicAnchor: "meta",
      title: "Content vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        contentEncoding: { type: "string" },
        contentMediaType: { type: "string" },
        contentSchema: { $dynamicRef: "#meta" }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/core.json
var require_core3 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/core.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/core",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/core": true
      },
      $dynamicAnchor: "meta",
      title: "Core vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        $id: {
          $ref: "#/$defs/uriReferenceString",
          $comment: "Non-empty fragments not allowed.",
          pattern: "^[^#]*#?$"
        },
        $schema: { $ref: "#/$defs/uriString" },
        $ref: { $ref: "#/$defs/uriReferenceString" },
        $anchor: { $ref: "#/$defs/anchorString" },
        $dynamicRef: { $ref: "#/$defs/uriReferenceString" },
        $dynamicAnchor: { $ref: "#/$defs/anchorString" },
        $vocabulary: {
          type: "object",
          propertyNames: { $ref: "#/$defs/uriString" },
          additionalProperties: {
            type: "boolean"
          }
        },
        $comment: {
          type: "string"
        },
        $defs: {
          type: "object",
          additionalProperties: { $dynamicRef: "#meta" }
        }
      },
      $defs: {
        anchorString: {
          type: "string",
          pattern: "^[A-Za-z_][-A-Za-z0-9._]*$"
        },
        uriString: {
          type: "string",
          format: "uri"
        },
        uriReferenceString: {
          type: "string",
          format: "uri-reference"
        }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json
var require_format_annotation = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/format-annotation",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/format-annotation": true
      },
      $dynamicAnchor: "meta",
      title: "Format vocabulary meta-schema for annotation results",
      type: ["object", "boolean"],
      properties: {
        format: { type: "string" }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/meta-data.json
var require_meta_data = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/meta-data.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/meta-data",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/meta-data": true
      },
      $dynamicAnchor: "meta",
      title: "Meta-data vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        title: {
          type: "string"
        },
        description: {
          type: "string"
        },
        default: true,
        deprecated: {
          type: "boolean",
          default: false
        },
        readOnly: {
          type: "boolean",
          default: false
        },
        writeOnly: {
          type: "boolean",
          default: false
        },
        examples: {
          type: "array",
          items: true
        }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/validation.json
var require_validation2 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/meta/validation.json"(exports, module) {
    module.exports = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://json-schema.org/draft/2020-12/meta/validation",
      $vocabulary: {
        "https://json-schema.org/draft/2020-12/vocab/validation": true
      },
      $dynamicAnchor: "meta",
      title: "Validation vocabulary meta-schema",
      type: ["object", "boolean"],
      properties: {
        type: {
          anyOf: [
            { $ref: "#/$defs/simpleTypes" },
            {
              type: "array",
              items: { $ref: "#/$defs/simpleTypes" },
              minItems: 1,
              uniqueItems: true
            }
          ]
        },
        const: true,
        enum: {
          type: "array",
          items: true
        },
        multipleOf: {
          type: "number",
          exclusiveMinimum: 0
        },
        maximum: {
          type: "number"
        },
        exclusiveMaximum: {
          type: "number"
        },
        minimum: {
          type: "number"
        },
        exclusiveMinimum: {
          type: "number"
        },
        maxLength: { $ref: "#/$defs/nonNegativeInteger" },
        minLength: { $ref: "#/$defs/nonNegativeIntegerDefault0" },
        pattern: {
          type: "string",
          format: "regex"
        },
        maxItems: { $ref: "#/$defs/nonNegativeInteger" },
        minItems: { $ref: "#/$defs/nonNegativeIntegerDefault0" },
        uniqueItems: {
          type: "boolean",
          default: false
        },
        maxContains: { $ref: "#/$defs/nonNegativeInteger" },
        minContains: {
          $ref: "#/$defs/nonNegativeInteger",
          default: 1
        },
        maxProperties: { $ref: "#/$defs/nonNegativeInteger" },
        minProperties: { $ref: "#/$defs/nonNegativeIntegerDefault0" },
        required: { $ref: "#/$defs/stringArray" },
        dependentRequired: {
          type: "object",
          additionalProperties: {
            $ref: "#/$defs/stringArray"
          }
        }
      },
      $defs: {
        nonNegativeInteger: {
          type: "integer",
          minimum: 0
        },
        nonNegativeIntegerDefault0: {
          $ref: "#/$defs/nonNegativeInteger",
          default: 0
        },
        simpleTypes: {
          enum: ["array", "boolean", "integer", "null", "number", "object", "string"]
        },
        stringArray: {
          type: "array",
          items: { type: "string" },
          uniqueItems: true,
          default: []
        }
      }
    };
  }
});

// node_modules/ajv/dist/refs/json-schema-2020-12/index.js
var require_json_schema_2020_12 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-2020-12/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var metaSchema = require_schema();
    var applicator = require_applicator2();
    var unevaluated = require_unevaluated2();
    var content = require_content();
    var core = require_core3();
    var format = require_format_annotation();
    var metadata = require_meta_data();
    var validation = require_validation2();
    var META_SUPPORT_DATA = ["/properties"];
    function addMetaSchema2020($data) {
      ;
      [
        metaSchema,
        applicator,
        unevaluated,
        content,
        core,
        with$data(this, format),
        metadata,
        with$data(this, validation)
      ].forEach((sch) => this.addMetaSchema(sch, void 0, false));
      return this;
      function with$data(ajv, sch) {
        return $data ? ajv.$dataMetaSchema(sch, META_SUPPORT_DATA) : sch;
      }
      __name(with$data, "with$data");
    }
    __name(addMetaSchema2020, "addMetaSchema2020");
    exports.default = addMetaSchema2020;
  }
});

// node_modules/ajv/dist/2020.js
var require__ = __commonJS({
  "node_modules/ajv/dist/2020.js"(exports, module) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.MissingRefError = exports.ValidationError = exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = exports.Ajv2020 = void 0;
    var core_1 = require_core();
    var draft2020_1 = require_draft2020();
    var discriminator_1 = require_discriminator();
    var json_schema_2020_12_1 = require_json_schema_2020_12();
    var META_SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema";
    var Ajv20202 = class extends core_1.default {
      static {
        __name(this, "Ajv2020");
      }
      constructor(opts = {}) {
        super({
          ...opts,
          dynamicRef: true,
          next: true,
          unevaluated: true
        });
      }
      _addVocabularies() {
        super._addVocabularies();
        draft2020_1.default.forEach((v) => this.addVocabulary(v));
        if (this.opts.discriminator)
          this.addKeyword(discriminator_1.default);
      }
      _addDefaultMetaSchema() {
        super._addDefaultMetaSchema();
        const { $data, meta } = this.opts;
        if (!meta)
          return;
        json_schema_2020_12_1.default.call(this, $data);
        this.refs["http://json-schema.org/schema"] = META_SCHEMA_ID;
      }
      defaultMeta() {
        return this.opts.defaultMeta = super.defaultMeta() || (this.getSchema(META_SCHEMA_ID) ? META_SCHEMA_ID : void 0);
      }
    };
    exports.Ajv2020 = Ajv20202;
    module.exports = exports = Ajv20202;
    module.exports.Ajv2020 = Ajv20202;
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = Ajv20202;
    var validate_1 = require_validate();
    Object.defineProperty(exports, "KeywordCxt", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return validate_1.KeywordCxt;
    }, "get") });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports, "_", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1._;
    }, "get") });
    Object.defineProperty(exports, "str", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.str;
    }, "get") });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.stringify;
    }, "get") });
    Object.defineProperty(exports, "nil", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.nil;
    }, "get") });
    Object.defineProperty(exports, "Name", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.Name;
    }, "get") });
    Object.defineProperty(exports, "CodeGen", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return codegen_1.CodeGen;
    }, "get") });
    var validation_error_1 = require_validation_error();
    Object.defineProperty(exports, "ValidationError", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return validation_error_1.default;
    }, "get") });
    var ref_error_1 = require_ref_error();
    Object.defineProperty(exports, "MissingRefError", { enumerable: true, get: /* @__PURE__ */ __name(function() {
      return ref_error_1.default;
    }, "get") });
  }
});

// shared/scan/cell.ts
var CELL = {
  missing: 0,
  integer: 1,
  number: 2,
  notANumber: 3,
  infinity: 4,
  boolean: 5,
  text: 6
};
var Row = class {
  static {
    __name(this, "Row");
  }
  /** Index into the data set's files, and physical line from 1. */
  file = 0;
  line = 0;
  /** Bytes before the row in its unpacked text (JSON Lines: before its line), or rows before it in a columnar file. */
  position = 0;
  /** Whether the file gives types to its values, so that a number has no text of its own. */
  hasTypes = false;
  /** Columns of the cells. */
  names;
  /** Cells as they stand in the file, unquoted; '' where missing. */
  texts = [];
  kinds = new Uint8Array(64);
  /** The values of cells that are numbers; NaN and infinities included. */
  numbers = new Float64Array(64);
  /** Values of cells that are lists, by column. Such a cell is a text, of JSON. Readers of lists clear it for each row. */
  lists = /* @__PURE__ */ new Map();
  /** Columns whose bytes are no UTF-8: for readers that go on after them. */
  invalidUtf8 = /* @__PURE__ */ new Set();
  /** `names` may grow while rows are read. */
  constructor(names) {
    this.names = names;
  }
  /** Makes room for `width` cells; new ones are missing. */
  resize(width) {
    while (this.texts.length < width) this.texts.push("");
    this.texts.length = width;
    if (this.kinds.length < width) {
      const kinds = new Uint8Array(width * 2);
      kinds.set(this.kinds);
      this.kinds = kinds;
      const numbers = new Float64Array(width * 2);
      numbers.set(this.numbers);
      this.numbers = numbers;
    }
  }
  clear() {
    this.texts.fill("");
    this.kinds.fill(CELL.missing);
  }
  /** Puts a text whose meaning the text itself decides. */
  setText(column, text, missingValues) {
    const kind = text === "" || missingValues.has(text) ? CELL.missing : classifyText(text);
    this.texts[column] = kind === CELL.missing ? "" : text;
    this.kinds[column] = kind;
    if (isNumeric(kind)) this.numbers[column] = parseNumber(text);
  }
  /** Puts a text that its file calls text: a JSON string stays one, even when it reads like a number. */
  setString(column, text, missingValues) {
    const missing = text === "" || missingValues.has(text);
    this.texts[column] = missing ? "" : text;
    this.kinds[column] = missing ? CELL.missing : CELL.text;
  }
};
function isNumeric(kind) {
  return kind >= CELL.integer && kind <= CELL.infinity;
}
__name(isNumeric, "isNumeric");
var NUMBER = /^[ \t]*[+-]?(?:\d+(\.\d*)?|(\.\d+))([eE][+-]?\d+)?[ \t]*$/;
var NOT_A_NUMBER = /^[+-]?nan$/i;
var INFINITY = /^[+-]?inf(?:inity)?$/i;
var BOOLEAN = /^(?:true|false)$/i;
function classifyText(text) {
  const first = text.charCodeAt(0);
  if (first > 57 && !/^[inft]/i.test(text)) return CELL.text;
  const match = NUMBER.exec(text);
  if (match !== null) {
    if (!Number.isFinite(Number(text))) return CELL.infinity;
    const whole = match[1] === void 0 && match[2] === void 0 && match[3] === void 0;
    return whole ? CELL.integer : CELL.number;
  }
  if (NOT_A_NUMBER.test(text)) return CELL.notANumber;
  if (INFINITY.test(text)) return CELL.infinity;
  return BOOLEAN.test(text) ? CELL.boolean : CELL.text;
}
__name(classifyText, "classifyText");
function parseNumber(text) {
  const value = Number(text);
  if (!Number.isNaN(value)) return value;
  if (!INFINITY.test(text)) return Number.NaN;
  return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
__name(parseNumber, "parseNumber");
var DIGITS = /^[ \t]*([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?[ \t]*$/;
function bigWholeNumber(text, value) {
  if (Number.isSafeInteger(value) || !Number.isInteger(value)) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = DIGITS.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const shift = Number(exponent) - fraction.length;
  const end = digits.length + Math.min(0, shift);
  if (/[^0]/.test(digits.slice(end))) return null;
  return `${sign === "-" ? "-" : ""}${digits.slice(0, end)}${"0".repeat(Math.max(0, shift))}`;
}
__name(bigWholeNumber, "bigWholeNumber");
function formatValue(value) {
  return String(value === 0 ? 0 : value);
}
__name(formatValue, "formatValue");

// shared/scan/cell-value.ts
var MISSING = { kind: CELL.missing, text: "", number: Number.NaN };
function numberCell(value, whole, digits) {
  if (Number.isNaN(value)) return { kind: CELL.notANumber, text: "nan", number: value };
  if (!Number.isFinite(value)) {
    return { kind: CELL.infinity, text: value > 0 ? "inf" : "-inf", number: value };
  }
  const kind = whole ? CELL.integer : CELL.number;
  return { kind, text: digits ?? plainText(value), number: value };
}
__name(numberCell, "numberCell");
function booleanCell(value) {
  return { kind: CELL.boolean, text: value ? "true" : "false", number: Number.NaN };
}
__name(booleanCell, "booleanCell");
function textCell(text) {
  return text === "" ? MISSING : { kind: CELL.text, text, number: Number.NaN };
}
__name(textCell, "textCell");
function plainText(value) {
  if (Math.abs(value) < 1e21) return formatValue(value);
  return bigWholeNumber(String(value), value) ?? formatValue(value);
}
__name(plainText, "plainText");

// shared/scan/code-points.ts
function compareCodePoints(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return surrogatesLast(left) - surrogatesLast(right);
  }
  return a.length - b.length;
}
__name(compareCodePoints, "compareCodePoints");
function surrogatesLast(unit) {
  return unit >= 55296 && unit <= 57343 ? unit + 65536 : unit;
}
__name(surrogatesLast, "surrogatesLast");

// shared/scan/column-batch.ts
function lengthOfValues(values) {
  switch (values.kind) {
    case "numbers":
      return values.numbers.length;
    case "booleans":
      return values.booleans.length;
    case "texts":
      return values.texts.length;
    case "utf8":
      return values.starts.length;
  }
}
__name(lengthOfValues, "lengthOfValues");
function cellOfValues(values, at) {
  switch (values.kind) {
    case "numbers":
      return numberCell(values.numbers[at] ?? Number.NaN, values.whole, values.digits?.get(at));
    case "booleans":
      return booleanCell(values.booleans[at] === 1);
    case "texts":
      return textCell(values.texts[at] ?? "");
    case "utf8":
      return textCell(textAt(values, at));
  }
}
__name(cellOfValues, "cellOfValues");
function textAt({ bytes, starts, ends }, at) {
  return bytes.toString("utf8", starts[at], ends[at]);
}
__name(textAt, "textAt");
function presentCell(values, at, missingValues) {
  const cell = cellOfValues(values, at);
  return missingValues.size > 0 && missingValues.has(cell.text) ? MISSING : cell;
}
__name(presentCell, "presentCell");

// shared/scan/limits.ts
var LONGEST_ROW = 16 * 1024 * 1024;
var MOST_LIST_VALUES = 2 ** 20;
var SAMPLE_ROWS = 1e5;
var SAMPLE_CELLS = 8e6;
var LEAST_SAMPLE_ROWS = 1e3;
var MOST_COUNTED_TEXTS = 32768;
var MOST_COUNTED_NUMBERS = 4096;
var MOST_COUNTED_BYTES = 2 * 1024 * 1024;
var LONGEST_COUNTED_TEXT = 1024;
var FULLY_COUNTED_COLUMNS = 256;
var MOST_CONTENTS = 16384;
var MOST_ODD_CELLS = 10;
var LONGEST_ODD_TEXT = 200;

// shared/scan/hash.ts
var MASK = (1n << 64n) - 1n;
var GOLDEN = 0x9e3779b97f4a7c15n;
var ROUND = 0x9fb21c651e98df25n;
var FINISH = 0xd6e8feb86659fd93n;
function hashBytes(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength;
  let hash = BigInt(length) * GOLDEN & MASK;
  let position = 0;
  for (; length - position >= 8; position += 8) {
    hash = round(hash, view.getBigUint64(position, true));
  }
  const rest = length - position;
  if (rest >= 4) {
    const low = BigInt(view.getUint32(position, true));
    const high = BigInt(view.getUint32(length - 4, true));
    hash = round(hash, low | high << 32n);
  } else if (rest > 0) {
    const first = view.getUint8(position);
    const middle = view.getUint8(position + (rest >> 1));
    hash = round(hash, BigInt(first | middle << 8 | view.getUint8(length - 1) << 16));
  }
  hash = hash * FINISH & MASK;
  return hash ^ hash >> 32n;
}
__name(hashBytes, "hashBytes");
function round(hash, word) {
  const mixed = (hash ^ word) * ROUND & MASK;
  return mixed ^ mixed >> 32n;
}
__name(round, "round");
function saltOfColumn(name) {
  return hashBytes(new TextEncoder().encode(name));
}
__name(saltOfColumn, "saltOfColumn");
var SAMPLE_THRESHOLDS = Array.from({ length: 100 }).reduce(
  (levels) => {
    const last = levels.at(-1) ?? MASK;
    return levels.length === 0 ? [MASK] : [...levels, last - (last >> 2n)];
  },
  []
);
function sampleCapacity(columns) {
  const fitting = Math.floor(SAMPLE_CELLS / Math.max(1, columns));
  return Math.max(LEAST_SAMPLE_ROWS, Math.min(SAMPLE_ROWS, fitting));
}
__name(sampleCapacity, "sampleCapacity");
var SLOT = {
  missing: 0x7ff9000000000000n,
  notANumber: 0x7ffa000000000000n,
  false: 0x7ffb000000000000n,
  true: 0x7ffc000000000000n
};

// shared/scan/words.ts
var LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
function wordsOf(values) {
  return new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
}
__name(wordsOf, "wordsOf");
function highWord(value) {
  return Number(value >> 32n) | 0;
}
__name(highWord, "highWord");
function lowWord(value) {
  return Number(value & 0xffffffffn) | 0;
}
__name(lowWord, "lowWord");

// shared/scan/exact-sums.ts
var MOST_PENDING = 1 << 15;
var NUMBER2 = new Float64Array(1);
var WORDS = wordsOf(NUMBER2);

// shared/scan/fails-predicate.ts
function failsPredicate(predicate, kind, text, number) {
  if ((predicate.refusedKinds >> kind & 1) === 1) return true;
  if (kind === CELL.missing) return false;
  const { bounds, lengths, automaton, test } = predicate;
  if (bounds !== null && (kind === CELL.integer || kind === CELL.number)) {
    if (!(number >= bounds.min && number <= bounds.max)) return true;
  }
  if (lengths !== null && !hasLength(text, lengths.min, lengths.max)) return true;
  if (automaton !== null && !acceptsText(automaton, text)) return true;
  if (predicate.allowed !== null && !allowedTexts(predicate.allowed).has(text)) return true;
  return test !== null && !test(text, kind);
}
__name(failsPredicate, "failsPredicate");
function acceptsText(automaton, text) {
  const { classes, classCount, transitions, accepting } = automaton;
  let state = 0;
  const step = /* @__PURE__ */ __name((byte) => {
    state = transitions[state * classCount + (classes[byte] ?? 0)] ?? 0;
  }, "step");
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 128) {
      state = transitions[state * classCount + (classes[unit] ?? 0)] ?? 0;
    } else if (unit < 2048) {
      step(192 | unit >> 6);
      step(128 | unit & 63);
    } else if (unit < 55296 || unit > 57343) {
      step(224 | unit >> 12);
      step(128 | unit >> 6 & 63);
      step(128 | unit & 63);
    } else {
      const point = text.codePointAt(index) ?? 0;
      if (point < 65536) return false;
      step(240 | point >> 18);
      step(128 | point >> 12 & 63);
      step(128 | point >> 6 & 63);
      step(128 | point & 63);
      index++;
    }
  }
  return accepting[state] === 1;
}
__name(acceptsText, "acceptsText");
function hasLength(text, min, max) {
  if (text.length < min || text.length > max * 2) return false;
  if (text.length <= max && text.length >= min * 2) return true;
  let length = text.length;
  for (let index = 0; index + 1 < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 55296 || unit > 56319) continue;
    const next = text.charCodeAt(index + 1);
    if (next < 56320 || next > 57343) continue;
    length--;
    index++;
  }
  return length >= min && length <= max;
}
__name(hasLength, "hasLength");
var allowedSets = /* @__PURE__ */ new WeakMap();
function allowedTexts(allowed) {
  let texts = allowedSets.get(allowed);
  if (texts === void 0) {
    texts = new Set(allowed);
    allowedSets.set(allowed, texts);
  }
  return texts;
}
__name(allowedTexts, "allowedTexts");

// shared/scan/hasher.ts
var GOLDEN_HIGH = 2654435769 | 0;
var ROUND_HIGH = 2679250021 | 0;
var FINISH_HIGH = 3605593784 | 0;
var NUMBER3 = new Float64Array(1);
var NUMBER_WORDS = wordsOf(NUMBER3);

// shared/scan/hyper-log-log.ts
var INDEX_BITS = 14;
var REGISTERS = 1 << INDEX_BITS;
var RANKED_BITS = 64 - INDEX_BITS;
var LARGEST_RANK = RANKED_BITS + 1;
var DISTINCT_ERROR = 1.04 / Math.sqrt(REGISTERS);

// shared/scan/kernel/csv-kernel-scanner.ts
import { isUtf8 as isUtf82 } from "node:buffer";

// shared/scan/kernel/decode-row.ts
import { isUtf8 } from "node:buffer";
var QUOTE = 34;
var LINE_FEED = 10;
var CARRIAGE_RETURN = 13;
function decodeRow(bytes, delimiter, places, missingValues, row) {
  const sound = isUtf8(bytes);
  row.invalidUtf8.clear();
  row.lists.clear();
  row.resize(places.length);
  let at = 0;
  for (const place of places) {
    const quoted = bytes[at] === QUOTE;
    const start = quoted ? at + 1 : at;
    let doubled = false;
    let end = start;
    if (quoted) {
      end = bytes.indexOf(QUOTE, start);
      while (bytes[end + 1] === QUOTE) {
        doubled = true;
        end = bytes.indexOf(QUOTE, end + 2);
      }
      at = end + 2;
    } else {
      while (!endsCell(bytes[end], delimiter)) end++;
      at = end + 1;
    }
    const text = bytes.toString("utf8", start, end);
    row.setText(place, doubled ? text.replaceAll('""', '"') : text, missingValues);
    if (!sound && !isUtf8(bytes.subarray(start, end))) row.invalidUtf8.add(place);
  }
}
__name(decodeRow, "decodeRow");
function endsCell(byte, delimiter) {
  return byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === void 0;
}
__name(endsCell, "endsCell");

// shared/scan/kernel/memory-full.ts
var MemoryFull = class extends Error {
  static {
    __name(this, "MemoryFull");
  }
  constructor(options) {
    super("The memory of a kernel is full", options);
  }
};
function guardMemory(exports, work) {
  try {
    return work();
  } catch (error) {
    if (error instanceof MemoryFull || Number(exports.isMemoryFull.value) === 0) throw error;
    throw new MemoryFull({ cause: error });
  }
}
__name(guardMemory, "guardMemory");

// shared/scan/kernel/csv-kernel-scanner.ts
var FIRST_WINDOW = 1 << 18;
var SLACK = 128;
var LINE_FEED2 = 10;
var NO_LIMIT = 2147483647;
var REFUSALS = ["ragged", "text-after-quote", "row-too-long"];
var CsvKernelScanner = class {
  static {
    __name(this, "CsvKernelScanner");
  }
  #kernel;
  /** Pointers to the columns of a row's cells. */
  #cells;
  #cellsBytes;
  #window = 0;
  #capacity = 0;
  /** Bytes in the window, which begins with a row, and of the file before it. */
  #end = 0;
  #position;
  #endPosition;
  refusal = null;
  /** Throws `MemoryFull`. */
  constructor(kernel, file) {
    this.#kernel = kernel;
    this.#position = file.position ?? 0;
    this.#endPosition = file.endPosition ?? Number.POSITIVE_INFINITY;
    const { exports } = kernel;
    this.#allocate(file.windowBytes ?? FIRST_WINDOW);
    this.#cellsBytes = 4 * Math.max(1, file.places.length);
    const cells = kernel.guarded(() => exports.allocate(this.#cellsBytes)) >>> 0;
    this.#cells = cells;
    for (const [cell, place] of file.places.entries()) {
      kernel.memory.writeUInt32LE((kernel.columns[place] ?? 0) >>> 0, cells + 4 * cell);
    }
    kernel.beginFile(file.file);
    this.#takeFlaggedRows(file);
    exports.beginCsv(
      file.delimiter.charCodeAt(0),
      cells,
      file.places.length,
      file.headerRows ?? 1,
      file.line ?? 1
    );
  }
  #takeFlaggedRows({ file, delimiter, places }) {
    const kernel = this.#kernel;
    const { rules, missingValues } = kernel;
    if (rules === null) return;
    const row = new Row(kernel.names);
    row.file = file;
    kernel.onFlaggedRow = (at, length, line) => {
      row.line = line;
      row.position = this.#position + at - this.#window;
      const bytes = kernel.memory.subarray(at, at + length);
      decodeRow(bytes, delimiter.charCodeAt(0), places, missingValues, row);
      rules.onRow(row);
    };
  }
  /** Memory for the next bytes, valid until the next call of anything; `filled` tells how many came. */
  room() {
    return this.#kernel.memory.subarray(this.#window + this.#end, this.#window + this.#capacity);
  }
  filled(bytes) {
    this.#end += bytes;
    if (this.#end === this.#capacity) this.#read();
  }
  /** Whether all rows before `endPosition` are read. */
  get isDone() {
    return this.#position >= this.#endPosition;
  }
  push(chunk) {
    let taken = 0;
    while (taken < chunk.length && this.refusal === null) {
      const room = this.room();
      const part = chunk.subarray(taken, taken + room.length);
      room.set(part);
      taken += part.length;
      this.filled(part.length);
    }
  }
  /** After the last byte; the last row need not end with a line break. */
  finish() {
    if (this.#end > 0 && this.refusal === null && !this.isDone) {
      const { memory } = this.#kernel;
      if (memory[this.#window + this.#end - 1] !== LINE_FEED2) {
        memory[this.#window + this.#end++] = LINE_FEED2;
      }
      this.#read();
      if (this.#end > 0 && !this.isDone) this.refusal ??= "unclosed-quote";
    }
    if (this.refusal === "memory-full") return;
    this.#kernel.exports.release(this.#cells, this.#cellsBytes);
    this.#kernel.exports.release(this.#window, this.#capacity + SLACK);
  }
  #read() {
    try {
      this.#kernel.guarded(() => this.#readWindow());
    } catch (error) {
      if (!(error instanceof MemoryFull)) throw error;
      this.refusal = "memory-full";
    }
  }
  #readWindow() {
    const { exports } = this.#kernel;
    const limit = Math.min(NO_LIMIT, this.#endPosition - this.#position);
    const bytes = exports.findRows(this.#window, this.#end, limit);
    if (bytes > 0) {
      const { memory } = this.#kernel;
      const complete = memory.subarray(this.#window, this.#window + bytes);
      exports.setCheckUtf8(isUtf82(complete) ? 0 : 1);
      exports.readCsv(this.#window, BigInt(this.#position));
    }
    const status = Number(exports.status.value);
    if (status !== 0) this.refusal = REFUSALS[status - 1] ?? "ragged";
    if (this.refusal !== null) return;
    this.#kernel.memory.copyWithin(this.#window, this.#window + bytes, this.#window + this.#end);
    this.#end -= bytes;
    this.#position += bytes;
    if (this.#end === this.#capacity && !this.isDone) this.#grow();
  }
  #grow() {
    if (this.#end > LONGEST_ROW) {
      this.refusal = "row-too-long";
      return;
    }
    const { exports } = this.#kernel;
    const window = this.#window;
    const capacity = this.#capacity;
    this.#allocate(2 * (capacity + SLACK));
    this.#kernel.memory.copyWithin(this.#window, window, window + this.#end);
    exports.release(window, capacity + SLACK);
  }
  #allocate(bytes) {
    const kernel = this.#kernel;
    this.#window = kernel.guarded(() => kernel.exports.allocate(bytes)) >>> 0;
    this.#capacity = bytes - SLACK;
  }
};

// shared/scan/odd-cells.ts
var ODD_CELL_SORTS = [
  "text",
  "decimalComma",
  "infinity",
  "notANumber",
  "invalidUtf8"
];
function comparePlaces(a, b) {
  return a.file - b.file || a.line - b.line;
}
__name(comparePlaces, "comparePlaces");
function addOddCell(cells, text, place) {
  const last = cells[cells.length - 1];
  const follows = last === void 0 || comparePlaces(place, last) >= 0;
  if (follows && cells.length >= MOST_ODD_CELLS) return;
  const { file, line } = place;
  cells.push({ text: firstCharacters(text, LONGEST_ODD_TEXT), file, line });
  if (!follows) cells.sort(comparePlaces);
  if (cells.length > MOST_ODD_CELLS) cells.pop();
}
__name(addOddCell, "addOddCell");
function firstCharacters(text, most) {
  const start = text.slice(0, 2 * most).toWellFormed();
  return start.length <= most ? start : [...start].slice(0, most).join("");
}
__name(firstCharacters, "firstCharacters");

// shared/scan/row-sample.ts
var MISSING_HIGH = highWord(SLOT.missing);
var MISSING_LOW = lowWord(SLOT.missing);

// shared/scan/merge-samples.ts
var MISSING_HIGH2 = highWord(SLOT.missing);
var MISSING_LOW2 = lowWord(SLOT.missing);

// shared/scan/state-limits.ts
var STATE_LIMITS = {
  countedTexts: MOST_COUNTED_TEXTS,
  countedNumbers: MOST_COUNTED_NUMBERS,
  countedBytes: MOST_COUNTED_BYTES,
  countedTextBytes: LONGEST_COUNTED_TEXT,
  fullyCountedColumns: FULLY_COUNTED_COLUMNS,
  contents: MOST_CONTENTS,
  sampleRows: sampleCapacity
};
function valueLimits(limits, columns) {
  const { countedTexts, countedNumbers, countedBytes, countedTextBytes } = limits;
  const share = Math.min(1, limits.fullyCountedColumns / Math.max(1, columns));
  return {
    countedTexts: Math.floor(countedTexts * share),
    countedNumbers: Math.floor(countedNumbers * share),
    countedBytes: Math.floor(countedBytes * share),
    countedTextBytes
  };
}
__name(valueLimits, "valueLimits");

// shared/scan/kernel/scan-kernel.ts
import { isUtf8 as isUtf83 } from "node:buffer";
import { randomBytes } from "node:crypto";

// shared/web-assembly/index.ts
var { Module: WasmModule, Instance: WasmInstance } = globalThis.WebAssembly;

// shared/scan/kernel/kernel-bytes.ts
var KERNEL_BASE64 = "AGFzbQEAAAABowEZYAF/AGACf38Bf2ACf38AYAF/AX9gAAF/YAR/f39/AX9gA39/fwBgA39/fwF/YAAAYAR/f39/AGAGf39/f39/AGACf34Bf2AFf39/f38AYAJ/fwF+YAV/f3x/fwBgAn5/AX5gBH9+f38AYAV/f3x/fwF/YAN/f34AYAJ+fgBgA39/fgF/YAJ/fwF8YAV/f39/fwF/YAZ/f39/f38Bf2ABfgF/AmoGBHNjYW4Ld2F0Y2hlZENlbGwABgRzY2FuCmZsYWdnZWRSb3cABgRzY2FuCnNsb3dOdW1iZXIAFQRzY2FuCnJlcGFpclRleHQAAQRzY2FuB29kZENlbGwACQRzY2FuCWZhaWxzVGVzdAAFA1dWAw0JDgUPAQAFEAECAwIBAgYABQMHBgoIAwgGEQEBAgABEggTCQUFAggDBAQAAAAABAAGAQYEAQACAgMBFAIHAwMACwsEBwwFARYKAAoXDAAEBBgEAgcFBgEBQICABAbVA1l/AUEAC38BQQALfgFClfip+pe33puefwt+AUIAC34BQgALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfwFBAAt/AUEAC34BQgALfwFBAAt/AUEAC38BQQALfwFBBQt/AUEAC38BQQALfwFBAAt+AUIAC38BQQALfwFBAAt+AUIAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfAFEAAAAAAAAAAALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfgFCAAt+AUIAC38BQQALfgFCAAt/AUEAC38BQQALfwFBAAt/AUEBC38BQQALfwFBAAt/AUEBC38BQQALfAFEAAAAAAAAAAALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfgFCAAt/AUEAC38BQQALfwFBAAsHvAU1CWFkZENvbHVtbgBIC3RhbGx5Q29sdW1uAEcKY29sdW1uU3VtcwBZCGFsbG9jYXRlAAYMaXNNZW1vcnlGdWxsA0QHcmVsZWFzZQA/DHBvd2Vyc09mRml2ZQA7C2xpbWl0VmFsdWVzACoKc2VlZFRhYmxlcwApDHN0YXJ0TWlzc2luZwA9CmFkZE1pc3NpbmcAPgpmaXJzdFRleHRzADEQcmFpc2VTYW1wbGVMZXZlbAAdDHNhbXBsZUhhc2hlcwAwC3NhbXBsZUxldmVsA1AKc2FtcGxlUm93cwMOC3NhbXBsZVNsb3RzAC8Pc2FtcGxlVGhyZXNob2xkAw0Kc29ydFNhbXBsZQAuC3N0YXJ0U2FtcGxlAC0JY29udGVudEF0AFgMY29udGVudExldmVsA0sIY29udGVudHMDFwxjb250ZW50VGFibGUAVw9jb250ZW50VGFibGVFbmQAVhBjb250ZW50VGhyZXNob2xkAx8Nc3RhcnRDb250ZW50cwBVB2tleU5hbWUARg1rZXlOYW1lTGVuZ3RoAEUEa2V5cwMTB25hbWVLZXkARAliZWdpbkpzb24AQwhqc29uTGluZQNACmpzb25TdGF0dXMDKghyZWFkSnNvbgBCCmFkZEFsbG93ZWQAOgxuZXdQcmVkaWNhdGUAOQliZWdpbkZpbGUANwdyb3dMaW5lADYEcm93cwNMDHNldENoZWNrVXRmOAA1D3NldFJlcGFpcmVkVGV4dAA0CHNldFJ1bGVzADMLd2F0Y2hDb2x1bW4AMghiZWdpbkNzdgBMCGZpbmRSb3dzAEsOaGVhZGVyUm93c0xlZnQASgdyZWFkQ3N2AEkGc3RhdHVzAyIMY291bnRlZEZlZWRzA1gLY291bnRRdW90ZXMATgtzYXdPZGRCeXRlcwNXBm1lbW9yeQIACAEoDAEECo6aAlacAgICfgR/IABBEE0Ef0EEBUEgIABBAWtnawsiA0ECdEGACGoiACgCACIEBEAgACAEKAIANgIAIAQPCyADQQFqIQADQCAAQSBJBEAgAEECdEGACGoiBSgCACIEBEAgBSAEKAIANgIAA0AgACADSwRAQQEgAEEBayIAdCIFIARqIgYgBUEQTQR/QQQFQSAgBUEBa2drC0ECdEGACGoiBSgCADYCACAFIAY2AgAMAQsLIAQPCyAAQQFqIQAMAQsLIwUiAK1CASADrYZ8IgFCv4AEfEIQiD8ArH0iAkIAVQRAIAFC///7/w9WBH9BAQVBECACpyIDIAJCEFcbQABBAEgEfyADQABBAEgFQQALCwRAQQEkRAALCyABpyQFIAALuQICBX4EfyMCQvXKzYPXrNu38wCFIQMjOkLt3pHzlszct+QAhSEEIwJC4eSV89bs2bzsAIUhAiM6QvPK0cunjNmy9ACFIQUgAUEDdkEEaiEJA0AgCCAJSQRAQgAhBiABIAhBA3QiB2siCkEITgRAIAAgB2opAwAhBgUgCkEATgRAQQAhBwNAIAcgCkgEQCAGIAAgCEEDdGogB2oxAAAgB0EDdKyGhCEGIAdBAWohBwwBCwsgBiABrUI4hoQhBgUgAkL/AYUgAiAIIAlBA2tGGyECCwsgAyAEfCIDIARCDYmFIQQgBSAGhSIFIAJ8IgIgBUIQiYUiBSADQiCJfCIDIAVCFYmFIQUgAiAEfCICIARCEYmFIQQgAkIgiSECIAMgBoUhAyAIQQFqIQgMAQsLIAMgBIUgAoUgBYULfAICfwF+A0AgBEEFSQRAQQEgBHQiBSABIAAoAqgBcUEfcXEEQCAAKAKkASAFIAIgAxAEIAAgACkDsAFCASAErUIDhiIGhnw3A7ABIAApA7ABIAaIQv8Bg0IKUQRAIAAgACgCqAEgBUF/c3E2AqgBCwsgBEEBaiEEDAELCws5ACAAKAK4AQR/IAAgASACIAMgBBAhBUEACwRAIwBBATYCFAsgACgCvAEEQCAAKAKkASADIAQQAAsL6AYCB38DfiACI0lLBEAgABAXQQAPCyAAIAEgAiADEBgiBCgCACIFBEAgBSAFKAIEQQFqNgIEIAUPCyABIAIQFCEFIAAgASACIAMQKwRAIAVBBUkEQCAAIAAoApABQQFqNgKQAQUgACAAKAKUAUEBajYClAELIAAgAiAAKAKYAWo2ApgBCyNHIAAoApABSQR/QQEFI0YgACgClAFJCwR/QQEFI0ggACgCmAFJCwRAIAAQF0EADwsgACgCkAEgACgClAFqIQYgAwRAIABBATYCwAEgASACEBNBBiEFCyMKIQwjFSENQQJBACAAKAK4AQR/IAAgBSMmIAEgAhAhBUEACxshCEEFIAAoAowBIgd0QQJBASAAKALAARtuIAZBA3RJBEAgACAHQQFqQQAQFiAAIAEgAiADEBghBAsgAkEnakF4cSEHIAAoApwBIgYEfyAGKAIEIAYoAgggB2pBCGpJBUEBCwRAQQFBgIAEIAYEfyAGKAIEBUGAAQtBAXQiCSAJQYCABE8bIgkgB0EYaiIKIAkgCksbIglBEE0Ef0EEBUEgIAlBAWtnawt0IgkQBiIKIAY2AgAgCiAJNgIEIApBEDYCCCAAIAo2ApwBIAohBgsgBiAGKAIIIglqIQogBiAHIAlqNgIIIApBIGoiBiABIAL8CgAAIAogBjYCCCAEIAo2AgAgCiMCIAAoAsQBBH4gASACEAcFIAKtQpX4qfqXt96bnn9+IQsgASEAIAIhBANAIARBCE8EQCAAKQMAIAuFQqW+4/TRjIfZn39+IgtCIIggC4UhCyAEQQhrIQQgAEEIaiEADAELCyAEQQRPBH4gADUCACAAIARqQQRrNQIAQiCGhCALhUKlvuP00YyH2Z9/fiILQiCIIAuFBSAEBH4gADEAACAAIARBAXZqMQAAQgiGhCAAIARqQQFrMQAAQhCGhCALhUKlvuP00YyH2Z9/fiILQiCIIAuFBSALCwtCk/vnsobXv/RWfiILQiCIIAuFCyADrXx+QiCIPgIAIApBATYCBCAKIAI7AQwgCiAFOgAOIAogAyAIcgJ/IAVBBkYEQCABLQAAQTlLBH9BAQUgASACECZBAXILDAELIAVBBEYEf0EEBUEIQQAgBUEDRhsLC0ECdHI6AA8gCiAMNwMQIAogDTcDGCAKC/YDAgd+AX8gAFAgAUGqfUhyBEBCAA8LIAFBtAJKBEBCgICAgICAgPj/AA8LIAAgAHkiA4YiBEL/////D4MhBSAEQiCIIgYgAUEEdEGgNWoiCSkDACIAQv////8PgyICfiACIAV+QiCIfCECIABCIIgiByAGfiACQiCIfCAFIAd+IAJC/////w+DfEIgiHwkJSAAIAR+JDkjOSECIyUiAEL/A4NC/wNRBEAgCSkDCCIHQv////8PgyIIIAZ+IAUgCH5CIIh8IQggBiAHQiCIIgZ+IAhCIIh8IAUgBn4gCEL/////D4N8QiCIfCQlIAQgB34kOSAAQgF8IAAgAiMlfCICIyVUGyEACyACQn9RBH8gAUFlSCABQTdKcgVBAAsEQEJ/DwsgACAAQj+IIgRCCXyIIQUgBKcgAUHqpA1sQRB1aiADp2tBvghqIglBAEwEQEEBIAlrQcAATgRAQgAPCyAFQQEgCWusiCIAQgGDIAB8QgGIDwsgBUJ+gyAFIAFBfE4gAkIBWHEgAUEXTHEgBUIDg0IBUXEgBSAEQgl8hiAAUXEbIgBCAYMgAHxCAYgiAEKAgICAgICAEFoEQCAJQQFqIQlCgICAgICAgAghAAsgCUH/D04EQEKAgICAgICA+P8ADwsgAEL/////////B4MgCaxCNIaEC48CAQR/IAAgAWpBAWshAyABQQJrIgEkHCAAQQFqIgIhAANAIAAgA0kEQAJAIAD9AAQA/QwiIiIiIiIiIiIiIiIiIiIi/SP9ZCEEIAMgAGsiBUEQSQR/IARBASAFdEEBa3EFIAQLDQAgAEEQaiEADAILCwsgACADTwRAIAIPCyMsIAFBEGpJBEAjLARAIysiACMsIgRBEE0Ef0EEBUEgIARBAWtnawtBAnRBgAhqIgQoAgA2AgAgBCAANgIACyABQRBqJCwjLBAGJCsLIyshASACIQADQCAAIANJBEAgASICQQFqIQEgAiAALQAAIgI6AAAgAEEBaiAAIAJBIkYbQQFqIQAMAQsLIAEjK2skHCMrC54CAgV/AX4gAEEANgLMAQNAIARBgAJJBEAgAEHQAWogBGooAgAiBQRAQQAhAwNAIANBIEkEQCAFQYAQaiADQQV0aiICKQMIIAIpAxCEQgBSBEAgBSADQQZ0aiIBIAEpAwAgAikDACIGQv////8Pg3w3AwAgASABKQMIIAZCIId8NwMIIAEgASkDECACKQMIIgZC/////w+DfDcDECABIAEpAxggBkIgiHw3AxggASABKQMgIAIpAxAiBkL/////D4N8NwMgIAEgASkDKCAGQiCIfDcDKCABIAEpAzAgAikDGCIGQv////8Pg3w3AzAgASABKQM4IAZCIIh8NwM4IAJBAEEg/AsACyADQQFqIQMMAQsLCyAEQQRqIQQMAQsLC9AGAwN/AX4BeyABLQAAIgRBOUsEfyAEQSByIgRB7gBGIARB6QBGciAEQeYARnIgBEH0AEZyBUEBC0UEQCACrUKV+Kn6l7fem55/fiEHIAEhAyACIQQDQCAEQQhPBEAgAykDACAHhUKlvuP00YyH2Z9/fiIHQiCIIAeFIQcgBEEIayEEIANBCGohAwwBCwsgBEEETwR+IAM1AgAgAyAEakEEazUCAEIghoQgB4VCpb7j9NGMh9mff34iB0IgiCAHhQUgBAR+IAMxAAAgAyAEQQF2ajEAAEIIhoQgAyAEakEBazEAAEIQhoQgB4VCpb7j9NGMh9mff34iB0IgiCAHhQUgBwsLQpP757KG17/0Vn4iB0IgiCAHhSIHJAQgB0INiEKAgICAgICAfIQkAyAAIAApAzhCAXw3AzggASEFIAIiBCEDA0AgA0EASgRAIAX9AAQAIgj9ZARAIAQgCP0MwMDAwMDAwMDAwMDAwMDAwP0l/WRB//8DQQEgA3RBAWsgA0EQThtxaWshBAsgA0EQayEDIAVBEGohBQwBCwsgACAAKQNgIAStfDcDYCAEIAAoAoABSQRAIAAgBDYCgAELIAQgACgChAFLBEAgACAENgKEAQsgACgCoAEgByAHQiGIhULNmdbq/vrrqH9+IgdCIYggB4VC09iX1OG/rudEfiIHQiGIIAeFIgdCMoinaiEDIAdCDoZCgMAAhHmnQQFqIgQgAy0AAEsEQCADIAQ6AAALIAAoAqgBQQFxBEAgAEEBIAEgAhAICyMBBEAgAEEGRAAAAAAAAAAAIAEgAhAJC0EGDwsgASACEBQhBCAAKAKgASMKIgdCIYggB4VCzZnW6v7666h/fiIHQiGIIAeFQtPYl9Thv67nRH4iB0IhiCAHhSIHQjKIp2ohBSAHQg6GQoDAAIR5p0EBaiIGIAUtAABLBEAgBSAGOgAACyADBEAgASACEBNBBiEECyMKJAQjFSQDAn8gBEEGRgRAIAEtAABBOUsEf0EBBSABIAIQJkEBcgsMAQsgBEEERgR/QQQFQQhBACAEQQNGGwsLIgMgACgCqAFxBEAgACADIAEgAhAICyAAIAQgASACQQEgAxAcIwEEQCAAIAQjJiABIAIQCQsgBAt9AgF+AX8jACkDACEEIAAoAqQBIQUgA0GACEsEQEGACCEDA0AgAwR/IAIgA2otAABBwAFxQYABRgVBAAsEQCADQQFrIQMMAQsLCyADQR9qQXhxEB4iACAENwMAIAAgATcDCCAAIAU2AhAgACADNgIUIABBGGogAiAD/AoAAAseACAALQAAQdDeAGotAABFBEBBAA8LIzsgACABEBoLtwECA38DfiMaIw5BAnRqIQQjGiECA0AgAkEQaiIDIARNBEAgACACKAIEQQN0aikDACEFIAAgAigCCEEDdGopAwAhBiAAIAIoAgxBA3RqKQMAIQcgASAAIAIoAgBBA3RqKQMANwMAIAEgBTcDCCABIAY3AxAgASAHNwMYIAMhAiABQSBqIQEMAQsLA0AgAiAESQRAIAEgACACKAIAQQN0aikDADcDACACQQRqIQIgAUEIaiEBDAELCwvuAQECfyAAQQFqIAAgAC0AAEEtRhsiASECA0AgAi0AAEEwa0EJTQRAIAJBAWohAgwBCwsgASACRgR/QQEFIAIgAUEBaksEfyABLQAAQTBGBUEACwsEQEEADwsgAi0AAEEuRgRAIAJBAWoiASECA0AgAi0AAEEwa0EJTQRAIAJBAWohAgwBCwsgASACRgRAQQAPCwsgAi0AAEEgckHlAEYEQCACQQFqIgEtAAAiAkEtRiACQStGcgRAIAFBAWohAQsgASECA0AgAi0AAEEwa0EJTQRAIAJBAWohAgwBCwsgASACRgRAQQAPCwsgAiAAawvuAQEBfiABrUKV+Kn6l7fem55/fiECA0AgAUEITwRAIAApAwAgAoVCpb7j9NGMh9mff34iAiACQiCIhSECIAFBCGshASAAQQhqIQAMAQsLIAFBBE8EfiAANQIAIAAgAWpBBGs1AgBCIIaEIAKFQqW+4/TRjIfZn39+IgIgAkIgiIUFIAEEfiAAMQAAIAAgAUEBdmoxAABCCIaEIAAgAWpBAWsxAABCEIaEIAKFQqW+4/TRjIfZn39+IgIgAkIgiIUFIAILC0KT++eyhte/9FZ+IgIgAkIgiIUkCiMKQg2IQoCAgICAgIB8hCQVQQAkFgviAQMBfgJ/AXwgAC0AACIEQSByIQMgBEE5SwR/IANB7gBGIANB6QBGciADQeYARnIgA0H0AEZyBUEBC0UEQCAAIAEQE0EGDwsgBEE5TQRAIAAgARA8IgQEQEQAAAAAAAAAACNFIgUgBUQAAAAAAAAAAGEbIgW9IQIgBSQmIAIkFUEAJBYgAkKowc/Sv7nz3XGFQqW+4/TRjIfZn39+IgJCIIggAoVCk/vnsobXv/RWfiICQiCIIAKFJAogBEEERyAFmUQAAAAAAABAQ2ZxBEAgACABEFoLIAQPCwsgACABIAMQWwuFAgIBfgZ/IAAoApwBIQQDQCAEBEAgBCAEKAIIaiEHIARBEGohAwNAIAMgB0kEQCADKQMQIQIgAy0ADiIFQQZHBH9BAQUgAy0AD0EBcQsEQCADKAIIIAMvAQwQFCAFIAVBBkcbIQUjCiECCyABBEAgASACIAJCIYiFQs2Z1ur++uuof34iAkIhiCAChULT2JfU4b+u50R+IgJCIYggAoUiAkIyiKdqIQYgAkIOhkKAwACEeadBAWoiCCAGLQAASwRAIAYgCDoAAAsLIAAgBSADKAIIIAMvAQwgAygCBCADLQAPQQJ2EBwgAyADLwEMQSdqQXhxaiEDDAELCyAEKAIAIQQMAQsLC/oDAgJ+CH8gACgCiAEhCkEEIAAoAowBdCELQQQgAXQiBRAGIglBACAF/AsAQQEgAXRBAWtBAnQhDCAAKAKcASEIA0AgCARAIAhBEGohBgNAIAYgCCAIKAIIakkEQCACBEAgBigCCCEFIAYvAQwhByAGLQAPQQFxrSEEIAYjAiAAKALEAQR+IAUgBxAHBSAHrUKV+Kn6l7fem55/fiEDA0AgB0EITwRAIAUpAwAgA4VCpb7j9NGMh9mff34iA0IgiCADhSEDIAdBCGshByAFQQhqIQUMAQsLIAdBBE8EfiAFNQIAIAUgB2pBBGs1AgBCIIaEIAOFQqW+4/TRjIfZn39+IgNCIIggA4UFIAcEfiAFMQAAIAUgB0EBdmoxAABCCIaEIAUgB2pBAWsxAABCEIaEIAOFQqW+4/TRjIfZn39+IgNCIIggA4UFIAMLC0KT++eyhte/9FZ+IgNCIIggA4ULIAR8fkIgiD4CAAsgBigCAEEgIAFrdkECdCEFA0AgBSAJaigCAARAIAVBBGogDHEhBQwBCwsgBSAJaiAGNgIAIAYgBi8BDEEnakF4cWohBgwBCwsgCCgCACEIDAELCyAKIAtBEE0Ef0EEBUEgIAtBAWtnawtBAnRBgAhqIgIoAgA2AgAgAiAKNgIAIAAgCTYCiAEgACABNgKMAQu4AQEDf0GAgAEQBiIBQQBBgIAB/AsAIAAgARAVIAAgATYCoAEgACgCiAEiAUEEIAAoAowBdCICQRBNBH9BBAVBICACQQFrZ2sLQQJ0QYAIaiICKAIANgIAIAIgATYCACAAQQA2AogBIAAoApwBIQEDQCABBEAgASgCACABIAEoAgQiA0EQTQR/QQQFQSAgA0EBa2drC0ECdEGACGoiAygCADYCACADIAE2AgAhAQwBCwsgAEEANgKcAQv+BwIJfwF+IAAoAogBIQpBASAAKAKMASIGdEEBa0ECdCELIwIgACgCxAEEfiABIAIQBwUgAq1Clfip+pe33puef34hDSABIQQgAiEFA0AgBUEITwRAIAQpAwAgDYVCpb7j9NGMh9mff34iDUIgiCANhSENIAVBCGshBSAEQQhqIQQMAQsLIAVBBE8EfiAENQIAIAQgBWpBBGs1AgBCIIaEIA2FQqW+4/TRjIfZn39+Ig1CIIggDYUFIAUEfiAEMQAAIAQgBUEBdmoxAABCCIaEIAQgBWpBAWsxAABCEIaEIA2FQqW+4/TRjIfZn39+Ig1CIIggDYUFIA0LC0KT++eyhte/9FZ+Ig1CIIggDYULIAOtfH5CIIinIgxBICAGa3ZBAnQhCAJAA0AgCUGAAUkEQCAIIApqIgQoAgAiBUUNAiAEIAwgBSgCAEYEfyACIAUvAQxGBUEACwR/IAUtAA9BAXEgA0YFQQALBH8gBSgCCCEHIAEhBCACIQUCfwNAIAVBCEsEQEEAIAcpAwAgBCkDAFINAhogBUEIayEFIAdBCGohByAEQQhqIQQMAQsLIAcpAwAgBCkDAIVCCCAFrX1CA4aGUAsFQQALIQUhBCAFDQIgCEEEaiALcSEIIAlBAWohCQwBCwtBACEECwNAIARFBEAgACgCjAEgACgCxAFqIQQgAEEBNgLEASAAIARBARAWIAAoAogBIQpBASAAKAKMASIGdEEBa0ECdCELIwIgACgCxAEEfiABIAIQBwUgAq1Clfip+pe33puef34hDSABIQQgAiEFA0AgBUEITwRAIAQpAwAgDYVCpb7j9NGMh9mff34iDUIgiCANhSENIAVBCGshBSAEQQhqIQQMAQsLIAVBBE8EfiAENQIAIAQgBWpBBGs1AgBCIIaEIA2FQqW+4/TRjIfZn39+Ig1CIIggDYUFIAUEfiAEMQAAIAQgBUEBdmoxAABCCIaEIAQgBWpBAWsxAABCEIaEIA2FQqW+4/TRjIfZn39+Ig1CIIggDYUFIA0LC0KT++eyhte/9FZ+Ig1CIIggDYULIAOtfH5CIIinIgxBICAGa3ZBAnQhCEEAIQkCQANAIAlBgAFJBEAgCCAKaiIEKAIAIgVFDQIgBCAMIAUoAgBGBH8gAiAFLwEMRgVBAAsEfyAFLQAPQQFxIANGBUEACwR/IAUoAgghByABIQQgAiEFAn8DQCAFQQhLBEBBACAHKQMAIAQpAwBSDQIaIAVBCGshBSAHQQhqIQcgBEEIaiEEDAELCyAHKQMAIAQpAwCFQgggBa19QgOGhlALBUEACyEFIQQgBQ0CIAhBBGogC3EhCCAJQQFqIQkMAQsLQQAhBAsMAQsLIAQLTQEDf0EEIQEDQCABIABBAXRJBEAgAUEBdCEBDAELC0EIEAYhAiABQQR0IgMQBiIAQQAgA/wLACACIAA2AgAgAiABQQFrQQR0NgIEIAILlAQCB38BfiACrUKV+Kn6l7fem55/fiEKIAEhAyACIQQDQCAEQQhPBEAgAykDACAKhUKlvuP00YyH2Z9/fiIKQiCIIAqFIQogBEEIayEEIANBCGohAwwBCwsgACgCBCAEQQRPBH4gAzUCACADIARqQQRrNQIAQiCGhCAKhUKlvuP00YyH2Z9/fiIKQiCIIAqFBSAEBH4gAzEAACADIARBAXZqMQAAQgiGhCADIARqQQFrMQAAQhCGhCAKhUKlvuP00YyH2Z9/fiIKQiCIIAqFBSAKCwtCk/vnsobXv/RWfiIKQiCIIAqFIgqnQQR0cSIHIAAoAgBqIQQDQCAEKAIIBEAgCiAEKQMAUQR/IAIgBCgCDEYFQQALBEAgAiEDQQAhBQJAIAQoAggiBiABIgRGDQAgBkEHcSAEQQdxRgRAA0AgBkEHcQRAQQAhBSADRQ0DIAYtAAAiCCAELQAAIglrIQUgCCAJRw0DIANBAWshAyAGQQFqIQYgBEEBaiEEDAELCwNAIANBCE8EQCAGKQMAIAQpAwBRBEAgBkEIaiEGIARBCGohBCADQQhrIQMMAgsLCwsDQCADIgVBAWshAyAFBEAgBi0AACIIIAQtAAAiCWshBSAIIAlHDQIgBkEBaiEGIARBAWohBAwBCwtBACEFCyAFRQRAQQEPCwsgACgCBCAHQRBqcSIHIAAoAgBqIQQMAQsLQQALtgICAn8BfiACEAYiBCABIAL8CgAAIAKtQpX4qfqXt96bnn9+IQUgAiEDA0AgA0EITwRAIAEpAwAgBYVCpb7j9NGMh9mff34iBUIgiCAFhSEFIANBCGshAyABQQhqIQEMAQsLIAAoAgQgA0EETwR+IAE1AgAgASADakEEazUCAEIghoQgBYVCpb7j9NGMh9mff34iBUIgiCAFhQUgAwR+IAExAAAgASADQQF2ajEAAEIIhoQgASADakEBazEAAEIQhoQgBYVCpb7j9NGMh9mff34iBUIgiCAFhQUgBQsLQpP757KG17/0Vn4iBUIgiCAFhSIFp0EEdHEhAQNAIAEgACgCAGooAggEQCAAKAIEIAFBEGpxIQEMAQsLIAEgACgCAGoiACAFNwMAIAAgBDYCCCAAIAI2AgwLjwUEAX8EfgF8AXsgAEEIaiABQQN0aiIGIAYpAwAgBK18NwMAIAMhBgNAIAZBAEoEQCAC/QAEACIM/WQEQCADIAz9DMDAwMDAwMDAwMDAwMDAwMD9Jf1kQf//A0EBIAZ0QQFrIAZBEE4bcWlrIQMLIAZBEGshBiACQRBqIQIMAQsLIAAgACkDYCAErSADrX58NwNgIAMgACgCgAFJBEAgACADNgKAAQsgAyAAKAKEAUsEQCAAIAM2AoQBCyABQQJGIAFBAUZyBEAgAEHQAWojJiILvSIIQjSIp0H/D3EiAkEFdkECdGoiAygCACEBIAhC/////////weDIgdCgICAgICAgAiEIAcgAhsiCUIaiCEKIAFFBEBBgBgQBiIBQQBBgBj8CwAgAyABNgIACyACQR9xQQZ0IAFqIgEgASkDACAErSIHIAhCP4ciCCAJhSAIfSIIQv////8Pg358NwMAIAEgASkDCCAIQiCHIAd+fDcDCCABIAEpAxAgCiAKfiIIQv////8PgyAHfnw3AxAgASABKQMYIAhCIIggB358NwMYIAEgASkDICAJQv///x+DIgggCH4iCUL/////D4MgB358NwMgIAEgASkDKCAJQiCIIAd+fDcDKCABIAEpAzAgCCAKfiIIQv////8PgyAHfnw3AzAgASABKQM4IAhCIIggB358NwM4IAtEAAAAAAAAAABhBEAgACAAKQNAIAd8NwNACyMWBEAgACAAKQNIIAStfDcDSAsgCyAAKwNQYwRAIAAgCzkDUAsgCyAAKwNYZARAIAAgCzkDWAsFIAFBBkYEQCAFQQJxBEAgACAAKQNoIAStfDcDaAsgBUEgcQRAIAAgACkDcCAErXw3A3ALCwsL/QEBBH8jDSMNQgKIfSQNI1BBAWokUANAIAEjDkkEQCMNIwkgAUEDdGopAwBaBEAjGiAAQQJ0aiABNgIAIABBAWohAAsgAUEBaiEBDAELCyAAJA4jCSMJEBFBACEAA0AgACMnSQRAIwwgAEECdGooAgAiASABEBEgAEEBaiEADAELCyMwIQBBACQwQQAkDwNAIAAEQCAAIAAoAgRqIQMgAEEIaiECA0AgAiADSQRAIAIoAhRBH2pBeHEhASACKQMAIw1CBYhYBEAgARAeIAIgAfwKAAALIAEgAmohAgwBCwsgACgCACAAQbgIKAIANgIAQbgIIAA2AgAhAAwBCwsLWQEBfyMPBH8jDygCBCAAakGAgAFLBUEBCwRAQYCAARAGIgFBADYCACABQQg2AgQjDwRAIw8gATYCAAUgASQwCyABJA8LIw8jDygCBCIBIABqNgIEIw8gAWoL4wICBn8CfgNAIAEjCEkEQCABQQN0QdCgAWopAwAiBkIhiCAGhULNmdbq/vrrqH9+IgZCIYggBoVC09iX1OG/rudEfiIGQiGIIAaFIgYjH1gEQAJAI00hAiABQQV0QdDgAGooAgghA0EBIwd0QQFrQQV0IQUgBiMCfkIgiKdBICMHa3ZBBXQiBCMLaiEAA0AgACkDCEIAUgR/IAYgACkDAFIFQQALBEAgBEEgaiAFcSIEIwtqIQAMAQsLIAAgACkDCCIHQgF8NwMIIAdCAVEEQCAAIAI2AhggACADNgIcCyAHQgBSDQAgACAGNwMAIAAgAjYCECAAIAM2AhQjF0EBaiQXA0AjFyNKSwRAIx8jH0ICiH0kHyNLQQFqJEsjBxAlDAELCyMXQQF0QQEjB3RLBEAjB0EBahAlCwsLIAFBAWohAQwBCwsjTCMIaiRMQQAkCEEAJBkDQCMOI09LBEAQHQwBCwsLyw4ECX8DfgF8AnsgASACEAMiA0EATgRAIAAgACkDeEIBfDcDeCAAKAK4AQRAIwBBATYCFAsjTiEBIAMhAiAAKAKoAUEQcQRAIABBECABIAIQCAsLAkAgACIFKAKIASIJBEBBASAFKAKMASIAdEEBa0ECdCEKIAUoAsQBBH4gASACEAcFIAKtQpX4qfqXt96bnn9+IQwgASEEIAIhAwNAIANBCE8EQCAEKQMAIAyFQqW+4/TRjIfZn39+IgxCIIggDIUhDCADQQhrIQMgBEEIaiEEDAELCyADQQRPBH4gBDUCACADIARqQQRrNQIAQiCGhCAMhUKlvuP00YyH2Z9/fiIMQiCIIAyFBSADBH4gBDEAACAEIANBAXZqMQAAQgiGhCADIARqQQFrMQAAQhCGhCAMhUKlvuP00YyH2Z9/fiIMQiCIIAyFBSAMCwtCk/vnsobXv/RWfiIMQiCIIAyFCyMCfkIgiKciC0EgIABrdkECdCEIAkADQCAGQYABSQRAIAggCWoiACgCACIDRQ0CIAsgAygCAEYEfyACIAMvAQxGBUEACwR/IAMtAA9BAXEFQQELBH9BAAUgAygCCCEHIAEhBCACIQMCfwNAIANBCEsEQEEAIAcpAwAgBCkDAFINAhogA0EIayEDIAdBCGohByAEQQhqIQQMAQsLIAcpAwAgBCkDAIVCCCADrX1CA4aGUAsLDQIgCEEEaiAKcSEIIAZBAWohBgwBCwtBACEACwJAIAAEQCAAKAIAIgAEQCAAIAAoAgRBAWo2AgQMAgsLIAUgASACQQAQCiEACyAABEAgAC0AD0ECdiIDIAUoAqgBcQRAIAUgAyABIAIQCAsgACkDECQEIAApAxgkAyMBBEAgAC0AD0ECcQRAIwBBATYCFAsgBSgCvAEEQCAFKAKkASABIAIQAAsLIAAtAA4hBAwCCwsgAS0AACIAQTlNBEBEAAAAAAAA+H8hDwJAIAIgAEEtRiIDIABBK0ZyIgBrIgRBAWtBD0sNAEEBIAR0QQFrIAAgAWr9AAQA/QwwMDAwMDAwMDAwMDAwMDAw/XEiEf0MCQkJCQkJCQkJCQkJCQkJCf0q/WRBf3NxIQZBASQG/QwAAQIDBAUGBwgJCgsMDQ4PIARBEGv9D/1uIRAgBgR/IAZoIQcgBEEBRiEIIAYgBkEBa3EEf0EBBSAAIAFqIAdqLQAAQS5HCyAIcg0BQQIkBiAQIBAgB/0P/Sn9biEQIARBAWsgB2sFQQALIQAgESAQ/Q4iEP0M/wD/AP8A/wD/AP8A/wD/AP1O/QwKAAoACgAKAAoACgAKAAoA/ZUBIBBBCP2NAf2OAf0MZAABAGQAAQBkAAEAZAABAP26ASIQIBD9hgH9DBAnAQAQJwEAECcBABAnAQD9ugH9HQAiDEL/////D4NCgMLXL34gDEIgiHwiDEKAgICAgICAEFgEfCAMuSEPIAAEfCAPIABBA3RBgAlqKwMAowUgDwsFIAxBACAAaxALIgxCf1ENASAMvwu9IAOtQj+GhL8hDwsgD5lEAAAAAAAAQENjBEBEAAAAAAAAAAAgDyAPRAAAAAAAAAAAYRsiD70iDEKowc/Sv7nz3XGFQqW+4/TRjIfZn39+Ig1CIIggDYVCk/vnsobXv/RWfiINQiCIIA2FJAQgDCQDIwYiBEEBRgRAIAUgBSkDEEIBfDcDEAUgBSAFKQMYQgF8NwMYCyAFIAUpA2AgAq18NwNgIAIgBSgCgAFJBEAgBSACNgKAAQsgAiAFKAKEAUsEQCAFIAI2AoQBCyAFKALMAUEBakGACEsEQCAFEA0LIAUgBSgCzAFBAWo2AswBIAVB0AFqIA+9Ig1CNIinQf8PcSIAQQV2QQJ0aiIGKAIAIgNFBEBBgBgQBiIDQQBBgBj8CwAgBiADNgIACyANQv////////8HgyIMQoCAgICAgIAIhCAMIAAbIg5CGoghDCADQYAQaiAAQR9xQQV0aiIAIAApAwAgDUI/hyINIA6FIA19fDcDACAAIAApAwggDCAMfnw3AwggACAAKQMQIA5C////H4MiDSANfnw3AxAgACAAKQMYIAwgDX58NwMYIA9EAAAAAAAAAABhBEAgBSAFKQNAQgF8NwNACyAPIAUrA1BjBEAgBSAPOQNQCyAPIAUrA1hkBEAgBSAPOQNYCyAFKAKgASMEIgxCIYggDIVCzZnW6v7666h/fiIMQiGIIAyFQtPYl9Thv67nRH4iDEIhiCAMhSIMQjKIp2ohACAMQg6GQoDAAIR5p0EBaiIDIAAtAABLBEAgACADOgAACyMBBEAgBSAEIA8gASACEAkLDAILCyAFIAEgAkEAEA4hBAsjAEHQ4ABrQQV2QQN0QdCgAWoiACAAKQMAIwQgBSkDAIVCpb7j9NGMh9mff358NwMAIwAoAgwiAARAIAUoAsgBIABBAWtBA3RqIwM3AwAgBEEGRgR/IwAoAhAFQQALBEAgBSMDIAEgAhAPCwsLkQMCB38BeyAAKAK4ASIIKAIQIAF2QQFxBEBBAQ8LIAgoAhQiCUUEQEEADwsgCUEBcQR/IAFBAkYgAUEBRnIFQQALBEAgAiAIKwMAZgR/IAIgCCsDCGUFQQALRQRAQQEPCwsgCUECcQRAIAMhByAEIgUhBgNAIAZBAEoEQCAH/QAEACIM/WQEQCAFIAz9DMDAwMDAwMDAwMDAwMDAwMD9Jf1kQf//A0EBIAZ0QQFrIAZBEE4bcWlrIQULIAZBEGshBiAHQRBqIQcMAQsLIAUgCCgCGEkEf0EBBSAFIAgoAhxLCwRAQQEPCwsgCUEEcQR/IAgoAiAhCiAIKAIoIQsgAyAEaiEHQQAhBSADIQYDQCAGIAdJBEAgBSALaiAKIAYtAABqLQAAQQJ0aigCACEFIAZBAWohBgwBCwsgCCgCLCAFIAgoAiRBAnRuai0AAEEBRgVBAQtFBEBBAQ8LIAlBCHEEQCAIKAIwIAMgBBAaRQRAQQEPCwsgCUEQcQR/IAAoAqQBIAMgBCABEAVBAEcFQQALC4gHAgZ/AXsjPyICJCADQAJAIAIgACABIABrIgD8CgAAIAAgAmohAyABLQAAIgBBIkYNACAAQdwARwRAQQAPCyABQQJqIQAgAS0AASIBQfUARgR/QQAhAkEAIQECfwNAIAFBBEkEQCAAIAFqLQAAIgRBIHIhBSAEQTBrIgRBCUsEfyAFQeEAa0EFTQR/IAVB1wBrBUF/DAQLBSAECyACQQR0ciECIAFBAWohAQwBCwsgAgsiAUEASARAQQAPCyAAQQRqIQAgAUGAwANJIAFBgLADT3EEQCABQYC4A08Ef0EBBSAALwEAQdzqAUcLBEBBAA8LIABBAmohBkEAIQJBACEEA0AgBEEESQRAAkAgBCAGai0AACIHQSByIQUgB0EwayIHQQlLBH8gBUHhAGtBBU0EfyAFQdcAawVBfyECDAILBSAHCyACQQR0ciECIARBAWohBAwCCwsLIAJBgLgDSCACQYDAA05yBEBBAA8LIAIgAUEKdGpBgLj/GmshASAAQQZqIQALAn8gAUGAAUkEQCADIAE6AAAgA0EBagwBCyABQYAQSQRAIAMgAUEGdkHAAXI6AAAgAyABQT9xQYABcjoAASADQQJqDAELIAFBgIAESQRAIAMgAUEMdkHgAXI6AAAgAyABQQZ2QT9xQYABcjoAASADIAFBP3FBgAFyOgACIANBA2oMAQsgAyABQRJ2QfABcjoAACADIAFBDHZBP3FBgAFyOgABIAMgAUEGdkE/cUGAAXI6AAIgAyABQT9xQYABcjoAAyADQQRqCwUCfyABIAFB3ABGIAFBIkZyIAFBL0ZyDQAaQQggAUHiAEYNABpBDCABQeYARg0AGkEKIAFB7gBGDQAaQQ0gAUHyAEYNABpBCUEAIAFB9ABGGwsiAUUEQEEADwsgAyABOgAAIANBAWoLIQIgACIB/QAEACII/QwiIiIiIiIiIiIiIiIiIiIi/SMgCP0MXFxcXFxcXFxcXFxcXFxcXP0j/VAgCP0MHx8fHx8fHx8fHx8fHx8fH/13IAj9I/1Q/WQhBANAIARFBEAgAUEQaiIB/QAEACII/QwiIiIiIiIiIiIiIiIiIiIi/SMgCP0MXFxcXFxcXFxcXFxcXFxcXP0j/VAgCP0MHx8fHx8fHx8fHx8fHx8fH/13IAj9I/1Q/WQhBAwBCwsgASAEaGohAQwBCwsgAyMgayQbIAMkPyABC4gHAgp/AX4jEEUEQEEEIxF0IgIQBiIDQQAgAvwLACADJBALIAGtQpX4qfqXt96bnn9+IQwgACEDIAEhAgNAIAJBCE8EQCADKQMAIAyFQqW+4/TRjIfZn39+IgxCIIggDIUhDCACQQhrIQIgA0EIaiEDDAELC0EBIxF0QQFrIQgjECACQQRPBH4gAzUCACACIANqQQRrNQIAQiCGhCAMhUKlvuP00YyH2Z9/fiIMQiCIIAyFBSACBH4gAzEAACADIAJBAXZqMQAAQgiGhCACIANqQQFrMQAAQhCGhCAMhUKlvuP00YyH2Z9/fiIMQiCIIAyFBSAMCwtCk/vnsobXv/RWfiIMQiCIIAyFIgwjAn5CIIinQSAjEWt2IgdBAnRqKAIAIQYDQCAGBEAgDCAGKQMAUQR/IAEgBigCDEYFQQALBEAgASECQQAhBAJAIAAiAyAGKAIIIgVGDQAgBUEHcSADQQdxRgRAA0AgBUEHcQRAQQAhBCACRQ0DIAUtAAAiCiADLQAAIgtrIQQgCiALRw0DIAJBAWshAiAFQQFqIQUgA0EBaiEDDAELCwNAIAJBCE8EQCAFKQMAIAMpAwBRBEAgBUEIaiEFIANBCGohAyACQQhrIQIMAgsLCwsDQCACIgRBAWshAiAEBEAgBS0AACIKIAMtAAAiC2shBCAKIAtHDQIgBUEBaiEFIANBAWohAwwBCwtBACEECyAERQRAIAYPCwsgCUEBaiIJQYABSwRAQQAPCyMQIAdBAWogCHEiB0ECdGooAgAhBgwBCwsjE0GQzgBGBEBBAA8LQSwQBiIDQQBBLPwLACADIAw3AwAgA0EBIAEgAUEBTRsQBjYCCCADKAIIIAAgAfwKAAAgAyABNgIMIxNBAnRBkLkBaiADNgIAIxAgB0ECdGogAzYCACMTQQFqJBMjE0EBdCAISwRAIxAiAEEEIxF0IgFBEE0Ef0EEBUEgIAFBAWtnawtBAnRBgAhqIgEoAgA2AgAgASAANgIAIxFBAWokEUEEIxF0IgAQBiIBQQAgAPwLACABJBBBASMRdEEBayEAQQAhAgNAIAIjE0kEQCMCIAJBAnRBkLkBaigCACkDAH5CIIinQSAjEWt2IQEDQCMQIAFBAnRqKAIABEAgAUEBaiAAcSEBDAELCyMQIAFBAnRqIAJBAnRBkLkBaigCADYCACACQQFqIQIMAQsLCyADC54DAgd/AX4jHiECA0AgBSM3SQRAIAIiAyMkQQJ0aiECI1YgBUECdGooAgAhCEEAIQcCQCMvBEAgCCAAIAMgAiABEFQMAQsgCCgCiAEEfyAIIAAgAyACIAEQTwVBAAsiBCABSQRAIAggACADIAIgBCABEFILIxkEQANAIAcjGUkEQCAHQQJ0QdCwAWooAgAiBEEFdEHQ4ABqJAAgCCgCyAEjACgCDEEBa0EDdGogBEEDdEHQ8QNqKQMAIgk3AwAgCUKAgICAgICAfFoEfyMAKAIQBUEACwRAIAAgBEECdCIEIANqKAIAakEBaiEGIAAgAiAEaigCAGogBmshBCAGLQAAQSJGBEAgBiAEEAwhBiMcIQQLIAggCSAGIAQQDwsgB0EBaiEHDAELCwsLIAVBAWohBQwBCwsjAQRAIx4jNyMkbEECdGohA0EAIQIDQCABIAJLBEAgAkEFdEHQ4ABqIgQoAhQEQCAEJAAgAkECdCIEIx5qKAIAQQFqIgUgAGogAyAEaigCACAFayMAKAIIEAELIAJBAWohAgwBCwsLEB8LiwICBX8BfiMLIQFBASMHQQVqdCEDIAAkB0EBIwdBBWp0IgAQBiICQQAgAPwLACACJAtBACQXIAEhAANAIAAgASADakkEQCAAKQMIUAR/QQEFIx8gACkDAFQLRQRAQQEjB3RBAWtBBXQhBSAAKQMAIgYjAn5CIIinQSAjB2t2QQV0IgQjC2ohAgNAIAIpAwhCAFIEfyAGIAIpAwBSBUEACwRAIARBIGogBXEiBCMLaiECDAELCyACIAD9AAQA/QsEACACIAD9AAQQ/QsEECMXQQFqJBcLIABBIGohAAwBCwsgASADQRBNBH9BBAVBICADQQFrZ2sLQQJ0QYAIaiIAKAIANgIAIAAgATYCAAvVBQEHfwJAIAFBtAFLDQAgACABaiECA0AgACACSQR/IAAtAAAiA0EJRiADQSBGcgVBAAsEQCAAQQFqIQAMAQsLA0AgACACSQR/IAJBAWstAAAiA0EJRiADQSBGcgVBAAsEQCACQQFrIQIMAQsLIABBAWogACAAIAJJBH8gAC0AAEEtRgR/QQEFIAAtAABBK0YLBUEACxsiACEIA0AgACACSQR/IAAtAABBMGtBCU0FQQALBEAgAEEBaiEADAELCyAAIAhrIgZFDQADQEEAIQMCQCAAIAJPDQBBASEDIAAtAAAiBEEgRiAEQS5GciAEQSdGcg0AIARBwgFGBEBBAkEAIAIgAGtBAk8EfyAALQABQaABRgVBAAsbIQMMAQtBACEDIARB4gFHIAIgAGtBA0lyBH9BAQUgAC0AAUGAAUcLDQBBA0EAIAAtAAIiA0GvAUYgA0GZAUZyGyEDCyADBEAgACADaiEEA0AgAiAESwR/IAQtAABBMGtBCU0FQQALBEAgBEEBaiEEDAELCyAEIAAgA2prQQNHDQIgByADQQFraiEHIAAgA0EDamohACAFQQFqIQUMAQsLIAZBA0tBACAFGw0AIAEgB2tBPEsNACAAIAJPBH9BAQUgAC0AAEEsRwsNACAAQQFqIgEhAANAIAAgAkkEfyAALQAAQTBrQQlNBUEACwRAIABBAWohAAwBCwsgACABayIBRQ0AIAAgAkkiAwRAIAAtAABBIHJB5QBHDQEgAiAAQQFqIgBLBH8gAC0AAEEtRgR/QQEFIAAtAABBK0YLBUEACwRAIABBAWohAAsgACEEA0AgACACSQR/IAAtAABBMGtBCU0FQQALBEAgAEEBaiEADAELCyAAIARGIAAgAkdyDQELIANFIgAEQCAFRSEACyAABEAgBkEDTSEACyAABEAgAUEDRiEAC0EiQQIgAAR/IAgtAABBMEcFIAALGw8LQQAL6gEBAX4gAa1Clfip+pe33puef34hAyAAQfDbAGohAANAIAFBCE8EQCAAKQMAIAOFQqW+4/TRjIfZn39+IgMgA0IgiIUhAyABQQhrIQEgAEEIaiEADAELCyABQQRPBH4gADUCACAAIAFqQQRrNQIAQiCGhCADhUKlvuP00YyH2Z9/fiIDIANCIIiFBSABBH4gADEAACAAIAFBAXZqMQAAQgiGhCAAIAFqQQFrMQAAQhCGhCADhUKlvuP00YyH2Z9/fiIDIANCIIiFBSADCwtCk/vnsobXv/RWfiIDIANCIIiFJAogAiQVQQAkFgsmAEGQyAQkBUEBJAZCfyQfQdDgACQAQn8kDUEAJCpBACQ2QQAkIgsQACAAQgGEJAIgAUIBhCQ6CxIAIAAkRiABJEcgAiRIIAMkSQuSBAIIfwF+IAMEf0EBBSAAKALAAQtFBEBBAQ8LIAAoAogBIQhBASAAKAKMASIFdEEBa0ECdCEJIwIgACgCxAEEfiABIAIQBwUgAq1Clfip+pe33puef34hDCABIQAgAiEEA0AgBEEITwRAIAApAwAgDIVCpb7j9NGMh9mff34iDEIgiCAMhSEMIARBCGshBCAAQQhqIQAMAQsLIARBBE8EfiAANQIAIAAgBGpBBGs1AgBCIIaEIAyFQqW+4/TRjIfZn39+IgxCIIggDIUFIAQEfiAAMQAAIAAgBEEBdmoxAABCCIaEIAAgBGpBAWsxAABCEIaEIAyFQqW+4/TRjIfZn39+IgxCIIggDIUFIAwLC0KT++eyhte/9FZ+IgxCIIggDIULIANBAXMiCq18fkIgiKciC0EgIAVrdkECdCEGAkADQCAHQYABSQRAIAYgCGoiACgCACIERQ0CIAAgCyAEKAIARgR/IAIgBC8BDEYFQQALBH8gBC0AD0EBcSAKRgVBAAsEfyAEKAIIIQUgASEEIAIhAAJ/A0AgAEEISwRAQQAgBSkDACAEKQMAUg0CGiAAQQhrIQAgBUEIaiEFIARBCGohBAwBCwsgBSkDACAEKQMAhUIIIACtfUIDhoZQCwVBAAshBCEAIAQNAiAGQQRqIAlxIQYgB0EBaiEHDAELC0EAIQALIAAEfyAAKAIABUEAC0ULqAQEDn8Cfgh7AXxBkJUE/QAEACEaQaCVBP0ABAAhGUGwlQT9AAQAIRhBwJUE/QAEACEXQdCVBP0ABAAhFkHglQT9AAQAIRVBfyERA0AgAyAPSwRAIAAgD0ECdEHwlQRqKAIAIg5BAnQiBCABaigCAGpBAWoiBy0AACIGQS1GIQggACACIARqKAIAaiIEIAdrIgcgCCAGQStGcmshBiAEQRBr/QAEACAa/XEgBkEfcUHQkQRq/QAEAP1OIhsgGf1w/WQiBEGAgARyaCEKIBsgCkEEdEHwkQRq/QAEAP0OIBf9lQFBCP2NASAW/boBIhQgFP2GASAV/boB/R0AIhJC/////w+DQoDC1y9+IBJCIIh8IhK5IRwgCkEQRwR/IBwgCkEDdEGAlARqKwMAoyEcQQIFQQELIQkCQCAEIARBAWtxIAQgGyAY/SP9ZHNyIAZBAWtBD0tyIBJCgICAgICAgBBaciAKQRBHIAZBAUYiBCAEG3IEQCAFIgRBAWohBSAEQQJ0QYCoBGogDjYCAAwBCyAOQQN0QdDxA2ogHL0gCCASUCIEQX9zca1CP4aENwMAIBBBAnRB8JUEaiAONgIAIBBB8J0EaiAJOgAAIBBBAWohECAMIApBEEdqIQwgBCALaiELIBEgByAHIBFLGyERIA0gByAHIA1JGyENIBMgB618IRMLIA9BAWohDwwBCwsgBSRBIAwkQiALJFIgESRTIA0kVCATJFUgEAv8BAIEfgJ/IAAkJyABJE8CQCMFIgatIAFBgAJqrUIDhiICQg98QnCDfCIDQr+ABHxCEIg/AKx9IgRCAFUEQCADQv//+/8PVgR/QQEFQRAgBKciASAEQhBXG0AAQQBIBH8gAUAAQQBIBUEACwsNAQsgA6ckBSAGJAkjBSIBrSACQg98QnCDfCIDQr+ABHxCEIg/AKx9IgRCAFUEQCADQv//+/8PVgR/QQEFQRAgBKciBiAEQhBXG0AAQQBIBH8gBkAAQQBIBUEACwsNAQsgA6ckBSABJCgjBSIBrSACQgGIQgR8IgRCD3xCcIN8IgVCv4AEfEIQiD8ArH0iA0IAVQRAIAVC///7/w9WBH9BAQVBECADpyIGIANCEFcbQABBAEgEfyAGQABBAEgFQQALCw0BCyAFpyQFIAEkGiMFIgGtIARCD3xCcIN8IgNCv4AEfEIQiD8ArH0iBEIAVQRAIANC///7/w9WBH9BAQVBECAEpyIGIARCEFcbQABBAEgEfyAGQABBAEgFQQALCw0BCyADpyQFIAEkKSMFIgGtIACtQgKGQg98QnCDfCIDQr+ABHxCEIg/AKx9IgRCAFUEQCADQv//+/8PVgR/QQEFQRAgBKciBiAEQhBXG0AAQQBIBH8gBkAAQQBIBUEACwsNAQsgA6ckBSABJAxBACEBA0AgACABSwRAIwUiBq0gAkIPfEJwg3wiA0K/gAR8QhCIPwCsfSIEQgBVBEAgA0L///v/D1YEf0EBBUEQIASnIgcgBEIQVxtAAEEASAR/IAdAAEEASAVBAAsLDQMLIAOnJAUjDCABQQJ0aiAGNgIAIAFBAWohAQwBCwsPC0EBJEQAC48DAgZ/AX4jKUEAIw4iA0EBakECdPwLACMNQQIgAyADQQJNG62AQgF8IQYDQCADIARLBEAjKSMJIARBA3RqKQMAIAaAp0ECdGoiBSAFKAIAQQFqNgIAIARBAWohBAwBCwsDQCABIANNBEAjKSABQQJ0aiIEKAIAIQUgBCACNgIAIAIgBWohAiABQQFqIQEMAQsLA0AgACADSQRAIykjCSAAQQN0aikDACAGgKdBAnRqIgEoAgAhAiABIAJBAWo2AgAjGiACQQJ0aiAANgIAIABBAWohAAwBCwtBASEBA0AgASADSQRAIwkjGiABQQJ0aiIAKAIAIgJBA3RqKQMAIQYDQCAAIxpLBH8jCSAAQQRrKAIAQQN0aikDACAGVgVBAAsEQCAAIABBBGsiACgCADYCAAwBCwsgACACNgIAIAFBAWohAQwBCwsjCSIAIygiARARIAAkKCABJAkjDCEAA0AgACMMIydBAnRqSQRAIAAoAgAiASMoIgIQESABJCggACACNgIAIABBBGohAAwBCwsLDQAjDCAAQQJ0aigCAAsEACMJCwQAIzALCgAgAEEBNgK8AQsNAEEBJAEgAEEARyQ9CwYAIAAkTgsJACAAQQBHJC8LBwAjACgCCAsaACAAJE0gAEEBaq1Clfip+pe33puef34kPAvLBgIJfwF+IxhBPyACIAJBP08brYhCAYOnIQMgAgR/IAMEfyABIAIQEAVBAAsFQQELBEAjAQR/IAAoArgBIgAEfyAAKAIQQQFxBUEACwVBAAsEQCMAQQE2AhQLDwsCfyAAIgUoAogBIgkEQEEBIAAoAowBIgZ0QQFrQQJ0IQojAiAAKALEAQR+IAEgAhAHBSACrUKV+Kn6l7fem55/fiEMIAEhAyACIQQDQCAEQQhPBEAgAykDACAMhUKlvuP00YyH2Z9/fiIMQiCIIAyFIQwgBEEIayEEIANBCGohAwwBCwsgBEEETwR+IAM1AgAgAyAEakEEazUCAEIghoQgDIVCpb7j9NGMh9mff34iDEIgiCAMhQUgBAR+IAMxAAAgAyAEQQF2ajEAAEIIhoQgAyAEakEBazEAAEIQhoQgDIVCpb7j9NGMh9mff34iDEIgiCAMhQUgDAsLQpP757KG17/0Vn4iDEIgiCAMhQtCAXx+QiCIpyILQSAgBmt2QQJ0IQcCQANAIAhBgAFJBEAgByAJaiIAKAIAIgNFDQIgCyADKAIARgR/IAIgAy8BDEYFQQALBH8gAy0AD0EBcQVBAAsEfyADKAIIIQYgASEDIAIhBAJ/A0AgBEEISwRAQQAgBikDACADKQMAUg0CGiAEQQhrIQQgBkEIaiEGIANBCGohAwwBCwsgBikDACADKQMAhUIIIAStfUIDhoZQCwVBAAsNAiAHQQRqIApxIQcgCEEBaiEIDAELC0EAIQALAkAgAARAIAAoAgAiAARAIAAgACgCBEEBajYCBAwCCwsgBSABIAJBARAKIQALIAAEQCAALQAPQQJ2IgMgBSgCqAFxBEAgBSADIAEgAhAICyAAKQMQJAQgACkDGCQDIwEEQCAALQAPQQJxBEAjAEEBNgIUCyAFKAK8AQRAIAUoAqQBIAEgAhAACwsgAC0ADgwCCwsgAS0AABogBSABIAJBARAOCyEAIwBB0OAAa0EFdkEDdEHQoAFqIgMgAykDACMEIAUpAwCFQqW+4/TRjIfZn39+fDcDACMAKAIMIgMEQCAFKALIASADQQFrQQN0aiMDNwMAIABBBkYEfyMAKAIQBUEACwRAIAUjAyABIAIQDwsLCyQBAX9BNBAGIgJBAEE0/AsAIAIgARAZNgIwIAAgAjYCuAEgAgsNACAAKAIwIAEgAhAbCwUAQcAKC8sEAwp/AXwCfiAAIgIgAWohBANAIAIgBEkEfyACLQAAIglBCUYgCUEgRnIFQQALBEAgAkEBaiECDAELCwNAIAIgBEkEfyAEQQFrLQAAIglBCUYgCUEgRnIFQQALBEAgBEEBayEEDAELCwJAIAIgBEYNACACQQFqIAIgAi0AACICQS1GIgogAkErRnIbIQIDQCACIARJBEACQCACLQAAIgtBMGsiCUEJTQRAQQEhCCAGQRNJBH8gBkEBaiAGIAmtIA1CCn58Ig1CAFIbIQYgA0EBayADIAUbBUEBIAlBAEcgBxshByADIANBAWogBRsLIQMFIAVFIAtBLkZxRQ0BQQEhBQsgAkEBaiECDAILCwsgCEUNACAFRSEGIAIgBEkEQCACLQAAQSByQeUARw0BQQAhBiACQQFqIgIgBEYNASAEIAJBAWogAiACLQAAIghBK0YgCEEtRnIbIgJGDQFBACEFA0AgAiAESQRAIAItAABBMGsiCUEJSw0DIAVBCmwgCWogBSAFQYDC1y9IGyEFIAJBAWohAgwBCwsgA0EAIAVrIAUgCEEtRhtqIQMLAkAgB0UgDUKAgICAgICAEFhxBEAgDbohDCADRQ0BIANBAEggA0FqTnEEQCAMQQAgA2tBA3RBgAlqKwMAoyEMDAILCyANIAMQCyIOvyEMIA5Cf1IEfyAHBH8gDUIBfCADEAsgDlEFQQELBUEACw0AIAAgARACmSEMCyAMmiAMIAobJEUgDEQAAAAAAADwf2EEQEEEDwtBAUECIAYbDwtBAAsIACAAEBkkOwssACM7IAAgARAbIxhCAUE/IAEgAUE/TxuthoQkGCAALQAAQdDeAGpBAToAAAsuACAAIAFBEE0Ef0EEBUEgIAFBAWtnawtBAnRBgAhqIgEoAgA2AgAgASAANgIAC78KAgd/AXtBACQ1A0AgAC0AACIBQQlGIAFBIEZyIAFBDUZyBEAgAEEBaiEADAELCyAALQAAQQpGBEAgAEEBag8LAkAgAC0AAEH7AEcNACMyQQFqJDIjPiQ/IzQhBkHQuAEhAyAAQQFqIQEDQCABLQAAIgJBCUYgAkEgRnIgAkENRnIEQCABQQFqIQEMAQsLIAEtAABB/QBGBEAgASEABQNAIABBAWohACADKAIkIgIEfyAAIQEgAigCECEEAn9BACACKAIUIgVFDQAaA0AgBUEQSgRAQQAgAf0ABAAgBP0ABAD9I/1jRQ0CGiAFQRBrIQUgAUEQaiEBIARBEGohBAwBCwtBASAFdEEBayAB/QAEACAE/QAEAP0j/WRBf3NxRQsFQQALBEAgACACKAIUaiEABSADKAIoIgIEfyAAIQEgAigCECEEAn9BACACKAIUIgVFDQAaA0AgBUEQSgRAQQAgAf0ABAAgBP0ABAD9I/1jRQ0CGiAFQRBrIQUgAUEQaiEBIARBEGohBAwBCwtBASAFdEEBayAB/QAEACAE/QAEAP0j/WRBf3NxRQsFQQALBEAgAyADKAIkNgIoIAMgAjYCJCAAIAIoAhRqIQAFIAAgAxBBIgBFDQQgAygCJCECCwsjMiACKAIgRg0CIAIjMjYCICACIQMgAC0AACIBQQlGIAFBIEZyIAFBDUZyBEADQCAALQAAIgFBCUYgAUEgRnIgAUENRnIEQCAAQQFqIQAMAQsLIAAtAAAhAQsgBiADKAIcNgIAIAFBIkYEfyAAQQFqIgIiAf0ABAAiCP0MIiIiIiIiIiIiIiIiIiIiIv0jIAj9DFxcXFxcXFxcXFxcXFxcXFz9I/1QIAj9DB8fHx8fHx8fHx8fHx8fHx/9dyAI/SP9UP1kIQADQCAARQRAIAFBEGoiAf0ABAAiCP0MIiIiIiIiIiIiIiIiIiIiIv0jIAj9DFxcXFxcXFxcXFxcXFxcXFz9I/1QIAj9DB8fHx8fHx8fHx8fHx8fHx/9dyAI/SP9UP1kIQAMAQsLAkAgASAAaGoiAC0AAEEiRgRAIAIkICAAIAJrJBsMAQsgAiAAECIhAAsgAEUNAyAGIyA2AgQgBiMbNgIIIAZBATYCDCAGQRBqIQYgAEEBagUgAUE5TQRAAkAgAC0AAEEtRiIFIABqIgf9AAQA/QwwMDAwMDAwMDAwMDAwMDAw/XH9DAkJCQkJCQkJCQkJCQkJCQn9Kv1kIgRBf3NoIgJBEE8EQCAAEBIhAQwBC0EAIQEgAgR/IAJBAUsEfyAHLQAAQTBGBUEACwVBAQsNACACIAdqLQAAIgFBLkYEfyAEIAJBAWp2QX9zaCIBRQRAIAAQEiEBDAILIAIgAUEBamoiAkEQTwRAIAAQEiEBDAILIAIgB2otAAAFIAELQSByQeUARgR/IAAQEgUgAiAFagshAQsFIAFB5gBGBH9BBUEAIAAoAgFB4djNqwZGGwVBBEEAIAAoAgBB9OTVqwZGGwshAQsgAQR/IAYgADYCBCAGIAE2AgggBkEANgIMIAZBEGohBiAAIAFqBSAAKAIAQe7qseMGRw0EIABBBGoLCyIALQAAIgFBCUYgAUEgRnIgAUENRnIEQANAIAAtAAAiAUEJRiABQSBGciABQQ1GcgRAIABBAWohAAwBCwsgAC0AACEBCyABQSxGDQALIAFB/QBHDQELIABBAWohAQNAIAEtAAAiAEEJRiAAQSBGciAAQQ1GcgRAIAFBAWohAQwBCwsgAS0AAEEKRw0AIAYkNSABQQFqDwtBAAvKBAIEfwF7IAAhAgNAIAItAAAiA0EJRiADQSBGciADQQ1GcgRAIAJBAWohAgwBCwsgAi0AAEEiRwRAQQAPCyACQQFqIgQhAyAE/QAEACIG/QwiIiIiIiIiIiIiIiIiIiIi/SMgBv0MXFxcXFxcXFxcXFxcXFxcXP0j/VAgBv0MHx8fHx8fHx8fHx8fHx8fH/13IAb9I/1Q/WQhAgNAIAJFBEAgA0EQaiID/QAEACIG/QwiIiIiIiIiIiIiIiIiIiIi/SMgBv0MXFxcXFxcXFxcXFxcXFxcXP0j/VAgBv0MHx8fHx8fHx8fHx8fHx8fH/13IAb9I/1Q/WQhAgwBCwsCQCADIAJoaiICLQAAQSJGBEAgBCQgIAIgBGskGwwBCyAEIAIQIiECCyMbRSACRXIjG0GAIEtyBEBBAA8LIxMhAyMgIxsQIyIERQRAQQAPCyMTIANHBEBBASQzCyACQQFqIQIDQCACLQAAIgNBCUYgA0EgRnIgA0ENRnIEQCACQQFqIQIMAQsLIAItAABBOkcEQEEADwsgAkEBaiECA0AgAi0AACIDQQlGIANBIEZyIANBDUZyBEAgAkEBaiECDAELCyABIAEoAiQ2AiggASAENgIkIAIgAGsiAUEAIAFBgAhNGyIBIAQoAhgiA0sEQCADBEAgBCgCECIFIANBEE0Ef0EEBUEgIANBAWtnawtBAnRBgAhqIgMoAgA2AgAgAyAFNgIACyAEIAEQBjYCECAEIAE2AhgLIAQoAhAgACAB/AoAACAEIAE2AhQgAguFFAQSfwN+AXwCe0EAJCpBACQzIAFBIGoiAyMxSwRAIzEEQCM+IgQjMSIFQRBNBH9BBAVBICAFQQFrZ2sLQQJ0QYAIaiIFKAIANgIAIAUgBDYCAAsgAxAGJD4gAyQxCyM0RQRAQYDiCRAGJDQLIAAgAWohESAAIQMjQCEOA0AgAyARSQRAAkAgAyIIEEAiA0UgAyAIa0GAgIAIS3IEQEECJCogDSAIIA0bIQ0MAQsjMwRAIA0gCCANGyENDAMLIzUEQCMIQQN0QdCgAWpCADcDACMIQQV0QdDgAGokACMAIgEgDjYCCCABQQA2AgwgASM9NgIUIAEjPCACIAggAGutfIUiFSAVQiGIhULNmdbq/vrrqH9+IhUgFUIhiIVC09iX1OG/rudEfiIVIBVCIYiFNwMAIw0gASkDAFoEQCMAIgQpAwAhFSMOIgVBAWokDiAFQQN0IgYjCWogFTcDACMMIQEDQCABIwwjJ0ECdGpJBEAgASgCACAGakKAgICAgIDA/P8ANwMAIAFBBGohAQwBCwsgBCAFQQFqNgIMIAQgBCkDACMNQgWIWDYCECMZIgFBAWokGSABQQJ0QdCwAWojCDYCAAsjCEEBaiQII1EhCSM0IQwDQCAMIzVJBEAgDCgCACEKIAwoAgQhBCAMKAIMBEAgCiAEIAwoAggQOAUCQCAMKAIIIgVFBEAjAQR/IAooArgBIgEEfyABKAIQQQFxBUEACwVBAAsEQCMAQQE2AhQLDAELIxhBPyAFIAVBP08brYhCAYOnBEAgBCAFEBAEQCMBBH8gCigCuAEiAQR/IAEoAhBBAXEFQQALBUEACwRAIwBBATYCFAsMAgsLIy8EQCAKIAQgBRAgBQJAAkAgCigCiAEiEgRAQQEgCigCjAEiB3RBAWtBAnQhFCAKKALEAQR+IAQgBRAHBSAFrUKV+Kn6l7fem55/fiEVIAQhASAFIQYDQCAGQQhPBEAgASkDACAVhUKlvuP00YyH2Z9/fiIVIBVCIIiFIRUgBkEIayEGIAFBCGohAQwBCwsgBkEETwR+IAE1AgAgASAGakEEazUCAEIghoQgFYVCpb7j9NGMh9mff34iFSAVQiCIhQUgBgR+IAExAAAgASAGQQF2ajEAAEIIhoQgASAGakEBazEAAEIQhoQgFYVCpb7j9NGMh9mff34iFSAVQiCIhQUgFQsLQpP757KG17/0Vn4iFSAVQiCIhQsjAn5CIIinIhNBICAHa3ZBAnQhD0EAIRACQANAIBBBgAFJBEAgDyASaiIBKAIAIgdFDQIgASATIAcoAgBGBH8gBSAHLwEMRgVBAAsEfyAHLQAPQQFxBUEBCwR/QQAFIAcoAgghCyAEIQcgBSEBAn8DQCABQQhLBEBBACALKQMAIAcpAwBSDQIaIAFBCGshASALQQhqIQsgB0EIaiEHDAELCyALKQMAIAcpAwCFQgggAa19QgOGhlALCyEHIQEgBw0CIA9BBGogFHEhDyAQQQFqIRAMAQsLQQAhAQsCQCABBEAgASgCACIBBEAgASABKAIEQQFqNgIEDAILCyAKIAQgBUEAEAohAQsgAQRAIAEtAA9BAnYiBiAKKAKoAXEEQCAKIAYgBCAFEAgLIAEpAxAkBCABKQMYJAMjAQRAIAEtAA9BAnEEQCMAQQE2AhQLIAooArwBBEAgCigCpAEgBCAFEAALCyABLQAOIQYMAgsLIAQtAAAiAUE5TQRARAAAAAAAAPh/IRgCQCAFIAFBLUYiBiABQStGciIBayIHQQFrQQ9LDQBBASAHdEEBayABIARq/QAEAP0MMDAwMDAwMDAwMDAwMDAwMP1xIhr9DAkJCQkJCQkJCQkJCQkJCQn9Kv1kQX9zcSELQQEkBv0MAAECAwQFBgcICQoLDA0ODyAHQRBr/Q/9biEZIAsEfyALaCEPIAsgC0EBa3EEf0EBBSABIARqIA9qLQAAQS5HCyAHQQFGcg0BQQIkBiAZIBkgD/0P/Sn9biEZIAdBAWsgD2sFQQALIQEgGiAZ/Q4iGf0M/wD/AP8A/wD/AP8A/wD/AP1O/QwKAAoACgAKAAoACgAKAAoA/ZUBIBlBCP2NAf2OAf0MZAABAGQAAQBkAAEAZAABAP26ASIZIBn9hgH9DBAnAQAQJwEAECcBABAnAQD9ugH9HQAiFUL/////D4NCgMLXL34gFUIgiHwiFUKAgICAgICAEFgEfCAVuSEYIAEEfCAYIAFBA3RBgAlqKwMAowUgGAsFIBVBACABaxALIhVCf1ENASAVvwu9IAatQj+GhL8hGAsgGJlEAAAAAAAAQENjBEBEAAAAAAAAAAAgGCAYRAAAAAAAAAAAYRsiGL0iFUKowc/Sv7nz3XGFQqW+4/TRjIfZn39+IhYgFkIgiIVCk/vnsobXv/RWfiIWIBZCIIiFJAQgFSQDIwYiBkEBRgRAIAogCikDEEIBfDcDEAUgCiAKKQMYQgF8NwMYCyAKIAopA2AgBa18NwNgIAUgCigCgAFJBEAgCiAFNgKAAQsgBSAKKAKEAUsEQCAKIAU2AoQBCyAKKALMAUEBakGACEsEQCAKEA0LIAogCigCzAFBAWo2AswBIApB0AFqIBi9IhZCNIinQf8PcSIHQQV2QQJ0aiILKAIAIgFFBEBBgBgQBiIBQQBBgBj8CwAgCyABNgIACyAWQv////////8HgyIVQoCAgICAgIAIhCAVIAcbIhdCGoghFSABQYAQaiAHQR9xQQV0aiIBIAEpAwAgFkI/hyIWIBeFIBZ9fDcDACABIAEpAwggFSAVfnw3AwggASABKQMQIBdC////H4MiFiAWfnw3AxAgASABKQMYIBUgFn58NwMYIBhEAAAAAAAAAABhBEAgCiAKKQNAQgF8NwNACyAYIAorA1BjBEAgCiAYOQNQCyAYIAorA1hkBEAgCiAYOQNYCyAKKAKgASMEIhUgFUIhiIVCzZnW6v7666h/fiIVIBVCIYiFQtPYl9Thv67nRH4iFSAVQiGIhSIVQjKIp2oiAS0AACAVQg6GQoDAAIR5p0EBaiIHSQRAIAEgBzoAAAsjAQRAIAogBiAYIAQgBRAJCwwCCwsgCiAEIAVBABAOIQYLIwBB0OAAa0EFdkEDdEHQoAFqIgEgASkDACMEIAopAwCFQqW+4/TRjIfZn39+fDcDACMAKAIMIgFFDQAgCigCyAEgAUEBa0EDdGojAzcDACAGQQZGBH8jACgCEAVBAAsEQCAKIwMgBCAFEA8LCwsLCyAJQQFrIAkgCQR/IAooArgBIgEEfyABKAIQQQFxBUEACwVBAAsbIQkgDEEQaiEMDAELC0Hk4AAoAgBBAEcQHyAJcgRAIAggAyAIayAOEAELCyAOQQFqIQ4MAgsLCyAOJEAjKkEBIzMbRQRAQQEkKgsgDSARIA0bIABrCwoAIAAkQCABJFELKgAgAUUgAUGAIEtyBEBBAA8LIAAgARAjIgBFBEBBAA8LIAAgAjYCHEEBCxIAIABBAnRBkLkBaigCACgCDAsSACAAQQJ0QZC5AWooAgAoAggLFQAgACgCiAEEQCAAQQAQFQsgABANC4ABAQF/QdADEAYiAkEAQdAD/AsAIAIgADYCpAEgAiABNwMAIAJEAAAAAAAA8H85A1AgAkQAAAAAAADw/zkDWCACQX82AoABIAJBHzYCqAEgAiMMIABBAnRqKAIANgLIAUHAABAGIgBBAEHAAPwLACACIAA2AogBIAJBBDYCjAEgAgu0BQIRfwF+IzchCiMjRQRAQYACQYCACCAKQQFqIgJBAnRuIgUgBUGAAksbIgVBASAFGyQkIyQgAmxBAnQkIyMjEAYkHgsjLSEPIyRBAnQhDiMdIxRBAnRqIRAjQyECIx4hBSMdIQsDQCALIBBJBEACQCALKAIAIhFBgICAgHhxBEAgDEEBaiEMDAELIANBAWohAyAPIAAgEWotAAAiBkYEQCADIApJBEAgBSADIA5saiARNgIACyARQQFqIQ0MAQsgEUEBayARIAZBCkYgDSARSXEEfyAAIBFqQQFrLQAAQQ1GBUEACxsiEiANRiADIgZBAUYiAyADGyAEIQcgEUEBaiINIQRBACEDBEAgAkEBaiECDAELIBIgB2tBgICACEsEQEEDJCJBAA8LIAIiCCAMQQFqaiECQQAhDCMuBEAjLkEBayQuDAELIAYgCkcEQEEBJCJBAA8LIAUgB0EBazYCACAFIAogDmxqIBI2AgAjCEEDdEHQoAFqQgA3AwAjCEEFdEHQ4ABqJAAjACIGIAg2AgggBkEANgIMIAYjPTYCFCAGIzwgASAHrXyFIhMgE0IhiIVCzZnW6v7666h/fiITIBNCIYiFQtPYl9Thv67nRH4iEyATQiGIhTcDACMNIAYpAwBaBEAjACIHKQMAIRMjDiIIQQFqJA4gCEEDdCIRIwlqIBM3AwAjDCEGA0AgBiMMIydBAnRqSQRAIAYoAgAgEWpCgICAgICAwPz/ADcDACAGQQRqIQYMAQsLIAcgCEEBajYCDCAHIAcpAwAjDUIFiFg2AhAjGSIGQQFqJBkgBkECdEHQsAFqIwg2AgALIwhBAWokCCAFQQRqIQUgCUEBaiIJIyRGBEAgACAJECRBACEJIx4hBQsLIAtBBGohCwwBCwsgCQRAIAAgCRAkCyACJEMjIkULBAAjLguFAgEDfyABQcgAakECdCIDIzhLBEAjOARAIx0iBCM4IgVBEE0Ef0EEBUEgIAVBAWtnawtBAnRBgAhqIgUoAgA2AgAgBSAENgIACyADEAYkHSADJDgLIAAgASMtIx0QTSQUIzYEQEECJCILIAEgAksEQEEAIQEDQCABIxRJBEACQEEBIx0gAUECdGooAgAiA0EBaiACSSADQYCAgIB4cRsNACMtIAAgA2otAABGDQAgAUEBaiQUCyABQQFqIQEMAQsLCwNAIxQEQCMdIxRBAWtBAnRqKAIAIgFBgICAgHhxBH9BAAUjLSAAIAFqLQAARwsEQCABQQFqDwsjFEEBayQUDAELC0EAC/oCAQF8IAAkLSABJFYjIwRAIx4iACMjIgFBEE0Ef0EEBUEgIAFBAWtnawtBAnRBgAhqIgEoAgA2AgAgASAANgIAC0EAJCMgAiQ3IAMkLiAEJENBACQiRAAAAAAAAPA/IQVBECEBA0AgAUEATgRAQQAhAANAIABBEEgEQCABQQR0QfCRBGogAGogACAAQQFrQf8BIAAbIAFBEEYgACABSnIbOgAAIABBAWohAAwBCwsgAUEDdEGAlARqIAU5AwAgBUQAAAAAAAAkQKIgBSABQRBIGyEFIAFBAWshAQwBCwtBkJUE/QwwMDAwMDAwMDAwMDAwMDAw/QsEAEGglQT9DHZ2dnZ2dnZ2dnZ2dnZ2dnb9CwQAQbCVBP0M/v7+/v7+/v7+/v7+/v7+/v0LBABBwJUE/QwBCgEKAQoBCgEKAQoBCgEK/QsEAEHQlQT9DGQAAQBkAAEAZAABAGQAAQD9CwQAQeCVBP0MECcBABAnAQAQJwEAECcBAP0LBAAL2AoDBH8Mfgl7QQAkNiAC/Q8hFCADIQRCASEOA0AgASAGSwRAIAAgBmoiBf0ABAAiFSAU/SP9ZCAF/QAEECIWIBT9I/1kQRB0cq0gBf0ABCAiFyAU/SP9ZCAF/QAEMCIYIBT9I/1kQRB0cq1CIIaEIAEgBmsiBUHAAEkEfkIBIAWthkIBfQVCfwsiEIMhCyAKIBX9DA0NDQ0NDQ0NDQ0NDQ0NDQ39IyIZIBb9DA0NDQ0NDQ0NDQ0NDQ0NDQ39IyIa/VAgF/0MDQ0NDQ0NDQ0NDQ0NDQ0NDf0jIhsgGP0MDQ0NDQ0NDQ0NDQ0NDQ0NDf0jIhz9UP1Q/VMEfiAQIBn9ZCAa/WRBEHRyrSAb/WQgHP1kQRB0cq1CIIaEgwVCAAsiEkIBhiAPhCAQIBX9DAoKCgoKCgoKCgoKCgoKCgr9I/1kIBb9DAoKCgoKCgoKCgoKCgoKCgr9I/1kQRB0cq0gF/0MCgoKCgoKCgoKCgoKCgoKCv0j/WQgGP0MCgoKCgoKCgoKCgoKCgoKCv0j/WRBEHRyrUIghoSDIgxCf4WDIBCDhCEKIBJCP4ghDyAQIBX9DCIiIiIiIiIiIiIiIiIiIiL9I/1kIBb9DCIiIiIiIiIiIiIiIiIiIiL9I/1kQRB0cq0gF/0MIiIiIiIiIiIiIiIiIiIiIv0j/WQgGP0MIiIiIiIiIiIiIiIiIiIiIv0j/WRBEHRyrUIghoSDIhEgCyAMhIQhEyAJIQggEUIAUgRAIBAgESAIIBFCAYYgEYUiCCAIQgKGhSIIIAhCBIaFIgggCEIIhoUiCCAIQhCGhSIIIAhCIIaFhSIIQn+FgyIJQgGGIA2EIBIgE4RCf4WDgyAKIAggEYMgE0IBhiAOhEJ/hYOEhCEKIAlCP4ghDSAIQj+HIQkFIA2nBEBCACENIAogEiAThEJ/hUIBgyAQg4QhCgsLIBNCP4ghDiALIAhCf4WDIAyEIQsgCCAMgyIIUARAIAQgC3unQQJ0agNAIAQgBiALeqdqNgIAIAQgBiALIAtCAX2DIgh6p2o2AgQgBCAGIAggCEIBfYMiCHqnajYCCCAEIAYgCCAIQgF9gyIIeqdqNgIMIAQgBiAIIAhCAX2DIgh6p2o2AhAgBCAGIAggCEIBfYMiCHqnajYCFCAEIAYgCCAIQgF9gyIIeqdqNgIYIAQgBiAIIAhCAX2DIgh6p2o2AhwgBEEgaiEEIAggCEIBfYMiC0IAUg0ACyEEBQNAIAtCAFIEQCAEIAYgC3oiDKdqIAggDIinQQFxQR90cjYCACAEQQRqIQQgCyALQgF9gyELDAELCwsgBkFAayEGDAELCyAKQgBSBEBBASRXIAAhBCABIQVBACEAIAMhAQNAIAAgBUkEQAJAIAAgBGotAABBIkYEQCAAQQFqIQADQAJAIAAgBU8NAyAAIARqIgYtAAAiB0EiRgR/IABBAWogBU8NBCAGLQABQSJHDQEgAEECagUgB0EKRiIGBH8gACAEakEBay0AAEENRgUgBgtFIAdBCkZxIAdBDUZyBEAgASAAQYCAgIB4cjYCACABQQRqIQELIABBAWoLIQAMAQsLIAQgAEEBaiIAai0AACIGQQpHIAIgBkdxIAZBDUdxBEBBASQ2DAILBQNAIAAgBUkEQCAAIARqLQAAIgZBCkYgAiAGRnIgBkENRnJFBEAgAEEBaiEADAILCwsgACAFTw0BCyAAIARqIgYtAABBDUYEQCAAQQFqIgcgBU8NASAHIAAgBi0AAUEKRhshAAsgASAANgIAIAFBBGohASAAQQFqIQAMAgsLCyABIANrQQJ2DwsgBCADa0ECdgvJAgMDfwR7AX4DQCABIAJLBEAgAyAAIAJqIgP9AAQAIgX9DCIiIiIiIiIiIiIiIiIiIiL9I/1kIAP9AAQQIgb9DCIiIiIiIiIiIiIiIiIiIiL9I/1kQRB0cq0gA/0ABCAiB/0MIiIiIiIiIiIiIiIiIiIiIv0j/WQgA/0ABDAiCP0MIiIiIiIiIiIiIiIiIiIiIv0j/WRBEHRyrUIghoQgASACayIDQcAASQR+QgEgA62GQgF9BUJ/CyIJg3unaiEDIAQgCSAF/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZCAG/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZEEQdHKtIAf9DAoKCgoKCgoKCgoKCgoKCgr9I/1kIAj9DAoKCgoKCgoKCgoKCgoKCgr9I/1kQRB0cq1CIIaEg3unaiEEIAJBQGshAgwBCwsgBCRYIAMLzA8CDH8DfiMYIRIDQCAEIAVLBEAgASAFQQJ0IgcgAmooAgBqQQFqIQYgASADIAdqKAIAaiAGayIHrUKV+Kn6l7fem55/fiETA0AgB0EITwRAIAYpAwAgE4VCpb7j9NGMh9mff34iEUIgiCARhSETIAdBCGshByAGQQhqIQYMAQsLIAVBAnQiCEHQgQRqIwIgB0EETwR+IAY1AgAgBiAHakEEazUCAEIghoQgE4VCpb7j9NGMh9mff34iEUIgiCARhQUgBwR+IAYxAAAgBiAHQQF2ajEAAEIIhoQgBiAHakEBazEAAEIQhoQgE4VCpb7j9NGMh9mff34iEUIgiCARhQUgEwsLQpP757KG17/0Vn4iEUIgiCARhX5CIIinIgY2AgAgCEHQiQRqIAAoAogBIAZBICAAKAKMAWt2QQJ0aigCADYCACAFQQFqIQUMAQsLQQAhBgNAIAQgBksEQCAGQQJ0IgVB0IkEaiIHKAIAIQggByAIQQAgBUHQgQRqKAIAIAgoAgBGGzYCACAGQQFqIQYMAQsLIAApAwAhEQNAIAQgDUsEQCANQQJ0IgZB0IEEaigCACELIAZB0IkEaigCACEFIAEgAyAGaigCAGogASACIAZqKAIAakEBaiIGayIHBH8gBi0AAEEiRgVBAAsEQCAGIAcQDCEGIxwiByEIIAetQpX4qfqXt96bnn9+IRMgBiEFA0AgCEEITwRAIAUpAwAgE4VCpb7j9NGMh9mff34iE0IgiCAThSETIAhBCGshCCAFQQhqIQUMAQsLIwIgCEEETwR+IAU1AgAgBSAIakEEazUCAEIghoQgE4VCpb7j9NGMh9mff34iE0IgiCAThQUgCAR+IAUxAAAgBSAIQQF2ajEAAEIIhoQgBSAIakEBazEAAEIQhoQgE4VCpb7j9NGMh9mff34iE0IgiCAThQUgEwsLQpP757KG17/0Vn4iE0IgiCAThX5CIIinIQtBACEFCwJAIAcEfyASQT8gByAHQT9PG62IQgGDpwR/IAYgBxAQBUEACwVBAQsEQCANQQN0QdDxA2pCgICAgICAwPz/ADcDACMBRQ0BIA1BBXRB0OAAaiQAIwEEfyAAKAK4ASIFBH8gBSgCEEEBcQVBAAsFQQALBEAjAEEBNgIUCwwBCyAAKALEASIIBEAgACgCiAEhCkEBIAAoAowBIgl0QQFrQQJ0IQ8gCAR+IAYgBxAHBSAHrUKV+Kn6l7fem55/fiETIAYhBSAHIQgDQCAIQQhPBEAgBSkDACAThUKlvuP00YyH2Z9/fiITQiCIIBOFIRMgCEEIayEIIAVBCGohBQwBCwsgCEEETwR+IAU1AgAgBSAIakEEazUCAEIghoQgE4VCpb7j9NGMh9mff34iE0IgiCAThQUgCAR+IAUxAAAgBSAIQQF2ajEAAEIIhoQgBSAIakEBazEAAEIQhoQgE4VCpb7j9NGMh9mff34iE0IgiCAThQUgEwsLQpP757KG17/0Vn4iE0IgiCAThQsjAn5CIIinIhBBICAJa3ZBAnQhCEEAIQ4CQANAIA5BgAFJBEAgCCAKaiIFKAIAIglFDQIgECAJKAIARgR/IAcgCS8BDEYFQQALBH8gCS0AD0EBcQVBAQsEf0EABSAJKAIIIQwgBiEJIAchCwJ/A0AgC0EISwRAQQAgDCkDACAJKQMAUg0CGiALQQhrIQsgDEEIaiEMIAlBCGohCQwBCwsgDCkDACAJKQMAhUIIIAutfUIDhoZQCwsNAiAIQQRqIA9xIQggDkEBaiEODAELC0EAIQULAkAgBQRAIAUoAgAiBQRAIAUgBSgCBEEBajYCBAwCCwsgACAGIAdBABAKIQULBSAFBH8gByAFLwEMRgR/IAUtAA9BAXEFQQELBH9BAAUgBSgCCCEOIAYhCCAHIQkCfwNAIAlBCEsEQEEAIA4pAwAgCCkDAFINAhogCUEIayEJIA5BCGohDiAIQQhqIQgMAQsLIA4pAwAgCCkDAIVCCCAJrX1CA4aGUAsLBUEACwRAIAUgBSgCBEEBajYCBAUgACgCiAEhD0EBIAAoAowBIgV0QQFrQQJ0IRAgC0EgIAVrdkECdCEJQQAhDAJAA0AgDEGAAUkEQCAJIA9qIgUoAgAiCEUNAiAFIAsgCCgCAEYEfyAHIAgvAQxGBUEACwR/IAgtAA9BAXEFQQELBH9BAAUgCCgCCCEOIAYhBSAHIQgCfwNAIAhBCEsEQEEAIA4pAwAgBSkDAFINAhogCEEIayEIIA5BCGohDiAFQQhqIQUMAQsLIA4pAwAgBSkDAIVCCCAIrX1CA4aGUAsLIQghBSAIDQIgCUEEaiAQcSEJIAxBAWohDAwBCwtBACEFCwJAIAUEQCAFKAIAIgUEQCAFIAUoAgRBAWo2AgQMAgsLIAAgBiAHQQAQCiEFCwsLIAVFBEAgDQ8LIA1BA3QiCEHQoAFqIgkgCSkDACARIAUpAxCFQqW+4/TRjIfZn39+fDcDACAIQdDxA2ogBSkDGDcDACAFLQAPQQJ2IgggACgCqAFxBEAgDUEFdEHQ4ABqJAAgACAIIAYgBxAICyMBBEAgDUEFdEHQ4ABqJAAgBS0AD0ECcQRAIwBBATYCFAsgACgCvAEEQCAAKAKkASAGIAcQAAsLCyANQQFqIQ0MAQsLIAQL5A0EDn8CewN+AXwgACkDACEXIyEhDSAAKAKAASEPIAAoAoQBIQ4gBEECdEHwnwRqQX82AgAgBUECdEGAqARqQX82AgADQCALIAxqIAQgBWpJBEAgDCAMQQJ0QfCfBGooAgAiBiALQQJ0QYCoBGooAgAiB0siCUVqIQwgCSALaiELIAEgByAGIAkbIhBBAnQiBiACaigCAGpBAWohCCABIAMgBmooAgBqIAhrIQcgCC0AAEEiRgRAIAggBxAMIQgjHCEHCyAILQAAIgZBOU0EfyAJRQRARAAAAAAAAPh/IRkCQCAHIAZBLUYiESAGQStGciIGayIKQQFrQQ9LDQBBASAKdEEBayAGIAhq/QAEAP0MMDAwMDAwMDAwMDAwMDAwMP1xIhX9DAkJCQkJCQkJCQkJCQkJCQn9Kv1kQX9zcSEJQQEkBv0MAAECAwQFBgcICQoLDA0ODyAKQRBr/Q/9biEUIAkEfyAJaCESIApBAUYhEyAJIAlBAWtxBH9BAQUgBiAIaiASai0AAEEuRwsgE3INAUECJAYgFCAUIBL9D/0p/W4hFCAKQQFrIBJrBUEACyEGIBUgFP0OIhT9DP8A/wD/AP8A/wD/AP8A/wD9Tv0MCgAKAAoACgAKAAoACgAKAP2VASAUQQj9jQH9jgH9DGQAAQBkAAEAZAABAGQAAQD9ugEiFCAU/YYB/QwQJwEAECcBABAnAQAQJwEA/boB/R0AIhZC/////w+DQoDC1y9+IBZCIIh8IhZCgICAgICAgBBYBHwgFrkhGSAGBHwgGSAGQQN0QYAJaisDAKMFIBkLBSAWQQAgBmsQCyIWQn9RDQEgFr8LvSARrUI/hoS/IRkLIBmZRAAAAAAAAEBDYwRAIBBBA3RB0PEDakQAAAAAAAAAACAZIBlEAAAAAAAAAABhGyIZOQMAIxIiBkEBaiQSIAZBAnRB8JUEaiAQNgIAIwZBAUYEQCAAIAApAxBCAXw3AxAFIAAgACkDGEIBfDcDGAsgGUQAAAAAAAAAAGEEQCAAIAApA0BCAXw3A0ALIwEEQCAQQQV0QdDgAGokACAAIwYgGSAIIAcQCQsgByAPIAcgD0kbIQ8gByAOIAcgDksbIQ4gGCAHrXwhGAwECwsgCC0AAEEwa0EJSwR/QQAF/QwTERERERkRExEVEBISEhIQIAj9AAQAIhT9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwEAAIBCAAIABAQEBAQEBAQIBRBBP1t/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WQgFP0MKysrKysrKysrKysrKysrK/0j/WQgFP0MLS0tLS0tLS0tLS0tLS0tLf0j/WRyIBT9DCAgICAgICAgICAgICAgICD9UP0MZWVlZWVlZWVlZWVlZWVlZf0j/WRBAXRBf3NxckH//wNBASAHdEEBayAHQRBPG3ELBSAGQSByIgZB7gBGIAZB6QBGciAGQeYARnIgBkH0AEZyRQsEQCAHrUKV+Kn6l7fem55/fiEWIAghCSAHIQYDQCAGQQhPBEAgCSkDACAWhUKlvuP00YyH2Z9/fiIWQiCIIBaFIRYgBkEIayEGIAlBCGohCQwBCwsgEEEDdEHQ8QNqIAZBBE8EfiAJNQIAIAYgCWpBBGs1AgBCIIaEIBaFQqW+4/TRjIfZn39+IhZCIIggFoUFIAYEfiAJMQAAIAkgBkEBdmoxAABCCIaEIAYgCWpBAWsxAABCEIaEIBaFQqW+4/TRjIfZn39+IhZCIIggFoUFIBYLC0KT++eyhte/9FZ+IhZCIIggFoUiFkINiEKAgICAgICAfIQ3AwAgDUEDdEGQuARqIBY3AwAgDUECdEGQsARqIBA2AgAgDUEBaiENIAghCiAHIgYhCQNAIAlBAEoEQCAK/QAEACIU/WQEQCAGIBT9DMDAwMDAwMDAwMDAwMDAwMD9Jf1kQf//A0EBIAl0QQFrIAlBEE4bcWlrIQYLIAlBEGshCSAKQRBqIQoMAQsLIAYgDyAGIA9JGyEPIAYgDiAGIA5LGyEOIBggBq18IRggACgCqAFBAXEEQCAQQQV0QdDgAGokACAAQQEgCCAHEAgLIwEEQCAQQQV0QdDgAGokACAAQQZEAAAAAAAAAAAgCCAHEAkLDAILIBBBBXRB0OAAaiQAIAAgCCAHQQAQDhogEEEDdCIGQdCgAWoiByAHKQMAIBcjBIVCpb7j9NGMh9mff358NwMAIAZB0PEDaiMDNwMADAELCyAAIAApAzggDSMha618NwM4IA0kISAAIBggACkDYHw3A2AgACAAKAKAASIBIA8gASAPSRs2AoABIAAgACgChAEiACAOIAAgDksbNgKEAQv4BAMFfwN+A3sgACkDACEGIxIhAwNAIAEgA0kEQCABQQJ0QfCVBGooAgBBA3QiBEHQ8QNqKQMAQqjBz9K/ufPdcYVCpb7j9NGMh9mff34iB0IgiCAHhUKT++eyhte/9FZ+IgdCIIggB4UhByAEQdCgAWoiBCAEKQMAIAYgB4VCpb7j9NGMh9mff358NwMAIAFBA3RBkLgEaiAHIAdCIYiFQs2Z1ur++uuof34iB0IhiCAHhULT2JfU4b+u50R+IgdCIYggB4U3AwAgAUEBaiEBDAELCyAAKAKgASEBA0AgAiADSQRAIAEgAkEDdEGQuARqKQMAIgZCMoinaiEEIAZCDoZCgMAAhHmnQQFqIgUgBC0AAEsEQCAEIAU6AAALIAJBAWohAgwBCwsgAyAAKALMAWpBgAhLBEAgABANCyAAIAMgACgCzAFqNgLMASAAKwNQ/RQhCSAAKwNY/RQhCkEAIQIDQCACIANJBEAgCSACQQJ0QfCVBGooAgBBA3RB0PEDaiIB/QoDACIL/fYBIQkgCiAL/fcBIQogAEHQAWogASkDACIHQjSIp0H/D3EiBEEFdkECdGoiBSgCACIBRQRAQYAYEAYiAUEAQYAY/AsAIAUgATYCAAsgB0L/////////B4MiBkKAgICAgICACIQgBiAEGyIGQhqIIQggAUGAEGogBEEfcUEFdGoiASABKQMAIAdCP4ciByAGhSAHfXw3AwAgASABKQMIIAggCH58NwMIIAEgASkDECAGQv///x+DIgYgBn58NwMQIAEgASkDGCAGIAh+fDcDGCACQQFqIQIMAQsLIAAgCf0hADkDUCAAIAr9IQA5A1gLmAQCAn4DfyAAIAEgAiADIAQgBRBTIQggASACIAMjEhAsJBIjEgRAIAAgACkDECMSI0JrrXw3AxAgACAAKQMYI0KtfDcDGCAAIAApA0AjUq18NwNAIAAjVSAAKQNgfDcDYCAAIAAoAoABIgQjUyIFIAQgBUkbNgKAASAAIAAoAoQBIgQjVCIFIAQgBUsbNgKEAQsgACgCuAEEQEEAIQQDQCAEIxJJBEAgASAEQQJ0QfCVBGooAgAiBUECdCIJIAJqKAIAakEBaiEKIAEgAyAJaigCAGogCmshCSAFQQV0QdDgAGokACAAIARB8J0Eai0AACAFQQN0QdDxA2orAwAgCiAJEAkgBEEBaiEEDAELCwsgCCNBcgRAIAAgASACIAMgCCNBEFALIAApAwAhBkEAIQEDQCABIyFJBEAgAUECdEGQsARqKAIAQQN0QdCgAWoiAiACKQMAIAYgAUEDdEGQuARqIgIpAwAiB4VCpb7j9NGMh9mff358NwMAIAIgByAHQiGIhULNmdbq/vrrqH9+IgdCIYggB4VC09iX1OG/rudEfiIHQiGIIAeFNwMAIAFBAWohAQwBCwsgACgCoAEhAiMhIQNBACEBA0AgASADSQRAIAIgAUEDdEGQuARqKQMAIgZCMoinaiEEIAZCDoZCgMAAhHmnQQFqIgUgBC0AAEsEQCAEIAU6AAALIAFBAWohAQwBCwsgABBRC4QJAwx/A34BeyMYIRQgACgCvAFBAEciBgR/IAYFIAAoAqgBQQFxCyENQQBBOSAGGyEOIAAoAoABIRAgACgChAEhESAEIQkDQCAFIAlLBEAgDiEEIAEgCUECdCIHIAJqKAIAakEBaiEGIAEgAyAHaigCAGogBmsiBwR/IAYtAABBIkYFQQALBEAgBiAHEAwhBiMcIQdBACEECwJAIAcEfyAUQT8gByAHQT9PG62IQgGDpwR/IAYgBxAQBUEACwVBAQsEQCAJQQN0QdDxA2pCgICAgICAwPz/ADcDACMBRQ0BIAlBBXRB0OAAaiQAIwEEfyAAKAK4ASIEBH8gBCgCEEEBcQVBAAsFQQALBEAjAEEBNgIUCwwBCyAHQRFNIAYtAAAiCCAETXEEQCALIgRBAWohCyAEQQJ0QfCVBGogCTYCAAwBCyANBH9BAQUgCEE5TQR/IAYtAABBMGtBCUsEf0EABf0MExEREREZERMRFRASEhISECAG/QAEACIV/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MBAACAQgACAAQEBAQEBAQECAVQQT9bf0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kIBX9DCsrKysrKysrKysrKysrKyv9I/1kIBX9DC0tLS0tLS0tLS0tLS0tLS39I/1kciAV/QwgICAgICAgICAgICAgICAg/VD9DGVlZWVlZWVlZWVlZWVlZWX9I/1kQQF0QX9zcXJB//8DQQEgB3RBAWsgB0EQTxtxQQBHC0UFIAhBIHIiBEHuAEYgBEHpAEZyIARB5gBGciAEQfQARnILCwRAIAwiBEEBaiEMIARBAnRB8J8EaiAJNgIADAELIAetQpX4qfqXt96bnn9+IRIgBiEIIAchBANAIARBCE8EQCAIKQMAIBKFQqW+4/TRjIfZn39+IhJCIIggEoUhEiAEQQhrIQQgCEEIaiEIDAELCyAJQQN0QdDxA2ogBEEETwR+IAg1AgAgBCAIakEEazUCAEIghoQgEoVCpb7j9NGMh9mff34iEkIgiCAShQUgBAR+IAgxAAAgCCAEQQF2ajEAAEIIhoQgBCAIakEBazEAAEIQhoQgEoVCpb7j9NGMh9mff34iEkIgiCAShQUgEgsLQpP757KG17/0Vn4iEkIgiCAShSISQg2IQoCAgICAgIB8hDcDACAPQQN0QZC4BGogEjcDACAPQQJ0QZCwBGogCTYCACAPQQFqIQ8gBiEKIAciBCEIA0AgCEEASgRAIAr9AAQAIhX9ZARAIAQgFf0MwMDAwMDAwMDAwMDAwMDAwP0l/WRB//8DQQEgCHRBAWsgCEEQThtxaWshBAsgCEEQayEIIApBEGohCgwBCwsgBCAQIAQgEEkbIRAgBCARIAQgEUsbIREgEyAErXwhEyMBBEAgCUEFdEHQ4ABqJAAgAEEGRAAAAAAAAAAAIAYgBxAJCwsgCUEBaiEJDAELCyALJBIgDyQhIAAgACkDOCAPrXw3AzggACATIAApA2B8NwNgIAAgEDYCgAEgACARNgKEASAMC/oPBAx/A34BfAJ7A0AgBCALSwRAIAtBBXRB0OAAaiQAIAEgC0ECdCIFIAJqKAIAakEBaiEIIAEgAyAFaigCAGogCGsiBgR/IAgtAABBIkYFQQALBEAgCCAGEAwhCCMcIQYLAkAgBkUEQCMBBH8gACgCuAEiBQR/IAUoAhBBAXEFQQALBUEACwRAIwBBATYCFAsMAQsjGEE/IAYgBkE/TxutiEIBg6cEQCAIIAYQEARAIwEEfyAAKAK4ASIFBH8gBSgCEEEBcQVBAAsFQQALBEAjAEEBNgIUCwwCCwsjLwRAIAAgCCAGECAFAkACQCAAKAKIASIOBEBBASAAKAKMASIJdEEBa0ECdCEPIAAoAsQBBH4gCCAGEAcFIAatQpX4qfqXt96bnn9+IREgCCEFIAYhBwNAIAdBCE8EQCAFKQMAIBGFQqW+4/TRjIfZn39+IhFCIIggEYUhESAHQQhrIQcgBUEIaiEFDAELCyAHQQRPBH4gBTUCACAFIAdqQQRrNQIAQiCGhCARhUKlvuP00YyH2Z9/fiIRQiCIIBGFBSAHBH4gBTEAACAFIAdBAXZqMQAAQgiGhCAFIAdqQQFrMQAAQhCGhCARhUKlvuP00YyH2Z9/fiIRQiCIIBGFBSARCwtCk/vnsobXv/RWfiIRQiCIIBGFCyMCfkIgiKciEEEgIAlrdkECdCEMQQAhDQJAA0AgDUGAAUkEQCAMIA5qIgUoAgAiB0UNAiAFIBAgBygCAEYEfyAGIAcvAQxGBUEACwR/IActAA9BAXEFQQELBH9BAAUgBygCCCEKIAghBSAGIQcCfwNAIAdBCEsEQEEAIAopAwAgBSkDAFINAhogB0EIayEHIApBCGohCiAFQQhqIQUMAQsLIAopAwAgBSkDAIVCCCAHrX1CA4aGUAsLIQchBSAHDQIgDEEEaiAPcSEMIA1BAWohDQwBCwtBACEFCwJAIAUEQCAFKAIAIgUEQCAFIAUoAgRBAWo2AgQMAgsLIAAgCCAGQQAQCiEFCyAFBEAgBS0AD0ECdiIHIAAoAqgBcQRAIAAgByAIIAYQCAsgBSkDECQEIAUpAxgkAyMBBEAgBS0AD0ECcQRAIwBBATYCFAsgACgCvAEEQCAAKAKkASAIIAYQAAsLIAUtAA4hBQwCCwsgCC0AACIFQTlNBEBEAAAAAAAA+H8hFAJAIAYgBUEtRiIHIAVBK0ZyIgVrIglBAWtBD0sNAEEBIAl0QQFrIAUgCGr9AAQA/QwwMDAwMDAwMDAwMDAwMDAw/XEiFv0MCQkJCQkJCQkJCQkJCQkJCf0q/WRBf3NxIQpBASQG/QwAAQIDBAUGBwgJCgsMDQ4PIAlBEGv9D/1uIRUgCgR/IApoIQwgCUEBRiENIAogCkEBa3EEf0EBBSAFIAhqIAxqLQAAQS5HCyANcg0BQQIkBiAVIBUgDP0P/Sn9biEVIAlBAWsgDGsFQQALIQUgFiAV/Q4iFf0M/wD/AP8A/wD/AP8A/wD/AP1O/QwKAAoACgAKAAoACgAKAAoA/ZUBIBVBCP2NAf2OAf0MZAABAGQAAQBkAAEAZAABAP26ASIVIBX9hgH9DBAnAQAQJwEAECcBABAnAQD9ugH9HQAiEUL/////D4NCgMLXL34gEUIgiHwiEUKAgICAgICAEFgEfCARuSEUIAUEfCAUIAVBA3RBgAlqKwMAowUgFAsFIBFBACAFaxALIhFCf1ENASARvwu9IAetQj+GhL8hFAsgFJlEAAAAAAAAQENjBEBEAAAAAAAAAAAgFCAURAAAAAAAAAAAYRsiFL0iEUKowc/Sv7nz3XGFQqW+4/TRjIfZn39+IhJCIIggEoVCk/vnsobXv/RWfiISQiCIIBKFJAQgESQDIwYiBUEBRgRAIAAgACkDEEIBfDcDEAUgACAAKQMYQgF8NwMYCyAAIAApA2AgBq18NwNgIAYgACgCgAFJBEAgACAGNgKAAQsgBiAAKAKEAUsEQCAAIAY2AoQBCyAAKALMAUEBakGACEsEQCAAEA0LIAAgACgCzAFBAWo2AswBIABB0AFqIBS9IhJCNIinQf8PcSIJQQV2QQJ0aiIKKAIAIgdFBEBBgBgQBiIHQQBBgBj8CwAgCiAHNgIACyASQv////////8HgyIRQoCAgICAgIAIhCARIAkbIhNCGoghESAHQYAQaiAJQR9xQQV0aiIHIAcpAwAgEkI/hyISIBOFIBJ9fDcDACAHIAcpAwggESARfnw3AwggByAHKQMQIBNC////H4MiEiASfnw3AxAgByAHKQMYIBEgEn58NwMYIBREAAAAAAAAAABhBEAgACAAKQNAQgF8NwNACyAUIAArA1BjBEAgACAUOQNQCyAUIAArA1hkBEAgACAUOQNYCyAAKAKgASMEIhFCIYggEYVCzZnW6v7666h/fiIRQiGIIBGFQtPYl9Thv67nRH4iEUIhiCARhSIRQjKIp2ohByARQg6GQoDAAIR5p0EBaiIJIActAABLBEAgByAJOgAACyMBBEAgACAFIBQgCCAGEAkLDAILCyAAIAggBkEAEA4hBQsjAEHQ4ABrQQV2QQN0QdCgAWoiByAHKQMAIwQgACkDAIVCpb7j9NGMh9mff358NwMAIwAoAgwiB0UNACAAKALIASAHQQFrQQN0aiMDNwMAIAVBBkYEfyMAKAIQBUEACwRAIAAjAyAIIAYQDwsLCwsgC0EBaiELDAELCwsfACAAJEpBCCQHQYDAABAGIgBBAEGAwAD8CwAgACQLCw0AIwtBASMHQQVqdGoLBAAjCwtZAQN/QQEjB3RBAWtBBXQhAyAAIwJ+QiCIp0EgIwdrdkEFdCICIwtqIQEDQCABKQMIQgBSBH8gACABKQMAUgVBAAsEQCACQSBqIANxIgIjC2ohAQwBCwsgAQsFAEHQAQv/BQIHfwF+IAAgAWohAQNAIAAtAAAiBEEJRiAEQSBGcgRAIABBAWohAAwBCwsDQCABQQFrIgQtAAAiB0EJRiAHQSBGcgRAIAQhAQwBCwsgAEEBaiAAIAAtAABBLUYiBwR/QQEFIAAtAABBK0YLGyIAIQQDQCABIARLBH8gBC0AAEEgckHlAEcFQQALBEAgBC0AAEEuRgRAQQEhAgUgBUEBaiAFIAIbIQULIARBAWohBAwBCwsgASAESwR/IARBAWoiAi0AACIIQStGIAhBLUZyBEAgAkEBaiECCwNAIAEgAksEQCADQYDC1y9IBEAgAi0AACADQQpsakEwayEDCyACQQFqIQIMAQsLQQAgA2sgAyAIQS1GGwVBAAsgBWshA0EAIQIgACEBQQAhBQNAIAEgBEkEQCABLQAAIghBLkcEQCACQQFqIAJBASAIQTBHIAUbIgUbIQILIAFBAWohAQwBCwtBACEFIAcEf0GA3ABBLToAAEEBBUEACyEBIAIgA0EAIANBAEwbaiECA0AgACAESQRAAkAgAC0AACIHQS5GDQBBASAHQTBHIAYbIgZFDQAgAiAFSgRAIAFBwAJJBEAgAUGA3ABqIAc6AAAgAUEBaiEBCyAFQQFqIQUFIAdBMEcEQA8LCwsgAEEBaiEADAELCwNAIAFBwAJJIANBAEpxBEAgASIAQQFqIQEgAEGA3ABqQTA6AAAgA0EBayEDDAELC0EBJBYgAa1Clfip+pe33puef34hCUGA3AAhAANAIAFBCE8EQCAAKQMAIAmFQqW+4/TRjIfZn39+IglCIIggCYUhCSABQQhrIQEgAEEIaiEADAELCyABQQRPBH4gADUCACAAIAFqQQRrNQIAQiCGhCAJhUKlvuP00YyH2Z9/fiIJQiCIIAmFBSABBH4gADEAACAAIAFBAXZqMQAAQgiGhCAAIAFqQQFrMQAAQhCGhCAJhUKlvuP00YyH2Z9/fiIJQiCIIAmFBSAJCwtCk/vnsobXv/RWfiIJQiCIIAmFJAoL8gUDAX4CfwF8IAJB9ABGIAFBBEZxBH8CfwNAIARBBEkEQEEAIARB89sAai0AACAAIARqLQAAQSByRw0CGiAEQQFqIQQMAQsLQQELBUEACwRAQQNBBEKAgICAgICA/v8AECdBBQ8LIAJB5gBGIAFBBUZxBH9BACECAn8DQCACQQVJBEBBACACQffbAGotAAAgACACai0AAEEgckcNAhogAkEBaiECDAELC0EBCwVBAAsEQEEHQQVCgICAgICAwP3/ABAnQQUPCyAALQAAQS1GIgIEfyACBSAALQAAQStGC0EARyICIABqIQUgASACayIEQQNGBH9BACECAn8DQCACQQNJBEBBACACQfDbAGotAAAgAiAFai0AAEEgckcNAhogAkEBaiECDAELC0EBCwVBAAsEQEEDIQBCv+j97selm9NaIQNB8NsAIQEDQCAAQQhPBEAgASkDACADhUKlvuP00YyH2Z9/fiIDQiCIIAOFIQMgAEEIayEAIAFBCGohAQwBCwsgAEEETwR+IAE1AgAgACABakEEazUCAEIghoQgA4VCpb7j9NGMh9mff34iA0IgiCADhQUgAAR+IAExAAAgASAAQQF2ajEAAEIIhoQgACABakEBazEAAEIQhoQgA4VCpb7j9NGMh9mff34iA0IgiCADhQUgAwsLQpP757KG17/0Vn4iA0IgiCADhSQKQoCAgICAgID9/wAkFUEAJBZBAw8LIARBCEYgBEEDRnIEf0EAIQICfwNAIAIgBEkEQEEAIAJBwN4Aai0AACACIAVqLQAAQSByRw0CGiACQQFqIQIMAQsLQQELBUEACwRARAAAAAAAAAAARAAAAAAAAPD/RAAAAAAAAPB/IAAtAABBLUYbIgYgBkQAAAAAAAAAAGEbIga9IQMgBiQmIAMkFUEAJBYgA0Kowc/Sv7nz3XGFQqW+4/TRjIfZn39+IgNCIIggA4VCk/vnsobXv/RWfiIDQiCIIAOFJApBBA8LIAAgARATQQYLC/MBBABBhgkLsgHwPwAAAAAAACRAAAAAAAAAWUAAAAAAAECPQAAAAAAAiMNAAAAAAABq+EAAAAAAgIQuQQAAAADQEmNBAAAAAITXl0EAAAAAZc3NQQAAACBfoAJCAAAA6HZIN0IAAACilBptQgAAQOWcMKJCAACQHsS81kIAADQm9WsMQwCA4Dd5w0FDAKDYhVc0dkMAyE5nbcGrQwA9kWDkWOFDQIy1eB2vFURQ7+LW5BpLRJLVTQbP8IBEAEHw2wALDG5hbnRydWVmYWxzZQBBwN4ACwhpbmZpbml0eQBB4JEECxD/////////////////////";

// shared/scan/kernel/powers-of-five.ts
var LEAST = -342;
var LARGEST = 308;
var BITS = 128n;
function powersOfFive() {
  const table = new BigUint64Array(2 * (LARGEST - LEAST + 1));
  for (let q = LEAST; q <= LARGEST; q++) {
    const scaled = q < 0 ? reciprocal(-q) : scaledPower(q);
    table[2 * (q - LEAST)] = scaled >> 64n;
    table[2 * (q - LEAST) + 1] = scaled & (1n << 64n) - 1n;
  }
  return table;
}
__name(powersOfFive, "powersOfFive");
function scaledPower(q) {
  const power = 5n ** BigInt(q);
  const shift = BITS - BigInt(bitLength(power));
  return shift >= 0n ? power << shift : power >> -shift;
}
__name(scaledPower, "scaledPower");
function reciprocal(q) {
  const power = 5n ** BigInt(q);
  const length = BigInt(bitLength(power));
  if (q <= 27) return (1n << length + BITS - 1n) / power + 1n;
  const long = (1n << 2n * length + BITS) / power + 1n;
  return long >> BigInt(bitLength(long) - Number(BITS));
}
__name(reciprocal, "reciprocal");
function bitLength(value) {
  return value.toString(2).length;
}
__name(bitLength, "bitLength");

// shared/scan/kernel/column-layout.ts
var COLUMN = {
  /** Seven numbers of 8 bytes, by `CELL` kind. */
  kinds: 8,
  zeros: 64,
  bigIntegers: 72,
  min: 80,
  max: 88,
  lengthTotal: 96,
  decimalCommas: 104,
  thousandsCommas: 112,
  invalidUtf8: 120,
  lengthMin: 128,
  lengthMax: 132,
  table: 136,
  tableBits: 140,
  registers: 160
};
var ENTRY = { pointer: 4, count: 4, text: 8, length: 12 };
var CONTENT = { bytes: 32, hash: 0, count: 8, places: 16 };
var PREDICATE = {
  min: 0,
  max: 8,
  refusedKinds: 16,
  parts: 20,
  minLength: 24,
  maxLength: 28,
  classes: 32,
  classCount: 36,
  transitions: 40,
  accepting: 44
};

// shared/scan/kernel/read-sums.ts
var PAGES = 64;
var PAGE_EXPONENTS = 32;
var EXPONENT_BYTES = 64;
function readSums(view, heads) {
  let sum = 0n;
  let sumOfSquares = 0n;
  for (let page = 0; page < PAGES; page++) {
    const pointer = view.getUint32(heads + 4 * page, true);
    if (pointer === 0) continue;
    for (let index = 0; index < PAGE_EXPONENTS; index++) {
      const at = pointer + EXPONENT_BYTES * index;
      const squares = (wide(view, at + 16) << 52n) + (wide(view, at + 48) << 27n) + wide(view, at + 32);
      if (squares === 0n) continue;
      const shift = BigInt(Math.max(1, PAGE_EXPONENTS * page + index) - 1);
      sum += wide(view, at) << shift;
      sumOfSquares += squares << 2n * shift;
    }
  }
  return { sum, sumOfSquares };
}
__name(readSums, "readSums");
function wide(view, at) {
  return view.getBigUint64(at, true) + (view.getBigInt64(at + 8, true) << 32n);
}
__name(wide, "wide");

// shared/scan/kernel/read-texts.ts
import { randomInt } from "node:crypto";
var SLOT2 = 8;
var COLUMN2 = 16;
var LENGTH = 20;
var TEXT = 24;
var CHUNK_HEAD = 8;
var UPPER_BITS = 524287;
var WORD = 2 ** 32;
var FACTOR = randomInt(2 ** 31) * 2 + 1;
function readTexts(kernel) {
  const { memory } = kernel;
  const view = new DataView(memory.buffer);
  const table = new RecordTable(kernel);
  const keys = kernel.columns.map(() => []);
  for (const record of table.records) {
    if (!table.add(record)) continue;
    const upper = view.getUint32(record + SLOT2 + 4, true) & UPPER_BITS;
    const key = upper * WORD + view.getUint32(record + SLOT2, true);
    keys[view.getUint32(record + COLUMN2, true)]?.push(key);
  }
  return keys.map((ofColumn, column) => {
    const texts = /* @__PURE__ */ new Map();
    for (const key of Float64Array.from(ofColumn).sort()) {
      const record = table.find(column, key >>> 0, Math.floor(key / WORD) | ~UPPER_BITS);
      const end = record + TEXT + view.getUint32(record + LENGTH, true);
      const text = memory.toString("utf8", record + TEXT, end);
      texts.set(view.getBigUint64(record + SLOT2, true), text);
    }
    return texts;
  });
}
__name(readTexts, "readTexts");
var RecordTable = class {
  static {
    __name(this, "RecordTable");
  }
  records;
  #memory;
  #view;
  /** Addresses of records; 0 where there is none. */
  #places;
  constructor(kernel) {
    this.#memory = kernel.memory;
    this.#view = new DataView(kernel.memory.buffer);
    this.records = recordsOf(this.#view, kernel.exports.firstTexts() >>> 0);
    this.#places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * this.records.length + 2)));
  }
  /** False when its column has the slot already. */
  add(record) {
    const view = this.#view;
    const column = view.getUint32(record + COLUMN2, true);
    const low = view.getUint32(record + SLOT2, true);
    const place = this.#placeOf(column, low, view.getUint32(record + SLOT2 + 4, true));
    const before = this.#places[place];
    if (before === 0 || this.#compareTexts(record, before) < 0) this.#places[place] = record;
    return before === 0;
  }
  find(column, low, high) {
    return this.#places[this.#placeOf(column, low, high)];
  }
  #placeOf(column, low, high) {
    const view = this.#view;
    const places = this.#places;
    const mask = places.length - 1;
    const mixed = Math.imul(Math.imul(low ^ column, FACTOR) ^ high ^ low >>> 15, FACTOR);
    for (let place = (mixed ^ mixed >>> 15) & mask; ; place = place + 1 & mask) {
      const record = places[place];
      if (record === 0 || view.getUint32(record + SLOT2, true) === low && view.getUint32(record + SLOT2 + 4, true) === high >>> 0 && view.getUint32(record + COLUMN2, true) === column) {
        return place;
      }
    }
  }
  /** By byte, which is by code point. */
  #compareTexts(a, b) {
    const memory = this.#memory;
    const endOf = /* @__PURE__ */ __name((record) => record + TEXT + this.#view.getUint32(record + LENGTH, true), "endOf");
    return memory.compare(memory, b + TEXT, endOf(b), a + TEXT, endOf(a));
  }
};
function recordsOf(view, firstChunk) {
  const records = [];
  for (let chunk = firstChunk; chunk !== 0; chunk = view.getUint32(chunk, true)) {
    const end = chunk + view.getUint32(chunk + 4, true);
    for (let record = chunk + CHUNK_HEAD; record < end; ) {
      records.push(record);
      record += TEXT + view.getUint32(record + LENGTH, true) + 7 & ~7;
    }
  }
  return records;
}
__name(recordsOf, "recordsOf");

// shared/scan/kernel/read-state.ts
var KINDS = 7;
var REGISTERS2 = 1 << 14;
function readColumn(kernel, column, oddCells) {
  const view = viewOf(kernel);
  const number = /* @__PURE__ */ __name((offset) => Number(view.getBigUint64(column + offset, true)), "number");
  const kinds = readKinds(kernel, column);
  const count = kinds.reduce((sum, cells) => sum + cells, 0);
  const lengths = count === 0 ? { count, min: 0, max: 0, total: 0 } : {
    count,
    min: view.getUint32(column + COLUMN.lengthMin, true),
    max: view.getUint32(column + COLUMN.lengthMax, true),
    total: number(COLUMN.lengthTotal)
  };
  return {
    kinds,
    numbers: readNumbers(kernel, column, (kinds[1] ?? 0) + (kinds[2] ?? 0)),
    values: readValues(kernel, column),
    lengths,
    lists: null,
    decimalCommas: number(COLUMN.decimalCommas),
    thousandsCommas: number(COLUMN.thousandsCommas),
    invalidUtf8: number(COLUMN.invalidUtf8),
    oddCells
  };
}
__name(readColumn, "readColumn");
function readKinds(kernel, column) {
  const view = viewOf(kernel);
  return Array.from(
    { length: KINDS },
    (_, kind) => Number(view.getBigUint64(column + COLUMN.kinds + 8 * kind, true))
  );
}
__name(readKinds, "readKinds");
function readNumbers(kernel, column, count) {
  const view = viewOf(kernel);
  return {
    count,
    min: view.getFloat64(column + COLUMN.min, true),
    max: view.getFloat64(column + COLUMN.max, true),
    zeros: Number(view.getBigUint64(column + COLUMN.zeros, true)),
    bigIntegers: Number(view.getBigUint64(column + COLUMN.bigIntegers, true)),
    ...readSums(view, column + kernel.exports.columnSums())
  };
}
__name(readNumbers, "readNumbers");
function readValues(kernel, column) {
  const { memory } = kernel;
  const view = viewOf(kernel);
  const registers = readRegisters(kernel, column);
  if (registers !== null) return { counts: null, registers };
  const table = view.getUint32(column + COLUMN.table, true);
  const end = table + ENTRY.pointer * 2 ** view.getUint32(column + COLUMN.tableBits, true);
  const counts = /* @__PURE__ */ new Map();
  for (let at = table; at < end; at += ENTRY.pointer) {
    const entry = view.getUint32(at, true);
    if (entry === 0) continue;
    const count = view.getUint32(entry + ENTRY.count, true);
    const start = view.getUint32(entry + ENTRY.text, true);
    const text = memory.toString("utf8", start, start + view.getUint16(entry + ENTRY.length, true));
    counts.set(text, (counts.get(text) ?? 0) + count);
  }
  const texts = [...counts.keys()].sort(compareCodePoints);
  return { counts: { texts, counts: texts.map((text) => counts.get(text) ?? 0) }, registers: null };
}
__name(readValues, "readValues");
function readRegisters(kernel, column) {
  const registers = viewOf(kernel).getUint32(column + COLUMN.registers, true);
  if (registers === 0) return null;
  return Uint8Array.from(kernel.memory.subarray(registers, registers + REGISTERS2));
}
__name(readRegisters, "readRegisters");
function readSample(kernel) {
  const { exports } = kernel;
  exports.sortSample();
  const rows = Number(exports.sampleRows.value) >>> 0;
  const sent = kernel.isSent ? new SharedArrayBuffer(8 * rows * (kernel.columns.length + 1)) : null;
  let sentBytes = 0;
  const wordsAt = /* @__PURE__ */ __name((at) => {
    const words = new BigUint64Array(exports.memory.buffer, at >>> 0, rows);
    if (sent === null) return words;
    const copy = new BigUint64Array(sent, sentBytes, rows);
    sentBytes += copy.byteLength;
    copy.set(words);
    return copy;
  }, "wordsAt");
  return {
    level: Number(exports.sampleLevel.value),
    hashes: wordsAt(exports.sampleHashes()),
    slots: kernel.columns.map((_, column) => wordsAt(exports.sampleSlots(column))),
    texts: readTexts(kernel)
  };
}
__name(readSample, "readSample");
function readContents(kernel) {
  const { exports } = kernel;
  const view = viewOf(kernel);
  const all = new BigUint64Array(Number(exports.contents.value) >>> 0);
  let count = 0;
  const end = exports.contentTableEnd() >>> 0;
  for (let content = exports.contentTable() >>> 0; content < end; content += CONTENT.bytes) {
    if (view.getBigUint64(content + CONTENT.count, true) === 0n) continue;
    all[count++] = view.getBigUint64(content + CONTENT.hash, true);
  }
  const hashes = all.sort();
  const contents = Array.from(hashes, (hash) => exports.contentAt(hash) >>> 0);
  const placeAt = /* @__PURE__ */ __name((at) => ({
    file: view.getUint32(at, true),
    line: view.getUint32(at + 4, true)
  }), "placeAt");
  const counts = contents.map((at) => Number(view.getBigUint64(at + CONTENT.count, true)));
  return {
    level: Number(exports.contentLevel.value),
    hashes,
    counts,
    places: contents.map((at, index) => {
      const first = placeAt(at + CONTENT.places);
      return counts[index] === 1 ? [first] : [first, placeAt(at + CONTENT.places + 8)];
    })
  };
}
__name(readContents, "readContents");
function viewOf(kernel) {
  return new DataView(kernel.exports.memory.buffer);
}
__name(viewOf, "viewOf");

// shared/scan/kernel/row-rules.ts
var PART = { bounds: 1, lengths: 2, automaton: 4, allowed: 8, test: 16 };
var LARGEST2 = 4294967295;
function addPredicates(kernel, predicates) {
  for (const [index, column] of kernel.columns.entries()) {
    const predicate = predicates[index] ?? null;
    if (predicate !== null) addPredicate(kernel, column, predicate);
  }
}
__name(addPredicates, "addPredicates");
function addPredicate(kernel, column, predicate) {
  const { bounds, lengths, automaton, allowed, test } = predicate;
  const at = kernel.exports.newPredicate(column, allowed?.length ?? 0) >>> 0;
  const parts = (bounds === null ? 0 : PART.bounds) | (lengths === null ? 0 : PART.lengths) | (automaton === null ? 0 : PART.automaton) | (allowed === null ? 0 : PART.allowed) | (test === null ? 0 : PART.test);
  if (automaton !== null) addAutomaton(kernel, at, automaton);
  for (const text of new Set(allowed ?? [])) {
    kernel.withText(text, (start, length) => kernel.exports.addAllowed(at, start, length));
  }
  const { memory } = kernel;
  memory.writeDoubleLE(bounds?.min ?? 0, at + PREDICATE.min);
  memory.writeDoubleLE(bounds?.max ?? 0, at + PREDICATE.max);
  memory.writeUInt32LE(predicate.refusedKinds, at + PREDICATE.refusedKinds);
  memory.writeUInt32LE(parts, at + PREDICATE.parts);
  memory.writeUInt32LE(wholeWithin(Math.ceil(lengths?.min ?? 0)), at + PREDICATE.minLength);
  memory.writeUInt32LE(wholeWithin(Math.floor(lengths?.max ?? 0)), at + PREDICATE.maxLength);
}
__name(addPredicate, "addPredicate");
function wholeWithin(length) {
  return Math.max(0, Math.min(LARGEST2, length));
}
__name(wholeWithin, "wholeWithin");
function addAutomaton(kernel, at, automaton) {
  const { classes, classCount, transitions, accepting } = automaton;
  const put = /* @__PURE__ */ __name((bytes, member) => {
    const block = kernel.exports.allocate(Math.max(1, bytes.length)) >>> 0;
    kernel.memory.set(bytes, block);
    kernel.memory.writeUInt32LE(block, at + member);
  }, "put");
  put(classes, PREDICATE.classes);
  const places = Uint32Array.from(transitions, (state) => 4 * classCount * state);
  put(new Uint8Array(places.buffer), PREDICATE.transitions);
  put(accepting, PREDICATE.accepting);
  kernel.memory.writeUInt32LE(classCount, at + PREDICATE.classCount);
}
__name(addAutomaton, "addAutomaton");
function failsTest(predicates, column, text, kind) {
  return predicates[column]?.test?.(text, kind) === false;
}
__name(failsTest, "failsTest");

// shared/scan/kernel/scan-kernel.ts
var LONGEST_ODD_BYTES = 4 * LONGEST_ODD_TEXT;
var compiled = null;
var fives = null;
var ScanKernel = class {
  static {
    __name(this, "ScanKernel");
  }
  exports;
  names;
  missingValues;
  /** Rows that its sample may have. */
  mostSampled;
  rules = null;
  /**
   * Whether `state` is for another thread: its sample is then a copy, in shared memory. Else it is the kernel's memory,
   * all of which would be sent with it.
   */
  isSent = false;
  /** What reads the file at hand takes its flagged rows. */
  onFlaggedRow = /* @__PURE__ */ __name(() => {
  }, "onFlaggedRow");
  /** Pointers to the columns. */
  columns;
  #oddCells = [];
  #file = 0;
  #memory = Buffer.alloc(0);
  #repaired = { at: 0, bytes: 0 };
  /** Throws `MemoryFull`. */
  constructor(names, missingValues = [], limits = STATE_LIMITS) {
    this.names = names;
    this.missingValues = new Set(missingValues);
    this.mostSampled = limits.sampleRows(names.length);
    this.exports = this.#instantiate();
    this.columns = this.guarded(() => this.#begin(limits));
  }
  /** Pointers to its columns. */
  #begin(limits) {
    const { exports, names } = this;
    const seeds = randomBytes(16);
    exports.seedTables(seeds.readBigUInt64LE(0), seeds.readBigUInt64LE(8));
    const ofValues = valueLimits(limits, names.length);
    exports.limitValues(
      ofValues.countedTexts,
      ofValues.countedNumbers,
      ofValues.countedBytes,
      ofValues.countedTextBytes
    );
    fives ??= powersOfFive();
    const at = exports.powersOfFive();
    new BigUint64Array(exports.memory.buffer, at, fives.length).set(fives);
    exports.startSample(names.length, this.mostSampled);
    exports.startContents(limits.contents);
    this.#addMissingValues([...this.missingValues]);
    return names.map((name, index) => exports.addColumn(index, saltOfColumn(name)));
  }
  /** What is looked for in rows, before the first one comes. */
  setRules(rules) {
    this.rules = rules;
    addPredicates(this, rules.predicates);
    for (const index of rules.watched ?? []) {
      const column = this.columns[index];
      if (column !== void 0) this.exports.watchColumn(column);
    }
    this.exports.setRules(rules.everyRow === true ? 1 : 0);
  }
  /** The kernel's memory; what was got before it grew is no longer of use. */
  get memory() {
    const { buffer } = this.exports.memory;
    if (this.#memory.buffer !== buffer) this.#memory = Buffer.from(buffer);
    return this.#memory;
  }
  /** Of its sample. */
  get sampled() {
    const { sampleLevel, sampleRows } = this.exports;
    return { level: Number(sampleLevel.value), rows: Number(sampleRows.value) >>> 0 };
  }
  /** Keeps about half of the rows in the sample, and of those that follow. */
  raiseSampleLevel() {
    this.exports.raiseSampleLevel();
  }
  get rows() {
    return Number(this.exports.rows.value) >>> 0;
  }
  /** Rows that follow belong to this file of the data set. */
  beginFile(index) {
    this.#file = index;
    this.exports.beginFile(index);
  }
  /** Does what calls it. Throws `MemoryFull` where there was no memory left, after which nothing of it is of use. */
  guarded(work) {
    return guardMemory(this.exports, work);
  }
  /** Once, after the last row. Throws `MemoryFull`. */
  state() {
    return this.guarded(() => this.#state());
  }
  #state() {
    const { exports, columns } = this;
    for (const column of columns) exports.tallyColumn(column);
    return {
      rows: this.rows,
      columns: columns.map(
        (column, index) => readColumn(this, column, this.#oddCells[index] ?? noOddCells())
      ),
      sample: readSample(this),
      contents: readContents(this)
    };
  }
  #instantiate() {
    compiled ??= new WasmModule(Buffer.from(KERNEL_BASE64, "base64"));
    const scan = {
      slowNumber: /* @__PURE__ */ __name((text, length) => Number(this.memory.toString("latin1", text, text + length)), "slowNumber"),
      oddCell: /* @__PURE__ */ __name((column, sort, text, length) => this.#keepOddCell(column, sort, text, length), "oddCell"),
      repairText: /* @__PURE__ */ __name((text, length) => this.#repairText(text >>> 0, length), "repairText"),
      failsTest: /* @__PURE__ */ __name((column, text, length, kind) => {
        const predicates = this.rules?.predicates ?? [];
        return failsTest(predicates, column, this.textAt(text, length), kind) ? 1 : 0;
      }, "failsTest"),
      flaggedRow: /* @__PURE__ */ __name((row, length, line) => this.onFlaggedRow(row >>> 0, length, line >>> 0), "flaggedRow"),
      watchedCell: /* @__PURE__ */ __name((column, text, length) => {
        this.rules?.onWatched?.(column, this.textAt(text, length), this.#place());
      }, "watchedCell")
    };
    const instance = new WasmInstance(compiled, { scan: { ...scan } });
    return instance.exports;
  }
  #addMissingValues(texts) {
    const kept2 = texts.filter((text) => text !== "");
    if (kept2.length === 0) return;
    this.exports.startMissing(kept2.length);
    for (const text of kept2) {
      this.withText(text, (at, length) => this.exports.addMissing(at, length));
    }
  }
  /** Puts a text into memory while `use` runs. */
  withText(text, use) {
    const bytes = Buffer.from(text, "utf8");
    const room = Math.max(1, bytes.length);
    const at = this.exports.allocate(room) >>> 0;
    this.memory.set(bytes, at);
    use(at, bytes.length);
    this.exports.release(at, room);
  }
  #keepOddCell(column, sort, text, length) {
    const start = text >>> 0;
    const end = start + Math.min(length, LONGEST_ODD_BYTES);
    const name = ODD_CELL_SORTS[31 - Math.clz32(sort)] ?? "text";
    const cells = this.#oddCells[column] ?? noOddCells();
    this.#oddCells[column] = cells;
    addOddCell(cells[name], this.memory.toString("utf8", start, end), this.#place());
  }
  #place() {
    return { file: this.#file, line: this.exports.rowLine() >>> 0 };
  }
  /** A text in the kernel's memory. */
  textAt(text, length) {
    return this.memory.toString("utf8", text >>> 0, (text >>> 0) + length);
  }
  #repairText(text, length) {
    const bytes = this.memory.subarray(text, text + length);
    if (isUtf83(bytes)) return -1;
    const sound = Buffer.from(bytes.toString("utf8"), "utf8");
    if (this.#repaired.bytes < sound.length + 16) {
      if (this.#repaired.bytes > 0) this.exports.release(this.#repaired.at, this.#repaired.bytes);
      const room = sound.length + 16;
      this.#repaired = { at: this.exports.allocate(room) >>> 0, bytes: room };
      this.exports.setRepairedText(this.#repaired.at);
    }
    this.memory.set(sound, this.#repaired.at);
    return sound.length;
  }
};
function noOddCells() {
  return { text: [], decimalComma: [], infinity: [], notANumber: [], invalidUtf8: [] };
}
__name(noOddCells, "noOddCells");

// shared/scan/kernel/json-kernel-scanner.ts
var FIRST_WINDOW2 = 1 << 18;

// shared/scan/parallel/shared-work.ts
var SAMPLE_ROWS_BITS = 24;
var WORD2 = { next: 0, stopped: 1, rows: 2, samples: 3 };
var SharedWork = class _SharedWork {
  static {
    __name(this, "SharedWork");
  }
  /** Words of the memory that are taken. */
  static HEAD = 5;
  memory;
  /** Of parts. */
  count;
  words;
  thread;
  /** `memory`: that of the other thread, which has made it; left out: it is made, with so many `words`. */
  constructor(count, memory, words = _SharedWork.HEAD) {
    this.count = count;
    this.memory = memory ?? new SharedArrayBuffer(4 * words);
    this.words = new Int32Array(this.memory);
    this.thread = memory === void 0 ? 0 : 1;
  }
  /** Before any is taken: the first part to be dealt. */
  beginAt(part) {
    Atomics.store(this.words, WORD2.next, part);
  }
  /** The next part that nobody has taken; null when there is none, or work is stopped. */
  take() {
    if (this.isStopped) return null;
    const part = Atomics.add(this.words, WORD2.next, 1);
    return part < this.count ? part : null;
  }
  /** Parts that were taken, for a person who waits. */
  get taken() {
    return Math.min(this.count, Atomics.load(this.words, WORD2.next));
  }
  /** Those that were told, for a person who waits. */
  get rows() {
    return Atomics.load(this.words, WORD2.rows) >>> 0;
  }
  addRows(rows) {
    Atomics.add(this.words, WORD2.rows, rows);
  }
  /**
   * The sample of the whole has at most as many rows as that of a thread: where both have more together at a level, that
   * of the whole is higher. Each thread then holds about half of it.
   */
  thin(sample) {
    for (; ; ) {
      const { level, rows } = sample.sampled;
      const other = this.#exchangeSample({ level, rows });
      const isTooMuch = level === other.level && rows + other.rows > sample.mostSampled;
      if (level >= other.level && !isTooMuch) return;
      sample.raiseSampleLevel();
    }
  }
  /** Tells what this thread's sample has; what the other's had when it told it last. */
  #exchangeSample({ level, rows }) {
    const own = WORD2.samples + this.thread;
    Atomics.store(this.words, own, level * 2 ** SAMPLE_ROWS_BITS + rows);
    const other = Atomics.load(this.words, WORD2.samples + 1 - this.thread);
    return { level: other >>> SAMPLE_ROWS_BITS, rows: other & 2 ** SAMPLE_ROWS_BITS - 1 };
  }
  get isStopped() {
    return Atomics.load(this.words, WORD2.stopped) !== 0;
  }
  stop() {
    Atomics.store(this.words, WORD2.stopped, 1);
  }
};

// shared/scan/parallel/scan-blocks.ts
import { closeSync, openSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
var QUOTE2 = 34;
var LINE_FEED3 = 10;
var WINDOW = 1 << 18;
var SLACK2 = 128;
var WAIT_MILLISECONDS = 5;
async function scanBlocks(kernel, file, blocks, onBlock = () => {
}) {
  const descriptor = openSync(file.path, "r");
  const reader = new BlockReader(kernel, file, descriptor, blocks);
  try {
    for (let block = blocks.take(); block !== null; block = blocks.take()) {
      const counted = reader.count(block);
      let start = blocks.startOf(block, WAIT_MILLISECONDS);
      while (start === null && !blocks.isStopped) {
        await setImmediate();
        start = blocks.startOf(block, WAIT_MILLISECONDS);
      }
      if (start === null) break;
      blocks.publish(block + 1, after(start, counted));
      const before = kernel.rows;
      if (!reader.read(block, start)) blocks.stop();
      blocks.addRows(kernel.rows - before);
      await onBlock();
      await setImmediate();
    }
    return !blocks.isStopped;
  } catch (error) {
    blocks.stop();
    throw error;
  } finally {
    closeSync(descriptor);
  }
}
__name(scanBlocks, "scanBlocks");
function after(start, counted) {
  return {
    inQuotes: start.inQuotes !== (counted.quotes % 2 === 1),
    lineFeeds: start.lineFeeds + counted.lineFeeds
  };
}
__name(after, "after");
var BlockReader = class {
  static {
    __name(this, "BlockReader");
  }
  #kernel;
  #file;
  #descriptor;
  #window;
  #blocks;
  constructor(kernel, file, descriptor, blocks) {
    this.#blocks = blocks;
    this.#kernel = kernel;
    this.#file = file;
    this.#descriptor = descriptor;
    this.#window = kernel.guarded(() => kernel.exports.allocate(WINDOW)) >>> 0;
  }
  #startOf(block) {
    return Math.min(this.#file.size, block * this.#file.blockBytes);
  }
  count(block) {
    const { exports } = this.#kernel;
    const end = this.#startOf(block + 1);
    let quotes = 0;
    let lineFeeds = 0;
    for (let position = this.#startOf(block); position < end; ) {
      const wanted = Math.min(WINDOW - SLACK2, end - position);
      const { memory } = this.#kernel;
      const bytes = readSync(this.#descriptor, memory, this.#window, wanted, position);
      if (bytes === 0) break;
      quotes += exports.countQuotes(this.#window, bytes);
      lineFeeds += Number(exports.countedFeeds.value);
      position += bytes;
    }
    return { quotes, lineFeeds };
  }
  /** Reads the rows that begin in a block. */
  read(block, { inQuotes, lineFeeds }) {
    const first = block === 0;
    const end = this.#startOf(block + 1);
    const start = first ? { position: this.#file.csv.position ?? 0, lineFeeds: 0 } : this.#firstRow(this.#startOf(block), end, inQuotes, lineFeeds);
    if (start === null) return true;
    const scanner = new CsvKernelScanner(this.#kernel, {
      ...this.#file.csv,
      position: start.position,
      line: 1 + start.lineFeeds,
      headerRows: first ? 1 : 0,
      endPosition: end === this.#file.size ? Number.POSITIVE_INFINITY : end
    });
    let position = start.position;
    while (scanner.refusal === null && !scanner.isDone) {
      const room = scanner.room();
      const bytes = readSync(this.#descriptor, room, 0, room.length, position);
      if (bytes === 0) break;
      position += bytes;
      scanner.filled(bytes);
      this.#blocks.thin(this.#kernel);
    }
    scanner.finish();
    if (scanner.refusal === "memory-full") throw new MemoryFull();
    const { exports } = this.#kernel;
    const headerInside = !first || exports.headerRowsLeft() === 0;
    return scanner.refusal === null && headerInside && Number(exports.sawOddBytes.value) === 0;
  }
  /** Where the first row begins that begins in the block, and the line feeds before it; null when none does. */
  #firstRow(blockStart, end, inQuotes, lineFeeds) {
    const { memory } = this.#kernel;
    let quoted = inQuotes;
    let feeds = lineFeeds;
    let position = blockStart - 1;
    while (position < end) {
      const wanted = Math.min(WINDOW - SLACK2, end - position);
      const bytes = readSync(this.#descriptor, memory, this.#window, wanted, position);
      if (bytes === 0) break;
      for (let index = 0; index < bytes; index++) {
        const byte = memory[this.#window + index];
        const isBefore = position + index < blockStart;
        if (byte === QUOTE2 && !isBefore) quoted = !quoted;
        if (byte !== LINE_FEED3) continue;
        if (!isBefore) feeds++;
        if (quoted) continue;
        const row = position + index + 1;
        return row < end ? { position: row, lineFeeds: feeds } : null;
      }
      position += bytes;
    }
    return null;
  }
};

// shared/scan/parallel/shared-blocks.ts
var SharedBlocks = class extends SharedWork {
  static {
    __name(this, "SharedBlocks");
  }
  constructor(count, memory) {
    super(count, memory, SharedWork.HEAD + 3 * (count + 1));
    if (memory === void 0) this.publish(0, { inQuotes: false, lineFeeds: 0 });
  }
  publish(block, start) {
    const at = this.#at(block);
    this.words[at + 1] = start.inQuotes ? 1 : 0;
    this.words[at + 2] = start.lineFeeds;
    Atomics.store(this.words, at, 1);
    Atomics.notify(this.words, at);
  }
  /** Waits at most so long; null when it is not known yet. */
  startOf(block, milliseconds) {
    const at = this.#at(block);
    if (Atomics.load(this.words, at) === 0) Atomics.wait(this.words, at, 0, milliseconds);
    if (Atomics.load(this.words, at) === 0) return null;
    return {
      inQuotes: this.words[at + 1] === 1,
      lineFeeds: (this.words[at + 2] ?? 0) >>> 0
    };
  }
  #at(block) {
    return SharedWork.HEAD + 3 * block;
  }
};

// shared/scan/parallel/work-together.ts
import { parentPort, Worker, workerData } from "node:worker_threads";
async function answerFrom(work) {
  let message;
  let buffers = [];
  try {
    const { answer, moved = [] } = await work(workerData);
    message = { answer };
    buffers = moved;
  } catch (error) {
    if (!(error instanceof MemoryFull)) throw error;
    message = { isMemoryFull: true };
  }
  parentPort?.postMessage(message, [...buffers]);
}
__name(answerFrom, "answerFrom");

// shared/scan/parallel/scan-in-parallel.ts
var BLOCK_BYTES = 8 * 1024 * 1024;
async function answerInParallel(begin) {
  await answerFrom(async ({ file, memory, blocks, task }) => {
    const { kernel, answer } = begin(task);
    const isComplete = await scanBlocks(kernel, file, new SharedBlocks(blocks, memory));
    kernel.isSent = true;
    return { answer: isComplete ? answer() : null };
  });
}
__name(answerInParallel, "answerInParallel");

// shared/scan/batch-codes.ts
var MOST_TIMES = 1 << 14;

// shared/scan/batch-slots.ts
var TEXT_SLOT_HIGH = 4294443008 | 0;

// shared/scan/batch-statistics.ts
var MOST_BYTES = 16 * 1024 * 1024;
var BOOLEANS = { kind: "booleans", booleans: Uint8Array.of(0, 1) };

// shared/scan/row-statistics.ts
var NUMBER4 = new Float64Array(1);
var NUMBER_WORDS2 = wordsOf(NUMBER4);
var TEXT_SLOT_HIGH2 = 4294443008 | 0;

// shared/scan/state-consistency.ts
var InconsistentState = class extends Error {
  static {
    __name(this, "InconsistentState");
  }
};
function demand(condition, what) {
  if (!condition) throw new InconsistentState(what);
}
__name(demand, "demand");

// shared/data/anomaly-tally.ts
var MOST_PLACES = 10;
var MOST_VALUES = 10;
var MOST_VALUES_COUNTED = 1e4;
var LONGEST_VALUE_KEPT = 200;
var AnomalyTally = class _AnomalyTally {
  static {
    __name(this, "AnomalyTally");
  }
  count = 0;
  #values = /* @__PURE__ */ new Map();
  #places = [];
  add({ file, line }, value) {
    this.count++;
    if (this.#places.length < MOST_PLACES) this.#places.push({ file, line });
    if (value !== "") this.#addValue(value.slice(0, LONGEST_VALUE_KEPT), 1);
  }
  #addValue(shown, count) {
    const before = this.#values.get(shown);
    if (before !== void 0 || this.#values.size < MOST_VALUES_COUNTED) {
      this.#values.set(shown, (before ?? 0) + count);
    }
  }
  /** `other` counts other rows, wherever they stand. */
  merge(other) {
    this.count += other.count;
    for (const [value, count] of other.#values) this.#addValue(value, count);
    this.#places = [...this.#places, ...other.#places].sort(comparePlaces2).slice(0, MOST_PLACES);
  }
  /** Whether values met from now on are only in the total. */
  get isFull() {
    return this.#values.size >= MOST_VALUES_COUNTED;
  }
  get firstPlace() {
    return this.#places[0];
  }
  /** Equally frequent values stand by code point: that does not depend on the order of rows. */
  evidence(files) {
    return {
      count: this.count,
      values: [...this.#values].sort(([a, before], [b, after2]) => after2 - before || compareCodePoints(a, b)).slice(0, MOST_VALUES).map(([value, count]) => ({ value, count })),
      places: this.#places.map(({ file, line }) => ({ file: files[file] ?? "", line }))
    };
  }
  /** Values ascending by code point: that does not depend on the order of rows, either. */
  toJson() {
    const values = [...this.#values].sort(([a], [b]) => compareCodePoints(a, b));
    return {
      count: this.count,
      values: values.map(([value]) => value),
      counts: values.map(([, count]) => count),
      places: this.#places.map(({ file, line }) => [file, line])
    };
  }
  /** Throws `InconsistentShard`. */
  static fromJson({ count, values, counts, places }) {
    const tally = new _AnomalyTally();
    tally.count = count;
    for (const [index, value] of values.entries()) tally.#addValue(value, counts[index] ?? 0);
    const counted = counts.reduce((sum, one) => sum + one, 0);
    demand(
      tally.#values.size === counts.length && counted <= count,
      "values of a rule are doubled"
    );
    demand(places.length === Math.min(count, MOST_PLACES), "places of a rule are missing");
    tally.#places = places.map(([file, line]) => ({ file, line })).sort(comparePlaces2);
    return tally;
  }
};
function comparePlaces2(a, b) {
  return a.file - b.file || a.line - b.line;
}
__name(comparePlaces2, "comparePlaces");

// shared/data/flag-batch.ts
function flagRows({ batch, places, missingValues }, predicates) {
  const flags = new Uint8Array(batch.rowCount);
  if (lacksRequired(places, predicates)) flags.fill(1);
  for (const [at, vector] of batch.columns.entries()) {
    const predicate = predicates[places[at] ?? -1] ?? null;
    if (predicate !== null) flagCells(vector, predicate, missingValues, flags);
  }
  return flags.includes(1) ? flags : null;
}
__name(flagRows, "flagRows");
function lacksRequired(places, predicates) {
  const present = new Set(places);
  return predicates.some(
    (predicate, column) => predicate !== null && !present.has(column) && fails(predicate, MISSING)
  );
}
__name(lacksRequired, "lacksRequired");
function flagCells({ valid, values }, predicate, missingValues, flags) {
  const missingFails = fails(predicate, MISSING);
  if (missingFails && valid !== null) {
    for (let row = 0; row < flags.length; row++) if (valid[row] === 0) flags[row] = 1;
  }
  const plain = values.kind === "coded" ? values.dictionary : values;
  const check = plainCheck(plain, predicate, missingValues);
  if (values.kind === "coded") {
    const known = new Uint8Array(Math.max(1, lengthOfValues(plain)));
    const { codes } = values;
    for (let row = 0; row < flags.length; row++) {
      if (valid !== null && valid[row] === 0) continue;
      const code = codes[row];
      if (known[code] === 0) known[code] = check(code) ? 2 : 1;
      if (known[code] === 2) flags[row] = 1;
    }
    return;
  }
  for (let row = 0; row < flags.length; row++) {
    if ((valid === null || valid[row] !== 0) && check(row)) flags[row] = 1;
  }
}
__name(flagCells, "flagCells");
function plainCheck(values, predicate, missingValues) {
  const general = /* @__PURE__ */ __name((at) => fails(predicate, presentCell(values, at, missingValues)), "general");
  const { bounds, lengths, automaton, allowed, test, refusedKinds } = predicate;
  const asksText = lengths !== null || automaton !== null || allowed !== null || test !== null;
  if (values.kind !== "numbers" || asksText || missingValues.size > 0) return general;
  const kind = values.whole ? CELL.integer : CELL.number;
  if ((refusedKinds >> kind & 1) === 1) return general;
  const min = bounds?.min ?? Number.NEGATIVE_INFINITY;
  const max = bounds?.max ?? Number.POSITIVE_INFINITY;
  const { numbers } = values;
  return (at) => {
    const value = numbers[at];
    return Number.isFinite(value) ? !(value >= min && value <= max) : general(at);
  };
}
__name(plainCheck, "plainCheck");
function fails(predicate, { kind, text, number }) {
  return failsPredicate(predicate, kind, text, number);
}
__name(fails, "fails");

// shared/data/data-schema.ts
function columnSchemas(schema) {
  const required = new Set(schema.required);
  const rules = new Map(Object.entries(schema["x-columns"] ?? {}));
  return new Map(
    Object.entries(schema.properties).map(([name, given]) => {
      const property = typeof given === "object" ? given : {};
      return [
        name,
        {
          name,
          property,
          type: declaredType(property),
          required: required.has(name),
          rules: rules.get(name) ?? {}
        }
      ];
    })
  );
}
__name(columnSchemas, "columnSchemas");
function declaredType({ type }) {
  const types = [type ?? []].flat().filter((one) => one !== "null");
  return types.length === 1 ? types[0] : void 0;
}
__name(declaredType, "declaredType");

// shared/data/subschemas.ts
var WITH_SCHEMAS = /* @__PURE__ */ new Set([
  ...["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "prefixItems", "items", "contains"],
  ...["additionalProperties", "propertyNames", "unevaluatedItems", "unevaluatedProperties"],
  ...["contentSchema"]
]);
var WITH_NAMED_SCHEMAS = /* @__PURE__ */ new Set([
  ...["properties", "patternProperties", "dependentSchemas", "dependencies"],
  ...["$defs", "definitions"]
]);
function* subschemas(schema, path = []) {
  if (!isObject(schema)) return;
  yield { schema, path };
  for (const inner of directSubschemas(schema, path)) yield* subschemas(inner.schema, inner.path);
}
__name(subschemas, "subschemas");
function* directSubschemas(schema, path = []) {
  for (const [keyword, value] of Object.entries(schema)) {
    if (WITH_NAMED_SCHEMAS.has(keyword) && isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        yield { schema: inner, path: [...path, keyword, name] };
      }
    } else if (WITH_SCHEMAS.has(keyword) && Array.isArray(value)) {
      for (const [index, inner] of value.entries()) {
        yield { schema: inner, path: [...path, keyword, index] };
      }
    } else if (WITH_SCHEMAS.has(keyword)) yield { schema: value, path: [...path, keyword] };
  }
}
__name(directSubschemas, "directSubschemas");
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
__name(isObject, "isObject");

// shared/data/pattern-syntax.ts
var PatternError = class extends Error {
  static {
    __name(this, "PatternError");
  }
  name = "PatternError";
};
var DEEPEST_GROUP = 100;
var GROUP = /\((?:\?:|\?<(?![=!])[^>]*>|(?!\?))/y;
var CHARACTER = /\[(?:\\[\s\S]|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Za-z]|\\[\s\S]|[\s\S]/uy;
var QUANTIFIER = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;
var ASSERTIONS = /* @__PURE__ */ new Map([
  ["^", "start"],
  ["$", "end"],
  ["\\b", "word-boundary"],
  ["\\B", "no-word-boundary"]
]);
function parsePattern(source) {
  try {
    new RegExp(source, "u");
  } catch (cause) {
    const reason = cause.message.split(": ").at(-1) ?? "";
    throw new PatternError(`is no regular expression: ${reason}`, { cause });
  }
  return new PatternReader(source).read();
}
__name(parsePattern, "parsePattern");
var PatternReader = class {
  static {
    __name(this, "PatternReader");
  }
  #source;
  #position = 0;
  constructor(source) {
    this.#source = source;
  }
  read() {
    return this.#choice(0);
  }
  #choice(depth) {
    if (depth > DEEPEST_GROUP) {
      throw new PatternError(`has more than ${DEEPEST_GROUP} groups in each other`);
    }
    const parts = [this.#sequence(depth)];
    while (this.#source[this.#position] === "|") {
      this.#position++;
      parts.push(this.#sequence(depth));
    }
    const [only] = parts;
    return parts.length === 1 && only !== void 0 ? only : { kind: "choice", parts };
  }
  #sequence(depth) {
    const parts = [];
    while (this.#position < this.#source.length && !/[|)]/.test(this.#next())) {
      parts.push(this.#quantified(this.#term(depth)));
    }
    return { kind: "sequence", parts };
  }
  #next() {
    return this.#source[this.#position] ?? "";
  }
  #term(depth) {
    if (this.#next() === "(") {
      if (this.#match(GROUP) === null) {
        throw new PatternError("looks ahead or behind, or changes flags, which is not supported");
      }
      const inner = this.#choice(depth + 1);
      this.#position++;
      return inner;
    }
    const [text = ""] = this.#match(CHARACTER) ?? [];
    const asserts = ASSERTIONS.get(text);
    if (asserts !== void 0) return { kind: "assertion", asserts };
    if (/^\\[1-9k]/.test(text)) {
      throw new PatternError("refers back to a group, which is not supported");
    }
    if (text !== "." && !/^[[\\]/.test(text)) {
      return { kind: "character", source: text, matches: /* @__PURE__ */ __name((character) => character === text, "matches") };
    }
    const one = new RegExp(`^${text}$`, "u");
    return { kind: "character", source: text, matches: /* @__PURE__ */ __name((character) => one.test(character), "matches") };
  }
  #quantified(part) {
    const found = this.#match(QUANTIFIER);
    if (found === null) return part;
    const [text, least, comma, most] = found;
    if (least === void 0) {
      return {
        kind: "repetition",
        part,
        least: text.startsWith("+") ? 1 : 0,
        most: text.startsWith("?") ? 1 : Number.POSITIVE_INFINITY
      };
    }
    const fixed = comma === "" ? least : most;
    return {
      kind: "repetition",
      part,
      least: Number(least),
      most: fixed === "" ? Number.POSITIVE_INFINITY : Number(fixed)
    };
  }
  #match(syntax) {
    syntax.lastIndex = this.#position;
    const found = syntax.exec(this.#source);
    if (found !== null) this.#position += found[0].length;
    return found;
  }
};

// shared/data/predicates/code-point-sets.ts
var END = 1114112;
var SURROGATES = 55296;
var AFTER_SURROGATES = 57344;
var WORD_CHARACTERS = [48, 58, 65, 91, 95, 96, 97, 123];
var NO_LINE_END = [0, 10, 11, 13, 14, 8232, 8234];
var MOST_KEPT = 200;
var kept = /* @__PURE__ */ new Map();
function codePointsOf(source) {
  const literal = literalOf(source);
  if (literal !== void 0) return [literal, literal + 1].filter((bound) => bound < END);
  let set = kept.get(source);
  if (set === void 0) {
    if (kept.size >= MOST_KEPT) kept.clear();
    set = source === "." ? NO_LINE_END : asciiMatches(source) ?? allMatches(source);
    kept.set(source, set);
  }
  return set;
}
__name(codePointsOf, "codePointsOf");
function isCostlySet(source) {
  return literalOf(source) === void 0 && source !== "." && !ASCII_CLASS.test(source);
}
__name(isCostlySet, "isCostlySet");
function literalOf(source) {
  const [first, second, third] = source;
  const character = third === void 0 && first === "\\" && /^[^A-Za-z0-9]$/.test(second ?? "") ? second : void 0;
  if (character !== void 0) return character.codePointAt(0);
  if (second !== void 0 || source === ".") return void 0;
  return isSurrogate(source) ? void 0 : source.codePointAt(0);
}
__name(literalOf, "literalOf");
function isSurrogate(character) {
  const point = character.codePointAt(0) ?? 0;
  return point >= SURROGATES && point < AFTER_SURROGATES;
}
__name(isSurrogate, "isSurrogate");
var ASCII_CLASS = /^(?:\\[dDwWtnrfv]|\[(\^?)(?:[\x00-\x5b\x5e-\x7f]|\\[dwtnrfv]|\\[^A-Za-z0-9\x80-\u{10ffff}])*\])$/u;
function asciiMatches(source) {
  const found = ASCII_CLASS.exec(source);
  if (found === null) return void 0;
  const others = found[1] === "^" || source === "\\D" || source === "\\W";
  const one = new RegExp(source, "u");
  const bounds = [];
  let inside = false;
  for (let point = 0; point <= 128; point++) {
    const matches = point === 128 ? others : one.test(String.fromCharCode(point));
    if (matches !== inside) bounds.push(point);
    inside = matches;
  }
  return bounds;
}
__name(asciiMatches, "asciiMatches");
var everyCharacter;
function allMatches(source) {
  everyCharacter ??= allCharacters();
  const bounds = [];
  for (const { 0: run, index } of everyCharacter.matchAll(new RegExp(`(?:${source})+`, "gu"))) {
    const end = everyCharacter.codePointAt(index + run.length) ?? END;
    bounds.push(everyCharacter.codePointAt(index) ?? END, end);
  }
  return bounds.filter((bound) => bound < END);
}
__name(allMatches, "allMatches");
function allCharacters() {
  const pieces = [];
  for (let point = 0; point < END; point += 2048) {
    if (point >= SURROGATES && point < AFTER_SURROGATES) continue;
    pieces.push(
      String.fromCodePoint(...Array.from({ length: 2048 }, (_, index) => point + index))
    );
  }
  return pieces.join("");
}
__name(allCharacters, "allCharacters");

// shared/data/predicates/byte-tree.ts
var INVALID = -1;
function nodeOf(entry) {
  return -2 - entry;
}
__name(nodeOf, "nodeOf");
function cutIntoBytes({ bounds, classes }, budget) {
  const nodes = [];
  const entries = /* @__PURE__ */ new Map();
  const intern = /* @__PURE__ */ __name((children) => {
    budget.spend(children.length);
    const key = children.join();
    let entry = entries.get(key);
    if (entry === void 0) {
      entry = -1 - nodes.push(children);
      entries.set(key, entry);
    }
    return entry;
  }, "intern");
  const segmentAt = /* @__PURE__ */ __name((point) => {
    let low = 0;
    let high = bounds.length;
    while (high - low > 1) {
      const middle = low + high >> 1;
      if ((bounds[middle] ?? END) <= point) low = middle;
      else high = middle;
    }
    return low;
  }, "segmentAt");
  const uniform = /* @__PURE__ */ new Map();
  const uniformEntry = /* @__PURE__ */ __name((one, depth) => {
    if (depth === 0) return one;
    const key = one * 4 + depth;
    let entry = uniform.get(key);
    if (entry === void 0) {
      entry = intern(new Int32Array(64).fill(uniformEntry(one, depth - 1)));
      uniform.set(key, entry);
    }
    return entry;
  }, "uniformEntry");
  const entryOf = /* @__PURE__ */ __name((start, depth, least) => {
    const end = start + 64 ** depth;
    if (start >= END || end <= least || start >= 55296 && end <= 57344) return INVALID;
    const segment = segmentAt(start);
    const holdsInvalid = start < least || end > END || start < 57344 && end > 55296;
    if (!holdsInvalid && (bounds[segment + 1] ?? END) >= end) {
      return uniformEntry(classes[segment] ?? 0, depth);
    }
    const step = 64 ** (depth - 1);
    return intern(
      Int32Array.from(
        { length: 64 },
        (_, index) => entryOf(start + index * step, depth - 1, least)
      )
    );
  }, "entryOf");
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    if (byte < 128) return entryOf(byte, 0, 0);
    if (byte < 194 || byte > 244) return INVALID;
    if (byte < 224) return entryOf((byte & 31) << 6, 1, 128);
    if (byte < 240) return entryOf((byte & 15) << 12, 2, 2048);
    return entryOf((byte & 7) << 18, 3, 65536);
  });
  return { first, nodes };
}
__name(cutIntoBytes, "cutIntoBytes");

// shared/data/predicates/code-point-classes.ts
function classifyCodePoints(sets, budget) {
  const bounds = [.../* @__PURE__ */ new Set([0, ...sets.flat()])].sort((a, b) => a - b);
  budget.spend(bounds.length * (sets.length + 1));
  let classes = bounds.map(() => 0);
  let count = 1;
  const segmentsInSets = sets.map((set) => membership(set, bounds));
  for (const inside of segmentsInSets) {
    const known = /* @__PURE__ */ new Map();
    classes = classes.map((before, segment) => {
      const key = before * 2 + (inside[segment] ?? 0);
      const after2 = known.get(key) ?? known.size;
      known.set(key, after2);
      return after2;
    });
    count = known.size;
  }
  const members = segmentsInSets.map((inside) => {
    const held = new Uint8Array(count);
    for (const [segment, one] of classes.entries()) held[one] = inside[segment] ?? 0;
    return held;
  });
  return { count, bounds, classes, members };
}
__name(classifyCodePoints, "classifyCodePoints");
function membership(set, bounds) {
  const inside = new Uint8Array(bounds.length);
  let passed = 0;
  for (const [segment, bound] of bounds.entries()) {
    while (passed < set.length && (set[passed] ?? END) <= bound) passed++;
    inside[segment] = passed % 2;
  }
  return inside;
}
__name(membership, "membership");

// shared/data/predicates/limits.ts
var MOST_AUTOMATON_STATES = 2e3;
var MOST_PATTERN_PARTS = 4e3;
var MOST_PATTERN_STEPS = 1e6;
var MOST_SCHEMA_STEPS = 4e6;
var STEPS_OF_COSTLY_SET = 25e4;
var MOST_ALLOWED_TEXTS = 1e4;
var MOST_ALLOWED_CHARACTERS = 4e6;
var MOST_SPELLED_NUMBERS = 100;
var MOST_TESTED_COLUMNS = 200;
var DEEPEST_SCHEMA = 50;

// shared/data/predicates/deterministic.ts
function determine(pattern, { count, members }, budget) {
  const words = pattern.hasWordBoundary ? members.at(-1) : void 0;
  const neighbourOf = /* @__PURE__ */ __name((one) => words?.[one] === 1 ? "word" : "other", "neighbourOf");
  const situations = [];
  const numbers = /* @__PURE__ */ new Map();
  const numberOf = /* @__PURE__ */ __name((situation) => {
    const key = `${situation.before} ${situation.waiting.join(" ")}`;
    let known = numbers.get(key);
    if (known === void 0) {
      known = situations.push(situation) - 1;
      budget.demand(known < MOST_AUTOMATON_STATES);
      numbers.set(key, known);
    }
    return known;
  }, "numberOf");
  numberOf({ waiting: [pattern.start], before: "none" });
  const found = numberOf({ waiting: [0], before: "other" });
  const next = [];
  const accepting = [];
  for (const situation of situations) {
    accepting.push(close(pattern, situation, "none", budget) === "found" ? 1 : 0);
    const afterOther = close(pattern, situation, "other", budget);
    const afterWord = words === void 0 ? afterOther : close(pattern, situation, "word", budget);
    for (let one = 0; one < count; one++) {
      const before = neighbourOf(one);
      const reached = before === "word" ? afterWord : afterOther;
      if (reached === "found") next.push(found);
      else {
        budget.spend(1 + reached.length);
        const waiting = /* @__PURE__ */ new Set([pattern.start]);
        for (const { set, next: following } of reached) {
          if (members[set]?.[one] === 1) waiting.add(following);
        }
        next.push(numberOf({ waiting: [...waiting].sort((a, b) => a - b), before }));
      }
    }
  }
  return {
    states: situations.length,
    next: Int32Array.from(next),
    accepting: Uint8Array.from(accepting)
  };
}
__name(determine, "determine");
function close({ states }, { waiting, before }, after2, budget) {
  const seen = new Set(waiting);
  const reached = [];
  for (const index of seen) {
    const state = states[index];
    if (state === void 0) continue;
    if (state.kind === "found") return "found";
    if (state.kind === "fork") for (const following of state.next) seen.add(following);
    else if (state.kind === "character") reached.push(state);
    else if (holds(state.asserts, before, after2)) seen.add(state.next);
  }
  budget.spend(seen.size);
  return reached;
}
__name(close, "close");
function holds(asserts, before, after2) {
  if (asserts === "start") return before === "none";
  if (asserts === "end") return after2 === "none";
  const boundary = before === "word" !== (after2 === "word");
  return boundary === (asserts === "word-boundary");
}
__name(holds, "holds");
function minimise({ states, next, accepting }, classes, budget) {
  let groups = Int32Array.from(accepting);
  let count = 0;
  for (; ; ) {
    budget.spend(states * classes);
    const known = /* @__PURE__ */ new Map();
    const finer = new Int32Array(states);
    for (let state = 0; state < states; state++) {
      let key = `${groups[state]}`;
      for (let one = 0; one < classes; one++) {
        key += ` ${groups[next[state * classes + one] ?? 0]}`;
      }
      const group = known.get(key) ?? known.size;
      known.set(key, group);
      finer[state] = group;
    }
    groups = finer;
    if (known.size === count) break;
    count = known.size;
  }
  const smaller = { next: new Int32Array(count * classes), accepting: new Uint8Array(count) };
  for (let state = 0; state < states; state++) {
    const group = groups[state] ?? 0;
    smaller.accepting[group] = accepting[state] ?? 0;
    for (let one = 0; one < classes; one++) {
      smaller.next[group * classes + one] = groups[next[state * classes + one] ?? 0] ?? 0;
    }
  }
  return { states: count, ...smaller };
}
__name(minimise, "minimise");

// shared/data/predicates/pattern-automaton.ts
var PatternAutomaton = class {
  static {
    __name(this, "PatternAutomaton");
  }
  states = [{ kind: "found" }];
  start;
  /** What the states of kind `character` match, each set once. */
  sets = [];
  hasWordBoundary = false;
  #setsBySource = /* @__PURE__ */ new Map();
  #budget;
  #costly;
  #parts = 0;
  /** `costly`: sets that were paid for before; those of this pattern join them. Throws `BudgetExceeded`. */
  constructor(pattern, budget, costly) {
    this.#budget = budget;
    this.#costly = costly;
    this.start = this.#compile(pattern, 0);
  }
  #compile(node, next) {
    this.#budget.spend(1);
    this.#budget.demand(++this.#parts <= MOST_PATTERN_PARTS);
    switch (node.kind) {
      case "character":
        return this.#add({ kind: "character", set: this.#setOf(node.source), next });
      case "assertion":
        this.hasWordBoundary ||= node.asserts.endsWith("word-boundary");
        return this.#add({ kind: "assertion", asserts: node.asserts, next });
      case "sequence":
        return node.parts.reduceRight((after2, part) => this.#compile(part, after2), next);
      case "choice":
        return this.#add({
          kind: "fork",
          next: node.parts.map((part) => this.#compile(part, next))
        });
      case "repetition":
        return this.#repeat(node, next);
    }
  }
  #repeat({ part, least, most }, next) {
    let first = next;
    if (most === Number.POSITIVE_INFINITY) {
      const fork = [];
      first = this.#add({ kind: "fork", next: fork });
      fork.push(this.#compile(part, first), next);
    } else {
      for (let count = least; count < most; count++) {
        first = this.#add({ kind: "fork", next: [this.#compile(part, first), next] });
      }
    }
    for (let count = 0; count < least; count++) first = this.#compile(part, first);
    return first;
  }
  #add(state) {
    return this.states.push(state) - 1;
  }
  #setOf(source) {
    let index = this.#setsBySource.get(source);
    if (index === void 0) {
      if (isCostlySet(source) && !this.#costly.has(source)) {
        this.#budget.spend(STEPS_OF_COSTLY_SET);
        this.#costly.add(source);
      }
      index = this.sets.push(codePointsOf(source)) - 1;
      this.#setsBySource.set(source, index);
    }
    return index;
  }
};

// shared/data/predicates/step-budget.ts
var BudgetExceeded = class extends Error {
  static {
    __name(this, "BudgetExceeded");
  }
  name = "BudgetExceeded";
};
var StepBudget = class {
  static {
    __name(this, "StepBudget");
  }
  #most;
  #spent = 0;
  constructor(most) {
    this.#most = most;
  }
  get spent() {
    return this.#spent;
  }
  /** Throws `BudgetExceeded`. */
  spend(steps) {
    this.#spent += steps;
    this.demand(this.#spent <= this.#most);
  }
  /** Throws `BudgetExceeded`. */
  demand(holds3) {
    if (!holds3) throw new BudgetExceeded();
  }
};

// shared/data/predicates/byte-automaton.ts
function compileAutomaton(pattern, budget, costly = /* @__PURE__ */ new Set()) {
  const parts = new PatternAutomaton(pattern, budget, costly);
  const sets = parts.hasWordBoundary ? [...parts.sets, WORD_CHARACTERS] : parts.sets;
  const classes = classifyCodePoints(sets, budget);
  const automaton = reduce(determine(parts, classes, budget), classes, budget);
  return spellInBytes(automaton, classes.count, cutIntoBytes(classes, budget), budget);
}
__name(compileAutomaton, "compileAutomaton");
function reduce(automaton, { count }, budget) {
  const own = new StepBudget(20 * automaton.states * count);
  try {
    return minimise(automaton, count, own);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return automaton;
  } finally {
    budget.spend(own.spent);
  }
}
__name(reduce, "reduce");
function spellInBytes(automaton, classCount, tree, budget) {
  const { classes, bytes } = classifyBytes(tree);
  const rows = [];
  const accepting = [];
  const addRow = /* @__PURE__ */ __name((accepts) => {
    budget.demand(rows.length < MOST_AUTOMATON_STATES);
    accepting.push(accepts);
    return rows.push(new Int32Array(bytes.length)) - 1;
  }, "addRow");
  const between = /* @__PURE__ */ new Map();
  const own = /* @__PURE__ */ new Map();
  const waiting = [];
  const dead = 1;
  const numberOf = /* @__PURE__ */ __name((state) => {
    if (state > 0 && leadsNowhere(automaton, state, classCount)) return dead;
    let number = own.get(state);
    if (number === void 0) {
      number = addRow(automaton.accepting[state] ?? 0);
      own.set(state, number);
      waiting.push(state);
    }
    return number;
  }, "numberOf");
  numberOf(0);
  rows[addRow(0)]?.fill(dead);
  for (const state of waiting) {
    const known = /* @__PURE__ */ new Map();
    const after2 = /* @__PURE__ */ __name((entry) => {
      if (entry === INVALID) return dead;
      if (entry >= 0) return numberOf(automaton.next[state * classCount + entry] ?? 0);
      let number = known.get(entry);
      if (number === void 0) {
        number = afterNode(tree.nodes[nodeOf(entry)]);
        known.set(entry, number);
      }
      return number;
    }, "after");
    const afterNode = /* @__PURE__ */ __name((node) => {
      budget.spend(bytes.length);
      const row2 = bytes.map(
        (byte) => isContinuation(byte) ? after2(node?.[byte & 63] ?? INVALID) : dead
      );
      const key = row2.join();
      let number = between.get(key);
      if (number === void 0) {
        number = row2.every((next) => next === dead) ? dead : addRow(0);
        rows[number]?.set(row2);
        between.set(key, number);
      }
      return number;
    }, "afterNode");
    budget.spend(bytes.length);
    const row = bytes.map(
      (byte) => isContinuation(byte) ? dead : after2(tree.first[byte] ?? INVALID)
    );
    rows[own.get(state) ?? 0]?.set(row);
  }
  return {
    states: rows.length,
    classes,
    classCount: bytes.length,
    transitions: Uint16Array.from(rows.flatMap((row) => [...row])),
    accepting: Uint8Array.from(accepting)
  };
}
__name(spellInBytes, "spellInBytes");
function leadsNowhere({ next, accepting }, state, classCount) {
  const start = state * classCount;
  return accepting[state] === 0 && next.subarray(start, start + classCount).every((following) => following === state);
}
__name(leadsNowhere, "leadsNowhere");
function classifyBytes({ first, nodes }) {
  const known = /* @__PURE__ */ new Map();
  const bytes = [];
  const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
    const key = isContinuation(byte) ? `continues ${nodes.map((node) => node[byte & 63]).join()}` : `begins ${first[byte]}`;
    let one = known.get(key);
    if (one === void 0) {
      one = bytes.push(byte) - 1;
      known.set(key, one);
    }
    return one;
  });
  return { classes, bytes };
}
__name(classifyBytes, "classifyBytes");
function isContinuation(byte) {
  return (byte & 192) === 128;
}
__name(isContinuation, "isContinuation");

// shared/data/predicates/automaton-compiler.ts
var AutomatonCompiler = class {
  static {
    __name(this, "AutomatonCompiler");
  }
  #made = /* @__PURE__ */ new Map();
  #costly = /* @__PURE__ */ new Set();
  #left = MOST_SCHEMA_STEPS;
  /** Null for a pattern that would take too long or give too many states. Throws a `PatternError`. */
  compile(source) {
    const known = this.#made.get(source);
    if (known !== void 0) return known;
    const budget = new StepBudget(Math.min(MOST_PATTERN_STEPS, this.#left));
    let automaton = null;
    try {
      automaton = compileAutomaton(parsePattern(source), budget, this.#costly);
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
    }
    this.#left -= budget.spent;
    this.#made.set(source, automaton);
    return automaton;
  }
};

// shared/data/formats.ts
var import_formats = __toESM(require_formats(), 1);

// shared/data/linear-pattern.ts
var MOST_STATES = 1e3;
var MOST_KEPT2 = 1e5;
var LinearPattern = class {
  static {
    __name(this, "LinearPattern");
  }
  #source;
  #most;
  #states = [{ kind: "found" }];
  #start;
  #steps = 0;
  #situations = /* @__PURE__ */ new Map();
  #kept = 0;
  constructor(source, mostStates = MOST_STATES) {
    this.#source = source;
    this.#most = mostStates;
    this.#start = this.#compile(parsePattern(source), 0);
  }
  toString() {
    return this.#source;
  }
  /** Whether the pattern is found anywhere in `text`. */
  test(text) {
    let situation = this.#situation([this.#start], "none");
    for (const character of text) {
      const known = situation.transitions.get(character);
      const next = known ?? this.#advance(situation, character);
      if (next === "found") return true;
      situation = next;
    }
    return this.#close(situation, "none") === "found";
  }
  /** Adds the states of `node`, after which `next` follows, and gives the first of them. */
  #compile(node, next) {
    if (++this.#steps > this.#most) {
      throw new PatternError(
        `is too large: its parts, repetitions written out, are more than ${this.#most}`
      );
    }
    switch (node.kind) {
      case "character":
        return this.#add({ kind: "character", matches: node.matches, next });
      case "assertion":
        return this.#add({ kind: "assertion", asserts: node.asserts, next });
      case "sequence":
        return node.parts.reduceRight((after2, part) => this.#compile(part, after2), next);
      case "choice":
        return this.#add({
          kind: "fork",
          next: node.parts.map((part) => this.#compile(part, next))
        });
      case "repetition":
        return this.#repeat(node, next);
    }
  }
  #repeat({ part, least, most }, next) {
    let first = next;
    if (most === Number.POSITIVE_INFINITY) {
      const fork = [];
      first = this.#add({ kind: "fork", next: fork });
      fork.push(this.#compile(part, first), next);
    } else {
      for (let count = least; count < most; count++) {
        first = this.#add({ kind: "fork", next: [this.#compile(part, first), next] });
      }
    }
    for (let count = 0; count < least; count++) first = this.#compile(part, first);
    return first;
  }
  #add(state) {
    return this.#states.push(state) - 1;
  }
  #advance(situation, character) {
    const before = /^\w$/.test(character) ? "word" : "other";
    const reached = this.#close(situation, before);
    let next = "found";
    if (reached !== "found") {
      const waiting = /* @__PURE__ */ new Set();
      for (const state of reached) {
        if (state.kind === "character" && state.matches(character)) waiting.add(state.next);
      }
      waiting.add(this.#start);
      this.#kept += 1 + waiting.size;
      if (this.#kept > MOST_KEPT2) this.#forget();
      next = this.#situation(
        [...waiting].sort((a, b) => a - b),
        before
      );
    }
    situation.transitions.set(character, next);
    return next;
  }
  #situation(waiting, before) {
    const key = `${before} ${waiting.join(" ")}`;
    let situation = this.#situations.get(key);
    if (situation === void 0) {
      situation = { waiting, before, transitions: /* @__PURE__ */ new Map() };
      this.#situations.set(key, situation);
    }
    return situation;
  }
  #forget() {
    this.#situations = /* @__PURE__ */ new Map();
    this.#kept = 0;
  }
  /** The states that are reached without a character when `after` comes next. */
  #close({ waiting, before }, after2) {
    const seen = new Set(waiting);
    const reached = [];
    for (const index of seen) {
      const state = this.#states[index];
      if (state === void 0) continue;
      if (state.kind === "found") return "found";
      if (state.kind === "fork") for (const next of state.next) seen.add(next);
      else if (state.kind === "character") reached.push(state);
      else if (holds2(state.asserts, before, after2)) seen.add(state.next);
    }
    return reached;
  }
};
function holds2(asserts, before, after2) {
  if (asserts === "start") return before === "none";
  if (asserts === "end") return after2 === "none";
  const boundary = before === "word" !== (after2 === "word");
  return boundary === (asserts === "word-boundary");
}
__name(holds2, "holds");

// shared/data/formats.ts
var MOST_FORMAT_PARTS = 1200;
var LONGEST_TIME = 100;
var LONGEST_REGEX = 1e4;
var LONGEST_HOSTNAME = 253;
var DATE = "(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
var TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,12})?";
var ZONE = "(?:[zZ]|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?)";
var DATE_PERIOD = "(?:\\d+Y(?:\\d+M)?(?:\\d+D)?|\\d+M(?:\\d+D)?|\\d+D)";
var TIME_PERIOD = "T(?:\\d+H(?:\\d+M)?(?:\\d+S)?|\\d+M(?:\\d+S)?|\\d+S)";
var LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
var TEXT_FORMATS = /* @__PURE__ */ new Map([
  ["date", regular(`^${DATE}$`)],
  ["time", pointInTime("time", `^${TIME}${ZONE}$`)],
  ["date-time", pointInTime("date-time", `^${DATE}[tT\\s]${TIME}${ZONE}$`)],
  ["iso-time", pointInTime("iso-time", `^${TIME}${ZONE}?$`)],
  ["iso-date-time", pointInTime("iso-date-time", `^${DATE}[tT\\s]${TIME}${ZONE}?$`)],
  ["duration", regular(`^P(?:${DATE_PERIOD}(?:${TIME_PERIOD})?|${TIME_PERIOD}|\\d+W)$`)],
  ["email", regular(sourceOf("email"))],
  ["hostname", hostname()],
  ["ipv4", regular(sourceOf("ipv4"))],
  ["ipv6", regular(sourceOf("ipv6"))],
  ["uri", regular(uri())],
  ["uri-reference", regular(sourceOf("uri-reference"))],
  ["uri-template", regular(sourceOf("uri-template"))],
  ["uuid", regular(sourceOf("uuid"))],
  ["json-pointer", regular(sourceOf("json-pointer"))],
  ["relative-json-pointer", regular(sourceOf("relative-json-pointer"))],
  ["regex", { test: bounded("regex", LONGEST_REGEX), pattern: null, longest: null }]
]);
function regular(pattern) {
  let linear;
  return {
    test: /* @__PURE__ */ __name((text) => {
      linear ??= new LinearPattern(pattern, MOST_FORMAT_PARTS);
      return linear.test(text);
    }, "test"),
    pattern,
    longest: null
  };
}
__name(regular, "regular");
function pointInTime(name, pattern) {
  return { test: bounded(name, LONGEST_TIME), pattern, longest: null };
}
__name(pointInTime, "pointInTime");
function hostname() {
  const { test, pattern } = regular(`^${LABEL}(?:\\.${LABEL})*\\.?$`);
  return {
    test: /* @__PURE__ */ __name((text) => {
      const length = text.endsWith(".") ? text.length - 1 : text.length;
      return length <= LONGEST_HOSTNAME && test(text);
    }, "test"),
    pattern,
    longest: LONGEST_HOSTNAME
  };
}
__name(hostname, "hostname");
function bounded(name, longest) {
  const format = import_formats.fullFormats[name];
  const check = typeof format === "object" && "validate" in format ? format.validate : format;
  if (typeof check !== "function") throw new TypeError(`the format "${name}" is no function`);
  const validate = check;
  return (text) => text.length <= longest && validate(text);
}
__name(bounded, "bounded");
function sourceOf(name) {
  const format = import_formats.fullFormats[name];
  if (!(format instanceof RegExp)) throw new TypeError(`the format "${name}" is no pattern`);
  return format.ignoreCase ? inAnyCase(format.source) : format.source;
}
__name(sourceOf, "sourceOf");
function inAnyCase(source) {
  return source.replaceAll("a-z", "a-zA-Z").replaceAll("a-f", "a-fA-F").replace("urn:uuid:", "[uU][rR][nN]:[uU][uU][iI][dD]:");
}
__name(inAnyCase, "inAnyCase");
function uri() {
  return sourceOf("uri-reference").replace("^(?:[a-zA-Z][a-zA-Z0-9+\\-.]*:)?", "^(?:[a-zA-Z][a-zA-Z0-9+\\-.]*:)").replaceAll(`'"`, "'").replace(")?(?:\\?", ")(?:\\?");
}
__name(uri, "uri");

// shared/data/predicates/column-rules.ts
var MOST_CHARACTERS = 2 ** 31 - 1;
var ANNOTATIONS = /* @__PURE__ */ new Set([
  ...["title", "description", "default", "examples", "$comment", "deprecated", "readOnly"],
  ...["writeOnly", "nullable", "contentEncoding", "contentMediaType", "contentSchema"],
  ...["$defs", "definitions", "$schema"]
]);
var RULES = /* @__PURE__ */ new Set([
  ...["type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
  ...["minLength", "maxLength", "pattern", "format"]
]);
function isReadable(schema) {
  return Object.keys(schema).every((keyword) => RULES.has(keyword) || ANNOTATIONS.has(keyword));
}
__name(isReadable, "isReadable");
function readRules(schema) {
  const types = schema.type === void 0 ? null : [schema.type].flat();
  const has = /* @__PURE__ */ __name((type) => types === null || types.includes(type), "has");
  const values = listedValues(schema);
  const hasNumber = has("number") || has("integer");
  return {
    text: has("string") ? textRules(schema, values) : null,
    number: hasNumber ? numberRules(schema, values, types !== null && !has("number")) : null,
    boolean: has("boolean") ? booleanRules(values) : null
  };
}
__name(readRules, "readRules");
function listedValues(schema) {
  const listed = Array.isArray(schema.enum) ? schema.enum : null;
  if (!Object.hasOwn(schema, "const")) return listed;
  const { const: only } = schema;
  return listed === null || listed.includes(only) ? [only] : [];
}
__name(listedValues, "listedValues");
function textRules(schema, values) {
  const min = Math.min(numberOr(schema.minLength, 0), MOST_CHARACTERS);
  const max = Math.min(numberOr(schema.maxLength, MOST_CHARACTERS), MOST_CHARACTERS);
  const rules = {
    allowed: null,
    lengths: min > 0 || max < MOST_CHARACTERS ? { min, max } : null,
    pattern: typeof schema.pattern === "string" ? schema.pattern : null,
    format: TEXT_FORMATS.get(String(schema.format)) ?? null
  };
  if (values === null) return rules;
  const check = textCheck(rules);
  const allowed = values.filter((value) => typeof value === "string").filter(check);
  if (allowed.length === 0) return null;
  return { allowed, lengths: null, pattern: null, format: null };
}
__name(textRules, "textRules");
function numberRules(schema, values, whole) {
  const min = Math.max(
    numberOr(schema.minimum, Number.NEGATIVE_INFINITY),
    nextUp(numberOr(schema.exclusiveMinimum, Number.NEGATIVE_INFINITY))
  );
  const max = Math.min(
    numberOr(schema.maximum, Number.POSITIVE_INFINITY),
    -nextUp(-numberOr(schema.exclusiveMaximum, Number.POSITIVE_INFINITY))
  );
  if (values === null) {
    const bounded2 = min > -Number.MAX_VALUE || max < Number.MAX_VALUE;
    return { bounds: bounded2 ? { min, max } : null, allowed: null, whole };
  }
  const allowed = values.filter((value) => typeof value === "number").filter((value) => value >= min && value <= max && !(whole && value % 1 !== 0));
  return allowed.length === 0 ? null : { bounds: null, allowed, whole };
}
__name(numberRules, "numberRules");
function booleanRules(values) {
  if (values === null) return { true: true, false: true };
  const rules = { true: values.includes(true), false: values.includes(false) };
  return rules.true || rules.false ? rules : null;
}
__name(booleanRules, "booleanRules");
function textCheck({
  allowed,
  lengths,
  pattern,
  format
}) {
  const texts = allowed === null ? null : new Set(allowed);
  const linear = pattern === null ? null : new LinearPattern(pattern);
  return (text) => (texts?.has(text) ?? true) && (lengths === null || hasLength2(text, lengths)) && (linear?.test(text) ?? true) && (format?.test(text) ?? true);
}
__name(textCheck, "textCheck");
function hasLength2(text, { min, max }) {
  let length = 0;
  for (const _ of text) length++;
  return length >= min && length <= max;
}
__name(hasLength2, "hasLength");
function numberOr(value, otherwise) {
  return typeof value === "number" ? value : otherwise;
}
__name(numberOr, "numberOr");
var bits = new DataView(new ArrayBuffer(8));
function nextUp(value) {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return Number.MIN_VALUE;
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}
__name(nextUp, "nextUp");

// shared/data/row-validator.ts
var import__ = __toESM(require__(), 1);

// shared/errors/index.ts
var USER_ERROR = /* @__PURE__ */ Symbol.for("mlops-actions.user-error");
var UserError = class extends Error {
  static {
    __name(this, "UserError");
  }
  problems;
  constructor(problems, options) {
    const list = Array.isArray(problems) ? problems : [problems];
    const [first, ...rest] = list;
    if (first === void 0) throw new TypeError("a UserError needs at least one problem");
    super(list.map(formatProblem).join("\n"), options);
    this.name = "UserError";
    this.problems = [first, ...rest];
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
function capitalize(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
__name(capitalize, "capitalize");
function asSentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
__name(asSentence, "asSentence");

// shared/data/row-validator.ts
var COLUMNS_AT_ONCE = 100;
var MOST_CONNECTED_COLUMNS = 1e3;
var STAND_IN = "-proto-";
function newRowCompiler(options = {}) {
  const compiler = new import__.Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    logger: false,
    code: {
      regExp: Object.assign((source) => new LinearPattern(source), {
        code: "LinearPattern"
      })
    },
    ...options
  });
  for (const [name, { test }] of TEXT_FORMATS) compiler.addFormat(name, test);
  return compiler;
}
__name(newRowCompiler, "newRowCompiler");
function compileRows(json, file) {
  const { required: _, additionalProperties: __, properties, ...rest } = json;
  const rules = Object.fromEntries(
    Object.entries(rest).filter(([keyword]) => !keyword.startsWith("x-"))
  );
  const columns = Object.entries(properties).filter(([name]) => name !== "__proto__");
  const own = Object.entries(properties).filter(([name]) => name === "__proto__");
  const connected = isConnected(json);
  if (connected) refuseConnected(columns.length, own.length > 0, file);
  const parts = connected ? [] : Array.from({ length: Math.ceil(columns.length / COLUMNS_AT_ONCE) }, (_2, part) => ({
    type: "object",
    properties: Object.fromEntries(
      columns.slice(part * COLUMNS_AT_ONCE, (part + 1) * COLUMNS_AT_ONCE)
    )
  }));
  parts.push({ ...rules, properties: connected ? Object.fromEntries(columns) : {} });
  const compile = /* @__PURE__ */ __name((part) => withoutOverflow(file, () => newRowCompiler().compile(part)), "compile");
  const validators = parts.map(compile);
  const ownValidator = own.map(
    ([, property]) => compile({ type: "object", properties: { [STAND_IN]: property } })
  );
  return (example) => withoutOverflow(file, () => [
    ...validators.flatMap((validate) => errorsOf(validate, example)),
    ...ownValidator.flatMap((validate) => checkOwnName(validate, example))
  ]);
}
__name(compileRows, "compileRows");
function errorsOf(validate, example) {
  return validate(example) === true ? [] : validate.errors ?? [];
}
__name(errorsOf, "errorsOf");
function checkOwnName(validate, example) {
  const own = Object.getOwnPropertyDescriptor(example, "__proto__");
  if (own === void 0) return [];
  const rename = /* @__PURE__ */ __name((path) => path.replace(STAND_IN, "__proto__"), "rename");
  return errorsOf(validate, { [STAND_IN]: own.value }).map((error) => ({
    ...error,
    instancePath: rename(error.instancePath),
    schemaPath: rename(error.schemaPath)
  }));
}
__name(checkOwnName, "checkOwnName");
function isConnected(json) {
  const connecting = ["$ref", "$dynamicRef", "$recursiveRef", "unevaluatedProperties", "$id"];
  for (const { schema } of subschemas(json)) {
    if (connecting.some((keyword) => Object.hasOwn(schema, keyword))) return true;
  }
  return false;
}
__name(isConnected, "isConnected");
function refuseConnected(columns, ownName, file) {
  if (columns > MOST_CONNECTED_COLUMNS) {
    throw new UserError({
      what: `A schema with "$ref", "$id" or "unevaluatedProperties" can describe ${MOST_CONNECTED_COLUMNS} columns, and this one describes ${columns}`,
      where: { file },
      remedy: "Write the rules out where they are referred to, or describe fewer columns"
    });
  }
  if (ownName) {
    throw new UserError({
      what: `The column "__proto__" can't be checked in a schema with "$ref", "$id" or "unevaluatedProperties"`,
      where: { file },
      remedy: "Write the rules out where they are referred to, or rename the column"
    });
  }
}
__name(refuseConnected, "refuseConnected");
function withoutOverflow(file, work) {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const problem = {
      what: "The schema refers to itself without end, or is nested too deeply to be applied",
      where: { file },
      remedy: 'Remove the "$ref" that leads back to where it stands'
    };
    throw new UserError(problem, { cause });
  }
}
__name(withoutOverflow, "withoutOverflow");

// shared/data/schema-value.ts
function valueClassOf(kind, type) {
  if (type === "string") return "text";
  if (kind === CELL.integer || kind === CELL.number) return type === "boolean" ? "text" : "number";
  if (kind === CELL.boolean) return type === "boolean" || type === void 0 ? "boolean" : "text";
  const notFinite = kind === CELL.notANumber || kind === CELL.infinity;
  return notFinite && type === "number" ? "left-out" : "text";
}
__name(valueClassOf, "valueClassOf");
function valueOfCell(text, kind, number, type) {
  switch (valueClassOf(kind, type)) {
    case "number":
      return number;
    case "boolean":
      return text.toLowerCase() === "true";
    default:
      return text;
  }
}
__name(valueOfCell, "valueOfCell");

// shared/data/predicates/spelled-numbers.ts
function spellNumbers(numbers) {
  if (numbers.length > MOST_SPELLED_NUMBERS) return null;
  const spelled = numbers.map(spellNumber);
  return spelled.includes(null) ? null : `^[ \\t]*(?:${spelled.join("|")})[ \\t]*$`;
}
__name(spellNumbers, "spellNumbers");
function spellNumber(value) {
  const [, whole, fraction] = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value))) ?? [];
  if (whole === void 0) return null;
  if (value === 0) return "[+-]?(?:0+(?:\\.0*)?|\\.0+)";
  const sign = value < 0 ? "-" : "\\+?";
  const digits = whole === "0" ? "" : whole;
  return fraction === void 0 ? `${sign}0*${digits}(?:\\.0*)?` : `${sign}0*${digits}\\.${fraction}0*`;
}
__name(spellNumber, "spellNumber");

// shared/data/predicates/compile-column.ts
var PRESENT_KINDS = [
  ...[CELL.integer, CELL.number, CELL.notANumber, CELL.infinity, CELL.boolean, CELL.text]
];
function compileColumn(column, schema, compiler) {
  const predicate = {
    refusedKinds: column.required ? 1 << CELL.missing : 0,
    bounds: null,
    lengths: null,
    automaton: null,
    allowed: null,
    test: null
  };
  if (typeof schema === "object" && schema !== null) {
    addRules(predicate, column, schema, compiler);
  } else if (schema === false) {
    for (const kind of PRESENT_KINDS) predicate.refusedKinds |= 1 << kind;
  }
  const { refusedKinds, ...others } = predicate;
  const asksNothing = refusedKinds === 0 && Object.values(others).every((part) => part === null);
  return asksNothing ? null : predicate;
}
__name(compileColumn, "compileColumn");
function addRules(predicate, column, schema, compiler) {
  const rules = readRules(schema);
  const classes = /* @__PURE__ */ new Set();
  for (const kind of PRESENT_KINDS) {
    if (refuses(column, rules, kind)) predicate.refusedKinds |= 1 << kind;
    else classes.add(valueClassOf(kind, column.type));
  }
  if (classes.size === 0) return;
  predicate.bounds = classes.has("number") ? rules.number?.bounds ?? null : null;
  if (!isReadable(schema)) {
    predicate.test = ajvTest(column, schema);
    return;
  }
  const [only] = classes.size === 1 ? classes : [];
  if (only === "text" && rules.text !== null) addTextRules(predicate, rules.text, compiler);
  else if (only === "number" && spelledAutomaton(rules.number, compiler) !== null) {
    predicate.automaton = spelledAutomaton(rules.number, compiler);
  } else predicate.test = classTest(column, rules, classes);
}
__name(addRules, "addRules");
function refuses(column, rules, kind) {
  switch (valueClassOf(kind, column.type)) {
    case "text":
      return rules.text === null;
    case "number":
      return rules.number === null || rules.number.whole && kind === CELL.number;
    case "boolean":
      return rules.boolean === null;
    case "left-out":
      return kind === CELL.infinity ? column.rules["allow-infinity"] !== true : column.rules["allow-nan"] !== true;
  }
}
__name(refuses, "refuses");
function addTextRules(predicate, rules, compiler) {
  const { allowed, lengths, pattern, format } = rules;
  if (allowed !== null) {
    const characters = allowed.reduce((sum, text) => sum + text.length, 0);
    if (allowed.length > MOST_ALLOWED_TEXTS || !compiler.takeAllowed(characters)) {
      predicate.test = textCheck(rules);
    } else predicate.allowed = [...new Set(allowed)].filter((text) => text.isWellFormed());
    return;
  }
  predicate.lengths = lengths;
  const left = { allowed: null, lengths: null, pattern, format };
  const byPattern = pattern === null ? null : compiler.automata.compile(pattern);
  const byFormat = byPattern === null ? formatAutomaton(format?.pattern, compiler) : null;
  predicate.automaton = byPattern ?? byFormat;
  if (byPattern !== null) left.pattern = null;
  if (byFormat !== null) {
    left.format = null;
    const longest = format?.longest;
    if (longest != null && !(lengths !== null && lengths.max <= longest)) {
      predicate.lengths = { min: lengths?.min ?? 0, max: longest };
    }
  }
  if (left.pattern !== null || left.format !== null) predicate.test = textCheck(left);
}
__name(addTextRules, "addTextRules");
function formatAutomaton(pattern, { automata }) {
  return pattern === null || pattern === void 0 ? null : automata.compile(pattern);
}
__name(formatAutomaton, "formatAutomaton");
function spelledAutomaton(rules, { automata }) {
  const spelled = rules?.allowed == null ? null : spellNumbers(rules.allowed);
  return spelled === null ? null : automata.compile(spelled);
}
__name(spelledAutomaton, "spelledAutomaton");
function classTest({ type }, { text, number, boolean }, classes) {
  const checkText = classes.has("text") && text !== null && asksAnything(text) ? textCheck(text) : null;
  const numbers = classes.has("number") && number !== null && number.allowed !== null ? new Set(number.allowed) : null;
  const booleans = classes.has("boolean") && boolean !== null && !(boolean.true && boolean.false) ? boolean : null;
  if (checkText === null && numbers === null && booleans === null) return null;
  return (cell, kind) => {
    switch (valueClassOf(kind, type)) {
      case "text":
        return checkText?.(cell) ?? true;
      case "number":
        return numbers?.has(parseNumber(cell)) ?? true;
      case "boolean":
        return booleans?.[cell.toLowerCase() === "true" ? "true" : "false"] ?? true;
      case "left-out":
        return true;
    }
  };
}
__name(classTest, "classTest");
function asksAnything(rules) {
  return Object.values(rules).some((part) => part !== null);
}
__name(asksAnything, "asksAnything");
function ajvTest({ type }, schema) {
  let validate;
  return (text, kind) => {
    if (valueClassOf(kind, type) === "left-out") return true;
    validate ??= compileAlone(schema);
    return validate(valueOfCell(text, kind, parseNumber(text), type));
  };
}
__name(ajvTest, "ajvTest");
function compileAlone(schema) {
  const options = { allErrors: false, verbose: false, strict: false, validateSchema: false };
  return newRowCompiler(options).compile(schema);
}
__name(compileAlone, "compileAlone");

// shared/data/expanded-size.ts
function resolvePointer(root, reference) {
  if (!reference.startsWith("#")) return void 0;
  const steps = decodeFragment(reference.slice(1)).split("/").slice(1);
  return steps.reduce((place, step) => {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(place)) return place[Number(name)];
    return isObject(place) && Object.hasOwn(place, name) ? place[name] : void 0;
  }, root);
}
__name(resolvePointer, "resolvePointer");
function decodeFragment(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
__name(decodeFragment, "decodeFragment");

// shared/data/predicates/resolve-references.ts
var NotAlone = class extends Error {
  static {
    __name(this, "NotAlone");
  }
  name = "NotAlone";
};
var BOUND = ["$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef"];
var DEFINITIONS = /* @__PURE__ */ new Set(["$defs", "definitions"]);
function resolveReferences(root, schema, depth = 0) {
  if (!isObject(schema)) return schema;
  if (depth > DEEPEST_SCHEMA) throw new NotAlone("has rules that are nested deeply or in a circle");
  const bound = BOUND.find((keyword) => Object.hasOwn(schema, keyword));
  if (bound !== void 0) throw new NotAlone(`has a rule with "${bound}"`);
  const { $ref, ...rest } = schema;
  const resolved = replaceSubschemas(rest, (inner) => resolveReferences(root, inner, depth + 1));
  if ($ref === void 0) return resolved;
  const named = typeof $ref === "string" && $ref !== "#" ? resolvePointer(root, $ref) : void 0;
  if (named === void 0) throw new NotAlone(`refers to ${JSON.stringify($ref)}`);
  const target = resolveReferences(root, named, depth + 1);
  return combine(resolved, target);
}
__name(resolveReferences, "resolveReferences");
function replaceSubschemas(schema, replace) {
  const copy = Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => !DEFINITIONS.has(keyword)).map(([keyword, value]) => [keyword, copyOf(value)])
  );
  for (const { schema: inner, path } of directSubschemas(copy)) {
    const [keyword = "", name] = path;
    if (name === void 0) copy[keyword] = replace(inner);
    else setOwn(copy[keyword], name, replace(inner));
  }
  return copy;
}
__name(replaceSubschemas, "replaceSubschemas");
function copyOf(value) {
  if (Array.isArray(value)) return [...value];
  return isObject(value) ? Object.fromEntries(Object.entries(value)) : value;
}
__name(copyOf, "copyOf");
function setOwn(holder, name, value) {
  const property = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(holder, name, property);
}
__name(setOwn, "setOwn");
function combine(schema, target) {
  const keywords = Object.keys(schema);
  if (keywords.length === 0) return target;
  if (isObject(target) && [...keywords, ...Object.keys(target)].every((one) => SEPARATE.has(one))) {
    if (!keywords.some((keyword) => Object.hasOwn(target, keyword)))
      return { ...schema, ...target };
  }
  const { allOf = [] } = schema;
  return { ...schema, allOf: [...allOf, target] };
}
__name(combine, "combine");
var SEPARATE = /* @__PURE__ */ new Set([
  ...["type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
  ...["multipleOf", "minLength", "maxLength", "pattern", "format", "title", "description"]
]);

// shared/data/predicates/compile-predicates.ts
var OF_COLUMNS = /* @__PURE__ */ new Set([
  ...["$schema", "$id", "$comment", "$anchor", "$vocabulary", "$defs", "definitions", "title"],
  ...["description", "default", "examples", "deprecated", "readOnly", "writeOnly", "type"],
  ...["properties", "required", "additionalProperties"]
]);
function compileSchema(json) {
  const across = Object.keys(json).find(
    (keyword) => !OF_COLUMNS.has(keyword) && !keyword.startsWith("x-")
  );
  if (across !== void 0) return everyRow(`"${across}" is a rule across columns`);
  const given = new Map(Object.entries(json.properties));
  const compiler = newColumnCompiler();
  const byColumn = /* @__PURE__ */ new Map();
  let tested = 0;
  for (const column of columnSchemas(json).values()) {
    const schema = standingAlone(json, given.get(column.name));
    if (schema instanceof NotAlone) {
      return everyRow(`The column ${JSON.stringify(column.name)} ${schema.message}`);
    }
    if (typeof schema === "object" && schema !== null && !isReadable({ ...schema })) tested++;
    if (tested > MOST_TESTED_COLUMNS) {
      return everyRow(`More than ${MOST_TESTED_COLUMNS} columns have rules of several parts`);
    }
    const predicate = compileColumn(column, schema, compiler);
    if (predicate !== null) byColumn.set(column.name, predicate);
  }
  return { byColumn, everyRow: false, reason: null };
}
__name(compileSchema, "compileSchema");
function predicatesOfColumns({ byColumn, everyRow: everyRow2, reason }, json, columns) {
  const described = columnSchemas(json);
  const present = new Set(columns);
  const absent = [...described.values()].find(
    ({ name, required }) => required && !present.has(name)
  );
  return {
    columns: columns.map((name) => byColumn.get(name) ?? null),
    everyRow: everyRow2 || absent !== void 0,
    reason: reason ?? (absent && `The column ${JSON.stringify(absent.name)} is required and not there`) ?? null,
    unique: columns.flatMap((name, index) => isUnique(described.get(name)) ? [index] : [])
  };
}
__name(predicatesOfColumns, "predicatesOfColumns");
function isUnique(column) {
  return column?.rules.unique === true;
}
__name(isUnique, "isUnique");
function everyRow(reason) {
  return { byColumn: /* @__PURE__ */ new Map(), everyRow: true, reason };
}
__name(everyRow, "everyRow");
function newColumnCompiler() {
  let left = MOST_ALLOWED_CHARACTERS;
  return {
    automata: new AutomatonCompiler(),
    takeAllowed: /* @__PURE__ */ __name((characters) => {
      if (characters > left) return false;
      left -= characters;
      return true;
    }, "takeAllowed")
  };
}
__name(newColumnCompiler, "newColumnCompiler");
var REFERRING = ["$ref", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef"];
function standingAlone(json, schema) {
  const refers = subschemas(schema).some(
    ({ schema: inner }) => REFERRING.some((keyword) => Object.hasOwn(inner, keyword))
  );
  if (!refers) return schema;
  try {
    return resolveReferences(json, schema);
  } catch (error) {
    if (error instanceof NotAlone) return error;
    throw error;
  }
}
__name(standingAlone, "standingAlone");

// shared/data/typed-list.ts
var TypedList = class {
  static {
    __name(this, "TypedList");
  }
  #items;
  length = 0;
  #class;
  constructor(kind) {
    this.#class = kind;
    this.#items = new kind(64);
  }
  push(value) {
    if (this.length === this.#items.length) this.#resize(Math.max(64, this.length * 2));
    this.#items[this.length++] = value;
  }
  /** Fills up to `length` with `value`. */
  extend(length, value) {
    while (this.length < length) this.push(value);
  }
  append(other) {
    const length = this.length + other.length;
    if (length > this.#items.length) this.#resize(length * 2);
    this.#items.set(other.view(), this.length);
    this.length = length;
  }
  /** The items, without a copy: valid until the next push. */
  view() {
    return this.#items.subarray(0, this.length);
  }
  /** The items at the right length, given away: the list has none any more. */
  take() {
    this.#resize(this.length);
    const items = this.#items;
    this.#items = new this.#class(0);
    this.length = 0;
    return items;
  }
  /**
   * By a transfer of the buffer, which gives the old one's memory back at once: the collector sees hundreds of columns of one
   * table as small objects and would let all of them lie beside their copies.
   */
  #resize(capacity) {
    const buffer = this.#items.buffer;
    this.#items = new this.#class(buffer.transfer(capacity * this.#class.BYTES_PER_ELEMENT));
  }
};

// shared/data/unique-values.ts
var MOST_UNIQUE_VALUES = 1e7;
var UniqueValues = class _UniqueValues {
  static {
    __name(this, "UniqueValues");
  }
  #column;
  /** In order of first appearance, as are the lists. */
  #values = /* @__PURE__ */ new Set();
  #files = new TypedList(Uint16Array);
  #lines = new TypedList(Uint32Array);
  #texts = /* @__PURE__ */ new Map();
  constructor(column) {
    this.#column = column;
  }
  /** Whether the value is new; `text` is the cell as it is written. */
  add(value, text, { file, line }) {
    if (this.#values.has(value)) return false;
    if (this.#values.size >= MOST_UNIQUE_VALUES) {
      throw new UserError({
        what: `Uniqueness of "${this.#column}" can be checked for ${MOST_UNIQUE_VALUES} values at most`,
        remedy: 'Remove "unique" from the rules of this column'
      });
    }
    if (text !== value) this.#texts.set(this.#values.size, text);
    this.#values.add(value);
    this.#files.push(file);
    this.#lines.push(line);
    return true;
  }
  /** Adds the values of rows that follow; gives those of their cells that repeat a value from before. */
  merge(other) {
    const repeated = new AnomalyTally();
    const files = other.#files.view();
    const lines = other.#lines.view();
    let index = 0;
    for (const value of other.#values) {
      const place = { file: files[index] ?? 0, line: lines[index] ?? 0 };
      const text = other.#texts.get(index) ?? value;
      if (!this.add(value, text, place)) repeated.add(place, text);
      index++;
    }
    return repeated;
  }
  toJson() {
    return {
      column: this.#column,
      values: [...this.#values],
      files: [...this.#files.view()],
      lines: [...this.#lines.view()],
      texts: [...this.#texts]
    };
  }
  /** Throws `InconsistentShard`. */
  static fromJson({ column, values, files, lines, texts }) {
    const unique = new _UniqueValues(column);
    const written = new Map(texts);
    let before = { file: 0, line: 0 };
    for (const [index, value] of values.entries()) {
      const place = { file: files[index] ?? -1, line: lines[index] ?? -1 };
      demand(comparePlaces2(before, place) < 0, `values of "${column}" are not in order`);
      before = place;
      demand(
        unique.add(value, written.get(index) ?? value, place),
        `a value of "${column}" stands twice`
      );
    }
    return unique;
  }
};

// shared/data/row-findings.ts
var REPEATED = "FEATURE_TYPE_LOW_UNIQUE";
var RowFindings = class _RowFindings {
  static {
    __name(this, "RowFindings");
  }
  #anomalies = /* @__PURE__ */ new Map();
  #unique = /* @__PURE__ */ new Map();
  get anomalies() {
    return [...this.#anomalies.values()];
  }
  /** The values of columns that must be unique. */
  get unique() {
    return this.#unique;
  }
  tallyOf(type, column, rule) {
    const key = JSON.stringify([type, column, rule]);
    let anomaly = this.#anomalies.get(key);
    if (anomaly === void 0) {
      anomaly = {
        type,
        ...column === void 0 ? {} : { column },
        rule,
        tally: new AnomalyTally()
      };
      this.#anomalies.set(key, anomaly);
    }
    return anomaly.tally;
  }
  repeatsOf(column) {
    return this.tallyOf(REPEATED, column, "unique");
  }
  uniqueValuesOf(column) {
    let values = this.#unique.get(column);
    if (values === void 0) {
      values = new UniqueValues(column);
      this.#unique.set(column, values);
    }
    return values;
  }
  /** `other` is of the rows that follow. */
  merge(other) {
    for (const { type, column, rule, tally } of other.#anomalies.values()) {
      this.tallyOf(type, column, rule).merge(tally);
    }
    for (const [column, values] of other.#unique) {
      const repeated = this.uniqueValuesOf(column).merge(values);
      if (repeated.count > 0) this.repeatsOf(column).merge(repeated);
    }
    this.sort();
  }
  /** Puts the rules into the order of the rows in which they are first broken. */
  sort() {
    this.#anomalies = new Map([...this.#anomalies].sort(([, a], [, b]) => compareFirst(a, b)));
  }
  toJson() {
    return {
      rules: this.anomalies.map(({ tally, ...rule }) => ({ ...rule, ...tally.toJson() })),
      unique: [...this.#unique.values()].map((values) => values.toJson())
    };
  }
  /** Throws `InconsistentShard`. */
  static fromJson(rules, unique) {
    const findings = new _RowFindings();
    for (const json of rules) {
      const tally = findings.tallyOf(json.type, json.column, json.rule);
      demand(tally.count === 0, "a rule stands twice");
      tally.merge(AnomalyTally.fromJson(json));
    }
    for (const json of unique) {
      demand(!findings.#unique.has(json.column), `"${json.column}" stands twice`);
      findings.#unique.set(json.column, UniqueValues.fromJson(json));
    }
    return findings;
  }
};
function compareFirst(a, b) {
  const [first, second] = [a.tally.firstPlace, b.tally.firstPlace];
  if (first === void 0 || second === void 0) return 0;
  return comparePlaces2(first, second) || rank(a) - rank(b) || compareCodePoints(a.column ?? "", b.column ?? "") || compareCodePoints(a.type, b.type) || compareCodePoints(a.rule, b.rule);
}
__name(compareFirst, "compareFirst");
function rank({ type }) {
  return type === REPEATED ? 0 : 1;
}
__name(rank, "rank");

// shared/data/row-checker.ts
var RowChecker = class {
  static {
    __name(this, "RowChecker");
  }
  #schemas;
  #validate;
  #predicates;
  #plan = [];
  /** Indices of the columns that are asked something of in every row. */
  #asked = [];
  #unique = [];
  /** Required columns that no row has had yet: in JSON Lines, one may come first in a later row. */
  #awaited;
  findings = new RowFindings();
  constructor(json, validate, predicates = compileSchema(json)) {
    this.#schemas = columnSchemas(json);
    this.#validate = validate;
    this.#predicates = predicates;
    const required = [...this.#schemas.values()].filter((column) => column.required);
    this.#awaited = new Set(required.map(({ name }) => name));
  }
  check(row) {
    this.checkRules(row);
    this.checkRepeats(row);
  }
  /** All but whether values stand in the row that must not repeat. */
  checkRules(row) {
    this.#meet(row.names, row.texts.length);
    if (this.#isFlagged(row)) this.#checkRow(row);
  }
  /** Whether values stand in the row that must not repeat. */
  checkRepeats(row) {
    this.#meet(row.names, row.texts.length);
    for (const index of this.#unique) {
      const { schema, seen } = this.#plan[index] ?? NO_PLAN;
      if (schema === null || seen === null || row.kinds[index] === CELL.missing) continue;
      if (!row.lists.has(index) && isNotFinite(row, index, schema)) continue;
      const text = row.texts[index] ?? "";
      const isNumber = row.kinds[index] === CELL.number;
      this.#addValue(schema, seen, isNumber ? String(row.numbers[index]) : text, text, row);
    }
  }
  /** The same for one cell that is not missing, whose text alone says what it is. Its column must have been met. */
  checkRepeat(column, text, place) {
    const { schema, seen } = this.#plan[column] ?? NO_PLAN;
    if (schema === null || seen === null) return;
    const kind = classifyText(text);
    if (valueClassOf(kind, schema.type) === "left-out") return;
    const value = kind === CELL.number ? String(parseNumber(text)) : text;
    this.#addValue(schema, seen, value, text, place);
  }
  #addValue({ name }, seen, value, text, place) {
    if (!seen.add(value, text, place)) this.findings.repeatsOf(name).add(place, text);
  }
  #isFlagged(row) {
    if (this.#predicates.everyRow || this.#awaited.size > 0) return true;
    for (const index of this.#asked) {
      const predicate = this.#plan[index]?.predicate;
      if (!predicate) continue;
      const list = row.lists.get(index);
      if (list !== void 0) {
        if (valuesOf2(list).some((one) => failsPredicate(predicate, one.kind, one.text, one.number))) {
          return true;
        }
        continue;
      }
      const kind = row.kinds[index] ?? CELL.missing;
      const number = row.numbers[index] ?? Number.NaN;
      if (failsPredicate(predicate, kind, row.texts[index] ?? "", number)) return true;
    }
    return false;
  }
  #checkRow(row) {
    const example = /* @__PURE__ */ Object.create(null);
    for (let index = 0; index < row.texts.length; index++) {
      const { schema } = this.#plan[index] ?? NO_PLAN;
      if (row.kinds[index] === CELL.missing) {
        if (schema?.required === true) this.#addMissing(row, schema.name);
        continue;
      }
      if (schema === null) {
        example[row.names[index] ?? ""] = cellOfRow(row, index, void 0);
        continue;
      }
      const list = row.lists.get(index);
      if (list === void 0 && isNotFinite(row, index, schema)) {
        this.#checkNotFinite(row, schema, row.kinds[index], row.texts[index] ?? "");
        continue;
      }
      example[schema.name] = list === void 0 ? cellOfRow(row, index, schema.type) : finiteValues(list, schema);
    }
    for (const name of this.#awaited) this.#addMissing(row, name);
    const reported = /* @__PURE__ */ new Set();
    for (const error of this.#validate(example)) {
      const found = classifyError(error, this.#schemas);
      const index = found.column === void 0 ? -1 : row.names.indexOf(found.column);
      if (row.lists.has(index) && isOfColumn(error)) continue;
      this.#addError(row, found, row.texts[index] ?? "", reported);
    }
    for (const [index, list] of row.lists) this.#checkList(row, index, list, reported);
  }
  #checkList(row, index, list, reported) {
    const { schema } = this.#plan[index] ?? NO_PLAN;
    if (schema === null) return;
    const notFinite = /* @__PURE__ */ new Set();
    for (const { text, kind, number } of valuesOf2(list)) {
      if (valueClassOf(kind, schema.type) === "left-out") {
        if (!notFinite.has(kind)) this.#checkNotFinite(row, schema, kind, text);
        notFinite.add(kind);
        continue;
      }
      const example = /* @__PURE__ */ Object.create(null);
      example[schema.name] = valueOfCell(text, kind, number, schema.type);
      for (const error of this.#validate(example)) {
        if (isOfColumn(error)) {
          this.#addError(row, classifyError(error, this.#schemas), text, reported);
        }
      }
    }
  }
  /** Columns of rows that follow. */
  meet(names) {
    this.#meet(names, names.length);
  }
  /** Rows of JSON Lines may have more columns than those before. */
  #meet(names, width) {
    for (let index = this.#plan.length; index < width; index++) {
      const name = names[index] ?? "";
      const schema = this.#schemas.get(name) ?? null;
      const unique = schema?.rules.unique === true;
      const predicate = this.#predicates.byColumn.get(name) ?? null;
      this.#plan.push({
        schema,
        predicate,
        seen: unique ? this.findings.uniqueValuesOf(name) : null
      });
      if (unique) this.#unique.push(index);
      if (predicate !== null) this.#asked.push(index);
      this.#awaited.delete(name);
    }
  }
  #checkNotFinite(row, { name, rules }, kind, text) {
    if (kind === CELL.notANumber && rules["allow-nan"] !== true) {
      this.#add(row, "FLOAT_TYPE_HAS_NAN", name, "allow-nan", text);
    }
    if (kind === CELL.infinity && rules["allow-infinity"] !== true) {
      this.#add(row, "FLOAT_TYPE_HAS_INF", name, "allow-infinity", text);
    }
  }
  #addMissing(row, column) {
    this.#add(row, "FEATURE_TYPE_LOW_FRACTION_PRESENT", column, "required", "");
  }
  #addError(row, { type, column, rule }, text, reported) {
    const key = `${type}\0${column ?? ""}\0${rule}`;
    if (reported.has(key)) return;
    reported.add(key);
    this.#add(row, type, column, rule, text);
  }
  #add(row, type, column, rule, value) {
    this.findings.tallyOf(type, column, rule).add(row, value);
  }
};
var NO_PLAN = { schema: null, predicate: null, seen: null };
function isNotFinite(row, index, { type }) {
  return valueClassOf(row.kinds[index] ?? CELL.missing, type) === "left-out";
}
__name(isNotFinite, "isNotFinite");
function cellOfRow(row, index, type) {
  const kind = row.kinds[index] ?? CELL.missing;
  return valueOfCell(row.texts[index] ?? "", kind, row.numbers[index] ?? Number.NaN, type);
}
__name(cellOfRow, "cellOfRow");
function valuesOf2({ texts, kinds, numbers }) {
  return texts.map((text, index) => ({
    text,
    kind: kinds[index] ?? CELL.text,
    number: numbers[index] ?? Number.NaN
  }));
}
__name(valuesOf2, "valuesOf");
function finiteValues(list, { type }) {
  return valuesOf2(list).filter(({ kind }) => valueClassOf(kind, type) !== "left-out").map(({ text, kind, number }) => valueOfCell(text, kind, number, type));
}
__name(finiteValues, "finiteValues");
function isOfColumn({ schemaPath }) {
  return /^#\/(?:properties|\$defs|definitions)\//.test(schemaPath);
}
__name(isOfColumn, "isOfColumn");
function classifyError(error, schemas) {
  const [, first, ...deeper] = error.instancePath.split("/");
  const column = first?.replaceAll("~1", "/").replaceAll("~0", "~");
  const steps = error.schemaPath.split("/").slice(1);
  const schema = column === void 0 ? void 0 : schemas.get(column);
  const direct = steps.length === 3 && steps[0] === "properties" && deeper.length === 0;
  if (column === void 0 || schema === void 0 || !direct) {
    const rule = `#/${steps.slice(0, steps[0] === "properties" ? 3 : 2).join("/")}`;
    return { type: "CUSTOM_VALIDATION", column, rule };
  }
  return { type: namesOfKeyword(error, schema), column, rule: ruleText(error) };
}
__name(classifyError, "classifyError");
function namesOfKeyword({ keyword, data }, { type }) {
  const bounded2 = type === "integer" ? "INT" : "FLOAT";
  switch (keyword) {
    case "type":
      if (typeof data === "number") return "UNEXPECTED_DATA_TYPE";
      if (type === "integer") return "INT_TYPE_NOT_INT_STRING";
      if (type === "number") return "FLOAT_TYPE_STRING_NOT_FLOAT";
      return type === "boolean" ? "BOOL_TYPE_UNEXPECTED_STRING" : "UNEXPECTED_DATA_TYPE";
    case "enum":
    case "const":
      return typeof data === "string" ? "ENUM_TYPE_UNEXPECTED_STRING_VALUES" : "CUSTOM_VALIDATION";
    case "minimum":
    case "exclusiveMinimum":
      return bounded2 === "INT" ? "INT_TYPE_SMALL_INT" : "FLOAT_TYPE_SMALL_FLOAT";
    case "maximum":
    case "exclusiveMaximum":
      return bounded2 === "INT" ? "INT_TYPE_BIG_INT" : "FLOAT_TYPE_BIG_FLOAT";
    default:
      return "CUSTOM_VALIDATION";
  }
}
__name(namesOfKeyword, "namesOfKeyword");
function ruleText({ keyword, schema }) {
  if (keyword === "enum" && Array.isArray(schema)) return `enum of ${schema.length} values`;
  return `${keyword} ${JSON.stringify(schema)}`;
}
__name(ruleText, "ruleText");

// shared/data/row-judge.ts
var ASKS_NOTHING = {
  refusedKinds: 0,
  bounds: null,
  lengths: null,
  automaton: null,
  allowed: null,
  test: null
};
var RowJudge = class _RowJudge {
  static {
    __name(this, "RowJudge");
  }
  missingLabels = new AnomalyTally();
  #task;
  #schema;
  #predicates;
  #checker;
  #label;
  #needsLabel;
  #labelIndex = -1;
  #batchRules = null;
  constructor(task, validateRow) {
    const { schema, label, needsLabel } = task;
    this.#task = task;
    this.#schema = schema;
    this.#label = label;
    this.#needsLabel = needsLabel;
    this.#predicates = schema === null ? null : compileSchema(schema);
    this.#checker = schema === null || this.#predicates === null || validateRow === null ? null : new RowChecker(schema, validateRow, this.#predicates);
  }
  /** Data of an environment that the label is not in may lack it. */
  static forSchema(schema, label) {
    const needsLabel = schema === null || !schema.absent.has(label);
    const task = { schema: schema?.json ?? null, file: schema?.file ?? "", label, needsLabel };
    return new _RowJudge(task, schema?.validateRow ?? null);
  }
  /** A judge of other rows of the same data set, in another thread. */
  static of(task) {
    const { schema, file } = task;
    return new _RowJudge(task, schema === null ? null : compileRows(schema, file));
  }
  get task() {
    return this.#task;
  }
  /** Whether rows of these columns may be judged in any order: repeats are told by which row comes first. */
  isOrderless(names) {
    const schema = this.#schema;
    if (schema === null || this.#predicates === null) return true;
    return predicatesOfColumns(this.#predicates, schema, names).unique.length === 0;
  }
  /**
   * Adds what another judge found in other rows. False where values were too many to be counted one by one: which of them
   * are counted, the order of the rows decides.
   */
  merge(findings, missingLabels) {
    this.#checker?.findings.merge(findings);
    this.missingLabels.merge(missingLabels);
    return this.findings.anomalies.every(({ tally }) => !tally.isFull);
  }
  /** After the last row. */
  get findings() {
    const findings = this.#checker?.findings ?? new RowFindings();
    findings.sort();
    return findings;
  }
  judge(row) {
    this.#checker?.check(row);
    this.#countMissingLabel(row);
  }
  /** What must be looked for in files with these columns, so that the judgement is that of `judge` on all rows. */
  rulesFor(names, kind) {
    const checker = this.#checker;
    const asked = this.#schema === null || this.#predicates === null ? { columns: names.map(() => null), everyRow: false, unique: [] } : predicatesOfColumns(this.#predicates, this.#schema, names);
    const predicates = [...asked.columns];
    const label = names.indexOf(this.#label);
    if (this.#needsLabel && label >= 0) {
      const own = predicates[label] ?? ASKS_NOTHING;
      predicates[label] = { ...own, refusedKinds: own.refusedKinds | 1 << CELL.missing };
    }
    checker?.meet(names);
    const awaitsLabel = this.#needsLabel && label < 0;
    const asksRepeats = asked.unique.length > 0 && kind !== "csv";
    const everyRow2 = asked.everyRow || awaitsLabel || asksRepeats;
    return {
      predicates,
      everyRow: everyRow2,
      onRow: /* @__PURE__ */ __name((row) => {
        checker?.checkRules(row);
        if (asksRepeats) checker?.checkRepeats(row);
        this.#countMissingLabel(row);
      }, "onRow"),
      ...kind !== "csv" || checker === null ? {} : {
        watched: asked.unique,
        onWatched: /* @__PURE__ */ __name((column, text, place) => checker.checkRepeat(column, text, place), "onWatched")
      }
    };
  }
  /** Which rows of a batch `rulesFor` its columns must be asked of. */
  rowsOf(placed) {
    const { predicates, everyRow: everyRow2 } = this.batchRules(placed.names);
    return everyRow2 === true ? "every" : flagRows(placed, predicates) ?? "none";
  }
  /** What is asked of columnar files, whose columns may be more than those of files before. */
  batchRules(names) {
    if (this.#batchRules === null || this.#batchRules.columns !== names.length) {
      this.#batchRules = { columns: names.length, rules: this.rulesFor([...names], "columns") };
    }
    return this.#batchRules.rules;
  }
  #countMissingLabel(row) {
    if (!this.#needsLabel) return;
    if (this.#labelIndex < 0) this.#labelIndex = row.names.indexOf(this.#label);
    const index = this.#labelIndex;
    if (index < 0 || index >= row.texts.length || row.kinds[index] === CELL.missing) {
      this.missingLabels.add(row, "");
    }
  }
};

// shared/data/csv-worker.ts
await answerInParallel(({ names, missingValues, judge: task }) => {
  const kernel = new ScanKernel(names, missingValues);
  const judge = RowJudge.of(task);
  kernel.setRules(judge.rulesFor(names, "csv"));
  return {
    kernel,
    answer: /* @__PURE__ */ __name(() => ({
      state: kernel.state(),
      findings: judge.findings.toJson(),
      missingLabels: judge.missingLabels.toJson()
    }), "answer")
  };
});
