/** The made-up register's 28 files, read by two readers, as a workbook. Loaded when somebody asks for it. */
import { PRODUCT, type Language } from 'isu-core';
import { reviewSheets, SHEET_WORDS } from 'isu-core/review';
import { sampleReviewSet } from 'isu-sample-register/review';
import { writeReviewWorkbook } from 'isu-workbook-file/review';

export async function reviewSampleFile(language: Language): Promise<Uint8Array> {
  const { set, who } = await sampleReviewSet();
  const sheets = reviewSheets(set, { language, layout: 'rows', who });
  return writeReviewWorkbook(sheets, {
    title: set.form.title[language],
    product: `${PRODUCT.name} ${PRODUCT.version}`,
    marking: SHEET_WORDS[language].marking,
    language,
  });
}
