/** The looks that the blocks of a document ask for, as numbers of the styles part. */
import type { Language, NumberFormat } from 'isu-core';
import { formatCode, TEXT_FORMAT, type CellStyle } from './look.ts';
import type { Styles } from './styles.ts';

export type RowLook = 'body' | 'total' | 'section';

/** The looks of one column's cells in rows of one kind. */
export interface ColumnLook {
  readonly text: number;
  readonly number: number;
  /** What is hidden or not there: `..` and `–`. */
  readonly nothing: number;
}

const ROW_LOOKS: Readonly<Record<RowLook, CellStyle>> = {
  body: { font: 'body', border: 'row' },
  total: { font: 'total', border: 'total' },
  section: { font: 'section', border: 'row' },
};

export class BlockStyles {
  readonly title: number;
  readonly heading: number;
  readonly caption: number;
  readonly note: number;
  readonly plain: number;
  readonly warning: number;
  readonly marking: number;
  readonly label: number;
  readonly factText: number;
  private readonly styles: Styles;
  private readonly language: Language;

  constructor(styles: Styles, language: Language) {
    this.styles = styles;
    this.language = language;
    this.title = styles.number({ font: 'title' });
    this.heading = styles.number({ font: 'heading' });
    this.caption = styles.number({ font: 'caption', wrap: true });
    this.note = styles.number({ font: 'note', wrap: true, vertical: 'bottom' });
    this.plain = styles.number({ wrap: true, vertical: 'top' });
    this.warning = styles.number({ font: 'warning', fill: 'warning', wrap: true, indent: 1, align: 'left' });
    this.marking = styles.number({ font: 'marking' });
    this.label = styles.number({ font: 'muted', border: 'row', wrap: true });
    this.factText = styles.number({ border: 'row', align: 'left', wrap: true, format: TEXT_FORMAT });
  }

  /** A filter's button lies at the right end of its header. */
  header(format: NumberFormat, hasButton: boolean): number {
    const align = format === 'text' ? 'left' : 'right';
    const indent = hasButton && align === 'right' ? 2 : 1;
    return this.styles.number({
      font: 'header',
      fill: 'header',
      border: 'header',
      align,
      indent,
      wrap: true,
    });
  }

  fact(format: NumberFormat): number {
    return this.styles.number({ border: 'row', align: 'left', format: formatCode(format, this.language) });
  }

  column(row: RowLook, format: NumberFormat, wrap: boolean): ColumnLook {
    const look = ROW_LOOKS[row];
    const padded = { align: format === 'text' ? 'left' : 'right', indent: 1 } as const;
    return {
      text: this.styles.number({ ...look, ...padded, format: TEXT_FORMAT, wrap }),
      number: this.styles.number({ ...look, ...padded, format: formatCode(format, this.language) }),
      nothing: this.styles.number({ ...look, ...padded, font: 'muted', format: TEXT_FORMAT }),
    };
  }
}
