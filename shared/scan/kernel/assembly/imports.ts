/** What JavaScript does for the kernel. None of it is called for ordinary cells. */

/** JavaScript's `Number` of a text that is a decimal number. */
@external("scan", "slowNumber")
export declare function slowNumber(text: usize, length: u32): f64;

/** Keeps an odd cell; `sort` is a bit. */
@external("scan", "oddCell")
export declare function oddCell(column: u32, sort: u32, text: usize, length: u32): void;

/**
 * Length of a cell's text with U+FFFD for what is no UTF-8, written where `repairedText` then points; −1 when the cell is
 * sound.
 */
@external("scan", "repairText")
export declare function repairText(text: usize, length: u32): i32;

/** Whether a text, as a cell of this kind, fails the test of a column's predicate. */
@external("scan", "failsTest")
export declare function failsTest(column: u32, text: usize, length: u32, kind: u32): i32;

/** Takes a row that is to be checked as a whole: the bytes from its first to before its line break. */
@external("scan", "flaggedRow")
export declare function flaggedRow(row: usize, length: u32, line: u32): void;

/** Takes a present cell of a column whose every text is asked for. */
@external("scan", "watchedCell")
export declare function watchedCell(column: u32, text: usize, length: u32): void;
