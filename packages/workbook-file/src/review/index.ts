/** A review as a workbook: into an .xlsx file, and out of one (`isu-workbook-file/review`). */
export { writeReviewWorkbook, type ReviewWorkbookAbout } from './write-review.ts';
export { readSheets } from './read-sheets.ts';
export { CONDITION_LOOKS, REVIEW_COLOURS, reviewLook, TABS } from './review-look.ts';
