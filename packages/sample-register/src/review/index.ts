/**
 * Made-up reviews of the files of the 28 persons whom the sample register's rule selects: their tables are Tabell 4–7
 * and Bilaga 4 tabell 4 and 5 of the Söderhamn report. Apart from the register, so that who needs only that loads less.
 */
export { sampleReviews, type ReadFile, type SampleReviews } from './sample-reviews.ts';
export { sampleReviewSet } from './sample-review-set.ts';
