/** The theme part: what people get when they add charts, tables and colours of their own keeps to the same family. */
import { COLOURS, FONT } from './look.ts';
import { XML_START } from './xml.ts';

const COLOUR_SCHEME: readonly (readonly [string, string])[] = [
  ['dk2', '26403E'],
  ['lt2', COLOURS.headerFill],
  ['accent1', COLOURS.accent],
  ['accent2', COLOURS.accentLight],
  ['accent3', '5B6770'],
  ['accent4', 'B08A3E'],
  ['accent5', '3F7F7A'],
  ['accent6', 'A7AFB4'],
  ['hlink', COLOURS.accent],
  ['folHlink', '5B6770'],
];

export function themePart(): string {
  const colours = COLOUR_SCHEME.map(
    ([name, colour]) => `<a:${name}><a:srgbClr val="${colour}"/></a:${name}>`,
  ).join('');
  const fonts = `<a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const plainFill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const plainLine = (width: number) =>
    `<a:ln w="${String(width)}" cap="flat" cmpd="sng" algn="ctr">${plainFill}<a:prstDash val="solid"/></a:ln>`;
  const noEffect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return (
    `${XML_START}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="ISU"><a:themeElements>` +
    `<a:clrScheme name="ISU"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>${colours}</a:clrScheme>` +
    `<a:fontScheme name="ISU"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="ISU"><a:fillStyleLst>${plainFill.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${[6350, 12700, 19050].map(plainLine).join('')}</a:lnStyleLst>` +
    `<a:effectStyleLst>${noEffect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plainFill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    `</a:themeElements></a:theme>`
  );
}
